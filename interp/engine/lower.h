/* lower.h - from the checked tree to the program.  Methods and functions are written out at each use, so each
   expression gets slots of its own; kinds and units are settled here, and mistakes in them reported. */
#ifndef HENG_LOWER_H
#define HENG_LOWER_H

#include "engine/program.h"

/* The program of `scheme`, even where mistakes were reported (its diags->errors say so): then some parts are
   broken.  Never NULL. */
Program *lower(Scheme *scheme);

/* The same, with the other known methods beside each indicator that reports a score (Part.others): what replay needs for
   rival_find.  Scoring does not run them; what they would report is not told. */
Program *lower_with_rivals(Scheme *scheme);

#endif
