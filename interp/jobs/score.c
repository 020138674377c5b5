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

typedef VEC(Value) Values;

static ValueList *list_of(const Values *values) {
    ValueList *list = mem_new(sizeof(ValueList) + sizeof(Value) * (size_t)(values->count + 1));
    for (int i = 0; i < values->count; i++)
        list->at[list->count++] = values->at[i];
    return list;
}

/* One gathering of what forms.x means: every form is scored with what is known of the populations so far. */
static const ValueList **gather_once(const Program *program, Forms *forms, int number, const ValueList **known) {
    int count = program->populations.count;
    Values *values = MEM_ARRAY(Values, count);
    for (const Form *form; (form = forms_next(forms)) != NULL;) {
        FormData data = forms_data(forms, form, number);
        FormResult *result = eval_form(program, &data, known);
        Value value;
        for (int i = 0; i < count; i++)
            if (eval_population(result, &data, i, known, &value)) vec_push(&values[i], value);
    }
    forms_rewind(forms);
    const ValueList **lists = MEM_ARRAY(const ValueList *, count);
    for (int i = 0; i < count; i++)
        lists[i] = program->populations.at[i].keys.count > 0 ? eval_by_key(values[i].at, values[i].count) : list_of(&values[i]);
    return lists;
}

/* Populations that need others are right once those are: each gathering settles one more at least. */
const ValueList **score_populations(const Program *program, Forms *forms, int number) {
    int gatherings = program_nests_populations(program) ? program->populations.count : 1;
    const ValueList **lists = NULL;
    for (int i = 0; program->populations.count > 0 && i < gatherings; i++)
        lists = gather_once(program, forms, number, lists);
    return lists;
}

bool score_write(Buf *out, const Program *program, Forms *forms, const ScoreOptions *options) {
    Scored scored = { .program = program, .forms = forms };
    forms_files(forms, &scored.sources);
    const ValueList **populations = score_populations(program, forms, 0);
    for (const Form *form; (form = forms_next(forms)) != NULL;) {
        if (options->form.length && !text_same_name(options->form, form->id)) continue;
        FormData data = forms_data(forms, form, 0);
        vec_push(&scored.results, eval_form(program, &data, populations));
    }
    switch (options->format) {
    case SCORE_TEXT: score_write_text(out, &scored, options); break;
    case SCORE_JSON: score_write_json(out, &scored, options); break;
    case SCORE_CSV: score_write_csv(out, &scored, options); break;
    case SCORE_MD: score_write_md(out, &scored, options); break;
    }
    return scored.results.count > 0 || options->form.length == 0;
}
