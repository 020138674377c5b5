#include "front/module.h"

#include <unistd.h>

#include "base/file.h"
#include "front/stdlib.h"

static Text path_beside(Text path, Text name) {
    size_t folder = path.length;
    while (folder > 0 && path.at[folder - 1] != '/')
        folder--;
    Buf buf = { 0 };
    buf_add(&buf, text_slice(path, 0, folder));
    buf_add(&buf, name);
    buf_add_z(&buf, ".heng");
    return buf_text(&buf);
}

bool module_standard(Text name, ModuleText *found) {
    for (const struct StdlibFile *file = heng_stdlib; file->name; file++) {
        if (!text_same_name(text_of(file->name), name) && !text_same_name(text_of(file->also), name)) continue;
        Buf path = { 0 };
        buf_format(&path, "stdlib/%s.heng", file->name);
        found->path = buf_text(&path);
        found->text = (Text){ (const char *)file->bytes, file->length };
        found->standard = true;
        return true;
    }
    return false;
}

bool module_find(Diags *diags, Text path, Text name, Span span, ModuleText *found) {
    found->path = path_beside(path, name);
    found->standard = false;
    if (!text_is(found->path, path) && access(found->path.at, F_OK) == 0)
        return file_read(found->path, &found->text, diags, span);
    return module_standard(name, found);
}

Text module_suggest(Text name) {
    Text best = TEXT_NONE;
    int limit = text_runes(name) < 4 ? 2 : 3;
    for (const struct StdlibFile *file = heng_stdlib; file->name; file++) {
        for (int i = 0; i < 2; i++) {
            Text known = text_of(i == 0 ? file->name : file->also);
            int distance = known.length > 0 ? text_distance(known, name, limit - 1) : limit;
            if (distance >= limit) continue;
            limit = distance;
            best = known;
        }
    }
    return best;
}

/* Declared at the beginning of a line, as every method of the library is: KEYWORD NAME, or KEYWORD OTHER "NAME". */
static bool declares(Text source, const char *keyword, Text name) {
    Buf line = { 0 }, quoted = { 0 };
    buf_format(&line, "\n%s %.*s", keyword, TEXT_ARG(name));
    long at = text_find(source, buf_text(&line), 0);
    Text rest = at < 0 ? TEXT_NONE : text_slice(source, (size_t)at + line.length, source.length);
    if (rest.length > 0 && (rest.at[0] == ' ' || rest.at[0] == '(' || rest.at[0] == '\n')) return true;
    buf_format(&quoted, " \"%.*s\"", TEXT_ARG(name));
    for (at = text_find(source, buf_text(&quoted), 0); at > 0; at = text_find(source, buf_text(&quoted), (size_t)at + 1)) {
        size_t begin = (size_t)at;
        while (begin > 0 && source.at[begin - 1] != '\n')
            begin--;
        Text before = text_slice(source, begin, (size_t)at);
        if (text_begins(before, text_of(keyword)) && text_find(before, TEXT("\""), 0) < 0) return true;
    }
    return false;
}

bool module_that_has(Text text, Text *name) {
    static const char *const keywords[] = { "method", "方法", "levels", "档次", "function", "函数" };
    for (const struct StdlibFile *file = heng_stdlib; file->name; file++) {
        Text source = { (const char *)file->bytes, file->length };
        if (text_is_z(text_of(file->name), "prelude") || text_is_z(text_of(file->name), "known")) continue; /* no rules for use */
        for (size_t i = 0; i < sizeof keywords / sizeof *keywords; i++) {
            if (!declares(source, keywords[i], text)) continue;
            bool han = (text.at[0] & 0x80) != 0; /* asked for in Chinese, told in Chinese where it can be */
            *name = text_of(*file->also && ((file->also[0] & 0x80) != 0) == han ? file->also : file->name);
            return true;
        }
    }
    return false;
}
