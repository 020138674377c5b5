/* encoding.h - what office programs write, into UTF-8, in pieces: a character may be cut anywhere. */
#ifndef HENG_ENCODING_H
#define HENG_ENCODING_H

#include "base/text.h"

typedef enum Encoding {
    ENCODING_UTF8,
    ENCODING_UTF16_LE,
    ENCODING_UTF16_BE,
    ENCODING_GB18030    /* GB2312, GBK and code page 936 are parts of it */
} Encoding;

#define ENCODING_SAMPLE ((size_t)1 << 16) /* bytes looked at for UTF-16 */
#define ENCODING_MARK 3                   /* bytes of the longest byte order mark */

Text encoding_name(Encoding encoding); /* "UTF-8" */

/* ---- Which one it is ---- */

/* Bytes as UTF-8 text: what is in it, and what contradicts it.  Start with Survey seen = { 0 }. */
typedef struct Survey {
    uint64_t two;    /* characters of two bytes, as pairs of GB18030 are by chance: 联通 */
    uint64_t longer; /* characters of more, as next to none of them are */
    uint64_t wrong;  /* bytes that belong to no character */
    bool nul;
    char kept[4];    /* the beginning of a character that the last piece cut */
    size_t kept_count;
} Survey;

void survey_add(Survey *seen, Text piece);
void survey_end(Survey *seen); /* nothing more comes: what was kept is wrong */

/* The encoding a byte order mark at the beginning tells; its length, or 0 for none, goes to *length. */
Encoding encoding_of_mark(Text beginning, size_t *length);

/* The encoding of `size` bytes without a mark, of which all have been surveyed and `sample` is the beginning:
   strict UTF-8, else UTF-16 where that is plain, else perhaps GB18030, which *doubtful says: it is where the
   decoder finds fewer wrong bytes than the survey.  UTF-8 with a few wrong bytes stays UTF-8. */
Encoding encoding_guess(const Survey *seen, Text sample, uint64_t size, bool *doubtful);

/* ---- Into UTF-8 ---- */

typedef struct Decoder {
    Encoding encoding;
    void *converter; /* of the system's; or NULL */
    struct DecoderPairs *pairs; /* of GB18030; kept from one opening to the next */
    uint64_t wrong;  /* bytes the encoding does not explain: each has become a byte FF, which is in no UTF-8 */
} Decoder;

#define DECODER_ROOM ((size_t)8) /* less room may be too little for the next character */

/* Begins with Decoder decoder = { 0 }, or again after closing.  False where the system lacks the encoding. */
bool decoder_open(Decoder *decoder, Encoding encoding);

/* Decodes from *from, which moves on, into `room` bytes at `to`; gives how many it wrote.  Stops where the room
   ends, or before a character that is cut unless it is the `last` piece. */
size_t decoder_run(Decoder *decoder, Text *from, char *to, size_t room, bool last);
void decoder_close(Decoder *decoder);

#endif
