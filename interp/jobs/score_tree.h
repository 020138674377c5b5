/* score_tree.h - a scored form as the tree that the machine formats write: groups, indicators, adjustments and vetoes
   in the order of the rules below the total.  Where the indicators are rows of a table, their groups (组 level1,
   level2) become nodes too: one for each distinct path, in order of first appearance. */
#ifndef HENG_SCORE_TREE_H
#define HENG_SCORE_TREE_H

#include "engine/explain.h"

typedef struct ScoreNode ScoreNode;
struct ScoreNode {
    PartKind kind;              /* INDICATOR GROUP ADJUSTMENT VETO TOTAL */
    const PartResult *part;     /* NULL: a group of rows, which no rule scores: weight and score are sums */
    const PartResult *first;    /* `part`, or the first row of a group of rows */
    const FormRow *row;         /* of an indicator that is a row, else NULL */
    Text name, path;            /* path: the names of the groups above, joined by "/" */
    Status status;
    Value weight, credit, score, expected;
    VEC(ScoreNode *) children;
};

/* The total with everything below it.  Rows without an indicator (S2) are left out. */
ScoreNode *score_tree(const FormResult *form);

/* "indicator", "group" …: the words of the machine formats. */
const char *score_kind(PartKind kind);

/* "yes", "no", "unknown". */
const char *score_truth(Truth truth);

/* Numbers of the machine formats: TEXT_NONE where there is none. */
Text score_certain(const Value *value); /* of a value that is one number */
Text score_low(const Value *value);     /* the least; none where it has no limit */
Text score_high(const Value *value);

/* What was entered and how it was read; of a computed actual, what it came to. */
Entered score_entered(const FormResult *form, const ScoreNode *node);

/* weight - score. */
Value score_lost(const ScoreNode *node, Units *units);

#endif
