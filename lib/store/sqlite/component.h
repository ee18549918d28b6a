/* Components whose claims and comparisons are kept from one transaction to the next: what is in the news
 * today is added to again and again.  Everything here can be read and compared again; a report changes under
 * its id only when it is corrected, and is forgotten then, so that nothing grows stale but by a transaction
 * that is rolled back. */
#ifndef STORE_SQLITE_COMPONENT_H
#define STORE_SQLITE_COMPONENT_H

#include "connection.h"
#include "merge/merge.h"
#include "rows.h"

/* An event that a report has founded (see founder.h). */
struct founded {
    int64_t founder; /* ascending number of its place among all founders */
    int64_t event;
};

/* A claim of a component, and what becomes of it. */
struct member {
    struct claim_row row;
    struct member *master; /* the copy of the claim that is compared for all of them (see twin.h) */
    uint64_t neighbours;   /* a hash of the claims of its article that are members */
    bool compared;         /* it is one, and has `slot` */
    bool ruled;            /* the rulings in `row` are those that are stored */
    bool founded_known;    /* so is what the report has founded */
    struct founded *founded;
    size_t founded_count;
    uint32_t slot;
    uint32_t part;  /* number of the connected part of the component, from 0 */
    uint32_t group; /* number of the event, from 0 */
};

struct component {
    int64_t id;
    struct arena arena;
    struct member **members; /* by the report's id */
    size_t count;
    size_t dropped; /* rows in the arena that are no longer members */
    struct merge_component *compared;
    uint64_t used;  /* when it was used last */
    uint32_t parts; /* of the latest division */
    uint32_t groups;
};

#define KEPT_COMPONENTS 64

/* The components kept. */
struct component_cache {
    struct component *kept[KEPT_COMPONENTS];
    size_t count;
    size_t limit; /* bytes of all together */
    uint64_t clock;
};

/* A cache that keeps at most `limit` bytes of components beside the one in use. */
void component_cache_init(struct component_cache *cache, size_t limit);
/* Gives up all of them; the cache can go on being used. */
void component_cache_clear(struct component_cache *cache);

/* Report `report` has changed: it is read and compared again. */
void component_cache_forget(struct component_cache *cache, int64_t report);
/* The rulings on it have: they are read again. */
void component_cache_forget_rulings(struct component_cache *cache, int64_t report);
/* What it has founded has: likewise. */
void component_cache_forget_founded(struct component_cache *cache, int64_t report);

/* How many claims component `id` had when it was used last; 0 when it is not kept. */
size_t component_cache_size(const struct component_cache *cache, int64_t id);

/* Steps to the next higher component there is; 0 behind the last. */
enum status component_next(struct connection *connection, int64_t *id, struct error *error) MUST_CHECK;

/* The component `id` as the database has it, divided into parts and groups.  It is the cache's until the next
 * call.  `reduced`: claims were removed, so that it may be in several parts.  ERR_NO_MEMORY, ERR_IO. */
enum status component_load(struct component_cache *cache, struct connection *connection, int64_t id,
                           bool reduced, struct component **component, struct error *error) MUST_CHECK;

#endif
