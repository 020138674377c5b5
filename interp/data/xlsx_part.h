/* xlsx_part.h - an XLSX file is a ZIP archive of XML parts.  A part is read piece by piece: its events go to
   the handlers of whoever opened it, and what no honest part does ends the reading with a diagnostic. */
#ifndef HENG_XLSX_PART_H
#define HENG_XLSX_PART_H

#include <expat.h>
#include <zip.h>

#include "data/reader.h"
#include "data/xlsx_format.h"

/* The strings many cells share, one behind the other. */
typedef struct XlsxStrings {
    Buf text;
    VEC(uint32_t) ends;
} XlsxStrings;

typedef struct XlsxBook {
    Text path; /* as the user named it */
    Text file; /* what was opened */
    Diags *diags;
    zip_t *zip;            /* NULL once the last table is closed */
    int users;             /* tables that are open */
    bool from_1904, stale; /* stale: formulas are to be computed anew on opening */
    XlsxStrings strings;
    VEC(const XlsxFormat *) styles;
    Text digest;
} XlsxBook;

typedef struct XlsxPart XlsxPart;

/* Names come without their prefix: writers disagree on prefixes, and no two meanings share a name where we look. */
typedef struct XlsxHandlers {
    void (*start)(XlsxPart *part, void *user, const char *name, const char **attributes);
    void (*end)(XlsxPart *part, void *user, const char *name);
    void (*text)(XlsxPart *part, void *user, Text text);
} XlsxHandlers;

struct XlsxPart { /* a root: expat holds it */
    XlsxBook *book;
    Text name;
    zip_file_t *file;
    XML_Parser parser;
    const XlsxHandlers *handlers;
    void *user;
    uint64_t size, packed, read; /* bytes: of the XML as announced, of the archive, read so far */
    size_t quiet;                /* bytes since the last event */
    int depth;                   /* of elements, the root is 1 */
    bool failed, last;           /* last: the end has been read */
};

/* NULL after reporting. */
XlsxPart *xlsx_part_open(XlsxBook *book, Text name, const XlsxHandlers *handlers, void *user);

/* Reads on: 1 when a handler has asked for a pause, 0 at the end, -1 after reporting. */
int xlsx_part_run(XlsxPart *part);
bool xlsx_part_all(XlsxBook *book, Text name, const XlsxHandlers *handlers,
                   void *user);       /* from end to end */
void xlsx_part_close(XlsxPart *part); /* NULL is closed already */

/* For handlers: */
void xlsx_part_pause(XlsxPart *part);
void xlsx_part_fail(XlsxPart *part); /* they have reported */
void xlsx_part_too_large(XlsxPart *part, const char *limit);
const char *xlsx_attribute(const char **attributes, const char *name); /* or NULL */
bool xlsx_is_true(const char *value);                                  /* 1, true; NULL is false */

/* Whether `word` may stand anywhere in the part: where not, it need not be parsed for it.  -1 after reporting. */
int xlsx_part_contains(XlsxBook *book, Text name, const char *word);

/* The archive's own spelling of a part's name, or -1. */
zip_int64_t xlsx_part_find(const XlsxBook *book, Text name);

/* "_x000D_" in buf->at[from ..] into what it stands for. */
void xlsx_unescape(Buf *buf, size_t from);

Diag *xlsx_report(XlsxBook *book, DiagId id, long row, int column, const Text *args, int count);

#endif
