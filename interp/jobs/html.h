/* html.h - pages of one file: what is put into them is escaped, and nothing they show comes from outside.  The style
   and the script of all reports are page.css and page.js beside this file. */
#ifndef HENG_HTML_H
#define HENG_HTML_H

#include "base/diag.h"
#include "base/rat.h"

/* Text from data or rules, for an element or a quoted attribute.  What would be invisible or turn the line round is
   shown by its name ("[U+202E]"), control characters by their pictures, bytes that are not UTF-8 as U+FFFD; line
   ends and tabs are blanks. */
void html_text(Buf *out, Text text);

/* Whether a character cannot be seen, or changes the order of what stands around it. */
bool html_is_hidden(uint32_t rune);

/* `template` is HTML; each {0} {1} … in it becomes values[0] …, escaped. */
void html_fill(Buf *out, const char *template, const Text *values, int count);
#define html_put(out, template, ...) \
    html_fill(out, template, (const Text[]){ __VA_ARGS__ }, (int)(sizeof((const Text[]){ __VA_ARGS__ }) / sizeof(Text)))

/* JSON that is to stand inside a <script>: the same value, but nothing in it ends the element. */
void html_json(Buf *out, Text json);

Text html_count(long n);

/* A number for people: at most four decimals, "…" behind one that goes on; `sign`: always with its sign. */
Text html_number(Rat number, bool sign);

/* Reads a number of the machine formats ("8.22", "2/3"); false where the text is something else. */
bool html_read_number(Text text, Rat *number);

/* From <!DOCTYPE to <body>.  `foot` is printed at the foot of each page if it is but ASCII letters, digits, blanks and
   dots. */
void html_begin(Buf *out, Text title, Text foot, Lang lang);

/* The script, and the end of the page. */
void html_end(Buf *out);

/* Made of page.css and page.js by the Makefile. */
extern const char html_style[], html_script[];

#endif
