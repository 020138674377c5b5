/* test_store.c - rows kept by key in a temporary file; and the set of keys that tells whether they have to be. */
#include "data/store.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include <cmocka.h>

#include "data/keyset.h"

static void add(Store *store, Text key, long number, Text a, Text b) {
    const Cell cells[] = { { a, CELL_PLAIN }, { b, CELL_PERCENT } };
    assert_true(store_add(store, key, number, 7, cells));
}

/* "key number a|b%\n" of each row that comes. */
static Text rows_of(Store *store) {
    Buf out = { 0 };
    StoreRow row;
    int got;
    while ((got = store_next(store, &row)) == 1) {
        assert_int_equal(row.count, 2);
        assert_int_equal(row.file, 7);
        assert_int_equal(row.cells[0].format, CELL_PLAIN);
        assert_int_equal(row.cells[1].format, CELL_PERCENT);
        buf_add(&out, row.key);
        buf_format(&out, " %ld ", row.number);
        buf_add(&out, row.cells[0].text);
        buf_char(&out, '|');
        buf_add(&out, row.cells[1].text);
        buf_char(&out, '\n');
    }
    assert_int_equal(got, 0);
    assert_int_equal(store_next(store, &row), 0);
    return buf_text(&out);
}

static Text found(Store *store, Text key) {
    assert_true(store_find(store, key));
    return rows_of(store);
}

static Text all(Store *store) {
    assert_true(store_find_all(store));
    return rows_of(store);
}

static void test_order(void **state) {
    Diags *diags = diags_new();
    Store *store = store_new(2, diags);
    assert_non_null(store);
    add(store, TEXT("乙"), 5, TEXT("1"), TEXT("2"));
    add(store, TEXT("甲"), 4, TEXT(""), TEXT("汉"));
    add(store, TEXT("乙"), 3, TEXT("3"), TEXT(""));
    add(store, TEXT(""), 2, TEXT("5"), TEXT("6"));
    add(store, TEXT("甲"), 1, TEXT("7"), TEXT("8"));
    assert_true(store_seal(store));
    assert_int_equal(store_rows(store), 5);
    assert_int_equal(store_keys(store), 3);
    assert_string_equal(found(store, TEXT("甲")).at, "甲 4 |汉\n甲 1 7|8\n");
    assert_string_equal(found(store, TEXT("")).at, " 2 5|6\n");
    assert_string_equal(found(store, TEXT("丙")).at, "");
    assert_string_equal(all(store).at, "乙 5 1|2\n乙 3 3|\n甲 4 |汉\n甲 1 7|8\n 2 5|6\n");
    /* asking ends the question before */
    StoreRow row;
    assert_true(store_find_all(store));
    assert_int_equal(store_next(store, &row), 1);
    assert_string_equal(found(store, TEXT("甲")).at, "甲 4 |汉\n甲 1 7|8\n");
    assert_string_equal(all(store).at, "乙 5 1|2\n乙 3 3|\n甲 4 |汉\n甲 1 7|8\n 2 5|6\n");
    store_close(store);
    assert_int_equal(diags->list.count, 0);
}

static void test_bytes(void **state) {
    Store *store = store_new(2, diags_new());
    char *large = mem_leaf(200000);
    memset(large, 'x', 200000);
    Text texts[] = { TEXT("a\0b"),   TEXT("a"),      TEXT("a\0"),
                     { large, 127 }, { large, 128 }, { large, 200000 } };
    for (int i = 0; i < 6; i++) {
        add(store, texts[i], i, texts[i], TEXT_NONE);
    }
    assert_true(store_seal(store));
    for (int i = 0; i < 6; i++) {
        StoreRow row;
        assert_true(store_find(store, texts[i]));
        assert_int_equal(store_next(store, &row), 1);
        assert_int_equal(row.number, i);
        assert_true(text_is(row.key, texts[i]));
        assert_true(text_is(row.cells[0].text, texts[i]));
        assert_int_equal(row.cells[1].text.length, 0);
        assert_int_equal(store_next(store, &row), 0);
    }
    store_close(store);
}

static void test_empty(void **state) {
    Store *store = store_new(1, diags_new());
    assert_true(store_seal(store));
    StoreRow row;
    assert_int_equal(store_next(store, &row), 0); /* nothing was asked */
    assert_true(store_find_all(store));
    assert_int_equal(store_next(store, &row), 0);
    assert_int_equal(store_keys(store), 0);
    store_close(store);
    store = store_new(0, diags_new()); /* no cells */
    assert_true(store_add(store, TEXT("k"), 1, 1, NULL));
    assert_true(store_seal(store));
    assert_true(store_find(store, TEXT("k")));
    assert_int_equal(store_next(store, &row), 1);
    assert_int_equal(row.count, 0);
    store_close(store);
}

/* 30,000 rows of 1,000 keys, dealt out like cards: more than stays in memory, with a long cell in each. */
static void test_many(void **state) {
    Store *store = store_new(2, diags_new());
    char filler[600];
    memset(filler, 'x', sizeof filler);
    for (long i = 0; i < 30000; i++) {
        Buf key = { 0 }, cell = { 0 };
        buf_format(&key, "k%ld", 999 - i % 1000);
        buf_format(&cell, "%ld", i);
        add(store, buf_text(&key), i, buf_text(&cell), (Text){ filler, sizeof filler });
    }
    assert_true(store_seal(store));
    assert_int_equal(store_keys(store), 1000);
    assert_true(store_find_all(store));
    StoreRow row;
    for (long i = 0; i < 30000; i++) {
        long key = i / 30, number = key + i % 30 * 1000;
        Buf expected = { 0 }, cell = { 0 };
        buf_format(&expected, "k%ld", 999 - key);
        buf_format(&cell, "%ld", number);
        assert_int_equal(store_next(store, &row), 1);
        assert_true(text_is(row.key, buf_text(&expected)));
        assert_int_equal(row.number, number);
        assert_true(text_is(row.cells[0].text, buf_text(&cell)));
    }
    assert_int_equal(store_next(store, &row), 0);
    store_close(store);
}

/* A file that may not grow stands for a full disk. */
static void test_full(void **state) {
    struct rlimit old, small;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &old), 0);
    small = old;
    small.rlim_cur = 1 << 20;
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    Diags *diags = diags_new();
    Store *store = store_new(1, diags);
    char filler[10000];
    memset(filler, 'x', sizeof filler);
    const Cell cells[] = { { { filler, sizeof filler }, CELL_PLAIN } };
    bool good = true;
    for (long i = 0; i < 5000 && good; i++) {
        good = store_add(store, TEXT("k"), i, 0, cells);
    }
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &old), 0);
    assert_false(good);
    StoreRow row;
    assert_false(store_add(store, TEXT("k"), 1, 0, cells));
    assert_false(store_seal(store));
    assert_false(store_find(store, TEXT("k")));
    assert_false(store_find_all(store));
    assert_int_equal(store_next(store, &row), -1);
    assert_int_equal(diags->errors, 1);
    assert_true(text_begins(text_of(diag_slug(diags->list.at[0]->id)), TEXT("store-f")));
    assert_int_equal(diags->list.at[0]->notes.count, 1);
    store_close(store);
}

static void test_keyset(void **state) {
    KeySet *set = keyset_new();
    assert_true(keyset_add(set, TEXT("甲")));
    assert_true(keyset_add(set, TEXT("")));
    assert_true(keyset_add(set, TEXT("乙")));
    assert_false(keyset_add(set, TEXT("甲")));
    assert_false(keyset_add(set, TEXT("")));
    assert_true(keyset_add(set, TEXT("甲 ")));
    assert_int_equal(keyset_count(set), 4);
    for (int pass = 0; pass < 2; pass++) {
        for (int i = 0; i < 100000; i++) {
            char key[20];
            int length = snprintf(key, sizeof key, "key %d", i);
            assert_int_equal(keyset_add(set, (Text){ key, (size_t)length }), pass == 0);
        }
        assert_int_equal(keyset_count(set), 100004);
    }
}

int main(void) {
    mem_init();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_order), cmocka_unit_test(test_bytes), cmocka_unit_test(test_empty),
        cmocka_unit_test(test_many),  cmocka_unit_test(test_full),  cmocka_unit_test(test_keyset),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
