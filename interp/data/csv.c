/* csv.c - rows of comma-separated text, as office programs write it.  A window of the text lies in memory, cells
   are slices of it, and only one with doubled quotes is copied.  A row that does not end inside the window is
   read again from its beginning once more of the text has come; so that a row always is in one piece.
   A quote that goes astray must not swallow the lines behind it: whatever is wrong in a row is laid to the line
   where the faulty cell begins, and reading goes on with the next one. */
#include "data/reader.h"

#include <string.h>

#include "data/text_input.h"

#define SHOWN 20      /* characters of a cell quoted in a message */
#define SHOWN_ROOM 96 /* bytes that is at most, and some more */
#define SEP_LINE 16   /* longer than `"sep=;"` with its line end */

static const CsvSizes usual_sizes = { .piece = (size_t)1 << 18, .row_max = (size_t)1 << 26 };

typedef struct Csv {
    TextInput *input;
    CsvSizes sizes;
    char *window; /* with room for the byte behind `text`, a line end that stops a search */
    size_t room;
    Text text;        /* what is in the window */
    uint64_t begin;   /* where in the whole text the window begins */
    bool ended;       /* the window ends with the text */
    bool open;        /* a pass has begun */
    bool over;        /* and has ended */
    size_t row_at;    /* where in the window this row begins */
    size_t at;        /* where the next line begins */
    long line;        /* its number */
    uint64_t rows_at; /* where in the whole text the rows begin, behind the names */
    long rows_line;
    char separator;
    bool stops[256]; /* the bytes that end an unquoted cell */
    int width;       /* cells kept of a row; -1: all */
    int named;       /* cells up to the last column with a name */
    VEC(Cell) cells;
    long extra;      /* cells beyond `width` */
    Text stray;      /* the first of those that is not blank */
    char *undoubled; /* cells of this row without their doubled quotes */
    size_t undoubled_room, undoubled_length;
} Csv;

static Text number_text(long number) {
    Buf buf = { 0 };
    buf_format(&buf, "%ld", number);
    return buf_text(&buf);
}

/* ---- The window ---- */

/* Room for `size` bytes from `at` on, which go to the front. */
static void make_room(Csv *csv, size_t size) {
    size_t kept = csv->text.length - csv->at, usual = 2 * csv->sizes.piece;
    if (csv->room < size || csv->room > 8 * usual + 4 * size) {
        uint64_t all = text_input_size(csv->input) * 3; /* a byte may become three */
        size_t room = size > usual ? size : usual;
        if (all < room && kept <= all) { /* a small table has a small window */
            room = (size_t)all + 2 * TEXT_INPUT_ROOM;
        }
        char *window = mem_leaf(room + 1);
        if (kept > 0) {
            memcpy(window, csv->text.at + csv->at, kept);
        }
        csv->window = window;
        csv->room = room;
    } else if (csv->at > 0) {
        memmove(csv->window, csv->window + csv->at, kept);
    }
    csv->begin += csv->at;
    csv->at = 0;
    csv->text = (Text){ csv->window, kept };
}

/* Lets go of what is before `at`, and takes in more of the text: at least as much as is kept, so that reading a
   long row again and again costs no more than reading it twice.  False at the end of the text, or where the
   row is too long. */
static bool more(Csv *csv) {
    size_t kept = csv->text.length - csv->at;
    if (csv->ended || kept >= csv->sizes.row_max) {
        return false;
    }
    size_t wanted = kept > csv->sizes.piece ? kept : csv->sizes.piece, got = 0;
    make_room(csv, kept + wanted + TEXT_INPUT_ROOM);
    while (!csv->ended && got < wanted && csv->room - kept - got >= TEXT_INPUT_ROOM) {
        size_t length =
            text_input_more(csv->input, csv->window + kept + got, csv->room - kept - got);
        csv->ended = length == 0;
        got += length;
    }
    csv->text.length = kept + got;
    if (csv->ended && text_ends(csv->text, TEXT("\x1A"))) {
        csv->text.length--; /* how DOS programs mark the end */
    }
    csv->window[csv->text.length] = '\n';
    return true;
}

/* Begins a pass, at the first byte of the text. */
static bool start(Csv *csv) {
    csv->text = TEXT_NONE;
    csv->at = 0;
    csv->begin = 0;
    csv->line = 1;
    csv->ended = csv->over = false;
    csv->open = true;
    return text_input_start(csv->input);
}

/* Closes the file and gives the window back: many tables may be open and wait. */
static void stop(Csv *csv) {
    text_input_stop(csv->input);
    csv->open = false;
    csv->window = csv->undoubled = NULL;
    csv->room = csv->undoubled_room = 0;
    csv->text = csv->stray = TEXT_NONE;
    csv->at = 0;
}

/* Begins a pass over the rows: all that is before them is read, for the digest, and passed over. */
static bool start_rows(Csv *csv) {
    if (!start(csv)) {
        return false;
    }
    while (csv->begin + csv->text.length < csv->rows_at && more(csv)) {
        uint64_t left = csv->rows_at - csv->begin;
        csv->at = left < csv->text.length ? (size_t)left : csv->text.length;
    }
    csv->line = csv->rows_line;
    return !text_input_failed(csv->input);
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

/* Is all there that belongs to the line end found at `at`?  An LF may follow a CR. */
static bool has_line_end(const Csv *csv, size_t at) {
    return csv->ended || at + 1 < csv->text.length ||
           (at < csv->text.length && csv->text.at[at] == '\n');
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

/* Goes to the line behind the one in which `at` is, however long that is. */
static void pass_line(Csv *csv, size_t at) {
    for (;;) {
        at = find_line_end(csv->text, at);
        if (has_line_end(csv, at)) {
            next_line(csv, at);
            return;
        }
        csv->at = at;
        more(csv);
        at = csv->at;
    }
}

/* Passes over lines in which there is nothing but the bytes of `separators` and blanks other than a tab.  False
   at the end of the text. */
static bool skip_empty_lines(Csv *csv, const char *separators) {
    size_t at = csv->at;
    for (;;) {
        Text text = csv->text;
        if (at == text.length ||
            (text.length - at < 4 && !csv->ended)) { /* a character may be cut */
            size_t done = at - csv->at;
            if (more(csv)) {
                at = csv->at + done;
                continue;
            }
            if (at == text.length) {
                csv->at = at; /* blanks without end, unless it is the end */
                if (csv->ended) {
                    return false;
                }
                continue;
            }
        }
        char c = text.at[at];
        int length = 1;
        if (is_line_end(c)) {
            next_line(csv, at);
            at = csv->at;
            continue;
        }
        bool passed = c == ' ' || (c != 0 && strchr(separators, c));
        if (!passed && (unsigned char)c < 0x80) {
            return true;
        }
        if (!passed) {
            text_rune(text, at, &length);
            if (!text_is_blank(text_slice(text, at, at + (size_t)length))) {
                return true;
            }
        }
        at += (size_t)length;
    }
}

/* ---- One row ---- */

/* What stopped the reading of a row: OK, or a fault in its last cell, which begins at `begin`. */
typedef struct Fault {
    enum {
        FAULT_NONE,
        FAULT_CUT,  /* the window ends before the row does */
        FAULT_LONG, /* and may not grow any more */
        FAULT_READ, /* and the rest cannot be read, which has been reported */
        FAULT_QUOTE,
        FAULT_TEXT
    } what;
    size_t
        begin; /* the quote that opens the cell; for FAULT_CUT and FAULT_LONG the row, if it has none */
    size_t text; /* FAULT_TEXT: what stands behind the one that closes it */
    long line;   /* of `begin` */
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

/* `inside` with each doubled quote made one, in memory that serves the next row again. */
static Text undouble(Csv *csv, Text inside) {
    if (csv->undoubled_room - csv->undoubled_length < inside.length) {
        csv->undoubled_room =
            2 * (csv->undoubled_room + inside.length); /* cells keep the old block */
        csv->undoubled = mem_leaf(csv->undoubled_room);
        csv->undoubled_length = 0;
    }
    char *out = csv->undoubled + csv->undoubled_length;
    size_t length = 0;
    for (size_t i = 0; i < inside.length; i++) {
        out[length++] = inside.at[i];
        i += inside.at[i] == '"';
    }
    csv->undoubled_length += length;
    return (Text){ out, length };
}

/* Is all there that a message shows of the text at `at`? */
static bool has_shown(const Csv *csv, size_t at) {
    size_t left = csv->text.length - at;
    if (csv->ended || left >= SHOWN_ROOM) {
        return true;
    }
    for (size_t i = at; i < csv->text.length; i++) {
        if (csv->stops[(unsigned char)csv->text.at[i]]) {
            return true;
        }
    }
    return false;
}

/* Reads the quoted cell at *at, whose end goes there; *line is counted on. */
static Fault read_quoted(Csv *csv, size_t *at, long *line) {
    const char *begin = csv->text.at + *at, *end = csv->text.at + csv->text.length;
    Fault fault = { FAULT_CUT, *at, 0, *line };
    bool doubled = false;
    const char *quote = begin + 1;
    for (;;) {
        quote = memchr(quote, '"', (size_t)(end - quote));
        if (!quote) {
            fault.what = csv->ended ? FAULT_QUOTE : FAULT_CUT;
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
    if (behind == end && !csv->ended) {
        return fault;
    }
    if (behind < end && *behind != csv->separator && !is_line_end(*behind)) {
        fault.text = (size_t)(behind - csv->text.at);
        fault.what =
            has_line_end(csv, find_line_end(csv->text, fault.begin)) && has_shown(csv, fault.text)
                ? FAULT_TEXT
                : FAULT_CUT;
        return fault;
    }
    Text inside = { begin + 1, (size_t)(quote - begin - 1) };
    *line += count_line_ends(inside);
    keep_cell(csv, doubled ? undouble(csv, inside) : inside);
    *at = (size_t)(behind - csv->text.at);
    fault.what = FAULT_NONE;
    return fault;
}

/* Reads the row that begins here into `cells`, and goes to the next one, unless the window cuts it. */
static Fault try_row(Csv *csv) {
    const char *bytes = csv->text.at;
    size_t at = csv->at, length = csv->text.length;
    long line = csv->line;
    csv->row_at = at;
    csv->cells.count = 0;
    csv->extra = 0;
    csv->stray = TEXT_NONE;
    csv->undoubled_length = 0;
    for (;;) {
        if (bytes[at] == '"' && at < length) {
            Fault fault = read_quoted(csv, &at, &line);
            if (fault.what != FAULT_NONE) {
                return fault;
            }
        } else {
            size_t begin = at;
            while (
                !csv->stops[(unsigned char)bytes[at]]) { /* there is a line end behind the window */
                at++;
            }
            keep_cell(csv, (Text){ bytes + begin, at - begin });
        }
        if (at == length || bytes[at] != csv->separator) {
            break;
        }
        at++;
    }
    if (!has_line_end(csv, at)) {
        return (Fault){ FAULT_CUT, csv->at, 0, csv->line };
    }
    csv->line = line;
    next_line(csv, at);
    return (Fault){ FAULT_NONE, 0, 0, 0 };
}

/* As try_row, with as much of the text as it takes.  Behind a fault the next row begins in the line behind the
   one in which the faulty cell begins; what the message shows stays in the window. */
static Fault read_row(Csv *csv) {
    Fault fault = try_row(csv);
    while (fault.what == FAULT_CUT && more(csv)) {
        fault = try_row(csv);
    }
    if (fault.what == FAULT_NONE) {
        return fault;
    }
    if (text_input_failed(csv->input)) {
        fault.what = FAULT_READ;
        return fault;
    }
    csv->line = fault.line;
    if (fault.what == FAULT_CUT) {
        fault.what = FAULT_LONG;
        pass_line(csv, fault.begin);
        return fault;
    }
    next_line(csv, find_line_end(csv->text, fault.begin));
    return fault;
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
    if (fault->what == FAULT_READ) {
        return;
    }
    int column = csv->cells.count + (int)csv->extra + 1;
    if (fault->what == FAULT_QUOTE) {
        report(table, DIAG_QUOTE_NOT_CLOSED, fault->line, column, NULL, 0);
        return;
    }
    if (fault->what == FAULT_LONG) {
        const Text args[] = { number_text((long)csv->sizes.row_max) };
        report(table, DIAG_ROW_TOO_LONG, fault->line, 0, args, 1);
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

/* Reports the row from byte `begin` of the window to here, with a NUL or bytes that are not text, in the first cell that has any. */
static bool report_damage(const Table *table, const Csv *csv, size_t begin, long row) {
    if (csv->begin + begin >= text_input_damaged(csv->input)) {
        return false;
    }
    Text whole = text_slice(csv->text, begin, csv->at);
    if (!is_damaged(whole)) {
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
        const Text args[] = { encoding_name(text_input_encoding(csv->input)) };
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

/* The end of a pass: gives `result`, and 0 for ever after. */
static int finish(Csv *csv, int result) {
    stop(csv);
    csv->over = true;
    return result;
}

static int csv_next(Table *table, Row *row) {
    Csv *csv = table->source;
    *row = (Row){ .number = 0 };
    if (csv->over) {
        return 0;
    }
    if (!csv->open && !start_rows(csv)) {
        return finish(csv, -1);
    }
    const char separators[] = { csv->separator, '\t', 0 };
    if (!skip_empty_lines(csv, separators)) {
        return finish(csv, text_input_failed(csv->input) ? -1 : 0);
    }
    long number = csv->line;
    row->number = number;
    Fault fault = read_row(csv);
    if (fault.what != FAULT_NONE) {
        report_fault(table, csv, &fault);
        return fault.what == FAULT_READ ? finish(csv, -1) : -1;
    }
    if (report_damage(table, csv, csv->row_at, number)) {
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
    while (csv->text.length < SEP_LINE && more(csv)) {
    }
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

/* How often each byte stands in the header, outside quotes.  False where the window cuts it. */
static bool count_bytes(const Csv *csv, size_t *counts) {
    Text text = csv->text;
    memset(counts, 0, 256 * sizeof *counts);
    bool fresh = true; /* at the beginning of a cell, where a quote counts */
    for (size_t at = csv->at; at < text.length; at++) {
        char c = text.at[at];
        if (is_line_end(c)) {
            return true;
        }
        if (c == '"' && fresh) {
            const char *quote = memchr(text.at + at + 1, '"', text.length - at - 1);
            if (!quote) {
                return false;
            }
            at = (size_t)(quote - text.at);
            fresh = at + 1 < text.length && text.at[at + 1] == '"'; /* doubled: it goes on */
            continue;
        }
        counts[(unsigned char)c]++;
        fresh = c == ',' || c == ';' || c == '\t';
    }
    return false;
}

/* The one of , ; and tab that stands most often in the header outside quotes.  Where two stand as often, the
   one rarer inside names: tab, then ; then , */
static char guess_separator(Csv *csv) {
    size_t counts[256];
    while (!count_bytes(csv, counts) && more(csv)) {
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
        return text_copy(name);
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
    bool any = skip_empty_lines(csv, "");
    if (text_input_failed(csv->input)) {
        return false;
    }
    if (!any) {
        report(table, DIAG_TABLE_EMPTY, 0, 0, NULL, 0);
        return false;
    }
    set_separator(csv, separator ? separator : guess_separator(csv));

    long number = csv->line;
    csv->width = -1;
    Fault fault = read_row(csv);
    if (fault.what != FAULT_NONE) {
        report_fault(table, csv, &fault);
        report(table, DIAG_TABLE_HEADER, number, 0, NULL, 0);
        return false;
    }
    report_damage(table, csv, csv->row_at, number);

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

/* ---- The reader ---- */

static Text csv_digest(const Table *table) {
    const Csv *csv = table->source;
    return text_input_digest(csv->input);
}

static double csv_progress(const Table *table) {
    const Csv *csv = table->source;
    return csv->over ? 1 : csv->open ? text_input_progress(csv->input) : 0;
}

/* Another pass begins with the next row that is asked for. */
static bool csv_rewind(Table *table) {
    Csv *csv = table->source;
    stop(csv);
    csv->over = !text_input_same(csv->input);
    return !csv->over;
}

static void csv_close(Table *table) {
    Csv *csv = table->source;
    finish(csv, 0);
}

static const Reader reader = {
    .next = csv_next,
    .digest = csv_digest,
    .rewind = csv_rewind,
    .progress = csv_progress,
    .close = csv_close,
};

/* NULL for `input`: it could not be opened. */
static bool open_input(Table *table, TextInput *input, CsvSizes sizes) {
    if (!input) {
        return false;
    }
    Csv *csv = MEM_NEW(Csv);
    csv->input = input;
    csv->sizes = sizes;
    table->reader = &reader;
    table->source = csv;
    bool opened = start(csv) && read_header(table, csv);
    csv->rows_at = csv->begin + csv->at;
    csv->rows_line = csv->line;
    stop(csv);
    return opened;
}

bool csv_open(const Locator *locator, Diags *diags, TableList *tables) {
    Table *table = table_new(locator, diags);
    CsvSizes sizes = usual_sizes;
    TextInput *input = text_input_file(locator->path, locator->file, sizes.piece, diags);
    if (!open_input(table, input, sizes)) {
        return false;
    }
    vec_push(tables, table);
    return true;
}

bool csv_open_sized(Table *table, Text bytes, CsvSizes sizes) {
    TextInput *input = text_input_bytes(table->path, bytes, sizes.piece, table->diags);
    return open_input(table, input, sizes);
}

bool csv_open_bytes(Table *table, Text bytes) {
    return csv_open_sized(table, bytes, usual_sizes);
}
