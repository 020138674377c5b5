/* write_replay_xlsx.c - a replay as a workbook: summary with charts, forms, findings, the worst explained, patterns,
   rules and evidence.  Rows go to temporary files as they come, so that memory does not grow with the data.  What a
   cell says is what the other formats say: numbers only where a spreadsheet keeps them exactly, never a formula. */
#include "jobs/write_replay_xlsx.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include <xlsxwriter.h>

#include "data/date.h"
#include "jobs/manifest.h"
#include "jobs/score_tree.h"
#include "jobs/xlsx_cell.h"

#define CREATED 946684800 /* 2000-01-01: the same bytes on every day */
#define POINTS_MAX 20000  /* of a chart */
#define COLUMNS_MAX 24
#define PLACES (XLSX_DIGITS_MAX + 1)

typedef enum SheetId { SHEET_SUMMARY, SHEET_FORMS, SHEET_FINDINGS, SHEET_WORST, SHEET_PATTERNS, SHEET_EVIDENCE, SHEET_COUNT } SheetId;

static const char *const sheet_names[SHEET_COUNT][2] = {
    { "Summary", "总览" },           { "Forms", "表单" },    { "Findings", "问题" },
    { "Worst explained", "要点详解" }, { "Patterns", "规律" }, { "Rules and evidence", "规则与依据" },
};

/* A column: its heading and how wide it is, in characters. */
typedef struct Column {
    const char *title[2];
    int width;
} Column;

static const Column form_columns[] = {
    { { "form", "表单" }, 18 },           { { "unit", "单位" }, 22 },
    { { "year", "年度" }, 7 },            { { "version", "规则版本" }, 12 },
    { { "reported total", "所报总分" }, 11 }, { { "expected", "应得" }, 11 },
    { { "least", "最低" }, 11 },          { { "most", "最高" }, 11 },
    { { "difference", "差额" }, 11 },      { { "verdict", "结论" }, 14 },
    { { "reported grade", "所报等级" }, 11 }, { { "grade", "等级" }, 11 },
    { { "findings", "问题数" }, 10 },      { { "certain", "确定的" }, 10 },
    { { "points overstated", "多计分" }, 11 }, { { "points understated", "少计分" }, 11 },
    { { "reported, for the chart", "所报（图表用）" }, 11 }, { { "expected, for the chart", "应得（图表用）" }, 11 },
};
enum { FORM_CHART_REPORTED = 16, FORM_CHART_EXPECTED = 17 };

static const Column finding_columns[] = {
    { { "form", "表单" }, 18 },     { { "unit", "单位" }, 22 },     { { "year", "年度" }, 7 },
    { { "finding", "问题" }, 24 },  { { "path", "上级" }, 22 },     { { "name", "名称" }, 26 },
    { { "printed", "所填" }, 12 },  { { "expected", "应为" }, 12 }, { { "least", "最低" }, 11 },
    { { "most", "最高" }, 11 },     { { "verdict", "结论" }, 14 },  { { "sure", "把握" }, 10 },
    { { "points", "分差" }, 10 },   { { "reason", "理由" }, 60 },   { { "comes out by", "如此计算可得" }, 30 },
    { { "data", "数据文件" }, 24 }, { { "sheet", "工作表" }, 14 },  { { "cell", "单元格" }, 9 },
    { { "row", "行" }, 8 },         { { "column", "列" }, 16 },     { { "rule file", "规则文件" }, 24 },
    { { "line", "规则行" }, 8 },    { { "legal basis", "依据" }, 30 }, { { "kind", "类别" }, 18 },
};

static const Column worst_columns[] = {
    { { "form", "表单" }, 18 },    { { "unit", "单位" }, 22 },    { { "year", "年度" }, 7 },     { { "finding", "问题" }, 24 },
    { { "name", "名称" }, 26 },    { { "target", "目标" }, 20 },  { { "actual", "实际" }, 20 },  { { "printed", "所填" }, 12 },
    { { "expected", "应为" }, 12 }, { { "points", "分差" }, 10 }, { { "sure", "把握" }, 10 },    { { "reason", "理由" }, 50 },
    { { "explanation", "说明" }, 70 }, { { "rule file", "规则文件" }, 24 }, { { "line", "规则行" }, 8 }, { { "legal basis", "依据" }, 30 },
};

static const Column pattern_columns[] = {
    { { "clause", "条款" }, 40 },        { { "comes out by", "如此计算可得" }, 40 }, { { "difference", "差额" }, 12 },
    { { "mismatches", "不成立数" }, 12 }, { { "scores judged", "核对得分数" }, 12 },  { { "rule file", "规则文件" }, 24 },
    { { "line", "规则行" }, 8 },         { { "examples", "举例" }, 60 },
};

#define COUNT_OF(list) (int)(sizeof(list) / sizeof *(list))
_Static_assert(sizeof finding_columns / sizeof *finding_columns <= COLUMNS_MAX, "a sheet is too wide");

typedef struct Sheet {
    lxw_worksheet *at;
    lxw_row_t row;          /* the next */
    lxw_col_t column;       /* the next in it */
    long left_out;          /* rows there is no room for */
    const Column *columns;
    int column_count;
} Sheet;

typedef struct XlsxSink {
    ReplaySink sink;
    ReplayOut out;
    Diags *diags;
    Lang lang;
    long rows_max;
    FILE *file;             /* what the library writes; it has no name */
    lxw_workbook *book;
    Sheet sheets[SHEET_COUNT];
    lxw_format *plain, *wrapped, *heading, *title, *alert;
    lxw_format *numbers[PLACES]; /* by decimals; made on first use */
    lxw_error error;        /* the first */
    bool cut;               /* a text was too long for its cell */
    double most;            /* of the totals in the chart */
} XlsxSink;

static const char *words(const XlsxSink *sink, const char *en, const char *zh) {
    return sink->lang == LANG_ZH ? zh : en;
}

static void note_error(XlsxSink *sink, lxw_error error) {
    if (error != LXW_NO_ERROR && sink->error == LXW_NO_ERROR) sink->error = error;
}

/* ---- cells ---- */

static void put_as(XlsxSink *sink, Sheet *sheet, Text text, lxw_format *format) {
    lxw_col_t column = sheet->column++;
    if (text.length == 0) return;
    Text fit = xlsx_text(text, sink->lang, &sink->cut);
    note_error(sink, worksheet_write_string(sheet->at, sheet->row, column, fit.at, format));
}

static void put(XlsxSink *sink, Sheet *sheet, Text text) {
    put_as(sink, sheet, text, sink->plain);
}

static void put_z(XlsxSink *sink, Sheet *sheet, const char *text) {
    put(sink, sheet, text_of(text));
}

static lxw_format *number_format(XlsxSink *sink, int places) {
    char pattern[PLACES + 3] = "0.";
    if (sink->numbers[places]) return sink->numbers[places];
    lxw_format *format = workbook_add_format(sink->book);
    memset(pattern + 2, '0', (size_t)places);
    pattern[places > 0 ? 2 + places : 1] = '\0';
    format_set_num_format(format, pattern);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    sink->numbers[places] = format;
    return format;
}

/* A number where a spreadsheet keeps it, with the decimals it is written with; else the text. */
static void put_number(XlsxSink *sink, Sheet *sheet, Text text) {
    double number;
    int places;
    if (!xlsx_number(text, &number, &places)) {
        put(sink, sheet, text);
        return;
    }
    note_error(sink, worksheet_write_number(sheet->at, sheet->row, sheet->column++, number, number_format(sink, places)));
}

static void put_rat(XlsxSink *sink, Sheet *sheet, Rat number) {
    put_number(sink, sheet, rat_text(number));
}

static void put_count(XlsxSink *sink, Sheet *sheet, long count) {
    put_rat(sink, sheet, RAT_INT(count));
}

/* Of years and lines, 0: not known. */
static void put_known(XlsxSink *sink, Sheet *sheet, long number) {
    if (number > 0)
        put_count(sink, sheet, number);
    else
        sheet->column++;
}

static void put_verdict(XlsxSink *sink, Sheet *sheet, Verdict verdict) {
    if (verdict == VERDICT_NONE)
        sheet->column++;
    else
        put_as(sink, sheet, verdict_text(verdict, sink->lang), verdict == VERDICT_CONTRADICTED ? sink->alert : sink->plain);
}

static void put_sure(XlsxSink *sink, Sheet *sheet, bool certain) {
    put_z(sink, sheet, certain ? words(sink, "certain", "确定") : words(sink, "judgement", "需判断"));
}

static void next_row(Sheet *sheet) {
    sheet->row++;
    sheet->column = 0;
}

/* Whether there is room for one more row and the note in the last. */
static bool has_room(const XlsxSink *sink, Sheet *sheet) {
    if ((long)sheet->row + 1 < sink->rows_max) return true;
    sheet->left_out++;
    return false;
}

/* ---- sheets ---- */

static lxw_format *new_format(XlsxSink *sink) {
    lxw_format *format = workbook_add_format(sink->book);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    return format;
}

static void make_formats(XlsxSink *sink) {
    sink->plain = new_format(sink);
    sink->wrapped = new_format(sink);
    format_set_text_wrap(sink->wrapped);
    sink->heading = new_format(sink);
    format_set_bold(sink->heading);
    format_set_text_wrap(sink->heading);
    format_set_bg_color(sink->heading, 0xE8ECF1);
    format_set_bottom(sink->heading, LXW_BORDER_THIN);
    sink->title = new_format(sink);
    format_set_bold(sink->title);
    format_set_font_size(sink->title, 14);
    sink->alert = new_format(sink);
    format_set_bold(sink->alert);
    format_set_font_color(sink->alert, 0xB00020);
}

static void make_sheet(XlsxSink *sink, SheetId id, const Column *columns, int count) {
    Sheet *sheet = &sink->sheets[id];
    sheet->columns = columns;
    sheet->column_count = count;
    for (int i = 0; i < count; i++) {
        note_error(sink, worksheet_set_column(sheet->at, (lxw_col_t)i, (lxw_col_t)i, columns[i].width, NULL));
        put_as(sink, sheet, text_of(columns[i].title[sink->lang]), sink->heading);
    }
    next_row(sheet);
    worksheet_freeze_panes(sheet->at, 1, 1);
    worksheet_repeat_rows(sheet->at, 0, 0);
}

static void prepare_print(lxw_worksheet *sheet) {
    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, 9); /* A4 */
    worksheet_fit_to_pages(sheet, 1, 0);
}

static bool begin(ReplaySink *base, const Replay *replay) {
    XlsxSink *sink = (XlsxSink *)base;
    char path[64];
    sink->lang = replay->lang;
    sink->file = tmpfile();
    if (!sink->file) {
        diag(sink->diags, DIAG_WORKBOOK_FAILED, SPAN_NONE, text_of(strerrordesc_np(errno)));
        return false;
    }
    snprintf(path, sizeof path, "/proc/self/fd/%d", fileno(sink->file)); /* nothing is left behind, whatever happens */
    lxw_workbook_options options = { .constant_memory = LXW_TRUE, .use_zip64 = LXW_FALSE };
    sink->book = workbook_new_opt(path, &options);
    if (!sink->book) {
        diag(sink->diags, DIAG_WORKBOOK_FAILED, SPAN_NONE, text_of(strerrordesc_np(ENOMEM)));
        return false;
    }
    lxw_doc_properties properties = { .author = (char *)"heng", .created = CREATED };
    workbook_set_properties(sink->book, &properties);
    make_formats(sink);
    for (int i = 0; i < SHEET_COUNT; i++) {
        sink->sheets[i].at = workbook_add_worksheet(sink->book, sheet_names[i][sink->lang]);
        prepare_print(sink->sheets[i].at);
    }
    make_sheet(sink, SHEET_FORMS, form_columns, COUNT_OF(form_columns));
    make_sheet(sink, SHEET_FINDINGS, finding_columns, COUNT_OF(finding_columns));
    make_sheet(sink, SHEET_WORST, worst_columns, COUNT_OF(worst_columns));
    make_sheet(sink, SHEET_PATTERNS, pattern_columns, COUNT_OF(pattern_columns));
    return true;
}

/* ---- a form ---- */

static bool has_text(const TextList *list, Text text) {
    for (int i = 0; i < list->count; i++)
        if (text_is(list->at[i], text)) return true;
    return false;
}

static Text join(const TextList *list, const char *between) {
    Buf buf = { 0 };
    for (int i = 0; i < list->count; i++) {
        if (i > 0) buf_add_z(&buf, between);
        buf_add(&buf, list->at[i]);
    }
    return buf_text(&buf);
}

/* Every grade still possible under any version in force. */
static Text grades_of(const Replayed *form) {
    TextList grades = { 0 };
    for (int i = 0; i < form->result_count; i++) {
        const FormResult *result = form->results[i];
        for (int k = 0; k < result->grade_count; k++) {
            Text name = result->program->bands.at[result->grades[k]].name;
            if (!has_text(&grades, name)) vec_push(&grades, name);
        }
    }
    return join(&grades, "/");
}

static Text versions_of(const Replay *replay, const Replayed *form) {
    TextList names = { 0 };
    for (int i = 0; i < form->result_count; i++) {
        const Module *rules = replay->programs[form->versions[i]]->scheme->main;
        vec_push(&names, rules->version.length ? rules->version : rules->title);
    }
    return join(&names, "/");
}

static Text expected_of(const Replayed *form) {
    if (form->result_count == 0) return TEXT_NONE;
    return form->result_count == 1 ? score_certain(&result_total(form->results[0])->expected) : score_certain(&form->total);
}

/* Where both totals are known: a spreadsheet takes a text among the numbers for a point of its own. */
static void put_chart_numbers(XlsxSink *sink, Sheet *sheet, Text reported, Text expected) {
    double a, b;
    int places;
    if (!xlsx_number(reported, &a, &places) || !xlsx_number(expected, &b, &places)) return;
    put_number(sink, sheet, reported);
    put_number(sink, sheet, expected);
    if (a > sink->most) sink->most = a;
    if (b > sink->most) sink->most = b;
}

static void add_form_row(XlsxSink *sink, const Replay *replay, const Replayed *form) {
    Sheet *sheet = &sink->sheets[SHEET_FORMS];
    Text expected = expected_of(form), reported = text_trim(form->reported_total);
    Rat a, b;
    long certain = 0;
    if (!has_room(sink, sheet)) return;
    for (int i = 0; i < form->findings.count; i++)
        certain += form->findings.at[i].certain;
    put(sink, sheet, form->form->id);
    put(sink, sheet, form->unit);
    put_known(sink, sheet, form->form->year);
    put(sink, sheet, versions_of(replay, form));
    put_number(sink, sheet, reported);
    put_number(sink, sheet, expected);
    put_number(sink, sheet, score_low(&form->total));
    put_number(sink, sheet, score_high(&form->total));
    if (rat_read(reported, &a) && rat_read(expected, &b))
        put_rat(sink, sheet, rat_subtract(a, b));
    else
        sheet->column++;
    put_verdict(sink, sheet, form->verdict);
    put(sink, sheet, form->reported_grade);
    put(sink, sheet, grades_of(form));
    put_count(sink, sheet, form->findings.count);
    put_count(sink, sheet, certain);
    put_rat(sink, sheet, form->over);
    put_rat(sink, sheet, form->under);
    put_chart_numbers(sink, sheet, reported, expected);
    next_row(sheet);
}

static void put_rule(XlsxSink *sink, Sheet *sheet, Text file, int line) {
    put(sink, sheet, file);
    put_known(sink, sheet, line);
}

static void put_points(XlsxSink *sink, Sheet *sheet, const Finding *finding) {
    if (finding->has_points)
        put_rat(sink, sheet, finding->points);
    else
        sheet->column++;
}

static void add_finding_row(XlsxSink *sink, const Replayed *form, const Finding *finding) {
    Sheet *sheet = &sink->sheets[SHEET_FINDINGS];
    const FormPlace *place = &finding->place;
    if (!has_room(sink, sheet)) return;
    put(sink, sheet, finding->form);
    put(sink, sheet, form->unit);
    put_known(sink, sheet, form->form->year);
    put(sink, sheet, finding_title(finding->id, sink->lang));
    put(sink, sheet, finding->path);
    put(sink, sheet, finding->name);
    put_number(sink, sheet, finding->printed);
    put_number(sink, sheet, finding->expected);
    put_number(sink, sheet, finding->low);
    put_number(sink, sheet, finding->high);
    put_verdict(sink, sheet, finding->verdict);
    put_sure(sink, sheet, finding->certain);
    put_points(sink, sheet, finding);
    put_as(sink, sheet, finding->reason, sink->wrapped);
    put_as(sink, sheet, finding->known, sink->wrapped);
    put(sink, sheet, place->file);
    put(sink, sheet, place->sheet);
    put(sink, sheet, place->cell);
    put_known(sink, sheet, place->row);
    put(sink, sheet, place->column);
    put_rule(sink, sheet, finding->file, finding->line);
    put_as(sink, sheet, finding->cites, sink->wrapped);
    put_z(sink, sheet, finding_slug(finding->id));
    next_row(sheet);
}

static bool add_form(ReplaySink *base, const Replay *replay, const Replayed *form) {
    XlsxSink *sink = (XlsxSink *)base;
    add_form_row(sink, replay, form);
    for (int i = 0; i < form->findings.count; i++)
        add_finding_row(sink, form, &form->findings.at[i]);
    return true;
}

/* ---- the worst, and patterns ---- */

static void add_worst(XlsxSink *sink, const Replay *replay) {
    Sheet *sheet = &sink->sheets[SHEET_WORST];
    for (int i = 0; i < replay->worst.count; i++) {
        const Kept *kept = replay->worst.at[i];
        const Finding *finding = &kept->finding;
        if (!has_room(sink, sheet)) continue;
        put(sink, sheet, finding->form);
        put(sink, sheet, kept->unit);
        put_known(sink, sheet, kept->year);
        put(sink, sheet, finding_title(finding->id, sink->lang));
        put(sink, sheet, finding->name);
        put_as(sink, sheet, kept->target, sink->wrapped);
        put_as(sink, sheet, kept->actual, sink->wrapped);
        put_number(sink, sheet, finding->printed);
        put_number(sink, sheet, finding->expected);
        put_points(sink, sheet, finding);
        put_sure(sink, sheet, finding->certain);
        put_as(sink, sheet, finding->reason, sink->wrapped);
        put_as(sink, sheet, join(&kept->explanation, "\n"), sink->wrapped);
        put_rule(sink, sheet, finding->file, finding->line);
        put_as(sink, sheet, finding->cites, sink->wrapped);
        next_row(sheet);
    }
    sheet->left_out += replay->worst_left_out;
}

static Text examples_of(const XlsxSink *sink, const Pattern *pattern) {
    Buf buf = { 0 };
    for (int i = 0; i < pattern->example_count; i++) {
        const Finding *finding = &pattern->examples[i]->finding;
        const Text values[] = { finding->form, finding->name, finding->printed, finding->expected };
        if (i > 0) buf_char(&buf, '\n');
        buf_add(&buf, text_fill(text_of(finding->expected.at ? words(sink, "{0}, {1}: {2}, expected {3}", "{0}，{1}：{2}，应为 {3}")
                                                             : words(sink, "{0}, {1}: {2}", "{0}，{1}：{2}")),
                                values, 4));
    }
    return buf_text(&buf);
}

static void add_patterns(XlsxSink *sink, const Replay *replay) {
    Sheet *sheet = &sink->sheets[SHEET_PATTERNS];
    for (int i = 0; i < replay->patterns.count; i++) {
        const Pattern *pattern = &replay->patterns.at[i];
        if (!has_room(sink, sheet)) continue;
        put_as(sink, sheet, pattern->clause, sink->wrapped);
        put_as(sink, sheet, pattern->known, sink->wrapped);
        put_number(sink, sheet, pattern->difference);
        put_count(sink, sheet, pattern->count);
        put_count(sink, sheet, pattern->of);
        put_rule(sink, sheet, pattern->file, pattern->line);
        put_as(sink, sheet, examples_of(sink, pattern), sink->wrapped);
        next_row(sheet);
    }
}

/* Filters over what there is; a note in the last row where not all of it has room. */
static void finish_sheet(XlsxSink *sink, SheetId id) {
    Sheet *sheet = &sink->sheets[id];
    lxw_row_t last = sheet->row > 1 ? sheet->row - 1 : 0;
    note_error(sink, worksheet_autofilter(sheet->at, 0, 0, last, (lxw_col_t)(sheet->column_count - 1)));
    if (sheet->left_out == 0) return;
    Text values[] = { rat_text(RAT_INT(sheet->left_out)) };
    put_as(sink, sheet, text_fill(text_of(words(sink, "{0} more are not shown here: the csv and json reports have all of them",
                                                "另有 {0} 条未在此列出：csv 和 json 报告中是全的")), values, 1), sink->alert);
}

/* ---- rules and evidence ---- */

static void heading_row(XlsxSink *sink, Sheet *sheet, const char *const *titles, int count) {
    for (int i = 0; i < count; i++)
        put_as(sink, sheet, text_of(titles[i]), sink->heading);
    next_row(sheet);
}

static void title_row(XlsxSink *sink, Sheet *sheet, const char *title) {
    put_as(sink, sheet, text_of(title), sink->title);
    next_row(sheet);
}

static Text force_of(const XlsxSink *sink, const Node *force) {
    Buf buf = { 0 };
    int64_t day;
    for (int i = 0; force && i < 2; i++) {
        if (!force->kid[i] || !rat_to_int64(force->kid[i]->number, &day)) continue;
        if (i > 0) buf_add_z(&buf, words(sink, " to ", " 至 "));
        date_write(&buf, day);
    }
    return buf_text(&buf);
}

static void add_rules(XlsxSink *sink, Sheet *sheet, const Replay *replay) {
    const char *titles[] = { words(sink, "rules", "规则"), words(sink, "version", "版本"), words(sink, "in force", "施行"),
                             words(sink, "legal basis", "依据"), words(sink, "file", "文件") };
    heading_row(sink, sheet, titles, COUNT_OF(titles));
    for (int i = 0; i < replay->program_count; i++) {
        const Module *rules = replay->programs[i]->scheme->main;
        put(sink, sheet, rules->title);
        put(sink, sheet, rules->version);
        put(sink, sheet, force_of(sink, rules->force));
        put(sink, sheet, rules->cites);
        put(sink, sheet, rules->source->path);
        next_row(sheet);
    }
    next_row(sheet);
}

static void add_files(XlsxSink *sink, Sheet *sheet, const ManifestFile *files, int count, const char *kind) {
    for (int i = 0; i < count; i++) {
        put(sink, sheet, files[i].path);
        put_z(sink, sheet, kind);
        put(sink, sheet, files[i].digest);
        if (files[i].rows >= 0) put_count(sink, sheet, files[i].rows);
        next_row(sheet);
    }
}

/* The manifest itself, a line a row: to be copied into a file. */
static void add_manifest(XlsxSink *sink, Sheet *sheet, const Replay *replay) {
    Buf text = { 0 };
    manifest_write(&text, replay);
    Text all = buf_text(&text);
    title_row(sink, sheet, words(sink, "Manifest", "清单"));
    for (size_t at = 0; at < all.length;) {
        long end = text_find(all, TEXT("\n"), at);
        if (end < 0) break;
        put(sink, sheet, text_slice(all, at, (size_t)end));
        next_row(sheet);
        at = (size_t)end + 1;
    }
}

static void add_evidence(XlsxSink *sink, const Replay *replay) {
    static const int widths[] = { 44, 14, 68, 40, 30 };
    Sheet *sheet = &sink->sheets[SHEET_EVIDENCE];
    const char *titles[] = { words(sink, "file", "文件"), words(sink, "kind", "类别"), "SHA-256", words(sink, "rows", "行数") };
    Manifest manifest;
    manifest_of(replay, &manifest);
    for (int i = 0; i < COUNT_OF(widths); i++)
        worksheet_set_column(sheet->at, (lxw_col_t)i, (lxw_col_t)i, widths[i], NULL);
    add_rules(sink, sheet, replay);
    heading_row(sink, sheet, titles, COUNT_OF(titles));
    add_files(sink, sheet, manifest.rules.at, manifest.rules.count, words(sink, "rules", "规则"));
    add_files(sink, sheet, manifest.data.at, manifest.data.count, words(sink, "data", "数据"));
    next_row(sheet);
    add_manifest(sink, sheet, replay);
    worksheet_freeze_panes(sheet->at, 1, 0);
}

/* ---- summary ---- */

static void add_fact(XlsxSink *sink, Sheet *sheet, const char *name, Text value) {
    put_z(sink, sheet, name);
    put_number(sink, sheet, value);
    next_row(sheet);
}

static void add_fact_count(XlsxSink *sink, Sheet *sheet, const char *name, long count) {
    add_fact(sink, sheet, name, rat_text(RAT_INT(count)));
}

static void add_facts(XlsxSink *sink, Sheet *sheet, const Replay *replay) {
    title_row(sink, sheet, words(sink, "Replay of reported scores", "所报得分的重新核算"));
    if (replay->interrupted) {
        put_as(sink, sheet, text_of(words(sink, "interrupted: only part of the data was looked at", "运行被中断：只核对了部分数据")), sink->alert);
        next_row(sheet);
    }
    if (sink->cut) {
        put_as(sink, sheet, text_of(words(sink, "some texts are too long for a cell and were cut", "有的文字超出单元格容量，已截断")), sink->alert);
        next_row(sheet);
    }
    add_fact_count(sink, sheet, words(sink, "forms", "表单"), replay->form_count);
    add_fact_count(sink, sheet, words(sink, "of them without a certain finding", "其中没有确定问题的"), replay->clean_forms);
    add_fact_count(sink, sheet, words(sink, "rows", "行"), replay->row_count);
    add_fact_count(sink, sheet, words(sink, "scores judged", "核对的得分"), replay->scored);
    add_fact(sink, sheet, words(sink, "points overstated", "多计分合计"), rat_text(replay->over));
    add_fact(sink, sheet, words(sink, "points understated", "少计分合计"), rat_text(replay->under));
    next_row(sheet);
}

static void add_verdicts(XlsxSink *sink, Sheet *sheet, const Replay *replay) {
    const char *const names[] = { words(sink, "scores", "得分"), words(sink, "totals", "总分"), words(sink, "groups, grades, others", "小计、等级及其他") };
    const long *const counts[] = { replay->verdicts, replay->total_verdicts, replay->other_verdicts };
    put_as(sink, sheet, text_of(words(sink, "verdict", "结论")), sink->heading);
    for (int verdict = VERDICT_AGREES; verdict < VERDICT_COUNT; verdict++)
        put_as(sink, sheet, verdict_text((Verdict)verdict, sink->lang), sink->heading);
    put_as(sink, sheet, text_of(words(sink, "no verdict", "无结论")), sink->heading);
    next_row(sheet);
    for (int i = 0; i < COUNT_OF(names); i++) {
        put_z(sink, sheet, names[i]);
        for (int verdict = VERDICT_AGREES; verdict < VERDICT_COUNT; verdict++)
            put_count(sink, sheet, counts[i][verdict]);
        put_count(sink, sheet, counts[i][VERDICT_NONE]);
        next_row(sheet);
    }
    next_row(sheet);
}

/* Findings by kind; their rows in *first and *last, for the chart.  False where there are none. */
static bool add_kinds(XlsxSink *sink, Sheet *sheet, const Replay *replay, lxw_row_t *first, lxw_row_t *last) {
    const char *titles[] = { words(sink, "finding", "问题"), words(sink, "certain", "确定"), words(sink, "judgement", "需判断"), words(sink, "kind", "类别") };
    heading_row(sink, sheet, titles, COUNT_OF(titles));
    *first = sheet->row;
    for (int i = 0; i < FINDING_COUNT; i++) {
        if (replay->findings[i] == 0) continue;
        put(sink, sheet, finding_title((FindingId)i, sink->lang));
        put_count(sink, sheet, replay->certain[i]);
        put_count(sink, sheet, replay->findings[i] - replay->certain[i]);
        put_z(sink, sheet, finding_slug((FindingId)i));
        next_row(sheet);
    }
    *last = sheet->row - 1;
    bool any = sheet->row > *first;
    next_row(sheet);
    return any;
}

static void add_tallies(XlsxSink *sink, Sheet *sheet, const char *title, const Tally *tallies, int count) {
    const char *titles[] = { title, words(sink, "forms", "表单"), words(sink, "findings", "问题数"), words(sink, "contradicted", "不成立"),
                             words(sink, "points overstated", "多计分"), words(sink, "points understated", "少计分") };
    if (count == 0) return;
    heading_row(sink, sheet, titles, COUNT_OF(titles));
    for (int i = 0; i < count; i++) {
        put(sink, sheet, tallies[i].name);
        put_count(sink, sheet, tallies[i].forms);
        put_count(sink, sheet, tallies[i].findings);
        put_count(sink, sheet, tallies[i].contradicted);
        put_rat(sink, sheet, tallies[i].over);
        put_rat(sink, sheet, tallies[i].under);
        next_row(sheet);
    }
    next_row(sheet);
}

static void chart_kinds(XlsxSink *sink, lxw_row_t first, lxw_row_t last) {
    const char *name = sheet_names[SHEET_SUMMARY][sink->lang];
    lxw_chart *chart = workbook_add_chart(sink->book, LXW_CHART_BAR_STACKED);
    lxw_chart_options place = { .x_scale = 1.3, .y_scale = 1.4 };
    for (lxw_col_t column = 1; column <= 2; column++) {
        lxw_chart_series *series = chart_add_series(chart, NULL, NULL);
        chart_series_set_categories(series, name, first, 0, last, 0);
        chart_series_set_values(series, name, first, column, last, column);
        chart_series_set_name(series, column == 1 ? words(sink, "certain", "确定") : words(sink, "judgement", "需判断"));
    }
    chart_title_set_name(chart, words(sink, "Findings by kind", "各类问题"));
    chart_axis_set_reverse(chart->x_axis); /* the first on top */
    chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
    note_error(sink, worksheet_insert_chart_opt(sink->sheets[SHEET_SUMMARY].at, 1, 7, chart, &place));
}

/* Forms as points; those on the line report what follows. */
static void chart_totals(XlsxSink *sink, Sheet *sheet) {
    const char *name = sheet_names[SHEET_FORMS][sink->lang], *own = sheet_names[SHEET_SUMMARY][sink->lang];
    lxw_row_t rows = sink->sheets[SHEET_FORMS].row - 1, first = sheet->row + 1;
    lxw_chart_options place = { .x_scale = 1.3, .y_scale = 1.6 };
    Buf most = { 0 };
    if (rows == 0 || sink->most <= 0) return;
    const char *titles[] = { words(sink, "line of agreement", "一致线"), words(sink, "expected", "应得"), words(sink, "reported", "所报") };
    heading_row(sink, sheet, titles, COUNT_OF(titles));
    buf_format(&most, "%ld", (long)sink->most + 1);
    for (int i = 0; i < 2; i++) {
        sheet->column = 1;
        put_number(sink, sheet, i ? buf_text(&most) : TEXT("0"));
        put_number(sink, sheet, i ? buf_text(&most) : TEXT("0"));
        next_row(sheet);
    }
    lxw_chart *chart = workbook_add_chart(sink->book, LXW_CHART_SCATTER);
    lxw_chart_series *series = chart_add_series(chart, NULL, NULL);
    if (rows > POINTS_MAX) rows = POINTS_MAX;
    chart_series_set_categories(series, name, 1, FORM_CHART_EXPECTED, rows, FORM_CHART_EXPECTED);
    chart_series_set_values(series, name, 1, FORM_CHART_REPORTED, rows, FORM_CHART_REPORTED);
    chart_series_set_name(series, words(sink, "forms", "表单"));
    chart_series_set_marker_type(series, LXW_CHART_MARKER_CIRCLE);
    chart_series_set_marker_size(series, 4);
    lxw_chart_line none = { .none = LXW_TRUE }, line = { .color = 0x808080, .width = 1 };
    chart_series_set_line(series, &none);
    series = chart_add_series(chart, NULL, NULL);
    chart_series_set_categories(series, own, first, 1, first + 1, 1);
    chart_series_set_values(series, own, first, 2, first + 1, 2);
    chart_series_set_name(series, words(sink, "line of agreement", "一致线"));
    chart_series_set_marker_type(series, LXW_CHART_MARKER_NONE);
    chart_series_set_line(series, &line);
    chart_title_set_name(chart, words(sink, "Totals: reported against expected", "总分：所报与应得"));
    chart_axis_set_name(chart->x_axis, words(sink, "expected", "应得"));
    chart_axis_set_name(chart->y_axis, words(sink, "reported", "所报"));
    chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
    note_error(sink, worksheet_insert_chart_opt(sink->sheets[SHEET_SUMMARY].at, 23, 7, chart, &place));
}

static void add_summary(XlsxSink *sink, const Replay *replay) {
    Sheet *sheet = &sink->sheets[SHEET_SUMMARY];
    lxw_row_t first, last;
    worksheet_set_column(sheet->at, 0, 0, 34, NULL);
    worksheet_set_column(sheet->at, 1, 6, 14, NULL);
    add_facts(sink, sheet, replay);
    add_verdicts(sink, sheet, replay);
    if (add_kinds(sink, sheet, replay, &first, &last)) chart_kinds(sink, first, last);
    add_tallies(sink, sheet, words(sink, "year", "年度"), replay->years.at, replay->years.count);
    add_tallies(sink, sheet, words(sink, "unit", "单位"), replay->units.at, replay->units.count);
    chart_totals(sink, sheet);
    worksheet_freeze_panes(sheet->at, 1, 0);
}

/* ---- the end ---- */

static bool hand_on(XlsxSink *sink) {
    char *block = mem_leaf((size_t)1 << 16);
    size_t length;
    rewind(sink->file);
    while ((length = fread(block, 1, (size_t)1 << 16, sink->file)) > 0)
        if (!sink->out.write(sink->out.data, (Text){ block, length })) return false;
    if (!ferror(sink->file)) return true;
    diag(sink->diags, DIAG_WORKBOOK_FAILED, SPAN_NONE, text_of(strerrordesc_np(errno)));
    return false;
}

static bool end(ReplaySink *base, const Replay *replay) {
    XlsxSink *sink = (XlsxSink *)base;
    add_worst(sink, replay);
    add_patterns(sink, replay);
    add_evidence(sink, replay);
    for (int id = SHEET_FORMS; id <= SHEET_PATTERNS; id++)
        finish_sheet(sink, (SheetId)id);
    add_summary(sink, replay); /* last, for what the others had no room for */
    note_error(sink, workbook_close(sink->book));
    sink->book = NULL;
    bool written = sink->error == LXW_NO_ERROR;
    if (written)
        written = hand_on(sink);
    else
        diag(sink->diags, DIAG_WORKBOOK_FAILED, SPAN_NONE, text_of(lxw_strerror(sink->error)));
    fclose(sink->file);
    sink->file = NULL;
    return written;
}

ReplaySink *replay_xlsx_sink_rows(const ReplayOut *out, Diags *diags, long rows_max) {
    XlsxSink *sink = MEM_NEW(XlsxSink);
    sink->sink = (ReplaySink){ begin, add_form, end };
    sink->out = *out;
    sink->diags = diags;
    sink->rows_max = rows_max;
    return &sink->sink;
}

ReplaySink *replay_xlsx_sink(const ReplayOut *out, Diags *diags) {
    return replay_xlsx_sink_rows(out, diags, XLSX_ROWS_MAX);
}
