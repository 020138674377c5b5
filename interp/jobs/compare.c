/* compare.c - form by form: both versions, what differs, why; and what of it is kept for the end. */
#include "jobs/compare.h"

#include "jobs/score.h"
#include "jobs/score_tree.h"

#define REASONS_MAX 12 /* parts of a mover whose reasons are kept */

/* ---- words and sums ---- */

const char *movement_name(Movement movement) {
    static const char *const names[] = { "same", "up", "down", "unclear" };
    return names[movement];
}

Movement movement_of(Ends points) {
    int low = rat_sign(points.low), high = rat_sign(points.high);
    if (low == 0 && high == 0) return MOVE_NONE;
    if (low >= 0 && high >= 0) return MOVE_UP;
    return low <= 0 && high <= 0 ? MOVE_DOWN : MOVE_UNCLEAR;
}

static void add_points(Ends *sum, Ends points) {
    sum->low = rat_add(sum->low, points.low);
    sum->high = rat_add(sum->high, points.high);
}

static Moves no_moves(void) {
    Moves moves = { .unmeasured = 0 };
    for (int i = 0; i < MOVE_COUNT; i++)
        moves.points[i] = (Ends){ RAT_ZERO, RAT_ZERO };
    return moves;
}

static void add_move(Moves *moves, Movement movement, bool known, Ends points) {
    moves->count[movement]++;
    if (known)
        add_points(&moves->points[movement], points);
    else if (movement != MOVE_NONE)
        moves->unmeasured++;
}

Text step_numbers(const Compare *compare, int step) {
    Buf buf = { 0 };
    if (step == STEP_REST) return TEXT("0");
    for (int i = 0; i < compare->steps.at[step].changes.count; i++)
        buf_format(&buf, "%s%d", i > 0 ? "+" : "", compare->steps.at[step].changes.at[i] + 1);
    return buf_text(&buf);
}

static Rat size_of(Ends points) {
    Rat low = rat_sign(points.low) < 0 ? rat_negate(points.low) : points.low;
    Rat high = rat_sign(points.high) < 0 ? rat_negate(points.high) : points.high;
    return rat_compare(low, high) > 0 ? low : high;
}

int compare_bar(Ends points) {
    static const int limits[] = { 0, 1, 2, 5, 10, 20 };
    Rat size = size_of(points);
    bool down = rat_is_zero(points.low) ? rat_sign(points.high) < 0 : rat_sign(points.low) < 0;
    if (rat_is_zero(size)) return HISTOGRAM_BARS / 2;
    int bar = 1;
    for (int i = 1; i < 6 && rat_compare(size, RAT_INT(limits[i])) >= 0; i++)
        bar++;
    return HISTOGRAM_BARS / 2 + (down ? -bar : bar);
}

/* ---- one form ---- */

static ComparedPart part_of(const ScoreNode *old, const ScoreNode *new) {
    const ScoreNode *one = new ? new : old;
    Value none = value_na();
    ComparedPart part = { .key = compare_key(one), .in_old = old != NULL, .in_new = new != NULL };
    part.old_weight = old ? old->weight : none;
    part.old_credit = old ? old->credit : none;
    part.old_score = old ? old->score : none;
    part.old_status = old ? old->status : STATUS_NOT_APPLICABLE;
    part.new_weight = new ? new->weight : none;
    part.new_credit = new ? new->credit : none;
    part.new_score = new ? new->score : none;
    part.new_status = new ? new->status : STATUS_NOT_APPLICABLE;
    part.changed = !old || !new || old->status != new->status || !value_same(&part.old_weight, &part.new_weight) ||
                   !value_same(&part.old_credit, &part.new_credit) || !value_same(&part.old_score, &part.new_score);
    Ends before = { RAT_ZERO, RAT_ZERO }, after = before;
    part.points = before;
    part.known = (!old || compare_ends(&part.old_score, &part.old_weight, &before)) && (!new || compare_ends(&part.new_score, &part.new_weight, &after));
    if (part.known) part.points = ends_subtract(after, before);
    return part;
}

static void compare_parts(Compared *compared) {
    ScoreNodes old = { 0 }, new = { 0 };
    compare_nodes(compared->old, &old);
    compare_nodes(compared->new, &new);
    bool *taken = mem_leaf((size_t)old.count + 1);
    int hint = 0;
    for (int i = 0; i < new.count; i++) {
        PartKey key = compare_key(new.at[i]);
        int at = compare_find(&old, &key, hint);
        if (at >= 0 && taken[at]) at = -1;
        if (at >= 0) {
            taken[at] = true;
            hint = at + 1;
        }
        ComparedPart part = part_of(at >= 0 ? old.at[at] : NULL, new.at[i]);
        vec_push(&compared->parts, part);
        compared->changed |= part.changed;
    }
    for (int i = 0; i < old.count; i++) {
        if (taken[i]) continue;
        ComparedPart part = part_of(old.at[i], NULL);
        vec_push(&compared->parts, part);
        compared->changed = true;
    }
}

static void compare_form(Compared *compared) {
    const PartResult *old = result_total(compared->old), *new = result_total(compared->new);
    Ends before, after;
    compared->old_total = old->score;
    compared->new_total = new->score;
    compared->old_grade = compare_grade(compared->old);
    compared->new_grade = compare_grade(compared->new);
    bool same = value_same(&old->score, &new->score);
    compared->known = compare_ends(&old->score, &old->weight, &before) && compare_ends(&new->score, &new->weight, &after);
    compared->points = compared->known ? ends_subtract(after, before) : (Ends){ RAT_ZERO, RAT_ZERO };
    compared->movement = same ? MOVE_NONE : compared->known ? movement_of(compared->points) : MOVE_UNCLEAR;
    if (!same && compared->movement == MOVE_NONE) compared->movement = MOVE_UNCLEAR; /* one end is left out now */
    compared->changed = !same || !text_is(compared->old_grade, compared->new_grade);
    compare_parts(compared);
}

/* ---- what is counted ---- */

static void count_step_part(Step *step, const ComparedPart *part, Ends points) {
    StepPart *found = NULL;
    for (int i = 0; i < step->parts.count && !found; i++)
        if (text_is(step->parts.at[i].name, part->key.name) && text_is(step->parts.at[i].path, part->key.path)) found = &step->parts.at[i];
    if (!found && step->parts.count >= STEP_PARTS) {
        step->more_parts = true;
        return;
    }
    if (!found) {
        StepPart fresh = { text_copy(part->key.path), text_copy(part->key.name), no_moves() };
        vec_push(&step->parts, fresh);
        found = &step->parts.at[step->parts.count - 1];
    }
    add_move(&found->moves, movement_of(points), true, points);
}

static void count_effects(Compare *compare, const Compared *form) {
    for (int i = 0; i < form->effects.count; i++) {
        const Effect *effect = &form->effects.at[i];
        Moves *moves = effect->step == STEP_REST ? &compare->rest : &compare->steps.at[effect->step].moves;
        add_move(moves, movement_of(effect->points), effect->known, effect->points);
        if (effect->step != STEP_REST) compare->steps.at[effect->step].grades += effect->grade_from.at != NULL;
    }
    for (int p = 0; p < form->parts.count; p++) {
        const ComparedPart *part = &form->parts.at[p];
        for (int i = 0; part->key.kind != PART_GROUP && i < part->effects.count; i++)
            if (part->effects.at[i].step != STEP_REST)
                count_step_part(&compare->steps.at[part->effects.at[i].step], part, part->effects.at[i].points);
    }
}

static void count_grades(Compare *compare, const Compared *form) {
    if (!text_is(form->old_grade, form->new_grade)) compare->grade_changes++;
    for (int i = 0; i < compare->grades.count; i++) {
        GradeMove *move = &compare->grades.at[i];
        if (!text_is(move->from, form->old_grade) || !text_is(move->to, form->new_grade)) continue;
        move->forms++;
        return;
    }
    GradeMove move = { text_copy(form->old_grade), text_copy(form->new_grade), 1 };
    vec_push(&compare->grades, move);
}

/* For charts: when there are too many, every other point goes. */
static void sample(Compare *compare, const Compared *form, Ends old, Ends new) {
    if ((form->number - 1) % compare->sample_stride != 0) return;
    if (compare->sample.count >= SAMPLE_MAX) {
        int kept = 0;
        for (int i = 0; i < compare->sample.count; i += 2)
            compare->sample.at[kept++] = compare->sample.at[i];
        compare->sample.count = kept;
        compare->sample_stride *= 2;
        if ((form->number - 1) % compare->sample_stride != 0) return;
    }
    SampledForm point = { text_copy(form->id), old, new, form->movement };
    vec_push(&compare->sample, point);
}

static void count_charts(Compare *compare, const Compared *form) {
    Ends old, new;
    if (!form->known) return;
    (void)compare_ends(&form->old_total, &result_total(form->old)->weight, &old);
    (void)compare_ends(&form->new_total, &result_total(form->new)->weight, &new);
    bool certain = rat_equal(old.low, old.high) && rat_equal(new.low, new.high);
    (certain ? compare->certain_bars : compare->open_bars)[compare_bar(form->points)]++;
    sample(compare, form, old, new);
}

static void count_form(Compare *compare, const Compared *form) {
    compare->form_count++;
    compare->changed += form->changed;
    add_move(&compare->moves, form->movement, form->known, form->points);
    count_effects(compare, form);
    count_grades(compare, form);
    count_charts(compare, form);
}

/* ---- what is kept ---- */

/* Whether a moved more than b; of equals the one that came first.  What cannot be measured comes first. */
static bool moved_more(const Compared *a, const Compared *b) {
    if (a->known != b->known) return !a->known;
    int order = rat_compare(size_of(a->points), size_of(b->points));
    if (order != 0) return order > 0;
    bool grade_a = !text_is(a->old_grade, a->new_grade), grade_b = !text_is(b->old_grade, b->new_grade);
    return grade_a != grade_b ? grade_a : a->number < b->number;
}

static const PartResult *result_of(const FormResult *form, const PartKey *key) {
    ScoreNodes nodes = { 0 };
    compare_nodes(form, &nodes);
    int at = compare_find(&nodes, key, nodes.count);
    return at >= 0 ? nodes.at[at]->part : NULL;
}

static Effects copied(const Effects *effects) {
    Effects copy = { 0 };
    for (int i = 0; i < effects->count; i++)
        vec_push(&copy, effects->at[i]);
    return copy;
}

/* Without the slots, and with texts of its own: the data goes on. */
static Compared *kept_of(const Compared *form, Lang lang) {
    Compared *kept = MEM_NEW(Compared);
    int reasons = 0;
    *kept = *form;
    kept->id = text_copy(form->id);
    kept->effects = copied(&form->effects);
    kept->parts.at = NULL;
    kept->parts.count = kept->parts.room = 0;
    for (int i = 0; i < form->parts.count; i++) {
        ComparedPart part = form->parts.at[i];
        if (!part.changed) continue;
        const PartResult *old = result_of(form->old, &part.key), *new = result_of(form->new, &part.key);
        if (part.key.kind == PART_INDICATOR && reasons < REASONS_MAX) {
            reasons++;
            part.old_reason = old ? explain_reason(form->old, old, lang) : TEXT_NONE;
            part.new_reason = new ? explain_reason(form->new, new, lang) : TEXT_NONE;
        }
        part.key.path = text_copy(part.key.path);
        part.key.name = text_copy(part.key.name);
        part.effects = copied(&part.effects);
        vec_push(&kept->parts, part);
    }
    kept->old = kept->new = NULL;
    return kept;
}

static void keep_mover(Compare *compare, const Compared *form, int limit) {
    int place = compare->movers.count;
    while (place > 0 && moved_more(form, compare->movers.at[place - 1]))
        place--;
    if (compare->movers.count >= limit) compare->movers_left_out++;
    if (place >= limit) return;
    if (compare->movers.count < limit) vec_push(&compare->movers, NULL);
    for (int i = compare->movers.count - 1; i > place; i--)
        compare->movers.at[i] = compare->movers.at[i - 1];
    compare->movers.at[place] = kept_of(form, compare->lang);
}

/* ---- all of it ---- */

Compare *compare_begin(const Program *old, const Program *new, const CompareOptions *options) {
    Compare *compare = MEM_NEW(Compare);
    compare->old = old;
    compare->new = new;
    compare->lang = options->lang;
    compare->changed_only = options->changed_only;
    compare->mover_limit = options->movers;
    compare->sample_stride = 1;
    compare->moves = compare->rest = no_moves();
    compare_make_steps(compare, rules_diff(old, new, &compare->changes));
    vec_push(&compare->programs, old);
    vec_push(&compare->programs, new);
    for (int i = 0; i < compare->steps.count; i++) {
        compare->steps.at[i].moves = no_moves();
        vec_push(&compare->programs, compare->steps.at[i].program);
    }
    return compare;
}

bool compare_run(Compare *compare, Forms *forms, CompareSink *sink) {
    compare->forms = forms;
    const ValueList **old = score_populations(compare->old, forms, 0), **new = score_populations(compare->new, forms, 1);
    for (int i = 0; i < compare->steps.count; i++)
        compare->steps.at[i].populations = score_populations(compare->steps.at[i].program, forms, 2 + i);
    if (!sink->begin(sink, compare)) return false;
    for (const Form *form; (form = forms_next(forms)) != NULL;) {
        FormData before = forms_data(forms, form, 0), after = forms_data(forms, form, 1);
        Compared compared = { .id = form->id, .number = form->number };
        compared.old = eval_form(compare->old, &before, old);
        compared.new = eval_form(compare->new, &after, new);
        compare_form(&compared);
        if (compared.changed) compare_causes(compare, forms, form, &compared);
        count_form(compare, &compared);
        if (compared.changed) keep_mover(compare, &compared, compare->mover_limit);
        if (!sink->form(sink, compare, &compared)) return false;
    }
    return sink->end(sink, compare);
}
