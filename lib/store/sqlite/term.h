/* The words by which events and reports are filtered, as numbers. */
#ifndef STORE_SQLITE_TERM_H
#define STORE_SQLITE_TERM_H

#include "connection.h"
#include "merge/merge.h"
#include "query/query.h"

/* In the order in which a search prefers them: the first are the most selective. */
enum term_field { TERM_PLACE, TERM_SOURCE, TERM_ACTOR, TERM_PUBLISHER, TERM_COUNTRY, TERM_FIELDS };

/* The term that every event has. */
#define TERM_ALL 0

/* The terms of a claim, ascending, each once, in `arena`.  With `make` new ones are made, else they are all
 * 0. ERR_NO_MEMORY, ERR_IO, ERR_FULL. */
enum status term_of_claim(struct connection *connection, struct arena *arena, const struct claim *claim,
                          bool make, int64_t **terms, size_t *count, struct error *error) MUST_CHECK;

/* The terms that a query asks for, field by field. */
struct term_filter {
    struct term_set {
        int64_t *items; /* ascending; empty when no stored word is among those asked for */
        size_t count;
        bool asked;
    } fields[TERM_FIELDS];
};

/* Looks the words of the query up, in `arena`. */
enum status term_filter_find(struct connection *connection, struct arena *arena, const struct query *query,
                             struct term_filter *filter, struct error *error) MUST_CHECK;
/* Whether something with these (ascending) terms has one of each field that is asked for. */
bool term_filter_match(const struct term_filter *filter, const int64_t *terms, size_t count);

/* The form in which words are compared: composed, case-folded.  In `arena`; absent when there is no memory.
 */
struct str term_fold(struct arena *arena, struct str word);

/* Sorts ascending and removes doubles; returns how many are left. */
size_t sort_unique(int64_t *items, size_t count);
/* Whether `item` is among the ascending `items`. */
bool sorted_contains(const int64_t *items, size_t count, int64_t item);

#endif
