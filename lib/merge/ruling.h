/* What analysts ruled on the claims of one component, as the division needs it.  Private to the module.
 *
 * Claims that a ruling holds together become one event without their groups being joined: each group goes on
 * by the rules of links and exclusion, and those of one `side` are one event in the end.  So a claim that
 * comes later joins the group that it is like, whatever the analyst joined to that. */
#ifndef MERGE_RULING_H
#define MERGE_RULING_H

#include "merge/merge.h"

#define SIDE_NONE UINT32_MAX

/* Made of the rulings once, then grown by the division on a copy. */
struct sides {
    size_t count;        /* of the claims that are ruled on; a side is known by one of them */
    size_t words;        /* of a row of bits */
    uint32_t *parent;    /* of each claim: the way to its side */
    uint64_t *members;   /* row of each side: its claims */
    uint64_t *forbidden; /* row of each side: the claims that it must not meet */
};

struct rulings {
    struct arena arena;
    struct merge_ruling *given; /* as they were given */
    struct merge_ruling
        *items; /* the latest first, then those together before those apart, in canonical order */
    size_t count;
    uint32_t *slots; /* of the claims that are ruled on, in canonical order */
    struct sides sides;
};

/* NULL when there is no memory.  `rank`: the place of each slot in the canonical order. */
struct rulings *rulings_new(const struct merge_ruling *items, size_t count, const uint32_t *rank);
/* Whether it was made of these. */
bool rulings_are(const struct rulings *rulings, const struct merge_ruling *items, size_t count);
/* NULL is allowed. */
void rulings_free(struct rulings *rulings);

/* The sides as the rulings have them, to grow in `arena`.  Gives the side of each of `slots` slots, SIDE_NONE
 * for claims that nobody ruled on; NULL when there is no memory. */
uint32_t *sides_begin(struct sides *sides, const struct rulings *rulings, struct arena *arena, size_t slots);
/* The side that `side` has become part of; SIDE_NONE stays. */
uint32_t sides_find(const struct sides *sides, uint32_t side);
/* Whether the two must not be one event. */
bool sides_apart(const struct sides *sides, uint32_t a, uint32_t b);
/* Makes them one, and returns it; SIDE_NONE goes with any. */
uint32_t sides_join(struct sides *sides, uint32_t a, uint32_t b);
/* Whether an analyst put several claims on it. */
bool sides_several(const struct sides *sides, uint32_t side);

/* Joins the connected parts that hold claims which a ruling held together at any time; they are numbered anew
 * in the canonical order `order` of the `alive` slots.  ERR_NO_MEMORY. */
enum status rulings_join_parts(const struct rulings *rulings, const uint32_t *order, size_t alive,
                               uint32_t *part, uint32_t *parts) MUST_CHECK;

#endif
