#include "jobs/compare.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "commands/command.h"
#include "engine/analyse.h"
#include "engine/lower.h"

#define MOVERS 10
#define MOVERS_MAX 10000

typedef enum Format { FORMAT_TEXT, FORMAT_CSV, FORMAT_JSON, FORMAT_HTML } Format;

typedef struct Options {
    const char *format, *lang, *id, *movers, *out;
    bool parts, changed;
    VEC(FormsSet) sets, maps;
    VEC(Text) files;
} Options;

/* Reads the words of the command line; false after telling what is wrong. */
static bool read_options(int argc, char **argv, Options *options) {
    bool known;
    const char *value;
    for (int i = 1; i < argc; i++) {
        Lang lang = command_lang(options->lang, &known);
        FormsSet pair;
        bool set = command_option(argc, argv, &i, "--set", &value);
        if (set || command_option(argc, argv, &i, "--map", &value)) {
            if (!forms_set(text_of(value), &pair)) {
                command_misuse(lang, "--set and --map need NAME=VALUE%s", "--set 和 --map 要写成 名称=值%s", NULL);
                return false;
            }
            if (set)
                vec_push(&options->sets, pair);
            else
                vec_push(&options->maps, pair);
            continue;
        }
        if (command_option(argc, argv, &i, "--format", &options->format) || command_option(argc, argv, &i, "--lang", &options->lang) ||
            command_option(argc, argv, &i, "--id", &options->id) || command_option(argc, argv, &i, "--movers", &options->movers) ||
            command_option(argc, argv, &i, "-o", &options->out))
            continue;
        if (command_option(argc, argv, &i, "--parts", NULL)) options->parts = true;
        else if (command_option(argc, argv, &i, "--changed", NULL)) options->changed = true;
        else if (argv[i][0] == '-' && argv[i][1]) {
            command_misuse(lang, "compare does not know the option '%s'", "compare 没有选项“%s”", argv[i]);
            return false;
        } else
            vec_push(&options->files, text_of(argv[i]));
    }
    return true;
}

/* By name, else by the output file's. */
static bool read_format(const Options *options, Format *format) {
    static const char *const names[] = { "text", "csv", "json", "html" };
    Text name = text_of(options->format), out = text_of(options->out);
    *format = FORMAT_TEXT;
    for (int i = 0; i < 4; i++) {
        Buf end = { 0 };
        buf_format(&end, ".%s", names[i]);
        if (!name.at && i > 0 && text_ends(out, buf_text(&end))) *format = (Format)i;
        if (!text_is_z(name, names[i])) continue;
        *format = (Format)i;
        return true;
    }
    return !name.at;
}

static bool read_movers(const char *text, int *movers) {
    char *end;
    *movers = MOVERS;
    if (!text) return true;
    long number = strtol(text, &end, 10);
    if (end == text || *end || number < 0 || number > MOVERS_MAX) return false;
    *movers = (int)number;
    return true;
}

static const Program *program_of(Diags *diags, Scheme *scheme, Text path) {
    int before = diags->errors;
    Program *program = lower(scheme);
    analyse(program);
    if (diags->errors == before && !program->has_rows && program->form.parts.at[program->total]->children.count == 0)
        diag(diags, DIAG_NO_INDICATOR, SPAN_NONE, path);
    return program;
}

/* Whether one way of telling forms apart serves both versions. */
static bool same_forms(const Program *old, const Program *new) {
    if (old->has_rows != new->has_rows) return false;
    if (!old->has_rows) return true;
    if (!text_same_name(old->rows_table, new->rows_table) || old->rows_keys.count != new->rows_keys.count) return false;
    for (int i = 0; i < old->rows_keys.count; i++)
        if (!text_same_name(old->rows_keys.at[i], new->rows_keys.at[i])) return false;
    return true;
}

static bool print(void *data, Text bytes) {
    (void)data;
    command_print(bytes);
    return true;
}

static bool write_file(void *data, Text bytes) {
    return file_out_write(data, bytes);
}

static CompareSink *sink_of(Format format, const CompareOut *out, bool parts) {
    switch (format) {
    case FORMAT_CSV: return compare_csv_sink(out, parts);
    case FORMAT_JSON: return compare_json_sink(out);
    case FORMAT_HTML: return compare_html_sink(out);
    case FORMAT_TEXT: break;
    }
    return compare_text_sink(out);
}

static int compare_files(const Options *options, Format format, int movers, bool known, Lang lang) {
    Diags *diags = diags_new();
    Scheme *schemes[2] = { NULL, NULL };
    const Program *programs[2];
    for (int i = 0; i < 2; i++)
        schemes[i] = scheme_load(diags, options->files.at[i]);
    if (schemes[0] && !known) lang = schemes[0]->lang;
    for (int i = 0; i < 2 && schemes[0] && schemes[1]; i++)
        programs[i] = program_of(diags, schemes[i], options->files.at[i]);
    if (!schemes[0] || !schemes[1] || diags->errors > 0) {
        command_diagnostics(diags, lang);
        return EXIT_USAGE;
    }
    if (!same_forms(programs[0], programs[1]))
        return command_misuse(lang, "the two versions tell forms apart in different ways (each row of … by …): they cannot look at the same data%s",
                              "两个版本区分表单的方式不同（每行 … 归入 …），无法用于同一份数据%s", NULL);
    CompareOptions how = { .lang = lang, .movers = movers, .changed_only = options->changed };
    Compare *compare = compare_begin(programs[0], programs[1], &how);
    FormsOptions reading = { .sets = options->sets.at, .set_count = options->sets.count, .maps = options->maps.at,
                             .map_count = options->maps.count, .id_column = text_of(options->id) };
    Forms *forms = forms_open(compare->programs.at, compare->programs.count, options->files.at + 2, options->files.count - 2, &reading);
    for (int i = 0; options->out && i < options->files.count; i++)
        if (command_same_file(options->files.at[i].at, options->out))
            return command_misuse(lang, "'%s' is one of the files read: a report does not take its place", "“%s”是读入的文件，不能用报告覆盖", options->out);
    FileOut *file = forms && options->out ? file_out_open(text_of(options->out), diags) : NULL;
    if (!forms || (options->out && !file)) {
        command_diagnostics(diags, lang);
        return EXIT_USAGE;
    }
    CompareOut out = { file ? write_file : print, file };
    bool written = compare_run(compare, forms, sink_of(format, &out, options->parts));
    if (file && written) written = file_out_commit(file);
    else if (file) file_out_abandon(file);
    command_diagnostics(diags, lang);
    if (!written || forms_failed(forms)) return EXIT_USAGE;
    return compare->changed > 0 ? EXIT_FINDINGS : EXIT_FINE;
}

static int run(int argc, char **argv) {
    Options options = { 0 };
    bool known;
    Format format;
    int movers;
    if (!read_options(argc, argv, &options)) return EXIT_USAGE;
    Lang lang = command_lang(options.lang, &known);
    if (!read_format(&options, &format))
        return command_misuse(lang, "compare does not write '%s': text, csv, json, html", "compare 不支持格式“%s”：可用 text、csv、json、html", options.format);
    if (!read_movers(options.movers, &movers))
        return command_misuse(lang, "--movers needs a number from 0 to 10000, not '%s'", "--movers 需要 0 到 10000 的整数，而不是“%s”", options.movers);
    if (options.files.count < 2)
        return command_misuse(lang, "compare needs two rule files: heng compare OLD NEW DATA…%s", "compare 需要两个规则文件：heng compare 旧规则 新规则 数据…%s", NULL);
    if (options.files.count < 3 && options.sets.count == 0)
        return command_misuse(lang, "compare needs data: heng compare OLD NEW DATA…%s", "compare 需要数据：heng compare 旧规则 新规则 数据…%s", NULL);
    return compare_files(&options, format, movers, known, lang);
}

const Command command_compare = {
    .name = "compare",
    .run = run,
    .summary = { "what changes for whom, and which clause causes it", "两版规则下谁的得分有变化、由哪条引起" },
    .usage = { "heng compare OLD NEW DATA… [--format text|csv|json|html] [-o FILE] [--lang zh|en]\n\n"
               "Scores the forms in DATA by two versions of the rules and says which totals and grades change, by how much,\n"
               "and which changed clause causes it: the clauses are swapped one after the other, and the effects add up exactly.\n"
               "  --movers N         how many of the largest changes are told in full (10)\n"
               "  --parts            csv: a line a part, not a line a form\n"
               "  --changed          csv, json: only forms and parts that change\n"
               "  -o FILE            into a file, whole or not at all; .csv .json .html say the format\n"
               "  --set NAME=VALUE, --map NAME=COLUMN, --id COLUMN   as for heng score\n"
               "Exit status: 0 nothing changes, 1 something does, 2 wrong usage, mistakes in the rules, or damaged data.\n",
               "heng compare 旧规则 新规则 数据… [--format text|csv|json|html] [-o 文件] [--lang zh|en]\n\n"
               "用两版规则对同一批表单计分，说明哪些总分和等级有变化、变化多少、由哪条修改引起：\n"
               "修改的条款依次替换，各条的影响相加恰好等于总变化。\n"
               "  --movers N         变化最大的前 N 张表单详细说明（默认 10）\n"
               "  --parts            csv：一行一个部分，而不是一行一张表单\n"
               "  --changed          csv、json：只列有变化的表单和部分\n"
               "  -o 文件            写入文件，要么完整写成，要么不写；扩展名 .csv .json .html 决定格式\n"
               "  --set 名称=值、--map 名称=列名、--id 列名   同 heng score\n"
               "退出状态：0 没有变化，1 有变化，2 用法有误、规则有错或数据损坏。\n" },
};
