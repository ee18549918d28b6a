/* The gazetteer: names of countries, first-level regions, cities and villages, with where they are.
 *
 * Names are compared folded: case, accents and apostrophes do not count, a hyphen is a space.  A name can
 * mean several places (Kursk the city, Kursk the oblast; Georgia); a look-up gives all of them, the likeliest
 * first, and the caller chooses by what the text says.  All tables are const and compiled in; nothing here
 * allocates.  Strings that come out are static. */
#ifndef PLACE_PLACE_H
#define PLACE_PLACE_H

#include "base/str.h"

enum place_kind {
    PLACE_COUNTRY,
    PLACE_REGION, /* a first-level division: oblast, governorate, state, province */
    PLACE_AREA, /* a stretch of land or sea that is no division: Donbas, Gaza Strip, Red Sea; also a district
                 */
    PLACE_CITY, /* city or town */
    PLACE_VILLAGE,
};

/* For place_choose: which kinds are welcome. */
#define PLACE_BIT(kind) (1U << (kind))
#define PLACE_ANY (PLACE_BIT(PLACE_VILLAGE + 1) - 1)

enum place_seat { SEAT_NONE, SEAT_OF_REGION, SEAT_OF_COUNTRY };

struct gazetteer_entry {
    struct str name;    /* canonical: "Kyiv", "Kursk Oblast", "Ukraine" */
    struct str country; /* ISO 3166-1 alpha-2; absent for what lies in several countries or in none */
    struct str
        region; /* canonical name of the first-level division around it; absent when unknown or itself one */
    enum place_kind kind;
    enum place_seat seat; /* of whose government it is the seat */
    double lat, lon;      /* WGS 84 degrees, of its centre */
    uint32_t population;  /* rough; 0 when not in the table */
};

/* What a name can mean. */
struct place_match {
    size_t end;     /* byte offset behind the name in the text that was looked at */
    uint32_t first; /* private */
    uint32_t count; /* candidates, at least 1 */
    bool common;    /* also an everyday word or a person's name (Chad, Nice, Jordan): wants "in", "near" ...
                       before it */
};

/* The longest known place name that begins at byte `begin` of `text` (the first byte of a word) and ends, at
 * a word's end, at or before `end`.  Words may be separated by spaces, hyphens or one line break; the words
 * of the name must be capitalised as names are ("US" but not "us", "al-Bab", "Rio de Janeiro").  A following
 * "'s" is not part of it. False when there is none; *match is then unchanged. */
bool place_match(struct str text, size_t begin, size_t end, struct place_match *match);
/* The places of exactly that name or alias, case ignored. */
bool place_find(struct str name, struct place_match *match);
/* The country whose people are called exactly that, case ignored: "Ukrainian", "north korean".  False when
 * the name is no country's. */
bool place_country_of_people(struct str demonym, struct gazetteer_entry *country);
/* Candidate number `index` (below match->count), likeliest first. */
struct gazetteer_entry place_candidate(const struct place_match *match, uint32_t index);
/* The best candidate whose kind is in the mask `kinds`: one in `country` (ISO code; absent for no wish)
 * before others, then the likeliest.  False when none has such a kind. */
bool place_choose(const struct place_match *match, struct str country, uint32_t kinds,
                  struct gazetteer_entry *entry);

/* True when the likeliest place of the match is a country. */
bool place_is_country(const struct place_match *match);

/* The towns, villages and regions of GeoNames of exactly that name, case ignored, that the project's own
 * tables do not hold.  Thousands of their names are persons' names or words too: only for a name that the
 * text itself treats as a place's.  False when there is none, or the program was built without that table. */
bool place_find_town(struct str name, struct place_match *match);
/* The seat of the government of the country with that ISO code, the one candidate; match->end is 0.  False
 * when it is not known. */
bool place_capital(struct str code, struct place_match *match);

/* The longest demonym or adjective of a country that begins there ("Ukrainian", "North Koreans", "Emirati"):
 * these name people, never places.  As place_match otherwise; the one candidate is the country. */
bool place_match_demonym(struct str text, size_t begin, size_t end, struct place_match *match);

/* Both look-ups at once, for less than the two: what was found of the demonym and of the place stands in
 * *people and *place, with an end of 0 for what was not. */
void place_match_either(struct str text, size_t begin, size_t end, struct place_match *people,
                        struct place_match *place);

/* How a country's people are called: the adjective ("North Korean") and the plural ("North Koreans",
 * "Chinese").  False when `name` is not the name of a country or it has no demonym in the table. */
bool place_people(struct str name, struct str *adjective, struct str *people);

/* The country with that ISO 3166-1 alpha-2 code in capital letters; false when there is none. */
bool place_country(struct str code, struct gazetteer_entry *entry);

/* A place that no table knows, named so by the text ("in the village of Brask"): no coordinates (lat and
 * lon are 0 and mean nothing), its country and region taken from `around` when that is not NULL. `name` is
 * borrowed. */
struct gazetteer_entry place_unlisted(struct str name, enum place_kind kind,
                                      const struct gazetteer_entry *around);

/* "country", "region", "city" or "village": the `precision` of the HTTP contract. */
const char *place_kind_precision(enum place_kind kind);

#endif
