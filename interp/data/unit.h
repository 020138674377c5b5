/* unit.h - units of measure.  A unit is a dimension and a scale; numbers are kept in the base unit of their
   dimension (元, second, month, 1) together with the unit they were written in, so arithmetic converts nothing
   and a value prints as it was entered.  Counting words (次 份 个 …) are dimensions of their own. */
#ifndef HENG_UNIT_H
#define HENG_UNIT_H

#include "base/rat.h"

typedef int UnitId;       /* an index into Units; 0 is UNIT_NONE */
typedef struct Units Units;

enum {
    UNIT_NONE,            /* a plain number */
    UNIT_PERCENT,
    UNIT_PERMILLE,
    UNIT_YUAN,            /* 元 */
    UNIT_WAN_YUAN,        /* 万元 */
    UNIT_SECOND, UNIT_MINUTE, UNIT_HOUR, UNIT_DAY, /* 秒 分钟 小时 天 */
    UNIT_MONTH, UNIT_YEAR, /* 月 年: convertible to each other only */
    UNIT_DATE,            /* days since 1970-01-01: a date, not a duration */
    UNIT_POINT,           /* 分, of a score; reads as a plain number */
    UNIT_WAN,             /* 万, a plain number times 10^4; 百 千 亿 likewise by name */
    UNIT_FIRST_NAMED
};

typedef enum UnitFit {
    UNIT_SAME,            /* one dimension: comparable, perhaps with another scale */
    UNIT_LOOSE,           /* two counting words, or a bare number and a counting word: comparable, with a finding */
    UNIT_OTHER            /* not comparable */
} UnitFit;

/* Where the cell reader keeps what it has read under these units; NULL at first.  One reader at a time. */
void **units_scans(Units *units);

Units *units_new(void);   /* with the built-in units */

/* The unit written `text` in a rule or a cell: 册, 元/册, 万元/人.年, 万人次, %, h, days.  UNIT_NONE where `text`
   is empty; -1 where some part of it is unknown. */
UnitId unit_find(Units *units, Text text);

/* How many bytes at the start of `text` name a unit, the longest there is ("万人次", "元/册", not only "万" or "元"),
   and which; 0 where none does.  `text` is folded already. */
size_t unit_prefix(Units *units, Text text, UnitId *unit);

/* `unit NAME = amount OF`: a unit of `amount` times `of`; or, with `of` -1, a new counting unit.  Aliases are
   added by calling again with the same meaning.  -1 where the name already means something else. */
UnitId unit_define(Units *units, Text name, Rat amount, UnitId of);

/* The known unit nearest to a misspelt one, or TEXT_NONE. */
Text unit_suggest(Units *units, Text text);

Text unit_name(const Units *units, UnitId unit);      /* as written: "万元", "%", "元/册"; empty for UNIT_NONE */
Rat unit_scale(const Units *units, UnitId unit);      /* base units in one of it: 10000 for 万元, 1/100 for % */
bool unit_is_ratio(const Units *units, UnitId unit);  /* no dimension: none, %, ‰, 万, 分 */
bool unit_is_money(const Units *units, UnitId unit);
bool unit_is_time(const Units *units, UnitId unit);   /* seconds … days */
bool unit_is_counting(const Units *units, UnitId unit);

/* 个 and 项 fit every counting word (UNIT_SAME); a bare ratio against a counting word is UNIT_LOOSE. */
UnitFit unit_fit(const Units *units, UnitId a, UnitId b);

/* The units of a product, a quotient and a whole power; a + b keeps a's unit.  % times a plain number is a plain
   number, % divided by one stays %; a quotient of one dimension is a plain number. */
UnitId unit_multiply(Units *units, UnitId a, UnitId b);
UnitId unit_divide(Units *units, UnitId a, UnitId b);
UnitId unit_power(Units *units, UnitId a, int exponent);

/* The dimension in words for diagnostics: "money", "time", "册", "money per 册"; zh "金额", "金额/册". */
Text unit_dimension_text(const Units *units, UnitId unit, bool chinese);

#endif
