/* file.h - files as a whole: read into memory, or written so that a reader sees all of it or nothing. */
#ifndef HENG_FILE_H
#define HENG_FILE_H

#include "base/diag.h"

#define FILE_BYTES_MAX ((size_t)1 << 31) /* a file of more than 2 GiB is refused */

/* All bytes of `path` ("-": standard input) in *bytes, a leaf with a NUL behind them.  False, with *bytes
   untouched, after reporting at `span` (where a rule names the file; else SPAN_NONE). */
bool file_read(Text path, Text *bytes, Diags *diags, Span span);

/* Reports that `path` could not be read, for whoever reads it piece by piece; `error` is errno's. */
void file_report_unread(Diags *diags, Span span, Text path, int error);

/* Writes `path` whole or not at all: what was there stays until the new file is complete and on the disk.  A
   link is followed, the old file's mode is kept; a device or pipe is written directly.  "-" is refused.
   False after reporting. */
bool file_write(Text path, Text bytes, Diags *diags);

#endif
