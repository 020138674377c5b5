/* write_replay_xlsx.h - the workbook with another limit of rows, for its tests. */
#ifndef HENG_WRITE_REPLAY_XLSX_H
#define HENG_WRITE_REPLAY_XLSX_H

#include "jobs/replay.h"

ReplaySink *replay_xlsx_sink_rows(const ReplayOut *out, Diags *diags, long rows_max);

#endif
