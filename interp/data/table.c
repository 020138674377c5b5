/* table.c - what tables of every kind have in common: names of columns, and the way to their reader. */
#include "data/table.h"

#include <string.h>

#include "data/locator.h"

static Text number_text(long number) {
    Buf buf = { 0 };
    buf_format(&buf, "%ld", number);
    return buf_text(&buf);
}

/* entries of data/entries.csv; a name that is all extension, .csv, stays whole. */
static Text stem_of(Text path) {
    size_t from = path.length, to = path.length;
    while (from > 0 && path.at[from - 1] != '/') {
        from--;
    }
    for (size_t i = path.length; i > from + 1; i--) {
        if (path.at[i - 1] == '.') {
            to = i - 1;
            break;
        }
    }
    return text_slice(path, from, to);
}

/* ---- Opening and reading ---- */

Table *table_new(const Locator *locator, Diags *diags) {
    Table *table = MEM_NEW(Table);
    table->path = text_copy(locator->path);
    table->stem = stem_of(table->path);
    table->diags = diags;
    table->alone = true;
    return table;
}

static bool open_one(Locator *locator, Diags *diags, TableList *tables) {
    Format format;
    if (!locator_settle(locator, diags) || !locator_format(locator, &format, diags)) {
        return false;
    }
    switch (format) {
    case FORMAT_CSV:
        return csv_open(locator, diags, tables);
    case FORMAT_XLSX:
        return xlsx_open(locator, diags, tables);
    case FORMAT_JSON:
        return json_open(locator, diags, tables);
    case FORMAT_SQLITE:
        return sqlite_open(locator, diags, tables);
    case FORMAT_XLS:
    case FORMAT_LOCKED:
        break;
    }
    DiagId id = format == FORMAT_XLS ? DIAG_EXCEL_FILE : DIAG_EXCEL_LOCKED;
    Diag *found = diag(diags, id, SPAN_NONE, locator->path);
    diag_note(found, DIAG_SAVE_AS_CSV, SPAN_NONE, NULL, 0);
    return false;
}

bool tables_open(Text source, Diags *diags, TableList *tables) {
    LocatorList list = { 0 };
    bool good = locate(source, diags, &list);
    for (int i = 0; i < list.count; i++) {
        good = open_one(&list.at[i], diags, tables) && good;
    }
    return good;
}

Table *table_open(Text source, Diags *diags) {
    TableList tables = { 0 };
    return tables_open(source, diags, &tables) && tables.count > 0 ? tables.at[0] : NULL;
}

Table *table_open_bytes(Text name, Text bytes, Diags *diags) {
    Locator locator = { .path = name, .file = name };
    Table *table = table_new(&locator, diags);
    return csv_open_bytes(table, bytes) ? table : NULL;
}

void table_close(Table *table) {
    if (table->reader->close) {
        table->reader->close(table);
    }
}

int table_next(Table *table, Row *row) {
    return table->reader->next(table, row);
}

bool table_rewind(Table *table) {
    return table->reader->rewind(table);
}

Text table_digest(const Table *table) {
    return table->reader->digest(table);
}

double table_progress(const Table *table) {
    return table->reader->progress ? table->reader->progress(table) : -1;
}

Text table_cell_name(const Table *table, long row, int column) {
    Buf name = { 0 };
    if (table->reader->cell_name) {
        table->reader->cell_name(table, row, column, &name);
    }
    return buf_text(&name);
}

/* ---- Columns ---- */

/* The slot of `key`, or the free one where it would go. */
static size_t slot_of(const Table *table, Text key) {
    size_t slot = text_hash(key) & (table->slot_count - 1);
    while (table->slots[slot] > 0 && !text_is(table->keys[table->slots[slot] - 1], key)) {
        slot = (slot + 1) & (table->slot_count - 1);
    }
    return slot;
}

bool table_set_names(Table *table, const Text *names, int width, long row) {
    table->width = width;
    table->names = MEM_ARRAY(Text, width);
    table->keys = MEM_ARRAY(Text, width);
    table->slot_count = 8;
    while (table->slot_count < 2 * (size_t)width) {
        table->slot_count *= 2;
    }
    table->slots = mem_leaf(table->slot_count * sizeof *table->slots);

    bool named = false;
    for (int i = 0; i < width; i++) {
        Text name = text_trim(names[i]);
        table->names[i] = name;
        table->keys[i] = text_fold(name);
        if (name.length == 0) {
            continue;
        }
        named = true;
        int *slot = &table->slots[slot_of(table, table->keys[i])];
        if (*slot > 0) {
            const Text args[] = { name, number_text(*slot), number_text(i + 1) };
            diag_data(table->diags, DIAG_COLUMN_TWICE, table->path, row, i + 1, args, 3);
        } else {
            *slot = i + 1;
        }
    }
    if (!named) {
        diag_data(table->diags, DIAG_TABLE_NO_NAMES, table->path, row, 0, NULL, 0);
    }
    return named;
}

Text table_path(const Table *table) {
    return table->path;
}

Text table_sheet(const Table *table) {
    return table->sheet;
}

Text table_stem(const Table *table) {
    return table->stem;
}

bool table_is_called(const Table *table, Text name) {
    return (table->sheet.length > 0 && text_same_name(table->sheet, name)) || (table->alone && text_same_name(table->stem, name));
}

int table_width(const Table *table) {
    return table->width;
}

Text table_name(const Table *table, int column) {
    return table->names[column];
}

int table_column(const Table *table, Text name) {
    Text key = text_fold(name);
    return key.length > 0 ? table->slots[slot_of(table, key)] - 1 : -1;
}

Text table_suggest(const Table *table, Text name) {
    Text key = text_fold(name), nearest = TEXT_NONE;
    int length = text_runes(key);
    int limit = length < 6 ? 1 : length / 3; /* of two characters, one may be wrong, not both */
    for (int i = 0; i < table->width && length > 1; i++) {
        int distance = text_distance(key, table->keys[i], limit);
        if (table->keys[i].length > 0 && distance <= limit) {
            nearest = table->names[i];
            limit = distance - 1;
        }
        if (limit < 0) {
            break;
        }
    }
    return nearest;
}
