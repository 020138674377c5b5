/* compare_words.c - what the reports of a comparison say alike. */
#include "jobs/compare.h"

#define L(en, zh) (lang == LANG_ZH ? (zh) : (en))
#define PLACES 4
#define LABEL_CELLS 60

static void add_signed(Buf *buf, Rat number) {
    if (rat_is_huge(number)) {
        buf_char(buf, '?');
        return;
    }
    if (rat_sign(number) > 0) buf_char(buf, '+');
    rat_write_short(buf, number, PLACES);
}

Text points_text(Ends points, Lang lang) {
    Buf buf = { 0 };
    if (rat_equal(points.low, points.high)) {
        add_signed(&buf, points.low);
        return buf_text(&buf);
    }
    buf_add_z(&buf, L("low end ", "下限 "));
    add_signed(&buf, points.low);
    buf_add_z(&buf, L(", high end ", "，上限 "));
    add_signed(&buf, points.high);
    return buf_text(&buf);
}

Text moves_text(const Moves *moves, Movement movement, Lang lang) {
    Buf buf = { 0 };
    long count = moves->count[movement];
    if (lang == LANG_ZH)
        buf_format(&buf, "%ld 张", count);
    else
        buf_format(&buf, "%ld form%s", count, count == 1 ? "" : "s");
    bool measured = count > 0 && movement != MOVE_NONE && (movement != MOVE_UNCLEAR || count > moves->unmeasured);
    if (measured) buf_format(&buf, L(", %.*s", "，%.*s"), TEXT_ARG(points_text(moves->points[movement], lang)));
    return buf_text(&buf);
}

Text total_text(const Program *program, const Value *total, Lang lang) {
    Buf buf = { 0 };
    if (total->kind == VALUE_NA) return text_of(L("n/a", "不适用"));
    value_write(&buf, total, program->units, lang, PLACES);
    return buf_text(&buf);
}

/* ---- clauses ---- */

static size_t common_length(Text a, Text b) {
    size_t common = 0;
    for (size_t i = 0; i < a.length && i < b.length;) {
        int x, y;
        if (text_rune(a, i, &x) != text_rune(b, i, &y) || x != y) break;
        i += (size_t)x;
        common = i;
    }
    return common;
}

/* Back from `at` by so many screen cells. */
static size_t back(Text text, size_t at, int cells) {
    size_t from = 0;
    while (from < at && text_width(text_slice(text, from, at)) > cells) {
        int length;
        text_rune(text, from, &length);
        from += (size_t)length;
    }
    return from;
}

static Text cut(Text text, size_t from, int cells) {
    Buf buf = { 0 };
    size_t at = from;
    if (from > 0) buf_add_z(&buf, "…");
    while (at < text.length) {
        int length;
        text_rune(text, at, &length);
        bool last = at + (size_t)length == text.length;
        Text rune = text_slice(text, at, at + (size_t)length);
        if (text_width(buf_text(&buf)) + text_width(rune) + !last > cells) {
            buf_add_z(&buf, "…");
            break;
        }
        buf_add(&buf, rune);
        at += (size_t)length;
    }
    return buf_text(&buf);
}

Text clause_shown(const ClauseText *clause, const ClauseText *other, int cells) {
    Text text = clause->text;
    if (text_width(text) <= cells) return text;
    if (!other || !other->text.length) return cut(text, 0, cells);
    size_t common = common_length(text, other->text);
    if (text_width(text_slice(text, 0, common)) < cells * 2 / 3) return cut(text, 0, cells);
    size_t from = back(text, common, cells / 3), most = back(text, text.length, cells - 1);
    return cut(text, from < most ? from : most, cells);
}

Text change_words(ChangeKind kind, Lang lang) {
    static const char *const words[][2] = { { "changed", "修改" }, { "added", "新增" }, { "removed", "删除" }, { "moved", "移动" } };
    return text_of(words[kind][lang]);
}

static Text change_label(const RuleChange *change) {
    Buf buf = { 0 };
    if (change->where.length) buf_format(&buf, "%.*s: ", TEXT_ARG(change->where));
    if (change->file) {
        buf_format(&buf, "%.*s %.*s", TEXT_ARG(change_clause(change)), TEXT_ARG(change->name));
        return buf_text(&buf);
    }
    const ClauseText *shown = change->kind == CHANGE_REMOVED ? &change->old : &change->new;
    if (change->kind == CHANGE_REMOVED) buf_add_z(&buf, "− ");
    if (change->kind == CHANGE_ADDED) buf_add_z(&buf, "+ ");
    buf_add(&buf, clause_shown(shown, change->kind == CHANGE_CHANGED ? &change->old : NULL, LABEL_CELLS));
    return buf_text(&buf);
}

Text step_label(const Compare *compare, int step) {
    Lang lang = compare->lang;
    if (step == STEP_REST) return text_of(L("all changes together: order, or what cannot be swapped alone", "全部修改合在一起：顺序，或不能单独替换的部分"));
    const Step *one = &compare->steps.at[step];
    Buf buf = { 0 };
    buf_add(&buf, change_label(&compare->changes.at[one->changes.at[0]]));
    if (one->changes.count > 1) buf_format(&buf, L(" and %d more", "（另 %d 处）"), one->changes.count - 1);
    return buf_text(&buf);
}

Text rules_name(const Program *program) {
    const Module *rules = program->scheme->main;
    Buf buf = { 0 };
    if (!rules->title.length) return rules->source->path;
    buf_add(&buf, rules->title);
    if (rules->version.length && text_find(rules->title, rules->version, 0) < 0) buf_format(&buf, " %.*s", TEXT_ARG(rules->version));
    return buf_text(&buf);
}

/* ---- grades ---- */

static bool is_listed(const TextList *names, Text name) {
    for (int i = 0; i < names->count; i++)
        if (text_is(names->at[i], name)) return true;
    return false;
}

static bool occurs(const Compare *compare, Text name, bool old) {
    for (int i = 0; i < compare->grades.count; i++)
        if (text_is(old ? compare->grades.at[i].from : compare->grades.at[i].to, name)) return true;
    return false;
}

void compare_grade_names(const Compare *compare, bool old, TextList *names) {
    const Program *program = old ? compare->old : compare->new;
    for (int i = 0; i < program->bands.count; i++)
        if (occurs(compare, program->bands.at[i].name, old)) vec_push(names, program->bands.at[i].name);
    for (int i = 0; i < compare->grades.count; i++) { /* several, or none */
        Text name = old ? compare->grades.at[i].from : compare->grades.at[i].to;
        if (!is_listed(names, name)) vec_push(names, name);
    }
}

long compare_grade_count(const Compare *compare, Text from, Text to) {
    for (int i = 0; i < compare->grades.count; i++)
        if (text_is(compare->grades.at[i].from, from) && text_is(compare->grades.at[i].to, to)) return compare->grades.at[i].forms;
    return 0;
}
