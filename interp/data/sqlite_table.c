/* sqlite_table.c - tables, views and queries of an SQLite file.  All tables of a source share one connection and one
   read transaction, so that a second pass sees what the first saw and the digest is of just that; it ends with the
   last of them.  The file itself is never opened beside SQLite: closing it would take away SQLite's locks. */
#include "data/reader.h"

#include <errno.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/digest.h"
#include "base/file.h"
#include "data/decimal.h"

#define BUSY_MS 5000
#define CHUNK ((size_t)1 << 16)

typedef struct Database {
    sqlite3 *handle;
    Text path;
    int tables; /* open ones */
    Text digest;
} Database;

typedef struct Query {
    Database *database;
    sqlite3_stmt *statement;
    long position;
    bool ended;
    Cell *cells;
    Buf numbers;       /* the REALs of a row */
    size_t *number_at; /* of each column: where its number begins there */
} Query;

/* ---- Reports ---- */

static Text quoted(const char *mark, Text name) {
    Buf buf = { 0 };
    buf_add_z(&buf, mark);
    for (size_t i = 0; i < name.length; i++) {
        buf_char(&buf, name.at[i]);
        if (name.at[i] == *mark) {
            buf_char(&buf, name.at[i]); /* doubled */
        }
    }
    buf_add_z(&buf, mark);
    return buf_text(&buf);
}

/* What SQLite says of its last call, in its own words. */
static void report_error(const Database *database, Diags *diags, DiagId id, long row) {
    int code = sqlite3_errcode(database->handle);
    const Text args[] = { text_of(sqlite3_errmsg(database->handle)) };
    if (code == SQLITE_NOTADB) {
        diag_data(diags, DIAG_DATABASE_NOT, database->path, 0, 0, NULL, 0);
    } else {
        diag_data(diags, id, database->path, row, 0, args, 1);
    }
}

/* ---- Rows ---- */

static bool has_nul(Text text) {
    return text.length > 0 && memchr(text.at, 0, text.length);
}

/* The text of a column, valid until the next step; false after reporting one that is none. */
static bool read_cell(const Table *table, Query *query, int column, Text *text) {
    const Text name[] = { table_name(table, column) };
    DiagId wrong = DIAG_COUNT;
    switch (sqlite3_column_type(query->statement, column)) {
    case SQLITE_NULL:
        *text = TEXT("");
        return true;
    case SQLITE_FLOAT:
        query->number_at[column] = query->numbers.length;
        decimal_of_double(&query->numbers, sqlite3_column_double(query->statement, column));
        *text = TEXT_NONE; /* the numbers may move until the last of them is there */
        text->length = query->numbers.length - query->number_at[column];
        return true;
    case SQLITE_BLOB:
        diag_data(table->diags, DIAG_CELL_BYTES, table->path, query->position, column + 1, name, 1);
        return false;
    default:
        text->at = (const char *)sqlite3_column_text(query->statement, column);
        text->length = (size_t)sqlite3_column_bytes(query->statement, column);
        wrong = has_nul(*text)               ? DIAG_ROW_NUL
                : !text_is_utf8(*text, NULL) ? DIAG_ROW_NOT_TEXT
                                             : wrong;
    }
    if (wrong != DIAG_COUNT) {
        const Text args[] = { TEXT("UTF-8") };
        diag_data(table->diags, wrong, table->path, query->position, column + 1, args,
                  wrong == DIAG_ROW_NOT_TEXT);
    }
    return wrong == DIAG_COUNT;
}

static bool read_row(const Table *table, Query *query, bool *blank) {
    query->numbers.length = 0;
    *blank = true;
    for (int i = 0; i < table->width; i++) {
        if (!read_cell(table, query, i, &query->cells[i].text)) {
            return false;
        }
    }
    for (int i = 0; i < table->width; i++) {
        Text *text = &query->cells[i].text;
        text->at = text->at ? text->at : query->numbers.at + query->number_at[i];
        *blank = *blank && text_is_blank(*text);
    }
    return true;
}

static int sqlite_next(Table *table, Row *row) {
    Query *query = table->source;
    while (!query->ended) {
        int result = sqlite3_step(query->statement);
        *row = (Row){ .number = query->position + 1 };
        if (result != SQLITE_ROW) {
            query->ended = true;
            if (result != SQLITE_DONE) {
                report_error(query->database, table->diags, DIAG_DATABASE_UNREADABLE, row->number);
                return -1;
            }
            break;
        }
        query->position++;
        bool blank;
        if (!read_row(table, query, &blank)) {
            return -1;
        }
        if (!blank) {
            row->count = table->width;
            row->cells = query->cells;
            return 1;
        }
    }
    return 0;
}

static bool sqlite_rewind(Table *table) {
    Query *query = table->source;
    sqlite3_reset(query->statement); /* its result is the last step's, which has been told */
    query->position = 0;
    query->ended = false;
    return true;
}

static void close_database(Database *database) {
    if (database->tables == 0) {
        sqlite3_close_v2(database->handle);
        database->handle = NULL;
    }
}

/* Reads the database by SQLite's own handle, then its write-ahead log, where there is one with something in it.
   That has no locks to lose. */
static Text digest_database(Database *database) {
    Digest *digest = digest_new();
    char chunk[CHUNK];
    sqlite3_file *file = NULL;
    sqlite3_file_control(database->handle, "main", SQLITE_FCNTL_FILE_POINTER, &file);
    sqlite3_int64 size = 0;
    if (!file || !file->pMethods || file->pMethods->xFileSize(file, &size) != SQLITE_OK) {
        return digest_hex(digest);
    }
    for (sqlite3_int64 at = 0; at < size; at += (sqlite3_int64)CHUNK) {
        sqlite3_int64 left = size - at;
        int length = left < (sqlite3_int64)CHUNK ? (int)left : (int)CHUNK;
        if (file->pMethods->xRead(file, chunk, length, at) != SQLITE_OK) {
            break;
        }
        digest_add(digest, (Text){ chunk, (size_t)length });
    }
    const char *log = sqlite3_filename_wal(sqlite3_db_filename(database->handle, "main"));
    FILE *bytes = log && *log ? fopen(log, "rbe") : NULL;
    if (bytes) {
        size_t length;
        while ((length = fread(chunk, 1, sizeof chunk, bytes)) > 0) {
            digest_add(digest, (Text){ chunk, length });
        }
        fclose(bytes);
    }
    return digest_hex(digest);
}

static Text sqlite_digest(const Table *table) {
    return ((const Query *)table->source)->database->digest;
}

static void sqlite_close(Table *table) {
    Query *query = table->source;
    if (query->statement) {
        sqlite3_finalize(query->statement);
        query->statement = NULL;
        query->ended = true;
        query->database->tables--;
        close_database(query->database);
    }
}

static const Reader reader = {
    .next = sqlite_next, .digest = sqlite_digest, .rewind = sqlite_rewind, .close = sqlite_close
};

/* ---- Opening ---- */

static bool run(Database *database, const char *sql) {
    return sqlite3_exec(database->handle, sql, NULL, NULL, NULL) == SQLITE_OK;
}

/* NULL after reporting. */
static Database *open_database(const Locator *locator, Diags *diags) {
    Database *database = MEM_NEW(Database);
    database->path = text_copy(locator->path);
    if (text_is_z(locator->path, "-")) {
        diag_data(diags, DIAG_DATABASE_INPUT, locator->path, 0, 0, NULL, 0);
        return NULL;
    }
    Buf name = { 0 };
    if (locator->file.length == 0 || locator->file.at[0] != '/') {
        buf_add_z(&name, "./"); /* so that neither "file:…" nor ":memory:" means anything else */
    }
    buf_add(&name, locator->file);
    const char *path = buf_text(&name).at;
    struct stat about;
    int error = has_nul(locator->file)    ? ENOENT
                : stat(path, &about) < 0  ? errno
                : S_ISDIR(about.st_mode)  ? EISDIR
                : !S_ISREG(about.st_mode) ? ESPIPE
                : access(path, R_OK) < 0  ? errno
                                          : 0;
    if (error) {
        file_report_unread(diags, SPAN_NONE, locator->path, error);
        return NULL;
    }
    int result = sqlite3_open_v2(path, &database->handle,
                                 SQLITE_OPEN_READONLY | SQLITE_OPEN_FULLMUTEX, NULL);
    if (!database->handle) {
        mem_leaf(SIZE_MAX / 2); /* memory has run out, which is told there */
    }
    sqlite3_busy_timeout(database->handle, BUSY_MS);
    sqlite3_limit(database->handle, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_db_config(database->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config(database->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    if (result != SQLITE_OK || !run(database, "BEGIN; SELECT count(*) FROM sqlite_master")) {
        report_error(database, diags, DIAG_DATABASE_UNREADABLE, 0);
        close_database(database);
        return NULL;
    }
    database->digest = digest_database(database);
    return database;
}

/* A table whose rows are the statement's, which it takes; NULL after reporting. */
static Table *new_table(Database *database, sqlite3_stmt *statement, Text name,
                        const Locator *locator, Diags *diags) {
    Table *table = table_new(locator, diags);
    Query *query = MEM_NEW(Query);
    int width = sqlite3_column_count(statement);
    query->database = database;
    query->statement = statement;
    query->cells = MEM_ARRAY(Cell, width);
    query->number_at = mem_leaf((size_t)width * sizeof *query->number_at);
    table->reader = &reader;
    table->source = query;
    table->sheet = text_copy(name);
    Text *names = MEM_ARRAY(Text, width);
    for (int i = 0; i < width; i++) {
        names[i] = text_copy(text_of(sqlite3_column_name(statement, i)));
    }
    if (!table_set_names(table, names, width, 0)) {
        sqlite3_finalize(statement);
        return NULL;
    }
    database->tables++;
    return table;
}

static sqlite3_stmt *prepare(const Database *database, Text sql, const char **rest) {
    sqlite3_stmt *statement = NULL;
    sqlite3_prepare_v2(database->handle, sql.at, (int)sql.length, &statement, rest);
    return statement;
}

/* Of the names a rowid has, one that no column took; NULL where all are taken. */
static const char *rowid_of(sqlite3_stmt *statement) {
    static const char *const names[] = { "rowid", "_rowid_", "oid" };
    for (int i = 0; i < 3; i++) {
        bool taken = false;
        for (int column = 0; column < sqlite3_column_count(statement); column++) {
            taken = taken || sqlite3_stricmp(sqlite3_column_name(statement, column), names[i]) == 0;
        }
        if (!taken) {
            return names[i];
        }
    }
    return NULL;
}

/* The rows of a table in the order of their rowids, where it has any; those of a view as they come. */
static Table *open_named(Database *database, Text name, bool view, const Locator *locator,
                         Diags *diags) {
    Buf sql = { 0 };
    buf_add_z(&sql, "SELECT * FROM main.");
    buf_add(&sql, quoted("\"", name));
    sqlite3_stmt *statement = prepare(database, buf_text(&sql), NULL);
    if (!statement) {
        report_error(database, diags, DIAG_DATABASE_UNREADABLE, 0);
        return NULL;
    }
    const char *rowid = view ? NULL : rowid_of(statement);
    if (rowid) {
        buf_format(&sql, " ORDER BY %s", rowid);
        sqlite3_stmt *ordered = prepare(database, buf_text(&sql), NULL);
        if (ordered) { /* not of one WITHOUT ROWID, which stands in the order of its key */
            sqlite3_finalize(statement);
            statement = ordered;
        }
    }
    return new_table(database, statement, name, locator, diags);
}

static bool open_query(Database *database, const Locator *locator, Diags *diags,
                       TableList *tables) {
    const char *rest = NULL;
    Text sql = text_copy(locator->query);
    sqlite3_stmt *statement =
        has_nul(sql) || sql.length > INT32_MAX ? NULL : prepare(database, sql, &rest);
    bool wrong = !statement && sqlite3_errcode(database->handle) != SQLITE_OK;
    if (wrong) {
        report_error(database, diags, DIAG_QUERY_WRONG, 0);
        return false;
    }
    /* What stands behind may be blanks and comments, in which there is no statement. */
    bool one = statement && sqlite3_stmt_readonly(statement) && sqlite3_column_count(statement) > 0;
    while (one && rest < sql.at + sql.length) {
        Text more = text_slice(sql, (size_t)(rest - sql.at), sql.length);
        sqlite3_stmt *second = prepare(database, more, &rest);
        one = !second && sqlite3_errcode(database->handle) == SQLITE_OK && rest > more.at;
        sqlite3_finalize(second);
    }
    if (!one) {
        sqlite3_finalize(statement);
        diag_data(diags, DIAG_QUERY_NOT_READ_ONLY, database->path, 0, 0, NULL, 0);
        return false;
    }
    Table *table = new_table(database, statement, TEXT("query"), locator, diags);
    if (table) {
        vec_push(tables, table);
    }
    return table;
}

static bool open_tables(Database *database, const Locator *locator, Diags *diags,
                        TableList *tables) {
    Text wanted = locator->table;
    sqlite3_stmt *list =
        prepare(database,
                TEXT("SELECT name, type = 'view' FROM main.sqlite_master "
                     "WHERE type IN ('table', 'view') AND substr(name, 1, 7) <> 'sqlite_' "
                     "COLLATE NOCASE ORDER BY name"),
                NULL);
    if (!list) {
        report_error(database, diags, DIAG_DATABASE_UNREADABLE, 0);
        return false;
    }
    bool good = true;
    int found = 0, result;
    TableList opened = { 0 };
    while ((result = sqlite3_step(list)) == SQLITE_ROW) {
        Text name = text_copy(text_of((const char *)sqlite3_column_text(list, 0)));
        if (wanted.length > 0 && !text_same_name(name, wanted)) {
            continue;
        }
        found++;
        Table *table = open_named(database, name, sqlite3_column_int(list, 1), locator, diags);
        good = good && table;
        if (table) {
            vec_push(&opened, table);
        }
    }
    sqlite3_finalize(list);
    if (result != SQLITE_DONE) {
        report_error(database, diags, DIAG_DATABASE_UNREADABLE, 0);
        good = false;
    } else if (found == 0) {
        DiagId id = wanted.length > 0 ? DIAG_TABLE_NOT_THERE : DIAG_DATABASE_EMPTY;
        diag_data(diags, id, database->path, 0, 0, &wanted, wanted.length > 0);
        good = false;
    }
    for (int i = 0; i < opened.count; i++) {
        opened.at[i]->alone = opened.count == 1;
        vec_push(tables, opened.at[i]);
    }
    return good;
}

bool sqlite_open(const Locator *locator, Diags *diags, TableList *tables) {
    Database *database = open_database(locator, diags);
    if (!database) {
        return false;
    }
    bool good = locator->query.length > 0 ? open_query(database, locator, diags, tables)
                                          : open_tables(database, locator, diags, tables);
    close_database(database); /* where nothing came of it */
    return good;
}
