/* score_tree.c - results into a tree.  What the rules score is taken as it is; only groups of rows are added up
   here, in the same way as the evaluator adds up the parts of a group. */
#include "jobs/score_tree.h"

#include "engine/arith.h"

#define COMPUTED_PLACES 4 /* of a computed actual, which is shown and not counted with */

typedef struct Tree {
    const FormResult *form;
    Units *units;
} Tree;

static ScoreNode *node_of(PartKind kind, const PartResult *part, Text name, Text path) {
    ScoreNode *node = MEM_NEW(ScoreNode);
    node->kind = kind;
    node->part = node->first = part;
    node->name = name;
    node->path = path;
    return node;
}

static void take_result(ScoreNode *node) {
    const PartResult *part = node->part;
    node->status = part->status;
    node->weight = part->weight;
    node->credit = part->credit;
    node->score = part->score;
    node->expected = part->expected;
    if (node->status == STATUS_NOT_APPLICABLE) node->credit = value_na();
    if (part->incomplete) node->weight = value_missing(); /* the sum of those that are known is not it */
    if (part->part->kind != PART_ADJUSTMENT && part->part->kind != PART_VETO) return;
    node->weight = node->credit = value_na(); /* they weigh nothing; their status is whether they apply */
    if (part->status == STATUS_ERROR) return;
    switch (part->condition) {
    case TRUTH_YES: node->status = STATUS_MET; break;
    case TRUTH_NO: node->status = STATUS_NOT_APPLICABLE; break;
    case TRUTH_UNKNOWN: node->status = STATUS_UNKNOWN; break;
    }
    if (part->part->kind == PART_ADJUSTMENT && part->condition == TRUTH_YES && part->amount.kind == VALUE_MISSING)
        node->status = STATUS_MISSING;
}

static Text path_below(const ScoreNode *node) {
    if (node->kind == PART_TOTAL) return TEXT("");
    if (node->path.length == 0) return node->name;
    Buf path = { 0 };
    buf_add(&path, node->path);
    buf_char(&path, '/');
    buf_add(&path, node->name);
    return buf_text(&path);
}

/* ---- rows and their groups ---- */

static ScoreNode *group_below(ScoreNode *parent, Text name, const PartResult *first) {
    for (int i = parent->children.count - 1; i >= 0; i--) { /* rows of a group mostly follow each other */
        ScoreNode *child = parent->children.at[i];
        if (child->kind == PART_GROUP && !child->part && text_is(child->name, name)) return child;
    }
    ScoreNode *group = node_of(PART_GROUP, NULL, name, path_below(parent));
    group->first = first;
    vec_push(&parent->children, group);
    return group;
}

static void add_row(ScoreNode *top, const FormRow *row) {
    const PartResult *part = &row->parts[0];
    ScoreNode *parent = top;
    if (part->skipped) return;
    for (int i = 0; i < part->part->groups.count; i++) {
        Text name = text_trim(part->groups[i]);
        if (name.length > 0) parent = group_below(parent, name, part); /* a blank cell adds no level */
    }
    ScoreNode *node = node_of(PART_INDICATOR, part, part->name, path_below(parent));
    node->row = row;
    take_result(node);
    vec_push(&parent->children, node);
}

/* S5: what has no result may be anything from nothing to its weight. */
static Value points_or_open(const Value *points, const Value *weight) {
    if (points->kind == VALUE_NUMBER) return *points;
    bool bounded = weight->kind == VALUE_NUMBER && !weight->range.hi_infinite;
    Range range = bounded ? range_closed(RAT_ZERO, weight->range.hi) : range_at_least(RAT_ZERO, false);
    return value_range(range, UNIT_NONE, VALUE_EVIDENCE | VALUE_FROM_MISSING);
}

static void add_to(Units *units, Value *sum, const Value *value) {
    *sum = arith_binary(units, OP_ADD, sum, value);
}

static Status status_of(const Value *credit) {
    if (credit->kind != VALUE_NUMBER || !range_is_point(&credit->range)) return STATUS_UNKNOWN;
    if (rat_compare(credit->range.lo, RAT_ONE) >= 0) return STATUS_MET;
    return rat_sign(credit->range.lo) <= 0 ? STATUS_MISSED : STATUS_PARTLY;
}

/* Adds up a group of rows, groups in it first. */
static void sum_rows(const Tree *tree, ScoreNode *group) {
    Value zero = value_number(RAT_ZERO, UNIT_NONE);
    bool applies = false;
    group->weight = group->score = group->expected = zero;
    for (int i = 0; i < group->children.count; i++) {
        ScoreNode *child = group->children.at[i];
        if (!child->part) sum_rows(tree, child);
        if (child->status == STATUS_NOT_APPLICABLE) continue;
        Value score = points_or_open(&child->score, &child->weight);
        Value expected = points_or_open(&child->expected, &child->weight);
        applies = true;
        add_to(tree->units, &group->score, &score);
        add_to(tree->units, &group->expected, &expected);
        if (group->weight.kind != VALUE_NUMBER) continue;
        if (child->weight.kind == VALUE_NUMBER)
            add_to(tree->units, &group->weight, &child->weight);
        else
            group->weight = value_missing(); /* one that is not known: nor is the sum */
    }
    if (!applies) {
        group->status = STATUS_NOT_APPLICABLE;
        group->score = group->expected = group->credit = value_na();
        return;
    }
    const Value *weight = &group->weight;
    group->credit = value_missing();
    if (weight->kind == VALUE_NUMBER && range_is_point(&weight->range) && rat_sign(weight->range.lo) > 0)
        group->credit = arith_binary(tree->units, OP_DIVIDE, &group->score, weight);
    group->status = status_of(&group->credit);
}

/* ---- parts of the rules ---- */

static void add_rows(const Tree *tree, ScoreNode *total) {
    int before = total->children.count;
    for (int i = 0; i < tree->form->row_count; i++)
        add_row(total, &tree->form->rows[i]);
    for (int i = before; i < total->children.count; i++)
        if (!total->children.at[i]->part) sum_rows(tree, total->children.at[i]);
}

static void add_children(const Tree *tree, ScoreNode *node) {
    const Part *part = node->part->part;
    const Node *rows = part->kind == PART_TOTAL && tree->form->program->has_rows ? tree->form->program->scheme->main->each_row : NULL;
    for (int i = 0; i < part->children.count; i++) {
        const PartResult *result = &tree->form->parts[part->children.at[i]];
        if (rows && (result->part->kind > PART_GROUP || result->part->node->span.begin > rows->span.begin)) {
            add_rows(tree, node); /* they stand where the rules have them */
            rows = NULL;
        }
        ScoreNode *child = node_of(result->part->kind, result, result->name, path_below(node));
        take_result(child);
        vec_push(&node->children, child);
        add_children(tree, child);
    }
    if (rows) add_rows(tree, node);
}

ScoreNode *score_tree(const FormResult *form) {
    Tree tree = { form, form->program->units };
    const PartResult *result = result_total(form);
    ScoreNode *total = node_of(PART_TOTAL, result, result->name, TEXT(""));
    take_result(total);
    add_children(&tree, total);
    return total;
}

/* ---- words and numbers ---- */

const char *score_kind(PartKind kind) {
    static const char *const names[] = {
        "indicator", "group", "adjustment", "veto", "total", "check", "flag", "required", "reported",
    };
    return names[kind];
}

const char *score_truth(Truth truth) {
    return truth == TRUTH_YES ? "yes" : truth == TRUTH_NO ? "no" : "unknown";
}

Text score_certain(const Value *value) {
    if (value->kind != VALUE_NUMBER || !range_is_point(&value->range)) return TEXT_NONE;
    return rat_text(value->range.lo);
}

Text score_low(const Value *value) {
    if (value->kind != VALUE_NUMBER || value->range.lo_infinite) return TEXT_NONE;
    return rat_text(value->range.lo);
}

Text score_high(const Value *value) {
    if (value->kind != VALUE_NUMBER || value->range.hi_infinite) return TEXT_NONE;
    return rat_text(value->range.hi);
}

Entered score_entered(const FormResult *form, const ScoreNode *node) {
    Entered none = { TEXT_NONE, TEXT_NONE, TEXT_NONE };
    if (!node->part) return none;
    Entered entered = explain_actual(node->part);
    int slot = node->part->part->actual;
    const Value *actual = slot >= 0 && node->part->slots ? &node->part->slots[slot] : NULL;
    if (entered.text.at || entered.read.at || !actual || actual->kind != VALUE_NUMBER) return entered;
    Buf read = { 0 };
    value_write(&read, actual, form->program->units, LANG_EN, COMPUTED_PLACES);
    entered.read = buf_text(&read);
    return entered;
}

Value score_lost(const ScoreNode *node, Units *units) {
    if (node->part) return result_lost(node->part, units);
    if (node->weight.kind != VALUE_NUMBER || node->score.kind != VALUE_NUMBER) return value_na();
    return arith_binary(units, OP_SUBTRACT, &node->weight, &node->score);
}
