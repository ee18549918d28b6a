/* Corrections as they are stored, and what they say of the reports of one article. */
#ifndef STORE_SQLITE_CORRECTION_H
#define STORE_SQLITE_CORRECTION_H

#include "connection.h"
#include "rows.h"
#include "store/correction.h"

/* Reads the present row of correction_by_id or correction_list, with its claims, into `arena`. */
enum status correction_read(struct connection *connection, struct use *use, struct arena *arena,
                            struct correction *correction, struct error *error) MUST_CHECK;
/* Correction `id`; *found tells whether there is one. */
enum status correction_find(struct connection *connection, struct arena *arena, int64_t id,
                            struct correction *correction, bool *found, struct error *error) MUST_CHECK;
/* Stores it with its claims and gives it an id. */
enum status correction_insert(struct connection *connection, struct correction *correction,
                              struct error *error) MUST_CHECK;
enum status correction_delete(struct connection *connection, int64_t id, struct error *error) MUST_CHECK;

/* How the report of a row, which must be stored, is told again; borrowed from the row. */
enum status correction_claim_of(struct connection *connection, const struct claim_row *row,
                                struct correction_claim *claim, struct error *error) MUST_CHECK;

/* A claim of an article that a correction speaks of. */
struct claim_mark {
    int64_t correction;
    int64_t position; /* among the claims of the correction */
    enum correction_kind kind;
    struct correction_claim claim;
};

struct article_corrections {
    struct claim_mark *marks; /* in the order of the corrections */
    size_t count;
};

/* What there is of the article with the id `article`, in `arena`. */
enum status corrections_of_article(struct connection *connection, struct arena *arena, struct str article,
                                   struct article_corrections *corrections, struct error *error) MUST_CHECK;
/* Gives the reports of the article, which are as they were found, what is corrected of them, and the rulings
 * on them.  Each mark stands for the report of its words; of several for the one at its turn, when they are
 * as many as they were, and else for none: a correction rather waits than speaks of another claim. All in
 * `arena`. */
enum status corrections_apply(struct connection *connection, struct arena *arena,
                              struct article_corrections *corrections, struct claim_row *rows, size_t count,
                              struct error *error) MUST_CHECK;
/* Stores which reports the marks stand for. */
enum status corrections_settle(struct connection *connection, const struct article_corrections *corrections,
                               struct error *error) MUST_CHECK;
/* The rulings on a stored report, into `row`, in `arena`. */
enum status rulings_read(struct connection *connection, struct arena *arena, struct claim_row *row,
                         struct error *error) MUST_CHECK;

#endif
