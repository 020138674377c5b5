/* write_json.c - results as one JSON object, whose schema is docs/score.schema.json.  Numbers are text, so that they
   stay exact.  What a program decides by is always there, null where there is nothing; findings, notes and the like are
   left out where there are none.  Prose (reason, steps …) is in the language asked for, all else is the same in both. */
#include "engine/arith.h"
#include "jobs/json_form.h"
#include "jobs/rule_files.h"
#include "jobs/score.h"
#include "jobs/score_tree.h"

#define JSON_VERSION 1

typedef struct Writer {
    const JsonForm *how;
    const FormResult *form;     /* the one being written */
} Writer;

void json_member(Json *json, const char *name, Text text) {
    json_name(json, name);
    if (text.at)
        json_text(json, text);
    else
        json_null(json);
}

/* Blank is nothing. */
static void write_words(Json *json, const char *name, Text text) {
    json_member(json, name, text.length ? text : TEXT_NONE);
}

static void write_some(Json *json, const char *name, Text text) {
    if (text.length) json_member(json, name, text);
}

static void write_texts(Json *json, const char *name, const TextList *texts) {
    json_name(json, name);
    json_array(json);
    for (int i = 0; i < texts->count; i++)
        json_text(json, texts->at[i]);
    json_end_array(json);
}

static void write_some_texts(Json *json, const char *name, const TextList *texts) {
    if (texts->count > 0) write_texts(json, name, texts);
}

/* ---- which rules, which data ---- */

void json_file(Json *json, Text path, Text digest) {
    json_member(json, "path", path);
    json_member(json, "sha256", digest);
}

void json_rules(Json *json, const Program *program) {
    RuleFiles files = { 0 };
    json_member(json, "name", program->scheme->main->title);
    json_member(json, "version", program->scheme->main->version);
    rule_files(program, &files);
    json_name(json, "files");
    json_array(json);
    for (int i = 0; i < files.count; i++) {
        json_object(json);
        json_file(json, files.at[i].path, files.at[i].digest);
        json_end_object(json);
    }
    json_end_array(json);
}

void json_data(Json *json, const FormsFile *files, int count) {
    json_name(json, "data");
    json_array(json);
    for (int i = 0; i < count; i++) {
        json_object(json);
        json_file(json, files[i].path, files[i].digest);
        json_name(json, "rows");
        json_int(json, files[i].rows);
        json_end_object(json);
    }
    json_end_array(json);
}

/* ---- what parts and judgements share ---- */

void json_range(Json *json, const char *name, const Value *value) {
    json_member(json, name, score_certain(value));
    json_member(json, "low", score_low(value));
    json_member(json, "high", score_high(value));
    if (value->kind != VALUE_NUMBER) return;
    if (value->range.lo_open) {
        json_name(json, "low_open");
        json_bool(json, true);
    }
    if (value->range.hi_open) {
        json_name(json, "high_open");
        json_bool(json, true);
    }
}

static void write_place(const Writer *writer, Json *json, const PartResult *part) {
    Text file;
    int line;
    explain_place(writer->form, part, &file, &line);
    json_name(json, "rule");
    json_object(json);
    json_member(json, "file", file);
    json_name(json, "line");
    json_int(json, line);
    json_end_object(json);
    write_words(json, "cites", part->part->cites);
}

static const char *error_name(ValueError error) {
    static const char *const names[] = {
        [ERROR_ZERO_DIVISOR] = "zero_divisor", [ERROR_NO_BAND] = "no_band", [ERROR_NO_KEY] = "no_key", [ERROR_HUGE] = "huge",
        [ERROR_DOMAIN] = "domain",             [ERROR_KIND] = "kind",       [ERROR_UNIT] = "unit",
    };
    return names[error];
}

static void write_row(Json *json, long row) {
    if (row <= 0) return;
    json_name(json, "row");
    json_int(json, row);
}

static void write_claim(const Writer *writer, Json *json, const PartResult *part) {
    const JsonForm *how = writer->how;
    Text reported = verdict_reported(part);
    Verdict verdict;
    if (!reported.at) return;
    json_member(json, "reported", reported);
    if (!how->verdict)
        verdict = verdict_of(part, reported);
    else if (!how->verdict(how->data, part, &verdict))
        return;
    write_words(json, "verdict", text_of(verdict_name(verdict)));
    const Node *via = verdict_via(part, reported);
    if (via) json_member(json, "via", via->kid[0]->text);
}

/* ---- flags, checks and what else is judged ---- */

static void write_judgement(const Writer *writer, Json *json, const PartResult *part) {
    json_object(json);
    json_member(json, "message", explain_message(writer->form, part, writer->how->lang));
    json_member(json, "holds", text_of(score_truth(part->condition)));
    if (part->status == STATUS_ERROR) json_member(json, "error", text_of(error_name(part->error)));
    write_place(writer, json, part);
    json_end_object(json);
}

/* The flags of a part that are raised, or may be. */
static void write_flags(const Writer *writer, Json *json, const PartResult *parts, int count, int parent) {
    bool any = false;
    for (int i = 0; i < count; i++) {
        const PartResult *flag = &parts[i];
        if (!flag->part || flag->part->kind != PART_FLAG || flag->part->parent != parent || flag->condition == TRUTH_NO) continue;
        if (!any) {
            json_name(json, "flags");
            json_array(json);
        }
        any = true;
        write_judgement(writer, json, flag);
    }
    if (any) json_end_array(json);
}

static void write_node_flags(const Writer *writer, Json *json, const ScoreNode *node) {
    const FormResult *form = writer->form;
    if (!node->part) return;
    if (node->row)
        write_flags(writer, json, node->row->parts, form->program->row.parts.count, node->part->part->index);
    else
        write_flags(writer, json, form->parts, form->program->form.parts.count, node->part->part->index);
}

static void write_required(const Writer *writer, Json *json, const PartResult *part) {
    json_object(json);
    json_member(json, "name", part->part->name);
    json_member(json, "required", text_of(score_truth(part->condition)));
    json_name(json, "given");
    json_bool(json, part->amount.kind != VALUE_MISSING);
    write_place(writer, json, part);
    json_end_object(json);
}

/* Points per unit of measure: 0.9138 written as % is 91.38. */
static Value in_unit(Units *units, const Value *value) {
    if (value->kind != VALUE_NUMBER || value->unit == UNIT_NONE || value->unit == UNIT_DATE) return *value;
    Value scale = value_number(unit_scale(units, value->unit), UNIT_NONE);
    return arith_binary(units, OP_DIVIDE, value, &scale);
}

/* A number other than a score that the form reports, held against what the rules give. */
static void write_compared(const Writer *writer, Json *json, const PartResult *part) {
    Units *units = writer->form->program->units;
    Value value = in_unit(units, &part->amount);
    json_object(json);
    json_member(json, "name", part->part->name);
    json_range(json, "value", &value);
    write_words(json, "unit", part->amount.kind == VALUE_NUMBER ? unit_name(units, part->amount.unit) : TEXT_NONE);
    write_claim(writer, json, part);
    write_place(writer, json, part);
    json_end_object(json);
}

static void write_judged(const Writer *writer, Json *json, const char *name, PartKind kind,
                         void (*write)(const Writer *writer, Json *json, const PartResult *part)) {
    const FormResult *form = writer->form;
    bool any = false;
    for (int i = 0; i < form->program->form.parts.count; i++) {
        if (form->parts[i].part->kind != kind) continue;
        if (!any) {
            json_name(json, name);
            json_array(json);
        }
        any = true;
        write(writer, json, &form->parts[i]);
    }
    if (any) json_end_array(json);
}

/* ---- parts ---- */

static void write_entered(const Writer *writer, Json *json, const ScoreNode *node) {
    Entered entered = score_entered(writer->form, node);
    json_name(json, "actual");
    if (!entered.text.at && !entered.read.at) {
        json_null(json);
        return;
    }
    json_object(json);
    json_member(json, "text", entered.text);
    write_words(json, "read", entered.read);
    write_words(json, "passed_over", entered.passed_over);
    json_end_object(json);
}

/* Why: the prose, and where the rule stands. */
static void write_why(const Writer *writer, Json *json, const ScoreNode *node) {
    const FormResult *form = writer->form;
    const PartResult *part = node->part;
    Lang lang = writer->how->lang;
    TextList steps = { 0 }, findings = { 0 }, open = { 0 }, notes = { 0 }, trace = { 0 };
    json_member(json, "target", explain_target(form, part, lang));
    write_entered(writer, json, node);
    write_words(json, "reason", explain_reason(form, part, lang));
    explain_steps(form, part, lang, &steps);
    write_texts(json, "steps", &steps);
    write_some(json, "full", explain_full(form, part, lang));
    explain_open(form, part, lang, &open);
    write_some_texts(json, "open", &open);
    explain_marks(form, part, lang, &findings);
    write_some_texts(json, "findings", &findings);
    explain_notes(form, part, lang, &notes);
    write_some_texts(json, "notes", &notes);
    if (!writer->how->trace) return;
    explain_trace(form, part, lang, &trace);
    write_texts(json, "trace", &trace);
}

static void write_no_why(Json *json) {
    TextList none = { 0 };
    json_member(json, "target", TEXT_NONE);
    json_member(json, "actual", TEXT_NONE);
    json_member(json, "reason", TEXT_NONE);
    write_texts(json, "steps", &none);
}

/* What an adjustment or veto hangs on, and what a veto does. */
static void write_effect(const Writer *writer, Json *json, const ScoreNode *node) {
    if (node->kind != PART_ADJUSTMENT && node->kind != PART_VETO) return;
    const Part *part = node->part->part;
    json_member(json, "holds", text_of(score_truth(node->part->condition)));
    if (node->kind == PART_VETO && part->band >= 0) json_member(json, "sets_grade", writer->form->program->bands.at[part->band].name);
    if (node->kind == PART_VETO && part->amount >= 0) json_member(json, "sets_score", score_certain(&node->part->slots[part->amount]));
}

static void write_node(const Writer *writer, Json *json, const ScoreNode *node) {
    Value lost = score_lost(node, writer->form->program->units);
    json_object(json);
    json_member(json, "name", node->name);
    json_member(json, "kind", text_of(score_kind(node->kind)));
    json_member(json, "weight", score_certain(&node->weight));
    json_member(json, "credit", score_certain(&node->credit));
    json_range(json, "score", &node->score);
    json_member(json, "expected", score_certain(&node->expected));
    json_member(json, "status", text_of(status_name(node->status)));
    if (node->part && node->status == STATUS_ERROR) json_member(json, "error", text_of(error_name(node->part->error)));
    if (node->part && node->part->incomplete) {
        json_name(json, "incomplete");
        json_bool(json, true);
    }
    json_member(json, "lost", score_certain(&lost));
    if (node->part) write_claim(writer, json, node->part);
    write_effect(writer, json, node);
    if (node->part)
        write_why(writer, json, node);
    else
        write_no_why(json);
    write_place(writer, json, node->first);
    if (node->part) write_row(json, node->part->row);
    write_node_flags(writer, json, node);
    if (node->kind != PART_TOTAL) { /* the total's parts are the form's */
        json_name(json, "parts");
        json_array(json);
        for (int i = 0; i < node->children.count; i++)
            write_node(writer, json, node->children.at[i]);
        json_end_array(json);
    }
    json_end_object(json);
}

/* ---- forms ---- */

static void write_grades(Json *json, const FormResult *form) {
    const Program *program = form->program;
    json_name(json, "grade");
    json_array(json);
    for (int i = 0; i < form->grade_count; i++)
        json_text(json, program->bands.at[form->grades[i]].name);
    json_end_array(json);
    if (form->grade_count > 1 && form->grade_expected >= 0)
        json_member(json, "expected_grade", program->bands.at[form->grade_expected].name);
}

static void write_needed(Json *json, const FormResult *form) {
    NeededList needed = { 0 };
    explain_needed(form, &needed);
    if (needed.count == 0) return;
    json_name(json, "needed");
    json_array(json);
    for (int i = 0; i < needed.count; i++) {
        json_object(json);
        json_member(json, "name", needed.at[i].name);
        json_member(json, "points", needed.at[i].unbounded ? TEXT_NONE : rat_text(needed.at[i].points));
        json_end_object(json);
    }
    json_end_array(json);
}

void json_form(Json *json, const FormResult *form, const JsonForm *how) {
    const Writer the = { how, form }, *writer = &the;
    const ScoreNode *total = score_tree(form);
    json_name(json, "total");
    write_node(writer, json, total);
    write_grades(json, form);
    json_name(json, "parts");
    json_array(json);
    for (int i = 0; i < total->children.count; i++)
        write_node(writer, json, total->children.at[i]);
    json_end_array(json);
    write_judged(writer, json, "checks", PART_CHECK, write_judgement);
    write_judged(writer, json, "required", PART_REQUIRED, write_required);
    write_judged(writer, json, "compared", PART_REPORTED, write_compared);
    write_needed(json, form);
}

void score_write_json(Buf *out, const Scored *scored, const ScoreOptions *options) {
    const JsonForm how = { .lang = options->lang, .trace = options->trace };
    Json begun = json_begin(out, false), *json = &begun;
    json_object(json);
    json_name(json, "heng");
    json_int(json, JSON_VERSION);
    json_name(json, "rules");
    json_object(json);
    json_rules(json, scored->program);
    json_end_object(json);
    int file_count;
    const FormsFile *files = forms_files(scored->forms, &file_count);
    json_data(json, files, file_count);
    json_name(json, "forms");
    json_array(json);
    for (int i = 0; i < scored->results.count; i++) {
        json_object(json);
        json_member(json, "form", scored->results.at[i]->id);
        json_form(json, scored->results.at[i], &how);
        json_end_object(json);
    }
    json_end_array(json);
    json_end_object(json);
    buf_char(out, '\n');
}
