/* diag_page.h - a page on a diagnostic, for people who want to know more than its line says. */
#ifndef HENG_DIAG_PAGE_H
#define HENG_DIAG_PAGE_H

#include "base/diag.h"

/* The diagnostic called `slug`; false where none is. */
bool diag_of_slug(Text slug, DiagId *id);

/* The slug nearest to a misspelt one, or TEXT_NONE. */
Text diag_suggest(Text slug);

/* What it says, why it is told, and an example of wrong and right where there is one. */
void diag_page_write(Buf *buf, DiagId id, Lang lang);

#endif
