/* grade.h - which grades a total may have: every band it touches, best first, and what vetoes make of them (S18). */
#ifndef HENG_GRADE_H
#define HENG_GRADE_H

#include "engine/run.h"

/* Fills the form's grades from its total and vetoes, which must have been worked out. */
void grade_form(Run *run, FormResult *form);

/* The bands that a total of `total` would have by the form's rules, vetoes apart; best first, in `bands`, which has room for
   all of them.  How many. */
int grade_of_total(const FormResult *form, const Value *total, int *bands);

#endif
