/* cell_scan.h - the first stage of reading a cell: its text, without any context, as a list of items (numbers
   with sign, bound, unit; dates) and the words between them.  What an item means against a target or in a year
   is cell.c's business.

       "各不少于3次，12月底前完成"
        └─ number ─┘  └─ date ─┘└─ words                */
#ifndef HENG_CELL_SCAN_H
#define HENG_CELL_SCAN_H

#include "base/mem.h"
#include "data/value.h"

/* How many characters of a cell are looked at; longer ones are words. */
#define CELL_TEXT_MAX 4000

typedef enum ItemKind { ITEM_NUMBER, ITEM_DATE } ItemKind;
typedef enum ItemSign { SIGN_NONE, SIGN_AT_LEAST, SIGN_AT_MOST, SIGN_EXACTLY } ItemSign;
typedef enum ItemAbout { ABOUT_NONE, ABOUT_ROUND, ABOUT_NEAR, ABOUT_MORE } ItemAbout; /* 约 近 余 */

/* A calendar period as written; year 0: none given. */
typedef struct Period {
    int year, month, day;                /* its first day */
    int last_year, last_month, last_day; /* its last; day 0: the month's last */
    int year_shift;                      /* 明年: 1, 去年: -1 (where year is 0) */
    bool vague; /* names a time but no day: 月底前, 每月10日前, 一年内 */
    bool loose_from,
        loose_to; /* 年底: certainly ends with the year, but when does it begin? 年初 */
} Period;

typedef struct Item {
    ItemKind kind;
    size_t begin, end; /* in the folded text */
    ItemSign sign;
    bool strict; /* > or < */
    bool each;   /* 各 */
    bool clash;  /* signs that contradict each other: 不少于5次以下 */
    ItemAbout about;
    bool is_range;
    bool low_open, high_open; /* 大于80%小于90%, 60% ..< 80% */
    Rat lo, hi;               /* as written, in `unit`; equal unless is_range */
    bool has_unit;
    UnitId unit;
    bool within_done; /* 30天内完成: a duration and a deadline */
    bool months;      /* "6月", "6-9月": months by number and calendar months alike */
    Period period;    /* of a date, and of a number with `months` */
    bool by;          /* 前: not later than the period */
    bool coarse_by;   /* 3月前: the end of the period before, or of this one */
    bool firm;        /* 前 底 内 or a day: names a time even among other words */
} Item;

/* "1." "2、" "(3)": the mark of a point in a list; bytes begin .. end - 1. */
typedef struct Label {
    size_t begin, end;
} Label;

typedef struct Scan {
    Text source;      /* the cell, blanks at its ends gone */
    Text text;        /* folded: full-width forms, signs and blanks in one spelling */
    uint32_t *origin; /* of each folded byte (and the end): its place in `source` */
    Units *units;
    VEC(Item) items; /* in the order of the text */
    VEC(Label) labels;
} Scan;

/* Folds and scans `cell`. */
Scan *cell_scan(Units *units, Text cell);

/* The words of `source` that folded bytes begin .. end - 1 come from. */
Text scan_source(const Scan *scan, size_t begin, size_t end);

/* The folded text of `cell`, blanks at its ends and stops behind it gone. */
Text cell_fold(Text cell);

bool cell_shows_nothing(Text cell); /* blanks and characters without width only */

/* Small readers shared by the parts of the scanner; all give the bytes read, 0 for none. */
size_t scan_blanks(Text text, size_t at);
size_t scan_digits(Text text, size_t at, Rat *number); /* 4,878,000.5 */
size_t scan_han_number(Text text, size_t at, Rat *number,
                       bool *bare_one);               /* 一百二十 两 十二 三点五 */
size_t scan_small(Text text, size_t at, int *number); /* 1 .. 99 in digits or 十二 */
size_t scan_date(Text text, size_t at, Item *item);   /* cell_date.c */
/* One number with its unit, as written. */
typedef struct Quantity {
    Rat number;
    bool has_unit, more, round, han, one, zero;
    bool loose; /* 3万5: thirty thousand and five, or 35 thousand? */
    bool bad;
    UnitId unit;
} Quantity;

/* A number with its unit (cell_number.c). */
size_t scan_quantity(Units *units, Text text, size_t at, Quantity *quantity);
bool scan_is_bound(Text text, size_t at); /* 以上 左右 余 … at `at` */

static inline bool is_at(Text text, size_t at, const char *word) {
    return text_begins(text_slice(text, at, text.length), text_of(word));
}

static inline bool is_digit_at(Text text, size_t at) {
    return at < text.length && text.at[at] >= '0' && text.at[at] <= '9';
}

bool rune_is_han(uint32_t rune);
uint32_t rune_at(Text text, size_t at);     /* 0 at the end */
uint32_t rune_before(Text text, size_t at); /* 0 at the start */

#endif
