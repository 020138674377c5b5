/* file.c - files as a whole.  Every system call is retried where a signal cut it short: the collector stops
   other threads by signals. */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#define PIPE_FIRST ((size_t)1 << 16) /* room for the first bytes of what has no size */
#define NAMES_TRIED 100
#define OUT_ROOM ((size_t)1 << 16) /* bytes gathered before they are written */

/* `path` as the system takes it, or NULL: a name with a NUL in it can be no file's. */
static const char *system_path(Text path) {
    if (path.length == 0 || memchr(path.at, 0, path.length)) {
        return NULL;
    }
    return text_copy(path).at;
}

static int open_again(const char *path, int flags, mode_t mode) {
    int fd;
    do {
        fd = open(path, flags | O_CLOEXEC, mode);
    } while (fd < 0 && errno == EINTR);
    return fd;
}

/* ---- Reading ---- */

void file_report_unread(Diags *diags, Span span, Text path, int error) {
    switch (error) {
    case ENOENT:
    case ENOTDIR:
        diag(diags, DIAG_FILE_MISSING, span, path);
        break;
    case EISDIR:
        diag(diags, DIAG_FILE_IS_FOLDER, span, path);
        break;
    case EACCES:
    case EPERM:
        diag(diags, DIAG_FILE_FORBIDDEN, span, path);
        break;
    case EFBIG:
        diag(diags, DIAG_FILE_TOO_LARGE, span, path);
        break;
    default:
        diag(diags, DIAG_FILE_UNREADABLE, span, path, text_of(strerrordesc_np(error)));
    }
}

/* Reads to the end, starting with room for `expected` bytes.  Gives 0 or the error. */
static int read_all(int fd, size_t expected, Text *bytes) {
    size_t room = expected, length = 0;
    char *block = mem_leaf(room + 1);
    for (;;) {
        if (length == room) {
            char byte; /* a file of the expected size ends here and needs no larger block */
            ssize_t more = read(fd, &byte, 1);
            if (more == 0) {
                break;
            }
            if (more < 0 && errno == EINTR) {
                continue;
            }
            if (more < 0) {
                return errno;
            }
            if (length == FILE_BYTES_MAX) {
                return EFBIG;
            }
            room = room < PIPE_FIRST / 2 ? PIPE_FIRST : 2 * room;
            room = room < FILE_BYTES_MAX ? room : FILE_BYTES_MAX;
            char *larger = mem_leaf(room + 1);
            memcpy(larger, block, length);
            block = larger;
            block[length++] = byte;
            continue;
        }
        ssize_t got = read(fd, block + length, room - length);
        if (got == 0) {
            break;
        }
        if (got < 0 && errno != EINTR) {
            return errno;
        }
        length += got > 0 ? (size_t)got : 0;
    }
    *bytes = (Text){ block, length };
    return 0;
}

static int read_open(int fd, Text *bytes) {
    struct stat about;
    if (fstat(fd, &about) < 0) {
        return errno;
    }
    if (S_ISDIR(about.st_mode)) {
        return EISDIR;
    }
    bool sized = S_ISREG(about.st_mode) && about.st_size > 0;
    if (sized && (uintmax_t)about.st_size > FILE_BYTES_MAX) {
        return EFBIG;
    }
    return read_all(fd, sized ? (size_t)about.st_size : PIPE_FIRST, bytes);
}

static int read_path(Text path, Text *bytes) {
    if (text_is_z(path, "-")) {
        return read_open(STDIN_FILENO, bytes);
    }
    const char *name = system_path(path);
    if (!name) {
        return ENOENT;
    }
    int fd = open_again(name, O_RDONLY | O_NOCTTY, 0);
    if (fd < 0) {
        return errno;
    }
    int error = read_open(fd, bytes);
    close(fd);
    return error;
}

int file_open(Text path, Text name, Diags *diags) {
    const char *file = system_path(path);
    int fd = file ? open_again(file, O_RDONLY | O_NOCTTY, 0) : -1;
    int error = !file ? ENOENT : errno;
    struct stat about;
    if (fd >= 0 && fstat(fd, &about) == 0 && S_ISDIR(about.st_mode)) {
        close(fd);
        fd = -1;
        error = EISDIR;
    }
    if (fd < 0) {
        file_report_unread(diags, SPAN_NONE, name, error);
    }
    return fd;
}

bool file_read(Text path, Text *bytes, Diags *diags, Span span) {
    int error = read_path(path, bytes);
    if (error) {
        file_report_unread(diags, span, path, error);
    }
    return !error;
}

/* ---- Writing ---- */

static void report_unwritten(Diags *diags, Text path, int error) {
    switch (error) {
    case ENOENT:
    case ENOTDIR:
        diag(diags, DIAG_FILE_NO_FOLDER, SPAN_NONE, path);
        break;
    case EISDIR:
        diag(diags, DIAG_FILE_IS_FOLDER, SPAN_NONE, path);
        break;
    case EACCES:
    case EPERM:
    case EROFS:
        diag(diags, DIAG_FILE_WRITE_FORBIDDEN, SPAN_NONE, path);
        break;
    case ENOSPC:
    case EDQUOT:
        diag(diags, DIAG_FILE_DISK_FULL, SPAN_NONE, path);
        break;
    default:
        diag(diags, DIAG_FILE_UNWRITABLE, SPAN_NONE, path, text_of(strerrordesc_np(error)));
    }
}

static int write_all(int fd, Text bytes) {
    size_t done = 0;
    while (done < bytes.length) {
        ssize_t put = write(fd, bytes.at + done, bytes.length - done);
        if (put < 0 && errno != EINTR) {
            return errno;
        }
        done += put > 0 ? (size_t)put : 0;
    }
    return 0;
}

/* The part of `path` up to and with the last '/', or nothing. */
static Text folder_of(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash ? (Text){ path, (size_t)(slash + 1 - path) } : TEXT("");
}

/* ---- Temporary files, which a signal may have to remove ---- */

/* The list only grows; a place whose name is gone serves the next file.  A handler that runs at any moment sees
   each name or none.  A forked child has the list as well, and nothing in it is its own. */
typedef struct Temporary Temporary;
struct Temporary {
    _Atomic(const char *) name; /* NULL: a free place */
    pid_t owner;
    Temporary *next;
};

static _Atomic(Temporary *) temporaries;

/* A place of this process; its name is not set yet. */
static Temporary *temporary_place(void) {
    for (Temporary *place = temporaries; place; place = place->next) {
        if (!place->name) {
            place->owner = getpid();
            return place;
        }
    }
    Temporary *place = MEM_NEW(Temporary);
    place->owner = getpid();
    place->next = temporaries;
    temporaries = place;
    return place;
}

void file_out_abandon_all_async(void) {
    pid_t self = getpid();
    for (Temporary *place = temporaries; place; place = place->next) {
        const char *name = place->name;
        if (name && place->owner == self) {
            unlink(name);
        }
    }
}

/* Opens a new file and notes it, so that no signal comes between. */
static int open_noted(const char *name, Temporary *place) {
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, &before);
    int fd = open_again(name, O_WRONLY | O_CREAT | O_EXCL, 0666);
    int error = errno;
    if (fd >= 0) {
        place->name = name;
    }
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    errno = error;
    return fd;
}

/* A new file in the folder of `path`, whose name, short whatever the other's is, goes to *place. */
static int open_temporary(const char *path, Temporary *place) {
    for (int i = 0; i < NAMES_TRIED; i++) {
        uint32_t number = 0;
        if (getrandom(&number, sizeof number, 0) != (ssize_t)sizeof number) {
            number = (uint32_t)getpid() + (uint32_t)i;
        }
        Buf buf = { 0 };
        buf_add(&buf, folder_of(path));
        buf_format(&buf, ".heng-%08x.tmp", (unsigned)number);
        int fd = open_noted(buf_text(&buf).at, place);
        if (fd >= 0 || errno != EEXIST) {
            return fd;
        }
    }
    return -1;
}

/* The new name lasts once the folder is on the disk.  Some file systems cannot say, so nothing depends on it. */
static void sync_folder(const char *path) {
    Text folder = folder_of(path);
    int fd = open_again(folder.length > 0 ? text_copy(folder).at : ".", O_RDONLY | O_DIRECTORY, 0);
    if (fd >= 0) {
        fsync(fd);
        close(fd);
    }
}

/* `path` with its links followed; the one it names where the file is not there yet. */
static const char *follow(const char *path) {
    char *real = realpath(path, NULL);
    if (!real) {
        return path;
    }
    const char *copy = text_copy(text_of(real)).at;
    free(real);
    return copy;
}

/* ---- A file written in pieces ---- */

struct FileOut {
    Text path;        /* as the user named it */
    const char *name; /* what to replace */
    Diags *diags;
    int fd;               /* -1: closed */
    Temporary *temporary; /* NULL: written as it comes */
    bool replaces;        /* a file that is there, with this owner and mode: */
    struct stat old;
    bool failed; /* has been reported */
    char *gathered;
    size_t length;
};

static bool fail(FileOut *out, int error) {
    if (!out->failed) {
        report_unwritten(out->diags, out->path, error);
    }
    out->failed = true;
    return false;
}

/* Opens what is written as it comes, or the new file.  Gives 0 or the error. */
static int open_out(FileOut *out, const char *path) {
    struct stat *old = &out->old;
    bool direct = false;
    if (stat(path, old) < 0) {
        bool dangling = errno == ENOENT && lstat(path, old) == 0;
        if (dangling || path[strlen(path) - 1] == '/') {
            return ENOENT; /* replacing the link would leave what it names as it was */
        }
        out->name = path;
    } else if (S_ISDIR(old->st_mode)) {
        return EISDIR;
    } else if (!S_ISREG(old->st_mode)) {
        direct = true; /* a device or a pipe has no "whole" and is never replaced by a file */
    } else if (access(path, W_OK) < 0) { /* renaming would not ask */
        return errno;
    } else {
        out->replaces = true;
        out->name = follow(path);
    }
    if (direct) {
        out->fd = open_again(path, O_WRONLY | O_NOCTTY, 0);
    } else {
        out->temporary = temporary_place();
        out->fd = open_temporary(out->name, out->temporary);
    }
    return out->fd < 0 ? errno : 0;
}

FileOut *file_out_open(Text path, Diags *diags) {
    FileOut *out = MEM_NEW(FileOut);
    out->path = text_copy(path);
    out->diags = diags;
    out->gathered = mem_leaf(OUT_ROOM);
    if (text_is_z(path, "-")) {
        out->fd = STDOUT_FILENO;
        return out;
    }
    const char *name = system_path(path);
    int error = name ? open_out(out, name) : ENOENT;
    if (error) {
        fail(out, error);
        return NULL;
    }
    return out;
}

static bool flush(FileOut *out) {
    int error = out->failed ? 0 : write_all(out->fd, (Text){ out->gathered, out->length });
    out->length = 0;
    return error ? fail(out, error) : !out->failed;
}

bool file_out_write(FileOut *out, Text bytes) {
    if (bytes.length > OUT_ROOM - out->length && !flush(out)) {
        return false;
    }
    if (bytes.length >= OUT_ROOM) {
        int error = out->failed ? 0 : write_all(out->fd, bytes);
        return error ? fail(out, error) : !out->failed;
    }
    if (bytes.length > 0) {
        memcpy(out->gathered + out->length, bytes.at, bytes.length);
        out->length += bytes.length;
    }
    return !out->failed;
}

/* Gives the new file the owner and mode of the one it replaces, and waits until it is on the disk. */
static bool complete(FileOut *out) {
    if (out->replaces) {
        /* Changing the owner takes its mode's set-id bits away, and may be denied: then it stays ours. */
        int kept = fchown(out->fd, out->old.st_uid, out->old.st_gid);
        (void)kept;
        if (fchmod(out->fd, out->old.st_mode & 0777) < 0) {
            return fail(out, errno);
        }
    }
    return fsync(out->fd) == 0 || fail(out, errno);
}

static bool close_out(FileOut *out) {
    int fd = out->fd;
    out->fd = -1;
    return fd < 0 || fd == STDOUT_FILENO || close(fd) == 0 || fail(out, errno);
}

bool file_out_commit(FileOut *out) {
    flush(out);
    if (out->temporary && !out->failed) {
        complete(out);
    }
    close_out(out);
    if (out->temporary && !out->failed) {
        if (rename(out->temporary->name, out->name) < 0) {
            fail(out, errno);
        } else {
            out->temporary->name = NULL;
            out->temporary = NULL;
            sync_folder(out->name);
        }
    }
    file_out_abandon(out);
    return !out->failed;
}

void file_out_abandon(FileOut *out) {
    bool failed = out->failed;
    out->failed = true; /* nothing more is written, and closing cannot fail in a way that matters */
    close_out(out);
    out->failed = failed;
    if (out->temporary) {
        unlink(out->temporary->name);
        out->temporary->name = NULL;
        out->temporary = NULL;
    }
}

bool file_write(Text path, Text bytes, Diags *diags) {
    if (text_is_z(path, "-")) {
        diag(diags, DIAG_FILE_UNWRITABLE, SPAN_NONE, path, TEXT("it stands for standard output"));
        return false;
    }
    FileOut *out = file_out_open(path, diags);
    if (!out) {
        return false;
    }
    file_out_write(out, bytes);
    return file_out_commit(out);
}
