/* The tallies of one people over time are one series, whoever gives them and over whatever period: "11
 * soldiers killed so far", "30 since October". */
#include "merge/summary.h"
#include "merge/traits.h"

/* The one country of the places; absent when they lie in several, or none is known. */
static struct str country_of(const struct place *places, size_t count)
{
    struct str country = {NULL, 0};
    for (size_t i = 0; i < count; i++) {
        if (country.size == 0) {
            country = places[i].country;
        } else if (places[i].country.size > 0 && !str_equal(places[i].country, country)) {
            return (struct str){NULL, 0};
        }
    }
    return country;
}

enum status merge_series(struct arena *arena, const struct event *event, struct str *series)
{
    bool named = is_named(event->actor);
    struct str country = named ? (struct str){NULL, 0} : country_of(event->places, event->place_count);
    struct str kind = str_from(report_kind_name(event->kind));
    struct str people = event->actor.size > 0 ? event->actor : STR("people");
    *series = (struct str){NULL, 0};
    if (event->scope != SCOPE_CUMULATIVE || (!named && country.size == 0)) {
        return OK;
    }
    struct str parts[] = {kind, STR(":"), spelling_key(arena, people), STR("@"), country};
    size_t count = named ? 3 : 5;
    size_t size = 0;
    for (size_t i = 0; i < count; i++) {
        size += parts[i].size;
    }
    char *key = arena_alloc(arena, size + 1);
    if (key == NULL || parts[2].data == NULL) {
        return ERR_NO_MEMORY;
    }
    *series = (struct str){key, size};
    for (size_t i = 0, at = 0; i < count; i++) {
        for (size_t k = 0; k < parts[i].size; k++, at++) {
            char c = i == 4 ? ascii_lower(parts[i].data[k]) : parts[i].data[k];
            key[at] = (char)(c == ' ' ? '-' : c);
        }
    }
    return OK;
}
