/* digest.c - SHA-256 by nettle, whose state has no pointers and so lives in a leaf. */
#include "base/digest.h"

#include <nettle/sha2.h>

#include "base/mem.h"

struct Digest {
    struct sha256_ctx state;
};

Digest *digest_new(void) {
    Digest *digest = mem_leaf(sizeof *digest);
    sha256_init(&digest->state);
    return digest;
}

void digest_add(Digest *digest, Text bytes) {
    if (bytes.length > 0) {
        sha256_update(&digest->state, bytes.length, (const uint8_t *)bytes.at);
    }
}

Text digest_hex(const Digest *digest) {
    struct sha256_ctx state =
        digest->state; /* a copy: asking for the result begins a new message */
    uint8_t sum[SHA256_DIGEST_SIZE];
    sha256_digest(&state, sizeof sum, sum);
    char *hex = mem_leaf(2 * sizeof sum + 1);
    for (size_t i = 0; i < sizeof sum; i++) {
        hex[2 * i] = "0123456789abcdef"[sum[i] >> 4];
        hex[2 * i + 1] = "0123456789abcdef"[sum[i] & 15];
    }
    return (Text){ hex, 2 * sizeof sum };
}

Text digest_of(Text bytes) {
    Digest *digest = digest_new();
    digest_add(digest, bytes);
    return digest_hex(digest);
}
