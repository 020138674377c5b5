/* compare_cause.c - the schemes in between, and what each did to a form. */
#include "jobs/compare.h"
#include "jobs/score_tree.h"

/* ---- steps ---- */

/* Changes that are tried together from the start. */
typedef struct Bundle {
    VEC(int) changes;
    bool made;
} Bundle;
typedef VEC(Bundle) Bundles;

static bool is_definition(NodeKind kind) {
    return kind == NODE_USE || kind == NODE_GIVEN || kind == NODE_UNIT_DEF || kind == NODE_LEVELS || kind == NODE_METHOD ||
           kind == NODE_FUNCTION || kind == NODE_DEFINE || kind == NODE_TABLE;
}

static int rank(const RuleChange *change) {
    if (change->clause == NODE_GRADES || (change->clause == NODE_BAND)) return 4;
    if (change->clause == NODE_ROUNDING) return 3;
    if (is_definition(change->clause) && change->kind == CHANGE_ADDED) return 0;
    if (is_definition(change->clause) && change->kind == CHANGE_REMOVED) return 2;
    return 1;
}

/* Too many to swap one by one: all of an indicator, group or definition go together. */
static bool same_place(const RuleChange *a, const RuleChange *b) {
    Text x = a->where.length ? a->where : a->name, y = b->where.length ? b->where : b->name;
    return x.length > 0 && text_is(x, y);
}

static bool is_related(const Compare *compare, const RulesDiff *diff, const Bundle *bundle, const RuleChange *change) {
    for (int i = 0; i < bundle->changes.count; i++) {
        const RuleChange *other = &compare->changes.at[bundle->changes.at[i]];
        if (changes_related(diff, other, change)) return true;
    }
    return false;
}

static void bundle_change(const Compare *compare, const RulesDiff *diff, Bundles *bundles, int index, bool single) {
    const RuleChange *change = &compare->changes.at[index];
    for (int i = 0; i < bundles->count; i++) {
        Bundle *bundle = &bundles->at[i];
        const RuleChange *first = &compare->changes.at[bundle->changes.at[0]];
        bool last = i == bundles->count - 1 && bundles->count >= STEPS_MAX;
        bool together = (first->file && change->file) || is_related(compare, diff, bundle, change) || (!single && (last || same_place(first, change)));
        if (!together) continue;
        vec_push(&bundle->changes, index);
        return;
    }
    Bundle bundle = { 0 };
    vec_push(&bundle.changes, index);
    vec_push(bundles, bundle);
}

static void bundle_all(const Compare *compare, const RulesDiff *diff, Bundles *bundles) {
    long scoring = 0;
    for (int i = 0; i < compare->changes.count; i++)
        scoring += compare->changes.at[i].scores;
    for (int r = 0; r <= 4; r++)
        for (int i = 0; i < compare->changes.count; i++)
            if (compare->changes.at[i].scores && rank(&compare->changes.at[i]) == r) bundle_change(compare, diff, bundles, i, scoring <= STEPS_MAX);
}

static void mark(const Bundle *bundle, bool *made, bool as) {
    for (int i = 0; i < bundle->changes.count; i++)
        made[bundle->changes.at[i]] = as;
}

static void add_step(Compare *compare, const Program *program) {
    Step step = { .program = program };
    vec_push(&compare->steps, step);
}

static void add_to_step(Compare *compare, const Bundle *bundle) {
    int last = compare->steps.count - 1;
    for (int i = 0; i < bundle->changes.count; i++) {
        vec_push(&compare->steps.at[last].changes, bundle->changes.at[i]);
        compare->step_of.at[bundle->changes.at[i]] = last;
    }
}

/* Makes one more step of the first bundle that holds together with those made; false where none does. */
static bool next_step(Compare *compare, const RulesDiff *diff, Bundles *bundles, bool *made) {
    for (int i = 0; i < bundles->count; i++) {
        Bundle *bundle = &bundles->at[i];
        if (bundle->made) continue;
        mark(bundle, made, true);
        const Program *program = rules_mix(diff, made);
        if (!program) {
            mark(bundle, made, false);
            continue;
        }
        bundle->made = true;
        add_step(compare, program);
        add_to_step(compare, bundle);
        return true;
    }
    return false;
}

/* Two that need each other. */
static bool next_pair(Compare *compare, const RulesDiff *diff, Bundles *bundles, bool *made) {
    for (int i = 0; i < bundles->count; i++)
        for (int j = i + 1; j < bundles->count; j++) {
            Bundle *a = &bundles->at[i], *b = &bundles->at[j];
            if (a->made || b->made) continue;
            mark(a, made, true);
            mark(b, made, true);
            const Program *program = rules_mix(diff, made);
            if (program) {
                a->made = b->made = true;
                add_step(compare, program);
                add_to_step(compare, a);
                add_to_step(compare, b);
                return true;
            }
            mark(a, made, false);
            mark(b, made, false);
        }
    return false;
}

/* People read of the changes in the order in which they were made; what cannot touch a score comes last. */
static void number_by_step(Compare *compare) {
    RuleChanges changes = { 0 };
    for (int s = 0; s <= compare->steps.count; s++)
        for (int i = 0; i < compare->changes.count; i++) {
            int step = compare->step_of.at[i];
            if (step != (s < compare->steps.count ? s : -1)) continue;
            vec_push(&changes, compare->changes.at[i]);
        }
    compare->changes = changes;
    for (int s = 0, next = 0; s < compare->steps.count; s++)
        for (int i = 0; i < compare->steps.at[s].changes.count; i++) {
            compare->steps.at[s].changes.at[i] = next;
            compare->step_of.at[next++] = s;
        }
    int numbered = 0;
    for (int s = 0; s < compare->steps.count; s++)
        numbered += compare->steps.at[s].changes.count;
    for (int i = numbered; i < compare->changes.count; i++)
        compare->step_of.at[i] = -1;
}

void compare_make_steps(Compare *compare, const RulesDiff *diff) {
    Bundles bundles = { 0 };
    bool *made = mem_leaf((size_t)compare->changes.count + 1);
    for (int i = 0; i < compare->changes.count; i++)
        vec_push(&compare->step_of, -1);
    bundle_all(compare, diff, &bundles);
    while (next_step(compare, diff, &bundles, made) || next_pair(compare, diff, &bundles, made))
        continue;
    bool left = false;
    for (int i = 0; i < bundles.count; i++)
        left |= !bundles.at[i].made;
    for (int i = 0; i < bundles.count; i++)
        mark(&bundles.at[i], made, true);
    if (left) {
        const Program *program = rules_mix(diff, made);
        add_step(compare, program ? program : compare->new);
    }
    for (int i = 0; i < bundles.count; i++)
        if (!bundles.at[i].made) add_to_step(compare, &bundles.at[i]);
    number_by_step(compare);
}

/* ---- points ---- */

bool compare_ends(const Value *score, const Value *weight, Ends *ends) {
    *ends = (Ends){ RAT_ZERO, RAT_ZERO };
    if (score->kind == VALUE_NA) return true;
    if (score->kind == VALUE_NUMBER) {
        if (score->range.lo_infinite || score->range.hi_infinite || rat_is_huge(score->range.lo) || rat_is_huge(score->range.hi)) return false;
        *ends = (Ends){ score->range.lo, score->range.hi };
        return true;
    }
    if (weight->kind != VALUE_NUMBER || weight->range.hi_infinite) return false;
    ends->high = weight->range.hi; /* no result: anything from nothing to all of it (S5) */
    return true;
}

Ends ends_subtract(Ends a, Ends b) {
    return (Ends){ rat_subtract(a.low, b.low), rat_subtract(a.high, b.high) };
}

bool ends_zero(Ends a) {
    return rat_is_zero(a.low) && rat_is_zero(a.high);
}

Text compare_grade(const FormResult *form) {
    Buf grades = { 0 };
    for (int i = 0; i < form->grade_count; i++) {
        if (i > 0) buf_char(&grades, '/');
        buf_add(&grades, form->program->bands.at[form->grades[i]].name);
    }
    return buf_text(&grades);
}

/* ---- parts ---- */

static void add_nodes(const ScoreNode *node, ScoreNodes *nodes) {
    for (int i = 0; i < node->children.count; i++) {
        vec_push(nodes, node->children.at[i]);
        add_nodes(node->children.at[i], nodes);
    }
}

void compare_nodes(const FormResult *form, ScoreNodes *nodes) {
    add_nodes(score_tree(form), nodes);
}

PartKey compare_key(const ScoreNode *node) {
    return (PartKey){ .path = node->path, .name = node->name, .kind = node->kind, .row = node->row ? node->row->number : 0,
                      .symbol = node->part && !node->row ? node->part->part->symbol : NULL };
}

/* Parts of rules that are called differently may be one part: by a name they share. */
static bool share_name(const Symbol *a, const Symbol *b) {
    if (!a || !b) return false;
    if (symbol_is_called(b, a->name)) return true;
    for (int i = 0; i < a->aliases.count; i++)
        if (symbol_is_called(b, a->aliases.at[i])) return true;
    return false;
}

static bool same_part(const PartKey *a, const PartKey *b) {
    if (a->kind != b->kind || a->row != b->row) return false;
    return text_is(a->name, b->name) || share_name(a->symbol, b->symbol);
}

/* The same place first: what was moved to another group is found only where its own has none. */
int compare_find(const ScoreNodes *nodes, const PartKey *key, int hint) {
    int moved = -1;
    for (int i = hint < nodes->count ? -1 : 0; i < nodes->count; i++) {
        PartKey other = compare_key(nodes->at[i < 0 ? hint : i]);
        if (!same_part(&other, key)) continue;
        if (text_is(other.path, key->path)) return i < 0 ? hint : i;
        if (i >= 0 && moved < 0 && (key->row > 0 || key->kind == PART_INDICATOR)) moved = i;
    }
    return moved;
}

/* ---- effects ---- */

/* A state on the way from the old version to the new one. */
typedef struct State {
    Ends total;
    Text grade;
    bool *known;        /* of each changed part */
    Ends *parts;
} State;

static void add_effect(Effects *effects, int step, bool known, Ends points, Text from, Text to) {
    bool grade = !text_is(from, to);
    if (!grade && known && ends_zero(points)) return;
    Effect effect = { step, known, points, grade ? from : TEXT_NONE, grade ? to : TEXT_NONE };
    if (grade && !effect.grade_from.at) effect.grade_from = TEXT("");
    if (grade && !effect.grade_to.at) effect.grade_to = TEXT("");
    vec_push(effects, effect);
}

/* The state after `step`, as `result` has it.  What has no number keeps the one before: its effect is told with the
   next step that gives it one. */
static void advance(Compared *compared, State *state, int step, const FormResult *result) {
    Ends ends = state->total, none = { RAT_ZERO, RAT_ZERO };
    const PartResult *total = result_total(result);
    Text grade = compare_grade(result);
    bool known = compared->known && compare_ends(&total->score, &total->weight, &ends);
    if (compared->known || !text_is(grade, state->grade))
        add_effect(&compared->effects, step, compared->known, known ? ends_subtract(ends, state->total) : none, state->grade, grade);
    if (known) state->total = ends;
    state->grade = grade;
    ScoreNodes nodes = { 0 };
    compare_nodes(result, &nodes);
    for (int i = 0; i < compared->parts.count; i++) {
        ComparedPart *part = &compared->parts.at[i];
        if (!part->changed || !part->known) continue;
        Value weight = part->new_weight;
        int at = compare_find(&nodes, &part->key, i);
        ends = none;
        if (at >= 0) weight = nodes.at[at]->weight;
        if (at >= 0 && !compare_ends(&nodes.at[at]->score, &weight, &ends)) continue;
        add_effect(&part->effects, step, true, ends_subtract(ends, state->parts[i]), TEXT_NONE, TEXT_NONE);
        state->parts[i] = ends;
    }
}

void compare_causes(const Compare *compare, const Forms *forms, const Form *form, Compared *compared) {
    const PartResult *total = result_total(compared->old);
    State state = { .grade = compared->old_grade };
    (void)compare_ends(&total->score, &total->weight, &state.total);
    state.parts = MEM_ARRAY(Ends, compared->parts.count + 1);
    for (int i = 0; i < compared->parts.count; i++) {
        const ComparedPart *part = &compared->parts.at[i];
        state.parts[i] = (Ends){ RAT_ZERO, RAT_ZERO };
        if (part->in_old) (void)compare_ends(&part->old_score, &part->old_weight, &state.parts[i]);
    }
    for (int i = 0; i < compare->steps.count; i++) {
        const Step *step = &compare->steps.at[i];
        FormData data = forms_data(forms, form, 2 + i);
        advance(compared, &state, i, eval_form(step->program, &data, step->populations));
    }
    advance(compared, &state, STEP_REST, compared->new);
}
