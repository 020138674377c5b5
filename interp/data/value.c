/* value.c - making, comparing, joining and printing values. */
#include "data/value.h"

#include <assert.h>

#include "base/mem.h"
#include "data/date.h"

/* Making */

Value value_range(Range range, UnitId unit, unsigned flags) {
    Value value = { .kind = VALUE_NUMBER, .flags = (uint8_t)flags, .unit = unit };
    value.range = range;
    return value;
}

Value value_number(Rat number, UnitId unit) {
    return value_range(range_point(number), unit, 0);
}

Value value_truth(Truth truth) {
    return (Value){ .kind = VALUE_TRUTH, .truth = (uint8_t)truth };
}

Value value_text(Text text) {
    Value value = { .kind = VALUE_TEXT };
    value.text = text;
    return value;
}

Value value_missing(void) {
    return (Value){ .kind = VALUE_MISSING, .flags = VALUE_EVIDENCE | VALUE_FROM_MISSING };
}

Value value_na(void) {
    return (Value){ .kind = VALUE_NA };
}

Value value_error(ValueError error) {
    return (Value){ .kind = VALUE_ERROR, .error = (uint8_t)error };
}

Value value_level(const Scale *scale, int best, int worst, unsigned flags) {
    assert(best <= worst);
    Value value = { .kind = VALUE_LEVEL, .flags = (uint8_t)flags };
    value.level.scale = scale;
    value.level.best = best;
    value.level.worst = worst;
    return value;
}

Value value_target(const Target *target) {
    Value value = { .kind = VALUE_TARGET };
    value.target = target;
    return value;
}

/* Comparing */

bool value_is_certain(const Value *value) {
    switch ((ValueKind)value->kind) {
    case VALUE_MISSING:
        return false;
    case VALUE_NUMBER:
        return range_is_point(&value->range);
    case VALUE_TRUTH:
        return value->truth != TRUTH_UNKNOWN;
    case VALUE_LEVEL:
        return value->level.best == value->level.worst;
    case VALUE_LIST:
        for (int i = 0; i < value->list->count; i++) {
            if (!value_is_certain(&value->list->at[i]))
                return false;
        }
        return true;
    case VALUE_NA:
    case VALUE_ERROR:
    case VALUE_TEXT:
    case VALUE_DONE:
    case VALUE_TARGET:
        return true;
    }
    return false;
}

static bool same_target(const Target *a, const Target *b) {
    return a == b || (a->sense == b->sense && a->strict == b->strict && a->each == b->each &&
                      a->about == b->about && value_same(&a->value, &b->value));
}

bool value_same(const Value *a, const Value *b) {
    if (a->kind != b->kind)
        return false;
    switch ((ValueKind)a->kind) {
    case VALUE_MISSING:
    case VALUE_NA:
        return true;
    case VALUE_ERROR:
        return a->error == b->error;
    case VALUE_NUMBER:
        return range_equal(&a->range, &b->range);
    case VALUE_TRUTH:
        return a->truth == b->truth;
    case VALUE_TEXT:
    case VALUE_DONE:
        return text_is(a->text, b->text);
    case VALUE_LEVEL:
        return a->level.scale == b->level.scale && a->level.best == b->level.best &&
               a->level.worst == b->level.worst;
    case VALUE_TARGET:
        return same_target(a->target, b->target);
    case VALUE_LIST:
        if (a->list->count != b->list->count)
            return false;
        for (int i = 0; i < a->list->count; i++) {
            if (!value_same(&a->list->at[i], &b->list->at[i]))
                return false;
        }
        return true;
    }
    return false;
}

/* Joining */

static Value hull_of_lists(const Value *a, const Value *b, unsigned flags) {
    int count = a->list->count;
    if (count != b->list->count)
        return value_missing();
    ValueList *list = mem_new(sizeof(ValueList) + sizeof(Value) * (size_t)count);
    list->count = count;
    for (int i = 0; i < count; i++)
        list->at[i] = value_hull(&a->list->at[i], &b->list->at[i]);
    Value value = { .kind = VALUE_LIST, .flags = (uint8_t)flags };
    value.list = list;
    return value;
}

static Value hull_of_numbers(const Value *a, const Value *b, unsigned flags) {
    if ((a->unit == UNIT_DATE) != (b->unit == UNIT_DATE))
        return value_missing();
    /* a plain 0 takes the other's unit; otherwise the first is printed */
    return value_range(range_hull(&a->range, &b->range), a->unit != UNIT_NONE ? a->unit : b->unit,
                       flags);
}

Value value_hull(const Value *a, const Value *b) {
    if (a->kind == VALUE_ERROR)
        return *b;
    if (b->kind == VALUE_ERROR)
        return *a;
    unsigned flags = a->flags | b->flags;
    if (a->kind == VALUE_NA && b->kind == VALUE_NUMBER)
        return value_hull(b, a);
    if (a->kind == VALUE_NUMBER && b->kind == VALUE_NA) {
        if (a->unit == UNIT_DATE)
            return value_missing();
        Value zero = value_number(RAT_ZERO, UNIT_NONE);
        return hull_of_numbers(a, &zero, flags);
    }
    if (a->kind != b->kind || a->kind == VALUE_MISSING)
        return value_missing();
    Value result = *a;
    result.flags = (uint8_t)flags;
    switch ((ValueKind)a->kind) {
    case VALUE_NUMBER:
        return hull_of_numbers(a, b, flags);
    case VALUE_TRUTH:
        if (a->truth != b->truth)
            result.truth = TRUTH_UNKNOWN;
        return result;
    case VALUE_LEVEL:
        if (a->level.scale != b->level.scale)
            return value_missing();
        if (b->level.best < result.level.best)
            result.level.best = b->level.best;
        if (b->level.worst > result.level.worst)
            result.level.worst = b->level.worst;
        return result;
    case VALUE_LIST:
        return hull_of_lists(a, b, flags);
    case VALUE_TEXT:
    case VALUE_DONE:
    case VALUE_TARGET:
    case VALUE_NA:
    case VALUE_MISSING:
    case VALUE_ERROR:
        break;
    }
    return value_same(a, b) ? result : value_missing();
}

/* Printing */

static bool is_latin(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static void write_unit(Buf *buf, UnitId unit, const Units *units) {
    Text name = unit_name(units, unit);
    if (name.length > 0 && is_latin(name.at[0]))
        buf_char(buf, ' ');
    buf_add(buf, name);
}

/* Without its unit; a unit whose scale does not divide it evenly still shows `places` decimals and "…". */
static void write_bare(Buf *buf, Rat number, UnitId unit, const Units *units, int places) {
    rat_write_short(buf, rat_divide(number, unit_scale(units, unit)), places);
}

static void write_number(Buf *buf, Rat number, UnitId unit, const Units *units, int places) {
    write_bare(buf, number, unit, units, places);
    write_unit(buf, unit, units);
}

/* Words around an open end: zh "不少于90%", en "at least 90%". */
typedef struct Words {
    const char *en, *zh, *zh_behind;
} Words;

static void write_bound(Buf *buf, const Value *value, const Units *units, Lang lang, int places,
                        bool low) {
    static const Words words[2][2] = { { { "at most ", "不超过", "" }, { "below ", "不到", "" } },
                                       { { "at least ", "不少于", "" },
                                         { "above ", "大于", "" } } };
    const Range *range = &value->range;
    const Words *word = &words[low][low ? range->lo_open : range->hi_open];
    buf_add_z(buf, lang == LANG_ZH ? word->zh : word->en);
    write_number(buf, low ? range->lo : range->hi, value->unit, units, places);
    if (lang == LANG_ZH)
        buf_add_z(buf, word->zh_behind);
}

static void write_unknown(Buf *buf, unsigned flags, Lang lang) {
    bool missing = (flags & VALUE_FROM_MISSING) != 0;
    buf_add_z(buf, lang == LANG_ZH ? (missing ? "缺" : "不明") : (missing ? "missing" : "unknown"));
}

static void write_range(Buf *buf, const Value *value, const Units *units, Lang lang, int places) {
    const Range *range = &value->range;
    if (range_is_point(range)) {
        write_number(buf, range->lo, value->unit, units, places);
    } else if (range->lo_infinite && range->hi_infinite) {
        write_unknown(buf, value->flags, lang);
    } else if (range->lo_infinite || range->hi_infinite) {
        write_bound(buf, value, units, lang, places, range->hi_infinite);
    } else {
        /* 80% ~ 90%, but 6 ~ 9月 */
        if (unit_is_ratio(units, value->unit))
            write_number(buf, range->lo, value->unit, units, places);
        else
            write_bare(buf, range->lo, value->unit, units, places);
        buf_add_z(buf, " ~ ");
        write_number(buf, range->hi, value->unit, units, places);
        if (range->lo_open && range->hi_open)
            buf_add_z(buf, lang == LANG_ZH ? "（不含两端）" : " (ends excluded)");
        else if (range->lo_open)
            buf_add_z(buf, lang == LANG_ZH ? "（不含下端）" : " (lower end excluded)");
        else if (range->hi_open)
            buf_add_z(buf, lang == LANG_ZH ? "（不含上端）" : " (upper end excluded)");
    }
}

/* The first or last whole day of a range of dates; false outside the calendar. */
static bool day_of(Rat number, bool open, int step, int64_t *day) {
    Rat floor = rat_floor(number);
    bool whole = rat_equal(floor, number);
    if (!rat_to_int64(floor, day))
        return false;
    if (whole && open)
        *day += step;
    if (!whole && step > 0)
        *day += 1;
    return *day >= date_of(1, 1, 1) && *day <= date_of(9999, 12, 31);
}

/* Months and years that are whole are written short: 2021-06, 2021. */
static void write_days(Buf *buf, int64_t from, int64_t to) {
    int y1, m1, d1, y2, m2, d2;
    date_parts(from, &y1, &m1, &d1);
    date_parts(to, &y2, &m2, &d2);
    bool whole = d1 == 1 && d2 == date_month_days(y2, m2);
    if (from == to) {
        date_write(buf, from);
    } else if (whole && y1 == y2 && m1 == 1 && m2 == 12) {
        buf_format(buf, "%04d", y1);
    } else if (whole && y1 == y2 && m1 == m2) {
        buf_format(buf, "%04d-%02d", y1, m1);
    } else {
        date_write(buf, from);
        buf_add_z(buf, " ~ ");
        date_write(buf, to);
    }
}

static void write_date(Buf *buf, const Value *value, Lang lang) {
    const Range *range = &value->range;
    int64_t from = 0, to = 0;
    bool low = !range->lo_infinite && day_of(range->lo, range->lo_open, 1, &from);
    bool high = !range->hi_infinite && day_of(range->hi, range->hi_open, -1, &to);
    if (low && high && from <= to) {
        write_days(buf, from, to);
    } else if (low && !high) {
        buf_add_z(buf, lang == LANG_ZH ? "不早于" : "not before ");
        date_write(buf, from);
    } else if (high && !low) {
        buf_add_z(buf, lang == LANG_ZH ? "不晚于" : "by ");
        date_write(buf, to);
    } else {
        write_unknown(buf, value->flags, lang);
    }
}

static void write_error(Buf *buf, ValueError error, Lang lang) {
    static const char *const words[][2] = {
        [ERROR_ZERO_DIVISOR] = { "division by zero", "除数为零" },
        [ERROR_NO_BAND] = { "no band holds", "没有适用的档次" },
        [ERROR_NO_KEY] = { "no such key in the table", "表中没有这个主键" },
        [ERROR_HUGE] = { "number too long", "数字过长" },
        [ERROR_DOMAIN] = { "outside the function's domain", "超出函数定义域" },
        [ERROR_KIND] = { "wrong kind of value", "值的类型不符" },
        [ERROR_UNIT] = { "units do not mix", "单位不能混用" },
    };
    buf_add_z(buf, words[error][lang == LANG_ZH]);
}

static void write_list(Buf *buf, const ValueList *list, const Units *units, Lang lang, int places) {
    for (int i = 0; i < list->count; i++) {
        if (i > 0)
            buf_add_z(buf, lang == LANG_ZH ? "、" : ", ");
        value_write(buf, &list->at[i], units, lang, places);
    }
}

void value_write(Buf *buf, const Value *value, const Units *units, Lang lang, int places) {
    static const char *const truths[][2] = { [TRUTH_NO] = { "no", "否" },
                                             [TRUTH_YES] = { "yes", "是" },
                                             [TRUTH_UNKNOWN] = { "unknown", "不明" } };
    bool zh = lang == LANG_ZH;
    switch ((ValueKind)value->kind) {
    case VALUE_MISSING:
        buf_add_z(buf, zh ? "缺" : "missing");
        break;
    case VALUE_NA:
        buf_add_z(buf, zh ? "不适用" : "not applicable");
        break;
    case VALUE_ERROR:
        write_error(buf, (ValueError)value->error, lang);
        break;
    case VALUE_NUMBER:
        if (value->unit == UNIT_DATE)
            write_date(buf, value, lang);
        else
            write_range(buf, value, units, lang, places);
        break;
    case VALUE_TRUTH:
        buf_add_z(buf, truths[value->truth][zh]);
        break;
    case VALUE_TEXT:
    case VALUE_DONE:
        buf_add(buf, value->text);
        break;
    case VALUE_LEVEL:
        buf_add(buf, value->level.scale->at[value->level.best].name);
        if (value->level.best != value->level.worst) {
            buf_add_z(buf, " ~ ");
            buf_add(buf, value->level.scale->at[value->level.worst].name);
        }
        break;
    case VALUE_TARGET:
        target_write(buf, value->target, units, lang);
        break;
    case VALUE_LIST:
        write_list(buf, value->list, units, lang, places);
        break;
    }
}

#define TARGET_PLACES 6

void target_write(Buf *buf, const Target *target, const Units *units, Lang lang) {
    static const char *const signs[][2] = {
        [TARGET_AT_LEAST] = { "≥ ", "> " }, [TARGET_AT_MOST] = { "≤ ", "< " },
        [TARGET_EXACTLY] = { "= ", "= " },  [TARGET_WITHIN] = { "", "" },
        [TARGET_DEADLINE] = { "", "" },     [TARGET_WORDS] = { "", "" },
    };
    bool zh = lang == LANG_ZH;
    if (target->each)
        buf_add_z(buf, zh ? "各 " : "each ");
    buf_add_z(buf, signs[target->sense][target->strict]);
    if (target->about)
        buf_add_z(buf, zh ? "约" : "about ");
    if (target->sense == TARGET_DEADLINE) {
        if (target->value.kind != VALUE_NUMBER || target->value.range.hi_infinite) {
            buf_add(buf, target->text);
            return;
        }
        Value day = value_range(range_at_most(target->value.range.hi, target->value.range.hi_open),
                                UNIT_DATE, 0);
        write_date(buf, &day, lang);
        return;
    }
    value_write(buf, &target->value, units, lang, TARGET_PLACES);
}
