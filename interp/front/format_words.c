#include "front/format_words.h"

#include <stdlib.h>
#include <string.h>

#include "build.h"
#include "parse.h"

/* ---- What the tree knows ---- */

typedef struct Unit {
    uint32_t begin, end;
} Unit;

typedef struct Block {
    uint32_t end; /* behind its `}` */
    Braces braces;
} Block;

/* Places in the text, each in its order. */
typedef struct Marks {
    VEC(uint32_t) unary, templates;
    VEC(Unit) units;
    VEC(Block) blocks;
} Marks;

static Braces braces_of(NodeKind kind) {
    switch ((int)kind) {
    case NODE_GROUP:
        return BRACES_GROUP;
    case NODE_INDICATOR:
        return BRACES_INDICATOR;
    case NODE_EACH_ROW:
    case NODE_SECTION:
        return BRACES_ROWS;
    case NODE_LEVELS:
        return BRACES_LEVELS;
    case NODE_GRADES:
        return BRACES_GRADES;
    case NODE_TEST:
        return BRACES_TEST;
    case NODE_WHEN:
    case NODE_STEPS:
    case NODE_LINEAR:
        return BRACES_ARMS;
    default:
        return BRACES_NONE;
    }
}

/* Inner nodes first: of those that end in one `}`, it is theirs. */
static void mark(Marks *marks, const Node *node) {
    if (!node)
        return;
    for (int i = 0; i < node->count; i++)
        mark(marks, node->kid[i]);
    Braces braces = braces_of(node->kind);
    if (node->kind == NODE_UNARY && node->op != KW_NOT)
        vec_push(&marks->unary, node->span.begin);
    if (node->kind == NODE_TEMPLATE)
        vec_push(&marks->templates, node->span.begin);
    if (node->kind == NODE_UNIT_NAME)
        vec_push(&marks->units, ((Unit){ node->span.begin, node->span.end }));
    if (braces)
        vec_push(&marks->blocks, ((Block){ node->span.end, braces }));
}

/* All of them begin with the place they are sorted by. */
static int by_place(const void *a, const void *b) {
    uint32_t x, y;
    memcpy(&x, a, sizeof x);
    memcpy(&y, b, sizeof y);
    return x < y ? -1 : x > y;
}

static void sort_marks(Marks *marks) {
    if (marks->unary.count)
        qsort(marks->unary.at, (size_t)marks->unary.count, sizeof *marks->unary.at, by_place);
    if (marks->templates.count)
        qsort(marks->templates.at, (size_t)marks->templates.count, sizeof *marks->templates.at,
              by_place);
    if (marks->units.count)
        qsort(marks->units.at, (size_t)marks->units.count, sizeof *marks->units.at, by_place);
    /* Stable: the inner of two blocks with one end comes first. */
    for (int i = 1; i < marks->blocks.count; i++)
        for (int j = i; j > 0 && marks->blocks.at[j - 1].end > marks->blocks.at[j].end; j--) {
            Block swap = marks->blocks.at[j];
            marks->blocks.at[j] = marks->blocks.at[j - 1];
            marks->blocks.at[j - 1] = swap;
        }
}

/* Puts what the tree knows on the words, both in the order of the text. */
static void apply_marks(Words *words, const Marks *marks) {
    int unary = 0, template = 0, unit = 0, block = 0;
    for (int i = 0; i < words->count; i++) {
        Word *word = &words->at[i];
        uint32_t begin = word->token.begin, end = word->token.end;
        while (unary < marks->unary.count && marks->unary.at[unary] < begin)
            unary++;
        word->unary = unary < marks->unary.count && marks->unary.at[unary] == begin &&
                      (word->token.kind == '-' || word->token.kind == '+');
        while (template <marks->templates.count && marks->templates.at[template] < begin)
            template ++;
        word->template = template <marks->templates.count && marks->templates.at[template] == begin;
        while (unit < marks->units.count && marks->units.at[unit].end <= begin)
            unit++;
        word->in_unit = unit < marks->units.count && begin >= marks->units.at[unit].begin &&
                        end <= marks->units.at[unit].end;
        word->glued = word->in_unit && begin > marks->units.at[unit].begin;
        while (block < marks->blocks.count && marks->blocks.at[block].end < end)
            block++;
        if (word->token.kind == '}' && block < marks->blocks.count &&
            marks->blocks.at[block].end == end)
            word->braces = marks->blocks.at[block].braces;
    }
}

static Text text_at(const Words *words, int i) {
    return token_text(words->source, &words->at[i].token);
}

/* ---- Which names need quotes ---- */

Text word_name(const Words *words, int i) {
    Text text = text_at(words, i);
    return words->at[i].token.quoted ? text_inside(text) : text;
}

/* Whether `first second` are neighbours in a keyword of several words. */
static bool makes_phrase(Text first, Text second) {
    static const char *const phrases[] = {
#define KEYWORD(id, en, zh) en,
#include "keywords.def"
#undef KEYWORD
    };
    for (size_t k = 0; k < sizeof phrases / sizeof *phrases; k++) {
        for (const char *space = strchr(phrases[k], ' '); space; space = strchr(space + 1, ' ')) {
            size_t before = (size_t)(space - phrases[k]), after = strcspn(space + 1, " ");
            if (before >= first.length && after == second.length &&
                memcmp(space - first.length, first.at, first.length) == 0 &&
                (before == first.length || space[-(long)first.length - 1] == ' ') &&
                memcmp(space + 1, second.at, after) == 0)
                return true;
        }
    }
    return false;
}

/* A neighbour of a name in English: its last word, or its first. */
static Text english(const Words *words, int i, bool last) {
    Keyword keyword = token_keyword(words->at[i].token.kind);
    if (!keyword)
        return words->at[i].token.kind == T_NAME ? word_name(words, i) : TEXT("");
    Text text = keyword_text(keyword, LANG_EN);
    for (size_t k = 0; k < text.length; k++) {
        size_t space = last ? text.length - 1 - k : k;
        if (text.at[space] == ' ')
            return last ? text_slice(text, space + 1, text.length) : text_slice(text, 0, space);
    }
    return text;
}

/* Whether the scanner reads `name` as one word. */
static bool is_one_word(Text name) {
    Diags *diags = diags_new();
    Source *source = diags_source(diags, TEXT(""), name);
    Tokens *tokens = tokens_words(diags, source, 0, (uint32_t)source->text.length);
    return source->text.length == name.length && tokens->count == 1 && tokens->at[0].begin == 0 &&
           tokens->at[0].end == name.length && !tokens->at[0].quoted &&
           (tokens->at[0].kind == T_NAME || token_keyword(tokens->at[0].kind));
}

/* Words that stand for something else in some places: their quotes are the writer's affair. */
static bool is_taken(Text name) {
    static const char *const words[] = {
#define SIGN(word, sign) word,
#include "signs.def"
#undef SIGN
#define SYNONYM(id, word) word,
#include "synonyms.def"
#undef SYNONYM
        "自", "从", "保留", "则", "那么", "then", "到", "若", "percent", "pct"
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        Text word = text_of(words[i]);
        if ((unsigned char)word.at[0] >= 0x80 ? text_begins(name, word) : text_is(name, word))
            return true;
    }
    return text_ends(name, TEXT("以上")) || text_ends(name, TEXT("以下")) ||
           text_ends(name, TEXT("以内"));
}

static void look_at_name(Words *words, int i) {
    Word *word = &words->at[i];
    const Word *before = i ? word - 1 : NULL;
    Text name = word_name(words, i);
    bool member = before && before->token.kind == '.';
    word->phrase =
        !member && ((before && makes_phrase(english(words, i - 1, true), name)) ||
                    (i + 1 < words->count && makes_phrase(name, english(words, i + 1, false))));
    word->special =
        word->token.quoted && ((before && before->token.kind == T_NUMBER) || is_taken(name) ||
                               (!member && keyword_find(text_narrow(name))) || !is_one_word(name));
}

/* ---- Words and what lies between them ---- */

static int place_of(const Source *source, uint32_t at) {
    uint32_t begin = at;
    while (begin > 0 && source->text.at[begin - 1] != '\n' && source->text.at[begin - 1] != '\r')
        begin--;
    return text_width(text_slice(source->text, begin, at));
}

static bool is_at(Text text, uint32_t at, const char *what) {
    return at + strlen(what) <= text.length && memcmp(text.at + at, what, strlen(what)) == 0;
}

/* Bytes begin .. end - 1, between two words: blanks, line ends, comments, and `;`. */
static void read_gap(Words *words, Word *word, uint32_t begin, uint32_t end) {
    Text text = words->source->text;
    int lines = 0;
    bool blank = false, broke = begin == 0;
    word->comment = words->comments.count;
    for (uint32_t i = begin; i < end; i++) {
        if (is_at(text, i, "；") || text.at[i] == ';')
            lines = 0;
        if (text.at[i] == '\n' || text.at[i] == '\r') {
            if (text.at[i] == '\r' && i + 1 < end && text.at[i + 1] == '\n')
                i++;
            blank |= ++lines > 1;
            broke = true;
        } else if (text.at[i] == '#' || is_at(text, i, "＃")) {
            uint32_t stop = i;
            while (stop < end && text.at[stop] != '\n' && text.at[stop] != '\r')
                stop++;
            uint32_t last = stop;
            while (last > i && strchr(" \t\v\f", text.at[last - 1]) && text.at[last - 1])
                last--;
            Comment comment = { text_slice(text, i, last), broke, blank,
                                place_of(words->source, i) };
            vec_push(&words->comments, comment);
            word->count++;
            i = stop - 1;
            lines = 0;
            blank = broke = false;
        }
    }
    word->broke = broke && begin > 0;
    word->blank = blank;
}

static Words *words_between(Source *source, uint32_t begin, uint32_t end, int start,
                            const Marks *marks) {
    const Tokens *tokens = tokens_of(diags_new(), source, begin, end, start);
    Words *words = MEM_NEW(Words);
    words->source = source;
    words->at = MEM_ARRAY(Word, tokens->count + 1);
    VEC(int) open = { 0 };
    uint32_t behind = begin;
    for (int i = 1; i < tokens->count; i++) {
        Token token = tokens->at[i];
        bool last = token.kind == 0;
        if (token.kind == T_SEP) {
            Word *before = words->count ? &words->at[words->count - 1] : NULL;
            if (before && before->token.kind != '{')
                before->ends = true;
            continue;
        }
        Word *word = &words->at[words->count];
        word->token = token;
        read_gap(words, word, behind, token.begin);
        word->breaks = (words->count ? word[-1].breaks : 0) + (word->broke || word->count > 0);
        if (last)
            break;
        word->match = -1;
        if (token.kind == ')' || token.kind == ']' || token.kind == '}') {
            word->match = open.at[--open.count];
            words->at[word->match].match = words->count;
        }
        word->open = open.count ? open.at[open.count - 1] : -1;
        if (token.kind == '(' || token.kind == '[' || token.kind == '{')
            vec_push(&open, words->count);
        behind = token.end;
        words->count++;
    }
    apply_marks(words, marks);
    for (int i = 0; i < words->count; i++)
        if (words->at[i].token.kind == T_NAME && !words->at[i].in_unit)
            look_at_name(words, i);
    return words;
}

Words *words_of(Source *source, const Node *tree) {
    Marks marks = { 0 };
    mark(&marks, tree);
    sort_marks(&marks);
    return words_between(source, 0, (uint32_t)source->text.length, T_START_FILE, &marks);
}

static Lang keyword_lang(Keyword keyword, Text text) {
    return text_is(text_narrow(text), keyword_text(keyword, LANG_ZH)) ? LANG_ZH : LANG_EN;
}

Lang words_lang(const Words *words) {
    int chinese = 0, english = 0;
    bool wide = false; /* where keywords don't tell, signs do */
    for (int i = 0; i < words->count; i++) {
        int kind = words->at[i].token.kind;
        Keyword keyword = token_keyword(kind);
        wide |= (kind == ',' || kind == T_LE || kind == T_GE || kind == T_NE) &&
                words->source->text.at[words->at[i].token.begin] & 0x80;
        if (!keyword || kind == T_YES || kind == T_NO)
            continue; /* these stay as they are */
        if (keyword_lang(keyword, text_at(words, i)) == LANG_ZH)
            chinese++;
        else
            english++;
    }
    return chinese > english || (chinese == english && wide) ? LANG_ZH : LANG_EN;
}

/* ---- Names ---- */

static Text joined(const char *open, Text text, const char *close) {
    Buf buf = { 0 };
    buf_add_z(&buf, open);
    buf_add(&buf, text);
    buf_add_z(&buf, close);
    return buf_text(&buf);
}

static Text spell_name(const Words *words, int i, bool keep_quotes) {
    Text name = word_name(words, i), written = text_at(words, i);
    const Word *word = &words->at[i];
    if (!word->phrase && !word->special && !(keep_quotes && word->token.quoted))
        return name;
    return memchr(name.at, '\'', name.length) ? written : joined("'", name, "'");
}

/* ---- Numbers, texts, signs ---- */

static Text spell_number(const Words *words, int i) {
    const Token *token = &words->at[i].token;
    if (!token->unit_end)
        return text_at(words, i);
    Text digits = text_slice(words->source->text, token->begin, token->unit),
         unit = text_slice(words->source->text, token->unit, token->end);
    Text trimmed = text_trim(digits);
    Buf buf = { 0 };
    buf_add(&buf, trimmed);
    buf_add_z(&buf, trimmed.length < digits.length ? " " : "");
    buf_add(&buf, unit);
    return buf_text(&buf);
}

/* The expression in bytes begin .. end - 1 of a text. */
static void spell_piece(const Words *outer, uint32_t begin, uint32_t end, const Spelling *spelling,
                        Buf *buf) {
    Source *source = outer->source;
    Diags *diags = diags_new();
    const Node *tree = parse_run(diags, source, begin, end, T_START_EXPR);
    Marks marks = { 0 };
    mark(&marks, tree);
    sort_marks(&marks);
    Words *words = words_between(source, begin, end, T_START_EXPR, &marks);
    if (diags->errors || words->comments.count) {
        buf_add(buf, text_slice(source->text, begin, end));
        return;
    }
    for (int i = 0; i < words->count; i++) {
        buf_add(buf, i ? word_gap(words, i, spelling->lang) : TEXT(""));
        /* A text in a text stands in quotes that the outer ones allow. */
        buf_add(buf, words->at[i].token.kind == T_TEXT ? text_at(words, i)
                                                       : word_spell(words, i, spelling));
    }
}

/* What lies between the quotes, its expressions spelled as those outside. */
static Text spell_template(const Words *words, Text inside, const Spelling *spelling) {
    uint32_t base = (uint32_t)(inside.at - words->source->text.at);
    Buf buf = { 0 };
    for (size_t i = 0; i < inside.length;) {
        char c = inside.at[i];
        bool twice = i + 1 < inside.length && inside.at[i + 1] == c;
        size_t end = c == '{' && !twice ? template_end(inside, i) : 0;
        if (end) {
            buf_char(&buf, '{');
            spell_piece(words, base + (uint32_t)i + 1, base + (uint32_t)end - 1, spelling, &buf);
            buf_char(&buf, '}');
            i = end;
            continue;
        }
        bool escape = c == '\\' && i + 1 < inside.length && strchr("\"\\nt", inside.at[i + 1]);
        size_t next = i + 1 + (escape || ((c == '{' || c == '}') && twice));
        buf_add(&buf, text_slice(inside, i, next));
        i = next;
    }
    return buf_text(&buf);
}

static Text spell_text(const Words *words, int i, const Spelling *spelling) {
    Text written = text_at(words, i), inside = text_inside(written);
    size_t opener = (size_t)(inside.at - written.at), slashes = 0;
    while (slashes < inside.length && inside.at[inside.length - 1 - slashes] == '\\')
        slashes++;
    bool plain = written.at[0] == '"' || memchr(inside.at, '"', inside.length) || slashes % 2;
    Text open = text_slice(written, 0, opener),
         close = text_slice(written, opener + inside.length, written.length);
    if (words->at[i].template)
        inside = spell_template(words, inside, spelling);
    Buf buf = { 0 };
    buf_add(&buf, plain ? open : TEXT("\""));
    buf_add(&buf, inside);
    buf_add(&buf, plain ? close : TEXT("\""));
    return buf_text(&buf);
}

Text word_spell(const Words *words, int i, const Spelling *spelling) {
    int kind = words->at[i].token.kind;
    bool chinese = spelling->lang == LANG_ZH;
    if (words->at[i].in_unit)
        return text_at(words, i);
    switch (kind) {
    case T_NAME:
        return spell_name(words, i, spelling->keep_quotes);
    case T_NUMBER:
        return spell_number(words, i);
    case T_TEXT:
        return spell_text(words, i, spelling);
    case T_DATE:
    case T_YES:
    case T_NO:
    case '%':
        return text_at(words, i);
    case ',':
        return chinese ? TEXT("，") : TEXT(",");
    case T_NE:
        return chinese ? TEXT("≠") : TEXT("!=");
    case T_LE:
        return chinese ? TEXT("≤") : TEXT("<=");
    case T_GE:
        return chinese ? TEXT("≥") : TEXT(">=");
    case T_ARROW:
        return TEXT("->");
    case T_UPTO:
        return TEXT("..");
    case T_UPTO_OPEN:
        return TEXT("..<");
    case T_OPEN_UPTO:
        return TEXT(">..");
    case T_OPEN_UPTO_OPEN:
        return TEXT(">..<");
    default:
        break;
    }
    Keyword keyword = token_keyword(kind);
    if (keyword)
        return keyword_text(keyword, spelling->translate
                                         ? spelling->lang
                                         : keyword_lang(keyword, text_at(words, i)));
    static const char signs[] = "{}()[]:.=<>+-*/^";
    const char *sign = kind > 0 && kind < 128 ? strchr(signs, kind) : NULL;
    return sign ? (Text){ sign, 1 } : text_at(words, i);
}

/* ---- Between words ---- */

Text word_gap(const Words *words, int i, Lang lang) {
    const Word *before = &words->at[i - 1], *word = &words->at[i];
    int last = before->token.kind, kind = word->token.kind;
    if (last == '{')
        return kind == '}' ? TEXT("") : TEXT(" ");
    if (kind == '}')
        return TEXT(" ");
    if (before->ends)
        return lang == LANG_ZH ? TEXT("；") : TEXT(";  ");
    if (kind == ',' || kind == ':' || kind == ')' || kind == ']' || last == '(' || last == '[')
        return TEXT("");
    if (last == ',')
        return lang == LANG_ZH ? TEXT("") : TEXT(" ");
    if (kind == '.')
        return last == T_NUMBER ? TEXT(" ") : TEXT(""); /* 5.x is one unit */
    bool none = last == '.' || kind == '[' || word->glued || before->unary ||
                (kind == '(' && last == T_NAME);
    return none ? TEXT("") : TEXT(" ");
}

int word_gap_width(const Words *words, int i) {
    int english_width = text_width(word_gap(words, i, LANG_EN)),
        chinese_width = text_width(word_gap(words, i, LANG_ZH));
    if (words->at[i - 1].token.kind == ',' && !words->at[i - 1].ends)
        return 1; /* with the comma two, in both */
    return english_width < chinese_width ? english_width : chinese_width;
}

int word_width(const Words *words, int i, bool keep_quotes) {
    Spelling english_words = { true, LANG_EN, keep_quotes },
             chinese_words = { true, LANG_ZH, keep_quotes };
    int a = text_width(word_spell(words, i, &english_words)),
        b = text_width(word_spell(words, i, &chinese_words));
    return a < b ? a : b;
}
