/* xlsx_make.h - small workbooks for tests, written part by part, so that what other writers do can be imitated. */
#ifndef HENG_XLSX_MAKE_H
#define HENG_XLSX_MAKE_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zip.h>

#include "base/text.h"

#define MAIN_NS "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
#define RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/relationships"

typedef struct Part {
    const char *name, *text;
} Part;

/* A file of these parts; NULL ends them. */
static inline Text make_archive(const Part *parts) {
    static int made;
    const char *folder = getenv("TMPDIR");
    Buf path = { 0 };
    buf_format(&path, "%s/heng-xlsx-%ld-%d.xlsx", folder && *folder ? folder : "/tmp",
               (long)getpid(), made++);
    int error;
    zip_t *zip = zip_open(path.at, ZIP_CREATE | ZIP_TRUNCATE, &error);
    for (; zip && parts->name; parts++) {
        zip_source_t *source = zip_source_buffer(zip, parts->text, strlen(parts->text), 0);
        zip_file_add(zip, parts->name, source, ZIP_FL_OVERWRITE | ZIP_FL_ENC_UTF_8);
    }
    if (!zip || zip_close(zip) != 0) {
        abort();
    }
    return buf_text(&path);
}

#define ROOT_RELATIONS                                                                             \
    "<Relationships xmlns=\"" PACKAGE "\"><Relationship Id=\"rId1\" Type=\"" RELATIONS             \
    "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"

/* Relations of a workbook with one sheet. */
#define BOOK_RELATIONS                                                                             \
    "<Relationships xmlns=\"" PACKAGE "\">"                                                        \
    "<Relationship Id=\"rId1\" Type=\"" RELATIONS                                                  \
    "/worksheet\" Target=\"worksheets/sheet1.xml\"/>"                                              \
    "<Relationship Id=\"rId2\" Type=\"" RELATIONS "/styles\" Target=\"styles.xml\"/>"              \
    "<Relationship Id=\"rId3\" Type=\"" RELATIONS                                                  \
    "/sharedStrings\" Target=\"sharedStrings.xml\"/>"                                              \
    "</Relationships>"

typedef struct Simple {
    const char *rows;    /* the inside of sheetData */
    const char *behind;  /* of the sheet, behind sheetData */
    const char *strings; /* the inside of sst */
    const char *formats; /* the inside of numFmts */
    const char *styles;  /* the inside of cellXfs */
    const char *book;    /* of the workbook, before sheets */
    const char *book_behind;
} Simple;

#define OR_EMPTY(text) ((text) ? (text) : "")

/* A workbook with the sheet 表. */
static inline Text make_simple(const Simple *simple) {
    Buf book = { 0 }, sheet = { 0 }, strings = { 0 }, styles = { 0 };
    buf_format(&book,
               "<workbook " MAIN_NS " xmlns:r=\"" RELATIONS
               "\">%s<sheets><sheet name=\"表\" sheetId=\"1\" "
               "r:id=\"rId1\"/></sheets>%s</workbook>",
               OR_EMPTY(simple->book), OR_EMPTY(simple->book_behind));
    buf_format(&sheet,
               "<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet " MAIN_NS
               "><sheetData>%s</sheetData>%s</worksheet>",
               OR_EMPTY(simple->rows), OR_EMPTY(simple->behind));
    buf_format(&strings, "<sst " MAIN_NS ">%s</sst>", OR_EMPTY(simple->strings));
    buf_format(&styles,
               "<styleSheet " MAIN_NS
               "><numFmts>%s</numFmts><cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs>"
               "<cellXfs>%s</cellXfs></styleSheet>",
               OR_EMPTY(simple->formats), simple->styles ? simple->styles : "<xf numFmtId=\"0\"/>");
    const Part parts[] = { { "_rels/.rels", ROOT_RELATIONS },
                           { "xl/workbook.xml", book.at },
                           { "xl/_rels/workbook.xml.rels", BOOK_RELATIONS },
                           { "xl/worksheets/sheet1.xml", sheet.at },
                           { "xl/sharedStrings.xml", strings.at },
                           { "xl/styles.xml", styles.at },
                           { NULL, NULL } };
    return make_archive(parts);
}

#endif
