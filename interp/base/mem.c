/* mem.c - the collector, or plain malloc, behind one set of calls.  Bison, flex and our own arrays
   grow through here too, so that the collector sees every block that may hold a pointer. */
#include "base/mem.h"

#include <limits.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifndef HENG_NO_GC
#define GC_THREADS
#include <gc.h>
#endif

#define VEC_FIRST 8

static _Noreturn void run_out(void) {
    static volatile bool ending;
    if (ending) {
        _Exit(70); /* an exit handler asked for memory as well */
    }
    ending = true;
    fputs("heng: out of memory\n", stderr);
    exit(70);
}

static void *check(void *block) {
    if (!block) {
        run_out();
    }
    return block;
}

#ifdef HENG_NO_GC

void mem_init(void) {
}

static void *new_block(size_t size) {
    return calloc(1, size ? size : 1);
}
static void *new_leaf(size_t size) {
    return calloc(1, size ? size : 1);
}
static void *new_root(size_t size) {
    return calloc(1, size ? size : 1);
}
static void free_root(void *block) {
    free(block);
}

#else

void mem_init(void) {
    GC_set_handle_fork(1); /* workers are forked: a child has to find its collector unlocked */
    GC_INIT();
    GC_set_warn_proc(GC_ignore_warn_proc); /* a large block is no news for the user */
}

#ifdef HENG_GC_STRESS
static void stress(void) {
    static _Atomic unsigned allocations;
    if (++allocations % 50 == 0) {
        GC_gcollect();
    }
}
#else
static void stress(void) {
}
#endif

static void *new_block(size_t size) {
    stress();
    return GC_MALLOC(size);
}

static void *new_leaf(size_t size) {
    stress();
    void *block = GC_MALLOC_ATOMIC(size);
    return block ? memset(block, 0, size) : NULL;
}

static void *new_root(size_t size) {
    stress();
    return GC_MALLOC_UNCOLLECTABLE(size);
}

static void free_root(void *block) {
    GC_FREE(block);
}

#endif

void *mem_new(size_t size) {
    return check(new_block(size));
}

void *mem_leaf(size_t size) {
    return check(new_leaf(size));
}

void *mem_grow(void *block, size_t old, size_t size) {
    void *grown = mem_new(size);
    if (block) {
        memcpy(grown, block, old < size ? old : size);
    }
    return grown;
}

char *mem_copy(const char *bytes, size_t length) {
    if (length == SIZE_MAX) {
        run_out();
    }
    char *copy = mem_leaf(length + 1);
    if (length) {
        memcpy(copy, bytes, length);
    }
    return copy;
}

void *mem_root(size_t size) {
    return check(new_root(size));
}

void mem_unroot(void *block) {
    if (block) {
        free_root(block);
    }
}

void *mem_more(void *block, int count, int *room, size_t size) {
    if (*room > INT_MAX / 2) {
        run_out();
    }
    int wanted = *room < VEC_FIRST ? VEC_FIRST : *room * 2;
    void *grown = mem_grow(block, (size_t)count * size, (size_t)wanted * size);
    *room = wanted;
    return grown;
}
