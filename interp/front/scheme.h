/* scheme.h - the checked tree: a rule file with its modules, every name bound to what it stands for.  Kinds and
   units are settled when the program is made (engine/lower.h), because a method means something only inside an
   indicator. */
#ifndef HENG_SCHEME_H
#define HENG_SCHEME_H

#include "data/value.h"
#include "front/syntax.h"

typedef struct Scope Scope;
typedef struct Module Module;

typedef enum SymbolKind {
    SYM_GIVEN,      /* an entered value */
    SYM_DEFINE,     /* name = expression */
    SYM_INDICATOR,
    SYM_GROUP,
    SYM_METHOD,
    SYM_FUNCTION,
    SYM_LEVELS,
    SYM_LEVEL,      /* one level; `scale` and `index` say which */
    SYM_BAND,       /* a grade */
    SYM_TABLE,
    SYM_PARAM,
    SYM_COLUMN,     /* of the table of an each-row block: found when the data is there */
    SYM_BUILTIN,    /* a function of builtin.def; `index` */
    SYM_WORD        /* at_least, qualitative …: a word the language knows; `index` is a Word */
} SymbolKind;

/* The words behind `is`, and the modes of rounding. */
typedef enum Word {
#define WORD(id, en, zh) WORD_##id,
#include "front/word.def"
#undef WORD
    WORD_COUNT
} Word;

typedef enum Builtin {
#define BUILTIN(id, en, zh, least, most, text) BUILTIN_##id,
#include "front/builtin.def"
#undef BUILTIN
    BUILTIN_TOTAL
} Builtin;

struct Symbol {
    SymbolKind kind;
    Text name;
    VEC(Text) aliases;
    Node *node;         /* where it is declared; NULL for words and builtins */
    Module *module;     /* whose it is; NULL as above */
    Symbol *owner;      /* the indicator or group it is declared in, or NULL */
    Scope *inner;       /* names declared inside it, or NULL */
    int index;
    const Scale *scale; /* SYM_LEVELS, SYM_LEVEL */
    bool in_rows;       /* declared in an each-row block */
    bool waits;         /* SYM_DEFINE: for the total or the parts */
    bool maybe_word;    /* SYM_COLUMN: stands for itself where the table has no such column (level2 = 成本指标) */
    int uses;
};

struct Module {
    Text name;
    Source *source;
    Node *tree;         /* FILE */
    Scope *scope;
    Text title, version, cites;
    Node *each_row;     /* or NULL */
    Node *grades;       /* the GRADES node, or NULL */
    Node *rounding, *rounding_total, *rounding_grade; /* ROUNDING nodes, or NULL */
    Node *force;        /* FORCE, or NULL */
    Node *form_date;    /* DATED_BY, or NULL */
    VEC(Module *) uses;
    bool standard;      /* of the standard library */
    bool loading;       /* being loaded: a circle if met again */
};

typedef struct Scheme {
    Diags *diags;
    Units *units;
    Module *main;
    VEC(Module *) modules;  /* all of them, the prelude first, used ones before their users */
    VEC(Symbol *) columns;  /* of the each-row table, in order of first use */
    int test;               /* the test of the main file, from 0, whose own items count as the file's; -1: none */
    Lang lang;              /* what the main file is written in, for texts without --lang */
} Scheme;

/* Reads and checks the rule file `path` ("-": standard input) with its modules: those of the standard library and
   those beside it.  NULL only where the file itself cannot be read; otherwise look at diags->errors. */
Scheme *scheme_load(Diags *diags, Text path);

/* The same for text that is already there; modules are sought beside `path`. */
Scheme *scheme_load_text(Diags *diags, Text path, Text text);

/* The same for a tree that no scheme has bound yet (NULL: it is parsed from `source`).  Its places may lie in any source
   of `diags`; modules are sought beside `source`. */
Scheme *scheme_of_tree(Diags *diags, Source *source, Node *tree);
/* The same with the items that test number `test` (from 0) of the file declares for itself. */
Scheme *scheme_load_test(Diags *diags, Text path, Text text, int test);

/* Whether a TEST node declares items of its own. */
bool node_test_has_items(const Node *test);

/* A module of the standard library, whether the rules use it or not; it is not one of scheme->modules unless they do.
   NULL where there is none. */
Module *scheme_standard(Scheme *scheme, Text name);

/* What `name` stands for in `scope` and around it, or NULL. */
Symbol *scope_find(const Scope *scope, Text name);

/* The nearest known name to a misspelt one, or TEXT_NONE. */
Text scope_suggest(const Scope *scope, Text name);

/* An expression from outside the file (a test, the command line, the REPL), bound in the file's scope. */
void scheme_bind(Scheme *scheme, Node *expression);

bool symbol_is_called(const Symbol *symbol, Text name); /* by its name or one of its aliases */

/* Child lists: the `position`-th kid's kids, where that is a LIST. */
#define NODE_EACH(list, item) \
    for (int item##_i = 0, item##_n = (list) ? (list)->count : 0; item##_i < item##_n; item##_i++) \
        for (Node *item = (list)->kid[item##_i], *item##_once = item; item##_once; item##_once = NULL)

/* The first clause of `kind` in a list, or NULL. */
Node *node_clause(const Node *clauses, NodeKind kind);

#endif
