#include "front/format_lines.h"

#define ROUNDS_MAX 100

Line *lines_add(Lines *lines, int indent, bool blank) {
    vec_push(&lines->at, ((Line){ .indent = indent, .blank = blank && lines->at.count > 0 }));
    return lines_last(lines);
}

Line *lines_last(Lines *lines) {
    return lines->at.count ? &lines->at.at[lines->at.count - 1] : NULL;
}

void line_add(Line *line, Text text, int width) {
    if (!line->cells.count)
        line_column(line, 0);
    Cell *cell = &line->cells.at[line->cells.count - 1];
    buf_add(&cell->text, text);
    cell->width += width;
}

void line_column(Line *line, int tag) {
    vec_push(&line->cells, ((Cell){ .tag = tag }));
}

int line_width(const Line *line) {
    int width = line->indent;
    for (int i = 0; i < line->cells.count; i++)
        width += line->cells.at[i].width;
    return width;
}

/* ---- Columns ---- */

static int cell_width(const Cell *cell, bool narrow) {
    return narrow ? cell->width : text_width(buf_text(&cell->text));
}

/* Pads cell `column` of lines from .. to - 1, which agree in the columns before it, and then those behind it.
   `narrow`: as they would be in the language that takes less room. */
static void pad(Line *lines, int from, int to, int column, bool narrow) {
    for (int i = from; i < to;) {
        if (lines[i].cells.count <= column + 1) {
            i++;
            continue;
        }
        int end = i, width = 0, tag = lines[i].cells.at[column + 1].tag;
        while (end < to && lines[end].cells.count > column + 1 &&
               lines[end].cells.at[column + 1].tag == tag) {
            int cell = cell_width(&lines[end++].cells.at[column], narrow);
            width = cell > width ? cell : width;
        }
        for (int k = i; k < end; k++)
            lines[k].cells.at[column].padding =
                width - cell_width(&lines[k].cells.at[column], narrow);
        pad(lines, i, end, column + 1, narrow);
        i = end;
    }
}

static void drop_column(Line *line) {
    Cell last = line->cells.at[--line->cells.count];
    Cell *before = &line->cells.at[line->cells.count - 1];
    buf_add(&before->text, buf_text(&last.text));
    before->width += last.width;
    before->padding = 0;
}

/* Whether its columns make a line too long, as they would be in the language that takes less room. */
static bool is_stretched(const Line *line) {
    int padding = 0;
    for (int i = 0; i < line->cells.count; i++)
        padding += line->cells.at[i].padding;
    return padding && line_width(line) + padding > COLUMN_CELLS_MAX;
}

/* While columns make lines too long, the longest of these gives up its last column: mostly it is what stretches the
   others.  Large tables can't be that choosy. */
static void align_cells(Line *lines, int from, int to) {
    for (int round = 0;; round++) {
        int longest = 0;
        pad(lines, from, to, 0, true);
        for (int i = from; i < to; i++) {
            int width = is_stretched(&lines[i]) ? line_width(&lines[i]) : 0;
            longest = width > longest ? width : longest;
        }
        if (!longest)
            break;
        for (int i = from; i < to; i++)
            if (is_stretched(&lines[i]) && (round > ROUNDS_MAX || line_width(&lines[i]) == longest))
                drop_column(&lines[i]);
    }
    pad(lines, from, to, 0, false);
}

/* ---- Writing ---- */

static void add_blanks(Buf *buf, int count) {
    while (count-- > 0)
        buf_char(buf, ' ');
}

static Text line_text(const Line *line) {
    Buf buf = { 0 };
    if (line->cells.count)
        add_blanks(&buf, line->indent);
    for (int i = 0; i < line->cells.count; i++) {
        buf_add(&buf, buf_text(&line->cells.at[i].text));
        add_blanks(&buf, line->cells.at[i].padding);
    }
    while (buf.length && buf.at[buf.length - 1] == ' ')
        buf.length--;
    return buf_text(&buf);
}

static bool shares_column(const Line *a, const Line *b) {
    return a->comment.length && b->comment.length && !a->alone && !b->alone && !b->blank &&
           a->indent == b->indent;
}

/* Where the comments behind lines from .. begin that share a column.  Not where a comment alone would stand that
   goes on below one of them: it would be taken for such a one the next time. */
static int comment_column(const Line *lines, int from, int count) {
    int column = 0;
    for (int i = from; i < count && (i == from || shares_column(&lines[i - 1], &lines[i])); i++) {
        int width = text_width(line_text(&lines[i])) + 2;
        column = width > column ? width : column;
    }
    for (int i = from; i < count && (i == from || shares_column(&lines[i - 1], &lines[i])); i++)
        if (i + 1 < count && lines[i + 1].goes_on && lines[i + 1].indent == column)
            return column + 1;
    return column;
}

void lines_write(Lines *lines, Text end, Buf *out) {
    Line *at = lines->at.at;
    int count = lines->at.count;
    for (int from = 0, to; from < count; from = to) {
        to = from + 1;
        if (!at[from].block)
            continue;
        while (to < count && at[to].block == at[from].block && !at[to].blank)
            to++;
        align_cells(at, from, to);
    }
    int column = 0;
    for (int i = 0; i < count; i++) {
        Text text = line_text(&at[i]);
        if (at[i].blank)
            buf_add(out, end);
        buf_add(out, text);
        if (at[i].comment.length && at[i].alone) {
            add_blanks(out, at[i].goes_on ? column : at[i].indent);
            buf_add(out, at[i].comment);
        } else if (at[i].comment.length) {
            if (!i || !shares_column(&at[i - 1], &at[i]))
                column = comment_column(at, i, count);
            add_blanks(out, column - text_width(text));
            buf_add(out, at[i].comment);
        }
        buf_add(out, end);
    }
}
