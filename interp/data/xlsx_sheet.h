/* xlsx_sheet.h - the rows of one sheet as they come, with merged cells filled in; and the texts of a workbook. */
#ifndef HENG_XLSX_SHEET_H
#define HENG_XLSX_SHEET_H

#include "data/xlsx_part.h"

#define XLSX_ROWS 1048576 /* the most a sheet has */
#define XLSX_COLUMNS 16384

/* Text in runs, <t>…</t> or <r><t>…</t></r>…, without what only tells how to pronounce it. */
typedef struct XlsxRuns {
    Buf *out;
    int skip;    /* levels of elements passed over */
    bool inside; /* of <t> */
    bool keep_blanks;
    size_t from; /* where the run begins in `out` */
} XlsxRuns;

void xlsx_runs_start(XlsxRuns *runs, int level, const char *name,
                     const char **attributes); /* level 1: child */
void xlsx_runs_end(XlsxRuns *runs);
void xlsx_runs_text(const XlsxRuns *runs, Text text);

/* Reads the texts that cells share.  False after reporting. */
bool xlsx_read_strings(XlsxBook *book, Text part_name);

typedef struct XlsxMerge {
    int first_row, last_row, first_column, last_column; /* rows from 1, columns from 0 */
} XlsxMerge;

/* A cell that is not blank and not covered by a merged one. */
typedef struct XlsxCell {
    int column;
    bool shared; /* its text is among the book's strings, not in sheet->text */
    size_t from, length;
    CellFormat format;
} XlsxCell;

typedef struct XlsxSheet {
    XlsxBook *book;
    Text name, part_name;
    XlsxPart *part; /* NULL before the first row and behind the last */
    bool ended;

    VEC(XlsxMerge) merges; /* by first row */
    int next_merge;        /* the first that is not entered yet */
    int live_count;
    int *live;  /* by column: the last merge entered over it, + 1 */
    Cell *held; /* by first column of a live merge: its value */

    /* the row */
    int row, last_row;
    int column; /* of the last cell */
    bool damaged;
    VEC(XlsxCell) own;
    Buf text, scratch;

    /* the cell being read */
    int state, skip, runs_depth;
    XlsxRuns runs;
    size_t from;
    char type[12];
    long style;
    bool has_formula, has_value;

    int told; /* rows up to here were read before: their faults are known */
    bool told_no_value, told_stale, told_beyond;
} XlsxSheet;

/* Finds the merged cells.  False after reporting. */
bool xlsx_sheet_prepare(XlsxSheet *sheet);

/* The next row in which something stands of its own: 1, 0 at the end, -1 for a damaged one and at a damaged end,
   after reporting.  A row wholly covered by cells merged from above is part of the row they begin in. */
int xlsx_sheet_next(XlsxSheet *sheet);
void xlsx_sheet_restart(XlsxSheet *sheet);

Text xlsx_sheet_text(const XlsxSheet *sheet, const XlsxCell *cell);
void xlsx_sheet_fill(const XlsxSheet *sheet, Cell *cells,
                     int width); /* blanks and merged values put in */
const XlsxMerge *xlsx_sheet_merge(const XlsxSheet *sheet,
                                  int column); /* over this cell of the row, or NULL */

void xlsx_cell_name(Buf *out, long row, int column);           /* D14 */
Text xlsx_place(const XlsxSheet *sheet, long row, int column); /* 表1!D14 */

#endif
