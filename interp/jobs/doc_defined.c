/* doc_defined.c - what a scheme is scored from: the entries that people fill in, the definitions it uses with their own
   description, source and example, and its tables of constants. */
#include "jobs/doc_scheme.h"
#include "jobs/html.h"

/* ---- entries ---- */

static Text kind_text(const Doc *d, const Node *kind) {
    static const char *const names[][4] = {
        { "number", "数值", "number", "数值" },     { "rate", "比率", "rate (a share; 95% is written 95% or 0.95)", "比率（95% 填 95% 或 0.95）" },
        { "amount", "金额", "amount of money", "金额" }, { "duration", "时长", "duration", "时长" },
        { "date", "日期", "date", "日期" },          { "text", "文本", "text", "文本" },
        { "truth", "是非", "yes or no", "是或否" },
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (text_is_z(kind->text, names[i][0]) || text_is_z(kind->text, names[i][1])) return text_of(names[i][d->page.lang == LANG_ZH ? 3 : 2]);
    return SAY("a level of “{0}”", "“{0}”的一档", kind->text);
}

static Text unit_text(const Doc *d, const Node *given) {
    const Node *kind = given->kid[1];
    if (given->count > 3 && given->kid[3]) return SAY("as in {0}", "见{0}", doc_plain(d, given->kid[3]));
    if (kind->count > 0 && kind->kid[0]) return kind->kid[0]->text;
    if (text_is_z(kind->text, "amount") || text_is_z(kind->text, "金额")) return T("元 (yuan)", "元");
    if (text_is_z(kind->text, "duration") || text_is_z(kind->text, "时长")) return T("天 (days)", "天");
    return TEXT_NONE;
}

static void entry_row(Doc *d, Text name, Text others, Text kind, Text unit, Text bounds, Text used) {
    Cell head = { .head = true, .id = doc_new_id(d, 'e') };
    page_row(&d->page);
    doc_lines_add(&head.lines, LINE_WORDS, 0, name);
    page_cell(&d->page, &head);
    page_cell_text(&d->page, others);
    page_cell_text(&d->page, kind);
    page_cell_text(&d->page, unit);
    page_cell_text(&d->page, bounds);
    page_cell_text(&d->page, used);
    if (!text_is(used, T("its indicator", "同名指标"))) doc_index_add(d, name, T("entry", "填报项"), used.length ? SAY("{0}, {1}", "{0}，{1}", doc_section_text(d), used) : doc_section_text(d), head.id);
}

static void given_rows(Doc *d, const Node *given, Text used) {
    Terms terms = { .lang = d->page.lang, .words = true };
    NODE_EACH(given->kid[0], decl)
        entry_row(d, decl->text, doc_aliases_text(d, decl), kind_text(d, given->kid[1]), unit_text(d, given),
                  given->count > 2 && given->kid[2] ? range_text(&terms, given->kid[2]) : TEXT_NONE, used);
}

static bool mentions_actual(const Node *node) {
    if (node->kind == NODE_WORD && node->op == KW_ACTUAL) return true;
    for (int i = 0; i < node->count; i++)
        if (node->kid[i] && mentions_actual(node->kid[i])) return true;
    return false;
}

/* Entered under its own name: it has a target or reads `actual`, and no clause says where that comes from. */
static bool is_entered(const Node *indicator) {
    const Node *clauses = indicator->kid[2], *credit = node_clause(clauses, NODE_CREDIT);
    if (node_clause(clauses, NODE_ACTUAL)) return false;
    if (node_clause(clauses, NODE_TARGET) || mentions_actual(clauses)) return true;
    return credit && credit->kid[0]->symbol && (credit->kid[0]->symbol->kind == SYM_METHOD || credit->kid[0]->symbol->kind == SYM_LEVELS);
}

static Text target_unit(const Node *target) {
    if (!target || !target->kid[0]) return TEXT_NONE;
    const Node *value = target->kid[0]->kind == NODE_RANGE ? target->kid[0]->kid[0] : target->kid[0];
    return value && value->kind == NODE_NUMBER ? value->text : TEXT_NONE;
}

static void entries_in(Doc *d, const Node *items, Text owner) {
    NODE_EACH(items, item) {
        if (item->kind == NODE_GIVEN) given_rows(d, item, owner);
        if (item->kind == NODE_INDICATOR && is_entered(item)) {
            const Node *target = node_clause(item->kid[2], NODE_TARGET);
            Text unit = target_unit(target);
            bool words = target && target->kid[0] && target->kid[0]->kind == NODE_TEXT;
            entry_row(d, item->kid[0]->text, doc_aliases_text(d, item->kid[0]),
                      words ? T("what was achieved, in words or a number", "完成情况（文字或数）") : T("actual value", "实际值"), unit, TEXT_NONE,
                      T("its indicator", "同名指标"));
        }
        if (doc_is_part(item)) entries_in(d, item->kid[2], SAY("within “{0}”", "“{0}”内", item->kid[0]->text));
        if (item->kind == NODE_EACH_ROW) entries_in(d, item->kid[1], T("each row", "每一行"));
        if (item->kind == NODE_SECTION) entries_in(d, item->kid[1], T("each row", "每一行"));
    }
}

static bool has_entries(const Node *items) {
    NODE_EACH(items, item) {
        if (item->kind == NODE_GIVEN || (item->kind == NODE_INDICATOR && is_entered(item))) return true;
        if (doc_is_part(item) && has_entries(item->kid[2])) return true;
    }
    return false;
}

void doc_entries(Doc *d) {
    const Text headers[] = { T("Name", "名称"), T("Other names", "别名"), T("Kind", "种类"), T("Unit of a bare number", "未写单位时的单位"), T("Bounds", "范围"), T("Where", "用处") };
    if (!has_entries(d->items) && d->scheme->columns.count == 0) return;
    doc_section(d, "entries", "Entries to be filled in", "填报内容");
    page_table(&d->page, T("Entries", "填报内容"), headers, 6, 0, 0);
    entries_in(d, d->items, TEXT_NONE);
    for (int i = 0; i < d->scheme->columns.count; i++) {
        const Symbol *column = d->scheme->columns.at[i];
        if (column->maybe_word) continue; /* 成本指标 in `level2 = 成本指标`: rather a word than a column */
        entry_row(d, column->name, TEXT_NONE, T("as read in the cell", "按单元格内容"), TEXT_NONE, TEXT_NONE, T("column of each row", "每一行的列"));
    }
    page_end_table(&d->page);
}

/* ---- definitions ---- */

static void use_symbol(Doc *d, const Symbol *symbol);

static void use_names(Doc *d, const Node *node) {
    if (node->kind == NODE_TEST) return;
    if (node->symbol && (node->kind == NODE_NAME || node->kind == NODE_CALL)) use_symbol(d, node->symbol);
    const Symbol *scale = node->kind == NODE_KIND ? scope_find(d->scheme->main->scope, node->text) : NULL;
    if (scale && scale->kind == SYM_LEVELS) use_symbol(d, scale); /* given x: 定性三档 */
    for (int i = 0; i < node->count; i++)
        if (node->kid[i]) use_names(d, node->kid[i]);
}

static void use_symbol(Doc *d, const Symbol *symbol) {
    if (symbol->kind == SYM_LEVEL && symbol->owner) symbol = symbol->owner;
    if (symbol->kind != SYM_METHOD && symbol->kind != SYM_FUNCTION && symbol->kind != SYM_LEVELS && symbol->kind != SYM_DEFINE) return;
    for (int i = 0; i < d->used.count; i++)
        if (d->used.at[i] == symbol) return;
    vec_push(&d->used, symbol);
    if (symbol->node) use_names(d, symbol->node);
}

/* All of the main file, used or not, then what they use of modules. */
void doc_gather(Doc *d) {
    NODE_EACH(d->items, item) {
        bool declares = item->kind == NODE_METHOD || item->kind == NODE_FUNCTION || item->kind == NODE_LEVELS || item->kind == NODE_DEFINE;
        if (declares && item->symbol) use_symbol(d, item->symbol);
    }
    use_names(d, d->scheme->main->tree);
}

/* A definition inside an indicator is told there. */
static bool is_told_here(const Symbol *symbol, SymbolKind kind) {
    return symbol->kind == kind && symbol->node && (kind != SYM_DEFINE || (!symbol->owner && !symbol->in_rows));
}

static bool any_used(const Doc *d, SymbolKind kind) {
    for (int i = 0; i < d->used.count; i++)
        if (is_told_here(d->used.at[i], kind)) return true;
    return false;
}

static void write_constants(Doc *d) {
    const Text headers[] = { T("Name", "名称"), T("Meaning", "含义") };
    if (!any_used(d, SYM_DEFINE)) return;
    page_heading(&d->page, 3, TEXT_NONE, T("Constants and intermediate results", "常数与中间结果"));
    page_table(&d->page, T("Constants", "常数"), headers, 2, 0, 2);
    for (int i = 0; i < d->used.count; i++) {
        const Symbol *symbol = d->used.at[i];
        if (!is_told_here(symbol, SYM_DEFINE) || symbol->node->kind != NODE_DEFINE) continue;
        Cell name = { .head = true, .id = doc_new_id(d, 'd') }, how = { 0 };
        page_row(&d->page);
        doc_lines_add(&name.lines, LINE_WORDS, 0, symbol->name);
        doc_lines_add(&name.lines, LINE_SOFT, 0, doc_aliases_text(d, symbol->node->kid[0]));
        page_cell(&d->page, &name);
        words_definition(&how.lines, d->page.lang, symbol->node);
        doc_add_remark(d, &how.lines, symbol->node);
        page_cell(&d->page, &how);
        doc_index_add(d, symbol->name, T("definition", "定义"), doc_section_text(d), name.id);
    }
    page_end_table(&d->page);
}

static Text declared_title(const Doc *d, const Symbol *symbol) {
    Text name = doc_signature(d->page.lang, symbol->node, symbol_name(symbol, d->page.lang));
    if (symbol->module == d->scheme->main) return name;
    Text module = symbol->module->standard && text_is_z(symbol->module->name, "prelude") ? T("built in", "内置") : symbol->module->name;
    return SAY("{0} ({1})", "{0}（{1}）", name, module);
}

static void write_declared(Doc *d, SymbolKind kind, Text title, Text what) {
    if (!any_used(d, kind)) return;
    page_heading(&d->page, 3, TEXT_NONE, title);
    for (int i = 0; i < d->used.count; i++) {
        const Symbol *symbol = d->used.at[i];
        if (!is_told_here(symbol, kind)) continue;
        Text id = doc_new_id(d, 'm');
        doc_declaration(&d->page, d->scheme->diags, symbol->node, declared_title(d, symbol), 4, id);
        doc_index_add(d, symbol_name(symbol, d->page.lang), what, doc_section_text(d), id);
    }
}

void doc_definitions(Doc *d) {
    if (any_used(d, SYM_LEVELS)) {
        doc_section(d, "levels", "Levels of judgement", "定性档次");
        page_line(&d->page, LINE_WORDS, T("A level is entered by one of its words. Where it gives a range, the evaluator chooses within it.",
                                          "填报时写档次的任一说法。档次给出范围的，由评价人在范围内酌定。"));
        for (int i = 0; i < d->used.count; i++) {
            const Symbol *symbol = d->used.at[i];
            if (!is_told_here(symbol, SYM_LEVELS)) continue;
            Text id = doc_new_id(d, 'm');
            doc_declaration(&d->page, d->scheme->diags, symbol->node, declared_title(d, symbol), 3, id);
            doc_index_add(d, symbol_name(symbol, d->page.lang), T("levels", "档次"), doc_section_text(d), id);
        }
    }
    if (!any_used(d, SYM_DEFINE) && !any_used(d, SYM_METHOD) && !any_used(d, SYM_FUNCTION)) return;
    doc_section(d, "definitions", "Definitions", "方法与定义");
    write_constants(d);
    write_declared(d, SYM_METHOD, T("Methods: shares of full marks", "方法（给出得分率）"), T("method", "方法"));
    write_declared(d, SYM_FUNCTION, T("Functions", "函数"), T("function", "函数"));
}

/* ---- tables of constants ---- */

static void write_table_rows(Doc *d, const ConstTable *table) {
    int shown = table->height < DOC_TABLE_ROWS ? table->height : DOC_TABLE_ROWS, width = table->width < 16 ? table->width : 16;
    page_table(&d->page, table->name, table->columns.at, width, 0, 0);
    for (int row = 0; row < shown; row++) {
        page_row(&d->page);
        for (int column = 0; column < width; column++)
            page_cell_text(&d->page, table->cells[row * table->width + column]);
    }
    page_end_table(&d->page);
    if (shown < table->height)
        page_line(&d->page, LINE_SOFT, SAY("The first {0} of {1} rows; all of them are in the file.", "只列前 {0} 行，共 {1} 行，全部见文件。", html_count(shown), html_count(table->height)));
    if (width < table->width)
        page_line(&d->page, LINE_SOFT, SAY("The first {0} of {1} columns.", "只列前 {0} 列，共 {1} 列。", html_count(width), html_count(table->width)));
}

void doc_tables(Doc *d) {
    if (d->program->tables.count == 0) return;
    doc_section(d, "tables", "Tables of constants", "常数表");
    for (int i = 0; i < d->program->tables.count; i++) {
        const ConstTable *table = d->program->tables.at[i];
        Text id = doc_new_id(d, 'c');
        page_heading(&d->page, 3, id, table->name);
        page_line(&d->page, LINE_SOFT, doc_remark_of(d, table->node));
        page_line(&d->page, LINE_WORDS,
                  SAY("File {0}; a row is found by {1}. SHA-256 {2}", "文件 {0}；按 {1} 查行。SHA-256 {2}", doc_file_name(table->path), doc_names_text(d, table->node->kid[2]),
                      table->digest.length ? table->digest : TEXT("—")));
        write_table_rows(d, table);
        doc_index_add(d, table->name, T("table", "表"), doc_section_text(d), id);
    }
}
