/* digest.h - SHA-256, for manifests and reports. */
#ifndef HENG_DIGEST_H
#define HENG_DIGEST_H

#include "base/text.h"

typedef struct Digest Digest;

Digest *digest_new(void);
void digest_add(Digest *digest, Text bytes);
Text digest_hex(const Digest *digest); /* of what was added so far: 64 hexadecimal digits; adding may go on */
Text digest_of(Text bytes);

#endif
