/* stdlib.h - the standard library's files as they were when the program was built: stdlib/NAME.heng, byte
   for byte.  The table is made by the Makefile and ends with a NULL name. */
#ifndef HENG_STDLIB_H
#define HENG_STDLIB_H

#include <stddef.h>

struct StdlibFile {
    const char *name; /* without ".heng"; UTF-8, may be Chinese */
    const char *also; /* its name in the other language, or "" */
    const unsigned char *bytes;
    size_t length;
};

extern const struct StdlibFile heng_stdlib[];

#endif
