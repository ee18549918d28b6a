/* An event's row, the index of its days and terms, and the totals of its days, kept in step. */
#include "batch.h"

#include "pack.h"
#include "term.h"

static enum status no_memory(struct error *error)
{
    return error_set(error, ERR_NO_MEMORY, NULL, "out of memory");
}

struct event_sums event_sums(const struct event *event)
{
    struct event_sums sums = {0};
    const uint32_t *statuses = event->statuses;
    /* Tallies over a period repeat what incidents count, and what is denied, expected or hypothetical did not
     * happen. */
    if (event->scope != SCOPE_INCIDENT ||
        statuses[STATUS_CONFIRMED] + statuses[STATUS_CLAIMED] + statuses[STATUS_UNVERIFIED] == 0) {
        return sums;
    }
    const struct bounds *from[] = {&event->killed, &event->wounded};
    struct figure_sums *to[] = {&sums.killed, &sums.wounded};
    for (unsigned i = 0; i < 2; i++) {
        if (from[i]->min != COUNT_NONE || from[i]->max != COUNT_NONE) {
            to[i]->events = 1;
            to[i]->min = from[i]->min == COUNT_NONE ? 0 : from[i]->min;
            to[i]->max = from[i]->max == COUNT_NONE ? 0 : from[i]->max;
            to[i]->open = from[i]->max == COUNT_NONE ? 1 : 0;
        }
    }
    return sums;
}

/* Adds (sign 1) or takes away (sign -1) what the event contributes to its days. */
static enum status add_total(struct batch *batch, const struct event *event, int sign, struct error *error)
{
    struct span span = span_of_event(event);
    struct event_sums sums = event_sums(event);
    struct use use;
    enum status status;
    use_begin(&use, batch->connection, SQL_TOTAL_ADD);
    use_int64(&use, span.class);
    use_int64(&use, span.lo);
    use_int64(&use, span.hi);
    use_int64(&use, (int64_t)event->kind);
    use_int64(&use, sign);
    use_int64(&use, sign * (int64_t)event->reports);
    use_int64(&use, sign * sums.killed.events);
    use_int64(&use, sign * sums.killed.min);
    use_int64(&use, sign * sums.killed.max);
    use_int64(&use, sign * sums.killed.open);
    use_int64(&use, sign * sums.wounded.events);
    use_int64(&use, sign * sums.wounded.min);
    use_int64(&use, sign * sums.wounded.max);
    use_int64(&use, sign * sums.wounded.open);
    status = use_run(&use, error);
    if (status == OK && sign < 0) {
        use_begin(&use, batch->connection, SQL_TOTAL_PRUNE);
        use_int64(&use, span.class);
        use_int64(&use, span.lo);
        use_int64(&use, span.hi);
        use_int64(&use, (int64_t)event->kind);
        status = use_run(&use, error);
    }
    return status;
}

/* What an event is entered under. */
struct entry {
    struct span span;
    uint32_t facets;
    int64_t *terms; /* ascending, TERM_ALL first */
    size_t count;
};

static enum status make_entry(struct batch *batch, const struct event_row *row, struct entry *entry,
                              struct error *error)
{
    int64_t *stored;
    size_t count;
    enum status status = unpack_ids(&batch->arena, row->terms, &stored, &count);
    if (status != OK) {
        return error_set(error, status, NULL, "the terms of event %lld cannot be read",
                         (long long)row->event.id);
    }
    entry->span = span_of_event(&row->event);
    entry->facets = facets_of_event(&row->event);
    entry->terms = arena_array(&batch->arena, count + 1, sizeof *entry->terms);
    if (entry->terms == NULL) {
        return no_memory(error);
    }
    entry->terms[0] = TERM_ALL;
    for (size_t i = 0; i < count; i++) {
        entry->terms[i + 1] = stored[i];
    }
    entry->count = count + 1;
    return OK;
}

/* Makes the index hold `now` instead of `before`; either may be NULL. */
static enum status move_entry(struct batch *batch, int64_t event, const struct entry *before,
                              const struct entry *now, struct error *error)
{
    bool same_key = before != NULL && now != NULL && before->span.class == now->span.class &&
                    before->span.lo == now->span.lo;
    bool same_row = same_key && before->span.hi == now->span.hi && before->facets == now->facets;
    enum status status = OK;
    for (size_t i = 0; before != NULL && status == OK && i < before->count; i++) {
        if (!same_key || !sorted_contains(now->terms, now->count, before->terms[i])) {
            struct use use;
            use_begin(&use, batch->connection, SQL_EVENT_TERM_DELETE);
            use_int64(&use, before->terms[i]);
            use_int64(&use, before->span.class);
            use_int64(&use, before->span.lo);
            use_int64(&use, event);
            status = use_run(&use, error);
        }
    }
    for (size_t i = 0; now != NULL && status == OK && i < now->count; i++) {
        if (!same_row || !sorted_contains(before->terms, before->count, now->terms[i])) {
            struct use use;
            use_begin(&use, batch->connection, SQL_EVENT_TERM_PUT);
            use_int64(&use, now->terms[i]);
            use_int64(&use, now->span.class);
            use_int64(&use, now->span.lo);
            use_int64(&use, event);
            use_int64(&use, now->span.hi);
            use_int64(&use, now->facets);
            status = use_run(&use, error);
        }
    }
    return status;
}

/* The terms of all its claims, packed into packed[2]. */
static enum status collect_terms(struct batch *batch, const struct claim_row *const *members, size_t count,
                                 struct str *packed, struct error *error)
{
    int64_t *all = NULL;
    size_t all_count = 0;
    for (size_t i = 0; i < count; i++) {
        int64_t *terms;
        int64_t *grown;
        size_t term_count;
        if (unpack_ids(&batch->arena, members[i]->terms, &terms, &term_count) != OK) {
            return no_memory(error);
        }
        size_t known = all_count;
        for (size_t k = 0; k < term_count; k++) {
            if (sorted_contains(all, known, terms[k])) { /* nearly always, in a large event */
                continue;
            }
            grown = arena_grow(&batch->arena, all, all_count, all_count + 1, sizeof *grown);
            if (grown == NULL) {
                return no_memory(error);
            }
            all = grown;
            all[all_count++] = terms[k];
        }
        if (all_count > known) {
            all_count = sort_unique(all, all_count);
        }
    }
    buffer_clear(&batch->packed[2]);
    pack_ids(&batch->packed[2], all, all_count);
    if (buffer_status(&batch->packed[2]) != OK) {
        return no_memory(error);
    }
    *packed = buffer_str(&batch->packed[2]);
    return OK;
}

enum status event_load(struct batch *batch, int64_t id, struct event_row *row, bool *found,
                       struct error *error)
{
    struct use use;
    enum status status;
    use_begin(&use, batch->connection, SQL_EVENT_BY_ID);
    use_int64(&use, id);
    status = use_row(&use, found, error);
    if (status == OK && *found) {
        status = row_read_event(&use, &batch->arena, true, row);
    }
    use_end(&use);
    return status;
}

static enum status write_row(struct batch *batch, const struct event_row *row, bool insert,
                             struct error *error)
{
    struct buffer *places = &batch->packed[0];
    struct buffer *sources = &batch->packed[1];
    struct buffer *alternatives = &batch->packed[3]; /* packed[2] holds the terms */
    struct use use;
    buffer_clear(places);
    buffer_clear(sources);
    buffer_clear(alternatives);
    pack_places(places, row->event.places, row->event.place_count);
    pack_strings(sources, row->event.sources, row->event.source_count);
    pack_readings(alternatives, row->event.alternatives, row->event.alternative_count);
    if (buffer_status(places) != OK || buffer_status(sources) != OK || buffer_status(alternatives) != OK) {
        return no_memory(error);
    }
    use_begin(&use, batch->connection, insert ? SQL_EVENT_INSERT : SQL_EVENT_UPDATE);
    row_bind_event(&use, row, buffer_str(places), buffer_str(sources), buffer_str(alternatives));
    return use_run(&use, error);
}

enum status event_set_component(struct batch *batch, int64_t event, int64_t component, struct error *error)
{
    struct use use;
    use_begin(&use, batch->connection, SQL_EVENT_SET_COMPONENT);
    use_int64(&use, component);
    use_int64(&use, event);
    return use_run(&use, error);
}

/* Whether the two rows say the same of their events. */
static enum status compare_rows(struct batch *batch, const struct event_row *a, const struct event_row *b,
                                bool *equal, struct error *error)
{
    struct buffer *left = &batch->packed[0];
    struct buffer *right = &batch->packed[1]; /* packed[2] holds the terms */
    buffer_clear(left);
    buffer_clear(right);
    pack_event(left, &a->event);
    pack_event(right, &b->event);
    if (buffer_status(left) != OK || buffer_status(right) != OK) {
        return no_memory(error);
    }
    *equal = str_equal(buffer_str(left), buffer_str(right)) && str_equal(a->terms, b->terms);
    return OK;
}

/* Takes an event that comes back from those that are gone; gives the revision that it had. */
static enum status take_back(struct batch *batch, int64_t id, int64_t *revision, struct error *error)
{
    struct use use;
    bool found;
    use_begin(&use, batch->connection, SQL_EVENT_GONE_TAKE);
    use_int64(&use, id);
    enum status status = use_row(&use, &found, error);
    if (status == OK && !found) {
        status = error_set(error, ERR_IO, NULL, "event %lld is not gone", (long long)id);
    } else if (status == OK) {
        *revision = column_int64(&use);
    }
    use_end(&use);
    return status;
}

enum status event_write(struct batch *batch, const struct claim_row *const *members,
                        const struct claim *claims, size_t count, int64_t component,
                        const struct event_row *stored, bool same, int64_t *id, struct error *error)
{
    struct event_row row = {.component = component};
    struct entry now = {0};
    struct entry before = {0};
    enum status status;
    if (merge_summarise(&batch->arena, claims, count, &row.event) != OK) {
        return no_memory(error);
    }
    status = collect_terms(batch, members, count, &row.terms, error);
    if (status == OK && same && stored != NULL) {
        status = compare_rows(batch, &row, stored, &same, error);
        if (status == OK && same) {
            return stored->component == component ? OK : event_set_component(batch, *id, component, error);
        }
    }
    if (status != OK) {
        return status;
    }
    int64_t revision = stored == NULL ? 0 : stored->event.revision;
    if (stored == NULL && *id != 0) {
        status = take_back(batch, *id, &revision, error);
    }
    row.event.id = stored == NULL ? *id : stored->event.id;
    row.event.updated = batch->now;
    row.event.revision = revision + 1;
    if (status == OK) {
        status = write_row(batch, &row, stored == NULL, error);
    }
    if (stored == NULL) {
        row.event.id = sqlite3_last_insert_rowid(batch->connection->handle);
        batch->events++;
    }
    *id = row.event.id;
    if (status == OK && id_list_add(&batch->written, *id) != OK) {
        status = no_memory(error);
    }
    if (status == OK) {
        status = make_entry(batch, &row, &now, error);
    }
    if (status == OK && stored != NULL) {
        status = make_entry(batch, stored, &before, error);
        if (status == OK) {
            status = add_total(batch, &stored->event, -1, error);
        }
    }
    if (status == OK) {
        status = move_entry(batch, *id, stored == NULL ? NULL : &before, &now, error);
    }
    if (status == OK) {
        status = add_total(batch, &row.event, 1, error);
    }
    return status;
}

enum status event_remove(struct batch *batch, int64_t id, int64_t successor, struct error *error)
{
    struct event_row stored = {0};
    struct entry before = {0};
    struct use use;
    bool found = false;
    enum status status = event_load(batch, id, &stored, &found, error);
    if (status == OK && !found) {
        status = error_set(error, ERR_IO, NULL, "event %lld is missing", (long long)id);
    }
    if (status == OK) {
        status = make_entry(batch, &stored, &before, error);
    }
    if (status == OK) {
        status = move_entry(batch, id, &before, NULL, error);
    }
    if (status == OK) {
        status = add_total(batch, &stored.event, -1, error);
    }
    if (status == OK) {
        use_begin(&use, batch->connection, SQL_EVENT_DELETE);
        use_int64(&use, id);
        status = use_run(&use, error);
    }
    if (status == OK) {
        use_begin(&use, batch->connection, SQL_EVENT_GONE_INSERT);
        use_int64(&use, id);
        use_optional(&use, successor, 0);
        use_int64(&use, stored.event.revision);
        status = use_run(&use, error);
        batch->events--;
    }
    if (status == OK &&
        (id_list_add(&batch->removed, id) != OK || id_list_add(&batch->removed, successor) != OK)) {
        status = no_memory(error);
    }
    return status;
}
