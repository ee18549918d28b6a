/* Dividing a component into events.
 *
 * Links join the likeliest pairs first; a link is passed over when it would bring claims together that
 * exclude each other.  Claims are first put into an order that depends on what they say alone, so that the
 * events do not depend on the order in which the claims came. */
#include <stdlib.h>
#include <string.h>

#include "merge/traits.h"

/* What vague claims and the claims of an event must score on average for them to join it. */
#define MEAN_LINK 80

/* How many links of one claim are looked at in one round. */
#define OFFERS 32

struct link {
    int32_t total;
    uint32_t a, b; /* canonical numbers, a < b */
};

/* The groups so far.  Whether two groups exclude each other is kept as bits, because every pair is asked for
 * many times and a refusal holds for whatever the groups grow into. */
struct group_list {
    uint32_t *next;     /* of each claim the next of its group, a ring */
    uint32_t *group;    /* of each claim its group's lowest claim */
    uint64_t *excluded; /* bit `b` of row `a`: the groups of the lowest claims a and b must not meet */
    size_t words;       /* of a row */
};

static int compare_int(int64_t a, int64_t b)
{
    return (a > b) - (a < b);
}

static int compare_intervals(struct interval a, struct interval b)
{
    int order = compare_int(a.first, b.first);
    order = order != 0 ? order : compare_int(a.last, b.last);
    return order != 0 ? order : compare_int(a.precision, b.precision);
}

static int compare_quotes(const struct quote *a, const struct quote *b)
{
    int order = compare_int(a->field, b->field);
    order = order != 0 ? order : compare_int(a->begin, b->begin);
    order = order != 0 ? order : compare_int(a->end, b->end);
    return order != 0 ? order : str_compare(a->text, b->text);
}

static int compare_place_lists(const struct report *a, const struct report *b)
{
    int order = compare_int((int64_t)a->place_count, (int64_t)b->place_count);
    for (size_t i = 0; order == 0 && i < a->place_count; i++) {
        order = str_compare(a->places[i].name, b->places[i].name);
        order = order != 0 ? order : str_compare(a->places[i].country, b->places[i].country);
        order = order != 0 ? order : str_compare(a->places[i].region, b->places[i].region);
        order = order != 0 ? order : str_compare(a->places[i].precision, b->places[i].precision);
    }
    return order;
}

/* By all that merging looks at: claims that are equal here are equal to it in every way. */
static int compare_claims(const void *left, const void *right)
{
    const struct claim *a = ((const struct traits *)left)->claim;
    const struct claim *b = ((const struct traits *)right)->claim;
    int order = str_compare(a->article, b->article);
    order = order != 0 ? order : compare_int(a->published, b->published);
    order = order != 0 ? order : compare_quotes(&a->report.evidence, &b->report.evidence);
    order = order != 0 ? order : compare_int(a->report.kind, b->report.kind);
    order = order != 0 ? order : compare_int(a->report.subtype, b->report.subtype);
    order = order != 0 ? order : compare_int(a->report.scope, b->report.scope);
    order = order != 0 ? order : compare_int(a->report.count.min, b->report.count.min);
    order = order != 0 ? order : compare_int(a->report.count.max, b->report.count.max);
    order = order != 0 ? order : compare_quotes(&a->report.count.text, &b->report.count.text);
    order = order != 0 ? order : compare_intervals(a->report.date, b->report.date);
    order = order != 0 ? order : compare_quotes(&a->report.basis, &b->report.basis);
    order = order != 0 ? order : compare_intervals(a->report.said, b->report.said);
    order = order != 0 ? order : str_compare(a->report.actor, b->report.actor);
    order = order != 0 ? order : str_compare(a->report.counterpart, b->report.counterpart);
    order = order != 0 ? order : str_compare(a->report.source_name, b->report.source_name);
    order = order != 0 ? order : compare_quotes(&a->report.source, &b->report.source);
    return order != 0 ? order : compare_place_lists(&a->report, &b->report);
}

static int compare_links(const void *left, const void *right)
{
    const struct link *a = left;
    const struct link *b = right;
    int order = compare_int(b->total, a->total);
    order = order != 0 ? order : compare_int(a->a, b->a);
    return order != 0 ? order : compare_int(a->b, b->b);
}

/* Gives neither a figure nor a date: it can repeat an event, but not make one out of two. */
static bool is_vague(const struct traits *traits)
{
    return traits->figure == COUNT_NONE && !traits->dated;
}

static bool are_excluded(const struct group_list *groups, uint32_t a, uint32_t b)
{
    return (groups->excluded[a * groups->words + b / 64] >> (b % 64) & 1) != 0;
}

static void exclude(struct group_list *groups, uint32_t a, uint32_t b)
{
    groups->excluded[a * groups->words + b / 64] |= (uint64_t)1 << (b % 64);
    groups->excluded[b * groups->words + a / 64] |= (uint64_t)1 << (a % 64);
}

/* When the claims of just one of two groups are all vague, they must fit the claims of the other on the
 * whole: one ambiguous pair is not enough. */
static bool fit(const struct group_list *groups, const struct traits *traits, uint32_t a, uint32_t b)
{
    int64_t sum = 0;
    int64_t pairs = 0;
    bool vague_a = true;
    bool vague_b = true;
    uint32_t i = a;
    do {
        vague_a = vague_a && is_vague(&traits[i]);
        i = groups->next[i];
    } while (i != a);
    uint32_t k = b;
    do {
        vague_b = vague_b && is_vague(&traits[k]);
        k = groups->next[k];
    } while (k != b);
    if (vague_a == vague_b) {
        return true;
    }
    do {
        do {
            struct relation relation;
            traits_compare(&traits[i], &traits[k], &relation);
            sum += relation.why.total;
            pairs++;
            k = groups->next[k];
        } while (k != b);
        i = groups->next[i];
    } while (i != a);
    return sum >= pairs * MEAN_LINK;
}

static void join_groups(struct group_list *groups, size_t count, uint32_t a, uint32_t b)
{
    uint32_t low = a < b ? a : b;
    uint32_t high = a < b ? b : a;
    uint32_t i = high;
    do {
        groups->group[i] = low;
        i = groups->next[i];
    } while (i != high);
    uint32_t after = groups->next[low];
    groups->next[low] = groups->next[high];
    groups->next[high] = after;
    for (uint32_t other = 0; other < count; other++) {
        if (are_excluded(groups, high, other)) {
            exclude(groups, low, other);
        }
    }
}

/* The likeliest links of one claim so far, in order. */
struct offers {
    struct link links[OFFERS];
    uint32_t count;
    bool cut; /* there were more */
};

static void offer(struct offers *offers, struct link link)
{
    if (offers->count == OFFERS) {
        offers->cut = true;
        if (compare_links(&link, &offers->links[OFFERS - 1]) > 0) {
            return;
        }
        offers->count--;
    }
    uint32_t at = offers->count++;
    for (; at > 0 && compare_links(&link, &offers->links[at - 1]) < 0; at--) {
        offers->links[at] = offers->links[at - 1];
    }
    offers->links[at] = link;
}

/* Compares every two claims that are not of one group yet: notes who excludes whom, and of each claim the
 * likeliest links, so that the memory needed grows with the number of claims and not of links. */
static void compare_all(const struct traits *traits, size_t count, struct group_list *groups,
                        struct offers *offers)
{
    for (uint32_t a = 0; a < count; a++) {
        offers[a].count = 0;
        offers[a].cut = false;
    }
    for (uint32_t a = 0; a < count; a++) {
        for (uint32_t b = a + 1; b < count; b++) {
            struct relation relation;
            if (groups->group[a] == groups->group[b] ||
                are_excluded(groups, groups->group[a], groups->group[b])) {
                continue;
            }
            traits_compare(&traits[a], &traits[b], &relation);
            if (relation.exclusive) {
                exclude(groups, a, b);
            } else if (relation.why.total >= MERGE_LINK) {
                offer(&offers[a], (struct link){relation.why.total, a, b});
                offer(&offers[b], (struct link){relation.why.total, a, b});
            }
        }
    }
}

/* Joins groups along the links on offer, likeliest first.  True when links were left out of the offers and
 * something was joined: then there may be more to do. */
static bool join_round(struct group_list *groups, const struct traits *traits, size_t count,
                       const struct offers *offers, struct link *links)
{
    size_t link_count = 0;
    bool cut = false;
    bool joined = false;
    for (size_t i = 0; i < count; i++) {
        cut = cut || offers[i].cut;
        for (uint32_t k = 0; k < offers[i].count; k++) {
            links[link_count++] = offers[i].links[k];
        }
    }
    if (link_count > 1) {
        qsort(links, link_count, sizeof *links, compare_links);
    }
    for (size_t i = 0; i < link_count; i++) {
        uint32_t a = groups->group[links[i].a];
        uint32_t b = groups->group[links[i].b];
        if (a == b || are_excluded(groups, a, b)) {
            continue;
        }
        if (fit(groups, traits, a, b)) {
            join_groups(groups, count, a, b);
            joined = true;
        } else {
            exclude(groups, a, b);
        }
    }
    return cut && joined;
}

enum status merge_partition(struct arena *arena, const struct claim *claims, size_t count, uint32_t *group,
                            uint32_t *groups)
{
    struct group_list list = {.words = count / 64 + 1};
    struct traits *traits = arena_array(arena, count, sizeof *traits);
    struct offers *offers = arena_array(arena, count, sizeof *offers);
    struct link *links = arena_array(arena, count, OFFERS * sizeof *links);
    list.next = arena_array(arena, count, sizeof *list.next);
    list.group = arena_array(arena, count, sizeof *list.group);
    list.excluded = arena_array(arena, count, list.words * sizeof *list.excluded);
    *groups = 0;
    if (traits == NULL || offers == NULL || links == NULL || list.next == NULL || list.group == NULL ||
        list.excluded == NULL) {
        return ERR_NO_MEMORY;
    }
    for (size_t i = 0; i < count; i++) {
        traits_of(&claims[i], &traits[i]);
    }
    if (count > 1) {
        qsort(traits, count, sizeof *traits, compare_claims);
    }
    for (uint32_t i = 0; i < count; i++) {
        list.next[i] = list.group[i] = i;
    }
    do {
        compare_all(traits, count, &list, offers);
    } while (join_round(&list, traits, count, offers, links));
    /* Number the groups in canonical order; list.next is free by now. */
    for (uint32_t i = 0; i < count; i++) {
        list.next[i] = list.group[i] == i ? (*groups)++ : list.next[list.group[i]];
        group[traits[i].claim - claims] = list.next[i];
    }
    return OK;
}
