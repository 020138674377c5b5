/* xlsx_cell.h - what may stand in a cell of a workbook: text that is text, numbers that are exact. */
#ifndef HENG_XLSX_CELL_H
#define HENG_XLSX_CELL_H

#include "base/diag.h"

#define XLSX_ROWS_MAX 1048576
#define XLSX_TEXT_MAX 32767     /* UTF-16 units in a cell */
#define XLSX_DIGITS_MAX 15      /* that a spreadsheet keeps */

/* The text as a cell can hold it: UTF-8, nothing that XML or a spreadsheet takes for something else, NUL behind it.
   What is too long is cut, a note in `lang` says so, and *cut is set. */
Text xlsx_text(Text text, Lang lang, bool *cut);

/* A number that a spreadsheet keeps as it is written, with how many decimals it shows: "8.50" is 8.5 with 2.  False
   where it would become another: a fraction, too many digits, a spelling of its own (+5, 05, 1e3, -0). */
bool xlsx_number(Text text, double *number, int *places);

#endif
