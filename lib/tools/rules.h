/* The rule compiler: word and rule files of the languages in, the tables of a language out, as C source or in
 * memory.  lib/lang/README.md explains the files, lang/lang.h the tables. */
#ifndef TOOLS_RULES_H
#define TOOLS_RULES_H

#include "base/arena.h"
#include "base/buffer.h"
#include "lang/lang.h"

enum rules_file_kind { RULES_WORDS, RULES_ABBREVIATIONS, RULES_TIME, RULES_REPORT, RULES_OTHER };

struct rules_file {
    enum rules_file_kind kind;
    const char *name; /* for messages: "time.rules" */
    struct str text;
};

#define RULES_FILES_MAX 64

struct rules_folder {
    struct rules_file files[RULES_FILES_MAX]; /* in the order in which they are to be compiled */
    size_t count;
};

/* Reads the files of the folder `path` that belong to a language, all into the arena; their names begin with
 * `path`.  ERR_NOT_FOUND when there is no such folder, ERR_IO when a file cannot be read, ERR_TOO_LARGE for
 * more than RULES_FILES_MAX of them, ERR_NO_MEMORY; the message of `error` names what it is about. */
enum status rules_read_folder(struct arena *arena, const char *path, struct rules_folder *folder,
                              struct error *error) MUST_CHECK;

/* True when `tag` can name a language: lower-case letters. */
bool rules_tag_valid(struct str tag);

/* Compiles the files of the language `tag` (lower-case letters) and appends C source to `out`, which defines
 *     const struct lang lang_<tag>;
 * and includes what it needs.  Word files are to come before the others.  ERR_INVALID when there are faults:
 * `messages` then has each with its line and a caret under the place, up to 50 of them.  ERR_TOO_LARGE when
 * there is more of something than the tables can number, such as 60,000 words: `messages` ends with what.
 * ERR_NO_MEMORY. */
enum status rules_compile(struct arena *arena, const char *tag, const struct rules_file *files, size_t count,
                          struct buffer *out, struct buffer *messages) MUST_CHECK;

/* Compiles likewise to tables in the arena: they are those that the C source defines, and live as long as the
 * arena and the texts of the files. */
enum status rules_load(struct arena *arena, const char *tag, const struct rules_file *files, size_t count,
                       const struct lang **lang, struct buffer *messages) MUST_CHECK;

#endif
