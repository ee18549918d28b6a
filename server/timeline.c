/* GET /api/v1/timeline: events counted by calendar unit. */
#include "server/routes.h"

static const char *const interval_names[] = {
    [BUCKET_DAY] = "day", [BUCKET_WEEK] = "week", [BUCKET_MONTH] = "month", [BUCKET_YEAR] = "year"};

static int32_t last_day(int32_t first, enum query_bucket interval)
{
    struct civil civil = civil_from_day(first);
    switch (interval) {
    case BUCKET_WEEK:
        return first + 6;
    case BUCKET_MONTH:
        return civil_to_day(civil.year, civil.month + 1, 1) - 1;
    case BUCKET_YEAR:
        return civil_to_day(civil.year + 1, 1, 1) - 1;
    case BUCKET_DAY:
        break;
    }
    return first;
}

/* The store's cells, kept so that each of the three lists can be written in one piece. */
struct cells {
    struct arena *arena;
    struct store_bucket *items;
    size_t count;
    size_t capacity;
    bool failed;
};

static bool keep_cell(void *context, const struct store_bucket *cell)
{
    struct cells *cells = context;
    if (cells->count == cells->capacity) {
        size_t capacity = cells->capacity > 0 ? cells->capacity * 2 : 256;
        struct store_bucket *items =
            arena_grow(cells->arena, cells->items, cells->count, capacity, sizeof(*items));
        if (!items) {
            cells->failed = true;
            return false;
        }
        cells->items = items;
        cells->capacity = capacity;
    }
    cells->items[cells->count++] = *cell;
    return true;
}

static void write_day(struct json_writer *writer, const char *key, int32_t day)
{
    char text[11];
    day_format(day, text);
    json_key(writer, key);
    json_text(writer, text);
}

static void write_bound(struct json_writer *writer, const char *key, int64_t bound)
{
    json_key(writer, key);
    if (bound == COUNT_NONE) {
        json_write_null(writer);
    } else {
        json_int(writer, bound);
    }
}

static void write_bounds(struct json_writer *writer, const char *key, struct bounds bounds)
{
    json_key(writer, key);
    if (bounds.min == COUNT_NONE && bounds.max == COUNT_NONE) {
        json_write_null(writer);
        return;
    }
    json_object_begin(writer);
    write_bound(writer, "min", bounds.min);
    write_bound(writer, "max", bounds.max);
    json_object_end(writer);
}

static void write_cell(struct json_writer *writer, const struct store_bucket *cell,
                       enum query_bucket interval)
{
    json_object_begin(writer);
    if (cell->bucket != DAY_NONE) {
        write_day(writer, "first", cell->bucket);
        write_day(writer, "last", last_day(cell->bucket, interval));
    }
    json_key(writer, "kind");
    json_text(writer, report_kind_name(cell->kind));
    json_key(writer, "events");
    json_int(writer, (int64_t)cell->events);
    json_key(writer, "reports");
    json_int(writer, (int64_t)cell->reports);
    write_bounds(writer, "killed", cell->killed);
    write_bounds(writer, "wounded", cell->wounded);
    json_object_end(writer);
}

enum list { LIST_BUCKETS, LIST_COARSE, LIST_UNDATED };

static enum list list_of(const struct store_bucket *cell)
{
    if (cell->bucket == DAY_NONE) {
        return LIST_UNDATED;
    }
    return cell->coarse ? LIST_COARSE : LIST_BUCKETS;
}

void handle_timeline(struct request *request)
{
    struct query query;
    struct error error = {0};
    struct cells cells = {.arena = &request->arena};
    enum status status = request_query(request, &query, &error);
    if (status == OK) {
        status = store_timeline(request->server->store, &query, keep_cell, &cells, &error);
    }
    if (status == OK && cells.failed) {
        status = error_set(&error, ERR_NO_MEMORY, NULL,
                           "the timeline has too many buckets; choose a longer interval");
    }
    if (status != OK) {
        reply_error(&request->reply, status, &error);
        return;
    }
    static const char *const names[] = {
        [LIST_BUCKETS] = "buckets", [LIST_COARSE] = "coarse", [LIST_UNDATED] = "undated"};
    struct json_writer writer;
    reply_json(&request->reply, MHD_HTTP_OK, &writer);
    json_object_begin(&writer);
    json_key(&writer, "interval");
    json_text(&writer, interval_names[query.interval]);
    for (int list = LIST_BUCKETS; list <= LIST_UNDATED; list++) {
        json_key(&writer, names[list]);
        json_array_begin(&writer);
        for (size_t i = 0; i < cells.count; i++) {
            if ((int)list_of(&cells.items[i]) == list) {
                write_cell(&writer, &cells.items[i], query.interval);
            }
        }
        json_array_end(&writer);
    }
    json_object_end(&writer);
}
