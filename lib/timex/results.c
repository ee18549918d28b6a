#include "timex/results.h"

#include <string.h>

/* Bytes of values that are taken from the arena at once. */
#define VALUES_BLOCK 4096
#define FIRST_CAPACITY 16
/* The list doubles up to here; then it grows by a sixteenth, which the arena does in place. */
#define DOUBLED_CAPACITY 512

void results_init(struct results *results, struct arena *arena, struct timex_list *list)
{
    *results = (struct results){.arena = arena, .list = list};
    *list = (struct timex_list){0};
}

static uint32_t hash_add(uint32_t hash, uint32_t part)
{
    hash = (hash ^ part) * 16777619u;
    return hash ^ hash >> 15;
}

/* A copy of the value that lives as long as the arena; NULL when there is no memory. */
static const char *keep_value(struct results *results, const char *value)
{
    uint32_t hash = 2166136261u;
    size_t size = 0;
    for (; value[size] != '\0'; size++) {
        hash = hash_add(hash, (uint8_t)value[size]);
    }
    const char **kept = &results->values[hash % RESULTS_SHARED];
    if (*kept != NULL && strcmp(*kept, value) == 0) {
        return *kept;
    }
    if (results->free_size < size + 1) {
        char *block = arena_room(results->arena, VALUES_BLOCK, 1);
        if (block == NULL) {
            return NULL;
        }
        results->free = block;
        results->free_size = VALUES_BLOCK;
    }
    memcpy(results->free, value, size + 1);
    *kept = results->free;
    results->free += size + 1;
    results->free_size -= size + 1;
    return *kept;
}

static bool same_date(struct interval a, struct interval b)
{
    return a.first == b.first && a.last == b.last && a.precision == b.precision &&
           a.approximate == b.approximate;
}

static const struct timex_reading *keep_reading(struct results *results, const struct resolution *other)
{
    const char *value = keep_value(results, other->value);
    if (value == NULL) {
        return NULL;
    }
    uint32_t hash = hash_add(hash_add(0, (uint32_t)other->date.first), (uint32_t)other->date.last);
    const struct timex_reading **kept = &results->readings[hash % RESULTS_SHARED];
    if (*kept != NULL && (*kept)->value == value && same_date((*kept)->date, other->date)) {
        return *kept;
    }
    struct timex_reading *reading = arena_alloc(results->arena, sizeof *reading);
    if (reading == NULL) {
        return NULL;
    }
    *reading = (struct timex_reading){value, other->date};
    *kept = reading;
    return reading;
}

/* Room for one more. */
static bool make_room(struct results *results)
{
    struct timex_list *list = results->list;
    if (list->count < results->capacity) {
        return true;
    }
    size_t capacity = results->capacity == 0                 ? FIRST_CAPACITY
                      : results->capacity < DOUBLED_CAPACITY ? results->capacity * 2
                                                             : results->capacity + results->capacity / 16;
    struct timex *items = arena_grow(results->arena, list->items, list->count, capacity, sizeof *items);
    if (items == NULL) { /* the last that there is room for */
        capacity = results->capacity + FIRST_CAPACITY;
        items = arena_grow(results->arena, list->items, list->count, capacity, sizeof *items);
    }
    if (items == NULL) {
        return false;
    }
    list->items = items;
    results->capacity = capacity;
    return true;
}

enum status results_add(struct results *results, const struct text *text, const struct expression *expression,
                        const struct resolution *found, const struct resolution *other)
{
    struct timex timex = {
        .begin = text->tokens[expression->first_token].begin,
        .end = token_end(&text->tokens[expression->end_token - 1]),
        .first_token = expression->first_token,
        .end_token = expression->end_token,
        .value = keep_value(results, found->value),
        .mod = (uint8_t)found->mod,
        .rule = expression->rule,
        .date = found->date,
        .partner = -1,
        .type = (uint8_t)found->type,
        .anchor = (uint8_t)found->anchor,
        .relation = (uint8_t)found->relation,
        .up_to_now = found->up_to_now,
    };
    if (other->value[0] != '\0') {
        timex.alternatives = keep_reading(results, other);
        timex.alternative_count = 1;
    }
    if (timex.value == NULL || (timex.alternative_count > 0 && timex.alternatives == NULL) ||
        !make_room(results)) {
        return ERR_NO_MEMORY;
    }
    results->list->items[results->list->count++] = timex;
    return OK;
}
