/* What it costs to find the time expressions of a text, without a clock: how often a piece of code of
 * lib/text and lib/timex without a branch in it was run, and memory.  For the tests and the fuzzer of the
 * bounds that hold for every text. */
#ifndef TESTS_TIMEX_COST_MEASURE_H
#define TESTS_TIMEX_COST_MEASURE_H

#include "timex/timex.h"

struct cost {
    enum status status; /* of text_scan or timex_find */
    uint64_t work;
    size_t memory; /* bytes at their most */
    size_t kept;   /* bytes of tokens, sentences and expressions */
    size_t found;
};

/* Of what dear texts are made, repeated or in any order: tokens of a byte, ends of sentences and lines,
 * numbers, words that rules wait for, whole expressions. */
extern const char *const cost_pieces[];
extern const size_t cost_piece_count;

/* Reads `source` and finds its time expressions. */
struct cost cost_of(struct str source);

#endif
