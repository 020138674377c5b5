/* write_replay_json.c - a replay as JSON, whose schema is docs/replay.schema.json: one object into which the forms are
   written as they come, or JSON lines: a form a line, then one with all else.  What is known only at the end - digests
   of data, counts - stands behind the forms.  Prose (reason, known, explanation and what score calls so) is in the
   language of the report, all else is the same in both. */
#include "data/date.h"
#include "jobs/json_form.h"
#include "jobs/manifest.h"
#include "jobs/manifest_json.h"
#include "jobs/score_tree.h"

#define JSON_VERSION 1

static void write_count(Json *json, const char *name, long count) {
    json_name(json, name);
    json_int(json, count);
}

/* Lines are counted from 1: 0 is nowhere. */
static void write_place_number(Json *json, const char *name, long number) {
    json_name(json, name);
    if (number > 0)
        json_int(json, number);
    else
        json_null(json);
}

/* Blank is nothing. */
static void write_words(Json *json, const char *name, Text text) {
    json_member(json, name, text.length ? text : TEXT_NONE);
}

static void write_points(Json *json, Rat over, Rat under) {
    json_name(json, "points");
    json_object(json);
    json_member(json, "over", rat_text(over));
    json_member(json, "under", rat_text(under));
    json_end_object(json);
}

/* ---- rules and data ---- */

static Text day_of(const Node *date) {
    int64_t day;
    Buf buf = { 0 };
    if (!date || !rat_to_int64(date->number, &day)) return TEXT_NONE;
    date_write(&buf, day);
    return buf_text(&buf);
}

static void write_rules(Json *json, const Replay *replay) {
    json_name(json, "rules");
    json_array(json);
    for (int i = 0; i < replay->program_count; i++) {
        const Node *force = replay->programs[i]->scheme->main->force;
        json_object(json);
        json_rules(json, replay->programs[i]);
        json_name(json, "in_force");
        if (force) {
            json_object(json);
            json_member(json, "from", day_of(force->kid[0]));
            json_member(json, "to", day_of(force->kid[1]));
            json_end_object(json);
        } else {
            json_null(json);
        }
        json_end_object(json);
    }
    json_end_array(json);
}

/* ---- findings ---- */

static void write_place(Json *json, const FormPlace *place) {
    json_name(json, "place");
    if (!place->file.length && place->row <= 0) {
        json_null(json);
        return;
    }
    json_object(json);
    write_words(json, "data", place->file);
    write_words(json, "sheet", place->sheet);
    write_place_number(json, "row", place->row);
    write_words(json, "column", place->column);
    write_words(json, "cell", place->cell);
    json_end_object(json);
}

static void write_rule(Json *json, Text file, int line) {
    json_name(json, "rule");
    if (!file.length) {
        json_null(json);
        return;
    }
    json_object(json);
    json_member(json, "file", file);
    write_count(json, "line", line);
    json_end_object(json);
}

static void write_finding(Json *json, const Finding *finding) {
    json_member(json, "finding", text_of(finding_slug(finding->id)));
    json_member(json, "path", finding->path.at ? finding->path : TEXT(""));
    json_member(json, "name", finding->name.at ? finding->name : TEXT(""));
    json_member(json, "printed", finding->printed);
    json_member(json, "expected", finding->expected);
    json_member(json, "low", finding->low);
    json_member(json, "high", finding->high);
    write_words(json, "verdict", text_of(verdict_name(finding->verdict)));
    json_member(json, "sure", finding->certain ? TEXT("certain") : TEXT("judgement"));
    json_member(json, "points", finding->has_points ? rat_text(finding->points) : TEXT_NONE);
    write_words(json, "reason", finding->reason);
    write_words(json, "known", finding->known);
    write_place(json, &finding->place);
    write_rule(json, finding->file, finding->line);
    write_words(json, "cites", finding->cites);
}

static void write_kept(Json *json, const Kept *kept) {
    json_object(json);
    json_member(json, "form", kept->finding.form);
    write_words(json, "unit", kept->unit);
    write_place_number(json, "year", kept->year);
    write_finding(json, &kept->finding);
    json_member(json, "target", kept->target);
    json_member(json, "actual", kept->actual);
    json_name(json, "explanation");
    json_array(json);
    for (int i = 0; i < kept->explanation.count; i++)
        json_text(json, kept->explanation.at[i]);
    json_end_array(json);
    json_end_object(json);
}

/* ---- forms ---- */

/* Of a form under several versions a verdict is over all of them; what only one of them says is not told as such. */
typedef struct Verdicts {
    const Replayed *form;
    int next;               /* where the last was found: they mostly stand in the same order */
} Verdicts;

static bool verdict_over_all(void *data, const PartResult *part, Verdict *verdict) {
    Verdicts *verdicts = data;
    int count = verdicts->form->judged.count;
    for (int i = 0; i < count; i++) {
        int at = (verdicts->next + i) % count;
        if (verdicts->form->judged.at[at].part != part) continue;
        *verdict = verdicts->form->judged.at[at].verdict;
        verdicts->next = at + 1;
        return true;
    }
    return false;
}

static void write_versions(Json *json, const Replay *replay, const Replayed *form) {
    json_name(json, "versions");
    json_array(json);
    for (int i = 0; i < form->result_count; i++) {
        const Module *rules = replay->programs[form->versions[i]]->scheme->main;
        json_object(json);
        write_count(json, "rules", form->versions[i]);
        json_member(json, "name", rules->title);
        json_member(json, "version", rules->version);
        json_end_object(json);
    }
    json_end_array(json);
}

static void write_result(Json *json, const Replay *replay, const Replayed *form) {
    Verdicts verdicts = { form, 0 };
    JsonForm how = { .lang = replay->lang, .data = &verdicts };
    if (form->result_count > 1) how.verdict = verdict_over_all;
    if (form->result_count > 0) {
        json_form(json, form->results[0], &how);
        return;
    }
    json_member(json, "total", TEXT_NONE);
    json_name(json, "grade");
    json_array(json);
    json_end_array(json);
    json_name(json, "parts");
    json_array(json);
    json_end_array(json);
}

static void write_form(Json *json, const Replay *replay, const Replayed *form) {
    json_object(json);
    json_member(json, "form", form->form->id);
    write_count(json, "number", form->form->number);
    write_place_number(json, "year", form->form->year);
    write_words(json, "unit", form->unit);
    if (form->form->damaged) {
        json_name(json, "damaged");
        json_bool(json, true);
    }
    write_versions(json, replay, form);
    json_member(json, "reported", form->reported_total);
    json_member(json, "reported_grade", form->reported_grade);
    write_words(json, "verdict", text_of(verdict_name(form->verdict)));
    write_points(json, form->over, form->under);
    write_result(json, replay, form);
    if (form->result_count > 1) {
        json_name(json, "all_versions");
        json_object(json);
        json_range(json, "total", &form->total);
        json_end_object(json);
    }
    json_name(json, "findings");
    json_array(json);
    for (int i = 0; i < form->findings.count; i++) {
        json_object(json);
        write_finding(json, &form->findings.at[i]);
        json_end_object(json);
    }
    json_end_array(json);
    json_end_object(json);
}

/* ---- summary ---- */

static void write_verdicts(Json *json, const char *name, const long *counts) {
    json_name(json, name);
    json_object(json);
    for (int verdict = VERDICT_AGREES; verdict < VERDICT_COUNT; verdict++)
        write_count(json, verdict_name((Verdict)verdict), counts[verdict]);
    write_count(json, "none", counts[VERDICT_NONE]);
    json_end_object(json);
}

static void write_kinds(Json *json, const Replay *replay) {
    json_name(json, "findings");
    json_array(json);
    for (int i = 0; i < FINDING_COUNT; i++) {
        if (replay->findings[i] == 0) continue;
        json_object(json);
        json_member(json, "finding", text_of(finding_slug((FindingId)i)));
        write_count(json, "count", replay->findings[i]);
        write_count(json, "certain", replay->certain[i]);
        json_end_object(json);
    }
    json_end_array(json);
}

static void write_tallies(Json *json, const char *name, const Tally *tallies, int count) {
    json_name(json, name);
    json_array(json);
    for (int i = 0; i < count; i++) {
        const Tally *tally = &tallies[i];
        json_object(json);
        json_member(json, "name", tally->name.at ? tally->name : TEXT(""));
        write_count(json, "forms", tally->forms);
        write_count(json, "findings", tally->findings);
        write_count(json, "contradicted", tally->contradicted);
        write_points(json, tally->over, tally->under);
        json_end_object(json);
    }
    json_end_array(json);
}

static void write_pattern(Json *json, const Pattern *pattern) {
    json_object(json);
    json_member(json, "clause", pattern->clause);
    write_rule(json, pattern->file, pattern->line);
    write_words(json, "known", pattern->known);
    write_words(json, "difference", pattern->difference);
    write_count(json, "count", pattern->count);
    write_count(json, "of", pattern->of);
    json_name(json, "examples");
    json_array(json);
    for (int i = 0; i < pattern->example_count; i++)
        write_kept(json, pattern->examples[i]);
    json_end_array(json);
    json_end_object(json);
}

static void write_summary(Json *json, const Replay *replay) {
    json_name(json, "summary");
    json_object(json);
    write_count(json, "forms", replay->form_count);
    write_count(json, "rows", replay->row_count);
    write_count(json, "scores", replay->scored);
    write_count(json, "clean_forms", replay->clean_forms);
    json_name(json, "verdicts");
    json_object(json);
    write_verdicts(json, "scores", replay->verdicts);
    write_verdicts(json, "totals", replay->total_verdicts);
    write_verdicts(json, "others", replay->other_verdicts);
    json_end_object(json);
    write_kinds(json, replay);
    write_points(json, replay->over, replay->under);
    json_name(json, "patterns");
    json_array(json);
    for (int i = 0; i < replay->patterns.count; i++)
        write_pattern(json, &replay->patterns.at[i]);
    json_end_array(json);
    write_tallies(json, "units", replay->units.at, replay->units.count);
    write_tallies(json, "years", replay->years.at, replay->years.count);
    json_name(json, "worst");
    json_array(json);
    for (int i = 0; i < replay->worst.count; i++)
        write_kept(json, replay->worst.at[i]);
    json_end_array(json);
    write_count(json, "worst_left_out", replay->worst_left_out);
    json_name(json, "interrupted");
    json_bool(json, replay->interrupted);
    json_end_object(json);
}

/* ---- the sink ---- */

typedef struct JsonSink {
    ReplaySink sink;
    ReplayOut out;
    Json json;
    Buf buf;
    bool lines;
} JsonSink;

/* Hands on what is there. */
static bool flush(JsonSink *sink) {
    Text bytes = buf_text(&sink->buf);
    bool written = bytes.length == 0 || sink->out.write(sink->out.data, bytes);
    sink->buf.length = 0;
    return written;
}

static void begin_object(JsonSink *sink) {
    sink->json = json_begin(&sink->buf, sink->lines);
    json_object(&sink->json);
    write_count(&sink->json, "heng", JSON_VERSION);
}

static bool begin(ReplaySink *base, const Replay *replay) {
    JsonSink *sink = (JsonSink *)base;
    if (sink->lines) return true;
    begin_object(sink);
    write_rules(&sink->json, replay);
    json_name(&sink->json, "forms");
    json_array(&sink->json);
    return flush(sink);
}

static bool add_form(ReplaySink *base, const Replay *replay, const Replayed *form) {
    JsonSink *sink = (JsonSink *)base;
    if (sink->lines) sink->json = json_begin(&sink->buf, true);
    write_form(&sink->json, replay, form);
    if (sink->lines) buf_char(&sink->buf, '\n');
    return flush(sink);
}

static bool end(ReplaySink *base, const Replay *replay) {
    JsonSink *sink = (JsonSink *)base;
    Json *json = &sink->json;
    Manifest manifest = { 0 };
    if (sink->lines) {
        begin_object(sink);
        write_rules(json, replay);
    } else {
        json_end_array(json);
    }
    int count;
    const FormsFile *files = replay_files(replay, &count);
    json_data(json, files, count);
    write_summary(json, replay);
    manifest_of(replay, &manifest);
    json_name(json, "manifest");
    manifest_json(json, &manifest);
    json_end_object(json);
    buf_char(&sink->buf, '\n');
    return flush(sink);
}

ReplaySink *replay_json_sink(const ReplayOut *out, bool lines) {
    JsonSink *sink = MEM_NEW(JsonSink);
    sink->sink = (ReplaySink){ begin, add_form, end };
    sink->out = *out;
    sink->lines = lines;
    return &sink->sink;
}
