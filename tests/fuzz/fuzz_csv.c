/* fuzz_csv.c - any bytes are a table or are refused: reading ends, every row has table_width() cells of UTF-8
   without NUL, rows are numbered upwards, and what is damaged is reported. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "data/table.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds) {
    if (!holds) {
        abort();
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static bool ready;
    if (!ready) {
        mem_init();
        ready = true;
    }
    char *exact = malloc(size ? size : 1); /* so that a read behind the end is seen */
    memcpy(exact, data, size);
    Diags *diags = diags_new();
    Table *table = table_open_bytes(TEXT("fuzz.csv"), (Text){ exact, size }, diags);
    require(table || diags->errors > 0);
    if (table) {
        Row row;
        long number = 0;
        size_t rows = 0;
        int got;
        while ((got = table_next(table, &row)) != 0) {
            require(++rows <= size && row.number > number);
            number = row.number;
            require(got > 0 || diags->errors > 0);
            require(row.count == (got > 0 ? table_width(table) : 0));
            for (int i = 0; i < row.count; i++) {
                Text text = row.cells[i].text;
                require(text_is_utf8(text, NULL));
                require(text.length == 0 || !memchr(text.at, 0, text.length));
            }
        }
        for (int i = 0; i < table_width(table); i++) {
            int column = table_column(table, table_name(table, i));
            require(column <= i && (column >= 0) == (table_name(table, i).length > 0));
        }
        table_digest(table);
        table_close(table);
    }
    free(exact);
    return 0;
}
