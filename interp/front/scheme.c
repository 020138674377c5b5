/* scheme.c - loads a rule file with its modules and declares every name in them; bind.c then says what each use
   of a name means. */
#include "front/scheme.h"

#include "base/file.h"
#include "front/bind.h"
#include "front/literal.h"
#include "front/module.h"
#include "front/scope.h"

typedef struct Declare {
    Scheme *scheme;
    Module *module;
    Scope *scope;
    Symbol *owner;
    bool in_rows;
} Declare;

static void declare_list(const Declare *at, const Node *list);

Node *node_clause(const Node *clauses, NodeKind kind) {
    for (int i = 0; clauses && i < clauses->count; i++)
        if (clauses->kid[i] && clauses->kid[i]->kind == kind) return clauses->kid[i];
    return NULL;
}

static Symbol *symbol_new(const Declare *at, SymbolKind kind, Node *decl, Node *node) {
    Symbol *symbol = MEM_NEW(Symbol);
    symbol->kind = kind;
    symbol->name = decl->text;
    symbol->node = node;
    symbol->module = at->module;
    symbol->owner = at->owner;
    symbol->in_rows = at->in_rows;
    if (decl->kind == NODE_DECL && decl->count > 0)
        NODE_EACH(decl->kid[0], alias) vec_push(&symbol->aliases, alias->text);
    decl->symbol = symbol;
    return symbol;
}

static void add_name(const Declare *at, Text name, Symbol *symbol, Span span) {
    if (name.length == 0) return;
    Symbol *other = scope_add(at->scope, name, symbol);
    if (other && other != symbol) {
        Diag *report = diag(at->scheme->diags, DIAG_NAME_TWICE, span, name);
        if (other->node)
            diag_also(report, DIAG_FIRST_HERE, other->node->name_span.source ? other->node->name_span : other->node->span, name);
    }
}

/* Declares under its name and aliases, and for indicators and groups in the module's list of parts. */
static Symbol *declare_as(const Declare *at, SymbolKind kind, Node *decl, Node *node) {
    Symbol *symbol = symbol_new(at, kind, decl, node);
    Span span = decl->name_span.source ? decl->name_span : decl->span;
    add_name(at, symbol->name, symbol, span);
    for (int i = 0; i < symbol->aliases.count; i++)
        add_name(at, symbol->aliases.at[i], symbol, span);
    if (kind == SYM_INDICATOR || kind == SYM_GROUP) {
        scope_add_loosely(at->module->scope->parts, symbol->name, symbol);
        for (int i = 0; i < symbol->aliases.count; i++)
            scope_add_loosely(at->module->scope->parts, symbol->aliases.at[i], symbol);
    }
    return symbol;
}

static void declare_inner(const Declare *at, Symbol *symbol, const Node *clauses) {
    symbol->inner = scope_new(at->scope);
    Declare inside = *at;
    inside.scope = symbol->inner;
    inside.owner = symbol;
    declare_list(&inside, clauses);
}

static void declare_callable(const Declare *at, SymbolKind kind, Node *node) {
    Symbol *symbol = declare_as(at, kind, node->kid[0], node);
    node->symbol = symbol;
    symbol->inner = scope_new(at->scope);
    Declare inside = *at;
    inside.scope = symbol->inner;
    inside.owner = symbol;
    int index = 0;
    NODE_EACH(node->kid[1], param) {
        Symbol *name = symbol_new(&inside, SYM_PARAM, param, param);
        name->index = index++;
        param->symbol = name;
        add_name(&inside, name->name, name, param->name_span.source ? param->name_span : param->span);
    }
}

/* A scale with the names and words of its levels; each level is also a name of its own. */
static void declare_levels(const Declare *at, Node *node) {
    Symbol *symbol = declare_as(at, SYM_LEVELS, node->kid[0], node);
    Node *rows = node->kid[1];
    node->symbol = symbol;
    Scale *scale = mem_new(sizeof(Scale) + sizeof(ScaleLevel) * (size_t)rows->count);
    scale->name = symbol->name;
    symbol->scale = scale;
    NODE_EACH(rows, row) {
        if (row->kind != NODE_LEVEL) continue;
        Node *decl = row->kid[0];
        ScaleLevel *level = &scale->at[scale->count];
        Text *words = MEM_ARRAY(Text, 1 + decl->kid[0]->count);
        words[level->word_count++] = decl->text;
        NODE_EACH(decl->kid[0], alias) words[level->word_count++] = alias->text;
        level->name = decl->text;
        level->words = words;
        if (!literal_range(at->scheme->units, row->kid[1], &level->credit)) {
            level->credit = range_closed(RAT_ZERO, RAT_ONE);
            if (row->kid[1]->kind != NODE_BROKEN)
                diag(at->scheme->diags, DIAG_LEVEL_NOT_CONSTANT, row->kid[1]->span, decl->text);
        }
        Symbol *name = symbol_new(at, SYM_LEVEL, decl, row);
        name->scale = scale;
        name->index = scale->count++;
        for (int i = 0; i < level->word_count; i++)
            if (!scope_own(at->scope, words[i])) scope_add(at->scope, words[i], name);
    }
    if (scale->count == 0) diag(at->scheme->diags, DIAG_LEVELS_EMPTY, node->span, symbol->name);
}

static void declare_grades(const Declare *at, Node *node) {
    if (at->module->grades) {
        diag_also(diag(at->scheme->diags, DIAG_CLAUSE_TWICE, node->span, keyword_text(KW_GRADE, at->scheme->lang)),
                  DIAG_FIRST_HERE, at->module->grades->span, TEXT("grade"));
        return;
    }
    at->module->grades = node;
    int index = 0;
    NODE_EACH(node->kid[0], band) {
        if (band->kind != NODE_BAND) continue;
        Symbol *symbol = symbol_new(at, SYM_BAND, band->kid[0], band);
        symbol->index = index++;
        band->symbol = symbol;
    }
}

static void declare_unit(const Declare *at, Node *node) {
    Node *decl = node->kid[0], *amount = node->kid[1];
    Units *units = at->scheme->units;
    UnitId of = -1;
    Rat number = RAT_ONE;
    if (amount) {
        number = amount->number;
        of = unit_find(units, amount->text);
        if (of < 0) {
            literal_unknown_unit(at->scheme->diags, units, amount);
            return;
        }
    }
    if (unit_define(units, decl->text, number, of) < 0)
        diag(at->scheme->diags, DIAG_UNIT_TWICE, decl->span, decl->text);
    UnitId itself = unit_find(units, decl->text);
    NODE_EACH(decl->kid[0], alias) unit_define(units, alias->text, RAT_ONE, itself);
}

static void declare_one(const Declare *at, Node *node) {
    switch ((int)node->kind) {
    case NODE_GIVEN:
        NODE_EACH(node->kid[0], decl) declare_as(at, SYM_GIVEN, decl, node);
        break;
    case NODE_DEFINE:
        node->symbol = declare_as(at, SYM_DEFINE, node->kid[0], node);
        break;
    case NODE_INDICATOR:
        node->symbol = declare_as(at, SYM_INDICATOR, node->kid[0], node);
        declare_inner(at, node->symbol, node->kid[2]);
        break;
    case NODE_GROUP:
        node->symbol = declare_as(at, SYM_GROUP, node->kid[0], node);
        declare_inner(at, node->symbol, node->kid[2]);
        break;
    case NODE_METHOD: declare_callable(at, SYM_METHOD, node); break;
    case NODE_FUNCTION: declare_callable(at, SYM_FUNCTION, node); break;
    case NODE_LEVELS: declare_levels(at, node); break;
    case NODE_GRADES: declare_grades(at, node); break;
    case NODE_UNIT_DEF: declare_unit(at, node); break;
    case NODE_TABLE: node->symbol = declare_as(at, SYM_TABLE, node->kid[0], node); break;
    case NODE_EACH_ROW: {
        if (at->module->each_row) {
            diag(at->scheme->diags, DIAG_EACH_ROW_TWICE, node->span, node->text);
            break;
        }
        at->module->each_row = node;
        Symbol *rows = MEM_NEW(Symbol);
        rows->kind = SYM_GROUP;
        rows->name = node->text;
        rows->node = node;
        rows->module = at->module;
        rows->in_rows = true;
        node->symbol = rows;
        Declare inside = *at;
        inside.in_rows = true;
        declare_inner(&inside, rows, node->kid[1]);
        break;
    }
    case NODE_SECTION: declare_list(at, node->kid[1]); break;
    case NODE_RULES:
        at->module->title = node->text;
        if (node->kid[0]) at->module->version = node->kid[0]->text;
        break;
    case NODE_CITES:
        if (!at->owner && !at->module->cites.at) at->module->cites = node->kid[0]->text;
        break;
    case NODE_FORCE: at->module->force = node; break;
    case NODE_DATED_BY: at->module->form_date = node; break;
    case NODE_ROUNDING:
        *(node->op == KW_TOTAL   ? &at->module->rounding_total
          : node->op == KW_GRADE ? &at->module->rounding_grade
                                 : &at->module->rounding) = node;
        break;
    default: break;
    }
}

/* Units first, so that numbers anywhere in the file may use them. */
static void declare_list(const Declare *at, const Node *list) {
    NODE_EACH(list, unit) if (unit && unit->kind == NODE_UNIT_DEF) declare_one(at, unit);
    NODE_EACH(list, item) if (item && item->kind != NODE_UNIT_DEF) declare_one(at, item);
}

static Module *load(Scheme *scheme, Text name, Source *source, Node *tree, Module *prelude, bool standard);

static void use_module(Scheme *scheme, Module *user, Node *use, Module *prelude) {
    Text name = use->text;
    for (int i = 0; i < scheme->modules.count; i++) {
        Module *known = scheme->modules.at[i];
        if (!text_same_name(known->name, name)) continue;
        if (known->loading)
            diag(scheme->diags, DIAG_MODULE_CYCLE, use->span, name);
        else
            vec_push(&user->uses, known);
        return;
    }
    ModuleText found;
    if (!module_find(scheme->diags, user->source->path, name, use->span, &found)) {
        Diag *report = diag(scheme->diags, DIAG_MODULE_UNKNOWN, use->span, name);
        Text near = module_suggest(name);
        if (near.at) diag_also(report, DIAG_DID_YOU_MEAN, SPAN_NONE, near);
        return;
    }
    for (int i = 0; found.standard && i < scheme->modules.count; i++) { /* under its name in the other language */
        Module *known = scheme->modules.at[i];
        if (!known->standard || !text_is(known->source->path, found.path)) continue;
        if (known->loading)
            diag(scheme->diags, DIAG_MODULE_CYCLE, use->span, name);
        else
            vec_push(&user->uses, known);
        return;
    }
    Source *source = diags_source(scheme->diags, found.path, found.text);
    vec_push(&user->uses, load(scheme, name, source, NULL, prelude, found.standard));
}

bool node_test_has_items(const Node *test) {
    NODE_EACH(test->kid[0], step) {
        bool own = step->kind == NODE_SET || step->kind == NODE_ROW || step->kind == NODE_EXPECT || step->kind == NODE_BROKEN;
        if (!own) return true;
    }
    return false;
}

/* What the test under way declares for itself becomes part of the file. */
static void take_items(Node *tree, int number) {
    Node *items = tree->kid[0];
    int tests = 0;
    for (int i = 0; i < items->count; i++) {
        if (!items->kid[i] || items->kid[i]->kind != NODE_TEST || tests++ != number) continue;
        Node *steps = items->kid[i]->kid[0], *all = MEM_NEW(Node);
        *all = *items;
        all->kid = MEM_ARRAY(Node *, items->count + steps->count);
        for (int j = 0; j < items->count; j++)
            all->kid[j] = items->kid[j];
        int kept = 0;
        for (int j = 0; j < steps->count; j++) {
            Node *step = steps->kid[j];
            bool own = step->kind == NODE_SET || step->kind == NODE_ROW || step->kind == NODE_EXPECT || step->kind == NODE_BROKEN;
            if (own) steps->kid[kept++] = step;
            else all->kid[all->count++] = step;
        }
        steps->count = kept;
        tree->kid[0] = all;
        return;
    }
}

/* `tree`: what the source says, not bound yet; NULL: it is parsed. */
static Module *load(Scheme *scheme, Text name, Source *source, Node *tree, Module *prelude, bool standard) {
    Module *module = MEM_NEW(Module);
    module->name = name;
    module->source = source;
    module->standard = standard;
    module->loading = true;
    vec_push(&scheme->modules, module);
    int place = scheme->modules.count - 1;
    module->tree = tree ? tree : parse_file(scheme->diags, source);
    if (prelude && !standard && text_is(source->path, name) && scheme->test >= 0) take_items(module->tree, scheme->test);
    module->scope = scope_new(prelude ? prelude->scope : scope_builtin());
    module->scope->parts = scope_new(NULL);
    NODE_EACH(module->tree->kid[0], use)
    if (use && use->kind == NODE_USE) use_module(scheme, module, use, prelude ? prelude : module);
    for (int i = 0; i < module->uses.count; i++)
        vec_push(&module->scope->imports, module->uses.at[i]->scope);
    Declare at = { scheme, module, module->scope, NULL, false };
    declare_list(&at, module->tree->kid[0]);
    bind_module(scheme, module);
    module->loading = false;
    /* Used ones stand before their users. */
    for (int i = place; i + 1 < scheme->modules.count; i++)
        scheme->modules.at[i] = scheme->modules.at[i + 1];
    scheme->modules.at[scheme->modules.count - 1] = module;
    return module;
}

/* Chinese, where the first keyword of the file is. */
static Lang file_lang(const Source *source) {
    int han = 0, latin = 0;
    for (size_t i = 0; i < source->text.length && han + latin < 2000; i++) {
        unsigned char c = (unsigned char)source->text.at[i];
        if (c == '#') /* a comment may be in any language */
            while (i < source->text.length && source->text.at[i] != '\n')
                i++;
        else if (c >= 0xE4 && c <= 0xE9) han++;
        else if ((c | 32) >= 'a' && (c | 32) <= 'z') latin++;
    }
    return han * 3 > latin ? LANG_ZH : LANG_EN;
}

static Scheme *scheme_of(Diags *diags, Source *source, Node *tree, int test) {
    Scheme *scheme = MEM_NEW(Scheme);
    scheme->diags = diags;
    scheme->units = units_new();
    scheme->lang = file_lang(source);
    scheme->test = test;
    ModuleText prelude_text;
    Module *prelude = NULL;
    if (module_standard(TEXT("prelude"), &prelude_text))
        prelude = load(scheme, TEXT("prelude"), diags_source(diags, prelude_text.path, prelude_text.text), NULL, NULL, true);
    scheme->main = load(scheme, source->path, source, tree, prelude, false);
    return scheme;
}

Scheme *scheme_load_text(Diags *diags, Text path, Text text) {
    return scheme_of(diags, diags_source(diags, path, text), NULL, -1);
}

Scheme *scheme_of_tree(Diags *diags, Source *source, Node *tree) {
    return scheme_of(diags, source, tree, -1);
}

Scheme *scheme_load_test(Diags *diags, Text path, Text text, int test) {
    return scheme_of(diags, diags_source(diags, path, text), NULL, test);
}

Scheme *scheme_load(Diags *diags, Text path) {
    Text text;
    return file_read(path, &text, diags, SPAN_NONE) ? scheme_load_text(diags, path, text) : NULL;
}

Module *scheme_standard(Scheme *scheme, Text name) {
    ModuleText found;
    for (int i = 0; i < scheme->modules.count; i++)
        if (scheme->modules.at[i]->standard && text_same_name(scheme->modules.at[i]->name, name)) return scheme->modules.at[i];
    if (!module_standard(name, &found)) return NULL;
    int count = scheme->modules.count;
    Source *source = diags_source(scheme->diags, found.path, found.text);
    Module *module = load(scheme, name, source, NULL, scheme->modules.at[0], true);
    scheme->modules.count = count; /* what the rules do not use is no part of them */
    return module;
}
