/* Rows of the tables to structs and back. */
#ifndef STORE_SQLITE_ROWS_H
#define STORE_SQLITE_ROWS_H

#include "base/buffer.h"
#include "connection.h"
#include "span.h"
#include "store/store.h"

/* That an analyst holds a claim together with others, or keeps it apart from them. */
struct ruling {
    int64_t correction;
    bool apart; /* it stays behind where others are split off */
};

/* A row of the views claim and claim_with_article. */
struct claim_row {
    int64_t event;
    int64_t component;
    int32_t position; /* in its article */
    struct span span;
    uint32_t facets;
    int64_t twin; /* see twin.h */
    struct claim claim;
    struct str title, url; /* absent in the view claim */
    struct str actor_key;  /* for writing only, as the next */
    struct str town_key;
    struct str terms; /* packed ids */
    struct store_corrected corrected;
    struct ruling *rulings; /* on the claim, in the order of the corrections; not read with the row */
    size_t ruling_count;
};

/* Reads the present row.  With `keep` all of it is copied into `arena`, else strings are borrowed from the
 * statement and only arrays lie in the arena.  ERR_NO_MEMORY, ERR_IO. */
enum status row_read_claim(struct use *use, struct arena *arena, bool keep, struct claim_row *row) MUST_CHECK;

/* What became of an event that is not there: follows the successors to the one that lives.  ERR_CONFLICT: it
 * was merged into *successor; ERR_GONE: it was removed; ERR_NOT_FOUND: there never was one. */
enum status find_successor(struct connection *connection, int64_t id, int64_t *successor,
                           struct error *error) MUST_CHECK;

/* The row as an answer has it, without what only counts within an event; strings and report are borrowed. */
struct store_report row_report(const struct claim_row *row);

/* Binds all of report_insert.  `places`, `alternatives` and `corrected` are packed; like all of the row they
 * must live until use_end. */
void row_bind_report(struct use *use, int64_t article, const struct claim_row *row, int32_t reach,
                     struct str places, struct str alternatives, struct str corrected);

/* A row of the table `event`. */
struct event_row {
    int64_t component;
    struct event event;
    struct str terms; /* packed ids */
};

/* As row_read_claim. */
enum status row_read_event(struct use *use, struct arena *arena, bool keep, struct event_row *row) MUST_CHECK;
/* Binds all of event_insert and event_update; an id of 0 is bound as NULL. */
void row_bind_event(struct use *use, const struct event_row *row, struct str places, struct str sources,
                    struct str alternatives);
/* The number by which events are sorted by count: the highest bound, -1 when there is none. */
int64_t event_size(const struct event *event);

/* The columns revision to language of article_by_id and article_list, which follow the number and the id. */
void row_read_article(struct use *use, struct store_article *row);
/* Binds published_day to language, and the text. */
void row_bind_article(struct use *use, const struct article *article);

#endif
