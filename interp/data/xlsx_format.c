/* xlsx_format.c - number formats and serial dates.  A workbook stores binary doubles with up to 17 digits and
   shows them through a format; here the digits stay decimal text from end to end, so that what was typed comes
   out.  Of a format only what changes the meaning is used: percent, date, and a unit behind the number. */
#include "data/xlsx_format.h"

#include <stdlib.h>
#include <string.h>

#include "data/date.h"

#define DIGITS 15        /* significant ones: what a spreadsheet shows and takes */
#define DIGITS_STORED 64 /* no writer stores more */
#define EXPONENT_MAX 400 /* a double ends at 308 */
#define DAY ((int64_t)86400)
#define SUFFIX_MAX 64 /* bytes */

/* ---- Format codes ---- */

/* Formats that files name by number alone, as Chinese editions show them. */
static const struct {
    long id;
    const char *code;
} builtins[] = {
    { 0, "General" },
    { 1, "0" },
    { 2, "0.00" },
    { 3, "#,##0" },
    { 4, "#,##0.00" },
    { 9, "0%" },
    { 10, "0.00%" },
    { 11, "0.00E+00" },
    { 12, "# ?/?" },
    { 13, "# ?\?/?\?" },
    { 14, "yyyy-m-d" },
    { 15, "d-mmm-yy" },
    { 16, "d-mmm" },
    { 17, "mmm-yy" },
    { 18, "h:mm AM/PM" },
    { 19, "h:mm:ss AM/PM" },
    { 20, "h:mm" },
    { 21, "h:mm:ss" },
    { 22, "yyyy-m-d h:mm" },
    { 27, "yyyy\"年\"m\"月\"" },
    { 28, "m\"月\"d\"日\"" },
    { 29, "m\"月\"d\"日\"" },
    { 30, "m-d-yy" },
    { 31, "yyyy\"年\"m\"月\"d\"日\"" },
    { 32, "h\"时\"mm\"分\"" },
    { 33, "h\"时\"mm\"分\"ss\"秒\"" },
    { 34, "\"上午\"h\"时\"mm\"分\"" },
    { 35, "\"上午\"h\"时\"mm\"分\"ss\"秒\"" },
    { 36, "yyyy\"年\"m\"月\"" },
    { 45, "mm:ss" },
    { 46, "[h]:mm:ss" },
    { 47, "mm:ss.0" },
    { 50, "yyyy\"年\"m\"月\"" },
    { 51, "m\"月\"d\"日\"" },
    { 52, "yyyy\"年\"m\"月\"" },
    { 53, "m\"月\"d\"日\"" },
    { 54, "m\"月\"d\"日\"" },
    { 55, "\"上午\"h\"时\"mm\"分\"" },
    { 56, "\"上午\"h\"时\"mm\"分\"ss\"秒\"" },
    { 57, "yyyy\"年\"m\"月\"" },
    { 58, "m\"月\"d\"日\"" },
};

Text xlsx_format_builtin(long id) {
    for (size_t i = 0; i < sizeof builtins / sizeof *builtins; i++) {
        if (builtins[i].id == id) {
            return text_of(builtins[i].code);
        }
    }
    return TEXT_NONE;
}

/* What has been seen of one section. */
typedef struct Scan {
    bool year, month, day, hour, second, elapsed, percent;
    bool digits;       /* a placeholder 0 # ? or General */
    bool inner;        /* a literal between placeholders, 0!.0 */
    bool year_word;    /* 年 behind a year */
    char last;         /* the date letter before, for the two meanings of m */
    bool minutes_open; /* the m before is a minute when s follows */
    int commas;        /* behind the last placeholder */
    int scaled;        /* those before the point, 0,.0 */
    Buf literal;       /* since the last placeholder */
} Scan;

static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static void scan_literal(Scan *scan, Text text) {
    if (scan->digits && scan->literal.length + text.length <= SUFFIX_MAX) {
        buf_add(&scan->literal, text);
    }
    if (scan->last == 'y' && text_find(text, TEXT("年"), 0) >= 0) {
        scan->year_word = true;
    }
}

static void scan_digit(Scan *scan) {
    scan->inner = scan->inner || scan->literal.length > 0;
    scan->digits = true;
    scan->commas = 0;
}

static void scan_date_letter(Scan *scan, char letter) {
    switch (letter) {
    case 'y':
    case 'e':
        scan->year = true;
        letter = 'y';
        break;
    case 'd':
    case 'a': /* aaaa: the day of the week */
        scan->day = true;
        break;
    case 'h':
        scan->hour = true;
        break;
    case 's':
        scan->second = true;
        if (scan->minutes_open) {
            scan->month = false;
            scan->hour = true;
        }
        break;
    default: /* m: minutes behind h and before s, otherwise the month */
        if (scan->last == 'h') {
            scan->hour = true;
        } else {
            scan->minutes_open = !scan->month;
            scan->month = true;
        }
        scan->last = 'm';
        return;
    }
    scan->minutes_open = false;
    scan->last = letter;
}

/* "[>=60]", "[h]", "[Red]", "[$￥-804]": what stands between the brackets. */
static void scan_brackets(Scan *scan, Text inside, XlsxSection *section) {
    size_t signs = 0;
    while (signs < inside.length && signs < 2 && strchr("<>=", inside.at[signs])) {
        signs++;
    }
    if (signs > 0) {
        Rat bound;
        if (rat_read(text_trim(text_slice(inside, signs, inside.length)), &bound)) {
            memcpy(section->compare, inside.at, signs);
            section->compare[signs] = 0;
            section->bound = bound;
        }
        return;
    }
    char first = inside.length > 0 ? lower(inside.at[0]) : 0;
    for (size_t i = 0; i < inside.length; i++) {
        if (lower(inside.at[i]) != first) {
            return;
        }
    }
    if (first == 'h' || first == 'm' || first == 's') {
        scan->elapsed = scan->hour = true;
        scan->last = 'h';
    }
}

/* A unit is letters, Han and such signs as % and ℃; brackets, bars and blanks are only decoration. */
static Text unit_of(const Scan *scan) {
    if (scan->inner || !scan->digits) {
        return TEXT_NONE;
    }
    Text suffix = text_trim(buf_text(&scan->literal));
    for (size_t at = 0; at < suffix.length; at++) {
        char c = suffix.at[at];
        bool letter = (lower(c) >= 'a' && lower(c) <= 'z') || c == '%' || c == '/' || (c & 0x80);
        if (!letter || text_is_blank(text_slice(suffix, at, suffix.length))) {
            return TEXT_NONE;
        }
    }
    return suffix.length > 0 && !text_is_z(suffix, "/") ? text_copy(suffix) : TEXT_NONE;
}

static void finish_section(const Scan *scan, XlsxSection *section) {
    bool date = scan->year || scan->month || scan->day;
    if (date) {
        section->shape = scan->day || scan->hour || !scan->year ? XLSX_DATE
                         : scan->month                          ? XLSX_MONTH
                                                                : XLSX_YEAR;
        section->suffix = section->shape == XLSX_YEAR && scan->year_word ? TEXT("年") : TEXT_NONE;
    } else if (scan->elapsed) {
        section->shape = XLSX_ELAPSED;
    } else if (scan->hour || scan->second) {
        section->shape = XLSX_TIME;
    } else if (scan->percent) {
        section->shape = XLSX_PERCENT;
    } else {
        section->suffix = unit_of(scan);
        /* without a unit the number counts as it is stored, whatever it is shown in */
        section->thousands = section->suffix.length > 0 ? scan->commas + scan->scaled : 0;
    }
}

static bool skip_word(Text code, size_t *at, const char *word) {
    size_t length = strlen(word);
    if (code.length - *at < length || strncasecmp(code.at + *at, word, length) != 0) {
        return false;
    }
    *at += length;
    return true;
}

/* Reads one section, up to its ; or the end. */
static void parse_section(Text code, size_t *at, XlsxSection *section) {
    Scan scan = { 0 };
    while (*at < code.length && code.at[*at] != ';') {
        char c = code.at[*at];
        if (c == '"') {
            long end = text_find(code, TEXT("\""), *at + 1);
            size_t to = end < 0 ? code.length : (size_t)end;
            scan_literal(&scan, text_slice(code, *at + 1, to));
            *at = end < 0 ? to : to + 1;
        } else if (c == '[') {
            long end = text_find(code, TEXT("]"), *at);
            size_t to = end < 0 ? code.length : (size_t)end;
            scan_brackets(&scan, text_slice(code, *at + 1, to), section);
            *at = end < 0 ? to : to + 1;
        } else if (c == '\\' || c == '!' || c == '_' || c == '*') {
            int length = 0;
            if (*at + 1 < code.length) {
                text_rune(code, *at + 1, &length);
            }
            if (c == '\\' || c == '!') { /* the others make room for a character, or repeat it */
                scan_literal(&scan, text_slice(code, *at + 1, *at + 1 + (size_t)length));
            }
            *at += 1 + (size_t)length;
        } else if (skip_word(code, at, "General") || skip_word(code, at, "G/通用格式")) {
            scan_digit(&scan);
        } else if (skip_word(code, at, "AM/PM") || skip_word(code, at, "A/P") ||
                   skip_word(code, at, "上午/下午")) {
            scan.hour = true;
        } else if ((c == 'E' || c == 'e') && *at + 1 < code.length &&
                   (code.at[*at + 1] == '+' || code.at[*at + 1] == '-')) {
            *at += 2;
        } else {
            int length;
            text_rune(code, *at, &length);
            if (strchr("0#?", c)) {
                scan_digit(&scan);
            } else if (c == ',') {
                scan.commas += scan.digits;
                scan.inner = scan.inner || scan.literal.length > 0;
            } else if (c == '.') {
                scan.scaled += scan.commas;
                scan.commas = 0;
                scan.inner = scan.inner || scan.literal.length > 0;
            } else if (c == '%') {
                scan.percent = true;
            } else if (strchr("ymdhsea", lower(c))) {
                scan_date_letter(&scan, lower(c));
                while (*at + 1 < code.length && lower(code.at[*at + 1]) == lower(c)) {
                    ++*at;
                }
            } else if (c != ' ') {
                scan_literal(&scan, text_slice(code, *at, *at + (size_t)length));
            }
            *at += (size_t)length;
        }
    }
    finish_section(&scan, section);
}

void xlsx_format_parse(Text code, XlsxFormat *format) {
    *format = (XlsxFormat){ 0 };
    size_t at = 0;
    do {
        parse_section(code, &at, &format->sections[format->count++]);
    } while (at++ < code.length && format->count < XLSX_SECTIONS);
}

/* ---- Digits ---- */

/* A decimal number: 0.digits × 10^point. */
typedef struct Number {
    bool negative;
    int count, point; /* count 0: zero */
    char digits[DIGITS_STORED];
} Number;

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static bool read_exponent(Text text, size_t at, int *exponent) {
    bool negative = at < text.length && text.at[at] == '-';
    at += at < text.length && (text.at[at] == '-' || text.at[at] == '+');
    int value = 0;
    size_t begin = at;
    for (; at < text.length && is_digit(text.at[at]); at++) {
        value = value > EXPONENT_MAX ? value : value * 10 + (text.at[at] - '0');
    }
    *exponent = negative ? -value : value;
    return at == text.length && at > begin && value <= EXPONENT_MAX;
}

/* To DIGITS digits, half up; zeros at the end are dropped. */
static void round_digits(Number *number) {
    if (number->count > DIGITS) {
        bool up = number->digits[DIGITS] >= '5';
        number->count = DIGITS;
        int i = DIGITS - 1;
        while (up && i >= 0 && number->digits[i] == '9') {
            i--;
        }
        if (up && i < 0) {
            number->digits[0] = '1';
            number->count = 1;
            number->point++;
        } else if (up) {
            number->digits[i]++;
            number->count = i + 1;
        }
    }
    while (number->count > 0 && number->digits[number->count - 1] == '0') {
        number->count--;
    }
}

static bool read_number(Text text, Number *number) {
    *number = (Number){ 0 };
    size_t at = 0;
    number->negative = text.length > 0 && text.at[0] == '-';
    at += text.length > 0 && (text.at[0] == '-' || text.at[0] == '+');
    bool any = false, point = false;
    for (; at < text.length && (is_digit(text.at[at]) || (text.at[at] == '.' && !point)); at++) {
        char c = text.at[at];
        if (c == '.') {
            point = true;
            continue;
        }
        any = true;
        if (number->count > 0 || c != '0') {
            if (number->count == DIGITS_STORED) {
                return false;
            }
            number->digits[number->count++] = c;
            number->point += !point;
        } else if (point) {
            if (number->point < -EXPONENT_MAX) {
                return false;
            }
            number->point--;
        }
    }
    int exponent = 0;
    if (!any || (at < text.length && ((text.at[at] != 'e' && text.at[at] != 'E') ||
                                      !read_exponent(text, at + 1, &exponent)))) {
        return false;
    }
    number->point += exponent;
    round_digits(number);
    if (number->count == 0) {
        number->negative = false;
        number->point = 0;
    }
    return true;
}

static void write_zeros(Buf *out, int count) {
    for (int i = 0; i < count; i++) {
        buf_char(out, '0');
    }
}

static void write_number(Buf *out, const Number *number) {
    int whole = number->point > 0 ? number->point : 0;
    int given = whole < number->count ? whole : number->count;
    buf_add(out, number->negative ? TEXT("-") : TEXT(""));
    buf_add(out, whole == 0 ? TEXT("0") : TEXT(""));
    buf_add(out, (Text){ number->digits, (size_t)given });
    write_zeros(out, whole - given);
    if (number->count > given) {
        buf_char(out, '.');
        write_zeros(out, number->point < 0 ? -number->point : 0);
        buf_add(out, (Text){ number->digits + given, (size_t)(number->count - given) });
    }
}

static Rat value_of(const Number *number) {
    Buf text = { 0 };
    write_number(&text, number);
    Rat value = RAT_ZERO;
    rat_read(buf_text(&text), &value);
    return value;
}

/* ---- Dates ---- */

/* What a sheet shows where a number is no date: nothing reads it as one. */
#define NO_DATE "########"

static void write_clock(Buf *out, int64_t seconds) {
    buf_format(out, "%02d:%02d", (int)(seconds / 3600), (int)(seconds / 60 % 60));
    if (seconds % 60 > 0) {
        buf_format(out, ":%02d", (int)(seconds % 60));
    }
}

static void write_day(const XlsxSection *section, Buf *out, int year, int month, int day) {
    if (section->shape == XLSX_MONTH) {
        buf_format(out, "%d年%d月", year, month);
    } else if (section->shape == XLSX_YEAR) {
        buf_format(out, "%d", year);
        buf_add(out, section->suffix);
    } else {
        buf_format(out, "%04d-%02d-%02d", year, month, day);
    }
}

static void write_moment(const XlsxSection *section, bool from_1904, const Number *number,
                         Buf *out) {
    int64_t all;
    Rat exact = rat_multiply(value_of(number), RAT_INT(DAY));
    if (number->negative || !rat_to_int64(rat_round(exact, 0, RAT_HALF_UP), &all)) {
        buf_add_z(out, NO_DATE);
        return;
    }
    int64_t serial = all / DAY, seconds = all % DAY;
    if (section->shape == XLSX_ELAPSED && serial < 1000000) {
        write_clock(out, all);
        return;
    }
    if (section->shape == XLSX_TIME) {
        write_clock(out, seconds);
        return;
    }
    int year = 1900, month = 2, day = 29;
    int64_t last = date_of(9999, 12, 31), far = 2 * last;
    int64_t date =
        from_1904 ? date_of(1904, 1, 1) + serial : date_of(1899, 12, 31) + serial - (serial > 60);
    if (serial > far || date > last) {
        buf_add_z(out, NO_DATE);
        return;
    }
    if (!from_1904 && serial == 0) {
        month = 1, day = 0;
    } else if (from_1904 || serial != 60) { /* 60 is the 29th of February that 1900 did not have */
        date_parts(date, &year, &month, &day);
    }
    write_day(section, out, year, month, day);
    if (section->shape == XLSX_DATE && seconds > 0) {
        buf_char(out, ' ');
        write_clock(out, seconds);
    }
}

static bool two_digits(Text text, size_t at, int *value) {
    if (at + 2 > text.length || !is_digit(text.at[at]) || !is_digit(text.at[at + 1])) {
        return false;
    }
    *value = (text.at[at] - '0') * 10 + (text.at[at + 1] - '0');
    return true;
}

bool xlsx_format_iso(const XlsxFormat *format, Text stored, Buf *out) {
    static const XlsxSection plain = { .shape = XLSX_DATE };
    const XlsxSection *section = format->sections[0].shape >= XLSX_DATE ? format->sections : &plain;
    int century, year, month, day, hour = 0, minute = 0, second = 0;
    if (!two_digits(stored, 0, &century) || !two_digits(stored, 2, &year) ||
        !two_digits(stored, 5, &month) || !two_digits(stored, 8, &day) || stored.at[4] != '-' ||
        stored.at[7] != '-' || !date_is_valid(century * 100 + year, month, day)) {
        return false;
    }
    if (stored.length > 10) {
        bool seconds = stored.length >= 19;
        if ((stored.at[10] != 'T' && stored.at[10] != ' ') || !two_digits(stored, 11, &hour) ||
            !two_digits(stored, 14, &minute) || stored.at[13] != ':' || hour > 23 || minute > 59 ||
            (seconds ? stored.at[16] != ':' || !two_digits(stored, 17, &second) || second > 59
                     : stored.length != 16)) {
            return false;
        }
        for (size_t i = 19; i < stored.length; i++) {
            if (!is_digit(stored.at[i]) && stored.at[i] != '.' &&
                !(stored.at[i] == 'Z' && i + 1 == stored.length)) {
                return false;
            }
        }
    }
    int64_t seconds = hour * 3600 + minute * 60 + second;
    if (section->shape == XLSX_TIME) {
        write_clock(out, seconds);
        return true;
    }
    write_day(section, out, century * 100 + year, month, day);
    if (section->shape == XLSX_DATE && seconds > 0) {
        buf_char(out, ' ');
        write_clock(out, seconds);
    }
    return true;
}

/* ---- A cell ---- */

static bool holds(const XlsxSection *section, Rat value) {
    int sign = rat_compare(value, section->bound);
    return (sign < 0 && strchr(section->compare, '<')) ||
           (sign > 0 && strchr(section->compare, '>')) ||
           (sign == 0 && strchr(section->compare, '='));
}

/* The section for a number: by condition where there are any, otherwise positive; negative; zero. */
static const XlsxSection *section_for(const XlsxFormat *format, const Number *number) {
    int numbers = format->count < 3 ? format->count : 3; /* the fourth is for text */
    bool conditions = false;
    for (int i = 0; i < numbers; i++) {
        conditions = conditions || format->sections[i].compare[0];
    }
    if (conditions) {
        Rat value = value_of(number);
        for (int i = 0; i < numbers - 1; i++) {
            const XlsxSection *section = &format->sections[i];
            if (section->compare[0] ? holds(section, value) : i == 1 && rat_sign(value) < 0) {
                return section;
            }
        }
        const XlsxSection *last = &format->sections[numbers - 1];
        return last;
    }
    if (numbers > 1 && number->negative) {
        return &format->sections[1];
    }
    return &format->sections[numbers > 2 && number->count == 0 ? 2 : 0];
}

/* Digits that are already as they would be written: most are. */
static bool is_plain(Text text) {
    size_t at = text.length > 1 && text.at[0] == '-', digits = 0, point = 0;
    bool good = at < text.length && is_digit(text.at[at]) &&
                (text.at[at] != '0' || (at + 1 < text.length && text.at[at + 1] == '.') ||
                 text.length == 1);
    for (; good && at < text.length; at++) {
        if (text.at[at] == '.' && point == 0) {
            point = at;
        } else {
            good = is_digit(text.at[at]);
            digits++;
        }
    }
    return good && digits <= DIGITS && (point == 0 || text.at[text.length - 1] - '0' > 0);
}

bool xlsx_format_number(const XlsxFormat *format, bool from_1904, Text stored, Buf *out,
                        CellFormat *seen) {
    *seen = CELL_PLAIN;
    bool simple = format->count == 1 && format->sections[0].compare[0] == 0;
    XlsxShape shape = format->sections[0].shape;
    if (simple && shape <= XLSX_PERCENT && format->sections[0].suffix.length == 0 &&
        is_plain(stored)) {
        *seen = shape == XLSX_PERCENT ? CELL_PERCENT : CELL_PLAIN;
        buf_add(out, stored);
        return true;
    }
    Number number;
    if (!read_number(stored, &number)) {
        return false;
    }
    const XlsxSection *section = section_for(format, &number);
    if (section->shape >= XLSX_DATE) {
        write_moment(section, from_1904, &number, out);
        return true;
    }
    *seen = section->shape == XLSX_PERCENT ? CELL_PERCENT : CELL_PLAIN;
    if (number.count > 0) {
        number.point -= 3 * section->thousands;
    }
    write_number(out, &number);
    buf_add(out, section->suffix);
    return true;
}
