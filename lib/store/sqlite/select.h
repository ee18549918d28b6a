/* Finds what a query may match, in the order asked for, from any place on, without reading past the page.
 *
 * Sorted by date, there is one stream of index rows for each class of spans and each term searched by; the
 * streams are merged here, so that every SQL statement stays one range of one index. */
#ifndef STORE_SQLITE_SELECT_H
#define STORE_SQLITE_SELECT_H

#include "connection.h"
#include "span.h"
#include "term.h"

enum select_target { SELECT_EVENTS, SELECT_REPORTS };

struct candidate {
    int64_t id;
    int64_t key; /* of the sort order: with the id the place in the list */
};

struct stream;

struct selection {
    struct connection *connection;
    const struct query *query;
    struct stream *streams;
    size_t count;
    bool descending;
    bool by_date;
    bool started;
    struct candidate before; /* the one given last */
};

/* Begins behind the query's cursor. A series is in the order of `as_of` where others are in that of their
 * dates.  `filter` is what term_filter_find gave; all memory is `arena`'s. Reports have no order by count:
 * that sort is treated as by date. */
enum status select_begin(struct selection *selection, struct connection *connection, struct arena *arena,
                         enum select_target target, const struct query *query,
                         const struct term_filter *filter, struct error *error) MUST_CHECK;
/* The next candidate; *found is false at the end.  By date, its span and facets do match the query; terms and
 * counts the caller has to check, and everything in other orders. */
enum status select_next(struct selection *selection, struct candidate *candidate, bool *found,
                        struct error *error) MUST_CHECK;

#endif
