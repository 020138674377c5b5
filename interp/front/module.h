/* module.h - where `use NAME` finds a module: beside the rule file, then in the standard library. */
#ifndef HENG_MODULE_H
#define HENG_MODULE_H

#include "base/diag.h"

typedef struct ModuleText {
    Text path;      /* as diagnostics and reports name it: dir/NAME.heng or stdlib/NAME.heng */
    Text text;
    bool standard;
} ModuleText;

/* The module `name` used by the file at `path`.  False where there is none, or after reporting at `span` that
   the file beside it could not be read. */
bool module_find(Diags *diags, Text path, Text name, Span span, ModuleText *found);

/* A file of the standard library by its name in either language, the prelude among them. */
bool module_standard(Text name, ModuleText *found);

/* The module of the standard library that declares a method or scale called `text`; false where none does. */
bool module_that_has(Text text, Text *name);

/* The nearest module name of the standard library to a misspelt one, or TEXT_NONE. */
Text module_suggest(Text name);

#endif
