/* From claims to events: each touched component is divided anew, and its groups are matched to the events
 * there were. */
#include "batch.h"

#include <stdlib.h>

#include "component.h"
#include "founder.h"
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

/* An event that members belong to. */
struct holder {
    int64_t event;
    uint32_t group;   /* that of the lowest of them */
    uint32_t reports; /* how many the component holds of it */
};

static int compare_holders(const void *a, const void *b)
{
    const struct holder *left = a;
    const struct holder *right = b;
    return left->event < right->event ? -1 : left->event > right->event ? 1 : 0;
}

/* The events that the members, which are in the order of their ids, belong to. */
static enum status list_holders(struct batch *batch, const struct component *component,
                                struct holder **holders, size_t *count, struct error *error)
{
    struct holder *items = arena_array(&batch->arena, component->count, sizeof *items);
    struct id_map places = {0};
    enum status status = OK;
    *holders = items;
    *count = 0;
    if (items == NULL) {
        return no_memory(error);
    }
    for (size_t i = 0; status == OK && i < component->count; i++) {
        const struct member *member = component->members[i];
        if (member->row.event == 0) {
            continue;
        }
        int64_t place = id_map_get(&places, member->row.event); /* from 1 */
        if (place != 0) {
            items[place - 1].reports++;
            continue;
        }
        items[*count] = (struct holder){member->row.event, member->group, 1};
        if (id_map_put(&places, member->row.event, (int64_t)++ * count) != OK) {
            status = no_memory(error);
        }
    }
    id_map_release(&places);
    if (status == OK && *count > 1) {
        qsort(items, *count, sizeof *items, compare_holders);
    }
    return status;
}

/* Which event each group goes on as: of those whose first founder it has, the one founded first. */
static enum status match_founders(struct batch *batch, struct regrouping *regrouping, struct error *error)
{
    const struct component *component = regrouping->component;
    int64_t *founders = arena_array(&batch->arena, component->groups, sizeof *founders);
    enum status status = OK;
    if (founders == NULL) {
        return no_memory(error);
    }
    for (size_t i = 0; status == OK && i < component->count; i++) {
        const struct member *member = component->members[i];
        int64_t *first = &founders[member->group];
        for (size_t k = 0; status == OK && k < member->founded_count; k++) {
            const struct founded *founded = &member->founded[k];
            bool preceded = *first != 0 && *first < founded->founder;
            if (!preceded) {
                status =
                    founder_is_there(batch->connection, founded->event, founded->founder, &preceded, error);
            }
            if (status == OK && !preceded) {
                *first = founded->founder;
                regrouping->group_ids[member->group] = founded->event;
            }
        }
    }
    return status;
}

/* A group that has founded none goes on as one that its members belong to and that has no founder left. */
static enum status match_heirs(struct batch *batch, struct regrouping *regrouping, struct error *error)
{
    const struct component *component = regrouping->component;
    enum status status = OK;
    for (size_t i = 0; status == OK && i < component->count; i++) {
        const struct member *member = component->members[i];
        bool founded = false;
        if (regrouping->group_ids[member->group] != 0 || member->row.event == 0) {
            continue;
        }
        status = founder_is_there(batch->connection, member->row.event, INT64_MAX, &founded, error);
        if (status == OK && !founded) {
            regrouping->group_ids[member->group] = member->row.event;
            status = founder_add(batch, member->row.event, member->row.claim.id, error);
        }
    }
    return status;
}

static enum status match_groups(struct batch *batch, struct regrouping *regrouping, struct holder **holders,
                                size_t *holder_count, struct error *error)
{
    regrouping->group_ids =
        arena_array(&batch->arena, regrouping->component->groups, sizeof *regrouping->group_ids);
    if (regrouping->group_ids == NULL) {
        return no_memory(error);
    }
    enum status status = list_holders(batch, regrouping->component, holders, holder_count, error);
    if (status == OK) {
        status = match_founders(batch, regrouping, error);
    }
    return status == OK ? match_heirs(batch, regrouping, error) : status;
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

/* `held`: members of the component belonged to the event.  One that none did is gone, or another component
 * has it still. */
static enum status write_group(struct batch *batch, const struct claim_row *const *rows,
                               const struct claim *claims, size_t count, int64_t component, bool same,
                               bool held, int64_t *id, struct error *error)
{
    struct event_row stored = {0};
    bool is_new = *id == 0;
    bool found = false;
    enum status status = is_new ? OK : event_load(batch, *id, &stored, &found, error);
    if (status == OK && found && !held && id_map_put(&batch->moved, *id, *id) != OK) {
        status = no_memory(error);
    }
    if (status == OK) {
        status = event_write(batch, rows, claims, count, component, found ? &stored : NULL, same, id, error);
    }
    return status == OK && is_new ? founder_add(batch, *id, rows[0]->claim.id, error) : status;
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
        uint32_t held = reports_held(holders, holder_count, *id);
        bool same = unchanged(batch, sorted.rows + begin, count, *id, held);
        if (!same || batch->anew) {
            for (size_t k = begin; k < sorted.ends[i]; k++) {
                sorted.claims[k] = sorted.rows[k]->claim;
            }
            status = write_group(batch, sorted.rows + begin, sorted.claims + begin, count, part, same,
                                 held > 0, id, error);
        } else if (renamed) {
            status = event_set_component(batch, *id, part, error);
        }
        if (status == OK) {
            status = keep(batch, *id, error);
        }
    }
    return status == OK ? assign_reports(batch, regrouping, error) : status;
}

/* Removes the events that members belonged to and no group goes on as, here or elsewhere. */
static enum status remove_others(struct batch *batch, const struct regrouping *regrouping,
                                 const struct holder *holders, size_t count, struct error *error)
{
    const uint32_t groups = regrouping->component->groups;
    int64_t *ids = arena_array(&batch->arena, groups, sizeof *ids);
    enum status status = OK;
    if (ids == NULL) {
        return no_memory(error);
    }
    for (uint32_t i = 0; i < groups; i++) {
        ids[i] = regrouping->group_ids[i];
    }
    const size_t kept = sort_unique(ids, groups);
    for (size_t i = 0; status == OK && i < count; i++) {
        int64_t event = holders[i].event;
        if (!sorted_contains(ids, kept, event) && id_map_get(&batch->moved, event) == 0) {
            status = event_remove(batch, event, regrouping->group_ids[holders[i].group], error);
        }
        if (status == OK) {
            status = keep(batch, event, error);
        }
    }
    return status;
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
    return status == OK ? remove_others(batch, &regrouping, holders, holder_count, error) : status;
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

/* Where the claims of an event went that has none left: its founder may have a successor in another one. */
static enum status find_event_of_founder(struct batch *batch, int64_t event, int64_t *other,
                                         struct error *error)
{
    struct use use;
    bool found;
    use_begin(&use, batch->connection, SQL_FOUNDER_EVENT);
    use_int64(&use, event);
    enum status status = use_row(&use, &found, error);
    *other = status == OK && found ? column_int64(&use) : 0;
    use_end(&use);
    return status;
}

/* Removes the events that lost claims and have none left. */
static enum status remove_bereft(struct batch *batch, struct error *error)
{
    enum status status = OK;
    batch->kept.count = sort_unique(batch->kept.items, batch->kept.count);
    for (size_t i = 0; status == OK && i < batch->bereft.count; i++) {
        if (!sorted_contains(batch->kept.items, batch->kept.count, batch->bereft.items[i])) {
            arena_reset(&batch->arena);
            int64_t successor;
            status = find_event_of_founder(batch, batch->bereft.items[i], &successor, error);
            if (status == OK) {
                status = event_remove(batch, batch->bereft.items[i], successor, error);
            }
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
