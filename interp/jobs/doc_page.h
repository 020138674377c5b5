/* doc_page.h - a document of headings, paragraphs and tables that becomes HTML, Markdown or plain text: what is said is
   worked out once, and only this module knows how it is set. */
#ifndef HENG_DOC_PAGE_H
#define HENG_DOC_PAGE_H

#include "base/diag.h"

typedef enum DocFormat { DOC_HTML, DOC_MD, DOC_TEXT } DocFormat;

typedef enum LineStyle {
    LINE_WORDS,     /* a sentence */
    LINE_CODE,      /* notation */
    LINE_SOFT,      /* beside the point: a remark, a source */
    LINE_STRONG
} LineStyle;

typedef struct DocLine {
    LineStyle style;
    int depth;      /* 0: a line of its own, 1 …: an item, indented so far */
    Text text;
    Text link;      /* the id of what it names, or TEXT_NONE */
} DocLine;

typedef struct Lines {
    DocLine *at;
    int count, room;
} Lines;

void doc_lines_add(Lines *lines, LineStyle style, int depth, Text text);

typedef struct Page {
    Buf *out;
    DocFormat format;
    Lang lang;
    const Text *headers; /* of the table being written */
    int columns, column;
    int shared[16];      /* rows still covered by a cell above, by column */
} Page;

typedef struct Cell {
    Lines lines;
    int rows, columns;  /* how many it covers; 0: one */
    bool head, number;
    Text id;
} Cell;

void page_begin(Page *page, Text title, Text foot);
void page_end(Page *page);

/* `level` 1 … 4; `id` may be TEXT_NONE. */
void page_heading(Page *page, int level, Text id, Text title);
void page_line(Page *page, LineStyle style, Text text);
void page_lines(Page *page, const Lines *lines);
void page_links(Page *page, Text label, const Text *ids, const Text *titles, int count);

/* `headers` has to last until the end of the table; at most 16.  Bit i of `numbers`: column i holds numbers; of `wide`:
   sentences. */
void page_table(Page *page, Text label, const Text *headers, int columns, unsigned numbers, unsigned wide);
void page_row(Page *page);
void page_cell(Page *page, const Cell *cell);
void page_cell_text(Page *page, Text text);
void page_end_table(Page *page);

/* Where people sign; nothing in plain text. */
void page_sign(Page *page, int section, Text id);

#endif
