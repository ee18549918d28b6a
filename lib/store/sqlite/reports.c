#include "reports.h"

#include "link.h"
#include "pack.h"
#include "term.h"
#include "twin.h"

enum status reports_find(struct batch *batch, int64_t article, int64_t *first, int64_t *count,
                         struct error *error)
{
    struct use use;
    bool found;
    enum status status;
    *first = 0;
    *count = 0;
    use_begin(&use, batch->connection, SQL_ANALYSIS_REPORTS);
    use_int64(&use, article);
    status = use_row(&use, &found, error);
    if (status == OK && found) {
        *first = column_int64(&use);
        *count = column_int64(&use);
    }
    use_end(&use);
    return status;
}

enum status reports_remove(struct batch *batch, int64_t article, struct former **formers,
                           size_t *former_count, struct error *error)
{
    struct use use;
    bool found;
    int64_t first;
    int64_t count;
    enum status status = reports_find(batch, article, &first, &count, error);
    *formers = NULL;
    *former_count = 0;
    if (status != OK || count == 0) {
        return status;
    }
    *formers = arena_array(&batch->arena, (size_t)count, sizeof **formers);
    if (*formers == NULL) {
        return error_set(error, ERR_NO_MEMORY, NULL, "out of memory");
    }
    use_begin(&use, batch->connection, SQL_REPORT_FORMER);
    use_int64(&use, first);
    use_int64(&use, first + count - 1);
    while ((status = use_row(&use, &found, error)) == OK && found && *former_count < (size_t)count) {
        struct former *former = &(*formers)[(*former_count)++];
        former->event = column_int64(&use);
        former->component = column_int64(&use);
        if (id_list_add(&batch->dirty, former->component) != OK ||
            id_list_add(&batch->bereft, former->event) != OK) {
            status = error_set(error, ERR_NO_MEMORY, NULL, "out of memory");
            break;
        }
        former->kind = (enum report_kind)column_int32(&use);
        former->subtype = (enum report_subtype)column_int32(&use);
        former->min = column_optional(&use, COUNT_NONE);
        former->max = column_optional(&use, COUNT_NONE);
        former->actor = arena_copy(&batch->arena, column_str(&use));
        former->evidence = arena_copy(&batch->arena, column_str(&use));
    }
    use_end(&use);
    if (status != OK) {
        return status;
    }
    use_begin(&use, batch->connection, SQL_REPORT_DELETE);
    use_int64(&use, first);
    use_int64(&use, first + count - 1);
    batch->reports -= count;
    status = use_run(&use, error);
    for (size_t i = 0; status == OK && i < *former_count; i++) {
        use_begin(&use, batch->connection, SQL_REPORT_OF_EVENT);
        use_int64(&use, (*formers)[i].component);
        use_int64(&use, (*formers)[i].event);
        status = use_row(&use, &found, error);
        if (found) {
            (*formers)[i].event = 0;
        }
        use_end(&use);
    }
    return status;
}

/* What a former report and a new one have in common, 0: they are not the same claim.  A reworded sentence
 * keeps the figure or the actor, a corrected figure the actor or the sentence. */
static int likeness(const struct former *former, const struct report *report)
{
    if (former->kind != report->kind || former->subtype != report->subtype) {
        return 0;
    }
    return (str_equal(former->evidence, report->evidence.text) ? 3 : 0) +
           (former->min == report->count.min && former->max == report->count.max ? 2 : 0) +
           (str_equal(former->actor, report->actor) ? 1 : 0);
}
enum { MOST_LIKENESS = 6 };

/* Which event each new report takes over from the former one that it replaces, 0 for none, in the arena: an
 * article whose wording is corrected must not give its events new ids.  The likest are paired first and each
 * former report once, so that an event whose claim was dropped is not taken for that of a claim which stayed.
 * Only an event that would be without reports is taken over, and by one report only, so that no two
 * components hold one event. */
static enum status take_over(struct batch *batch, struct former *formers, size_t count,
                             const struct store_write *write, int64_t **events, struct error *error)
{
    bool *paired = arena_array(&batch->arena, write->report_count + 1, sizeof *paired);
    *events = arena_array(&batch->arena, write->report_count + 1, sizeof **events);
    if (paired == NULL || *events == NULL) {
        return error_set(error, ERR_NO_MEMORY, NULL, "out of memory");
    }
    for (int wanted = MOST_LIKENESS; wanted > 0 && count > 0; wanted--) {
        for (size_t i = 0; i < write->report_count; i++) {
            for (size_t k = 0; !paired[i] && k < count; k++) {
                if (!formers[k].replaced && likeness(&formers[k], &write->reports[i]) == wanted) {
                    paired[i] = true;
                    formers[k].replaced = true;
                    (*events)[i] = formers[k].event;
                }
            }
            for (size_t k = 0; (*events)[i] != 0 && k < count; k++) {
                formers[k].event = formers[k].event == (*events)[i] ? 0 : formers[k].event;
            }
        }
    }
    return OK;
}

void row_derive(struct claim_row *row)
{
    row->span = span_of_claim(&row->claim);
    row->facets = facets_of_report(&row->claim.report);
    row->twin = twin_of(&row->claim);
}

int32_t reach_of(struct span span)
{
    int32_t days = span.hi - span.lo;
    return days < 7 ? 0 : days < 92 ? 1 : days < 366 ? 2 : 3;
}

static enum status insert_report(struct batch *batch, int64_t article, struct claim_row *row,
                                 struct error *error)
{
    const struct claim *claim = &row->claim;
    struct use use;
    int64_t *ids;
    size_t id_count;
    enum status status = term_of_claim(batch->connection, &batch->arena, claim, true, &ids, &id_count, error);
    if (status != OK) {
        return status;
    }
    buffer_clear(&batch->packed[0]);
    buffer_clear(&batch->packed[1]);
    buffer_clear(&batch->packed[2]);
    pack_places(&batch->packed[0], claim->report.places, claim->report.place_count);
    pack_ids(&batch->packed[1], ids, id_count);
    pack_readings(&batch->packed[2], claim->report.alternatives, claim->report.alternative_count);
    if (buffer_status(&batch->packed[0]) != OK || buffer_status(&batch->packed[1]) != OK ||
        buffer_status(&batch->packed[2]) != OK) {
        return error_set(error, ERR_NO_MEMORY, NULL, "out of memory");
    }
    row->terms = buffer_str(&batch->packed[1]);
    use_begin(&use, batch->connection, SQL_REPORT_INSERT);
    row_bind_report(&use, article, row, reach_of(row->span), buffer_str(&batch->packed[0]),
                    buffer_str(&batch->packed[2]));
    batch->reports++;
    return use_run(&use, error);
}

static enum status insert_analysis(struct batch *batch, int64_t article, const struct store_write *write,
                                   struct error *error)
{
    struct buffer *packed = &batch->packed[0];
    struct use use;
    buffer_clear(packed);
    pack_timexes(packed, write->timexes);
    if (buffer_status(packed) != OK) {
        return error_set(error, ERR_NO_MEMORY, NULL, "out of memory");
    }
    use_begin(&use, batch->connection, SQL_ANALYSIS_INSERT);
    use_int64(&use, article);
    use_str(&use, str_from(batch->rules));
    use_int64(&use, batch->latest_report - (int64_t)write->report_count + 1);
    use_int64(&use, (int64_t)write->report_count);
    use_blob(&use, packed->data, packed->size);
    return use_run(&use, error);
}

/* The rows of a write's reports in the arena, complete but for their components. */
static enum status make_rows(struct batch *batch, const struct store_write *write, struct former *formers,
                             size_t former_count, struct claim_row **rows, struct error *error)
{
    int64_t *events;
    enum status status = take_over(batch, formers, former_count, write, &events, error);
    *rows = arena_array(&batch->arena, write->report_count, sizeof **rows);
    if (*rows == NULL) {
        return error_set(error, ERR_NO_MEMORY, NULL, "out of memory");
    }
    for (size_t i = 0; status == OK && i < write->report_count; i++) {
        struct claim_row *row = &(*rows)[i];
        row->position = (int32_t)i;
        row->event = events[i];
        row->claim = (struct claim){.id = ++batch->latest_report,
                                    .report = write->reports[i],
                                    .article = str_from(write->article_id),
                                    .publisher = write->article->publisher,
                                    .published = write->article->published.day,
                                    .voice = write->voice};
        row_derive(row);
        write->report_ids[i] = row->claim.id;
    }
    return status;
}

enum status reports_insert(struct batch *batch, int64_t article, struct store_write *write,
                           struct former *formers, size_t former_count, struct error *error)
{
    struct claim_row *rows;
    enum status status = make_rows(batch, write, formers, former_count, &rows, error);
    if (status == OK) {
        status = link_claims(batch, rows, write->report_count, error);
    }
    for (size_t i = 0; status == OK && i < write->report_count; i++) {
        status = insert_report(batch, article, &rows[i], error);
    }
    return status == OK ? insert_analysis(batch, article, write, error) : status;
}
