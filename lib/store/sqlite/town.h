/* The town keys of claims that were stored before these were kept with them. */
#ifndef STORE_SQLITE_TOWN_H
#define STORE_SQLITE_TOWN_H

#include "connection.h"

/* Gives the SQL of migrations the function town_key_of(places): merge_town_key of losses on one day at the
 * packed places, NULL when there is none.  ERR_NO_MEMORY. */
enum status town_offer(struct connection *connection, struct error *error) MUST_CHECK;

#endif
