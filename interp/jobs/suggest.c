/* suggest.c - a form that meets everything is changed, one entry at a time, to the values that the rules speak of and to
   those beside them; for edges of sums and quotients a value is sought on a straight line between two that were tried.  What
   meets something new becomes a test. */
#include "jobs/suggest.h"

#include "data/date.h"
#include "engine/eval.h"
#include "front/scope.h"
#include "jobs/forms.h"

#define LOCAL(lang, en, zh) ((lang) == LANG_ZH ? (zh) : (en))
#define TRIES_MAX 6000 /* forms scored in search of tests */

/* Something to enter: as the cell has it, and as a test writes it. */
typedef struct Choice {
    Text cell, literal;
    bool number;
    bool far;           /* not beside anything that the rules speak of: nothing, or 0 */
    Rat value;          /* of a number, in the unit of its entry */
} Choice;

typedef struct Entry {
    const Input *input;
    bool row, used;
    bool number;        /* numbers are tried, in `unit`; or dates */
    bool date;
    Text unit;
    int places;         /* decimals of the numbers that the rules speak of */
    VEC(Choice) choices;
    int base, worst;    /* which of them */
} Entry;

typedef struct Search {
    const Program *program;
    Coverage *coverage;
    Buf *out;
    Lang lang;
    Entry *entries;
    int count;
    const FormResult *best; /* of the form that meets everything */
    Choice *now;            /* what is entered */
    int tests, tries;
} Search;

/* ---- what to enter ---- */

static Text quoted(Text text) {
    Buf buf = { 0 };
    buf_char(&buf, '"');
    for (size_t i = 0; i < text.length; i++) {
        if (text.at[i] == '"' || text.at[i] == '\\') buf_char(&buf, '\\');
        buf_char(&buf, text.at[i]);
    }
    buf_char(&buf, '"');
    return buf_text(&buf);
}

static Choice text_choice(Text text) {
    return (Choice){ .cell = text, .literal = quoted(text) };
}

static Choice missing_choice(Lang lang) {
    return (Choice){ .cell = TEXT(""), .literal = keyword_text(KW_MISSING, lang), .far = true };
}

/* A date has no unit; its number is its day. */
static Choice number_choice(const Entry *entry, Rat value) {
    Buf cell = { 0 };
    int64_t day;
    int parts[3];
    if (entry->date && rat_to_int64(value, &day)) {
        date_parts(day, &parts[0], &parts[1], &parts[2]);
        buf_format(&cell, "%04d-%02d-%02d", parts[0], parts[1], parts[2]);
        return (Choice){ .cell = buf_text(&cell), .literal = buf_text(&cell), .number = true, .value = value };
    }
    rat_write(&cell, value);
    Buf literal = { 0 };
    buf_add(&literal, buf_text(&cell));
    bool glued = text_is_z(entry->unit, "%") || text_is_z(entry->unit, "‰");
    if (entry->unit.length && !glued) buf_char(&literal, ' ');
    buf_add(&literal, entry->unit);
    buf_add(&cell, entry->unit);
    return (Choice){ .cell = buf_text(&cell), .literal = buf_text(&literal), .number = true, .value = value };
}

static int add_choice(Entry *entry, Choice choice) {
    for (int i = 0; i < entry->choices.count; i++)
        if (text_is(entry->choices.at[i].cell, choice.cell)) return i;
    vec_push(&entry->choices, choice);
    return entry->choices.count - 1;
}

static Rat last_place(int places) {
    return rat_power(RAT_INT(10), -places);
}

/* A number of the rules, and those one unit of its last place beside it. */
static void add_number(Entry *entry, const Node *node, UnitId unit, const Units *units, const Value *value) {
    if (!value || value->kind != VALUE_NUMBER || !range_is_point(&value->range)) return;
    bool date = unit == UNIT_DATE;
    if (!entry->number) {
        entry->unit = date ? TEXT("") : unit_name(units, unit);
        entry->number = true;
        entry->date = date;
    }
    if (date != entry->date) return;
    if (!date && !text_is(entry->unit, unit_name(units, unit))) return;
    Rat number = date ? value->range.lo : rat_divide(value->range.lo, unit_scale(units, unit));
    int places = node && node->kind == NODE_NUMBER ? rat_places(node->number) : rat_places(number);
    if (places < 0) return;
    if (places > entry->places) entry->places = places;
    Rat step = last_place(places);
    int on = add_choice(entry, number_choice(entry, number));
    add_choice(entry, number_choice(entry, rat_subtract(number, step)));
    add_choice(entry, number_choice(entry, rat_add(number, step)));
    if (entry->base < 0) entry->base = on;
}

static int through(const Code *code, int slot) {
    for (;;) {
        const Op *op = &code->ops.at[slot];
        bool passes = op->code == OP_NAMED || op->code == OP_NARROW || op->code == OP_NARROW_MEETS || op->code == OP_AS_ACTUAL || op->code == OP_READ_ACTUAL;
        if (!passes) return slot;
        slot = op->a;
    }
}

static Entry *entry_of(Search *search, const Code *code, int slot) {
    const Op *op = slot >= 0 ? &code->ops.at[through(code, slot)] : NULL;
    if (!op || (op->code != OP_ENTRY && op->code != OP_CELL && op->code != OP_CELL_NUMBER)) return NULL;
    for (int i = 0; i < search->count; i++)
        if (search->entries[i].input == &code->inputs.at[op->index]) return &search->entries[i];
    return NULL;
}

static const Op *constant(const Code *code, int slot) {
    const Op *op = &code->ops.at[through(code, slot)];
    return op->code == OP_CONST && op->value ? op : NULL;
}

static void add_constant(Search *search, Entry *entry, const Op *op) {
    if (!op) return;
    if (op->value->kind == VALUE_NUMBER) add_number(entry, op->node, op->value->unit, search->program->units, op->value);
    if (op->value->kind == VALUE_TEXT) {
        int at = add_choice(entry, text_choice(op->value->text));
        if (entry->base < 0 && !entry->row) entry->base = at;
    }
}

static void add_pair(Search *search, const Code *code, int a, int b) {
    Entry *left = entry_of(search, code, a), *right = entry_of(search, code, b);
    if (left) add_constant(search, left, constant(code, b));
    if (right) add_constant(search, right, constant(code, a));
}

static void add_scale(Entry *entry, const Scale *scale) {
    for (int i = 0; entry && i < scale->count; i++) {
        int at = add_choice(entry, text_choice(scale->at[i].name));
        if (i == 0) entry->base = at;
    }
}

static void add_from_op(Search *search, const Code *code, const Op *op) {
    Entry *entry;
    switch ((int)op->code) {
    case OP_COMPARE: add_pair(search, code, op->a, op->b); break;
    case OP_IN: {
        const Op *range = &code->ops.at[op->b];
        entry = entry_of(search, code, op->a);
        if (!entry || range->code != OP_RANGE) break;
        add_constant(search, entry, constant(code, range->a));
        add_constant(search, entry, constant(code, range->b));
        break;
    }
    case OP_LINEAR:
        entry = entry_of(search, code, code->args.at[op->first]);
        for (int i = 1; entry && i + 3 < op->count; i += 4) {
            add_constant(search, entry, constant(code, code->args.at[op->first + i]));
            add_constant(search, entry, constant(code, code->args.at[op->first + i + 1]));
        }
        break;
    case OP_LEVEL: add_scale(entry_of(search, code, op->a), op->scale); break;
    }
}

/* The target's own number, or its ends, is what is entered where everything is met. */
static void add_target(Search *search, const Code *code, const Part *part) {
    Entry *entry = entry_of(search, code, part->actual);
    if (!entry || part->target < 0) return;
    const Op *target = &code->ops.at[part->target];
    if (target->code == OP_ONE_OF) target = &code->ops.at[code->args.at[target->first]];
    if (target->code != OP_MAKE_TARGET) return;
    const Op *value = &code->ops.at[target->a];
    int kept = entry->base;
    entry->base = -1;
    if (value->code == OP_RANGE) {
        add_constant(search, entry, constant(code, value->b));
        add_constant(search, entry, constant(code, value->a));
    } else {
        add_constant(search, entry, constant(code, target->a));
    }
    if (entry->base < 0 || (value->code == OP_CONST && value->value->kind == VALUE_TEXT)) entry->base = kept >= 0 ? kept : entry->base;
}

/* How a table says what it holds: a few of each, since the rules leave it to the data. */
static void add_row_samples(Search *search, const Part *part) {
    static const char *const targets[] = { "≥100", "≤100", "100", "良好" };
    static const char *const actuals[] = { "100", "99", "101", "80", "120", "200", "良好" };
    static const char *const points[] = { "10", "9", "11" };
    const Code *code = &search->program->row;
    Entry *name = entry_of(search, code, part->name_slot), *target = entry_of(search, code, part->target_cell),
          *actual = entry_of(search, code, part->actual_cell);
    if (name) name->base = add_choice(name, text_choice(TEXT("X")));
    for (size_t i = 0; target && i < sizeof targets / sizeof *targets; i++)
        add_choice(target, text_choice(text_of(targets[i])));
    for (size_t i = 0; actual && i < sizeof actuals / sizeof *actuals; i++)
        add_choice(actual, text_choice(text_of(actuals[i])));
    if (target) target->base = add_choice(target, text_choice(TEXT("≥100")));
    if (actual) actual->base = add_choice(actual, text_choice(TEXT("100")));
    for (int i = 0; i < code->ops.count; i++) { /* weights, reported scores */
        Entry *entry = code->ops.at[i].code == OP_CELL_NUMBER ? entry_of(search, code, i) : NULL;
        for (size_t p = 0; entry && entry->base != 0 && p < sizeof points / sizeof *points; p++)
            add_choice(entry, text_choice(text_of(points[p])));
        if (entry && entry->base < 0) entry->base = add_choice(entry, text_choice(text_of(points[0])));
    }
}

/* Where the rules compare an entry with no number: one that divides well. */
static void add_default(Search *search, Entry *entry) {
    const Input *input = entry->input;
    const Node *given = input->symbol && input->symbol->kind == SYM_GIVEN ? input->symbol->node : NULL;
    bool rate = given && given->kid[1] && (text_is_z(given->kid[1]->text, "rate") || text_is_z(given->kid[1]->text, "比率"));
    if (input->kind == CELL_TRUTH) {
        entry->base = add_choice(entry, (Choice){ .cell = TEXT("no"), .literal = keyword_text(KW_NO, search->lang) });
        add_choice(entry, (Choice){ .cell = TEXT("yes"), .literal = keyword_text(KW_YES, search->lang) });
    } else if (input->kind == CELL_LEVEL && input->scale) {
        add_scale(entry, input->scale);
    } else if (entry->base < 0 && (input->kind == CELL_NUMBER || input->kind == CELL_DATE)) {
        if (!entry->number) entry->unit = rate ? TEXT("%") : input->unit == UNIT_DATE ? TEXT("") : unit_name(search->program->units, input->unit);
        entry->date = input->unit == UNIT_DATE;
        entry->number = true;
        Rat base = rate ? RAT_INT(50) : input->unit == UNIT_DATE ? RAT_INT(19000) : RAT_INT(100);
        Rat scale = rate ? rat_of(1, 100) : input->unit == UNIT_DATE ? RAT_ONE : unit_scale(search->program->units, input->unit);
        if (input->bounded && !range_contains(&input->bounds, rat_multiply(base, scale)) && !input->bounds.lo_infinite)
            base = rat_divide(input->bounds.lo, scale);
        entry->base = add_choice(entry, number_choice(entry, base));
    } else if (entry->base < 0 && !entry->row) {
        entry->base = add_choice(entry, text_choice(TEXT("…")));
    }
    if (entry->number && !entry->date) {
        Choice none = number_choice(entry, RAT_ZERO);
        none.far = true;
        add_choice(entry, none);
    }
    add_choice(entry, missing_choice(search->lang));
    if (entry->base < 0) entry->base = entry->choices.count - 1;
}

static void add_entries(Search *search, const Code *code, bool row) {
    for (int i = 0; i < code->inputs.count; i++)
        search->entries[search->count++] = (Entry){ .input = &code->inputs.at[i], .row = row, .base = -1 };
}

/* What a form reports of itself changes nothing that is scored. */
static void use_cone(Search *search, const Code *code, const Part *part) {
    if (part->kind == PART_REPORTED) return;
    for (int i = 0; i < part->cone_count; i++) {
        Entry *entry = part->cone[i] != part->reported ? entry_of(search, code, part->cone[i]) : NULL;
        if (entry) entry->used = true;
    }
}

static Text clipped(Text text, int most) {
    size_t at = 0;
    for (int runes = 0; runes < most && at < text.length; runes++) {
        int length;
        text_rune(text, at, &length);
        at += (size_t)length;
    }
    if (at >= text.length) return text;
    Buf buf = { 0 };
    buf_format(&buf, "%.*s…", TEXT_ARG(text_slice(text, 0, at)));
    return buf_text(&buf);
}

static void find_choices(Search *search) {
    const Program *program = search->program;
    search->entries = MEM_ARRAY(Entry, program->form.inputs.count + program->row.inputs.count + 1);
    add_entries(search, &program->form, false);
    add_entries(search, &program->row, true);
    for (int row = 0; row < 2; row++) {
        const Code *code = row ? &program->row : &program->form;
        for (int i = 0; i < code->parts.count; i++) {
            use_cone(search, code, code->parts.at[i]);
            add_target(search, code, code->parts.at[i]);
            for (int j = 0; j < code->parts.at[i]->cone_count; j++)
                add_from_op(search, code, &code->ops.at[code->parts.at[i]->cone[j]]);
        }
    }
    if (program->has_rows) add_row_samples(search, program->row.parts.at[program->row_part]);
    for (int i = 0; i < search->count; i++)
        add_default(search, &search->entries[i]);
    search->now = MEM_ARRAY(Choice, search->count + 1);
    for (int i = 0; i < search->count; i++) {
        search->entries[i].worst = search->entries[i].base;
        search->now[i] = search->entries[i].choices.at[search->entries[i].base];
    }
}

/* ---- trying ---- */

static const FormResult *score_now(Search *search) {
    const Program *program = search->program;
    FormData data = { .id = TEXT("1"), .year = forms_rules_year(program) };
    Cell *form = MEM_ARRAY(Cell, program->form.inputs.count + 1), *row = MEM_ARRAY(Cell, program->row.inputs.count + 1);
    int forms = 0, rows = 0;
    for (int i = 0; i < search->count; i++)
        *(search->entries[i].row ? &row[rows++] : &form[forms++]) = (Cell){ search->now[i].cell, CELL_PLAIN };
    FormRowData *one = MEM_NEW(FormRowData);
    *one = (FormRowData){ 1, row };
    data.cells = form;
    data.rows = one;
    data.row_count = program->has_rows;
    search->tries++;
    return eval_form(program, &data, NULL);
}

/* ---- writing ---- */

/* A name as the rules write it: in quotes where it would be read as something else. */
static void write_name(Buf *out, Text name) {
    bool plain = name.length > 0 && !keyword_find(name) && !(name.at[0] >= '0' && name.at[0] <= '9');
    for (size_t i = 0; i < name.length && plain;) {
        int length;
        uint32_t rune = text_rune(name, i, &length);
        plain = rune == '_' || (rune >= '0' && rune <= '9') || (rune >= 'a' && rune <= 'z') || (rune >= 'A' && rune <= 'Z') || (rune >= 0x4E00 && rune <= 0x9FFF);
        i += (size_t)length;
    }
    buf_format(out, plain ? "%.*s" : "'%.*s'", TEXT_ARG(name));
}

static void write_entry_name(Buf *out, const Input *input) {
    const Symbol *symbol = input->symbol;
    bool path = symbol && symbol->owner && !text_is(input->name, symbol->name);
    if (path) {
        write_name(out, symbol->owner->name);
        buf_char(out, '.');
    }
    write_name(out, path ? symbol->name : input->name);
}

static void write_step(Search *search, Keyword word, bool row) {
    bool any = false;
    for (int i = 0; i < search->count; i++) {
        const Entry *entry = &search->entries[i];
        if (entry->row != row || !entry->used) continue;
        if (row && search->now[i].cell.length == 0) continue; /* a column that is not there */
        buf_format(search->out, any ? ", " : "    %.*s ", TEXT_ARG(keyword_text(word, search->lang)));
        any = true;
        write_entry_name(search->out, entry->input);
        buf_format(search->out, " = %.*s", TEXT_ARG(search->now[i].literal));
    }
    if (any) buf_char(search->out, '\n');
}

/* "9.14", "2/3", "4.2 ..< 5.6"; false where no test could write it. */
static bool write_value(Buf *out, const Value *value) {
    if (value->kind != VALUE_NUMBER || value->range.lo_infinite || value->range.hi_infinite) return false;
    rat_write(out, value->range.lo);
    if (range_is_point(&value->range)) return true;
    static const char *const signs[] = { "..", ">..", "..<", ">..<" };
    buf_format(out, " %s ", signs[(value->range.lo_open ? 1 : 0) + (value->range.hi_open ? 2 : 0)]);
    rat_write(out, value->range.hi);
    return true;
}

static void write_expect(Search *search, Text name, bool quote, const PartResult *part) {
    Buf line = { 0 };
    Lang lang = search->lang;
    buf_format(&line, "    %.*s ", TEXT_ARG(keyword_text(KW_EXPECT, lang)));
    if (quote) write_name(&line, name);
    else buf_add(&line, name);
    bool state = part->status == STATUS_ERROR || part->status == STATUS_NOT_APPLICABLE;
    buf_format(&line, ".%.*s ", TEXT_ARG(member_text(state ? MEMBER_STATUS : MEMBER_SCORE, lang)));
    if (state) {
        buf_format(&line, "%.*s %.*s", TEXT_ARG(keyword_text(KW_IS, lang)),
                   TEXT_ARG(lang == LANG_ZH ? status_text(part->status, lang) : text_of(status_name(part->status))));
    } else {
        buf_add_z(&line, "= ");
        if (!write_value(&line, &part->score)) return;
    }
    buf_format(search->out, "%.*s\n", TEXT_ARG(buf_text(&line)));
}

static bool same_result(const PartResult *a, const PartResult *b) {
    return a->status == b->status && value_same(&a->score, &b->score);
}

static void write_findings(Search *search, const FormResult *form) {
    static const int words[] = { [PART_ADJUSTMENT] = KW_ADJUST, [PART_VETO] = KW_VETO, [PART_CHECK] = KW_CHECK, [PART_FLAG] = KW_FLAG };
    for (int i = 0; i < search->program->form.parts.count; i++) {
        const PartResult *part = &form->parts[i], *best = search->best ? &search->best->parts[i] : NULL;
        PartKind kind = part->part->kind;
        if ((kind != PART_ADJUSTMENT && kind != PART_VETO && kind != PART_CHECK && kind != PART_FLAG) || part->part->condition < 0) continue;
        if (part->condition == TRUTH_UNKNOWN || (best && best->condition == part->condition)) continue;
        const Part *of = part->part;
        buf_format(search->out, "    %.*s %.*s%s%.*s %.*s\n", TEXT_ARG(keyword_text(KW_EXPECT, search->lang)),
                   TEXT_ARG(part->condition == TRUTH_NO ? keyword_text(KW_NOT, search->lang) : TEXT("")), part->condition == TRUTH_NO ? " " : "",
                   TEXT_ARG(keyword_text((Keyword)words[kind], search->lang)), TEXT_ARG(quoted(of->name)));
    }
}

static void write_expectations(Search *search, const FormResult *form) {
    const Program *program = search->program;
    Text row = keyword_text(KW_ROW, search->lang), total = keyword_text(KW_TOTAL, search->lang);
    if (program->has_rows && !form->rows[0].parts[0].skipped) write_expect(search, row, false, &form->rows[0].parts[0]);
    for (int i = 0; i < program->form.parts.count; i++) {
        const PartResult *part = &form->parts[i];
        if (part->part->kind != PART_INDICATOR || scope_is_shared(program->scheme->main->scope->parts, part->name)) continue;
        if (!search->best || !same_result(part, &search->best->parts[i])) write_expect(search, part->name, true, part);
    }
    write_expect(search, total, false, result_total(form));
    if (form->grade_count == 1) {
        buf_format(search->out, "    %.*s %.*s = ", TEXT_ARG(keyword_text(KW_EXPECT, search->lang)), TEXT_ARG(keyword_text(KW_GRADE, search->lang)));
        write_name(search->out, program->bands.at[form->grades[0]].name);
        buf_char(search->out, '\n');
    }
    write_findings(search, form);
}

static Text side_words(const CoverItem *item, int side, Lang lang) {
    static const char *const words[][3][2] = {
        { { "", "" } },
        { { ": holds", "：成立" }, { ": does not hold", "：不成立" } },
        { { ": below", "：低于" }, { ": on it", "：恰好" }, { ": above", "：高于" } },
    };
    return text_of(words[item->sides - 1][side][lang]);
}

static void write_test(Search *search, const FormResult *form) {
    const CoverItem *item = &search->coverage->items.at[search->coverage->fresh_item];
    Lang lang = search->lang;
    Buf name = { 0 };
    buf_format(&name, LOCAL(lang, "proposed %d, ", "建议 %d，"), ++search->tests);
    if (item->kind == COVER_MISSING) buf_add(&name, item->label);
    else if (search->best) buf_format(&name, "%.*s%.*s", TEXT_ARG(clipped(item->label, 40)), TEXT_ARG(side_words(item, search->coverage->fresh_side, lang)));
    else buf_add_z(&name, LOCAL(lang, "targets just met", "恰好达到目标"));
    buf_format(search->out, LOCAL(lang, "# TO BE CONFIRMED by a person: what is expected is what the rules give now.\n%.*s %.*s {\n",
                                  "# 待人确认：期望值是按现行规则算出来的。\n%.*s %.*s {\n"),
               TEXT_ARG(keyword_text(KW_TEST, lang)), TEXT_ARG(quoted(buf_text(&name))));
    write_step(search, KW_SET, false);
    if (search->program->has_rows) write_step(search, KW_ROW, true);
    write_expectations(search, form);
    buf_add_z(search->out, "}\n\n");
}

/* Scores what is entered now; a test where it meets something new. */
static const FormResult *try_now(Search *search) {
    const FormResult *form = score_now(search);
    search->coverage->fresh = 0;
    coverage_add(search->coverage, form);
    if (search->coverage->fresh > 0) write_test(search, form);
    return form;
}

/* ---- searching ---- */

static bool total_below(const FormResult *a, const FormResult *b) {
    const Value *x = &result_total(a)->expected, *y = &result_total(b)->expected;
    bool known = x->kind == VALUE_NUMBER && y->kind == VALUE_NUMBER && !x->range.hi_infinite && !y->range.hi_infinite;
    return known && rat_compare(x->range.hi, y->range.hi) < 0;
}

/* What each entry does worst with, the others as they are; nothing counts as tried. */
static void find_worst(Search *search) {
    for (int i = 0; i < search->count; i++) {
        Entry *entry = &search->entries[i];
        const FormResult *least = search->best;
        Choice kept = search->now[i];
        for (int c = 0; entry->used && c < entry->choices.count && search->tries < TRIES_MAX; c++) {
            if (c == entry->base) continue;
            search->now[i] = entry->choices.at[c];
            const FormResult *form = score_now(search);
            if (!total_below(form, least)) continue;
            least = form;
            entry->worst = c;
        }
        search->now[i] = kept;
    }
}

/* One entry at a time. */
static void try_choices(Search *search, bool far) {
    for (int i = 0; i < search->count; i++) {
        Entry *entry = &search->entries[i];
        Choice kept = search->now[i];
        for (int c = 0; entry->used && c < entry->choices.count && search->tries < TRIES_MAX; c++) {
            if (c == entry->base || entry->choices.at[c].far != far) continue;
            search->now[i] = entry->choices.at[c];
            try_now(search);
        }
        search->now[i] = kept;
    }
}

/* Two at a time, in a row of a table: a target and what is held against it. */
static void try_pairs(Search *search) {
    for (int i = 0; i < search->count; i++)
        for (int j = i + 1; j < search->count; j++) {
            Entry *a = &search->entries[i], *b = &search->entries[j];
            if (!a->row || !b->row || !a->used || !b->used || a->choices.count * b->choices.count > 200) continue;
            Choice kept_a = search->now[i], kept_b = search->now[j];
            for (int x = 0; x < a->choices.count; x++)
                for (int y = 0; y < b->choices.count && search->tries < TRIES_MAX; y++) {
                    search->now[i] = a->choices.at[x];
                    search->now[j] = b->choices.at[y];
                    try_now(search);
                }
            search->now[i] = kept_a;
            search->now[j] = kept_b;
        }
}

/* How far from the watched edge the form is with `x` entered. */
static bool gap_at(Search *search, int index, Rat x, bool peek, Rat *gap) {
    search->now[index] = number_choice(&search->entries[index], x);
    search->coverage->watched = false;
    search->coverage->peek = peek;
    try_now(search);
    search->coverage->peek = false;
    *gap = search->coverage->gap;
    return search->coverage->watched;
}

static bool side_open(const CoverItem *item) {
    return item->sides == 3 && (!item->hits[0] || !item->hits[1] || !item->hits[2]);
}

/* Moves one number towards the edge: between two values tried the way there is taken as straight. */
static void approach(Search *search, int index, int item) {
    Entry *entry = &search->entries[index];
    Rat from = entry->choices.at[entry->base].value, to = RAT_ZERO, gap_from, gap_to;
    if (entry->choices.at[entry->worst].number) to = entry->choices.at[entry->worst].value;
    if (rat_equal(from, to)) to = entry->date ? rat_add(from, RAT_INT(30)) : rat_divide(from, RAT_INT(2));
    if (!entry->number || !entry->choices.at[entry->base].number || rat_equal(from, to)) return;
    Choice kept = search->now[index];
    search->coverage->watch = item;
    bool known = gap_at(search, index, from, true, &gap_from) && gap_at(search, index, to, true, &gap_to);
    UnitId unit = unit_find(search->program->units, entry->unit);
    bool whole = entry->date || (unit >= 0 && unit_is_counting(search->program->units, unit)); /* no half visits */
    int places = entry->date ? 0 : entry->places;
    for (int step = 0; known && step < 6 && search->tries < TRIES_MAX && side_open(&search->coverage->items.at[item]); step++) {
        Rat rise = rat_subtract(gap_to, gap_from);
        if (rat_is_zero(rise)) break;
        Rat x = rat_subtract(from, rat_multiply(gap_from, rat_divide(rat_subtract(to, from), rise)));
        if (rat_is_huge(x)) break;
        x = rat_round(x, places, RAT_HALF_UP);
        if (rat_sign(x) < 0) break;
        Rat gap, beside;
        if (!gap_at(search, index, x, false, &gap)) break;
        gap_at(search, index, rat_add(x, last_place(places)), false, &beside);
        if (rat_compare(x, last_place(places)) >= 0) gap_at(search, index, rat_subtract(x, last_place(places)), false, &beside);
        if (rat_equal(x, from) || rat_equal(x, to)) { /* no nearer with so many places */
            if (whole || places > entry->places) break;
            places += 2;
            continue;
        }
        bool farther = rat_compare(rat_sign(gap_from) < 0 ? rat_negate(gap_from) : gap_from, rat_sign(gap_to) < 0 ? rat_negate(gap_to) : gap_to) > 0;
        if (farther) from = x, gap_from = gap;
        else to = x, gap_to = gap;
    }
    search->coverage->watch = -1;
    search->now[index] = kept;
}

/* Edges of what is worked out: entries fall to their worst one after the other, and the next one is moved. */
static bool is_band(const Search *search, const CoverItem *item) {
    for (int i = 0; i < search->program->bands.count; i++)
        if (search->program->bands.at[i].node->span.begin == item->span.begin) return true;
    return false;
}

static void try_edges(Search *search, bool bands) {
    for (int i = 0; i < search->count; i++) {
        Entry *entry = &search->entries[i];
        if (!entry->used || entry->row) continue;
        for (int item = 0; item < search->coverage->items.count && search->tries < TRIES_MAX; item++)
            if (side_open(&search->coverage->items.at[item]) && (!bands || is_band(search, &search->coverage->items.at[item]))) approach(search, i, item);
        search->now[i] = entry->choices.at[entry->worst];
        if (!bands) try_now(search);
    }
    for (int i = 0; i < search->count; i++)
        search->now[i] = search->entries[i].choices.at[search->entries[i].base];
}

static void write_rest(Search *search) {
    const Source *source = search->program->scheme->diags->sources.at[search->coverage->source - 1];
    for (int i = 0; i < search->coverage->items.count; i++) {
        const CoverItem *item = &search->coverage->items.at[i];
        Text missed = coverage_missed(item, search->lang);
        int line, column;
        if (!missed.at) continue;
        source_place((Source *)source, item->span.begin, &line, &column);
        buf_format(search->out, LOCAL(search->lang, "# nothing found for line %d, %.*s: %.*s\n", "# 第 %d 行没有找到可试的填报值，%.*s：%.*s\n"), line,
                   TEXT_ARG(item->label), TEXT_ARG(missed));
    }
}

void suggest_tests(Buf *out, const Program *program, Coverage *coverage) {
    if (program->populations.count > 0) { /* alone in its test a form would be another than among others */
        buf_add_z(out, LOCAL(program->scheme->lang, "# nothing is proposed: scores depend on the other forms (forms.x)\n", "# 不提出测试：得分取决于其他表单（各表.x）\n"));
        return;
    }
    Search search = { .program = program, .coverage = coverage, .out = out, .lang = program->scheme->lang };
    find_choices(&search);
    bool scored = program->has_rows || program->form.parts.at[program->total]->children.count > 0;
    if (!scored) return;
    search.best = NULL;
    const FormResult *best = try_now(&search);
    search.best = best;
    find_worst(&search);
    try_edges(&search, true);
    try_choices(&search, false);
    if (program->has_rows) try_pairs(&search);
    try_edges(&search, false);
    try_choices(&search, true);
    write_rest(&search);
}
