/* suggest.h - proposes tests for what no test has tried: entries at the edges, missing, each level and grade.  What they
   expect is what the rules give now, to be confirmed by a person. */
#ifndef HENG_SUGGEST_H
#define HENG_SUGGEST_H

#include "jobs/coverage.h"

/* Writes ready test blocks in the file's own language; adds what they try to `coverage`. */
void suggest_tests(Buf *out, const Program *program, Coverage *coverage);

#endif
