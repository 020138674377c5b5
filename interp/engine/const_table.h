/* const_table.h - tables of constants beside a scheme: `table T from "t.csv" key k`. */
#ifndef HENG_CONST_TABLE_H
#define HENG_CONST_TABLE_H

#include "engine/lowering.h"

/* The table of `symbol`, read on first use; NULL after reporting. */
const ConstTable *const_table(Lower *low, const Symbol *symbol, const Node *node);

/* The column a member names, or -1 after reporting. */
int const_table_column(Lower *low, const ConstTable *table, const Node *member);

/* The row with these keys (Program's ConstTable.keys.count texts), or -1. */
int const_table_row(const ConstTable *table, const Text *keys);

/* A cell as a value: a number where it reads as one (with its unit), otherwise text; blank: missing. */
Value const_table_value(Lower *low, const ConstTable *table, int row, int column);

/* The same without a lowering at hand. */
Value const_table_cell(Units *units, const ConstTable *table, int row, int column);

#endif
