/* One write: the facts of an article. */
#include "batch.h"

#include <stdlib.h>
#include <string.h>

#include "reports.h"

enum status id_list_add(struct id_list *list, int64_t id)
{
    if (list->count == list->capacity) {
        size_t capacity = list->capacity == 0 ? 64 : 2 * list->capacity;
        int64_t *items = realloc(list->items, capacity * sizeof *items);
        if (items == NULL) {
            return ERR_NO_MEMORY;
        }
        list->items = items;
        list->capacity = capacity;
    }
    list->items[list->count++] = id;
    return OK;
}

/* An article that is stored already. */
struct known {
    bool found;
    int64_t number;
    uint32_t revision;
    bool same_content;
};

static enum status find(struct batch *batch, enum sql sql, struct str key, struct store_write *write,
                        struct known *known, struct error *error)
{
    struct use use;
    enum status status;
    use_begin(&use, batch->connection, sql);
    use_str(&use, key);
    status = use_row(&use, &known->found, error);
    if (status == OK && known->found) {
        struct str id;
        struct str hash;
        known->number = column_int64(&use);
        id = column_str(&use);
        hash = column_blob(&use);
        known->revision = (uint32_t)column_int64(&use);
        known->same_content =
            hash.size == sizeof write->hash && memcmp(hash.data, write->hash, hash.size) == 0;
        if (id.size < sizeof write->article_id) {
            memcpy(write->article_id, id.data, id.size);
            write->article_id[id.size] = '\0';
        }
    }
    use_end(&use);
    return status;
}

static enum status insert_article(struct batch *batch, struct store_write *write, int64_t *number,
                                  struct error *error)
{
    const struct article *article = write->article;
    struct use use;
    enum status status;
    if (!article_id_valid(article->id)) {
        return error_set(error, ERR_INVALID, "/id", "is not an article id");
    }
    memcpy(write->article_id, article->id.data, article->id.size);
    write->article_id[article->id.size] = '\0';
    use_begin(&use, batch->connection, SQL_ARTICLE_INSERT);
    use_str(&use, article->id);
    use_blob(&use, write->hash, sizeof write->hash);
    use_int64(&use, 1);
    use_int64(&use, batch->now);
    row_bind_article(&use, article);
    status = use_run(&use, error);
    *number = sqlite3_last_insert_rowid(batch->connection->handle);
    batch->articles++;
    return status;
}

static enum status delete_row(struct batch *batch, enum sql sql, int64_t number, struct error *error)
{
    struct use use;
    use_begin(&use, batch->connection, sql);
    use_int64(&use, number);
    return use_run(&use, error);
}

static enum status update_article(struct batch *batch, const struct store_write *write,
                                  const struct known *known, struct error *error)
{
    struct use use;
    enum status status = delete_row(batch, SQL_ANALYSIS_DELETE, known->number, error);
    if (status != OK) {
        return status;
    }
    use_begin(&use, batch->connection, SQL_ARTICLE_UPDATE);
    use_blob(&use, write->hash, sizeof write->hash);
    use_int64(&use, (int64_t)known->revision + 1);
    use_int64(&use, batch->now);
    row_bind_article(&use, write->article);
    use_int64(&use, known->number);
    return use_run(&use, error);
}

/* The same article again: its reports are those that are stored. */
static enum status leave_unchanged(struct batch *batch, struct store_write *write, int64_t article,
                                   struct error *error)
{
    int64_t first;
    int64_t count;
    enum status status = reports_find(batch, article, &first, &count, error);
    for (size_t i = 0; i < write->report_count; i++) {
        write->report_ids[i] = (int64_t)i < count ? first + (int64_t)i : 0;
    }
    write->outcome = STORE_UNCHANGED;
    return status;
}

static enum status put(struct batch *batch, struct store_write *write, struct error *error)
{
    const struct article *article = write->article;
    struct known known = {false};
    struct former *formers = NULL;
    size_t former_count = 0;
    enum status status = find(batch, SQL_ARTICLE_FIND_ID, article->id, write, &known, error);
    if (status == OK && !known.found && article->url.size > 0) {
        status = find(batch, SQL_ARTICLE_FIND_URL, article->url, write, &known, error);
    }
    if (status == OK && known.found && known.same_content) {
        return leave_unchanged(batch, write, known.number, error);
    }
    write->outcome = known.found ? STORE_REPLACED : STORE_CREATED;
    if (status == OK && known.found) {
        status = reports_remove(batch, known.number, &formers, &former_count, error);
        if (status == OK) {
            status = update_article(batch, write, &known, error);
        }
    } else if (status == OK) {
        status = insert_article(batch, write, &known.number, error);
    }
    if (status == OK) {
        status = reports_insert(batch, known.number, write, formers, former_count, error);
    }
    return status;
}

static enum status remove_article(struct batch *batch, struct store_write *write, struct error *error)
{
    struct known known = {false};
    struct former *formers;
    size_t former_count;
    enum status status = find(batch, SQL_ARTICLE_FIND_ID, write->article->id, write, &known, error);
    if (status == OK && !known.found) {
        return error_set(error, ERR_NOT_FOUND, NULL, "there is no such article");
    }
    if (status == OK) {
        status = reports_remove(batch, known.number, &formers, &former_count, error);
    }
    if (status == OK) {
        status = delete_row(batch, SQL_ANALYSIS_DELETE, known.number, error);
    }
    if (status == OK) {
        status = delete_row(batch, SQL_ARTICLE_DELETE, known.number, error);
    }
    batch->articles--;
    write->outcome = STORE_DELETED;
    return status;
}

enum status apply_write(struct batch *batch, struct store_write *write, struct error *error)
{
    arena_reset(&batch->arena);
    return write->operation == STORE_PUT ? put(batch, write, error) : remove_article(batch, write, error);
}

enum status apply_results(struct batch *batch, struct store_write *write, struct error *error)
{
    enum status status = OK;
    for (size_t i = 0; status == OK && write->operation == STORE_PUT && i < write->report_count; i++) {
        struct use use;
        bool found;
        use_begin(&use, batch->connection, SQL_REPORT_EVENT);
        use_int64(&use, write->report_ids[i]);
        status = use_row(&use, &found, error);
        write->event_ids[i] = status == OK && found ? column_int64(&use) : 0;
        use_end(&use);
    }
    return status;
}
