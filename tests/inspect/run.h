/* Runs dateline-rules inside a test. */
#ifndef TESTS_INSPECT_RUN_H
#define TESTS_INSPECT_RUN_H

#include "inspect/inspect.h"

#define FOLDER DATELINE_SOURCE_DIR "/tests/inspect/"
#define GOOD FOLDER "good/xx"

/* What a run gave; release with run_release. */
struct run {
    enum inspect_status status;
    struct buffer out;
    struct buffer messages;
};

void run_release(struct run *run);
/* Runs the program on the arguments, which end with NULL, and on that input. */
struct run run_on(const char *input, const char *const *arguments);
#define RUN(...) run_on("", (const char *const[]){__VA_ARGS__, NULL})

/* Fails the test unless `part` is in the text. */
void expect_in(struct str text, const char *part);
/* Fails the test unless the text is that and nothing else. */
void expect_all(struct str text, const char *all);

#endif
