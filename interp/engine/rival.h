/* rival.h - by which other way of reckoning a printed number comes out, when the rules do not give it.  Tried are the
   ways auditors meet: another known method (every method of the modules that takes no parameters), the rules' own
   formula with another entry in place of the actual or of the target (budget for executed …), the two changed
   places, a unit slip, no cap, no rounding or another one, another base than the weight.  Nothing here changes a
   verdict. */
#ifndef HENG_RIVAL_H
#define HENG_RIVAL_H

#include "engine/result.h"

typedef enum RivalKind {
    RIVAL_METHOD,       /* `name`: the method */
    RIVAL_SWAPPED,      /* actual and target changed places */
    RIVAL_ACTUAL_FROM,  /* `name`: the entry taken for the actual */
    RIVAL_TARGET_FROM,  /* `name`: the entry taken for the target */
    RIVAL_ACTUAL_SCALED,/* `factor` times the actual as entered */
    RIVAL_TARGET_SCALED,
    RIVAL_UNCAPPED,     /* beyond full credit */
    RIVAL_UNROUNDED,    /* exactly, where the rule rounds */
    RIVAL_TRUNCATED,    /* cut, not rounded, after `places` */
    RIVAL_ROUNDED_TO,   /* rounded to `places` where the rule has more */
    RIVAL_CREDIT_ROUNDED, /* the credit rounded to whole percent (`places` 2) … first, then weighted */
    RIVAL_OUT_OF,       /* reckoned out of `factor` points and not out of the weight */
    RIVAL_AS_PERCENT,   /* the credit in percent, printed as the score */
    RIVAL_FULL,         /* the full weight, whatever was entered */
    RIVAL_ACTUAL_PRINTED, RIVAL_TARGET_PRINTED  /* the actual, or the target, printed as the score */
} RivalKind;

typedef struct Rival {
    RivalKind kind;
    Text name;
    const Node *method; /* RIVAL_METHOD: its declaration */
    Rat factor;
    int places;
} Rival;

#define RIVALS_MAX 3

/* Those that give the printed number exactly as it is printed, the simplest first, at most RIVALS_MAX; how many.
   `row`: the row that `part` is, or NULL for a part of the form. */
int rival_find(const FormResult *form, const FormRow *row, const PartResult *part, Text printed, Rival *rivals);

/* "by 反比例, target ÷ actual: 15 × 61.1 ÷ 42.3 = …": what it is, with its numbers, as half a sentence. */
Text rival_text(const FormResult *form, const PartResult *part, const Rival *rival, Lang lang);

#endif
