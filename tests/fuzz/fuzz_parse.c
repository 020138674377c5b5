/* fuzz_parse.c - any bytes are a rule file or are refused: the parser ends, gives a tree whose places lie in the
   text, and reports in the order of the text. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "front/syntax.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds) {
    if (!holds) {
        abort();
    }
}

static void check(const Node *node, uint32_t length, int depth) {
    if (node) {
        require(depth < 2000 && node->span.begin <= node->span.end && node->span.end <= length);
        require(node->name_span.begin <= node->name_span.end && node->name_span.end <= length);
        for (int i = 0; i < node->count; i++) {
            check(node->kid[i], length, depth + 1);
        }
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static bool ready;
    if (!ready) {
        mem_init();
        ready = true;
    }
    char *exact = malloc(size ? size : 1); /* so that a read behind the end is seen */
    memcpy(exact, data, size);
    Diags *diags = diags_new();
    Source *source = diags_source(diags, TEXT("fuzz.heng"), (Text){ exact, size });
    uint32_t length = (uint32_t)source->text.length;
    Node *file = parse_file(diags, source);
    require(file && file->kind == NODE_FILE);
    check(file, length, 0);
    for (int i = 1; i < diags->list.count; i++) {
        require(diags->list.at[i - 1]->span.begin <= diags->list.at[i]->span.begin);
    }
    Buf buf = { 0 };
    for (int i = 0; i < diags->list.count; i++) {
        diag_write(&buf, diags, diags->list.at[i], LANG_ZH, false);
    }
    node_write(&buf, file, 0);
    check(parse_expression(diags_new(), source), length, 0);
    free(exact);
    return 0;
}
