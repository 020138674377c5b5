/* tokens.c - raw tokens to words: what the scanner cuts becomes keywords, numbers with their units, and names.
   clauses.c goes on from there. */
#include "tokens.h"

#include <string.h>

#include "parse.h"
#include "scan.h"

/* ---- Arrays ---- */

/* Tokens hold no pointers, so they live in a leaf, however many. */
void tokens_push(Tokens *tokens, Token token) {
    if (tokens->count == tokens->room) {
        int room = tokens->room ? tokens->room * 2 : 256;
        Token *bigger = mem_leaf(sizeof(Token) * (size_t)room);
        if (tokens->count) {
            memcpy(bigger, tokens->at, sizeof(Token) * (size_t)tokens->count);
        }
        tokens->at = bigger;
        tokens->room = room;
    }
    tokens->at[tokens->count++] = token;
}

Text token_text(const Source *source, const Token *token) {
    return text_slice(source->text, token->begin, token->end);
}

Span token_span(const Source *source, const Token *token) {
    return (Span){ source->id, token->begin, token->end };
}

/* ---- What the scanner calls ---- */

void scan_wrong(Scan *scan, const char *right) {
    scan->right = right;
}

void scan_comment(Scan *scan) {
    diag(scan->diags, DIAG_WRONG_SIGN, ((Span){ scan->source->id, scan->begin, scan->begin + 2 }),
         TEXT("//"), TEXT("#"));
}

void token_wrong(Diags *diags, Source *source, const Token *token, const char *right) {
    diag(diags, DIAG_WRONG_SIGN, token_span(source, token), token_text(source, token),
         text_of(right));
}

void token_stray(Diags *diags, Source *source, const Token *token) {
    Text text = token_text(source, token);
    int length;
    uint32_t rune = text_rune(text, 0, &length);
    Buf code = { 0 };
    buf_format(&code, "U+%04X", (unsigned)rune);
    bool shown = rune > ' ' && rune != 0x7F && !(rune >= 0x80 && rune < 0xA0) &&
                 !(rune >= 0x2000 && rune <= 0x200F) && !(rune >= 0x2028 && rune <= 0x202F);
    diag(diags, DIAG_BAD_CHARACTER, token_span(source, token), shown ? text : buf_text(&code));
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
    memcpy(bytes, source->text.at + begin, length);
    yyscan_t scanner;
    scan_lex_init_extra(&scan, &scanner);
    scan__scan_buffer(bytes, length + 2, scanner);
    int kind;
    while ((kind = scan_lex(scanner)) != 0) {
        tokens_push(
            raw,
            (Token){ .kind = kind, .begin = scan.begin, .end = scan.end, .right = scan.right });
        scan.right = NULL;
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
    { T_DATED_BY, 2, { "dated", "by" } },
    { T_AT_MOST, 2, { "at", "most" } },         { T_AT_LEAST, 2, { "at", "least" } },
    { T_PER_FULL, 2, { "per", "full" } },       { T_ANY_OF, 2, { "any", "of" } },
    { T_STAYS_OUT, 2, { "stays", "out" } },     { T_ONE_OF, 2, { "one", "of" } },
};

/* The phrase that begins at raw token i: its kind, and how many tokens it takes in *count; or 0. */
static int phrase_at(const Source *source, const Tokens *raw, int i, int *count) {
    char c = source->text.at[raw->at[i].begin];
    if (!strchr("deiapso", c) || !c) {
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

static const struct {
    Keyword keyword;
    const char *word;
} synonyms[] = {
#define SYNONYM(id, word) { KW_##id, word },
#include "synonyms.def"
#undef SYNONYM
};

/* Words of sentences that are no unit of the number before them: 则 10 否则 0. */
static bool is_no_unit(Text word) {
    static const char *const words[] = { "则", "那么", "then", "到" };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (text_is_z(word, words[i])) {
            return true;
        }
    }
    for (size_t i = 0; i < sizeof synonyms / sizeof *synonyms; i++) {
        if (text_is_z(word, synonyms[i].word)) {
            return true;
        }
    }
    return false;
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
                                               !is_glued_keyword(token_text(source, unit)) &&
                                               !is_no_unit(token_text(source, unit)))))) {
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

Tokens *tokens_words(Diags *diags, Source *source, uint32_t begin, uint32_t end) {
    const Tokens *raw = scan_all(diags, source, begin, end);
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

/* The keyword that `text` probably stands for, or begins with, among those `fits` allows: its spelling in
   *spelling, whether it is only the beginning in *glued. */
int token_misspelt(Text text, bool (*fits)(const void *context, int kind), const void *context,
                   Text *spelling, bool *glued) {
    int best = 0, best_distance = 3;
    *glued = false;
    for (size_t i = 0; i < sizeof synonyms / sizeof *synonyms; i++) {
        if (text_is_z(text, synonyms[i].word) &&
            fits(context, keyword_tokens[synonyms[i].keyword - KW_FIRST])) {
            *spelling = keyword_text(synonyms[i].keyword, text.at[0] & 0x80 ? LANG_ZH : LANG_EN);
            return keyword_tokens[synonyms[i].keyword - KW_FIRST];
        }
    }
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
