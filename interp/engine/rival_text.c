#include "engine/rival_text.h"

#include "engine/steps.h"

#define LOCAL(lang, en, zh) ((lang) == LANG_ZH ? (zh) : (en))

static Text number(Rat value) {
    Buf buf = { 0 };
    rat_write_short(&buf, value, STEP_PLACES);
    return buf_text(&buf);
}

static Text value_words(const Reckoning *says, const Value *value, Lang lang) {
    Buf buf = { 0 };
    value_write(&buf, value, says->form->program->units, lang, STEP_PLACES);
    return buf_text(&buf);
}

static Text share(const Reckoning *says, Rat credit, Lang lang) {
    Value value = value_number(credit, UNIT_PERCENT);
    return value_words(says, &value, lang);
}

/* A colon, in the reader's script. */
static void more(Buf *buf, Lang lang) {
    if (buf->length) buf_add_z(buf, LOCAL(lang, ": ", "："));
}

static void said(const Reckoning *says, Rival *rival, const Value *value, const Rat *points, Lang lang, Buf *buf) {
    Text entry = value ? value_words(says, value, lang) : TEXT_NONE;
    switch (rival->kind) {
    case RIVAL_METHOD: {
        Text name = steps_name(rival->method->kid[0], lang);
        buf_format(buf, LOCAL(lang, "by %.*s", "按%.*s"), TEXT_ARG(name));
        break;
    }
    case RIVAL_SWAPPED: buf_add_z(buf, LOCAL(lang, "with actual and target exchanged", "目标与实际互换")); break;
    case RIVAL_ACTUAL_FROM:
        buf_format(buf, LOCAL(lang, "with %.*s %.*s as the actual", "以 %.*s %.*s 代替实际"), TEXT_ARG(rival->name), TEXT_ARG(entry));
        break;
    case RIVAL_TARGET_FROM:
        buf_format(buf, LOCAL(lang, "with %.*s %.*s as the target", "以 %.*s %.*s 代替目标"), TEXT_ARG(rival->name), TEXT_ARG(entry));
        break;
    case RIVAL_ENTRY_FROM:
        buf_format(buf, LOCAL(lang, "with %.*s %.*s in place of %.*s", "以 %.*s %.*s 代替 %.*s"), TEXT_ARG(rival->name), TEXT_ARG(entry),
                   TEXT_ARG(rival->instead));
        break;
    case RIVAL_ACTUAL_SCALED:
        buf_format(buf, LOCAL(lang, "with %.*s times the actual, %.*s", "实际按 %.*s 倍计，即 %.*s"), TEXT_ARG(number(rival->factor)), TEXT_ARG(entry));
        break;
    case RIVAL_TARGET_SCALED:
        buf_format(buf, LOCAL(lang, "with %.*s times the target, %.*s", "目标按 %.*s 倍计，即 %.*s"), TEXT_ARG(number(rival->factor)), TEXT_ARG(entry));
        break;
    case RIVAL_UNCAPPED: buf_add_z(buf, LOCAL(lang, "not capped at full marks", "未以满分为限")); break;
    case RIVAL_UNROUNDED: buf_add_z(buf, LOCAL(lang, "not rounded", "没有取整")); break;
    case RIVAL_TRUNCATED: buf_add_z(buf, LOCAL(lang, "cut off, not rounded", "截去而不是四舍五入")); break;
    case RIVAL_ROUNDED_TO:
        if (rival->places == 0) buf_add_z(buf, LOCAL(lang, "rounded to whole points", "四舍五入到整数"));
        else buf_format(buf, LOCAL(lang, "rounded to %d decimal%s", "四舍五入到 %d 位小数%s"), rival->places, LOCAL(lang, rival->places > 1 ? "s" : "", ""));
        break;
    case RIVAL_CREDIT_ROUNDED: buf_add_z(buf, LOCAL(lang, "the credit rounded first", "先对得分率取整")); break;
    case RIVAL_OUT_OF: {
        Text points_text = points ? number(*points) : TEXT_NONE;
        buf_format(buf, LOCAL(lang, "out of %.*s points and not %.*s", "以 %.*s 分而不是 %.*s 分为满分"), TEXT_ARG(number(rival->factor)), TEXT_ARG(points_text));
        break;
    }
    case RIVAL_AS_PERCENT: buf_add_z(buf, LOCAL(lang, "with the credit in percent taken as the score", "以得分率的百分数作为得分")); break;
    case RIVAL_FULL: {
        Text points_text = points ? number(*points) : TEXT_NONE;
        buf_format(buf, LOCAL(lang, "full marks of %.*s, whatever was entered", "不论完成多少，记满分 %.*s"), TEXT_ARG(points_text));
        break;
    }
    case RIVAL_ACTUAL_PRINTED: buf_format(buf, LOCAL(lang, "the actual, %.*s, as the score", "以实际 %.*s 作为得分"), TEXT_ARG(entry)); break;
    case RIVAL_TARGET_PRINTED: buf_format(buf, LOCAL(lang, "the target, %.*s, as the score", "以目标 %.*s 作为得分"), TEXT_ARG(entry)); break;
    }
}

void rival_said(const Reckoning *says, Rival *rival, const Value *value, const Rat *points) {
    for (int lang = 0; rival && lang < 2; lang++) {
        Buf buf = { 0 };
        said(says, rival, value, points, (Lang)lang, &buf);
        rival->words[lang] = buf_text(&buf);
    }
}

/* "15 × 42.3 ÷ 61.1 = 10.38", before it the actual where that was worked out anew (`computed`). */
static void reckoned(const Reckoning *says, const PartResult *one, bool computed, const Given *given, int count, Lang lang, Buf *buf) {
    const Part *part = one->part;
    bool plain = part->deductions.count == 0 && part->at_most < 0 && part->at_least < 0;
    bool full = value_is_certain(&one->credit) && one->credit.kind == VALUE_NUMBER && rat_equal(one->credit.range.lo, RAT_ONE);
    if (full || !plain) {
        buf_format(buf, full ? LOCAL(lang, "full marks of %.*s", "满分 %.*s") : LOCAL(lang, "%.*s", "得 %.*s"), TEXT_ARG(says->printed));
        return;
    }
    Steps steps = steps_begin(says->form, one, lang);
    steps.given = given;
    steps.given_count = count;
    if (computed && part->credit >= 0 && part->actual >= 0) {
        steps.shares = true;
        Text actual = steps_equation(&steps, part->actual);
        buf_format(buf, LOCAL(lang, "%.*s, ", "%.*s，"), TEXT_ARG(actual));
        steps.shares = false;
    }
    if (part->credit >= 0) buf_format(buf, "%.*s × ", TEXT_ARG(value_words(says, &one->weight, lang)));
    Text factor = part->credit >= 0 ? steps_factor(&steps, part->credit) : steps_factor(&steps, part->score);
    buf_format(buf, "%.*s = %.*s", TEXT_ARG(factor), TEXT_ARG(says->printed));
}

void rival_reckoned(const Reckoning *says, Rival *rival, const PartResult *one, const Given *given, int count) {
    if (!rival->words[0].length) rival_said(says, rival, NULL, NULL);
    for (int lang = 0; lang < 2; lang++) {
        Buf buf = { 0 };
        buf_add(&buf, rival->words[lang]);
        more(&buf, (Lang)lang);
        reckoned(says, one, rival->kind == RIVAL_ENTRY_FROM, given, count, (Lang)lang, &buf);
        rival->words[lang] = buf_text(&buf);
    }
}

void rival_exact(const Reckoning *says, Rival *rival, Rat score) {
    for (int lang = 0; rival && lang < 2; lang++) {
        Buf buf = { 0 };
        said(says, rival, NULL, NULL, (Lang)lang, &buf);
        more(&buf, (Lang)lang);
        if (rival->kind != RIVAL_UNROUNDED) buf_format(&buf, "%.*s → ", TEXT_ARG(number(score)));
        buf_add(&buf, says->printed);
        rival->words[lang] = buf_text(&buf);
    }
}

void rival_credit(const Reckoning *says, Rival *rival, Rat exact, Rat credit, Rat weight) {
    for (int lang = 0; rival && lang < 2; lang++) {
        Buf buf = { 0 };
        said(says, rival, NULL, &weight, (Lang)lang, &buf);
        more(&buf, (Lang)lang);
        Text before = share(says, exact, (Lang)lang), after = share(says, credit, (Lang)lang);
        if (rival->kind == RIVAL_AS_PERCENT) {
            buf_add(&buf, before);
        } else {
            if (rival->kind == RIVAL_CREDIT_ROUNDED) buf_format(&buf, LOCAL(lang, "%.*s → %.*s, ", "%.*s → %.*s，"), TEXT_ARG(before), TEXT_ARG(after));
            Text points = number(rival->kind == RIVAL_OUT_OF ? rival->factor : weight);
            buf_format(&buf, "%.*s × %.*s = %.*s", TEXT_ARG(points), TEXT_ARG(after), TEXT_ARG(says->printed));
        }
        rival->words[lang] = buf_text(&buf);
    }
}

void rival_uncapped(const Reckoning *says, Rival *rival, const Value *actual, const Value *target, Rat credit, Rat weight) {
    for (int lang = 0; rival && lang < 2; lang++) {
        Buf buf = { 0 };
        said(says, rival, NULL, NULL, (Lang)lang, &buf);
        more(&buf, (Lang)lang);
        buf_format(&buf, "%.*s × ", TEXT_ARG(number(weight)));
        if (actual) {
            bool most = target->target->sense == TARGET_AT_MOST;
            Text above = value_words(says, most ? &target->target->value : actual, (Lang)lang);
            Text below = value_words(says, most ? actual : &target->target->value, (Lang)lang);
            buf_format(&buf, "%.*s ÷ %.*s", TEXT_ARG(above), TEXT_ARG(below));
        } else {
            buf_add(&buf, share(says, credit, (Lang)lang));
        }
        buf_format(&buf, " = %.*s", TEXT_ARG(says->printed));
        rival->words[lang] = buf_text(&buf);
    }
}

Text rival_text(const Rival *rival, Lang lang) {
    return rival->words[lang];
}
