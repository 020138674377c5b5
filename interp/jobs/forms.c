#include "jobs/forms.h"

#include "data/keyset.h"
#include "data/store.h"
#include "jobs/forms_sheet.h"

#define JOINED_IN_MEMORY 20000 /* lines of a joined sheet; more go to a temporary store */

/* The lines of a sheet joined to the main one. */
typedef struct Joined {
    VEC(FormLine) lines;
    VEC(Text) keys;         /* of the lines */
    VEC(bool) used;         /* by some form */
    int *slots;             /* hashed by key: line + 1, 0: free */
    size_t slot_count;
    Store *store;           /* the lines where they are too many for memory */
} Joined;

/* ---- sheets ---- */

static bool same_columns(const Table *a, const Table *b) {
    if (table_width(a) != table_width(b)) return false;
    for (int i = 0; i < table_width(a); i++)
        if (table_column(b, table_name(a, i)) < 0) return false;
    return true;
}

static void add_table(Forms *forms, Table *table) {
    Sheet *sheet = NULL;
    for (int i = 0; i < forms->sheets.count && !sheet; i++)
        if (same_columns(forms->sheets.at[i]->tables.at[0], table)) sheet = forms->sheets.at[i];
    if (!sheet) {
        sheet = MEM_NEW(Sheet);
        sheet->index = forms->sheets.count;
        vec_push(&forms->sheets, sheet);
    }
    int *columns = NULL;
    if (sheet->tables.count > 0) {
        columns = mem_leaf(sizeof(int) * (size_t)table_width(table));
        for (int i = 0; i < table_width(table); i++)
            columns[i] = table_column(table, table_name(sheet->tables.at[0], i));
    }
    vec_push(&sheet->tables, table);
    vec_push(&sheet->columns, columns);
    vec_push(&sheet->rows, 0);
}

static int table_at(const Sheet *sheet, const Table *table) {
    int i = 0;
    while (sheet->tables.at[i] != table)
        i++;
    return i;
}

/* The columns that name a form: those of `by`, all of them or none; of a wide table the usual ones, or the first. */
static void find_keys(Forms *forms, Sheet *sheet) {
    static const char *const usual[] = { "form_id", "form", "id", "编号", "表号", "项目编号", "项目名称", "name", "名称" };
    const Program *program = forms->views.at[0].program;
    if (program->has_rows) {
        for (int i = 0; i < program->rows_keys.count; i++) {
            int column = sheet_column(forms, sheet, program->rows_keys.at[i]);
            if (column < 0) {
                sheet->keys.count = 0;
                return;
            }
            vec_push(&sheet->keys, column);
        }
        return;
    }
    const Table *table = sheet->tables.at[0];
    int column = -1;
    if (forms->options->id_column.length) {
        column = table_column(table, forms->options->id_column);
        if (column < 0 && sheet->index == 0) {
            diag(forms->diags, DIAG_COLUMN_UNKNOWN, SPAN_NONE, table_path(table), forms->options->id_column);
            forms->stop = forms->failed = true;
        }
    }
    for (size_t i = 0; i < sizeof usual / sizeof *usual && column < 0; i++)
        if (!view_knows(program, text_of(usual[i]))) column = table_column(table, text_of(usual[i]));
    if (column < 0 && table_width(table) > 0 && !view_knows(program, table_name(table, 0))) column = 0;
    if (column >= 0) vec_push(&sheet->keys, column);
}

/* The sheet the rules speak of: by its name, else the one with the most of their columns. */
static Sheet *main_sheet(const Forms *forms) {
    const Program *program = forms->views.at[0].program;
    if (!program->has_rows) return forms->sheets.count ? forms->sheets.at[0] : NULL;
    for (int i = 0; i < forms->sheets.count; i++)
        for (int t = 0; t < forms->sheets.at[i]->tables.count; t++)
            if (table_is_called(forms->sheets.at[i]->tables.at[t], program->rows_table)) return forms->sheets.at[i];
    Sheet *best = NULL;
    int most = -1;
    for (int i = 0; i < forms->sheets.count; i++) {
        int found = 0;
        for (int j = 0; j < program->row.inputs.count; j++)
            found += sheet_input_column(forms, forms->sheets.at[i], &program->row.inputs.at[j]) >= 0;
        if (found <= most) continue;
        most = found;
        best = forms->sheets.at[i];
    }
    return most * 2 >= program->row.inputs.count ? best : NULL; /* with fewer of the columns it is another table */
}

/* ---- lines ---- */

static Text line_key(const Sheet *sheet, const Cell *cells) {
    if (sheet->keys.count == 0) return TEXT("1"); /* rows without a key are one form */
    if (sheet->keys.count == 1) return text_trim(cells[sheet->keys.at[0]].text);
    Buf key = { 0 };
    for (int i = 0; i < sheet->keys.count; i++) {
        Text part = text_trim(cells[sheet->keys.at[i]].text);
        if (i > 0) buf_char(&key, '/');
        for (size_t b = 0; b < part.length; b++) { /* a / within is doubled: no two lists of parts give one key */
            if (part.at[b] == '/') buf_char(&key, '/');
            buf_char(&key, part.at[b]);
        }
    }
    return buf_text(&key);
}

/* The cells of a row in the order of the sheet's columns, in one block with their texts. */
static const Cell *keep_cells(const Sheet *sheet, int table, const Row *row) {
    const int *columns = sheet->columns.at[table];
    size_t bytes = 0;
    for (int i = 0; i < row->count; i++)
        bytes += row->cells[i].text.length;
    Cell *cells = MEM_ARRAY(Cell, row->count + 1);
    char *texts = mem_leaf(bytes + 1);
    for (int i = 0; i < row->count; i++) {
        const Cell *from = &row->cells[columns ? columns[i] : i];
        cells[i] = (Cell){ { texts, from->text.length }, from->format };
        for (size_t j = 0; j < from->text.length; j++)
            texts[j] = from->text.at[j];
        texts += from->text.length;
    }
    return cells;
}

/* The next row of a sheet, over all its tables; false at the end.  A damaged row sets *damaged and is passed over. */
static bool next_line(Forms *forms, Sheet *sheet, int *table, bool *damaged, Row *row) {
    while (*table < sheet->tables.count) {
        int more = table_next(sheet->tables.at[*table], row);
        if (more > 0) {
            sheet->rows.at[*table]++;
            return true;
        }
        if (more == 0) {
            ++*table;
            continue;
        }
        forms->failed = *damaged = true;
    }
    return false;
}

static bool rewind_sheet(Sheet *sheet) {
    for (int i = 0; i < sheet->tables.count; i++) {
        if (!table_rewind(sheet->tables.at[i])) return false;
        sheet->rows.at[i] = 0;
    }
    return true;
}

/* ---- joined sheets ---- */

static size_t slot_of(const Joined *joined, Text key) {
    size_t slot = text_hash(key) & (joined->slot_count - 1);
    while (joined->slots[slot] > 0 && !text_is(joined->keys.at[joined->slots[slot] - 1], key))
        slot = (slot + 1) & (joined->slot_count - 1);
    return slot;
}

static void grow_slots(Joined *joined) {
    if (joined->slot_count > (size_t)joined->lines.count * 2) return;
    joined->slot_count = joined->slot_count ? joined->slot_count * 4 : 64;
    joined->slots = mem_leaf(sizeof(int) * joined->slot_count);
    for (int i = 0; i < joined->lines.count; i++)
        joined->slots[slot_of(joined, joined->keys.at[i])] = i + 1;
}

static void report_twice(Forms *forms, const Table *table, long number, Text key) {
    diag_data(forms->diags, DIAG_KEY_TWICE, table_path(table), number, 0, &key, 1);
    forms->failed = true;
}

static bool spill(Joined *joined, const Sheet *sheet, Diags *diags) {
    joined->store = store_new(table_width(sheet->tables.at[0]), diags);
    for (int i = 0; joined->store && i < joined->lines.count; i++) {
        const FormLine *line = &joined->lines.at[i];
        if (!store_add(joined->store, joined->keys.at[i], line->number, table_at(sheet, line->table), line->cells)) return false;
    }
    joined->lines.count = joined->keys.count = 0;
    joined->lines.at = NULL;
    joined->keys.at = NULL;
    return joined->store != NULL;
}

/* Reads a sheet that is joined by its key.  Of lines with one key the first counts. */
static bool read_joined(Forms *forms, Sheet *sheet) {
    Joined *joined = sheet->joined = MEM_NEW(Joined);
    KeySet *seen = keyset_new();
    Row row;
    int table = 0;
    bool damaged = false;
    while (next_line(forms, sheet, &table, &damaged, &row)) {
        const Cell *cells = keep_cells(sheet, table, &row);
        Text key = line_key(sheet, cells);
        if (sheet->keys.count > 0 && !keyset_add(seen, key)) {
            report_twice(forms, sheet->tables.at[table], row.number, key);
            continue;
        }
        if (joined->lines.count == JOINED_IN_MEMORY && !spill(joined, sheet, forms->diags)) return false;
        if (joined->store) {
            if (!store_add(joined->store, key, row.number, table, cells)) return false;
            continue;
        }
        FormLine line = { sheet->tables.at[table], row.number, cells };
        grow_slots(joined);
        vec_push(&joined->lines, line);
        vec_push(&joined->keys, key);
        vec_push(&joined->used, false);
        size_t slot = slot_of(joined, key);
        if (joined->slots[slot] == 0) joined->slots[slot] = joined->lines.count;
    }
    return !joined->store || store_seal(joined->store);
}

/* A line out of a store, with cells of its own. */
static FormLine stored_line(const Sheet *sheet, const StoreRow *row) {
    Cell *cells = MEM_ARRAY(Cell, row->count + 1);
    for (int i = 0; i < row->count; i++)
        cells[i] = (Cell){ text_copy(row->cells[i].text), row->cells[i].format };
    return (FormLine){ sheet->tables.at[row->file], row->number, cells };
}

static FormLine joined_line(const Forms *forms, const Sheet *sheet, Text key) {
    FormLine line = { NULL, 0, NULL };
    Joined *joined = sheet->joined;
    bool alone = sheet->keys.count == 0 && forms->views.at[0].program->rows_keys.count > 0;
    if (alone || !joined) return line;
    if (joined->store) {
        StoreRow row;
        return store_find(joined->store, key) && store_next(joined->store, &row) > 0 ? stored_line(sheet, &row) : line;
    }
    if (joined->slot_count == 0) return line;
    int found = joined->slots[slot_of(joined, key)];
    if (found == 0) return line;
    joined->used.at[found - 1] = true;
    return joined->lines.at[found - 1];
}

/* ---- the order of the rows ---- */

/* Looks through the rows once: how many they are, whether those of each form stand together, and whether words the rules
   compare with are anywhere. */
static bool look_through(Forms *forms, bool *together) {
    Sheet *main = forms->main;
    KeySet *seen = keyset_new();
    Words *words = words_begin(forms);
    Buf last = { 0 };
    Row row;
    int table = 0;
    bool damaged = false;
    *together = true;
    for (bool first = true; next_line(forms, main, &table, &damaged, &row); first = false) {
        const int *columns = main->columns.at[table];
        Cell *cells = row.cells;
        if (columns) {
            cells = MEM_ARRAY(Cell, row.count + 1);
            for (int i = 0; i < row.count; i++)
                cells[i] = row.cells[columns[i]];
        }
        forms->row_total++;
        if (forms->options->stop && *forms->options->stop) break; /* what comes next sees it too */
        if (words) words_see(words, cells);
        if (!*together) continue;
        Text key = line_key(main, cells);
        if (main->keys.count == 1 && key.length == 0 && !forms->blank_key) {
            forms->blank_key = forms->failed = true;
            Text name = table_name(main->tables.at[0], main->keys.at[0]);
            diag_data(forms->diags, DIAG_KEY_BLANK, table_path(main->tables.at[table]), row.number, 0, &name, 1);
        }
        if (!first && text_is(key, buf_text(&last))) continue;
        if (!keyset_add(seen, key)) *together = false;
        last.length = 0;
        buf_add(&last, key);
    }
    if (words) words_end(forms, words);
    return rewind_sheet(main);
}

/* Rows of a form that stand apart are brought together by way of a temporary store. */
static bool bring_together(Forms *forms) {
    Sheet *main = forms->main;
    Row row;
    int table = 0;
    bool damaged = false;
    forms->store = store_new(table_width(main->tables.at[0]), forms->diags);
    while (forms->store && next_line(forms, main, &table, &damaged, &row)) {
        const Cell *cells = keep_cells(main, table, &row);
        if (!store_add(forms->store, line_key(main, cells), row.number, table, cells)) return false;
    }
    forms->damaged = damaged;
    return forms->store && store_seal(forms->store) && store_find_all(forms->store);
}

/* ---- forms ---- */

/* The year that `text` names: its first four digits that could be one, with no digit beside them. */
int forms_year_of(Text text) {
    for (size_t i = 0; i + 4 <= text.length; i++) {
        int year = 0;
        size_t j = i;
        if (i > 0 && text.at[i - 1] >= '0' && text.at[i - 1] <= '9') continue;
        while (j < text.length && j < i + 4 && text.at[j] >= '0' && text.at[j] <= '9')
            year = year * 10 + (text.at[j++] - '0');
        bool more = j < text.length && text.at[j] >= '0' && text.at[j] <= '9' && j - i == 4 && text.length != 8;
        if (j == i + 4 && !more && year >= 1900 && year <= 2999) return year;
    }
    return 0;
}

static int line_year(const Forms *forms, const Sheet *sheet, const FormLine *line) {
    static const char *const names[] = { "year", "年度", "年份", "年" };
    for (size_t i = 0; line->cells && i < sizeof names / sizeof *names; i++) {
        int column = sheet_column(forms, sheet, text_of(names[i]));
        if (column >= 0) return forms_year_of(line->cells[column].text);
    }
    return 0;
}

/* The year a rule file speaks of, where all of its period lies in one year. */
int forms_rules_year(const Program *program) {
    const Node *force = program->scheme->main->force;
    if (!force || !force->kid[0] || force->kid[0]->kind != NODE_DATE) return 0;
    int from = forms_year_of(force->kid[0]->text);
    int to = force->kid[1] ? forms_year_of(force->kid[1]->text) : 0;
    return from == to ? from : 0;
}

/* Where the rows of a form are interrupted.  Within a file only those that went by way of the store can be; there a blank
   line looks like the row of another form. */
static int apart(const Forms *forms) {
    for (int i = 1; i < forms->rows.count; i++) {
        const FormLine *before = &forms->rows.at[i - 1], *row = &forms->rows.at[i];
        if (row->table != before->table || (forms->store && row->number > before->number + 1)) return i;
    }
    return 0;
}

/* Fills in what a form has besides its rows. */
static const Form *make_form(Forms *forms, Text id, const FormLine *first) {
    Form *form = &forms->form;
    FormLine *lines = MEM_ARRAY(FormLine, forms->sheets.count + 1);
    *form = (Form){ .id = id, .number = ++forms->form_count, 
                    .lines = lines, .line_count = forms->sheets.count, .damaged = forms->damaged || forms->blank_key };
    for (int i = 0; i < forms->sheets.count; i++) {
        const Sheet *sheet = forms->sheets.at[i];
        lines[i] = sheet == forms->main ? *first : joined_line(forms, sheet, id);
    }
    if (forms->main) form->year = line_year(forms, forms->main, first);
    for (int i = 0; i < forms->sheets.count && !form->year; i++)
        if (forms->sheets.at[i] != forms->main) form->year = line_year(forms, forms->sheets.at[i], &lines[i]);
    for (int i = 0; i < forms->views.count && !form->year; i++)
        if (forms->views.count == 1) form->year = forms_rules_year(forms->views.at[i].program);
    if (forms->views.at[0].program->has_rows) {
        form->rows = forms->rows.at;
        form->row_count = forms->rows.count;
        form->apart = apart(forms);
    }
    return form;
}

static const Form *next_wide(Forms *forms) {
    Row row = { 0 };
    FormLine line = { NULL, 0, NULL };
    Buf id = { 0 };
    forms->damaged = false;
    if (!forms->main) {
        if (forms->ended) return NULL;
        forms->ended = true;
        return make_form(forms, TEXT("1"), &line);
    }
    if (!next_line(forms, forms->main, &forms->table, &forms->damaged, &row)) return NULL;
    forms->damaged = false; /* it was another row */
    forms->row_count++;
    line = (FormLine){ forms->main->tables.at[forms->table], row.number, keep_cells(forms->main, forms->table, &row) };
    if (forms->main->keys.count > 0) buf_add(&id, line_key(forms->main, line.cells));
    if (id.length == 0) buf_format(&id, "%ld", row.number);
    return make_form(forms, buf_text(&id), &line);
}

static bool look_ahead(Forms *forms) {
    Row row;
    bool damaged = false;
    forms->ended = forms->ended || !next_line(forms, forms->main, &forms->table, &damaged, &row);
    forms->damaged |= damaged;
    forms->ahead_damaged = damaged;
    if (forms->ended) return false;
    forms->row_count++;
    forms->ahead = (FormLine){ forms->main->tables.at[forms->table], row.number, keep_cells(forms->main, forms->table, &row) };
    forms->ahead_key = line_key(forms->main, forms->ahead.cells);
    return forms->ahead_there = true;
}

static void new_rows(Forms *forms) { /* the last form keeps its own */
    forms->rows.at = NULL;
    forms->rows.count = forms->rows.room = 0;
}

static const Form *next_long(Forms *forms) {
    new_rows(forms);
    forms->damaged = forms->ahead_there && forms->ahead_damaged;
    if (!forms->ahead_there && !look_ahead(forms)) return NULL;
    Text id = forms->ahead_key;
    do {
        vec_push(&forms->rows, forms->ahead);
        forms->ahead_there = false;
    } while (look_ahead(forms) && text_is(forms->ahead_key, id));
    return make_form(forms, id, &forms->rows.at[0]);
}

static const Form *next_stored(Forms *forms) {
    StoreRow row;
    new_rows(forms);
    if (!forms->ahead_there) {
        if (store_next(forms->store, &row) <= 0) return NULL;
        forms->ahead = stored_line(forms->main, &row);
        forms->ahead_key = text_copy(row.key);
    }
    Text id = forms->ahead_key;
    do {
        vec_push(&forms->rows, forms->ahead);
        forms->row_count++;
        forms->ahead_there = store_next(forms->store, &row) > 0;
        if (!forms->ahead_there) break;
        forms->ahead = stored_line(forms->main, &row);
        forms->ahead_key = text_copy(row.key);
    } while (text_is(forms->ahead_key, id));
    return make_form(forms, id, &forms->rows.at[0]);
}

const Form *forms_next(Forms *forms) {
    if (!forms->views.at[0].program->has_rows) return next_wide(forms);
    return forms->store ? next_stored(forms) : next_long(forms);
}

bool forms_rewind(Forms *forms) {
    forms->table = 0;
    forms->ahead_there = forms->ended = false;
    forms->row_count = forms->form_count = 0;
    if (forms->store) return store_find_all(forms->store);
    return !forms->main || rewind_sheet(forms->main);
}

/* ---- opening ---- */

static bool agree(Forms *forms) {
    const Program *first = forms->views.at[0].program;
    for (int i = 1; i < forms->views.count; i++) {
        const Program *other = forms->views.at[i].program;
        bool same = first->has_rows == other->has_rows && first->rows_keys.count == other->rows_keys.count;
        for (int k = 0; same && k < first->rows_keys.count; k++)
            same = text_same_name(first->rows_keys.at[k], other->rows_keys.at[k]);
        if (same) continue;
        diag(forms->diags, DIAG_VERSIONS_DIFFER, SPAN_NONE, first->scheme->main->source->path, other->scheme->main->source->path);
        return false;
    }
    return true;
}

static bool open_sheets(Forms *forms, const Text *sources, int count) {
    TableList tables = { 0 };
    for (int i = 0; i < count; i++)
        if (!tables_open(sources[i], forms->diags, &tables)) forms->failed = true;
    if (forms->failed) return false;
    for (int i = 0; i < tables.count; i++)
        add_table(forms, tables.at[i]);
    for (int i = 0; i < forms->sheets.count; i++)
        find_keys(forms, forms->sheets.at[i]);
    forms->main = main_sheet(forms);
    return true;
}

static bool join_sheets(Forms *forms) {
    const Program *program = forms->views.at[0].program;
    for (int i = 0; i < forms->sheets.count; i++) {
        Sheet *sheet = forms->sheets.at[i];
        if (sheet == forms->main) continue;
        if (sheet->keys.count == 0 && !(program->has_rows && program->rows_keys.count == 0))
            diag(forms->diags, DIAG_TABLE_UNUSED, SPAN_NONE, table_path(sheet->tables.at[0]), program->has_rows ? program->rows_keys.at[0] : TEXT("form"));
        if (!read_joined(forms, sheet)) return false;
    }
    return true;
}

/* Rows need a key, and have to stand together form by form. */
static bool order_rows(Forms *forms) {
    const Program *program = forms->views.at[0].program;
    bool together;
    if (!forms->main) {
        diag(forms->diags, DIAG_NO_ROWS_TABLE, SPAN_NONE, program->rows_table);
        return false;
    }
    if (forms->main->keys.count == 0 && program->rows_keys.count > 0) {
        diag(forms->diags, DIAG_COLUMN_UNKNOWN, SPAN_NONE, table_path(forms->main->tables.at[0]), program->rows_keys.at[0]);
        return false;
    }
    return look_through(forms, &together) && (together || bring_together(forms));
}

Forms *forms_open(const Program *const *programs, int program_count, const Text *sources, int count, const FormsOptions *options) {
    Forms *forms = MEM_NEW(Forms);
    forms->options = options;
    forms->diags = programs[0]->scheme->diags;
    for (int i = 0; i < program_count; i++) {
        View view = { .program = programs[i] };
        vec_push(&forms->views, view);
    }
    if (!agree(forms) || !open_sheets(forms, sources, count) || !view_check_options(forms)) return NULL;
    for (int i = 0; i < program_count; i++)
        if (forms->main || !programs[i]->has_rows) view_open(forms, &forms->views.at[i]);
    if (forms->stop || !join_sheets(forms)) return NULL;
    if (programs[0]->has_rows && !order_rows(forms)) return NULL;
    return forms;
}

/* ---- what a program gets ---- */

static Cell cell_at(const Forms *forms, const Form *form, const Place *place, int row) {
    if (place->set.at) return (Cell){ place->set, CELL_PLAIN };
    if (!place->sheet) return (Cell){ TEXT_NONE, CELL_PLAIN };
    const FormLine *line = place->sheet == forms->main && row >= 0 ? &form->rows[row] : &form->lines[place->sheet->index];
    return line->cells ? line->cells[place->column] : (Cell){ TEXT(""), CELL_PLAIN };
}

static const Cell *cells_of(const Forms *forms, const Form *form, const Code *code, const Place *places, int row) {
    Cell *cells = MEM_ARRAY(Cell, code->inputs.count + 1);
    for (int i = 0; i < code->inputs.count; i++)
        cells[i] = cell_at(forms, form, &places[i], row);
    return cells;
}

FormData forms_data(const Forms *forms, const Form *form, int program) {
    const View *view = &forms->views.at[program];
    FormData data = { .id = form->id, .year = form->year ? form->year : forms_rules_year(view->program) };
    data.cells = cells_of(forms, form, &view->program->form, view->form, -1);
    if (!view->program->has_rows) return data;
    FormRowData *rows = MEM_ARRAY(FormRowData, form->row_count + 1);
    for (int i = 0; i < form->row_count; i++)
        rows[i] = (FormRowData){ form->rows[i].number, cells_of(forms, form, &view->program->row, view->row, i) };
    data.rows = rows;
    data.row_count = form->row_count;
    return data;
}

bool forms_date(const Forms *forms, const Form *form, int program, int64_t *first, int64_t *last) {
    const View *view = &forms->views.at[program];
    if (view->date_column >= 0) {
        const FormLine *line = &form->lines[view->date_sheet];
        if (!line->cells) return false;
        Text text = text_trim(line->cells[view->date_column].text);
        int year = text.length == 4 ? forms_year_of(text) : 0; /* 2022 alone is a year, as 2022年 is */
        if (year) {
            *first = date_of(year, 1, 1);
            *last = date_of(year, 12, 31);
            return true;
        }
        CellContext context = { .units = view->program->units, .use = CELL_ENTRY, .kind = CELL_DATE, .unit = UNIT_NONE,
                                .actual_unit = UNIT_NONE, .year = form->year };
        Readings readings;
        cell_read(&context, text, &readings);
        bool known = false;
        for (int i = 0; i < readings.count; i++) { /* any day of any reading */
            const Value *value = &readings.at[i].value;
            int64_t from, to;
            if (value->kind != VALUE_NUMBER || value->range.lo_infinite || value->range.hi_infinite) return false;
            if (!rat_to_int64(value->range.lo, &from) || !rat_to_int64(value->range.hi, &to)) return false;
            if (!known || from < *first) *first = from;
            if (!known || to > *last) *last = to;
            known = true;
        }
        return known;
    }
    if (!form->year) return false;
    *first = *last = date_of(form->year, 12, 31);
    return true;
}

/* ---- places ---- */

static FormPlace line_place(const FormLine *line) {
    FormPlace place = { 0 };
    if (!line->table) return place;
    place.file = table_path(line->table);
    place.sheet = table_sheet(line->table);
    place.row = line->number;
    return place;
}

FormPlace forms_line(const Form *form, int row) {
    if (row >= 0) return line_place(&form->rows[row]);
    if (form->row_count == 0) return form->lines ? line_place(&form->lines[0]) : (FormPlace){ 0 };
    for (int i = 0; i < form->line_count; i++) /* of a form with rows the line that is its own, where there is one */
        if (form->lines[i].table && form->lines[i].table != form->rows[0].table) return line_place(&form->lines[i]);
    return line_place(&form->rows[0]);
}

FormPlace forms_place(const Forms *forms, const Form *form, int program, int row, int input) {
    const View *view = &forms->views.at[program];
    const Place *from = row >= 0 ? &view->row[input] : &view->form[input];
    if (!from->sheet) return (FormPlace){ 0 };
    const Sheet *sheet = from->sheet;
    const FormLine *line = sheet == forms->main && row >= 0 ? &form->rows[row] : &form->lines[sheet->index];
    FormPlace place = line_place(line);
    place.column = table_name(sheet->tables.at[0], from->column);
    if (!line->table) return place;
    const int *columns = sheet->columns.at[table_at(sheet, line->table)];
    place.cell = table_cell_name(line->table, line->number, columns ? columns[from->column] : from->column);
    return place;
}

bool forms_has_column(const Forms *forms, Text name) {
    for (int i = 0; i < forms->sheets.count; i++)
        if (sheet_column(forms, forms->sheets.at[i], name) >= 0) return true;
    return false;
}

Text forms_cell(const Forms *forms, const Form *form, Text name) {
    for (int i = 0; i < forms->sheets.count; i++) {
        int column = form->lines && form->lines[i].cells ? sheet_column(forms, forms->sheets.at[i], name) : -1;
        Text cell = column >= 0 ? text_trim(form->lines[i].cells[column].text) : TEXT_NONE;
        if (cell.length) return cell;
    }
    return TEXT_NONE;
}

bool forms_unused(const Forms *forms, int *at, Text *key, FormPlace *place) {
    int index = 0;
    bool rows = forms->views.at[0].program->has_rows;
    for (int i = 0; rows && i < forms->sheets.count; i++) {
        const Joined *joined = forms->sheets.at[i]->joined;
        for (int line = 0; joined && forms->sheets.at[i]->keys.count > 0 && line < joined->lines.count; line++) {
            if (index++ < *at || joined->used.at[line]) continue;
            *at = index;
            *key = joined->keys.at[line];
            *place = line_place(&joined->lines.at[line]);
            return true;
        }
    }
    return false;
}

/* ---- how far it is ---- */

bool forms_failed(const Forms *forms) {
    return forms->failed;
}

const FormsFile *forms_files(const Forms *forms, int *count) {
    Forms *filled = (Forms *)forms; /* the list is made when it is asked for: digests are known at the end */
    filled->files.count = 0;
    for (int i = 0; i < forms->sheets.count; i++)
        for (int t = 0; t < forms->sheets.at[i]->tables.count; t++) {
            const Table *table = forms->sheets.at[i]->tables.at[t];
            FormsFile *file = NULL;
            for (int f = 0; f < forms->files.count && !file; f++)
                if (text_is(forms->files.at[f].path, table_path(table))) file = &filled->files.at[f];
            if (file) {
                file->rows += forms->sheets.at[i]->rows.at[t];
                continue;
            }
            FormsFile fresh = { table_path(table), table_digest(table), forms->sheets.at[i]->rows.at[t] };
            vec_push(&filled->files, fresh);
        }
    *count = forms->files.count;
    return forms->files.at;
}

double forms_progress(const Forms *forms) {
    if (forms->row_total > 0) return (double)forms->row_count / (double)forms->row_total;
    if (!forms->main || forms->table >= forms->main->tables.count) return 1;
    double here = table_progress(forms->main->tables.at[forms->table]);
    return here < 0 ? here : (forms->table + here) / forms->main->tables.count;
}

long forms_rows(const Forms *forms) {
    return forms->row_count;
}
