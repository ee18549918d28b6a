/* The claims of one component and what was compared between them.  Private to the module. */
#ifndef MERGE_COMPONENT_H
#define MERGE_COMPONENT_H

#include "merge/ruling.h"
#include "merge/traits.h"

/* A step of the latest division: a link that joined two groups, or that was refused because vague claims did
 * not fit.  Links between groups that exclude each other leave no trace. */
struct decision {
    int32_t total;
    uint32_t a, b; /* slots, a before b in canonical order */
    bool joined;
};

/* The points of a link lie within so many of MERGE_LINK. */
#define LINK_RANGE 256
/* Stands for the points of a late link (struct relation): beyond those of all other links, which alone make
 * events. */
#define LINK_LATE (MERGE_LINK + LINK_RANGE)
/* Stands for those of a link between a part and its total, and nothing else. */
#define LINK_PART (LINK_LATE + 1)

/* What a row tells of a slot without a claim means nothing. */
struct merge_component {
    size_t slots;           /* numbers given so far */
    size_t capacity;        /* room for so many, a multiple of 64; of the rows too */
    size_t alive;           /* slots that hold a claim which was compared */
    struct traits **traits; /* of each slot, NULL: free */
    int16_t **scores;       /* row of each slot: its points with each other one */
    uint32_t *partners;     /* of each slot: of how many claims it is a part, or the total */
    uint64_t **linked;   /* row of each slot: bit `k` when a link to the claim of slot k may make an event */
    uint64_t **excluded; /* likewise: bit `k` when the claim of slot k excludes it */
    uint64_t **parts;    /* likewise: bit `k` when the claim is a part of that of slot k */
    uint64_t **told;     /* of these, those that the words of the total tell */
    size_t part_pairs;   /* pairs of a part and its total */
    size_t links[LINK_RANGE];   /* how many there are of each number of points, from MERGE_LINK on */
    uint32_t *order;            /* the slots that hold a claim, in canonical order */
    struct decision *decisions; /* of the latest division */
    size_t decision_count;
    size_t decision_capacity;
    uint32_t *fresh; /* slots that got a claim since the latest division */
    size_t fresh_count;
    size_t waiting;          /* the last so many of them, which were not compared yet */
    bool stale;              /* a claim was removed since then, or there were rulings */
    struct rulings *rulings; /* of analysts; NULL: none */
};

/* The canonical order: by what the claims say alone, never by when they came. */
int traits_order(const struct traits *left, const struct traits *right);

static inline bool bit_of(const uint64_t *row, uint32_t bit)
{
    return (row[bit / 64] >> (bit % 64) & 1) != 0;
}

static inline void set_bit(uint64_t *row, uint32_t bit)
{
    row[bit / 64] |= (uint64_t)1 << (bit % 64);
}

static inline void clear_bit(uint64_t *row, uint32_t bit)
{
    row[bit / 64] &= ~((uint64_t)1 << (bit % 64));
}

/* Compares the claims that wait for it with all others.  To be called before a row, the
 * order or what is alive is read. */
void component_compare(struct merge_component *component);

/* A link of so many points may make an event. */
static inline bool makes_event(int32_t total)
{
    return total >= MERGE_LINK && total < LINK_LATE;
}

/* Whether the claim of the one slot is a part of what that of the other counts. */
static inline bool component_part(const struct merge_component *component, uint32_t part, uint32_t total)
{
    return bit_of(component->parts[part], total);
}

#endif
