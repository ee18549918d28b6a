/* The groups of a division as they grow: of claims that are linked, none of which excludes another.  Private
 * to the module. */
#ifndef MERGE_GROUPS_H
#define MERGE_GROUPS_H

#include "merge/component.h"

/* A group is known by one of its slots. */
struct groups {
    struct merge_component *component;
    struct arena arena; /* of the rows below */
    size_t words;       /* of a row */
    uint32_t *rank;     /* of each slot: its place in the canonical order */
    uint32_t *group;    /* of each slot */
    uint32_t *next;     /* of each slot the next of its group, a ring */
    uint32_t *size;     /* of each group */
    bool *vague;        /* of each group: all its claims give neither a figure nor a date */
    uint64_t **members; /* of each group of several: its slots */
    uint64_t *
        *excluded; /* of each group: the slots that it must not meet; the component's own until it changes */
    uint64_t **passed; /* of each group: slots of groups that it will not be linked to; NULL: none known */
    size_t joins;
    uint32_t *side; /* of each group, or SIDE_NONE; NULL when there are no rulings */
    struct sides sides;
};

/* Each claim a group of its own.  ERR_NO_MEMORY; the arena is to be released in any case. */
enum status groups_begin(struct groups *groups, struct merge_component *component) MUST_CHECK;
/* The side that the group is on, SIDE_NONE when nobody ruled on its claims. */
uint32_t groups_side(const struct groups *groups, uint32_t group);
/* Whether the two must not be one: a claim of the one excludes a claim of the other, or analysts keep them
 * apart. */
bool groups_excluded(const struct groups *groups, uint32_t a, uint32_t b);
/* Notes that no link will ever make one group of the two. */
enum status groups_pass(struct groups *groups, uint32_t a, uint32_t b) MUST_CHECK;
/* Whether that was noted of the group `a` and that of the slot. */
bool groups_passed(const struct groups *groups, uint32_t a, uint32_t slot);
/* Sets the bits in `found` of the claims, by their places in the canonical order, that stand behind that of
 * `slot` and to which it has a link of `least` to `most` points that may make one group of two. */
void groups_find_links(const struct groups *groups, uint32_t slot, int least, int most, uint64_t *found);
/* "Its troops are in Lower Ost": a deployment told without a figure or date. */
bool groups_vague_deployment(const struct groups *groups, uint32_t group);
/* Makes one group of two.  ERR_NO_MEMORY. */
enum status groups_join(struct groups *groups, uint32_t a, uint32_t b) MUST_CHECK;
/* From now on they exclude each other, whatever they grow into.  ERR_NO_MEMORY. */
enum status groups_keep_apart(struct groups *groups, uint32_t a, uint32_t b) MUST_CHECK;
/* Joins the groups of parts to that of their total, where they add up or the total tells them, whatever parts
 * exclude each other; *joined tells whether there were any.  ERR_NO_MEMORY. */
enum status groups_join_parts(struct groups *groups, bool *joined) MUST_CHECK;

#endif
