/* analyse.h - what can be told of a scheme before anything is entered. */
#ifndef HENG_ANALYSE_H
#define HENG_ANALYSE_H

#include "engine/program.h"

/* Reports to the scheme's diagnostics weights that do not add up: what must hold before anything is scored. */
void analyse(const Program *program);

/* That and everything else: rows with gaps, formulas without a result, targets against their methods, names nothing
   uses … (analysis.h).  Each finding is proven, or shown by an input that was scored.  Only weights are looked at where
   mistakes were reported before. */
void analyse_all(const Program *program);

#endif
