/* format_check.h - proves that formatting changed nothing that counts. */
#ifndef HENG_FORMAT_CHECK_H
#define HENG_FORMAT_CHECK_H

#include "front/format_words.h"

/* Reads `result`, what became of `source` with its tree and words: "" where it has the same tree, words and comments,
   else the first line of it that differs. */
Text format_check(Source *source, const Node *tree, const Words *words, Text result);

#endif
