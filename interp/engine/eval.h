/* eval.h - the reference evaluator: one form at a time, full semantics.  It defines what is right.

   Cells with several readings, `any of` and `one of` are choices.  Each part is worked out for every combination
   of choices in the operations it needs (its cone), the first options first; what parents see of a part is again
   a choice between its cases.  Beyond CASES_MAX combinations an indicator is unreadable (S1) and a group or total
   keeps the range over all of them. */
#ifndef HENG_EVAL_H
#define HENG_EVAL_H

#include "engine/result.h"

typedef struct FormRowData {
    long number;            /* as a person sees it */
    const Cell *cells;      /* Program.row.inputs; text.at NULL: no such column */
} FormRowData;

typedef struct FormData {
    Text id;
    int year;               /* 0: not known */
    const Cell *cells;      /* Program.form.inputs */
    int row_count;
    const FormRowData *rows;
} FormData;

/* Scores one form.  `populations`: the values of Program.populations over all forms, or NULL where there are none
   or they are still being gathered (they then count as missing). */
FormResult *eval_form(const Program *program, const FormData *data, const ValueList *const *populations);

/* What forms added to a population with keys, as OP_FORMS looks it up: groups of those with the same first key, in order of
   its folded text, each behind that text; in front the group of those whose first key is no text. */
const ValueList *eval_by_key(const Value *values, int count);

/* The value that a scored form adds to population `index`, with its keys where there are any; false where it stays out. */
bool eval_population(const FormResult *form, const FormData *data, int index, const ValueList *const *populations, Value *value);

/* Called for each part of a form just worked out; true: parts above it see the points *score instead of its own. */
typedef bool (*EvalGiven)(void *data, const PartResult *part, Rat *score);

/* The form worked out again from its rows and indicators upwards, with the scores of some parts given: whether a total
   follows from what is printed below it. */
FormResult *eval_with(const FormResult *form, EvalGiven given, void *data);

/* A slot whose value is given and not worked out. */
typedef struct Given {
    int slot;
    Value value;
} Given;

/* An expression over a scored form that is none of its parts' (what a test expects), all readings at once, in slots of its
   own.  `part` holds its slots; some may be given. */
PartResult *eval_expression(const FormResult *form, const Part *part, const Given *given, int count);

/* Member `member` of a row, all readings at once. */
Value eval_row_member(const FormResult *form, int row, Member member);

/* What if: a part of a scored form worked out again under the same rules, with changes. */
typedef struct Again Again;

/* `one` is the part for one combination of readings and alternatives, and valid until this returns; false: enough. */
typedef bool (*AgainVisit)(void *data, const PartResult *one);

/* For `part` and copies of its rules; its slots are left alone. */
Again *again_begin(const FormResult *form, const PartResult *part);

/* Works out `part`: the rules' own, or a changed copy whose roots are its slots.  At most CASES_MAX combinations. */
void again_run(Again *again, const Part *part, const Given *given, int count, AgainVisit visit, void *data);

#endif
