#include "relink.h"

#include <stdlib.h>

#include "correction.h"
#include "link.h"

static enum status no_memory(struct error *error)
{
    error_set(error, ERR_NO_MEMORY, NULL, "out of memory");
    return ERR_NO_MEMORY;
}

/* The reports of the first article whose reports lie behind *last, which becomes the last of them; *count is
 * 0 at the end. */
static enum status next_reports(struct batch *batch, int64_t *last, int64_t *first, size_t *count,
                                struct error *error)
{
    struct use use;
    bool found;
    enum status status;
    *count = 0;
    use_begin(&use, batch->connection, SQL_REPORT_NEXT);
    use_int64(&use, *last);
    status = use_row(&use, &found, error);
    if (status == OK && found) {
        *first = column_int64(&use);
        *count = (size_t)column_int64(&use);
        *last = *first + (int64_t)*count - 1;
    }
    use_end(&use);
    return status;
}

/* The reports of an article, but not the rejected ones: those belong nowhere. */
static enum status read_rows(struct batch *batch, int64_t first, size_t count, struct claim_row **rows,
                             size_t *active, struct error *error)
{
    struct use use;
    bool found;
    size_t read = 0;
    enum status status;
    *active = 0;
    *rows = arena_array(&batch->arena, count, sizeof **rows);
    if (*rows == NULL) {
        return no_memory(error);
    }
    use_begin(&use, batch->connection, SQL_CLAIMS_FOR_MERGING);
    use_int64(&use, first);
    use_int64(&use, first + (int64_t)count - 1);
    for (; (status = use_row(&use, &found, error)) == OK && found && read < count; read++) {
        struct claim_row *row = &(*rows)[*active];
        status = row_read_claim(&use, &batch->arena, true, row);
        if (status != OK) {
            status = error_set(error, status, NULL, "a report behind %lld cannot be read", (long long)first);
            break;
        }
        *active += row->claim.report.rejected ? 0 : 1;
    }
    use_end(&use);
    for (size_t i = 0; status == OK && i < *active; i++) {
        status = rulings_read(batch->connection, &batch->arena, &(*rows)[i], error);
    }
    return status == OK && read < count
               ? error_set(error, ERR_IO, NULL, "reports behind %lld are missing", (long long)first)
               : status;
}

/* Compares every claim with those before it. */
static enum status find_links(struct batch *batch, struct forest *forest, struct error *error)
{
    int64_t last = 0;
    int64_t first = 0;
    size_t count = 0;
    enum status status;
    while ((status = next_reports(batch, &last, &first, &count, error)) == OK && count > 0) {
        struct claim_row *rows = NULL;
        size_t active;
        if (atomic_load(&batch->progress->stop)) {
            return error_set(error, ERR_BUSY, NULL, "given up");
        }
        arena_reset(&batch->arena);
        status = read_rows(batch, first, count, &rows, &active, error);
        for (size_t i = 0; status == OK && i < active; i++) {
            status = forest_add(forest, rows[i].claim.id);
            if (status != OK) {
                return no_memory(error);
            }
        }
        if (status == OK && active > 0) {
            status = link_anew(batch, rows, active, forest, error);
        }
        if (status != OK) {
            return status;
        }
        atomic_fetch_add(&batch->progress->done, count);
    }
    return status;
}

/* A report of a component, as stored, and the lowest one that it now belongs together with. */
struct placed {
    int64_t report, event, root;
};

struct placed_list {
    struct placed *items;
    size_t count, capacity;
};

static enum status list_placed(struct batch *batch, struct forest *forest, int64_t component,
                               struct placed_list *list, struct error *error)
{
    struct use use;
    bool found;
    enum status status;
    list->count = 0;
    use_begin(&use, batch->connection, SQL_REPORT_BY_EVENT);
    use_int64(&use, component);
    while ((status = use_row(&use, &found, error)) == OK && found) {
        if (list->count == list->capacity) {
            size_t capacity = 2 * list->capacity + 64;
            struct placed *items = realloc(list->items, capacity * sizeof *items);
            if (items == NULL) {
                status = no_memory(error);
                break;
            }
            list->items = items;
            list->capacity = capacity;
        }
        struct placed *placed = &list->items[list->count++];
        placed->report = column_int64(&use);
        placed->event = column_int64(&use);
        placed->root = forest_find(forest, placed->report);
    }
    use_end(&use);
    return status;
}

/* Whether the claims of a component are just those that belong together; `sizes` are those of the sets. */
static bool is_whole(const struct forest *forest, const uint32_t *sizes, const struct placed_list *list)
{
    for (size_t i = 1; i < list->count; i++) {
        if (list->items[i].root != list->items[0].root) {
            return false;
        }
    }
    return list->count == sizes[forest_place(forest, list->items[0].root)];
}

/* Puts the claims of one component where they belong.  One that is what it was keeps its name, else claims go
 * to the component that is named after the lowest of theirs: no other has that name, as a component that is
 * named after a report holds it while there is such a report. */
static enum status assign(struct batch *batch, int64_t component, const struct placed_list *list,
                          struct error *error)
{
    int64_t founder_root = 0;
    for (size_t i = 0; i < list->count; i++) { /* in the order of their events, then of their ids */
        const struct placed *placed = &list->items[i];
        bool first = i == 0 || placed->event != list->items[i - 1].event;
        founder_root = first ? placed->root : founder_root;
        int64_t event = placed->root == founder_root ? placed->event : 0;
        if (placed->root != component || event != placed->event) {
            struct use use;
            enum status status;
            use_begin(&use, batch->connection, SQL_REPORT_ASSIGN);
            use_int64(&use, event);
            use_int64(&use, placed->root);
            use_int64(&use, placed->report);
            status = use_run(&use, error);
            if (status != OK) {
                return status;
            }
        }
    }
    return OK;
}

/* Claims that are put into a component further on are met again there, where they belong. */
static enum status assign_all(struct batch *batch, struct forest *forest, struct error *error)
{
    struct placed_list list = {0};
    uint32_t *sizes = forest_sizes(forest);
    int64_t component = 0;
    enum status status = sizes == NULL ? no_memory(error) : OK;
    while (status == OK && (status = component_next(batch->connection, &component, error)) == OK &&
           component != 0) {
        status = list_placed(batch, forest, component, &list, error);
        if (status == OK && list.count > 0 && !is_whole(forest, sizes, &list)) {
            status = assign(batch, component, &list, error);
        }
        if (status == OK && atomic_load(&batch->progress->stop)) {
            status = error_set(error, ERR_BUSY, NULL, "given up");
        }
    }
    free(list.items);
    free(sizes);
    return status;
}

enum status relink_all(struct batch *batch, struct error *error)
{
    struct forest forest = {0};
    enum status status = find_links(batch, &forest, error);
    if (status == OK) {
        status = assign_all(batch, &forest, error);
    }
    forest_release(&forest);
    claim_cache_rename(&batch->cache);
    return status;
}
