#include "commands/command.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

static bool speaks_chinese(const char *locale) {
    return strncmp(locale, "zh", 2) == 0;
}

Lang command_lang(const char *option, bool *known) {
    static const char *const variables[] = { "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG" };
    *known = true;
    if (option) return speaks_chinese(option) ? LANG_ZH : LANG_EN;
    for (size_t i = 0; i < sizeof variables / sizeof *variables; i++) {
        const char *value = getenv(variables[i]);
        if (!value || !*value) continue;
        if (speaks_chinese(value)) return LANG_ZH;
        if (strncmp(value, "en", 2) == 0) return LANG_EN;
        break; /* C, POSIX and other languages tell nothing */
    }
    *known = false;
    return LANG_EN;
}

bool command_color(int descriptor) {
    const char *off = getenv("NO_COLOR"), *term = getenv("TERM");
    if ((off && *off) || (term && strcmp(term, "dumb") == 0)) return false;
    return isatty(descriptor);
}

void command_diagnostics(Diags *diags, Lang lang) {
    command_diagnostics_from(diags, 0, lang);
}

void command_diagnostics_from(Diags *diags, int first, Lang lang) {
    bool color = command_color(STDERR_FILENO);
    for (int i = first; i < diags->list.count; i++) {
        Buf buf = { 0 };
        diag_write(&buf, diags, diags->list.at[i], lang, color);
        fwrite(buf.at, 1, buf.length, stderr);
    }
}

/* A reader that has gone away has seen enough; anything else is worth a message. */
static bool output_failed(void) {
    file_out_abandon_all_async(); /* reports under way are not left half written */
    if (errno == EPIPE) _exit(EXIT_FINE);
    fprintf(stderr, "heng: %s\n", strerror(errno));
    return false;
}

void command_print(Text text) {
    if (text.length > 0 && fwrite(text.at, 1, text.length, stdout) < text.length) {
        output_failed();
        _exit(EXIT_USAGE);
    }
}

bool command_flush(void) {
    return fflush(stdout) == 0 || output_failed();
}

bool command_option(int argc, char **argv, int *i, const char *name, const char **value) {
    const char *word = argv[*i];
    size_t length = strlen(name);
    if (strncmp(word, name, length) != 0) return false;
    if (!value) return word[length] == '\0';
    if (word[length] == '=') {
        *value = word + length + 1;
        return true;
    }
    if (word[length] != '\0') return false;
    *value = *i + 1 < argc ? argv[++*i] : NULL;
    return true;
}

int command_misuse(Lang lang, const char *en, const char *zh, const char *what) {
    fprintf(stderr, "heng: ");
    fprintf(stderr, lang == LANG_ZH ? zh : en, what ? what : "");
    fputc('\n', stderr);
    return EXIT_USAGE;
}

/* The file that a source names: without `sqlite:` before and `?option=value` behind. */
static const char *located(const char *source) {
    struct stat about;
    if (stat(source, &about) == 0) return source;
    if (strncmp(source, "sqlite:", 7) == 0) source += 7;
    return mem_copy(source, strcspn(source, "?"));
}

bool command_same_file(const char *a, const char *b) {
    a = located(a);
    struct stat one, other;
    return strcmp(a, b) == 0 || (stat(a, &one) == 0 && stat(b, &other) == 0 && S_ISREG(one.st_mode) && one.st_dev == other.st_dev && one.st_ino == other.st_ino);
}
