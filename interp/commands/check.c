#include <stdio.h>
#include <string.h>

#include "base/diag_page.h"
#include "commands/command.h"
#include "engine/analyse.h"
#include "engine/lower.h"
#include "jobs/testing.h"

typedef struct Options {
    const char *format, *explain;
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
        testing_check(scheme);
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

/* `--explain SLUG`: a page on a diagnostic. */
static int explain(Lang lang, const char *slug) {
    DiagId id;
    Text wanted = text_trim(text_of(slug)), near = diag_suggest(wanted);
    if (text_begins(wanted, TEXT("[")) && text_ends(wanted, TEXT("]"))) wanted = text_slice(wanted, 1, wanted.length - 1);
    if (!diag_of_slug(wanted, &id)) {
        if (near.at) return command_misuse(lang, "no diagnostic is called so; did you mean '%s'?", "没有这个代号；是否想查“%s”？", text_copy(near).at);
        return command_misuse(lang, "no diagnostic is called '%s'", "没有代号为“%s”的提示", slug);
    }
    Buf buf = { 0 };
    diag_page_write(&buf, id, lang);
    command_print(buf_text(&buf));
    return EXIT_FINE;
}

static int run(int argc, char **argv) {
    Options options = { 0 };
    const char *lang = NULL;
    int files = 0, status = EXIT_FINE;
    for (int i = 1; i < argc; i++) {
        if (command_option(argc, argv, &i, "--format", &options.format)) argv[i] = NULL;
        else if (command_option(argc, argv, &i, "--explain", &options.explain)) {
            if (!options.explain) return command_misuse(command_lang(lang, &options.lang_known), "--explain needs the slug of a diagnostic%s", "--explain 后要写提示的代号%s", NULL);
            argv[i] = NULL;
        } else if (command_option(argc, argv, &i, "--lang", &lang)) argv[i] = NULL;
        else if (command_option(argc, argv, &i, "--program", NULL)) options.program = true, argv[i] = NULL;
        else if (command_option(argc, argv, &i, "--tree", NULL)) options.tree = true, argv[i] = NULL;
        else if (argv[i][0] == '-' && argv[i][1])
            return command_misuse(command_lang(lang, &options.lang_known), "check does not know the option '%s'",
                                  "check 没有选项“%s”", argv[i]);
        else
            argv[++files] = argv[i];
    }
    options.lang = command_lang(lang, &options.lang_known);
    if (options.explain) return explain(options.lang, options.explain);
    if (files == 0) return command_misuse(options.lang, "check needs a rule file: heng check RULES%s", "check 需要规则文件：heng check 规则文件%s", NULL);
    for (int i = 1; i <= files; i++)
        check_one(&options, argv[i], &status);
    return status;
}

const Command command_check = {
    .name = "check",
    .run = run,
    .summary = { "errors and warnings with place, cause and mend", "检查规则：指出错误、原因和改法" },
    .usage = { "heng check RULES… [--format text|json] [--program] [--tree] [--lang zh|en]\n"
               "heng check --explain SLUG\n\n"
               "Reads rule files and tells every mistake: where it is, why, and what to write instead.\n"
               "  --explain SLUG  what a diagnostic means, with an example; the slug stands in brackets behind it\n"
               "  --format json   diagnostics as JSON\n"
               "  --program       also lists the operations the rules become\n"
               "  --tree          also prints the syntax tree\n"
               "Exit status: 0 no errors, 1 errors, 2 a file could not be read.\n",
               "heng check 规则文件… [--format text|json] [--program] [--tree] [--lang zh|en]\n"
               "heng check --explain 代号\n\n"
               "读取规则文件，指出每个错误的位置、原因和改法。\n"
               "  --explain 代号  说明一条提示的含义并举例；代号在提示末尾的方括号里\n"
               "  --format json   以 JSON 输出诊断\n"
               "  --program       另列出规则展开后的运算\n"
               "  --tree          另打印语法树\n"
               "退出状态：0 无错误，1 有错误，2 文件无法读取。\n" },
};
