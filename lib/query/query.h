/* What a reader asks for: the filters, order and page of the HTTP contract, from URL parameters. */
#ifndef QUERY_QUERY_H
#define QUERY_QUERY_H

#include "base/arena.h"
#include "report/report.h"

enum query_sort { SORT_DATE, SORT_DATE_DESCENDING, SORT_UPDATED_DESCENDING, SORT_COUNT_DESCENDING };
enum query_bucket { BUCKET_DAY, BUCKET_WEEK, BUCKET_MONTH, BUCKET_YEAR };

#define QUERY_LIMIT_DEFAULT 100
#define QUERY_LIMIT_MAX 1000

/* The parameters that an endpoint takes: a bit mask, so that an unknown one is refused with its name. */
enum query_accepts {
    QUERY_DATES = 1 << 0, /* from to open */
    QUERY_FILTERS =
        1 << 1, /* kind subtype scope actor place country source publisher status min_count max_count */
    QUERY_PAGE = 1 << 2,      /* limit cursor */
    QUERY_SORT = 1 << 3,      /* sort */
    QUERY_SAID = 1 << 4,      /* said_from said_to */
    QUERY_INTERVAL = 1 << 5,  /* interval */
    QUERY_PUBLISHER = 1 << 6, /* publisher alone, for articles */
    QUERY_REPORTS = 1 << 7,   /* limit cursor, of the reports of one event: as many as may be, unless told */
    QUERY_UPDATED = 1 << 8,   /* updated_since */
    QUERY_EXPLAIN = 1 << 9,   /* explain */
    QUERY_DRY_RUN = 1 << 10,  /* dry_run, of what is written */
    QUERY_SERIES = 1 << 11,   /* series */
};

/* Several values of one name are alternatives; empty means no filter. */
struct query_values {
    struct str *items;
    size_t count;
};

/* The place after which a page starts: the sort key and the id of the last row before it. */
struct query_cursor {
    bool set;
    int64_t key;
    int64_t id;
};

struct query {
    int32_t from, to;                           /* days, closed; DAY_NONE when not given */
    bool open;                                  /* open sides count as endless */
    bool explain;                               /* with why each report is as it is */
    uint32_t kinds, subtypes, scopes, statuses; /* bit masks by enum value; 0 means any */
    struct query_values actors, countries, sources, publishers;
    struct query_values places; /* names, with the other names that the gazetteer has for the same places */
    struct query_values place_countries; /* ISO codes of the countries among them; alternatives to `places` */
    int64_t min_count, max_count;        /* COUNT_NONE when not given */
    int64_t updated_since;               /* Unix time in milliseconds; 0, before any event, when not given */
    int32_t said_from, said_to;
    struct str
        series; /* absent when not given; by date its events are in the order of the days they are known on */
    enum query_sort sort;
    enum query_bucket interval;
    uint32_t limit;
    struct query_cursor cursor;
    bool dry_run;     /* nothing is to be kept */
    uint32_t accepts; /* what query_parse was asked to take: it tells the lists apart */
};

/* One decoded name and value of the query string, in the order in which they came. */
struct query_parameter {
    struct str name;
    struct str value;
};

/* Fills `query` from parameters (already percent-decoded).  Values are borrowed; further names of a place are
 * static.  ERR_INVALID with the parameter's name as pointer: an unknown name, a value that is not UTF-8, no
 * date, number or known word, from after to, a subtype of another kind than the one asked for, a value given
 * twice where one is allowed, or a cursor that this program did not make. */
enum status query_parse(struct arena *arena, const struct query_parameter *parameters, size_t count,
                        uint32_t accepts, struct query *query, struct error *error) MUST_CHECK;

/* A calendar unit as a client writes it, "2024-12-14", "2024-12" or "2024": its first and last day. */
enum status query_date(struct str value, int32_t *first, int32_t *last, struct error *error) MUST_CHECK;

/* The opaque text of a cursor of the list and order that `query` asks for, made so that query_parse refuses
 * it for another; 48 bytes with the NUL. */
void query_cursor_format(const struct query_cursor *cursor, const struct query *query, char out[48]);

#endif
