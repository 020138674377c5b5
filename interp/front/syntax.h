/* syntax.h - the syntax tree.  Any text gives a tree, even a broken one; names, units and weights are the
   checker's business.  node.def says what each kind holds. */
#ifndef HENG_SYNTAX_H
#define HENG_SYNTAX_H

#include "base/diag.h"
#include "base/rat.h"

typedef enum NodeKind {
#define NODE(kind, children) NODE_##kind,
#include "front/node.def"
#undef NODE
    NODE_COUNT
} NodeKind;

/* Comparisons, as Node.op; operators are their ASCII character. */
typedef enum Comparison { CMP_EQ = 1, CMP_NE, CMP_LT, CMP_LE, CMP_GT, CMP_GE } Comparison;

/* Keywords, as Node.op: apart from comparisons and characters. */
typedef enum Keyword {
    KW_FIRST = 255,
#define KEYWORD(id, en, zh) KW_##id,
#include "keywords.def"
#undef KEYWORD
    KW_COUNT
} Keyword;

typedef struct Symbol Symbol; /* front/scheme.h: what a name stands for; the checker's */
typedef struct Node Node;
struct Node {
    NodeKind kind;
    int op;
    Span span;
    Span name_span;  /* where `text` stands, for names and units */
    Text text;
    Rat number;
    Node **kid;
    int count;
    Symbol *symbol;  /* NAME, CALL, MEMBER, INDEX: set by the checker */
};

const char *node_name(NodeKind kind);
Text keyword_text(Keyword keyword, Lang lang);
/* The keyword spelled `text` in either language, or 0. */
Keyword keyword_find(Text text);
/* The member spelled `text` in either language, or -1. */
int member_find(Text text);
Text member_text(int member, Lang lang);
typedef enum Member {
#define MEMBER(id, en, zh) MEMBER_##id,
#include "members.def"
#undef MEMBER
    MEMBER_COUNT
} Member;

/* Parses a rule file already registered in `diags` (diags_source).  Never NULL: a FILE node.  Every mistake is
   reported once, in the order of the text.  No tree is deeper than 1500 nodes: passes over it may recurse. */
Node *parse_file(Diags *diags, Source *source);

/* Parses what a person types at a prompt or on the command line: an expression. BROKEN after reporting. */
Node *parse_expression(Diags *diags, Source *source);

/* The tree as indented text: kind, op, text, place; for tests and `heng check --tree`. */
void node_write(Buf *buf, const Node *node, int indent);
void node_write_bare(Buf *buf, const Node *node, int indent); /* the same without places */

#endif
