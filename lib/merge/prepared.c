#include "merge/compare.h"

struct merge_prepared {
    struct traits traits;
};

const struct merge_prepared *merge_prepare(struct arena *arena, const struct claim *claim)
{
    struct merge_prepared *prepared = arena_alloc(arena, sizeof *prepared);
    if (prepared != NULL) {
        traits_of(claim, &prepared->traits);
    }
    return prepared;
}

int32_t merge_score_prepared(const struct merge_prepared *a, const struct merge_prepared *b,
                             struct merge_why *why)
{
    struct relation relation;
    traits_compare(&a->traits, &b->traits, &relation);
    if (why != NULL) {
        *why = relation.why;
    }
    return relation.why.total;
}

void merge_find_parts(const struct claim *claims, size_t count, bool *part)
{
    parts_find(claims, count, part);
    shares_find(claims, count, part);
}

bool merge_is_part(const struct merge_prepared *part, const struct merge_prepared *total)
{
    return is_part(&part->traits, &total->traits);
}
