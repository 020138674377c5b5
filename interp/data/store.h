#ifndef HENG_STORE_H
#define HENG_STORE_H
#include "data/table.h"
typedef struct Store Store;
Store *store_new(int width, Diags *diags);
bool store_add(Store *store, Text key, long number, int file, const Cell *cells);
bool store_seal(Store *store);
bool store_find(Store *store, Text key);
bool store_row(Store *store, long *number, int *file, Cell *cells);
bool store_next_key(Store *store, Text *key);
bool store_rewind(Store *store);
#endif
