/* repair.h - forms of policy texts that are no Heng: told once, and put right before the parser sees them, so that
   what follows is read as it was meant. */
#ifndef HENG_REPAIR_H
#define HENG_REPAIR_H

#include "tokens.h"

/* Names that were declared without the quotes they need; no more than NAMES_MAX. */
typedef VEC(Text) Names;
enum { NAMES_MAX = 100 };

/* A word and where it stands. */
typedef struct Spot {
    Diags *diags;
    Source *source;
    Names *names;
    const Tokens *words;
    int at;            /* the word: words->at[at] */
    const Token *last; /* what the parser sees before it */
    int head;          /* the kind its clause begins with; 0: it begins one */
    int since;         /* tokens of the clause before it */
    bool clauses;      /* directly in a file, a group, an indicator, rows or a test */
    bool rows;         /* … in rows of a table */
    bool known;        /* the clause may begin so here */
    bool opening;      /* in an indicator or a group, before its `{` */
    bool grades, levels;
    bool choices; /* in a block of `condition -> value` */
} Spot;

/* What the parser sees instead. */
typedef struct Repair {
    Token put[4];
    int count;
    int next; /* the word to go on with */
} Repair;

/* Whether something was reported and is to be put right. */
bool repair(const Spot *spot, Repair *repair);

/* What is glued to a word, as in 目标95%: a number if it begins with a digit … */
void repair_glued(const Source *source, Token *rest);
/* … joined with the decimals and the sign behind it, words->at[i].  Returns the next word. */
int repair_join(const Tokens *words, int i, Token *rest);

/* Whether an operand of an expression ends with a token of this kind. */
bool repair_ends_operand(int kind);

#endif
