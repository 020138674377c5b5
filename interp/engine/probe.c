#include "engine/probe.h"

#include "data/date.h"
#include "engine/arith.h"
#include "engine/lowering.h"
#include "engine/run.h"

#define TRIES 160        /* combinations of entries for one question */
#define BUDGET 60000     /* of them in all, beside some for each operation: a check has to end soon */
#define CANDIDATES 14    /* numbers tried in one entry */

struct Probe {
    const Program *program;
    const Code *code;
    Units *units;
    FormResult *blank;      /* of the opened rules */
    Value *known;
    bool *seen;             /* slots that something needs */
    bool *fixed;
    Fill *fills;            /* by input */
    Cell *cells;
    Run run;
    unsigned *marks, mark;  /* for program_cone */
    long budget;
    /* the trial */
    int slot;
    bool whole;             /* it looks at other parts: the form is scored each time */
    VEC(int) inputs;        /* behind it */
    bool *pinned, *entered; /* by input */
    VEC(int) touched;       /* inputs to be made blank again */
};

/* ---- a form of nothing but these cells ---- */

static FormResult *score(const Probe *probe) {
    const Program *program = probe->program;
    FormRowData row = { .number = 2, .cells = probe->cells };
    FormData data = { .id = TEXT("1"), .cells = probe->cells };
    if (probe->code->rows) {
        data.cells = MEM_ARRAY(Cell, program->form.inputs.count + 1);
        data.row_count = 1;
        data.rows = &row;
    }
    return eval_form(program, &data, NULL);
}

static void blank_cells(const Probe *probe) {
    for (int i = 0; i < probe->code->inputs.count; i++)
        probe->cells[i] = (Cell){ .text = TEXT("") };
}

/* ---- with every entry unknown ---- */

/* What a blank entry settles, and one filled in would not. */
static bool is_open(const Program *program, const Op *op) {
    if (op->code == OP_IS) return op->mode == -1 || op->mode == WORD_UNKNOWN || op->mode == WORD_NOT_APPLICABLE;
    if (op->code == OP_PART) return program->has_rows || op->mode == MEMBER_STATUS;
    if (op->code == OP_TOTAL) return program->has_rows;
    return op->code == OP_CELL || op->code == OP_FORMS || op->code == OP_ROWS;
}

/* Values over many forms or rows: what is made of them is as little known as they are. */
static bool is_many(const Code *code, const Op *op, bool list) {
    if (op->code == OP_FORMS || op->code == OP_ROWS) return true;
    if (list ? op->code != OP_LIST : op->code != OP_AGGREGATE && op->code != OP_RANK) return false;
    OP_EACH_OPERAND(code, op, operand) if (is_many(code, &code->ops.at[operand], true)) return true;
    return false;
}

/* The same rules, where whatever asks for missing evidence has no answer: with nothing entered, each value then covers
   all that entries can make of it. */
static Code opened(const Program *program, const Code *code) {
    Code open = *code;
    Value *missing = MEM_NEW(Value), *unknown = MEM_NEW(Value);
    *missing = value_missing();
    *unknown = value_truth(TRUTH_UNKNOWN);
    unknown->flags = VALUE_EVIDENCE | VALUE_FROM_MISSING;
    open.ops.count = open.ops.room = 0;
    open.ops.at = NULL;
    open.args.at = NULL;
    open.args.count = open.args.room = 0;
    for (int i = 0; i < code->args.count; i++)
        vec_push(&open.args, code->args.at[i]);
    for (int i = 0; i < code->scored; i++) {
        Op op = code->ops.at[i];
        if (is_open(program, &op) || is_many(code, &op, false)) {
            op.value = op.type.kind == KIND_TRUTH ? unknown : missing;
            op.code = OP_CONST;
            op.a = op.b = op.c = -1;
            op.count = 0;
        } else if (op.code == OP_IF_MISSING) { /* either of them */
            int either[] = { code->scored, op.a, op.b };
            op.code = OP_CHOOSE;
            op.first = open.args.count;
            op.count = 3;
            op.a = op.b = -1;
            for (int k = 0; k < 3; k++)
                vec_push(&open.args, either[k]);
        }
        vec_push(&open.ops, op);
    }
    Op last = OP_BLANK;
    last.code = OP_CONST;
    last.value = unknown;
    vec_push(&open.ops, last);
    open.scored = open.ops.count;
    open.parts.count = open.parts.room = 0;
    open.parts.at = NULL;
    for (int i = 0; i < code->parts.count; i++) {
        Part *part = MEM_NEW(Part);
        *part = *code->parts.at[i];
        part->missing = -1;
        vec_push(&open.parts, part);
    }
    return open;
}

static void know(Probe *probe) {
    Program *open = MEM_NEW(Program);
    *open = *probe->program;
    open->form = opened(probe->program, &probe->program->form);
    if (open->has_rows) open->row = opened(probe->program, &probe->program->row);
    bool rows = probe->code->rows;
    const Code *code = rows ? &open->row : &open->form;
    Cell *cells = MEM_ARRAY(Cell, open->form.inputs.count + probe->code->inputs.count + 1);
    for (int i = 0; i < open->form.inputs.count + probe->code->inputs.count; i++)
        cells[i].text = TEXT("");
    FormRowData row = { .number = 2, .cells = cells };
    FormData data = { .id = TEXT("1"), .cells = cells, .row_count = rows, .rows = &row };
    probe->blank = eval_form(open, &data, NULL);
    VEC(int) roots = { 0 };
    for (int i = 0; i < code->parts.count; i++)
        for (int j = 0; j < code->parts.at[i]->root_count; j++)
            vec_push(&roots, code->parts.at[i]->roots[j]);
    for (int i = 0; !rows && i < open->bands.count; i++)
        vec_push(&roots, open->bands.at[i].slot);
    Run run = { .program = open, .code = code, .cells = cells, .form = probe->blank, .collapse = true,
                .parts = rows ? NULL : probe->blank->parts };
    run.slots = MEM_ARRAY(Value, code->ops.count + 1);
    run.readings = MEM_ARRAY(const Reading *, code->ops.count + 1);
    run_slots(&run, roots.at, roots.count);
    probe->known = run.slots;
    for (int i = 0; i < probe->code->scored; i++)
        probe->seen[i] = run.done[i] == run.number;
}

static void fix(Probe *probe) {
    for (int i = 0; i < probe->code->ops.count; i++) {
        const Op *op = &probe->code->ops.at[i];
        probe->fixed[i] = op->code != OP_CELL && op->code != OP_CELL_NUMBER && op->code != OP_ENTRY && op->code != OP_PART &&
                          op->code != OP_TOTAL && op->code != OP_ROWS && op->code != OP_FORMS;
        OP_EACH_OPERAND(probe->code, op, operand) probe->fixed[i] &= probe->fixed[operand];
    }
}

const Value *probe_known(const Probe *probe, int slot) {
    return slot >= 0 && probe->seen[slot] ? &probe->known[slot] : NULL;
}

const FormResult *probe_blank(const Probe *probe) {
    return probe->blank;
}

bool probe_is_fixed(const Probe *probe, int slot) {
    return probe->fixed[slot];
}

/* ---- what slots are ---- */

int probe_source(const Probe *probe, int slot) {
    for (;;) {
        const Op *op = &probe->code->ops.at[slot];
        if (op->code != OP_NAMED && op->code != OP_CALLED && op->code != OP_NARROW && op->code != OP_NARROW_MEETS) return slot;
        slot = op->a;
    }
}

static bool same_at(const Probe *probe, int a, int b, int depth) {
    if (a < 0 || b < 0) return a == b;
    a = probe_source(probe, a);
    b = probe_source(probe, b);
    if (a == b) return true;
    const Op *x = &probe->code->ops.at[a], *y = &probe->code->ops.at[b];
    if (depth > 12 || x->code != y->code || x->mode != y->mode || x->index != y->index || x->scale != y->scale ||
        x->count != y->count || x->unit != y->unit)
        return false;
    if (x->code == OP_CONST) return value_same(x->value, y->value);
    if (!same_at(probe, x->a, y->a, depth + 1) || !same_at(probe, x->b, y->b, depth + 1) || !same_at(probe, x->c, y->c, depth + 1))
        return false;
    for (int i = 0; i < x->count; i++)
        if (!same_at(probe, probe->code->args.at[x->first + i], probe->code->args.at[y->first + i], depth + 1)) return false;
    return true;
}

bool probe_same(const Probe *probe, int a, int b) {
    return same_at(probe, a, b, 0);
}

int probe_input(const Probe *probe, int slot) {
    const Op *op = &probe->code->ops.at[probe_source(probe, slot)];
    if (op->code == OP_READ_ACTUAL || op->code == OP_AS_ACTUAL || op->code == OP_LEVEL) {
        if (!probe->fixed[op->b]) return -1;
        return probe_input(probe, op->a);
    }
    return op->code == OP_CELL || op->code == OP_CELL_NUMBER || op->code == OP_ENTRY ? op->index : -1;
}

const Fill *probe_fill(const Probe *probe, int input) {
    return &probe->fills[input];
}

/* ---- how entries are filled in ---- */

static void fill_of_input(Probe *probe, int index, bool as_number) {
    const Input *input = &probe->code->inputs.at[index];
    Fill *fill = &probe->fills[index];
    fill->ready = true;
    fill->unit = input->unit;
    fill->scale = input->scale;
    fill->within = range_at_least(RAT_ZERO, false);
    if (input->bounded) fill->within = input->bounds;
    const Node *given = input->symbol && input->symbol->kind == SYM_GIVEN ? input->symbol->node->kid[1] : NULL;
    bool rate = given && (text_is_z(given->text, "rate") || text_is_z(given->text, "比率"));
    if (rate && fill->unit == UNIT_NONE) fill->unit = UNIT_PERCENT;
    CellKind kind = as_number && input->kind == CELL_ANY ? CELL_NUMBER : input->kind;
    switch (kind) {
    case CELL_DATE: fill->unit = UNIT_DATE;
        /* fall through */
    case CELL_NUMBER: fill->kind = FILL_NUMBER; break;
    case CELL_TRUTH: fill->kind = FILL_TRUTH; break;
    case CELL_LEVEL: fill->kind = FILL_LEVEL; break;
    case CELL_ANY:
    case CELL_TEXT: fill->kind = FILL_TEXT; break;
    }
}

/* A cell that is held against a target is written in its unit. */
static void fill_of_actual(Probe *probe, const Op *op) {
    const Op *cell = &probe->code->ops.at[op->a];
    if (cell->code != OP_CELL) return;
    Fill *fill = &probe->fills[cell->index];
    if (fill->ready) return;
    const Value *target = probe_known(probe, op->b);
    fill->ready = true;
    fill->kind = FILL_NUMBER;
    fill->within = range_at_least(RAT_ZERO, false);
    fill->unit = probe->code->inputs.at[cell->index].unit;
    if (!target || target->kind != VALUE_TARGET) {
        if (!probe->fixed[op->b]) fill->kind = FILL_NOT; /* its target is entered, too */
        return;
    }
    const Target *to = target->target;
    if (to->sense == TARGET_WORDS || (to->sense == TARGET_DEADLINE && to->value.kind != VALUE_NUMBER)) {
        fill->kind = FILL_TEXT;
        vec_push(&fill->texts, to->text);
    } else if (to->value.kind == VALUE_NUMBER) {
        fill->unit = to->value.unit;
        if (to->sense == TARGET_DEADLINE) fill->unit = UNIT_DATE;
    }
}

static void make_fills(Probe *probe) {
    const Code *code = probe->code;
    for (int i = 0; i < code->ops.count; i++) {
        const Op *op = &code->ops.at[i];
        if (op->code == OP_READ_ACTUAL) fill_of_actual(probe, op);
        if (op->code == OP_ENTRY || op->code == OP_CELL_NUMBER) fill_of_input(probe, op->index, op->code == OP_CELL_NUMBER || !code->rows);
        if (op->code == OP_LEVEL) {
            int input = probe_input(probe, op->a);
            if (input < 0) continue;
            probe->fills[input].kind = FILL_LEVEL;
            probe->fills[input].scale = op->scale;
            probe->fills[input].ready = true;
        }
    }
    for (int i = 0; i < code->ops.count; i++) {
        const Op *op = &code->ops.at[i];
        if (op->code == OP_CELL && !probe->fills[op->index].ready) fill_of_input(probe, op->index, false);
    }
}

Probe *probe_new(const Program *program, const Code *code) {
    Probe *probe = MEM_NEW(Probe);
    probe->program = program;
    probe->code = code;
    probe->units = program->units;
    probe->budget = BUDGET + code->ops.count;
    probe->cells = MEM_ARRAY(Cell, code->inputs.count + 1);
    probe->seen = mem_leaf((size_t)code->ops.count + 1);
    probe->fixed = mem_leaf((size_t)code->ops.count + 1);
    probe->marks = mem_leaf(sizeof(unsigned) * (size_t)(code->ops.count + 1));
    probe->fills = MEM_ARRAY(Fill, code->inputs.count + 1);
    probe->pinned = mem_leaf((size_t)code->inputs.count + 1);
    probe->entered = mem_leaf((size_t)code->inputs.count + 1);
    blank_cells(probe);
    fix(probe);
    know(probe);
    probe->run = (Run){ .program = program, .code = code, .cells = probe->cells, .form = probe->blank };
    probe->run.slots = MEM_ARRAY(Value, code->ops.count + 1);
    probe->run.readings = MEM_ARRAY(const Reading *, code->ops.count + 1);
    make_fills(probe);
    return probe;
}

/* ---- a trial ---- */

static int *cone(Probe *probe, int slot, int *count) {
    return program_cone(probe->code, probe->marks, ++probe->mark, &slot, 1, count);
}

bool probe_reads(Probe *probe, int slot, int wanted, OpCode code) {
    int count;
    const int *ops = cone(probe, slot, &count);
    for (int i = 0; i < count; i++)
        if (probe->seen[ops[i]] && (ops[i] == wanted || (wanted < 0 && probe->code->ops.at[ops[i]].code == code))) return true;
    return false;
}

static void add_input(Probe *probe, int input) {
    for (int i = 0; i < probe->inputs.count; i++)
        if (probe->inputs.at[i] == input) return;
    vec_push(&probe->inputs, input);
}

static void gather_slot(Probe *probe, int slot, int depth);

static void gather_part(Probe *probe, int index, int depth) {
    const Part *part = probe->code->parts.at[index];
    for (int i = 0; i < part->root_count; i++)
        if (part->roots[i] >= 0) gather_slot(probe, part->roots[i], depth + 1);
    for (int i = 0; i < part->children.count && depth < 8; i++)
        gather_part(probe, part->children.at[i], depth + 1);
}

static void gather_slot(Probe *probe, int slot, int depth) {
    int count;
    const int *ops = cone(probe, slot, &count);
    for (int i = 0; i < count && probe->inputs.count < 40; i++) {
        const Op *op = &probe->code->ops.at[ops[i]];
        if (op->code == OP_CELL || op->code == OP_CELL_NUMBER || op->code == OP_ENTRY) add_input(probe, op->index);
        if (op->code == OP_PART || op->code == OP_TOTAL) {
            probe->whole = true;
            if (op->code == OP_PART && depth < 8 && !probe->code->rows) gather_part(probe, op->index, depth);
        }
    }
}

/* Numbers that stand in the rules behind the slot are where things change. */
static void add_candidate(Probe *probe, int input, Rat number) {
    Fill *fill = &probe->fills[input];
    if (fill->numbers.count >= CANDIDATES || rat_is_huge(number) || !range_contains(&fill->within, number)) return;
    for (int i = 0; i < fill->numbers.count; i++)
        if (rat_equal(fill->numbers.at[i], number)) return;
    vec_push(&fill->numbers, number);
}

static void add_around(Probe *probe, int input, const Value *value) {
    Fill *fill = &probe->fills[input];
    if (value->kind == VALUE_TARGET) value = &value->target->value;
    if (fill->kind != FILL_NUMBER || value->kind != VALUE_NUMBER || unit_fit(probe->units, fill->unit, value->unit) != UNIT_SAME) return;
    Rat ends[2] = { value->range.lo, value->range.hi };
    bool none[2] = { value->range.lo_infinite, value->range.hi_infinite };
    for (int end = 0; end < 2; end++) {
        if (none[end]) continue;
        add_candidate(probe, input, ends[end]);
        if (fill->unit == UNIT_DATE) {
            add_candidate(probe, input, rat_add(ends[end], RAT_INT(40)));
            continue;
        }
        add_candidate(probe, input, rat_multiply(ends[end], RAT_INT(2)));
        add_candidate(probe, input, rat_divide(ends[end], RAT_INT(2)));
    }
}

static void add_plain(Probe *probe, int input) {
    Fill *fill = &probe->fills[input];
    Rat scale = unit_scale(probe->units, fill->unit);
    if (fill->unit == UNIT_DATE) {
        add_candidate(probe, input, RAT_INT(19000));
        return;
    }
    Rat one = fill->unit == UNIT_PERCENT ? rat_multiply(scale, RAT_INT(50)) : scale;
    add_candidate(probe, input, one);
    add_candidate(probe, input, rat_multiply(one, RAT_INT(2)));
    if (!fill->within.lo_infinite && !fill->within.lo_open) add_candidate(probe, input, fill->within.lo);
    if (!fill->within.hi_infinite && !fill->within.hi_open) add_candidate(probe, input, fill->within.hi);
    add_candidate(probe, input, probe_sample(probe->units, &fill->within, fill->unit));
    add_candidate(probe, input, rat_multiply(one, RAT_INT(100)));
}

static void add_texts(Probe *probe, int input) {
    Fill *fill = &probe->fills[input];
    fill->texts.count = 0;
    if (fill->kind == FILL_TRUTH) {
        vec_push(&fill->texts, TEXT("yes"));
        vec_push(&fill->texts, TEXT("no"));
    } else if (fill->kind == FILL_LEVEL && fill->scale) {
        for (int i = 0; i < fill->scale->count && i < CANDIDATES; i++)
            vec_push(&fill->texts, fill->scale->at[i].name);
    } else {
        vec_push(&fill->texts, probe->program->scheme->lang == LANG_ZH ? TEXT("其他文字") : TEXT("other words"));
    }
}

bool probe_begin(Probe *probe, int slot) {
    probe->slot = slot;
    probe->whole = false;
    probe->inputs.count = 0;
    for (int i = 0; i < probe->touched.count; i++) {
        int input = probe->touched.at[i];
        probe->cells[input].text = TEXT("");
        probe->pinned[input] = probe->entered[input] = false;
    }
    probe->touched.count = 0;
    if (probe->budget <= 0) return false;
    gather_slot(probe, slot, 0);
    int count;
    const int *ops = cone(probe, slot, &count);
    for (int i = 0; i < probe->inputs.count; i++) {
        int input = probe->inputs.at[i];
        Fill *fill = &probe->fills[input];
        fill->numbers.count = 0;
        if (fill->kind == FILL_NOT) return false;
        if (fill->kind != FILL_NUMBER) {
            add_texts(probe, input);
            for (int k = 0; k < count && fill->kind == FILL_TEXT; k++) {
                const Op *op = &probe->code->ops.at[ops[k]];
                if (op->code == OP_CONST && op->value->kind == VALUE_TEXT && fill->texts.count < CANDIDATES) vec_push(&fill->texts, op->value->text);
            }
            continue;
        }
        bool share = fill->unit == UNIT_PERCENT; /* 10 of the rules is not 1000% */
        if (share) add_plain(probe, input);
        for (int k = 0; k < count; k++) {
            const Op *op = &probe->code->ops.at[ops[k]];
            const Value *stated = op->code == OP_CONST ? op->value : op->code == OP_MAKE_TARGET ? probe_known(probe, ops[k]) : NULL;
            if (stated) add_around(probe, input, stated);
        }
        if (!share) add_plain(probe, input);
    }
    return true;
}

static bool number_text(const Probe *probe, UnitId unit, Rat number, Text *text) {
    Buf buf = { 0 };
    int64_t day;
    if (unit == UNIT_DATE) {
        if (!rat_to_int64(number, &day)) return false;
        date_write(&buf, day);
    } else {
        Rat shown = rat_divide(number, unit_scale(probe->units, unit));
        int places = rat_is_huge(shown) ? -1 : rat_places(shown);
        if (places < 0 || places > 12) return false;
        rat_write(&buf, shown);
        buf_add(&buf, unit_name(probe->units, unit));
    }
    *text = text_copy(buf_text(&buf));
    return true;
}

static void put(Probe *probe, int input, Text text) {
    vec_push(&probe->touched, input);
    probe->cells[input].text = text;
    probe->entered[input] = true;
}

static bool put_number(Probe *probe, int input, Rat number) {
    const Fill *fill = &probe->fills[input];
    Text text;
    if (fill->kind != FILL_NUMBER || rat_is_huge(number) || !range_contains(&fill->within, number)) return false;
    if (!number_text(probe, fill->unit, number, &text)) { /* its digits never end: one near it */
        number = rat_multiply(rat_round(rat_divide(number, unit_scale(probe->units, fill->unit)), 4, RAT_HALF_UP), unit_scale(probe->units, fill->unit));
        if (!range_contains(&fill->within, number) || !number_text(probe, fill->unit, number, &text)) return false;
    }
    put(probe, input, text);
    return true;
}

bool probe_enter(Probe *probe, int input, Text text) {
    if (probe->pinned[input]) return text_is(probe->cells[input].text, text);
    put(probe, input, text);
    probe->pinned[input] = true;
    return true;
}

Value probe_value_given(Probe *probe, int slot, const Given *given, int count) {
    Run *run = &probe->run;
    probe->budget--;
    if (probe->whole && count == 0) {
        FormResult *form = score(probe);
        probe->budget -= probe->code->scored / 20;
        return probe->code->rows ? form->rows[0].slots[slot] : form->slots[slot];
    }
    run->choices.count = run->choices.position = 0;
    run->pair = run->pairs = 0;
    run->targets = NULL;
    run->given = given;
    run->given_count = count;
    run_slots(run, &slot, 1);
    run->given_count = 0;
    return run->slots[slot];
}

Value probe_value(Probe *probe, int slot) {
    return probe_value_given(probe, slot, NULL, 0);
}

/* ---- reaching a value ---- */

Rat probe_sample(const Units *units, const Range *range, UnitId unit) {
    Rat scale = unit_scale(units, unit), middle;
    if (range_is_point(range)) return range->lo;
    if (range->lo_infinite && range->hi_infinite) return scale;
    if (range->lo_infinite) return rat_subtract(range->hi, scale);
    if (range->hi_infinite) return rat_add(range->lo, scale);
    middle = rat_divide(rat_add(range->lo, range->hi), RAT_INT(2));
    for (int places = -8; places <= 8; places++) {
        Rat rounded = rat_multiply(rat_round(rat_divide(middle, scale), places, RAT_HALF_UP), scale);
        if (range_contains(range, rounded) && !rat_is_zero(rounded)) return rounded;
    }
    return middle;
}

static bool inside(const Value *value, const Range *to) {
    return value->kind == VALUE_NUMBER && range_is_point(&value->range) && range_contains(to, value->range.lo);
}

static bool point_of(Probe *probe, int slot, Rat *at) {
    Value value = probe_value(probe, slot);
    if (value.kind != VALUE_NUMBER || !range_is_point(&value.range)) return false;
    *at = value.range.lo;
    return true;
}

/* Through two points of one entry to where a straight line (or, `turned`, one over it) would have the value. */
static bool secant(Probe *probe, int slot, int input, Rat wanted, const Range *to, bool turned) {
    const Fill *fill = &probe->fills[input];
    Rat x0 = RAT_ZERO, y0 = RAT_ZERO, y;
    bool first = false;
    for (int i = 0; i < fill->numbers.count; i++) {
        Rat x = fill->numbers.at[i];
        if (!put_number(probe, input, x) || !point_of(probe, slot, &y)) continue;
        if (range_contains(to, y)) return true;
        if (turned) {
            if (rat_is_zero(y) || rat_is_zero(wanted)) continue;
            y = rat_divide(RAT_ONE, y);
        }
        if (!first) {
            x0 = x, y0 = y, first = true;
            continue;
        }
        if (rat_equal(y, y0)) continue;
        Rat goal = turned ? rat_divide(RAT_ONE, wanted) : wanted;
        Rat slope = rat_divide(rat_subtract(x, x0), rat_subtract(y, y0));
        Rat solved = rat_add(x0, rat_multiply(slope, rat_subtract(goal, y0)));
        Value reached;
        if (!put_number(probe, input, solved)) return false;
        reached = probe_value(probe, slot);
        return inside(&reached, to);
    }
    return false;
}

/* Whatever is free behind the slot needs some value first. */
static void fill_free(Probe *probe, int slot, int pick) {
    int count;
    const int *ops = cone(probe, slot, &count);
    for (int i = 0; i < count; i++) {
        const Op *op = &probe->code->ops.at[ops[i]];
        if (op->code != OP_CELL && op->code != OP_CELL_NUMBER && op->code != OP_ENTRY) continue;
        const Fill *fill = &probe->fills[op->index];
        if (probe->pinned[op->index] || probe->entered[op->index]) continue;
        if (fill->kind == FILL_NUMBER && fill->numbers.count) put_number(probe, op->index, fill->numbers.at[pick % fill->numbers.count]);
        else if (fill->texts.count) put(probe, op->index, fill->texts.at[pick % fill->texts.count]);
    }
}

bool probe_reach(Probe *probe, int slot, const Range *to) {
    slot = probe_source(probe, slot);
    int input = probe_input(probe, slot);
    Range allowed;
    if (input >= 0 && probe->fills[input].kind == FILL_NUMBER && !probe->pinned[input]) {
        const Fill *fill = &probe->fills[input];
        if (range_intersect(to, &fill->within, &allowed) != RANGE_OK) return false;
        if (!put_number(probe, input, probe_sample(probe->units, &allowed, fill->unit))) return false;
        probe->pinned[input] = true;
        Value value = probe_value(probe, slot);
        return inside(&value, to);
    }
    Value now = probe_value(probe, slot);
    if (inside(&now, to)) return true;
    fill_free(probe, slot, 0);
    Rat wanted = probe_sample(probe->units, to, probe->code->ops.at[slot].type.unit >= 0 ? probe->code->ops.at[slot].type.unit : UNIT_NONE);
    int count;
    const int *ops = cone(probe, slot, &count);
    for (int i = 0; i < count && probe->budget > 0; i++) {
        const Op *op = &probe->code->ops.at[ops[i]];
        if (op->code != OP_CELL && op->code != OP_CELL_NUMBER && op->code != OP_ENTRY) continue;
        if (probe->pinned[op->index] || probe->fills[op->index].kind != FILL_NUMBER) continue;
        if (secant(probe, slot, op->index, wanted, to, false) || secant(probe, slot, op->index, wanted, to, true)) {
            for (int k = 0; k < count; k++) { /* what it rests on stays as it is */
                const Op *other = &probe->code->ops.at[ops[k]];
                if (other->code != OP_CELL && other->code != OP_CELL_NUMBER && other->code != OP_ENTRY) continue;
                vec_push(&probe->touched, other->index);
                probe->pinned[other->index] = true;
            }
            return true;
        }
    }
    return false;
}

/* ---- finding ---- */

/* Entries the value does not rest on are left out again: the shorter example is the clearer one. */
static void shorten(Probe *probe, ProbeAccept accept, void *data) {
    for (int i = 0; i < probe->inputs.count; i++) {
        int input = probe->inputs.at[i];
        if (!probe->entered[input] || probe->pinned[input]) continue;
        Text kept = probe->cells[input].text;
        probe->cells[input].text = TEXT("");
        Value value = probe_value(probe, probe->slot);
        if (accept(data, &value)) probe->entered[input] = false;
        else probe->cells[input].text = kept;
    }
}

static bool confirmed(Probe *probe, ProbeAccept accept, void *data) {
    FormResult *form = score(probe);
    probe->budget -= probe->code->scored / 20;
    if (probe->code->rows) return accept(data, &form->rows[0].slots[probe->slot]);
    if (accept(data, &form->slots[probe->slot])) return true;
    for (int i = 0; i < probe->code->parts.count; i++) /* conditions of flags and checks have slots of their own */
        if (form->parts[i].slots != form->slots) return accept(data, &form->parts[i].slots[probe->slot]);
    return false;
}

bool probe_find(Probe *probe, ProbeAccept accept, void *data) {
    VEC(int) open = { 0 };
    long combinations = 1;
    for (int i = 0; i < probe->inputs.count; i++) {
        int input = probe->inputs.at[i];
        const Fill *fill = &probe->fills[input];
        int options = fill->kind == FILL_NUMBER ? fill->numbers.count : fill->texts.count;
        if (probe->pinned[input] || options == 0) continue;
        vec_push(&open, input);
        combinations = combinations > TRIES ? combinations : combinations * options;
    }
    uint32_t random = 12345;
    bool all = combinations <= TRIES;
    for (long t = 0; t < (all ? combinations : TRIES) && probe->budget > 0; t++) {
        long rest = t;
        for (int i = 0; i < open.count; i++) {
            const Fill *fill = &probe->fills[open.at[i]];
            int options = fill->kind == FILL_NUMBER ? fill->numbers.count : fill->texts.count;
            random = random * 1664525u + 1013904223u;
            int pick = all ? (int)(rest % options) : t < CANDIDATES ? (int)(t % options) : (int)((random >> 16) % (unsigned)options);
            rest /= options;
            if (fill->kind == FILL_NUMBER) put_number(probe, open.at[i], fill->numbers.at[pick]);
            else put(probe, open.at[i], fill->texts.at[pick]);
        }
        Value value = probe_value(probe, probe->slot);
        if (!accept(data, &value)) continue;
        shorten(probe, accept, data);
        if (confirmed(probe, accept, data)) return true;
    }
    return false;
}

Text probe_shown(const Probe *probe) {
    Buf buf = { 0 };
    for (int i = 0; i < probe->inputs.count; i++) {
        int input = probe->inputs.at[i];
        if (!probe->entered[input]) continue;
        Text name = probe->code->inputs.at[input].name, text = probe->cells[input].text;
        buf_format(&buf, "%s%.*s = %.*s", buf.length ? ", " : "", TEXT_ARG(name), TEXT_ARG(text));
    }
    return buf.length ? text_copy(buf_text(&buf)) : TEXT_NONE;
}
