/* xlsx_part.c - the parts of a workbook through libzip and expat.  Files come from anywhere: a part may be a
   bomb, cut short, or nested without end, and none of this may cost memory or pass for data. */
#include "data/xlsx_part.h"

#include <string.h>
#include <strings.h>

#define CHUNK (1 << 16)
#define TOKEN_MAX (1 << 20) /* bytes of one tag, and of what passes without an event */
#define DEPTH_MAX 200
#define BOMB_SIZE ((uint64_t)64 << 20) /* from here on the ratio is looked at */
#define BOMB_RATIO 300                 /* rows of a sheet pack 10 to 100 times */
#define ENTRIES_SEARCHED 4096          /* for names in another spelling */

Diag *xlsx_report(XlsxBook *book, DiagId id, long row, int column, const Text *args, int count) {
    return diag_data(book->diags, id, book->path, row, column, args, count);
}

static void damaged(XlsxBook *book, Text name, const char *cause) {
    xlsx_report(book, DIAG_XLSX_DAMAGED, 0, 0, (const Text[]){ name, text_of(cause) }, 2);
}

void xlsx_part_too_large(XlsxPart *part, const char *limit) {
    xlsx_report(part->book, DIAG_XLSX_TOO_LARGE, 0, 0, (const Text[]){ part->name, text_of(limit) },
                2);
    xlsx_part_fail(part);
}

/* ---- The archive ---- */

static bool same_spelling(const char *entry, Text name) {
    entry += *entry == '/' || *entry == '\\';
    for (size_t i = 0; i < name.length; i++) {
        char c = entry[i] == '\\' ? '/' : entry[i];
        if (c == 0 || strncasecmp(&c, name.at + i, 1) != 0) {
            return false;
        }
    }
    return entry[name.length] == 0;
}

zip_int64_t xlsx_part_find(const XlsxBook *book, Text name) {
    zip_int64_t index = zip_name_locate(book->zip, name.at, ZIP_FL_ENC_GUESS);
    zip_int64_t count = zip_get_num_entries(book->zip, 0);
    for (zip_int64_t i = 0; index < 0 && i < count && i < ENTRIES_SEARCHED; i++) {
        const char *entry = zip_get_name(book->zip, (zip_uint64_t)i, ZIP_FL_ENC_GUESS);
        index = entry && same_spelling(entry, name) ? i : -1;
    }
    return index;
}

static zip_file_t *open_entry(XlsxBook *book, Text name, uint64_t *size, uint64_t *packed) {
    zip_int64_t index = xlsx_part_find(book, name);
    if (index < 0) {
        xlsx_report(book, DIAG_XLSX_NO_PART, 0, 0, &name, 1);
        return NULL;
    }
    zip_stat_t stat;
    zip_file_t *file = NULL;
    if (zip_stat_index(book->zip, (zip_uint64_t)index, 0, &stat) == 0) {
        *size = stat.valid & ZIP_STAT_SIZE ? stat.size : 0;
        *packed = stat.valid & ZIP_STAT_COMP_SIZE ? stat.comp_size : 0;
        file = zip_fopen_index(book->zip, (zip_uint64_t)index, 0);
    }
    if (!file) {
        damaged(book, name, zip_strerror(book->zip));
    }
    return file;
}

static bool is_bomb(uint64_t read, uint64_t packed) {
    return read > BOMB_SIZE && read / BOMB_RATIO > packed;
}

/* ---- Events ---- */

static const char *local(const char *name) {
    const char *colon = strchr(name, ':');
    return colon ? colon + 1 : name;
}

static void on_start(void *data, const XML_Char *name, const XML_Char **attributes) {
    XlsxPart *part = data;
    part->quiet = 0;
    if (part->failed) {
        return;
    }
    if (++part->depth > DEPTH_MAX) {
        xlsx_part_too_large(part, "200 levels");
        return;
    }
    part->handlers->start(part, part->user, local(name), attributes);
}

static void on_end(void *data, const XML_Char *name) {
    XlsxPart *part = data;
    part->quiet = 0;
    if (!part->failed) {
        part->handlers->end(part, part->user, local(name));
        part->depth--;
    }
}

static void on_text(void *data, const XML_Char *at, int length) {
    XlsxPart *part = data;
    part->quiet = 0;
    if (!part->failed) {
        part->handlers->text(part, part->user, (Text){ at, (size_t)length });
    }
}

/* No workbook declares a document type; entities that grow without end need one. */
static void on_doctype(void *data, const XML_Char *name, const XML_Char *system,
                       const XML_Char *public, int has_subset) {
    (void)name, (void)system, (void)public, (void)has_subset;
    XlsxPart *part = data;
    xlsx_report(part->book, DIAG_XLSX_DOCTYPE, 0, 0, &part->name, 1);
    xlsx_part_fail(part);
}

void xlsx_part_pause(XlsxPart *part) {
    XML_StopParser(part->parser, XML_TRUE);
}

void xlsx_part_fail(XlsxPart *part) {
    part->failed = true;
    XML_StopParser(part->parser, XML_FALSE);
}

const char *xlsx_attribute(const char **attributes, const char *name) {
    for (; *attributes; attributes += 2) {
        if (strcmp(local(attributes[0]), name) == 0) {
            return attributes[1];
        }
    }
    return NULL;
}

bool xlsx_is_true(const char *value) {
    return value && (strcmp(value, "1") == 0 || strcasecmp(value, "true") == 0);
}

/* ---- Reading ---- */

XlsxPart *xlsx_part_open(XlsxBook *book, Text name, const XlsxHandlers *handlers, void *user) {
    uint64_t size = 0, packed = 0;
    zip_file_t *file = open_entry(book, name, &size, &packed);
    if (!file) {
        return NULL;
    }
    XlsxPart *part = mem_root(sizeof *part);
    *part = (XlsxPart){ .book = book,
                        .name = name,
                        .file = file,
                        .handlers = handlers,
                        .user = user,
                        .size = size,
                        .packed = packed,
                        .parser = XML_ParserCreate(NULL) };
    if (!part->parser) {
        damaged(book, name, "no memory");
        xlsx_part_close(part);
        return NULL;
    }
    XML_SetUserData(part->parser, part);
    XML_SetElementHandler(part->parser, on_start, on_end);
    XML_SetCharacterDataHandler(part->parser, on_text);
    XML_SetStartDoctypeDeclHandler(part->parser, on_doctype);
    return part;
}

void xlsx_part_close(XlsxPart *part) {
    if (part) {
        zip_fclose(part->file);
        if (part->parser) {
            XML_ParserFree(part->parser);
        }
        mem_unroot(part);
    }
}

static void report_xml(XlsxPart *part) {
    Buf line = { 0 };
    buf_format(&line, "%lu", (unsigned long)XML_GetCurrentLineNumber(part->parser));
    const char *cause = XML_ErrorString(XML_GetErrorCode(part->parser));
    const Text args[] = { part->name, buf_text(&line), text_of(cause) };
    xlsx_report(part->book, DIAG_XLSX_XML, 0, 0, args, 3);
}

static enum XML_Status read_chunk(XlsxPart *part) {
    void *chunk = XML_GetBuffer(part->parser, CHUNK);
    zip_int64_t length = chunk ? zip_fread(part->file, chunk, CHUNK) : -1;
    if (length < 0) {
        damaged(part->book, part->name, zip_file_strerror(part->file));
        part->failed = true;
        return XML_STATUS_ERROR;
    }
    part->read += (uint64_t)length;
    part->quiet += (size_t)length;
    if (part->quiet > TOKEN_MAX + CHUNK || is_bomb(part->read, part->packed)) {
        xlsx_part_too_large(part, part->quiet > TOKEN_MAX ? "1 MiB" : "300 × ZIP");
        return XML_STATUS_ERROR;
    }
    part->last = length == 0;
    return XML_ParseBuffer(part->parser, (int)length, part->last);
}

int xlsx_part_run(XlsxPart *part) {
    XML_ParsingStatus state;
    for (;;) {
        if (part->failed) {
            return -1;
        }
        XML_GetParsingStatus(part->parser, &state);
        if (state.parsing == XML_FINISHED) {
            return 0;
        }
        enum XML_Status status =
            state.parsing == XML_SUSPENDED ? XML_ResumeParser(part->parser) : read_chunk(part);
        if (part->failed) {
            return -1;
        }
        if (status == XML_STATUS_SUSPENDED) {
            return 1;
        }
        if (status == XML_STATUS_ERROR) {
            report_xml(part);
            part->failed = true;
        }
    }
}

bool xlsx_part_all(XlsxBook *book, Text name, const XlsxHandlers *handlers, void *user) {
    XlsxPart *part = xlsx_part_open(book, name, handlers, user);
    bool good = part && xlsx_part_run(part) == 0;
    xlsx_part_close(part);
    return good;
}

int xlsx_part_contains(XlsxBook *book, Text name, const char *word) {
    uint64_t size = 0, packed = 0, all = 0;
    zip_file_t *file = open_entry(book, name, &size, &packed);
    if (!file) {
        return -1;
    }
    size_t length = strlen(word), kept = 0;
    char *bytes = mem_leaf(CHUNK + length);
    bool found = false;
    zip_int64_t got;
    while ((got = zip_fread(file, bytes + kept, CHUNK)) > 0 && !is_bomb(all, packed)) {
        size_t have = kept + (size_t)got;
        /* UTF-16 hides the word: the parser will have to look */
        found =
            found ||
            (all == 0 && (have < 2 || !bytes[0] || !bytes[1] || (unsigned char)bytes[0] >= 0xFE)) ||
            memmem(bytes, have, word, length);
        kept = have < length - 1 ? have : length - 1;
        memmove(bytes, bytes + have - kept, kept);
        all += (uint64_t)got;
    }
    if (got < 0) {
        damaged(book, name, zip_file_strerror(file));
    } else if (got > 0) {
        xlsx_report(book, DIAG_XLSX_TOO_LARGE, 0, 0, (const Text[]){ name, TEXT("300 × ZIP") }, 2);
    }
    zip_fclose(file);
    return got != 0 ? -1 : found;
}

/* ---- Escapes ---- */

static bool read_escape(Text text, size_t at, uint32_t *unit) {
    if (at + 7 > text.length || text.at[at] != '_' || text.at[at + 1] != 'x' ||
        text.at[at + 6] != '_') {
        return false;
    }
    *unit = 0;
    for (size_t i = at + 2; i < at + 6; i++) {
        char c = text.at[i];
        int digit = c >= '0' && c <= '9'   ? c - '0'
                    : c >= 'a' && c <= 'f' ? c - 'a' + 10
                    : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                           : -1;
        if (digit < 0) {
            return false;
        }
        *unit = *unit << 4 | (uint32_t)digit;
    }
    return true;
}

void xlsx_unescape(Buf *buf, size_t from) {
    if (buf->length == from || !memmem(buf->at + from, buf->length - from, "_x", 2)) {
        return;
    }
    Text text = text_copy((Text){ buf->at + from, buf->length - from });
    buf->length = from;
    for (size_t at = 0; at < text.length;) {
        uint32_t unit, low;
        if (!read_escape(text, at, &unit) || unit == 0) { /* no text of ours has a NUL */
            buf_char(buf, text.at[at++]);
        } else if (unit < 0xD800 || unit > 0xDFFF) {
            buf_rune(buf, unit);
            at += 7;
        } else if (unit < 0xDC00 && read_escape(text, at + 7, &low) && low >= 0xDC00 &&
                   low <= 0xDFFF) {
            buf_rune(buf, 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00));
            at += 14;
        } else { /* half a pair */
            buf_char(buf, text.at[at++]);
        }
    }
}
