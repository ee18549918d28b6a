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
                        const struct merge_prepared **claim, struct error *error)
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
            *claim = merge_prepare(&cache->arena, &row->claim);
            status = *claim == NULL ? ERR_NO_MEMORY : OK;
        }
    }
    use_end(&use);
    return status;
}

enum status claim_cache_get(struct claim_cache *cache, struct connection *connection, int64_t id,
                            const struct merge_prepared **claim, struct error *error)
{
    struct claim_entry *entry;
    enum status status;
    *claim = NULL;
    if (2 * cache->count >= cache->capacity && grow(cache) != OK) {
        return error_set(error, ERR_NO_MEMORY, NULL, "out of memory");
    }
    entry = place_of(cache, id);
    if (entry->id == id) {
        *claim = entry->claim;
        return OK;
    }
    status = load(cache, connection, id, claim, error);
    if (status == ERR_NO_MEMORY && cache->count > 0) {
        claim_cache_clear(cache);
        entry = place_of(cache, id);
        status = load(cache, connection, id, claim, error);
    }
    if (status != OK) {
        return error_set(error, status, NULL, "report %lld cannot be read", (long long)id);
    }
    if (*claim != NULL) {
        *entry = (struct claim_entry){id, *claim};
        cache->count++;
    }
    return OK;
}
