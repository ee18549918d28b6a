/* Whose people a title tells of.  Private to the module. */
#ifndef MERGE_TITLE_H
#define MERGE_TITLE_H

#include "base/buffer.h"
#include "merge/merge.h"

/* Whether claims about the people `actor` give both ends of `bounds`, the figure of a casualty.  A toll
 * without people that reaches beyond them does not make all of its dead theirs. */
bool title_counts_actor(const struct claim *claims, size_t count, struct str actor,
                        enum report_subtype subtype, struct bounds bounds);

/* Appends the people of the event as they follow the number `bounds`, or none: "North Korean and Russian
 * troops", "civilians", "soldier".  What their group is called is looked for in the sentences of the claims.
 */
void title_append_people(struct buffer *out, const struct claim *claims, size_t count,
                         const struct event *event, struct bounds bounds);

#endif
