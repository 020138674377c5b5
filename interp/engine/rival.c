#include "engine/rival.h"

#include "engine/eval.h"
#include "engine/rival_text.h"
#include "engine/verdict.h"

#define ENTRIES_MAX 12  /* entries that are tried in another's place */
#define METHODS_MAX 36
#define TRIES_MAX 72    /* times a part is worked out again */
#define FACTORS_MAX 8

/* One question asked of a part: does it come to the printed number, if … */
typedef struct Search {
    Reckoning says;         /* what is behind a rival, for its words */
    const FormRow *row;
    Again *again;
    Rat printed, weight;
    int places;             /* decimals of the printed number; of "91.38%" four */
    bool percent;           /* it has a percent sign */
    bool weighs, full;      /* the weight is known; it is what is printed */
    int tries;
    Rival *rivals;
    int count;
} Search;

static bool point(const Value *value) {
    return value->kind == VALUE_NUMBER && range_is_point(&value->range) && !(value->flags & VALUE_DOUBT);
}

static Rival *add(Search *search, Rival rival) {
    if (search->count >= RIVALS_MAX) return NULL;
    search->rivals[search->count] = rival;
    return &search->rivals[search->count++];
}

static bool found(const Search *search, RivalKind kind) {
    for (int i = 0; i < search->count; i++)
        if (search->rivals[i].kind == kind) return true;
    return false;
}

/* As the rule rounds it; where it does not round, as it is printed, if that is not too coarse to tell anything. */
static bool comes_to(const Search *search, Rat score) {
    const Part *part = search->says.part->part;
    if (rat_is_huge(score)) return false;
    if (part->rounds) return rat_equal(rat_round(score, part->places, part->mode), search->printed);
    if (search->places >= 2) score = rat_round(score, search->places, RAT_HALF_UP);
    return rat_equal(score, search->printed);
}

static void again(Search *search, const Part *part, const Given *given, int count, AgainVisit visit, void *data) {
    if (search->tries++ < TRIES_MAX) again_run(search->again, part, given, count, visit, data);
}

/* ---- the same reckoning, told differently ---- */

/* What the rules come to before rounding, by one reading. */
typedef struct Exact {
    Rat score, credit;
    bool has_credit;
} Exact;

typedef struct ExactList {
    Exact at[CASES_MAX];
    int count;
} ExactList;

static bool keep_exact(void *data, const PartResult *one) {
    ExactList *list = data;
    if (list->count == CASES_MAX || !point(&one->score)) return true;
    Exact exact = { .score = one->score.range.lo, .has_credit = point(&one->credit) };
    if (exact.has_credit) exact.credit = one->credit.range.lo;
    list->at[list->count++] = exact;
    return true;
}

static void exact_scores(Search *search, ExactList *list) {
    Part part = *search->says.part->part;
    part.rounds = false;
    again(search, &part, NULL, 0, keep_exact, list);
}

/* Weight times credit is all there is to the score. */
static bool is_plain(const Part *part) {
    return part->kind == PART_INDICATOR && part->credit >= 0 && part->deductions.count == 0 && part->at_most < 0 && part->at_least < 0;
}

static void try_places(Search *search, const Exact *exact) {
    const Part *part = search->says.part->part;
    if (rat_equal(exact->score, search->printed)) {
        if (part->rounds && !found(search, RIVAL_UNROUNDED)) rival_exact(&search->says, add(search, (Rival){ .kind = RIVAL_UNROUNDED }), exact->score);
        return;
    }
    for (int places = search->places; places >= 0 && !found(search, RIVAL_ROUNDED_TO); places--) {
        if ((part->rounds && places == part->places) || !rat_equal(rat_round(exact->score, places, RAT_HALF_UP), search->printed)) continue;
        rival_exact(&search->says, add(search, (Rival){ .kind = RIVAL_ROUNDED_TO, .places = places }), exact->score);
    }
    for (int places = search->places; places >= 0 && !found(search, RIVAL_TRUNCATED); places--) {
        if (!rat_equal(rat_round(exact->score, places, RAT_DOWN), search->printed)) continue;
        if (rat_equal(rat_round(exact->score, places, RAT_HALF_UP), search->printed)) continue; /* rounding says it already */
        rival_exact(&search->says, add(search, (Rival){ .kind = RIVAL_TRUNCATED, .places = places }), exact->score);
    }
}

static void try_rounded_credit(Search *search, const Exact *exact) {
    if (!exact->has_credit || !search->weighs || !is_plain(search->says.part->part)) return;
    for (int places = 2; places <= 4 && !found(search, RIVAL_CREDIT_ROUNDED); places++) {
        Rat credit = rat_round(exact->credit, places, RAT_HALF_UP);
        if (rat_equal(credit, exact->credit) || !comes_to(search, rat_multiply(search->weight, credit))) continue;
        rival_credit(&search->says, add(search, (Rival){ .kind = RIVAL_CREDIT_ROUNDED, .places = places }), exact->credit, credit, search->weight);
    }
}

/* ---- another method ---- */

typedef struct Match {
    Search *search;
    Rival rival;
    const Given *given;
    int given_count;
    bool found;
    bool only_full;     /* full credit, because the actual is beyond what is asked for */
    bool capped_counts; /* … and that is told as well */
    Rat credit;
    int ops;
} Match;

static bool matches(void *data, const PartResult *one) {
    Match *match = data;
    Search *search = match->search;
    if (!point(&one->score) || !point(&one->credit) || !comes_to(search, one->score.range.lo)) return true;
    bool at_full = rat_compare(one->credit.range.lo, RAT_ONE) >= 0;
    if (at_full && one->capped && !match->capped_counts) return true;
    match->found = true;
    match->only_full = at_full;
    match->credit = one->credit.range.lo;
    rival_reckoned(&search->says, &match->rival, one, match->given, match->given_count);
    return false;
}

/* The roots of a part that gives its credit by slot `credit`. */
static int *other_roots(const Part *part, int credit, int *count) {
    int *roots = mem_leaf(sizeof(int) * (size_t)(part->root_count + 1));
    *count = 0;
    for (int i = 0; i < part->root_count; i++)
        if (part->roots[i] != part->credit && part->roots[i] != part->score) roots[(*count)++] = part->roots[i];
    roots[(*count)++] = credit;
    return roots;
}

static void try_methods(Search *search) {
    const Part *part = search->says.part->part;
    Match *kept = MEM_ARRAY(Match, part->others.count + 1);
    int count = 0;
    for (int i = 0; i < part->others.count && i < METHODS_MAX; i++) {
        const OtherMethod *other = &part->others.at[i];
        Part copy = *part;
        copy.credit = other->credit;
        copy.score = -1;
        copy.roots = other_roots(part, other->credit, &copy.root_count);
        Match match = { .search = search, .rival = { .kind = RIVAL_METHOD, .method = other->method, .name = other->method->kid[0]->text },
                        .ops = other->ops };
        again(search, &copy, NULL, 0, matches, &match);
        if (!match.found) continue;
        int place = 0; /* of methods that are one formula, the shortest; else the shorter first */
        while (place < count && !rat_equal(kept[place].credit, match.credit))
            place++;
        if (place < count && kept[place].ops <= match.ops) continue;
        if (place == count) count++;
        while (place > 0 && kept[place - 1].ops > match.ops) {
            kept[place] = kept[place - 1];
            place--;
        }
        kept[place] = match;
    }
    for (int i = 0; i < count; i++)
        add(search, kept[i].rival);
}

/* ---- other values in the same formula ---- */

typedef struct Entry {
    Text name;
    Value value;
} Entry;

typedef struct Entries {
    Entry at[ENTRIES_MAX];
    int count;
} Entries;

static bool reports_score(const Code *code, int input) {
    for (int i = 0; i < code->parts.count; i++) {
        const Part *part = code->parts.at[i];
        if (part->kind <= PART_TOTAL && part->reported >= 0 && code->ops.at[part->reported].code == OP_CELL && code->ops.at[part->reported].index == input)
            return true;
    }
    return false;
}

static bool has_entry(const Entries *entries, Text name) {
    for (int i = 0; i < entries->count; i++)
        if (text_is(entries->at[i].name, name)) return true;
    return false;
}

/* An entry of the form, or of what the part stands in: not one of another indicator's own. */
static bool in_reach(const Part *part, const Input *input) {
    const Symbol *owner = input->symbol->owner;
    return !owner || owner == part->symbol || owner->kind == SYM_GROUP;
}

/* The numbers that were entered beside the part's own, of those that read in one way only. */
static void gather(const Search *search, const Code *code, const Cell *cells, Entries *entries) {
    Units *units = search->says.form->program->units;
    for (int i = 0; i < code->inputs.count && entries->count < ENTRIES_MAX; i++) {
        const Input *input = &code->inputs.at[i];
        if (input->kind != CELL_NUMBER || input->symbol->kind != SYM_GIVEN || !in_reach(search->says.part->part, input) || text_is_blank(cells[i].text) || reports_score(code, i)) continue;
        CellContext context = { .units = units, .use = CELL_ENTRY, .kind = CELL_NUMBER, .unit = input->unit,
                                .year = search->says.form->year, .format = cells[i].format };
        UnitId unit = input->unit_input >= 0 ? unit_find(units, text_trim(cells[input->unit_input].text)) : UNIT_NONE;
        if (unit > UNIT_NONE) context.unit = unit;
        Readings readings;
        cell_read(&context, cells[i].text, &readings);
        if (readings.count > 1 || !point(&readings.at[0].value) || has_entry(entries, input->name)) continue;
        entries->at[entries->count++] = (Entry){ input->name, readings.at[0].value };
    }
}

/* Money for money, a bare number for a bare number. */
static bool may_replace(const Search *search, const Value *one, const Value *other) {
    const Units *units = search->says.form->program->units;
    return point(one) && point(other) && unit_fit(units, one->unit, other->unit) == UNIT_SAME &&
           unit_is_money(units, one->unit) == unit_is_money(units, other->unit) && !rat_equal(one->range.lo, other->range.lo);
}

static Value with_value(const Value *target, Value value) {
    Target *changed = MEM_NEW(Target);
    *changed = *target->target;
    changed->value = value;
    Value result = *target;
    result.target = changed;
    return result;
}

/* The number that a target asks for; false where it is none. */
static bool target_number(const Value *target, Value *number) {
    if (!target || target->kind != VALUE_TARGET || target->target->sense > TARGET_EXACTLY || !point(&target->target->value)) return false;
    *number = target->target->value;
    return true;
}

static const Value *slot(const Search *search, int slot) {
    return slot >= 0 ? &search->says.part->slots[slot] : NULL;
}

/* The formula itself rounds, or counts whole steps. */
static bool is_coarse(const PartResult *part) {
    for (int i = 0; i < part->part->cone_count; i++) {
        OpCode code = part->code->ops.at[part->part->cone[i]].code;
        if (code == OP_ROUND || code == OP_FLOOR) return true;
    }
    return false;
}

static bool try_given(Search *search, Match *match, const Given *given, int count) {
    *match = (Match){ .search = search, .rival = match->rival, .given = given, .given_count = count, .capped_counts = match->capped_counts };
    again(search, search->says.part->part, given, count, matches, match);
    return match->found;
}

static void try_swapped(Search *search, const Value *actual, const Value *target) {
    Value asked;
    if (search->full || !target_number(target, &asked) || !may_replace(search, actual, &asked)) return;
    const Part *part = search->says.part->part;
    Given given[] = { { part->actual, asked }, { part->target, with_value(target, *actual) } };
    Match match = { .rival = { .kind = RIVAL_SWAPPED } };
    if (try_given(search, &match, given, 2)) add(search, match.rival);
}

/* Full marks that any entry beyond the target would bring are no explanation, unless there is one such entry only, and
   it is no other part of the formula (`own`: the target itself for the actual). */
typedef struct Beyond {
    Rival rival;
    int count;
} Beyond;

static void try_entry(Search *search, Rival rival, Given given, bool own, Beyond *beyond) { /* own, or no sum of money: full marks by it tell nothing */
    Match match = { .rival = rival, .capped_counts = true };
    if (!try_given(search, &match, &given, 1)) return;
    if (match.only_full) {
        if (!own && beyond->count++ == 0) beyond->rival = match.rival;
    } else {
        add(search, match.rival);
    }
}

static bool is_money(const Search *search, const Value *value) {
    return value->kind == VALUE_NUMBER && unit_is_money(search->says.form->program->units, value->unit);
}

static bool same_number(const Value *a, const Value *b) {
    return point(a) && point(b) && rat_equal(a->range.lo, b->range.lo);
}

static void try_entries(Search *search, const Value *actual, const Value *target, Beyond *beyond) {
    const Part *part = search->says.part->part;
    const Code *code = search->says.part->code;
    const FormResult *form = search->says.form;
    Entries entries = { .count = 0 };
    Value asked;
    bool asks = target_number(target, &asked);
    if (code->rows) gather(search, code, search->says.part->cells, &entries);
    gather(search, &form->program->form, form->cells, &entries);
    int roots[] = { part->actual, part->target, part->credit, part->score }, count;
    unsigned *seen = mem_leaf(sizeof(unsigned) * (size_t)(code->ops.count + 1));
    int *cone = program_cone(code, seen, 1, roots, 4, &count);
    for (int e = 0; e < entries.count; e++) {
        const Entry *entry = &entries.at[e];
        Rival rival = { .kind = RIVAL_TARGET_FROM, .name = entry->name };
        rival_said(&search->says, &rival, &entry->value, NULL);
        if (asks && may_replace(search, &asked, &entry->value))
            try_entry(search, rival, (Given){ part->target, with_value(target, entry->value) }, !is_money(search, &entry->value) || (actual && same_number(actual, &entry->value)), beyond);
        rival.kind = RIVAL_ACTUAL_FROM;
        rival_said(&search->says, &rival, &entry->value, NULL);
        if (actual && may_replace(search, actual, &entry->value))
            try_entry(search, rival, (Given){ part->actual, entry->value }, !is_money(search, &entry->value) || (asks && same_number(&asked, &entry->value)), beyond);
        rival.kind = RIVAL_ENTRY_FROM;
        for (int i = 0; i < count; i++) {
            const Op *op = &code->ops.at[cone[i]];
            const Value *entered = slot(search, cone[i]);
            if (op->code != OP_ENTRY || text_same_name(op->label, entry->name) || !may_replace(search, entered, &entry->value)) continue;
            rival.instead = op->label;
            rival_said(&search->says, &rival, &entry->value, NULL);
            bool own = !is_money(search, &entry->value);
            for (int j = 0; j < count; j++)
                own |= code->ops.at[cone[j]].code == OP_ENTRY && same_number(slot(search, cone[j]), &entry->value);
            try_entry(search, rival, (Given){ cone[i], entry->value }, own, beyond);
        }
    }
}

static void try_scaled(Search *search, const Value *actual, const Value *target) {
    static const int powers[] = { 1, -1, 2, -2, 4, -4 };
    const Part *part = search->says.part->part;
    Value asked;
    bool asks = target_number(target, &asked);
    if (search->full || !actual || !point(actual) || rat_is_zero(actual->range.lo)) return;
    if (rat_compare(search->printed, RAT_ONE) < 0) return; /* so few points come out by chance */
    for (int on_target = 0; on_target < (asks ? 2 : 1); on_target++) {
        for (size_t i = 0; i < sizeof powers / sizeof *powers; i++) {
            Rat factor = rat_power(RAT_INT(10), powers[i]);
            Value scaled = on_target ? asked : *actual;
            scaled.range = range_point(rat_multiply(scaled.range.lo, factor));
            Match match = { .rival = { .kind = on_target ? RIVAL_TARGET_SCALED : RIVAL_ACTUAL_SCALED, .factor = factor } };
            rival_said(&search->says, &match.rival, &scaled, NULL);
            Given given = on_target ? (Given){ part->target, with_value(target, scaled) } : (Given){ part->actual, scaled };
            if (try_given(search, &match, &given, 1)) add(search, match.rival);
        }
        if (found(search, RIVAL_ACTUAL_SCALED)) return; /* ten times the actual is a tenth of the target */
    }
}

/* ---- beyond the cap, out of other points, not the score at all ---- */

/* The credit without its cap: what the rule's own formula gave, else the plain ratio. */
static bool uncapped(const Search *search, const Value *actual, const Value *target, Rat *credit, bool *by_rule) {
    const Value *raw = slot(search, search->says.part->part->credit);
    Value asked;
    *by_rule = raw && point(raw) && rat_compare(raw->range.lo, RAT_ONE) > 0;
    if (*by_rule) {
        *credit = raw->range.lo;
        return true;
    }
    if (!actual || !target_number(target, &asked) || !point(actual) || rat_sign(actual->range.lo) <= 0 || rat_sign(asked.range.lo) <= 0 ||
        unit_fit(search->says.form->program->units, actual->unit, asked.unit) != UNIT_SAME)
        return false;
    *credit = target->target->sense == TARGET_AT_MOST ? rat_divide(asked.range.lo, actual->range.lo) : rat_divide(actual->range.lo, asked.range.lo);
    return rat_compare(*credit, RAT_ONE) > 0;
}

static void try_uncapped(Search *search, const Value *actual, const Value *target) {
    Rat credit;
    bool by_rule;
    if (!search->weighs || rat_compare(search->printed, search->weight) <= 0 || !is_plain(search->says.part->part) ||
        !uncapped(search, actual, target, &credit, &by_rule) || !comes_to(search, rat_multiply(search->weight, credit)))
        return;
    rival_uncapped(&search->says, add(search, (Rival){ .kind = RIVAL_UNCAPPED }), by_rule ? NULL : actual, target, credit, search->weight);
}

static void add_factor(Rat *factors, int *count, const Value *weight) {
    if (*count < FACTORS_MAX && point(weight)) factors[(*count)++] = weight->range.lo;
}

/* The weight of the rows that share the first `depth` group names with this one. */
static void add_row_groups(const Search *search, Rat *factors, int *count) {
    const FormResult *form = search->says.form;
    const PartResult *own = search->says.part;
    for (int depth = own->part->groups.count; depth > 0; depth--) {
        Value sum = value_number(RAT_ZERO, UNIT_NONE);
        for (int i = 0; i < form->row_count; i++) {
            const PartResult *other = &form->rows[i].parts[0];
            bool same = !other->skipped && other->status != STATUS_NOT_APPLICABLE && point(&other->weight);
            for (int d = 0; same && d < depth; d++)
                same = text_is(own->groups[d], other->groups[d]);
            if (same) sum.range = range_point(rat_add(sum.range.lo, other->weight.range.lo));
        }
        add_factor(factors, count, &sum);
    }
}

static void try_out_of(Search *search, const ExactList *list) {
    const FormResult *form = search->says.form;
    const Part *part = search->says.part->part;
    Rat factors[FACTORS_MAX] = { RAT_INT(10) };
    int count = 1;
    if (!search->weighs || !is_plain(part)) return;
    if (search->row) add_row_groups(search, factors, &count);
    for (int parent = search->row ? -1 : part->parent; parent >= 0; parent = form->program->form.parts.at[parent]->parent)
        add_factor(factors, &count, &form->parts[parent].weight);
    add_factor(factors, &count, &result_total(form)->weight);
    for (int c = 0; c < list->count; c++) {
        const Exact *exact = &list->at[c];
        if (!exact->has_credit || rat_sign(exact->credit) <= 0 || rat_compare(exact->credit, RAT_ONE) > 0) continue;
        Rat percent = search->percent ? exact->credit : rat_multiply(exact->credit, RAT_INT(100));
        bool is_percent = rat_equal(rat_round(percent, search->places, RAT_HALF_UP), search->printed) && !rat_equal(search->weight, RAT_INT(100));
        if (is_percent && !found(search, RIVAL_AS_PERCENT))
            rival_credit(&search->says, add(search, (Rival){ .kind = RIVAL_AS_PERCENT }), exact->credit, exact->credit, search->weight);
        if (rat_equal(exact->credit, RAT_ONE)) continue; /* round numbers come out by chance */
        for (int i = 0; i < count && !found(search, RIVAL_OUT_OF); i++) {
            bool hundred = is_percent && rat_equal(factors[i], RAT_INT(100));
            if (hundred || rat_equal(factors[i], search->weight) || !comes_to(search, rat_multiply(factors[i], exact->credit))) continue;
            Rival *rival = add(search, (Rival){ .kind = RIVAL_OUT_OF, .factor = factors[i] });
            rival_credit(&search->says, rival, exact->credit, exact->credit, search->weight);
        }
    }
}

static bool is_printed(const Search *search, const Value *value) {
    if (search->full || !point(value) || value->unit == UNIT_DATE) return false;
    Rat shown = rat_divide(value->range.lo, unit_scale(search->says.form->program->units, value->unit));
    return rat_equal(search->percent ? value->range.lo : shown, search->printed);
}

static void try_printed(Search *search, const Value *actual, const Value *target) {
    Value asked;
    Rival rival = { .kind = RIVAL_ACTUAL_PRINTED };
    if (actual && is_printed(search, actual)) {
        rival_said(&search->says, &rival, actual, NULL);
        add(search, rival);
    }
    rival.kind = RIVAL_TARGET_PRINTED;
    if (target_number(target, &asked) && is_printed(search, &asked)) {
        rival_said(&search->says, &rival, &asked, NULL);
        add(search, rival);
    }
}

/* ---- all of it ---- */

static bool rules_give(const PartResult *part, Rat printed) {
    for (int i = 0; i < part->case_count; i++)
        if (point(&part->cases[i].score) && rat_equal(part->cases[i].score.range.lo, printed)) return true;
    return false;
}

static void try_all(Search *search, const ExactList *exact) {
    const PartResult *part = search->says.part;
    const Value *actual = slot(search, part->part->actual), *target = slot(search, part->part->target);
    Beyond beyond = { .count = 0 };
    try_uncapped(search, actual, target);
    try_methods(search);
    if (is_coarse(search->says.part)) return; /* few points there are to give come out by chance */
    if (!found(search, RIVAL_METHOD)) try_swapped(search, actual, target); /* mostly the same, said less plainly */
    try_entries(search, actual, target, &beyond);
    try_scaled(search, actual, target);
    try_out_of(search, exact);
    try_printed(search, actual, target);
    if (search->count > 0 || !search->full) return;
    Rival rival = { .kind = RIVAL_FULL };
    if (beyond.count == 1) rival = beyond.rival;
    else rival_said(&search->says, &rival, NULL, &search->weight);
    add(search, rival);
}

int rival_find(const FormResult *form, const FormRow *row, const PartResult *part, Text printed, Rival *rivals) {
    Search search = { .says = { form, part, text_trim(printed) }, .row = row, .rivals = rivals };
    Verdict verdict = verdict_of(part, printed);
    if (part->part->kind > PART_GROUP && part->part->kind != PART_TOTAL) return 0;
    if (verdict == VERDICT_NONE || verdict == VERDICT_AGREES || part->status == STATUS_ERROR) return 0;
    if (!cell_printed(printed, &search.printed, &search.places) || rat_is_zero(search.printed) || rules_give(part, search.printed)) return 0;
    if (verdict == VERDICT_UNVERIFIABLE && !value_is_certain(&part->expected)) return 0;
    search.percent = cell_is_percent(printed);
    search.weighs = point(&part->weight) && rat_sign(part->weight.range.lo) > 0;
    if (search.weighs) search.weight = part->weight.range.lo;
    search.full = search.weighs && rat_equal(search.weight, search.printed);
    search.again = again_begin(form, part);
    ExactList exact = { .count = 0 };
    exact_scores(&search, &exact);
    for (int i = 0; i < exact.count && !search.percent; i++)
        try_places(&search, &exact.at[i]);
    for (int i = 0; i < exact.count; i++)
        try_rounded_credit(&search, &exact.at[i]);
    /* The rules' own formula explains more than any other could. */
    if (search.count == 0 && part->part->kind == PART_INDICATOR && verdict != VERDICT_ROUNDED) try_all(&search, &exact);
    return search.count;
}
