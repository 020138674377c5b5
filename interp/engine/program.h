/* program.h - a scheme as a flat list of operations.  Each expression of the rules has a slot of its own and no slot
   is overwritten, so a trace is nothing but the slots after a run, read beside the tree.  A program has code for
   a form and, where its indicators are rows of a table, code for one row. */
#ifndef HENG_PROGRAM_H
#define HENG_PROGRAM_H

#include "data/cell.h"
#include "front/scheme.h"

typedef enum OpCode {
#define OP(name, reads, text) OP_##name,
#include "engine/op.def"
#undef OP
    OP_COUNT
} OpCode;

/* What is known of a slot before anything runs. */
typedef enum Kind { KIND_ANY, KIND_NUMBER, KIND_TRUTH, KIND_TEXT, KIND_LEVEL, KIND_TARGET, KIND_LIST } Kind;

typedef struct Type {
    Kind kind;
    UnitId unit;        /* of a number; -1: not known before data is there */
    bool literal;       /* a bare number written in the rule: takes any unit's side in a sum only if plain */
} Type;

typedef struct Op {
    OpCode code;
    int mode;
    int a, b, c;        /* operand slots; -1: none */
    int first, count;   /* further operands: Code.args[first .. first + count) */
    int index;          /* input, part, column … */
    UnitId unit;        /* READ_TARGET: the declared unit */
    const Value *value; /* CONST */
    const Scale *scale; /* LEVEL, IS_LEVEL */
    const Node *node;   /* where it stands in the rules */
    Text label;         /* NAMED, CALLED, ENTRY, CELL: the name */
    Type type;
} Op;

/* A value that comes in from outside, one a form or one a row. */
typedef struct Input {
    Text name;              /* as declared; local ones as indicator.name */
    const Symbol *symbol;   /* GIVEN, INDICATOR or COLUMN */
    CellKind kind;
    UnitId unit;            /* declared, or UNIT_NONE */
    int unit_input;         /* the input that holds the unit's name, or -1 */
    bool bounded;
    Range bounds;
    const Scale *scale;
} Input;

typedef enum PartKind {
    PART_INDICATOR, PART_GROUP, PART_ADJUSTMENT, PART_VETO, PART_TOTAL,
    PART_CHECK, PART_FLAG, PART_REQUIRED, PART_REPORTED
} PartKind;

typedef enum Pairing { PAIRS_RANGE, PAIRS_MIN, PAIRS_MAX, PAIRS_MEAN } Pairing;

/* Another known way of giving credit in an indicator: see rival.h. */
typedef struct OtherMethod {
    int credit;             /* its slot */
    int ops;                /* how long it is: the shortest of equal ones is the one to name */
    const Node *method;     /* its declaration */
} OtherMethod;

/* Something that is scored or judged.  Slots are -1 where the rules say nothing. */
typedef struct Part {
    PartKind kind;
    int index;              /* its own number */
    int parent;             /* the group's number, or -1 */
    Text name;
    const Node *node;
    const Symbol *symbol;
    int applies, target, actual, weight, credit, score, condition;
    int missing, at_most, at_least, amount, reported;
    VEC(int) deductions;
    VEC(int) children;      /* parts, in the order of the rules */
    bool has_children;      /* they are all lowered: `parts` means them */
    int actual_cell;        /* the CELL slot of the entered text, or -1 */
    int target_cell;
    bool redistribute;
    Pairing pairing;
    bool rounds;
    int places;
    RatRounding mode;
    Text cites;             /* of itself or the nearest around it */
    int band;               /* VETO -> grade: index into Program.bands, or -1 */
    VEC(int) notes;         /* indices into Code.notes */
    Text message;           /* CHECK, FLAG without template */
    int template;           /* or an index into Code.notes, or -1 */
    int name_slot;          /* rows: the indicator's name */
    VEC(int) groups;        /* rows: names of the groups, outermost first */
    int *roots;             /* the slots it reads, target and actual first; -1: none */
    int root_count;
    int *cone;              /* ops these need, ascending, down to other parts */
    int cone_count;
    VEC(OtherMethod) others; /* by lower_with_rivals */
    bool broken;            /* a mistake was reported in it */
} Part;

/* Words with values in them: pieces of text and slots by turns. */
typedef struct Note {
    const Node *node;
    VEC(Text) texts;        /* texts.count = slots.count + 1 */
    VEC(int) slots;
} Note;

typedef struct Code {
    VEC(Op) ops;
    VEC(int) args;
    VEC(Part *) parts;      /* children before parents */
    VEC(Input) inputs;
    VEC(Note *) notes;
    int scored;             /* ops that scoring runs, the first of them all; behind them those of Part.others */
    bool rows;              /* the code of one row */
    Units *units;
} Code;

typedef struct Band {
    Text name;
    const Node *node;
    int op;                 /* Comparison, KW_OTHERWISE or KW_WHEN */
    int slot;               /* bound or condition, or -1 */
} Band;

typedef struct Population {
    int slot, where;        /* in the form's code; -1: all forms */
    bool missing_stays_out;
    VEC(int) keys;          /* each form's values of these are held against the operands of OP_FORMS, its own */
} Population;

/* A `table` of constants beside the scheme. */
typedef struct ConstTable {
    Text name, path;
    VEC(Text) columns;
    int width, height;
    Text *cells;            /* height rows of width */
    VEC(int) keys;          /* columns */
    Text *joined;           /* the keys of each row as one text */
    int *rows, room;        /* hashed by it: row + 1, 0: none; room 0: its keys are not known */
    Text digest;
    const Node *node;
} ConstTable;

typedef struct Program {
    Scheme *scheme;
    Units *units;
    Code form;
    Code row;               /* empty unless has_rows */
    bool has_rows;
    Text rows_table;        /* each row of NAME */
    VEC(Text) rows_keys;    /* by NAME */
    int row_part;           /* the part of Code row that is the indicator */
    VEC(int) row_lists;     /* slots of Code row that parts.x wants of every row */
    VEC(Band) bands;        /* best first, as written */
    int total;              /* the part of Code form that is the total */
    bool rounds_grade;      /* the total is rounded for its grade alone */
    int grade_places;
    RatRounding grade_mode;
    VEC(Population) populations;
    VEC(ConstTable *) tables;
} Program;

const char *op_name(OpCode code);

/* Calls `visit` with each slot that `op` reads. */
#define OP_EACH_OPERAND(code_, op_, slot_)                                                         \
    for (int slot_##_i = -3, slot_ = 0; slot_##_i < (op_)->count; slot_##_i++)                     \
        if ((slot_ = slot_##_i == -3   ? (op_)->a                                                  \
                     : slot_##_i == -2 ? (op_)->b                                                  \
                     : slot_##_i == -1 ? (op_)->c                                                  \
                                       : (code_)->args.at[(op_)->first + slot_##_i]) >= 0)

/* The ops that `roots` (-1: none) need, ascending, down to constants, cells and parts; their count in *count.  `seen`
   has room for every op of the code and starts zeroed; each call takes a `number` of its own, from 1. */
int *program_cone(const Code *code, unsigned *seen, unsigned number, const int *roots, int root_count, int *count);

/* Whether working out a population needs other populations, so that they have to be gathered one after the other. */
bool program_nests_populations(const Program *program);

/* Whether population `index` needs itself: no order of gathering would do. */
bool program_population_is_circular(const Program *program, int index);

/* Checks what every evaluator relies on: operands stand before their use, lists lie inside args, indices inside
   their tables, parts' children before them.  NULL, or what is wrong (a mistake of ours, never the user's). */
const char *program_verify(const Program *program);

/* The program as text, one operation a line: for people and for the tests. */
void program_write(Buf *buf, const Program *program);

#endif
