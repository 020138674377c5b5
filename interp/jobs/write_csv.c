/* write_csv.c - results as CSV (RFC 4180 with LF): long, one line a node in the order of the rules, or wide, one line a
   form.  No word in it depends on a language; a score that is not certain is empty. */
#include "jobs/csv_cell.h"
#include "jobs/score.h"
#include "jobs/score_tree.h"

/* ---- long ---- */

static void write_line(Buf *out, const FormResult *form, const ScoreNode *node) {
    csv_cell(out, form->id, true);
    csv_cell(out, node->path, false);
    csv_cell(out, node->name, false);
    csv_cell(out, text_of(score_kind(node->kind)), false);
    csv_number(out, score_certain(&node->weight));
    csv_number(out, score_certain(&node->credit));
    csv_number(out, score_certain(&node->score));
    csv_number(out, score_low(&node->score));
    csv_number(out, score_high(&node->score));
    csv_cell(out, text_of(status_name(node->status)), false);
    csv_cell(out, node->kind == PART_TOTAL ? result_grades(form) : TEXT_NONE, false);
    buf_char(out, '\n');
}

static void write_below(Buf *out, const FormResult *form, const ScoreNode *node) {
    for (int i = 0; i < node->children.count; i++) {
        const ScoreNode *child = node->children.at[i];
        write_line(out, form, child);
        write_below(out, form, child);
    }
}

static void write_long(Buf *out, const Scored *scored) {
    buf_add_z(out, "form,path,name,kind,weight,credit,score,low,high,status,grade\n");
    for (int i = 0; i < scored->results.count; i++) {
        const FormResult *form = scored->results.at[i];
        const ScoreNode *total = score_tree(form);
        write_below(out, form, total);
        write_line(out, form, total);
    }
}

/* ---- wide ---- */

/* An indicator's column.  Indicators of different forms share one where path, name and `twin` agree. */
typedef struct Column {
    Text path, name;
    int twin;               /* the how manieth of this path and name in its form, from 0 */
    bool ambiguous;         /* of the first of a name: another path has it too */
    int form;               /* the form that `node` is of */
    const ScoreNode *node;
} Column;

typedef struct Wide {
    VEC(Column) columns;    /* in order of first appearance */
    int *by_path, *by_name; /* hash tables of indices into columns, or -1; by_name has the first of each name */
    int room;
} Wide;

static unsigned place_of(const Wide *wide, uint64_t hash) {
    return (unsigned)(hash ^ hash >> 32) & ((unsigned)wide->room - 1);
}

static int *path_slot(const Wide *wide, Text path, Text name, int twin) {
    unsigned i = place_of(wide, (text_hash(path) * 31 + text_hash(name)) * 31 + (uint64_t)twin);
    for (; wide->by_path[i] >= 0; i = (i + 1) & ((unsigned)wide->room - 1)) {
        const Column *column = &wide->columns.at[wide->by_path[i]];
        if (column->twin == twin && text_is(column->name, name) && text_is(column->path, path)) break;
    }
    return &wide->by_path[i];
}

static int *name_slot(const Wide *wide, Text name) {
    unsigned i = place_of(wide, text_hash(name));
    while (wide->by_name[i] >= 0 && !text_is(wide->columns.at[wide->by_name[i]].name, name))
        i = (i + 1) & ((unsigned)wide->room - 1);
    return &wide->by_name[i];
}

static void enter_column(Wide *wide, int index) {
    Column *column = &wide->columns.at[index];
    *path_slot(wide, column->path, column->name, column->twin) = index;
    int *named = name_slot(wide, column->name);
    if (*named < 0) *named = index;
    if (!text_is(wide->columns.at[*named].path, column->path)) wide->columns.at[*named].ambiguous = true;
}

static void add_column(Wide *wide, const ScoreNode *node, int twin) {
    Column column = { .path = node->path, .name = node->name, .twin = twin, .form = -1 };
    vec_push(&wide->columns, column);
    if (wide->columns.count * 2 < wide->room) {
        enter_column(wide, wide->columns.count - 1);
        return;
    }
    wide->room = wide->room ? wide->room * 2 : 64;
    wide->by_path = mem_leaf(sizeof(int) * (size_t)wide->room);
    wide->by_name = mem_leaf(sizeof(int) * (size_t)wide->room);
    for (int i = 0; i < wide->room; i++)
        wide->by_path[i] = wide->by_name[i] = -1;
    for (int i = 0; i < wide->columns.count; i++)
        enter_column(wide, i);
}

/* Puts the indicators of form number `form` into their columns, making those there are not yet. */
static void place_nodes(Wide *wide, const ScoreNode *node, int form) {
    if (node->kind == PART_INDICATOR) {
        int twin = 0, index;
        for (;; twin++) {
            index = wide->room ? *path_slot(wide, node->path, node->name, twin) : -1;
            if (index < 0 || wide->columns.at[index].form != form) break;
        }
        if (index < 0) {
            index = wide->columns.count;
            add_column(wide, node, twin);
        }
        wide->columns.at[index].form = form;
        wide->columns.at[index].node = node;
    }
    for (int i = 0; i < node->children.count; i++)
        place_nodes(wide, node->children.at[i], form);
}

/* The name alone where that is enough, else with its path; "(2)" behind the second of one path and name. */
static Text column_title(const Wide *wide, const Column *column) {
    Buf title = { 0 };
    if (wide->columns.at[*name_slot(wide, column->name)].ambiguous && column->path.length) {
        buf_add(&title, column->path);
        buf_char(&title, '/');
    }
    buf_add(&title, column->name);
    if (column->twin > 0) buf_format(&title, " (%d)", column->twin + 1);
    return buf_text(&title);
}

static void write_wide_line(Buf *out, const Wide *wide, const FormResult *form, const ScoreNode *total, int number) {
    csv_cell(out, form->id, true);
    for (int i = 0; i < wide->columns.count; i++) {
        const Column *column = &wide->columns.at[i];
        csv_number(out, column->form == number ? score_certain(&column->node->score) : TEXT_NONE);
    }
    csv_number(out, score_certain(&total->score));
    csv_cell(out, result_grades(form), false);
    buf_char(out, '\n');
}

static void write_wide(Buf *out, const Scored *scored) {
    int count = scored->results.count;
    const ScoreNode **totals = MEM_ARRAY(const ScoreNode *, count + 1);
    Wide wide = { 0 };
    for (int i = 0; i < count; i++) {
        totals[i] = score_tree(scored->results.at[i]);
        place_nodes(&wide, totals[i], i);
    }
    csv_cell(out, TEXT("form"), true);
    for (int i = 0; i < wide.columns.count; i++)
        csv_cell(out, column_title(&wide, &wide.columns.at[i]), false);
    buf_add_z(out, ",total,grade\n");
    for (int i = 0; i < count; i++) {
        place_nodes(&wide, totals[i], count + i); /* another number: none of its columns is taken yet */
        write_wide_line(out, &wide, scored->results.at[i], totals[i], count + i);
    }
}

void score_write_csv(Buf *out, const Scored *scored, const ScoreOptions *options) {
    if (options->wide)
        write_wide(out, scored);
    else
        write_long(out, scored);
}
