#include "merge/groups.h"

#include <string.h>

/* Below so many members they are looked at one by one rather than as a row of bits. */
#define FEW 16

/* Gives neither a figure nor a date: it can repeat an event, but not make one out of two. */
static bool is_vague(const struct traits *traits)
{
    return traits->figure == COUNT_NONE && !traits->dated;
}

enum status groups_begin(struct groups *groups, struct merge_component *component)
{
    size_t slots = component->slots;
    *groups = (struct groups){.component = component, .words = (component->capacity + 63) / 64};
    arena_init(&groups->arena, SIZE_MAX);
    groups->group = arena_array(&groups->arena, slots, sizeof *groups->group);
    groups->next = arena_array(&groups->arena, slots, sizeof *groups->next);
    groups->size = arena_array(&groups->arena, slots, sizeof *groups->size);
    groups->vague = arena_array(&groups->arena, slots, sizeof *groups->vague);
    groups->members = arena_array(&groups->arena, slots, sizeof *groups->members);
    groups->excluded = arena_array(&groups->arena, slots, sizeof *groups->excluded);
    if (groups->group == NULL || groups->next == NULL || groups->size == NULL || groups->vague == NULL ||
        groups->members == NULL || groups->excluded == NULL) {
        return ERR_NO_MEMORY;
    }
    for (uint32_t i = 0; i < slots; i++) {
        groups->group[i] = groups->next[i] = i;
        groups->size[i] = 1;
        groups->excluded[i] = component->excluded[i];
        groups->vague[i] = component->traits[i] != NULL && is_vague(component->traits[i]);
    }
    if (component->rulings != NULL) {
        groups->side = sides_begin(&groups->sides, component->rulings, &groups->arena, slots);
        return groups->side != NULL ? OK : ERR_NO_MEMORY;
    }
    return OK;
}

uint32_t groups_side(const struct groups *groups, uint32_t group)
{
    return groups->side == NULL ? SIDE_NONE : sides_find(&groups->sides, groups->side[group]);
}

bool groups_excluded(const struct groups *groups, uint32_t a, uint32_t b)
{
    uint32_t few = groups->size[a] < groups->size[b] ? a : b;
    uint32_t many = few == a ? b : a;
    const uint64_t *row = groups->excluded[many];
    if (groups->side != NULL && sides_apart(&groups->sides, groups->side[a], groups->side[b])) {
        return true;
    }
    if (groups->size[few] < FEW) {
        uint32_t i = few;
        do {
            if (bit_of(row, i)) {
                return true;
            }
            i = groups->next[i];
        } while (i != few);
        return false;
    }
    const uint64_t *members = groups->members[few];
    for (size_t i = 0; i < groups->words; i++) {
        if ((row[i] & members[i]) != 0) {
            return true;
        }
    }
    return false;
}

bool groups_vague_deployment(const struct groups *groups, uint32_t group)
{
    return groups->vague[group] && groups->component->traits[group]->stage == STAGE_DISPATCH;
}

/* A copy of the component's row that may be changed. */
static bool own_row(struct groups *groups, uint32_t group)
{
    uint64_t *row = groups->excluded[group];
    if (row == groups->component->excluded[group]) {
        row = arena_array(&groups->arena, groups->words, sizeof *row);
        if (row == NULL) {
            return false;
        }
        memcpy(row, groups->excluded[group], groups->words * sizeof *row);
        groups->excluded[group] = row;
    }
    return true;
}

static void add_members(const struct groups *groups, uint64_t *row, uint32_t group)
{
    uint32_t i = group;
    do {
        set_bit(row, i);
        i = groups->next[i];
    } while (i != group);
}

enum status groups_join(struct groups *groups, uint32_t a, uint32_t b)
{
    uint32_t many = groups->size[a] < groups->size[b] ? b : a;
    uint32_t few = many == a ? b : a;
    uint32_t i = few;
    uint64_t *row;
    if (groups->members[many] == NULL) {
        groups->members[many] = arena_array(&groups->arena, groups->words, sizeof(uint64_t));
        if (groups->members[many] == NULL) {
            return ERR_NO_MEMORY;
        }
        add_members(groups, groups->members[many], many);
    }
    if (!own_row(groups, many)) {
        return ERR_NO_MEMORY;
    }
    add_members(groups, groups->members[many], few);
    row = groups->excluded[many];
    for (size_t word = 0; word < groups->words; word++) {
        row[word] |= groups->excluded[few][word];
    }
    do {
        groups->group[i] = many;
        i = groups->next[i];
    } while (i != few);
    uint32_t after = groups->next[many];
    groups->next[many] = groups->next[few];
    groups->next[few] = after;
    groups->size[many] += groups->size[few];
    groups->vague[many] = groups->vague[many] && groups->vague[few];
    if (groups->side != NULL) {
        groups->side[many] = sides_join(&groups->sides, groups->side[many], groups->side[few]);
    }
    groups->joins++;
    return OK;
}

enum status groups_keep_apart(struct groups *groups, uint32_t a, uint32_t b)
{
    if (!own_row(groups, a) || !own_row(groups, b)) {
        return ERR_NO_MEMORY;
    }
    add_members(groups, groups->excluded[a], b);
    add_members(groups, groups->excluded[b], a);
    return OK;
}
