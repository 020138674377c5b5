/* rule_files.h - the files a program is made of: what a report or manifest names as its rules. */
#ifndef HENG_RULE_FILES_H
#define HENG_RULE_FILES_H

#include "engine/program.h"

typedef struct RuleFile {
    Text path, digest;
} RuleFile;

typedef VEC(RuleFile) RuleFiles;

/* Adds the rule file itself, its modules, its tables of constants. */
void rule_files(const Program *program, RuleFiles *files);

#endif
