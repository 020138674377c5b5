/* file.c - files as a whole.  Every system call is retried where a signal cut it short: the collector stops
   other threads by signals. */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#define PIPE_FIRST ((size_t)1 << 16) /* room for the first bytes of what has no size */
#define NAMES_TRIED 100

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

/* A device or a pipe has no "whole": written as it is, and never replaced by a file. */
static int write_direct(const char *path, Text bytes) {
    int fd = open_again(path, O_WRONLY | O_NOCTTY, 0);
    if (fd < 0) {
        return errno;
    }
    int error = write_all(fd, bytes);
    if (close(fd) < 0 && !error) {
        error = errno;
    }
    return error;
}

/* The part of `path` up to and with the last '/', or nothing. */
static Text folder_of(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash ? (Text){ path, (size_t)(slash + 1 - path) } : TEXT("");
}

/* A new file in the folder of `path`; its name, short whatever the other's is, goes to *name. */
static int open_temporary(const char *path, const char **name) {
    for (int i = 0; i < NAMES_TRIED; i++) {
        uint32_t number = 0;
        if (getrandom(&number, sizeof number, 0) != (ssize_t)sizeof number) {
            number = (uint32_t)getpid() + (uint32_t)i;
        }
        Buf buf = { 0 };
        buf_add(&buf, folder_of(path));
        buf_format(&buf, ".heng-%08x.tmp", (unsigned)number);
        *name = buf_text(&buf).at;
        int fd = open_again(*name, O_WRONLY | O_CREAT | O_EXCL, 0666);
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

/* Fills the new file and gives it the owner and mode of the one it replaces (`old`, or NULL). */
static int fill(int fd, Text bytes, const struct stat *old) {
    int error = write_all(fd, bytes);
    if (error) {
        return error;
    }
    if (old) {
        /* Changing the owner takes its mode's set-id bits away, and may be denied: then it stays ours. */
        int kept = fchown(fd, old->st_uid, old->st_gid);
        (void)kept;
        if (fchmod(fd, old->st_mode & 0777) < 0) {
            return errno;
        }
    }
    return fsync(fd) < 0 ? errno : 0;
}

static int write_beside(const char *path, Text bytes, const struct stat *old) {
    const char *temporary = NULL;
    int fd = open_temporary(path, &temporary);
    if (fd < 0) {
        return errno;
    }
    int error = fill(fd, bytes, old);
    if (close(fd) < 0 && !error) {
        error = errno;
    }
    if (!error && rename(temporary, path) < 0) {
        error = errno;
    }
    if (error) {
        unlink(temporary);
        return error;
    }
    sync_folder(path);
    return 0;
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

static int write_path(const char *path, Text bytes) {
    struct stat old;
    if (stat(path, &old) < 0) {
        bool dangling = errno == ENOENT && lstat(path, &old) == 0;
        if (dangling || path[strlen(path) - 1] == '/') {
            return ENOENT; /* replacing the link would leave what it names as it was */
        }
        return write_beside(path, bytes, NULL);
    }
    if (S_ISDIR(old.st_mode)) {
        return EISDIR;
    }
    if (!S_ISREG(old.st_mode)) {
        return write_direct(path, bytes);
    }
    if (access(path, W_OK) < 0) { /* renaming would not ask */
        return errno;
    }
    return write_beside(follow(path), bytes, &old);
}

bool file_write(Text path, Text bytes, Diags *diags) {
    const char *name = system_path(path);
    if (text_is_z(path, "-")) {
        diag(diags, DIAG_FILE_UNWRITABLE, SPAN_NONE, path, TEXT("it stands for standard output"));
        return false;
    }
    int error = name ? write_path(name, bytes) : ENOENT;
    if (error) {
        report_unwritten(diags, path, error);
    }
    return !error;
}
