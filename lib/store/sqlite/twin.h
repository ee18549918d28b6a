/* Copies of one claim: what syndication makes of a sentence, hundreds of times.  They are told by a hash and
 * merged as one, so that the cost of merging grows with what is said, not with how often it is repeated. */
#ifndef STORE_SQLITE_TWIN_H
#define STORE_SQLITE_TWIN_H

#include "merge/merge.h"

/* A hash over everything that merge_score and merge_partition look at, the article's id apart. */
int64_t twin_of(const struct claim *claim);

/* A set of numbers in an arena, for asking "seen before?". */
struct seen {
    struct arena *arena;
    int64_t *items; /* 0: free */
    size_t capacity;
    size_t count;
};

/* Adds `item`; *added is false when it was there. ERR_NO_MEMORY. */
enum status seen_add(struct seen *seen, int64_t item, bool *added) MUST_CHECK;

#endif
