/* format.c - words to lines.  A block that held a line end is broken: each clause has a line of its own.  One that
   stood on one line stays there if it fits.  Within a clause line ends stay where the writer put them. */
#include "front/format.h"

#include <string.h>

#include "front/format_check.h"
#include "front/format_lines.h"
#include "front/format_words.h"
#include "parse.h"

#define INDENT 4

typedef struct Layout {
    const Words *words;
    Spelling spelling;
    Lines *lines;
    bool fresh; /* a block was opened, or the file: no blank line */
    int block;  /* the last block's number */
} Layout;

static const Word *word_of(const Layout *layout, int i) {
    return &layout->words->at[i];
}

/* ---- Line ends ---- */

/* Whether a line end before word i of a clause stays. */
static bool keeps_break(const Words *words, int i) {
    const Word *word = &words->at[i], *before = word - 1;
    int kind = word->token.kind, last = before->token.kind;
    bool joins = kind == '{' || kind == ',' || kind == ':' || kind == '.' || kind == '[' ||
                 last == '.' || before->unary || word->glued || (kind == '(' && last == T_NAME);
    return word->broke && !joins;
}

static bool breaks_before(const Words *words, int i) {
    return words->at[i].count > 0 || keeps_break(words, i);
}

/* Whether a line ends between a `{` and its `}`. */
static bool is_broken(const Words *words, int open) {
    return words->at[words->at[open].match].breaks > words->at[open].breaks;
}

static bool is_empty(const Words *words, int open) {
    int close = words->at[open].match;
    return close == open + 1 && !words->at[close].count;
}

/* Whether the block that opens at word i, and what follows on its line, fits behind `width` cells. */
static bool fits(const Layout *layout, int i, int to, int width) {
    const Words *words = layout->words;
    int close = words->at[i].match;
    for (int k = i; k < to && width <= LINE_CELLS_MAX; k++) {
        if (k > close && breaks_before(words, k))
            return true;
        width += (k > i ? word_gap_width(words, k) : 0) +
                 word_width(words, k, layout->spelling.keep_quotes);
        if (k > close && words->at[k].token.kind == '{' && is_broken(words, k) &&
            !is_empty(words, k))
            break;
    }
    return width <= LINE_CELLS_MAX;
}

/* ---- Columns ---- */

enum { TAG_WEIGHT = 1, TAG_BODY, TAG_VALUE, TAG_ALIAS, TAG_RESULT, TAG_RANGE, TAG_CLAUSE };

static bool is_range_sign(int kind) {
    return kind == T_UPTO || kind == T_UPTO_OPEN || kind == T_OPEN_UPTO || kind == T_OPEN_UPTO_OPEN;
}

static bool is_comparison(int kind) {
    return kind == '=' || kind == T_NE || kind == '<' || kind == T_LE || kind == '>' ||
           kind == T_GE;
}

/* Clauses of rows that only say where a value comes from: 组 level1 */
static bool names_value(int head) {
    return head == T_INDICATOR || head == T_GROUP || head == T_WEIGHT || head == T_TARGET ||
           head == T_ACTUAL || head == T_REPORTED || head == T_CREDIT || head == T_SCORE ||
           head == T_UNIT;
}

/* Of an indicator or a group on one line: its weight, its body, and each clause in it but the first. */
static int part_column(const Layout *layout, int from, int i) {
    const Word *word = word_of(layout, i), *first = word_of(layout, from);
    Braces body = first->token.kind == T_GROUP ? BRACES_GROUP : BRACES_INDICATOR;
    int kind = word->token.kind;
    if (word->open == first->open) {
        bool weight = kind == T_WEIGHT || kind == T_POINTS;
        return weight && lines_last(layout->lines)->cells.count == 1         ? TAG_WEIGHT
               : kind == '{' && word_of(layout, word->match)->braces == body ? TAG_BODY
                                                                             : 0;
    }
    const Word *open = word_of(layout, word->open);
    bool clause = open->open == first->open && word_of(layout, open->match)->braces == body &&
                  word[-1].ends && kind != '}';
    return clause ? TAG_CLAUSE + kind : 0;
}

/* The columns that word i begins in the clause that begins at `from`, in *tags; how many.  A row without other names
   has an empty column for them. */
static int columns_at(const Layout *layout, Braces in, int from, int i, int tags[2]) {
    const Word *word = word_of(layout, i);
    int kind = word->token.kind, head = word_of(layout, from)->token.kind, count = 0, tag = 0;
    int seen = lines_last(layout->lines)->cells.count;
    bool level = word->open == word_of(layout, from)->open;
    if ((in == BRACES_FILE || in == BRACES_GROUP) && (head == T_INDICATOR || head == T_GROUP)) {
        tag = part_column(layout, from, i);
    } else if (in == BRACES_ROWS && i == from + 1) {
        tag = names_value(head) ? TAG_VALUE : 0;
    } else if (in == BRACES_LEVELS || in == BRACES_GRADES) {
        bool sign = in == BRACES_LEVELS
                        ? kind == T_ARROW
                        : is_comparison(kind) || kind == T_OTHERWISE || kind == T_WHEN;
        if (i == from + 1)
            tags[count++] = TAG_ALIAS;
        tag = level && sign && seen + count == 2                                 ? TAG_RESULT
              : level && in == BRACES_LEVELS && is_range_sign(kind) && seen == 3 ? TAG_RANGE
                                                                                 : 0;
    } else if (in == BRACES_ARMS && level && kind == T_ARROW) {
        tag = TAG_RESULT;
    }
    if (tag)
        tags[count++] = tag;
    return count;
}

/* ---- Clauses and blocks ---- */

/* The comments before word i: the first may stand behind the line at hand. */
static void put_comments(Layout *layout, int i, int indent, bool blanks) {
    const Word *word = word_of(layout, i);
    for (int k = 0; k < word->count; k++) {
        const Comment *comment = &layout->words->comments.at[word->comment + k];
        Line *line = lines_last(layout->lines);
        bool goes_on = comment->own_line && !comment->blank && k > 0 && line->comment.length &&
                       (!line->alone || line->goes_on) && line->place == comment->place &&
                       comment->place != indent;
        if (comment->own_line || !line) {
            line = lines_add(layout->lines, indent, comment->blank && blanks && !layout->fresh);
            line->alone = true;
            line->goes_on = goes_on;
            layout->fresh = false;
        }
        line->comment = comment->text;
        line->place = comment->place;
    }
}

static void put_word(Layout *layout, int i) {
    line_add(lines_last(layout->lines), word_spell(layout->words, i, &layout->spelling),
             word_width(layout->words, i, layout->spelling.keep_quotes));
}

static void put_gap(Layout *layout, int i) {
    line_add(lines_last(layout->lines), word_gap(layout->words, i, layout->spelling.lang),
             word_gap_width(layout->words, i));
}

static void put_block(Layout *layout, int from, int to, int indent, Braces in);

/* Words from .. to - 1, a clause in a block that holds `in`; a line for it was begun. */
static void put_clause(Layout *layout, int from, int to, Braces in, int block) {
    const Words *words = layout->words;
    VEC(int) open = { 0 }; /* indents of the lines in which brackets were opened */
    int first_line = layout->lines->at.count, indent = lines_last(layout->lines)->indent, flat = -1;
    for (int i = from; i < to; i++) {
        int kind = word_of(layout, i)->token.kind;
        bool closes = kind == ')' || kind == ']';
        if (i > from && i > flat && breaks_before(words, i)) {
            int around = (open.count ? open.at[open.count - 1] : indent);
            put_comments(layout, i, around + INDENT, false);
            lines_add(layout->lines, around + (closes ? 0 : INDENT), false);
        } else if (i > from) {
            put_gap(layout, i);
            int tags[2], count = columns_at(layout, in, from, i, tags);
            for (int k = 0; k < count; k++)
                line_column(lines_last(layout->lines), tags[k]);
        }
        if (kind == '{' && i > flat && !is_empty(words, i) &&
            (is_broken(words, i) || !fits(layout, i, to, line_width(lines_last(layout->lines))))) {
            int base = lines_last(layout->lines)->indent, close = word_of(layout, i)->match;
            put_word(layout, i);
            put_block(layout, i + 1, close, base + INDENT, word_of(layout, close)->braces);
            lines_add(layout->lines, base, false);
            put_word(layout, close);
            i = close;
            continue;
        }
        if (kind == '{' && i > flat)
            flat = word_of(layout, i)->match;
        if (closes)
            open.count--;
        if (kind == '(' || kind == '[')
            vec_push(&open, lines_last(layout->lines)->indent);
        put_word(layout, i);
    }
    if (layout->lines->at.count == first_line && lines_last(layout->lines)->cells.count > 1)
        lines_last(layout->lines)->block = block;
}

/* Words from .. to - 1, each clause on a line of its own, and the comments before word `to`. */
static void put_block(Layout *layout, int from, int to, int indent, Braces in) {
    int block = ++layout->block;
    layout->fresh = true;
    for (int i = from, end; i < to; i = end) {
        for (end = i; end < to; end++) {
            if (word_of(layout, end)->match > end)
                end = word_of(layout, end)->match;
            if (word_of(layout, end)->ends)
                break;
        }
        end += end < to;
        put_comments(layout, i, indent, true);
        lines_add(layout->lines, indent, word_of(layout, i)->blank && !layout->fresh);
        layout->fresh = false;
        put_clause(layout, i, end, in, block);
    }
    put_comments(layout, to, indent, true);
    layout->fresh = false;
}

/* ---- Files ---- */

/* The kind of line end that is most frequent. */
static Text line_end(Text text) {
    int feeds = 0, both = 0, returns = 0;
    for (size_t i = 0; i < text.length; i++) {
        if (text.at[i] == '\n')
            feeds++;
        else if (text.at[i] == '\r' && i + 1 < text.length && text.at[i + 1] == '\n')
            both++, i++;
        else if (text.at[i] == '\r')
            returns++;
    }
    return both > feeds && both >= returns ? TEXT("\r\n")
           : returns > feeds               ? TEXT("\r")
                                           : TEXT("\n");
}

bool format_source(Diags *diags, Source *source, const FormatOptions *options, Buf *out) {
    int errors = diags->errors;
    const Node *tree = parse_file(diags, source);
    if (diags->errors > errors)
        return false;
    const Words *words = words_of(source, tree);
    Text wrong = TEXT("");
    /* A name whose quotes matter after all keeps them. */
    for (int keep_quotes = 0; keep_quotes < 2; keep_quotes++) {
        Lines lines = { 0 };
        Layout layout = { .words = words, .lines = &lines };
        layout.spelling =
            (Spelling){ options->translate, options->translate ? options->lang : words_lang(words),
                        keep_quotes != 0 };
        put_block(&layout, 0, words->count, 0, BRACES_FILE);
        Buf result = { 0 };
        if (source->text.length < source->bytes.length)
            buf_add_z(&result, "\xEF\xBB\xBF");
        lines_write(&lines, line_end(source->text), &result);
        wrong = format_check(source, tree, words, buf_text(&result));
        if (!wrong.length) {
            buf_add(out, buf_text(&result));
            return true;
        }
    }
    diag(diags, DIAG_FORMAT_FAILED, SPAN_NONE, source->path, wrong);
    return false;
}
