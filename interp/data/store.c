#include "data/store.h"
typedef struct R { Text key; long number; int file; const Cell *cells; bool first; } R;
struct Store { int width; VEC(R) rows; int at; Text key; int next; };
Store *store_new(int width, Diags *diags) { (void)diags; Store *s = MEM_NEW(Store); s->width = width; return s; }
bool store_add(Store *s, Text key, long number, int file, const Cell *cells) {
    bool first = true;
    for (int i = 0; i < s->rows.count; i++) first = first && !text_is(s->rows.at[i].key, key);
    R r = { text_copy(key), number, file, cells, first };
    vec_push(&s->rows, r);
    return true;
}
bool store_seal(Store *s) { (void)s; return true; }
bool store_find(Store *s, Text key) { s->key = key; s->at = 0; for (int i = 0; i < s->rows.count; i++) if (text_is(s->rows.at[i].key, key)) return true; return false; }
bool store_row(Store *s, long *number, int *file, Cell *cells) {
    for (; s->at < s->rows.count; s->at++) {
        R *r = &s->rows.at[s->at];
        if (!text_is(r->key, s->key)) continue;
        *number = r->number; *file = r->file;
        for (int i = 0; i < s->width; i++) cells[i] = r->cells[i];
        s->at++;
        return true;
    }
    return false;
}
bool store_next_key(Store *s, Text *key) {
    while (s->next < s->rows.count && !s->rows.at[s->next].first) s->next++;
    if (s->next == s->rows.count) return false;
    *key = s->rows.at[s->next++].key;
    return store_find(s, *key);
}
bool store_rewind(Store *s) { s->next = 0; return true; }
