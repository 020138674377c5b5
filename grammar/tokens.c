/* tokens.c - raw tokens to the parser's.  Three passes over arrays: the scanner's raw tokens; words, which become
   keywords, units or names; and clauses, where brackets are matched and line ends become SEP.  Because the last
   pass sees all of the text, it can tell a forgotten brace by where it is missed: a line that begins with
   `indicator` inside an indicator, say. */
#include "tokens.h"

#include <assert.h>
#include <string.h>

#include "build.h"
#include "parse.h"
#include "scan.h"

/* ---- Arrays ---- */

/* Tokens hold no pointers, so they live in a leaf, however many. */
static Token *tokens_push(Tokens *tokens, Token token) {
    if (tokens->count == tokens->room) {
        int room = tokens->room ? tokens->room * 2 : 256;
        Token *bigger = mem_leaf(sizeof(Token) * (size_t)room);
        if (tokens->count) {
            memcpy(bigger, tokens->at, sizeof(Token) * (size_t)tokens->count);
        }
        tokens->at = bigger;
        tokens->room = room;
    }
    tokens->at[tokens->count] = token;
    return &tokens->at[tokens->count++];
}

static Text token_text(const Source *source, const Token *token) {
    return text_slice(source->text, token->begin, token->end);
}

static Span token_span(const Source *source, const Token *token) {
    return (Span){ source->id, token->begin, token->end };
}

/* ---- What the scanner calls ---- */

static Span scan_span(const Scan *scan) {
    return (Span){ scan->source->id, scan->begin, scan->end };
}

void scan_wrong(Scan *scan, const char *right) {
    Span span = scan_span(scan);
    scan->told = true;
    span.end = span.begin + 2 > span.end || scan->source->text.at[span.begin] != '/'
                   ? span.end
                   : span.begin + 2; /* of a `// comment`, the sign */
    diag(scan->diags, DIAG_WRONG_SIGN, span, text_slice(scan->source->text, span.begin, span.end),
         text_of(right));
}

void scan_stray(Scan *scan) {
    Text text = text_slice(scan->source->text, scan->begin, scan->end);
    int length;
    uint32_t rune = text_rune(text, 0, &length);
    Buf code = { 0 };
    buf_format(&code, "U+%04X", (unsigned)rune);
    bool shown = rune > ' ' && rune != 0x7F && !(rune >= 0x80 && rune < 0xA0) &&
                 !(rune >= 0x2000 && rune <= 0x200F) && !(rune >= 0x2028 && rune <= 0x202F);
    diag(scan->diags, DIAG_BAD_CHARACTER, scan_span(scan), shown ? text : buf_text(&code));
}

static bool is_at(const Scan *scan, uint32_t i, const char *what) {
    size_t length = strlen(what);
    return i + length <= scan->limit && !memcmp(scan->source->text.at + i, what, length);
}

static bool ends_line(const Scan *scan, uint32_t i) {
    return i >= scan->limit || scan->source->text.at[i] == '\n' || scan->source->text.at[i] == '\r';
}

/* Where a quote that is never closed is taken to end: before the brackets and signs that end its line, which
   probably were meant as such. */
static uint32_t unclosed_end(const Scan *scan, uint32_t begin, uint32_t end) {
    const char *bytes = scan->source->text.at;
    for (;;) {
        if (end > begin && strchr(" \t;})]", bytes[end - 1]) && bytes[end - 1]) {
            end--;
        } else if (end >= begin + 3 && is_at(scan, end - 3, "；")) {
            end -= 3;
        } else {
            return end;
        }
    }
}

/* Whether a `"` at `i` closes a text opened by “: no ” comes before the next “ or the end of the line. */
static bool closes_mixed(Scan *scan, uint32_t i) {
    if (scan->curly <= i) {
        uint32_t j = i;
        while (!ends_line(scan, j) && !is_at(scan, j, "“") && !is_at(scan, j, "”")) {
            j++;
        }
        scan->curly = j;
    }
    return !is_at(scan, scan->curly, "”");
}

static uint32_t not_closed(const Scan *scan, DiagId id, uint32_t begin, uint32_t opener, uint32_t i,
                           const char *close) {
    uint32_t end = unclosed_end(scan, begin + opener, i);
    Diag *report =
        diag(scan->diags, id, ((Span){ scan->source->id, begin, begin + opener }), TEXT(""));
    diag_also(report, DIAG_HELP_QUOTE_END, SPAN_NONE, text_of(close));
    return end - begin;
}

uint32_t scan_text(Scan *scan, uint32_t begin) {
    const char *bytes = scan->source->text.at;
    uint32_t opener = scan->end - begin, i = scan->end;
    const char *open = opener == 1 ? "\"" : is_at(scan, begin, "“") ? "“" : "「";
    const char *close = opener == 1                                  ? "\""
                        : *open == "“"[0] && is_at(scan, begin, "“") ? "”"
                                                                     : "」";
    int depth = 1;
    while (!ends_line(scan, i)) {
        if (bytes[i] == '\\' && !ends_line(scan, i + 1)) {
            i += 2;
        } else if (is_at(scan, i, close) && --depth == 0) {
            return i + (uint32_t)strlen(close) - begin;
        } else if (opener == 3 && is_at(scan, i, open)) {
            depth++;
            i += 3;
        } else if (opener == 3 && bytes[i] == '"' && depth == 1 && is_at(scan, begin, "“") &&
                   closes_mixed(scan, i)) {
            return i + 1 - begin;
        } else {
            i++;
        }
    }
    return not_closed(scan, DIAG_TEXT_NOT_CLOSED, begin, opener, i, close);
}

uint32_t scan_quoted(Scan *scan, uint32_t begin) {
    uint32_t opener = scan->end - begin, i = scan->end, ascii = 0;
    const char *close = opener == 1 ? "'" : "’";
    while (!ends_line(scan, i) && !is_at(scan, i, close) && !(ascii && i < scan->no_quote)) {
        ascii = !ascii && scan->source->text.at[i] == '\'' ? i : ascii;
        i++;
    }
    if (ascii && !is_at(scan, i, close)) { /* ‘…' */
        scan->no_quote = ends_line(scan, i) ? i : scan->no_quote;
        i = ascii;
        close = "'";
    }
    if (ends_line(scan, i)) {
        return not_closed(scan, DIAG_NAME_NOT_CLOSED, begin, opener, i, close);
    }
    uint32_t length = i + (uint32_t)strlen(close) - begin;
    if (text_is_blank(text_slice(scan->source->text, begin + opener, i))) {
        diag(scan->diags, DIAG_NAME_EMPTY, ((Span){ scan->source->id, begin, begin + length }),
             TEXT(""));
    }
    return length;
}

static Tokens *scan_all(Diags *diags, Source *source, uint32_t begin, uint32_t end) {
    Tokens *raw = MEM_NEW(Tokens);
    Scan scan = { .diags = diags, .source = source, .begin = begin, .end = begin, .limit = end };
    size_t length = end - begin;
    char *bytes = mem_leaf(length + 2); /* flex wants two NULs behind it */
    for (size_t i = 0; i < length; i++) {
        char c = source->text.at[begin + i];
        bytes[i] =
            c == '\xFF' ? '\xFE' : c; /* both are no UTF-8; flex -CF reads past its table for FF */
    }
    yyscan_t scanner;
    scan_lex_init_extra(&scan, &scanner);
    scan__scan_buffer(bytes, length + 2, scanner);
    int kind;
    while ((kind = scan_lex(scanner)) != 0) {
        tokens_push(
            raw, (Token){ .kind = kind, .begin = scan.begin, .end = scan.end, .told = scan.told });
        scan.told = false;
    }
    return raw;
}

/* ---- Words ---- */

static const int keyword_tokens[] = {
#define KEYWORD(id, en, zh) [KW_##id - KW_FIRST] = T_##id,
#include "keywords.def"
#undef KEYWORD
};

Keyword token_keyword(int kind) {
    for (int k = 1; k < KW_COUNT - KW_FIRST; k++) {
        if (keyword_tokens[k] == kind) {
            return (Keyword)(KW_FIRST + k);
        }
    }
    return (Keyword)0;
}

/* A name or keyword, not in quotes. */
static bool is_word(const Source *source, const Token *token) {
    Text text = token_text(source, token);
    return token->kind == T_NAME && text.at[0] != '\'' && !text_begins(text, TEXT("‘"));
}

/* Keywords of several words, as their words. */
static const struct {
    int kind, count;
    const char *words[3];
} phrases[] = {
    { T_EACH_ROW, 3, { "each", "row", "of" } }, { T_IN_FORCE, 2, { "in", "force" } },
    { T_AT_MOST, 2, { "at", "most" } },         { T_AT_LEAST, 2, { "at", "least" } },
    { T_PER_FULL, 2, { "per", "full" } },       { T_ANY_OF, 2, { "any", "of" } },
    { T_STAYS_OUT, 2, { "stays", "out" } },     { T_ONE_OF, 2, { "one", "of" } },
};

/* The phrase that begins at raw token i: its kind, and how many tokens it takes in *count; or 0. */
static int phrase_at(const Source *source, const Tokens *raw, int i, int *count) {
    char c = source->text.at[raw->at[i].begin];
    if (!strchr("eiapso", c) || !c) {
        return 0;
    }
    for (size_t k = 0; k < sizeof phrases / sizeof phrases[0]; k++) {
        int n = 0;
        while (n < phrases[k].count && i + n < raw->count && raw->at[i + n].kind == T_NAME &&
               text_is_z(token_text(source, &raw->at[i + n]), phrases[k].words[n])) {
            n++;
        }
        if (n == phrases[k].count) {
            *count = n;
            return phrases[k].kind;
        }
    }
    return 0;
}

/* The kind of the keyword at raw token i, or T_NAME; how many tokens it takes in *count. */
static int word_kind(const Source *source, const Tokens *raw, int i, int *count) {
    *count = 1;
    if (!is_word(source, &raw->at[i])) {
        return T_NAME;
    }
    int phrase = phrase_at(source, raw, i, count);
    if (phrase) {
        return phrase;
    }
    Keyword keyword = keyword_find(text_narrow(token_text(source, &raw->at[i])));
    return keyword ? keyword_tokens[keyword - KW_FIRST] : T_NAME;
}

/* A keyword with a number glued to it, as in 扣分 2 每1天: no unit of the 2. */
static bool is_glued_keyword(Text word) {
    size_t digit = 0;
    while (digit < word.length && !(word.at[digit] >= '0' && word.at[digit] <= '9')) {
        digit++;
    }
    return digit < word.length && keyword_find(text_slice(word, 0, digit)) != 0;
}

/* Joins the number at raw token i with the unit behind it: `token` is what it becomes.  Returns the next i. */
static int join_unit(Diags *diags, const Source *source, const Tokens *raw, int i, Token *token) {
    int next = i + 1, count;
    if (next >= raw->count) {
        return next;
    }
    const Token *unit = &raw->at[next];
    bool direct = unit->begin == token->end;
    bool percent = unit->kind == RAW_PERCENT;
    if (!percent &&
        !(is_word(source, unit) && (direct || (word_kind(source, raw, next, &count) == T_NAME &&
                                               !is_glued_keyword(token_text(source, unit)))))) {
        return next;
    }
    token->unit = unit->begin;
    token->end = unit->end;
    next++;
    Text text = token_text(source, unit);
    if (text_is_z(text, "percent") || text_is_z(text, "pct")) {
        diag(diags, DIAG_WRONG_SIGN, token_span(source, unit), text, TEXT("%"));
    }
    while (!percent && next + 1 < raw->count &&
           (raw->at[next].kind == '/' || raw->at[next].kind == '.') &&
           raw->at[next].begin == token->end && is_word(source, &raw->at[next + 1]) &&
           raw->at[next + 1].begin == raw->at[next].end) {
        token->end = raw->at[next + 1].end;
        next += 2;
    }
    token->unit_end = token->end;
    return next;
}

static Tokens *join_words(Diags *diags, const Source *source, const Tokens *raw) {
    Tokens *words = MEM_NEW(Tokens);
    bool first = true;
    int before = 0; /* the kind of the token before */
    for (int i = 0; i < raw->count;) {
        Token token = raw->at[i];
        int count = 1;
        token.first = first;
        first = token.kind == RAW_NEWLINE;
        if (first) {
            i++;
            continue;
        }
        if (token.kind == T_NAME) {
            token.quoted = !is_word(source, &token);
            token.kind = before == '.' ? T_NAME : word_kind(source, raw, i, &count);
            token.end = raw->at[i + count - 1].end;
            i += count;
        } else if (token.kind == T_NUMBER) {
            i = join_unit(diags, source, raw, i, &token);
        } else {
            if (token.kind == RAW_PERCENT) {
                token.kind = '%';
            } else if (token.kind == RAW_FAT_ARROW) {
                token.kind = before == T_TARGET ? T_GE : T_ARROW;
                diag(diags, DIAG_WRONG_SIGN, token_span(source, &token), token_text(source, &token),
                     before == T_TARGET ? TEXT(">=") : TEXT("->"));
            }
            i++;
        }
        before = token.kind;
        tokens_push(words, token);
    }
    return words;
}

/* ---- Which clauses may stand where ---- */

typedef enum Block {
    IN_FILE,
    IN_GROUP,
    IN_INDICATOR,
    IN_ROWS,
    IN_TEST,
    IN_NAMED,
    IN_EXPRESSION
} Block;

/* Whether a clause, or an item, may begin with keyword `kind` in a block.  IN_NAMED (grades, levels): none. */
static bool begins_clause(Block block, int kind) {
    switch (kind) {
    case T_CITES:
    case T_NOTE:
    case T_FLAG:
    case T_REQUIRED:
    case T_REPORTED:
    case T_DEDUCT:
    case T_GIVEN:
        return block <= IN_ROWS;
    case T_RULES:
    case T_IN_FORCE:
    case T_USE:
    case T_ROUNDING:
    case T_ADJUST:
    case T_VETO:
    case T_GRADE:
    case T_LEVELS:
    case T_METHOD:
    case T_FUNCTION:
    case T_TABLE:
    case T_CHECK:
    case T_TEST:
        return block == IN_FILE;
    case T_EACH_ROW:
        return block <= IN_GROUP;
    case T_INDICATOR:
    case T_GROUP:
        return block <= IN_GROUP || block == IN_ROWS;
    case T_REDISTRIBUTE:
        return block == IN_GROUP;
    case T_UNIT:
        return block == IN_FILE || block == IN_INDICATOR || block == IN_ROWS;
    case T_SCORE:
    case T_APPLIES:
    case T_AT_MOST:
    case T_AT_LEAST:
    case T_MISSING:
        return block >= IN_GROUP && block <= IN_ROWS;
    case T_TARGET:
    case T_ACTUAL:
    case T_CREDIT:
    case T_UNSIGNED:
    case T_PARTS:
        return block == IN_INDICATOR || block == IN_ROWS;
    case T_WEIGHT:
    case T_WHEN:
        return block == IN_ROWS;
    case T_SET:
    case T_ROW:
    case T_EXPECT:
        return block == IN_TEST;
    default:
        return false;
    }
}

bool token_begins_clause(int kind) {
    return begins_clause(IN_FILE, kind) || begins_clause(IN_GROUP, kind) ||
           begins_clause(IN_ROWS, kind) || begins_clause(IN_TEST, kind);
}

static bool begins_expression(int kind) {
    return kind == T_TARGET || kind == T_ACTUAL || kind == T_CREDIT || kind == T_SCORE ||
           kind == T_WEIGHT || kind == T_GRADE || kind == T_PARTS || kind == T_WHEN;
}

/* Keywords at the beginning of a line that cannot stand in this block. */
static bool is_out_of_place(Block block, int kind) {
    return token_begins_clause(kind) && !begins_clause(block, kind) &&
           !(block == IN_EXPRESSION && begins_expression(kind));
}

static bool goes_on(int before, const Token *token) {
    switch (before) {
    case T_START_FILE:
    case T_START_EXPR:
    case T_SEP:
    case '{':
    case ',':
    case ':':
    case '.':
    case '=':
    case '<':
    case '>':
    case '+':
    case '-':
    case '*':
    case '/':
    case '^':
    case T_NE:
    case T_LE:
    case T_GE:
    case T_ARROW:
    case T_UPTO:
    case T_UPTO_OPEN:
    case T_OPEN_UPTO:
    case T_OPEN_UPTO_OPEN:
    case T_AND:
    case T_OR:
    case T_NOT:
    case T_MEETS:
    case T_IS:
    case T_IN:
        return true;
    default:
        return token->kind == '{' || token->kind == T_AND || token->kind == T_OR;
    }
}

/* ---- Clauses ---- */

typedef struct Open {
    char sign;
    Block block;   /* `{`: what it holds */
    bool indented; /* its lines begin to the right of the line it stands in */
    bool begun;    /* a line began in it */
    Token token;
    uint32_t column; /* bytes before the first token of its line */
    int head;        /* kind of the first token of the clause at hand; 0: none yet */
    int since;       /* tokens of that clause so far */
    bool body;       /* its block was opened */
} Open;

typedef struct Clauses {
    Diags *diags;
    Source *source;
    const Tokens *words;
    Tokens *out;
    VEC(Open) open;  /* the file itself at the bottom */
    int missing;     /* braces still to be closed … */
    int extra;       /* … or opened */
    uint32_t column; /* of the line at hand */
    bool silent;     /* brackets left open were skipped with what is too deep */
    int prefixes;    /* signs and `not`s in a row */
} Clauses;

static Open *top(Clauses *c) {
    return &c->open.at[c->open.count - 1];
}

static int last_kind(const Clauses *c) {
    return c->out->at[c->out->count - 1].kind;
}

static void put(Clauses *c, Token token) {
    tokens_push(c->out, token);
    if (token.kind == T_SEP) {
        top(c)->head = top(c)->since = 0;
        top(c)->body = false;
    } else {
        if (!top(c)->since++) {
            top(c)->head = token.kind;
        }
    }
}

static void put_made(Clauses *c, int kind) {
    uint32_t end = c->out->at[c->out->count - 1].end;
    put(c, (Token){ .kind = kind, .begin = end, .end = end, .made = true });
}

static uint32_t column_of(const Clauses *c, uint32_t begin) {
    uint32_t i = begin;
    while (i > 0 && c->source->text.at[i - 1] != '\n' && c->source->text.at[i - 1] != '\r') {
        i--;
    }
    return begin - i;
}

static Block block_of(const Clauses *c) {
    const Open *around = &c->open.at[c->open.count - 1];
    switch (last_kind(c) == T_WHEN || around->sign != '{' ? 0 : around->head) {
    case T_INDICATOR:
        return around->body ? IN_EXPRESSION : IN_INDICATOR;
    case T_GROUP:
        return around->body ? IN_EXPRESSION : IN_GROUP;
    case T_EACH_ROW:
        return IN_ROWS;
    case T_WHEN:
        return around->block == IN_ROWS ? IN_ROWS : IN_EXPRESSION;
    case T_TEST:
        return IN_TEST;
    case T_GRADE:
    case T_LEVELS:
        return IN_NAMED;
    default:
        return IN_EXPRESSION;
    }
}

static void push(Clauses *c, Token token) {
    char sign = (char)token.kind;
    Open open = { .sign = sign, .token = token, .column = c->column };
    open.block = sign == '{' ? block_of(c) : top(c)->block;
    put(c, token);
    if (open.block != IN_EXPRESSION && sign == '{') {
        top(c)->body = true;
    }
    vec_push(&c->open, open);
}

static void pop(Clauses *c, Token token) {
    if (token.kind == '}' && last_kind(c) != T_SEP && last_kind(c) != '{') {
        put_made(c, T_SEP);
    }
    c->open.count--;
    put(c, token);
}

static int partner(int sign) {
    return sign == '(' ? ')' : sign == '[' ? ']' : '}';
}

static Text sign_text(char sign) {
    return text_copy((Text){ &sign, 1 });
}

/* Closes the innermost bracket, which was forgotten, before `at`. */
static void close_forgotten(Clauses *c, Span at) {
    Open *open = top(c);
    char close = (char)partner(open->sign);
    if (!c->silent && !open->token.made) {
        int line, column;
        source_place(c->source, open->token.begin, &line, &column);
        Buf number = { 0 };
        buf_format(&number, "%d", line);
        Diag *report =
            diag(c->diags, DIAG_NOT_CLOSED, at, sign_text(open->sign), buf_text(&number));
        diag_also(report, DIAG_OPENED_HERE, token_span(c->source, &open->token), TEXT(""));
        diag_also(report, DIAG_HELP_CLOSE, SPAN_NONE, sign_text(close));
    }
    c->missing -= close == '}';
    uint32_t end = c->out->at[c->out->count - 1].end;
    pop(c, (Token){ .kind = close, .begin = end, .end = end, .made = true });
}

/* Ends a clause at a line end, or where an item follows a block on one line. */
static void end_clause(Clauses *c, const Token *token) {
    bool item = last_kind(c) == '}' && token_begins_clause(token->kind) &&
                !begins_expression(token->kind) && token->kind != T_UNIT &&
                token->kind != T_MISSING && token->kind != T_AT_MOST && token->kind != T_AT_LEAST;
    if (top(c)->sign == '{' && ((token->first && !goes_on(last_kind(c), token)) || item)) {
        put_made(c, T_SEP);
    }
}

static bool ends_operand(int kind) {
    return kind == T_NAME || kind == T_NUMBER || kind == T_TEXT || kind == ')' || kind == ']' ||
           kind == '}';
}

/* A `}` too many, and here a clause in the head of an indicator or group, or on the line behind it: there
   the `{` is missing. */
static void open_forgotten(Clauses *c, const Token *token) {
    Open *in = top(c);
    Block inside = in->head == T_INDICATOR ? IN_INDICATOR : IN_GROUP;
    if (c->extra <= 0 || in->sign != '{' || in->block > IN_GROUP || in->body ||
        (in->head != T_INDICATOR && in->head != T_GROUP) || !ends_operand(last_kind(c)) ||
        !begins_clause(inside, token->kind) ||
        (token->first && begins_clause(in->block, token->kind) &&
         column_of(c, token->begin) <= c->column)) {
        return;
    }
    uint32_t end = c->out->at[c->out->count - 1].end;
    diag(c->diags, DIAG_NOT_OPENED, token_span(c->source, token), TEXT("{"),
         token_text(c->source, token));
    c->extra--;
    push(c, (Token){ .kind = '{', .begin = end, .end = end, .made = true });
}

/* Whether a line that begins with this token is a clause even where a bracket is open. */
static bool leaves_brackets(const Clauses *c, const Token *token) {
    return token->first && token_begins_clause(token->kind) &&
           (ends_operand(last_kind(c)) ||
            (!begins_expression(token->kind) && token->kind != T_MISSING));
}

/* Closes what was left open before a token that cannot stand in it. */
static void close_before(Clauses *c, const Token *token) {
    while (top(c)->sign != '{' &&
           (token->kind == T_SEP || token->kind == '}' || leaves_brackets(c, token))) {
        close_forgotten(c, token_span(c->source, token));
    }
    if (!token->first) {
        return;
    }
    uint32_t column = column_of(c, token->begin);
    while (c->missing > 0 && c->open.count > 1 && top(c)->sign == '{' &&
           (is_out_of_place(top(c)->block, token->kind) ||
            (top(c)->indented && column <= top(c)->column && token_begins_clause(token->kind)))) {
        close_forgotten(c, token_span(c->source, token));
    }
    if (!top(c)->begun) {
        top(c)->begun = true;
        top(c)->indented = column > top(c)->column;
    }
}

/* What begins at words[i] lies too deep: skips to behind its end. */
static int skip_deep(Clauses *c, int i) {
    Token token = c->words->at[i];
    diag(c->diags, DIAG_TOO_DEEP, token_span(c->source, &token), TEXT("200"));
    int depth = 0;
    for (; i < c->words->count; i++) {
        int kind = c->words->at[i].kind;
        if (kind == '(' || kind == '[' || kind == '{') {
            depth++;
            c->missing -= kind == '{';
        } else if (kind == ')' || kind == ']' || kind == '}') {
            depth--;
            c->missing += kind == '}';
        }
        if (!depth) {
            break;
        }
    }
    c->silent |= i == c->words->count;
    push(c, token);
    put_made(c, T_BAD);
    Token close = {
        .kind = partner(token.kind), .begin = token.end, .end = token.end, .made = true
    };
    pop(c, close);
    return i < c->words->count ? i + 1 : i;
}

/* A closing bracket. */
static void close_bracket(Clauses *c, const Token *token, const Token *next) {
    if (token->kind != '}') {
        int i = c->open.count - 1;
        while (i > 0 && c->open.at[i].sign != '{' && partner(c->open.at[i].sign) != token->kind) {
            i--;
        }
        if (i > 0 && c->open.at[i].sign != '{') {
            while (c->open.count - 1 > i) {
                close_forgotten(c, token_span(c->source, token));
            }
            pop(c, *token);
            return;
        }
    } else if (c->open.count > 1) {
        Block around = c->open.at[c->open.count - 2].block;
        bool early = c->extra > 0 && next && next->first && is_out_of_place(around, next->kind) &&
                     begins_clause(top(c)->block, next->kind);
        if (!early) {
            pop(c, *token);
            return;
        }
    } else if (c->silent) {
        return;
    } else if (!c->out->extra_brace) {
        c->out->extra_brace = true;
        c->out->extra = token_span(c->source, token);
        c->extra--;
        return;
    }
    c->extra -= token->kind == '}';
    diag(c->diags, DIAG_CLOSES_NOTHING, token_span(c->source, token), token_text(c->source, token));
}

/* Drops what is too many signs in a row. */
static bool is_one_prefix_too_many(Clauses *c, const Token *token) {
    int kind = token->kind;
    bool prefix = kind == T_NOT || kind == '-' || kind == '+' || kind == T_STEPS ||
                  kind == T_LINEAR || kind == T_ANY_OF || kind == T_ONE_OF;
    c->prefixes = prefix ? c->prefixes + 1 : 0;
    if (c->prefixes == DEPTH_MAX + 1) {
        diag(c->diags, DIAG_TOO_DEEP, token_span(c->source, token), TEXT("200"));
    }
    return c->prefixes > DEPTH_MAX;
}

/* ---- Misspelt keywords at the beginning of a clause ---- */

static void write_number_behind(const Source *source, Token *rest) {
    uint32_t i = rest->begin;
    while (i < rest->end && source->text.at[i] >= '0' && source->text.at[i] <= '9') {
        i++;
    }
    if (i > rest->begin) {
        rest->kind = T_NUMBER;
        rest->unit = i;
        rest->unit_end = i < rest->end ? rest->end : 0;
    }
}

/* The keyword that `text` probably stands for, or begins with, among those `fits` allows: its spelling in
   *spelling, whether it is only the beginning in *glued. */
int token_misspelt(Text text, bool (*fits)(const void *context, int kind), const void *context,
                   Text *spelling, bool *glued) {
    int best = 0, best_distance = 3;
    *glued = false;
    for (int k = KW_FIRST + 1; k < KW_COUNT; k++) {
        int kind = keyword_tokens[k - KW_FIRST];
        if (!fits(context, kind)) {
            continue;
        }
        for (int lang = 0; lang < 2; lang++) {
            Text word = keyword_text((Keyword)k, (Lang)lang);
            int runes = text_runes(word);
            bool chinese = lang == LANG_ZH;
            char behind = text.length > word.length ? text.at[word.length] : '\0';
            if (text_begins(text, word) && behind &&
                (chinese || (behind >= '0' && behind <= '9'))) {
                if (!*glued || spelling->length < word.length) {
                    *spelling = word;
                    best = kind;
                    *glued = true;
                }
                continue;
            }
            int limit = chinese     ? runes >= 2 && text_runes(text) == runes
                        : runes < 4 ? 0
                        : runes < 6 ? 1
                                    : 2;
            if (*glued || !limit) {
                continue;
            }
            int distance = text_distance(text, word, limit);
            if (distance <= limit && distance < best_distance) {
                best_distance = distance;
                best = kind;
                *spelling = word;
            }
        }
    }
    return best;
}

typedef struct Place {
    Block block;
    bool head; /* behind the name of an indicator or group */
} Place;

static bool fits_place(const void *context, int kind) {
    const Place *place = context;
    return place->head ? kind == T_WEIGHT || kind == T_POINTS : begins_clause(place->block, kind);
}

/* Whether the clause that `next` goes on with can't be a definition. */
static bool is_no_definition(const Clauses *c, int i) {
    const Tokens *words = c->words;
    int k = i + 1;
    while (k < words->count && words->at[k].kind == T_TEXT && !words->at[k].first) {
        k++;
    }
    int kind = k < words->count ? words->at[k].kind : T_SEP;
    bool same_line = k < words->count && !words->at[k].first;
    return kind != '=' && kind != ':' && kind != ',' && kind != '(' &&
           (k > i + 1 || (same_line && kind != '}' && kind != T_SEP));
}

/* A misspelt keyword at the beginning of a clause, or `weight` behind a name: reported, and put right, so
   that what follows is read as it was meant.  `rest`, if its end is set, is what was glued to it. */
static bool fix_word(Clauses *c, int i, Token *token, Token *rest) {
    const Open *in = top(c);
    Place place = { in->block, false };
    if (token->kind != T_NAME || token->quoted || in->sign != '{' || in->block > IN_TEST) {
        return false;
    }
    bool starts = !in->since;
    place.head = !starts && (in->head == T_INDICATOR || in->head == T_GROUP) && !in->body &&
                 in->block <= IN_GROUP && in->since >= 2 &&
                 (last_kind(c) == T_NAME || last_kind(c) == T_TEXT);
    if (!place.head && !(starts && is_no_definition(c, i))) {
        return false;
    }
    Text text = token_text(c->source, token), spelling;
    bool glued;
    int kind = token_misspelt(text, fits_place, &place, &spelling, &glued);
    if (!kind) {
        return false;
    }
    Diag *report = diag(c->diags, place.head ? DIAG_MISSPELT_WEIGHT : DIAG_MISSPELT,
                        token_span(c->source, token), text);
    token->kind = kind;
    if (glued) {
        *rest = *token;
        rest->kind = T_NAME;
        rest->first = false;
        rest->begin = token->end = token->begin + (uint32_t)spelling.length;
        write_number_behind(c->source, rest);
        diag_also(report, DIAG_SPLIT_KEYWORD, SPAN_NONE, spelling,
                  text_slice(text, spelling.length, text.length));
    } else {
        diag_also(report, DIAG_DID_YOU_MEAN, SPAN_NONE, spelling);
    }
    return true;
}

/* Joins a number that was glued to a keyword with the decimals and the sign behind it: 分值9.5, 目标95%. */
static int join_rest(const Tokens *words, int i, Token *rest) {
    if (rest->kind != T_NUMBER || rest->unit_end) {
        return i;
    }
    if (i + 1 < words->count && words->at[i].kind == '.' && words->at[i].begin == rest->end &&
        words->at[i + 1].kind == T_NUMBER && words->at[i + 1].begin == words->at[i].end) {
        rest->end = words->at[i + 1].end;
        rest->unit = words->at[i + 1].unit;
        rest->unit_end = words->at[i + 1].unit_end;
        return i + 2;
    }
    if (i < words->count && words->at[i].kind == '%' && words->at[i].begin == rest->end) {
        rest->unit = rest->end;
        rest->unit_end = rest->end = words->at[i].end;
        return i + 1;
    }
    return i;
}

/* ---- All of it ---- */

/* Sets `match` and `start` of every token. */
static void match_brackets(Tokens *tokens) {
    typedef struct Level {
        int bracket, start; /* start: -1 between clauses */
    } Level;
    VEC(Level) levels = { 0 };
    vec_push(&levels, ((Level){ -1, -1 }));
    tokens->at[0].match = -1;
    for (int i = 1; i < tokens->count; i++) {
        Token *token = &tokens->at[i];
        Level *level = &levels.at[levels.count - 1];
        if (token->kind == ')' || token->kind == ']' || token->kind == '}') {
            Token *opening = &tokens->at[level->bracket];
            assert(levels.count > 1 && partner(opening->kind) == token->kind);
            opening->match = i;
            token->match = level->bracket;
            token->start = opening->start;
            levels.count--;
            continue;
        }
        level->start = level->start < 0 ? i : level->start;
        token->start = level->start;
        token->match = level->bracket;
        if (token->kind == T_SEP) {
            level->start = -1;
        } else if (token->kind == '(' || token->kind == '[' || token->kind == '{') {
            vec_push(&levels, ((Level){ i, token->kind == '{' ? -1 : token->start }));
        }
    }
    assert(levels.count == 1);
}

Tokens *tokens_of(Diags *diags, Source *source, uint32_t begin, uint32_t end, int start) {
    const Tokens *words = join_words(diags, source, scan_all(diags, source, begin, end));
    Clauses c = { .diags = diags, .source = source, .words = words, .out = MEM_NEW(Tokens) };
    for (int i = 0; i < words->count; i++) {
        c.missing += words->at[i].kind == '{';
        c.missing -= words->at[i].kind == '}';
    }
    c.extra = -c.missing;
    vec_push(&c.open,
             ((Open){ .sign = '{', .block = start == T_START_FILE ? IN_FILE : IN_EXPRESSION }));
    tokens_push(c.out, (Token){ .kind = start, .begin = begin, .end = begin });
    for (int i = 0; i < words->count;) {
        Token token = words->at[i], rest = { 0 };
        if (is_one_prefix_too_many(&c, &token)) {
            i++;
            continue;
        }
        close_before(&c, &token);
        open_forgotten(&c, &token);
        c.column = token.first ? column_of(&c, token.begin) : c.column;
        end_clause(&c, &token);
        if (fix_word(&c, i, &token, &rest)) {
            put(&c, token);
            i++;
            if (rest.end) {
                i = join_rest(words, i, &rest);
                put(&c, rest);
            }
            continue;
        }
        switch (token.kind) {
        case '(':
        case '[':
        case '{':
            if (c.open.count > DEPTH_MAX) {
                i = skip_deep(&c, i);
                continue;
            }
            push(&c, token);
            break;
        case ')':
        case ']':
        case '}':
            close_bracket(&c, &token, i + 1 < words->count ? &words->at[i + 1] : NULL);
            break;
        default:
            put(&c, token);
        }
        i++;
    }
    while (c.open.count > 1) {
        uint32_t last = c.out->at[c.out->count - 1].end;
        close_forgotten(&c, (Span){ source->id, last, last });
    }
    if (last_kind(&c) != T_SEP && c.out->count > 1) {
        put_made(&c, T_SEP);
    }
    put(&c, (Token){ .kind = 0, .begin = end, .end = end, .made = true });
    match_brackets(c.out);
    return c.out;
}
