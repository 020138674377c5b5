/* encoding.c - what office programs write, into UTF-8.  What an encoding does not explain becomes a byte FF,
   which stands in no UTF-8 text: whoever reads the result finds the place again without a list of places. */
#include "data/encoding.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>

#include "base/mem.h"

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

/* Sixteen bytes of plain ASCII, none of them NUL? */
static bool is_plain(const char *at) {
    uint64_t a, b;
    memcpy(&a, at, sizeof a);
    memcpy(&b, at + sizeof a, sizeof b);
    uint64_t ones = 0x0101010101010101u;
    return ((a | (a - ones) | b | (b - ones)) & 0x8080808080808080u) == 0;
}

/* Do the bytes from `at` to the end begin a character without ending it? */
static bool is_cut(Text text, size_t at) {
    unsigned lead = (unsigned char)text.at[at];
    size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || text.length - at >= length) {
        return false;
    }
    for (size_t i = at + 1; i < text.length; i++) {
        if (((unsigned char)text.at[i] & 0xC0) != 0x80) {
            return false;
        }
    }
    return true;
}

/* Counts the character at `at`; gives its length. */
static size_t count_character(Survey *seen, Text text, size_t at) {
    unsigned lead = (unsigned char)text.at[at];
    if (lead < 0x80) {
        seen->nul = seen->nul || lead == 0;
        return 1;
    }
    bool alone = at + 1 == text.length || ((unsigned char)text.at[at + 1] & 0xC0) != 0x80;
    if (lead < 0xC2 || lead > 0xF4 || alone) { /* most of GB18030, without a call */
        seen->wrong++;
        return 1;
    }
    int length;
    text_rune(text, at, &length);
    seen->two += length == 2;
    seen->longer += length > 2;
    seen->wrong += length == 1;
    return (size_t)length;
}

/* Counts what the last piece left, with the beginning of this one; gives how far into it that went. */
static size_t count_kept(Survey *seen, Text piece) {
    size_t at = 0;
    while (seen->kept_count > 0) {
        char joined[sizeof seen->kept + 4];
        size_t kept = seen->kept_count, more = piece.length - at < 4 ? piece.length - at : 4;
        memcpy(joined, seen->kept, kept);
        memcpy(joined + kept, piece.at + at, more);
        Text text = { joined, kept + more };
        if (is_cut(text, 0)) { /* then it is all there is */
            memcpy(seen->kept, joined, text.length);
            seen->kept_count = text.length;
            return piece.length;
        }
        size_t length = count_character(seen, text, 0);
        at += length > kept ? length - kept : 0;
        seen->kept_count = length > kept ? 0 : kept - length;
        memmove(seen->kept, seen->kept + (kept - seen->kept_count), seen->kept_count);
    }
    return at;
}

/* Nearly all text is right, and is looked over by an automaton of nine states that takes the same short time
   for every byte.  A row of `steps` has, at the place of each state, the place of the next one: places are
   shifts, so that a step is one shift. */
enum {
    PLACE = 6, /* bits of a place */
    BETWEEN = 0,
    REFUSED = 1, /* a NUL as well, which is to be noticed */
    ONE_MORE = 2,
    TWO_MORE = 3,
    BEHIND_E0 = 4, /* the second byte is A0 .. BF: no overlong form */
    BEHIND_ED = 5, /* 80 .. 9F: no surrogate */
    THREE_MORE = 6,
    BEHIND_F0 = 7, /* 90 .. BF */
    BEHIND_F4 = 8, /* 80 .. 8F: nothing past U+10FFFF */
    BLOCK = 64
};

/* The next state from each, in their order. */
#define STEP(a, b, c, d, e, f, g, h, i)                                                            \
    ((uint64_t)(a)*PLACE | (uint64_t)(b)*PLACE << 6 | (uint64_t)(c)*PLACE << 12 |                  \
     (uint64_t)(d)*PLACE << 18 | (uint64_t)(e)*PLACE << 24 | (uint64_t)(f)*PLACE << 30 |           \
     (uint64_t)(g)*PLACE << 36 | (uint64_t)(h)*PLACE << 42 | (uint64_t)(i)*PLACE << 48)
#define LEAD(state) STEP(state, 1, 1, 1, 1, 1, 1, 1, 1)

static const uint64_t steps[256] = {
    [0x00] = LEAD(REFUSED),
    [0x01 ... 0x7F] = LEAD(BETWEEN),
    [0x80 ... 0x8F] = STEP(1, 1, BETWEEN, ONE_MORE, 1, ONE_MORE, TWO_MORE, 1, TWO_MORE),
    [0x90 ... 0x9F] = STEP(1, 1, BETWEEN, ONE_MORE, 1, ONE_MORE, TWO_MORE, TWO_MORE, 1),
    [0xA0 ... 0xBF] = STEP(1, 1, BETWEEN, ONE_MORE, ONE_MORE, 1, TWO_MORE, TWO_MORE, 1),
    [0xC0 ... 0xC1] = LEAD(REFUSED),
    [0xC2 ... 0xDF] = LEAD(ONE_MORE),
    [0xE0] = LEAD(BEHIND_E0),
    [0xE1 ... 0xEC] = LEAD(TWO_MORE),
    [0xED] = LEAD(BEHIND_ED),
    [0xEE ... 0xEF] = LEAD(TWO_MORE),
    [0xF0] = LEAD(BEHIND_F0),
    [0xF1 ... 0xF3] = LEAD(THREE_MORE),
    [0xF4] = LEAD(BEHIND_F4),
    [0xF5 ... 0xFF] = LEAD(REFUSED),
};

static bool is_plain_block(const char *at) {
    return is_plain(at) && is_plain(at + 16) && is_plain(at + 32) && is_plain(at + 48);
}

/* Counts the bytes of a block that begin a character of two bytes, and of more. */
static void count_leads(Survey *seen, const char *at) {
    uint64_t low = 0x0101010101010101u, two = 0, longer = 0;
    for (int i = 0; i < BLOCK; i += 8) {
        uint64_t word;
        memcpy(&word, at + i, sizeof word);
        uint64_t lead = word >> 7 & word >> 6, third = word >> 5;
        two += lead & ~third & low;
        longer += lead & third & low;
    }
    seen->two += two * low >> 56; /* the sum of the eight bytes */
    seen->longer += longer * low >> 56;
}

/* Passes over blocks that are right, from between two characters on; gives where it stopped between two. */
static size_t pass_blocks(Survey *seen, Text piece, size_t at) {
    uint64_t state = BETWEEN;
    while (piece.length - at >= BLOCK) {
        const char *bytes = piece.at + at;
        if (state == BETWEEN && is_plain_block(bytes)) {
            at += BLOCK;
            continue;
        }
        uint64_t next = state;
        for (int i = 0; i < BLOCK; i++) {
            next = steps[(unsigned char)bytes[i]] >> (next & 63);
        }
        next &= 63;
        if (next == REFUSED * PLACE) {
            break;
        }
        count_leads(seen, bytes);
        state = next;
        at += BLOCK;
    }
    if (state != BETWEEN) { /* back to where that character begins */
        do {
            at--;
        } while (((unsigned char)piece.at[at] & 0xC0) == 0x80);
        bool two = (unsigned char)piece.at[at] < 0xE0;
        seen->two -= two;
        seen->longer -= !two;
    }
    return at;
}

void survey_add(Survey *seen, Text piece) {
    if (piece.length == 0) {
        return;
    }
    size_t at = count_kept(seen, piece);
    while (at < piece.length) {
        at = pass_blocks(seen, piece, at);
        size_t end = piece.length - at > BLOCK ? at + BLOCK : piece.length;
        while (at < end) {
            if (is_cut(piece, at)) {
                seen->kept_count = piece.length - at;
                memcpy(seen->kept, piece.at + at, seen->kept_count);
                return;
            }
            at += count_character(seen, piece, at);
        }
    }
}

void survey_end(Survey *seen) {
    seen->wrong += seen->kept_count;
    seen->kept_count = 0;
}

/* ---- UTF-16 ---- */

static uint32_t unit_at(Text bytes, size_t at, bool big) {
    unsigned first = (unsigned char)bytes.at[at], second = (unsigned char)bytes.at[at + 1];
    return big ? first << 8 | second : second << 8 | first;
}

static char *put_rune(char *to, uint32_t rune) {
    if (rune < 0x80) {
        *to++ = (char)rune;
        return to;
    }
    int more = rune < 0x800 ? 1 : rune < 0x10000 ? 2 : 3;
    *to++ = (char)(0xFF00u >> (more + 1) | rune >> 6 * more);
    while (more-- > 0) {
        *to++ = (char)(0x80 | (rune >> 6 * more & 0x3F));
    }
    return to;
}

static size_t decode_utf16(Decoder *decoder, Text *from, char *to, size_t room, bool last) {
    Text bytes = *from;
    bool big = decoder->encoding == ENCODING_UTF16_BE;
    char *put = to;
    size_t at = 0;
    while (bytes.length - at >= 2 && room - (size_t)(put - to) >= 4) {
        uint32_t unit = unit_at(bytes, at, big);
        bool high = unit >= 0xD800 && unit < 0xDC00;
        if (high && bytes.length - at < 4 && !last) {
            break;
        }
        uint32_t low = high && bytes.length - at >= 4 ? unit_at(bytes, at + 2, big) : 0;
        at += 2;
        if (unit < 0xD800 || unit > 0xDFFF) {
            put = put_rune(put, unit);
        } else if (low >= 0xDC00 && low <= 0xDFFF) {
            put = put_rune(put, 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00));
            at += 2;
        } else {
            *put++ = WRONG;
            decoder->wrong++;
        }
    }
    if (last && bytes.length - at == 1 && (size_t)(put - to) < room) {
        *put++ = WRONG;
        decoder->wrong++;
        at++;
    }
    *from = text_slice(bytes, at, bytes.length);
    return (size_t)(put - to);
}

/* What tells UTF-16 without a mark: ASCII characters are half NUL, always on the same side.  A text with a
   stray NUL in it has most of its separators without one. */
static bool looks_utf16(Text sample, bool big) {
    size_t zeros = 0, alone = 0, paired = 0;
    for (size_t at = 0; at + 2 <= sample.length; at += 2) {
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

#define LEAD_FIRST 0x81
#define TRAIL_FIRST 0x40
#define TRAILS (0xFF - TRAIL_FIRST)

/* What the system makes of each pair of bytes: up to three bytes of UTF-8, then how many; all 0 where that is no
   character of the Basic Multilingual Plane.  A call for every character would cost several times the rest. */
struct DecoderPairs {
    bool filled[0xFF - LEAD_FIRST]; /* each when its first byte first comes */
    unsigned char text[0xFF - LEAD_FIRST][TRAILS][4];
};

static void fill_pairs(Decoder *decoder, unsigned lead) {
    for (unsigned trail = TRAIL_FIRST; trail < 0xFF; trail++) {
        char pair[2] = { (char)lead, (char)trail }, text[8];
        char *from = pair, *to = text;
        size_t left = sizeof pair, room = sizeof text;
        size_t result = iconv((iconv_t)decoder->converter, &from, &left, &to, &room);
        if (result == 0 && left == 0 && to - text <= 3) {
            unsigned char *place = decoder->pairs->text[lead - LEAD_FIRST][trail - TRAIL_FIRST];
            place[3] = (unsigned char)(to - text);
            memcpy(place, text, place[3]);
        }
    }
    decoder->pairs->filled[lead - LEAD_FIRST] = true;
}

/* ASCII and pairs, as far as there are no others and room for each; *at moves on, and so does the result. */
static char *decode_pairs(Decoder *decoder, const char **at, const char *end, char *put,
                          const char *room_end) {
    while (*at < end && room_end - put >= 16) {
        const char *bytes = *at;
        unsigned lead = (unsigned char)bytes[0];
        if (lead < 0x80) {
            bool plain = end - bytes >= 16 && is_plain(bytes);
            memcpy(put, bytes, plain ? 16 : 1);
            put += plain ? 16 : 1;
            *at += plain ? 16 : 1;
            continue;
        }
        unsigned trail = end - bytes >= 2 ? (unsigned char)bytes[1] : 0;
        if (lead < LEAD_FIRST || lead == 0xFF || trail < TRAIL_FIRST || trail == 0xFF) {
            break;
        }
        if (!decoder->pairs->filled[lead - LEAD_FIRST]) {
            fill_pairs(decoder, lead);
        }
        const unsigned char *text = decoder->pairs->text[lead - LEAD_FIRST][trail - TRAIL_FIRST];
        if (text[3] == 0) {
            break;
        }
        memcpy(put, text, 3);
        put += text[3];
        *at += 2;
    }
    return put;
}

static size_t decode_gb18030(Decoder *decoder, Text *from, char *to, size_t room, bool last) {
    const char *at = from->at, *end = from->at + from->length;
    char *put = to;
    while (at < end) {
        put = decode_pairs(decoder, &at, end, put, to + room);
        size_t left = (size_t)(end - at), space = room - (size_t)(put - to);
        if (left == 0 || space < 4) {
            break;
        }
        left = left < 4 ? left : 4; /* one character, the longest there is */
        char *next = (char *)at;    /* iconv reads it and no more */
        size_t result = iconv((iconv_t)decoder->converter, &next, &left, &put, &space);
        bool moved = next > at;
        at = next;
        if (moved || result != (size_t)-1) {
            continue;
        }
        if (errno == E2BIG || (errno == EINVAL && !last)) {
            break;
        }
        if ((unsigned char)*at == 0x80) {
            put = put_rune(put, 0x20AC); /* code page 936 has the euro sign there */
        } else {
            *put++ = WRONG;
            decoder->wrong++;
        }
        at++;
    }
    *from = (Text){ at, (size_t)(end - at) };
    return (size_t)(put - to);
}

/* ---- Which one it is ---- */

Encoding encoding_of_mark(Text beginning, size_t *length) {
    static const struct {
        Text mark;
        Encoding encoding;
    } marks[] = {
        { { "\xEF\xBB\xBF", 3 }, ENCODING_UTF8 },
        { { "\xFF\xFE", 2 }, ENCODING_UTF16_LE },
        { { "\xFE\xFF", 2 }, ENCODING_UTF16_BE },
    };
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        if (text_begins(beginning, marks[i].mark)) {
            *length = marks[i].mark.length;
            return marks[i].encoding;
        }
    }
    *length = 0;
    return ENCODING_UTF8;
}

/* UTF-8 with damage, a row of another encoding perhaps, rather than another encoding as a whole? */
static bool is_mostly_utf8(const Survey *seen) {
    return 3 * seen->longer > seen->wrong || seen->two > 8 * seen->wrong;
}

Encoding encoding_guess(const Survey *seen, Text sample, uint64_t size, bool *doubtful) {
    *doubtful = false;
    bool even = seen->nul && size % 2 == 0; /* UTF-16 of ASCII is UTF-8 as well, with NULs */
    if (even && looks_utf16(sample, false)) {
        return ENCODING_UTF16_LE;
    }
    if (even && looks_utf16(sample, true)) {
        return ENCODING_UTF16_BE;
    }
    *doubtful = seen->wrong > 0 && !is_mostly_utf8(seen);
    return ENCODING_UTF8;
}

/* ---- Into UTF-8 ---- */

bool decoder_open(Decoder *decoder, Encoding encoding) {
    *decoder = (Decoder){ .encoding = encoding, .pairs = decoder->pairs };
    if (encoding == ENCODING_GB18030) {
        iconv_t converter = iconv_open("UTF-8", "GB18030");
        if (converter == (iconv_t)-1) {
            return false;
        }
        decoder->converter = converter;
        decoder->pairs = decoder->pairs ? decoder->pairs : mem_leaf(sizeof *decoder->pairs);
    }
    return true;
}

size_t decoder_run(Decoder *decoder, Text *from, char *to, size_t room, bool last) {
    switch (decoder->encoding) {
    case ENCODING_UTF16_LE:
    case ENCODING_UTF16_BE:
        return decode_utf16(decoder, from, to, room, last);
    case ENCODING_GB18030:
        return decode_gb18030(decoder, from, to, room, last);
    case ENCODING_UTF8:
        break;
    }
    size_t length = from->length < room ? from->length : room;
    memcpy(to, from->at, length);
    *from = text_slice(*from, length, from->length);
    return length;
}

void decoder_close(Decoder *decoder) {
    if (decoder->converter) {
        iconv_close((iconv_t)decoder->converter);
    }
    decoder->converter = NULL;
}
