/* The text form of a cursor: sort, key, id and a checksum, in base64url. */
#ifndef QUERY_CURSOR_H
#define QUERY_CURSOR_H

#include "query/query.h"

/* Reads what query_cursor_format wrote for the same sort; false for everything else. */
bool query_cursor_parse(struct str text, enum query_sort sort, struct query_cursor *cursor);

#endif
