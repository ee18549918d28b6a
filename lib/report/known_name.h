/* The names of the text that the gazetteer knows, each looked up once.  Private to lib/report. */
#ifndef REPORT_KNOWN_NAME_H
#define REPORT_KNOWN_NAME_H

#include "report/draft.h"

/* True for a word that a name may begin with. */
static inline bool begins_name(const struct lang_word *words, const struct token *token)
{
    return (token->flags & TOKEN_CAPITALIZED) != 0 ||
           class_set_has(&words[token->word].classes, CLASS_NAME_PARTICLE);
}

/* Finds the names of the body, once; name_at begins with the first.  ERR_NO_MEMORY. */
enum status find_names(struct extraction *extraction) MUST_CHECK;
/* ... of that sentence alone, unless all were found: it lies behind those asked for.  ERR_NO_MEMORY. */
enum status find_names_of(struct extraction *extraction, size_t sentence) MUST_CHECK;
/* What the gazetteer knows at `token`, which lies not before those asked for; NULL for nothing. */
const struct known_name *name_at(struct extraction *extraction, uint32_t token);

#endif
