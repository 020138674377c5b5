/* grade.h - which grades a total may have: every band it touches, best first, and what vetoes make of them (S18). */
#ifndef HENG_GRADE_H
#define HENG_GRADE_H

#include "engine/run.h"

/* Fills the form's grades from its total and vetoes, which must have been worked out. */
void grade_form(Run *run, FormResult *form);

#endif
