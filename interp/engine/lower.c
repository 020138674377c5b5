/* lower.c - items and parts to the program: what is entered, indicators, groups, rows, the total, grades. */
#include "engine/lower.h"

#include "engine/lowering.h"
#include "engine/lower_clause.h"
#include "front/literal.h"
#include "front/scope.h"

/* ---- maps, circles ---- */

static int map_place(const SlotMap *map, const void *key) {
    unsigned mask = (unsigned)map->room - 1;
    unsigned i = (unsigned)(((uintptr_t)key >> 3) * 0x9E3779B1u) & mask;
    while (map->keys[i] && map->keys[i] != key)
        i = (i + 1) & mask;
    return (int)i;
}

int slot_map_get(const SlotMap *map, const void *key) {
    if (map->room == 0) return -1;
    int i = map_place(map, key);
    return map->keys[i] ? map->slots[i] : -1;
}

void slot_map_set(SlotMap *map, const void *key, int slot) {
    if (map->count * 2 >= map->room) {
        SlotMap old = *map;
        map->room = old.room ? old.room * 2 : 16;
        map->keys = MEM_ARRAY(const void *, map->room);
        map->slots = MEM_ARRAY(int, map->room);
        for (int i = 0; i < old.room; i++) {
            if (!old.keys[i]) continue;
            int place = map_place(map, old.keys[i]);
            map->keys[place] = old.keys[i];
            map->slots[place] = old.slots[i];
        }
    }
    int i = map_place(map, key);
    if (!map->keys[i]) map->count++;
    map->keys[i] = key;
    map->slots[i] = slot;
}

bool lower_enter(Lower *low, const Symbol *symbol, const Node *node) {
    for (int i = 0; i < low->open.count; i++) {
        if (low->open.at[i] != symbol) continue;
        Buf circle = { 0 };
        for (int j = i; j < low->open.count; j++) {
            buf_add(&circle, low->open.at[j]->name);
            buf_add_z(&circle, " -> ");
        }
        buf_add(&circle, symbol->name);
        diag(low->diags, DIAG_CYCLE, node ? node->span : symbol->node->span, symbol->name, buf_text(&circle));
        return false;
    }
    vec_push(&low->open, symbol);
    return true;
}

void lower_leave(Lower *low) {
    low->open.count--;
}

/* ---- entries ---- */

/* The column of an entry: an indicator's own name, with its group's where another has the same. */
Text input_name(const Symbol *symbol) {
    bool shared = symbol->kind == SYM_INDICATOR && symbol->owner && scope_is_shared(symbol->module->scope->parts, symbol->name);
    if (shared) {
        Buf full = { 0 };
        buf_format(&full, "%.*s.%.*s", TEXT_ARG(symbol->owner->name), TEXT_ARG(symbol->name));
        return buf_text(&full);
    }
    if (!symbol->owner || symbol->owner->kind != SYM_INDICATOR || symbol->kind != SYM_GIVEN) return symbol->name;
    Buf full = { 0 };
    buf_format(&full, "%.*s.%.*s", TEXT_ARG(symbol->owner->name), TEXT_ARG(symbol->name));
    return buf_text(&full);
}

static bool kind_word(Text text, const char *en, const char *zh) {
    return text_is_z(text, en) || text_is_z(text, zh);
}

/* Bounds without a unit, where a bare number in the cell has one: 500 would be 500 元 and not 500 万元. */
static void check_bounds(Lower *low, const Input *input, const Node *bounds) {
    Units *units = low->program->units;
    bool plain = unit_is_ratio(units, input->unit) || input->unit == UNIT_DATE || (unit_is_counting(units, input->unit) && rat_equal(unit_scale(units, input->unit), RAT_ONE));
    if (plain) return;
    for (int i = 0; i < bounds->count; i++) {
        const Node *end = bounds->kid[i];
        if (!end || end->kind != NODE_NUMBER || end->text.length > 0 || rat_is_zero(end->number)) continue;
        Buf mended = { 0 };
        rat_write(&mended, end->number);
        buf_format(&mended, " %.*s", TEXT_ARG(unit_name(units, input->unit)));
        Diag *report = diag(low->diags, DIAG_BOUNDS_UNIT, end->span, input->name, unit_name(units, input->unit));
        diag_also(report, DIAG_WRITE_INSTEAD, SPAN_NONE, buf_text(&mended));
        return;
    }
}

/* What `given x: KIND [unit] [in range]` says. */
static void input_kind(Lower *low, Input *input, const Node *given) {
    const Node *kind = given->kid[1];
    if (!kind || kind->kind != NODE_KIND) return;
    Text text = kind->text;
    if (kind_word(text, "number", "数值")) {
        input->kind = CELL_NUMBER;
    } else if (kind_word(text, "rate", "比率")) {
        input->kind = CELL_NUMBER;
    } else if (kind_word(text, "amount", "金额")) {
        input->kind = CELL_NUMBER;
        input->unit = UNIT_YUAN;
    } else if (kind_word(text, "duration", "时长")) {
        input->kind = CELL_NUMBER;
        input->unit = UNIT_DAY;
    } else if (kind_word(text, "date", "日期")) {
        input->kind = CELL_DATE;
        input->unit = UNIT_DATE;
    } else if (kind_word(text, "text", "文本")) {
        input->kind = CELL_TEXT;
    } else if (kind_word(text, "truth", "是非")) {
        input->kind = CELL_TRUTH;
    } else {
        const Symbol *scale = scope_find(input->symbol->module->scope, text);
        if (scale && scale->kind == SYM_LEVELS) {
            input->kind = CELL_LEVEL;
            input->scale = scale->scale;
        } else {
            diag(low->diags, DIAG_KIND_UNKNOWN, kind->span, text);
        }
    }
    const Node *unit = kind->count ? kind->kid[0] : NULL;
    if (unit) {
        UnitId found = unit_find(low->program->units, unit->text);
        if (found < 0)
            literal_unknown_unit(low->diags, low->program->units, unit);
        else
            input->unit = found;
    }
    const Node *bounds = given->kid[2];
    if (bounds) {
        input->bounded = literal_range(low->program->units, bounds, &input->bounds);
        if (!input->bounded && bounds->kind != NODE_BROKEN) diag(low->diags, DIAG_BOUNDS_NOT_CONSTANT, bounds->span, input->name);
        else check_bounds(low, input, bounds);
    }
}

int lower_input(Lower *low, const Symbol *symbol, Text name) {
    SlotMap *known = &low->inputs[low->code->rows];
    int there = slot_map_get(known, symbol);
    if (there >= 0) return there;
    Input input = { .name = name, .symbol = symbol, .kind = CELL_ANY, .unit_input = -1 };
    if (symbol->kind == SYM_GIVEN) input_kind(low, &input, symbol->node);
    vec_push(&low->code->inputs, input);
    int index = low->code->inputs.count - 1;
    slot_map_set(known, symbol, index);
    const Node *unit = symbol->kind == SYM_GIVEN ? symbol->node->kid[3] : NULL;
    if (unit && unit->kind == NODE_NAME && unit->symbol) {
        int of = lower_input(low, unit->symbol, unit->symbol->name);
        low->code->inputs.at[index].unit_input = of;
    } else if (unit && unit->kind == NODE_TEXT) {
        UnitId found = unit_find(low->program->units, unit->text);
        if (found < 0)
            literal_unknown_unit(low->diags, low->program->units, unit);
        else
            low->code->inputs.at[index].unit = found;
    }
    return index;
}

int lower_cell(Lower *low, const Symbol *symbol, const Node *node) {
    const void *key = (const char *)symbol + 1;
    int slot = slot_map_get(&low->slots, key);
    if (slot >= 0) return slot;
    Op op = OP_BLANK;
    op.code = OP_CELL;
    op.index = lower_input(low, symbol, input_name(symbol));
    op.node = node;
    op.label = symbol->name;
    slot = emit(low, op);
    slot_map_set(&low->slots, key, slot);
    return slot;
}

static Type entry_type(const Input *input) {
    switch (input->kind) {
    case CELL_NUMBER: return (Type){ KIND_NUMBER, input->unit_input >= 0 ? -1 : input->unit, false };
    case CELL_DATE: return (Type){ KIND_NUMBER, UNIT_DATE, false };
    case CELL_TRUTH: return (Type){ KIND_TRUTH, -1, false };
    case CELL_TEXT: return (Type){ KIND_TEXT, -1, false };
    case CELL_LEVEL: return (Type){ KIND_LEVEL, -1, false };
    case CELL_ANY: break;
    }
    return (Type){ KIND_ANY, -1, false };
}

int lower_entry(Lower *low, const Env *env, const Symbol *symbol, const Node *node, Kind want) {
    (void)env;
    if (symbol->kind == SYM_COLUMN && want != KIND_NUMBER && want != KIND_TRUTH) return lower_cell(low, symbol, node);
    int slot = slot_map_get(&low->slots, symbol);
    if (slot >= 0) return slot;
    Op op = OP_BLANK;
    op.index = lower_input(low, symbol, input_name(symbol));
    op.code = symbol->kind == SYM_COLUMN && want == KIND_NUMBER ? OP_CELL_NUMBER : OP_ENTRY;
    if (symbol->kind == SYM_COLUMN && want == KIND_TRUTH) low->code->inputs.at[op.index].kind = CELL_TRUTH;
    op.node = node;
    op.label = symbol->name;
    op.type = entry_type(&low->code->inputs.at[op.index]);
    slot = emit(low, op);
    slot_map_set(&low->slots, symbol, slot);
    return slot;
}

/* ---- parts ---- */

Part *part_new(PartKind kind, Text name, const Node *node, const Symbol *symbol) {
    Part *part = MEM_NEW(Part);
    part->kind = kind;
    part->index = part->parent = part->band = part->template = -1;
    part->name = name;
    part->node = node;
    part->symbol = symbol;
    part->applies = part->target = part->actual = part->weight = part->credit = part->score = part->condition = -1;
    part->missing = part->at_most = part->at_least = part->amount = part->reported = part->name_slot = -1;
    part->actual_cell = part->target_cell = -1;
    return part;
}

static void part_close(Lower *low, Part *part) {
    part->index = low->code->parts.count;
    vec_push(&low->code->parts, part);
    for (int i = 0; i < part->children.count; i++)
        low->code->parts.at[part->children.at[i]]->parent = part->index;
}

Part *part_open(const Lower *low, const Symbol *symbol) {
    for (int i = low->open_parts.count - 1; i >= 0; i--)
        if (low->open_parts.at[i]->symbol == symbol) return low->open_parts.at[i];
    return NULL;
}

static Text cites_of(const Lower *low, const Node *clauses, const Part *outer) {
    const Node *cites = node_clause(clauses, NODE_CITES);
    if (cites) return cites->kid[0]->text;
    if (outer && outer->cites.at) return outer->cites;
    const Module *main = low->scheme->main;
    Text found = main->cites;
    for (int i = 0; !found.at && i < main->uses.count; i++) /* the method's own legal basis */
        found = main->uses.at[i]->cites;
    return found;
}

static void use_rounding(Lower *low, const Node *rounding, int *places, RatRounding *mode) {
    int64_t whole = 0;
    const Node *number = rounding->kid[0];
    if (!number || number->kind != NODE_NUMBER || !rat_to_int64(number->number, &whole) || whole < 0 || whole > 30)
        diag(low->diags, DIAG_ROUNDING_PLACES, rounding->span, TEXT("0"), TEXT("30"));
    *places = (int)whole;
    *mode = RAT_HALF_UP;
    const Node *name = rounding->kid[1];
    if (!name) return;
    if (kind_word(name->text, "half_even", "四舍六入五成双")) *mode = RAT_HALF_EVEN;
    else if (kind_word(name->text, "up", "向上")) *mode = RAT_UP;
    else if (kind_word(name->text, "down", "向下")) *mode = RAT_DOWN;
    else if (!kind_word(name->text, "half_up", "四舍五入")) diag(low->diags, DIAG_ROUNDING_MODE, name->span, name->text);
}

/* The file's own statement, else that of the first module used that has one. */
static const Node *module_rounding(const Module *module, Keyword what) {
    const Node *own = what == KW_TOTAL ? module->rounding_total : what == KW_GRADE ? module->rounding_grade : module->rounding;
    for (int i = 0; !own && i < module->uses.count; i++)
        own = module_rounding(module->uses.at[i], what);
    return own;
}

static const Node *module_grades(const Module *module) {
    const Node *own = module->grades;
    for (int i = 0; !own && i < module->uses.count; i++)
        own = module->uses.at[i]->grades;
    return own;
}

static void part_rounding(Lower *low, Part *part) {
    const Node *rounding = module_rounding(low->scheme->main, KW_FIRST);
    if (!rounding) return;
    part->rounds = true;
    use_rounding(low, rounding, &part->places, &part->mode);
}

static int lower_indicator(Lower *low, Node *node, const Symbol *symbol) {
    Part *part = part_new(PART_INDICATOR, node->kid[0]->text, node, symbol);
    vec_push(&low->open_parts, part);
    Env env = { .part = part, .element = -1 };
    part->cites = cites_of(low, node->kid[2], low->group);
    part_rounding(low, part);
    if (node->kid[1]) {
        part->weight = lower_number(low, &env, node->kid[1]);
    } else if (node->kid[0]->kind != NODE_BROKEN) {
        Span place = node->kid[0]->name_span.source ? node->kid[0]->name_span : node->kid[0]->span;
        diag_also(diag(low->diags, DIAG_WEIGHT_MISSING, place, part->name), DIAG_WRITE_WEIGHT, SPAN_NONE, part->name);
    }
    lower_clauses(low, &env, node->kid[2]);
    low->open_parts.count--;
    part_close(low, part);
    lower_flags(low, &env, node->kid[2], part->index);
    return part->index;
}

static int lower_group(Lower *low, Node *node, const Symbol *symbol);

static int lower_item(Lower *low, Node *node) {
    const Symbol *symbol = node->symbol;
    if (!symbol) return -1;
    int known = slot_map_get(&low->parts, symbol);
    if (known >= 0) return known;
    if (!lower_enter(low, symbol, node)) return -1;
    int part = node->kind == NODE_INDICATOR ? lower_indicator(low, node, symbol) : lower_group(low, node, symbol);
    lower_leave(low);
    slot_map_set(&low->parts, symbol, part);
    return part;
}

int lower_part_of(Lower *low, const Symbol *symbol, const Node *node) {
    int known = slot_map_get(&low->parts, symbol);
    if (known >= 0) return known;
    if (symbol->in_rows || low->code->rows) {
        diag(low->diags, DIAG_PART_NOT_HERE, node->span, symbol->name);
        return -1;
    }
    if (symbol->module != low->scheme->main) {
        diag(low->diags, DIAG_PART_OF_MODULE, node->span, symbol->name, symbol->module->name);
        return -1;
    }
    if (part_open(low, symbol)) { /* its own score, while that is being worked out */
        lower_enter(low, symbol, node);
        return -1;
    }
    return lower_item(low, symbol->node);
}

static void lower_children(Lower *low, Part *part, const Node *items) {
    Part *outer = low->group;
    low->group = part;
    NODE_EACH(items, item) {
        if (item->kind != NODE_INDICATOR && item->kind != NODE_GROUP) continue;
        int child = lower_item(low, item);
        if (child >= 0) vec_push(&part->children, child);
    }
    low->group = outer;
    part->has_children = true;
}

static int lower_group(Lower *low, Node *node, const Symbol *symbol) {
    Part *part = part_new(PART_GROUP, node->kid[0]->text, node, symbol);
    vec_push(&low->open_parts, part);
    Env env = { .part = part, .element = -1 };
    part->cites = cites_of(low, node->kid[2], low->group);
    if (node->kid[1]) part->weight = lower_number(low, &env, node->kid[1]);
    lower_children(low, part, node->kid[2]);
    lower_group_clauses(low, &env, node->kid[2]);
    low->open_parts.count--;
    part_close(low, part);
    lower_flags(low, &env, node->kid[2], part->index);
    return part->index;
}

/* ---- adjustments, vetoes, checks ---- */

static int lower_adjust(Lower *low, Node *node) {
    Part *part = part_new(PART_ADJUSTMENT, node->text, node, NULL);
    Env env = { .element = -1 };
    part->cites = cites_of(low, NULL, NULL);
    part->amount = lower_number(low, &env, node->kid[0]);
    if (node->kid[1]) part->condition = lower_truth(low, &env, node->kid[1]);
    if (node->kid[2]) part->at_most = lower_number(low, &env, node->kid[2]);
    if (node->count > 3 && node->kid[3]) part->at_least = lower_number(low, &env, node->kid[3]);
    part_close(low, part);
    return part->index;
}

static int lower_veto(Lower *low, Node *node) {
    Part *part = part_new(PART_VETO, node->text, node, NULL);
    Env env = { .element = -1 };
    part->cites = cites_of(low, NULL, NULL);
    part->condition = lower_truth(low, &env, node->kid[0]);
    const Node *result = node->kid[1];
    if (result && result->kind == NODE_GRADE_REF)
        part->band = result->symbol ? result->symbol->index : -1;
    else if (result)
        part->amount = lower_number(low, &env, result);
    part_close(low, part);
    return part->index;
}

static void lower_bands(Lower *low) {
    const Node *grades = module_grades(low->scheme->main);
    if (!grades) return;
    Env env = { .part = low->code->parts.at[low->program->total], .element = -1 };
    NODE_EACH(grades->kid[0], node) {
        if (node->kind != NODE_BAND) continue;
        Band band = { .name = node->kid[0]->text, .node = node, .op = node->op, .slot = -1 };
        if (node->op == KW_WHEN) band.slot = lower_truth(low, &env, node->kid[1]);
        else if (node->op != KW_OTHERWISE && node->kid[1]) band.slot = lower_number(low, &env, node->kid[1]);
        vec_push(&low->program->bands, band);
    }
}

/* reported A = B at the top: A's score, or any expression, against what the form prints. */
static void lower_reported(Lower *low, Part *total, const Node *node) {
    const Node *what = node->kid[0], *by = NULL;
    Env env = { .element = -1 };
    if (what->kind != NODE_COMPARE || what->op != CMP_EQ || (what->kid[1]->kind != NODE_NAME && what->kid[1]->kind != NODE_BROKEN)) {
        diag(low->diags, DIAG_REPORTED_WHAT, node->span, keyword_text(KW_REPORTED, low->scheme->lang));
        return;
    }
    by = what->kid[1];
    what = what->kid[0];
    if (by->kind != NODE_NAME || !by->symbol) return;
    int cell = lower_cell(low, by->symbol, by);
    if (what->kind == NODE_WORD && what->op == KW_TOTAL) {
        total->reported = cell;
        return;
    }
    bool scored = what->kind == NODE_NAME && what->symbol && (what->symbol->kind == SYM_INDICATOR || what->symbol->kind == SYM_GROUP);
    int named = scored ? slot_map_get(&low->parts, what->symbol) : -1;
    if (named >= 0) {
        low->code->parts.at[named]->reported = cell;
        return;
    }
    Part *part = part_new(PART_REPORTED, TEXT_NONE, node, NULL);
    Source *source = low->diags->sources.at[what->span.source - 1];
    part->name = text_slice(source->text, what->span.begin, what->span.end);
    part->amount = lower_expression(low, &env, what, KIND_ANY);
    part->reported = cell;
    part_close(low, part);
}

static void lower_judgements(Lower *low, Part *total, const Node *items) {
    Env env = { .part = low->code->parts.at[low->program->total], .element = -1 };
    NODE_EACH(items, node) {
        if (node->kind == NODE_REPORTED) lower_reported(low, total, node);
        if (node->kind != NODE_CHECK && node->kind != NODE_REQUIRED) continue;
        Part *part = part_new(node->kind == NODE_CHECK ? PART_CHECK : PART_REQUIRED, TEXT_NONE, node, NULL);
        if (node->kind == NODE_CHECK) {
            lower_message(low, &env, part, node->kid[0]);
            part->condition = lower_truth(low, &env, node->kid[1]);
        } else {
            part->name = node->kid[0]->text;
            part->amount = lower_expression(low, &env, node->kid[0], KIND_ANY);
            if (node->kid[1]) part->condition = lower_truth(low, &env, node->kid[1]);
        }
        part->cites = cites_of(low, NULL, NULL);
        part_close(low, part);
    }
    lower_flags(low, &env, items, total->index);
}

static bool mentions(const Node *node, Keyword word) {
    if (node->kind == NODE_WORD && node->op == (int)word) return true;
    for (int i = 0; i < node->count; i++)
        if (node->kid[i] && mentions(node->kid[i], word)) return true;
    return false;
}

static bool uses_waiting(const Node *node) {
    if (node->kind == NODE_NAME && node->symbol && node->symbol->kind == SYM_DEFINE && node->symbol->waits) return true;
    for (int i = 0; i < node->count; i++)
        if (node->kid[i] && uses_waiting(node->kid[i])) return true;
    return false;
}

/* What speaks of the total or of the parts has to wait for them, and so has what speaks of that. */
static void find_waiting(const Node *items) {
    NODE_EACH(items, node) {
        if (node->kind != NODE_DEFINE || !node->symbol) continue;
        node->symbol->waits = mentions(node, KW_TOTAL) || mentions(node, KW_GRADE) || mentions(node, KW_PARTS);
    }
    for (bool more = true; more;) {
        more = false;
        NODE_EACH(items, node) {
            if (node->kind != NODE_DEFINE || !node->symbol || node->symbol->waits || !uses_waiting(node->kid[1])) continue;
            node->symbol->waits = more = true;
        }
    }
}

/* Definitions in the order in which they stand, so that a long chain of them does not nest. */
static void lower_definitions(Lower *low, const Node *items) {
    Env env = { .element = -1 };
    find_waiting(items);
    NODE_EACH(items, node) {
        if (node->kind != NODE_DEFINE || !node->symbol || node->symbol->waits) continue;
        Node *name = MEM_NEW(Node);
        *name = (Node){ .kind = NODE_NAME, .span = node->span, .text = node->kid[0]->text, .symbol = node->symbol };
        lower_expression(low, &env, name, KIND_ANY);
    }
}

static void lower_total(Lower *low) {
    const Node *items = low->scheme->main->tree->kid[0];
    Part *part = part_new(PART_TOTAL, keyword_text(KW_TOTAL, low->scheme->lang), low->scheme->main->tree, NULL);
    Env env = { .part = part, .element = -1 };
    low->total = part;
    part->cites = cites_of(low, NULL, NULL);
    lower_definitions(low, items);
    lower_children(low, part, items);
    NODE_EACH(items, node) {
        if (node->kind == NODE_ADJUST) {
            int adjust = lower_adjust(low, node); /* first: it may list the parts there are */
            vec_push(&part->children, adjust);
        }
        if (node->kind == NODE_DEDUCT) vec_push(&part->deductions, lower_deduct(low, &env, node));
        if (node->kind == NODE_NOTE) lower_note(low, &env, part, node);
        if (node->kind == NODE_SCORE) part->score = lower_number(low, &env, node->kid[0]);
        if (node->kind == NODE_AT_MOST) part->at_most = lower_number(low, &env, node->kid[0]);
        if (node->kind == NODE_AT_LEAST) part->at_least = lower_number(low, &env, node->kid[0]);
        if (node->kind == NODE_REDISTRIBUTE) part->redistribute = true;
    }
    NODE_EACH(items, node) {
        if (node->kind != NODE_VETO) continue;
        int veto = lower_veto(low, node);
        vec_push(&part->children, veto);
    }
    const Node *rounding = module_rounding(low->scheme->main, KW_TOTAL);
    if (rounding) {
        part->rounds = true;
        use_rounding(low, rounding, &part->places, &part->mode);
    }
    rounding = module_rounding(low->scheme->main, KW_GRADE);
    if (rounding) {
        low->program->rounds_grade = true;
        use_rounding(low, rounding, &low->program->grade_places, &low->program->grade_mode);
    }
    part_close(low, part);
    low->program->total = part->index;
    lower_bands(low);
    lower_judgements(low, part, items);
}

/* ---- each row of … ---- */

static void lower_rows(Lower *low, const Node *node) {
    Program *program = low->program;
    program->has_rows = true;
    program->rows_table = node->text;
    NODE_EACH(node->kid[0], key) vec_push(&program->rows_keys, key->text);
    low->code = &program->row;
    low->code->rows = true;
    Part *part = part_new(PART_INDICATOR, node->text, node, node->symbol);
    part->index = 0;
    vec_push(&low->code->parts, part);
    vec_push(&low->open_parts, part);
    program->row_part = 0;
    Env env = { .part = part, .element = -1 };
    part->cites = cites_of(low, node->kid[1], NULL);
    part_rounding(low, part);
    lower_row_clauses(low, &env, node->kid[1]);
    lower_flags(low, &env, node->kid[1], part->index);
    low->open_parts.count--;
    low->code = &program->form;
    low->slots = (SlotMap){ 0 };
}

/* ---- cones, and what nothing uses ---- */

static void add_notes(const Code *code, const Part *part, int *roots, int *count) {
    for (int i = 0; i < part->notes.count; i++) {
        const Note *note = code->notes.at[part->notes.at[i]];
        for (int j = 0; j < note->slots.count; j++)
            roots[(*count)++] = note->slots.at[j];
    }
}

static void make_cones(Code *code) {
    unsigned *seen = mem_leaf(sizeof(unsigned) * (size_t)(code->ops.count + 1));
    code->scored = code->ops.count;
    for (int i = 0; i < code->parts.count; i++) {
        Part *part = code->parts.at[i];
        int fixed[] = { part->applies, part->target,  part->actual,   part->weight, part->credit,   part->score,    part->condition,
                        part->missing, part->at_most, part->at_least, part->amount, part->reported, part->name_slot };
        int room = (int)(sizeof fixed / sizeof *fixed) + part->deductions.count + part->groups.count;
        for (int j = 0; j < part->notes.count; j++)
            room += code->notes.at[part->notes.at[j]]->slots.count;
        if (part->template >= 0) room += code->notes.at[part->template]->slots.count;
        int *roots = mem_leaf(sizeof(int) * (size_t)room), count = 0;
        for (size_t j = 0; j < sizeof fixed / sizeof *fixed; j++)
            roots[count++] = fixed[j];
        for (int j = 0; j < part->deductions.count; j++)
            roots[count++] = part->deductions.at[j];
        for (int j = 0; j < part->groups.count; j++)
            roots[count++] = part->groups.at[j];
        add_notes(code, part, roots, &count);
        if (part->template >= 0) {
            const Note *note = code->notes.at[part->template];
            for (int j = 0; j < note->slots.count; j++)
                roots[count++] = note->slots.at[j];
        }
        part->roots = roots;
        part->root_count = count;
        part->cone = program_cone(code, seen, (unsigned)i + 1, roots, count, &part->cone_count);
    }
}

/* Entries that nothing uses are entries all the same: a column of that name is no mistake. */
static void lower_unused(Lower *low, const Node *items) {
    NODE_EACH(items, node) {
        if (node->kind != NODE_GIVEN) continue;
        NODE_EACH(node->kid[0], decl) if (decl->symbol) lower_input(low, decl->symbol, input_name(decl->symbol));
    }
}

/* forms.x that needs itself: a circle through all forms. */
static void check_populations(Lower *low) {
    for (int i = 0; i < low->program->form.ops.count; i++) {
        const Op *op = &low->program->form.ops.at[i];
        if (op->code != OP_FORMS || !program_population_is_circular(low->program, op->index)) continue;
        Text name = keyword_text(KW_FORMS, low->scheme->lang);
        Buf circle = { 0 };
        buf_format(&circle, "%.*s -> %.*s", TEXT_ARG(name), TEXT_ARG(name));
        diag(low->diags, DIAG_CYCLE, op->node->span, name, buf_text(&circle));
    }
}

Lower *lower_all(Scheme *scheme) {
    Program *program = MEM_NEW(Program);
    Lower *low = MEM_NEW(Lower);
    program->scheme = scheme;
    program->units = scheme->units;
    program->form.units = program->row.units = program->units;
    program->total = -1;
    low->scheme = scheme;
    low->program = program;
    low->diags = scheme->diags;
    low->code = &program->form;
    if (scheme->main->each_row) lower_rows(low, scheme->main->each_row);
    lower_total(low);
    lower_unused(low, scheme->main->tree->kid[0]);
    make_cones(&program->form);
    if (program->has_rows) make_cones(&program->row);
    check_populations(low);
    return low;
}

Program *lower(Scheme *scheme) {
    return lower_all(scheme)->program;
}

Program *lower_with_rivals(Scheme *scheme) {
    Lower *low = lower_all(scheme);
    lower_others(low);
    return low->program;
}
