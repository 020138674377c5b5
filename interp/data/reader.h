/* reader.h - what the readers of tables share behind table.h.  A reader opens a source, names the columns with
   table_set_names, and hands out rows; only data/ includes this. */
#ifndef HENG_READER_H
#define HENG_READER_H

#include "data/table.h"

typedef struct Reader {
    int (*next)(Table *table, Row *row);    /* as table_next */
    Text (*digest)(const Table *table);     /* as table_digest */
    bool (*rewind)(Table *table);           /* as table_rewind */
    double (*progress)(const Table *table); /* or NULL: not known */
    void (*cell_name)(const Table *table, long row, int column, Buf *name); /* or NULL: none */
    void (*close)(Table *table);            /* or NULL */
} Reader;

/* What a source's text names: FILE?option=value&option=value, percent-encoding undone. */
typedef struct Locator {
    Text path;              /* "-": standard input */
    Text file;              /* what to open, a regular file: `path`, or the /dev/fd name of an unlinked copy of what
                               can be read once only */
    bool database;          /* written sqlite:FILE */
    Text sheet, table, query;
    long header;            /* the row with the column names; 0: found by looking */
} Locator;

struct Table {
    Text path, stem, sheet;
    bool alone;             /* its file holds no other table */
    Diags *diags;
    const Reader *reader;   /* set, with `source`, by the one that opened the table */
    void *source;
    int width;
    Text *names;            /* trimmed; empty where a column has none */
    Text *keys;             /* text_fold of the names */
    int *slots;             /* hash of keys to column + 1, 0: free; the first of columns that share a name */
    size_t slot_count;      /* a power of two, at least twice the width */
};

/* Takes the header at `row`: `names` as they stand in the cells.  Warns of names there twice; false, after
   reporting, where no column has a name. */
bool table_set_names(Table *table, const Text *names, int width, long row);

/* A table of `locator` without a reader yet. */
Table *table_new(const Locator *locator, Diags *diags);

/* Each adds the tables it finds; false after reporting. */
bool csv_open(const Locator *locator, Diags *diags, TableList *tables);
bool xlsx_open(const Locator *locator, Diags *diags, TableList *tables);
bool json_open(const Locator *locator, Diags *diags, TableList *tables);    /* and JSON lines */
bool sqlite_open(const Locator *locator, Diags *diags, TableList *tables);

/* csv.c.  `bytes` are not copied. */
bool csv_open_bytes(Table *table, Text bytes);

/* The same for tests, which read in tiny pieces. */
typedef struct CsvSizes {
    size_t piece;   /* bytes read at a time */
    size_t row_max; /* a longer row is damaged */
} CsvSizes;
bool csv_open_sized(Table *table, Text bytes, CsvSizes sizes);

#endif
