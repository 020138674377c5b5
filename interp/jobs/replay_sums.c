/* replay_sums.c - printed cells against printed cells (S17): scores within their weights, weights against headings,
   scores against totals, the grade against the total. */
#include "engine/arith.h"
#include "engine/grade.h"
#include "jobs/replay_find.h"

/* What is printed in a group, or in all of it, added up. */
typedef struct Sum {
    Rat sum;
    int printed, blank;     /* cells that counted, and those without a number */
    Rat absent;             /* weights of the blank ones */
    Text blanks;            /* their names */
    bool any;               /* a blank one's weight is not known: it may be any */
    bool open;              /* something in it prints no score at all: nothing can be added up */
} Sum;

static void add_blank(Sum *sum, Text name) {
    Buf names = { 0 };
    if (++sum->blank > 3) return;
    buf_add(&names, sum->blanks);
    if (sum->blank > 1) buf_add_z(&names, "、");
    buf_add(&names, text_trim(name));
    sum->blanks = buf_text(&names);
}

/* A row the rules leave out by `applies`. */
static bool is_left_out(const PartResult *part) {
    if (part->skipped) return true;
    if (part->part->applies < 0 || part->status != STATUS_NOT_APPLICABLE) return false;
    const Value *applies = &part->slots[part->part->applies];
    return applies->kind == VALUE_TRUTH && applies->truth == TRUTH_NO;
}

static void add_printed(Sum *sum, const PartResult *part) {
    Rat printed;
    int places;
    if (is_left_out(part)) return;
    if (find_printed(part, &printed, &places)) {
        sum->sum = rat_add(sum->sum, printed);
        sum->printed++;
        return;
    }
    if (part->status == STATUS_NOT_APPLICABLE) return;
    add_blank(sum, part->name);
    if (part->weight.kind == VALUE_NUMBER && !part->weight.range.hi_infinite) sum->absent = rat_add(sum->absent, part->weight.range.hi);
    else sum->any = true;
}

/* Adds up what is printed below `part`: a group without a report of its own counts as its parts. */
static void add_below(const FormResult *form, const PartResult *part, Sum *sum) {
    for (int i = 0; i < part->part->children.count; i++) {
        const PartResult *child = &form->parts[part->part->children.at[i]];
        if (child->part->kind == PART_ADJUSTMENT || child->part->kind == PART_VETO) {
            sum->open |= child->condition != TRUTH_NO;
            continue;
        }
        if (child->part->kind != PART_INDICATOR && child->part->kind != PART_GROUP) continue;
        if (child->part->reported >= 0)
            add_printed(sum, child);
        else if (child->part->kind == PART_GROUP && child->part->score < 0)
            add_below(form, child, sum);
        else if (child->status != STATUS_NOT_APPLICABLE)
            sum->open = true;
    }
}

static bool is_plain_sum(const Part *part) {
    return part->score < 0 && part->at_most < 0 && part->at_least < 0 && part->deductions.count == 0 && !part->redistribute;
}

static Sum sum_below(const FormResult *form, const PartResult *part) {
    Sum sum = { .sum = RAT_ZERO, .absent = RAT_ZERO };
    if (!is_plain_sum(part->part)) sum.open = true;
    if (part->part->kind == PART_TOTAL)
        for (int i = 0; i < form->row_count; i++) {
            if (form->rows[i].parts[0].part->reported < 0) sum.open = true;
            add_printed(&sum, &form->rows[i].parts[0]);
        }
    add_below(form, part, &sum);
    return sum;
}

/* Whether the printed total is the sum of what is printed below it, and by how much it is not. */
static bool total_differs(const Finder *finder, const FormResult *form, const PartResult *part, Sum *sum, Rat *difference) {
    Rat printed;
    int places;
    *sum = sum_below(form, part);
    if (sum->open || sum->printed == 0 || !find_printed(part, &printed, &places)) return false;
    if (part->part->rounds) sum->sum = rat_round(sum->sum, part->part->places, part->part->mode);
    *difference = rat_subtract(printed, sum->sum);
    if (rat_is_zero(*difference)) return false;
    if (finder->out->form->damaged && (rat_sign(*difference) < 0 || rat_compare(*difference, sum->absent) <= 0)) return false;
    return true;
}

static void check_total(const Finder *finder, const FormResult *form, const PartResult *part) {
    Sum sum;
    Rat difference;
    if (part->part->reported < 0 || !total_differs(finder, form, part, &sum, &difference)) return;
    Rat printed;
    int places;
    find_printed(part, &printed, &places);
    bool rounded = rat_equal(rat_round(sum.sum, places, RAT_HALF_UP), printed);
    Spot spot = { 0, part, -1 };
    bool room = sum.blank > 0 && rat_sign(difference) > 0 && (sum.any || rat_compare(difference, sum.absent) <= 0); /* the blank cells could hold it */
    bool lost = find_rows_unsure(finder); /* what the damaged rows weigh is not known */
    Finding *finding = find_add(finder, FINDING_TOTAL_SUM, !rounded && !room && !lost, &spot, find_input(part, part->part->reported));
    finding->printed = verdict_reported(part);
    finding->expected = rat_text(sum.sum);
    finding->has_points = true;
    finding->points = difference;
    finding->reason = SAY(finder, "the printed scores add up to {0}, the printed total is {1}", "所列得分合计 {0}，所列总分为 {1}", finding->expected, finding->printed);
    if (sum.blank == 0) return;
    Buf reason = { 0 };
    buf_add(&reason, finding->reason);
    buf_add(&reason, SAY(finder, "; without a score, so counted as nothing: {0}", "；没有得分、未计入的：{0}", sum.blanks));
    finding->reason = buf_text(&reason);
}

/* ---- weights ---- */

static void check_weight(const Finder *finder, const PartResult *part, int row) {
    Rat printed;
    int places;
    Spot spot = { 0, part, row };
    if (part->skipped || !find_printed(part, &printed, &places)) return;
    int input = find_input(part, part->part->reported);
    bool weighs = part->weight.kind == VALUE_NUMBER && range_is_point(&part->weight.range);
    if (weighs && rat_compare(printed, part->weight.range.lo) > 0 && part->status != STATUS_NOT_APPLICABLE) {
        Finding *finding = find_add(finder, FINDING_OVER_WEIGHT, true, &spot, input);
        finding->printed = verdict_reported(part);
        finding->high = rat_text(part->weight.range.lo);
        finding->reason = SAY(finder, "the reported score {0} is above the weight {1}", "得分 {0} 超过分值 {1}", finding->printed, finding->high);
    }
    if (rat_sign(printed) < 0 && part->part->kind != PART_TOTAL) {
        Finding *finding = find_add(finder, FINDING_NEGATIVE_SCORE, true, &spot, input);
        finding->printed = verdict_reported(part);
        finding->low = TEXT("0");
        finding->reason = SAY(finder, "the reported score {0} is below zero", "得分 {0} 为负数", finding->printed);
    }
}

/* The points a heading states, "产出指标 (50分)", "Outputs (50 points)"; false where it states none. */
static bool heading_points(Text heading, Rat *points) {
    static const char *const words[] = { "分", "points", "point", "pts" };
    Text text = text_fold(heading);
    for (size_t i = text.length; i-- > 0;) {
        if (text.at[i] != '(' && !(i + 3 <= text.length && text_begins(text_slice(text, i, text.length), TEXT("（")))) continue;
        size_t from = i + (text.at[i] == '(' ? 1 : 3);
        while (from < text.length && text.at[from] == ' ')
            from++;
        size_t to = from;
        while (to < text.length && ((text.at[to] >= '0' && text.at[to] <= '9') || text.at[to] == '.'))
            to++;
        if (to == from || !rat_read(text_slice(text, from, to), points)) return false;
        Text rest = text_trim(text_slice(text, to, text.length));
        for (size_t w = 0; w < sizeof words / sizeof *words; w++)
            if (text_begins(rest, text_of(words[w]))) return true;
        return text_is_z(rest, ")") || text_is_z(rest, "）");
    }
    return false;
}

/* A group of rows whose heading states its points. */
typedef struct Heading {
    Text path;
    Rat stated, sum;
    int blank, row;         /* row: the first in it */
} Heading;

static Text path_to(const PartResult *part, int depth) {
    Buf path = { 0 };
    for (int i = 0; i <= depth; i++) {
        if (i > 0) buf_char(&path, '/');
        buf_add(&path, text_trim(part->groups[i]));
    }
    return buf_text(&path);
}

static void check_headings(const Finder *finder, const FormResult *form) {
    VEC(Heading) headings = { 0 };
    for (int r = 0; r < form->row_count; r++) {
        const PartResult *part = &form->rows[r].parts[0];
        if (is_left_out(part)) continue;
        for (int depth = 0; depth < part->part->groups.count; depth++) {
            Rat stated;
            if (!heading_points(part->groups[depth], &stated)) continue;
            Text path = path_to(part, depth);
            int i = 0;
            while (i < headings.count && !text_is(headings.at[i].path, path))
                i++;
            Heading fresh = { path, stated, RAT_ZERO, 0, r };
            if (i == headings.count) vec_push(&headings, fresh);
            Heading *heading = &headings.at[i];
            if (part->weight.kind == VALUE_NUMBER && range_is_point(&part->weight.range))
                heading->sum = rat_add(heading->sum, part->weight.range.lo);
            else
                heading->blank++;
        }
    }
    for (int i = 0; i < headings.count; i++) {
        const Heading *heading = &headings.at[i];
        if (rat_equal(heading->sum, heading->stated)) continue;
        bool under = rat_compare(heading->sum, heading->stated) < 0;
        if (under && finder->out->form->damaged) continue;
        Spot spot = { 0, &form->rows[heading->row].parts[0], heading->row };
        Finding *finding = find_add(finder, FINDING_WEIGHT_HEADING, heading->blank == 0 || !under, &spot, -1);
        finding->path = heading->path;
        finding->name = heading->path;
        finding->printed = rat_text(heading->sum);
        finding->expected = rat_text(heading->stated);
        finding->reason = SAY(finder, "the heading states {0} points, the weights below it add up to {1}", "标题注明 {0} 分，其下分值合计 {1}", finding->expected, finding->printed);
        if (heading->blank == 0) continue;
        Buf reason = { 0 }, count = { 0 };
        buf_format(&count, "%d", heading->blank);
        buf_add(&reason, finding->reason);
        buf_add(&reason, SAY(finder, "; {0} without a weight are not counted", "；另有 {0} 项没有分值", buf_text(&count)));
        finding->reason = buf_text(&reason);
    }
}

/* ---- the grade against the printed total ---- */

static void check_grade(const Finder *finder, const FormResult *form) {
    Rat printed;
    int places;
    const PartResult *total = result_total(form);
    if (form->program->bands.count == 0 || !find_printed(total, &printed, &places)) return;
    for (int i = 0; i < form->program->form.parts.count; i++) {
        const PartResult *part = &form->parts[i];
        if (part->part->kind != PART_REPORTED) continue;
        const Op *op = &part->code->ops.at[part->part->amount];
        Text grade = verdict_reported(part);
        if (op->code != OP_TOTAL || op->mode != MEMBER_GRADE || grade.length == 0) continue;
        int *bands = mem_leaf(sizeof(int) * (size_t)(form->program->bands.count + 1));
        Value score = value_number(printed, UNIT_NONE);
        int count = grade_of_total(form, &score, bands);
        bool fits = count == 0;
        for (int b = 0; b < count; b++)
            fits |= text_same_name(form->program->bands.at[bands[b]].name, grade);
        for (int v = 0; v < form->program->total; v++) /* a veto may have set it */
            fits |= form->parts[v].part->kind == PART_VETO && form->parts[v].condition != TRUTH_NO;
        if (fits) continue;
        Rat half = rat_divide(rat_power(RAT_INT(10), -places), RAT_INT(2)); /* the total may be printed rounded */
        Range around = range_closed(rat_subtract(printed, half), rat_add(printed, half));
        around.hi_open = true;
        Value about = value_range(around, UNIT_NONE, 0);
        int *near = mem_leaf(sizeof(int) * (size_t)(form->program->bands.count + 1));
        int near_count = grade_of_total(form, &about, near);
        bool rounded = false;
        for (int b = 0; b < near_count; b++)
            rounded |= text_same_name(form->program->bands.at[near[b]].name, grade);
        Spot spot = { 0, part, -1 };
        Finding *finding = find_add(finder, FINDING_GRADE_TOTAL, !rounded, &spot, find_input(part, part->part->reported));
        finding->printed = grade;
        finding->expected = form->program->bands.at[bands[0]].name;
        finding->reason = SAY(finder, "the reported total {0} is {1}, not {2}", "所报总分 {0} 应为“{1}”，不是“{2}”", verdict_reported(total), finding->expected, grade);
    }
}

/* Whether the actual value certainly fails its target. */
static bool misses_target(const FormResult *form, const PartResult *part) {
    if (part->part->target < 0 || part->part->actual < 0) return false;
    const Value *target = &part->slots[part->part->target], *actual = &part->slots[part->part->actual];
    if (target->kind != VALUE_TARGET || target->target->sense == TARGET_WORDS || target->target->sense == TARGET_DEADLINE) return true; /* the status tells */
    Value met = arith_meets(form->program->units, actual, target);
    return met.kind != VALUE_TRUTH || met.truth != TRUTH_YES;
}

/* Full marks for a target that is missed, less for one that is met; of a score already known to be contradicted. */
static void check_full(const Finder *finder, const PartResult *part, int row) {
    Rat printed;
    int places;
    Spot spot = { 0, part, row };
    if (part->part->kind != PART_INDICATOR || part->skipped || !find_printed(part, &printed, &places)) return;
    if (part->weight.kind != VALUE_NUMBER || !range_is_point(&part->weight.range) || rat_sign(part->weight.range.lo) <= 0) return;
    if (part->score.kind != VALUE_NUMBER || part->part->target < 0) return;
    if (verdict_of(part, verdict_reported(part)) != VERDICT_CONTRADICTED) return;
    Rat full = part->weight.range.lo;
    int input = find_input(part, part->part->reported);
    if (rat_equal(printed, full)) {
        if (part->status != STATUS_MISSED && part->status != STATUS_PARTLY) return; /* met, and the rule gives less for another reason */
        if (!misses_target(find_result(finder, &spot), part)) return;
        Finding *finding = find_add(finder, FINDING_FULL_MISSED, true, &spot, input);
        finding->printed = verdict_reported(part);
        finding->reason = SAY(finder, "full marks although the target is missed", "未达到目标，却报了满分");
    } else if (rat_compare(printed, full) < 0 && range_is_point(&part->score.range) && rat_equal(part->score.range.lo, full)) {
        Finding *finding = find_add(finder, FINDING_MET_NOT_FULL, false, &spot, input);
        finding->printed = verdict_reported(part);
        finding->reason = SAY(finder, "the target is met, yet less than full marks are reported", "达到了目标，所报却不是满分");
    }
}

void find_sums(const Finder *finder, const FormResult *form) {
    for (int i = 0; i < form->row_count; i++)
        check_weight(finder, &form->rows[i].parts[0], i), check_full(finder, &form->rows[i].parts[0], i);
    for (int i = 0; i < form->program->form.parts.count; i++) {
        const PartResult *part = &form->parts[i];
        if (part->part->reported < 0) continue;
        if (part->part->kind == PART_INDICATOR || part->part->kind == PART_GROUP) check_weight(finder, part, -1), check_full(finder, part, -1);
        if (part->part->kind == PART_GROUP || part->part->kind == PART_TOTAL) check_total(finder, form, part);
    }
    check_headings(finder, form);
    check_grade(finder, form);
}
