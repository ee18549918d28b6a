/* Articles and numbers at random, the same on every machine: `seed`, not 0, goes on with each. */
#ifndef TESTS_STORE_RANDOM_DRAFT_H
#define TESTS_STORE_RANDOM_DRAFT_H

#include "tests/store/support.h"

/* From 0 up to that before `limit`, by xorshift64. */
uint32_t random_below(uint64_t *seed, uint32_t limit);
/* True so many times of a hundred. */
bool chance(uint64_t *seed, uint32_t percent);
/* An entry of an array. */
#define PICK(seed, table) ((table)[random_below(seed, sizeof(table) / sizeof((table)[0]))])

extern const char *const random_texts[5]; /* the third and the last say the same in other words */
extern const char *const random_publishers[4];

/* An article of any kind, with up to three reports; or with one that holds components together (`bridging`).
 * Its id is borrowed, all else is static. */
struct draft random_draft(uint64_t *seed, const char *id, bool bridging);
/* An analyst's change of a report; its places lie in *place. */
struct report_change random_change(uint64_t *seed, struct place *place);

#endif
