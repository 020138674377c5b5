/* write_replay_csv.c - what a replay found as CSV: one line a finding, and with `all` one for each verdict that led to
   none.  Only `reason` and `known` are prose. */
#include "jobs/csv_cell.h"
#include "jobs/replay.h"
#include "jobs/score_tree.h"

static void take_numbers(Finding *line, const Value *expected, const Value *value) {
    Rat printed;
    line->expected = score_certain(expected);
    line->low = score_low(value);
    line->high = score_high(value);
    line->has_points = line->expected.at && rat_read(text_trim(line->printed), &printed);
    if (line->has_points) line->points = rat_subtract(printed, expected->range.lo);
}

/* A verdict without a finding in the shape of one. */
static Finding line_of(const Replayed *form, const Judged *judged) {
    const FormResult *result = form->results[judged->version];
    const PartResult *part = judged->part;
    Finding line = {
        .id = judged->id, .form = form->form->id, .path = judged->path, .name = judged->name, .place = judged->place,
        .printed = judged->printed, .verdict = judged->verdict,
        .certain = judged->verdict == VERDICT_AGREES || judged->verdict == VERDICT_CONTRADICTED,
    };
    switch (judged->id) {
    case FINDING_GRADE: line.expected = result_grades(result); break;
    case FINDING_TOTAL: take_numbers(&line, part ? &part->expected : &form->total, &form->total); break;
    case FINDING_REPORTED: /* its amount is in the unit of the rules, the cell perhaps in another */ break;
    default:
        if (part) take_numbers(&line, &part->expected, &part->score);
    }
    if (judged->verdict == VERDICT_CONTRADICTED) line.reason = text_of("follows from what is printed below it");
    if (!part) return line;
    explain_place(result, part, &line.file, &line.line);
    line.cites = part->part->cites;
    return line;
}

void replayed_write_csv(Buf *out, const Replayed *form, bool all, bool prose) {
    for (int i = 0; i < form->findings.count; i++) {
        Finding finding = form->findings.at[i];
        if (!prose) finding.reason = finding.known = TEXT_NONE;
        finding_write_csv(out, &finding);
        buf_char(out, '\n');
    }
    for (int i = 0; all && i < form->judged.count; i++) {
        if (form->judged.at[i].finding >= 0) continue;
        Finding line = line_of(form, &form->judged.at[i]);
        finding_write_csv(out, &line);
        buf_char(out, '\n');
    }
}

typedef struct CsvSink {
    ReplaySink sink;
    ReplayOut out;
    bool all;
} CsvSink;

static bool begin(ReplaySink *sink, const Replay *replay) {
    const CsvSink *csv = (const CsvSink *)sink;
    Buf line = { 0 };
    (void)replay;
    buf_add_z(&line, finding_csv_header);
    buf_char(&line, '\n');
    return csv->out.write(csv->out.data, buf_text(&line));
}

static bool add_form(ReplaySink *sink, const Replay *replay, const Replayed *form) {
    const CsvSink *csv = (const CsvSink *)sink;
    Buf lines = { 0 };
    (void)replay;
    replayed_write_csv(&lines, form, csv->all, true);
    return lines.length == 0 || csv->out.write(csv->out.data, buf_text(&lines));
}

static bool end(ReplaySink *sink, const Replay *replay) {
    (void)sink, (void)replay;
    return true;
}

ReplaySink *replay_csv_sink(const ReplayOut *out, bool all) {
    CsvSink *csv = MEM_NEW(CsvSink);
    csv->sink = (ReplaySink){ begin, add_form, end };
    csv->out = *out;
    csv->all = all;
    return &csv->sink;
}
