/* doc_terms.h - an expression of the rules on one line, in notation ("实际 ÷ 目标.值") or in words ("实际值 ÷ 目标值").
   Words are used only where there is a phrase that can be read in one way; all else stays notation. */
#ifndef HENG_DOC_TERMS_H
#define HENG_DOC_TERMS_H

#include "front/scheme.h"

/* What a method's parameter stands for where the method is told with its arguments. */
typedef struct Given Given;
struct Given {
    const Symbol *symbol;
    const Node *value;
    const Given *outer;     /* of the arguments: an argument may name the caller's parameters */
    const Given *next;
};

typedef struct Terms {
    Lang lang;
    bool words;
    const Given *given;
} Terms;

/* How tightly an expression holds together; one that is looser than where it stands gets parentheses. */
typedef enum Hold {
    HOLD_PHRASE, HOLD_OR, HOLD_AND, HOLD_NOT, HOLD_COMPARE, HOLD_RANGE, HOLD_SUM, HOLD_TERM, HOLD_UNARY, HOLD_POWER, HOLD_ALONE
} Hold;

void term_write(Buf *buf, const Terms *terms, const Node *node, Hold least);
Text term_text(const Terms *terms, const Node *node);           /* with nothing around it */
Text notation_text(Lang lang, const Node *node);

/* "≥ 90" or, in words, "not below 90": what is behind the thing that is compared. */
Text compared_text(const Terms *terms, int comparison, const Node *bound);
Text comparison_sign(int comparison);

/* A range in words, its ends marked as included or excluded where it matters: "60% to below 80%". */
Text range_text(const Terms *terms, const Node *range);

/* The name a reader of `lang` knows a method, function or scale by: of the standard library, which has both. */
Text symbol_name(const Symbol *symbol, Lang lang);
Text quoted_name(const Terms *terms, Text name); /* in quotation marks where it is no plain word */

/* `template` with {0} {1} … replaced by values[0] …, all glued. */
Text glue_text(Text template, const Text *values, int count);

/* The word of word.def that `text` is in either language, or -1. */
int word_find(Text text);

/* "left × right" with the blanks that its parentheses leave over. */
void glue_operation(Buf *buf, Text sign, Text right);

/* A number as it stands in the rules: "80 万元", "45%". */
Text number_text(const Node *number);

/* Adds `text`, parted by a blank from what is before where a Chinese character and a Latin one would touch. */
void glue(Buf *buf, Text text);

#define LT(terms, en, zh) ((terms)->lang == LANG_ZH ? TEXT(zh) : TEXT(en))

#endif
