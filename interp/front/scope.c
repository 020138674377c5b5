#include "front/scope.h"

Scope *scope_new(Scope *outer) {
    Scope *scope = MEM_NEW(Scope);
    scope->outer = outer;
    return scope;
}

/* The entry for `folded`, or the empty one where it belongs; NULL in an empty table. */
static ScopeEntry *entry_at(const Scope *scope, Text folded) {
    if (scope->room == 0) return NULL;
    unsigned mask = (unsigned)scope->room - 1;
    unsigned i = (unsigned)text_hash(folded) & mask;
    while (scope->entries[i].folded.at && !text_is(scope->entries[i].folded, folded))
        i = (i + 1) & mask;
    return &scope->entries[i];
}

static void scope_grow(Scope *scope) {
    Scope old = *scope;
    scope->room = old.room ? old.room * 2 : 8;
    scope->entries = MEM_ARRAY(ScopeEntry, scope->room);
    for (int i = 0; i < old.room; i++)
        if (old.entries[i].folded.at) *entry_at(scope, old.entries[i].folded) = old.entries[i];
}

static ScopeEntry *entry_for(Scope *scope, Text name) {
    if (scope->count * 2 >= scope->room) scope_grow(scope);
    Text folded = text_fold(name);
    ScopeEntry *entry = entry_at(scope, folded);
    if (!entry->folded.at) {
        entry->folded = folded.at ? folded : TEXT("");
        scope->count++;
    }
    return entry;
}

Symbol *scope_add(Scope *scope, Text name, Symbol *symbol) {
    int before = scope->count;
    ScopeEntry *entry = entry_for(scope, name);
    if (scope->count == before) return entry->symbol;
    entry->symbol = symbol;
    return NULL;
}

void scope_add_loosely(Scope *scope, Text name, Symbol *symbol) {
    int before = scope->count;
    ScopeEntry *entry = entry_for(scope, name);
    entry->symbol = scope->count > before || entry->symbol == symbol ? symbol : NULL;
}

Symbol *scope_own(const Scope *scope, Text name) {
    ScopeEntry *entry = entry_at(scope, text_fold(name));
    return entry && entry->folded.at ? entry->symbol : NULL;
}

bool scope_is_shared(const Scope *scope, Text name) {
    ScopeEntry *entry = entry_at(scope, text_fold(name));
    return entry && entry->folded.at && !entry->symbol;
}

Symbol *scope_find(const Scope *scope, Text name) {
    Text folded = text_fold(name);
    for (; scope; scope = scope->outer) {
        ScopeEntry *entry = entry_at(scope, folded);
        if (entry && entry->folded.at && entry->symbol) return entry->symbol;
        if (scope->parts && (entry = entry_at(scope->parts, folded)) && entry->folded.at && entry->symbol)
            return entry->symbol;
        for (int i = 0; i < scope->imports.count; i++) {
            entry = entry_at(scope->imports.at[i], folded);
            if (entry && entry->folded.at && entry->symbol) return entry->symbol;
        }
    }
    return NULL;
}

/* How many edits a misspelling may have: none in a name of one character, one in a short or Chinese name. */
static int edits_allowed(Text name) {
    int runes = text_runes(name);
    bool ascii = name.length == (size_t)runes;
    if (runes < 2) return 0;
    if (!ascii) return runes < 5 ? 1 : 2;
    return runes < 5 ? 1 : runes < 9 ? 2 : 3;
}

static void suggest_from(const Scope *scope, Text folded, int *best, Text *found) {
    for (int i = 0; i < scope->room; i++) {
        if (!scope->entries[i].folded.at) continue;
        int distance = text_distance(scope->entries[i].folded, folded, *best - 1);
        if (distance < *best) {
            *best = distance;
            *found = scope->entries[i].folded;
        }
    }
}

Text scope_suggest(const Scope *scope, Text name) {
    Text folded = text_fold(name), found = TEXT_NONE;
    int best = edits_allowed(folded) + 1;
    for (; scope && best > 1; scope = scope->outer) {
        suggest_from(scope, folded, &best, &found);
        if (scope->parts) suggest_from(scope->parts, folded, &best, &found);
        for (int i = 0; i < scope->imports.count; i++)
            suggest_from(scope->imports.at[i], folded, &best, &found);
    }
    return found;
}

bool symbol_is_called(const Symbol *symbol, Text name) {
    if (text_same_name(symbol->name, name)) return true;
    for (int i = 0; i < symbol->aliases.count; i++)
        if (text_same_name(symbol->aliases.at[i], name)) return true;
    return false;
}

Scope *scope_builtin(void) {
    static const struct {
        const char *en, *zh;
    } builtins[] = {
#define BUILTIN(id, en, zh, least, most, text) { en, zh },
#include "front/builtin.def"
#undef BUILTIN
    };
    Scope *scope = scope_new(NULL);
    for (int i = 0; i < BUILTIN_TOTAL; i++) {
        Symbol *symbol = MEM_NEW(Symbol);
        symbol->kind = SYM_BUILTIN;
        symbol->name = text_of(builtins[i].en);
        symbol->index = i;
        vec_push(&symbol->aliases, text_of(builtins[i].zh));
        scope_add(scope, symbol->name, symbol);
        scope_add(scope, text_of(builtins[i].zh), symbol);
    }
    return scope;
}
