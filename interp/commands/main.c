/* main.c - heng COMMAND …: finds the command, gives help. */
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "base/mem.h"
#include "base/version.h"
#include "commands/command.h"

static const Command *const commands[] = {
    &command_score,
    &command_replay,
    &command_compare,
    &command_check,
    &command_test,
    &command_fmt,
    &command_doc,
};
#define COMMAND_COUNT (int)(sizeof commands / sizeof *commands)

static void print_help(FILE *out, Lang lang) {
    fputs(lang == LANG_ZH ? "heng - 评分规则的语言与解释器\n\n用法：heng 命令 [文件…] [选项]\n\n"
                          : "heng - a language for scoring policy\n\nusage: heng COMMAND [FILES…] [OPTIONS]\n\n",
          out);
    for (int i = 0; i < COMMAND_COUNT; i++)
        fprintf(out, "  %-8s %s\n", commands[i]->name, commands[i]->summary[lang]);
    fputs(lang == LANG_ZH ? "\nheng help 命令：该命令的说明。heng --version：版本。\n"
                          : "\nheng help COMMAND tells about one of them; heng --version the version.\n",
          out);
}

static const Command *find(const char *name) {
    for (int i = 0; i < COMMAND_COUNT; i++)
        if (strcmp(commands[i]->name, name) == 0) return commands[i];
    return NULL;
}

static int unknown_command(const char *name, Lang lang) {
    int best = 3;
    const Command *near = NULL;
    for (int i = 0; i < COMMAND_COUNT; i++) {
        int distance = text_distance(text_of(commands[i]->name), text_of(name), best - 1);
        if (distance < best) {
            best = distance;
            near = commands[i];
        }
    }
    command_misuse(lang, "there is no command '%s'", "没有命令“%s”", name);
    if (near) fprintf(stderr, lang == LANG_ZH ? "是否想用 heng %s？\n" : "did you mean heng %s?\n", near->name);
    return EXIT_USAGE;
}

static bool asks_help(int argc, char **argv) {
    for (int i = 1; i < argc; i++)
        if (strcmp(argv[i], "--help") == 0 || strcmp(argv[i], "-h") == 0) return true;
    return false;
}

int main(int argc, char **argv) {
    mem_init();
    signal(SIGPIPE, SIG_IGN);
    bool known;
    const char *option = NULL;
    for (int i = 1; i < argc; i++)
        if (command_option(argc, argv, &i, "--lang", &option)) break;
    Lang lang = command_lang(option, &known);
    if (option && strncmp(option, "zh", 2) != 0 && strncmp(option, "en", 2) != 0)
        return command_misuse(LANG_EN, "--lang is zh or en, not '%s'", "", option);
    if (argc < 2) {
        print_help(stderr, lang);
        return EXIT_USAGE;
    }
    const char *name = argv[1];
    if (strcmp(name, "--version") == 0 || strcmp(name, "version") == 0) {
        printf("heng %s\n", HENG_VERSION);
        return EXIT_FINE;
    }
    bool help = strcmp(name, "help") == 0 || strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0;
    if (help && (argc < 3 || argv[2][0] == '-')) {
        print_help(stdout, lang);
        return EXIT_FINE;
    }
    const Command *command = find(help ? argv[2] : name);
    if (!command) return unknown_command(help ? argv[2] : name, lang);
    if (help || asks_help(argc, argv)) {
        fputs(command->usage[lang], stdout);
        return EXIT_FINE;
    }
    int status = command->run(argc - 1, argv + 1);
    return command_flush() ? status : EXIT_USAGE;
}
