/* test_cell.c - every row of tests/cells/readings.tsv, whose header explains the notation; then the small
   readers beside cell_read. */
#include "data/cell.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "cell_check.h"
#include "data/date.h"

#ifndef CELL_READINGS
#define CELL_READINGS "tests/cells/readings.tsv"
#endif

static const char *readings_path = CELL_READINGS;

/* Values in the notation of readings.tsv */

static void show_number(Buf *out, Rat number, UnitId unit) {
    int64_t day;
    if (unit == UNIT_DATE && rat_to_int64(number, &day))
        date_write(out, day);
    else
        rat_write(out, number);
}

static void show_range(Buf *out, const Value *value, const Units *units) {
    const Range *range = &value->range;
    if (value->unit == UNIT_DATE)
        buf_add_z(out, "date ");
    if (range_is_point(range)) {
        show_number(out, range->lo, value->unit);
    } else {
        buf_char(out, range->lo_open ? '(' : '[');
        if (range->lo_infinite)
            buf_add_z(out, "..");
        else
            show_number(out, range->lo, value->unit);
        buf_char(out, ',');
        if (range->hi_infinite)
            buf_add_z(out, "..");
        else
            show_number(out, range->hi, value->unit);
        buf_char(out, range->hi_open ? ')' : ']');
    }
    if (value->unit != UNIT_NONE && value->unit != UNIT_DATE) {
        buf_char(out, ' ');
        buf_add(out, unit_name(units, value->unit));
    }
}

static void show_value(Buf *out, const Value *value, const Units *units);

static void show_target(Buf *out, const Target *target, const Units *units) {
    static const char *const senses[] = { ">=", "<=", "=", "in", "by", "words" };
    if (target->each)
        buf_add_z(out, "each ");
    if (target->strict)
        buf_add_z(out, target->sense == TARGET_AT_LEAST ? ">" : "<");
    else
        buf_add_z(out, senses[target->sense]);
    if (target->about)
        buf_add_z(out, " about");
    buf_char(out, ' ');
    show_value(out, &target->value, units);
}

static void show_flags(Buf *out, const Value *value) {
    if (value->kind == VALUE_MISSING || value->flags == 0)
        return;
    buf_add_z(out, " !");
    if (value->flags & VALUE_EVIDENCE)
        buf_char(out, 'E');
    if (value->flags & VALUE_FROM_MISSING)
        buf_char(out, 'M');
    if (value->flags & VALUE_DOUBT)
        buf_char(out, 'D');
}

static void show_value(Buf *out, const Value *value, const Units *units) {
    switch ((ValueKind)value->kind) {
    case VALUE_MISSING:
        buf_char(out, '?');
        break;
    case VALUE_NA:
        buf_add_z(out, "n/a");
        break;
    case VALUE_ERROR:
        buf_add_z(out, "error");
        break;
    case VALUE_NUMBER:
        show_range(out, value, units);
        break;
    case VALUE_TRUTH:
        buf_add_z(out, value->truth == TRUTH_YES ? "yes" : "no");
        break;
    case VALUE_TEXT:
        buf_format(out, "\"%.*s\"", TEXT_ARG(value->text));
        break;
    case VALUE_DONE:
        buf_format(out, "done \"%.*s\"", TEXT_ARG(value->text));
        break;
    case VALUE_LEVEL:
        buf_format(out, "level %.*s", TEXT_ARG(value->level.scale->at[value->level.best].name));
        break;
    case VALUE_TARGET:
        show_target(out, value->target, units);
        break;
    case VALUE_LIST:
        for (int i = 0; i < value->list->count; i++) {
            buf_add_z(out, i == 0 ? "(" : " ; ");
            show_value(out, &value->list->at[i], units);
        }
        buf_char(out, ')');
        return;
    }
    show_flags(out, value);
}

static void show_marks(Buf *out, unsigned marks) {
    static const char *const names[] = { "bound",    "about",     "word",    "",      "unit",
                                         "misfit",   "each",      "unequal", "blank", "unreadable",
                                         "unsigned", "ambiguous", "year" };
    bool first = true;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (!(marks & (1u << i)) || names[i][0] == 0)
            continue;
        buf_add_z(out, first ? " {" : ",");
        buf_add_z(out, names[i]);
        first = false;
    }
    if (!first)
        buf_char(out, '}');
}

static Text show(const Readings *readings, const Units *units) {
    Buf out = { 0 };
    for (int i = 0; i < readings->count; i++) {
        const Reading *reading = &readings->at[i];
        if (i > 0)
            buf_add_z(&out, " | ");
        show_value(&out, &reading->value, units);
        show_marks(&out, reading->marks);
        if (reading->passed_over.length > 0)
            buf_format(&out, " <<%.*s>>", TEXT_ARG(reading->passed_over));
        assert_int_equal((reading->marks & CELL_PASSED_OVER) != 0, reading->passed_over.length > 0);
    }
    return buf_text(&out);
}

/* Rows */

enum {
    COLUMN_USE,
    COLUMN_TARGET,
    COLUMN_UNIT,
    COLUMN_YEAR,
    COLUMN_TEXT,
    COLUMN_READINGS,
    COLUMN_COUNT
};

typedef struct Row {
    Text cell[COLUMN_COUNT];
    int line;
} Row;

/* "\n" in a cell is a new line. */
static Text unescaped(Text text) {
    Buf buf = { 0 };
    for (size_t i = 0; i < text.length; i++) {
        if (text.at[i] == '\\' && i + 1 < text.length && text.at[i + 1] == 'n') {
            buf_char(&buf, '\n');
            i++;
        } else {
            buf_char(&buf, text.at[i]);
        }
    }
    return text_copy(buf_text(&buf));
}

static Text wording(const Scale *scale, int i) {
    return scale->at[i].name;
}

/* The scale that rows with the use "level" and "actual+" are read with. */
static const Scale *achievement(void) {
    static const char *const words[3][4] = { { "achieved", "达成", "达到预期", "完成" },
                                             { "partly", "部分达成", "部分达到预期", "部分完成" },
                                             { "missed", "未达成", "未达到预期", "未完成" } };
    Scale *scale = mem_new(sizeof(Scale) + 3 * sizeof(ScaleLevel));
    scale->name = TEXT("achievement");
    scale->count = 3;
    for (int i = 0; i < 3; i++) {
        Text *list = MEM_ARRAY(Text, 4);
        for (int n = 0; n < 4; n++)
            list[n] = text_of(words[i][n]);
        scale->at[i] = (ScaleLevel){ .name = list[0], .words = list, .word_count = 4 };
    }
    assert_true(text_is_z(wording(scale, 0), "achieved"));
    return scale;
}

static CellContext context_of(Units *units, const Row *row) {
    CellContext context = { .units = units, .use = CELL_ENTRY };
    Text use = row->cell[COLUMN_USE], unit = row->cell[COLUMN_UNIT];
    static const struct {
        const char *name;
        CellUse use;
        CellKind kind;
    } uses[] = { { "target", CELL_TARGET, CELL_ANY }, { "actual", CELL_ACTUAL, CELL_ANY },
                 { "any", CELL_ENTRY, CELL_ANY },     { "number", CELL_ENTRY, CELL_NUMBER },
                 { "date", CELL_ENTRY, CELL_DATE },   { "truth", CELL_ENTRY, CELL_TRUTH },
                 { "text", CELL_ENTRY, CELL_TEXT },   { "level", CELL_ENTRY, CELL_LEVEL } };
    bool known = false;
    for (size_t i = 0; i < sizeof uses / sizeof *uses; i++) {
        if (!text_begins(use, text_of(uses[i].name)))
            continue;
        known = true;
        context.use = uses[i].use;
        context.kind = uses[i].kind;
    }
    assert_true(known);
    if (text_ends(use, TEXT("%")))
        context.format = CELL_PERCENT;
    if (text_ends(use, TEXT("+")) || context.kind == CELL_LEVEL)
        context.scale = achievement();
    if (text_ends(use, TEXT(">=")))
        context.sense_count = 1, context.senses[0] = TARGET_AT_LEAST;
    if (text_ends(use, TEXT("<=")))
        context.sense_count = 1, context.senses[0] = TARGET_AT_MOST;
    long semicolon = text_find(unit, TEXT(";"), 0);
    if (semicolon >= 0) {
        context.actual_unit =
            unit_find(units, text_slice(unit, (size_t)semicolon + 1, unit.length));
        unit = text_slice(unit, 0, (size_t)semicolon);
    }
    context.unit = unit_find(units, unit);
    assert_true(context.unit >= 0 && context.actual_unit >= 0);
    context.year = (int)strtol(
        text_copy(row->cell[COLUMN_YEAR]).at ? text_copy(row->cell[COLUMN_YEAR]).at : "0", NULL,
        10);
    return context;
}

static Text read_row(Units *units, const Row *row) {
    CellContext context = context_of(units, row);
    Readings readings;
    if (context.use == CELL_ACTUAL && row->cell[COLUMN_TARGET].length > 0) {
        CellContext of_target = context;
        Readings targets;
        of_target.use = CELL_TARGET;
        of_target.format = CELL_PLAIN;
        of_target.actual_unit = cell_unit(units, unescaped(row->cell[COLUMN_TEXT]));
        cell_read(&of_target, unescaped(row->cell[COLUMN_TARGET]), &targets);
        if (targets.at[0].value.kind == VALUE_TARGET)
            context.target = targets.at[0].value.target;
        if (targets.at[0].value.kind == VALUE_LIST)
            context.targets = targets.at[0].value.list;
    }
    cell_read(&context, unescaped(row->cell[COLUMN_TEXT]), &readings);
    return show(&readings, units);
}

static bool next_row(FILE *file, Row *row, int *line) {
    char bytes[8192];
    while (fgets(bytes, sizeof bytes, file)) {
        (*line)++;
        size_t length = strcspn(bytes, "\n");
        if (length == 0 || bytes[0] == '#')
            continue;
        Text rest = text_copy((Text){ bytes, length });
        *row = (Row){ .line = *line };
        for (int i = 0; i < COLUMN_COUNT; i++) {
            long tab = text_find(rest, TEXT("\t"), 0);
            size_t end = tab < 0 ? rest.length : (size_t)tab;
            row->cell[i] = text_slice(rest, 0, end);
            rest = tab < 0 ? TEXT_NONE : text_slice(rest, end + 1, rest.length);
        }
        return true;
    }
    return false;
}

static void test_readings(void **state) {
    (void)state;
    FILE *file = fopen(readings_path, "r");
    assert_non_null(file);
    int line = 0, wrong = 0, rows = 0;
    Row row;
    Units *units = units_new();
    while (next_row(file, &row, &line)) {
        Text got = read_row(units, &row);
        rows++;
        if (text_is(got, row.cell[COLUMN_READINGS]))
            continue;
        wrong++;
        print_message("%s:%d: %.*s [%.*s] %.*s\n  expected %.*s\n  got      %.*s\n", readings_path,
                      row.line, TEXT_ARG(row.cell[COLUMN_USE]), TEXT_ARG(row.cell[COLUMN_TARGET]),
                      TEXT_ARG(row.cell[COLUMN_TEXT]), TEXT_ARG(row.cell[COLUMN_READINGS]),
                      TEXT_ARG(got));
    }
    fclose(file);
    assert_true(rows >= 300);
    assert_int_equal(wrong, 0);
}

/* The small readers */

static void test_printed(void **state) {
    (void)state;
    static const struct {
        const char *text, *number;
        int places; /* -1: no number */
    } cases[] = { { "10.00", "10", 2 },      { "9.99", "9.99", 2 },      { "10", "10", 0 },
                  { "8.5分", "8.5", 1 },     { " 100 分", "100", 0 },    { "９.５", "9.5", 1 },
                  { "91.38%", "0.9138", 4 }, { "1,234.5", "1234.5", 1 }, { "-2", "-2", 0 },
                  { "约10", "", -1 },        { "10次", "", -1 },         { "", "", -1 },
                  { "10/10", "", -1 },       { "优", "", -1 },           { "10.", "10", 0 },
                  { "十", "", -1 } };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Rat number, expected;
        int places;
        bool read = cell_printed(text_of(cases[i].text), &number, &places);
        assert_int_equal(read, cases[i].places >= 0);
        if (!read)
            continue;
        assert_true(rat_read(text_of(cases[i].number), &expected));
        assert_true(rat_equal(number, expected));
        assert_int_equal(places, cases[i].places);
    }
}

static void test_unit(void **state) {
    (void)state;
    Units *units = units_new();
    static const char *const cases[][2] = {
        { "61.1万元", "万元" }, { "61.1", "" },     { "共发放手册12000册", "册" },
        { "≥ 95%", "%" },       { "1天150人", "" }, { "4.7万元/人.年", "万元/人.年" },
        { "持续影响", "" },     { "3万", "万" },    { "3次、5次", "次" }
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        UnitId unit = cell_unit(units, text_of(cases[i][0]));
        assert_string_equal(text_copy(unit_name(units, unit)).at, cases[i][1]);
    }
}

static void test_levels(void **state) {
    (void)state;
    const Scale *scale = achievement();
    assert_int_equal(cell_level(scale, TEXT("达到预期"), TEXT("")), 0);
    assert_int_equal(cell_level(scale, TEXT(" 达到预期。"), TEXT("")), 0);
    assert_int_equal(cell_level(scale, TEXT("部分达到预期"), TEXT("")), 1);
    assert_int_equal(cell_level(scale, TEXT("未完成"), TEXT("")),
                     2); /* listed: longest first, not 未 before 完成 */
    assert_int_equal(cell_level(scale, TEXT("没有完成"), TEXT("")), -1);
    assert_int_equal(cell_level(scale, TEXT("基本完成"), TEXT("")), -1);
    assert_int_equal(cell_level(scale, TEXT("显著提高"), TEXT("显著提高")), 0);
    assert_int_equal(cell_level(scale, TEXT("显著提高。"), TEXT("显著提高")), 0);
    assert_int_equal(cell_level(scale, TEXT("提高"), TEXT("显著提高")), -1);
    assert_int_equal(cell_level(scale, TEXT(""), TEXT("")), -1);
}

static void test_not_applicable(void **state) {
    (void)state;
    static const char *const yes[] = { "不适用", "本单位不适用该指标", "N/A",
                                       "n/a",    " 本指标不适用 ",     "Ｎ／Ａ" };
    static const char *const no[] = { "无", "", "-", "不适用于本年", "适用" };
    for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
        assert_true(cell_is_na(text_of(yes[i])));
    for (size_t i = 0; i < sizeof no / sizeof *no; i++)
        assert_false(cell_is_na(text_of(no[i])));
}

/* Random texts from the words people use, digits and garbage */

static const char *const shreds[] = {
#define SIGN(word, sense, strict) word,
#define BEHIND(word, sense, strict) word,
#define ABOUT(word, place) word,
#define DONE(word) word,
#define FILLER(word) word,
#define NOTHING(word) word,
#define NO_NUMBER(word) word,
#define BY(word) word,
#define JOINER(word, both) word,
#include "data/cell.def"
    "年",         "月",   "日",     "季度",  "第",       "上半年",   "底",          "2021",
    "2022-06-30", "6月",  "12月底", "1,234", "0.95",     "95",       "％",          "%",
    "½",          "－",   "—",      "~",     "～",       "至",       "…",           "±",
    "±",          "..",   "..<",    "\xff",  "\xe4\xb8", "\n",       " ",           "　",
    "（",         "）",   "零",     "一",    "两",       "三",       "十",          "百",
    "千",         "万",   "亿",     "点",    "分之",     "成",       "半",          "每",
    "各",         "均",   "未",     "没",    "次",       "份",       "个",          "项",
    "人次",       "元",   "万元",   "元/册", "/",        "人",       "天",          "个月",
    "工作日",     "公里", "手册",   "O3",    "PM2.5",    "x",        "99999999999", "000",
    "1",          "2",    "3",      "4",     "5",        "持续影响", "显著提高",    "达到预期",
    "1.",         "2、",  "指标1:", "无",    "是",       "$",        "¥",           "-5",
};

static Text random_text(uint64_t *state) {
    Buf buf = { 0 };
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    int count = (int)((*state >> 33) % 9);
    for (int i = 0; i < count; i++) {
        *state = *state * 6364136223846793005u + 1442695040888963407u;
        uint64_t pick = *state >> 33;
        if (pick % 16 == 0)
            buf_char(&buf, (char)(pick >> 8));
        else if (pick % 4 == 0)
            buf_format(&buf, "%d", (int)((pick >> 8) % 1000));
        else
            buf_add_z(&buf, shreds[(pick >> 4) % (sizeof shreds / sizeof *shreds)]);
    }
    return text_copy(buf_text(&buf));
}

static void test_random(void **state) {
    (void)state;
    const char *wanted = getenv("CELL_RANDOM"); /* how many */
    long total = wanted ? strtol(wanted, NULL, 10) : 20000;
    uint64_t seed = 20220131;
    Units *units = units_new();
    for (long i = 0; i < total; i++) {
        CellContext context = { .units = units };
        context.unit = i % 5 == 1 ? UNIT_PERCENT : i % 5 == 2 ? UNIT_WAN_YUAN : UNIT_NONE;
        context.year = i % 3 ? 2022 : 0;
        context.scale = i % 7 == 0 ? achievement() : NULL;
        Text text = random_text(&seed);
        if (i % 2) {
            cell_check_pair(context, text, random_text(&seed));
        } else {
            context.use = (CellUse)(i / 2 % 3);
            context.kind = (CellKind)(i / 6 % 4);
            cell_check(&context, text);
        }
    }
}

int main(int count, char **arguments) {
    mem_init();
    if (count > 1)
        readings_path = arguments[1];
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_readings),       cmocka_unit_test(test_printed),
        cmocka_unit_test(test_unit),           cmocka_unit_test(test_levels),
        cmocka_unit_test(test_not_applicable), cmocka_unit_test(test_random),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
