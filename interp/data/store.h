/* store.h - rows kept by key in a temporary file, for data that is too large for memory and whose rows of one key do
   not stand together.  Filled once, sealed, then read as often as wanted.  Memory used does not grow with the
   rows: some 16 MiB; the file, in the folder TMPDIR names, has no name of its own and is gone with the program. */
#ifndef HENG_STORE_H
#define HENG_STORE_H

#include "data/table.h"

typedef struct Store Store;

typedef struct StoreRow {
    Text key;
    long number;    /* `number` and `file` are the caller's, as store_add took them */
    int file;
    int count;      /* the store's width */
    Cell *cells;    /* this and `key`: valid until the next call */
} StoreRow;

/* For rows of `width` cells.  A failure, such as a full disk, is reported to `diags` once; from then on every call
   gives false, or -1.  NULL after reporting. */
Store *store_new(int width, Diags *diags);
bool store_add(Store *store, Text key, long number, int file, const Cell *cells);

/* After the last row; then rows can be asked for, and none added. */
bool store_seal(Store *store);

/* What store_next gives from now on: the rows of `key`, of which there may be none, in the order they were added;
   or all rows, key by key in the order in which the keys first came, those of a key in the order they were
   added.  One question at a time: asking ends the one before. */
bool store_find(Store *store, Text key);
bool store_find_all(Store *store);

/* The next row: 1, 0 behind the last, -1 after reporting. */
int store_next(Store *store, StoreRow *row);

/* How many there are; of keys, once sealed. */
long store_rows(const Store *store);
long store_keys(const Store *store);

void store_close(Store *store);

#endif
