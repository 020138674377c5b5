/* build.h - one run of the parser, and the nodes its actions build. */
#ifndef HENG_BUILD_H
#define HENG_BUILD_H

#include "front/syntax.h"
#include "tokens.h"

/* A run over a whole file, an expression, or one {…} of a template. */
typedef struct Parse {
    Diags *diags;
    Source *source;
    Tokens *tokens;
    int next;        /* the token to be read next */
    int at;          /* the one read last */
    int resume;      /* after a mistake: a token to go on at behind a SEP of our own, or 0 */
    int missed_open; /* mistakes at which a `{` was expected: as many `}` too many are forgiven */
    Node *items;     /* what a file holds, also where the parser had to give up */
    Node *result;
} Parse;

/* Runs the parser over bytes begin .. end - 1.  Never NULL. */
Node *parse_run(Diags *diags, Source *source, uint32_t begin, uint32_t end, int start);

/* ---- Nodes ---- */

/* A node with its parts; a LIST where `syn_list` says so, NULL where node.def has "?". */
#define syn(p, kind, op, span, ...)                                                                \
    syn_node(p, NODE_##kind, op, span, (Node *[]){ __VA_ARGS__ },                                  \
             (int)(sizeof((Node *[]){ __VA_ARGS__ }) / sizeof(Node *)))
Node *syn_node(Parse *p, NodeKind kind, int op, Span span, Node *const *kids, int count);
Node *syn_leaf(Parse *p, NodeKind kind, int op, Span span);
Node *syn_broken(Parse *p, Span span);
Node *syn_list(Parse *p, Span place);            /* empty, at the end of `place` */
Node *syn_add(Parse *p, Node *list, Node *item); /* the list; a NULL item is left out */
Node *syn_rows(Parse *p, Node *list, Span span); /* the list; reports where it has no rows */

/* `node` with a token's name, or its words, as its text. */
Node *syn_named(Parse *p, Node *node, const Token *token);
Node *syn_titled(Parse *p, Node *node, const Token *token);

Node *syn_name(Parse *p, NodeKind kind, const Token *token); /* NAME, DECL, GRADE_REF, PAIRING … */
Node *syn_decl(Parse *p, const Token *token, Node *aliases, Span span);
Node *syn_text(Parse *p, const Token *token);
Node *syn_template(Parse *p, const Token *token);
/* Behind the `}` that closes the `{` at byte `begin` of what lies between the quotes, or 0. */
size_t template_end(Text inside, size_t begin);
Node *syn_number(Parse *p, const Token *token);
Node *syn_date(Parse *p, const Token *token);
Node *syn_unit(Parse *p, Span span);
Node *syn_level(Parse *p, Node *decl, Node *credit, Span span); /* whose credit has two ends */
Node *syn_rounding(Parse *p, int op, const Token *places, const Token *mode, Span span);

/* ---- Mistakes ---- */

/* Room for a flag per token kind. */
enum { TOKEN_COUNT = 512 };
#define TOKEN_INDEX(kind) ((kind) < TOKEN_COUNT ? (kind) : 0)

/* The parser met tokens->at[p->at] and can't go on.  `expected`: the kinds that would do. */
void mistake_report(Parse *p, const bool *expected);

/* Whether one more mistake will be shown: those beyond the limit are only counted, and need no wording. */
bool mistake_is_shown(const Parse *p);

/* Moves on to where the parser can go on after a mistake: the end of the clause, or the body of an item whose
   head is wrong. */
void mistake_skip(Parse *p);

#endif
