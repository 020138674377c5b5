/* cell_number.c - the numbers of cells: 4,878,000.5, 一百二十, 三点五, 百分之九十五, 八成五, 73万1千, with the unit and
   the 余 or 多 behind them.  Whether a number counts anything where it stands is cell_scan.c's business. */
#include "data/cell_scan.h"

#include <string.h>

#define COUNT_OF(array) ((int)(sizeof(array) / sizeof *(array)))

size_t scan_digits(Text text, size_t at, Rat *number) {
    char digits[512];
    size_t from = at, n = 0;
    bool point = false;
    for (; at < text.length && n + 1 < sizeof digits; at++) {
        char c = text.at[at];
        if (is_digit_at(text, at)) {
            digits[n++] = c;
        } else if (c == '.' && !point && n > 0 && is_digit_at(text, at + 1)) {
            point = true;
            digits[n++] = c;
        } else if (c == ',' && !point && n > 0 && is_digit_at(text, at + 1) &&
                   is_digit_at(text, at + 2) && is_digit_at(text, at + 3) &&
                   !is_digit_at(text, at + 4)) {
            continue; /* S13: a comma before exactly three digits groups them */
        } else {
            break;
        }
    }
    if (n == 0 || n + 1 >= sizeof digits)
        return 0;
    if (at < text.length && text.at[at] == '.' && point && is_digit_at(text, at + 1))
        return 0; /* 1.2.3 */
    return rat_read((Text){ digits, n }, number) ? at - from : 0;
}

/* A Chinese digit or place at `at`: its value; places have `place` set. */
static size_t han_digit(Text text, size_t at, int64_t *value, bool *place) {
    static const struct {
        Text word;
        int64_t value;
    } digits[] = {
        { TEXT("零"), 0 },     { TEXT("〇"), 0 },         { TEXT("一"), 1 },
        { TEXT("二"), 2 },     { TEXT("两"), 2 },         { TEXT("三"), 3 },
        { TEXT("四"), 4 },     { TEXT("五"), 5 },         { TEXT("六"), 6 },
        { TEXT("七"), 7 },     { TEXT("八"), 8 },         { TEXT("九"), 9 },
        { TEXT("壹"), 1 },     { TEXT("贰"), 2 },         { TEXT("叁"), 3 },
        { TEXT("肆"), 4 },     { TEXT("伍"), 5 },         { TEXT("陆"), 6 },
        { TEXT("柒"), 7 },     { TEXT("捌"), 8 },         { TEXT("玖"), 9 },
        { TEXT("十"), 10 },    { TEXT("拾"), 10 },        { TEXT("百"), 100 },
        { TEXT("佰"), 100 },   { TEXT("千"), 1000 },      { TEXT("仟"), 1000 },
        { TEXT("万"), 10000 }, { TEXT("亿"), 100000000 },
    };
    for (size_t i = 0; i < sizeof digits / sizeof *digits; i++) {
        if (text_begins(text_slice(text, at, text.length), digits[i].word)) {
            *value = digits[i].value;
            *place = digits[i].value >= 10;
            return digits[i].word.length;
        }
    }
    return 0;
}

/* 三点五: the decimals behind 点. */
static size_t han_decimals(Text text, size_t at, Rat *number) {
    if (!is_at(text, at, "点"))
        return 0;
    size_t from = at, length;
    int64_t value, scale = 1, decimals = 0;
    bool place;
    at += 3;
    while ((length = han_digit(text, at, &value, &place)) > 0 && !place && scale < 1000000000) {
        decimals = decimals * 10 + value;
        scale *= 10;
        at += length;
    }
    if (scale == 1)
        return 0;
    *number = rat_add(*number, rat_of(decimals, scale));
    return at - from;
}

size_t scan_han_number(Text text, size_t at, Rat *number, bool *bare_one) {
    const int64_t limit = 1000000000000000;
    size_t from = at, length;
    int64_t total = 0, section = 0, digit = -1, value;
    int64_t last_place = INT64_MAX;
    bool place, any = false, listed = false;
    while ((length = han_digit(text, at, &value, &place)) > 0) {
        if (!place) {
            if (digit > 0) {
                /* 二〇二一: digits in a row are read one by one */
                if (total || section)
                    break;
                listed = true;
                if (digit > limit / 10)
                    return 0;
                value += digit * 10;
            }
            digit = value;
        } else if (listed) {
            break;
        } else if (value >= 10000) {
            if (!any && digit < 0)
                return 0; /* a bare 万 or 亿 */
            section = section + (digit > 0 ? digit : 0);
            if (section == 0)
                section = 1;
            if (value == 100000000)
                total = (total + section) * value, section = 0;
            else
                total += section * value, section = 0;
            if (total > limit)
                return 0;
            digit = -1;
            last_place = value;
        } else {
            if (value >= last_place && section > 0)
                break;
            section += (digit > 0 ? digit : 1) * value;
            digit = -1;
            last_place = value;
        }
        any = true;
        at += length;
    }
    if (!any)
        return 0;
    *number = RAT_INT(total + section + (digit > 0 ? digit : 0));
    *bare_one = rat_equal(*number, RAT_ONE);
    at += han_decimals(text, at, number);
    return at - from;
}

size_t scan_small(Text text, size_t at, int *number) {
    size_t n = 0;
    *number = 0;
    while (n < 3 && is_digit_at(text, at + n))
        *number = *number * 10 + (text.at[at + n++] - '0');
    if (n > 0)
        return n < 3 ? n : 0;
    Rat value;
    bool one;
    int64_t whole;
    n = scan_han_number(text, at, &value, &one);
    if (n == 0 || !rat_to_int64(value, &whole) || whole < 1 || whole > 99)
        return 0;
    *number = (int)whole;
    return n;
}

/* 百分之九十五, 千分之三, 三分之二 */
static size_t scan_fraction(Text text, size_t at, Quantity *quantity) {
    Rat below, above;
    bool one;
    size_t from = at, length;
    if (is_at(text, at, "百分百")) {
        *quantity = (Quantity){
            .number = RAT_INT(100), .has_unit = true, .unit = UNIT_PERCENT, .han = true
        };
        return 9;
    }
    if (is_at(text, at, "百分之")) {
        quantity->unit = UNIT_PERCENT;
        at += 9;
    } else if (is_at(text, at, "千分之")) {
        quantity->unit = UNIT_PERMILLE;
        at += 9;
    } else {
        length = scan_han_number(text, at, &below, &one);
        if (length == 0 || rat_is_zero(below) || !is_at(text, at + length, "分之"))
            return 0;
        at += length + 6;
        length = scan_han_number(text, at, &above, &one);
        if (length == 0)
            return 0;
        quantity->number = rat_divide(above, below);
        return at + length - from;
    }
    length = scan_digits(text, at, &quantity->number);
    if (length == 0)
        length = scan_han_number(text, at, &quantity->number, &one);
    if (length == 0)
        return 0;
    quantity->has_unit = true;
    return at + length - from;
}

/* 亿 万 千 百 */
static size_t scan_place(Text text, size_t at, int64_t *value) {
    bool place;
    size_t length = han_digit(text, at, value, &place);
    return length > 0 && place && *value >= 100 ? length : 0;
}

/* 73万1千, 3亿2千5百万: digits and places that go on behind the first number.  0 where they do not: 12千册 has
   one place, which belongs to its unit. */
static size_t scan_places(Text text, size_t at, Quantity *quantity) {
    size_t from = at, length;
    int64_t place, last = INT64_MAX;
    Rat total = RAT_ZERO, section = RAT_ZERO, digit = quantity->number;
    bool pending = true;
    length = scan_place(text, at, &place);
    if (length == 0 || !is_digit_at(text, at + length))
        return 0;
    while ((length = scan_place(text, at, &place)) > 0) {
        if (place >= 10000) {
            if (pending)
                section = rat_add(section, digit);
            total = place == 10000 ? rat_add(total, rat_multiply(section, RAT_INT(place)))
                                   : rat_multiply(rat_add(total, section), RAT_INT(place));
            section = RAT_ZERO;
            last = INT64_MAX;
        } else {
            quantity->bad = quantity->bad || !pending || place >= last;
            section = rat_add(section, rat_multiply(digit, RAT_INT(place)));
            last = place;
        }
        pending = false;
        at += length;
        length = scan_digits(text, at, &digit);
        pending = length > 0;
        at += length;
    }
    if (pending)
        section = rat_add(section, digit);
    quantity->loose = pending;
    quantity->number = rat_add(total, section);
    return at - from;
}

/* 半年, 一半, 九成, 八成五 */
static size_t scan_half(Units *units, Text text, size_t at, Quantity *quantity) {
    Rat tenths, more;
    bool one;
    UnitId unit;
    if (is_at(text, at, "一半")) {
        *quantity = (Quantity){
            .number = RAT_INT(50), .has_unit = true, .unit = UNIT_PERCENT, .han = true
        };
        return 6;
    }
    if (is_at(text, at, "半")) {
        size_t length = unit_prefix(units, text_slice(text, at + 3, text.length), &unit);
        bool span = length > 0 &&
                    (unit_is_time(units, unit) || unit_fit(units, unit, UNIT_MONTH) == UNIT_SAME);
        if (!span || rune_is_han(rune_before(text, at)))
            return 0;
        *quantity =
            (Quantity){ .number = rat_of(1, 2), .has_unit = true, .unit = unit, .han = true };
        return 3 + length;
    }
    size_t length = scan_han_number(text, at, &tenths, &one);
    if (length == 0 || !is_at(text, at + length, "成") || rat_compare(tenths, RAT_INT(10)) > 0)
        return 0;
    size_t end = at + length + 3;
    length = scan_han_number(text, end, &more, &one);
    if (length > 0 && rat_compare(more, RAT_INT(10)) < 0) {
        tenths = rat_add(tenths, rat_divide(more, RAT_INT(10)));
        end += length;
    } else if (rune_is_han(rune_at(text, end)) && !scan_is_bound(text, end)) {
        return 0; /* 三成立 */
    }
    *quantity = (Quantity){ .number = rat_multiply(tenths, RAT_INT(10)),
                            .has_unit = true,
                            .unit = UNIT_PERCENT,
                            .han = true };
    return end - at;
}

/* The unit behind a number, with 余 or 多 before or behind it: 3万余人, 20多家, 百余次, 2小时多. */
static size_t scan_unit(Units *units, Text text, size_t at, Quantity *quantity) {
    static const struct {
        const char *word;
        int64_t value;
    } places[] = { { "百", 100 }, { "千", 1000 }, { "万", 10000 }, { "亿", 100000000 } };
    size_t from = at, unit_at, length;
    UnitId unit = UNIT_NONE;
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        if (is_at(text, at, places[i].word) &&
            (is_at(text, at + 3, "余") ||
             (is_at(text, at + 3, "多") && !is_at(text, at + 3, "多于")))) {
            quantity->number = rat_multiply(quantity->number, RAT_INT(places[i].value));
            at += 3;
            break;
        }
    }
    if (is_at(text, at, "余") || (is_at(text, at, "多") && !is_at(text, at, "多于"))) {
        quantity->more = true;
        at += 3;
    }
    if (is_at(text, at, "+") &&
        unit_prefix(units, text_slice(text, at + 1, text.length), &unit) > 0) {
        quantity->more = true; /* 1000+人 */
        at++;
    }
    if (is_at(text, at, "来") &&
        unit_prefix(units, text_slice(text, at + 3, text.length), &unit) > 0) {
        quantity->round = true; /* 200来人 */
        at += 3;
    }
    unit_at = at + scan_blanks(text, at);
    length = unit_prefix(units, text_slice(text, unit_at, text.length), &unit);
    if (length == 0)
        return at - from;
    quantity->has_unit = true;
    quantity->unit = unit;
    at = unit_at + length;
    /* 2天半 */
    if (is_at(text, at, "半") && !rune_is_han(rune_at(text, at + 3))) {
        quantity->number = rat_add(quantity->number, rat_of(1, 2));
        at += 3;
    }
    if ((is_at(text, at, "余") || is_at(text, at, "多")) && !rune_is_han(rune_at(text, at + 3))) {
        quantity->more = true;
        at += 3;
    }
    return at - from;
}

/* A currency sign before the number. */
static size_t scan_currency(Text text, size_t at, Units *units, UnitId *unit) {
    static const char *const marks[] = { "¥", "￥", "US$", "$", "£", "€" };
    for (int i = 0; i < COUNT_OF(marks); i++) {
        if (is_at(text, at, marks[i])) {
            *unit = unit_find(units, text_of(marks[i]));
            return text_of(marks[i]).length;
        }
    }
    return 0;
}

/* Is the minus at `at` a sign?  Behind words and numbers it is a dash. */
static bool is_minus(Text text, size_t at) {
    if (at + 1 >= text.length || text.at[at] != '-' || !is_digit_at(text, at + 1))
        return false;
    uint32_t before = rune_before(text, at);
    static const uint32_t words[] = { 0x4E3A /* 为 */, 0x662F /* 是 */, 0x957F /* 长 */,
                                      0x964D /* 降 */, 0x8FBE /* 达 */, 0x5728 /* 在 */,
                                      0x4E8E /* 于 */, 0x7387 /* 率 */, 0x5E45 /* 幅 */,
                                      0x8FC7 /* 过 */ };
    if (before == 0 || (before < 0x80 && strchr(" \n,;:(><=/~", (int)before)))
        return true;
    if (before == 0x2264 || before == 0x2265 || before == 0x3001 || before == 0x7EA6)
        return true;
    for (int i = 0; i < COUNT_OF(words); i++) {
        if (before == words[i])
            return true;
    }
    return false;
}

static bool has_great_place(Text han) {
    return text_find(han, TEXT("万"), 0) >= 0 || text_find(han, TEXT("亿"), 0) >= 0;
}

/* A number with its unit; 0 for none.  Whether it counts anything is not asked here. */
size_t scan_quantity(Units *units, Text text, size_t at, Quantity *quantity) {
    size_t from = at, length;
    UnitId currency = UNIT_NONE;
    *quantity = (Quantity){ 0 };
    if ((length = scan_fraction(text, at, quantity)) > 0)
        return length;
    if ((length = scan_half(units, text, at, quantity)) > 0)
        return length;
    if ((length = scan_currency(text, at, units, &currency)) > 0)
        at += length + scan_blanks(text, at + length);
    bool negative = is_minus(text, at);
    if (negative || (is_at(text, at, "+") && is_digit_at(text, at + 1)))
        at++;
    length = scan_digits(text, at, &quantity->number);
    if (length == 0 && !negative && currency == UNIT_NONE) {
        length = scan_han_number(text, at, &quantity->number, &quantity->one);
        quantity->han = length > 0;
        quantity->zero = quantity->han && rat_is_zero(quantity->number);
    }
    if (length == 0)
        return 0;
    at += length;
    size_t number_at = at;
    if (!quantity->han)
        at += scan_places(text, at, quantity);
    bool placed =
        at > number_at || (quantity->han && has_great_place(text_slice(text, at - length, at)));
    if (negative)
        quantity->number = rat_negate(quantity->number);
    at += scan_unit(units, text, at, quantity);
    if (placed && !quantity->has_unit) {
        /* 三万, 73万1千: 万 waits for its unit as in 3万 */
        quantity->number = rat_divide(quantity->number, RAT_INT(10000));
        quantity->has_unit = true;
        quantity->unit = UNIT_WAN;
        quantity->bad = quantity->bad || quantity->loose;
    }
    if (currency != UNIT_NONE) {
        if (!quantity->has_unit)
            quantity->unit = currency;
        else if (unit_is_ratio(units, quantity->unit)) /* ¥ 3万: the amount in 元 */
            quantity->number = rat_multiply(quantity->number, unit_scale(units, quantity->unit)),
            quantity->unit = currency;
        quantity->has_unit = true;
    }
    return at - from;
}
