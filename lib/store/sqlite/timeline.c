/* The timeline: events counted by day, week, month or year. */
#include <stdlib.h>
#include <string.h>

#include "internal.h"
#include "pack.h"
#include "select.h"

/* More cells than this are no overview; the reader is told to ask for longer intervals. */
#define MOST_CELLS 100000

/* Buckets are numbered so that neighbours differ by one. */
static int32_t bucket_of(int32_t day, enum query_bucket interval)
{
    struct civil civil;
    switch (interval) {
    case BUCKET_DAY:
        return day;
    case BUCKET_WEEK: /* 1969-12-29 was a Monday */
        return day + 3 >= 0 ? (day + 3) / 7 : -((3 - day) / 7);
    case BUCKET_MONTH:
        civil = civil_from_day(day);
        return civil.year * 12 + civil.month - 1;
    default:
        return civil_from_day(day).year;
    }
}

static int32_t first_day_of(int32_t bucket, enum query_bucket interval)
{
    switch (interval) {
    case BUCKET_DAY:
        return bucket;
    case BUCKET_WEEK:
        return 7 * bucket - 3;
    case BUCKET_MONTH:
        return civil_to_day(bucket / 12, bucket % 12 + 1, 1);
    default:
        return civil_to_day(bucket, 1, 1);
    }
}

enum cell_role {
    CELL_FINE,   /* events inside the bucket */
    CELL_COARSE, /* how the sum of coarser events changes from the bucket before */
    CELL_UNDATED,
};

enum {
    SUM_EVENTS,
    SUM_REPORTS,
    SUM_KILLED,
    SUM_KILLED_MIN,
    SUM_KILLED_MAX,
    SUM_KILLED_OPEN,
    SUM_WOUNDED,
    SUM_WOUNDED_MIN,
    SUM_WOUNDED_MAX,
    SUM_WOUNDED_OPEN,
    SUM_COUNT
};

struct cell {
    int32_t bucket;
    uint8_t kind;
    uint8_t role;
    bool used;
    int64_t sums[SUM_COUNT];
};

/* The cells by bucket, kind and role: an open-addressing table with a power of two of places. */
struct cells {
    struct cell *items;
    size_t capacity;
    size_t count;
    const struct query *query;
};

static struct cell *place_of(const struct cells *cells, int32_t bucket, uint8_t kind, uint8_t role)
{
    uint64_t hash =
        ((uint64_t)(uint32_t)bucket << 8 | (uint64_t)kind << 2 | role) * UINT64_C(0x9E3779B97F4A7C15);
    for (size_t at = (size_t)(hash >> 32);; at++) {
        struct cell *cell = &cells->items[at & (cells->capacity - 1)];
        if (!cell->used || (cell->bucket == bucket && cell->kind == kind && cell->role == role)) {
            return cell;
        }
    }
}

static enum status grow(struct cells *cells, struct error *error)
{
    struct cells larger = {.capacity = cells->capacity == 0 ? 256 : 2 * cells->capacity,
                           .query = cells->query};
    larger.items = calloc(larger.capacity, sizeof *larger.items);
    if (larger.items == NULL) {
        return error_set(error, ERR_NO_MEMORY, NULL, "out of memory");
    }
    for (size_t i = 0; i < cells->capacity; i++) {
        const struct cell *cell = &cells->items[i];
        if (cell->used) {
            *place_of(&larger, cell->bucket, cell->kind, cell->role) = *cell;
        }
    }
    larger.count = cells->count;
    free(cells->items);
    *cells = larger;
    return OK;
}

static enum status add_to_cell(struct cells *cells, int32_t bucket, uint8_t kind, uint8_t role,
                               const int64_t sums[SUM_COUNT], int64_t sign, struct error *error)
{
    struct cell *cell;
    if (2 * cells->count >= cells->capacity) {
        enum status status = grow(cells, error);
        if (status != OK) {
            return status;
        }
    }
    cell = place_of(cells, bucket, kind, role);
    if (!cell->used) {
        *cell = (struct cell){.bucket = bucket, .kind = kind, .role = role, .used = true};
        cells->count++;
    }
    for (unsigned i = 0; i < SUM_COUNT; i++) {
        cell->sums[i] += sign * sums[i];
    }
    return OK;
}

/* Adds what events of one span and kind sum up to. */
static enum status add(struct cells *cells, struct span span, uint8_t kind, const int64_t sums[SUM_COUNT],
                       struct error *error)
{
    const struct query *query = cells->query;
    int32_t first;
    int32_t last;
    enum status status;
    if (span.class == SPAN_UNDATED) {
        return add_to_cell(cells, 0, kind, CELL_UNDATED, sums, 1, error);
    }
    if (query->open && span.class == SPAN_OPEN_BEGIN && query->from != DAY_NONE && span.lo > query->from) {
        span.lo = query->from;
    }
    if (query->open && span.class >= SPAN_OPEN_END && query->to != DAY_NONE && span.hi < query->to) {
        span.hi = query->to;
    }
    first = bucket_of(span.lo, query->interval);
    last = bucket_of(span.hi, query->interval);
    /* What happened by a day is entered there, but not known to lie in that day's bucket. */
    if (first == last && span.class != SPAN_OPEN_BEGIN) {
        return add_to_cell(cells, first, kind, CELL_FINE, sums, 1, error);
    }
    if (query->from != DAY_NONE && span.lo < query->from) {
        first = bucket_of(query->from, query->interval);
    }
    if (query->to != DAY_NONE && span.hi > query->to) {
        last = bucket_of(query->to, query->interval);
    }
    status = add_to_cell(cells, first, kind, CELL_COARSE, sums, 1, error);
    return status == OK ? add_to_cell(cells, last + 1, kind, CELL_COARSE, sums, -1, error) : status;
}

/* All that the totals hold between the query's days. */
static enum status add_totals(struct connection *connection, struct cells *cells, struct error *error)
{
    const struct query *query = cells->query;
    enum status status = OK;
    for (int32_t class = 0; status == OK && class < SPAN_CLASSES; class ++) {
        int32_t lowest;
        int32_t highest;
        struct use use;
        bool found;
        if (!span_range(class, query->from, query->to, query->open, &lowest, &highest)) {
            continue;
        }
        use_begin(&use, connection, SQL_TOTAL_LIST);
        use_int64(&use, class);
        use_int64(&use, lowest);
        use_int64(&use, highest);
        while ((status = use_row(&use, &found, error)) == OK && found) {
            struct span span;
            int64_t sums[SUM_COUNT];
            uint8_t kind;
            span.class = column_int32(&use);
            span.lo = column_int32(&use);
            span.hi = column_int32(&use);
            kind = (uint8_t)column_int32(&use);
            for (unsigned i = 0; i < SUM_COUNT; i++) {
                sums[i] = column_int64(&use);
            }
            if (!span_overlaps(span, query->from, query->to, query->open) ||
                (query->kinds != 0 && (query->kinds & UINT32_C(1) << kind) == 0)) {
                continue;
            }
            status = add(cells, span, kind, sums, error);
            if (status != OK) {
                break;
            }
        }
        use_end(&use);
    }
    return status;
}

/* What the rows of a filtered search are added to. */
struct gathering {
    struct cells *cells;
    enum status status;
    struct error *error;
};

static bool add_event(void *context, const struct event *event)
{
    struct gathering *gathering = context;
    struct event_sums sums = event_sums(event);
    const int64_t values[SUM_COUNT] = {1,
                                       event->reports,
                                       sums.killed.events,
                                       sums.killed.min,
                                       sums.killed.max,
                                       sums.killed.open,
                                       sums.wounded.events,
                                       sums.wounded.min,
                                       sums.wounded.max,
                                       sums.wounded.open};
    gathering->status =
        add(gathering->cells, span_of_event(event), (uint8_t)event->kind, values, gathering->error);
    return gathering->status == OK;
}

static int compare_cells(const void *a, const void *b)
{
    const struct cell *left = a;
    const struct cell *right = b;
    if (left->role == CELL_UNDATED || right->role == CELL_UNDATED) {
        if (left->role != right->role) {
            return left->role == CELL_UNDATED ? 1 : -1;
        }
        return (int)left->kind - (int)right->kind;
    }
    if (left->bucket != right->bucket) {
        return left->bucket < right->bucket ? -1 : 1;
    }
    return left->kind != right->kind ? (int)left->kind - (int)right->kind
                                     : (int)left->role - (int)right->role;
}

struct sender {
    store_on_bucket *callback;
    void *context;
    enum query_bucket interval;
    size_t sent;
    bool stopped;
};

/* The figures from sums[at] on, in the order of struct figure_sums: without an upper end when one has none.
 */
static struct bounds bounds_of(const int64_t sums[SUM_COUNT], unsigned at)
{
    struct bounds bounds = {COUNT_NONE, COUNT_NONE};
    if (sums[at] > 0) {
        bounds.min = sums[at + 1];
        bounds.max = sums[at + 3] > 0 ? COUNT_NONE : sums[at + 2];
    }
    return bounds;
}

static enum status send(struct sender *sender, int32_t day, unsigned kind, bool coarse,
                        const int64_t sums[SUM_COUNT], struct error *error)
{
    struct store_bucket bucket = {
        .bucket = day,
        .kind = (enum report_kind)kind,
        .coarse = coarse,
        .events = (uint64_t)sums[SUM_EVENTS],
        .reports = (uint64_t)sums[SUM_REPORTS],
        .killed = bounds_of(sums, SUM_KILLED),
        .wounded = bounds_of(sums, SUM_WOUNDED),
    };
    if (sums[SUM_EVENTS] == 0 || sender->stopped) {
        return OK;
    }
    if (sender->sent++ >= MOST_CELLS) {
        return error_set(error, ERR_TOO_LARGE, "interval",
                         "over %d cells: ask for a longer interval or for fewer days", MOST_CELLS);
    }
    sender->stopped = !sender->callback(sender->context, &bucket);
    return OK;
}

/* The coarse events that overlap each bucket from `begin` up to `end`: the sums do not change in between. */
static enum status send_run(struct sender *sender, int32_t begin, int32_t end,
                            int64_t running[KIND_COUNT][SUM_COUNT], struct error *error)
{
    enum status status = OK;
    bool any = false;
    for (unsigned kind = 0; kind < KIND_COUNT; kind++) {
        any = any || running[kind][SUM_EVENTS] != 0;
    }
    for (int32_t bucket = begin; any && status == OK && bucket < end; bucket++) {
        for (unsigned kind = 0; status == OK && kind < KIND_COUNT; kind++) {
            status = send(sender, first_day_of(bucket, sender->interval), kind, true, running[kind], error);
        }
    }
    return status;
}

/* In the order of time; within a bucket first what lies in it, by kind, then the coarse; at last the undated.
 */
static enum status send_cells(struct cells *cells, struct sender *sender, struct error *error)
{
    int64_t running[KIND_COUNT][SUM_COUNT] = {{0}};
    size_t count = 0;
    int32_t reached = INT32_MIN; /* coarse sums are sent up to here */
    enum status status = OK;
    for (size_t i = 0; i < cells->capacity; i++) {
        if (cells->items[i].used) {
            cells->items[count++] = cells->items[i];
        }
    }
    if (count > 1) {
        qsort(cells->items, count, sizeof *cells->items, compare_cells);
    }
    for (size_t i = 0; status == OK && i < count && !sender->stopped;) {
        int32_t bucket = cells->items[i].bucket;
        bool undated = cells->items[i].role == CELL_UNDATED;
        if (undated) {
            status = send(sender, DAY_NONE, cells->items[i].kind, false, cells->items[i].sums, error);
            i++;
            continue;
        }
        if (reached != INT32_MIN) {
            status = send_run(sender, reached, bucket, running, error);
        }
        for (; status == OK && i < count && cells->items[i].role != CELL_UNDATED &&
               cells->items[i].bucket == bucket;
             i++) {
            const struct cell *cell = &cells->items[i];
            if (cell->role == CELL_FINE) {
                status = send(sender, first_day_of(bucket, sender->interval), cell->kind, false, cell->sums,
                              error);
            }
            for (unsigned k = 0; cell->role == CELL_COARSE && k < SUM_COUNT; k++) {
                running[cell->kind][k] += cell->sums[k];
            }
        }
        if (status == OK) {
            status = send_run(sender, bucket, bucket + 1, running, error);
        }
        reached = bucket + 1;
    }
    return status;
}

static bool totals_suffice(const struct query *query)
{
    return query->subtypes == 0 && query->scopes == 0 && query->statuses == 0 && query->actors.count == 0 &&
           query->places.count == 0 && query->countries.count == 0 && query->sources.count == 0 &&
           query->publishers.count == 0 && query->min_count == COUNT_NONE && query->max_count == COUNT_NONE &&
           query->updated_since == 0;
}

enum status store_timeline(struct store *store, const struct query *query, store_on_bucket *row,
                           void *context, struct error *error)
{
    struct query all = *query; /* every event, in an order that needs no sorting */
    struct cells cells = {.query = &all};
    struct sender sender = {.callback = row, .context = context, .interval = query->interval};
    struct query_cursor next;
    struct connection *connection;
    enum status status;
    all.sort = SORT_DATE;
    all.cursor.set = false;
    all.limit = UINT32_MAX;
    if (totals_suffice(query)) {
        status = read_begin(store, &connection, error);
        if (status == OK) {
            status = add_totals(connection, &cells, error);
            read_end(store, connection);
        }
    } else {
        struct gathering gathering = {&cells, OK, error};
        status = store_events(store, &all, add_event, &gathering, &next, error);
        status = status == OK ? gathering.status : status;
    }
    if (status == OK) {
        status = send_cells(&cells, &sender, error);
    }
    free(cells.items);
    return status;
}
