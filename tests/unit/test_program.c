/* test_program.c - the program that rules become, and the verifier that looks it over. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "engine/lower.h"

static const char rules[] =
    "rules \"t\"\n"
    "given x, y: number\n"
    "z = when { x >= 3 -> x * y; otherwise -> 1 }\n"
    "indicator A weight 10 { target >= 5; credit any of proportional, all_or_nothing }\n"
    "indicator B weight 20 { actual z; target 1 .. 3; credit linear actual { 1 -> 0%; 3 -> 100% } }\n"
    "group G { deduct 2 per 1 of y, at most 4 }\n"
    "grade { top >= 20; low otherwise }\n"
    "check \"sum\" total.weight = 30\n";

static Program *program_of(const char *text) {
    Diags *diags = diags_new();
    Scheme *scheme = scheme_load_text(diags, TEXT("t.heng"), text_of(text));
    Program *program = lower(scheme);
    assert_int_equal(diags->errors, 0);
    return program;
}

static void verifies(void **state) {
    assert_null(program_verify(program_of(rules)));
}

/* Every operand turned to its own slot or a later one, every list and index out of its table: each is refused. */
static void refuses_what_is_wrong(void **state) {
    Program *program = program_of(rules);
    Code *code = &program->form;
    int refused = 0;
    for (int i = 0; i < code->ops.count; i++) {
        Op *op = &code->ops.at[i], kept = *op;
        int *operands[] = { &op->a, &op->b, &op->c };
        for (int k = 0; k < 3; k++) {
            if (*operands[k] < 0) continue;
            *operands[k] = i;
            assert_non_null(program_verify(program));
            *op = kept;
            *operands[k] = code->ops.count + 7;
            assert_non_null(program_verify(program));
            *op = kept;
            refused += 2;
        }
        if (op->count > 0) {
            op->first = code->args.count;
            assert_non_null(program_verify(program));
            *op = kept;
            refused++;
        }
        if (op->code == OP_CELL || op->code == OP_ENTRY) {
            op->index = code->inputs.count;
            assert_non_null(program_verify(program));
            *op = kept;
            refused++;
        }
        if (op->code == OP_CONST) {
            op->value = NULL;
            assert_non_null(program_verify(program));
            *op = kept;
            refused++;
        }
    }
    assert_true(refused > 50);
    assert_null(program_verify(program));
    code->parts.at[0]->credit = code->ops.count;
    assert_non_null(program_verify(program));
}

/* Each expression has a slot of its own: two uses of a method are two copies, and a part reads none of another's. */
static void gives_each_use_its_slots(void **state) {
    Program *program = program_of("rules \"t\"\nindicator A weight 1 { target >= 5; credit proportional }\n"
                                  "indicator B weight 1 { target >= 5; credit proportional }\n");
    const Part *a = program->form.parts.at[0], *b = program->form.parts.at[1];
    assert_true(a->cone_count > 3);
    assert_int_equal(a->cone_count, b->cone_count);
    for (int i = 0; i < a->cone_count; i++)
        for (int j = 0; j < b->cone_count; j++)
            assert_int_not_equal(a->cone[i], b->cone[j]);
}

/* A definition used by two indicators is worked out in one place. */
static void shares_definitions(void **state) {
    Program *program = program_of("rules \"t\"\ngiven x: number\nd = x * 2\n"
                                  "indicator A weight 1 { score d }\nindicator B weight 1 { score d }\n");
    assert_int_equal(program->form.parts.at[0]->score, program->form.parts.at[1]->score);
}

static void lists_every_operation(void **state) {
    Program *program = program_of(rules);
    Buf buf = { 0 };
    program_write(&buf, program);
    int lines = 0;
    for (size_t i = 0; i < buf.length; i++)
        lines += buf.at[i] == '\n';
    assert_true(lines >= program->form.ops.count + program->form.parts.count);
    assert_true(text_find(buf_text(&buf), TEXT("LINEAR"), 0) > 0);
}

int main(void) {
    mem_init();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(verifies),
        cmocka_unit_test(refuses_what_is_wrong),
        cmocka_unit_test(gives_each_use_its_slots),
        cmocka_unit_test(shares_definitions),
        cmocka_unit_test(lists_every_operation),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
