/* test_xlsx.c - workbooks as Excel, WPS, LibreOffice and programs write them.  A workbook is compared as a whole:
   each table with its sheet (an asterisk where it is not alone), its names, each row with its number, "%" behind
   a cell shown as a percentage, then what was reported. */
#include "data/reader.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

#include <xlsxwriter.h>

#include "base/digest.h"
#include "base/file.h"
#include "xlsx_make.h"

static Text shape_of(Locator locator, bool twice) {
    Buf out = { 0 };
    Diags *diags = diags_new();
    TableList tables = { 0 };
    locator.path = TEXT("t.xlsx");
    bool good = xlsx_open(&locator, diags, &tables);
    assert_true(good || diags->errors > 0);
    for (int i = 0; i < tables.count; i++) {
        Table *table = tables.at[i];
        buf_add(&out, table_sheet(table));
        buf_add_z(&out, table->alone ? ":" : "*:");
        for (int j = 0; j < table_width(table); j++) {
            buf_add_z(&out, j > 0 ? "|" : " ");
            buf_add(&out, table_name(table, j));
        }
        buf_char(&out, '\n');
        Row row;
        if (twice) {
            while (table_next(table, &row) != 0) {
            }
            assert_true(table_rewind(table));
        }
        for (int got = table_next(table, &row); got != 0; got = table_next(table, &row)) {
            buf_format(&out, "%ld%s", row.number, got < 0 ? " -" : "");
            for (int j = 0; j < row.count; j++) {
                buf_add_z(&out, j > 0 ? "|" : " ");
                buf_add(&out, row.cells[j].text);
                buf_add_z(&out, row.cells[j].format == CELL_PERCENT ? "%" : "");
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
    unlink(locator.file.at);
    return buf_text(&out);
}

/* The same on a first and on a second pass. */
static void check_simple(const Simple *simple, const char *expected) {
    assert_string_equal(shape_of((Locator){ .file = make_simple(simple) }, false).at, expected);
    assert_string_equal(shape_of((Locator){ .file = make_simple(simple) }, true).at, expected);
}
#define assert_simple(expected, ...) check_simple(&(Simple){ __VA_ARGS__ }, expected)

static void check_header(const Simple *simple, long header, const char *expected) {
    assert_string_equal(
        shape_of((Locator){ .file = make_simple(simple), .header = header }, false).at, expected);
}

#define ROW(n, cells) "<row r=\"" #n "\">" cells "</row>"
#define S(place, text) "<c r=\"" place "\" t=\"inlineStr\"><is><t>" text "</t></is></c>"
#define N(place, number) "<c r=\"" place "\"><v>" number "</v></c>"
#define HEAD ROW(1, S("A1", "a") S("B1", "b"))

/* ---- Texts ---- */

static void test_texts(void **state) {
    assert_simple("表: 名称|b\n2 ab |x\r\n_y😀\n3 TRUE|FALSE\n4 #DIV/0!| kept \n5 012|_x0000_\n",
                  .strings =
                      "<si><t>名称</t></si>"
                      "<si><r><rPr><b/></rPr><t>a</t></r><r><t xml:space=\"preserve\">b </t></r>"
                      "<rPh sb=\"0\" eb=\"1\"><t>not this</t></rPh><phoneticPr fontId=\"1\"/></si>"
                      "<si><t>x_x000D_\n_x005F_y_xD83D__xDE00_</t></si><si/>",
                  .rows = ROW(1, "<c r=\"A1\" t=\"s\"><v>0</v></c>" S("B1", "b"))
                      ROW(2, "<c r=\"A2\" t=\"s\"><v>1</v></c><c r=\"B2\" t=\"s\"><v>2</v></c>")
                          ROW(3, "<c r=\"A3\" t=\"b\"><v>1</v></c><c r=\"B3\" "
                                 "t=\"b\"><v>0</v></c><c r=\"C3\" t=\"s\"><v>3</v></c>")
                              ROW(4, "<c r=\"A4\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c><c r=\"B4\" "
                                     "t=\"str\"><f>A1</f><v> kept </v></c>")
                                  ROW(5, S("A5", "\n  012\n ") S("B5", "_x0000_"))
                                      ROW(6, S("A6", " ") "<c r=\"B6\" s=\"0\"/>"));
}

static void test_without_references(void **state) {
    assert_simple("表: a|b\n2 1|2\n5 |4\n6 5|\n",
                  .rows = "<row><c t=\"inlineStr\"><is><t>a</t></is></c><c "
                          "t=\"inlineStr\"><is><t>b</t></is></c></row>"
                          "<row><c><v>1</v></c><c><v>2</v></c></row><row/>"
                          "<row r=\"5\"><c/><c><v>4</v></c></row><row><c><v>5</v></c></row>");
}

/* ---- Numbers ---- */

static void test_numbers(void **state) {
    assert_simple("表: a|b\n2 0.58|102.717452969\n3 0.0012|1200000\n4 -0.5|0\n5 "
                  "123456789012345|1000000000000000\n"
                  "6 12.5|100000000000000000000\n7 0.000000000000000000000123|1\n",
                  .rows = HEAD ROW(2, N("A2", "0.57999999999999996") N("B2", "102.71745296899999"))
                      ROW(3, N("A3", "1.2E-3") N("B3", "1.2e+6"))
                          ROW(4, N("A4", "-.5") N("B4", "-0"))
                              ROW(5, N("A5", "123456789012345") N("B5", "999999999999999.96"))
                                  ROW(6, N("A6", "12.50") N("B6", "1E20"))
                                      ROW(7, N("A7", "1.23E-22") N("B7", " 1 ")));
}

static void test_bad_cells(void **state) {
    assert_simple(
        "表: a|b\n2 -\n3 -\n4 -\n5 -\n6 -\n7 -\n8 -\n9 -\n10 1|2\n"
        "t.xlsx:2:1: error: 表!A2 says that '1,5' is a number [xlsx-number]\n"
        "t.xlsx:3:2: error: 表!B3 refers to text 7 of the 0 that cells share [xlsx-string]\n"
        "t.xlsx:4:1: error: 表!A4 refers to style 3 of the 1 that the workbook has [xlsx-style]\n"
        "t.xlsx:5:1: error: 表!A5 holds a value of the unknown kind 'x' [xlsx-type]\n"
        "t.xlsx:6:2: error: 表!B6 says that 'yes' is TRUE or FALSE [xlsx-truth]\n"
        "t.xlsx:7:2: error: behind the cell before 表!B7, 'A7' is no place for a cell "
        "[xlsx-place]\n"
        "t.xlsx:8:1: error: 表!A8 holds two values [xlsx-two-values]\n"
        "t.xlsx:9:1: error: 表!A9 says that '2022-02-30' is a date [xlsx-date]\n",
        .rows = HEAD ROW(2, N("A2", "1,5")) ROW(3, "<c r=\"B3\" t=\"s\"><v>7</v></c>")
            ROW(4, "<c r=\"A4\" s=\"3\"><v>1</v></c>") ROW(5, "<c r=\"A5\" t=\"x\"><v>1</v></c>")
                ROW(6, "<c r=\"B6\" t=\"b\"><v>yes</v></c>") ROW(7, N("A7", "1") N("A7", "2"))
                    ROW(8, "<c r=\"A8\"><v>1</v><v>2</v></c>")
                        ROW(9, "<c r=\"A9\" t=\"d\"><v>2022-02-30</v></c>")
                            ROW(10, N("A10", "1") N("B10", "2")));
}

/* One cell for each format: what a person sees of it. */
static void assert_format(const char *code, const char *stored, const char *expected,
                          bool from_1904) {
    Buf formats = { 0 }, rows = { 0 }, out = { 0 };
    buf_format(&formats, "<numFmt numFmtId=\"200\" formatCode=\"%s\"/>", code);
    buf_format(&rows, ROW(1, S("A1", "a")) "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>%s</v></c></row>",
               stored);
    buf_format(&out, "表: a\n2 %s\n", expected);
    bool builtin = code[0] == '!';
    Buf styles = { 0 };
    buf_format(&styles, "<xf numFmtId=\"0\"/><xf numFmtId=\"%s\"/>", builtin ? code + 1 : "200");
    Simple simple = { .rows = rows.at,
                      .formats = builtin ? "" : formats.at,
                      .styles = styles.at,
                      .book = from_1904 ? "<workbookPr date1904=\"1\"/>" : "" };
    assert_string_equal(shape_of((Locator){ .file = make_simple(&simple) }, false).at, out.at);
}

#define Q "&quot;"

static void test_number_formats(void **state) {
    static const struct {
        const char *code, *stored, *expected;
    } cases[] = {
        { "!0", "0.955", "0.955" },
        { "!9", "0.955", "0.955%" },
        { "!10", "0.95499999999999996", "0.955%" },
        { "!44", "12.5", "12.5" },
        { "0.0%", "0.5", "0.5%" },
        { "0.00" Q "元" Q, "12.5", "12.5元" },
        { "#,##0.00" Q "元" Q, "12345.5", "12345.5元" },
        { "0.0" Q "%" Q, "95.5", "95.5%" }, /* a sign, not a format: 95.5% typed */
        { "0\\%", "95", "95%" },
        { "General" Q " 场次" Q, "3", "3场次" },
        { "G/通用格式" Q "人" Q, "3", "3人" },
        { "0.00元", "2", "2元" },
        { "0" Q "年" Q, "5", "5年" },
        { Q "￥" Q "#,##0.00", "8", "8" },
        { "#,##0.00_);[Red]\\(#,##0.00\\)", "-8.25", "-8.25" },
        { "_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * " Q "-" Q "??_ ;_ @_ ", "7", "7" },
        { "0.0,", "12345", "12345" },
        { "0.0," Q "千元" Q, "12345", "12.345千元" },
        { "0,.0" Q "千元" Q, "12345", "12.345千元" },
        { "0!.0," Q "万" Q, "12345", "12345" }, /* a point that is none: what is stored */
        { "[&gt;=10000]0" Q "元" Q ";0" Q "角" Q, "5", "5角" },
        { "[&gt;=10000]0" Q "元" Q ";0" Q "角" Q, "10000", "10000元" },
        { "0" Q "元" Q ";-0" Q "亏" Q ";0", "-3", "-3亏" },
        { "0" Q "元" Q ";-0" Q "亏" Q ";0", "0", "0" },
        { "0.00E+00", "1500", "1500" },
        { "# ?/?", "0.5", "0.5" },
        { Q "第" Q "0" Q "名" Q, "3", "3名" },
        { "0" Q ")" Q, "3", "3" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_format(cases[i].code, cases[i].stored, cases[i].expected, false);
    }
}

/* 44926 is 2022-12-31: 44562 is 2022-01-01, and 2022 has 365 days.  1904 counts 1462 days fewer. */
static void test_dates(void **state) {
    static const struct {
        const char *code, *stored, *expected;
    } cases[] = {
        { "!14", "44926", "2022-12-31" },
        { "!22", "44926.354166666664", "2022-12-31 08:30" }, /* 8.5 / 24 */
        { "!14", "44926.000011574073", "2022-12-31 00:00:01" },
        { "!14", "44925.999999999996", "2022-12-31" }, /* the double next to it */
        { "!31", "44926", "2022-12-31" },
        { "!57", "44926", "2022年12月" },
        { "!17", "44926", "2022年12月" },
        { "!58", "44926", "2022-12-31" },
        { "!20", "0.354166666666667", "08:30" },
        { "!46", "1.5", "36:00" },
        { "!45", "0.00104166666666667", "00:01:30" },
        { "yyyy\\-mm\\-dd", "44926", "2022-12-31" },
        { "yyyy" Q "年" Q "m" Q "月" Q, "44926", "2022年12月" },
        { "yyyy年m月d日", "44926", "2022-12-31" },
        { "[$-804]yyyy" Q "年" Q "m" Q "月" Q "d" Q "日" Q ";@", "44926", "2022-12-31" },
        { "[DBNum1][$-804]yyyy" Q "年" Q "m" Q "月" Q ";@", "44926", "2022年12月" },
        { "yyyy" Q "年" Q, "44926", "2022年" },
        { "yyyy", "44926", "2022" },
        { "yyyy/m/d h:mm:ss", "44926.5", "2022-12-31 12:00" },
        { "[h]:mm", "1.25", "30:00" },
        { "[Red]0.00", "44926", "44926" },
        { Q "day" Q "0", "44926", "44926" },
        { "!14", "1", "1900-01-01" },
        { "!14", "59", "1900-02-28" },
        { "!14", "60", "1900-02-29" }, /* a day that Excel alone has */
        { "!14", "61", "1900-03-01" },
        { "!14", "0", "1900-01-00" },
        { "!14", "-1", "########" },
        { "!14", "2958465", "9999-12-31" },
        { "!14", "2958466", "########" },
        { "!14", "1E300", "########" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_format(cases[i].code, cases[i].stored, cases[i].expected, false);
    }
    assert_format("!14", "43464", "2022-12-31", true);
    assert_format("!14", "0", "1904-01-01", true);
    assert_simple("表: a|b\n2 2022-12-31|2022-12-31 08:30\n",
                  .rows = HEAD ROW(2, "<c r=\"A2\" t=\"d\"><v>2022-12-31</v></c><c r=\"B2\" "
                                      "t=\"d\"><v>2022-12-31T08:30:00.000Z</v></c>"));
}

/* ---- Formulas ---- */

static void test_formulas(void **state) {
    assert_simple(
        "表: a|b\n2 3|\n3 x|\n"
        "t.xlsx:2:2: warning: the formula in 表!B2 was saved without its value: it counts as "
        "blank, like others in "
        "its sheet [xlsx-no-value]\nhelp: open the workbook in Excel or WPS and save it\n",
        .rows = HEAD ROW(2, "<c r=\"A2\"><f>1+2</f><v>3</v></c><c r=\"B2\"><f>1+2</f><v></v></c>")
            ROW(3, S("A3", "x") "<c r=\"B3\"><f>1+2</f></c>"));
    assert_simple(
        "表: a|b\n2 x|\n", /* a text of no length is a value */
        .rows = HEAD ROW(2, S("A2", "x") "<c r=\"B2\" t=\"str\"><f>A9&amp;A9</f><v></v></c>"));
    assert_simple("表: a|b\n2 0|\n"
                  "t.xlsx:2:1: warning: the workbook asks for its formulas to be worked out anew: "
                  "the value of 表!A2, like "
                  "others in its sheet, may be out of date [xlsx-stale]\nhelp: open the workbook "
                  "in Excel or WPS and save it\n",
                  .book_behind = "<calcPr calcId=\"124519\" fullCalcOnLoad=\"1\"/>",
                  .rows = HEAD ROW(2, "<c r=\"A2\"><f>1+2</f><v>0</v></c>"));
}

/* ---- Merged cells and headers ---- */

#define MERGES(refs) "<mergeCells>" refs "</mergeCells>"
#define M(ref) "<mergeCell ref=\"" ref "\"/>"

static void test_merged_cells(void **state) {
    assert_simple("表: a|b|c\n2 产出|1|x\n3 产出|2|x\n5 产出|3|\n6 |4|4\n",
                  .rows = ROW(1, S("A1", "a") S("B1", "b") S("C1", "c"))
                      ROW(2, S("A2", "产出") N("B2", "1") S("C2", "x"))
                          ROW(3, S("A3", "covered") N("B3", "2") "<c r=\"C3\"/>")
                              ROW(5, N("B5", "3")) ROW(6, N("B6", "4") N("C6", "7")),
                  .behind = MERGES(M("B6:C6") M("A2:A5") M("C2:C3") M("A9:A9")));
    /* wholly covered from above: one row, not two */
    assert_simple("表: a|b\n2 1|2\n",
                  .rows = HEAD ROW(2, N("A2", "1") N("B2", "2")) ROW(3, "<c r=\"A3\"/>"),
                  .behind = MERGES(M("A2:A3") M("B2:B3")));
    assert_simple("表: a|b\n2 1|1\n3 |3\n"
                  "t.xlsx:2:2: error: the merged cells from 表!B2 lie over others and are not "
                  "taken as merged [xlsx-merge]\n",
                  .rows = HEAD ROW(2, N("A2", "1") N("B2", "2")) ROW(3, N("B3", "3")),
                  .behind = MERGES(M("A2:B2") M("B2:B3")));
}

static void test_titles(void **state) {
    Simple form = { .rows = ROW(1, S("A1", "自评表")) ROW(3, S("B3", "单位：万元"))
                        ROW(4, S("A4", "a") S("B4", "b")) ROW(5, N("A5", "1")),
                    .behind = MERGES(M("A1:XFD1")) };
    check_simple(&form, "表: a|b\n5 1|\n");
    check_header(&form, 3, "表: |单位：万元\n4 a|b\n5 1|\n");
    check_header(
        &form, 2,
        "t.xlsx:2: error: row 2 of sheet '表' is blank and names no column [xlsx-header-blank]\n");
    check_header(
        &form, 9,
        "t.xlsx:9: error: row 9 of sheet '表' is blank and names no column [xlsx-header-blank]\n");
    /* one column: its first cell is the name */
    assert_simple("表: a\n2 1\n3 2\n",
                  .rows = ROW(1, S("A1", "a")) ROW(2, N("A2", "1")) ROW(3, N("A3", "2")));
    assert_simple("表: |a|b\n3 |1|2\n",
                  .rows = ROW(2, S("B2", "a") S("C2", "b")) ROW(3, N("B3", "1") N("C3", "2")));
    assert_simple("表: a|b\n2 1|2\n"
                  "t.xlsx:2:4: warning: 表!D2 stands under no column name: it is passed over, like "
                  "others in its sheet "
                  "[xlsx-beyond]\nhelp: say which row has the names: `t.xlsx?header=3`\n",
                  .rows = HEAD ROW(2, N("A2", "1") N("B2", "2") S("D2", "note")));
}

static void test_header_in_two_rows(void **state) {
    assert_simple(
        "表: 单位|初评|终评|备注\n4 甲|8|9|\n",
        .rows = ROW(1, S("A1", "自评表")) ROW(2, S("A2", "单位") S("B2", "得分") S("D2", "备注"))
            ROW(3, S("B3", "初评") S("C3", "终评")) ROW(4, S("A4", "甲") N("B4", "8") N("C4", "9")),
        .behind = MERGES(M("A1:D1") M("A2:A3") M("B2:C2") M("D2:D3")));
    /* years below a merged name, the others merged down to them */
    assert_simple("表: 单位|2021|2022\n3 甲|8|9\n",
                  .rows = ROW(1, S("A1", "单位") S("B1", "得分"))
                      ROW(2, N("B2", "2021") N("C2", "2022"))
                          ROW(3, S("A3", "甲") N("B3", "8") N("C3", "9")),
                  .behind = MERGES(M("A1:A2") M("B1:C1")));
    /* near misses: a row of data below a name merged over two columns */
    assert_simple("表: 单位|得分|\n2 甲|8|9\n3 |7|7\n",
                  .rows = ROW(1, S("A1", "单位") S("B1", "得分")) ROW(
                      2, S("A2", "甲") N("B2", "8") N("C2", "9")) ROW(3, N("B3", "7") N("C3", "7")),
                  .behind = MERGES(M("B1:C1")));
    assert_simple("表: 单位|得分|\n2 |8|9\n",
                  .rows = ROW(1, S("A1", "单位") S("B1", "得分")) ROW(2, N("B2", "8") N("C2", "9")),
                  .behind = MERGES(M("B1:C1")));
}

/* ---- Workbooks ---- */

#define SHEET(cells)                                                                               \
    "<x:worksheet xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><x:sheetData>" cells   \
    "</x:sheetData></x:worksheet>"
#define XROW(text) "<x:row><x:c t=\"inlineStr\"><x:is><x:t>" text "</x:t></x:is></x:c></x:row>"
#define XHEAD                                                                                      \
    "<x:row><x:c t=\"inlineStr\"><x:is><x:t>a</x:t></x:is></x:c><x:c "                             \
    "t=\"inlineStr\"><x:is><x:t>b</x:t></x:is></x:c></x:row>"
#define STRICT "http://purl.oclc.org/ooxml/officeDocument/relationships"

/* Strict names, prefixes, targets from the root and with .., a chart, an empty and a hidden sheet, other spellings. */
static const Part several[] = {
    { "_rels/.rels", "<Relationships xmlns=\"" PACKAGE "\"><Relationship Id=\"a\" Type=\"" STRICT
                     "/officeDocument\" Target=\"/book/Workbook.xml\"/></Relationships>" },
    { "book/workbook.xml",
      "<x:workbook xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\" xmlns:q=\"" STRICT
      "\"><x:sheets>"
      "<x:sheet name=\"一\" sheetId=\"1\" q:id=\"r1\"/><x:sheet name=\"空\" sheetId=\"2\" "
      "q:id=\"r2\"/>"
      "<x:sheet name=\"图\" sheetId=\"3\" q:id=\"r3\"/><x:sheet name=\"藏\" sheetId=\"4\" "
      "q:id=\"r4\" state=\"hidden\"/>"
      "<x:sheet name=\"二\" sheetId=\"5\" q:id=\"r5\"/></x:sheets></x:workbook>" },
    { "book/_rels/Workbook.xml.rels",
      "<Relationships xmlns=\"" PACKAGE "\">"
      "<Relationship Id=\"r1\" Type=\"" STRICT "/worksheet\" Target=\"/sheets/1.xml\"/>"
      "<Relationship Id=\"r2\" Type=\"" STRICT "/worksheet\" Target=\"../sheets/2.xml\"/>"
      "<Relationship Id=\"r3\" Type=\"" STRICT "/chartsheet\" Target=\"../sheets/no.xml\"/>"
      "<Relationship Id=\"r4\" Type=\"" STRICT "/worksheet\" Target=\"../sheets/4.xml\"/>"
      "<Relationship Id=\"r5\" Type=\"" STRICT
      "/worksheet\" Target=\"..\\sheets\\5.xml\"/></Relationships>" },
    { "sheets/1.xml", SHEET(XROW("a") XROW("1")) },
    { "sheets/2.xml", SHEET("") },
    { "sheets/4.xml", SHEET(XROW("d") XROW("4")) },
    { "sheets/5.xml", SHEET(XROW("e") XROW("5")) },
    { NULL, NULL },
};

static void test_sheets(void **state) {
    assert_string_equal(shape_of((Locator){ .file = make_archive(several) }, false).at,
                        "一*: a\n2 1\n二*: e\n2 5\n");
    assert_string_equal(
        shape_of((Locator){ .file = make_archive(several), .sheet = TEXT("藏") }, false).at,
        "藏: d\n2 4\n");
    assert_string_equal(
        shape_of((Locator){ .file = make_archive(several), .sheet = TEXT("空") }, false).at,
        "t.xlsx: error: the table is empty: it has no header [table-empty]\n");
    assert_string_equal(
        shape_of((Locator){ .file = make_archive(several), .sheet = TEXT("三") }, false).at,
        "t.xlsx: error: the workbook has no sheet called '三' [xlsx-sheet-unknown]\n"
        "help: its sheets are: 一, 空, 图, 藏, 二\n");
    assert_simple("t.xlsx: error: no sheet of the workbook has anything in it [xlsx-no-sheet]\n",
                  .rows = "");
}

/* Tables of one workbook are read side by side, and one closed leaves the others open. */
static void test_side_by_side(void **state) {
    Text file = make_archive(several);
    Locator locator = { .path = TEXT("t.xlsx"), .file = file };
    TableList tables = { 0 };
    Diags *diags = diags_new();
    assert_true(xlsx_open(&locator, diags, &tables));
    Row row, other;
    assert_int_equal(table_next(tables.at[0], &row), 1);
    assert_int_equal(table_next(tables.at[1], &other), 1);
    assert_true(text_is_z(row.cells[0].text, "1") && text_is_z(other.cells[0].text, "5"));
    assert_true(text_is_z(table_cell_name(tables.at[0], 14, 3), "D14"));
    assert_true(text_is_z(table_cell_name(tables.at[0], 1048576, 16383), "XFD1048576"));
    assert_true(text_is_z(table_cell_name(tables.at[0], 1, 26), "AA1"));
    table_close(tables.at[0]);
    table_close(tables.at[0]);
    assert_true(table_rewind(tables.at[1]));
    assert_int_equal(table_next(tables.at[1], &other), 1);
    assert_int_equal(table_next(tables.at[1], &other), 0);
    assert_true(table_progress(tables.at[1]) == 1);
    Text bytes;
    assert_true(file_read(file, &bytes, diags, SPAN_NONE));
    assert_true(text_is(table_digest(tables.at[1]), digest_of(bytes)));
    table_close(tables.at[1]);
    unlink(file.at);
}

static void test_written_by_a_library(void **state) {
    for (int constant = 0; constant < 2; constant++) {
        const Part none[] = { { "x", "" }, { NULL, NULL } };
        Text file = make_archive(none);
        lxw_workbook_options options = { .constant_memory = (uint8_t)constant };
        lxw_workbook *book = workbook_new_opt(file.at, &options);
        lxw_worksheet *sheet = workbook_add_worksheet(book, "数据");
        lxw_format *percent = workbook_add_format(book), *date = workbook_add_format(book);
        format_set_num_format(percent, "0.0%");
        format_set_num_format(date, "yyyy\"年\"m\"月\"d\"日\"");
        worksheet_write_string(sheet, 0, 0, "名称", NULL);
        worksheet_write_string(sheet, 0, 1, "比例", NULL);
        worksheet_write_string(sheet, 0, 2, "日期", NULL);
        lxw_datetime day = { .year = 2022, .month = 12, .day = 31 };
        worksheet_write_string(sheet, 1, 0, "甲 & <乙>", NULL);
        worksheet_write_number(sheet, 1, 1, 0.955, percent);
        worksheet_write_datetime(sheet, 1, 2, &day, date);
        worksheet_write_string(sheet, 2, 0, " 丙 ", NULL);
        worksheet_write_number(sheet, 2, 1, 0.1 + 0.2, NULL);
        assert_int_equal(workbook_close(book), LXW_NO_ERROR);
        assert_string_equal(shape_of((Locator){ .file = file }, true).at,
                            "数据: 名称|比例|日期\n2 甲 & <乙>|0.955%|2022-12-31\n3  丙 |0.3|\n");
    }
}

/* ---- Files that are damaged or mean harm ---- */

static void check_sheet(const char *sheet, const char *expected) {
    Part parts[sizeof several / sizeof *several];
    memcpy(parts, several, sizeof several);
    parts[3].text = sheet;
    assert_string_equal(
        shape_of((Locator){ .file = make_archive(parts), .sheet = TEXT("一") }, false).at,
        expected);
}

static void test_damaged_parts(void **state) {
    check_sheet("<!DOCTYPE a [<!ENTITY b \"1\"><!ENTITY c \"&b;&b;\">]>" SHEET(XROW("&c;")),
                "t.xlsx: error: 'sheets/1.xml' of the workbook declares a document type, which "
                "could hide anything [xlsx-doctype]\n");
    check_sheet("<x:worksheet xmlns:x=\"u\"><x:sheetData>" XHEAD XROW("1") "<x:row>",
                "一: a|b\n2 1|\n3 -\nt.xlsx: error: 'sheets/1.xml' of the workbook is damaged in "
                "line 1: no element found [xlsx-xml]\n");
    check_sheet("", "t.xlsx: error: 'sheets/1.xml' of the workbook is damaged in line 1: no "
                    "element found [xlsx-xml]\n");
    check_sheet(SHEET(XHEAD "<x:row r=\"3\"><x:c><x:v>1</x:v></x:c></x:row><x:row "
                            "r=\"2\"><x:c><x:v>2</x:v></x:c></x:row>"),
                "一: a|b\n3 1|\n3 -\nt.xlsx:3: error: sheet '一' has row 2 out of order: it and "
                "the rest are not read [xlsx-row-order]\n");
    check_sheet(SHEET(XHEAD "<x:row r=\"1048577\"/>"),
                "一: a|b\n1 -\nt.xlsx:1: error: sheet '一' has row 1048577 out of order: it and "
                "the rest are not read [xlsx-row-order]\n");
    Buf deep = { 0 };
    for (int i = 0; i < 300; i++) {
        buf_add_z(&deep, "<x>");
    }
    check_sheet(deep.at, "t.xlsx: error: 'sheets/1.xml' of the workbook has something beyond the "
                         "limit of 200 levels [xlsx-too-large]\n");
    Part parts[sizeof several / sizeof *several];
    memcpy(parts, several, sizeof several);
    parts[1].name = "other.xml";
    assert_string_equal(
        shape_of((Locator){ .file = make_archive(parts) }, false).at,
        "t.xlsx: error: the workbook has no 'book/Workbook.xml' in it [xlsx-no-part]\n");
}

/* One tag, one cell, or one sheet of rows too large to be honest. */
static void test_bombs(void **state) {
    Buf sheet = { 0 };
    buf_add_z(&sheet, "<worksheet a=\"");
    for (int i = 0; i < 300000; i++) {
        buf_add_z(&sheet, "aaaaaaaaaa");
    }
    buf_add_z(&sheet, "\"/>");
    check_sheet(sheet.at, "t.xlsx: error: 'sheets/1.xml' of the workbook has something beyond the "
                          "limit of 1 MiB [xlsx-too-large]\n");
    sheet.length = 0;
    buf_add_z(&sheet, "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>");
    for (int i = 0; i < 300000; i++) {
        buf_add_z(&sheet, "aaaaaaaaaa");
    }
    buf_add_z(&sheet, "</t></is></c></row></sheetData></worksheet>");
    check_sheet(sheet.at, "t.xlsx: error: 'sheets/1.xml' of the workbook has something beyond the "
                          "limit of 1 MiB [xlsx-too-large]\n");
    sheet.length = 0;
    buf_add_z(&sheet, "<worksheet><sheetData>");
    for (int i = 0; i < 7500000; i++) {
        buf_add_z(&sheet, "          ");
    }
    buf_add_z(&sheet, "</sheetData></worksheet>");
    check_sheet(sheet.at, "t.xlsx: error: 'sheets/1.xml' of the workbook has something beyond the "
                          "limit of 300 × ZIP [xlsx-too-large]\n");
}

static void check_bytes(Text bytes, const char *expected) {
    const Part none[] = { { "x", "" }, { NULL, NULL } };
    Text file = make_archive(none);
    FILE *out = fopen(file.at, "wb");
    fwrite(bytes.at, 1, bytes.length, out);
    fclose(out);
    assert_string_equal(shape_of((Locator){ .file = file }, false).at, expected);
}

static void test_damaged_files(void **state) {
    check_bytes(TEXT("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and more"),
                "t.xlsx: error: the file is a workbook of another kind (.xls, .xlsb), or a "
                "password protects it [xlsx-other-kind]\n"
                "help: save it as .xlsx in Excel or WPS, without a password\n");
    check_bytes(TEXT("a,b\n1,2\n"), "t.xlsx: error: 't.xlsx' of the workbook could not be read: "
                                    "Not a zip archive [xlsx-damaged]\n");
    assert_string_equal(shape_of((Locator){ .file = TEXT("/no/such/file.xlsx") }, false).at,
                        "error: there is no file 't.xlsx' [file-missing]\n");
    /* cut short, and with each byte changed: never a crash, and never another number */
    Text file = make_archive(several), bytes;
    assert_true(file_read(file, &bytes, diags_new(), SPAN_NONE));
    unlink(file.at);
    for (size_t i = 0; i < bytes.length; i += 37) {
        char *changed = mem_copy(bytes.at, bytes.length);
        changed[i] ^= 0x15;
        Text path = make_archive((const Part[]){ { "x", "" }, { NULL, NULL } });
        FILE *out = fopen(path.at, "wb");
        fwrite(changed, 1, bytes.length, out);
        fclose(out);
        Text got = shape_of((Locator){ .file = path }, false);
        assert_true(text_find(got, TEXT("error:"), 0) >= 0 ||
                    text_find(got, TEXT("2 5\n"), 0) >= 0 || text_find(got, TEXT("2 1\n"), 0) >= 0);
    }
}

int main(void) {
    mem_init();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_texts),
        cmocka_unit_test(test_without_references),
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_bad_cells),
        cmocka_unit_test(test_number_formats),
        cmocka_unit_test(test_dates),
        cmocka_unit_test(test_formulas),
        cmocka_unit_test(test_merged_cells),
        cmocka_unit_test(test_titles),
        cmocka_unit_test(test_header_in_two_rows),
        cmocka_unit_test(test_sheets),
        cmocka_unit_test(test_side_by_side),
        cmocka_unit_test(test_written_by_a_library),
        cmocka_unit_test(test_damaged_parts),
        cmocka_unit_test(test_bombs),
        cmocka_unit_test(test_damaged_files),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
