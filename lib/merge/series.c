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

static bool stands_in_url(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

/* The name as it can stand in the query of a URL: what would mean something there ("A+B", "Sons & Co"), and
 * spaces, are one hyphen between what is left. */
static size_t put_name(char *out, struct str name)
{
    size_t size = 0;
    bool gap = false;
    for (size_t i = 0; i < name.size; i++) {
        if (!stands_in_url(name.data[i])) {
            gap = size > 0;
            continue;
        }
        if (gap) {
            out[size++] = '-';
        }
        out[size++] = name.data[i];
        gap = false;
    }
    return size;
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
    struct str name = spelling_key(arena, people);
    char *key = arena_alloc(arena, kind.size + 1 + name.size + 1 + country.size + 1);
    if (key == NULL || name.data == NULL) {
        return ERR_NO_MEMORY;
    }
    size_t size = 0;
    for (size_t i = 0; i < kind.size; i++) {
        key[size++] = kind.data[i];
    }
    key[size++] = ':';
    size_t put = put_name(key + size, name);
    if (put == 0) { /* no letter and no digit that tells it from others */
        return OK;
    }
    size += put;
    for (size_t i = 0; !named && i < country.size; i++) {
        if (i == 0) {
            key[size++] = '@';
        }
        key[size++] = ascii_lower(country.data[i]);
    }
    *series = (struct str){key, size};
    return OK;
}
