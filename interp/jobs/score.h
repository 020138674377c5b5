/* score.h - scores forms and writes the results as text for people or as JSON, CSV, Markdown. */
#ifndef HENG_SCORE_H
#define HENG_SCORE_H

#include "engine/explain.h"
#include "jobs/forms.h"

typedef enum ScoreFormat { SCORE_TEXT, SCORE_JSON, SCORE_CSV, SCORE_MD } ScoreFormat;

typedef struct ScoreOptions {
    ScoreFormat format;
    Lang lang;
    bool trace, explain, brief, wide, color;
    Text form;          /* only this one; TEXT_NONE: all */
} ScoreOptions;

bool score_format(const char *name, ScoreFormat *format);

/* Writes the results of all forms.  False where `form` names none of them. */
bool score_write(Buf *out, const Program *program, Forms *forms, const ScoreOptions *options);

/* The values of forms.x over all forms, or NULL where the program wants none; `program`: its number.  Leaves the forms at
   their beginning. */
const ValueList **score_populations(const Program *program, Forms *forms, int number);

/* What the writers are given: a form scored. */
typedef struct Scored {
    const Program *program;
    const Forms *forms;
    int sources;            /* how many files they come from */
    VEC(FormResult *) results;
} Scored;

void score_write_text(Buf *out, const Scored *scored, const ScoreOptions *options);
void score_write_json(Buf *out, const Scored *scored, const ScoreOptions *options);
void score_write_csv(Buf *out, const Scored *scored, const ScoreOptions *options);
void score_write_md(Buf *out, const Scored *scored, const ScoreOptions *options);

#endif
