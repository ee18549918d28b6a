/* The tokens of a text, without their sentences. */
#ifndef TEXT_SCAN_H
#define TEXT_SCAN_H

#include "text/text.h"

/* The tokens of `source`, well-formed UTF-8 of less than 4 GiB.  ERR_NO_MEMORY. */
enum status scan_tokens(struct arena *arena, const struct lang *lang, struct str source,
                        struct token **tokens, size_t *count) MUST_CHECK;

#endif
