/* verdict.h - a reported number held against what the rules give (MEANING S16). */
#ifndef HENG_VERDICT_H
#define HENG_VERDICT_H

#include "engine/result.h"

typedef enum Verdict { VERDICT_NONE, VERDICT_AGREES, VERDICT_ROUNDED, VERDICT_CONTRADICTED, VERDICT_UNVERIFIABLE } Verdict;

const char *verdict_name(Verdict verdict);              /* the words of the machine formats; "" for none */
Text verdict_text(Verdict verdict, Lang lang);

/* `printed`: the cell as the form shows it.  VERDICT_NONE where it is blank or no number. */
Verdict verdict_of(const PartResult *part, Text printed);

/* The number that a cell prints for the part, and with how many places; a percentage is no score.  False where it has none. */
bool verdict_printed(const PartResult *part, Text printed, Rat *number, int *places);

/* The admitted alternative, other than the expected one, that alone gives the printed number (S9): its method; or NULL. */
const Node *verdict_via(const PartResult *part, Text printed);

/* The reported cell of a part, or TEXT_NONE. */
Text verdict_reported(const PartResult *part);

#endif
