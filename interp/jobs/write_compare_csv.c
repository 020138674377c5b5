/* write_compare_csv.c - a comparison as CSV: one line a form, or one a part.  No language changes a byte of it. */
#include "jobs/compare.h"
#include "jobs/csv_cell.h"
#include "jobs/score_tree.h"

static void add_value(Buf *out, const Value *value) {
    csv_number(out, score_certain(value));
    csv_number(out, score_low(value));
    csv_number(out, score_high(value));
}

static void add_ends(Buf *out, bool known, Ends points) {
    bool single = known && rat_equal(points.low, points.high);
    csv_number(out, single ? rat_text(points.low) : TEXT_NONE);
    csv_number(out, known ? rat_text(points.low) : TEXT_NONE);
    csv_number(out, known ? rat_text(points.high) : TEXT_NONE);
}

/* "1:-3.5;2+3:4": the numbers of the changes, the points; of a range the change of both its ends, "1:-3.5~-2". */
static void add_causes(const Compare *compare, Buf *out, const Effects *effects) {
    Buf causes = { 0 };
    for (int i = 0; i < effects->count; i++) {
        const Effect *effect = &effects->at[i];
        buf_format(&causes, "%s%.*s:", i > 0 ? ";" : "", TEXT_ARG(step_numbers(compare, effect->step)));
        if (!effect->known) continue;
        rat_write(&causes, effect->points.low);
        if (rat_equal(effect->points.low, effect->points.high)) continue;
        buf_char(&causes, '~');
        rat_write(&causes, effect->points.high);
    }
    csv_cell(out, buf_text(&causes), false);
}

static void add_form(const Compare *compare, Buf *out, const Compared *form) {
    csv_cell(out, form->id, true);
    add_value(out, &form->old_total);
    add_value(out, &form->new_total);
    add_ends(out, form->known, form->points);
    csv_cell(out, text_of(movement_name(form->movement)), false);
    csv_cell(out, form->old_grade, false);
    csv_cell(out, form->new_grade, false);
    add_causes(compare, out, &form->effects);
    buf_char(out, '\n');
}

static Movement part_movement(const ComparedPart *part) {
    if (!part->known) return value_same(&part->old_score, &part->new_score) ? MOVE_NONE : MOVE_UNCLEAR;
    return movement_of(part->points);
}

static void add_part(const Compare *compare, Buf *out, const Compared *form, const ComparedPart *part) {
    Buf row = { 0 };
    if (part->key.row > 0) buf_format(&row, "%ld", part->key.row);
    csv_cell(out, form->id, true);
    csv_number(out, buf_text(&row));
    csv_cell(out, part->key.path, false);
    csv_cell(out, part->key.name, false);
    csv_cell(out, text_of(score_kind(part->key.kind)), false);
    csv_number(out, score_certain(&part->old_weight));
    csv_number(out, score_certain(&part->new_weight));
    csv_number(out, score_certain(&part->old_credit));
    csv_number(out, score_certain(&part->new_credit));
    add_value(out, &part->old_score);
    add_value(out, &part->new_score);
    add_ends(out, part->known, part->points);
    csv_cell(out, text_of(movement_name(part_movement(part))), false);
    csv_cell(out, part->in_old ? text_of(status_name(part->old_status)) : TEXT_NONE, false);
    csv_cell(out, part->in_new ? text_of(status_name(part->new_status)) : TEXT_NONE, false);
    add_causes(compare, out, &part->effects);
    buf_char(out, '\n');
}

typedef struct CsvSink {
    CompareSink sink;
    CompareOut out;
    bool parts;
} CsvSink;

static bool begin(CompareSink *sink, const Compare *compare) {
    const CsvSink *csv = (const CsvSink *)sink;
    (void)compare;
    return csv->out.write(csv->out.data,
                          csv->parts ? TEXT("form,row,path,name,kind,old_weight,new_weight,old_credit,new_credit,old_score,old_low,old_high,"
                                            "new_score,new_low,new_high,difference,difference_low,difference_high,move,old_status,new_status,causes\n")
                                     : TEXT("form,old_total,old_low,old_high,new_total,new_low,new_high,difference,difference_low,difference_high,"
                                            "move,old_grade,new_grade,causes\n"));
}

static bool write_form(CompareSink *sink, const Compare *compare, const Compared *form) {
    const CsvSink *csv = (const CsvSink *)sink;
    Buf lines = { 0 };
    if (compare->changed_only && !form->changed) return true;
    if (!csv->parts) add_form(compare, &lines, form);
    for (int i = 0; csv->parts && i < form->parts.count; i++)
        if (form->parts.at[i].changed || !compare->changed_only) add_part(compare, &lines, form, &form->parts.at[i]);
    return csv->out.write(csv->out.data, buf_text(&lines));
}

static bool end(CompareSink *sink, const Compare *compare) {
    (void)sink, (void)compare;
    return true;
}

CompareSink *compare_csv_sink(const CompareOut *out, bool parts) {
    CsvSink *csv = MEM_NEW(CsvSink);
    csv->sink = (CompareSink){ begin, write_form, end };
    csv->out = *out;
    csv->parts = parts;
    return &csv->sink;
}
