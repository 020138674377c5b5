/* xlsx_sheet.c - the rows of one sheet, read as they come.  Merged cells are listed behind the rows, so a part
   that has the word in it is read for them first. */
#include "data/xlsx_sheet.h"

#include <stdlib.h>
#include <string.h>

#define CELL_BYTES ((size_t)1 << 20)
#define ROW_BYTES ((size_t)64 << 20)
#define STRING_BYTES ((size_t)64 << 20) /* of shared texts: they stay in memory */
#define STRING_COUNT (1 << 24)
#define MERGES_MAX (1 << 20)

/* ---- Places ---- */

void xlsx_cell_name(Buf *out, long row, int column) {
    char letters[8];
    int count = 0;
    for (long rest = (long)column + 1; rest > 0 && count < 8; rest = (rest - 1) / 26) {
        letters[count++] = (char)('A' + (rest - 1) % 26);
    }
    while (count > 0) {
        buf_char(out, letters[--count]);
    }
    buf_format(out, "%ld", row);
}

Text xlsx_place(const XlsxSheet *sheet, long row, int column) {
    Buf place = { 0 };
    buf_add(&place, sheet->name);
    buf_char(&place, '!');
    xlsx_cell_name(&place, row, column);
    return buf_text(&place);
}

/* Reads "D14" at *at; the column from 0. */
static bool read_place(const char **at, int *row, int *column) {
    const char *p = *at;
    long number = 0;
    int letters = 0;
    while (((*p >= 'A' && *p <= 'Z') || (*p >= 'a' && *p <= 'z')) && letters <= XLSX_COLUMNS) {
        letters = letters * 26 + (*p & 0x1F);
        p++;
    }
    const char *digits = p;
    while (*p >= '0' && *p <= '9' && number <= XLSX_ROWS) {
        number = number * 10 + (*p++ - '0');
    }
    bool good =
        letters >= 1 && letters <= XLSX_COLUMNS && p > digits && number >= 1 && number <= XLSX_ROWS;
    *at = p;
    *row = (int)number;
    *column = letters - 1;
    return good;
}

/* ---- Texts ---- */

void xlsx_runs_start(XlsxRuns *runs, int level, const char *name, const char **attributes) {
    if (runs->skip > 0 || runs->inside) {
        runs->skip++;
    } else if (strcmp(name, "t") == 0 && level <= 2) {
        const char *space = xlsx_attribute(attributes, "space");
        runs->inside = true;
        runs->keep_blanks = space && strcmp(space, "preserve") == 0;
        runs->from = runs->out->length;
    } else if (strcmp(name, "r") != 0 || level != 1) {
        runs->skip = 1; /* rPh, phoneticPr, rPr */
    }
}

static bool is_xml_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static Text trim_xml(Text text) {
    while (text.length > 0 && is_xml_space(text.at[0])) {
        text.at++;
        text.length--;
    }
    while (text.length > 0 && is_xml_space(text.at[text.length - 1])) {
        text.length--;
    }
    return text;
}

void xlsx_runs_end(XlsxRuns *runs) {
    if (runs->skip > 0) {
        runs->skip--;
        return;
    }
    if (!runs->inside) {
        return;
    }
    runs->inside = false;
    Buf *out = runs->out;
    if (!runs->keep_blanks && out->length > runs->from) {
        Text text = trim_xml((Text){ out->at + runs->from, out->length - runs->from });
        out->length = runs->from;
        buf_add(out, text);
    }
    xlsx_unescape(out, runs->from);
}

void xlsx_runs_text(const XlsxRuns *runs, Text text) {
    if (runs->inside && runs->skip == 0) {
        buf_add(runs->out, text);
    }
}

typedef struct StringReader {
    XlsxStrings *strings;
    XlsxRuns runs;
    int skip;
} StringReader;

static void strings_start(XlsxPart *part, void *user, const char *name, const char **attributes) {
    StringReader *reader = user;
    if (part->depth > 2 && reader->skip == 0) {
        xlsx_runs_start(&reader->runs, part->depth - 2, name, attributes);
    } else if (reader->skip > 0 || (part->depth == 2 && strcmp(name, "si") != 0)) {
        reader->skip++;
    }
}

static void strings_end(XlsxPart *part, void *user, const char *name) {
    (void)name;
    StringReader *reader = user;
    XlsxStrings *strings = reader->strings;
    if (reader->skip > 0) {
        reader->skip--;
    } else if (part->depth > 2) {
        xlsx_runs_end(&reader->runs);
    } else if (part->depth == 2) {
        if (strings->ends.count == STRING_COUNT) {
            xlsx_part_too_large(part, "16777216");
            return;
        }
        vec_push(&strings->ends, (uint32_t)strings->text.length);
    }
}

static void strings_text(XlsxPart *part, void *user, Text text) {
    StringReader *reader = user;
    xlsx_runs_text(&reader->runs, text);
    if (reader->strings->text.length > STRING_BYTES) {
        xlsx_part_too_large(part, "64 MiB");
    }
}

bool xlsx_read_strings(XlsxBook *book, Text part_name) {
    static const XlsxHandlers handlers = { strings_start, strings_end, strings_text };
    StringReader *reader = MEM_NEW(StringReader);
    reader->strings = &book->strings;
    reader->runs.out = &book->strings.text;
    return xlsx_part_all(book, part_name, &handlers, reader);
}

/* ---- Merged cells ---- */

static void merges_start(XlsxPart *part, void *user, const char *name, const char **attributes) {
    XlsxSheet *sheet = user;
    if (part->depth != 3 || strcmp(name, "mergeCell") != 0) {
        return;
    }
    const char *place = xlsx_attribute(attributes, "ref");
    XlsxMerge merge;
    int row, column;
    if (!place || !read_place(&place, &merge.first_row, &merge.first_column)) {
        return;
    }
    if (*place++ != ':' || !read_place(&place, &row, &column)) {
        return; /* a single cell */
    }
    merge.last_row = row > merge.first_row ? row : merge.first_row;
    merge.first_row = row < merge.first_row ? row : merge.first_row;
    merge.last_column = column > merge.first_column ? column : merge.first_column;
    merge.first_column = column < merge.first_column ? column : merge.first_column;
    if (sheet->merges.count == MERGES_MAX) {
        xlsx_part_too_large(part, "1048576");
        return;
    }
    vec_push(&sheet->merges, merge);
    sheet->live_count =
        merge.last_column < sheet->live_count ? sheet->live_count : merge.last_column + 1;
}

static void merges_end(XlsxPart *part, void *user, const char *name) {
    (void)part, (void)user, (void)name;
}

static void merges_text(XlsxPart *part, void *user, Text text) {
    (void)part, (void)user, (void)text;
}

static int by_first_row(const void *a, const void *b) {
    const XlsxMerge *left = a, *right = b;
    return left->first_row != right->first_row ? (left->first_row > right->first_row) * 2 - 1
                                               : (left->first_column > right->first_column) -
                                                     (left->first_column < right->first_column);
}

bool xlsx_sheet_prepare(XlsxSheet *sheet) {
    static const XlsxHandlers handlers = { merges_start, merges_end, merges_text };
    int found = xlsx_part_contains(sheet->book, sheet->part_name, "mergeCell");
    if (found <= 0) {
        return found == 0;
    }
    if (!xlsx_part_all(sheet->book, sheet->part_name, &handlers, sheet)) {
        return false;
    }
    if (sheet->merges.count > 0) {
        qsort(sheet->merges.at, (size_t)sheet->merges.count, sizeof *sheet->merges.at,
              by_first_row);
        sheet->live = mem_leaf((size_t)sheet->live_count * sizeof *sheet->live);
        sheet->held = MEM_ARRAY(Cell, sheet->live_count);
    }
    return true;
}

const XlsxMerge *xlsx_sheet_merge(const XlsxSheet *sheet, int column) {
    if (column >= sheet->live_count || sheet->live[column] == 0) {
        return NULL;
    }
    const XlsxMerge *merge = &sheet->merges.at[sheet->live[column] - 1];
    return merge->last_row >= sheet->row ? merge : NULL;
}

/* Enters the merged cells that begin at or above this row. */
static void enter_merges(XlsxSheet *sheet) {
    for (; sheet->next_merge < sheet->merges.count; sheet->next_merge++) {
        const XlsxMerge *merge = &sheet->merges.at[sheet->next_merge];
        if (merge->first_row > sheet->row) {
            return;
        }
        if (merge->last_row < sheet->row) {
            continue;
        }
        bool free = true;
        for (int i = merge->first_column; free && i <= merge->last_column; i++) {
            free = !xlsx_sheet_merge(sheet, i);
        }
        if (!free) {
            if (merge->first_row > sheet->told) {
                const Text args[] = { xlsx_place(sheet, merge->first_row, merge->first_column) };
                xlsx_report(sheet->book, DIAG_XLSX_MERGE, merge->first_row, merge->first_column + 1,
                            args, 1);
            }
            continue;
        }
        for (int i = merge->first_column; i <= merge->last_column; i++) {
            sheet->live[i] = sheet->next_merge + 1;
        }
        sheet->held[merge->first_column] = (Cell){ TEXT(""), CELL_PLAIN };
    }
}

/* Holds the values of merged cells that begin here, and drops what stands below others. */
static void sort_out_merged(XlsxSheet *sheet) {
    if (sheet->merges.count == 0) {
        return;
    }
    enter_merges(sheet);
    int kept = 0;
    for (int i = 0; i < sheet->own.count; i++) {
        XlsxCell cell = sheet->own.at[i];
        const XlsxMerge *merge = xlsx_sheet_merge(sheet, cell.column);
        if (merge && (merge->first_row != sheet->row || merge->first_column != cell.column)) {
            continue;
        }
        if (merge) {
            sheet->held[cell.column] =
                (Cell){ text_copy(xlsx_sheet_text(sheet, &cell)), cell.format };
        }
        sheet->own.at[kept++] = cell;
    }
    sheet->own.count = kept;
}

/* ---- Cells ---- */

Text xlsx_sheet_text(const XlsxSheet *sheet, const XlsxCell *cell) {
    const Buf *from = cell->shared ? &sheet->book->strings.text : &sheet->text;
    return cell->length > 0 ? (Text){ from->at + cell->from, cell->length } : TEXT("");
}

void xlsx_sheet_fill(const XlsxSheet *sheet, Cell *cells, int width) {
    for (int i = 0; i < width; i++) {
        const XlsxMerge *merge = xlsx_sheet_merge(sheet, i);
        cells[i] = merge ? sheet->held[merge->first_column] : (Cell){ TEXT(""), CELL_PLAIN };
    }
    for (int i = 0; i < sheet->own.count; i++) {
        const XlsxCell *cell = &sheet->own.at[i];
        if (cell->column < width) {
            cells[cell->column] = (Cell){ xlsx_sheet_text(sheet, cell), cell->format };
        }
    }
}

static void cell_fault(XlsxSheet *sheet, DiagId id, Text a, Text b) {
    sheet->damaged = true;
    if (sheet->row > sheet->told) {
        const Text args[] = { xlsx_place(sheet, sheet->row, sheet->column), a, b };
        xlsx_report(sheet->book, id, sheet->row, sheet->column + 1, args, 3);
    }
}

static Text long_text(long number) {
    Buf buf = { 0 };
    buf_format(&buf, "%ld", number);
    return buf_text(&buf);
}

/* The beginning of what may be very long. */
static Text shown(Text text) {
    size_t at = 0;
    for (int i = 0, length; i < 20 && at < text.length; i++, at += (size_t)length) {
        text_rune(text, at, &length);
    }
    Buf buf = { 0 };
    buf_add(&buf, text_slice(text, 0, at));
    buf_add_z(&buf, at < text.length ? "…" : "");
    return buf_text(&buf);
}

/* A whole number without sign; -1 where it is anything else. */
static long read_index(Text text) {
    long value = 0;
    for (size_t i = 0; i < text.length; i++) {
        if (text.at[i] < '0' || text.at[i] > '9' || value > INT32_MAX / 16) {
            return -1;
        }
        value = value * 10 + (text.at[i] - '0');
    }
    return text.length > 0 ? value : -1;
}

static const XlsxFormat *format_of(XlsxSheet *sheet) {
    static const XlsxFormat general = { .count = 1 };
    long styles = sheet->book->styles.count;
    if (sheet->style == 0 && styles == 0) {
        return &general;
    }
    if (sheet->style < 0 || sheet->style >= styles) {
        cell_fault(sheet, DIAG_XLSX_STYLE, long_text(sheet->style), long_text(styles));
        return NULL;
    }
    return sheet->book->styles.at[sheet->style];
}

static bool keep_shared(XlsxSheet *sheet, Text value, XlsxCell *cell) {
    const XlsxStrings *strings = &sheet->book->strings;
    long index = read_index(value);
    if (index < 0 || index >= strings->ends.count) {
        cell_fault(sheet, DIAG_XLSX_STRING, shown(value), long_text(strings->ends.count));
        return false;
    }
    cell->shared = true;
    cell->from = index > 0 ? strings->ends.at[index - 1] : 0;
    cell->length = strings->ends.at[index] - cell->from;
    return true;
}

static bool keep_number(XlsxSheet *sheet, Text value, XlsxCell *cell) {
    const XlsxFormat *format = format_of(sheet);
    bool iso = sheet->type[0] == 'd';
    if (!format) {
        return false;
    }
    sheet->scratch.length = 0;
    if (iso ? !xlsx_format_iso(format, value, &sheet->scratch)
            : !xlsx_format_number(format, sheet->book->from_1904, value, &sheet->scratch,
                                  &cell->format)) {
        cell_fault(sheet, iso ? DIAG_XLSX_DATE : DIAG_XLSX_NUMBER, shown(value), TEXT_NONE);
        return false;
    }
    sheet->text.length = sheet->from;
    buf_add(&sheet->text, buf_text(&sheet->scratch));
    return true;
}

/* A formula's value is what the program that saved the file worked out; some write none, or leave it to the next. */
static void check_formula(XlsxSheet *sheet, bool has_value) {
    bool *told = has_value ? &sheet->told_stale : &sheet->told_no_value;
    if (*told || (has_value && !sheet->book->stale)) {
        return;
    }
    *told = true;
    const Text args[] = { xlsx_place(sheet, sheet->row, sheet->column) };
    Diag *diag = xlsx_report(sheet->book, has_value ? DIAG_XLSX_STALE : DIAG_XLSX_NO_VALUE,
                             sheet->row, sheet->column + 1, args, 1);
    diag_note(diag, DIAG_HELP_SAVE_ANEW, SPAN_NONE, NULL, 0);
}

static void finish_cell(XlsxSheet *sheet) {
    if (sheet->text.length == sheet->from && !sheet->has_formula) {
        return;
    }
    Text stored = text_slice(buf_text(&sheet->text), sheet->from, sheet->text.length);
    const char *type = sheet->type;
    bool text = strcmp(type, "str") == 0 || strcmp(type, "inlineStr") == 0;
    Text value = text ? stored : trim_xml(stored);
    if (sheet->has_formula) {
        check_formula(sheet, value.length > 0 || strcmp(type, "str") == 0);
    }
    XlsxCell cell = { .column = sheet->column, .from = sheet->from, .length = value.length };
    bool good = true;
    if (value.length == 0) {
        return;
    }
    if (type[0] == 0 || strcmp(type, "n") == 0 || strcmp(type, "d") == 0) {
        good = keep_number(sheet, value, &cell);
        cell.length = sheet->text.length - sheet->from;
    } else if (strcmp(type, "s") == 0) {
        good = keep_shared(sheet, value, &cell);
    } else if (strcmp(type, "b") == 0) {
        bool yes = text_is_z(value, "1") || text_is_z(value, "true");
        good = yes || text_is_z(value, "0") || text_is_z(value, "false");
        if (!good) {
            cell_fault(sheet, DIAG_XLSX_TRUTH, shown(value), TEXT_NONE);
        }
        sheet->text.length = sheet->from;
        buf_add_z(&sheet->text, yes ? "TRUE" : "FALSE");
        cell.length = sheet->text.length - sheet->from;
    } else if (strcmp(type, "str") == 0) {
        xlsx_unescape(&sheet->text, sheet->from);
        cell.length = sheet->text.length - sheet->from;
    } else if (strcmp(type, "e") == 0) {
        cell.from = (size_t)(value.at - sheet->text.at);
    } else if (!text) {
        cell_fault(sheet, DIAG_XLSX_TYPE, text_of(type), TEXT_NONE);
        good = false;
    }
    if (good && !text_is_blank(xlsx_sheet_text(sheet, &cell))) {
        vec_push(&sheet->own, cell);
    }
}

/* ---- Rows ---- */

enum { OUTSIDE, DATA, ROW, CELL, VALUE, INLINE };

static void begin_row(XlsxPart *part, XlsxSheet *sheet, const char **attributes) {
    const char *number = xlsx_attribute(attributes, "r");
    long row = number ? read_index(text_of(number)) : (long)sheet->last_row + 1;
    if (row <= sheet->last_row || row > XLSX_ROWS) {
        const Text args[] = { sheet->name, number ? text_of(number) : long_text(row) };
        xlsx_report(sheet->book, DIAG_XLSX_ROW_ORDER, sheet->last_row, 0, args, 2);
        xlsx_part_fail(part);
        return;
    }
    sheet->row = sheet->last_row = (int)row;
    sheet->column = -1;
    sheet->damaged = false;
    sheet->own.count = 0;
    sheet->text.length = 0;
}

static void begin_cell(XlsxSheet *sheet, const char **attributes) {
    int before = sheet->column;
    const char *place = NULL;
    sheet->type[0] = 0;
    sheet->style = 0;
    sheet->has_formula = sheet->has_value = false;
    sheet->from = sheet->text.length;
    sheet->column++;
    for (; *attributes; attributes += 2) {
        const char *name = attributes[0], *value = attributes[1];
        if (name[0] == 0 || name[1] != 0) {
            continue;
        }
        if (name[0] == 'r') {
            place = value;
        } else if (name[0] == 's') {
            sheet->style = read_index(text_of(value));
        } else if (name[0] == 't') {
            size_t length = strnlen(value, sizeof sheet->type - 1);
            memcpy(sheet->type, value, length);
            sheet->type[length] = 0;
        }
    }
    int row;
    const char *end = place;
    if (place && (!read_place(&end, &row, &sheet->column) || *end || row != sheet->row ||
                  sheet->column <= before)) {
        sheet->column = before + 1;
        cell_fault(sheet, DIAG_XLSX_PLACE, shown(text_of(place)), TEXT_NONE);
    } else if (sheet->column >= XLSX_COLUMNS) {
        sheet->column = XLSX_COLUMNS - 1;
        cell_fault(sheet, DIAG_XLSX_PLACE, TEXT("XFE"), TEXT_NONE);
    }
}

static void sheet_start(XlsxPart *part, void *user, const char *name, const char **attributes) {
    XlsxSheet *sheet = user;
    if (sheet->state == INLINE) {
        xlsx_runs_start(&sheet->runs, part->depth - sheet->runs_depth, name, attributes);
        return;
    }
    if (sheet->skip > 0) {
        sheet->skip++;
        return;
    }
    bool value = sheet->state == CELL && (strcmp(name, "v") == 0 || strcmp(name, "is") == 0);
    if (value && sheet->has_value) { /* two of them would run together */
        cell_fault(sheet, DIAG_XLSX_TWO_VALUES, TEXT_NONE, TEXT_NONE);
        sheet->skip = 1;
        return;
    }
    sheet->has_value = sheet->has_value || value;
    if (value && name[0] == 'v') {
        sheet->state = VALUE;
    } else if (sheet->state == ROW && strcmp(name, "c") == 0) {
        begin_cell(sheet, attributes);
        sheet->state = CELL;
    } else if (value) {
        sheet->state = INLINE;
        sheet->runs_depth = part->depth;
        sheet->runs = (XlsxRuns){ .out = &sheet->text };
    } else if (sheet->state == DATA && strcmp(name, "row") == 0) {
        begin_row(part, sheet, attributes);
        sheet->state = ROW;
    } else if (sheet->state == OUTSIDE && part->depth == 2 && strcmp(name, "sheetData") == 0) {
        sheet->state = DATA;
    } else if (part->depth > 1) {
        sheet->has_formula = sheet->has_formula || (sheet->state == CELL && strcmp(name, "f") == 0);
        sheet->skip = 1;
    }
}

static void sheet_end(XlsxPart *part, void *user, const char *name) {
    (void)name;
    XlsxSheet *sheet = user;
    if (sheet->state == INLINE && part->depth > sheet->runs_depth) {
        xlsx_runs_end(&sheet->runs);
        return;
    }
    if (sheet->skip > 0) {
        sheet->skip--;
        return;
    }
    switch (sheet->state) {
    case VALUE:
    case INLINE:
        sheet->state = CELL;
        break;
    case CELL:
        finish_cell(sheet);
        sheet->state = ROW;
        break;
    case ROW:
        sheet->state = DATA;
        if (sheet->own.count > 0 || sheet->damaged) {
            xlsx_part_pause(part);
        }
        break;
    case DATA:
        sheet->state = OUTSIDE;
        break;
    default:
        break;
    }
}

static void sheet_text(XlsxPart *part, void *user, Text text) {
    XlsxSheet *sheet = user;
    if (sheet->state == VALUE && sheet->skip == 0) {
        buf_add(&sheet->text, text);
    } else if (sheet->state == INLINE) {
        xlsx_runs_text(&sheet->runs, text);
    } else {
        return;
    }
    if (sheet->text.length - sheet->from > CELL_BYTES) {
        xlsx_part_too_large(part, "1 MiB");
    } else if (sheet->text.length > ROW_BYTES) {
        xlsx_part_too_large(part, "64 MiB");
    }
}

void xlsx_sheet_restart(XlsxSheet *sheet) {
    xlsx_part_close(sheet->part);
    sheet->part = NULL;
    sheet->ended = false;
    sheet->told = sheet->last_row > sheet->told ? sheet->last_row : sheet->told;
    sheet->row = sheet->last_row = 0;
    sheet->state = OUTSIDE;
    sheet->skip = 0;
    sheet->next_merge = 0;
    if (sheet->live_count > 0 && sheet->live) {
        memset(sheet->live, 0, (size_t)sheet->live_count * sizeof *sheet->live);
    }
}

int xlsx_sheet_next(XlsxSheet *sheet) {
    static const XlsxHandlers handlers = { sheet_start, sheet_end, sheet_text };
    if (sheet->ended) {
        return 0;
    }
    if (!sheet->part) {
        sheet->part = xlsx_part_open(sheet->book, sheet->part_name, &handlers, sheet);
    }
    int got = sheet->part ? xlsx_part_run(sheet->part) : -1;
    for (; got > 0; got = xlsx_part_run(sheet->part)) {
        sort_out_merged(sheet);
        if (sheet->damaged || sheet->own.count > 0) {
            return sheet->damaged ? -1 : 1;
        }
    }
    sheet->ended = true;
    sheet->own.count = 0;
    xlsx_part_close(sheet->part);
    sheet->part = NULL;
    return got;
}
