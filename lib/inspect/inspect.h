/* The program dateline-rules, for those who write rules: explains what the rules find in a text and why,
 * checks a folder of them, and lists what no example covers. */
#ifndef INSPECT_INSPECT_H
#define INSPECT_INSPECT_H

#include "base/buffer.h"

#include <stdio.h>

enum inspect_status {
    INSPECT_OK = 0,
    INSPECT_FINDINGS = 1, /* a fault in the rules, an example that fails, an uncovered rule */
    INSPECT_USAGE = 2,    /* wrong arguments, or what they name cannot be read */
};

/* Runs the command that the arguments (without the program's name) give.  What it answers is appended to
 * `out`, what it complains of to `messages`; `input` is read when an argument asks for it ("-"). */
enum inspect_status inspect_run(int argument_count, const char *const *arguments, FILE *input,
                                struct buffer *out, struct buffer *messages);

#endif
