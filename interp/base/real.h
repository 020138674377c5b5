/* real.h - the functions whose values are not rational.  Each is, by definition, its true value rounded half
   away from zero to 34 significant decimal digits, and exact from there on; a value with 34 digits or fewer is
   given as it is.  MPFR works in its own memory; only digits come back. */
#ifndef HENG_REAL_H
#define HENG_REAL_H

#include "base/rat.h"

#define REAL_DIGITS 34

/* RAT_HUGE where the result passes RAT_BITS_MAX (or would need more work than that allows). */
Rat real_sqrt(Rat a);            /* a >= 0 */
Rat real_ln(Rat a);              /* a > 0 */
Rat real_exp(Rat a);
Rat real_power(Rat a, Rat b);    /* a > 0, or a == 0 and b > 0; whole b goes to rat_power and stays exact */

/* a >= 0 rounded half up to REAL_DIGITS digits, as the functions above round their values. */
Rat real_round(Rat a);

/* a^b before it is rounded, where that is a rational number below RAT_BITS_MAX (always where b is whole);
   *power is untouched where it is not.  a and b as for real_power. */
bool real_power_exact(Rat a, Rat b, Rat *power);

#endif
