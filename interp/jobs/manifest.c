/* manifest.c - the evidence of a run: made, written, found again in a report, and held against another. */
#include "jobs/manifest.h"

#include <string.h>

#include <yajl/yajl_parse.h>

#include "base/file.h"
#include "base/version.h"
#include "jobs/manifest_json.h"
#include "jobs/rule_files.h"

#define MANIFEST_VERSION 1
#define DEPTH_MAX 1000
#define DIGEST_LENGTH 64
#define CHUNK ((size_t)1 << 20)

/* ---- made ---- */

/* As JSON will have it: a path may be any bytes, and what is read back has to be the same text. */
static Text clean(Text text) {
    size_t bad;
    Buf buf = { 0 };
    int length;
    if (!text.at || text_is_utf8(text, &bad)) return text;
    for (size_t at = 0; at < text.length; at += (size_t)length)
        buf_rune(&buf, text_rune(text, at, &length));
    return buf_text(&buf);
}

static bool has_file(const Manifest *manifest, const RuleFile *file) {
    for (int i = 0; i < manifest->rules.count; i++)
        if (text_is(manifest->rules.at[i].path, clean(file->path)) && text_is(manifest->rules.at[i].digest, file->digest))
            return true;
    return false;
}

void manifest_of(const Replay *replay, Manifest *manifest) {
    int count;
    const FormsFile *data = replay_files(replay, &count);
    *manifest = (Manifest){ .program_version = TEXT(HENG_VERSION), .results_digest = replay->results_digest,
                            .forms = replay->form_count, .rows = replay->row_count, .partial = replay->interrupted };
    for (int i = 0; i < replay->arguments.count; i++)
        vec_push(&manifest->arguments, clean(replay->arguments.at[i]));
    for (int i = 0; i < replay->program_count; i++) {
        RuleFiles files = { 0 };
        rule_files(replay->programs[i], &files);
        for (int k = 0; k < files.count; k++) { /* versions share their modules */
            ManifestFile file = { clean(files.at[k].path), files.at[k].digest, -1 };
            if (!has_file(manifest, &files.at[k])) vec_push(&manifest->rules, file);
        }
    }
    for (int i = 0; i < count; i++) {
        ManifestFile file = { clean(data[i].path), data[i].digest, data[i].rows };
        vec_push(&manifest->data, file);
    }
    for (int i = 0; i < FINDING_COUNT; i++)
        manifest->findings += replay->findings[i];
}

/* ---- written ---- */

static void write_text(Json *json, const char *name, Text text) {
    json_name(json, name);
    if (text.at)
        json_text(json, text);
    else
        json_null(json);
}

static void write_count(Json *json, const char *name, long count) {
    json_name(json, name);
    json_int(json, count);
}

static void write_files(Json *json, const char *name, const ManifestFile *files, int count) {
    json_name(json, name);
    json_array(json);
    for (int i = 0; i < count; i++) {
        json_object(json);
        write_text(json, "path", files[i].path);
        write_text(json, "sha256", files[i].digest.length ? files[i].digest : TEXT_NONE);
        if (files[i].rows >= 0) write_count(json, "rows", files[i].rows);
        json_end_object(json);
    }
    json_end_array(json);
}

void manifest_json(Json *json, const Manifest *manifest) {
    json_object(json);
    write_count(json, "heng_manifest", MANIFEST_VERSION);
    write_text(json, "program", manifest->program_version);
    json_name(json, "arguments");
    json_array(json);
    for (int i = 0; i < manifest->arguments.count; i++)
        json_text(json, manifest->arguments.at[i]);
    json_end_array(json);
    write_files(json, "rules", manifest->rules.at, manifest->rules.count);
    write_files(json, "data", manifest->data.at, manifest->data.count);
    write_text(json, "results", manifest->results_digest.length ? manifest->results_digest : TEXT_NONE);
    write_count(json, "forms", manifest->forms);
    write_count(json, "rows", manifest->rows);
    write_count(json, "findings", manifest->findings);
    json_name(json, "partial");
    json_bool(json, manifest->partial);
    json_end_object(json);
}

void manifest_write(Buf *out, const Replay *replay) {
    Manifest manifest;
    Buf plain = { 0 };
    Json json = json_begin(&plain, false);
    manifest_of(replay, &manifest);
    manifest_json(&json, &manifest);
    for (size_t i = 0; i < plain.length; i++) {
        if (plain.at[i] == '<')
            buf_add_z(out, "\\u003c"); /* a path with "</script>" in it may not end the element it stands in */
        else
            buf_char(out, plain.at[i]);
    }
    buf_char(out, '\n');
}

/* ---- found again ---- */

/* The members of a manifest, of which each has to be there once. */
typedef enum Field {
    FIELD_VERSION, FIELD_PROGRAM, FIELD_ARGUMENTS, FIELD_RULES, FIELD_DATA, FIELD_RESULTS, FIELD_FORMS, FIELD_ROWS,
    FIELD_FINDINGS, FIELD_PARTIAL, FIELD_COUNT
} Field;

static const char *const members[FIELD_COUNT] = {
    "heng_manifest", "program", "arguments", "rules", "data", "results", "forms", "rows", "findings", "partial",
};

/* What is written in a file of rules or data. */
enum { FILE_PATH = 1, FILE_DIGEST = 2, FILE_ROWS = 4 };

/* Reads by events, so that a report around the manifest costs no memory.  A manifest is the outermost object, or its
   member "manifest"; until that comes the outermost is taken for one. */
typedef struct Reader {
    Manifest manifest;
    int depth;          /* objects and arrays open */
    int base;           /* depth of the manifest's members */
    bool nested, done;  /* it is a member; it has ended */
    bool entering;      /* behind the name "manifest" of the outermost object */
    Field member;      /* whose value comes, FIELD_COUNT: of none */
    unsigned seen, wrong; /* members there; those that are not what they should be */
    long version;
    ManifestFile file;  /* being read */
    unsigned file_seen;
    unsigned file_next; /* FILE_PATH …: whose value comes, 0: of none */
} Reader;

static void start(Reader *reader, int base) {
    reader->manifest = (Manifest){ 0 };
    reader->base = base;
    reader->member = FIELD_COUNT;
    reader->seen = reader->wrong = 0;
    reader->version = 0;
    reader->file_next = 0;
}

static void mark_wrong(Reader *reader) {
    if (reader->member < FIELD_COUNT) reader->wrong |= 1u << reader->member;
}

static bool inside(const Reader *reader) {
    return !reader->done && reader->depth >= reader->base;
}

static bool in_files(const Reader *reader) {
    return inside(reader) && reader->depth == reader->base + 2 && (reader->member == FIELD_RULES || reader->member == FIELD_DATA);
}

static bool is_digest(Text text) {
    if (text.length != DIGEST_LENGTH) return false;
    for (size_t i = 0; i < text.length; i++)
        if (!(text.at[i] >= '0' && text.at[i] <= '9') && !(text.at[i] >= 'a' && text.at[i] <= 'f')) return false;
    return true;
}

static void take_text(Reader *reader, Text text) {
    Manifest *manifest = &reader->manifest;
    if (!inside(reader)) return;
    int level = reader->depth - reader->base;
    if (level == 0 && reader->member == FIELD_PROGRAM)
        manifest->program_version = text_copy(text);
    else if (level == 0 && reader->member == FIELD_RESULTS && is_digest(text))
        manifest->results_digest = text_copy(text);
    else if (level == 1 && reader->member == FIELD_ARGUMENTS)
        vec_push(&manifest->arguments, text_copy(text));
    else if (in_files(reader) && reader->file_next == FILE_PATH)
        reader->file.path = text_copy(text);
    else if (in_files(reader) && reader->file_next == FILE_DIGEST && is_digest(text))
        reader->file.digest = text_copy(text);
    else if (level < 2 || (in_files(reader) && reader->file_next))
        mark_wrong(reader);
}

/* A count: digits alone, and few enough for any machine. */
static bool read_count(Text text, long *count) {
    long value = 0;
    if (text.length == 0 || text.length > 18) return false;
    for (size_t i = 0; i < text.length; i++) {
        if (text.at[i] < '0' || text.at[i] > '9') return false;
        value = 10 * value + (text.at[i] - '0');
    }
    *count = value;
    return true;
}

static void take_number(Reader *reader, Text text) {
    Manifest *manifest = &reader->manifest;
    long *const counts[FIELD_COUNT] = {
        [FIELD_VERSION] = &reader->version, [FIELD_FORMS] = &manifest->forms,
        [FIELD_ROWS] = &manifest->rows,     [FIELD_FINDINGS] = &manifest->findings,
    };
    if (!inside(reader)) return;
    int level = reader->depth - reader->base;
    if (level == 0 && reader->member < FIELD_COUNT && counts[reader->member]) {
        if (!read_count(text, counts[reader->member])) mark_wrong(reader);
    } else if (in_files(reader) && reader->file_next == FILE_ROWS) {
        if (!read_count(text, &reader->file.rows)) mark_wrong(reader);
    } else if (level < 2 || (in_files(reader) && reader->file_next)) {
        mark_wrong(reader);
    }
}

/* Behind each value of the outermost levels. */
static int after_value(Reader *reader) {
    reader->entering = false;
    if (inside(reader) && reader->depth == reader->base) reader->member = FIELD_COUNT;
    reader->file_next = 0;
    return 1;
}

static int on_null(void *data) {
    Reader *reader = data;
    bool digest = inside(reader) && ((reader->depth == reader->base && reader->member == FIELD_RESULTS) ||
                                     (in_files(reader) && reader->file_next == FILE_DIGEST));
    if (!digest && inside(reader) && reader->depth - reader->base <= 2) mark_wrong(reader);
    return after_value(reader);
}

static int on_boolean(void *data, int value) {
    Reader *reader = data;
    if (inside(reader) && reader->depth == reader->base && reader->member == FIELD_PARTIAL)
        reader->manifest.partial = value != 0;
    else if (inside(reader) && reader->depth - reader->base <= 2)
        mark_wrong(reader);
    return after_value(reader);
}

static int on_number(void *data, const char *text, size_t length) {
    take_number(data, (Text){ text, length });
    return after_value(data);
}

static int on_string(void *data, const unsigned char *text, size_t length) {
    take_text(data, (Text){ (const char *)text, length });
    return after_value(data);
}

/* Inside an object or array: what stands before it is not the value that a path or digest should have. */
static int before_values(Reader *reader) {
    if (reader->file_next) mark_wrong(reader);
    reader->entering = false;
    reader->file_next = 0;
    return 1;
}

static int begin_object(void *data) {
    Reader *reader = data;
    if (++reader->depth > DEPTH_MAX) return 0;
    if (reader->entering) {
        start(reader, reader->depth);
        reader->nested = true;
    } else if (reader->depth == 1 && !reader->done) {
        start(reader, 1);
    } else if (in_files(reader)) {
        reader->file = (ManifestFile){ .rows = -1 };
        reader->file_seen = 0;
    } else if (inside(reader) && reader->depth - reader->base <= 2) {
        mark_wrong(reader);
    }
    return before_values(reader);
}

static void name_member(Reader *reader, Text name) {
    reader->member = FIELD_COUNT;
    for (int i = 0; i < FIELD_COUNT; i++) {
        if (!text_is_z(name, members[i])) continue;
        reader->member = (Field)i;
        if (reader->seen & 1u << i) mark_wrong(reader);
        reader->seen |= 1u << i;
    }
}

static int on_name(void *data, const unsigned char *text, size_t length) {
    Reader *reader = data;
    Text name = { (const char *)text, length };
    if (!inside(reader)) return 1;
    if (reader->depth == reader->base) {
        name_member(reader, name);
        reader->entering = !reader->nested && text_is(name, TEXT("manifest"));
    } else if (in_files(reader)) {
        reader->file_next = text_is(name, TEXT("path")) ? FILE_PATH : text_is(name, TEXT("sha256")) ? FILE_DIGEST
                          : text_is(name, TEXT("rows")) ? FILE_ROWS : 0;
        if (reader->file_seen & reader->file_next) mark_wrong(reader);
        reader->file_seen |= reader->file_next;
    }
    return 1;
}

static void end_file(Reader *reader) {
    bool data = reader->member == FIELD_DATA;
    unsigned needed = FILE_PATH | FILE_DIGEST | (data ? FILE_ROWS : 0);
    if ((reader->file_seen & needed) != needed || (!data && reader->file_seen & FILE_ROWS)) mark_wrong(reader);
    if (data)
        vec_push(&reader->manifest.data, reader->file);
    else
        vec_push(&reader->manifest.rules, reader->file);
}

static int end_nest(Reader *reader) {
    if (inside(reader) && reader->depth == reader->base && (reader->nested || reader->seen & 1u << FIELD_VERSION)) reader->done = true;
    reader->depth--;
    return after_value(reader);
}

static int end_object(void *data) {
    Reader *reader = data;
    if (in_files(reader)) end_file(reader);
    return end_nest(reader);
}

static int begin_array(void *data) {
    Reader *reader = data;
    bool list = reader->member == FIELD_ARGUMENTS || reader->member == FIELD_RULES || reader->member == FIELD_DATA;
    if (inside(reader) && reader->depth - reader->base <= 2 && !(list && reader->depth == reader->base)) mark_wrong(reader);
    before_values(reader);
    return ++reader->depth <= DEPTH_MAX;
}

static int end_array(void *data) {
    return end_nest(data);
}

static const yajl_callbacks callbacks = {
    .yajl_null = on_null, .yajl_boolean = on_boolean, .yajl_number = on_number, .yajl_string = on_string,
    .yajl_start_map = begin_object, .yajl_map_key = on_name, .yajl_end_map = end_object,
    .yajl_start_array = begin_array, .yajl_end_array = end_array,
};

/* False where it is no JSON; *at then is the offset.  `reader` lies on the stack, so that the collector sees what only
   it points to. */
static bool parse(Text bytes, Reader *reader, size_t *at) {
    yajl_handle handle = yajl_alloc(&callbacks, NULL, reader);
    yajl_config(handle, yajl_allow_multiple_values, 1);
    yajl_status status = yajl_status_ok;
    size_t from = 0;
    while (status == yajl_status_ok && from < bytes.length) {
        size_t length = bytes.length - from < CHUNK ? bytes.length - from : CHUNK;
        status = yajl_parse(handle, (const unsigned char *)bytes.at + from, length);
        *at = from + yajl_get_bytes_consumed(handle);
        from += length;
    }
    if (status == yajl_status_ok) {
        status = yajl_complete_parse(handle);
        *at = bytes.length;
    }
    yajl_free(handle);
    return status == yajl_status_ok;
}

/* The text of the element with the id heng-manifest. */
static bool cut_html(Text *bytes) {
    long id = text_find(*bytes, TEXT("id=\"heng-manifest\""), 0);
    long begin = id < 0 ? -1 : text_find(*bytes, TEXT(">"), (size_t)id);
    long end = begin < 0 ? -1 : text_find(*bytes, TEXT("</script"), (size_t)begin);
    if (end < 0) return false;
    *bytes = text_slice(*bytes, (size_t)begin + 1, (size_t)end);
    return true;
}

static bool report_none(Text path, Diags *diags) {
    diag_also(diag(diags, DIAG_MANIFEST_NONE, SPAN_NONE, path), DIAG_HELP_MANIFEST, SPAN_NONE, TEXT(""));
    return false;
}

static Text number_text(long number) {
    Buf buf = { 0 };
    buf_format(&buf, "%ld", number);
    return buf_text(&buf);
}

static bool report_damaged(Text path, Text all, Text bytes, size_t at, Diags *diags) {
    long line = 1;
    at += (size_t)(bytes.at - all.at);
    for (size_t i = 0; i < at && i < all.length; i++)
        line += all.at[i] == '\n';
    diag(diags, DIAG_MANIFEST_NOT_JSON, SPAN_NONE, path, number_text(line));
    return false;
}

static bool take_manifest(Text path, const Reader *reader, Manifest *manifest, Diags *diags) {
    if (!reader->done || !(reader->seen & 1u << FIELD_VERSION)) return report_none(path, diags);
    if (reader->version != MANIFEST_VERSION) {
        diag(diags, DIAG_MANIFEST_NEWER, SPAN_NONE, path, number_text(reader->version));
        return false;
    }
    for (int i = 0; i < FIELD_COUNT; i++) {
        if (reader->seen & 1u << i && !(reader->wrong & 1u << i)) continue;
        diag(diags, DIAG_MANIFEST_MEMBER, SPAN_NONE, path, text_of(members[i]));
        return false;
    }
    *manifest = reader->manifest;
    return true;
}

bool manifest_read(Text path, Manifest *manifest, Diags *diags) {
    Text bytes, all;
    size_t at = 0;
    if (text_ends(path, TEXT(".csv"))) {
        Buf beside = { 0 };
        buf_add(&beside, path);
        buf_add_z(&beside, ".manifest.json");
        path = buf_text(&beside);
    }
    if (!file_read(path, &all, diags, SPAN_NONE)) return false;
    bytes = text_begins(all, TEXT("\xEF\xBB\xBF")) ? text_slice(all, 3, all.length) : all;
    while (bytes.length > 0 && memchr(" \t\r\n", bytes.at[0], 4))
        bytes = text_slice(bytes, 1, bytes.length);
    if (text_begins(bytes, TEXT("<")) && !cut_html(&bytes)) return report_none(path, diags);
    if (!text_begins(bytes, TEXT("{")) && !text_begins(text_trim(bytes), TEXT("{"))) return report_none(path, diags);
    Reader reader = { .member = FIELD_COUNT };
    if (!parse(bytes, &reader, &at)) return report_damaged(path, all, bytes, at, diags);
    return take_manifest(path, &reader, manifest, diags);
}

/* ---- held against another ---- */

typedef struct Compare {
    Lang lang;
    TextList *list;
} Compare;

/* {0} {1} {2} in the sentence of the language. */
static void tell(const Compare *compare, const char *en, const char *zh, Text a, Text b, Text c) {
    Text values[] = { a, b, c };
    vec_push(compare->list, text_fill(text_of(compare->lang == LANG_ZH ? zh : en), values, 3));
}

static Text some(const Compare *compare, Text text) {
    return text.length ? text : compare->lang == LANG_ZH ? TEXT("（未知）") : TEXT("(not known)");
}

/* As much of a digest as people compare. */
static Text short_digest(const Compare *compare, Text digest) {
    Buf buf = { 0 };
    if (digest.length < DIGEST_LENGTH) return some(compare, digest);
    buf_add(&buf, text_slice(digest, 0, 12));
    buf_add_z(&buf, "…");
    return buf_text(&buf);
}

static bool same_text(Text a, Text b) {
    return a.length == b.length && (a.length == 0 || text_is(a, b));
}

static Text join(const Manifest *manifest) {
    Buf buf = { 0 };
    for (int i = 0; i < manifest->arguments.count; i++) {
        Text word = manifest->arguments.at[i];
        bool quotes = word.length == 0 || text_find(word, TEXT(" "), 0) >= 0;
        if (i > 0) buf_char(&buf, ' ');
        if (quotes) buf_char(&buf, '\'');
        buf_add(&buf, word);
        if (quotes) buf_char(&buf, '\'');
    }
    return buf_text(&buf);
}

static bool same_arguments(const Manifest *a, const Manifest *b) {
    if (a->arguments.count != b->arguments.count) return false;
    for (int i = 0; i < a->arguments.count; i++)
        if (!text_is(a->arguments.at[i], b->arguments.at[i])) return false;
    return true;
}

typedef struct Files {
    const ManifestFile *at;
    int count;
} Files;

static bool same_files(Files a, Files b) {
    if (a.count != b.count) return false;
    for (int i = 0; i < a.count; i++)
        if (!text_is(a.at[i].path, b.at[i].path) || !same_text(a.at[i].digest, b.at[i].digest) || a.at[i].rows != b.at[i].rows)
            return false;
    return true;
}

/* The file of `files` that stands for files.at[index] of the other run: by its path - the how manieth of that name -
   else, where that says nothing, by its content; or NULL. */
static const ManifestFile *twin(Files own, int index, Files files) {
    const ManifestFile *file = &own.at[index];
    int same = 0;
    for (int i = 0; i < index; i++)
        same += text_is(own.at[i].path, file->path);
    for (int i = 0; i < files.count; i++)
        if (text_is(files.at[i].path, file->path) && same-- == 0) return &files.at[i];
    return NULL;
}

static const ManifestFile *same_content(const ManifestFile *file, Files files, Files own) {
    if (file->digest.length == 0) return NULL;
    for (int i = 0; i < files.count; i++)
        if (same_text(files.at[i].digest, file->digest) && !twin(files, i, own)) return &files.at[i];
    return NULL;
}

static void compare_file(const Compare *compare, const ManifestFile *was, const ManifestFile *is) {
    if (!same_text(was->digest, is->digest))
        tell(compare, "'{0}' has changed: {1} before, {2} now", "“{0}”已改变：原为 {1}，现为 {2}", is->path,
             short_digest(compare, was->digest), short_digest(compare, is->digest));
    if (was->rows != is->rows)
        tell(compare, "'{0}' had {1} rows, now {2}", "“{0}”原有 {1} 行，现有 {2} 行", is->path, number_text(was->rows),
             number_text(is->rows));
}

static void compare_files(const Compare *compare, Files before, Files now, bool data) {
    int told = compare->list->count;
    for (int i = 0; i < before.count; i++) {
        const ManifestFile *was = &before.at[i], *is = twin(before, i, now);
        if (is)
            compare_file(compare, was, is);
        else if ((is = same_content(was, now, before)) != NULL)
            tell(compare, "'{0}' is now called '{1}', with the same content", "“{0}”现名“{1}”，内容相同", was->path, is->path, TEXT(""));
        else if (data)
            tell(compare, "the data '{0}' is no longer there", "数据“{0}”已不在其中", was->path, TEXT(""), TEXT(""));
        else
            tell(compare, "the rule file '{0}' is no longer there", "规则文件“{0}”已不在其中", was->path, TEXT(""), TEXT(""));
    }
    for (int i = 0; i < now.count; i++) {
        const ManifestFile *is = &now.at[i];
        if (twin(now, i, before) || same_content(is, before, now)) continue;
        if (data)
            tell(compare, "the data '{0}' is new", "数据“{0}”是新的", is->path, TEXT(""), TEXT(""));
        else
            tell(compare, "the rule file '{0}' is new", "规则文件“{0}”是新的", is->path, TEXT(""), TEXT(""));
    }
    if (compare->list->count > told || same_files(before, now)) return;
    if (data)
        tell(compare, "the data come in another order", "数据的顺序不同", TEXT(""), TEXT(""), TEXT(""));
    else
        tell(compare, "the rule files come in another order", "规则文件的顺序不同", TEXT(""), TEXT(""), TEXT(""));
}

static void compare_count(const Compare *compare, const char *en, const char *zh, long before, long now) {
    if (before != now) tell(compare, en, zh, number_text(before), number_text(now), TEXT(""));
}

void manifest_compare(const Manifest *before, const Manifest *now, Lang lang, TextList *differences) {
    const Compare the = { lang, differences }, *compare = &the;
    if (!same_text(before->program_version, now->program_version))
        tell(compare, "heng was version {0}, now {1}", "heng 原为版本 {0}，现为 {1}", some(compare, before->program_version),
             some(compare, now->program_version), TEXT(""));
    if (!same_arguments(before, now))
        tell(compare, "the command line was `{0}`, now `{1}`", "命令行原为 `{0}`，现为 `{1}`", join(before), join(now), TEXT(""));
    compare_files(compare, (Files){ before->rules.at, before->rules.count }, (Files){ now->rules.at, now->rules.count }, false);
    compare_files(compare, (Files){ before->data.at, before->data.count }, (Files){ now->data.at, now->data.count }, true);
    if (before->partial != now->partial)
        tell(compare, before->partial ? "the run before was interrupted" : "this run was interrupted",
             before->partial ? "前一次运行被中断" : "本次运行被中断", TEXT(""), TEXT(""), TEXT(""));
    compare_count(compare, "forms: {0} before, {1} now", "表单数：原为 {0}，现为 {1}", before->forms, now->forms);
    compare_count(compare, "rows: {0} before, {1} now", "行数：原为 {0}，现为 {1}", before->rows, now->rows);
    compare_count(compare, "findings: {0} before, {1} now", "问题数：原为 {0}，现为 {1}", before->findings, now->findings);
    if (same_text(before->results_digest, now->results_digest)) return;
    tell(compare, "the results differ: {0} before, {1} now", "结果不同：原为 {0}，现为 {1}",
         short_digest(compare, before->results_digest), short_digest(compare, now->results_digest), TEXT(""));
}
