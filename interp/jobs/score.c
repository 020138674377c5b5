#include "jobs/score.h"

bool score_format(const char *name, ScoreFormat *format) {
    static const char *const names[] = { "text", "json", "csv", "md" };
    for (int i = 0; i < 4; i++) {
        if (!text_is_z(text_of(names[i]), name)) continue;
        *format = (ScoreFormat)i;
        return true;
    }
    return false;
}

/* One gathering of what forms.x means: every form is scored with what is known of the populations so far. */
static const ValueList **gather_once(const Program *program, const Forms *forms, const ValueList **known) {
    int count = program->populations.count;
    ValueList **lists = MEM_ARRAY(ValueList *, count);
    for (int i = 0; i < count; i++)
        lists[i] = mem_new(sizeof(ValueList) + sizeof(Value) * (size_t)forms->list.count);
    for (int f = 0; f < forms->list.count; f++) {
        FormResult *form = eval_form(program, &forms->list.at[f], known);
        for (int i = 0; i < count; i++)
            if (eval_population(form, &forms->list.at[f], i, known, &lists[i]->at[lists[i]->count])) lists[i]->count++;
    }
    return (const ValueList **)lists;
}

/* Populations that need others are right once those are: each gathering settles one more at least. */
static const ValueList **gather_populations(const Program *program, const Forms *forms) {
    int gatherings = program_nests_populations(program) ? program->populations.count : 1;
    const ValueList **lists = NULL;
    for (int i = 0; program->populations.count > 0 && i < gatherings; i++)
        lists = gather_once(program, forms, lists);
    return lists;
}

bool score_write(Buf *out, const Program *program, const Forms *forms, const ScoreOptions *options) {
    Scored scored = { .program = program, .forms = forms };
    const ValueList **populations = gather_populations(program, forms);
    for (int i = 0; i < forms->list.count; i++) {
        if (options->form.length && !text_same_name(options->form, forms->list.at[i].id)) continue;
        vec_push(&scored.results, eval_form(program, &forms->list.at[i], populations));
    }
    switch (options->format) {
    case SCORE_TEXT: score_write_text(out, &scored, options); break;
    case SCORE_JSON: score_write_json(out, &scored, options); break;
    case SCORE_CSV: score_write_csv(out, &scored, options); break;
    case SCORE_MD: score_write_md(out, &scored, options); break;
    }
    return scored.results.count > 0 || options->form.length == 0;
}
