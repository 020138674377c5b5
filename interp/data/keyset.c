/* keyset.c - hashes in one open table, a free place is 0. */
#include "data/keyset.h"

#include "base/mem.h"

#define ROOM_FIRST 64

__extension__ typedef unsigned __int128 Wide;

struct KeySet {
    uint64_t *hashes;
    size_t count, room;
};

KeySet *keyset_new(void) {
    KeySet *set = MEM_NEW(KeySet);
    set->room = ROOM_FIRST;
    set->hashes = mem_leaf(set->room * sizeof *set->hashes);
    return set;
}

/* `hash` where it is, or the free place for it.  The table's size is no power of two, so the place is a share
   of it rather than some of the bits. */
static uint64_t *place_of(uint64_t *hashes, size_t room, uint64_t hash) {
    size_t at = (size_t)(((Wide)hash * room) >> 64);
    while (hashes[at] != 0 && hashes[at] != hash) {
        at = at + 1 < room ? at + 1 : 0;
    }
    return &hashes[at];
}

/* By a half, from four fifths full: never below 8/15, which is 15 bytes a key. */
static void grow(KeySet *set) {
    size_t room = set->room + set->room / 2;
    uint64_t *hashes = mem_leaf(room * sizeof *hashes);
    for (size_t i = 0; i < set->room; i++) {
        if (set->hashes[i] != 0) {
            *place_of(hashes, room, set->hashes[i]) = set->hashes[i];
        }
    }
    set->hashes = hashes;
    set->room = room;
}

bool keyset_add(KeySet *set, Text key) {
    uint64_t hash = text_hash(key);
    hash = hash ? hash : 1;
    uint64_t *place = place_of(set->hashes, set->room, hash);
    if (*place == hash) {
        return false;
    }
    *place = hash;
    set->count++;
    if (set->count > set->room - set->room / 5) {
        grow(set);
    }
    return true;
}

size_t keyset_count(const KeySet *set) {
    return set->count;
}
