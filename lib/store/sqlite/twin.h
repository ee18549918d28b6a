/* Copies of one claim: what syndication makes of a sentence, hundreds of times.  They are told by a hash and
 * merged as one, so that the cost of merging grows with what is said, not with how often it is repeated. */
#ifndef STORE_SQLITE_TWIN_H
#define STORE_SQLITE_TWIN_H

#include "merge/merge.h"

/* A hash over everything that merge_score and merge_partition look at, the article's id apart. */
int64_t twin_of(const struct claim *claim);

#endif
