#include <string.h>

#include "base/file.h"
#include "base/line_diff.h"
#include "commands/command.h"
#include "front/format.h"

typedef struct Options {
    bool check, diff;
    FormatOptions format;
    Lang lang; /* of messages */
} Options;

/* In place, a piece of work as a whole: false after reporting. */
static bool write_file(Text path, Text bytes, Diags *diags) {
    FileOut *out = file_out_open(path, diags);
    if (!out)
        return false;
    if (file_out_write(out, bytes))
        return file_out_commit(out);
    file_out_abandon(out);
    return false;
}

static int format_one(const Options *options, const char *path) {
    Diags *diags = diags_new();
    Text bytes, name = text_of(path);
    bool standard = strcmp(path, "-") == 0;
    Buf result = { 0 };
    int status = EXIT_FINE;
    if (!file_read(name, &bytes, diags, SPAN_NONE)) {
        status = EXIT_USAGE;
    } else if (!format_source(diags, diags_source(diags, name, bytes), &options->format, &result)) {
        status = EXIT_FINDINGS;
    } else {
        bool changed = !text_is(bytes, buf_text(&result));
        Buf told = { 0 };
        if (options->diff)
            line_diff(&told, name, bytes, name, buf_text(&result));
        else if (options->check && changed)
            buf_format(&told, "%s\n", path);
        else if (!options->check && standard)
            buf_add(&told, buf_text(&result));
        command_print(buf_text(&told));
        if (options->check && changed)
            status = EXIT_FINDINGS;
        if (changed && !options->check && !options->diff && !standard &&
            !write_file(name, buf_text(&result), diags))
            status = EXIT_USAGE;
    }
    command_diagnostics(diags, options->lang);
    return status;
}

static int run(int argc, char **argv) {
    Options options = { 0 };
    const char *lang = NULL;
    int files = 0, status = EXIT_FINE;
    bool known;
    for (int i = 1; i < argc; i++) {
        if (command_option(argc, argv, &i, "--lang", &lang)) {
            if (lang && (strcmp(lang, "zh") == 0 || strcmp(lang, "en") == 0))
                continue;
            return command_misuse(command_lang(NULL, &known), "--lang needs zh or en%s",
                                  "--lang 要写 zh 或 en%s", NULL);
        }
        if (command_option(argc, argv, &i, "--check", NULL))
            options.check = true;
        else if (command_option(argc, argv, &i, "--diff", NULL))
            options.diff = true;
        else if (argv[i][0] == '-' && argv[i][1])
            return command_misuse(command_lang(lang, &known), "fmt does not know the option '%s'",
                                  "fmt 没有选项“%s”", argv[i]);
        else
            argv[++files] = argv[i];
    }
    options.lang = command_lang(lang, &known);
    options.format = (FormatOptions){ .translate = lang != NULL, .lang = options.lang };
    if (files == 0)
        return command_misuse(options.lang, "fmt needs a rule file: heng fmt RULES…%s",
                              "fmt 需要规则文件：heng fmt 规则文件…%s", NULL);
    for (int i = 1; i <= files; i++) {
        int one = format_one(&options, argv[i]);
        status = one > status ? one : status;
    }
    return status;
}

const Command command_fmt = {
    .name = "fmt",
    .run = run,
    .summary = { "one layout; --lang rewrites the keywords", "统一排版；--lang 改写关键字的语言" },
    .usage = { "heng fmt RULES… [--check] [--diff] [--lang zh|en]\n\n"
               "Lays rule files out in one way, in place; - is standard input, and the result goes "
               "to standard output.  Comments\n"
               "stay where they stood.  A file with mistakes is not touched.\n"
               "  --lang zh|en   also rewrites keywords and signs; names, texts and comments stay\n"
               "  --check        writes nothing, names the files that would change\n"
               "  --diff         writes nothing, shows what would change\n"
               "Exit status: 0 fine, 1 mistakes in a file, or with --check one would change, 2 a "
               "file could not be read or written.\n",
               "heng fmt 规则文件… [--check] [--diff] [--lang zh|en]\n\n"
               "把规则文件排成统一的版式，直接改写；- "
               "为标准输入，结果写到标准输出。注释留在原处。有错误的文件不动。\n"
               "  --lang zh|en   同时改写关键字和符号；名称、文字和注释不动\n"
               "  --check        不写文件，列出会改变的文件\n"
               "  --diff         不写文件，显示会改变的地方\n"
               "退出状态：0 正常，1 文件有错误，或 --check 时有文件会改变，2 文件无法读写。\n" },
};
