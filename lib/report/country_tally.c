/* How often a text names which countries, their people and towns, to tell where a name lies that is that of
 * several places. */
#include "report/country_tally.h"

#include "report/draft.h"

#include <string.h>

/* How many different countries of one text are counted; a text that names more is about none of them. */
#define TALLY_COUNTRIES 32
/* A country that is named less than one time in so many of the one named most is not what the text is about.
 */
#define MINOR_PART 2
/* How many different towns are. */
#define TALLY_TOWNS 32

struct country_tally {
    struct {
        struct str code;
        uint32_t mentions; /* of itself, its people and places in it */
    } countries[TALLY_COUNTRIES];
    size_t count;
    struct {
        struct place_match match;
        uint32_t mentions;
    } towns[TALLY_TOWNS];
    size_t town_count;
};

/* The codes of countries have two letters, or none. */
static bool same_country(struct str a, struct str b)
{
    return a.size == 2 && b.size == 2 && memcmp(a.data, b.data, 2) == 0;
}

static void tally_country(struct country_tally *tally, struct str code)
{
    size_t i;

    for (i = 0; i < tally->count && !same_country(tally->countries[i].code, code); i++) {
    }
    if (i == TALLY_COUNTRIES || code.size == 0) {
        return;
    }
    tally->countries[i].code = code;
    tally->countries[i].mentions++;
    tally->count += i == tally->count ? 1 : 0;
}

/* Counts a town; one whose name is a seat of government's only where it is put as a place. */
static void tally_town(struct country_tally *tally, const struct text *text, uint32_t token,
                       const struct place_match *match)
{
    struct gazetteer_entry entry;
    size_t i;

    if (!place_choose(match, STR(""), TOWNS, &entry) ||
        (token_is(text, token, CLASS_SEAT) &&
         (token == 0 || !token_has(text, token - 1, CLASS_PREPOSITION, "place")))) {
        return;
    }
    for (i = 0; i < tally->town_count && tally->towns[i].match.first != match->first; i++) {
    }
    if (i == TALLY_TOWNS) {
        return;
    }
    tally->towns[i].match = *match;
    tally->towns[i].mentions++;
    tally->town_count += i == tally->town_count ? 1 : 0;
}

/* True when the name at `token` that ends at byte `end` is only the beginning of a longer one that no table
 * knows: "Rio Norvik". */
static bool goes_on_as_name(const struct text *text, uint32_t token, size_t end)
{
    while (token < text->token_count && text->tokens[token].begin < end) {
        token++;
    }
    return token < text->token_count && text->tokens[token].type == TOKEN_WORD &&
           (text->tokens[token].flags & TOKEN_CAPITALIZED) && !token_is_listed(text, token);
}

/* Counts what the body of the text names: countries, their people, and the places that stand for themselves.
 */
static void count_countries(const struct extraction *extraction, struct country_tally *tally)
{
    const struct text *text = extraction->text;
    size_t end = 0;

    for (size_t i = 0; i < extraction->name_count; i++) {
        const struct known_name *name = &extraction->names[i];
        const struct token *at = &text->tokens[name->token];

        if (at->begin < end || !(at->flags & TOKEN_CAPITALIZED)) {
            continue;
        }
        if (name->people.end > 0) {
            tally_country(tally, place_candidate(&name->people, 0).country);
            end = name->people.end;
        } else if (!name->place.common && !goes_on_as_name(text, name->token, name->place.end)) {
            tally_country(tally, place_candidate(&name->place, 0).country);
            tally_town(tally, text, name->token, &name->place);
            end = name->place.end;
        }
    }
}

/* NULL when there is no memory. */
static const struct country_tally *tally_of(struct extraction *extraction)
{
    if (extraction->tally == NULL) {
        struct country_tally *tally = arena_alloc(extraction->arena, sizeof *tally);

        if (tally == NULL) {
            extraction->out_of_memory = true;
            return NULL;
        }
        count_countries(extraction, tally);
        extraction->tally = tally;
    }
    return extraction->tally;
}

bool find_town(struct extraction *extraction, struct span words, struct place_match *match)
{
    const struct text *text = extraction->text;

    /* "Norvik hill" may be called after somebody */
    return !(words.end < text->token_count && token_has(text, words.end, CLASS_PLACE_NOUN, "part")) &&
           place_find_town(text_span(text, words.first, words.end), match) && tally_of(extraction) != NULL;
}

void tally_countries(struct extraction *extraction, const struct place_match *match)
{
    struct str country;
    uint32_t i;

    if (extraction->tally != NULL || match->count < 2) {
        return;
    }
    country = place_candidate(match, 0).country;
    for (i = 1; i < match->count; i++) {
        if (!str_equal(place_candidate(match, i).country, country)) {
            tally_of(extraction);
            return;
        }
    }
}

static uint32_t mentions_of(const struct country_tally *tally, struct str code)
{
    size_t i;

    for (i = 0; i < tally->count; i++) {
        if (same_country(tally->countries[i].code, code)) {
            return tally->countries[i].mentions;
        }
    }
    return 0;
}

/* The country that the text names at least twice as often as any other; absent when there is none. */
static struct str country_of_text(struct extraction *extraction)
{
    const struct country_tally *tally = tally_of(extraction);
    size_t i, most = 0;
    bool rivalled = false;

    if (tally == NULL || tally->count == 0) {
        return (struct str){NULL, 0};
    }
    for (i = 1; i < tally->count; i++) {
        most = tally->countries[i].mentions > tally->countries[most].mentions ? i : most;
    }
    for (i = 0; i < tally->count; i++) {
        rivalled =
            rivalled || (i != most && tally->countries[i].mentions * 2 > tally->countries[most].mentions);
    }
    return rivalled ? (struct str){NULL, 0} : tally->countries[most].code;
}

bool town_of_text(struct extraction *extraction, struct place *place)
{
    const struct country_tally *tally = tally_of(extraction);
    struct gazetteer_entry entry;
    size_t most = 0;

    if (tally == NULL || tally->town_count == 0) {
        return false;
    }
    for (size_t i = 1; i < tally->town_count; i++) {
        most = tally->towns[i].mentions > tally->towns[most].mentions ? i : most;
    }
    for (size_t i = 0; i < tally->town_count; i++) {
        if (i != most && tally->towns[i].mentions * 2 > tally->towns[most].mentions) {
            return false;
        }
    }
    if (!place_choose(&tally->towns[most].match, country_of_text(extraction), TOWNS, &entry)) {
        return false;
    }
    *place = (struct place){0};
    take_entry(&entry, place);
    return true;
}

bool capital_of_text(struct extraction *extraction, struct place_match *match)
{
    return place_capital(country_of_text(extraction), match);
}

struct str country_of_article(const struct extraction *extraction, const struct spot *spot)
{
    const struct country_tally *tally = extraction->tally;
    struct str country = {NULL, 0};
    uint32_t best = 0, second = 0, top = 0;
    uint32_t k;
    size_t i;

    if (tally == NULL) {
        return country;
    }
    for (k = 0; k < spot->match.count; k++) {
        struct str code = place_candidate(&spot->match, k).country;
        uint32_t mentions = mentions_of(tally, code);

        if (mentions == 0 || same_country(code, country)) {
            continue;
        }
        second = mentions > best ? best : (mentions > second ? mentions : second);
        country = mentions > best ? code : country;
        best = mentions > best ? mentions : best;
    }
    for (i = 0; i < tally->count; i++) {
        top = tally->countries[i].mentions > top ? tally->countries[i].mentions : top;
    }
    return best >= second * 2 && best * MINOR_PART >= top ? country : (struct str){NULL, 0};
}

bool names_no_country(const struct extraction *extraction)
{
    return extraction->tally->count == 0;
}
