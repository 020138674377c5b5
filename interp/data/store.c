/* store.c - rows in a nameless SQLite file.  They are added one behind the other, which is fast in any order of keys;
   an index over the keys is sorted at the end, outside memory, and from it the list of keys by first appearance.
   SQLite only ever sees the store's own buffer, and no longer than a call. */
#include "data/store.h"

#include <sqlite3.h>
#include <stdint.h>
#include <string.h>

struct Store {
    sqlite3 *handle;
    sqlite3_stmt *add, *find, *all;
    sqlite3_stmt *asked; /* `find` or `all`; NULL: nothing to read */
    Diags *diags;
    bool failed;
    int width;
    long rows, keys;
    Buf bytes; /* a row's cells: of each its length and format in one number, then its text */
    Cell *cells;
};

/* Reports what SQLite says, the first time. */
static bool fail(Store *store) {
    if (!store->failed) {
        store->failed = true;
        bool full = (sqlite3_errcode(store->handle) & 0xFF) == SQLITE_FULL;
        const Text args[] = { text_of(sqlite3_errmsg(store->handle)) };
        Diag *told = diag_report(store->diags, full ? DIAG_STORE_FULL : DIAG_STORE_FAILED,
                                 SPAN_NONE, args, !full);
        diag_note(told, DIAG_STORE_ELSEWHERE, SPAN_NONE, NULL, 0);
    }
    return false;
}

static bool run(Store *store, const char *sql) {
    return sqlite3_exec(store->handle, sql, NULL, NULL, NULL) == SQLITE_OK || fail(store);
}

static bool prepare(Store *store, const char *sql, sqlite3_stmt **statement) {
    return sqlite3_prepare_v3(store->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, statement, NULL) ==
               SQLITE_OK ||
           fail(store);
}

/* ---- Filling ---- */

Store *store_new(int width, Diags *diags) {
    Store *store = MEM_NEW(Store);
    store->diags = diags;
    store->width = width;
    store->cells = MEM_ARRAY(Cell, width);
    /* an empty name: a file of its own, unlinked as soon as it is made */
    sqlite3_open_v2("", &store->handle,
                    SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL);
    bool good =
        run(store,
            "PRAGMA page_size = 8192; PRAGMA cache_size = -8192; PRAGMA journal_mode = OFF;"
            "PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA temp_store = FILE;"
            "CREATE TABLE row(id INTEGER PRIMARY KEY, key BLOB, number INTEGER, file INTEGER, "
            "cells BLOB);"
            "BEGIN") &&
        prepare(store, "INSERT INTO row(key, number, file, cells) VALUES (?, ?, ?, ?)",
                &store->add);
    if (!good) {
        store_close(store);
    }
    return good ? store : NULL;
}

static void add_number(Buf *out, uint64_t number) {
    char bytes[10];
    int length = 0;
    for (; number >= 0x80; number >>= 7) {
        bytes[length++] = (char)(number | 0x80);
    }
    bytes[length++] = (char)number;
    buf_add(out, (Text){ bytes, (size_t)length });
}

/* An empty text has no place, which SQLite would take for NULL. */
static int bind(sqlite3_stmt *statement, int parameter, Text bytes) {
    return sqlite3_bind_blob64(statement, parameter, bytes.length > 0 ? bytes.at : "", bytes.length,
                               SQLITE_STATIC);
}

bool store_add(Store *store, Text key, long number, int file, const Cell *cells) {
    if (store->failed) {
        return false;
    }
    store->bytes.length = 0;
    for (int i = 0; i < store->width; i++) {
        add_number(&store->bytes, (uint64_t)cells[i].text.length << 2 | (unsigned)cells[i].format);
        buf_add(&store->bytes, cells[i].text);
    }
    bool good = bind(store->add, 1, key) == SQLITE_OK &&
                sqlite3_bind_int64(store->add, 2, number) == SQLITE_OK &&
                sqlite3_bind_int(store->add, 3, file) == SQLITE_OK &&
                bind(store->add, 4, buf_text(&store->bytes)) == SQLITE_OK &&
                sqlite3_step(store->add) == SQLITE_DONE;
    if (!good) {
        return fail(store);
    }
    sqlite3_reset(store->add);
    store->rows++;
    return true;
}

bool store_seal(Store *store) {
    if (store->failed) {
        return false;
    }
    sqlite3_finalize(store->add);
    store->add = NULL;
    bool good =
        run(store, "CREATE INDEX by_key ON row(key);"
                   "CREATE TABLE first(id INTEGER PRIMARY KEY, key BLOB);"
                   "INSERT INTO first SELECT min(id), key FROM row GROUP BY key ORDER BY 1;"
                   "COMMIT") &&
        prepare(store, "SELECT key, number, file, cells FROM row WHERE key = ? ORDER BY id",
                &store->find) &&
        prepare(
            store,
            "SELECT row.key, number, file, cells FROM first CROSS JOIN row ON row.key = first.key "
            "ORDER BY first.id, row.id",
            &store->all);
    sqlite3_stmt *count = NULL;
    if (good && prepare(store, "SELECT count(*) FROM first", &count) &&
        sqlite3_step(count) == SQLITE_ROW) {
        store->keys = (long)sqlite3_column_int64(count, 0);
    }
    sqlite3_finalize(count);
    return good;
}

/* ---- Reading ---- */

static void ask(Store *store, sqlite3_stmt *statement) {
    sqlite3_reset(store->find);
    sqlite3_reset(store->all);
    store->asked = statement;
}

bool store_find(Store *store, Text key) {
    if (store->failed) {
        return false;
    }
    ask(store, store->find);
    /* copied: the rows are read after this call */
    int result = sqlite3_bind_blob64(store->find, 1, key.length > 0 ? key.at : "", key.length,
                                     SQLITE_TRANSIENT);
    return result == SQLITE_OK || fail(store);
}

bool store_find_all(Store *store) {
    if (store->failed) {
        return false;
    }
    ask(store, store->all);
    return true;
}

static Text column(sqlite3_stmt *statement, int i) {
    const char *at = sqlite3_column_blob(statement, i);
    return (Text){ at ? at : "", (size_t)sqlite3_column_bytes(statement, i) };
}

static const char *read_number(const char *at, uint64_t *number) {
    *number = 0;
    int shift = 0;
    do {
        *number |= (uint64_t)(*at & 0x7F) << shift;
        shift += 7;
    } while (*at++ & 0x80);
    return at;
}

int store_next(Store *store, StoreRow *row) {
    if (store->failed) {
        return -1;
    }
    if (!store->asked) {
        return 0;
    }
    int result = sqlite3_step(store->asked);
    if (result != SQLITE_ROW) {
        bool good = result == SQLITE_DONE || fail(store);
        ask(store, NULL);
        return good ? 0 : -1;
    }
    const char *at = column(store->asked, 3).at;
    for (int i = 0; i < store->width; i++) {
        uint64_t number;
        at = read_number(at, &number);
        store->cells[i] = (Cell){ { at, (size_t)(number >> 2) }, (CellFormat)(number & 3) };
        at += number >> 2;
    }
    *row = (StoreRow){ column(store->asked, 0), (long)sqlite3_column_int64(store->asked, 1),
                       sqlite3_column_int(store->asked, 2), store->width, store->cells };
    return 1;
}

long store_rows(const Store *store) {
    return store->rows;
}

long store_keys(const Store *store) {
    return store->keys;
}

void store_close(Store *store) {
    sqlite3_finalize(store->add);
    sqlite3_finalize(store->find);
    sqlite3_finalize(store->all);
    sqlite3_close_v2(store->handle);
    store->add = store->find = store->all = store->asked = NULL;
    store->handle = NULL;
    store->failed = true;
}
