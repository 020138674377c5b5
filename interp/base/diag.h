/* diag.h - what went wrong, where, and how to mend it.  Everything below commands/ reports here and prints
   nothing.  Texts live in grammar/../base/diag.def, one row a diagnostic, in English and Chinese. */
#ifndef HENG_DIAG_H
#define HENG_DIAG_H

#include "base/mem.h"
#include "base/text.h"

/* A rule file, or any other text that diagnostics point into. */
typedef struct Source {
    Text path;  /* as the user named it */
    Text text;  /* its bytes, BOM removed */
    Text bytes; /* all of them */
    int id;     /* its number in Sources, from 1 */
    uint32_t *lines; /* offsets of line starts; made on first use */
    int line_count;
} Source;

/* Part of a source: bytes begin .. end - 1.  source 0: no place. */
typedef struct Span {
    int source;
    uint32_t begin, end;
} Span;

#define SPAN_NONE ((Span){ 0, 0, 0 })

typedef enum Severity { SEVERITY_ERROR, SEVERITY_WARNING, SEVERITY_NOTE, SEVERITY_HELP } Severity;
typedef enum Lang { LANG_EN, LANG_ZH } Lang;

typedef enum DiagId {
#define DIAG(id, severity, slug, en, zh) DIAG_##id,
#include "base/diag.def"
#undef DIAG
    DIAG_COUNT
} DiagId;

#define DIAG_ARGS 4

typedef struct Diag Diag;
struct Diag {
    DiagId id;
    Span span;              /* SPAN_NONE: `file` and `row` say where, if anything */
    Text file;              /* for data: the table's name */
    long row;               /* for data: the row a person sees, or 0 */
    int column;             /* for data: the column a person sees, from 1, or 0 */
    Text args[DIAG_ARGS];
    VEC(Diag *) notes;      /* notes and helps that belong to it */
};

typedef struct Diags {
    VEC(Source *) sources;
    VEC(Diag *) list;
    int errors, warnings;   /* how many of each */
    int limit;              /* errors kept; the rest are only counted (0: 100) */
} Diags;

Diags *diags_new(void);
Source *diags_source(Diags *diags, Text path, Text text); /* registers a source */

/* Reports; `args` are copied.  Returns the diagnostic so that notes can be attached; never NULL.  A second
   diagnostic with the same id, span and arguments is dropped. */
Diag *diag_report(Diags *diags, DiagId id, Span span, const Text *args, int count);
Diag *diag_data(Diags *diags, DiagId id, Text file, long row, int column, const Text *args, int count);
Diag *diag_note(Diag *diag, DiagId id, Span span, const Text *args, int count); /* a note or a help */

/* diag(diags, DIAG_UNKNOWN_NAME, span, name): up to DIAG_ARGS Texts. */
#define DIAG_LIST(...) (const Text[]){ __VA_ARGS__ }, (int)(sizeof((const Text[]){ __VA_ARGS__ }) / sizeof(Text))
#define diag(diags, id, span, ...) diag_report(diags, id, span, DIAG_LIST(__VA_ARGS__))
#define diag_also(parent, id, span, ...) diag_note(parent, id, span, DIAG_LIST(__VA_ARGS__))

Severity diag_severity(DiagId id);
const char *diag_slug(DiagId id);
Text diag_message(const Diag *diag, Lang lang);

/* Line and column (characters, from 1) of byte `offset`. */
void source_place(Source *source, uint32_t offset, int *line, int *column);
Text source_line(Source *source, int line); /* without its line end */

/* The printed form: `file:line:column: error: message [slug]`, the source line with its number, a mark under
   the place (screen cells), then notes and helps.  `color`: with terminal colours. */
void diag_write(Buf *buf, Diags *diags, const Diag *diag, Lang lang, bool color);
void diag_write_json(Buf *buf, Diags *diags, const Diag *diag, Lang lang); /* one object */

#endif
