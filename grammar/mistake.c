/* mistake.c - what the parser can't read: told in users' words, with what would mend it, and passed over so
   that the rest is still read. */
#include <string.h>

#include "build.h"
#include "parse.h"

#define SHOWN_MAX 5    /* things expected that a message names */
#define QUOTE_RUNES 30 /* of the source, in a message */

static Token *token_at(const Parse *p, int i) {
    return &p->tokens->at[i];
}

static Text text_at(const Parse *p, int i) {
    return text_slice(p->source->text, token_at(p, i)->begin, token_at(p, i)->end);
}

static bool is_opening(int kind) {
    return kind == '(' || kind == '[' || kind == '{';
}

static bool is_closing(int kind) {
    return kind == ')' || kind == ']' || kind == '}';
}

static bool is_comparison(int kind) {
    return kind == '=' || kind == '<' || kind == '>' || kind == T_NE || kind == T_LE ||
           kind == T_GE || kind == T_MEETS || kind == T_IS || kind == T_IN;
}

/* The index of the `{` around token i, or -1. */
static int brace_around(const Parse *p, int i) {
    int around = is_closing(token_at(p, i)->kind) ? token_at(p, i)->match : i;
    if (is_opening(token_at(p, around)->kind)) {
        if (around == 0) {
            return -1;
        }
        int kind = token_at(p, around - 1)->kind;
        int before = around - 1;
        while (is_closing(kind)) { /* beside it lies a token whose match is the bracket around */
            before = token_at(p, before)->match;
            if (before == 0) {
                return -1;
            }
            kind = token_at(p, --before)->kind;
        }
        around = is_opening(kind) ? before : token_at(p, before)->match;
    } else {
        around = token_at(p, around)->match;
    }
    while (around >= 0 && token_at(p, around)->kind != '{') {
        around = brace_around(p, around);
    }
    return around;
}

/* The first token of the clause or row that token i stands in. */
static int clause_start(const Parse *p, int i) {
    return token_at(p, i)->start;
}

/* ---- Going on ---- */

/* The `{` of the body of the item that begins at token i, or 0. */
static int body_of(const Parse *p, int i) {
    int body = 0;
    while (token_at(p, i)->kind != T_SEP && token_at(p, i)->kind) {
        int kind = token_at(p, i)->kind, behind = i;
        if (is_opening(kind)) {
            behind = token_at(p, i)->match;
            body = kind == '{' && token_at(p, behind + 1)->kind == T_SEP ? i : body;
        }
        i = behind + 1;
    }
    return body;
}

void mistake_skip(Parse *p) {
    int at = p->at;
    int around = brace_around(p, at);
    if (token_at(p, at)->kind == ',' && token_at(p, at)->match == around &&
        token_begins_clause(token_at(p, at + 1)->kind)) {
        p->resume = at + 1; /* a comma for a semicolon */
        return;
    }
    int start = clause_start(p, at), head = token_at(p, start)->kind;
    int owner = around < 0 ? 0 : token_at(p, clause_start(p, around))->kind;
    bool in_rows = owner == T_EACH_ROW || owner == T_WHEN;
    bool has_body = head == T_EACH_ROW || head == T_LEVELS || head == T_TEST ||
                    ((head == T_INDICATOR || head == T_GROUP) && !in_rows) ||
                    (head == T_WHEN && in_rows && token_at(p, start + 1)->kind != '{');
    if (has_body && at > start) {
        int body = body_of(p, start);
        if (at <= body) {
            p->next = at < body ? body : p->next;
            return;
        }
    }
    int i = at;
    while (token_at(p, i)->kind && token_at(p, i)->kind != T_SEP) {
        i = is_opening(token_at(p, i)->kind) ? token_at(p, i)->match + 1 : i + 1;
    }
    if (i > at) {
        p->next = i;
    }
}

/* ---- Wording ---- */

static void quote(Buf *buf, Text text) {
    Text shown = text_trim(text);
    bool cut = text_runes(shown) > QUOTE_RUNES;
    size_t end = 0;
    for (int i = 0; cut && i < QUOTE_RUNES; i++) {
        int length;
        text_rune(shown, end, &length);
        end += (size_t)length;
    }
    buf_char(buf, '`');
    buf_add(buf, cut ? text_slice(shown, 0, end) : shown);
    buf_add_z(buf, cut ? "…`" : "`");
}

static Text found(const Parse *p, Lang lang) {
    const Token *token = token_at(p, p->at);
    bool zh = lang == LANG_ZH;
    if (token->kind == 0 || (token->made && token[1].kind == 0)) {
        return p->tokens->at->kind == T_START_EXPR
                   ? zh ? TEXT("表达式的结尾") : TEXT("the end of the expression")
               : zh ? TEXT("文件的结尾")
                    : TEXT("the end of the file");
    }
    if (token->kind == T_SEP && token->made) {
        return token[1].kind == '}' ? TEXT("`}`")
               : zh                 ? TEXT("行的结尾")
                                    : TEXT("the end of the line");
    }
    if (token->begin == token->end) {
        return zh ? TEXT("此处") : TEXT("this");
    }
    Buf buf = { 0 };
    quote(&buf, text_at(p, p->at));
    return buf_text(&buf);
}

/* Tokens with a sign of their own. */
static const struct {
    int kind;
    const char *en, *zh;
} signs[] = {
    { '=', "`=`", "`=`" },
    { ':', "`:`", "`：`" },
    { T_ARROW, "`->`", "`->`" },
    { '{', "`{`", "`{`" },
    { '}', "`}`", "`}`" },
    { '(', "`(`", "`(`" },
    { ')', "`)`", "`)`" },
    { ']', "`]`", "`]`" },
    { ',', "`,`", "`，`" },
    { '+', "`+`", "`+`" },
    { '-', "`-`", "`-`" },
    { T_NUMBER, "a number", "数值" },
    { T_TEXT, "a text in quotes", "引号中的文字" },
    { T_DATE, "a date", "日期" },
    { T_NAME, "a name", "名称" },
};

typedef struct Wanted {
    bool kinds[TOKEN_COUNT];
    bool value, operator, comparison, clause, item;
} Wanted;

static void take_out(Wanted *wanted, const int *kinds, size_t count) {
    for (size_t i = 0; i < count; i++) {
        wanted->kinds[kinds[i]] = false;
    }
}

/* Gathers what belongs together: nobody wants to read 30 things that begin a value. */
static Wanted gather(const bool *expected) {
    static const int values[] = { T_NUMBER, T_TEXT,      T_DATE,      T_YES,           T_NO,
                                  T_NAME,   T_ACTUAL,    T_TARGET,    T_WEIGHT,        T_SCORE,
                                  T_CREDIT, T_GRADE,     T_TOTAL,     T_PARTS,         T_FORMS,
                                  '(',      T_WHEN,      T_STEPS,     T_LINEAR,        T_BAD,
                                  T_NOT,    '-',         '+',         T_ANY_OF,        T_ONE_OF,
                                  T_UPTO,   T_UPTO_OPEN, T_OPEN_UPTO, T_OPEN_UPTO_OPEN,
                                  T_ROW,    T_CHECK,     T_FLAG,      T_VETO,          T_ADJUST,
                                  T_REQUIRED };
    static const int comparisons[] = { '=', '<', '>', T_NE, T_LE, T_GE, T_MEETS, T_IS, T_IN };
    static const int operators[] = {
        '+', '-',   '*',  '/',    '^',         '.',         '[',
        '(', T_AND, T_OR, T_UPTO, T_UPTO_OPEN, T_OPEN_UPTO, T_OPEN_UPTO_OPEN
    };
    Wanted wanted = { 0 };
    memcpy(wanted.kinds, expected, sizeof wanted.kinds);
    bool *kinds = wanted.kinds;
    bool signed_value = kinds['('] && kinds[T_NUMBER];
    if (kinds[T_SET] && kinds[T_EXPECT]) { /* a test's own steps; that it may hold items as well is beside the point */
        static const int steps[] = { T_SET, T_ROW, T_EXPECT, '}', T_SEP };
        memset(kinds, 0, sizeof wanted.kinds);
        for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
            kinds[steps[i]] = expected[TOKEN_INDEX(steps[i])];
        }
    }
    wanted.item = kinds[T_CITES] && kinds[T_RULES];
    wanted.clause = kinds[T_CITES] && !wanted.item;
    wanted.value = kinds[T_NUMBER] && kinds[T_YES];
    wanted.comparison = kinds[T_LE] && kinds['<'];
    wanted.operator= kinds['/'] ||(kinds[T_AND] && kinds[T_OR]);
    if (wanted.item || wanted.clause) {
        for (int i = 1; i < TOKEN_COUNT; i++) {
            kinds[i] = false;
        }
        return wanted;
    }
    if (wanted.comparison) {
        take_out(&wanted, comparisons, sizeof comparisons / sizeof *comparisons);
        wanted.comparison = !wanted.operator;
    }
    if (wanted.operator) {
        take_out(&wanted, operators, sizeof operators / sizeof *operators);
    }
    if (wanted.value && signed_value) {
        take_out(&wanted, values, sizeof values / sizeof *values);
    }
    return wanted;
}

static void list_one(Buf *items, int *count, Text item) {
    if (*count < SHOWN_MAX && item.length) {
        buf_add_z(items, *count ? "\1" : "");
        buf_add(items, item);
        ++*count;
    }
}

static Text expected_text(const Wanted *wanted, Lang lang) {
    bool zh = lang == LANG_ZH;
    Buf items = { 0 };
    int count = 0;
    for (int k = KW_FIRST + 1; k < KW_COUNT; k++) {
        for (int kind = 258; kind < TOKEN_COUNT; kind++) {
            if (wanted->kinds[kind] && token_keyword(kind) == (Keyword)k) {
                Buf word = { 0 };
                quote(&word, keyword_text((Keyword)k, lang));
                list_one(&items, &count, buf_text(&word));
            }
        }
    }
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        if (wanted->kinds[signs[i].kind]) {
            list_one(&items, &count, text_of(zh ? signs[i].zh : signs[i].en));
        }
    }
    const struct {
        bool wanted;
        const char *en, *zh;
    } sorts[] = {
        { wanted->item, "an item such as `indicator` or `given`", "`指标`、`填报` 等条目" },
        { wanted->clause, "a clause such as `target` or `note`", "`目标`、`说明` 等条款" },
        { wanted->value, "a value", "一个值" },
        { wanted->comparison, "a comparison", "比较符号" },
        { wanted->kinds[T_SEP], "the end of the clause", "条款的结尾" },
        { wanted->operator, "an operator", "运算符" },
    };
    for (size_t i = 0; i < sizeof sorts / sizeof *sorts; i++) {
        if (sorts[i].wanted) {
            list_one(&items, &count, text_of(zh ? sorts[i].zh : sorts[i].en));
        }
    }
    Buf text = { 0 };
    int seen = 1;
    Text all = buf_text(&items);
    for (size_t i = 0; i < all.length; i++) {
        if (all.at[i] != '\1') {
            buf_char(&text, all.at[i]);
        } else if (++seen == count) {
            buf_add_z(&text, zh ? "或" : " or ");
        } else {
            buf_add_z(&text, zh ? "、" : ", ");
        }
    }
    if (!count) {
        buf_add_z(&text, zh ? "别的内容" : "something else");
    }
    return buf_text(&text);
}

/* ---- Typical mistakes ---- */

static bool fits_expected(const void *context, int kind) {
    return ((const bool *)context)[kind];
}

static bool any_keyword(const void *context, int kind) {
    (void)context;
    (void)kind;
    return true;
}

/* A word at token i that may be a keyword, misspelt or glued to its neighbour. */
static bool help_word(const Parse *p, Diag *report, int i, const bool *expected) {
    const Token *token = token_at(p, i);
    if (i < 1 || token->kind != T_NAME || token->quoted || token_at(p, i - 1)->kind == '.') {
        return false;
    }
    Text text = text_at(p, i), spelling;
    bool glued;
    if (i == p->at && token_misspelt(text, fits_expected, expected, &spelling, &glued)) {
        if (glued) {
            diag_also(report, DIAG_SPLIT_KEYWORD, SPAN_NONE, spelling,
                      text_slice(text, spelling.length, text.length));
        } else {
            diag_also(report, DIAG_DID_YOU_MEAN, SPAN_NONE, spelling);
        }
        return true;
    }
    if (token_misspelt(text, any_keyword, NULL, &spelling, &glued) && !glued) {
        diag_also(report, DIAG_DID_YOU_MEAN, SPAN_NONE, spelling);
        return true;
    }
    for (int k = KW_FIRST + 1; k < KW_COUNT; k++) { /* 覆盖率分值 60 */
        Text word = keyword_text((Keyword)k, LANG_ZH);
        if (text.length > word.length && text_ends(text, word) && text_runes(word) >= 2) {
            diag_also(report, DIAG_SPLIT_KEYWORD, SPAN_NONE,
                      text_slice(text, 0, text.length - word.length), word);
            return true;
        }
    }
    return false;
}

/* Whether a comparison stands before token i, with nothing looser between. */
static bool is_chain(const Parse *p, int i) {
    for (int k = i - 1; k > 0; k--) {
        int kind = token_at(p, k)->kind;
        if (is_closing(kind)) {
            k = token_at(p, k)->match;
        } else if (is_opening(kind) || kind == T_SEP || kind == T_AND || kind == T_OR ||
                   kind == T_ARROW || kind == ',' || kind == T_WHEN || kind == T_TARGET) {
            return false;
        } else if (is_comparison(kind)) {
            return true;
        }
    }
    return false;
}

static void help(const Parse *p, Diag *report, const bool *expected) {
    int kind = token_at(p, p->at)->kind;
    int around = brace_around(p, p->at);
    int owner = around < 0 ? 0 : token_at(p, clause_start(p, around))->kind;
    int start = clause_start(p, p->at);
    Text text = text_at(p, p->at);
    Text before = p->at > 0 ? text_at(p, p->at - 1) : TEXT("");
    bool behind_name = p->at > 0 && token_at(p, p->at - 1)->kind == T_NAME;
    if (expected[T_DATE] && !expected[T_YES]) {
        diag_also(report, DIAG_HELP_DATE, SPAN_NONE, TEXT(""));
    } else if (expected[':'] && behind_name && (kind == ',' || kind == ')') && !expected[',']) {
        diag_also(report, DIAG_HELP_PARAM, SPAN_NONE, before);
    } else if (expected[':'] && behind_name && kind == T_NAME) {
        Buf buf = { 0 };
        buf_add(&buf, before);
        buf_add_z(&buf, ": ");
        buf_add(&buf, text);
        diag_also(report, DIAG_HELP_WRITE, SPAN_NONE, buf_text(&buf));
    } else if (expected[T_OF] && kind == T_NAME) {
        diag_also(report, DIAG_HELP_OF, SPAN_NONE, text);
    } else if (expected[T_EXPECT] && (kind == T_TOTAL || kind == T_SCORE || kind == T_GRADE)) {
        diag_also(report, DIAG_HELP_EXPECT, SPAN_NONE, text);
    } else if (kind == ':' && expected['=']) {
        diag_also(report, DIAG_HELP_WRITE, SPAN_NONE, TEXT("="));
    } else if (kind == '=' && expected[':']) {
        diag_also(report, DIAG_HELP_WRITE, SPAN_NONE, TEXT(":"));
    } else if ((kind == '=' || kind == ':') && expected[T_ARROW] && !expected[T_LE]) {
        diag_also(report, DIAG_HELP_WRITE, SPAN_NONE, TEXT("->"));
    } else if (is_comparison(kind) && is_chain(p, p->at)) {
        diag_also(report, DIAG_HELP_CHAIN, SPAN_NONE, TEXT(""));
    } else if (p->at > 0 && token_at(p, p->at - 1)->kind == T_IS && kind != T_SEP) {
        diag_also(report, DIAG_HELP_WRITE, SPAN_NONE, TEXT("="));
    } else if (kind == ',' && expected[T_SEP]) {
        diag_also(report, DIAG_HELP_CLAUSES, SPAN_NONE, TEXT(""));
    } else if ((kind == T_AND || kind == T_OR) && owner == T_GRADE) {
        diag_also(report, DIAG_HELP_BAND, SPAN_NONE, text_at(p, start));
    } else if (kind == T_TEXT && expected[T_NAME] && !expected[T_TEXT]) {
        diag_also(report, DIAG_HELP_BARE_NAME, SPAN_NONE, TEXT(""));
    } else if (token_keyword(kind) && expected[T_NAME] && !expected[T_CITES]) {
        diag_also(report, DIAG_HELP_QUOTE_NAME, SPAN_NONE, text);
    } else if (!help_word(p, report, p->at, expected)) {
        help_word(p, report, p->at - 1, expected);
    }
}

bool mistake_is_shown(const Parse *p) {
    int limit = p->diags->limit ? p->diags->limit : 100;
    return p->diags->errors <= 2 * limit;
}

void mistake_report(Parse *p, const bool *expected) {
    const Token *token = token_at(p, p->at);
    if (token->kind == T_BAD || (p->at > 0 && token[-1].kind == T_BAD) || token->told ||
        (token->made && is_closing(token->kind))) {
        return;
    }
    p->missed_open += expected['{'] && token->kind != '{';
    bool before_brace =
        token->made && token[0].kind == T_SEP && token[1].kind == '}' && !token[1].made;
    const Token *shown = before_brace ? token + 1 : token;
    Span span = { p->source->id, shown->begin, shown->end };
    if (!mistake_is_shown(p)) {
        diag(p->diags, DIAG_SYNTAX, span, TEXT(""));
        return;
    }
    Wanted wanted = gather(expected);
    Diag *report =
        diag(p->diags, DIAG_SYNTAX, span, found(p, LANG_EN), expected_text(&wanted, LANG_EN),
             found(p, LANG_ZH), expected_text(&wanted, LANG_ZH));
    help(p, report, expected);
}
