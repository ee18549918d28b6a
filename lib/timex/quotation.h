/* When a quotation was spoken that goes on over sentences: '"We lost three men yesterday. The bridge is
 * gone," he said on Tuesday.'  Private to lib/timex. */
#ifndef TIMEX_QUOTATION_H
#define TIMEX_QUOTATION_H

#include "timex/actions.h"
#include "timex/focus.h"

/* Reads sentences ahead of the one at hand, each of which is the end of one quotation only. */
struct quotation {
    struct arena *arena;
    const struct text *text;
    struct matcher matcher; /* made when first needed: matcher.text is NULL until then */
    struct expression_pool pool;
    struct time_builder builder;
    size_t end;  /* the sentence behind those of the latest quotation that was looked into */
    int32_t day; /* on which that was spoken, or DAY_NONE */
};

void quotation_init(struct quotation *quotation, struct arena *arena, const struct text *text);

/* Stores in *day the day on which the quotation was spoken that is open behind sentence number `sentence`, as
 * the sentence tells in which it closes; DAY_NONE when none tells, and when that is no day before `focus` has
 * the article published.  ERR_NO_MEMORY. */
enum status quotation_day(struct quotation *quotation, size_t sentence, struct focus *focus,
                          int32_t *day) MUST_CHECK;

#endif
