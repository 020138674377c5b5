/* explain.h - why a part has its score, read from the slots it came from.  Every number in these texts is one that
   was computed; nothing is evaluated again. */
#ifndef HENG_EXPLAIN_H
#define HENG_EXPLAIN_H

#include "engine/result.h"

typedef VEC(Text) TextList;

/* One or two lines: what was entered and how it was read, the target, met or missed, the arithmetic that mattered
   with its numbers, what the score rests on.  Without the part's name. */
Text explain_reason(const FormResult *form, const PartResult *part, Lang lang);

/* The arithmetic of the score step by step, only what mattered: "57 ÷ 60 = 95%", "15 × 95% = 14.25". */
void explain_steps(const FormResult *form, const PartResult *part, Lang lang, TextList *steps);

/* Every step, indented, and the branches not taken with the reason why. */
void explain_trace(const FormResult *form, const PartResult *part, Lang lang, TextList *lines);

/* What would have earned full credit ("≥ 60场"); TEXT_NONE where it was earned, or no single answer is known. */
Text explain_full(const FormResult *form, const PartResult *part, Lang lang);

/* For a score that is a range: the evidence that would settle it, one text each. */
void explain_open(const FormResult *form, const PartResult *part, Lang lang, TextList *evidence);

/* Findings about the evidence itself (a bound, words passed over, …), one text each. */
void explain_marks(const FormResult *form, const PartResult *part, Lang lang, TextList *findings);

/* What was entered, as the cell has it; how it was read; what was passed over.  Each may be TEXT_NONE. */
typedef struct Entered {
    Text text, read, passed_over;
} Entered;
Entered explain_actual(const PartResult *part);
Text explain_target(const FormResult *form, const PartResult *part, Lang lang);

/* Notes the rules add (说明), filled in. */
void explain_notes(const FormResult *form, const PartResult *part, Lang lang, TextList *notes);
/* The words of a CHECK or FLAG, filled in. */
Text explain_message(const FormResult *form, const PartResult *part, Lang lang);

/* The name of the admitted alternative by which alone the reported score comes out; TEXT_NONE. */
Text explain_via(const PartResult *part, Lang lang);

/* Where the rule stands: the file as the user named it, the line. */
void explain_place(const FormResult *form, const PartResult *part, Text *file, int *line);

/* Entries of the form still missing, the most important first, without those that can no longer change the score,
   the total or the grade. */
typedef struct Needed {
    Text name;
    Rat points;         /* by how much the total still depends on it */
    bool unbounded;     /* no limit is known */
} Needed;
typedef VEC(Needed) NeededList;
void explain_needed(const FormResult *form, NeededList *needed);

/* Parts that lost points, greatest loss first (by the least certain loss); at most `limit`. */
typedef VEC(const PartResult *) PartList;
void explain_losses(const FormResult *form, PartList *parts, int limit);

/* A score for people: "8.65", "8 ~ 10" with words for open ends. */
Text explain_number(const FormResult *form, const Value *value, Lang lang);

#endif
