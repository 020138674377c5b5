/* fuzz_xlsx.c - any bytes are a workbook or are refused: reading ends, rows are numbered upwards, every row has
   table_width() cells of UTF-8 without NUL, and what is damaged is reported.  Bytes that begin a ZIP archive are
   one; others are cut at each byte 1 into a sheet, shared strings, styles and the workbook, so that what stands
   in the parts is reached without having to guess how it is packed. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zip.h>

#include "data/reader.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds) {
    if (!holds) {
        abort();
    }
}

#define RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

static const char relations[] =
    "<Relationships><Relationship Id=\"a\" Type=\"" RELATIONS "/worksheet\" Target=\"s.xml\"/>"
    "<Relationship Id=\"b\" Type=\"" RELATIONS "/sharedStrings\" Target=\"t.xml\"/>"
    "<Relationship Id=\"c\" Type=\"" RELATIONS "/styles\" Target=\"y.xml\"/></Relationships>";
static const char workbook[] =
    "<workbook><sheets><sheet name=\"s\" r=\"\" id=\"a\"/></sheets></workbook>";

static void add(zip_t *zip, const char *name, const void *bytes, size_t length) {
    zip_file_add(zip, name, zip_source_buffer(zip, bytes, length, 0), ZIP_FL_OVERWRITE);
}

static void write_parts(const char *path, const uint8_t *data, size_t size) {
    static const char *const names[] = { "xl/s.xml", "xl/t.xml", "xl/y.xml", "xl/workbook.xml" };
    unlink(path);
    zip_t *zip = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, NULL);
    require(zip);
    add(zip, "xl/_rels/workbook.xml.rels", relations, sizeof relations - 1);
    add(zip, "xl/workbook.xml", workbook, sizeof workbook - 1);
    add(zip, "xl/t.xml", "<sst/>", 6);
    add(zip, "xl/y.xml", "<styleSheet/>", 13);
    for (size_t i = 0, at = 0; i < 4 && at <= size; i++) {
        const uint8_t *end = size > at ? memchr(data + at, 1, size - at) : NULL;
        size_t to = end ? (size_t)(end - data) : size;
        add(zip, names[i], data + at, to - at);
        at = to + 1;
    }
    for (zip_int64_t i = 0; i < zip_get_num_entries(zip, 0); i++) {
        zip_set_file_compression(zip, (zip_uint64_t)i, ZIP_CM_STORE, 0);
    }
    require(zip_close(zip) == 0);
}

static void read_table(Table *table, const Diags *diags) {
    Row row;
    for (int pass = 0; pass < 2; pass++) {
        long number = 0;
        int got;
        while ((got = table_next(table, &row)) != 0) {
            require(got < 0 ? diags->errors > 0 : row.number > number);
            number = row.number;
            require(row.count == (got > 0 ? table_width(table) : 0));
            for (int i = 0; i < row.count; i++) {
                Text text = row.cells[i].text;
                require(text_is_utf8(text, NULL));
                require(text.length == 0 || !memchr(text.at, 0, text.length));
            }
        }
        require(table_rewind(table));
    }
    table_digest(table);
    table_close(table);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static char path[64];
    if (!path[0]) {
        mem_init();
        snprintf(path, sizeof path, "/dev/shm/heng-fuzz-%ld.xlsx", (long)getpid());
    }
    if (size > 4 && memcmp(data, "PK\3\4", 4) == 0) {
        FILE *file = fopen(path, "wb");
        require(file && fwrite(data, 1, size, file) == size);
        fclose(file);
    } else {
        write_parts(path, data, size);
    }
    Diags *diags = diags_new();
    Locator locator = { .path = TEXT("fuzz.xlsx"), .file = text_of(path) };
    TableList tables = { 0 };
    require(xlsx_open(&locator, diags, &tables) ? tables.count > 0 : diags->errors > 0);
    for (int i = 0; i < tables.count; i++) {
        read_table(tables.at[i], diags);
    }
    return 0;
}
