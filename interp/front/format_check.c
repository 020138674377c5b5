#include "front/format_check.h"

#include "parse.h"

/* Whether two trees say the same.  Not compared: places, whether a name stood in quotes, and a template as it was
   written, whose pieces are. */
static bool same_tree(const Node *a, const Node *b, const Node **differs) {
    if (!a || !b)
        return a == b;
    bool written = a->kind == NODE_TEMPLATE, name = a->kind == NODE_NAME;
    if (a->kind != b->kind || (!name && a->op != b->op) || a->count != b->count ||
        (!written && !text_is(a->text, b->text)) || rat_compare(a->number, b->number) != 0) {
        *differs = b;
        return false;
    }
    for (int i = 0; i < a->count; i++)
        if (!same_tree(a->kid[i], b->kid[i], differs)) {
            *differs = *differs ? *differs : b;
            return false;
        }
    return true;
}

/* Whether no word was lost that the tree does not hold. */
static bool same_word(const Words *a, const Words *b, int i) {
    const Word *x = &a->at[i], *y = &b->at[i];
    if (x->token.kind != y->token.kind || x->match != y->match || x->ends != y->ends)
        return false;
    if (x->token.kind == T_NAME && !x->in_unit)
        return text_is(word_name(a, i), word_name(b, i));
    return true;
}

static Text line_of(Source *source, uint32_t at) {
    int line, column;
    Buf buf = { 0 };
    source_place(source, at, &line, &column);
    buf_format(&buf, "%d", line);
    return buf_text(&buf);
}

Text format_check(Source *source, const Node *tree, const Words *words, Text result) {
    Diags *diags = diags_new();
    Source *again = diags_source(diags, source->path, result);
    const Node *differs = NULL, *other = parse_file(diags, again);
    if (diags->errors)
        return line_of(again, diags->list.at[0]->span.begin);
    if (!same_tree(tree, other, &differs))
        return line_of(again, differs ? differs->span.begin : 0);
    const Words *now = words_of(again, other);
    for (int i = 0; i < words->count && i < now->count; i++)
        if (!same_word(words, now, i))
            return line_of(again, now->at[i].token.begin);
    for (int i = 0; i < words->comments.count && i < now->comments.count; i++)
        if (!text_is(words->comments.at[i].text, now->comments.at[i].text))
            return line_of(again, 0);
    bool same = words->count == now->count && words->comments.count == now->comments.count;
    return same ? TEXT("") : line_of(again, (uint32_t)again->text.length);
}
