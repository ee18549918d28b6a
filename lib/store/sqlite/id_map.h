/* A map from numbers to numbers on the heap; 0 is neither key nor value. */
#ifndef STORE_SQLITE_ID_MAP_H
#define STORE_SQLITE_ID_MAP_H

#include "base/status.h"
#include <stddef.h>
#include <stdint.h>

struct id_pair {
    int64_t key; /* 0: free */
    int64_t value;
};

/* All zero is an empty map. */
struct id_map {
    struct id_pair *items;
    size_t capacity;
    size_t count;
};

void id_map_release(struct id_map *map);
/* The value of `key`, 0 when it has none. */
int64_t id_map_get(const struct id_map *map, int64_t key);
/* Gives `key` the value, in place of what it had.  ERR_NO_MEMORY. */
enum status id_map_put(struct id_map *map, int64_t key, int64_t value) MUST_CHECK;

#endif
