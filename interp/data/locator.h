/* locator.h - from what a user names as a source to the files it means and what is in them; table.h says how a
   source is written.  Only table.c includes this. */
#ifndef HENG_LOCATOR_H
#define HENG_LOCATOR_H

#include "data/reader.h"

typedef VEC(Locator) LocatorList;

/* Adds what `source` means: a file, standard input, or every file of a pattern.  A file of exactly that name is
   meant before all else.  False after reporting: nothing matches, or an option is none. */
bool locate(Text source, Diags *diags, LocatorList *list);

/* Sees to it that locator->file is a regular file: standard input and pipes are copied.  False after reporting. */
bool locator_settle(Locator *locator, Diags *diags);

typedef enum Format {
    FORMAT_CSV,
    FORMAT_XLSX,
    FORMAT_JSON,
    FORMAT_SQLITE,
    FORMAT_XLS,     /* of before 2007 */
    FORMAT_LOCKED   /* an XLSX with a password looks the same but for its name */
} Format;

/* Told by the first bytes, then by the extension.  False after reporting: it cannot be read, or has an option
   that the format does not have. */
bool locator_format(const Locator *locator, Format *format, Diags *diags);

#endif
