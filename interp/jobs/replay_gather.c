/* replay_gather.c - what a report wants at the end, kept in bounded memory: the worst findings with their explanations,
   forms, findings by unit and year, and what contradicted scores have in common. */
#include <stdlib.h>

#include "base/digest.h"
#include "engine/steps.h"
#include "jobs/replay_find.h"

#define PATTERNS_MAX 2000   /* different ones; what comes later is only counted */
#define TALLIES_MAX 5000
#define FEW 2               /* mismatches that are alike before they are called a pattern */

/* An empty list has no place that qsort would take. */
static void sort(void *list, size_t count, size_t size, int (*order)(const void *, const void *)) {
    if (count > 1) qsort(list, count, size, order);
}

/* Texts to places in a list: open addressing, grown by the list's owner through lookup_place. */
typedef struct Lookup {
    VEC(Text) keys;
    int *slots;
    size_t slot_count;
} Lookup;

typedef struct Ranked {     /* a finding kept, with what it is ranked by */
    Kept *kept;
    Rat weight;             /* points, without their sign */
    long order;
} Ranked;

typedef struct RankedForm {
    KeptForm *form;
    Rat weight;
    long order;
} RankedForm;

typedef struct Clause {     /* scores judged under one rule */
    long judged;
} Clause;

struct Gather {
    Replay *replay;
    const ReplayOptions *options;
    VEC(Ranked) worst;
    VEC(RankedForm) forms;
    long order;
    Lookup unit_names, year_names, pattern_names, wide_names, clause_names;
    VEC(Tally) units, years;
    VEC(Pattern) exact, wide; /* by clause and difference; by clause alone */
    VEC(int) wide_of;       /* of each exact pattern: the wide one it is part of */
    VEC(Clause) clauses;
    VEC(int) clause_of;     /* of each wide pattern */
    Digest *digest;
};

/* The place of `key` among the keys, a new one where it is not there; -1 where there are `most` already. */
static int lookup_place(Lookup *lookup, Text key, int most, bool *fresh) {
    if (lookup->slot_count <= (size_t)lookup->keys.count * 2) {
        lookup->slot_count = lookup->slot_count ? lookup->slot_count * 4 : 64;
        lookup->slots = mem_leaf(sizeof(int) * lookup->slot_count);
        for (int i = 0; i < lookup->keys.count; i++) {
            size_t slot = text_hash(lookup->keys.at[i]) & (lookup->slot_count - 1);
            while (lookup->slots[slot])
                slot = (slot + 1) & (lookup->slot_count - 1);
            lookup->slots[slot] = i + 1;
        }
    }
    size_t slot = text_hash(key) & (lookup->slot_count - 1);
    *fresh = false;
    while (lookup->slots[slot]) {
        if (text_is(lookup->keys.at[lookup->slots[slot] - 1], key)) return lookup->slots[slot] - 1;
        slot = (slot + 1) & (lookup->slot_count - 1);
    }
    if (lookup->keys.count >= most) return -1;
    vec_push(&lookup->keys, text_copy(key));
    lookup->slots[slot] = lookup->keys.count;
    *fresh = true;
    return lookup->keys.count - 1;
}

Gather *gather_new(Replay *replay, const ReplayOptions *options) {
    Gather *gather = MEM_NEW(Gather);
    gather->replay = replay;
    gather->options = options;
    gather->digest = digest_new();
    return gather;
}

/* ---- the worst findings ---- */

static int compare_findings(const Ranked *a, const Ranked *b) {
    const Finding *one = &a->kept->finding, *other = &b->kept->finding;
    if (one->certain != other->certain) return one->certain ? -1 : 1;
    bool first = one->verdict == VERDICT_CONTRADICTED, second = other->verdict == VERDICT_CONTRADICTED;
    if (first != second) return first ? -1 : 1;
    int weight = rat_compare(b->weight, a->weight);
    if (weight != 0) return weight;
    return a->order < b->order ? -1 : a->order > b->order;
}

static int by_weight(const void *a, const void *b) {
    return compare_findings(a, b);
}

/* Keeps half of what is there, the worst; what is left out was only counted. */
static void cut_worst(Gather *gather) {
    sort(gather->worst.at, (size_t)gather->worst.count, sizeof *gather->worst.at, by_weight);
    for (int i = gather->options->worst; i < gather->worst.count; i++) {
        gather->worst.at[i].kept = NULL;
        gather->replay->worst_left_out++;
    }
    if (gather->worst.count > gather->options->worst) gather->worst.count = gather->options->worst;
}

static void explain_kept(const Finder *finder, Kept *kept, const PartResult *part) {
    const FormResult *form = finder->out->results[0];
    Lang lang = finder->lang;
    if (part->part->kind != PART_INDICATOR) {
        if (part->part->kind != PART_REPORTED) explain_steps(form, part, lang, &kept->explanation);
        return;
    }
    Entered actual = explain_actual(part);
    int cell = find_input(part, part->part->target_cell);
    kept->target = cell >= 0 ? text_trim(part->cells[cell].text) : explain_target(form, part, form->program->scheme->lang);
    kept->actual = actual.text;
    Text reason = explain_reason(form, part, lang), full = explain_full(form, part, lang);
    if (reason.length) vec_push(&kept->explanation, reason);
    explain_steps(form, part, lang, &kept->explanation);
    if (full.length) vec_push(&kept->explanation, SAY(finder, "full marks need: {0}", "满分需要：{0}", full));
    explain_marks(form, part, lang, &kept->explanation);
    explain_open(form, part, lang, &kept->explanation);
    explain_notes(form, part, lang, &kept->explanation);
}

/* The part a finding is about, where it is one that was judged. */
static const PartResult *part_of(const Replayed *out, int finding) {
    for (int i = 0; i < out->judged.count; i++)
        if (out->judged.at[i].finding == finding) return out->judged.at[i].part;
    return NULL;
}

static void keep_finding(Gather *gather, const Finder *finder, int index) {
    const Finding *finding = &finder->out->findings.at[index];
    Kept candidate = { .finding = *finding };
    Ranked ranked = { &candidate, finding->has_points ? rat_sign(finding->points) < 0 ? rat_negate(finding->points) : finding->points : RAT_ZERO,
                      gather->order++ };
    int limit = gather->options->worst;
    if (limit <= 0) {
        gather->replay->worst_left_out++;
        return;
    }
    if (gather->worst.count >= limit * 2) cut_worst(gather);
    if (gather->replay->worst_left_out > 0 && gather->worst.count >= limit && compare_findings(&ranked, &gather->worst.at[limit - 1]) > 0) {
        gather->replay->worst_left_out++; /* the first `limit` are sorted since the last cut: it cannot be among them */
        return;
    }
    ranked.kept = MEM_NEW(Kept);
    *ranked.kept = candidate;
    ranked.kept->unit = finder->out->unit;
    ranked.kept->year = finder->out->form->year;
    const PartResult *part = part_of(finder->out, index);
    if (part) explain_kept(finder, ranked.kept, part);
    vec_push(&gather->worst, ranked);
}

/* ---- forms ---- */

static int by_form_weight(const void *a, const void *b) {
    const RankedForm *one = a, *other = b;
    int weight = rat_compare(other->weight, one->weight);
    if (weight != 0) return weight;
    if (one->form->findings != other->form->findings) return one->form->findings > other->form->findings ? -1 : 1;
    return one->order < other->order ? -1 : 1;
}

static int by_form_order(const void *a, const void *b) {
    const RankedForm *one = a, *other = b;
    return one->order < other->order ? -1 : one->order > other->order;
}

static void cut_forms(Gather *gather) {
    int limit = gather->options->kept_forms;
    sort(gather->forms.at, (size_t)gather->forms.count, sizeof *gather->forms.at, by_form_weight);
    for (int i = limit; i < gather->forms.count; i++) {
        gather->forms.at[i].form = NULL;
        gather->replay->forms_left_out++;
    }
    if (gather->forms.count > limit) gather->forms.count = limit;
}

static void keep_form(Gather *gather, const Finder *finder) {
    const Replayed *out = finder->out;
    if (gather->options->kept_forms <= 0) {
        gather->replay->forms_left_out++;
        return;
    }
    KeptForm *form = MEM_NEW(KeptForm);
    *form = (KeptForm){ .id = out->form->id, .unit = out->unit, .year = out->form->year, .verdict = out->verdict, .over = out->over,
                        .under = out->under, .findings = out->findings.count, .reported = out->reported_total, .reported_grade = out->reported_grade };
    for (int i = 0; i < out->judged.count; i++)
        form->contradicted += out->judged.at[i].verdict == VERDICT_CONTRADICTED;
    if (out->result_count > 0) {
        const Module *rules = out->results[0]->program->scheme->main;
        const PartResult *total = result_total(out->results[0]);
        form->version = rules->version;
        form->expected = score_certain(&total->expected);
        form->low = score_low(&out->total);
        form->high = score_high(&out->total);
        form->grades = result_grades(out->results[0]);
    } else {
        form->over = form->under = RAT_ZERO;
    }
    RankedForm ranked = { form, rat_add(form->over, form->under), out->form->number };
    if (gather->forms.count >= gather->options->kept_forms * 2) cut_forms(gather);
    vec_push(&gather->forms, ranked);
}

/* ---- units and years ---- */

static Tally *tally_of(Lookup *names, Tally **tallies, int *count, int *room, Text name) {
    bool fresh;
    int place = lookup_place(names, name, TALLIES_MAX, &fresh);
    if (place < 0) place = lookup_place(names, TEXT("…"), TALLIES_MAX + 1, &fresh);
    if (fresh) {
        Tally tally = { .name = names->keys.at[place], .over = RAT_ZERO, .under = RAT_ZERO };
        if (*count == *room) *tallies = mem_more(*tallies, *count, room, sizeof **tallies);
        (*tallies)[(*count)++] = tally;
    }
    return &(*tallies)[place];
}

static void add_to_tally(Tally *tally, const Replayed *out) {
    tally->forms++;
    tally->findings += out->findings.count;
    for (int i = 0; i < out->findings.count; i++)
        tally->contradicted += out->findings.at[i].verdict == VERDICT_CONTRADICTED;
    if (out->result_count == 0) return;
    tally->over = rat_add(tally->over, out->over);
    tally->under = rat_add(tally->under, out->under);
}

static void tally_form(Gather *gather, const Replayed *out) {
    Buf year = { 0 };
    if (out->unit.length) add_to_tally(tally_of(&gather->unit_names, &gather->units.at, &gather->units.count, &gather->units.room, out->unit), out);
    if (out->form->year == 0) return;
    buf_format(&year, "%d", out->form->year);
    add_to_tally(tally_of(&gather->year_names, &gather->years.at, &gather->years.count, &gather->years.room, buf_text(&year)), out);
}

/* ---- patterns ---- */

/* What scores have in common that were come by in the same way: methods, branches, which of several counted; where there
   is but one way, the indicator. */
static Text clause_text(const Finder *finder, const Judged *judged, const Node **where) {
    const Part *rule = judged->part->part;
    Steps steps = steps_begin(finder->out->results[0], judged->part, finder->lang);
    int slot = rule->score >= 0 ? rule->score : rule->credit;
    *where = NULL;
    Text branch = slot >= 0 ? steps_branch(&steps, slot, where) : TEXT_NONE;
    return branch.length ? branch : judged->name;
}

static int clause_place(Gather *gather, Text clause) {
    bool fresh;
    int place = lookup_place(&gather->clause_names, clause, PATTERNS_MAX, &fresh);
    if (fresh) vec_push(&gather->clauses, (Clause){ 0 });
    return place;
}

static Pattern *new_pattern(const Finder *finder, const Judged *judged, Text clause, const Node *where) {
    Pattern *pattern = MEM_NEW(Pattern);
    const FormResult *form = finder->out->results[0];
    pattern->clause = text_copy(clause);
    explain_place(form, judged->part, &pattern->file, &pattern->line);
    if (!where || !where->span.source) return pattern;
    Source *source = form->program->scheme->diags->sources.at[where->span.source - 1];
    int column;
    pattern->file = source->path;
    source_place(source, where->span.begin, &pattern->line, &column);
    return pattern;
}

static void add_example(const Gather *gather, Pattern *pattern) {
    if (pattern->example_count >= 3 || gather->worst.count == 0) return;
    pattern->examples[pattern->example_count++] = gather->worst.at[gather->worst.count - 1].kept;
}

static void match(Gather *gather, const Finder *finder, const Judged *judged, bool kept) {
    const Finding *finding = &finder->out->findings.at[judged->finding];
    const Node *where;
    Text clause = clause_text(finder, judged, &where);
    Buf key = { 0 };
    bool fresh;
    buf_add(&key, clause);
    buf_char(&key, '\n');
    int wide = lookup_place(&gather->wide_names, buf_text(&key), PATTERNS_MAX, &fresh);
    if (wide < 0) return;
    if (fresh) {
        vec_push(&gather->wide, *new_pattern(finder, judged, clause, where));
        vec_push(&gather->clause_of, clause_place(gather, clause));
    }
    gather->wide.at[wide].count++;
    if (kept) add_example(gather, &gather->wide.at[wide]);
    Text difference = finding->has_points ? rat_text(finding->points) : TEXT_NONE;
    buf_add(&key, difference);
    int exact = lookup_place(&gather->pattern_names, buf_text(&key), PATTERNS_MAX, &fresh);
    if (exact < 0) return;
    if (fresh) {
        Pattern *pattern = new_pattern(finder, judged, clause, where);
        pattern->difference = difference;
        vec_push(&gather->exact, *pattern);
        vec_push(&gather->wide_of, wide);
    }
    gather->exact.at[exact].count++;
    if (kept) add_example(gather, &gather->exact.at[exact]);
}

static int by_count(const void *a, const void *b) {
    const Pattern *one = a, *other = b;
    if (one->count != other->count) return one->count > other->count ? -1 : 1;
    int clause = text_compare(one->clause, other->clause);
    return clause ? clause : text_compare(one->difference, other->difference);
}

/* A clause whose mismatches mostly differ by the same is told so; else as one. */
static void end_patterns(Gather *gather) {
    bool *split = mem_leaf(sizeof(bool) * (size_t)(gather->wide.count + 1));
    for (int i = 0; i < gather->wide.count; i++)
        if (gather->clause_of.at[i] >= 0) gather->wide.at[i].of = gather->clauses.at[gather->clause_of.at[i]].judged;
        else gather->wide.at[i].of = gather->wide.at[i].count; /* of too many clauses to count them all */
    for (int i = 0; i < gather->exact.count; i++) {
        Pattern *pattern = &gather->exact.at[i];
        const Pattern *wide = &gather->wide.at[gather->wide_of.at[i]];
        pattern->of = wide->of;
        if (pattern->count < FEW || pattern->count * 4 < wide->count || !pattern->difference.at) continue;
        split[gather->wide_of.at[i]] = true;
        vec_push(&gather->replay->patterns, *pattern);
    }
    for (int i = 0; i < gather->exact.count; i++) { /* what is left of a clause told by its differences */
        int wide = gather->wide_of.at[i];
        bool told = split[wide] && gather->exact.at[i].count >= FEW && gather->exact.at[i].count * 4 >= gather->wide.at[wide].count;
        if (told) gather->wide.at[wide].count -= gather->exact.at[i].count;
    }
    for (int i = 0; i < gather->wide.count; i++)
        if (gather->wide.at[i].count >= FEW) vec_push(&gather->replay->patterns, gather->wide.at[i]);
    sort(gather->replay->patterns.at, (size_t)gather->replay->patterns.count, sizeof *gather->replay->patterns.at, by_count);
}

/* ---- the digest of the results ---- */

/* Every verdict and finding, without prose: the same in every language. */
static void digest_form(Gather *gather, const Replayed *out) {
    Buf lines = { 0 };
    replayed_write_csv(&lines, out, true, false);
    digest_add(gather->digest, buf_text(&lines));
}

/* ---- all of it ---- */

void gather_form(Gather *gather, const Finder *finder) {
    const Replayed *out = finder->out;
    digest_form(gather, out);
    for (int i = 0; i < out->judged.count; i++)
        if (out->judged.at[i].id == FINDING_SCORE) {
            const Node *where;
            int place = clause_place(gather, clause_text(finder, &out->judged.at[i], &where));
            if (place >= 0) gather->clauses.at[place].judged++;
        }
    for (int i = 0; i < out->findings.count; i++) {
        int before = gather->worst.count;
        keep_finding(gather, finder, i);
        for (int j = 0; j < out->judged.count; j++)
            if (out->judged.at[j].finding == i && out->judged.at[j].id == FINDING_SCORE && out->judged.at[j].verdict == VERDICT_CONTRADICTED)
                match(gather, finder, &out->judged.at[j], gather->worst.count > before);
    }
    if (out->form->id.length == 0 && out->form->number == 0) return;
    keep_form(gather, finder);
    tally_form(gather, out);
}

static int by_findings(const void *a, const void *b) {
    const Tally *one = a, *other = b;
    bool rest = text_is_z(one->name, "…"), other_rest = text_is_z(other->name, "…");
    if (rest != other_rest) return rest ? 1 : -1;
    if (one->contradicted != other->contradicted) return one->contradicted > other->contradicted ? -1 : 1;
    if (one->findings != other->findings) return one->findings > other->findings ? -1 : 1;
    return text_compare(one->name, other->name);
}

/* The first TALLY_MAX, the rest added up as one. */
static void end_tallies(Tally *tallies, int *count) {
    sort(tallies, (size_t)*count, sizeof *tallies, by_findings);
    if (*count <= TALLY_MAX) return;
    Tally *rest = &tallies[TALLY_MAX - 1];
    rest->name = TEXT("…");
    for (int i = TALLY_MAX; i < *count; i++) {
        rest->forms += tallies[i].forms;
        rest->findings += tallies[i].findings;
        rest->contradicted += tallies[i].contradicted;
        rest->over = rat_add(rest->over, tallies[i].over);
        rest->under = rat_add(rest->under, tallies[i].under);
    }
    *count = TALLY_MAX;
}

void gather_end(Gather *gather) {
    Replay *replay = gather->replay;
    cut_worst(gather);
    for (int i = 0; i < gather->worst.count; i++)
        vec_push(&replay->worst, gather->worst.at[i].kept);
    if (gather->forms.count > gather->options->kept_forms) cut_forms(gather);
    if (replay->forms_left_out == 0) sort(gather->forms.at, (size_t)gather->forms.count, sizeof *gather->forms.at, by_form_order);
    for (int i = 0; i < gather->forms.count; i++)
        vec_push(&replay->kept_forms, gather->forms.at[i].form);
    end_tallies(gather->units.at, &gather->units.count);
    end_tallies(gather->years.at, &gather->years.count);
    for (int i = 0; i < gather->units.count; i++)
        vec_push(&replay->units, gather->units.at[i]);
    for (int i = 0; i < gather->years.count; i++)
        vec_push(&replay->years, gather->years.at[i]);
    end_patterns(gather);
    replay->results_digest = digest_hex(gather->digest);
}
