/* write_md.c - results as Markdown, to be pasted into a report: a table of the forms, then for each form a table of its
   parts and what there is to say about them. */
#include "jobs/score.h"
#include "jobs/score_tree.h"

typedef struct Page {
    Buf *out;
    const ScoreOptions *options;
    const FormResult *form;     /* the one being written */
} Page;

typedef enum Say {
    SAY_RESULTS, SAY_FORM, SAY_SCORE, SAY_WEIGHT, SAY_GRADE, SAY_PART, SAY_TARGET, SAY_ACTUAL, SAY_STATUS, SAY_TOTAL,
    SAY_REASONS, SAY_LOST, SAY_FULL, SAY_NEEDED, SAY_POINTS, SAY_UNBOUNDED, SAY_REMARKS, SAY_MAYBE, SAY_FAILED,
    SAY_REQUIRED, SAY_OPEN, SAY_CITES, SAY_APPLIED, SAY_NOT_APPLIED
} Say;

static Text say(const Page *page, Say what) {
    static const char *const words[][2] = {
        [SAY_RESULTS] = { "Results", "计分结果" },
        [SAY_FORM] = { "Form", "表单" },
        [SAY_SCORE] = { "Score", "得分" },
        [SAY_WEIGHT] = { "Weight", "分值" },
        [SAY_GRADE] = { "Grade", "等级" },
        [SAY_PART] = { "Part", "项目" },
        [SAY_TARGET] = { "Target", "目标" },
        [SAY_ACTUAL] = { "Actual", "实际" },
        [SAY_STATUS] = { "Status", "状态" },
        [SAY_TOTAL] = { "Total", "总分" },
        [SAY_REASONS] = { "Why", "理由" },
        [SAY_LOST] = { "lost {0}", "失 {0} 分" },
        [SAY_FULL] = { "full credit: {0}", "满分条件：{0}" },
        [SAY_NEEDED] = { "Still missing", "尚缺" },
        [SAY_POINTS] = { "up to {0} points", "影响 {0} 分" },
        [SAY_UNBOUNDED] = { "without limit", "影响不限" },
        [SAY_REMARKS] = { "Findings", "提示" },
        [SAY_MAYBE] = { "perhaps: {0}", "可能：{0}" },
        [SAY_FAILED] = { "check not met: {0}", "检查未通过：{0}" },
        [SAY_REQUIRED] = { "must be entered: {0}", "必须填报：{0}" },
        [SAY_OPEN] = { "would settle it: {0}", "可确定得分的证据：{0}" },
        [SAY_CITES] = { "basis: {0}", "依据：{0}" },
        [SAY_APPLIED] = { "applies", "适用" },
        [SAY_NOT_APPLIED] = { "does not apply", "未触发" },
    };
    return text_of(words[what][page->options->lang]);
}

static Text filled(const Page *page, Say what, Text value) {
    return text_fill(say(page, what), &value, 1);
}

static bool is_word(char c) {
    return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z') || c == '_' || (c & 0x80);
}

/* An underscore inside a word is only that. */
static bool is_inside(Text text, size_t at) {
    return at > 0 && at + 1 < text.length && is_word(text.at[at - 1]) && is_word(text.at[at + 1]);
}

/* Text in which nothing is Markdown and no line ends: it may stand in a table's cell. */
static void add_text(Buf *out, Text text) {
    for (size_t i = 0; i < text.length; i++) {
        switch (text.at[i]) {
        case '_':
            if (!is_inside(text, i)) buf_char(out, '\\');
            buf_char(out, '_');
            break;
        case '\\': case '|': case '`': case '*': case '<': case '[':
            buf_char(out, '\\');
            buf_char(out, text.at[i]);
            break;
        case '&': buf_add_z(out, "&amp;"); break;
        case '\r': break;
        case '\n': case '\t': buf_char(out, ' '); break;
        default: buf_char(out, text.at[i]);
        }
    }
}

static void add_cell(const Page *page, Text text) {
    buf_add_z(page->out, " ");
    add_text(page->out, text);
    buf_add_z(page->out, " |");
}

static void add_number(const Page *page, const Value *value) {
    add_cell(page, value->kind == VALUE_NUMBER ? explain_number(page->form, value, page->options->lang) : TEXT("—"));
}

static void add_header(const Page *page, const Say *columns, int count, int numbers) {
    buf_char(page->out, '|');
    for (int i = 0; i < count; i++)
        add_cell(page, say(page, columns[i]));
    buf_add_z(page->out, "\n|");
    for (int i = 0; i < count; i++)
        buf_add_z(page->out, numbers >> i & 1 ? " ---: |" : " --- |");
    buf_char(page->out, '\n');
}

static Text grades_text(const FormResult *form) {
    Buf grades = { 0 };
    for (int i = 0; i < form->grade_count; i++) {
        if (i > 0) buf_add_z(&grades, " / ");
        buf_add(&grades, form->program->bands.at[form->grades[i]].name);
    }
    return form->grade_count ? buf_text(&grades) : TEXT("—");
}

/* ---- the table of forms ---- */

static void write_title(const Page *page, const Program *program) {
    const Module *rules = program->scheme->main;
    buf_add_z(page->out, "# ");
    add_text(page->out, rules->title.length ? rules->title : say(page, SAY_RESULTS));
    if (rules->version.length && text_find(rules->title, rules->version, 0) < 0) {
        buf_char(page->out, ' ');
        add_text(page->out, rules->version);
    }
    buf_add_z(page->out, "\n");
}

static void write_forms(Page *page, const Scored *scored) {
    static const Say columns[] = { SAY_FORM, SAY_SCORE, SAY_WEIGHT, SAY_GRADE };
    bool graded = scored->program->bands.count > 0;
    buf_char(page->out, '\n');
    add_header(page, columns, graded ? 4 : 3, 6);
    for (int i = 0; i < scored->results.count; i++) {
        page->form = scored->results.at[i];
        buf_char(page->out, '|');
        add_cell(page, page->form->id);
        add_number(page, &result_total(page->form)->score);
        add_number(page, &result_total(page->form)->weight);
        if (graded) add_cell(page, grades_text(page->form));
        buf_char(page->out, '\n');
    }
}

/* ---- the parts of a form ---- */

static Text status_words(const Page *page, const ScoreNode *node) {
    bool judged = node->kind == PART_ADJUSTMENT || node->kind == PART_VETO;
    if (judged && node->status == STATUS_MET) return say(page, SAY_APPLIED);
    if (judged && node->status == STATUS_NOT_APPLICABLE) return say(page, SAY_NOT_APPLIED);
    return status_text(node->status, page->options->lang);
}

static void write_part(const Page *page, const ScoreNode *node, int depth) {
    bool strong = node->kind == PART_GROUP || node->kind == PART_TOTAL;
    buf_add_z(page->out, "| ");
    for (int i = 0; i < depth; i++)
        buf_add_z(page->out, "\xE3\x80\x80"); /* an ideographic space: the only one that tables keep */
    if (strong) buf_add_z(page->out, "**");
    add_text(page->out, node->kind == PART_TOTAL ? say(page, SAY_TOTAL) : node->name);
    buf_add_z(page->out, strong ? "** |" : " |");
    add_number(page, &node->weight);
    add_number(page, &node->score);
    add_cell(page, status_words(page, node));
    add_cell(page, node->part ? explain_target(page->form, node->part, page->options->lang) : TEXT_NONE);
    Entered entered = score_entered(page->form, node);
    add_cell(page, entered.text.length ? entered.text : entered.read);
    buf_char(page->out, '\n');
    for (int i = 0; i < node->children.count; i++)
        write_part(page, node->children.at[i], depth + (node->kind != PART_TOTAL));
}

static void write_parts(const Page *page, const ScoreNode *total) {
    static const Say columns[] = { SAY_PART, SAY_WEIGHT, SAY_SCORE, SAY_STATUS, SAY_TARGET, SAY_ACTUAL };
    buf_char(page->out, '\n');
    add_header(page, columns, 6, 6);
    ScoreNode last = *total;
    for (int i = 0; i < total->children.count; i++)
        write_part(page, total->children.at[i], 0);
    last.children.count = 0;
    write_part(page, &last, 0);
}

/* ---- reasons ---- */

static void write_item(const Page *page, const char *indent, Text text) {
    if (text.length == 0) return;
    buf_add_z(page->out, indent);
    buf_add_z(page->out, "- ");
    add_text(page->out, text);
    buf_char(page->out, '\n');
}

static void write_items(const Page *page, const TextList *texts) {
    for (int i = 0; i < texts->count; i++)
        write_item(page, "  ", texts->at[i]);
}

/* Indented as it is, in a block of its own. */
static void write_trace(const Page *page, const PartResult *part) {
    TextList trace = { 0 };
    explain_trace(page->form, part, page->options->lang, &trace);
    if (trace.count == 0) return;
    buf_add_z(page->out, "\n  ~~~~text\n");
    for (int i = 0; i < trace.count; i++) {
        buf_add_z(page->out, "  ");
        for (size_t j = 0; j < trace.at[i].length; j++)
            buf_char(page->out, trace.at[i].at[j] == '\n' ? ' ' : trace.at[i].at[j]);
        buf_char(page->out, '\n');
    }
    buf_add_z(page->out, "  ~~~~\n\n");
}

/* "applies, 2": what an adjustment or veto comes to. */
static Text effect_text(const Page *page, const ScoreNode *node) {
    Buf text = { 0 };
    if (node->kind != PART_ADJUSTMENT && node->kind != PART_VETO) return TEXT_NONE;
    buf_add(&text, status_words(page, node));
    if (node->kind == PART_VETO) return buf_text(&text);
    buf_add_z(&text, page->options->lang == LANG_ZH ? "，" : ", ");
    buf_add(&text, explain_number(page->form, &node->score, page->options->lang));
    return buf_text(&text);
}

static void write_reason(const Page *page, const ScoreNode *node) {
    const FormResult *form = page->form;
    const PartResult *part = node->part;
    Lang lang = page->options->lang;
    TextList notes = { 0 }, steps = { 0 }, open = { 0 }, marks = { 0 };
    Value lost = score_lost(node, form->program->units);
    buf_add_z(page->out, "- **");
    add_text(page->out, node->name);
    buf_add_z(page->out, "**");
    if (score_certain(&lost).at && rat_sign(lost.range.lo) > 0) {
        buf_add_z(page->out, lang == LANG_ZH ? "（" : " (");
        add_text(page->out, filled(page, SAY_LOST, explain_number(form, &lost, lang)));
        buf_add_z(page->out, lang == LANG_ZH ? "）" : ")");
    }
    Text reason = explain_reason(form, part, lang);
    if (reason.length == 0) reason = effect_text(page, node);
    if (reason.length) buf_add_z(page->out, lang == LANG_ZH ? "：" : ": ");
    add_text(page->out, reason);
    buf_char(page->out, '\n');
    explain_notes(form, part, lang, &notes);
    write_items(page, &notes);
    if (page->options->explain || page->options->form.length) {
        explain_steps(form, part, lang, &steps);
        write_items(page, &steps);
    }
    if (page->options->trace) write_trace(page, part);
    explain_open(form, part, lang, &open);
    for (int i = 0; i < open.count; i++)
        write_item(page, "  ", filled(page, SAY_OPEN, open.at[i]));
    explain_marks(form, part, lang, &marks);
    write_items(page, &marks);
    Text full = explain_full(form, part, lang);
    if (full.length) write_item(page, "  ", filled(page, SAY_FULL, full));
    if (part->part->cites.length) write_item(page, "  ", filled(page, SAY_CITES, part->part->cites));
}

/* Indicators, and of the others those that took or gave points of their own. */
static void write_reasons_of(const Page *page, const ScoreNode *node) {
    bool own = node->part && (node->part->part->deductions.count > 0 || node->part->part->score >= 0);
    bool applied = node->status != STATUS_NOT_APPLICABLE;
    if (node->kind == PART_INDICATOR || ((node->kind == PART_GROUP || node->kind == PART_TOTAL) && own) ||
        ((node->kind == PART_ADJUSTMENT || node->kind == PART_VETO) && applied))
        write_reason(page, node);
    for (int i = 0; i < node->children.count; i++)
        write_reasons_of(page, node->children.at[i]);
}

static void write_heading(const Page *page, Say what) {
    buf_add_z(page->out, "\n### ");
    buf_add(page->out, say(page, what));
    buf_add_z(page->out, "\n\n");
}

static void write_needed(const Page *page) {
    NeededList needed = { 0 };
    explain_needed(page->form, &needed);
    if (needed.count == 0) return;
    write_heading(page, SAY_NEEDED);
    for (int i = 0; i < needed.count; i++) {
        Value points = value_number(needed.at[i].points, UNIT_NONE);
        Text by = needed.at[i].unbounded ? say(page, SAY_UNBOUNDED)
                                         : filled(page, SAY_POINTS, explain_number(page->form, &points, page->options->lang));
        buf_add_z(page->out, "- ");
        add_text(page->out, needed.at[i].name);
        buf_add_z(page->out, page->options->lang == LANG_ZH ? "：" : ": ");
        add_text(page->out, by);
        buf_char(page->out, '\n');
    }
}

/* What a flag, a check or a required entry says; TEXT_NONE where it is content. */
static Text remark_of(const Page *page, const PartResult *part) {
    if (part->part->kind == PART_FLAG && part->condition != TRUTH_NO) {
        Text message = explain_message(page->form, part, page->options->lang);
        return part->condition == TRUTH_YES ? message : filled(page, SAY_MAYBE, message);
    }
    if (part->part->kind == PART_CHECK && part->condition != TRUTH_YES) {
        Text failed = filled(page, SAY_FAILED, explain_message(page->form, part, page->options->lang));
        return part->condition == TRUTH_NO ? failed : filled(page, SAY_MAYBE, failed);
    }
    if (part->part->kind == PART_REQUIRED && part->condition != TRUTH_NO && part->amount.kind == VALUE_MISSING)
        return filled(page, SAY_REQUIRED, part->part->name);
    return TEXT_NONE;
}

static void add_remarks(const Page *page, const PartResult *parts, int count, TextList *remarks) {
    for (int i = 0; i < count; i++) {
        Text remark = parts[i].part ? remark_of(page, &parts[i]) : TEXT_NONE;
        if (remark.length) vec_push(remarks, remark);
    }
}

static void write_remarks(const Page *page) {
    const FormResult *form = page->form;
    TextList remarks = { 0 };
    for (int i = 0; i < form->row_count; i++)
        if (!form->rows[i].parts[0].skipped) add_remarks(page, form->rows[i].parts, form->program->row.parts.count, &remarks);
    add_remarks(page, form->parts, form->program->form.parts.count, &remarks);
    if (remarks.count == 0) return;
    write_heading(page, SAY_REMARKS);
    for (int i = 0; i < remarks.count; i++)
        write_item(page, "", remarks.at[i]);
}

static void write_form(const Page *page) {
    const ScoreNode *total = score_tree(page->form);
    buf_add_z(page->out, "\n## ");
    add_text(page->out, page->form->id);
    buf_char(page->out, '\n');
    write_parts(page, total);
    write_heading(page, SAY_REASONS);
    write_reasons_of(page, total);
    write_needed(page);
    write_remarks(page);
}

void score_write_md(Buf *out, const Scored *scored, const ScoreOptions *options) {
    Page page = { .out = out, .options = options };
    write_title(&page, scored->program);
    write_forms(&page, scored);
    for (int i = 0; !options->brief && i < scored->results.count; i++) {
        page.form = scored->results.at[i];
        write_form(&page);
    }
}
