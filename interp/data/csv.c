/* csv.c - rows of comma-separated text, as office programs write it.  The text lies in memory as a whole and
   cells are slices of it; only one with doubled quotes is copied.  A quote that goes astray must not swallow
   the lines behind it: whatever is wrong in a row is laid to the line where the faulty cell begins, and
   reading goes on with the next one. */
#include "data/reader.h"

#include <string.h>

#include "base/digest.h"
#include "base/file.h"
#include "data/encoding.h"

#define SHOWN 20 /* characters of a cell quoted in a message */

typedef struct Csv {
    Text source; /* as it was read */
    Text text;   /* in UTF-8 */
    Encoding encoding;
    bool damaged; /* the text has NULs or bytes that are not UTF-8 */
    size_t at;    /* where the next line begins */
    long line;    /* its number */
    size_t rows_at; /* where the rows begin, behind the names */
    long rows_line;
    char separator;
    bool stops[256]; /* the bytes that end an unquoted cell */
    int width;       /* cells kept of a row; -1: all */
    int named;       /* cells up to the last column with a name */
    VEC(Cell) cells;
    long extra; /* cells beyond `width` */
    Text stray; /* the first of those that is not blank */
} Csv;

static Text number_text(long number) {
    Buf buf = { 0 };
    buf_format(&buf, "%ld", number);
    return buf_text(&buf);
}

/* ---- Lines ---- */

static bool is_line_end(char c) {
    return c == '\n' || c == '\r';
}

/* Behind the line end that begins at `at`, which is one: LF, CR LF or CR. */
static size_t behind_line_end(Text text, size_t at) {
    bool both = text.at[at] == '\r' && at + 1 < text.length && text.at[at + 1] == '\n';
    return at + 1 + both;
}

static size_t find_line_end(Text text, size_t at) {
    while (at < text.length && !is_line_end(text.at[at])) {
        at++;
    }
    return at;
}

static void next_line(Csv *csv, size_t line_end) {
    csv->at = line_end < csv->text.length ? behind_line_end(csv->text, line_end) : line_end;
    csv->line++;
}

static long count_line_ends(Text text) {
    long count = 0;
    for (size_t at = find_line_end(text, 0); at < text.length;) {
        count++;
        at = find_line_end(text, behind_line_end(text, at));
    }
    return count;
}

/* Passes over lines in which there is nothing but the bytes of `separators` and blanks other than a tab. */
static void skip_empty_lines(Csv *csv, const char *separators) {
    Text text = csv->text;
    size_t at = csv->at;
    while (at < text.length) {
        char c = text.at[at];
        int length = 1;
        if (is_line_end(c)) {
            next_line(csv, at);
            at = csv->at;
            continue;
        }
        bool passed = c == ' ' || (c != 0 && strchr(separators, c));
        if (!passed && (unsigned char)c < 0x80) {
            return;
        }
        if (!passed) {
            text_rune(text, at, &length);
            if (!text_is_blank(text_slice(text, at, at + (size_t)length))) {
                return;
            }
        }
        at += (size_t)length;
    }
    csv->at = text.length;
}

/* ---- One row ---- */

/* What stopped the reading of a row: OK, or a fault in its last cell, which begins at `begin`. */
typedef struct Fault {
    enum { FAULT_NONE, FAULT_QUOTE, FAULT_TEXT } what;
    size_t begin; /* the quote that opens the cell */
    size_t text;  /* FAULT_TEXT: what stands behind the one that closes it */
    long line;    /* of the opening quote */
} Fault;

static void keep_cell(Csv *csv, Text text) {
    if (csv->width < 0 || csv->cells.count < csv->width) {
        Cell cell = { text, CELL_PLAIN };
        vec_push(&csv->cells, cell);
        return;
    }
    csv->extra++;
    if (csv->stray.length == 0 && !text_is_blank(text)) {
        csv->stray = text;
    }
}

/* `inside` with each doubled quote made one. */
static Text undouble(Text inside) {
    char *out = mem_leaf(inside.length + 1);
    size_t length = 0;
    for (size_t i = 0; i < inside.length; i++) {
        out[length++] = inside.at[i];
        i += inside.at[i] == '"';
    }
    return (Text){ out, length };
}

/* Reads the quoted cell at *at, whose end goes there; `line` is counted on. */
static Fault read_quoted(Csv *csv, size_t *at, long *line) {
    const char *begin = csv->text.at + *at, *end = csv->text.at + csv->text.length;
    Fault fault = { FAULT_NONE, *at, 0, *line };
    bool doubled = false;
    const char *quote = begin + 1;
    for (;;) {
        quote = memchr(quote, '"', (size_t)(end - quote));
        if (!quote) {
            fault.what = FAULT_QUOTE;
            return fault;
        }
        if (quote + 1 == end || quote[1] != '"') {
            break;
        }
        doubled = true;
        quote += 2;
    }
    const char *behind = quote + 1;
    while (behind < end && *behind == ' ') {
        behind++;
    }
    if (behind < end && *behind != csv->separator && !is_line_end(*behind)) {
        fault.what = FAULT_TEXT;
        fault.text = (size_t)(behind - csv->text.at);
        return fault;
    }
    Text inside = { begin + 1, (size_t)(quote - begin - 1) };
    *line += count_line_ends(inside);
    keep_cell(csv, doubled ? undouble(inside) : inside);
    *at = (size_t)(behind - csv->text.at);
    return fault;
}

/* Reads the row that begins here into `cells`, and goes to the next one. */
static Fault read_row(Csv *csv) {
    const char *bytes = csv->text.at;
    size_t at = csv->at, length = csv->text.length;
    csv->cells.count = 0;
    csv->extra = 0;
    csv->stray = TEXT_NONE;
    for (;;) {
        if (at < length && bytes[at] == '"') {
            Fault fault = read_quoted(csv, &at, &csv->line);
            if (fault.what != FAULT_NONE) {
                csv->line = fault.line;
                next_line(csv, find_line_end(csv->text, fault.begin));
                return fault;
            }
        } else {
            size_t begin = at;
            while (at < length && !csv->stops[(unsigned char)bytes[at]]) {
                at++;
            }
            keep_cell(csv, text_slice(csv->text, begin, at));
        }
        if (at == length || bytes[at] != csv->separator) {
            break;
        }
        at++;
    }
    next_line(csv, at);
    return (Fault){ FAULT_NONE, 0, 0, 0 };
}

/* ---- What is wrong with a row ---- */

static void report(const Table *table, DiagId id, long row, int column, const Text *args,
                   int count) {
    diag_data(table->diags, id, table->path, row, column, args, count);
}

/* The beginning of `text`, up to the end of its line. */
static Text shown(Text text) {
    size_t end = find_line_end(text, 0), at = 0;
    for (int i = 0; i < SHOWN && at < end; i++) {
        int length;
        text_rune(text, at, &length);
        at += (size_t)length;
    }
    Buf buf = { 0 };
    buf_add(&buf, text_slice(text, 0, at < end ? at : end));
    buf_add_z(&buf, at < end ? "…" : "");
    return buf_text(&buf);
}

static void report_fault(const Table *table, const Csv *csv, const Fault *fault) {
    int column = csv->cells.count + (int)csv->extra + 1;
    if (fault->what == FAULT_QUOTE) {
        report(table, DIAG_QUOTE_NOT_CLOSED, fault->line, column, NULL, 0);
        return;
    }
    Text behind = text_slice(csv->text, fault->text, csv->text.length);
    size_t end = 0;
    while (end < behind.length && !csv->stops[(unsigned char)behind.at[end]]) {
        end++;
    }
    const Text args[] = { shown(text_slice(behind, 0, end)) };
    report(table, DIAG_TEXT_AFTER_QUOTE, fault->line, column, args, 1);
}

static bool has_nul(Text text) {
    return text.length > 0 && memchr(text.at, 0, text.length);
}

static bool is_damaged(Text text) {
    return has_nul(text) || !text_is_utf8(text, NULL);
}

/* Reports a row, `whole` its bytes, with a NUL or bytes that are not text, in the first cell that has any. */
static bool report_damage(const Table *table, const Csv *csv, Text whole, long row) {
    if (!csv->damaged || !is_damaged(whole)) {
        return false;
    }
    int column = 0;
    for (int i = 0; i < csv->cells.count && column == 0; i++) {
        column = is_damaged(csv->cells.at[i].text) ? i + 1 : 0;
    }
    if (column == 0) {
        column = csv->cells.count + 1; /* beyond the last name */
    }
    if (text_is_utf8(whole, NULL)) {
        report(table, DIAG_ROW_NUL, row, column, NULL, 0);
    } else {
        const Text args[] = { encoding_name(csv->encoding) };
        report(table, DIAG_ROW_NOT_TEXT, row, column, args, 1);
    }
    return true;
}

/* Fills up a row with fewer cells than the header.  Columns without a name are missed by nobody. */
static void pad(const Table *table, Csv *csv, long row) {
    if (csv->cells.count < csv->named) {
        const Text args[] = { number_text(csv->cells.count), number_text(csv->width) };
        report(table, DIAG_ROW_SHORT, row, 0, args, 2);
    }
    while (csv->cells.count < csv->width) {
        Cell blank = { TEXT(""), CELL_PLAIN };
        vec_push(&csv->cells, blank);
    }
}

static int csv_next(Table *table, Row *row) {
    Csv *csv = table->source;
    const char separators[] = { csv->separator, '\t', 0 };
    skip_empty_lines(csv, separators);
    if (csv->at == csv->text.length) {
        return 0;
    }
    size_t begin = csv->at;
    long number = csv->line;
    *row = (Row){ .number = number };
    Fault fault = read_row(csv);
    if (fault.what != FAULT_NONE) {
        report_fault(table, csv, &fault);
        return -1;
    }
    if (report_damage(table, csv, text_slice(csv->text, begin, csv->at), number)) {
        return -1;
    }
    if (csv->stray.length > 0) {
        const Text args[] = { number_text(csv->cells.count + csv->extra), number_text(csv->width),
                              shown(text_trim(csv->stray)) };
        report(table, DIAG_ROW_LONG, number, csv->width + 1, args, 3);
        return -1;
    }
    if (csv->cells.count < csv->width) {
        pad(table, csv, number);
    }
    row->count = csv->width;
    row->cells = csv->cells.at;
    return 1;
}

/* ---- The header ---- */

/* Excel's first line `sep=;` names the separator and is no row.  0 where there is none. */
static char read_separator_line(Csv *csv) {
    size_t end = find_line_end(csv->text, 0);
    Text line = text_slice(csv->text, 0, end);
    if (line.length == 7 && line.at[0] == '"' && line.at[6] == '"') {
        line = text_slice(line, 1, 6);
    }
    if (line.length != 5 || strncasecmp(line.at, "sep=", 4) != 0 || !strchr(",;\t|", line.at[4])) {
        return 0;
    }
    next_line(csv, end);
    return line.at[4];
}

/* The one of , ; and tab that stands most often in the header outside quotes.  Where two stand as often, the
   one rarer inside names: tab, then ; then , */
static char guess_separator(const Csv *csv) {
    Text text = csv->text;
    size_t counts[256] = { 0 };
    bool fresh = true; /* at the beginning of a cell, where a quote counts */
    for (size_t at = csv->at; at < text.length && !is_line_end(text.at[at]); at++) {
        char c = text.at[at];
        if (c == '"' && fresh) {
            const char *quote = memchr(text.at + at + 1, '"', text.length - at - 1);
            if (!quote) {
                break;
            }
            at = (size_t)(quote - text.at);
            fresh = at + 1 < text.length && text.at[at + 1] == '"'; /* doubled: it goes on */
            continue;
        }
        counts[(unsigned char)c]++;
        fresh = c == ',' || c == ';' || c == '\t';
    }
    char best = counts[','] > counts[';'] ? ',' : ';';
    best = counts[(unsigned char)best] > counts['\t'] ? best : '\t';
    return counts[(unsigned char)best] > 0 ? best : ',';
}

static void set_separator(Csv *csv, char separator) {
    csv->separator = separator;
    csv->stops[(unsigned char)separator] = csv->stops['\n'] = csv->stops['\r'] = true;
}

/* A name that can be compared and printed: U+FFFD for NULs and for bytes that are no text. */
static Text clean(Text name) {
    if (!is_damaged(name)) {
        return name;
    }
    Buf buf = { 0 };
    int length;
    for (size_t at = 0; at < name.length; at += (size_t)length) {
        uint32_t rune = text_rune(name, at, &length);
        buf_rune(&buf, rune ? rune : 0xFFFD);
    }
    return buf_text(&buf);
}

static bool read_header(Table *table, Csv *csv) {
    char separator = read_separator_line(csv);
    skip_empty_lines(csv, "");
    if (csv->at == csv->text.length) {
        report(table, DIAG_TABLE_EMPTY, 0, 0, NULL, 0);
        return false;
    }
    set_separator(csv, separator ? separator : guess_separator(csv));

    size_t begin = csv->at;
    long number = csv->line;
    csv->width = -1;
    Fault fault = read_row(csv);
    if (fault.what != FAULT_NONE) {
        report_fault(table, csv, &fault);
        report(table, DIAG_TABLE_HEADER, number, 0, NULL, 0);
        return false;
    }
    report_damage(table, csv, text_slice(csv->text, begin, csv->at), number);

    csv->width = csv->cells.count;
    Text *names = MEM_ARRAY(Text, csv->width);
    for (int i = 0; i < csv->width; i++) {
        names[i] = clean(csv->cells.at[i].text);
    }
    if (!table_set_names(table, names, csv->width, number)) {
        return false;
    }
    for (int i = 0; i < csv->width; i++) {
        csv->named = table_name(table, i).length > 0 ? i + 1 : csv->named;
    }
    return true;
}

static Text csv_digest(const Table *table) {
    const Csv *csv = table->source;
    return digest_of(csv->source);
}

/* Another pass begins behind the header. */
static bool csv_rewind(Table *table) {
    Csv *csv = table->source;
    csv->at = csv->rows_at;
    csv->line = csv->rows_line;
    return true;
}

static const Reader reader = { .next = csv_next, .digest = csv_digest, .rewind = csv_rewind };

bool csv_open(const Locator *locator, Diags *diags, TableList *tables) {
    Table *table = table_new(locator, diags);
    Text bytes;
    if (!file_read(locator->file, &bytes, diags, SPAN_NONE) || !csv_open_bytes(table, bytes)) {
        return false;
    }
    vec_push(tables, table);
    return true;
}


bool csv_open_bytes(Table *table, Text bytes) {
    Csv *csv = MEM_NEW(Csv);
    Decoded decoded = encoding_decode(bytes);
    csv->source = bytes;
    csv->text = decoded.text;
    csv->encoding = decoded.encoding;
    csv->damaged = decoded.damaged;
    csv->line = 1;
    if (text_ends(csv->text, TEXT("\x1A"))) {
        csv->text.length--; /* how DOS programs mark the end */
    }
    table->reader = &reader;
    table->source = csv;
    if (!read_header(table, csv)) {
        return false;
    }
    csv->rows_at = csv->at;
    csv->rows_line = csv->line;
    return true;
}
