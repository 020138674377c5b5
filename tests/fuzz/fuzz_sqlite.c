/* fuzz_sqlite.c - any bytes are a database or are refused: reading ends, rows have table_width() cells of UTF-8 without
   NUL, and what is damaged is reported. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "data/reader.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds) {
    if (!holds) {
        abort();
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static bool ready;
    char path[40];
    snprintf(path, sizeof path, "/dev/shm/fuzz-%d.db", (int)getpid());
    if (!ready) {
        mem_init();
        ready = true;
    }
    FILE *file = fopen(path, "wb");
    require(file && fwrite(data, 1, size, file) == size && fclose(file) == 0);
    Locator locator = { .path = text_of(path), .file = text_of(path) };
    Diags *diags = diags_new();
    TableList tables = { 0 };
    bool good = sqlite_open(&locator, diags, &tables);
    require(good ? tables.count > 0 : diags->errors > 0);
    for (int i = 0; i < tables.count; i++) {
        Row row;
        int got;
        for (long rows = 0; i < 8 && rows < 10000 && (got = table_next(tables.at[i], &row)) != 0; rows++) {
            require(got > 0 || diags->errors > 0);
            require(row.count == (got > 0 ? table_width(tables.at[i]) : 0));
            for (int k = 0; k < row.count; k++) {
                Text text = row.cells[k].text;
                require(text_is_utf8(text, NULL));
                require(text.length == 0 || !memchr(text.at, 0, text.length));
            }
        }
        require(table_rewind(tables.at[i]) && table_digest(tables.at[i]).length == 64);
        table_close(tables.at[i]);
    }
    unlink(path);
    return 0;
}
