/* Claims that new ones were compared with, kept ready for the next comparison: what is in the news today is
 * looked at again and again.  A report never changes under its id, so that nothing here grows stale; only a
 * transaction that is rolled back gives its ids again, and then the cache must be cleared. */
#ifndef STORE_SQLITE_CLAIM_CACHE_H
#define STORE_SQLITE_CLAIM_CACHE_H

#include "connection.h"
#include "merge/merge.h"

struct claim_entry {
    int64_t id; /* 0: free */
    const struct merge_prepared *claim;
};

struct claim_cache {
    struct arena arena;
    struct claim_entry *entries; /* open addressing */
    size_t capacity;
    size_t count;
};

/* A cache that holds at most `limit` bytes of claims and starts anew when it is full. */
void claim_cache_init(struct claim_cache *cache, size_t limit);
void claim_cache_release(struct claim_cache *cache);
void claim_cache_clear(struct claim_cache *cache);
/* The claim of report `id`, read when it is not there; valid until the next call.  *claim is NULL when there
 * is no such report. */
enum status claim_cache_get(struct claim_cache *cache, struct connection *connection, int64_t id,
                            const struct merge_prepared **claim, struct error *error) MUST_CHECK;

#endif
