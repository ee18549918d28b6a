/* The actions of time rules, the same for every language: from the words that a rule caught to a typed
 * expression. */
#ifndef TIMEX_ACTIONS_H
#define TIMEX_ACTIONS_H

#include "text/match.h"
#include "timex/expression.h"

struct time_builder {
    struct expression_pool *pool;
    bool out_of_memory; /* set when a match was refused for want of memory */
    bool needs_survey;  /* set when an expression was made that depends on the text as a whole */
};

/* The match_action of the time rules; `context` is a struct time_builder.  The value of an item is its
 * expression.  Refuses what is no date (31 February) and what makes no sense. */
bool time_build(void *context, const struct match *match, struct value *value);

struct survey;

/* Fills the matcher with the items of that sentence, and runs all passes of the time rules over them; what
 * they make lives in the builder's pool until the next call.  Surveys the text when one of them asks for it.
 * ERR_NO_MEMORY. */
enum status time_match(struct matcher *matcher, size_t sentence, struct time_builder *builder,
                       struct survey *survey) MUST_CHECK;

/* The expression of an item made by a time rule, or NULL. */
static inline struct expression *time_expression(const struct item *item)
{
    return item->rule != NULL && item->value.kind == VALUE_OBJECT ? item->value.object : NULL;
}

#endif
