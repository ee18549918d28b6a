/* Claims that new ones were compared with, kept ready for the next comparison: what is in the news today is
 * looked at again and again.  A report changes under its id only when it is corrected, and is forgotten then,
 * so that no claim here grows stale; only a transaction that is rolled back gives its ids again, and then the
 * cache must be cleared. */
#ifndef STORE_SQLITE_CLAIM_CACHE_H
#define STORE_SQLITE_CLAIM_CACHE_H

#include "connection.h"
#include "id_map.h"
#include "merge/merge.h"

struct claim_entry {
    int64_t id;
    const struct merge_prepared *claim; /* NULL: forgotten */
    int64_t component;                  /* as it was named at `naming` */
    uint64_t naming;
};

struct claim_cache {
    struct arena arena;
    struct claim_entry *entries;
    size_t capacity;
    size_t count;
    struct id_map places; /* of each report its entry, counted from 1 */
    uint64_t naming;      /* counts the times that components came apart */
    struct id_map joined; /* since then: components, and those that took them in */
};

/* A cache that holds at most `limit` bytes of claims and starts anew when it is full. */
void claim_cache_init(struct claim_cache *cache, size_t limit);
void claim_cache_release(struct claim_cache *cache);
void claim_cache_clear(struct claim_cache *cache);
/* The claim of report `id` and its component, read when it is not there; valid until the next call.  *claim
 * is NULL when there is no such report. */
enum status claim_cache_get(struct claim_cache *cache, struct connection *connection, int64_t id,
                            const struct merge_prepared **claim, int64_t *component,
                            struct error *error) MUST_CHECK;
/* Report `id` has changed: it is read again. */
void claim_cache_forget(struct claim_cache *cache, int64_t id);
/* All claims of `component` are now claims of `into`. */
void claim_cache_join(struct claim_cache *cache, int64_t component, int64_t into);
/* Components came apart: where each claim stands has to be read again. */
void claim_cache_rename(struct claim_cache *cache);

#endif
