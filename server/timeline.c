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

static void write_cell(struct json_writer *writer, const struct store_bucket *cell,
                       enum query_bucket interval)
{
    json_object_begin(writer);
    if (cell->bucket != DAY_NONE) {
        json_key(writer, "first");
        json_write_day(writer, cell->bucket);
        json_key(writer, "last");
        json_write_day(writer, last_day(cell->bucket, interval));
    }
    json_member_text(writer, "kind", report_kind_name(cell->kind));
    json_member_int(writer, "events", (int64_t)cell->events);
    json_member_int(writer, "reports", (int64_t)cell->reports);
    json_key(writer, "killed");
    json_write_bounds(writer, cell->killed);
    json_key(writer, "wounded");
    json_write_bounds(writer, cell->wounded);
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
    json_member_text(&writer, "interval", interval_names[query.interval]);
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
