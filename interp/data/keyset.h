/* keyset.h - which keys have been seen, to find out whether the rows of each stand together.

   Only 64-bit hashes are kept, 16 bytes a key at most (for the moment in which the set grows, 25).  Two keys
   may share one: among five million keys with a probability below one in a million.  Whoever asks must
   therefore lose nothing by taking a new key for a known one; rows then go by way of a Store, which compares
   whole keys. */
#ifndef HENG_KEYSET_H
#define HENG_KEYSET_H

#include "base/text.h"

typedef struct KeySet KeySet;

KeySet *keyset_new(void);

/* False where `key`, or by a rare chance another with the same hash, was there. */
bool keyset_add(KeySet *set, Text key);
size_t keyset_count(const KeySet *set);

#endif
