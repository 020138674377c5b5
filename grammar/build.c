/* build.c - the nodes of the tree, and the literals in them.  A node knows its height, behind the reader's back:
   a sum of ten thousand terms is no deeper for the parser than one of two, but it would be for everything that
   walks the tree. */
#include "build.h"

#include <assert.h>
#include <string.h>

#include "data/date.h"
#include "parse.h"

#define HEIGHT_MAX 1000

typedef struct Built {
    Node node;
    int height; /* 1: a leaf.  Beyond HEIGHT_MAX: reported, and whatever expression holds it is broken too */
    int room; /* of a LIST */
} Built;

static int height_of(const Node *node) {
    return node ? ((const Built *)node)->height : 0;
}

static Text span_text(const Parse *p, Span span) {
    return text_slice(p->source->text, span.begin, span.end);
}

/* ---- Nodes ---- */

Node *syn_leaf(Parse *p, NodeKind kind, int op, Span span) {
    (void)p;
    Built *built = MEM_NEW(Built);
    built->node.kind = kind;
    built->node.op = op;
    built->node.span = span;
    built->node.number = RAT_ZERO;
    built->height = 1;
    return &built->node;
}

Node *syn_broken(Parse *p, Span span) {
    return syn_leaf(p, NODE_BROKEN, 0, span);
}

Node *syn_node(Parse *p, NodeKind kind, int op, Span span, Node *const *kids, int count) {
    bool expression = kind >= NODE_NUMBER;
    int height = 0;
    for (int i = 0; i < count; i++) {
        int kid = height_of(kids[i]);
        kid = !expression && kid > HEIGHT_MAX ? 1 : kid;
        height = kid > height ? kid : height;
    }
    if (expression && height >= HEIGHT_MAX) {
        if (height == HEIGHT_MAX) {
            Buf number = { 0 };
            buf_format(&number, "%d", HEIGHT_MAX);
            diag(p->diags, DIAG_TOO_DEEP, span, buf_text(&number));
        }
        Node *broken = syn_broken(p, span);
        ((Built *)broken)->height = HEIGHT_MAX + 1;
        return broken;
    }
    Node *node = syn_leaf(p, kind, op, span);
    ((Built *)node)->height = height + 1;
    node->kid = MEM_ARRAY(Node *, count);
    node->count = count;
    memcpy(node->kid, kids, sizeof *kids * (size_t)count);
    return node;
}

Node *syn_list(Parse *p, Span place) {
    return syn_leaf(p, NODE_LIST, 0, (Span){ place.source, place.end, place.end });
}

Node *syn_add(Parse *p, Node *list, Node *item) {
    (void)p;
    assert(list->kind == NODE_LIST);
    if (!item) {
        return list;
    }
    Built *built = (Built *)list;
    if (list->count == built->room) {
        list->kid = mem_more(list->kid, list->count, &built->room, sizeof *list->kid);
    }
    if (!list->count) {
        list->span = item->span;
    } else if (item->span.end > list->span.end) {
        list->span.end = item->span.end;
    }
    list->kid[list->count++] = item;
    int height = height_of(item) + 1;
    built->height = height > built->height ? height : built->height;
    return list;
}

Node *syn_rows(Parse *p, Node *list, Span span) {
    if (!list->count) {
        diag(p->diags, DIAG_NO_ROWS, ((Span){ span.source, span.end - 1, span.end }), TEXT(""));
    }
    return list;
}

/* ---- Names ---- */

static Text token_name(const Parse *p, const Token *token) {
    Text text = span_text(p, token_span(p->source, token));
    return token->quoted ? text_inside(text) : text;
}

Node *syn_named(Parse *p, Node *node, const Token *token) {
    node->text = token_name(p, token);
    node->name_span = token_span(p->source, token);
    return node;
}

Node *syn_name(Parse *p, NodeKind kind, const Token *token) {
    Node *node =
        syn_leaf(p, kind, kind == NODE_NAME && token->quoted, token_span(p->source, token));
    return syn_named(p, node, token);
}

Node *syn_decl(Parse *p, const Token *token, Node *aliases, Span span) {
    return syn_named(p, syn(p, DECL, 0, span, aliases), token);
}

Node *syn_unit(Parse *p, Span span) {
    Node *node = syn_leaf(p, NODE_UNIT_NAME, 0, span);
    Text written = text_narrow(span_text(p, span));
    Buf buf = { 0 };
    for (size_t i = 0; i < written.length;) {
        int length;
        text_rune(written, i, &length);
        Text rune = text_slice(written, i, i + (size_t)length);
        if (!text_is_blank(rune)) {
            buf_add(&buf, rune);
        }
        i += (size_t)length;
    }
    node->text = buf_text(&buf);
    node->name_span = span;
    return node;
}

/* ---- Texts ---- */

static Text quotes[][2] = {
    { { "“", 3 }, { "”", 3 } },   { { "「", 3 }, { "」", 3 } }, { { "‘", 3 }, { "’", 3 } },
    { { "\"", 1 }, { "\"", 1 } }, { { "'", 1 }, { "'", 1 } },
};

Text text_inside(Text quoted) {
    size_t begin = 0, end = quoted.length;
    for (size_t i = 0; i < sizeof quotes / sizeof quotes[0]; i++) {
        if (text_begins(quoted, quotes[i][0])) {
            begin = quotes[i][0].length;
            break;
        }
    }
    for (size_t i = 0; i < sizeof quotes / sizeof quotes[0]; i++) {
        Text close = quotes[i][1];
        if (end >= begin + close.length && text_ends(quoted, close)) {
            end -= close.length;
            break;
        }
    }
    return text_slice(quoted, begin, end);
}

/* Adds the character at `i` of a text's inside, which may be an escape; returns where it ends. */
static size_t add_character(Buf *buf, Text inside, size_t i) {
    char c = inside.at[i], next = i + 1 < inside.length ? inside.at[i + 1] : '\0';
    if (c == '\\' && (next == '"' || next == '\\' || next == 'n' || next == 't')) {
        buf_char(buf, (char)(next == 'n' ? '\n' : next == 't' ? '\t' : next));
        return i + 2;
    }
    buf_char(buf, c);
    return i + ((c == '{' || c == '}') && next == c ? 2 : 1);
}

static Text unescape(Text inside) {
    Buf buf = { 0 };
    for (size_t i = 0; i < inside.length;) {
        i = add_character(&buf, inside, i);
    }
    return buf_text(&buf);
}

Node *syn_titled(Parse *p, Node *node, const Token *token) {
    node->name_span = token_span(p->source, token);
    node->text = unescape(text_inside(span_text(p, node->name_span)));
    return node;
}

Node *syn_text(Parse *p, const Token *token) {
    return syn_titled(p, syn_leaf(p, NODE_TEXT, 0, token_span(p->source, token)), token);
}

size_t template_end(Text inside, size_t begin) {
    int depth = 0;
    for (size_t i = begin; i < inside.length; i++) {
        char c = inside.at[i];
        if (c == '\'') {
            const char *close = memchr(inside.at + i + 1, '\'', inside.length - i - 1);
            i = close ? (size_t)(close - inside.at) : i;
        } else if (c == '{') {
            depth++;
        } else if (c == '}' && --depth == 0) {
            return i + 1;
        }
    }
    return 0;
}

Node *syn_template(Parse *p, const Token *token) {
    Span whole = token_span(p->source, token);
    Text quoted = span_text(p, whole), inside = text_inside(quoted);
    uint32_t base = whole.begin + (uint32_t)(inside.at - quoted.at);
    Node *pieces = syn_list(p, whole);
    Buf words = { 0 };
    size_t words_begin = 0, i = 0;
    bool plain = true;
    while (i <= inside.length) {
        bool opens = i < inside.length && inside.at[i] == '{' &&
                     !(i + 1 < inside.length && inside.at[i + 1] == '{');
        if (i < inside.length && !opens) {
            i = add_character(&words, inside, i);
            continue;
        }
        size_t end = opens ? template_end(inside, i) : 0;
        Span place = { whole.source, base + (uint32_t)words_begin, base + (uint32_t)i };
        if (words.length) {
            Node *piece = syn_leaf(p, NODE_TEXT, 0, place);
            piece->text = buf_text(&words);
            piece->name_span = place;
            syn_add(p, pieces, piece);
            words = (Buf){ 0 };
        }
        if (!opens) {
            break;
        }
        place = (Span){ whole.source, base + (uint32_t)i, base + (uint32_t)(end ? end : i + 1) };
        if (!end) {
            Diag *report = diag(p->diags, DIAG_TEMPLATE_NOT_CLOSED, place, TEXT(""));
            diag_also(report, DIAG_HELP_BRACES, SPAN_NONE, TEXT(""));
            return syn_broken(p, whole);
        }
        plain = false;
        syn_add(p, pieces,
                parse_run(p->diags, p->source, place.begin + 1, place.end - 1, T_START_EXPR));
        words_begin = i = end;
    }
    if (plain) {
        return syn_text(p, token);
    }
    Node *node = syn(p, TEMPLATE, 0, whole, pieces);
    if (node->kind == NODE_TEMPLATE) {
        node->text = inside;
    }
    return node;
}

/* ---- Numbers and dates ---- */

Text text_narrow(Text text) {
    if (!memchr(text.at, 0xEF, text.length)) {
        return text;
    }
    Buf buf = { 0 };
    for (size_t i = 0; i < text.length;) {
        int length;
        uint32_t rune = text_rune(text, i, &length);
        if (rune >= 0xFF01 && rune <= 0xFF5E) {
            buf_char(&buf, (char)(rune - 0xFF01 + '!'));
        } else {
            buf_add(&buf, text_slice(text, i, i + (size_t)length));
        }
        i += (size_t)length;
    }
    return buf_text(&buf);
}

Node *syn_number(Parse *p, const Token *token) {
    Span span = token_span(p->source, token);
    Node *node = syn_leaf(p, NODE_NUMBER, 0, span);
    Span digits = { span.source, span.begin, token->unit_end ? token->unit : span.end };
    if (!rat_read(text_trim(text_narrow(span_text(p, digits))), &node->number)) {
        node->number = RAT_HUGE;
    }
    if (rat_is_huge(node->number)) {
        diag(p->diags, DIAG_HUGE_NUMBER, span, TEXT(""));
        return syn_broken(p, span);
    }
    node->text = TEXT("");
    if (token->unit_end) {
        node->name_span = (Span){ span.source, token->unit, token->unit_end };
        Text unit = text_narrow(span_text(p, node->name_span));
        bool percent = text_is(unit, TEXT("percent")) || text_is(unit, TEXT("pct"));
        node->text = percent ? TEXT("%") : unit;
    }
    return node;
}

Node *syn_date(Parse *p, const Token *token) {
    Span span = token_span(p->source, token);
    Text text = text_narrow(span_text(p, span));
    int parts[3] = { 0 }, part = 0;
    bool in_digits = false;
    for (size_t i = 0; i < text.length; i++) {
        bool digit = text.at[i] >= '0' && text.at[i] <= '9';
        if (digit && part < 3) {
            parts[part] = parts[part] * 10 + text.at[i] - '0';
        } else if (in_digits) {
            part++;
        }
        in_digits = digit;
    }
    if (!date_is_valid(parts[0], parts[1], parts[2])) {
        diag(p->diags, DIAG_BAD_DATE, span, span_text(p, span));
        return syn_broken(p, span);
    }
    Node *node = syn_leaf(p, NODE_DATE, 0, span);
    node->number = RAT_INT(date_of(parts[0], parts[1], parts[2]));
    node->text = text;
    node->name_span = span;
    return node;
}

Node *syn_level(Parse *p, Node *decl, Node *credit, Span span) {
    if (credit->kind == NODE_RANGE && (!credit->kid[0] || !credit->kid[1])) {
        diag(p->diags, DIAG_LEVEL_NOT_CONSTANT, credit->span, decl->text);
        credit = syn_broken(p, credit->span);
    }
    return syn(p, LEVEL, 0, span, decl, credit);
}

Node *syn_rounding(Parse *p, int op, const Token *places, const Token *mode, Span span) {
    static const Text units[] = { { "位", 3 }, { "位小数", 9 }, { "places", 6 }, { "place", 5 } };
    Node *number = syn_number(p, places);
    Node *how = mode ? syn_name(p, NODE_NAME, mode) : NULL;
    bool places_word = !number->text.length;
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
        places_word |= text_is(number->text, units[i]);
    }
    if (!how && !places_word && number->kind == NODE_NUMBER) { /* `rounding 2 half_even` */
        how = syn_leaf(p, NODE_NAME, 0, number->name_span);
        how->text = number->text;
        how->name_span = number->name_span;
        number->span.end = how->span.begin;
        while (number->span.end > number->span.begin + 1 &&
               text_is_blank(text_slice(p->source->text, number->span.end - 1, number->span.end))) {
            number->span.end--;
        }
        number->text = TEXT("");
        number->name_span = SPAN_NONE;
    }
    return syn(p, ROUNDING, op, span, number, how);
}
