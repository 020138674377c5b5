#include "engine/eval.h"

#include <stdlib.h>

#include "engine/arith.h"
#include "engine/grade.h"
#include "engine/run.h"

static const Range all_numbers = RANGE_ALL;

static Value zero_value(void) {
    return value_number(RAT_ZERO, UNIT_NONE);
}

static Value none_to(const Value *most) {
    Range range = range_closed(RAT_ZERO, RAT_ZERO);
    if (most->kind == VALUE_NUMBER) {
        range.hi = most->range.hi;
        range.hi_infinite = range.hi_open = most->range.hi_infinite;
    } else {
        range.hi_infinite = range.hi_open = true;
    }
    return value_range(range, UNIT_NONE, VALUE_EVIDENCE | VALUE_FROM_MISSING);
}

/* ---- one indicator, one combination of readings ---- */

typedef struct Finish {
    Value weight, credit, score;
    Status status;
    ValueError error;
    bool capped, incomplete;
} Finish;

static const Value *slot_of(const Run *run, int slot) {
    return slot >= 0 ? &run->slots[slot] : NULL;
}

static bool lacks_evidence(const Value *a) {
    if (!(a->flags & VALUE_FROM_MISSING)) return false;
    return a->kind == VALUE_MISSING || (a->kind == VALUE_NUMBER && !range_is_point(&a->range));
}

/* Wholly outside lo..hi: worth telling (S7). */
static bool outside(const Value *a, Rat lo, const Value *hi) {
    Range allowed = range_at_least(lo, false), inside;
    if (a->kind != VALUE_NUMBER) return false;
    if (hi && hi->kind == VALUE_NUMBER && !hi->range.hi_infinite) allowed = range_closed(lo, hi->range.hi);
    return range_intersect(&a->range, &allowed, &inside) != RANGE_OK;
}

static Value failed(Finish *finish, ValueError error) {
    finish->status = STATUS_ERROR;
    finish->error = error;
    return value_error(error);
}

/* A ratio, or the quotient of two counting words: 57次 of 60场 can be compared (S11). */
static bool is_share(const Units *units, UnitId unit) {
    return unit_is_ratio(units, unit) || (!unit_is_counting(units, unit) && unit_fit(units, unit, UNIT_NONE) != UNIT_OTHER);
}

/* The credit, clamped to 0..100 % (S7). */
static Value clamped_credit(const Run *run, const Part *part, Finish *finish) {
    Value credit = run->slots[part->credit];
    const Value *actual = slot_of(run, part->actual);
    bool missing = actual ? lacks_evidence(actual) : lacks_evidence(&credit);
    if (part->missing >= 0 && missing) {
        credit = run->slots[part->missing];
        if (credit.kind == VALUE_NUMBER && credit.unit != UNIT_PERCENT) /* points */
            credit = arith_binary(run->program->units, OP_DIVIDE, &credit, &finish->weight);
    }
    if (credit.kind == VALUE_MISSING) credit = value_range(range_closed(RAT_ZERO, RAT_ONE), UNIT_NONE, credit.flags);
    if (credit.kind == VALUE_NA) {
        finish->status = STATUS_NOT_APPLICABLE;
        return credit;
    }
    if (credit.kind == VALUE_ERROR) return failed(finish, (ValueError)credit.error);
    if (credit.kind != VALUE_NUMBER || !is_share(run->program->units, credit.unit)) return failed(finish, ERROR_KIND);
    Value one = value_number(RAT_ONE, UNIT_NONE), zero = zero_value();
    finish->capped |= outside(&credit, RAT_ZERO, &one);
    return arith_clamp(&credit, &zero, &one);
}

/* `at most 60%` of an indicator means of its weight; `at most 6` means points. */
static Value points_of(const Run *run, const Value *limit, const Value *weight) {
    if (limit->kind == VALUE_NUMBER && limit->unit == UNIT_PERCENT && weight->kind == VALUE_NUMBER)
        return arith_binary(run->program->units, OP_MULTIPLY, limit, weight);
    return *limit;
}

static Value limited(const Run *run, const Part *part, Value score, const Value *weight) {
    if (part->at_most >= 0) {
        Value most = points_of(run, &run->slots[part->at_most], weight);
        score = arith_least(&score, &most);
    }
    if (part->at_least >= 0) {
        Value least = points_of(run, &run->slots[part->at_least], weight);
        score = arith_greatest(&score, &least);
    }
    return score;
}

static Value deducted(const Run *run, const Part *part, Value score) {
    for (int i = 0; i < part->deductions.count; i++)
        score = arith_binary(run->program->units, OP_SUBTRACT, &score, &run->slots[part->deductions.at[i]]);
    return score;
}

static Value rounded(const Run *run, const Part *part, Value score) {
    if (!part->rounds) return score;
    Value places = value_number(RAT_INT(part->places), UNIT_NONE);
    return arith_round(run->program->units, &score, &places, part->mode);
}

static Value plain(Value value) {
    if (value.kind == VALUE_NUMBER) value.unit = UNIT_NONE;
    return value;
}

/* Points from credit or from a formula: limits, deductions, rounding (S7). */
static void finish_score(const Run *run, const Part *part, Finish *finish) {
    Units *units = run->program->units;
    Value zero = zero_value(), score;
    bool weighs = finish->weight.kind == VALUE_NUMBER;
    if (part->credit >= 0) {
        score = arith_binary(units, OP_MULTIPLY, &finish->weight, &finish->credit);
    } else if (part->score >= 0) {
        score = run->slots[part->score];
        if (part->missing >= 0 && lacks_evidence(&score)) {
            Value points = points_of(run, &run->slots[part->missing], &finish->weight);
            score = points;
        }
        if (score.kind == VALUE_MISSING) {
            uint8_t flags = score.flags;
            score = none_to(&finish->weight);
            score.flags = flags;
        }
        if (score.kind == VALUE_ERROR) {
            finish->score = failed(finish, (ValueError)score.error);
            return;
        }
        if (score.kind == VALUE_NA) {
            finish->status = STATUS_NOT_APPLICABLE;
            finish->score = score;
            return;
        }
        finish->capped |= weighs && outside(&score, RAT_ZERO, &finish->weight);
        if (weighs) score = arith_clamp(&score, &zero, &finish->weight);
    } else {
        score = weighs ? finish->weight : zero;
    }
    if (part->deductions.count > 0) {
        score = deducted(run, part, score);
        if (weighs) score = arith_greatest(&score, &zero);
    }
    score = rounded(run, part, limited(run, part, score, &finish->weight));
    if (score.kind == VALUE_ERROR)
        failed(finish, (ValueError)score.error);
    finish->score = plain(score);
    if (part->credit < 0 && weighs && score.kind == VALUE_NUMBER && range_is_point(&finish->weight.range) &&
        rat_sign(finish->weight.range.lo) > 0)
        finish->credit = plain(arith_binary(units, OP_DIVIDE, &finish->score, &finish->weight));
}

static Status truth_status(const Value *met) {
    if (met->kind != VALUE_TRUTH) return STATUS_UNKNOWN;
    return met->truth == TRUTH_YES ? STATUS_MET : met->truth == TRUTH_NO ? STATUS_MISSED : STATUS_UNKNOWN;
}

/* By how much of the weight there is, where no target says more. */
static Status credit_status(const Value *credit) {
    if (credit->kind != VALUE_NUMBER || !range_is_point(&credit->range)) return STATUS_UNKNOWN;
    if (rat_compare(credit->range.lo, RAT_ONE) >= 0) return STATUS_MET;
    return rat_sign(credit->range.lo) <= 0 ? STATUS_MISSED : STATUS_PARTLY;
}

/* The level an indicator's words came to, where its credit is by levels: the best is met, the worst missed. */
static bool level_status(Run *run, const Part *part, Status *status) {
    for (int i = part->cone_count - 1; i >= 0; i--) {
        const Op *op = &run->code->ops.at[part->cone[i]];
        const Value *level = &run->slots[part->cone[i]];
        if (op->code != OP_LEVEL || level->kind != VALUE_LEVEL || op->a != part->actual) continue;
        if (level->level.best != level->level.worst) {
            *status = level->flags & VALUE_FROM_MISSING ? STATUS_MISSING : STATUS_UNKNOWN; /* unreadable is missing (S2) */
            run->marks |= CELL_UNREADABLE;
        }
        else if (level->level.best == 0) *status = STATUS_MET;
        else *status = level->level.best == level->level.scale->count - 1 ? STATUS_MISSED : STATUS_PARTLY;
        return true;
    }
    return false;
}

static Status indicator_status(Run *run, const Part *part, const Finish *finish) {
    const Value *actual = slot_of(run, part->actual), *target = slot_of(run, part->target);
    if (finish->status == STATUS_ERROR || finish->status == STATUS_NOT_APPLICABLE) return finish->status;
    if (actual && lacks_evidence(actual)) return STATUS_MISSING;
    if (finish->weight.kind == VALUE_MISSING) return STATUS_MISSING;
    bool words = target && target->kind == VALUE_TARGET && target->target->sense == TARGET_WORDS;
    Status by_level;
    if (actual && (!target || words) && level_status(run, part, &by_level)) return by_level;
    if (target && actual && target->kind == VALUE_TARGET) {
        Value met = arith_meets(run->program->units, actual, target);
        Status status = truth_status(&met);
        bool within = target->target->sense == TARGET_WITHIN && value_is_certain(&finish->credit);
        return within ? credit_status(&finish->credit) : status; /* 45% .. 80% may be the ends of a line */
    }
    if (!actual && lacks_evidence(&finish->score)) return STATUS_MISSING;
    return credit_status(&finish->credit);
}

static void finish_indicator(Run *run, const Part *part, Finish *finish) {
    *finish = (Finish){ .status = STATUS_UNKNOWN, .credit = value_missing() };
    const Value *applies = slot_of(run, part->applies), *actual = slot_of(run, part->actual),
                *target = slot_of(run, part->target), *weight = slot_of(run, part->weight);
    finish->weight = weight ? plain(*weight) : value_missing();
    if (finish->weight.kind == VALUE_NUMBER && finish->weight.range.lo_infinite && finish->weight.range.hi_infinite)
        finish->weight = value_missing();
    bool out = applies && applies->kind == VALUE_TRUTH && applies->truth == TRUTH_NO;
    bool open = applies && (applies->kind == VALUE_MISSING || (applies->kind == VALUE_TRUTH && applies->truth == TRUTH_UNKNOWN));
    if (open && run_choose(run, 2, true) == 1) out = true; /* both outcomes, with their weight */
    if (out || (actual && actual->kind == VALUE_NA) || (target && target->kind == VALUE_NA)) {
        finish->status = STATUS_NOT_APPLICABLE;
        finish->score = finish->credit = value_na();
        return;
    }
    if (applies && applies->kind == VALUE_ERROR) {
        finish->score = finish->credit = failed(finish, (ValueError)applies->error);
        return;
    }
    if (finish->weight.kind == VALUE_ERROR) {
        failed(finish, (ValueError)finish->weight.error);
        finish->score = finish->credit = value_error(finish->error);
        return;
    }
    if (part->credit >= 0) finish->credit = plain(clamped_credit(run, part, finish));
    finish->score = finish->credit;
    if (finish->status == STATUS_NOT_APPLICABLE || finish->status == STATUS_ERROR) return;
    finish_score(run, part, finish);
    if (finish->weight.kind == VALUE_MISSING && finish->status != STATUS_NOT_APPLICABLE)
        finish->score = none_to(&finish->weight); /* no weight, no score (S2): nothing is known of it but that it adds */
    finish->status = indicator_status(run, part, finish);
    if (run->collapse && applies && (applies->kind == VALUE_MISSING || (applies->kind == VALUE_TRUTH && applies->truth == TRUTH_UNKNOWN))) {
        Value zero = zero_value(); /* perhaps it does not apply */
        finish->score = value_hull(&finish->score, &zero);
        finish->weight = value_hull(&finish->weight, &zero);
        finish->score.flags |= VALUE_EVIDENCE | VALUE_FROM_MISSING;
        finish->weight.flags |= VALUE_EVIDENCE | VALUE_FROM_MISSING;
        finish->status = STATUS_UNKNOWN;
    }
}

/* Several values in one cell: the credit of each pair, put together as the rule says (S13). */
static void join_pairs(Run *run, const Part *part, PartResult *result, Finish *finish) {
    int count = run->pairs < CASES_MAX ? run->pairs : CASES_MAX;
    Value joined = finish->credit;
    Status statuses[CASES_MAX];
    Value *pairs = result->pair_count == 0 ? MEM_ARRAY(Value, count) : NULL; /* of the preferred run */
    int chosen = 0; /* the most choices that any pair offers */
    for (int i = 0; i < count; i++) {
        Finish one;
        run->pair = i;
        run_slots(run, part->roots, part->root_count);
        if (run->choices.position > chosen) chosen = run->choices.position;
        finish_indicator(run, part, &one);
        if (part->credit < 0) one.credit = one.score; /* points straight from a formula are joined as they are */
        statuses[i] = one.status;
        if (pairs) pairs[i] = one.credit;
        if (i == 0) {
            *finish = one;
            joined = one.credit;
        } else if (part->pairing == PAIRS_MIN) {
            joined = arith_least(&joined, &one.credit);
        } else if (part->pairing == PAIRS_MAX) {
            joined = arith_greatest(&joined, &one.credit);
        } else if (part->pairing == PAIRS_MEAN) {
            joined = arith_binary(run->program->units, OP_ADD, &joined, &one.credit);
        } else {
            unsigned flags = (unsigned)(joined.flags | one.credit.flags);
            joined = value_hull(&joined, &one.credit); /* discretion, unless a pair itself lacks evidence */
            joined.flags = (uint8_t)(joined.flags | flags);
        }
    }
    if (part->pairing == PAIRS_MEAN) {
        Value n = value_number(RAT_INT(count), UNIT_NONE);
        joined = arith_binary(run->program->units, OP_DIVIDE, &joined, &n);
    }
    if (pairs) {
        result->pairs = pairs;
        result->pair_count = count;
    }
    run->pair = 0;
    run->choices.position = chosen;
    if (part->credit < 0) {
        Value share = arith_binary(run->program->units, OP_DIVIDE, &joined, &finish->weight);
        finish->score = joined;
        finish->credit = finish->weight.kind == VALUE_NUMBER ? plain(share) : joined;
    } else {
        finish->credit = joined;
    }
    if (finish->status == STATUS_ERROR || finish->status == STATUS_NOT_APPLICABLE) return;
    if (part->credit >= 0) finish_score(run, part, finish);
    int met = 0, missed = 0;
    for (int i = 0; i < count; i++) {
        met += statuses[i] == STATUS_MET;
        missed += statuses[i] == STATUS_MISSED;
        if (statuses[i] == STATUS_MISSING || statuses[i] == STATUS_ERROR) finish->status = statuses[i];
    }
    if (met + missed == count) finish->status = missed == 0 ? STATUS_MET : met == 0 ? STATUS_MISSED : STATUS_PARTLY;
}

/* ---- groups and the total ---- */

typedef struct Sum {
    Value score, weight;    /* of the parts that apply */
    Value extra;            /* the scores of parts that weigh nothing: penalties */
    Value whole;            /* the weight of all parts, those that do not apply among them */
    int parts;              /* that apply */
    bool incomplete;        /* a weight is not known: no total can be judged (S2) */
} Sum;

static void add_part(Run *run, Sum *sum, const PartResult *part) {
    Units *units = run->program->units;
    if (part->skipped) return;
    const Case *one = run_case(run, part);
    Value score = one ? one->score : part->score, weight = one ? one->weight : part->weight, counted = weight;
    if (!one && part->perhaps_out) { /* all readings at once: in or out */
        Value zero = zero_value();
        score = value_hull(&score, &zero);
        counted = value_hull(&weight, &zero);
        counted.flags |= VALUE_EVIDENCE | VALUE_FROM_MISSING;
    }
    sum->whole = weight.kind == VALUE_NUMBER ? arith_binary(units, OP_ADD, &sum->whole, &weight) : value_missing();
    if (part->status == STATUS_NOT_APPLICABLE || score.kind == VALUE_NA) return;
    sum->parts++;
    if (score.kind == VALUE_ERROR || score.kind == VALUE_MISSING) score = none_to(&weight);
    if (weight.kind == VALUE_MISSING || part->incomplete) sum->incomplete = true;
    bool weightless = weight.kind == VALUE_NUMBER && range_is_point(&weight.range) && rat_is_zero(weight.range.lo);
    Value *to = weightless ? &sum->extra : &sum->score;
    *to = arith_binary(units, OP_ADD, to, &score);
    if (weight.kind == VALUE_NUMBER) sum->weight = arith_binary(units, OP_ADD, &sum->weight, &counted);
}

static void finish_group(Run *run, const Part *part, Finish *finish) {
    Units *units = run->program->units;
    Sum sum = { .score = zero_value(), .weight = zero_value(), .extra = zero_value(), .whole = zero_value() };
    const Value *applies = slot_of(run, part->applies);
    *finish = (Finish){ .status = STATUS_UNKNOWN, .credit = value_missing() };
    for (int i = 0; i < part->children.count; i++) {
        const PartResult *child = &run->parts[part->children.at[i]];
        if (child->part->kind <= PART_GROUP) add_part(run, &sum, child);
    }
    bool total = part->kind == PART_TOTAL, rows = total && run->program->has_rows;
    for (int i = 0; rows && i < run->form->row_count; i++)
        add_part(run, &sum, &run->form->rows[i].parts[0]);
    finish->weight = part->weight >= 0 ? plain(run->slots[part->weight]) : sum.weight;
    if (part->weight >= 0 && !part->redistribute && part->score < 0 && sum.whole.kind == VALUE_NUMBER && part->children.count > 0) {
        Value out = arith_binary(units, OP_SUBTRACT, &sum.whole, &sum.weight); /* what does not apply takes its weight along */
        finish->weight = arith_binary(units, OP_SUBTRACT, &finish->weight, &out);
    }
    bool stands_alone = part->children.count == 0 && !rows && (part->deductions.count > 0 || part->score >= 0);
    bool out = applies && applies->kind == VALUE_TRUTH && applies->truth == TRUTH_NO;
    bool open = applies && (applies->kind == VALUE_MISSING || (applies->kind == VALUE_TRUTH && applies->truth == TRUTH_UNKNOWN));
    if (open && run_choose(run, 2, true) == 1) out = true;
    if (applies && applies->kind == VALUE_ERROR) {
        finish->score = failed(finish, (ValueError)applies->error);
        return;
    }
    if (out || (sum.parts == 0 && !stands_alone)) {
        finish->status = STATUS_NOT_APPLICABLE;
        finish->score = value_na();
        if (part->weight < 0) finish->weight = sum.whole; /* what it would weigh */
        return;
    }
    Value score = sum.score;
    if (part->score >= 0) score = run->slots[part->score];
    else if (part->redistribute && sum.weight.kind == VALUE_NUMBER) { /* what does not apply gives its weight to the rest */
        Value whole = part->weight >= 0 ? finish->weight : sum.whole;
        if (whole.kind != VALUE_NUMBER) whole = value_number(RAT_INT(100), UNIT_NONE); /* rows left out state no weight */
        Value share = arith_binary(units, OP_DIVIDE, &sum.score, &sum.weight);
        score = arith_binary(units, OP_MULTIPLY, &share, &whole);
        finish->weight = whole;
    } else if (stands_alone && part->weight >= 0) {
        score = finish->weight;
    }
    if (part->score < 0) score = arith_binary(units, OP_ADD, &score, &sum.extra);
    Value unlimited = value_missing();
    if (score.kind == VALUE_MISSING) score = none_to(part->weight >= 0 ? &finish->weight : &unlimited);
    if (score.kind == VALUE_NA) {
        finish->status = STATUS_NOT_APPLICABLE;
        finish->score = score;
        return;
    }
    if (part->deductions.count > 0) {
        Value zero = zero_value();
        score = deducted(run, part, score);
        if (!stands_alone || part->weight >= 0) score = arith_greatest(&score, &zero);
    }
    score = limited(run, part, score, &finish->weight);
    for (int i = 0; total && i < part->children.count; i++) {
        const PartResult *child = &run->parts[part->children.at[i]];
        if (child->part->kind == PART_ADJUSTMENT) score = arith_binary(units, OP_ADD, &score, &child->score);
    }
    for (int i = 0; total && i < part->children.count; i++) { /* veto -> score: instead of the total */
        const PartResult *child = &run->parts[part->children.at[i]];
        if (child->part->kind != PART_VETO || child->part->amount < 0) continue;
        const Value *instead = &child->slots[child->part->amount];
        if (child->condition == TRUTH_YES) score = *instead;
        if (child->condition == TRUTH_UNKNOWN) {
            score = value_hull(&score, instead);
            score.flags |= VALUE_EVIDENCE | VALUE_FROM_MISSING;
        }
    }
    finish->score = plain(rounded(run, part, score));
    if (finish->score.kind == VALUE_ERROR) {
        failed(finish, (ValueError)finish->score.error);
        return;
    }
    finish->incomplete = sum.incomplete;
    if (finish->weight.kind == VALUE_NUMBER && range_is_point(&finish->weight.range) && rat_sign(finish->weight.range.lo) > 0)
        finish->credit = plain(arith_binary(units, OP_DIVIDE, &finish->score, &finish->weight));
    finish->status = credit_status(&finish->credit);
    if (finish->credit.kind == VALUE_MISSING && value_is_certain(&finish->score)) /* weighs nothing: a penalty, or none */
        finish->status = rat_sign(finish->score.range.lo) < 0 ? STATUS_MISSED : STATUS_MET;
}

/* ---- judgements: adjustments, vetoes, checks, flags ---- */

static Truth condition_of(const Run *run, const Part *part) {
    const Value *condition = slot_of(run, part->condition);
    if (!condition) return TRUTH_YES;
    if (condition->kind == VALUE_TRUTH) return (Truth)condition->truth;
    return condition->kind == VALUE_NA ? TRUTH_NO : TRUTH_UNKNOWN;
}

static void finish_judgement(Run *run, const Part *part, PartResult *result) {
    result->condition = condition_of(run, part);
    result->status = result->condition == TRUTH_YES ? STATUS_MET : result->condition == TRUTH_NO ? STATUS_NOT_APPLICABLE : STATUS_UNKNOWN;
    const Value *condition = slot_of(run, part->condition);
    if (condition && condition->kind == VALUE_ERROR) {
        result->status = STATUS_ERROR;
        result->error = (ValueError)condition->error;
    }
    result->score = result->expected = value_na();
    if (part->kind == PART_REQUIRED || part->kind == PART_REPORTED) result->amount = run->slots[part->amount];
    if (part->kind != PART_ADJUSTMENT) return;
    Value amount = run->slots[part->amount], zero = zero_value();
    if (part->at_most >= 0) amount = arith_least(&amount, &run->slots[part->at_most]);
    if (part->at_least >= 0) amount = arith_greatest(&amount, &run->slots[part->at_least]);
    if (part->node->op == '-') amount = arith_negate(&amount);
    result->amount = amount;
    if (result->condition == TRUTH_NO) amount = zero;
    if (result->condition == TRUTH_UNKNOWN) {
        amount = value_hull(&amount, &zero);
        amount.flags |= VALUE_EVIDENCE | VALUE_FROM_MISSING;
    }
    if (amount.kind == VALUE_ERROR || result->status == STATUS_ERROR) { /* no result: not known, within its limits */
        result->error = amount.kind == VALUE_ERROR ? (ValueError)amount.error : result->error;
        result->status = STATUS_ERROR;
        amount = value_missing();
        if (part->at_most >= 0) amount = arith_least(&amount, &run->slots[part->at_most]);
        if (part->at_least >= 0) amount = arith_greatest(&amount, &run->slots[part->at_least]);
    }
    if (amount.kind != VALUE_NUMBER)
        amount = amount.kind == VALUE_NA ? zero : value_range(all_numbers, UNIT_NONE, VALUE_EVIDENCE | VALUE_FROM_MISSING);
    result->score = result->expected = plain(amount);
}

/* ---- all combinations ---- */

static void finish_part(Run *run, const Part *part, PartResult *result, Finish *finish) {
    run->pair = run->pairs = 0;
    run->targets = NULL;
    run->via = NULL;
    run_slots(run, part->roots, part->root_count);
    if (part->kind != PART_INDICATOR) {
        finish_group(run, part, finish);
        return;
    }
    finish_indicator(run, part, finish);
    if (run->pairs > 1) join_pairs(run, part, result, finish);
}

/* What has no result by one reading but has by another counts as missing there (S5). */
static void as_missing(Finish *finish) {
    finish->score = none_to(&finish->weight);
    finish->credit = value_range(range_closed(RAT_ZERO, RAT_ONE), UNIT_NONE, VALUE_EVIDENCE | VALUE_FROM_MISSING);
}

/* Widens the result by another combination. */
static void widen(PartResult *result, const Finish *one, bool reading) {
    Finish copy = *one, *finish = &copy;
    if (finish->score.kind == VALUE_NA) result->perhaps_out = true;
    if (finish->status == STATUS_ERROR) as_missing(finish);
    if (result->status == STATUS_ERROR && one->status != STATUS_ERROR) { /* the preferred reading has no result, another has */
        result->status = STATUS_UNKNOWN;
        result->score = result->expected = none_to(&result->weight);
        result->credit = result->expected_credit = value_range(range_closed(RAT_ZERO, RAT_ONE), UNIT_NONE, VALUE_EVIDENCE | VALUE_FROM_MISSING);
    }
    if (result->status == STATUS_ERROR) return; /* so has every reading so far */
    bool differ = !value_same(&result->score, &finish->score);
    result->score = value_hull(&result->score, &finish->score);
    result->credit = value_hull(&result->credit, &finish->credit);
    if (differ && reading) result->score.flags |= VALUE_EVIDENCE; /* which reading is meant is evidence; which formula is not */
    if (!value_same(&result->weight, &finish->weight)) result->weight = value_hull(&result->weight, &finish->weight);
    bool settled = finish->status == result->status || result->status == STATUS_MISSING;
    if (!settled && result->status != STATUS_ERROR) result->status = STATUS_UNKNOWN;
}

static int reading_number(uint64_t *keys, int *count, uint64_t key) {
    for (int i = 0; i < *count; i++)
        if (keys[i] == key) return i;
    keys[*count] = key;
    return (*count)++;
}

/* Keeps the cases by reading; cases that all come to the same are one. */
static void keep_cases(PartResult *result, const Case *cases, int count, int readings) {
    bool same = true;
    for (int i = 1; i < count && same; i++)
        same = value_same(&cases[i].score, &cases[0].score) && value_same(&cases[i].credit, &cases[0].credit) &&
               value_same(&cases[i].weight, &cases[0].weight);
    result->case_count = same ? 1 : count;
    result->reading_count = same ? 1 : readings;
    Case *kept = MEM_ARRAY(Case, result->case_count);
    int place = 0;
    for (int reading = 0; reading < result->reading_count; reading++)
        for (int i = 0; i < result->case_count; i++)
            if (cases[i].reading == reading) kept[place++] = cases[i];
    result->cases = kept;
}

static void keep_first(PartResult *result, const Finish *finish, const Run *run) {
    result->status = finish->status;
    result->error = finish->error;
    result->weight = finish->weight;
    result->credit = result->expected_credit = finish->credit;
    result->score = result->expected = finish->score;
    result->capped = finish->capped;
    result->incomplete = finish->incomplete;
    result->marks = run->marks;
    result->perhaps_out = finish->score.kind == VALUE_NA && finish->status != STATUS_NOT_APPLICABLE;
}

/* More combinations than are kept: an indicator is unreadable (S1), a sum covers them all at once. */
static void too_many(Run *run, const Part *part, PartResult *result) {
    Finish finish;
    result->too_many = true;
    result->case_count = result->reading_count = 0;
    if (part->kind == PART_INDICATOR) {
        result->marks |= CELL_UNREADABLE;
        result->status = STATUS_MISSING;
        result->credit = value_range(range_closed(RAT_ZERO, RAT_ONE), UNIT_NONE, VALUE_EVIDENCE | VALUE_FROM_MISSING);
        result->score = none_to(&result->weight);
        result->expected = result->score;
        result->expected_credit = result->credit;
        return;
    }
    run->collapse = true;
    finish_part(run, part, result, &finish);
    run->collapse = false;
    result->score = finish.score;
    result->credit = finish.credit;
    result->weight = finish.weight;
    result->status = finish.status;
}

/* A second set of slots, for all runs but the preferred one; each run works out anew whatever it reads. */
static void use_spare(Run *run) {
    if (!run->spare) {
        run->spare = MEM_ARRAY(Value, run->code->scored + 1);
        run->spare_readings = MEM_ARRAY(const Reading *, run->code->scored + 1);
    }
    run->slots = run->spare;
    run->readings = run->spare_readings;
}

static void run_part_all(Run *run, const Part *part, PartResult *result) {
    Finish finish;
    uint64_t keys[CASES_MAX + 1];
    int readings = 0, count = 0;
    Case cases[CASES_MAX];
    Value *slots = run->slots;
    const Reading **how = run->readings;
    run->choices.count = run->choices.position = 0;
    run->marks = 0;
    result->pair_count = 0;
    finish_part(run, part, result, &finish);
    keep_first(result, &finish, run);
    keys[readings] = run_reading_key(run);
    cases[count++] = (Case){ finish.score, finish.credit, finish.weight, run->via, readings++ };
    bool many = false;
    while (run_next(run) && !many) {
        use_spare(run); /* the preferred run's slots stay as they are */
        finish_part(run, part, result, &finish);
        many = count == CASES_MAX;
        if (many) break;
        int reading = reading_number(keys, &readings, run_reading_key(run));
        widen(result, &finish, reading > 0);
        if (finish.status == STATUS_ERROR) as_missing(&finish);
        cases[count++] = (Case){ finish.score, finish.credit, finish.weight, run->via, reading };
    }
    run->slots = slots;
    run->readings = how;
    if (many) {
        use_spare(run);
        too_many(run, part, result);
        run->slots = slots;
        run->readings = how;
    } else {
        keep_cases(result, cases, count, readings);
    }
}

/* Judgements look at all readings at once, in slots of their own: those of the parts stay as they are. */
static void eval_judgement(Run *run, const Part *part, PartResult *result) {
    Value *slots = run->slots;
    const Reading **readings = run->readings;
    if (!run->judged) run->judged = MEM_ARRAY(Value, run->code->scored + 1);
    run->slots = run->judged;
    run->readings = MEM_ARRAY(const Reading *, run->code->scored + 1);
    run->choices.count = 0;
    run->marks = 0;
    run->collapse = true;
    run_slots(run, part->roots, part->root_count);
    run->collapse = false;
    result->slots = run->slots;
    finish_judgement(run, part, result);
    run->slots = slots;
    run->readings = readings;
}

/* A group that does not apply takes all that is in it along. */
static void leave_out(PartResult *parts, const Part *group) {
    for (int i = 0; i < group->children.count; i++) {
        PartResult *child = &parts[group->children.at[i]];
        child->status = STATUS_NOT_APPLICABLE;
        child->score = child->expected = child->credit = child->expected_credit = value_na();
        leave_out(parts, child->part);
    }
}

static void eval_parts(Run *run, int from, int to) {
    for (int i = from; i < to; i++) {
        const Part *part = run->code->parts.at[i];
        PartResult *result = &run->parts[i];
        result->part = part;
        result->code = run->code;
        result->name = part->name;
        result->slots = run->slots;
        result->readings = run->readings;
        result->cells = run->cells;
        if (part->kind == PART_INDICATOR || part->kind == PART_GROUP || part->kind == PART_TOTAL) {
            run_part_all(run, part, result);
            if (part->kind == PART_GROUP && result->status == STATUS_NOT_APPLICABLE) leave_out(run->parts, part);
        } else {
            eval_judgement(run, part, result);
        }
    }
}

/* ---- rows ---- */

static bool blank_cell(const Run *run, int slot) {
    return slot < 0 || run->slots[slot].kind != VALUE_TEXT || text_is_blank(run->slots[slot].text);
}

/* S2: no name, or one that says "not applicable" and nothing else. */
static bool is_no_indicator(const Run *run, const Part *part) {
    if (part->name_slot < 0) return false;
    const Value *name = &run->slots[part->name_slot];
    if (name->kind != VALUE_TEXT || text_is_blank(name->text)) return true;
    if (!cell_is_na(name->text)) return false;
    return blank_cell(run, part->target_cell) && blank_cell(run, part->actual_cell) && blank_cell(run, part->reported);
}

static void eval_row(const Program *program, const FormData *data, int index, FormResult *form) {
    const Code *code = &program->row;
    FormRow *row = &form->rows[index];
    row->number = data->rows[index].number;
    row->slots = MEM_ARRAY(Value, code->scored);
    row->readings = MEM_ARRAY(const Reading *, code->scored);
    row->parts = MEM_ARRAY(PartResult, code->parts.count);
    Run run = { .program = program, .code = code, .cells = data->rows[index].cells, .year = data->year, .slots = row->slots,
                .readings = row->readings, .parts = row->parts, .form = form };
    const Part *part = code->parts.at[program->row_part];
    eval_parts(&run, 0, 1);
    PartResult *result = &row->parts[0];
    result->row = row->number;
    if (part->name_slot >= 0 && row->slots[part->name_slot].kind == VALUE_TEXT) result->name = row->slots[part->name_slot].text;
    result->groups = MEM_ARRAY(Text, part->groups.count + 1);
    for (int i = 0; i < part->groups.count; i++)
        if (row->slots[part->groups.at[i]].kind == VALUE_TEXT) result->groups[i] = row->slots[part->groups.at[i]].text;
    result->skipped = is_no_indicator(&run, part);
    if (!result->skipped && cell_is_na(result->name)) {
        result->status = STATUS_NOT_APPLICABLE;
        result->score = result->expected = value_na();
    }
    if (result->skipped) return;
    eval_parts(&run, 1, code->parts.count);
    if (program->row_lists.count == 0) return;
    run.collapse = true;
    run_slots(&run, program->row_lists.at, program->row_lists.count);
}

/* ---- a form ---- */

FormResult *eval_form(const Program *program, const FormData *data, const ValueList *const *populations) {
    const Code *code = &program->form;
    FormResult *form = MEM_NEW(FormResult);
    form->program = program;
    form->id = data->id;
    form->year = data->year;
    form->cells = data->cells;
    form->populations = populations;
    form->row_count = data->row_count;
    form->rows = MEM_ARRAY(FormRow, data->row_count + 1);
    for (int i = 0; i < data->row_count; i++)
        eval_row(program, data, i, form);
    form->slots = MEM_ARRAY(Value, code->scored + 1);
    form->readings = MEM_ARRAY(const Reading *, code->scored + 1);
    form->parts = MEM_ARRAY(PartResult, code->parts.count + 1);
    Run run = { .program = program, .code = code, .cells = data->cells, .year = data->year, .slots = form->slots,
                .readings = form->readings, .parts = form->parts, .form = form, .populations = populations };
    eval_parts(&run, 0, program->total + 1);
    grade_form(&run, form);
    eval_parts(&run, program->total + 1, code->parts.count);
    return form;
}

typedef struct Keyed {
    Text key;   /* folded; none: no text */
    int place;  /* so that the order of the forms is kept */
} Keyed;

static int compare_keyed(const void *left, const void *right) {
    const Keyed *a = left, *b = right;
    int order = text_compare(a->key, b->key);
    return order ? order : a->place - b->place;
}

const ValueList *eval_by_key(const Value *values, int count) {
    Keyed *keyed = MEM_ARRAY(Keyed, count + 1);
    for (int i = 0; i < count; i++) {
        const Value *key = &values[i].list->at[1];
        bool text = key->kind == VALUE_TEXT || key->kind == VALUE_DONE;
        keyed[i] = (Keyed){ text ? text_fold(key->text) : TEXT_NONE, i };
    }
    qsort(keyed, (size_t)count, sizeof(Keyed), compare_keyed);
    ValueList *groups = mem_new(sizeof(ValueList) + sizeof(Value) * (size_t)(count + 1));
    for (int i = 0; i < count || groups->count == 0;) {
        Text key = groups->count == 0 ? TEXT_NONE : keyed[i].key;
        int end = i;
        while (end < count && text_compare(keyed[end].key, key) == 0)
            end++;
        ValueList *group = mem_new(sizeof(ValueList) + sizeof(Value) * (size_t)(end - i + 1));
        group->at[group->count++] = value_text(key);
        for (; i < end; i++)
            group->at[group->count++] = values[keyed[i].place];
        groups->at[groups->count++] = (Value){ .kind = VALUE_LIST, .list = group };
    }
    return groups;
}

bool eval_population(const FormResult *form, const FormData *data, int index, const ValueList *const *populations, Value *value) {
    const Program *program = form->program;
    const Population *population = &program->populations.at[index];
    Run run = { .program = program, .code = &program->form, .cells = data->cells, .year = data->year, .slots = form->slots,
                .readings = form->readings, .parts = form->parts, .form = form, .populations = populations, .collapse = true };
    bool perhaps = false;
    int roots[] = { population->slot, population->where };
    run_slots(&run, roots, 2);
    run_slots(&run, population->keys.at, population->keys.count);
    if (population->where >= 0) {
        const Value *where = &form->slots[population->where];
        if (where->kind == VALUE_NA || where->kind == VALUE_ERROR || (where->kind == VALUE_TRUTH && where->truth == TRUTH_NO)) return false;
        perhaps = where->kind != VALUE_TRUTH || where->truth == TRUTH_UNKNOWN;
    }
    *value = form->slots[population->slot];
    if (perhaps) value->flags |= VALUE_PERHAPS;
    if (value->kind == VALUE_NA || value->kind == VALUE_ERROR) return false;
    if (population->missing_stays_out && lacks_evidence(value)) return false;
    if (population->keys.count == 0) return true;
    ValueList *with_keys = mem_new(sizeof(ValueList) + sizeof(Value) * (size_t)(population->keys.count + 1));
    with_keys->at[with_keys->count++] = *value;
    for (int i = 0; i < population->keys.count; i++)
        with_keys->at[with_keys->count++] = form->slots[population->keys.at[i]];
    *value = (Value){ .kind = VALUE_LIST, .list = with_keys };
    return true;
}

/* ---- with scores given ---- */

static void give_score(Run *run, PartResult *result, Rat points) {
    Case *one = MEM_NEW(Case);
    result->score = result->expected = value_number(points, UNIT_NONE);
    result->credit = value_missing();
    if (result->weight.kind == VALUE_NUMBER && range_is_point(&result->weight.range) && rat_sign(result->weight.range.lo) != 0)
        result->credit = plain(arith_binary(run->program->units, OP_DIVIDE, &result->score, &result->weight));
    result->expected_credit = result->credit;
    result->status = credit_status(&result->credit);
    *one = (Case){ result->score, result->credit, result->weight, NULL, 0 };
    result->cases = one;
    result->case_count = result->reading_count = 1;
    result->perhaps_out = result->incomplete = false;
}

/* What parts above see of `part`. */
static void take_given(Run *run, PartResult *result, EvalGiven given, void *data) {
    Rat points;
    if (given(data, result, &points) && result->status != STATUS_NOT_APPLICABLE && !result->skipped) give_score(run, result, points);
}

FormResult *eval_with(const FormResult *form, EvalGiven given, void *data) {
    const Program *program = form->program;
    const Code *code = &program->form;
    FormResult *again = MEM_NEW(FormResult);
    *again = *form;
    again->grade_count = 0;
    again->rows = MEM_ARRAY(FormRow, form->row_count + 1);
    again->parts = MEM_ARRAY(PartResult, code->parts.count + 1);
    again->slots = MEM_ARRAY(Value, code->scored + 1);
    again->readings = MEM_ARRAY(const Reading *, code->scored + 1);
    Run run = { .program = program, .code = code, .cells = form->cells, .year = form->year, .slots = again->slots,
                .readings = again->readings, .parts = again->parts, .form = again, .populations = form->populations };
    for (int i = 0; i < form->row_count; i++) {
        again->rows[i] = form->rows[i];
        again->rows[i].parts = MEM_ARRAY(PartResult, program->row.parts.count + 1);
        for (int p = 0; p < program->row.parts.count; p++)
            again->rows[i].parts[p] = form->rows[i].parts[p];
        take_given(&run, &again->rows[i].parts[0], given, data);
        if (program->row_lists.count == 0 || form->rows[i].parts[0].skipped) continue;
        again->rows[i].slots = MEM_ARRAY(Value, program->row.ops.count + 1); /* what parts.x wants of the row, from the new score */
        for (int s = 0; s < program->row.scored; s++)
            again->rows[i].slots[s] = form->rows[i].slots[s];
        Run row = { .program = program, .code = &program->row, .cells = form->rows[i].parts[0].cells, .year = form->year, .slots = again->rows[i].slots,
                    .readings = MEM_ARRAY(const Reading *, program->row.ops.count + 1), .parts = again->rows[i].parts, .form = again, .collapse = true };
        run_slots(&row, program->row_lists.at, program->row_lists.count);
    }
    for (int i = 0; i <= program->total; i++) {
        eval_parts(&run, i, i + 1);
        take_given(&run, &again->parts[i], given, data);
    }
    grade_form(&run, again);
    for (int i = program->total + 1; i < code->parts.count; i++) {
        eval_parts(&run, i, i + 1);
        take_given(&run, &again->parts[i], given, data);
    }
    return again;
}

/* ---- expressions of tests ---- */

PartResult *eval_expression(const FormResult *form, const Part *part, const Given *given, int count) {
    const Code *code = &form->program->form;
    PartResult *result = MEM_NEW(PartResult);
    Run run = { .program = form->program, .code = code, .cells = form->cells, .year = form->year, .form = form, .parts = form->parts,
                .populations = form->populations, .given = given, .given_count = count, .collapse = true };
    run.slots = MEM_ARRAY(Value, code->ops.count + 1);
    run.readings = MEM_ARRAY(const Reading *, code->ops.count + 1);
    *result = (PartResult){ .part = part, .code = code, .slots = run.slots, .readings = run.readings, .cells = form->cells, .name = part->name };
    run_slots(&run, part->roots, part->root_count);
    finish_judgement(&run, part, result);
    return result;
}

Value eval_row_member(const FormResult *form, int row, Member member) {
    Run run = { .program = form->program, .code = &form->program->row, .form = form, .collapse = true };
    return run_part(&run, &form->rows[row].parts[form->program->row_part], member);
}

/* ---- what if ---- */

struct Again {
    Run run;
};

Again *again_begin(const FormResult *form, const PartResult *part) {
    Again *again = MEM_NEW(Again);
    const Code *code = part->code;
    again->run = (Run){ .program = form->program, .code = code, .cells = part->cells, .year = form->year, .form = form,
                        .parts = code->rows ? NULL : form->parts, .populations = form->populations };
    again->run.slots = MEM_ARRAY(Value, code->ops.count + 1);
    again->run.readings = MEM_ARRAY(const Reading *, code->ops.count + 1);
    again->run.done = mem_leaf(sizeof(unsigned) * (size_t)(code->ops.count + 1));
    again->run.waiting = mem_leaf(sizeof(int) * (size_t)(code->ops.count + 1));
    return again;
}

void again_run(Again *again, const Part *part, const Given *given, int count, AgainVisit visit, void *data) {
    Run *run = &again->run;
    run->given = given;
    run->given_count = count;
    run->choices.count = run->choices.position = 0;
    for (int i = 0; i < CASES_MAX; i++) {
        PartResult one = { .part = part, .code = run->code, .slots = run->slots, .readings = run->readings, .cells = run->cells, .name = part->name };
        Finish finish;
        run->marks = 0;
        finish_part(run, part, &one, &finish);
        keep_first(&one, &finish, run);
        if (!visit(data, &one) || !run_next(run)) return;
    }
}
