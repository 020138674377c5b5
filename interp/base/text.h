/* text.h - text is a pointer and a length, UTF-8, and may contain NUL; Buf builds it. */
#ifndef HENG_TEXT_H
#define HENG_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct Text {
    const char *at;
    size_t length;
} Text;

#define TEXT(literal) ((Text){ "" literal, sizeof(literal) - 1 })
#define TEXT_NONE ((Text){ NULL, 0 })
#define TEXT_ARG(text) (int)(text).length, (text).at /* for "%.*s" */

Text text_of(const char *zero_terminated); /* no copy; NULL gives TEXT_NONE */
Text text_copy(Text text);                 /* the same bytes in a block of their own, NUL behind them */
bool text_is(Text a, Text b);              /* the same bytes */
bool text_is_z(Text a, const char *zero_terminated);
int text_compare(Text a, Text b); /* by bytes, which is by code points */
bool text_begins(Text text, Text prefix);
bool text_ends(Text text, Text suffix);
bool text_is_blank(Text text);                  /* nothing but space, U+3000 and NBSP included */
Text text_trim(Text text);                      /* the same without blanks at its ends */
Text text_slice(Text text, size_t from, size_t to);
long text_find(Text text, Text part, size_t from); /* byte offset of the first `part` at or after `from`, or -1 */
uint64_t text_hash(Text text);

/* The code point at byte `at`, whose length goes to *length; malformed bytes give U+FFFD and length 1. */
uint32_t text_rune(Text text, size_t at, int *length);
bool text_is_utf8(Text text, size_t *bad); /* strict; the offset of the first wrong byte in *bad */
int text_runes(Text text);                 /* how many characters */
int text_width(Text text);                 /* how many screen cells; 汉 is two */

/* What two spellings of one name share: NFC, full-width forms as ASCII, spaces at the ends gone and
   inner runs as one.  Compare names and column headers by it. */
Text text_fold(Text text);
bool text_same_name(Text a, Text b);

/* Edits (insert, delete, change, swap of neighbours; characters, not bytes) from a to b, or `limit` + 1
   where there are more. */
int text_distance(Text a, Text b, int limit);

/* A buffer that grows.  Start with Buf buf = { 0 }. */
typedef struct Buf {
    char *at;
    size_t length, room;
} Buf;

void buf_add(Buf *buf, Text text);
void buf_add_z(Buf *buf, const char *zero_terminated);
void buf_char(Buf *buf, char c);
void buf_rune(Buf *buf, uint32_t rune);
void buf_format(Buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));
Text buf_text(const Buf *buf); /* what is in it; valid until the buffer changes; NUL behind it */

/* `template` with {0} {1} … replaced by values[0] …; a number without a value stays as it stands. */
Text text_fill(Text template, const Text *values, int count);

#endif
