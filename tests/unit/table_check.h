/* table_check.h - a source's tables as one text: of each its sheet and column names, its rows with their numbers
   (a damaged one has "-" for its cells), and, behind all, what was reported. */
#ifndef HENG_TABLE_CHECK_H
#define HENG_TABLE_CHECK_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "data/reader.h"

typedef bool Opener(const Locator *locator, Diags *diags, TableList *tables);

static Text check_folder(void) {
    static char folder[] = "/tmp/heng-table-XXXXXX";
    static bool made;
    if (!made) {
        assert_non_null(mkdtemp(folder));
        made = true;
    }
    return text_of(folder);
}

/* /tmp/heng-table-…/name */
static Text check_path(const char *name) {
    Buf path = { 0 };
    buf_add(&path, check_folder());
    buf_char(&path, '/');
    buf_add_z(&path, name);
    return buf_text(&path);
}

static void check_write(Text path, Text bytes) {
    FILE *file = fopen(path.at, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes.at, 1, bytes.length, file), bytes.length);
    assert_int_equal(fclose(file), 0);
}

static void check_add_rows(Buf *out, Table *table) {
    Row row;
    for (int got = table_next(table, &row); got != 0; got = table_next(table, &row)) {
        buf_format(out, "%ld%s", row.number, got < 0 ? " -" : "");
        for (int i = 0; got > 0 && i < row.count; i++) {
            buf_add_z(out, i > 0 ? "|" : " ");
            buf_add(out, row.cells[i].text);
        }
        buf_char(out, '\n');
        assert_int_equal(row.count, got > 0 ? table_width(table) : 0);
    }
    assert_int_equal(table_next(table, &row), 0);
}

static void check_add_diags(Buf *out, Diags *diags) {
    Text folder = check_folder();
    for (int i = 0; i < diags->list.count; i++) {
        Buf one = { 0 };
        diag_write(&one, diags, diags->list.at[i], LANG_EN, false);
        Text text = buf_text(&one);
        if (text_begins(text, folder)) {
            text = text_slice(text, folder.length + 1, text.length);
        }
        buf_add(out, text);
    }
}

/* Each table is read twice, and has to be the same both times. */
static Text check_shape(Opener *open, const Locator *locator) {
    Buf out = { 0 };
    Diags *diags = diags_new();
    TableList tables = { 0 };
    bool good = open(locator, diags, &tables);
    assert_true(good || diags->errors > 0);
    for (int t = 0; t < tables.count; t++) {
        Table *table = tables.at[t];
        assert_int_equal(table->alone, tables.count == 1);
        if (table_sheet(table).length > 0) {
            buf_char(&out, '[');
            buf_add(&out, table_sheet(table));
            buf_char(&out, ']');
        }
        for (int i = 0; i < table_width(table); i++) {
            buf_add_z(&out, i > 0 ? "|" : " ");
            buf_add(&out, table_name(table, i));
        }
        buf_char(&out, '\n');
        Buf first = { 0 }, second = { 0 };
        check_add_rows(&first, table);
        assert_true(table_rewind(table));
        check_add_rows(&second, table);
        assert_string_equal(buf_text(&first).at, buf_text(&second).at);
        buf_add(&out, buf_text(&first));
        assert_int_equal(table_digest(table).length, 64);
        table_close(table);
    }
    check_add_diags(&out, diags);
    return buf_text(&out);
}

#endif
