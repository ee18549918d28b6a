/* Which place a name means: the country and the region that stand beside it, else those of the sentence, else
 * those that the article tells of.  When that leaves several towns, none of them much larger than the others,
 * the name goes without coordinates. */
#include "report/country_tally.h"
#include "report/draft.h"

/* So many times larger than any other of its name a town must be to be meant where nothing else tells. */
#define FAR_LARGER 10
/* A village whose people nobody has counted is taken to have so many. */
#define UNCOUNTED 1000
/* Where the text names no country at all, only a town so large is thought of. */
#define WELL_KNOWN 100000

/* True when spots[i] and spots[i + 1] are members of one list: only a comma or "and" stands between. */
static bool listed(const struct extraction *extraction, size_t i)
{
    uint32_t token = extraction->spots[i]->words.end;
    uint32_t end = extraction->spots[i + 1]->words.first;

    for (; token < end; token++) {
        if (!token_is_sign(extraction->text, token, ",") && !token_is(extraction->text, token, CLASS_AND)) {
            return false;
        }
    }
    return true;
}

/* The region or country that a spot names; false when it names none. */
static bool wide_place(const struct extraction *extraction, size_t i, struct gazetteer_entry *entry)
{
    const struct spot *spot = extraction->spots[i];

    return !spot->unlisted && spot->seat == NULL && !in_attribution(extraction, spot->words.first) &&
           place_choose(&spot->match, STR(""),
                        PLACE_BIT(PLACE_REGION) | PLACE_BIT(PLACE_AREA) | PLACE_BIT(PLACE_COUNTRY), entry);
}

/* True when spots[i + 1] stands behind a comma behind spots[i], or behind its noun: "Tarn province, Junin".
 */
static bool comma_leads_on(const struct extraction *extraction, size_t i)
{
    uint32_t comma = extraction->spots[i]->words.end;

    if (i + 1 >= extraction->spot_count) {
        return false;
    }
    if (extraction->spots[i + 1]->words.first == comma + 2 &&
        token_is(extraction->text, comma, CLASS_PLACE_NOUN)) {
        comma++;
    }
    return extraction->spots[i + 1]->words.first == comma + 1 && token_is_sign(extraction->text, comma, ",");
}

/* "Norvik, Ayacucho", "Norvik, Tarn province, Peru"; not one of several in a list. */
static bool behind_comma(const struct extraction *extraction, size_t i, struct gazetteer_entry *around)
{
    const struct text *text = extraction->text;
    struct gazetteer_entry wider;
    uint32_t next;

    if (i > 0 && !extraction->spots[i - 1]->unlisted && listed(extraction, i - 1)) {
        return false;
    }
    while (extraction->spots[i]->unlisted && comma_leads_on(extraction, i) &&
           extraction->spots[i + 1]->unlisted) {
        i++;
    }
    if (!comma_leads_on(extraction, i) || !wide_place(extraction, i + 1, around)) {
        return false;
    }
    next = extraction->spots[i + 1]->words.end;
    if (next < text->token_count && token_is(text, next, CLASS_AND)) {
        return false;
    }
    return i + 2 >= extraction->spot_count || !listed(extraction, i + 1) ||
           (wide_place(extraction, i + 2, &wider) && wider.kind == PLACE_COUNTRY &&
            str_equal(wider.country, around->country));
}

/* The farthest that what a place lies in stands from it: ", in the northern part of". */
#define AROUND_REACH 6

/* True when the words from token `from` to `to` lead from a place to what it lies in, or with `inward` back:
 * "in the northern", "'s village of". */
static bool leads_around(const struct text *text, uint32_t from, uint32_t to, bool inward)
{
    bool leads = false;
    uint32_t token;

    if (to < from || to - from > AROUND_REACH) {
        return false;
    }
    for (token = from; token < to; token++) {
        bool place = token_has(text, token, CLASS_PREPOSITION, "place");
        bool of = token_has(text, token, CLASS_PREPOSITION, "of");

        leads = leads || place || of || inward;
        if (!place && !of && !token_is_sign(text, token, ",") && !token_is(text, token, CLASS_DETERMINER) &&
            !token_is(text, token, CLASS_PLACE_NOUN) && !token_is(text, token, CLASS_ONE) &&
            !(inward && token_is(text, token, CLASS_GENITIVE))) {
            return false;
        }
    }
    return leads;
}

/* What the words behind spots[index] say that it lies in: "in Norvik, Peru", "the villages of Norvik and Tarn
 * in the Kursk region". */
static bool place_behind(const struct extraction *extraction, size_t index, struct gazetteer_entry *around)
{
    const struct text *text = extraction->text;
    size_t i = index;
    uint32_t end;

    if (behind_comma(extraction, index, around)) {
        return true;
    }
    while (i + 1 < extraction->spot_count && extraction->spots[i + 1]->unlisted && listed(extraction, i)) {
        i++;
    }
    if (i + 1 >= extraction->spot_count ||
        !leads_around(text, extraction->spots[i]->words.end, extraction->spots[i + 1]->words.first, false)) {
        return false;
    }
    end = extraction->spots[i + 1]->words.end; /* not "in Norvik in Russia's offensive" */
    return !(end < text->token_count && token_is(text, end, CLASS_GENITIVE)) &&
           wide_place(extraction, i + 1, around);
}

/* What the words before it say: "in the Kursk region's village of Norvik". */
static bool place_before(const struct extraction *extraction, size_t index, struct gazetteer_entry *around)
{
    size_t i = index;

    while (i > 0 && extraction->spots[i - 1]->unlisted && listed(extraction, i - 1)) {
        i--;
    }
    return i > 0 && extraction->spots[i]->words.first > extraction->spots[i - 1]->words.end &&
           leads_around(extraction->text, extraction->spots[i - 1]->words.end,
                        extraction->spots[i]->words.first, true) &&
           wide_place(extraction, i - 1, around);
}

/* Where to look among the places of one name; an absent country or region is any. */
struct search {
    const struct place_match *match;
    struct str country, region;
    unsigned kinds;
};

static bool fits(const struct search *search, const struct gazetteer_entry *entry)
{
    return (PLACE_BIT(entry->kind) & search->kinds) != 0 &&
           (search->country.size == 0 || str_equal(entry->country, search->country)) &&
           (search->region.size == 0 || str_equal(entry->region, search->region));
}

/* How many places fit; the largest of them, and whether it is the only one or far larger than the others. */
static uint32_t largest(const struct search *search, struct gazetteer_entry *entry, bool *far_larger)
{
    uint32_t i, count = 0;
    uint64_t second = UNCOUNTED;

    for (i = 0; i < search->match->count; i++) {
        struct gazetteer_entry candidate = place_candidate(search->match, i);

        if (!fits(search, &candidate)) {
            continue;
        }
        if (count++ == 0) {
            *entry = candidate;
        } else if (candidate.population > entry->population) {
            second = entry->population > second ? entry->population : second;
            *entry = candidate;
        } else if (candidate.population > second) {
            second = candidate.population;
        }
    }
    *far_larger = count == 1 || (count > 1 && entry->population >= second * FAR_LARGER);
    return count;
}

/* The one place that is meant.  The town before the region that is called after it, unless the text speaks of
 * a region: search.kinds is of the latter alone then. */
static bool pick(struct search search, struct gazetteer_entry *entry)
{
    bool regions = search.kinds != PLACE_ANY && (search.kinds & TOWNS) == 0;
    bool found;

    search.kinds = regions ? PLACE_ANY & ~TOWNS : TOWNS;
    if (largest(&search, entry, &found) == 0) {
        search.kinds = PLACE_ANY & ~search.kinds;
        largest(&search, entry, &found);
    }
    return found;
}

static bool any_in(const struct place_match *match, struct str country)
{
    struct search search = {.match = match, .country = country, .kinds = PLACE_ANY};
    struct gazetteer_entry entry;
    bool alone;

    return largest(&search, &entry, &alone) > 0;
}

/* Takes a region for the country of one name that has no such town: "Atlanta, Georgia". */
static void prefer_holder(const struct place_match *towns, struct gazetteer_entry *around)
{
    struct search search = {.match = towns, .kinds = PLACE_ANY};
    struct gazetteer_entry town;
    struct place_match same = {0};
    bool holds =
        around->kind != PLACE_COUNTRY || any_in(towns, around->country) || !place_find(around->name, &same);

    for (uint32_t i = 0; !holds && i < same.count; i++) {
        struct gazetteer_entry other = place_candidate(&same, i);

        search.country = other.country;
        search.region = other.name;
        holds = other.kind == PLACE_REGION && pick(search, &town);
        *around = holds ? other : *around;
    }
}

/* The country that the sentence names or that its other places lie in, if one of the name's places does too;
 * absent when there are several.  *strange: the others lie elsewhere. */
static struct str country_of_sentence(const struct extraction *extraction, const struct spot *spot,
                                      bool *strange)
{
    struct str country = {NULL, 0};
    size_t i;

    *strange = false;
    for (i = 0; i < extraction->spot_count; i++) {
        const struct spot *other = extraction->spots[i];
        struct gazetteer_entry entry;
        struct str named;

        if (other->unlisted || place_candidate(&other->match, 0).country.size == 0) {
            continue;
        }
        entry = place_candidate(&other->match, 0);
        named = country_of_article(extraction, other);
        named = named.size > 0 ? named : entry.country;
        if (!any_in(&spot->match, named)) {
            *strange = *strange || entry.kind != PLACE_COUNTRY;
        } else if (country.size > 0 && !str_equal(named, country)) {
            return (struct str){NULL, 0};
        } else {
            country = named;
        }
    }
    return country;
}

/* One of the places in the regions that other places of the sentence are or lie in. */
static bool pick_in_region(const struct extraction *extraction, struct search search,
                           struct gazetteer_entry *entry)
{
    size_t i;

    for (i = 0; i < extraction->spot_count; i++) {
        const struct spot *other = extraction->spots[i];
        struct gazetteer_entry near;

        if (other->unlisted) {
            continue;
        }
        near = place_candidate(&other->match, 0);
        search.region = near.kind == PLACE_REGION ? near.name : near.region;
        if (search.region.size > 0 && str_equal(near.country, search.country) && pick(search, entry)) {
            return true;
        }
    }
    return false;
}

void take_entry(const struct gazetteer_entry *entry, struct place *place)
{
    place->precision = str_from(place_kind_precision(entry->kind));
    place->name = entry->name;
    place->country = entry->country;
    place->region = entry->region;
    place->lat = entry->lat;
    place->lon = entry->lon;
    place->has_point = true;
}

void settle_in(const struct place_match *match, const struct gazetteer_entry *around, unsigned kinds,
               struct place *place)
{
    struct search search = {.match = match, .country = around->country, .kinds = kinds};
    struct gazetteer_entry entry;

    place->country = around->country;
    if (around->kind == PLACE_REGION || around->kind == PLACE_AREA) {
        place->region = around->name;
        search.region = around->name;
    }
    if (pick(search, &entry)) {
        take_entry(&entry, place);
    }
}

void settle_town(const struct extraction *extraction, size_t index, unsigned kinds, struct place *place)
{
    const struct spot *spot = extraction->spots[index];
    struct search search = {.match = &spot->match, .kinds = kinds};
    struct gazetteer_entry entry;
    bool strange;

    if (place_behind(extraction, index, &entry) || place_before(extraction, index, &entry) ||
        nation_before(extraction, index, &entry)) {
        prefer_holder(&spot->match, &entry);
        settle_in(&spot->match, &entry, kinds, place);
        return;
    }
    if (spot->match.count == 0) {
        return;
    }
    search.country = country_of_sentence(extraction, spot, &strange);
    if (search.country.size == 0 && !strange) {
        search.country = country_of_article(extraction, spot);
    }
    if (search.country.size == 0) {
        if (names_no_country(extraction) && pick(search, &entry) && entry.population >= WELL_KNOWN) {
            take_entry(&entry, place);
        }
        return;
    }
    place->country = search.country;
    if (pick_in_region(extraction, search, &entry) || pick(search, &entry)) {
        take_entry(&entry, place);
    }
}

/* True when what spots[index] lies in stands right behind it and a sign closes it: not in "in Gaza, Israel
 * killed nine". */
static bool closed(const struct extraction *extraction, size_t index)
{
    const struct text *text = extraction->text;
    uint32_t end = index + 1 < extraction->spot_count ? extraction->spots[index + 1]->words.end : 0;
    uint32_t begin = extraction->spots[index]->words.end;

    if (end == 0 ||
        !(token_is_sign(text, begin, ",") || token_has(text, begin, CLASS_PREPOSITION, "place"))) {
        return false;
    }
    return end + 1 >= text->token_count ||
           (text->tokens[end].type == TOKEN_PUNCT && !token_is(text, end + 1, CLASS_RELATIVE));
}

bool lies_elsewhere(const struct extraction *extraction, size_t index, struct gazetteer_entry *around,
                    struct place_match *match)
{
    const struct spot *spot = extraction->spots[index];
    bool nation = nation_before(extraction, index, around);

    *match = (struct place_match){0};
    if (spot->state || (!nation && !place_behind(extraction, index, around))) {
        return false;
    }
    prefer_holder(&spot->match, around);
    if (any_in(&spot->match, around->country)) {
        return false;
    }
    place_find_town(text_span(extraction->text, spot->words.first, spot->words.end), match);
    return around->kind != PLACE_COUNTRY || any_in(match, around->country) || nation ||
           closed(extraction, index);
}
