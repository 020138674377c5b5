#include "engine/grade.h"

#include "engine/arith.h"

/* Takes the part of `rest` on which the band's bound holds; what is left goes on to the next. */
static bool band_takes(Units *units, int comparison, const Range *bound, Range *rest, bool *empty) {
    Range holds, left;
    if (!range_is_point(bound)) { /* a bound that is not certain takes all, part or nothing */
        Value total = value_range(*rest, UNIT_NONE, VALUE_EVIDENCE), edge = value_range(*bound, UNIT_NONE, VALUE_EVIDENCE);
        Value holds_for = arith_compare(units, comparison, &total, &edge);
        *empty = holds_for.kind == VALUE_TRUTH && holds_for.truth == TRUTH_YES;
        return !(holds_for.kind == VALUE_TRUTH && holds_for.truth == TRUTH_NO);
    }
    switch (comparison) {
    case CMP_GE: holds = range_at_least(bound->lo, false), left = range_at_most(bound->lo, true); break;
    case CMP_GT: holds = range_at_least(bound->lo, true), left = range_at_most(bound->lo, false); break;
    case CMP_LE: holds = range_at_most(bound->hi, false), left = range_at_least(bound->hi, true); break;
    case CMP_LT: holds = range_at_most(bound->hi, true), left = range_at_least(bound->hi, false); break;
    default: holds = *bound, left = *rest; break;
    }
    Range inside;
    if (range_intersect(rest, &holds, &inside) != RANGE_OK) return false;
    if (range_intersect(rest, &left, &inside) != RANGE_OK || (comparison == CMP_EQ && range_is_point(rest)))
        *empty = true;
    else
        *rest = inside;
    return true;
}

static int bands_of(const Run *run, const Value *total, int *bands) {
    int count = 0;
    bool empty = total->kind != VALUE_NUMBER;
    Range rest = empty ? (Range)RANGE_ALL : total->range;
    if (total->kind == VALUE_NA) return 0;
    if (total->kind != VALUE_NUMBER) rest = (Range)RANGE_ALL, empty = false;
    for (int i = 0; i < run->program->bands.count && !empty; i++) {
        const Band *band = &run->program->bands.at[i];
        const Value *slot = band->slot >= 0 ? &run->slots[band->slot] : NULL;
        if (band->op == KW_OTHERWISE) {
            bands[count++] = i;
            break;
        }
        if (band->op == KW_WHEN) {
            if (slot->kind == VALUE_TRUTH && slot->truth == TRUTH_NO) continue;
            bands[count++] = i;
            empty = slot->kind == VALUE_TRUTH && slot->truth == TRUTH_YES;
            continue;
        }
        if (!slot) continue;
        if (slot->kind != VALUE_NUMBER) { /* nothing is known of its bound */
            bands[count++] = i;
            continue;
        }
        if (band_takes(run->program->units, band->op, &slot->range, &rest, &empty)) bands[count++] = i;
    }
    return count;
}

int grade_of_total(const FormResult *form, const Value *total, int *bands) {
    Run run = { .program = form->program, .code = &form->program->form, .slots = form->slots };
    Value score = *total;
    if (form->program->rounds_grade) {
        Value places = value_number(RAT_INT(form->program->grade_places), UNIT_NONE);
        score = arith_round(form->program->units, &score, &places, form->program->grade_mode);
    }
    return bands_of(&run, &score, bands);
}

static void add_band(FormResult *form, int band) {
    int place = form->grade_count;
    for (int i = 0; i < form->grade_count; i++)
        if (form->grades[i] == band) return;
    while (place > 0 && form->grades[place - 1] > band) {
        form->grades[place] = form->grades[place - 1];
        place--;
    }
    form->grades[place] = band;
    form->grade_count++;
}

void grade_form(Run *run, FormResult *form) {
    const Program *program = run->program;
    const PartResult *total = &form->parts[program->total];
    form->grades = mem_leaf(sizeof(int) * (size_t)(program->bands.count + 1));
    form->grade_expected = -1;
    if (program->bands.count == 0 || total->status == STATUS_NOT_APPLICABLE) return;
    run->choices.count = 0;
    run->collapse = true;
    for (int i = 0; i < program->bands.count; i++)
        run_slots(run, &program->bands.at[i].slot, 1);
    run->collapse = false;
    Value score = total->score, likely = total->expected;
    if (program->rounds_grade) {
        Value places = value_number(RAT_INT(program->grade_places), UNIT_NONE);
        score = arith_round(program->units, &score, &places, program->grade_mode);
        likely = arith_round(program->units, &likely, &places, program->grade_mode);
    }
    form->grade_count = bands_of(run, &score, form->grades);
    int *expected = mem_leaf(sizeof(int) * (size_t)(program->bands.count + 1));
    if (bands_of(run, &likely, expected) == 1) form->grade_expected = expected[0];
    int worst = -1;
    for (int i = 0; i < program->total; i++) { /* vetoes, S18 */
        const PartResult *veto = &form->parts[i];
        if (veto->part->kind != PART_VETO || veto->part->band < 0) continue;
        if (veto->condition == TRUTH_YES && veto->part->band > worst) worst = veto->part->band;
    }
    for (int i = 0; i < program->total; i++) { /* of several vetoes the worst grade; one that is not known may be worse still */
        const PartResult *veto = &form->parts[i];
        if (veto->part->kind != PART_VETO || veto->part->band < 0 || veto->condition == TRUTH_NO) continue;
        if (veto->condition == TRUTH_YES && worst >= 0) {
            if (veto->part->band != worst) continue;
            form->grade_count = 0;
            form->grade_expected = worst;
        }
        if (veto->condition == TRUTH_YES || veto->part->band > worst) add_band(form, veto->part->band);
    }
}
