#include "engine/const_table.h"

#include "base/file.h"
#include "data/table.h"

static Text beside(Text path, Text file) {
    size_t folder = path.length;
    if (file.length && file.at[0] == '/') return file;
    while (folder > 0 && path.at[folder - 1] != '/')
        folder--;
    Buf buf = { 0 };
    buf_add(&buf, text_slice(path, 0, folder));
    buf_add(&buf, file);
    return buf_text(&buf);
}

static int find_column(const ConstTable *table, Text name) {
    for (int i = 0; i < table->width; i++)
        if (text_same_name(table->columns.at[i], name)) return i;
    return -1;
}

/* The keys of a row as one text: equal where the keys are the same names. */
static Text joined_keys(const Text *keys, int count) {
    Buf buf = { 0 };
    for (int i = 0; i < count; i++) {
        buf_add(&buf, text_fold(keys[i]));
        buf_char(&buf, '\x1F');
    }
    return buf_text(&buf);
}

static int place_of(const ConstTable *table, Text joined) {
    unsigned mask = (unsigned)table->room - 1, i = (unsigned)text_hash(joined) & mask;
    while (table->rows[i] > 0 && !text_is(table->joined[table->rows[i] - 1], joined))
        i = (i + 1) & mask;
    return (int)i;
}

/* Finds each row by its keys; two rows with the same keys are a mistake. */
static void index_rows(Lower *low, ConstTable *table) {
    Text *keys = MEM_ARRAY(Text, table->keys.count + 1);
    table->room = 16;
    while (table->room < table->height * 2 + 2)
        table->room *= 2;
    table->rows = mem_leaf(sizeof(int) * (size_t)table->room);
    table->joined = MEM_ARRAY(Text, table->height + 1);
    for (int row = 0; row < table->height; row++) {
        for (int k = 0; k < table->keys.count; k++)
            keys[k] = table->cells[row * table->width + table->keys.at[k]];
        table->joined[row] = joined_keys(keys, table->keys.count);
        int place = place_of(table, table->joined[row]);
        if (table->rows[place] > 0)
            diag(low->diags, DIAG_TABLE_KEY_TWICE, table->node->span, table->name, keys[0]);
        else
            table->rows[place] = row + 1;
    }
}

int const_table_row(const ConstTable *table, const Text *keys) {
    return table->rows[place_of(table, joined_keys(keys, table->keys.count))] - 1;
}

static ConstTable *read_table(Lower *low, const Symbol *symbol) {
    const Node *node = symbol->node;
    Text path = beside(symbol->module->source->path, node->kid[1]->text);
    Text bytes;
    if (!file_read(path, &bytes, low->diags, node->kid[1]->span)) return NULL;
    Table *source = table_open_bytes(path, bytes, low->diags);
    if (!source) return NULL;
    ConstTable *table = MEM_NEW(ConstTable);
    table->name = symbol->name;
    table->path = path;
    table->node = node;
    table->width = table_width(source);
    for (int i = 0; i < table->width; i++)
        vec_push(&table->columns, table_name(source, i));
    VEC(Text) cells = { 0 };
    Row row;
    for (int more; (more = table_next(source, &row)) != 0;) {
        if (more < 0) continue;
        table->height++;
        for (int i = 0; i < row.count; i++)
            vec_push(&cells, text_copy(row.cells[i].text));
    }
    table->cells = cells.at;
    table->digest = table_digest(source);
    table_close(source);
    NODE_EACH(node->kid[2], key) {
        int column = find_column(table, key->text);
        if (column < 0)
            diag(low->diags, DIAG_TABLE_NO_COLUMN, key->span, symbol->name, key->text);
        else
            vec_push(&table->keys, column);
    }
    if (table->keys.count == node->kid[2]->count && table->keys.count > 0) index_rows(low, table);
    vec_push(&low->program->tables, table);
    return table;
}

const ConstTable *const_table(Lower *low, const Symbol *symbol, const Node *node) {
    (void)node;
    for (int i = 0; i < low->program->tables.count; i++)
        if (low->program->tables.at[i]->node == symbol->node) return low->program->tables.at[i];
    return read_table(low, symbol);
}

int const_table_column(Lower *low, const ConstTable *table, const Node *member) {
    int column = find_column(table, member->text);
    if (column < 0) diag(low->diags, DIAG_TABLE_NO_COLUMN, member->span, table->name, member->text);
    return column;
}

Value const_table_cell(Units *units, const ConstTable *table, int row, int column) {
    CellContext context = { .units = units, .use = CELL_ENTRY, .kind = CELL_NUMBER };
    Text text = table->cells[row * table->width + column];
    Readings readings;
    if (text_is_blank(text)) return value_missing();
    cell_read(&context, text, &readings);
    if (readings.count == 1 && readings.at[0].value.kind == VALUE_NUMBER && !readings.at[0].passed_over.length)
        return readings.at[0].value;
    return value_text(text);
}

Value const_table_value(Lower *low, const ConstTable *table, int row, int column) {
    return const_table_cell(low->program->units, table, row, column);
}
