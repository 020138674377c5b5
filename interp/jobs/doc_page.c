#include "jobs/doc_page.h"

#include <string.h>

#include "jobs/html.h"

void doc_lines_add(Lines *lines, LineStyle style, int depth, Text text) {
    if (text.length == 0) return;
    vec_push(lines, ((DocLine){ .style = style, .depth = depth, .text = text }));
}

/* ---- Markdown ---- */

static bool is_word(char c) {
    return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z') || c == '_' || (c & 0x80);
}

static bool is_inside(Text text, size_t at) {
    return at > 0 && at + 1 < text.length && is_word(text.at[at - 1]) && is_word(text.at[at + 1]);
}

/* Signs that would begin a list or a heading where they stand first in a line. */
static bool begins_block(Text text) {
    size_t digits = 0;
    if (text.length == 0) return false;
    if (strchr("#+-=", text.at[0])) return true;
    while (digits < text.length && text.at[digits] >= '0' && text.at[digits] <= '9')
        digits++;
    return digits > 0 && digits < text.length && (text.at[digits] == '.' || text.at[digits] == ')');
}

/* Text in which nothing is Markdown and no line ends: it may stand in a table's cell. */
static void md_text(Buf *out, Text text) {
    int length;
    for (size_t i = 0; i < text.length; i++) {
        uint32_t rune = text_rune(text, i, &length);
        if (html_is_hidden(rune)) {
            buf_format(out, "\\[U+%04X]", (unsigned)rune);
            i += (size_t)length - 1;
            continue;
        }
        switch (text.at[i]) {
        case '_':
            if (!is_inside(text, i)) buf_char(out, '\\');
            buf_char(out, '_');
            break;
        case '\\': case '|': case '`': case '*': case '<': case '[': case '~': case '$':
            buf_char(out, '\\');
            buf_char(out, text.at[i]);
            break;
        case '&': buf_add_z(out, "&amp;"); break;
        case '\r': break;
        case '\n': case '\t': buf_char(out, ' '); break;
        default: buf_char(out, text.at[i]);
        }
    }
}

/* Code: a fence longer than any in it; a bar is Markdown even there. */
static void md_code(Buf *out, Text text) {
    int longest = 0, run = 0;
    for (size_t i = 0; i < text.length; i++) {
        run = text.at[i] == '`' ? run + 1 : 0;
        longest = run > longest ? run : longest;
    }
    for (int i = 0; i <= longest; i++)
        buf_char(out, '`');
    if (longest) buf_char(out, ' ');
    for (size_t i = 0; i < text.length; i++) {
        if (text.at[i] == '|') buf_char(out, '\\');
        buf_char(out, text.at[i] == '\n' || text.at[i] == '\r' || text.at[i] == '\t' ? ' ' : text.at[i]);
    }
    if (longest) buf_char(out, ' ');
    for (int i = 0; i <= longest; i++)
        buf_char(out, '`');
}

static void md_line(Buf *out, const DocLine *line) {
    switch (line->style) {
    case LINE_CODE: md_code(out, line->text); return;
    case LINE_STRONG:
        buf_add_z(out, "**");
        md_text(out, line->text);
        buf_add_z(out, "**");
        return;
    case LINE_SOFT:
    case LINE_WORDS: md_text(out, line->text); return;
    }
}

/* Inside a cell a list is lines with bullets: GitHub's tables hold no other. */
static void md_cell(Buf *out, const Lines *lines) {
    for (int i = 0; i < lines->count; i++) {
        const DocLine *line = &lines->at[i];
        if (i > 0) buf_add_z(out, "<br>");
        for (int depth = 1; depth < line->depth; depth++)
            buf_add_z(out, "&emsp;");
        if (line->depth > 0 && line->style != LINE_CODE) buf_add_z(out, "• ");
        md_line(out, line);
    }
}

/* ---- HTML ---- */

static void html_line(Buf *out, const DocLine *line) {
    if (line->link.length) html_put(out, "<a href=\"#{0}\">", line->link);
    switch (line->style) {
    case LINE_CODE: html_put(out, "<code>{0}</code>", line->text); break;
    case LINE_STRONG: html_put(out, "<strong>{0}</strong>", line->text); break;
    case LINE_SOFT: html_put(out, "<span class=soft>{0}</span>", line->text); break;
    case LINE_WORDS: html_text(out, line->text); break;
    }
    if (line->link.length) buf_add_z(out, "</a>");
}

/* Items are nested lists; a single plain line needs no element. */
static void html_lines(Buf *out, const Lines *lines) {
    int depth = 0;
    bool single = lines->count == 1 && lines->at[0].depth == 0;
    for (int i = 0; i < lines->count; i++) {
        const DocLine *line = &lines->at[i];
        for (; depth < line->depth; depth++)
            buf_add_z(out, "<ul><li>");
        if (depth > line->depth) {
            for (; depth > line->depth; depth--)
                buf_add_z(out, "</li></ul>");
            if (depth > 0) buf_add_z(out, "</li><li>");
        } else if (i > 0 && depth > 0 && lines->at[i - 1].depth == depth && line->style != LINE_CODE) {
            buf_add_z(out, "</li><li>");
        } else if (i > 0 && depth > 0 && line->style == LINE_CODE) {
            buf_add_z(out, "<br>");
        }
        if (depth == 0 && !single) buf_add_z(out, "<div>");
        html_line(out, line);
        if (depth == 0 && !single) buf_add_z(out, "</div>");
    }
    for (; depth > 0; depth--)
        buf_add_z(out, "</li></ul>");
}

/* ---- plain text ---- */

static void text_lines(Buf *out, const Lines *lines, int indent) {
    for (int i = 0; i < lines->count; i++)
        buf_format(out, "%*s%s%.*s\n", indent + 2 * lines->at[i].depth, "", lines->at[i].depth > 0 ? "- " : "",
                   TEXT_ARG(lines->at[i].text));
}

/* ---- the page ---- */

void page_begin(Page *page, Text title, Text foot) {
    if (page->format != DOC_HTML) return;
    html_begin(page->out, title, foot, page->lang);
    buf_add_z(page->out, "<main class=doc>\n");
}

void page_end(Page *page) {
    if (page->format != DOC_HTML) return;
    buf_add_z(page->out, "</main>\n");
    html_end(page->out);
}

void page_heading(Page *page, int level, Text id, Text title) {
    static const char *const marks[] = { "", "# ", "## ", "### ", "#### " };
    switch (page->format) {
    case DOC_HTML:
        buf_format(page->out, "<h%d", level);
        if (id.length) html_put(page->out, " id=\"{0}\"", id);
        html_put(page->out, ">{0}", title);
        buf_format(page->out, "</h%d>\n", level);
        break;
    case DOC_MD:
        if (page->out->length && !text_ends(buf_text(page->out), TEXT("\n\n"))) buf_char(page->out, '\n');
        buf_add_z(page->out, marks[level]);
        md_text(page->out, title);
        buf_add_z(page->out, "\n\n");
        break;
    case DOC_TEXT: buf_format(page->out, "%s%.*s\n", page->out->length ? "\n" : "", TEXT_ARG(title)); break;
    }
}

void page_line(Page *page, LineStyle style, Text text) {
    DocLine line = { .style = style, .text = text };
    if (text.length == 0) return;
    switch (page->format) {
    case DOC_HTML:
        buf_add_z(page->out, "<p>");
        html_line(page->out, &line);
        buf_add_z(page->out, "</p>\n");
        break;
    case DOC_MD:
        if (style != LINE_CODE && begins_block(text)) buf_char(page->out, '\\');
        md_line(page->out, &line);
        buf_add_z(page->out, "\n\n");
        break;
    case DOC_TEXT: buf_format(page->out, "  %.*s\n", TEXT_ARG(text)); break;
    }
}

/* In Markdown each line is an item of a list; what is at depth 0 stands before it. */
static void md_lines(Buf *out, const Lines *lines) {
    for (int i = 0; i < lines->count; i++) {
        const DocLine *line = &lines->at[i];
        if (line->depth > 0) {
            buf_format(out, "%*s- ", 2 * (line->depth - 1), "");
            md_line(out, line);
            buf_char(out, '\n');
            if (i + 1 == lines->count || lines->at[i + 1].depth == 0) buf_char(out, '\n');
            continue;
        }
        if (line->style != LINE_CODE && begins_block(line->text)) buf_char(out, '\\');
        md_line(out, line);
        buf_add_z(out, "\n\n");
    }
}

void page_lines(Page *page, const Lines *lines) {
    if (lines->count == 0) return;
    switch (page->format) {
    case DOC_HTML:
        buf_add_z(page->out, "<div class=said>");
        html_lines(page->out, lines);
        buf_add_z(page->out, "</div>\n");
        break;
    case DOC_MD: md_lines(page->out, lines); break;
    case DOC_TEXT: text_lines(page->out, lines, 2); break;
    }
}

void page_links(Page *page, Text label, const Text *ids, const Text *titles, int count) {
    if (page->format != DOC_HTML) return;
    html_put(page->out, "<nav aria-label=\"{0}\">", label);
    for (int i = 0; i < count; i++)
        html_put(page->out, "<a href=\"#{0}\">{1}</a>\n", ids[i], titles[i]);
    buf_add_z(page->out, "</nav>\n");
}

void page_table(Page *page, Text label, const Text *headers, int columns, unsigned numbers, unsigned wide) {
    page->headers = headers;
    page->columns = columns;
    page->column = 0;
    memset(page->shared, 0, sizeof page->shared);
    Buf *out = page->out;
    if (page->format == DOC_TEXT) return;
    if (page->format == DOC_HTML)
        html_put(out, "<div class=scroll tabindex=0 role=region aria-label=\"{0}\"><table><thead><tr>", label);
    for (int i = 0; i < columns; i++) {
        bool number = numbers >> i & 1;
        if (page->format == DOC_HTML) {
            html_put(out, number ? "<th scope=col class=n>{0}" : wide >> i & 1 ? "<th scope=col class=wide>{0}" : "<th scope=col>{0}",
                     headers[i]);
            continue;
        }
        buf_add_z(out, i == 0 ? "| " : " | ");
        md_text(out, headers[i]);
    }
    if (page->format == DOC_HTML) {
        buf_add_z(out, "</thead><tbody>\n");
        return;
    }
    buf_add_z(out, " |\n|");
    for (int i = 0; i < columns; i++)
        buf_add_z(out, numbers >> i & 1 ? " ---: |" : " --- |");
}

/* A column whose cell above reaches down here: HTML says nothing, a line of Markdown says "the same". */
static void skip_shared(Page *page) {
    while (page->column < page->columns && page->shared[page->column] > 0) {
        page->shared[page->column++]--;
        if (page->format == DOC_MD) buf_add_z(page->out, " 〃 |");
    }
}

void page_row(Page *page) {
    page->column = 0;
    switch (page->format) {
    case DOC_HTML: buf_add_z(page->out, "<tr>"); break;
    case DOC_MD: buf_add_z(page->out, "\n|"); break;
    case DOC_TEXT: buf_char(page->out, '\n'); break;
    }
    skip_shared(page);
}

static void html_cell(Buf *out, const Cell *cell) {
    buf_add_z(out, cell->head ? "<th scope=row" : "<td");
    if (cell->number) buf_add_z(out, " class=n");
    if (cell->id.length) html_put(out, " id=\"{0}\"", cell->id);
    if (cell->rows > 1) buf_format(out, " rowspan=%d", cell->rows);
    if (cell->columns > 1) buf_format(out, " colspan=%d", cell->columns);
    buf_char(out, '>');
    html_lines(out, &cell->lines);
}

void page_cell(Page *page, const Cell *cell) {
    int first = page->column, columns = cell->columns > 1 ? cell->columns : 1;
    for (int i = 0; i < columns && page->column < page->columns; i++)
        page->shared[page->column++] = cell->rows > 1 ? cell->rows - 1 : 0;
    switch (page->format) {
    case DOC_HTML:
        html_cell(page->out, cell);
        if (page->column >= page->columns) buf_char(page->out, '\n');
        break;
    case DOC_MD:
        buf_char(page->out, ' ');
        md_cell(page->out, &cell->lines);
        buf_add_z(page->out, cell->lines.count ? " |" : "|");
        for (int i = 1; i < columns; i++)
            buf_add_z(page->out, " |");
        break;
    case DOC_TEXT:
        if (cell->lines.count == 0) break;
        if (first > 0) buf_format(page->out, "  %.*s: ", TEXT_ARG(page->headers[first]));
        buf_format(page->out, "%.*s\n", TEXT_ARG(cell->lines.at[0].text));
        text_lines(page->out, &(Lines){ cell->lines.at + 1, cell->lines.count - 1, 0 }, 4);
        break;
    }
    skip_shared(page);
}

void page_cell_text(Page *page, Text text) {
    Cell cell = { 0 };
    doc_lines_add(&cell.lines, LINE_WORDS, 0, text);
    page_cell(page, &cell);
}

void page_end_table(Page *page) {
    switch (page->format) {
    case DOC_HTML: buf_add_z(page->out, "</tbody></table></div>\n"); break;
    case DOC_MD: buf_add_z(page->out, "\n\n"); break;
    case DOC_TEXT: break;
    }
}

void page_sign(Page *page, int section, Text id) {
    static const char *const lines[][2] = {
        { "Prepared by", "编制" }, { "Approved by", "审定" }, { "Signature", "签名" },
        { "Signature", "签名" },   { "Date", "日期" },        { "Date", "日期" },
    };
    const int count = (int)(sizeof lines / sizeof *lines);
    Buf title = { 0 };
    if (page->format == DOC_TEXT) return;
    buf_format(&title, page->lang == LANG_ZH ? "%d 签署" : "%d Sign-off", section);
    page_heading(page, 2, id, buf_text(&title));
    if (page->format == DOC_MD) {
        for (int i = 0; i < count; i += 2)
            buf_format(page->out, "%s%s: ____________________　%s: ____________________\n", i ? "\n" : "", lines[i][page->lang],
                       lines[i + 1][page->lang]);
        return;
    }
    buf_add_z(page->out, "<div class=sign>\n");
    for (int i = 0; i < count; i++)
        html_put(page->out, "<p>{0}<span></span></p>\n", text_of(lines[i][page->lang]));
    buf_add_z(page->out, "</div>\n");
}
