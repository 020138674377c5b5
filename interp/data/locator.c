/* locator.c - from what a user names as a source to the files it means and what is in them. */
#include "data/locator.h"

#include <errno.h>
#include <fcntl.h>
#include <glob.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

#define BEGINNING ((size_t)1 << 12) /* bytes looked at to tell what a file is */
#define COPIED ((size_t)1 << 18)    /* bytes copied at a time */

/* ---- What a source's text says ---- */

static bool is_there(Text path) {
    struct stat about;
    bool can = path.length > 0 && !memchr(path.at, 0, path.length);
    return can && stat(text_copy(path).at, &about) == 0;
}

static int hex_digit(char c) {
    return c >= '0' && c <= '9'                 ? c - '0'
           : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10
                                                : -1;
}

/* Percent-encoding undone; a percent sign that begins none stays. */
static Text decode_percent(Text text) {
    Buf buf = { 0 };
    for (size_t i = 0; i < text.length; i++) {
        int high = -1, low = -1;
        if (text.at[i] == '%' && text.length - i > 2) {
            high = hex_digit(text.at[i + 1]);
            low = hex_digit(text.at[i + 2]);
        }
        bool encoded = high >= 0 && low >= 0;
        buf_char(&buf, (char)(encoded ? high << 4 | low : text.at[i]));
        i += encoded ? 2 : 0;
    }
    return buf_text(&buf);
}

static void report_option(Diags *diags, DiagId id, Text a, Text b) {
    const Text args[] = { a, b };
    Diag *found = diag_report(diags, id, SPAN_NONE, args, 2);
    diag_note(found, DIAG_HELP_SOURCE_OPTIONS, SPAN_NONE, NULL, 0);
}

static bool read_row_number(Text value, long *row) {
    *row = 0;
    for (size_t i = 0; i < value.length; i++) {
        if (value.at[i] < '0' || value.at[i] > '9' || *row > 100000000) {
            return false;
        }
        *row = 10 * *row + (value.at[i] - '0');
    }
    return *row > 0;
}

static bool set_option(Locator *locator, Text name, Text value, Text source, Diags *diags) {
    static const struct {
        const char *name;
        size_t place;
    } texts[] = {
        { "sheet", offsetof(Locator, sheet) },
        { "table", offsetof(Locator, table) },
        { "query", offsetof(Locator, query) },
    };
    bool header = text_is_z(name, "header");
    Text *place = NULL;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        if (text_is_z(name, texts[i].name)) {
            place = (Text *)((char *)locator + texts[i].place);
        }
    }
    if (!place && !header) {
        report_option(diags, DIAG_SOURCE_NO_OPTION, source, name);
        return false;
    }
    if (value.length == 0) {
        report_option(diags, DIAG_SOURCE_OPTION_EMPTY, source, name);
        return false;
    }
    if (header && !read_row_number(value, &locator->header)) {
        report_option(diags, DIAG_SOURCE_HEADER_ROW, value, source);
        return false;
    }
    if (place) {
        *place = value;
    }
    return true;
}

/* Where `text` has a '?' with `name=` behind it, or -1.  A pattern's '?' has none. */
static long find_options(Text text) {
    for (size_t i = 0; i < text.length; i++) {
        size_t end = i + 1;
        while (text.at[i] == '?' && end < text.length && text.at[end] >= 'a' &&
               text.at[end] <= 'z') {
            end++;
        }
        if (end > i + 1 && end < text.length && text.at[end] == '=') {
            return (long)i;
        }
    }
    return -1;
}

/* sheet=NAME&header=ROW.  An SQL query, which may have any sign in it, goes on to the end. */
static bool read_options(Locator *locator, Text options, Text source, Diags *diags) {
    for (size_t at = 0; at < options.length;) {
        long equals = text_find(options, TEXT("="), at);
        size_t name_end = equals < 0 ? options.length : (size_t)equals;
        Text name = text_slice(options, at, name_end);
        long and = text_is_z(name, "query") ? -1 : text_find(options, TEXT("&"), at);
        size_t end = and < 0 ? options.length : (size_t) and;
        size_t from = name_end < end ? name_end + 1 : end;
        name = text_slice(options, at, name_end < end ? name_end : end);
        if (!set_option(locator, name, decode_percent(text_slice(options, from, end)), source,
                        diags)) {
            return false;
        }
        at = end + 1;
    }
    return true;
}

/* ---- Files ---- */

static int compare_paths(const void *a, const void *b) {
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Adds every file, but no folder, that the path of `locator` matches. */
static bool add_matches(const Locator *locator, Diags *diags, LocatorList *list) {
    glob_t found = { 0 };
    int before = list->count;
    bool can = !memchr(locator->path.at, 0, locator->path.length);
    if (can && glob(text_copy(locator->path).at, GLOB_NOSORT | GLOB_MARK, NULL, &found) == 0) {
        qsort(found.gl_pathv, found.gl_pathc, sizeof *found.gl_pathv, compare_paths);
        for (size_t i = 0; i < found.gl_pathc; i++) {
            Text path = text_copy(text_of(found.gl_pathv[i]));
            if (!text_ends(path, TEXT("/"))) {
                Locator one = *locator;
                one.path = one.file = path;
                vec_push(list, one);
            }
        }
    }
    globfree(&found);
    if (list->count == before) {
        diag(diags, DIAG_PATTERN_NO_MATCH, SPAN_NONE, locator->path);
        return false;
    }
    return true;
}

static bool is_pattern(Text path) {
    for (size_t i = 0; i < path.length; i++) {
        if (strchr("*?[", path.at[i]) && path.at[i] != 0) {
            return true;
        }
    }
    return false;
}

bool locate(Text source, Diags *diags, LocatorList *list) {
    Locator locator = { .path = text_copy(source) };
    Text prefix = TEXT("sqlite:");
    if (text_begins(source, prefix) && !is_there(source)) {
        locator.database = true;
        locator.path = text_slice(locator.path, prefix.length, source.length);
    }
    long options = is_there(locator.path) ? -1 : find_options(locator.path);
    if (options >= 0) {
        Text all = locator.path;
        locator.path = text_copy(text_slice(all, 0, (size_t)options));
        if (!read_options(&locator, text_slice(all, (size_t)options + 1, all.length), source,
                          diags)) {
            return false;
        }
        Text decoded = decode_percent(locator.path);
        if (!is_there(locator.path) && is_there(decoded)) {
            locator.path = decoded;
        }
    }
    locator.file = locator.path;
    if (!is_there(locator.path) && is_pattern(locator.path)) {
        return add_matches(&locator, diags, list);
    }
    vec_push(list, locator);
    return true;
}

/* ---- What cannot be read twice ---- */

static void report_not_kept(Diags *diags, Text path, const char *folder, int error) {
    diag(diags, DIAG_INPUT_NOT_KEPT, SPAN_NONE, path, text_of(folder),
         text_of(strerrordesc_np(error)));
}

/* Copies all of `fd` to `copy`.  False after reporting. */
static bool copy_all(int fd, int copy, const Locator *locator, const char *folder, Diags *diags) {
    char *bytes = mem_leaf(COPIED);
    for (;;) {
        ssize_t got = read(fd, bytes, COPIED);
        if (got == 0) {
            return true;
        }
        if (got < 0 && errno != EINTR) {
            file_report_unread(diags, SPAN_NONE, locator->path, errno);
            return false;
        }
        for (ssize_t done = 0; done < got;) {
            ssize_t put = write(copy, bytes + done, (size_t)(got - done));
            if (put < 0 && errno != EINTR) {
                report_not_kept(diags, locator->path, folder, errno);
                return false;
            }
            done += put > 0 ? put : 0;
        }
    }
}

static Text descriptor_path(int fd) {
    Buf buf = { 0 };
    buf_format(&buf, "/dev/fd/%d", fd);
    return buf_text(&buf);
}

/* Puts a copy of what comes from `fd` into a file without a name, which lives as long as its descriptor: until
   the program ends, for a table may always be read once more. */
static bool keep_copy(int fd, Locator *locator, Diags *diags) {
    const char *folder = getenv("TMPDIR");
    folder = folder && *folder ? folder : "/tmp";
    Buf name = { 0 };
    buf_format(&name, "%s/heng-XXXXXX", folder);
    buf_text(&name);
    int copy = mkostemp(name.at, O_CLOEXEC);
    if (copy < 0) {
        report_not_kept(diags, locator->path, folder, errno);
        return false;
    }
    unlink(name.at);
    if (!copy_all(fd, copy, locator, folder, diags)) {
        close(copy);
        return false;
    }
    locator->file = descriptor_path(copy);
    return true;
}

bool locator_settle(Locator *locator, Diags *diags) {
    bool standard = text_is_z(locator->path, "-");
    int fd = standard ? STDIN_FILENO : file_open(locator->file, locator->path, diags);
    if (fd < 0) {
        return false;
    }
    struct stat about;
    bool good = true;
    bool plain = fstat(fd, &about) == 0 && S_ISREG(about.st_mode);
    if (plain && about.st_size == 0) { /* or is it made while it is read, as below /proc? */
        char byte;
        plain = pread(fd, &byte, 1, 0) == 0;
    }
    if (standard && plain && lseek(fd, 0, SEEK_CUR) == 0 && access("/dev/fd/0", R_OK) == 0) {
        int own = fcntl(fd, F_DUPFD_CLOEXEC, 0);
        locator->file = descriptor_path(own < 0 ? fd : own);
    } else if (standard || !plain) {
        good = keep_copy(fd, locator, diags);
    }
    if (!standard) {
        close(fd);
    }
    return good;
}

/* ---- What is in them ---- */

static Text extension_of(Text path) {
    for (size_t i = path.length; i > 0 && path.at[i - 1] != '/'; i--) {
        if (path.at[i - 1] == '.') {
            return text_slice(path, i, path.length);
        }
    }
    return TEXT("");
}

static bool is_one_of(Text extension, const char *const *names) {
    for (; *names; names++) {
        if (extension.length == strlen(*names) &&
            strncasecmp(extension.at, *names, extension.length) == 0) {
            return true;
        }
    }
    return false;
}

/* An array of objects or of arrays, or an object: nothing that a table with commas begins with. */
static bool looks_json(Text text) {
    char first = 0;
    size_t at = text_begins(text, TEXT("\xEF\xBB\xBF")) ? 3 : 0;
    for (; at < text.length; at++) {
        char c = text.at[at];
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            continue;
        }
        if (first) {
            return first == '[' ? c == '{' || c == '[' || c == ']' : c == '"' || c == '}';
        }
        if (c != '[' && c != '{') {
            return false;
        }
        first = c;
    }
    return false;
}

static Format format_of(const Locator *locator, Text beginning) {
    static const char *const json[] = { "json", "jsonl", "ndjson", NULL };
    static const char *const lines[] = { "csv", "tsv", "txt", NULL };
    static const char *const workbook[] = { "xlsx", "xlsm", "xltx", "xltm", NULL };
    static const char *const database[] = { "sqlite", "sqlite3", "db", "db3", NULL };
    Text extension = extension_of(locator->path);
    if (locator->database || text_begins(beginning, TEXT("SQLite format 3\0"))) {
        return FORMAT_SQLITE;
    }
    if (text_begins(beginning, TEXT("PK\3\4")) || text_begins(beginning, TEXT("PK\5\6"))) {
        return FORMAT_XLSX;
    }
    if (text_begins(beginning, TEXT("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"))) {
        return is_one_of(extension, workbook) ? FORMAT_LOCKED : FORMAT_XLS;
    }
    if (is_one_of(extension, json)) {
        return FORMAT_JSON;
    }
    if (is_one_of(extension, lines)) {
        return FORMAT_CSV;
    }
    if (is_one_of(extension, workbook)) {
        return FORMAT_XLSX;
    }
    if (is_one_of(extension, database)) {
        return FORMAT_SQLITE;
    }
    return looks_json(beginning) ? FORMAT_JSON
                                 : FORMAT_CSV; /* web sites hand out .xls that are lines */
}

/* An option the format does not have would be passed over without a word. */
static bool has_options(const Locator *locator, Format format, Diags *diags) {
    const struct {
        Text name;
        bool set, good;
    } options[] = {
        { TEXT("sheet"), locator->sheet.length > 0, format == FORMAT_XLSX },
        { TEXT("header"), locator->header > 0, format == FORMAT_XLSX },
        { TEXT("table"), locator->table.length > 0,
          format == FORMAT_SQLITE || format == FORMAT_JSON },
        { TEXT("query"), locator->query.length > 0, format == FORMAT_SQLITE },
    };
    for (size_t i = 0; i < sizeof options / sizeof *options; i++) {
        if (options[i].set && !options[i].good) {
            report_option(diags, DIAG_SOURCE_NO_OPTION, locator->path, options[i].name);
            return false;
        }
    }
    return true;
}

bool locator_format(const Locator *locator, Format *format, Diags *diags) {
    int fd = file_open(locator->file, locator->path, diags);
    if (fd < 0) {
        return false;
    }
    char *bytes = mem_leaf(BEGINNING);
    size_t length = 0;
    for (;;) {
        ssize_t got = read(fd, bytes + length, BEGINNING - length);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got <= 0) {
            int error = got < 0 ? errno : 0;
            close(fd);
            if (error) {
                file_report_unread(diags, SPAN_NONE, locator->path, error);
                return false;
            }
            break;
        }
        length += (size_t)got;
    }
    *format = format_of(locator, (Text){ bytes, length });
    return has_options(locator, *format, diags);
}
