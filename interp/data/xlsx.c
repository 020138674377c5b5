/* xlsx.c - the sheets of a workbook as tables: which they are, and which row names their columns.  People put
   titles above their tables and merge cells in the header; what is taken for the header is

       | 2022 年绩效自评表              |   passed over: one cell alone, perhaps merged over the width
       | 单位 | 得分           | 备注    |   the header: the first row with several cells
       |      | 初评   | 终评  |         |   names the columns below 得分: nothing stands in it but the parts of
       | 甲   | 8      | 9     |         |   cells merged over several columns

   so that the columns are 单位, 初评, 终评, 备注.  `?header=ROW` takes that row as it stands instead. */
#include "data/xlsx_sheet.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/digest.h"

#define TITLES_MAX 10 /* rows passed over while looking for one with several cells */
#define SHEETS_MAX 1000
#define RELATIONS_MAX 65536
#define FORMATS_MAX 4096
#define STYLES_MAX 65536
#define WIDE_MERGE 256 /* columns below one name that count as named */

/* ---- What the workbook consists of ---- */

typedef struct Relation {
    Text id, type, target;
} Relation;

typedef struct Relations {
    VEC(Relation) list;
} Relations;

static Text attribute_text(const char **attributes, const char *name) {
    return text_copy(text_of(xlsx_attribute(attributes, name)));
}

static void relations_start(XlsxPart *part, void *user, const char *name, const char **attributes) {
    Relations *relations = user;
    if (strcmp(name, "Relationship") != 0) {
        return;
    }
    if (relations->list.count == RELATIONS_MAX) {
        xlsx_part_too_large(part, "65536");
        return;
    }
    const char *mode = xlsx_attribute(attributes, "TargetMode");
    Relation relation = { attribute_text(attributes, "Id"), attribute_text(attributes, "Type"),
                          attribute_text(attributes, "Target") };
    if (!mode || strcmp(mode, "External") != 0) {
        vec_push(&relations->list, relation);
    }
}

static void no_end(XlsxPart *part, void *user, const char *name) {
    (void)part, (void)user, (void)name;
}

static void no_text(XlsxPart *part, void *user, Text text) {
    (void)part, (void)user, (void)text;
}

/* `target` as a part of `folder` ("xl/") names it: relative, or from the root. */
static Text resolve(Text folder, Text target) {
    Buf path = { 0 };
    if (target.length == 0 || (target.at[0] != '/' && target.at[0] != '\\')) {
        buf_add(&path, folder);
    }
    for (size_t at = 0; at < target.length;) {
        size_t end = at;
        while (end < target.length && target.at[end] != '/' && target.at[end] != '\\') {
            end++;
        }
        Text step = text_slice(target, at, end);
        at = end + 1;
        if (text_is(step, TEXT(".."))) {
            path.length -= path.length > 0; /* the slash */
            while (path.length > 0 && path.at[path.length - 1] != '/') {
                path.length--;
            }
        } else if (step.length > 0 && !text_is(step, TEXT("."))) {
            buf_add(&path, step);
            buf_add_z(&path, end < target.length ? "/" : "");
        }
    }
    buf_add_z(&path, "");
    return buf_text(&path);
}

static size_t folder_length(Text part_name) {
    size_t length = part_name.length;
    while (length > 0 && part_name.at[length - 1] != '/') {
        length--;
    }
    return length;
}

/* The relations of a part; none where it has no list of them. */
static bool read_relations(XlsxBook *book, Text part_name, Relations *relations) {
    static const XlsxHandlers handlers = { relations_start, no_end, no_text };
    size_t folder = folder_length(part_name);
    Buf name = { 0 };
    buf_add(&name, text_slice(part_name, 0, folder));
    buf_add_z(&name, "_rels/");
    buf_add(&name, text_slice(part_name, folder, part_name.length));
    buf_add_z(&name, ".rels");
    if (xlsx_part_find(book, buf_text(&name)) < 0) {
        return true;
    }
    return xlsx_part_all(book, buf_text(&name), &handlers, relations);
}

/* The part that the first relation of a kind, "/styles", leads to; TEXT_NONE where there is none. */
static Text related(const Relations *relations, Text folder, Text kind) {
    for (int i = 0; i < relations->list.count; i++) {
        if (text_ends(relations->list.at[i].type, kind)) {
            return resolve(folder, relations->list.at[i].target);
        }
    }
    return TEXT_NONE;
}

/* ---- The workbook part ---- */

typedef struct Listed {
    Text name, relation;
    bool hidden;
} Listed;

typedef struct Workbook {
    XlsxBook *book;
    VEC(Listed) sheets;
} Workbook;

static void workbook_start(XlsxPart *part, void *user, const char *name, const char **attributes) {
    Workbook *workbook = user;
    if (strcmp(name, "workbookPr") == 0) {
        workbook->book->from_1904 = xlsx_is_true(xlsx_attribute(attributes, "date1904"));
    } else if (strcmp(name, "calcPr") == 0) {
        workbook->book->stale = xlsx_is_true(xlsx_attribute(attributes, "fullCalcOnLoad"));
    } else if (strcmp(name, "sheet") == 0 && part->depth == 3) {
        if (workbook->sheets.count == SHEETS_MAX) {
            xlsx_part_too_large(part, "1000");
            return;
        }
        const char *state = xlsx_attribute(attributes, "state");
        Listed listed = { attribute_text(attributes, "name"), attribute_text(attributes, "id"),
                          state && strcmp(state, "visible") != 0 };
        vec_push(&workbook->sheets, listed);
    }
}

/* ---- Styles ---- */

typedef struct CustomFormat {
    long id;
    const XlsxFormat *format;
} CustomFormat;

typedef struct Styles {
    XlsxBook *book;
    VEC(CustomFormat) formats;
    bool in_formats, in_cells;
} Styles;

static const XlsxFormat *parse_format(Text code) {
    XlsxFormat *format = MEM_NEW(XlsxFormat);
    xlsx_format_parse(code, format);
    return format;
}

static const XlsxFormat *format_called(Styles *styles, long id) {
    for (int i = 0; i < styles->formats.count; i++) {
        if (styles->formats.at[i].id == id) {
            return styles->formats.at[i].format;
        }
    }
    CustomFormat found = { id, parse_format(xlsx_format_builtin(id)) };
    if (styles->formats.count < FORMATS_MAX) {
        vec_push(&styles->formats, found);
    }
    return found.format;
}

static void styles_start(XlsxPart *part, void *user, const char *name, const char **attributes) {
    Styles *styles = user;
    if (part->depth == 2) {
        styles->in_formats = strcmp(name, "numFmts") == 0;
        styles->in_cells = strcmp(name, "cellXfs") == 0;
    } else if (part->depth == 3 && styles->in_formats && strcmp(name, "numFmt") == 0) {
        const char *id = xlsx_attribute(attributes, "numFmtId");
        const char *code = xlsx_attribute(attributes, "formatCode");
        if (styles->formats.count == FORMATS_MAX) {
            xlsx_part_too_large(part, "4096");
        } else if (id && code) {
            CustomFormat format = { strtol(id, NULL, 10), parse_format(text_of(code)) };
            vec_push(&styles->formats, format);
        }
    } else if (part->depth == 3 && styles->in_cells && strcmp(name, "xf") == 0) {
        const char *id = xlsx_attribute(attributes, "numFmtId");
        if (styles->book->styles.count == STYLES_MAX) {
            xlsx_part_too_large(part, "65536");
            return;
        }
        const XlsxFormat *format = format_called(styles, id ? strtol(id, NULL, 10) : 0);
        vec_push(&styles->book->styles, format);
    }
}

/* ---- Opening the file ---- */

static const unsigned char ole_magic[] = { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 };

/* Why the file is no ZIP archive. */
static void report_no_zip(XlsxBook *book, int error) {
    FILE *file = fopen(book->file.at, "rb");
    if (!file) {
        const Text args[] = { book->path, text_of(strerror(errno)) };
        diag_report(book->diags, errno == ENOENT ? DIAG_FILE_MISSING : DIAG_FILE_UNREADABLE,
                    SPAN_NONE, args, 2);
        return;
    }
    unsigned char begin[sizeof ole_magic] = { 0 };
    size_t got = fread(begin, 1, sizeof begin, file);
    fclose(file);
    if (got == sizeof begin && memcmp(begin, ole_magic, sizeof begin) == 0) {
        diag_note(xlsx_report(book, DIAG_XLSX_OTHER_KIND, 0, 0, NULL, 0), DIAG_HELP_SAVE_XLSX,
                  SPAN_NONE, NULL, 0);
        return;
    }
    zip_error_t why;
    zip_error_init_with_code(&why, error);
    const Text args[] = { book->path, text_of(zip_error_strerror(&why)) };
    xlsx_report(book, DIAG_XLSX_DAMAGED, 0, 0, args, 2);
    zip_error_fini(&why);
}

static void release(XlsxBook *book) {
    if (--book->users <= 0 && book->zip) {
        zip_discard(book->zip);
        book->zip = NULL;
    }
}

/* Reads everything but the sheets, which go to `workbook` with their relations. */
static bool read_workbook(XlsxBook *book, Workbook *workbook, Relations *relations, Text *folder) {
    static const XlsxHandlers workbook_handlers = { workbook_start, no_end, no_text };
    static const XlsxHandlers styles_handlers = { styles_start, no_end, no_text };
    Relations *root = MEM_NEW(Relations);
    if (!read_relations(book, TEXT(""), root)) {
        return false;
    }
    Text name = related(root, TEXT(""), TEXT("/officeDocument"));
    name = name.length > 0 ? name : TEXT("xl/workbook.xml");
    if (text_ends(name, TEXT(".bin"))) {
        diag_note(xlsx_report(book, DIAG_XLSX_OTHER_KIND, 0, 0, NULL, 0), DIAG_HELP_SAVE_XLSX,
                  SPAN_NONE, NULL, 0);
        return false;
    }
    if (!xlsx_part_all(book, name, &workbook_handlers, workbook) ||
        !read_relations(book, name, relations)) {
        return false;
    }
    *folder = text_slice(name, 0, folder_length(name));
    Text styles = related(relations, *folder, TEXT("/styles"));
    Text strings = related(relations, *folder, TEXT("/sharedStrings"));
    Styles *reader = MEM_NEW(Styles);
    reader->book = book;
    return (styles.length == 0 || xlsx_part_all(book, styles, &styles_handlers, reader)) &&
           (strings.length == 0 || xlsx_read_strings(book, strings));
}

/* ---- The header ---- */

typedef struct XlsxSource {
    XlsxSheet *sheet;
    long header_row; /* the last row that belongs to the header */
    int width;
    Cell *cells;
} XlsxSource;

static Text number_text(long number) {
    Buf buf = { 0 };
    buf_format(&buf, "%ld", number);
    return buf_text(&buf);
}

typedef struct Header {
    long row;
    int width;
    Text *names;
    bool *named, *parts; /* by column: below a name; below a name merged over several columns */
} Header;

/* The row as it stands is the header. A name merged over several columns is that of the first. */
static void take_header(const XlsxSheet *sheet, Header *header) {
    int width = 0;
    for (int i = 0; i < sheet->own.count; i++) {
        width = sheet->own.at[i].column < width ? width : sheet->own.at[i].column + 1;
    }
    for (int i = 0; i < sheet->live_count; i++) {
        const XlsxMerge *merge = xlsx_sheet_merge(sheet, i);
        bool wide = merge && merge->last_column - merge->first_column >= WIDE_MERGE;
        if (merge && !wide && sheet->held[merge->first_column].text.length > 0) {
            width = i < width ? width : i + 1;
        }
    }
    Cell *cells = MEM_ARRAY(Cell, width);
    xlsx_sheet_fill(sheet, cells, width);
    *header =
        (Header){ sheet->row, width, MEM_ARRAY(Text, width), mem_leaf((size_t)width * sizeof(bool)),
                  mem_leaf((size_t)width * sizeof(bool)) };
    for (int i = 0; i < width; i++) {
        const XlsxMerge *merge = xlsx_sheet_merge(sheet, i);
        header->named[i] = cells[i].text.length > 0;
        header->parts[i] =
            merge && merge->last_column > merge->first_column && merge->last_row == sheet->row;
        header->names[i] = merge && merge->first_column < i ? TEXT("") : text_copy(cells[i].text);
    }
}

/* Takes this row, the next one, for the lower half of the header if nothing stands in it but the parts of merged
   names: texts, or numbers (years) where the other names are merged down to it. */
static bool take_lower_half(const XlsxSheet *sheet, Header *header) {
    if (sheet->row != header->row + 1) {
        return false;
    }
    bool texts = false, closed = true;
    for (int i = 0; i < sheet->own.count; i++) {
        const XlsxCell *cell = &sheet->own.at[i];
        if (cell->column >= header->width || !header->parts[cell->column]) {
            return false;
        }
        Rat value;
        texts = texts || !rat_read(text_trim(xlsx_sheet_text(sheet, cell)), &value);
    }
    for (int i = 0; i < header->width; i++) {
        closed = closed && (!header->named[i] || header->parts[i] || xlsx_sheet_merge(sheet, i));
    }
    if (!texts && !closed) {
        return false;
    }
    bool *parts = mem_leaf((size_t)header->width * sizeof(bool));
    for (int i = 0; i < sheet->own.count; i++) {
        const XlsxCell *cell = &sheet->own.at[i];
        const XlsxMerge *merge = xlsx_sheet_merge(sheet, cell->column);
        header->names[cell->column] = text_copy(xlsx_sheet_text(sheet, cell));
        for (int j = cell->column; merge && j <= merge->last_column && j < header->width; j++) {
            parts[j] = merge->last_column > merge->first_column && merge->last_row == sheet->row;
        }
    }
    header->parts = parts;
    header->row++;
    return true;
}

/* Finds the header: 1, 0 where the sheet is blank, -1 after reporting.  `wanted`: its row, or 0. */
static int find_header(XlsxSheet *sheet, long wanted, Header *header) {
    *header = (Header){ 0 };
    bool found = false;
    int titles = 0, got = 0;
    while (!found && titles <= TITLES_MAX && (got = xlsx_sheet_next(sheet)) != 0) {
        if (got < 0 && sheet->ended) {
            return -1;
        }
        if (wanted > 0 && sheet->row < wanted) {
            continue;
        }
        if (got < 0) {
            xlsx_report(sheet->book, DIAG_TABLE_HEADER, sheet->row, 0, NULL, 0);
            return -1;
        }
        if (wanted > 0 && sheet->row > wanted) {
            break;
        }
        found = wanted > 0 || sheet->own.count > 1;
        if (found || titles == 0) {
            take_header(sheet, header);
        }
        titles++;
    }
    if (wanted > 0 && !found) {
        const Text args[] = { sheet->name, number_text(wanted) };
        xlsx_report(sheet->book, DIAG_XLSX_HEADER_BLANK, wanted, 0, args, 2);
        return -1;
    }
    while (found && wanted == 0 && xlsx_sheet_next(sheet) > 0 && take_lower_half(sheet, header)) {
    }
    return titles > 0;
}

/* ---- The reader ---- */

static int xlsx_next(Table *table, Row *row) {
    XlsxSource *source = table->source;
    XlsxSheet *sheet = source->sheet;
    int got;
    do {
        got = xlsx_sheet_next(sheet);
    } while (got != 0 && !sheet->ended && sheet->row <= source->header_row);
    *row = (Row){ .number = sheet->row };
    if (got <= 0) {
        return got;
    }
    for (int i = 0; i < sheet->own.count && !sheet->told_beyond; i++) {
        int column = sheet->own.at[i].column;
        if (column >= source->width) {
            sheet->told_beyond = true;
            const Text args[] = { xlsx_place(sheet, sheet->row, column) };
            Diag *diag =
                xlsx_report(sheet->book, DIAG_XLSX_BEYOND, sheet->row, column + 1, args, 1);
            diag_note(diag, DIAG_HELP_HEADER, SPAN_NONE, &sheet->book->path, 1);
        }
    }
    xlsx_sheet_fill(sheet, source->cells, source->width);
    row->count = source->width;
    row->cells = source->cells;
    return 1;
}

static Text xlsx_digest(const Table *table) {
    XlsxBook *book = ((XlsxSource *)table->source)->sheet->book;
    FILE *file = book->digest.length > 0 ? NULL : fopen(book->file.at, "rb");
    if (file) {
        Digest *digest = digest_new();
        char *bytes = mem_leaf(1 << 16);
        size_t got;
        while ((got = fread(bytes, 1, 1 << 16, file)) > 0) {
            digest_add(digest, (Text){ bytes, got });
        }
        fclose(file);
        book->digest = digest_hex(digest);
    }
    return book->digest;
}

static bool xlsx_rewind(Table *table) {
    xlsx_sheet_restart(((XlsxSource *)table->source)->sheet);
    return true;
}

static double xlsx_progress(const Table *table) {
    const XlsxSheet *sheet = ((XlsxSource *)table->source)->sheet;
    const XlsxPart *part = sheet->part;
    if (!part || part->size == 0) {
        return sheet->ended;
    }
    return part->read < part->size ? (double)part->read / (double)part->size : 1;
}

static void xlsx_name_cell(const Table *table, long row, int column, Buf *name) {
    (void)table;
    xlsx_cell_name(name, row, column);
}

static void xlsx_close(Table *table) {
    XlsxSource *source = table->source;
    if (source->sheet->part || source->width > 0) {
        xlsx_part_close(source->sheet->part);
        source->sheet->part = NULL;
        source->sheet->ended = true;
        source->width = 0;
        release(source->sheet->book);
    }
}

static const Reader reader = { .next = xlsx_next,
                               .digest = xlsx_digest,
                               .rewind = xlsx_rewind,
                               .progress = xlsx_progress,
                               .cell_name = xlsx_name_cell,
                               .close = xlsx_close };

/* ---- Opening ---- */

/* 1: added to *tables; 0: nothing stands in the sheet; -1 after reporting. */
static int open_sheet(XlsxBook *book, const Locator *locator, Text name, Text part_name,
                      TableList *tables) {
    Table *table = table_new(locator, book->diags);
    XlsxSheet *sheet = MEM_NEW(XlsxSheet);
    sheet->book = book;
    sheet->name = table->sheet = name;
    sheet->part_name = part_name;
    Header header;
    int found = xlsx_sheet_prepare(sheet) ? find_header(sheet, locator->header, &header) : -1;
    xlsx_sheet_restart(sheet);
    if (found <= 0 || !table_set_names(table, header.names, header.width, header.row)) {
        return found <= 0 ? found : -1;
    }
    XlsxSource *source = MEM_NEW(XlsxSource);
    *source = (XlsxSource){ sheet, header.row, header.width, MEM_ARRAY(Cell, header.width) };
    table->reader = &reader;
    table->source = source;
    book->users++;
    vec_push(tables, table);
    return 1;
}

static void report_unknown_sheet(XlsxBook *book, const Workbook *workbook, Text name) {
    Buf names = { 0 };
    for (int i = 0; i < workbook->sheets.count && names.length < 400; i++) {
        buf_add_z(&names, i > 0 ? ", " : "");
        buf_add(&names, workbook->sheets.at[i].name);
    }
    const Text list = buf_text(&names);
    diag_note(xlsx_report(book, DIAG_XLSX_SHEET_UNKNOWN, 0, 0, &name, 1), DIAG_HELP_SHEETS,
              SPAN_NONE, &list, 1);
}

static bool open_sheets(XlsxBook *book, const Locator *locator, TableList *tables) {
    Workbook *workbook = MEM_NEW(Workbook);
    Relations *relations = MEM_NEW(Relations);
    Text folder;
    workbook->book = book;
    if (!read_workbook(book, workbook, relations, &folder)) {
        return false;
    }
    int first = tables->count, asked = 0;
    bool good = true;
    for (int i = 0; i < workbook->sheets.count; i++) {
        const Listed *listed = &workbook->sheets.at[i];
        const Relation *relation = NULL;
        bool wanted = locator->sheet.length > 0 ? text_same_name(listed->name, locator->sheet)
                                                : !listed->hidden;
        for (int j = 0; wanted && !relation && j < relations->list.count; j++) {
            relation =
                text_is(relations->list.at[j].id, listed->relation) ? &relations->list.at[j] : NULL;
        }
        if (!wanted || (relation && !text_ends(relation->type, TEXT("/worksheet")))) {
            continue; /* hidden, or a chart */
        }
        asked++;
        if (!relation) {
            xlsx_report(book, DIAG_XLSX_NO_PART, 0, 0, &listed->name, 1);
            good = false;
            continue;
        }
        int opened =
            open_sheet(book, locator, listed->name, resolve(folder, relation->target), tables);
        good = good && opened >= 0;
    }
    if (locator->sheet.length > 0 && asked == 0) {
        report_unknown_sheet(book, workbook, locator->sheet);
        return false;
    }
    if (good && tables->count == first) {
        xlsx_report(book, locator->sheet.length > 0 ? DIAG_TABLE_EMPTY : DIAG_XLSX_NO_SHEET, 0, 0,
                    NULL, 0);
        return false;
    }
    for (int i = first; i < tables->count; i++) {
        tables->at[i]->alone = tables->count - first == 1;
    }
    return good;
}

bool xlsx_open(const Locator *locator, Diags *diags, TableList *tables) {
    XlsxBook *book = MEM_NEW(XlsxBook);
    book->path = text_copy(locator->path);
    book->file = text_copy(locator->file);
    book->diags = diags;
    book->users = 1;
    int error = 0;
    book->zip = zip_open(book->file.at, ZIP_RDONLY, &error);
    if (!book->zip) {
        report_no_zip(book, error);
        return false;
    }
    bool good = open_sheets(book, locator, tables);
    release(book);
    return good;
}
