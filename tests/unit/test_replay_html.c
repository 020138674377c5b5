/* test_replay_html.c - the HTML report of a replay made up here, byte by byte.  With a folder as its argument the
   program writes the pages there, to be looked at: zh.html, en.html, large.html (2,000 findings, 2,000 forms). */
#include "jobs/replay.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/file.h"
#include "front/scheme.h"
#include "jobs/html.h"
#include "jobs/manifest.h"

/* ---- stand-ins for what other modules will bring ---- */

static const char *const finding_words[][3] = {
#define FINDING(id, slug, en, zh) { slug, en, zh },
#include "jobs/finding.def"
#undef FINDING
};

__attribute__((weak)) const char *finding_slug(FindingId id) {
    return finding_words[id][0];
}

__attribute__((weak)) Text finding_title(FindingId id, Lang lang) {
    return text_of(finding_words[id][lang == LANG_ZH ? 2 : 1]);
}

__attribute__((weak)) void manifest_write(Buf *out, const Replay *replay) {
    (void)replay;
    buf_add_z(out, "{\n  \"heng\": \"0.2\",\n  \"arguments\": [\"</script><b>&amp;\"],\n  \"data\": []\n}\n");
}

__attribute__((weak)) const FormsFile *forms_files(const Forms *forms, int *count) {
    static const FormsFile files[] = { { { "数据/entries.csv", sizeof "数据/entries.csv" - 1 }, { "", 0 }, 188 },
                                       { { "数据/forms.csv", sizeof "数据/forms.csv" - 1 }, { "", 0 }, 16 } };
    (void)forms;
    *count = 2;
    return files;
}

/* ---- a replay ---- */

#define NASTY "<script>alert('1')</script>"

static const char rules[] =
    "规则 \"项目支出绩效自评复核\" 版本 \"2020\"\n"
    "依据 \"财预〔2020〕10号 <b>&\"\n"
    "施行 2021-01-01 至 2023-12-31\n"
    "指标 培训场次 分值 100 { 目标 ≥ 60 场；计分 按比例 }\n";

static const Program *program_of(const char *text) {
    Program *program = MEM_NEW(Program);
    Diags *diags = diags_new();
    program->scheme = scheme_load_text(diags, TEXT("规则/复核.heng"), text_of(text));
    assert_int_equal(diags->errors, 0);
    return program;
}

static Text joined(const char *format, int n) {
    Buf buf = { 0 };
    buf_format(&buf, "%s", "");
    for (const char *at = format; *at; at++)
        if (*at == '#')
            buf_format(&buf, "%03d", n);
        else
            buf_char(&buf, *at);
    return buf_text(&buf);
}

static Kept *kept_of(FindingId id, int n, Verdict verdict, bool certain) {
    Kept *kept = MEM_NEW(Kept);
    Finding *finding = &kept->finding;
    *finding = (Finding){ .id = id, .form = joined("F#", n), .path = TEXT("产出指标/数量指标"), .name = joined("培训场次#", n),
                          .verdict = verdict, .certain = certain, .file = TEXT("规则/复核.heng"), .line = 47 };
    finding->place = (FormPlace){ .file = TEXT("数据/entries.csv"), .column = TEXT("reported_score"), .row = 12 + n };
    finding->printed = TEXT("15");
    kept->unit = n % 3 ? TEXT("宿州市医疗保障局本级") : TEXT("城乡居民医疗保险管理中心");
    kept->year = 2022;
    kept->target = TEXT("≥60场");
    kept->actual = TEXT("57场");
    finding->cites = TEXT("财预〔2020〕10号 第十二条");
    if (verdict == VERDICT_NONE) {
        finding->reason = TEXT("“≥ 90%” is a bound and not a value / 填的是界限值，不是实际值。");
        return kept;
    }
    finding->expected = n % 4 == 1 ? TEXT("43/3") : TEXT("14.25");
    finding->low = verdict == VERDICT_UNVERIFIABLE ? TEXT("14") : finding->expected;
    finding->high = verdict == VERDICT_UNVERIFIABLE ? TEXT("15") : finding->expected;
    finding->has_points = true;
    finding->points = n % 4 == 1 ? rat_of(2, 3) : rat_of(3, 4);
    finding->reason = TEXT("实际 57 场，目标 ≥ 60 场，未达到，按比例得 95%；自报 15 分。");
    vec_push(&kept->explanation, TEXT("57 ÷ 60 = 95%"));
    vec_push(&kept->explanation, TEXT("15 × 95% = 14.25"));
    if (n % 2) finding->known = TEXT("达到目标即得满分：15 × 100% = 15");
    return kept;
}

static KeptForm *form_of(int n) {
    static const Verdict verdicts[] = { VERDICT_AGREES, VERDICT_CONTRADICTED, VERDICT_UNVERIFIABLE, VERDICT_ROUNDED };
    static const char *const reported[] = { "97.2", "99.50", "90", "88.12", "100" };
    static const char *const expected[] = { "97.2", "96.08", "", "88.1166", "94" };
    KeptForm *form = MEM_NEW(KeptForm);
    Verdict verdict = verdicts[n % 4];
    *form = (KeptForm){ .id = joined("F#", n), .unit = n % 3 ? TEXT("宿州市医疗保障局本级") : TEXT("城乡居民医疗保险管理中心"),
                        .version = TEXT("2020"), .year = 2021 + n % 2, .reported = text_of(reported[n % 5]),
                        .reported_grade = TEXT("优"), .grades = verdict == VERDICT_UNVERIFIABLE ? TEXT("优/良") : TEXT("优"),
                        .verdict = verdict, .findings = n % 4, .contradicted = n % 4 == 1 };
    form->expected = form->low = form->high = text_of(expected[n % 5]);
    if (verdict == VERDICT_UNVERIFIABLE) {
        form->expected = TEXT_NONE;
        form->low = n % 5 == 2 ? TEXT("78.5") : TEXT("84");
        form->high = TEXT("95.5");
    }
    form->over = form->contradicted ? rat_of(171, 50) : RAT_ZERO;
    form->under = RAT_ZERO;
    return form;
}

static void count_finding(Replay *replay, const Kept *kept) {
    replay->findings[kept->finding.id]++;
    replay->certain[kept->finding.id] += kept->finding.certain;
}

static Replay *replay_of(Lang lang, int findings, int forms) {
    static const FindingId others[] = { FINDING_BOUND, FINDING_AT_WORD, FINDING_WEIGHT_SUM, FINDING_MISSING_TARGET, FINDING_UNIT_SLIP };
    Replay *replay = MEM_NEW(Replay);
    const Program **programs = MEM_ARRAY(const Program *, 1);
    programs[0] = program_of(rules);
    *replay = (Replay){ .programs = programs, .program_count = 1, .lang = lang,
                        .forms = (const Forms *)programs /* not looked into */, .form_count = forms, .row_count = 204, .scored = 180,
                        .clean_forms = forms / 4, .over = rat_of(171, 50), .under = rat_of(1, 2) };
    replay->verdicts[VERDICT_AGREES] = 121;
    replay->verdicts[VERDICT_ROUNDED] = 7;
    replay->verdicts[VERDICT_CONTRADICTED] = 12;
    replay->verdicts[VERDICT_UNVERIFIABLE] = 40;
    replay->total_verdicts[VERDICT_CONTRADICTED] = 2;
    replay->other_verdicts[VERDICT_AGREES] = 9;
    replay->results_digest = TEXT("ab12cd34ef560718293a4b5c6d7e8f90ab12cd34ef560718293a4b5c6d7e8f90");
    for (int i = 0; i < findings; i++) {
        Kept *kept = i < findings / 3       ? kept_of(FINDING_SCORE, i, VERDICT_CONTRADICTED, true)
                     : i < findings * 2 / 3 ? kept_of(FINDING_UNVERIFIABLE, i, VERDICT_UNVERIFIABLE, false)
                                            : kept_of(others[i % 5], i, VERDICT_NONE, i % 5 == 2);
        vec_push(&replay->worst, kept);
        count_finding(replay, kept);
    }
    for (int i = 0; i < forms; i++)
        vec_push(&replay->kept_forms, form_of(i));
    Tally first = { TEXT("宿州市医疗保障局本级"), 11, 17, 5, rat_of(171, 50), rat_of(1, 2) };
    Tally second = { TEXT("城乡居民医疗保险管理中心（含乡镇卫生院结算点及村卫生室）"), 5, 7, 0, RAT_ZERO, RAT_ZERO };
    vec_push(&replay->units, first);
    vec_push(&replay->units, second);
    if (findings == 0) return replay;
    Pattern pattern = { .clause = TEXT("按比例（未达到目标）"), .file = TEXT("规则/复核.heng"), .line = 47, .count = 8, .of = 9,
                        .known = TEXT("达到目标即得满分"), .difference = TEXT("0.75"), .example_count = 2 };
    pattern.examples[0] = replay->worst.at[0];
    pattern.examples[1] = replay->worst.at[findings > 1 ? 1 : 0];
    vec_push(&replay->patterns, pattern);
    return replay;
}

/* ---- the page ---- */

static bool collect(void *data, Text bytes) {
    buf_add(data, bytes);
    return true;
}

static Text page_of(Replay *replay) {
    Buf buf = { 0 };
    ReplayOut out = { collect, &buf };
    ReplaySink *sink = replay_html_sink(&out);
    assert_true(sink->begin(sink, replay));
    assert_true(sink->end(sink, replay));
    return buf_text(&buf);
}

static int occurrences(Text text, const char *part) {
    int count = 0;
    for (long at = text_find(text, text_of(part), 0); at >= 0; at = text_find(text, text_of(part), (size_t)at + 1))
        count++;
    return count;
}

static void assert_has(Text page, const char *part) {
    if (occurrences(page, part) == 0) fail_msg("not in the page: %s", part);
}

static void assert_has_not(Text page, const char *part) {
    if (occurrences(page, part) > 0) fail_msg("in the page: %s", part);
}

/* Each of `parts` behind the one before. */
static void assert_order(Text page, const char *const *parts, int count) {
    size_t from = 0;
    for (int i = 0; i < count; i++) {
        long at = text_find(page, text_of(parts[i]), from);
        if (at < 0) fail_msg("not in its place: %s", parts[i]);
        from = (size_t)at + 1;
    }
}

static void escapes(void **state) {
    static const struct {
        const char *text, *html;
    } cases[] = {
        { "a<b>&\"'", "a&lt;b&gt;&amp;&quot;&#39;" },
        { "一\n二\t三", "一 二 三" },
        { "\x01\x7F", "␁␡" },
        { "a\xE2\x80\xAE" "b", "a[U+202E]b" },
        { "\xE2\x81\xA6\xE2\x80\x8B\xEF\xBB\xBF\xD8\x9C", "[U+2066][U+200B][U+FEFF][U+061C]" },
        { "\xC2\x85\xFF\xC0", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD" },
        { "=cmd|' /C calc'!A0", "=cmd|&#39; /C calc&#39;!A0" },
        { "𝟙汉", "𝟙汉" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Buf buf = { 0 };
        html_text(&buf, text_of(cases[i].text));
        assert_string_equal(buf_text(&buf).at, cases[i].html);
    }
    Buf buf = { 0 };
    html_text(&buf, (Text){ "a\0b", 3 });
    assert_string_equal(buf_text(&buf).at, "a␀b");
}

/* What stands in a value is no place for another value. */
static void fills(void **state) {
    Buf buf = { 0 };
    html_put(&buf, "<a href=\"{1}\">{0}</a>{2} {x}", TEXT("{1}"), TEXT("\"onmouseover=\"x"));
    assert_string_equal(buf_text(&buf).at, "<a href=\"&quot;onmouseover=&quot;x\">{1}</a>{2} {x}");
}

static void json_stays_inside(void **state) {
    Buf buf = { 0 };
    html_json(&buf, TEXT("{\"a\": \"</script><!--\xE2\x80\xAE&\"}"));
    assert_string_equal(buf_text(&buf).at, "{\"a\": \"\\u003c/script\\u003e\\u003c!--\\u202e&\"}");
}

static void writes_numbers(void **state) {
    Rat number;
    assert_string_equal(html_number(rat_of(171, 50), true).at, "+3.42");
    assert_string_equal(html_number(rat_of(-2, 3), true).at, "−0.6666…");
    assert_string_equal(html_number(RAT_ZERO, true).at, "0");
    assert_true(html_read_number(TEXT("-2/3"), &number));
    assert_true(rat_equal(number, rat_of(-2, 3)));
    assert_false(html_read_number(TEXT("1/0"), &number));
    assert_false(html_read_number(TEXT("优/良"), &number));
}

/* Of every element that is written with its end, as many ends as beginnings. */
static void assert_balanced(Text page) {
    static const char *const names[] = { "table", "details", "div", "dl", "svg", "figure", "form", "select", "g", "text", "script", "p", "main" };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char open[20], open_with[20], close[20];
        snprintf(open, sizeof open, "<%s>", names[i]);
        snprintf(open_with, sizeof open_with, "<%s ", names[i]);
        snprintf(close, sizeof close, "</%s>", names[i]);
        if (occurrences(page, open) + occurrences(page, open_with) != occurrences(page, close)) fail_msg("<%s> and its end", names[i]);
    }
}

static void says_all_in_chinese(void **state) {
    Text page = page_of(replay_of(LANG_ZH, 24, 16));
    static const char *const order[] = {
        "<html lang=\"zh-CN\">", "自报得分复核报告", "180 个自报得分中，12 个与填报内容不符，不成立：多计 3.42 分，少计 0.5 分。",
        "项目支出绩效自评复核", "2021-01-01 至 2023-12-31", "<figure class=\"chart scatter\">", "<h2 id=patterns>", "<h2 id=findings>",
        "F000", "<h2 id=forms>", "<h2 id=evidence>", "ab12cd34", "id=\"heng-manifest\"", "<h2 id=sign>", "签名",
    };
    assert_true(text_is_utf8(page, NULL));
    assert_order(page, order, (int)(sizeof order / sizeof *order));
    assert_int_equal(occurrences(page, "<tbody data-k="), 24);
    assert_int_equal(occurrences(page, "<tbody data-k=score data-v=\"contradicted\" data-c=1"), 8);
    assert_int_equal(occurrences(page, "<tbody><tr><td>F"), 16);
    assert_has(page, "title=\"43/3\">14.3333…"); /* the exact one can be looked up */
    assert_has(page, "财预〔2020〕10号 &lt;b&gt;&amp;");
    assert_int_equal(occurrences(page, "<span>15 × 95% = 14.25</span>"), 16 + 2); /* its findings, the examples */
    assert_has_not(page, "role=alert");
    assert_balanced(page);
}

static void says_all_in_english(void **state) {
    Replay *replay = replay_of(LANG_EN, 24, 16);
    replay->interrupted = true;
    replay->worst_left_out = 5;
    replay->forms_left_out = 3;
    Text page = page_of(replay);
    assert_has(page, "16 forms, 204 rows. 12 of 180 reported scores are contradicted by what was entered: 3.42 points too much, 0.5 too little.");
    assert_has(page, "role=alert>Partial: the replay was interrupted after 16 forms.");
    assert_has(page, "The 24 weightiest findings stand here; 5 more are counted above");
    assert_has(page, "16 forms stand here; 3 more");
    assert_has(page, "2021-01-01 to 2023-12-31");
    assert_balanced(page);
}

/* Chromium, too, has to see the digest of the very script that stands in the page. */
static void forbids_what_is_outside(void **state) {
    Text page = page_of(replay_of(LANG_EN, 24, 16));
    assert_has(page, "content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-");
    assert_has_not(page, "http://");
    assert_has_not(page, "https://");
    assert_has_not(page, "@import");
    assert_has_not(page, "url(");
    assert_has_not(page, " src=");
}

static void neutralises(void **state) {
    Replay *replay = replay_of(LANG_EN, 3, 1);
    Kept *kept = replay->worst.at[0];
    Finding *finding = &kept->finding;
    KeptForm *form = replay->kept_forms.at[0];
    Text nasty = TEXT(NASTY "\"onmouseover=alert(1) '=cmd|x\xE2\x80\xAE\x01\xFF</td></table>{0}");
    Text *texts[] = { &finding->form, &finding->path, &finding->name, &finding->place.file, &finding->place.sheet, &finding->place.column,
                      &finding->place.cell, &finding->printed, &finding->expected, &finding->low, &finding->high, &finding->reason,
                      &finding->known, &finding->file, &finding->cites, &kept->unit, &kept->target, &kept->actual, &kept->explanation.at[0],
                      &form->id, &form->unit, &form->version, &form->reported, &form->reported_grade, &form->expected, &form->low,
                      &form->high, &form->grades, &replay->units.at[0].name, &replay->patterns.at[0].clause, &replay->patterns.at[0].known,
                      &replay->patterns.at[0].difference, &replay->patterns.at[0].file, &replay->results_digest };
    int before = occurrences(page_of(replay), "<script");
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        *texts[i] = nasty;
    replay->worst_left_out = 1;
    Text page = page_of(replay);
    assert_true(text_is_utf8(page, NULL));
    assert_int_equal(before, 2);
    assert_int_equal(occurrences(page, "<script"), before);
    assert_has(page, "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot;onmouseover=alert(1)");
    assert_has_not(page, "\"onmouseover");
    assert_has_not(page, "\xE2\x80\xAE");
    assert_has_not(page, "\x01");
    assert_balanced(page);
}

static void says_when_there_is_nothing(void **state) {
    Replay *replay = replay_of(LANG_EN, 0, 0);
    memset(replay->verdicts, 0, sizeof replay->verdicts);
    memset(replay->total_verdicts, 0, sizeof replay->total_verdicts);
    Text page = page_of(replay);
    assert_has(page, "0 forms, 204 rows. No reported score is contradicted by what was entered.");
    assert_has_not(page, "<figure class=\"chart scatter\">");
    assert_has_not(page, "#patterns");
    assert_balanced(page);
}

static void is_the_same_again(void **state) {
    assert_true(text_is(page_of(replay_of(LANG_ZH, 24, 16)), page_of(replay_of(LANG_ZH, 24, 16))));
}

static void stays_small(void **state) {
    assert_true(page_of(replay_of(LANG_ZH, 2000, 2000)).length < 5000000);
}

static int write_pages(const char *folder) {
    static const struct {
        const char *name;
        Lang lang;
        int findings, forms;
    } pages[] = { { "zh.html", LANG_ZH, 24, 16 }, { "en.html", LANG_EN, 24, 16 }, { "large.html", LANG_ZH, 2000, 2000 } };
    bool written = true;
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        Replay *replay = replay_of(pages[i].lang, pages[i].findings, pages[i].forms);
        Buf path = { 0 };
        if (replay->worst.count > 2) replay->worst.at[2]->finding.printed = TEXT(NASTY);
        replay->worst_left_out = pages[i].forms == 2000 ? 1456 : 0;
        buf_format(&path, "%s/%s", folder, pages[i].name);
        written &= file_write(buf_text(&path), page_of(replay), diags_new());
    }
    return written ? 0 : 1;
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(escapes),
        cmocka_unit_test(fills),
        cmocka_unit_test(json_stays_inside),
        cmocka_unit_test(writes_numbers),
        cmocka_unit_test(says_all_in_chinese),
        cmocka_unit_test(says_all_in_english),
        cmocka_unit_test(forbids_what_is_outside),
        cmocka_unit_test(neutralises),
        cmocka_unit_test(says_when_there_is_nothing),
        cmocka_unit_test(is_the_same_again),
        cmocka_unit_test(stays_small),
    };
    mem_init();
    return argc > 1 ? write_pages(argv[1]) : cmocka_run_group_tests(tests, NULL, NULL);
}
