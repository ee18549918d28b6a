/* From claims to events: each touched component is divided anew, and its groups are matched to the events
 * there were. */
#include "batch.h"

#include <stdlib.h>

#include "component.h"
#include "term.h"

/* A component and what it becomes. */
struct regrouping {
    struct component *component;
    int64_t *part_ids;  /* the component each part becomes */
    int64_t *group_ids; /* the event each group becomes, 0 for a new one */
};

static enum status no_memory(struct error *error)
{
    return error_set(error, ERR_NO_MEMORY, NULL, "out of memory");
}

/* Whether the report that the component is named after belongs elsewhere: it was corrected. */
static enum status is_deserted(struct batch *batch, const struct component *component, bool *deserted,
                               struct error *error)
{
    struct use use;
    enum status status;
    *deserted = false;
    for (size_t i = 0; i < component->count; i++) { /* the lowest, as a rule */
        if (component->members[i]->row.claim.id == component->id) {
            return OK;
        }
    }
    use_begin(&use, batch->connection, SQL_REPORT_COMPONENT);
    use_int64(&use, component->id);
    status = use_row(&use, deserted, error);
    use_end(&use);
    return status;
}

/* A part that came off is named after its lowest report; a component that stays whole keeps its name, unless
 * the report of that name is there and may need it where it is now. */
static enum status name_parts(struct batch *batch, struct regrouping *regrouping, struct error *error)
{
    const struct component *component = regrouping->component;
    bool deserted;
    enum status status = is_deserted(batch, component, &deserted, error);
    if (status != OK) {
        return status;
    }
    regrouping->part_ids = arena_array(&batch->arena, component->parts, sizeof *regrouping->part_ids);
    if (regrouping->part_ids == NULL) {
        return no_memory(error);
    }
    if (component->parts == 1 && !deserted) {
        regrouping->part_ids[0] = component->id;
        return OK;
    }
    for (size_t i = component->count; i-- > 0;) { /* the members are in the order of their ids */
        regrouping->part_ids[component->members[i]->part] = component->members[i]->row.claim.id;
    }
    return OK;
}

/* An event that members belong to: `founder` is the oldest report it still has. */
struct holder {
    int64_t event;
    int64_t founder;
    uint32_t group;   /* the founder's */
    uint32_t reports; /* how many the component holds of it */
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
static enum status match_groups(struct batch *batch, struct regrouping *regrouping, struct holder **holders,
                                size_t *holder_count, struct error *error)
{
    const struct component *component = regrouping->component;
    struct holder *items = arena_array(&batch->arena, component->count, sizeof *items);
    int64_t *founders = arena_array(&batch->arena, component->groups, sizeof *founders);
    size_t count = 0;
    size_t kept = 0;
    regrouping->group_ids = arena_array(&batch->arena, component->groups, sizeof *regrouping->group_ids);
    if (items == NULL || founders == NULL || regrouping->group_ids == NULL) {
        return no_memory(error);
    }
    for (size_t i = 0; i < component->count; i++) {
        const struct member *member = component->members[i];
        if (member->row.event != 0) {
            items[count++] = (struct holder){member->row.event, member->row.claim.id, member->group, 1};
        }
    }
    if (count > 1) {
        qsort(items, count, sizeof *items, compare_holders);
    }
    for (size_t i = 0; i < count; i++) {
        const struct holder holder = items[i];
        if (kept > 0 && items[kept - 1].event == holder.event) {
            items[kept - 1].reports++;
            continue;
        }
        items[kept++] = holder;
        if (regrouping->group_ids[holder.group] == 0 || holder.founder < founders[holder.group]) {
            regrouping->group_ids[holder.group] = holder.event;
            founders[holder.group] = holder.founder;
        }
    }
    *holders = items;
    *holder_count = kept;
    return OK;
}

static uint32_t reports_held(const struct holder *holders, size_t count, int64_t event)
{
    size_t low = 0;
    for (size_t high = count; low < high;) {
        size_t middle = low + (high - low) / 2;
        if (holders[middle].event < event) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < count && holders[low].event == event ? holders[low].reports : 0;
}

/* True when the group holds exactly the reports that its event, of which the component holds `held`, held
 * before. */
static bool unchanged(const struct batch *batch, const struct claim_row *const *rows, size_t count,
                      int64_t id, uint32_t held)
{
    if (id == 0 || count != held || sorted_contains(batch->bereft.items, batch->bereft.count, id)) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        if (rows[i]->event != id || rows[i]->claim.id > batch->reports_before) {
            return false;
        }
    }
    return true;
}

/* The event that is gone and that a group without one goes on as: one that a report of the group, none of
 * this batch, has founded.  0: none. */
static enum status find_gone(struct batch *batch, const struct claim_row *const *rows, size_t count,
                             int64_t *id, struct error *error)
{
    enum status status = OK;
    for (size_t i = 0; status == OK && *id == 0 && i < count; i++) { /* the lowest first */
        struct use use;
        bool found;
        if (rows[i]->claim.id > batch->reports_before) {
            break;
        }
        use_begin(&use, batch->connection, SQL_EVENT_GONE_OF_FOUNDER);
        use_int64(&use, rows[i]->claim.id);
        status = use_row(&use, &found, error);
        if (status == OK && found) {
            *id = column_int64(&use);
        }
        use_end(&use);
    }
    return status;
}

static enum status write_group(struct batch *batch, const struct claim_row *const *rows,
                               const struct claim *claims, size_t count, int64_t component, bool same,
                               int64_t *id, struct error *error)
{
    struct event_row stored = {0};
    bool is_new = *id == 0;
    enum status status =
        is_new ? find_gone(batch, rows, count, id, error) : event_load(batch, *id, &stored, error);
    if (status != OK) {
        return status;
    }
    return event_write(batch, rows, claims, count, component, is_new ? NULL : &stored, same, id, error);
}

/* The members group by group. */
struct sorted {
    const struct member **members;
    const struct claim_row **rows;
    struct claim *claims;
    size_t *ends; /* of the groups */
};

static enum status sort_members(struct batch *batch, const struct component *component, struct sorted *sorted,
                                struct error *error)
{
    sorted->members = arena_array(&batch->arena, component->count, sizeof(struct member *));
    sorted->rows = arena_array(&batch->arena, component->count, sizeof(struct claim_row *));
    sorted->claims = arena_array(&batch->arena, component->count, sizeof *sorted->claims);
    sorted->ends = arena_array(&batch->arena, (size_t)component->groups + 1, sizeof *sorted->ends);
    if (sorted->members == NULL || sorted->rows == NULL || sorted->claims == NULL || sorted->ends == NULL) {
        return no_memory(error);
    }
    for (size_t i = 0; i < component->count; i++) { /* a counting sort */
        sorted->ends[component->members[i]->group + 1]++;
    }
    for (uint32_t group = 0; group < component->groups; group++) {
        sorted->ends[group + 1] += sorted->ends[group];
    }
    for (size_t i = 0; i < component->count; i++) {
        size_t at = sorted->ends[component->members[i]->group]++;
        sorted->members[at] = component->members[i];
        sorted->rows[at] = &component->members[i]->row;
    }
    return OK;
}

/* Writes into each report where it stands now. */
static enum status assign_reports(struct batch *batch, const struct regrouping *regrouping,
                                  struct error *error)
{
    const struct component *component = regrouping->component;
    for (size_t i = 0; i < component->count; i++) {
        const struct member *member = component->members[i];
        int64_t event = regrouping->group_ids[member->group];
        int64_t part = regrouping->part_ids[member->part];
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

/* Notes that the event is not to be removed: of those that lost a claim, so that the notes do not grow with
 * the store. */
static enum status keep(struct batch *batch, int64_t event, struct error *error)
{
    if (sorted_contains(batch->bereft.items, batch->bereft.count, event) &&
        id_list_add(&batch->kept, event) != OK) {
        return no_memory(error);
    }
    return OK;
}

/* Writes each group as an event.  `renamed`: the events may be entered under another component. */
static enum status write_groups(struct batch *batch, struct regrouping *regrouping, bool renamed,
                                const struct holder *holders, size_t holder_count, struct error *error)
{
    const struct component *component = regrouping->component;
    struct sorted sorted;
    enum status status = sort_members(batch, component, &sorted, error);
    for (size_t i = 0, begin = 0; status == OK && i < component->groups; begin = sorted.ends[i++]) {
        int64_t part = regrouping->part_ids[sorted.members[begin]->part];
        int64_t *id = &regrouping->group_ids[i];
        size_t count = sorted.ends[i] - begin;
        bool same =
            unchanged(batch, sorted.rows + begin, count, *id, reports_held(holders, holder_count, *id));
        if (!same || batch->anew) {
            for (size_t k = begin; k < sorted.ends[i]; k++) {
                sorted.claims[k] = sorted.rows[k]->claim;
            }
            status =
                write_group(batch, sorted.rows + begin, sorted.claims + begin, count, part, same, id, error);
        } else if (renamed) {
            status = event_set_component(batch, *id, part, error);
        }
        if (status == OK) {
            status = keep(batch, *id, error);
        }
    }
    return status == OK ? assign_reports(batch, regrouping, error) : status;
}

/* `took_in`: other components became part of this one in the batch. */
static enum status regroup_component(struct batch *batch, int64_t id, bool dirty, bool took_in,
                                     struct error *error)
{
    struct regrouping regrouping = {.component = NULL};
    struct holder *holders = NULL;
    size_t holder_count = 0;
    enum status status =
        component_load(&batch->components, batch->connection, id, dirty, &regrouping.component, error);
    arena_reset(&batch->arena);
    if (status != OK || regrouping.component->count == 0) {
        return status;
    }
    status = name_parts(batch, &regrouping, error);
    if (status == OK) {
        status = match_groups(batch, &regrouping, &holders, &holder_count, error);
    }
    if (status == OK) {
        bool renamed = regrouping.component->parts > 1 || regrouping.part_ids[0] != id;
        if (renamed) {
            claim_cache_rename(&batch->cache);
        }
        status = write_groups(batch, &regrouping, renamed || took_in, holders, holder_count, error);
    }
    for (size_t i = 0; status == OK && i < holder_count; i++) {
        int64_t successor = regrouping.group_ids[holders[i].group];
        if (successor != holders[i].event) {
            status = event_remove(batch, holders[i].event, successor, holders[i].founder, error);
        }
        if (status == OK) {
            status = keep(batch, holders[i].event, error);
        }
    }
    return status;
}

/* Who took in whom in the batch. */
struct joins {
    struct id_map into;   /* of each component that is no more the one that took it in */
    struct id_map takers; /* those that did, each with itself */
};

static enum status read_joins(const struct batch *batch, struct joins *joins, struct error *error)
{
    for (size_t i = 0; i + 1 < batch->joined.count; i += 2) {
        int64_t taker = batch->joined.items[i + 1];
        if (id_map_put(&joins->into, batch->joined.items[i], taker) != OK ||
            id_map_put(&joins->takers, taker, taker) != OK) {
            return no_memory(error);
        }
    }
    return OK;
}

/* Components that lost a claim may since have been taken in by others. */
static void follow_joins(struct batch *batch, const struct joins *joins)
{
    for (size_t i = 0; i < batch->dirty.count; i++) {
        for (int64_t into; (into = id_map_get(&joins->into, batch->dirty.items[i])) != 0;) {
            batch->dirty.items[i] = into;
        }
    }
}

/* Removes the events that lost claims and have none left. */
static enum status remove_bereft(struct batch *batch, struct error *error)
{
    enum status status = OK;
    batch->kept.count = sort_unique(batch->kept.items, batch->kept.count);
    for (size_t i = 0; status == OK && i < batch->bereft.count; i++) {
        if (!sorted_contains(batch->kept.items, batch->kept.count, batch->bereft.items[i])) {
            arena_reset(&batch->arena);
            int64_t event = batch->bereft.items[i];
            status = event_remove(batch, event, 0, id_map_get(&batch->founders, event), error);
        }
    }
    return status;
}

static enum status regroup_changed(struct batch *batch, const struct joins *joins, struct error *error)
{
    const struct id_list *dirty = &batch->dirty;
    enum status status = OK;
    for (size_t i = 0; status == OK && i < dirty->count; i++) {
        status = regroup_component(batch, dirty->items[i], true,
                                   id_map_get(&joins->takers, dirty->items[i]) != 0, error);
    }
    for (size_t i = 0; status == OK && i < batch->touched.count; i++) {
        int64_t component = batch->touched.items[i];
        if (!sorted_contains(dirty->items, dirty->count, component)) {
            status =
                regroup_component(batch, component, false, id_map_get(&joins->takers, component) != 0, error);
        }
    }
    return status;
}

enum status regroup(struct batch *batch, struct error *error)
{
    struct joins joins = {0};
    enum status status = read_joins(batch, &joins, error);
    if (status == OK) {
        follow_joins(batch, &joins);
        batch->bereft.count = sort_unique(batch->bereft.items, batch->bereft.count);
        batch->dirty.count = sort_unique(batch->dirty.items, batch->dirty.count);
        batch->touched.count = sort_unique(batch->touched.items, batch->touched.count);
        status = regroup_changed(batch, &joins, error);
    }
    id_map_release(&joins.into);
    id_map_release(&joins.takers);
    return status == OK ? remove_bereft(batch, error) : status;
}

enum status regroup_all(struct batch *batch, struct error *error)
{
    enum status status = OK;
    int64_t component = 0;
    batch->bereft.count = sort_unique(batch->bereft.items, batch->bereft.count);
    while ((status = component_next(batch->connection, &component, error)) == OK && component != 0) {
        if (atomic_load(&batch->progress->stop)) {
            return error_set(error, ERR_BUSY, NULL, "given up");
        }
        status = regroup_component(batch, component, false, false, error);
        if (status != OK) {
            return status;
        }
        atomic_fetch_add(&batch->progress->done, component_cache_size(&batch->components, component));
    }
    return status == OK ? remove_bereft(batch, error) : status;
}
