#include "component.h"

#include <stdlib.h>
#include <string.h>

#include "correction.h"
#include "founder.h"
#include "twin.h"

/* A component of fewer claims is soon read again. */
#define WORTH_KEEPING 4
/* Others were used so many times since. */
#define LONG_UNUSED 1024
/* What the rows of one component may take. */
#define ROW_MEMORY ((size_t)2 << 30)

static enum status no_memory(struct error *error)
{
    error_set(error, ERR_NO_MEMORY, NULL, "out of memory");
    return ERR_NO_MEMORY;
}

static void component_free(struct component *component)
{
    if (component != NULL) {
        merge_component_free(component->compared);
        arena_release(&component->arena);
        free((void *)component->members);
        free(component);
    }
}

static struct component *component_new(int64_t id)
{
    struct component *component = calloc(1, sizeof *component);
    if (component != NULL) {
        component->id = id;
        arena_init(&component->arena, ROW_MEMORY);
        component->compared = merge_component_new();
    }
    if (component != NULL && component->compared == NULL) {
        component_free(component);
        return NULL;
    }
    return component;
}

void component_cache_init(struct component_cache *cache, size_t limit)
{
    *cache = (struct component_cache){.limit = limit};
}

void component_cache_clear(struct component_cache *cache)
{
    for (size_t i = 0; i < cache->count; i++) {
        component_free(cache->kept[i]);
    }
    cache->count = 0;
}

size_t component_cache_size(const struct component_cache *cache, int64_t id)
{
    for (size_t i = 0; i < cache->count; i++) {
        if (cache->kept[i]->id == id) {
            return cache->kept[i]->count;
        }
    }
    return 0;
}

static void give_up(struct component_cache *cache, size_t i)
{
    component_free(cache->kept[i]);
    cache->kept[i] = cache->kept[--cache->count];
}

static size_t bytes_of(const struct component *component)
{
    return component->arena.total + merge_component_bytes(component->compared);
}

/* Whether `one` is given up before `other`: when there are too many of them the smaller, which is soon made
 * again, unless one was not used for long: the great stories of other years must not take the place of
 * today's news.  When they take too much memory the older. */
static bool is_worth_less(const struct component_cache *cache, const struct component *one,
                          const struct component *other, bool smallest)
{
    bool one_is_old = cache->clock - one->used > LONG_UNUSED;
    bool other_is_old = cache->clock - other->used > LONG_UNUSED;
    if (!smallest || (one_is_old && other_is_old)) {
        return one->used < other->used;
    }
    return one_is_old != other_is_old ? one_is_old : one->count < other->count;
}

/* The component to be given up, never `id`.  The count of them when there is no other. */
static size_t least_worth(const struct component_cache *cache, int64_t id, bool smallest)
{
    size_t least = cache->count;
    for (size_t i = 0; i < cache->count; i++) {
        const struct component *one = cache->kept[i];
        if (one->id != id &&
            (least == cache->count || is_worth_less(cache, one, cache->kept[least], smallest))) {
            least = i;
        }
    }
    return least;
}

/* Gives up what is not worth its memory, before component `id` is used: that one stays, when it can be. */
static void make_room(struct component_cache *cache, int64_t id)
{
    size_t total = 0;
    bool kept = false;
    for (size_t i = cache->count; i-- > 0;) {
        const struct component *component = cache->kept[i];
        if (component->count < WORTH_KEEPING || component->dropped > component->count) {
            give_up(cache, i);
        } else if (component->id == id) {
            kept = true;
        } else {
            total += bytes_of(component);
        }
    }
    while (total > cache->limit || (cache->count == KEPT_COMPONENTS && !kept)) {
        size_t least = least_worth(cache, id, total <= cache->limit);
        if (least == cache->count) {
            break;
        }
        total -= bytes_of(cache->kept[least]);
        give_up(cache, least);
    }
}

static enum status find(struct component_cache *cache, int64_t id, struct component **component)
{
    *component = NULL;
    make_room(cache, id);
    for (size_t i = 0; i < cache->count && *component == NULL; i++) {
        *component = cache->kept[i]->id == id ? cache->kept[i] : NULL;
    }
    if (*component == NULL) {
        *component = component_new(id);
        if (*component == NULL) {
            return ERR_NO_MEMORY;
        }
        cache->kept[cache->count++] = *component;
    }
    (*component)->used = ++cache->clock;
    return OK;
}

enum status component_next(struct connection *connection, int64_t *id, struct error *error)
{
    struct use use;
    bool found;
    enum status status;
    use_begin(&use, connection, SQL_COMPONENT_NEXT);
    use_int64(&use, *id);
    status = use_row(&use, &found, error);
    *id = status == OK && found ? column_int64(&use) : 0;
    use_end(&use);
    return status;
}

/* A report of the component and its event, as stored. */
struct placed {
    int64_t report;
    int64_t event;
};

static int compare_placed(const void *a, const void *b)
{
    const struct placed *left = a;
    const struct placed *right = b;
    return left->report < right->report ? -1 : left->report > right->report ? 1 : 0;
}

static enum status list_reports(struct connection *connection, struct arena *arena, int64_t id,
                                struct placed **reports, size_t *count, struct error *error)
{
    struct use use;
    bool found;
    size_t capacity = 0;
    enum status status;
    *reports = NULL;
    *count = 0;
    use_begin(&use, connection, SQL_REPORT_BY_COMPONENT);
    use_int64(&use, id);
    while ((status = use_row(&use, &found, error)) == OK && found) {
        if (*count == capacity) {
            struct placed *more = arena_grow(arena, *reports, *count, 2 * capacity + 64, sizeof *more);
            if (more == NULL) {
                status = no_memory(error);
                break;
            }
            *reports = more;
            capacity = 2 * capacity + 64;
        }
        (*reports)[*count].report = column_int64(&use);
        (*reports)[(*count)++].event = column_int64(&use);
    }
    use_end(&use);
    if (*count > 1) {
        qsort(*reports, *count, sizeof **reports, compare_placed);
    }
    return status;
}

static void drop(struct component *component, struct member *member)
{
    if (member->compared) {
        merge_component_remove(component->compared, member->slot);
    }
    component->dropped++;
}

static enum status read_member(struct component *component, struct connection *connection,
                               struct placed placed, struct member **member, struct error *error)
{
    struct use use;
    bool found;
    enum status status;
    *member = arena_alloc(&component->arena, sizeof **member);
    if (*member == NULL) {
        return no_memory(error);
    }
    use_begin(&use, connection, SQL_CLAIM_FOR_MERGING);
    use_int64(&use, placed.report);
    status = use_row(&use, &found, error);
    if (status == OK) {
        status = found ? row_read_claim(&use, &component->arena, true, &(*member)->row) : ERR_IO;
        if (status != OK) {
            status = error_set(error, status, NULL, "report %lld cannot be read", (long long)placed.report);
        }
    }
    use_end(&use);
    return status;
}

/* Where the member of that report stands; the count of them when there is none. */
static size_t find_member(const struct component *component, int64_t report)
{
    size_t low = 0;
    for (size_t high = component->count; low < high;) {
        size_t middle = low + (high - low) / 2;
        if (component->members[middle]->row.claim.id < report) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < component->count && component->members[low]->row.claim.id == report ? low : component->count;
}

void component_cache_forget(struct component_cache *cache, int64_t report)
{
    for (size_t i = 0; i < cache->count; i++) {
        struct component *component = cache->kept[i];
        size_t at = find_member(component, report);
        if (at < component->count) {
            drop(component, component->members[at]);
            component->count--;
            memmove((void *)(component->members + at), (void *)(component->members + at + 1),
                    (component->count - at) * sizeof(struct member *));
        }
    }
}

void component_cache_forget_rulings(struct component_cache *cache, int64_t report)
{
    for (size_t i = 0; i < cache->count; i++) {
        size_t at = find_member(cache->kept[i], report);
        if (at < cache->kept[i]->count) {
            cache->kept[i]->members[at]->ruled = false;
        }
    }
}

void component_cache_forget_founded(struct component_cache *cache, int64_t report)
{
    for (size_t i = 0; i < cache->count; i++) {
        size_t at = find_member(cache->kept[i], report);
        if (at < cache->kept[i]->count) {
            cache->kept[i]->members[at]->founded_known = false;
        }
    }
}

/* Makes the members those that are listed: what was kept stays, the rest is read. */
static enum status take_in(struct component *component, struct connection *connection,
                           const struct placed *reports, size_t count, struct error *error)
{
    struct member **members = malloc((count + 1) * sizeof(struct member *));
    size_t old = 0;
    size_t taken = 0;
    enum status status = members == NULL ? no_memory(error) : OK;
    for (; status == OK && taken < count; taken++) {
        while (old < component->count && component->members[old]->row.claim.id < reports[taken].report) {
            drop(component, component->members[old++]);
        }
        if (old < component->count && component->members[old]->row.claim.id == reports[taken].report) {
            members[taken] = component->members[old++];
        } else {
            status = read_member(component, connection, reports[taken], &members[taken], error);
        }
        if (status == OK && !members[taken]->ruled) {
            status = rulings_read(connection, &component->arena, &members[taken]->row, error);
            members[taken]->ruled = status == OK;
        }
        if (status == OK && !members[taken]->founded_known) {
            status = founded_read(connection, &component->arena, reports[taken].report,
                                  &members[taken]->founded, &members[taken]->founded_count, error);
            members[taken]->founded_known = status == OK;
        }
        if (status == OK) {
            members[taken]->row.event = reports[taken].event;
            members[taken]->row.component = component->id;
        }
    }
    while (status == OK && old < component->count) {
        drop(component, component->members[old++]);
    }
    if (status != OK) {
        free((void *)members);
        return status;
    }
    free((void *)component->members);
    component->members = members;
    component->count = count;
    return OK;
}

/* By what the claims are, never by when they came. */
static int compare_members(const struct member *a, const struct member *b)
{
    int order = str_compare(a->row.claim.article, b->row.claim.article);
    return order != 0 ? order : (a->row.position > b->row.position) - (a->row.position < b->row.position);
}

static int compare_rulings(const struct claim_row *a, const struct claim_row *b)
{
    if (a->ruling_count != b->ruling_count) {
        return a->ruling_count < b->ruling_count ? -1 : 1;
    }
    for (size_t i = 0; i < a->ruling_count; i++) {
        const struct ruling *left = &a->rulings[i];
        const struct ruling *right = &b->rulings[i];
        if (left->correction != right->correction || left->apart != right->apart) {
            bool before = left->correction < right->correction ||
                          (left->correction == right->correction && right->apart);
            return before ? -1 : 1;
        }
    }
    return 0;
}

/* Twins on which analysts ruled alike, in articles of which the same is true of all claims: some are linked
 * only because they stand side by side, and so must those that are compared in their stead. */
static bool are_copies(const struct member *a, const struct member *b)
{
    return a->row.twin == b->row.twin && a->neighbours == b->neighbours &&
           compare_rulings(&a->row, &b->row) == 0;
}

static int compare_copies(const void *a, const void *b)
{
    const struct member *left = *(struct member *const *)a;
    const struct member *right = *(struct member *const *)b;
    int order;
    if (left->row.twin != right->row.twin) {
        return left->row.twin < right->row.twin ? -1 : 1;
    }
    if (left->neighbours != right->neighbours) {
        return left->neighbours < right->neighbours ? -1 : 1;
    }
    order = compare_rulings(&left->row, &right->row);
    return order != 0 ? order : compare_members(left, right);
}

static int compare_places(const void *a, const void *b)
{
    return compare_members(*(struct member *const *)a, *(struct member *const *)b);
}

static uint64_t mix(uint64_t hash, uint64_t value)
{
    hash = (hash ^ value) * UINT64_C(0x9E3779B97F4A7C15);
    return hash ^ hash >> 32;
}

/* Hashes what the claims of each article are, and what analysts ruled on them. */
static void hash_neighbours(struct member **order, size_t count)
{
    if (count > 1) {
        qsort((void *)order, count, sizeof(struct member *), compare_places);
    }
    for (size_t begin = 0, end; begin < count; begin = end) {
        struct str article = order[begin]->row.claim.article;
        uint64_t hash = 0;
        for (end = begin; end < count && str_equal(order[end]->row.claim.article, article); end++) {
            const struct claim_row *row = &order[end]->row;
            hash = mix(hash, (uint64_t)row->twin);
            for (size_t i = 0; i < row->ruling_count; i++) {
                hash = mix(hash, (uint64_t)row->rulings[i].correction << 1 | row->rulings[i].apart);
            }
        }
        for (size_t i = begin; i < end; i++) {
            order[i]->neighbours = hash;
        }
    }
}

/* Copies of a claim are one event if they are linked at all: the first of them is compared for all.  Copies
 * that their own score does not link (a sentence of three words proves nothing) stay apart. */
static enum status find_masters(const struct component *component)
{
    struct member **order = malloc((component->count + 1) * sizeof(struct member *));
    if (order == NULL) {
        return ERR_NO_MEMORY;
    }
    memcpy((void *)order, (void *)component->members, component->count * sizeof(struct member *));
    hash_neighbours(order, component->count);
    if (component->count > 1) {
        qsort((void *)order, component->count, sizeof(struct member *), compare_copies);
    }
    for (size_t begin = 0, end; begin < component->count; begin = end) {
        bool linked = false;
        for (end = begin + 1; end < component->count && are_copies(order[begin], order[end]); end++) {
        }
        if (end - begin > 1) {
            linked = merge_score(&order[begin]->row.claim, &order[begin + 1]->row.claim, NULL) >= MERGE_LINK;
        }
        for (size_t i = begin; i < end; i++) {
            order[i]->master = linked ? order[begin] : order[i];
        }
    }
    free((void *)order);
    return OK;
}

/* Compares the masters that were not compared yet. */
static enum status compare(struct component *component)
{
    enum status status = find_masters(component);
    for (size_t i = 0; status == OK && i < component->count; i++) {
        struct member *member = component->members[i];
        if (member->compared && member->master != member) {
            merge_component_remove(component->compared, member->slot);
            member->compared = false;
        }
    }
    for (size_t i = 0; status == OK && i < component->count; i++) {
        struct member *member = component->members[i];
        if (!member->compared && member->master == member) {
            status = merge_component_add(component->compared, &member->row.claim, &member->slot);
            member->compared = status == OK;
        }
    }
    return status;
}

/* Tells merging what analysts ruled on the claims. */
static enum status rule(struct component *component)
{
    struct merge_ruling *rulings;
    size_t count = 0;
    enum status status;
    for (size_t i = 0; i < component->count; i++) {
        count += component->members[i]->row.ruling_count;
    }
    rulings = malloc((count + 1) * sizeof *rulings);
    count = 0;
    for (size_t i = 0; rulings != NULL && i < component->count; i++) {
        const struct member *member = component->members[i];
        for (size_t k = 0; member->master == member && k < member->row.ruling_count; k++) {
            const struct ruling *ruling = &member->row.rulings[k];
            rulings[count++] = (struct merge_ruling){ruling->correction, member->slot, ruling->apart};
        }
    }
    status = rulings == NULL ? ERR_NO_MEMORY : merge_component_rule(component->compared, rulings, count);
    free(rulings);
    return status;
}

static enum status divide(struct component *component, bool reduced)
{
    size_t slots = merge_component_slots(component->compared);
    uint32_t *numbers = calloc(2 * slots + 1, sizeof *numbers); /* of the groups, then of the parts */
    enum status status = ERR_NO_MEMORY;
    component->parts = 1;
    if (numbers != NULL) {
        status = merge_component_divide(component->compared, numbers, &component->groups);
    }
    if (status == OK && reduced) {
        status = merge_component_parts(component->compared, numbers + slots, &component->parts);
    }
    for (size_t i = 0; status == OK && i < component->count; i++) {
        struct member *member = component->members[i];
        member->group = numbers[member->master->slot];
        member->part = numbers[slots + member->master->slot];
    }
    free(numbers);
    return status;
}

enum status component_load(struct component_cache *cache, struct connection *connection, int64_t id,
                           bool reduced, struct component **component, struct error *error)
{
    struct arena arena;
    struct placed *reports;
    size_t count;
    enum status status = find(cache, id, component);
    if (status != OK) {
        return no_memory(error);
    }
    arena_init(&arena, ROW_MEMORY);
    status = list_reports(connection, &arena, id, &reports, &count, error);
    if (status == OK) {
        status = take_in(*component, connection, reports, count, error);
    }
    arena_release(&arena);
    if (status == OK &&
        (compare(*component) != OK || rule(*component) != OK || divide(*component, reduced) != OK)) {
        status = no_memory(error);
    }
    if (status != OK) { /* half of it may be done */
        component_cache_clear(cache);
    }
    return status;
}
