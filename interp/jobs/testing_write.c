/* testing_write.c - the results of tests as text for people, as JSON, and as JUnit XML for build servers. */
#include "base/json.h"
#include "jobs/coverage.h"
#include "jobs/testing.h"

#define LOCAL(lang, en, zh) ((lang) == LANG_ZH ? (zh) : (en))

bool testing_format(const char *name, TestingFormat *format) {
    static const char *const names[] = { "text", "json", "junit" };
    for (int i = 0; i < 3; i++) {
        if (!text_is_z(text_of(names[i]), name)) continue;
        *format = (TestingFormat)i;
        return true;
    }
    return false;
}

static void place_of(const TestFile *file, Span span, int *line, int *column) {
    source_place(file->diags->sources.at[span.source - 1], span.begin, line, column);
}

/* "Visits.score: expected 6, got 5 (-1)" */
static Text failure_text(const TestFailure *failure, Lang lang) {
    Buf buf = { 0 };
    buf_format(&buf, LOCAL(lang, "%.*s: expected %.*s, got %.*s", "%.*s：期望 %.*s，实为 %.*s"), TEXT_ARG(failure->what), TEXT_ARG(failure->expected),
               TEXT_ARG(failure->actual));
    if (failure->difference.length) buf_format(&buf, LOCAL(lang, " (%.*s)", "（%.*s）"), TEXT_ARG(failure->difference));
    return buf_text(&buf);
}

static Text broken_text(Lang lang) {
    return text_of(LOCAL(lang, "the test's own rules have mistakes", "测试自带的规则有错"));
}

/* ---- text ---- */

static void write_run_text(Buf *out, const TestFile *file, const TestRun *run, Lang lang) {
    int line, column;
    if (run->diags) {
        place_of(file, run->place, &line, &column);
        buf_format(out, LOCAL(lang, "%.*s:%d:%d: failed \"%.*s\": %.*s\n", "%.*s:%d:%d: 失败“%.*s”：%.*s\n"), TEXT_ARG(file->path), line, column,
                   TEXT_ARG(run->name), TEXT_ARG(broken_text(lang)));
        for (int i = 0; i < run->diags->list.count; i++)
            if (diag_severity(run->diags->list.at[i]->id) == SEVERITY_ERROR) diag_write(out, run->diags, run->diags->list.at[i], lang, false);
    }
    for (int i = 0; i < run->failures.count; i++) {
        const TestFailure *failure = &run->failures.at[i];
        place_of(file, failure->place, &line, &column);
        buf_format(out, LOCAL(lang, "%.*s:%d:%d: failed \"%.*s\": %.*s\n", "%.*s:%d:%d: 失败“%.*s”：%.*s\n"), TEXT_ARG(file->path), line, column,
                   TEXT_ARG(run->name), TEXT_ARG(failure_text(failure, lang)));
        for (int j = 0; j < failure->because.count; j++)
            buf_format(out, "    %.*s\n", TEXT_ARG(failure->because.at[j]));
    }
}

/* ---- JSON ---- */

static void name_text(Json *json, const char *name, Text text) {
    json_name(json, name);
    if (text.at) json_text(json, text);
    else json_null(json);
}

static void name_place(Json *json, const TestFile *file, Span span) {
    int line, column;
    place_of(file, span, &line, &column);
    json_name(json, "line");
    json_int(json, line);
    json_name(json, "column");
    json_int(json, column);
}

static void write_failure_json(Json *json, const TestFile *file, const TestFailure *failure) {
    json_object(json);
    name_place(json, file, failure->place);
    name_text(json, "what", failure->what);
    name_text(json, "expected", failure->expected);
    name_text(json, "actual", failure->actual);
    name_text(json, "difference", failure->difference);
    json_name(json, "because");
    json_array(json);
    for (int i = 0; i < failure->because.count; i++)
        json_text(json, failure->because.at[i]);
    json_end_array(json);
    json_end_object(json);
}

static void write_run_json(Json *json, const TestFile *file, const TestRun *run, Lang lang) {
    json_object(json);
    name_text(json, "name", run->name);
    name_place(json, file, run->place);
    name_text(json, "status", run->failed ? TEXT("failed") : TEXT("passed"));
    if (run->diags) name_text(json, "error", run->diags->list.count ? diag_message(run->diags->list.at[0], lang) : broken_text(lang));
    json_name(json, "failures");
    json_array(json);
    for (int i = 0; i < run->failures.count; i++)
        write_failure_json(json, file, &run->failures.at[i]);
    json_end_array(json);
    json_end_object(json);
}

static void write_coverage_json(Json *json, const TestFile *file, const Coverage *coverage) {
    json_object(json);
    for (int kind = 0; kind < COVER_KINDS; kind++) {
        static const char *const names[] = { "clauses", "branches", "edges" };
        int hits, all;
        coverage_count(coverage, (CoverKind)kind, &hits, &all);
        json_name(json, names[kind]);
        json_object(json);
        json_name(json, "covered");
        json_int(json, hits);
        json_name(json, "all");
        json_int(json, all);
        json_end_object(json);
    }
    json_name(json, "items");
    json_array(json);
    for (int i = 0; i < coverage->items.count; i++) {
        const CoverItem *item = &coverage->items.at[i];
        if (item->kind >= COVER_KINDS) continue;
        json_object(json);
        name_text(json, "kind", text_of(coverage_kind(item->kind)));
        name_place(json, file, item->span);
        name_text(json, "label", item->label);
        json_name(json, "hits");
        json_object(json);
        for (int side = 0; side < item->sides; side++) {
            json_name(json, coverage_side(item, side));
            json_int(json, item->hits[side]);
        }
        json_end_object(json);
        json_end_object(json);
    }
    json_end_array(json);
    json_end_object(json);
}

static void write_json(Buf *out, const TestReports *reports, Lang lang, int passed, int failed) {
    Json json = json_begin(out, false);
    json_object(&json);
    json_name(&json, "files");
    json_array(&json);
    for (int i = 0; i < reports->count; i++) {
        const TestReport *report = &reports->at[i];
        json_object(&json);
        name_text(&json, "path", report->file->path);
        json_name(&json, "errors");
        json_int(&json, report->file->diags->errors);
        json_name(&json, "tests");
        json_array(&json);
        for (int j = 0; report->file->program && j < report->file->runs.count; j++)
            write_run_json(&json, report->file, report->file->runs.at[j], lang);
        json_end_array(&json);
        if (report->coverage) {
            json_name(&json, "coverage");
            write_coverage_json(&json, report->file, report->coverage);
        }
        json_end_object(&json);
    }
    json_end_array(&json);
    json_name(&json, "passed");
    json_int(&json, passed);
    json_name(&json, "failed");
    json_int(&json, failed);
    json_end_object(&json);
    buf_char(out, '\n');
}

/* ---- JUnit ---- */

/* In an attribute or between tags; what XML cannot hold at all is left out. */
static void xml_text(Buf *out, Text text) {
    for (size_t i = 0; i < text.length; i++) {
        unsigned char c = (unsigned char)text.at[i];
        if (c == '&') buf_add_z(out, "&amp;");
        else if (c == '<') buf_add_z(out, "&lt;");
        else if (c == '>') buf_add_z(out, "&gt;");
        else if (c == '"') buf_add_z(out, "&quot;");
        else if (c == '\n') buf_add_z(out, "&#10;");
        else if (c >= ' ') buf_char(out, (char)c);
    }
}

static void attribute(Buf *out, const char *name, Text value) {
    buf_format(out, " %s=\"", name);
    xml_text(out, value);
    buf_char(out, '"');
}

static void write_case_junit(Buf *out, const TestFile *file, const TestRun *run, Lang lang) {
    int line, column;
    place_of(file, run->place, &line, &column);
    buf_add_z(out, "    <testcase");
    attribute(out, "classname", file->path);
    attribute(out, "name", run->name);
    attribute(out, "file", file->path);
    buf_format(out, " line=\"%d\"", line);
    if (!run->failed) {
        buf_add_z(out, "/>\n");
        return;
    }
    buf_add_z(out, ">\n");
    if (run->diags) {
        buf_add_z(out, "      <error");
        attribute(out, "message", run->diags->list.count ? diag_message(run->diags->list.at[0], lang) : broken_text(lang));
        buf_add_z(out, "/>\n");
    }
    for (int i = 0; i < run->failures.count; i++) {
        const TestFailure *failure = &run->failures.at[i];
        buf_add_z(out, "      <failure");
        attribute(out, "message", failure_text(failure, lang));
        buf_char(out, '>');
        place_of(file, failure->place, &line, &column);
        buf_format(out, "%d:%d", line, column);
        for (int j = 0; j < failure->because.count; j++) {
            buf_char(out, '\n');
            xml_text(out, failure->because.at[j]);
        }
        buf_add_z(out, "</failure>\n");
    }
    buf_add_z(out, "    </testcase>\n");
}

static void write_junit(Buf *out, const TestReports *reports, Lang lang, int passed, int failed) {
    buf_format(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites tests=\"%d\" failures=\"%d\">\n", passed + failed, failed);
    for (int i = 0; i < reports->count; i++) {
        const TestFile *file = reports->at[i].file;
        buf_add_z(out, "  <testsuite");
        attribute(out, "name", file->path);
        int errors = file->program ? 0 : 1;
        buf_format(out, " tests=\"%d\" failures=\"%d\" errors=\"%d\">\n", file->passed + file->failed, file->failed, errors);
        for (int j = 0; file->program && j < file->runs.count; j++)
            write_case_junit(out, file, file->runs.at[j], lang);
        buf_add_z(out, "  </testsuite>\n");
    }
    buf_add_z(out, "</testsuites>\n");
}

void testing_write(Buf *out, const TestReports *reports, TestingFormat format, Lang lang) {
    int passed = 0, failed = 0;
    for (int i = 0; i < reports->count; i++) {
        passed += reports->at[i].file->passed;
        failed += reports->at[i].file->failed;
    }
    if (format == TESTING_JSON) {
        write_json(out, reports, lang, passed, failed);
        return;
    }
    if (format == TESTING_JUNIT) {
        write_junit(out, reports, lang, passed, failed);
        return;
    }
    for (int i = 0; i < reports->count; i++) {
        const TestReport *report = &reports->at[i];
        for (int j = 0; report->file->program && j < report->file->runs.count; j++)
            write_run_text(out, report->file, report->file->runs.at[j], report->lang);
        if (report->coverage) coverage_write(out, report->coverage, report->lang);
    }
    buf_format(out, LOCAL(lang, "%d passed, %d failed\n", "通过 %d 个，失败 %d 个\n"), passed, failed);
}
