/* write_replay_html.c - a replay as one page that goes into an audit file: read on screen, printed, signed.  It needs
   nothing but itself and says all of it without its script.  First the result in plain words and what it rests on, then
   what the findings have in common, then each of them with its reasons, at the end the evidence and a place to sign. */
#include "data/date.h"
#include "jobs/chart_svg.h"
#include "jobs/manifest.h"
#include "jobs/replay_html.h"

/* ---- pieces ---- */

long replay_html_findings(const Replay *replay) {
    long count = 0;
    for (int i = 0; i < FINDING_COUNT; i++)
        count += replay->findings[i];
    return count;
}

void replay_html_heading(const Page *p, const char *id, Text title) {
    html_put(p->out, "<h2 id={0}>{1}</h2>\n", text_of(id), title);
}

void replay_html_table(const Page *p, const char *attributes, Text label) {
    html_put(p->out, "<div class=scroll tabindex=0 role=region aria-label=\"{0}\"><table ", label);
    buf_add_z(p->out, attributes);
    buf_add_z(p->out, "><thead><tr>");
}

void replay_html_end_table(const Page *p) {
    buf_add_z(p->out, "</table></div>\n");
}

void replay_html_header(const Page *p, bool number, Text title) {
    html_put(p->out, number ? "<th scope=col class=n>{0}" : "<th scope=col>{0}", title);
}

void replay_html_points(const Page *p, Rat points) {
    buf_add_z(p->out, rat_sign(points) > 0 && !rat_is_huge(points) ? "<td class=\"n more\" data-n=" : "<td class=n data-n=");
    if (rat_is_huge(points))
        buf_add_z(p->out, "\"\"");
    else
        rat_write(p->out, rat_round(points, 6, RAT_HALF_UP));
    Text shown = html_number(points, true);
    if (text_ends(shown, TEXT("…"))) html_put(p->out, " title=\"{0}\"", rat_text(points));
    html_put(p->out, ">{0}", shown);
}

static void write_count(const Page *p, long n) {
    html_put(p->out, "<td class=n data-n={0}>{0}", html_count(n));
}

static Text counted(long n, const char *one, const char *many) {
    Buf buf = { 0 };
    buf_format(&buf, "%ld %s", n, n == 1 ? one : many);
    return buf_text(&buf);
}

static long sum_of(const long *verdicts) {
    long sum = 0;
    for (int i = VERDICT_NONE + 1; i < VERDICT_COUNT; i++)
        sum += verdicts[i];
    return sum;
}

static long judged_as(const Replay *replay, Verdict verdict) {
    return replay->verdicts[verdict] + replay->total_verdicts[verdict] + replay->other_verdicts[verdict];
}

/* ---- which rules, which data ---- */

static const Module *rules_of(const Program *program) {
    return program->scheme->main;
}

static Text name_of(const Module *rules) {
    return rules->title.length ? rules->title : rules->source ? rules->source->path : TEXT_NONE;
}

static Text day_text(const Node *node) {
    Buf buf = { 0 };
    int64_t day;
    if (node && node->kind == NODE_DATE && rat_to_int64(node->number, &day)) date_write(&buf, day);
    return buf_text(&buf);
}

/* "2022-01-01 to 2022-12-31", "from 2022-01-01". */
static Text force_text(const Page *p, const Module *rules) {
    Buf buf = { 0 };
    if (!rules->force) return TEXT("—");
    Text from = day_text(rules->force->count > 0 ? rules->force->kid[0] : NULL);
    Text to = day_text(rules->force->count > 1 ? rules->force->kid[1] : NULL);
    if (to.length)
        buf_format(&buf, L("%.*s to %.*s", "%.*s 至 %.*s"), TEXT_ARG(from), TEXT_ARG(to));
    else
        buf_format(&buf, L("from %.*s", "%.*s 起"), TEXT_ARG(from));
    return buf_text(&buf);
}

static void write_rules(const Page *p) {
    replay_html_table(p, "", LT("Rules", "规则"));
    replay_html_header(p, false, LT("Rules", "规则"));
    replay_html_header(p, false, LT("Version", "版本"));
    replay_html_header(p, false, LT("In force", "施行"));
    replay_html_header(p, false, LT("Legal basis", "依据"));
    replay_html_header(p, false, LT("File", "文件"));
    buf_add_z(p->out, "</thead><tbody>\n");
    for (int i = 0; i < p->replay->program_count; i++) {
        const Module *rules = rules_of(p->replay->programs[i]);
        html_put(p->out, "<tr><td>{0}<td>{1}<td>{2}<td>{3}<td>{4}\n", name_of(rules), rules->version.length ? rules->version : TEXT("—"),
                 force_text(p, rules), rules->cites.length ? rules->cites : TEXT("—"), rules->source ? rules->source->path : TEXT("—"));
    }
    buf_add_z(p->out, "</tbody>");
    replay_html_end_table(p);
}

static const FormsFile *files_of(const Replay *replay, int *count) {
    *count = 0;
    return replay->forms ? replay_files(replay, count) : NULL;
}

static void write_data(const Page *p) {
    int count;
    const FormsFile *files = files_of(p->replay, &count);
    replay_html_table(p, "class=narrow", LT("Data", "数据"));
    replay_html_header(p, false, LT("Data", "数据"));
    replay_html_header(p, true, LT("Rows", "行数"));
    buf_add_z(p->out, "</thead><tbody>\n");
    for (int i = 0; i < count; i++)
        html_put(p->out, "<tr><td>{0}<td class=n>{1}\n", files[i].path, html_count(files[i].rows));
    buf_add_z(p->out, "</tbody>");
    replay_html_end_table(p);
}

/* ---- the result in plain words ---- */

static void add_scores(const Page *p, Buf *out, long contradicted) {
    Text over = html_number(p->replay->over, false), under = html_number(p->replay->under, false);
    if (contradicted == 0)
        buf_add_z(out, L("No reported score is contradicted by what was entered.", "没有自报得分与填报内容相矛盾。"));
    else if (p->lang == LANG_ZH)
        buf_format(out, "%ld 个自报得分中，%ld 个与填报内容不符，不成立：多计 %.*s 分，少计 %.*s 分。", p->replay->scored, contradicted,
                   TEXT_ARG(over), TEXT_ARG(under));
    else
        buf_format(out, "%ld of %ld reported scores %s contradicted by what was entered: %.*s points too much, %.*s too little.",
                   contradicted, p->replay->scored, contradicted == 1 ? "is" : "are", TEXT_ARG(over), TEXT_ARG(under));
}

static void add_contradicted(const Page *p, Buf *out) {
    long totals = p->replay->total_verdicts[VERDICT_CONTRADICTED], others = p->replay->other_verdicts[VERDICT_CONTRADICTED];
    add_scores(p, out, p->replay->verdicts[VERDICT_CONTRADICTED]);
    if (totals > 0)
        buf_format(out, L(" Of the reported totals %ld %s contradicted.", "自报总分中 %ld 个%s不成立。"), totals, L(totals == 1 ? "is" : "are", ""));
    if (others > 0)
        buf_format(out, L(" Of group scores, grades and other figures %ld %s contradicted.", "小计、等级和其他数字中 %ld 个%s不成立。"), others,
                   L(others == 1 ? "is" : "are", ""));
}

static void write_result(const Page *p) {
    const Replay *replay = p->replay;
    Buf text = { 0 };
    if (p->lang == LANG_ZH)
        buf_format(&text, "复核 %ld 张表、%ld 行。", replay->form_count, replay->row_count);
    else
        buf_format(&text, "%.*s, %.*s. ", TEXT_ARG(counted(replay->form_count, "form", "forms")),
                   TEXT_ARG(counted(replay->row_count, "row", "rows")));
    add_contradicted(p, &text);
    html_put(p->out, judged_as(replay, VERDICT_CONTRADICTED) ? "<p class=\"lead bad\">{0}</p>\n" : "<p class=lead>{0}</p>\n",
             buf_text(&text));
    html_put(p->out,
             L("<p>{0} scores cannot be verified from what was entered; {1} agree, {2} of these only as rounded. "
               "{3} of {4} forms have no certain finding.</p>\n",
               "<p>{0} 个得分凭所填内容无法核实；{1} 个一致，其中 {2} 个取整后才一致。{4} 张表中，{3} 张没有确定的问题。</p>\n"),
             html_count(replay->verdicts[VERDICT_UNVERIFIABLE]),
             html_count(replay->verdicts[VERDICT_AGREES] + replay->verdicts[VERDICT_ROUNDED]),
             html_count(replay->verdicts[VERDICT_ROUNDED]), html_count(replay->clean_forms), html_count(replay->form_count));
}

static void write_partial(const Page *p) {
    if (!p->replay->interrupted) return;
    html_put(p->out,
             L("<p class=warn role=alert>Partial: the replay was interrupted after {0} forms. What follows covers these alone and is "
               "no result for the data as a whole.</p>\n",
               "<p class=warn role=alert>不完整：复核在 {0} 张表后中断。以下内容只涉及这些表，不是全部数据的结论。</p>\n"),
             html_count(p->replay->form_count));
}

static void write_card(const Page *p, const char *class, Text title, Text value, Text small) {
    html_put(p->out, "<div class={0}><dt>{1}</dt><dd>{2}</dd><dd><small>{3}</small></dd></div>\n", text_of(class), title, value, small);
}

static Text three_counts(const Page *p, Verdict verdict) {
    Buf buf = { 0 };
    const Replay *replay = p->replay;
    buf_format(&buf, L("scores %ld, totals %ld, other %ld", "得分 %ld，总分 %ld，其他 %ld"), replay->verdicts[verdict],
               replay->total_verdicts[verdict], replay->other_verdicts[verdict]);
    return buf_text(&buf);
}

static void write_cards(const Page *p) {
    const Replay *replay = p->replay;
    Buf points = { 0 }, clean = { 0 };
    Text over = html_number(replay->over, true), under = html_number(rat_negate(replay->under), true);
    buf_format(&points, "%.*s / %.*s", TEXT_ARG(over), TEXT_ARG(under));
    long certain = 0;
    for (int i = 0; i < FINDING_COUNT; i++)
        certain += replay->certain[i];
    buf_format(&clean, L("certain %ld, judgement %ld", "确定 %ld，需判断 %ld"), certain, replay_html_findings(replay) - certain);
    buf_add_z(p->out, "<dl class=cards>\n");
    write_card(p, "contradicted", verdict_text(VERDICT_CONTRADICTED, p->lang), html_count(judged_as(replay, VERDICT_CONTRADICTED)),
               three_counts(p, VERDICT_CONTRADICTED));
    write_card(p, "contradicted", LT("points over / under", "多计 / 少计（分）"), buf_text(&points),
               LT("of the contradicted scores", "不成立的得分合计"));
    write_card(p, "unverifiable", verdict_text(VERDICT_UNVERIFIABLE, p->lang), html_count(judged_as(replay, VERDICT_UNVERIFIABLE)),
               three_counts(p, VERDICT_UNVERIFIABLE));
    write_card(p, "all", LT("findings", "问题"), html_count(replay_html_findings(replay)), buf_text(&clean));
    buf_add_z(p->out, "</dl>\n");
}

/* ---- numbers ---- */

static void write_verdict_row(const Page *p, Text title, const long *verdicts) {
    static const Verdict order[] = { VERDICT_AGREES, VERDICT_ROUNDED, VERDICT_CONTRADICTED, VERDICT_UNVERIFIABLE };
    html_put(p->out, "<tr><th scope=row>{0}", title);
    for (size_t i = 0; i < sizeof order / sizeof *order; i++)
        write_count(p, verdicts[order[i]]);
    write_count(p, sum_of(verdicts));
    buf_char(p->out, '\n');
}

static void write_verdicts(const Page *p) {
    replay_html_table(p, "class=narrow", LT("Verdicts", "结论"));
    replay_html_header(p, false, LT("Reported", "自报"));
    replay_html_header(p, true, verdict_text(VERDICT_AGREES, p->lang));
    replay_html_header(p, true, verdict_text(VERDICT_ROUNDED, p->lang));
    replay_html_header(p, true, verdict_text(VERDICT_CONTRADICTED, p->lang));
    replay_html_header(p, true, verdict_text(VERDICT_UNVERIFIABLE, p->lang));
    replay_html_header(p, true, LT("judged", "合计"));
    buf_add_z(p->out, "</thead><tbody>\n");
    write_verdict_row(p, LT("scores", "得分"), p->replay->verdicts);
    write_verdict_row(p, LT("totals", "总分"), p->replay->total_verdicts);
    write_verdict_row(p, LT("group scores, grades, other figures", "小计、等级、其他数字"), p->replay->other_verdicts);
    buf_add_z(p->out, "</tbody>");
    replay_html_end_table(p);
}

static void write_kinds(const Page *p) {
    const Replay *replay = p->replay;
    if (replay_html_findings(replay) == 0) return;
    replay_html_table(p, "class=narrow", LT("Findings by kind", "各类问题"));
    replay_html_header(p, false, LT("Finding", "问题"));
    replay_html_header(p, true, LT("certain", "确定"));
    replay_html_header(p, true, LT("judgement", "需判断"));
    replay_html_header(p, true, LT("all", "合计"));
    buf_add_z(p->out, "</thead><tbody>\n");
    for (int i = 0; i < FINDING_COUNT; i++) {
        if (replay->findings[i] == 0) continue;
        html_put(p->out, "<tr><th scope=row>{0}", finding_title((FindingId)i, p->lang));
        write_count(p, replay->certain[i]);
        write_count(p, replay->findings[i] - replay->certain[i]);
        write_count(p, replay->findings[i]);
        buf_char(p->out, '\n');
    }
    buf_add_z(p->out, "</tbody>");
    replay_html_end_table(p);
}

static Text tally_name(const Page *p, const Tally *tally) {
    if (tally->name.length == 0) return LT("(none)", "（未填）");
    return text_is(tally->name, TEXT("…")) ? LT("all others", "其余") : tally->name;
}

static void write_tallies(const Page *p, const Tally *tallies, int count, Text title) {
    if (count < 1 || (count == 1 && tallies[0].name.length == 0)) return;
    replay_html_table(p, "class=narrow", title);
    replay_html_header(p, false, title);
    replay_html_header(p, true, LT("forms", "表单"));
    replay_html_header(p, true, LT("findings", "问题"));
    replay_html_header(p, true, LT("contradicted", "不成立"));
    replay_html_header(p, true, LT("too much", "多计"));
    replay_html_header(p, true, LT("too little", "少计"));
    buf_add_z(p->out, "</thead><tbody>\n");
    for (int i = 0; i < count; i++) {
        html_put(p->out, "<tr><th scope=row>{0}", tally_name(p, &tallies[i]));
        write_count(p, tallies[i].forms);
        write_count(p, tallies[i].findings);
        write_count(p, tallies[i].contradicted);
        replay_html_points(p, tallies[i].over);
        replay_html_points(p, rat_negate(tallies[i].under));
        buf_char(p->out, '\n');
    }
    buf_add_z(p->out, "</tbody>");
    replay_html_end_table(p);
}

/* ---- charts ---- */

#define BARS_MAX 15

static void add_bar_text(Buf *text, const ChartBar *bar, const Page *p) {
    buf_format(text, L("%s%.*s %ld", "%s%.*s %ld"), text->length ? L("; ", "；") : "", TEXT_ARG(bar->label), bar->full + bar->outlined);
}

static void write_bars(const Page *p, Text title, const ChartBar *bars, int count, Text full, Text outlined) {
    Buf text = { 0 };
    if (count == 0) return;
    for (int i = 0; i < count; i++)
        add_bar_text(&text, &bars[i], p);
    BarChart chart = { .title = title, .text = buf_text(&text), .full = full, .outlined = outlined, .bars = bars, .count = count };
    chart_bars(p->out, &chart);
}

static void write_kind_chart(const Page *p) {
    ChartBar bars[FINDING_COUNT];
    int count = 0;
    for (int i = 0; i < FINDING_COUNT; i++)
        if (p->replay->findings[i] > 0)
            bars[count++] = (ChartBar){ finding_title((FindingId)i, p->lang), p->replay->certain[i],
                                        p->replay->findings[i] - p->replay->certain[i] };
    write_bars(p, LT("Findings by kind", "各类问题"), bars, count, LT("certain", "确定"), LT("judgement", "需判断"));
}

static void write_unit_chart(const Page *p) {
    ChartBar bars[BARS_MAX];
    int count = 0;
    for (int i = 0; i < p->replay->units.count && count < BARS_MAX; i++) {
        const Tally *unit = &p->replay->units.at[i];
        bool rest = text_is(unit->name, TEXT("…"));
        if (unit->findings == 0 || rest || (unit->name.length == 0 && p->replay->units.count == 1)) continue;
        bars[count++] = (ChartBar){ tally_name(p, unit), unit->contradicted, unit->findings - unit->contradicted };
    }
    write_bars(p, p->replay->units.count > BARS_MAX ? LT("Findings by unit: the 15 with most", "各单位问题：最多的 15 个") : LT("Findings by unit", "各单位问题"),
               bars, count, LT("contradicted", "不成立"), LT("other findings", "其他问题"));
}

static ChartMark mark_of(Verdict verdict) {
    switch (verdict) {
    case VERDICT_AGREES: return MARK_DOT;
    case VERDICT_ROUNDED: return MARK_RING;
    case VERDICT_CONTRADICTED: return MARK_CROSS;
    case VERDICT_NONE:
    case VERDICT_UNVERIFIABLE: break;
    }
    return MARK_SQUARE;
}

static bool position_of(Text text, int64_t *position) {
    Rat number;
    return html_read_number(text, &number) && chart_position(number, position);
}

/* False where the form has no total on one of the two sides. */
static bool point_of(const Page *p, const KeptForm *form, ChartPoint *point) {
    Rat reported;
    int places;
    if (!cell_printed(form->reported, &reported, &places) || !chart_position(reported, &point->y)) return false;
    bool single = position_of(form->expected, &point->x);
    bool low = position_of(form->low, &point->low), high = position_of(form->high, &point->high);
    if (!low || !high) {
        if (!single) return false;
        point->low = point->high = point->x;
    } else if (!single) {
        point->x = (point->low + point->high) / 2;
    }
    Buf text = { 0 };
    buf_format(&text, L("%.*s: reported %.*s, follows %.*s", "%.*s：自报 %.*s，应为 %.*s"), TEXT_ARG(form->id), TEXT_ARG(form->reported),
               TEXT_ARG(single ? html_number(rat_of(point->x, 1000), false) : TEXT_NONE));
    if (point->low < point->high)
        buf_format(&text, L("%s%.*s to %.*s", "%s%.*s 至 %.*s"), single ? L(", possible ", "，可能 ") : "",
                   TEXT_ARG(html_number(rat_of(point->low, 1000), false)), TEXT_ARG(html_number(rat_of(point->high, 1000), false)));
    point->mark = mark_of(form->verdict);
    point->text = buf_text(&text);
    return true;
}

static void write_scatter(const Page *p) {
    const Replay *replay = p->replay;
    VEC(ChartPoint) points = { 0 };
    Buf text = { 0 };
    ScatterChart chart = { .title = LT("Totals: reported, and what follows from the entries", "总分：自报与复核"),
                           .x_label = LT("follows", "复核总分"), .y_label = LT("reported", "自报总分"), .diagonal = LT("equal", "两者相等") };
    long above = 0, below = 0;
    for (int i = 0; i < replay->kept_forms.count; i++) {
        ChartPoint point;
        if (!point_of(p, replay->kept_forms.at[i], &point)) continue;
        vec_push(&points, point);
        if (point.mark != MARK_CROSS) continue;
        above += point.y > point.high;
        below += point.y < point.low;
    }
    if (points.count == 0) return;
    static const Verdict verdicts[] = { VERDICT_AGREES, VERDICT_ROUNDED, VERDICT_CONTRADICTED, VERDICT_UNVERIFIABLE };
    for (int i = 0; i < points.count; i++)
        chart.marks[points.at[i].mark] = verdict_text(verdicts[points.at[i].mark], p->lang);
    buf_format(&text, L("%d of %ld forms: %ld report more than can follow from their entries, %ld less.",
                        "%d 张表（共 %ld 张）：自报高于可能范围的 %ld 张，低于的 %ld 张。"),
               points.count, replay->form_count, above, below);
    chart.text = buf_text(&text);
    chart.points = points.at;
    chart.count = points.count;
    int outside = chart_scatter(p->out, &chart);
    html_put(p->out, "<p class=soft>{0}", chart.text);
    if (outside > 0)
        html_put(p->out, L(" {0} lie outside the picture and are drawn at its edge.", "{0} 张超出图的范围，画在边上。"), html_count(outside));
    html_put(p->out, " {0}</p>\n",
             LT("Above the line: more than follows. A bar is the range that the entries allow.", "线以上为多报。横线是填报内容允许的范围。"));
}

/* Charts beside the tables of the same figures. */
static void write_summary(const Page *p) {
    const Replay *replay = p->replay;
    replay_html_heading(p, "summary", LT("In numbers", "汇总"));
    write_verdicts(p);
    buf_add_z(p->out, "<div class=charts>\n<div>");
    write_scatter(p);
    buf_add_z(p->out, "</div>\n<div>");
    write_unit_chart(p);
    write_tallies(p, replay->units.at, replay->units.count, LT("Unit", "单位"));
    if (replay->years.count > 1) write_tallies(p, replay->years.at, replay->years.count, LT("Year", "年度"));
    buf_add_z(p->out, "</div>\n<div>");
    write_kind_chart(p);
    buf_add_z(p->out, "</div>\n<div>");
    write_kinds(p);
    buf_add_z(p->out, "</div>\n</div>\n");
}

/* ---- what contradicted scores have in common ---- */

static Text common_text(const Page *p, const Pattern *pattern) {
    Buf buf = { 0 };
    Rat difference;
    if (pattern->known.length) buf_format(&buf, L("all come out by: %.*s", "按此都可得出：%.*s"), TEXT_ARG(pattern->known));
    if (pattern->difference.length) {
        Text number = html_read_number(pattern->difference, &difference) ? html_number(difference, true) : pattern->difference;
        buf_format(&buf, L("%salways %.*s", "%s分差都是 %.*s"), buf.length ? L("; ", "；") : "", TEXT_ARG(number));
    }
    if (buf.length == 0) buf_add_z(&buf, L("the same clause", "同一条规则"));
    return buf_text(&buf);
}

static void write_patterns(const Page *p) {
    const Replay *replay = p->replay;
    if (replay->patterns.count == 0) return;
    replay_html_heading(p, "patterns", LT("What the contradictions have in common", "不成立得分的共同点"));
    html_put(p->out, "<p>{0}</p>\n",
             LT("Where most scores of one clause differ in the same way, look at the rule first: it may not be the one that was applied, "
                "or not the one in force. Where a few differ, look at the forms.",
                "同一条规则下的得分大多以同样方式不符时，先核对规则：所写的规则可能不是填表时采用的，也可能不是当时施行的。只有少数不符时，再核对表单。"));
    replay_html_table(p, "", LT("Patterns", "共同点"));
    replay_html_header(p, false, LT("Clause", "条款"));
    replay_html_header(p, true, LT("Contradicted", "不成立"));
    replay_html_header(p, true, LT("Judged", "复核"));
    replay_html_header(p, true, LT("Share", "占比"));
    replay_html_header(p, false, LT("In common", "共同点"));
    replay_html_header(p, false, LT("Examples", "例"));
    buf_add_z(p->out, "</thead><tbody>\n");
    for (int i = 0; i < replay->patterns.count; i++) {
        const Pattern *pattern = &replay->patterns.at[i];
        html_put(p->out, "<tr><td>{0}", pattern->clause);
        if (pattern->file.length) html_put(p->out, "<small>{0}:{1}</small>", pattern->file, html_count(pattern->line));
        html_put(p->out, "<td class=n>{0}<td class=n>{1}<td class=n>", html_count(pattern->count), html_count(pattern->of));
        if (pattern->of > 0) buf_format(p->out, "%ld%%", pattern->count * 100 / pattern->of);
        html_put(p->out, "<td>{0}<td>", common_text(p, pattern));
        replay_html_pattern_examples(p, pattern);
        buf_char(p->out, '\n');
    }
    buf_add_z(p->out, "</tbody>");
    replay_html_end_table(p);
}

/* ---- how to read it, the evidence, the signatures ---- */

static void write_terms(const Page *p) {
    static const struct {
        Verdict verdict;
        const char *en, *zh;
    } terms[] = {
        { VERDICT_CONTRADICTED, "no reading of what was entered, no formula the rules admit and no version in force gives the reported number, not even rounded",
          "填报内容的任何读法、规则认可的任何算法、当时施行的任何版本，都得不出自报的数，取整后也得不出" },
        { VERDICT_UNVERIFIABLE, "what was entered allows the reported number, and others", "填报内容容许自报的数，也容许别的数" },
        { VERDICT_ROUNDED, "the reported number is the exact one printed with fewer places", "自报的数是准确得分少写几位小数后的数" },
        { VERDICT_AGREES, "the rules give the reported number", "按规则得出的就是自报的数" },
    };
    html_put(p->out, "<h3>{0}</h3>\n<details open><summary>{1}</summary><dl>\n", LT("How to read it", "如何阅读"),
             LT("What the verdicts mean", "各结论的含义"));
    for (size_t i = 0; i < sizeof terms / sizeof *terms; i++)
        html_put(p->out, "<div><dt>{0}<dd>{1}</div>\n", verdict_text(terms[i].verdict, p->lang), LT(terms[i].en, terms[i].zh));
    html_put(p->out, "<div><dt>{0}<dd>{1}</div>\n<div><dt>{2}<dd>{3}</div>\n</dl></details>\n", LT("certain", "确定"),
             LT("follows from rules and data alone", "仅凭规则和数据即可断定"), LT("judgement", "需判断"),
             LT("a pointer: a person has to look at the evidence", "提示线索，须由人核对证据"));
}

static void write_evidence(const Page *p) {
    Buf manifest = { 0 };
    manifest_write(&manifest, p->replay);
    replay_html_heading(p, "evidence", LT("Evidence", "证据"));
    html_put(p->out, "<p>{0}</p>\n<pre>heng replay --verify {1}</pre>\n",
             LT("The digests (SHA-256) below fix the rules, the data and every result. Whoever has this file, the rules and the data can repeat "
                "the replay and is told of any difference:",
                "下面的摘要（SHA-256）固定了规则、数据和每一项结果。持有本文件、规则和数据的人可以重做复核，有任何不同都会指出："),
             LT("FILE", "本文件"));
    html_put(p->out, "<p>{0} <code>{1}</code></p>\n", LT("Results:", "结果摘要："),
             p->replay->results_digest.length ? p->replay->results_digest : TEXT("—"));
    html_put(p->out, "<details><summary>{0}</summary><pre>", LT("Manifest", "清单"));
    Text text = buf_text(&manifest), newline = TEXT("\n");
    for (size_t start = 0; start < text.length;) { /* html_text would make one line of it */
        long end = text_find(text, newline, start);
        size_t stop = end < 0 ? text.length : (size_t)end;
        html_text(p->out, text_slice(text, start, stop));
        buf_char(p->out, '\n');
        start = stop + 1;
    }
    buf_add_z(p->out, "</pre></details>\n<script type=\"application/json\" id=\"heng-manifest\">\n");
    html_json(p->out, text);
    buf_add_z(p->out, "</script>\n");
}

static void write_signatures(const Page *p) {
    static const char *const lines[][2] = {
        { "Prepared by", "编制" }, { "Reviewed by", "复核" }, { "Signature", "签名" }, { "Signature", "签名" }, { "Date", "日期" }, { "Date", "日期" },
    };
    replay_html_heading(p, "sign", LT("Sign-off", "签署"));
    buf_add_z(p->out, "<div class=sign>\n");
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        html_put(p->out, "<p>{0}<span></span></p>\n", text_of(lines[i][p->lang]));
    buf_add_z(p->out, "</div>\n");
}

/* ---- the page ---- */

static void write_nav(const Page *p) {
    static const struct {
        const char *id, *en, *zh;
    } links[] = {
        { "patterns", "In common", "共同点" }, { "findings", "Findings", "问题清单" }, { "forms", "Forms", "表单" },
        { "evidence", "Evidence", "证据" },    { "sign", "Sign-off", "签署" },
    };
    html_put(p->out, "<nav aria-label=\"{0}\">", LT("Sections", "章节"));
    for (size_t i = p->replay->patterns.count == 0; i < sizeof links / sizeof *links; i++)
        html_put(p->out, "<a href=\"#{0}\">{1}</a>\n", text_of(links[i].id), LT(links[i].en, links[i].zh));
    buf_add_z(p->out, "</nav>\n");
}

static void write_subtitle(const Page *p) {
    buf_add_z(p->out, "<p class=subtitle>");
    for (int i = 0; i < p->replay->program_count; i++) {
        const Module *rules = rules_of(p->replay->programs[i]);
        if (i > 0 && text_is(name_of(rules), name_of(rules_of(p->replay->programs[i - 1])))) continue;
        html_put(p->out, i > 0 ? L("; {0}", "；{0}") : "{0}", name_of(rules));
        if (p->replay->program_count == 1 && rules->version.length && text_find(rules->title, rules->version, 0) < 0)
            html_put(p->out, " {0}", rules->version);
    }
    buf_add_z(p->out, "</p>\n");
}

static void write_page(const Page *p) {
    const Replay *replay = p->replay;
    Buf foot = { 0 };
    if (replay->results_digest.length >= 16) buf_format(&foot, "SHA256 %.16s...", replay->results_digest.at);
    html_begin(p->out, LT("Reported scores, re-scored", "自报得分复核报告"), buf_text(&foot), p->lang);
    html_put(p->out, "<header>\n<h1>{0}</h1>\n", LT("Reported scores, re-scored", "自报得分复核报告"));
    write_subtitle(p);
    write_nav(p);
    buf_add_z(p->out, "</header>\n<main>\n");
    write_partial(p);
    write_result(p);
    write_cards(p);
    write_rules(p);
    write_data(p);
    write_summary(p);
    write_terms(p);
    write_patterns(p);
    replay_html_list_findings(p);
    replay_html_list_forms(p);
    write_evidence(p);
    write_signatures(p);
    buf_add_z(p->out, "</main>\n");
    html_end(p->out);
}

typedef struct HtmlSink {
    ReplaySink sink;    /* first: a sink is one of these */
    ReplayOut out;
} HtmlSink;

static bool begin(ReplaySink *sink, const Replay *replay) {
    (void)sink;
    (void)replay;
    return true;
}

static bool form(ReplaySink *sink, const Replay *replay, const Replayed *replayed) {
    (void)sink;
    (void)replay;
    (void)replayed;
    return true; /* Replay keeps what the page wants */
}

static bool end(ReplaySink *sink, const Replay *replay) {
    const HtmlSink *html = (const HtmlSink *)sink;
    Buf out = { 0 };
    Page page = { &out, replay, replay->lang };
    write_page(&page);
    return html->out.write(html->out.data, buf_text(&out));
}

ReplaySink *replay_html_sink(const ReplayOut *out) {
    HtmlSink *html = MEM_NEW(HtmlSink);
    html->sink = (ReplaySink){ begin, form, end };
    html->out = *out;
    return &html->sink;
}
