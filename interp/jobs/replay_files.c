/* replay_files.c - the data of a replay: what the forms were read from, and the table they were held against. */
#include "jobs/replay.h"

const FormsFile *replay_files(const Replay *replay, int *count) {
    const FormsFile *files = forms_files(replay->forms, count);
    if (!replay->against.path.at) return files;
    FormsFile *all = MEM_ARRAY(FormsFile, *count + 1);
    for (int i = 0; i < *count; i++)
        all[i] = files[i];
    all[(*count)++] = replay->against;
    return all;
}
