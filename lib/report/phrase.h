/* What the actions of report.rules share: arguments, and phrases as the values of items.  Private to
 * lib/report. */
#ifndef REPORT_PHRASE_H
#define REPORT_PHRASE_H

#include "report/draft.h"

#include <string.h>

/* A copy of `size` bytes at `value` that lives as long as the extraction; NULL, with `out_of_memory` set,
 * when there is none. */
static inline void *keep(struct extraction *extraction, const void *value, size_t size)
{
    void *copy = arena_alloc(extraction->arena, size);

    if (copy == NULL) {
        extraction->out_of_memory = true;
        return NULL;
    }
    memcpy(copy, value, size);
    return copy;
}

/* Makes a copy of the phrase the value of the item that a rule makes; false without memory. */
static inline bool give(struct extraction *extraction, const struct phrase *phrase, struct value *value)
{
    void *copy = keep(extraction, phrase, sizeof *phrase);

    *value = (struct value){.kind = VALUE_OBJECT, .denominator = 1, .object = copy};
    return copy != NULL;
}

static inline bool give_quantity(struct extraction *extraction, const struct quantity *quantity,
                                 struct value *value)
{
    return give(extraction, &(struct phrase){.kind = PHRASE_QUANTITY, .quantity = *quantity}, value);
}

static inline bool give_group(struct extraction *extraction, const struct group *group, struct value *value)
{
    return give(extraction, &(struct phrase){.kind = PHRASE_GROUP, .group = *group}, value);
}

/* The argument of that index; NULL when what it names did not occur. */
static inline const struct match_argument *argument(const struct match_call *call, size_t index)
{
    return index < call->argument_count && call->arguments[index].present ? &call->arguments[index] : NULL;
}

static inline struct span match_words(const struct match *match)
{
    return (struct span){match->first_token, match->end_token};
}

static inline const char *text_value(struct value value)
{
    return value.kind == VALUE_TEXT ? value.text : NULL;
}

/* The people that an argument names; NULL when it names none. */
static inline const struct group *group_of(const struct match_argument *from)
{
    return from != NULL && from->item != NULL ? item_group(from->item) : NULL;
}

/* The number that an argument names; NULL when it names none. */
static inline const struct quantity *quantity_of(const struct match_argument *from)
{
    const struct phrase *phrase =
        from != NULL && from->item != NULL ? item_phrase(from->item, CLASS_QUANTITY, PHRASE_QUANTITY) : NULL;

    return phrase == NULL ? NULL : &phrase->quantity;
}

/* quantity.c: the actions that make numbers; false when the rule must not fire. */
bool quantity_act(struct extraction *extraction, const struct match *match, const struct match_call *call,
                  struct value *value);
/* people.c: these and the actions that make people. */
bool people_act(struct extraction *extraction, const struct match *match, const struct match_call *call,
                struct value *value);
/* sum.c: the action that adds people. */
bool sum_act(struct extraction *extraction, const struct match *match, const struct match_call *call,
             struct value *value);
/* Adds a state or force to those whom the people are of, once. */
void add_actor(struct group *group, const char *actor);
/* Adds the force that the capitalised words before the head noun at token `head` name, which no table knows:
 * "Norland soldiers", "Norland's elite troops". */
struct span unlisted_force(const struct extraction *extraction, uint32_t first, uint32_t head);
void name_force(struct extraction *extraction, uint32_t head, struct group *group);
/* The canonical names of the states and forces that the words of `span` name, from the marks. */
void add_marked_actors(const struct extraction *extraction, struct span span, struct group *group);

/* Adds to a bound of a sum; one that is open leaves it open. */
void add_bound(int64_t *total, int64_t more);

/* True for a number that is no single one nor open to one side: "dozens". */
bool is_vague(const struct quantity *quantity);

/* Adds a number that stands behind it: "three French and two Belgian soldiers" are five.  False when one of
 * them is vague or none. */
bool add_quantity(struct quantity *sum, const struct quantity *part);

#endif
