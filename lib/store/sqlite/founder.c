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

/* What a former report and a new one have in common, 0: they are not the same claim.  A reworded sentence
 * keeps the figure or the actor, a corrected figure the actor or the sentence. */
static int likeness(const struct former *former, const struct claim_row *row)
{
    const struct report *report =
        row->corrected.extracted != NULL ? row->corrected.extracted : &row->claim.report;
    if (former->kind != report->kind || former->subtype != report->subtype) {
        return 0;
    }
    return (str_equal(former->evidence, report->evidence.text) ? 3 : 0) +
           (former->min == report->count.min && former->max == report->count.max ? 2 : 0) +
           (str_equal(former->actor, report->actor) ? 1 : 0);
}
enum { MOST_LIKENESS = 6, SAME_LIKENESS = 3 };

enum status founders_replace(struct batch *batch, struct former *formers, size_t count,
                             const struct claim_row *rows, size_t row_count, struct error *error)
{
    bool *paired = arena_array(&batch->arena, row_count + 1, sizeof *paired);
    enum status status = paired == NULL ? no_memory(error) : OK;
    for (int wanted = MOST_LIKENESS; status == OK && wanted > 0 && count > 0; wanted--) {
        for (size_t i = 0; i < row_count; i++) {
            for (size_t k = 0; !paired[i] && k < count; k++) {
                if (formers[k].now == 0 && likeness(&formers[k], &rows[i]) == wanted) {
                    paired[i] = true;
                    formers[k].now = rows[i].claim.id;
                    formers[k].same = wanted >= SAME_LIKENESS;
                }
            }
        }
    }
    for (size_t k = 0; status == OK && k < count; k++) {
        status = replace(batch, &formers[k], error);
    }
    return status;
}
