/* cell_read.h - the second stage of reading a cell: what scanned items mean in a context.  Shared by cell.c
   (actuals, entries), cell_target.c and cell_value.c only. */
#ifndef HENG_CELL_READ_H
#define HENG_CELL_READ_H

#include "data/cell.h"
#include "data/cell_scan.h"

/* What one item can mean, preferred first. */
#define ALTS_MAX 8

typedef struct Alt {
    Value value;
    unsigned marks;
    const Item *used; /* the item it rests on, or NULL */
} Alt;

typedef struct Alts {
    int count;
    bool too_many;
    Alt at[ALTS_MAX];
} Alts;

void alts_add(Alts *alts, Value value, unsigned marks); /* a second of the same value is dropped */

/* A stretch of the cell between separators (、 ； / and their kin): the unit of a list. */
typedef struct Part {
    size_t begin, end;
    int first, count; /* its items */
    bool hard;        /* set off from the one before by ； or a new line */
    bool comma;       /* … by a comma or a full stop */
} Part;

typedef struct Parts {
    VEC(Part) list;
} Parts;

/* Splits a scanned cell; items that are denied (未完成3次) are taken out of `scan` first. */
Parts *cell_parts(Scan *scan);

/* All words that no item from `first` to `last` covers in bytes begin .. end - 1, joined by " … "; words that say
   nothing (完成, 共) are left out. */
Text passed_over(const Scan *scan, size_t begin, size_t end, const Item *const *used, int count);

/* The unit an item's number has by its context; see S11.  `target_unit` UNIT_NONE: none known. */
void number_alts(const CellContext *context, const Item *item, UnitId unit, bool against,
                 Alts *alts);
/* The same for a target: point or range and unit only; signs are the target's. */
void target_number_alts(const CellContext *context, const Item *item, Alts *alts);
void date_alts(const CellContext *context, const Item *item,
               Alts *alts); /* an actual's or an entry's */
void deadline_alts(const CellContext *context, const Item *item,
                   Alts *alts); /* values: last days */

/* Puts `alts` into readings: all with the same words passed over, or each with those around its own item. */
void readings_add(Readings *readings, Value value, unsigned marks, Text read, Text passed);
void readings_from(const CellContext *context, Readings *readings, const Alts *alts, Text passed);
void readings_of_items(const CellContext *context, const Scan *scan, Readings *readings,
                       const Alts *alts);
void readings_fail(Readings *readings, unsigned marks, Text passed); /* one reading: missing */
Text value_read_text(const CellContext *context, const Value *value);

bool is_nothing(Text folded); /* 无 — / */
bool is_done(Text folded);    /* 完成 及时 按时 */

/* cell_target.c */
void read_target(const CellContext *context, Text cell, Readings *readings);

/* Every choice of one from each of `count` alternatives, the first ones first, into lists; false where there are
   more than CELL_READINGS_MAX.  `zip`: all make the same choice. */
bool list_alts(const Alts *parts, int count, bool zip, Alts *alts);

#endif
