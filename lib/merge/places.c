/* How places stand to each other: the hierarchy of village, region and country. */
#include "merge/traits.h"

static bool is_country(const struct place *place)
{
    return str_equal(place->precision, STR("country"));
}

static bool is_region(const struct place *place)
{
    return str_equal(place->precision, STR("region"));
}

static bool is_town(const struct place *place)
{
    return str_equal(place->precision, STR("city"));
}

static bool known_equal(struct str a, struct str b)
{
    return a.size > 0 && str_equal_nocase(a, b);
}

/* "Kursk" for Kursk Oblast: a town whose region is called after it often stands for the region. */
static bool stands_for_region(const struct place *place)
{
    return place->region.size > place->name.size && place->name.size > 0 &&
           str_equal_nocase(str_slice(place->region, 0, place->name.size), place->name);
}

bool place_within(const struct place *inner, const struct place *outer)
{
    if (inner->country.size > 0 && outer->country.size > 0 && !str_equal(inner->country, outer->country)) {
        return false;
    }
    if (known_equal(inner->name, outer->name)) {
        return true;
    }
    if (is_country(outer)) {
        return known_equal(inner->country, outer->country);
    }
    if (is_region(outer)) {
        return known_equal(inner->region, outer->name);
    }
    return stands_for_region(outer) && known_equal(inner->region, outer->region);
}

/* Known by its form alone ("the village of Brask"): the gazetteer does not have it. */
static bool is_unlisted(const struct place *place)
{
    return place->precision.size == 0;
}

#define NAME_LIMIT 48 /* longer names are not told apart by their spelling */

/* In how many letters two names differ, at least. */
static size_t spelling_distance(struct str a, struct str b)
{
    size_t row[NAME_LIMIT + 1];
    for (size_t k = 0; k <= b.size; k++) {
        row[k] = k;
    }
    for (size_t i = 0; i < a.size; i++) {
        size_t corner = row[0];
        row[0] = i + 1;
        for (size_t k = 0; k < b.size; k++) {
            size_t least = corner + (ascii_lower(a.data[i]) != ascii_lower(b.data[k]));
            least = row[k] + 1 < least ? row[k] + 1 : least;
            least = row[k + 1] + 1 < least ? row[k + 1] + 1 : least;
            corner = row[k + 1];
            row[k + 1] = least;
        }
    }
    return row[b.size];
}

/* Two spellings of one name, or one within the other: "Vorobna" and "Vorovna", "Brask" and "Alto Brask". */
static bool may_be_same_name(struct str a, struct str b)
{
    size_t longer = a.size > b.size ? a.size : b.size;
    return longer > NAME_LIMIT || str_find(a, b, 0) != SIZE_MAX || str_find(b, a, 0) != SIZE_MAX ||
           spelling_distance(a, b) * 3 <= longer;
}

/* Nobody said where in its country it lies. */
static bool is_vague_spot(const struct place *place)
{
    return is_unlisted(place) && place->region.size == 0;
}

/* A place that nobody knows, and a town: it may be a part of the town, or lie near it, or anywhere else. */
static bool is_spot_beside_town(const struct place *spot, const struct place *town)
{
    return is_unlisted(spot) && is_town(town) && !may_be_same_name(spot->name, town->name);
}

static enum nearness compare_two(const struct place *a, const struct place *b)
{
    if (place_within(a, b) || place_within(b, a)) {
        if (is_country(a) || is_country(b)) {
            return PLACES_COUNTRY;
        }
        if (!known_equal(a->name, b->name) || is_region(a) || is_region(b) || stands_for_region(a)) {
            return PLACES_SAME;
        }
        return is_town(a) || is_town(b) ? PLACES_TOWN : PLACES_SPOT;
    }
    if (a->country.size == 0 || b->country.size == 0 ||
        (str_equal(a->country, b->country) && (is_vague_spot(a) || is_vague_spot(b)))) {
        bool other = is_unlisted(a) && is_unlisted(b) && !may_be_same_name(a->name, b->name);
        return other                                                    ? PLACES_NEAR
               : is_spot_beside_town(a, b) || is_spot_beside_town(b, a) ? PLACES_DOUBTFUL
                                                                        : PLACES_UNKNOWN;
    }
    if (is_country(a) || is_country(b)) {
        return PLACES_LOOSE;
    }
    return known_equal(a->region, b->region) ? PLACES_NEAR : PLACES_APART;
}

/* The one place of the kind among `places`; NULL when there is none or there are several. */
static const struct place *only_one(const struct place *places, size_t count,
                                    bool (*is_kind)(const struct place *))
{
    const struct place *found = NULL;
    for (size_t i = 0; i < count; i++) {
        if (is_kind(&places[i])) {
            if (found != NULL) {
                return NULL;
            }
            found = &places[i];
        }
    }
    return found;
}

/* places[index] as it is compared.  "Brask in Lower Ost": an unlisted place lies in the region, or else the
 * country, that is named beside it. */
static struct place settled(const struct place *places, size_t count, size_t index)
{
    struct place place = places[index];
    if (!is_unlisted(&place) || place.country.size > 0 || count == 1) {
        return place;
    }
    const struct place *region = only_one(places, count, is_region);
    const struct place *around = region != NULL ? region : only_one(places, count, is_country);
    if (around != NULL) {
        place.country = around->country;
        place.region = region != NULL ? region->name : place.region;
    }
    return place;
}

/* Only tells where another place of the list lies: two towns of one region are not one place. */
static bool is_around(const struct place *places, size_t count, size_t index)
{
    for (size_t i = 0; i < count; i++) {
        struct place inner = settled(places, count, i);
        if (i != index && place_within(&inner, &places[index]) && !place_within(&places[index], &inner)) {
            return true;
        }
    }
    return false;
}

#define MOST_PLACES 16 /* of a claim that lists more, so many are compared */

/* The places of a claim as they are compared. */
static size_t settle(const struct place *places, size_t count, struct place out[MOST_PLACES])
{
    size_t kept = 0;
    count = count < MOST_PLACES ? count : MOST_PLACES;
    for (size_t i = 0; i < count; i++) {
        if (count == 1 || !is_around(places, count, i)) {
            out[kept++] = settled(places, count, i);
        }
    }
    return kept;
}

/* "Brask in Lower Ost" and "Vorna in Lower Ost", of which nobody knows any: the last place of both lists is
 * what lies around the first ones, and tells nothing of how these stand to each other. */
static bool share_only_surroundings(const struct place *a, size_t a_count, const struct place *b,
                                    size_t b_count)
{
    return a_count == 2 && b_count == 2 && is_unlisted(&a[0]) && is_unlisted(&b[0]) && is_unlisted(&a[1]) &&
           known_equal(a[1].name, b[1].name) && !may_be_same_name(a[0].name, b[0].name);
}

enum nearness places_compare(const struct place *a, size_t a_count, const struct place *b, size_t b_count)
{
    /* from what says least to what says most */
    static const int weight[] = {[PLACES_APART] = 1, [PLACES_NEAR] = 2,    [PLACES_DOUBTFUL] = 3,
                                 [PLACES_LOOSE] = 4, [PLACES_UNKNOWN] = 5, [PLACES_COUNTRY] = 6,
                                 [PLACES_SAME] = 7,  [PLACES_TOWN] = 8,    [PLACES_SPOT] = 9};
    if (a_count == 1 && b_count == 1) { /* as they mostly are: each is compared as it stands */
        return compare_two(a, b);
    }
    struct place left[MOST_PLACES];
    struct place right[MOST_PLACES];
    size_t left_count = settle(a, a_count, left);
    size_t right_count = settle(b, b_count, right);
    enum nearness best = PLACES_UNKNOWN;
    if (share_only_surroundings(left, left_count, right, right_count)) {
        left_count = right_count = 1;
    }
    for (size_t i = 0; i < left_count; i++) {
        for (size_t k = 0; k < right_count; k++) {
            enum nearness nearness = compare_two(&left[i], &right[k]);
            if ((i == 0 && k == 0) || weight[nearness] > weight[best]) {
                best = nearness;
            }
        }
    }
    return best;
}

/* "Brask in Lower Ost", of which nobody knows either: the last place of a list tells where the others lie
 * when it is all that the other list names. */
static bool names_around(const struct place *inner, size_t count, const struct place *outer)
{
    return count > 1 && is_unlisted(&inner[0]) && is_unlisted(&inner[count - 1]) &&
           known_equal(inner[count - 1].name, outer->name) && !may_be_same_name(inner[0].name, outer->name);
}

bool places_cover(const struct place *outer, size_t outer_count, const struct place *inner,
                  size_t inner_count)
{
    struct place left[MOST_PLACES];
    struct place right[MOST_PLACES];
    size_t left_count = settle(outer, outer_count, left);
    size_t right_count = settle(inner, inner_count, right);
    if (left_count == 1 && right_count > 0 && names_around(right, right_count, &left[0])) {
        return !is_country(&left[0]);
    }
    bool covered =
        left_count > 0 && right_count > 0 && !(right_count == 1 && names_around(left, left_count, &right[0]));
    for (size_t i = 0; i < right_count && covered; i++) {
        bool found = false;
        for (size_t k = 0; k < left_count && !found; k++) {
            found = !is_country(&left[k]) && place_within(&right[i], &left[k]);
        }
        covered = found;
    }
    return covered;
}

/* A place of `list` that `place` may be, hold or lie in. */
static bool has_alike(const struct place *place, const struct place *list, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        enum nearness nearness = compare_two(place, &list[i]);
        if (nearness != PLACES_LOOSE && nearness != PLACES_NEAR && nearness != PLACES_APART) {
            return true;
        }
    }
    return false;
}

bool places_alike(const struct place *a, size_t a_count, const struct place *b, size_t b_count)
{
    struct place left[MOST_PLACES];
    struct place right[MOST_PLACES];
    size_t left_count = settle(a, a_count, left);
    size_t right_count = settle(b, b_count, right);
    bool alike = true;
    for (size_t i = 0; i < left_count && right_count > 0; i++) {
        alike = alike && has_alike(&left[i], right, right_count);
    }
    for (size_t i = 0; i < right_count && left_count > 0; i++) {
        alike = alike && has_alike(&right[i], left, left_count);
    }
    return alike;
}
