#include "jobs/doc_words.h"

#include "data/date.h"

typedef struct Teller {
    Terms terms;            /* in words */
    const Node *target;     /* of the indicator, a number whose sense is known; or NULL */
    int inlined;            /* how many methods deep */
} Teller;

static Teller teller(Lang lang) {
    return (Teller){ .terms = { .lang = lang, .words = true } };
}

#define T(en, zh) LT(&t->terms, en, zh)

#define SAY(en, zh, ...) \
    glue_text(T(en, zh), (const Text[]){ __VA_ARGS__ }, (int)(sizeof((const Text[]){ __VA_ARGS__ }) / sizeof(Text)))

static Text in_words(const Teller *t, const Node *node) {
    return term_text(&t->terms, node);
}

static Text held(const Teller *t, const Node *node, Hold least) {
    Buf buf = { 0 };
    term_write(&buf, &t->terms, node, least);
    return buf_text(&buf);
}

/* ---- constants ---- */

static bool constant(const Node *node, Rat *number, Text *unit, int depth) {
    Rat a, b;
    Text other;
    if (!node || depth > 20) return false;
    switch ((int)node->kind) {
    case NODE_NUMBER:
        *number = node->number;
        *unit = node->text;
        return !rat_is_huge(*number);
    case NODE_NAME:
        return node->symbol && node->symbol->kind == SYM_DEFINE && node->symbol->node && node->symbol->node->kind == NODE_DEFINE &&
               constant(node->symbol->node->kid[1], number, unit, depth + 1);
    case NODE_UNARY:
        if (node->op == KW_NOT || !constant(node->kid[0], number, unit, depth + 1)) return false;
        if (node->op == '-') *number = rat_negate(*number);
        return true;
    case NODE_BINARY: /* plain numbers only: what units make of a product is not this module's business */
        if (!constant(node->kid[0], &a, unit, depth + 1) || !constant(node->kid[1], &b, &other, depth + 1)) return false;
        if (unit->length || other.length) return false;
        if (node->op == '+') *number = rat_add(a, b);
        else if (node->op == '-') *number = rat_subtract(a, b);
        else if (node->op == '*') *number = rat_multiply(a, b);
        else if (node->op == '/' && !rat_is_zero(b)) *number = rat_divide(a, b);
        else return false;
        return !rat_is_huge(*number);
    default: return false;
    }
}

bool words_constant(const Node *node, Rat *number, Text *unit) {
    return constant(node, number, unit, 0);
}

/* A share: 80%, 0.8, 1. */
static bool share(const Node *node, Rat *number) {
    Text unit;
    if (!node || (node->kind != NODE_NUMBER && node->kind != NODE_NAME) || !constant(node, number, &unit, 0)) return false;
    if (text_is(unit, TEXT("%"))) *number = rat_divide(*number, RAT_INT(100));
    else if (unit.length) return false;
    return true;
}

/* ---- what is known of the target ---- */

static bool is_target(const Node *node) {
    return node && node->kind == NODE_WORD && node->op == KW_TARGET;
}

/* A number with a sign, or a range of numbers: all else (words, dates, formulas) may be read in several ways. */
static bool target_known(const Node *target) {
    Rat number;
    Text unit;
    if (!target || !target->kid[0]) return false;
    const Node *value = target->kid[0];
    if (value->kind == NODE_RANGE && target->op == 0)
        return value->kid[0] && value->kid[1] && constant(value->kid[0], &number, &unit, 0) && constant(value->kid[1], &number, &unit, 0);
    return target->op >= CMP_EQ && target->op <= CMP_GE && target->op != CMP_NE && constant(value, &number, &unit, 0);
}

/* The number that `node` (target.value, target.value.low …) is for this target. */
static bool target_number(const Teller *t, const Node *node, Rat *number) {
    Text unit;
    if (!t->target || node->kind != NODE_MEMBER) return false;
    const Node *value = t->target->kid[0];
    int member = member_find(node->text);
    if (is_target(node->kid[0]) && member == MEMBER_VALUE && value->kind != NODE_RANGE) return constant(value, number, &unit, 0);
    const Node *of = node->kid[0];
    if ((member != MEMBER_LOW && member != MEMBER_HIGH) || of->kind != NODE_MEMBER || member_find(of->text) != MEMBER_VALUE ||
        !is_target(of->kid[0]) || value->kind != NODE_RANGE)
        return false;
    return constant(value->kid[member == MEMBER_HIGH], number, &unit, 0);
}

static Truth known_sense(const Teller *t, int word) {
    int op = t->target->op;
    bool range = t->target->kid[0]->kind == NODE_RANGE;
    switch (word) {
    case WORD_AT_LEAST: return op == CMP_GE || op == CMP_GT ? TRUTH_YES : TRUTH_NO;
    case WORD_AT_MOST: return op == CMP_LE || op == CMP_LT ? TRUTH_YES : TRUTH_NO;
    case WORD_EXACTLY: return op == CMP_EQ ? TRUTH_YES : TRUTH_NO;
    case WORD_WITHIN: return range ? TRUTH_YES : TRUTH_NO;
    case WORD_QUANTITATIVE: return TRUTH_YES;
    case WORD_QUALITATIVE: case WORD_DEADLINE: return TRUTH_NO;
    default: return TRUTH_UNKNOWN;
    }
}

/* Against 0 alone: there a unit changes nothing. */
static Truth known_comparison(const Teller *t, const Node *node) {
    Rat left;
    const Node *zero = node->kid[1];
    if (zero->kind != NODE_NUMBER || !rat_is_zero(zero->number) || !target_number(t, node->kid[0], &left)) return TRUTH_UNKNOWN;
    int sign = rat_sign(left);
    switch (node->op) {
    case CMP_EQ: return sign == 0 ? TRUTH_YES : TRUTH_NO;
    case CMP_NE: return sign != 0 ? TRUTH_YES : TRUTH_NO;
    case CMP_LT: return sign < 0 ? TRUTH_YES : TRUTH_NO;
    case CMP_LE: return sign <= 0 ? TRUTH_YES : TRUTH_NO;
    case CMP_GT: return sign > 0 ? TRUTH_YES : TRUTH_NO;
    case CMP_GE: return sign >= 0 ? TRUTH_YES : TRUTH_NO;
    default: return TRUTH_UNKNOWN;
    }
}

/* `node` as far as this target leaves it open; in *truth whether it is settled. */
static const Node *open_part(const Teller *t, const Node *node, Truth *truth) {
    *truth = TRUTH_UNKNOWN;
    if (!t->target) return node;
    if (node->kind == NODE_IS && is_target(node->kid[0]) && node->kid[1]->kind == NODE_NAME)
        *truth = known_sense(t, word_find(node->kid[1]->text));
    else if (node->kind == NODE_COMPARE)
        *truth = known_comparison(t, node);
    else if (node->kind == NODE_UNARY && node->op == KW_NOT) {
        Truth inner;
        open_part(t, node->kid[0], &inner);
        *truth = inner == TRUTH_YES ? TRUTH_NO : inner == TRUTH_NO ? TRUTH_YES : TRUTH_UNKNOWN;
    } else if (node->kind == NODE_BINARY && (node->op == KW_AND || node->op == KW_OR)) {
        Truth settles = node->op == KW_AND ? TRUTH_NO : TRUTH_YES, left, right;
        const Node *a = open_part(t, node->kid[0], &left), *b = open_part(t, node->kid[1], &right);
        if (left == settles || right == settles) *truth = settles;
        else if (left != TRUTH_UNKNOWN && right != TRUTH_UNKNOWN) *truth = left;
        else if (left != TRUTH_UNKNOWN) return b;
        else if (right != TRUTH_UNKNOWN) return a;
        else if (a != node->kid[0] || b != node->kid[1]) {
            Node *both = MEM_NEW(Node);
            *both = *node;
            both->kid = MEM_ARRAY(Node *, 2);
            both->kid[0] = (Node *)a;
            both->kid[1] = (Node *)b;
            return both;
        }
    }
    return node;
}

/* ---- values ---- */

static void tell(Lines *lines, const Teller *t, int depth, Text lead, const Node *value, ValueUse use);

static Text led(const Teller *t, Text lead, Text text) {
    return lead.length ? SAY("{0}: {1}", "{0}：{1}", lead, text) : text;
}

static Text points_text(const Teller *t, const Node *value) {
    Rat number;
    Text unit;
    if (value->kind == NODE_NUMBER && text_is(value->text, TEXT("%"))) return SAY("{0} of the weight", "分值的 {0}", number_text(value));
    if (value->kind == NODE_NUMBER && constant(value, &number, &unit, 0) && unit.length == 0)
        return rat_equal(number, RAT_ONE) ? T("1 point", "1 分") : SAY("{0} points", "{0} 分", number_text(value));
    return SAY("points = {0}", "得分 = {0}", in_words(t, value));
}

static Text credit_text(const Teller *t, const Node *value) {
    Rat number;
    if (value->kind == NODE_NUMBER && share(value, &number)) {
        if (rat_is_zero(number)) return T("nothing", "不得分");
        if (rat_equal(number, RAT_ONE)) return T("full marks", "满分");
        return SAY("{0} of the weight", "分值的 {0}", number_text(value));
    }
    if (value->kind == NODE_RANGE)
        return SAY("{0} of the weight; the rule does not fix where in it", "分值的 {0}，规则没有规定取其中多少", in_words(t, value));
    bool method = value->symbol && (value->symbol->kind == SYM_METHOD || value->symbol->kind == SYM_LEVELS);
    if (method) {
        Text name = in_words(t, value);
        return text_begins(name, TEXT("“")) ? SAY("by {0}", "按{0}", name) : SAY("by “{0}”", "按“{0}”", name);
    }
    Buf buf = { 0 };
    buf_add(&buf, held(t, value, HOLD_TERM));
    glue_operation(&buf, TEXT("×"), T("weight", "分值"));
    return buf_text(&buf);
}

static Text simple_text(const Teller *t, const Node *value, ValueUse use) {
    switch (use) {
    case USE_CREDIT: return credit_text(t, value);
    case USE_POINTS: return points_text(t, value);
    case USE_VALUE: break;
    }
    return in_words(t, value);
}

static void tell_arms(Lines *lines, const Teller *t, int depth, const Node *rows, ValueUse use) {
    bool closed = false;
    NODE_EACH(rows, arm) {
        Truth truth = TRUTH_UNKNOWN;
        if (arm->kind != NODE_ARM || closed) continue;
        const Node *condition = arm->op == KW_OTHERWISE ? NULL : open_part(t, arm->kid[0], &truth);
        if (truth == TRUTH_NO) continue;
        closed = !condition || truth == TRUTH_YES;
        tell(lines, t, depth, closed ? T("otherwise", "其他情况") : SAY("if {0}", "{0}", in_words(t, condition)), arm->kid[1], use);
    }
    if (!closed) doc_lines_add(lines, LINE_WORDS, depth, T("in any other case: no result", "其他情况：没有结果"));
}

/* The only value that is left of a choice for this target, or NULL. */
static const Node *only_value(const Teller *t, const Node *rows) {
    const Node *only = NULL;
    NODE_EACH(rows, arm) {
        Truth truth = TRUTH_UNKNOWN;
        if (arm->kind != NODE_ARM) continue;
        if (arm->op != KW_OTHERWISE) open_part(t, arm->kid[0], &truth);
        if (truth == TRUTH_NO) continue;
        if (!only && (truth == TRUTH_YES || arm->op == KW_OTHERWISE)) return arm->kid[1];
        return NULL;
    }
    return only;
}

static bool same_direction(const Node *a, const Node *b) {
    bool down_a = a->op == CMP_GE || a->op == CMP_GT, down_b = b->op == CMP_GE || b->op == CMP_GT;
    bool up_a = a->op == CMP_LE || a->op == CMP_LT, up_b = b->op == CMP_LE || b->op == CMP_LT;
    return (down_a && down_b) || (up_a && up_b);
}

static int opposite(int comparison) {
    switch (comparison) {
    case CMP_GE: return CMP_LT;
    case CMP_GT: return CMP_LE;
    case CMP_LE: return CMP_GT;
    case CMP_LT: return CMP_GE;
    default: return 0;
    }
}

/* Both bounds of a band, the lower first. */
static Text between(const Teller *t, const Node *band, const Node *bound, const Node *above, const Node *above_bound) {
    Text here = compared_text(&t->terms, band->op, bound), there = compared_text(&t->terms, opposite(above->op), above_bound);
    bool falling = band->op == CMP_GE || band->op == CMP_GT;
    return SAY("{0}, {1}", "{0}、{1}", falling ? here : there, falling ? there : here);
}

/* What a row of `steps` asks of its subject; the row above it, if it bounds the same side, bounds the other. */
static Text step_text(const Teller *t, const Node *arm, const Node *above) {
    if (arm->op == KW_OTHERWISE) return T("otherwise", "其他情况");
    if (arm->op >= CMP_EQ && arm->op <= CMP_GE) {
        Text here = compared_text(&t->terms, arm->op, arm->kid[0]);
        if (!above || !same_direction(arm, above)) return here;
        return between(t, arm, arm->kid[0], above, above->kid[0]);
    }
    if (arm->kid[0]->kind == NODE_RANGE) return range_text(&t->terms, arm->kid[0]);
    return compared_text(&t->terms, CMP_EQ, arm->kid[0]);
}

static void tell_steps(Lines *lines, const Teller *t, int depth, Text lead, const Node *value, ValueUse use) {
    const Node *above = NULL, *rows = value->kid[1];
    bool closed = false;
    doc_lines_add(lines, LINE_WORDS, depth, led(t, lead, SAY("by {0}, the first that fits:", "按{0}分档，取第一个符合的：", held(t, value->kid[0], HOLD_SUM))));
    NODE_EACH(rows, arm) {
        if (arm->kind != NODE_ARM) continue;
        tell(lines, t, depth + 1, step_text(t, arm, above), arm->kid[1], use);
        above = arm;
        closed |= arm->op == KW_OTHERWISE;
    }
    if (!closed) doc_lines_add(lines, LINE_WORDS, depth + 1, T("in any other case: no result", "其他情况：没有结果"));
}

static void tell_linear(Lines *lines, const Teller *t, int depth, Text lead, const Node *value, ValueUse use) {
    const Node *rows = value->kid[1];
    bool pieces = false;
    NODE_EACH(rows, arm)
        pieces |= arm->kind == NODE_ARM && arm->kid[0] && arm->kid[0]->kind == NODE_RANGE;
    doc_lines_add(lines, LINE_WORDS, depth, led(t, lead, SAY("by {0}, in straight lines:", "按{0}，用直线计算：", held(t, value->kid[0], HOLD_SUM))));
    NODE_EACH(rows, arm) {
        if (arm->kind != NODE_ARM) continue;
        const Node *at = arm->kid[0], *gives = arm->kid[1];
        Text where = at->kind == NODE_RANGE ? range_text(&t->terms, at) : SAY("at {0}", "{0} 处", in_words(t, at));
        if (gives->kind == NODE_RANGE && gives->kid[0] && gives->kid[1])
            doc_lines_add(lines, LINE_WORDS, depth + 1,
                      SAY("{0}: rising or falling evenly from {1} to {2}", "{0}：由{1}均匀变到{2}", where, simple_text(t, gives->kid[0], use),
                          simple_text(t, gives->kid[1], use)));
        else
            doc_lines_add(lines, LINE_WORDS, depth + 1, SAY("{0}: {1}", "{0}：{1}", where, simple_text(t, gives, use)));
    }
    doc_lines_add(lines, LINE_WORDS, depth + 1,
              pieces ? T("outside: no result", "范围以外：没有结果")
                     : T("between two of these on the straight line that joins them; beyond them as at the nearest one",
                         "两点之间按连接两点的直线计算；两端以外与最近的一点相同"));
}

static void tell_alternatives(Lines *lines, const Teller *t, int depth, Text lead, const Node *value, ValueUse use) {
    const Node *list = value->kid[0];
    doc_lines_add(lines, LINE_WORDS, depth,
              led(t, lead,
                  value->kind == NODE_ANY_OF ? T("any of these is admitted, the first is expected:", "以下算法都可以，以第一个为准：")
                                             : T("one of these holds, and the rule does not say which; the first is preferred:", "以下之一，规则没有规定是哪一个，优先取第一个：")));
    NODE_EACH(list, alternative)
        tell(lines, t, depth + 1, TEXT_NONE, alternative, use);
}

static const Given *givens(const Teller *t, const Node *params, const Node *args) {
    const Given *list = NULL;
    for (int i = 0; params && i < params->count && i < args->count; i++) {
        Given *given = MEM_NEW(Given);
        Symbol *symbol = params->kid[i]->symbol;
        if (!symbol) return NULL;
        *given = (Given){ .symbol = symbol, .value = args->kid[i], .outer = t->terms.given, .next = list };
        list = given;
    }
    return list;
}

/* A method's body for this target.  False where it is better only named: nothing of it is settled by the target, and it
   has an entry of its own below. */
static bool tell_method(Lines *lines, const Teller *t, int depth, Text lead, const Node *value) {
    const Symbol *symbol = value->symbol;
    if (t->inlined > 2 || !symbol || symbol->kind != SYM_METHOD || !symbol->node || symbol->node->kind != NODE_METHOD) return false;
    const Node *body = symbol->node->kid[2], *params = symbol->node->kid[1];
    Teller inside = *t;
    inside.inlined++;
    if (value->kind == NODE_CALL) {
        inside.terms.given = givens(t, params, value->kid[1]);
        if (params->count > 0 && !inside.terms.given) return false;
    } else {
        if (params->count > 0) return false;
        inside.terms.given = NULL;
    }
    const Node *only = body->kind == NODE_WHEN ? only_value(&inside, body->kid[0]) : body;
    if (!t->target && body->kind == NODE_WHEN && body->kid[0]->count > 3) return false;
    Text title = credit_text(t, value);
    if (only && only != body) {
        tell(lines, &inside, depth, led(t, lead, title), only, USE_CREDIT);
        return true;
    }
    doc_lines_add(lines, LINE_WORDS, depth, led(t, lead, SAY("{0}:", "{0}：", title)));
    if (body->kind == NODE_WHEN) tell_arms(lines, &inside, depth + 1, body->kid[0], USE_CREDIT);
    else tell(lines, &inside, depth + 1, TEXT_NONE, body, USE_CREDIT);
    return true;
}

/* The bands of a scale, where it is what gives the credit. */
static bool tell_scale(Lines *lines, const Teller *t, int depth, Text lead, const Node *value) {
    const Symbol *symbol = value->symbol;
    if (value->kind != NODE_NAME || !symbol || symbol->kind != SYM_LEVELS || !symbol->node || symbol->node->kind != NODE_LEVELS) return false;
    doc_lines_add(lines, LINE_WORDS, depth, led(t, lead, SAY("{0}:", "{0}：", credit_text(t, value))));
    NODE_EACH(symbol->node->kid[1], level) {
        if (level->kind != NODE_LEVEL) continue;
        Text band = level->kid[1]->kind == NODE_RANGE ? SAY("{0} of the weight", "分值的 {0}", range_text(&t->terms, level->kid[1])) : credit_text(t, level->kid[1]);
        doc_lines_add(lines, LINE_WORDS, depth + 1, SAY("{0}: {1}", "{0}：{1}", quoted_name(&t->terms, level->kid[0]->text), band));
    }
    return true;
}

static void tell(Lines *lines, const Teller *t, int depth, Text lead, const Node *value, ValueUse use) {
    switch ((int)value->kind) {
    case NODE_WHEN: {
        const Node *only = only_value(t, value->kid[0]);
        if (only) {
            tell(lines, t, depth, lead, only, use);
            return;
        }
        doc_lines_add(lines, LINE_WORDS, depth, led(t, lead, T("the first that holds:", "依次判断，取第一个成立的：")));
        tell_arms(lines, t, depth + 1, value->kid[0], use);
        return;
    }
    case NODE_STEPS: tell_steps(lines, t, depth, lead, value, use); return;
    case NODE_LINEAR: tell_linear(lines, t, depth, lead, value, use); return;
    case NODE_ANY_OF: case NODE_ONE_OF: tell_alternatives(lines, t, depth, lead, value, use); return;
    default: break;
    }
    if (use == USE_CREDIT && tell_scale(lines, t, depth, lead, value)) return;
    if (use == USE_CREDIT && t->target && tell_method(lines, t, depth, lead, value)) return;
    doc_lines_add(lines, LINE_WORDS, depth, led(t, lead, simple_text(t, value, use)));
}

void words_value(Lines *lines, Lang lang, int depth, Text lead, const Node *value, ValueUse use) {
    Teller t = teller(lang);
    tell(lines, &t, depth, lead, value, use);
}

/* Words that differ from notation in their signs alone. */
static Text with_plain_signs(Text words) {
    Buf buf = { 0 };
    int length;
    for (size_t i = 0; i < words.length; i += (size_t)length) {
        uint32_t rune = text_rune(words, i, &length);
        if (rune == 0x201C || rune == 0x201D) buf_char(&buf, '"');
        else if (rune == 0xFF0C) buf_add_z(&buf, ", ");
        else buf_add(&buf, text_slice(words, i, i + (size_t)length));
    }
    return buf_text(&buf);
}

/* Notation beside the words, where they are more than a name or a number, and something else. */
static void add_notation(Lines *lines, Lang lang, int depth, const Node *value) {
    Terms terms = { .lang = lang, .words = true };
    if (value->kind == NODE_NUMBER || value->kind == NODE_NAME || value->kind == NODE_TEXT || value->kind == NODE_BROKEN) return;
    Text notation = notation_text(lang, value);
    bool choice = value->kind == NODE_WHEN || value->kind == NODE_STEPS || value->kind == NODE_LINEAR;
    if (choice || !text_is(notation, with_plain_signs(term_text(&terms, value)))) doc_lines_add(lines, LINE_CODE, depth, notation);
}

void words_definition(Lines *lines, Lang lang, const Node *define) {
    words_value(lines, lang, 0, TEXT_NONE, define->kid[1], USE_VALUE);
    add_notation(lines, lang, 0, define->kid[1]);
}

void words_credit(Lines *lines, Lang lang, const Node *credit, const Node *target) {
    Teller t = teller(lang);
    if (target_known(target)) t.target = target;
    if (!t.target && !(credit->kind == NODE_NAME || credit->kind == NODE_CALL)) {
        tell(lines, &t, 0, TEXT_NONE, credit, USE_CREDIT);
    } else if (t.target || !tell_method(lines, &t, 0, TEXT_NONE, credit)) {
        tell(lines, &t, 0, TEXT_NONE, credit, USE_CREDIT);
    }
    add_notation(lines, lang, 0, credit);
}

void words_body(Lines *lines, Lang lang, const Node *declaration) {
    const Node *body = declaration->kid[2];
    words_value(lines, lang, 0, TEXT_NONE, body, declaration->kind == NODE_METHOD ? USE_CREDIT : USE_VALUE);
    add_notation(lines, lang, 0, body);
}

/* ---- clauses ---- */

Text words_condition(Lang lang, const Node *condition) {
    Teller t = teller(lang);
    return in_words(&t, condition);
}

Text words_day(const Node *date) {
    Buf buf = { 0 };
    int64_t day;
    if (date && date->kind == NODE_DATE && rat_to_int64(date->number, &day)) date_write(&buf, day);
    return buf_text(&buf);
}

Text words_template(Lang lang, const Node *words) {
    Buf buf = { 0 };
    Teller t = teller(lang);
    if (words->kind != NODE_TEMPLATE) return words->text;
    NODE_EACH(words->kid[0], piece) {
        if (piece->kind == NODE_TEXT) {
            buf_add(&buf, piece->text);
            continue;
        }
        buf_add_z(&buf, lang == LANG_ZH ? "〔" : "[");
        buf_add(&buf, in_words(&t, piece));
        buf_add_z(&buf, lang == LANG_ZH ? "〕" : "]");
    }
    return buf_text(&buf);
}

Text words_target(Lang lang, const Node *target) {
    Teller teller_ = teller(lang), *t = &teller_;
    const Node *value = target->kid[0];
    if (!value) return TEXT_NONE;
    if (target->op >= CMP_EQ && target->op <= CMP_GE) {
        Buf buf = { 0 };
        buf_format(&buf, "%.*s ", TEXT_ARG(comparison_sign(target->op)));
        buf_add(&buf, held(t, value, HOLD_SUM));
        return buf_text(&buf);
    }
    switch ((int)value->kind) {
    case NODE_RANGE: return range_text(&t->terms, value);
    case NODE_TEXT: return value->text;
    case NODE_DATE: return SAY("by {0}", "{0} 及以前", value->text);
    default: return in_words(t, value);
    }
}

/* Points taken off, or a limit of points. */
static Text amount_text(const Teller *t, const Node *amount) {
    return amount->kind == NODE_NUMBER ? points_text(t, amount) : SAY("{0} points", "{0} 分", held(t, amount, HOLD_TERM));
}

Text words_deduction(Lang lang, const Node *deduct) {
    Teller teller_ = teller(lang), *t = &teller_;
    const Node *amount = deduct->kid[0], *step = deduct->kid[1], *of = deduct->kid[2], *when = deduct->kid[3], *most = deduct->kid[4];
    Text text = amount_text(t, amount);
    if (deduct->op == KW_PER && step && of)
        text = SAY("deduct {0} for each {1} of {2}, a part of it in proportion", "{2}每 {1}扣{0}，不足 {1}的按比例扣", text, in_words(t, step), held(t, of, HOLD_TERM));
    else if (deduct->op == KW_PER_FULL && step && of)
        text = SAY("deduct {0} for each full {1} of {2}; a part of it costs nothing", "{2}每满 {1}扣{0}，不足 {1}的部分不扣", text, in_words(t, step), held(t, of, HOLD_TERM));
    else
        text = SAY("deduct {0}", "扣{0}", text);
    if (most) text = SAY("{0}; at most {1}", "{0}；最多扣{1}", text, amount_text(t, most));
    if (when) text = SAY("{0}; only if {1}", "{0}；仅当{1}", text, in_words(t, when));
    return text;
}

static Text deduction_notation(Lang lang, const Node *deduct) {
    Buf buf = { 0 };
    Terms terms = { .lang = lang };
    const Node *step = deduct->kid[1], *of = deduct->kid[2], *most = deduct->kid[4];
    Text down = lang == LANG_ZH ? TEXT("向下取整(") : TEXT("down(");
    buf_add_z(&buf, "− ");
    if (most) buf_add(&buf, lang == LANG_ZH ? TEXT("最小值(") : TEXT("min("));
    term_write(&buf, &terms, deduct->kid[0], HOLD_TERM);
    if (step && of) {
        buf_add_z(&buf, " × ");
        if (deduct->op == KW_PER_FULL) buf_add(&buf, down);
        term_write(&buf, &terms, of, HOLD_TERM);
        buf_add_z(&buf, " ÷ ");
        term_write(&buf, &terms, step, HOLD_UNARY);
        if (deduct->op == KW_PER_FULL) buf_char(&buf, ')');
    }
    if (!most) return buf_text(&buf);
    buf_add_z(&buf, ", ");
    term_write(&buf, &terms, most, HOLD_PHRASE);
    buf_char(&buf, ')');
    return buf_text(&buf);
}

static Text sense_text(const Teller *t, Text word, bool other) {
    bool least = text_is_z(word, "at_least") || text_is_z(word, "不低于"), most = text_is_z(word, "at_most") || text_is_z(word, "不高于");
    if (!least && !most) return word;
    return least != other ? T("a lower limit (≥)", "下限（≥）") : T("an upper limit (≤)", "上限（≤）");
}

static void tell_unsigned(Lines *lines, const Teller *t, int depth, const Node *clause) {
    NODE_EACH(clause->kid[0], arm) {
        if (arm->kind != NODE_ROW_ARM) continue;
        Text sense = sense_text(t, arm->text, false);
        if (arm->op == KW_IS) {
            doc_lines_add(lines, LINE_WORDS, depth, SAY("A target without a sign is {0}.", "没有写方向的目标是{0}。", sense));
            continue;
        }
        Text reading = SAY("read as {0} first, the other direction stays possible", "先按{0}读，另一个方向仍是一种读法", sense);
        if (arm->op == KW_OTHERWISE) doc_lines_add(lines, LINE_WORDS, depth, SAY("A target without a sign, otherwise: {0}.", "没有写方向的目标，其他情况：{0}。", reading));
        else if (arm->kid[0]) doc_lines_add(lines, LINE_WORDS, depth, SAY("A target without a sign, if {0}: {1}.", "没有写方向的目标，{0}时：{1}。", in_words(t, arm->kid[0]), reading));
        else doc_lines_add(lines, LINE_WORDS, depth, SAY("A target without a sign: {0}.", "没有写方向的目标：{0}。", reading));
    }
}

static void tell_missing(Lines *lines, const Teller *t, int depth, const Node *value) {
    Rat number;
    bool credit = value->kind == NODE_NUMBER && text_is(value->text, TEXT("%"));
    Text lead = T("If the actual is missing", "缺少实际值时");
    if (value->kind == NODE_NUMBER && share(value, &number) && rat_is_zero(number)) {
        doc_lines_add(lines, LINE_WORDS, depth, led(t, lead, T("nothing", "不得分")));
        return;
    }
    tell(lines, t, depth, lead, value, credit ? USE_CREDIT : USE_POINTS);
}

static void tell_reported(Lines *lines, const Teller *t, int depth, const Node *what) {
    if (what->kind == NODE_COMPARE && what->op == CMP_EQ)
        doc_lines_add(lines, LINE_WORDS, depth, SAY("Reported as {1}: {0}.", "{0}的自报值：{1}。", held(t, what->kid[0], HOLD_SUM), in_words(t, what->kid[1])));
    else
        doc_lines_add(lines, LINE_WORDS, depth, SAY("Reported score: {0}.", "自报得分：{0}。", in_words(t, what)));
}

static void tell_pairing(Lines *lines, const Teller *t, int depth, const Node *clause) {
    bool min = text_is_z(clause->text, "min") || text_is_z(clause->text, "最小值"), max = text_is_z(clause->text, "max") || text_is_z(clause->text, "最大值");
    doc_lines_add(lines, LINE_WORDS, depth,
              SAY("Several values in one cell: the {0} of their credits counts.", "一格多值：取各自得分率的{0}。",
                  min ? T("least", "最小值") : max ? T("greatest", "最大值") : T("mean", "平均值")));
}

static void tell_definition(Lines *lines, const Teller *t, int depth, const Node *define) {
    Text name = quoted_name(&t->terms, define->kid[0]->text);
    switch ((int)define->kid[1]->kind) {
    case NODE_WHEN: case NODE_STEPS: case NODE_LINEAR: case NODE_ANY_OF: case NODE_ONE_OF:
        tell(lines, t, depth, name, define->kid[1], USE_VALUE);
        break;
    default: doc_lines_add(lines, LINE_WORDS, depth, SAY("{0} = {1}", "{0} = {1}", name, in_words(t, define->kid[1]))); break;
    }
    add_notation(lines, t->terms.lang, depth, define->kid[1]);
}

void words_clause(Lines *lines, Lang lang, int depth, const Node *clause, const Node *target) {
    Teller teller_ = teller(lang), *t = &teller_;
    const Node *first = clause->count > 0 ? clause->kid[0] : NULL;
    switch ((int)clause->kind) {
    case NODE_ACTUAL: doc_lines_add(lines, LINE_WORDS, depth, SAY("Actual = {0}", "实际值 = {0}", in_words(t, first))); break;
    case NODE_CREDIT: words_credit(lines, lang, first, target); break;
    case NODE_SCORE:
        tell(lines, t, depth, TEXT_NONE, first, USE_POINTS);
        add_notation(lines, lang, depth, first);
        break;
    case NODE_DEDUCT:
        doc_lines_add(lines, LINE_WORDS, depth, words_deduction(lang, clause));
        doc_lines_add(lines, LINE_CODE, depth, deduction_notation(lang, clause));
        break;
    case NODE_APPLIES: doc_lines_add(lines, LINE_WORDS, depth, SAY("Applies only if {0}; otherwise left out with its weight.", "仅当{0}时适用，否则连同分值一起不计。", in_words(t, first))); break;
    case NODE_MISSING: tell_missing(lines, t, depth, first); break;
    case NODE_AT_MOST: doc_lines_add(lines, LINE_WORDS, depth, SAY("Not more than {0}.", "不超过{0}。", amount_text(t, first))); break;
    case NODE_AT_LEAST: doc_lines_add(lines, LINE_WORDS, depth, SAY("Not less than {0}.", "不少于{0}。", amount_text(t, first))); break;
    case NODE_REDISTRIBUTE:
        doc_lines_add(lines, LINE_WORDS, depth, T("The weight of parts that do not apply is spread over the others in proportion to their weights.", "不适用各项的分值按其余各项的分值比例分摊给其余各项。"));
        break;
    case NODE_UNIT: doc_lines_add(lines, LINE_WORDS, depth, SAY("Unit of a target without one: {0}.", "目标没有写单位时的单位：{0}。", in_words(t, first))); break;
    case NODE_UNSIGNED: tell_unsigned(lines, t, depth, clause); break;
    case NODE_PAIRING: tell_pairing(lines, t, depth, clause); break;
    case NODE_NOTE: doc_lines_add(lines, LINE_WORDS, depth, SAY("Note: {0}", "说明：{0}", words_template(lang, first))); break;
    case NODE_FLAG:
        doc_lines_add(lines, LINE_WORDS, depth, SAY("Flagged if {1}: {0}", "{1}时提示：{0}", words_template(lang, first), in_words(t, clause->kid[1])));
        break;
    case NODE_CITES: doc_lines_add(lines, LINE_SOFT, depth, SAY("Basis: {0}", "依据：{0}", first->text)); break;
    case NODE_REQUIRED:
        doc_lines_add(lines, LINE_WORDS, depth,
                  clause->kid[1] ? SAY("Must be entered if {1}: {0}", "{1}时必须填报：{0}", in_words(t, first), in_words(t, clause->kid[1]))
                                 : SAY("Must be entered: {0}", "必须填报：{0}", in_words(t, first)));
        break;
    case NODE_REPORTED: tell_reported(lines, t, depth, first); break;
    case NODE_DEFINE: tell_definition(lines, t, depth, clause); break;
    default: break;
    }
}

/* ---- grades, rounding ---- */

static bool is_bound(const Node *band) {
    return band && band->op >= CMP_EQ && band->op <= CMP_GE;
}

Text words_band(Lang lang, const Node *band, const Node *before) {
    Teller teller_ = teller(lang), *t = &teller_;
    if (band->op == KW_OTHERWISE)
        return is_bound(before) && opposite(before->op) ? SAY("otherwise, i.e. {0}", "其他（{0}）", compared_text(&t->terms, opposite(before->op), before->kid[1]))
                                                        : T("otherwise", "其他");
    if (band->op == KW_WHEN) return in_words(t, band->kid[1]);
    Text here = compared_text(&t->terms, band->op, band->kid[1]);
    if (!is_bound(before) || !same_direction(band, before)) return here;
    return between(t, band, band->kid[1], before, before->kid[1]);
}

Text words_rounding(Lang lang, const Node *rounding) {
    static const struct {
        const char *names[2], *en, *zh;
    } modes[] = { { { "half_up", "四舍五入" }, "half up", "四舍五入" },
                  { { "half_even", "四舍六入五成双" }, "half to even", "四舍六入五成双" },
                  { { "up", "向上" }, "up", "向上取" },
                  { { "down", "向下" }, "down", "向下取" } };
    Teller teller_ = teller(lang), *t = &teller_;
    Text mode = T("half up", "四舍五入");
    const Node *how = rounding->count > 1 ? rounding->kid[1] : NULL;
    for (size_t i = 0; how && i < sizeof modes / sizeof *modes; i++)
        if (text_is_z(how->text, modes[i].names[0]) || text_is_z(how->text, modes[i].names[1]))
            mode = text_of(lang == LANG_ZH ? modes[i].zh : modes[i].en);
    Text places = rat_text(rounding->kid[0]->number);
    if (rat_is_zero(rounding->kid[0]->number)) return SAY("to a whole number, {0}", "{0}到整数", mode);
    return SAY("to {0} decimals, {1}", "{1}到 {0} 位小数", places, mode);
}
