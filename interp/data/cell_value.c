/* cell_value.c - items into values: units (S11), bounds and 约 (S12), dates (S15); and the words around them. */
#include <string.h>

#include "data/cell_read.h"
#include "data/date.h"

void alts_add(Alts *alts, Value value, unsigned marks) {
    for (int i = 0; i < alts->count; i++) {
        Alt *old = &alts->at[i];
        if (value_same(&old->value, &value)) {
            old->marks |= marks & ~(unsigned)CELL_AMBIGUOUS;
            return;
        }
    }
    if (alts->count == ALTS_MAX) {
        alts->too_many = true;
        return;
    }
    alts->at[alts->count++] = (Alt){ value, marks, NULL };
}

/* Ambiguous where more than one meaning is left. */
static void alts_ambiguous(Alts *alts, int from) {
    for (int i = from; alts->count - from > 1 && i < alts->count; i++)
        alts->at[i].marks |= CELL_AMBIGUOUS;
}

/* Units */

/* 万 百 千 亿 alone: a multiplier that waits for a unit. */
static bool is_multiplier(const CellContext *context, UnitId unit) {
    if (!unit_is_ratio(context->units, unit))
        return false;
    return rat_compare(unit_scale(context->units, unit), RAT_INT(100)) >= 0;
}

/* %, ‰, 成: a share; a score in 分 is not one, nor is a count. */
static bool is_share(const CellContext *context, UnitId unit) {
    return unit_is_ratio(context->units, unit) &&
           rat_compare(unit_scale(context->units, unit), RAT_ONE) < 0;
}

/* 万 beside 元 is 万元; beside 人次 万人次. */
static UnitId multiplied(const CellContext *context, UnitId multiplier, UnitId beside) {
    Units *units = context->units;
    if (unit_fit(units, beside, UNIT_YUAN) != UNIT_SAME)
        return beside;
    Buf name = { 0 };
    buf_add(&name, unit_name(units, multiplier));
    buf_add(&name, unit_name(units, UNIT_YUAN));
    UnitId unit = unit_find(units, buf_text(&name));
    return unit > 0 ? unit : beside;
}

static Rat magnitude(const Item *item) {
    Rat lo = rat_sign(item->lo) < 0 ? rat_negate(item->lo) : item->lo;
    Rat hi = rat_sign(item->hi) < 0 ? rat_negate(item->hi) : item->hi;
    return rat_compare(lo, hi) < 0 ? hi : lo;
}

static Rat scaled(Rat number, Rat scale) {
    return rat_multiply(number, scale);
}

/* The item's number taken at its word: a point, a range or a bound (S12). */
static Value number_value(const Item *item, Rat scale, UnitId unit, unsigned *marks) {
    Rat lo = scaled(item->lo, scale), hi = scaled(item->hi, scale);
    Range range = range_point(lo);
    if (item->is_range) {
        range = range_closed(lo, hi);
        range.lo_open = item->low_open;
        range.hi_open = item->high_open;
    } else if (item->sign == SIGN_AT_LEAST) {
        range = range_at_least(lo, item->strict);
    } else if (item->sign == SIGN_AT_MOST) {
        range = range_at_most(lo, item->strict);
    } else if (item->about == ABOUT_NEAR) {
        range = range_at_most(lo, true);
    } else if (item->about == ABOUT_MORE) {
        range = range_at_least(lo, false);
    }
    bool point = range_is_point(&range);
    if (!point)
        *marks |= CELL_BOUND;
    return value_range(range, unit, point ? 0 : VALUE_EVIDENCE);
}

static void add_number(Alts *alts, const Item *item, Rat scale, UnitId unit, unsigned marks,
                       unsigned flags) {
    if (item->about == ABOUT_ROUND)
        marks |= CELL_ABOUT;
    Value value = number_value(item, scale, unit, &marks);
    value.flags |= (uint8_t)flags;
    alts_add(alts, value, marks);
}

/* Bare x against %: x %, and up to 2 also x as a fraction, preferred up to 1. */
static void add_percent(Alts *alts, const Item *item, UnitId unit, const Units *units) {
    Rat size = magnitude(item);
    Rat scale = unit_scale(units, unit);
    if (unit != UNIT_PERCENT || rat_compare(size, RAT_INT(2)) > 0) {
        add_number(alts, item, scale, unit, 0, 0);
        return;
    }
    bool fraction_first = rat_compare(size, RAT_ONE) <= 0;
    add_number(alts, item, fraction_first ? RAT_ONE : scale, unit, 0, 0);
    add_number(alts, item, fraction_first ? scale : RAT_ONE, unit, 0, 0);
    alts_ambiguous(alts, 0);
}

/* A number with a unit of its own, held against `unit` (UNIT_NONE with `against`: a bare target). */
static void add_with_unit(const CellContext *context, const Item *item, UnitId unit, bool against,
                          Alts *alts) {
    const Units *units = context->units;
    UnitId own = item->unit;
    Rat scale = unit_scale(units, own);
    if (!against) {
        add_number(alts, item, scale, own, 0, 0);
        return;
    }
    if (is_multiplier(context, own) && !unit_is_ratio(units, unit)) {
        add_number(alts, item, scale, multiplied(context, own, unit), 0, 0);
        return;
    }
    if (is_multiplier(context, unit) && unit_is_money(units, own)) {
        add_number(alts, item, scale, unit, 0, 0); /* the target's 万 was 万元 */
        return;
    }
    UnitFit fit = unit_fit(units, own, unit);
    if (unit == UNIT_NONE && is_share(context, own)) {
        /* a bare target of 95 and an actual of 95%: it may have meant 95 % as well as 95 */
        add_number(alts, item, RAT_ONE, UNIT_NONE, 0, 0);
        add_number(alts, item, scale, own, 0, 0);
        alts_ambiguous(alts, 0);
    } else if (unit == UNIT_NONE && fit == UNIT_LOOSE) {
        add_number(alts, item, scale, own, 0, 0); /* a bare target takes its actual's unit */
    } else if (fit == UNIT_OTHER || (fit == UNIT_LOOSE && unit_is_ratio(units, own)) ||
               (unit == UNIT_POINT && is_share(context, own)) ||
               (own == UNIT_POINT && is_share(context, unit))) {
        alts_add(alts, value_missing(), CELL_UNIT_MISFIT);
    } else if (fit == UNIT_LOOSE) {
        add_number(alts, item, scale, own, CELL_OTHER_UNIT, VALUE_DOUBT);
    } else {
        add_number(alts, item, scale, own, 0, 0);
    }
}

void number_alts(const CellContext *context, const Item *item, UnitId unit, bool against,
                 Alts *alts) {
    const Units *units = context->units;
    int from = alts->count;
    if (item->clash) {
        alts_add(alts, value_missing(), CELL_UNREADABLE);
        return;
    }
    if (item->has_unit) {
        add_with_unit(context, item, unit, against, alts);
    } else if (context->format == CELL_PERCENT) {
        Item percent = *item;
        percent.has_unit = true;
        percent.unit = UNIT_PERCENT;
        percent.lo = rat_multiply(item->lo, RAT_INT(100));
        percent.hi = rat_multiply(item->hi, RAT_INT(100));
        if (unit_is_ratio(units, unit))
            add_number(alts, item, RAT_ONE, UNIT_PERCENT, 0, 0);
        else
            add_with_unit(context, &percent, unit, against, alts);
    } else {
        UnitId declared = context->unit;
        add_percent(alts, item, unit, units);
        bool differs = unit != UNIT_NONE && declared != UNIT_NONE &&
                       unit_fit(units, unit, declared) == UNIT_SAME &&
                       !unit_is_ratio(units, unit) &&
                       !rat_equal(unit_scale(units, unit), unit_scale(units, declared));
        if (differs) {
            add_number(alts, item, unit_scale(units, declared), declared, 0, 0);
            alts_ambiguous(alts, from);
        }
    }
    if (item->about != ABOUT_ROUND)
        return;
    alts_add(alts,
             value_range(RANGE_ALL, alts->at[from].value.unit, VALUE_EVIDENCE | VALUE_FROM_MISSING),
             CELL_ABOUT);
}

void target_number_alts(const CellContext *context, const Item *item, Alts *alts) {
    const Units *units = context->units;
    Item plain = *item; /* signs are the target's business */
    plain.sign = SIGN_NONE;
    plain.about = ABOUT_NONE;
    UnitId declared = context->unit, shown = context->actual_unit;
    UnitId money = unit_is_money(units, declared) ? declared
                   : unit_is_money(units, shown)  ? shown
                                                  : UNIT_NONE;
    UnitId counted = declared != UNIT_NONE ? declared : shown;
    if (item->has_unit) {
        UnitId unit = item->unit;
        if (is_multiplier(context, unit) && money != UNIT_NONE)
            unit = multiplied(context, unit, money);
        else if (is_multiplier(context, unit) && unit_is_counting(units, counted))
            unit = counted;
        add_number(alts, &plain, unit_scale(units, item->unit), unit, 0, 0);
    } else if (context->format == CELL_PERCENT) {
        add_number(alts, &plain, RAT_ONE, UNIT_PERCENT, 0, 0);
    } else {
        int from = alts->count;
        UnitId first = declared != UNIT_NONE ? declared : shown;
        add_percent(alts, &plain, first, units);
        bool differs = declared != UNIT_NONE && shown != UNIT_NONE &&
                       (unit_fit(units, declared, shown) == UNIT_OTHER ||
                        !rat_equal(unit_scale(units, declared), unit_scale(units, shown)));
        if (differs) {
            add_percent(alts, &plain, shown, units);
            alts_ambiguous(alts, from);
        }
    }
    for (int i = 0; i < alts->count; i++)
        alts->at[i].marks &= ~(unsigned)CELL_BOUND;
}

/* Dates */

static bool period_ends(const CellContext *context, const Item *item, int64_t *from, int64_t *to,
                        unsigned *marks) {
    const Period *period = &item->period;
    if (period->vague)
        return false;
    int shift = context->year + period->year_shift;
    int year = period->year ? period->year : context->year ? shift : 0;
    int last = period->last_year ? period->last_year : context->year ? shift : 0;
    if (year == 0 && last != 0)
        year = last;
    if (year < 1 || year > 9998 || last < year || last > 9998)
        return false;
    int month_days = date_month_days(last, period->last_month);
    int last_day = period->last_day ? period->last_day : month_days;
    if (!date_is_valid(year, period->month, period->day ? period->day : 1) || last_day > month_days)
        return false;
    *from = date_of(year, period->month, period->day ? period->day : 1);
    *to = date_of(last, period->last_month, last_day);
    if (*from > *to)
        return false;
    if (context->year && (year != context->year || last != context->year))
        *marks |= CELL_ONE_YEAR_OFF;
    return true;
}

void date_alts(const CellContext *context, const Item *item, Alts *alts) {
    int64_t from, to;
    unsigned marks = 0;
    if (item->clash || !period_ends(context, item, &from, &to, &marks)) {
        alts_add(alts, value_missing(), CELL_UNREADABLE);
        return;
    }
    if (item->by) {
        unsigned both = marks | CELL_BOUND | (item->coarse_by ? CELL_AMBIGUOUS : 0);
        if (item->coarse_by)
            alts_add(
                alts,
                value_range(range_at_most(RAT_INT(from - 1), false), UNIT_DATE, VALUE_EVIDENCE),
                both);
        alts_add(alts, value_range(range_at_most(RAT_INT(to), false), UNIT_DATE, VALUE_EVIDENCE),
                 both);
        return;
    }
    Range range = range_closed(RAT_INT(from), RAT_INT(to));
    alts_add(alts, value_range(range, UNIT_DATE, from == to ? 0 : VALUE_EVIDENCE), marks);
}

void deadline_alts(const CellContext *context, const Item *item, Alts *alts) {
    int64_t from, to;
    unsigned marks = 0;
    if (item->period.loose_to || !period_ends(context, item, &from, &to, &marks)) {
        alts_add(alts, value_missing(), 0);
        return;
    }
    if (item->coarse_by) {
        marks |= CELL_AMBIGUOUS;
        alts_add(alts, value_number(RAT_INT(from - 1), UNIT_DATE), marks);
    }
    alts_add(alts, value_number(RAT_INT(to), UNIT_DATE), marks);
}

/* Words around items */

#define COUNT_OF(array) ((int)(sizeof(array) / sizeof *(array)))

static const Text fillers[] = {
#define FILLER(word) TEXT(word),
#include "data/cell.def"
};
static const Text denials[] = { TEXT("未"), TEXT("没"), TEXT("尚") };

static bool is_stop(Text text, size_t *length, bool behind) {
    static const Text stops[] = { TEXT(" "),  TEXT(","),  TEXT(";"),  TEXT(":"),
                                  TEXT("\n"), TEXT("、"), TEXT("。"), TEXT("("),
                                  TEXT(")"),  TEXT("\""), TEXT("“"),  TEXT("”"),
                                  TEXT("/"),  TEXT("."),  TEXT("-"),  TEXT("!") };
    for (int i = 0; i < COUNT_OF(stops); i++) {
        *length = stops[i].length;
        if (behind ? text_ends(text, stops[i]) : text_begins(text, stops[i]))
            return true;
    }
    return false;
}

/* [*begin, *end) without stops at its ends. */
static void trim_stops(Text text, size_t *begin, size_t *end) {
    size_t length;
    while (*begin < *end && is_stop(text_slice(text, *begin, *end), &length, false))
        *begin += length;
    while (*begin < *end && is_stop(text_slice(text, *begin, *end), &length, true))
        *end -= length;
}

/* Nothing but words that say nothing. */
static bool is_filler(Text text) {
    size_t at = 0, length;
    while (at < text.length) {
        Text rest = text_slice(text, at, text.length);
        size_t best = is_stop(rest, &length, false) ? length : 0;
        for (int i = 0; i < COUNT_OF(fillers); i++) {
            if (fillers[i].length > best && text_begins(rest, fillers[i]))
                best = fillers[i].length;
        }
        if (best == 0)
            return false;
        at += best;
    }
    return true;
}

Text passed_over(const Scan *scan, size_t begin, size_t end, const Item *const *used, int count) {
    Buf buf = { 0 };
    for (int i = 0; i <= count; i++) {
        size_t from = i == 0 ? begin : used[i - 1]->end, to = i == count ? end : used[i]->begin;
        /* the marks of points in a list say nothing */
        for (int n = 0; n < scan->labels.count; n++) {
            const Label *label = &scan->labels.at[n];
            size_t start = from;
            while (start < to && strchr(" ,;\n", scan->text.at[start]))
                start++;
            if (label->begin <= start && label->end > start && label->end <= to)
                from = label->end;
        }
        if (from >= to)
            continue;
        trim_stops(scan->text, &from, &to);
        if (from >= to || is_filler(text_slice(scan->text, from, to)))
            continue;
        if (buf.length > 0)
            buf_add_z(&buf, " … ");
        buf_add(&buf, text_trim(scan_source(scan, from, to)));
    }
    return buf.length ? text_copy(buf_text(&buf)) : TEXT_NONE;
}

/* Parts */

typedef struct Joiner {
    Text word;
    bool both;
} Joiner;

static const Joiner joiners[] = {
#define JOINER(word, both) { TEXT(word), both },
#include "data/cell.def"
};

static size_t separator_at(Text text, size_t at, bool *hard, bool *comma) {
    static const Text soft[] = { TEXT("、"), TEXT(","), TEXT("。") };
    *hard = text.at[at] == ';' || text.at[at] == '\n';
    *comma = false;
    if (*hard)
        return 1;
    for (int i = 0; i < COUNT_OF(soft); i++) {
        *comma = i > 0;
        if (text_begins(text_slice(text, at, text.length), soft[i]))
            return soft[i].length;
    }
    return 0;
}

/* Two items with nothing but a joiner between them stand in one list; ≥80%且≤90% is one range. */
static const Joiner *joiner_between(Text text, const Item *a, const Item *b, bool *bare) {
    size_t begin = a->end, end = b->begin;
    while (begin < end && text.at[begin] == ' ')
        begin++;
    while (end > begin && text.at[end - 1] == ' ')
        end--;
    *bare = begin == end;
    for (int i = 0; i < COUNT_OF(joiners); i++) {
        if (text_is(text_slice(text, begin, end), joiners[i].word))
            return &joiners[i];
    }
    return NULL;
}

static void take_out(Scan *scan, int index) {
    memmove(&scan->items.at[index], &scan->items.at[index + 1],
            sizeof(Item) * (size_t)(scan->items.count - index - 1));
    scan->items.count--;
}

/* 2小时30分钟, 3元5角: two items that are one number. */
static bool is_continued(const Scan *scan, const Item *a, const Item *b) {
    const Units *units = scan->units;
    if (!a->has_unit || !b->has_unit || a->end != b->begin || unit_is_ratio(units, a->unit))
        return false;
    if (b->sign == SIGN_EXACTLY || b->each || a->is_range || b->is_range || a->clash || b->clash)
        return false;
    if (unit_fit(units, a->unit, b->unit) != UNIT_SAME || rat_sign(a->lo) < 0 ||
        rat_sign(b->lo) < 0)
        return false;
    return rat_compare(rat_multiply(b->lo, unit_scale(units, b->unit)),
                       unit_scale(units, a->unit)) < 0;
}

/* 2小时30分, 10分20秒: the 分 is a minute. */
static void read_minutes(const Scan *scan, Item *a, Item *b) {
    if (a->end != b->begin || !a->has_unit || !b->has_unit)
        return;
    bool before = unit_is_time(scan->units, b->unit) && a->unit == UNIT_POINT;
    bool behind = unit_is_time(scan->units, a->unit) && b->unit == UNIT_POINT;
    if (before)
        a->unit = UNIT_MINUTE;
    if (behind)
        b->unit = UNIT_MINUTE;
}

/* 80%≤满意度≤90%: a sign behind the first number. */
static bool is_sandwich(const Scan *scan, const Item *a, const Item *b, bool *open) {
    size_t at = a->end + scan_blanks(scan->text, a->end);
    Text between = text_slice(scan->text, at, at < b->begin ? b->begin : at);
    *open = text_begins(between, TEXT("<")) && !text_begins(between, TEXT("<="));
    if (!text_begins(between, TEXT("≤")) && !text_begins(between, TEXT("<")))
        return false;
    static const Text stops[] = { TEXT("、"), TEXT(","), TEXT(";"), TEXT("。"), TEXT("\n") };
    for (int i = 0; i < COUNT_OF(stops); i++) {
        if (text_find(between, stops[i], 0) >= 0)
            return false;
    }
    return a->sign == SIGN_NONE && b->sign == SIGN_AT_MOST;
}

/* ≥80%且≤90%, 大于80%小于90%, 80%和90%之间, 80%≤x≤90% */
static void merge_ranges(Scan *scan) {
    for (int i = 0; i + 1 < scan->items.count; i++) {
        Item *a = &scan->items.at[i];
        Item *b = &scan->items.at[i + 1];
        bool bare;
        const Joiner *joiner = joiner_between(scan->text, a, b, &bare);
        if (a->kind != ITEM_NUMBER || b->kind != ITEM_NUMBER || a->is_range || b->is_range)
            continue;
        read_minutes(scan, a, b);
        if (is_continued(scan, a, b)) {
            Rat more = rat_divide(rat_multiply(b->lo, unit_scale(scan->units, b->unit)),
                                  unit_scale(scan->units, a->unit));
            bool joined = (a->sign == SIGN_NONE || b->sign == SIGN_NONE) && a->about == ABOUT_NONE;
            if (joined) {
                a->lo = a->hi = rat_add(a->lo, more);
                a->end = b->end;
                a->about = b->about;
                if (a->sign == SIGN_NONE)
                    a->sign = b->sign, a->strict = b->strict;
                take_out(scan, i + 1);
                i--;
                continue;
            }
        }
        bool open = false, sandwich = is_sandwich(scan, a, b, &open);
        bool bounds = a->sign == SIGN_AT_LEAST && b->sign == SIGN_AT_MOST &&
                      (bare || (joiner && joiner->both));
        bool between = joiner && a->sign == SIGN_NONE && b->sign == SIGN_NONE &&
                       text_begins(text_slice(scan->text, b->end, scan->text.length), TEXT("之间"));
        if ((!bounds && !between && !sandwich) || a->about != ABOUT_NONE || b->about != ABOUT_NONE)
            continue;
        if (!a->has_unit && b->has_unit)
            a->has_unit = true, a->unit = b->unit;
        if (a->has_unit != b->has_unit || a->unit != b->unit || rat_compare(a->lo, b->lo) >= 0)
            continue;
        a->hi = b->hi;
        a->is_range = true;
        a->low_open = sandwich ? open : a->strict;
        a->high_open = b->strict;
        a->sign = SIGN_NONE;
        a->strict = false;
        a->end = b->end;
        take_out(scan, i + 1);
    }
}

static void add_part(Parts *parts, const Scan *scan, size_t begin, size_t end, bool hard,
                     bool comma) {
    Part part = { .begin = begin, .end = end, .hard = hard, .comma = comma };
    for (int i = 0; i < scan->items.count; i++) {
        if (scan->items.at[i].begin < begin || scan->items.at[i].begin >= end)
            continue;
        if (part.count == 0)
            part.first = i;
        part.count++;
    }
    vec_push(&parts->list, part);
}

static Parts *split(const Scan *scan) {
    Parts *parts = MEM_NEW(Parts);
    Text text = scan->text;
    size_t begin = 0;
    int item = 0, label = 0;
    bool hard = true, comma = false, next_hard, next_comma;
    for (size_t at = 0; at < text.length;) {
        if (item < scan->items.count && at >= scan->items.at[item].begin) {
            const Item *a = &scan->items.at[item++];
            at = a->end;
            bool bare;
            if (item < scan->items.count && (joiner_between(text, a, a + 1, &bare) || bare)) {
                add_part(parts, scan, begin, at, hard, comma);
                begin = at;
                hard = comma = false;
            }
            continue;
        }
        if (label < scan->labels.count && at == scan->labels.at[label].begin) {
            /* each point of a list is a part of its own; its mark is in none */
            if (at > begin)
                add_part(parts, scan, begin, at, hard, comma);
            begin = at = scan->labels.at[label++].end;
            hard = true;
            comma = false;
            continue;
        }
        size_t length = separator_at(text, at, &next_hard, &next_comma);
        if (length > 0) {
            /* an empty stretch keeps the strongest separator around it */
            if (at > begin)
                add_part(parts, scan, begin, at, hard, comma);
            hard = next_hard || (at == begin && hard);
            comma = next_comma;
            begin = at + length;
        }
        at += length > 0 ? length : 1;
    }
    if (begin < text.length)
        add_part(parts, scan, begin, text.length, hard, comma);
    return parts;
}

/* 未完成3次 says nothing of how many were done; 未发生，0起 does. */
static bool is_denied(const Scan *scan, const Part *part, const Item *item) {
    if (item->kind == ITEM_NUMBER && rat_is_zero(item->lo) && rat_is_zero(item->hi))
        return false;
    for (size_t at = part->begin; at < part->end; at++) {
        if (at >= item->begin && at < item->end)
            continue;
        for (int i = 0; i < COUNT_OF(denials); i++) {
            if (text_begins(text_slice(scan->text, at, part->end), denials[i]))
                return true;
        }
    }
    return false;
}

Parts *cell_parts(Scan *scan) {
    merge_ranges(scan);
    Parts *parts = split(scan);
    bool changed = false;
    for (int p = parts->list.count - 1; p >= 0; p--) {
        const Part *part = &parts->list.at[p];
        for (int i = part->first + part->count - 1; i >= part->first && part->count > 0; i--) {
            if (!is_denied(scan, part, &scan->items.at[i]))
                continue;
            take_out(scan, i);
            changed = true;
        }
    }
    return changed ? split(scan) : parts;
}

/* Readings */

bool list_alts(const Alts *parts, int count, bool zip, Alts *alts) {
    int total = 1;
    for (int i = 0; i < count; i++) {
        if (parts[i].too_many)
            return false;
        if (zip)
            total = parts[0].count;
        else
            total *= parts[i].count;
        if (total > CELL_READINGS_MAX)
            return false;
    }
    for (int n = 0; n < total; n++) {
        ValueList *list = mem_new(sizeof(ValueList) + sizeof(Value) * (size_t)count);
        unsigned marks = 0, flags = 0;
        int rest = n, step = total;
        list->count = count;
        for (int i = 0; i < count; i++) {
            int choice = n;
            if (!zip) {
                step /= parts[i].count;
                choice = rest / step;
                rest %= step;
            }
            list->at[i] = parts[i].at[choice].value;
            marks |= parts[i].at[choice].marks;
            flags |= list->at[i].flags;
        }
        Value value = { .kind = VALUE_LIST, .flags = (uint8_t)flags };
        value.list = list;
        alts_add(alts, value, marks);
    }
    return true;
}

/* The machine's one spelling of what was read: "≥ 90%", "12000册", "2022-12-31". */
static void write_read(Buf *buf, const CellContext *context, const Value *value) {
    static const char *const signs[2][2] = { { "≤ ", "< " }, { "≥ ", "> " } };
    if (value->kind == VALUE_LIST) {
        for (int i = 0; i < value->list->count; i++) {
            if (i > 0)
                buf_add_z(buf, "、");
            write_read(buf, context, &value->list->at[i]);
        }
        return;
    }
    if (value->kind == VALUE_MISSING || value->kind == VALUE_NA)
        return;
    if (value->kind == VALUE_NUMBER && value->range.lo_infinite && value->range.hi_infinite)
        return;
    bool bound =
        value->kind == VALUE_NUMBER && (value->range.lo_infinite || value->range.hi_infinite);
    if (!bound) {
        value_write(buf, value, context->units, LANG_ZH, 12);
        return;
    }
    bool low = value->range.hi_infinite;
    bool open = low ? value->range.lo_open : value->range.hi_open;
    buf_add_z(buf, signs[low][open]);
    Value end = *value;
    end.range = range_point(low ? value->range.lo : value->range.hi);
    value_write(buf, &end, context->units, LANG_ZH, 12);
}

Text value_read_text(const CellContext *context, const Value *value) {
    Buf buf = { 0 };
    write_read(&buf, context, value);
    return buf.length ? text_copy(buf_text(&buf)) : TEXT_NONE;
}

void readings_add(Readings *readings, Value value, unsigned marks, Text read, Text passed) {
    if (readings->count == CELL_READINGS_MAX)
        return;
    if (passed.length > 0)
        marks |= CELL_PASSED_OVER;
    readings->at[readings->count++] = (Reading){ value, marks, read, passed };
}

void readings_fail(Readings *readings, unsigned marks, Text passed) {
    readings->count = 0;
    readings_add(readings, value_missing(), marks, TEXT_NONE, passed);
}

void readings_from(const CellContext *context, Readings *readings, const Alts *alts, Text passed) {
    if (alts->too_many || alts->count > CELL_READINGS_MAX || alts->count == 0) {
        readings_fail(readings, CELL_UNREADABLE | CELL_AMBIGUOUS, passed);
        return;
    }
    for (int i = 0; i < alts->count; i++) {
        const Value *value = &alts->at[i].value;
        readings_add(readings, *value, alts->at[i].marks, value_read_text(context, value), passed);
    }
}

void readings_of_items(const CellContext *context, const Scan *scan, Readings *readings,
                       const Alts *alts) {
    readings_from(context, readings, alts, TEXT_NONE);
    if (readings->count != alts->count)
        return;
    for (int i = 0; i < alts->count; i++) {
        if (!alts->at[i].used)
            continue;
        Reading *reading = &readings->at[i];
        reading->passed_over = passed_over(scan, 0, scan->text.length, &alts->at[i].used, 1);
        if (reading->passed_over.length > 0)
            reading->marks |= CELL_PASSED_OVER;
    }
}
