/* text_input.h - the text of a file in UTF-8, piece by piece and as often as wanted.  Memory does not grow with
   the file.  Encoding: a byte order mark, else strict UTF-8 over all of it, else UTF-16 where that is plain, else
   GB18030.  Nothing is guessed at or left out: wrong bytes are still wrong in the text. */
#ifndef HENG_TEXT_INPUT_H
#define HENG_TEXT_INPUT_H

#include "base/diag.h"
#include "data/encoding.h"

typedef struct TextInput TextInput;

#define TEXT_INPUT_ROOM DECODER_ROOM /* less room for a piece may be none */

/* `file` is what to open, a regular file; `name` what messages call it; it is read in
   pieces of `piece` bytes.  Looks it over and closes it again.  NULL after reporting. */
TextInput *text_input_file(Text name, Text file, size_t piece, Diags *diags);
TextInput *text_input_bytes(Text name, Text bytes, size_t piece, Diags *diags); /* not copied; never NULL */

/* To the beginning of the text.  False after reporting: the file has gone or is another one than before. */
bool text_input_start(TextInput *input);

/* The next of the text, at most `room` bytes, to `to`; gives how many, 0 at the end.  Also 0, after reporting,
   where it cannot be read or has been changed: then text_input_failed. */
size_t text_input_more(TextInput *input, char *to, size_t room);
bool text_input_failed(const TextInput *input);

/* Up to which byte of the text there may be NULs, or bytes that are not UTF-8, in what was given out. */
uint64_t text_input_damaged(const TextInput *input);

/* Closes the file; text_input_start begins again. */
void text_input_stop(TextInput *input);

/* Whether the file is still the one it was; reports where not. */
bool text_input_same(TextInput *input);

Encoding text_input_encoding(const TextInput *input);
uint64_t text_input_size(const TextInput *input); /* in bytes of the file */
double text_input_progress(const TextInput *input);
Text text_input_digest(const TextInput *input);   /* known after the end was reached once; else TEXT_NONE */

#endif
