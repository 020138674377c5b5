/* cell.h - a cell's text into values: targets and actuals alike, as people type them (DESIGN 4, MEANING S1, S2,
   S10-S15).  Reading never guesses silently: what else it could mean is a further reading, what it passed over
   is told, what it cannot read is VALUE_MISSING with its cause. */
#ifndef HENG_CELL_H
#define HENG_CELL_H

#include "data/value.h"

typedef enum CellUse {
    CELL_TARGET,    /* gives VALUE_TARGET, or a VALUE_LIST of them */
    CELL_ACTUAL,    /* held against `target` where there is one */
    CELL_ENTRY      /* of a declared kind */
} CellUse;

typedef enum CellKind {     /* of a CELL_ENTRY */
    CELL_ANY, CELL_NUMBER, CELL_TRUTH, CELL_TEXT, CELL_DATE, CELL_LEVEL
} CellKind;

typedef enum CellFormat {
    CELL_PLAIN,
    CELL_PERCENT    /* the sheet shows it as a percentage: 0.955 is 95.5% and nothing else */
} CellFormat;

typedef struct CellContext {
    Units *units;
    CellUse use;
    CellKind kind;
    CellFormat format;
    const Scale *scale;     /* CELL_LEVEL */
    UnitId unit;            /* declared for bare numbers, or UNIT_NONE */
    const Target *target;   /* CELL_ACTUAL: its target, or NULL */
    const ValueList *targets; /* CELL_ACTUAL: its targets (VALUE_TARGET each) where the target cell held several
                                 (S13), else NULL; `target` is then not looked at */
    UnitId actual_unit;     /* CELL_TARGET: the unit its actual shows, or UNIT_NONE (S11) */
    int year;               /* of the form, or 0 (S15) */
    int sense_count;        /* CELL_TARGET: how one without sign reads, preferred first (S10); 0: both ways */
    TargetSense senses[2];
} CellContext;

/* Marks: findings about the evidence itself; they stand apart from verdicts. */
enum {
    CELL_BOUND = 1,         /* a bound entered as the actual (S12) */
    CELL_ABOUT = 2,         /* 约 左右 */
    CELL_AT_WORD = 4,       /* 完成 against a deadline (S14) */
    CELL_PASSED_OVER = 8,   /* words around the number */
    CELL_OTHER_UNIT = 16,   /* a counting word other than the target's (S11) */
    CELL_UNIT_MISFIT = 32,  /* a unit that cannot be converted: read as missing */
    CELL_EACH = 64,         /* one actual for several or for 各 (S13) */
    CELL_UNEQUAL = 128,     /* numbers of values differ (S13): read as missing */
    CELL_BLANK = 256,
    CELL_UNREADABLE = 512,
    CELL_NO_SIGN = 1024,    /* a target without sign */
    CELL_AMBIGUOUS = 2048,  /* more than one reading for another reason */
    CELL_ONE_YEAR_OFF = 4096, /* a date outside the form's year */
    CELL_CLAIMED_NA = 16384,  /* a declared entry that says it does not apply; the evaluator's mark */
    CELL_OUT_OF_BOUNDS = 8192 /* a declared entry outside its bounds: read as missing; the evaluator's mark */
};

#define CELL_READINGS_MAX 4

typedef struct Reading {
    Value value;
    unsigned marks;
    Text read;          /* what was read, in one spelling: "≥ 90%", "12000 册", "2022-12-31" */
    Text passed_over;   /* the words around it, joined by " … " */
} Reading;

typedef struct Readings {
    int count;          /* 1 .. CELL_READINGS_MAX, preferred first */
    Reading at[CELL_READINGS_MAX];
} Readings;

/* Reads `cell`.  A blank cell and an unreadable one give one reading, VALUE_MISSING, with its mark. */
void cell_read(const CellContext *context, Text cell, Readings *readings);

/* Which level of `scale` a whole cell names: its words, longest first, or words equal to the target's, which are
   the best level (S14).  -1: none, or more words than a level's. */
int cell_level(const Scale *scale, Text cell, Text target);

/* The unit a cell's number shows ("61.1万元"), UNIT_NONE where it shows none; for CellContext.actual_unit. */
UnitId cell_unit(Units *units, Text cell);

/* Whether nothing is given: a blank cell, or words that say so (无数据, Not Available). */
bool cell_is_blank(Text cell);

/* Whether a percent sign stands in it. */
bool cell_is_percent(Text cell);

/* The words for "not applicable" (不适用, 本单位不适用该指标, N/A): all of the cell? */
bool cell_is_na(Text cell);

/* How many decimals a printed number shows ("10.00": 2), and the number; false where the cell is anything but
   one number, perhaps with %, 分 or "out of 10" behind it.  For reported scores, weights and totals.  "91.38%" is 0.9138 with
   4 places: rounding the exact number to `places` gives the printed one; "7 out of 10" is 7. */
bool cell_printed(Text cell, Rat *number, int *places);

#endif
