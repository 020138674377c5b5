/* fuzz_fmt.c - whatever parses can be formatted: the formatter's own proof holds (the same tree, words and comments),
   a second time changes nothing, and Chinese to English to Chinese gives the same bytes. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "front/format.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds) {
    if (!holds) {
        abort();
    }
}

static bool format(Text text, bool translate, Lang lang, Buf *out) {
    Diags *diags = diags_new();
    bool done = format_source(diags, diags_source(diags, TEXT("fuzz.heng"), text),
                              &(FormatOptions){ translate, lang }, out);
    for (int i = 0; i < diags->list.count; i++) {
        require(diags->list.at[i]->id != DIAG_FORMAT_FAILED);
    }
    require(done == !diags->errors);
    return done;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static bool ready;
    if (!ready) {
        mem_init();
        ready = true;
    }
    char *exact = malloc(size ? size : 1); /* so that a read behind the end is seen */
    memcpy(exact, data, size);
    Text text = { exact, size };
    Buf plain = { 0 }, again = { 0 }, zh = { 0 }, en = { 0 }, back = { 0 }, same = { 0 };
    if (format(text, false, LANG_EN, &plain)) {
        require(format(buf_text(&plain), false, LANG_EN, &again));
        require(text_is(buf_text(&plain), buf_text(&again)));
        require(format(text, true, LANG_ZH, &zh) && format(buf_text(&zh), true, LANG_EN, &en));
        require(format(buf_text(&en), true, LANG_ZH, &back));
        require(text_is(buf_text(&zh), buf_text(&back)));
        require(format(buf_text(&en), false, LANG_EN, &same));
        require(text_is(buf_text(&en), buf_text(&same)));
    }
    free(exact);
    return 0;
}
