/* test_json_table.c - rows of JSON; and the decimals numbers are turned into. */
#include "data/decimal.h"
#include "table_check.h"

#include "base/digest.h"

static Text shape_of(const char *name, Text bytes) {
    Text path = check_path(name);
    check_write(path, bytes);
    Locator locator = { .path = path, .file = path };
    return check_shape(json_open, &locator);
}

#define assert_json(bytes, expected) assert_string_equal(shape_of("t.json", bytes).at, expected)
#define assert_lines(bytes, expected) assert_string_equal(shape_of("t.jsonl", bytes).at, expected)

static const char *no_table =
    "t.json: error: no object with members is in the file: rows are the objects of an array, or an "
    "object a line [json-no-table]\n";

static void test_array(void **state) {
    assert_json(TEXT("[{\"a\":1,\"b\":\"x\"},{\"a\":2,\"b\":\"y\"}]"), " a|b\n1 1|x\n2 2|y\n");
    assert_json(TEXT("\xEF\xBB\xBF[ {\"a\":1}\n]\n"), " a\n1 1\n");
    /* the union of keys, in order of first appearance */
    assert_json(TEXT("[{\"b\":1},{\"a\":2,\"c\":3},{\"c\":4,\"b\":5}]"),
                " b|a|c\n1 1||\n2 |2|3\n3 5||4\n");
    /* a row in which nothing stands is counted and skipped */
    assert_json(TEXT("[{\"a\":1},{},{\"a\":null},{\"a\":\" \"},{\"a\":2}]"), " a\n1 1\n5 2\n");
    assert_json(TEXT("[{\"a\":1,\"\":2}]"), " a|\n1 1|2\n"); /* a column without a name */
    assert_json(TEXT("[{\"a\":1,\" a\":2}]"),
                " a|a\n1 1|2\nt.json: warning: 'a' names column 1 and column 2; column 1 is used "
                "[column-twice]\n");
}

static void test_values(void **state) {
    assert_json(TEXT("[{\"a\":90.0,\"b\":1E2,\"c\":12345678901234567890.50,\"d\":-0.10}]"),
                " a|b|c|d\n1 90.0|100|12345678901234567890.50|-0.10\n");
    assert_json(TEXT("[{\"a\":true,\"b\":false,\"c\":null,\"d\":\"x\"}]"),
                " a|b|c|d\n1 true|false||x\n");
    assert_json(TEXT("[{\"a\":\"\\u6c49\\n\\\"\\ud83d\\ude00\\\\u\"}]"), " a\n1 汉\n\"😀\\u\n");
    assert_json(TEXT("[{\"a\":[1,\"x\",true],\"b\":[],\"c\":[null],\"d\":[90,null,80]}]"),
                " a|b|c|d\n1 1、x、true|||90、、80\n");
}

static void test_objects_in_rows(void **state) {
    assert_json(TEXT("[{\"id\":1,\"target\":{\"text\":\"≥ 5\",\"unit\":{\"name\":\"场\"}}}]"),
                " id|target.text|target.unit.name\n1 1|≥ 5|场\n");
    /* null where an object may be is no column of its own; a value is */
    assert_json(TEXT("[{\"t\":null,\"a\":1},{\"t\":{\"x\":2}}]"), " a|t.x\n1 1|\n2 |2\n");
    assert_json(TEXT("[{\"t\":7},{\"t\":{\"x\":2}}]"), " t|t.x\n1 7|\n2 |2\n");
    assert_json(TEXT("{\"a\":1,\"b\":{\"c\":2}}"), " a|b.c\n1 1|2\n");
}

static void test_lines(void **state) {
    assert_lines(TEXT("{\"a\":1}\n\n{\"a\":2,\"b\":3}\r\n{\"a\":4}"), " a|b\n1 1|\n3 2|3\n4 4|\n");
    assert_lines(TEXT("\n{\"a\":1}"), " a\n2 1\n");
    assert_json(TEXT("{\"a\":1}\n{\"a\":2}\n"), " a\n1 1\n2 2\n"); /* whatever the name */
    assert_json(TEXT("{\n\"a\":1\n}\n{\n\"a\":2\n}\n"), " a\n1 1\n4 2\n");
    assert_lines(TEXT("{\"a\":1}\n5\n{\"a\":2}\n"),
                 " a\n1 1\n2 -\n3 2\nt.jsonl:2: error: a row is an object, and '5' is none "
                 "[json-row-not-object]\n");
    assert_lines(TEXT("{\"f\":1,\"e\":[{\"x\":1},{\"x\":2}]}\n{\"f\":2,\"e\":[{\"x\":3}]}\n"),
                 "[e] f|x\n1 1|1\n1 1|2\n2 2|3\n");
}

static void test_tables(void **state) {
    assert_json(TEXT("{\"units\":[{\"n\":1}],\"entries\":[{\"m\":2},{\"m\":3}]}"),
                "[units] n\n1 1\n[entries] m\n1 2\n2 3\n");
    assert_json(TEXT("{\"entries\":[{\"m\":2}]}"), "[entries] m\n1 2\n");
    /* the members of the object at the top stand on every row, wherever they are */
    assert_json(TEXT("{\"year\":2024,\"entries\":[{\"m\":2},{\"m\":3}],\"by\":{\"who\":\"甲\"}}"),
                "[entries] year|m|by.who\n1 2024|2|甲\n2 2024|3|甲\n");
    assert_json(TEXT("{\"data\":{\"rows\":[{\"m\":2}]}}"), "[rows] m\n1 2\n");
    assert_json(TEXT("{\"a\":{\"rows\":[{\"m\":2}]},\"b\":{\"rows\":[{\"m\":3}]}}"),
                "[a.rows] m\n1 2\n[b.rows] m\n1 3\n");
    assert_json(TEXT("{\"units\":[{\"n\":1}],\"entries\":[]}"), "[units] n|entries\n1 1|\n");

    Text path = check_path("t.json");
    check_write(path, TEXT("{\"units\":[{\"n\":1}],\"entries\":[{\"m\":2}]}"));
    Locator locator = { .path = path, .file = path, .table = TEXT("entries") };
    assert_string_equal(check_shape(json_open, &locator).at, "[entries] m\n1 2\n");
    locator.table = TEXT("entry");
    assert_string_equal(check_shape(json_open, &locator).at,
                        "t.json: error: there is no table 'entry' in the file [table-not-there]\n");
}

static void test_forms(void **state) {
    assert_json(
        TEXT("[{\"form\":7,\"unit\":{\"name\":\"甲\"},\"entries\":[{\"id\":\"a1\",\"actual\":90.0},"
             "{\"id\":\"a2\",\"actual\":\"5 场\"}]}]"),
        "[entries] form|unit.name|id|actual\n1 7|甲|a1|90.0\n2 7|甲|a2|5 场\n");
    /* members behind the list */
    assert_json(TEXT("[{\"e\":[{\"x\":1},{\"x\":2}],\"f\":7},{\"e\":[{\"x\":3}],\"f\":8}]"),
                "[e] x|f\n1 1|7\n2 2|7\n3 3|8\n");
    /* one without elements is a row all the same */
    assert_json(TEXT("[{\"f\":1,\"e\":[{\"x\":1}]},{\"f\":2,\"e\":[]},{\"f\":3}]"),
                "[e] f|x\n1 1|1\n2 2|\n3 3|\n");
    /* lists in lists */
    assert_json(TEXT("{\"y\":1,\"units\":[{\"u\":\"甲\",\"forms\":[{\"f\":1,\"e\":[{\"x\":1},{"
                     "\"x\":2}]},{\"f\":2,"
                     "\"e\":[{\"x\":3}]}]},{\"u\":\"乙\",\"forms\":[]}]}"),
                "[e] y|u|f|x\n1 1|甲|1|1\n2 1|甲|1|2\n3 1|甲|2|3\n4 1|乙||\n");
    /* the same with what is outside behind */
    assert_json(TEXT("{\"units\":[{\"forms\":[{\"e\":[{\"x\":1},{\"x\":2}],\"f\":1},{\"e\":[{\"x\":"
                     "3}],\"f\":2}],"
                     "\"u\":\"甲\"},{\"forms\":[],\"u\":\"乙\"}],\"y\":1}"),
                "[e] x|f|u|y\n1 1|1|甲|1\n2 2|1|甲|1\n3 3|2|甲|1\n4 ||乙|1\n");
    /* names that clash */
    assert_json(TEXT("[{\"name\":\"甲\",\"e\":[{\"name\":\"x\",\"v\":1}]}]"),
                "[e] name|e.name|v\n1 甲|x|1\n");
    /* two lists in a record: neither is the other's */
    assert_json(TEXT("[{\"f\":1,\"a\":[{\"x\":1}],\"b\":[{\"y\":2},{\"y\":3}]}]"),
                "[a] f|x\n1 1|1\n[b] f|y\n1 1|2\n2 1|3\n");
}

static void test_damaged_rows(void **state) {
    assert_json(TEXT("[{\"a\":1},{\"a\":2,\"a\":3},{\"a\":4}]"),
                " a\n1 1\n2 -\n3 4\nt.json:2: error: one object has the member 'a' twice "
                "[json-key-twice]\n");
    assert_json(TEXT("[{\"a\":1,\"b\":{\"c\":1,\"c\":{}}},{\"a\":4}]"),
                " a|b.c\n1 -\n2 4|\nt.json:1: error: one object has the member 'c' twice "
                "[json-key-twice]\n");
    assert_json(TEXT("[{\"a\":1},7,[1],{\"a\":2}]"),
                " a\n1 1\n2 -\n3 -\n4 2\n"
                "t.json:2: error: a row is an object, and '7' is none [json-row-not-object]\n"
                "t.json:3: error: a row is an object, and '[' is none [json-row-not-object]\n");
    assert_json(
        TEXT("[{\"a\":[[1],2]},{\"a\":2}]"),
        " a\n1 -\n2 2\nt.json:1: error: the array 'a' has an array in it, which fits no cell "
        "[json-nested-array]\n");
    assert_json(TEXT("[{\"a\":[1,{\"b\":2}]},{\"a\":2}]"),
                " a\n1 -\n2 2\nt.json:1: error: the array 'a' has objects and other values in it "
                "[json-mixed-array]\n");
    assert_json(
        TEXT("[{\"f\":1,\"a\":[{\"b\":2},3]},{\"f\":2,\"a\":[{\"b\":4}]}]"),
        "[a] f|b\n1 -\n2 2|4\nt.json:1: error: the array 'a' has objects and other values in it "
        "[json-mixed-array]\n");
    assert_json(TEXT("[{\"a\":\"x\\u0000\"},{\"a\":2}]"),
                " a\n1 -\n2 2\nt.json:1: error: the row has a NUL byte in it [row-nul]\n");
    /* an overlong '/', which yajl lets pass */
    assert_json(TEXT("[{\"a\":\"\xE0\x80\xAF汉字汉字汉字\"},{\"a\":2}]"),
                " a\n1 -\n2 2\nt.json:1: error: the row has bytes that are not UTF-8 text "
                "[row-not-text]\n");
}

/* What is wrong with a form is wrong with all of its rows, however late it is found. */
static void test_damaged_forms(void **state) {
    assert_json(TEXT("[{\"f\":1,\"f\":2,\"e\":[{\"x\":1},{\"x\":2}]},{\"f\":3,\"e\":[{\"x\":3}]}]"),
                "[e] f|x\n1 -\n3 3|3\n"
                "t.json:1: error: one object has the member 'f' twice [json-key-twice]\n");
    assert_json(TEXT("[{\"f\":1,\"e\":[{\"x\":1}],\"f\":2},{\"f\":3,\"e\":[{\"x\":3}]}]"),
                "[e] f|x\n1 -\n2 3|3\n"
                "t.json:1: error: one object has the member 'f' twice [json-key-twice]\n");
    assert_json(TEXT("[{\"f\":1,\"e\":[{\"x\":1,\"x\":2},{\"x\":5}]}]"),
                "[e] f|x\n1 -\n2 1|5\nt.json:1: error: one object has the member 'x' twice "
                "[json-key-twice]\n");
    assert_json(
        TEXT("{\"e\":[{\"x\":1}],\"e\":[{\"x\":2}]}"),
        "[e] x\n1 -\nt.json:1: error: one object has the member 'e' twice [json-key-twice]\n");
}

static void test_broken(void **state) {
    assert_json(TEXT("[{\"a\":1},\n{\"a\":2}\n{\"a\":3}]"),
                " a\n1 1\n2 2\n3 -\nt.json:3:1: error: the JSON breaks off at '{'; what follows is "
                "not read "
                "[json-broken]\n");
    assert_json(
        TEXT("[{\"a\":1},{\"汉\":汉}]"),
        " a\n1 1\n1 -\nt.json:1:15: error: the JSON breaks off at '汉'; what follows is not read "
        "[json-broken]\n");
    assert_json(TEXT("[{\"a\":1},{\"a\":2"), " a\n1 1\n1 -\nt.json:1:16: error: the file ends in "
                                             "the middle of its JSON [json-cut-off]\n");
    assert_json(TEXT("[{\"a\":1},{\"a\":tru"), " a\n1 1\n1 -\nt.json:1:18: error: the file ends in "
                                               "the middle of its JSON [json-cut-off]\n");
    assert_json(TEXT("[{\"a\":1},{\"a\":\"\\ud83d汉\"}]"),
                " a\n1 1\n1 -\nt.json:1:22: error: a `\\u` here is one half of a character, "
                "without the other; "
                "what follows is not read [json-half-character]\n");
    assert_json(TEXT("[{\"a\":1},{\"a\":\"\\ude00\"}]"),
                " a\n1 1\n1 -\nt.json:1:21: error: a `\\u` here is one half of a character, "
                "without the other; "
                "what follows is not read [json-half-character]\n");
    assert_json(TEXT("[{\"a\":1},{\"b\":\"\x80汉字汉字汉字\"}]"),
                " a\n1 1\n1 -\nt.json:1:16: error: a byte that is not UTF-8 text stands here; what "
                "follows is not "
                "read [json-not-utf8]\n");
    /* rows of a form whose end is missing are not given where they wait for it */
    assert_json(TEXT("[{\"e\":[{\"x\":1}],\"f\":1},{\"e\":[{\"x\":2}],\"f\":"),
                "[e] x|f\n1 1|1\n1 -\nt.json:1:43: error: the file ends in the middle of its JSON "
                "[json-cut-off]\n");
}

static void test_no_table(void **state) {
    assert_json(TEXT(""), no_table);
    assert_json(TEXT("\xEF\xBB\xBF"), no_table);
    assert_json(TEXT(" \n"), no_table);
    assert_json(TEXT("[]"), no_table);
    assert_json(TEXT("{}"), no_table);
    assert_json(TEXT("[{}]"), no_table);
    assert_json(TEXT("12"), no_table);
    assert_json(TEXT("[1,2]"), no_table);
    assert_json(TEXT("{\"e\":[{}]}"), no_table);
    assert_json(
        TEXT("a,b\n1,2\n"),
        "t.json:1:1: error: the JSON breaks off at 'a'; what follows is not read [json-broken]\n");
    assert_json(
        TEXT("\xFF\xFE[\0]\0"),
        "t.json: error: the file is UTF-16 text; JSON is read in UTF-8 only [json-encoding]\n"
        "help: save it in UTF-8\n");
    assert_json(
        TEXT("[{\"\xC3\xFB\xB3\xC6\":\"\xB5\xA5\xCE\xBB\xB5\xA5\xCE\xBB\"}]"),
        "t.json: error: the file is GB18030 text; JSON is read in UTF-8 only [json-encoding]\n"
        "help: save it in UTF-8\n");

    Locator missing = { .path = TEXT("/nowhere/t.json"), .file = TEXT("/nowhere/t.json") };
    assert_string_equal(check_shape(json_open, &missing).at,
                        "error: there is no file '/nowhere/t.json' [file-missing]\n");
    Locator pipe = { .path = TEXT("/dev/null"), .file = TEXT("/dev/null") };
    assert_string_equal(check_shape(json_open, &pipe).at,
                        "error: could not read '/dev/null': Illegal seek [file-unreadable]\n");
}

static Text repeated(const char *begin, const char *middle, int count, const char *end) {
    Buf buf = { 0 };
    buf_add_z(&buf, begin);
    for (int i = 0; i < count; i++) {
        buf_add_z(&buf, middle);
    }
    buf_add_z(&buf, end);
    return buf_text(&buf);
}

static void test_limits(void **state) {
    Buf deep = { 0 };
    buf_add(&deep, repeated("[{\"a\":1}", ",{\"b\":", 1, ""));
    buf_add(&deep, repeated("", "{\"b\":", 62, "1"));
    buf_add(&deep, repeated("", "}", 63, "]"));
    Text shape = shape_of("t.json", buf_text(&deep));
    assert_true(text_find(shape, TEXT("error"), 0) < 0); /* 64 deep */

    Buf deeper = { 0 };
    buf_add(&deeper, repeated("[{\"a\":1}", ",{\"b\":", 1, ""));
    buf_add(&deeper, repeated("", "{\"b\":", 63, "1"));
    buf_add(&deeper, repeated("", "}", 64, "]"));
    shape = shape_of("t.json", buf_text(&deeper));
    assert_true(
        text_find(shape,
                  TEXT("1 1\n1 -\nt.json:1:325: error: the JSON is nested more than 64 deep; "
                       "what follows is not read [json-too-deep]\n"),
                  0) >= 0);

    Buf wide = { 0 };
    buf_add_z(&wide, "[{\"a\":1");
    for (int i = 1; i < 16384; i++) {
        buf_format(&wide, ",\"m%d\":%d", i, i);
    }
    Text path = check_path("wide.json");
    Locator locator = { .path = path, .file = path };
    Diags *diags = diags_new();
    TableList tables = { 0 };
    Buf whole = { 0 };
    buf_add(&whole, buf_text(&wide));
    buf_add_z(&whole, "}]");
    check_write(path, buf_text(&whole));
    assert_true(json_open(&locator, diags, &tables));
    assert_int_equal(table_width(tables.at[0]), 16384);
    buf_add_z(&wide, ",\"z\":0}]");
    check_write(path, buf_text(&wide));
    assert_false(json_open(&locator, diags, &tables));
    Buf told = { 0 };
    check_add_diags(&told, diags);
    assert_string_equal(told.at,
                        "wide.json: error: the objects have members of more than 16384 names "
                        "[json-too-many-members]\n");

    /* a quote that is never closed does not gather the whole file */
    shape = shape_of("t.json",
                     repeated("[{\"a\":1},{\"a\":\"", "0123456789abcdef", (65 << 20) / 16, ""));
    assert_true(text_begins(shape, TEXT(" a\n1 1\n1 -\nt.json:1:")));
    assert_true(text_find(shape, TEXT("[json-text-not-closed]"), 0) > 0);
}

/* Of texts full of braces several rows come at once. */
static void test_braces(void **state) {
    Buf json = { 0 }, expected = { 0 };
    Text braces = repeated("", "}", 300, "");
    buf_add_z(&json, "[");
    buf_add_z(&expected, "[e] f|x\n");
    for (int i = 0; i < 400; i++) {
        buf_format(&json, "%s{\"f\":\"%s%d\",\"e\":[{\"x\":%d},{\"x\":\"%s\"}]}", i > 0 ? "," : "",
                   braces.at, i, i, braces.at);
        buf_format(&expected, "%d %s%d|%d\n%d %s%d|%s\n", 2 * i + 1, braces.at, i, i, 2 * i + 2,
                   braces.at, i, braces.at);
    }
    buf_add_z(&json, "]");
    assert_string_equal(shape_of("t.json", buf_text(&json)).at, buf_text(&expected).at);
    Text shape = shape_of("t.json", repeated("[{\"a\":\"", "}", 3 << 20, "\"}]"));
    assert_int_equal(shape.length, (3 << 20) + 6);
}

/* Rows, texts and escapes lie across the ends of chunks. */
static void test_long(void **state) {
    Buf json = { 0 }, expected = { 0 };
    buf_add_z(&json, "[");
    buf_add_z(&expected, " n|text|half\n");
    for (int i = 1; i <= 5000; i++) {
        buf_format(&json, "%s{\"n\":%d,\"text\":\"汉}字{%d\",\n\"half\":\"\\ud83d\\ude00\"}",
                   i > 1 ? "," : "", i, i);
        buf_format(&expected, "%d %d|汉}字{%d|😀\n", i, i, i);
    }
    buf_add_z(&json, "]");
    assert_string_equal(shape_of("t.json", buf_text(&json)).at, buf_text(&expected).at);
}

static void test_changed(void **state) {
    Text path = check_path("t.json");
    check_write(path, TEXT("[{\"a\":1}]"));
    Locator locator = { .path = path, .file = path };
    Diags *diags = diags_new();
    TableList tables = { 0 };
    assert_true(json_open(&locator, diags, &tables));
    assert_string_equal(table_digest(tables.at[0]).at, digest_of(TEXT("[{\"a\":1}]")).at);
    check_write(path, TEXT("[{\"a\":1},{\"a\":2}]"));
    Row row;
    assert_int_equal(table_next(tables.at[0], &row), -1);
    assert_int_equal(table_next(tables.at[0], &row), 0);
    assert_false(table_rewind(tables.at[0]));
    assert_int_equal(unlink(path.at), 0);
    assert_false(table_rewind(tables.at[0]));
    assert_int_equal(diags->errors, 2);
    assert_string_equal(diag_slug(diags->list.at[0]->id), "file-changed");
    assert_string_equal(diag_slug(diags->list.at[1]->id), "file-missing");
}

static void assert_expanded(const char *number, const char *expected) {
    Buf buf = { 0 };
    decimal_expand(&buf, text_of(number));
    assert_string_equal(buf_text(&buf).at, expected);
}

static void test_expanded(void **state) {
    assert_expanded("90.0", "90.0");
    assert_expanded("007", "007");
    assert_expanded("1E2", "100");
    assert_expanded("1.50E1", "15.0");
    assert_expanded("1.5e+3", "1500");
    assert_expanded("-12.5e-1", "-1.25");
    assert_expanded("-1e-2", "-0.01");
    assert_expanded("0.05e1", "0.5");
    assert_expanded("0.05e3", "50");
    assert_expanded("0e5", "0");
    assert_expanded("0.00e2", "0");
    assert_expanded("0e-2", "0.00");
    assert_expanded("1e0", "1");
    assert_expanded("1e401", "1e401");
    assert_expanded("1e-99999999999999999999", "1e-99999999999999999999");
    assert_expanded("123456789012345678901e1", "1234567890123456789010");
}

static void assert_double(double number, const char *expected) {
    Buf buf = { 0 };
    decimal_of_double(&buf, number);
    assert_string_equal(buf_text(&buf).at, expected);
}

static void test_doubles(void **state) {
    assert_double(0.58, "0.58");
    assert_double(0.57999999999999996, "0.58");
    assert_double(102.71745296899999, "102.717452969");
    assert_double(0.1 + 0.2, "0.3");
    assert_double(90.0, "90");
    assert_double(-0.0, "0");
    assert_double(1e20, "100000000000000000000");
    assert_double(1.25e-7, "0.000000125");
    assert_double(123456789012345680.0, "123456789012346000");
    assert_double(1.0 / 3, "0.333333333333333");
    assert_double(1e308 * 10, "Inf");
}

int main(void) {
    mem_init();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_array),           cmocka_unit_test(test_values),
        cmocka_unit_test(test_objects_in_rows), cmocka_unit_test(test_lines),
        cmocka_unit_test(test_tables),          cmocka_unit_test(test_forms),
        cmocka_unit_test(test_damaged_rows),    cmocka_unit_test(test_damaged_forms),
        cmocka_unit_test(test_broken),          cmocka_unit_test(test_no_table),
        cmocka_unit_test(test_limits),          cmocka_unit_test(test_long),
        cmocka_unit_test(test_changed),         cmocka_unit_test(test_expanded),
        cmocka_unit_test(test_doubles),         cmocka_unit_test(test_braces),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
