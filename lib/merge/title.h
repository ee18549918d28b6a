/* Whose people a title tells of.  Private to the module. */
#ifndef MERGE_TITLE_H
#define MERGE_TITLE_H

#include "base/buffer.h"
#include "merge/merge.h"

/* Appends the people of the event as they follow the number `bounds`, or none: "North Korean and Russian
 * troops", "civilians", "soldier".  What their group is called is looked for in the sentences of the claims.
 */
void title_append_people(struct buffer *out, const struct claim *claims, size_t count,
                         const struct event *event, struct bounds bounds);

#endif
