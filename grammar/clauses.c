/* clauses.c - words to the parser's tokens: brackets are matched and line ends become SEP.  Because it sees all of
   the text before the parser does, it can tell a forgotten brace by where it is missed: a line that begins with
   `indicator` inside an indicator, say. */
#include "tokens.h"

#include <assert.h>

#include "parse.h"
#include "repair.h"

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
        return block <= IN_ROWS;
    case T_GIVEN:
        return block <= IN_TEST;
    case T_RULES:
    case T_IN_FORCE:
    case T_DATED_BY:
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
        return block <= IN_GROUP || block == IN_ROWS || block == IN_TEST;
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

static bool goes_on(int before, int head, const Token *token) {
    switch (before) {
    case T_UPTO: /* the end of `in 0 天 ..`, unless a number follows */
    case T_UPTO_OPEN:
    case T_OPEN_UPTO:
    case T_OPEN_UPTO_OPEN:
        return (head != T_GIVEN && head != T_SET && head != T_ROW) || token->kind == T_NUMBER ||
               token->kind == '(' || token->kind == '-' || token->kind == '+';
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
    Names names;     /* declared without the quotes they need */
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
    if (top(c)->sign == '{' &&
        ((token->first && !goes_on(last_kind(c), top(c)->head, token)) || item)) {
        put_made(c, T_SEP);
    }
}

/* A `}` too many, and here a clause in the head of an indicator or group, or on the line behind it: there
   the `{` is missing. */
static void open_forgotten(Clauses *c, const Token *token) {
    Open *in = top(c);
    Block inside = in->head == T_INDICATOR ? IN_INDICATOR : IN_GROUP;
    if (c->extra <= 0 || in->sign != '{' || in->block > IN_GROUP || in->body ||
        (in->head != T_INDICATOR && in->head != T_GROUP) || !repair_ends_operand(last_kind(c)) ||
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
           (repair_ends_operand(last_kind(c)) ||
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
        repair_glued(c->source, rest);
        diag_also(report, DIAG_SPLIT_KEYWORD, SPAN_NONE, spelling,
                  text_slice(text, spelling.length, text.length));
    } else {
        diag_also(report, DIAG_DID_YOU_MEAN, SPAN_NONE, spelling);
    }
    return true;
}

/* ---- What policy texts write ---- */

static bool repair_word(Clauses *c, int i, Repair *result) {
    const Open *in = top(c);
    bool brace = in->sign == '{';
    int owner = c->open.count > 1 ? c->open.at[c->open.count - 2].head : 0;
    Spot spot = {
        .diags = c->diags, .source = c->source, .names = &c->names, .words = c->words, .at = i
    };
    spot.last = &c->out->at[c->out->count - 1];
    spot.head = in->since ? in->head : 0;
    spot.since = in->since;
    spot.clauses = brace && in->block <= IN_TEST;
    spot.rows = in->block == IN_ROWS;
    spot.known = begins_clause(in->block, in->head);
    spot.opening =
        spot.clauses && !in->body && in->since && (in->head == T_INDICATOR || in->head == T_GROUP);
    spot.grades = brace && in->block == IN_NAMED && owner == T_GRADE;
    spot.levels = brace && in->block == IN_NAMED && owner == T_LEVELS;
    spot.choices = brace && in->block == IN_EXPRESSION;
    return repair(&spot, result);
}

/* A clause on the line of another without a `;`: two values never stand side by side. */
static void separate(Clauses *c, const Token *token) {
    const Open *in = top(c);
    int kind = token->kind, last = last_kind(c);
    bool opening =
        !in->body && (in->head == T_INDICATOR || in->head == T_GROUP || in->head == T_EACH_ROW ||
                      in->head == T_LEVELS || in->head == T_TEST || in->head == T_GRADE);
    bool operand =
        repair_ends_operand(last) ||
        (in->since >= 2 && (last == T_ACTUAL || last == T_TARGET || last == T_YES || last == T_NO));
    if (in->sign != '{' || in->block > IN_TEST || !in->since || token->first || !operand ||
        !begins_clause(in->block, kind) || kind == T_WHEN || kind == T_REDISTRIBUTE ||
        (opening && in->block != IN_ROWS) || (opening && in->head == T_EACH_ROW) ||
        (kind == T_UNIT && in->head == T_GIVEN) || (last == T_TEXT && in->head == T_CHECK) ||
        ((kind == T_AT_MOST || kind == T_AT_LEAST) && in->head == T_DEDUCT)) {
        return;
    }
    Text text = token_text(c->source, token);
    Diag *report = diag(c->diags, DIAG_SIGN_MISSING, token_span(c->source, token), TEXT(";"), text,
                        TEXT("；"));
    diag_also(report, DIAG_HELP_SEPARATOR, SPAN_NONE, text);
    put_made(c, T_SEP);
}

/* A sign of another language, or a character that has no meaning, and that stands in no name. */
static void tell_sign(Clauses *c, int i, Token *token) {
    if (token->kind == T_HENG_YYerror) {
        token_stray(c->diags, c->source, token);
    } else if (token->right) {
        bool clause = i + 1 < c->words->count &&
                      begins_clause(top(c)->block, c->words->at[i + 1].kind) && top(c)->sign == '{';
        bool list = token->kind == ',' && clause;
        token_wrong(c->diags, c->source, token, list ? "；" : token->right);
        token->kind = list ? T_SEP : token->kind;
        token->told = true;
    }
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
    const Tokens *words = tokens_words(diags, source, begin, end);
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
        separate(&c, &token);
        Repair repaired = { 0 };
        if (repair_word(&c, i, &repaired)) {
            for (int k = 0; k < repaired.count; k++) {
                put(&c, repaired.put[k]);
            }
            i = repaired.next;
            continue;
        }
        tell_sign(&c, i, &token);
        if (fix_word(&c, i, &token, &rest)) {
            put(&c, token);
            i++;
            if (rest.end) {
                i = repair_join(words, i, &rest);
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
