/* format_words.h - what the formatter works on: the words of a rule file with the comments and line ends between
   them, what the tree knows about each, and how each is spelled. */
#ifndef HENG_FORMAT_WORDS_H
#define HENG_FORMAT_WORDS_H

#include "front/syntax.h"
#include "tokens.h"

/* What a `{` … `}` holds. */
typedef enum Braces {
    BRACES_NONE,
    BRACES_FILE, /* not braces, but the file itself */
    BRACES_GROUP,
    BRACES_INDICATOR,
    BRACES_ROWS, /* `each row of`, and its sections */
    BRACES_LEVELS,
    BRACES_GRADES,
    BRACES_TEST,
    BRACES_ARMS /* condition -> value */
} Braces;

typedef struct Comment {
    Text text;     /* without blanks at its end */
    bool own_line; /* nothing stands before it on its line */
    bool blank;    /* a blank line stands before it */
    int place;     /* screen cells before it on its line */
} Comment;

/* A token, and what lies between the one before it and itself. */
typedef struct Word {
    Token token;
    int match;          /* of a bracket: its partner */
    int open;           /* the bracket around it, or -1 */
    int comment, count; /* comments before it: comments.at[comment] … */
    int breaks;         /* words with a line end before them, up to this one */
    bool broke,
        blank;     /* a line end, or a blank line, stands before it (and behind those comments) */
    bool ends;     /* the last of its clause */
    bool unary;    /* a sign of what follows */
    bool glued;    /* part of a unit, not its first */
    bool in_unit;  /* part of a unit: left as it is */
    bool template; /* a text with expressions in it */
    bool phrase;   /* a name that would be part of a keyword with its neighbour: it takes quotes */
    bool special;  /* a name in quotes that needs them for another reason */
    Braces braces; /* of a `}` */
} Word;

typedef struct Words {
    Source *source;
    Word *at; /* `count` words, and an end mark that carries the comments behind the last */
    int count;
    VEC(Comment) comments;
} Words;

/* The words of a file without mistakes, whose tree is `tree`. */
Words *words_of(Source *source, const Node *tree);

/* How words are spelled. */
typedef struct Spelling {
    bool translate; /* keywords too; else only signs are spelled in `lang` */
    Lang lang;
    bool keep_quotes; /* names that stand in quotes stay in quotes */
} Spelling;

/* The language most keywords are in. */
Lang words_lang(const Words *words);

Text word_spell(const Words *words, int i, const Spelling *spelling);

/* What stands between words i - 1 and i on one line. */
Text word_gap(const Words *words, int i, Lang lang);

/* Screen cells of word i, and of what stands before it, in the language that takes less: what fits must not
   depend on the language, or there would be no way back from a translation. */
int word_width(const Words *words, int i, bool keep_quotes);
int word_gap_width(const Words *words, int i);

/* A name as it is without quotes. */
Text word_name(const Words *words, int i);

#endif
