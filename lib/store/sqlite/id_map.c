#include "id_map.h"

#include <stdlib.h>

#define LEAST_ROOM 64

void id_map_release(struct id_map *map)
{
    free(map->items);
    *map = (struct id_map){.items = NULL};
}

/* Open addressing: where the key is, or where it would be put. */
static struct id_pair *place_of(const struct id_map *map, int64_t key)
{
    size_t at = (size_t)((uint64_t)key * UINT64_C(0x9E3779B97F4A7C15) >> 32);
    for (;; at++) {
        struct id_pair *pair = &map->items[at & (map->capacity - 1)];
        if (pair->key == 0 || pair->key == key) {
            return pair;
        }
    }
}

int64_t id_map_get(const struct id_map *map, int64_t key)
{
    return map->capacity == 0 ? 0 : place_of(map, key)->value;
}

enum status id_map_put(struct id_map *map, int64_t key, int64_t value)
{
    if (2 * map->count >= map->capacity) {
        struct id_map larger = {.capacity = map->capacity == 0 ? LEAST_ROOM : 2 * map->capacity,
                                .count = map->count};
        larger.items = calloc(larger.capacity, sizeof *larger.items);
        if (larger.items == NULL) {
            return ERR_NO_MEMORY;
        }
        for (size_t i = 0; i < map->capacity; i++) {
            if (map->items[i].key != 0) {
                *place_of(&larger, map->items[i].key) = map->items[i];
            }
        }
        free(map->items);
        *map = larger;
    }
    struct id_pair *pair = place_of(map, key);
    map->count += pair->key == 0;
    *pair = (struct id_pair){key, value};
    return OK;
}
