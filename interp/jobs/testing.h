/* testing.h - runs the tests of a rule file.  What a test enters stands before all that it expects, except that a value set
   again counts from there on.  In a scheme with `each row of`, `row` enters a row; in any other a form of its own, to which
   the values set are common, and an expectation speaks of the row before it. */
#ifndef HENG_TESTING_H
#define HENG_TESTING_H

#include "engine/eval.h"
#include "engine/explain.h"
#include "engine/lower_test.h"

/* An expectation that does not hold. */
typedef struct TestFailure {
    Span place;             /* in the file's own source */
    Text what;              /* what was looked at: "预算执行率.得分" */
    Text expected, actual;
    Text difference;        /* actual minus expected, or TEXT_NONE */
    TextList because;       /* why it is what it is, a line each */
} TestFailure;

/* What a test enters, and the forms that come of it. */
typedef struct TestState {
    FormData *forms;
    FormResult **results;
    int count;
} TestState;

typedef struct TestRun {
    Text name;
    Span place;
    const Program *program; /* the file's, or its own where it declares items */
    const Test *test;
    Diags *diags;           /* of its own program, where that has mistakes: then it counts as failed */
    VEC(TestState) states;
    VEC(TestFailure) failures;
    bool failed;
} TestRun;

typedef struct TestFile {
    Text path;
    Diags *diags;
    const Program *program; /* NULL: not to be run, see diags */
    VEC(TestRun *) runs;
    int passed, failed;
} TestFile;

typedef struct TestingOptions {
    Text filter;            /* only tests whose names have this in them; TEXT_NONE: all */
    Lang lang;              /* of explanations */
    bool lang_known;        /* else each file's own */
} TestingOptions;

/* Runs the tests of the rules `text` that stand in the file `path`. */
TestFile *testing_run(Text path, Text text, const TestingOptions *options);

/* Reports what is wrong with the tests of a scheme, without running them; tests with items of their own are left to testing_run. */
void testing_check(Scheme *scheme);

typedef enum TestingFormat { TESTING_TEXT, TESTING_JSON, TESTING_JUNIT } TestingFormat;
bool testing_format(const char *name, TestingFormat *format);

struct Coverage;
typedef struct TestReport {
    TestFile *file;
    struct Coverage *coverage; /* or NULL */
    Lang lang;
} TestReport;
typedef VEC(TestReport) TestReports;

/* All files' results; text ends with "N passed, N failed". */
void testing_write(Buf *out, const TestReports *reports, TestingFormat format, Lang lang);

#endif
