/* format_lines.h - lines with columns.  Cells that begin with the same tag in neighbouring lines begin in the same
   column, and so do comments behind neighbouring lines:

       指标 | Coverage   | 分值 60 | { 目标 ≥ 95%； | 计分 按比例 }    # …
       指标 | Complaints | 分值 40 | { 目标 ≤ 3 次；| 计分 反比例 }    # … */
#ifndef HENG_FORMAT_LINES_H
#define HENG_FORMAT_LINES_H

#include "base/mem.h"
#include "base/text.h"

#define LINE_CELLS_MAX 100 /* screen cells of a line in the language that takes less room */
#define COLUMN_CELLS_MAX                                                                           \
    120 /* … to which columns may widen it: rows that line up are read as a table */

typedef struct Cell {
    Buf text;
    int width;   /* in the language that takes less room */
    int tag;     /* of a column; 0: the first cell */
    int padding; /* blanks behind it */
} Cell;

typedef struct Line {
    int indent;
    bool blank; /* a blank line before it */
    VEC(Cell) cells;
    int block;    /* != 0: its cells are columns, with those of neighbours in the same block */
    Text comment; /* behind it, or alone on it */
    bool alone;
    bool
        goes_on; /* alone, below the comment that the line before it ends with, and in its column */
    int place;   /* of the comment, where it stood */
} Line;

typedef struct Lines {
    VEC(Line) at;
} Lines;

Line *lines_add(Lines *lines, int indent, bool blank);
Line *lines_last(Lines *lines);
void line_add(Line *line, Text text, int width);
void line_column(Line *line, int tag); /* what is added from here on begins a column */
int line_width(
    const Line
        *line); /* with its indent, in the language that takes less room, without its comment */

/* All lines, each ended by `end`. */
void lines_write(Lines *lines, Text end, Buf *out);

#endif
