/* scope.h - names in force at a place: a scope's own, then those of the modules it uses, then those around it. */
#ifndef HENG_SCOPE_H
#define HENG_SCOPE_H

#include "front/scheme.h"

struct Scope {
    Scope *outer;
    VEC(Scope *) imports;
    struct ScopeEntry *entries; /* hashed by folded name, linear probing */
    int count, room;            /* room is a power of two */
    Scope *parts;               /* of a module: indicators and groups anywhere in it, by name */
};

typedef struct ScopeEntry {
    Text folded;        /* at NULL: empty */
    Symbol *symbol;     /* NULL: several share the name */
} ScopeEntry;

Scope *scope_new(Scope *outer);

/* Adds `symbol` under `name`.  Returns the symbol that already has it there, leaving things as they were, or
   NULL. */
Symbol *scope_add(Scope *scope, Text name, Symbol *symbol);

/* The same, but a second symbol makes the name stand for none. */
void scope_add_loosely(Scope *scope, Text name, Symbol *symbol);

/* In this scope alone. */
Symbol *scope_own(const Scope *scope, Text name);

/* Whether several symbols share `name` here, so that it stands for none (scope_add_loosely). */
bool scope_is_shared(const Scope *scope, Text name);

/* Words and functions of the language itself. */
Scope *scope_builtin(void);

#endif
