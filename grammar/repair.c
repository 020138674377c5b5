/* repair.c - typical forms of policy texts: names with signs in them, signs in words, weights without their keyword,
   bands with two ends.  Each function looks at one spot; the words of the whole text lie before it. */
#include "repair.h"

#include <string.h>

#include "parse.h"

#define WORDS_MAX 200

static const Token *word_at(const Spot *spot, int k) {
    return &spot->words->at[spot->at + k];
}

/* The kind of the k-th word from the spot on; a SEP behind the end of the line, BAD where it is too long to be
   looked at word by word. */
static int kind_at(const Spot *spot, int k) {
    if (k > WORDS_MAX) {
        return T_BAD;
    }
    for (int i = 1; i <= k; i++) {
        if (spot->at + i >= spot->words->count || word_at(spot, i)->first) {
            return T_SEP;
        }
    }
    return word_at(spot, k)->kind;
}

static bool ends_row(int kind) {
    return kind == T_SEP || kind == '}' || kind == ',';
}

static Text text_from(const Spot *spot, int from, int to) {
    return text_slice(spot->source->text, word_at(spot, from)->begin, word_at(spot, to)->end);
}

static Span span_from(const Spot *spot, int from, int to) {
    return (Span){ spot->source->id, word_at(spot, from)->begin, word_at(spot, to)->end };
}

static Token made(uint32_t place, int kind) {
    return (Token){ .kind = kind, .begin = place, .end = place, .told = true };
}

static void put(Repair *repair, Token token) {
    token.first = false;
    repair->put[repair->count++] = token;
}

static Text joined(Text a, const char *between, Text b) {
    Buf buf = { 0 };
    buf_add(&buf, a);
    buf_add_z(&buf, between);
    buf_add(&buf, b);
    return buf_text(&buf);
}

bool repair_ends_operand(int kind) {
    return kind == T_NAME || kind == T_NUMBER || kind == T_TEXT || kind == ')' || kind == ']' ||
           kind == '}';
}

static bool is_comparison(int kind) {
    return kind == '<' || kind == '>' || kind == T_LE || kind == T_GE;
}

static const char *sign_of(int kind) {
    return kind == T_GE ? "≥" : kind == T_LE ? "≤" : kind == '<' ? "<" : kind == '>' ? ">" : "=";
}

/* ---- Glued words ---- */

void repair_glued(const Source *source, Token *rest) {
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

int repair_join(const Tokens *words, int i, Token *rest) {
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

/* ---- Names and texts without quotes ---- */

static bool is_weight(const void *context, int kind) {
    (void)context;
    return kind == T_WEIGHT || kind == T_POINTS;
}

static bool is_weight_word(const Spot *spot, int k) {
    Text spelling;
    bool glued;
    return token_misspelt(token_text(spot->source, word_at(spot, k)), is_weight, NULL, &spelling,
                          &glued) != 0;
}

static bool ends_in_weight(Text text) {
    return text_ends(text, TEXT("分值")) || text_ends(text, TEXT("满分"));
}

/* How many words the name at the spot was meant to have; 0: it can't be told.  *stop: the kind behind it. */
static int name_length(const Spot *spot, int head, int *stop) {
    bool part = head == T_INDICATOR || head == T_GROUP, clause = false;
    int depth = 0;
    for (int k = 0;; k++) {
        int kind = kind_at(spot, k);
        bool ends = kind == T_SEP || kind == '{' || kind == '}' || kind == T_TEXT ||
                    (part && is_weight(NULL, kind)) ||
                    (part && k > 0 && kind == T_NAME && is_weight_word(spot, k)) ||
                    (head == T_GIVEN && (kind == ':' || kind == ',')) ||
                    ((head == T_METHOD || head == T_FUNCTION) && (kind == '(' || kind == '=')) ||
                    (head == T_TABLE && kind == T_FROM) || (head == 0 && kind == '=');
        if (ends && (depth == 0 || kind == T_SEP || kind == '{' || kind == '}')) {
            *stop = kind;
            return depth || (clause && !is_weight(NULL, kind)) ? 0 : k;
        }
        clause |= k > 0 && token_begins_clause(kind);
        depth += kind == '(' || kind == '[';
        depth -= kind == ')' || kind == ']';
        if (depth < 0 || word_at(spot, k)->quoted || kind == T_BAD || kind == '=' || kind == T_NE ||
            is_comparison(kind) || kind == T_ARROW) {
            return 0;
        }
    }
}

/* Of `a 10分 {` and `a（10分） {`: the words of the weight at the end of `length`, its number in *number. */
static int bare_weight(const Spot *spot, int length, int stop, int *number) {
    if (stop == T_TEXT || length < 2) {
        return 0;
    }
    int count = 1;
    *number = length - 1;
    if (kind_at(spot, length - 1) == ')' && length >= 4 && kind_at(spot, length - 3) == '(') {
        count = 3;
        *number = length - 2;
    }
    const Token *token = word_at(spot, *number);
    if (token->kind != T_NUMBER) {
        return 0;
    }
    Text unit =
        token->unit_end ? text_slice(spot->source->text, token->unit, token->unit_end) : TEXT("");
    bool points = !unit.length || text_is_z(unit, "分") || text_is_z(unit, "%") ||
                  text_is_z(unit, "％") || text_is_z(unit, "points");
    return points ? count : 0;
}

static bool repair_name(const Spot *spot, Repair *repair) {
    int head = spot->since ? spot->head : 0, kind = kind_at(spot, 0), stop;
    bool part = (head == T_INDICATOR || head == T_GROUP) && spot->opening && !spot->rows;
    bool declares = part || head == T_GIVEN || head == T_LEVELS || head == T_METHOD ||
                    head == T_FUNCTION || head == T_TABLE;
    bool here = spot->since == 1 || (head == T_GIVEN && spot->last->kind == ',');
    int behind = spot->since ? 0 : kind_at(spot, 1);
    bool defines =
        !spot->since &&
        (kind == T_NUMBER || (kind == T_NAME && (behind == '(' || behind == '/' || behind == '-')));
    if (!spot->clauses || !((declares && here) || defines)) {
        return false;
    }
    int length = name_length(spot, head, &stop), number = 0;
    if (!length || (head == T_GIVEN && stop != ':' && stop != ',' && stop != T_TEXT) ||
        (!head && stop != '=')) {
        return false;
    }
    bool unit_word = is_weight(NULL, stop) && kind_at(spot, length + 1) != T_NUMBER &&
                     kind_at(spot, length + 1) != '(' && kind_at(spot, length) != T_SEP &&
                     kind_at(spot, length + 1) == '{'; /* a 10 points { */
    int weight = part && (!is_weight(NULL, stop) || unit_word) && stop != T_NAME
                     ? bare_weight(spot, length, stop, &number)
                     : 0;
    int name = length - weight;
    bool plain = name == 1 && kind == T_NAME;
    if ((name == 1 && kind != T_NUMBER && kind != T_DATE && kind != T_HENG_YYerror && !plain) ||
        (plain && !weight) || (plain && ends_in_weight(text_from(spot, 0, 0)))) {
        return false;
    }
    Token token = *word_at(spot, 0);
    Text quoted = text_from(spot, 0, name - 1), points = TEXT("");
    if (weight) {
        const Token *word = word_at(spot, number);
        bool percent = word->unit_end && spot->source->text.at[word->unit] != "分"[0] &&
                       spot->source->text.at[word->unit] != 'p';
        points = text_trim(text_slice(spot->source->text, word->begin,
                                      word->unit_end && !percent ? word->unit : word->end));
    }
    if (plain) {
        int last = length - 1 + unit_word;
        Diag *report = diag(spot->diags, DIAG_WEIGHT_BARE, span_from(spot, name, last),
                            text_from(spot, name, last));
        diag_also(report, DIAG_HELP_WEIGHT, SPAN_NONE, points);
    } else {
        Diag *report = diag(spot->diags, DIAG_NAME_QUOTES, span_from(spot, 0, name - 1), quoted);
        if (weight) {
            diag_also(report, DIAG_HELP_NAME_WEIGHT, SPAN_NONE, quoted, points);
        } else {
            diag_also(report, DIAG_HELP_WRITE, SPAN_NONE,
                      joined(TEXT("'"), "", joined(quoted, "'", TEXT(""))));
        }
        token.quoted = true;
        if (spot->names->count < NAMES_MAX) {
            vec_push(spot->names, quoted);
        }
    }
    token.kind = T_NAME;
    token.end = word_at(spot, name - 1)->end;
    token.unit_end = 0;
    token.told = true;
    put(repair, token);
    if (weight) {
        Token value = *word_at(spot, number);
        value.told = true;
        put(repair, made(value.begin, T_WEIGHT));
        put(repair, value);
    }
    repair->next = spot->at + length + (weight && unit_word);
    return true;
}

static bool repair_text(const Spot *spot, Repair *repair) {
    int head = spot->head, kind = kind_at(spot, 0), k = 0;
    if (!spot->clauses || spot->since != 1 ||
        (head != T_CITES && head != T_NOTE && head != T_RULES && head != T_FLAG && head != T_VETO &&
         head != T_ADJUST && head != T_TEST) ||
        kind == T_TEXT || kind == T_SEP || kind == '{' || kind == '}' || word_at(spot, 0)->first) {
        return false;
    }
    for (;; k++) {
        kind = kind_at(spot, k);
        if (kind == T_SEP || kind == '}' || kind == '{' || kind == T_TEXT || kind == T_BAD) {
            break;
        }
        if (((head == T_FLAG || head == T_VETO) && kind == T_WHEN) ||
            (head == T_RULES && kind == T_VERSION) ||
            (head == T_ADJUST && (kind == '+' || kind == '-'))) {
            break;
        }
    }
    bool complete = head == T_FLAG || head == T_VETO ? kind == T_WHEN
                    : head == T_TEST                 ? kind == '{'
                    : head == T_ADJUST               ? kind == '+' || kind == '-'
                                       : kind == T_SEP || kind == '}' || kind == T_VERSION;
    if (!complete || !k) {
        return false;
    }
    Text text = text_from(spot, 0, k - 1);
    diag_also(diag(spot->diags, DIAG_TEXT_QUOTES, span_from(spot, 0, k - 1), text_of("")),
              DIAG_HELP_TEXT, SPAN_NONE, text);
    Token token = *word_at(spot, 0);
    token.kind = T_TEXT;
    token.quoted = token.told = true;
    token.unit_end = 0;
    token.end = word_at(spot, k - 1)->end;
    put(repair, token);
    repair->next = spot->at + k;
    return true;
}

/* ---- Signs in words ---- */

static const struct {
    const char *word;
    int sign;
} sign_words[] = {
#define SIGN(word, sign) { word, sign },
#include "signs.def"
#undef SIGN
};

/* The bytes at `i` that read as `word`; 0: none. */
static uint32_t reads_as(Text text, uint32_t i, const char *word) {
    uint32_t begin = i;
    for (; *word; word++) {
        if (i >= text.length) {
            return 0;
        }
        if (*word == ' ') {
            if (text.at[i] != ' ' && text.at[i] != '\t') {
                return 0;
            }
            while (i < text.length && (text.at[i] == ' ' || text.at[i] == '\t')) {
                i++;
            }
        } else if (text.at[i++] != *word) {
            return 0;
        }
    }
    return i - begin;
}

/* Whether a sign may stand at the spot. */
static bool sign_fits(const Spot *spot, bool word) {
    int last = spot->last->kind;
    /* `目标 达到 …` as a clause; in an expression it is `target meets …` */
    bool target = spot->head == T_TARGET && (spot->clauses || word);
    if (spot->since == 1 && (target || spot->grades)) {
        return last == T_TARGET || last == T_NAME || last == T_TEXT;
    }
    bool operand = repair_ends_operand(last) || last == T_ACTUAL || last == T_TOTAL ||
                   last == T_SCORE || last == T_CREDIT;
    return word && operand && !spot->opening && spot->head != T_GIVEN && spot->head != T_RULES &&
           spot->since > (spot->clauses ? 1 : 0);
}

/* Whether the name at the spot is declared in this text: 不超过3天 = 3 天. */
static bool is_declared(const Spot *spot) {
    Text name = token_text(spot->source, word_at(spot, 0));
    int limit = spot->diags->limit ? spot->diags->limit : 100;
    for (int i = 0; i < spot->words->count && spot->diags->errors < 2 * limit; i++) {
        const Token *word = &spot->words->at[i];
        int before = i ? word[-1].kind : 0, behind = i + 1 < spot->words->count ? word[1].kind : 0;
        if (word->kind == T_NAME && i != spot->at &&
            (behind == '=' || behind == ':' || behind == T_TEXT || before == T_GIVEN ||
             before == T_INDICATOR) &&
            text_is(token_text(spot->source, word), name)) {
            return true;
        }
    }
    return false;
}

static void tell_sign(const Spot *spot, Span span, int sign, Text number, bool both) {
    Text right = joined(text_of(sign_of(sign)), " ", text_trim(number));
    Diag *report = diag(spot->diags, DIAG_WRONG_SIGN, span,
                        text_slice(spot->source->text, span.begin, span.end),
                        both ? right : text_of(sign_of(sign)));
    diag_also(report, DIAG_HELP_WRITE, SPAN_NONE, right);
}

static bool repair_sign_word(const Spot *spot, Repair *repair) {
    const Token *word = word_at(spot, 0);
    bool phrase = word->kind == T_AT_LEAST || word->kind == T_AT_MOST || word->kind == T_MEETS;
    if (word->quoted ||
        (word->kind != T_NAME && word->kind != T_NOT && word->kind != T_NO && !phrase) ||
        !sign_fits(spot, !phrase)) {
        return false;
    }
    uint32_t length = 0;
    size_t i = 0;
    for (; i < sizeof sign_words / sizeof *sign_words && !length; i++) {
        length = reads_as(spot->source->text, word->begin, sign_words[i].word);
    }
    if (!length) {
        return false;
    }
    int sign = sign_words[i - 1].sign, k = 0;
    uint32_t end = word->begin + length;
    Span span = { spot->source->id, word->begin, end };
    while (kind_at(spot, k) != T_SEP && word_at(spot, k)->end < end) {
        k++;
    }
    const Token *over = word_at(spot, k);
    if (over->end > end) { /* 不超过80万元: one word */
        Token rest = { .kind = T_NAME, .begin = end, .end = over->end, .told = true };
        repair_glued(spot->source, &rest);
        if (k || rest.kind != T_NUMBER || (spot->last->kind == T_TARGET && is_declared(spot))) {
            return false;
        }
        repair->next = repair_join(spot->words, spot->at + 1, &rest);
        tell_sign(spot, span, sign, token_text(spot->source, &rest), false);
        put(repair, (Token){ .kind = sign, .begin = word->begin, .end = end, .told = true });
        put(repair, rest);
        return true;
    }
    int next = kind_at(spot, k + 1);
    if (next != T_NUMBER && next != T_NAME && next != T_DATE) {
        return false;
    }
    tell_sign(spot, span, sign, token_text(spot->source, word_at(spot, k + 1)), false);
    put(repair, (Token){ .kind = sign, .begin = word->begin, .end = end, .told = true });
    repair->next = spot->at + k + 1;
    return true;
}

/* 95%以上, 3 次以内, 95% or more. */
static bool repair_sign_behind(const Spot *spot, Repair *repair) {
    static const struct {
        const char *word;
        int sign;
    } behind[] = {
        { "及以上", T_GE }, { "以上", T_GE }, { "及以下", T_LE }, { "以下", T_LE },
        { "以内", T_LE },   { "之内", T_LE }, { "more", T_GE },   { "above", T_GE },
        { "higher", T_GE }, { "less", T_LE }, { "below", T_LE },  { "fewer", T_LE },
        { "lower", T_LE },
    };
    enum { CHINESE = 6 };
    Token number = *word_at(spot, 0);
    if (number.kind != T_NUMBER || !(sign_fits(spot, false) || (spot->choices && !spot->since))) {
        return false;
    }
    bool either = kind_at(spot, 1) == T_OR, apart = kind_at(spot, 1) == T_NAME;
    int last = either ? 2 : apart ? 1 : 0;
    if (kind_at(spot, last) != (last ? T_NAME : T_NUMBER)) {
        return false;
    }
    Text text = token_text(spot->source, word_at(spot, last));
    for (size_t i = 0; i < sizeof behind / sizeof *behind; i++) {
        Text word = text_of(behind[i].word);
        if ((i >= CHINESE) != either || (last ? !text_is(text, word) : !text_ends(text, word))) {
            continue;
        }
        Span span = span_from(spot, 0, last);
        if (!last) {
            number.unit_end = number.end - (uint32_t)word.length;
            number.end = number.unit_end;
            if (number.unit_end <= number.unit) { /* 95 以上 */
                number.end =
                    number.begin + (uint32_t)text_trim(token_text(spot->source, &number)).length;
                number.unit = number.unit_end = 0;
            }
        }
        tell_sign(spot, span, behind[i].sign, token_text(spot->source, &number), true);
        number.told = true;
        put(repair, made(number.begin, behind[i].sign));
        put(repair, number);
        repair->next = spot->at + last + 1;
        return true;
    }
    return false;
}

/* ---- Words and signs too many or too few ---- */

/* 目标：≥ 95%, 分值 = 10, 施行 自 2022-01-01 */
static bool repair_needless(const Spot *spot, Repair *repair) {
    const Token *word = word_at(spot, 0);
    int kind = word->kind, head = spot->head;
    Text text = token_text(spot->source, word);
    bool equals = kind == '=' || kind == ':';
    bool first = spot->clauses && spot->since == 1 && spot->known;
    bool needless = (equals && first && token_keyword(head) && head != T_MISSING &&
                     !(kind == '=' && head == T_TARGET)) ||
                    (equals && spot->opening && is_weight(NULL, spot->last->kind)) ||
                    (kind == ':' && spot->grades && spot->since == 1) ||
                    (first && head == T_IN_FORCE &&
                     (kind == T_FROM || text_is_z(text, "自") || text_is_z(text, "从"))) ||
                    (first && head == T_ROUNDING && (kind == T_TO || text_is_z(text, "保留")));
    if (!needless || word->told) {
        return false;
    }
    Diag *report = diag(spot->diags, DIAG_NEEDLESS, token_span(spot->source, word), text,
                        token_text(spot->source, spot->last));
    diag_also(report, DIAG_HELP_LEAVE_OUT, SPAN_NONE, text);
    repair->next = spot->at + 1;
    return true;
}

static void tell_missing(const Spot *spot, const char *sign, const char *chinese) {
    const Token *word = word_at(spot, 0);
    Text text = token_text(spot->source, word), before = token_text(spot->source, spot->last);
    bool colon = *sign == ':';
    Diag *report = diag(spot->diags, DIAG_SIGN_MISSING, token_span(spot->source, word),
                        text_of(sign), text, text_of(chinese));
    diag_also(report, DIAG_HELP_BETWEEN, SPAN_NONE, joined(before, colon ? ": " : " -> ", text),
              joined(before, colon ? "：" : " -> ", text));
}

/* 填报 d 时长, 好 100%, 80% 至 95% */
static bool repair_between(const Spot *spot, Repair *repair) {
    const Token *word = word_at(spot, 0);
    int kind = word->kind;
    Text text = token_text(spot->source, word);
    bool equals = kind == '=' || kind == ':';
    repair->next = spot->at;
    if (spot->clauses && spot->head == T_GIVEN && spot->since == 2 && kind == T_NAME &&
        spot->last->kind == T_NAME && !word->first) {
        tell_missing(spot, ":", "：");
        put(repair, made(word->begin, ':'));
        put(repair, *word);
        repair->next = spot->at + 1;
        return true;
    }
    if (spot->levels && spot->since && (kind == T_NUMBER || equals) &&
        (spot->last->kind == T_NAME || spot->last->kind == T_TEXT)) {
        if (equals) {
            diag_also(diag(spot->diags, DIAG_WRONG_SIGN, token_span(spot->source, word), text,
                           TEXT("->")),
                      DIAG_HELP_WRITE, SPAN_NONE, TEXT("->"));
        } else {
            tell_missing(spot, "->", "->");
        }
        put(repair, made(word->begin, T_ARROW));
        if (!equals) {
            put(repair, *word);
        }
        repair->next = spot->at + 1;
        return true;
    }
    if ((kind == T_TO || text_is_z(text, "到")) && spot->last->kind == T_NUMBER &&
        kind_at(spot, 1) == T_NUMBER && spot->head != T_IN_FORCE) {
        diag_also(
            diag(spot->diags, DIAG_WRONG_SIGN, token_span(spot->source, word), text, TEXT("..")),
            DIAG_HELP_WRITE, SPAN_NONE, TEXT(".."));
        Token sign = *word;
        sign.kind = T_UPTO;
        sign.told = true;
        put(repair, sign);
        repair->next = spot->at + 1;
        return true;
    }
    return false;
}

/* 填报 d: 时长 ≥ 0 天 */
static bool repair_bounds(const Spot *spot, Repair *repair) {
    const Token *word = word_at(spot, 0);
    int kind = word->kind, behind = kind_at(spot, 1) == T_NUMBER ? kind_at(spot, 2) : 0;
    if (spot->head != T_GIVEN || !spot->clauses || !is_comparison(kind) || spot->since < 4 ||
        (behind != T_SEP && behind != '}' && behind != T_UNIT) ||
        (spot->last->kind != T_NAME && spot->last->kind != '%' && spot->last->kind != T_IN)) {
        return false;
    }
    Token number = *word_at(spot, 1);
    bool low = kind == T_GE || kind == '>';
    int sign = kind == '>' ? T_OPEN_UPTO : kind == '<' ? T_UPTO_OPEN : T_UPTO;
    Text text = token_text(spot->source, &number), dots = text_of(kind == '>'   ? ">.."
                                                                  : kind == '<' ? "..<"
                                                                                : "..");
    diag_also(diag(spot->diags, DIAG_BOUNDS_SIGN, span_from(spot, 0, 1), text_from(spot, 0, 1)),
              DIAG_HELP_BOUNDS, SPAN_NONE, low ? joined(text, " ", dots) : joined(dots, " ", text));
    number.told = true;
    if (spot->last->kind != T_IN) {
        put(repair, made(word->begin, T_IN));
    }
    if (low) {
        put(repair, number);
    }
    put(repair, made(low ? number.end : number.begin, sign));
    if (!low) {
        put(repair, number);
    }
    repair->next = spot->at + 2;
    return true;
}

/* ---- Bands ---- */

static bool number_of(const Spot *spot, const Token *token, Rat *value) {
    Span span = token_span(spot->source, token);
    Text digits =
        text_slice(spot->source->text, span.begin, token->unit_end ? token->unit : span.end);
    return rat_read(text_trim(text_narrow(digits)), value) && !rat_is_huge(*value);
}

/* Whether the bands go up: then the upper end of one is what tells it from the next. */
static bool goes_up(const Spot *spot, int length, const Token *low) {
    const Tokens *words = spot->words;
    Rat here, there;
    if (!number_of(spot, low, &here)) {
        return false;
    }
    bool more = false;
    for (int i = spot->at + length; i < words->count && words->at[i].kind != '}'; i++) {
        if (words->at[i].kind == T_NUMBER) {
            return number_of(spot, &words->at[i], &there) && rat_compare(there, here) > 0;
        }
        more |= words->at[i].kind == T_NAME;
    }
    if (!more) {
        return false;
    }
    for (int i = spot->at - 1; i >= 0 && words->at[i].kind != '{'; i--) {
        if (words->at[i].kind == T_NUMBER) {
            return number_of(spot, &words->at[i], &there) && rat_compare(there, here) <= 0;
        }
    }
    return false;
}

static int mirrored(int kind) {
    return kind == T_LE ? T_GE : kind == T_GE ? T_LE : kind == '<' ? '>' : '<';
}

static Text band_text(const Spot *spot, int name, int sign, const Token *number) {
    return joined(text_from(spot, name, name), " ",
                  joined(text_of(sign_of(sign)), " ", text_trim(token_text(spot->source, number))));
}

static bool put_band(const Spot *spot, Repair *repair, int name, int sign, const Token *number,
                     int length) {
    Token value = *number;
    value.told = true;
    put(repair, *word_at(spot, name));
    put(repair,
        (Token){ .kind = sign, .begin = number->begin, .end = number->begin, .told = true });
    put(repair, value);
    repair->next = spot->at + length;
    return true;
}

static bool repair_band(const Spot *spot, Repair *repair) {
    if (!spot->grades || spot->since) {
        return false;
    }
    int kind[7];
    for (int k = 0; k < 7; k++) {
        kind[k] = k && kind[k - 1] == T_SEP ? T_SEP : kind_at(spot, k);
    }
    const Token *first = NULL, *second = NULL;
    int name = 0, first_sign = 0, second_sign = 0, length = 0;
    if (kind[0] == T_NAME && is_comparison(kind[1]) && kind[2] == T_NUMBER &&
        (kind[3] == T_AND || kind[3] == ',') && is_comparison(kind[4]) && kind[5] == T_NUMBER &&
        ends_row(kind[6])) { /* 良 ≥ 80 且 < 90 */
        first = word_at(spot, 2);
        second = word_at(spot, 5);
        first_sign = kind[1];
        second_sign = kind[4];
        length = 6;
    } else if (kind[0] == T_NUMBER && is_comparison(kind[1]) &&
               kind[2] == T_NAME) { /* 80 ≤ 良 < 90 */
        bool both = is_comparison(kind[3]) && kind[4] == T_NUMBER;
        name = 2;
        first = word_at(spot, 0);
        first_sign = mirrored(kind[1]);
        second = both ? word_at(spot, 4) : NULL;
        second_sign = kind[3];
        length = both ? 5 : 3;
    } else if (kind[0] == T_NAME && kind[1] == T_NUMBER) { /* 良 80 .. 90 */
        bool both =
            (kind[2] == T_UPTO || kind[2] == T_UPTO_OPEN || kind[2] == '-' || kind[2] == T_TO) &&
            kind[3] == T_NUMBER;
        first = word_at(spot, 1);
        Text text = token_text(spot->source, first);
        if (text_ends(text, TEXT("以上")) || text_ends(text, TEXT("以下")) ||
            text_ends(text, TEXT("以内"))) {
            return false; /* repair_sign_behind's */
        }
        first_sign = T_GE;
        second = both ? word_at(spot, 3) : NULL;
        second_sign = kind[2] == T_UPTO_OPEN ? '<' : T_LE;
        length = both ? 4 : 2;
    }
    if (!first || (length < 7 && !ends_row(kind[length]))) {
        return false;
    }
    bool first_low = first_sign == T_GE || first_sign == '>';
    if (second && first_low == (second_sign == T_GE || second_sign == '>')) {
        return false;
    }
    bool up = second && goes_up(spot, length, first_low ? first : second);
    const Token *kept = !second || first_low != up ? first : second;
    int sign = kept == first ? first_sign : second_sign;
    DiagId id = second ? DIAG_BAND_ENDS : name ? DIAG_BAND_ORDER : DIAG_BAND_SIGN;
    Text band = text_from(spot, name, name);
    diag_also(diag(spot->diags, id, span_from(spot, 0, length - 1), band,
                   text_trim(token_text(spot->source, first))),
              DIAG_HELP_WRITE, SPAN_NONE, band_text(spot, name, sign, kept));
    return put_band(spot, repair, name, sign, kept, length);
}

/* ---- Choices ---- */

/* Words k .. up to the end of a value: a SEP, a comma, the end of the line, or a word `stop`. */
static int value_end(const Spot *spot, int k, const char *const *stops) {
    for (;; k++) {
        int kind = kind_at(spot, k);
        if (ends_row(kind) || kind == T_ARROW || kind == T_BAD) {
            return k;
        }
        for (int i = 0; kind == T_NAME && stops && stops[i]; i++) {
            if (text_is_z(token_text(spot->source, word_at(spot, k)), stops[i])) {
                return k;
            }
        }
    }
}

static bool tell_choice(const Spot *spot, Repair *repair, int condition, int arrow, int value,
                        int end, int other, int last) {
    if (arrow == condition || value == end || other == last) {
        return false;
    }
    diag_also(diag(spot->diags, DIAG_CHOICE, span_from(spot, 0, last - 1), text_of("")),
              DIAG_HELP_CHOICE, SPAN_NONE, text_from(spot, condition, arrow - 1),
              text_from(spot, value, end - 1), text_from(spot, other, last - 1));
    Token token = *word_at(spot, 0);
    token.kind = T_BAD;
    token.end = word_at(spot, last - 1)->end;
    put(repair, token);
    repair->next = spot->at + last;
    return true;
}

/* 如果 C 则 A 否则 B, 当 C -> A；其他 -> B */
static bool repair_choice(const Spot *spot, Repair *repair) {
    static const char *const ifs[] = { "如果", "若", "if", NULL };
    static const char *const thens[] = { "则", "那么", "then", NULL };
    static const char *const elses[] = { "否则", "else", NULL };
    int kind = kind_at(spot, 0), last = spot->last->kind;
    bool value = last == T_SCORE || last == T_CREDIT || last == '=' || last == T_ARROW;
    if (!value || (spot->clauses && !spot->since)) {
        return false;
    }
    if (kind == T_NAME && value_end(spot, 0, ifs) == 0) {
        int then = value_end(spot, 1, thens);
        if (kind_at(spot, then) == ',') {
            then++;
        }
        if (kind_at(spot, then) != T_NAME) {
            return false;
        }
        int comma = kind_at(spot, then - 1) == ',';
        int end = value_end(spot, then + 1, elses), otherwise = end + (kind_at(spot, end) == ',');
        if (kind_at(spot, otherwise) != T_NAME || value_end(spot, otherwise, elses) != otherwise) {
            return false;
        }
        return tell_choice(spot, repair, 1, then - comma, then + 1, end, otherwise + 1,
                           value_end(spot, otherwise + 1, NULL));
    }
    if (kind == T_WHEN && kind_at(spot, 1) != '{' && last != T_ARROW) {
        int arrow = value_end(spot, 1, NULL);
        if (kind_at(spot, arrow) != T_ARROW) {
            return false;
        }
        int end = value_end(spot, arrow + 1, NULL), otherwise = end + 1;
        if (spot->at + otherwise + 1 >= spot->words->count ||
            (kind_at(spot, end) != ',' && kind_at(spot, end) != T_SEP) ||
            word_at(spot, otherwise)->kind != T_OTHERWISE || word_at(spot, otherwise)->first ||
            word_at(spot, otherwise + 1)->kind != T_ARROW) {
            return false;
        }
        return tell_choice(spot, repair, 1, arrow, arrow + 1, end, otherwise + 2,
                           value_end(spot, otherwise + 2, NULL));
    }
    return false;
}

/* 等级 A ≥ 90；B 其他 */
static bool repair_grades(const Spot *spot, Repair *repair) {
    if (!spot->known || !spot->clauses || spot->since != 1 || spot->head != T_GRADE ||
        kind_at(spot, 0) != T_NAME || !is_comparison(kind_at(spot, 1))) {
        return false;
    }
    int end = 1;
    while (spot->at + end < spot->words->count && !word_at(spot, end)->first &&
           word_at(spot, end)->kind != '}') {
        end++;
    }
    Text rows = text_from(spot, 0, end - 1);
    Diag *report =
        diag(spot->diags, DIAG_NOT_OPENED, span_from(spot, 0, 0), TEXT("{"), text_from(spot, 0, 0));
    diag_also(report, DIAG_HELP_GRADE, SPAN_NONE, rows);
    put(repair, made(word_at(spot, 0)->begin, T_BAD));
    repair->next = spot->at + end;
    return true;
}

/* A name that was declared without the quotes it needs. */
static bool repair_use(const Spot *spot, Repair *repair) {
    Token token = *word_at(spot, 0);
    Text text = token_text(spot->source, &token);
    for (int i = 0; token.kind == T_NUMBER && i < spot->names->count; i++) {
        if (text_is(text, spot->names->at[i])) {
            diag_also(diag(spot->diags, DIAG_NAME_QUOTES, token_span(spot->source, &token), text),
                      DIAG_HELP_WRITE, SPAN_NONE,
                      joined(TEXT("'"), "", joined(text, "'", TEXT(""))));
            token.kind = T_NAME;
            token.quoted = token.told = true;
            token.unit_end = 0;
            put(repair, token);
            repair->next = spot->at + 1;
            return true;
        }
    }
    return false;
}

bool repair(const Spot *spot, Repair *result) {
    return repair_grades(spot, result) || repair_choice(spot, result) || repair_use(spot, result) ||
           repair_needless(spot, result) || repair_name(spot, result) ||
           repair_text(spot, result) || repair_sign_behind(spot, result) ||
           repair_band(spot, result) || repair_sign_word(spot, result) ||
           repair_bounds(spot, result) || repair_between(spot, result);
}
