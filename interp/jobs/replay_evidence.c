/* replay_evidence.c - findings about the evidence itself, which stand apart from verdicts: cells that are missing,
   unreadable or no exact values, the same indicator twice, probable slips, and what the rules' own checks find. */
#include "engine/arith.h"
#include "jobs/replay_find.h"

#define SLIP_DIGITS 2 /* significant digits that two figures must share before a power of ten between them is told */

typedef struct Mark {
    unsigned mark;
    FindingId id;
    bool certain;
    const char *en, *zh;
} Mark;

static const Mark marks[] = {
    { CELL_UNREADABLE, FINDING_UNREADABLE, false, "\"{0}\" cannot be read; it counts as missing", "“{0}”无法读取，按缺失处理" },
    { CELL_BOUND, FINDING_BOUND, true, "\"{0}\" is a bound or a range, not the value reached", "“{0}”是界限或范围，不是实际达到的数值" },
    { CELL_ABOUT, FINDING_ABOUT, true, "\"{0}\" is only approximate", "“{0}”只是约数" },
    { CELL_AT_WORD, FINDING_AT_WORD, false, "\"{0}\" names no date; it is taken at its word", "“{0}”没有日期，按其所言认定" },
    { CELL_OTHER_UNIT, FINDING_OTHER_UNIT, false, "\"{0}\" counts in another word than the target", "“{0}”与目标值的量词不同" },
    { CELL_UNIT_MISFIT, FINDING_UNIT_MISFIT, false, "the unit of \"{0}\" does not fit; it counts as missing", "“{0}”的单位不相符，按缺失处理" },
    { CELL_UNEQUAL, FINDING_UNEQUAL, true, "\"{0}\": target and actual value hold different numbers of values", "“{0}”：目标值与实际值的个数不等" },
    { CELL_EACH, FINDING_EACH, false, "\"{0}\" stands for several targets", "“{0}”一个数值对应多项目标" },
    { CELL_ONE_YEAR_OFF, FINDING_YEAR_OFF, false, "\"{0}\" lies outside the year of the form", "“{0}”不在表单所属年度内" },
    { CELL_OUT_OF_BOUNDS, FINDING_OUT_OF_BOUNDS, true, "\"{0}\" lies outside what the rules allow; it counts as missing", "“{0}”超出规则允许的范围，按缺失处理" },
};

/* ---- cells ---- */

static void mark_cell(const Finder *finder, const Spot *spot, int slot, const Reading *reading, unsigned leave_out) {
    int input = find_input(spot->part, slot);
    Text cell = input >= 0 ? text_trim(spot->part->cells[input].text) : TEXT("");
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        if (!(reading->marks & marks[i].mark & ~leave_out)) continue;
        Finding *finding = find_add(finder, marks[i].id, marks[i].certain, spot, input);
        finding->printed = cell;
        finding->reason = SAY(finder, marks[i].en, marks[i].zh, cell);
    }
}

static void missing_cell(const Finder *finder, FindingId id, const Spot *spot, int slot, const char *en, const char *zh) {
    Finding *finding = find_add(finder, id, true, spot, find_input(spot->part, slot));
    finding->reason = SAY(finder, en, zh, text_trim(spot->part->name));
}

static bool blank_slot(const PartResult *part, int slot) {
    int input = find_input(part, slot);
    return input >= 0 && part->cells[input].text.at && cell_is_blank(part->cells[input].text);
}

/* The slot a reading belongs to stands behind the CELL slot; the target's and the actual's are known. */
static const Reading *reading_at(const PartResult *part, int slot) {
    return slot >= 0 ? part->readings[slot] : NULL;
}

static bool has_points(const PartResult *part) {
    Rat printed;
    int places;
    return find_printed(part, &printed, &places) && !rat_is_zero(printed);
}

static bool is_deadline(const PartResult *part) {
    const Value *target = part->part->target >= 0 ? &part->slots[part->part->target] : NULL;
    return target && target->kind == VALUE_TARGET && target->target->sense == TARGET_DEADLINE;
}

static void find_in_indicator(const Finder *finder, const Spot *spot) {
    const PartResult *part = spot->part;
    const Part *rule = part->part;
    if (part->skipped) return;
    if (part->status == STATUS_NOT_APPLICABLE) {
        if (!has_points(part)) return;
        bool by_rule = rule->applies >= 0 && part->slots[rule->applies].kind == VALUE_TRUTH && part->slots[rule->applies].truth == TRUTH_NO;
        if (by_rule && spot->row >= 0) return; /* a row the rule names, such as a sub-total */
        for (int at = spot->row < 0 ? rule->parent : -1; at >= 0; at = find_result(finder, spot)->parts[at].part->parent)
            if (find_result(finder, spot)->parts[at].status == STATUS_NOT_APPLICABLE && !by_rule) return; /* its group is left out, and it with it */
        Finding *finding = find_add(finder, FINDING_NA_WITH_POINTS, true, spot, find_input(part, rule->reported));
        finding->printed = verdict_reported(part);
        finding->reason = SAY(finder, "it does not apply, yet {0} points are reported", "本项不适用，却报了 {0} 分", finding->printed);
        return;
    }
    bool target_blank = rule->target_cell >= 0 && blank_slot(part, rule->target_cell);
    bool actual_blank = rule->actual_cell >= 0 && blank_slot(part, rule->actual_cell);
    if (target_blank) missing_cell(finder, FINDING_MISSING_TARGET, spot, rule->target_cell, "no target is given", "没有填写目标值");
    if (actual_blank) missing_cell(finder, FINDING_MISSING_ACTUAL, spot, rule->actual_cell, "no actual value is given", "没有填写实际完成值");
    if (part->weight.kind == VALUE_MISSING) missing_cell(finder, FINDING_MISSING_WEIGHT, spot, rule->weight, "no weight is given", "没有填写分值");
    Rat printed;
    int places;
    Text reported = verdict_reported(part);
    if (reported.length && !cell_is_blank(reported) && !verdict_printed(part, reported, &printed, &places)) {
        Finding *finding = find_add(finder, FINDING_UNREADABLE, false, spot, find_input(part, rule->reported));
        finding->printed = reported;
        finding->reason = SAY(finder, "\"{0}\" is no score", "“{0}”不是得分", reported);
    }
    if (rule->reported >= 0 && blank_slot(part, rule->reported))
        missing_cell(finder, FINDING_MISSING_SCORE, spot, rule->reported, "no score is reported", "没有填写得分");
    const Reading *target = rule->target_cell >= 0 ? reading_at(part, rule->target) : NULL;
    const Reading *actual = rule->actual_cell >= 0 ? reading_at(part, rule->actual) : NULL;
    bool open = verdict_of(part, reported) == VERDICT_UNVERIFIABLE; /* several readings matter only then */
    if (target && !target_blank && open && target->marks & CELL_NO_SIGN) {
        Finding *finding = find_add(finder, FINDING_NO_SIGN, false, spot, find_input(part, rule->target_cell));
        finding->printed = text_trim(part->cells[find_input(part, rule->target_cell)].text);
        finding->reason = SAY(finder, "\"{0}\" does not say whether more or less is better", "“{0}”没有写明以多为好还是以少为好", finding->printed);
    }
    if (target && !target_blank && open && target->marks & CELL_AMBIGUOUS) {
        Finding *finding = find_add(finder, FINDING_AMBIGUOUS, false, spot, find_input(part, rule->target_cell));
        finding->printed = text_trim(part->cells[find_input(part, rule->target_cell)].text);
        finding->reason = SAY(finder, "\"{0}\" can be read in more than one way", "“{0}”有不止一种读法", finding->printed);
    }
    if (!actual_blank && !(actual && actual->marks & CELL_UNREADABLE) && rule->actual_cell >= 0 && part->marks & CELL_UNREADABLE && part->status == STATUS_MISSING &&
        !target_blank && !(target && target->marks & CELL_UNREADABLE)) { /* words of no level */
        Finding *finding = find_add(finder, FINDING_UNREADABLE, false, spot, find_input(part, rule->actual_cell));
        finding->printed = text_trim(part->cells[find_input(part, rule->actual_cell)].text);
        finding->reason = SAY(finder, "\"{0}\" cannot be read; it counts as missing", "“{0}”无法读取，按缺失处理", finding->printed);
    }
    if (actual && !actual_blank && open && actual->marks & CELL_AMBIGUOUS) {
        Finding *finding = find_add(finder, FINDING_AMBIGUOUS, false, spot, find_input(part, rule->actual_cell));
        finding->printed = text_trim(part->cells[find_input(part, rule->actual_cell)].text);
        finding->reason = SAY(finder, "\"{0}\" can be read in more than one way", "“{0}”有不止一种读法", finding->printed);
    }
    if (target && !target_blank) mark_cell(finder, spot, rule->target_cell, target, CELL_BOUND | CELL_BLANK);
    if (actual && !actual_blank && actual->marks & CELL_BOUND && is_deadline(part)) { /* 年底前完成: no date, but a claim */
        Finding *finding = find_add(finder, FINDING_AT_WORD, false, spot, find_input(part, rule->actual_cell));
        finding->printed = text_trim(part->cells[find_input(part, rule->actual_cell)].text);
        finding->reason = SAY(finder, "\"{0}\" repeats the deadline and names no date; it is taken at its word", "“{0}”只重复了期限，没有日期，按其所言认定", finding->printed);
        mark_cell(finder, spot, rule->actual_cell, actual, CELL_BOUND);
        return;
    }
    if (actual && !actual_blank) {
        unsigned leave = target_blank ? CELL_UNREADABLE | CELL_UNEQUAL : 0; /* without a target nothing can be held against it */
        mark_cell(finder, spot, rule->actual_cell, actual, leave | (target && target->marks & CELL_UNREADABLE ? CELL_UNREADABLE : 0));
    }
}

/* ---- entries of the form ---- */

/* How much hangs on an entry. */
enum { NEED_USED = 1, NEED_OPEN = 2 }; /* some score or figure reads it; one of them is open for want of evidence */

static bool is_open(const PartResult *part) {
    if (part->status == STATUS_NOT_APPLICABLE) return false;
    const Value *value = part->part->kind == PART_REPORTED ? &part->amount : &part->score;
    if (part->part->kind == PART_ADJUSTMENT || part->part->kind == PART_VETO) return part->condition == TRUTH_UNKNOWN;
    return value->kind != VALUE_NUMBER ? part->status != STATUS_ERROR : value->flags & VALUE_FROM_MISSING;
}

static unsigned char *needed_inputs(const FormResult *form) {
    const Code *code = &form->program->form;
    unsigned char *needed = mem_leaf((size_t)(code->inputs.count + 1));
    for (int i = 0; i < code->parts.count; i++) {
        const Part *part = code->parts.at[i];
        if (part->kind != PART_INDICATOR && part->kind != PART_REPORTED && part->kind != PART_ADJUSTMENT && part->kind != PART_VETO && part->kind != PART_GROUP) continue;
        for (int j = 0; j < part->cone_count; j++) {
            const Op *op = &code->ops.at[part->cone[j]];
            if (op->code == OP_ENTRY || op->code == OP_CELL_NUMBER) needed[op->index] |= NEED_USED | (is_open(&form->parts[i]) ? NEED_OPEN : 0);
        }
    }
    return needed;
}

static void find_in_entries(const Finder *finder, const FormResult *form) {
    const Code *code = &form->program->form;
    const PartResult *total = result_total(form);
    const unsigned char *needed = needed_inputs(form);
    bool *told = mem_leaf(sizeof(bool) * (size_t)(code->inputs.count + 1));
    for (int i = 0; i < code->ops.count; i++) {
        const Op *op = &code->ops.at[i];
        if (op->code != OP_ENTRY && op->code != OP_CELL_NUMBER) continue;
        if (told[op->index] || !needed[op->index] || !form->readings[i]) continue;
        told[op->index] = true;
        PartResult entry = *total;
        Spot spot = { 0, &entry, -1 };
        const Reading *reading = form->readings[i];
        entry.name = code->inputs.at[op->index].name;
        int before = finder->out->findings.count;
        if (reading->marks & CELL_BLANK) {
            if (!form->cells[op->index].text.at || !(needed[op->index] & NEED_OPEN)) continue; /* the rules do without it, or there is no such column: told once, when the data was opened */
            Finding *finding = find_add(finder, FINDING_MISSING_ENTRY, true, &spot, op->index);
            finding->reason = SAY(finder, "\"{0}\" is not filled in", "“{0}”没有填写", entry.name);
        } else {
            mark_cell(finder, &spot, i, reading, 0);
        }
        for (int f = before; f < finder->out->findings.count; f++) { /* the rule is where the entry is declared */
            Finding *finding = &finder->out->findings.at[f];
            const Node *node = code->inputs.at[op->index].symbol ? code->inputs.at[op->index].symbol->node : NULL;
            finding->name = entry.name;
            if (!node) continue;
            Source *source = form->program->scheme->diags->sources.at[node->span.source - 1];
            int column;
            finding->file = source->path;
            source_place(source, node->span.begin, &finding->line, &column);
        }
    }
}

/* ---- slips ---- */

static int significant_digits(Rat number) {
    Text digits = rat_text(number.denominator == 0 ? RAT_ZERO : number);
    int first = -1, last = -1, seen = 0;
    for (size_t i = 0; i < digits.length; i++) {
        if (digits.at[i] == '/') return 9;
        if (digits.at[i] < '0' || digits.at[i] > '9') continue;
        seen++;
        if (digits.at[i] == '0') continue;
        if (first < 0) first = seen;
        last = seen;
    }
    return first < 0 ? 0 : last - first + 1;
}

/* The power of ten between two figures, or 0. */
static int ten_power(Rat a, Rat b) {
    if (rat_sign(a) <= 0 || rat_sign(b) <= 0 || significant_digits(a) < SLIP_DIGITS) return 0;
    Rat ratio = rat_divide(a, b);
    for (int power = 1; power <= 4; power++) {
        Rat ten = rat_power(RAT_INT(10), power);
        if (rat_equal(ratio, ten)) return power;
        if (rat_equal(rat_multiply(ratio, ten), RAT_ONE)) return -power;
    }
    return 0;
}

static bool is_figure(const Value *value) {
    return value->kind == VALUE_NUMBER && range_is_point(&value->range) && value->unit != UNIT_DATE;
}

/* A figure of the form with a unit of measure, read by itself: no score may need it. */
static bool figure_of(const FormResult *form, int input, Value *figure) {
    const Input *of = &form->program->form.inputs.at[input];
    Readings readings;
    if (of->kind != CELL_NUMBER || !form->cells[input].text.at || (of->unit == UNIT_NONE && of->unit_input < 0)) return false;
    find_read(form, of, &form->cells[input], TEXT_NONE, &readings);
    *figure = readings.at[0].value;
    return readings.count == 1 && is_figure(figure) && !unit_is_ratio(form->program->units, figure->unit);
}

/* Two sums of money of one form, the same but for the decimal point: 752 for 75.2. */
static bool find_slips(const Finder *finder, const FormResult *form) {
    const Code *code = &form->program->form;
    for (int a = 0; a < code->inputs.count; a++) {
        Value one, other;
        if (!figure_of(form, a, &one)) continue;
        for (int b = a + 1; b < code->inputs.count; b++) {
            if (!figure_of(form, b, &other) || unit_fit(form->program->units, one.unit, other.unit) != UNIT_SAME) continue;
            int power = ten_power(one.range.lo, other.range.lo);
            if (power == 0) continue;
            PartResult entry = *result_total(form);
            Spot spot = { 0, &entry, -1 };
            Finding *finding = find_add(finder, FINDING_UNIT_SLIP, false, &spot, a);
            finding->name = code->inputs.at[a].name;
            finding->printed = text_trim(form->cells[a].text);
            finding->expected = text_trim(form->cells[b].text);
            finding->reason = SAY(finder, "{0} and \"{1}\" {2} differ by exactly the factor {3}", "{0} 与“{1}”{2} 恰好相差 {3} 倍", finding->printed,
                                  code->inputs.at[b].name, finding->expected, rat_text(rat_power(RAT_INT(10), power < 0 ? -power : power)));
            return true; /* told once: the others are off by the same */
        }
    }
    return false;
}

/* Target and actual the same but for the decimal point, where the reported score does not follow. */
static void find_row_slip(const Finder *finder, const Spot *spot, bool slip) {
    const PartResult *part = spot->part;
    if (part->part->target < 0 || part->part->actual < 0) return;
    const Value *target = &part->slots[part->part->target], *actual = &part->slots[part->part->actual];
    if (target->kind != VALUE_TARGET || !is_figure(&target->target->value) || !is_figure(actual)) return;
    if (slip && unit_is_money(find_result(finder, spot)->program->units, actual->unit)) return; /* told of the form's own figures */
    bool wrong = verdict_of(part, verdict_reported(part)) == VERDICT_CONTRADICTED;
    int power = ten_power(target->target->value.range.lo, actual->range.lo);
    if (power == 0 || (!wrong && significant_digits(actual->range.lo) <= SLIP_DIGITS)) return;
    Finding *finding = find_add(finder, FINDING_UNIT_SLIP, false, spot, find_input(part, part->part->actual_cell));
    int input = find_input(part, part->part->actual_cell);
    if (input >= 0) finding->printed = text_trim(part->cells[input].text);
    finding->reason = SAY(finder, "target and actual value differ by exactly the factor {0}", "目标值与完成值恰好相差 {0} 倍", rat_text(rat_power(RAT_INT(10), power < 0 ? -power : power)));
}

/* ---- the same indicator twice ---- */

static Text row_cell(const PartResult *part, int slot) {
    int input = find_input(part, slot);
    return input >= 0 ? text_fold(part->cells[input].text) : TEXT("");
}

static void find_twice(const Finder *finder, const FormResult *form) {
    uint64_t *hashes = mem_leaf(sizeof(uint64_t) * (size_t)(form->row_count + 1)); /* most rows differ by these already */
    for (int i = 0; i < form->row_count; i++)
        hashes[i] = text_hash(text_fold(form->rows[i].parts[0].name));
    for (int i = 0; !finder->out->doubled && i < form->row_count; i++) { /* a doubled form has been told as one */
        const PartResult *part = &form->rows[i].parts[0];
        Spot spot = { 0, part, i };
        if (part->skipped || text_is_blank(part->name) || part->status == STATUS_NOT_APPLICABLE) continue;
        Text path = find_path(finder, &spot);
        for (int j = 0; j < i; j++) {
            if (hashes[i] != hashes[j]) continue;
            const PartResult *before = &form->rows[j].parts[0];
            Spot first = { 0, before, j };
            if (before->skipped || !text_same_name(before->name, part->name) || !text_is(find_path(finder, &first), path)) continue;
            bool same = text_is(row_cell(part, part->part->target_cell), row_cell(before, before->part->target_cell));
            Buf row = { 0 };
            buf_format(&row, "%ld", form->rows[j].number);
            Finding *finding = find_add(finder, FINDING_TWICE, same, &spot, find_input(part, part->part->name_slot));
            finding->printed = text_trim(part->name);
            finding->reason = same ? SAY(finder, "the same indicator with the same target stands in row {0}", "与第 {0} 行是同一指标，目标值也相同", buf_text(&row))
                                   : SAY(finder, "an indicator of this name stands in row {0} too, with another target", "第 {0} 行已有同名指标，目标值不同", buf_text(&row));
            break;
        }
    }
}

/* ---- what the rules find ---- */

/* sum(parts.weight where …), over rows. */
static bool sums_weights(const FormResult *form, const PartResult *part, const Op *op) {
    if (op->code != OP_AGGREGATE || op->mode != BUILTIN_SUM || op->count != 1) return false;
    const Op *list = &part->code->ops.at[part->code->args.at[op->first]];
    if (list->code != OP_LIST || list->count < 1) return false;
    const Op *rows = &part->code->ops.at[part->code->args.at[list->first]];
    if (rows->code != OP_ROWS) return false;
    const Op *what = &form->program->row.ops.at[rows->index];
    return (what->code == OP_PART || what->code == OP_TOTAL) && what->mode == MEMBER_WEIGHT;
}

/* `check total.weight = 100`: a sum of weights. */
static bool is_weight_sum(const FormResult *form, const PartResult *part, Rat *stated, Value *sum) {
    if (part->part->condition < 0) return false;
    const Op *op = &part->code->ops.at[part->part->condition];
    if (op->code != OP_COMPARE || op->mode != CMP_EQ) return false;
    for (int side = 0; side < 2; side++) {
        int weight = side ? op->b : op->a, number = side ? op->a : op->b;
        const Op *what = &part->code->ops.at[weight];
        bool member = (what->code == OP_TOTAL || what->code == OP_PART) && what->mode == MEMBER_WEIGHT;
        if (!member && !sums_weights(form, part, what)) continue;
        if (!is_figure(&part->slots[number]) || part->slots[weight].kind != VALUE_NUMBER) return false;
        *stated = part->slots[number].range.lo;
        *sum = part->slots[weight];
        return true;
    }
    return false;
}

static Text weights_missing(const Finder *finder, const FormResult *form) {
    Buf names = { 0 };
    int count = 0;
    for (int i = 0; i < form->row_count; i++) {
        const PartResult *part = &form->rows[i].parts[0];
        if (part->skipped || part->status == STATUS_NOT_APPLICABLE || part->weight.kind != VALUE_MISSING) continue;
        if (count++ >= 3) continue;
        if (names.length) buf_add_z(&names, "、");
        buf_add(&names, text_trim(part->name));
    }
    return count ? SAY(finder, "; without a weight: {0}", "；没有分值的：{0}", buf_text(&names)) : TEXT("");
}

static void find_check(const Finder *finder, const FormResult *form, const Spot *spot) {
    const PartResult *part = spot->part;
    Rat stated;
    Value sum;
    if (part->condition != TRUTH_NO) return;
    if (!is_weight_sum(form, part, &stated, &sum)) {
        Finding *finding = find_add(finder, FINDING_CHECK, !find_rows_unsure(finder), spot, -1);
        finding->name = explain_message(form, part, form->program->scheme->lang);
        finding->reason = SAY(finder, "the check \"{0}\" fails", "不符合检查“{0}”", finding->name);
        return;
    }
    Text missing = weights_missing(finder, form);
    bool open = missing.length > 0 && sum.range.lo_infinite == false && rat_compare(sum.range.lo, stated) < 0; /* the blank ones could make it up */
    bool lost = finder->out->doubled || (find_rows_unsure(finder) && !sum.range.lo_infinite && rat_compare(sum.range.lo, stated) < 0); /* so could the damaged rows */
    Finding *finding = find_add(finder, FINDING_WEIGHT_SUM, !open && !lost, spot, -1);
    Buf reason = { 0 };
    finding->name = explain_message(form, part, form->program->scheme->lang);
    finding->printed = score_certain(&sum);
    finding->expected = rat_text(stated);
    buf_add(&reason, SAY(finder, "the weights add up to {0}, not {1}", "分值合计为 {0}，不是 {1}", explain_number(form, &sum, finder->lang), finding->expected));
    buf_add(&reason, missing);
    finding->reason = buf_text(&reason);
}

static void find_judgement(const Finder *finder, const FormResult *form, const Spot *spot) {
    const PartResult *part = spot->part;
    Finding *finding;
    switch (part->part->kind) {
    case PART_CHECK: find_check(finder, form, spot); return;
    case PART_FLAG:
        if (part->condition != TRUTH_YES) return;
        finding = find_add(finder, FINDING_FLAG, false, spot, -1);
        finding->reason = explain_message(form, part, finder->lang);
        if (spot->row >= 0) {
            Spot row = { 0, &form->rows[spot->row].parts[0], spot->row };
            finding->name = text_trim(row.part->name);
            finding->path = find_path(finder, &row);
        } else if (part->part->parent >= 0 && form->parts[part->part->parent].part->kind <= PART_GROUP) {
            finding->name = form->parts[part->part->parent].name;
        } else {
            finding->name = TEXT(""); /* its words are the reason */
        }
        return;
    case PART_REQUIRED:
        if (part->condition != TRUTH_YES || part->amount.kind != VALUE_MISSING) return;
        finding = find_add(finder, FINDING_REQUIRED, true, spot, -1);
        finding->reason = SAY(finder, "\"{0}\" must be filled in", "“{0}”必须填写", text_trim(part->name));
        return;
    case PART_INDICATOR:
    case PART_GROUP:
        if (part->status != STATUS_ERROR) return;
        finding = find_add(finder, FINDING_NO_RESULT, true, spot, -1);
        finding->reason = explain_reason(form, part, finder->lang);
        return;
    default: return;
    }
}

void find_evidence(const Finder *finder, const FormResult *form) {
    find_in_entries(finder, form);
    bool slip = find_slips(finder, form);
    for (int i = 0; i < form->row_count; i++) {
        Spot spot = { 0, &form->rows[i].parts[0], i };
        find_in_indicator(finder, &spot);
        if (spot.part->skipped) continue;
        find_row_slip(finder, &spot, slip);
        for (int p = 0; p < form->program->row.parts.count; p++) {
            Spot part = { 0, &form->rows[i].parts[p], i };
            if (part.part->part) find_judgement(finder, form, &part);
        }
    }
    find_twice(finder, form);
    for (int i = 0; i < form->program->form.parts.count; i++) {
        Spot spot = { 0, &form->parts[i], -1 };
        if (spot.part->part->kind == PART_INDICATOR) {
            find_in_indicator(finder, &spot);
            find_row_slip(finder, &spot, slip);
        }
        find_judgement(finder, form, &spot);
    }
}
