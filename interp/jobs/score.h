/* score.h - scores forms and writes the results as text for people or as JSON, CSV, Markdown. */
#ifndef HENG_SCORE_H
#define HENG_SCORE_H

#include "engine/explain.h"
#include "jobs/forms_read.h"

typedef enum ScoreFormat { SCORE_TEXT, SCORE_JSON, SCORE_CSV, SCORE_MD } ScoreFormat;

typedef struct ScoreOptions {
    ScoreFormat format;
    Lang lang;
    bool trace, explain, brief, wide, color;
    Text form;          /* only this one; TEXT_NONE: all */
} ScoreOptions;

bool score_format(const char *name, ScoreFormat *format);

/* Writes the results of all forms.  False where `form` names none of them. */
bool score_write(Buf *out, const Program *program, const Forms *forms, const ScoreOptions *options);

/* What the writers are given: a form scored. */
typedef struct Scored {
    const Program *program;
    const Forms *forms;
    VEC(FormResult *) results;
} Scored;

void score_write_text(Buf *out, const Scored *scored, const ScoreOptions *options);
void score_write_json(Buf *out, const Scored *scored, const ScoreOptions *options);
void score_write_csv(Buf *out, const Scored *scored, const ScoreOptions *options);
void score_write_md(Buf *out, const Scored *scored, const ScoreOptions *options);

#endif
