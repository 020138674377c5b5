#include "base/diag_page.h"

typedef struct Page {
    DiagId id;
    const char *why[2], *wrong[2], *right[2]; /* English, Chinese */
} Page;

static const Page pages[] = {
#define PAGE(id, en, zh, wrong, right, wrong_zh, right_zh) { DIAG_##id, { en, zh }, { wrong, wrong_zh }, { right, right_zh } },
#include "base/diag_page.def"
#undef PAGE
};

bool diag_of_slug(Text slug, DiagId *id) {
    for (int i = 0; i < DIAG_COUNT; i++) {
        if (*diag_slug((DiagId)i) && text_is_z(slug, diag_slug((DiagId)i))) {
            *id = (DiagId)i;
            return true;
        }
    }
    return false;
}

Text diag_suggest(Text slug) {
    int best = 5;
    Text found = TEXT_NONE;
    for (int i = 0; i < DIAG_COUNT; i++) {
        Text known = text_of(diag_slug((DiagId)i));
        int distance = known.length ? text_distance(known, slug, best - 1) : best;
        if (distance >= best) continue;
        best = distance;
        found = known;
    }
    return found;
}

static void indented(Buf *buf, const char *text) {
    buf_add_z(buf, "    ");
    for (; *text; text++) {
        buf_char(buf, *text);
        if (*text == '\n' && text[1]) buf_add_z(buf, "    ");
    }
    buf_char(buf, '\n');
}

void diag_page_write(Buf *buf, DiagId id, Lang lang) {
    static const char *const severities[][2] = { { "error", "错误" }, { "warning", "警告" }, { "note", "注" }, { "help", "改法" } };
    Diag blank = { .id = id };
    for (int i = 0; i < DIAG_ARGS; i++)
        blank.args[i] = TEXT("…");
    Text message = diag_message(&blank, lang);
    buf_format(buf, "%s (%s)\n", diag_slug(id), severities[diag_severity(id)][lang]);
    buf_format(buf, "    %.*s\n", TEXT_ARG(message));
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        if (pages[i].id != id) continue;
        buf_format(buf, "\n%s\n\n%s\n", pages[i].why[lang], lang == LANG_ZH ? "有问题的写法：" : "Wrong:");
        indented(buf, pages[i].wrong[lang]);
        buf_format(buf, "\n%s\n", lang == LANG_ZH ? "正确的写法：" : "Right:");
        indented(buf, pages[i].right[lang]);
        return;
    }
}
