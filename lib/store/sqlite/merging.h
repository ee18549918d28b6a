/* Which merging made the events: the code that links claims and groups them, known by a hash of its sources.
 */
#ifndef STORE_SQLITE_MERGING_H
#define STORE_SQLITE_MERGING_H

#include "connection.h"

/* Whether all events were made by the merging of this program, so that what is unchanged of claims need not
 * be merged anew. */
enum status merging_is_present(struct connection *connection, bool *present, struct error *error) MUST_CHECK;
/* Notes that they are; or, not `present`, that they are of several. */
enum status merging_set(struct connection *connection, bool present, struct error *error) MUST_CHECK;
/* Called before anything is written: the events of a database that another merging made will soon be of
 * several, and those of an empty one are of this. */
enum status merging_begin(struct connection *connection, struct error *error) MUST_CHECK;

#endif
