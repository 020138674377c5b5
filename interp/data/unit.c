/* unit.c - units are made of atoms: names with a dimension and a scale.  A compound (万元/人.年) is a sorted list
   of atoms with exponents; it is interned by its spelling when first met, so an id is all a value carries.

   Names are only defined while rules are checked; compounds may be met by any thread at any time.  So names are
   read without a lock, compounds are interned under one, and entries never move once made. */
#include "data/unit.h"

#include <assert.h>
#include <pthread.h>
#include <string.h>

#include "base/mem.h"

typedef enum Dimension {
    DIM_NONE,
    DIM_MONEY,
    DIM_USD,
    DIM_GBP,
    DIM_EUR,
    DIM_HKD,
    DIM_JPY,
    DIM_TIME,
    DIM_MONTH,
    DIM_DATE,
    DIM_WORKDAY,
    DIM_LENGTH,
    DIM_AREA,
    DIM_MASS,
    DIM_VOLUME,
    DIM_ENERGY,
    DIM_POWER,
    DIM_HEAT,
    DIM_SOUND,
    DIM_SPEED,
    DIM_BYTES,
    DIM_FIRST_COUNT, /* 个; then 项; every later counting word takes the next number */
    DIM_COUNT_ITEM
} Dimension;

#define FACTORS_MAX 6
#define EXPONENT_MAX 9
#define PREFIX_RUNES_MAX 14 /* the longest name looked for in running text */
#define CHUNK 256
#define CHUNKS_MAX 256 /* 65536 units, then further compounds are unknown: data may be hostile */

typedef struct Factor {
    int dimension;
    UnitId atom; /* whose name is printed */
    int exponent;
} Factor;

typedef struct Unit {
    Text name;
    Rat scale;
    int count;                  /* 0: a plain number */
    Factor factor[FACTORS_MAX]; /* by ascending dimension, none twice */
} Unit;

typedef struct NameSlot {
    Text name; /* folded; at NULL: free */
    UnitId unit;
} NameSlot;

typedef struct NameTable {
    NameSlot *slot;
    size_t size, used; /* size is a power of two */
} NameTable;

struct Units {
    Unit *chunk[CHUNKS_MAX];
    int count;
    int next_dimension;
    int built_in;        /* units below this were there from the start */
    NameTable names;     /* atoms and aliases */
    NameTable compounds; /* under the lock */
    pthread_mutex_t lock;
    void *scans;         /* see units_scans */
};

void **units_scans(Units *units) {
    return &units->scans;
}

static const Unit *unit_at(const Units *units, UnitId unit) {
    assert(unit >= 0 && unit < CHUNK * CHUNKS_MAX && units->chunk[unit / CHUNK]);
    return &units->chunk[unit / CHUNK][unit % CHUNK];
}

/* Names */

/* ASCII letters in one case; everything else as it stands. */
static Text lower(Text text, char *room, size_t size) {
    bool capital = false;
    for (size_t i = 0; i < text.length && !capital; i++)
        capital = text.at[i] >= 'A' && text.at[i] <= 'Z';
    if (!capital || text.length > size)
        return text;
    for (size_t i = 0; i < text.length; i++) {
        char c = text.at[i];
        room[i] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
    }
    return (Text){ room, text.length };
}

static UnitId table_find(const NameTable *table, Text name) {
    char room[64];
    /* 5G, 3D and 5S are names; 24H is hours */
    if (name.length == 1 && name.at[0] >= 'A' && name.at[0] <= 'Z' && name.at[0] != 'H' &&
        name.at[0] != 'L')
        return -1;
    name = lower(name, room, sizeof room);
    if (table->size == 0)
        return -1;
    for (size_t i = (size_t)text_hash(name) & (table->size - 1); table->slot[i].name.at;
         i = (i + 1) & (table->size - 1)) {
        if (text_is(table->slot[i].name, name))
            return table->slot[i].unit;
    }
    return -1;
}

static void table_place(NameTable *table, Text name, UnitId unit) {
    size_t i = (size_t)text_hash(name) & (table->size - 1);
    while (table->slot[i].name.at && !text_is(table->slot[i].name, name))
        i = (i + 1) & (table->size - 1);
    table->used += !table->slot[i].name.at;
    table->slot[i] = (NameSlot){ name, unit }; /* of two meanings the later one */
}

static void table_add(NameTable *table, Text name, UnitId unit) {
    char room[64];
    name = text_copy(lower(name, room, sizeof room));
    if (table->used * 2 >= table->size) {
        NameTable wider = { NULL, table->size ? table->size * 2 : 1024, 0 };
        wider.slot = MEM_ARRAY(NameSlot, wider.size);
        for (size_t i = 0; i < table->size; i++) {
            if (table->slot[i].name.at)
                table_place(&wider, table->slot[i].name, table->slot[i].unit);
        }
        *table = wider;
    }
    table_place(table, name, unit);
}

/* -1 where there are too many. */
static UnitId unit_new(Units *units, const Unit *unit) {
    if (units->count >= CHUNK * CHUNKS_MAX)
        return -1;
    UnitId id = units->count;
    if (id % CHUNK == 0)
        units->chunk[id / CHUNK] = MEM_ARRAY(Unit, CHUNK);
    Unit *place = &units->chunk[id / CHUNK][id % CHUNK];
    *place = *unit;
    place->name = text_copy(unit->name);
    units->count++;
    return id;
}

static UnitId atom_new(Units *units, Text name, int dimension, Rat scale) {
    Unit atom = { .name = name, .scale = scale };
    if (dimension != DIM_NONE) {
        atom.count = 1;
        atom.factor[0] = (Factor){ dimension, units->count, 1 };
    }
    UnitId id = unit_new(units, &atom);
    /* dates are written, not counted: nobody names their unit */
    if (id >= 0 && name.length > 0 && dimension != DIM_DATE)
        table_add(&units->names, name, id);
    return id;
}

Units *units_new(void) {
    Units *units = MEM_NEW(Units);
    pthread_mutex_init(&units->lock, NULL);
    units->next_dimension = DIM_FIRST_COUNT;
#define UNIT(name, dimension, numerator, denominator)                                              \
    atom_new(units, TEXT(name), DIM_##dimension, rat_of((numerator), (denominator)));
#define COUNT(name) atom_new(units, TEXT(name), units->next_dimension++, RAT_ONE);
#define ALIAS(name, unit)                                                                          \
    table_add(&units->names, TEXT(name), table_find(&units->names, TEXT(unit)));
#include "data/unit.def"
#undef UNIT
#undef COUNT
#undef ALIAS
    units->built_in = units->count;
    assert(text_is_z(unit_name(units, UNIT_WAN_YUAN), "万元"));
    assert(text_is_z(unit_name(units, UNIT_DAY), "天"));
    assert(text_is_z(unit_name(units, UNIT_WAN), "万"));
    return units;
}

/* Compounds */

static void factor_add(Unit *unit, Factor factor, bool *overflow) {
    int i = 0;
    while (i < unit->count && unit->factor[i].dimension < factor.dimension)
        i++;
    if (i < unit->count && unit->factor[i].dimension == factor.dimension) {
        unit->factor[i].exponent += factor.exponent;
        int exponent = unit->factor[i].exponent;
        if (exponent > EXPONENT_MAX || exponent < -EXPONENT_MAX)
            *overflow = true;
        if (exponent == 0) {
            unit->count--;
            memmove(&unit->factor[i], &unit->factor[i + 1],
                    sizeof(Factor) * (size_t)(unit->count - i));
        }
        return;
    }
    if (unit->count == FACTORS_MAX) {
        *overflow = true;
        return;
    }
    memmove(&unit->factor[i + 1], &unit->factor[i], sizeof(Factor) * (size_t)(unit->count - i));
    unit->factor[i] = factor;
    unit->count++;
}

static void unit_mix(Unit *unit, const Unit *other, int exponent, bool *overflow) {
    for (int i = 0; i < other->count; i++) {
        Factor factor = other->factor[i];
        factor.exponent *= exponent;
        factor_add(unit, factor, overflow);
    }
}

/* The unit spelled unit->name, made where it is new.  `atomic`: one name to print (千册), not a composition. */
static UnitId compound_find(Units *units, const Unit *unit, bool atomic) {
    pthread_mutex_lock(&units->lock);
    UnitId id = table_find(&units->compounds, unit->name);
    if (id < 0) {
        Unit made = *unit;
        if (atomic && made.count == 1)
            made.factor[0].atom = units->count;
        id = unit_new(units, &made);
        if (id >= 0)
            table_add(&units->compounds, unit->name, id);
    }
    pthread_mutex_unlock(&units->lock);
    return id;
}

static bool same_dimension(const Unit *a, const Unit *b) {
    if (a->count != b->count)
        return false;
    for (int i = 0; i < a->count; i++) {
        if (a->factor[i].dimension != b->factor[i].dimension ||
            a->factor[i].exponent != b->factor[i].exponent)
            return false;
    }
    return true;
}

/* Reading */

static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* The longest name at the start of `text`: its bytes, 0 where there is none.  Latin words are whole. */
static size_t name_prefix(const Units *units, Text text, UnitId *unit) {
    size_t ends[PREFIX_RUNES_MAX];
    int count = 0;
    for (size_t at = 0; at < text.length && count < PREFIX_RUNES_MAX;) {
        int length;
        text_rune(text, at, &length);
        at += (size_t)length;
        ends[count++] = at;
    }
    while (count > 0) {
        size_t end = ends[--count];
        if (is_letter(text.at[end - 1]) && end < text.length && is_letter(text.at[end]))
            continue;
        UnitId id = table_find(&units->names, text_slice(text, 0, end));
        if (id > UNIT_NONE) {
            *unit = id;
            return end;
        }
    }
    return 0;
}

/* 十 百 千 万 亿 and their products at the start of `text`. */
static size_t multiplier_prefix(Text text, Rat *factor) {
    static const struct {
        Text word;
        int64_t value;
    } words[] = { { TEXT("十"), 10 },
                  { TEXT("百"), 100 },
                  { TEXT("千"), 1000 },
                  { TEXT("万"), 10000 },
                  { TEXT("亿"), 100000000 } };
    size_t at = 0;
    int64_t product = 1;
    for (int n = 0; n < 3; n++) {
        size_t i = 0;
        Text rest = text_slice(text, at, text.length);
        while (i < sizeof words / sizeof *words && !text_begins(rest, words[i].word))
            i++;
        if (i == sizeof words / sizeof *words || product > 1000000000000 / words[i].value)
            break;
        product *= words[i].value;
        at += words[i].word.length;
    }
    *factor = RAT_INT(product);
    return at;
}

/* One factor: a name, perhaps behind 百 千 万 亿; `unit` receives what it means. */
static size_t atom_prefix(Units *units, Text text, Unit *unit, UnitId *id) {
    UnitId named = UNIT_NONE, base = UNIT_NONE;
    size_t plain = name_prefix(units, text, &named);
    Rat factor;
    size_t multiplier = multiplier_prefix(text, &factor);
    size_t multiplied = 0;
    if (multiplier > 0) {
        multiplied = name_prefix(units, text_slice(text, multiplier, text.length), &base);
        if (multiplied > 0 && unit_at(units, base)->count == 0)
            multiplied = 0; /* 万% is nothing */
        if (multiplied == 0)
            base = UNIT_NONE;
        multiplied += multiplier;
    }
    if (plain == 0 && multiplied == 0)
        return 0;
    if (plain >= multiplied) {
        *unit = *unit_at(units, named);
        *id = named;
        return plain;
    }
    *unit = *unit_at(units, base);
    unit->name = text_slice(text, 0, multiplied);
    unit->scale = rat_multiply(unit->scale, factor);
    *id = compound_find(units, unit, true);
    if (*id < 0)
        return 0;
    *unit = *unit_at(units, *id);
    return multiplied;
}

/* The sign between factors at `at`: 1 for '/', 2 for a product, 0 for none; its bytes in *length. */
static int joint_at(Text text, size_t at, bool divided, size_t *length) {
    static const Text products[] = { TEXT("."), TEXT("·"), TEXT("•"), TEXT("*"), TEXT("、") };
    Text rest = text_slice(text, at, text.length);
    *length = 1;
    if (text_begins(rest, TEXT("/")))
        return 1;
    for (size_t i = 0; i < sizeof products / sizeof *products; i++) {
        /* 、 lists values, except in 元/人、天 */
        if (i == 4 && !divided)
            continue;
        *length = products[i].length;
        if (text_begins(rest, products[i]))
            return 2;
    }
    return 0;
}

size_t unit_prefix(Units *units, Text text, UnitId *id) {
    Unit unit, part;
    size_t end = atom_prefix(units, text, &unit, id);
    if (end == 0)
        return 0;
    bool divided = false, overflow = false, compound = false;
    for (;;) {
        size_t length;
        int joint = joint_at(text, end, divided, &length);
        if (joint == 0)
            break;
        size_t from = end + length;
        Text rest = text_slice(text, from, text.length);
        if (text_begins(rest, TEXT("每")))
            from += TEXT("每").length;
        UnitId part_id;
        size_t more = atom_prefix(units, text_slice(text, from, text.length), &part, &part_id);
        if (more == 0)
            break;
        if (part.count == 0)
            break; /* 次/% is no unit */
        divided = divided || joint == 1;
        compound = true; /* a plain number in front (‰/年) has no factor: only its scale stays */
        unit_mix(&unit, &part, divided ? -1 : 1, &overflow);
        Rat scale =
            divided ? rat_divide(unit.scale, part.scale) : rat_multiply(unit.scale, part.scale);
        if (overflow || rat_is_huge(scale))
            break;
        unit.scale = scale;
        end = from + more;
    }
    if (overflow)
        return 0;
    if (compound) {
        unit.name = text_slice(text, 0, end);
        *id = compound_find(units, &unit, false);
        if (*id < 0)
            return 0;
    }
    return end;
}

UnitId unit_find(Units *units, Text text) {
    text = text_fold(text);
    if (text.length == 0)
        return UNIT_NONE;
    UnitId id = table_find(&units->names, text);
    if (id >= 0)
        return id;
    size_t length = unit_prefix(units, text, &id);
    return length == text.length ? id : -1;
}

UnitId unit_define(Units *units, Text name, Rat amount, UnitId of) {
    units->scans = NULL; /* what was read may mean something else now */
    name = text_fold(name);
    UnitId known = unit_find(units, name);
    if (known >= 0) {
        const Unit *old = unit_at(units, known);
        if (of < 0)
            return unit_is_counting(units, known) && rat_equal(old->scale, RAT_ONE) ? known : -1;
        const Unit *base = unit_at(units, of);
        bool same =
            same_dimension(old, base) && rat_equal(old->scale, rat_multiply(amount, base->scale));
        /* A counting word that comes with the language is only a word: a scheme may say how much it holds. */
        bool word = known < units->built_in && unit_is_counting(units, known);
        if (same || !word || same_dimension(old, base))
            return same ? known : -1;
    }
    if (of < 0)
        return atom_new(units, name, units->next_dimension++, RAT_ONE);
    Unit unit = *unit_at(units, of);
    unit.name = name;
    unit.scale = rat_multiply(unit.scale, amount);
    if (unit.count == 1)
        unit.factor[0].atom = units->count;
    UnitId id = unit_new(units, &unit);
    if (id >= 0)
        table_add(&units->names, name, id);
    return id;
}

Text unit_suggest(Units *units, Text text) {
    text = text_fold(text);
    int limit = text_runes(text) > 3 ? 2 : 1, nearest = limit + 1;
    Text best = TEXT_NONE;
    if (text_runes(text) < 2)
        return best; /* any one-character word is one change away from all others */
    for (UnitId id = UNIT_PERCENT; id < units->count; id++) {
        const Unit *unit = unit_at(units, id);
        if (id == UNIT_DATE || text_runes(unit->name) < 2)
            continue;
        int distance = text_distance(text, unit->name, limit);
        if (distance < nearest) {
            nearest = distance;
            best = unit->name;
        }
    }
    return best;
}

/* Questions */

Text unit_name(const Units *units, UnitId unit) {
    return unit_at(units, unit)->name;
}

Rat unit_scale(const Units *units, UnitId unit) {
    return unit_at(units, unit)->scale;
}

bool unit_is_ratio(const Units *units, UnitId unit) {
    return unit_at(units, unit)->count == 0;
}

static int only_dimension(const Units *units, UnitId id) {
    const Unit *unit = unit_at(units, id);
    return unit->count == 1 && unit->factor[0].exponent == 1 ? unit->factor[0].dimension : DIM_NONE;
}

bool unit_is_money(const Units *units, UnitId unit) {
    int dimension = only_dimension(units, unit);
    return dimension >= DIM_MONEY && dimension <= DIM_JPY;
}

bool unit_is_time(const Units *units, UnitId unit) {
    return only_dimension(units, unit) == DIM_TIME;
}

bool unit_is_counting(const Units *units, UnitId unit) {
    return only_dimension(units, unit) >= DIM_FIRST_COUNT;
}

static bool fits_all(int dimension) {
    return dimension == DIM_FIRST_COUNT || dimension == DIM_COUNT_ITEM;
}

UnitFit unit_fit(const Units *units, UnitId a, UnitId b) {
    const Unit *x = unit_at(units, a), *y = unit_at(units, b);
    if (same_dimension(x, y))
        return UNIT_SAME;
    if ((x->count == 0 && unit_is_counting(units, b)) ||
        (y->count == 0 && unit_is_counting(units, a)))
        return UNIT_LOOSE;
    /* 元/册 and 元/本: what differs must be one counting word on each side, with one exponent */
    Unit rest = *x;
    bool overflow = false;
    unit_mix(&rest, y, -1, &overflow);
    if (overflow || rest.count != 2)
        return UNIT_OTHER;
    const Factor *one = &rest.factor[0], *two = &rest.factor[1];
    if (one->exponent != -two->exponent || one->dimension < DIM_FIRST_COUNT)
        return UNIT_OTHER;
    return fits_all(one->dimension) || fits_all(two->dimension) ? UNIT_SAME : UNIT_LOOSE;
}

/* Arithmetic */

/* 万元·册/人·年, from the atoms */
static Text composed_name(const Units *units, const Unit *unit) {
    Buf buf = { 0 };
    for (int side = 1; side >= -1; side -= 2) {
        bool first = true;
        for (int i = 0; i < unit->count; i++) {
            int exponent = unit->factor[i].exponent * side;
            if (exponent < 0)
                continue;
            if (first && side < 0)
                buf_add_z(&buf, buf.length ? "/" : "1/");
            if (!first)
                buf_add_z(&buf, "·");
            first = false;
            buf_add(&buf, unit_name(units, unit->factor[i].atom));
            if (exponent > 1)
                buf_format(&buf, "^%d", exponent);
        }
    }
    return text_copy(buf_text(&buf));
}

static UnitId composed(Units *units, Unit *unit) {
    if (unit->count == 0)
        return UNIT_NONE;
    if (unit->count == 1 && unit->factor[0].exponent == 1)
        return unit->factor[0].atom;
    unit->scale = RAT_ONE;
    for (int i = 0; i < unit->count; i++) {
        Rat scale = unit_scale(units, unit->factor[i].atom);
        unit->scale = rat_multiply(unit->scale, rat_power(scale, unit->factor[i].exponent));
    }
    unit->name = composed_name(units, unit);
    return compound_find(units, unit, false);
}

static UnitId combine(Units *units, UnitId a, UnitId b, int exponent) {
    Unit unit = *unit_at(units, a);
    bool overflow = false;
    unit_mix(&unit, unit_at(units, b), exponent, &overflow);
    return overflow ? -1 : composed(units, &unit);
}

UnitId unit_multiply(Units *units, UnitId a, UnitId b) {
    if (unit_is_ratio(units, a))
        return unit_is_ratio(units, b) ? UNIT_NONE : b;
    if (unit_is_ratio(units, b))
        return a;
    return combine(units, a, b, 1);
}

UnitId unit_divide(Units *units, UnitId a, UnitId b) {
    if (unit_is_ratio(units, b))
        return unit_is_ratio(units, a) && b != UNIT_NONE ? UNIT_NONE : a;
    return combine(units, a, b, -1);
}

UnitId unit_power(Units *units, UnitId a, int exponent) {
    if (exponent == 1)
        return a;
    if (exponent == 0 || unit_is_ratio(units, a))
        return UNIT_NONE;
    if (exponent > EXPONENT_MAX || exponent < -EXPONENT_MAX)
        return -1;
    Unit unit = { 0 };
    bool overflow = false;
    unit_mix(&unit, unit_at(units, a), exponent, &overflow);
    for (int i = 0; i < unit.count; i++) {
        if (unit.factor[i].exponent > EXPONENT_MAX || unit.factor[i].exponent < -EXPONENT_MAX)
            return -1;
    }
    return overflow ? -1 : composed(units, &unit);
}

/* Words */

static void dimension_words(Buf *buf, const Units *units, const Factor *factor, bool chinese) {
    static const char *const words[DIM_FIRST_COUNT][2] = {
        { "a plain number", "纯数" }, { "money", "金额" },          { "US dollars", "美元金额" },
        { "pounds", "英镑金额" },     { "euros", "欧元金额" },      { "HK dollars", "港元金额" },
        { "yen", "日元金额" },        { "time", "时间" },           { "months", "月数" },
        { "a date", "日期" },         { "working days", "工作日" }, { "length", "长度" },
        { "area", "面积" },           { "mass", "重量" },           { "volume", "体积" },
        { "energy", "电量" },         { "power", "功率" },          { "temperature", "温度" },
        { "loudness", "响度" },       { "data rate", "速率" },      { "data size", "数据量" }
    };
    if (factor->dimension < DIM_FIRST_COUNT)
        buf_add_z(buf, words[factor->dimension][chinese]);
    else {
        /* the counting word itself, not 千册 */
        for (UnitId id = UNIT_FIRST_NAMED; id < units->count; id++) {
            const Unit *unit = unit_at(units, id);
            if (unit->count == 1 && unit->factor[0].dimension == factor->dimension &&
                unit->factor[0].exponent == 1 && rat_equal(unit->scale, RAT_ONE)) {
                buf_add(buf, unit->name);
                break;
            }
        }
    }
    int exponent = factor->exponent < 0 ? -factor->exponent : factor->exponent;
    if (exponent > 1)
        buf_format(buf, "^%d", exponent);
}

Text unit_dimension_text(const Units *units, UnitId id, bool chinese) {
    const Unit *unit = unit_at(units, id);
    Buf buf = { 0 };
    if (unit->count == 0)
        return chinese ? TEXT("纯数") : TEXT("a plain number");
    for (int i = 0; i < unit->count; i++) {
        if (unit->factor[i].exponent < 0)
            continue;
        if (buf.length)
            buf_add_z(&buf, "·");
        dimension_words(&buf, units, &unit->factor[i], chinese);
    }
    for (int i = 0; i < unit->count; i++) {
        if (unit->factor[i].exponent > 0)
            continue;
        buf_add_z(&buf, chinese ? (buf.length ? "/" : "每") : (buf.length ? " per " : "per "));
        dimension_words(&buf, units, &unit->factor[i], chinese);
    }
    return text_copy(buf_text(&buf));
}
