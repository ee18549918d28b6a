/* The rule compiler: word and rule files of the languages in, C source with const tables out.
 * lib/lang/README.md explains the files, lang/lang.h the tables. */
#ifndef TOOLS_RULES_H
#define TOOLS_RULES_H

#include "base/arena.h"
#include "base/buffer.h"

enum rules_file_kind { RULES_WORDS, RULES_ABBREVIATIONS, RULES_TIME, RULES_REPORT, RULES_OTHER };

struct rules_file {
    enum rules_file_kind kind;
    const char *name; /* for messages: "time.rules" */
    struct str text;
};

/* Compiles the files of the language `tag` (lower-case letters) and appends C source to `out`, which defines
 *     const struct lang lang_<tag>;
 * and includes what it needs.  Word files are to come before the others.  ERR_INVALID when there are faults:
 * `messages` then has each with its line and a caret under the place, up to 50 of them.  ERR_NO_MEMORY. */
enum status rules_compile(struct arena *arena, const char *tag, const struct rules_file *files, size_t count,
                          struct buffer *out, struct buffer *messages) MUST_CHECK;

#endif
