/* Pairs of claims that are linked or not, one a few lines. */
#ifndef TESTS_MERGE_PAIRS_H
#define TESTS_MERGE_PAIRS_H

#include "tests/merge/claims.h"

struct pair {
    const char *because;
    bool linked;
    struct line a, b;
};

/* What main() does with the pairs of a file: fails when one of them is not linked as it says, or when the
 * points of any two of their claims depend on which is first, are not the sum of their parts, or link claims
 * that would not be found. */
int run_pairs(const struct pair *pairs, size_t count);

#endif
