#include "front/bind.h"

#include "front/module.h"
#include "front/scope.h"

typedef struct Bind {
    Scheme *scheme;
    Module *module;
    const Scope *scope;
    bool in_rows;
    bool method;        /* in a credit clause: a name there is a method's */
    const Node *test;   /* the test around; NULL outside of one */
} Bind;

static void bind(const Bind *at, Node *node);

static void bind_all(const Bind *at, Node *node) {
    for (int i = 0; i < node->count; i++)
        if (node->kid[i]) bind(at, node->kid[i]);
}

/* A column of the each-row table; one symbol a name. */
static Symbol *column(const Bind *at, Text name, bool maybe_word) {
    Scheme *scheme = at->scheme;
    for (int i = 0; i < scheme->columns.count; i++) {
        Symbol *known = scheme->columns.at[i];
        if (!text_same_name(known->name, name)) continue;
        known->maybe_word &= maybe_word;
        return known;
    }
    Symbol *symbol = MEM_NEW(Symbol);
    symbol->kind = SYM_COLUMN;
    symbol->name = name;
    symbol->module = at->module;
    symbol->in_rows = true;
    symbol->maybe_word = maybe_word;
    symbol->index = scheme->columns.count;
    vec_push(&scheme->columns, symbol);
    return symbol;
}

/* A level (by name or words) of any scale in reach of `scope`'s module is found like any name, since levels are
   declared as names; bands are names only beside `grade`. */
static Symbol *find_band(const Bind *at, Text name) {
    Module *module = at->module;
    for (int m = -1; m < module->uses.count; m++) {
        Node *grades = (m < 0 ? module : module->uses.at[m])->grades;
        if (!grades) continue;
        for (int i = 0; i < grades->kid[0]->count; i++) {
            Symbol *band = grades->kid[0]->kid[i]->symbol;
            if (band && band->kind == SYM_BAND && symbol_is_called(band, name)) return band;
        }
    }
    return NULL;
}

static bool glued_keyword(Text name, Text *keyword, Text *rest) {
    for (int k = KW_FIRST + 1; k < KW_COUNT; k++) {
        Text zh = keyword_text((Keyword)k, LANG_ZH);
        if (name.length <= zh.length || !text_begins(name, zh)) continue;
        *keyword = zh;
        *rest = text_slice(name, zh.length, name.length);
        return true;
    }
    return false;
}

static void unknown_name(const Bind *at, Node *node, DiagId id) {
    Diag *report = diag(at->scheme->diags, id, node->span, node->text);
    Text near = scope_suggest(at->scope, node->text), keyword, rest;
    if (near.at)
        diag_also(report, DIAG_DID_YOU_MEAN, SPAN_NONE, near);
    else if (glued_keyword(node->text, &keyword, &rest))
        diag_also(report, DIAG_SPLIT_KEYWORD, SPAN_NONE, keyword, rest);
    else if (module_that_has(node->text, &keyword))
        diag_also(report, DIAG_USE_MODULE, SPAN_NONE, keyword);
    else if (id == DIAG_NAME_UNKNOWN && !at->method)
        diag_also(report, DIAG_DECLARE_GIVEN, SPAN_NONE, node->text);
    node->kind = NODE_BROKEN;
}

static void bind_name(const Bind *at, Node *node, bool maybe_word) {
    Symbol *symbol = scope_find(at->scope, node->text);
    if (scope_is_shared(at->module->scope->parts, node->text) &&
        (!symbol || ((symbol->kind == SYM_GROUP || symbol->kind == SYM_INDICATOR) && scope_own(at->module->scope, node->text) == symbol))) {
        diag_also(diag(at->scheme->diags, DIAG_NAME_AMBIGUOUS, node->span, node->text), DIAG_RENAME_PART, SPAN_NONE, node->text);
        node->kind = NODE_BROKEN;
        return;
    }
    if (!symbol && at->in_rows) symbol = column(at, node->text, maybe_word);
    if (!symbol) {
        unknown_name(at, node, DIAG_NAME_UNKNOWN);
        return;
    }
    symbol->uses++;
    node->symbol = symbol;
}

/* Behind a name that nothing has: a row that the test enters under it. */
static bool names_row(const Bind *at, Text name) {
    if (!at->test || !at->module->each_row) return false;
    NODE_EACH(at->test->kid[0], step) {
        if (step->kind != NODE_ROW) continue;
        NODE_EACH(step->kid[0], assign) {
            if (assign->kind == NODE_ASSIGN && assign->kid[0]->kind == NODE_TEXT && text_same_name(assign->kid[0]->text, name)) return true;
        }
    }
    return false;
}

/* `status = met`, `status is met`: a word for a state, which is no name. */
static bool is_status(const Node *node) {
    return node->kind == NODE_MEMBER && member_find(node->text) == MEMBER_STATUS;
}

static bool is_grade(const Node *node) {
    if (node->kind == NODE_WORD) return node->op == KW_GRADE;
    return node->kind == NODE_MEMBER && member_find(node->text) == MEMBER_GRADE;
}

/* `grade = 优`, `level2 = 成本指标`: the right side may be a band, or a word that stands for itself. */
static void bind_compare(const Bind *at, Node *node) {
    Node *left = node->kid[0], *right = node->kid[1];
    if (!left || !right) return;
    bool equality = node->op == CMP_EQ || node->op == CMP_NE;
    bind(at, left);
    if (equality && is_grade(left) && right->kind == NODE_NAME) {
        right->symbol = find_band(at, right->text);
        if (right->symbol)
            right->symbol->uses++;
        else
            unknown_name(at, right, DIAG_BAND_UNKNOWN);
        return;
    }
    if (equality && is_status(left) && right->kind == NODE_NAME && !scope_find(at->scope, right->text)) return; /* lower_compare */
    bool word = equality && left->kind == NODE_NAME && left->symbol &&
                (left->symbol->kind == SYM_COLUMN || (left->symbol->kind == SYM_GIVEN && at->in_rows && left->symbol->in_rows));
    if (word && right->kind == NODE_NAME)
        bind_name(at, right, true);
    else
        bind(at, right);
}

static void bind_call(const Bind *at, Node *node) {
    Node *name = node->kid[0];
    Symbol *symbol = name->kind == NODE_NAME ? scope_find(at->scope, name->text) : NULL;
    bind_all(at, node->kid[1]);
    if (name->kind != NODE_NAME) return;
    if (!symbol) {
        unknown_name(at, name, DIAG_FUNCTION_UNKNOWN);
        node->kind = NODE_BROKEN;
        return;
    }
    name->symbol = node->symbol = symbol;
    symbol->uses++;
    if (symbol->kind != SYM_FUNCTION && symbol->kind != SYM_METHOD && symbol->kind != SYM_BUILTIN &&
        symbol->kind != SYM_LEVELS) {
        diag(at->scheme->diags, DIAG_NOT_CALLABLE, name->span, name->text);
        node->kind = NODE_BROKEN;
    }
}

static void bind_grade_ref(const Bind *at, Node *node) {
    node->symbol = find_band(at, node->text);
    if (node->symbol)
        node->symbol->uses++;
    else
        unknown_name(at, node, DIAG_BAND_UNKNOWN);
}

/* `unit 万元` names a unit, `unit budget_unit` what holds its name. */
static void bind_unit(const Bind *at, Node *node) {
    if (node->kind == NODE_NAME && !scope_find(at->scope, node->text) && unit_find(at->scheme->units, node->text) >= 0) return;
    bind(at, node);
}

/* `reported total = reported_total`: what the form prints stands in a column of that name, declared or not. */
static void bind_reported(const Bind *at, Node *node) {
    Node *by = node->kind == NODE_COMPARE && node->op == CMP_EQ ? node->kid[1] : node;
    if (by != node) bind(at, node->kid[0]);
    if (by->kind != NODE_NAME || at->in_rows) {
        bind(at, by);
        return;
    }
    by->symbol = scope_find(at->scope, by->text);
    if (by->symbol) return;
    by->symbol = MEM_NEW(Symbol);
    by->symbol->kind = SYM_COLUMN;
    by->symbol->name = by->text;
    by->symbol->module = at->module;
}

static bool names_parts(const Node *node) {
    if (node->kind == NODE_WORD && node->op == KW_PARTS) return true;
    for (int i = 0; i < node->count; i++)
        if (node->kid[i] && names_parts(node->kid[i])) return true;
    return false;
}

/* `sum(parts.weight where level1 = 产出)`: where the parts are rows, what chooses among them sees their columns. */
static void bind_filter(const Bind *at, Node *node) {
    Bind inside = *at;
    Node *rows = at->module->each_row;
    if (rows && rows->symbol && at->scope == at->module->scope && names_parts(node->kid[0])) {
        inside.scope = rows->symbol->inner;
        inside.in_rows = true;
    }
    bind_all(&inside, node);
}

static void bind(const Bind *at, Node *node) {
    Bind inside = *at;
    switch ((int)node->kind) {
    case NODE_NAME: bind_name(at, node, false); return;
    case NODE_COMPARE: bind_compare(at, node); return;
    case NODE_CALL: bind_call(at, node); return;
    case NODE_FILTER: bind_filter(at, node); return;
    case NODE_GRADE_REF: bind_grade_ref(at, node); return;
    case NODE_IS: bind(at, node->kid[0]); /* what is asked for is a word, or a level */
        if (node->kid[1]->kind == NODE_NAME) node->kid[1]->symbol = scope_find(at->scope, node->kid[1]->text);
        return;
    case NODE_MEMBER:
        if (node->kid[0]->kind == NODE_NAME && !scope_find(at->scope, node->kid[0]->text) && names_row(at, node->kid[0]->text)) return;
        bind(at, node->kid[0]);
        return;
    case NODE_TEST:
        if (node_test_has_items(node)) return; /* it means something only together with them: scheme_load_test */
        inside.test = node;
        bind_all(&inside, node->kid[0]);
        return;
    case NODE_FINDING:
        if (node->op == KW_REQUIRED) bind(at, node->kid[0]);
        return;
    case NODE_METHOD:
    case NODE_FUNCTION:
        if (!node->symbol) return;
        inside.scope = node->symbol->inner;
        bind(&inside, node->kid[2]);
        return;
    case NODE_INDICATOR:
    case NODE_GROUP:
        if (node->kid[1]) bind(at, node->kid[1]);
        if (!node->symbol) return;
        inside.scope = node->symbol->inner;
        bind_all(&inside, node->kid[2]);
        return;
    case NODE_EACH_ROW:
        if (!node->symbol) return;
        inside.scope = node->symbol->inner;
        inside.in_rows = true;
        bind_all(&inside, node->kid[1]);
        return;
    case NODE_DEFINE: bind(at, node->kid[1]); return;
    case NODE_CREDIT:
        inside.method = node->kid[0]->kind == NODE_NAME || node->kid[0]->kind == NODE_ANY_OF;
        bind(&inside, node->kid[0]);
        return;
    case NODE_UNIT: bind_unit(at, node->kid[0]); return;
    case NODE_REPORTED: bind_reported(at, node->kid[0]); return;
    case NODE_LEVELS:
    case NODE_DECL:
    case NODE_KIND:
    case NODE_UNIT_DEF:
    case NODE_TABLE:
    case NODE_PARAM:
    case NODE_RULES:
    case NODE_ROUNDING: return;
    case NODE_ASSIGN: /* in a test: names an entry or a column; its value may be a cell's words */
        if (node->kid[1]) bind(at, node->kid[1]);
        node->symbol = !node->kid[1] ? scope_find(at->scope, node->text)
                       : node->kid[1]->symbol && node->kid[1]->symbol->inner ? scope_own(node->kid[1]->symbol->inner, node->text)
                                                                            : NULL;
        bind(at, node->kid[0]);
        return;
    default: bind_all(at, node); return;
    }
}

void bind_module(Scheme *scheme, Module *module) {
    Bind at = { scheme, module, module->scope, false, false, NULL };
    bind_all(&at, module->tree);
}

void scheme_bind(Scheme *scheme, Node *expression) {
    Bind at = { scheme, scheme->main, scheme->main->scope, false, false, NULL };
    bind(&at, expression);
}
