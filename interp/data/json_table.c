/* json_table.c - rows of JSON.  A file holds records: the elements of the array at its top, or the objects at its
   top, one or many (JSON lines).  A member of a record is a cell, a member of an object in it too ("target.text").
   An array of objects in it is a list: its elements are rows, and the members of the objects around them are
   repeated on each, which is how forms come:

       [{"form": 7, "unit": {"name": "甲"}, "entries": [{"id": "a1", "actual": 90.0}, {"id": "a2", "actual": "5 场"}]}]

       form | unit.name | id | actual      the table "entries"
       7    | 甲        | a1 | 90.0
       7    | 甲        | a2 | 5 场

   Each list that holds no further list is a table, named by its member; without lists the records are the table.
   An object without elements in its list is a row as well, so that nothing is lost.  A column is named by the
   members that lead to it from its row's or surrounding object; where an outer object has one of that name, the
   list's own goes in front: "entries.name".

   The file is read twice: once to learn its members (the shape), then for rows, piece by piece.  A piece ends
   behind a '}', so it completes one row at most and nothing piles up.  Only where an object has members behind its
   list do rows wait for them, and then for no more than the end of one record. */
#include "data/reader.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>
#include <yajl/yajl_parse.h>

#include "base/digest.h"
#include "base/file.h"
#include "data/decimal.h"
#include "data/encoding.h"
#include "data/keyset.h"

#define CHUNK ((size_t)1 << 16)
#define DEPTH_MAX 64
#define COLUMNS_MAX 16384
#define NODES_MAX 65536 /* members of any kind */
#define TOKEN_MAX                                                                                  \
    ((size_t)1 << 24) /* bytes of one text: an open quote must not swallow a large file */
#define SHOWN 20      /* characters of a value quoted in a message */

/* A place in the shape: a member of the object at `parent`, or the elements of the array there. */
typedef struct Node {
    int parent;
    Text key;
    bool element;
    int list; /* the element node whose objects it is a member of; an element node: itself */
    bool
        scalar; /* has been a cell; `blank`: one with nothing in it; `nested`: an object or a list */
    bool blank, nested;
} Node;

typedef struct SparseCell {
    int node;
    size_t begin, end; /* in its instance's bytes, which may move */
} SparseCell;

/* A record, or an element of a list, while it is read or waits. */
typedef struct Instance Instance;
struct Instance {
    Instance *outer;
    int node;
    long number;
    VEC(SparseCell) cells;
    Buf bytes;
    bool damaged;
    bool listed; /* an element of a list in it has begun */
};

typedef struct Shape {
    Text path, file;
    VEC(Node) nodes; /* 0: the records */
    int *slots;      /* hash of parent and key to node + 1, 0: free */
    size_t slot_count;
    Instance *only; /* the file is one object: its own members, which stand on every row */
    bool late;      /* an object other than that has members behind its list */
    bool lines;     /* JSON lines: rows are numbered by line */
    struct stat about;
    Text digest;
} Shape;

typedef enum FrameKind {
    FRAME_TOP,
    FRAME_RECORDS,
    FRAME_OBJECT,
    FRAME_ARRAY,
    FRAME_SKIP
} FrameKind;

typedef struct Frame {
    FrameKind kind;
    int node;
    int member;  /* FRAME_OBJECT: of the key read last; -1: its value is passed over */
    long serial; /* FRAME_OBJECT: tells its members from those of the object before */
    bool begins; /* FRAME_OBJECT: it is `instance`; else an object within it */
    int count;   /* FRAME_ARRAY: elements so far */
    bool list;   /* FRAME_ARRAY: they are objects */
    Instance *instance;
} Frame;

typedef struct Ready {
    Instance *instance; /* NULL: a damaged row that is no object */
    long number;
    bool damaged;
} Ready;

/* One pass over the file.  It lies in a root block: yajl holds the only other pointer to it. */
typedef struct Pass {
    Shape *shape;
    yajl_handle handle;
    int fd;
    char *chunk; /* malloc'd */
    size_t at, length, room;
    uint64_t offset; /* of the chunk in the file */
    bool started, ended;

    size_t counted; /* up to where `line` and `column` count, in the chunk */
    const char *piece;
    bool single; /* it has one '}' at most */
    long line, column;
    int escape; /* bytes of a \u escape seen; see half_character */
    unsigned code, high;

    Frame frames[DEPTH_MAX + 1];
    int depth;
    bool event;   /* since the piece began */
    size_t quiet; /* bytes without one */
    long serial;
    long *stamps; /* of a node: the serial of the object that had it last */
    size_t stamp_count;
    Instance *spare[DEPTH_MAX + 2];
    int instances; /* open ones */
    Buf joined;    /* the scalars of an array */
    Buf number;
    long values; /* at the top */
    bool record_array, late_record;
    DiagId stop; /* why a callback ended the reading; DIAG_COUNT: none */
    Text told;

    struct JsonTable *json; /* NULL in the first pass */
} Pass;

/* A table of the file. */
typedef struct JsonTable {
    Table *table;
    Shape *shape;
    int node;     /* the list whose elements are its rows */
    int *columns; /* of each node, or -1 */
    bool *chain;  /* of each node: a list that holds its rows */
    Pass *pass;   /* NULL before the first row and after the last */
    bool ended;
    long position;      /* rows so far */
    VEC(Ready) waiting; /* for the end of their record */
    VEC(Ready) ready;
    int given;
    Cell *cells;
    VEC(int) filled;
    double share;
} JsonTable;

/* ---- The shape ---- */

static uint64_t hash_of(int parent, Text key, bool element) {
    return text_hash(key) + (uint64_t)(2 * parent + element + 1) * 0x9E3779B97F4A7C15u;
}

static int *slot_of(const Shape *shape, int parent, Text key, bool element) {
    size_t mask = shape->slot_count - 1;
    uint64_t hash = hash_of(parent, key, element);
    size_t at = (size_t)(hash ^ hash >> 32) & mask;
    for (; shape->slots[at] > 0; at = (at + 1) & mask) {
        const Node *node = &shape->nodes.at[shape->slots[at] - 1];
        if (node->parent == parent && node->element == element && text_is(node->key, key)) {
            break;
        }
    }
    return &shape->slots[at];
}

static int add_node(Shape *shape, int parent, Text key, bool element) {
    Node node = { .parent = parent, .key = text_copy(key), .element = element };
    node.list = element ? shape->nodes.count : shape->nodes.at[parent].list;
    vec_push(&shape->nodes, node);
    if ((size_t)shape->nodes.count * 2 > shape->slot_count) {
        shape->slot_count *= 2;
        shape->slots = mem_leaf(shape->slot_count * sizeof *shape->slots);
        for (int i = 1; i < shape->nodes.count; i++) {
            const Node *old = &shape->nodes.at[i];
            *slot_of(shape, old->parent, old->key, old->element) = i + 1;
        }
    } else {
        *slot_of(shape, parent, node.key, element) = shape->nodes.count;
    }
    return shape->nodes.count - 1;
}

static Shape *new_shape(const Locator *locator) {
    Shape *shape = MEM_NEW(Shape);
    shape->path = text_copy(locator->path);
    shape->file = text_copy(locator->file);
    shape->slot_count = 64;
    shape->slots = mem_leaf(shape->slot_count * sizeof *shape->slots);
    Node records = { .parent = -1, .element = true };
    vec_push(&shape->nodes, records);
    return shape;
}

static bool stop(Pass *pass, DiagId id, Text told) {
    pass->stop = id;
    pass->told = told;
    return false;
}

static Text number_text(long number) {
    Buf buf = { 0 };
    buf_format(&buf, "%ld", number);
    return buf_text(&buf);
}

/* The node of that key; in the first pass made where it is new.  -1 after `stop`. */
static int node_of(Pass *pass, int parent, Text key, bool element) {
    int node = *slot_of(pass->shape, parent, key, element) - 1;
    if (node >= 0) {
        return node;
    }
    if (pass->json) {
        stop(pass, DIAG_FILE_CHANGED, pass->shape->path);
        return -1;
    }
    if (pass->shape->nodes.count == NODES_MAX) {
        stop(pass, DIAG_JSON_TOO_WIDE, number_text(NODES_MAX));
        return -1;
    }
    return add_node(pass->shape, parent, key, element);
}

/* ---- Records and elements ---- */

static bool is_only(const Pass *pass, const Instance *instance) {
    return pass->json && pass->shape->only && !instance->outer;
}

static void report(Pass *pass, DiagId id, long row, const Text *args, int count) {
    diag_data(pass->json->table->diags, id, pass->shape->path, row, 0, args, count);
}

/* What is learnt of an object behind its list comes too late for rows already given. */
static void note_late(Pass *pass, const Instance *instance) {
    if (instance->listed && !instance->outer && !pass->record_array) {
        pass->late_record = true;
    } else if (instance->listed) {
        pass->shape->late = true;
    }
}

static void damage(Pass *pass, Instance *instance, DiagId id, const Text *args, int count) {
    note_late(pass, instance);
    instance->damaged = true;
    if (pass->json) {
        report(pass, id, instance->number, args, count);
    }
}

/* The beginning of a value or key, as a message shows it. */
static Text shown(Text text) {
    size_t at = 0;
    for (int i = 0; i < SHOWN && at < text.length; i++) {
        int length;
        text_rune(text, at, &length);
        at += (size_t)length;
    }
    Buf buf = { 0 };
    buf_add(&buf, text_slice(text, 0, at));
    buf_add_z(&buf, at < text.length ? "…" : "");
    return buf_text(&buf);
}

static void set_cell(Pass *pass, Instance *instance, int member, Text text) {
    Node *node = &pass->shape->nodes.at[member];
    if (text.length > 0 && memchr(text.at, 0, text.length)) {
        damage(pass, instance, DIAG_ROW_NUL, NULL, 0);
        text = TEXT("");
    } else if (!text_is_utf8(text, NULL)) {
        const Text args[] = { TEXT("UTF-8") };
        damage(pass, instance, DIAG_ROW_NOT_TEXT, args, 1);
        text = TEXT("");
    }
    if (!pass->json) {
        note_late(pass, instance);
        node->scalar = node->scalar || text.length > 0;
        node->blank = true;
    }
    bool wanted = pass->json ? !is_only(pass, instance) && pass->json->columns[member] >= 0
                             : !instance->outer && !pass->record_array;
    if (wanted && text.length > 0) {
        SparseCell cell = { member, instance->bytes.length, instance->bytes.length + text.length };
        buf_add(&instance->bytes, text);
        vec_push(&instance->cells, cell);
    }
}

static Instance *begin_instance(Pass *pass, Instance *outer, int node) {
    Instance **spare = &pass->spare[pass->instances++];
    bool waits = pass->json && (pass->shape->late || !pass->single);
    Instance *instance = waits || !*spare ? MEM_NEW(Instance) : *spare;
    *spare = instance;
    instance->outer = outer;
    instance->node = node;
    instance->cells.count = 0;
    instance->bytes.length = 0;
    instance->damaged = instance->listed = false;
    if (is_only(pass, instance)) {
        *instance = *pass->shape->only;
        instance->listed = false;
    }
    if (pass->json) {
        instance->number = pass->shape->lines ? pass->line : pass->json->position + 1;
    }
    for (; outer && !outer->listed; outer = outer->outer) {
        outer->listed = true;
    }
    return instance;
}

static bool inside_damaged(const Instance *instance) {
    for (const Instance *outer = instance->outer; outer; outer = outer->outer) {
        if (outer->damaged) {
            return true;
        }
    }
    return false;
}

static void emit(Pass *pass, Instance *instance, long number, bool damaged) {
    JsonTable *json = pass->json;
    Ready row = { instance, number, damaged };
    bool counted = damaged && instance && instance->listed; /* by its elements */
    json->position += !counted;
    if (pass->shape->late) {
        vec_push(&json->waiting, row);
    } else if (!instance || !inside_damaged(instance)) {
        vec_push(&json->ready, row);
    }
}

/* The record, or the element of the file's only object, is complete: its rows may go. */
static void release(JsonTable *json) {
    for (int i = 0; i < json->waiting.count; i++) {
        Instance *instance = json->waiting.at[i].instance;
        if (!instance || !inside_damaged(instance)) {
            vec_push(&json->ready, json->waiting.at[i]);
        }
    }
    json->waiting.count = 0;
}

static void end_instance(Pass *pass, Instance *instance) {
    pass->instances--;
    if (!pass->json) {
        if (!instance->outer && !pass->record_array) {
            pass->shape->only = instance;
        }
        return;
    }
    if (instance->node == pass->json->node || instance->damaged || !instance->listed) {
        emit(pass, instance, instance->number, instance->damaged);
    }
    if (!instance->outer || is_only(pass, instance->outer)) {
        release(pass->json);
    }
}

/* ---- What yajl tells ---- */

static Frame *top(Pass *pass) {
    return &pass->frames[pass->depth];
}

static bool push(Pass *pass, Frame frame) {
    if (pass->depth == DEPTH_MAX) {
        return stop(pass, DIAG_JSON_TOO_DEEP, number_text(DEPTH_MAX));
    }
    pass->frames[++pass->depth] = frame;
    return true;
}

static bool skip(Pass *pass) {
    return push(pass, (Frame){ .kind = FRAME_SKIP });
}

/* Line and column go on to byte `to` of the piece. */
static void count_lines(Pass *pass, size_t to) {
    const char *at = pass->piece + pass->counted, *end = pass->piece + to;
    const char *line_end;
    while (at < end && (line_end = memchr(at, '\n', (size_t)(end - at)))) {
        pass->line++;
        pass->column = 0;
        at = line_end + 1;
    }
    for (; at < end; at++) {
        pass->column += ((unsigned char)*at & 0xC0) != 0x80;
    }
    pass->counted = to;
}

/* A value that is no object stands where a record should: a damaged row. */
static void no_record(Pass *pass, Text value) {
    if (!pass->json) {
        return;
    }
    JsonTable *json = pass->json;
    count_lines(pass, yajl_get_bytes_consumed(pass->handle));
    long number = pass->shape->lines ? pass->line : json->position + 1;
    const Text args[] = { shown(value) };
    report(pass, DIAG_JSON_ROW_NOT_OBJECT, number, args, 1);
    emit(pass, NULL, number, true);
    release(json);
}

static void mixed(Pass *pass, const Frame *frame) {
    const Text args[] = { pass->shape->nodes.at[frame->node].key };
    damage(pass, frame->instance, DIAG_JSON_MIXED, args, 1);
}

static bool take(Pass *pass, Text text) {
    Frame *frame = top(pass);
    pass->event = true;
    switch (frame->kind) {
    case FRAME_TOP:
        pass->values++;
        no_record(pass, text);
        break;
    case FRAME_RECORDS:
        no_record(pass, text);
        break;
    case FRAME_OBJECT:
        if (frame->member >= 0) {
            set_cell(pass, frame->instance, frame->member, text);
        }
        break;
    case FRAME_ARRAY:
        if (frame->list) {
            mixed(pass, frame);
            break;
        }
        buf_add_z(&pass->joined, frame->count++ > 0 ? "、" : "");
        buf_add(&pass->joined, text);
        break;
    case FRAME_SKIP:
        break;
    }
    return true;
}

static int on_null(void *data) {
    return take(data, TEXT(""));
}

static int on_boolean(void *data, int holds) {
    return take(data, holds ? TEXT("true") : TEXT("false"));
}

static int on_number(void *data, const char *text, size_t length) {
    Pass *pass = data;
    pass->number.length = 0;
    decimal_expand(&pass->number, (Text){ text, length });
    return take(pass, buf_text(&pass->number));
}

static int on_string(void *data, const unsigned char *text, size_t length) {
    return take(data, (Text){ (const char *)text, length });
}

static int on_key(void *data, const unsigned char *text, size_t length) {
    Pass *pass = data;
    Frame *frame = top(pass);
    pass->event = true;
    if (frame->kind == FRAME_SKIP) {
        return true;
    }
    Text key = { (const char *)text, length };
    int node = node_of(pass, frame->node, key, false);
    if (node < 0) {
        return false;
    }
    if ((size_t)node >= pass->stamp_count) {
        size_t count = 2 * (size_t)node + 64;
        long *stamps = mem_leaf(count * sizeof *stamps);
        memcpy(stamps, pass->stamps, pass->stamp_count * sizeof *stamps);
        pass->stamps = stamps;
        pass->stamp_count = count;
    }
    frame->member = node;
    if (pass->stamps[node] == frame->serial) {
        const Text args[] = { shown(key) };
        damage(pass, frame->instance, DIAG_JSON_KEY_TWICE, args, 1);
        frame->member = -1;
    }
    pass->stamps[node] = frame->serial;
    return true;
}

static bool begin_object(Pass *pass, int node, Instance *instance, bool begins) {
    return push(pass, (Frame){ .kind = FRAME_OBJECT,
                               .node = node,
                               .member = -1,
                               .serial = ++pass->serial,
                               .begins = begins,
                               .instance = instance });
}

/* An object that is a record or an element of a list. */
static bool begin_element(Pass *pass, Instance *outer, int node) {
    if (pass->json && !pass->json->chain[node]) {
        return skip(pass); /* another table's */
    }
    if (pass->json && pass->shape->lines) {
        count_lines(pass, yajl_get_bytes_consumed(pass->handle));
    }
    return begin_object(pass, node, begin_instance(pass, outer, node), true);
}

static int on_begin_object(void *data) {
    Pass *pass = data;
    Frame *frame = top(pass);
    pass->event = true;
    switch (frame->kind) {
    case FRAME_TOP:
        pass->values++;
        pass->record_array = false;
        return begin_element(pass, NULL, 0);
    case FRAME_RECORDS:
        return begin_element(pass, NULL, 0);
    case FRAME_OBJECT:
        if (frame->member < 0) {
            return skip(pass);
        }
        pass->shape->nodes.at[frame->member].nested = true;
        return begin_object(pass, frame->member, frame->instance, false);
    case FRAME_ARRAY:
        if (frame->count > 0 && !frame->list) {
            mixed(pass, frame);
            return skip(pass);
        }
        frame->count++;
        frame->list = true;
        pass->shape->nodes.at[frame->node].nested = true;
        int node = node_of(pass, frame->node, TEXT(""), true);
        return node >= 0 && begin_element(pass, frame->instance, node);
    case FRAME_SKIP:
        return skip(pass);
    }
    return false;
}

static int on_end_object(void *data) {
    Pass *pass = data;
    Frame *frame = top(pass);
    pass->event = true;
    pass->depth--;
    if (frame->kind == FRAME_OBJECT && frame->begins) {
        end_instance(pass, frame->instance);
    }
    return true;
}

static int on_begin_array(void *data) {
    Pass *pass = data;
    Frame *frame = top(pass);
    pass->event = true;
    switch (frame->kind) {
    case FRAME_TOP:
        pass->values++;
        pass->record_array = true;
        return push(pass, (Frame){ .kind = FRAME_RECORDS });
    case FRAME_RECORDS:
        no_record(pass, TEXT("["));
        return skip(pass);
    case FRAME_OBJECT:
        if (frame->member < 0) {
            return skip(pass);
        }
        pass->joined.length = 0;
        return push(
            pass,
            (Frame){ .kind = FRAME_ARRAY, .node = frame->member, .instance = frame->instance });
    case FRAME_ARRAY: {
        const Text args[] = { pass->shape->nodes.at[frame->node].key };
        damage(pass, frame->instance, DIAG_JSON_NESTED, args, 1);
        return skip(pass);
    }
    case FRAME_SKIP:
        return skip(pass);
    }
    return false;
}

static int on_end_array(void *data) {
    Pass *pass = data;
    Frame *frame = top(pass);
    pass->event = true;
    pass->depth--;
    if (frame->kind == FRAME_ARRAY && !frame->list) {
        set_cell(pass, frame->instance, frame->node, buf_text(&pass->joined));
    }
    return true;
}

static const yajl_callbacks callbacks = {
    .yajl_null = on_null,
    .yajl_boolean = on_boolean,
    .yajl_number = on_number,
    .yajl_string = on_string,
    .yajl_start_map = on_begin_object,
    .yajl_map_key = on_key,
    .yajl_end_map = on_end_object,
    .yajl_start_array = on_begin_array,
    .yajl_end_array = on_end_array,
};

/* ---- A pass over the file ---- */

static bool same_file(const struct stat *a, const struct stat *b) {
    return a->st_dev == b->st_dev && a->st_ino == b->st_ino && a->st_size == b->st_size &&
           a->st_mtim.tv_sec == b->st_mtim.tv_sec && a->st_mtim.tv_nsec == b->st_mtim.tv_nsec;
}

/* Opens the shape's file, which in a later pass has to be the same one.  -1 after reporting. */
static int open_file(Shape *shape, bool again, Diags *diags) {
    int fd;
    do {
        fd = open(text_copy(shape->file).at, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    } while (fd < 0 && errno == EINTR);
    struct stat about;
    if (fd < 0 || fstat(fd, &about) < 0) {
        file_report_unread(diags, SPAN_NONE, shape->path, errno);
    } else if (!S_ISREG(about.st_mode)) { /* a pipe cannot be read twice */
        file_report_unread(diags, SPAN_NONE, shape->path, S_ISDIR(about.st_mode) ? EISDIR : ESPIPE);
    } else if (again && !same_file(&about, &shape->about)) {
        diag_data(diags, DIAG_FILE_CHANGED, shape->path, 0, 0, &shape->path, 1);
    } else {
        shape->about = about;
        return fd;
    }
    if (fd >= 0) {
        close(fd);
    }
    return -1;
}

static void end_pass(Pass *pass) {
    yajl_free(pass->handle);
    close(pass->fd);
    free(pass->chunk);
    mem_unroot(pass);
}

/* Memory has run out: told, and the program ended, where it always is. */
static void run_out(void) {
    mem_leaf(SIZE_MAX / 2);
}

static char *new_chunk(size_t room) {
    char *chunk = malloc(room);
    if (!chunk) {
        run_out();
    }
    return chunk;
}

/* NULL after reporting. */
static Pass *begin_pass(Shape *shape, JsonTable *json, Diags *diags) {
    int fd = open_file(shape, json != NULL, diags);
    if (fd < 0) {
        return NULL;
    }
    Pass *pass = mem_root(sizeof *pass);
    pass->shape = shape;
    pass->json = json;
    pass->fd = fd;
    pass->room = CHUNK;
    pass->chunk = new_chunk(pass->room);
    pass->handle = yajl_alloc(&callbacks, NULL, pass);
    if (!pass->handle) {
        run_out();
    }
    yajl_config(pass->handle, yajl_allow_multiple_values, 1);
    pass->line = 1;
    pass->stop = DIAG_COUNT;
    pass->stamp_count = (size_t)shape->nodes.count;
    pass->stamps = mem_leaf(pass->stamp_count * sizeof *pass->stamps);
    return pass;
}

/* Reads the next chunk; false at the end or after `stop`. */
static bool read_chunk(Pass *pass) {
    pass->offset += pass->length;
    pass->at = pass->length = 0;
    if (pass->quiet >= pass->room && pass->room < TOKEN_MAX) {
        /* yajl begins a text anew with every piece: longer ones keep that from growing with the square */
        free(pass->chunk);
        pass->room *= 2;
        pass->chunk = new_chunk(pass->room);
    }
    while (pass->length < pass->room) {
        ssize_t got = read(pass->fd, pass->chunk + pass->length, pass->room - pass->length);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            return stop(pass, DIAG_FILE_UNREADABLE, text_of(strerrordesc_np(errno)));
        }
        if (got == 0) {
            break;
        }
        pass->length += (size_t)got;
    }
    return pass->length > 0;
}

/* What comes first tells another encoding. */
static bool begin_text(Pass *pass) {
    Text bytes = { pass->chunk, pass->length };
    size_t mark;
    bool doubtful;
    Survey seen = { 0 };
    Encoding encoding = encoding_of_mark(bytes, &mark);
    survey_add(&seen, bytes);
    if (mark == 0) {
        encoding = encoding_guess(&seen, bytes, bytes.length, &doubtful);
        if (doubtful) {
            encoding = ENCODING_GB18030;
        }
    }
    if (encoding != ENCODING_UTF8) {
        return stop(pass, DIAG_JSON_ENCODING, encoding_name(encoding));
    }
    pass->at = text_begins(bytes, TEXT("\xEF\xBB\xBF")) ? 3 : 0;
    return true;
}

static int hex_of(char c) {
    return c >= '0' && c <= '9'                 ? c - '0'
           : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10
                                                : 16;
}

/* Where in `piece` half a character is written, \uD83D without \uDE00 behind it, which yajl would turn into '?';
   its length where there is none. */
static size_t half_character(Pass *pass, Text piece) {
    for (size_t i = 0; i < piece.length; i++) {
        if (pass->escape == 0 && pass->high == 0) {
            const char *found = memchr(piece.at + i, '\\', piece.length - i);
            if (!found) {
                break;
            }
            i = (size_t)(found - piece.at);
        }
        char c = piece.at[i];
        if (pass->escape < 2) {
            bool begins = pass->escape == 0 ? c == '\\' : c == 'u';
            if (!begins && pass->high) {
                return i;
            }
            pass->escape = begins ? pass->escape + 1 : 0;
            pass->code = 0;
            continue;
        }
        pass->code =
            pass->code * 16 + (unsigned)hex_of(c) % 16; /* what is not hexadecimal yajl refuses */
        if (++pass->escape < 6) {
            continue;
        }
        pass->escape = 0;
        bool low = (pass->code & 0xFC00) == 0xDC00;
        if (low != (pass->high != 0)) {
            return i;
        }
        pass->high = (pass->code & 0xFC00) == 0xD800 ? pass->code : 0;
    }
    return piece.length;
}

/* Where it breaks: byte `at` of the piece, and the character there. */
static void stop_at(Pass *pass, DiagId id, Text piece, size_t at) {
    int length;
    for (size_t back = 1; back <= 3 && back <= at; back++) { /* to the beginning of the character */
        text_rune(piece, at - back, &length);
        if ((size_t)length > back) {
            at -= back;
            break;
        }
    }
    uint32_t rune = text_rune(piece, at, &length);
    bool wrong = rune == 0xFFFD && length == 1;
    count_lines(pass, at);
    pass->column++;
    stop(pass, wrong ? DIAG_JSON_NOT_UTF8 : id,
         text_copy(text_slice(piece, at, at + (size_t)length)));
}

/* Hands one piece to yajl.  False after `stop`. */
static bool feed(Pass *pass, Text piece) {
    pass->piece = piece.at;
    pass->counted = 0;
    pass->event = false;
    size_t half = half_character(pass, piece);
    yajl_status status = yajl_parse(pass->handle, (const unsigned char *)piece.at, half);
    if (status != yajl_status_ok) {
        size_t used = yajl_get_bytes_consumed(pass->handle);
        if (pass->stop != DIAG_COUNT) {
            count_lines(pass, used);
            return false;
        }
        /* yajl's place is behind what it could not take, or before bytes that are no characters */
        size_t at = used > 0 && used <= piece.length ? used - 1 : 0, bad;
        bool wrong = used < piece.length && (unsigned char)piece.at[used] >= 0x80 &&
                     !text_is_utf8(text_slice(piece, used, piece.length), &bad) && bad == 0;
        stop_at(pass, DIAG_JSON_BROKEN, piece, wrong ? used : at);
        return false;
    }
    if (half < piece.length) {
        stop_at(pass, DIAG_JSON_HALF_CHARACTER, piece, half);
        return false;
    }
    count_lines(pass, piece.length);
    pass->quiet = pass->event ? 0 : pass->quiet + piece.length;
    if (pass->quiet > TOKEN_MAX) {
        return stop(pass, DIAG_JSON_TEXT_LONG, number_text((long)(TOKEN_MAX >> 20)));
    }
    return true;
}

/* The next piece: up to a '}' where rows are wanted, else all there is.  False at the end or after `stop`. */
static bool step(Pass *pass) {
    if (pass->at == pass->length && !read_chunk(pass)) {
        pass->piece = " ";
        pass->counted = 0;
        if (pass->stop == DIAG_COUNT && pass->values > 0 &&
            (yajl_complete_parse(pass->handle) != yajl_status_ok || pass->depth > 0)) {
            stop(pass, DIAG_JSON_CUT, TEXT(""));
            pass->column++;
        }
        return false;
    }
    if (!pass->started) {
        pass->started = true;
        if (!begin_text(pass)) {
            return false;
        }
    }
    const char *begin = pass->chunk + pass->at, *end = pass->chunk + pass->length;
    if (pass->json &&
        (size_t)(end - begin) > pass->quiet) { /* for the same reason: a text may be full of them */
        const char *from = begin + pass->quiet;
        const char *brace = memchr(from, '}', (size_t)(end - from));
        end = brace ? brace + 1 : end;
    }
    pass->single = pass->quiet == 0;
    pass->at = (size_t)(end - pass->chunk);
    return feed(pass, (Text){ begin, (size_t)(end - begin) });
}

static void report_stop(const Pass *pass, Diags *diags) {
    bool whole = pass->stop == DIAG_JSON_ENCODING || pass->stop == DIAG_FILE_CHANGED ||
                 pass->stop == DIAG_FILE_UNREADABLE;
    const Text args[] = { pass->stop == DIAG_FILE_UNREADABLE ? pass->shape->path : pass->told,
                          pass->told };
    Diag *told = diag_data(diags, pass->stop, pass->shape->path, whole ? 0 : pass->line,
                           whole ? 0 : (int)pass->column, args, 2);
    if (pass->stop == DIAG_JSON_ENCODING) {
        diag_note(told, DIAG_SAVE_AS_UTF8, SPAN_NONE, NULL, 0);
    }
}

/* ---- Rows ---- */

static bool fill_row(JsonTable *json, const Ready *ready, Row *row) {
    for (int i = 0; i < json->filled.count; i++) {
        json->cells[json->filled.at[i]].text = TEXT("");
    }
    json->filled.count = 0;
    bool blank = true;
    for (const Instance *instance = ready->instance; instance; instance = instance->outer) {
        for (int i = 0; i < instance->cells.count; i++) {
            const SparseCell *cell = &instance->cells.at[i];
            int column = json->columns[cell->node];
            if (column >= 0) {
                Text text = text_slice(buf_text(&instance->bytes), cell->begin, cell->end);
                json->cells[column].text = text;
                vec_push(&json->filled, column);
                blank = blank && text_is_blank(text);
            }
        }
    }
    row->count = json->table->width;
    row->cells = json->cells;
    return !blank;
}

/* After the last row; the file and the parser go at once. */
static void finish(JsonTable *json) {
    json->ended = true;
    json->share = 1;
    if (json->pass) {
        end_pass(json->pass);
        json->pass = NULL;
    }
}

static int json_next(Table *table, Row *row) {
    JsonTable *json = table->source;
    for (;;) {
        while (json->given < json->ready.count) {
            Ready ready = json->ready.at[json->given++];
            *row = (Row){ .number = ready.number };
            if (ready.damaged) {
                return -1;
            }
            if (fill_row(json, &ready, row)) {
                return 1;
            }
        }
        json->given = json->ready.count = 0;
        if (json->ended) {
            return 0;
        }
        if (!json->pass && !(json->pass = begin_pass(json->shape, json, table->diags))) {
            *row = (Row){ 0 };
            finish(json);
            return -1;
        }
        if (step(json->pass)) {
            continue;
        }
        *row = (Row){ .number = json->pass->line };
        bool broken = json->pass->stop != DIAG_COUNT;
        if (broken) {
            report_stop(json->pass, table->diags);
        }
        finish(json);
        if (broken) {
            /* what a piece gave before it broke still comes first */
            Ready damaged = { NULL, row->number, true };
            vec_push(&json->ready, damaged);
        }
    }
}

static bool json_rewind(Table *table) {
    JsonTable *json = table->source;
    finish(json);
    json->ended = false;
    json->share = 0;
    json->position = 0;
    json->waiting.count = json->ready.count = json->given = 0;
    json->pass = begin_pass(json->shape, json, table->diags);
    json->ended = !json->pass;
    return json->pass;
}

static double json_progress(const Table *table) {
    const JsonTable *json = table->source;
    if (!json->pass || json->shape->about.st_size <= 0) {
        return json->share;
    }
    return (double)(json->pass->offset + json->pass->at) / (double)json->shape->about.st_size;
}

static Text json_digest(const Table *table) {
    const JsonTable *json = table->source;
    return json->shape->digest;
}

static void json_close(Table *table) {
    finish(table->source);
}

static const Reader reader = { .next = json_next,
                               .digest = json_digest,
                               .rewind = json_rewind,
                               .progress = json_progress,
                               .close = json_close };

/* ---- The tables ---- */

static bool is_lines_name(Text path) {
    static const char *const ends[] = { ".jsonl", ".ndjson" };
    for (int i = 0; i < 2; i++) {
        size_t length = strlen(ends[i]);
        if (path.length >= length &&
            strncasecmp(path.at + path.length - length, ends[i], length) == 0) {
            return true;
        }
    }
    return false;
}

/* The first pass; its stop is told in *pass, whose end is the caller's.  NULL after reporting. */
static Pass *learn(Shape *shape, Diags *diags) {
    Pass *pass = begin_pass(shape, NULL, diags);
    if (!pass) {
        return NULL;
    }
    Digest *digest = digest_new();
    bool more;
    do {
        more = step(pass);
        digest_add(digest, (Text){ pass->chunk, pass->length });
    } while (more);
    DiagId why = pass->stop;
    while (why != DIAG_COUNT && why != DIAG_FILE_UNREADABLE && read_chunk(pass)) {
        digest_add(digest, (Text){ pass->chunk, pass->length }); /* of all of it, broken or not */
    }
    shape->digest = digest_hex(digest);
    if (pass->values != 1 || pass->record_array) {
        shape->only = NULL;
        shape->late = shape->late || pass->late_record;
    }
    shape->lines = is_lines_name(shape->path) || pass->values > 1;
    return pass;
}

/* Members that lead from the list's object to `node`: "target.text". */
static void add_path(const Shape *shape, int node, Buf *out) {
    const Node *here = &shape->nodes.at[node];
    if (here->parent >= 0 && !shape->nodes.at[here->parent].element) {
        add_path(shape, here->parent, out);
        buf_char(out, '.');
    }
    for (size_t at = 0; at < here->key.length;) {
        int length;
        uint32_t rune = text_rune(here->key, at, &length);
        buf_rune(out, rune ? rune : 0xFFFD);
        at += (size_t)length;
    }
}

static Text path_of(const Shape *shape, int node) {
    Buf buf = { 0 };
    add_path(shape, node, &buf);
    return buf_text(&buf);
}

/* The member whose array the elements of `list` are in; -1 of the records. */
static int member_of(const Shape *shape, int list) {
    return shape->nodes.at[list].parent;
}

static int outer_list(const Shape *shape, int list) {
    int member = member_of(shape, list);
    return member < 0 ? -1 : shape->nodes.at[member].list;
}

static bool is_column(const Node *node) {
    return !node->element && (node->scalar || (node->blank && !node->nested));
}

/* Names the columns in order of first appearance.  The lists around a row are gone through from the outermost,
   so that an inner name that was there is known. */
static int name_columns(JsonTable *json, Text **names) {
    const Shape *shape = json->shape;
    VEC(int) lists = { 0 };
    for (int list = json->node; list >= 0; list = outer_list(shape, list)) {
        vec_push(&lists, list);
    }
    Text *of_node = MEM_ARRAY(Text, shape->nodes.count);
    KeySet *known = keyset_new();
    for (int i = lists.count - 1; i >= 0; i--) {
        json->chain[lists.at[i]] = true;
        for (int node = 0; node < shape->nodes.count; node++) {
            if (shape->nodes.at[node].list != lists.at[i] || !is_column(&shape->nodes.at[node])) {
                continue;
            }
            Text name = path_of(shape, node);
            if (!keyset_add(known, name) && lists.at[i] > 0) {
                Buf longer = { 0 };
                add_path(shape, member_of(shape, lists.at[i]), &longer);
                buf_char(&longer, '.');
                buf_add(&longer, name);
                name = buf_text(&longer);
            }
            of_node[node] = name;
        }
    }
    int width = 0;
    *names = MEM_ARRAY(Text, shape->nodes.count);
    for (int node = 0; node < shape->nodes.count; node++) {
        json->columns[node] = of_node[node].at ? width : -1;
        if (of_node[node].at) {
            (*names)[width++] = of_node[node];
        }
    }
    return width;
}

/* The table of `list`; NULL after reporting, or, with `silent`, where it has no column. */
static Table *new_table(Shape *shape, int list, const Locator *locator, Diags *diags) {
    Table *table = table_new(locator, diags);
    JsonTable *json = MEM_NEW(JsonTable);
    json->table = table;
    json->shape = shape;
    json->node = list;
    json->columns = mem_leaf((size_t)shape->nodes.count * sizeof *json->columns);
    json->chain = mem_leaf((size_t)shape->nodes.count * sizeof *json->chain);
    table->reader = &reader;
    table->source = json;
    Text *names;
    int width = name_columns(json, &names);
    if (width == 0) {
        diag_data(diags, DIAG_JSON_NO_TABLE, shape->path, 0, 0, NULL, 0);
        return NULL;
    }
    if (width > COLUMNS_MAX) {
        const Text args[] = { number_text(COLUMNS_MAX) };
        diag_data(diags, DIAG_JSON_TOO_WIDE, shape->path, 0, 0, args, 1);
        return NULL;
    }
    json->cells = MEM_ARRAY(Cell, width);
    for (int i = 0; i < width; i++) {
        json->cells[i].text = TEXT("");
    }
    return table_set_names(table, names, width, 0) ? table : NULL;
}

/* A list is called by its member; where two are, by the members that lead to it from the top. */
static Text list_name(const Shape *shape, int list, const int *lists, int count) {
    if (list == 0) {
        return TEXT_NONE;
    }
    Text key = shape->nodes.at[member_of(shape, list)].key;
    int same = 0;
    for (int i = 0; i < count; i++) {
        same +=
            lists[i] > 0 && text_same_name(shape->nodes.at[member_of(shape, lists[i])].key, key);
    }
    Text name = path_of(shape, member_of(shape, list));
    if (same == 1 && text_ends(name, key)) {
        return text_slice(name, name.length - key.length, name.length);
    }
    for (int outer = outer_list(shape, list); outer > 0; outer = outer_list(shape, outer)) {
        Buf longer = { 0 };
        add_path(shape, member_of(shape, outer), &longer);
        buf_char(&longer, '.');
        buf_add(&longer, name);
        name = buf_text(&longer);
    }
    return name;
}

bool json_open(const Locator *locator, Diags *diags, TableList *tables) {
    Shape *shape = new_shape(locator);
    Pass *pass = learn(shape, diags);
    if (!pass) {
        return false;
    }
    bool *holds = mem_leaf((size_t)shape->nodes.count * sizeof *holds); /* lists in lists */
    bool any = false;
    for (int i = 1; i < shape->nodes.count; i++) {
        if (shape->nodes.at[i].element) {
            holds[outer_list(shape, i)] = true;
        }
        any = any || is_column(&shape->nodes.at[i]);
    }
    /* Broken further on, the rows before it can be read; those of objects that are too many cannot. */
    bool unusable = pass->stop == DIAG_JSON_TOO_WIDE || pass->stop == DIAG_FILE_UNREADABLE || !any;
    if (pass->stop != DIAG_COUNT && unusable) {
        report_stop(pass, diags);
    }
    bool stopped = pass->stop != DIAG_COUNT;
    end_pass(pass);
    if (unusable) {
        if (!stopped) {
            diag_data(diags, DIAG_JSON_NO_TABLE, shape->path, 0, 0, NULL, 0);
        }
        return false;
    }

    VEC(int) lists = { 0 };
    for (int i = 0; i < shape->nodes.count; i++) {
        if (shape->nodes.at[i].element && !holds[i]) {
            vec_push(&lists, i);
        }
    }
    Text wanted = locator->table.length > 0 ? locator->table : locator->sheet;
    bool good = true;
    TableList found = { 0 };
    for (int i = 0; i < lists.count; i++) {
        Text name = list_name(shape, lists.at[i], lists.at, lists.count);
        if (wanted.length > 0 && !text_same_name(name, wanted)) {
            continue;
        }
        Table *table = new_table(shape, lists.at[i], locator, diags);
        good = good && table;
        if (table) {
            table->sheet = name;
            vec_push(&found, table);
        }
    }
    if (good && found.count == 0) {
        const Text args[] = { wanted };
        diag_data(diags, DIAG_TABLE_NOT_THERE, shape->path, 0, 0, args, 1);
        return false;
    }
    for (int i = 0; i < found.count; i++) {
        found.at[i]->alone = found.count == 1;
        vec_push(tables, found.at[i]);
    }
    return good;
}
