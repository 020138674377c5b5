/* diag.c - diagnostics: kept in the order they were reported, and printed beside the source they point into.
   What is printed is made safe first: a control character in a rule file or a cell reaches no terminal. */
#include "base/diag.h"

#include <stdio.h>

#include "base/json.h"

#define KEPT 100       /* errors kept, and warnings, where `limit` is 0 */
#define LINE_CELLS 160 /* a longer source line is cut around its mark */
#define MARK_LEAD 60   /* cells shown before the mark of a cut line */
#define MARK_SHOWN 60  /* cells of a long mark that should be in view */
#define NUMBER_CELLS 4 /* room for a line's number, at least */

static const struct {
    Severity severity;
    const char *slug, *en, *zh;
} rows[DIAG_COUNT] = {
#define DIAG(id, severity, slug, en, zh) { SEVERITY_##severity, slug, en, zh },
#include "base/diag.def"
#undef DIAG
};

static const struct {
    const char *name, *en, *zh, *color;
} labels[] = {
    [SEVERITY_ERROR] = { "error", "error:", "错误:", "\033[1;31m" },
    [SEVERITY_WARNING] = { "warning", "warning:", "警告:", "\033[1;33m" },
    [SEVERITY_NOTE] = { "note", "note:", "注:", "\033[1;36m" },
    [SEVERITY_HELP] = { "help", "help:", "改法:", "\033[1;32m" },
};

Severity diag_severity(DiagId id) {
    return rows[id].severity;
}

const char *diag_slug(DiagId id) {
    return rows[id].slug;
}

/* ---- Sources and places ---- */

Diags *diags_new(void) {
    return MEM_NEW(Diags);
}

Source *diags_source(Diags *diags, Text path, Text text) {
    Source *source = MEM_NEW(Source);
    source->path = text_copy(path);
    source->bytes = text;
    source->text =
        text_begins(text, TEXT("\xEF\xBB\xBF")) ? text_slice(text, 3, text.length) : text;
    vec_push(&diags->sources, source);
    source->id = diags->sources.count;
    return source;
}

static Source *source_of(const Diags *diags, Span span) {
    bool known = span.source > 0 && span.source <= diags->sources.count;
    return known ? diags->sources.at[span.source - 1] : NULL;
}

static void find_lines(Source *source) {
    const char *bytes = source->text.at;
    size_t length = source->text.length;
    int count = 1;
    for (size_t i = 0; i < length; i++) {
        count += bytes[i] == '\n';
    }
    source->lines = mem_leaf((size_t)count * sizeof *source->lines);
    source->line_count = 1;
    for (size_t i = 0; i < length; i++) {
        if (bytes[i] == '\n') {
            source->lines[source->line_count++] = (uint32_t)(i + 1);
        }
    }
}

/* The line, from 1, that byte `offset` lies in; a line end belongs to the line it ends. */
static int line_at(Source *source, uint32_t offset) {
    if (!source->lines) {
        find_lines(source);
    }
    int low = 0, high = source->line_count;
    while (high - low > 1) {
        int middle = low + (high - low) / 2;
        if (source->lines[middle] <= offset) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return low + 1;
}

void source_place(Source *source, uint32_t offset, int *line, int *column) {
    if (offset > source->text.length) {
        offset = (uint32_t)source->text.length;
    }
    *line = line_at(source, offset);
    uint32_t begin = source->lines[*line - 1];
    *column = 1 + text_runes(text_slice(source->text, begin, offset));
}

Text source_line(Source *source, int line) {
    if (!source->lines) {
        find_lines(source);
    }
    if (line < 1 || line > source->line_count) {
        return TEXT("");
    }
    size_t begin = source->lines[line - 1];
    size_t end = line < source->line_count ? source->lines[line] - 1 : source->text.length;
    if (end > begin && source->text.at[end - 1] == '\r') {
        end--;
    }
    return text_slice(source->text, begin, end);
}

/* ---- Reporting ---- */

static Diag *diag_make(DiagId id, Span span, const Text *args, int count) {
    Diag *diag = MEM_NEW(Diag);
    diag->id = id;
    diag->span = span;
    for (int i = 0; i < count && i < DIAG_ARGS; i++) {
        diag->args[i] = text_copy(args[i].at ? args[i] : TEXT(""));
    }
    return diag;
}

static bool same_diag(const Diag *a, const Diag *b) {
    bool same = a->id == b->id && a->span.source == b->span.source &&
                a->span.begin == b->span.begin && a->span.end == b->span.end && a->row == b->row &&
                a->column == b->column && text_is(a->file, b->file);
    for (int i = 0; same && i < DIAG_ARGS; i++) {
        same = text_is(a->args[i], b->args[i]);
    }
    return same;
}

/* Keeps `diag` unless it is there already or there are enough of its kind.  Warnings have the same limit as
   errors, on their own: a table may have a million rows, and each is compared with those before it. */
static Diag *diag_keep(Diags *diags, Diag *diag) {
    for (int i = diags->list.count - 1; i >= 0; i--) {
        if (same_diag(diags->list.at[i], diag)) {
            return diags->list.at[i];
        }
    }
    int limit = diags->limit > 0 ? diags->limit : KEPT;
    int before = 0;
    if (rows[diag->id].severity == SEVERITY_ERROR) {
        before = diags->errors++;
    } else if (rows[diag->id].severity == SEVERITY_WARNING) {
        before = diags->warnings++;
    }
    if (before < limit) {
        vec_push(&diags->list, diag);
    }
    return diag;
}

Diag *diag_report(Diags *diags, DiagId id, Span span, const Text *args, int count) {
    return diag_keep(diags, diag_make(id, span, args, count));
}

Diag *diag_data(Diags *diags, DiagId id, Text file, long row, int column, const Text *args,
                int count) {
    Diag *diag = diag_make(id, SPAN_NONE, args, count);
    diag->file = text_copy(file);
    diag->row = row;
    diag->column = column;
    return diag_keep(diags, diag);
}

Diag *diag_note(Diag *diag, DiagId id, Span span, const Text *args, int count) {
    Diag *note = diag_make(id, span, args, count);
    for (int i = 0; i < diag->notes.count; i++) {
        if (same_diag(diag->notes.at[i], note)) {
            return diag->notes.at[i]; /* reported twice: the notes are, too */
        }
    }
    vec_push(&diag->notes, note);
    return note;
}

Text diag_message(const Diag *diag, Lang lang) {
    int count = DIAG_ARGS;
    while (count > 0 && !diag->args[count - 1].at) {
        count--;
    }
    return text_fill(text_of(lang == LANG_ZH ? rows[diag->id].zh : rows[diag->id].en), diag->args,
                     count);
}

/* ---- Printing ---- */

/* What stands for `rune` on the screen: blanks as a space, and U+FFFD for what could move the cursor or turn
   the direction of the text. */
static uint32_t printable(uint32_t rune) {
    if (rune == '\t' || rune == '\n' || rune == '\r') {
        return ' ';
    }
    bool control = rune < 0x20 || (rune >= 0x7F && rune < 0xA0);
    bool line_end = rune == 0x2028 || rune == 0x2029;
    bool direction = rune == 0x200E || rune == 0x200F || (rune >= 0x202A && rune <= 0x202E) ||
                     (rune >= 0x2066 && rune <= 0x2069);
    return control || line_end || direction ? 0xFFFD : rune;
}

static void add_printable(Buf *buf, Text text) {
    int length;
    for (size_t at = 0; at < text.length; at += (size_t)length) {
        buf_rune(buf, printable(text_rune(text, at, &length)));
    }
}

/* Screen cells of the character at byte `at`, as add_printable prints it. */
static int cells_at(Text text, size_t at, int *length) {
    uint32_t rune = text_rune(text, at, length);
    return printable(rune) != rune ? 1 : text_width(text_slice(text, at, at + (size_t)*length));
}

static int cells_of(Text text) {
    int cells = 0, length;
    for (size_t at = 0; at < text.length; at += (size_t)length) {
        cells += cells_at(text, at, &length);
    }
    return cells;
}

static void add_spaces(Buf *buf, int count) {
    for (int i = 0; i < count; i++) {
        buf_char(buf, ' ');
    }
}

/* The source line and the mark under bytes from .. to - 1 of it:
       12 | indicator 覆盖率 weight 60 {
          |           ^^^^^^
   A line of more than LINE_CELLS cells is shown from cell `first` to cell `last`, with … at a cut end. */
static void write_excerpt(Buf *buf, int number, Text line, size_t from, size_t to,
                          const char *color) {
    int before = cells_of(text_slice(line, 0, from));
    int marked = cells_of(text_slice(line, from, to));
    int total = before + marked + cells_of(text_slice(line, to, line.length));
    if (marked == 0) {
        marked = 1; /* between characters, or at the line's end */
    }

    int first = 0, last = total;
    if (total > LINE_CELLS) {
        int wanted = marked < MARK_SHOWN ? marked : MARK_SHOWN;
        if (before + wanted > LINE_CELLS - 1) {
            first = before - MARK_LEAD;
        }
        if (first > total - LINE_CELLS) {
            first = total - LINE_CELLS;
        }
        last = first + LINE_CELLS;
    }
    bool cut_front = first > 0, cut_back = last < total;
    int begin = cut_front ? first + 1 : 0; /* what stays of the line */
    int end = cut_back ? last - 1 : total;

    char gutter[24];
    int gutter_cells = snprintf(gutter, sizeof gutter, "%*d", NUMBER_CELLS, number);
    buf_format(buf, "%s | %s", gutter, cut_front ? "…" : "");
    int cell = 0, length, shown_before = 0, shown_marked = 0;
    for (size_t at = 0; at < line.length; at += (size_t)length) {
        int cells = cells_at(line, at, &length);
        if (cell >= begin && cell + cells <= end) {
            add_printable(buf, text_slice(line, at, at + (size_t)length));
            shown_before += at < from ? cells : 0;
            shown_marked += at >= from && at < to ? cells : 0;
        }
        cell += cells;
    }
    buf_add_z(buf, cut_back ? "…\n" : "\n");

    add_spaces(buf, gutter_cells);
    buf_add_z(buf, " | ");
    add_spaces(buf, shown_before + cut_front);
    buf_add_z(buf, color);
    for (int i = 0; i < (shown_marked > 0 ? shown_marked : 1); i++) {
        buf_char(buf, '^');
    }
    buf_add_z(buf, *color ? "\033[0m\n" : "\n");
}

static void write_one(Buf *buf, Diags *diags, const Diag *diag, Lang lang, bool color) {
    Source *source = source_of(diags, diag->span);
    Severity severity = rows[diag->id].severity;
    const char *paint = color ? labels[severity].color : "";
    int line = 0, column = 0;
    if (source) {
        source_place(source, diag->span.begin, &line, &column);
        add_printable(buf, source->path);
        buf_format(buf, ":%d:%d: ", line, column);
    } else if (diag->file.length > 0) {
        add_printable(buf, diag->file);
        if (diag->row > 0) {
            buf_format(buf, ":%ld", diag->row);
        }
        if (diag->row > 0 && diag->column > 0) {
            buf_format(buf, ":%d", diag->column);
        }
        buf_add_z(buf, ": ");
    }
    buf_add_z(buf, paint);
    buf_add_z(buf, lang == LANG_ZH ? labels[severity].zh : labels[severity].en);
    buf_add_z(buf, color ? "\033[0m " : " ");
    add_printable(buf, diag_message(diag, lang));
    if (severity == SEVERITY_ERROR || severity == SEVERITY_WARNING) {
        buf_format(buf, " [%s]", rows[diag->id].slug);
    }
    buf_char(buf, '\n');
    if (source) {
        Text shown = source_line(source, line);
        size_t start = source->lines[line - 1];
        size_t from = diag->span.begin > start ? diag->span.begin - start : 0;
        size_t to = diag->span.end > start ? diag->span.end - start : 0;
        from = from < shown.length ? from : shown.length;
        to = to < shown.length ? to : shown.length;
        write_excerpt(buf, line, shown, from, to > from ? to : from, paint);
    }
}

void diag_write(Buf *buf, Diags *diags, const Diag *diag, Lang lang, bool color) {
    write_one(buf, diags, diag, lang, color);
    for (int help = 0; help <= 1; help++) { /* what else to look at, then what to do */
        for (int i = 0; i < diag->notes.count; i++) {
            const Diag *note = diag->notes.at[i];
            if ((rows[note->id].severity == SEVERITY_HELP) == help) {
                write_one(buf, diags, note, lang, color);
            }
        }
    }
}

/* ---- JSON ---- */

static void json_number(Json *json, const char *name, long long number) {
    if (number > 0) {
        json_name(json, name);
        json_int(json, number);
    }
}

static void json_diag(Json *json, Diags *diags, const Diag *diag, Lang lang) {
    Source *source = source_of(diags, diag->span);
    int line = 0, column = diag->column, end_line = 0, end_column = 0;
    if (source) {
        source_place(source, diag->span.begin, &line, &column);
        source_place(source, diag->span.end, &end_line, &end_column);
    }
    json_object(json);
    json_name(json, "severity");
    json_text(json, text_of(labels[rows[diag->id].severity].name));
    if (*rows[diag->id].slug) {
        json_name(json, "slug");
        json_text(json, text_of(rows[diag->id].slug));
    }
    json_name(json, "message");
    json_text(json, diag_message(diag, lang));
    if (source || diag->file.length > 0) {
        json_name(json, "file");
        json_text(json, source ? source->path : diag->file);
    }
    json_number(json, "line", line);
    json_number(json, "row", diag->row);
    json_number(json, "column", column);
    json_number(json, "end_line", end_line);
    json_number(json, "end_column", end_column);
    if (diag->notes.count > 0) {
        json_name(json, "notes");
        json_array(json);
        for (int i = 0; i < diag->notes.count; i++) {
            json_diag(json, diags, diag->notes.at[i], lang);
        }
        json_end_array(json);
    }
    json_end_object(json);
}

void diag_write_json(Buf *buf, Diags *diags, const Diag *diag, Lang lang) {
    Json json = json_begin(buf, true);
    json_diag(&json, diags, diag, lang);
}
