#include "engine/steps.h"

static const Op *op_of(const Steps *steps, int slot) {
    return &steps->part->code->ops.at[slot];
}

static const Value *value_of(const Steps *steps, int slot) {
    return &steps->part->slots[slot];
}

static int arg(const Steps *steps, const Op *op, int i) {
    return steps->part->code->args.at[op->first + i];
}

Steps steps_begin(const FormResult *form, const PartResult *part, Lang lang) {
    Steps steps = { .part = part, .units = form->program->units, .diags = form->program->scheme->diags, .lang = lang };
    return steps;
}

static Text text_of_value(const Steps *steps, const Value *value) {
    Buf buf = { 0 };
    value_write(&buf, value, steps->units, steps->lang, STEP_PLACES);
    return buf_text(&buf);
}

Text steps_value(const Steps *steps, int slot) {
    return text_of_value(steps, value_of(steps, slot));
}

static bool is_rate(const Value *value) {
    return value->kind == VALUE_NUMBER && value->unit == UNIT_NONE;
}

/* A share as a percentage: credit is spoken of in percent. */
static Text percent(const Steps *steps, const Value *value) {
    Value shown = *value;
    if (is_rate(value)) shown.unit = UNIT_PERCENT;
    return text_of_value(steps, &shown);
}

static Truth truth_of(const Value *condition) {
    if (condition->kind == VALUE_TRUTH) return (Truth)condition->truth;
    return condition->kind == VALUE_MISSING ? TRUTH_UNKNOWN : TRUTH_NO;
}

/* The branch a CHOOSE took, or -1 where more than one is possible. */
static int taken(Steps *steps, const Op *op) {
    for (int i = 0; i + 1 < op->count; i += 2) {
        int condition = arg(steps, op, i);
        Truth truth = truth_of(value_of(steps, condition));
        if (truth == TRUTH_UNKNOWN) return -1;
        if (truth == TRUTH_NO) continue;
        if (op_of(steps, condition)->code != OP_IS) steps->because = steps_condition(steps, condition, true);
        return arg(steps, op, i + 1);
    }
    if (op->count > 1) steps->because = keyword_text(KW_OTHERWISE, steps->lang);
    return arg(steps, op, op->count - 1);
}

/* The operand that an aggregate of single values took, or -1. */
static int winner(const Steps *steps, const Op *op, int slot) {
    if (op->mode != BUILTIN_MAX && op->mode != BUILTIN_MIN) return -1;
    for (int i = 0; i < op->count; i++)
        if (value_same(value_of(steps, arg(steps, op, i)), value_of(steps, slot))) return arg(steps, op, i);
    return -1;
}

Text steps_branch(Steps *steps, int slot, const Node **where) {
    Buf way = { 0 };
    *where = NULL;
    for (int next; slot >= 0; slot = next) {
        const Op *op = op_of(steps, slot);
        Text told = TEXT_NONE;
        next = -1;
        if (op->code == OP_NAMED || op->code == OP_CALLED) {
            told = op->code == OP_CALLED ? steps_name(op->node->kid[0], steps->lang) : op->label;
            next = op->a;
        } else if (op->code == OP_CHOOSE) {
            next = taken(steps, op);
            for (int i = 0; next >= 0 && i + 1 < op->count && !told.at; i += 2)
                if (truth_of(value_of(steps, arg(steps, op, i))) == TRUTH_YES) told = steps_condition(steps, arg(steps, op, i), false);
            if (next >= 0 && !told.at && op->node->kind != NODE_EACH_ROW) told = keyword_text(KW_OTHERWISE, steps->lang);
        } else if (op->code == OP_AGGREGATE) {
            next = winner(steps, op, slot);
        } else if (op->code == OP_ROUND || op->code == OP_CLAMP || op->code == OP_IF_MISSING) {
            next = op->a;
        }
        if (!told.length) continue;
        *where = op->node;
        if (way.length) buf_add_z(&way, " › ");
        buf_add(&way, told);
    }
    return buf_text(&way);
}

static bool is_ascii(Text text) {
    return text_runes(text) == (int)text.length;
}

Text steps_name(const Node *decl, Lang lang) {
    if (is_ascii(decl->text) == (lang == LANG_EN)) return decl->text;
    NODE_EACH(decl->kid[0], alias) if (is_ascii(alias->text) == (lang == LANG_EN)) return alias->text;
    return decl->text;
}

static bool is_given(const Steps *steps, int slot) {
    for (int i = 0; i < steps->given_count; i++)
        if (steps->given[i].slot == slot) return true;
    return false;
}

/* The option that a choice took: the first that has its value. */
static int option_taken(const Steps *steps, const Op *op, int slot) {
    for (int i = 0; i < op->count; i++)
        if (value_same(value_of(steps, arg(steps, op, i)), value_of(steps, slot))) return arg(steps, op, i);
    return arg(steps, op, 0);
}

int steps_source(Steps *steps, int slot) {
    while (!is_given(steps, slot)) {
        const Op *op = op_of(steps, slot);
        int next = -1;
        if (op->code == OP_CALLED) {
            if (!steps->method.at || op->node->kind == NODE_METHOD) {
                steps->method = steps_name(op->node->kid[0], steps->lang);
                steps->rule = op->node;
            }
            next = op->a;
        } else if (op->code == OP_NARROW || op->code == OP_NARROW_MEETS || op->code == OP_AS_ACTUAL) {
            next = op->a;
        } else if (op->code == OP_CHOOSE) {
            next = taken(steps, op);
        } else if (op->code == OP_IF_MISSING) {
            next = value_same(value_of(steps, op->a), value_of(steps, slot)) ? op->a : op->b;
        } else if ((op->code == OP_ALTERNATIVE || op->code == OP_ONE_OF) && op->count > 0) {
            next = option_taken(steps, op, slot);
        } else if (op->code == OP_AGGREGATE && op->count == 2 && (op->mode == BUILTIN_MAX || op->mode == BUILTIN_MIN)) {
            int a = arg(steps, op, 0), b = arg(steps, op, 1); /* a bound that did not matter */
            if (op_of(steps, b)->code == OP_CONST && value_same(value_of(steps, a), value_of(steps, slot))) next = a;
            if (op_of(steps, a)->code == OP_CONST && value_same(value_of(steps, b), value_of(steps, slot))) next = b;
        }
        if (next < 0) return slot;
        slot = next;
    }
    return slot;
}

static const char *sign_of(OpCode code, int *level) {
    switch ((int)code) {
    case OP_ADD: *level = 1; return " + ";
    case OP_SUBTRACT: *level = 1; return " - ";
    case OP_MULTIPLY: *level = 2; return " × ";
    case OP_DIVIDE: *level = 2; return " ÷ ";
    case OP_POWER: *level = 4; return " ^ ";
    }
    *level = 9;
    return NULL;
}

static Text inline_text(Steps *steps, int slot, int outer);

static void add_arguments(Steps *steps, Buf *buf, const Op *op) {
    buf_char(buf, '(');
    for (int i = 0; i < op->count; i++) {
        if (i > 0) buf_add_z(buf, ", ");
        buf_add(buf, inline_text(steps, arg(steps, op, i), 0));
    }
    buf_char(buf, ')');
}

/* Whether a slot has been told; the first time it has not, and is from then on. */
static bool told_before(Steps *steps, int slot) {
    if (!steps->told) steps->told = mem_leaf((size_t)steps->part->code->ops.count + 1); /* few explanations need it */
    bool before = steps->told[slot];
    steps->told[slot] = 1;
    return before;
}

/* A name's own equation becomes a step of its own, told once. */
static void tell_named(Steps *steps, int slot) {
    const Op *op = op_of(steps, slot);
    if (steps->depth > 40 || told_before(steps, slot)) return;
    steps->depth++;
    int source = steps_source(steps, op->a);
    OpCode code = op_of(steps, source)->code;
    if (code != OP_CONST && code != OP_ENTRY && code != OP_CELL && code != OP_CELL_NUMBER) {
        Buf buf = { 0 };
        buf_add(&buf, op->label);
        buf_add_z(&buf, " = ");
        buf_add(&buf, steps_equation(steps, op->a));
        vec_push(&steps->list, buf_text(&buf));
    }
    steps->depth--;
}

static const char *function_name(const Op *op, Lang lang) {
    static const char *const names[][2] = {
#define BUILTIN(id, en, zh, least, most, text) { en, zh },
#include "front/builtin.def"
#undef BUILTIN
    };
    switch ((int)op->code) {
    case OP_ROUND: {
        static const Builtin modes[] = { BUILTIN_ROUND, BUILTIN_HALF_EVEN, BUILTIN_UP, BUILTIN_DOWN };
        return names[modes[op->mode]][lang];
    }
    case OP_CLAMP: return names[BUILTIN_CLAMP][lang];
    case OP_ABS: return names[BUILTIN_ABS][lang];
    case OP_SQRT: return names[BUILTIN_SQRT][lang];
    case OP_LN: return names[BUILTIN_LN][lang];
    case OP_EXP: return names[BUILTIN_EXP][lang];
    case OP_FLOOR: return names[BUILTIN_DOWN][lang];
    case OP_AGGREGATE: return names[op->mode][lang];
    case OP_RANK: return names[BUILTIN_RANK][lang];
    }
    return NULL;
}

static Text inline_binary(Steps *steps, const Op *op, const char *sign, int level, int outer) {
    Buf buf = { 0 };
    bool wrap = level < outer;
    if (wrap) buf_char(&buf, '(');
    buf_add(&buf, inline_text(steps, op->a, level));
    buf_add_z(&buf, sign);
    buf_add(&buf, inline_text(steps, op->b, level + (op->code == OP_SUBTRACT || op->code == OP_DIVIDE)));
    if (wrap) buf_char(&buf, ')');
    return buf_text(&buf);
}

static Text inline_call(Steps *steps, int slot, const char *name) {
    const Op *op = op_of(steps, slot);
    Buf buf = { 0 };
    buf_add_z(&buf, name);
    if (op->count > 0) {
        bool listed = op->count == 1 && op_of(steps, arg(steps, op, 0))->code == OP_LIST;
        if (!listed) {
            add_arguments(steps, &buf, op);
            return buf_text(&buf);
        }
        const Value *list = value_of(steps, arg(steps, op, 0));
        buf_char(&buf, '(');
        for (int i = 0; list->kind == VALUE_LIST && i < list->list->count; i++) {
            if (i > 0) buf_add_z(&buf, ", ");
            buf_add(&buf, text_of_value(steps, &list->list->at[i]));
        }
        buf_char(&buf, ')');
        return buf_text(&buf);
    }
    buf_char(&buf, '(');
    buf_add(&buf, inline_text(steps, op->a, 0));
    bool whole = op->code == OP_ROUND && value_same(value_of(steps, op->b), &(Value){ .kind = VALUE_NUMBER, .range = range_point(RAT_ZERO) });
    if (op->b >= 0 && !whole) {
        buf_add_z(&buf, ", ");
        buf_add(&buf, inline_text(steps, op->b, 0));
    }
    if (op->c >= 0) {
        buf_add_z(&buf, ", ");
        buf_add(&buf, inline_text(steps, op->c, 0));
    }
    buf_char(&buf, ')');
    return buf_text(&buf);
}

/* A slot as an operand: arithmetic is written out, names and entries give their value. */
static Text inline_text(Steps *steps, int slot, int outer) {
    const Op *op = op_of(steps, slot);
    if (steps->depth > 40 || is_given(steps, slot)) return steps_value(steps, slot);
    if (op->code == OP_NAMED) {
        tell_named(steps, slot);
        return steps_value(steps, slot);
    }
    if (op->code == OP_NARROW || op->code == OP_NARROW_MEETS) return steps_value(steps, slot);
    int source = steps_source(steps, slot), level;
    if (source != slot) return inline_text(steps, source, outer);
    const char *sign = sign_of(op->code, &level), *name = function_name(op, steps->lang);
    Text result;
    steps->depth++;
    if (sign) {
        result = inline_binary(steps, op, sign, level, outer);
    } else if (name) {
        result = inline_call(steps, slot, name);
    } else if (op->code == OP_NEGATE) {
        Buf buf = { 0 };
        buf_char(&buf, '-');
        buf_add(&buf, inline_text(steps, op->a, 3));
        result = buf_text(&buf);
    } else if (op->code == OP_ENTRY && op->label.length) {
        Buf buf = { 0 };
        buf_format(&buf, "%.*s %.*s", TEXT_ARG(op->label), TEXT_ARG(steps_value(steps, slot)));
        result = buf_text(&buf);
    } else {
        result = steps_value(steps, slot);
    }
    steps->depth--;
    return result;
}

Text steps_factor(Steps *steps, int slot) {
    return inline_text(steps, slot, 2);
}

Text steps_equation(Steps *steps, int slot) {
    int source = steps_source(steps, slot);
    const Op *op = op_of(steps, source);
    if (op->code == OP_NAMED) {
        tell_named(steps, source);
        return steps_value(steps, source);
    }
    Text worked = inline_text(steps, source, 0), value = steps_value(steps, source);
    if (steps->shares && op->code == OP_DIVIDE && is_rate(value_of(steps, source))) value = percent(steps, value_of(steps, source));
    int level;
    if (!sign_of(op->code, &level) && !function_name(op, steps->lang)) return value;
    Buf buf = { 0 };
    buf_format(&buf, "%.*s = %.*s", TEXT_ARG(worked), TEXT_ARG(value));
    return buf_text(&buf);
}

/* ---- conditions ---- */

static const char *comparison_sign(int comparison) {
    static const char *const signs[] = { "?", "=", "≠", "<", "≤", ">", "≥" };
    return signs[comparison];
}

static Text name_or_value(Steps *steps, int slot) {
    const Op *op = op_of(steps, slot);
    while (op->code == OP_NARROW || op->code == OP_NARROW_MEETS)
        op = op_of(steps, op->a);
    if (op->code == OP_ENTRY || op->code == OP_NAMED || op->code == OP_PART || op->code == OP_CELL || op->code == OP_CELL_NUMBER)
        return op->label;
    if (op->code == OP_READ_ACTUAL || op->code == OP_AS_ACTUAL) return keyword_text(KW_ACTUAL, steps->lang);
    if (op->code == OP_READ_TARGET || op->code == OP_MAKE_TARGET) return keyword_text(KW_TARGET, steps->lang);
    if (op->code == OP_MEMBER) {
        Buf buf = { 0 };
        buf_format(&buf, "%.*s.%.*s", TEXT_ARG(name_or_value(steps, op->a)), TEXT_ARG(member_text(op->mode, steps->lang)));
        return buf_text(&buf);
    }
    return inline_text(steps, slot, 0);
}

/* A name with, if asked for, the value it has. */
static Text left_side(Steps *steps, int slot, bool values) {
    Text name = name_or_value(steps, slot), value = steps_value(steps, slot);
    if (!values || text_is(name, value)) return name;
    Buf buf = { 0 };
    buf_format(&buf, "%.*s %.*s", TEXT_ARG(name), TEXT_ARG(value));
    return buf_text(&buf);
}

static Text word_text(int word, Lang lang) {
    static const char *const words[][2] = {
#define WORD(id, en, zh) { en, zh },
#include "front/word.def"
#undef WORD
    };
    return word < 0 ? keyword_text(KW_MISSING, lang) : text_of(words[word][lang]);
}

Text steps_condition(Steps *steps, int slot, bool values) {
    const Op *op = op_of(steps, slot);
    Buf buf = { 0 };
    switch ((int)op->code) {
    case OP_COMPARE:
        buf_format(&buf, "%.*s %s %.*s", TEXT_ARG(left_side(steps, op->a, values)), comparison_sign(op->mode), TEXT_ARG(steps_value(steps, op->b)));
        break;
    case OP_MEETS:
        buf_format(&buf, "%.*s %.*s", TEXT_ARG(keyword_text(KW_ACTUAL, steps->lang)), TEXT_ARG(steps_value(steps, op->b)));
        break;
    case OP_IN:
        buf_format(&buf, "%.*s %.*s %.*s", TEXT_ARG(left_side(steps, op->a, values)), TEXT_ARG(keyword_text(KW_IN, steps->lang)),
                   TEXT_ARG(steps_value(steps, op->b)));
        break;
    case OP_IS:
        buf_format(&buf, "%.*s %.*s %.*s", TEXT_ARG(name_or_value(steps, op->a)), TEXT_ARG(keyword_text(KW_IS, steps->lang)),
                   TEXT_ARG(word_text(op->mode, steps->lang)));
        break;
    case OP_AND:
    case OP_OR:
        buf_format(&buf, "%.*s %.*s %.*s", TEXT_ARG(steps_condition(steps, op->a, values)),
                   TEXT_ARG(keyword_text(op->code == OP_AND ? KW_AND : KW_OR, steps->lang)), TEXT_ARG(steps_condition(steps, op->b, values)));
        break;
    default: return steps_value(steps, slot);
    }
    return buf_text(&buf);
}

static bool reaches(const Value *value, Rat full) {
    return value->kind == VALUE_NUMBER && !value->range.hi_infinite && range_contains(&value->range, full);
}

/* The ends of a line at which it is full. */
static Text full_line(Steps *steps, const Op *op, Rat full) {
    for (int i = 1; i + 3 < op->count; i += 4)
        for (int end = 0; end < 2; end++) {
            if (!reaches(value_of(steps, arg(steps, op, i + 2 + end)), full)) continue;
            const Value *from = value_of(steps, arg(steps, op, i + 2)), *to = value_of(steps, arg(steps, op, i + 3));
            bool rising = from->kind == VALUE_NUMBER && to->kind == VALUE_NUMBER && rat_compare(from->range.lo, to->range.lo) < 0;
            Buf buf = { 0 };
            buf_format(&buf, "%.*s %s %.*s", TEXT_ARG(name_or_value(steps, arg(steps, op, 0))), rising ? "≥" : "≤",
                       TEXT_ARG(steps_value(steps, arg(steps, op, i + end))));
            return buf_text(&buf);
        }
    return TEXT_NONE;
}

Text steps_full(Steps *steps, int slot, Rat full) {
    const Op *op = op_of(steps, slot);
    while (op->code == OP_NAMED || op->code == OP_CALLED || op->code == OP_NARROW)
        op = op_of(steps, slot = op->a);
    switch ((int)op->code) {
    case OP_CHOOSE:
        for (int i = 0; i + 1 < op->count; i += 2) {
            const Op *condition = op_of(steps, arg(steps, op, i));
            if (condition->code == OP_IS) continue;
            if (condition->code == OP_COMPARE && !value_is_certain(value_of(steps, condition->b))) continue;
            if (reaches(value_of(steps, arg(steps, op, i + 1)), full)) return steps_condition(steps, arg(steps, op, i), false);
        }
        for (int i = 1; i < op->count; i += i + 2 < op->count ? 2 : 1) {
            Text found = steps_full(steps, arg(steps, op, i), full);
            if (found.at) return found;
        }
        return TEXT_NONE;
    case OP_LINEAR: return full_line(steps, op, full);
    case OP_ALTERNATIVE:
    case OP_AGGREGATE:
        for (int i = 0; i < op->count; i++) {
            Text found = steps_full(steps, arg(steps, op, i), full);
            if (found.at) return found;
        }
        return TEXT_NONE;
    default: return TEXT_NONE;
    }
}

/* ---- the trace ---- */

static void trace_line(TextList *lines, int indent, const char *mark, Text what, Text value, const char *note) {
    Buf buf = { 0 };
    for (int i = 0; i < indent; i++)
        buf_add_z(&buf, "  ");
    buf_add_z(&buf, mark);
    buf_add(&buf, what);
    if (value.length) buf_format(&buf, " = %.*s", TEXT_ARG(value));
    if (note) buf_add_z(&buf, note);
    vec_push(lines, buf_text(&buf));
}

/* A condition that was not looked at, in the rules' own words, on one line. */
static Text own_words(const Steps *steps, int slot) {
    const Node *node = op_of(steps, slot)->node;
    if (!node || !node->span.source) return TEXT_NONE;
    Text text = text_slice(steps->diags->sources.at[node->span.source - 1]->text, node->span.begin, node->span.end);
    Buf buf = { 0 };
    for (size_t i = 0; i < text.length; i++) {
        bool blank = text.at[i] == ' ' || text.at[i] == '\n' || text.at[i] == '\t' || text.at[i] == '\r';
        if (!blank) buf_char(&buf, text.at[i]);
        else if (buf.length && buf.at[buf.length - 1] != ' ') buf_char(&buf, ' ');
    }
    return buf_text(&buf);
}

static void trace_choose(Steps *steps, const Op *op, int indent, TextList *lines) {
    bool settled = false, zh = steps->lang == LANG_ZH;
    for (int i = 0; i < op->count; i += 2) {
        bool last = i + 1 == op->count;
        int value = arg(steps, op, last ? i : i + 1);
        Truth truth = last ? TRUTH_YES : truth_of(value_of(steps, arg(steps, op, i)));
        Text condition = last ? keyword_text(KW_OTHERWISE, steps->lang) : settled ? own_words(steps, arg(steps, op, i))
                                                                                 : steps_condition(steps, arg(steps, op, i), true);
        if (settled) {
            trace_line(lines, indent, "· ", condition, TEXT_NONE, zh ? "：前面的分支已经成立，不再看" : ": not looked at, an earlier branch holds");
            continue;
        }
        if (truth == TRUTH_NO) {
            trace_line(lines, indent, "✗ ", condition, TEXT_NONE, zh ? "：不成立" : ": does not hold");
            continue;
        }
        trace_line(lines, indent, truth == TRUTH_YES ? "✓ " : "? ", condition, steps_value(steps, value),
                   truth == TRUTH_YES ? "" : zh ? "（可能）" : " (possible)");
        steps_trace(steps, value, indent + 1, lines);
        settled = truth == TRUTH_YES;
    }
}

void steps_trace(Steps *steps, int slot, int indent, TextList *lines) {
    const Op *op = op_of(steps, slot);
    if (indent > 40) return;
    switch ((int)op->code) {
    case OP_CONST:
    case OP_CELL:
    case OP_RANGE: return;
    case OP_CHOOSE: trace_choose(steps, op, indent, lines); return;
    case OP_NARROW:
    case OP_NARROW_MEETS: return;
    case OP_NAMED: {
        bool before = told_before(steps, slot);
        trace_line(lines, indent, "", op->label, steps_value(steps, slot), before ? steps->lang == LANG_ZH ? "（见上）" : " (above)" : NULL);
        if (before) return;
        break;
    }
    case OP_CALLED: trace_line(lines, indent, "", steps_name(op->node->kid[0], steps->lang), steps_value(steps, slot), NULL); break;
    case OP_MEMBER:
    case OP_READ_ACTUAL:
    case OP_READ_TARGET:
    case OP_MAKE_TARGET: return;
    case OP_AGGREGATE: {
        int source = steps_source(steps, slot); /* a bound that did not matter */
        if (source != slot) {
            steps_trace(steps, source, indent, lines);
            return;
        }
        trace_line(lines, indent, "", inline_text(steps, slot, 0), steps_value(steps, slot), NULL);
        break;
    }
    case OP_ENTRY:
    case OP_CELL_NUMBER: trace_line(lines, indent, "", op->label, steps_value(steps, slot), NULL); return;
    case OP_COMPARE:
    case OP_MEETS:
    case OP_IN:
    case OP_IS:
    case OP_AND:
    case OP_OR: trace_line(lines, indent, "", steps_condition(steps, slot, true), steps_value(steps, slot), NULL); break;
    default: trace_line(lines, indent, "", inline_text(steps, slot, 0), steps_value(steps, slot), NULL); break;
    }
    OP_EACH_OPERAND(steps->part->code, op, operand) steps_trace(steps, operand, indent + 1, lines);
}
