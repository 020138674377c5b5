/* bind.h - says for each use of a name what it stands for.  What stands for nothing is reported, with the nearest
   name there is, and becomes NODE_BROKEN, silent from then on.  In an each-row block an unknown name is a column
   of the table. */
#ifndef HENG_BIND_H
#define HENG_BIND_H

#include "front/scheme.h"

void bind_module(Scheme *scheme, Module *module);

#endif
