/* lower_clause.h - the clauses of indicators, groups and each-row blocks. */
#ifndef HENG_LOWER_CLAUSE_H
#define HENG_LOWER_CLAUSE_H

#include "engine/lowering.h"

void lower_clauses(Lower *low, const Env *env, const Node *clauses);        /* of an indicator */
void lower_group_clauses(Lower *low, const Env *env, const Node *clauses);
void lower_row_clauses(Lower *low, const Env *env, const Node *clauses);    /* of an each-row block, with sections */
int lower_deduct(Lower *low, const Env *env, const Node *node);             /* its points */
void lower_note(Lower *low, const Env *env, Part *part, const Node *node);
void lower_message(Lower *low, const Env *env, Part *part, const Node *text);
void lower_flags(Lower *low, const Env *env, const Node *clauses, int parent); /* each a part of its own */

#endif
