/* lowering.h - what the files of the lowering share: lower.c (items and parts), lower_expr.c (expressions),
   lower_call.c (methods, functions, aggregates, tables). */
#ifndef HENG_LOWERING_H
#define HENG_LOWERING_H

#include "engine/program.h"

/* A name that means another slot for a while: a parameter, or a name narrowed by the conditions around it. */
typedef struct Bound Bound;
struct Bound {
    const void *key;        /* a Symbol, or what word_key gives */
    int slot;               /* -1: a NARROW to be made on first use */
    int from, other, mode;  /* of that NARROW */
    OpCode code;
    const Node *node;
    Bound *next;
};

typedef struct Lower Lower;

/* Where an expression stands. */
typedef struct Env {
    Bound *bounds;
    Part *part;             /* the indicator whose `actual`, `target` … are meant; NULL outside of one */
    int element;            /* of parts.x, element by element: the part; -1: none, -2: this row */
    bool forms;             /* inside forms.x: names mean this form's */
    bool judging;     /* in a flag of `part`: its score and credit are what came out */
} Env;

typedef struct Expectation Expectation;

typedef struct SlotMap {
    const void **keys;
    int *slots;
    int count, room;
} SlotMap;

struct Lower {
    Scheme *scheme;
    Part *total;            /* NULL before it is begun */
    Program *program;
    Code *code;
    Diags *diags;
    SlotMap slots;              /* symbol -> slot, in `code` */
    SlotMap inputs[2];          /* symbol -> input, of the form's code and of the row's */
    SlotMap parts;              /* symbol -> part, in the form's code */
    VEC(const Symbol *) open;   /* being lowered: meeting one again is a circle */
    VEC(Part *) open_parts;     /* likewise, innermost last */
    Part *group;                /* the group around the item being lowered, or NULL */
    const Node *test;           /* a test, whose expectation is being lowered; NULL outside of them */
    Expectation *expectation;
    int depth;
    bool too_large;
};

#define OPS_MAX 2000000
#define DEPTH_MAX 1050 /* nested expressions and definitions; the stack holds as many */

/* An operation that reads nothing yet. */
#define OP_BLANK ((Op){ .a = -1, .b = -1, .c = -1, .index = -1 })

/* A part of which the rules say nothing yet: every slot -1. */
Part *part_new(PartKind kind, Text name, const Node *node, const Symbol *symbol);

int slot_map_get(const SlotMap *map, const void *key);  /* -1: none */
void slot_map_set(SlotMap *map, const void *key, int slot);

/* Adds an operation; returns its slot. */
int emit(Lower *low, Op op);
int emit1(Lower *low, OpCode code, int a, const Node *node);
int emit2(Lower *low, OpCode code, int a, int b, const Node *node);
int emit_list(Lower *low, OpCode code, const int *args, int count, const Node *node);
int emit_value(Lower *low, Value value, const Node *node);
int emit_error(Lower *low, const Node *node); /* for what was reported already */
Op *op_at(const Lower *low, int slot);
Type type_of(const Lower *low, int slot);

/* The slot of an expression; `want` decides how a bare column is read. */
int lower_expression(Lower *low, const Env *env, const Node *node, Kind want);
int lower_truth(Lower *low, const Env *env, const Node *node);
int lower_number(Lower *low, const Env *env, const Node *node);
int lower_credit(Lower *low, const Env *env, const Node *node);
int lower_text(Lower *low, const Env *env, const Node *node); /* a column or a text, as text */

/* lower_call.c */
int lower_call(Lower *low, const Env *env, const Node *node);
int lower_method(Lower *low, const Env *env, const Symbol *method, const Node *args, const Node *node);
int lower_levels(Lower *low, const Env *env, const Symbol *levels, const Node *node, int actual);
int lower_table_cell(Lower *low, const Env *env, const Node *index, const Node *member);
bool has_source(const Node *node, Keyword word); /* parts.x or forms.x inside */

/* Narrowing (S4): the bounds inside a branch where `condition` holds, or does not. */
Bound *lower_narrow(Lower *low, const Env *env, const Node *condition, bool holds);
Bound *bound_narrow(const void *key, int from, int other, int mode, OpCode code, const Node *node, Bound *next);
int bound_slot(Lower *low, Bound *bound);
const void *word_key(int keyword);
int negated(int comparison);
int mirrored(int comparison);

/* lower.c */
int lower_entry(Lower *low, const Env *env, const Symbol *symbol, const Node *node, Kind want);
int lower_input(Lower *low, const Symbol *symbol, Text name);
Text input_name(const Symbol *symbol);
int lower_cell(Lower *low, const Symbol *symbol, const Node *node); /* the text of the cell behind a name */
int lower_part_of(Lower *low, const Symbol *symbol, const Node *node); /* its number, or -1 after reporting */
int lower_actual(Lower *low, const Env *env, const Node *node);
int lower_target(Lower *low, const Env *env, const Node *node);
Part *part_open(const Lower *low, const Symbol *symbol);
bool lower_enter(Lower *low, const Symbol *symbol, const Node *node);
void lower_leave(Lower *low);

/* lower_test.c: what stands in tests alone: members of the rows they enter, findings.  -1: node is none of these. */
int lower_row_member(Lower *low, const Node *node, int member);
int lower_finding(Lower *low, const Node *node);

/* lower.c: the scheme itself; then what else is wanted can be lowered behind it. */
Lower *lower_all(Scheme *scheme);

/* lower_other.c: the other known methods of each indicator that reports a score. */
void lower_others(Lower *low);

/* Kinds and units. */
bool expect_kind(Lower *low, int slot, Kind kind, const Node *node);
void expect_fit(Lower *low, int a, int b, const Node *node);
Text kind_text(Kind kind, Lang lang);

/* 80-90, where a range is meant: told as `id`, with the range to write instead. */
bool lower_is_difference(Lower *low, const Node *node, DiagId id);

#endif
