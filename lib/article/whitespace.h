/* White space as a page shows it: runs of it are one space. */
#ifndef ARTICLE_WHITESPACE_H
#define ARTICLE_WHITESPACE_H

#include "base/arena.h"

/* What the bytes at `at` of well-formed text are to the layout. */
enum whitespace_kind {
    WHITESPACE_NONE,      /* a character to be shown */
    WHITESPACE_SPACE,     /* white space of any width, the no-break spaces too */
    WHITESPACE_INVISIBLE, /* of no width: soft hyphen, zero-width space, byte order mark; controls */
};
enum whitespace_kind whitespace_at(const char *text, size_t size, size_t at, size_t *length);

/* Makes runs of white space one space and takes out the invisible, in place; trimmed. */
struct str whitespace_normalise(char *text, size_t size);
/* `name` so: itself when it is, else a copy in `arena`; itself too when there is no memory for that. */
struct str whitespace_in_name(struct arena *arena, struct str name);

#endif
