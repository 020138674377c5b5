/* csv_cell.h - a cell of a CSV as all reports write it: RFC 4180, and nothing that a spreadsheet would run. */
#ifndef HENG_CSV_CELL_H
#define HENG_CSV_CELL_H

#include "base/text.h"

/* A cell; what is not the line's first follows a comma.  A text that a spreadsheet would take for a formula has an
   apostrophe in front; plain numbers have none. */
void csv_cell(Buf *out, Text text, bool first);

/* Of a number in the spelling of the machine formats: nothing in it to quote or to run.  Follows a comma. */
void csv_number(Buf *out, Text number);

#endif
