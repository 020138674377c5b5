/* decision.h - rows of conditions, tried in order, over columns that are cut into cells.

   A column of numbers is cut at every edge some condition names: `x < 60`, `x >= 80` give the cells ..<60, 60, 60>..<80,
   80, 80>..  A column of choices has a cell for each.  In one cell every condition is yes, no or (where something no
   column stands for is asked) unknown, so walking the cells of all columns tells for certain which rows can never be
   reached, and where no row holds.  Knows nothing of programs; analyse_table.c builds it from one. */
#ifndef HENG_DECISION_H
#define HENG_DECISION_H

#include "base/mem.h"
#include "base/range.h"

typedef struct Decision Decision;
typedef struct Test Test;

Decision *decision_new(void);

int decision_numbers(Decision *decision, Range within);     /* a column of the numbers in `within` */
int decision_choices(Decision *decision, int count);        /* a column of the choices 0 .. count - 1 */
int decision_more(Decision *decision, int column);          /* one more choice: its number */

const Test *decision_compare(Decision *decision, int column, int comparison, Rat edge);
const Test *decision_within(Decision *decision, int column, Range range);
const Test *decision_equals(Decision *decision, int column, int choice);
const Test *decision_constant(Decision *decision, Truth truth); /* TRUTH_UNKNOWN: what no column stands for */
const Test *decision_not(Decision *decision, const Test *a);
const Test *decision_both(Decision *decision, const Test *a, const Test *b);
const Test *decision_either(Decision *decision, const Test *a, const Test *b);

void decision_row(Decision *decision, const Test *condition);

/* Some cells in which no row holds, side by side: from .. to of each column, both included. */
typedef struct Gap {
    int *from, *to;
} Gap;

typedef struct Reach {
    bool *holds;        /* of each row: it holds, or may, in some cell */
    bool *first;        /* and no row before it surely holds there */
    int *masked_by;     /* of a row that is never first: the one row before it that holds wherever it does, or -1 */
    VEC(Gap) gaps;      /* disjoint; none where rows have an unknown in them that may hold */
} Reach;

/* NULL where there are more than `limit` cells.  The columns cannot be changed any more. */
Reach *decision_solve(Decision *decision, long limit);

/* After solving. */
int decision_columns(const Decision *decision);
int decision_cells(const Decision *decision, int column);
bool decision_is_numbers(const Decision *decision, int column);
Range decision_cell(const Decision *decision, int column, int cell); /* of a column of numbers */

#endif
