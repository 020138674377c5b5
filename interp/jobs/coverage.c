#include "jobs/coverage.h"

#define LOCAL(lang, en, zh) ((lang) == LANG_ZH ? (zh) : (en))

/* ---- items ---- */

/* The beginning of the first line, blanks in a row as one. */
static Text first_line(Text text) {
    Buf buf = { 0 };
    int runes = 0, length;
    for (size_t i = 0; i < text.length && text.at[i] != '\n' && text.at[i] != '\r'; i += (size_t)length) {
        text_rune(text, i, &length);
        if (text.at[i] == ' ' && buf.length && buf.at[buf.length - 1] == ' ') continue;
        if (++runes > 60) {
            buf_add_z(&buf, "…");
            break;
        }
        buf_add(&buf, text_slice(text, i, i + (size_t)length));
    }
    return text_trim(buf_text(&buf));
}

static Text words_at(const Program *program, const Node *node) {
    const Source *source = program->scheme->diags->sources.at[node->span.source - 1];
    return first_line(text_slice(source->text, node->span.begin, node->span.end));
}

/* Where an item stands among places, or would stand. */
static int *place_of(const Coverage *coverage, const CoverItem *item) {
    unsigned mask = (unsigned)coverage->room - 1;
    unsigned i = (item->span.begin * 31u + item->span.end * 7u + (unsigned)item->kind * 3u + (unsigned)item->end) * 0x9E3779B1u & mask;
    for (;; i = (i + 1) & mask) {
        if (!coverage->places[i]) return &coverage->places[i];
        const CoverItem *known = &coverage->items.at[coverage->places[i] - 1];
        if (known->kind == item->kind && known->span.begin == item->span.begin && known->span.end == item->span.end && known->end == item->end &&
            known->sides == item->sides)
            return &coverage->places[i];
    }
}

static void make_places(Coverage *coverage) {
    if (coverage->items.count * 2 > coverage->room) coverage->room = coverage->room ? coverage->room * 2 : 64;
    coverage->places = mem_leaf(sizeof(int) * (size_t)coverage->room);
    for (int i = 0; i < coverage->items.count; i++)
        *place_of(coverage, &coverage->items.at[i]) = i + 1;
}

/* The item at a place of the file, made while declaring; NULL where the place is another file's. */
static CoverItem *item_at(Coverage *coverage, const Program *program, const Node *node, CoverKind kind, int end, int sides, Text label) {
    int source = program->scheme->main->source->id;
    if (!node || node->span.source != source) return NULL;
    CoverItem item = { .kind = kind, .span = node->span, .end = end, .sides = sides };
    int *place = coverage->room ? place_of(coverage, &item) : NULL;
    if (place && *place) return &coverage->items.at[*place - 1];
    if (!coverage->declaring) return NULL;
    item.label = label.at ? label : words_at(program, node);
    vec_push(&coverage->items, item);
    if (coverage->items.count * 2 > coverage->room) make_places(coverage);
    else *place = coverage->items.count;
    return &coverage->items.at[coverage->items.count - 1];
}

static void hit(Coverage *coverage, CoverItem *item, int side) {
    if (!item || coverage->declaring || coverage->peek || item->stamp[side] == coverage->stamp) return;
    item->stamp[side] = coverage->stamp;
    if (item->hits[side]++ == 0 && coverage->fresh++ == 0) {
        coverage->fresh_item = (int)(item - coverage->items.at);
        coverage->fresh_side = side;
    }
}

/* ---- reading slots ---- */

typedef struct Walk {
    Coverage *coverage;
    const Program *program;
    const Code *code;
    const Value *slots;     /* NULL while declaring */
} Walk;

/* A slot nothing has written: no operation gives a missing value without saying where it comes from. */
static bool was_run(const Walk *walk, int slot) {
    const Value *value = walk->slots ? &walk->slots[slot] : NULL;
    return value && (value->kind != VALUE_MISSING || value->flags != 0);
}

static bool holds(const Walk *walk, int slot, Truth truth) {
    return was_run(walk, slot) && walk->slots[slot].kind == VALUE_TRUTH && walk->slots[slot].truth == truth;
}

static CoverItem *item_of(const Walk *walk, const Node *node, CoverKind kind, int sides) {
    return item_at(walk->coverage, walk->program, node, kind, 0, sides, TEXT_NONE);
}

/* Which side a value lies on; a range counts where all of it lies on one. */
static void side_of(const Walk *walk, CoverItem *item, const Value *value, Rat edge) {
    Coverage *coverage = walk->coverage;
    const Range *x = &value->range;
    if (value->kind != VALUE_NUMBER) return;
    if (coverage->watch >= 0 && item == &coverage->items.at[coverage->watch] && !x->hi_infinite) {
        coverage->watched = true;
        coverage->gap = rat_subtract(x->hi, edge);
    }
    int low = x->lo_infinite ? -1 : rat_compare(x->lo, edge), high = x->hi_infinite ? 1 : rat_compare(x->hi, edge);
    if (high < 0 || (high == 0 && x->hi_open)) hit(coverage, item, SIDE_BELOW);
    else if (low > 0 || (low == 0 && x->lo_open)) hit(coverage, item, SIDE_ABOVE);
    else if (low == 0 && high == 0) hit(coverage, item, SIDE_ON);
}

static const Value *value_at(const Walk *walk, int slot) {
    return was_run(walk, slot) ? &walk->slots[slot] : NULL;
}

static bool point(const Walk *walk, int slot, Rat *x) {
    const Value *value = was_run(walk, slot) ? &walk->slots[slot] : NULL;
    if (!value || value->kind != VALUE_NUMBER || !range_is_point(&value->range)) return false;
    *x = value->range.lo;
    return true;
}

static bool is_number(const Walk *walk, int slot) {
    Kind kind = walk->code->ops.at[slot].type.kind;
    return kind == KIND_NUMBER || kind == KIND_ANY;
}

static void walk_compare(const Walk *walk, const Op *op) {
    Rat edge;
    if (op->mode == CMP_EQ || op->mode == CMP_NE || !is_number(walk, op->a) || !is_number(walk, op->b)) return;
    const Node *place = op->node->kind == NODE_ARM ? op->node->kid[0] : op->node;
    CoverItem *item = item_of(walk, place, COVER_EDGE, 3);
    const Value *value = value_at(walk, op->a);
    if (item && value && point(walk, op->b, &edge)) side_of(walk, item, value, edge);
}

static void walk_range(const Walk *walk, const Node *node, const Range *range, int subject) {
    const Value *value = value_at(walk, subject);
    for (int end = 0; end < 2; end++) {
        const Node *edge = node->kid[end];
        if (!edge) continue;
        CoverItem *item = item_at(walk->coverage, walk->program, edge, COVER_EDGE, end, 3, TEXT_NONE);
        bool infinite = range && (end ? range->hi_infinite : range->lo_infinite);
        if (item && range && !infinite && value) side_of(walk, item, value, end ? range->hi : range->lo);
    }
}

static void walk_in(const Walk *walk, const Op *op) {
    const Node *range = op->node->kind == NODE_ARM ? op->node->kid[0] : op->node->kid[1];
    if (!range || range->kind != NODE_RANGE) return;
    bool known = was_run(walk, op->b) && walk->slots[op->b].kind == VALUE_NUMBER;
    walk_range(walk, range, known ? &walk->slots[op->b].range : NULL, op->a);
}

/* Rows of `when` and `steps`: which one was taken. */
static void walk_choose(const Walk *walk, const Op *op, int slot) {
    if (op->node->kind != NODE_WHEN && op->node->kind != NODE_STEPS) return;
    bool run = was_run(walk, slot), open = run; /* none held so far */
    int pair = 0;
    NODE_EACH(op->node->kid[op->node->kind == NODE_WHEN ? 0 : 1], arm) {
        if (arm->kind != NODE_ARM) continue;
        CoverItem *item = item_of(walk, arm, COVER_BRANCH, 1);
        if (arm->op == KW_OTHERWISE) {
            if (open) hit(walk->coverage, item, SIDE_ONLY);
            return;
        }
        if (pair + 1 >= op->count) return;
        int condition = walk->code->args.at[op->first + pair];
        if (open && holds(walk, condition, TRUTH_YES)) hit(walk->coverage, item, SIDE_ONLY);
        open = open && holds(walk, condition, TRUTH_NO);
        pair += 2;
    }
}

static void walk_linear(const Walk *walk, const Op *op) {
    const int *args = &walk->code->args.at[op->first];
    Rat x = RAT_ZERO, from = RAT_ZERO, to = RAT_ZERO;
    const Node *before = NULL;
    int piece = 1;
    bool known = point(walk, args[0], &x);
    NODE_EACH(op->node->kid[1], arm) {
        if (arm->kind != NODE_ARM) continue;
        bool range = arm->kid[0]->kind == NODE_RANGE;
        if ((range || before) && piece + 3 < op->count) {
            CoverItem *item = item_of(walk, arm, COVER_BRANCH, 1);
            bool piece_known = known && point(walk, args[piece], &from) && point(walk, args[piece + 1], &to);
            Range ends = piece_known ? range_closed(from, to) : RANGE_ALL;
            if (piece_known && range_contains(&ends, x)) hit(walk->coverage, item, SIDE_ONLY);
            if (range) walk_range(walk, arm->kid[0], &ends, args[0]);
        }
        if (!range) {
            CoverItem *item = item_of(walk, arm->kid[0], COVER_EDGE, 3);
            int slot = before ? args[piece + 1] : args[1];
            if (known && piece + 3 < op->count && point(walk, slot, &to)) side_of(walk, item, value_at(walk, args[0]), to);
        }
        if (range || before) piece += 4;
        before = arm;
    }
}

static const Node *levels_node(const Program *program, const Scale *scale) {
    NODE_EACH(program->scheme->main->tree->kid[0], node)
    if (node->kind == NODE_LEVELS && node->symbol && node->symbol->scale == scale) return node;
    return NULL;
}

static void walk_level(const Walk *walk, const Op *op, int slot) {
    const Node *levels = op->scale ? levels_node(walk->program, op->scale) : NULL;
    if (!levels) return;
    int index = 0;
    bool known = was_run(walk, slot) && walk->slots[slot].kind == VALUE_LEVEL && walk->slots[slot].level.best == walk->slots[slot].level.worst;
    NODE_EACH(levels->kid[1], level) {
        if (level->kind != NODE_LEVEL) continue;
        CoverItem *item = item_of(walk, level, COVER_BRANCH, 1);
        if (known && walk->slots[slot].level.best == index) hit(walk->coverage, item, SIDE_ONLY);
        index++;
    }
}

static void walk_op(const Walk *walk, int slot) {
    const Op *op = &walk->code->ops.at[slot];
    if (!op->node) return;
    switch ((int)op->code) {
    case OP_COMPARE: walk_compare(walk, op); break;
    case OP_IN: walk_in(walk, op); break;
    case OP_CHOOSE: walk_choose(walk, op, slot); break;
    case OP_LINEAR: walk_linear(walk, op); break;
    case OP_LEVEL: walk_level(walk, op, slot); break;
    case OP_CALLED:
        if (op->node->kind != NODE_METHOD && op->node->kind != NODE_FUNCTION) break;
        CoverItem *item = item_at(walk->coverage, walk->program, op->node->kid[0], COVER_CLAUSE, 0, 1, TEXT_NONE);
        if (was_run(walk, slot)) hit(walk->coverage, item, SIDE_ONLY);
        break;
    }
}

/* ---- parts ---- */

/* A target's edge or edges: what was entered, held against it. */
static void walk_target(const Walk *walk, const Part *part) {
    if (part->target < 0 || part->actual < 0) return;
    const Op *op = &walk->code->ops.at[part->target];
    if ((op->code != OP_MAKE_TARGET && op->code != OP_ONE_OF) || !op->node) return;
    int value = op->code == OP_MAKE_TARGET ? op->a : walk->code->ops.at[walk->code->args.at[op->first]].a;
    const Op *bound = value >= 0 ? &walk->code->ops.at[value] : NULL;
    if (!bound || bound->type.kind == KIND_TEXT) return;
    const Node *clause = part->node->kind == NODE_INDICATOR ? node_clause(part->node->kid[2], NODE_TARGET) : op->node;
    bool two = bound->code == OP_RANGE && bound->node && bound->node->kind == NODE_RANGE;
    if (two) {
        bool known = was_run(walk, value) && walk->slots[value].kind == VALUE_NUMBER;
        walk_range(walk, bound->node, known ? &walk->slots[value].range : NULL, part->actual);
        return;
    }
    Rat edge;
    const Value *actual = value_at(walk, part->actual);
    CoverItem *item = item_of(walk, clause, COVER_EDGE, 3);
    if (item && actual && point(walk, value, &edge)) side_of(walk, item, actual, edge);
}

static void walk_condition(const Walk *walk, const Node *place, Text label, int condition) {
    if (condition < 0) return;
    CoverItem *item = item_at(walk->coverage, walk->program, place, COVER_BRANCH, 0, 2, label);
    if (holds(walk, condition, TRUTH_YES)) hit(walk->coverage, item, SIDE_YES);
    if (holds(walk, condition, TRUTH_NO)) hit(walk->coverage, item, SIDE_NO);
}

static Text clause_label(const Part *part, const Node *clause, Lang lang) {
    Buf buf = { 0 };
    buf_format(&buf, "%.*s: %.*s", TEXT_ARG(part->name), TEXT_ARG(keyword_text(clause->kind == NODE_CREDIT ? KW_CREDIT : KW_SCORE, lang)));
    return buf_text(&buf);
}

static Text missing_label(const Part *part, Lang lang) {
    Buf buf = { 0 };
    buf_format(&buf, "%.*s: %.*s", TEXT_ARG(part->name), TEXT_ARG(keyword_text(KW_MISSING, lang)));
    return buf_text(&buf);
}

static Text judgement_label(const Program *program, const Part *part) {
    static const int words[] = { [PART_ADJUSTMENT] = KW_ADJUST, [PART_VETO] = KW_VETO, [PART_CHECK] = KW_CHECK, [PART_FLAG] = KW_FLAG, [PART_REQUIRED] = KW_REQUIRED };
    Buf buf = { 0 };
    bool words_in_quotes = part->kind != PART_REQUIRED;
    buf_format(&buf, words_in_quotes ? "%.*s \"%.*s\"" : "%.*s %.*s", TEXT_ARG(keyword_text((Keyword)words[part->kind], program->scheme->lang)), TEXT_ARG(part->name));
    return buf_text(&buf);
}

static const Node *clauses_of(const Part *part) {
    if (part->node->kind == NODE_INDICATOR || part->node->kind == NODE_GROUP) return part->node->kid[2];
    return part->node->kind == NODE_EACH_ROW ? part->node->kid[1] : NULL;
}

/* `status`: of the part where it was scored, or -1. */
static void walk_part(const Walk *walk, const Part *part, int status) {
    for (int i = 0; i < part->cone_count; i++)
        walk_op(walk, part->cone[i]);
    const Node *clauses = clauses_of(part), *applies = node_clause(clauses, NODE_APPLIES);
    if (applies) walk_condition(walk, applies, TEXT_NONE, part->applies);
    if (part->kind == PART_INDICATOR) {
        const Node *clause = node_clause(clauses, part->credit >= 0 ? NODE_CREDIT : NODE_SCORE);
        CoverItem *item = clause ? item_at(walk->coverage, walk->program, clause, COVER_CLAUSE, 0, 1, clause_label(part, clause, walk->program->scheme->lang)) : NULL;
        if (status >= 0 && status != STATUS_MISSING && status != STATUS_NOT_APPLICABLE) hit(walk->coverage, item, SIDE_ONLY);
        walk_target(walk, part);
        if (part->node->kind == NODE_INDICATOR) item = item_at(walk->coverage, walk->program, part->node->kid[0], COVER_MISSING, 0, 1, missing_label(part, walk->program->scheme->lang));
        if (part->node->kind == NODE_INDICATOR && status == STATUS_MISSING) hit(walk->coverage, item, SIDE_ONLY);
    }
    if (part->kind == PART_ADJUSTMENT || part->kind == PART_VETO || part->kind == PART_CHECK || part->kind == PART_FLAG || part->kind == PART_REQUIRED)
        walk_condition(walk, part->node, judgement_label(walk->program, part), part->condition);
}

static void walk_parts(Walk *walk, const PartResult *results) {
    for (int i = 0; i < walk->code->parts.count; i++) {
        const Part *part = walk->code->parts.at[i];
        walk->slots = results ? results[i].slots : NULL;
        walk_part(walk, part, results ? (int)results[i].status : -1);
    }
}

static void walk_bands(const Walk *walk, const FormResult *form) {
    const Program *program = walk->program;
    const Value *total = form ? &result_total(form)->expected : NULL;
    for (int i = 0; i < program->bands.count; i++) {
        const Band *band = &program->bands.at[i];
        CoverItem *item = item_at(walk->coverage, program, band->node->kid[0], COVER_BRANCH, 0, 1, band->name);
        if (form && form->grade_count == 1 && form->grades[0] == i) hit(walk->coverage, item, SIDE_ONLY);
        if (band->slot < 0) continue;
        if (band->op == KW_WHEN) {
            walk_condition(walk, band->node, TEXT_NONE, band->slot);
            continue;
        }
        Rat edge;
        item = item_of(walk, band->node, COVER_EDGE, 3);
        if (!form || !point(walk, band->slot, &edge)) continue;
        Value graded = *total;
        if (program->rounds_grade && graded.kind == VALUE_NUMBER && range_is_point(&graded.range))
            graded.range = range_point(rat_round(graded.range.lo, program->grade_places, program->grade_mode));
        side_of(walk, item, &graded, edge);
    }
}

static void walk_form(Coverage *coverage, const Program *program, const FormResult *form) {
    Walk walk = { coverage, program, &program->form, NULL };
    walk_parts(&walk, form ? form->parts : NULL);
    walk.slots = form ? form->slots : NULL;
    walk_bands(&walk, form);
    walk.code = &program->row;
    if (!form && program->has_rows) walk_parts(&walk, NULL);
    for (int i = 0; form && i < form->row_count; i++) {
        coverage->stamp++;
        if (!form->rows[i].parts[0].skipped) walk_parts(&walk, form->rows[i].parts);
    }
}

static void declare_range(Coverage *coverage, const Program *program, const Node *range) {
    for (int end = 0; end < 2; end++)
        if (range->kid[end]) item_at(coverage, program, range->kid[end], COVER_EDGE, end, 3, TEXT_NONE);
}

/* The same items from the tree alone as walk_op finds in operations: a method becomes operations only where it is used. */
static void declare_tree(Coverage *coverage, const Program *program, const Node *node) {
    if (!node || node->kind == NODE_BROKEN) return;
    bool rows = node->kind == NODE_WHEN || node->kind == NODE_STEPS || node->kind == NODE_LINEAR;
    if (node->kind == NODE_COMPARE && node->op != CMP_EQ && node->op != CMP_NE) item_at(coverage, program, node, COVER_EDGE, 0, 3, TEXT_NONE);
    if (node->kind == NODE_IN && node->kid[1]->kind == NODE_RANGE) declare_range(coverage, program, node->kid[1]);
    const Node *before = NULL;
    NODE_EACH(rows ? node->kid[node->count - 1] : NULL, arm) {
        if (arm->kind != NODE_ARM) continue;
        bool range = arm->kid[0] && arm->kid[0]->kind == NODE_RANGE;
        if (node->kind != NODE_LINEAR || before || range) item_at(coverage, program, arm, COVER_BRANCH, 0, 1, TEXT_NONE);
        before = arm;
        if (node->kind == NODE_WHEN || !arm->kid[0]) continue;
        if (range) declare_range(coverage, program, arm->kid[0]);
        else if (node->kind == NODE_LINEAR || arm->op) item_at(coverage, program, arm->kid[0], COVER_EDGE, 0, 3, TEXT_NONE);
    }
    for (int i = 0; i < node->count; i++)
        declare_tree(coverage, program, node->kid[i]);
}

/* Methods, functions and levels that nothing uses are there all the same. */
static void declare_unused(Coverage *coverage, const Program *program) {
    NODE_EACH(program->scheme->main->tree->kid[0], node) {
        if (node->kind == NODE_METHOD || node->kind == NODE_FUNCTION) {
            item_at(coverage, program, node->kid[0], COVER_CLAUSE, 0, 1, TEXT_NONE);
            declare_tree(coverage, program, node->kid[2]);
        }
        if (node->kind != NODE_LEVELS) continue;
        NODE_EACH(node->kid[1], level) if (level->kind == NODE_LEVEL) item_at(coverage, program, level, COVER_BRANCH, 0, 1, TEXT_NONE);
    }
}

static bool before(const CoverItem *a, const CoverItem *b) {
    return a->span.begin != b->span.begin ? a->span.begin < b->span.begin : a->kind < b->kind;
}

Coverage *coverage_new(const Program *program) {
    Coverage *coverage = MEM_NEW(Coverage);
    *coverage = (Coverage){ .program = program, .source = program->scheme->main->source->id, .declaring = true, .watch = -1 };
    walk_form(coverage, program, NULL);
    declare_unused(coverage, program);
    coverage->declaring = false;
    for (int i = 1; i < coverage->items.count; i++) /* in the order of the text */
        for (int j = i; j > 0 && before(&coverage->items.at[j], &coverage->items.at[j - 1]); j--) {
            CoverItem swap = coverage->items.at[j];
            coverage->items.at[j] = coverage->items.at[j - 1];
            coverage->items.at[j - 1] = swap;
        }
    make_places(coverage);
    return coverage;
}

void coverage_add(Coverage *coverage, const FormResult *form) {
    coverage->stamp++;
    walk_form(coverage, form->program, form);
}

/* What functions and methods an expectation calls itself was tried too. */
static void add_expectations(Coverage *coverage, const TestRun *run, const FormResult *form) {
    Walk walk = { coverage, run->program, &run->program->form, NULL };
    for (int i = 0; i < run->test->expectations.count; i++) {
        const Expectation *expectation = run->test->expectations.at[i];
        if (expectation->rows.count > 0) continue;
        walk.slots = eval_expression(form, expectation->part, NULL, 0)->slots;
        for (int j = 0; j < expectation->part->cone_count; j++) {
            const Op *op = &walk.code->ops.at[expectation->part->cone[j]];
            bool own = op->node && op->node->span.begin >= run->place.begin && op->node->span.end <= run->place.end;
            if (!own && op->code != OP_PART && op->code != OP_TOTAL) walk_op(&walk, expectation->part->cone[j]);
        }
    }
}

Coverage *coverage_of(const TestFile *file) {
    if (!file->program) return NULL;
    Coverage *coverage = coverage_new(file->program);
    for (int i = 0; i < file->runs.count; i++) {
        const TestRun *run = file->runs.at[i];
        for (int s = 0; s < run->states.count; s++)
            for (int f = 0; f < run->states.at[s].count; f++) {
                coverage_add(coverage, run->states.at[s].results[f]);
                if (s == 0 && f == 0) add_expectations(coverage, run, run->states.at[s].results[f]);
            }
    }
    return coverage;
}

/* ---- telling ---- */

void coverage_count(const Coverage *coverage, CoverKind kind, int *hits, int *all) {
    *hits = *all = 0;
    for (int i = 0; i < coverage->items.count; i++) {
        const CoverItem *item = &coverage->items.at[i];
        if (item->kind != kind) continue;
        for (int side = 0; side < item->sides; side++) {
            *hits += item->hits[side] > 0;
            ++*all;
        }
    }
}

const char *coverage_kind(CoverKind kind) {
    static const char *const names[] = { "clause", "branch", "edge" };
    return names[kind];
}

const char *coverage_side(const CoverItem *item, int side) {
    static const char *const names[][3] = { { "tried" }, { "yes", "no" }, { "below", "on", "above" } };
    return names[item->sides - 1][side];
}

Text coverage_missed(const CoverItem *item, Lang lang) {
    static const char *const words[][3][2] = {
        { { "not tried", "没有试过" } },
        { { "never holds", "没有成立过" }, { "always holds", "没有不成立过" } },
        { { "not below it", "没有试过低于" }, { "not on it", "没有试过恰好等于" }, { "not above it", "没有试过高于" } },
    };
    Buf buf = { 0 };
    for (int side = 0; side < item->sides && item->kind < COVER_KINDS; side++) {
        if (item->hits[side] > 0) continue;
        if (buf.length) buf_add_z(&buf, LOCAL(lang, ", ", "，"));
        buf_add_z(&buf, words[item->sides - 1][side][lang]);
    }
    return buf.length ? buf_text(&buf) : TEXT_NONE;
}

static Source *source_of(const Coverage *coverage) {
    return coverage->program->scheme->diags->sources.at[coverage->source - 1];
}

void coverage_write(Buf *out, const Coverage *coverage, Lang lang) {
    static const char *const names[][2] = { { "clauses", "子句" }, { "branches", "分支" }, { "edges", "边界" } };
    Source *source = source_of(coverage);
    for (int i = 0; i < coverage->items.count; i++) {
        const CoverItem *item = &coverage->items.at[i];
        Text missed = coverage_missed(item, lang);
        int line, column;
        if (!missed.at) continue;
        source_place(source, item->span.begin, &line, &column);
        buf_format(out, "%.*s:%d:%d: ", TEXT_ARG(source->path), line, column);
        static const char *const kinds[][2] = { { "clause", "子句" }, { "branch", "分支" }, { "edge", "边界" } };
        buf_format(out, LOCAL(lang, "%s '%.*s': %.*s\n", "%s“%.*s”：%.*s\n"), kinds[item->kind][lang], TEXT_ARG(item->label), TEXT_ARG(missed));
    }
    buf_format(out, LOCAL(lang, "%.*s: covered", "%.*s：已覆盖"), TEXT_ARG(source->path));
    for (int kind = 0; kind < COVER_KINDS; kind++) {
        int hits, all;
        coverage_count(coverage, (CoverKind)kind, &hits, &all);
        buf_add_z(out, kind ? LOCAL(lang, ", ", "，") : " ");
        if (lang == LANG_ZH) buf_format(out, "%s %d/%d", names[kind][lang], hits, all);
        else buf_format(out, "%d of %d %s", hits, all, names[kind][lang]);
    }
    buf_char(out, '\n');
}

void coverage_annotate(Buf *out, const Coverage *coverage) {
    Source *source = source_of(coverage);
    int lines, column;
    source_place(source, (uint32_t)source->text.length, &lines, &column);
    long *most = mem_leaf(sizeof(long) * (size_t)(lines + 2));
    unsigned char *missed = mem_leaf((size_t)lines + 2);
    for (int i = 0; i <= lines; i++)
        most[i] = -1;
    for (int i = 0; i < coverage->items.count; i++) {
        const CoverItem *item = &coverage->items.at[i];
        int line;
        if (item->kind >= COVER_KINDS) continue;
        source_place(source, item->span.begin, &line, &column);
        for (int side = 0; side < item->sides; side++) {
            if (item->hits[side] > most[line]) most[line] = item->hits[side];
            missed[line] |= item->hits[side] == 0;
        }
    }
    bool ends = source->text.length > 0 && source->text.at[source->text.length - 1] == '\n'; /* no line behind it */
    for (int line = 1; line <= lines - ends; line++) {
        if (most[line] < 0) buf_add_z(out, "      ");
        else buf_format(out, "%5ld%c", most[line], missed[line] ? '!' : ' ');
        buf_format(out, "%4d | ", line);
        buf_add(out, source_line(source, line));
        buf_char(out, '\n');
    }
}
