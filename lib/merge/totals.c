/* The parts of a total, which exclude each other: seven soldiers and five civilians, of twelve people; seven
 * in one village of a district, and five in the next.
 *
 * When the events are made, each group of which all figures are parts of one and the same total in another
 * group is one of its parts.  They join when the words of the total tell them ("including five civilians"),
 * or when two or more that exclude each other come to what the total counts; in a village, where one day
 * leaves room for one happening, each does.  What parts hold against each other does not part them, what they
 * hold against the total does.  All of it is worked out from what the groups were before any part joined, so
 * that it depends on the claims alone, and falls away with the claim of the total.
 */
#include "merge/compare.h"
#include "merge/groups.h"

/* More are those of many speakers who differ, and nobody could tell which parts belong to which total. */
#define MOST_PAIRS 65536

#define LEAST_TOTAL 6 /* so few may well be those of something else, and parts add up to them by chance */
#define LEAST_ELSEWHERE 10 /* the same of parts in several places, of which there are more to choose from */

/* A group that may be a part. */
struct unit {
    uint32_t group;
    uint32_t whole; /* the group of its total */
    bool joins;
    /* for the total that is looked at: */
    int64_t figure; /* the greatest of its claims that are parts; COUNT_NONE: none is */
    bool told;      /* by the words of the total */
    bool wide;      /* lies in a place of the total, which is wider, or has no day */
    bool elsewhere; /* lies in a place of the total, which is wider */
    bool seen;      /* looked at, or no part of it */
    bool adds;      /* to the others: it counts none of theirs */
    int32_t first,
        last; /* told on these days, its parts that have none of their own; DAY_MAX, DAY_MIN: none */
};

struct division {
    const struct groups *groups;
    struct unit *units;
    size_t count;
};

/* Counts what the total counts, and is no denial of it. */
static bool is_counted_with(const struct traits *traits, const struct traits *total)
{
    return traits->figure != COUNT_NONE && traits->claim->report.subtype == total->claim->report.subtype &&
           traits->claim->report.status != STATUS_DENIED;
}

/* The greatest figure of the group that is a part of the claim `total`; COUNT_NONE when none is. */
static int64_t part_figure(const struct groups *groups, uint32_t group, uint32_t total)
{
    int64_t figure = COUNT_NONE;
    uint32_t i = group;
    do {
        if (groups->component->traits[i]->figure > figure && component_part(groups->component, i, total)) {
            figure = groups->component->traits[i]->figure;
        }
        i = groups->next[i];
    } while (i != group);
    return figure;
}

/* Without a day, and no more than what the group counts with one: a later day repeats it. */
static bool repeats(const struct traits *traits, int64_t figure)
{
    return !traits->dated && traits->figure != COUNT_NONE && traits->figure <= figure;
}

/* Whether all figures of the group are parts of the claim `total`, and nothing in it excludes that claim. */
static bool is_part_group(const struct groups *groups, uint32_t group, uint32_t total)
{
    const struct merge_component *component = groups->component;
    const struct traits *whole = component->traits[total];
    int64_t figure = part_figure(groups, group, total);
    uint32_t i = group;
    if (figure == COUNT_NONE) {
        return false;
    }
    do {
        const struct traits *traits = component->traits[i];
        if (!repeats(traits, figure) && !component_part(component, i, total) &&
            (is_counted_with(traits, whole) ||
             (bit_of(component->excluded[i], total) && !is_within(traits, whole)))) {
            return false;
        }
        i = groups->next[i];
    } while (i != group);
    return true;
}

/* The group of the total that the group is a part of, the nearest of several that are parts of each other;
 * UINT32_MAX when there is none or nobody knows which. */
static uint32_t whole_of(const struct groups *groups, uint32_t group)
{
    const struct merge_component *component = groups->component;
    uint32_t best = UINT32_MAX;
    bool several = false;
    for (size_t k = 0; k < component->alive; k++) {
        uint32_t total = component->order[k];
        uint32_t own = groups->group[total];
        if (component->partners[total] == 0 || own == group || !is_part_group(groups, group, total) ||
            (best != UINT32_MAX && groups->group[best] == own)) {
            continue;
        }
        if (best == UINT32_MAX || component_part(component, total, best)) {
            best = total;
        } else if (!component_part(component, best, total)) {
            several = true;
        }
    }
    return best == UINT32_MAX || several ? UINT32_MAX : groups->group[best];
}

/* Whether `row` of a group names a claim of the other group that no claim of the first excludes: the two were
 * kept apart. */
static bool were_kept_apart(const struct groups *groups, uint32_t a, uint32_t b)
{
    uint32_t k = b;
    do {
        bool apart = bit_of(groups->excluded[a], k);
        uint32_t i = a;
        do {
            apart = apart && !bit_of(groups->component->excluded[k], i);
            i = groups->next[i];
        } while (apart && i != a);
        if (apart) {
            return true;
        }
        k = groups->next[k];
    } while (k != b);
    return false;
}

/* Whether the claim of the slot excludes one of the group of the claim `total` that is not a part of that
 * too. */
static bool excludes_whole(const struct groups *groups, uint32_t slot, uint32_t total)
{
    const struct merge_component *component = groups->component;
    uint32_t whole = groups->group[total];
    const uint64_t *row = component->excluded[slot];
    const uint64_t *members = groups->members[whole]; /* of several */
    for (size_t word = 0; word < groups->words; word++) {
        uint64_t bits = members != NULL ? row[word] & members[word] : row[word];
        for (uint32_t k = (uint32_t)(64 * word); bits != 0; bits >>= 1, k++) {
            if ((bits & 1) != 0 && (members != NULL || k == total) && !component_part(component, slot, k) &&
                !is_within(component->traits[k], component->traits[total])) {
                return true;
            }
        }
    }
    return false;
}

/* Whether nothing keeps the group from that of the claim `total` but that they hold other parts. */
static bool may_join(const struct groups *groups, uint32_t group, uint32_t total)
{
    const struct merge_component *component = groups->component;
    uint32_t whole = groups->group[total];
    int64_t figure = part_figure(groups, group, total);
    uint32_t i = group;
    if (groups->side != NULL && sides_apart(&groups->sides, groups->side[group], groups->side[whole])) {
        return false;
    }
    do {
        if (!repeats(component->traits[i], figure) && excludes_whole(groups, i, total)) {
            return false;
        }
        i = groups->next[i];
    } while (i != group);
    return !were_kept_apart(groups, whole, group);
}

/* Names a place within one of the other's. */
static bool is_narrower(const struct report *part, const struct report *total)
{
    return part->place_count > 0 &&
           !places_cover(part->places, part->place_count, total->places, total->place_count);
}

/* Sets what the unit, a group, is to the claim `total`. */
static void measure(const struct groups *groups, struct unit *unit, uint32_t total)
{
    const struct traits *whole = groups->component->traits[total];
    uint32_t i = unit->group;
    unit->figure = part_figure(groups, unit->group, total);
    unit->told = unit->wide = unit->elsewhere = false;
    unit->first = DAY_MAX;
    unit->last = DAY_MIN;
    do {
        const struct traits *traits = groups->component->traits[i];
        if (component_part(groups->component, i, total)) {
            unit->told = unit->told || bit_of(groups->component->told[i], total);
            unit->wide = unit->wide || traits->spot.size == 0 || !str_equal_nocase(traits->spot, whole->spot);
            unit->elsewhere = unit->elsewhere || is_narrower(&traits->claim->report, &whole->claim->report);
            if (!traits->dated) {
                unit->first = traits->told < unit->first ? traits->told : unit->first;
                unit->last = traits->told > unit->last ? traits->told : unit->last;
            }
        }
        i = groups->next[i];
    } while (i != unit->group);
}

/* Whether so many are what the total counts, and no fewer: in a town and in a region there is room for other
 * people of that day, and figures below it would add up by chance. */
static bool add_up(const struct traits *total, int64_t sum)
{
    if (total->max != COUNT_NONE && sum > total->max) {
        return false;
    }
    return !total->vague && sum >= total->figure && sum * 10 <= total->figure * 11;
}

/* Whether a claim of the total's group that gives its figure tells it of one blow, which does not fall on two
 * villages. */
static bool is_of_one_blow(const struct groups *groups, uint32_t total)
{
    struct traits *const *traits = groups->component->traits;
    uint32_t i = total;
    do {
        if (traits[i]->happening.single && traits[i]->figure == traits[total]->figure) {
            return true;
        }
        i = groups->next[i];
    } while (i != total);
    return false;
}

/* Whether parts that come to `sum` are those of the claim `total`, by what is true of any of them. */
static bool are_all(const struct groups *groups, uint32_t total, const struct unit *any, size_t adding,
                    int64_t sum)
{
    const struct traits *traits = groups->component->traits[total];
    if (in_village(traits) && !any->wide) {
        return traits->max == COUNT_NONE || sum <= traits->max;
    }
    bool one_day = any->last <= any->first + 1; /* no reports of two days around it */
    bool by_chance = any->elsewhere ? traits->figure < LEAST_ELSEWHERE || is_of_one_blow(groups, total)
                                    : traits->figure < LEAST_TOTAL;
    return adding > 1 && !by_chance && one_day && add_up(traits, sum);
}

/* Whether parts of the claim `total` in the two groups exclude each other, so that nobody is counted in both.
 */
static bool are_others(const struct groups *groups, uint32_t a, uint32_t b, uint32_t total)
{
    const struct merge_component *component = groups->component;
    uint32_t i = a;
    do {
        uint32_t k = b;
        do {
            if (bit_of(component->excluded[i], k) && component_part(component, i, total) &&
                component_part(component, k, total)) {
                return true;
            }
            k = groups->next[k];
        } while (k != b);
        i = groups->next[i];
    } while (i != a);
    return false;
}

/* Whether nobody is counted in the unit and in one that was taken before, or in the parts of the total's own
 * group, if it has some. */
static bool adds(const struct division *division, const struct unit *unit, const struct unit *own,
                 uint32_t total)
{
    bool other = own->figure == COUNT_NONE || are_others(division->groups, unit->group, own->group, total);
    for (size_t i = 0; i < division->count && other; i++) {
        const struct unit *before = &division->units[i];
        other = !before->adds || are_others(division->groups, unit->group, before->group, total);
    }
    return other;
}

/* The greatest unit that is a part of the total and not looked at yet; NULL when all are. */
static struct unit *next_unit(const struct division *division)
{
    struct unit *next = NULL;
    for (size_t i = 0; i < division->count; i++) {
        struct unit *unit = &division->units[i];
        if (!unit->seen && (next == NULL || unit->figure > next->figure)) {
            next = unit;
        }
    }
    return next;
}

/* Takes the days on which `unit` was told, and where it lies, to those of `all`. */
static void widen(struct unit *all, const struct unit *unit)
{
    all->wide = all->wide || unit->wide;
    all->elsewhere = all->elsewhere || unit->elsewhere;
    all->first = unit->first < all->first ? unit->first : all->first;
    all->last = unit->last > all->last ? unit->last : all->last;
}

/* Measures the units that may join the group `whole` as parts of its claim `total`; the others are none. */
static void look_at_units(const struct division *division, uint32_t whole, uint32_t total)
{
    const struct groups *groups = division->groups;
    for (size_t i = 0; i < division->count; i++) {
        struct unit *unit = &division->units[i];
        unit->adds = unit->told = false;
        unit->seen = unit->whole != whole || !is_part_group(groups, unit->group, total) ||
                     !may_join(groups, unit->group, total);
        if (!unit->seen) {
            measure(groups, unit, total);
        }
    }
}

/* Marks the units that join the group `whole` as parts of its claim `total`, the greatest first. */
static void take_parts(const struct division *division, uint32_t whole, uint32_t total)
{
    struct unit own = {.group = whole};
    measure(division->groups, &own, total);
    struct unit any = own; /* what is true of any part */
    size_t adding = own.figure != COUNT_NONE;
    int64_t sum = adding > 0 ? own.figure : 0;
    look_at_units(division, whole, total);
    for (struct unit *unit; (unit = next_unit(division)) != NULL;) {
        unit->seen = true;
        if (adds(division, unit, &own, total)) {
            unit->adds = true;
            sum += unit->figure;
            widen(&any, unit);
            adding++;
        }
    }
    bool fit = are_all(division->groups, total, &any, adding, sum);
    for (size_t i = 0; i < division->count; i++) {
        struct unit *unit = &division->units[i];
        unit->joins = unit->joins || unit->told || (unit->adds && fit);
    }
}

/* Whether the group is the whole of units that do not join it yet. */
static bool are_wanting(const struct division *division, uint32_t whole)
{
    for (size_t i = 0; i < division->count; i++) {
        if (division->units[i].whole == whole && !division->units[i].joins) {
            return true;
        }
    }
    return false;
}

/* Joins the units to the groups of their totals, unless an analyst keeps what became of these apart. */
static enum status join_units(struct groups *groups, const struct division *division, bool *joined)
{
    enum status status = OK;
    for (size_t i = 0; i < division->count && status == OK; i++) {
        const struct unit *unit = &division->units[i];
        uint32_t part = groups->group[unit->group]; /* a group is known by one of its slots */
        uint32_t whole = groups->group[unit->whole];
        if (unit->joins && part != whole &&
            (groups->side == NULL || !sides_apart(&groups->sides, groups->side[part], groups->side[whole]))) {
            status = groups_join(groups, part, whole);
            *joined = true;
        }
    }
    return status;
}

enum status groups_join_parts(struct groups *groups, bool *joined)
{
    const struct merge_component *component = groups->component;
    struct division division = {.groups = groups};
    bool *seen; /* of each group */
    *joined = false;
    if (component->part_pairs == 0 || component->part_pairs > MOST_PAIRS) {
        return OK;
    }
    division.units = arena_array(&groups->arena, component->alive, sizeof *division.units);
    seen = arena_array(&groups->arena, component->slots, sizeof *seen);
    if (division.units == NULL || seen == NULL) {
        return ERR_NO_MEMORY;
    }
    for (size_t i = 0; i < component->alive; i++) {
        uint32_t slot = component->order[i];
        uint32_t group = groups->group[slot];
        if (component->partners[slot] > 0 && !seen[group]) {
            uint32_t whole = whole_of(groups, group);
            seen[group] = true;
            if (whole != UINT32_MAX) {
                division.units[division.count++] = (struct unit){.group = group, .whole = whole};
            }
        }
    }
    for (size_t i = 0; i < component->alive; i++) {
        uint32_t total = component->order[i];
        if (component->partners[total] > 0 && are_wanting(&division, groups->group[total])) {
            take_parts(&division, groups->group[total], total);
        }
    }
    return join_units(groups, &division, joined);
}
