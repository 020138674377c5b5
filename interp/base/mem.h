/* mem.h - all memory comes from here.  The collector sees stacks, globals and blocks of this module; it
   does not see malloc or thread-local storage, so nothing outside may hold the only pointer to a block.
   Built with GC=no the same calls use malloc and nothing is ever freed (for valgrind and its kin). */
#ifndef HENG_MEM_H
#define HENG_MEM_H

#include <stddef.h>

/* Prepares the collector; call once, first thing in main.  HENG_GC_STRESS builds collect at every 50th
   allocation. */
void mem_init(void);

/* A zeroed block of `size` bytes that may hold pointers.  Never NULL: running out ends the program. */
void *mem_new(size_t size);

/* A zeroed block for bytes and digits, in which the collector looks for no pointers. */
void *mem_leaf(size_t size);

/* `block` (from mem_new; NULL: a new one) with room for `size` bytes, its first `old` bytes kept, the
   rest zero.  The old block may be left behind. */
void *mem_grow(void *block, size_t old, size_t size);

/* A NUL-terminated copy of `length` bytes, in a leaf. */
char *mem_copy(const char *bytes, size_t length);

/* A block the collector never frees and always scans: for pointers whose only other holder is a foreign
   library. */
void *mem_root(size_t size);
void mem_unroot(void *block);

#define MEM_NEW(Type) ((Type *)mem_new(sizeof(Type)))
#define MEM_ARRAY(Type, n) ((Type *)mem_new(sizeof(Type) * (size_t)(n)))

/* A growable array: VEC(Node *) kids; vec_push(&kids, node); kids.at[i], kids.count. */
#define VEC(Type)      \
    struct {           \
        Type *at;      \
        int count;     \
        int room;      \
    }
#define vec_push(vec, item)                                                                        \
    ((vec)->at = (vec)->count < (vec)->room                                                        \
                     ? (vec)->at                                                                   \
                     : mem_more((vec)->at, (vec)->count, &(vec)->room, sizeof *(vec)->at),         \
     (vec)->at[(vec)->count++] = (item))

/* What vec_push grows with: doubles `*room`, keeps the first `count` items of `size` bytes. */
void *mem_more(void *block, int count, int *room, size_t size);

#endif
