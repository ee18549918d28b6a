/* Whether the examples of rules hold. */
#ifndef INSPECT_EXAMPLES_H
#define INSPECT_EXAMPLES_H

#include "inspect/trace.h"

/* Runs an example of the language's time rules, or of its report rules, and keeps what happened in `trace`,
 * which lies in the arena.  *why is absent when it holds, else what came of it instead: "gives 2024-12-17",
 * "no publication date".  ERR_NO_MEMORY. */
enum status time_example(struct arena *arena, const struct lang *lang, const struct lang_example *example,
                         struct trace *trace, struct str *why) MUST_CHECK;
enum status report_example(struct arena *arena, const struct lang *lang, const struct lang_example *example,
                           struct trace *trace, struct str *why) MUST_CHECK;

#endif
