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
    if (a->country.size == 0 || b->country.size == 0) {
        return PLACES_UNKNOWN;
    }
    if (is_country(a) || is_country(b)) {
        return PLACES_LOOSE;
    }
    return known_equal(a->region, b->region) ? PLACES_NEAR : PLACES_APART;
}

enum nearness places_compare(const struct place *a, size_t a_count, const struct place *b, size_t b_count)
{
    /* from what says least to what says most */
    static const int weight[] = {
        [PLACES_APART] = 1,   [PLACES_NEAR] = 2, [PLACES_LOOSE] = 3, [PLACES_UNKNOWN] = 4,
        [PLACES_COUNTRY] = 5, [PLACES_SAME] = 6, [PLACES_TOWN] = 7,  [PLACES_SPOT] = 8};
    enum nearness best = PLACES_UNKNOWN;
    for (size_t i = 0; i < a_count; i++) {
        for (size_t k = 0; k < b_count; k++) {
            enum nearness nearness = compare_two(&a[i], &b[k]);
            if ((i == 0 && k == 0) || weight[nearness] > weight[best]) {
                best = nearness;
            }
        }
    }
    return best;
}
