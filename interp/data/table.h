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
    long number;        /* as a person sees it: the header is row 1; of a CSV the number of its line */
    int count;          /* cells in it: always table_width() */
    Cell *cells;        /* valid until the next table_next */
} Row;

/* Opens `path` ("-": standard input) and reads the column names.  NULL, after reporting to `diags`, when it
   cannot be read or has no header.  Encoding: BOM, else strict UTF-8, else GB18030; separators , ; or tab. */
Table *table_open(Text path, Diags *diags);
Table *table_open_bytes(Text name, Text bytes, Diags *diags); /* `bytes` are not copied */
void table_close(Table *table);

Text table_path(const Table *table);
Text table_stem(const Table *table);    /* entries of data/entries.csv: what a rule calls it */
int table_width(const Table *table);
Text table_name(const Table *table, int column);

/* The column called `name`, 0 .. table_width() - 1, or -1.  Compared as text_same_name. */
int table_column(const Table *table, Text name);
/* The column nearest to a misspelt name, or TEXT_NONE. */
Text table_suggest(const Table *table, Text name);

/* The next row: 1, 0 at the end, -1 for a damaged row, which has been reported and is passed over: call again.
   Rows in which nothing stands are skipped.  Missing cells at a row's end are blank, with a warning. */
int table_next(Table *table, Row *row);

/* SHA-256 of the bytes read so far, as 64 hexadecimal digits; after the last row: of the whole source. */
Text table_digest(const Table *table);

#endif
