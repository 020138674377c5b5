/* run.h - one run of operations over slots; what eval.c and eval_op.c share. */
#ifndef HENG_RUN_H
#define HENG_RUN_H

#include "engine/eval.h"

typedef struct Choices {
    int *pick, *options;    /* by position, in the order in which choices are met */
    bool *reading;          /* which of them are readings; the others are alternatives */
    int position, count, room;
} Choices;

typedef struct Run {
    const Program *program;
    const Code *code;
    const Cell *cells;
    int year;
    Value *slots;
    const Reading **readings;
    Value *judged;              /* the slots of judgements */
    Value *spare;               /* the slots of runs other than the preferred one */
    const Reading **spare_readings;
    unsigned *done;             /* beside them: the number of the run that worked the slot out */
    unsigned number;            /* of this run, from 1 */
    int *waiting;               /* room for as many slots: those being worked out, outermost first */
    PartResult *parts;          /* of `code` */
    const FormResult *form;     /* what is there of it: rows for ROWS, parts for TOTAL */
    const ValueList *const *populations;
    const Given *given;          /* slots that are not worked out */
    int given_count;
    Choices choices;
    const ValueList *targets;   /* of a cell with several targets */
    int pair, pairs;            /* which of several values in a cell, of how many (S13) */
    bool collapse;              /* a choice is all its options at once */
    unsigned marks;             /* gathered while running */
    const Node *via;            /* likewise: the method of an alternative other than the first */
} Run;

/* The option taken of `options` (1 or more) at this point of the run. */
int run_choose(Run *run, int options, bool reading);

/* The case of a part taken in this run; NULL where it has one only, or all are taken at once. */
const Case *run_case(Run *run, const PartResult *part);

/* Member `member` of a part already worked out, as this run takes it. */
Value run_part(Run *run, const PartResult *part, Member member);

/* Works out `roots` (-1: none) and what they need, each operation once, branches not taken not at all: a choice
   met only in them would be none. */
void run_slots(Run *run, const int *roots, int count);

/* Makes the next combination of choices; false after the last. */
bool run_next(Run *run);
/* The number of the combination of readings alone, among those met so far by this caller. */
uint64_t run_reading_key(const Run *run);

#endif
