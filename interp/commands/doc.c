#include "jobs/doc.h"

#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "commands/command.h"
#include "engine/analyse.h"
#include "engine/lower.h"

typedef struct Options {
    const char *format, *lang, *out;
    bool library;
    VEC(Text) files;
} Options;

static bool read_options(int argc, char **argv, Options *options) {
    bool known;
    for (int i = 1; i < argc; i++) {
        if (command_option(argc, argv, &i, "--format", &options->format) || command_option(argc, argv, &i, "--lang", &options->lang) ||
            command_option(argc, argv, &i, "-o", &options->out))
            continue;
        if (command_option(argc, argv, &i, "--stdlib", NULL)) options->library = true;
        else if (argv[i][0] == '-' && argv[i][1]) {
            command_misuse(command_lang(options->lang, &known), "doc does not know the option '%s'", "doc 没有选项“%s”", argv[i]);
            return false;
        } else
            vec_push(&options->files, text_of(argv[i]));
    }
    return true;
}

/* By name, else by the output file's, else what reads best where it goes. */
static bool read_format(const Options *options, DocFormat *format) {
    static const char *const names[] = { [DOC_HTML] = "html", [DOC_MD] = "md", [DOC_TEXT] = "text" };
    Text name = text_of(options->format), out = text_of(options->out);
    *format = options->library ? DOC_TEXT : DOC_HTML;
    if (text_ends(out, TEXT(".md"))) *format = DOC_MD;
    if (text_ends(out, TEXT(".html"))) *format = DOC_HTML;
    for (int i = 0; i < 3; i++) {
        if (!text_is_z(name, names[i])) continue;
        *format = (DocFormat)i;
        return i != DOC_TEXT || options->library;
    }
    return !name.at;
}

static int write_out(const Options *options, Text document, Lang lang) {
    Diags *diags = diags_new();
    if (!options->out || strcmp(options->out, "-") == 0) {
        command_print(document);
        return EXIT_FINE;
    }
    FileOut *file = file_out_open(text_of(options->out), diags);
    bool written = file && file_out_write(file, document);
    if (written) written = file_out_commit(file);
    else if (file) file_out_abandon(file);
    command_diagnostics(diags, lang);
    return written ? EXIT_FINE : EXIT_USAGE;
}

static int write_library(const Options *options, DocFormat format, Lang lang) {
    Buf out = { 0 };
    if (options->files.count > 1) return command_misuse(lang, "--stdlib takes one name%s", "--stdlib 只能带一个名称%s", NULL);
    Text name = options->files.count ? options->files.at[0] : TEXT_NONE, near;
    if (doc_library(&out, name, format, lang, &near)) return write_out(options, buf_text(&out), lang);
    command_misuse(lang, "the standard library has nothing called '%s'", "标准库中没有“%s”", text_copy(name).at);
    if (near.at) fprintf(stderr, lang == LANG_ZH ? "是否想查“%.*s”？\n" : "did you mean '%.*s'?\n", TEXT_ARG(near));
    return EXIT_USAGE;
}

static int write_rules(const Options *options, DocFormat format, bool known, Lang lang) {
    VEC(const Program *) programs = { 0 };
    int status = EXIT_FINE;
    for (int i = 0; i < options->files.count; i++) {
        Diags *diags = diags_new();
        Scheme *scheme = scheme_load(diags, options->files.at[i]);
        if (scheme && !known && i == 0) lang = scheme->lang;
        const Program *program = NULL;
        if (scheme) {
            Program *lowered = lower(scheme);
            analyse(lowered);
            program = lowered;
        }
        command_diagnostics(diags, lang);
        if (!scheme) status = EXIT_USAGE;
        else if (diags->errors > 0 && status == EXIT_FINE) status = EXIT_FINDINGS;
        if (program && diags->errors == 0) vec_push(&programs, program);
    }
    if (status != EXIT_FINE) return status;
    Buf out = { 0 };
    doc_rules(&out, programs.at, programs.count, format, lang);
    return write_out(options, buf_text(&out), lang);
}

static int run(int argc, char **argv) {
    Options options = { 0 };
    DocFormat format;
    bool known;
    if (!read_options(argc, argv, &options)) return EXIT_USAGE;
    Lang lang = command_lang(options.lang, &known);
    if (!read_format(&options, &format))
        return command_misuse(lang, "doc does not write '%s': html, md; text with --stdlib", "doc 不支持格式“%s”：可用 html、md；--stdlib 另可用 text", options.format);
    if (options.library) return write_library(&options, format, lang);
    if (options.files.count == 0)
        return command_misuse(lang, "doc needs a rule file: heng doc RULES…%s", "doc 需要规则文件：heng doc 规则文件…%s", NULL);
    return write_rules(&options, format, known, lang);
}

const Command command_doc = {
    .name = "doc",
    .run = run,
    .summary = { "the scheme as a document people can read and sign", "把规则写成可以阅读、打印、签署的文件" },
    .usage = { "heng doc RULES… [--format html|md] [-o FILE] [--lang zh|en]\n"
               "heng doc --stdlib [NAME] [--format text|html|md] [-o FILE] [--lang zh|en]\n\n"
               "Writes what the rules say as a document: indicators with targets, weights and the way they are scored in words\n"
               "and in notation, grades, levels, adjustments, checks, entries, definitions, tables, and a place to sign.\n"
               "  --format html      one page that needs nothing else and prints on A4 (this is what is written without an option)\n"
               "  --format md        Markdown with tables\n"
               "  --stdlib           the standard library by theme, with the sentences of regulations it answers\n"
               "  --stdlib NAME      one method, function, scale or module of it\n"
               "  -o FILE            into a file, whole or not at all; .html .md say the format\n"
               "Exit status: 0 written, 1 the rules have errors (nothing is written), 2 wrong usage or an unreadable file.\n",
               "heng doc 规则文件… [--format html|md] [-o 文件] [--lang zh|en]\n"
               "heng doc --stdlib [名称] [--format text|html|md] [-o 文件] [--lang zh|en]\n\n"
               "把规则写成文件：指标、目标、分值和计分方法（文字与记法并列），等级、档次、调整、检查、填报内容、\n"
               "定义、常数表，以及签署处。\n"
               "  --format html      单个网页，不需要其他文件，可用 A4 打印（不写时即为此格式）\n"
               "  --format md        带表格的 Markdown\n"
               "  --stdlib           按类别列出标准库，并列出对应的条文\n"
               "  --stdlib 名称      其中的一个方法、函数、档次或模块\n"
               "  -o 文件            写入文件，要么完整写成，要么不写；扩展名 .html .md 决定格式\n"
               "退出状态：0 已写成，1 规则有错（不写文件），2 用法有误或文件无法读取。\n" },
};
