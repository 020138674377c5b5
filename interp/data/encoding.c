/* encoding.c - what office programs write, into UTF-8.  What an encoding does not explain becomes a byte FF,
   which stands in no UTF-8 text: whoever reads the result finds the place again without a list of places. */
#include "data/encoding.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>

#include "base/mem.h"

#define SAMPLE ((size_t)1 << 16) /* bytes looked at for UTF-16 */
#define CHUNK ((size_t)1 << 15)  /* bytes converted in a step */
#define WRONG '\xFF'

Text encoding_name(Encoding encoding) {
    switch (encoding) {
    case ENCODING_UTF8:
        return TEXT("UTF-8");
    case ENCODING_UTF16_LE:
    case ENCODING_UTF16_BE:
        return TEXT("UTF-16");
    case ENCODING_GB18030:
        return TEXT("GB18030");
    }
    return TEXT("");
}

/* ---- UTF-8 ---- */

typedef struct Survey {
    size_t two;    /* characters of two bytes, as pairs of GB18030 are by chance: 联通 */
    size_t longer; /* characters of more, as next to none of them are */
    size_t wrong;  /* bytes that belong to no character */
    bool nul;
} Survey;

/* Eight bytes of plain ASCII, none of them NUL? */
static bool is_plain(const char *at) {
    uint64_t word;
    memcpy(&word, at, sizeof word);
    return ((word | (word - 0x0101010101010101u)) & 0x8080808080808080u) == 0;
}

static Survey survey(Text text) {
    Survey seen = { 0 };
    size_t at = 0;
    while (at < text.length) {
        if (text.length - at >= 8 && is_plain(text.at + at)) {
            at += 8;
            continue;
        }
        if ((unsigned char)text.at[at] < 0x80) {
            seen.nul = seen.nul || text.at[at] == 0;
            at++;
            continue;
        }
        int length;
        text_rune(text, at, &length);
        seen.two += length == 2;
        seen.longer += length > 2;
        seen.wrong += length == 1;
        at += (size_t)length;
    }
    return seen;
}

/* ---- UTF-16 ---- */

static uint32_t unit_at(Text bytes, size_t at, bool big) {
    unsigned first = (unsigned char)bytes.at[at], second = (unsigned char)bytes.at[at + 1];
    return big ? first << 8 | second : second << 8 | first;
}

static Text decode_utf16(Text bytes, bool big) {
    Buf out = { 0 };
    size_t at = 0;
    while (bytes.length - at >= 2) {
        uint32_t unit = unit_at(bytes, at, big);
        at += 2;
        if (unit < 0xD800 || unit > 0xDFFF) {
            buf_rune(&out, unit);
            continue;
        }
        uint32_t low = bytes.length - at >= 2 ? unit_at(bytes, at, big) : 0;
        if (unit < 0xDC00 && low >= 0xDC00 && low <= 0xDFFF) {
            buf_rune(&out, 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00));
            at += 2;
        } else {
            buf_char(&out, WRONG);
        }
    }
    if (at < bytes.length) {
        buf_char(&out, WRONG);
    }
    return buf_text(&out);
}

/* What tells UTF-16 without a mark: ASCII characters are half NUL, always on the same side.  A text with a
   stray NUL in it has most of its separators without one. */
static bool looks_utf16(Text bytes, bool big) {
    if (bytes.length % 2 != 0) {
        return false;
    }
    Text sample = text_slice(bytes, 0, bytes.length < SAMPLE ? bytes.length : SAMPLE);
    size_t zeros = 0, alone = 0, paired = 0;
    for (size_t at = 0; at < sample.length; at += 2) {
        uint32_t unit = unit_at(sample, at, big);
        unsigned high = unit >> 8, low = unit & 0xFF;
        zeros += high == 0;
        bool structural = low != 0 && strchr("\t\n\r\",;", (int)low);
        paired += structural && high == 0;
        alone += structural && high != 0;
        alone += high != 0 && strchr("\t\n\r\",;", (int)high);
    }
    size_t units = sample.length / 2;
    return zeros * 16 >= units && paired > alone;
}

/* ---- GB18030 ---- */

/* Decodes all of `bytes`; how many are wrong goes to *wrong.  False where the system lacks the encoding. */
static bool decode_gb18030(Text bytes, Text *text, size_t *wrong) {
    iconv_t converter = iconv_open("UTF-8", "GB18030");
    if (converter == (iconv_t)-1) {
        return false;
    }
    Buf out = { 0 };
    char chunk[CHUNK];
    char *from = (char *)bytes.at; /* iconv reads it and no more */
    size_t left = bytes.length;
    *wrong = 0;
    while (left > 0) {
        char *to = chunk;
        size_t room = sizeof chunk;
        size_t result = iconv(converter, &from, &left, &to, &room);
        int error = result == (size_t)-1 ? errno : 0;
        buf_add(&out, (Text){ chunk, (size_t)(to - chunk) });
        if (left == 0 || error == E2BIG) {
            continue;
        }
        if ((unsigned char)*from == 0x80) {
            buf_rune(&out, 0x20AC); /* code page 936 has the euro sign there */
        } else {
            buf_char(&out, WRONG);
            ++*wrong;
        }
        from++;
        left--;
    }
    iconv_close(converter);
    *text = buf_text(&out);
    return true;
}

/* ---- Which one it is ---- */

/* UTF-8 with damage, a row of another encoding perhaps, rather than another encoding as a whole? */
static bool is_mostly_utf8(const Survey *seen) {
    return 3 * seen->longer > seen->wrong || seen->two > 8 * seen->wrong;
}

static Decoded decoded(Encoding encoding, Text text) {
    Survey seen = survey(text);
    return (Decoded){ encoding, text, seen.wrong > 0 || seen.nul };
}

Decoded encoding_decode(Text bytes) {
    if (text_begins(bytes, TEXT("\xEF\xBB\xBF"))) {
        return decoded(ENCODING_UTF8, text_slice(bytes, 3, bytes.length));
    }
    if (text_begins(bytes, TEXT("\xFF\xFE"))) {
        return decoded(ENCODING_UTF16_LE, decode_utf16(text_slice(bytes, 2, bytes.length), false));
    }
    if (text_begins(bytes, TEXT("\xFE\xFF"))) {
        return decoded(ENCODING_UTF16_BE, decode_utf16(text_slice(bytes, 2, bytes.length), true));
    }

    Survey seen = survey(bytes);
    if (seen.nul && looks_utf16(bytes, false)) { /* UTF-16 of ASCII is UTF-8 as well, with NULs */
        return decoded(ENCODING_UTF16_LE, decode_utf16(bytes, false));
    }
    if (seen.nul && looks_utf16(bytes, true)) {
        return decoded(ENCODING_UTF16_BE, decode_utf16(bytes, true));
    }
    Text text;
    size_t wrong;
    if (seen.wrong > 0 && !is_mostly_utf8(&seen) && decode_gb18030(bytes, &text, &wrong) &&
        wrong < seen.wrong) {
        return decoded(ENCODING_GB18030, text);
    }
    return (Decoded){ ENCODING_UTF8, bytes, seen.wrong > 0 || seen.nul };
}
