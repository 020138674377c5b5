/* json.h - writes JSON: commas and indentation are its business.  Numbers that must stay exact are written as
   text (json_text). */
#ifndef HENG_JSON_H
#define HENG_JSON_H

#include "base/text.h"

typedef struct Json {
    Buf *out;
    int depth;
    bool compact;       /* all on one line, for JSON lines */
    bool fresh;         /* nothing yet in the object or array begun last */
    bool after_name;
} Json;

Json json_begin(Buf *out, bool compact);
void json_object(Json *json);       /* { */
void json_end_object(Json *json);
void json_array(Json *json);
void json_end_array(Json *json);
void json_name(Json *json, const char *name);
void json_text(Json *json, Text text); /* bytes that are not UTF-8 become U+FFFD; control characters escaped */
void json_int(Json *json, long long n);
void json_bool(Json *json, bool b);
void json_null(Json *json);

#endif
