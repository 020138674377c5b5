#include <stdio.h>
#include <string.h>

#include "commands/command.h"
#include "engine/analyse.h"
#include "engine/lower.h"
#include "jobs/score.h"

typedef struct Options {
    const char *format, *lang, *id, *form;
    bool trace, explain, brief, wide;
    VEC(FormsSet) sets, maps;
    VEC(Text) files;
} Options;

/* Reads the words of the command line; false after telling what is wrong. */
static bool read_options(int argc, char **argv, Options *options) {
    bool known;
    const char *value;
    for (int i = 1; i < argc; i++) {
        Lang lang = command_lang(options->lang, &known);
        if (command_option(argc, argv, &i, "--set", &value)) {
            FormsSet set;
            if (forms_set(text_of(value), &set)) {
                vec_push(&options->sets, set);
                continue;
            }
            command_misuse(lang, "--set needs NAME=VALUE%s", "--set 要写成 名称=值%s", NULL);
            return false;
        }
        if (command_option(argc, argv, &i, "--map", &value)) {
            FormsSet map;
            if (forms_set(text_of(value), &map)) {
                vec_push(&options->maps, map);
                continue;
            }
            command_misuse(lang, "--map needs NAME=COLUMN%s", "--map 要写成 名称=列名%s", NULL);
            return false;
        }
        if (command_option(argc, argv, &i, "--format", &options->format) || command_option(argc, argv, &i, "--lang", &options->lang) ||
            command_option(argc, argv, &i, "--id", &options->id) || command_option(argc, argv, &i, "--form", &options->form))
            continue;
        if (command_option(argc, argv, &i, "--trace", NULL)) options->trace = true;
        else if (command_option(argc, argv, &i, "--explain", NULL)) options->explain = true;
        else if (command_option(argc, argv, &i, "--brief", NULL)) options->brief = true;
        else if (command_option(argc, argv, &i, "--wide", NULL)) options->wide = true;
        else if (argv[i][0] == '-' && argv[i][1]) {
            command_misuse(lang, "score does not know the option '%s'", "score 没有选项“%s”", argv[i]);
            return false;
        } else
            vec_push(&options->files, text_of(argv[i]));
    }
    return true;
}

static int run(int argc, char **argv) {
    Options options = { 0 };
    bool known;
    if (!read_options(argc, argv, &options)) return EXIT_USAGE;
    Lang lang = command_lang(options.lang, &known);
    ScoreFormat format = SCORE_TEXT;
    if (options.format && !score_format(options.format, &format))
        return command_misuse(lang, "score does not write '%s': text, json, csv, md", "score 不支持格式“%s”：可用 text、json、csv、md", options.format);
    if (options.files.count == 0)
        return command_misuse(lang, "score needs a rule file: heng score RULES [DATA…]%s", "score 需要规则文件：heng score 规则文件 [数据…]%s", NULL);
    Diags *diags = diags_new();
    Scheme *scheme = scheme_load(diags, options.files.at[0]);
    bool machine = format == SCORE_JSON || format == SCORE_CSV; /* the locale touches prose for people only (S21) */
    Lang written = scheme && (!known || (machine && !options.lang)) ? scheme->lang : lang;
    if (scheme && !known) lang = scheme->lang;
    Program *program = NULL;
    if (scheme) {
        program = lower(scheme);
        analyse(program);
    }
    if (program && diags->errors == 0 && !program->has_rows && program->form.parts.at[program->total]->children.count == 0)
        diag(diags, DIAG_NO_INDICATOR, SPAN_NONE, options.files.at[0]);
    if (!program || diags->errors > 0) {
        command_diagnostics(diags, lang);
        return scheme ? EXIT_FINDINGS : EXIT_USAGE;
    }
    FormsOptions reading = { .sets = options.sets.at, .set_count = options.sets.count, .maps = options.maps.at,
                             .map_count = options.maps.count, .id_column = text_of(options.id) };
    Forms *forms = forms_open((const Program *const[]){ program }, 1, options.files.at + 1, options.files.count - 1, &reading);
    if (!forms) {
        command_diagnostics(diags, lang);
        return EXIT_USAGE;
    }
    ScoreOptions how = { .format = format, .lang = written, .trace = options.trace, .explain = options.explain,
                         .brief = options.brief, .wide = options.wide, .form = text_of(options.form),
                         .color = command_color(1) };
    Buf out = { 0 };
    bool found = score_write(&out, program, forms, &how);
    command_diagnostics(diags, lang);
    command_print(buf_text(&out));
    if (!found) return command_misuse(lang, "there is no form '%s'", "没有表单“%s”", options.form);
    return forms_failed(forms) ? EXIT_USAGE : EXIT_FINE;
}

const Command command_score = {
    .name = "score",
    .run = run,
    .summary = { "scores and explanations for entered values", "对填报的数据计分并说明理由" },
    .usage = { "heng score RULES [DATA…] [--set NAME=VALUE]… [--format text|json|csv|md] [--lang zh|en]\n\n"
               "Scores the forms in DATA by RULES and says why.  DATA are CSV files (- is standard input): one row a form\n"
               "with a column for each entry, or the table an `each row of` block names; further files are joined by key.\n"
               "  --set NAME=VALUE   an entered value; without DATA it makes a form of its own\n"
               "  --form ID          only this form, explained in full\n"
               "  --explain          every form explained in full, --brief none\n"
               "  --trace            also every step, and the branches not taken\n"
               "  --id COLUMN        the column that names a form\n"
               "  --wide             csv: one line a form\n"
               "Exit status: 0 fine, 1 mistakes in the rules, 2 wrong usage or damaged data.\n",
               "heng score 规则文件 [数据…] [--set 名称=值]… [--format text|json|csv|md] [--lang zh|en]\n\n"
               "按规则对数据中的表单计分并说明理由。数据为 CSV 文件（- 为标准输入）：一行一张表、一列一个填报项，\n"
               "或“每行”块所说的表；其余文件按主键连接。\n"
               "  --set 名称=值      填报值；没有数据时自成一张表单\n"
               "  --form 编号        只看这张表单，完整说明\n"
               "  --explain          每张表单都完整说明；--brief 都不说明\n"
               "  --trace            另列每一步，以及没有走到的分支\n"
               "  --id 列名          表单编号所在的列\n"
               "  --wide             csv：一行一张表单\n"
               "退出状态：0 正常，1 规则有错，2 用法有误或数据损坏。\n" },
};
