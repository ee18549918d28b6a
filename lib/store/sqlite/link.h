/* Which component each new claim belongs to. */
#ifndef STORE_SQLITE_LINK_H
#define STORE_SQLITE_LINK_H

#include "batch.h"
#include "forest.h"

/* Sets component and actor_key (in the batch's arena) of the claims of one article, which have their ids but
 * are not stored yet: claims that are linked, to each other or through what is stored, come into one
 * component.  Stored components that they bring together are made one.  When everything is derived anew, each
 * is a component of its own at first. */
enum status link_claims(struct batch *batch, struct claim_row *rows, size_t count,
                        struct error *error) MUST_CHECK;
/* Joins in `forest`, which holds them and all stored claims of lower ids, the claims of one article to each
 * other and to those that they are linked to. */
enum status link_anew(struct batch *batch, struct claim_row *rows, size_t count, struct forest *forest,
                      struct error *error) MUST_CHECK;
/* Makes one of the stored `components` (each once, at least one), which an analyst joins. */
enum status link_components(struct batch *batch, const int64_t *components, size_t count,
                            struct error *error) MUST_CHECK;

#endif
