#include <unistd.h>

#include "base/file.h"
#include "commands/command.h"
#include "front/module.h"
#include "front/stdlib.h"
#include "jobs/coverage.h"
#include "jobs/suggest.h"

typedef struct Options {
    const char *format, *lang, *filter;
    bool coverage, annotate, suggest, standard;
    VEC(Text) files;
} Options;

static bool read_options(int argc, char **argv, Options *options) {
    bool known;
    for (int i = 1; i < argc; i++) {
        if (command_option(argc, argv, &i, "--format", &options->format) || command_option(argc, argv, &i, "--lang", &options->lang) ||
            command_option(argc, argv, &i, "--filter", &options->filter))
            continue;
        if (command_option(argc, argv, &i, "--coverage", NULL)) options->coverage = true;
        else if (command_option(argc, argv, &i, "--annotate", NULL)) options->annotate = true;
        else if (command_option(argc, argv, &i, "--suggest", NULL)) options->suggest = true;
        else if (command_option(argc, argv, &i, "--stdlib", NULL)) options->standard = true;
        else if (argv[i][0] == '-' && argv[i][1]) {
            command_misuse(command_lang(options->lang, &known), "test does not know the option '%s'", "test 没有选项“%s”", argv[i]);
            return false;
        } else
            vec_push(&options->files, text_of(argv[i]));
    }
    return true;
}

typedef struct Testing {
    const Options *options;
    TestingOptions how;
    TestReports reports;
    Buf more;               /* annotated sources, proposed tests */
    int status;
} Testing;

static void test_one(Testing *testing, Text path, Text text) {
    const Options *options = testing->options;
    TestFile *file = testing_run(path, text, &testing->how);
    Lang lang = testing->how.lang;
    if (!testing->how.lang_known && file->diags->sources.count) {
        Diags *quiet = diags_new();
        lang = scheme_load_text(quiet, path, text)->lang;
    }
    TestReport report = { .file = file, .lang = lang };
    bool covers = options->coverage || options->annotate || options->suggest;
    Coverage *coverage = covers && file->program ? coverage_of(file) : NULL;
    if (options->coverage) report.coverage = coverage;
    command_diagnostics(file->diags, lang);
    if ((file->diags->errors > 0 || file->failed > 0) && testing->status == EXIT_FINE) testing->status = EXIT_FINDINGS;
    if (coverage && options->annotate) coverage_annotate(&testing->more, coverage);
    if (coverage && options->suggest) suggest_tests(&testing->more, file->program, coverage);
    vec_push(&testing->reports, report);
}

/* A rule file, or a module of the standard library by its name. */
static void test_file(Testing *testing, Text path) {
    Diags *diags = diags_new();
    ModuleText module;
    Text text;
    if (!text_is_z(path, "-") && access(path.at, F_OK) != 0 && module_standard(path, &module)) {
        test_one(testing, module.path, module.text);
        return;
    }
    if (file_read(path, &text, diags, SPAN_NONE)) {
        test_one(testing, path, text);
        return;
    }
    command_diagnostics(diags, testing->how.lang);
    testing->status = EXIT_USAGE;
}

static int run(int argc, char **argv) {
    Options options = { 0 };
    if (!read_options(argc, argv, &options)) return EXIT_USAGE;
    Testing testing = { .options = &options, .status = EXIT_FINE };
    testing.how.lang = command_lang(options.lang, &testing.how.lang_known);
    testing.how.filter = text_of(options.filter);
    Lang lang = testing.how.lang;
    TestingFormat format = TESTING_TEXT;
    if (options.format && !testing_format(options.format, &format))
        return command_misuse(lang, "test does not write '%s': text, json, junit", "test 不支持格式“%s”：可用 text、json、junit", options.format);
    if (options.files.count == 0 && !options.standard)
        return command_misuse(lang, "test needs a rule file: heng test RULES…%s", "test 需要规则文件：heng test 规则文件…%s", NULL);
    for (int i = 0; i < options.files.count; i++)
        test_file(&testing, options.files.at[i]);
    for (const struct StdlibFile *file = heng_stdlib; options.standard && file->name; file++) {
        ModuleText module;
        if (module_standard(text_of(file->name), &module)) test_one(&testing, module.path, module.text);
    }
    if (!testing.how.lang_known && testing.reports.count > 0) lang = testing.reports.at[0].lang;
    Buf out = { 0 };
    bool only_more = (options.suggest || options.annotate) && format == TESTING_TEXT;
    if (only_more) command_print(buf_text(&testing.more));
    if (!options.suggest || format != TESTING_TEXT) testing_write(&out, &testing.reports, format, lang);
    if (out.length) command_print(buf_text(&out));
    return testing.status;
}

const Command command_test = {
    .name = "test",
    .run = run,
    .summary = { "run the tests in rule files; what they have not tried", "运行规则文件里的测试，并指出没有试到的地方" },
    .usage = { "heng test RULES… [--filter TEXT] [--coverage] [--annotate] [--suggest] [--format text|json|junit] [--lang zh|en]\n\n"
               "Runs the `test` blocks of rule files and tells, for each expectation that does not hold, what came out and why.\n"
               "RULES may name a module of the standard library.\n"
               "  --stdlib        also all those of the standard library\n"
               "  --filter TEXT   only tests whose names have TEXT in them\n"
               "  --coverage      also which clauses, branches and edges no test has tried\n"
               "  --annotate      also the source, with how often each line was tried\n"
               "  --suggest       proposes tests for what was not tried, to be confirmed by a person\n"
               "  --format junit  for build servers; json for other programs\n"
               "Exit status: 0 all passed, 1 a test failed or the rules have mistakes, 2 wrong usage or unreadable file.\n",
               "heng test 规则文件… [--filter 文字] [--coverage] [--annotate] [--suggest] [--format text|json|junit] [--lang zh|en]\n\n"
               "运行规则文件里的“测试”，对每个不成立的期望说明结果是什么、为什么。\n"
               "规则文件也可以是标准库模块的名称。\n"
               "  --stdlib        也运行标准库的全部测试\n"
               "  --filter 文字   只运行名称中含有该文字的测试\n"
               "  --coverage      另列没有测试试过的子句、分支和边界\n"
               "  --annotate      另打印规则原文，注明各行试过的次数\n"
               "  --suggest       为没有试到的地方提出测试，由人确认\n"
               "  --format junit  供构建服务器使用；json 供其他程序使用\n"
               "退出状态：0 全部通过，1 有测试失败或规则有错，2 用法有误或文件无法读取。\n" },
};
