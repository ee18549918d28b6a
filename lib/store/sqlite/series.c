#include "series.h"

#include "internal.h"
#include "pack.h"

static void series_of(sqlite3_context *context, int count, sqlite3_value **values)
{
    struct arena arena;
    struct event event = {.kind = (enum report_kind)sqlite3_value_int(values[0]), .scope = SCOPE_CUMULATIVE};
    const char *actor = (const char *)sqlite3_value_text(values[1]);
    const char *data = sqlite3_value_blob(values[2]);
    struct str packed = {data, (size_t)sqlite3_value_bytes(values[2])};
    struct str series;
    (void)count;
    arena_init(&arena, READ_MEMORY);
    event.actor = (struct str){actor, (size_t)sqlite3_value_bytes(values[1])};
    if (unpack_places(&arena, packed, &event.places, &event.place_count) != OK ||
        merge_series(&arena, &event, &series) != OK) {
        sqlite3_result_error_nomem(context);
    } else if (series.size > 0) {
        sqlite3_result_text64(context, series.data, series.size, SQLITE_TRANSIENT, SQLITE_UTF8);
    }
    arena_release(&arena);
}

enum status series_offer(struct connection *connection, struct error *error)
{
    int code = sqlite3_create_function(connection->handle, "series_of", 3,
                                       SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, NULL,
                                       series_of, NULL, NULL);
    return code == SQLITE_OK ? OK : error_set(error, ERR_NO_MEMORY, NULL, "out of memory");
}
