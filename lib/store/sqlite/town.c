#include "town.h"

#include "internal.h"
#include "pack.h"

static void town_key_of(sqlite3_context *context, int count, sqlite3_value **values)
{
    struct arena arena;
    const char *data = sqlite3_value_blob(values[0]);
    struct str packed = {data, (size_t)sqlite3_value_bytes(values[0])};
    struct report report = {.kind = KIND_CASUALTY, .scope = SCOPE_INCIDENT}; /* of one day, any */
    struct str key;
    (void)count;
    arena_init(&arena, READ_MEMORY);
    if (unpack_places(&arena, packed, &report.places, &report.place_count) != OK ||
        merge_town_key(&report, &arena, &key) != OK) {
        sqlite3_result_error_nomem(context);
    } else if (key.size > 0) {
        sqlite3_result_text64(context, key.data, key.size, SQLITE_TRANSIENT, SQLITE_UTF8);
    }
    arena_release(&arena);
}

enum status town_offer(struct connection *connection, struct error *error)
{
    int code = sqlite3_create_function(connection->handle, "town_key_of", 1,
                                       SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, NULL,
                                       town_key_of, NULL, NULL);
    return code == SQLITE_OK ? OK : error_set(error, ERR_NO_MEMORY, NULL, "out of memory");
}
