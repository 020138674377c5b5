#include "jobs/rule_files.h"

#include "base/digest.h"

void rule_files(const Program *program, RuleFiles *files) {
    const Scheme *scheme = program->scheme;
    const Module *own = scheme->main;
    for (int i = -1; i < scheme->modules.count; i++) { /* the rule file itself first */
        const Module *module = i < 0 ? own : scheme->modules.at[i];
        if (i >= 0 && module == own) continue;
        RuleFile file = { module->source->path, digest_of(module->source->bytes) };
        vec_push(files, file);
    }
    for (int i = 0; i < program->tables.count; i++) {
        RuleFile file = { program->tables.at[i]->path, program->tables.at[i]->digest };
        vec_push(files, file);
    }
}
