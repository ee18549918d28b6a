/* The list of what was found, kept small: what expressions have in common is kept once. */
#ifndef TIMEX_RESULTS_H
#define TIMEX_RESULTS_H

#include "timex/resolve.h"

#define RESULTS_SHARED 256 /* values and readings that are remembered; a power of two */

struct results {
    struct arena *arena;
    struct timex_list *list;
    size_t capacity;                                      /* of the list */
    char *free;                                           /* where the next value is written */
    size_t free_size;                                     /* bytes */
    const char *values[RESULTS_SHARED];                   /* by hash, the latest */
    const struct timex_reading *readings[RESULTS_SHARED]; /* by hash, the latest */
};

/* An empty `list`; the results live in `arena`. */
void results_init(struct results *results, struct arena *arena, struct timex_list *list);

/* Adds what `expression` was found to mean at its place in `text`, and its other reading if `other` has a
 * value.  ERR_NO_MEMORY. */
enum status results_add(struct results *results, const struct text *text, const struct expression *expression,
                        const struct resolution *found, const struct resolution *other) MUST_CHECK;

#endif
