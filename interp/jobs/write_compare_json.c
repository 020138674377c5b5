/* write_compare_json.c - a comparison as one JSON object, whose schema is docs/compare.schema.json.  Numbers are text, so
   that they stay exact.  Forms are written as they come; what was counted follows them. */
#include "jobs/compare.h"
#include "jobs/json_form.h"
#include "jobs/score_tree.h"

#define JSON_VERSION 1

static void write_count(Json *json, const char *name, long n) {
    json_name(json, name);
    json_int(json, n);
}

static void write_flag(Json *json, const char *name, bool flag) {
    json_name(json, name);
    json_bool(json, flag);
}

/* ---- rules and clauses ---- */

static void write_rules(Json *json, const char *name, const Program *program) {
    json_name(json, name);
    json_object(json);
    json_rules(json, program);
    json_end_object(json);
}

static void write_clause(Json *json, const char *name, const ClauseText *clause, bool file) {
    json_name(json, name);
    if (!clause->text.at) {
        json_null(json);
        return;
    }
    json_object(json);
    json_member(json, "text", file ? TEXT_NONE : clause->text);
    json_member(json, "file", clause->file);
    write_count(json, "line", clause->line);
    json_end_object(json);
}

static void write_changes(Json *json, const Compare *compare) {
    json_name(json, "changes");
    json_array(json);
    for (int i = 0; i < compare->changes.count; i++) {
        const RuleChange *change = &compare->changes.at[i];
        json_object(json);
        write_count(json, "number", i + 1);
        json_member(json, "change", text_of(change_name(change->kind)));
        json_member(json, "clause", change_clause(change));
        json_member(json, "where", change->where);
        json_member(json, "name", change->name);
        write_clause(json, "old", &change->old, change->file);
        write_clause(json, "new", &change->new, change->file);
        write_flag(json, "scores", change->scores);
        json_end_object(json);
    }
    json_end_array(json);
}

/* ---- forms ---- */

static void write_ends(Json *json, bool known, Ends points) {
    bool single = known && rat_equal(points.low, points.high);
    json_member(json, "difference", single ? rat_text(points.low) : TEXT_NONE);
    json_member(json, "difference_low", known ? rat_text(points.low) : TEXT_NONE);
    json_member(json, "difference_high", known ? rat_text(points.high) : TEXT_NONE);
}

static void write_value(Json *json, const char *name, const Value *value) {
    json_name(json, name);
    json_object(json);
    json_range(json, "score", value);
    json_end_object(json);
}

static void write_numbers(Json *json, const Compare *compare, int step) {
    json_name(json, "changes");
    json_array(json);
    for (int i = 0; step != STEP_REST && i < compare->steps.at[step].changes.count; i++)
        json_int(json, compare->steps.at[step].changes.at[i] + 1);
    json_end_array(json);
}

static void write_causes(Json *json, const Compare *compare, const Effects *effects) {
    json_name(json, "causes");
    json_array(json);
    for (int i = 0; i < effects->count; i++) {
        const Effect *effect = &effects->at[i];
        json_object(json);
        write_numbers(json, compare, effect->step);
        write_ends(json, effect->known, effect->points);
        if (effect->grade_from.at) {
            json_member(json, "grade_from", effect->grade_from);
            json_member(json, "grade_to", effect->grade_to);
        }
        json_end_object(json);
    }
    json_end_array(json);
}

static void write_side(Json *json, const char *name, bool there, const Value *weight, const Value *credit, const Value *score, Status status) {
    json_name(json, name);
    if (!there) {
        json_null(json);
        return;
    }
    json_object(json);
    json_member(json, "weight", score_certain(weight));
    json_member(json, "credit", score_certain(credit));
    json_range(json, "score", score);
    json_member(json, "status", text_of(status_name(status)));
    json_end_object(json);
}

static void write_part(Json *json, const Compare *compare, const ComparedPart *part) {
    json_object(json);
    json_member(json, "path", part->key.path);
    json_member(json, "name", part->key.name);
    json_member(json, "kind", text_of(score_kind(part->key.kind)));
    if (part->key.row > 0) write_count(json, "row", part->key.row);
    write_side(json, "old", part->in_old, &part->old_weight, &part->old_credit, &part->old_score, part->old_status);
    write_side(json, "new", part->in_new, &part->new_weight, &part->new_credit, &part->new_score, part->new_status);
    write_ends(json, part->known, part->points);
    write_causes(json, compare, &part->effects);
    json_end_object(json);
}

static void write_grade(Json *json, const char *name, const FormResult *form) {
    json_name(json, name);
    json_array(json);
    for (int i = 0; i < form->grade_count; i++)
        json_text(json, form->program->bands.at[form->grades[i]].name);
    json_end_array(json);
}

static void write_form(Json *json, const Compare *compare, const Compared *form) {
    json_object(json);
    json_member(json, "form", form->id);
    write_flag(json, "changed", form->changed);
    write_value(json, "old", &form->old_total);
    write_value(json, "new", &form->new_total);
    write_ends(json, form->known, form->points);
    json_member(json, "move", text_of(movement_name(form->movement)));
    write_grade(json, "old_grade", form->old);
    write_grade(json, "new_grade", form->new);
    write_causes(json, compare, &form->effects);
    json_name(json, "parts");
    json_array(json);
    for (int i = 0; i < form->parts.count; i++)
        if (form->parts.at[i].changed) write_part(json, compare, &form->parts.at[i]);
    json_end_array(json);
    json_end_object(json);
}

/* ---- what was counted ---- */

static void write_moves(Json *json, const Moves *moves, bool same) {
    for (int m = same ? MOVE_NONE : MOVE_UP; m < MOVE_COUNT; m++) {
        json_name(json, movement_name((Movement)m));
        json_object(json);
        write_count(json, "forms", moves->count[m]);
        if (m != MOVE_NONE) {
            json_member(json, "low", rat_text(moves->points[m].low));
            json_member(json, "high", rat_text(moves->points[m].high));
        }
        if (m == MOVE_UNCLEAR) write_count(json, "unmeasured", moves->unmeasured);
        json_end_object(json);
    }
}

static void write_step(Json *json, const Compare *compare, int index) {
    const Step *step = &compare->steps.at[index];
    json_object(json);
    write_numbers(json, compare, index);
    write_moves(json, &step->moves, false);
    write_count(json, "grades", step->grades);
    json_name(json, "parts");
    json_array(json);
    for (int i = 0; i < step->parts.count; i++) {
        json_object(json);
        json_member(json, "path", step->parts.at[i].path);
        json_member(json, "name", step->parts.at[i].name);
        write_moves(json, &step->parts.at[i].moves, false);
        json_end_object(json);
    }
    json_end_array(json);
    write_flag(json, "more_parts", step->more_parts);
    json_end_object(json);
}

static void write_summary(Json *json, const Compare *compare) {
    json_name(json, "summary");
    json_object(json);
    write_count(json, "forms", compare->form_count);
    write_count(json, "changed", compare->changed);
    write_count(json, "grade_changes", compare->grade_changes);
    write_moves(json, &compare->moves, true);
    json_name(json, "grades");
    json_array(json);
    for (int i = 0; i < compare->grades.count; i++) {
        json_object(json);
        json_member(json, "old", compare->grades.at[i].from);
        json_member(json, "new", compare->grades.at[i].to);
        write_count(json, "forms", compare->grades.at[i].forms);
        json_end_object(json);
    }
    json_end_array(json);
    json_name(json, "steps");
    json_array(json);
    for (int i = 0; i < compare->steps.count; i++)
        write_step(json, compare, i);
    json_end_array(json);
    json_name(json, "rest");
    json_object(json);
    write_moves(json, &compare->rest, false);
    json_end_object(json);
    json_name(json, "movers");
    json_array(json);
    for (int i = 0; i < compare->movers.count; i++)
        json_text(json, compare->movers.at[i]->id);
    json_end_array(json);
    json_end_object(json);
}

/* ---- the sink ---- */

typedef struct JsonSink {
    CompareSink sink;
    CompareOut out;
    Buf buf;
    Json json;
} JsonSink;

static bool flush(JsonSink *sink) {
    bool written = sink->out.write(sink->out.data, buf_text(&sink->buf));
    sink->buf.length = 0;
    return written;
}

static bool begin(CompareSink *sink, const Compare *compare) {
    JsonSink *to = (JsonSink *)sink;
    Json *json = &to->json;
    *json = json_begin(&to->buf, false);
    json_object(json);
    json_name(json, "heng");
    json_int(json, JSON_VERSION);
    write_rules(json, "old", compare->old);
    write_rules(json, "new", compare->new);
    write_changes(json, compare);
    json_name(json, "forms");
    json_array(json);
    return flush(to);
}

static bool add_form(CompareSink *sink, const Compare *compare, const Compared *form) {
    JsonSink *to = (JsonSink *)sink;
    if (compare->changed_only && !form->changed) return true;
    write_form(&to->json, compare, form);
    return flush(to);
}

static bool end(CompareSink *sink, const Compare *compare) {
    JsonSink *to = (JsonSink *)sink;
    Json *json = &to->json;
    json_end_array(json);
    write_summary(json, compare);
    int count;
    const FormsFile *files = forms_files(compare->forms, &count);
    json_data(json, files, count);
    json_end_object(json);
    buf_char(&to->buf, '\n');
    return flush(to);
}

CompareSink *compare_json_sink(const CompareOut *out) {
    JsonSink *json = MEM_NEW(JsonSink);
    json->sink = (CompareSink){ begin, add_form, end };
    json->out = *out;
    return &json->sink;
}
