/* cell_scan.c - folding a cell's text and finding the items in it.  An item is tried at every character; what
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

static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool rune_is_han(uint32_t rune) {
    return (rune >= 0x3400 && rune <= 0x9FFF) || rune == 0x3007 ||
           (rune >= 0x20000 && rune <= 0x3FFFF);
}

uint32_t rune_at(Text text, size_t at) {
    int length;
    return at < text.length ? text_rune(text, at, &length) : 0;
}

static size_t rune_length(Text text, size_t at) {
    int length;
    text_rune(text, at, &length);
    return (size_t)length;
}

uint32_t rune_before(Text text, size_t at) {
    if (at == 0)
        return 0;
    size_t from = at - 1;
    while (from > 0 && at - from < 4 && ((unsigned char)text.at[from] & 0xC0) == 0x80)
        from--;
    return rune_at(text, from);
}

/* The longest word of `table` at `at`; ASCII letters in either case, Latin words whole. */
static const Word *word_at(Text text, size_t at, const Word *table, int count) {
    const Word *best = NULL;
    if (at >= text.length)
        return NULL;
    char first = text.at[at] >= 'A' && text.at[at] <= 'Z' ? (char)(text.at[at] + 32) : text.at[at];
    for (int i = 0; i < count; i++) {
        Text word = table[i].word;
        if (word.at[0] != first || word.length > text.length - at ||
            (best && best->word.length >= word.length))
            continue;
        size_t n = 0;
        while (n < word.length) {
            char c = text.at[at + n];
            if (c >= 'A' && c <= 'Z')
                c = (char)(c + 32);
            if (c != word.at[n])
                break;
            n++;
        }
        if (n < word.length)
            continue;
        if (is_letter(word.at[n - 1]) && at + n < text.length && is_letter(text.at[at + n]))
            continue;
        if (is_letter(word.at[0]) && at > 0 && is_letter(text.at[at - 1]))
            continue;
        best = &table[i];
    }
    return best;
}

bool scan_is_bound(Text text, size_t at) {
    return word_at(text, at, behinds, COUNT_OF(behinds)) ||
           word_at(text, at, abouts, COUNT_OF(abouts));
}

size_t scan_blanks(Text text, size_t at) {
    size_t from = at;
    while (at < text.length && text.at[at] == ' ')
        at++;
    return at - from;
}

/* Folding */

/* One spelling for what looks alike; 0: left out. */
static uint32_t fold_rune(uint32_t rune) {
    if (rune >= 0xFF01 && rune <= 0xFF5E)
        rune -= 0xFEE0;
    switch (rune) {
    case 0x2460:
    case 0x2461:
    case 0x2462:
    case 0x2463:
    case 0x2464:
    case 0x2465:
    case 0x2466:
    case 0x2467:
    case 0x2468:
        return ';'; /* ① ② … set off the points of a list */
    case 0x3000:
    case 0xA0:
    case '\t':
    case '\r':
    case 0x2002:
    case 0x2003:
    case 0x2009:
    case 0x202F:
        return ' ';
    case 0x0B:
    case 0x0C:
    case 0x2028:
    case 0x2029:
        return '\n';
    case 0x200B:
    case 0x200C:
    case 0x200D:
    case 0xFEFF:
    case 0x2060:
        return 0;
    case 0x2267:
    case 0x2A7E:
        return 0x2265;
    case 0x2266:
    case 0x2A7D:
        return 0x2264;
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
    case 0xFE63:
    case 0x2500:
        return '-';
    case 0x301C:
    case 0x223C:
    case 0x02DC:
        return '~';
    case 0xFE6A:
        return '%';
    case 0xFE65:
        return '>';
    case 0xFE64:
        return '<';
    case 0xFE66:
        return '=';
    case 0xFF64:
        return 0x3001;
    case 0x2236:
        return ':';
    case 0x22C5:
    case 0x30FB:
    case 0x2022:
        return 0xB7;
    default:
        return rune;
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
        if ((rune == 0x300B || rune == 0x3009) && next == '=')
            rune = '>';
        if ((rune == 0x300A || rune == 0x3008) && next == '=')
            rune = '<';
        bool again = rune == ' ' && buf.length > 0 &&
                     (buf.at[buf.length - 1] == ' ' || buf.at[buf.length - 1] == '\n');
        size_t before = buf.length;
        if (rune != 0 && !again)
            buf_rune(&buf, rune);
        for (size_t i = before; i < buf.length && i < size; i++)
            scan->origin[i] = (uint32_t)at;
        at += (size_t)length;
        scan->origin[buf.length] = (uint32_t)at;
    }
    scan->text = buf_text(&buf);
}

Text scan_source(const Scan *scan, size_t begin, size_t end) {
    if (begin >= end)
        return TEXT_NONE;
    return text_slice(scan->source, scan->origin[begin],
                      end < scan->text.length ? scan->origin[end] : scan->source.length);
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
        if (text_ends(text, TEXT("。")))
            length -= 3;
        else if (length > 0 && strchr(".;,!", text.at[length - 1]) && text.at[length - 1])
            length -= 1;
        if (length == text.length || length == 0)
            return text;
        text = text_trim(text_slice(text, 0, length));
    }
}

/* Items */

/* 第2期, O3, 附件1, 〔2020〕: digits that belong to the word in front. */
static bool is_glued_before(Text text, size_t at) {
    static const char *const fronts[] = { "第", "附件", "附表", "表", "图", "编号", "文号",
                                          "〔", "[",    "×",    "*",  "x",  NULL };
    if (at == 0)
        return false;
    char c = text.at[at - 1];
    if (is_letter(c) || c == '_' || c == '#' || c == '.')
        return true;
    for (int i = 0; fronts[i]; i++) {
        Text front = text_of(fronts[i]);
        if (at >= front.length && text_is(text_slice(text, at - front.length, at), front))
            return true;
    }
    return false;
}

/* "1." "2、" "(3)" "指标1:": the number of a point in a list.  Gives where the label ends, or `at`. */
static size_t scan_label(Text text, size_t at) {
    int number;
    size_t from = at;
    uint32_t before = rune_before(text, at);
    bool start =
        before == 0 || before == '\n' || before == ';' || before == 0x3002 || before == ' ';
    bool named = at >= 6 && text_ends(text_slice(text, 0, at), TEXT("指标"));
    if (!start && !named)
        return from;
    bool bracket = is_at(text, at, "(");
    if (bracket)
        at++;
    size_t length = scan_small(text, at, &number);
    if (length == 0)
        return from;
    at += length;
    if (bracket)
        return is_at(text, at, ")") ? at + 1 : from;
    if (named)
        return at + (is_at(text, at, ":") ? 1 : 0);
    if (is_at(text, at, "是") && !is_digit_at(text, from))
        return at + 3; /* 一是…；二是… */
    size_t joint = is_at(text, at, "、")                                                  ? 3
                   : is_at(text, at, ".") || is_at(text, at, ")") || is_at(text, at, ":") ? 1
                                                                                          : 0;
    if (joint == 0)
        return from;
    size_t next = at + joint + scan_blanks(text, at + joint);
    /* 2、3次 and 0.5 are numbers; 2、开展… is a label */
    if (next >= text.length || is_digit_at(text, next))
        return from;
    if (joint == 3 && scan_small(text, next, &number) > 0)
        return from;
    return at + joint;
}

/* 不宜低于, 并非超过: a denial in front that the table does not know. */
static bool is_denied_sign(Text text, size_t at) {
    static const char *const denials[] = { "不", "未", "没", "非", "无", "勿" };
    if (!rune_is_han(rune_at(text, at)))
        return false;
    for (int back = 0; back < 2 && at > 0 && rune_is_han(rune_before(text, at)); back++) {
        do
            at--;
        while (at > 0 && ((unsigned char)text.at[at] & 0xC0) == 0x80);
        for (int i = 0; i < COUNT_OF(denials); i++) {
            if (is_at(text, at, denials[i]))
                return true;
        }
    }
    return false;
}

/* 节约5万元, 最近3次: 约 and 近 that end another word. */
static bool is_word_end(Text text, size_t at) {
    static const char *const words[] = { "节约", "预约", "签约", "履约", "合约",
                                         "违约", "契约", "特约", "制约", "集约",
                                         "附近", "最近", "临近", "靠近", "邻近" };
    for (int i = 0; i < COUNT_OF(words); i++) {
        if (at >= 3 && is_at(text, at - 3, words[i]))
            return true;
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
            if (is_denied_sign(text, at))
                item->clash = true;
            if (item->sign != SIGN_NONE && item->sign != (ItemSign)word->value)
                item->clash = true;
            item->sign = (ItemSign)word->value;
            item->strict = word->strict;
            at += word->word.length;
        } else if ((word = word_at(text, at, abouts, COUNT_OF(abouts))) &&
                   word->value <= PLACE_NEAR && !is_word_end(text, at)) {
            item->about = word->value == PLACE_NEAR ? ABOUT_NEAR : ABOUT_ROUND;
            at += word->word.length;
        } else if (is_at(text, at, "各") || is_at(text, at, "均")) {
            static const char *const averages[] = { "人", "年", "月", "日", "户", "平", "周" };
            for (int i = 0; i < COUNT_OF(averages) && is_at(text, at, "均"); i++) {
                if (at >= 3 && is_at(text, at - 3, averages[i]))
                    return at - from;
            }
            item->each = true;
            at += 3;
            if (is_at(text, at, "为") || is_at(text, at, "达"))
                at += 3;
        } else {
            break;
        }
    }
    return at - from;
}

/* (含), （含1000人）, （含本数）: says again that the bound is included. */
static size_t scan_included(Units *units, Text text, size_t at, const Item *item) {
    if (!is_at(text, at, "(含"))
        return 0;
    size_t end = at + 4;
    Quantity again;
    if (is_at(text, end, "本数"))
        end += 6;
    else {
        size_t length = scan_quantity(units, text, end, &again);
        if (length > 0 && !rat_equal(again.number, item->lo))
            return 0;
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
            if (item->is_range || (item->sign != SIGN_NONE && item->sign != (ItemSign)word->value))
                item->clash = true;
            if (item->sign == SIGN_NONE)
                item->strict = word->strict;
            item->sign = (ItemSign)word->value;
            at = behind + word->word.length;
        } else if ((word = word_at(text, behind, abouts, COUNT_OF(abouts))) &&
                   word->value == PLACE_AFTER) {
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
    while (which < COUNT_OF(dashes) && !is_at(text, at, dashes[which]))
        which++;
    if (which == COUNT_OF(dashes))
        return 0;
    at += text_of(dashes[which]).length;
    at += scan_blanks(text, at);
    Quantity second;
    size_t length = scan_quantity(units, text, at, &second);
    if (length == 0 || second.more || first->more)
        return 0;
    /* S12: the first takes the second's unit */
    if (!first->has_unit)
        first->unit = second.unit, first->has_unit = second.has_unit;
    if (!second.has_unit)
        second.unit = first->unit;
    if (unit_fit(units, first->unit, second.unit) != UNIT_SAME)
        return 0;
    Rat factor = rat_divide(unit_scale(units, second.unit), unit_scale(units, first->unit));
    Rat hi = rat_multiply(second.number, factor), lo = first->number;
    if (which == COUNT_OF(dashes) - 1) {
        lo = rat_subtract(first->number, hi);
        hi = rat_add(first->number, hi);
    }
    if (rat_is_huge(lo) || rat_is_huge(hi))
        return 0;
    item->lo = lo;
    item->hi = hi;
    item->is_range = true;
    item->high_open = which == 5;
    item->clash = item->clash || rat_compare(lo, hi) > 0 || (item->high_open && rat_equal(lo, hi));
    if (rat_equal(lo, hi))
        item->is_range = false;
    return at + length - from;
}

/* Does the number count something where it stands, or is it part of a word? */
static bool is_counted(Text text, const Item *item, const Quantity *quantity) {
    uint32_t next = rune_at(text, item->end);
    bool glued = rune_is_han(next) || (next < 0x80 && is_letter((char)next) && next != 0);
    bool marked =
        item->sign != SIGN_NONE || item->each || item->about != ABOUT_NONE || item->is_range;
    if (!glued || marked) {
        if (quantity->has_unit || !quantity->han || marked)
            return true;
        /* 十二 counts alone; 统一 does not */
        return !rune_is_han(rune_before(text, item->begin));
    }
    if (word_at(text, item->end, fillers, COUNT_OF(fillers)))
        return quantity->has_unit || !quantity->han;
    if (quantity->zero && !quantity->has_unit)
        return true; /* 零投诉 */
    if (!quantity->has_unit)
        return false; /* 二级, 5G, 1全市 */
    if (!quantity->han)
        return true;
    /* 一次告知, 三个代表, 四项制度: words; 两次培训: two */
    Text unit = text_slice(text, item->begin, item->end);
    return !quantity->one && !text_ends(unit, TEXT("个")) && !text_ends(unit, TEXT("项"));
}

/* 每月2次, 每人300元: a rate.  一年四次: the year of the form, the frame is passed over (0 unless a rate). */
static size_t scan_rate(Scan *scan, size_t at, Item *item) {
    Text text = scan->text;
    if (!is_at(text, at, "每"))
        return 0;
    UnitId per, unit;
    size_t from = at + 3,
           length = unit_prefix(scan->units, text_slice(text, from, text.length), &per);
    if (length == 0 || unit_is_ratio(scan->units, per))
        return 0;
    size_t end = from + length;
    end += scan_blanks(text, end);
    *item = (Item){ .kind = ITEM_NUMBER, .begin = at };
    size_t prefix = scan_prefix(text, end, item);
    Quantity quantity;
    size_t more = scan_quantity(scan->units, text, end + prefix, &quantity);
    if (more == 0 || !quantity.has_unit || quantity.more)
        return 0;
    if (unit_fit(scan->units, per, UNIT_YEAR) == UNIT_SAME &&
        rat_equal(unit_scale(scan->units, per), RAT_INT(12)))
        return 0; /* the form's own year */
    Buf name = { 0 };
    buf_add(&name, unit_name(scan->units, quantity.unit));
    buf_char(&name, '/');
    buf_add(&name, text_slice(text, from, from + length));
    unit = unit_find(scan->units, buf_text(&name));
    if (unit < 0)
        return 0;
    item->lo = item->hi = quantity.number;
    item->has_unit = true;
    item->unit = unit;
    item->end = end + prefix + more;
    item->end += scan_suffix(scan->units, text, item->end, item);
    return item->end - at;
}

static bool is_done_word(Text text, size_t at) {
    at += scan_blanks(text, at);
    static const char *const words[] = { "完成", "办结", "办理完毕", "完工",
                                         "竣工", "拨付", "到位",     "全部完成" };
    for (int i = 0; i < COUNT_OF(words); i++) {
        if (is_at(text, at, words[i]))
            return true;
    }
    return false;
}

/* 2022年 is a year, not so many of them. */
static bool is_year(Text text, size_t at, const Quantity *quantity) {
    int64_t year;
    if (!quantity->has_unit || !rat_to_int64(quantity->number, &year) || year < 1900 || year > 2199)
        return false;
    return is_digit_at(text, at) && is_at(text, at + 4, "年");
}

static size_t scan_number(Scan *scan, size_t at, Item *item) {
    Text text = scan->text;
    size_t rate = scan_rate(scan, at, item);
    if (rate > 0)
        return rate;
    *item = (Item){ .kind = ITEM_NUMBER, .begin = at };
    size_t place = at + scan_prefix(text, at, item);
    if (place > at)
        place += scan_blanks(text, place);
    if (place > at && (is_at(text, place, "为") || is_at(text, place, "达")))
        place += 3;
    if (is_glued_before(text, place) || word_at(text, place, no_numbers, COUNT_OF(no_numbers)))
        return 0;
    Quantity quantity;
    size_t length = scan_quantity(scan->units, text, place, &quantity);
    if (length == 0 || rat_is_huge(quantity.number))
        return 0;
    uint32_t before = rune_before(text, place);
    if (is_year(text, place, &quantity))
        return 0;
    /* 几百, 数千, 进一步, 统一, 之一 */
    static const uint32_t vague[] = { 0x51E0, 0x6570, 0x8FDB, 0x7EDF, 0x4E4B,
                                      0x552F, 0x5355, 0x540C, 0x9010, 0x65E0 };
    for (int i = 0; quantity.han && i < COUNT_OF(vague); i++) {
        if (before == vague[i])
            return 0;
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
        if (is_at(text, end, times[i]) && is_digit_at(text, end + text_of(times[i]).length))
            return 0;
    }
    end += scan_range(scan->units, text, end, item, &quantity);
    item->has_unit = quantity.has_unit;
    item->unit = quantity.unit;
    item->end = end;
    item->end += scan_suffix(scan->units, text, end, item);
    item->clash = item->clash || quantity.bad;
    if (quantity.round)
        item->about = ABOUT_ROUND;
    if (quantity.more) {
        if (item->sign == SIGN_AT_MOST)
            item->clash = true;
        item->about = ABOUT_MORE;
    }
    if (!is_counted(text, item, &quantity))
        return 0;
    item->months = quantity.has_unit && quantity.unit == UNIT_MONTH && item->sign == SIGN_NONE &&
                   !quantity.more;
    bool span = item->has_unit && unit_fit(scan->units, item->unit, UNIT_YEAR) != UNIT_OTHER;
    span =
        span || (item->has_unit && (unit_is_time(scan->units, item->unit) ||
                                    unit_fit(scan->units, item->unit,
                                             unit_find(scan->units, TEXT("工作日"))) == UNIT_SAME));
    item->within_done =
        span && item->sign == SIGN_AT_MOST && end < item->end && is_done_word(text, item->end);
    return item->end - at;
}

/* 一年四次, 全年四次: the frame of a number, which is the year of the form. */
static size_t scan_frame(Scan *scan, size_t at) {
    Text text = scan->text;
    static const char *const frames[] = { "一年", "全年", "每年", "年均" };
    for (int i = 0; i < COUNT_OF(frames); i++) {
        if (!is_at(text, at, frames[i]))
            continue;
        Item item;
        size_t next = at + 6 + scan_blanks(text, at + 6);
        if (i > 0 || (next < text.length && scan_number(scan, next, &item) > 0))
            return 6;
    }
    return 0;
}

/* A date wins over a number at the same place where it takes more; "6-9月" and a lone "6月" are both. */
static bool scan_item(Scan *scan, size_t at, Item *item) {
    Item date, number;
    size_t as_date = is_glued_before(scan->text, at) && !is_at(scan->text, at, "第")
                         ? 0
                         : scan_date(scan->text, at, &date);
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
            bool whole = number.is_range && rat_to_int64(number.lo, &from) &&
                         rat_to_int64(number.hi, &to) && from >= 1 && to <= 12;
            item->months = whole;
            if (whole)
                item->period = (Period){ .month = (int)from, .day = 1, .last_month = (int)to };
        }
        return true;
    }
    if (as_date == 0)
        return false;
    *item = date;
    if (as_number == as_date) {
        item->lo = number.lo;
        item->hi = number.hi;
        item->is_range = number.is_range;
    }
    item->months = as_number == as_date && number.months && date.period.year == 0;
    return true;
}

/* Forms say the same again and again: cells read lately are remembered, one for each place of the table. */
#define SCANS_KEPT 4096
#define SCAN_KEPT_LENGTH 120 /* longer cells are hardly ever met twice */

typedef struct Kept {
    Text cell;
    Scan *scan;
} Kept;

static Scan *scan_afresh(Units *units, Text cell);

Scan *cell_scan(Units *units, Text cell) {
    void **scans = units_scans(units);
    if (cell.length > SCAN_KEPT_LENGTH)
        return scan_afresh(units, cell);
    if (!*scans)
        *scans = mem_new(SCANS_KEPT * sizeof(Kept));
    Kept *kept = (Kept *)*scans + text_hash(cell) % SCANS_KEPT;
    if (!kept->scan || !text_is(kept->cell, cell)) {
        kept->cell = text_copy(cell);
        kept->scan = scan_afresh(units, kept->cell);
    }
    Scan *scan = MEM_NEW(Scan); /* readers take items out of it */
    *scan = *kept->scan;
    scan->items.room = scan->items.count;
    scan->items.at = scan->items.count ? MEM_ARRAY(Item, scan->items.count) : NULL;
    for (int i = 0; i < scan->items.count; i++)
        scan->items.at[i] = kept->scan->items.at[i];
    return scan;
}

static Scan *scan_afresh(Units *units, Text cell) {
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
            bool dash = item.begin > last + 3 && text.at[item.begin - 1] == '-' &&
                        is_digit_at(text, item.begin) &&
                        rune_is_han(rune_before(text, item.begin - 1));
            if (dash && item.kind == ITEM_NUMBER)
                item.clash = true;
            vec_push(&scan->items, item);
            at = last = item.end;
        } else if (is_digit_at(text, at)) {
            while (is_digit_at(text, at) || (at < text.length && is_letter(text.at[at])))
                at++;
        } else if (is_letter(text.at[at])) {
            while (at < text.length && is_letter(text.at[at]))
                at++;
        } else {
            at += rune_length(text, at);
        }
    }
    return scan;
}
