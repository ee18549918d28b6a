/* Private to the module. */
#ifndef MERGE_SUMMARY_H
#define MERGE_SUMMARY_H

#include "merge/merge.h"

/* 0 for a village or a place of unknown size, 1 town, 2 region, 3 country. */
int place_fineness(const struct place *place);

/* Makes the title of an event of which everything else is known. ERR_NO_MEMORY. */
enum status event_title(struct arena *arena, const struct claim *claims, size_t count,
                        struct event *event) MUST_CHECK;

#endif
