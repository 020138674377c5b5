/* lower_test.h - the tests of a rule file, lowered behind its program.  Scoring does not run what they expect; it is
   looked at over a scored form, with eval_expression. */
#ifndef HENG_LOWER_TEST_H
#define HENG_LOWER_TEST_H

#include "engine/program.h"

/* A member of a row that the test enters: its slot has the value that the row was given. */
typedef struct RowMember {
    int slot, row;          /* row: the test's, from 0 */
    Member member;
} RowMember;

/* A finding that is or is not there: its slot is yes or no. */
typedef struct FindingSlot {
    int slot;
    const Node *node;       /* FINDING */
} FindingSlot;

typedef struct Expectation {
    const Node *node;       /* EXPECT */
    Part *part;             /* its condition is what is expected; of the form's code, but none of its parts */
    int row;                /* the row before it, from 0, or -1 */
    VEC(RowMember) rows;
    VEC(FindingSlot) findings;
    bool fixed;             /* nothing in it depends on an entry */
} Expectation;

typedef struct Test {
    const Node *node;       /* TEST */
    int rows;               /* ROW steps */
    VEC(Expectation *) expectations;
} Test;

typedef VEC(Test *) TestList;

/* The program of `scheme` as `lower` makes it, and the tests of its main file.  `only`: this test alone, by its number in the
   file; -1: all that declare no items of their own.  Mistakes are reported. */
Program *lower_with_tests(Scheme *scheme, int only, TestList *tests);

/* Whether `finding` speaks of `part`. */
bool finding_means(const Node *finding, const Part *part);

#endif
