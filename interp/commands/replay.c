/* replay.c - heng replay: history scored again, reports written, a run repeated to verify it. */
#include <dirent.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "commands/command.h"
#include "engine/analyse.h"
#include "engine/lower.h"
#include "jobs/manifest.h"
#include "jobs/replay.h"
#include "jobs/rule_files.h"

#define WORST_IN_REPORTS 2000
#define FORMS_IN_REPORTS 2000
#define EXIT_INTERRUPTED 130

typedef struct Output {
    const char *path, *format;
    Buf *memory;            /* kept here and not written; or NULL */
} Output;

typedef struct Options {
    const char *format, *lang, *id, *form, *against, *manifest, *verify, *worst;
    bool all, any_date, format_used;
    VEC(FormsSet) sets, maps;
    VEC(Text) files;
    VEC(Output) outputs;
} Options;

static volatile sig_atomic_t stop;

/* The first Ctrl-C ends the run cleanly, the second at once. */
static void interrupt(int signal_number) {
    if (stop) {
        file_out_abandon_all_async();
        _exit(128 + signal_number);
    }
    stop = 1;
}

/* ---- options ---- */

static const char *format_of(const char *path) {
    static const char *const formats[] = { "html", "xlsx", "csv", "jsonl", "json", "txt" };
    const char *dot = strrchr(path, '.');
    for (size_t i = 0; dot && i < sizeof formats / sizeof *formats; i++)
        if (strcmp(dot + 1, formats[i]) == 0) return strcmp(dot + 1, "txt") == 0 ? "text" : formats[i];
    return NULL;
}

static bool is_format(const char *format) {
    static const char *const formats[] = { "text", "csv", "json", "jsonl", "html", "xlsx" };
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (strcmp(format, formats[i]) == 0) return true;
    return false;
}

/* The format of each report: by the end of its name, else what --format says; that is then not meant for the screen. */
static bool settle_outputs(Options *options, Lang lang) {
    for (int i = 0; i < options->outputs.count; i++) {
        Output *output = &options->outputs.at[i];
        output->format = output->path ? format_of(output->path) : NULL;
        if (output->format) continue;
        output->format = output->path ? options->format : NULL;
        options->format_used = output->format != NULL;
        if (output->format) continue;
        command_misuse(lang, "-o needs a file name that ends in .html, .xlsx, .csv, .json, .jsonl or .txt%s",
                       "-o 后的文件名应以 .html、.xlsx、.csv、.json、.jsonl 或 .txt 结尾%s", NULL);
        return false;
    }
    return true;
}

static bool read_options(int argc, char **argv, Options *options) {
    bool known;
    const char *value;
    for (int i = 1; i < argc; i++) {
        Lang lang = command_lang(options->lang, &known);
        FormsSet pair;
        if (command_option(argc, argv, &i, "--set", &value) || command_option(argc, argv, &i, "--map", &value)) {
            bool set = strncmp(argv[i], "--set", 5) == 0 || (i > 0 && strcmp(argv[i - 1], "--set") == 0);
            if (!forms_set(text_of(value), &pair)) {
                command_misuse(lang, set ? "--set needs NAME=VALUE%s" : "--map needs NAME=COLUMN%s", set ? "--set 要写成 名称=值%s" : "--map 要写成 名称=列名%s", NULL);
                return false;
            }
            if (set) vec_push(&options->sets, pair);
            else vec_push(&options->maps, pair);
            continue;
        }
        if (command_option(argc, argv, &i, "-o", &value) || command_option(argc, argv, &i, "--output", &value)) {
            Output output = { value, NULL, NULL };
            vec_push(&options->outputs, output);
            continue;
        }
        if (command_option(argc, argv, &i, "--format", &options->format) || command_option(argc, argv, &i, "--lang", &options->lang) ||
            command_option(argc, argv, &i, "--id", &options->id) || command_option(argc, argv, &i, "--form", &options->form) || command_option(argc, argv, &i, "--against", &options->against) ||
            command_option(argc, argv, &i, "--manifest", &options->manifest) || command_option(argc, argv, &i, "--verify", &options->verify) ||
            command_option(argc, argv, &i, "--worst", &options->worst))
            continue;
        if (command_option(argc, argv, &i, "--all", NULL)) options->all = true;
        else if (command_option(argc, argv, &i, "--any-date", NULL)) options->any_date = true;
        else if (argv[i][0] == '-' && argv[i][1]) {
            command_misuse(lang, "replay does not know the option '%s'", "replay 没有选项“%s”", argv[i]);
            return false;
        } else
            vec_push(&options->files, text_of(argv[i]));
    }
    bool number = !options->worst || (*options->worst && strspn(options->worst, "0123456789") == strlen(options->worst));
    if (!number) command_misuse(command_lang(options->lang, &known), "--worst needs a number, not '%s'", "--worst 后应为数字，不是“%s”", options->worst);
    return number && settle_outputs(options, command_lang(options->lang, &known));
}

/* ---- rules ---- */

typedef struct Rules {
    VEC(const Program *) programs;
    VEC(Diags *) diags;
    VEC(int) told;          /* of each: diagnostics already printed */
    int errors;
    bool unreadable;
} Rules;

static int by_name(const void *a, const void *b) {
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static void load_rules(Rules *rules, Text path, bool version) {
    Diags *diags = diags_new();
    Scheme *scheme = scheme_load(diags, path);
    if (scheme && version && !scheme->main->title.at && !scheme->main->force) return; /* a module that versions use */
    vec_push(&rules->diags, diags);
    vec_push(&rules->told, 0);
    if (!scheme) {
        rules->unreadable = true;
        return;
    }
    Program *program = lower_with_rivals(scheme);
    analyse(program);
    if (diags->errors == 0 && !program->has_rows && program->form.parts.at[program->total]->children.count == 0)
        diag(diags, DIAG_NO_INDICATOR, SPAN_NONE, path);
    rules->errors += diags->errors;
    vec_push(&rules->programs, program);
}

/* A rule file, or every version in a folder, in the order of their names. */
static void find_rules(Rules *rules, Text path, Lang lang) {
    struct stat about;
    if (stat(path.at, &about) != 0 || !S_ISDIR(about.st_mode)) {
        load_rules(rules, path, false);
        return;
    }
    VEC(char *) names = { 0 };
    DIR *folder = opendir(path.at);
    for (struct dirent *entry; folder && (entry = readdir(folder)) != NULL;) {
        Text name = text_of(entry->d_name);
        if (!text_ends(name, TEXT(".heng")) || name.at[0] == '.') continue;
        Buf whole = { 0 };
        buf_add(&whole, path);
        if (!text_ends(path, TEXT("/"))) buf_char(&whole, '/');
        buf_add(&whole, name);
        char *copy = mem_copy(whole.at, whole.length);
        vec_push(&names, copy);
    }
    if (folder) closedir(folder);
    if (names.count > 1) qsort(names.at, (size_t)names.count, sizeof *names.at, by_name);
    for (int i = 0; i < names.count; i++)
        load_rules(rules, text_of(names.at[i]), true);
    if (rules->programs.count > 0 || rules->unreadable) return;
    command_misuse(lang, "the folder %s has no rule file with a `rules` line", "文件夹 %s 中没有带“规则”行的规则文件", path.at);
    rules->unreadable = true;
}

static void print_diagnostics(const Rules *rules, Lang lang) {
    for (int i = 0; i < rules->diags.count; i++) {
        command_diagnostics_from(rules->diags.at[i], rules->told.at[i], lang);
        rules->told.at[i] = rules->diags.at[i]->list.count;
    }
}

/* ---- where reports go ---- */

static bool write_file(void *data, Text bytes) {
    return file_out_write(data, bytes);
}

static bool write_memory(void *data, Text bytes) {
    buf_add(data, bytes);
    return true;
}

static bool write_standard(void *data, Text bytes) {
    (void)data;
    command_print(bytes);
    return true;
}

static int terminal_width(int descriptor) {
    struct winsize size;
    if (isatty(descriptor) && ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40) return size.ws_col;
    return 100;
}

static ReplaySink *sink_for(const char *format, const ReplayOut *out, const Options *options, bool standard, Diags *diags) {
    if (strcmp(format, "csv") == 0) return replay_csv_sink(out, options->all);
    if (strcmp(format, "json") == 0) return replay_json_sink(out, false);
    if (strcmp(format, "jsonl") == 0) return replay_json_sink(out, true);
    if (strcmp(format, "html") == 0) return replay_html_sink(out);
    if (strcmp(format, "xlsx") == 0) return replay_xlsx_sink(out, diags);
    return replay_text_sink(out, standard && command_color(STDOUT_FILENO), standard ? terminal_width(STDOUT_FILENO) : 100);
}

/* ---- progress ---- */

typedef struct Progress {
    struct timespec begun, told;
    bool shown;
    Lang lang;
    int width;
} Progress;

static double seconds(const struct timespec *from, const struct timespec *to) {
    return (double)(to->tv_sec - from->tv_sec) + (double)(to->tv_nsec - from->tv_nsec) / 1e9;
}

static void show_progress(void *data, const Replay *replay) {
    Progress *progress = data;
    struct timespec now;
    if (replay->form_count % 16 != 0) return;
    clock_gettime(CLOCK_MONOTONIC, &now);
    double passed = seconds(&progress->begun, &now);
    if (passed < 1 || seconds(&progress->told, &now) < 0.2) return;
    progress->told = now;
    progress->shown = true;
    double done = forms_progress(replay->forms), rate = (double)replay->row_count / passed;
    char line[200];
    int length = snprintf(line, sizeof line, progress->lang == LANG_ZH ? "%ld 张表，%ld 行，每秒 %.0f 行" : "%ld forms, %ld rows, %.0f rows/s", replay->form_count,
                          replay->row_count, rate);
    if (done > 0.001 && length > 0 && (size_t)length < sizeof line)
        snprintf(line + length, sizeof line - (size_t)length, progress->lang == LANG_ZH ? "，%.0f%%，约剩 %.0f 秒" : ", %.0f%%, about %.0f s left", done * 100,
                 passed / done * (1 - done));
    fprintf(stderr, "\r\033[K%s", line);
    fflush(stderr);
}

static void end_progress(const Progress *progress) {
    if (progress->shown) fputs("\r\033[K", stderr);
}

/* ---- running ---- */

/* What a repetition needs to be the same: the words of the command line, with the language spelt out, without what only
   says where reports go. */
static void record_arguments(const Options *options, Lang lang, TextList *arguments) {
    vec_push(arguments, TEXT("replay"));
    for (int i = 0; i < options->files.count; i++)
        vec_push(arguments, options->files.at[i]);
    for (int i = 0; i < options->sets.count + options->maps.count; i++) {
        bool set = i < options->sets.count;
        const FormsSet *pair = set ? &options->sets.at[i] : &options->maps.at[i - options->sets.count];
        Buf word = { 0 };
        buf_format(&word, "%s=%.*s=%.*s", set ? "--set" : "--map", TEXT_ARG(pair->name), TEXT_ARG(pair->value));
        vec_push(arguments, buf_text(&word));
    }
    const struct {
        const char *name, *value;
    } named[] = { { "--id", options->id }, { "--form", options->form }, { "--against", options->against } };
    for (size_t i = 0; i < sizeof named / sizeof *named; i++) {
        if (!named[i].value) continue;
        Buf word = { 0 };
        buf_format(&word, "%s=%s", named[i].name, named[i].value);
        vec_push(arguments, buf_text(&word));
    }
    if (options->any_date) vec_push(arguments, TEXT("--any-date"));
    if (options->all) vec_push(arguments, TEXT("--all"));
    if (options->worst) {
        Buf word = { 0 };
        buf_format(&word, "--worst=%s", options->worst);
        vec_push(arguments, buf_text(&word));
    }
    vec_push(arguments, lang == LANG_ZH ? TEXT("--lang=zh") : TEXT("--lang=en"));
}

typedef struct Run {
    Rules rules;
    Replay replay;
    Lang lang;
    bool good;
} Run;

/* Opens rules and data; EXIT_FINE, or what to exit with after telling. */
static int open_run(Run *run, const Options *options, Forms **forms, const FormsOptions *reading) {
    bool known;
    Lang lang = command_lang(options->lang, &known);
    find_rules(&run->rules, options->files.at[0], lang);
    if (!known && run->rules.programs.count > 0) lang = run->rules.programs.at[0]->scheme->lang;
    run->lang = lang;
    if (run->rules.unreadable || run->rules.errors > 0) {
        print_diagnostics(&run->rules, lang);
        return run->rules.unreadable ? EXIT_USAGE : EXIT_FINDINGS;
    }
    *forms = forms_open(run->rules.programs.at, run->rules.programs.count, options->files.at + 1, options->files.count - 1, reading);
    print_diagnostics(&run->rules, lang);
    return *forms ? EXIT_FINE : EXIT_USAGE;
}

static bool machine_only(const Options *options) {
    const char *format = options->format;
    return format && (strcmp(format, "csv") == 0 || strcmp(format, "json") == 0 || strcmp(format, "jsonl") == 0);
}

static bool write_manifest(const char *path, const Replay *replay, Diags *diags) {
    Buf out = { 0 };
    manifest_write(&out, replay);
    if (strcmp(path, "-") == 0) {
        command_print(buf_text(&out));
        return true;
    }
    return file_write(text_of(path), buf_text(&out), diags);
}

static bool any_certain(const Replay *replay) {
    for (int i = 0; i < FINDING_COUNT; i++)
        if (replay->certain[i] > 0) return true;
    return false;
}

/* ---- what must not be overwritten ---- */

static bool is_input(const Run *run, const Options *options, const Forms *forms, const char *path) {
    int count;
    const FormsFile *files = forms_files(forms, &count);
    for (int i = 0; i < count; i++)
        if (command_same_file(mem_copy(files[i].path.at, files[i].path.length), path)) return true;
    if (options->against && command_same_file(options->against, path)) return true;
    for (int p = 0; p < run->rules.programs.count; p++) {
        RuleFiles rules = { 0 };
        rule_files(run->rules.programs.at[p], &rules);
        for (int i = 0; i < rules.count; i++)
            if (command_same_file(mem_copy(rules.at[i].path.at, rules.at[i].path.length), path)) return true;
    }
    return false;
}

/* A report takes the place of no evidence, nor of another report. */
static bool check_outputs(const Run *run, const Options *options, const Forms *forms, const Output *outputs, int count) {
    for (int i = 0; i < count; i++) {
        if (outputs[i].memory || strcmp(outputs[i].path, "-") == 0) continue;
        bool twice = options->manifest && command_same_file(outputs[i].path, options->manifest);
        for (int j = 0; j < i; j++)
            twice |= command_same_file(outputs[i].path, outputs[j].path);
        if (twice) command_misuse(run->lang, "'%s' is written twice", "“%s”被写了两次", outputs[i].path);
        bool input = is_input(run, options, forms, outputs[i].path);
        if (input) command_misuse(run->lang, "'%s' is one of the files read: a report does not take its place", "“%s”是读入的文件，不能用报告覆盖", outputs[i].path);
        if (twice || input) return false;
    }
    if (!options->manifest || strcmp(options->manifest, "-") == 0 || !is_input(run, options, forms, options->manifest)) return true;
    command_misuse(run->lang, "'%s' is one of the files read: a report does not take its place", "“%s”是读入的文件，不能用报告覆盖", options->manifest);
    return false;
}

static int replay_to(Run *run, const Options *options, Forms *forms, const Output *outputs, int count) {
    Diags *diags = run->rules.diags.at[0];
    VEC(ReplaySink *) sinks = { 0 };
    VEC(FileOut *) files = { 0 };
    bool good = true;
    if (!check_outputs(run, options, forms, outputs, count)) return EXIT_USAGE;
    for (int i = 0; i < count && good; i++) {
        bool standard = strcmp(outputs[i].path, "-") == 0;
        ReplayOut out = { write_standard, NULL };
        if (outputs[i].memory) {
            out = (ReplayOut){ write_memory, outputs[i].memory };
        } else if (!standard) {
            FileOut *file = file_out_open(text_of(outputs[i].path), diags);
            good = file != NULL;
            if (!good) break;
            vec_push(&files, file);
            out = (ReplayOut){ write_file, file };
        }
        vec_push(&sinks, sink_for(outputs[i].format, &out, options, standard, diags));
    }
    TextList arguments = { 0 };
    record_arguments(options, run->lang, &arguments);
    Progress progress = { .lang = run->lang };
    clock_gettime(CLOCK_MONOTONIC, &progress.begun);
    progress.told = progress.begun;
    ReplayOptions how = { .lang = run->lang, .all = options->all, .any_date = options->any_date,
                          .worst = options->worst ? atoi(options->worst) : WORST_IN_REPORTS, .kept_forms = FORMS_IN_REPORTS,
                          .against = text_of(options->against), .form = text_of(options->form), .stop = &stop, .arguments = arguments.at, .argument_count = arguments.count };
    if (isatty(STDERR_FILENO)) {
        how.progress = show_progress;
        how.progress_data = &progress;
    }
    good = good && replay_run(&run->replay, run->rules.programs.at, run->rules.programs.count, forms, &how, sinks.at, sinks.count);
    end_progress(&progress);
    for (int i = 0; i < files.count; i++) {
        if (!good) file_out_abandon(files.at[i]);
        else good = file_out_commit(files.at[i]);
    }
    for (int i = 0; good && i < count; i++) { /* a csv has no room for its manifest */
        if (outputs[i].memory || strcmp(outputs[i].path, "-") == 0 || strcmp(outputs[i].format, "csv") != 0) continue;
        Buf path = { 0 };
        buf_format(&path, "%s.manifest.json", outputs[i].path);
        good = write_manifest(mem_copy(path.at, path.length), &run->replay, diags);
    }
    if (good && options->manifest) good = write_manifest(options->manifest, &run->replay, diags);
    print_diagnostics(&run->rules, run->lang);
    if (!good) return EXIT_USAGE;
    if (run->replay.interrupted) return EXIT_INTERRUPTED;
    if (options->form && run->replay.form_count == 0)
        return command_misuse(run->lang, "there is no form '%s'", "没有表单“%s”", options->form);
    bool judged = false;
    for (int i = 1; i < VERDICT_COUNT; i++)
        judged |= run->replay.verdicts[i] + run->replay.total_verdicts[i] + run->replay.other_verdicts[i] > 0;
    if (!judged)
        command_misuse(run->lang, "note: nothing reported was checked: the rules need `reported COLUMN`, and the data forms%s",
                       "注意：没有核对任何所报结果：规则中要写 `自报 列名`，数据中要有表单%s", NULL);
    if (forms_failed(forms)) return EXIT_USAGE;
    return any_certain(&run->replay) ? EXIT_FINDINGS : EXIT_FINE;
}

static int run_replay(const Options *options) {
    Run run = { 0 };
    FormsOptions reading = { .sets = options->sets.at, .set_count = options->sets.count, .maps = options->maps.at, .map_count = options->maps.count,
                             .id_column = text_of(options->id), .stop = &stop };
    Forms *forms;
    if (machine_only(options) && !options->lang) { /* the locale touches prose for people only (S21) */
        Options plain = *options;
        unsetenv("LANGUAGE"), unsetenv("LC_ALL"), unsetenv("LC_MESSAGES"), unsetenv("LANG");
        int status = open_run(&run, &plain, &forms, &reading);
        if (status != EXIT_FINE) return status;
    } else {
        int status = open_run(&run, options, &forms, &reading);
        if (status != EXIT_FINE) return status;
    }
    VEC(Output) outputs = { 0 };
    bool standard = false;
    for (int i = 0; i < options->outputs.count; i++) {
        vec_push(&outputs, options->outputs.at[i]);
        standard |= strcmp(options->outputs.at[i].path, "-") == 0;
    }
    if (!standard) {
        Output screen = { "-", options->format && !options->format_used ? options->format : "text", NULL };
        vec_push(&outputs, screen);
    }
    return replay_to(&run, options, forms, outputs.at, outputs.count);
}

/* ---- verifying ---- */

/* The format of the report that is to be verified; NULL: it is a manifest alone, or a workbook. */
static const char *body_format(const char *path, Text bytes) {
    const char *format = format_of(path);
    if (!format || strcmp(format, "xlsx") == 0 || strcmp(format, "text") == 0) return NULL;
    bool json = strcmp(format, "json") == 0;
    return json && text_find(bytes, TEXT("\"summary\""), 0) < 0 ? NULL : format;
}

static int verify(const Options *asked) {
    bool known;
    Lang lang = command_lang(asked->lang, &known);
    Diags *diags = diags_new();
    Manifest before, now;
    if (!manifest_read(text_of(asked->verify), &before, diags)) {
        command_diagnostics(diags, lang);
        return EXIT_USAGE;
    }
    int argc = before.arguments.count;
    char **argv = MEM_ARRAY(char *, argc + 1);
    for (int i = 0; i < argc; i++)
        argv[i] = mem_copy(before.arguments.at[i].at, before.arguments.at[i].length);
    Options options = { 0 };
    if (argc < 2 || !read_options(argc, argv, &options) || options.files.count == 0) return EXIT_USAGE;
    options.manifest = options.verify = NULL; /* verifying writes nothing */
    options.outputs.count = 0;
    if (before.partial)
        return command_misuse(lang, "'%s' is the report of an interrupted run, which cannot be repeated as it was: run it again", "“%s”是中断的部分结果，无法照样重做：请重新运行", asked->verify);
    Run run = { 0 };
    FormsOptions reading = { .sets = options.sets.at, .set_count = options.sets.count, .maps = options.maps.at, .map_count = options.maps.count,
                             .id_column = text_of(options.id) };
    Forms *forms;
    int status = open_run(&run, &options, &forms, &reading);
    if (status != EXIT_FINE) {
        command_misuse(lang, "the paths in a manifest start from the folder the run was made in%s", "清单中的路径以当时运行的文件夹为起点%s", NULL);
        return EXIT_USAGE;
    }
    Text bytes;
    Buf body = { 0 };
    if (!file_read(text_of(asked->verify), &bytes, diags, SPAN_NONE)) {
        command_diagnostics(diags, lang);
        return EXIT_USAGE;
    }
    Output again = { asked->verify, body_format(asked->verify, bytes), &body };
    status = replay_to(&run, &options, forms, &again, again.format ? 1 : 0);
    if (status == EXIT_INTERRUPTED || (status == EXIT_USAGE && !run.replay.results_digest.at)) return status;
    manifest_of(&run.replay, &now);
    TextList differences = { 0 };
    manifest_compare(&before, &now, lang, &differences);
    if (again.format && differences.count == 0 && !text_is(bytes, buf_text(&body)))
        vec_push(&differences, text_of(lang == LANG_ZH ? "报告正文与重做的结果不同：报告在生成之后改动过" : "the report itself is not what the run gives: it was changed after it was written"));
    Buf out = { 0 };
    for (int i = 0; i < differences.count; i++) {
        buf_add(&out, differences.at[i]);
        buf_char(&out, '\n');
    }
    if (differences.count == 0)
        buf_format(&out,
                   again.format ? (lang == LANG_ZH ? "一致：规则、数据和 %s 的全文逐字节相同\n" : "the same: rules, data and all of %s are to the byte what the run gives\n")
                                : (lang == LANG_ZH ? "一致：规则、数据和结果与 %s 所记逐字节相同；报告正文没有核对\n"
                                                   : "the same: rules, data and results are to the byte what %s says; no report was compared\n"),
                   asked->verify);
    command_print(buf_text(&out));
    return differences.count ? EXIT_FINDINGS : EXIT_FINE;
}

static int run(int argc, char **argv) {
    Options options = { 0 };
    bool known;
    if (!read_options(argc, argv, &options)) return EXIT_USAGE;
    Lang lang = command_lang(options.lang, &known);
    struct sigaction action = { .sa_handler = interrupt, .sa_flags = SA_RESTART };
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
    sigaction(SIGHUP, &action, NULL);
    if (options.verify && (options.files.count > 0 || options.outputs.count > 0))
        return command_misuse(lang, "--verify takes rules, data and options from the manifest: no others%s", "--verify 的规则、数据和选项都取自清单，不能另写%s", NULL);
    if (options.verify) return verify(&options);
    if (options.format && !is_format(options.format))
        return command_misuse(lang, "replay does not write '%s': text, csv, json, jsonl, html, xlsx", "replay 不支持格式“%s”：可用 text、csv、json、jsonl、html、xlsx", options.format);
    if (options.files.count < 2)
        return command_misuse(lang, "replay needs rules and data: heng replay RULES DATA…%s", "replay 需要规则和数据：heng replay 规则 数据…%s", NULL);
    return run_replay(&options);
}

const Command command_replay = {
    .name = "replay",
    .run = run,
    .summary = { "history scored again: every reported result that does not follow", "重新核算历史得分：列出不能由填报内容得出的结果" },
    .usage = { "heng replay RULES DATA… [-o REPORT]… [--against TABLE] [--format text|csv|json|jsonl|html|xlsx]\n\n"
               "Scores the forms in DATA again and holds what they report against it.  RULES is a rule file, or a folder of\n"
               "versions: each form gets the one in force at its date.  DATA are CSV, XLSX, JSON or SQLite: FILE, a pattern in\n"
               "quotes, 'FILE.xlsx?sheet=NAME', 'sqlite:FILE?query=SELECT …', - for standard input.\n"
               "  -o REPORT          writes a report; .html .xlsx .csv .json .jsonl .txt; may stand more than once\n"
               "  --against TABLE    another table with figures of the same forms, such as their summary\n"
               "  --map NAME=COLUMN  the column that a name of the rules stands for\n"
               "  --all              csv: agreeing results too\n"
               "  --any-date         does not look at `in force`\n"
               "  --worst N          findings kept with their explanations (2000)\n"
               "  --id COLUMN        the column that names a form\n"
               "  --form ID          only this form\n"
               "  --set NAME=VALUE   an entered value for every form\n"
               "  --lang zh|en       the language of the report\n"
               "  --manifest FILE    digests of rules, data and results, for a file of its own\n"
               "  --verify MANIFEST  repeats the run of a manifest, or of a report, and says whether all is the same; in the\n"
               "                     folder the run was made in\n"
               "Beside REPORT.csv its manifest is written as REPORT.csv.manifest.json; other reports have theirs inside.\n"
               "Exit status: 0 nothing certain was found, 1 findings (or rules with mistakes), 2 wrong usage or damaged data,\n"
               "130 interrupted: the report is marked as partial.\n",
               "heng replay 规则 数据… [-o 报告]… [--against 表] [--format text|csv|json|jsonl|html|xlsx]\n\n"
               "对数据中的表单重新计分，并与所报的结果核对。规则可以是一个文件，也可以是放着各个版本的文件夹：\n"
               "每张表用当时施行的版本。数据可以是 CSV、XLSX、JSON、SQLite：文件、加引号的通配符、\n"
               "'文件.xlsx?sheet=名称'、'sqlite:文件?query=SELECT …'，- 为标准输入。\n"
               "  -o 报告            写出报告：.html .xlsx .csv .json .jsonl .txt，可以写多个\n"
               "  --against 表       载有同一批表单数字的另一张表，例如汇总表\n"
               "  --map 名称=列名    规则中的名称对应哪一列\n"
               "  --all              csv：一致的结果也列出\n"
               "  --any-date         不看施行日期\n"
               "  --worst N          附说明保留的问题数（2000）\n"
               "  --id 列名          表单编号所在的列\n"
               "  --form 编号        只核对这张表单\n"
               "  --set 名称=值      对每张表单都适用的填报值\n"
               "  --lang zh|en       报告的语言\n"
               "  --manifest 文件    另存规则、数据、结果的校验值\n"
               "  --verify 清单      按清单（或报告）重做一遍，核对是否完全一致；要在当时的文件夹中运行\n"
               "写出 报告.csv 时，清单另存为 报告.csv.manifest.json；其他报告的清单在报告之内。\n"
               "退出状态：0 没有确定的问题，1 有问题（或规则有错），2 用法有误或数据损坏，130 被中断，报告标明只是部分。\n" },
};
