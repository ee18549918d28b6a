/* The components of all claims, found anew. */
#ifndef STORE_SQLITE_RELINK_H
#define STORE_SQLITE_RELINK_H

#include "batch.h"

/* Compares all stored claims and puts each into the component that its links give, whatever they were before:
 * the rules by which claims are linked may be others.  An event whose claims come apart stays with the oldest
 * of them; the rest have none until they are grouped.  Writes only what changes.  ERR_BUSY: it is to be given
 * up; ERR_NO_MEMORY, ERR_IO, ERR_FULL. */
enum status relink_all(struct batch *batch, struct error *error) MUST_CHECK;

#endif
