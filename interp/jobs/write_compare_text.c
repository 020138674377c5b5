/* write_compare_text.c - a comparison for people at a terminal: how many, how much, from which clauses, and for whom most. */
#include "jobs/compare.h"

#define L(en, zh) (w->lang == LANG_ZH ? (zh) : (en))
#define CLAUSE_CELLS 90
#define PARTS_SHOWN 12

typedef struct Writer {
    Buf *out;
    const Compare *compare;
    Lang lang;
} Writer;

static void pad(Buf *out, Text text, int width, bool right) {
    int space = width - text_width(text);
    for (int i = 0; right && i < space; i++)
        buf_char(out, ' ');
    buf_add(out, text);
    for (int i = 0; !right && i < space; i++)
        buf_char(out, ' ');
}

static Text count_text(long n) {
    Buf buf = { 0 };
    buf_format(&buf, "%ld", n);
    return buf_text(&buf);
}

/* Names come from data: one line, and nothing that steers a terminal. */
static Text one_line(Text text) {
    Buf buf = { 0 };
    int length;
    for (size_t i = 0; i < text.length; i += (size_t)length) {
        uint32_t rune = text_rune(text, i, &length);
        if (rune < 0x20 || (rune >= 0x7F && rune < 0xA0) || rune == 0xFFFD)
            buf_char(&buf, ' ');
        else
            buf_add(&buf, text_slice(text, i, i + (size_t)length));
    }
    return text_trim(buf_text(&buf));
}

/* ---- in numbers ---- */

static void write_moves(Writer *w, const char *title, Movement movement) {
    const Moves *moves = &w->compare->moves;
    if (moves->count[movement] == 0) return;
    buf_add_z(w->out, "  ");
    pad(w->out, text_of(title), 8, false);
    buf_format(w->out, " %.*s", TEXT_ARG(moves_text(moves, movement, w->lang)));
    if (movement == MOVE_UNCLEAR && moves->unmeasured > 0)
        buf_format(w->out, L(" (%ld without a number)", "（%ld 张无法计数）"), moves->unmeasured);
    buf_char(w->out, '\n');
}

static void write_summary(Writer *w) {
    const Compare *compare = w->compare;
    buf_format(w->out, L("old: %.*s (%.*s)\nnew: %.*s (%.*s)\n", "旧：%.*s（%.*s）\n新：%.*s（%.*s）\n"), TEXT_ARG(rules_name(compare->old)),
               TEXT_ARG(compare->old->scheme->main->source->path), TEXT_ARG(rules_name(compare->new)),
               TEXT_ARG(compare->new->scheme->main->source->path));
    if (w->lang == LANG_ZH)
        buf_format(w->out, "共 %ld 张表单，%ld 张有变化\n", compare->form_count, compare->changed);
    else
        buf_format(w->out, "%ld form%s, %ld changed\n", compare->form_count, compare->form_count == 1 ? "" : "s", compare->changed);
    if (compare->changed == 0) return;
    write_moves(w, L("up", "上升"), MOVE_UP);
    write_moves(w, L("down", "下降"), MOVE_DOWN);
    write_moves(w, L("unclear", "不确定"), MOVE_UNCLEAR);
    write_moves(w, L("same", "总分不变"), MOVE_NONE);
    if (compare->grade_changes > 0) buf_format(w->out, L("  another grade in %ld\n", "  等级变化 %ld 张\n"), compare->grade_changes);
}

static void write_grades(Writer *w) {
    TextList from = { 0 }, to = { 0 };
    if (w->compare->grade_changes == 0) return;
    compare_grade_names(w->compare, true, &from);
    compare_grade_names(w->compare, false, &to);
    int width = 5, first = 5;
    for (int i = 0; i < to.count; i++)
        if (text_width(to.at[i]) + 2 > width) width = text_width(to.at[i]) + 2;
    for (int i = 0; i < from.count; i++)
        if (text_width(from.at[i]) > first) first = text_width(from.at[i]);
    buf_add_z(w->out, L("\ngrades, from the old (rows) to the new (columns)\n", "\n等级变动（行为旧、列为新）\n"));
    buf_add_z(w->out, "  ");
    pad(w->out, TEXT(""), first, false);
    for (int i = 0; i < to.count; i++)
        pad(w->out, to.at[i].length ? to.at[i] : TEXT("-"), width, true);
    buf_char(w->out, '\n');
    for (int i = 0; i < from.count; i++) {
        buf_add_z(w->out, "  ");
        pad(w->out, from.at[i].length ? from.at[i] : TEXT("-"), first, false);
        for (int j = 0; j < to.count; j++) {
            long count = compare_grade_count(w->compare, from.at[i], to.at[j]);
            pad(w->out, count ? count_text(count) : TEXT("."), width, true);
        }
        buf_char(w->out, '\n');
    }
}

/* ---- clauses ---- */

static void write_place(Writer *w, const RuleChange *change) {
    const ClauseText *old = change->old.text.at ? &change->old : NULL, *new = change->new.text.at ? &change->new : NULL;
    buf_add_z(w->out, "     ");
    if (old) buf_format(w->out, "%.*s:%d", TEXT_ARG(old->file), old->line);
    if (old && new) buf_add_z(w->out, " -> ");
    if (new) buf_format(w->out, "%.*s:%d", TEXT_ARG(new->file), new->line);
    buf_char(w->out, '\n');
}

static void write_change(Writer *w, int index) {
    const RuleChange *change = &w->compare->changes.at[index];
    buf_format(w->out, "%3d  ", index + 1);
    if (change->where.length) buf_format(w->out, L("%.*s: ", "%.*s："), TEXT_ARG(change->where));
    buf_format(w->out, "%.*s", TEXT_ARG(change_words(change->kind, w->lang)));
    if (change->file) buf_format(w->out, L(" file of %.*s", "文件 %.*s"), TEXT_ARG(change->name));
    buf_char(w->out, '\n');
    if (change->old.text.length) buf_format(w->out, "     - %.*s\n", TEXT_ARG(clause_shown(&change->old, &change->new, CLAUSE_CELLS)));
    if (change->new.text.length) buf_format(w->out, "     + %.*s\n", TEXT_ARG(clause_shown(&change->new, &change->old, CLAUSE_CELLS)));
    write_place(w, change);
}

static void write_effect(Writer *w, const Step *step) {
    long touched = 0;
    for (int m = MOVE_UP; m < MOVE_COUNT; m++)
        touched += step->moves.count[m];
    if (step->changes.count > 1) {
        buf_add_z(w->out, L("     together ", "     合计 "));
        for (int i = 0; i < step->changes.count; i++)
            buf_format(w->out, "%s%d", i > 0 ? "+" : "", step->changes.at[i] + 1);
        buf_add_z(w->out, L(": ", "："));
    } else {
        buf_add_z(w->out, "     ");
    }
    if (touched + step->grades + step->parts.count == 0) {
        buf_add_z(w->out, L("no effect on these forms\n", "对这些表单没有影响\n"));
        return;
    }
    static const char *const words[][2] = { { "", "" }, { "up", "上升" }, { "down", "下降" }, { "unclear", "不确定" } };
    bool any = false;
    for (int m = MOVE_UP; m < MOVE_COUNT; m++) {
        if (step->moves.count[m] == 0) continue;
        buf_format(w->out, "%s%s %.*s", any ? L("; ", "；") : "", words[m][w->lang], TEXT_ARG(moves_text(&step->moves, (Movement)m, w->lang)));
        any = true;
    }
    if (step->grades > 0) {
        buf_format(w->out, L("%sanother grade in %ld", "%s等级变化 %ld 张"), any ? L("; ", "；") : "", step->grades);
        any = true;
    }
    if (!any) buf_add_z(w->out, L("no total", "总分不变"));
    if (step->parts.count > 0) buf_add_z(w->out, L("; moves ", "；涉及 "));
    for (int i = 0; i < step->parts.count && i < 5; i++)
        buf_format(w->out, "%s%.*s", i > 0 ? L(", ", "、") : "", TEXT_ARG(one_line(step->parts.at[i].name)));
    if (step->parts.count > 5) buf_add_z(w->out, L(" …", "等"));
    buf_char(w->out, '\n');
}

static void write_changes(Writer *w) {
    const Compare *compare = w->compare;
    if (compare->changes.count == 0) {
        buf_add_z(w->out, L("\nno clause differs\n", "\n没有不同的条款\n"));
        return;
    }
    buf_add_z(w->out, L("\nchanged clauses, in the order in which they were swapped\n", "\n不同的条款（按依次替换的顺序）\n"));
    int next = 0;
    for (int s = 0; s < compare->steps.count; s++) {
        for (int i = 0; i < compare->steps.at[s].changes.count; i++)
            write_change(w, next++);
        write_effect(w, &compare->steps.at[s]);
    }
    for (; next < compare->changes.count; next++) {
        write_change(w, next);
        buf_add_z(w->out, L("     cannot change a score\n", "     不影响得分\n"));
    }
    long rest = 0;
    for (int m = MOVE_UP; m < MOVE_COUNT; m++)
        rest += compare->rest.count[m];
    if (rest > 0) buf_format(w->out, "  0  %.*s\n", TEXT_ARG(step_label(compare, STEP_REST)));
}

/* ---- movers ---- */

static void write_effects(Writer *w, const Effects *effects, int indent) {
    for (int i = 0; i < effects->count; i++) {
        const Effect *effect = &effects->at[i];
        buf_format(w->out, "%*s%.*s  %.*s", indent, "", TEXT_ARG(step_numbers(w->compare, effect->step)),
                   TEXT_ARG(step_label(w->compare, effect->step)));
        if (effect->known && !ends_zero(effect->points)) buf_format(w->out, "  %.*s", TEXT_ARG(points_text(effect->points, w->lang)));
        if (effect->grade_from.at)
            buf_format(w->out, L("; grade %.*s -> %.*s", "；等级 %.*s -> %.*s"), TEXT_ARG(effect->grade_from), TEXT_ARG(effect->grade_to));
        buf_char(w->out, '\n');
    }
}

static void write_part(Writer *w, const ComparedPart *part) {
    const Compare *compare = w->compare;
    buf_add_z(w->out, "      ");
    if (part->key.path.length) buf_format(w->out, "%.*s/", TEXT_ARG(one_line(part->key.path)));
    buf_format(w->out, "%.*s: ", TEXT_ARG(one_line(part->key.name)));
    if (!part->in_old)
        buf_format(w->out, L("new, %.*s", "新增，%.*s"), TEXT_ARG(total_text(compare->new, &part->new_score, w->lang)));
    else if (!part->in_new)
        buf_format(w->out, L("was %.*s, gone", "原为 %.*s，已删除"), TEXT_ARG(total_text(compare->old, &part->old_score, w->lang)));
    else
        buf_format(w->out, "%.*s -> %.*s", TEXT_ARG(total_text(compare->old, &part->old_score, w->lang)),
                   TEXT_ARG(total_text(compare->new, &part->new_score, w->lang)));
    if (part->in_old && part->in_new && !value_same(&part->old_weight, &part->new_weight))
        buf_format(w->out, L(", of %.*s -> %.*s", "，分值 %.*s -> %.*s"), TEXT_ARG(total_text(compare->old, &part->old_weight, w->lang)),
                   TEXT_ARG(total_text(compare->new, &part->new_weight, w->lang)));
    for (int i = 0; i < part->effects.count; i++)
        buf_format(w->out, "%s%.*s (%.*s)", i > 0 ? ", " : "  ", TEXT_ARG(points_text(part->effects.at[i].points, w->lang)),
                   TEXT_ARG(step_numbers(compare, part->effects.at[i].step)));
    buf_char(w->out, '\n');
}

static void write_mover(Writer *w, const Compared *form, int width) {
    const Compare *compare = w->compare;
    buf_add_z(w->out, "  ");
    pad(w->out, one_line(form->id), width, false);
    buf_format(w->out, "  %.*s -> %.*s", TEXT_ARG(total_text(compare->old, &form->old_total, w->lang)),
               TEXT_ARG(total_text(compare->new, &form->new_total, w->lang)));
    if (form->known && !ends_zero(form->points)) buf_format(w->out, "  %.*s", TEXT_ARG(points_text(form->points, w->lang)));
    if (!text_is(form->old_grade, form->new_grade))
        buf_format(w->out, L("  grade %.*s -> %.*s", "  等级 %.*s -> %.*s"), TEXT_ARG(form->old_grade.length ? form->old_grade : TEXT("-")),
                   TEXT_ARG(form->new_grade.length ? form->new_grade : TEXT("-")));
    buf_char(w->out, '\n');
    write_effects(w, &form->effects, 4);
    int shown = 0;
    for (int i = 0; i < form->parts.count; i++) {
        if (form->parts.at[i].key.kind == PART_GROUP) continue;
        if (shown++ < PARTS_SHOWN) write_part(w, &form->parts.at[i]);
    }
    if (shown > PARTS_SHOWN) buf_format(w->out, L("      … and %d more\n", "      …… 另有 %d 项\n"), shown - PARTS_SHOWN);
}

static void write_movers(Writer *w) {
    const Compare *compare = w->compare;
    int width = 0;
    if (compare->movers.count == 0) return;
    for (int i = 0; i < compare->movers.count; i++) {
        int cells = text_width(one_line(compare->movers.at[i]->id));
        if (cells > width && cells <= 40) width = cells;
    }
    buf_add_z(w->out, L("\nlargest changes\n", "\n变化最大的表单\n"));
    for (int i = 0; i < compare->movers.count; i++)
        write_mover(w, compare->movers.at[i], width);
    if (compare->movers_left_out > 0)
        buf_format(w->out, L("  … and %ld more; --movers N shows more, --format csv all\n", "  …… 另有 %ld 张；--movers N 多列一些，--format csv 列出全部\n"),
                   compare->movers_left_out);
}

/* ---- the sink ---- */

typedef struct TextSink {
    CompareSink sink;
    CompareOut out;
} TextSink;

static bool nothing(CompareSink *sink, const Compare *compare) {
    (void)sink, (void)compare;
    return true;
}

static bool no_form(CompareSink *sink, const Compare *compare, const Compared *form) {
    (void)sink, (void)compare, (void)form;
    return true; /* Compare keeps what is told */
}

static bool end(CompareSink *sink, const Compare *compare) {
    const TextSink *text = (const TextSink *)sink;
    Buf out = { 0 };
    Writer writer = { &out, compare, compare->lang }, *w = &writer;
    write_summary(w);
    write_grades(w);
    write_changes(w);
    write_movers(w);
    return text->out.write(text->out.data, buf_text(&out));
}

CompareSink *compare_text_sink(const CompareOut *out) {
    TextSink *text = MEM_NEW(TextSink);
    text->sink = (CompareSink){ nothing, no_form, end };
    text->out = *out;
    return &text->sink;
}
