/* doc_comment.h - what the comment directly above a declaration says of it.  In the standard library it has fields: */
/*   # pass_line 过线按比例
     #   zh: …        #   en: …      (longer ones go on in the next line)
     #   formula: …   #   source: …  #   example: …
   anywhere else it is prose in one language, of which "Source:" and "Example:" ("例：") begin what their names say. */
#ifndef HENG_DOC_COMMENT_H
#define HENG_DOC_COMMENT_H

#include "base/diag.h"

typedef struct Comment {
    Text head;              /* the first line of one with fields: the names it is about */
    Text words[2];          /* by Lang; prose is in the one it is written in */
    Text formula, source, example;
    bool fields;
} Comment;

/* The comment whose last line is the one before that of byte `at`; no line between is blank.  False where there is none. */
bool comment_above(Source *source, uint32_t at, Comment *comment);

/* Its words in `lang`, else in the other language, else TEXT_NONE. */
Text comment_words(const Comment *comment, Lang lang);

/* Whether there is a Chinese character in it. */
bool text_has_han(Text text);

#endif
