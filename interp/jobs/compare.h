/* compare.h - two versions of a scheme over the same forms: what changes for whom, and which clause causes it.

   A cause is found by doing, not by guessing: the changed clauses are swapped one after the other, the old version
   first, and each form that changes is scored with every version in between.  What a swap moves is that clause's
   effect, given those swapped before it; so the effects of a form add up to its difference exactly.  Their order is
   fixed: definitions that are new, then the clauses in the order of the new version (within an indicator its weight
   first), definitions that are gone, rounding, grades.  Changes that make no scheme alone are swapped together. */
#ifndef HENG_COMPARE_H
#define HENG_COMPARE_H

#include "engine/explain.h"
#include "jobs/compare_rules.h"
#include "jobs/forms.h"

/* A number of points at both ends of a range; of what is certain both are one. */
typedef struct Ends {
    Rat low, high;
} Ends;

/* UNCLEAR: one end rises and the other falls, or nothing is known of one side. */
typedef enum Movement { MOVE_NONE, MOVE_UP, MOVE_DOWN, MOVE_UNCLEAR, MOVE_COUNT } Movement;

const char *movement_name(Movement movement);   /* "same", "up" …: the words of the machine formats */
Movement movement_of(Ends points);

/* How many moved each way, and by how many points together; `unmeasured` of the unclear ones have no number. */
typedef struct Moves {
    long count[MOVE_COUNT];
    Ends points[MOVE_COUNT];
    long unmeasured;
} Moves;

#define STEP_REST (-1)  /* what the changes made together leave over: the order of clauses, and the like */

/* What one step did to a form or a part. */
typedef struct Effect {
    int step;           /* index into Compare.steps, or STEP_REST */
    bool known;         /* the total has a number before and after */
    Ends points;
    Text grade_from, grade_to; /* of a form; TEXT_NONE: the grade stays */
} Effect;
typedef VEC(Effect) Effects;

/* What makes a part the same in both versions: its row; else what it is called, and where it stands. */
typedef struct PartKey {
    Text path, name;
    PartKind kind;
    long row;           /* as a person sees it, or 0 */
    const Symbol *symbol; /* of the rules, with its other names; NULL for rows and groups of rows */
} PartKey;

/* A part in both versions, or in one.  What is not there, or does not apply, has no points. */
typedef struct ComparedPart {
    PartKey key;
    bool in_old, in_new, changed;
    Value old_weight, new_weight, old_credit, new_credit, old_score, new_score;
    Status old_status, new_status;
    bool known;
    Ends points;        /* new minus old; 0 where not `known` */
    Effects effects;
    Text old_reason, new_reason; /* only of kept movers */
} ComparedPart;

typedef struct Compared {
    Text id;
    long number;        /* of the form, from 1 */
    bool changed;       /* its total, grade or some part */
    Value old_total, new_total;
    Text old_grade, new_grade; /* "A/B": more than one is possible */
    bool known;
    Ends points;
    Movement movement;  /* of the total */
    Effects effects;
    VEC(ComparedPart) parts; /* groups before their parts, in the order of the new version */
    const FormResult *old, *new; /* NULL in a kept mover */
} Compared;

/* Changes that are made at once, and what they did to all forms. */
typedef struct StepPart {
    Text path, name;
    Moves moves;
} StepPart;
typedef struct Step {
    VEC(int) changes;   /* indices into Compare.changes */
    const Program *program;
    const ValueList *const *populations;
    Moves moves;
    long grades;        /* forms whose grade it changed */
    VEC(StepPart) parts; /* indicators whose score it moved; at most STEP_PARTS */
    bool more_parts;
} Step;

#define STEPS_MAX 60    /* more changes than these are swapped by indicator or definition */
#define STEP_PARTS 40

typedef struct GradeMove {
    Text from, to;
    long forms;
} GradeMove;

/* A form as a point of a chart. */
typedef struct SampledForm {
    Text id;
    Ends old, new;
    Movement movement;
} SampledForm;

#define SAMPLE_MAX 2000
#define HISTOGRAM_BARS 13   /* see compare_bar */

typedef struct Compare {
    const Program *old, *new;
    RuleChanges changes;
    VEC(int) step_of;           /* of each change, or -1: it cannot touch a score */
    VEC(Step) steps;
    VEC(const Program *) programs; /* old, new, then that of each step */
    const Forms *forms;
    Lang lang;
    bool changed_only;
    int mover_limit;
    long form_count, changed, grade_changes;
    Moves moves;                /* of totals */
    Moves rest;                 /* what no step explains */
    VEC(GradeMove) grades;      /* those that stay among them */
    VEC(Compared *) movers;     /* the greatest differences first */
    long movers_left_out;
    VEC(SampledForm) sample;    /* all forms, or every so many-th */
    long sample_stride;
    long certain_bars[HISTOGRAM_BARS], open_bars[HISTOGRAM_BARS];
} Compare;

typedef struct CompareOptions {
    Lang lang;
    int movers;                 /* how many to keep */
    bool changed_only;          /* writers leave out forms and parts that stay as they are */
} CompareOptions;

/* Finds the changed clauses and makes the schemes in between.  Both programs report to one Diags.  Then forms are opened
   for `programs`. */
Compare *compare_begin(const Program *old, const Program *new, const CompareOptions *options);

/* Takes what comes out, in the order of the data. */
typedef struct CompareSink CompareSink;
struct CompareSink {
    bool (*begin)(CompareSink *sink, const Compare *compare);
    bool (*form)(CompareSink *sink, const Compare *compare, const Compared *form);
    bool (*end)(CompareSink *sink, const Compare *compare); /* each false: cannot write; reported */
};

/* False where the sink could not write. */
bool compare_run(Compare *compare, Forms *forms, CompareSink *sink);

/* Where a writer's bytes go; false: cannot, reported. */
typedef struct CompareOut {
    bool (*write)(void *data, Text bytes);
    void *data;
} CompareOut;
CompareSink *compare_text_sink(const CompareOut *out);
CompareSink *compare_csv_sink(const CompareOut *out, bool parts);
CompareSink *compare_json_sink(const CompareOut *out);
CompareSink *compare_html_sink(const CompareOut *out);

/* ---- what the writers share ---- */

/* Which bar a difference belongs to: 0 is a loss of 20 or more, the middle one no difference. */
int compare_bar(Ends points);

/* The numbers of a step's changes, from 1: "2", "3+4"; "0" for STEP_REST. */
Text step_numbers(const Compare *compare, int step);

/* For people.  "+5"; where the ends differ "+3 at least, +8 at most" is not what is known, so both ends are told:
   "low end +3, high end +8". */
Text points_text(Ends points, Lang lang);
Text moves_text(const Moves *moves, Movement movement, Lang lang); /* "2 forms, -4.5" */
Text total_text(const Program *program, const Value *total, Lang lang);

/* One version of a clause, at most `cells` wide, cut so that what differs from the other shows. */
Text clause_shown(const ClauseText *clause, const ClauseText *other, int cells);
/* "Coverage: target >= 98%"; of several "… and 2 more". */
Text step_label(const Compare *compare, int step);
Text change_words(ChangeKind kind, Lang lang);
Text rules_name(const Program *program); /* title and version, or the file */

/* The grades in the order of the bands, those of either version that occur. */
void compare_grade_names(const Compare *compare, bool old, TextList *names);
long compare_grade_count(const Compare *compare, Text from, Text to);

/* ---- compare_cause.c ---- */

void compare_make_steps(Compare *compare, const RulesDiff *diff);

/* The effects of all steps on a form and its changed parts. */
void compare_causes(const Compare *compare, const Forms *forms, const Form *form, Compared *compared);

/* The points of a total or part; what does not apply has none.  False where they have no limit. */
bool compare_ends(const Value *score, const Value *weight, Ends *ends);
Ends ends_subtract(Ends a, Ends b);
bool ends_zero(Ends a);
Text compare_grade(const FormResult *form);

/* The parts of a scored form, groups before what is in them; the total is none of them. */
struct ScoreNode;
typedef VEC(const struct ScoreNode *) ScoreNodes;
void compare_nodes(const FormResult *form, ScoreNodes *nodes);

PartKey compare_key(const struct ScoreNode *node);

/* Where the part is among the nodes; `hint`: where to look first.  -1: it is none of them. */
int compare_find(const ScoreNodes *nodes, const PartKey *key, int hint);

#endif
