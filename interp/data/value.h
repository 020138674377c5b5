/* value.h - what a slot of a program can hold.  Small, copied by value, never changed once made. */
#ifndef HENG_VALUE_H
#define HENG_VALUE_H

#include "base/diag.h"
#include "base/range.h"
#include "data/unit.h"

typedef enum ValueKind {
    VALUE_MISSING,  /* evidence not given and nothing known of it: stands for any value of any kind */
    VALUE_NA,       /* not applicable */
    VALUE_ERROR,    /* no result (S5): see `error` */
    VALUE_NUMBER,   /* a range of numbers with a unit; a date is one with UNIT_DATE */
    VALUE_TRUTH,
    VALUE_TEXT,
    VALUE_LEVEL,    /* a range of levels of one scale */
    VALUE_DONE,     /* 完成 及时 按时: meets a deadline at its word (S14) */
    VALUE_TARGET,
    VALUE_LIST      /* several values in one cell (S13) */
} ValueKind;

typedef enum ValueError {
    ERROR_ZERO_DIVISOR,
    ERROR_NO_BAND,      /* no row of a when, steps or linear holds */
    ERROR_NO_KEY,       /* a table of constants has no row with this key */
    ERROR_HUGE,
    ERROR_DOMAIN,       /* the root of a negative, the logarithm of 0 … */
    ERROR_KIND,         /* a text where a number is needed … */
    ERROR_UNIT          /* units that cannot be mixed */
} ValueError;

/* Flags: where a value's uncertainty comes from. */
enum {
    VALUE_EVIDENCE = 1,     /* some of its width is evidence; without it all width is discretion (S6) */
    VALUE_FROM_MISSING = 2, /* some of its width comes from a missing entry */
    VALUE_DOUBT = 4,        /* rests on a loose reading: never "contradicted" (S11, S13) */
    VALUE_PERHAPS = 8       /* of an element of a list: not known whether it takes part (S20) */
};

typedef struct Value Value;
typedef struct Target Target;
typedef struct Scale Scale;
typedef struct ValueList ValueList;

struct Value {
    uint8_t kind;           /* ValueKind */
    uint8_t flags;
    uint8_t error;          /* ValueError, where kind is VALUE_ERROR */
    uint8_t truth;          /* Truth, where kind is VALUE_TRUTH */
    UnitId unit;            /* of a number: what it was written in; the number itself is in base units */
    union {
        Range range;        /* VALUE_NUMBER */
        Text text;          /* VALUE_TEXT, VALUE_DONE (the words) */
        struct {
            const Scale *scale;
            int best, worst; /* indices into the scale, best <= worst; best first */
        } level;
        const Target *target;
        const ValueList *list;
    };
};

struct ValueList {
    int count;
    Value at[];
};

/* What a target asks for. */
typedef enum TargetSense {
    TARGET_AT_LEAST,    /* ≥ and > */
    TARGET_AT_MOST,     /* ≤ and < */
    TARGET_EXACTLY,     /* = */
    TARGET_WITHIN,      /* a range: 6-9月, 45% .. 80% */
    TARGET_DEADLINE,    /* by a date */
    TARGET_WORDS        /* 持续影响 */
} TargetSense;

struct Target {
    TargetSense sense;
    bool strict;        /* > or < */
    bool each;          /* 各: for each of several */
    bool about;         /* 约 左右 */
    bool sign_printed;  /* false: it had no sign and this sense is one of its readings (S10) */
    Value value;        /* the number or range of numbers; the last day of a deadline, a point (VALUE_MISSING where
                           only words such as 一年内完成 tell it); the text of words */
    Text text;          /* as printed */
};

/* A scale of levels, best first. */
typedef struct ScaleLevel {
    Text name;
    const Text *words;  /* what people write for it, the name included */
    int word_count;
    Range credit;       /* the band: shares of the weight, 1 is 100 % */
} ScaleLevel;

struct Scale {
    Text name;
    int count;
    ScaleLevel at[];
};

Value value_number(Rat number, UnitId unit);
Value value_range(Range range, UnitId unit, unsigned flags);
Value value_truth(Truth truth);
Value value_text(Text text);
Value value_missing(void);      /* flags EVIDENCE and FROM_MISSING set */
Value value_na(void);
Value value_error(ValueError error);
Value value_level(const Scale *scale, int best, int worst, unsigned flags);
Value value_target(const Target *target);

bool value_is_certain(const Value *value); /* one value and no other; na and error are certain */
bool value_same(const Value *a, const Value *b); /* the same values, units and flags apart */

/* The smallest value that covers both (S4): errors are left out unless both are errors; kinds that do not mix
   give VALUE_MISSING; VALUE_NA and a number give the hull of the number and 0. */
Value value_hull(const Value *a, const Value *b);

/* As people read it: "95%", "80万元", "≥ 90%", "8 .. 10", "是", "2022-12-31", "缺". `places`: decimals shown before a
   number is cut with "…". */
void value_write(Buf *buf, const Value *value, const Units *units, Lang lang, int places);
void target_write(Buf *buf, const Target *target, const Units *units, Lang lang);

#endif
