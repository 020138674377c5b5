/* doc_words.h - clauses of a rule file as sentences.  What decides points is said in words and, where it is a formula, in
   notation beside them.  A construct without a sentence appears in notation alone: nothing is ever paraphrased loosely. */
#ifndef HENG_DOC_WORDS_H
#define HENG_DOC_WORDS_H

#include "jobs/doc_page.h"
#include "jobs/doc_terms.h"

/* What a value is for: a share of full marks, points, or only a value. */
typedef enum ValueUse { USE_CREDIT, USE_POINTS, USE_VALUE } ValueUse;

/* `value` after `lead` ("otherwise"; may be empty), at `depth`. */
void words_value(Lines *lines, Lang lang, int depth, Text lead, const Node *value, ValueUse use);

/* How an indicator's credit comes about: its method is told as it works for this target (NULL: none is known). */
void words_credit(Lines *lines, Lang lang, const Node *credit, const Node *target);

/* A clause of an indicator, a group or an each-row block; those that only declare (given, parts) say nothing. */
void words_clause(Lines *lines, Lang lang, int depth, const Node *clause, const Node *target);

void words_definition(Lines *lines, Lang lang, const Node *define); /* what a name = … stands for, without the name */

Text words_target(Lang lang, const Node *target);
Text words_deduction(Lang lang, const Node *deduct);
Text words_condition(Lang lang, const Node *condition);
Text words_rounding(Lang lang, const Node *rounding);
Text words_template(Lang lang, const Node *words);  /* the text of a note or flag, {expressions} in words */
Text words_day(const Node *date);

/* A grade band: what the total has to be.  `before`: the band above it, or NULL. */
Text words_band(Lang lang, const Node *band, const Node *before);

/* The number that `node` always is, by itself or through constants. */
bool words_constant(const Node *node, Rat *number, Text *unit);

/* The body of a method or function. */
void words_body(Lines *lines, Lang lang, const Node *declaration);

#endif
