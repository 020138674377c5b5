#include "jobs/suggest.h"
void suggest_tests(Buf *out, const Program *program, Coverage *coverage) {
    (void)out; (void)program; (void)coverage;
}
