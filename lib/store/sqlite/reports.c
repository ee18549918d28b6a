#include "reports.h"

#include "correction.h"
#include "founder.h"
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

/* Notes that a component and an event lose a claim; one that was rejected belonged to none. */
static enum status lose_claim(struct batch *batch, int64_t component, int64_t event)
{
    if (component == 0) {
        return OK;
    }
    return id_list_add(&batch->dirty, component) == OK && id_list_add(&batch->bereft, event) == OK
               ? OK
               : ERR_NO_MEMORY;
}

static enum status delete_range(struct batch *batch, int64_t first, int64_t count, struct error *error)
{
    struct use use;
    use_begin(&use, batch->connection, SQL_REPORT_DELETE);
    use_int64(&use, first);
    use_int64(&use, first + count - 1);
    batch->reports -= count;
    return use_run(&use, error);
}

/* *event becomes 0 when it has reports left, so that no two components hold one event. */
static enum status keep_if_bereft(struct batch *batch, int64_t component, int64_t *event, struct error *error)
{
    struct use use;
    bool found;
    enum status status;
    use_begin(&use, batch->connection, SQL_REPORT_OF_EVENT);
    use_int64(&use, component);
    use_int64(&use, *event);
    status = use_row(&use, &found, error);
    if (found) {
        *event = 0;
    }
    use_end(&use);
    return status;
}

static enum status read_formers(struct batch *batch, int64_t first, int64_t count, struct former *formers,
                                size_t *read, struct error *error)
{
    struct use use;
    bool found;
    enum status status;
    use_begin(&use, batch->connection, SQL_CLAIMS_FOR_MERGING);
    use_int64(&use, first);
    use_int64(&use, first + count - 1);
    while ((status = use_row(&use, &found, error)) == OK && found && *read < (size_t)count) {
        struct former *former = &formers[(*read)++];
        struct claim_row row;
        status = row_read_claim(&use, &batch->arena, true, &row);
        if (status != OK) {
            status = error_set(error, status, NULL, "report %lld cannot be read", (long long)first);
            break;
        }
        *former = (struct former){.id = row.claim.id,
                                  .event = row.event,
                                  .component = row.component,
                                  .report = row.corrected.extracted != NULL ? *row.corrected.extracted
                                                                            : row.claim.report};
        if (lose_claim(batch, former->component, former->event) != OK) {
            status = error_set(error, ERR_NO_MEMORY, NULL, "out of memory");
            break;
        }
    }
    use_end(&use);
    return status;
}

enum status reports_remove(struct batch *batch, int64_t article, struct former **formers,
                           size_t *former_count, struct error *error)
{
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
    status = read_formers(batch, first, count, *formers, former_count, error);
    return status == OK ? delete_range(batch, first, count, error) : status;
}

/* The class and reach of a report that is none, as analysts say: it is found with its article alone. */
enum { NOWHERE = -1 };

void row_derive(struct claim_row *row)
{
    row->span = span_of_claim(&row->claim);
    row->facets = facets_of_report(&row->claim.report);
    row->twin = twin_of(&row->claim);
    if (row->claim.report.rejected) {
        row->span.class = NOWHERE;
        row->event = row->component = 0;
        row->actor_key = STR("");
        row->town_key = (struct str){NULL, 0};
    }
}

int32_t row_reach(const struct claim_row *row)
{
    int32_t days = row->span.hi - row->span.lo;
    if (row->claim.report.rejected) {
        return NOWHERE;
    }
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
    buffer_clear(&batch->packed[3]);
    pack_places(&batch->packed[0], claim->report.places, claim->report.place_count);
    pack_ids(&batch->packed[1], ids, id_count);
    pack_readings(&batch->packed[2], claim->report.alternatives, claim->report.alternative_count);
    pack_corrected(&batch->packed[3], &claim->report, &row->corrected);
    if (buffer_status(&batch->packed[0]) != OK || buffer_status(&batch->packed[1]) != OK ||
        buffer_status(&batch->packed[2]) != OK || buffer_status(&batch->packed[3]) != OK) {
        return error_set(error, ERR_NO_MEMORY, NULL, "out of memory");
    }
    row->terms = buffer_str(&batch->packed[1]);
    use_begin(&use, batch->connection, SQL_REPORT_INSERT);
    row_bind_report(&use, article, row, row_reach(row), buffer_str(&batch->packed[0]),
                    buffer_str(&batch->packed[2]), buffer_str(&batch->packed[3]));
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
static enum status make_rows(struct batch *batch, struct store_write *write, struct former *formers,
                             size_t former_count, struct article_corrections *corrections,
                             struct claim_row **rows, struct error *error)
{
    struct str article = str_from(write->article_id);
    size_t count = write->report_count;
    enum status status;
    *rows = arena_array(&batch->arena, count, sizeof **rows);
    if (*rows == NULL) {
        return error_set(error, ERR_NO_MEMORY, NULL, "out of memory");
    }
    for (size_t i = 0; i < count; i++) {
        struct claim_row *row = &(*rows)[i];
        row->position = (int32_t)i;
        row->claim = (struct claim){.id = ++batch->latest_report,
                                    .report = write->reports[i],
                                    .article = article,
                                    .publisher = write->article->publisher,
                                    .published = write->article->published.day,
                                    .voice = write->voice};
        write->report_ids[i] = row->claim.id;
    }
    status = corrections_of_article(batch->connection, &batch->arena, article, corrections, error);
    write->corrected = corrections->count > 0;
    if (status == OK) {
        status = corrections_apply(batch->connection, &batch->arena, corrections, *rows, count, error);
    }
    if (status == OK) {
        status = founders_replace(batch, formers, former_count, *rows, count, error);
    }
    for (size_t i = 0; status == OK && i < count; i++) {
        row_derive(&(*rows)[i]);
    }
    return status;
}

/* Moves the rejected rows to the end and gives the number of the others, whose order stays. */
static enum status set_rejected_apart(struct arena *arena, struct claim_row *rows, size_t count,
                                      size_t *active)
{
    struct claim_row *rejected = NULL;
    size_t rejected_count = 0;
    *active = 0;
    for (size_t i = 0; i < count; i++) {
        if (!rows[i].claim.report.rejected) {
            rows[(*active)++] = rows[i];
            continue;
        }
        rejected = arena_grow(arena, rejected, rejected_count, rejected_count + 1, sizeof *rejected);
        if (rejected == NULL) {
            return ERR_NO_MEMORY;
        }
        rejected[rejected_count++] = rows[i];
    }
    for (size_t i = 0; i < rejected_count; i++) {
        rows[*active + i] = rejected[i];
    }
    return OK;
}

/* Stores the complete rows of an article, each in the component of the claims that it is linked to. */
static enum status store_rows(struct batch *batch, int64_t article,
                              const struct article_corrections *corrections, struct claim_row *rows,
                              size_t count, size_t *active, struct error *error)
{
    enum status status = set_rejected_apart(&batch->arena, rows, count, active);
    if (status != OK) {
        return error_set(error, status, NULL, "out of memory");
    }
    status = link_claims(batch, rows, *active, error);
    for (size_t i = 0; status == OK && i < count; i++) {
        status = insert_report(batch, article, &rows[i], error);
    }
    return status == OK ? corrections_settle(batch->connection, corrections, error) : status;
}

enum status reports_insert(struct batch *batch, int64_t article, struct store_write *write,
                           struct former *formers, size_t former_count, struct error *error)
{
    struct article_corrections corrections;
    struct claim_row *rows;
    size_t active;
    enum status status = make_rows(batch, write, formers, former_count, &corrections, &rows, error);
    if (status == OK) {
        status = store_rows(batch, article, &corrections, rows, write->report_count, &active, error);
    }
    return status == OK ? insert_analysis(batch, article, write, error) : status;
}

/* The stored reports of an article, as they were found. */
static enum status read_found(struct batch *batch, int64_t first, struct claim_row *rows, size_t count,
                              struct error *error)
{
    struct use use;
    bool found;
    size_t read = 0;
    enum status status;
    use_begin(&use, batch->connection, SQL_CLAIM_BY_RANGE);
    use_int64(&use, first);
    use_int64(&use, first + (int64_t)count - 1);
    while ((status = use_row(&use, &found, error)) == OK && found && read < count) {
        struct claim_row *row = &rows[read++];
        status = row_read_claim(&use, &batch->arena, true, row);
        if (status != OK) {
            break;
        }
        if (row->corrected.extracted != NULL) {
            row->claim.report = *row->corrected.extracted;
            row->corrected = (struct store_corrected){.extracted = NULL};
        }
    }
    use_end(&use);
    if (status == OK && read < count) {
        status = ERR_IO;
    }
    return status == OK ? OK : error_set(error, status, NULL, "the reports of an article cannot be read");
}

/* An event that loses all its reports here goes on with one of them, rather one that did not change. */
static enum status keep_events(struct batch *batch, struct claim_row *rows, size_t count, struct error *error)
{
    int64_t *twins = arena_array(&batch->arena, count, sizeof *twins);
    enum status status = OK;
    if (twins == NULL) {
        return error_set(error, ERR_NO_MEMORY, NULL, "out of memory");
    }
    for (size_t i = 0; status == OK && i < count; i++) {
        twins[i] = rows[i].twin;
        status = keep_if_bereft(batch, rows[i].component, &rows[i].event, error);
        row_derive(&rows[i]);
    }
    for (size_t i = 0; i < count; i++) {
        size_t keeper = i;
        for (size_t k = i + 1; rows[i].event != 0 && k < count; k++) {
            if (rows[k].event == rows[keeper].event) {
                bool better = rows[k].twin == twins[k] && rows[keeper].twin != twins[keeper];
                rows[better ? keeper : k].event = 0;
                keeper = better ? k : keeper;
            }
        }
    }
    return status;
}

enum status reports_correct(struct batch *batch, int64_t article, struct str id, struct error *error)
{
    struct article_corrections corrections;
    struct claim_row *rows;
    int64_t first;
    int64_t found;
    size_t active = 0;
    enum status status = reports_find(batch, article, &first, &found, error);
    size_t count = (size_t)found;
    rows = arena_array(&batch->arena, count, sizeof *rows);
    if (status != OK || rows == NULL) {
        return status != OK ? status : error_set(error, ERR_NO_MEMORY, NULL, "out of memory");
    }
    status = read_found(batch, first, rows, count, error);
    for (size_t i = 0; status == OK && i < count; i++) {
        status = lose_claim(batch, rows[i].component, rows[i].event) == OK
                     ? batch_forget(batch, rows[i].claim.id)
                     : ERR_NO_MEMORY;
    }
    if (status == OK) {
        status = delete_range(batch, first, found, error);
    }
    for (size_t i = 0; status == OK && i < count; i++) {
        status = founder_moves(batch, rows[i].claim.id, error);
    }
    if (status == OK) {
        status = corrections_of_article(batch->connection, &batch->arena, id, &corrections, error);
    }
    if (status == OK) {
        status = corrections_apply(batch->connection, &batch->arena, &corrections, rows, count, error);
    }
    if (status == OK) {
        status = keep_events(batch, rows, count, error);
    }
    if (status == OK) {
        status = store_rows(batch, article, &corrections, rows, count, &active, error);
    }
    /* They may have given a component the name of one that was taken in. */
    claim_cache_rename(&batch->cache);
    /* A component may be named after one of these reports though it has left. */
    for (size_t i = 0; status == OK && i < active; i++) {
        status = id_list_add(&batch->dirty, rows[i].component);
    }
    return status == ERR_NO_MEMORY ? error_set(error, status, NULL, "out of memory") : status;
}
