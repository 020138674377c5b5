/* test_text.c - text: malformed bytes, blanks, folded names, distances, buffers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "base/text.h"

#define CHECK(condition) assert_true(condition)

static void assert_text(Text text, const char *expected) {
    if (!text_is_z(text, expected)) {
        fail_msg("got '%.*s', expected '%s'", TEXT_ARG(text), expected);
    }
}

static void test_memory(void **state) {
    (void)state;
    unsigned char *leaf = mem_leaf(1000), *block = mem_new(64);
    for (int i = 0; i < 1000; i++) {
        assert_int_equal(leaf[i], 0);
    }
    memset(block, 7, 64);
    unsigned char *grown = mem_grow(block, 64, 256);
    for (int i = 0; i < 256; i++) {
        assert_int_equal(grown[i], i < 64 ? 7 : 0);
    }
    CHECK(mem_grow(NULL, 0, 8) != NULL);
    CHECK(mem_new(0) != NULL && mem_leaf(0) != NULL);
    assert_string_equal(mem_copy("abcdef", 3), "abc");
    VEC(char *) names = { 0 };
    for (int i = 0; i < 1000; i++) {
        Buf buf = { 0 };
        buf_format(&buf, "name %d", i);
        vec_push(&names, buf.at);
    }
    for (int i = 0; i < 1000; i++) {
        char expected[32];
        snprintf(expected, sizeof expected, "name %d", i);
        assert_string_equal(names.at[i], expected);
    }
    char **root = mem_root(sizeof *root);
    *root = mem_copy("kept", 4);
    assert_string_equal(*root, "kept");
    mem_unroot(root);
    mem_unroot(NULL);
}

static void test_compare(void **state) {
    (void)state;
    CHECK(text_of(NULL).at == NULL && text_of(NULL).length == 0);
    CHECK(text_is(TEXT_NONE, TEXT("")));
    CHECK(text_is((Text){ "a\0b", 3 }, (Text){ "a\0b", 3 }));
    CHECK(!text_is((Text){ "a\0b", 3 }, (Text){ "a\0c", 3 }));
    CHECK(text_compare(TEXT("ab"), TEXT("abc")) < 0);
    CHECK(text_compare(TEXT("b"), TEXT("abc")) > 0);
    CHECK(text_compare(TEXT("\xE6\xB1\x89"), TEXT("z")) > 0); /* bytes are unsigned */
    CHECK(text_compare(TEXT_NONE, TEXT("")) == 0);
    CHECK(text_begins(TEXT("heng"), TEXT("he")) && !text_begins(TEXT("h"), TEXT("he")));
    CHECK(text_ends(TEXT("heng"), TEXT("ng")) && !text_ends(TEXT("g"), TEXT("ng")));
    CHECK(text_begins(TEXT("x"), TEXT_NONE) && text_ends(TEXT_NONE, TEXT_NONE));
    CHECK(text_hash(TEXT("汉")) == text_hash(text_copy(TEXT("汉"))));
    CHECK(text_hash(TEXT("a")) != text_hash(TEXT("b")));
    CHECK(text_copy(TEXT("ab")).at[2] == '\0');
}

static void test_find(void **state) {
    (void)state;
    Text text = TEXT("abcabc");
    assert_int_equal(text_find(text, TEXT("c"), 0), 2);
    assert_int_equal(text_find(text, TEXT("c"), 3), 5);
    assert_int_equal(text_find(text, TEXT("abcd"), 0), -1);
    assert_int_equal(text_find(text, TEXT("abc"), 4), -1);
    assert_int_equal(text_find(text, TEXT(""), 6), 6);
    assert_int_equal(text_find(text, TEXT(""), 7), -1);
    assert_text(text_slice(text, 1, 3), "bc");
    assert_text(text_slice(TEXT_NONE, 0, 0), "");
}

static void test_blanks(void **state) {
    (void)state;
    CHECK(text_is_blank(TEXT_NONE));
    CHECK(text_is_blank(TEXT(" \t\r\n\xE3\x80\x80\xC2\xA0\xE2\x80\x83")));
    CHECK(!text_is_blank(TEXT(" 0 ")));
    assert_text(text_trim(TEXT("\xE3\x80\x80 合格 \xC2\xA0")), "合格");
    assert_text(text_trim(TEXT(" \x80 ")), "\x80");
    assert_text(text_trim(TEXT("\xA0 ")), "\xA0"); /* half a no-break space is no blank */
    assert_text(text_trim(TEXT("   ")), "");
}

static void test_runes(void **state) {
    (void)state;
    static const struct {
        Text bytes;
        uint32_t rune;
        int length;
    } cases[] = {
        { { "A", 1 }, 'A', 1 },
        { { "\0", 1 }, 0, 1 },
        { { "\xC3\xA9", 2 }, 0xE9, 2 },
        { { "\xE6\xB1\x89", 3 }, 0x6C49, 3 },
        { { "\xF0\x9F\x98\x80", 4 }, 0x1F600, 4 },
        { { "\xF4\x8F\xBF\xBF", 4 }, 0x10FFFF, 4 },
        { { "\xF4\x90\x80\x80", 4 }, 0xFFFD, 1 }, /* past the last */
        { { "\xC0\x80", 2 }, 0xFFFD, 1 },         /* overlong */
        { { "\xE0\x9F\xBF", 3 }, 0xFFFD, 1 },     /* overlong */
        { { "\xED\xA0\x80", 3 }, 0xFFFD, 1 },     /* a surrogate */
        { { "\xED\x9F\xBF", 3 }, 0xD7FF, 3 },
        { { "\xE6\xB1", 2 }, 0xFFFD, 1 }, /* cut off */
        { { "\xE6\xB1z", 3 }, 0xFFFD, 1 },
        { { "\x80", 1 }, 0xFFFD, 1 },
        { { "\xFF", 1 }, 0xFFFD, 1 },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int length = 0;
        char *heap = malloc(cases[i].bytes.length); /* of its own: reading past it shows */
        memcpy(heap, cases[i].bytes.at, cases[i].bytes.length);
        Text text = { heap, cases[i].bytes.length };
        assert_int_equal(text_rune(text, 0, &length), cases[i].rune);
        assert_int_equal(length, cases[i].length);
        assert_int_equal(text_is_utf8(text, NULL), cases[i].rune != 0xFFFD);
        free(heap);
    }
    size_t bad = 99;
    CHECK(!text_is_utf8(TEXT("汉\xFFz"), &bad));
    assert_int_equal(bad, 3);
    CHECK(text_is_utf8(TEXT("汉字"), &bad));
    assert_int_equal(text_runes(TEXT("汉字ab")), 4);
    assert_int_equal(text_runes(TEXT("\xE6\xB1")), 2);
    assert_int_equal(text_width(TEXT("汉字ab")), 6);
    assert_int_equal(text_width(TEXT("e\xCC\x81")), 1); /* e and a combining accent */
}

static void test_fold(void **state) {
    (void)state;
    assert_text(text_fold(TEXT("\xE3\x80\x80产出\xE3\x80\x80 指标 ")), "产出 指标");
    assert_text(text_fold(TEXT("（Ａ１）％")), "(A1)%");
    assert_text(text_fold(TEXT("e\xCC\x81")), "\xC3\xA9");
    assert_text(text_fold(TEXT("Ａ\xCC\x8A")), "\xC3\x85"); /* full-width A, then a ring */
    assert_text(text_fold(TEXT(" a\xFF b ")), "a\xFF b");
    assert_text(text_fold(TEXT_NONE), "");
    assert_text(text_fold(TEXT("²㎡①")), "²㎡①"); /* NFC, not NFKC */
    CHECK(text_same_name(TEXT("得分（分）"), TEXT(" 得分(分)")));
    CHECK(!text_same_name(TEXT("得分"), TEXT("得 分")));
}

static void test_distance(void **state) {
    (void)state;
    static const struct {
        const char *a, *b;
        int limit, expected;
    } cases[] = {
        { "", "", 2, 0 },
        { "", "ab", 2, 2 },
        { "", "abc", 2, 3 },
        { "target", "target", 0, 0 },
        { "traget", "target", 2, 1 },
        { "tagret", "target", 2, 1 },
        { "targt", "target", 2, 1 },
        { "kitten", "sitting", 3, 3 },
        { "kitten", "sitting", 2, 3 },
        { "目标值", "目值标", 2, 1 },
        { "产出", "效益", 1, 2 },
        { "ca", "abc", 5, 3 },
        { "ab", "xy", 0, 1 },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Text a = text_of(cases[i].a), b = text_of(cases[i].b);
        assert_int_equal(text_distance(a, b, cases[i].limit), cases[i].expected);
        assert_int_equal(text_distance(b, a, cases[i].limit), cases[i].expected);
    }
}

static void test_buf(void **state) {
    (void)state;
    Buf buf = { 0 };
    assert_text(buf_text(&buf), "");
    buf_add(&buf, TEXT_NONE);
    assert_string_equal(buf_text(&buf).at, "");
    for (int i = 0; i < 300; i++) {
        buf_char(&buf, 'x');
        CHECK(buf.at[buf.length] == '\0');
    }
    buf_add(&buf, buf_text(&buf));
    assert_int_equal(buf.length, 600);
    Buf second = { 0 };
    buf_format(&second, "%s-%d", "a", 7);
    buf_format(&second, "%0*d", 100, 1);
    assert_int_equal(second.length, 103);
    Buf third = { 0 };
    buf_rune(&third, 0x6C49);
    buf_rune(&third, 0xD800);
    buf_rune(&third, 0x110000);
    buf_add_z(&third, "!");
    buf_add_z(&third, NULL);
    assert_text(buf_text(&third), "汉\xEF\xBF\xBD\xEF\xBF\xBD!");
}

static void test_fill(void **state) {
    (void)state;
    Text values[11] = { TEXT("A"), TEXT("{0}") };
    values[10] = TEXT("ten");
    assert_text(text_fill(TEXT("“{0}” is {1}"), values, 2), "“A” is {0}");
    assert_text(text_fill(TEXT("{2} {} {x} {0"), values, 2), "{2} {} {x} {0");
    assert_text(text_fill(TEXT("{10}{0}{0}"), values, 11), "tenAA");
    assert_text(text_fill(TEXT("{99999999999999999999}"), values, 2), "{99999999999999999999}");
    assert_text(text_fill(TEXT(""), NULL, 0), "");
}

int main(void) {
    mem_init();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_memory), cmocka_unit_test(test_compare),  cmocka_unit_test(test_find),
        cmocka_unit_test(test_blanks), cmocka_unit_test(test_runes),    cmocka_unit_test(test_fold),
        cmocka_unit_test(test_buf),    cmocka_unit_test(test_distance), cmocka_unit_test(test_fill),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
