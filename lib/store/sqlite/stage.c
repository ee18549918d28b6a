#include "stage.h"

#include "merging.h"
#include "pack.h"
#include "relink.h"
#include "reports.h"

#include <string.h>

enum status reprocess_read(struct connection *connection, struct reprocess_row *row, struct error *error)
{
    struct use use;
    enum status status;
    *row = (struct reprocess_row){0};
    use_begin(&use, connection, SQL_REPROCESS_READ);
    status = use_row(&use, &row->found, error);
    if (status == OK && row->found) {
        struct str rules = column_str(&use);
        size_t size = rules.size < sizeof row->rules ? rules.size : sizeof row->rules - 1;
        memcpy(row->rules, rules.data, size);
        row->started = column_int64(&use);
        row->finished = column_optional(&use, 0);
        row->articles = (uint64_t)column_int64(&use);
        row->reached = column_int64(&use);
        row->done = (uint64_t)column_int64(&use);
        row->changed = (uint64_t)column_int64(&use);
        row->kept = (uint64_t)column_int64(&use);
    }
    use_end(&use);
    return status;
}

enum status stage_begin(struct batch *batch, const struct staging *staging, struct error *error)
{
    struct use use;
    enum status status = connection_run(batch->connection, SQL_STAGED_CLEAR, error);
    if (status == OK) {
        status = connection_run(batch->connection, SQL_REPROCESS_CLEAR, error);
    }
    if (status != OK) {
        return status;
    }
    use_begin(&use, batch->connection, SQL_REPROCESS_INSERT);
    use_str(&use, str_from(batch->rules));
    use_int64(&use, staging->row.started);
    use_int64(&use, (int64_t)staging->row.articles);
    return use_run(&use, error);
}

/* Whether what was found in the article is still to be found in it, and better than what is stored. */
static enum status is_as_read(struct batch *batch, const struct staged *item, bool *same, struct error *error)
{
    struct use use;
    use_begin(&use, batch->connection, SQL_ARTICLE_IS_AS_READ);
    use_int64(&use, item->article);
    use_blob(&use, item->hash, sizeof item->hash);
    use_int64(&use, item->first_report);
    use_int64(&use, item->report_count);
    use_str(&use, str_from(batch->rules));
    enum status status = use_row(&use, same, error);
    use_end(&use);
    return status;
}

static enum status set_rules(struct batch *batch, int64_t article, struct error *error)
{
    struct use use;
    use_begin(&use, batch->connection, SQL_ANALYSIS_SET_RULES);
    use_str(&use, str_from(batch->rules));
    use_int64(&use, article);
    return use_run(&use, error);
}

static enum status put_item(struct batch *batch, const struct staged *item, struct error *error)
{
    struct use use;
    use_begin(&use, batch->connection, SQL_STAGED_PUT);
    use_int64(&use, item->article);
    use_blob(&use, item->timexes.data, item->timexes.size);
    use_int64(&use, item->voice);
    if (item->reports.data == NULL) {
        use_optional(&use, 0, 0);
    } else {
        use_blob(&use, item->reports.data, item->reports.size);
    }
    return use_run(&use, error);
}

enum status stage_put(struct batch *batch, const struct staging *staging, struct error *error)
{
    const struct reprocess_row *row = &staging->row;
    struct use use;
    for (size_t i = 0; i < staging->count; i++) {
        const struct staged *item = &staging->items[i];
        bool same;
        enum status status = is_as_read(batch, item, &same, error);
        if (status == OK && same) {
            status = item->differs ? put_item(batch, item, error) : set_rules(batch, item->article, error);
        }
        if (status != OK) {
            return status;
        }
    }
    use_begin(&use, batch->connection, SQL_REPROCESS_ADVANCE);
    use_int64(&use, row->reached);
    use_int64(&use, (int64_t)row->done);
    use_int64(&use, (int64_t)row->changed);
    use_int64(&use, (int64_t)row->kept);
    return use_run(&use, error);
}

enum status stage_drop(struct batch *batch, int64_t article, struct error *error)
{
    struct use use;
    use_begin(&use, batch->connection, SQL_STAGED_DELETE);
    use_int64(&use, article);
    return use_run(&use, error);
}

/* A staged article as it is put in place. */
struct restored {
    int64_t number; /* 0: there is none */
    struct article article;
    bool reports_stay;
    struct str timexes;
    struct timex_list timex_list;
    struct report *reports;
    struct store_write write;
};

/* Reads the row into the batch's arena. */
static enum status read_row(struct batch *batch, struct use *use, struct restored *restored)
{
    struct arena *arena = &batch->arena;
    struct store_write *write = &restored->write;
    struct str reports;
    restored->number = column_int64(use);
    struct str id = column_str(use);
    restored->article.publisher = arena_copy(arena, column_str(use));
    restored->article.published.day = column_int32(use);
    write->voice = (uint64_t)column_int64(use);
    restored->timexes = arena_copy(arena, column_blob(use));
    reports = arena_copy(arena, column_blob(use));
    restored->reports_stay = reports.data == NULL;
    if (id.size >= sizeof write->article_id) {
        return ERR_IO;
    }
    memcpy(write->article_id, id.data, id.size);
    enum status status = unpack_timexes(arena, restored->timexes, &restored->timex_list);
    if (status == OK && !restored->reports_stay) {
        status = unpack_reports(arena, reports, &restored->reports, &write->report_count);
    }
    write->article = &restored->article;
    write->timexes = &restored->timex_list;
    write->reports = restored->reports;
    write->report_ids = arena_array(arena, write->report_count, sizeof *write->report_ids);
    return status == OK && write->report_ids == NULL ? ERR_NO_MEMORY : status;
}

/* The first staged article behind number `after`. */
static enum status next(struct batch *batch, int64_t after, struct restored *restored, struct error *error)
{
    struct use use;
    bool found;
    *restored = (struct restored){0};
    use_begin(&use, batch->connection, SQL_STAGED_AFTER);
    use_int64(&use, after);
    enum status status = use_row(&use, &found, error);
    if (status == OK && found) {
        status = read_row(batch, &use, restored);
        if (status != OK) {
            status = error_set(error, status, NULL, "what is staged of article %lld cannot be read",
                               (long long)restored->number);
        }
    }
    use_end(&use);
    return status;
}

static enum status restore(struct batch *batch, struct restored *restored, struct error *error)
{
    struct former *formers = NULL;
    size_t former_count = 0;
    struct use use;
    if (restored->reports_stay) {
        use_begin(&use, batch->connection, SQL_ANALYSIS_UPDATE);
        use_str(&use, str_from(batch->rules));
        use_blob(&use, restored->timexes.data, restored->timexes.size);
        use_int64(&use, restored->number);
        return use_run(&use, error);
    }
    enum status status = reports_remove(batch, restored->number, &formers, &former_count, error);
    if (status == OK) {
        use_begin(&use, batch->connection, SQL_ANALYSIS_DELETE);
        use_int64(&use, restored->number);
        status = use_run(&use, error);
    }
    return status == OK
               ? reports_insert(batch, restored->number, &restored->write, formers, former_count, error)
               : status;
}

static enum status restore_all(struct batch *batch, struct error *error)
{
    struct restored restored = {0};
    enum status status = OK;
    do {
        arena_reset(&batch->arena);
        status = next(batch, restored.number, &restored, error);
        if (status == OK && restored.number != 0) {
            status = restore(batch, &restored, error);
            atomic_fetch_add(&batch->progress->done, 1);
        }
        if (status == OK && atomic_load(&batch->progress->stop)) {
            status = error_set(error, ERR_BUSY, NULL, "given up");
        }
    } while (status == OK && restored.number != 0);
    return status;
}

/* A number that a statement without values gives. */
static enum status read_number(struct batch *batch, enum sql sql, int column, uint64_t *number,
                               struct error *error)
{
    struct use use;
    bool found;
    use_begin(&use, batch->connection, sql);
    enum status status = use_row(&use, &found, error);
    use.column = column;
    *number = status == OK && found ? (uint64_t)column_int64(&use) : 0;
    use_end(&use);
    return status;
}

/* The steps of the switch: each staged article, and each claim that is linked and grouped. */
static enum status count_steps(struct batch *batch, struct error *error)
{
    uint64_t staged = 0;
    uint64_t claims = 0;
    enum status status = read_number(batch, SQL_STAGED_COUNT, 0, &staged, error);
    if (status == OK && batch->anew) {
        status = read_number(batch, SQL_SIZE, 1, &claims, error);
    }
    atomic_store(&batch->progress->steps, staged + 2 * claims);
    return status;
}

static enum status finish(struct batch *batch, struct error *error)
{
    struct use use;
    enum status status = connection_run(batch->connection, SQL_STAGED_CLEAR, error);
    if (status == OK) {
        status = merging_set(batch->connection, true, error);
    }
    if (status != OK) {
        return status;
    }
    use_begin(&use, batch->connection, SQL_REPROCESS_FINISH);
    use_int64(&use, batch->now);
    return use_run(&use, error);
}

enum status stage_switch(struct batch *batch, struct error *error)
{
    bool present = false;
    enum status status = merging_is_present(batch->connection, &present, error);
    batch->anew = !present;
    if (status == OK) {
        status = count_steps(batch, error);
    }
    if (status == OK) {
        status = restore_all(batch, error);
    }
    if (status == OK && batch->anew) {
        status = relink_all(batch, error);
    }
    return status == OK ? finish(batch, error) : status;
}
