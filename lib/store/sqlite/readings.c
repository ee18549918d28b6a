#include "readings.h"

#include "internal.h"
#include "pack.h"

static struct str blob_of(sqlite3_value *value)
{
    const char *data = sqlite3_value_blob(value);
    return (struct str){data, (size_t)sqlite3_value_bytes(value)};
}

static int32_t day_of(sqlite3_value *value)
{
    return sqlite3_value_type(value) == SQLITE_NULL ? DAY_NONE : sqlite3_value_int(value);
}

/* Packs those readings of the expression that begin by `latest`. */
static void pack_some(struct buffer *packed, struct timex_reading *readings, const struct timex *timex,
                      int32_t latest)
{
    size_t count = 0;
    for (size_t i = 0; i < timex->alternative_count; i++) {
        if (latest == DAY_NONE || timex->alternatives[i].date.first <= latest) {
            readings[count++] = timex->alternatives[i];
        }
    }
    pack_readings(packed, readings, count);
}

static enum status find_readings(struct arena *arena, struct str timexes, int64_t number,
                                 struct interval date, int32_t latest, struct buffer *packed)
{
    struct timex_list list;
    enum status status = unpack_timexes(arena, timexes, &list);
    if (status != OK || number < 0 || number >= (int64_t)list.count) {
        return status == ERR_NO_MEMORY ? status : OK;
    }
    const struct timex *timex = &list.items[number];
    if (timex->date.first == date.first && timex->date.last == date.last) {
        struct timex_reading *readings = arena_array(arena, timex->alternative_count, sizeof *readings);
        if (readings == NULL) {
            return ERR_NO_MEMORY;
        }
        pack_some(packed, readings, timex, latest);
    }
    return buffer_status(packed);
}

static void readings_of(sqlite3_context *context, int count, sqlite3_value **values)
{
    struct arena arena;
    struct buffer packed;
    struct interval date = {.first = day_of(values[2]), .last = day_of(values[3])};
    (void)count;
    arena_init(&arena, READ_MEMORY);
    buffer_init(&packed, READ_MEMORY);
    if (find_readings(&arena, blob_of(values[0]), sqlite3_value_int64(values[1]), date, day_of(values[4]),
                      &packed) != OK) {
        sqlite3_result_error_nomem(context);
    } else {
        sqlite3_result_blob64(context, packed.size == 0 ? "" : packed.data, packed.size, SQLITE_TRANSIENT);
    }
    buffer_release(&packed);
    arena_release(&arena);
}

enum status readings_offer(struct connection *connection, struct error *error)
{
    int code = sqlite3_create_function(connection->handle, "readings_of", 5,
                                       SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, NULL,
                                       readings_of, NULL, NULL);
    return code == SQLITE_OK ? OK : error_set(error, ERR_NO_MEMORY, NULL, "out of memory");
}
