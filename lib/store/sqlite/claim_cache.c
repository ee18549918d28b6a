#include "claim_cache.h"

#include <stdlib.h>

#include "rows.h"

void claim_cache_init(struct claim_cache *cache, size_t limit)
{
    *cache = (struct claim_cache){0};
    arena_init(&cache->arena, limit);
}

void claim_cache_release(struct claim_cache *cache)
{
    claim_cache_clear(cache);
    free(cache->entries);
    cache->entries = NULL;
    cache->capacity = 0;
}

void claim_cache_clear(struct claim_cache *cache)
{
    arena_release(&cache->arena);
    id_map_release(&cache->places);
    cache->count = 0;
    claim_cache_rename(cache);
}

/* Room for one more entry. */
static enum status make_room(struct claim_cache *cache)
{
    if (cache->count == cache->capacity) {
        size_t capacity = cache->capacity == 0 ? 512 : 2 * cache->capacity;
        struct claim_entry *entries = realloc(cache->entries, capacity * sizeof *entries);
        if (entries == NULL) {
            return ERR_NO_MEMORY;
        }
        cache->entries = entries;
        cache->capacity = capacity;
    }
    return OK;
}

/* Reads and prepares the claim in the cache's arena; ERR_NO_MEMORY also when that is full. */
static enum status load(struct claim_cache *cache, struct connection *connection, int64_t id,
                        struct claim_entry *entry, struct error *error)
{
    struct claim_row *row = arena_alloc(&cache->arena, sizeof *row);
    struct use use;
    bool found;
    enum status status;
    if (row == NULL) {
        return ERR_NO_MEMORY;
    }
    use_begin(&use, connection, SQL_CLAIM_FOR_MERGING);
    use_int64(&use, id);
    status = use_row(&use, &found, error);
    if (status == OK && found) {
        status = row_read_claim(&use, &cache->arena, true, row);
        if (status == OK) {
            *entry = (struct claim_entry){id, merge_prepare(&cache->arena, &row->claim), row->component,
                                          cache->naming};
            status = entry->claim == NULL ? ERR_NO_MEMORY : OK;
        }
    }
    use_end(&use);
    return status;
}

static enum status read_component(struct claim_cache *cache, struct connection *connection,
                                  struct claim_entry *entry, struct error *error)
{
    struct use use;
    bool found;
    enum status status;
    use_begin(&use, connection, SQL_REPORT_COMPONENT);
    use_int64(&use, entry->id);
    status = use_row(&use, &found, error);
    if (status == OK && found) {
        entry->component = column_int64(&use);
        entry->naming = cache->naming;
    }
    use_end(&use);
    return status;
}

enum status claim_cache_get(struct claim_cache *cache, struct connection *connection, int64_t id,
                            const struct merge_prepared **claim, int64_t *component, struct error *error)
{
    int64_t place = id_map_get(&cache->places, id);
    struct claim_entry *entry = place != 0 ? &cache->entries[place - 1] : NULL;
    enum status status = OK;
    *claim = NULL;
    *component = 0;
    if (entry == NULL || entry->claim == NULL) {
        struct claim_entry read = {.id = 0};
        status = load(cache, connection, id, &read, error);
        if (status == ERR_NO_MEMORY && cache->count > 0) {
            claim_cache_clear(cache);
            entry = NULL;
            status = load(cache, connection, id, &read, error);
        }
        if (status == OK && read.id == 0) {
            return OK;
        }
        if (status == OK && entry == NULL) {
            status = make_room(cache);
        }
        if (status == OK && entry == NULL) {
            entry = &cache->entries[cache->count];
            status = id_map_put(&cache->places, id, (int64_t)++cache->count);
        }
        if (status == OK) {
            *entry = read;
        }
    } else if (entry->naming != cache->naming) {
        status = read_component(cache, connection, entry, error);
    }
    if (status != OK) {
        return error_set(error, status, NULL, "report %lld cannot be read", (long long)id);
    }
    for (int64_t into; (into = id_map_get(&cache->joined, entry->component)) != 0;) {
        entry->component = into;
    }
    *claim = entry->claim;
    *component = entry->component;
    return OK;
}

void claim_cache_forget(struct claim_cache *cache, int64_t id)
{
    int64_t place = id_map_get(&cache->places, id);
    if (place != 0) {
        cache->entries[place - 1].claim = NULL;
    }
}

void claim_cache_join(struct claim_cache *cache, int64_t component, int64_t into)
{
    if (id_map_put(&cache->joined, component, into) != OK) {
        claim_cache_rename(cache);
    }
}

void claim_cache_rename(struct claim_cache *cache)
{
    id_map_release(&cache->joined);
    cache->naming++;
}
