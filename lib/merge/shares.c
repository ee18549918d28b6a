/* Which claims of an event count only some of those that another of its claims counts in all, so that they do
 * not count beside it. */
#include "merge/compare.h"

/* Kinds of claims that are compared.  More are those of many speakers who differ. */
#define MOST_KINDS 12

/* Claims that say the same as far as is_part looks at them. */
struct kind {
    struct traits traits;
    bool share;
};

static bool same_places(const struct report *a, const struct report *b)
{
    bool same = a->place_count == b->place_count;
    for (size_t i = 0; same && i < a->place_count; i++) {
        same = str_equal(a->places[i].name, b->places[i].name) &&
               str_equal(a->places[i].country, b->places[i].country) &&
               str_equal(a->places[i].region, b->places[i].region) &&
               str_equal(a->places[i].precision, b->places[i].precision);
    }
    return same;
}

static bool is_of_kind(const struct claim *claim, const struct kind *kind)
{
    const struct report *a = &claim->report;
    const struct report *b = &kind->traits.claim->report;
    bool same_words = str_equal(a->evidence.text, b->evidence.text) &&
                      a->count.text.begin - a->evidence.begin == b->count.text.begin - b->evidence.begin;
    if (a->count.min != b->count.min || a->count.max != b->count.max || a->subtype != b->subtype ||
        !str_equal(a->actor, b->actor) || a->scope != b->scope || a->status != b->status ||
        a->date.first != b->date.first || a->date.last != b->date.last ||
        report_dated(a) != kind->traits.dated || a->said.last != b->said.last ||
        claim->published != kind->traits.claim->published || !same_places(a, b) ||
        is_nightly(a->basis.text) != kind->traits.nightly) {
        return false;
    }
    if (same_words) {
        return true;
    }
    if (sides_of(a) != kind->traits.sides) {
        return false;
    }
    struct victims victims = victims_of(a);
    const struct victims *others = &kind->traits.victims;
    return victims.sexes == others->sexes && victims.ages == others->ages &&
           victims.trades == others->trades && victims.more == others->more;
}

/* Whether two claims give other figures: else nothing can be a part. */
static bool differ(const struct claim *claims, size_t count)
{
    const struct count *first = NULL;
    for (size_t i = 0; i < count; i++) {
        const struct count *figure = &claims[i].report.count;
        if (figure->min == COUNT_NONE && figure->max == COUNT_NONE) {
            continue;
        }
        first = first == NULL ? figure : first;
        if (figure->min != first->min || figure->max != first->max) {
            return true;
        }
    }
    return false;
}

static bool is_disjoint(unsigned a, unsigned b)
{
    return a != 0 && b != 0 && (a & b) == 0;
}

/* Nobody is counted in both: they are of other people, or elsewhere. */
static bool are_other_shares(const struct traits *a, const struct traits *b)
{
    const struct report *left = &a->claim->report;
    const struct report *right = &b->claim->report;
    enum nearness nearness =
        places_compare(left->places, left->place_count, right->places, right->place_count);
    return (a->sides & b->sides) == 0 || is_disjoint(a->victims.sexes, b->victims.sexes) ||
           is_disjoint(a->victims.ages, b->victims.ages) ||
           is_disjoint(a->victims.trades, b->victims.trades) || nearness == PLACES_NEAR ||
           nearness == PLACES_APART;
}

/* "Two more bodies were found", of an event whose toll is greater: what came to it is none of its rivals. */
static bool is_addition(const struct traits *part, const struct traits *total)
{
    return part->victims.more && !total->victims.more && part->figure != COUNT_NONE &&
           part->figure < total->figure && both_incidents(part, total) &&
           part->claim->report.subtype == total->claim->report.subtype &&
           total->claim->report.status != STATUS_DENIED && total->claim->report.status != STATUS_HYPOTHETICAL;
}

/* Whether a third kind of claims counts others of the total, so that the figure is none of its rivals. */
static bool is_completed(const struct kind *kinds, size_t count, const struct traits *part,
                         const struct traits *total)
{
    for (size_t i = 0; i < count; i++) {
        const struct traits *other = &kinds[i].traits;
        if (is_part(other, total) && are_other_shares(part, other) &&
            (total->max == COUNT_NONE || part->figure + other->figure <= total->max)) {
            return true;
        }
    }
    return false;
}

void shares_find(const struct claim *claims, size_t count, bool *share)
{
    struct kind kinds[MOST_KINDS];
    size_t kept = 0;
    bool any = false;
    if (!differ(claims, count)) {
        return;
    }
    for (size_t i = 0; i < count; i++) {
        const struct count *figure = &claims[i].report.count;
        size_t k = 0;
        if (figure->min == COUNT_NONE && figure->max == COUNT_NONE) {
            continue;
        }
        while (k < kept && !is_of_kind(&claims[i], &kinds[k])) {
            k++;
        }
        if (k == MOST_KINDS) {
            return;
        }
        if (k == kept) {
            traits_of(&claims[i], &kinds[kept].traits);
            kinds[kept++].share = false;
        }
    }
    for (size_t i = 0; i < kept; i++) {
        for (size_t k = 0; k < kept && !kinds[i].share; k++) {
            const struct traits *part = &kinds[i].traits;
            const struct traits *total = &kinds[k].traits;
            kinds[i].share = adds_to(part, total) || is_addition(part, total) ||
                             (is_part(part, total) && (compare_figures(part, total) >= FIGURES_FAR ||
                                                       is_completed(kinds, kept, part, total)));
        }
        any = any || kinds[i].share;
    }
    for (size_t i = 0; any && i < count; i++) {
        for (size_t k = 0; k < kept && !share[i]; k++) {
            share[i] = kinds[k].share && is_of_kind(&claims[i], &kinds[k]);
        }
    }
}
