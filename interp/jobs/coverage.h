/* coverage.h - what the tests of a rule file have tried, read from the slots of their runs: clauses, branches (rows of `when`,
   `steps` and `linear`, levels, grades, conditions both ways) and edges (below, on and above each boundary). */
#ifndef HENG_COVERAGE_H
#define HENG_COVERAGE_H

#include "jobs/testing.h"

/* COVER_MISSING: an indicator whose evidence is missing; tests are proposed for it, but it does not count. */
typedef enum CoverKind { COVER_CLAUSE, COVER_BRANCH, COVER_EDGE, COVER_KINDS, COVER_MISSING = COVER_KINDS } CoverKind;

/* The sides of an edge; of a condition SIDE_YES and SIDE_NO; of anything else SIDE_ONLY. */
enum { SIDE_ONLY = 0, SIDE_BELOW = 0, SIDE_ON = 1, SIDE_ABOVE = 2, SIDE_YES = 0, SIDE_NO = 1 };

typedef struct CoverItem {
    CoverKind kind;
    Span span;
    int end;            /* of a range's edges which; else 0 */
    int sides;          /* 1: tried or not; 2: a condition; 3: an edge */
    Text label;         /* "performance >= benchmark", "优" */
    long hits[3];       /* forms, or rows, in which each side was met */
    long stamp[3];      /* the last of them */
} CoverItem;

typedef struct Coverage {
    const Program *program;
    int source;         /* only what stands in this one counts */
    VEC(CoverItem) items;
    int *places, room;      /* hashed by span and kind: item + 1, 0: none; room is a power of two */
    long stamp;
    bool declaring;
    int fresh;              /* sides met for the first time; for whoever sets it to 0, with the first of them */
    int fresh_item, fresh_side;
    bool peek;              /* only watching: nothing counts as tried */
    int watch;              /* an edge, by its place in items, or -1: how far from it the last form was */
    bool watched;
    Rat gap;
} Coverage;

/* All there is to cover in the rules, tried by nothing yet. */
Coverage *coverage_new(const Program *program);

/* Adds a scored form, of these rules or of the same with items of a test's own. */
void coverage_add(Coverage *coverage, const FormResult *form);

/* The coverage of all tests of a file. */
Coverage *coverage_of(const TestFile *file);

void coverage_count(const Coverage *coverage, CoverKind kind, int *hit, int *all); /* sides count one by one */

/* What was not tried, with places: a line each; ends with the counts. */
void coverage_write(Buf *out, const Coverage *coverage, Lang lang);

/* The source with, in the margin, how often what stands on each line was met, and `!` where some of it never was. */
void coverage_annotate(Buf *out, const Coverage *coverage);

/* "never below", "never on it": the sides not met, in words. */
Text coverage_missed(const CoverItem *item, Lang lang);
const char *coverage_kind(CoverKind kind); /* "clause" … of the machine formats */
const char *coverage_side(const CoverItem *item, int side);

#endif
