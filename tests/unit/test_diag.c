/* test_diag.c - diagnostics: what is kept and counted, where places lie, and how they are printed. */
#include "base/diag.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define HAN_LINE "组 产出 分值 50 {" /* 组 is one character, two cells, three bytes */

static Span span_of(const Source *source, const char *part) {
    long at = text_find(source->text, text_of(part), 0);
    assert_true(at >= 0);
    return (Span){ source->id, (uint32_t)at, (uint32_t)at + (uint32_t)strlen(part) };
}

static void assert_text(Text text, const char *expected) {
    if (!text_is_z(text, expected)) {
        fprintf(stderr, "%.*s", TEXT_ARG(text));
        assert_string_equal(text_copy(text).at, expected);
    }
}

static void assert_printed(Diags *diags, const Diag *diag, Lang lang, const char *expected) {
    Buf buf = { 0 };
    diag_write(&buf, diags, diag, lang, false);
    assert_text(buf_text(&buf), expected);
}

static void assert_place(Source *source, uint32_t offset, int line, int column) {
    int got_line, got_column;
    source_place(source, offset, &got_line, &got_column);
    assert_int_equal(got_line, line);
    assert_int_equal(got_column, column);
}

/* ---- Places ---- */

static void test_places_count_characters(void **state) {
    Diags *diags = diags_new();
    Source *source = diags_source(diags, TEXT("a.heng"), TEXT("甲乙\r\n\n丙x"));
    assert_int_equal(source->id, 1);
    assert_place(source, 0, 1, 1);
    assert_place(source, 3, 1, 2);
    assert_place(source, 6, 1, 3); /* the line end belongs to its line */
    assert_place(source, 8, 2, 1); /* an empty line */
    assert_place(source, 9, 3, 1);
    assert_place(source, 12, 3, 2);
    assert_place(source, 13, 3, 3); /* the end of the text */
    assert_place(source, 99, 3, 3); /* beyond it */
    assert_text(source_line(source, 1), "甲乙");
    assert_text(source_line(source, 2), "");
    assert_text(source_line(source, 3), "丙x");
    assert_text(source_line(source, 0), "");
    assert_text(source_line(source, 4), "");
}

static void test_byte_order_mark_is_removed(void **state) {
    Source *source = diags_source(diags_new(), TEXT("a.heng"), TEXT("\xEF\xBB\xBFrules"));
    assert_text(source->text, "rules");
}

static void test_empty_source(void **state) {
    Diags *diags = diags_new();
    Source *source = diags_source(diags, TEXT("a.heng"), TEXT(""));
    Diag *diag = diag_report(diags, DIAG_NUL_BYTE, (Span){ source->id, 0, 0 }, NULL, 0);
    assert_printed(diags, diag, LANG_EN,
                   "a.heng:1:1: error: a NUL byte cannot stand in a rule file [nul-byte]\n"
                   "   1 | \n"
                   "     | ^\n");
}

/* ---- Keeping ---- */

static void test_same_report_is_kept_once(void **state) {
    Diags *diags = diags_new();
    Source *source = diags_source(diags, TEXT("a.heng"), TEXT("a b"));
    Diag *first = diag(diags, DIAG_BAD_CHARACTER, span_of(source, "a"), TEXT("a"));
    assert_ptr_equal(diag(diags, DIAG_BAD_CHARACTER, span_of(source, "a"), TEXT("a")), first);
    assert_ptr_not_equal(diag(diags, DIAG_BAD_CHARACTER, span_of(source, "a"), TEXT("x")), first);
    assert_ptr_not_equal(diag(diags, DIAG_BAD_CHARACTER, span_of(source, "b"), TEXT("a")), first);
    assert_ptr_not_equal(diag(diags, DIAG_TOO_DEEP, span_of(source, "a"), TEXT("a")), first);
    assert_int_equal(diags->list.count, 4);
    assert_int_equal(diags->errors, 4);
    assert_int_equal(diags->warnings, 0);
}

static void test_note_reported_twice_is_kept_once(void **state) {
    Diags *diags = diags_new();
    Diag *diag = diag_report(diags, DIAG_NUL_BYTE, SPAN_NONE, NULL, 0);
    Diag *note = diag_also(diag, DIAG_TOO_DEEP, SPAN_NONE, TEXT("1"));
    assert_ptr_equal(diag_also(diag, DIAG_TOO_DEEP, SPAN_NONE, TEXT("1")), note);
    diag_also(diag, DIAG_TOO_DEEP, SPAN_NONE, TEXT("2"));
    assert_int_equal(diag->notes.count, 2);
}

static void test_beyond_the_limit_is_counted(void **state) {
    Diags *diags = diags_new();
    for (int i = 1; i <= 150; i++) {
        Diag *diag = diag_data(diags, DIAG_NUL_BYTE, TEXT("d.csv"), i, 0, NULL, 0);
        assert_non_null(diag);
        assert_int_equal(diag->row, i);
    }
    assert_int_equal(diags->list.count, 100);
    assert_int_equal(diags->errors, 150);

    diags = diags_new();
    diags->limit = 2;
    for (int i = 1; i <= 3; i++) {
        diag_data(diags, DIAG_NUL_BYTE, TEXT("d.csv"), i, 0, NULL, 0);
    }
    assert_int_equal(diags->list.count, 2);
    assert_int_equal(diags->errors, 3);
}

static void test_arguments_are_copied(void **state) {
    char bytes[] = "old";
    Diags *diags = diags_new();
    Diag *diag = diag(diags, DIAG_TOO_DEEP, SPAN_NONE, text_of(bytes));
    memcpy(bytes, "new", 3);
    assert_text(diag_message(diag, LANG_EN), "nested more than old levels deep");
}

static void test_empty_argument_is_filled_in(void **state) {
    Diags *diags = diags_new();
    Diag *diag = diag(diags, DIAG_SYNTAX, SPAN_NONE, TEXT("x"), TEXT_NONE);
    assert_text(diag_message(diag, LANG_EN), "unexpected x, expected ");
}

/* ---- Printing ---- */

static void test_sample_of_the_style(void **state) {
    Diags *diags = diags_new();
    Source *source = diags_source(diags, TEXT("rules.heng"), TEXT(HAN_LINE "\n}\n"));
    Diag *diag =
        diag(diags, DIAG_WEIGHT_SUM, span_of(source, "产出"), TEXT("产出"), TEXT("40"), TEXT("50"));
    assert_printed(
        diags, diag, LANG_EN,
        "rules.heng:1:3: error: the parts of group '产出' weigh 40, not 50 [weight-sum]\n"
        "   1 | 组 产出 分值 50 {\n"
        "     |    ^^^^\n");
    assert_printed(diags, diag, LANG_ZH,
                   "rules.heng:1:3: 错误: 组“产出”各部分合计 40，应为 50 [weight-sum]\n"
                   "   1 | 组 产出 分值 50 {\n"
                   "     |    ^^^^\n");
}

/* A note that points elsewhere brings its own line; helps come last. */
static void test_other_places_follow(void **state) {
    Diags *diags = diags_new();
    Source *source = diags_source(diags, TEXT("a.heng"), TEXT("first\nsecond\n"));
    Diag *diag = diag(diags, DIAG_NAME_TWICE, span_of(source, "second"), TEXT("x"));
    diag_also(diag, DIAG_DID_YOU_MEAN, SPAN_NONE, TEXT("y"));
    diag_note(diag, DIAG_FIRST_HERE, span_of(source, "first"), NULL, 0);
    assert_printed(diags, diag, LANG_EN,
                   "a.heng:2:1: error: 'x' is defined twice [name-twice]\n"
                   "   2 | second\n"
                   "     | ^^^^^^\n"
                   "a.heng:1:1: note: the first one is here\n"
                   "   1 | first\n"
                   "     | ^^^^^\n"
                   "help: did you mean `y`?\n");
    assert_printed(diags, diag, LANG_ZH,
                   "a.heng:2:1: 错误: “x”重复定义 [name-twice]\n"
                   "   2 | second\n"
                   "     | ^^^^^^\n"
                   "a.heng:1:1: 注: 第一处在这里\n"
                   "   1 | first\n"
                   "     | ^^^^^\n"
                   "改法: 是否想写 `y`？\n");
}

static void test_data_has_row_and_column(void **state) {
    Diags *diags = diags_new();
    Diag *diag = diag_data(diags, DIAG_NUL_BYTE, TEXT("d.csv"), 12, 3, NULL, 0);
    assert_printed(diags, diag, LANG_ZH,
                   "d.csv:12:3: 错误: 规则文件中不能有 NUL 字节 [nul-byte]\n");
    diag = diag_data(diags, DIAG_NUL_BYTE, TEXT("d.csv"), 12, 0, NULL, 0);
    assert_printed(diags, diag, LANG_EN,
                   "d.csv:12: error: a NUL byte cannot stand in a rule file [nul-byte]\n");
    diag = diag_data(diags, DIAG_NUL_BYTE, TEXT("d.csv"), 0, 0, NULL, 0);
    assert_printed(diags, diag, LANG_EN,
                   "d.csv: error: a NUL byte cannot stand in a rule file [nul-byte]\n");
}

/* Nothing in a rule file may move the cursor, and marks stay under what they mark. */
static void test_control_characters_are_not_printed(void **state) {
    Diags *diags = diags_new();
    Source *source =
        diags_source(diags, TEXT("a\033[31m.heng"), TEXT("\ta\033[2J\0b\u202Ec 好\r\n"));
    Diag *diag = diag(diags, DIAG_TOO_DEEP, span_of(source, "好"), TEXT("x\ny\033"));
    assert_printed(
        diags, diag, LANG_EN,
        "a\uFFFD[31m.heng:1:12: error: nested more than x y\uFFFD levels deep [too-deep]\n"
        "   1 |  a\uFFFD[2J\uFFFDb\uFFFDc 好\n"
        "     |            ^^\n");
}

static void test_bytes_that_are_not_utf8(void **state) {
    Diags *diags = diags_new();
    Source *source = diags_source(diags, TEXT("a.heng"), TEXT("a\xFF\xFE z"));
    Diag *diag = diag(diags, DIAG_NOT_UTF8, ((Span){ source->id, 1, 2 }), TEXT("1"), TEXT("0xFF"));
    assert_printed(diags, diag, LANG_EN,
                   "a.heng:1:2: error: byte 0xFF at offset 1 is not part of UTF-8 text [not-utf8]\n"
                   "   1 | a\uFFFD\uFFFD z\n"
                   "     |  ^\n");
}

/* A span of several lines is marked to the end of its first; one behind a line's end has one mark there. */
static void test_spans_beyond_a_line(void **state) {
    Diags *diags = diags_new();
    Source *source = diags_source(diags, TEXT("a.heng"), TEXT("ab cd\r\nef"));
    Diag *diag = diag(diags, DIAG_TOO_DEEP, ((Span){ source->id, 3, 9 }), TEXT("9"));
    assert_printed(diags, diag, LANG_EN,
                   "a.heng:1:4: error: nested more than 9 levels deep [too-deep]\n"
                   "   1 | ab cd\n"
                   "     |    ^^\n");
    diag = diag(diags, DIAG_TOO_DEEP, ((Span){ source->id, 5, 7 }), TEXT("9"));
    assert_printed(diags, diag, LANG_EN,
                   "a.heng:1:6: error: nested more than 9 levels deep [too-deep]\n"
                   "   1 | ab cd\n"
                   "     |      ^\n");
    diag = diag(diags, DIAG_TOO_DEEP, ((Span){ source->id, 9, 9 }), TEXT("9"));
    assert_printed(diags, diag, LANG_EN,
                   "a.heng:2:3: error: nested more than 9 levels deep [too-deep]\n"
                   "   2 | ef\n"
                   "     |   ^\n");
}

static void test_great_line_numbers_widen_the_margin(void **state) {
    Diags *diags = diags_new();
    Buf text = { 0 };
    for (int i = 1; i < 12345; i++) {
        buf_char(&text, '\n');
    }
    buf_add_z(&text, "here");
    Source *source = diags_source(diags, TEXT("a.heng"), text_copy(buf_text(&text)));
    Diag *diag = diag(diags, DIAG_TOO_DEEP, span_of(source, "here"), TEXT("9"));
    assert_printed(diags, diag, LANG_EN,
                   "a.heng:12345:1: error: nested more than 9 levels deep [too-deep]\n"
                   "12345 | here\n"
                   "      | ^^^^\n");
}

/* Marks `marked` between `before` and `after` fillers, and checks the line and its mark as printed: no wider than
   160 cells, … at the cut ends, and the mark under `marked`. */
static void check_cut(const char *filler, int before, const char *marked, int after) {
    Diags *diags = diags_new();
    Buf line = { 0 };
    for (int i = 0; i < before; i++) {
        buf_add_z(&line, filler);
    }
    buf_add_z(&line, marked);
    for (int i = 0; i < after; i++) {
        buf_add_z(&line, filler);
    }
    Source *source = diags_source(diags, TEXT("a.heng"), text_copy(buf_text(&line)));
    Diag *diag = diag(diags, DIAG_TOO_DEEP, span_of(source, marked), TEXT("9"));
    Buf printed = { 0 };
    diag_write(&printed, diags, diag, LANG_EN, false);
    Text text = buf_text(&printed);

    size_t first = (size_t)text_find(text, TEXT("\n"), 0) + 1;
    size_t second = (size_t)text_find(text, TEXT("\n"), first) + 1;
    Text shown = text_slice(text, first + strlen("   1 | "), second - 1);
    Text mark = text_slice(text, second + strlen("     | "), text.length - 1);
    assert_true(text_width(shown) <= 160);
    assert_true(text_width(shown) >=
                158); /* a wide character may leave a cell empty at either end */
    long at = text_find(shown, text_of(marked), 0);
    assert_true(at >= 0);
    int lead = text_width(text_slice(shown, 0, (size_t)at));
    assert_int_equal(text_find(mark, TEXT("^"), 0), lead);
    assert_int_equal(text_width(mark), lead + text_width(text_of(marked)));
    assert_int_equal(text_begins(shown, TEXT("…")),
                     at > 0 && lead < before * text_width(text_of(filler)));
    assert_true(text_begins(shown, TEXT("…")) || text_ends(shown, TEXT("…")));
}

static void test_long_lines_are_cut_around_the_mark(void **state) {
    static const char *const fillers[] = { "x", "汉" };
    static const int counts[] = { 0,   1,   40,  77,  78,  79,  80,  81,
                                  100, 155, 158, 159, 160, 161, 300, 1001 };
    int n = (int)(sizeof counts / sizeof *counts);
    for (int i = 0; i < 2; i++) {
        for (int before = 0; before < n; before++) {
            for (int after = 0; after < n; after++) {
                int cells = (counts[before] + counts[after]) * text_width(text_of(fillers[i])) + 6;
                if (cells > 160) {
                    check_cut(fillers[i], counts[before], "这里qq", counts[after]);
                }
            }
        }
    }
}

static void test_a_line_that_fits_is_whole(void **state) {
    char line[161];
    memset(line, 'x', 160);
    line[160] = '\0';
    Diags *diags = diags_new();
    Source *source = diags_source(diags, TEXT("a.heng"), text_of(line));
    Diag *diag = diag(diags, DIAG_TOO_DEEP, ((Span){ source->id, 159, 160 }), TEXT("9"));
    char expected[600];
    snprintf(expected, sizeof expected,
             "a.heng:1:160: error: nested more than 9 levels deep [too-deep]\n"
             "   1 | %s\n"
             "     | %160s\n",
             line, "^");
    assert_printed(diags, diag, LANG_EN, expected);
}

static void test_colour(void **state) {
    Diags *diags = diags_new();
    Source *source = diags_source(diags, TEXT("a.heng"), TEXT("ab"));
    Diag *diag = diag(diags, DIAG_TOO_DEEP, span_of(source, "b"), TEXT("9"));
    Buf buf = { 0 };
    diag_write(&buf, diags, diag, LANG_EN, true);
    assert_text(buf_text(&buf),
                "a.heng:1:2: \033[1;31merror:\033[0m nested more than 9 levels deep [too-deep]\n"
                "   1 | ab\n"
                "     |  \033[1;31m^\033[0m\n");
}

static void test_json(void **state) {
    Diags *diags = diags_new();
    Source *source = diags_source(diags, TEXT("a.heng"), TEXT("x\n产出 \"y\""));
    Diag *diag = diag(diags, DIAG_TOO_DEEP, span_of(source, "\"y\""), TEXT("\"\n"));
    diag_also(diag, DIAG_NUL_BYTE, SPAN_NONE, TEXT(""));
    Buf buf = { 0 };
    diag_write_json(&buf, diags, diag, LANG_EN);
    Text text = buf_text(&buf);
    static const char *const parts[] = { "\"severity\"",   "\"slug\"",
                                         "\"too-deep\"",   "nested more than \\\"\\n levels",
                                         "\"end_column\"", "\"notes\"",
                                         "\"nul-byte\"" };
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        assert_true(text_find(text, text_of(parts[i]), 0) >= 0);
    }
    assert_true(text_find(text, TEXT("\n"), 0) < 0);
}

/* ---- The table ---- */

static void test_rows_of_the_table(void **state) {
    for (int i = 0; i < DIAG_COUNT; i++) {
        const char *slug = diag_slug((DiagId)i);
        Severity severity = diag_severity((DiagId)i);
        bool of_its_own = severity == SEVERITY_ERROR || severity == SEVERITY_WARNING;
        assert_true(*slug || !of_its_own);
        assert_int_equal(strspn(slug, "abcdefghijklmnopqrstuvwxyz0123456789-"), strlen(slug));
        for (int j = 0; j < i; j++) {
            if (*slug && strcmp(slug, diag_slug((DiagId)j)) == 0) {
                fail_msg("two diagnostics are called %s", slug);
            }
        }
        Diag diag = { .id = (DiagId)i };
        Text en = diag_message(&diag, LANG_EN), zh = diag_message(&diag, LANG_ZH);
        assert_true(en.length > 0 && zh.length > 0);
        assert_false(text_ends(en, TEXT(".")) || text_ends(zh, TEXT("。")));
        bool gap = false;
        for (char n = '0'; n <= '9'; n++) { /* words may come in two languages, but none is left out and none is too many */
            char hole[] = { '{', n, '}', '\0' };
            bool used = text_find(en, text_of(hole), 0) >= 0 || text_find(zh, text_of(hole), 0) >= 0;
            if (used && (gap || n >= '0' + DIAG_ARGS)) {
                fail_msg("row %d (%s): {%c}, but not all before it", i, slug, n);
            }
            gap |= !used;
        }
    }
}

int main(void) {
    mem_init();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_places_count_characters),
        cmocka_unit_test(test_byte_order_mark_is_removed),
        cmocka_unit_test(test_empty_source),
        cmocka_unit_test(test_same_report_is_kept_once),
        cmocka_unit_test(test_note_reported_twice_is_kept_once),
        cmocka_unit_test(test_beyond_the_limit_is_counted),
        cmocka_unit_test(test_arguments_are_copied),
        cmocka_unit_test(test_empty_argument_is_filled_in),
        cmocka_unit_test(test_sample_of_the_style),
        cmocka_unit_test(test_other_places_follow),
        cmocka_unit_test(test_data_has_row_and_column),
        cmocka_unit_test(test_control_characters_are_not_printed),
        cmocka_unit_test(test_bytes_that_are_not_utf8),
        cmocka_unit_test(test_spans_beyond_a_line),
        cmocka_unit_test(test_great_line_numbers_widen_the_margin),
        cmocka_unit_test(test_long_lines_are_cut_around_the_mark),
        cmocka_unit_test(test_a_line_that_fits_is_whole),
        cmocka_unit_test(test_colour),
        cmocka_unit_test(test_json),
        cmocka_unit_test(test_rows_of_the_table),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
