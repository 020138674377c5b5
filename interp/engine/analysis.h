/* analysis.h - what the files of the analysis share.  Each takes one kind of question; whatever is told is either proven
   by the values a slot can have with nothing entered, or shown by an input that was scored (probe.h). */
#ifndef HENG_ANALYSIS_H
#define HENG_ANALYSIS_H

#include "engine/lowering.h"
#include "engine/probe.h"

typedef struct Analysis {
    const Program *program;
    const Code *code;       /* the form's or the row's */
    Probe *probe;
    Diags *diags;
    Lang lang;              /* of the rules: for words inside messages */
    long steps;             /* still to be spent on cells of tables */
    SlotMap done;           /* nodes looked at: methods are written out at each use */
} Analysis;

/* Rows of when, steps and linear: gaps, rows that are never reached, overlaps (analyse_table.c). */
void analyse_tables(Analysis *analysis);
void analyse_grades(Analysis *analysis);
void analyse_levels(const Scheme *scheme);

/* Formulas: division by zero, credit outside 0-100 %, full credit out of reach (analyse_formula.c). */
void analyse_formulas(Analysis *analysis);
void analyse_full(Analysis *analysis);      /* last: only where nothing else explains it */

/* Targets and the methods they are scored by; conditions that always or never hold (analyse_target.c). */
void analyse_targets(Analysis *analysis);
void analyse_conditions(Analysis *analysis);

/* Names, entries and modules that nothing uses; names that hide others; empty files (analyse_name.c). */
void analyse_names(const Scheme *scheme);

/* Whether `node` stands in a rule file of the user's and not in the standard library. */
bool analysis_is_ours(const Analysis *analysis, const Node *node);

/* The rule text of a node, on one line. */
Text analysis_text(const Analysis *analysis, const Node *node);

/* The place of a declaration's name. */
Span analysis_name_place(const Node *decl);

/* Once for each node: true the first time. */
bool analysis_first(Analysis *analysis, const void *key);

/* "60% ≤ x < 80%", "x = 5天": the numbers of a column. */
void analysis_region(Buf *buf, const Analysis *analysis, Text label, const Range *range, UnitId unit);

/* A number as people write it. */
Text analysis_number(const Analysis *analysis, Rat number, UnitId unit);

#endif
