#include "jobs/doc_terms.h"

#include "jobs/doc_comment.h"

/* ---- pieces ---- */

static bool is_wide(uint32_t rune) {
    return (rune >= 0x4E00 && rune <= 0x9FFF) || (rune >= 0x3400 && rune <= 0x4DBF);
}

static bool is_narrow(uint32_t rune) {
    return (rune >= '0' && rune <= '9') || ((rune | 32) >= 'a' && (rune | 32) <= 'z') || rune == '%' || rune == '_';
}

static uint32_t last_rune(const Buf *buf) {
    size_t at = buf->length;
    int length;
    if (at == 0) return 0;
    do
        at--;
    while (at > 0 && ((unsigned char)buf->at[at] & 0xC0) == 0x80);
    return text_rune(buf_text(buf), at, &length);
}

void glue(Buf *buf, Text text) {
    int length;
    if (text.length == 0) return;
    uint32_t before = last_rune(buf), after = text_rune(text, 0, &length);
    if ((is_wide(before) && is_narrow(after)) || (is_narrow(before) && is_wide(after))) buf_char(buf, ' ');
    buf_add(buf, text);
}

static void glue_z(Buf *buf, const char *text) {
    glue(buf, text_of(text));
}

/* The pieces of `template` ({0} …) glued together. */
static void glue_fill(Buf *buf, Text template, const Text *values, int count) {
    size_t start = 0;
    for (size_t i = 0; i + 2 < template.length; i++) {
        if (template.at[i] != '{' || template.at[i + 2] != '}') continue;
        int which = template.at[i + 1] - '0';
        if (which < 0 || which >= count) continue;
        glue(buf, text_slice(template, start, i));
        glue(buf, values[which]);
        start = i + 3;
        i += 2;
    }
    glue(buf, text_slice(template, start, template.length));
}
Text glue_text(Text template, const Text *values, int count) {
    Buf buf = { 0 };
    glue_fill(&buf, template, values, count);
    return buf_text(&buf);
}

#define say(buf, terms, en, zh, ...)                                                                                       \
    glue_fill(buf, LT(terms, en, zh), (const Text[]){ __VA_ARGS__ }, (int)(sizeof((const Text[]){ __VA_ARGS__ }) / sizeof(Text)))

Text number_text(const Node *number) {
    Buf buf = { 0 };
    rat_write(&buf, number->number);
    if (number->text.length && !text_is(number->text, TEXT("%")) && !text_is(number->text, TEXT("‰"))) buf_char(&buf, ' ');
    buf_add(&buf, number->text);
    return buf_text(&buf);
}

static bool is_plain_name(Text name) {
    int length;
    for (size_t i = 0; i < name.length; i += (size_t)length) {
        uint32_t rune = text_rune(name, i, &length);
        if (!is_wide(rune) && !is_narrow(rune)) return false;
        if (rune == '%' || (i == 0 && rune >= '0' && rune <= '9')) return false;
    }
    return name.length > 0;
}

Text quoted_name(const Terms *terms, Text name) {
    Buf buf = { 0 };
    if (is_plain_name(name)) return name;
    buf_add_z(&buf, terms->words ? "“" : "'");
    buf_add(&buf, name);
    buf_add_z(&buf, terms->words ? "”" : "'");
    return buf_text(&buf);
}

static Text builtin_name(int builtin, Lang lang) {
    static const char *const names[][2] = {
#define BUILTIN(id, en, zh, least, most, text) { en, zh },
#include "front/builtin.def"
#undef BUILTIN
    };
    return text_of(names[builtin][lang]);
}

static Text word_name(int word, Lang lang) {
    static const char *const names[][2] = {
#define WORD(id, en, zh) { en, zh },
#include "front/word.def"
#undef WORD
    };
    return text_of(names[word][lang]);
}

int word_find(Text text) {
    for (int word = 0; word < WORD_COUNT; word++)
        if (text_is(text, word_name(word, LANG_EN)) || text_is(text, word_name(word, LANG_ZH))) return word;
    return -1;
}

void glue_operation(Buf *buf, Text sign, Text right) {
    if (!text_ends(buf_text(buf), TEXT("）"))) buf_char(buf, ' ');
    buf_add(buf, sign);
    if (!text_begins(right, TEXT("（"))) buf_char(buf, ' ');
    buf_add(buf, right);
}

Text symbol_name(const Symbol *symbol, Lang lang) {
    if (symbol->kind == SYM_BUILTIN) return builtin_name(symbol->index, lang);
    if (symbol->kind == SYM_WORD) return word_name(symbol->index, lang);
    if (!symbol->module || !symbol->module->standard || text_has_han(symbol->name) == (lang == LANG_ZH)) return symbol->name;
    for (int i = 0; i < symbol->aliases.count; i++)
        if (text_has_han(symbol->aliases.at[i]) == (lang == LANG_ZH)) return symbol->aliases.at[i];
    return symbol->name;
}

/* The value a parameter has here, and in *inside what its own names mean. */
static const Node *given_value(const Terms *terms, const Node *node, Terms *inside) {
    if (node->kind != NODE_NAME || !node->symbol || node->symbol->kind != SYM_PARAM) return NULL;
    for (const Given *given = terms->given; given; given = given->next) {
        if (given->symbol != node->symbol) continue;
        *inside = *terms;
        inside->given = given->outer;
        return given->value;
    }
    return NULL;
}

/* ---- in words ---- */

static bool is_word(const Node *node, Keyword word) {
    return node && node->kind == NODE_WORD && node->op == (int)word;
}

static bool is_member(const Node *node, Member member) {
    return node && node->kind == NODE_MEMBER && member_find(node->text) == (int)member;
}

/* Several values at once: what compares element by element. */
static bool is_list(const Node *node) {
    if (is_word(node, KW_PARTS) || is_word(node, KW_FORMS)) return true;
    if (node->kind == NODE_NAME) return node->symbol && node->symbol->kind == SYM_TABLE;
    if (node->kind == NODE_INDEX || node->kind == NODE_CALL || node->kind == NODE_NUMBER || node->kind == NODE_TEXT) return false;
    for (int i = 0; i < node->count; i++)
        if (node->kid[i] && is_list(node->kid[i])) return true;
    return false;
}

static Text part_of(const Terms *terms, const Node *node, Hold least) {
    Buf buf = { 0 };
    term_write(&buf, terms, node, least);
    return buf_text(&buf);
}

Text comparison_sign(int comparison) {
    static const char *const signs[] = { "", "=", "≠", "<", "≤", ">", "≥" };
    return text_of(signs[comparison >= CMP_EQ && comparison <= CMP_GE ? comparison : 0]);
}

Text compared_text(const Terms *terms, int comparison, const Node *bound) {
    static const char *const numbers[][2] = { { "", "" },           { "equal to", "等于" },   { "not equal to", "不等于" }, { "below", "低于" },
                                              { "at most", "不高于" }, { "above", "高于" }, { "at least", "不低于" } };
    static const char *const dates[][2] = { { "", "" },                { "on", "是" },          { "not on", "不是" }, { "before", "早于" },
                                            { "not after", "不晚于" }, { "after", "晚于" }, { "not before", "不早于" } };
    Buf buf = { 0 };
    bool date = bound->kind == NODE_DATE;
    if (comparison < CMP_EQ || comparison > CMP_GE) comparison = 0;
    glue_z(&buf, date ? dates[comparison][terms->lang] : numbers[comparison][terms->lang]);
    if (terms->lang == LANG_EN) buf_char(&buf, ' ');
    glue(&buf, part_of(terms, bound, HOLD_SUM));
    return buf_text(&buf);
}

Text range_text(const Terms *terms, const Node *range) {
    Buf buf = { 0 };
    bool low_open = range->op & 1, high_open = range->op & 2;
    const Node *low = range->kid[0], *high = range->kid[1];
    Text a = low ? part_of(terms, low, HOLD_SUM) : TEXT_NONE, b = high ? part_of(terms, high, HOLD_SUM) : TEXT_NONE;
    if (terms->lang == LANG_ZH) {
        if (!high) say(&buf, terms, "", "{0}{1}以上", a, low_open ? TEXT("（不含）") : TEXT("（含）"));
        else if (!low) say(&buf, terms, "", "{0}{1}以下", b, high_open ? TEXT("（不含）") : TEXT("（含）"));
        else say(&buf, terms, "", "{0}{1}至 {2}{3}", a, low_open ? TEXT("（不含）") : TEXT("（含）"), b, high_open ? TEXT("（不含）") : TEXT("（含）"));
        return buf_text(&buf);
    }
    if (!high) say(&buf, terms, "{1} {0}", "", a, low_open ? TEXT("above") : TEXT("at least"));
    else if (!low) say(&buf, terms, "{1} {0}", "", b, high_open ? TEXT("below") : TEXT("at most"));
    else if (low_open || high_open) say(&buf, terms, "{2} {0} {3} {1}", "", a, b, low_open ? TEXT("above") : TEXT("from"), high_open ? TEXT("to below") : TEXT("up to"));
    else say(&buf, terms, "from {0} to {1}", "", a, b);
    return buf_text(&buf);
}

static bool word_is(Buf *buf, const Terms *terms, const Node *node, bool not) {
    static const struct {
        Word word;
        const char *en, *zh;
    } asked[] = {
        { WORD_AT_LEAST, "a lower limit (≥ or >)", "下限（≥、>）" }, { WORD_AT_MOST, "an upper limit (≤ or <)", "上限（≤、<）" },
        { WORD_EXACTLY, "an exact value (=)", "等于某数（=）" },     { WORD_WITHIN, "a range", "区间" },
        { WORD_DEADLINE, "a deadline", "期限" },                     { WORD_QUALITATIVE, "in words", "定性的" },
        { WORD_QUANTITATIVE, "in numbers", "定量的" },               { WORD_NOT_APPLICABLE, "not applicable", "不适用" },
        { WORD_UNKNOWN, "unknown", "未知" },
    };
    const Node *what = node->kid[1];
    Text subject = part_of(terms, node->kid[0], HOLD_SUM);
    if (is_word(what, KW_MISSING)) {
        say(buf, terms, "{0} is {1}missing", "{0}{1}", subject, not ? LT(terms, "not ", "已填") : LT(terms, "", "缺失"));
        return true;
    }
    if (what->kind != NODE_NAME) return false;
    Text name = quoted_name(terms, what->text);
    for (size_t i = 0; i < sizeof asked / sizeof *asked; i++)
        if ((int)asked[i].word == word_find(what->text)) name = text_of(terms->lang == LANG_ZH ? asked[i].zh : asked[i].en);
    say(buf, terms, "{0} is {2}{1}", "{0}{2}{1}", subject, name, not ? LT(terms, "not ", "不是") : LT(terms, "", "是"));
    return true;
}

static bool word_compare(Buf *buf, const Terms *terms, const Node *node) {
    const Node *left = node->kid[0], *right = node->kid[1];
    bool equal = node->op == CMP_EQ, unequal = node->op == CMP_NE;
    if (is_list(left) || is_list(right)) return false;
    if (right->kind == NODE_TRUTH && (equal || unequal)) {
        say(buf, terms, "{0} is {1}", "{0}为“{1}”", part_of(terms, left, HOLD_SUM),
            (right->op == KW_YES) == equal ? LT(terms, "yes", "是") : LT(terms, "no", "否"));
        return true;
    }
    if (right->kind == NODE_NAME && right->symbol && right->symbol->kind == SYM_COLUMN && right->symbol->maybe_word && (equal || unequal)) {
        Node word = *right; /* level2 = 成本指标: the word itself */
        word.kind = NODE_TEXT;
        say(buf, terms, "{0} is {2}{1}", "{0}{2}{1}", part_of(terms, left, HOLD_SUM), part_of(terms, &word, HOLD_SUM),
            equal ? LT(terms, "", "为") : LT(terms, "not ", "不为"));
        return true;
    }
    if (right->kind == NODE_TEXT && (equal || unequal)) {
        if (right->text.length == 0)
            say(buf, terms, "{0} is {1}blank", "{0}{1}空", part_of(terms, left, HOLD_SUM), equal ? LT(terms, "", "为") : LT(terms, "not ", "不为"));
        else
            say(buf, terms, "{0} is {2}{1}", "{0}{2}{1}", part_of(terms, left, HOLD_SUM), part_of(terms, right, HOLD_SUM),
                equal ? LT(terms, "", "为") : LT(terms, "not ", "不为"));
        return true;
    }
    say(buf, terms, "{0} is {1}", "{0}{1}", part_of(terms, left, HOLD_SUM), compared_text(terms, node->op, right));
    return true;
}

static Text plural_member(const Terms *terms, int member) {
    static const struct {
        Member member;
        const char *en, *zh;
    } names[] = { { MEMBER_SCORE, "scores", "得分" },    { MEMBER_CREDIT, "shares of full marks", "得分率" }, { MEMBER_WEIGHT, "weights", "分值" },
                  { MEMBER_ACTUAL, "actuals", "实际值" }, { MEMBER_LOST, "points lost", "失分" },              { MEMBER_REPORTED, "reported scores", "自报得分" } };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if ((int)names[i].member == member) return text_of(terms->lang == LANG_ZH ? names[i].zh : names[i].en);
    return TEXT_NONE;
}

static bool word_member(Buf *buf, const Terms *terms, const Node *node) {
    const Node *of = node->kid[0];
    int member = member_find(node->text);
    if (of->kind == NODE_INDEX) { /* a cell of a table */
        Buf keys = { 0 };
        NODE_EACH(of->kid[1], key) {
            if (keys.length) buf_add(&keys, LT(terms, ", ", "、"));
            glue(&keys, part_of(terms, key, HOLD_COMPARE));
        }
        say(buf, terms, "“{1}” of {2} in table {0}", "表{0}中{2}的“{1}”", part_of(terms, of->kid[0], HOLD_ALONE), node->text, buf_text(&keys));
        return true;
    }
    if (of->kind == NODE_NAME && of->symbol && of->symbol->kind == SYM_TABLE) {
        say(buf, terms, "column “{1}” of table {0}", "表{0}的“{1}”列", quoted_name(terms, of->text), node->text);
        return true;
    }
    if (is_word(of, KW_TARGET)) {
        if (member == MEMBER_VALUE) buf_add(buf, LT(terms, "target", "目标值"));
        else if (member == MEMBER_DATE) buf_add(buf, LT(terms, "target date", "目标日期"));
        else if (member == MEMBER_TEXT) buf_add(buf, LT(terms, "the target's wording", "目标原文"));
        else if (member == MEMBER_UNIT) buf_add(buf, LT(terms, "the target's unit", "目标的单位"));
        else return false;
        return true;
    }
    if ((member == MEMBER_LOW || member == MEMBER_HIGH) && is_member(of, MEMBER_VALUE) && is_word(of->kid[0], KW_TARGET)) {
        buf_add(buf, member == MEMBER_LOW ? LT(terms, "lower end of the target", "目标下端") : LT(terms, "upper end of the target", "目标上端"));
        return true;
    }
    if (is_word(of, KW_PARTS)) {
        Text plural = plural_member(terms, member);
        if (!plural.at) return false;
        say(buf, terms, "the {0} of the parts", "各项{0}", plural);
        return true;
    }
    if (is_word(of, KW_FORMS)) {
        say(buf, terms, "{0} of all forms", "所有表单的{0}", quoted_name(terms, node->text));
        return true;
    }
    if (member < 0 || member == MEMBER_VALUE) return false;
    if (of->kind == NODE_NAME || of->kind == NODE_MEMBER || of->kind == NODE_WORD) {
        Text name = member_text(member, terms->lang);
        Text owner = of->kind == NODE_NAME ? quoted_name(terms, of->text) : part_of(terms, of, HOLD_ALONE);
        say(buf, terms, "{1} of {0}", "{0}的{1}", owner, name);
        return true;
    }
    return false;
}

/* Places as a whole number from 0, or -1. */
static int places_of(const Node *node) {
    int64_t places;
    if (!node || node->kind != NODE_NUMBER || node->text.length || !rat_to_int64(node->number, &places)) return -1;
    return places >= 0 && places <= 100 ? (int)places : -1;
}

static bool word_rounding(Buf *buf, const Terms *terms, int builtin, const Node *args) {
    static const char *const how[][2] = { { "rounded half up", "四舍五入" },
                                          { "rounded half to even", "四舍六入五成双" },
                                          { "rounded up", "向上取" },
                                          { "rounded down", "向下取" } };
    int places = args->count > 1 ? places_of(args->kid[1]) : 0;
    Buf count = { 0 };
    int which = builtin - BUILTIN_ROUND;
    if (places < 0) return false;
    buf_format(&count, "%d", places);
    Text x = part_of(terms, args->kid[0], HOLD_UNARY), words = text_of(how[which][terms->lang]);
    if (places == 0)
        say(buf, terms, "{0} {1} to a whole number", "{0}{1}到整数", x, words);
    else
        say(buf, terms, "{0} {1} to {2} decimals", "{0}{1}到 {2} 位小数", x, words, buf_text(&count));
    return true;
}

static bool is_list_argument(const Node *args) {
    if (args->count != 1) return false;
    const Node *only = args->kid[0]->kind == NODE_FILTER ? args->kid[0]->kid[0] : args->kid[0];
    return is_list(only);
}

/* "the sum of X": what X is must be plain, so a formula gets parentheses. */
static Text list_text(const Terms *terms, const Node *list) {
    return part_of(terms, list, list->kind == NODE_FILTER ? HOLD_PHRASE : HOLD_ALONE);
}

static bool word_extreme(Buf *buf, const Terms *terms, bool greatest, const Node *args) {
    if (is_list_argument(args)) {
        say(buf, terms, "the {1} of {0}", "{0}中的{1}", list_text(terms, args->kid[0]),
            greatest ? LT(terms, "greatest", "最大值") : LT(terms, "least", "最小值"));
        return true;
    }
    if (args->count == 2 && (args->kid[0]->kind == NODE_NUMBER) != (args->kid[1]->kind == NODE_NUMBER)) {
        int bound = args->kid[1]->kind == NODE_NUMBER;
        say(buf, terms, "{0}, but {2} {1}", "{0}，{2} {1}", part_of(terms, args->kid[!bound], HOLD_SUM), number_text(args->kid[bound]),
            greatest ? LT(terms, "at least", "不低于") : LT(terms, "at most", "不高于"));
        return true;
    }
    if (args->count < 2) return false;
    Buf list = { 0 };
    for (int i = 0; i < args->count; i++) {
        if (is_list(args->kid[i])) return false;
        if (i > 0) glue(&list, i + 1 < args->count ? LT(terms, ", ", "、") : LT(terms, " and ", "与"));
        glue(&list, part_of(terms, args->kid[i], HOLD_SUM));
    }
    say(buf, terms, "the {1} of {0}", "{0}中的{1}", buf_text(&list),
        args->count == 2 ? (greatest ? LT(terms, "greater", "较大者") : LT(terms, "lesser", "较小者"))
                         : (greatest ? LT(terms, "greatest", "最大者") : LT(terms, "least", "最小者")));
    return true;
}

/* count, any, all of a condition on the parts. */
static bool word_counted(Buf *buf, const Terms *terms, int builtin, const Node *condition) {
    const Node *left = condition->kid[0];
    if (condition->kind != NODE_COMPARE || left->kind != NODE_MEMBER || !is_word(left->kid[0], KW_PARTS) || is_list(condition->kid[1]))
        return false;
    Text member = plural_member(terms, member_find(left->text)), bound = compared_text(terms, condition->op, condition->kid[1]);
    if (!member.at) return false;
    if (terms->lang == LANG_EN) {
        static const struct {
            Member member;
            const char *one;
        } names[] = { { MEMBER_SCORE, "score" },   { MEMBER_CREDIT, "share of full marks" }, { MEMBER_WEIGHT, "weight" },
                      { MEMBER_ACTUAL, "actual" }, { MEMBER_LOST, "loss of points" },          { MEMBER_REPORTED, "reported score" } };
        for (size_t i = 0; i < sizeof names / sizeof *names; i++)
            if ((int)names[i].member == member_find(left->text)) member = text_of(names[i].one);
    }
    if (builtin == BUILTIN_COUNT) say(buf, terms, "the number of parts whose {0} is {1}", "{0}{1}的项数", member, bound);
    else if (builtin == BUILTIN_ANY) say(buf, terms, "there is a part whose {0} is {1}", "有{0}{1}的项", member, bound);
    else say(buf, terms, "of every part the {0} is {1}", "每一项的{0}都{1}", member, bound);
    return true;
}

static bool word_builtin(Buf *buf, const Terms *terms, int builtin, const Node *args) {
    switch ((Builtin)builtin) {
    case BUILTIN_ROUND: case BUILTIN_HALF_EVEN: case BUILTIN_UP: case BUILTIN_DOWN: return word_rounding(buf, terms, builtin, args);
    case BUILTIN_CLAMP:
        say(buf, terms, "{0}, but at least {1} and at most {2}", "{0}，不低于 {1}、不高于 {2}", part_of(terms, args->kid[0], HOLD_SUM),
            part_of(terms, args->kid[1], HOLD_SUM), part_of(terms, args->kid[2], HOLD_SUM));
        return true;
    case BUILTIN_MIN: return word_extreme(buf, terms, false, args);
    case BUILTIN_MAX: return word_extreme(buf, terms, true, args);
    case BUILTIN_SUM:
        if (!is_list_argument(args)) return false;
        say(buf, terms, "the sum of {0}", "{0}之和", list_text(terms, args->kid[0]));
        return true;
    case BUILTIN_MEAN:
        if (!is_list_argument(args)) return false;
        say(buf, terms, "the mean of {0}", "{0}的平均值", list_text(terms, args->kid[0]));
        return true;
    case BUILTIN_COUNT:
        if (args->count != 1) return false;
        if (word_counted(buf, terms, builtin, args->kid[0])) return true;
        if (!is_list_argument(args) || args->kid[0]->kind != NODE_MEMBER) return false;
        if (is_word(args->kid[0]->kid[0], KW_PARTS) && (is_member(args->kid[0], MEMBER_SCORE) || is_member(args->kid[0], MEMBER_CREDIT))) {
            buf_add(buf, LT(terms, "the number of parts that apply", "适用的项数"));
            return true;
        }
        say(buf, terms, "how many there are of {0}", "{0}的个数", list_text(terms, args->kid[0]));
        return true;
    case BUILTIN_ANY: case BUILTIN_ALL: return args->count == 1 && word_counted(buf, terms, builtin, args->kid[0]);
    case BUILTIN_ABS:
        say(buf, terms, "|{0}|", "|{0}|", part_of(terms, args->kid[0], HOLD_PHRASE));
        return true;
    case BUILTIN_RANK:
        say(buf, terms, "the place of {0} among {1}, 1 being the greatest", "{0}在{1}中的名次（最大的为 1）", part_of(terms, args->kid[0], HOLD_SUM),
            list_text(terms, args->kid[1]));
        return true;
    case BUILTIN_SQRT: case BUILTIN_LN: case BUILTIN_EXP: case BUILTIN_TOTAL: break;
    }
    return false;
}

/* An indicator's bare name is its actual, where it has one. */
static bool word_name_of(Buf *buf, const Terms *terms, const Node *node) {
    const Symbol *symbol = node->symbol;
    if (symbol && symbol->kind == SYM_INDICATOR && symbol->node && symbol->node->kind == NODE_INDICATOR) {
        const Node *clauses = symbol->node->kid[2];
        bool held = node_clause(clauses, NODE_TARGET) || node_clause(clauses, NODE_ACTUAL);
        if (!held) return false;
        say(buf, terms, "actual of {0}", "{0}的实际值", quoted_name(terms, node->text));
        return true;
    }
    if (symbol && symbol->kind == SYM_GROUP) {
        say(buf, terms, "score of {0}", "{0}的得分", quoted_name(terms, node->text));
        return true;
    }
    return false;
}

/* ---- how tightly ---- */

static bool is_phrase(const Terms *terms, const Node *node) {
    if (node->kind != NODE_CALL || !node->symbol || node->symbol->kind != SYM_BUILTIN) return false;
    Buf scratch = { 0 };
    return node->symbol->index != BUILTIN_ABS && word_builtin(&scratch, terms, node->symbol->index, node->kid[1]);
}

static Hold hold_of(const Terms *terms, const Node *node) {
    switch ((int)node->kind) {
    case NODE_BINARY:
        switch (node->op) {
        case KW_OR: return HOLD_OR;
        case KW_AND: return HOLD_AND;
        case '+': case '-': return HOLD_SUM;
        case '*': case '/': return HOLD_TERM;
        default: return HOLD_POWER;
        }
    case NODE_UNARY: return node->op == KW_NOT ? HOLD_NOT : HOLD_UNARY;
    case NODE_COMPARE: case NODE_MEETS: case NODE_IS: case NODE_IN: return HOLD_COMPARE;
    case NODE_RANGE: return HOLD_RANGE;
    case NODE_ANY_OF: case NODE_ONE_OF: case NODE_FILTER: return HOLD_PHRASE;
    case NODE_NUMBER: return rat_sign(node->number) < 0 ? HOLD_UNARY : HOLD_ALONE;
    case NODE_CALL: return terms->words && is_phrase(terms, node) ? HOLD_PHRASE : HOLD_ALONE;
    default: return HOLD_ALONE;
    }
}

/* ---- notation ---- */

static void write_list(Buf *buf, const Terms *terms, const Node *list, const char *between) {
    for (int i = 0; i < list->count; i++) {
        if (i > 0) buf_add_z(buf, between);
        term_write(buf, terms, list->kid[i], HOLD_PHRASE);
    }
}

static void add_keyword(Buf *buf, const Terms *terms, Keyword keyword) {
    buf_add(buf, keyword_text(keyword, terms->lang));
}

static void write_range(Buf *buf, const Terms *terms, const Node *node) {
    static const char *const signs[] = { " .. ", " >.. ", " ..< ", " >..< " };
    if (node->kid[0]) term_write(buf, terms, node->kid[0], HOLD_SUM);
    buf_add_z(buf, signs[node->op & 3]);
    if (node->kid[1]) term_write(buf, terms, node->kid[1], HOLD_SUM);
}

static void write_arms(Buf *buf, const Terms *terms, const Node *rows) {
    buf_add_z(buf, "{ ");
    for (int i = 0; i < rows->count; i++) {
        const Node *arm = rows->kid[i];
        if (i > 0) buf_add_z(buf, "; ");
        if (arm->kind != NODE_ARM) continue;
        if (arm->op == KW_OTHERWISE) add_keyword(buf, terms, KW_OTHERWISE);
        if (arm->op >= CMP_EQ && arm->op <= CMP_GE) buf_format(buf, "%.*s ", TEXT_ARG(comparison_sign(arm->op)));
        if (arm->kid[0]) term_write(buf, terms, arm->kid[0], HOLD_PHRASE);
        buf_add_z(buf, " → ");
        if (arm->kid[1]) term_write(buf, terms, arm->kid[1], HOLD_PHRASE);
    }
    buf_add_z(buf, " }");
}

static void write_binary(Buf *buf, const Terms *terms, const Node *node) {
    Hold hold = hold_of(terms, node);
    const char *sign = node->op == '*' ? "×" : node->op == '/' ? "÷" : node->op == '-' ? "−" : "+";
    bool logical = node->op == KW_AND || node->op == KW_OR;
    /* The right side of − and ÷ binds tighter; so does the base of a power.  In words "and" within "or" is set apart. */
    bool apart = terms->words && node->op == KW_OR;
    term_write(buf, terms, node->kid[0], node->op == '^' ? HOLD_ALONE : apart && node->kid[0]->op == KW_AND ? HOLD_NOT : hold);
    Text right = part_of(terms, node->kid[1], node->op == '^' ? HOLD_UNARY : apart ? HOLD_NOT : (Hold)(hold + !logical));
    if (node->op == '^') {
        buf_char(buf, '^');
        buf_add(buf, right);
    } else if (!logical) {
        glue_operation(buf, text_of(sign), right);
    } else if (terms->words && terms->lang == LANG_ZH) {
        buf_add_z(buf, node->op == KW_AND ? "，且" : "，或");
        glue(buf, right);
    } else {
        Text word = keyword_text((Keyword)node->op, terms->lang);
        buf_format(buf, " %.*s ", TEXT_ARG(word));
        buf_add(buf, right);
    }
}

static void write_unary(Buf *buf, const Terms *terms, const Node *node) {
    if (node->op != KW_NOT) {
        buf_add_z(buf, node->op == '-' ? "−" : "+");
        term_write(buf, terms, node->kid[0], HOLD_UNARY);
        return;
    }
    if (terms->words && node->kid[0]->kind == NODE_IS && word_is(buf, terms, node->kid[0], true)) return;
    if (terms->words && node->kid[0]->kind == NODE_MEETS) {
        say(buf, terms, "{0} does not meet {1}", "{0}没有达到{1}", part_of(terms, node->kid[0]->kid[0], HOLD_SUM), part_of(terms, node->kid[0]->kid[1], HOLD_SUM));
        return;
    }
    if (terms->words) buf_add(buf, LT(terms, "not ", "并非"));
    else {
        add_keyword(buf, terms, KW_NOT);
        buf_char(buf, ' ');
    }
    term_write(buf, terms, node->kid[0], terms->words ? HOLD_ALONE : HOLD_NOT);
}

static void write_word(Buf *buf, const Terms *terms, const Node *node) {
    if (terms->words && node->op == KW_ACTUAL) buf_add(buf, LT(terms, "actual", "实际值"));
    else if (terms->words && node->op == KW_PARTS) buf_add(buf, LT(terms, "the parts", "各项"));
    else if (terms->words && node->op == KW_FORMS) buf_add(buf, LT(terms, "all forms", "所有表单"));
    else if (terms->words && node->op == KW_CREDIT) buf_add(buf, LT(terms, "share of full marks", "得分率"));
    else add_keyword(buf, terms, (Keyword)node->op);
}

static void write_named(Buf *buf, const Terms *terms, const Node *node) {
    Terms inside;
    const Node *value = given_value(terms, node, &inside);
    if (value) term_write(buf, &inside, value, HOLD_ALONE);
    else if (terms->words && word_name_of(buf, terms, node)) return;
    else if (node->symbol && (node->symbol->kind == SYM_METHOD || node->symbol->kind == SYM_FUNCTION || node->symbol->kind == SYM_LEVELS ||
                              node->symbol->kind == SYM_WORD || node->symbol->kind == SYM_BUILTIN))
        buf_add(buf, quoted_name(terms, symbol_name(node->symbol, terms->lang)));
    else buf_add(buf, quoted_name(terms, node->text));
}

static void write_text(Buf *buf, const Terms *terms, Text text) {
    buf_add_z(buf, terms->words ? "“" : "\"");
    buf_add(buf, text);
    buf_add_z(buf, terms->words ? "”" : "\"");
}

static void write_member(Buf *buf, const Terms *terms, const Node *node) {
    int member = member_find(node->text);
    bool column = node->kid[0]->kind == NODE_INDEX || is_word(node->kid[0], KW_FORMS);
    if (terms->words && word_member(buf, terms, node)) return;
    Terms plain = *terms;
    plain.words = false;
    term_write(buf, &plain, node->kid[0], HOLD_ALONE);
    buf_char(buf, '.');
    buf_add(buf, member >= 0 && !column ? member_text(member, terms->lang) : quoted_name(&plain, node->text));
}

static void write_call(Buf *buf, const Terms *terms, const Node *node) {
    const Symbol *symbol = node->symbol;
    if (terms->words && symbol && symbol->kind == SYM_BUILTIN && word_builtin(buf, terms, symbol->index, node->kid[1])) return;
    term_write(buf, terms, node->kid[0], HOLD_ALONE);
    buf_char(buf, '(');
    write_list(buf, terms, node->kid[1], terms->lang == LANG_ZH && terms->words ? "，" : ", ");
    buf_char(buf, ')');
}

static void write_filter(Buf *buf, const Terms *terms, const Node *node) {
    term_write(buf, terms, node->kid[0], terms->words ? HOLD_ALONE : HOLD_PHRASE);
    if (node->kid[1]) {
        Text where = part_of(terms, node->kid[1], HOLD_PHRASE);
        if (terms->words) say(buf, terms, " (only where {0})", "（只计{0}的）", where);
        else buf_format(buf, " %.*s %.*s", TEXT_ARG(keyword_text(KW_WHERE, terms->lang)), TEXT_ARG(where));
    }
    if (node->op != KW_MISSING) return;
    if (terms->words) buf_add(buf, LT(terms, " (missing ones left out)", "（缺失的不计）"));
    else buf_format(buf, ", %.*s %.*s", TEXT_ARG(keyword_text(KW_MISSING, terms->lang)), TEXT_ARG(keyword_text(KW_STAYS_OUT, terms->lang)));
}

static void write_relation(Buf *buf, const Terms *terms, const Node *node) {
    const Node *left = node->kid[0], *right = node->kid[1];
    if (terms->words) {
        if (node->kind == NODE_COMPARE && word_compare(buf, terms, node)) return;
        if (node->kind == NODE_IS && word_is(buf, terms, node, false)) return;
        if (node->kind == NODE_MEETS) {
            say(buf, terms, "{0} meets {1}", "{0}达到{1}", part_of(terms, left, HOLD_SUM), part_of(terms, right, HOLD_SUM));
            return;
        }
        if (node->kind == NODE_IN && right->kind == NODE_RANGE && !is_list(left)) {
            say(buf, terms, "{0} lies {1}", "{0}在 {1}", part_of(terms, left, HOLD_SUM), range_text(terms, right));
            return;
        }
    }
    Terms plain = *terms; /* no phrase: all of it stays as it is in the rules */
    plain.words = false;
    Keyword keyword = node->kind == NODE_MEETS ? KW_MEETS : node->kind == NODE_IS ? KW_IS : KW_IN;
    term_write(buf, &plain, left, HOLD_RANGE);
    buf_char(buf, ' ');
    buf_add(buf, node->kind == NODE_COMPARE ? comparison_sign(node->op) : keyword_text(keyword, terms->lang));
    buf_char(buf, ' ');
    int word = node->kind == NODE_IS && right->kind == NODE_NAME ? word_find(right->text) : -1;
    if (word >= 0) buf_add(buf, word_name(word, terms->lang));
    else term_write(buf, &plain, right, HOLD_RANGE);
}

static void write_choice(Buf *buf, const Terms *terms, const Node *node) {
    Terms plain = *terms;
    plain.words = false;
    Keyword keyword = node->kind == NODE_WHEN ? KW_WHEN : node->kind == NODE_STEPS ? KW_STEPS : KW_LINEAR;
    add_keyword(buf, &plain, keyword);
    buf_char(buf, ' ');
    if (node->kind != NODE_WHEN) {
        term_write(buf, &plain, node->kid[0], HOLD_PHRASE);
        buf_char(buf, ' ');
    }
    write_arms(buf, &plain, node->kid[node->kind == NODE_WHEN ? 0 : 1]);
}

static void write_bare(Buf *buf, const Terms *terms, const Node *node) {
    switch ((int)node->kind) {
    case NODE_NUMBER: buf_add(buf, number_text(node)); break;
    case NODE_TEXT: case NODE_TEMPLATE: write_text(buf, terms, node->text); break;
    case NODE_DATE: buf_add(buf, node->text); break;
    case NODE_TRUTH: add_keyword(buf, terms, (Keyword)node->op); break;
    case NODE_NAME: write_named(buf, terms, node); break;
    case NODE_WORD: write_word(buf, terms, node); break;
    case NODE_MEMBER: write_member(buf, terms, node); break;
    case NODE_INDEX:
        term_write(buf, terms, node->kid[0], HOLD_ALONE);
        buf_char(buf, '[');
        write_list(buf, terms, node->kid[1], ", ");
        buf_char(buf, ']');
        break;
    case NODE_CALL: write_call(buf, terms, node); break;
    case NODE_FILTER: write_filter(buf, terms, node); break;
    case NODE_UNARY: write_unary(buf, terms, node); break;
    case NODE_BINARY: write_binary(buf, terms, node); break;
    case NODE_COMPARE: case NODE_MEETS: case NODE_IS: case NODE_IN: write_relation(buf, terms, node); break;
    case NODE_RANGE: terms->words ? buf_add(buf, range_text(terms, node)) : write_range(buf, terms, node); break;
    case NODE_WHEN: case NODE_STEPS: case NODE_LINEAR: write_choice(buf, terms, node); break;
    case NODE_ANY_OF: case NODE_ONE_OF:
        add_keyword(buf, terms, node->kind == NODE_ANY_OF ? KW_ANY_OF : KW_ONE_OF);
        buf_char(buf, ' ');
        write_list(buf, terms, node->kid[0], ", ");
        break;
    default: buf_add_z(buf, "…"); break;
    }
}

void term_write(Buf *buf, const Terms *terms, const Node *node, Hold least) {
    Terms inside;
    const Node *value = given_value(terms, node, &inside);
    if (value) {
        term_write(buf, &inside, value, least);
        return;
    }
    if (hold_of(terms, node) >= least) {
        write_bare(buf, terms, node);
        return;
    }
    bool wide = terms->words && terms->lang == LANG_ZH;
    buf_add_z(buf, wide ? "（" : "(");
    write_bare(buf, terms, node);
    buf_add_z(buf, wide ? "）" : ")");
}

Text term_text(const Terms *terms, const Node *node) {
    return part_of(terms, node, HOLD_PHRASE);
}

Text notation_text(Lang lang, const Node *node) {
    Terms terms = { .lang = lang };
    return part_of(&terms, node, HOLD_PHRASE);
}
