/* fuzz_cell.c - any bytes are a cell.  The first byte chooses how it is read; a target and its actual are two
   lines. */
#include <stdint.h>

#include "../unit/cell_check.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static Units *units;
    if (!units) {
        mem_init();
        units = units_new();
    }
    if (size == 0)
        return 0;
    char *exact = malloc(size); /* so that a read behind the end is seen */
    cell_require(exact != NULL);
    memcpy(exact, data, size);
    CellContext context = { .units = units };
    static const UnitId declared[] = { UNIT_NONE, UNIT_PERCENT, UNIT_WAN_YUAN, UNIT_DAY };
    context.unit = declared[data[0] & 3];
    context.year = data[0] & 4 ? 2022 : 0;
    context.format = data[0] & 8 ? CELL_PERCENT : CELL_PLAIN;
    Text text = { exact + 1, size - 1 };
    Rat number;
    int places;
    cell_printed(text, &number, &places);
    cell_is_na(text);
    long line = text_find(text, TEXT("\n"), 0);
    if (line >= 0) {
        cell_check_pair(context, text_slice(text, 0, (size_t)line),
                        text_slice(text, (size_t)line + 1, text.length));
    } else {
        context.use = (CellUse)((data[0] >> 4) % 3);
        context.kind = (CellKind)((data[0] >> 5) % 5);
        cell_check(&context, text);
    }
    free(exact);
    return 0;
}
