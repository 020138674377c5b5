/* write_compare_html.c - a comparison as one page: the result in words, two charts, the grades, the clauses with what each
   did, and the forms that move most with their reasons.  It needs nothing but itself. */
#include "jobs/chart_svg.h"
#include "jobs/compare.h"
#include "jobs/html.h"

typedef struct Page {
    Buf *out;
    const Compare *compare;
    Lang lang;
} Page;

#define L(en, zh) (p->lang == LANG_ZH ? (zh) : (en))
#define LT(en, zh) text_of(L(en, zh))

static void begin_table(const Page *p, const char *attributes, Text label) {
    html_put(p->out, "<div class=scroll tabindex=0 role=region aria-label=\"{0}\"><table ", label);
    buf_add_z(p->out, attributes);
    buf_add_z(p->out, "><thead><tr>");
}

static void end_table(const Page *p) {
    buf_add_z(p->out, "</table></div>\n");
}

static void header(const Page *p, bool number, Text title) {
    html_put(p->out, number ? "<th scope=col class=n>{0}" : "<th scope=col>{0}", title);
}

static void heading(const Page *p, const char *id, Text title) {
    html_put(p->out, "<h2 id={0}>{1}</h2>\n", text_of(id), title);
}

/* Sorted by the end that moves more. */
static void points_cell(const Page *p, bool known, Ends points) {
    Rat low = points.low, high = points.high;
    buf_add_z(p->out, "<td class=n data-n=");
    if (known && !rat_is_huge(low) && !rat_is_huge(high))
        rat_write(p->out, rat_round(rat_compare(rat_negate(low), high) > 0 ? low : high, 6, RAT_HALF_UP));
    else
        buf_add_z(p->out, "\"\"");
    html_put(p->out, ">{0}", known ? points_text(points, p->lang) : TEXT("?"));
}

/* ---- the result ---- */

static Text shown_grade(Text grade) {
    return grade.length ? grade : TEXT("—");
}

static void write_lead(const Page *p) {
    const Compare *compare = p->compare;
    Buf text = { 0 };
    if (compare->changed == 0)
        buf_format(&text, L("Nothing changes for any of %ld forms.", "%ld 张表单都没有变化。"), compare->form_count);
    else
        buf_format(&text, L("%ld of %ld forms change: %ld up, %ld down, %ld unclear; another grade in %ld.",
                            "%2$ld 张表单中 %1$ld 张有变化：上升 %3$ld，下降 %4$ld，不确定 %5$ld；等级变化 %6$ld。"),
                   compare->changed, compare->form_count, compare->moves.count[MOVE_UP], compare->moves.count[MOVE_DOWN],
                   compare->moves.count[MOVE_UNCLEAR], compare->grade_changes);
    html_put(p->out, "<p class=lead>{0}</p>\n", buf_text(&text));
    html_put(p->out, "<p class=soft>{0}</p>\n",
             LT("The changed clauses are swapped one after the other, in the order in which they are numbered. What a swap moves is that "
                "clause's effect, given those before it; the effects of a form add up to its difference exactly.",
                "修改的条款按编号依次替换。每次替换所引起的变动就是该条在前面各条已替换时的影响；一张表单各条影响之和恰好等于它的总变化。"));
}

static void write_card(const Page *p, const char *class, Text title, Text value, Text small) {
    html_put(p->out, "<div class={0}><dt>{1}</dt><dd>{2}</dd><dd><small>{3}</small></dd></div>\n", text_of(class), title, value, small);
}

static void write_cards(const Page *p) {
    const Moves *moves = &p->compare->moves;
    buf_add_z(p->out, "<dl class=cards>\n");
    write_card(p, "agrees", LT("points won", "增加的分"), points_text(moves->points[MOVE_UP], p->lang), moves_text(moves, MOVE_UP, p->lang));
    write_card(p, "contradicted", LT("points lost", "减少的分"), points_text(moves->points[MOVE_DOWN], p->lang), moves_text(moves, MOVE_DOWN, p->lang));
    write_card(p, "unverifiable", LT("unclear", "不确定"), html_count(moves->count[MOVE_UNCLEAR]),
               LT("the evidence leaves a range, whose ends move differently", "证据只给出范围，且两端变动方向不同"));
    write_card(p, "all", LT("another grade", "等级变化"), html_count(p->compare->grade_changes), TEXT(""));
    buf_add_z(p->out, "</dl>\n");
}

static void write_versions(const Page *p) {
    begin_table(p, "class=narrow", LT("Rules", "规则"));
    header(p, false, TEXT(""));
    header(p, false, LT("Rules", "规则"));
    header(p, false, LT("File", "文件"));
    buf_add_z(p->out, "</thead><tbody>\n");
    for (int i = 0; i < 2; i++) {
        const Program *program = i ? p->compare->new : p->compare->old;
        html_put(p->out, "<tr><th scope=row>{0}<td>{1}<td>{2}\n", i ? LT("new", "新") : LT("old", "旧"), rules_name(program),
                 program->scheme->main->source->path);
    }
    buf_add_z(p->out, "</tbody>");
    end_table(p);
}

/* ---- charts ---- */

static void write_histogram(const Page *p) {
    static const char *const labels[] = { "≤ −20", "−20 … −10", "−10 … −5", "−5 … −2", "−2 … −1", "−1 … 0", "0",
                                          "0 … 1", "1 … 2", "2 … 5", "5 … 10", "10 … 20", "≥ 20" };
    ChartBar bars[HISTOGRAM_BARS];
    Buf text = { 0 };
    for (int i = 0; i < HISTOGRAM_BARS; i++) {
        bars[i] = (ChartBar){ text_of(labels[i]), p->compare->certain_bars[i], p->compare->open_bars[i] };
        long forms = bars[i].full + bars[i].outlined;
        if (forms > 0) buf_format(&text, "%s%s: %ld", text.length ? L("; ", "；") : "", labels[i], forms);
    }
    BarChart chart = { .title = LT("Forms by difference of their total", "按总分变化统计的表单数"), .text = buf_text(&text),
                       .full = LT("certain", "确定"), .outlined = LT("range: the end that moves more", "范围：变动较大的一端"), .bars = bars,
                       .count = HISTOGRAM_BARS };
    chart_bars(p->out, &chart);
}

static bool point_of(const SampledForm *form, ChartPoint *point) {
    static const ChartMark marks[] = { MARK_RING, MARK_DOT, MARK_CROSS, MARK_SQUARE };
    int64_t low, high;
    if (!chart_position(form->old.low, &point->low) || !chart_position(form->old.high, &point->high)) return false;
    if (!chart_position(form->new.low, &low) || !chart_position(form->new.high, &high)) return false;
    point->x = (point->low + point->high) / 2;
    point->y = (low + high) / 2;
    point->mark = marks[form->movement];
    Buf text = { 0 };
    buf_format(&text, "%.*s: %.*s → %.*s", TEXT_ARG(form->id), TEXT_ARG(html_number(rat_of(point->x, 1000), false)),
               TEXT_ARG(html_number(rat_of(point->y, 1000), false)));
    point->text = buf_text(&text);
    return true;
}

static void write_scatter(const Page *p) {
    const Compare *compare = p->compare;
    VEC(ChartPoint) points = { 0 };
    Buf text = { 0 };
    for (int i = 0; i < compare->sample.count; i++) {
        ChartPoint point;
        if (point_of(&compare->sample.at[i], &point)) vec_push(&points, point);
    }
    if (points.count == 0) return;
    buf_format(&text, L("%d of %ld forms: the old total to the right, the new one upwards; of a range the middle.",
                        "%d 张表（共 %ld 张）：横轴为旧总分，纵轴为新总分；范围取中点。"),
               points.count, compare->form_count);
    ScatterChart chart = { .title = LT("Totals, old and new", "新旧总分"), .text = buf_text(&text), .x_label = LT("old total", "旧总分"),
                           .y_label = LT("new total", "新总分"), .diagonal = LT("no change", "不变"), .points = points.at, .count = points.count };
    chart.marks[MARK_DOT] = LT("up", "上升");
    chart.marks[MARK_CROSS] = LT("down", "下降");
    chart.marks[MARK_RING] = LT("same", "不变");
    chart.marks[MARK_SQUARE] = LT("unclear", "不确定");
    int outside = chart_scatter(p->out, &chart);
    html_put(p->out, "<p class=soft>{0}", chart.text);
    if (outside > 0) html_put(p->out, L(" {0} lie outside and are drawn at the edge.", "{0} 张超出图的范围，画在边上。"), html_count(outside));
    buf_add_z(p->out, "</p>\n");
}

/* ---- grades ---- */

static void write_grades(const Page *p) {
    TextList from = { 0 }, to = { 0 };
    compare_grade_names(p->compare, true, &from);
    compare_grade_names(p->compare, false, &to);
    if (p->compare->old->bands.count + p->compare->new->bands.count == 0) return;
    heading(p, "grades", LT("Grades", "等级"));
    begin_table(p, "class=narrow", LT("Grades, from the old (rows) to the new (columns)", "等级变动（行为旧、列为新）"));
    header(p, false, LT("old ↓ new →", "旧 ↓ 新 →"));
    for (int i = 0; i < to.count; i++)
        header(p, true, shown_grade(to.at[i]));
    buf_add_z(p->out, "</thead><tbody>\n");
    for (int i = 0; i < from.count; i++) {
        html_put(p->out, "<tr><th scope=row>{0}", shown_grade(from.at[i]));
        for (int j = 0; j < to.count; j++) {
            long count = compare_grade_count(p->compare, from.at[i], to.at[j]);
            html_put(p->out, "<td class=n>{0}", count ? html_count(count) : TEXT("·"));
        }
        buf_char(p->out, '\n');
    }
    buf_add_z(p->out, "</tbody>");
    end_table(p);
}

/* ---- clauses ---- */

static void write_clause(const Page *p, const RuleChange *change, const ClauseText *clause) {
    buf_add_z(p->out, "<td>");
    if (!clause->text.at) {
        buf_add_z(p->out, "—");
        return;
    }
    if (!change->file) html_put(p->out, "<code>{0}</code>", clause->text);
    html_put(p->out, "<small>{0}:{1}</small>", clause->file, html_count(clause->line));
}

static void write_step_parts(const Page *p, const Step *step) {
    for (int i = 0; i < step->parts.count; i++)
        html_put(p->out, i > 0 ? L(", {0}", "、{0}") : "{0}", step->parts.at[i].name);
    if (step->more_parts) buf_add_z(p->out, " …");
}

static void write_changes(const Page *p) {
    const Compare *compare = p->compare;
    heading(p, "clauses", LT("Changed clauses", "不同的条款"));
    if (compare->changes.count == 0) {
        html_put(p->out, "<p>{0}</p>\n", LT("No clause differs.", "没有不同的条款。"));
        return;
    }
    begin_table(p, "", LT("Changed clauses", "不同的条款"));
    header(p, true, TEXT("#"));
    header(p, false, LT("Where", "位置"));
    header(p, false, LT("Change", "变动"));
    header(p, false, LT("Old", "旧"));
    header(p, false, LT("New", "新"));
    header(p, false, LT("Up", "上升"));
    header(p, false, LT("Down", "下降"));
    header(p, false, LT("Unclear", "不确定"));
    header(p, true, LT("Grades", "等级"));
    header(p, false, LT("Moves", "涉及"));
    buf_add_z(p->out, "</thead><tbody>\n");
    for (int i = 0; i < compare->changes.count; i++) {
        const RuleChange *change = &compare->changes.at[i];
        int step = compare->step_of.at[i];
        html_put(p->out, "<tr><td class=n>{0}<td>{1}<td class=keep>{2}", html_count(i + 1), change->where.length ? change->where : change->name,
                 change_words(change->kind, p->lang));
        write_clause(p, change, &change->old);
        write_clause(p, change, &change->new);
        if (step < 0) {
            html_put(p->out, "<td colspan=5>{0}\n", LT("cannot change a score", "不影响得分"));
            continue;
        }
        const Step *one = &compare->steps.at[step];
        if (one->changes.at[0] != i) {
            html_put(p->out, "<td colspan=5>{0} {1}\n", LT("together with", "同"), html_count(one->changes.at[0] + 1));
            continue;
        }
        for (int m = MOVE_UP; m < MOVE_COUNT; m++)
            html_put(p->out, "<td>{0}", one->moves.count[m] ? moves_text(&one->moves, (Movement)m, p->lang) : TEXT("—"));
        html_put(p->out, "<td class=n>{0}<td>", html_count(one->grades));
        write_step_parts(p, one);
        buf_char(p->out, '\n');
    }
    buf_add_z(p->out, "</tbody>");
    end_table(p);
}

/* ---- movers ---- */

static void write_causes(const Page *p, const Effects *effects) {
    for (int i = 0; i < effects->count; i++) {
        const Effect *effect = &effects->at[i];
        html_put(p->out, "<div>{0}&ensp;{1}&ensp;{2}", effect->known ? points_text(effect->points, p->lang) : TEXT("?"),
                 step_numbers(p->compare, effect->step), step_label(p->compare, effect->step));
        if (effect->grade_from.at) html_put(p->out, " ({0} → {1})", shown_grade(effect->grade_from), shown_grade(effect->grade_to));
        buf_add_z(p->out, "</div>");
    }
}

static void write_side(const Page *p, const char *title, const Program *program, bool there, const Value *score, const Value *weight, Text reason) {
    if (!there) {
        html_put(p->out, "<div>{0}: —</div>", text_of(title));
        return;
    }
    html_put(p->out, "<div>{0}: {1} / {2}", text_of(title), total_text(program, score, p->lang), total_text(program, weight, p->lang));
    if (reason.length) html_put(p->out, "<small>{0}</small>", reason);
    buf_add_z(p->out, "</div>");
}

static void write_part(const Page *p, const ComparedPart *part) {
    if (part->key.kind == PART_GROUP) return;
    html_put(p->out, part->key.path.length ? "<dt>{0}/{1}<dd>" : "<dt>{1}<dd>", part->key.path, part->key.name);
    write_side(p, L("old", "旧"), p->compare->old, part->in_old, &part->old_score, &part->old_weight, part->old_reason);
    write_side(p, L("new", "新"), p->compare->new, part->in_new, &part->new_score, &part->new_weight, part->new_reason);
    write_causes(p, &part->effects);
}

static void write_mover(const Page *p, const Compared *form) {
    const Compare *compare = p->compare;
    html_put(p->out, "<tbody><tr class=has-why><th scope=row>{0}<td class=n>{1}<td class=n>{2}", form->id,
             total_text(compare->old, &form->old_total, p->lang), total_text(compare->new, &form->new_total, p->lang));
    points_cell(p, form->known, form->points);
    html_put(p->out, "<td>{0}<td>{1}<td>", shown_grade(form->old_grade), shown_grade(form->new_grade));
    write_causes(p, &form->effects);
    html_put(p->out, "<tr class=why><td><td colspan=6><details><summary>{0}</summary><dl>", LT("part by part", "逐项说明"));
    for (int i = 0; i < form->parts.count; i++)
        write_part(p, &form->parts.at[i]);
    buf_add_z(p->out, "</dl></details></tbody>\n");
}

static void write_movers(const Page *p) {
    const Compare *compare = p->compare;
    if (compare->movers.count == 0) return;
    heading(p, "movers", LT("Largest changes", "变化最大的表单"));
    begin_table(p, "class=live style=\"--columns:minmax(9rem,2fr) minmax(11rem,1.5fr) minmax(11rem,1.5fr) minmax(9rem,1.5fr) 5rem 5rem minmax(14rem,4fr)\"", LT("Largest changes", "变化最大的表单"));
    header(p, false, LT("Form", "表单"));
    header(p, true, LT("Old", "旧"));
    header(p, true, LT("New", "新"));
    header(p, true, LT("Difference", "变化"));
    header(p, false, LT("Old grade", "旧等级"));
    header(p, false, LT("New grade", "新等级"));
    header(p, false, LT("Because of", "原因"));
    buf_add_z(p->out, "</thead>\n");
    for (int i = 0; i < compare->movers.count; i++)
        write_mover(p, compare->movers.at[i]);
    end_table(p);
    if (compare->movers_left_out > 0)
        html_put(p->out, L("<p class=soft>{0} more forms change; --movers N tells more of them, --format csv all.</p>\n",
                           "<p class=soft>另有 {0} 张表单有变化；--movers N 多列一些，--format csv 列出全部。</p>\n"),
                 html_count(compare->movers_left_out));
}

/* ---- the page ---- */

typedef struct HtmlSink {
    CompareSink sink;
    CompareOut out;
} HtmlSink;

static bool nothing(CompareSink *sink, const Compare *compare) {
    (void)sink, (void)compare;
    return true;
}

static bool no_form(CompareSink *sink, const Compare *compare, const Compared *form) {
    (void)sink, (void)compare, (void)form;
    return true; /* Compare keeps what the page wants */
}

static void write_page(const Page *p) {
    const Compare *compare = p->compare;
    Text title = LT("Two versions of the rules, compared", "两版规则对比报告");
    html_begin(p->out, title, TEXT(""), p->lang);
    html_put(p->out, "<header>\n<h1>{0}</h1>\n<p class=subtitle>{1} → {2}</p>\n", title, rules_name(compare->old), rules_name(compare->new));
    html_put(p->out, "<nav aria-label=\"{0}\"><a href=\"#clauses\">{1}</a>\n", LT("Sections", "章节"), LT("Changed clauses", "不同的条款"));
    if (compare->movers.count > 0) html_put(p->out, "<a href=\"#movers\">{0}</a>\n", LT("Largest changes", "变化最大的表单"));
    buf_add_z(p->out, "</nav>\n</header>\n<main>\n");
    write_lead(p);
    write_cards(p);
    write_versions(p);
    buf_add_z(p->out, "<div class=charts>\n<div>");
    write_histogram(p);
    buf_add_z(p->out, "</div>\n<div>");
    write_scatter(p);
    buf_add_z(p->out, "</div>\n</div>\n");
    write_grades(p);
    write_changes(p);
    write_movers(p);
    buf_add_z(p->out, "</main>\n");
    html_end(p->out);
}

static bool end(CompareSink *sink, const Compare *compare) {
    const HtmlSink *html = (const HtmlSink *)sink;
    Buf out = { 0 };
    Page page = { &out, compare, compare->lang };
    write_page(&page);
    return html->out.write(html->out.data, buf_text(&out));
}

CompareSink *compare_html_sink(const CompareOut *out) {
    HtmlSink *html = MEM_NEW(HtmlSink);
    html->sink = (CompareSink){ nothing, no_form, end };
    html->out = *out;
    return &html->sink;
}
