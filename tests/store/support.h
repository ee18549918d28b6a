/* What the tests of the store share: a store in a folder of its own, invented articles, and answers as text.
 */
#ifndef TESTS_STORE_SUPPORT_H
#define TESTS_STORE_SUPPORT_H

#include "base/arena.h"
#include "base/buffer.h"
#include "store/reprocess.h"

enum { MOST_REPORTS = 12 };

/* A report in short; days count from DAY_0. DAY_NONE for open or unknown, COUNT_NONE for no figure. */
struct draft_report {
    enum report_kind kind;
    enum report_subtype subtype;
    enum report_scope scope;
    enum report_status status;
    const char *actor;
    const char *place;
    const char *country;
    const char *source;
    int64_t min, max;
    int32_t first, last;
    int32_t said;
    int32_t other; /* the day that its words may mean as well, so that they date it; 0 for none */
};

/* An article in short. `id` and `text` are needed; reports end at the first without an actor. */
struct draft {
    const char *id;
    const char *url;
    const char *publisher;
    const char *text;
    int32_t published;
    bool id_chosen;         /* by the client */
    const char *timex_rule; /* of its one expression, which is of "weekday.on" when this is NULL */
    int32_t second;         /* of the day of publication: tells revisions apart that say the same */
    struct draft_report reports[MOST_REPORTS];
};

/* 2024-12-01. */
#define DAY_0 20058

struct write_box; /* a store_write with all it points to */

struct fixture {
    char folder[64];
    char path[96];
    struct store *store;
};

/* A new folder and an open store in it; fails the test when it cannot. */
void fixture_open(struct fixture *fixture);
/* Closes and opens the store again. */
void fixture_reopen(struct fixture *fixture);
/* The same as a program with other rules. */
void fixture_reopen_with(struct fixture *fixture, const char *rules);
/* Closes the store, runs the SQL on its database, and opens it again. */
void fixture_execute(struct fixture *fixture, const char *sql);
/* Closes the store and makes its database one of before the migrations above number `schema`. */
void fixture_go_back(struct fixture *fixture, uint32_t schema);
/* Closes the store and removes the folder with what is in it. */
void fixture_close(struct fixture *fixture);

/* The same as setup and teardown of a cmocka test: *state is the fixture. */
int fixture_setup(void **state);
int fixture_teardown(void **state);
struct store_info info_of(const struct fixture *fixture);
/* That list_events gives `expected` for all events. */
void expect_all_events(const struct fixture *fixture, const char *expected);

/* What became of one write. */
struct result {
    enum status status;
    enum store_outcome outcome;
    struct error error;
    char article_id[201];
    size_t report_count;
    int64_t report_ids[MOST_REPORTS];
    int64_t event_ids[MOST_REPORTS];
};

/* Queues all at once, as one batch, and waits for them; a draft without text is a delete.  `results` may be
 * NULL. */
void write_all(struct store *store, const struct draft *drafts, size_t count, struct result *results);
/* One write that has to succeed. */
struct result write_one(struct store *store, const struct draft *draft);

/* What a reprocessing of a test finds: in each article the reports of the draft with its id; an article
 * without one is refused. */
struct rederivation {
    const struct draft *drafts;
    size_t count;
    void (*before)(struct rederivation *rederivation); /* is called before each article; may be NULL */
    void *context;
    size_t calls; /* articles analysed so far */
};
/* Derives everything anew. */
enum status rederive(struct store *store, struct rederivation *rederivation);
/* Makes or undoes a correction and waits for it.  `error` may be NULL. */
enum status correct(struct store *store, enum store_operation operation, struct store_correcting *correcting,
                    struct error *error);

/* The title, days, count and reports of all events that a query finds, one line each, in the order of the
 * answer. The cursor of the next page is left in *next when it is not NULL. Freed by the caller. */
char *list_events(struct store *store, const struct query *query, struct query_cursor *next);
/* The ids of the articles whose reports a query finds, with their position: "a b b". */
char *list_reports(struct store *store, const struct query *query, struct query_cursor *next);
char *list_articles(struct store *store, const struct query *query, struct query_cursor *next);
/* Every event with everything but ids, revision and moment of change, and with its reports by article; one
 * line each, sorted: equal for equal states.  Freed by the caller. */
char *describe_events(struct store *store);

/* A query for everything. */
struct query query_all(void);

#endif
