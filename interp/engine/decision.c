#include "engine/decision.h"

#include <string.h>

#include "front/syntax.h"

typedef struct Column {
    bool numbers;
    Range within;
    VEC(Rat) edges;     /* ascending, each once */
    VEC(Range) ranges;  /* the cells, once solved */
    int count;          /* of cells */
} Column;

typedef enum TestKind { TEST_CONSTANT, TEST_COMPARE, TEST_WITHIN, TEST_EQUALS, TEST_NOT, TEST_BOTH, TEST_EITHER } TestKind;

struct Test {
    TestKind kind;
    int column, comparison, choice;
    Truth truth;
    Range range;            /* COMPARE: the edge */
    const Test *a, *b;
    Truth *cells;           /* of the three in the middle: by cell of their column, once solved */
};

struct Decision {
    VEC(Column *) columns;
    VEC(Test *) tests;
    VEC(const Test *) rows;
};

Decision *decision_new(void) {
    return MEM_NEW(Decision);
}

static int add_column(Decision *decision, Column column) {
    Column *kept = MEM_NEW(Column);
    *kept = column;
    vec_push(&decision->columns, kept);
    return decision->columns.count - 1;
}

int decision_numbers(Decision *decision, Range within) {
    return add_column(decision, (Column){ .numbers = true, .within = within });
}

int decision_choices(Decision *decision, int count) {
    return add_column(decision, (Column){ .count = count });
}

int decision_more(Decision *decision, int column) {
    return decision->columns.at[column]->count++;
}

static void add_edge(Column *column, Rat edge) {
    int place = column->edges.count;
    while (place > 0 && rat_compare(column->edges.at[place - 1], edge) > 0)
        place--;
    if (place > 0 && rat_equal(column->edges.at[place - 1], edge)) return;
    vec_push(&column->edges, edge);
    for (int i = column->edges.count - 1; i > place; i--)
        column->edges.at[i] = column->edges.at[i - 1];
    column->edges.at[place] = edge;
}

static Test *add_test(Decision *decision, Test test) {
    Test *kept = MEM_NEW(Test);
    *kept = test;
    vec_push(&decision->tests, kept);
    return kept;
}

const Test *decision_compare(Decision *decision, int column, int comparison, Rat edge) {
    add_edge(decision->columns.at[column], edge);
    return add_test(decision, (Test){ .kind = TEST_COMPARE, .column = column, .comparison = comparison, .range = range_point(edge) });
}

const Test *decision_within(Decision *decision, int column, Range range) {
    if (!range.lo_infinite) add_edge(decision->columns.at[column], range.lo);
    if (!range.hi_infinite) add_edge(decision->columns.at[column], range.hi);
    return add_test(decision, (Test){ .kind = TEST_WITHIN, .column = column, .range = range });
}

const Test *decision_equals(Decision *decision, int column, int choice) {
    return add_test(decision, (Test){ .kind = TEST_EQUALS, .column = column, .choice = choice });
}

const Test *decision_constant(Decision *decision, Truth truth) {
    return add_test(decision, (Test){ .kind = TEST_CONSTANT, .truth = truth });
}

const Test *decision_not(Decision *decision, const Test *a) {
    return add_test(decision, (Test){ .kind = TEST_NOT, .a = a });
}

const Test *decision_both(Decision *decision, const Test *a, const Test *b) {
    return add_test(decision, (Test){ .kind = TEST_BOTH, .a = a, .b = b });
}

const Test *decision_either(Decision *decision, const Test *a, const Test *b) {
    return add_test(decision, (Test){ .kind = TEST_EITHER, .a = a, .b = b });
}

void decision_row(Decision *decision, const Test *condition) {
    vec_push(&decision->rows, condition);
}

/* ---- cells ---- */

static void add_cell(Column *column, Range range) {
    Range inside;
    if (range_intersect(&range, &column->within, &inside) == RANGE_OK) vec_push(&column->ranges, inside);
}

/* Below the first edge, the edge, between it and the next … above the last. */
static void cut(Column *column) {
    if (!column->numbers) return;
    int count = column->edges.count;
    if (count == 0) add_cell(column, column->within);
    else add_cell(column, range_at_most(column->edges.at[0], true));
    for (int i = 0; i < count; i++) {
        add_cell(column, range_point(column->edges.at[i]));
        Range above = range_at_least(column->edges.at[i], true);
        if (i + 1 < count) {
            above.hi = column->edges.at[i + 1];
            above.hi_infinite = false;
        }
        add_cell(column, above);
    }
    column->count = column->ranges.count;
}

static Truth compare_cell(int comparison, const Range *cell, const Range *edge) {
    switch (comparison) {
    case CMP_EQ: return range_equals(cell, edge);
    case CMP_NE: return truth_not(range_equals(cell, edge));
    case CMP_LT: return range_less(cell, edge);
    case CMP_LE: return range_less_equal(cell, edge);
    case CMP_GT: return range_less(edge, cell);
    default: return range_less_equal(edge, cell);
    }
}

static void fill(const Decision *decision, Test *test) {
    if (test->kind != TEST_COMPARE && test->kind != TEST_WITHIN && test->kind != TEST_EQUALS) return;
    const Column *column = decision->columns.at[test->column];
    test->cells = mem_leaf(sizeof(Truth) * (size_t)(column->count + 1));
    for (int i = 0; i < column->count; i++)
        test->cells[i] = test->kind == TEST_EQUALS    ? (i == test->choice ? TRUTH_YES : TRUTH_NO)
                         : test->kind == TEST_COMPARE ? compare_cell(test->comparison, &column->ranges.at[i], &test->range)
                                                      : range_within(&column->ranges.at[i], &test->range);
}

static Truth truth_at(const Test *test, const int *cell) {
    switch (test->kind) {
    case TEST_CONSTANT: return test->truth;
    case TEST_COMPARE:
    case TEST_WITHIN:
    case TEST_EQUALS: return test->cells[cell[test->column]];
    case TEST_NOT: return truth_not(truth_at(test->a, cell));
    case TEST_BOTH: return truth_and(truth_at(test->a, cell), truth_at(test->b, cell));
    case TEST_EITHER: return truth_or(truth_at(test->a, cell), truth_at(test->b, cell));
    }
    return TRUTH_UNKNOWN;
}

/* ---- gaps ---- */

static long place_of(const Decision *decision, const int *cell) {
    long place = 0;
    for (int c = 0; c < decision->columns.count; c++)
        place = place * decision->columns.at[c]->count + cell[c];
    return place;
}

static bool advance(const int *from, const int *to, int *cell, int columns) {
    for (int c = columns - 1; c >= 0; c--) {
        if (++cell[c] <= to[c]) return true;
        cell[c] = from[c];
    }
    return false;
}

/* Whether every cell of the box is in the gap; `clear` takes them out of it. */
static bool box(const Decision *decision, bool *open, const int *from, const int *to, bool clear) {
    int columns = decision->columns.count;
    int *cell = mem_leaf(sizeof(int) * (size_t)(columns + 1));
    memcpy(cell, from, sizeof(int) * (size_t)columns);
    do {
        bool *here = &open[place_of(decision, cell)];
        if (!*here) return false;
        if (clear) *here = false;
    } while (advance(from, to, cell, columns));
    return true;
}

/* The largest box that grows from one cell, a column at a time. */
static Gap grow(const Decision *decision, bool *open, const int *start) {
    int columns = decision->columns.count;
    size_t size = sizeof(int) * (size_t)(columns + 1);
    Gap gap = { mem_leaf(size), mem_leaf(size) };
    memcpy(gap.from, start, sizeof(int) * (size_t)columns);
    memcpy(gap.to, start, sizeof(int) * (size_t)columns);
    for (int c = columns - 1; c >= 0; c--) {
        int low = gap.from[c], high = gap.to[c];
        while (high + 1 < decision->columns.at[c]->count) { /* the next slice alone */
            gap.from[c] = gap.to[c] = high + 1;
            if (!box(decision, open, gap.from, gap.to, false)) break;
            high++;
        }
        gap.from[c] = low;
        gap.to[c] = high;
    }
    box(decision, open, gap.from, gap.to, true);
    return gap;
}

#define GAPS_MAX 8

static void find_gaps(const Decision *decision, bool *open, long cells, Reach *reach) {
    int columns = decision->columns.count;
    int *cell = mem_leaf(sizeof(int) * (size_t)(columns + 1));
    for (long i = 0; i < cells && reach->gaps.count < GAPS_MAX; i++) {
        if (!open[i]) continue;
        long rest = i;
        for (int c = columns - 1; c >= 0; c--) {
            cell[c] = (int)(rest % decision->columns.at[c]->count);
            rest /= decision->columns.at[c]->count;
        }
        Gap gap = grow(decision, open, cell);
        vec_push(&reach->gaps, gap);
    }
}

/* ---- all cells ---- */

typedef struct Walk {
    int rows;
    Truth *truths;      /* of the rows, in this cell */
    bool *covers;       /* rows x rows: [a * rows + b]: a surely holds wherever b may */
} Walk;

static void visit(Walk *walk, Reach *reach, bool *gap) {
    bool surely = false, perhaps = false;
    for (int row = 0; row < walk->rows; row++) {
        Truth truth = walk->truths[row];
        if (truth == TRUTH_NO) continue;
        reach->holds[row] = true;
        if (!surely) reach->first[row] = true;
        for (int before = 0; before < row; before++)
            if (walk->truths[before] != TRUTH_YES) walk->covers[before * walk->rows + row] = false;
        perhaps = true;
        if (truth == TRUTH_YES) surely = true;
    }
    *gap = !perhaps;
}

Reach *decision_solve(Decision *decision, long limit) {
    int columns = decision->columns.count, rows = decision->rows.count;
    long cells = 1;
    for (int c = 0; c < columns; c++) {
        cut(decision->columns.at[c]);
        if (decision->columns.at[c]->count > 0 && cells > limit / decision->columns.at[c]->count) return NULL;
        cells *= decision->columns.at[c]->count;
    }
    for (int i = 0; i < decision->tests.count; i++)
        fill(decision, decision->tests.at[i]);
    Reach *reach = MEM_NEW(Reach);
    reach->holds = mem_leaf((size_t)rows + 1);
    reach->first = mem_leaf((size_t)rows + 1);
    reach->masked_by = mem_leaf(sizeof(int) * (size_t)(rows + 1));
    if (cells == 0) return reach;
    Walk walk = { rows, mem_leaf(sizeof(Truth) * (size_t)(rows + 1)), mem_leaf((size_t)rows * (size_t)rows + 1) };
    memset(walk.covers, true, (size_t)rows * (size_t)rows);
    bool *open = mem_leaf((size_t)cells);
    int *cell = mem_leaf(sizeof(int) * (size_t)(columns + 1)), *zero = mem_leaf(sizeof(int) * (size_t)(columns + 1)),
        *last = mem_leaf(sizeof(int) * (size_t)(columns + 1));
    for (int c = 0; c < columns; c++)
        last[c] = decision->columns.at[c]->count - 1;
    long place = 0;
    do {
        for (int row = 0; row < rows; row++)
            walk.truths[row] = truth_at(decision->rows.at[row], cell);
        visit(&walk, reach, &open[place++]);
    } while (advance(zero, last, cell, columns));
    for (int row = 0; row < rows; row++) {
        reach->masked_by[row] = -1;
        for (int before = 0; before < row && !reach->first[row] && reach->masked_by[row] < 0; before++)
            if (walk.covers[before * rows + row]) reach->masked_by[row] = before;
    }
    find_gaps(decision, open, cells, reach);
    return reach;
}

int decision_columns(const Decision *decision) {
    return decision->columns.count;
}

int decision_cells(const Decision *decision, int column) {
    return decision->columns.at[column]->count;
}

bool decision_is_numbers(const Decision *decision, int column) {
    return decision->columns.at[column]->numbers;
}

Range decision_cell(const Decision *decision, int column, int cell) {
    return decision->columns.at[column]->ranges.at[cell];
}
