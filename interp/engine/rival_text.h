/* rival_text.h - the words of a rival, put together while the numbers behind it are at hand. */
#ifndef HENG_RIVAL_TEXT_H
#define HENG_RIVAL_TEXT_H

#include "engine/eval.h"
#include "engine/rival.h"

typedef struct Reckoning {
    const FormResult *form;
    const PartResult *part; /* as the rules score it */
    Text printed;
} Reckoning;

/* Each does nothing where `rival` is NULL: there was no room for it. */

/* The beginning: what is different, with the value taken, or the points. */
void rival_said(const Reckoning *says, Rival *rival, const Value *value, const Rat *points);

/* Behind it the arithmetic of `one`, in which the slots of `given` were not worked out. */
void rival_reckoned(const Reckoning *says, Rival *rival, const PartResult *one, const Given *given, int count);

void rival_exact(const Reckoning *says, Rival *rival, Rat score);                   /* UNROUNDED TRUNCATED ROUNDED_TO */
void rival_credit(const Reckoning *says, Rival *rival, Rat exact, Rat credit, Rat weight); /* CREDIT_ROUNDED OUT_OF AS_PERCENT */

/* `actual`: NULL where the rule's own formula goes beyond full credit. */
void rival_uncapped(const Reckoning *says, Rival *rival, const Value *actual, const Value *target, Rat credit, Rat weight);

#endif
