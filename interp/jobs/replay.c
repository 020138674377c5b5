#include "jobs/replay.h"

#include "data/keyset.h"
#include "engine/arith.h"
#include "engine/grade.h"
#include "engine/rival.h"
#include "engine/steps.h"
#include "jobs/replay_find.h"
#include "jobs/score.h"

/* ---- findings in general ---- */

Text find_say(const Finder *finder, const char *en, const char *zh, const Text *values, int count) {
    return text_fill(text_of(finder->lang == LANG_ZH ? zh : en), values, count);
}

const FormResult *find_result(const Finder *finder, const Spot *spot) {
    return finder->out->results[spot->version];
}

Text find_path(const Finder *finder, const Spot *spot) {
    Buf path = { 0 };
    const FormResult *form = find_result(finder, spot);
    if (!spot->part) return TEXT("");
    for (int i = 0; spot->row >= 0 && i < spot->part->part->groups.count; i++) {
        Text name = text_trim(spot->part->groups[i]);
        if (name.length == 0) continue;
        if (path.length > 0) buf_char(&path, '/');
        buf_add(&path, name);
    }
    if (spot->row >= 0) return buf_text(&path);
    VEC(Text) names = { 0 };
    for (int at = spot->part->part->parent; at >= 0; at = form->parts[at].part->parent)
        if (form->parts[at].part->kind == PART_GROUP) vec_push(&names, form->parts[at].name);
    for (int i = names.count - 1; i >= 0; i--) {
        buf_add(&path, names.at[i]);
        if (i > 0) buf_char(&path, '/');
    }
    return buf_text(&path);
}

int find_input(const PartResult *part, int slot) {
    if (slot < 0) return -1;
    const Op *op = &part->code->ops.at[slot];
    return op->code == OP_CELL || op->code == OP_CELL_NUMBER || op->code == OP_ENTRY ? op->index : -1;
}

bool find_printed(const PartResult *part, Rat *printed, int *places) {
    Text text = verdict_reported(part);
    return text.length > 0 && verdict_printed(part, text, printed, places);
}

void find_read(const FormResult *form, const Input *input, const Cell *cell, Text unit, Readings *readings) {
    Units *units = form->program->units;
    CellContext context = { .units = units, .use = CELL_ENTRY, .kind = input->kind, .format = cell->format, .scale = input->scale,
                            .unit = input->unit, .actual_unit = UNIT_NONE, .year = form->year };
    if (!unit.length && input->unit_input >= 0) unit = text_trim(form->cells[input->unit_input].text);
    if (unit.length && unit_find(units, unit) > UNIT_NONE) context.unit = unit_find(units, unit);
    cell_read(&context, cell->text, readings);
}

static FormPlace place_of(const Finder *finder, const Spot *spot, int input) {
    const Form *form = finder->out->form;
    FormPlace place = { 0 };
    if (input >= 0 && spot->part) place = forms_place(finder->replay->forms, form, finder->out->versions[spot->version], spot->row, input);
    return place.row > 0 || spot->row < 0 ? place : forms_line(form, spot->row);
}

/* What hangs on the rules, and not on the cells alone. */
static bool is_by_rules(FindingId id) {
    return id == FINDING_OVER_WEIGHT || id == FINDING_WEIGHT_SUM || id == FINDING_GRADE_TOTAL || id == FINDING_FULL_MISSED || id == FINDING_CHECK ||
           id == FINDING_REQUIRED || id == FINDING_NO_RESULT || id == FINDING_TOTAL_SUM || id == FINDING_MISSING_ENTRY || id == FINDING_OUT_OF_BOUNDS ||
           id == FINDING_UNIT_MISFIT;
}

Finding *find_add(const Finder *finder, FindingId id, bool certain, const Spot *spot, int input) {
    if (finder->out->result_count > 1 && is_by_rules(id)) certain = false; /* looked at by the first version alone */
    Finding finding = { .id = id, .about = id, .certain = certain, .form = finder->out->form->id };
    if (spot->part) {
        const FormResult *form = find_result(finder, spot);
        finding.path = find_path(finder, spot);
        finding.name = find_name(form, spot->part);
        finding.cites = spot->part->part->cites;
        explain_place(form, spot->part, &finding.file, &finding.line);
    }
    finding.place = place_of(finder, spot, input);
    if (finding.place.row == 0 && spot->row < 0) {
        FormPlace form = forms_line(finder->out->form, -1);
        if (!finding.place.file.at) finding.place.file = form.file;
        if (finding.place.column.length == 0) finding.place.row = form.row;
    }
    vec_push(&finder->out->findings, finding);
    return &finder->out->findings.at[finder->out->findings.count - 1];
}

/* ---- versions ---- */

/* The days on which a rule file is in force, both ends included (S19). */
static bool in_force(const Program *program, int64_t first, int64_t last, bool known) {
    const Node *force = program->scheme->main->force;
    int64_t from, to;
    if (!force || !known) return true;
    if (!rat_to_int64(force->kid[0]->number, &from)) return true;
    if (last < from) return false;
    return !force->kid[1] || !rat_to_int64(force->kid[1]->number, &to) || first <= to;
}

static Text days_text(int64_t first, int64_t last) {
    Buf days = { 0 };
    date_write(&days, first);
    if (last != first) {
        buf_add_z(&days, " ~ ");
        date_write(&days, last);
    }
    return buf_text(&days);
}

/* What tells two versions apart: their names, else their files. */
static Text version_text(const Replay *replay, int program) {
    const Module *rules = replay->programs[program]->scheme->main;
    bool alone = rules->version.length > 0;
    for (int i = 0; i < replay->program_count; i++)
        alone = alone && (i == program || !text_same_name(replay->programs[i]->scheme->main->version, rules->version));
    return alone ? rules->version : rules->source->path;
}

/* Which programs score the form; says so where it is not exactly one. */
static int choose_versions(const Finder *finder, int *versions) {
    const Replay *replay = finder->replay;
    int count = 0;
    bool dated = false, any_known = false;
    int64_t first = 0, last = 0;
    for (int i = 0; i < replay->program_count; i++) {
        bool known = forms_date(replay->forms, finder->out->form, i, &first, &last);
        any_known |= known;
        dated |= replay->programs[i]->scheme->main->force != NULL;
        if (finder->options->any_date || in_force(replay->programs[i], first, last, known)) versions[count++] = i;
    }
    Spot whole = SPOT_FORM;
    if (finder->options->any_date) return count;
    if (!dated && count > 1) {
        Finding *finding = find_add(finder, FINDING_TWO_VERSIONS, true, &whole, -1);
        finding->reason = SAY(finder, "neither {0} nor {1} says when it is in force; the form is held against each", "{0} 与 {1} 都没有写明施行日期，按各版本分别核对",
                              version_text(replay, versions[0]), version_text(replay, versions[1]));
    }
    if (!dated) return count;
    if (count == 0) {
        Finding *finding = find_add(finder, FINDING_NO_VERSION, true, &whole, -1);
        finding->printed = days_text(first, last);
        finding->reason = SAY(finder, "no version of the rules is in force on {0}; the form is not scored", "{0} 没有施行中的规则版本，未计分", finding->printed);
    } else if (count > 1 && any_known) {
        Finding *finding = find_add(finder, FINDING_TWO_VERSIONS, first == last, &whole, -1);
        finding->printed = days_text(first, last);
        Text one = version_text(replay, versions[0]), other = version_text(replay, versions[1]);
        if (first == last)
            finding->reason = SAY(finder, "on {0} both {1} and {2} are in force; the form is held against each", "{0} 有 {1} 与 {2} 同时施行，按各版本分别核对", finding->printed, one, other);
        else
            finding->reason = SAY(finder, "the form may be of any day of {0}, on which {1} and {2} were in force; it is held against each",
                                  "表单日期在 {0} 之间，其间施行过 {1} 与 {2}，按各版本分别核对", finding->printed, one, other);
    } else if (!any_known) {
        Finding *finding = find_add(finder, FINDING_DATE_UNKNOWN, true, &whole, -1);
        finding->reason = count > 1 ? SAY(finder, "the date of the form is not known; it is held against every version", "表单日期不明，按各版本分别核对")
                                    : SAY(finder, "the date of the form is not known; whether the rules were in force is open", "表单日期不明，规则当时是否施行无法判断");
    }
    return count;
}

/* ---- verdicts ---- */

/* The part of another version that is the same: of a row its row, else by name. */
static const PartResult *same_part(const FormResult *other, const PartResult *part, int row, int ordinal) {
    if (row >= 0) return row < other->row_count ? &other->rows[row].parts[0] : NULL;
    for (int i = 0; i < other->program->form.parts.count; i++) {
        const PartResult *candidate = &other->parts[i];
        if (candidate->part->kind != part->part->kind || !text_same_name(candidate->name, part->name)) continue;
        if (ordinal-- == 0) return candidate;
    }
    for (int i = 0; i < other->program->form.parts.count; i++) { /* under another name, but reported in the same column */
        const PartResult *candidate = &other->parts[i];
        int mine = find_input(part, part->part->reported), theirs = find_input(candidate, candidate->part->reported);
        if (candidate->part->kind == part->part->kind && mine >= 0 && theirs >= 0 &&
            text_same_name(part->code->inputs.at[mine].name, candidate->code->inputs.at[theirs].name))
            return candidate;
    }
    return NULL;
}

/* S16: contradicted only where no version gives it; agrees only where every one does. */
static Verdict combine(Verdict a, Verdict b) {
    if (a == b) return a;
    if (a == VERDICT_NONE || b == VERDICT_NONE) return VERDICT_UNVERIFIABLE;
    bool sound = (a == VERDICT_AGREES || a == VERDICT_ROUNDED) && (b == VERDICT_AGREES || b == VERDICT_ROUNDED);
    return sound ? VERDICT_ROUNDED : VERDICT_UNVERIFIABLE;
}

/* A grade is held against those the total may have. */
static bool is_grade(const PartResult *part) {
    if (part->part->kind != PART_REPORTED) return false;
    const Op *op = &part->code->ops.at[part->part->amount];
    return op->code == OP_TOTAL && op->mode == MEMBER_GRADE;
}

static bool is_discretion(const Value *score) {
    return score->kind == VALUE_NUMBER && !(score->flags & VALUE_EVIDENCE);
}

/* Several grades are possible because the total may be chosen within a range, not for want of evidence. */
static bool is_chosen(const FormResult *form) {
    const Value *total = &result_total(form)->score;
    for (int i = 0; i < form->program->form.parts.count; i++)
        if (form->parts[i].part->kind == PART_VETO && form->parts[i].condition == TRUTH_UNKNOWN) return false;
    return is_discretion(total) && !range_is_point(&total->range);
}

static Verdict grade_verdict(const FormResult *form, const PartResult *part) {
    Text printed = verdict_reported(part);
    if (printed.length == 0 || form->program->bands.count == 0) return VERDICT_NONE;
    if (form->grade_count == 0) return VERDICT_NONE;
    for (int i = 0; i < form->grade_count; i++)
        if (text_same_name(form->program->bands.at[form->grades[i]].name, printed))
            return form->grade_count == 1 || is_chosen(form) ? VERDICT_AGREES : VERDICT_UNVERIFIABLE;
    return VERDICT_CONTRADICTED;
}

static Verdict verdict_in(const FormResult *form, const PartResult *part) {
    return is_grade(part) ? grade_verdict(form, part) : verdict_of(part, verdict_reported(part));
}

static FindingId kind_of(const PartResult *part) {
    if (is_grade(part)) return FINDING_GRADE;
    switch (part->part->kind) {
    case PART_INDICATOR: return FINDING_SCORE;
    case PART_GROUP: return FINDING_GROUP;
    case PART_TOTAL: return FINDING_TOTAL;
    default: return FINDING_REPORTED;
    }
}

/* What follows from the rules: one number, or none. */
static const Value *judged_value(const PartResult *part) {
    return part->part->kind == PART_REPORTED ? &part->amount : &part->score;
}

static Value expected_value(const PartResult *part) {
    return part->part->kind == PART_REPORTED ? part->amount : part->expected;
}

/* A figure is shown in the unit it is printed in. */
static Value in_printed_unit(Units *units, const PartResult *part, const Value *value) {
    if (part->part->kind != PART_REPORTED || value->kind != VALUE_NUMBER) return *value;
    Text printed = verdict_reported(part);
    bool percent = cell_is_percent(printed);
    if (!percent) return *value;
    Value shown = *value;
    Value hundred = value_number(RAT_INT(100), UNIT_NONE);
    shown.unit = UNIT_NONE;
    return arith_binary(units, OP_MULTIPLY, &shown, &hundred);
}

static void add_numbers(const Finder *finder, const Judged *judged, Finding *finding) {
    const FormResult *form = finder->out->results[judged->version];
    const PartResult *part = judged->part;
    if (judged->id == FINDING_GRADE) {
        finding->expected = result_grades(form);
        return;
    }
    Value expected = judged->versions_differ ? value_missing() : expected_value(part), value = judged->value;
    expected = in_printed_unit(form->program->units, part, &expected);
    value = in_printed_unit(form->program->units, part, &value);
    finding->expected = score_certain(&expected);
    finding->low = score_low(&value);
    finding->high = score_high(&value);
    Rat printed;
    int places;
    if (part->part->kind == PART_REPORTED || !find_printed(part, &printed, &places) || expected.kind != VALUE_NUMBER) return;
    Rat follows = expected.range.lo;
    if (!range_is_point(&expected.range)) { /* of what a contradicted score could be, the nearest */
        if (judged->verdict != VERDICT_CONTRADICTED || value.kind != VALUE_NUMBER) return;
        bool below = !value.range.lo_infinite && rat_compare(printed, value.range.lo) <= 0;
        bool above = !value.range.hi_infinite && rat_compare(printed, value.range.hi) >= 0;
        if (!below && !above) return;
        follows = below ? value.range.lo : value.range.hi;
    }
    finding->points = rat_subtract(printed, follows);
    finding->has_points = judged->verdict != VERDICT_CONTRADICTED || !rat_is_zero(finding->points); /* the end of an open range is no figure */
}

/* The first other way of reckoning that gives the printed number. */
static Text rival_of(const Finder *finder, const Judged *judged) {
    const FormResult *form = finder->out->results[judged->version];
    Rival rivals[RIVALS_MAX];
    Buf text = { 0 };
    if (judged->id != FINDING_SCORE) return TEXT_NONE;
    int count = rival_find(form, judged->row, judged->part, judged->printed, rivals);
    for (int i = 0; i < count; i++) {
        if (rivals[i].kind == RIVAL_FULL) continue; /* told as a finding of its own */
        if (text.length) buf_add_z(&text, finder->lang == LANG_ZH ? "；或" : "; or ");
        buf_add(&text, rival_text(&rivals[i], finder->lang));
    }
    return text.length ? buf_text(&text) : TEXT_NONE;
}

static Text short_number(const Finder *finder, const Judged *judged, const Value *value) {
    const FormResult *form = finder->out->results[judged->version];
    if (judged->id == FINDING_GRADE) return result_grades(form);
    Value shown = in_printed_unit(form->program->units, judged->part, value);
    Buf text = { 0 };
    buf_add(&text, explain_number(form, &shown, finder->lang));
    if (shown.kind == VALUE_NUMBER && value->kind == VALUE_NUMBER && !range_equal(&shown.range, &value->range)) buf_char(&text, '%');
    return buf_text(&text);
}

/* "11.6 (2020), 10 (2023)" */
static Text by_version(const Finder *finder, const Judged *judged) {
    Buf text = { 0 };
    int row = judged->row ? (int)(judged->row - finder->out->results[0]->rows) : -1;
    for (int v = 0; v < finder->out->result_count; v++) {
        const PartResult *part = v == 0 ? judged->part : same_part(finder->out->results[v], judged->part, row, 0);
        if (!part) continue;
        if (text.length) buf_add_z(&text, finder->lang == LANG_ZH ? "，" : ", ");
        buf_add(&text, explain_number(finder->out->results[v], judged_value(part), finder->lang));
        buf_add(&text, SAY(finder, " ({0})", "（{0}）", version_text(finder->replay, finder->out->versions[v])));
    }
    return buf_text(&text);
}

static Text verdict_reason(const Finder *finder, const Judged *judged, const Finding *finding) {
    const FormResult *form = finder->out->results[judged->version];
    Buf text = { 0 };
    if (judged->id == FINDING_SCORE || judged->id == FINDING_GROUP) {
        Text reason = explain_reason(form, judged->part, finder->lang);
        buf_add(&text, reason);
        if (reason.length) buf_add_z(&text, finder->lang == LANG_ZH ? "；" : "; ");
    }
    if (judged->id == FINDING_REPORTED) { /* how the figure is reckoned */
        Steps steps = steps_begin(form, judged->part, finder->lang);
        steps.shares = cell_is_percent(judged->printed);
        Text equation = steps_equation(&steps, judged->part->part->amount);
        if (text_find(equation, TEXT("="), 0) >= 0) {
            buf_add(&text, equation);
            buf_add_z(&text, finder->lang == LANG_ZH ? "；" : "; ");
        }
    }
    Text follows = short_number(finder, judged, &judged->value);
    if (finder->out->result_count > 1 && judged->id != FINDING_GRADE) follows = by_version(finder, judged);
    switch (judged->verdict) {
    case VERDICT_CONTRADICTED:
        buf_add(&text, SAY(finder, "the form reports {0}, which no reading of the evidence gives: {1} by the rules", "表上为 {0}，按任何读法都得不出：按规则为 {1}", judged->printed, follows));
        break;
    case VERDICT_ROUNDED:
        buf_add(&text, SAY(finder, "the form reports {0}, rounded: {1} by the rules", "表上的 {0} 是取整后的数：按规则为 {1}", judged->printed, follows));
        break;
    default:
        buf_add(&text, SAY(finder, "the form reports {0}: possible, as are others: {1} by the rules", "表上为 {0}：可能，但不能确定：按规则为 {1}", judged->printed, follows));
        break;
    }
    if (finding->known.length) buf_add(&text, SAY(finder, "; it comes out {0}", "；{0} 可得此数", finding->known));
    return buf_text(&text);
}

/* ---- consequences (S17) ---- */

/* What a total, group, grade or figure comes to from the scores printed below it. */
typedef struct Printed {
    const FormResult *form;     /* worked out from printed scores, or being so */
    Verdict *verdicts;          /* by part of the form */
} Printed;

static bool take_printed(void *data, const PartResult *part, Rat *score) {
    Printed *printed = data;
    int places;
    bool scored = part->part->kind == PART_INDICATOR || part->part->kind == PART_GROUP;
    if (!part->code->rows && part->part->reported >= 0 && !is_grade(part))
        printed->verdicts[part->part->index] = verdict_of(part, verdict_reported(part)); /* before its own print takes its place */
    return scored && find_printed(part, score, &places);
}

/* The verdicts that hold if every score below is as printed; NULL where nothing above an indicator is contradicted. */
static const Verdict *printed_verdicts(const Finder *finder) {
    const FormResult *form = finder->out->results[0];
    Printed printed = { NULL, mem_leaf(sizeof(Verdict) * (size_t)(form->program->form.parts.count + 1)) };
    bool wanted = false;
    for (int i = 0; i < finder->out->judged.count; i++)
        wanted |= finder->out->judged.at[i].verdict == VERDICT_CONTRADICTED && finder->out->judged.at[i].id != FINDING_SCORE;
    if (!wanted) return NULL;
    const FormResult *again = eval_with(form, take_printed, &printed);
    for (int i = 0; i < form->program->form.parts.count; i++)
        if (form->parts[i].part->reported >= 0 && is_grade(&form->parts[i])) printed.verdicts[i] = grade_verdict(again, &again->parts[i]);
    return printed.verdicts;
}

static bool is_told_as_sum(const Replayed *out, const Judged *judged) {
    for (int i = 0; i < out->findings.count; i++) {
        const Finding *finding = &out->findings.at[i];
        if (finding->id == FINDING_TOTAL_SUM && finding->certain && text_is(finding->name, judged->name)) return true;
    }
    return false;
}

/* The difference is that of what stands below, or was told when it was added up. */
static bool is_consequence(const Finder *finder, const Judged *judged, const Verdict *printed) {
    if (judged->id == FINDING_SCORE || judged->verdict != VERDICT_CONTRADICTED || !printed) return false;
    if (is_told_as_sum(finder->out, judged)) return true;
    Verdict verdict = printed[judged->part->part->index];
    return verdict != VERDICT_CONTRADICTED && verdict != VERDICT_NONE;
}

/* A grade that fits the reported total changes with it. */
static bool follows_from_total(const Finder *finder, const Judged *judged) {
    if (judged->id != FINDING_GRADE) return false;
    for (int i = 0; i < finder->out->findings.count; i++)
        if (finder->out->findings.at[i].id == FINDING_GRADE_TOTAL) return false;
    for (int i = 0; i < finder->out->judged.count; i++)
        if (finder->out->judged.at[i].id == FINDING_TOTAL) return finder->out->judged.at[i].verdict == VERDICT_CONTRADICTED;
    return false;
}

static void add_verdict_finding(const Finder *finder, Judged *judged, bool printed_so) {
    const Spot spot = { judged->version, judged->part, judged->row ? (int)(judged->row - finder->out->results[judged->version]->rows) : -1 };
    FindingId id = judged->verdict == VERDICT_UNVERIFIABLE ? FINDING_UNVERIFIABLE : judged->id;
    judged->finding = finder->out->findings.count;
    bool consequence = printed_so || follows_from_total(finder, judged);
    Finding *finding = find_add(finder, id, judged->verdict == VERDICT_CONTRADICTED && !consequence, &spot, find_input(judged->part, judged->part->part->reported));
    finding->about = judged->id;
    finding->name = judged->name;
    finding->printed = judged->printed;
    finding->verdict = judged->verdict;
    add_numbers(finder, judged, finding);
    if (judged->verdict != VERDICT_ROUNDED) finding->known = rival_of(finder, judged);
    finding->reason = verdict_reason(finder, judged, finding);
    if (!consequence) return;
    finding->verdict = VERDICT_NONE; /* to be looked at: another grade once the scores are mended */
    Buf reason = { 0 };
    buf_add(&reason, finding->reason);
    buf_add(&reason, SAY(finder, "; it fits what is printed and changes with it", "；与表上所列相符，随更正而变"));
    finding->reason = buf_text(&reason);
}

/* The same in reports of either language: what the rules call it. */
Text find_name(const FormResult *form, const PartResult *part) {
    return part->part->kind == PART_TOTAL ? keyword_text(KW_TOTAL, form->program->scheme->lang) : text_trim(part->name);
}

/* Whether damaged rows of the form, which are not there, would count in it. */
static bool rests_on_rows(const PartResult *part) {
    if (part->code->rows) return false;
    if (part->part->kind == PART_TOTAL) return true;
    for (int i = 0; i < part->part->cone_count; i++) {
        OpCode code = part->code->ops.at[part->part->cone[i]].code;
        if (code == OP_ROWS || code == OP_PART || code == OP_TOTAL) return true;
    }
    return false;
}

static void judge(const Finder *finder, const PartResult *part, int row, int ordinal) {
    const FormResult *form = finder->out->results[0];
    Text printed = verdict_reported(part);
    if (!printed.at || part->skipped) return;
    Judged judged = { .id = kind_of(part), .part = part, .row = row >= 0 ? &form->rows[row] : NULL, .printed = printed, .finding = -1 };
    Spot spot = { 0, part, row };
    judged.verdict = verdict_in(form, part);
    judged.value = *judged_value(part);
    for (int v = 1; v < finder->out->result_count; v++) {
        const PartResult *other = same_part(finder->out->results[v], part, row, ordinal);
        if (!other) {
            judged.verdict = combine(judged.verdict, VERDICT_NONE); /* that version does not know it */
            continue;
        }
        judged.verdict = combine(judged.verdict, verdict_in(finder->out->results[v], other));
        if (value_same(&judged.value, judged_value(other))) continue;
        judged.value = value_hull(&judged.value, judged_value(other));
        judged.versions_differ = true;
    }
    if (judged.verdict == VERDICT_NONE) return;
    if (judged.verdict == VERDICT_CONTRADICTED && find_rows_unsure(finder) && rests_on_rows(part)) judged.verdict = VERDICT_UNVERIFIABLE;
    judged.path = find_path(finder, &spot);
    judged.name = find_name(form, part);
    judged.place = place_of(finder, &spot, find_input(part, part->part->reported));
    vec_push(&finder->out->judged, judged);
}

static void judge_form(const Finder *finder) {
    const FormResult *form = finder->out->results[0];
    for (int i = 0; i < form->row_count; i++)
        judge(finder, &form->rows[i].parts[0], i, 0);
    for (int i = 0; i < form->program->form.parts.count; i++) {
        const PartResult *part = &form->parts[i];
        int ordinal = 0;
        for (int j = 0; j < i; j++)
            ordinal += form->parts[j].part->kind == part->part->kind && text_same_name(form->parts[j].name, part->name);
        if (part->part->reported >= 0) judge(finder, part, -1, ordinal);
    }
    const Verdict *printed = printed_verdicts(finder);
    for (int i = 0; i < finder->out->judged.count; i++) {
        Judged *judged = &finder->out->judged.at[i];
        bool consequence = is_consequence(finder, judged, printed);
        if (judged->verdict == VERDICT_AGREES || judged->verdict == VERDICT_ROUNDED || (consequence && judged->id != FINDING_GRADE)) continue;
        add_verdict_finding(finder, judged, consequence);
    }
}

/* ---- a form ---- */

static Text unit_of(const Replay *replay, const Form *form) {
    static const char *const names[] = { "unit", "实施单位", "单位", "预算单位", "填报单位", "主管部门", "provider", "hospital", "agency", "organisation" };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        Text unit = forms_cell(replay->forms, form, text_of(names[i]));
        if (unit.length) return unit;
    }
    return TEXT_NONE;
}

static void sum_up(Replayed *out) {
    const PartResult *total = result_total(out->results[0]);
    Verdict worst = VERDICT_NONE;
    static const int order[] = { 0, 1, 2, 4, 3 }; /* contradicted is worse than unverifiable */
    out->over = out->under = RAT_ZERO;
    out->total = total->score;
    out->reported_total = verdict_reported(total);
    for (int v = 1; v < out->result_count; v++) {
        const Value *other = &result_total(out->results[v])->score;
        if (other->kind == VALUE_NUMBER && out->total.kind == VALUE_NUMBER) out->total = value_hull(&out->total, other);
    }
    for (int i = 0; i < out->judged.count; i++) {
        const Judged *judged = &out->judged.at[i];
        if (judged->id == FINDING_GRADE) out->reported_grade = judged->printed;
        if (judged->id == FINDING_SCORE && order[judged->verdict] > order[worst]) worst = judged->verdict;
        if (judged->id == FINDING_TOTAL) out->verdict = judged->verdict;
        if (judged->finding < 0 || judged->verdict != VERDICT_CONTRADICTED || judged->id != FINDING_SCORE) continue;
        const Finding *finding = &out->findings.at[judged->finding];
        if (!finding->has_points) continue;
        if (rat_sign(finding->points) > 0)
            out->over = rat_add(out->over, finding->points);
        else
            out->under = rat_subtract(out->under, finding->points);
    }
    if (out->verdict == VERDICT_NONE) out->verdict = worst;
}

bool find_rows_unsure(const Finder *finder) {
    return finder->out->form->damaged || finder->out->doubled;
}

static void find_damage(const Finder *finder) {
    const Form *form = finder->out->form;
    Spot whole = SPOT_FORM;
    if (form->damaged) {
        Finding *finding = find_add(finder, FINDING_DAMAGED, true, &whole, -1);
        finding->reason = SAY(finder, "a row near this form is damaged and was left out: its total may lack points", "本表附近有损坏的行，未计入：总分可能偏低");
    }
}

/* Rows of a form that stand apart are two forms of one name where an indicator comes again in the later ones. */
static bool comes_again(const FormResult *form, int apart) {
    for (int i = 0; i < apart; i++)
        for (int j = apart; j < form->row_count; j++) {
            const PartResult *one = &form->rows[i].parts[0], *other = &form->rows[j].parts[0];
            bool same = !one->skipped && !other->skipped && text_same_name(one->name, other->name);
            for (int g = 0; same && g < one->part->groups.count; g++)
                same = text_same_name(one->groups[g], other->groups[g]);
            if (same) return true;
        }
    return false;
}

static void find_doubled(const Finder *finder, const FormResult *result) {
    const Form *form = finder->out->form;
    Spot whole = SPOT_FORM;
    if (form->apart == 0 || !comes_again(result, form->apart)) return;
    finder->out->doubled = true;
    const FormLine *before = &form->rows[form->apart - 1], *row = &form->rows[form->apart];
    Finding *finding = find_add(finder, FINDING_FORM_TWICE, row->table != before->table, &whole, -1);
    Buf first = { 0 }, second = { 0 };
    buf_format(&first, "%.*s:%ld", TEXT_ARG(table_path(before->table)), before->number);
    buf_format(&second, "%.*s:%ld", TEXT_ARG(table_path(row->table)), row->number);
    finding->printed = form->id;
    finding->reason = SAY(finder, "rows of this form end at {0} and go on at {1}; they were taken together: one form, or two of the same name?",
                          "本表的行止于 {0}，又从 {1} 开始，已合并计算：是一张表，还是两张同名的表？", buf_text(&first), buf_text(&second));
}

typedef struct Runner {
    Replay *replay;
    KeySet *seen;           /* ids of forms that are one line each */
    const ReplayOptions *options;
    const ValueList ***populations; /* by program */
    Against *against;
    Gather *gather;
    ReplaySink *const *sinks;
    int sink_count;
} Runner;

static void replay_form(Runner *runner, const Form *form, Replayed *out) {
    Replay *replay = runner->replay;
    Finder finder = { replay, runner->options, out, runner->options->lang };
    int *versions = mem_leaf(sizeof(int) * (size_t)(replay->program_count + 1));
    *out = (Replayed){ .form = form, .unit = unit_of(replay, form), .total = value_missing(), .over = RAT_ZERO, .under = RAT_ZERO };
    out->result_count = choose_versions(&finder, versions);
    FormResult **results = MEM_ARRAY(FormResult *, out->result_count + 1);
    for (int i = 0; i < out->result_count; i++) {
        FormData data = forms_data(replay->forms, form, versions[i]);
        results[i] = eval_form(replay->programs[versions[i]], &data, runner->populations[versions[i]]);
    }
    out->results = results;
    out->versions = versions;
    find_damage(&finder);
    if (form->row_count == 0 && !keyset_add(runner->seen, form->id)) {
        Spot whole = SPOT_FORM;
        Finding *finding = find_add(&finder, FINDING_FORM_TWICE, true, &whole, -1);
        finding->printed = form->id;
        finding->reason = SAY(&finder, "a form of this name stands in an earlier line; both were scored", "前面已有同一编号的表单；两行都已计分");
    }
    if (out->result_count > 0) {
        find_doubled(&finder, results[0]);
        find_sums(&finder, results[0]);
        judge_form(&finder);
        find_evidence(&finder, results[0]);
    }
    if (runner->against) against_form(runner->against, &finder);
    if (out->result_count > 0) sum_up(out);
}

static void count_form(Replay *replay, const Replayed *out) {
    bool clean = true;
    replay->form_count++;
    replay->row_count = forms_rows(replay->forms);
    for (int i = 0; i < out->judged.count; i++) {
        const Judged *judged = &out->judged.at[i];
        (judged->id == FINDING_SCORE ? replay->verdicts : judged->id == FINDING_TOTAL ? replay->total_verdicts : replay->other_verdicts)[judged->verdict]++;
        replay->scored += judged->id == FINDING_SCORE;
        replay->consequences += judged->verdict == VERDICT_CONTRADICTED && judged->finding < 0 && !is_told_as_sum(out, judged);
    }
    for (int i = 0; i < out->findings.count; i++) {
        const Finding *finding = &out->findings.at[i];
        replay->findings[finding->id]++;
        replay->certain[finding->id] += finding->certain;
        clean = clean && !finding->certain;
    }
    replay->clean_forms += clean;
    replay->over = rat_add(replay->over, out->over);
    replay->under = rat_add(replay->under, out->under);
}

static bool deliver(Runner *runner, const Form *form) {
    Replayed out;
    replay_form(runner, form, &out);
    Finder finder = { runner->replay, runner->options, &out, runner->options->lang };
    count_form(runner->replay, &out);
    gather_form(runner->gather, &finder);
    for (int i = 0; i < runner->sink_count; i++)
        if (runner->sinks[i]->form && !runner->sinks[i]->form(runner->sinks[i], runner->replay, &out)) return false;
    if (runner->options->progress) runner->options->progress(runner->options->progress_data, runner->replay);
    return true;
}

/* Lines of joined tables that no form answers to come as findings of a form of their own. */
static bool deliver_rest(Runner *runner) {
    static const Form none = { .id = { "", 0 } };
    Replayed out = { .form = &none, .total = value_missing(), .over = RAT_ZERO, .under = RAT_ZERO };
    Finder finder = { runner->replay, runner->options, &out, runner->options->lang };
    if (runner->replay->interrupted || runner->options->form.length) return true;
    if (runner->against) against_end(runner->against, &finder);
    FormPlace place;
    Text key;
    for (int at = 0; forms_unused(runner->replay->forms, &at, &key, &place);) {
        Spot whole = SPOT_FORM;
        Finding *finding = find_add(&finder, FINDING_NO_ROWS, true, &whole, -1);
        finding->printed = key;
        finding->place = place;
        finding->reason = SAY(&finder, "the form \"{0}\" has no row of indicators", "表单“{0}”没有任何指标行", key);
    }
    if (out.findings.count == 0) return true;
    for (int i = 0; i < out.findings.count; i++) {
        runner->replay->findings[out.findings.at[i].id]++;
        runner->replay->certain[out.findings.at[i].id] += out.findings.at[i].certain;
    }
    gather_form(runner->gather, &finder);
    for (int i = 0; i < runner->sink_count; i++)
        if (runner->sinks[i]->form && !runner->sinks[i]->form(runner->sinks[i], runner->replay, &out)) return false;
    return true;
}

bool replay_run(Replay *replay, const Program *const *programs, int program_count, Forms *forms, const ReplayOptions *options,
                ReplaySink *const *sinks, int sink_count) {
    *replay = (Replay){ .programs = programs, .program_count = program_count, .forms = forms, .lang = options->lang,
                        .over = RAT_ZERO, .under = RAT_ZERO };
    for (int i = 0; i < options->argument_count; i++)
        vec_push(&replay->arguments, options->arguments[i]);
    Runner runner = { .replay = replay, .options = options, .sinks = sinks, .sink_count = sink_count, .seen = keyset_new() };
    runner.populations = MEM_ARRAY(const ValueList **, program_count + 1);
    for (int i = 0; i < program_count; i++)
        runner.populations[i] = score_populations(programs[i], forms, i);
    if (options->against.length) {
        runner.against = against_open(replay, options->against, programs[0]->scheme->diags);
        if (!runner.against) return false;
    }
    runner.gather = gather_new(replay, options);
    for (int i = 0; i < sink_count; i++)
        if (sinks[i]->begin && !sinks[i]->begin(sinks[i], replay)) return false;
    for (const Form *form; (form = forms_next(forms)) != NULL;) {
        if (options->form.length && !text_same_name(form->id, options->form)) continue;
        if (!deliver(&runner, form)) return false;
        if (options->stop && *options->stop) {
            replay->interrupted = true;
            break;
        }
    }
    if (!deliver_rest(&runner)) return false;
    gather_end(runner.gather);
    for (int i = 0; i < sink_count; i++)
        if (sinks[i]->end && !sinks[i]->end(sinks[i], replay)) return false;
    return true;
}
