/* What the matcher keeps from one sentence to the next; private to lib/text. */
#ifndef TEXT_MATCH_STATE_H
#define TEXT_MATCH_STATE_H

#include "text/match.h"

#define FAILURES 512 /* places of a program that were found to lead nowhere */
#define MOST_WORK                                                                                            \
    65536            /* forks and repeated items met by one rule at one place before it counts as not        \
                        matching */
#define FREE_WORK 64 /* ... before failures are remembered */
#define UNDO_LIMIT 512
#define MET_ROOM 64 /* bytes behind the last need that are read with it, and are 0 */

struct capture {
    uint32_t first; /* items */
    uint32_t end;
    uint8_t class_id;
    bool present;
};

struct candidate {
    uint16_t rule;
    uint32_t attempt; /* its serial number */
    uint32_t end;
};

struct undo {
    uint8_t slot;
    struct capture capture;
};

/* One rule tried at one place. */
struct attempt {
    const struct text *text;
    const struct lang_rules *rules;
    const struct item *items;
    size_t item_count;
    uint8_t last_class; /* of the item passed last */
    unsigned work;
    uint32_t span_end;
    struct capture captures[SLOT_LIMIT];
    struct undo undo[UNDO_LIMIT];
    size_t undo_count;
    uint64_t failures[FAILURES]; /* direct-mapped: serial number of the attempt, step, place */
    uint32_t serial;             /* of the attempt; never 0 */
};

/* A rule of the pass of which the sentence holds all that it needs, and its lang_rule.first. */
struct possible {
    uint16_t rule;
    uint16_t first;
};

struct match_state {
    const struct lang_rules *rules; /* those for which the rest is right; NULL: none */
    struct class_set classes;       /* of all items, and of those that rules have replaced */
    uint8_t *met;                   /* by need: 1 when an item that meets it is or was there */
    struct possible *possible;      /* the rules of the pass of which all needs are met ... */
    size_t possible_count;
    uint16_t *found;             /* ... and those of them that can begin with the item at hand */
    uint32_t *begins;            /* the items at which some of these can begin */
    struct lang_neighbour first; /* with what the span of any of these begins */
    struct attempt attempt;
    struct candidate *candidates;
    struct match_argument arguments[CALL_LIMIT][ARGUMENT_LIMIT];
    struct match_call calls[CALL_LIMIT];
};

/* Tries the rule with its span beginning at item `first`; on success span_end
 * and captures are set. */
bool attempt_rule(struct attempt *attempt, const struct lang_rule *rule, size_t first);

#endif
