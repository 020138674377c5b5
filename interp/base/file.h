/* file.h - files as a whole: read into memory, or written so that a reader sees all of it or nothing. */
#ifndef HENG_FILE_H
#define HENG_FILE_H

#include "base/diag.h"

#define FILE_BYTES_MAX ((size_t)1 << 31) /* a file of more than 2 GiB is refused */

/* All bytes of `path` ("-": standard input) in *bytes, a leaf with a NUL behind them.  False, with *bytes
   untouched, after reporting at `span` (where a rule names the file; else SPAN_NONE). */
bool file_read(Text path, Text *bytes, Diags *diags, Span span);

/* Opens `path` for reading; `name` is what messages call it.  Gives its descriptor, -1 after reporting. */
int file_open(Text path, Text name, Diags *diags);

/* Says why `path` could not be read: `error` is an errno. */
void file_report_unread(Diags *diags, Span span, Text path, int error);

/* Writes `path` whole or not at all: what was there stays until the new file is complete and on the disk.  A
   link is followed, the old file's mode is kept; a device or pipe is written directly.  "-" is refused.
   False after reporting. */
bool file_write(Text path, Text bytes, Diags *diags);

/* ---- A file written in pieces ---- */

/* What is written goes to a temporary file beside `path`, which takes its place on commit: as with file_write a
   reader sees all of it or nothing.  "-" is standard output, which like a device is written as it comes.  NULL
   after reporting.  Every FileOut ends with commit or abandon. */
typedef struct FileOut FileOut;
FileOut *file_out_open(Text path, Diags *diags);

/* False when it could not be written, now or before: that has been reported, once. */
bool file_out_write(FileOut *out, Text bytes);
bool file_out_commit(FileOut *out);  /* false after reporting, and then as abandoned */
void file_out_abandon(FileOut *out); /* what was at `path` stays; nothing else is left behind */

/* Removes the temporary files of this process; may be called in a signal handler that then ends it. */
void file_out_abandon_all_async(void);

#endif
