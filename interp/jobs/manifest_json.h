/* manifest_json.h - a manifest as a value of JSON, for reports that hold one. */
#ifndef HENG_MANIFEST_JSON_H
#define HENG_MANIFEST_JSON_H

#include "base/json.h"
#include "jobs/manifest.h"

void manifest_json(Json *json, const Manifest *manifest);

#endif
