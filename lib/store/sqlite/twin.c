#include "twin.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

static void hash_int(crypto_generichash_state *state, int64_t value)
{
    (void)crypto_generichash_update(state, (const unsigned char *)&value, sizeof value);
}

static void hash_str(crypto_generichash_state *state, struct str s)
{
    hash_int(state, (int64_t)s.size);
    (void)crypto_generichash_update(state, (const unsigned char *)s.data, s.size);
}

static void hash_interval(crypto_generichash_state *state, struct interval date)
{
    hash_int(state, date.first);
    hash_int(state, date.last);
    hash_int(state, (int64_t)date.precision << 1 | (date.approximate ? 1 : 0));
}

static void hash_quote(crypto_generichash_state *state, const struct quote *quote)
{
    hash_int(state, (int64_t)quote->field);
    hash_int(state, (int64_t)quote->begin << 32 | quote->end);
    hash_str(state, quote->text);
}

int64_t twin_of(const struct claim *claim)
{
    const struct report *report = &claim->report;
    crypto_generichash_state state;
    uint8_t hash[crypto_generichash_BYTES_MIN];
    int64_t twin;
    (void)crypto_generichash_init(&state, NULL, 0, sizeof hash);
    hash_int(&state, (int64_t)report->kind << 24 | (int64_t)report->subtype << 16 |
                         (int64_t)report->scope << 8 | (int64_t)report->status);
    hash_int(&state, report->count.min);
    hash_int(&state, report->count.max);
    hash_str(&state, report->count.qualifier);
    hash_quote(&state, &report->count.text);
    hash_str(&state, report->actor);
    hash_str(&state, report->counterpart);
    for (size_t i = 0; i < report->place_count; i++) {
        hash_str(&state, report->places[i].name);
        hash_str(&state, report->places[i].country);
        hash_str(&state, report->places[i].region);
        hash_str(&state, report->places[i].precision);
    }
    hash_interval(&state, report->date);
    hash_quote(&state, &report->basis);
    hash_str(&state, report->source_name);
    hash_quote(&state, &report->source);
    hash_interval(&state, report->said);
    hash_quote(&state, &report->evidence);
    hash_int(&state, claim->published);
    (void)crypto_generichash_final(&state, hash, sizeof hash);
    memcpy(&twin, hash, sizeof twin);
    return twin != 0 ? twin : 1;
}

static size_t place_of(const struct seen *seen, int64_t item)
{
    size_t at = (size_t)((uint64_t)item * UINT64_C(0x9E3779B97F4A7C15) >> 32);
    for (;; at++) {
        int64_t here = seen->items[at & (seen->capacity - 1)];
        if (here == 0 || here == item) {
            return at & (seen->capacity - 1);
        }
    }
}

enum status seen_add(struct seen *seen, int64_t item, bool *added)
{
    size_t place;
    if (2 * seen->count >= seen->capacity) {
        struct seen larger = {.arena = seen->arena,
                              .capacity = seen->capacity == 0 ? 64 : 2 * seen->capacity};
        larger.items = arena_array(seen->arena, larger.capacity, sizeof *larger.items);
        if (larger.items == NULL) {
            return ERR_NO_MEMORY;
        }
        for (size_t i = 0; i < seen->capacity; i++) {
            if (seen->items[i] != 0) {
                larger.items[place_of(&larger, seen->items[i])] = seen->items[i];
            }
        }
        larger.count = seen->count;
        *seen = larger;
    }
    place = place_of(seen, item);
    *added = seen->items[place] == 0;
    if (*added) {
        seen->items[place] = item;
        seen->count++;
    }
    return OK;
}

struct numbered {
    int64_t twin;
    size_t index;
};

static int compare_numbered(const void *a, const void *b)
{
    const struct numbered *left = a;
    const struct numbered *right = b;
    if (left->twin != right->twin) {
        return left->twin < right->twin ? -1 : 1;
    }
    return left->index < right->index ? -1 : left->index > right->index ? 1 : 0;
}

/* master[i] becomes the first claim that claims[i] is a copy of, or i.  Copies that their own score does not
 * link (a sentence of three words proves nothing) stay apart. */
static enum status find_masters(struct arena *arena, const struct claim *claims, const int64_t *twins,
                                size_t count, size_t *master)
{
    struct numbered *order = arena_array(arena, count, sizeof *order);
    if (order == NULL) {
        return ERR_NO_MEMORY;
    }
    for (size_t i = 0; i < count; i++) {
        order[i] = (struct numbered){twins[i], i};
    }
    if (count > 1) {
        qsort(order, count, sizeof *order, compare_numbered);
    }
    for (size_t begin = 0, end; begin < count; begin = end) {
        bool linked = false;
        for (end = begin + 1; end < count && order[end].twin == order[begin].twin; end++) {
        }
        if (end - begin > 1) {
            linked =
                merge_score(&claims[order[begin].index], &claims[order[begin + 1].index], NULL) >= MERGE_LINK;
        }
        for (size_t i = begin; i < end; i++) {
            master[order[i].index] = linked ? order[begin].index : order[i].index;
        }
    }
    return OK;
}

enum status twin_partition(struct arena *arena, const struct claim *claims, const int64_t *twins,
                           size_t count, uint32_t *group, uint32_t *groups)
{
    size_t *master = arena_array(arena, count, sizeof *master);
    struct claim *masters = arena_array(arena, count, sizeof *masters);
    uint32_t *master_group = arena_array(arena, count, sizeof *master_group);
    uint32_t *number = arena_array(arena, count, sizeof *number); /* of a master among the masters */
    size_t master_count = 0;
    if (master == NULL || masters == NULL || master_group == NULL || number == NULL ||
        find_masters(arena, claims, twins, count, master) != OK) {
        return ERR_NO_MEMORY;
    }
    for (size_t i = 0; i < count; i++) {
        if (master[i] == i) {
            number[i] = (uint32_t)master_count;
            masters[master_count++] = claims[i];
        }
    }
    if (merge_partition(arena, masters, master_count, master_group, groups) != OK) {
        return ERR_NO_MEMORY;
    }
    for (size_t i = 0; i < count; i++) {
        group[i] = master_group[number[master[i]]];
    }
    return OK;
}
