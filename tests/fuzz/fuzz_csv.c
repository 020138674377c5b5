/* fuzz_csv.c - any bytes are a table or are refused: reading ends, every row has table_width() cells of UTF-8
   without NUL, rows are numbered upwards, and what is damaged is reported.  However many bytes are read at a
   time, the rows are the same. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "data/reader.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds) {
    if (!holds) {
        abort();
    }
}

static uint64_t mixed(uint64_t hash, uint64_t value) {
    return (hash ^ value) * 0x100000001B3u;
}

/* Reads all of it, twice; what the rows are goes into the result. */
static uint64_t read_rows(Text bytes, size_t piece) {
    uint64_t hashes[2] = { 0 };
    Diags *diags = diags_new();
    Locator locator = { .path = TEXT("fuzz.csv") };
    Table *table = table_new(&locator, diags);
    CsvSizes sizes = { .piece = piece, .row_max = (size_t)1 << 26 };
    table = csv_open_sized(table, bytes, sizes) ? table : NULL;
    require(table || diags->errors > 0);
    for (int pass = 0; table && pass < 2; pass++) {
        require(pass == 0 || table_rewind(table));
        Row row;
        long number = 0;
        size_t rows = 0;
        int got;
        while ((got = table_next(table, &row)) != 0) {
            require(++rows <= bytes.length && row.number > number);
            number = row.number;
            require(got > 0 || diags->errors > 0);
            require(row.count == (got > 0 ? table_width(table) : 0));
            hashes[pass] = mixed(hashes[pass], (uint64_t)number);
            for (int i = 0; i < row.count; i++) {
                Text text = row.cells[i].text;
                require(text_is_utf8(text, NULL));
                require(text.length == 0 || !memchr(text.at, 0, text.length));
                hashes[pass] = mixed(hashes[pass], text_hash(text));
            }
        }
    }
    if (!table) {
        return 1;
    }
    require(hashes[0] == hashes[1]);
    for (int i = 0; i < table_width(table); i++) {
        int column = table_column(table, table_name(table, i));
        require(column <= i && (column >= 0) == (table_name(table, i).length > 0));
    }
    require(table_digest(table).length == 64);
    table_close(table);
    return mixed(hashes[0], (uint64_t)diags->errors);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static bool ready;
    if (!ready) {
        mem_init();
        ready = true;
    }
    char *exact = malloc(size ? size : 1); /* so that a read behind the end is seen */
    memcpy(exact, data, size);
    Text bytes = { exact, size };
    uint64_t whole = read_rows(bytes, (size_t)1 << 18);
    require(read_rows(bytes, 1 + size % 61) == whole);
    if (size < 512) {
        require(read_rows(bytes, 1) == whole);
    }
    free(exact);
    return 0;
}
