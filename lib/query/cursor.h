/* The text form of a cursor: list, sort, key, id and a checksum, in base64url. */
#ifndef QUERY_CURSOR_H
#define QUERY_CURSOR_H

#include "query/query.h"

/* Sets query->cursor from what query_cursor_format wrote for the same list and sort; false for everything
 * else. */
bool query_cursor_parse(struct str text, struct query *query);

#endif
