/* line_diff.c - Myers: the shortest way from one list of lines to the other, found by trying 0, 1, 2 … edits. */
#include "base/line_diff.h"

#include "base/mem.h"

#define CONTEXT 3
#define EDITS_MAX                                                                                  \
    2000 /* beyond, memory would grow with their square: all lines between count as changed */

typedef VEC(Text) Split;

typedef struct Edit {
    char sign;              /* ' ', '-' or '+' */
    int old_line, new_line; /* from 0, where it stands or would stand */
} Edit;

typedef VEC(Edit) Edits;

/* With their line ends, so that a change of these shows. */
static Split split(Text text) {
    Split lines = { 0 };
    for (size_t i = 0, begin = 0; i < text.length; i++) {
        bool ends = text.at[i] == '\n' || i + 1 == text.length ||
                    (text.at[i] == '\r' && text.at[i + 1] != '\n');
        if (!ends)
            continue;
        vec_push(&lines, text_slice(text, begin, i + 1));
        begin = i + 1;
    }
    return lines;
}

/* Edits of old a .. a_end - 1 and new b .. b_end - 1, last first. */
static void shortest(const Split *old, const Split *new, int a, int a_end, int b, int b_end,
                     Edits *back) {
    int n = a_end - a, m = b_end - b, limit = n + m < EDITS_MAX ? n + m : EDITS_MAX;
    VEC(int *) trace = { 0 };
    int *reach = mem_leaf(sizeof(int) * (size_t)(2 * limit + 3)), x = 0, y = 0, d;
    bool found = false;
    for (d = 0; d <= limit && !found; d++) {
        int *kept = mem_leaf(sizeof(int) * (size_t)(2 * d + 3));
        for (int k = -d - 1; k <= d + 1; k++)
            kept[k + d + 1] =
                k + limit + 1 >= 0 && k + limit + 1 < 2 * limit + 3 ? reach[k + limit + 1] : 0;
        vec_push(&trace, kept);
        for (int k = -d; k <= d && !found; k += 2) {
            int *r = reach + limit + 1;
            x = k == -d || (k != d && r[k - 1] < r[k + 1]) ? r[k + 1] : r[k - 1] + 1;
            y = x - k;
            while (x < n && y < m && text_is(old->at[a + x], new->at[b + y]))
                x++, y++;
            r[k] = x;
            found = x >= n && y >= m;
        }
    }
    if (!found) {
        for (y = m; y > 0; y--)
            vec_push(back, ((Edit){ '+', a_end, b + y - 1 }));
        for (x = n; x > 0; x--)
            vec_push(back, ((Edit){ '-', a + x - 1, b }));
        return;
    }
    for (d--, x = n, y = m; d > 0; d--) {
        const int *r = trace.at[d] + d + 1;
        int k = x - y, from = k == -d || (k != d && r[k - 1] < r[k + 1]) ? k + 1 : k - 1;
        int before_x = r[from], before_y = before_x - from;
        while (x > before_x && y > before_y) {
            x--, y--;
            vec_push(back, ((Edit){ ' ', a + x, b + y }));
        }
        if (x > before_x) {
            x--;
            vec_push(back, ((Edit){ '-', a + x, b + y }));
        } else {
            y--;
            vec_push(back, ((Edit){ '+', a + x, b + y }));
        }
    }
    while (x > 0) {
        x--, y--;
        vec_push(back, ((Edit){ ' ', a + x, b + y }));
    }
}

static void write_line(Buf *out, char sign, Text line) {
    buf_char(out, sign);
    buf_add(out, line);
    if (!text_ends(line, TEXT("\n")))
        buf_add_z(out, text_ends(line, TEXT("\r")) ? "\n" : "\n\\ No newline at end of file\n");
}

static void write_range(Buf *out, char sign, int from, int count) {
    buf_format(out, count == 1 ? "%c%d" : "%c%d,%d", sign, count ? from + 1 : from, count);
}

void line_diff(Buf *out, Text old_name, Text old_text, Text new_name, Text new_text) {
    if (text_is(old_text, new_text))
        return;
    Split old = split(old_text), new = split(new_text);
    int head = 0, tail = 0;
    while (head < old.count && head < new.count &&text_is(old.at[head], new.at[head]))
        head++;
    while (tail < old.count - head &&
           tail < new.count -
                      head &&text_is(old.at[old.count - 1 - tail], new.at[new.count - 1 - tail]))
        tail++;
    Edits back = { 0 }, edits = { 0 };
    for (int i = 0; i < tail; i++)
        vec_push(&back, ((Edit){ ' ', old.count - 1 - i, new.count - 1 - i }));
    shortest(&old, &new, head, old.count - tail, head, new.count - tail, &back);
    for (int i = head; i > 0; i--)
        vec_push(&back, ((Edit){ ' ', i - 1, i - 1 }));
    for (int i = back.count; i > 0; i--)
        vec_push(&edits, back.at[i - 1]);
    buf_format(out, "--- %.*s\n+++ %.*s\n", TEXT_ARG(old_name), TEXT_ARG(new_name));
    for (int i = 0; i < edits.count;) {
        if (edits.at[i].sign == ' ') {
            i++;
            continue;
        }
        int from = i > CONTEXT ? i - CONTEXT : 0, last = i, counts[2] = { 0, 0 };
        for (int k = i; k < edits.count && k - last <= 2 * CONTEXT; k++)
            if (edits.at[k].sign != ' ')
                last = k;
        int to = last + CONTEXT < edits.count - 1 ? last + CONTEXT : edits.count - 1;
        for (int k = from; k <= to; k++) {
            counts[0] += edits.at[k].sign != '+';
            counts[1] += edits.at[k].sign != '-';
        }
        buf_add_z(out, "@@ ");
        write_range(out, '-', edits.at[from].old_line, counts[0]);
        buf_add_z(out, " ");
        write_range(out, '+', edits.at[from].new_line, counts[1]);
        buf_add_z(out, " @@\n");
        for (int k = from; k <= to; k++)
            write_line(out, edits.at[k].sign,
                       edits.at[k].sign == '+' ? new.at[edits.at[k].new_line]
                                               : old.at[edits.at[k].old_line]);
        i = to + 1;
    }
}
