#include "jobs/doc_comment.h"

bool text_has_han(Text text) {
    int length;
    for (size_t i = 0; i < text.length; i += (size_t)length) {
        uint32_t rune = text_rune(text, i, &length);
        if ((rune >= 0x4E00 && rune <= 0x9FFF) || (rune >= 0x3400 && rune <= 0x4DBF)) return true;
    }
    return false;
}

/* The text of a comment line without its sign; false where `line` is something else. */
static bool comment_line(Text line, Text *words) {
    size_t i = 0;
    while (i < line.length && (line.at[i] == ' ' || line.at[i] == '\t'))
        i++;
    if (i == line.length || line.at[i] != '#') return false;
    *words = text_slice(line, i + 1, line.length);
    return true;
}

/* "---- Tests ----" parts a file; it is about no declaration. */
static bool is_rule(Text words) {
    return text_begins(text_trim(words), TEXT("---"));
}

/* A line added to a text: a blank between, but none between two Chinese characters. */
static Text joined(Text text, Text more) {
    Buf buf = { 0 };
    if (text.length == 0) return more;
    if (more.length == 0) return text;
    int length;
    bool wide = (unsigned char)text.at[text.length - 1] >= 0x80 && text_rune(more, 0, &length) >= 0x2E80;
    buf_add(&buf, text);
    buf_add_z(&buf, wide ? "" : " ");
    buf_add(&buf, more);
    return buf_text(&buf);
}

/* Two blanks behind a full stop are one on paper. */
static Text single_blanks(Text text) {
    Buf buf = { 0 };
    for (size_t i = 0; i < text.length; i++)
        if (text.at[i] != ' ' || i == 0 || text.at[i - 1] != ' ') buf_char(&buf, text.at[i]);
    return buf_text(&buf);
}

typedef struct Field {
    const char *name;
    Text *text;
} Field;

static bool read_fields(const Text *lines, int count, Comment *comment) {
    Field fields[] = { { "zh:", &comment->words[LANG_ZH] }, { "en:", &comment->words[LANG_EN] }, { "formula:", &comment->formula },
                       { "source:", &comment->source },     { "example:", &comment->example } };
    Text *open = NULL;
    for (int i = 0; i < count; i++) {
        Text line = single_blanks(text_trim(lines[i]));
        bool begins = false;
        for (size_t f = 0; f < sizeof fields / sizeof *fields && !begins; f++) {
            Text name = text_of(fields[f].name);
            if (!text_begins(line, name)) continue;
            begins = true;
            open = fields[f].text;
            *open = text_trim(text_slice(line, name.length, line.length));
        }
        if (begins) comment->fields = true;
        else if (open) *open = joined(*open, line);
        else comment->head = joined(comment->head, line);
    }
    return comment->fields;
}

/* Where `mark` begins a sentence in `text`, or -1. */
static long find_mark(Text text, const char *mark) {
    Text part = text_of(mark);
    for (long at = text_find(text, part, 0); at >= 0; at = text_find(text, part, (size_t)at + 1))
        if (at == 0 || text.at[at - 1] == ' ' || text_ends(text_slice(text, 0, (size_t)at), TEXT("。"))) return at;
    return -1;
}

static Text without_stop(Text text) {
    text = text_trim(text);
    return text_ends(text, TEXT(".")) ? text_slice(text, 0, text.length - 1) : text;
}

static void read_prose(const Text *lines, int count, Comment *comment) {
    static const char *const marks[] = { "Source:", "Example:", "例：" };
    Text *into[] = { &comment->source, &comment->example, &comment->example };
    Text text = TEXT_NONE;
    for (int i = 0; i < count; i++)
        text = joined(text, single_blanks(text_trim(lines[i])));
    size_t end = text.length;
    for (;;) { /* the last mark first */
        long best = -1;
        size_t which = 0;
        Text rest = text_slice(text, 0, end);
        for (size_t m = 0; m < sizeof marks / sizeof *marks; m++) {
            long at = find_mark(rest, marks[m]);
            if (at > best) {
                best = at;
                which = m;
            }
        }
        if (best < 0) break;
        *into[which] = without_stop(text_slice(text, (size_t)best + text_of(marks[which]).length, end));
        end = (size_t)best;
    }
    Text words = text_trim(text_slice(text, 0, end));
    comment->words[text_has_han(words) ? LANG_ZH : LANG_EN] = words;
}

bool comment_above(Source *source, uint32_t at, Comment *comment) {
    VEC(Text) lines = { 0 };
    int line, column;
    *comment = (Comment){ 0 };
    source_place(source, at, &line, &column);
    int first = line;
    Text words;
    while (first > 1 && comment_line(source_line(source, first - 1), &words) && !is_rule(words))
        first--;
    for (int i = first; i < line; i++) {
        comment_line(source_line(source, i), &words);
        vec_push(&lines, words);
    }
    if (lines.count == 0) return false;
    if (!read_fields(lines.at, lines.count, comment)) {
        comment->head = TEXT_NONE;
        read_prose(lines.at, lines.count, comment);
    }
    return true;
}

Text comment_words(const Comment *comment, Lang lang) {
    return comment->words[lang].length ? comment->words[lang] : comment->words[lang == LANG_ZH ? LANG_EN : LANG_ZH];
}
