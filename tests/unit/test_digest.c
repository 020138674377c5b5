/* test_digest.c - SHA-256 against the examples of FIPS 180-2, appendix B. */
#include "base/digest.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"

#define OF_NOTHING "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
#define OF_ABC "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
#define OF_TWO_BLOCKS "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
#define OF_MILLION "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"

static void assert_hex(Text hex, const char *expected) {
    assert_int_equal(hex.length, 64);
    assert_string_equal(hex.at, expected);
}

static void test_published_examples(void **state) {
    (void)state;
    assert_hex(digest_of(TEXT("")), OF_NOTHING);
    assert_hex(digest_of(TEXT_NONE), OF_NOTHING);
    assert_hex(digest_of(TEXT("abc")), OF_ABC);
    assert_hex(digest_of(TEXT("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")),
               OF_TWO_BLOCKS);
    char *million = mem_leaf(1000000);
    memset(million, 'a', 1000000);
    assert_hex(digest_of((Text){ million, 1000000 }), OF_MILLION);
}

static void test_asking_does_not_end_it(void **state) {
    (void)state;
    Digest *digest = digest_new();
    assert_hex(digest_hex(digest), OF_NOTHING);
    digest_add(digest, TEXT("a"));
    digest_hex(digest);
    digest_add(digest, TEXT_NONE);
    digest_add(digest, TEXT("bc"));
    assert_hex(digest_hex(digest), OF_ABC);
    assert_hex(digest_hex(digest), OF_ABC);
}

static void test_pieces_of_any_size(void **state) {
    (void)state;
    char a[1000];
    memset(a, 'a', sizeof a);
    Digest *digest = digest_new();
    size_t done = 0;
    for (size_t size = 0; done < 1000000; size = (size + 7) % sizeof a) {
        size_t piece = size < 1000000 - done ? size : 1000000 - done;
        digest_add(digest, (Text){ a, piece });
        done += piece;
    }
    assert_hex(digest_hex(digest), OF_MILLION);
}

static void test_two_at_once(void **state) {
    (void)state;
    Digest *one = digest_new(), *other = digest_new();
    digest_add(one, TEXT("ab"));
    digest_add(other, TEXT("abcdbcdecdefdefgefghfghighij"));
    digest_add(one, TEXT("c"));
    digest_add(other, TEXT("hijkijkljklmklmnlmnomnopnopq"));
    assert_hex(digest_hex(one), OF_ABC);
    assert_hex(digest_hex(other), OF_TWO_BLOCKS);
}

int main(void) {
    mem_init();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_published_examples),
        cmocka_unit_test(test_asking_does_not_end_it),
        cmocka_unit_test(test_pieces_of_any_size),
        cmocka_unit_test(test_two_at_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
