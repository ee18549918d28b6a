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
    arena_release(&cache->arena);
    id_map_release(&cache->joined);
    free(cache->entries);
    cache->entries = NULL;
    cache->capacity = cache->count = 0;
}

void claim_cache_clear(struct claim_cache *cache)
{
    arena_release(&cache->arena);
    for (size_t i = 0; i < cache->capacity; i++) {
        cache->entries[i].id = 0;
    }
    cache->count = 0;
    claim_cache_rename(cache);
}

static struct claim_entry *place_of(const struct claim_cache *cache, int64_t id)
{
    size_t at = (size_t)((uint64_t)id * UINT64_C(0x9E3779B97F4A7C15) >> 32);
    for (;; at++) {
        struct claim_entry *entry = &cache->entries[at & (cache->capacity - 1)];
        if (entry->id == 0 || entry->id == id) {
            return entry;
        }
    }
}

static enum status grow(struct claim_cache *cache)
{
    struct claim_cache larger = {.capacity = cache->capacity == 0 ? 1024 : 2 * cache->capacity};
    larger.entries = calloc(larger.capacity, sizeof *larger.entries);
    if (larger.entries == NULL) {
        return ERR_NO_MEMORY;
    }
    for (size_t i = 0; i < cache->capacity; i++) {
        if (cache->entries[i].id != 0) {
            *place_of(&larger, cache->entries[i].id) = cache->entries[i];
        }
    }
    free(cache->entries);
    cache->entries = larger.entries;
    cache->capacity = larger.capacity;
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
    struct claim_entry *entry;
    enum status status = OK;
    *claim = NULL;
    *component = 0;
    if (2 * cache->count >= cache->capacity && grow(cache) != OK) {
        return error_set(error, ERR_NO_MEMORY, NULL, "out of memory");
    }
    entry = place_of(cache, id);
    if (entry->id != id) {
        struct claim_entry read = {.id = 0};
        status = load(cache, connection, id, &read, error);
        if (status == ERR_NO_MEMORY && cache->count > 0) {
            claim_cache_clear(cache);
            entry = place_of(cache, id);
            status = load(cache, connection, id, &read, error);
        }
        if (status == OK && read.id == 0) {
            return OK;
        }
        if (status == OK) {
            *entry = read;
            cache->count++;
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
