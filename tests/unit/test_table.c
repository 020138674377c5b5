/* test_table.c - what a source's text means: files, patterns, options, standard input, and which reader a file
   goes to.  Everything happens in a folder of its own below $TMPDIR. */
#include "data/table.h"

#include <dirent.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/digest.h"
#include "data/locator.h"

static int enter_folder(void **state) {
    const char *base = getenv("TMPDIR");
    Buf buf = { 0 };
    buf_format(&buf, "%s/heng-table-XXXXXX", base && *base ? base : "/tmp");
    (void)state;
    return mkdtemp(buf.at) && chdir(buf.at) == 0 ? 0 : -1;
}

static int leave_folder(void **state) {
    (void)state;
    char path[4096];
    if (!getcwd(path, sizeof path)) {
        return -1;
    }
    DIR *folder = opendir(".");
    for (struct dirent *entry = readdir(folder); entry; entry = readdir(folder)) {
        if (unlink(entry->d_name) < 0) {
            rmdir(entry->d_name);
        }
    }
    closedir(folder);
    return chdir("/") == 0 ? rmdir(path) : -1;
}

static void put(const char *path, Text bytes) {
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes.at, 1, bytes.length, file), bytes.length);
    assert_int_equal(fclose(file), 0);
}

/* The tables of `source`, each as its path and cells, then what was reported: "a.csv 1 2; error: …\n" */
static const char *shape(const char *source) {
    Diags *diags = diags_new();
    TableList tables = { 0 };
    Buf out = { 0 };
    bool good = tables_open(text_of(source), diags, &tables);
    assert_true(good == (diags->errors == 0));
    for (int i = 0; i < tables.count; i++) {
        buf_add(&out, table_path(tables.at[i]));
        Row row;
        while (table_next(tables.at[i], &row) > 0) {
            for (int j = 0; j < row.count; j++) {
                buf_char(&out, ' ');
                buf_add(&out, row.cells[j].text);
            }
        }
        buf_add_z(&out, "; ");
        table_close(tables.at[i]);
    }
    for (int i = 0; i < diags->list.count; i++) {
        buf_add_z(&out, diag_slug(diags->list.at[i]->id));
        buf_char(&out, ' ');
        buf_add(&out, diag_message(diags->list.at[i], LANG_EN));
    }
    return buf_text(&out).at;
}

/* ---- Files and patterns ---- */

static void test_patterns(void **state) {
    (void)state;
    put("2023.csv", TEXT("a\n3\n"));
    put("2021.csv", TEXT("a\n1\n"));
    put("2022.csv", TEXT("a\n2\n"));
    put("202.csv", TEXT("a\n0\n"));
    assert_int_equal(mkdir("2029.csv", 0777), 0);
    assert_string_equal(shape("202?.csv"), "2021.csv 1; 2022.csv 2; 2023.csv 3; ");
    assert_string_equal(shape("202[13].csv"), "2021.csv 1; 2023.csv 3; ");
    assert_string_equal(shape("./*1.csv"), "./2021.csv 1; ");
    assert_string_equal(shape("9*"), "pattern-no-match no file matches '9*'");
    assert_string_equal(shape("2022.csv"), "2022.csv 2; ");
    /* one of them is broken: the others are there */
    put("2022.csv", TEXT(""));
    assert_string_equal(shape("202?.csv"),
                        "2021.csv 1; 2023.csv 3; table-empty the table is empty: "
                        "it has no header");
    /* whoever has such a file means it */
    put("202?.csv", TEXT("a\nx\n"));
    put("[1] a.csv", TEXT("a\ny\n"));
    assert_string_equal(shape("202?.csv"), "202?.csv x; ");
    assert_string_equal(shape("[1] a.csv"), "[1] a.csv y; ");
}

static void test_reasons(void **state) {
    (void)state;
    assert_int_equal(mkdir("folder", 0777), 0);
    assert_string_equal(shape("none.csv"), "file-missing there is no file 'none.csv'");
    assert_string_equal(shape(""), "file-missing there is no file ''");
    assert_string_equal(shape("folder"), "file-is-folder 'folder' is a folder, not a file");
    assert_string_equal(shape("none.xlsx?sheet=x"), "file-missing there is no file 'none.xlsx'");
    assert_string_equal(shape("sqlite:none.db"), "file-missing there is no file 'none.db'");
    assert_false(access("none.db", F_OK) == 0);
    assert_string_equal(shape("/proc/self/mem"),
                        "file-unreadable could not read '/proc/self/mem': Input/output error");
}

/* ---- Options ---- */

static Locator only(const char *source) {
    LocatorList list = { 0 };
    Diags *diags = diags_new();
    assert_true(locate(text_of(source), diags, &list));
    assert_int_equal(list.count, 1);
    assert_int_equal(diags->list.count, 0);
    return list.at[0];
}

static void assert_refused(const char *source, const char *expected) {
    LocatorList list = { 0 };
    Diags *diags = diags_new();
    assert_false(locate(text_of(source), diags, &list));
    assert_int_equal(list.count, 0);
    assert_int_equal(diags->list.count, 1);
    assert_string_equal(diag_message(diags->list.at[0], LANG_EN).at, expected);
}

static void test_options(void **state) {
    (void)state;
    Locator found = only("a.xlsx?sheet=%E4%B8%80%e6%9c%88&header=3");
    assert_true(text_is_z(found.path, "a.xlsx") && text_is_z(found.file, "a.xlsx"));
    assert_true(text_is_z(found.sheet, "一月"));
    assert_int_equal(found.header, 3);
    assert_false(found.database);
    assert_true(text_is_z(only("a.xlsx?sheet=一月 100%").sheet, "一月 100%"));
    assert_true(text_is_z(only("a.xlsx?sheet=A%26B").sheet, "A&B"));

    found = only("sqlite:a.db?table=t");
    assert_true(found.database && text_is_z(found.path, "a.db") && text_is_z(found.table, "t"));
    found = only("sqlite:a.db?query=SELECT a&b FROM t WHERE c='?' AND d=1");
    assert_true(text_is_z(found.query, "SELECT a&b FROM t WHERE c='?' AND d=1"));
    found = only("sqlite:a.db");
    assert_true(found.database && text_is_z(found.path, "a.db"));

    put("a.xlsx?sheet=x", TEXT("a\n1\n"));
    found = only("a.xlsx?sheet=x");
    assert_true(text_is_z(found.path, "a.xlsx?sheet=x") && found.sheet.length == 0);
    put("a b.xlsx", TEXT(""));
    assert_true(text_is_z(only("a%20b.xlsx?sheet=x").path, "a b.xlsx"));
    assert_true(text_is_z(only("*.xlsx?sheet=x").path, "a b.xlsx")); /* options of every match */
    assert_true(text_is_z(only("*.xlsx?sheet=x").sheet, "x"));
    put("sqlite:x", TEXT("a\n1\n"));
    assert_true(text_is_z(only("sqlite:x").path, "sqlite:x"));
}

static void test_options_that_are_none(void **state) {
    (void)state;
    assert_refused("a.xlsx?shet=x", "'a.xlsx?shet=x' is read without an option 'shet'");
    assert_refused("a.xlsx?sheet=", "the option 'sheet' of 'a.xlsx?sheet=' has no value");
    assert_refused("a.xlsx?sheet=x&header=0", "'0' is not the number of a header row");
    assert_refused("a.xlsx?header=2b", "'2b' is not the number of a header row");
    assert_refused("a.xlsx?header=99999999999999999999",
                   "'99999999999999999999' is not the number of a header row");
    assert_refused("a.xlsx?sheet=x&more", "'a.xlsx?sheet=x&more' is read without an option 'more'");
    put("a.csv", TEXT("a\n1\n"));
    assert_string_equal(shape("a.csv?sheet=x"),
                        "source-no-option 'a.csv' is read without an option 'sheet'");
}

/* ---- Which reader ---- */

static void assert_format(const char *path, Text bytes, Format expected) {
    put(path, bytes);
    Locator locator = only(path);
    Format format;
    assert_true(locator_format(&locator, &format, diags_new()));
    assert_int_equal(format, expected);
}

static void test_formats(void **state) {
    (void)state;
    assert_format("a.csv", TEXT("a,b\n"), FORMAT_CSV);
    assert_format("a", TEXT(""), FORMAT_CSV);
    assert_format("a", TEXT("PK\3\4rest"), FORMAT_XLSX);
    assert_format("a.csv", TEXT("PK\3\4rest"), FORMAT_XLSX); /* what it is, not what it is called */
    assert_format("a.xlsx", TEXT("a,b\n"), FORMAT_XLSX);
    assert_format("a.xls", TEXT("a\tb\n"), FORMAT_CSV);
    assert_format("a.xls", TEXT("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), FORMAT_XLS);
    assert_format("a.XLSX", TEXT("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), FORMAT_LOCKED);
    assert_format("a.dat", TEXT("SQLite format 3\0…"), FORMAT_SQLITE);
    assert_format("a.csv", TEXT("SQLite format 4\0"), FORMAT_CSV);
    assert_format("a.db", TEXT(""), FORMAT_SQLITE);
    assert_format("a.json", TEXT("a,b\n"), FORMAT_JSON);
    assert_format("a.JSONL", TEXT(""), FORMAT_JSON);
    assert_format("a", TEXT("\xEF\xBB\xBF \n[ \n{\"a\":1}]"), FORMAT_JSON);
    assert_format("a", TEXT("{ \"a\": 1 }\n"), FORMAT_JSON);
    assert_format("a", TEXT("[]"), FORMAT_JSON);
    assert_format("a", TEXT("[id],name\n"), FORMAT_CSV);
    assert_format("a", TEXT("{id},name\n"), FORMAT_CSV);
    assert_format("a.csv", TEXT("[{a},b\n"), FORMAT_CSV);
}

static void test_old_workbooks(void **state) {
    (void)state;
    put("a.xls", TEXT("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and more"));
    assert_string_equal(shape("a.xls"), "excel-file 'a.xls' is an old Excel workbook (.xls), which "
                                        "cannot be read");
    put("a.xlsx", TEXT("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and more"));
    assert_string_equal(shape("a.xlsx"),
                        "excel-locked 'a.xlsx' is a workbook with a password, or an "
                        "old one (.xls) by another name");
}

/* ---- What can be read once only ---- */

static void assert_input(int fd, int rows, Text bytes) {
    int before = dup(STDIN_FILENO);
    dup2(fd, STDIN_FILENO);
    close(fd);
    Diags *diags = diags_new();
    Table *table = table_open(TEXT("-"), diags);
    dup2(before, STDIN_FILENO);
    close(before);
    assert_non_null(table);
    assert_true(text_is_z(table_path(table), "-"));
    Row row;
    for (int pass = 0; pass < 2; pass++) {
        int count = 0;
        while (table_next(table, &row) > 0) {
            count++;
        }
        assert_int_equal(count, rows);
        assert_true(text_is(table_digest(table), digest_of(bytes)));
        assert_true(table_rewind(table));
    }
    assert_int_equal(diags->list.count, 0);
}

static void test_pipes(void **state) {
    (void)state;
    Buf buf = { 0 };
    buf_add_z(&buf, "a,b\n");
    for (int i = 0; i < 100000; i++) {
        buf_format(&buf, "%d,x\n", i);
    }
    Text bytes = buf_text(&buf);
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    if (child == 0) {
        size_t done = 0;
        while (done < bytes.length) {
            ssize_t some = write(ends[1], bytes.at + done, bytes.length - done);
            done += some > 0 ? (size_t)some : 0;
        }
        _exit(0);
    }
    close(ends[1]);
    assert_input(ends[0], 100000, bytes);
    waitpid(child, NULL, 0);

    /* a named one */
    assert_int_equal(mkfifo("fifo", 0666), 0);
    child = fork();
    if (child == 0) {
        int fd = open("fifo", O_WRONLY);
        _exit(write(fd, "a\n1\n", 4) == 4 ? 0 : 1);
    }
    assert_string_equal(shape("fifo"), "fifo 1; ");
    waitpid(child, NULL, 0);
}

static void test_half_read_input(void **state) {
    (void)state;
    put("a.csv", TEXT("x\na\n1\n2\n"));
    int fd = open("a.csv", O_RDONLY);
    char skipped[2];
    assert_int_equal(read(fd, skipped, 2), 2);
    assert_input(fd, 2, TEXT("a\n1\n2\n"));
    int last = open("a.csv", O_RDONLY);
    assert_true(last >= 0);
    assert_input(last, 3, TEXT("x\na\n1\n2\n"));
}

static void test_no_room_for_a_copy(void **state) {
    (void)state;
    const char *before = getenv("TMPDIR");
    Text kept = before ? text_copy(text_of(before)) : TEXT_NONE;
    setenv("TMPDIR", "/nowhere", 1);
    assert_string_equal(shape("/proc/self/status"), "input-not-kept could not keep a copy of "
                                                    "'/proc/self/status' in /nowhere: No such file "
                                                    "or directory");
    if (before) {
        setenv("TMPDIR", kept.at, 1);
    } else {
        unsetenv("TMPDIR");
    }
}

static void test_tables_wait_closed(void **state) {
    (void)state;
    put("a.csv", TEXT("a\n1\n"));
    TableList tables = { 0 };
    for (int i = 0; i < 3000; i++) { /* more than a process may have open */
        assert_true(tables_open(TEXT("a.csv"), diags_new(), &tables));
    }
    Row row;
    assert_int_equal(table_next(tables.at[0], &row), 1);
    assert_true(text_is_z(row.cells[0].text, "1"));
}

#define FOLDER_TEST(test) cmocka_unit_test_setup_teardown(test, enter_folder, leave_folder)

int main(void) {
    mem_init();
    const struct CMUnitTest tests[] = {
        FOLDER_TEST(test_patterns),
        FOLDER_TEST(test_reasons),
        FOLDER_TEST(test_options),
        FOLDER_TEST(test_options_that_are_none),
        FOLDER_TEST(test_formats),
        FOLDER_TEST(test_old_workbooks),
        FOLDER_TEST(test_pipes),
        FOLDER_TEST(test_half_read_input),
        FOLDER_TEST(test_no_room_for_a_copy),
        FOLDER_TEST(test_tables_wait_closed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
