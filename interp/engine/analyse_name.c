/* analyse_name.c - names: what nothing uses, what hides something else; files with nothing in them.

   A file without indicators is a module for others: what it declares is for them, and only what is inside its methods
   and functions is looked at. */
#include "engine/analysis.h"
#include "front/scope.h"

typedef struct Names {
    const Scheme *scheme;
    const Module *main;
    SlotMap used;       /* symbols the main file refers to */
    SlotMap modules;    /* modules they belong to */
} Names;

static void use(Names *names, const Symbol *symbol) {
    if (!symbol) return;
    slot_map_set(&names->used, symbol, 1);
    if (symbol->module) slot_map_set(&names->modules, symbol->module, 1);
    if (symbol->kind == SYM_LEVEL && symbol->scale) slot_map_set(&names->used, symbol->scale, 1); /* a level uses its scale */
}

static bool is_used(const Names *names, const Symbol *symbol) {
    if (slot_map_get(&names->used, symbol) >= 0) return true;
    return symbol->kind == SYM_LEVELS && symbol->scale && slot_map_get(&names->used, symbol->scale) >= 0;
}

static void use_by_name(Names *names, const Scope *scope, Text name) {
    use(names, scope_find(scope, name));
}

/* `scope`: what is in reach where `node` stands. */
static void walk(Names *names, const Scope *scope, const Node *node) {
    switch ((int)node->kind) {
    case NODE_KIND: use_by_name(names, scope, node->text); break;
    case NODE_DATED_BY: use_by_name(names, scope, node->text); break;
    case NODE_EACH_ROW:
        NODE_EACH(node->kid[0], key) use_by_name(names, scope, key->text);
        break;
    case NODE_MEMBER: /* forms.x */
        if (node->kid[0]->kind == NODE_WORD && node->kid[0]->op == KW_FORMS) use_by_name(names, scope, node->text);
        break;
    case NODE_SET:
    case NODE_ROW: return; /* a test enters values; that reads nothing */
    case NODE_NAME:
    case NODE_CALL:
    case NODE_GRADE_REF: use(names, node->symbol); break;
    default: break;
    }
    bool scoped = node->symbol && node->symbol->inner &&
                  (node->kind == NODE_INDICATOR || node->kind == NODE_GROUP || node->kind == NODE_METHOD || node->kind == NODE_FUNCTION ||
                   node->kind == NODE_EACH_ROW);
    const Scope *inside = scoped ? node->symbol->inner : scope;
    for (int i = 0; i < node->count; i++)
        if (node->kid[i]) walk(names, inside, node->kid[i]);
}

/* ---- unused ---- */

static void tell_unused(const Names *names, const Node *decl, DiagId id) {
    const Symbol *symbol = decl->symbol;
    if (!symbol || decl->text.length == 0 || is_used(names, symbol)) return;
    Diag *report = diag(names->scheme->diags, id, analysis_name_place(decl), symbol->name);
    diag_also(report, id == DIAG_ENTRY_UNUSED ? DIAG_READ_OR_DROP : DIAG_USE_OR_DROP, SPAN_NONE, symbol->name);
}

static void check_params(const Names *names, const Node *node) {
    NODE_EACH(node->kid[1], param)
    if (param->symbol && !is_used(names, param->symbol))
        diag_also(diag(names->scheme->diags, DIAG_NAME_UNUSED, param->name_span.source ? param->name_span : param->span, param->text), DIAG_USE_OR_DROP,
                  SPAN_NONE, param->text);
}

/* `ours`: declared for this file alone, which is a scheme or the inside of an indicator. */
static void check_unused(const Names *names, const Node *list, bool ours) {
    NODE_EACH(list, node) {
        if (!node) continue;
        switch ((int)node->kind) {
        case NODE_GIVEN:
            if (ours) NODE_EACH(node->kid[0], decl) tell_unused(names, decl, DIAG_ENTRY_UNUSED);
            break;
        case NODE_METHOD:
        case NODE_FUNCTION: check_params(names, node);
            if (ours) tell_unused(names, node->kid[0], DIAG_NAME_UNUSED);
            break;
        case NODE_DEFINE:
        case NODE_LEVELS:
        case NODE_TABLE:
            if (ours) tell_unused(names, node->kid[0], DIAG_NAME_UNUSED);
            break;
        case NODE_INDICATOR:
        case NODE_GROUP: check_unused(names, node->kid[2], true); break;
        case NODE_EACH_ROW:
        case NODE_SECTION: check_unused(names, node->kid[1], true); break;
        default: break;
        }
    }
}

/* ---- modules ---- */

/* A module may be used for what it says of the whole scheme. */
static bool gives_settings(const Module *main, const Module *module) {
    bool rounds = (module->rounding && !main->rounding) || (module->rounding_total && !main->rounding_total) ||
                  (module->rounding_grade && !main->rounding_grade);
    bool units = node_clause(module->tree->kid[0], NODE_UNIT_DEF) != NULL;
    return rounds || units || (module->grades && !main->grades) || (module->cites.at && !main->cites.at);
}

static void check_modules(const Names *names) {
    int place = 0;
    NODE_EACH(names->main->tree->kid[0], node) {
        if (!node || node->kind != NODE_USE) continue;
        const Module *module = place < names->main->uses.count ? names->main->uses.at[place] : NULL;
        place++;
        if (!module || !text_same_name(module->name, node->text)) return; /* one of them could not be loaded */
        if (slot_map_get(&names->modules, module) >= 0 || gives_settings(names->main, module)) continue;
        diag_also(diag(names->scheme->diags, DIAG_MODULE_UNUSED, node->span, node->text), DIAG_DROP_MODULE, SPAN_NONE, node->text);
    }
}

/* ---- hidden names ---- */

static const Node *decl_of(const Symbol *symbol) {
    const Node *node = symbol->node;
    if (symbol->kind == SYM_GIVEN) NODE_EACH(node->kid[0], decl) if (decl->symbol == symbol) return decl;
    return symbol->kind == SYM_PARAM || node->count == 0 ? node : node->kid[0];
}

/* What a name of the module means before `symbol` takes it over: in a function only constants and functions can be meant. */
static void check_hides(const Names *names, const Symbol *symbol, Span place, bool in_function) {
    const Symbol *hidden = symbol ? scope_own(names->main->scope, symbol->name) : NULL;
    if (!hidden || hidden == symbol || !hidden->node) return;
    bool seen = hidden->kind == SYM_DEFINE || hidden->kind == SYM_FUNCTION || hidden->kind == SYM_TABLE ||
                (!in_function && (hidden->kind == SYM_GIVEN || hidden->kind == SYM_METHOD || hidden->kind == SYM_LEVELS));
    if (!seen) return;
    Diag *report = diag(names->scheme->diags, DIAG_NAME_HIDES, place, symbol->name);
    diag_also(report, DIAG_HIDDEN_HERE, analysis_name_place(decl_of(hidden)), symbol->name);
    diag_also(report, DIAG_RENAME, SPAN_NONE, symbol->name);
}

static void check_hiding(const Names *names, const Node *list, bool inside) {
    NODE_EACH(list, node) {
        if (!node) continue;
        switch ((int)node->kind) {
        case NODE_GIVEN:
            if (inside) NODE_EACH(node->kid[0], decl) check_hides(names, decl->symbol, analysis_name_place(decl), false);
            break;
        case NODE_DEFINE:
            if (inside) check_hides(names, node->symbol, analysis_name_place(node->kid[0]), false);
            break;
        case NODE_METHOD:
        case NODE_FUNCTION:
            NODE_EACH(node->kid[1], param)
            check_hides(names, param->symbol, param->name_span.source ? param->name_span : param->span, node->kind == NODE_FUNCTION);
            break;
        case NODE_INDICATOR:
        case NODE_GROUP: check_hiding(names, node->kid[2], true); break;
        case NODE_EACH_ROW:
        case NODE_SECTION: check_hiding(names, node->kid[1], true); break;
        default: break;
        }
    }
}

static bool has_parts(const Node *list) {
    NODE_EACH(list, node) if (node && (node->kind == NODE_INDICATOR || node->kind == NODE_GROUP || node->kind == NODE_EACH_ROW)) return true;
    return false;
}

void analyse_names(const Scheme *scheme) {
    Names names = { .scheme = scheme, .main = scheme->main };
    const Node *items = scheme->main->tree->kid[0];
    if (items->count == 0) {
        Span start = { scheme->main->source->id, 0, 0 };
        diag_also(diag(scheme->diags, DIAG_RULES_EMPTY, start, scheme->main->name), DIAG_SMALLEST, SPAN_NONE, scheme->main->name);
        return;
    }
    walk(&names, scheme->main->scope, scheme->main->tree);
    check_unused(&names, items, has_parts(items));
    if (has_parts(items)) check_modules(&names);
    check_hiding(&names, items, false);
}
