/* cell.c - reading cells: blank, not applicable and 无 first, then by what the cell is used for.  An actual is read
   for what its target asks: words against words, dates against a deadline, numbers against a number. */
#include "data/cell.h"

#include "data/cell_read.h"
#include "data/date.h"

#define COUNT_OF(array) ((int)(sizeof(array) / sizeof *(array)))
#define PARTS_MAX 16

/* Words that are all of a cell */

static const Text not_applicable[] = {
#define NOT_APPLICABLE(word) TEXT(word),
#include "data/cell.def"
};
static const Text not_given[] = {
#define NOT_GIVEN(word) TEXT(word),
#include "data/cell.def"
};
static const Text na_frame[] = {
#define NA_FRAME(word) TEXT(word),
#include "data/cell.def"
};
static const Text nothing[] = {
#define NOTHING(word) TEXT(word),
#include "data/cell.def"
};
static const Text done[] = {
#define DONE(word) TEXT(word),
#include "data/cell.def"
};
static const struct {
    Text word;
    Truth truth;
} truths[] = {
#define TRUTH_WORD(word, truth) { TEXT(word), truth },
#include "data/cell.def"
};

static bool same_letters(Text a, Text b) {
    if (a.length != b.length)
        return false;
    for (size_t i = 0; i < a.length; i++) {
        char x = a.at[i], y = b.at[i];
        if (x >= 'A' && x <= 'Z')
            x = (char)(x + 32);
        if (y >= 'A' && y <= 'Z')
            y = (char)(y + 32);
        if (x != y)
            return false;
    }
    return true;
}

static bool is_one_of(Text folded, const Text *words, int count) {
    for (int i = 0; i < count; i++) {
        if (same_letters(folded, words[i]))
            return true;
    }
    return false;
}

bool is_nothing(Text folded) {
    return is_one_of(folded, nothing, COUNT_OF(nothing));
}

bool is_done(Text folded) {
    return is_one_of(folded, done, COUNT_OF(done));
}

/* Which way a cell says something changes; growing is what is meant where nothing is said. */
typedef enum Way { UP, DOWN, LATE } Way;

static Way way_of(Text cell) {
    static const struct {
        Text word;
        Way way;
    } directions[] = {
#define DIRECTION(word, way) { TEXT(word), way },
#include "data/cell.def"
    };
    for (int i = 0; i < COUNT_OF(directions); i++) {
        if (text_find(cell, directions[i].word, 0) >= 0)
            return directions[i].way;
    }
    return UP;
}

bool cell_is_blank(Text cell) {
    return text_is_blank(cell) || cell_shows_nothing(cell) || is_one_of(cell_fold(cell), not_given, COUNT_OF(not_given));
}

bool cell_is_percent(Text cell) {
    return text_find(cell, TEXT("%"), 0) >= 0 || text_find(cell, TEXT("％"), 0) >= 0;
}

bool cell_is_na(Text cell) {
    Text rest = cell_fold(cell);
    for (bool less = true; less;) { /* whom it does not apply to is told before and behind: 该指标本单位不适用 */
        if (is_one_of(rest, not_applicable, COUNT_OF(not_applicable)))
            return true;
        less = false;
        for (int i = 0; i < COUNT_OF(na_frame) && !less; i++) {
            if (text_begins(rest, na_frame[i]))
                rest = text_slice(rest, na_frame[i].length, rest.length);
            else if (text_ends(rest, na_frame[i]))
                rest = text_slice(rest, 0, rest.length - na_frame[i].length);
            else
                continue;
            rest = text_trim(rest);
            less = rest.length > 0;
        }
    }
    return false;
}

static bool same_words(Text a, Text b) {
    return text_is(cell_fold(a), cell_fold(b));
}

int cell_level(const Scale *scale, Text cell, Text target) {
    Text folded = cell_fold(cell);
    if (folded.length == 0)
        return -1;
    if (target.length > 0 && same_words(cell, target))
        return 0;
    for (int i = 0; i < scale->count; i++) {
        for (int n = 0; n < scale->at[i].word_count; n++) {
            if (same_letters(folded, cell_fold(scale->at[i].words[n])))
                return i;
        }
        if (same_letters(folded, cell_fold(scale->at[i].name)))
            return i;
    }
    return -1;
}

UnitId cell_unit(Units *units, Text cell) {
    const Scan *scan = cell_scan(units, cell);
    UnitId unit = UNIT_NONE;
    for (int i = 0; i < scan->items.count; i++) {
        const Item *item = &scan->items.at[i];
        if (item->kind != ITEM_NUMBER || !item->has_unit)
            continue;
        if (unit != UNIT_NONE && unit != item->unit)
            return UNIT_NONE; /* two units: neither is the cell's */
        unit = item->unit;
    }
    return unit;
}

/* "7 out of 10": behind the number. */
static bool is_out_of(Text rest) {
    Rat most;
    if (!text_begins(rest, TEXT("out of")))
        return false;
    rest = text_trim(text_slice(rest, 6, rest.length));
    size_t length = scan_digits(rest, 0, &most);
    return length > 0 && length == rest.length;
}

bool cell_printed(Text cell, Rat *number, int *places) {
    Text text = text_trim(cell_fold(cell));
    size_t at = 0;
    bool negative = text_begins(text, TEXT("-"));
    if (negative || text_begins(text, TEXT("+")))
        at = 1;
    Rat value;
    size_t length = scan_digits(text, at, &value);
    if (length == 0)
        return false;
    Text digits = text_slice(text, at, at + length);
    long point = text_find(digits, TEXT("."), 0);
    int decimals = point < 0 ? 0 : (int)digits.length - (int)point - 1;
    Text rest = text_trim(text_slice(text, at + length, text.length));
    if (text_is_z(rest, "%")) {
        value = rat_divide(value, RAT_INT(100));
        decimals += 2;
    } else if (rest.length > 0 && !text_is_z(rest, "分") && !is_out_of(rest)) {
        return false;
    }
    *number = negative ? rat_negate(value) : value;
    *places = decimals;
    return true;
}

/* Numbers in words */

/* One value per different number of the cell: those whose unit fits the target's, else those in another counting
   word, else bare ones; further ones are further readings. */
typedef struct Found {
    int count;
    const Item *item[PARTS_MAX];
    bool too_many;
} Found;

static void found_add(Found *found, const Item *item) {
    if (found->count < PARTS_MAX)
        found->item[found->count++] = item;
    else
        found->too_many = true;
}

static int fit_rank(const CellContext *context, const Item *item, UnitId unit, bool against) {
    if (!item->has_unit)
        return 1;
    if (!against)
        return 0;
    UnitFit fit = unit_fit(context->units, item->unit, unit);
    bool loose = fit == UNIT_LOOSE ||
                 (unit_is_ratio(context->units, item->unit) && fit == UNIT_OTHER &&
                  rat_compare(unit_scale(context->units, item->unit), RAT_INT(100)) >= 0);
    return fit == UNIT_SAME ? 0 : loose ? 2 : 3;
}

/* The calendar month "8月" as a number of months. */
static bool as_number(const CellContext *context, const Item *item, UnitId unit, Item *number) {
    *number = *item;
    if (item->kind == ITEM_NUMBER)
        return true;
    if (!item->months || unit == UNIT_NONE ||
        unit_fit(context->units, unit, UNIT_MONTH) != UNIT_SAME)
        return false;
    number->kind = ITEM_NUMBER;
    number->has_unit = true;
    number->unit = UNIT_MONTH;
    return true;
}

static void find_numbers(const CellContext *context, const Scan *scan, const Part *part,
                         UnitId unit, bool against, Found *best) {
    int rank = 4;
    Item number;
    for (int i = part->first; i < part->first + part->count; i++) {
        const Item *item = &scan->items.at[i];
        if (!as_number(context, item, unit, &number))
            continue;
        int own = fit_rank(context, &number, unit, against);
        if (own > rank)
            continue;
        if (own < rank)
            *best = (Found){ 0 };
        rank = own;
        found_add(best, item);
    }
}

/* `one` read from `item`, added to `alts`. */
static void add_of(Alts *alts, const Alts *one, const Item *item) {
    for (int i = 0; i < one->count; i++) {
        int before = alts->count;
        alts_add(alts, one->at[i].value, one->at[i].marks);
        if (alts->count > before)
            alts->at[before].used = item;
    }
}

static void read_numbers(const CellContext *context, const Scan *scan, const Part *part,
                         UnitId unit, bool against, Alts *alts) {
    Found found = { 0 };
    find_numbers(context, scan, part, unit, against, &found);
    int from = alts->count;
    alts->too_many = alts->too_many || found.too_many;
    for (int i = 0; i < found.count; i++) {
        Item number;
        Alts one = { 0 };
        as_number(context, found.item[i], unit, &number);
        number_alts(context, &number, unit, against, &one);
        add_of(alts, &one, found.item[i]);
    }
    for (int i = from; found.count > 1 && alts->count - from > 1 && i < alts->count; i++)
        alts->at[i].marks |= CELL_AMBIGUOUS;
}

/* Dates in words.  `whole`: 2021.6 and 20210630 are dates too, where a date is asked for. */
static bool scan_loose_date(Text folded, Item *item) {
    Rat number;
    int64_t value;
    int year = 0, month = 0, day = 0;
    *item = (Item){ .kind = ITEM_DATE, .end = folded.length };
    if (!rat_read(folded, &number))
        return false;
    if (folded.length == 8 && rat_to_int64(number, &value) && value > 0) {
        year = (int)(value / 10000), month = (int)(value / 100 % 100), day = (int)(value % 100);
    } else if (folded.length >= 6 && folded.length <= 7 && folded.at[4] == '.') {
        year = (folded.at[0] - '0') * 1000 + (folded.at[1] - '0') * 100 +
               (folded.at[2] - '0') * 10 + folded.at[3] - '0';
        for (size_t i = 5; i < folded.length; i++)
            month = month * 10 + (folded.at[i] - '0');
    } else {
        return false;
    }
    if (year < 1900 || year > 2199 || !date_is_valid(year, month, day ? day : 1))
        return false;
    item->period = (Period){ .year = year,
                             .month = month,
                             .day = day ? day : 1,
                             .last_year = year,
                             .last_month = month,
                             .last_day = day };
    return true;
}

/* The dates of a part; several different ones are further readings. */
static void read_dates(const CellContext *context, const Scan *scan, const Part *part, Alts *alts) {
    Item loose;
    if (scan_loose_date(text_trim(text_slice(scan->text, part->begin, part->end)), &loose)) {
        date_alts(context, &loose, alts);
        return;
    }
    int dates = 0;
    for (int i = part->first; i < part->first + part->count; i++) {
        const Item *item = &scan->items.at[i];
        if (item->kind == ITEM_NUMBER && !item->months)
            continue;
        Alts one = { 0 };
        date_alts(context, item, &one);
        if (one.count == 1 && one.at[0].value.kind == VALUE_MISSING)
            continue;
        dates++;
        add_of(alts, &one, item);
    }
    for (int i = 0; dates > 1 && alts->count > 1 && i < alts->count; i++)
        alts->at[i].marks |= CELL_AMBIGUOUS;
}

/* Actuals */

static Value done_value(Text words) {
    Value value = value_text(words);
    value.kind = VALUE_DONE;
    return value;
}

static void words_alts(const CellContext *context, Text words, Text target, Alts *alts) {
    if (!context->scale) {
        alts_add(alts, value_text(words), 0);
        return;
    }
    int level = cell_level(context->scale, words, target);
    if (level >= 0)
        alts_add(alts, value_level(context->scale, level, level, 0), 0);
    else
        alts_add(alts, value_missing(), CELL_UNREADABLE);
}

static void deadline_actual(const CellContext *context, const Scan *scan, const Part *part,
                            Text words, const Target *target, Alts *alts) {
    read_dates(context, scan, part, alts);
    if (alts->count > 0)
        return;
    if (is_done(cell_fold(words)) || same_words(words, target->text)) {
        alts_add(alts, done_value(words), CELL_AT_WORD);
        return;
    }
    int level = context->scale ? cell_level(context->scale, words, TEXT_NONE) : -1;
    if (level >= 0)
        alts_add(alts, value_level(context->scale, level, level, 0), 0);
    else
        alts_add(alts, value_missing(), CELL_UNREADABLE);
}

/* One part of an actual against one target. */
static void actual_alts(const CellContext *context, const Scan *scan, const Part *part,
                        const Target *target, Alts *alts) {
    Text words = text_trim(scan_source(scan, part->begin, part->end));
    switch (target->sense) {
    case TARGET_WORDS:
        words_alts(context, words, target->value.text, alts);
        return;
    case TARGET_DEADLINE:
        deadline_actual(context, scan, part, words, target, alts);
        return;
    case TARGET_AT_LEAST:
    case TARGET_AT_MOST:
    case TARGET_EXACTLY:
    case TARGET_WITHIN:
        break;
    }
    read_numbers(context, scan, part, target->value.unit, true, alts);
    if (alts->count == 0 && !alts->too_many)
        alts_add(alts, value_missing(), CELL_UNREADABLE);
}

/* Parts of an actual that hold something. */
static int useful_parts(const Scan *scan, const Parts *parts, const Part **useful) {
    int count = 0;
    for (int i = 0; i < parts->list.count; i++) {
        const Part *part = &parts->list.at[i];
        if (part->count == 0 && passed_over(scan, part->begin, part->end, NULL, 0).length == 0)
            continue;
        if (count == PARTS_MAX)
            return PARTS_MAX + 1;
        useful[count++] = part;
    }
    return count;
}

static int item_parts(const Part **useful, int count, const Part **with_items) {
    int n = 0;
    for (int i = 0; i < count && i < PARTS_MAX; i++) {
        if (useful[i]->count > 0)
            with_items[n++] = useful[i];
    }
    return n;
}

static Part whole_part(const Scan *scan) {
    return (Part){
        .begin = 0, .end = scan->text.length, .first = 0, .count = scan->items.count, .hard = true
    };
}

static Alts doubtful(const Alts *alts) {
    Alts result = *alts;
    for (int i = 0; i < result.count; i++) {
        result.at[i].value.flags |= VALUE_DOUBT;
        result.at[i].marks |= CELL_EACH;
    }
    return result;
}

/* Several targets (S13): equal counts pair in order, one is read as each, anything else is missing. */
static void read_against_list(const CellContext *context, Scan *scan, const Parts *parts,
                              Readings *readings) {
    const ValueList *targets = context->targets;
    const Part *useful[PARTS_MAX], *with_items[PARTS_MAX];
    const Part *const *chosen = useful;
    Part whole = whole_part(scan);
    const Part *one = &whole;
    int count = useful_parts(scan, parts, useful);
    int numbers = item_parts(useful, count, with_items);
    bool words = false;
    for (int i = 0; i < targets->count; i++) {
        const Value *target = &targets->at[i];
        words = words || (target->kind == VALUE_TARGET && target->target->sense == TARGET_WORDS);
    }
    if (count != targets->count && numbers == targets->count && !words)
        chosen = with_items, count = numbers;
    bool each = count <= 1 || (numbers == 1 && !words && count != targets->count);
    if ((count != targets->count && !each) || targets->count > PARTS_MAX) {
        readings_fail(readings, CELL_UNEQUAL, TEXT_NONE);
        return;
    }
    Alts alts[PARTS_MAX] = { { 0 } };
    const Item *used[PARTS_MAX];
    Item covered[PARTS_MAX]; /* parts read as words */
    int used_count = 0;
    for (int i = 0; i < targets->count; i++) {
        const Value *target = &targets->at[i];
        const Part *part = each ? one : chosen[i];
        if (target->kind == VALUE_TARGET)
            actual_alts(context, scan, part, target->target, &alts[i]);
        else
            alts_add(&alts[i], value_missing(), CELL_UNREADABLE);
        covered[i] = (Item){ .begin = part->begin, .end = part->end };
        const Item *item =
            alts[i].count > 0 && alts[i].at[0].used ? alts[i].at[0].used : &covered[i];
        if (!each || used_count == 0)
            used[used_count++] = item;
        if (each)
            alts[i] = doubtful(&alts[i]);
    }
    Alts lists = { 0 };
    bool zip = each;
    for (int i = 0; i < targets->count; i++)
        zip = zip && alts[i].count == alts[0].count;
    if (!list_alts(alts, targets->count, zip, &lists)) {
        readings_fail(readings, CELL_UNREADABLE | CELL_AMBIGUOUS, TEXT_NONE);
        return;
    }
    readings_from(context, readings, &lists,
                  passed_over(scan, 0, scan->text.length, used, used_count));
}

/* A cell that is a list of numbers and nothing else: 80%、45%. */
static int listed_numbers(const Scan *scan, const Parts *parts) {
    for (int i = 0; i < parts->list.count; i++) {
        const Part *part = &parts->list.at[i];
        if (part->count != 1 || scan->items.at[part->first].kind != ITEM_NUMBER)
            return 0;
    }
    const Item *used[PARTS_MAX];
    if (scan->items.count > PARTS_MAX)
        return 0;
    for (int i = 0; i < scan->items.count; i++)
        used[i] = &scan->items.at[i];
    return passed_over(scan, 0, scan->text.length, used, scan->items.count).length == 0
               ? scan->items.count
               : 0;
}

static bool is_number_sense(TargetSense sense) {
    return sense != TARGET_WORDS && sense != TARGET_DEADLINE;
}

/* Several numbers against one target: with 各 each must meet it, otherwise their numbers differ (S13). */
static bool read_listed(const CellContext *context, Scan *scan, const Parts *parts,
                        Readings *readings) {
    const Target *target = context->target;
    int count = listed_numbers(scan, parts);
    if (count < 2 || !is_number_sense(target->sense))
        return false;
    bool fits = fit_rank(context, &scan->items.at[0], target->value.unit, true) < 2;
    for (int i = 1; i < count; i++) {
        /* 每月1次，共12次: only one of them is in the target's unit */
        if ((fit_rank(context, &scan->items.at[i], target->value.unit, true) < 2) != fits)
            return false;
    }
    Alts alts[PARTS_MAX] = { { 0 } }, lists = { 0 }, all = { 0 };
    for (int i = 0; i < count; i++) {
        actual_alts(context, scan, &parts->list.at[i], target, &alts[i]);
        for (int n = 0; n < alts[i].count; n++)
            alts_add(&all, alts[i].at[n].value, alts[i].at[n].marks);
    }
    if (target->each) {
        if (!list_alts(alts, count, false, &lists))
            readings_fail(readings, CELL_UNREADABLE | CELL_AMBIGUOUS, TEXT_NONE);
        else
            readings_from(context, readings, &lists, TEXT_NONE);
        return true;
    }
    if (all.count == 1)
        readings_from(context, readings, &all, TEXT_NONE); /* 100%、100% */
    else
        readings_fail(readings, CELL_UNEQUAL, TEXT_NONE);
    return true;
}

static void read_against(const CellContext *context, Scan *scan, const Parts *parts,
                         Readings *readings) {
    Alts alts = { 0 };
    Part whole = whole_part(scan);
    if (read_listed(context, scan, parts, readings))
        return;
    actual_alts(context, scan, &whole, context->target, &alts);
    if (context->target->each && is_number_sense(context->target->sense) && alts.count > 0 &&
        alts.at[0].value.kind == VALUE_NUMBER)
        alts = doubtful(&alts);
    readings_of_items(context, scan, readings, &alts);
}

/* Without a target: a number, a date, a completion, or words.  `only`: the kind asked for. */
static void read_plain(const CellContext *context, Scan *scan, const Parts *parts, bool numbers,
                       bool dates, bool words, Readings *readings) {
    Alts alts = { 0 };
    Part whole = whole_part(scan);
    int listed = listed_numbers(scan, parts);
    bool pure = scan->items.count == 1 && listed == 1;
    bool date_like = scan->items.count == 1 && scan->items.at[0].kind == ITEM_DATE;
    if (dates && !(numbers && (pure || !date_like)))
        read_dates(context, scan, &whole, &alts);
    if (alts.count == 0 && numbers && listed > 1 && listed <= PARTS_MAX) {
        Alts each[PARTS_MAX] = { { 0 } };
        for (int i = 0; i < listed; i++)
            number_alts(context, &scan->items.at[i], context->unit, context->unit != UNIT_NONE,
                        &each[i]);
        if (!list_alts(each, listed, false, &alts))
            alts.too_many = true;
    } else if (alts.count == 0 && numbers && (!words || pure || context->unit != UNIT_NONE)) {
        read_numbers(context, scan, &whole, context->unit, context->unit != UNIT_NONE, &alts);
    }
    if (alts.count == 0 && !alts.too_many && words) {
        bool complete = context->use == CELL_ACTUAL && is_done(cell_fold(scan->source));
        if (complete)
            alts_add(&alts, done_value(scan->source), CELL_AT_WORD);
        else
            words_alts(context, scan->source, TEXT_NONE, &alts);
    } else if (alts.count == 0 && !alts.too_many) {
        alts_add(&alts, value_missing(), CELL_UNREADABLE);
    }
    readings_of_items(context, scan, readings, &alts);
}

/* 无 — / alone: 0, and not applicable (S2). */
static void read_nothing(const CellContext *context, UnitId unit, Readings *readings) {
    Value zero = value_number(RAT_ZERO, unit);
    readings_add(readings, zero, CELL_AMBIGUOUS, value_read_text(context, &zero), TEXT_NONE);
    readings_add(readings, value_na(), CELL_AMBIGUOUS, TEXT_NONE, TEXT_NONE);
}

static void read_actual(const CellContext *context, Text cell, Readings *readings) {
    Text text = text_trim(cell), folded = cell_fold(text);
    const Target *target = context->targets ? NULL : context->target;
    bool as_asked = target && target->sense == TARGET_WORDS && same_words(text, target->value.text);
    if (is_nothing(folded) && !as_asked) {
        bool number = target && is_number_sense(target->sense);
        read_nothing(context,
                     number   ? target->value.unit
                     : target ? UNIT_NONE
                              : context->unit,
                     readings);
        return;
    }
    if (cell_is_na(text) && !as_asked) {
        /* only the name or the target can say that an indicator does not apply (S2): else it is a claim */
        readings_add(readings, value_na(), CELL_AMBIGUOUS, TEXT_NONE, TEXT_NONE);
        readings_add(readings, value_missing(), CELL_AMBIGUOUS | CELL_UNREADABLE, TEXT_NONE,
                     TEXT_NONE);
        return;
    }
    Scan *scan = cell_scan(context->units, text);
    const Parts *parts = cell_parts(scan);
    if (context->targets)
        read_against_list(context, scan, parts, readings);
    else if (target)
        read_against(context, scan, parts, readings);
    else
        read_plain(context, scan, parts, true, true, true, readings);
}

/* Entries */

static void read_truth(Text folded, Readings *readings) {
    for (int i = 0; i < COUNT_OF(truths); i++) {
        if (!same_letters(folded, truths[i].word))
            continue;
        Text read = truths[i].truth == TRUTH_YES ? TEXT("是") : TEXT("否");
        readings_add(readings, value_truth(truths[i].truth), 0, read, TEXT_NONE);
        return;
    }
    readings_fail(readings, CELL_UNREADABLE, TEXT_NONE);
}

static void read_entry(const CellContext *context, Text cell, Readings *readings) {
    Text text = text_trim(cell), folded = cell_fold(text);
    bool number = context->kind == CELL_NUMBER || context->kind == CELL_ANY;
    if (context->kind == CELL_TEXT) {
        readings_add(readings, value_text(text), 0, text, TEXT_NONE);
        return;
    }
    if (context->kind == CELL_TRUTH) {
        if (cell_is_na(text))
            readings_add(readings, value_na(), 0, TEXT_NONE, TEXT_NONE);
        else
            read_truth(folded, readings);
        return;
    }
    if (cell_is_na(text)) {
        readings_add(readings, value_na(), 0, TEXT_NONE, TEXT_NONE);
        return;
    }
    if (context->kind == CELL_LEVEL) {
        int level = context->scale ? cell_level(context->scale, text, TEXT_NONE) : -1;
        if (level < 0)
            readings_fail(readings, CELL_UNREADABLE, TEXT_NONE);
        else
            readings_add(readings, value_level(context->scale, level, level, 0), 0, text,
                         TEXT_NONE);
        return;
    }
    if (context->kind == CELL_NUMBER && is_nothing(folded)) {
        read_nothing(context, context->unit, readings);
        return;
    }
    Scan *scan = cell_scan(context->units, text);
    const Parts *parts = cell_parts(scan);
    bool any = context->kind == CELL_ANY;
    read_plain(context, scan, parts, number, context->kind == CELL_DATE || any, any, readings);
}

void cell_read(const CellContext *context, Text cell, Readings *readings) {
    *readings = (Readings){ 0 };
    bool words = context->use == CELL_ENTRY && context->kind == CELL_TEXT;
    if (words ? text_is_blank(cell) || cell_shows_nothing(cell) : cell_is_blank(cell)) {
        readings_fail(readings, CELL_BLANK, TEXT_NONE);
        return;
    }
    switch (context->use) {
    case CELL_TARGET:
        if (cell_is_na(cell))
            readings_add(readings, value_na(), 0, TEXT_NONE, TEXT_NONE);
        else
            read_target(context, cell, readings);
        break;
    case CELL_ACTUAL:
        read_actual(context, cell, readings);
        if (context->target && readings->at[0].value.kind == VALUE_NUMBER && way_of(cell) != way_of(context->target->text)) {
            *readings = (Readings){ 0 }; /* 下降≥5% and -6%, 增长≥3% and 下降2%: what is to be held against what? */
            readings_fail(readings, CELL_UNREADABLE, cell);
        }
        break;
    case CELL_ENTRY:
        read_entry(context, cell, readings);
        break;
    }
}
