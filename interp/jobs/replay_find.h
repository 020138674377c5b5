/* replay_find.h - what the parts of the replay share: where a judged thing stands, and how a finding is made. */
#ifndef HENG_REPLAY_FIND_H
#define HENG_REPLAY_FIND_H

#include "jobs/replay.h"
#include "jobs/score_tree.h"

typedef struct Finder {
    Replay *replay;
    const ReplayOptions *options;
    Replayed *out;
    Lang lang;
} Finder;

/* A part of a result: where its rule and its cells are. */
typedef struct Spot {
    int version;                /* index into Replayed.results */
    const PartResult *part;     /* NULL: the form as a whole */
    int row;                    /* index into FormResult.rows, or -1 */
} Spot;

#define SPOT_FORM ((Spot){ 0, NULL, -1 })

/* The sentence in the language of the report, {0} {1} … filled in. */
Text find_say(const Finder *finder, const char *en, const char *zh, const Text *values, int count);
#define SAY(finder, en, zh, ...) find_say(finder, en, zh, (const Text[]){ __VA_ARGS__ }, (int)(sizeof((const Text[]){ __VA_ARGS__ }) / sizeof(Text)))

/* A new finding about `spot`, with its names, rule and place filled in; `input` is the input whose cell it is about, or -1. */
Finding *find_add(const Finder *finder, FindingId id, bool certain, const Spot *spot, int input);

const FormResult *find_result(const Finder *finder, const Spot *spot);
Text find_name(const FormResult *form, const PartResult *part);
Text find_path(const Finder *finder, const Spot *spot);

/* The input that a slot of the part's code is the cell of, or -1. */
int find_input(const PartResult *part, int slot);

/* A cell read as the input of `form` it would be, in the unit the form states or, where there is one, in `unit`. */
void find_read(const FormResult *form, const Input *input, const Cell *cell, Text unit, Readings *readings);

/* Whether rows of the form may be lacking, or be those of two: nothing that rests on all of them is certain. */
bool find_rows_unsure(const Finder *finder);

/* The printed number of a part's report; false where there is none. */
bool find_printed(const PartResult *part, Rat *printed, int *places);

/* replay_sums.c: printed cells against printed cells (S17). */
void find_sums(const Finder *finder, const FormResult *form);
/* replay_evidence.c: findings about cells, entries, checks and flags. */
void find_evidence(const Finder *finder, const FormResult *form);

/* replay_against.c */
typedef struct Against Against;
Against *against_open(Replay *replay, Text source, Diags *diags); /* NULL after reporting */
void against_form(Against *against, const Finder *finder);
void against_end(Against *against, const Finder *finder);   /* lines that no form answers to */

/* replay_gather.c: what is kept for the end. */
typedef struct Gather Gather;
Gather *gather_new(Replay *replay, const ReplayOptions *options);
void gather_form(Gather *gather, const Finder *finder);
void gather_end(Gather *gather);

#endif
