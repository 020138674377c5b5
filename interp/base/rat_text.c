/* rat_text.c - numbers to text and back.  A terminating decimal is digits and a place for the
   point; anything else is a fraction. */
#include "base/rat.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/rat_gmp.h"

#define WHOLE_PLACES 8 /* decimals that rat_write_short still writes in full where it may write 3 or more */
#define EXPONENT_MAX 10000
#define DIGITS_MAX                                                                                 \
    (RAT_BITS_MAX + 2 * EXPONENT_MAX) /* 2^-n has n decimals: no number in range has more */
#define SMALL_DIGITS 18               /* so many digits fit int64_t, whatever they are */

/* ---- reading */

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

typedef struct Digits {
    Text before, after; /* the point */
    bool negative;
    long exponent;
} Digits;

/* Counts digits from `at`. */
static size_t run(Text text, size_t at) {
    size_t end = at;
    while (end < text.length && is_digit(text.at[end])) {
        end++;
    }
    return end - at;
}

static bool read_exponent(Text text, size_t at, long *exponent) {
    bool negative = at < text.length && text.at[at] == '-';
    at += at < text.length && (text.at[at] == '-' || text.at[at] == '+');
    size_t count = run(text, at);
    if (count == 0 || at + count != text.length) {
        return false;
    }
    long value = 0;
    for (; at < text.length; at++) {
        value = value * 10 + (text.at[at] - '0');
        if (value > EXPONENT_MAX) {
            return false;
        }
    }
    *exponent = negative ? -value : value;
    return true;
}

static bool split(Text text, Digits *digits) {
    size_t at = 0;
    *digits = (Digits){ .negative = text.length > 0 && text.at[0] == '-' };
    at += text.length > 0 && (text.at[0] == '-' || text.at[0] == '+');
    size_t count = run(text, at);
    digits->before = text_slice(text, at, at + count);
    at += count;
    if (at < text.length && text.at[at] == '.') {
        at++;
        count = run(text, at);
        digits->after = text_slice(text, at, at + count);
        at += count;
    }
    if (digits->before.length + digits->after.length == 0) {
        return false;
    }
    if (at < text.length && (text.at[at] == 'e' || text.at[at] == 'E')) {
        return read_exponent(text, at + 1, &digits->exponent);
    }
    return at == text.length;
}

static int64_t accumulate(int64_t value, Text digits) {
    for (size_t i = 0; i < digits.length; i++) {
        value = value * 10 + (digits.at[i] - '0');
    }
    return value;
}

static Rat read_big(const Digits *digits, long exponent) {
    size_t length = digits->before.length + digits->after.length;
    if (length > DIGITS_MAX) {
        return RAT_HUGE;
    }
    char *bytes = mem_leaf(length + 1);
    if (digits->before.length) {
        memcpy(bytes, digits->before.at, digits->before.length);
    }
    if (digits->after.length) {
        memcpy(bytes + digits->before.length, digits->after.at, digits->after.length);
    }
    mpz_t whole;
    mpz_init_set_str(whole, bytes, 10);
    if (digits->negative) {
        mpz_neg(whole, whole);
    }
    Rat result = rat_from_digits(whole, exponent);
    mpz_clear(whole);
    return result;
}

bool rat_read(Text text, Rat *value) {
    Digits digits;
    if (!split(text, &digits)) {
        return false;
    }
    while (digits.before.length && digits.before.at[0] == '0') {
        digits.before = text_slice(digits.before, 1, digits.before.length);
    }
    while (digits.after.length && digits.after.at[digits.after.length - 1] == '0') {
        digits.after.length--;
    }
    long exponent = digits.exponent - (long)digits.after.length;
    if (digits.before.length + digits.after.length <= SMALL_DIGITS && exponent <= 0 &&
        exponent >= -SMALL_DIGITS) {
        int64_t scale = 1, whole = accumulate(accumulate(0, digits.before), digits.after);
        for (long i = exponent; i < 0; i++) {
            scale *= 10;
        }
        *value = rat_of(digits.negative ? -whole : whole, scale);
    } else {
        *value = read_big(&digits, exponent);
    }
    return true;
}

/* ---- writing */

static void add_mpz(Buf *buf, const mpz_t z) {
    char *digits = mem_leaf(mpz_sizeinbase(z, 10) + 2);
    mpz_get_str(digits, 10, z);
    buf_add_z(buf, digits);
}

static Text mpz_text(const mpz_t z) {
    Buf buf = { 0 };
    add_mpz(&buf, z);
    return buf_text(&buf);
}

Text rat_numerator_text(Rat a) {
    if (rat_is_huge(a)) {
        return TEXT("huge");
    }
    RatView view;
    rat_view(&view, a);
    return mpz_text(RAT_NUMERATOR(&view));
}

Text rat_denominator_text(Rat a) {
    if (rat_is_huge(a)) {
        return TEXT("huge");
    }
    RatView view;
    rat_view(&view, a);
    return mpz_text(RAT_DENOMINATOR(&view));
}

int rat_places(Rat a) {
    if (rat_is_huge(a)) {
        return -1;
    }
    if (a.denominator > 0) {
        int twos = __builtin_ctzll((uint64_t)a.denominator), fives = 0;
        int64_t rest = a.denominator >> twos;
        while (rest % 5 == 0) {
            rest /= 5;
            fives++;
        }
        return rest != 1 ? -1 : twos > fives ? twos : fives;
    }
    RatView view;
    rat_view(&view, a);
    mpz_t rest, five;
    mpz_init_set_ui(five, 5);
    mpz_init(rest);
    size_t twos = mpz_scan1(RAT_DENOMINATOR(&view), 0);
    mpz_tdiv_q_2exp(rest, RAT_DENOMINATOR(&view), twos);
    size_t fives = mpz_remove(rest, rest, five);
    int places = mpz_cmp_ui(rest, 1) != 0 ? -1 : (int)(twos > fives ? twos : fives);
    mpz_clears(rest, five, NULL);
    return places;
}

/* Whole digits with a point before the last `places` of them. */
static void write_digits(Buf *buf, const char *digits, int places) {
    if (*digits == '-') {
        buf_char(buf, '-');
        digits++;
    }
    size_t length = strlen(digits), after = (size_t)places;
    if (length <= after) {
        buf_char(buf, '0');
    } else {
        buf_add(buf, (Text){ digits, length - after });
        digits += length - after;
        length = after;
    }
    if (places == 0) {
        return;
    }
    buf_char(buf, '.');
    for (size_t i = length; i < after; i++) {
        buf_char(buf, '0');
    }
    buf_add(buf, (Text){ digits, length });
}

/* a with `places` decimals, rounded half up where that is not all of it. */
static void write_decimal(Buf *buf, Rat a, int places) {
    RatView view;
    rat_view(&view, a);
    mpz_t scaled;
    mpz_init(scaled);
    mpz_ui_pow_ui(scaled, 10, (unsigned long)places);
    mpz_mul(scaled, scaled, RAT_NUMERATOR(&view));
    rat_divide_rounded(scaled, scaled, RAT_DENOMINATOR(&view), RAT_HALF_UP);
    write_digits(buf, mpz_text(scaled).at, places);
    mpz_clear(scaled);
}

void rat_write(Buf *buf, Rat a) {
    int64_t whole;
    int places = rat_places(a);
    if (rat_is_huge(a)) {
        buf_add(buf, TEXT("huge"));
    } else if (rat_to_int64(a, &whole)) {
        buf_format(buf, "%lld", (long long)whole);
    } else if (places >= 0) {
        write_decimal(buf, a, places);
    } else {
        buf_add(buf, rat_numerator_text(a));
        buf_char(buf, '/');
        buf_add(buf, rat_denominator_text(a));
    }
}

Text rat_text(Rat a) {
    Buf buf = { 0 };
    rat_write(&buf, a);
    return buf_text(&buf);
}

void rat_write_short(Buf *buf, Rat a, int places) {
    assert(places >= 0);
    int full = rat_places(a);
    int most = places < WHOLE_PLACES && places > 2 ? WHOLE_PLACES : places; /* who recomputes needs what was entered in full */
    if (rat_is_huge(a) || (full >= 0 && full <= most)) {
        rat_write(buf, a);
    } else {
        Rat cut = rat_round(a, places, rat_sign(a) < 0 ? RAT_UP : RAT_DOWN);
        write_decimal(buf, cut, places);
        buf_add(buf, TEXT("…"));
    }
}

void rat_write_fixed(Buf *buf, Rat a, int places) {
    assert(places >= 0);
    if (rat_is_huge(a)) {
        rat_write(buf, a);
    } else {
        write_decimal(buf, a, places);
    }
}
