#include "founder.h"

static enum status no_memory(struct error *error)
{
    return error_set(error, ERR_NO_MEMORY, NULL, "out of memory");
}

enum status founded_read(struct connection *connection, struct arena *arena, int64_t report,
                         struct founded **founded, size_t *count, struct error *error)
{
    struct use use;
    bool found;
    enum status status;
    *founded = NULL;
    *count = 0;
    use_begin(&use, connection, SQL_FOUNDER_OF_REPORT);
    use_int64(&use, report);
    while ((status = use_row(&use, &found, error)) == OK && found) {
        struct founded *more = arena_grow(arena, *founded, *count, *count + 1, sizeof *more);
        if (more == NULL) {
            status = no_memory(error);
            break;
        }
        *founded = more;
        more[*count].founder = column_int64(&use);
        more[(*count)++].event = column_int64(&use);
    }
    use_end(&use);
    return status;
}

enum status founder_add(struct batch *batch, int64_t event, int64_t report, struct error *error)
{
    struct use use;
    use_begin(&use, batch->connection, SQL_FOUNDER_INSERT);
    use_int64(&use, event);
    use_int64(&use, report);
    enum status status = use_run(&use, error);
    return status == OK && batch_forget_founded(batch, report) != OK ? no_memory(error) : status;
}

enum status founder_is_there(struct connection *connection, int64_t event, int64_t before, bool *there,
                             struct error *error)
{
    struct use use;
    use_begin(&use, connection, SQL_FOUNDER_BEFORE);
    use_int64(&use, event);
    use_int64(&use, before);
    enum status status = use_row(&use, there, error);
    use_end(&use);
    return status;
}

enum status founder_moves(struct batch *batch, int64_t report, struct error *error)
{
    struct use use;
    bool found;
    enum status status;
    use_begin(&use, batch->connection, SQL_FOUNDER_COMPONENTS);
    use_int64(&use, report);
    while ((status = use_row(&use, &found, error)) == OK && found) {
        if (id_list_add(&batch->dirty, column_int64(&use)) != OK) {
            status = no_memory(error);
            break;
        }
    }
    use_end(&use);
    return status;
}

/* Gives a place among the founders to another report, 0: to none. */
static enum status set_founder(struct batch *batch, int64_t founder, int64_t report, struct error *error)
{
    struct use use;
    use_begin(&use, batch->connection, report == 0 ? SQL_FOUNDER_DELETE : SQL_FOUNDER_SET);
    if (report != 0) {
        use_int64(&use, report);
    }
    use_int64(&use, founder);
    enum status status = use_run(&use, error);
    return status == OK && report != 0 && batch_forget_founded(batch, report) != OK ? no_memory(error)
                                                                                    : status;
}

/* The lowest report that is left of the event of a former, 0: none.  *has_own: what is left has an id without
 * that of the event, since one of its reports has founded something. */
static enum status find_heir(struct batch *batch, const struct former *former, int64_t *heir, bool *has_own,
                             struct error *error)
{
    struct use use;
    bool found;
    use_begin(&use, batch->connection, SQL_FOUNDER_HEIR);
    use_int64(&use, former->component);
    use_int64(&use, former->event);
    enum status status = use_row(&use, &found, error);
    *heir = status == OK && found ? column_optional(&use, 0) : 0;
    *has_own = status == OK && found && column_int64(&use) != 0;
    use_end(&use);
    return status;
}

/* A new report that says something else of what the former told does not take the event from others that tell
 * of it, unless these have one of their own. */
static enum status replace(struct batch *batch, const struct former *former, struct error *error)
{
    struct founded *founded;
    size_t count;
    int64_t heir = 0;
    bool has_own = false;
    enum status status = founded_read(batch->connection, &batch->arena, former->id, &founded, &count, error);
    if (status == OK && count > 0) {
        status = founder_moves(batch, former->id, error);
    }
    if (status == OK && count > 0 && former->event != 0 && !former->same) {
        status = find_heir(batch, former, &heir, &has_own, error);
    }
    for (size_t i = 0; status == OK && i < count; i++) {
        bool leaves = heir != 0 && founded[i].event == former->event && (former->now == 0 || !has_own);
        status = set_founder(batch, founded[i].founder, leaves ? heir : former->now, error);
    }
    return status;
}

static const struct report *as_found(const struct claim_row *row)
{
    return row->corrected.extracted != NULL ? row->corrected.extracted : &row->claim.report;
}

/* What founders_replace pairs. */
struct pairing {
    struct former *formers;
    const struct claim_row *rows;
    size_t count, row_count;
    bool *paired; /* of each row */
};

static void pair(struct pairing *pairing, size_t k, size_t i, bool same)
{
    pairing->paired[i] = true;
    pairing->formers[k].now = pairing->rows[i].claim.id;
    pairing->formers[k].same = same;
}

/* The same figure in the same sentence: most of an article that is posted again. */
static void pair_equals(struct pairing *pairing)
{
    for (size_t k = 0; k < pairing->count; k++) {
        const struct report *former = &pairing->formers[k].report;
        for (size_t i = 0; pairing->formers[k].now == 0 && i < pairing->row_count; i++) {
            const struct report *report = as_found(&pairing->rows[i]);
            if (!pairing->paired[i] && report->subtype == former->subtype &&
                report->count.min == former->count.min && report->count.max == former->count.max &&
                str_equal(report->evidence.text, former->evidence.text) &&
                str_equal(report->actor, former->actor)) {
                pair(pairing, k, i, true);
            }
        }
    }
}

#define MOST_COMPARED 1024 /* pairs; more are not those of a correction */

/* The others by what they have in common, the likest first. */
static enum status pair_alike(struct pairing *pairing, struct arena *arena)
{
    size_t *rows = arena_array(arena, pairing->row_count, sizeof *rows);
    size_t row_count = 0;
    size_t left = 0;
    for (size_t i = 0; rows != NULL && i < pairing->row_count; i++) {
        if (!pairing->paired[i]) {
            rows[row_count++] = i;
        }
    }
    for (size_t k = 0; k < pairing->count; k++) {
        left += pairing->formers[k].now == 0;
    }
    if (rows == NULL || left * row_count > MOST_COMPARED) {
        return rows == NULL ? ERR_NO_MEMORY : OK;
    }
    for (bool found = true; found;) {
        struct merge_revision most = {0, false};
        size_t former = 0;
        size_t row = 0;
        for (size_t k = 0; k < pairing->count; k++) {
            for (size_t i = 0; pairing->formers[k].now == 0 && i < row_count; i++) {
                if (!pairing->paired[rows[i]]) {
                    struct merge_revision revision =
                        merge_revision(&pairing->formers[k].report, as_found(&pairing->rows[rows[i]]));
                    if (revision.likeness > most.likeness) {
                        most = revision;
                        former = k;
                        row = rows[i];
                    }
                }
            }
        }
        found = most.likeness > 0;
        if (found) {
            pair(pairing, former, row, most.same);
        }
    }
    return OK;
}

enum status founders_replace(struct batch *batch, struct former *formers, size_t count,
                             const struct claim_row *rows, size_t row_count, struct error *error)
{
    struct pairing pairing = {formers, rows, count, row_count, NULL};
    pairing.paired = arena_array(&batch->arena, row_count, sizeof *pairing.paired);
    if (pairing.paired == NULL) {
        return no_memory(error);
    }
    pair_equals(&pairing);
    enum status status = pair_alike(&pairing, &batch->arena) == OK ? OK : no_memory(error);
    for (size_t k = 0; status == OK && k < count; k++) {
        status = replace(batch, &formers[k], error);
    }
    return status;
}
