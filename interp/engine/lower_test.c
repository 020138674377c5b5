#include "engine/lower_test.h"

#include "engine/lower.h"
#include "engine/lowering.h"

/* ---- rows ---- */

/* The row of the test that enters `name`: the first whose words for the indicator are these, or any of whose words are. */
static int row_called(const Lower *low, Text name) {
    const Program *program = low->program;
    const Part *part = program->has_rows ? program->row.parts.at[program->row_part] : NULL;
    const Op *named = part && part->name_slot >= 0 ? &program->row.ops.at[part->name_slot] : NULL;
    Text column = named && named->code == OP_CELL ? program->row.inputs.at[named->index].name : TEXT_NONE;
    int number = 0;
    NODE_EACH(low->test->kid[0], step) {
        if (step->kind != NODE_ROW) continue;
        NODE_EACH(step->kid[0], assign) {
            if (assign->kind != NODE_ASSIGN || assign->kid[0]->kind != NODE_TEXT) continue;
            if (column.at && !text_same_name(assign->text, column)) continue;
            if (text_same_name(assign->kid[0]->text, name)) return number;
        }
        number++;
    }
    return -1;
}

static Type member_type(int member) {
    bool number = member == MEMBER_SCORE || member == MEMBER_CREDIT || member == MEMBER_WEIGHT || member == MEMBER_LOST || member == MEMBER_REPORTED;
    if (number) return (Type){ KIND_NUMBER, UNIT_NONE, false };
    return (Type){ member == MEMBER_STATUS ? KIND_TEXT : KIND_ANY, -1, false };
}

int lower_row_member(Lower *low, const Node *node, int member) {
    const Node *of = node->kid[0];
    bool before = of->kind == NODE_WORD && of->op == KW_ROW;
    bool named = (of->kind == NODE_NAME && !of->symbol) || of->kind == NODE_TEXT;
    if (!before && !named) return -1;
    int row = before ? low->expectation->row : row_called(low, of->text);
    if (named && row < 0) return -1;
    if (!low->program->has_rows) {
        diag(low->diags, DIAG_TEST_NO_ROWS, node->span, TEXT(""));
        return emit_error(low, node);
    }
    if (row < 0) {
        diag(low->diags, DIAG_TEST_NO_ROW, node->span, TEXT(""));
        return emit_error(low, node);
    }
    bool known = member == MEMBER_SCORE || member == MEMBER_CREDIT || member == MEMBER_WEIGHT || member == MEMBER_LOST ||
                 member == MEMBER_STATUS || member == MEMBER_ACTUAL || member == MEMBER_TARGET || member == MEMBER_REPORTED;
    if (!known) {
        diag(low->diags, DIAG_TEST_MEMBER, node->span, node->text);
        return emit_error(low, node);
    }
    int slot = emit_value(low, value_missing(), node);
    op_at(low, slot)->type = member_type(member);
    op_at(low, slot)->label = before ? keyword_text(KW_ROW, low->scheme->lang) : of->text;
    vec_push(&low->expectation->rows, ((RowMember){ slot, row, (Member)member }));
    return slot;
}

/* ---- findings ---- */

bool finding_means(const Node *finding, const Part *part) {
    static const struct {
        int op;
        PartKind kind;
    } kinds[] = { { KW_CHECK, PART_CHECK }, { KW_FLAG, PART_FLAG }, { KW_VETO, PART_VETO }, { KW_ADJUST, PART_ADJUSTMENT }, { KW_REQUIRED, PART_REQUIRED } };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (finding->op == kinds[i].op) return part->kind == kinds[i].kind && text_same_name(part->name, finding->kid[0]->text);
    return false;
}

static bool finding_known(const Code *code, const Node *finding) {
    for (int i = 0; i < code->parts.count; i++)
        if (finding_means(finding, code->parts.at[i])) return true;
    return false;
}

int lower_finding(Lower *low, const Node *node) {
    if (!low->expectation) {
        diag(low->diags, DIAG_FINDING_NOT_HERE, node->span, keyword_text((Keyword)node->op, low->scheme->lang));
        return emit_error(low, node);
    }
    if (node->kid[0]->kind == NODE_BROKEN) return emit_error(low, node);
    if (!finding_known(&low->program->form, node) && !finding_known(&low->program->row, node)) {
        diag(low->diags, DIAG_TEST_FINDING_UNKNOWN, node->span, keyword_text((Keyword)node->op, low->scheme->lang), node->kid[0]->text);
        return emit_error(low, node);
    }
    int slot = emit_value(low, value_truth(TRUTH_UNKNOWN), node);
    vec_push(&low->expectation->findings, ((FindingSlot){ slot, node }));
    return slot;
}

/* ---- expectations ---- */

static bool rests_on_entries(const Code *code, const Part *part) {
    for (int i = 0; i < part->cone_count; i++) {
        switch ((int)code->ops.at[part->cone[i]].code) {
        case OP_CELL:
        case OP_CELL_NUMBER:
        case OP_ENTRY:
        case OP_PART:
        case OP_TOTAL:
        case OP_ROWS:
        case OP_FORMS: return true;
        case OP_CALLED: return true; /* what a function or method gives can be wrong */
        }
    }
    return false;
}

static Expectation *lower_expectation(Lower *low, const Node *node, int row) {
    Expectation *expectation = MEM_NEW(Expectation);
    *expectation = (Expectation){ .node = node, .row = row };
    low->expectation = expectation;
    Part *part = part_new(PART_CHECK, TEXT_NONE, node, NULL);
    Env env = { .part = low->code->parts.at[low->program->total], .element = -1 };
    part->condition = lower_truth(low, &env, node->kid[0]);
    expectation->part = part;
    low->expectation = NULL;
    return expectation;
}

static void close_expectation(Lower *low, unsigned *seen, unsigned number, Expectation *expectation) {
    Part *part = expectation->part;
    int *roots = mem_leaf(sizeof(int));
    roots[0] = part->condition;
    part->roots = roots;
    part->root_count = 1;
    part->cone = program_cone(low->code, seen, number, roots, 1, &part->cone_count);
    bool given = expectation->rows.count > 0 || expectation->findings.count > 0;
    expectation->fixed = !given && !rests_on_entries(low->code, part);
}

static Test *lower_test(Lower *low, const Node *node) {
    Test *test = MEM_NEW(Test);
    test->node = node;
    low->test = node;
    NODE_EACH(node->kid[0], step) {
        if (step->kind == NODE_ROW) test->rows++;
        if (step->kind == NODE_EXPECT) vec_push(&test->expectations, lower_expectation(low, step, test->rows - 1));
    }
    low->test = NULL;
    return test;
}

Program *lower_with_tests(Scheme *scheme, int only, TestList *tests) {
    Lower *low = lower_all(scheme);
    int number = 0, first = tests->count;
    NODE_EACH(scheme->main->tree->kid[0], node) {
        if (node->kind != NODE_TEST) continue;
        bool wanted = only >= 0 ? number == only : !node_test_has_items(node);
        number++;
        if (wanted) vec_push(tests, lower_test(low, node));
    }
    Code *code = low->code;
    code->scored = code->ops.count; /* forms.x in an expectation is gathered from the slots of each form … */
    low->program->row.scored = low->program->row.ops.count; /* … and parts.x from those of each row */
    unsigned *seen = mem_leaf(sizeof(unsigned) * (size_t)(code->ops.count + 1));
    unsigned times = 0;
    for (int i = first; i < tests->count; i++)
        for (int j = 0; j < tests->at[i]->expectations.count; j++)
            close_expectation(low, seen, ++times, tests->at[i]->expectations.at[j]);
    return low->program;
}
