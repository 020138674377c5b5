/* forms_read.h - from tables to forms: finds the columns that a program's inputs mean, gathers the rows of a form,
   joins tables by their key. */
#ifndef HENG_FORMS_READ_H
#define HENG_FORMS_READ_H

#include "engine/eval.h"

typedef struct FormsSet {
    Text name, value;       /* --set NAME=VALUE: stands in for a column */
} FormsSet;

typedef struct FormsOptions {
    const FormsSet *sets;
    int set_count;
    Text id_column;         /* the column that names a form; TEXT_NONE: form_id, form, id, 编号 …, or the key */
} FormsOptions;

typedef struct FormsFile {
    Text path, digest;
    long rows;
} FormsFile;

typedef struct Forms {
    VEC(FormData) list;     /* in the order in which they first appear */
    VEC(FormsFile) files;
    bool failed;            /* some of the data could not be used; reported */
} Forms;

/* Reads all of `paths` ("-": standard input); with none, one form made of the sets alone. */
Forms *forms_read(const Program *program, const Text *paths, int count, const FormsOptions *options);

#endif
