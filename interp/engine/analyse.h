/* analyse.h - what can be told of a scheme before anything is entered: weights that do not add up. */
#ifndef HENG_ANALYSE_H
#define HENG_ANALYSE_H

#include "engine/program.h"

/* Reports to the scheme's diagnostics. */
void analyse(const Program *program);

#endif
