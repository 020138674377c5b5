#include "jobs/csv_cell.h"

#include "base/rat.h"

/* Would a spreadsheet take this text for a formula and run it?  Plain numbers are safe. */
static bool is_formula(Text text) {
    Rat number;
    int length;
    if (text.length == 0) return false;
    switch (text_rune(text, 0, &length)) {
    case '=': case '+': case '-': case '@': case '\t': case '\r':
        return !rat_read(text, &number);
    case 0xFF1D: case 0xFF0B: case 0xFF0D: case 0xFF20: /* ＝ ＋ － ＠ */
        return true;
    default:
        return false;
    }
}

static bool needs_quotes(Text text) {
    for (size_t i = 0; i < text.length; i++)
        if (text.at[i] == '"' || text.at[i] == ',' || text.at[i] == '\n' || text.at[i] == '\r') return true;
    return false;
}

void csv_cell(Buf *out, Text text, bool first) {
    if (!first) buf_char(out, ',');
    bool formula = is_formula(text), quotes = needs_quotes(text);
    if (quotes) buf_char(out, '"');
    if (formula) buf_char(out, '\'');
    for (size_t i = 0; i < text.length; i++) {
        if (text.at[i] == '"') buf_char(out, '"');
        buf_char(out, text.at[i]);
    }
    if (quotes) buf_char(out, '"');
}

void csv_number(Buf *out, Text number) {
    buf_char(out, ',');
    buf_add(out, number);
}
