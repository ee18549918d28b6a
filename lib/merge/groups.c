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
    *groups = (struct groups){.component = component, .words = component->capacity / 64};
    arena_init(&groups->arena, SIZE_MAX);
    groups->group = arena_array(&groups->arena, slots, sizeof *groups->group);
    groups->rank = arena_array(&groups->arena, slots, sizeof *groups->rank);
    groups->next = arena_array(&groups->arena, slots, sizeof *groups->next);
    groups->size = arena_array(&groups->arena, slots, sizeof *groups->size);
    groups->vague = arena_array(&groups->arena, slots, sizeof *groups->vague);
    groups->members = arena_array(&groups->arena, slots, sizeof *groups->members);
    groups->excluded = arena_array(&groups->arena, slots, sizeof *groups->excluded);
    groups->passed = arena_array(&groups->arena, slots, sizeof *groups->passed);
    if (groups->group == NULL || groups->next == NULL || groups->size == NULL || groups->vague == NULL ||
        groups->members == NULL || groups->excluded == NULL || groups->passed == NULL ||
        groups->rank == NULL) {
        return ERR_NO_MEMORY;
    }
    for (uint32_t i = 0; i < slots; i++) {
        groups->group[i] = groups->next[i] = i;
        groups->size[i] = 1;
        groups->excluded[i] = component->excluded[i];
        groups->vague[i] = component->traits[i] != NULL && is_vague(component->traits[i]);
    }
    for (uint32_t i = 0; i < component->alive; i++) {
        groups->rank[component->order[i]] = i;
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

/* Of 64 claims; a loop without jumps, of which the compiler makes a few instructions. */
static int highest_points(const int16_t *row)
{
    int16_t highest = row[0];
    for (size_t i = 1; i < 64; i++) {
        if (row[i] > highest) {
            highest = row[i];
        }
    }
    return highest;
}

void groups_find_links(const struct groups *groups, uint32_t slot, int least, int most, uint64_t *found)
{
    const struct merge_component *component = groups->component;
    const uint32_t group = groups->group[slot];
    const uint64_t *members = groups->members[group];
    const uint64_t *excluded = groups->excluded[group];
    const uint64_t *passed = groups->passed[group];
    const int16_t *row = component->scores[slot];
    for (size_t word = 0; word < groups->words; word++) {
        uint64_t left = component->linked[slot][word] & ~excluded[word];
        left &= members == NULL ? UINT64_MAX : ~members[word];
        left &= passed == NULL ? UINT64_MAX : ~passed[word];
        if (left == 0 || highest_points(&row[word * 64]) < least) {
            continue;
        }
        for (; left != 0; left &= left - 1) {
            size_t other = word * 64 + (size_t)__builtin_ctzll(left); /* without a claim: of rank 0 */
            if (row[other] >= least && row[other] <= most && groups->rank[other] > groups->rank[slot]) {
                set_bit(found, groups->rank[other]);
            }
        }
    }
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

static void unite(const struct groups *groups, uint64_t *row, const uint64_t *other)
{
    for (size_t word = 0; word < groups->words; word++) {
        row[word] |= other[word];
    }
}

enum status groups_join(struct groups *groups, uint32_t a, uint32_t b)
{
    uint32_t many = groups->size[a] < groups->size[b] ? b : a;
    uint32_t few = many == a ? b : a;
    uint32_t i = few;
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
    unite(groups, groups->excluded[many], groups->excluded[few]);
    if (groups->passed[many] == NULL) {
        groups->passed[many] = groups->passed[few];
    } else if (groups->passed[few] != NULL) {
        unite(groups, groups->passed[many], groups->passed[few]);
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

/* Notes the claims of `other` as passed by the group. */
static enum status pass_one(struct groups *groups, uint32_t group, uint32_t other)
{
    if (groups->passed[group] == NULL) {
        groups->passed[group] = arena_array(&groups->arena, groups->words, sizeof(uint64_t));
    }
    if (groups->passed[group] == NULL) {
        return ERR_NO_MEMORY;
    }
    add_members(groups, groups->passed[group], other);
    return OK;
}

enum status groups_pass(struct groups *groups, uint32_t a, uint32_t b)
{
    return pass_one(groups, a, b) == OK ? pass_one(groups, b, a) : ERR_NO_MEMORY;
}

bool groups_passed(const struct groups *groups, uint32_t a, uint32_t slot)
{
    return groups->passed[a] != NULL && bit_of(groups->passed[a], slot);
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
