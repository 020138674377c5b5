/* test_file.c - files read and written as a whole, in a folder of their own below $TMPDIR. */
#include "base/file.h"

#include <dirent.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

static int enter_folder(void **state) {
    const char *base = getenv("TMPDIR");
    Buf buf = { 0 };
    buf_format(&buf, "%s/heng-file-XXXXXX", base && *base ? base : "/tmp");
    (void)state; /* not for our blocks: cmocka keeps it where the collector does not look */
    char *folder = mem_copy(buf.at, buf.length);
    return mkdtemp(folder) && chdir(folder) == 0 ? 0 : -1;
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

static int entries(void) {
    int count = 0;
    DIR *folder = opendir(".");
    for (struct dirent *entry = readdir(folder); entry; entry = readdir(folder)) {
        count += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
    }
    closedir(folder);
    return count;
}

static void put(const char *path, const char *bytes, size_t length) {
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
}

static void assert_holds(const char *path, Text expected) {
    Text bytes = TEXT_NONE;
    Diags *diags = diags_new();
    assert_true(file_read(text_of(path), &bytes, diags, SPAN_NONE));
    assert_int_equal(bytes.length, expected.length);
    assert_memory_equal(bytes.at, expected.at, expected.length + 1); /* and the NUL behind it */
    assert_int_equal(diags->list.count, 0);
}

static void assert_message(const Diags *diags, const char *expected) {
    assert_int_equal(diags->list.count, 1);
    assert_string_equal(diag_message(diags->list.at[0], LANG_EN).at, expected);
}

static void assert_unread(Text path, const char *expected) {
    Text bytes = TEXT("as before");
    Diags *diags = diags_new();
    assert_false(file_read(path, &bytes, diags, SPAN_NONE));
    assert_message(diags, expected);
    assert_true(text_is_z(bytes, "as before"));
}

static void assert_unwritten(Text path, const char *expected) {
    Diags *diags = diags_new();
    assert_false(file_write(path, TEXT("new"), diags));
    assert_message(diags, expected);
}

/* ---- Reading ---- */

static void test_reads_all_bytes(void **state) {
    (void)state;
    put("empty", "", 0);
    put("nul", "a\0b\xFF\r\n", 6);
    assert_holds("empty", TEXT(""));
    assert_holds("nul", TEXT("a\0b\xFF\r\n"));
    size_t length = 3000000;
    char *large = mem_leaf(length + 1);
    for (size_t i = 0; i < length; i++) {
        large[i] = (char)(i * 7 + i / 251);
    }
    put("large", large, length);
    assert_holds("large", (Text){ large, length });
}

static void test_what_has_no_size(void **state) {
    (void)state;
    Text bytes;
    assert_true(file_read(TEXT("/proc/self/status"), &bytes, diags_new(), SPAN_NONE));
    assert_true(text_begins(bytes, TEXT("Name:")));
    assert_holds("/dev/null", TEXT(""));
}

/* A child writes `length` bytes into the pipe that stands for standard input. */
static void test_standard_input(void **state) {
    (void)state;
    size_t length = 300001;
    char *large = mem_leaf(length + 1);
    memset(large, 'x', length);
    int ends[2], before = dup(STDIN_FILENO);
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    if (child == 0) {
        for (size_t done = 0; done < length;) {
            size_t piece = length - done < 7001 ? length - done : 7001;
            ssize_t put_now = write(ends[1], large + done, piece);
            done += put_now > 0 ? (size_t)put_now : 0;
        }
        _exit(0);
    }
    close(ends[1]);
    dup2(ends[0], STDIN_FILENO);
    assert_holds("-", (Text){ large, length });
    dup2(before, STDIN_FILENO);
    close(ends[0]);
    close(before);
}

static void test_reasons_for_not_reading(void **state) {
    (void)state;
    assert_int_equal(mkdir("folder", 0777), 0);
    put("plain", "x", 1);
    assert_unread(TEXT("nowhere.csv"), "there is no file 'nowhere.csv'");
    assert_unread(TEXT("nowhere/x.csv"), "there is no file 'nowhere/x.csv'");
    assert_unread(TEXT("plain/x.csv"), "there is no file 'plain/x.csv'");
    assert_unread(TEXT(""), "there is no file ''");
    assert_unread(TEXT("plain\0"), "there is no file 'plain\0'");
    assert_unread(TEXT("folder"), "'folder' is a folder, not a file");
    assert_int_equal(symlink("circle", "circle"), 0);
    assert_unread(TEXT("circle"), "could not read 'circle': Too many levels of symbolic links");
}

static void test_no_permission(void **state) {
    (void)state;
    put("secret", "x", 1);
    assert_int_equal(chmod("secret", 0), 0);
    if (geteuid() == 0) { /* may read everything */
        skip();
    }
    assert_unread(TEXT("secret"), "no permission to read 'secret'");
    assert_unwritten(TEXT("secret"), "no permission to write 'secret'");
}

static void test_too_large(void **state) {
    (void)state;
    put("huge", "", 0);
    if (truncate("huge", (off_t)FILE_BYTES_MAX + 1) < 0) {
        skip(); /* the file system has no sparse files of this size */
    }
    assert_unread(TEXT("huge"), "'huge' is larger than 2 GiB");
}

static void test_reported_where_a_rule_names_it(void **state) {
    (void)state;
    Diags *diags = diags_new();
    Source *source = diags_source(diags, TEXT("r.heng"), TEXT("table T from \"t.csv\" key k"));
    Text bytes;
    assert_false(file_read(TEXT("t.csv"), &bytes, diags, (Span){ source->id, 13, 20 }));
    Buf buf = { 0 };
    diag_write(&buf, diags, diags->list.at[0], LANG_ZH, false);
    assert_true(
        text_begins(buf_text(&buf), TEXT("r.heng:1:14: 错误: 没有文件“t.csv” [file-missing]")));
}

/* ---- Writing ---- */

static mode_t mode_of(const char *path) {
    struct stat about;
    assert_int_equal(lstat(path, &about), 0);
    return about.st_mode;
}

static void test_writes_and_replaces(void **state) {
    (void)state;
    Diags *diags = diags_new();
    mode_t mask = umask(022);
    assert_true(file_write(TEXT("out.csv"), TEXT("one\0two"), diags));
    assert_holds("out.csv", TEXT("one\0two"));
    assert_int_equal(mode_of("out.csv"), S_IFREG | 0644);
    assert_int_equal(chmod("out.csv", 0640), 0);
    assert_true(file_write(TEXT("out.csv"), TEXT(""), diags));
    assert_holds("out.csv", TEXT(""));
    assert_int_equal(mode_of("out.csv"), S_IFREG | 0640);
    assert_int_equal(entries(), 1);
    assert_int_equal(diags->list.count, 0);
    umask(mask);
}

static void test_a_link_is_followed(void **state) {
    (void)state;
    assert_int_equal(mkdir("folder", 0777), 0);
    put("folder/real", "old", 3);
    assert_int_equal(symlink("folder/real", "link"), 0);
    assert_true(file_write(TEXT("link"), TEXT("new"), diags_new()));
    assert_true(S_ISLNK(mode_of("link")));
    assert_holds("folder/real", TEXT("new"));
    assert_int_equal(unlink("folder/real"), 0);
}

static void test_longest_name(void **state) {
    (void)state;
    char name[256];
    memset(name, 'n', 255);
    name[255] = 0;
    assert_true(file_write(text_of(name), TEXT("x"), diags_new()));
    assert_holds(name, TEXT("x"));
}

static void test_a_device_stays_one(void **state) {
    (void)state;
    assert_true(file_write(TEXT("/dev/null"), TEXT("x"), diags_new()));
    assert_true(S_ISCHR(mode_of("/dev/null")));
}

static void test_reasons_for_not_writing(void **state) {
    (void)state;
    assert_int_equal(mkdir("folder", 0777), 0);
    assert_unwritten(TEXT("-"), "could not write '-': it stands for standard output");
    assert_unwritten(TEXT("folder"), "'folder' is a folder, not a file");
    assert_unwritten(TEXT("nowhere/x"), "could not write 'nowhere/x': its folder is not there");
    assert_unwritten(TEXT("new/"), "could not write 'new/': its folder is not there");
    assert_unwritten(TEXT(""), "could not write '': its folder is not there");
    assert_unwritten(TEXT("/dev/full"), "could not write '/dev/full': the disk is full");
    assert_int_equal(entries(), 1);
}

/* The system refuses the second half: the old file is whole, and nothing else is left behind. */
static void test_cut_short(void **state) {
    (void)state;
    size_t length = 200000;
    char *large = mem_leaf(length + 1);
    memset(large, 'x', length);
    put("out", "old", 3);
    struct rlimit before, small;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    small = (struct rlimit){ 100000, before.rlim_max };
    void (*handler)(int) = signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    Diags *diags = diags_new();
    bool written = file_write(TEXT("out"), (Text){ large, length }, diags);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
    signal(SIGXFSZ, handler);
    assert_false(written);
    assert_message(diags, "could not write 'out': File too large");
    assert_holds("out", TEXT("old"));
    assert_int_equal(entries(), 1);
}

/* ---- Written in pieces ---- */

static void test_pieces(void **state) {
    (void)state;
    put("out", "old", 3);
    Diags *diags = diags_new();
    FileOut *out = file_out_open(TEXT("out"), diags);
    Buf expected = { 0 };
    for (int i = 0; i < 30000; i++) {
        char piece[24];
        int length = snprintf(piece, sizeof piece, "%d,", i);
        assert_true(file_out_write(out, (Text){ piece, (size_t)length }));
        buf_add(&expected, text_of(piece));
    }
    size_t large = 200000; /* more than is gathered */
    char *block = mem_leaf(large);
    memset(block, 'x', large);
    assert_true(file_out_write(out, (Text){ block, large }));
    assert_true(file_out_write(out, TEXT("")));
    assert_true(file_out_write(out, TEXT("end")));
    buf_add(&expected, (Text){ block, large });
    buf_add(&expected, TEXT("end"));
    assert_holds("out", TEXT("old"));
    assert_int_equal(entries(), 2);
    assert_true(file_out_commit(out));
    assert_holds("out", buf_text(&expected));
    assert_int_equal(entries(), 1);
    assert_int_equal(diags->list.count, 0);
}

static void test_abandoned(void **state) {
    (void)state;
    put("out", "old", 3);
    FileOut *first = file_out_open(TEXT("out"), diags_new());
    FileOut *second = file_out_open(TEXT("new"), diags_new());
    assert_true(file_out_write(first, TEXT("x")));
    assert_true(file_out_write(second, TEXT("y")));
    assert_int_equal(entries(), 3);
    file_out_abandon(first);
    file_out_abandon(second);
    assert_holds("out", TEXT("old"));
    assert_int_equal(entries(), 1);
}

/* Whatever is written after the disk is full, it is said once. */
static void test_full_disk_is_reported_once(void **state) {
    (void)state;
    Diags *diags = diags_new();
    FileOut *out = file_out_open(TEXT("/dev/full"), diags);
    size_t length = 100000;
    char *block = mem_leaf(length);
    assert_false(file_out_write(out, (Text){ block, length }));
    assert_false(file_out_write(out, (Text){ block, length }));
    assert_false(file_out_write(out, TEXT("x")));
    assert_false(file_out_commit(out));
    assert_message(diags, "could not write '/dev/full': the disk is full");
    assert_int_equal(diags->errors, 1);
}

static void test_standard_output(void **state) {
    (void)state;
    fflush(stdout);
    int before = dup(STDOUT_FILENO), file = open("taken", O_CREAT | O_WRONLY, 0666);
    dup2(file, STDOUT_FILENO);
    FileOut *out = file_out_open(TEXT("-"), diags_new());
    bool written = file_out_write(out, TEXT("a\n")) && file_out_commit(out);
    dup2(before, STDOUT_FILENO);
    close(before);
    close(file);
    assert_true(written);
    assert_holds("taken", TEXT("a\n"));
}

static void end_by_signal(int number) {
    (void)number;
    file_out_abandon_all_async();
    _exit(0);
}

/* A child is interrupted while it writes; a worker it has forked leaves its files alone. */
static void test_a_signal_removes_what_is_unfinished(void **state) {
    (void)state;
    put("out", "old", 3);
    int ready[2];
    assert_int_equal(pipe(ready), 0);
    pid_t child = fork();
    if (child == 0) {
        signal(SIGTERM, end_by_signal);
        for (int i = 0; i < 40; i++) {
            FileOut *out = file_out_open(TEXT("out"), diags_new());
            file_out_write(out, TEXT("new"));
            if (i % 2) {
                file_out_abandon(out);
            }
        }
        pid_t worker = fork();
        if (worker == 0) {
            file_out_abandon_all_async();
            _exit(0);
        }
        waitpid(worker, NULL, 0);
        char left = (char)entries();
        if (write(ready[1], &left, 1) != 1) {
            _exit(1);
        }
        for (;;) {
            pause();
        }
    }
    char left = 0;
    assert_int_equal(read(ready[0], &left, 1), 1);
    assert_int_equal(left, 21);
    kill(child, SIGTERM);
    int status;
    waitpid(child, &status, 0);
    assert_int_equal(status, 0);
    assert_int_equal(entries(), 1);
    assert_holds("out", TEXT("old"));
    close(ready[0]);
    close(ready[1]);
}

#define FOLDER_TEST(test) cmocka_unit_test_setup_teardown(test, enter_folder, leave_folder)

int main(void) {
    mem_init();
    const struct CMUnitTest tests[] = {
        FOLDER_TEST(test_reads_all_bytes),
        FOLDER_TEST(test_what_has_no_size),
        FOLDER_TEST(test_standard_input),
        FOLDER_TEST(test_reasons_for_not_reading),
        FOLDER_TEST(test_no_permission),
        FOLDER_TEST(test_too_large),
        FOLDER_TEST(test_reported_where_a_rule_names_it),
        FOLDER_TEST(test_writes_and_replaces),
        FOLDER_TEST(test_a_link_is_followed),
        FOLDER_TEST(test_longest_name),
        FOLDER_TEST(test_a_device_stays_one),
        FOLDER_TEST(test_reasons_for_not_writing),
        FOLDER_TEST(test_cut_short),
        FOLDER_TEST(test_pieces),
        FOLDER_TEST(test_abandoned),
        FOLDER_TEST(test_full_disk_is_reported_once),
        FOLDER_TEST(test_standard_output),
        FOLDER_TEST(test_a_signal_removes_what_is_unfinished),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
