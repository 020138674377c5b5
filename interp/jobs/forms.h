/* forms.h - from tables to forms: a stream of forms out of one or more sources.  Finds the columns that a program's
   inputs mean, gathers the rows of a form, joins tables by their key.  Several versions of a scheme may look at the
   same forms.  What is kept in memory is the form at hand and the tables joined to it. */
#ifndef HENG_FORMS_H
#define HENG_FORMS_H

#include <signal.h>

#include "data/date.h"
#include "data/table.h"
#include "engine/eval.h"

typedef struct FormsSet {
    Text name, value;       /* --set NAME=VALUE: stands in for a column; --map NAME=COLUMN: the column's name */
} FormsSet;

/* NAME=VALUE as typed; false where it is not that. */
bool forms_set(Text text, FormsSet *set);

typedef struct FormsOptions {
    const FormsSet *sets;
    int set_count;
    const FormsSet *maps;
    int map_count;
    Text id_column;         /* the column that names a form; TEXT_NONE: form_id, form, id, 编号 …, or the key */
    const volatile sig_atomic_t *stop; /* set: do not begin what takes a whole pass; or NULL */
} FormsOptions;

typedef struct FormsFile {
    Text path, digest;      /* digest: known at the end of the stream */
    long rows;
} FormsFile;

typedef struct Forms Forms;

/* A line of a table, with all its cells. */
typedef struct FormLine {
    const Table *table;     /* NULL: the form has none in this table */
    long number;
    const Cell *cells;      /* by column of the sheet's first table */
} FormLine;

/* A form as it stands in the data, before any rules look at it. */
typedef struct Form {
    Text id;
    long number;            /* of the form, from 1 */
    int year;               /* 0: not known */
    const FormLine *lines;  /* by sheet: the line joined to it; of the main sheet the first */
    int line_count;
    int row_count;          /* 0 where each form is one line */
    const FormLine *rows;
    int apart;              /* the row, from 1, before which rows of other forms stand, or that is of another file; 0: none */
    bool damaged;           /* some of its rows could not be read and are missing; reported */
} Form;

/* Opens `sources` for the programs, which must agree on how forms are told apart.  With no source, one form made of
   the sets alone.  NULL after reporting to the first program's diagnostics: rules and data do not belong together. */
Forms *forms_open(const Program *const *programs, int program_count, const Text *sources, int count, const FormsOptions *options);

/* The next form, in the order in which forms first appear; NULL at the end. */
const Form *forms_next(Forms *forms);

/* From the first form again: for what needs two passes.  False after reporting. */
bool forms_rewind(Forms *forms);

/* The form as `program`, the one numbered so, wants it. */
FormData forms_data(const Forms *forms, const Form *form, int program);

/* The days a form may be dated, both included (S19): what the `form date` column says, else the last day of its year.
   False where nothing tells: then it may be any day. */
bool forms_date(const Forms *forms, const Form *form, int program, int64_t *first, int64_t *last);

/* Where the cell of an input stands; `row` is an index into Form.rows, or -1 for the form's own. */
typedef struct FormPlace {
    Text file, sheet, column, cell; /* cell: "D14", where the file has such names */
    long row;                       /* 0: nowhere, it was set on the command line or no column has it */
} FormPlace;
FormPlace forms_place(const Forms *forms, const Form *form, int program, int row, int input);
/* The same for the form as a whole, or a row. */
FormPlace forms_line(const Form *form, int row);

/* Whether some table of the forms has a column `name`. */
bool forms_has_column(const Forms *forms, Text name);

/* The form's cell in the column `name` of any of its tables, trimmed; TEXT_NONE where there is none. */
Text forms_cell(const Forms *forms, const Form *form, Text name);

/* After the last form: the next line of a joined table that no form took, from *at on (0 at first); false behind the last.
   Tables too large for memory are not looked at. */
bool forms_unused(const Forms *forms, int *at, Text *key, FormPlace *place);
/* The year a rule file speaks of, where all of its period lies in one year; else 0. */
int forms_rules_year(const Program *program);
/* The year that `text` names, or 0. */
int forms_year_of(Text text);

bool forms_failed(const Forms *forms);                      /* some of the data could not be used; reported */
const FormsFile *forms_files(const Forms *forms, int *count);
double forms_progress(const Forms *forms);                  /* 0 .. 1, negative: not known */
long forms_rows(const Forms *forms);                        /* read so far */

#endif
