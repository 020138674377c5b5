#include "engine/program.h"

#include <stdlib.h>

const char *op_name(OpCode code) {
    static const char *const names[] = {
#define OP(name, reads, text) #name,
#include "engine/op.def"
#undef OP
    };
    return names[code];
}

static int by_number(const void *a, const void *b) {
    int x = *(const int *)a, y = *(const int *)b;
    return (x > y) - (x < y);
}

int *program_cone(const Code *code, unsigned *seen, unsigned number, const int *roots, int root_count, int *count) {
    VEC(int) cone = { 0 };
    for (int i = 0; i < root_count; i++) {
        if (roots[i] < 0 || seen[roots[i]] == number) continue;
        seen[roots[i]] = number;
        vec_push(&cone, roots[i]);
    }
    for (int i = 0; i < cone.count; i++) {
        const Op *op = &code->ops.at[cone.at[i]];
        OP_EACH_OPERAND(code, op, slot) {
            if (seen[slot] == number) continue;
            seen[slot] = number;
            vec_push(&cone, slot);
        }
    }
    if (cone.count > 1) qsort(cone.at, (size_t)cone.count, sizeof *cone.at, by_number);
    *count = cone.count;
    return cone.at;
}

/* ---- populations ---- */

typedef struct Reach {
    const Program *program;
    unsigned char *slots, *parts, *populations; /* met so far */
    VEC(int) waiting;                           /* slots */
} Reach;

static void reach_slot(Reach *reach, int slot) {
    if (slot < 0 || reach->slots[slot]) return;
    reach->slots[slot] = 1;
    vec_push(&reach->waiting, slot);
}

static void reach_part(Reach *reach, int index) {
    const Part *part = reach->program->form.parts.at[index];
    if (reach->parts[index]) return;
    reach->parts[index] = 1;
    for (int i = 0; i < part->root_count; i++)
        reach_slot(reach, part->roots[i]);
    for (int i = 0; i < part->children.count; i++)
        reach_part(reach, part->children.at[i]);
}

/* The populations that slot `from` of the form's code needs, through whatever lies between. */
static Reach reach_from(const Program *program, const Population *population) {
    Reach reach = { .program = program };
    reach.slots = mem_leaf((size_t)program->form.ops.count + 1);
    reach.parts = mem_leaf((size_t)program->form.parts.count + 1);
    reach.populations = mem_leaf((size_t)program->populations.count + 1);
    reach_slot(&reach, population->slot);
    reach_slot(&reach, population->where);
    for (int i = 0; i < population->keys.count; i++)
        reach_slot(&reach, population->keys.at[i]);
    while (reach.waiting.count > 0) {
        const Op *op = &program->form.ops.at[reach.waiting.at[--reach.waiting.count]];
        OP_EACH_OPERAND(&program->form, op, operand) reach_slot(&reach, operand);
        if (op->code == OP_PART) reach_part(&reach, op->index);
        if (op->code == OP_TOTAL) reach_part(&reach, program->total);
        if (op->code != OP_FORMS || reach.populations[op->index]) continue;
        reach.populations[op->index] = 1;
        reach_slot(&reach, program->populations.at[op->index].slot);
        reach_slot(&reach, program->populations.at[op->index].where);
        for (int i = 0; i < program->populations.at[op->index].keys.count; i++)
            reach_slot(&reach, program->populations.at[op->index].keys.at[i]);
    }
    return reach;
}

bool program_nests_populations(const Program *program) {
    for (int i = 0; i < program->populations.count; i++) {
        Reach reach = reach_from(program, &program->populations.at[i]);
        for (int j = 0; j < program->populations.count; j++)
            if (reach.populations[j]) return true;
    }
    return false;
}

bool program_population_is_circular(const Program *program, int index) {
    return reach_from(program, &program->populations.at[index]).populations[index];
}

static const char *verify_slots(const Code *code, const int *slots, int count) {
    for (int i = 0; i < count; i++)
        if (slots[i] < -1 || slots[i] >= code->ops.count) return "a part names a slot that is not there";
    return NULL;
}

static const char *verify_op(const Program *program, const Code *code, int i) {
    const Op *op = &code->ops.at[i];
    static const signed char reads[] = {
#define OP(name, reads_, text) reads_,
#include "engine/op.def"
#undef OP
    };
    if ((unsigned)op->code >= OP_COUNT) return "an unknown operation";
    if (op->count < 0 || op->first < 0 || op->first + op->count > code->args.count) return "a list outside the arguments";
    if (reads[op->code] >= 1 && op->a < 0) return "an operation without its first operand";
    if (reads[op->code] >= 2 && op->b < 0) return "an operation without its second operand";
    if (reads[op->code] >= 3 && op->c < 0) return "an operation without its third operand";
    OP_EACH_OPERAND(code, op, slot) if (slot >= i) return "an operand that stands behind its use";
    switch ((int)op->code) {
    case OP_CONST: return op->value ? NULL : "a constant without a value";
    case OP_CELL:
    case OP_CELL_NUMBER:
    case OP_ENTRY: return op->index >= 0 && op->index < code->inputs.count ? NULL : "an input that is not there";
    case OP_PART: return op->index >= 0 && op->index < code->parts.count ? NULL : "a part that is not there";
    case OP_FORMS: return op->index >= 0 && op->index < program->populations.count ? NULL : "a population that is not there";
    case OP_ROWS: return op->index >= 0 && op->index < program->row.ops.count ? NULL : "a slot that rows do not have";
    case OP_CHOOSE: return op->count % 2 == 1 ? NULL : "a choice without a last value";
    case OP_LINEAR: return op->count % 4 == 1 ? NULL : "a piece of a line without its four ends";
    case OP_LEVEL:
    case OP_IS_LEVEL: return op->scale ? NULL : "a level without a scale";
    case OP_TABLE: return op->index >= 0 && op->mode >= 0 && op->mode < program->tables.count ? NULL : "a table that is not there";
    }
    return NULL;
}

static const char *verify_code(const Program *program, const Code *code) {
    const char *wrong = NULL;
    for (int i = 0; i < code->ops.count && !wrong; i++)
        wrong = verify_op(program, code, i);
    for (int i = 0; i < code->parts.count && !wrong; i++) {
        const Part *part = code->parts.at[i];
        int slots[] = { part->applies, part->target,  part->actual,  part->weight, part->credit, part->score,      part->condition,
                        part->missing, part->at_most, part->at_least, part->amount, part->reported, part->name_slot };
        wrong = verify_slots(code, slots, (int)(sizeof slots / sizeof *slots));
        if (!wrong) wrong = verify_slots(code, part->deductions.at, part->deductions.count);
        for (int j = 0; j < part->others.count && !wrong; j++)
            wrong = verify_slots(code, &part->others.at[j].credit, 1);
        for (int j = 0; j < part->cone_count && !wrong; j++)
            if (part->cone[j] >= code->scored) wrong = "scoring that needs what it does not run";
        if (part->index != i) wrong = "a part with another's number";
        for (int j = 0; j < part->children.count && !wrong; j++)
            if (part->children.at[j] >= i) wrong = "a part that stands behind its group";
        for (int j = 0; j < part->cone_count && !wrong; j++)
            if (part->cone[j] >= code->ops.count || (j > 0 && part->cone[j] <= part->cone[j - 1]))
                wrong = "a cone out of order";
    }
    return wrong;
}

const char *program_verify(const Program *program) {
    const char *wrong = verify_code(program, &program->form);
    if (!wrong && program->has_rows) wrong = verify_code(program, &program->row);
    if (!wrong && program->total >= program->form.parts.count) wrong = "a total that is not there";
    return wrong;
}

static void write_slot(Buf *buf, int slot) {
    if (slot >= 0) buf_format(buf, " %%%d", slot);
}

static void write_op(Buf *buf, const Program *program, const Code *code, int i) {
    const Op *op = &code->ops.at[i];
    buf_format(buf, "%%%-4d %-12s", i, op_name(op->code));
    write_slot(buf, op->a);
    write_slot(buf, op->b);
    write_slot(buf, op->c);
    if (op->count > 0) {
        buf_add_z(buf, " (");
        for (int j = 0; j < op->count; j++)
            write_slot(buf, code->args.at[op->first + j]);
        buf_add_z(buf, " )");
    }
    if (op->mode) buf_format(buf, " mode %d", op->mode);
    if (op->value) {
        buf_char(buf, ' ');
        value_write(buf, op->value, program->units, LANG_EN, 6);
    }
    if (op->code == OP_ENTRY || op->code == OP_CELL || op->code == OP_CELL_NUMBER)
        buf_format(buf, " '%.*s'", TEXT_ARG(code->inputs.at[op->index].name));
    else if (op->code == OP_PART || op->code == OP_ROWS || op->code == OP_FORMS || op->code == OP_TABLE)
        buf_format(buf, " #%d", op->index);
    if (op->label.length) buf_format(buf, " \"%.*s\"", TEXT_ARG(op->label));
    if (op->node && op->node->span.source) {
        int line, column;
        Source *source = program->scheme->diags->sources.at[op->node->span.source - 1];
        source_place(source, op->node->span.begin, &line, &column);
        buf_format(buf, "    ; %.*s:%d:%d", TEXT_ARG(source->path), line, column);
    }
    buf_char(buf, '\n');
}

static void write_code(Buf *buf, const Program *program, const Code *code) {
    static const char *const kinds[] = { "indicator", "group", "adjustment", "veto", "total",
                                         "check", "flag", "required", "reported" };
    for (int i = 0; i < code->ops.count; i++)
        write_op(buf, program, code, i);
    for (int i = 0; i < code->parts.count; i++) {
        const Part *part = code->parts.at[i];
        buf_format(buf, "#%d %s '%.*s'", i, kinds[part->kind], TEXT_ARG(part->name));
        static const char *const names[] = { "applies", "target", "actual", "weight", "credit", "score", "condition", "amount" };
        int slots[] = { part->applies, part->target, part->actual, part->weight, part->credit, part->score, part->condition, part->amount };
        for (int j = 0; j < 8; j++)
            if (slots[j] >= 0) buf_format(buf, " %s %%%d", names[j], slots[j]);
        for (int j = 0; j < part->deductions.count; j++)
            buf_format(buf, " deduct %%%d", part->deductions.at[j]);
        for (int j = 0; j < part->children.count; j++)
            buf_format(buf, "%s#%d", j ? " " : " of ", part->children.at[j]);
        if (part->rounds) buf_format(buf, " rounded to %d", part->places);
        buf_char(buf, '\n');
    }
}

void program_write(Buf *buf, const Program *program) {
    if (program->has_rows) {
        buf_format(buf, "each row of %.*s\n", TEXT_ARG(program->rows_table));
        write_code(buf, program, &program->row);
    }
    buf_add_z(buf, "form\n");
    write_code(buf, program, &program->form);
}
