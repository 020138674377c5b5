/* text_input.c - the text of a file, piece by piece.  Two layers: bytes, read and digested as they are, and above
   them the decoder, where the file is not UTF-8 already. */
#include "data/text_input.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/digest.h"
#include "base/file.h"

#define SURVEY_PIECE ((size_t)1 << 18)
#define TRIAL_BYTES                                                                                \
    ((uint64_t)1                                                                                   \
     << 24) /* decoded as GB18030 from the first wrong byte on, to see whether it fits */

/* What tells whether a file is still the same one. */
typedef struct Identity {
    dev_t device;
    ino_t number;
    off_t size;
    struct timespec changed;
} Identity;

struct TextInput {
    Text name, file;
    Text bytes; /* all of them, where `in_memory` */
    bool in_memory;
    Diags *diags;
    Identity identity;
    size_t piece; /* bytes read at a time */
    Encoding encoding;
    size_t mark; /* length of the byte order mark */
    bool clean;  /* the survey found nothing wrong in UTF-8 */
    Text digest;

    /* This pass */
    int fd;      /* -1: not open */
    uint64_t at; /* bytes read */
    bool ended, failed;
    Digest *digesting;
    Decoder decoder;
    char *raw; /* bytes not decoded yet: raw_from .. raw_to - 1 */
    size_t raw_from, raw_to;
    Survey seen;    /* of the text given out, unless it is `clean` */
    uint64_t given; /* bytes of text */
    uint64_t damaged;
};

/* ---- Bytes ---- */

static Identity identity_of(const struct stat *about) {
    return (Identity){ about->st_dev, about->st_ino, about->st_size, about->st_mtim };
}

static bool is_same(const TextInput *input, const struct stat *about) {
    Identity now = identity_of(about), then = input->identity;
    return now.device == then.device && now.number == then.number && now.size == then.size &&
           now.changed.tv_sec == then.changed.tv_sec && now.changed.tv_nsec == then.changed.tv_nsec;
}

static void fail(TextInput *input) {
    input->ended = input->failed = true;
}

static void report_changed(TextInput *input) {
    diag_data(input->diags, DIAG_FILE_CHANGED, input->name, 0, 0, &input->name, 1);
    input->digest = TEXT_NONE;
    fail(input);
}

/* The file is at its end: as long as it was, and not written to meanwhile? */
static void check_end(TextInput *input) {
    struct stat about;
    bool whole = input->at == text_input_size(input);
    if (!input->in_memory && (!whole || fstat(input->fd, &about) < 0 || !is_same(input, &about))) {
        report_changed(input);
    } else if (input->digest.length == 0) {
        input->digest = digest_hex(input->digesting);
    }
}

/* Up to `room` bytes as they are; 0 at the end. */
static size_t read_bytes(TextInput *input, char *to, size_t room) {
    if (input->ended) {
        return 0;
    }
    size_t got;
    if (input->in_memory) {
        size_t left = input->bytes.length - (size_t)input->at;
        got = left < room ? left : room;
        if (got > 0) {
            memcpy(to, input->bytes.at + input->at, got);
        }
    } else {
        ssize_t count;
        do {
            count = read(input->fd, to, room);
        } while (count < 0 && errno == EINTR);
        if (count < 0) {
            file_report_unread(input->diags, SPAN_NONE, input->name, errno);
            fail(input);
            return 0;
        }
        got = (size_t)count;
    }
    if (got == 0) {
        input->ended = true;
        check_end(input);
        return 0;
    }
    input->at += got;
    if (input->digest.length == 0) {
        digest_add(input->digesting, (Text){ to, got });
    }
    return got;
}

/* Opens the file, at its first byte. */
static bool start_bytes(TextInput *input) {
    text_input_stop(input);
    input->at = 0;
    input->ended = input->failed = false;
    input->digesting = digest_new();
    if (input->in_memory) {
        return true;
    }
    input->fd = file_open(input->file, input->name, input->diags);
    if (input->fd < 0) {
        fail(input);
    }
    return input->fd >= 0;
}

/* ---- Which encoding ---- */

/* A small file takes little memory: the byte more is for its end to be seen. */
static size_t survey_room(const TextInput *input) {
    uint64_t size = text_input_size(input) + DECODER_ROOM + 1;
    return size < SURVEY_PIECE ? (size_t)size : SURVEY_PIECE;
}

/* Is it GB18030?  Where that has fewer wrong bytes than UTF-8, up to some way behind the first of those. */
static bool try_gb18030(TextInput *input, uint64_t end) {
    Decoder decoder = { 0 };
    if (!decoder_open(&decoder, ENCODING_GB18030)) {
        return false;
    }
    size_t room = survey_room(input), kept = 0;
    char *piece = mem_leaf(room), *text = mem_leaf(room);
    Survey seen = { 0 };
    bool last = !start_bytes(input);
    while (!last) {
        size_t got = read_bytes(input, piece + kept, room - kept);
        survey_add(&seen, (Text){ piece + kept, got });
        last = got == 0 || input->at >= end;
        Text rest = { piece, kept + got };
        for (bool more = true; more;) {
            more = decoder_run(&decoder, &rest, text, room, got == 0) > 0 && rest.length > 0;
        }
        kept = rest.length;
        memmove(piece, rest.at, kept);
    }
    survey_end(&seen);
    decoder_close(&decoder);
    return !input->failed && decoder.wrong < seen.wrong;
}

static bool find_encoding(TextInput *input) {
    size_t room = survey_room(input), first = 0;
    char *piece = mem_leaf(room);
    for (size_t got = 1; got > 0 && first < ENCODING_SAMPLE; first += got) {
        got = read_bytes(input, piece + first, room - first);
    }
    input->encoding = encoding_of_mark((Text){ piece, first }, &input->mark);
    if (input->mark > 0 || input->failed) {
        return !input->failed;
    }
    Text sample = text_copy((Text){ piece, first < ENCODING_SAMPLE ? first : ENCODING_SAMPLE });
    Survey seen = { 0 };
    uint64_t found = 0; /* where the first wrong byte has been seen */
    for (size_t got = first; got > 0; got = read_bytes(input, piece, room)) {
        survey_add(&seen, (Text){ piece, got });
        found = found == 0 && seen.wrong > 0 ? input->at : found;
    }
    survey_end(&seen);
    if (input->failed) {
        return false;
    }
    bool doubtful;
    input->encoding = encoding_guess(&seen, sample, input->at, &doubtful);
    if (doubtful && try_gb18030(input, (found > 0 ? found : input->at) + TRIAL_BYTES)) {
        input->encoding = ENCODING_GB18030;
    }
    input->clean = input->encoding == ENCODING_UTF8 && seen.wrong == 0 && !seen.nul;
    return !input->failed;
}

/* ---- Opening ---- */

static TextInput *input_new(Text name, size_t piece, Diags *diags) {
    TextInput *input = MEM_NEW(TextInput);
    input->name = text_copy(name);
    input->diags = diags;
    input->piece = piece;
    input->fd = -1;
    return input;
}

TextInput *text_input_file(Text name, Text file, size_t piece, Diags *diags) {
    TextInput *input = input_new(name, piece, diags);
    input->file = text_copy(file);
    if (!start_bytes(input)) {
        return NULL;
    }
    struct stat about;
    if (fstat(input->fd, &about) < 0) {
        file_report_unread(diags, SPAN_NONE, name, errno);
        fail(input);
    } else {
        input->identity = identity_of(&about);
        input->digest =
            TEXT("-"); /* a later pass reads all of it again: none is made of this one */
        find_encoding(input);
        input->digest = TEXT_NONE;
    }
    text_input_stop(input);
    return input->failed ? NULL : input;
}

TextInput *text_input_bytes(Text name, Text bytes, size_t piece, Diags *diags) {
    TextInput *input = input_new(name, piece, diags);
    input->in_memory = true;
    input->bytes = bytes;
    start_bytes(input);
    find_encoding(input);
    input->digest = TEXT_NONE;
    return input;
}

bool text_input_same(TextInput *input) {
    if (input->in_memory) {
        return true;
    }
    struct stat about;
    if (stat(text_copy(input->file).at, &about) < 0) {
        file_report_unread(input->diags, SPAN_NONE, input->name, errno);
        return false;
    }
    if (!is_same(input, &about)) {
        report_changed(input);
        return false;
    }
    return true;
}

/* ---- Text ---- */

bool text_input_start(TextInput *input) {
    if (!start_bytes(input)) {
        return false;
    }
    struct stat about;
    if (!input->in_memory && (fstat(input->fd, &about) < 0 || !is_same(input, &about))) {
        report_changed(input);
        return false;
    }
    input->raw_from = input->raw_to = 0;
    input->given = input->damaged = 0;
    input->seen = (Survey){ 0 };
    if (!decoder_open(&input->decoder, input->encoding)) {
        input->decoder.encoding =
            ENCODING_UTF8; /* there a moment ago; the bytes will be reported */
    }
    char mark[ENCODING_MARK];
    for (size_t left = input->mark, got; left > 0; left -= got) {
        got = read_bytes(input, mark, left);
        if (got == 0) {
            break;
        }
    }
    return !input->failed;
}

/* The survey of text that is UTF-8 already. */
static void look_over(TextInput *input, Text text) {
    if (input->clean) {
        return;
    }
    Survey *seen = &input->seen;
    seen->nul = false;
    seen->wrong = 0;
    survey_add(seen, text);
    if (input->ended) {
        survey_end(seen);
    }
    if (seen->nul || seen->wrong > 0) {
        input->damaged = input->given + text.length;
    }
}

static size_t decode_more(TextInput *input, char *to, size_t room) {
    size_t piece = input->piece, size = (size_t)text_input_size(input) + 1;
    piece = piece < size ? piece : size;
    if (!input->raw) {
        input->raw = mem_leaf(piece + DECODER_ROOM);
    }
    for (;;) {
        Text rest = { input->raw + input->raw_from, input->raw_to - input->raw_from };
        uint64_t wrong = input->decoder.wrong;
        size_t put = decoder_run(&input->decoder, &rest, to, room, input->ended);
        input->raw_from = input->raw_to - rest.length;
        if (put > 0) {
            if (input->decoder.wrong > wrong || memchr(to, 0, put)) {
                input->damaged = input->given + put;
            }
            return put;
        }
        if (input->ended) {
            return 0;
        }
        memmove(input->raw, rest.at, rest.length);
        input->raw_from = 0;
        input->raw_to = rest.length + read_bytes(input, input->raw + rest.length, piece);
    }
}

size_t text_input_more(TextInput *input, char *to, size_t room) {
    size_t got;
    if (input->encoding == ENCODING_UTF8) {
        got = read_bytes(input, to, room < input->piece ? room : input->piece);
        look_over(input, (Text){ to, got });
    } else {
        got = decode_more(input, to, room);
    }
    got = input->failed ? 0 : got;
    input->given += got;
    return got;
}

bool text_input_failed(const TextInput *input) {
    return input->failed;
}

uint64_t text_input_damaged(const TextInput *input) {
    return input->damaged;
}

void text_input_stop(TextInput *input) {
    if (input->fd >= 0) {
        close(input->fd);
    }
    input->fd = -1;
    input->raw = NULL;
    decoder_close(&input->decoder);
}

Encoding text_input_encoding(const TextInput *input) {
    return input->encoding;
}

uint64_t text_input_size(const TextInput *input) {
    return input->in_memory ? input->bytes.length : (uint64_t)input->identity.size;
}

double text_input_progress(const TextInput *input) {
    uint64_t size = text_input_size(input);
    return size > 0 ? (double)input->at / (double)size : 1;
}

Text text_input_digest(const TextInput *input) {
    return input->digest;
}
