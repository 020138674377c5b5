/* test_sqlite_table.c - tables, views and queries of an SQLite file. */
#include "table_check.h"

#include <sqlite3.h>

#include "base/digest.h"
#include "base/file.h"

/* A new database with what `sql` makes. */
static Text database_of(const char *name, const char *sql) {
    Text path = check_path(name);
    unlink(path.at);
    sqlite3 *handle;
    assert_int_equal(sqlite3_open(path.at, &handle), SQLITE_OK);
    assert_int_equal(sqlite3_exec(handle, sql, NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_close(handle), SQLITE_OK);
    return path;
}

static Text shape_of(const char *sql, const char *table, const char *query) {
    Text path = database_of("t.db", sql);
    Locator locator = {
        .path = path, .file = path, .table = text_of(table), .query = text_of(query)
    };
    return check_shape(sqlite_open, &locator);
}

#define assert_database(sql, table, query, expected)                                               \
    assert_string_equal(shape_of(sql, table, query).at, expected)

static const char *two =
    "CREATE TABLE b(x, y); INSERT INTO b VALUES (1, 'u'), (2, NULL);"
    "CREATE TABLE a(名称 TEXT); INSERT INTO a VALUES ('甲');"
    "CREATE VIEW c AS SELECT x FROM b WHERE x > 1;"
    "CREATE TABLE d(id INTEGER PRIMARY KEY AUTOINCREMENT);"; /* makes sqlite_sequence */

static void test_tables(void **state) {
    assert_database(two, NULL, NULL, "[a] 名称\n1 甲\n[b] x|y\n1 1|u\n2 2|\n[c] x\n1 2\n[d] id\n");
    assert_database(two, "b", NULL, "[b] x|y\n1 1|u\n2 2|\n");
    assert_database(two, "e", NULL,
                    "t.db: error: there is no table 'e' in the file [table-not-there]\n");
    assert_database("", NULL, NULL, "t.db: error: the database has no table [database-empty]\n");
    assert_database("CREATE TABLE \"a \"\"b\"\"\"(\"x y\"); INSERT INTO \"a \"\"b\"\"\" VALUES(1)",
                    NULL, NULL, "[a \"b\"] x y\n1 1\n");
    assert_database(
        "CREATE TABLE a(x); CREATE TABLE b(x); CREATE VIEW c AS SELECT * FROM b; DROP TABLE b",
        NULL, NULL,
        "[a] x\nt.db: error: the database could not be read: no such table: main.b "
        "[database-unreadable]\n");
}

static void test_order(void **state) {
    assert_database(
        "CREATE TABLE t(x); INSERT INTO t(rowid, x) VALUES (3, 'c'), (1, 'a'), (2, 'b')", NULL,
        NULL, "[t] x\n1 a\n2 b\n3 c\n");
    assert_database("CREATE TABLE t(rowid); INSERT INTO t VALUES (3), (1), (2)", NULL, NULL,
                    "[t] rowid\n1 3\n2 1\n3 2\n");
    assert_database(
        "CREATE TABLE t(x PRIMARY KEY) WITHOUT ROWID; INSERT INTO t VALUES (3), (1), (2)", NULL,
        NULL, "[t] x\n1 1\n2 2\n3 3\n");
    assert_database(two, NULL, "SELECT x FROM b ORDER BY x DESC", "[query] x\n1 2\n2 1\n");
}

static void test_values(void **state) {
    assert_database(
        "CREATE TABLE t(a, b, c, d); INSERT INTO t VALUES (9007199254740993, 0.58, '90.0', 1e20),"
        "(-5, 102.71745296899999, '', 9e999), (NULL, NULL, ' ', NULL), (1, 2.0, 3, 0.1 + 0.2)",
        NULL, NULL,
        "[t] a|b|c|d\n1 9007199254740993|0.58|90.0|100000000000000000000\n"
        "2 -5|102.717452969||Inf\n4 1|2|3|0.3\n");
    assert_database(
        "CREATE TABLE t(a, b); INSERT INTO t VALUES (1, x'00ff'), (2, 'x'),"
        "(3, 'x' || char(0)), (4, cast(x'ff' AS TEXT)), (5, 'y')",
        NULL, NULL,
        "[t] a|b\n1 -\n2 2|x\n3 -\n4 -\n5 5|y\n"
        "t.db:1:2: error: column 'b' has bytes (a BLOB) here, not text or a number [cell-bytes]\n"
        "t.db:3:2: error: the row has a NUL byte in it [row-nul]\n"
        "t.db:4:2: error: the row has bytes that are not UTF-8 text [row-not-text]\n");
    assert_database(
        "PRAGMA encoding = 'UTF-16'; CREATE TABLE 表(名); INSERT INTO 表 VALUES ('汉😀')", NULL,
        NULL, "[表] 名\n1 汉😀\n");
}

static void test_queries(void **state) {
    assert_database(
        two, NULL, "SELECT x, x AS x FROM b ; -- all\n /* of it */ ;",
        "[query] x|x\n1 1|1\n2 2|2\n"
        "t.db: warning: 'x' names column 1 and column 2; column 1 is used [column-twice]\n");
    assert_database(two, NULL, "WITH w(n) AS (VALUES (1), (2)) SELECT n FROM w",
                    "[query] n\n1 1\n2 2\n");
    static const char *const refused[] = { "DELETE FROM b",
                                           "SELECT 1; SELECT 2",
                                           "SELECT 1; DROP TABLE b",
                                           "ATTACH 'x' AS y",
                                           "BEGIN",
                                           " -- nothing",
                                           "SELECT 1; SELEC",
                                           "INSERT INTO b VALUES (1, 2) RETURNING x",
                                           "PRAGMA user_version=3" };
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        assert_database(
            two, NULL, refused[i],
            "t.db: error: a query is one `SELECT`, which changes nothing [query-not-read-only]\n");
    }
    assert_database(two, NULL, "SELECT z FROM b",
                    "t.db: error: the query could not be run: no such column: z [query-wrong]\n");
}

static void test_files(void **state) {
    Text path = check_path("t.db");
    Locator locator = { .path = path, .file = path };
    check_write(
        path,
        TEXT(
            "a,b\n1,2\n but this is not a database, however long it may be; not at all, not ever.\n"
            "and on it goes, until there is as much of it as a page of a real one has at the least,"
            "which is 512 bytes: "
            "0123456789012345678901234567890123456789012345678901234567890123456789"
            "01234567890123456789012345678901234567890123456789012345678901234567890123456789012345"
            "67"
            "01234567890123456789012345678901234567890123456789012345678901234567890123456789012345"
            "67"
            "01234567890123456789012345678901234567890123456789012345678901234567890123456789012345"
            "67"));
    assert_string_equal(
        check_shape(sqlite_open, &locator).at,
        "t.db: error: the file is not an SQLite database, or it is encrypted [not-a-database]\n");
    locator.path = locator.file = check_path("none.db");
    assert_non_null(strstr(check_shape(sqlite_open, &locator).at, "[file-missing]"));
    assert_int_not_equal(access(check_path("none.db").at, F_OK), 0); /* nor has it been made */
    locator.path = locator.file = check_folder();
    assert_non_null(strstr(check_shape(sqlite_open, &locator).at, "[file-is-folder]"));
    locator.path = locator.file = TEXT("-");
    assert_string_equal(check_shape(sqlite_open, &locator).at,
                        "-: error: a database cannot be read from standard input: give its file "
                        "[database-from-input]\n");
}

/* Pages lost in the middle: the rows before them are read, the rest is told. */
static void test_damaged(void **state) {
    Text path = database_of(
        "t.db", "CREATE TABLE t(n, s); WITH RECURSIVE w(n) AS (VALUES (1) UNION ALL SELECT n + 1 "
                "FROM w WHERE n < 2000) INSERT INTO t SELECT n, hex(zeroblob(50)) FROM w");
    Text bytes;
    assert_true(file_read(path, &bytes, diags_new(), SPAN_NONE));
    memset((char *)bytes.at + bytes.length / 2, 0x55, 8192);
    check_write(path, bytes);
    Locator locator = { .path = path, .file = path };
    Diags *diags = diags_new();
    TableList tables = { 0 };
    assert_true(sqlite_open(&locator, diags, &tables));
    Row row;
    long good = 0, damaged = 0;
    for (int got = table_next(tables.at[0], &row); got != 0; got = table_next(tables.at[0], &row)) {
        good += got > 0;
        damaged += got < 0;
    }
    assert_true(good > 500 && good < 1500);
    assert_int_equal(damaged, 1);
    assert_string_equal(diag_slug(diags->list.at[0]->id), "database-unreadable");
    assert_int_equal(table_next(tables.at[0], &row), 0);
    table_close(tables.at[0]);
}

/* What is written meanwhile is seen by none of the passes, nor by the digest. */
static void test_snapshot(void **state) {
    Text path = database_of("wal.db",
                            "PRAGMA journal_mode=WAL; CREATE TABLE t(x); INSERT INTO t VALUES (1)");
    Text bytes;
    Locator locator = { .path = path, .file = path };
    TableList tables = { 0 };
    assert_true(file_read(path, &bytes, diags_new(), SPAN_NONE));
    assert_true(sqlite_open(&locator, diags_new(), &tables));
    Row row;
    assert_int_equal(table_next(tables.at[0], &row), 1);
    Text before = table_digest(tables.at[0]);
    assert_string_equal(before.at, digest_of(bytes).at);

    sqlite3 *handle;
    assert_int_equal(sqlite3_open(path.at, &handle), SQLITE_OK);
    assert_int_equal(sqlite3_exec(handle, "INSERT INTO t VALUES (2)", NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(table_next(tables.at[0], &row), 0);
    assert_true(table_rewind(tables.at[0]));
    assert_int_equal(table_next(tables.at[0], &row), 1);
    assert_int_equal(table_next(tables.at[0], &row), 0);
    assert_string_equal(table_digest(tables.at[0]).at, before.at);
    table_close(tables.at[0]);
    assert_string_equal(table_digest(tables.at[0]).at, before.at);

    /* the second row lies in the log alone */
    TableList again = { 0 };
    assert_true(sqlite_open(&locator, diags_new(), &again));
    assert_int_equal(table_next(again.at[0], &row), 1);
    assert_int_equal(table_next(again.at[0], &row), 1);
    assert_string_not_equal(table_digest(again.at[0]).at, before.at);
    table_close(again.at[0]);
    sqlite3_close(handle);
}

/* The rows go on when the collector runs in between. */
static void test_many(void **state) {
    Text path = database_of(
        "t.db",
        "CREATE TABLE t(n, r, s); WITH RECURSIVE w(n) AS (VALUES (1) UNION ALL SELECT n + 1 "
        "FROM w WHERE n < 3000) INSERT INTO t SELECT n, n / 8.0, '汉' || n FROM w");
    Locator locator = { .path = path, .file = path };
    TableList tables = { 0 };
    assert_true(sqlite_open(&locator, diags_new(), &tables));
    Row row;
    for (long i = 1; i <= 3000; i++) {
        Buf expected = { 0 };
        buf_format(&expected, "%ld|%.15g|汉%ld", i, (double)i / 8, i);
        assert_int_equal(table_next(tables.at[0], &row), 1);
        Buf got = { 0 };
        for (int column = 0; column < 3; column++) {
            buf_add_z(&got, column > 0 ? "|" : "");
            buf_add(&got, row.cells[column].text);
        }
        assert_string_equal(got.at, expected.at);
    }
    assert_int_equal(table_next(tables.at[0], &row), 0);
    table_close(tables.at[0]);
}

int main(void) {
    mem_init();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tables),   cmocka_unit_test(test_order),
        cmocka_unit_test(test_values),   cmocka_unit_test(test_queries),
        cmocka_unit_test(test_files),    cmocka_unit_test(test_damaged),
        cmocka_unit_test(test_snapshot), cmocka_unit_test(test_many),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
