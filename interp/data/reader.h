/* reader.h - what the readers of tables share behind table.h.  A reader opens a source, names the columns with
   table_set_names, and hands out rows; only data/ includes this. */
#ifndef HENG_READER_H
#define HENG_READER_H

#include "data/table.h"

typedef struct Reader {
    int (*next)(Table *table, Row *row);    /* as table_next */
    Text (*digest)(const Table *table);     /* as table_digest */
    void (*close)(Table *table);            /* or NULL */
} Reader;

struct Table {
    Text path, stem;
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

/* csv.c.  `bytes` are not copied. */
bool csv_open(Table *table, Text bytes);

#endif
