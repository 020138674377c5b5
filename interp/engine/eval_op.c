/* eval_op.c - what each operation does to its slot. */
#include <stdlib.h>

#include "data/date.h"
#include "engine/arith.h"
#include "engine/const_table.h"
#include "engine/run.h"

/* ---- choices ---- */

int run_choose(Run *run, int options, bool reading) {
    Choices *choices = &run->choices;
    if (options <= 1 || run->collapse) return 0;
    int here = choices->position++;
    if (here >= choices->room) {
        int room = choices->room ? choices->room * 2 : 32;
        choices->pick = mem_grow(choices->pick, sizeof(int) * (size_t)choices->room, sizeof(int) * (size_t)room);
        choices->options = mem_grow(choices->options, sizeof(int) * (size_t)choices->room, sizeof(int) * (size_t)room);
        choices->reading = mem_grow(choices->reading, sizeof(bool) * (size_t)choices->room, sizeof(bool) * (size_t)room);
        choices->room = room;
    }
    if (here >= choices->count) {
        choices->pick[here] = 0;
        choices->options[here] = 0;
        choices->reading[here] = false;
        choices->count = here + 1;
    }
    bool joined = run->pair > 0; /* pairs of one cell choose together, though one may have more to choose from (S13) */
    if (!joined || options > choices->options[here]) choices->options[here] = options;
    choices->reading[here] = reading || (joined && choices->reading[here]);
    return choices->pick[here] < options ? choices->pick[here] : 0;
}

bool run_next(Run *run) {
    Choices *choices = &run->choices;
    choices->count = choices->position;
    while (choices->count > 0) {
        int last = choices->count - 1;
        if (++choices->pick[last] < choices->options[last]) return true;
        choices->count--;
    }
    return false;
}

uint64_t run_reading_key(const Run *run) {
    uint64_t key = 14695981039346656037u;
    for (int i = 0; i < run->choices.position; i++)
        if (run->choices.reading[i]) key = (key ^ (unsigned)(run->choices.pick[i] + i * 64 + 1)) * 1099511628211u;
    return key;
}

/* ---- cells ---- */

static Value take_reading(Run *run, int slot, const Readings *readings) {
    if (run->collapse) {
        Value all = readings->at[0].value;
        for (int i = 1; i < readings->count; i++) {
            bool differ = !value_same(&all, &readings->at[i].value);
            all = value_hull(&all, &readings->at[i].value);
            if (differ) all.flags |= VALUE_EVIDENCE;
        }
        return all;
    }
    int pick = run_choose(run, readings->count, true);
    Reading *kept = MEM_NEW(Reading);
    *kept = readings->at[pick];
    run->readings[slot] = kept;
    run->marks |= kept->marks;
    return kept->value;
}

/* One of the values of a cell that holds several. */
static Value take_pair(Run *run, Value value) {
    if (value.kind != VALUE_LIST || value.list->count == 0) return value;
    if (value.list->count > run->pairs) run->pairs = value.list->count;
    return value.list->at[run->pair < value.list->count ? run->pair : 0];
}

static Text cell_text(const Run *run, int input) {
    const Cell *cell = &run->cells[input];
    if (cell->text.at) return cell->text;
    const Input *of = &run->code->inputs.at[input];
    return of->symbol && of->symbol->maybe_word ? of->name : TEXT(""); /* level2 = 成本指标 */
}

static Value eval_entry(Run *run, const Op *op, int slot) {
    const Input *input = &run->code->inputs.at[op->index];
    CellContext context = { .units = run->program->units, .use = CELL_ENTRY, .kind = input->kind, .unit = input->unit,
                            .scale = input->scale, .year = run->year, .format = run->cells[op->index].format };
    if (op->code == OP_CELL_NUMBER) context.kind = CELL_NUMBER;
    if (input->unit_input >= 0) {
        UnitId unit = unit_find(run->program->units, text_trim(cell_text(run, input->unit_input)));
        if (unit > 0) context.unit = unit;
    }
    Readings readings;
    cell_read(&context, cell_text(run, op->index), &readings);
    if (readings.count == 1 && readings.at[0].value.kind == VALUE_MISSING && (input->kind == CELL_NUMBER || op->code == OP_CELL_NUMBER)) {
        static const Range all = RANGE_ALL;
        readings.at[0].value = value_range(input->bounded ? input->bounds : all, context.unit, VALUE_EVIDENCE | VALUE_FROM_MISSING);
    }
    bool several = readings.at[0].value.kind == VALUE_LIST && (input->kind == CELL_NUMBER || op->code == OP_CELL_NUMBER);
    if (several) { /* one value was asked for */
        static const Range everything = RANGE_ALL;
        readings.count = 1;
        readings.at[0].value = value_range(input->bounded ? input->bounds : everything, context.unit, VALUE_EVIDENCE | VALUE_FROM_MISSING);
        readings.at[0].marks |= CELL_UNREADABLE;
    }
    if (readings.count == 1 && readings.at[0].value.kind == VALUE_NA) {
        readings.at[0].marks |= CELL_CLAIMED_NA;
        if (input->kind == CELL_TRUTH) readings.at[0].value = value_missing(); /* a question is not answered so */
    }
    if (input->bounded) {
        int kept = 0;
        for (int i = 0; i < readings.count; i++) {
            Range inside;
            Value *value = &readings.at[i].value;
            if (value->kind == VALUE_NUMBER && range_intersect(&value->range, &input->bounds, &inside) != RANGE_OK) continue;
            if (value->kind == VALUE_NUMBER && !range_is_point(&value->range)) value->range = inside;
            readings.at[kept++] = readings.at[i];
        }
        if (kept == 0) { /* outside its bounds: what was meant is not known */
            readings.at[0].value = value_range(input->bounds, context.unit, VALUE_EVIDENCE | VALUE_FROM_MISSING);
            readings.at[0].marks |= CELL_OUT_OF_BOUNDS;
            kept = 1;
        }
        readings.count = kept;
    }
    return take_reading(run, slot, &readings);
}

/* The cell that an operation's text comes from; its format decides how 0.95 reads. */
static CellFormat text_format(const Run *run, int slot) {
    if (slot < 0) return CELL_PLAIN;
    const Op *op = &run->code->ops.at[slot];
    return op->code == OP_CELL ? run->cells[op->index].format : CELL_PLAIN;
}

static const int *op_args(const Run *run, const Op *op) {
    return &run->code->args.at[op->first];
}

static const Value *slot_or_none(const Run *run, int slot) {
    return slot < 0 ? NULL : &run->slots[slot];
}

static void set_senses(CellContext *context, const Value *code) {
    int64_t order = 0;
    if (!code || code->kind != VALUE_NUMBER || !rat_to_int64(code->range.lo, &order)) return;
    static const TargetSense senses[][2] = { { TARGET_AT_LEAST, TARGET_AT_MOST }, { TARGET_AT_MOST, TARGET_AT_LEAST },
                                             { TARGET_AT_LEAST }, { TARGET_AT_MOST }, { TARGET_EXACTLY } };
    if (order < 0 || order > 4) return;
    context->sense_count = order < 2 ? 2 : 1;
    context->senses[0] = senses[order][0];
    context->senses[1] = senses[order][1];
}

static Value eval_read_target(Run *run, const Op *op, int slot) {
    const int *args = op_args(run, op);
    const Value *text = &run->slots[args[0]], *unit = slot_or_none(run, args[1]), *actual = slot_or_none(run, args[3]);
    run->targets = NULL;
    if (text->kind != VALUE_TEXT) return *text;
    CellContext context = { .units = run->program->units, .use = CELL_TARGET, .unit = op->unit, .year = run->year,
                            .format = text_format(run, args[0]) };
    if (unit && unit->kind == VALUE_TEXT) {
        UnitId found = unit_find(context.units, text_trim(unit->text));
        if (found > 0) context.unit = found;
    }
    if (actual && actual->kind == VALUE_TEXT) context.actual_unit = cell_unit(context.units, actual->text);
    set_senses(&context, slot_or_none(run, args[2]));
    Readings readings;
    cell_read(&context, text->text, &readings);
    Value value = take_reading(run, slot, &readings);
    if (value.kind == VALUE_LIST) run->targets = value.list;
    return take_pair(run, value);
}

static Value eval_read_actual(Run *run, const Op *op, int slot) {
    const Value *text = &run->slots[op->a], *target = &run->slots[op->b];
    if (text->kind != VALUE_TEXT) return *text;
    if (target->kind == VALUE_NA) return *target;
    CellContext context = { .units = run->program->units, .use = CELL_ACTUAL, .unit = op->unit, .year = run->year,
                            .format = text_format(run, op->a) };
    if (target->kind == VALUE_TARGET) context.target = target->target;
    context.targets = run->targets;
    Readings readings;
    cell_read(&context, text->text, &readings);
    return take_pair(run, take_reading(run, slot, &readings));
}

/* A bare computed number takes its target's unit, as a bare entered one does (S11): 100 against 80 万元 is 100 万元.
   A ratio is shown as a percentage and stays the same number. */
static Value eval_as_actual(const Units *units, const Value *a, const Value *target) {
    Value value = *a;
    if (a->kind != VALUE_NUMBER || a->unit != UNIT_NONE || target->kind != VALUE_TARGET ||
        target->target->value.kind != VALUE_NUMBER)
        return value;
    UnitId unit = target->target->value.unit;
    if (unit == UNIT_PERCENT) value.unit = unit;
    if (unit == UNIT_DATE || unit_is_ratio(units, unit)) return value;
    Range scale = range_point(unit_scale(units, unit)), scaled;
    if (range_multiply(&a->range, &scale, &scaled) != RANGE_OK) return value_error(ERROR_HUGE);
    value.range = scaled;
    value.unit = unit;
    return value;
}

static Value eval_make_target(const Run *run, const Op *op, const Value *a) {
    if (a->kind == VALUE_ERROR || a->kind == VALUE_NA || a->kind == VALUE_TARGET) return *a;
    Target *target = MEM_NEW(Target);
    target->sense = (TargetSense)(op->mode & 15);
    target->strict = (op->mode & 16) != 0;
    target->sign_printed = true;
    target->value = *a;
    if (a->kind == VALUE_NUMBER && a->unit == UNIT_DATE && target->sense != TARGET_AT_LEAST) {
        target->sense = TARGET_DEADLINE;
        if (target->strict) {
            Range day = range_point(RAT_ONE), before;
            if (range_subtract(&a->range, &day, &before) == RANGE_OK) target->value.range = before;
        }
    }
    Buf text = { 0 };
    target_write(&text, target, run->program->units, run->program->scheme->lang);
    target->text = buf_text(&text);
    return value_target(target);
}

/* ---- choosing ---- */

/* Puts another possible result beside those so far. */
static void cover(Value *all, bool *any, const Value *one, unsigned flags) {
    if (!*any) {
        *all = *one;
    } else if ((all->kind == VALUE_ERROR) != (one->kind == VALUE_ERROR)) { /* perhaps no result (S5): nothing is known */
        *all = value_missing();
        all->flags = VALUE_EVIDENCE; /* not for want of an entry */
    } else if (!value_same(all, one)) {
        unsigned both = (unsigned)(all->flags | one->flags | flags);
        *all = value_hull(all, one);
        all->flags = (uint8_t)(all->flags | both);
    } else {
        all->flags = (uint8_t)(all->flags | one->flags);
    }
    *any = true;
}

static Value eval_choose(const Run *run, const Op *op) {
    const int *args = op_args(run, op);
    Value all = value_error(ERROR_NO_BAND);
    bool any = false;
    unsigned flags = 0;
    for (int i = 0; i + 1 < op->count; i += 2) {
        const Value *condition = &run->slots[args[i]];
        if (condition->kind == VALUE_ERROR) return *condition;
        Truth truth = condition->kind == VALUE_TRUTH     ? (Truth)condition->truth
                      : condition->kind == VALUE_MISSING ? TRUTH_UNKNOWN
                                                         : TRUTH_NO;
        flags |= condition->kind == VALUE_MISSING ? VALUE_EVIDENCE | VALUE_FROM_MISSING : condition->flags;
        if (truth == TRUTH_NO) continue;
        cover(&all, &any, &run->slots[args[i + 1]], flags);
        if (truth == TRUTH_YES) {
            all.flags = (uint8_t)(all.flags | (flags & VALUE_DOUBT));
            return all;
        }
    }
    cover(&all, &any, &run->slots[args[op->count - 1]], flags);
    all.flags = (uint8_t)(all.flags | (flags & VALUE_DOUBT));
    return all;
}

/* The options that have a result, equal ones once. */
static int distinct(const Run *run, const Op *op, int *options) {
    const int *args = op_args(run, op);
    int count = 0;
    for (int i = 0; i < op->count; i++) {
        const Value *value = &run->slots[args[i]];
        bool fresh = value->kind != VALUE_ERROR;
        for (int j = 0; j < count && fresh; j++)
            fresh = !value_same(value, &run->slots[options[j]]);
        if (fresh) options[count++] = args[i];
    }
    if (count == 0) options[count++] = args[0];
    return count;
}

static Value eval_options(Run *run, const Op *op, bool reading) {
    int options[64];
    int count = op->count <= 64 ? distinct(run, op, options) : 1;
    if (op->count > 64) options[0] = op_args(run, op)[0];
    if (!run->collapse) {
        int pick = run_choose(run, count, reading);
        const Op *taken = &run->code->ops.at[options[pick]];
        if (pick > 0 && !reading && taken->code == OP_CALLED) run->via = taken->node;
        return run->slots[options[pick]];
    }
    Value all = run->slots[options[0]];
    for (int i = 1; i < count; i++) {
        all = value_hull(&all, &run->slots[options[i]]);
        all.flags |= VALUE_EVIDENCE;
    }
    return all;
}

static bool is_missing(const Value *a) {
    return a->kind == VALUE_MISSING || (a->kind == VALUE_NUMBER && (a->flags & VALUE_FROM_MISSING) && !range_is_point(&a->range));
}

/* ---- asking ---- */

static Value yes_if(bool condition) {
    return value_truth(condition ? TRUTH_YES : TRUTH_NO);
}

static Value eval_is(const Value *a, int word) {
    if (word == -1) return yes_if(is_missing(a) || (a->kind == VALUE_TEXT && cell_is_blank(a->text)));
    if (word == WORD_NOT_APPLICABLE) return yes_if(a->kind == VALUE_NA);
    if (a->kind == VALUE_ERROR || a->kind == VALUE_NA) return *a;
    if (word == WORD_UNKNOWN) return yes_if(!value_is_certain(a));
    if (a->kind == VALUE_MISSING) {
        Value result = value_truth(TRUTH_UNKNOWN);
        result.flags = a->flags;
        return result;
    }
    bool target = a->kind == VALUE_TARGET;
    TargetSense sense = target ? a->target->sense : TARGET_WORDS;
    bool number = target ? a->target->value.kind == VALUE_NUMBER && sense != TARGET_DEADLINE : a->kind == VALUE_NUMBER;
    switch (word) {
    case WORD_AT_LEAST: return yes_if(target && sense == TARGET_AT_LEAST);
    case WORD_AT_MOST: return yes_if(target && sense == TARGET_AT_MOST);
    case WORD_EXACTLY: return yes_if(target && sense == TARGET_EXACTLY);
    case WORD_WITHIN: return yes_if(target && sense == TARGET_WITHIN);
    case WORD_DEADLINE: return yes_if(target && sense == TARGET_DEADLINE);
    case WORD_QUALITATIVE: return yes_if(target ? sense == TARGET_WORDS : a->kind == VALUE_TEXT);
    case WORD_QUANTITATIVE: return yes_if(number);
    case WORD_NUMBER: return yes_if(a->kind == VALUE_NUMBER);
    case WORD_TEXT: return yes_if(a->kind == VALUE_TEXT);
    case WORD_TRUTH: return yes_if(a->kind == VALUE_TRUTH);
    case WORD_DATE: return yes_if(a->kind == VALUE_NUMBER && a->unit == UNIT_DATE);
    }
    return value_error(ERROR_KIND);
}

static Value eval_level(const Run *run, const Op *op) {
    const Value *a = &run->slots[op->a], *target = &run->slots[op->b];
    if (a->kind == VALUE_NA || a->kind == VALUE_ERROR || (a->kind == VALUE_LEVEL && a->level.scale == op->scale)) return *a;
    Text words = target->kind == VALUE_TARGET && target->target->sense == TARGET_WORDS ? target->target->value.text : TEXT_NONE;
    int level = a->kind == VALUE_TEXT || a->kind == VALUE_DONE ? cell_level(op->scale, a->text, words) : -1;
    if (level >= 0) return value_level(op->scale, level, level, a->flags);
    return value_level(op->scale, 0, op->scale->count - 1, VALUE_EVIDENCE | VALUE_FROM_MISSING);
}

/* A level's band is what an evaluator may choose from (S6); not knowing the level is a lack of evidence. */
static Value eval_level_credit(const Value *a) {
    if (a->kind == VALUE_NA || a->kind == VALUE_ERROR) return *a;
    if (a->kind != VALUE_LEVEL) return value_missing();
    Range band = a->level.scale->at[a->level.best].credit;
    for (int i = a->level.best + 1; i <= a->level.worst; i++)
        band = range_hull(&band, &a->level.scale->at[i].credit);
    return value_range(band, UNIT_NONE, a->level.best == a->level.worst ? a->flags & VALUE_DOUBT : a->flags);
}

static Value eval_is_level(const Op *op, const Value *text) {
    Value level = *text;
    const Value *a = &level;
    if (text->kind == VALUE_TEXT || text->kind == VALUE_DONE) { /* words that name one */
        int index = cell_level(op->scale, text->text, TEXT_NONE);
        if (index >= 0) level = value_level(op->scale, index, index, text->flags);
    }
    if (a->kind != VALUE_LEVEL || a->level.scale != op->scale) {
        if (a->kind == VALUE_NA || a->kind == VALUE_ERROR) return *a;
        Value result = value_truth(TRUTH_UNKNOWN);
        result.flags = VALUE_EVIDENCE | VALUE_FROM_MISSING;
        return result;
    }
    if (a->level.best == a->level.worst) return yes_if(a->level.best == op->index);
    if (op->index < a->level.best || op->index > a->level.worst) return value_truth(TRUTH_NO);
    Value result = value_truth(TRUTH_UNKNOWN);
    result.flags = a->flags;
    return result;
}

static Value range_end(const Value *number, bool high) {
    if (number->kind != VALUE_NUMBER) return value_missing();
    if (high ? number->range.hi_infinite : number->range.lo_infinite) return value_missing();
    return value_number(high ? number->range.hi : number->range.lo, number->unit);
}

static Value date_member(const Value *a, Member member) {
    int64_t day;
    int parts[3];
    if (a->kind != VALUE_NUMBER || a->unit != UNIT_DATE || !range_is_point(&a->range) || !rat_to_int64(a->range.lo, &day))
        return value_missing();
    date_parts(day, &parts[0], &parts[1], &parts[2]);
    return value_number(RAT_INT(parts[member == MEMBER_YEAR ? 0 : 1]), UNIT_NONE);
}

static Value eval_member(const Run *run, const Op *op, const Value *a) {
    if (a->kind == VALUE_ERROR || a->kind == VALUE_NA || a->kind == VALUE_MISSING) return *a;
    const Value *of = a->kind == VALUE_TARGET ? &a->target->value : a;
    switch ((Member)op->mode) {
    case MEMBER_VALUE: return *of;
    case MEMBER_LOW: return range_end(of, false);
    case MEMBER_HIGH: return range_end(of, true);
    case MEMBER_DATE: return of->kind == VALUE_NUMBER && of->unit == UNIT_DATE ? *of : value_missing();
    case MEMBER_TEXT:
        if (a->kind == VALUE_TARGET) return value_text(a->target->text);
        if (run->code->ops.at[op->a].code == OP_READ_ACTUAL) return run->slots[run->code->ops.at[op->a].a]; /* as it was entered */
        return a->kind == VALUE_TEXT || a->kind == VALUE_DONE ? value_text(a->text) : value_missing();
    case MEMBER_UNIT: return value_text(of->kind == VALUE_NUMBER ? unit_name(run->program->units, of->unit) : TEXT(""));
    case MEMBER_YEAR:
    case MEMBER_MONTH: return date_member(of, (Member)op->mode);
    case MEMBER_SCORE:
    case MEMBER_CREDIT:
    case MEMBER_WEIGHT:
    case MEMBER_TARGET:
    case MEMBER_ACTUAL:
    case MEMBER_GRADE:
    case MEMBER_STATUS:
    case MEMBER_REPORTED:
    case MEMBER_LOST:
    case MEMBER_COUNT: break;
    }
    return value_error(ERROR_KIND);
}

/* ---- parts, rows, forms, tables ---- */

/* What has no result counts as missing for those above it (S5). */
static Value eval_no_result(const PartResult *part, bool score) {
    Range range = range_closed(RAT_ZERO, RAT_ONE);
    if (score && part->weight.kind == VALUE_NUMBER) range.hi = part->weight.range.hi;
    if (score) range.hi_infinite = range.hi_open = part->weight.kind != VALUE_NUMBER || part->weight.range.hi_infinite;
    return value_range(range, UNIT_NONE, VALUE_EVIDENCE | VALUE_FROM_MISSING);
}

/* The case of a part taken in this run: first which reading, then which alternative. */
const Case *run_case(Run *run, const PartResult *part) {
    if (part->case_count <= 1 || run->collapse) return NULL;
    int reading = run_choose(run, part->reading_count, true);
    int first = -1, count = 0;
    for (int i = 0; i < part->case_count; i++) {
        if (part->cases[i].reading != reading) continue;
        if (first < 0) first = i;
        count++;
    }
    if (first < 0) return NULL;
    return &part->cases[first + run_choose(run, count, false)];
}

Value run_part(Run *run, const PartResult *part, Member member) {
    if (part->status == STATUS_NOT_APPLICABLE && member != MEMBER_STATUS) return value_na();
    if (part->skipped) return value_na();
    switch (member) {
    case MEMBER_SCORE:
    case MEMBER_CREDIT: {
        const Case *one = run_case(run, part);
        if (part->status == STATUS_ERROR && !one) return eval_no_result(part, member == MEMBER_SCORE);
        if (member == MEMBER_SCORE) return one ? one->score : part->score;
        return one ? one->credit : part->credit;
    }
    case MEMBER_WEIGHT: {
        const Case *one = run_case(run, part);
        return one ? one->weight : part->weight;
    }
    case MEMBER_LOST: return result_lost(part, run->program->units);
    case MEMBER_STATUS: return value_text(text_of(status_name(part->status)));
    case MEMBER_ACTUAL: return part->part->actual >= 0 ? part->slots[part->part->actual] : value_missing();
    case MEMBER_TARGET: return part->part->target >= 0 ? part->slots[part->part->target] : value_missing();
    case MEMBER_REPORTED: {
        Rat number;
        int places;
        if (part->part->reported < 0 || part->slots[part->part->reported].kind != VALUE_TEXT ||
            !cell_printed(part->slots[part->part->reported].text, &number, &places))
            return value_missing();
        return value_number(number, UNIT_NONE);
    }
    case MEMBER_VALUE:
    case MEMBER_LOW:
    case MEMBER_HIGH:
    case MEMBER_DATE:
    case MEMBER_TEXT:
    case MEMBER_UNIT:
    case MEMBER_GRADE:
    case MEMBER_YEAR:
    case MEMBER_MONTH:
    case MEMBER_COUNT: break;
    }
    return value_error(ERROR_KIND);
}

static Value eval_total(Run *run, const Op *op) {
    const PartResult *total = &run->form->parts[run->program->total];
    if (op->mode != MEMBER_GRADE) return run_part(run, total, (Member)op->mode);
    if (run->form->grade_count == 1) return value_text(run->program->bands.at[run->form->grades[0]].name);
    return value_missing();
}

static Value list_of(const Value *values, int count) {
    ValueList *list = mem_new(sizeof(ValueList) + sizeof(Value) * (size_t)count);
    list->count = count;
    for (int i = 0; i < count; i++)
        list->at[i] = values[i];
    Value result = { .kind = VALUE_LIST, .list = list };
    return result;
}

static bool out_of_list(const Value *where) {
    return where->kind == VALUE_NA || (where->kind == VALUE_TRUTH && where->truth == TRUTH_NO);
}

/* An element whose `where` is not known takes part perhaps. */
static Value list_element(Value value, const Value *where) {
    bool known = !where || (where->kind == VALUE_TRUTH && where->truth == TRUTH_YES);
    if (!known) value.flags |= VALUE_PERHAPS;
    return value;
}

/* Whether a form of a population has the keys that this form has. */
static Truth same_keys(const Run *run, const Op *op, const ValueList *with_keys) {
    Truth same = TRUTH_YES;
    for (int i = 0; i < op->count && same != TRUTH_NO; i++) {
        Value equal = arith_compare(run->program->units, CMP_EQ, &run->slots[op_args(run, op)[i]], &with_keys->at[i + 1]);
        if (out_of_list(&equal)) same = TRUTH_NO;
        else if (equal.kind != VALUE_TRUTH || equal.truth != TRUTH_YES) same = TRUTH_UNKNOWN;
    }
    return same;
}

typedef struct Kept {
    Value *at;
    int count;
} Kept;

static void keep_group(const Run *run, const Op *op, const ValueList *group, Kept *kept) {
    for (int i = 1; i < group->count; i++) {
        const ValueList *with_keys = group->at[i].list;
        Truth same = same_keys(run, op, with_keys);
        if (same == TRUTH_NO) continue;
        Value one = with_keys->at[0];
        if (same != TRUTH_YES) one.flags |= VALUE_PERHAPS;
        kept->at[kept->count++] = one;
    }
}

/* The group of the folded `key`, or NULL. */
static const ValueList *find_group(const ValueList *groups, Text key) {
    int low = 1, high = groups->count;
    while (low < high) {
        int middle = (low + high) / 2;
        if (text_compare(groups->at[middle].list->at[0].text, key) < 0) low = middle + 1;
        else high = middle;
    }
    bool found = low < groups->count && text_compare(groups->at[low].list->at[0].text, key) == 0;
    return found ? groups->at[low].list : NULL;
}

static Value eval_forms(const Run *run, const Op *op) {
    if (!run->populations) return value_missing();
    const ValueList *all = run->populations[op->index];
    Value result = { .kind = VALUE_LIST, .list = all };
    if (op->count == 0) return result;
    const Value *own = &run->slots[op_args(run, op)[0]];
    bool text = own->kind == VALUE_TEXT || own->kind == VALUE_DONE;
    const ValueList *mine = text ? find_group(all, text_fold(own->text)) : NULL;
    int room = mine ? mine->count : 0;
    for (int i = 0; i < (text ? 1 : all->count); i++)
        room += all->at[i].list->count;
    Kept kept = { MEM_ARRAY(Value, room + 1), 0 };
    for (int i = 0; i < (text ? 1 : all->count); i++)
        keep_group(run, op, all->at[i].list, &kept);
    if (mine) keep_group(run, op, mine, &kept);
    return list_of(kept.at, kept.count);
}

static Value eval_list(const Run *run, const Op *op) {
    const int *args = op_args(run, op);
    Value *kept = MEM_ARRAY(Value, op->count / 2 + 1);
    int count = 0;
    for (int i = 0; i + 1 < op->count; i += 2) {
        const Value *keep = &run->slots[args[i + 1]];
        if (out_of_list(keep)) continue;
        kept[count++] = list_element(run->slots[args[i]], keep);
    }
    return list_of(kept, count);
}

static Value eval_rows(const Run *run, const Op *op) {
    const FormResult *form = run->form;
    Value *values = MEM_ARRAY(Value, form->row_count + 1);
    int count = 0;
    for (int i = 0; i < form->row_count; i++) {
        const FormRow *row = &form->rows[i];
        if (row->parts[0].skipped) continue;
        const Value *keep = op->mode > 0 ? &row->slots[op->mode - 1] : NULL;
        if (keep && out_of_list(keep)) continue;
        values[count++] = list_element(row->slots[op->index], keep);
    }
    return list_of(values, count);
}

static bool number_matches(const Run *run, const ConstTable *table, int row, int column, const Value *key) {
    if (key->kind == VALUE_TEXT || key->kind == VALUE_DONE)
        return text_same_name(key->text, table->cells[row * table->width + column]);
    Value cell = const_table_cell(run->program->units, table, row, column);
    return key->kind == VALUE_NUMBER && cell.kind == VALUE_NUMBER && range_is_point(&key->range) &&
           range_equal(&key->range, &cell.range);
}

static Value eval_table(const Run *run, const Op *op) {
    const ConstTable *table = run->program->tables.at[op->mode];
    const int *args = op_args(run, op);
    Text *keys = MEM_ARRAY(Text, op->count + 1);
    bool texts = true;
    for (int i = 0; i < op->count; i++) {
        const Value *key = &run->slots[args[i]];
        if (key->kind == VALUE_MISSING || key->kind == VALUE_ERROR || key->kind == VALUE_NA) return *key;
        if (key->kind == VALUE_TEXT || key->kind == VALUE_DONE) keys[i] = key->text;
        else texts = false;
    }
    if (texts) {
        int row = table->room > 0 ? const_table_row(table, keys) : -1;
        return row < 0 ? value_error(ERROR_NO_KEY) : const_table_cell(run->program->units, table, row, op->index);
    }
    for (int row = 0; row < table->height; row++) { /* numbers are equal however they are written */
        bool same = true;
        for (int i = 0; i < op->count && same; i++)
            same = number_matches(run, table, row, table->keys.at[i], &run->slots[args[i]]);
        if (same) return const_table_cell(run->program->units, table, row, op->index);
    }
    return value_error(ERROR_NO_KEY);
}

static Value eval_aggregate(const Run *run, const Op *op) {
    const Value **values = mem_new(sizeof(Value *) * (size_t)(op->count + 1));
    for (int i = 0; i < op->count; i++)
        values[i] = &run->slots[op_args(run, op)[i]];
    return arith_aggregate(run->program->units, (Builtin)op->mode, values, op->count);
}

static Value eval_linear(const Run *run, const Op *op) {
    const Value **pieces = mem_new(sizeof(Value *) * (size_t)op->count);
    for (int i = 1; i < op->count; i++)
        pieces[i - 1] = &run->slots[op_args(run, op)[i]];
    return arith_linear(&run->slots[op_args(run, op)[0]], pieces, op->count - 1, op->mode != 0);
}

/* ---- the dispatch ---- */

static Value eval_op(Run *run, const Op *op, int slot) {
    Units *units = run->program->units;
    const Value *a = op->a >= 0 ? &run->slots[op->a] : NULL, *b = op->b >= 0 ? &run->slots[op->b] : NULL;
    switch (op->code) {
    case OP_CONST: return *op->value;
    case OP_CELL: return value_text(cell_text(run, op->index));
    case OP_CELL_NUMBER:
    case OP_ENTRY: return eval_entry(run, op, slot);
    case OP_READ_TARGET: return eval_read_target(run, op, slot);
    case OP_READ_ACTUAL: return eval_read_actual(run, op, slot);
    case OP_MAKE_TARGET: return eval_make_target(run, op, a);
    case OP_AS_ACTUAL: return eval_as_actual(units, a, b);
    case OP_NAMED:
    case OP_CALLED: return *a;
    case OP_NEGATE: return arith_negate(a);
    case OP_ADD:
    case OP_SUBTRACT:
    case OP_MULTIPLY:
    case OP_DIVIDE:
    case OP_POWER: return arith_binary(units, op->code, a, b);
    case OP_COMPARE: return arith_compare(units, op->mode, a, b);
    case OP_AND: return arith_and(a, b);
    case OP_OR: return arith_or(a, b);
    case OP_NOT: return arith_not(a);
    case OP_IN: return arith_in(units, a, b);
    case OP_IS: return eval_is(a, op->mode);
    case OP_IS_LEVEL: return eval_is_level(op, a);
    case OP_MEETS: return arith_meets(units, a, b);
    case OP_RANGE: return arith_range(a, b, op->mode);
    case OP_NARROW: return arith_narrow(units, a, b, op->mode);
    case OP_NARROW_MEETS: return arith_narrow_meets(units, a, b, op->mode != 0);
    case OP_CHOOSE: return eval_choose(run, op);
    case OP_LINEAR: return eval_linear(run, op);
    case OP_ALTERNATIVE: return eval_options(run, op, false);
    case OP_ONE_OF: return eval_options(run, op, true);
    case OP_IF_MISSING: return is_missing(a) ? *b : *a;
    case OP_ROUND: return arith_round(units, a, b, (RatRounding)op->mode);
    case OP_CLAMP: return arith_clamp(a, b, &run->slots[op->c]);
    case OP_ABS:
    case OP_SQRT:
    case OP_LN:
    case OP_EXP:
    case OP_FLOOR: return arith_function(op->code, a);
    case OP_AGGREGATE: return eval_aggregate(run, op);
    case OP_RANK: return arith_rank(units, a, b);
    case OP_LIST: return eval_list(run, op);
    case OP_ROWS: return eval_rows(run, op);
    case OP_FORMS: return eval_forms(run, op);
    case OP_LEVEL: return eval_level(run, op);
    case OP_LEVEL_CREDIT: return eval_level_credit(a);
    case OP_MEMBER: return eval_member(run, op, a);
    case OP_PART: return run_part(run, &run->parts[op->index], (Member)op->mode);
    case OP_TOTAL: return eval_total(run, op);
    case OP_TABLE: return eval_table(run, op);
    case OP_COUNT: break;
    }
    return value_error(ERROR_KIND);
}

static bool done(const Run *run, int slot) {
    return run->done[slot] == run->number;
}

/* Conditions in order until one holds, and the values of those that may: the next of them to work out, or -1. */
static int next_of_choose(const Run *run, const Op *op) {
    const int *args = op_args(run, op);
    for (int i = 0; i < op->count; i += 2) {
        if (!done(run, args[i])) return args[i];
        if (i + 1 == op->count) return -1;
        const Value *value = &run->slots[args[i]];
        bool no = value->kind == VALUE_NA || (value->kind == VALUE_TRUTH && value->truth == TRUTH_NO);
        if (value->kind == VALUE_ERROR) return -1;
        if (!no && !done(run, args[i + 1])) return args[i + 1];
        if (value->kind == VALUE_TRUTH && value->truth == TRUTH_YES) return -1;
    }
    return -1;
}

/* What an operation still waits for, or -1. */
static int next_needed(const Run *run, const Op *op) {
    if (op->code == OP_CHOOSE) return next_of_choose(run, op);
    if (op->code == OP_IF_MISSING && done(run, op->a) && !is_missing(&run->slots[op->a])) return -1;
    OP_EACH_OPERAND(run->code, op, operand) if (!done(run, operand)) return operand;
    return -1;
}

/* A stack of our own: a long chain of definitions must not end in the machine's. */
static void need(Run *run, int slot) {
    int depth = 0;
    if (done(run, slot)) return;
    run->waiting[depth++] = slot;
    while (depth > 0) {
        int top = run->waiting[depth - 1];
        const Op *op = &run->code->ops.at[top];
        int next = next_needed(run, op);
        if (next >= 0) {
            run->waiting[depth++] = next;
            continue;
        }
        run->slots[top] = eval_op(run, op, top);
        run->done[top] = run->number;
        depth--;
    }
}

void run_slots(Run *run, const int *roots, int count) {
    run->choices.position = 0;
    run->number++;
    if (!run->done) {
        run->done = mem_leaf(sizeof(unsigned) * (size_t)(run->code->ops.count + 1));
        run->waiting = mem_leaf(sizeof(int) * (size_t)(run->code->ops.count + 1));
    }
    for (int i = 0; i < run->given_count; i++) {
        run->slots[run->given[i].slot] = run->given[i].value;
        run->done[run->given[i].slot] = run->number;
    }
    for (int i = 0; i < count; i++)
        if (roots[i] >= 0) need(run, roots[i]);
}
