/* Dividing a component into events.
 *
 * Links join the likeliest pairs first; a link is passed over when it would bring claims together that
 * exclude each other.  Links of equal points come in the canonical order of their claims, so that the events
 * do not depend on the order in which the claims came.
 *
 * When one claim is new since the latest division, it mostly joins one group and changes little else.  So the
 * decisions of that division are gone through again with the links of the new claim among them.  As long as
 * every join of then is still one, each group holds what it held then: what was refused because claims
 * exclude each other is refused again and need not be looked at.  Only when a decision falls out otherwise,
 * all links from that one on are.
 *
 * Where analysts ruled, groups have sides (see ruling.h): groups of sides that are kept apart are never
 * joined, and those of one side make one event.  A new claim that brings two sides together changes what may
 * be joined elsewhere, so that all links are looked at again.
 *
 * Denials that stand alone are looked at when the events are made: each joins the one event that it may deny,
 * and none when there are several.  So do tolls without a day that have risen, with what is told beside them,
 * and the claims of a deployment that give neither a figure nor a date.  Then the groups of parts join that
 * of their total (see totals.c).
 */
#include <stdlib.h>
#include <string.h>

#include "merge/compare.h"
#include "merge/groups.h"

/* What vague claims and the claims of an event must score on average for them to join it. */
#define MEAN_LINK 80

/* Links that are sorted at a time: at most, at first for each claim, and so many times as many the next time.
 */
#define LINKS_AT_ONCE ((size_t)1 << 20)
#define FIRST_LINKS 4
#define RANGE_GROWTH 4

/* New claims up to which the latest division is taken up again. */
#define MOST_FRESH 8

struct link {
    uint32_t a, b; /* slots, a before b in canonical order */
};

/* What a vague deployment means is seen when all events are there. */
static bool is_left_for_later(const struct groups *groups, uint32_t a, uint32_t b)
{
    return groups->vague[a] != groups->vague[b] && groups_vague_deployment(groups, groups->vague[a] ? a : b);
}

/* When the claims of just one of two groups are all vague, they must fit the claims of the other on the
 * whole: one ambiguous pair is not enough. */
static bool fit(const struct groups *groups, uint32_t a, uint32_t b)
{
    int64_t sum = 0;
    int64_t pairs = (int64_t)groups->size[a] * groups->size[b];
    uint32_t i = a;
    uint32_t k = b;
    if (groups->vague[a] == groups->vague[b]) {
        return true;
    }
    do {
        do {
            int16_t total = groups->component->scores[i][k];
            sum += total >= LINK_LATE ? MERGE_LINK : total;
            k = groups->next[k];
        } while (k != b);
        i = groups->next[i];
    } while (i != a);
    return sum >= pairs * MEAN_LINK;
}

static enum status note(struct merge_component *component, struct decision decision)
{
    if (component->decision_count == component->decision_capacity) {
        size_t capacity = 2 * component->decision_capacity + 8;
        struct decision *decisions = realloc(component->decisions, capacity * sizeof *decisions);
        if (decisions == NULL) {
            return ERR_NO_MEMORY;
        }
        component->decisions = decisions;
        component->decision_capacity = capacity;
    }
    component->decisions[component->decision_count++] = decision;
    return OK;
}

static enum status decide(struct groups *groups, int32_t total, struct link link)
{
    uint32_t a = groups->group[link.a];
    uint32_t b = groups->group[link.b];
    if (a == b || groups_passed(groups, a, link.b)) {
        return OK;
    }
    if (groups_excluded(groups, a, b) || is_left_for_later(groups, a, b)) {
        return groups_pass(groups, a, b);
    }
    bool fits = fit(groups, a, b);
    enum status status = note(groups->component, (struct decision){total, link.a, link.b, fits});
    if (status == OK) {
        status = fits ? groups_join(groups, a, b) : groups_keep_apart(groups, a, b);
    }
    return status;
}

/* Links of a row of claims, in the canonical order: what groups_find_links found is taken from it. */
static size_t take_links(const struct groups *groups, uint32_t a, uint64_t *found, struct link *links)
{
    const struct merge_component *component = groups->component;
    size_t count = 0;
    for (size_t word = groups->rank[a] / 64; word < groups->words; word++) {
        for (; found[word] != 0; found[word] &= found[word] - 1) {
            links[count++] =
                (struct link){a, component->order[word * 64 + (size_t)__builtin_ctzll(found[word])]};
        }
    }
    return count;
}

/* Decides on all links of `points` to `most` (above MERGE_LINK), which `links` has room for besides those of
 * one claim, which `own` has. */
static enum status decide_range(struct groups *groups, int points, int most, struct link *links,
                                struct link *own, uint64_t *found)
{
    const struct merge_component *component = groups->component;
    size_t begin[LINK_RANGE];
    size_t end[LINK_RANGE];
    size_t at = 0;
    enum status status = OK;
    for (int i = most; i >= points; i--) {
        begin[i] = end[i] = at;
        at += component->links[i];
    }
    for (size_t i = 0; i < component->alive; i++) {
        uint32_t a = component->order[i];
        groups_find_links(groups, a, points + MERGE_LINK, most + MERGE_LINK, found);
        size_t count = take_links(groups, a, found, own);
        for (size_t k = 0; k < count; k++) {
            links[end[component->scores[a][own[k].b] - MERGE_LINK]++] = own[k];
        }
    }
    for (int i = most; i >= points && status == OK; i--) {
        for (size_t k = begin[i]; k < end[i] && status == OK; k++) {
            status = decide(groups, i + MERGE_LINK, links[k]);
        }
    }
    return status;
}

/* Decides on the links of one number of points, more than can be kept, as they come in the canonical order.
 */
static enum status decide_equal(struct groups *groups, int points, struct link *own, uint64_t *found)
{
    const struct merge_component *component = groups->component;
    enum status status = OK;
    for (size_t i = 0; i < component->alive && groups->joins + 1 < component->alive; i++) {
        uint32_t a = component->order[i];
        groups_find_links(groups, a, points + MERGE_LINK, points + MERGE_LINK, found);
        size_t count = take_links(groups, a, found, own);
        for (size_t k = 0; k < count && status == OK; k++) {
            status = decide(groups, points + MERGE_LINK, own[k]);
        }
    }
    return status;
}

/* Decides on the links of at most so many points (above MERGE_LINK), the likeliest first, in ranges that
 * grow: what the first ones join and keep apart need not be gathered for the later ones.  To decide on a link
 * again changes nothing. */
static enum status decide_from(struct groups *groups, int most)
{
    struct merge_component *component = groups->component;
    struct link *own = arena_room(&groups->arena, component->alive, sizeof *own);
    uint64_t *found = arena_array(&groups->arena, groups->words, sizeof *found);
    size_t room = component->alive * FIRST_LINKS;
    struct link *links = NULL;
    enum status status = own == NULL || found == NULL ? ERR_NO_MEMORY : OK;
    /* Until all are one group. */
    for (int points; most >= 0 && status == OK && groups->joins + 1 < component->alive; most = points - 1) {
        size_t sum = component->links[most];
        room = room < LINKS_AT_ONCE ? room : LINKS_AT_ONCE;
        for (points = most; points > 0 && sum + component->links[points - 1] <= room; points--) {
            sum += component->links[points - 1];
        }
        if (sum > LINKS_AT_ONCE) {
            status = decide_equal(groups, most, own, found);
        } else if (sum > 0) {
            free(links);
            links = malloc(sum * sizeof *links);
            status = links == NULL ? ERR_NO_MEMORY : decide_range(groups, points, most, links, own, found);
            room *= RANGE_GROWTH;
        }
    }
    free(links);
    return status;
}

/* The links of `slot` to the claims that are no newer, by points and in the canonical order. */
static size_t links_of(const struct groups *groups, uint32_t slot, const bool *later, struct decision *links)
{
    const struct merge_component *component = groups->component;
    const uint32_t *rank = groups->rank;
    const int16_t *row = component->scores[slot];
    size_t next[LINK_RANGE + 1] = {0};
    size_t count = 0;
    for (int pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < component->alive; i++) {
            uint32_t other = component->order[i];
            int total = row[other] - MERGE_LINK;
            if (total < 0 || total >= LINK_RANGE || later[other]) {
                continue;
            }
            if (pass == 0) {
                next[LINK_RANGE - total]++;
                count++;
            } else {
                bool before = rank[other] < rank[slot];
                links[next[LINK_RANGE - 1 - total]++] = (struct decision){
                    total + MERGE_LINK, before ? other : slot, before ? slot : other, false};
            }
        }
        for (int i = 1; pass == 0 && i <= LINK_RANGE; i++) {
            next[i] += next[i - 1];
        }
    }
    return count;
}

static bool comes_before(const struct decision *a, const struct decision *b, const uint32_t *rank)
{
    if (a->total != b->total) {
        return a->total > b->total;
    }
    return rank[a->a] != rank[b->a] ? rank[a->a] < rank[b->a] : rank[a->b] < rank[b->b];
}

/* One decision of the latest division, or one link of the new claim `slot`.  *same turns false when all
 * links have to be looked at again. */
static enum status decide_again(struct groups *groups, const struct decision *decision, bool own,
                                uint32_t slot, bool *same)
{
    uint32_t a = groups->group[decision->a];
    uint32_t b = groups->group[decision->b];
    uint32_t mine = groups->group[slot];
    struct decision now = *decision;
    if (own) {
        if (a == b || groups_excluded(groups, a, b) || is_left_for_later(groups, a, b)) {
            return OK;
        }
        now.joined = fit(groups, a, b);
    } else if (a == b) {
        return OK; /* the new claim brought them together before */
    } else if (a == mine || b == mine) {
        bool excluded = groups_excluded(groups, a, b);
        if (excluded && !decision->joined) {
            return OK;
        }
        *same = !excluded && fit(groups, a, b) == decision->joined;
    }
    if (!*same) {
        return OK;
    }
    enum status status = note(groups->component, now);
    if (status == OK) {
        status = now.joined ? groups_join(groups, a, b) : groups_keep_apart(groups, a, b);
    }
    return status;
}

/* Takes up the latest division with the new claim `slot`; those in `later` are left out. */
static enum status take_up(struct groups *groups, uint32_t slot, const bool *later, int *most)
{
    struct merge_component *component = groups->component;
    size_t before = component->decision_count;
    struct decision *old = arena_array(&groups->arena, before + 1, sizeof *old);
    struct decision *links = arena_array(&groups->arena, component->alive, sizeof *links);
    enum status status = OK;
    if (old == NULL || links == NULL) {
        return ERR_NO_MEMORY;
    }
    size_t count = links_of(groups, slot, later, links);
    if (before > 0) {
        memcpy(old, component->decisions, before * sizeof *old);
    }
    bool same = true;
    component->decision_count = 0;
    *most = -1;
    for (size_t i = 0, k = 0; (i < before || k < count) && same && status == OK;) {
        bool own = i == before || (k < count && comes_before(&links[k], &old[i], groups->rank));
        const struct decision *decision = own ? &links[k++] : &old[i++];
        status = decide_again(groups, decision, own, slot, &same);
        *most = same ? -1 : decision->total - MERGE_LINK;
    }
    return status;
}

/* The latest division with what is new since, down to the links of *most points (above MERGE_LINK; -1: to the
 * end): from there on all links are to be decided on. */
static enum status renew(struct groups *groups, struct merge_component *component, int *most)
{
    bool *later = calloc(component->slots + 1, sizeof *later);
    enum status status = later == NULL ? ERR_NO_MEMORY : OK;
    for (size_t i = 0; status == OK && i < component->fresh_count; i++) {
        later[component->fresh[i]] = true;
    }
    *most = -1;
    for (size_t i = 0; status == OK && *most < 0 && i < component->fresh_count; i++) {
        later[component->fresh[i]] = false;
        arena_release(&groups->arena);
        status = groups_begin(groups, component);
        if (status == OK) {
            status = take_up(groups, component->fresh[i], later, most);
        }
        if (status == OK && *most >= 0 && i + 1 < component->fresh_count) {
            /* those that are newer were left out */
            arena_release(&groups->arena);
            status = groups_begin(groups, component);
            component->decision_count = 0;
            *most = LINK_RANGE - 1;
        }
    }
    free(later);
    return status;
}

/* Whether all claims of the group are denials, or one is a late toll and none has a day; and no analyst put
 * it with others. */
static bool is_late(const struct groups *groups, uint32_t group)
{
    bool denied = true;
    bool undated = true;
    bool toll = false;
    uint32_t i = group;
    if (groups->side != NULL && sides_several(&groups->sides, groups->side[group])) {
        return false;
    }
    do {
        const struct traits *traits = groups->component->traits[i];
        denied = denied && traits->claim->report.status == STATUS_DENIED;
        undated = undated && !traits->dated;
        toll = toll || is_late_toll(traits);
        i = groups->next[i];
    } while (i != group);
    return denied || (toll && undated);
}

/* The groups that may be meant. */
struct meant {
    uint32_t first; /* UINT32_MAX: none */
    bool several;
};

static void add_meant(const struct groups *groups, struct meant *meant, uint32_t group)
{
    if (meant->first == UINT32_MAX) {
        meant->first = group;
    } else if (group != meant->first && (groups_side(groups, meant->first) == SIDE_NONE ||
                                         groups_side(groups, meant->first) != groups_side(groups, group))) {
        meant->several = true;
    }
}

/* The one group that the claims of `group`, which is late or a vague deployment, may speak of; of several the
 * one with the very people that a denial names; UINT32_MAX when there is none or still several.  Only those
 * of the `count` slots of `among` are looked at. */
static uint32_t meant_by(const struct groups *groups, uint32_t group, const uint32_t *among, size_t count)
{
    const struct merge_component *component = groups->component;
    int16_t least = groups_vague_deployment(groups, group) ? MERGE_LINK : LINK_LATE;
    struct meant any = {.first = UINT32_MAX};
    struct meant named = any;
    uint32_t i = group;
    do {
        const int16_t *row = component->scores[i];
        for (size_t k = 0; k < count; k++) {
            uint32_t other = groups->group[among[k]];
            if (row[among[k]] < least || row[among[k]] == LINK_PART ||
                groups_excluded(groups, group, other)) {
                continue;
            }
            add_meant(groups, &any, other);
            if (denies_by_name(component->traits[i], component->traits[among[k]])) {
                add_meant(groups, &named, other);
            }
        }
        i = groups->next[i];
    } while (i != group);
    const struct meant *meant = any.several ? &named : &any;
    return meant->several ? UINT32_MAX : meant->first;
}

/* When the events are made, the denials, late tolls and deployments that stand alone join the one that they
 * mean, if there is no doubt which.  What they mean is decided on before any of them joins. */
static enum status join_the_lone(struct groups *groups)
{
    const struct merge_component *component = groups->component;
    uint32_t *lone = arena_array(&groups->arena, component->alive, sizeof *lone);
    uint32_t *meant = arena_array(&groups->arena, component->alive, sizeof *meant);
    uint32_t *firm = arena_array(&groups->arena, component->alive, sizeof *firm); /* no vague deployments */
    bool *seen = arena_array(&groups->arena, component->slots, sizeof *seen);     /* of each group */
    size_t count = 0;
    size_t firm_count = 0;
    enum status status = lone == NULL || meant == NULL || firm == NULL || seen == NULL ? ERR_NO_MEMORY : OK;
    for (size_t i = 0; status == OK && i < component->alive; i++) {
        if (!groups_vague_deployment(groups, groups->group[component->order[i]])) {
            firm[firm_count++] = component->order[i];
        }
    }
    for (size_t i = 0; status == OK && i < component->alive; i++) {
        uint32_t group = groups->group[component->order[i]];
        if (!seen[group] && (is_late(groups, group) || groups_vague_deployment(groups, group))) {
            lone[count] = group;
            meant[count++] = meant_by(groups, group, firm, firm_count);
        }
        seen[group] = true;
    }
    for (size_t i = 0; status == OK && i < count; i++) {
        uint32_t own = groups->group[lone[i]];
        uint32_t other = meant[i] == UINT32_MAX ? own : groups->group[meant[i]];
        if (other != own && !groups_excluded(groups, own, other)) {
            status = groups_join(groups, own, other);
        }
    }
    return status;
}

/* Numbers the groups, and those of one side as one, in canonical order; groups->size is used up. */
static void number_events(struct groups *groups, uint32_t *group, uint32_t *count)
{
    const struct merge_component *component = groups->component;
    uint32_t *number = groups->size;  /* of each group */
    uint32_t *of_side = groups->next; /* of each side, of which there are no more than slots */
    for (size_t i = 0; i < component->slots; i++) {
        number[i] = of_side[i] = UINT32_MAX;
    }
    for (size_t i = 0; i < component->alive; i++) {
        uint32_t slot = component->order[i];
        uint32_t side = groups_side(groups, groups->group[slot]);
        uint32_t *event = side == SIDE_NONE ? &number[groups->group[slot]] : &of_side[side];
        if (*event == UINT32_MAX) {
            *event = (*count)++;
        }
        group[slot] = *event;
    }
}

enum status merge_component_divide(struct merge_component *component, uint32_t *group, uint32_t *count)
{
    struct groups groups = {.joins = 0};
    int most = LINK_RANGE - 1;
    enum status status;
    arena_init(&groups.arena, SIZE_MAX);
    component_compare(component);
    *count = 0;
    if (!component->stale && component->rulings == NULL && component->fresh_count > 0 &&
        component->fresh_count <= MOST_FRESH && component->fresh_count < component->alive) {
        status = renew(&groups, component, &most);
    } else {
        status = groups_begin(&groups, component);
        component->decision_count = 0;
    }
    if (status == OK) {
        status = decide_from(&groups, most);
    }
    if (status == OK) {
        status = join_the_lone(&groups);
    }
    bool joined = false;
    if (status == OK) {
        status = groups_join_parts(&groups, &joined);
    }
    if (status == OK && joined) { /* where several were meant there may be one now */
        status = join_the_lone(&groups);
    }
    component->stale = status != OK;
    component->fresh_count = status == OK ? 0 : component->fresh_count;
    for (size_t i = 0; status == OK && i < component->slots; i++) {
        group[i] = UINT32_MAX;
    }
    if (status == OK) {
        number_events(&groups, group, count);
    }
    arena_release(&groups.arena);
    return status;
}

enum status merge_partition(const struct claim *claims, size_t count, uint32_t *group, uint32_t *groups)
{
    struct merge_component *component = merge_component_new();
    enum status status = component == NULL ? ERR_NO_MEMORY : OK;
    for (size_t i = 0; status == OK && i < count; i++) {
        uint32_t slot; /* i */
        status = merge_component_add(component, &claims[i], &slot);
    }
    if (status == OK) {
        status = merge_component_divide(component, group, groups);
    }
    merge_component_free(component);
    return status;
}
