/* cell_date.c - dates and deadlines in cells: 2021-06-30, 2021年6月, 6月30日前, 12月底前, 第三季度, 上半年, 年底前. */
#include "data/cell_scan.h"

#include "data/date.h"

#define YEAR_MIN 1900
#define YEAR_MAX 2199

/* The first of `words` (NULL-ended) at `at`: its bytes, and which. */
static size_t one_of(Text text, size_t at, const char *const *words, int *which) {
    for (int i = 0; words[i]; i++) {
        if (is_at(text, at, words[i])) {
            *which = i;
            return text_of(words[i]).length;
        }
    }
    return 0;
}

/* Exactly four digits that are a year, or 二〇二一. */
static size_t scan_year(Text text, size_t at, int *year) {
    static const char *const digits[] = { "〇", "一", "二", "三", "四", "五",
                                          "六", "七", "八", "九", "零", NULL };
    int value = 0;
    size_t from = at;
    for (int i = 0; i < 4; i++) {
        int which;
        size_t length;
        if (is_digit_at(text, at)) {
            value = value * 10 + (text.at[at] - '0');
            at++;
        } else if ((length = one_of(text, at, digits, &which)) > 0) {
            value = value * 10 + which % 10;
            at += length;
        } else {
            return 0;
        }
    }
    if (is_digit_at(text, at) || value < YEAR_MIN || value > YEAR_MAX)
        return 0;
    *year = value;
    return at - from;
}

/* One or two digits with no further digit behind. */
static size_t scan_pair(Text text, size_t at, int *number) {
    size_t from = at;
    *number = 0;
    while (is_digit_at(text, at) && at - from < 2)
        *number = *number * 10 + (text.at[at++] - '0');
    return is_digit_at(text, at) ? 0 : at - from;
}

static void period_days(Period *period, int year, int month, int day, int last_month,
                        int last_day) {
    period->year = period->last_year = year;
    period->month = month;
    period->day = day;
    period->last_month = last_month;
    period->last_day = last_day;
}

/* 2021-06-30, 2021/6/30, 2021.6.30, 2021-06 */
static size_t scan_numeric(Text text, size_t at, Item *item) {
    int year, month, day;
    size_t from = at, length = scan_year(text, at, &year);
    if (length != 4)
        return 0;
    at += length;
    if (at >= text.length || !(text.at[at] == '-' || text.at[at] == '/' || text.at[at] == '.'))
        return 0;
    char joint = text.at[at++];
    length = scan_pair(text, at, &month);
    if (length == 0 || month < 1 || month > 12)
        return 0;
    at += length;
    if (at < text.length && text.at[at] == joint && is_digit_at(text, at + 1)) {
        length = scan_pair(text, at + 1, &day);
        if (length == 0 || !date_is_valid(year, month, day))
            return 0;
        at += 1 + length;
        /* 2021-06-30 10:00: the hour of the day does not matter */
        period_days(&item->period, year, month, day, month, day);
        item->firm = true;
        return at - from;
    }
    /* 2021.6 is a number; 2021-06 and 2021/6 are months, unless a range of numbers goes on (2021-2023) */
    if (joint == '.' || (at < text.length && text.at[at] == '.'))
        return 0;
    period_days(&item->period, year, month, 1, month, 0);
    return at - from;
}

/* Behind a month: 30日, 底, 上旬, 份. */
static size_t scan_month_part(Text text, size_t at, Item *item) {
    static const char *const parts[] = { "上旬", "中旬", "下旬", "底", "末", "初", "份", NULL };
    Period *period = &item->period;
    size_t from = at, length;
    int day, which;
    at += scan_blanks(text, at);
    length = scan_small(text, at, &day);
    if (length > 0 && (is_at(text, at + length, "日") || is_at(text, at + length, "号"))) {
        int year =
            period->year ? period->year : 2000; /* 29 February passes where no year is given */
        if (!date_is_valid(year, period->month, day)) {
            item->clash = true; /* 2月30日 */
            day = 1;
        }
        period->day = period->last_day = day;
        item->firm = true;
        item->months = false;
        return at + length + 3 - from;
    }
    length = one_of(text, at, parts, &which);
    if (length == 0)
        return 0;
    item->months = false;
    if (which == 0)
        period->last_day = 10;
    if (which == 1)
        period->day = 11, period->last_day = 20;
    if (which == 2)
        period->day = 21;
    if (which == 3 || which == 4)
        period->day = 21, period->loose_from = true;
    if (which == 5)
        period->last_day = 10, period->loose_to = true;
    return at + length - from;
}

/* What may follow a year: 6月30日, 1-6月, 第三季度, 上半年, 底; `year` 0 where none came before. */
static size_t scan_in_year(Text text, size_t at, int year, Item *item) {
    static const char *const halves[] = { "上半年", "下半年", NULL };
    static const char *const ends[] = { "底", "末", "终", NULL };
    Period *period = &item->period;
    size_t from = at, length;
    int month, last, which;
    at += scan_blanks(text, at);
    if ((length = one_of(text, at, halves, &which)) > 0) {
        period_days(period, year, which ? 7 : 1, 1, which ? 12 : 6, 0);
        return at + length - from;
    }
    size_t ordinal = is_at(text, at, "第") ? 3 : 0;
    length = scan_small(text, at + ordinal, &month);
    if (length > 0 && month >= 1 && month <= 4 && is_at(text, at + ordinal + length, "季度")) {
        at += ordinal + length + 6;
        period_days(period, year, month * 3 - 2, 1, month * 3, 0);
        if ((length = one_of(text, at, ends, &which)) > 0) {
            period->month = month * 3;
            period->loose_from = true;
            at += length;
        }
        return at - from;
    }
    if (ordinal)
        return 0;
    if (length > 0 && month >= 1 && month <= 12) {
        size_t behind = at + length;
        size_t dash = is_at(text, behind, "-") || is_at(text, behind, "~") ? 1
                      : is_at(text, behind, "至")                          ? 3
                                                                           : 0;
        size_t more = dash && year ? scan_small(text, behind + dash, &last) : 0;
        if (more > 0 && last >= month && last <= 12 && is_at(text, behind + dash + more, "月")) {
            period_days(period, year, month, 1, last, 0); /* 2021年1-6月 */
            return behind + dash + more + 3 - from;
        }
        if (is_at(text, behind, "月")) {
            period_days(period, year, month, 1, month, 0);
            item->months = year == 0;
            at = behind + 3;
            return at + scan_month_part(text, at, item) - from;
        }
    }
    return 0;
}

/* 于年底前, 在年内 */
static bool is_preposition(Text text, size_t at) {
    static const char *const words[] = { "于", "在", "到", "至", "按", NULL };
    int which;
    return at >= 3 && one_of(text, at - 3, words, &which) > 0;
}

/* 2021年…, 当年, 年底, 年内, 月底前: dates that begin with a year or name none. */
static size_t scan_year_words(Text text, size_t at, Item *item) {
    static const char *const years[] = { "当年度", "本年度", "当年", "本年", "今年", "明年",
                                         "次年",   "去年",   "上年", "年度", "年",   NULL };
    static const int shifts[] = { 0, 0, 0, 0, 0, 1, 1, -1, -1, 0, 0 };
    static const char *const ends[] = { "底", "末", "终", "初", "中", NULL };
    Period *period = &item->period;
    size_t from = at, length, more;
    int year = 0, which = 0;
    bool bare = false; /* 年 with no word of its own: only with 底 内 … behind */
    length = scan_year(text, at, &year);
    if (length > 0) {
        size_t blanks = scan_blanks(text, at + length);
        if (!is_at(text, at + length + blanks, "年"))
            return 0;
        at += length + blanks + 3;
        if (is_at(text, at, "度"))
            at += 3;
    } else if ((length = one_of(text, at, years, &which)) > 0) {
        /* 一年 and 全年 are no dates, 周年 neither */
        bare = which >= 9;
        if (bare && from > 0 && rune_is_han(rune_before(text, from)) && !is_preposition(text, from))
            return 0;
        period->year_shift = shifts[which];
        at += length;
    } else {
        return 0;
    }
    period_days(period, year, 1, 1, 12, 0);
    if ((length = one_of(text, at, ends, &which)) > 0) {
        at += length;
        if (which <= 2)
            period->month = 10, period->loose_from = true;
        if (which == 3)
            period->last_month = 3, period->loose_to = true;
        if (which == 4)
            period->month = 4, period->last_month = 9, period->loose_from = period->loose_to = true;
        return at - from;
    }
    if (bare)
        return is_at(text, at, "内") ? at + 3 - from : 0;
    if (period->year_shift == 0 && (more = scan_in_year(text, at, year, item)) > 0)
        return at + more - from;
    if (is_at(text, at, "内"))
        at += 3;
    return at - from;
}

/* 月底前, 季末, 每月10日前, 每季度末前, 次月5日前: times that come round; and 一年内, which names no day. */
static size_t scan_recurring(Text text, size_t at, Item *item) {
    static const char *const rounds[] = { "每月", "每季度", "每季", "每年", "每周", "次月", "当月",
                                          "本月", "下月",   "月",   "季度", "季",   NULL };
    static const char *const ends[] = { "底", "末", "初", NULL };
    static const char *const by[] = { "以前", "之前", "前", NULL };
    size_t from = at, length;
    int which, day;
    length = scan_small(text, at, &day);
    if (length > 0 && is_at(text, at + length, "年")) {
        /* 一年内, 2年内 */
        size_t end = at + length + 3;
        length = is_at(text, end, "以内") || is_at(text, end, "之内") ? 6
                 : is_at(text, end, "内")                             ? 3
                                                                      : 0;
        if (length == 0 || day == 0)
            return 0;
        period_days(&item->period, 0, 1, 1, 12, 0);
        item->period.vague = item->firm = true;
        return end + length - from;
    }
    if ((length = one_of(text, at, rounds, &which)) == 0)
        return 0;
    if (which >= 9 && from > 0 && rune_before(text, from) != ' ' && rune_before(text, from) != ',')
        return 0;
    at += length;
    size_t end = one_of(text, at, ends, &which);
    if (end == 0) {
        end = scan_small(text, at, &day);
        if (end == 0 || !(is_at(text, at + end, "日") || is_at(text, at + end, "号")))
            return 0;
        end += 3;
    }
    at += end;
    length = one_of(text, at, by, &which);
    at += length;
    period_days(&item->period, 0, 1, 1, 12, 0);
    item->period.vague = item->firm = true;
    item->by = length > 0;
    return at - from;
}

static size_t scan_one(Text text, size_t at, Item *item) {
    size_t length = scan_numeric(text, at, item);
    if (length == 0)
        length = scan_year_words(text, at, item);
    if (length == 0)
        length = scan_in_year(text, at, 0, item);
    return length;
}

/* A second date behind a dash: 9月-12月, 2021年9月至2022年3月. */
static size_t scan_until(Text text, size_t at, Item *item) {
    static const char *const dashes[] = { "-", "~", "至", "到", NULL };
    int which;
    size_t from = at;
    at += scan_blanks(text, at);
    size_t length = one_of(text, at, dashes, &which);
    if (length == 0)
        return 0;
    at += length;
    at += scan_blanks(text, at);
    Item second = { .kind = ITEM_DATE };
    size_t more = scan_one(text, at, &second);
    if (more == 0)
        return 0;
    Period *a = &item->period, *b = &second.period;
    if (b->year == 0)
        b->last_year = a->year;
    if (a->year == 0 && b->year != 0)
        a->year = b->year;
    bool ordered = a->year < b->last_year ||
                   (a->year == b->last_year &&
                    (a->month < b->last_month ||
                     (a->month == b->last_month && (b->last_day == 0 || a->day <= b->last_day))));
    if (!ordered)
        return 0;
    a->last_year = b->last_year;
    a->last_month = b->last_month;
    a->last_day = b->last_day;
    a->loose_to = b->loose_to;
    item->firm = item->firm || second.firm;
    item->months = false;
    return at + more - from;
}

size_t scan_date(Text text, size_t at, Item *item) {
    static const char *const insides[] = { "以内", "之内", "内", NULL };
    static const char *const by[] = {
#define BY(word) word,
#include "data/cell.def"
        NULL
    };
    size_t from = at;
    int which;
    *item = (Item){ .kind = ITEM_DATE };
    /* 第三季度 begins with 第; 第3次 is nobody's date */
    size_t length = scan_one(text, at, item);
    if (length == 0) {
        *item = (Item){ .kind = ITEM_DATE };
        length = scan_recurring(text, at, item);
        if (length == 0)
            return 0;
        item->begin = from;
        item->end = at + length;
        return length;
    }
    at += length;
    at += scan_until(text, at, item);
    bool ended = item->period.loose_from; /* 底 末: 12月底前 can only mean the end of December */
    size_t behind = at + scan_blanks(text, at);
    if ((length = one_of(text, behind, insides, &which)) > 0) {
        at = behind + length;
        item->firm = true;
        item->months = false;
    } else if ((length = one_of(text, behind, by, &which)) > 0) {
        at = behind + length;
        item->by = item->firm = true;
        item->months = false;
        bool one_day = item->period.day == item->period.last_day &&
                       item->period.month == item->period.last_month;
        item->coarse_by = !ended && !one_day && which < 3;
    }
    item->begin = from;
    item->end = at;
    return at - from;
}
