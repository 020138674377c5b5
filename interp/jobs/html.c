#include "jobs/html.h"

#include "base/digest.h"

/* ---- escaping ---- */

/* U+200C and U+200D are spelling in some scripts and stay. */
bool html_is_hidden(uint32_t rune) {
    return rune == 0x00AD || rune == 0x061C || rune == 0x180E || rune == 0x200B || rune == 0x200E || rune == 0x200F ||
           (rune >= 0x2028 && rune <= 0x202E) || (rune >= 0x2060 && rune <= 0x206F) || rune == 0xFEFF ||
           (rune >= 0xFFF9 && rune <= 0xFFFB) || (rune >= 0xE0000 && rune <= 0xE0FFF);
}

static void add_rune(Buf *out, uint32_t rune) {
    switch (rune) {
    case '&': buf_add_z(out, "&amp;"); return;
    case '<': buf_add_z(out, "&lt;"); return;
    case '>': buf_add_z(out, "&gt;"); return;
    case '"': buf_add_z(out, "&quot;"); return;
    case '\'': buf_add_z(out, "&#39;"); return;
    case '\n': case '\r': case '\t': buf_char(out, ' '); return;
    case 0x7F: buf_rune(out, 0x2421); return; /* ␡ */
    }
    if (rune < 0x20)
        buf_rune(out, 0x2400 + rune); /* ␀ … */
    else if (rune < 0xA0 && rune >= 0x80)
        buf_rune(out, 0xFFFD);
    else if ((rune & 0xFFFE) == 0xFFFE || (rune >= 0xFDD0 && rune <= 0xFDEF))
        buf_rune(out, 0xFFFD);
    else if (html_is_hidden(rune))
        buf_format(out, "[U+%04X]", (unsigned)rune);
    else
        buf_rune(out, rune);
}

void html_text(Buf *out, Text text) {
    int length;
    for (size_t i = 0; i < text.length; i += (size_t)length)
        add_rune(out, text_rune(text, i, &length));
}

void html_fill(Buf *out, const char *template, const Text *values, int count) {
    for (const char *at = template; *at; at++) {
        if (at[0] == '{' && at[1] >= '0' && at[1] < '0' + count && at[2] == '}') {
            html_text(out, values[at[1] - '0']);
            at += 2;
        } else {
            buf_char(out, *at);
        }
    }
}

/* These stand inside strings only, where an escape means the same. */
void html_json(Buf *out, Text json) {
    int length;
    for (size_t i = 0; i < json.length; i += (size_t)length) {
        uint32_t rune = text_rune(json, i, &length);
        if (rune == '<' || rune == '>' || (html_is_hidden(rune) && rune <= 0xFFFF))
            buf_format(out, "\\u%04x", (unsigned)rune);
        else
            buf_rune(out, rune);
    }
}

/* ---- numbers ---- */

Text html_count(long n) {
    Buf buf = { 0 };
    buf_format(&buf, "%ld", n);
    return buf_text(&buf);
}

Text html_number(Rat number, bool sign) {
    Buf buf = { 0 };
    if (rat_is_huge(number)) return TEXT("?");
    if (rat_sign(number) < 0) buf_add_z(&buf, "−");
    if (sign && rat_sign(number) > 0) buf_char(&buf, '+');
    rat_write_short(&buf, rat_sign(number) < 0 ? rat_negate(number) : number, 4);
    return buf_text(&buf);
}

bool html_read_number(Text text, Rat *number) {
    Rat numerator, denominator;
    long slash = text_find(text, TEXT("/"), 0);
    if (slash < 0) return rat_read(text, number);
    if (!rat_read(text_slice(text, 0, (size_t)slash), &numerator)) return false;
    if (!rat_read(text_slice(text, (size_t)slash + 1, text.length), &denominator) || rat_is_zero(denominator)) return false;
    *number = rat_divide(numerator, denominator);
    return true;
}

/* ---- the page ---- */

static unsigned hex_value(char c) {
    return (unsigned)(c <= '9' ? c - '0' : (c | 32) - 'a' + 10);
}

/* Base 64, as a content security policy wants it: 32 bytes are 43 digits and "=". */
static void add_digest(Buf *out, Text hex) {
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    unsigned bits = 0;
    int have = 0;
    for (size_t i = 0; i < hex.length; i++) {
        bits = (bits << 4 | hex_value(hex.at[i])) & 0xFFF;
        have += 4;
        if (have < 6) continue;
        have -= 6;
        buf_char(out, digits[bits >> have & 63]);
    }
    if (have > 0) buf_char(out, digits[bits << (6 - have) & 63]);
    buf_char(out, '=');
}

static bool is_plain(Text text) {
    for (size_t i = 0; i < text.length; i++) {
        char c = text.at[i];
        if (!((c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z') || c == ' ' || c == '.')) return false;
    }
    return true;
}

void html_begin(Buf *out, Text title, Text foot, Lang lang) {
    html_put(out, "<!DOCTYPE html>\n<html lang=\"{0}\">\n<head>\n<meta charset=\"utf-8\">\n",
             lang == LANG_ZH ? TEXT("zh-CN") : TEXT("en"));
    /* Only the script of this page runs, whatever might get past the escaping: it is named by its digest. */
    buf_add_z(out, "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
                   "script-src 'sha256-");
    add_digest(out, digest_of(text_of(html_script)));
    buf_add_z(out, "'; img-src data:; base-uri 'none'; form-action 'none'\">\n"
                   "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                   "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n");
    html_put(out, "<title>{0}</title>\n<style>\n", title);
    buf_add_z(out, html_style);
    if (foot.length && is_plain(foot))
        buf_format(out, "@page { @bottom-left { content: \"%.*s\"; font: 8pt monospace; color: #555 } }\n", TEXT_ARG(foot));
    buf_add_z(out, "</style>\n</head>\n<body>\n");
}

void html_end(Buf *out) {
    buf_add_z(out, "<script>");
    buf_add_z(out, html_script);
    buf_add_z(out, "</script>\n</body>\n</html>\n");
}
