/* steps.h - the slots behind a score as arithmetic with its numbers in it. */
#ifndef HENG_STEPS_H
#define HENG_STEPS_H

#include "engine/eval.h"
#include "engine/explain.h"

#define STEP_PLACES 4 /* decimals shown before a number is cut with "…" */

typedef struct Steps {
    const PartResult *part;
    const Units *units;
    const Diags *diags;         /* for the rules' own words */
    Lang lang;
    bool shares;                /* credit: quotients are told in percent */
    TextList list;              /* "name = 57 ÷ 60 = 95%", in the order in which they build on each other */
    Text method;                /* the method or scale that gave the credit, or TEXT_NONE */
    const Node *rule;           /* its declaration */
    Text because;               /* the condition of the branch looked through last, with its numbers */
    unsigned char *told;        /* slots that have a step already; NULL: none yet */
    const Given *given;         /* slots told by their value alone: nothing was worked out in them */
    int given_count;
    int depth;
} Steps;

Steps steps_begin(const FormResult *form, const PartResult *part, Lang lang);

/* Of the names of a declaration the one in the reader's language, where there is one. */
Text steps_name(const Node *decl, Lang lang);

/* The value of a slot, as people read it. */
Text steps_value(const Steps *steps, int slot);

/* "57 ÷ 60 = 95%" for the slot, or only its value where nothing was worked out. Steps it builds on go to the list. */
Text steps_equation(Steps *steps, int slot);

/* "57 ÷ 60", as a factor of a product: a sum is wrapped. */
Text steps_factor(Steps *steps, int slot);

/* The slot whose value this one passes on: names, calls, taken branches looked through. */
int steps_source(Steps *steps, int slot);

/* The way a value was come by, without its numbers: methods, conditions of the branches taken, which of several was the
   greatest: "按比例 › 其他"; TEXT_NONE where there is but one way.  *where: the clause that decided last, or NULL. */
Text steps_branch(Steps *steps, int slot, const Node **where);

/* A condition with its numbers: "performance ≥ 0.87"; with `values` "performance 0.7 ≥ 0.87". */
Text steps_condition(Steps *steps, int slot, bool values);

/* Where the part that `slot` computes would be at `full` or more: a condition in words, or TEXT_NONE. */
Text steps_full(Steps *steps, int slot, Rat full);

/* All of it, indented; branches not taken with their conditions. */
void steps_trace(Steps *steps, int slot, int indent, TextList *lines);

#endif
