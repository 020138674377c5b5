#include <stdio.h>
#include <string.h>

#include "commands/command.h"
#include "engine/analyse.h"
#include "engine/lower.h"

typedef struct Options {
    const char *format;
    bool program, tree;
    Lang lang;
    bool lang_known;
} Options;

static void write_json(Diags *diags, Lang lang) {
    Buf buf = { 0 };
    buf_add_z(&buf, "[");
    for (int i = 0; i < diags->list.count; i++) {
        buf_add_z(&buf, i ? ",\n " : "\n ");
        diag_write_json(&buf, diags, diags->list.at[i], lang);
    }
    buf_add_z(&buf, "\n]\n");
    command_print(buf_text(&buf));
}

static void check_one(Options *options, const char *path, int *status) {
    Diags *diags = diags_new();
    Scheme *scheme = scheme_load(diags, text_of(path));
    Lang lang = options->lang_known || !scheme ? options->lang : scheme->lang;
    Program *program = NULL;
    if (scheme) { /* broken parts are silent, so the rest can be told as well */
        program = lower(scheme);
        analyse_all(program);
    }
    if (options->format && strcmp(options->format, "json") == 0)
        write_json(diags, lang);
    else
        command_diagnostics(diags, lang);
    if (!scheme)
        *status = EXIT_USAGE;
    else if (diags->errors > 0 && *status < EXIT_FINDINGS)
        *status = EXIT_FINDINGS;
    Buf buf = { 0 };
    if (scheme && options->tree) node_write(&buf, scheme->main->tree, 0);
    if (program && options->program && diags->errors == 0) {
        const char *wrong = program_verify(program);
        if (wrong) buf_format(&buf, "!! %s\n", wrong);
        program_write(&buf, program);
    }
    command_print(buf_text(&buf));
}

static int run(int argc, char **argv) {
    Options options = { 0 };
    const char *lang = NULL;
    int files = 0, status = EXIT_FINE;
    for (int i = 1; i < argc; i++) {
        if (command_option(argc, argv, &i, "--format", &options.format)) argv[i] = NULL;
        else if (command_option(argc, argv, &i, "--lang", &lang)) argv[i] = NULL;
        else if (command_option(argc, argv, &i, "--program", NULL)) options.program = true, argv[i] = NULL;
        else if (command_option(argc, argv, &i, "--tree", NULL)) options.tree = true, argv[i] = NULL;
        else if (argv[i][0] == '-' && argv[i][1])
            return command_misuse(command_lang(lang, &options.lang_known), "check does not know the option '%s'",
                                  "check 没有选项“%s”", argv[i]);
        else
            argv[++files] = argv[i];
    }
    options.lang = command_lang(lang, &options.lang_known);
    if (files == 0) return command_misuse(options.lang, "check needs a rule file: heng check RULES%s", "check 需要规则文件：heng check 规则文件%s", NULL);
    for (int i = 1; i <= files; i++)
        check_one(&options, argv[i], &status);
    return status;
}

const Command command_check = {
    .name = "check",
    .run = run,
    .summary = { "errors and warnings with place, cause and mend", "检查规则：指出错误、原因和改法" },
    .usage = { "heng check RULES… [--format text|json] [--program] [--tree] [--lang zh|en]\n\n"
               "Reads rule files and tells every mistake: where it is, why, and what to write instead.\n"
               "  --format json   diagnostics as JSON\n"
               "  --program       also lists the operations the rules become\n"
               "  --tree          also prints the syntax tree\n"
               "Exit status: 0 no errors, 1 errors, 2 a file could not be read.\n",
               "heng check 规则文件… [--format text|json] [--program] [--tree] [--lang zh|en]\n\n"
               "读取规则文件，指出每个错误的位置、原因和改法。\n"
               "  --format json   以 JSON 输出诊断\n"
               "  --program       另列出规则展开后的运算\n"
               "  --tree          另打印语法树\n"
               "退出状态：0 无错误，1 有错误，2 文件无法读取。\n" },
};
