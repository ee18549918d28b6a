/* The names under which articles of one publisher may be stored. */
#ifndef QUERY_PUBLISHER_H
#define QUERY_PUBLISHER_H

#include "base/str.h"

/* A publisher has so many names in the table at most. */
#define PUBLISHER_NAMES 5

/* The other names of the publisher that `name` is one of, "Associated Press" for "AP": fills `names` and
 * returns how many there are, 0 for a publisher that the table does not have.  They are static. */
size_t publisher_names(struct str name, struct str names[PUBLISHER_NAMES]);

/* The name without the "The" before it. */
struct str publisher_without_article(struct str name);

#endif
