/* Private to the module. */
#ifndef MERGE_SUMMARY_H
#define MERGE_SUMMARY_H

#include "merge/merge.h"

/* Makes the title of an event of which everything else is known. ERR_NO_MEMORY. */
enum status event_title(struct arena *arena, const struct claim *claims, size_t count,
                        struct event *event) MUST_CHECK;

#endif
