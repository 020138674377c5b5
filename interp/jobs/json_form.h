/* json_form.h - what the JSON of score and of replay have in common: the rules, and a scored form. */
#ifndef HENG_JSON_FORM_H
#define HENG_JSON_FORM_H

#include "base/json.h"
#include "engine/result.h"
#include "engine/verdict.h"
#include "jobs/forms.h"

typedef struct JsonForm {
    Lang lang;
    bool trace;
    /* The verdict on what a part reports, where more is known than its result tells; false: none is told.  Or NULL. */
    bool (*verdict)(void *data, const PartResult *part, Verdict *verdict);
    void *data;
} JsonForm;

/* A name with a text, null where there is none. */
void json_member(Json *json, const char *name, Text text);

/* The members name, version and files, inside an object begun by the caller. */
void json_rules(Json *json, const Program *program);

/* The members path and sha256 of a file, inside an object begun by the caller. */
void json_file(Json *json, Text path, Text digest);

/* The member data: path, sha256 and rows of each file. */
void json_data(Json *json, const FormsFile *files, int count);

/* The members total, grade, parts and so on, inside an object begun by the caller. */
void json_form(Json *json, const FormResult *form, const JsonForm *how);

/* The members score, low, high of a value, and low_open, high_open where it is so; `name` stands for score. */
void json_range(Json *json, const char *name, const Value *value);

#endif
