/* manifest.h - the evidence of a run: digests of rules, modules, data and results, the program's version, the options.
   With it a run can be repeated and compared to the byte. */
#ifndef HENG_MANIFEST_H
#define HENG_MANIFEST_H

#include "jobs/replay.h"

/* The manifest of a finished replay as one JSON object, indented; the same bytes for the same run. */
void manifest_write(Buf *out, const Replay *replay);

typedef struct ManifestFile {
    Text path, digest;
    long rows;              /* of data; else -1 */
} ManifestFile;

typedef struct Manifest {
    Text program_version;
    VEC(Text) arguments;    /* the command line, without the program's name */
    VEC(ManifestFile) rules, data;
    Text results_digest;
    long forms, rows, findings;
    bool partial;
} Manifest;

/* Reads a manifest, alone or inside a report (json, jsonl, html, or beside a csv).  False after reporting. */
bool manifest_read(Text path, Manifest *manifest, Diags *diags);

/* What differs between two runs, one line each, in words; none: they are the same to the byte. */
void manifest_compare(const Manifest *before, const Manifest *now, Lang lang, TextList *differences);

/* The manifest of a finished replay in memory. */
void manifest_of(const Replay *replay, Manifest *manifest);

#endif
