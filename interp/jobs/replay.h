/* replay.h - history scored again with the rules in force then, and held against what was reported.  A form's verdicts
   and findings go to a sink as they come; what a report wants at the end - counts, the worst findings with their
   explanations, groups of mismatches - is gathered in bounded memory. */
#ifndef HENG_REPLAY_H
#define HENG_REPLAY_H

#include <signal.h>

#include "engine/explain.h"
#include "engine/verdict.h"
#include "jobs/forms.h"

typedef enum FindingId {
#define FINDING(id, slug, en, zh) FINDING_##id,
#include "jobs/finding.def"
#undef FINDING
    FINDING_COUNT
} FindingId;

const char *finding_slug(FindingId id);
Text finding_title(FindingId id, Lang lang);
bool finding_find(Text slug, FindingId *id);

#define VERDICT_COUNT (VERDICT_UNVERIFIABLE + 1)

/* All texts live as long as the finding. */
typedef struct Finding {
    FindingId id;
    FindingId about;        /* of a verdict, whatever it is: SCORE, GROUP, TOTAL, GRADE, REPORTED; else as `id` */
    Text form;              /* its id */
    Text path, name;        /* of the indicator, group or figure; name empty: the form as a whole */
    FormPlace place;        /* where the printed figure stands */
    Text printed;           /* as the cell has it; TEXT_NONE: nothing is */
    Text expected;          /* what follows, in the spelling of the machine formats; TEXT_NONE: no single value */
    Text low, high;         /* of a score or figure that is judged; TEXT_NONE */
    Verdict verdict;        /* VERDICT_NONE: the finding is none of a verdict */
    bool certain;           /* else a judgement, to be looked at */
    bool has_points;
    Rat points;             /* reported minus expected */
    Text reason;            /* one sentence or two, in the language of the report */
    Text known;             /* by which other way of reckoning the printed number comes out; TEXT_NONE */
    Text file;              /* where the rule stands */
    int line;
    Text cites;             /* its legal basis; TEXT_NONE */
} Finding;

/* One verdict, those that agree too. */
typedef struct Judged {
    FindingId id;           /* SCORE, GROUP, TOTAL, GRADE, REPORTED */
    int version;            /* index into Replayed.results, of the one told */
    const PartResult *part; /* of that result */
    const FormRow *row;     /* or NULL */
    Text path, name;
    FormPlace place;
    Text printed;
    Verdict verdict;
    Value value;            /* what follows, over all versions */
    bool versions_differ;   /* it is not the same in all: then none of it is expected */
    int finding;            /* index into Replayed.findings, or -1 */
} Judged;

/* A form replayed.  Valid until the next one. */
typedef struct Replayed {
    const Form *form;
    Text unit;              /* who filled it in, where a column says so (单位, 实施单位, unit, provider …); TEXT_NONE */
    int result_count;       /* versions in force at its date: 0 none */
    FormResult *const *results; /* [0] is told where they agree */
    const int *versions;    /* beside them: index into Replay.programs */
    VEC(Judged) judged;
    VEC(Finding) findings;
    Text reported_total, reported_grade; /* as printed; TEXT_NONE */
    Value total;            /* over all versions, expected in results[0] */
    bool doubled;           /* its rows are probably those of two forms of one name */
    Rat over, under;        /* points of contradicted scores above, and below, what follows (both >= 0) */
    Verdict verdict;        /* of the total; where none is reported, the worst of its scores */
} Replayed;

typedef struct Replay Replay;

/* Takes what comes out.  Calls in the order of the data. */
typedef struct ReplaySink ReplaySink;
struct ReplaySink {
    bool (*begin)(ReplaySink *sink, const Replay *replay);
    bool (*form)(ReplaySink *sink, const Replay *replay, const Replayed *form);
    bool (*end)(ReplaySink *sink, const Replay *replay); /* each false: cannot write; reported */
};

/* A finding kept for the end, with what explains it. */
typedef struct Kept {
    Finding finding;
    Text unit;
    int year;
    Text target, actual;    /* as entered; TEXT_NONE */
    TextList explanation;   /* lines: the reasons and the arithmetic */
} Kept;

/* A form kept for the end: one line of the table of forms. */
typedef struct KeptForm {
    Text id, unit, version;
    int year;
    Text reported, reported_grade;
    Text expected, low, high;   /* of the total */
    Text grades;                /* "优", "优/良" */
    Verdict verdict;
    int findings, contradicted;
    Rat over, under;
} KeptForm;

/* Findings of one unit, or of one year. */
typedef struct Tally {
    Text name;
    long forms, findings, contradicted;
    Rat over, under;
} Tally;

/* Contradicted scores that have something in common: the same indicator or clause, and the same difference, the same
   branch of the rules, or the same other way of reckoning. */
typedef struct Pattern {
    Text clause;            /* the indicator, or of rows the method; with the branch that decided, where there is one */
    Text file;
    int line;
    Text known;             /* every one of these comes out by this other way; TEXT_NONE */
    Text difference;        /* reported minus expected is always this; TEXT_NONE: it varies */
    long count;             /* mismatches */
    long of;                /* scores judged under the same clause */
    int example_count;
    Kept *examples[3];
} Pattern;

/* All files the replay has read: the forms' and the table they were held against. */
const FormsFile *replay_files(const Replay *replay, int *count);

struct Replay {
    const Program *const *programs;
    int program_count;
    const Forms *forms;
    FormsFile against;          /* the table they were held against; path TEXT_NONE: none */
    Lang lang;
    VEC(Text) arguments;        /* the command line without the program's name, for the manifest */
    long form_count, row_count; /* done so far */
    long scored;                /* scores judged */
    long verdicts[VERDICT_COUNT];       /* of scores */
    long total_verdicts[VERDICT_COUNT]; /* of totals */
    long other_verdicts[VERDICT_COUNT]; /* of groups, grades and other figures */
    long findings[FINDING_COUNT], certain[FINDING_COUNT];
    long consequences;          /* contradicted totals and figures that only follow from scores below them */
    long clean_forms;           /* without any certain finding */
    Rat over, under;            /* points over- and understated */
    VEC(Kept *) worst;          /* certain before judgement, contradicted first, the most points first */
    long worst_left_out;        /* findings that are only counted */
    VEC(KeptForm *) kept_forms; /* all, or the worst; in order of the data where all are kept */
    long forms_left_out;
    VEC(Tally) units, years;    /* most findings first; at most TALLY_MAX, the rest as one named "…" */
    VEC(Pattern) patterns;      /* most first */
    bool interrupted;           /* ended before the end of the data */
    Text results_digest;        /* SHA-256 over the lines of replayed_write_csv, all, without prose */
};

#define TALLY_MAX 200

typedef struct ReplayOptions {
    Lang lang;
    bool all;                   /* agreeing results too */
    bool any_date;              /* `in force` is not looked at */
    int worst;                  /* how many findings to keep with their explanations */
    int kept_forms;
    Text form;                  /* only this one; TEXT_NONE: all */
    Text against;               /* a table to hold the forms against; TEXT_NONE */
    const volatile sig_atomic_t *stop; /* set: end cleanly with what is there; or NULL */
    void (*progress)(void *data, const Replay *replay); /* now and then; or NULL */
    void *progress_data;
    const Text *arguments;      /* the command line, for the manifest */
    int argument_count;
} ReplayOptions;

/* One line of `--format csv`, without its line end: DESIGN 7's columns, then data, cell, known, cites. */
void finding_write_csv(Buf *out, const Finding *finding);
extern const char finding_csv_header[];

/* The lines of a form: its findings, and with `all` each verdict that led to none.  Without `prose` the same bytes in
   every language: `reason` and `known` stay empty. */
void replayed_write_csv(Buf *out, const Replayed *form, bool all, bool prose);

/* The sinks that write reports.  `out` is where their bytes go; they are told apart by what they keep in memory: csv and
   jsonl nothing, json nothing, html and xlsx what Replay keeps. */
typedef struct ReplayOut {
    bool (*write)(void *data, Text bytes);  /* false: cannot; reported */
    void *data;
} ReplayOut;
ReplaySink *replay_text_sink(const ReplayOut *out, bool color, int width);
ReplaySink *replay_csv_sink(const ReplayOut *out, bool all);
ReplaySink *replay_json_sink(const ReplayOut *out, bool lines);     /* lines: jsonl */
ReplaySink *replay_html_sink(const ReplayOut *out);
ReplaySink *replay_xlsx_sink(const ReplayOut *out, Diags *diags);

/* Replays all forms.  Sinks are told of each; false where one could not write or the data was damaged (reported). */
bool replay_run(Replay *replay, const Program *const *programs, int program_count, Forms *forms, const ReplayOptions *options,
                ReplaySink *const *sinks, int sink_count);

#endif
