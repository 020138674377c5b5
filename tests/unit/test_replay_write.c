/* test_replay_write.c - what a replay is written as.  Rules and data are small enough for every number to be worked out
   by hand; texts are as nasty as cells can be. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>
#include <yajl/yajl_parse.h>
#include <zip.h>

#include "base/digest.h"
#include "base/file.h"
#include "engine/lower.h"
#include "jobs/manifest.h"
#include "jobs/write_replay_xlsx.h"
#include "jobs/xlsx_cell.h"

/* A: 57 of 100 is 57 %, of 60 is 34.2.  B: 3 of 4 is 75 %, of 40 is 30.  Total 64.2, which is "high". */
static const char rules[] = "rules \"t\" version \"2020\"\n"
                            "in force 2020-01-01 to 2020-12-31\n"
                            "cites \"Regulation 1\"\n"
                            "given rep: number\n"
                            "indicator A weight 60 { target >= 100; credit proportional }\n"
                            "indicator B weight 40 { target <= 3; credit inverse }\n"
                            "reported total = rep\n"
                            "grade { high >= 60; low otherwise }\n";

#define DDE "=cmd|'/c calc'!A1"
#define ZEROS16 "0000000000000000"
#define DIGEST_A "aaaaaaaaaaaaaaaa" ZEROS16 ZEROS16 ZEROS16
#define DIGEST_B "bbbbbbbbbbbbbbbb" ZEROS16 ZEROS16 ZEROS16

static FormsFile data_files[1];

/* Stands in for the stream of forms, of which reports want only the files. */
const FormsFile *forms_files(const Forms *forms, int *count) {
    (void)forms;
    *count = 1;
    return data_files;
}

static Program *program_of(const char *text) {
    Diags *diags = diags_new();
    Program *program = lower(scheme_load_text(diags, TEXT("rules/t.heng"), text_of(text)));
    assert_int_equal(diags->errors, 0);
    return program;
}

static FormResult *score(const Program *program, const char *a, const char *b, const char *rep) {
    Cell *cells = MEM_ARRAY(Cell, program->form.inputs.count);
    for (int i = 0; i < program->form.inputs.count; i++) {
        Text name = program->form.inputs.at[i].name;
        cells[i].text = text_of(text_is(name, TEXT("A")) ? a : text_is(name, TEXT("B")) ? b : rep);
    }
    FormData data = { .id = TEXT("F1"), .year = 2020, .cells = cells };
    return eval_form(program, &data, NULL);
}

typedef struct Made {
    Replay replay;
    Form form;
    Replayed replayed;
    const Program *programs[2];
    FormResult *results[2];
    int versions[2];
    Kept kept;
    Buf out;
} Made;

static void add_findings(Made *made) {
    Finding total = {
        .id = FINDING_TOTAL, .form = TEXT("F1"), .path = TEXT(""), .name = TEXT("total"), .printed = TEXT("65.00"),
        .expected = TEXT("64.2"), .low = TEXT("64.2"), .high = TEXT("64.2"), .verdict = VERDICT_CONTRADICTED, .certain = true,
        .has_points = true, .points = rat_of(4, 5), .reason = TEXT("34.2 + 30 = 64.2"), .file = TEXT("rules/t.heng"), .line = 7,
        .cites = TEXT("Regulation 1"),
        .place = { .file = TEXT("data.xlsx"), .sheet = TEXT("预算"), .column = TEXT("rep"), .cell = TEXT("D14"), .row = 14 },
    };
    Finding nasty = {
        .id = FINDING_SCORE, .form = TEXT("F1"), .path = TEXT("＝1+1"), .name = TEXT(DDE), .printed = TEXT("-0.5"),
        .expected = TEXT("-2/3"), .verdict = VERDICT_UNVERIFIABLE, .has_points = true, .points = rat_of(-1, 2),
        .reason = TEXT("says \"no\",\nand \xE2\x80\xAE" "evil </script>"), .known = TEXT("@SUM(A1)"), .place = { .file = TEXT("-"), .row = 3 },
    };
    Finding form = { .id = FINDING_DAMAGED, .form = TEXT("F1"), .certain = true, .reason = TEXT("two rows") };
    vec_push(&made->replayed.findings, total);
    vec_push(&made->replayed.findings, nasty);
    vec_push(&made->replayed.findings, form);
}

static void add_judged(Made *made) {
    const FormResult *result = made->results[0];
    Judged total = { .id = FINDING_TOTAL, .part = result_total(result), .name = TEXT("total"), .printed = TEXT("65.00"),
                     .verdict = VERDICT_CONTRADICTED, .finding = 0 };
    Judged a = { .id = FINDING_SCORE, .part = &result->parts[0], .name = TEXT("A"), .printed = TEXT("34.20"),
                 .verdict = VERDICT_AGREES, .finding = -1, .place = { .file = TEXT("d.csv"), .row = 2, .column = TEXT("ra") } };
    Judged grade = { .id = FINDING_GRADE, .part = result_total(result), .printed = TEXT("high"), .verdict = VERDICT_AGREES, .finding = -1 };
    vec_push(&made->replayed.judged, total);
    vec_push(&made->replayed.judged, a);
    vec_push(&made->replayed.judged, grade);
}

static void count_all(Replay *replay) {
    replay->form_count = 1;
    replay->row_count = 2;
    replay->scored = 2;
    replay->verdicts[VERDICT_AGREES] = replay->verdicts[VERDICT_UNVERIFIABLE] = 1;
    replay->total_verdicts[VERDICT_CONTRADICTED] = 1;
    replay->other_verdicts[VERDICT_AGREES] = 1;
    replay->findings[FINDING_TOTAL] = replay->certain[FINDING_TOTAL] = 1;
    replay->findings[FINDING_SCORE] = 1;
    replay->findings[FINDING_DAMAGED] = replay->certain[FINDING_DAMAGED] = 1;
    replay->over = rat_of(4, 5);
    replay->under = rat_of(1, 2);
    replay->worst_left_out = 2;
    replay->results_digest = TEXT(DIGEST_B);
}

static Made *make(Lang lang, int versions) {
    Made *made = MEM_NEW(Made);
    Replay *replay = &made->replay;
    data_files[0] = (FormsFile){ TEXT("data.xlsx"), TEXT(DIGEST_A), 2 };
    for (int i = 0; i < versions; i++) {
        made->programs[i] = program_of(rules);
        made->results[i] = score(made->programs[i], "57", "4", "65.00");
        made->versions[i] = i;
    }
    made->form = (Form){ .id = TEXT("F1"), .number = 1, .year = 2020 };
    made->replayed = (Replayed){ .form = &made->form, .unit = TEXT("+unit"), .result_count = versions, .results = made->results,
                                 .versions = made->versions, .reported_total = TEXT("65.00"), .reported_grade = TEXT("high"),
                                 .total = versions ? result_total(made->results[0])->score : value_missing(),
                                 .over = rat_of(4, 5), .under = rat_of(1, 2), .verdict = VERDICT_CONTRADICTED };
    add_findings(made);
    if (versions > 0) add_judged(made);
    replay->programs = made->programs;
    replay->program_count = versions;
    replay->lang = lang;
    count_all(replay);
    vec_push(&replay->arguments, TEXT("replay"));
    vec_push(&replay->arguments, TEXT("rules/t.heng"));
    vec_push(&replay->arguments, TEXT("my <data>.xlsx"));
    made->kept = (Kept){ .finding = made->replayed.findings.at[0], .unit = TEXT("+unit"), .year = 2020, .target = TEXT("≥ 100"), .actual = TEXT("57") };
    vec_push(&made->kept.explanation, TEXT("57 ÷ 100 = 57%"));
    vec_push(&made->kept.explanation, TEXT("60 × 57% = 34.2"));
    vec_push(&replay->worst, &made->kept);
    Pattern pattern = { .clause = TEXT("A"), .file = TEXT("rules/t.heng"), .line = 5, .difference = TEXT("0.8"), .count = 3, .of = 10,
                        .example_count = 1, .examples = { &made->kept } };
    vec_push(&replay->patterns, pattern);
    Tally year = { TEXT("2020"), 1, 3, 1, rat_of(4, 5), rat_of(1, 2) }, unit = year;
    unit.name = TEXT("+unit");
    vec_push(&replay->years, year);
    vec_push(&replay->units, unit);
    return made;
}

static bool take(void *data, Text bytes) {
    buf_add(data, bytes);
    return true;
}

static bool refuse(void *data, Text bytes) {
    (void)data, (void)bytes;
    return false;
}

static ReplayOut out_of(Made *made) {
    return (ReplayOut){ take, &made->out };
}

static Text run(Made *made, ReplaySink *sink) {
    assert_true(sink->begin(sink, &made->replay));
    assert_true(sink->form(sink, &made->replay, &made->replayed));
    assert_true(sink->end(sink, &made->replay));
    return buf_text(&made->out);
}

/* For a look with other programs: HENG_TEST_OUT names a folder. */
static void keep(const char *name, Text bytes) {
    const char *folder = getenv("HENG_TEST_OUT");
    Buf path = { 0 };
    if (!folder) return;
    buf_format(&path, "%s/%s", folder, name);
    file_write(buf_text(&path), bytes, diags_new());
}

static void assert_has(Text text, const char *part) {
    if (text_find(text, text_of(part), 0) < 0) fail_msg("no %s in\n%.*s", part, TEXT_ARG(text));
}

static void assert_has_not(Text text, const char *part) {
    if (text_find(text, text_of(part), 0) >= 0) fail_msg("%s in\n%.*s", part, TEXT_ARG(text));
}

/* ---- findings, CSV ---- */

static void names_findings(void **state) {
    FindingId id;
    for (int i = 0; i < FINDING_COUNT; i++) {
        assert_true(finding_find(text_of(finding_slug((FindingId)i)), &id));
        assert_int_equal(id, i);
        assert_true(finding_title((FindingId)i, LANG_EN).length > 0 && finding_title((FindingId)i, LANG_ZH).length > 0);
    }
    assert_false(finding_find(TEXT("scores"), &id));
    assert_string_equal(finding_title(FINDING_TOTAL, LANG_ZH).at, "总分不成立");
}

static const char csv_findings[] =
    "F1,14,,total,total,65.00,64.2,64.2,64.2,contradicted,certain,0.8,34.2 + 30 = 64.2,rules/t.heng,7,data.xlsx,预算!D14,rep,,Regulation 1\n"
    "F1,3,'＝1+1,'" DDE ",score,-0.5,-2/3,,,unverifiable,judgement,-0.5,\"says \"\"no\"\",\nand \xE2\x80\xAE" "evil </script>\",,,'-,,,'@SUM(A1),\n"
    "F1,,,,damaged,,,,,,certain,,two rows,,,,,,,\n";

static void writes_csv(void **state) {
    Made *made = make(LANG_EN, 1);
    ReplayOut out = out_of(made);
    Text text = run(made, replay_csv_sink(&out, false));
    Buf expected = { 0 };
    buf_format(&expected, "%s\n%s", finding_csv_header, csv_findings);
    assert_string_equal(text.at, buf_text(&expected).at);
    keep("replay.csv", text);
}

static void writes_csv_of_all(void **state) {
    Made *made = make(LANG_EN, 1);
    ReplayOut out = out_of(made);
    Text text = run(made, replay_csv_sink(&out, true));
    Buf expected = { 0 };
    buf_format(&expected, "%s\n%s", finding_csv_header, csv_findings);
    buf_add_z(&expected, "F1,2,,A,score,34.20,34.2,34.2,34.2,agrees,certain,0,,rules/t.heng,5,d.csv,,ra,,Regulation 1\n"
                         "F1,,,,grade,high,high,,,agrees,certain,,,rules/t.heng,1,,,,,Regulation 1\n");
    assert_string_equal(text.at, buf_text(&expected).at);
}

/* Digests are over lines without prose. */
static void writes_csv_without_prose(void **state) {
    Made *made = make(LANG_EN, 1);
    Buf out = { 0 };
    replayed_write_csv(&out, &made->replayed, true, false);
    assert_has(buf_text(&out), ",contradicted,certain,0.8,,rules/t.heng,7,");
    assert_has_not(buf_text(&out), "two rows");
    assert_has_not(buf_text(&out), "SUM");
}

/* ---- JSON ---- */

static void assert_json(Text text, bool lines) {
    yajl_handle handle = yajl_alloc(NULL, NULL, NULL);
    yajl_config(handle, yajl_allow_multiple_values, lines);
    assert_int_equal(yajl_parse(handle, (const unsigned char *)text.at, text.length), yajl_status_ok);
    assert_int_equal(yajl_complete_parse(handle), yajl_status_ok);
    yajl_free(handle);
}

static void writes_json(void **state) {
    Made *made = make(LANG_EN, 1);
    ReplayOut out = out_of(made);
    Text text = run(made, replay_json_sink(&out, false));
    keep("replay.json", text);
    assert_json(text, false);
    assert_has(text, "\"in_force\": {\n        \"from\": \"2020-01-01\",\n        \"to\": \"2020-12-31\"\n      }");
    assert_has(text, "\"reported\": \"65.00\",\n      \"reported_grade\": \"high\",\n      \"verdict\": \"contradicted\"");
    assert_has(text, "\"kind\": \"total\",\n        \"weight\": \"100\",\n        \"credit\": \"0.642\",\n        \"score\": \"64.2\"");
    assert_has(text, "\"printed\": \"65.00\",\n          \"expected\": \"64.2\"");
    assert_has(text, "\"points\": \"-0.5\"");
    assert_has(text, "\"name\": \"" DDE "\"");
    assert_has(text, "says \\\"no\\\",\\nand \xE2\x80\xAE" "evil");
    assert_has(text, "\"finding\": \"damaged\",\n        \"count\": 1,\n        \"certain\": 1");
    assert_has(text, "\"worst_left_out\": 2");
    assert_has(text, "\"heng_manifest\": 1");
}

static void writes_json_lines(void **state) {
    Made *made = make(LANG_ZH, 1);
    ReplayOut out = out_of(made);
    Text text = run(made, replay_json_sink(&out, true));
    keep("replay.jsonl", text);
    assert_json(text, true);
    assert_true(text_begins(text, TEXT("{\"form\":\"F1\",\"number\":1,\"year\":2020,\"unit\":\"+unit\",\"versions\":[{\"rules\":0,\"name\":\"t\",")));
    long line = text_find(text, TEXT("\n"), 0);
    assert_true(text_begins(text_slice(text, (size_t)line + 1, text.length), TEXT("{\"heng\":1,\"rules\":[")));
    assert_int_equal(text_find(text, TEXT("\n"), (size_t)line + 1), text.length - 1);
}

/* Under two versions a part has the verdict over both, or none; under no version there are no parts. */
static void writes_json_of_versions(void **state) {
    Made *made = make(LANG_EN, 2);
    ReplayOut out = out_of(made);
    Text text = run(made, replay_json_sink(&out, false));
    keep("two.json", text);
    assert_json(text, false);
    assert_has(text, "\"all_versions\": {\n        \"total\": \"64.2\",\n        \"low\": \"64.2\"");
    made->replayed.judged.count = 0;
    made->out.length = 0;
    text = run(made, replay_json_sink(&out, false));
    assert_has(text, "\"reported\": \"65.00\",\n        \"target\"");
    made = make(LANG_EN, 0);
    out = out_of(made);
    text = run(made, replay_json_sink(&out, false));
    keep("none.json", text);
    assert_json(text, false);
    assert_has(text, "\"versions\": [],");
    assert_has(text, "\"total\": null,\n      \"grade\": [],\n      \"parts\": [],");
}

static void passes_on_that_it_cannot_write(void **state) {
    Made *made = make(LANG_EN, 1);
    ReplayOut out = { refuse, NULL };
    ReplaySink *sinks[] = { replay_csv_sink(&out, false), replay_json_sink(&out, false) };
    for (int i = 0; i < 2; i++)
        assert_false(sinks[i]->begin(sinks[i], &made->replay));
    ReplaySink *book = replay_xlsx_sink(&out, diags_new());
    assert_true(book->begin(book, &made->replay));
    assert_false(book->end(book, &made->replay));
}

/* ---- the workbook ---- */

static void fits_cells(void **state) {
    bool cut = false;
    assert_string_equal(xlsx_text((Text){ "a\0b\x01\r\nc\rd_x0041_\xFF", 17 }, LANG_EN, &cut).at, "a␀b␁\nc\nd_x005F_x0041_\xEF\xBF\xBD");
    assert_false(cut);
    char *wide = mem_leaf(4 * 20000 + 1);
    for (int i = 0; i < 20000; i++)
        memcpy(wide + 4 * i, "\xF0\x9F\x98\x80", 4); /* two units each */
    Text fit = xlsx_text((Text){ wide, 4 * 16383 }, LANG_EN, &cut);
    assert_false(cut);
    assert_int_equal(text_runes(fit), 16383);
    fit = xlsx_text((Text){ wide, 4 * 20000 }, LANG_EN, &cut);
    assert_true(cut);
    assert_true(text_ends(fit, TEXT(" … (too long, cut)")));
    assert_int_equal(text_runes(fit), (32767 - 18) / 2 + 18);
}

static void keeps_numbers_exact(void **state) {
    static const struct {
        const char *text;
        double number;
        int places;
    } kept[] = { { "0", 0, 0 }, { "8.50", 8.5, 2 }, { "-0.5", -0.5, 1 }, { "123456789012345", 123456789012345, 0 },
                 { "0.000000000000001", 1e-15, 15 }, { "64.2", 64.2, 1 }, { "0.1", 0.1, 1 } };
    static const char *const refused[] = { "", "-", "2/3", "1234567890123456", "+5", "05", "-05", "1e3", "-0", "-0.00", ".5", "5.", "1.2.3",
                                           "≥ 90", "0.1234567890123456", "1,000", "９", "NaN", "0x10" };
    double number;
    int places;
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++) {
        assert_true(xlsx_number(text_of(kept[i].text), &number, &places));
        assert_true(number == kept[i].number);
        assert_int_equal(places, kept[i].places);
    }
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
        if (xlsx_number(text_of(refused[i]), &number, &places)) fail_msg("%s", refused[i]);
}

/* A file in the workbook. */
static Text unzip(Text book, const char *name) {
    zip_error_t error;
    zip_stat_t stat;
    zip_source_t *source = zip_source_buffer_create(book.at, book.length, 0, &error);
    zip_t *zip = zip_open_from_source(source, ZIP_RDONLY, &error);
    assert_non_null(zip);
    assert_int_equal(zip_stat(zip, name, 0, &stat), 0);
    char *bytes = mem_leaf(stat.size + 1);
    zip_file_t *file = zip_fopen(zip, name, 0);
    assert_int_equal(zip_fread(file, bytes, stat.size), (zip_int64_t)stat.size);
    zip_fclose(file);
    zip_close(zip);
    return (Text){ bytes, stat.size };
}

static void writes_workbook(void **state) {
    for (int lang = LANG_EN; lang <= LANG_ZH; lang++) {
        Made *made = make((Lang)lang, 1);
        ReplayOut out = out_of(made);
        Text book = run(made, replay_xlsx_sink(&out, diags_new()));
        keep(lang == LANG_ZH ? "replay.zh.xlsx" : "replay.en.xlsx", book);
        assert_true(text_begins(book, TEXT("PK")));
        Text names = unzip(book, "xl/workbook.xml");
        assert_has(names, lang == LANG_ZH ? "name=\"规则与依据\"" : "name=\"Rules and evidence\"");
        assert_has(unzip(book, "docProps/core.xml"), "2000-01-01T00:00:00Z");
        Text forms = unzip(book, "xl/worksheets/sheet2.xml"), findings = unzip(book, "xl/worksheets/sheet3.xml");
        assert_has(forms, "<v>64.2</v>");
        assert_has(forms, "<t>+unit</t>");
        assert_has(forms, "<pane xSplit=\"1\" ySplit=\"1\"");
        assert_has(findings, "<autoFilter ref=\"A1:X4\"/>");
        assert_has(findings, "<t>=cmd|'/c calc'!A1</t>");
        assert_has(findings, "<v>-0.5</v>");
        assert_has(findings, "<t>-2/3</t>");
        assert_has(findings, "evil &lt;/script&gt;");
        assert_has(unzip(book, "xl/worksheets/sheet4.xml"), "57 ÷ 100 = 57%\n60 × 57% = 34.2");
        assert_has(unzip(book, "xl/worksheets/sheet5.xml"), "<v>0.8</v>");
        assert_has(unzip(book, "xl/worksheets/sheet6.xml"), "<t>" DIGEST_A "</t>");
        assert_has(unzip(book, "xl/charts/chart1.xml"), "<c:barChart>");
        assert_has(unzip(book, "xl/charts/chart2.xml"), "<c:scatterChart>");
        for (int i = 1; i <= 6; i++) {
            char name[40];
            snprintf(name, sizeof name, "xl/worksheets/sheet%d.xml", i);
            assert_has_not(unzip(book, name), "<f>");
            assert_has_not(unzip(book, name), "<hyperlink");
        }
    }
}

static void writes_the_same_workbook(void **state) {
    Made *a = make(LANG_ZH, 1), *b = make(LANG_ZH, 1);
    ReplayOut out_a = out_of(a), out_b = out_of(b);
    Text first = run(a, replay_xlsx_sink(&out_a, diags_new()));
    sleep(2); /* zip counts time in steps of two seconds */
    Text second = run(b, replay_xlsx_sink(&out_b, diags_new()));
    assert_true(text_is(first, second));
}

/* Texts that a spreadsheet would read as others, and one too long for a cell. */
static void writes_any_text(void **state) {
    Made *made = make(LANG_EN, 1);
    ReplayOut out = out_of(made);
    char *wide = mem_leaf(40001);
    memset(wide, 'w', 40000);
    Finding *finding = &made->replayed.findings.at[0];
    finding->reason = TEXT(" _x0041_ \x01<&>\t");
    finding->known = (Text){ wide, 40000 };
    finding->cites = TEXT("http://example.org/\xFF");
    finding->name = TEXT("{=1+1}");
    finding->printed = TEXT("0.57999999999999996");
    Text book = run(made, replay_xlsx_sink(&out, diags_new()));
    keep("texts.xlsx", book);
    Text findings = unzip(book, "xl/worksheets/sheet3.xml");
    assert_has(findings, "<t xml:space=\"preserve\"> _x005F_x0041_ ␁&lt;&amp;&gt;\t</t>");
    assert_has(findings, "ww … (too long, cut)</t>");
    assert_has(findings, "<t>http://example.org/\xEF\xBF\xBD</t>");
    assert_has(findings, "<t>{=1+1}</t>");
    assert_has(findings, "<t>0.57999999999999996</t>");
    assert_has(unzip(book, "xl/worksheets/sheet1.xml"), "some texts are too long");
}

static void tells_what_has_no_room(void **state) {
    Made *made = make(LANG_EN, 1);
    ReplayOut out = out_of(made);
    Text book = run(made, replay_xlsx_sink_rows(&out, diags_new(), 3));
    Text findings = unzip(book, "xl/worksheets/sheet3.xml");
    assert_has(findings, "2 more are not shown here");
    assert_has(findings, "<row r=\"3\"");
    assert_has_not(findings, "<row r=\"4\"");
    assert_has_not(unzip(book, "xl/worksheets/sheet2.xml"), "more are not shown");
}

static void writes_workbook_of_nothing(void **state) {
    Made *made = make(LANG_EN, 0);
    ReplayOut out = out_of(made);
    ReplaySink *sink = replay_xlsx_sink(&out, diags_new());
    memset(made->replay.findings, 0, sizeof made->replay.findings);
    made->replay.worst.count = made->replay.patterns.count = made->replay.units.count = made->replay.years.count = 0;
    made->replay.interrupted = true;
    assert_true(sink->begin(sink, &made->replay));
    assert_true(sink->end(sink, &made->replay));
    assert_has(unzip(buf_text(&made->out), "xl/worksheets/sheet1.xml"), "interrupted: only part");
    keep("nothing.xlsx", buf_text(&made->out));
}

/* ---- manifests ---- */

static Text folder;

static Text path_of(const char *name) {
    Buf path = { 0 };
    buf_format(&path, "%.*s/%s", TEXT_ARG(folder), name);
    return buf_text(&path);
}

static bool read_back(const char *name, const char *asked, Text bytes, Manifest *manifest, Diags *diags) {
    assert_true(file_write(path_of(name), bytes, diags));
    bool read = manifest_read(path_of(asked), manifest, diags);
    unlink(path_of(name).at);
    return read;
}

static void assert_same(const Manifest *a, const Manifest *b) {
    TextList differences = { 0 };
    manifest_compare(a, b, LANG_EN, &differences);
    for (int i = 0; i < differences.count; i++)
        fail_msg("%s", differences.at[i].at);
}

static void reads_manifests(void **state) {
    Made *made = make(LANG_EN, 1);
    ReplayOut out = out_of(made);
    Manifest own, other;
    Buf text = { 0 }, html = { 0 };
    manifest_of(&made->replay, &own);
    assert_int_equal(own.findings, 3);
    assert_int_equal(own.rules.count, made->programs[0]->scheme->modules.count);
    assert_true(text_is(own.rules.at[0].path, TEXT("rules/t.heng")));
    assert_true(text_is(own.rules.at[0].digest, digest_of(text_of(rules))));
    manifest_write(&text, &made->replay);
    assert_has_not(buf_text(&text), "<");
    assert_true(read_back("m.json", "m.json", buf_text(&text), &other, diags_new()));
    assert_same(&own, &other);
    assert_int_equal(other.rules.at[0].rows, -1);
    assert_true(read_back("r.csv.manifest.json", "r.csv", buf_text(&text), &other, diags_new()));
    assert_same(&own, &other);
    buf_format(&html, "\xEF\xBB\xBF<!doctype html><p>{</p>\n<script type=\"application/json\" id=\"heng-manifest\">\n%s</script><p>\"", buf_text(&text).at);
    assert_true(read_back("r.html", "r.html", buf_text(&html), &other, diags_new()));
    assert_same(&own, &other);
    for (int lines = 0; lines < 2; lines++) {
        made->out.length = 0;
        assert_true(read_back("r.json", "r.json", run(made, replay_json_sink(&out, lines)), &other, diags_new()));
        assert_same(&own, &other);
    }
}

static void refuses_what_is_no_manifest(void **state) {
    static const struct {
        const char *text, *slug;
    } cases[] = {
        { "", "manifest-none" }, { "  \n", "manifest-none" }, { "PK\3\4", "manifest-none" }, { "{}", "manifest-none" },
        { "<html>", "manifest-none" }, { "[1]", "manifest-none" }, { "{\"manifest\": 1}", "manifest-none" }, { "{\"manifest\": {}}", "manifest-none" },
        { "{\"a\":\n1", "manifest-not-json" }, { "{\"heng_manifest\": 2}", "manifest-newer" }, { "{\"heng_manifest\": 1}", "manifest-member" },
    };
    Manifest manifest;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Diags *diags = diags_new();
        assert_false(read_back("m", "m", text_of(cases[i].text), &manifest, diags));
        assert_int_equal(diags->errors, 1);
        assert_string_equal(diag_slug(diags->list.at[0]->id), cases[i].slug);
    }
    Buf deep = { 0 };
    buf_add_z(&deep, "{\"a\":");
    for (int i = 0; i < 100000; i++)
        buf_char(&deep, '[');
    assert_false(read_back("m", "m", buf_text(&deep), &manifest, diags_new()));
    Diags *diags = diags_new();
    assert_false(manifest_read(path_of("absent.csv"), &manifest, diags));
    assert_string_equal(diag_slug(diags->list.at[0]->id), "file-missing");
}

/* One value of each member turned into something else. */
static void refuses_wrong_members(void **state) {
    static const char *const changes[][2] = {
        { "\"program\": \"0", "\"program\": [\"0" }, { "\"forms\": 1", "\"forms\": -1" }, { "\"forms\": 1", "\"forms\": 1.5" },
        { "\"forms\": 1", "\"forms\": 99999999999999999999" }, { "\"forms\": 1", "\"forms\": null" }, { "\"forms\": 1", "\"forms\": \"1\"" },
        { "\"partial\": false", "\"partial\": 0" }, { "\"partial\": false", "\"partial\": false, \"partial\": false" },
        { "\"results\": \"b", "\"results\": \"B" }, { "\"rows\": 2", "\"rows\": {}" }, { "\"path\": \"data.xlsx\"", "\"path\": {}" },
        { "\"path\": \"data.xlsx\",", "" }, { "\"path\": \"rules/t.heng\",", "\"path\": \"a\", \"path\": \"b\"," },
        { "\"replay\",", "null," }, { "\"replay\",", "{\"path\": 1}," }, { "\"sha256\": \"a", "\"sha256\": \"a0" },
    };
    Buf text = { 0 };
    Manifest manifest;
    manifest_write(&text, &make(LANG_EN, 1)->replay);
    Text good = buf_text(&text);
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        Buf bad = { 0 };
        Diags *diags = diags_new();
        long at = text_find(good, text_of(changes[i][0]), 0);
        assert_true(at >= 0);
        buf_add(&bad, text_slice(good, 0, (size_t)at));
        buf_add_z(&bad, changes[i][1]);
        buf_add(&bad, text_slice(good, (size_t)at + strlen(changes[i][0]), good.length));
        bool read = read_back("m", "m", buf_text(&bad), &manifest, diags);
        if (read || diags->errors != 1) fail_msg("%s", changes[i][1]);
    }
}

/* Whatever byte is changed, left out or last: it is read or refused. */
static void survives_damage(void **state) {
    static const char bytes[] = "{}[]\",:0x\\\xFF";
    Buf text = { 0 };
    Manifest manifest;
    manifest_write(&text, &make(LANG_EN, 1)->replay);
    Text good = buf_text(&text);
    unsigned seed = 1;
    int refused = 0;
    for (size_t at = 0; at < good.length; at++) {
        Buf bad = { 0 };
        Diags *diags = diags_new();
        seed = seed * 1103515245u + 12345u;
        int kind = (int)(seed >> 16) % 3;
        buf_add(&bad, text_slice(good, 0, at));
        if (kind == 0) buf_char(&bad, bytes[(seed >> 20) % (sizeof bytes - 1)]);
        if (kind < 2) buf_add(&bad, text_slice(good, at + 1, good.length));
        bool read = read_back("m", "m", buf_text(&bad), &manifest, diags);
        assert_int_equal(read, diags->errors == 0);
        refused += !read;
    }
    assert_true(refused > (int)good.length / 3);
}

static void compares_manifests(void **state) {
    Manifest a, b;
    TextList told = { 0 };
    manifest_of(&make(LANG_EN, 1)->replay, &a);
    manifest_of(&make(LANG_EN, 1)->replay, &b);
    b.program_version = TEXT("9");
    vec_push(&b.arguments, TEXT("--lang"));
    b.rules.at[0].digest = TEXT(DIGEST_B);
    b.data.at[0].path = TEXT("renamed.xlsx");
    ManifestFile more = { TEXT("more.csv"), TEXT(DIGEST_B), 5 };
    vec_push(&b.data, more);
    b.partial = true;
    b.findings = 4;
    b.results_digest = TEXT(DIGEST_A);
    manifest_compare(&a, &b, LANG_EN, &told);
    static const char *const expected[] = {
        "heng was version 0.1.0, now 9",
        "the command line was `replay rules/t.heng 'my <data>.xlsx'`, now `replay rules/t.heng 'my <data>.xlsx' --lang`",
        NULL,
        "'data.xlsx' is now called 'renamed.xlsx', with the same content",
        "the data 'more.csv' is new",
        "this run was interrupted",
        "findings: 3 before, 4 now",
        "the results differ: bbbbbbbbbbbb… before, aaaaaaaaaaaa… now",
    };
    assert_int_equal(told.count, 8);
    for (int i = 0; i < told.count; i++)
        if (expected[i]) assert_string_equal(told.at[i].at, expected[i]);
    assert_true(text_begins(told.at[2], TEXT("'rules/t.heng' has changed: ")));
    told.count = 0;
    manifest_compare(&b, &a, LANG_ZH, &told);
    assert_int_equal(told.count, 8);
    assert_string_equal(told.at[4].at, "数据“more.csv”已不在其中");
}

int main(void) {
    const char *base = getenv("TMPDIR");
    char place[4096];
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_findings), cmocka_unit_test(writes_csv), cmocka_unit_test(writes_csv_of_all),
        cmocka_unit_test(writes_csv_without_prose), cmocka_unit_test(writes_json), cmocka_unit_test(writes_json_lines),
        cmocka_unit_test(writes_json_of_versions), cmocka_unit_test(passes_on_that_it_cannot_write),
        cmocka_unit_test(fits_cells), cmocka_unit_test(keeps_numbers_exact), cmocka_unit_test(writes_workbook),
        cmocka_unit_test(writes_the_same_workbook), cmocka_unit_test(writes_any_text), cmocka_unit_test(tells_what_has_no_room),
        cmocka_unit_test(writes_workbook_of_nothing), cmocka_unit_test(reads_manifests),
        cmocka_unit_test(refuses_what_is_no_manifest), cmocka_unit_test(refuses_wrong_members),
        cmocka_unit_test(survives_damage), cmocka_unit_test(compares_manifests),
    };
    mem_init();
    snprintf(place, sizeof place, "%s/heng-manifest-XXXXXX", base && *base ? base : "/tmp");
    if (!mkdtemp(place)) return 1;
    folder = text_of(place);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    rmdir(place);
    return failed;
}
