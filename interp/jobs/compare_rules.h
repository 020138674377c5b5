/* compare_rules.h - which clauses of two versions of a scheme differ, and schemes in between: the old one with some of
   the changes made.  A definition is a clause of its own, so what merely uses a changed one is no change itself. */
#ifndef HENG_COMPARE_RULES_H
#define HENG_COMPARE_RULES_H

#include "engine/program.h"

typedef enum ChangeKind { CHANGE_CHANGED, CHANGE_ADDED, CHANGE_REMOVED, CHANGE_MOVED } ChangeKind;

/* One version of a clause. */
typedef struct ClauseText {
    Text text;              /* as written, comments left out, blanks and line ends as one blank; TEXT_NONE: not there */
    Text file;
    int line;
} ClauseText;

typedef struct RuleChange {
    ChangeKind kind;
    NodeKind clause;
    bool file;              /* a module or table beside the rule file, as a whole */
    bool scores;            /* may change a score or grade; notes, flags and the like cannot */
    Text where;             /* the indicators and groups it stands in, joined by "/"; empty: at the top */
    Text name;              /* of what is declared: an indicator, method, table …; else empty */
    ClauseText old, new;
    const struct Merge *merge;
    const Node *within;     /* the indicator it is a clause of, in the new version; or NULL */
} RuleChange;

typedef VEC(RuleChange) RuleChanges;

typedef struct RulesDiff RulesDiff;

/* Both programs report to one Diags, so that places in either can be told. */
RulesDiff *rules_diff(const Program *old, const Program *new, RuleChanges *changes);

/* The old scheme with those changes made for which `made` says so, by the number in `changes`.  NULL where they do not
   make a scheme: a name is used that is not there yet, or a unit does not fit. */
Program *rules_mix(const RulesDiff *diff, const bool *made);

/* Whether one without the other would say what neither version says: an indicator that was removed and comes back inside
   an added group, or an entry that has another unit and the target it is held against. */
bool changes_related(const RulesDiff *diff, const RuleChange *a, const RuleChange *b);

/* "changed", "added" …: the words of the machine formats. */
const char *change_name(ChangeKind kind);

/* "target", "method" …: likewise. */
Text change_clause(const RuleChange *change);

#endif
