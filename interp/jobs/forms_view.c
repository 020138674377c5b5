#include "front/scope.h"
#include "jobs/forms_sheet.h"

#define WORDS_SEEN 4096 /* distinct cells of a column that are remembered */

/* ---- finding columns ---- */

static Text mapped(const Forms *forms, Text name) {
    for (int i = 0; i < forms->options->map_count; i++)
        if (text_same_name(forms->options->maps[i].name, name)) return forms->options->maps[i].value;
    return name;
}

int sheet_column(const Forms *forms, const Sheet *sheet, Text name) {
    return table_column(sheet->tables.at[0], mapped(forms, name));
}

int sheet_input_column(const Forms *forms, const Sheet *sheet, const Input *input) {
    int column = sheet_column(forms, sheet, input->name);
    const Symbol *symbol = input->symbol;
    if (column >= 0 || !symbol) return column;
    for (int i = 0; i < symbol->aliases.count && column < 0; i++)
        column = sheet_column(forms, sheet, symbol->aliases.at[i]);
    return column;
}

/* `performance` stands for `mortality.performance` where only one indicator has an entry of that name. */
static int local_column(const Forms *forms, const Sheet *sheet, const Code *code, const Input *input) {
    const Symbol *symbol = input->symbol;
    if (!symbol || symbol->kind != SYM_GIVEN || text_is(symbol->name, input->name)) return -1;
    for (int i = 0; i < code->inputs.count; i++) {
        const Input *other = &code->inputs.at[i];
        if (other != input && other->symbol && text_same_name(other->symbol->name, symbol->name)) return -1;
    }
    return sheet_column(forms, sheet, symbol->name);
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

static void report_absent(Forms *forms, const View *view, const Code *code, int input, DiagId id) {
    const Node *node = input_node(code, input);
    const Table *table = forms->main->tables.at[0];
    if (!node && id == DIAG_COLUMN_ABSENT) return; /* declared and never used */
    Diag *report = diag(view->program->scheme->diags, id, place_of(node), table_path(table), code->inputs.at[input].name);
    Text near = table_suggest(table, code->inputs.at[input].name);
    if (near.at) diag_also(report, DIAG_DID_YOU_MEAN, SPAN_NONE, near);
    if (id == DIAG_COLUMN_UNKNOWN) forms->stop = forms->failed = true;
}

static bool is_set(const Forms *forms, const Input *input, Text *value) {
    for (int i = 0; i < forms->options->set_count; i++) {
        const FormsSet *set = &forms->options->sets[i];
        bool full = input->symbol && input->symbol->kind == SYM_INDICATOR && !text_is(input->name, input->symbol->name);
        bool same = text_same_name(set->name, input->name) || (!full && input->symbol && symbol_is_called(input->symbol, set->name));
        if (!same) continue;
        *value = set->value;
        return true;
    }
    return false;
}

static Place find_place(Forms *forms, const View *view, const Code *code, int index) {
    const Input *input = &code->inputs.at[index];
    Place place = { NULL, -1, TEXT_NONE };
    if (is_set(forms, input, &place.set)) return place;
    if (!forms->main) return place;
    for (int pass = 0; pass < 2; pass++) /* the main table first, then those joined to it */
        for (int i = 0; i < forms->sheets.count; i++) {
            Sheet *sheet = forms->sheets.at[i];
            if ((sheet == forms->main) != (pass == 0)) continue;
            bool alone = view->program->has_rows && view->program->rows_keys.count == 0;
            if (sheet != forms->main && sheet->keys.count == 0 && !alone) continue;
            int column = sheet_input_column(forms, sheet, input);
            if (column < 0) column = local_column(forms, sheet, code, input);
            if (column < 0) continue;
            place.sheet = sheet;
            place.column = column;
            return place;
        }
    if (input->symbol && input->symbol->maybe_word) return place;
    report_absent(forms, view, code, index, code->rows && input->symbol->kind == SYM_COLUMN ? DIAG_COLUMN_UNKNOWN : DIAG_COLUMN_ABSENT);
    return place;
}

static Place *find_places(Forms *forms, const View *view, const Code *code) {
    Place *places = MEM_ARRAY(Place, code->inputs.count + 1);
    for (int i = 0; i < code->inputs.count; i++)
        places[i] = find_place(forms, view, code, i);
    return places;
}

/* The column that dates a form: a name of the rules, or of a column. */
static void find_date(Forms *forms, View *view) {
    const Node *node = view->program->scheme->main->form_date;
    view->date_sheet = view->date_column = -1;
    if (!node || !forms->main) return;
    for (int i = 0; i < view->program->form.inputs.count; i++) {
        const Input *input = &view->program->form.inputs.at[i];
        if (!text_same_name(input->name, node->text) || !view->form[i].sheet) continue;
        view->date_sheet = view->form[i].sheet->index;
        view->date_column = view->form[i].column;
        return;
    }
    for (int i = 0; i < forms->sheets.count; i++) {
        int column = sheet_column(forms, forms->sheets.at[i], node->text);
        if (column < 0 || (view->date_sheet >= 0 && forms->sheets.at[i] != forms->main)) continue;
        view->date_sheet = i;
        view->date_column = column;
    }
    if (view->date_sheet >= 0) return;
    Diag *report = diag(view->program->scheme->diags, DIAG_COLUMN_UNKNOWN, node->span, table_path(forms->main->tables.at[0]), node->text);
    Text near = table_suggest(forms->main->tables.at[0], node->text);
    if (near.at) diag_also(report, DIAG_DID_YOU_MEAN, SPAN_NONE, near);
    forms->stop = forms->failed = true;
}

void view_open(Forms *forms, View *view) {
    if (view->program->has_rows) view->row = find_places(forms, view, &view->program->row);
    view->form = find_places(forms, view, &view->program->form);
    find_date(forms, view);
}

/* ---- options ---- */

bool forms_set(Text text, FormsSet *set) {
    long equals = text_find(text, TEXT("="), 0);
    if (equals < 0) return false;
    *set = (FormsSet){ text_trim(text_slice(text, 0, (size_t)equals)), text_slice(text, (size_t)equals + 1, text.length) };
    if (set->value.length == 0) set->value = TEXT("");
    return true;
}


static bool code_knows(const Code *code, Text name) {
    for (int i = 0; i < code->inputs.count; i++)
        if (text_same_name(code->inputs.at[i].name, name) ||
            (code->inputs.at[i].symbol && symbol_is_called(code->inputs.at[i].symbol, name)))
            return true;
    return false;
}

bool view_knows(const Program *program, Text name) {
    return code_knows(&program->form, name) || code_knows(&program->row, name);
}

static bool is_key(const Forms *forms, Text name) {
    for (int v = 0; v < forms->views.count; v++) {
        const Program *program = forms->views.at[v].program;
        for (int i = 0; i < program->rows_keys.count; i++)
            if (text_same_name(program->rows_keys.at[i], name)) return true;
        if (program->scheme->main->form_date && text_same_name(program->scheme->main->form_date->text, name)) return true;
    }
    return false;
}

static bool anyone_knows(const Forms *forms, Text name) {
    for (int v = 0; v < forms->views.count; v++)
        if (view_knows(forms->views.at[v].program, name)) return true;
    return false;
}

static bool check_names(Forms *forms, const FormsSet *sets, int count, bool maps) {
    bool known = true;
    for (int i = 0; i < count; i++) {
        Text name = sets[i].name;
        if (anyone_knows(forms, name) || (maps && (is_key(forms, name) || text_is_z(name, "year") || text_is_z(name, "unit")))) continue;
        Diag *report = diag(forms->diags, DIAG_SET_UNKNOWN, SPAN_NONE, name);
        Text near = scope_suggest(forms->views.at[0].program->scheme->main->scope, name);
        if (near.at) diag_also(report, DIAG_DID_YOU_MEAN, SPAN_NONE, near);
        forms->failed = true;
        known = false;
    }
    return known;
}

/* Whether some sheet has each column that --map speaks of. */
static bool check_columns(const Forms *forms) {
    bool good = true;
    for (int i = 0; i < forms->options->map_count && forms->sheets.count > 0; i++) {
        Text column = forms->options->maps[i].value;
        bool found = false;
        for (int s = 0; s < forms->sheets.count && !found; s++)
            found = table_column(forms->sheets.at[s]->tables.at[0], column) >= 0;
        if (found) continue;
        const Table *first = forms->sheets.at[0]->tables.at[0];
        Diag *report = diag(forms->diags, DIAG_COLUMN_UNKNOWN, SPAN_NONE, table_path(first), column);
        Text near = table_suggest(first, column);
        if (near.at) diag_also(report, DIAG_DID_YOU_MEAN, SPAN_NONE, near);
        good = false;
    }
    return good;
}

bool view_check_options(Forms *forms) {
    const FormsOptions *options = forms->options;
    bool sets = check_names(forms, options->sets, options->set_count, false);
    bool maps = check_names(forms, options->maps, options->map_count, true);
    return check_columns(forms) && maps && sets;
}

/* ---- words that the data never has ---- */

typedef struct CompareWord {
    int column;
    Text text;
    const Node *node;
    Diags *diags;
    bool found;
    Text near;              /* the cell most like it */
    int distance;
} CompareWord;

struct Words {
    VEC(CompareWord) list;
    uint64_t *slots;        /* hashes of words and cells already compared */
};

/* The word that a slot compares with a column: a text, or a name that stands for itself. */
static Text compared_word(const Code *code, const Place *places, int slot) {
    const Op *op = &code->ops.at[slot];
    if (op->code == OP_CONST && op->value->kind == VALUE_TEXT) return op->value->text;
    if (op->code == OP_CELL && !places[op->index].sheet && !places[op->index].set.at && code->inputs.at[op->index].symbol->maybe_word)
        return code->inputs.at[op->index].name;
    return TEXT_NONE;
}

static void add_words(const Forms *forms, Words *words, const View *view) {
    const Code *code = &view->program->row;
    for (int i = 0; i < code->ops.count; i++) {
        const Op *op = &code->ops.at[i];
        if (op->code != OP_COMPARE || op->mode != CMP_EQ) continue;
        for (int side = 0; side < 2; side++) {
            const Op *cell = &code->ops.at[side ? op->b : op->a];
            Text text = compared_word(code, view->row, side ? op->a : op->b);
            if (cell->code != OP_CELL || view->row[cell->index].sheet != forms->main || text.length == 0) continue;
            CompareWord word = { .column = view->row[cell->index].column, .text = text, .node = op->node,
                                 .diags = view->program->scheme->diags, .distance = text_runes(text) < 5 ? 2 : 3 };
            vec_push(&words->list, word);
        }
    }
}

Words *words_begin(Forms *forms) {
    Words *words = MEM_NEW(Words);
    for (int i = 0; i < forms->views.count; i++)
        add_words(forms, words, &forms->views.at[i]);
    words->slots = mem_leaf(sizeof(uint64_t) * WORDS_SEEN);
    return words->list.count > 0 ? words : NULL;
}

static void see_word(CompareWord *word, Text cell) {
    if (word->found || cell.length == 0) return;
    if (text_same_name(cell, word->text)) {
        word->found = true;
        return;
    }
    int distance = text_distance(cell, word->text, word->distance - 1);
    if (distance >= word->distance) return;
    word->distance = distance;
    word->near = text_copy(cell);
}

void words_see(Words *words, const Cell *cells) {
    for (int i = 0; i < words->list.count; i++) {
        CompareWord *word = &words->list.at[i];
        if (word->found) continue;
        Text cell = text_trim(cells[word->column].text);
        uint64_t hash = text_hash(cell) * 31 + (uint64_t)i + 1;
        if (words->slots[hash % WORDS_SEEN] == hash) continue; /* a cell already compared, most of the time */
        words->slots[hash % WORDS_SEEN] = hash;
        see_word(word, cell);
    }
}

void words_end(Forms *forms, Words *words) {
    for (int i = 0; i < words->list.count; i++) {
        const CompareWord *word = &words->list.at[i];
        if (word->found || !word->near.at) continue; /* a part of the data may well have none */
        Diag *report = diag(word->diags, DIAG_WORD_NOWHERE, place_of(word->node), table_name(forms->main->tables.at[0], word->column), word->text);
        diag_also(report, DIAG_DID_YOU_MEAN, SPAN_NONE, word->near);
    }
}
