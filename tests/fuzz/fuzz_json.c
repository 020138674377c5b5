/* fuzz_json.c - any bytes are JSON tables or are refused: reading ends, a second pass gives as many rows, every row
   has table_width() cells of UTF-8 without NUL, and what is damaged is reported. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "data/reader.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds) {
    if (!holds) {
        abort();
    }
}

static long read_rows(Table *table, const Diags *diags, size_t size) {
    Row row;
    long rows = 0, number = 0;
    int got;
    while ((got = table_next(table, &row)) != 0) {
        require(++rows <= (long)size + 1 && (got < 0 || row.number >= number));
        number = got > 0 ? row.number : number;
        require(got > 0 || diags->errors > 0);
        require(row.count == (got > 0 ? table_width(table) : 0));
        for (int i = 0; i < row.count; i++) {
            Text text = row.cells[i].text;
            require(text_is_utf8(text, NULL));
            require(text.length == 0 || !memchr(text.at, 0, text.length));
        }
    }
    require(table_next(table, &row) == 0);
    return rows;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static int file = -1;
    static char path[40];
    if (file < 0) {
        mem_init();
        file = memfd_create("fuzz", 0);
        snprintf(path, sizeof path, "/proc/self/fd/%d", file);
    }
    require(ftruncate(file, 0) == 0 && pwrite(file, data, size, 0) == (ssize_t)size);
    Locator locator = { .path = size % 2 ? TEXT("t.json") : TEXT("t.jsonl"), .file = text_of(path) };
    Diags *diags = diags_new();
    TableList tables = { 0 };
    bool good = json_open(&locator, diags, &tables);
    require(good ? tables.count > 0 : diags->errors > 0);
    for (int i = 0; i < tables.count && i < 8; i++) {
        long rows = read_rows(tables.at[i], diags, size);
        require(table_rewind(tables.at[i]));
        require(read_rows(tables.at[i], diags, size) == rows);
        require(table_digest(tables.at[i]).length == 64);
        table_close(tables.at[i]);
    }
    return 0;
}
