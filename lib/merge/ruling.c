#include "merge/ruling.h"

#include <stdlib.h>
#include <string.h>

#include "merge/component.h"
#include "merge/words.h"

/* An item to sort: qsort knows nothing of ranks. */
struct ranked {
    struct merge_ruling item;
    uint32_t rank;
};

static int compare_ranked(const void *a, const void *b)
{
    const struct ranked *left = a;
    const struct ranked *right = b;
    if (left->item.ruling != right->item.ruling) {
        return left->item.ruling > right->item.ruling ? -1 : 1;
    }
    if (left->item.apart != right->item.apart) {
        return left->item.apart ? 1 : -1;
    }
    return (left->rank > right->rank) - (left->rank < right->rank);
}

static int compare_by_rank(const void *a, const void *b)
{
    const struct ranked *left = a;
    const struct ranked *right = b;
    return (left->rank > right->rank) - (left->rank < right->rank);
}

uint32_t sides_find(const struct sides *sides, uint32_t side)
{
    while (side != SIDE_NONE && sides->parent[side] != side) {
        side = sides->parent[side];
    }
    return side;
}

bool sides_apart(const struct sides *sides, uint32_t a, uint32_t b)
{
    a = sides_find(sides, a);
    b = sides_find(sides, b);
    if (a == SIDE_NONE || b == SIDE_NONE || a == b) {
        return false;
    }
    for (size_t i = 0; i < sides->words; i++) {
        if ((sides->forbidden[a * sides->words + i] & sides->members[b * sides->words + i]) != 0) {
            return true;
        }
    }
    return false;
}

uint32_t sides_join(struct sides *sides, uint32_t a, uint32_t b)
{
    a = sides_find(sides, a);
    b = sides_find(sides, b);
    if (a == SIDE_NONE || b == SIDE_NONE || a == b) {
        return a == SIDE_NONE ? b : a;
    }
    for (size_t i = 0; i < sides->words; i++) {
        sides->members[a * sides->words + i] |= sides->members[b * sides->words + i];
        sides->forbidden[a * sides->words + i] |= sides->forbidden[b * sides->words + i];
    }
    sides->parent[b] = a;
    return a;
}

bool sides_several(const struct sides *sides, uint32_t side)
{
    size_t claims = 0;
    side = sides_find(sides, side);
    for (size_t i = 0; side != SIDE_NONE && i < sides->words; i++) {
        claims += (size_t)bits_set(sides->members[side * sides->words + i]);
    }
    return claims > 1;
}

/* Lists of sides while the rulings are followed, each with room for all claims twice. */
struct lists {
    uint32_t *found;
    uint32_t *seen; /* of each side: the number of the latest list that it was put on */
    uint32_t lists;
};

/* The different sides among `count` claims, in the order in which they come, into `found`. */
static size_t list_sides(const struct sides *sides, const uint32_t *claims, size_t count, struct lists *lists,
                         uint32_t *found)
{
    size_t kept = 0;
    lists->lists++;
    for (size_t i = 0; i < count; i++) {
        uint32_t side = sides_find(sides, claims[i]);
        if (lists->seen[side] != lists->lists) {
            lists->seen[side] = lists->lists;
            found[kept++] = side;
        }
    }
    return kept;
}

/* Joins each claim with all before it that it may be joined with; the sides that are left are listed. */
static size_t hold_together(struct sides *sides, const uint32_t *claims, size_t count, struct lists *lists)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        bool joined = false;
        for (size_t k = 0; k < kept; k++) {
            if (!sides_apart(sides, lists->found[k], claims[i])) {
                (void)sides_join(sides, lists->found[k], claims[i]);
                joined = true;
            }
        }
        if (!joined) {
            lists->found[kept++] = claims[i];
        }
    }
    return list_sides(sides, lists->found, kept, lists, lists->found);
}

/* Follows one ruling as far as later ones, which were followed before, leave room: its claims `together`, and
 * none of them with one that is `apart`. */
static void follow(struct sides *sides, const uint32_t *claims, size_t together, size_t apart,
                   struct lists *lists)
{
    size_t count = hold_together(sides, claims, together, lists);
    uint32_t *others = lists->found + count;
    size_t other_count = list_sides(sides, claims + together, apart, lists, others);
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < other_count; k++) {
            const size_t a = lists->found[i] * sides->words;
            const size_t b = others[k] * sides->words;
            for (size_t word = 0; a != b && word < sides->words; word++) {
                sides->forbidden[a + word] |= sides->members[b + word];
                sides->forbidden[b + word] |= sides->members[a + word];
            }
        }
    }
}

/* Gives every claim that is ruled on a number in canonical order; numbers[i] is that of items[i]. */
static enum status number_claims(struct rulings *rulings, struct ranked *ranked, uint32_t *numbers)
{
    struct sides *sides = &rulings->sides;
    size_t count = rulings->count;
    for (size_t i = 0; i < count; i++) {
        rulings->items[i] = ranked[i].item;
    }
    qsort(ranked, count, sizeof *ranked, compare_by_rank);
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || ranked[i].rank != ranked[i - 1].rank) {
            rulings->slots[sides->count++] = ranked[i].item.slot;
        }
    }
    uint32_t most = 0;
    for (size_t i = 0; i < sides->count; i++) {
        most = rulings->slots[i] > most ? rulings->slots[i] : most;
    }
    uint32_t *of_slot = malloc(((size_t)most + 1) * sizeof *of_slot);
    if (of_slot == NULL) {
        return ERR_NO_MEMORY;
    }
    for (uint32_t i = 0; i < sides->count; i++) {
        of_slot[rulings->slots[i]] = i;
    }
    for (size_t i = 0; i < count; i++) {
        numbers[i] = of_slot[rulings->items[i].slot];
    }
    free(of_slot);
    return OK;
}

/* Each claim a side of its own. */
static enum status make_sides(struct sides *sides, struct arena *arena)
{
    sides->words = (sides->count + 63) / 64;
    sides->parent = arena_array(arena, sides->count, sizeof *sides->parent);
    sides->members = arena_array(arena, sides->count * sides->words, sizeof(uint64_t));
    sides->forbidden = arena_array(arena, sides->count * sides->words, sizeof(uint64_t));
    if (sides->parent == NULL || sides->members == NULL || sides->forbidden == NULL) {
        return ERR_NO_MEMORY;
    }
    for (uint32_t i = 0; i < sides->count; i++) {
        sides->parent[i] = i;
        set_bit(sides->members + i * sides->words, i);
    }
    return OK;
}

static enum status make(struct rulings *rulings, const struct merge_ruling *items, const uint32_t *rank)
{
    size_t count = rulings->count;
    struct ranked *ranked = malloc(count * sizeof *ranked);
    uint32_t *numbers = calloc(count, sizeof *numbers);
    struct lists lists = {calloc(2 * count, sizeof(uint32_t)), calloc(count, sizeof(uint32_t)), 0};
    enum status status = ERR_NO_MEMORY;
    rulings->given = arena_array(&rulings->arena, count, sizeof *rulings->given);
    rulings->items = arena_array(&rulings->arena, count, sizeof *rulings->items);
    rulings->slots = arena_array(&rulings->arena, count, sizeof *rulings->slots);
    if (ranked != NULL && numbers != NULL && lists.found != NULL && lists.seen != NULL &&
        rulings->given != NULL && rulings->items != NULL && rulings->slots != NULL) {
        for (size_t i = 0; i < count; i++) {
            rulings->given[i] = items[i];
            ranked[i] = (struct ranked){items[i], rank[items[i].slot]};
        }
        qsort(ranked, count, sizeof *ranked, compare_ranked);
        status = number_claims(rulings, ranked, numbers);
    }
    if (status == OK) {
        status = make_sides(&rulings->sides, &rulings->arena);
    }
    for (size_t begin = 0, end; status == OK && begin < count; begin = end) {
        size_t apart = 0;
        for (end = begin; end < count && rulings->items[end].ruling == rulings->items[begin].ruling; end++) {
            apart += rulings->items[end].apart;
        }
        follow(&rulings->sides, numbers + begin, end - begin - apart, apart, &lists);
    }
    free(ranked);
    free(numbers);
    free(lists.found);
    free(lists.seen);
    return status;
}

struct rulings *rulings_new(const struct merge_ruling *items, size_t count, const uint32_t *rank)
{
    struct rulings *rulings = calloc(1, sizeof *rulings);
    if (rulings == NULL) {
        return NULL;
    }
    arena_init(&rulings->arena, SIZE_MAX);
    rulings->count = count;
    if (make(rulings, items, rank) != OK) {
        rulings_free(rulings);
        return NULL;
    }
    return rulings;
}

bool rulings_are(const struct rulings *rulings, const struct merge_ruling *items, size_t count)
{
    bool same = rulings->count == count;
    for (size_t i = 0; same && i < count; i++) {
        const struct merge_ruling *given = &rulings->given[i];
        same = given->ruling == items[i].ruling && given->slot == items[i].slot &&
               given->apart == items[i].apart;
    }
    return same;
}

void rulings_free(struct rulings *rulings)
{
    if (rulings != NULL) {
        arena_release(&rulings->arena);
        free(rulings);
    }
}

uint32_t *sides_begin(struct sides *sides, const struct rulings *rulings, struct arena *arena, size_t slots)
{
    const struct sides *made = &rulings->sides;
    uint32_t *side = arena_array(arena, slots, sizeof *side);
    *sides = (struct sides){.count = made->count};
    if (side == NULL || make_sides(sides, arena) != OK) {
        return NULL;
    }
    memcpy(sides->parent, made->parent, made->count * sizeof *made->parent);
    memcpy(sides->members, made->members, made->count * made->words * sizeof(uint64_t));
    memcpy(sides->forbidden, made->forbidden, made->count * made->words * sizeof(uint64_t));
    for (size_t i = 0; i < slots; i++) {
        side[i] = SIDE_NONE;
    }
    for (uint32_t i = 0; i < made->count; i++) {
        side[rulings->slots[i]] = sides_find(sides, i);
    }
    return side;
}

static uint32_t root(const uint32_t *parent, uint32_t i)
{
    while (parent[i] != i) {
        i = parent[i];
    }
    return i;
}

enum status rulings_join_parts(const struct rulings *rulings, const uint32_t *order, size_t alive,
                               uint32_t *part, uint32_t *parts)
{
    uint32_t *parent = malloc(((size_t)*parts + 1) * sizeof *parent);
    uint32_t *number = malloc(((size_t)*parts + 1) * sizeof *number);
    uint32_t count = 0;
    if (parent == NULL || number == NULL) {
        free(parent);
        free(number);
        return ERR_NO_MEMORY;
    }
    for (uint32_t i = 0; i < *parts; i++) {
        parent[i] = i;
        number[i] = UINT32_MAX;
    }
    for (size_t i = 1; i < rulings->count; i++) {
        const struct merge_ruling *before = &rulings->items[i - 1];
        const struct merge_ruling *item = &rulings->items[i];
        if (item->ruling == before->ruling && !item->apart) {
            parent[root(parent, part[item->slot])] = root(parent, part[before->slot]);
        }
    }
    for (size_t i = 0; i < alive; i++) {
        uint32_t *of_part = &number[root(parent, part[order[i]])];
        *of_part = *of_part == UINT32_MAX ? count++ : *of_part;
        part[order[i]] = *of_part;
    }
    *parts = count;
    free(parent);
    free(number);
    return OK;
}
