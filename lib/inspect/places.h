/* The places of a sentence where rules matched: what was made of the words there, and what else could have
 * been. */
#ifndef INSPECT_PLACES_H
#define INSPECT_PLACES_H

#include "inspect/trace.h"

struct trace_place {
    uint32_t first_token, end_token;
    const struct trace_expression *expression; /* NULL: none came of it */
};

/* The places of the sentence in their order, none overlapping another, in the arena: one where spans of items
 * that rules made overlap, and one where only matches lie that came to nothing.  ERR_NO_MEMORY. */
enum status trace_places(struct arena *arena, const struct trace *trace, size_t sentence,
                         struct trace_place **places, size_t *count) MUST_CHECK;

/* True when the match belongs to the place: it overlaps it. */
bool place_has(const struct trace_place *place, const struct trace_match *match);

/* True when the match fired in a pass that replaces nothing: it relates what others made. */
bool match_relates(const struct trace *trace, const struct trace_match *match);

#endif
