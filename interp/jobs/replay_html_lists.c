#include "jobs/replay_html.h"

/* ---- pieces ---- */

static Text or_dash(Text text) {
    return text.length ? text : TEXT("—");
}

/* The file without its folders: a table has no room for them. */
static Text base_name(Text path) {
    size_t start = 0;
    for (size_t i = 0; i < path.length; i++)
        if (path.at[i] == '/' || path.at[i] == '\\') start = i + 1;
    return text_slice(path, start, path.length);
}

/* A number of the machine formats for people; anything else (a grade) as it is. */
static Text shown(Text text) {
    Rat number;
    return html_read_number(text, &number) ? html_number(number, false) : text;
}

static Text range_text(Text low, Text high) {
    Buf buf = { 0 };
    if (low.length && high.length && !text_is(low, high))
        buf_format(&buf, "%.*s – %.*s", TEXT_ARG(shown(low)), TEXT_ARG(shown(high)));
    else if (low.length && high.length)
        buf_add(&buf, shown(low));
    else if (low.length)
        buf_format(&buf, "≥ %.*s", TEXT_ARG(shown(low)));
    else if (high.length)
        buf_format(&buf, "≤ %.*s", TEXT_ARG(shown(high)));
    return buf_text(&buf);
}

/* Ids are long words: they may break behind an underscore. */
static void write_id(Buf *out, Text id) {
    size_t start = 0;
    for (long at = text_find(id, TEXT("_"), 0); at >= 0; at = text_find(id, TEXT("_"), start)) {
        html_text(out, text_slice(id, start, (size_t)at + 1));
        buf_add_z(out, "<wbr>");
        start = (size_t)at + 1;
    }
    html_text(out, text_slice(id, start, id.length));
}

/* What tables are sorted by, where it is a number: at most six decimals are enough for an order. */
static void add_key(Buf *out, Rat number) {
    if (rat_is_huge(number)) return;
    rat_write(out, rat_round(number, 6, RAT_HALF_UP));
}

static void add_key_of(Buf *out, Text text) {
    Rat number;
    int places;
    if (html_read_number(text, &number) || cell_printed(text, &number, &places)) add_key(out, number);
}

/* What follows from the entries: the single value, the range it lies in.  A fraction stands in full in the title. */
static void write_follows(const Page *p, Text expected, Text low, Text high) {
    Text range = range_text(low, high), single = shown(expected);
    buf_add_z(p->out, "<td class=n data-n=\"");
    add_key_of(p->out, expected.length ? expected : low);
    buf_char(p->out, '"');
    if (expected.length && !text_is(single, expected)) html_put(p->out, " title=\"{0}\"", expected);
    buf_char(p->out, '>');
    html_text(p->out, expected.length ? single : or_dash(range));
    if (expected.length && range.length && !text_is(range, single)) html_put(p->out, "<small>{0}</small>", range);
}

static void write_verdict(const Page *p, Verdict verdict) {
    if (verdict == VERDICT_NONE)
        buf_add_z(p->out, "<td>");
    else
        html_put(p->out, "<td><span class=\"badge {0}\">{1}</span>", text_of(verdict_name(verdict)), verdict_text(verdict, p->lang));
}

static Text sure_text(const Page *p, bool certain) {
    return certain ? LT("certain", "确定") : LT("judgement", "需判断");
}

/* "row 12, D14"; in full with the file, the sheet and the column. */
static Text place_text(const Page *p, const FormPlace *place, bool full) {
    Buf buf = { 0 };
    const char *comma = L(", ", "，");
    if (full && place->file.length) buf_add(&buf, place->file);
    if (place->sheet.length && full) buf_format(&buf, "%s%.*s", buf.length ? comma : "", TEXT_ARG(place->sheet));
    if (place->row > 0) buf_format(&buf, L("%srow %ld", "%s第 %ld 行"), buf.length ? comma : "", place->row);
    if (full && place->column.length)
        buf_format(&buf, L("%scolumn %.*s", "%s“%.*s”列"), buf.length ? comma : "", TEXT_ARG(place->column));
    if (place->cell.length) buf_format(&buf, "%s%.*s", buf.length ? comma : "", TEXT_ARG(place->cell));
    return buf_text(&buf);
}

/* ---- the explanation of a finding ---- */

static void write_item(const Page *p, Text term, Text text) {
    if (text.length) html_put(p->out, "<div><dt>{0}<dd>{1}</div>", term, text);
}

/* Steps of the arithmetic are indented: their blanks are kept. */
static void write_lines(const Page *p, Text term, const TextList *lines, Text told) {
    bool any = false;
    for (int i = 0; i < lines->count; i++) {
        if (lines->at[i].length == 0 || text_begins(told, lines->at[i])) continue;
        if (!any) html_put(p->out, "<div><dt>{0}<dd>", term);
        any = true;
        html_put(p->out, "<span>{0}</span>", lines->at[i]);
    }
    if (any) buf_add_z(p->out, "</div>");
}

static Text printed_text(const Finding *finding) {
    return finding->printed.length ? finding->printed : TEXT("—");
}

static void write_explanation(const Page *p, const Kept *kept) {
    const Finding *finding = &kept->finding;
    Buf rule = { 0 };
    if (finding->file.length) buf_format(&rule, "%.*s:%d", TEXT_ARG(finding->file), finding->line);
    html_put(p->out, "<details><summary>{0}</summary><dl>",
             finding->reason.length ? finding->reason : LT("Explanation", "说明"));
    write_item(p, LT("Target", "目标值"), kept->target);
    write_item(p, LT("Actual", "完成值"), kept->actual);
    write_item(p, LT("Printed", "表中所填"), finding->printed);
    write_lines(p, LT("Reckoning", "计算"), &kept->explanation, finding->reason);
    write_item(p, LT("Comes out by", "另法可得"), finding->known);
    write_item(p, LT("Stands in", "位置"), place_text(p, &finding->place, true));
    write_item(p, LT("Rule", "规则"), buf_text(&rule));
    write_item(p, LT("Legal basis", "依据"), finding->cites);
    buf_add_z(p->out, "</dl></details>");
}

void replay_html_pattern_examples(const Page *p, const Pattern *pattern) {
    for (int i = 0; i < pattern->example_count; i++) {
        const Finding *finding = &pattern->examples[i]->finding;
        Text follows = finding->expected.length ? shown(finding->expected) : or_dash(range_text(finding->low, finding->high));
        html_put(p->out, L("<div>{0}, {1}: printed {2}, follows {3}", "<div>{0}，{1}：表中所填 {2}，应为 {3}"),
                 finding->form, or_dash(finding->name), printed_text(finding), follows);
        write_explanation(p, pattern->examples[i]);
        buf_add_z(p->out, "</div>");
    }
}

/* ---- tables that are sorted and filtered ---- */

typedef struct Column {
    bool shown, number;
    int width;              /* its share of a screen */
    Text title;
} Column;

/* The widths are fixed so that a browser lays out only what is on the screen, however long the table. */
static void begin_live(const Page *p, const char *id, Text label, const Column *columns, int count) {
    int sum = 0;
    for (int i = 0; i < count; i++)
        sum += columns[i].shown ? columns[i].width : 0;
    html_put(p->out, "<div class=scroll tabindex=0 role=region aria-label=\"{0}\"><table id={1} class=live style=\"--columns:", label, text_of(id));
    for (int i = 0; i < count; i++)
        if (columns[i].shown) buf_format(p->out, " minmax(0,%dfr)", columns[i].width);
    buf_add_z(p->out, "\"><colgroup>");
    for (int i = 0; i < count; i++) /* for paper, where it is an ordinary table */
        if (columns[i].shown) buf_format(p->out, "<col style=\"width:%d%%\">", columns[i].width * 100 / sum);
    buf_add_z(p->out, "</colgroup><thead><tr>");
    for (int i = 0; i < count; i++)
        if (columns[i].shown) replay_html_header(p, columns[i].number, columns[i].title);
    buf_add_z(p->out, "</thead>\n");
}

/* ---- filters ---- */

static void write_option(const Page *p, Text value, Text label, long count) {
    html_put(p->out, "<option value=\"{0}\">{1} ({2})", value, or_dash(label), html_count(count));
}

static void begin_select(const Page *p, const char *name, Text label) {
    html_put(p->out, "<label>{0}<select name={1}><option value=\"\">{2}", label, text_of(name), LT("all", "全部"));
}

static void end_select(const Page *p) {
    buf_add_z(p->out, "</select></label>\n");
}

static void write_search(const Page *p) {
    html_put(p->out, "<label>{0}<input name=q type=search autocomplete=off></label>\n", LT("Search text", "搜索"));
}

static void end_filter(const Page *p) {
    html_put(p->out, "<button type=reset>{0}</button>\n<output aria-live=polite data-text=\"{1}\"></output>\n</form>\n",
             LT("Show all", "全部显示"), LT("{0} of {1} shown", "显示 {1} 条中的 {0} 条"));
}

/* Units by number, in the order in which they first appear. */
typedef struct Names {
    VEC(Text) names;
    VEC(long) counts;
} Names;

static int name_index(Names *names, Text name) {
    for (int i = 0; i < names->names.count; i++)
        if (text_is(names->names.at[i], name)) {
            names->counts.at[i]++;
            return i;
        }
    vec_push(&names->names, name);
    vec_push(&names->counts, 1);
    return names->names.count - 1;
}

static void write_filter(const Page *p, const Names *units) {
    long kinds[FINDING_COUNT] = { 0 }, verdicts[VERDICT_COUNT] = { 0 }, sure[2] = { 0 };
    for (int i = 0; i < p->replay->worst.count; i++) {
        const Finding *finding = &p->replay->worst.at[i]->finding;
        kinds[finding->id]++;
        verdicts[finding->verdict]++;
        sure[finding->certain]++;
    }
    buf_add_z(p->out, "<form class=filter data-table=findings-table hidden>\n");
    write_search(p);
    begin_select(p, "k", LT("Finding", "问题"));
    for (int i = 0; i < FINDING_COUNT; i++)
        if (kinds[i]) write_option(p, text_of(finding_slug((FindingId)i)), finding_title((FindingId)i, p->lang), kinds[i]);
    end_select(p);
    begin_select(p, "v", LT("Verdict", "结论"));
    for (int i = VERDICT_NONE + 1; i < VERDICT_COUNT; i++)
        if (verdicts[i]) write_option(p, text_of(verdict_name((Verdict)i)), verdict_text((Verdict)i, p->lang), verdicts[i]);
    end_select(p);
    begin_select(p, "c", LT("How sure", "确定程度"));
    for (int i = 1; i >= 0; i--)
        if (sure[i]) write_option(p, i ? TEXT("1") : TEXT("0"), sure_text(p, i), sure[i]);
    end_select(p);
    if (units->names.count > 1) {
        begin_select(p, "u", LT("Unit", "单位"));
        for (int i = 0; i < units->names.count; i++)
            write_option(p, html_count(i), units->names.at[i], units->counts.at[i]);
        end_select(p);
    }
    html_put(p->out, "<button type=button class=open aria-pressed=false>{0}</button>\n"
                     "<label class=check><input type=checkbox class=paper checked>{1}</label>\n",
             LT("Open all explanations", "展开全部说明"), LT("print the explanations", "打印时附说明"));
    end_filter(p);
}

/* ---- findings ---- */

/* End tags that HTML lets one leave out are left out: a report has thousands. */
static void write_finding(const Page *p, const Kept *kept, int number, int unit, bool units) {
    const Finding *finding = &kept->finding;
    Buf *out = p->out;
    html_put(out, "<tbody data-k={0} data-v=\"{1}\" data-c={2} data-u={3}>\n<tr class=has-why>", text_of(finding_slug(finding->id)),
             text_of(verdict_name(finding->verdict)), finding->certain ? TEXT("1") : TEXT("0"), html_count(unit));
    html_put(out, "<td class=n data-n={0}>{0}<td>", html_count(number));
    write_id(out, finding->form);
    if (units) html_put(out, "<td>{0}", or_dash(kept->unit));
    html_put(out, "<td>{0}", or_dash(place_text(p, &finding->place, false)));
    if (finding->place.file.length) html_put(out, "<small>{0}</small>", base_name(finding->place.file));
    html_put(out, "<td>{0}", or_dash(finding->name));
    if (finding->path.length) html_put(out, "<small>{0}</small>", finding->path);
    html_put(out, "<td>{0}", finding_title(finding->id, p->lang));
    write_verdict(p, finding->verdict);
    html_put(out, "<td>{0}", sure_text(p, finding->certain));
    buf_add_z(out, "<td class=\"n any\" data-n=\"");
    add_key_of(out, finding->printed);
    html_put(out, "\">{0}", printed_text(finding));
    write_follows(p, finding->expected, finding->low, finding->high);
    if (finding->has_points)
        replay_html_points(p, finding->points);
    else
        buf_add_z(out, "<td class=n data-n=\"\">");
    buf_format(out, "\n<tr class=why><td><td colspan=%d>", 9 + units);
    write_explanation(p, kept);
    buf_char(out, '\n');
}

static void write_left_out(const Page *p) {
    Text kept = html_count(p->replay->worst.count), rest = html_count(p->replay->worst_left_out);
    if (p->replay->worst_left_out <= 0) return;
    html_put(p->out,
             L("<p class=warn>The {0} weightiest findings stand here; {1} more are counted above and not listed. "
               "<code>heng replay --format csv</code> (or <code>jsonl</code>) of the same rules and data lists all of them.</p>\n",
               "<p class=warn>此处列出最重要的 {0} 条；另有 {1} 条只计入上文，未在此列出。对同一规则和数据运行 "
               "<code>heng replay --format csv</code>（或 <code>jsonl</code>）可得全部。</p>\n"),
             kept, rest);
}

void replay_html_list_findings(const Page *p) {
    const Replay *replay = p->replay;
    Names units = { 0 };
    int *unit = MEM_ARRAY(int, replay->worst.count + 1);
    for (int i = 0; i < replay->worst.count; i++)
        unit[i] = name_index(&units, replay->worst.at[i]->unit);
    bool has_units = units.names.count > 1 || (units.names.count == 1 && units.names.at[0].length);
    replay_html_heading(p, "findings", LT("Findings", "问题清单"));
    if (replay->worst.count == 0) {
        html_put(p->out, "<p>{0}</p>\n", LT("None.", "无。"));
        return;
    }
    html_put(p->out, "<p class=soft>{0}</p>\n",
             LT("Certain before judgement, contradicted first, then by points. Each opens its explanation.",
                "确定的在前、需判断的在后，不成立的在前，再按分数大小。点开可看说明。"));
    write_left_out(p);
    write_filter(p, &units);
    const Column columns[] = {
        { true, true, 3, LT("No.", "序号") },            { true, false, 8, LT("Form", "表单") },
        { has_units, false, 8, LT("Unit", "单位") },     { true, false, 6, LT("Place", "位置") },
        { true, false, 10, LT("Indicator", "指标") },    { true, false, 8, LT("Finding", "问题") },
        { true, false, 7, LT("Verdict", "结论") },       { true, false, 5, LT("How sure", "确定程度") },
        { true, true, 5, LT("Printed", "表中所填") },     { true, true, 5, LT("Follows", "应为") },
        { true, true, 5, LT("Points", "分差") },
    };
    begin_live(p, "findings-table", LT("Findings", "问题清单"), columns, (int)(sizeof columns / sizeof *columns));
    for (int i = 0; i < replay->worst.count; i++)
        write_finding(p, replay->worst.at[i], i + 1, unit[i], has_units);
    replay_html_end_table(p);
}

/* ---- forms ---- */

typedef struct FormColumns {
    bool units, years, versions, grades, reported_grades;
} FormColumns;

static FormColumns columns_of(const Replay *replay) {
    FormColumns has = { .versions = replay->program_count > 1 };
    for (int i = 0; i < replay->kept_forms.count; i++) {
        const KeptForm *form = replay->kept_forms.at[i];
        has.units |= form->unit.length > 0;
        has.years |= form->year > 0;
        has.grades |= form->grades.length > 0;
        has.reported_grades |= form->reported_grade.length > 0;
    }
    return has;
}

static void write_kept_form(const Page *p, const KeptForm *form, FormColumns has) {
    Buf *out = p->out;
    buf_add_z(out, "<tbody><tr><td>");
    write_id(out, form->id);
    if (has.units) html_put(out, "<td>{0}", or_dash(form->unit));
    if (has.years) html_put(out, "<td class=n>{0}", form->year > 0 ? html_count(form->year) : TEXT("—"));
    if (has.versions) html_put(out, "<td>{0}", or_dash(form->version));
    buf_add_z(out, "<td class=\"n any\" data-n=\"");
    add_key_of(out, form->reported);
    html_put(out, "\">{0}", or_dash(form->reported));
    if (has.reported_grades) html_put(out, "<td>{0}", or_dash(form->reported_grade));
    write_follows(p, form->expected, form->low, form->high);
    if (has.grades) html_put(out, "<td>{0}", or_dash(form->grades));
    write_verdict(p, form->verdict);
    html_put(out, "<td class=n data-n={0}", html_count(form->findings));
    if (form->findings > 0) html_put(out, " data-form=\"{0}\"", form->id);
    html_put(out, ">{0}<td class=n data-n={1}>{1}", html_count(form->findings), html_count(form->contradicted));
    replay_html_points(p, form->over);
    replay_html_points(p, rat_negate(form->under));
    buf_char(out, '\n');
}

void replay_html_list_forms(const Page *p) {
    const Replay *replay = p->replay;
    FormColumns has = columns_of(replay);
    replay_html_heading(p, "forms", LT("Forms", "表单"));
    if (replay->kept_forms.count == 0) {
        html_put(p->out, "<p>{0}</p>\n", LT("None.", "无。"));
        return;
    }
    if (replay->forms_left_out > 0)
        html_put(p->out,
                 L("<p class=warn>{0} forms stand here; {1} more are counted above and not listed.</p>\n",
                   "<p class=warn>此处列出 {0} 张；另有 {1} 张只计入上文，未在此列出。</p>\n"),
                 html_count(replay->kept_forms.count), html_count(replay->forms_left_out));
    buf_add_z(p->out, "<form class=filter data-table=forms-table hidden>\n");
    write_search(p);
    end_filter(p);
    const Column columns[] = {
        { true, false, 9, LT("Form", "表单") },                   { has.units, false, 9, LT("Unit", "单位") },
        { has.years, true, 4, LT("Year", "年度") },               { has.versions, false, 5, LT("Rules", "规则版本") },
        { true, true, 5, LT("Reported total", "自报总分") },      { has.reported_grades, false, 5, LT("Reported grade", "自报等级") },
        { true, true, 7, LT("Follows", "应为") },                 { has.grades, false, 5, LT("Grade", "等级") },
        { true, false, 7, LT("Verdict", "结论") },                { true, true, 5, LT("Findings", "问题数") },
        { true, true, 6, LT("Contradicted", "不成立") },          { true, true, 5, LT("Too much", "多计") },
        { true, true, 5, LT("Too little", "少计") },
    };
    begin_live(p, "forms-table", LT("Forms", "表单"), columns, (int)(sizeof columns / sizeof *columns));
    for (int i = 0; i < replay->kept_forms.count; i++)
        write_kept_form(p, replay->kept_forms.at[i], has);
    replay_html_end_table(p);
}
