/* Which reports belong together: disjoint sets of all reports there are, 12 bytes each. */
#ifndef STORE_SQLITE_FOREST_H
#define STORE_SQLITE_FOREST_H

#include "base/status.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* All zero is an empty forest. */
struct forest {
    int64_t *ids; /* of the reports, ascending */
    uint32_t *parents;
    size_t count, capacity;
};

void forest_release(struct forest *forest);
/* Adds a report that belongs to no other; its id is the highest so far.  ERR_NO_MEMORY. */
enum status forest_add(struct forest *forest, int64_t id) MUST_CHECK;
/* Whether the forest holds the report. */
bool forest_holds(const struct forest *forest, int64_t id);
/* The lowest report that `id`, which the forest holds, belongs together with. */
int64_t forest_find(struct forest *forest, int64_t id);
/* From now on two reports that the forest holds belong together. */
void forest_join(struct forest *forest, int64_t a, int64_t b);
/* The number of reports of each set, at the place of its lowest one in `ids`; freed by the caller.  NULL when
 * there is no memory. */
uint32_t *forest_sizes(struct forest *forest);
/* The place of a report in `ids`; `count` when the forest does not hold it. */
size_t forest_place(const struct forest *forest, int64_t id);

#endif
