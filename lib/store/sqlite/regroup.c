/* From claims to events: each touched component is divided anew, and its groups are matched to the events
 * there were. */
#include "batch.h"

#include <stdlib.h>

#include "term.h"
#include "twin.h"

/* A claim of a component, and what becomes of it. */
struct member {
    struct claim_row row;
    uint32_t part;  /* number of the connected part of the component, from 0 */
    uint32_t group; /* number of the event, from 0, over all parts */
};

struct component {
    int64_t id;
    struct member *members;
    size_t count;
    struct claim *claims; /* of the members, in their order */
    uint32_t parts;
    uint32_t groups;
    int64_t *part_ids;  /* the component each part becomes */
    int64_t *group_ids; /* the event each group becomes, 0 for a new one */
};

static enum status no_memory(struct error *error)
{
    return error_set(error, ERR_NO_MEMORY, NULL, "out of memory");
}

static enum status load(struct batch *batch, struct component *component, struct error *error)
{
    struct use use;
    bool found;
    size_t capacity = 0;
    enum status status;
    use_begin(&use, batch->connection, SQL_CLAIM_BY_COMPONENT);
    use_int64(&use, component->id);
    while ((status = use_row(&use, &found, error)) == OK && found) {
        if (component->count == capacity) {
            size_t more = 2 * capacity + 8;
            struct member *members =
                arena_grow(&batch->arena, component->members, component->count, more, sizeof *members);
            if (members == NULL) {
                status = no_memory(error);
                break;
            }
            component->members = members;
            capacity = more;
        }
        status = row_read_claim(&use, &batch->arena, true, &component->members[component->count].row);
        if (status != OK) {
            break;
        }
        component->count++;
    }
    use_end(&use);
    return status;
}

/* By what the claims are, never by when they came. */
static int compare_members(const void *a, const void *b)
{
    const struct member *left = a;
    const struct member *right = b;
    int order = left->part < right->part ? -1 : left->part > right->part ? 1 : 0;
    if (order == 0) {
        order = str_compare(left->row.claim.article, right->row.claim.article);
    }
    if (order == 0) {
        order = left->row.position < right->row.position   ? -1
                : left->row.position > right->row.position ? 1
                                                           : 0;
    }
    return order;
}

/* Orders the members and sets up their claims side by side, as merging wants them. */
static void line_up(struct component *component)
{
    if (component->count > 1) {
        qsort(component->members, component->count, sizeof *component->members, compare_members);
    }
    for (size_t i = 0; i < component->count; i++) {
        component->claims[i] = component->members[i].row.claim;
    }
}

static size_t root(size_t *parent, size_t i)
{
    while (parent[i] != i) {
        parent[i] = parent[parent[i]];
        i = parent[i];
    }
    return i;
}

/* Finds the connected parts anew, after claims were removed. */
static enum status find_parts(struct batch *batch, struct component *component, struct error *error)
{
    size_t count = component->count;
    size_t *parent = arena_array(&batch->arena, count, sizeof *parent);
    const struct merge_prepared **prepared =
        arena_array(&batch->arena, count, sizeof(struct merge_prepared *));
    if (parent == NULL || prepared == NULL) {
        return no_memory(error);
    }
    for (size_t i = 0; i < count; i++) {
        parent[i] = i;
        prepared[i] = merge_prepare(&batch->arena, &component->claims[i]);
        if (prepared[i] == NULL) {
            return no_memory(error);
        }
        for (size_t k = 0; k < i; k++) {
            size_t a = root(parent, i);
            size_t b = root(parent, k);
            if (a != b && merge_score_prepared(prepared[i], prepared[k], NULL) >= MERGE_LINK) {
                parent[a > b ? a : b] = a > b ? b : a;
            }
        }
    }
    component->parts = 0;
    for (size_t i = 0; i < count; i++) {
        size_t first = root(parent, i);
        component->members[i].part = first == i ? component->parts++ : component->members[first].part;
    }
    line_up(component);
    return OK;
}

/* Names the parts and divides each into events. */
static enum status divide(struct batch *batch, struct component *component, bool dirty, struct error *error)
{
    size_t begin = 0;
    uint32_t *group = arena_array(&batch->arena, component->count, sizeof *group);
    int64_t *twins = arena_array(&batch->arena, component->count, sizeof *twins);
    component->part_ids = arena_array(&batch->arena, component->parts, sizeof *component->part_ids);
    if (group == NULL || twins == NULL || component->part_ids == NULL) {
        return no_memory(error);
    }
    for (size_t i = 0; i < component->count; i++) {
        twins[i] = component->members[i].row.twin;
    }
    for (uint32_t part = 0; part < component->parts; part++) {
        size_t end = begin;
        uint32_t groups;
        int64_t lowest = INT64_MAX;
        while (end < component->count && component->members[end].part == part) {
            int64_t id = component->members[end].row.claim.id;
            lowest = id < lowest ? id : lowest;
            end++;
        }
        component->part_ids[part] = dirty ? lowest : component->id;
        if (twin_partition(&batch->arena, component->claims + begin, twins + begin, end - begin,
                           group + begin, &groups) != OK) {
            return no_memory(error);
        }
        for (size_t i = begin; i < end; i++) {
            component->members[i].group = component->groups + group[i];
        }
        component->groups += groups;
        begin = end;
    }
    return OK;
}

/* An event that members belong to: `founder` is the oldest report it still has. */
struct holder {
    int64_t event;
    int64_t founder;
    uint32_t group; /* the founder's */
};

static int compare_holders(const void *a, const void *b)
{
    const struct holder *left = a;
    const struct holder *right = b;
    if (left->event != right->event) {
        return left->event < right->event ? -1 : 1;
    }
    return left->founder < right->founder ? -1 : left->founder > right->founder ? 1 : 0;
}

/* Which event each group goes on as: the one that holds the oldest founding report; the others there were are
 * merged into it, once its id is known. */
static enum status match_groups(struct batch *batch, struct component *component, struct holder **holders,
                                size_t *holder_count, struct error *error)
{
    struct holder *items = arena_array(&batch->arena, component->count, sizeof *items);
    int64_t *founders = arena_array(&batch->arena, component->groups, sizeof *founders);
    size_t count = 0;
    size_t kept = 0;
    component->group_ids = arena_array(&batch->arena, component->groups, sizeof *component->group_ids);
    if (items == NULL || founders == NULL || component->group_ids == NULL) {
        return no_memory(error);
    }
    for (size_t i = 0; i < component->count; i++) {
        const struct member *member = &component->members[i];
        if (member->row.event != 0) {
            items[count++] = (struct holder){member->row.event, member->row.claim.id, member->group};
        }
    }
    if (count > 1) {
        qsort(items, count, sizeof *items, compare_holders);
    }
    for (size_t i = 0; i < count; i++) {
        const struct holder holder = items[i];
        if (kept > 0 && items[kept - 1].event == holder.event) {
            continue;
        }
        items[kept++] = holder;
        if (component->group_ids[holder.group] == 0 || holder.founder < founders[holder.group]) {
            component->group_ids[holder.group] = holder.event;
            founders[holder.group] = holder.founder;
        }
    }
    *holders = items;
    *holder_count = kept;
    return OK;
}

/* True when the group holds exactly the reports that its event held before. */
static bool unchanged(const struct batch *batch, const struct claim_row *const *rows, size_t count,
                      int64_t id, uint32_t stored_reports)
{
    for (size_t i = 0; i < count; i++) {
        if (rows[i]->event != id || rows[i]->claim.id > batch->reports_before) {
            return false;
        }
    }
    return count == stored_reports;
}

static enum status write_group(struct batch *batch, const struct claim_row *const *rows,
                               const struct claim *claims, size_t count, int64_t component, int64_t *id,
                               struct error *error)
{
    struct event_row stored = {0};
    if (*id != 0) {
        enum status status = event_load(batch, *id, &stored, error);
        if (status != OK) {
            return status;
        }
        if (unchanged(batch, rows, count, *id, stored.event.reports)) {
            struct use use;
            if (stored.component == component) {
                return OK;
            }
            use_begin(&use, batch->connection, SQL_EVENT_SET_COMPONENT);
            use_int64(&use, component);
            use_int64(&use, *id);
            return use_run(&use, error);
        }
    }
    return event_write(batch, rows, claims, count, component, *id == 0 ? NULL : &stored, id, error);
}

/* Writes each group as an event, and into each report where it stands now. */
static enum status write_groups(struct batch *batch, struct component *component, struct error *error)
{
    const struct member **order = arena_array(&batch->arena, component->count, sizeof(struct member *));
    const struct claim_row **rows = arena_array(&batch->arena, component->count, sizeof(struct claim_row *));
    struct claim *claims = arena_array(&batch->arena, component->count, sizeof *claims);
    size_t *next = arena_array(&batch->arena, (size_t)component->groups + 1, sizeof *next);
    if (order == NULL || rows == NULL || claims == NULL || next == NULL) {
        return no_memory(error);
    }
    for (size_t i = 0; i < component->count; i++) { /* a counting sort by group */
        next[component->members[i].group + 1]++;
    }
    for (uint32_t group = 0; group < component->groups; group++) {
        next[group + 1] += next[group];
    }
    for (size_t i = 0; i < component->count; i++) {
        size_t at = next[component->members[i].group]++;
        order[at] = &component->members[i];
        rows[at] = &component->members[i].row;
        claims[at] = component->members[i].row.claim;
    }
    for (size_t i = 0, begin = 0; i < component->groups; i++) { /* next[i] is now the end of group i */
        int64_t part = component->part_ids[order[begin]->part];
        enum status status = write_group(batch, rows + begin, claims + begin, next[i] - begin, part,
                                         &component->group_ids[i], error);
        if (status == OK && id_list_add(&batch->kept, component->group_ids[i]) != OK) {
            status = no_memory(error);
        }
        if (status != OK) {
            return status;
        }
        begin = next[i];
    }
    for (size_t i = 0; i < component->count; i++) {
        const struct member *member = &component->members[i];
        int64_t event = component->group_ids[member->group];
        int64_t part = component->part_ids[member->part];
        if (member->row.event != event || member->row.component != part) {
            struct use use;
            enum status status;
            use_begin(&use, batch->connection, SQL_REPORT_ASSIGN);
            use_int64(&use, event);
            use_int64(&use, part);
            use_int64(&use, member->row.claim.id);
            status = use_run(&use, error);
            if (status != OK) {
                return status;
            }
        }
    }
    return OK;
}

static enum status regroup_component(struct batch *batch, int64_t id, bool dirty, struct error *error)
{
    struct component component = {.id = id, .parts = 1};
    struct holder *holders = NULL;
    size_t holder_count = 0;
    enum status status;
    arena_reset(&batch->arena);
    status = load(batch, &component, error);
    if (status != OK || component.count == 0) {
        return status;
    }
    component.claims = arena_array(&batch->arena, component.count, sizeof *component.claims);
    if (component.claims == NULL) {
        return no_memory(error);
    }
    line_up(&component);
    if (dirty) {
        status = find_parts(batch, &component, error);
    }
    if (status == OK) {
        status = divide(batch, &component, dirty, error);
    }
    if (status == OK) {
        status = match_groups(batch, &component, &holders, &holder_count, error);
    }
    if (status == OK) {
        status = write_groups(batch, &component, error);
    }
    for (size_t i = 0; status == OK && i < holder_count; i++) {
        int64_t successor = component.group_ids[holders[i].group];
        if (successor != holders[i].event) {
            status = event_remove(batch, holders[i].event, successor, error);
        }
        if (status == OK && id_list_add(&batch->kept, holders[i].event) != OK) {
            status = no_memory(error);
        }
    }
    return status;
}

/* Components that lost a claim may since have been taken in by others. */
static void follow_joins(struct batch *batch)
{
    for (size_t i = 0; i < batch->dirty.count; i++) {
        for (size_t k = 0; k + 1 < batch->joined.count; k += 2) {
            if (batch->joined.items[k] == batch->dirty.items[i]) {
                batch->dirty.items[i] = batch->joined.items[k + 1];
            }
        }
    }
}

enum status regroup(struct batch *batch, struct error *error)
{
    enum status status = OK;
    if (batch->joined.count > 0) {
        follow_joins(batch);
    }
    batch->dirty.count = sort_unique(batch->dirty.items, batch->dirty.count);
    batch->touched.count = sort_unique(batch->touched.items, batch->touched.count);
    for (size_t i = 0; status == OK && i < batch->dirty.count; i++) {
        status = regroup_component(batch, batch->dirty.items[i], true, error);
    }
    for (size_t i = 0; status == OK && i < batch->touched.count; i++) {
        if (!sorted_contains(batch->dirty.items, batch->dirty.count, batch->touched.items[i])) {
            status = regroup_component(batch, batch->touched.items[i], false, error);
        }
    }
    batch->bereft.count = sort_unique(batch->bereft.items, batch->bereft.count);
    batch->kept.count = sort_unique(batch->kept.items, batch->kept.count);
    for (size_t i = 0; status == OK && i < batch->bereft.count; i++) {
        if (!sorted_contains(batch->kept.items, batch->kept.count, batch->bereft.items[i])) {
            arena_reset(&batch->arena);
            status = event_remove(batch, batch->bereft.items[i], 0, error);
        }
    }
    return status;
}
