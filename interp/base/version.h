/* version.h - the version of the program, as `heng --version` and manifests tell it. */
#ifndef HENG_VERSION_H
#define HENG_VERSION_H

#define HENG_VERSION "0.1.0"

#endif
