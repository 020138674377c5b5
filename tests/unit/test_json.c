/* test_json.c - JSON as it is written, byte for byte. */
#include "base/json.h"

#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"

static void assert_buf(const Buf *buf, const char *expected) {
    assert_string_equal(buf_text(buf).at, expected);
}

/* {"a": [1, {}, [], "x"], "b": {"c": null}, "d": true} */
static void write_sample(Json *json) {
    json_object(json);
    json_name(json, "a");
    json_array(json);
    json_int(json, 1);
    json_object(json);
    json_end_object(json);
    json_array(json);
    json_end_array(json);
    json_text(json, TEXT("x"));
    json_end_array(json);
    json_name(json, "b");
    json_object(json);
    json_name(json, "c");
    json_null(json);
    json_end_object(json);
    json_name(json, "d");
    json_bool(json, true);
    json_end_object(json);
}

static void test_compact(void **state) {
    (void)state;
    Buf buf = { 0 };
    Json json = json_begin(&buf, true);
    write_sample(&json);
    assert_buf(&buf, "{\"a\":[1,{},[],\"x\"],\"b\":{\"c\":null},\"d\":true}");
    assert_int_equal(json.depth, 0);
}

static void test_indented(void **state) {
    (void)state;
    Buf buf = { 0 };
    Json json = json_begin(&buf, false);
    write_sample(&json);
    assert_buf(&buf, "{\n"
                     "  \"a\": [\n"
                     "    1,\n"
                     "    {},\n"
                     "    [],\n"
                     "    \"x\"\n"
                     "  ],\n"
                     "  \"b\": {\n"
                     "    \"c\": null\n"
                     "  },\n"
                     "  \"d\": true\n"
                     "}");
}

static void test_single_values(void **state) {
    (void)state;
    Buf empty = { 0 }, number = { 0 }, least = { 0 };
    Json json = json_begin(&empty, false);
    json_object(&json);
    json_end_object(&json);
    assert_buf(&empty, "{}");
    json = json_begin(&number, false);
    json_bool(&json, false);
    assert_buf(&number, "false");
    json = json_begin(&least, true);
    json_array(&json);
    json_int(&json, LLONG_MIN);
    json_int(&json, LLONG_MAX);
    json_end_array(&json);
    assert_buf(&least, "[-9223372036854775808,9223372036854775807]");
}

static void assert_string(Text text, const char *expected) {
    Buf buf = { 0 };
    Json json = json_begin(&buf, true);
    json_text(&json, text);
    assert_buf(&buf, expected);
}

static void test_texts(void **state) {
    (void)state;
    assert_string(TEXT(""), "\"\"");
    assert_string(TEXT_NONE, "\"\"");
    assert_string(TEXT("衡 𠮷 / é"), "\"衡 𠮷 / é\"");
    assert_string(TEXT("\"\\"), "\"\\\"\\\\\"");
    assert_string(TEXT("a\nb\rc\td"), "\"a\\nb\\rc\\td\"");
    assert_string(TEXT("a\0b\x01\x1f\x7f"), "\"a\\u0000b\\u0001\\u001f\\u007f\"");
    assert_string(TEXT("\xC2\x85\xE2\x80\xA8\xE2\x80\xA9"), "\"\\u0085\\u2028\\u2029\"");
}

static void test_bytes_that_are_not_utf8(void **state) {
    (void)state;
    assert_string(TEXT("a\xFFz"), "\"a\xEF\xBF\xBDz\"");
    assert_string(TEXT("\xE8\xA1"), "\"\xEF\xBF\xBD\xEF\xBF\xBD\"");
    assert_string(TEXT("\xEF\xBF\xBD"), "\"\xEF\xBF\xBD\""); /* U+FFFD itself */
    assert_string(TEXT("\xED\xA0\x80"), "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"");
}

static void test_names_are_escaped(void **state) {
    (void)state;
    Buf buf = { 0 };
    Json json = json_begin(&buf, true);
    json_object(&json);
    json_name(&json, "a \"b\"\n");
    json_text(&json, TEXT("1/3"));
    json_end_object(&json);
    assert_buf(&buf, "{\"a \\\"b\\\"\\n\":\"1/3\"}");
}

static void test_deep_nesting(void **state) {
    (void)state;
    Buf buf = { 0 };
    Json json = json_begin(&buf, true);
    for (int i = 0; i < 10000; i++) {
        json_array(&json);
    }
    for (int i = 0; i < 10000; i++) {
        json_end_array(&json);
    }
    assert_int_equal(buf.length, 20000);
    assert_null(strchr(buf_text(&buf).at, ','));
}

int main(void) {
    mem_init();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_compact),
        cmocka_unit_test(test_indented),
        cmocka_unit_test(test_single_values),
        cmocka_unit_test(test_texts),
        cmocka_unit_test(test_bytes_that_are_not_utf8),
        cmocka_unit_test(test_names_are_escaped),
        cmocka_unit_test(test_deep_nesting),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
