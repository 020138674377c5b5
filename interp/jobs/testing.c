#include "jobs/testing.h"

#include "engine/analyse.h"
#include "engine/arith.h"
#include "engine/lower.h"
#include "engine/steps.h"
#include "jobs/forms.h"

#define LOCAL(lang, en, zh) ((lang) == LANG_ZH ? (zh) : (en))

/* ---- what is entered, as a form would hold it ---- */

static bool entered_number(Buf *buf, const Node *node) {
    bool minus = node->kind == NODE_UNARY && node->op == '-';
    if (node->kind == NODE_UNARY) node = node->kid[0];
    if (node->kind == NODE_DATE && !minus) {
        buf_add(buf, node->text);
        return true;
    }
    if (node->kind != NODE_NUMBER) return false;
    if (minus) buf_char(buf, '-');
    rat_write(buf, node->number);
    buf_add(buf, node->text);
    return true;
}

/* A bound has the sign people write before it; between two ends stands a dash, which takes both in. */
static bool entered_range(Buf *buf, const Node *node) {
    const Node *low = node->kid[0], *high = node->kid[1];
    if (low && high) {
        if (node->op != 0 || !entered_number(buf, low)) return false;
        buf_add_z(buf, "～");
        return entered_number(buf, high);
    }
    if (low) buf_add_z(buf, node->op & 1 ? ">" : "≥");
    else buf_add_z(buf, node->op & 2 ? "<" : "≤");
    return entered_number(buf, low ? low : high);
}

/* The cell's text; false where no cell could hold it. */
static bool entered_text(const Node *node, Lang lang, Text *text) {
    Buf buf = { 0 };
    bool holds = true;
    switch ((int)node->kind) {
    case NODE_TEXT: buf_add(&buf, node->text); break;
    case NODE_TRUTH: buf_add_z(&buf, node->op == KW_YES ? LOCAL(lang, "yes", "是") : LOCAL(lang, "no", "否")); break;
    case NODE_WORD: holds = node->op == KW_MISSING; break;
    case NODE_NAME:
        holds = node->symbol && node->symbol->kind == SYM_LEVEL;
        if (holds) buf_add(&buf, node->symbol->scale->at[node->symbol->index].name);
        break;
    case NODE_RANGE: holds = entered_range(&buf, node); break;
    default: holds = entered_number(&buf, node); break;
    }
    *text = buf.length ? buf_text(&buf) : TEXT("");
    return holds;
}

/* ---- forms ---- */

static bool is_year(const Node *assign) {
    static const char *const names[] = { "year", "年度", "年份", "年" };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!assign->kid[1] && text_is_z(assign->text, names[i])) return true;
    return false;
}

/* The input that an assignment means, or -1. */
static int input_of(const Code *code, const Node *assign) {
    Buf full = { 0 };
    if (assign->kid[1]) buf_format(&full, "%.*s.", TEXT_ARG(assign->kid[1]->text));
    buf_add(&full, assign->text);
    for (int i = 0; i < code->inputs.count; i++)
        if (text_same_name(code->inputs.at[i].name, buf_text(&full))) return i;
    for (int i = 0; i < code->inputs.count; i++)
        if (assign->symbol && code->inputs.at[i].symbol == assign->symbol) return i;
    for (int i = 0; i < code->inputs.count && !assign->kid[1]; i++)
        if (code->inputs.at[i].symbol && symbol_is_called(code->inputs.at[i].symbol, assign->text)) return i;
    return -1;
}

typedef struct Entering {
    const Program *program;
    Diags *diags;       /* NULL: mistakes were told already */
    Lang lang;
    int year;
} Entering;

static void enter(Entering *entering, const Code *code, Cell *cells, const Node *assign) {
    if (assign->kind != NODE_ASSIGN || assign->kid[0]->kind == NODE_BROKEN || !cells) return;
    int input = input_of(code, assign);
    Text text;
    if (!entered_text(assign->kid[0], entering->lang, &text)) return;
    if (input >= 0) cells[input] = (Cell){ text, CELL_PLAIN };
    else if (is_year(assign)) entering->year = forms_year_of(text);
}

static void enter_all(Entering *entering, const Code *code, Cell *cells, const Node *step) {
    NODE_EACH(step->kid[0], assign) enter(entering, code, cells, assign);
}

/* The column that tells forms apart: a test is one form, whatever it is called. */
static bool is_key(const Program *program, Text name) {
    for (int i = 0; i < program->rows_keys.count; i++)
        if (text_same_name(program->rows_keys.at[i], name)) return true;
    return false;
}

/* What cannot be entered; told once, before the test runs. */
static void check_step(Diags *diags, const Program *program, const Node *step, int source) {
    bool row = step->kind == NODE_ROW && program->has_rows;
    NODE_EACH(step->kid[0], assign) {
        Text text;
        Span place = assign->span, value = assign->kid[0]->span;
        place.source = value.source = source;
        if (assign->kid[0]->kind == NODE_BROKEN) continue;
        bool unused = assign->symbol && assign->symbol->kind == SYM_GIVEN;
        bool known = unused || (row && is_key(program, assign->text)) || (!row && input_of(&program->form, assign) >= 0) ||
                     (program->has_rows && input_of(&program->row, assign) >= 0) || (step->kind == NODE_SET && is_year(assign));
        if (!known) diag(diags, DIAG_TEST_ENTRY_UNKNOWN, place, assign->text);
        if (!entered_text(assign->kid[0], LANG_EN, &text)) diag(diags, DIAG_TEST_VALUE, value, TEXT(""));
    }
}

/* The values set, seen from `here`: those behind it first, so that what stands before it counts. */
static void enter_sets(Entering *entering, const Code *code, Cell *cells, const Node *test, const Node *here) {
    const Node *steps = test->kid[0];
    int place = steps->count;
    for (int i = 0; i < steps->count; i++)
        if (steps->kid[i] == here) place = i;
    for (int i = steps->count - 1; i > place; i--)
        if (steps->kid[i]->kind == NODE_SET) enter_all(entering, code, cells, steps->kid[i]);
    for (int i = 0; i < place; i++)
        if (steps->kid[i]->kind == NODE_SET) enter_all(entering, code, cells, steps->kid[i]);
}

static Cell *cells_for(const Code *code) {
    return MEM_ARRAY(Cell, code->inputs.count + 1);
}

static Cell *cells_copy(const Code *code, const Cell *cells) {
    Cell *copy = cells_for(code);
    for (int i = 0; i < code->inputs.count; i++)
        copy[i] = cells[i];
    return copy;
}

static Text form_name(int number) {
    Buf buf = { 0 };
    buf_format(&buf, "%d", number);
    return buf_text(&buf);
}

static TestState state_at(const Program *program, const Test *test, const Node *here, Lang lang) {
    Entering entering = { .program = program, .lang = lang, .year = forms_rules_year(program) };
    Cell *form = cells_for(&program->form), *row = program->has_rows ? cells_for(&program->row) : NULL;
    enter_sets(&entering, &program->form, form, test->node, here);
    if (row) enter_sets(&entering, &program->row, row, test->node, here);
    TestState state = { .count = program->has_rows || test->rows == 0 ? 1 : test->rows };
    state.forms = MEM_ARRAY(FormData, state.count);
    FormRowData *rows = MEM_ARRAY(FormRowData, test->rows + 1);
    int number = 0;
    NODE_EACH(test->node->kid[0], step) {
        if (step->kind != NODE_ROW) continue;
        const Code *code = program->has_rows ? &program->row : &program->form;
        Cell *cells = cells_copy(code, program->has_rows ? row : form);
        enter_all(&entering, code, cells, step);
        if (program->has_rows) rows[number] = (FormRowData){ number + 1, cells };
        else state.forms[number].cells = cells;
        number++;
    }
    for (int i = 0; i < state.count; i++) {
        if (!state.forms[i].cells) state.forms[i].cells = form;
        state.forms[i].id = form_name(i + 1);
        state.forms[i].year = entering.year;
        state.forms[i].rows = rows;
        state.forms[i].row_count = program->has_rows ? test->rows : 0;
    }
    return state;
}

static bool same_cells(const Code *code, const Cell *a, const Cell *b) {
    for (int i = 0; i < code->inputs.count; i++)
        if ((a[i].text.at == NULL) != (b[i].text.at == NULL) || !text_is(a[i].text, b[i].text)) return false;
    return true;
}

static bool same_state(const Program *program, const TestState *a, const TestState *b) {
    for (int i = 0; i < a->count; i++) {
        if (a->forms[i].year != b->forms[i].year || !same_cells(&program->form, a->forms[i].cells, b->forms[i].cells)) return false;
        for (int j = 0; j < a->forms[i].row_count; j++)
            if (!same_cells(&program->row, a->forms[i].rows[j].cells, b->forms[i].rows[j].cells)) return false;
    }
    return true;
}

/* ---- scoring ---- */

typedef VEC(Value) Values;

static const ValueList **gather(const Program *program, const TestState *state, const ValueList **known) {
    const ValueList **lists = MEM_ARRAY(const ValueList *, program->populations.count);
    FormResult **results = MEM_ARRAY(FormResult *, state->count);
    for (int i = 0; i < state->count; i++)
        results[i] = eval_form(program, &state->forms[i], known);
    for (int p = 0; p < program->populations.count; p++) {
        ValueList *list = mem_new(sizeof(ValueList) + sizeof(Value) * (size_t)(state->count + 1));
        for (int i = 0; i < state->count; i++) {
            Value value;
            if (eval_population(results[i], &state->forms[i], p, known, &value)) list->at[list->count++] = value;
        }
        lists[p] = program->populations.at[p].keys.count > 0 ? eval_by_key(list->at, list->count) : list;
    }
    return lists;
}

static void score(const Program *program, TestState *state) {
    const ValueList **lists = NULL;
    int gatherings = program_nests_populations(program) ? program->populations.count : 1;
    for (int i = 0; program->populations.count > 0 && i < gatherings; i++)
        lists = gather(program, state, lists);
    state->results = MEM_ARRAY(FormResult *, state->count);
    for (int i = 0; i < state->count; i++)
        state->results[i] = eval_form(program, &state->forms[i], lists);
}

/* ---- findings ---- */

static bool lacks_value(const Value *value) {
    if (value->kind == VALUE_TEXT) return text_is_blank(value->text);
    return value->kind == VALUE_MISSING || (value->kind == VALUE_NUMBER && value->flags & VALUE_FROM_MISSING && !range_is_point(&value->range));
}

/* Whether a check holds, a flag is raised, a veto or adjustment comes to pass, a requirement is met. */
static Truth finding_of(const PartResult *part) {
    if (part->part->kind == PART_REQUIRED) return truth_or(truth_not(part->condition), lacks_value(&part->amount) ? TRUTH_NO : TRUTH_YES);
    return part->condition;
}

static Truth findings_in(const Node *finding, const PartResult *parts, int count, Truth so_far, bool *any) {
    bool all = finding->op == KW_CHECK || finding->op == KW_REQUIRED; /* they hold for all, the others for some */
    for (int i = 0; i < count; i++) {
        if (!parts[i].part || !finding_means(finding, parts[i].part)) continue;
        Truth one = finding_of(&parts[i]);
        so_far = !*any ? one : all ? truth_and(so_far, one) : truth_or(so_far, one);
        *any = true;
    }
    return so_far;
}

static Truth finding_truth(const FormResult *form, const Node *finding) {
    const Program *program = form->program;
    bool any = false;
    Truth truth = findings_in(finding, form->parts, program->form.parts.count, TRUTH_NO, &any);
    for (int i = 0; i < form->row_count; i++)
        if (!form->rows[i].parts[0].skipped) truth = findings_in(finding, form->rows[i].parts, program->row.parts.count, truth, &any);
    return truth;
}

/* ---- telling why ---- */

typedef struct Judged {
    const Program *program;
    const Expectation *expectation;
    const FormResult *form;
    const PartResult *part;
    Lang lang;
} Judged;

static Text slice_of(const Judged *judged, const Node *node) {
    const Source *source = judged->program->scheme->diags->sources.at[node->span.source - 1];
    return text_slice(source->text, node->span.begin, node->span.end);
}

static Text grades_text(const FormResult *form, Lang lang) {
    Buf buf = { 0 };
    for (int i = 0; i < form->grade_count; i++) {
        if (i > 0) buf_add_z(&buf, LOCAL(lang, " or ", " 或 "));
        buf_add(&buf, form->program->bands.at[form->grades[i]].name);
    }
    return buf.length ? buf_text(&buf) : text_of(LOCAL(lang, "none", "无"));
}

static const PartResult *row_of(const Judged *judged, int slot, Member *member) {
    for (int i = 0; i < judged->expectation->rows.count; i++) {
        const RowMember *row = &judged->expectation->rows.at[i];
        if (row->slot != slot) continue;
        *member = row->member;
        return &judged->form->rows[row->row].parts[judged->program->row_part];
    }
    return NULL;
}

/* The value that an expectation looked at, as people read it. */
static Text actual_text(const Judged *judged, int slot) {
    const Op *op = &judged->program->form.ops.at[slot];
    const Value *value = &judged->part->slots[slot];
    Member member = MEMBER_SCORE;
    const PartResult *part = row_of(judged, slot, &member);
    if (op->code == OP_TOTAL && op->mode == MEMBER_GRADE) return grades_text(judged->form, judged->lang);
    if (op->code == OP_PART) {
        part = &judged->form->parts[op->index];
        member = (Member)op->mode;
    }
    if (part && member == MEMBER_STATUS) return status_text(part->status, judged->lang);
    if (part && part->status == STATUS_ERROR && (member == MEMBER_SCORE || member == MEMBER_CREDIT)) return status_text(STATUS_ERROR, judged->lang);
    Buf buf = { 0 };
    value_write(&buf, value, judged->program->units, judged->lang, 8);
    return buf_text(&buf);
}

static Text truth_word(Truth truth, Lang lang) {
    if (truth == TRUTH_UNKNOWN) return text_of(LOCAL(lang, "not certain", "无法确定"));
    return keyword_text(truth == TRUTH_YES ? KW_YES : KW_NO, lang);
}

static Text with_sign(int comparison, Text value) {
    static const char *const signs[] = { "?", "", "≠ ", "< ", "≤ ", "> ", "≥ " };
    Buf buf = { 0 };
    buf_add_z(&buf, signs[comparison]);
    buf_add(&buf, value);
    return buf_text(&buf);
}

static bool is_literal(const Node *node) {
    if (node->kind == NODE_NAME && node->symbol && node->symbol->kind != SYM_BAND && node->symbol->kind != SYM_LEVEL) return false;
    return node->kind == NODE_NUMBER || node->kind == NODE_TEXT || node->kind == NODE_NAME || node->kind == NODE_WORD ||
           node->kind == NODE_RANGE || node->kind == NODE_TRUTH || node->kind == NODE_DATE || node->kind == NODE_UNARY;
}

/* What was expected: as it is written, with its value where it had to be worked out. */
static Text expected_text(const Judged *judged, const Node *node, int slot) {
    Buf buf = { 0 };
    buf_add(&buf, slice_of(judged, node));
    if (is_literal(node)) return buf_text(&buf);
    buf_add_z(&buf, " = ");
    value_write(&buf, &judged->part->slots[slot], judged->program->units, judged->lang, 8);
    return buf_text(&buf);
}

/* A status in the reader's words. */
static Text status_expected(const Judged *judged, const Op *op) {
    const Value *name = &judged->part->slots[op->b];
    for (int i = STATUS_MET; i <= STATUS_ERROR; i++)
        if (name->kind == VALUE_TEXT && text_is_z(name->text, status_name((Status)i))) return status_text((Status)i, judged->lang);
    return TEXT_NONE;
}

static Text difference_text(const Judged *judged, const Op *op) {
    const Value *a = &judged->part->slots[op->a], *b = &judged->part->slots[op->b];
    if (op->code != OP_COMPARE || op->mode != CMP_EQ || a->kind != VALUE_NUMBER || b->kind != VALUE_NUMBER || !range_is_point(&a->range) || !range_is_point(&b->range))
        return TEXT_NONE;
    Value difference = arith_binary(judged->program->units, OP_SUBTRACT, a, b);
    if (difference.kind != VALUE_NUMBER) return TEXT_NONE;
    Buf buf = { 0 };
    if (rat_sign(difference.range.lo) > 0) buf_char(&buf, '+');
    value_write(&buf, &difference, judged->program->units, judged->lang, 8);
    return buf_text(&buf);
}

static void because_line(TestFailure *failure, Text name, Text reason) {
    if (!reason.length) return;
    Buf buf = { 0 };
    buf_format(&buf, "%.*s: %.*s", TEXT_ARG(name), TEXT_ARG(reason));
    for (int i = 0; i < failure->because.count; i++)
        if (text_is(failure->because.at[i], buf_text(&buf))) return;
    vec_push(&failure->because, buf_text(&buf));
}

/* The reason of a part, and those of its arithmetic's steps that the reason leaves out. */
static void because_part(const Judged *judged, TestFailure *failure, const PartResult *part) {
    Text reason = explain_reason(judged->form, part, judged->lang);
    TextList steps = { 0 };
    because_line(failure, part->name, reason);
    explain_steps(judged->form, part, judged->lang, &steps);
    for (int i = 0; i < steps.count; i++)
        if (text_find(reason, steps.at[i], 0) < 0) because_line(failure, part->name, steps.at[i]);
}

/* A sum is what it is because of the parts that lost most. */
static void because_losses(const Judged *judged, TestFailure *failure) {
    PartList losses = { 0 };
    explain_losses(judged->form, &losses, 3);
    for (int i = 0; i < losses.count; i++)
        because_part(judged, failure, losses.at[i]);
}

static bool asks_grade(const Judged *judged, int slot) {
    const Op *op = &judged->program->form.ops.at[slot];
    return op->code == OP_TOTAL && op->mode == MEMBER_GRADE;
}

static void because_all(const Judged *judged, TestFailure *failure) {
    const Part *expected = judged->expectation->part;
    for (int i = 0; i < expected->cone_count; i++) {
        const Op *op = &judged->program->form.ops.at[expected->cone[i]];
        if (op->code == OP_TOTAL) because_losses(judged, failure);
        if (op->code != OP_PART) continue;
        const PartResult *part = &judged->form->parts[op->index];
        if (part->part->kind == PART_INDICATOR) because_part(judged, failure, part);
        else if (part->part->kind == PART_TOTAL || part->part->kind == PART_GROUP) because_losses(judged, failure);
    }
    for (int i = 0; i < judged->expectation->rows.count; i++)
        because_part(judged, failure, &judged->form->rows[judged->expectation->rows.at[i].row].parts[judged->program->row_part]);
    bool graded = false; /* the grades still possible tell it all */
    for (int i = 0; i < expected->cone_count; i++)
        graded |= asks_grade(judged, expected->cone[i]);
    if (!graded && failure->because.count == 0 && expected->condition >= 0 && !judged->expectation->findings.count) {
        Steps steps = steps_begin(judged->form, judged->part, judged->lang);
        const Op *op = &judged->program->form.ops.at[expected->condition];
        bool compares = op->code == OP_COMPARE || op->code == OP_IN;
        const Node *where;
        Text told = compares ? steps_branch(&steps, op->a, &where) : steps_condition(&steps, expected->condition, true);
        if (told.length && !text_is(told, failure->actual)) vec_push(&failure->because, told);
        if (compares) told = steps_equation(&steps, op->a);
        for (int i = 0; i < steps.list.count; i++)
            vec_push(&failure->because, steps.list.at[i]);
        if (compares && text_find(told, TEXT(" = "), 0) >= 0) vec_push(&failure->because, told);
    }
}

static TestFailure failure_of(const Judged *judged, Span place) {
    const Node *node = judged->expectation->node->kid[0];
    const Op *op = &judged->program->form.ops.at[judged->expectation->part->condition];
    TestFailure failure = { .place = place };
    bool no = node->kind == NODE_UNARY && node->op == KW_NOT && node->kid[0]->kind == NODE_FINDING;
    if (op->code == OP_COMPARE && (node->kind == NODE_COMPARE || node->kind == NODE_IS)) {
        failure.what = slice_of(judged, node->kid[0]);
        bool status = node->kid[0]->kind == NODE_MEMBER && member_find(node->kid[0]->text) == MEMBER_STATUS;
        failure.expected = with_sign(op->mode, status ? status_expected(judged, op) : expected_text(judged, node->kid[1], op->b));
        failure.actual = actual_text(judged, op->a);
        failure.difference = difference_text(judged, op);
    } else if (op->code == OP_IN && node->kind == NODE_IN) {
        failure.what = slice_of(judged, node->kid[0]);
        failure.expected = slice_of(judged, node->kid[1]);
        failure.actual = actual_text(judged, op->a);
    } else {
        const Node *what = no ? node->kid[0] : node;
        failure.what = slice_of(judged, what);
        failure.expected = truth_word(no ? TRUTH_NO : TRUTH_YES, judged->lang);
        Truth truth = no ? truth_not(judged->part->condition) : judged->part->condition;
        failure.actual = truth_word(truth, judged->lang);
    }
    because_all(judged, &failure);
    return failure;
}

/* ---- running ---- */

/* `score = 60% ..< 80%`: exactly this range. */
static bool is_that_range(const Judged *judged) {
    const Node *node = judged->expectation->node->kid[0];
    const Op *op = &judged->program->form.ops.at[judged->expectation->part->condition];
    if (node->kind != NODE_COMPARE || node->op != CMP_EQ || node->kid[1]->kind != NODE_RANGE || op->code != OP_COMPARE) return false;
    return value_same(&judged->part->slots[op->a], &judged->part->slots[op->b]);
}

/* Where several grades are possible, what is expected has to hold with each of them: `grade = A or grade = B`. */
static PartResult *with_each_grade(const Judged *judged, const Given *given, int count) {
    const Part *part = judged->expectation->part;
    const FormResult *form = judged->form;
    int grades = 0, total = count;
    Given *all = MEM_ARRAY(Given, count + part->cone_count + 1);
    for (int i = 0; i < count; i++)
        all[i] = given[i];
    for (int i = 0; i < part->cone_count; i++)
        if (asks_grade(judged, part->cone[i])) all[total++].slot = part->cone[i];
    if (total > count) grades = form->grade_count;
    if (grades < 2) return eval_expression(form, part, given, count);
    PartResult *result = NULL;
    Truth truth = TRUTH_UNKNOWN;
    for (int g = 0; g < grades; g++) {
        for (int i = count; i < total; i++)
            all[i].value = value_text(form->program->bands.at[form->grades[g]].name);
        result = eval_expression(form, part, all, total);
        truth = g == 0 || truth == result->condition ? result->condition : TRUTH_UNKNOWN;
    }
    result->condition = truth;
    return result;
}

static void judge(TestRun *run, const TestState *state, const Expectation *expectation, Lang lang) {
    const Program *program = run->program;
    int form = program->has_rows || expectation->row < 0 ? 0 : expectation->row;
    Judged judged = { program, expectation, state->results[form], NULL, lang };
    Given *given = MEM_ARRAY(Given, expectation->rows.count + expectation->findings.count + 1);
    int count = 0;
    for (int i = 0; i < expectation->rows.count; i++) {
        const RowMember *row = &expectation->rows.at[i];
        given[count++] = (Given){ row->slot, eval_row_member(judged.form, row->row, row->member) };
    }
    for (int i = 0; i < expectation->findings.count; i++)
        given[count++] = (Given){ expectation->findings.at[i].slot, value_truth(finding_truth(judged.form, expectation->findings.at[i].node)) };
    judged.part = with_each_grade(&judged, given, count);
    if (judged.part->condition == TRUTH_YES || is_that_range(&judged)) return;
    Span place = expectation->node->kid[0]->span;
    place.source = run->place.source;
    vec_push(&run->failures, failure_of(&judged, place));
}

/* The state seen from `here`, scored; one that was there already is not scored again. */
static const TestState *state_for(TestRun *run, const Node *here, Lang lang) {
    TestState state = state_at(run->program, run->test, here, lang);
    for (int i = 0; i < run->states.count; i++)
        if (same_state(run->program, &state, &run->states.at[i])) return &run->states.at[i];
    score(run->program, &state);
    vec_push(&run->states, state);
    return &run->states.at[run->states.count - 1];
}

static void run_test(TestRun *run, Lang lang) {
    for (int i = 0; i < run->test->expectations.count; i++) {
        const Expectation *expectation = run->test->expectations.at[i];
        judge(run, state_for(run, expectation->node, lang), expectation, lang);
    }
    if (run->test->expectations.count == 0) state_for(run, NULL, lang);
    run->failed = run->failures.count > 0;
}

/* Tells what is wrong with a test itself: what it enters, and what cannot fail. */
static void check_test(Diags *diags, const Program *program, const Test *test, int source) {
    Span place = test->node->span;
    place.source = source;
    NODE_EACH(test->node->kid[0], step)
    if (step->kind == NODE_SET || step->kind == NODE_ROW) check_step(diags, program, step, source);
    if (diags->errors > 0) return; /* what is broken may well hold by chance */
    if (test->expectations.count == 0) diag(diags, DIAG_TEST_EMPTY, place, test->node->text);
    for (int i = 0; i < test->expectations.count; i++) {
        Span fixed = test->expectations.at[i]->node->kid[0]->span;
        fixed.source = source;
        if (test->expectations.at[i]->fixed) diag(diags, DIAG_TEST_FIXED, fixed, TEXT(""));
    }
}

void testing_check(Scheme *scheme) {
    TestList tests = { 0 };
    if (!node_clause(scheme->main->tree->kid[0], NODE_TEST)) return;
    Program *program = lower_with_tests(scheme, -1, &tests);
    for (int i = 0; i < tests.count; i++)
        check_test(scheme->diags, program, tests.at[i], tests.at[i]->node->span.source);
}

static bool wanted(const Node *test, Text filter) {
    return filter.length == 0 || text_find(test->text, filter, 0) >= 0;
}

/* A test with items of its own is run on rules of its own. */
static TestRun *own_run(TestFile *file, Text text, const Node *node, int number) {
    TestRun *run = MEM_NEW(TestRun);
    TestList tests = { 0 };
    Diags *diags = diags_new();
    Scheme *scheme = scheme_load_test(diags, file->path, text, number);
    Program *program = lower_with_tests(scheme, number, &tests);
    *run = (TestRun){ .name = node->text, .place = node->span, .program = program, .test = tests.at[0] };
    analyse(program);
    if (diags->errors == 0) check_test(file->diags, program, run->test, node->span.source);
    else run->diags = diags;
    return run;
}

TestFile *testing_run(Text path, Text text, const TestingOptions *options) {
    TestFile *file = MEM_NEW(TestFile);
    TestList tests = { 0 };
    file->path = path;
    file->diags = diags_new();
    Scheme *scheme = scheme_load_text(file->diags, path, text);
    Lang lang = options->lang_known ? options->lang : scheme->lang;
    Program *program = lower_with_tests(scheme, -1, &tests);
    analyse(program);
    for (int i = 0; i < tests.count; i++)
        check_test(file->diags, program, tests.at[i], tests.at[i]->node->span.source);
    if (file->diags->errors > 0) return file;
    int number = 0, next = 0;
    NODE_EACH(scheme->main->tree->kid[0], node) {
        if (node->kind != NODE_TEST) continue;
        bool own = node_test_has_items(node);
        TestRun *run = MEM_NEW(TestRun);
        if (own && wanted(node, options->filter)) run = own_run(file, text, node, number);
        if (!own) *run = (TestRun){ .name = node->text, .place = node->span, .program = program, .test = tests.at[next++] };
        number++;
        if (wanted(node, options->filter)) vec_push(&file->runs, run);
    }
    if (file->diags->errors > 0) return file;
    file->program = program;
    for (int i = 0; i < file->runs.count; i++) {
        TestRun *run = file->runs.at[i];
        if (run->diags) run->failed = true;
        else run_test(run, lang);
        if (run->failed) file->failed++;
        else file->passed++;
    }
    return file;
}
