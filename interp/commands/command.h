/* command.h - what the commands share: the command line, the language of messages, printing diagnostics.  Only
   this folder prints, exits, or reads the environment. */
#ifndef HENG_COMMAND_H
#define HENG_COMMAND_H

#include "base/diag.h"

#define EXIT_FINE 0
#define EXIT_FINDINGS 1
#define EXIT_USAGE 2

typedef struct Command {
    const char *name;
    int (*run)(int argc, char **argv);      /* argv[0] is the command's name; the exit status */
    const char *usage[2];                   /* help text, English and Chinese */
    const char *summary[2];
} Command;

extern const Command command_check;
extern const Command command_compare;
extern const Command command_doc;
extern const Command command_fmt;
extern const Command command_replay;
extern const Command command_score;
extern const Command command_test;

/* The language of messages: --lang, else LANGUAGE, LC_ALL, LC_MESSAGES, LANG; *known says whether one of them told. */
Lang command_lang(const char *option, bool *known);

/* True where standard output or standard error may be coloured. */
bool command_color(int descriptor);

/* Prints all diagnostics to standard error. */
void command_diagnostics(Diags *diags, Lang lang);

/* The same, from the `first` on. */
void command_diagnostics_from(Diags *diags, int first, Lang lang);

/* Prints to standard output; a reader that has gone away ends the program quietly, a full disk with a message. */
void command_print(Text text);

/* Writes out what command_print left; false after a message. */
bool command_flush(void);

/* Whether source `a` (FILE, sqlite:FILE?query=…) is read from the very file that `b` names, or both are written alike. */
bool command_same_file(const char *a, const char *b);

/* One option of argv at *i: true where argv[*i] is `name`, with its value in *value (from "--name=value" or the next
   word; NULL where there is none).  `value` NULL: the option takes none. */
bool command_option(int argc, char **argv, int *i, const char *name, const char **value);

/* "heng: …" on standard error, in the language of messages; gives EXIT_USAGE. */
int command_misuse(Lang lang, const char *en, const char *zh, const char *what);

#endif
