/* test_csv.c - CSV as office programs write it.  A table is compared as a whole: the column names, each row with
   its number (a damaged one has "-" for its cells), then what was reported. */
#include "data/table.h"

#include <iconv.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/digest.h"
#include "data/reader.h"
#include "data/text_input.h"

#define USUAL_PIECE ((size_t)1 << 18)
#define ROW_MAX ((size_t)1 << 26)

static void add_cell(Buf *out, int column, Text text) {
    buf_add_z(out, column > 0 ? "|" : " ");
    buf_add(out, text);
}

/* " a|b\n2 1|2\n3 -\nt.csv:3: error: …\n" */
static Text shape_sized(Text bytes, size_t piece, size_t row_max) {
    Buf out = { 0 };
    Diags *diags = diags_new();
    Locator locator = { .path = TEXT("t.csv") };
    Table *table = table_new(&locator, diags);
    if (csv_open_sized(table, bytes, (CsvSizes){ piece, row_max })) {
        for (int i = 0; i < table_width(table); i++) {
            add_cell(&out, i, table_name(table, i));
        }
        buf_char(&out, '\n');
        Row row;
        for (int got = table_next(table, &row); got != 0; got = table_next(table, &row)) {
            buf_format(&out, "%ld%s", row.number, got < 0 ? " -" : "");
            for (int i = 0; got > 0 && i < row.count; i++) {
                add_cell(&out, i, row.cells[i].text);
            }
            buf_char(&out, '\n');
            assert_int_equal(row.count, got > 0 ? table_width(table) : 0);
        }
        assert_int_equal(table_next(table, &row), 0);
        table_close(table);
    }
    for (int i = 0; i < diags->list.count; i++) {
        diag_write(&out, diags, diags->list.at[i], LANG_EN, false);
    }
    return buf_text(&out);
}

/* The same however many bytes are read at a time: a row, a character, a line end may be cut anywhere. */
static Text shape(Text bytes) {
    Text whole = shape_sized(bytes, USUAL_PIECE, ROW_MAX);
    for (size_t piece = 1; piece <= 40; piece++) {
        Text pieces = shape_sized(bytes, piece, ROW_MAX);
        assert_string_equal(pieces.at, whole.at);
    }
    return whole;
}

#define assert_shape(bytes, expected) assert_string_equal(shape(bytes).at, expected)

/* `text` in another encoding. */
static Text encoded(const char *encoding, Text text) {
    size_t room = text.length * 4 + 4, left = text.length, length = room;
    char *out = mem_leaf(room), *from = (char *)text.at, *to = out;
    iconv_t converter = iconv_open(encoding, "UTF-8");
    assert_true(converter != (iconv_t)-1);
    assert_int_equal(iconv(converter, &from, &left, &to, &room), 0);
    iconv_close(converter);
    return (Text){ out, length - room };
}

static Text joined(Text a, Text b) {
    Buf buf = { 0 };
    buf_add(&buf, a);
    buf_add(&buf, b);
    return buf_text(&buf);
}

/* ---- Cells and lines ---- */

static void test_plain(void **state) {
    (void)state;
    assert_shape(TEXT("a,b\n1,2\n3,4\n"), " a|b\n2 1|2\n3 3|4\n");
    assert_shape(TEXT("a,b\n1,2"), " a|b\n2 1|2\n");           /* no line end at the end */
    assert_shape(TEXT("a,b\n1,"), " a|b\n2 1|\n");             /* nor a last cell */
    assert_shape(TEXT("a\nx\n"), " a\n2 x\n");                 /* one column */
    assert_shape(TEXT("a,b"), " a|b\n");                       /* no row */
    assert_shape(TEXT("a,b\n 1 , 2 \n"), " a|b\n2  1 | 2 \n"); /* cells are not trimmed */
    assert_shape(TEXT("a,b\n1,5\" disk\n"), " a|b\n2 1|5\" disk\n");
    assert_shape(TEXT("名称,值\n甲，乙；丙,2\n"), " 名称|值\n2 甲，乙；丙|2\n");
    assert_shape(TEXT("a,b\n1,2\n\x1A"), " a|b\n2 1|2\n"); /* the DOS end of a file */
}

static void test_line_ends(void **state) {
    (void)state;
    assert_shape(TEXT("a,b\r\n1,2\r\n3,4\r\n"), " a|b\n2 1|2\n3 3|4\n");
    assert_shape(TEXT("a,b\r1,2\r3,4\r"), " a|b\n2 1|2\n3 3|4\n");
    assert_shape(TEXT("a,b\n1,2\r\n3,4\r5,6"), " a|b\n2 1|2\n3 3|4\n4 5|6\n");
    assert_shape(TEXT("a,b\n1,2\r"), " a|b\n2 1|2\n");
}

static void test_empty_lines(void **state) {
    (void)state;
    assert_shape(TEXT("\n\r\n \na,b\n\n1,2\n\n \t\n\xE3\x80\x80\n3,4\n\n"),
                 " a|b\n6 1|2\n10 3|4\n");
    /* what a spreadsheet leaves below the data */
    assert_shape(TEXT("a,b\n1,2\n,\n , \n,,,\n3,\n"), " a|b\n2 1|2\n6 3|\n");
    assert_shape(TEXT("a\tb\n1\t2\n\t\n3\t4\n"), " a|b\n2 1|2\n4 3|4\n");
    /* a quoted blank was written on purpose */
    assert_shape(TEXT("a\n\"\"\n\nx\n"), " a\n2 \n4 x\n");
}

static void test_quotes(void **state) {
    (void)state;
    assert_shape(TEXT("a,b\n\"1\",\"2\"\n"), " a|b\n2 1|2\n");
    assert_shape(TEXT("a,b\n\"1,5\",\"\"\n"), " a|b\n2 1,5|\n");
    assert_shape(TEXT("a,b\n\"say \"\"hi\"\"\",\"\"\"\"\n"), " a|b\n2 say \"hi\"|\"\n");
    assert_shape(TEXT("a,b\n\"\"\"\"\"\",\"x\"\"\"\n"), " a|b\n2 \"\"|x\"\n");
    assert_shape(TEXT("a,b\n\"1\" ,\"2\"  \r\n3,4\n"), " a|b\n2 1|2\n3 3|4\n");
    assert_shape(TEXT("\"a\",\"b\"\n1,\"2\""), " a|b\n2 1|2\n");
}

static void test_line_breaks_in_quotes(void **state) {
    (void)state;
    assert_shape(TEXT("a,b\n\"x\ny\",1\nz,2\n"), " a|b\n2 x\ny|1\n4 z|2\n");
    assert_shape(TEXT("a,b\r\n\"x\r\ny\r\n\",\"\r\n\"\r\nz,2\r\n"),
                 " a|b\n2 x\r\ny\r\n|\r\n\n6 z|2\n");
    assert_shape(TEXT("a,b\r\"x\ry\",1\rz,2\r"), " a|b\n2 x\ry|1\n4 z|2\n");
    assert_shape(TEXT("\"a\n1\",b\nx,y\n"), " a\n1|b\n3 x|y\n");
}

/* ---- Separators ---- */

static void test_separators(void **state) {
    (void)state;
    assert_shape(TEXT("a;b\n1,5;2\n"), " a|b\n2 1,5|2\n");
    assert_shape(TEXT("a\tb\n1,5\t2;\n"), " a|b\n2 1,5|2;\n");
    assert_shape(TEXT("\"a;b;c\",d\n1,2\n"), " a;b;c|d\n2 1|2\n");
    assert_shape(TEXT("\"a \"\";;;\"\" b\",d\n1,2\n"), " a \";;;\" b|d\n2 1|2\n");
    assert_shape(TEXT("\"a\n;;;\",d\n1,2\n"), " a\n;;;|d\n3 1|2\n");
    assert_shape(TEXT("金额(元,含税)\t名称\t年\n1\t2\t3\n"), " 金额(元,含税)|名称|年\n2 1|2|3\n");
    assert_shape(TEXT("名称，值\n1\n"),
                 " 名称，值\n2 1\n"); /* a full-width comma separates nothing */
}

static void test_separator_line(void **state) {
    (void)state;
    assert_shape(TEXT("sep=;\na,1;b\nx,y;2\n"), " a,1|b\n3 x,y|2\n");
    assert_shape(TEXT("\xEF\xBB\xBFSEP=\t\r\na;b\tc\r\n1\t2\r\n"), " a;b|c\n3 1|2\n");
    assert_shape(TEXT("\"sep=|\"\na|b\n1|2\n"), " a|b\n3 1|2\n");
    assert_shape(TEXT("sep=\nx\n"), " sep=\n2 x\n");
    assert_shape(TEXT("sep=x\nx\n"), " sep=x\n2 x\n");
    assert_shape(TEXT("sep=,"),
                 "t.csv: error: the table is empty: it has no header [table-empty]\n");
}

/* ---- Rows that do not fit ---- */

static void test_short_rows(void **state) {
    (void)state;
    assert_shape(TEXT("a,b,c\n1,2\n3\n4,5,6\n"),
                 " a|b|c\n2 1|2|\n3 3||\n4 4|5|6\n"
                 "t.csv:2: warning: the row has 2 of the header's 3 cells; "
                 "the others are taken as blank [row-short]\n"
                 "t.csv:3: warning: the row has 1 of the header's 3 cells; "
                 "the others are taken as blank [row-short]\n");
    /* columns without a name are missed by nobody */
    assert_shape(TEXT("a,b,,\n1,2\n3,4,,x\n"), " a|b||\n2 1|2||\n3 3|4||x\n");
}

static void test_long_rows(void **state) {
    (void)state;
    assert_shape(TEXT("a,b\n1,2,,\n3,4, ,\"\"\n"), " a|b\n2 1|2\n3 3|4\n"); /* nothing is lost */
    assert_shape(TEXT("a,b\n1,2,,x,y\n3,4\n"),
                 " a|b\n2 -\n3 3|4\n"
                 "t.csv:2:3: error: the row has 5 cells, the header 2: "
                 "'x' belongs to no column [row-long]\n");
}

static void test_quote_not_closed(void **state) {
    (void)state;
    assert_shape(TEXT("a,b\n1,2\n3,\"4\n5,6\n7,8\n"),
                 " a|b\n2 1|2\n3 -\n4 5|6\n5 7|8\n"
                 "t.csv:3:2: error: a quoted cell is opened and never closed [quote-not-closed]\n");
    assert_shape(TEXT("a,b\n1,\""),
                 " a|b\n2 -\n"
                 "t.csv:2:2: error: a quoted cell is opened and never closed [quote-not-closed]\n");
    /* a quoted line break before it: the row begins in line 2, the faulty cell in line 3 */
    assert_shape(TEXT("a,b\n\"x\ny\",\"4\n5,6\n"),
                 " a|b\n2 -\n4 5|6\n"
                 "t.csv:3:2: error: a quoted cell is opened and never closed [quote-not-closed]\n");
}

static void test_text_after_quote(void **state) {
    (void)state;
    assert_shape(TEXT("a,b\n\"1\"x y,2\n3,4\n"),
                 " a|b\n2 -\n3 3|4\n"
                 "t.csv:2:1: error: 'x y' stands between a closing quote and the end of its cell "
                 "[text-after-quote]\n");
    /* a stray quote meets the opening one of a later cell: only its own line is lost */
    assert_shape(TEXT("a,b\n\"1,2\n3,4\n\"5\",6\n7,8\n"),
                 " a|b\n2 -\n3 3|4\n4 5|6\n5 7|8\n"
                 "t.csv:2:1: error: '5\"' stands between a closing quote and the end of its cell "
                 "[text-after-quote]\n");
    assert_shape(
        TEXT("a,b\n\"1\"abcdefghijklmnopqrstuvw,2\n"),
        " a|b\n2 -\n"
        "t.csv:2:1: error: 'abcdefghijklmnopqrst…' stands between a closing quote and the end of "
        "its cell [text-after-quote]\n");
}

static void test_many_stray_quotes(void **state) {
    (void)state;
    Buf buf = { 0 };
    buf_add_z(&buf, "a,b\n");
    for (int i = 0; i < 20000; i++) {
        buf_add_z(&buf, "1,2\n\"3,4\n");
    }
    Diags *diags = diags_new();
    Table *table = table_open_bytes(TEXT("t.csv"), buf_text(&buf), diags);
    Row row;
    int good = 0, damaged = 0;
    for (int got = table_next(table, &row); got != 0; got = table_next(table, &row)) {
        good += got > 0;
        damaged += got < 0;
    }
    assert_int_equal(good, 20000);
    assert_int_equal(damaged, 20000);
    assert_int_equal(diags->errors, 20000);
    assert_int_equal(diags->list.count, 100);
}

static void test_nul_bytes(void **state) {
    (void)state;
    assert_shape(TEXT("a,b\n1,2\n3,\0\n5,6\n"),
                 " a|b\n2 1|2\n3 -\n4 5|6\n"
                 "t.csv:3:2: error: the row has a NUL byte in it [row-nul]\n");
    assert_shape(TEXT("a,b\n1,2,\0\n3,4\n"),
                 " a|b\n2 -\n3 3|4\n"
                 "t.csv:2:3: error: the row has a NUL byte in it [row-nul]\n");
}

/* ---- The header ---- */

static void test_no_header(void **state) {
    (void)state;
    static const char *const empty =
        "t.csv: error: the table is empty: it has no header [table-empty]\n";
    assert_shape(TEXT(""), empty);
    assert_shape(TEXT_NONE, empty);
    assert_shape(TEXT("\xEF\xBB\xBF"), empty);
    assert_shape(TEXT(" \r\n\n"), empty);
    assert_shape(TEXT("\n, ,\n1,2,3\n"),
                 "t.csv:2: error: the header names no column [table-no-names]\n");
    assert_shape(TEXT("\"\"\n1\n"),
                 "t.csv:1: error: the header names no column [table-no-names]\n");
    assert_shape(TEXT("a,\"b\n1,2\n"),
                 "t.csv:1:2: error: a quoted cell is opened and never closed [quote-not-closed]\n"
                 "t.csv:1: error: the header could not be read, so no row can be [table-header]\n");
}

static void test_names(void **state) {
    (void)state;
    Diags *diags = diags_new();
    Table *table = table_open_bytes(
        TEXT("data/form.1.csv"), TEXT(" 单位 ,,Ｏ３　浓度,\"Two\n words\",单位,o3 浓度\n"), diags);
    assert_int_equal(table_width(table), 6);
    assert_true(text_is_z(table_name(table, 0), "单位"));
    assert_true(text_is_z(table_name(table, 1), ""));
    assert_int_equal(table_column(table, TEXT("单位")), 0);
    assert_int_equal(table_column(table, TEXT("O3 浓度")), 2);
    assert_int_equal(table_column(table, TEXT(" o3  浓度")), 5);
    assert_int_equal(table_column(table, TEXT("Two words")), 3);
    assert_int_equal(table_column(table, TEXT("two words")), -1);
    assert_int_equal(table_column(table, TEXT("")), -1);
    assert_int_equal(table_column(table, TEXT(" ")), -1);
    assert_true(text_is_z(table_path(table), "data/form.1.csv"));
    assert_true(text_is_z(table_stem(table), "form.1"));
    assert_int_equal(diags->list.count, 1);
    assert_int_equal(diags->warnings, 1);
    Buf buf = { 0 };
    diag_write(&buf, diags, diags->list.at[0], LANG_EN, false);
    assert_string_equal(buf.at, "data/form.1.csv:1:5: warning: '单位' names column 1 and column 5; "
                                "column 1 is used [column-twice]\n");
}

static void assert_stem(Text path, const char *stem) {
    Table *table = table_open_bytes(path, TEXT("a\n"), diags_new());
    assert_true(text_is_z(table_stem(table), stem));
}

static void test_stems(void **state) {
    (void)state;
    assert_stem(TEXT("data/entries.csv"), "entries");
    assert_stem(TEXT("a.b/entries"), "entries");
    assert_stem(TEXT(".csv"), ".csv");
    assert_stem(TEXT("-"), "-");
    assert_stem(TEXT("指标.csv"), "指标");
}

static void test_suggestions(void **state) {
    (void)state;
    Table *table =
        table_open_bytes(TEXT("t"), TEXT("coverage,覆盖率,,权重,average\n"), diags_new());
    assert_true(text_is_z(table_suggest(table, TEXT("covrage")), "coverage"));
    assert_true(text_is_z(table_suggest(table, TEXT("覆盖律")), "覆盖率"));
    assert_true(text_is_z(table_suggest(table, TEXT("权")), ""));
    assert_true(text_is_z(table_suggest(table, TEXT("averages")), "average"));
    assert_null(table_suggest(table, TEXT("something else")).at);
    assert_null(table_suggest(table, TEXT("")).at);
}

static void test_many_columns(void **state) {
    (void)state;
    Buf buf = { 0 };
    for (int i = 0; i < 20000; i++) {
        buf_format(&buf, "%sc%d", i ? "," : "", i);
    }
    Table *table = table_open_bytes(TEXT("t"), buf_text(&buf), diags_new());
    assert_int_equal(table_width(table), 20000);
    assert_int_equal(table_column(table, TEXT("c19999")), 19999);
    assert_int_equal(table_column(table, TEXT("c20000")), -1);
}

/* ---- Encodings ---- */

#define HAN TEXT("名称,数值\r\n联通,𠮷〇1\r\n\"上一\n行\",€2\r\n")
#define HAN_SHAPE " 名称|数值\n2 联通|𠮷〇1\n3 上一\n行|€2\n"

static void test_encodings(void **state) {
    (void)state;
    assert_shape(HAN, HAN_SHAPE);
    assert_shape(joined(TEXT("\xEF\xBB\xBF"), HAN), HAN_SHAPE);
    assert_shape(encoded("GB18030", HAN), HAN_SHAPE);
    assert_shape(joined(TEXT("\xFF\xFE"), encoded("UTF-16LE", HAN)), HAN_SHAPE);
    assert_shape(joined(TEXT("\xFE\xFF"), encoded("UTF-16BE", HAN)), HAN_SHAPE);
    assert_shape(encoded("UTF-16LE", HAN), HAN_SHAPE);
    assert_shape(encoded("UTF-16BE", HAN), HAN_SHAPE);
    assert_shape(encoded("UTF-16LE", TEXT("a,b\n1,2\n")), " a|b\n2 1|2\n");
    assert_shape(encoded("UTF-16BE", TEXT("a,b\n1,2\n")), " a|b\n2 1|2\n");
    /* code page 936 has its euro sign at 80 */
    assert_shape(joined(encoded("GBK", TEXT("名称,数值\n甲,")), TEXT("\x80\n")),
                 " 名称|数值\n2 甲|€\n");
}

/* What one encoding spells, found in another: the row is damaged, those around it are whole. */
static void test_bytes_nothing_explains(void **state) {
    (void)state;
    Text good = TEXT("名称,数值\n甲方单位,1\n"), more = TEXT("丙方单位,3\n");
    Text in_gb = encoded("GB18030", TEXT("乙方单位,2\n"));
    assert_shape(joined(joined(good, in_gb), more),
                 " 名称|数值\n2 甲方单位|1\n3 -\n4 丙方单位|3\n"
                 "t.csv:3:1: error: the row has bytes that are not UTF-8 text [row-not-text]\n");
    assert_shape(
        joined(joined(encoded("GB18030", good), TEXT("x,\xFF\n")), encoded("GB18030", more)),
        " 名称|数值\n2 甲方单位|1\n3 -\n4 丙方单位|3\n"
        "t.csv:3:2: error: the row has bytes that are not GB18030 text [row-not-text]\n");
    assert_shape(TEXT("a,b\n\xFF,2\n3,4\n"),
                 " a|b\n2 -\n3 3|4\n"
                 "t.csv:2:1: error: the row has bytes that are not UTF-8 text [row-not-text]\n");
    /* a mark is believed: half a pair, then half a unit */
    assert_shape(TEXT("\xFE\xFF\0a\0,\0b\0\n\0001\0,\xD8\x40\0\n\0003\0,\0004\0\n\0005\0,\0006\0"),
                 " a|b\n2 -\n3 3|4\n4 -\n"
                 "t.csv:2:2: error: the row has bytes that are not UTF-16 text [row-not-text]\n"
                 "t.csv:4:2: error: the row has bytes that are not UTF-16 text [row-not-text]\n");
    assert_shape(TEXT("\xEF\xBB\xBF"
                      "a,b\n\xC4\xE3,2\n3,4\n"),
                 " a|b\n2 -\n3 3|4\n"
                 "t.csv:2:1: error: the row has bytes that are not UTF-8 text [row-not-text]\n");
    /* the end of the file cuts a character */
    assert_shape(joined(encoded("GB18030", TEXT("名称,数值\n甲,1\n乙,")), TEXT("\xD2")),
                 " 名称|数值\n2 甲|1\n3 -\n"
                 "t.csv:3:2: error: the row has bytes that are not GB18030 text [row-not-text]\n");
}

static void test_damaged_header(void **state) {
    (void)state;
    assert_shape(TEXT("名称,数\xFF,c\0d\n1,2,3\n"),
                 " 名称|数\xEF\xBF\xBD|c\xEF\xBF\xBD"
                 "d\n2 1|2|3\n"
                 "t.csv:1:2: error: the row has bytes that are not UTF-8 text [row-not-text]\n");
}

static void test_long_gb18030(void **state) {
    (void)state;
    Buf buf = { 0 };
    buf_add_z(&buf, "名称,数值\n");
    for (int i = 0; i < 20000; i++) {
        buf_format(&buf, "第%d号𠮷,%d\n", i, i);
    }
    Table *table = table_open_bytes(TEXT("t"), encoded("GB18030", buf_text(&buf)), diags_new());
    Row row;
    for (int i = 0; i < 20000; i++) {
        char expected[40];
        snprintf(expected, sizeof expected, "第%d号𠮷", i);
        assert_int_equal(table_next(table, &row), 1);
        assert_int_equal(row.number, i + 2);
        assert_true(text_is_z(row.cells[0].text, expected));
    }
    assert_int_equal(table_next(table, &row), 0);
}

/* All that GB18030 has, and what it does not have, as the system decodes it. */
static void test_every_pair(void **state) {
    (void)state;
    Decoder decoder = { 0 };
    assert_true(decoder_open(&decoder, ENCODING_GB18030));
    iconv_t converter = iconv_open("UTF-8", "GB18030");
    for (int lead = 0x80; lead < 0x100; lead++) {
        for (int trail = 0x30; trail < 0x100; trail++) {
            for (int third = 0x81; third < 0x88; third += trail < 0x40 ? 1 : 7) {
                char bytes[4] = { (char)lead, (char)trail, (char)third, '5' }, expected[64],
                     text[64];
                char *at = bytes, *to = expected;
                size_t left = 4, room = sizeof expected;
                while (left > 0) {
                    if (iconv(converter, &at, &left, &to, &room) == (size_t)-1) {
                        bool euro = (unsigned char)*at == 0x80;
                        memcpy(to, euro ? "\xE2\x82\xAC" : "\xFF", euro ? 3 : 1);
                        to += euro ? 3 : 1;
                        room -= euro ? 3 : 1;
                        at++;
                        left--;
                    }
                }
                Text from = { bytes, 4 };
                size_t length = decoder_run(&decoder, &from, text, sizeof text, true);
                assert_int_equal(from.length, 0);
                assert_int_equal(length, to - expected);
                assert_memory_equal(text, expected, length);
            }
        }
    }
    iconv_close(converter);
    decoder_close(&decoder);
}

static void assert_encoding(Text bytes, Encoding encoding) {
    TextInput *input = text_input_bytes(TEXT("t"), bytes, USUAL_PIECE, diags_new());
    assert_int_equal(text_input_encoding(input), encoding);
}

/* Near misses of a guess. */
static void test_guessed_encodings(void **state) {
    (void)state;
    assert_encoding(TEXT("a,b\n1,\0\n"), ENCODING_UTF8);
    assert_encoding(TEXT("a,b\n1,\0\0\n"), ENCODING_UTF8);
    assert_encoding(TEXT("\0\0\0\0"), ENCODING_UTF8);
    assert_encoding(encoded("UTF-16LE", TEXT("一,一\n一,一\n")), ENCODING_UTF16_LE);
    assert_encoding(encoded("UTF-16BE", TEXT("上一,上一\n下一,一上\n")), ENCODING_UTF16_BE);
    assert_encoding(encoded("GB18030", TEXT("联通移动\n")), ENCODING_GB18030);
    assert_encoding(TEXT("caf\xC3\xA9 na\xC3\xAFve \xC3\xBC \xC3\xB6 \xC3\xA4 \xC3\x9F \xC3\xA8 "
                         "\xC3\xA7 \xC3\xB1 \xFF\n"),
                    ENCODING_UTF8);
}

/* ---- Sources ---- */

static void test_files_and_digest(void **state) {
    (void)state;
    const char *folder = getenv("TMPDIR");
    Buf path = { 0 };
    buf_format(&path, "%s/heng-csv-XXXXXX", folder && *folder ? folder : "/tmp");
    int fd = mkstemp(path.at);
    assert_true(fd >= 0);
    Text bytes = encoded("GB18030", HAN);
    assert_int_equal(write(fd, bytes.at, bytes.length), bytes.length);
    close(fd);
    Diags *diags = diags_new();
    Table *table = table_open(buf_text(&path), diags);
    assert_non_null(table);
    Row row;
    while (table_next(table, &row) != 0) {
    }
    assert_true(
        text_is(table_digest(table), digest_of(bytes))); /* of the file, not of its decoding */
    table_close(table);
    unlink(path.at);
    assert_null(table_open(buf_text(&path), diags));
    assert_int_equal(diags->list.count, 1);
    assert_string_equal(diag_slug(diags->list.at[0]->id), "file-missing");
}

/* Every row, each cell behind a '|', a damaged one as '-'. */
static Text rows_of(Table *table) {
    Buf out = { 0 };
    Row row;
    for (int got = table_next(table, &row); got != 0; got = table_next(table, &row)) {
        buf_char(&out, got < 0 ? '-' : ' ');
        for (int i = 0; i < row.count; i++) {
            buf_char(&out, '|');
            buf_add(&out, row.cells[i].text);
        }
    }
    return buf_text(&out);
}

static const char *new_file(Text bytes) {
    const char *folder = getenv("TMPDIR");
    Buf path = { 0 };
    buf_format(&path, "%s/heng-csv-XXXXXX", folder && *folder ? folder : "/tmp");
    int fd = mkstemp(path.at);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, bytes.at, bytes.length), bytes.length);
    close(fd);
    return path.at;
}

static void assert_only(const Diags *diags, const char *slug) {
    assert_int_equal(diags->list.count, 1);
    assert_string_equal(diag_slug(diags->list.at[0]->id), slug);
}

static void test_another_pass(void **state) {
    (void)state;
    const Text inputs[] = { HAN, encoded("GB18030", HAN),
                            joined(TEXT("\xFF\xFE"), encoded("UTF-16LE", HAN)) };
    for (int i = 0; i < 3; i++) {
        const char *path = new_file(inputs[i]);
        Diags *diags = diags_new();
        Table *table = table_open(text_of(path), diags);
        assert_true(table_progress(table) == 0);
        Row row;
        assert_int_equal(table_next(table, &row), 1);
        assert_true(table_progress(table) > 0);
        assert_true(table_rewind(table)); /* in the middle of a pass, and after one */
        Text first = rows_of(table);
        assert_true(table_progress(table) == 1);
        assert_string_equal(first.at, " |联通|𠮷〇1 |上一\n行|€2");
        assert_int_equal(table_next(table, &row), 0);
        assert_true(table_rewind(table));
        assert_string_equal(rows_of(table).at, first.at);
        assert_true(text_is(table_digest(table), digest_of(inputs[i])));
        assert_int_equal(diags->list.count, 0);
        table_close(table);
        unlink(path);
    }
}

static void test_a_file_that_changes(void **state) {
    (void)state;
    const char *path = new_file(TEXT("a,b\n1,2\n"));
    Diags *diags = diags_new();
    Table *table = table_open(text_of(path), diags);
    assert_int_equal(truncate(path, 6), 0); /* before the first row */
    assert_string_equal(rows_of(table).at, "-");
    assert_only(diags, "file-changed");
    assert_null(table_digest(table).at);

    table = table_open(text_of(path), diags = diags_new());
    assert_string_equal(rows_of(table).at, " |1|");
    assert_int_equal(truncate(path, 8), 0);
    assert_false(table_rewind(table)); /* between two passes */
    assert_only(diags, "file-changed");
    assert_string_equal(rows_of(table).at, "");

    unlink(path);
}

static void test_a_file_that_changes_under_a_pass(void **state) {
    (void)state;
    Buf bytes = { 0 };
    buf_add_z(&bytes, "a,b\n");
    while (bytes.length < 4 * USUAL_PIECE) {
        buf_add_z(&bytes, "1,2\n");
    }
    const char *path = new_file(buf_text(&bytes));
    Diags *diags = diags_new();
    Table *table = table_open(text_of(path), diags);
    Row row;
    assert_int_equal(table_next(table, &row), 1);
    assert_int_equal(truncate(path, (off_t)(3 * USUAL_PIECE)), 0);
    int last = 1, got;
    while ((got = table_next(table, &row)) != 0) {
        last = got;
    }
    assert_int_equal(last, -1);
    assert_only(diags, "file-changed");
    unlink(path);
    assert_false(table_rewind(table));
    assert_int_equal(diags->list.count, 2);
    assert_string_equal(diag_slug(diags->list.at[1]->id), "file-missing");
}

/* A row is damaged where it is too long; what follows it is read. */
static void test_too_long_a_row(void **state) {
    (void)state;
    Buf bytes = { 0 };
    buf_add_z(&bytes, "a,b\n1,2\n");
    for (int i = 0; i < 500; i++) {
        buf_add_z(&bytes, "x");
    }
    buf_add_z(&bytes, ",2\r\n3,4\n5,\"6\n7,8\n");
    for (int i = 0; i < 30; i++) {
        buf_add_z(&bytes, "9,9999999\n");
    }
    Text before = TEXT(" a|b\n2 1|2\n3 -\n4 3|4\n5 -\n6 7|8\n7 9|9999999\n");
    for (size_t piece = 1; piece <= 40; piece++) {
        Text found = shape_sized(buf_text(&bytes), piece, 100);
        assert_true(text_begins(found, before));
        assert_true(text_find(found,
                              TEXT("t.csv:3: error: the row goes on for more than 100 bytes: a "
                                   "quote may not be closed [row-too-long]\n"
                                   "t.csv:5: error: the row goes on for more"),
                              0) > 0);
    }
}

/* A row longer than what is read at a time, and much longer than the others. */
static void test_long_cells(void **state) {
    (void)state;
    size_t length = 3 * USUAL_PIECE + 17;
    Buf bytes = { 0 };
    buf_add_z(&bytes, "a,b\n\"");
    for (size_t i = 0; i < length; i += 4) {
        buf_add_z(&bytes, "x\n\"\"");
    }
    buf_add_z(&bytes, "\",1\n2,3\n");
    Table *table = table_open_bytes(TEXT("t"), buf_text(&bytes), diags_new());
    Row row;
    assert_int_equal(table_next(table, &row), 1);
    assert_int_equal(row.cells[0].text.length, (length + 3) / 4 * 3);
    assert_true(text_begins(row.cells[0].text, TEXT("x\n\"x\n\"")));
    assert_true(text_is_z(row.cells[1].text, "1"));
    assert_int_equal(table_next(table, &row), 1);
    assert_true(text_is_z(row.cells[1].text, "3"));
    assert_int_equal(table_next(table, &row), 0);
}

/* The survey, a character at a time. */
static Survey plain_survey(Text text) {
    Survey seen = { 0 };
    int length;
    for (size_t at = 0; at < text.length; at += (size_t)length) {
        bool wrong = text_rune(text, at, &length) == 0xFFFD && length == 1;
        seen.nul = seen.nul || text.at[at] == 0;
        seen.wrong += wrong;
        seen.two += length == 2;
        seen.longer += length > 2;
    }
    return seen;
}

/* However the bytes are cut, the survey counts the same. */
static void assert_survey(Text text) {
    Survey expected = plain_survey(text);
    for (size_t piece = 1; piece <= text.length; piece += piece < 80 ? 1 : 97) {
        Survey seen = { 0 };
        for (size_t at = 0; at < text.length; at += piece) {
            size_t end = at + piece < text.length ? at + piece : text.length;
            survey_add(&seen, text_slice(text, at, end));
        }
        survey_end(&seen);
        assert_int_equal(seen.two, expected.two);
        assert_int_equal(seen.longer, expected.longer);
        assert_int_equal(seen.wrong, expected.wrong);
        assert_int_equal(seen.nul, expected.nul);
    }
}

static void test_survey_in_pieces(void **state) {
    (void)state;
    /* characters at the ends of what is allowed, and just behind them */
    static const char *const parts[] = {
        "ab",
        "\xE6\xB1\x89",
        "\xC3\xA9",
        "\xF0\xA0\xAE\xB7",
        "x y",
        "\xC2\x80",
        "\xDF\xBF",
        "\xE0\xA0\x80",
        "\xED\x9F\xBF",
        "\xEE\x80\x80",
        "\xF0\x90\x80\x80",
        "\xF4\x8F\xBF\xBF",
        "0123456789abcdef0123456789abcdef",
        /* wrong from here on */
        "\xE6\xB1",
        "\xC1\xBF",
        "\xE0\x9F\xBF",
        "\xED\xA0\x80",
        "\xF0\x8F\xBF\xBF",
        "\xF4\x90\x80\x80",
        "\xF5",
        "\x80",
        "\xF0\xA0\xAE",
        "\xC4\xE3",
    };
    size_t right = 13, all = sizeof parts / sizeof *parts;
    uint32_t random = 1;
    for (int round = 0; round < 60; round++) {
        Buf buf = { 0 };
        for (int i = 0; i < 150; i++) {
            random = random * 1664525 + 1013904223;
            bool any = round % 3 == 2 || (round % 3 == 1 && i == 100); /* none, one or many wrong */
            buf_add_z(&buf, parts[(random >> 8) % (any ? all : right)]);
        }
        if (round % 7 == 0) {
            buf_char(&buf, 0);
        }
        assert_survey(buf_text(&buf));
    }
    for (unsigned first = 0x80; first < 0x100; first++) { /* every lead with every second byte */
        Buf buf = { 0 };
        for (unsigned second = 1; second < 0x100; second++) {
            buf_add_z(&buf, "0123456789abcdef0123456789abcdef0123456789abcdef");
            buf_char(&buf, (char)first);
            buf_char(&buf, (char)second);
            buf_add_z(&buf, "\x80\x80 0123456789abcdef");
        }
        Survey expected = plain_survey(buf_text(&buf)), seen = { 0 };
        survey_add(&seen, buf_text(&buf));
        survey_end(&seen);
        assert_memory_equal(&seen, &expected, offsetof(Survey, nul));
    }
}

int main(void) {
    mem_init();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_plain),
        cmocka_unit_test(test_line_ends),
        cmocka_unit_test(test_empty_lines),
        cmocka_unit_test(test_quotes),
        cmocka_unit_test(test_line_breaks_in_quotes),
        cmocka_unit_test(test_separators),
        cmocka_unit_test(test_separator_line),
        cmocka_unit_test(test_short_rows),
        cmocka_unit_test(test_long_rows),
        cmocka_unit_test(test_quote_not_closed),
        cmocka_unit_test(test_text_after_quote),
        cmocka_unit_test(test_many_stray_quotes),
        cmocka_unit_test(test_nul_bytes),
        cmocka_unit_test(test_no_header),
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_stems),
        cmocka_unit_test(test_suggestions),
        cmocka_unit_test(test_many_columns),
        cmocka_unit_test(test_encodings),
        cmocka_unit_test(test_bytes_nothing_explains),
        cmocka_unit_test(test_damaged_header),
        cmocka_unit_test(test_long_gb18030),
        cmocka_unit_test(test_every_pair),
        cmocka_unit_test(test_guessed_encodings),
        cmocka_unit_test(test_files_and_digest),
        cmocka_unit_test(test_another_pass),
        cmocka_unit_test(test_a_file_that_changes),
        cmocka_unit_test(test_a_file_that_changes_under_a_pass),
        cmocka_unit_test(test_too_long_a_row),
        cmocka_unit_test(test_long_cells),
        cmocka_unit_test(test_survey_in_pieces),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
