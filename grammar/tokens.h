/* tokens.h - the words and signs of a rule file, ready for the parser.  The scanner (scan.l) cuts the text into
   raw tokens; tokens.c and clauses.c then work on all of them at once, which is what lets them say where a
   brace is missing rather than where that shows: numbers are joined with units, keywords of several words merged,
   line ends that end a clause found, and brackets closed that were left open. */
#ifndef HENG_TOKENS_H
#define HENG_TOKENS_H

#include "front/syntax.h"

/* One token; its bytes are those of the source, so a file of many megabytes stays small. */
typedef struct Token {
    int kind;            /* T_… of parse.h */
    uint32_t begin, end; /* with the unit */
    uint32_t unit;       /* NUMBER: where the unit begins; its end is the token's, or `unit_end` */
    uint32_t unit_end;   /* 0: no unit.  Behind the last byte of the unit */
    int match;   /* a bracket: the index of its partner; else of the bracket around it, or -1 */
    int start;   /* the index of the first token of the clause or row it stands in */
    bool quoted; /* NAME: stood in quotes */
    bool first;  /* first on its line */
    bool told;   /* a sign that was reported, and stands for what was meant */
    const char
        *right; /* a sign of another language, to be reported: how it is written here; a constant */
    bool made;  /* not in the text: a SEP at a line end, a bracket that was forgotten */
} Token;

typedef struct Tokens {
    Token *at;
    int count, room;
    bool extra_brace; /* `extra` closes nothing; reported unless the parser finds out why */
    Span extra;
} Tokens;

/* Nesting allowed in a rule file; what lies deeper is skipped after a diagnostic, so that whatever walks the
   tree may recurse. */
#define DEPTH_MAX 200

/* The tokens of bytes begin .. end - 1, behind the pseudo-token `start` and before an end mark (kind 0).
   Mistakes are reported; what is wrong beyond use comes as T_HENG_YYerror or T_BAD. */
Tokens *tokens_of(Diags *diags, Source *source, uint32_t begin, uint32_t end, int start);

/* Between the passes: keywords, numbers and names, line ends only as Token.first. */
Tokens *tokens_words(Diags *diags, Source *source, uint32_t begin, uint32_t end);
void tokens_push(Tokens *tokens, Token token);
Text token_text(const Source *source, const Token *token);
Span token_span(const Source *source, const Token *token);

/* The keyword that `text` probably stands for, or begins with (*glued), of those that `fits` allows; its spelling
   in *spelling.  0: none. */
int token_misspelt(Text text, bool (*fits)(const void *context, int kind), const void *context,
                   Text *spelling, bool *glued);

/* Whether a clause or an item begins with keyword `kind`, somewhere. */
bool token_begins_clause(int kind);

/* The keyword of a token kind, or 0. */
Keyword token_keyword(int kind);

/* What the scanner keeps while it runs. */
typedef struct Scan {
    Diags *diags;
    Source *source;
    uint32_t begin, end; /* of the token at hand */
    uint32_t limit;      /* of the text to scan */
    const char *right;   /* of the token at hand */
    uint32_t curly;      /* the next “ ” or line end, as far as it was looked up */
    uint32_t no_quote;   /* no ’ comes before this */
} Scan;

/* Raw tokens besides those of parse.h. */
enum { RAW_NEWLINE = 10001, RAW_FAT_ARROW, RAW_PERCENT };

/* `right` is how the sign at hand is written.  Reported once it is known that it stands in no name. */
void scan_wrong(Scan *scan, const char *right);

/* Reports that a comment begins with `#`. */
void scan_comment(Scan *scan);

/* Reports such a sign, `right` being how it is written; or a character that has no meaning. */
void token_wrong(Diags *diags, Source *source, const Token *token, const char *right);
void token_stray(Diags *diags, Source *source, const Token *token);

/* How many bytes the text or quoted name takes that begins at `begin`; reports where it is not closed. */
uint32_t scan_text(Scan *scan, uint32_t begin);
uint32_t scan_quoted(Scan *scan, uint32_t begin);

/* What lies between the quotes. */
Text text_inside(Text quoted);

/* `text` with full-width letters, digits and signs as ASCII. */
Text text_narrow(Text text);

#endif
