#include "forest.h"

#include <stdlib.h>

void forest_release(struct forest *forest)
{
    free(forest->ids);
    free(forest->parents);
    *forest = (struct forest){0};
}

enum status forest_add(struct forest *forest, int64_t id)
{
    if (forest->count == UINT32_MAX) {
        return ERR_NO_MEMORY;
    }
    if (forest->count == forest->capacity) {
        size_t capacity = forest->capacity == 0 ? 1024 : 2 * forest->capacity;
        int64_t *ids = realloc(forest->ids, capacity * sizeof *ids);
        if (ids == NULL) {
            return ERR_NO_MEMORY;
        }
        forest->ids = ids;
        uint32_t *parents = realloc(forest->parents, capacity * sizeof *parents);
        if (parents == NULL) {
            return ERR_NO_MEMORY;
        }
        forest->parents = parents;
        forest->capacity = capacity;
    }
    forest->ids[forest->count] = id;
    forest->parents[forest->count] = (uint32_t)forest->count;
    forest->count++;
    return OK;
}

size_t forest_place(const struct forest *forest, int64_t id)
{
    size_t low = 0;
    for (size_t high = forest->count; low < high;) {
        size_t middle = low + (high - low) / 2;
        if (forest->ids[middle] < id) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < forest->count && forest->ids[low] == id ? low : forest->count;
}

bool forest_holds(const struct forest *forest, int64_t id)
{
    return forest_place(forest, id) < forest->count;
}

static size_t root(struct forest *forest, size_t i)
{
    uint32_t *parents = forest->parents;
    while (parents[i] != i) {
        parents[i] = parents[parents[i]];
        i = parents[i];
    }
    return i;
}

int64_t forest_find(struct forest *forest, int64_t id)
{
    return forest->ids[root(forest, forest_place(forest, id))];
}

void forest_join(struct forest *forest, int64_t a, int64_t b)
{
    size_t left = root(forest, forest_place(forest, a));
    size_t right = root(forest, forest_place(forest, b));
    forest->parents[left < right ? right : left] = (uint32_t)(left < right ? left : right);
}

uint32_t *forest_sizes(struct forest *forest)
{
    uint32_t *sizes = calloc(forest->count + 1, sizeof *sizes);
    for (size_t i = 0; sizes != NULL && i < forest->count; i++) {
        sizes[root(forest, i)]++;
    }
    return sizes;
}
