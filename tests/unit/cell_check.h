/* cell_check.h - what holds of the readings of any text at all: one to four of them, ranges that are ranges,
   causes told, and the same again when read again. */
#ifndef HENG_TEST_CELL_CHECK_H
#define HENG_TEST_CELL_CHECK_H

#include <stdlib.h>
#include <string.h>

#include "data/cell.h"

static inline void cell_require(bool holds) {
    if (!holds)
        abort();
}

static inline void cell_check_value(const Value *value, const Units *units) {
    Buf buf = { 0 };
    switch ((ValueKind)value->kind) {
    case VALUE_NUMBER:
        cell_require(range_is_valid(&value->range));
        cell_require(value->range.lo_infinite || !rat_is_huge(value->range.lo));
        cell_require(value->range.hi_infinite || !rat_is_huge(value->range.hi));
        cell_require(range_is_point(&value->range) || (value->flags & VALUE_EVIDENCE) ||
                     value->flags == 0);
        break;
    case VALUE_LIST:
        cell_require(value->list->count >= 1);
        for (int i = 0; i < value->list->count; i++)
            cell_check_value(&value->list->at[i], units);
        break;
    case VALUE_TARGET:
        cell_check_value(&value->target->value, units);
        if (value->target->sense == TARGET_WORDS)
            cell_require(value->target->value.kind == VALUE_TEXT);
        break;
    case VALUE_TEXT:
    case VALUE_DONE:
        cell_require(value->text.length > 0);
        break;
    case VALUE_MISSING:
        cell_require(value->flags & VALUE_FROM_MISSING);
        break;
    case VALUE_NA:
    case VALUE_TRUTH:
    case VALUE_LEVEL:
        break;
    case VALUE_ERROR:
        cell_require(false);
        break;
    }
    value_write(&buf, value, units, LANG_ZH, 4);
    value_write(&buf, value, units, LANG_EN, 4);
    cell_require(buf.length > 0);
}

static inline void cell_check_same(const Readings *a, const Readings *b) {
    cell_require(a->count == b->count);
    for (int i = 0; i < a->count; i++) {
        cell_require(value_same(&a->at[i].value, &b->at[i].value) &&
                     a->at[i].marks == b->at[i].marks);
        cell_require(a->at[i].value.unit == b->at[i].value.unit &&
                     text_is(a->at[i].read, b->at[i].read));
        cell_require(text_is(a->at[i].passed_over, b->at[i].passed_over));
    }
}

static inline void cell_check(const CellContext *context, Text cell) {
    Readings readings, again;
    cell_read(context, cell, &readings);
    cell_read(context, cell, &again);
    cell_check_same(&readings, &again);
    cell_require(readings.count >= 1 && readings.count <= CELL_READINGS_MAX);
    for (int i = 0; i < readings.count; i++) {
        const Reading *reading = &readings.at[i];
        cell_check_value(&reading->value, context->units);
        if (reading->value.kind == VALUE_MISSING)
            cell_require(reading->marks &
                         (CELL_BLANK | CELL_UNREADABLE | CELL_UNEQUAL | CELL_UNIT_MISFIT));
        cell_require(((reading->marks & CELL_PASSED_OVER) != 0) ==
                     (reading->passed_over.length > 0));
        for (int n = 0; n < i; n++)
            cell_require(readings.count == 1 || !(readings.at[n].value.kind == VALUE_MISSING &&
                                                  reading->value.kind == VALUE_MISSING));
    }
}

/* `target` is read first; every reading of it is held against `actual`. */
static inline void cell_check_pair(CellContext context, Text target, Text actual) {
    Readings targets;
    context.use = CELL_TARGET;
    context.actual_unit = cell_unit(context.units, actual);
    cell_check(&context, target);
    cell_read(&context, target, &targets);
    context.use = CELL_ACTUAL;
    context.actual_unit = UNIT_NONE;
    for (int i = 0; i < targets.count; i++) {
        const Value *value = &targets.at[i].value;
        context.target = value->kind == VALUE_TARGET ? value->target : NULL;
        context.targets = value->kind == VALUE_LIST ? value->list : NULL;
        cell_check(&context, actual);
    }
}

#endif
