/* doc.h - rules as documents: a scheme that people read, print and sign, and the index of the standard library. */
#ifndef HENG_DOC_H
#define HENG_DOC_H

#include "engine/program.h"
#include "jobs/doc_page.h"

#define DOC_TABLE_ROWS 200 /* of a table of constants */

/* The schemes one after the other, in one document.  They have no errors. */
void doc_rules(Buf *out, const Program *const *programs, int count, DocFormat format, Lang lang);

/* All of the standard library by theme; or what is called `name` in it, a method, function, scale or module.  False where
   there is none, with the nearest name in *near (or TEXT_NONE). */
bool doc_library(Buf *out, Text name, DocFormat format, Lang lang, Text *near);

/* Pieces both are made of. */
void doc_declaration(Page *page, Diags *diags, const Node *node, Text title, int level, Text id); /* a method, function or scale */
void doc_scale(Page *page, const Node *levels);
Text doc_signature(Lang lang, const Node *node, Text name);

#endif
