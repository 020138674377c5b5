/* write_text.c - results for people at a terminal: a line for each part, its reason below it, what was lost, what
   is missing. */
#include "engine/verdict.h"
#include "jobs/score.h"

#define L(en, zh) (w->lang == LANG_ZH ? (zh) : (en))

typedef struct Writer {
    Buf *out;
    Lang lang;
    bool trace, color;
    const FormResult *form;
} Writer;

static void pad(Buf *out, Text text, int width, bool right) {
    int space = width - text_width(text);
    for (int i = 0; right && i < space; i++)
        buf_char(out, ' ');
    buf_add(out, text);
    for (int i = 0; !right && i < space; i++)
        buf_char(out, ' ');
}

/* Breaks at blanks and between Chinese characters; lines after the first are indented alike. */
static void wrapped(Buf *out, Text text, int indent, int width) {
    int at = indent;
    size_t i = 0, start = 0;
    for (int k = 0; k < indent; k++)
        buf_char(out, ' ');
    while (i < text.length) {
        size_t end = i;
        int word = 0, length;
        do { /* up to the next place where a line may break */
            uint32_t rune = text_rune(text, end, &length);
            bool wide = rune >= 0x2E80;
            if (wide && end > i) break;
            word += text_width(text_slice(text, end, end + (size_t)length));
            end += (size_t)length;
            if (wide || rune == ' ') break;
        } while (end < text.length);
        if (end < text.length) { /* no line begins with a closing mark */
            Text next = text_slice(text, end, text.length);
            static const char *const closing[] = { "，", "；", "：", "。", "”", "）", "、" };
            for (size_t c = 0; c < sizeof closing / sizeof *closing; c++)
                if (text_begins(next, text_of(closing[c]))) {
                    word += 2;
                    end += 3;
                    break;
                }
        }
        if (at + word > width && at > indent) {
            buf_add(out, text_slice(text, start, i));
            buf_char(out, '\n');
            for (int k = 0; k < indent; k++)
                buf_char(out, ' ');
            start = i;
            at = indent;
        }
        at += word;
        i = end;
    }
    buf_add(out, text_slice(text, start, text.length));
    buf_char(out, '\n');
}

/* A name as one line, whatever the cell had in it. */
static Text one_line(Text text) {
    Buf buf = { 0 };
    for (size_t i = 0; i < text.length; i++) {
        bool control = (unsigned char)text.at[i] < ' ' || text.at[i] == 127;
        if (!control) buf_char(&buf, text.at[i]);
        else if (buf.length && buf.at[buf.length - 1] != ' ') buf_char(&buf, ' ');
    }
    return buf_text(&buf);
}

static void note_line(Writer *w, int indent, const char *head, Text text) {
    Buf line = { 0 };
    buf_add_z(&line, head);
    buf_add(&line, one_line(text));
    wrapped(w->out, buf_text(&line), indent, 110);
}

static const char *status_sign(Status status) {
    static const char *const signs[] = { "✓", "~", "✗", "?", "?", "-", "!" };
    return signs[status];
}

static Text score_text(const Writer *w, const PartResult *part) {
    if (part->status == STATUS_NOT_APPLICABLE) return text_of(L("n/a", "不适用"));
    if (part->part->kind == PART_INDICATOR && part->weight.kind == VALUE_MISSING) return text_of(L("no score", "不计分"));
    return explain_number(w->form, &part->score, w->lang);
}

static Text weight_text(const Writer *w, const PartResult *part) {
    return part->weight.kind == VALUE_NUMBER ? explain_number(w->form, &part->weight, w->lang) : TEXT("?");
}

static void reported_line(Writer *w, const PartResult *part, int indent) {
    Text reported = verdict_reported(part);
    if (!reported.length) return;
    Verdict verdict = verdict_of(part, reported);
    Buf line = { 0 };
    buf_format(&line, L("reported %.*s", "自报 %.*s"), TEXT_ARG(reported));
    if (verdict != VERDICT_NONE) buf_format(&line, L(": %.*s", "：%.*s"), TEXT_ARG(verdict_text(verdict, w->lang)));
    Text via = explain_via(part, w->lang);
    if (via.length) buf_format(&line, L(" (by %.*s)", "（按 %.*s）"), TEXT_ARG(via));
    note_line(w, indent, "", buf_text(&line));
}

static void list_line(Writer *w, int indent, const char *head, const TextList *list) {
    if (list->count == 0) return;
    Buf line = { 0 };
    for (int i = 0; i < list->count; i++) {
        if (i > 0) buf_add_z(&line, L("; ", "；"));
        buf_add(&line, list->at[i]);
    }
    note_line(w, indent, head, buf_text(&line));
}

static void place_line(Writer *w, const PartResult *part, int indent) {
    Text file;
    int line;
    explain_place(w->form, part, &file, &line);
    Buf buf = { 0 };
    if (part->part->cites.length) buf_add(&buf, part->part->cites);
    if (file.length) buf_format(&buf, "%s%.*s:%d", buf.length ? L(", ", "，") : "", TEXT_ARG(file), line);
    if (buf.length) note_line(w, indent, L("rule: ", "依据："), buf_text(&buf));
}

static void part_details(Writer *w, const PartResult *part, int indent) {
    Text reason = explain_reason(w->form, part, w->lang);
    if (reason.length) note_line(w, indent, "", reason);
    TextList notes = { 0 }, open = { 0 }, marks = { 0 };
    explain_notes(w->form, part, w->lang, &notes);
    list_line(w, indent, "", &notes);
    if (part->part->kind == PART_INDICATOR) {
        Text full = explain_full(w->form, part, w->lang);
        if (full.length && part->status != STATUS_MET) note_line(w, indent, L("full marks for: ", "满分需要："), full);
        explain_open(w->form, part, w->lang, &open);
        list_line(w, indent, L("to be settled by: ", "尚待确定："), &open);
        explain_marks(w->form, part, w->lang, &marks);
        list_line(w, indent, L("evidence: ", "填报情况："), &marks);
    }
    reported_line(w, part, indent);
    if (!value_same(&part->score, &part->weight) && part->part->kind == PART_INDICATOR && part->status != STATUS_NOT_APPLICABLE)
        place_line(w, part, indent);
    if (!w->trace) return;
    TextList trace = { 0 };
    explain_trace(w->form, part, w->lang, &trace);
    for (int i = 0; i < trace.count; i++)
        note_line(w, indent + 2, "", trace.at[i]);
}

static void part_head(Writer *w, const PartResult *part, int depth) {
    Buf head = { 0 };
    for (int i = 0; i < depth; i++)
        buf_add_z(&head, "  ");
    bool indicator = part->part->kind == PART_INDICATOR;
    if (indicator) buf_format(&head, "%s ", status_sign(part->status));
    buf_add(&head, one_line(text_trim(part->name)));
    buf_add_z(&head, "  ");
    pad(w->out, buf_text(&head), 56, false);
    buf_char(w->out, ' ');
    pad(w->out, score_text(w, part), 12, true);
    Text weight = weight_text(w, part);
    if (!text_is_z(weight, "0")) buf_format(w->out, " / %.*s", TEXT_ARG(weight)); /* a penalty weighs nothing */
    buf_char(w->out, '\n');
}

static void write_part(Writer *w, const PartResult *part, int depth) {
    if (part->part->kind > PART_GROUP) return;
    part_head(w, part, depth);
    part_details(w, part, depth * 2 + 4);
    for (int i = 0; i < part->part->children.count; i++)
        write_part(w, &w->form->parts[part->part->children.at[i]], depth + 1);
}

/* Rows under the names of their groups, each name told when it changes. */
static void write_rows(Writer *w) {
    const PartResult *before = NULL;
    for (int i = 0; i < w->form->row_count; i++) {
        const PartResult *row = &w->form->rows[i].parts[0];
        if (row->skipped) continue;
        int groups = row->part->groups.count;
        bool changed = false;
        for (int g = 0; g < groups; g++) {
            changed |= !before || !text_same_name(before->groups[g], row->groups[g]);
            if (!changed || text_is_blank(row->groups[g])) continue;
            for (int k = 0; k < g; k++)
                buf_add_z(w->out, "  ");
            buf_add(w->out, one_line(text_trim(row->groups[g])));
            buf_char(w->out, '\n');
        }
        part_head(w, row, groups);
        part_details(w, row, groups * 2 + 4);
        for (int f = 1; f < w->form->program->row.parts.count; f++) {
            const PartResult *told = &w->form->rows[i].parts[f];
            if (told->part->kind == PART_REQUIRED && told->condition != TRUTH_NO && told->amount.kind == VALUE_MISSING)
                note_line(w, groups * 2 + 4, L("required and missing: ", "必填而未填："), told->part->name);
            else if (told->part->kind == PART_FLAG && told->condition == TRUTH_YES)
                note_line(w, groups * 2 + 4, L("flag: ", "提示："), explain_message(w->form, told, w->lang));
        }
        before = row;
    }
}

static void grade_text(const FormResult *form, Buf *buf) {
    for (int i = 0; i < form->grade_count; i++) {
        if (i > 0) buf_char(buf, '/');
        buf_add(buf, form->program->bands.at[form->grades[i]].name);
    }
}

static void write_others(Writer *w) {
    for (int i = 0; i < w->form->program->form.parts.count; i++) {
        const PartResult *part = &w->form->parts[i];
        const char *unknown = part->condition == TRUTH_UNKNOWN ? L(" (perhaps)", "（未定）") : "";
        Buf buf = { 0 };
        switch (part->part->kind) {
        case PART_ADJUSTMENT:
            if (part->condition == TRUTH_NO) continue;
            buf_format(&buf, L("adjustment \"%.*s\": %.*s%s", "调整“%.*s”：%.*s%s"), TEXT_ARG(part->name), TEXT_ARG(explain_number(w->form, &part->score, w->lang)), unknown);
            break;
        case PART_VETO:
            if (part->condition == TRUTH_NO) continue;
            buf_format(&buf, L("veto \"%.*s\"%s", "一票否决“%.*s”%s"), TEXT_ARG(part->name), unknown);
            if (part->part->band >= 0)
                buf_format(&buf, L(": grade %.*s", "：等级 %.*s"), TEXT_ARG(w->form->program->bands.at[part->part->band].name));
            else if (part->part->amount >= 0)
                buf_format(&buf, L(": score %.*s", "：得分 %.*s"), TEXT_ARG(explain_number(w->form, &part->slots[part->part->amount], w->lang)));
            break;
        case PART_CHECK:
            if (part->condition == TRUTH_YES) continue;
            buf_format(&buf, L("check \"%.*s\" %s", "检查“%.*s”%s"), TEXT_ARG(explain_message(w->form, part, w->lang)),
                       part->condition == TRUTH_NO ? L("fails", "不成立") : L("cannot be decided", "无法判断"));
            break;
        case PART_FLAG:
            if (part->condition != TRUTH_YES) continue;
            buf_add_z(&buf, L("flag", "提示"));
            if (part->part->parent >= 0 && w->form->parts[part->part->parent].part->kind <= PART_GROUP)
                buf_format(&buf, L(" on %.*s", "（%.*s）"), TEXT_ARG(w->form->parts[part->part->parent].name));
            buf_format(&buf, L(": %.*s", "：%.*s"), TEXT_ARG(explain_message(w->form, part, w->lang)));
            break;
        case PART_REQUIRED:
            if (part->condition == TRUTH_NO || part->amount.kind != VALUE_MISSING) continue;
            buf_format(&buf, L("required and missing: %.*s", "必填而未填：%.*s"), TEXT_ARG(part->name));
            break;
        case PART_INDICATOR:
        case PART_GROUP:
        case PART_TOTAL: continue;
        case PART_REPORTED: {
            Text printed = verdict_reported(part);
            if (!printed.length) continue;
            Buf grades = { 0 };
            if (part->code->ops.at[part->part->amount].code == OP_TOTAL && part->code->ops.at[part->part->amount].mode == MEMBER_GRADE)
                grade_text(w->form, &grades);
            Text by_rule = grades.length ? buf_text(&grades) : explain_number(w->form, &part->amount, w->lang);
            buf_format(&buf, L("reported %.*s %.*s: %.*s by the rules", "自报 %.*s %.*s：按规则为 %.*s"), TEXT_ARG(part->name), TEXT_ARG(printed),
                       TEXT_ARG(by_rule));
            Verdict verdict = verdict_of(part, printed);
            if (verdict != VERDICT_NONE) buf_format(&buf, L(", %.*s", "，%.*s"), TEXT_ARG(verdict_text(verdict, w->lang)));
            break;
        }
        }
        note_line(w, 0, "", buf_text(&buf));
    }
}

static void write_losses(Writer *w) {
    PartList parts = { 0 };
    explain_losses(w->form, &parts, 8);
    if (parts.count == 0) return;
    buf_add_z(w->out, L("points lost, greatest first:\n", "失分，由多到少：\n"));
    for (int i = 0; i < parts.count; i++) {
        Value lost = result_lost(parts.at[i], w->form->program->units);
        Buf line = { 0 };
        buf_format(&line, "%.*s  %.*s", TEXT_ARG(explain_number(w->form, &lost, w->lang)), TEXT_ARG(one_line(text_trim(parts.at[i]->name))));
        note_line(w, 2, "", buf_text(&line));
    }
}

static void write_needed(Writer *w) {
    NeededList needed = { 0 };
    explain_needed(w->form, &needed);
    if (needed.count == 0) return;
    buf_add_z(w->out, L("still missing, what matters most first:\n", "仍缺的数据，影响大的在前：\n"));
    for (int i = 0; i < needed.count && i < 20; i++) {
        Buf line = { 0 };
        buf_add(&line, one_line(text_trim(needed.at[i].name)));
        if (!needed.at[i].unbounded) {
            Buf points = { 0 };
            rat_write_short(&points, needed.at[i].points, 2);
            buf_format(&line, L("  (up to %.*s points)", "（至多影响 %.*s 分）"), TEXT_ARG(buf_text(&points)));
        }
        note_line(w, 2, "", buf_text(&line));
    }
    if (needed.count > 20) buf_format(w->out, L("  … and %d more\n", "  …… 另有 %d 项\n"), needed.count - 20);
}

static void write_form(Writer *w, bool named) {
    const PartResult *total = result_total(w->form);
    Buf grades = { 0 };
    if (named) buf_format(w->out, L("form %.*s\n", "表单 %.*s\n"), TEXT_ARG(w->form->id));
    write_rows(w);
    for (int i = 0; i < total->part->children.count; i++)
        write_part(w, &w->form->parts[total->part->children.at[i]], 0);
    write_others(w);
    buf_format(w->out, L("total %.*s / %.*s", "总分 %.*s / %.*s"), TEXT_ARG(score_text(w, total)), TEXT_ARG(weight_text(w, total)));
    grade_text(w->form, &grades);
    if (grades.length) buf_format(w->out, L("   grade %.*s", "   等级 %.*s"), TEXT_ARG(buf_text(&grades)));
    buf_char(w->out, '\n');
    Text reason = explain_reason(w->form, total, w->lang);
    if (reason.length) note_line(w, 2, "", reason);
    if (total->incomplete) note_line(w, 2, "", text_of(L("a part without a weight is not in it, so no verdict is given", "有一项没有分值，未计入，因此不作核实")));
    reported_line(w, total, 2);
    write_losses(w);
    write_needed(w);
}

/* ---- many forms ---- */

static void write_table(Writer *w, const Scored *scored) {
    int id_width = 4, total_width = 6, grade_width = 5;
    for (int i = 0; i < scored->results.count; i++) {
        Buf grades = { 0 };
        w->form = scored->results.at[i];
        grade_text(w->form, &grades);
        int id = text_width(w->form->id), total = text_width(score_text(w, result_total(w->form))), grade = text_width(buf_text(&grades));
        if (id > id_width) id_width = id < 60 ? id : 60;
        if (total > total_width) total_width = total;
        if (grade > grade_width) grade_width = grade;
    }
    bool reported = scored->program->form.parts.at[scored->program->total]->reported >= 0;
    pad(w->out, text_of(L("form", "表单")), id_width, false);
    buf_add_z(w->out, "  ");
    pad(w->out, text_of(L("total", "总分")), total_width, true);
    bool graded = scored->program->bands.count > 0;
    if (graded) {
        buf_add_z(w->out, "  ");
        pad(w->out, text_of(L("grade", "等级")), reported ? grade_width : 0, false);
    }
    if (reported) buf_add_z(w->out, L("  reported", "  自报"));
    buf_char(w->out, '\n');
    for (int i = 0; i < scored->results.count; i++) {
        w->form = scored->results.at[i];
        const PartResult *total = result_total(w->form);
        Buf grades = { 0 };
        grade_text(w->form, &grades);
        pad(w->out, w->form->id, id_width, false);
        buf_add_z(w->out, "  ");
        pad(w->out, score_text(w, total), total_width, true);
        Text printed = verdict_reported(total);
        if (graded) {
            buf_add_z(w->out, "  ");
            pad(w->out, buf_text(&grades), printed.length ? grade_width : 0, false);
        }
        if (printed.length) {
            Verdict verdict = verdict_of(total, printed);
            buf_format(w->out, "  %.*s", TEXT_ARG(printed));
            if (verdict != VERDICT_NONE) buf_format(w->out, L(" (%.*s)", "（%.*s）"), TEXT_ARG(verdict_text(verdict, w->lang)));
        }
        buf_char(w->out, '\n');
    }
}

void score_write_text(Buf *out, const Scored *scored, const ScoreOptions *options) {
    Writer writer = { .out = out, .lang = options->lang, .trace = options->trace, .color = options->color }, *w = &writer;
    int count = scored->results.count;
    bool full = !options->brief && (options->explain || options->form.length || count <= 3);
    for (int i = 0; full && i < count; i++) {
        w->form = scored->results.at[i];
        write_form(w, scored->sources > 0 || count > 1);
        buf_add_z(out, i + 1 < count ? "\n" : "");
    }
    if (full && count > 1) buf_char(out, '\n');
    if (!full || count > 1) write_table(w, scored);
    if (!full && count > 3 && !options->brief)
        buf_format(out, L("(%d forms; --form ID explains one, --explain all)\n", "（共 %d 张表单；--form 编号 看其中一张的说明，--explain 看全部）\n"), count);
}
