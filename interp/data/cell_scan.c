/* cell_scan.c - folding a cell's text and finding the numbers in it.  An item is tried at every character; what
   no item takes is words.  A number is only taken where it counts something: the digits of 二级医院, O3, 第2期,
   财预〔2020〕10号 and of list labels (2、…) are words. */
#include "data/cell_scan.h"

#include <string.h>

typedef struct Word {
    Text word;
    int value;
    bool strict;
} Word;

static const Word signs[] = {
#define SIGN(word, sense, strict) { TEXT(word), SIGN_##sense, strict },
#include "data/cell.def"
};
static const Word behinds[] = {
#define BEHIND(word, sense, strict) { TEXT(word), SIGN_##sense, strict },
#include "data/cell.def"
};
enum { PLACE_BEFORE, PLACE_NEAR, PLACE_AFTER, PLACE_MORE };
static const Word abouts[] = {
#define ABOUT(word, place) { TEXT(word), PLACE_##place, false },
#include "data/cell.def"
};
static const Word no_numbers[] = {
#define NO_NUMBER(word) { TEXT(word), 0, false },
#include "data/cell.def"
};
static const Word fillers[] = {
#define FILLER(word) { TEXT(word), 0, false },
#include "data/cell.def"
};

#define COUNT_OF(array) ((int)(sizeof(array) / sizeof *(array)))

static bool is_at(Text text, size_t at, const char *word) {
    return text_begins(text_slice(text, at, text.length), text_of(word));
}

static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

static bool is_digit_at(Text text, size_t at) {
    return at < text.length && text.at[at] >= '0' && text.at[at] <= '9';
}

bool rune_is_han(uint32_t rune) {
    return (rune >= 0x3400 && rune <= 0x9FFF) || rune == 0x3007 || (rune >= 0x20000 && rune <= 0x3FFFF);
}

static uint32_t rune_at(Text text, size_t at) {
    int length;
    return at < text.length ? text_rune(text, at, &length) : 0;
}

static size_t rune_length(Text text, size_t at) {
    int length;
    text_rune(text, at, &length);
    return (size_t)length;
}

uint32_t rune_before(Text text, size_t at) {
    if (at == 0) return 0;
    size_t from = at - 1;
    while (from > 0 && at - from < 4 && ((unsigned char)text.at[from] & 0xC0) == 0x80) from--;
    return rune_at(text, from);
}

/* The longest word of `table` at `at`; ASCII letters in either case, Latin words whole. */
static const Word *word_at(Text text, size_t at, const Word *table, int count) {
    const Word *best = NULL;
    if (at >= text.length) return NULL;
    char first = text.at[at] >= 'A' && text.at[at] <= 'Z' ? (char)(text.at[at] + 32) : text.at[at];
    for (int i = 0; i < count; i++) {
        Text word = table[i].word;
        if (word.at[0] != first || word.length > text.length - at || (best && best->word.length >= word.length))
            continue;
        size_t n = 0;
        while (n < word.length) {
            char c = text.at[at + n];
            if (c >= 'A' && c <= 'Z') c = (char)(c + 32);
            if (c != word.at[n]) break;
            n++;
        }
        if (n < word.length) continue;
        if (is_letter(word.at[n - 1]) && at + n < text.length && is_letter(text.at[at + n])) continue;
        if (is_letter(word.at[0]) && at > 0 && is_letter(text.at[at - 1])) continue;
        best = &table[i];
    }
    return best;
}

size_t scan_blanks(Text text, size_t at) {
    size_t from = at;
    while (at < text.length && text.at[at] == ' ') at++;
    return at - from;
}

/* Folding */

/* One spelling for what looks alike; 0: left out. */
static uint32_t fold_rune(uint32_t rune) {
    if (rune >= 0xFF01 && rune <= 0xFF5E) rune -= 0xFEE0;
    switch (rune) {
    case 0x2460: case 0x2461: case 0x2462: case 0x2463: case 0x2464: case 0x2465: case 0x2466: case 0x2467: case 0x2468:
        return ';'; /* ① ② … set off the points of a list */
    case 0x3000: case 0xA0: case '\t': case '\r': case 0x2002: case 0x2003: case 0x2009: case 0x202F: return ' ';
    case 0x0B: case 0x0C: case 0x2028: case 0x2029: return '\n';
    case 0x200B: case 0x200C: case 0x200D: case 0xFEFF: case 0x2060: return 0;
    case 0x2267: case 0x2A7E: return 0x2265;
    case 0x2266: case 0x2A7D: return 0x2264;
    case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2015: case 0x2212: case 0xFE63: case 0x2500:
        return '-';
    case 0x301C: case 0x223C: case 0x02DC: return '~';
    case 0xFE6A: return '%';
    case 0xFE65: return '>';
    case 0xFE64: return '<';
    case 0xFE66: return '=';
    case 0xFF64: return 0x3001;
    case 0x2236: return ':';
    case 0x22C5: case 0x30FB: case 0x2022: return 0xB7;
    default: return rune;
    }
}

static void fold(Scan *scan, Text cell) {
    Buf buf = { 0 };
    scan->source = text_trim(cell);
    size_t size = scan->source.length * 3 + 1;
    scan->origin = mem_leaf(size * sizeof *scan->origin);
    int runes = 0;
    for (size_t at = 0; at < scan->source.length && runes < CELL_TEXT_MAX; runes++) {
        int length;
        uint32_t rune = fold_rune(text_rune(scan->source, at, &length));
        /* 》= for >= : only before = is the bracket a sign */
        uint32_t next = fold_rune(rune_at(scan->source, at + (size_t)length));
        if ((rune == 0x300B || rune == 0x3009) && next == '=') rune = '>';
        if ((rune == 0x300A || rune == 0x3008) && next == '=') rune = '<';
        bool again = rune == ' ' && buf.length > 0 && (buf.at[buf.length - 1] == ' ' || buf.at[buf.length - 1] == '\n');
        size_t before = buf.length;
        if (rune != 0 && !again) buf_rune(&buf, rune);
        for (size_t i = before; i < buf.length && i < size; i++) scan->origin[i] = (uint32_t)at;
        at += (size_t)length;
        scan->origin[buf.length] = (uint32_t)at;
    }
    scan->text = buf_text(&buf);
}

Text scan_source(const Scan *scan, size_t begin, size_t end) {
    if (begin >= end) return TEXT_NONE;
    return text_slice(scan->source, scan->origin[begin], end < scan->text.length ? scan->origin[end] : scan->source.length);
}

bool cell_shows_nothing(Text cell) {
    Scan scan = { 0 };
    fold(&scan, cell);
    return text_is_blank(scan.text);
}

Text cell_fold(Text cell) {
    Scan scan = { 0 };
    fold(&scan, cell);
    Text text = text_trim(scan.text);
    for (;;) {
        size_t length = text.length;
        if (text_ends(text, TEXT("。"))) length -= 3;
        else if (length > 0 && strchr(".;,!", text.at[length - 1]) && text.at[length - 1]) length -= 1;
        if (length == text.length || length == 0) return text;
        text = text_trim(text_slice(text, 0, length));
    }
}

/* Numbers */

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
        } else if (c == ',' && !point && n > 0 && is_digit_at(text, at + 1) && is_digit_at(text, at + 2) &&
                   is_digit_at(text, at + 3) && !is_digit_at(text, at + 4)) {
            continue; /* S13: a comma before exactly three digits groups them */
        } else {
            break;
        }
    }
    if (n == 0 || n + 1 >= sizeof digits) return 0;
    if (at < text.length && text.at[at] == '.' && point && is_digit_at(text, at + 1)) return 0; /* 1.2.3 */
    return rat_read((Text){ digits, n }, number) ? at - from : 0;
}

/* A Chinese digit or place at `at`: its value; places have `place` set. */
static size_t han_digit(Text text, size_t at, int64_t *value, bool *place) {
    static const struct {
        Text word;
        int64_t value;
    } digits[] = {
        { TEXT("零"), 0 },   { TEXT("〇"), 0 },   { TEXT("一"), 1 },     { TEXT("二"), 2 },     { TEXT("两"), 2 },
        { TEXT("三"), 3 },   { TEXT("四"), 4 },   { TEXT("五"), 5 },     { TEXT("六"), 6 },     { TEXT("七"), 7 },
        { TEXT("八"), 8 },   { TEXT("九"), 9 },   { TEXT("壹"), 1 },     { TEXT("贰"), 2 },     { TEXT("叁"), 3 },
        { TEXT("肆"), 4 },   { TEXT("伍"), 5 },   { TEXT("陆"), 6 },     { TEXT("柒"), 7 },     { TEXT("捌"), 8 },
        { TEXT("玖"), 9 },   { TEXT("十"), 10 },  { TEXT("拾"), 10 },    { TEXT("百"), 100 },   { TEXT("佰"), 100 },
        { TEXT("千"), 1000 }, { TEXT("仟"), 1000 }, { TEXT("万"), 10000 }, { TEXT("亿"), 100000000 },
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
    if (!is_at(text, at, "点")) return 0;
    size_t from = at, length;
    int64_t value, scale = 1, decimals = 0;
    bool place;
    at += 3;
    while ((length = han_digit(text, at, &value, &place)) > 0 && !place && scale < 1000000000) {
        decimals = decimals * 10 + value;
        scale *= 10;
        at += length;
    }
    if (scale == 1) return 0;
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
                if (total || section) break;
                listed = true;
                if (digit > limit / 10) return 0;
                value += digit * 10;
            }
            digit = value;
        } else if (listed) {
            break;
        } else if (value >= 10000) {
            if (!any && digit < 0) return 0; /* a bare 万 or 亿 */
            section = section + (digit > 0 ? digit : 0);
            if (section == 0) section = 1;
            if (value == 100000000) total = (total + section) * value, section = 0;
            else total += section * value, section = 0;
            if (total > limit) return 0;
            digit = -1;
            last_place = value;
        } else {
            if (value >= last_place && section > 0) break;
            section += (digit > 0 ? digit : 1) * value;
            digit = -1;
            last_place = value;
        }
        any = true;
        at += length;
    }
    if (!any) return 0;
    *number = RAT_INT(total + section + (digit > 0 ? digit : 0));
    *bare_one = rat_equal(*number, RAT_ONE);
    at += han_decimals(text, at, number);
    return at - from;
}

size_t scan_small(Text text, size_t at, int *number) {
    size_t n = 0;
    *number = 0;
    while (n < 3 && is_digit_at(text, at + n)) *number = *number * 10 + (text.at[at + n++] - '0');
    if (n > 0) return n < 3 ? n : 0;
    Rat value;
    bool one;
    int64_t whole;
    n = scan_han_number(text, at, &value, &one);
    if (n == 0 || !rat_to_int64(value, &whole) || whole < 1 || whole > 99) return 0;
    *number = (int)whole;
    return n;
}

/* One number with its unit, as written. */
typedef struct Quantity {
    Rat number;
    bool has_unit, more, round, han, one, zero;
    UnitId unit;
} Quantity;

/* 百分之九十五, 千分之三, 三分之二 */
static size_t scan_fraction(Text text, size_t at, Quantity *quantity) {
    Rat below, above;
    bool one;
    size_t from = at, length;
    if (is_at(text, at, "百分百")) {
        *quantity = (Quantity){ .number = RAT_INT(100), .has_unit = true, .unit = UNIT_PERCENT, .han = true };
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
        if (length == 0 || rat_is_zero(below) || !is_at(text, at + length, "分之")) return 0;
        at += length + 6;
        length = scan_han_number(text, at, &above, &one);
        if (length == 0) return 0;
        quantity->number = rat_divide(above, below);
        return at + length - from;
    }
    length = scan_digits(text, at, &quantity->number);
    if (length == 0) length = scan_han_number(text, at, &quantity->number, &one);
    if (length == 0) return 0;
    quantity->has_unit = true;
    return at + length - from;
}

/* 亿 万 千 百 */
static size_t scan_place(Text text, size_t at, int64_t *value) {
    bool place;
    size_t length = han_digit(text, at, value, &place);
    return length > 0 && place && *value >= 100 ? length : 0;
}

/* 73万1千, 3亿2千万: what follows a number of digits and its place.  0, with *number as it was, where no digits do. */
static size_t scan_places(Text text, size_t at, Rat *number) {
    size_t from = at, length;
    int64_t place, below, times;
    Rat sum = *number, last = *number;
    bool first = true;
    while ((length = scan_place(text, at, &place)) > 0 && (first || is_digit_at(text, at + length))) {
        if (!is_digit_at(text, at + length)) break;
        /* the place belongs to the number before it */
        sum = rat_add(rat_subtract(sum, last), rat_multiply(last, RAT_INT(place)));
        at += length;
        length = scan_digits(text, at, &last);
        if (length == 0 || rat_compare(last, RAT_INT(place)) >= 0) return 0;
        at += length;
        sum = rat_add(sum, last);
        first = false;
        /* 3亿2千万: 千万 is one place */
        length = scan_place(text, at, &below);
        if (length > 0 && below < place && (length = scan_place(text, at + length, &times)) > 0 && below * times < place) {
            sum = rat_add(rat_subtract(sum, last), rat_multiply(last, RAT_INT(below * times)));
            *number = sum;
            return at + length * 2 - from;
        }
        length = scan_place(text, at, &below);
        if (length > 0 && below < place && !is_digit_at(text, at + length)) {
            *number = rat_add(rat_subtract(sum, last), rat_multiply(last, RAT_INT(below)));
            return at + length - from;
        }
    }
    if (first) return 0;
    *number = sum;
    return at - from;
}

/* 半年, 一半, 九成, 八成五 */
static size_t scan_half(Units *units, Text text, size_t at, Quantity *quantity) {
    Rat tenths, more;
    bool one;
    UnitId unit;
    if (is_at(text, at, "一半")) {
        *quantity = (Quantity){ .number = RAT_INT(50), .has_unit = true, .unit = UNIT_PERCENT, .han = true };
        return 6;
    }
    if (is_at(text, at, "半")) {
        size_t length = unit_prefix(units, text_slice(text, at + 3, text.length), &unit);
        bool span = length > 0 && (unit_is_time(units, unit) || unit_fit(units, unit, UNIT_MONTH) == UNIT_SAME);
        if (!span || rune_is_han(rune_before(text, at))) return 0;
        *quantity = (Quantity){ .number = rat_of(1, 2), .has_unit = true, .unit = unit, .han = true };
        return 3 + length;
    }
    size_t length = scan_han_number(text, at, &tenths, &one);
    if (length == 0 || !is_at(text, at + length, "成") || rat_compare(tenths, RAT_INT(10)) > 0) return 0;
    size_t end = at + length + 3;
    length = scan_han_number(text, end, &more, &one);
    if (length > 0 && rat_compare(more, RAT_INT(10)) < 0) {
        tenths = rat_add(tenths, rat_divide(more, RAT_INT(10)));
        end += length;
    } else if (rune_is_han(rune_at(text, end)) && !word_at(text, end, behinds, COUNT_OF(behinds)) &&
               !word_at(text, end, abouts, COUNT_OF(abouts))) {
        return 0; /* 三成立 */
    }
    *quantity = (Quantity){ .number = rat_multiply(tenths, RAT_INT(10)), .has_unit = true, .unit = UNIT_PERCENT, .han = true };
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
            (is_at(text, at + 3, "余") || (is_at(text, at + 3, "多") && !is_at(text, at + 3, "多于")))) {
            quantity->number = rat_multiply(quantity->number, RAT_INT(places[i].value));
            at += 3;
            break;
        }
    }
    if (is_at(text, at, "余") || (is_at(text, at, "多") && !is_at(text, at, "多于"))) {
        quantity->more = true;
        at += 3;
    }
    if (is_at(text, at, "+") && unit_prefix(units, text_slice(text, at + 1, text.length), &unit) > 0) {
        quantity->more = true; /* 1000+人 */
        at++;
    }
    if (is_at(text, at, "来") && unit_prefix(units, text_slice(text, at + 3, text.length), &unit) > 0) {
        quantity->round = true; /* 200来人 */
        at += 3;
    }
    unit_at = at + scan_blanks(text, at);
    length = unit_prefix(units, text_slice(text, unit_at, text.length), &unit);
    if (length == 0) return at - from;
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
    if (at + 1 >= text.length || text.at[at] != '-' || !is_digit_at(text, at + 1)) return false;
    uint32_t before = rune_before(text, at);
    static const uint32_t words[] = { 0x4E3A /* 为 */, 0x662F /* 是 */, 0x957F /* 长 */, 0x964D /* 降 */, 0x8FBE /* 达 */,
                                      0x5728 /* 在 */, 0x4E8E /* 于 */, 0x7387 /* 率 */, 0x5E45 /* 幅 */, 0x8FC7 /* 过 */ };
    if (before == 0 || (before < 0x80 && strchr(" \n,;:(><=/~", (int)before))) return true;
    if (before == 0x2264 || before == 0x2265 || before == 0x3001 || before == 0x7EA6) return true;
    for (int i = 0; i < COUNT_OF(words); i++) {
        if (before == words[i]) return true;
    }
    return false;
}

/* A number with its unit; 0 for none.  Whether it counts anything is not asked here. */
static size_t scan_quantity(Units *units, Text text, size_t at, Quantity *quantity) {
    size_t from = at, length;
    UnitId currency = UNIT_NONE;
    *quantity = (Quantity){ 0 };
    if ((length = scan_fraction(text, at, quantity)) > 0) return length;
    if ((length = scan_half(units, text, at, quantity)) > 0) return length;
    if ((length = scan_currency(text, at, units, &currency)) > 0) at += length + scan_blanks(text, at + length);
    bool negative = is_minus(text, at);
    if (negative || (is_at(text, at, "+") && is_digit_at(text, at + 1))) at++;
    length = scan_digits(text, at, &quantity->number);
    if (length == 0 && !negative && currency == UNIT_NONE) {
        length = scan_han_number(text, at, &quantity->number, &quantity->one);
        quantity->han = length > 0;
        quantity->zero = quantity->han && rat_is_zero(quantity->number);
    }
    if (length == 0) return 0;
    at += length;
    if (!quantity->han) at += scan_places(text, at, &quantity->number);
    if (negative) quantity->number = rat_negate(quantity->number);
    at += scan_unit(units, text, at, quantity);
    if (currency != UNIT_NONE) {
        if (!quantity->has_unit) quantity->unit = currency;
        else if (unit_is_ratio(units, quantity->unit)) /* ¥ 3万: the amount in 元 */
            quantity->number = rat_multiply(quantity->number, unit_scale(units, quantity->unit)), quantity->unit = currency;
        quantity->has_unit = true;
    }
    return at - from;
}

/* Items */

/* 第2期, O3, 附件1, 〔2020〕: digits that belong to the word in front. */
static bool is_glued_before(Text text, size_t at) {
    static const char *const fronts[] = { "第", "附件", "附表", "表", "图", "编号", "文号", "〔", "[", "×", "*", "x", NULL };
    if (at == 0) return false;
    char c = text.at[at - 1];
    if (is_letter(c) || c == '_' || c == '#' || c == '.') return true;
    for (int i = 0; fronts[i]; i++) {
        Text front = text_of(fronts[i]);
        if (at >= front.length && text_is(text_slice(text, at - front.length, at), front)) return true;
    }
    return false;
}

/* "1." "2、" "(3)" "指标1:": the number of a point in a list.  Gives where the label ends, or `at`. */
static size_t scan_label(Text text, size_t at) {
    int number;
    size_t from = at;
    uint32_t before = rune_before(text, at);
    bool start = before == 0 || before == '\n' || before == ';' || before == 0x3002 || before == ' ';
    bool named = at >= 6 && text_ends(text_slice(text, 0, at), TEXT("指标"));
    if (!start && !named) return from;
    bool bracket = is_at(text, at, "(");
    if (bracket) at++;
    size_t length = scan_small(text, at, &number);
    if (length == 0) return from;
    at += length;
    if (bracket) return is_at(text, at, ")") ? at + 1 : from;
    if (named) return at + (is_at(text, at, ":") ? 1 : 0);
    if (is_at(text, at, "是") && !is_digit_at(text, from)) return at + 3; /* 一是…；二是… */
    size_t joint = is_at(text, at, "、") ? 3 : is_at(text, at, ".") || is_at(text, at, ")") || is_at(text, at, ":") ? 1 : 0;
    if (joint == 0) return from;
    size_t next = at + joint + scan_blanks(text, at + joint);
    /* 2、3次 and 0.5 are numbers; 2、开展… is a label */
    if (next >= text.length || is_digit_at(text, next)) return from;
    if (joint == 3 && scan_small(text, next, &number) > 0) return from;
    return at + joint;
}

/* 不宜低于, 并非超过: a denial in front that the table does not know. */
static bool is_denied_sign(Text text, size_t at) {
    static const char *const denials[] = { "不", "未", "没", "非", "无", "勿" };
    if (!rune_is_han(rune_at(text, at))) return false;
    for (int back = 0; back < 2 && at > 0 && rune_is_han(rune_before(text, at)); back++) {
        do at--;
        while (at > 0 && ((unsigned char)text.at[at] & 0xC0) == 0x80);
        for (int i = 0; i < COUNT_OF(denials); i++) {
            if (is_at(text, at, denials[i])) return true;
        }
    }
    return false;
}

/* 节约5万元, 最近3次: 约 and 近 that end another word. */
static bool is_word_end(Text text, size_t at) {
    static const char *const words[] = { "节约", "预约", "签约", "履约", "合约", "违约", "契约", "特约", "制约", "集约",
                                         "附近", "最近", "临近", "靠近", "邻近" };
    for (int i = 0; i < COUNT_OF(words); i++) {
        if (at >= 3 && is_at(text, at - 3, words[i])) return true;
    }
    return false;
}

/* Prefixes of a number: 各, signs, 约. */
static size_t scan_prefix(Text text, size_t at, Item *item) {
    size_t from = at;
    for (int n = 0; n < 6; n++) {
        at += n > 0 ? scan_blanks(text, at) : 0;
        const Word *word = word_at(text, at, signs, COUNT_OF(signs));
        if (word) {
            if (is_denied_sign(text, at)) item->clash = true;
            if (item->sign != SIGN_NONE && item->sign != (ItemSign)word->value) item->clash = true;
            item->sign = (ItemSign)word->value;
            item->strict = word->strict;
            at += word->word.length;
        } else if ((word = word_at(text, at, abouts, COUNT_OF(abouts))) && word->value <= PLACE_NEAR &&
                   !is_word_end(text, at)) {
            item->about = word->value == PLACE_NEAR ? ABOUT_NEAR : ABOUT_ROUND;
            at += word->word.length;
        } else if (is_at(text, at, "各") || is_at(text, at, "均")) {
            static const char *const averages[] = { "人", "年", "月", "日", "户", "平", "周" };
            for (int i = 0; i < COUNT_OF(averages) && is_at(text, at, "均"); i++) {
                if (at >= 3 && is_at(text, at - 3, averages[i])) return at - from;
            }
            item->each = true;
            at += 3;
            if (is_at(text, at, "为") || is_at(text, at, "达")) at += 3;
        } else {
            break;
        }
    }
    return at - from;
}

/* (含), （含1000人）, （含本数）: says again that the bound is included. */
static size_t scan_included(Units *units, Text text, size_t at, const Item *item) {
    if (!is_at(text, at, "(含")) return 0;
    size_t end = at + 4;
    Quantity again;
    if (is_at(text, end, "本数")) end += 6;
    else {
        size_t length = scan_quantity(units, text, end, &again);
        if (length > 0 && !rat_equal(again.number, item->lo)) return 0;
        end += length;
    }
    return is_at(text, end, ")") ? end + 1 - at : 0;
}

/* What stands behind the number and its unit: 左右, 以上. */
static size_t scan_suffix(Units *units, Text text, size_t at, Item *item) {
    size_t from = at, length;
    for (int n = 0; n < 3; n++) {
        size_t behind = at + scan_blanks(text, at);
        const Word *word = word_at(text, behind, behinds, COUNT_OF(behinds));
        if (word) {
            if (item->is_range || (item->sign != SIGN_NONE && item->sign != (ItemSign)word->value)) item->clash = true;
            if (item->sign == SIGN_NONE) item->strict = word->strict;
            item->sign = (ItemSign)word->value;
            at = behind + word->word.length;
        } else if ((word = word_at(text, behind, abouts, COUNT_OF(abouts))) && word->value == PLACE_AFTER) {
            item->about = ABOUT_ROUND;
            at = behind + word->word.length;
        } else if ((length = scan_included(units, text, behind, item)) > 0) {
            at = behind + length;
        } else {
            break;
        }
    }
    return at - from;
}

/* 6-9月, 80%~90%, 3至5次, 45% .. 80%, 60% ..< 80%, 5±1 */
static size_t scan_range(Units *units, Text text, size_t at, Item *item, Quantity *first) {
    static const char *const dashes[] = { "--", "-", "~", "至", "到", "..<", "..", "…", "±" };
    size_t from = at;
    at += scan_blanks(text, at);
    int which = 0;
    while (which < COUNT_OF(dashes) && !is_at(text, at, dashes[which])) which++;
    if (which == COUNT_OF(dashes)) return 0;
    at += text_of(dashes[which]).length;
    at += scan_blanks(text, at);
    Quantity second;
    size_t length = scan_quantity(units, text, at, &second);
    if (length == 0 || second.more || first->more) return 0;
    /* S12: the first takes the second's unit */
    if (!first->has_unit) first->unit = second.unit, first->has_unit = second.has_unit;
    if (!second.has_unit) second.unit = first->unit;
    if (unit_fit(units, first->unit, second.unit) != UNIT_SAME) return 0;
    Rat factor = rat_divide(unit_scale(units, second.unit), unit_scale(units, first->unit));
    Rat hi = rat_multiply(second.number, factor), lo = first->number;
    if (which == COUNT_OF(dashes) - 1) {
        lo = rat_subtract(first->number, hi);
        hi = rat_add(first->number, hi);
    }
    if (rat_is_huge(lo) || rat_is_huge(hi)) return 0;
    item->lo = lo;
    item->hi = hi;
    item->is_range = true;
    item->high_open = which == 5;
    item->clash = item->clash || rat_compare(lo, hi) > 0 || (item->high_open && rat_equal(lo, hi));
    if (rat_equal(lo, hi)) item->is_range = false;
    return at + length - from;
}

/* Does the number count something where it stands, or is it part of a word? */
static bool is_counted(Text text, const Item *item, const Quantity *quantity) {
    uint32_t next = rune_at(text, item->end);
    bool glued = rune_is_han(next) || (next < 0x80 && is_letter((char)next) && next != 0);
    bool marked = item->sign != SIGN_NONE || item->each || item->about != ABOUT_NONE || item->is_range;
    if (!glued || marked) {
        if (quantity->has_unit || !quantity->han || marked) return true;
        /* 十二 counts alone; 统一 does not */
        return !rune_is_han(rune_before(text, item->begin));
    }
    if (word_at(text, item->end, fillers, COUNT_OF(fillers))) return quantity->has_unit || !quantity->han;
    if (quantity->zero && !quantity->has_unit) return true; /* 零投诉 */
    if (!quantity->has_unit) return false;                  /* 二级, 5G, 1全市 */
    if (!quantity->han) return true;
    /* 一次告知, 三个代表, 四项制度: words; 两次培训: two */
    Text unit = text_slice(text, item->begin, item->end);
    return !quantity->one && !text_ends(unit, TEXT("个")) && !text_ends(unit, TEXT("项"));
}

/* 每月2次, 每人300元: a rate.  一年四次: the year of the form, the frame is passed over (0 unless a rate). */
static size_t scan_rate(Scan *scan, size_t at, Item *item) {
    Text text = scan->text;
    if (!is_at(text, at, "每")) return 0;
    UnitId per, unit;
    size_t from = at + 3, length = unit_prefix(scan->units, text_slice(text, from, text.length), &per);
    if (length == 0 || unit_is_ratio(scan->units, per)) return 0;
    size_t end = from + length;
    end += scan_blanks(text, end);
    *item = (Item){ .kind = ITEM_NUMBER, .begin = at };
    size_t prefix = scan_prefix(text, end, item);
    Quantity quantity;
    size_t more = scan_quantity(scan->units, text, end + prefix, &quantity);
    if (more == 0 || !quantity.has_unit || quantity.more) return 0;
    if (unit_fit(scan->units, per, UNIT_YEAR) == UNIT_SAME && rat_equal(unit_scale(scan->units, per), RAT_INT(12)))
        return 0; /* the form's own year */
    Buf name = { 0 };
    buf_add(&name, unit_name(scan->units, quantity.unit));
    buf_char(&name, '/');
    buf_add(&name, text_slice(text, from, from + length));
    unit = unit_find(scan->units, buf_text(&name));
    if (unit < 0) return 0;
    item->lo = item->hi = quantity.number;
    item->has_unit = true;
    item->unit = unit;
    item->end = end + prefix + more;
    item->end += scan_suffix(scan->units, text, item->end, item);
    return item->end - at;
}

static bool is_done_word(Text text, size_t at) {
    at += scan_blanks(text, at);
    static const char *const words[] = { "完成", "办结", "办理完毕", "完工", "竣工", "拨付", "到位", "全部完成" };
    for (int i = 0; i < COUNT_OF(words); i++) {
        if (is_at(text, at, words[i])) return true;
    }
    return false;
}

/* 2022年 is a year, not so many of them. */
static bool is_year(Text text, size_t at, const Quantity *quantity) {
    int64_t year;
    if (!quantity->has_unit || !rat_to_int64(quantity->number, &year) || year < 1900 || year > 2199) return false;
    return is_digit_at(text, at) && is_at(text, at + 4, "年");
}

static size_t scan_number(Scan *scan, size_t at, Item *item) {
    Text text = scan->text;
    size_t rate = scan_rate(scan, at, item);
    if (rate > 0) return rate;
    *item = (Item){ .kind = ITEM_NUMBER, .begin = at };
    size_t place = at + scan_prefix(text, at, item);
    if (place > at) place += scan_blanks(text, place);
    if (place > at && (is_at(text, place, "为") || is_at(text, place, "达"))) place += 3;
    if (is_glued_before(text, place) || word_at(text, place, no_numbers, COUNT_OF(no_numbers))) return 0;
    Quantity quantity;
    size_t length = scan_quantity(scan->units, text, place, &quantity);
    if (length == 0 || rat_is_huge(quantity.number)) return 0;
    uint32_t before = rune_before(text, place);
    if (is_year(text, place, &quantity)) return 0;
    /* 几百, 数千, 进一步, 统一, 之一 */
    static const uint32_t vague[] = { 0x51E0, 0x6570, 0x8FDB, 0x7EDF, 0x4E4B, 0x552F, 0x5355, 0x540C, 0x9010, 0x65E0 };
    for (int i = 0; quantity.han && i < COUNT_OF(vague); i++) {
        if (before == vague[i]) return 0;
    }
    /* 上百人次: a hundred or more */
    if (quantity.han && before == 0x4E0A && item->begin == place) {
        item->sign = SIGN_AT_LEAST;
        item->begin -= 3;
    }
    item->lo = item->hi = quantity.number;
    size_t end = place + length;
    /* 7×24小时 */
    for (int i = 0; i < 3; i++) {
        static const char *const times[] = { "×", "*", "x" };
        if (is_at(text, end, times[i]) && is_digit_at(text, end + text_of(times[i]).length)) return 0;
    }
    end += scan_range(scan->units, text, end, item, &quantity);
    item->has_unit = quantity.has_unit;
    item->unit = quantity.unit;
    item->end = end;
    item->end += scan_suffix(scan->units, text, end, item);
    if (quantity.round) item->about = ABOUT_ROUND;
    if (quantity.more) {
        if (item->sign == SIGN_AT_MOST) item->clash = true;
        item->about = ABOUT_MORE;
    }
    if (!is_counted(text, item, &quantity)) return 0;
    item->months = quantity.has_unit && quantity.unit == UNIT_MONTH && item->sign == SIGN_NONE && !quantity.more;
    bool span = item->has_unit && unit_fit(scan->units, item->unit, UNIT_YEAR) != UNIT_OTHER;
    span = span || (item->has_unit && (unit_is_time(scan->units, item->unit) ||
                                       unit_fit(scan->units, item->unit, unit_find(scan->units, TEXT("工作日"))) == UNIT_SAME));
    item->within_done = span && item->sign == SIGN_AT_MOST && end < item->end && is_done_word(text, item->end);
    return item->end - at;
}

/* 一年四次, 全年四次: the frame of a number, which is the year of the form. */
static size_t scan_frame(Scan *scan, size_t at) {
    Text text = scan->text;
    static const char *const frames[] = { "一年", "全年", "每年", "年均" };
    for (int i = 0; i < COUNT_OF(frames); i++) {
        if (!is_at(text, at, frames[i])) continue;
        Item item;
        size_t next = at + 6 + scan_blanks(text, at + 6);
        if (i > 0 || (next < text.length && scan_number(scan, next, &item) > 0)) return 6;
    }
    return 0;
}

/* A date wins over a number at the same place where it takes more; "6-9月" and a lone "6月" are both. */
static bool scan_item(Scan *scan, size_t at, Item *item) {
    Item date, number;
    size_t as_date = is_glued_before(scan->text, at) && !is_at(scan->text, at, "第") ? 0 : scan_date(scan->text, at, &date);
    size_t as_number = scan_number(scan, at, &number);
    if (as_number > 0 && number.within_done && as_date <= as_number + 9 &&
        !(as_date > 0 && date.period.vague)) {
        *item = number;
        return true;
    }
    if (as_number > as_date) {
        *item = number;
        if (number.months) {
            int64_t from, to;
            bool whole = number.is_range && rat_to_int64(number.lo, &from) && rat_to_int64(number.hi, &to) && from >= 1 && to <= 12;
            item->months = whole;
            if (whole) item->period = (Period){ .month = (int)from, .day = 1, .last_month = (int)to };
        }
        return true;
    }
    if (as_date == 0) return false;
    *item = date;
    if (as_number == as_date) {
        item->lo = number.lo;
        item->hi = number.hi;
        item->is_range = number.is_range;
    }
    item->months = as_number == as_date && number.months && date.period.year == 0;
    return true;
}

Scan *cell_scan(Units *units, Text cell) {
    Scan *scan = MEM_NEW(Scan);
    scan->units = units;
    fold(scan, cell);
    Text text = scan->text;
    size_t last = 0; /* where the item before ends */
    for (size_t at = 0; at < text.length;) {
        Item item;
        size_t label = scan_label(text, at), frame;
        if (label > at) {
            bool named = text_ends(text_slice(text, 0, at), TEXT("指标"));
            Label mark = { named ? at - TEXT("指标").length : at, label };
            vec_push(&scan->labels, mark);
            at = label;
        } else if ((frame = scan_frame(scan, at)) > 0) {
            at += frame;
        } else if (scan_item(scan, at, &item)) {
            if (item.begin < last) { /* 95%以上百…: the 上 was the item's before */
                item.begin = at;
                item.sign = SIGN_NONE;
            }
            /* 增速-3%: a minus or a dash?  Not to be guessed. */
            bool dash = item.begin > last + 3 && text.at[item.begin - 1] == '-' && is_digit_at(text, item.begin) &&
                        rune_is_han(rune_before(text, item.begin - 1));
            if (dash && item.kind == ITEM_NUMBER) item.clash = true;
            vec_push(&scan->items, item);
            at = last = item.end;
        } else if (is_digit_at(text, at)) {
            while (is_digit_at(text, at) || (at < text.length && is_letter(text.at[at]))) at++;
        } else if (is_letter(text.at[at])) {
            while (at < text.length && is_letter(text.at[at])) at++;
        } else {
            at += rune_length(text, at);
        }
    }
    return scan;
}
