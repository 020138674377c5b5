/* lower_other.c - other known ways of giving credit, written out beside the indicators whose reported score may have
   come from one: every method without parameters of the modules the rules use, and of the library's `known`.  A method
   that does not fit the indicator is none of its others, and says nothing. */
#include "engine/lowering.h"

/* How much there is of everything, to take a method back that does not fit. */
typedef struct Mark {
    int ops, args, inputs, notes, parts, populations, tables, lists, open;
} Mark;

static Mark mark_of(const Lower *low) {
    const Code *code = low->code;
    const Program *program = low->program;
    return (Mark){ code->ops.count, code->args.count, code->inputs.count, code->notes.count, code->parts.count,
                   program->populations.count, program->tables.count, program->row_lists.count, low->open.count };
}

static void back_to(Lower *low, const Mark *mark) {
    low->code->ops.count = mark->ops;
    low->code->args.count = mark->args;
    low->code->inputs.count = mark->inputs;
    low->code->notes.count = mark->notes;
    low->code->parts.count = mark->parts;
    low->program->populations.count = mark->populations;
    low->program->tables.count = mark->tables;
    low->program->row_lists.count = mark->lists;
    low->open.count = mark->open;
}

/* A method may ask for nothing that the rules do not have, such as a further column, nor for scores: those follow. */
static bool only_ops(const Code *code, const Mark *a, const Mark *b) {
    for (int i = a->ops; i < b->ops; i++) {
        OpCode op = code->ops.at[i].code;
        if (op == OP_PART || op == OP_TOTAL || op == OP_ROWS || op == OP_FORMS) return false;
    }
    return a->inputs == b->inputs && a->notes == b->notes && a->parts == b->parts && a->populations == b->populations &&
           a->tables == b->tables && a->lists == b->lists;
}

static void lower_other(Lower *low, Part *part, Node *method) {
    Env env = { .part = part, .element = -1 };
    Mark before = mark_of(low);
    Diags quiet = *low->scheme->diags;
    quiet.list.at = NULL;
    quiet.list.count = quiet.list.room = quiet.errors = quiet.warnings = 0;
    low->diags = &quiet;
    low->slots = (SlotMap){ 0 }; /* what it shares with others would go with it */
    int credit = lower_method(low, &env, method->symbol, NULL, method);
    low->diags = low->scheme->diags;
    Mark after = mark_of(low);
    if (credit < 0 || quiet.errors > 0 || !only_ops(low->code, &before, &after) || after.open != before.open) {
        back_to(low, &before);
        return;
    }
    OtherMethod other = { credit, after.ops - before.ops, method };
    vec_push(&part->others, other);
}

static void module_methods(Lower *low, Part *part, const Module *module) {
    NODE_EACH(module->tree->kid[0], node) {
        bool plain = node && node->kind == NODE_METHOD && node->symbol && node->kid[1]->count == 0;
        if (plain && low->code->ops.count < OPS_MAX / 2) lower_other(low, part, node);
    }
}

static void code_others(Lower *low, Code *code, const Module *known) {
    const Scheme *scheme = low->scheme;
    low->code = code;
    for (int i = 0; i < code->parts.count; i++) {
        Part *part = code->parts.at[i];
        if (part->kind != PART_INDICATOR || part->reported < 0 || part->actual < 0) continue;
        bool used = false;
        for (int m = 0; m < scheme->modules.count; m++) {
            module_methods(low, part, scheme->modules.at[m]);
            used |= scheme->modules.at[m] == known;
        }
        if (known && !used) module_methods(low, part, known);
    }
}

void lower_others(Lower *low) {
    if (low->scheme->diags->errors > 0) return; /* nothing will run */
    SlotMap slots = low->slots;
    const Module *known = scheme_standard(low->scheme, TEXT("known"));
    if (low->program->has_rows) code_others(low, &low->program->row, known);
    code_others(low, &low->program->form, known);
    low->code = &low->program->form;
    low->slots = slots;
}
