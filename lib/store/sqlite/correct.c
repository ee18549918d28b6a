/* Corrections as they are made and undone: what an analyst asks for becomes a fact that names claims, and the
 * reports and components that it changes are noted for their events to be made anew. */
#include "batch.h"

#include <stdio.h>

#include "correction.h"
#include "link.h"
#include "reports.h"
#include "term.h"

static enum status no_memory(struct error *error)
{
    return error_set(error, ERR_NO_MEMORY, NULL, "out of memory");
}

static enum status read_report(struct batch *batch, struct arena *arena, int64_t id, struct claim_row *row,
                               bool *found, struct error *error)
{
    struct use use;
    enum status status;
    use_begin(&use, batch->connection, SQL_CLAIM_BY_ID);
    use_int64(&use, id);
    status = use_row(&use, found, error);
    if (status == OK && *found) {
        status = row_read_claim(&use, arena, true, row);
        if (status != OK) {
            (void)error_set(error, status, NULL, "report %lld cannot be read", (long long)id);
        }
    }
    use_end(&use);
    return status;
}

static enum status read_event(struct batch *batch, struct arena *arena, int64_t id, struct event_row *row,
                              bool *found, struct error *error)
{
    struct use use;
    enum status status;
    use_begin(&use, batch->connection, SQL_EVENT_BY_ID);
    use_int64(&use, id);
    status = use_row(&use, found, error);
    if (status == OK && *found) {
        status = row_read_event(&use, arena, true, row);
        if (status != OK) {
            (void)error_set(error, status, NULL, "event %lld cannot be read", (long long)id);
        }
    }
    use_end(&use);
    return status;
}

/* The reports of an event, in `arena`. */
static enum status list_reports(struct batch *batch, struct arena *arena, const struct event_row *event,
                                int64_t **ids, size_t *count, struct error *error)
{
    size_t most = event->event.reports;
    struct use use;
    bool found;
    enum status status;
    *count = 0;
    *ids = arena_array(arena, most, sizeof **ids);
    if (*ids == NULL) {
        return no_memory(error);
    }
    use_begin(&use, batch->connection, SQL_REPORT_IDS_OF_EVENT);
    use_int64(&use, event->component);
    use_int64(&use, event->event.id);
    while ((status = use_row(&use, &found, error)) == OK && found && *count < most) {
        (*ids)[(*count)++] = column_int64(&use);
    }
    use_end(&use);
    return status;
}

/* Appends the claim that the stored report `id` is now. */
static enum status add_claim(struct batch *batch, struct store_correcting *correcting, int64_t id, bool apart,
                             struct error *error)
{
    struct correction *correction = &correcting->correction;
    struct claim_row row;
    bool found;
    enum status status = read_report(batch, correcting->arena, id, &row, &found, error);
    if (status != OK || !found) {
        return status != OK ? status
                            : error_set(error, ERR_IO, NULL, "report %lld is missing", (long long)id);
    }
    struct correction_claim *claim = &correction->claims[correction->claim_count++];
    status = correction_claim_of(batch->connection, &row, claim, error);
    if (status != OK) {
        return status;
    }
    claim->apart = apart;
    return batch_forget_rulings(batch, id) == OK ? OK : no_memory(error);
}

static enum status make_room(struct store_correcting *correcting, size_t count, struct error *error)
{
    correcting->correction.claims =
        arena_array(correcting->arena, count, sizeof *correcting->correction.claims);
    return correcting->correction.claims == NULL ? no_memory(error) : OK;
}

/* ---- one report ---- */

/* Works the corrections of the article that the claim stands in out anew. */
static enum status correct_article(struct batch *batch, const struct correction_claim *claim,
                                   struct error *error)
{
    struct use use;
    bool found;
    int64_t article = 0;
    enum status status;
    use_begin(&use, batch->connection, SQL_REPORT_ARTICLE);
    use_int64(&use, claim->report);
    status = use_row(&use, &found, error);
    if (status == OK && found) {
        article = column_int64(&use);
    }
    use_end(&use);
    return status == OK && found ? reports_correct(batch, article, claim->article, error) : status;
}

/* Whether the change was made before, with the same note, and no later one speaks of its fields: a request
 * that is sent again, as its answer was lost, changes nothing.  That correction is then the one to tell. */
static enum status find_same(struct batch *batch, struct store_correcting *correcting,
                             const struct claim_row *row, struct error *error)
{
    enum status status = OK;
    for (size_t i = row->corrected.count; status == OK && !correcting->known && i > 0; i--) {
        struct correction made;
        bool found;
        status = correction_find(batch->connection, correcting->arena, row->corrected.corrections[i - 1],
                                 &made, &found, error);
        if (status != OK || !found) {
            continue;
        }
        if (report_change_equal(&made.change, correcting->change) && str_equal(made.note, correcting->note)) {
            correcting->known = true;
            correcting->correction = made;
        } else if ((made.change.fields & correcting->change->fields) != 0) {
            break;
        }
    }
    return status;
}

static enum status change_report(struct batch *batch, struct store_correcting *correcting,
                                 struct error *error)
{
    struct correction *correction = &correcting->correction;
    struct claim_row row;
    bool found;
    enum status status = read_report(batch, correcting->arena, correcting->target, &row, &found, error);
    if (status == OK && !found) {
        return error_set(error, ERR_NOT_FOUND, NULL, "there is no report r%lld",
                         (long long)correcting->target);
    }
    if (status == OK) {
        status = find_same(batch, correcting, &row, error);
    }
    if (status == OK && correcting->known) {
        return row.event == 0 || id_list_add(&batch->written, row.event) == OK ? OK : no_memory(error);
    }
    if (status == OK && row.corrected.count >= CORRECTIONS_OF_REPORT_MOST) {
        return error_set(error, ERR_UNSUPPORTED, NULL,
                         "r%lld has %zu corrections, as many as it may have: undo some first",
                         (long long)correcting->target, row.corrected.count);
    }
    if (status == OK) {
        status = report_change_check(correcting->change, row.claim.report.kind, error);
    }
    if (status == OK) {
        status = make_room(correcting, 1, error);
    }
    if (status == OK) {
        correction->change = *correcting->change;
        correction->claim_count = 1;
        status = correction_claim_of(batch->connection, &row, &correction->claims[0], error);
    }
    if (status == OK) {
        status = correction_insert(batch->connection, correction, error);
    }
    return status == OK ? correct_article(batch, &correction->claims[0], error) : status;
}

/* ---- join and split ---- */

/* The event `id`, named by the member at `pointer` of the request, or by its path when that is NULL. */
static enum status find_event(struct batch *batch, struct store_correcting *correcting, int64_t id,
                              const char *pointer, struct event_row *event, struct error *error)
{
    bool found;
    struct error fault = {0};
    enum status status = read_event(batch, correcting->arena, id, event, &found, error);
    if (status != OK || found) {
        return status;
    }
    status = find_successor(batch->connection, id, &correcting->successor, &fault);
    if (pointer != NULL && (status == ERR_NOT_FOUND || status == ERR_GONE || status == ERR_CONFLICT)) {
        status = ERR_UNSUPPORTED;
    }
    return error_set(error, status, pointer, "e%lld: %s", (long long)id, fault.message);
}

/* A pointer to item `i` of a member of the request. */
static const char *point_at(char pointer[48], const char *member, size_t i)
{
    (void)snprintf(pointer, 48, "/%s/%zu", member, i);
    return pointer;
}

/* Refuses one of `others` that is named before. */
static enum status check_once(const struct store_correcting *correcting, const char *member, size_t i,
                              struct error *error)
{
    char pointer[48];
    for (size_t k = 0; k < i; k++) {
        if (correcting->others[k] == correcting->others[i]) {
            return error_set(error, ERR_UNSUPPORTED, point_at(pointer, member, i), "is named twice");
        }
    }
    return OK;
}

/* Reads the events that are to be joined. */
static enum status find_events(struct batch *batch, struct store_correcting *correcting,
                               struct event_row *events, size_t *claims, struct error *error)
{
    char pointer[48];
    enum status status = OK;
    for (size_t i = 0; status == OK && i < correcting->other_count; i++) {
        status = check_once(correcting, "events", i, error);
        if (status == OK) {
            status = find_event(batch, correcting, correcting->others[i], point_at(pointer, "events", i),
                                &events[i], error);
        }
        if (status == OK && events[i].event.kind != events[0].event.kind) {
            return error_set(error, ERR_UNSUPPORTED, pointer, "is of the kind %s, the first one of %s",
                             report_kind_name(events[i].event.kind), report_kind_name(events[0].event.kind));
        }
        *claims += events[i].event.reports;
    }
    if (status == OK && correcting->other_count < 2) {
        return error_set(error, ERR_UNSUPPORTED, "/events", "name at least two events to join");
    }
    return status;
}

static enum status join(struct batch *batch, struct store_correcting *correcting, struct error *error)
{
    size_t count = correcting->other_count;
    size_t claims = 0;
    struct event_row *events = arena_array(correcting->arena, count, sizeof *events);
    int64_t *components = arena_array(correcting->arena, count, sizeof *components);
    if (events == NULL || components == NULL) {
        return no_memory(error);
    }
    enum status status = find_events(batch, correcting, events, &claims, error);
    if (status == OK) {
        status = make_room(correcting, claims, error);
    }
    for (size_t i = 0; status == OK && i < count; i++) {
        int64_t *ids;
        size_t id_count;
        components[i] = events[i].component;
        status = list_reports(batch, correcting->arena, &events[i], &ids, &id_count, error);
        for (size_t k = 0; status == OK && k < id_count; k++) {
            status = add_claim(batch, correcting, ids[k], false, error);
        }
    }
    if (status == OK) {
        status = correction_insert(batch->connection, &correcting->correction, error);
    }
    return status == OK ? link_components(batch, components, sort_unique(components, count), error) : status;
}

/* A report that is to be split off is the event's. */
static enum status check_report(const struct store_correcting *correcting, struct batch *batch, size_t i,
                                int64_t event, struct error *error)
{
    long long id = correcting->others[i];
    struct claim_row row = {.event = 0};
    char pointer[48];
    bool found = false;
    enum status status = check_once(correcting, "reports", i, error);
    if (status == OK) {
        status = read_report(batch, correcting->arena, id, &row, &found, error);
    }
    (void)point_at(pointer, "reports", i);
    if (status != OK || row.event == event) {
        return status;
    }
    if (!found) {
        return error_set(error, ERR_UNSUPPORTED, pointer, "there is no report r%lld", id);
    }
    if (row.event == 0) {
        return error_set(error, ERR_UNSUPPORTED, pointer, "r%lld is rejected and belongs to no event", id);
    }
    return error_set(error, ERR_UNSUPPORTED, pointer, "r%lld belongs to e%lld, not to e%lld", id,
                     (long long)row.event, (long long)event);
}

static enum status check_reports(const struct store_correcting *correcting, struct batch *batch,
                                 const struct event_row *event, struct error *error)
{
    enum status status = OK;
    if (correcting->other_count == 0) {
        return error_set(error, ERR_UNSUPPORTED, "/reports", "name at least one report");
    }
    for (size_t i = 0; status == OK && i < correcting->other_count; i++) {
        status = check_report(correcting, batch, i, event->event.id, error);
    }
    if (status == OK && correcting->other_count >= event->event.reports) {
        return error_set(error, ERR_UNSUPPORTED, "/reports", "are all reports of e%lld: none would be left",
                         (long long)event->event.id);
    }
    return status;
}

static enum status split(struct batch *batch, struct store_correcting *correcting, struct error *error)
{
    struct event_row event = {.component = 0};
    int64_t *ids = NULL;
    size_t count = 0;
    enum status status = find_event(batch, correcting, correcting->target, NULL, &event, error);
    if (status == OK) {
        status = check_reports(correcting, batch, &event, error);
    }
    if (status == OK) {
        status = list_reports(batch, correcting->arena, &event, &ids, &count, error);
    }
    if (status == OK) {
        status = make_room(correcting, count, error);
    }
    for (size_t i = 0; status == OK && i < count; i++) {
        bool named = false;
        for (size_t k = 0; k < correcting->other_count; k++) {
            named = named || correcting->others[k] == ids[i];
        }
        status = add_claim(batch, correcting, ids[i], !named, error);
    }
    if (status == OK) {
        status = correction_insert(batch->connection, &correcting->correction, error);
    }
    return status == OK && id_list_add(&batch->touched, event.component) != OK ? no_memory(error) : status;
}

/* ---- undoing ---- */

/* The components of the claims that were ruled on are divided anew; they may come apart. */
static enum status lift_ruling(struct batch *batch, const struct correction *correction, struct error *error)
{
    enum status status = OK;
    for (size_t i = 0; status == OK && i < correction->claim_count; i++) {
        struct use use;
        bool found;
        int64_t component = 0;
        int64_t report = correction->claims[i].report;
        use_begin(&use, batch->connection, SQL_REPORT_COMPONENT);
        use_int64(&use, report);
        status = use_row(&use, &found, error);
        if (status == OK && found) {
            component = column_int64(&use);
        }
        use_end(&use);
        if (status == OK && component != 0 &&
            (batch_forget_rulings(batch, report) != OK || id_list_add(&batch->dirty, component) != OK)) {
            status = no_memory(error);
        }
    }
    return status;
}

static enum status undo(struct batch *batch, struct store_correcting *correcting, struct error *error)
{
    struct correction *correction = &correcting->correction;
    bool found;
    enum status status =
        correction_find(batch->connection, correcting->arena, correcting->target, correction, &found, error);
    if (status == OK && !found) {
        return error_set(error, ERR_NOT_FOUND, NULL, "there is no correction c%lld",
                         (long long)correcting->target);
    }
    if (status == OK) {
        status = correction_delete(batch->connection, correction->id, error);
    }
    if (status == OK && correction->kind != CORRECTION_REPORT) {
        return lift_ruling(batch, correction, error);
    }
    for (size_t i = 0; status == OK && i < correction->claim_count; i++) {
        status = correct_article(batch, &correction->claims[i], error);
    }
    return status;
}

enum status correct_apply(struct batch *batch, struct store_write *write, struct error *error)
{
    struct store_correcting *correcting = write->correcting;
    correcting->correction =
        (struct correction){.kind = correcting->kind, .made = batch->now, .note = correcting->note};
    correcting->successor = 0;
    correcting->known = false;
    correcting->report = NULL;
    correcting->event_count = correcting->removed_count = 0;
    if (write->operation == STORE_UNDO) {
        return undo(batch, correcting, error);
    }
    switch (correcting->kind) {
    case CORRECTION_REPORT:
        return change_report(batch, correcting, error);
    case CORRECTION_JOIN:
        return join(batch, correcting, error);
    case CORRECTION_SPLIT:
        break;
    }
    return split(batch, correcting, error);
}

/* ---- what came of it ---- */

/* An event that was made in this transaction. */
static bool is_new(const struct batch *batch, const struct event *event)
{
    return event->revision == 1 && event->updated == batch->now;
}

static enum status tell_events(struct batch *batch, struct store_correcting *correcting, struct error *error)
{
    struct arena *arena = correcting->arena;
    enum status status = OK;
    batch->written.count = sort_unique(batch->written.items, batch->written.count);
    correcting->events = arena_array(arena, batch->written.count, sizeof *correcting->events);
    if (correcting->events == NULL) {
        return no_memory(error);
    }
    for (size_t i = 0; status == OK && i < batch->written.count; i++) {
        struct corrected_event *told = &correcting->events[correcting->event_count];
        struct event_row row;
        bool found;
        status = read_event(batch, arena, batch->written.items[i], &row, &found, error);
        if (status == OK && found) {
            status = list_reports(batch, arena, &row, &told->reports, &told->report_count, error);
            told->event = row.event;
            correcting->event_count++;
        }
    }
    return status;
}

static enum status tell_removed(struct batch *batch, struct store_correcting *correcting, struct error *error)
{
    size_t count = batch->removed.count / 2;
    correcting->removed = arena_array(correcting->arena, count, sizeof *correcting->removed);
    if (correcting->removed == NULL) {
        return no_memory(error);
    }
    for (size_t i = 0; i < count; i++) {
        int64_t id = batch->removed.items[2 * i];
        if (!sorted_contains(batch->written.items, batch->written.count, id)) { /* else it came back */
            correcting->removed[correcting->removed_count++] =
                (struct removed_event){id, batch->removed.items[2 * i + 1]};
        }
    }
    return OK;
}

/* That of the correction is the latest; it stands last among those of the report. */
static void hide_correction(const struct correction *correction, struct store_report *report)
{
    struct store_corrected *corrected = &report->corrected;
    if (corrected->count > 0 && corrected->corrections[corrected->count - 1] == correction->id) {
        corrected->count--;
    }
}

static enum status tell_report(struct batch *batch, struct store_correcting *correcting, struct error *error)
{
    const struct correction *correction = &correcting->correction;
    struct claim_row *row = arena_alloc(correcting->arena, sizeof *row);
    struct store_report *report = arena_alloc(correcting->arena, sizeof *report);
    bool found = false;
    enum status status = OK;
    if (row == NULL || report == NULL) {
        return no_memory(error);
    }
    if (correction->kind == CORRECTION_REPORT && correction->claims[0].report != 0) {
        status = read_report(batch, correcting->arena, correction->claims[0].report, row, &found, error);
    }
    if (status == OK && found) {
        *report = row_report(row);
        if (correcting->dry_run && !correcting->known) {
            hide_correction(correction, report);
        }
        correcting->report = report;
    }
    for (size_t i = 0; i < correcting->event_count && correcting->dry_run; i++) {
        const struct event *event = &correcting->events[i].event;
        report->event = report->event == event->id && is_new(batch, event) ? 0 : report->event;
    }
    return status;
}

/* Ids that were only given on trial are not told. */
static void hide_ids(const struct batch *batch, struct store_correcting *correcting)
{
    for (size_t i = 0; i < correcting->event_count; i++) {
        struct event *event = &correcting->events[i].event;
        for (size_t k = 0; is_new(batch, event) && k < correcting->removed_count; k++) {
            if (correcting->removed[k].successor == event->id) {
                correcting->removed[k].successor = 0;
            }
        }
        event->id = is_new(batch, event) ? 0 : event->id;
    }
}

enum status correct_results(struct batch *batch, const struct store_write *write, struct error *error)
{
    struct store_correcting *correcting = write->correcting;
    enum status status = tell_events(batch, correcting, error);
    if (status == OK) {
        status = tell_removed(batch, correcting, error);
    }
    if (status == OK) {
        status = tell_report(batch, correcting, error);
    }
    if (correcting->dry_run) {
        hide_ids(batch, correcting);
    }
    if (correcting->dry_run && !correcting->known && write->operation == STORE_CORRECT) {
        correcting->correction.id = 0;
        correcting->correction.made = 0;
    }
    return status;
}
