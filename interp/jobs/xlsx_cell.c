#include "jobs/xlsx_cell.h"

static bool is_hex(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
}

/* _x000D_ in a cell stands for the character of that number. */
static bool is_escape(Text text, size_t at) {
    if (text.length - at < 7 || text.at[at] != '_' || text.at[at + 1] != 'x' || text.at[at + 6] != '_') return false;
    for (size_t i = at + 2; i < at + 6; i++)
        if (!is_hex(text.at[i])) return false;
    return true;
}

/* Control characters become their pictures (␀), so that they are seen and break no XML. */
static uint32_t shown(uint32_t rune) {
    if (rune == '\n' || rune == '\t') return rune;
    if (rune < 0x20) return 0x2400 + rune;
    if (rune == 0x7F) return 0x2421;
    return rune == 0xFFFE || rune == 0xFFFF ? 0xFFFD : rune;
}

static int units_of(uint32_t rune) {
    return rune >= 0x10000 ? 2 : 1;
}

Text xlsx_text(Text text, Lang lang, bool *cut) {
    Text note = lang == LANG_ZH ? TEXT(" …（过长，已截断）") : TEXT(" … (too long, cut)");
    int room = XLSX_TEXT_MAX - text_runes(note), units = 0, length;
    size_t last = 0; /* as much of it as leaves room for the note */
    Buf buf = { 0 };
    for (size_t at = 0; at < text.length; at += (size_t)length) {
        uint32_t rune = text_rune(text, at, &length);
        if (rune == '\r') {
            if (at + 1 < text.length && text.at[at + 1] == '\n') continue;
            rune = '\n';
        }
        rune = shown(rune);
        int more = units_of(rune);
        if (rune == '_' && is_escape(text, at)) {
            buf_add_z(&buf, "_x005F_");
            more = 7; /* a spreadsheet counts it as one; some readers do not */
        } else {
            buf_rune(&buf, rune);
        }
        units += more;
        if (units <= room) last = buf.length;
        if (units > XLSX_TEXT_MAX) {
            *cut = true;
            buf.length = last;
            buf_add(&buf, note);
            break;
        }
    }
    return buf_text(&buf);
}

bool xlsx_number(Text text, double *number, int *places) {
    bool negative = text.length > 0 && text.at[0] == '-', point = false;
    int64_t mantissa = 0;
    int digits = 0, decimals = 0;
    size_t begin = negative, i = begin;
    for (; i < text.length; i++) {
        char c = text.at[i];
        if (c == '.' && !point && i > begin) {
            point = true;
            continue;
        }
        if (c < '0' || c > '9' || digits >= XLSX_DIGITS_MAX || decimals >= XLSX_DIGITS_MAX) return false;
        if (i == begin + 1 && text.at[begin] == '0') return false; /* 05 */
        mantissa = 10 * mantissa + (c - '0');
        digits += mantissa > 0;
        decimals += point;
    }
    if (i == begin || text.at[i - 1] == '.' || (negative && mantissa == 0)) return false;
    double value = (double)mantissa; /* both exact, so that one division gives the nearest double */
    int64_t power = 1;
    for (int k = 0; k < decimals; k++)
        power *= 10;
    value /= (double)power;
    *number = negative ? -value : value;
    *places = decimals;
    return true;
}
