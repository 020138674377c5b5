/* rival.h - by which other way of reckoning a printed number comes out, when the rules do not give it.  Tried are the
   ways auditors meet: another rounding, no cap, another known method (Part.others), the two changed places, another
   entry in place of the actual, of the target or of an entry behind them (budget for executed …), a slip of the
   decimal point, another base than the weight.  Only what is certain is reckoned with, and only what gives the number
   exactly as printed is named.  Nothing here changes a verdict. */
#ifndef HENG_RIVAL_H
#define HENG_RIVAL_H

#include "engine/result.h"

typedef enum RivalKind {
    RIVAL_METHOD,       /* `name`: the method */
    RIVAL_SWAPPED,      /* actual and target changed places */
    RIVAL_ACTUAL_FROM,  /* `name`: the entry taken for the actual */
    RIVAL_TARGET_FROM,  /* `name`: the entry taken for the target */
    RIVAL_ENTRY_FROM,   /* `name`: the entry taken for the entry `instead`, from which the actual is worked out */
    RIVAL_ACTUAL_SCALED,/* `factor` times the actual as entered */
    RIVAL_TARGET_SCALED,
    RIVAL_UNCAPPED,     /* beyond full credit */
    RIVAL_UNROUNDED,    /* exactly, where the rule rounds */
    RIVAL_TRUNCATED,    /* cut, not rounded, after `places` */
    RIVAL_ROUNDED_TO,   /* half up to `places`, where the rule has others */
    RIVAL_CREDIT_ROUNDED, /* the credit rounded to `places` (2: whole percent) first, then weighted */
    RIVAL_OUT_OF,       /* reckoned out of `factor` points and not out of the weight */
    RIVAL_AS_PERCENT,   /* the credit in percent, printed as the score */
    RIVAL_FULL,         /* the full weight, whatever was entered; named where nothing else is */
    RIVAL_ACTUAL_PRINTED, RIVAL_TARGET_PRINTED  /* the actual, or the target, printed as the score */
} RivalKind;

typedef struct Rival {
    RivalKind kind;
    Text name, instead;
    const Node *method; /* RIVAL_METHOD: its declaration */
    Rat factor;
    int places;
    Text words[2];      /* by language: see rival_text */
} Rival;

#define RIVALS_MAX 3

/* Those that give the printed number exactly as it is printed, the simplest first, at most RIVALS_MAX; how many.  None
   where a reading of the evidence gives the number by the rules themselves, and none for a printed 0, which too many
   ways give.  `row`: the row that `part` is, or NULL for a part of the form.  Methods are known only to programs of
   lower_with_rivals. */
int rival_find(const FormResult *form, const FormRow *row, const PartResult *part, Text printed, Rival *rivals);

/* "按反比例：15 × 42.3万元 ÷ 61.1万元 = 10.38": what it is, with its numbers, as half a sentence. */
Text rival_text(const Rival *rival, Lang lang);

#endif
