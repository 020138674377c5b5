#include "engine/explain.h"

#include "engine/arith.h"
#include "engine/steps.h"
#include "engine/verdict.h"

#define LOCAL(lang, en, zh) ((lang) == LANG_ZH ? (zh) : (en))

static const Value *slot_value(const PartResult *part, int slot) {
    return slot >= 0 ? &part->slots[slot] : NULL;
}

Text explain_number(const FormResult *form, const Value *value, Lang lang) {
    Buf buf = { 0 };
    value_write(&buf, value, form->program->units, lang, STEP_PLACES);
    return buf_text(&buf);
}

/* ---- what was entered ---- */

/* The reading behind a slot, through what only passes it on. */
static const Reading *reading_at(const PartResult *part, int slot) {
    while (slot >= 0) {
        if (part->readings[slot]) return part->readings[slot];
        const Op *op = &part->code->ops.at[slot];
        if (op->code == OP_CHOOSE) { /* by section */
            int found = -1;
            for (int i = 1; i < op->count && found < 0; i += i + 2 < op->count ? 2 : 1) {
                int value = part->code->args.at[op->first + i];
                if (part->readings[value] && value_same(&part->slots[value], &part->slots[slot])) found = value;
            }
            slot = found;
        } else if (op->code == OP_NAMED || op->code == OP_NARROW || op->code == OP_NARROW_MEETS || op->code == OP_AS_ACTUAL) {
            slot = op->a;
        } else {
            return NULL;
        }
    }
    return NULL;
}

Entered explain_actual(const PartResult *part) {
    Entered entered = { TEXT_NONE, TEXT_NONE, TEXT_NONE };
    int cell = part->part->actual_cell;
    if (cell >= 0 && part->slots[cell].kind == VALUE_TEXT) entered.text = part->slots[cell].text;
    const Reading *reading = reading_at(part, part->part->actual);
    if (!reading) return entered;
    entered.read = reading->read;
    entered.passed_over = reading->passed_over;
    return entered;
}

Text explain_target(const FormResult *form, const PartResult *part, Lang lang) {
    const Value *target = slot_value(part, part->part->target);
    if (part->part->target_cell >= 0 && part->pair_count > 1) return part->slots[part->part->target_cell].text;
    if (!target || target->kind != VALUE_TARGET) {
        int cell = part->part->target_cell;
        return cell >= 0 && part->slots[cell].kind == VALUE_TEXT ? text_trim(part->slots[cell].text) : TEXT_NONE;
    }
    Buf buf = { 0 };
    target_write(&buf, target->target, form->program->units, lang);
    return buf_text(&buf);
}

/* Long cells are told by their beginning. */
static Text shortened(Text text) {
    size_t at = 0;
    for (int runes = 0; runes < 36 && at < text.length; runes++) {
        int length;
        text_rune(text, at, &length);
        at += (size_t)length;
    }
    if (at >= text.length) return text;
    Buf buf = { 0 };
    buf_format(&buf, "%.*s…", TEXT_ARG(text_slice(text, 0, at)));
    return buf_text(&buf);
}

/* ---- findings about evidence ---- */

typedef struct MarkText {
    unsigned mark;
    const char *en, *zh; /* one %.*s: the cell's text */
} MarkText;

static const MarkText mark_texts[] = {
    { CELL_BOUND, "\"%.*s\" is a bound, not a value", "“%.*s”是界限，不是数值" },
    { CELL_ABOUT, "\"%.*s\" is only about that value", "“%.*s”只是约数" },
    { CELL_AT_WORD, "\"%.*s\" is taken at its word, without a date", "“%.*s”没有日期，按其所言认定" },
    { CELL_OTHER_UNIT, "\"%.*s\" counts in another unit than the target", "“%.*s”的计量单位与目标不同" },
    { CELL_UNIT_MISFIT, "the unit of \"%.*s\" cannot be converted to the target's", "“%.*s”的单位不能换算成目标的单位" },
    { CELL_EACH, "\"%.*s\" is read as the value of each", "“%.*s”按各项都是此值认定" },
    { CELL_UNEQUAL, "\"%.*s\" does not give as many values as the target", "“%.*s”的个数与目标不一致" },
    { CELL_AMBIGUOUS, "\"%.*s\" can be read in more than one way", "“%.*s”有不止一种读法" },
    { CELL_ONE_YEAR_OFF, "\"%.*s\" lies outside the form's year", "“%.*s”不在表单年度内" },
    { CELL_UNREADABLE, "\"%.*s\" cannot be read as a value", "“%.*s”读不出数值" },
};

static void add_format(TextList *list, const char *format, Text text) {
    Buf buf = { 0 };
    text = shortened(text);
    for (const char *c = format; *c; c++) {
        if (c[0] == '%' && c[1] == '.' && c[2] == '*' && c[3] == 's') {
            buf_add(&buf, text);
            c += 3;
        } else {
            buf_char(&buf, *c);
        }
    }
    vec_push(list, buf_text(&buf));
}

static void add_marks(const Reading *reading, Text cell, unsigned marks, Lang lang, TextList *list) {
    for (size_t i = 0; i < sizeof mark_texts / sizeof *mark_texts; i++)
        if (marks & mark_texts[i].mark) add_format(list, LOCAL(lang, mark_texts[i].en, mark_texts[i].zh), cell);
    if (reading && reading->passed_over.length)
        add_format(list, LOCAL(lang, "words passed over: \"%.*s\"", "略去的文字：“%.*s”"), reading->passed_over);
}

/* The rule, and not the cell, gives the direction: `unsigned is at_least`. */
static bool sense_fixed(const PartResult *part) {
    for (int i = 0; i < part->part->cone_count; i++) {
        const Op *op = &part->code->ops.at[part->part->cone[i]];
        if (op->code != OP_READ_TARGET || !part->readings[part->part->cone[i]]) continue;
        int senses = part->code->args.at[op->first + 2];
        int64_t code = 0;
        return senses >= 0 && part->slots[senses].kind == VALUE_NUMBER && rat_to_int64(part->slots[senses].range.lo, &code) && code >= 2;
    }
    return false;
}

/* Declared entries: by their name, since the part's own cell is another one. */
static void add_entry_marks(const PartResult *part, Lang lang, TextList *list) {
    for (int i = 0; i < part->part->cone_count; i++) {
        int slot = part->part->cone[i];
        const Op *op = &part->code->ops.at[slot];
        const Reading *reading = part->readings[slot];
        if ((op->code != OP_ENTRY && op->code != OP_CELL_NUMBER) || !reading || !part->cells[op->index].text.at) continue;
        Buf named = { 0 };
        buf_format(&named, "%.*s %.*s", TEXT_ARG(op->label), TEXT_ARG(text_trim(part->cells[op->index].text)));
        add_marks(reading, buf_text(&named), reading->marks & ~(unsigned)CELL_BLANK, lang, list);
        if (reading->marks & CELL_CLAIMED_NA)
            add_format(list, LOCAL(lang, "\"%.*s\" says itself that it does not apply", "“%.*s”是填报人自称不适用"), buf_text(&named));
        if (reading->marks & CELL_OUT_OF_BOUNDS)
            add_format(list, LOCAL(lang, "\"%.*s\" lies outside the bounds of the entry", "“%.*s”超出填报项的范围"), buf_text(&named));
    }
}

void explain_marks(const FormResult *form, const PartResult *part, Lang lang, TextList *findings) {
    if (part->skipped) return;
    Entered entered = explain_actual(part);
    const Reading *actual = reading_at(part, part->part->actual), *target = reading_at(part, part->part->target);
    int cell = part->part->target_cell;
    if (target && cell >= 0) {
        unsigned marks = target->marks & ~(unsigned)(CELL_BOUND | CELL_BLANK);
        add_marks(target, text_trim(part->slots[cell].text), marks, lang, findings);
        if (marks & CELL_NO_SIGN && !sense_fixed(part))
            add_format(findings, LOCAL(lang, "the target \"%.*s\" does not say whether more or less is better",
                                       "目标“%.*s”没有写明以多为好还是以少为好"), text_trim(part->slots[cell].text));
        if (target->marks & CELL_BLANK) vec_push(findings, text_of(LOCAL(lang, "no target is given", "没有目标值")));
    }
    if (actual && (actual->marks & CELL_BLANK)) vec_push(findings, text_of(LOCAL(lang, "no actual value is given", "没有实际值")));
    add_entry_marks(part, lang, findings);
    unsigned own = actual ? actual->marks : 0;
    bool unread = part->marks & CELL_UNREADABLE && part->part->actual_cell >= 0 && part->status == STATUS_MISSING;
    if (unread && !(own & CELL_BLANK) && !(target && target->marks & CELL_UNREADABLE)) own |= CELL_UNREADABLE;
    add_marks(actual, text_trim(entered.text), own & ~(unsigned)CELL_BLANK, lang, findings);
    if (part->status == STATUS_NOT_APPLICABLE) {
        Rat number;
        int places;
        if (cell_printed(verdict_reported(part), &number, &places) && rat_sign(number) > 0)
            vec_push(findings, text_of(LOCAL(lang, "points are reported for what does not apply", "不适用的指标却报有得分")));
    }
    if (part->capped) vec_push(findings, text_of(LOCAL(lang, "what the rule gives lies outside 0 and full marks and was capped", "规则算出的结果超出零分至满分，已截断")));
    (void)form;
}

/* ---- the reason ---- */

static const char *error_text(ValueError error, Lang lang) {
    static const char *const texts[][2] = {
        [ERROR_ZERO_DIVISOR] = { "a divisor is 0", "除数为零" },
        [ERROR_NO_BAND] = { "no band of the rule holds", "规则中没有适用的一档" },
        [ERROR_NO_KEY] = { "the table of constants has no such key", "常数表中没有这个主键" },
        [ERROR_HUGE] = { "a number has grown too large", "数字过大" },
        [ERROR_DOMAIN] = { "a function has no value here", "函数在此没有值" },
        [ERROR_KIND] = { "a text stands where a number is needed", "需要数值的地方是文字" },
        [ERROR_UNIT] = { "units cannot be mixed", "单位不能混用" },
    };
    return texts[error][lang];
}

/* Credit as a percentage, "95%", "80% ~ 100%". */
static Text credit_text(const FormResult *form, const Value *credit, Lang lang) {
    Value shown = *credit;
    if (shown.kind == VALUE_NUMBER) shown.unit = UNIT_PERCENT;
    return explain_number(form, &shown, lang);
}

/* Whether the score is that of the weight times a credit short of full. */
static bool partial(const PartResult *part) {
    const Value *credit = &part->expected_credit;
    return credit->kind == VALUE_NUMBER && !(range_is_point(&credit->range) && rat_equal(credit->range.lo, RAT_ONE));
}

static void points_step(const FormResult *form, const PartResult *part, Lang lang, TextList *steps) {
    const Value *credit = &part->expected_credit, *weight = &part->weight;
    if (credit->kind != VALUE_NUMBER || weight->kind != VALUE_NUMBER || part->part->credit < 0) return;
    Buf buf = { 0 };
    Value exact = arith_binary(form->program->units, OP_MULTIPLY, weight, credit);
    exact.unit = UNIT_NONE;
    buf_add(&buf, explain_number(form, weight, lang));
    buf_add_z(&buf, " × ");
    bool range = !range_is_point(&credit->range);
    if (range) buf_char(&buf, '(');
    buf_add(&buf, credit_text(form, credit, lang));
    if (range) buf_char(&buf, ')');
    buf_format(&buf, " = %.*s", TEXT_ARG(explain_number(form, &exact, lang)));
    if (!value_same(&exact, &part->expected) && part->part->deductions.count == 0)
        buf_format(&buf, LOCAL(lang, ", rounded %.*s", "，取整 %.*s"), TEXT_ARG(explain_number(form, &part->expected, lang)));
    vec_push(steps, buf_text(&buf));
}

static void deduction_steps(Steps *steps, const PartResult *part, Lang lang) {
    for (int i = 0; i < part->part->deductions.count; i++) {
        int slot = part->part->deductions.at[i];
        Buf buf = { 0 };
        buf_add_z(&buf, LOCAL(lang, "deducted: ", "扣分："));
        buf_add(&buf, steps_equation(steps, slot));
        vec_push(&steps->list, buf_text(&buf));
    }
}

/* The steps of a score, and the method that gave it. */
static Steps score_steps(const FormResult *form, const PartResult *part, Lang lang) {
    Steps steps = steps_begin(form, part, lang);
    if (part->part->missing >= 0 && part->status == STATUS_MISSING) {
        Buf buf = { 0 };
        buf_format(&buf, LOCAL(lang, "what is missing counts as %.*s", "缺失时计 %.*s"), TEXT_ARG(steps_value(&steps, part->part->missing)));
        vec_push(&steps.list, buf_text(&buf));
    } else if (part->part->credit >= 0) {
        steps.shares = true;
        int source = steps_source(&steps, part->part->credit);
        OpCode code = part->code->ops.at[source].code;
        bool plain = code == OP_CONST || code == OP_RANGE || code == OP_LEVEL_CREDIT || code == OP_CHOOSE ||
                     ((code == OP_ENTRY || code == OP_CELL_NUMBER) && partial(part));
        if (plain && part->part->target < 0 && steps.because.at) vec_push(&steps.list, steps.because);
        if (!plain) {
            Text equation = steps_equation(&steps, part->part->credit);
            vec_push(&steps.list, equation);
        }
        if (partial(part)) points_step(form, part, lang, &steps.list);
    } else if (part->part->score >= 0) {
        int source = steps_source(&steps, part->part->score);
        bool chosen = part->code->ops.at[source].code == OP_CONST && steps.because.at;
        Text equation = steps_equation(&steps, part->part->score);
        if (chosen) { /* the band that held, and what it gives */
            Buf buf = { 0 };
            buf_format(&buf, LOCAL(lang, "%.*s: %.*s", "%.*s：%.*s"), TEXT_ARG(steps.because), TEXT_ARG(equation));
            equation = buf_text(&buf);
        }
        vec_push(&steps.list, equation);
    }
    deduction_steps(&steps, part, lang);
    return steps;
}

void explain_steps(const FormResult *form, const PartResult *part, Lang lang, TextList *list) {
    if (part->status == STATUS_NOT_APPLICABLE || part->status == STATUS_ERROR || part->part->kind != PART_INDICATOR) return;
    Steps steps = score_steps(form, part, lang);
    for (int i = 0; i < steps.list.count; i++)
        vec_push(list, steps.list.at[i]);
}

static void add_entered(Buf *buf, const FormResult *form, const PartResult *part, Lang lang) {
    Entered entered = explain_actual(part);
    const Value *actual = slot_value(part, part->part->actual);
    if (!actual) return;
    if (buf->length) buf_add_z(buf, LOCAL(lang, ", ", "，"));
    if (!entered.text.at) {
        Steps steps = steps_begin(form, part, lang);
        buf_add_z(buf, LOCAL(lang, "actual ", "实际 "));
        steps.shares = true;
        buf_add(buf, steps_equation(&steps, part->part->actual));
        return;
    }
    if (text_is_blank(entered.text)) {
        buf_add_z(buf, LOCAL(lang, "nothing entered", "实际未填"));
        return;
    }
    buf_format(buf, LOCAL(lang, "entered \"%.*s\"", "实际“%.*s”"), TEXT_ARG(shortened(text_trim(entered.text))));
    if (entered.read.length && !text_same_name(entered.read, entered.text) && !(actual->kind == VALUE_TEXT))
        buf_format(buf, LOCAL(lang, " (read as %.*s)", "（读作 %.*s）"), TEXT_ARG(entered.read));
}

/* What the level that words were read as is called. */
static Text level_name(const PartResult *part) {
    for (int i = part->part->cone_count - 1; i >= 0; i--) {
        int slot = part->part->cone[i];
        const Value *level = &part->slots[slot];
        if (part->code->ops.at[slot].code == OP_LEVEL && level->kind == VALUE_LEVEL && level->level.best == level->level.worst &&
            part->code->ops.at[slot].a == part->part->actual)
            return level->level.scale->at[level->level.best].name;
    }
    return TEXT_NONE;
}

static void add_pairs(Buf *buf, const FormResult *form, const PartResult *part, Lang lang) {
    buf_add_z(buf, LOCAL(lang, "; pair by pair ", "；逐对得分率 "));
    for (int i = 0; i < part->pair_count; i++) {
        if (i > 0) buf_add_z(buf, LOCAL(lang, ", ", "、"));
        buf_add(buf, credit_text(form, &part->pairs[i], lang));
    }
}

static void add_other_cases(Buf *buf, const FormResult *form, const PartResult *part, Lang lang) {
    bool differ = false;
    for (int i = 1; i < part->case_count; i++)
        differ |= !value_same(&part->cases[i].score, &part->cases[0].score);
    if (!differ) return;
    buf_format(buf, LOCAL(lang, "; expected %.*s", "；首选 %.*s"), TEXT_ARG(explain_number(form, &part->expected, lang)));
    buf_add_z(buf, part->reading_count > 1 ? LOCAL(lang, ", by another reading ", "，按另一种读法为 ")
                                           : LOCAL(lang, ", by another admitted formula ", "，按另一种认可的算法为 "));
    int told = 0;
    for (int i = 1; i < part->case_count; i++) {
        bool fresh = true;
        for (int j = 0; j < i && fresh; j++)
            fresh = !value_same(&part->cases[i].score, &part->cases[j].score);
        if (!fresh) continue; /* told already, or the expected one */
        if (told++ > 0) buf_add_z(buf, LOCAL(lang, " or ", " 或 "));
        buf_add(buf, explain_number(form, &part->cases[i].score, lang));
        if (part->cases[i].via) {
            Text via = steps_name(part->cases[i].via->kid[0], lang);
            buf_format(buf, LOCAL(lang, " (%.*s)", "（%.*s）"), TEXT_ARG(via));
        }
    }
}

static Text group_reason(const FormResult *form, const PartResult *part, Lang lang) {
    Buf buf = { 0 };
    Steps steps = steps_begin(form, part, lang);
    if (part->part->score >= 0) {
        Text equation = steps_equation(&steps, part->part->score);
        buf_add(&buf, equation);
    }
    for (int i = 0; i < part->part->deductions.count; i++) {
        if (buf.length) buf_add_z(&buf, LOCAL(lang, "; ", "；"));
        buf_add_z(&buf, LOCAL(lang, "deducted: ", "扣分："));
        buf_add(&buf, steps_equation(&steps, part->part->deductions.at[i]));
    }
    if (part->part->redistribute) {
        if (buf.length) buf_add_z(&buf, LOCAL(lang, "; ", "；"));
        buf_add_z(&buf, LOCAL(lang, "weight of what does not apply goes to the rest", "不适用部分的分值摊给其余部分"));
    }
    return buf_text(&buf);
}

/* "innovation 是: 2, capped at 3" */
static Text judgement_reason(const FormResult *form, const PartResult *part, Lang lang) {
    Buf buf = { 0 };
    Steps steps = steps_begin(form, part, lang);
    if (part->part->condition >= 0) buf_add(&buf, steps_condition(&steps, part->part->condition, true));
    if (part->condition == TRUTH_NO) buf_add_z(&buf, LOCAL(lang, ": does not hold", "：不成立"));
    if (part->condition == TRUTH_UNKNOWN) buf_add_z(&buf, LOCAL(lang, ": not known", "：未定"));
    if (part->part->kind != PART_ADJUSTMENT || part->condition == TRUTH_NO) return buf_text(&buf);
    Text equation = steps_equation(&steps, part->part->amount);
    buf_format(&buf, "%s%.*s", buf.length ? LOCAL(lang, "; ", "；") : "", TEXT_ARG(equation));
    if (!value_same(&part->slots[part->part->amount], &part->amount) && part->part->node->op != '-')
        buf_format(&buf, LOCAL(lang, ", limited to %.*s", "，限为 %.*s"), TEXT_ARG(explain_number(form, &part->amount, lang)));
    return buf_text(&buf);
}

Text explain_reason(const FormResult *form, const PartResult *part, Lang lang) {
    Buf buf = { 0 };
    if (part->part->kind >= PART_ADJUSTMENT && part->part->kind != PART_TOTAL) return judgement_reason(form, part, lang);
    if (part->part->kind != PART_INDICATOR) return group_reason(form, part, lang);
    if (part->status == STATUS_NOT_APPLICABLE)
        return text_of(LOCAL(lang, "does not apply: left out with its weight", "不适用：连同分值一起不计"));
    Text target = explain_target(form, part, lang);
    if (target.at && target.length == 0)
        buf_add_z(&buf, LOCAL(lang, "no target", "没有目标值"));
    else if (target.at) buf_format(&buf, LOCAL(lang, "target %.*s", "目标 %.*s"), TEXT_ARG(target));
    add_entered(&buf, form, part, lang);
    if (part->status == STATUS_ERROR) {
        buf_format(&buf, LOCAL(lang, "%sno result: %s", "%s无法计算：%s"), buf.length ? LOCAL(lang, "; ", "；") : "", error_text(part->error, lang));
        return buf_text(&buf);
    }
    if (part->weight.kind == VALUE_MISSING) {
        buf_format(&buf, "%s%s", buf.length ? LOCAL(lang, "; ", "；") : "", LOCAL(lang, "no weight: not scored", "没有分值，不计分"));
        return buf_text(&buf);
    }
    if (buf.length) buf_add_z(&buf, LOCAL(lang, ": ", "："));
    if (part->expected.kind == VALUE_NA) {
        buf_format(&buf, LOCAL(lang, "perhaps not applicable; otherwise %.*s", "可能不适用；否则得 %.*s"), TEXT_ARG(explain_number(form, &part->score, lang)));
        return buf_text(&buf);
    }
    Text level = level_name(part);
    bool judged = part->part->target >= 0 || level.at || part->status == STATUS_MISSING;
    if (judged) buf_add(&buf, status_text(part->status, lang));
    if (level.at) buf_format(&buf, LOCAL(lang, ", level '%.*s'", "，属“%.*s”一档"), TEXT_ARG(level));
    Steps steps = score_steps(form, part, lang);
    bool full = !partial(part) && part->part->deductions.count == 0 && part->part->credit >= 0;
    if (full && part->status == STATUS_MET)
        buf_add_z(&buf, judged ? LOCAL(lang, ", full marks", "，得满分") : LOCAL(lang, "full marks", "得满分"));
    for (int i = 0; i < steps.list.count && !(full && part->status == STATUS_MET); i++) {
        if (i == 0 && judged) buf_add_z(&buf, LOCAL(lang, "; ", "；"));
        if (i > 0) buf_add_z(&buf, LOCAL(lang, "; ", "；"));
        if (i == 0 && steps.method.at && !level.at) buf_format(&buf, "%.*s%s", TEXT_ARG(steps.method), LOCAL(lang, ": ", "："));
        buf_add(&buf, steps.list.at[i]);
    }
    if (part->pair_count > 1) add_pairs(&buf, form, part, lang);
    add_other_cases(&buf, form, part, lang);
    return buf_text(&buf);
}

/* ---- full credit, the trace ---- */

Text explain_full(const FormResult *form, const PartResult *part, Lang lang) {
    const Value *score = &part->score, *weight = &part->weight;
    if (part->part->kind != PART_INDICATOR || part->status == STATUS_NOT_APPLICABLE || part->status == STATUS_ERROR) return TEXT_NONE;
    if (score->kind == VALUE_NUMBER && value_same(score, weight)) return TEXT_NONE;
    Steps steps = steps_begin(form, part, lang);
    const Value *target = slot_value(part, part->part->target);
    if (part->part->credit >= 0) {
        if (level_name(part).at && part->status == STATUS_MET)
            return text_of(LOCAL(lang, "the top of the band", "取该档的上限"));
        bool meets = target && target->kind == VALUE_TARGET && target->target->sense != TARGET_WITHIN;
        if (meets && part->pair_count <= 1 && target->target->sense != TARGET_WORDS) return explain_target(form, part, lang);
        if (target && target->kind != VALUE_TARGET) return TEXT_NONE;
        Text found = steps_full(&steps, part->part->credit, RAT_ONE);
        if (found.at) return found;
        return target && target->kind == VALUE_TARGET ? explain_target(form, part, lang) : TEXT_NONE;
    }
    if (part->part->score >= 0 && weight->kind == VALUE_NUMBER && range_is_point(&weight->range))
        return steps_full(&steps, part->part->score, weight->range.lo);
    return TEXT_NONE;
}

void explain_trace(const FormResult *form, const PartResult *part, Lang lang, TextList *lines) {
    Steps steps = steps_begin(form, part, lang);
    int slots[] = { part->part->applies, part->part->target, part->part->actual, part->part->credit, part->part->score };
    static const Keyword names[] = { KW_APPLIES, KW_TARGET, KW_ACTUAL, KW_CREDIT, KW_SCORE };
    for (int i = 0; i < 5; i++) {
        if (slots[i] < 0) continue;
        Buf buf = { 0 };
        buf_format(&buf, "%.*s = %.*s", TEXT_ARG(keyword_text(names[i], lang)), TEXT_ARG(steps_value(&steps, slots[i])));
        vec_push(lines, buf_text(&buf));
        if (i >= 3 || i == 0) steps_trace(&steps, slots[i], 1, lines);
    }
    for (int i = 0; i < part->part->deductions.count; i++) {
        Buf buf = { 0 };
        buf_format(&buf, "%.*s = %.*s", TEXT_ARG(keyword_text(KW_DEDUCT, lang)), TEXT_ARG(steps_value(&steps, part->part->deductions.at[i])));
        vec_push(lines, buf_text(&buf));
        steps_trace(&steps, part->part->deductions.at[i], 1, lines);
    }
}

/* ---- what is open ---- */

typedef struct Open {
    const FormResult *form;
    const PartResult *part;
    Lang lang;
    TextList *list;
    unsigned char *seen;
    void (*leaf)(struct Open *open, int slot);
    void *other;
} Open;

static Truth truth_of(const Value *condition) {
    if (condition->kind == VALUE_TRUTH) return (Truth)condition->truth;
    return condition->kind == VALUE_MISSING ? TRUTH_UNKNOWN : TRUTH_NO;
}

typedef VEC(int) SlotList;

static void look_at(Open *open, SlotList *slots, int slot) {
    if (open->seen[slot]) return;
    open->seen[slot] = 1;
    vec_push(slots, slot);
}

static void look_at_branches(Open *open, SlotList *slots, const Op *op) {
    for (int i = 0; i < op->count; i += 2) {
        bool last = i + 1 == op->count;
        int condition = open->part->code->args.at[op->first + i];
        Truth truth = last ? TRUTH_YES : truth_of(&open->part->slots[condition]);
        if (!last && truth == TRUTH_UNKNOWN) look_at(open, slots, condition);
        if (truth != TRUTH_NO) look_at(open, slots, last ? condition : open->part->code->args.at[op->first + i + 1]);
        if (truth == TRUTH_YES) return;
    }
}

/* Finds the cells that leave a slot open; what is certain, and branches not taken, leave nothing open. */
static void walk_open(Open *open, int from) {
    SlotList slots = { 0 };
    look_at(open, &slots, from);
    for (int i = 0; i < slots.count; i++) {
        int slot = slots.at[i];
        const Op *op = &open->part->code->ops.at[slot];
        const Value *value = &open->part->slots[slot];
        if (op->code == OP_ENTRY || op->code == OP_CELL_NUMBER || op->code == OP_READ_TARGET || op->code == OP_READ_ACTUAL) {
            open->leaf(open, slot);
        } else if (op->code == OP_CHOOSE) {
            look_at_branches(open, &slots, op);
        } else if (!value_is_certain(value) || op->code == OP_ALTERNATIVE || op->code == OP_ONE_OF || value->kind == VALUE_TARGET) {
            OP_EACH_OPERAND(open->part->code, op, operand) look_at(open, &slots, operand);
        }
        /* a reading of the actual rests on the target's */
        if (op->code == OP_READ_ACTUAL) look_at(open, &slots, op->b);
    }
}

static void open_leaf(Open *open, int slot) {
    const Op *op = &open->part->code->ops.at[slot];
    const Reading *reading = open->part->readings[slot];
    const Value *value = &open->part->slots[slot];
    Buf buf = { 0 };
    bool target = op->code == OP_READ_TARGET, actual = op->code == OP_READ_ACTUAL;
    Text name = target ? text_of(LOCAL(open->lang, "the target", "目标值")) : actual ? text_of(LOCAL(open->lang, "the actual value", "实际值")) : op->label;
    int cell = target ? open->part->part->target_cell : actual ? open->part->part->actual_cell : -1;
    Text text = cell >= 0 && open->part->slots[cell].kind == VALUE_TEXT ? text_trim(open->part->slots[cell].text) : TEXT_NONE;
    bool many = reading && (reading->marks & (CELL_NO_SIGN | CELL_AMBIGUOUS | CELL_ABOUT));
    if (value_is_certain(value) && !many) return;
    if (value->kind == VALUE_TARGET && !many) return;
    if (reading && (reading->marks & CELL_NO_SIGN))
        buf_format(&buf, LOCAL(open->lang, "whether %.*s \"%.*s\" is a lower or an upper limit", "%.*s“%.*s”是下限还是上限"), TEXT_ARG(name), TEXT_ARG(shortened(text)));
    else if (reading && (reading->marks & CELL_BLANK))
        buf_add(&buf, name);
    else if (text.length)
        buf_format(&buf, LOCAL(open->lang, "%.*s in place of \"%.*s\"", "%.*s的确数（现填“%.*s”）"), TEXT_ARG(name), TEXT_ARG(shortened(text)));
    else
        buf_add(&buf, name);
    for (int i = 0; i < open->list->count; i++)
        if (text_is(open->list->at[i], buf_text(&buf))) return;
    vec_push(open->list, buf_text(&buf));
}

static void walk_part(Open *open) {
    const Part *part = open->part->part;
    open->seen = mem_leaf((size_t)open->part->code->ops.count + 1);
    int slots[] = { part->applies, part->weight, part->credit, part->score, part->condition, part->amount, part->at_most, part->at_least };
    for (size_t i = 0; i < sizeof slots / sizeof *slots; i++)
        if (slots[i] >= 0) walk_open(open, slots[i]);
    for (int i = 0; i < part->deductions.count; i++)
        walk_open(open, part->deductions.at[i]);
}

void explain_open(const FormResult *form, const PartResult *part, Lang lang, TextList *evidence) {
    if (part->part->kind != PART_INDICATOR || value_is_certain(&part->score) || part->status == STATUS_NOT_APPLICABLE) return;
    if (part->score.kind == VALUE_NUMBER && !(part->score.flags & VALUE_EVIDENCE) && part->case_count <= 1) {
        if (level_name(part).at || part->pair_count > 1)
            vec_push(evidence, text_of(LOCAL(lang, "the evaluator's choice within the band", "评价人在该档内的取值")));
        else
            vec_push(evidence, text_of(LOCAL(lang, "the evaluator's judgement, since the rule has no formula here", "评价人的判断：此处规则没有算式")));
        return;
    }
    Open open = { .form = form, .part = part, .lang = lang, .list = evidence, .leaf = open_leaf };
    walk_part(&open);
    if (evidence->count == 0 && part->case_count > 1 && part->reading_count <= 1)
        vec_push(evidence, text_of(LOCAL(lang, "which of the admitted formulas applies", "采用哪一种认可的算法")));
}

Text explain_via(const PartResult *part, Lang lang) {
    const Node *via = verdict_via(part, verdict_reported(part));
    return via ? steps_name(via->kid[0], lang) : TEXT_NONE;
}

/* ---- notes, messages, places ---- */

static Text fill_note(const FormResult *form, const PartResult *part, const Note *note, Lang lang) {
    Buf buf = { 0 };
    for (int i = 0; i < note->texts.count; i++) {
        buf_add(&buf, note->texts.at[i]);
        if (i >= note->slots.count) continue;
        const Value *value = &part->slots[note->slots.at[i]];
        buf_add(&buf, value->kind == VALUE_ERROR ? TEXT("—") : explain_number(form, value, lang));
    }
    return buf_text(&buf);
}

void explain_notes(const FormResult *form, const PartResult *part, Lang lang, TextList *notes) {
    for (int i = 0; i < part->part->notes.count; i++)
        vec_push(notes, fill_note(form, part, part->code->notes.at[part->part->notes.at[i]], lang));
}

Text explain_message(const FormResult *form, const PartResult *part, Lang lang) {
    if (part->part->template < 0) return part->part->message;
    return fill_note(form, part, part->code->notes.at[part->part->template], lang);
}

void explain_place(const FormResult *form, const PartResult *part, Text *file, int *line) {
    int column;
    const Node *node = part->part->node;
    if (node && node->kind == NODE_EACH_ROW && node_clause(node->kid[1], NODE_CREDIT)) node = node_clause(node->kid[1], NODE_CREDIT);
    *file = TEXT_NONE;
    *line = 0;
    if (!node || !node->span.source) return;
    Source *source = form->program->scheme->diags->sources.at[node->span.source - 1];
    *file = source->path;
    source_place(source, node->span.begin, line, &column);
}

/* ---- what is needed, what was lost ---- */

typedef struct Collect {
    NeededList *list;
    VEC(Text) own;      /* of this part, so that none counts twice */
    Rat points;
    bool unbounded;
} Collect;

static void add_needed(Collect *collect, Text name) {
    for (int i = 0; i < collect->own.count; i++)
        if (text_is(collect->own.at[i], name)) return;
    vec_push(&collect->own, name);
    for (int i = 0; i < collect->list->count; i++) {
        Needed *known = &collect->list->at[i];
        if (!text_is(known->name, name)) continue;
        known->points = rat_add(known->points, collect->points);
        known->unbounded |= collect->unbounded;
        return;
    }
    Needed needed = { name, collect->points, collect->unbounded };
    vec_push(collect->list, needed);
}

static void needed_leaf(Open *open, int slot) {
    const Op *op = &open->part->code->ops.at[slot];
    const Value *value = &open->part->slots[slot];
    const Reading *reading = open->part->readings[slot];
    bool missing = value->kind == VALUE_MISSING || (value->kind == VALUE_NUMBER && (value->flags & VALUE_FROM_MISSING));
    if (!missing && !(reading && reading->marks & (CELL_BLANK | CELL_UNREADABLE))) return;
    if (value->kind == VALUE_NA) return;
    if (op->code == OP_ENTRY || op->code == OP_CELL_NUMBER)
        add_needed(open->other, open->part->code->inputs.at[op->index].name);
    else
        add_needed(open->other, open->part->name);
}

static void collect_part(const FormResult *form, const PartResult *part, NeededList *needed) {
    const Value *score = &part->score;
    if (part->skipped || part->part->kind == PART_GROUP || part->part->kind == PART_TOTAL) return;
    Collect collect = { .list = needed, .points = RAT_ZERO };
    if (part->part->kind == PART_VETO) {
        if (part->condition != TRUTH_UNKNOWN) return;
        collect.unbounded = true;
    } else if (part->part->kind == PART_INDICATOR || part->part->kind == PART_ADJUSTMENT) {
        if (score->kind == VALUE_MISSING || (score->kind == VALUE_NUMBER && (score->range.hi_infinite || score->range.lo_infinite)))
            collect.unbounded = true;
        else if (score->kind != VALUE_NUMBER || range_is_point(&score->range))
            return;
        else
            collect.points = rat_subtract(score->range.hi, score->range.lo);
    } else {
        return;
    }
    Open open = { .form = form, .part = part, .leaf = needed_leaf, .other = &collect };
    walk_part(&open);
}

static bool needed_before(const Needed *a, const Needed *b) {
    if (a->unbounded != b->unbounded) return a->unbounded;
    return rat_compare(a->points, b->points) > 0;
}

void explain_needed(const FormResult *form, NeededList *needed) {
    for (int i = 0; i < form->row_count; i++)
        collect_part(form, &form->rows[i].parts[0], needed);
    for (int i = 0; i < form->program->form.parts.count; i++)
        collect_part(form, &form->parts[i], needed);
    for (int i = 1; i < needed->count; i++) /* stable: equal ones stay in the order of the rules */
        for (int j = i; j > 0 && needed_before(&needed->at[j], &needed->at[j - 1]); j--) {
            Needed swap = needed->at[j];
            needed->at[j] = needed->at[j - 1];
            needed->at[j - 1] = swap;
        }
}

/* The loss that is certain: the weight less the most the score can be. */
static Rat certain_loss(const PartResult *part) {
    if (part->weight.kind != VALUE_NUMBER || part->score.kind != VALUE_NUMBER || part->perhaps_out) return RAT_ZERO;
    if (part->weight.range.lo_infinite || part->score.range.hi_infinite) return RAT_ZERO;
    return rat_subtract(part->weight.range.lo, part->score.range.hi);
}

static void add_loss(const PartResult *part, PartList *parts) {
    if (part->skipped || part->part->kind != PART_INDICATOR || part->status == STATUS_NOT_APPLICABLE) return;
    if (rat_sign(certain_loss(part)) <= 0) return;
    vec_push(parts, part);
    for (int j = parts->count - 1; j > 0 && rat_compare(certain_loss(parts->at[j]), certain_loss(parts->at[j - 1])) > 0; j--) {
        const PartResult *swap = parts->at[j];
        parts->at[j] = parts->at[j - 1];
        parts->at[j - 1] = swap;
    }
}

void explain_losses(const FormResult *form, PartList *parts, int limit) {
    for (int i = 0; i < form->row_count; i++)
        add_loss(&form->rows[i].parts[0], parts);
    for (int i = 0; i < form->program->form.parts.count; i++)
        add_loss(&form->parts[i], parts);
    if (parts->count > limit) parts->count = limit;
}
