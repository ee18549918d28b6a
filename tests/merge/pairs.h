/* Pairs of claims that are linked or not, one a few lines. */
#ifndef TESTS_MERGE_PAIRS_H
#define TESTS_MERGE_PAIRS_H

#include "tests/merge/claims.h"

struct pair {
    const char *because;
    bool linked;
    struct line a, b;
};

/* Fails the test when one of them is not linked as it says. */
void check_links(const struct pair *pairs, size_t count);
/* Fails it when the points of any two of their claims depend on which is first, are not the sum of their
 * parts, or link claims that would not be found. */
void check_symmetry(const struct pair *pairs, size_t count);

#endif
