/* probe.h - what can be known of a program before anything is entered: of each slot the range of all its values, and,
   for what that range lets happen, an input with which it really does.

   Two ways of running the reference evaluator.  With every entry unknown, a slot's value covers all it can be (MEANING
   S3): what that excludes is proven.  With entries filled in by trial, a slot has one value: what that shows is a
   counter-example.  Nothing between the two is ever told. */
#ifndef HENG_PROBE_H
#define HENG_PROBE_H

#include "engine/eval.h"

typedef struct Probe Probe;

/* How an entry is filled in. */
typedef enum FillKind { FILL_NOT, FILL_NUMBER, FILL_TRUTH, FILL_TEXT, FILL_LEVEL } FillKind;

typedef struct Fill {
    FillKind kind;
    UnitId unit;        /* what a number is written in */
    Range within;       /* values tried, in base units: the declared bounds, else nothing below 0 */
    const Scale *scale; /* FILL_LEVEL */
    VEC(Rat) numbers;   /* tried first */
    VEC(Text) texts;
    bool ready;
} Fill;

/* `code` is the form's or the row's. */
Probe *probe_new(const Program *program, const Code *code);

/* All values that `slot` can have; NULL where nothing needs it, whatever is entered. */
const Value *probe_known(const Probe *probe, int slot);

/* The form with nothing entered. */
const FormResult *probe_blank(const Probe *probe);

/* Whether nothing entered can change `slot`. */
bool probe_is_fixed(const Probe *probe, int slot);

/* The slot behind names, calls and narrowing: one with the same value. */
int probe_source(const Probe *probe, int slot);

/* Whether two slots have the same value whenever both have one: they are worked out alike. */
bool probe_same(const Probe *probe, int a, int b);

/* Whether working out `slot` may need slot `wanted`, or (wanted -1) any operation `code`. */
bool probe_reads(Probe *probe, int slot, int wanted, OpCode code);

/* The entry that a slot is read from, as it stands; -1: none, or it is worked out. */
int probe_input(const Probe *probe, int slot);
const Fill *probe_fill(const Probe *probe, int input);

/* ---- trying ---- */

typedef bool (*ProbeAccept)(void *data, const Value *value);

/* Begins a trial for `slot`: everything blank, all entries behind it free.  False where it cannot be tried. */
bool probe_begin(Probe *probe, int slot);

/* Pins entries so that `slot` gets a value inside `to`; false where none was found. */
bool probe_reach(Probe *probe, int slot, const Range *to);
bool probe_enter(Probe *probe, int input, Text text);   /* pins one entry */

/* Fills in what is still free until the slot of the trial has a value that `accept` takes, and confirms it by scoring
   the form.  False where none was found. */
bool probe_find(Probe *probe, ProbeAccept accept, void *data);

/* The entries so filled in: "覆盖率 = 70%, 天数 = 3天"; empty where the slot needs none. */
Text probe_shown(const Probe *probe);

/* The value of another slot in this trial. */
Value probe_value(Probe *probe, int slot);

/* The same with the value of some other slots given. */
Value probe_value_given(Probe *probe, int slot, const Given *given, int count);

/* A number well inside `range`, with few digits, as written in `unit`. */
Rat probe_sample(const Units *units, const Range *range, UnitId unit);

#endif
