/* syntax.c - the tables behind the tree, its printed form, and the way into the parser. */
#include "front/syntax.h"

#include <string.h>

#include "build.h"
#include "parse.h"

/* ---- Tables ---- */

const char *node_name(NodeKind kind) {
    static const char *const names[NODE_COUNT] = {
#define NODE(kind, children) #kind,
#include "front/node.def"
#undef NODE
    };
    return kind >= 0 && kind < NODE_COUNT ? names[kind] : "?";
}

Text keyword_text(Keyword keyword, Lang lang) {
    static const Text words[][2] = {
#define KEYWORD(id, en, zh) [KW_##id - KW_FIRST] = { { en, sizeof en - 1 }, { zh, sizeof zh - 1 } },
#include "keywords.def"
#undef KEYWORD
    };
    return keyword > KW_FIRST && keyword < KW_COUNT ? words[keyword - KW_FIRST][lang] : TEXT("");
}

/* Compares with a literal: the length first, which is a constant, so a row of these is quick. */
#define SPELLS(text, word)                                                                         \
    ((text).length == sizeof word - 1 && !memcmp((text).at, word, sizeof word - 1))

Keyword keyword_find(Text text) {
#define KEYWORD(id, en, zh)                                                                        \
    if (SPELLS(text, en) || SPELLS(text, zh)) {                                                    \
        return KW_##id;                                                                            \
    }
#include "keywords.def"
#undef KEYWORD
    return (Keyword)0;
}

static const Text members[][2] = {
#define MEMBER(id, en, zh) { { en, sizeof en - 1 }, { zh, sizeof zh - 1 } },
#include "members.def"
#undef MEMBER
};

int member_find(Text text) {
    for (int i = 0; i < MEMBER_COUNT; i++) {
        if (text_is(text, members[i][LANG_EN]) || text_is(text, members[i][LANG_ZH])) {
            return i;
        }
    }
    return -1;
}

Text member_text(int member, Lang lang) {
    return member >= 0 && member < MEMBER_COUNT ? members[member][lang] : TEXT("");
}

/* ---- The tree as text ---- */

static void write_op(Buf *buf, const Node *node) {
    static const char *const comparisons[] = { "", "=", "!=", "<", "<=", ">", ">=" };
    if (node->op > KW_FIRST) {
        buf_format(buf, " %.*s", TEXT_ARG(keyword_text((Keyword)node->op, LANG_EN)));
    } else if (node->op > ' ') {
        buf_format(buf, " %c", node->op);
    } else if (node->kind == NODE_RANGE) {
        static const char *const signs[] = { "..", ">..", "..<", ">..<" };
        buf_format(buf, " %s", signs[node->op & 3]);
    } else if (node->kind == NODE_NAME) {
        buf_add_z(buf, node->op ? " quoted" : "");
    } else if (node->op > 0 && node->op <= CMP_GE) {
        buf_format(buf, " %s", comparisons[node->op]);
    }
}

static void write_text(Buf *buf, Text text) {
    buf_char(buf, '"');
    for (size_t i = 0; i < text.length; i++) {
        unsigned char c = (unsigned char)text.at[i];
        if (c < ' ' || c == 0x7F) {
            buf_format(buf, "\\x%02x", c);
        } else {
            buf_add_z(buf, c == '"' || c == '\\' ? "\\" : "");
            buf_char(buf, (char)c);
        }
    }
    buf_char(buf, '"');
}

static void write_node(Buf *buf, const Node *node, int indent, bool places) {
    buf_format(buf, "%*s", indent * 2, "");
    if (!node) {
        buf_add_z(buf, "-\n");
        return;
    }
    buf_add_z(buf, node_name(node->kind));
    write_op(buf, node);
    if (node->kind == NODE_NUMBER || node->kind == NODE_DATE) {
        buf_char(buf, ' ');
        rat_write(buf, node->number);
    }
    if (node->text.length && node->kind != NODE_DATE && node->kind != NODE_TEMPLATE) {
        buf_char(buf, ' ');
        write_text(buf, node->text);
    }
    if (places) {
        buf_format(buf, " @%u-%u", (unsigned)node->span.begin, (unsigned)node->span.end);
    }
    buf_char(buf, '\n');
    for (int i = 0; i < node->count; i++) {
        write_node(buf, node->kid[i], indent + 1, places);
    }
}

void node_write(Buf *buf, const Node *node, int indent) {
    write_node(buf, node, indent, true);
}

void node_write_bare(Buf *buf, const Node *node, int indent) {
    write_node(buf, node, indent, false);
}

/* ---- Parsing ---- */

#define CHUNK_KEPT 8 /* runs of bad bytes told one by one */

/* How many bytes from `at` are not UTF-8 text; 0: none. */
static size_t bad_run(Text text, size_t at) {
    size_t end = at;
    int length;
    while (end < text.length && text_rune(text, end, &length) == 0xFFFD && length == 1) {
        end++;
    }
    return end - at;
}

/* Reports bytes that can't be in a rule file, once a run.  False where there are so many that the file is not
   UTF-8 at all, and reading it as such would only add to the noise. */
static bool check_bytes(Diags *diags, Source *source) {
    Text text = source->text;
    VEC(Span) runs = { 0 };
    size_t wide = 0; /* characters beyond ASCII */
    for (size_t i = 0; i < text.length;) {
        unsigned char c = (unsigned char)text.at[i];
        int length = 1;
        if (c >= 0x80) {
            size_t bad = bad_run(text, i);
            if (bad) {
                vec_push(&runs, ((Span){ source->id, (uint32_t)i, (uint32_t)(i + bad) }));
                i += bad;
                continue;
            }
            wide++;
            text_rune(text, i, &length);
        } else if (c == 0) {
            size_t begin = i;
            while (i + 1 < text.length && !text.at[i + 1]) {
                i++;
            }
            diag(diags, DIAG_NUL_BYTE, ((Span){ source->id, (uint32_t)begin, (uint32_t)i + 1 }),
                 TEXT(""));
        }
        i += (size_t)length;
    }
    bool other = runs.count > CHUNK_KEPT && (size_t)runs.count > wide / 4;
    for (int i = 0; i < (other ? 1 : runs.count); i++) {
        Buf offset = { 0 }, byte = { 0 };
        buf_format(&offset, "%u", (unsigned)runs.at[i].begin);
        buf_format(&byte, "0x%02X", (unsigned char)text.at[runs.at[i].begin]);
        Diag *report = diag(diags, DIAG_NOT_UTF8, runs.at[i], buf_text(&offset), buf_text(&byte));
        if (other) {
            diag_also(report, DIAG_HELP_ENCODING, SPAN_NONE, TEXT(""));
        }
    }
    return !other;
}

/* In the order of the text, which the passes over it were not. */
static void sort_reports(Diags *diags, int from) {
    int count = diags->list.count - from;
    Diag **list = count > 1 ? diags->list.at + from : NULL;
    for (int width = 1; width < count; width *= 2) { /* merges, so equal places keep their order */
        Diag **sorted = MEM_ARRAY(Diag *, count);
        for (int begin = 0; begin < count; begin += 2 * width) {
            int middle = begin + width < count ? begin + width : count;
            int end = middle + width < count ? middle + width : count;
            for (int i = begin, j = middle, k = begin; k < end; k++) {
                bool left = i < middle && (j >= end || list[i]->span.begin <= list[j]->span.begin);
                sorted[k] = left ? list[i++] : list[j++];
            }
        }
        memcpy(list, sorted, sizeof *list * (size_t)count);
    }
}

Node *parse_run(Diags *diags, Source *source, uint32_t begin, uint32_t end, int start) {
    Parse p = { .diags = diags, .source = source };
    p.tokens = tokens_of(diags, source, begin, end, start);
    heng_yyparse(&p);
    if (p.tokens->extra_brace && !p.missed_open) {
        diag(diags, DIAG_CLOSES_NOTHING, p.tokens->extra, TEXT("}"));
    }
    Span whole = { source->id, begin, end };
    if (start != T_START_FILE) {
        return p.result ? p.result : syn_broken(&p, whole);
    }
    Node *items = p.items ? p.items : syn_list(&p, whole);
    Node *file = p.result ? p.result : syn(&p, FILE, 0, whole, items);
    file->span = whole;
    return file;
}

static Node *parse(Diags *diags, Source *source, int start) {
    int from = diags->list.count;
    bool readable = check_bytes(diags, source);
    Node *node = parse_run(diags, source, 0, readable ? (uint32_t)source->text.length : 0, start);
    if (!readable && start != T_START_FILE) {
        node = syn_broken(NULL, node->span);
    }
    sort_reports(diags, from);
    return node;
}

Node *parse_file(Diags *diags, Source *source) {
    return parse(diags, source, T_START_FILE);
}

Node *parse_expression(Diags *diags, Source *source) {
    return parse(diags, source, T_START_EXPR);
}
