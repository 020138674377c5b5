/* json.c - writes JSON.  One flag, `fresh`, is enough to place commas at any depth: what has just held an
   object or array is not fresh any more. */
#include "base/json.h"

#include <assert.h>

#define INDENT 2

Json json_begin(Buf *out, bool compact) {
    return (Json){ .out = out, .compact = compact, .fresh = true };
}

static void new_line(Json *json) {
    if (!json->compact) {
        buf_char(json->out, '\n');
        for (int i = 0; i < INDENT * json->depth; i++) {
            buf_char(json->out, ' ');
        }
    }
}

/* What stands before a value or a name: a comma after the one before, and a line of its own. */
static void begin_item(Json *json) {
    if (json->after_name) {
        json->after_name = false;
    } else if (json->depth > 0) {
        if (!json->fresh) {
            buf_char(json->out, ',');
        }
        new_line(json);
    }
    json->fresh = false;
}

static void begin_nest(Json *json, char bracket) {
    begin_item(json);
    buf_char(json->out, bracket);
    json->depth++;
    json->fresh = true;
}

static void end_nest(Json *json, char bracket) {
    assert(json->depth > 0 && !json->after_name);
    json->depth--;
    if (!json->fresh) {
        new_line(json);
    }
    buf_char(json->out, bracket);
    json->fresh = false;
}

void json_object(Json *json) {
    begin_nest(json, '{');
}

void json_end_object(Json *json) {
    end_nest(json, '}');
}

void json_array(Json *json) {
    begin_nest(json, '[');
}

void json_end_array(Json *json) {
    end_nest(json, ']');
}

/* Control characters, and the line ends of other standards, which are legal in JSON and trouble in scripts. */
static bool needs_escape(uint32_t rune) {
    return rune < 0x20 || (rune >= 0x7F && rune < 0xA0) || rune == 0x2028 || rune == 0x2029;
}

static void add_escape(Buf *out, uint32_t rune) {
    switch (rune) {
    case '\n':
        buf_add_z(out, "\\n");
        break;
    case '\r':
        buf_add_z(out, "\\r");
        break;
    case '\t':
        buf_add_z(out, "\\t");
        break;
    default:
        buf_format(out, "\\u%04x", (unsigned)rune);
    }
}

static void add_string(Buf *out, Text text) {
    buf_char(out, '"');
    size_t plain = 0; /* from here to `at` nothing needs care */
    int length;
    for (size_t at = 0; at < text.length; at += (size_t)length) {
        uint32_t rune = text_rune(text, at, &length);
        bool malformed = rune == 0xFFFD && length == 1;
        if (!malformed && rune != '"' && rune != '\\' && !needs_escape(rune)) {
            continue;
        }
        buf_add(out, text_slice(text, plain, at));
        plain = at + (size_t)length;
        if (malformed) {
            buf_rune(out, 0xFFFD);
        } else if (rune == '"' || rune == '\\') {
            buf_char(out, '\\');
            buf_char(out, (char)rune);
        } else {
            add_escape(out, rune);
        }
    }
    buf_add(out, text_slice(text, plain, text.length));
    buf_char(out, '"');
}

void json_name(Json *json, const char *name) {
    assert(json->depth > 0 && !json->after_name);
    begin_item(json);
    add_string(json->out, text_of(name));
    buf_add_z(json->out, json->compact ? ":" : ": ");
    json->after_name = true;
}

void json_text(Json *json, Text text) {
    begin_item(json);
    add_string(json->out, text);
}

void json_int(Json *json, long long n) {
    begin_item(json);
    buf_format(json->out, "%lld", n);
}

void json_bool(Json *json, bool b) {
    begin_item(json);
    buf_add_z(json->out, b ? "true" : "false");
}

void json_null(Json *json) {
    begin_item(json);
    buf_add_z(json->out, "null");
}
