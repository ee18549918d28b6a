/* The series of events that were stored before these were kept with them. */
#ifndef STORE_SQLITE_SERIES_H
#define STORE_SQLITE_SERIES_H

#include "connection.h"

/* Gives the SQL of migrations the function series_of(kind, actor, places): merge_series of a tally at the
 * packed places, NULL when there is none.  ERR_NO_MEMORY. */
enum status series_offer(struct connection *connection, struct error *error) MUST_CHECK;

#endif
