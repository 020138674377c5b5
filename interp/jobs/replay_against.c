/* replay_against.c - one form's figures in two tables: a summary against its forms. */
#include "engine/arith.h"
#include "jobs/replay_find.h"

#define NAME_SLIPS 3 /* characters by which a name may differ and still be told as probably the same */

typedef struct Line {
    Table *table;
    long number;
    const Cell *cells;
    bool used;
} Line;

struct Against {
    Table *table;
    VEC(Line) lines;
    VEC(int) keys;          /* columns both have that name a form: texts, not figures */
    int *columns;           /* by input of the first program's form code: the column, or -1 */
};

static bool looks_like_figure(Text cell) {
    Rat number;
    int places;
    return text_is_blank(cell) || cell_printed(cell, &number, &places);
}

/* A column names a form where some cell of it is more than a figure, or where it is called an identifier. */
static bool is_naming(const Against *against, int column) {
    static const char *const identifiers[] = { "year", "年度", "年份", "年", "form_id", "form", "id", "编号", "表号", "项目编号", "代码", "code" };
    for (size_t i = 0; i < sizeof identifiers / sizeof *identifiers; i++)
        if (text_same_name(table_name(against->table, column), text_of(identifiers[i]))) return true;
    for (int i = 0; i < against->lines.count; i++)
        if (!looks_like_figure(against->lines.at[i].cells[column].text)) return true;
    return false;
}

static int input_column(const Table *table, const Input *input) {
    int column = table_column(table, input->name);
    for (int i = 0; input->symbol && column < 0 && i < input->symbol->aliases.count; i++)
        column = table_column(table, input->symbol->aliases.at[i]);
    return column;
}

/* What a summary calls the total, the grade and the unit of its money, whatever the rules call what reports them. */
static int usual_column(const Program *program, const Table *table, int input) {
    static const char *const money[] = { "money_unit", "budget_unit", "金额单位", "计量单位" };
    for (int i = 0; i < program->form.inputs.count; i++) {
        int column = -1;
        for (size_t n = 0; program->form.inputs.at[i].unit_input == input && n < sizeof money / sizeof *money && column < 0; n++)
            column = table_column(table, text_of(money[n]));
        if (column >= 0) return column;
    }
    static const char *const totals[] = { "总分", "得分", "评分", "自评得分", "total", "score", "total score" };
    static const char *const grades[] = { "等级", "评价等级", "自评等级", "自评结论", "grade" };
    const Code *code = &program->form;
    for (int i = 0; i < code->parts.count; i++) {
        const Part *part = code->parts.at[i];
        if (part->reported < 0 || code->ops.at[part->reported].code != OP_CELL || code->ops.at[part->reported].index != input) continue;
        bool grade = part->kind == PART_REPORTED && code->ops.at[part->amount].code == OP_TOTAL && code->ops.at[part->amount].mode == MEMBER_GRADE;
        if (part->kind != PART_TOTAL && !grade) continue;
        int column = -1, count = grade ? (int)(sizeof grades / sizeof *grades) : (int)(sizeof totals / sizeof *totals);
        for (int n = 0; n < count && column < 0; n++)
            column = table_column(table, text_of(grade ? grades[n] : totals[n]));
        return column;
    }
    return -1;
}

static bool read_lines(Against *against) {
    Row row;
    bool sound = true;
    for (int more; (more = table_next(against->table, &row)) != 0;) {
        if (more < 0) {
            sound = false;
            continue;
        }
        Cell *cells = MEM_ARRAY(Cell, row.count + 1);
        for (int i = 0; i < row.count; i++)
            cells[i] = (Cell){ text_copy(row.cells[i].text), row.cells[i].format };
        Line line = { against->table, row.number, cells, false };
        vec_push(&against->lines, line);
    }
    return sound;
}

Against *against_open(Replay *replay, Text source, Diags *diags) {
    Against *against = MEM_NEW(Against);
    const Program *program = replay->programs[0];
    const Code *code = &program->form;
    against->table = table_open(source, diags);
    if (!against->table || !read_lines(against)) return NULL;
    replay->against = (FormsFile){ table_path(against->table), table_digest(against->table), against->lines.count };
    against->columns = mem_leaf(sizeof(int) * (size_t)(code->inputs.count + 1));
    int shared = 0;
    for (int i = 0; i < code->inputs.count; i++) {
        against->columns[i] = input_column(against->table, &code->inputs.at[i]);
        if (against->columns[i] < 0) against->columns[i] = usual_column(program, against->table, i);
        shared += against->columns[i] >= 0;
    }
    for (int column = 0; column < table_width(against->table); column++) {
        bool figure = false;
        for (int i = 0; i < code->inputs.count; i++)
            figure |= against->columns[i] == column;
        if (!figure && table_name(against->table, column).length && forms_has_column(replay->forms, table_name(against->table, column)) && is_naming(against, column)) vec_push(&against->keys, column);
    }
    if (against->keys.count > 0 && shared > 0) return against;
    diag(diags, DIAG_AGAINST_NOTHING, SPAN_NONE, table_path(against->table));
    return NULL;
}

static bool is_numeral(uint32_t rune) {
    static const char numerals[] = "一二三四五六七八九十〇零两上下甲乙丙丁";
    if (rune >= '0' && rune <= '9') return true;
    Text known = text_of(numerals);
    int length;
    for (size_t at = 0; at < known.length; at += (size_t)length)
        if (text_rune(known, at, &length) == rune) return true;
    return false;
}

/* 第一批 and 第二批 are no slip of the pen: the numerals of both names have to be the same, in order. */
static bool same_numerals(Text a, Text b) {
    size_t i = 0, j = 0;
    for (;;) {
        int length;
        uint32_t one = 0, other = 0;
        while (i < a.length && !is_numeral(one = text_rune(a, i, &length)))
            i += (size_t)length, one = 0;
        if (i < a.length) i += (size_t)length;
        while (j < b.length && !is_numeral(other = text_rune(b, j, &length)))
            j += (size_t)length, other = 0;
        if (j < b.length) j += (size_t)length;
        if (one != other) return false;
        if (one == 0) return true;
    }
}

/* How many characters the names of a form and a line differ by in all columns both have; -1: they are of different forms,
   or share no name. */
static int distance(const Against *against, const Finder *finder, const Line *line) {
    int sum = 0;
    bool shared = false;
    for (int i = 0; i < against->keys.count; i++) {
        Text name = table_name(against->table, against->keys.at[i]);
        Text mine = text_fold(forms_cell(finder->replay->forms, finder->out->form, name));
        Text theirs = text_fold(line->cells[against->keys.at[i]].text);
        if (mine.length == 0) continue;
        int limit = text_runes(mine) >= 8 && same_numerals(mine, theirs) ? NAME_SLIPS : 0;
        int slips = text_distance(mine, theirs, limit);
        if (slips > limit) return -1;
        shared = true;
        sum += slips;
    }
    return shared ? sum : -1;
}

/* Whether the table speaks of the like of this form at all: of its region, its year.  A column of which every line has
   another value names forms, and tells nothing about that. */
static bool is_in_scope(const Against *against, const Finder *finder) {
    for (int i = 0; i < against->keys.count; i++) {
        int column = against->keys.at[i];
        Text mine = text_fold(forms_cell(finder->replay->forms, finder->out->form, table_name(against->table, column)));
        bool found = false, repeated = false;
        for (int j = 0; j < against->lines.count && mine.length; j++) {
            Text cell = text_fold(against->lines.at[j].cells[column].text);
            found |= text_is(cell, mine);
            repeated |= j > 0 && cell.length && text_is(cell, text_fold(against->lines.at[j - 1].cells[column].text));
        }
        if (mine.length && repeated && !found) return false;
    }
    return true;
}

/* The line of the form, and in *slips by how much the names differ; -1: several lines fit equally well. */
static Line *find_line(Against *against, const Finder *finder, int *slips) {
    Line *best = NULL;
    bool several = false;
    for (int i = 0; i < against->lines.count; i++) {
        int apart = distance(against, finder, &against->lines.at[i]);
        if (apart < 0 || (best && apart > *slips)) continue;
        several = best && apart == *slips;
        best = several ? best : &against->lines.at[i];
        *slips = apart;
    }
    if (several) {
        for (int i = 0; i < against->lines.count; i++) /* which is the form's is not known: none is left over */
            if (distance(against, finder, &against->lines.at[i]) == *slips) against->lines.at[i].used = true;
        *slips = -1;
    }
    return best;
}

/* Whether some reading of one is the other.  `hundredfold`: a is printed as a percentage, b without the sign; -1: the other
   way round. */
static bool same_value(const Readings *a, const Readings *b, int hundredfold) {
    for (int i = 0; i < a->count; i++)
        for (int j = 0; j < b->count; j++) {
            const Value *one = &a->at[i].value, *other = &b->at[j].value;
            if (one->kind == VALUE_NUMBER && other->kind == VALUE_NUMBER && range_is_point(&one->range) && range_is_point(&other->range)) {
                Rat first = hundredfold > 0 ? rat_multiply(one->range.lo, RAT_INT(100)) : one->range.lo;
                Rat second = hundredfold < 0 ? rat_multiply(other->range.lo, RAT_INT(100)) : other->range.lo;
                if (rat_equal(one->range.lo, other->range.lo) || rat_equal(first, second)) return true;
            } else if (value_same(one, other)) {
                return true;
            }
        }
    return false;
}

/* The table does not say in which unit its money is: 元 or 万元 both do. */
static bool same_in_some_unit(const Readings *a, const Readings *b) {
    const Value *one = &a->at[0].value, *other = &b->at[0].value;
    Rat wan = RAT_INT(10000);
    if (one->kind != VALUE_NUMBER || other->kind != VALUE_NUMBER || !range_is_point(&one->range) || !range_is_point(&other->range)) return false;
    return rat_equal(one->range.lo, rat_multiply(other->range.lo, wan)) || rat_equal(rat_multiply(one->range.lo, wan), other->range.lo);
}

static bool is_blank_reading(const Readings *readings) {
    return readings->at[0].marks & CELL_BLANK;
}

static Text unit_cell(const Against *against, const FormResult *form, const Input *input, const Line *line) {
    if (input->unit_input < 0) return TEXT_NONE;
    int column = line ? against->columns[input->unit_input] : -1;
    if (line) return column >= 0 ? text_trim(line->cells[column].text) : text_trim(form->cells[input->unit_input].text);
    return text_trim(form->cells[input->unit_input].text);
}

static Text place_text(const Against *against, const Line *line, int column) {
    Buf text = { 0 };
    Text cell = table_cell_name(against->table, line->number, column);
    buf_add(&text, table_path(against->table));
    if (cell.length) buf_format(&text, ":%.*s", TEXT_ARG(cell));
    else buf_format(&text, ":%ld", line->number);
    return buf_text(&text);
}

static void compare(const Against *against, const Finder *finder, const Line *line, int index, bool sure) {
    const FormResult *form = finder->out->results[0];
    const Input *input = &form->program->form.inputs.at[index];
    int column = against->columns[index];
    if (column < 0) return;
    const Cell *mine = &form->cells[index], *theirs = &line->cells[column];
    if (!mine->text.at || text_is_blank(mine->text) || text_is_blank(theirs->text)) return;
    if (input->kind == CELL_TEXT) {
        bool unit = false;
        for (int i = 0; i < form->program->form.inputs.count; i++)
            unit |= form->program->form.inputs.at[i].unit_input == index;
        if (unit || text_same_name(mine->text, theirs->text)) return;
    } else {
        Readings a, b;
        find_read(form, input, mine, unit_cell(against, form, input, NULL), &a);
        find_read(form, input, theirs, unit_cell(against, form, input, line), &b);
        if (is_blank_reading(&a) || is_blank_reading(&b) || same_value(&a, &b, (int)cell_is_percent(mine->text) - (int)cell_is_percent(theirs->text))) return;
        bool unit_told = input->unit_input < 0 || against->columns[input->unit_input] >= 0;
        if (!unit_told && same_in_some_unit(&a, &b)) return;
        sure = sure && unit_told;
    }
    PartResult entry = *result_total(form);
    Spot spot = { 0, &entry, -1 };
    entry.name = input->name;
    Finding *finding = find_add(finder, FINDING_AGAINST, sure, &spot, index);
    finding->name = input->name;
    finding->printed = text_trim(mine->text);
    finding->expected = text_trim(theirs->text);
    finding->reason = SAY(finder, "the form says {0}, {1} says {2}", "本表为 {0}，{1} 为 {2}", finding->printed, place_text(against, line, column), finding->expected);
}

/* Whether some line has much the same name: then it may be the form's all the same. */
static bool has_like(const Against *against, const Finder *finder) {
    for (int k = 0; k < against->keys.count; k++) {
        Text mine = text_fold(forms_cell(finder->replay->forms, finder->out->form, table_name(against->table, against->keys.at[k])));
        int limit = text_runes(mine) / 2;
        for (int i = 0; limit > 2 && i < against->lines.count; i++) {
            Text theirs = text_fold(against->lines.at[i].cells[against->keys.at[k]].text);
            if (!text_is(mine, theirs) && text_distance(mine, theirs, limit) <= limit) return true;
        }
    }
    return false;
}

void against_form(Against *against, const Finder *finder) {
    int slips = 0;
    Line *line = find_line(against, finder, &slips);
    if (line && finder->out->result_count == 0) line->used = true; /* nothing to compare by: no version reads the form */
    if (finder->out->result_count == 0) return;
    Spot whole = SPOT_FORM;
    if (!line) {
        if (!is_in_scope(against, finder)) return;
        Finding *finding = find_add(finder, FINDING_AGAINST_ABSENT, !has_like(against, finder) && !forms_failed(finder->replay->forms), &whole, -1);
        finding->printed = finder->out->form->id;
        finding->reason = SAY(finder, "{0} has no line for this form", "{0} 中没有本表", table_path(against->table));
        return;
    }
    line->used = true;
    if (slips < 0) {
        Finding *finding = find_add(finder, FINDING_AGAINST, false, &whole, -1);
        finding->reason = SAY(finder, "several lines of {0} fit this form: it was held against the first", "{0} 中有几行都像是本表，按第一行核对", table_path(against->table));
    }
    if (slips > 0) {
        Finding *finding = find_add(finder, FINDING_AGAINST, false, &whole, -1);
        for (int k = 0; k < against->keys.count; k++) {
            Text name = table_name(against->table, against->keys.at[k]), mine = forms_cell(finder->replay->forms, finder->out->form, name);
            if (mine.length == 0 || text_same_name(mine, line->cells[against->keys.at[k]].text)) continue;
            finding->name = name;
            finding->printed = mine;
            finding->expected = text_trim(line->cells[against->keys.at[k]].text);
            finding->reason = SAY(finder, "\"{0}\" and \"{1}\" differ by a few characters: taken for the same ({2})", "“{0}”与“{1}”有几字之差，按同一个核对（{2}）", mine, finding->expected,
                                  place_text(against, line, against->keys.at[k]));
            break;
        }
    }
    for (int i = 0; i < finder->out->results[0]->program->form.inputs.count; i++)
        if (against->columns[i] >= 0) compare(against, finder, line, i, slips == 0);
}

/* A last line that adds the others up is no form. */
static bool is_sum_line(const Against *against, const Line *line) {
    static const char *const words[] = { "合计", "总计", "小计", "total", "sum", "Total" };
    for (int i = 0; i < table_width(against->table); i++)
        for (size_t w = 0; w < sizeof words / sizeof *words; w++)
            if (text_same_name(line->cells[i].text, text_of(words[w]))) return true;
    return false;
}

void against_end(Against *against, const Finder *finder) {
    Spot whole = SPOT_FORM;
    for (int i = 0; i < against->lines.count; i++) {
        const Line *line = &against->lines.at[i];
        if (line->used || is_sum_line(against, line)) continue;
        Buf names = { 0 };
        for (int k = 0; k < against->keys.count; k++) {
            if (k > 0) buf_char(&names, ' ');
            buf_add(&names, text_trim(line->cells[against->keys.at[k]].text));
        }
        Finding *finding = find_add(finder, FINDING_AGAINST_ABSENT, !forms_failed(finder->replay->forms), &whole, -1);
        finding->printed = buf_text(&names);
        finding->place = (FormPlace){ .file = table_path(against->table), .sheet = table_sheet(against->table), .row = line->number };
        finding->reason = SAY(finder, "no form answers to this line", "没有与本行对应的表单");
    }
}
