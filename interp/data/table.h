/* table.h - rows from anywhere: past this header CSV, XLSX, JSON and SQLite look the same. */
#ifndef HENG_TABLE_H
#define HENG_TABLE_H

#include "base/diag.h"
#include "data/cell.h"

typedef struct Table Table;

typedef struct Cell {
    Text text;
    CellFormat format;
} Cell;

typedef struct Row {
    long number;        /* as a person sees it: the header is row 1; of a CSV or of JSON lines the number of its
                           line, of a sheet its row, of a JSON array or a query the position, from 1 */
    int count;          /* cells in it: always table_width() */
    Cell *cells;        /* they and their texts are valid until the next table_next or table_rewind */
} Row;

typedef VEC(Table *) TableList;

/* Opens every table of a source and reads their column names; adds them to *tables.  A source is
     FILE                    told apart by its first bytes, then by its extension
     -                       standard input
     a pattern, 202?.csv     every file it matches, sorted by bytes
     FILE.xlsx?sheet=NAME&header=ROW     one sheet; otherwise each sheet that has rows is a table
     FILE.json               an array of objects; an object of such arrays gives a table for each
     FILE.jsonl              an object a line
     sqlite:FILE, sqlite:FILE?table=NAME, sqlite:FILE?query=SELECT …     (percent-encoding is undone)
   Where there is a file of exactly that name, ? and all, it is the one that is meant.
   Memory used does not grow with the number of rows.  CSV: encoding by BOM, else strict UTF-8, else GB18030;
   separators , ; or tab; a row of more than 64 MiB is damaged.  False, after reporting to `diags`, when some of
   it cannot be read or has no header. */
bool tables_open(Text source, Diags *diags, TableList *tables);

/* The only table of `source`, or its first. NULL after reporting. */
Table *table_open(Text source, Diags *diags);
Table *table_open_bytes(Text name, Text bytes, Diags *diags); /* a CSV; `bytes` are not copied */
void table_close(Table *table);

/* Back to before the first row, for another pass.  False after reporting: the file has gone or is another one. */
bool table_rewind(Table *table);

Text table_path(const Table *table);    /* of the file, as the user named it; what findings tell */
Text table_sheet(const Table *table);   /* the sheet, array or SQL table in it; TEXT_NONE where a file is one table */
Text table_stem(const Table *table);    /* entries of data/entries.csv */

/* Whether a rule that says `name` means this table: by its sheet, or by its stem where the file holds no other. */
bool table_is_called(const Table *table, Text name);

/* What a person looks for: "D14" in a sheet, nothing where lines and column names are all there is. */
Text table_cell_name(const Table *table, long row, int column);

/* How much of the source has been read, 0 .. 1; negative where its size is not known. */
double table_progress(const Table *table);
int table_width(const Table *table);
Text table_name(const Table *table, int column);

/* The column called `name`, 0 .. table_width() - 1, or -1.  Compared as text_same_name. */
int table_column(const Table *table, Text name);
/* The column nearest to a misspelt name, or TEXT_NONE. */
Text table_suggest(const Table *table, Text name);

/* The next row: 1, 0 at the end, -1 for a damaged row, which has been reported and is passed over: call again.
   Rows in which nothing stands are skipped.  Missing cells at a row's end are blank, with a warning. */
int table_next(Table *table, Row *row);

/* SHA-256 of the whole file, as 64 hexadecimal digits; known after the last row (of a database: of its file; of
   standard input: of what came in). */
Text table_digest(const Table *table);

#endif
