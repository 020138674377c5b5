/* cell_target.c - a target's cell: a number with its sense (S8, S10), a deadline (S15), words, or several of
   these (S13).  A cell whose numbers stand in running text, several to a clause, is words: "查实举报5万以下，奖励500万"
   has no value anyone could be held to. */
#include "data/cell_read.h"
#include "data/date.h"

#define PARTS_MAX 16

static void add_target(Alts *alts, const Target *target, unsigned marks) {
    Target *copy = MEM_NEW(Target);
    *copy = *target;
    alts_add(alts, value_target(copy), marks);
}

static void add_number_target(const CellContext *context, const Item *item, Text text, Alts *alts) {
    static const TargetSense both[] = { TARGET_AT_LEAST, TARGET_AT_MOST };
    Alts numbers = { 0 };
    target_number_alts(context, item, &numbers);
    Target target = {
        .strict = item->strict, .each = item->each, .sign_printed = true, .text = text
    };
    target.about = item->about == ABOUT_ROUND || item->about == ABOUT_NEAR;
    bool unsigned_number = !item->is_range && item->sign == SIGN_NONE && item->about != ABOUT_MORE;
    for (int i = 0; i < numbers.count; i++) {
        target.value = numbers.at[i].value;
        target.value.flags = 0; /* a range asked for is certain */
        unsigned marks = numbers.at[i].marks;
        if (unsigned_number) {
            int count = context->sense_count > 0 ? context->sense_count : 2;
            const TargetSense *senses = context->sense_count > 0 ? context->senses : both;
            target.sign_printed = false;
            for (int n = 0; n < count && n < 2; n++) {
                target.sense = senses[n];
                add_target(alts, &target, marks | CELL_NO_SIGN);
            }
        } else {
            target.sense = item->is_range               ? TARGET_WITHIN
                           : item->sign == SIGN_AT_MOST ? TARGET_AT_MOST
                           : item->sign == SIGN_EXACTLY ? TARGET_EXACTLY
                                                        : TARGET_AT_LEAST;
            add_target(alts, &target, marks);
        }
    }
    alts->too_many = alts->too_many || numbers.too_many;
}

static void add_deadline(const CellContext *context, const Item *item, Text text, unsigned marks,
                         Alts *alts) {
    Alts days = { 0 };
    deadline_alts(context, item, &days);
    for (int i = 0; i < days.count; i++) {
        Target target = {
            .sense = TARGET_DEADLINE, .sign_printed = true, .value = days.at[i].value, .text = text
        };
        add_target(alts, &target, marks | days.at[i].marks);
    }
}

static void add_words(Text text, Text words, unsigned marks, Alts *alts) {
    Target target = {
        .sense = TARGET_WORDS, .sign_printed = true, .value = value_text(words), .text = text
    };
    add_target(alts, &target, marks);
}

/* All an item of a target can mean. */
static void add_item(const CellContext *context, const Item *item, Text text, Alts *alts) {
    if (item->clash) {
        alts_add(alts, value_missing(), CELL_UNREADABLE);
        return;
    }
    if (item->kind == ITEM_DATE) {
        add_deadline(context, item, text, item->months ? CELL_AMBIGUOUS : 0, alts);
        if (!item->months)
            return;
        /* 6月: June, or six months */
        Item number = *item;
        int from = alts->count;
        number.has_unit = true;
        number.unit = UNIT_MONTH;
        add_number_target(context, &number, text, alts);
        for (int i = from; i < alts->count; i++)
            alts->at[i].marks |= CELL_AMBIGUOUS;
        return;
    }
    add_number_target(context, item, text, alts);
    if (!item->within_done)
        return;
    /* 30天内完成: held against 28天 a duration, against 完成 a deadline */
    Target target = {
        .sense = TARGET_DEADLINE, .sign_printed = true, .value = value_missing(), .text = text
    };
    for (int i = 0; i < alts->count; i++)
        alts->at[i].marks |= CELL_AMBIGUOUS;
    add_target(alts, &target, CELL_AMBIGUOUS);
}

/* The item that decides a part: its only number, or else its only date that names a deadline.  NULL: none;
   *several where more than one could. */
static const Item *deciding(const Scan *scan, const Part *part, bool *several) {
    const Item *number = NULL, *date = NULL;
    int numbers = 0, dates = 0;
    for (int i = part->first; i < part->first + part->count; i++) {
        const Item *item = &scan->items.at[i];
        if (item->kind == ITEM_NUMBER) {
            number = item;
            numbers++;
            continue;
        }
        /* a date among other words only sets a deadline where it says so: 前, a day */
        bool alone = passed_over(scan, part->begin, part->end, &item, 1).length == 0;
        if (!item->firm && !alone)
            continue;
        date = item;
        dates++;
    }
    *several = numbers > 1 || (numbers == 0 && dates > 1);
    return numbers == 1 ? number : numbers == 0 && dates == 1 ? date : NULL;
}

typedef struct TargetParts {
    int count;
    bool prose;                  /* several numbers in running text */
    const Item *item[PARTS_MAX]; /* NULL: words */
    const Part *part[PARTS_MAX];
} TargetParts;

static bool has_words(const Scan *scan, const Part *part, const Item *item) {
    return passed_over(scan, part->begin, part->end, &item, 1).length > 0;
}

static bool is_signed(const Item *item) {
    return item->kind == ITEM_DATE || item->sign != SIGN_NONE || item->is_range ||
           item->about == ABOUT_MORE;
}

static void find_parts(const Scan *scan, const Parts *parts, TargetParts *found) {
    int words_between = 0, soft_items = 0;
    const Part *last = NULL; /* the last one with an item */
    const Item *last_item = NULL;
    for (int i = 0; i < parts->list.count; i++) {
        const Part *part = &parts->list.at[i];
        bool several;
        const Item *item = deciding(scan, part, &several);
        if (several)
            found->prose = true;
        bool words = !item && passed_over(scan, part->begin, part->end, NULL, 0).length > 0;
        bool next_hard = i + 1 == parts->list.count || parts->list.at[i + 1].hard;
        if (item)
            soft_items++;
        /* ≥80%，≥90% is a list, and so is 完成率≥95%，优良率≥90%; 奖励500万，最高10万 is running text */
        bool said =
            item && last && (has_words(scan, part, item) || has_words(scan, last, last_item));
        if (said && part->comma && !(is_signed(item) && is_signed(last_item)))
            found->prose = true;
        if (item)
            last = part, last_item = item;
        if (words && !(part->hard && next_hard))
            words_between++;
        if (!item && !(words && part->hard && next_hard))
            continue;
        if (found->count == PARTS_MAX) {
            found->prose = true;
            return;
        }
        found->item[found->count] = item;
        found->part[found->count++] = part;
    }
    /* …，7月，11月两次；…，4月: clauses without numbers between those with some */
    if (soft_items > 1 && words_between > 0)
        found->prose = true;
}

/* In a list a bare number takes the unit of the next one that has one: 3、5次. */
static Item with_list_unit(const TargetParts *found, int index) {
    Item item = *found->item[index];
    if (item.kind != ITEM_NUMBER || item.has_unit)
        return item;
    for (int i = index + 1; i < found->count; i++) {
        const Item *next = found->item[i];
        if (!next || next->kind != ITEM_NUMBER)
            break;
        if (next->has_unit) {
            item.has_unit = true;
            item.unit = next->unit;
            break;
        }
    }
    return item;
}

static void read_list(const CellContext *context, const Scan *scan, const TargetParts *found,
                      Readings *readings) {
    Alts each[PARTS_MAX] = { { 0 } };
    CellContext of_part = *context;
    of_part.actual_unit = UNIT_NONE; /* what the actual shows may be any part's */
    const Item *used[PARTS_MAX];
    Item covered[PARTS_MAX]; /* parts that are words: nothing in them is passed over */
    bool zip = true;
    for (int i = 0; i < found->count; i++) {
        const Part *part = found->part[i];
        size_t from = part->begin + scan_blanks(scan->text, part->begin);
        Text text = text_trim(scan_source(scan, from, part->end));
        if (found->item[i]) {
            Item item = with_list_unit(found, i);
            /* 各 in front of a list is said of all of it */
            item.each = item.each && found->count == 1;
            add_item(&of_part, &item, text, &each[i]);
            used[i] = found->item[i];
        } else {
            add_words(text, text, 0, &each[i]);
            covered[i] = (Item){ .begin = part->begin, .end = part->end };
            used[i] = &covered[i];
        }
        zip = zip && each[i].count == each[0].count;
        for (int n = 0; n < each[i].count; n++) {
            const Value *value = &each[i].at[n].value;
            zip = zip && value->kind == VALUE_TARGET && !value->target->sign_printed &&
                  unit_fit(context->units, value->target->value.unit,
                           each[0].at[0].value.target->value.unit) == UNIT_SAME;
        }
    }
    Alts alts = { 0 };
    if (!list_alts(each, found->count, zip, &alts)) {
        readings_fail(readings, CELL_UNREADABLE | CELL_AMBIGUOUS, TEXT_NONE);
        return;
    }
    readings_from(context, readings, &alts,
                  passed_over(scan, 0, scan->text.length, used, found->count));
}

/* The words of a target: "=基本满足老人" asks for 基本满足老人. */
static Text words_of(const Scan *scan) {
    size_t at = 0;
    while (at < scan->text.length && scan->text.at[at] == '=')
        at++;
    return text_trim(scan_source(scan, at, scan->text.length));
}

/* 无 as a target: nothing is asked, or none may occur. */
static void read_nothing(const CellContext *context, Text folded, Text cell, Readings *readings) {
    bool word = rune_is_han(rune_before(folded, folded.length)) || (folded.at[0] | 32) == 'n';
    readings_add(readings, value_na(), word ? CELL_AMBIGUOUS : 0, TEXT_NONE, TEXT_NONE);
    if (!word)
        return;
    Alts alts = { 0 };
    Target target = { .sense = TARGET_EXACTLY, .sign_printed = true, .text = cell };
    target.value = value_number(RAT_ZERO, context->unit);
    add_target(&alts, &target, CELL_AMBIGUOUS);
    readings_from(context, readings, &alts, TEXT_NONE);
}

void read_target(const CellContext *context, Text cell, Readings *readings) {
    Text text = text_trim(cell), folded = cell_fold(text);
    Alts alts = { 0 };
    if (is_nothing(folded)) {
        read_nothing(context, folded, text, readings);
        return;
    }
    Scan *scan = cell_scan(context->units, text);
    Parts *parts = cell_parts(scan);
    TargetParts found = { 0 };
    find_parts(scan, parts, &found);
    int items = 0;
    for (int i = 0; i < found.count; i++)
        items += found.item[i] != NULL;
    if (words_of(scan).length == 0) {
        readings_fail(readings, CELL_UNREADABLE, TEXT_NONE); /* only "=" */
    } else if (items == 0 || found.prose) {
        add_words(text, words_of(scan), found.prose ? CELL_AMBIGUOUS : 0, &alts);
        readings_from(context, readings, &alts, TEXT_NONE);
    } else if (found.count == 1) {
        add_item(context, found.item[0], text, &alts);
        readings_from(context, readings, &alts,
                      passed_over(scan, 0, scan->text.length, found.item, 1));
    } else {
        read_list(context, scan, &found, readings);
    }
}
