#include "jobs/forms_read.h"

#include "front/scope.h"

typedef struct Line {
    long number;
    Cell *cells;
    Text key;
} Line;

/* A table in memory. */
typedef struct Sheet {
    Table *table;
    VEC(Line) lines;
    VEC(int) keys;          /* its key columns, all of them or none */
} Sheet;

typedef struct Reader {
    const Program *program;
    const FormsOptions *options;
    Diags *diags;
    Forms *forms;
    VEC(Sheet *) sheets;
    Sheet *main;            /* rows of an each-row scheme, or the wide table */
    bool stop;              /* rules and data do not belong together: no form is made */
} Reader;

/* Where an input's cells come from. */
typedef struct Place {
    Sheet *sheet;           /* NULL: nowhere, or set on the command line */
    int column;
    Text set;
} Place;

/* ---- finding columns ---- */

static int sheet_column(const Sheet *sheet, const Input *input) {
    int column = table_column(sheet->table, input->name);
    const Symbol *symbol = input->symbol;
    if (column >= 0 || !symbol) return column;
    for (int i = 0; i < symbol->aliases.count && column < 0; i++)
        column = table_column(sheet->table, symbol->aliases.at[i]);
    return column;
}

/* `performance` stands for `mortality.performance` where only one indicator has an entry of that name. */
static int local_column(const Sheet *sheet, const Code *code, const Input *input) {
    const Symbol *symbol = input->symbol;
    if (!symbol || symbol->kind != SYM_GIVEN || text_is(symbol->name, input->name)) return -1;
    for (int i = 0; i < code->inputs.count; i++) {
        const Input *other = &code->inputs.at[i];
        if (other != input && other->symbol && text_same_name(other->symbol->name, symbol->name)) return -1;
    }
    return table_column(sheet->table, symbol->name);
}

static const Node *input_node(const Code *code, int input) {
    for (int i = 0; i < code->ops.count; i++) {
        const Op *op = &code->ops.at[i];
        if ((op->code == OP_CELL || op->code == OP_CELL_NUMBER || op->code == OP_ENTRY) && op->index == input) return op->node;
    }
    return code->inputs.at[input].symbol ? code->inputs.at[input].symbol->node : NULL;
}

static Span place_of(const Node *node) {
    if (!node) return SPAN_NONE;
    if (node->kind == NODE_INDICATOR && node->kid[0]->name_span.source) return node->kid[0]->name_span;
    return node->span;
}

static void report_absent(Reader *reader, const Code *code, int input, DiagId id) {
    const Node *node = input_node(code, input);
    if (!node && id == DIAG_COLUMN_ABSENT) return; /* declared and never used */
    Diag *report = diag(reader->diags, id, place_of(node), table_path(reader->main->table), code->inputs.at[input].name);
    Text near = table_suggest(reader->main->table, code->inputs.at[input].name);
    if (near.at) diag_also(report, DIAG_DID_YOU_MEAN, SPAN_NONE, near);
    if (id == DIAG_COLUMN_UNKNOWN) reader->stop = reader->forms->failed = true;
}

static bool is_set(const Reader *reader, const Input *input, Text *value) {
    for (int i = 0; i < reader->options->set_count; i++) {
        const FormsSet *set = &reader->options->sets[i];
        bool full = input->symbol && input->symbol->kind == SYM_INDICATOR && !text_is(input->name, input->symbol->name);
        bool same = text_same_name(set->name, input->name) || (!full && input->symbol && symbol_is_called(input->symbol, set->name));
        if (!same) continue;
        *value = set->value;
        return true;
    }
    return false;
}

static Place find_place(Reader *reader, const Code *code, int index) {
    const Input *input = &code->inputs.at[index];
    Place place = { NULL, -1, TEXT_NONE };
    if (is_set(reader, input, &place.set)) return place;
    if (!reader->main) return place;
    for (int pass = 0; pass < 2; pass++) /* the main table first, then those joined to it */
        for (int i = 0; i < reader->sheets.count; i++) {
            Sheet *sheet = reader->sheets.at[i];
            if ((sheet == reader->main) != (pass == 0)) continue;
            bool alone = reader->program->has_rows && reader->program->rows_keys.count == 0;
            if (sheet != reader->main && sheet->keys.count == 0 && !alone) continue;
            int column = sheet_column(sheet, input);
            if (column < 0) column = local_column(sheet, code, input);
            if (column < 0) continue;
            place.sheet = sheet;
            place.column = column;
            return place;
        }
    if (input->symbol && input->symbol->maybe_word) return place;
    report_absent(reader, code, index, code->rows && input->symbol->kind == SYM_COLUMN ? DIAG_COLUMN_UNKNOWN : DIAG_COLUMN_ABSENT);
    return place;
}

static Place *find_places(Reader *reader, const Code *code) {
    Place *places = MEM_ARRAY(Place, code->inputs.count + 1);
    for (int i = 0; i < code->inputs.count; i++)
        places[i] = find_place(reader, code, i);
    return places;
}

/* ---- reading tables ---- */

static bool known_name(const Code *code, Text name) {
    for (int i = 0; i < code->inputs.count; i++)
        if (text_same_name(code->inputs.at[i].name, name) ||
            (code->inputs.at[i].symbol && symbol_is_called(code->inputs.at[i].symbol, name)))
            return true;
    return false;
}

static bool check_sets(Reader *reader) {
    bool known = true;
    for (int i = 0; i < reader->options->set_count; i++) {
        Text name = reader->options->sets[i].name;
        if (known_name(&reader->program->form, name) || known_name(&reader->program->row, name)) continue;
        Diag *report = diag(reader->diags, DIAG_SET_UNKNOWN, SPAN_NONE, name);
        Text near = scope_suggest(reader->program->scheme->main->scope, name);
        if (near.at) diag_also(report, DIAG_DID_YOU_MEAN, SPAN_NONE, near);
        reader->forms->failed = true;
        known = false;
    }
    return known;
}

static Text line_key(const Sheet *sheet, const Line *line) {
    if (sheet->keys.count == 1) return text_trim(line->cells[sheet->keys.at[0]].text);
    Buf key = { 0 };
    for (int i = 0; i < sheet->keys.count; i++) {
        if (i > 0) buf_char(&key, '/');
        buf_add(&key, text_trim(line->cells[sheet->keys.at[i]].text));
    }
    return buf_text(&key);
}

static void find_keys(Reader *reader, Sheet *sheet) {
    static const char *const usual[] = { "form_id", "form", "id", "编号", "表号", "项目编号", "项目名称", "name", "名称" };
    const Program *program = reader->program;
    if (program->has_rows) {
        for (int i = 0; i < program->rows_keys.count; i++) {
            int column = table_column(sheet->table, program->rows_keys.at[i]);
            if (column < 0) {
                sheet->keys.count = 0;
                return;
            }
            vec_push(&sheet->keys, column);
        }
        return;
    }
    int column = -1;
    if (reader->options->id_column.length) {
        column = table_column(sheet->table, reader->options->id_column);
        if (column < 0)
            diag(reader->diags, DIAG_COLUMN_UNKNOWN, SPAN_NONE, table_path(sheet->table), reader->options->id_column);
    }
    for (size_t i = 0; i < sizeof usual / sizeof *usual && column < 0; i++)
        if (!known_name(&program->form, text_of(usual[i]))) column = table_column(sheet->table, text_of(usual[i]));
    if (column < 0 && table_width(sheet->table) > 0 && !known_name(&program->form, table_name(sheet->table, 0))) column = 0;
    if (column >= 0) vec_push(&sheet->keys, column);
}

static Sheet *read_sheet(Reader *reader, Text path) {
    Table *table = table_open(path, reader->diags);
    if (!table) {
        reader->forms->failed = true;
        return NULL;
    }
    Sheet *sheet = MEM_NEW(Sheet);
    sheet->table = table;
    find_keys(reader, sheet);
    Row row;
    for (int more; (more = table_next(table, &row)) != 0;) {
        if (more < 0) {
            reader->forms->failed = true;
            continue;
        }
        Line line = { .number = row.number, .cells = MEM_ARRAY(Cell, row.count + 1) };
        for (int i = 0; i < row.count; i++) {
            line.cells[i] = row.cells[i];
            line.cells[i].text = text_copy(row.cells[i].text);
        }
        line.key = sheet->keys.count ? line_key(sheet, &line) : TEXT("1"); /* rows without a key are one form */
        vec_push(&sheet->lines, line);
    }
    FormsFile file = { path, table_digest(table), sheet->lines.count };
    vec_push(&reader->forms->files, file);
    vec_push(&reader->sheets, sheet);
    return sheet;
}

/* The table the rules speak of: by its name, else the only one, else the first that has every column. */
static Sheet *main_sheet(const Reader *reader) {
    if (!reader->program->has_rows) return reader->sheets.count ? reader->sheets.at[0] : NULL;
    for (int i = 0; i < reader->sheets.count; i++)
        if (text_same_name(table_stem(reader->sheets.at[i]->table), reader->program->rows_table)) return reader->sheets.at[i];
    const Code *row = &reader->program->row;
    Sheet *best = NULL;
    int most = -1;
    for (int i = 0; i < reader->sheets.count; i++) {
        int found = 0;
        for (int j = 0; j < row->inputs.count; j++)
            found += sheet_column(reader->sheets.at[i], &row->inputs.at[j]) >= 0;
        if (found > most) {
            most = found;
            best = reader->sheets.at[i];
        }
    }
    return best;
}

/* ---- joining ---- */

/* Lines of a sheet by key: an index into lines, or -1. */
typedef struct KeyIndex {
    int *at;
    int room;
} KeyIndex;

static KeyIndex index_lines(Reader *reader, const Sheet *sheet, bool unique) {
    KeyIndex index = { NULL, 16 };
    while (index.room < sheet->lines.count * 2 + 2)
        index.room *= 2;
    index.at = mem_leaf(sizeof(int) * (size_t)index.room);
    for (int i = 0; i < index.room; i++)
        index.at[i] = -1;
    for (int i = 0; i < sheet->lines.count; i++) {
        unsigned place = (unsigned)text_hash(sheet->lines.at[i].key) & ((unsigned)index.room - 1);
        while (index.at[place] >= 0 && !text_is(sheet->lines.at[index.at[place]].key, sheet->lines.at[i].key))
            place = (place + 1) & ((unsigned)index.room - 1);
        if (index.at[place] < 0)
            index.at[place] = i;
        else if (unique) {
            diag_data(reader->diags, DIAG_KEY_TWICE, table_path(sheet->table), sheet->lines.at[i].number, 0,
                      &sheet->lines.at[i].key, 1);
            reader->forms->failed = true;
        }
    }
    return index;
}

static int find_line(const KeyIndex *index, const Sheet *sheet, Text key) {
    unsigned place = (unsigned)text_hash(key) & ((unsigned)index->room - 1);
    while (index->at[place] >= 0) {
        if (text_is(sheet->lines.at[index->at[place]].key, key)) return index->at[place];
        place = (place + 1) & ((unsigned)index->room - 1);
    }
    return -1;
}

/* The cells of one form or row: from `line` of the main table, and the joined tables' lines of the same key. */
static Cell *gather(const Reader *reader, const Code *code, const Place *places, const Line *line, Text key,
                    const KeyIndex *indices) {
    Cell *cells = MEM_ARRAY(Cell, code->inputs.count + 1);
    for (int i = 0; i < code->inputs.count; i++) {
        const Place *place = &places[i];
        if (place->set.at) {
            cells[i].text = place->set;
        } else if (place->sheet && place->sheet == reader->main) {
            if (line) cells[i] = line->cells[place->column];
        } else if (place->sheet) {
            int sheet = 0;
            while (reader->sheets.at[sheet] != place->sheet)
                sheet++;
            int found = find_line(&indices[sheet], place->sheet, key);
            cells[i] = found >= 0 ? place->sheet->lines.at[found].cells[place->column] : (Cell){ TEXT(""), CELL_PLAIN };
        }
    }
    return cells;
}

/* ---- words that the data never has ---- */

/* The word that a slot compares with a column: a text, or a name that stands for itself. */
static Text compared_word(const Code *code, const Place *places, int slot) {
    const Op *op = &code->ops.at[slot];
    if (op->code == OP_CONST && op->value->kind == VALUE_TEXT) return op->value->text;
    if (op->code == OP_CELL && !places[op->index].sheet && !places[op->index].set.at && code->inputs.at[op->index].symbol->maybe_word)
        return code->inputs.at[op->index].name;
    return TEXT_NONE;
}

/* `level2 = 成本指称` where no row has that: surely a slip. */
static void check_word(Reader *reader, const Place *place, Text word, const Node *node) {
    Text near = TEXT_NONE;
    int best = text_runes(word) < 5 ? 2 : 3;
    for (int i = 0; i < place->sheet->lines.count; i++) {
        Text cell = text_trim(place->sheet->lines.at[i].cells[place->column].text);
        if (text_same_name(cell, word)) return;
        int distance = text_distance(cell, word, best - 1);
        if (distance < best) {
            best = distance;
            near = cell;
        }
    }
    if (!near.at) return; /* a part of the data may well have none */
    Diag *report = diag(reader->diags, DIAG_WORD_NOWHERE, place_of(node), table_name(place->sheet->table, place->column), word);
    diag_also(report, DIAG_DID_YOU_MEAN, SPAN_NONE, near);
}

static void check_words(Reader *reader, const Code *code, const Place *places) {
    for (int i = 0; i < code->ops.count; i++) {
        const Op *op = &code->ops.at[i];
        if (op->code != OP_COMPARE || op->mode != CMP_EQ) continue;
        for (int side = 0; side < 2; side++) {
            const Op *cell = &code->ops.at[side ? op->b : op->a];
            Text word = compared_word(code, places, side ? op->a : op->b);
            if (cell->code == OP_CELL && places[cell->index].sheet && word.length) check_word(reader, &places[cell->index], word, op->node);
        }
    }
}

static int year_of(Text text) {
    for (size_t i = 0; i + 4 <= text.length; i++) {
        int year = 0;
        size_t j = i;
        while (j < text.length && j < i + 4 && text.at[j] >= '0' && text.at[j] <= '9')
            year = year * 10 + (text.at[j++] - '0');
        if (j == i + 4 && year >= 1900 && year <= 2999) return year;
    }
    return 0;
}

static int line_year(const Sheet *sheet, const Line *line) {
    static const char *const names[] = { "year", "年度", "年份", "年" };
    for (size_t i = 0; line && i < sizeof names / sizeof *names; i++) {
        int column = table_column(sheet->table, text_of(names[i]));
        if (column >= 0) return year_of(line->cells[column].text);
    }
    return 0;
}

/* The year a rule file speaks of, where all of its period lies in one year. */
static int rules_year(const Program *program) {
    const Node *force = program->scheme->main->force;
    if (!force || !force->kid[0] || force->kid[0]->kind != NODE_DATE) return 0;
    int from = year_of(force->kid[0]->text);
    int to = force->kid[1] ? year_of(force->kid[1]->text) : 0;
    return from == to ? from : 0;
}

static void make_wide(Reader *reader, const KeyIndex *indices) {
    const Code *code = &reader->program->form;
    Place *places = find_places(reader, code);
    if (reader->stop) return;
    int lines = reader->main ? reader->main->lines.count : 1;
    for (int i = 0; i < lines; i++) {
        const Line *line = reader->main ? &reader->main->lines.at[i] : NULL;
        FormData form = { .id = line && reader->main->keys.count ? line->key : TEXT_NONE };
        if (form.id.length == 0) {
            Buf id = { 0 };
            if (line)
                buf_format(&id, "%ld", line->number);
            else
                buf_add_z(&id, "1");
            form.id = buf_text(&id);
        }
        form.year = line ? line_year(reader->main, line) : 0;
        if (!form.year) form.year = rules_year(reader->program);
        form.cells = gather(reader, code, places, line, line ? line->key : form.id, indices);
        vec_push(&reader->forms->list, form);
    }
}

static void make_long(Reader *reader, const KeyIndex *indices) {
    const Program *program = reader->program;
    const Sheet *main = reader->main;
    if (main->keys.count == 0 && program->rows_keys.count > 0) {
        diag(reader->diags, DIAG_COLUMN_UNKNOWN, SPAN_NONE, table_path(main->table), program->rows_keys.at[0]);
        reader->forms->failed = true;
        return;
    }
    Place *row_places = find_places(reader, &program->row), *form_places = find_places(reader, &program->form);
    if (reader->stop) return;
    check_words(reader, &program->row, row_places);
    KeyIndex first = index_lines(reader, main, false);
    int *form_of = mem_leaf(sizeof(int) * (size_t)(main->lines.count + 1));
    VEC(int) counts = { 0 };
    for (int i = 0; i < main->lines.count; i++) { /* forms in order of first appearance */
        int begin = find_line(&first, main, main->lines.at[i].key);
        if (begin == i) {
            FormData form = { .id = main->lines.at[i].key, .year = line_year(main, &main->lines.at[i]) };
            if (!form.year) form.year = rules_year(program);
            form.cells = gather(reader, &program->form, form_places, &main->lines.at[i], form.id, indices);
            form_of[i] = reader->forms->list.count;
            vec_push(&reader->forms->list, form);
            vec_push(&counts, 0);
        }
        form_of[i] = form_of[begin];
        counts.at[form_of[i]]++;
    }
    FormRowData **rows = MEM_ARRAY(FormRowData *, reader->forms->list.count + 1);
    for (int i = 0; i < reader->forms->list.count; i++)
        rows[i] = MEM_ARRAY(FormRowData, counts.at[i] + 1);
    for (int i = 0; i < main->lines.count; i++) {
        FormData *form = &reader->forms->list.at[form_of[i]];
        FormRowData *row = &rows[form_of[i]][form->row_count++];
        row->number = main->lines.at[i].number;
        row->cells = gather(reader, &program->row, row_places, &main->lines.at[i], form->id, indices);
    }
    for (int i = 0; i < reader->forms->list.count; i++)
        reader->forms->list.at[i].rows = rows[i];
}

Forms *forms_read(const Program *program, const Text *paths, int count, const FormsOptions *options) {
    Reader *reader = MEM_NEW(Reader);
    reader->program = program;
    reader->options = options;
    reader->diags = program->scheme->diags;
    reader->forms = MEM_NEW(Forms);
    for (int i = 0; i < count; i++)
        read_sheet(reader, paths[i]);
    if (!check_sets(reader)) return reader->forms;
    reader->main = main_sheet(reader);
    if (count > 0 && !reader->main) return reader->forms;
    KeyIndex *indices = MEM_ARRAY(KeyIndex, reader->sheets.count + 1);
    for (int i = 0; i < reader->sheets.count; i++) {
        Sheet *sheet = reader->sheets.at[i];
        if (sheet == reader->main) continue;
        if (sheet->keys.count == 0 && !(program->has_rows && program->rows_keys.count == 0))
            diag(reader->diags, DIAG_TABLE_UNUSED, SPAN_NONE, table_path(sheet->table));
        indices[i] = index_lines(reader, sheet, sheet->keys.count > 0);
    }
    if (program->has_rows && !reader->main) {
        diag(reader->diags, DIAG_NO_ROWS_TABLE, SPAN_NONE, program->rows_table);
        reader->forms->failed = true;
    } else if (program->has_rows) {
        make_long(reader, indices);
    } else {
        make_wide(reader, indices);
    }
    return reader->forms;
}
