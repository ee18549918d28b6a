/* The store: articles as facts, reports and events derived from them, in one database.
 *
 * Reads run on the calling thread, each on a connection of its own (at most `readers` at once; more wait).
 * Writes are queued; one writer thread takes whatever is queued, applies it in one transaction, commits it
 * durably, and only then calls each write's `done`.  All functions may be called from any thread.
 *
 * Strings in what a read hands to its callback are borrowed until the callback returns. */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include "article/article.h"
#include "merge/merge.h"
#include "query/query.h"
#include "store/correction.h"
#include "timex/timex.h"

struct store;

struct store_options {
    const char *path;     /* the database file; made when absent; ":memory:" is not supported */
    const char *rules;    /* the version of the extraction rules, kept with what they derived */
    uint32_t readers;     /* connections for reading, 1 to 64 */
    uint32_t queue_limit; /* writes waiting at most; further ones get ERR_BUSY at once */
};

/* Opens the database, brings its schema up to date, starts the writer.  ERR_CONFLICT when the database is
 * newer than this program or a migration was changed; ERR_BUSY when another process has it open; ERR_IO with
 * the system's reason. */
enum status store_open(const struct store_options *options, struct store **store,
                       struct error *error) MUST_CHECK;
/* Applies what is queued, stops the writer, closes the database.  No other call may be running.  NULL is
 * allowed. */
void store_close(struct store *store);
/* OK when the database answers. */
enum status store_ready(struct store *store, struct error *error) MUST_CHECK;

struct store_info {
    uint32_t schema; /* number of the latest migration */
    uint64_t articles, reports, events;
    uint64_t older;   /* articles whose reports were found by other rules than the present ones */
    uint64_t commits; /* since store_open */
    uint32_t queued;  /* writes waiting now */
};
enum status store_info(struct store *store, struct store_info *info, struct error *error) MUST_CHECK;

/* STORE_CORRECT makes a correction, STORE_UNDO deletes one.  The last three are those of a reprocessing,
 * which the store queues itself. */
enum store_operation {
    STORE_PUT,
    STORE_DELETE,
    STORE_CORRECT,
    STORE_UNDO,
    STORE_BEGIN,
    STORE_STAGE,
    STORE_SWITCH
};

/* What became of a write.  STORE_DERIVED: the same content as is stored, but its reports were those of other
 * rules and have been replaced. */
enum store_outcome { STORE_CREATED, STORE_UNCHANGED, STORE_DERIVED, STORE_REPLACED, STORE_DELETED };

/* One write.  The caller owns it and everything it points to, and leaves it alone from store_submit until
 * `done` is called (on the writer's thread; it must be quick and must not call the store).  The ids of the
 * reports and of their events are filled in before. */
struct store_write {
    enum store_operation operation;
    bool id_chosen;                /* the article's id is the client's own key, not one made of its content */
    const struct article *article; /* for a delete only its id counts; NULL for corrections */
    const struct timex_list *timexes; /* of title and text */
    const struct report *reports;
    size_t report_count;
    int64_t *report_ids; /* room for report_count each; filled for a put */
    int64_t *event_ids;
    struct store_correcting *correcting; /* for corrections */
    void (*done)(struct store_write *write);
    void *context; /* the caller's */
    /* results */
    enum status status; /* OK, ERR_NOT_FOUND (delete), ERR_CONFLICT (put: the url is that of an article with
                           another id), ERR_FULL, ERR_IO, ERR_NO_MEMORY; of corrections see there */
    enum store_outcome outcome;
    struct error error;
    char article_id[201]; /* of the article stored: another one than asked for when its url was known */
    bool corrected; /* put: corrections speak of reports of the article, so that what is stored differs */
    const struct staging *staging; /* this and the following: the store's own */
    struct store_write *next;
    uint8_t hash[16];
    uint64_t voice;
};

/* Queues `write`.  ERR_BUSY when the queue is full: `done` is then not called. */
enum status store_submit(struct store *store, struct store_write *write) MUST_CHECK;

/* A stored article with all that was derived from it. */
struct store_article {
    struct article article;
    uint32_t revision;
    int64_t stored; /* Unix time in milliseconds */
    struct timex_list timexes;
    struct report *reports;
    int64_t *report_ids;
    int64_t *event_ids;
    struct store_corrected *corrected; /* of each report */
    size_t report_count;
};

/* One row of an answer with many.  A callback returns false to stop. */
typedef bool store_on_article(void *context, const struct store_article *article);
typedef bool store_on_event(void *context, const struct event *event);

/* A report with where it stands. */
struct store_report {
    int64_t id;
    int64_t event;
    const struct report *report;
    struct str article;
    struct str title;
    struct str url;
    struct str publisher;
    int32_t published;
    struct store_corrected corrected;
    /* only within an event: */
    struct merge_why why;        /* the link by which it came to the event; all zero when it has none */
    const struct claim *part_of; /* the total that it counts a part of, the nearest of several; NULL: none */
    int64_t joined_to;           /* the report at the other end of that link, or 0 */
    int64_t copy_of;             /* the report whose text it repeats, or 0 */
    int64_t ruling;              /* the latest correction that put it where it is, or 0 */
};
typedef bool store_on_report(void *context, const struct store_report *report);

/* The article with that id, in `arena`.  ERR_NOT_FOUND. */
enum status store_article(struct store *store, struct arena *arena, struct str id,
                          struct store_article *article, struct error *error) MUST_CHECK;
/* Articles by publication day (and query.sort), without timexes, reports or text.  *next is set to the cursor
 * of the next page, or left unset at the end; so in all functions below. */
enum status store_articles(struct store *store, const struct query *query, store_on_article *row,
                           void *context, struct query_cursor *next, struct error *error) MUST_CHECK;
/* One event and a page of its reports, earliest said first; of `query` only limit and cursor count.  When the
 * report that the cursor stands at is gone, the page begins with that day again.  ERR_NOT_FOUND; ERR_GONE: it
 * was removed; ERR_CONFLICT: it was merged into event *successor. */
enum status store_event(struct store *store, int64_t id, const struct query *query, store_on_event *row,
                        store_on_report *reports, void *context, struct query_cursor *next,
                        int64_t *successor, struct error *error) MUST_CHECK;
enum status store_events(struct store *store, const struct query *query, store_on_event *row, void *context,
                         struct query_cursor *next, struct error *error) MUST_CHECK;
enum status store_reports(struct store *store, const struct query *query, store_on_report *row, void *context,
                          struct query_cursor *next, struct error *error) MUST_CHECK;

/* The corrections, earliest first; of `query` only limit and cursor count. */
enum status store_corrections(struct store *store, const struct query *query, store_on_correction *row,
                              void *context, struct query_cursor *next, struct error *error) MUST_CHECK;
/* One of them.  ERR_NOT_FOUND. */
enum status store_correction(struct store *store, int64_t id, store_on_correction *row, void *context,
                             struct error *error) MUST_CHECK;

/* One cell of the timeline.  `bucket` is its first day; for undated events it is DAY_NONE, and `coarse` tells
 * that the events are coarser than the bucket and overlap it. */
struct store_bucket {
    int32_t bucket;
    enum report_kind kind;
    bool coarse;
    uint64_t events, reports;
    struct bounds killed, wounded;
};
typedef bool store_on_bucket(void *context, const struct store_bucket *bucket);
enum status store_timeline(struct store *store, const struct query *query, store_on_bucket *row,
                           void *context, struct error *error) MUST_CHECK;

#endif
