/* doc_library.c - the standard library as it explains itself: the comment above each definition, its body in words and
   notation, and the sentences of regulations it answers. */
#include "front/stdlib.h"
#include "jobs/doc.h"
#include "jobs/doc_comment.h"
#include "jobs/doc_words.h"

#define T(en, zh) (lang == LANG_ZH ? TEXT(zh) : TEXT(en))

#define SAY(en, zh, ...) glue_text(T(en, zh), (const Text[]){ __VA_ARGS__ }, (int)(sizeof((const Text[]){ __VA_ARGS__ }) / sizeof(Text)))

/* ---- one definition ---- */

static Text kind_name(Lang lang, const Node *kind) {
    static const char *const names[][2] = { { "number", "数值" }, { "rate", "比率" }, { "amount", "金额" }, { "duration", "时长" },
                                            { "date", "日期" },   { "text", "文本" }, { "truth", "是非" } };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (text_is_z(kind->text, names[i][0]) || text_is_z(kind->text, names[i][1])) return text_of(names[i][lang]);
    return kind->text;
}

Text doc_signature(Lang lang, const Node *node, Text name) {
    Buf buf = { 0 };
    buf_add(&buf, name);
    if ((node->kind != NODE_METHOD && node->kind != NODE_FUNCTION) || (node->kind == NODE_METHOD && node->kid[1]->count == 0)) return buf_text(&buf);
    buf_char(&buf, '(');
    for (int i = 0; i < node->kid[1]->count; i++) {
        const Node *param = node->kid[1]->kid[i];
        if (i > 0) buf_add_z(&buf, ", ");
        buf_format(&buf, "%.*s: %.*s", TEXT_ARG(param->text), TEXT_ARG(kind_name(lang, param->kid[0])));
    }
    buf_char(&buf, ')');
    return buf_text(&buf);
}

void doc_scale(Page *page, const Node *levels) {
    Lang lang = page->lang;
    const Text headers[] = { T("Level", "档次"), T("Also written", "也写作"), T("Share of the weight", "占分值的比例") };
    Terms terms = { .lang = lang, .words = true };
    page_table(page, levels->kid[0]->text, headers, 3, 0, 2);
    NODE_EACH(levels->kid[1], level) {
        if (level->kind != NODE_LEVEL) continue;
        Buf words = { 0 };
        NODE_EACH(level->kid[0]->kid[0], alias) {
            if (words.length) buf_add(&words, T(", ", "、"));
            buf_add(&words, alias->text);
        }
        Cell name = { .head = true };
        page_row(page);
        doc_lines_add(&name.lines, LINE_WORDS, 0, level->kid[0]->text);
        page_cell(page, &name);
        page_cell_text(page, buf_text(&words));
        page_cell_text(page, level->kid[1]->kind == NODE_RANGE ? range_text(&terms, level->kid[1]) : term_text(&terms, level->kid[1]));
    }
    page_end_table(page);
}

/* The comment above `node`, or the one above the definitions it follows, where that names it. */
static bool comment_of(Diags *diags, const Node *node, Comment *comment) {
    int id = node->span.source;
    if (id < 1 || id > diags->sources.count) return false;
    Source *source = diags->sources.at[id - 1];
    if (comment_above(source, node->span.begin, comment)) return true;
    int line, column;
    source_place(source, node->span.begin, &line, &column);
    for (int up = line; up > 1 && line - up < 20; up--) {
        Text text = source_line(source, up);
        if (text_is_blank(text)) return false;
        if (text.at[0] == '#' || text.at[0] == ' ') continue;
        uint32_t at = (uint32_t)(text.at - source->text.at);
        if (up == line || !comment_above(source, at, comment)) continue;
        if (text_find(comment->head, node->kid[0]->text, 0) >= 0) return true;
        *comment = (Comment){ 0 };
        return false;
    }
    return false;
}

static Text aliases_of(Lang lang, const Node *decl, Text but) {
    Buf buf = { 0 };
    if (!text_is(decl->text, but)) buf_add(&buf, decl->text);
    NODE_EACH(decl->kid[0], alias) {
        if (text_is(alias->text, but)) continue;
        if (buf.length) buf_add(&buf, T(", ", "、"));
        buf_add(&buf, alias->text);
    }
    return buf_text(&buf);
}

void doc_declaration(Page *page, Diags *diags, const Node *node, Text title, int level, Text id) {
    Lang lang = page->lang;
    Comment comment = { 0 };
    Lines lines = { 0 };
    Text shown = node->symbol ? symbol_name(node->symbol, lang) : node->kid[0]->text, also = aliases_of(lang, node->kid[0], shown);
    comment_of(diags, node, &comment);
    page_heading(page, level, id, title);
    page_line(page, LINE_WORDS, comment_words(&comment, lang));
    if (also.length) page_line(page, LINE_SOFT, SAY("Also called: {0}", "又名：{0}", also));
    if (node->kind == NODE_LEVELS) doc_scale(page, node);
    else words_body(&lines, lang, node);
    page_lines(page, &lines);
    if (comment.formula.length) page_line(page, LINE_WORDS, SAY("Formula: {0}", "公式：{0}", comment.formula));
    if (comment.source.length) page_line(page, LINE_SOFT, SAY("Source: {0}", "出处：{0}", comment.source));
    if (comment.example.length) page_line(page, LINE_WORDS, SAY("Example: {0}", "例：{0}", comment.example));
}

/* ---- the library ---- */

typedef struct Sentence {
    const char *name, *says[2], *write[2];
} Sentence;

static const Sentence sentences[] = {
#define SENTENCE(name, zh, en, write_zh, write_en) { name, { en, zh }, { write_en, write_zh } },
#include "jobs/doc_sentence.def"
#undef SENTENCE
};
#define SENTENCE_COUNT (int)(sizeof sentences / sizeof *sentences)

typedef struct Library {
    Scheme *scheme;
    VEC(Module *) modules;
} Library;

static Library library_load(void) {
    Library library = { .scheme = scheme_load_text(diags_new(), TEXT("library"), TEXT("")) };
    for (int round = 0; round < 3; round++) { /* what every file knows first, what is right only somewhere last */
        for (const struct StdlibFile *file = heng_stdlib; file->name; file++) {
            Text name = text_of(file->name);
            int turn = text_is_z(name, "prelude") ? 0 : text_is_z(name, "known") ? 2 : 1;
            Module *module = turn == round ? scheme_standard(library.scheme, name) : NULL;
            if (module) vec_push(&library.modules, module);
        }
    }
    return library;
}

static bool is_definition(const Node *item) {
    return (item->kind == NODE_METHOD || item->kind == NODE_FUNCTION || item->kind == NODE_LEVELS) && item->kid[0]->kind == NODE_DECL;
}

static bool is_called(const Node *item, Text name) {
    if (text_same_name(item->kid[0]->text, name)) return true;
    NODE_EACH(item->kid[0]->kid[0], alias)
        if (text_same_name(alias->text, name)) return true;
    return false;
}

static const Node *find_definition(const Library *library, Text name, Module **module) {
    for (int i = 0; i < library->modules.count; i++) {
        NODE_EACH(library->modules.at[i]->tree->kid[0], item) {
            if (!is_definition(item) || !is_called(item, name)) continue;
            *module = library->modules.at[i];
            return item;
        }
    }
    return NULL;
}

static Text theme_of(Lang lang, const Module *module) {
    static const char *const themes[][3] = {
        { "prelude", "Built in", "内置的方法" },
        { "thresholds", "Between a threshold and a target", "门槛与目标之间" },
        { "deviations", "Off the target, beyond it as well as below", "偏离目标" },
        { "deductions", "Deductions, delays, bonus points", "扣分、逾期、加分" },
        { "scales", "Levels of judgement", "定性档次" },
        { "means", "Means, normalisation, rounding to a step", "合成、标准化与取整" },
        { "improvement", "Achievement and improvement", "成就与进步" },
        { "tender", "Prices in procurement", "采购评标的价格分" },
        { "known", "Known ways of reckoning, right only somewhere", "已知的算法（只在某些地方正确）" },
    };
    for (size_t i = 0; i < sizeof themes / sizeof *themes; i++)
        if (text_is_z(module->name, themes[i][0])) return text_of(themes[i][lang == LANG_ZH ? 2 : 1]);
    return module->title.length ? module->title : module->name;
}

static Text use_text(Lang lang, const Module *module) {
    if (text_is_z(module->name, "prelude")) return T("known in every file", "每个规则文件都可直接使用");
    return SAY("use {0}", "引用 {0}", module->name);
}

static void write_answers(Page *page, const Node *item) {
    Lang lang = page->lang;
    for (int i = 0; i < SENTENCE_COUNT; i++) {
        const Sentence *sentence = &sentences[i];
        if (!sentence->name[0] || !is_called(item, text_of(sentence->name))) continue;
        page_line(page, LINE_WORDS, SAY("Answers: “{0}”", "对应条文：“{0}”", text_of(sentence->says[lang])));
        page_line(page, LINE_CODE, text_of(sentence->write[lang]));
    }
}

static void write_definition(Page *page, const Library *library, const Node *item, int level, Text id) {
    Text name = item->symbol ? symbol_name(item->symbol, page->lang) : item->kid[0]->text;
    doc_declaration(page, library->scheme->diags, item, doc_signature(page->lang, item, name), level, id);
    write_answers(page, item);
}

static Text anchor(int module, int item) {
    Buf buf = { 0 };
    buf_format(&buf, item < 0 ? "lib%d" : "lib%d-%d", module, item);
    return buf_text(&buf);
}

static void write_module(Page *page, const Library *library, int number, int level) {
    const Module *module = library->modules.at[number];
    Lang lang = page->lang;
    int count = 0;
    page_heading(page, level, anchor(number, -1), theme_of(lang, module));
    page_line(page, LINE_CODE, use_text(lang, module));
    if (module->cites.length) page_line(page, LINE_SOFT, SAY("Basis: {0}", "依据：{0}", module->cites));
    if (module->rounding) page_line(page, LINE_WORDS, SAY("Brings rounding: {0}.", "带有取整规定：{0}。", words_rounding(lang, module->rounding)));
    if (module->grades) {
        Buf bands = { 0 };
        const Node *before = NULL;
        NODE_EACH(module->grades->kid[0], band) {
            if (band->kind != NODE_BAND) continue;
            if (bands.length) buf_add(&bands, T("; ", "；"));
            buf_add(&bands, SAY("{0} {1}", "{0} {1}", band->kid[0]->text, words_band(lang, band, before)));
            before = band;
        }
        page_line(page, LINE_WORDS, SAY("Brings grades: {0}.", "带有等级：{0}。", buf_text(&bands)));
    }
    NODE_EACH(module->tree->kid[0], item) {
        if (!is_definition(item)) continue;
        write_definition(page, library, item, level + 1, anchor(number, count));
        count++;
    }
}

/* From the sentence to the clause. */
static void write_sentences(Page *page, const Library *library) {
    Lang lang = page->lang;
    const Text headers[] = { T("The regulation says", "条文"), T("Write", "写法"), T("From", "出自") };
    page_heading(page, 2, TEXT("sentences"), T("From the sentence to the clause", "从条文到写法"));
    page_table(page, T("Sentences", "条文"), headers, 3, 0, 3);
    for (int i = 0; i < SENTENCE_COUNT; i++) {
        const Sentence *sentence = &sentences[i];
        Module *module = NULL;
        Cell code = { 0 };
        if (sentence->name[0] && !find_definition(library, text_of(sentence->name), &module)) continue;
        page_row(page);
        page_cell_text(page, text_of(sentence->says[lang]));
        doc_lines_add(&code.lines, LINE_CODE, 0, text_of(sentence->write[lang]));
        page_cell(page, &code);
        page_cell_text(page, !module ? T("the language", "语言本身") : text_is_z(module->name, "prelude") ? T("built in", "内置") : module->name);
    }
    page_end_table(page);
}

static void write_contents(Page *page, const Library *library) {
    Lang lang = page->lang;
    const Text headers[] = { T("Name", "名称"), T("Kind", "种类"), T("What it gives", "内容"), T("From", "出自") };
    page_heading(page, 2, TEXT("contents"), T("All at a glance", "一览"));
    page_table(page, T("Contents", "一览"), headers, 4, 0, 4);
    for (int i = 0; i < library->modules.count; i++) {
        const Module *module = library->modules.at[i];
        int count = 0;
        NODE_EACH(module->tree->kid[0], item) {
            Comment comment = { 0 };
            Cell name = { 0 };
            if (!is_definition(item)) continue;
            comment_of(library->scheme->diags, item, &comment);
            page_row(page);
            vec_push(&name.lines, ((DocLine){ .text = item->symbol ? symbol_name(item->symbol, lang) : item->kid[0]->text, .link = anchor(i, count++) }));
            page_cell(page, &name);
            page_cell_text(page, item->kind == NODE_METHOD ? T("method", "方法") : item->kind == NODE_FUNCTION ? T("function", "函数") : T("levels", "档次"));
            page_cell_text(page, comment_words(&comment, lang));
            page_cell_text(page, text_is_z(module->name, "prelude") ? T("built in", "内置") : module->name);
        }
    }
    page_end_table(page);
}

static void write_library(Page *page, const Library *library) {
    Lang lang = page->lang;
    Text ids[64], titles[64];
    int count = 0;
    page_begin(page, T("The standard library of Heng", "衡的标准库"), TEXT_NONE);
    page_heading(page, 1, TEXT_NONE, T("The standard library of Heng", "衡的标准库"));
    page_line(page, LINE_WORDS, T("A method stands in “credit” and gives a share of the weight; a function stands in a formula and gives a value; levels are a scale of judgement.",
                                  "方法写在“计分”中，给出分值的比例；函数写在公式中，给出一个值；档次是定性的等级。"));
    for (int i = 0; i < library->modules.count && count < 64; i++) {
        ids[count] = anchor(i, -1);
        titles[count++] = theme_of(lang, library->modules.at[i]);
    }
    page_links(page, T("Themes", "分类"), ids, titles, count);
    write_contents(page, library);
    write_sentences(page, library);
    for (int i = 0; i < library->modules.count; i++)
        write_module(page, library, i, 2);
    page_end(page);
}

static Text nearest(const Library *library, Text name) {
    Text best = TEXT_NONE;
    int limit = text_runes(name) < 4 ? 2 : 4;
    for (int i = 0; i < library->modules.count; i++) {
        NODE_EACH(library->modules.at[i]->tree->kid[0], item) {
            if (!is_definition(item)) continue;
            for (int a = -1; a < item->kid[0]->kid[0]->count; a++) {
                Text known = a < 0 ? item->kid[0]->text : item->kid[0]->kid[0]->kid[a]->text;
                int distance = text_distance(known, name, limit - 1);
                if (distance >= limit) continue;
                limit = distance;
                best = known;
            }
        }
    }
    return best;
}

bool doc_library(Buf *out, Text name, DocFormat format, Lang lang, Text *near) {
    Library library = library_load();
    Page page = { .out = out, .format = format, .lang = lang };
    Module *module = NULL;
    *near = TEXT_NONE;
    if (name.length == 0) {
        write_library(&page, &library);
        return true;
    }
    const Node *item = find_definition(&library, name, &module);
    if (item) {
        page_begin(&page, item->kid[0]->text, TEXT_NONE);
        write_definition(&page, &library, item, 1, TEXT_NONE);
        page_line(&page, LINE_CODE, use_text(lang, module));
        page_end(&page);
        return true;
    }
    for (int i = 0; i < library.modules.count; i++) {
        if (!text_same_name(library.modules.at[i]->name, name)) continue;
        page_begin(&page, name, TEXT_NONE);
        write_module(&page, &library, i, 1);
        page_end(&page);
        return true;
    }
    *near = nearest(&library, name);
    return false;
}
