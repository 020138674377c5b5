/* doc_scheme.h - what the files that write a scheme as a document share: doc_rules.c what is scored and how,
   doc_defined.c what it is scored from: entries, definitions, tables. */
#ifndef HENG_DOC_SCHEME_H
#define HENG_DOC_SCHEME_H

#include "jobs/doc.h"
#include "jobs/doc_words.h"

typedef struct Entry {
    Text name, what, where, id;
} Entry;

typedef struct Doc {
    Page page;
    const Program *program;
    const Scheme *scheme;
    const Node *items;      /* of the main file */
    int number;             /* of the scheme, in a document of several */
    int section;            /* the last one */
    int ids;
    VEC(const Symbol *) used;
    VEC(Entry) index;
    VEC(Text) section_ids;
    VEC(Text) section_titles;
} Doc;

/* Of the two wordings the document's; with values filled in. */
#define T(en, zh) (d->page.lang == LANG_ZH ? TEXT(zh) : TEXT(en))

#define SAY(en, zh, ...) glue_text(T(en, zh), (const Text[]){ __VA_ARGS__ }, (int)(sizeof((const Text[]){ __VA_ARGS__ }) / sizeof(Text)))

/* An id that nothing else in the document has. */
Text doc_new_id(Doc *d, char letter);

/* A numbered heading; the number follows from the sections before it. */
void doc_section(Doc *d, const char *id, const char *en, const char *zh);
Text doc_section_text(const Doc *d); /* where we are: "section 3" */
void doc_index_add(Doc *d, Text name, Text what, Text where, Text id);

Text doc_remark_of(const Doc *d, const Node *node); /* the comment above it */
void doc_add_remark(const Doc *d, Lines *lines, const Node *node);
Text doc_aliases_text(const Doc *d, const Node *decl);
Text doc_names_text(const Doc *d, const Node *names);
Text doc_plain(const Doc *d, const Node *node); /* an expression in words */
Text doc_file_name(Text path);
bool doc_is_part(const Node *node);

void doc_gather(Doc *d); /* what is defined and used: before all sections */
void doc_entries(Doc *d);
void doc_definitions(Doc *d);
void doc_tables(Doc *d);

#endif
