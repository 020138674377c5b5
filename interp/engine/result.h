/* result.h - what scoring a form gives: a result for each part of the rules and for each row, with the slots it
   came from, so that explaining is reading and not computing again. */
#ifndef HENG_RESULT_H
#define HENG_RESULT_H

#include "data/table.h"
#include "engine/program.h"

typedef enum Status {
    STATUS_MET, STATUS_PARTLY, STATUS_MISSED, STATUS_UNKNOWN, STATUS_MISSING, STATUS_NOT_APPLICABLE, STATUS_ERROR
} Status;

/* One combination of readings and alternatives (S1, S9). */
typedef struct Case {
    Value score, credit, weight; /* score VALUE_NA: it does not apply */
    const Node *via;    /* the method of the alternative taken, where it is not the first; NULL */
    int reading;        /* cases with one number differ by alternatives alone */
} Case;

#define CASES_MAX 16

typedef struct PartResult {
    const Part *part;
    const Code *code;
    Value *slots;               /* of the preferred run; shared by all parts of a form, or of a row */
    const Reading **readings;   /* beside them: how a cell was read; NULL elsewhere */
    const Cell *cells;          /* the inputs as entered */
    Text name;
    long row;                   /* as a person sees it, or 0 */
    Text *groups;               /* of a row: names of its groups, part->groups.count of them */
    bool skipped;               /* a row without an indicator (S2) */
    Status status;
    ValueError error;           /* where status is STATUS_ERROR */
    Value weight;
    Value credit, score;        /* over all readings and alternatives */
    Value expected_credit, expected; /* of the preferred ones */
    Value amount;               /* REQUIRED, REPORTED: the value in question */
    Truth condition;            /* CHECK, FLAG, VETO, ADJUSTMENT */
    unsigned marks;             /* findings about the evidence: CELL_BOUND … */
    bool capped;                /* no value was inside 0–100 % or 0–weight (S7) */
    bool perhaps_out;           /* by some reading it does not apply */
    bool incomplete;            /* a weight in it is not known: no verdict (S2) */
    bool too_many;              /* more combinations than CASES_MAX: cases are left out */
    int case_count, reading_count;
    const Case *cases;          /* by reading, then by alternative */
    int pair_count;             /* several values in one cell: credit of each pair (S13) */
    const Value *pairs;
} PartResult;

typedef struct FormRow {
    long number;
    Value *slots;
    const Reading **readings;
    PartResult *parts;          /* Program.row.parts.count of them; [0] is the indicator */
} FormRow;

typedef struct FormResult {
    const Program *program;
    Text id;
    int year;
    const Cell *cells;          /* Program.form.inputs */
    const ValueList *const *populations; /* as given to eval_form */
    Value *slots;
    const Reading **readings;
    PartResult *parts;          /* Program.form.parts.count of them */
    int row_count;
    FormRow *rows;
    int *grades;                /* bands still possible, best first */
    int grade_count;
    int grade_expected;         /* of the expected total, or -1 */
} FormResult;

const char *status_name(Status status);     /* "met", "partly" …: the words of the machine formats */
Text status_text(Status status, Lang lang); /* the words for people */

/* The result of the total. */
const PartResult *result_total(const FormResult *form);

/* The grades still possible, best first: "优", "优/良"; empty where there are none. */
Text result_grades(const FormResult *form);

/* weight - score, or VALUE_NA where one of them is not known at all. */
Value result_lost(const PartResult *part, Units *units);

#endif
