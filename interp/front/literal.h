/* literal.h - numbers and ranges that stand in a rule as they are. */
#ifndef HENG_LITERAL_H
#define HENG_LITERAL_H

#include "data/value.h"
#include "front/syntax.h"

/* The number of a NUMBER node in base units and its unit (-1, number untouched by it, where the unit is unknown). */
Rat literal_number(Units *units, const Node *node, UnitId *unit);

/* A number, or a range of numbers, with or without a minus; false where `node` is anything else. */
bool literal_range(Units *units, const Node *node, Range *range);

/* Reports the unknown unit of a NUMBER or UNIT_NAME node with what would mend it. */
void literal_unknown_unit(Diags *diags, Units *units, const Node *node);

#endif
