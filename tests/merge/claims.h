/* Claims in one line, for the tests of merging.  All of it is invented. */
#ifndef TESTS_MERGE_CLAIMS_H
#define TESTS_MERGE_CLAIMS_H

#include "merge/merge.h"

struct line {
    const char *actor; /* "" for none */
    enum report_subtype subtype;
    int64_t min, max;
    const char
        *date; /* "2031-03-05", "2031-03-05/2031-03-07", "../2031-03-05", or "" when the text dates nothing */
    const char *place;     /* "Name" of a place of the list in claims.c, or "" */
    const char *source;    /* who says it, "" for the publisher itself */
    const char *published; /* day */
    const char *article;
    const char *sentence;
    enum report_scope scope;
    enum report_status status;
    const char *words; /* of the count, when they matter */
    const char *counterpart;
    const char *qualifier; /* of the count */
    size_t begin;          /* of the sentence in the article, when it matters; it is 80 long */
    const char *basis;     /* the words of the date, when they matter */
    size_t at;             /* of the words of the count in the sentence */
};

/* NONE: no number on that side. */
#define NONE COUNT_NONE

/* The claim of one line; strings are borrowed from it.  `id` is the store's number. */
struct claim make_claim(struct line line, int64_t id);
/* What the claims of up to 16 lines come to as one event; its strings are the arena's. */
struct event sum_up(struct arena *arena, const struct line *lines, size_t count);

/* The next of a series of numbers, the same on every machine. */
uint32_t random_next(uint32_t *seed);
/* A claim made of a few values for each field, so that many nearly agree. */
struct claim random_claim(uint32_t *seed, int64_t id);
/* One of people within a few days: most are linked, and many links are refused. */
struct claim crowded_claim(uint32_t *seed, int64_t id);
/* One of people of several kinds in places within each other, of one day, so that many are parts of others.
 */
struct claim partial_claim(uint32_t *seed, int64_t id);

#endif
