#include "inspect/places.h"

#include <stdlib.h>

bool match_relates(const struct trace *trace, const struct trace_match *match)
{
    return trace->rules->passes[match->pass].keep;
}

static bool touches(const struct trace_place *place, uint32_t first_token, uint32_t end_token)
{
    return place->first_token < end_token && first_token < place->end_token;
}

bool place_has(const struct trace_place *place, const struct trace_match *match)
{
    return touches(place, match->first_token, match->end_token);
}

static int compare_places(const void *a, const void *b)
{
    const struct trace_place *left = a;
    const struct trace_place *right = b;
    if (left->first_token != right->first_token) {
        return left->first_token < right->first_token ? -1 : 1;
    }
    return left->end_token < right->end_token ? -1 : left->end_token > right->end_token;
}

/* Joins the places that overlap; how many are left. */
static size_t join(struct trace_place *places, size_t count)
{
    size_t kept = 0;
    if (count > 0) {
        qsort(places, count, sizeof *places, compare_places);
    }
    for (size_t i = 0; i < count; i++) {
        struct trace_place *last = kept == 0 ? NULL : &places[kept - 1];
        if (last == NULL || places[i].first_token >= last->end_token) {
            places[kept++] = places[i];
        } else if (places[i].end_token > last->end_token) {
            last->end_token = places[i].end_token;
        }
    }
    return kept;
}

/* Adds the spans of the sentence's matches that made something, or else of those that no place has. */
static size_t add_matches(const struct trace *trace, size_t sentence, bool made, struct trace_place *places,
                          size_t count)
{
    size_t before = count;
    for (size_t i = trace->match_starts[sentence]; i < trace->match_starts[sentence + 1]; i++) {
        const struct trace_match *match = &trace->matches[i];
        if ((match->outcome == TRACE_FIRED && !match_relates(trace, match)) != made) {
            continue;
        }
        bool has_place = false;
        for (size_t k = 0; k < before && !made; k++) {
            has_place = has_place || place_has(&places[k], match);
        }
        if (!has_place) {
            places[count++] =
                (struct trace_place){.first_token = match->first_token, .end_token = match->end_token};
        }
    }
    return count;
}

enum status trace_places(struct arena *arena, const struct trace *trace, size_t sentence,
                         struct trace_place **places, size_t *count)
{
    size_t most = trace->match_starts[sentence + 1] - trace->match_starts[sentence];
    struct trace_place *found = arena_array(arena, most + 1, sizeof *found);
    if (found == NULL) {
        return ERR_NO_MEMORY;
    }
    size_t used = join(found, add_matches(trace, sentence, true, found, 0));
    used = join(found, add_matches(trace, sentence, false, found, used));
    for (size_t i = 0; i < used; i++) {
        for (size_t k = trace->expression_starts[sentence]; k < trace->expression_starts[sentence + 1]; k++) {
            const struct trace_expression *expression = &trace->expressions[k];
            if (touches(&found[i], expression->first_token, expression->end_token)) {
                found[i].expression = expression;
            }
        }
    }
    *places = found;
    *count = used;
    return OK;
}
