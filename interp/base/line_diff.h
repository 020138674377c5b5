/* line_diff.h - the lines in which two texts differ. */
#ifndef HENG_LINE_DIFF_H
#define HENG_LINE_DIFF_H

#include "base/text.h"

/* A unified difference with three lines of context, as `patch` reads it; nothing where the texts are equal. */
void line_diff(Buf *out, Text old_name, Text old_text, Text new_name, Text new_text);

#endif
