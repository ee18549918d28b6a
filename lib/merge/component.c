#include "merge/component.h"

#include <stdlib.h>
#include <string.h>

#include "merge/compare.h"

#define LEAST_ROOM 64
#define BIT_ROWS 4

/* The rows of bits of the slots. */
static void list_rows(struct merge_component *component, uint64_t ***rows[BIT_ROWS])
{
    rows[0] = &component->linked;
    rows[1] = &component->excluded;
    rows[2] = &component->parts;
    rows[3] = &component->told;
}

struct merge_component *merge_component_new(void)
{
    return calloc(1, sizeof(struct merge_component));
}

void merge_component_free(struct merge_component *component)
{
    uint64_t ***rows[BIT_ROWS];
    if (component == NULL) {
        return;
    }
    list_rows(component, rows);
    for (size_t i = 0; i < component->slots; i++) {
        free(component->traits[i]);
        free(component->scores[i]);
        for (size_t k = 0; k < BIT_ROWS; k++) {
            free((*rows[k])[i]);
        }
    }
    free(component->traits);
    free((void *)component->scores);
    for (size_t k = 0; k < BIT_ROWS; k++) {
        free((void *)*rows[k]);
    }
    free(component->partners);
    free(component->order);
    free(component->fresh);
    free(component->decisions);
    rulings_free(component->rulings);
    free(component);
}

size_t merge_component_bytes(const struct merge_component *component)
{
    size_t row =
        component->capacity * sizeof(int16_t) + component->capacity * BIT_ROWS / 8 + sizeof(struct traits);
    return sizeof *component + component->slots * row +
           component->capacity * (BIT_ROWS + 2) * sizeof(void *) +
           component->decision_capacity * sizeof(struct decision);
}

size_t merge_component_slots(const struct merge_component *component)
{
    return component->slots;
}

/* Sets *items to a larger block of `count` items of `size` bytes whose new part is zero. */
static enum status enlarge(void *items, size_t before, size_t count, size_t size)
{
    void *old;
    memcpy(&old, items, sizeof old);
    char *larger = realloc(old, count * size);
    if (larger == NULL) {
        return ERR_NO_MEMORY;
    }
    memset(larger + before * size, 0, (count - before) * size);
    memcpy(items, &larger, sizeof larger);
    return OK;
}

/* Makes room for one more slot.  A failure leaves what was there as it was, in blocks that may be larger. */
static enum status make_room(struct merge_component *component)
{
    size_t before = component->capacity;
    size_t capacity = (before + before / 4 + LEAST_ROOM) / 64 * 64;
    uint64_t ***rows[BIT_ROWS];
    if (component->slots < before) {
        return OK;
    }
    list_rows(component, rows);
    if (enlarge(&component->traits, before, capacity, sizeof(struct traits *)) != OK ||
        enlarge(&component->scores, before, capacity, sizeof(int16_t *)) != OK ||
        enlarge(&component->partners, before, capacity, sizeof *component->partners) != OK ||
        enlarge(&component->order, before, capacity, sizeof *component->order) != OK ||
        enlarge(&component->fresh, before, capacity, sizeof *component->fresh) != OK) {
        return ERR_NO_MEMORY;
    }
    for (size_t k = 0; k < BIT_ROWS; k++) {
        if (enlarge(rows[k], before, capacity, sizeof(uint64_t *)) != OK) {
            return ERR_NO_MEMORY;
        }
    }
    for (size_t i = 0; i < component->slots; i++) {
        if (enlarge(&component->scores[i], before, capacity, sizeof(int16_t)) != OK) {
            return ERR_NO_MEMORY;
        }
        for (size_t k = 0; k < BIT_ROWS; k++) {
            if (enlarge(&(*rows[k])[i], before / 64, capacity / 64, sizeof(uint64_t)) != OK) {
                return ERR_NO_MEMORY;
            }
        }
    }
    component->capacity = capacity;
    return OK;
}

/* A slot without a claim, with its rows. */
static enum status find_slot(struct merge_component *component, uint32_t *slot)
{
    uint64_t ***rows[BIT_ROWS];
    if (component->alive + component->waiting < component->slots) {
        for (uint32_t i = 0; i < component->slots; i++) {
            if (component->traits[i] == NULL) {
                *slot = i;
                return OK;
            }
        }
    }
    if (component->slots >= UINT32_MAX || make_room(component) != OK) {
        return ERR_NO_MEMORY;
    }
    *slot = (uint32_t)component->slots;
    list_rows(component, rows);
    bool all = (component->scores[*slot] = calloc(component->capacity, sizeof(int16_t))) != NULL;
    for (size_t k = 0; k < BIT_ROWS; k++) {
        (*rows[k])[*slot] = calloc(component->capacity / 64, sizeof(uint64_t));
        all = all && (*rows[k])[*slot] != NULL;
    }
    if (!all) {
        free(component->scores[*slot]);
        component->scores[*slot] = NULL;
        for (size_t k = 0; k < BIT_ROWS; k++) {
            free((*rows[k])[*slot]);
            (*rows[k])[*slot] = NULL;
        }
        return ERR_NO_MEMORY;
    }
    component->slots++;
    return OK;
}

/* Counts a link among those of its points, or (by -1) no longer. */
static void count_link(struct merge_component *component, int32_t total, size_t by)
{
    if (makes_event(total)) {
        component->links[total - MERGE_LINK] += by;
    }
}

static void note_part(struct merge_component *component, uint32_t part, uint32_t total)
{
    set_bit(component->parts[part], total);
    if (tells_part(component->traits[total], component->traits[part])) {
        set_bit(component->told[part], total);
    }
    component->partners[part]++;
    component->partners[total]++;
    component->part_pairs++;
}

/* Forgets whom the claim of the slot is a part of, and who is a part of it. */
static void forget_parts(struct merge_component *component, uint32_t slot)
{
    for (uint32_t i = 0; component->partners[slot] > 0 && i < component->slots; i++) {
        if (bit_of(component->parts[slot], i) || bit_of(component->parts[i], slot)) {
            component->partners[i]--;
            component->partners[slot]--;
            component->part_pairs--;
            clear_bit(component->parts[i], slot);
            clear_bit(component->told[i], slot);
        }
    }
    memset(component->parts[slot], 0, component->capacity / 8);
    memset(component->told[slot], 0, component->capacity / 8);
}

static void put_bit(uint64_t *row, uint32_t bit, bool value)
{
    clear_bit(row, bit);
    row[bit / 64] |= (uint64_t)value << (bit % 64);
}

/* Notes in the rows of both claims how they stand to each other. */
static void compare_two(struct merge_component *component, uint32_t slot, uint32_t other)
{
    const struct traits *traits = component->traits[slot];
    struct relation relation;
    traits_compare(traits, component->traits[other], &relation);
    int16_t total = (int16_t)(relation.late ? LINK_LATE : relation.by_part ? LINK_PART : relation.why.total);
    component->scores[slot][other] = component->scores[other][slot] = total;
    count_link(component, total, 1);
    put_bit(component->linked[slot], other, makes_event(total));
    put_bit(component->linked[other], slot, makes_event(total));
    put_bit(component->excluded[slot], other, relation.exclusive);
    put_bit(component->excluded[other], slot, relation.exclusive);
    if (relation.part) {
        bool first = is_part(traits, component->traits[other]);
        note_part(component, first ? slot : other, first ? other : slot);
    }
}

/* Puts the claim of the slot into the canonical order. */
static void put_in_order(struct merge_component *component, uint32_t slot)
{
    size_t low = 0;
    size_t high = component->alive;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (traits_order(component->traits[component->order[middle]], component->traits[slot]) <= 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    memmove(component->order + low + 1, component->order + low,
            (component->alive - low) * sizeof *component->order);
    component->order[low] = slot;
    component->alive++;
}

/* A claim and its rows are far from those of the next one: so many are compared with it at once, so that it
 * is fetched once for all of them, and its rows are written along the lines of the cache. */
#define COMPARED_AT_ONCE 64

void component_compare(struct merge_component *component)
{
    size_t first = component->fresh_count - component->waiting;
    for (size_t k = 0; k < component->alive; k++) {
        for (size_t i = first; i < component->fresh_count; i++) {
            compare_two(component, component->fresh[i], component->order[k]);
        }
    }
    for (size_t i = first; i < component->fresh_count; i++) {
        for (size_t k = first; k < i; k++) {
            compare_two(component, component->fresh[i], component->fresh[k]);
        }
        put_in_order(component, component->fresh[i]);
    }
    component->waiting = 0;
}

enum status merge_component_add(struct merge_component *component, const struct claim *claim, uint32_t *slot)
{
    struct traits *traits = malloc(sizeof *traits);
    if (traits == NULL || find_slot(component, slot) != OK) {
        free(traits);
        return ERR_NO_MEMORY;
    }
    traits_of(claim, traits);
    component->traits[*slot] = traits;
    component->fresh[component->fresh_count++] = *slot;
    if (++component->waiting == COMPARED_AT_ONCE) {
        component_compare(component);
    }
    return OK;
}

enum status merge_component_rule(struct merge_component *component, const struct merge_ruling *rulings,
                                 size_t count)
{
    uint32_t *rank;
    component_compare(component);
    if (component->rulings == NULL ? count == 0 : rulings_are(component->rulings, rulings, count)) {
        return OK;
    }
    component->stale = true;
    rulings_free(component->rulings);
    component->rulings = NULL;
    if (count == 0) {
        return OK;
    }
    rank = malloc(component->slots * sizeof *rank);
    for (uint32_t i = 0; rank != NULL && i < component->alive; i++) {
        rank[component->order[i]] = i;
    }
    component->rulings = rank != NULL ? rulings_new(rulings, count, rank) : NULL;
    free(rank);
    return component->rulings != NULL ? OK : ERR_NO_MEMORY;
}

void merge_component_remove(struct merge_component *component, uint32_t slot)
{
    size_t at = 0;
    size_t kept = 0;
    component_compare(component);
    rulings_free(component->rulings); /* they may be on this claim */
    component->rulings = NULL;
    while (component->order[at] != slot) {
        at++;
    }
    component->alive--;
    memmove(component->order + at, component->order + at + 1,
            (component->alive - at) * sizeof *component->order);
    for (size_t i = 0; i < component->fresh_count; i++) {
        if (component->fresh[i] != slot) {
            component->fresh[kept++] = component->fresh[i];
        }
    }
    component->fresh_count = kept;
    component->stale = true;
    forget_parts(component, slot);
    free(component->traits[slot]);
    component->traits[slot] = NULL;
    for (size_t i = 0; i < component->alive; i++) {
        count_link(component, component->scores[slot][component->order[i]], (size_t)-1);
    }
}

enum status merge_component_parts(struct merge_component *component, uint32_t *part, uint32_t *parts)
{
    component_compare(component);
    uint32_t *reached = malloc((component->alive + 1) * sizeof *reached);
    uint32_t *left = malloc((component->alive + 1) * sizeof *left); /* not reached yet, in canonical order */
    size_t left_count = component->alive;
    *parts = 0;
    if (reached == NULL || left == NULL) {
        free(reached);
        free(left);
        return ERR_NO_MEMORY;
    }
    if (left_count > 0) {
        memcpy(left, component->order, left_count * sizeof *left);
    }
    while (left_count > 0) {
        size_t count = 1;
        reached[0] = left[0];
        memmove(left, left + 1, --left_count * sizeof *left);
        for (size_t next = 0; next < count; next++) {
            const int16_t *row = component->scores[reached[next]];
            size_t kept = 0;
            part[reached[next]] = *parts;
            for (size_t i = 0; i < left_count; i++) {
                if (row[left[i]] >= MERGE_LINK) {
                    reached[count++] = left[i];
                } else {
                    left[kept++] = left[i];
                }
            }
            left_count = kept;
        }
        ++*parts;
    }
    free(reached);
    free(left);
    return component->rulings == NULL
               ? OK
               : rulings_join_parts(component->rulings, component->order, component->alive, part, parts);
}
