/* doc_rules.c - a scheme as a document: what is scored, how, and from what, in the order in which a reader asks.  Each
   section is left out where the rules have nothing to say in it, so numbers are given as sections come. */
#include "base/digest.h"
#include "jobs/doc_comment.h"
#include "jobs/doc_scheme.h"
#include "jobs/html.h"

Text doc_new_id(Doc *d, char letter) {
    Buf buf = { 0 };
    buf_format(&buf, "%c%d-%d", letter, d->number, ++d->ids);
    return buf_text(&buf);
}

/* The list of sections stands before them, so each is remembered. */
void doc_section(Doc *d, const char *id, const char *en, const char *zh) {
    Buf title = { 0 }, anchor = { 0 };
    buf_format(&title, "%d %s", ++d->section, d->page.lang == LANG_ZH ? zh : en);
    buf_format(&anchor, "%s%d", id, d->number);
    vec_push(&d->section_ids, buf_text(&anchor));
    vec_push(&d->section_titles, buf_text(&title));
    page_heading(&d->page, 2, buf_text(&anchor), buf_text(&title));
}

void doc_index_add(Doc *d, Text name, Text what, Text where, Text id) {
    vec_push(&d->index, ((Entry){ name, what, where, id }));
}

Text doc_section_text(const Doc *d) {
    return SAY("section {0}", "第 {0} 节", html_count(d->section));
}

static Source *source_of(const Doc *d, const Node *node) {
    int id = node->span.source;
    return id > 0 && id <= d->scheme->diags->sources.count ? d->scheme->diags->sources.at[id - 1] : NULL;
}

Text doc_remark_of(const Doc *d, const Node *node) {
    Comment comment;
    Source *source = source_of(d, node);
    return source && comment_above(source, node->span.begin, &comment) ? comment_words(&comment, d->page.lang) : TEXT_NONE;
}

Text doc_aliases_text(const Doc *d, const Node *decl) {
    Buf buf = { 0 };
    NODE_EACH(decl->count > 0 ? decl->kid[0] : NULL, alias) {
        if (buf.length) buf_add(&buf, T(", ", "、"));
        buf_add(&buf, alias->text);
    }
    return buf_text(&buf);
}

Text doc_plain(const Doc *d, const Node *node) {
    return words_condition(d->page.lang, node);
}

static Text constant_text(const Doc *d, const Node *node) {
    Rat number;
    Text unit;
    Buf buf = { 0 };
    if (!words_constant(node, &number, &unit)) return doc_plain(d, node);
    rat_write(&buf, number);
    if (unit.length && !text_is(unit, TEXT("%"))) buf_char(&buf, ' ');
    buf_add(&buf, unit);
    return buf_text(&buf);
}

/* ---- the head ---- */

static Text force_text(const Doc *d, const Node *force) {
    Text from = words_day(force->count > 0 ? force->kid[0] : NULL), to = words_day(force->count > 1 ? force->kid[1] : NULL);
    return to.length ? SAY("{0} to {1}", "{0} 至 {1}", from, to) : SAY("from {0}", "{0} 起", from);
}

Text doc_file_name(Text path) {
    size_t start = path.length;
    while (start > 0 && path.at[start - 1] != '/')
        start--;
    return text_slice(path, start, path.length);
}

static Text modules_text(const Doc *d) {
    Buf buf = { 0 };
    for (int i = 0; i < d->scheme->main->uses.count; i++) {
        const Module *module = d->scheme->main->uses.at[i];
        if (text_is_z(module->name, "prelude")) continue;
        if (buf.length) buf_add(&buf, T(", ", "、"));
        buf_add(&buf, module->name);
        if (module->standard) buf_add(&buf, T(" (standard library)", "（标准库）"));
    }
    return buf_text(&buf);
}

static void head_row(Doc *d, Text name, Text value) {
    Cell head = { .head = true };
    if (value.length == 0) return;
    page_row(&d->page);
    doc_lines_add(&head.lines, LINE_WORDS, 0, name);
    page_cell(&d->page, &head);
    page_cell_text(&d->page, value);
}

static Text cites_text(const Doc *d) {
    Buf buf = { 0 };
    NODE_EACH(d->items, item) {
        if (item->kind != NODE_CITES || item->kid[0]->text.length == 0) continue;
        if (buf.length) buf_add(&buf, T("; ", "；"));
        buf_add(&buf, item->kid[0]->text);
    }
    return buf_text(&buf);
}

/* "prelude.heng - the methods …": the name is the file's. */
static Text without_file_name(Text remark) {
    long at = text_find(remark, TEXT(".heng - "), 0);
    return at < 0 || at > 60 ? remark : text_slice(remark, (size_t)at + 8, remark.length);
}

static const Node *item_of(const Doc *d, NodeKind kind) {
    NODE_EACH(d->items, item)
        if (item->kind == kind) return item;
    return NULL;
}

static Text title_of(const Scheme *scheme) {
    return scheme->main->title.length ? scheme->main->title : doc_file_name(scheme->main->source->path);
}

static void write_head(Doc *d) {
    const Module *main = d->scheme->main;
    const Node *rules = item_of(d, NODE_RULES);
    const Text headers[] = { T("Item", "项目"), T("Content", "内容") };
    page_heading(&d->page, 1, doc_new_id(d, 't'), title_of(d->scheme));
    if (rules) page_line(&d->page, LINE_WORDS, without_file_name(doc_remark_of(d, rules)));
    page_table(&d->page, T("Rules", "规则"), headers, 2, 0, 2);
    head_row(d, T("Version", "版本"), main->version);
    if (main->force) head_row(d, T("In force", "施行"), force_text(d, main->force));
    if (main->form_date) head_row(d, T("Forms are dated by", "表单日期取自"), main->form_date->text);
    head_row(d, T("Legal basis", "依据"), cites_text(d));
    head_row(d, T("Methods from", "引用"), modules_text(d));
    head_row(d, T("Rule file", "规则文件"), doc_file_name(main->source->path));
    head_row(d, T("SHA-256 of the rule file", "规则文件 SHA-256"), digest_of(main->source->bytes));
    page_end_table(&d->page);
}

/* ---- indicators ---- */

bool doc_is_part(const Node *node) {
    return node->kind == NODE_INDICATOR || node->kind == NODE_GROUP;
}

static bool has_parts(const Node *group) {
    NODE_EACH(group->kid[2], item)
        if (doc_is_part(item)) return true;
    return false;
}

static int depth_of(const Node *items) {
    int deepest = 0;
    NODE_EACH(items, item) {
        if (item->kind != NODE_GROUP || !has_parts(item)) continue;
        int depth = 1 + depth_of(item->kid[2]);
        deepest = depth > deepest ? depth : deepest;
    }
    return deepest;
}

/* Rows that a group fills: one where it has no parts. */
static int rows_of(const Node *group) {
    int rows = 0;
    NODE_EACH(group->kid[2], item) {
        if (item->kind == NODE_INDICATOR) rows++;
        if (item->kind == NODE_GROUP) rows += rows_of(item);
    }
    return rows > 0 ? rows : 1;
}

static bool weight_of(const Node *part, Rat *weight) {
    Text unit;
    if (part->kid[1]) return words_constant(part->kid[1], weight, &unit) && unit.length == 0;
    if (part->kind != NODE_GROUP) return false;
    *weight = RAT_ZERO;
    bool any = false;
    NODE_EACH(part->kid[2], item) {
        Rat more;
        if (!doc_is_part(item)) continue;
        if (!weight_of(item, &more)) return false;
        *weight = rat_add(*weight, more);
        any = true;
    }
    return any;
}

static Text weight_text(const Doc *d, const Node *part) {
    Rat weight;
    if (weight_of(part, &weight)) return rat_text(weight);
    return part->kid[1] ? doc_plain(d, part->kid[1]) : TEXT_NONE;
}

static void add_clauses(const Doc *d, Lines *lines, const Node *clauses, const Node *target) {
    Lang lang = d->page.lang;
    static const NodeKind order[] = { NODE_ACTUAL, NODE_CREDIT, NODE_SCORE, NODE_DEDUCT, NODE_DEFINE, NODE_AT_MOST, NODE_AT_LEAST,
                                      NODE_APPLIES, NODE_MISSING, NODE_REDISTRIBUTE, NODE_UNIT, NODE_UNSIGNED, NODE_PAIRING, NODE_NOTE,
                                      NODE_FLAG, NODE_REQUIRED, NODE_REPORTED, NODE_CITES };
    for (size_t i = 0; i < sizeof order / sizeof *order; i++)
        NODE_EACH(clauses, clause)
            if (clause->kind == order[i]) words_clause(lines, lang, 0, clause, target);
}

void doc_add_remark(const Doc *d, Lines *lines, const Node *node) {
    Text remark = doc_remark_of(d, node);
    if (remark.length) doc_lines_add(lines, LINE_SOFT, 0, SAY("Remark: {0}", "备注：{0}", remark));
}

static Text level_title(const Doc *d, int level, int levels) {
    static const char *const zh[] = { "一级指标", "二级指标", "三级指标", "四级指标", "五级指标", "六级指标" };
    if (levels == 1) return T("Indicator", "指标");
    if (d->page.lang == LANG_ZH && level < 6) return text_of(zh[level]);
    if (level + 1 == levels) return T("Indicator", "指标");
    return SAY("Level {0}", "第 {0} 级", html_count(level + 1));
}

static void part_row(Doc *d, const Node *part, int level, int levels) {
    Page *page = &d->page;
    Cell name = { .columns = levels - level, .head = true, .id = doc_new_id(d, 'i') }, number = { .number = true }, target_cell = { 0 }, how = { 0 };
    const Node *target = node_clause(part->kid[2], NODE_TARGET);
    bool group = part->kind == NODE_GROUP;
    doc_lines_add(&name.lines, LINE_WORDS, 0, part->kid[0]->text);
    page_cell(page, &name);
    if (target) doc_lines_add(&target_cell.lines, LINE_WORDS, 0, words_target(page->lang, target));
    page_cell(page, &target_cell);
    doc_lines_add(&number.lines, LINE_WORDS, 0, weight_text(d, part));
    page_cell(page, &number);
    if (node_clause(part->kid[2], NODE_DEDUCT) && !node_clause(part->kid[2], NODE_CREDIT) && !node_clause(part->kid[2], NODE_SCORE))
        doc_lines_add(&how.lines, LINE_WORDS, 0, part->kid[1] ? T("Full marks, less:", "从满分起扣：") : T("Taken off what is above it:", "从上一级的得分中扣除："));
    add_clauses(d, &how.lines, part->kid[2], target);
    doc_add_remark(d, &how.lines, part);
    page_cell(page, &how);
    doc_index_add(d, part->kid[0]->text, group ? T("group", "组") : T("indicator", "指标"), doc_section_text(d), name.id);
}

static void write_parts(Doc *d, const Node *items, int level, int levels, bool *open) {
    NODE_EACH(items, item) {
        if (!doc_is_part(item)) continue;
        if (!*open) page_row(&d->page);
        *open = false;
        if (item->kind == NODE_INDICATOR || !has_parts(item)) {
            part_row(d, item, level, levels);
            continue;
        }
        Cell cell = { .rows = rows_of(item), .head = true, .id = doc_new_id(d, 'g') };
        Text weight = weight_text(d, item);
        doc_lines_add(&cell.lines, LINE_WORDS, 0, item->kid[0]->text);
        if (weight.length) doc_lines_add(&cell.lines, LINE_SOFT, 0, SAY("({0} points)", "（{0} 分）", weight));
        page_cell(&d->page, &cell);
        doc_index_add(d, item->kid[0]->text, T("group", "组"), doc_section_text(d), cell.id);
        *open = true;
        write_parts(d, item->kid[2], level + 1, levels, open);
    }
}

/* Where all top-level weights are fixed, their sum. */
static void write_sum(Doc *d, int levels) {
    Rat sum = RAT_ZERO, weight;
    NODE_EACH(d->items, item) {
        if (!doc_is_part(item)) continue;
        if (!weight_of(item, &weight)) {
            if (item->kind == NODE_GROUP && !item->kid[1] && !has_parts(item)) continue; /* deductions alone */
            return;
        }
        sum = rat_add(sum, weight);
    }
    Cell title = { .columns = levels, .head = true }, number = { .number = true };
    page_row(&d->page);
    doc_lines_add(&title.lines, LINE_STRONG, 0, T("Total", "合计"));
    page_cell(&d->page, &title);
    page_cell_text(&d->page, TEXT_NONE);
    doc_lines_add(&number.lines, LINE_STRONG, 0, rat_text(sum));
    page_cell(&d->page, &number);
    page_cell_text(&d->page, TEXT_NONE);
}

static void write_indicators(Doc *d) {
    Text headers[16];
    int levels = depth_of(d->items) + 1;
    bool open = false, any = false;
    NODE_EACH(d->items, item)
        any |= doc_is_part(item);
    if (!any) return;
    if (levels > 12) levels = 12;
    doc_section(d, "indicators", "Indicators", "指标与计分");
    for (int i = 0; i < levels; i++)
        headers[i] = level_title(d, i, levels);
    headers[levels] = T("Target", "目标");
    headers[levels + 1] = T("Weight", "分值");
    headers[levels + 2] = T("How it is scored", "计分方法");
    page_table(&d->page, T("Indicators", "指标"), headers, levels + 3, 1u << (levels + 1), 1u << (levels + 2));
    write_parts(d, d->items, 0, levels, &open);
    write_sum(d, levels);
    page_end_table(&d->page);
}

/* ---- groups with rules of their own ---- */

static bool says_something(const Doc *d, const Node *group) {
    Lines lines = { 0 };
    add_clauses(d, &lines, group->kid[2], NULL);
    doc_add_remark(d, &lines, group);
    return lines.count > 0;
}

static void write_group_rows(Doc *d, const Node *items, bool *begun) {
    const Text headers[] = { T("Group", "组"), T("Weight", "分值"), T("How its score is made", "得分的计算") };
    static const unsigned number = 2, wide = 4;
    NODE_EACH(items, item) {
        if (item->kind != NODE_GROUP) continue;
        if (has_parts(item) && says_something(d, item)) {
            if (!*begun) {
                doc_section(d, "groups", "Groups", "组的得分");
                page_line(&d->page, LINE_WORDS, T("The score of a group is the sum of the scores of its parts, unless said otherwise here.",
                                                  "组的得分是其各项得分之和，下列各组另有规定。"));
                page_table(&d->page, T("Groups", "组"), headers, 3, number, wide);
            }
            *begun = true;
            Cell name = { .head = true }, weight = { .number = true }, how = { 0 };
            page_row(&d->page);
            doc_lines_add(&name.lines, LINE_WORDS, 0, item->kid[0]->text);
            page_cell(&d->page, &name);
            doc_lines_add(&weight.lines, LINE_WORDS, 0, weight_text(d, item));
            page_cell(&d->page, &weight);
            add_clauses(d, &how.lines, item->kid[2], NULL);
            doc_add_remark(d, &how.lines, item);
            page_cell(&d->page, &how);
        }
        write_group_rows(d, item->kid[2], begun);
    }
}

static void write_groups(Doc *d) {
    bool begun = false;
    write_group_rows(d, d->items, &begun);
    if (begun) page_end_table(&d->page);
}

/* ---- each row ---- */

static Text column_text(const Doc *d, const Node *node) {
    const Symbol *symbol = node->kind == NODE_NAME ? node->symbol : NULL;
    if (symbol && (symbol->kind == SYM_COLUMN || (symbol->kind == SYM_GIVEN && symbol->in_rows))) return SAY("column “{0}”", "“{0}”列", node->text);
    return constant_text(d, node);
}

static void row_cells(Doc *d, Text name, const Lines *lines) {
    Cell head = { .head = true }, cell = { .lines = *lines };
    if (lines->count == 0) return;
    page_row(&d->page);
    doc_lines_add(&head.lines, LINE_WORDS, 0, name);
    page_cell(&d->page, &head);
    page_cell(&d->page, &cell);
}

static void row_text(Doc *d, Text name, Text text) {
    Lines lines = { 0 };
    doc_lines_add(&lines, LINE_WORDS, 0, text);
    row_cells(d, name, &lines);
}

static void write_row_clauses(Doc *d, const Node *clauses) {
    Lines how = { 0 }, other = { 0 };
    static const NodeKind scored[] = { NODE_CREDIT, NODE_SCORE, NODE_DEDUCT, NODE_DEFINE, NODE_AT_MOST, NODE_AT_LEAST, NODE_MISSING, NODE_PAIRING };
    static const NodeKind others[] = { NODE_UNIT, NODE_UNSIGNED, NODE_APPLIES, NODE_NOTE, NODE_FLAG, NODE_REQUIRED, NODE_CITES };
    int level = 0;
    NODE_EACH(clauses, clause) {
        if (clause->kind != NODE_ROW_GROUP) continue;
        NODE_EACH(clause->kid[0], column)
            row_text(d, SAY("Level {0}", "第 {0} 级", html_count(++level)), column_text(d, column));
    }
    NODE_EACH(clauses, clause) {
        const Node *first = clause->count > 0 ? clause->kid[0] : NULL;
        switch ((int)clause->kind) {
        case NODE_ROW_NAME: row_text(d, T("Indicator", "指标"), column_text(d, first)); break;
        case NODE_WEIGHT: row_text(d, T("Weight", "分值"), column_text(d, first)); break;
        case NODE_TARGET: row_text(d, T("Target", "目标"), clause->op == 0 ? column_text(d, first) : words_target(d->page.lang, clause)); break;
        case NODE_ACTUAL: row_text(d, T("Actual", "实际"), column_text(d, first)); break;
        case NODE_REPORTED: row_text(d, T("Reported score", "自报得分"), column_text(d, first)); break;
        default: break;
        }
    }
    for (size_t i = 0; i < sizeof scored / sizeof *scored; i++)
        NODE_EACH(clauses, clause)
            if (clause->kind == scored[i]) words_clause(&how, d->page.lang, 0, clause, node_clause(clauses, NODE_TARGET));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        NODE_EACH(clauses, clause)
            if (clause->kind == others[i]) words_clause(&other, d->page.lang, 0, clause, NULL);
    row_cells(d, T("How it is scored", "计分方法"), &how);
    row_cells(d, T("Besides", "其他规定"), &other);
}

Text doc_names_text(const Doc *d, const Node *names) {
    Buf buf = { 0 };
    NODE_EACH(names, name) {
        if (buf.length) buf_add(&buf, T(", ", "、"));
        buf_add(&buf, name->text);
    }
    return buf_text(&buf);
}

static void write_each_row(Doc *d) {
    const Node *block = d->scheme->main->each_row;
    const Text headers[] = { T("Of each row", "每一行"), T("Taken from, or the rule", "取自或规定") };
    if (!block) return;
    doc_section(d, "rows", "Each row is an indicator", "逐行计分");
    page_line(&d->page, LINE_WORDS,
              block->kid[0]->count > 0
                  ? SAY("Each row of the table “{0}” is an indicator; rows with the same {1} make one form.", "表“{0}”的每一行是一个指标；{1}相同的行属于同一张表单。", block->text,
                        doc_names_text(d, block->kid[0]))
                  : SAY("Each row of the table “{0}” is an indicator.", "表“{0}”的每一行是一个指标。", block->text));
    page_line(&d->page, LINE_SOFT, doc_remark_of(d, block));
    page_table(&d->page, T("Each row", "逐行计分"), headers, 2, 0, 2);
    write_row_clauses(d, block->kid[1]);
    page_end_table(&d->page);
    NODE_EACH(block->kid[1], clause) {
        if (clause->kind != NODE_SECTION) continue;
        page_heading(&d->page, 3, doc_new_id(d, 'r'), SAY("When {0}", "当{0}", doc_plain(d, clause->kid[0])));
        page_line(&d->page, LINE_WORDS, T("These replace what is said above; a weight is that of rows that state none.", "以下规定代替上面的相应规定；分值只用于没有写分值的行。"));
        page_table(&d->page, T("Section", "分节"), headers, 2, 0, 2);
        write_row_clauses(d, clause->kid[1]);
        page_end_table(&d->page);
    }
}

/* ---- from scores to the grade ---- */

static void add_total_rules(Doc *d, Lines *lines) {
    bool stated = false;
    NODE_EACH(d->items, item) {
        if (item->kind != NODE_SCORE && item->kind != NODE_DEDUCT && item->kind != NODE_AT_MOST && item->kind != NODE_AT_LEAST &&
            item->kind != NODE_REDISTRIBUTE && item->kind != NODE_NOTE && item->kind != NODE_APPLIES)
            continue;
        stated |= item->kind == NODE_SCORE;
        words_clause(lines, d->page.lang, 1, item, NULL);
    }
    Lines first = { 0 };
    if (!stated) doc_lines_add(&first, LINE_WORDS, 1, T("The total is the sum of the scores at the top level.", "总分是最上一级各项得分之和。"));
    for (int i = 0; i < lines->count; i++)
        vec_push(&first, lines->at[i]);
    *lines = first;
}

static const Module *rounding_module(const Doc *d) {
    const Module *main = d->scheme->main;
    if (main->rounding || main->rounding_total || main->rounding_grade) return main;
    for (int i = 0; i < main->uses.count; i++)
        if (main->uses.at[i]->rounding || main->uses.at[i]->rounding_total || main->uses.at[i]->rounding_grade) return main->uses.at[i];
    return main;
}

static void add_rounding(Doc *d, Lines *lines) {
    const Module *module = rounding_module(d);
    Lang lang = d->page.lang;
    doc_lines_add(lines, LINE_WORDS, 1,
              module->rounding ? SAY("The score of each indicator is rounded {0}.", "每个指标的得分{0}。", words_rounding(lang, module->rounding))
                               : T("The scores of indicators are not rounded.", "指标得分不取整。"));
    if (module->rounding_total) doc_lines_add(lines, LINE_WORDS, 1, SAY("The total is rounded {0}.", "总分{0}。", words_rounding(lang, module->rounding_total)));
    if (module->rounding_grade)
        doc_lines_add(lines, LINE_WORDS, 1, SAY("For the grade alone the total is rounded {0}.", "评定等级时总分{0}。", words_rounding(lang, module->rounding_grade)));
    if (module != d->scheme->main) doc_lines_add(lines, LINE_SOFT, 1, SAY("Rounding is that of “{0}”.", "取整规定来自“{0}”。", module->name));
}

static void write_adjustments(Doc *d) {
    const Text headers[] = { T("Adjustment", "调整"), T("Points", "分数"), T("If", "条件"), T("Limit", "限度") };
    bool begun = false;
    NODE_EACH(d->items, item) {
        if (item->kind != NODE_ADJUST) continue;
        if (!begun) {
            page_heading(&d->page, 3, TEXT_NONE, T("Adjustments to the total", "总分调整"));
            page_table(&d->page, T("Adjustments", "调整"), headers, 4, 0, 4);
        }
        begun = true;
        Buf amount = { 0 }, limit = { 0 };
        buf_add_z(&amount, item->op == '-' ? "− " : "+ ");
        buf_add(&amount, constant_text(d, item->kid[0]));
        if (item->kid[2]) buf_add(&limit, SAY("at most {0}", "最多 {0}", constant_text(d, item->kid[2])));
        if (item->count > 3 && item->kid[3]) {
            if (limit.length) buf_add(&limit, T(", ", "，"));
            buf_add(&limit, SAY("at least {0}", "至少 {0}", constant_text(d, item->kid[3])));
        }
        Cell name = { .head = true };
        page_row(&d->page);
        doc_lines_add(&name.lines, LINE_WORDS, 0, item->text);
        doc_add_remark(d, &name.lines, item);
        page_cell(&d->page, &name);
        page_cell_text(&d->page, buf_text(&amount));
        page_cell_text(&d->page, item->kid[1] ? doc_plain(d, item->kid[1]) : T("always", "总是"));
        page_cell_text(&d->page, buf_text(&limit));
        doc_index_add(d, item->text, T("adjustment", "调整"), doc_section_text(d), TEXT_NONE);
    }
    if (begun) page_end_table(&d->page);
}

static void write_vetoes(Doc *d) {
    const Text headers[] = { T("Veto", "一票否决"), T("If", "条件"), T("Result", "结果") };
    bool begun = false;
    NODE_EACH(d->items, item) {
        if (item->kind != NODE_VETO) continue;
        if (!begun) {
            page_heading(&d->page, 3, TEXT_NONE, T("Vetoes", "一票否决"));
            page_table(&d->page, T("Vetoes", "一票否决"), headers, 3, 0, 2);
        }
        begun = true;
        const Node *result = item->kid[1];
        Cell name = { .head = true };
        page_row(&d->page);
        doc_lines_add(&name.lines, LINE_WORDS, 0, item->text);
        doc_add_remark(d, &name.lines, item);
        page_cell(&d->page, &name);
        page_cell_text(&d->page, doc_plain(d, item->kid[0]));
        page_cell_text(&d->page, result->kind == NODE_GRADE_REF ? SAY("grade {0}", "等级为“{0}”", result->text) : SAY("total {0}", "总分为 {0}", constant_text(d, result)));
        doc_index_add(d, item->text, T("veto", "一票否决"), doc_section_text(d), TEXT_NONE);
    }
    if (begun) page_end_table(&d->page);
}

static bool is_scored(const Doc *d) {
    if (d->scheme->main->each_row) return true;
    NODE_EACH(d->items, item)
        if (doc_is_part(item)) return true;
    return false;
}

static void write_total(Doc *d) {
    Lines lines = { 0 };
    if (!is_scored(d)) return;
    doc_section(d, "total", "From scores to the total", "总分的计算");
    add_total_rules(d, &lines);
    add_rounding(d, &lines);
    page_lines(&d->page, &lines);
    write_adjustments(d);
    write_vetoes(d);
}

static const Node *grades_of(const Doc *d, const Module **module) {
    *module = d->scheme->main;
    if (d->scheme->main->grades) return d->scheme->main->grades;
    for (int i = 0; i < d->scheme->main->uses.count; i++) {
        *module = d->scheme->main->uses.at[i];
        if ((*module)->grades) return (*module)->grades;
    }
    return NULL;
}

static void write_grades(Doc *d) {
    const Module *module;
    const Node *grades = grades_of(d, &module), *before = NULL;
    const Text headers[] = { T("Grade", "等级"), T("Total, or condition", "总分或条件"), T("In notation", "记法") };
    if (!grades) return;
    doc_section(d, "grades", "Grades", "等级");
    page_line(&d->page, LINE_WORDS, T("The grade is the first of these that holds, from the top.", "从上到下，取第一个成立的等级。"));
    if (module != d->scheme->main) page_line(&d->page, LINE_SOFT, SAY("The grades are those of “{0}”.", "等级来自“{0}”。", module->name));
    page_table(&d->page, T("Grades", "等级"), headers, 3, 0, 2);
    NODE_EACH(grades->kid[0], band) {
        Buf notation = { 0 };
        if (band->kind != NODE_BAND) continue;
        if (band->op >= CMP_EQ && band->op <= CMP_GE) buf_format(&notation, "%.*s ", TEXT_ARG(comparison_sign(band->op)));
        if (band->op != KW_OTHERWISE) buf_add(&notation, notation_text(d->page.lang, band->kid[1]));
        Cell name = { .head = true }, code = { 0 };
        Text aliases = doc_aliases_text(d, band->kid[0]);
        page_row(&d->page);
        doc_lines_add(&name.lines, LINE_STRONG, 0, band->kid[0]->text);
        doc_lines_add(&name.lines, LINE_SOFT, 0, aliases);
        page_cell(&d->page, &name);
        page_cell_text(&d->page, words_band(d->page.lang, band, before));
        doc_lines_add(&code.lines, LINE_CODE, 0, buf_text(&notation));
        page_cell(&d->page, &code);
        before = band;
    }
    page_end_table(&d->page);
}

/* ---- checks ---- */

static void write_checks(Doc *d) {
    const Text headers[] = { T("Kind", "种类"), T("What is told", "内容"), T("When", "条件"), T("In notation", "记法") };
    bool begun = false;
    NODE_EACH(d->items, item) {
        if (item->kind != NODE_CHECK && item->kind != NODE_FLAG && item->kind != NODE_REQUIRED && item->kind != NODE_REPORTED) continue;
        if (!begun) {
            doc_section(d, "checks", "Checks and required entries", "检查、提示与必填");
            page_table(&d->page, T("Checks", "检查"), headers, 4, 0, 4);
        }
        begun = true;
        const Node *condition = item->count > 1 ? item->kid[1] : NULL;
        Text kind = T("check", "检查"), what = TEXT_NONE, when = condition ? doc_plain(d, condition) : TEXT_NONE;
        const Node *code = condition;
        if (item->kind == NODE_CHECK) {
            what = words_template(d->page.lang, item->kid[0]);
            when = SAY("told unless {0}", "应当{0}，否则提示", when);
        } else if (item->kind == NODE_FLAG) {
            kind = T("flag", "提示");
            what = words_template(d->page.lang, item->kid[0]);
            when = SAY("told if {0}", "{0}时提示", when);
        } else if (item->kind == NODE_REQUIRED) {
            kind = T("required", "必填");
            what = doc_plain(d, item->kid[0]);
            when = condition ? SAY("if {0}", "{0}时", when) : T("always", "总是");
        } else {
            kind = T("reported", "自报");
            const Node *by = item->kid[0];
            bool pair = by->kind == NODE_COMPARE;
            what = pair ? doc_plain(d, by->kid[0]) : doc_plain(d, by);
            when = pair ? SAY("compared with the entry {0}", "与填报的“{0}”核对", by->kid[1]->text) : TEXT_NONE;
            code = by;
        }
        Cell notation = { 0 };
        page_row(&d->page);
        page_cell_text(&d->page, kind);
        page_cell_text(&d->page, what);
        page_cell_text(&d->page, when);
        if (code) doc_lines_add(&notation.lines, LINE_CODE, 0, notation_text(d->page.lang, code));
        page_cell(&d->page, &notation);
    }
    if (begun) page_end_table(&d->page);
}

/* ---- how to read it, the index ---- */

static void write_reading(Doc *d) {
    static const char *const rules[][2] = {
        { "Numbers are exact; only what is said to be rounded is rounded.", "数值精确计算，只在规定取整处取整。" },
        { "A share of full marks is held between 0 and 100%; the score of an indicator is its weight times that share, held between 0 and its weight.",
          "得分率限于 0 至 100%；指标得分是分值乘以得分率，限于 0 至分值。" },
        { "A deduction is never negative, and deductions do not bring an indicator below 0.", "扣分不为负；指标扣至 0 为止。" },
        { "What is missing (blank, or cannot be read) is neither 0 nor full marks: the score is told as a range, unless the rule says otherwise.",
          "缺失（空白或无法读取）既不算 0 也不算满分：得分以范围表示，另有规定的除外。" },
        { "What does not apply is left out together with its weight.", "不适用的指标连同分值一起不计。" },
        { "× and ÷ go before + and −; “the first that holds” is sought from the top.", "先乘除后加减；“取第一个成立的”从上到下判断。" },
    };
    Lines lines = { 0 };
    if (!is_scored(d)) return;
    doc_section(d, "reading", "How to read this document", "阅读说明");
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        doc_lines_add(&lines, LINE_WORDS, 1, text_of(rules[i][d->page.lang]));
    doc_lines_add(&lines, LINE_WORDS, 1, T("Where words and notation stand side by side, both say the same; the rule file decides.", "文字与记法并列之处，两者同义；以规则文件为准。"));
    page_lines(&d->page, &lines);
}

static void sort_index(Doc *d) {
    for (int i = 1; i < d->index.count; i++) {
        Entry entry = d->index.at[i];
        int j = i;
        for (; j > 0 && text_compare(d->index.at[j - 1].name, entry.name) > 0; j--)
            d->index.at[j] = d->index.at[j - 1];
        d->index.at[j] = entry;
    }
}

static void write_index(Doc *d) {
    const Text headers[] = { T("Name", "名称"), T("What it is", "种类"), T("Where", "位置") };
    if (d->index.count == 0) return;
    doc_section(d, "index", "Index", "索引");
    sort_index(d);
    page_table(&d->page, T("Index", "索引"), headers, 3, 0, 0);
    for (int i = 0; i < d->index.count; i++) {
        const Entry *entry = &d->index.at[i];
        Cell name = { 0 };
        page_row(&d->page);
        vec_push(&name.lines, ((DocLine){ .text = entry->name, .link = entry->id }));
        page_cell(&d->page, &name);
        page_cell_text(&d->page, entry->what);
        page_cell_text(&d->page, entry->where);
    }
    page_end_table(&d->page);
}

static void write_sections(Doc *d) {
    write_indicators(d);
    write_groups(d);
    write_each_row(d);
    write_total(d);
    write_grades(d);
    write_checks(d);
    doc_entries(d);
    doc_definitions(d);
    doc_tables(d);
    write_reading(d);
    write_index(d);
}

/* The list of sections stands before them: what they are is known when they have been written. */
static void write_scheme(Doc *d) {
    Buf body = { 0 }, *out = d->page.out;
    write_head(d);
    d->page.out = &body;
    doc_gather(d);
    write_sections(d);
    d->page.out = out;
    Text sign = doc_new_id(d, 's');
    vec_push(&d->section_ids, sign);
    vec_push(&d->section_titles, SAY("{0} Sign-off", "{0} 签署", html_count(d->section + 1)));
    page_links(&d->page, T("Sections", "章节"), d->section_ids.at, d->section_titles.at, d->section_ids.count);
    buf_add(out, buf_text(&body));
    page_sign(&d->page, d->section + 1, sign);
}

void doc_rules(Buf *out, const Program *const *programs, int count, DocFormat format, Lang lang) {
    Page page = { .out = out, .format = format, .lang = lang };
    Buf foot = { 0 };
    const Scheme *first = programs[0]->scheme;
    buf_format(&foot, "SHA256 %.16s...", digest_of(first->main->source->bytes).at);
    page_begin(&page, title_of(first), count == 1 ? buf_text(&foot) : TEXT_NONE);
    for (int i = 0; i < count; i++) {
        const Scheme *scheme = programs[i]->scheme;
        Doc d = { .page = page, .program = programs[i], .scheme = scheme, .items = scheme->main->tree->kid[0], .number = i + 1 };
        write_scheme(&d);
    }
    page_end(&page);
}
