/* text.c - UTF-8 text.  Malformed bytes never stop anything: each counts as one U+FFFD and is kept
   as it is where text is copied. */
#include "base/text.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/mem.h"

#define REPLACEMENT 0xFFFDu

Text text_of(const char *zero_terminated) {
    if (!zero_terminated) {
        return TEXT_NONE;
    }
    return (Text){ zero_terminated, strlen(zero_terminated) };
}

Text text_copy(Text text) {
    return (Text){ mem_copy(text.at, text.length), text.length };
}

/* memcmp, which must not see NULL even for no bytes at all. */
static int compare_bytes(const char *a, const char *b, size_t length) {
    return length ? memcmp(a, b, length) : 0;
}

bool text_is(Text a, Text b) {
    return a.length == b.length && compare_bytes(a.at, b.at, a.length) == 0;
}

bool text_is_z(Text a, const char *zero_terminated) {
    return text_is(a, text_of(zero_terminated));
}

int text_compare(Text a, Text b) {
    int order = compare_bytes(a.at, b.at, a.length < b.length ? a.length : b.length);
    return order ? order : (a.length > b.length) - (a.length < b.length);
}

bool text_begins(Text text, Text prefix) {
    return text.length >= prefix.length && compare_bytes(text.at, prefix.at, prefix.length) == 0;
}

bool text_ends(Text text, Text suffix) {
    return text.length >= suffix.length &&
           text_is(text_slice(text, text.length - suffix.length, text.length), suffix);
}

static bool is_blank(uint32_t rune) {
    if (rune < 0x80) {
        return rune == ' ' || (rune >= '\t' && rune <= '\r');
    }
    if (rune == 0x85) {
        return true;
    }
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)rune);
    return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL ||
           category == UTF8PROC_CATEGORY_ZP;
}

bool text_is_blank(Text text) {
    return text_trim(text).length == 0;
}

/* Where the character that ends before `end` begins. */
static size_t previous(Text text, size_t end) {
    size_t at = end - 1;
    while (at > 0 && end - at < 4 && ((unsigned char)text.at[at] & 0xC0) == 0x80) {
        at--;
    }
    int length;
    text_rune(text, at, &length);
    return at + (size_t)length == end ? at : end - 1;
}

Text text_trim(Text text) {
    size_t from = 0, to = text.length;
    while (from < to) {
        int length;
        if (!is_blank(text_rune(text, from, &length))) {
            break;
        }
        from += (size_t)length;
    }
    while (to > from) {
        int length;
        size_t last = previous(text, to);
        if (!is_blank(text_rune(text, last, &length))) {
            break;
        }
        to = last;
    }
    return text_slice(text, from, to);
}

Text text_slice(Text text, size_t from, size_t to) {
    assert(from <= to && to <= text.length);
    return (Text){ text.at ? text.at + from : NULL, to - from };
}

long text_find(Text text, Text part, size_t from) {
    if (from > text.length || part.length > text.length - from) {
        return -1;
    }
    if (part.length == 0) {
        return (long)from;
    }
    const char *found = memmem(text.at + from, text.length - from, part.at, part.length);
    return found ? (long)(found - text.at) : -1;
}

uint64_t text_hash(Text text) {
    uint64_t hash =
        0xCBF29CE484222325u; /* FNV-1a, then mixed so that the low bits are as good as the rest */
    for (size_t i = 0; i < text.length; i++) {
        hash = (hash ^ (unsigned char)text.at[i]) * 0x100000001B3u;
    }
    hash ^= hash >> 32;
    hash *= 0xD6E8FEB86659FD93u;
    return hash ^ hash >> 32;
}

/* How many bytes a character has that begins with `lead`, and what its second byte may be; 0: none
   does. */
static int sequence(unsigned lead, unsigned *low, unsigned *high) {
    *low = 0x80;
    *high = 0xBF;
    if (lead >= 0xC2 && lead <= 0xDF) {
        return 2;
    }
    if (lead >= 0xE0 && lead <= 0xEF) {
        *low = lead == 0xE0 ? 0xA0 : 0x80;  /* no overlong form */
        *high = lead == 0xED ? 0x9F : 0xBF; /* no surrogate */
        return 3;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        *low = lead == 0xF0 ? 0x90 : 0x80;
        *high = lead == 0xF4 ? 0x8F : 0xBF; /* nothing past U+10FFFF */
        return 4;
    }
    return 0;
}

/* As text_rune, but *length is 0 where the bytes are malformed. */
static uint32_t decode(Text text, size_t at, int *length) {
    const unsigned char *byte = (const unsigned char *)text.at + at;
    if (byte[0] < 0x80) {
        *length = 1;
        return byte[0];
    }
    unsigned low, high;
    int count = sequence(byte[0], &low, &high);
    *length = 0;
    if (count == 0 || (size_t)count > text.length - at || byte[1] < low || byte[1] > high) {
        return REPLACEMENT;
    }
    uint32_t rune = byte[0] & (0x7Fu >> count);
    for (int i = 1; i < count; i++) {
        if ((byte[i] & 0xC0) != 0x80) {
            return REPLACEMENT;
        }
        rune = rune << 6 | (byte[i] & 0x3Fu);
    }
    *length = count;
    return rune;
}

uint32_t text_rune(Text text, size_t at, int *length) {
    assert(at < text.length);
    uint32_t rune = decode(text, at, length);
    if (*length == 0) {
        *length = 1;
    }
    return rune;
}

bool text_is_utf8(Text text, size_t *bad) {
    for (size_t at = 0; at < text.length;) {
        int length;
        decode(text, at, &length);
        if (length == 0) {
            if (bad) {
                *bad = at;
            }
            return false;
        }
        at += (size_t)length;
    }
    return true;
}

int text_runes(Text text) {
    int count = 0, length;
    for (size_t at = 0; at < text.length; at += (size_t)length) {
        text_rune(text, at, &length);
        count++;
    }
    return count;
}

int text_width(Text text) {
    int width = 0, length;
    for (size_t at = 0; at < text.length; at += (size_t)length) {
        width += utf8proc_charwidth((utf8proc_int32_t)text_rune(text, at, &length));
    }
    return width;
}

/* `text` in NFC; itself where it is not UTF-8. */
static Text compose(Text text) {
    utf8proc_uint8_t *composed = NULL;
    utf8proc_ssize_t length =
        utf8proc_map((const utf8proc_uint8_t *)text.at, (utf8proc_ssize_t)text.length, &composed,
                     UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    if (length >= 0) {
        text = text_copy((Text){ (const char *)composed, (size_t)length });
    }
    free(composed);
    return text;
}

Text text_fold(Text text) {
    Buf buf = { 0 };
    bool blank = false, ascii = true;
    int length;
    text = text_trim(text);
    for (size_t at = 0; at < text.length; at += (size_t)length) {
        uint32_t rune = text_rune(text, at, &length);
        if (is_blank(rune)) {
            blank = true;
            continue;
        }
        if (blank) {
            buf_char(&buf, ' ');
            blank = false;
        }
        if (rune >= 0xFF01 && rune <= 0xFF5E) {
            buf_char(&buf, (char)(rune - 0xFF01 + '!'));
        } else {
            buf_add(&buf, text_slice(text, at, at + (size_t)length));
            ascii = ascii && rune < 0x80;
        }
    }
    return ascii ? buf_text(&buf) : compose(buf_text(&buf));
}

/* Printable ASCII without blanks, and Han characters: what folding leaves alone. */
static bool is_folded(Text text) {
    for (size_t i = 0; i < text.length;) {
        unsigned char c = (unsigned char)text.at[i];
        bool han = (c > 0xE4 || (c == 0xE4 && i + 2 < text.length && (unsigned char)text.at[i + 1] >= 0xB8)) && c <= 0xE9;
        if (!han && (c <= ' ' || c >= 0x7F)) return false;
        i += han ? 3 : 1;
    }
    return true;
}

bool text_same_name(Text a, Text b) {
    if (text_is(a, b)) return true;
    if (is_folded(a) && is_folded(b)) return false;
    return text_is(text_fold(a), text_fold(b));
}

static uint32_t *decode_all(Text text, int count) {
    uint32_t *runes = mem_leaf(sizeof(uint32_t) * (size_t)count);
    size_t at = 0;
    for (int i = 0; i < count; i++) {
        int length;
        runes[i] = text_rune(text, at, &length);
        at += (size_t)length;
    }
    return runes;
}

static int least(int a, int b) {
    return a < b ? a : b;
}

int text_distance(Text a, Text b, int limit) {
    int rows = text_runes(a), columns = text_runes(b);
    if (abs(rows - columns) > limit) {
        return limit + 1;
    }
    const uint32_t *from = decode_all(a, rows), *to = decode_all(b, columns);
    size_t width = (size_t)columns + 1;
    int *cells = mem_leaf(sizeof(int) * width * 3);
    int *before = cells, *above = cells + width,
        *here = cells + 2 * width; /* rows i - 2, i - 1, i */
    for (int j = 0; j <= columns; j++) {
        here[j] = j;
    }
    for (int i = 1; i <= rows; i++) {
        int *spare = before, nearest;
        before = above;
        above = here;
        here = spare;
        here[0] = nearest = i;
        for (int j = 1; j <= columns; j++) {
            int edits = least(above[j - 1] + (from[i - 1] != to[j - 1]),
                              least(above[j] + 1, here[j - 1] + 1));
            if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1]) {
                edits = least(edits, before[j - 2] + 1);
            }
            here[j] = edits;
            nearest = least(nearest, edits);
        }
        if (nearest > limit) {
            return limit + 1;
        }
    }
    return least(here[columns], limit + 1);
}

/* Room for `more` bytes and a NUL. */
static void make_room(Buf *buf, size_t more) {
    if (buf->room - buf->length > more) { /* the first time both are 0, and there is none */
        return;
    }
    size_t room = buf->room * 2;
    if (room < buf->length + more + 1) {
        room = buf->length + more + 1;
    }
    room = room < 64 ? 64 : room;
    char *grown = mem_leaf(room);
    if (buf->length) {
        memcpy(grown, buf->at, buf->length);
    }
    buf->at = grown;
    buf->room = room;
}

void buf_add(Buf *buf, Text text) {
    make_room(buf, text.length);
    if (text.length) {
        memmove(buf->at + buf->length, text.at, text.length);
    }
    buf->length += text.length;
    buf->at[buf->length] = '\0';
}

void buf_add_z(Buf *buf, const char *zero_terminated) {
    buf_add(buf, text_of(zero_terminated));
}

void buf_char(Buf *buf, char c) {
    buf_add(buf, (Text){ &c, 1 });
}

void buf_rune(Buf *buf, uint32_t rune) {
    if (rune > 0x10FFFF || (rune >= 0xD800 && rune <= 0xDFFF)) {
        rune = REPLACEMENT;
    }
    utf8proc_uint8_t bytes[4];
    utf8proc_ssize_t length = utf8proc_encode_char((utf8proc_int32_t)rune, bytes);
    buf_add(buf, (Text){ (const char *)bytes, (size_t)length });
}

void buf_format(Buf *buf, const char *format, ...) {
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    assert(length >= 0);
    make_room(buf, (size_t)length);
    vsnprintf(buf->at + buf->length, (size_t)length + 1, format, again);
    va_end(again);
    buf->length += (size_t)length;
}

Text buf_text(const Buf *buf) {
    return (Text){ buf->at ? buf->at : "", buf->length };
}

/* The number of a "{12}" that begins at `at`, and behind which byte it ends; -1 where there is
   none. */
static int placeholder(Text text, size_t at, size_t *end) {
    size_t i = at + 1;
    int number = 0;
    while (i < text.length && text.at[i] >= '0' && text.at[i] <= '9' && number < 1000) {
        number = number * 10 + (text.at[i++] - '0');
    }
    if (i == at + 1 || i == text.length || text.at[i] != '}') {
        return -1;
    }
    *end = i + 1;
    return number;
}

Text text_fill(Text template, const Text *values, int count) {
    Buf buf = { 0 };
    size_t done = 0, at = 0;
    while (at < template.length) {
        size_t end;
        int number = template.at[at] == '{' ? placeholder(template, at, &end) : -1;
        if (number < 0 || number >= count) {
            at++;
            continue;
        }
        buf_add(&buf, text_slice(template, done, at));
        buf_add(&buf, values[number]);
        done = at = end;
    }
    buf_add(&buf, text_slice(template, done, template.length));
    return buf_text(&buf);
}
