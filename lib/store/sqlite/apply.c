/* One write: the facts of an article. */
#include "batch.h"

#include <stdlib.h>
#include <string.h>

#include "founder.h"
#include "reports.h"
#include "stage.h"

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
    bool same_rules; /* its reports are those of the present rules */
};

/* Reads the one row of article_find_id or article_find_url. */
static enum status read_known(const struct batch *batch, struct use *use, struct store_write *write,
                              struct known *known, struct error *error)
{
    enum status status = use_row(use, &known->found, error);
    if (status == OK && known->found) {
        struct str id;
        struct str hash;
        known->number = column_int64(use);
        id = column_str(use);
        hash = column_blob(use);
        known->revision = (uint32_t)column_int64(use);
        known->same_content =
            hash.size == sizeof write->hash && memcmp(hash.data, write->hash, hash.size) == 0;
        known->same_rules = str_equal(column_str(use), str_from(batch->rules));
        if (id.size < sizeof write->article_id) {
            memcpy(write->article_id, id.data, id.size);
            write->article_id[id.size] = '\0';
        }
    }
    use_end(use);
    return status;
}

static enum status find_id(struct batch *batch, struct store_write *write, struct known *known,
                           struct error *error)
{
    struct use use;
    use_begin(&use, batch->connection, SQL_ARTICLE_FIND_ID);
    use_str(&use, write->article->id);
    return read_known(batch, &use, write, known, error);
}

static enum status find_url(struct batch *batch, struct store_write *write, struct known *known,
                            struct error *error)
{
    struct use use;
    use_begin(&use, batch->connection, SQL_ARTICLE_FIND_URL);
    use_str(&use, write->article->url);
    use_str(&use, write->article->id);
    return read_known(batch, &use, write, known, error);
}

/* The article that a put is a revision of.  A url names one article: whoever gives an id of his own must give
 * the one that the article with this url has. */
static enum status find(struct batch *batch, struct store_write *write, struct known *known,
                        struct error *error)
{
    struct known owner = {false};
    enum status status = OK;
    if (write->article->url.size > 0) {
        status = find_url(batch, write, &owner, error);
    }
    if (status == OK) {
        char with_url[sizeof write->article_id];
        memcpy(with_url, write->article_id, sizeof with_url);
        status = find_id(batch, write, known, error);
        if (status == OK && owner.found && !known->found && write->id_chosen) {
            return error_set(error, ERR_CONFLICT, "/id", "the url is that of article \"%s\"", with_url);
        }
        if (status == OK && owner.found && known->found && owner.number != known->number) {
            return error_set(error, ERR_CONFLICT, "/url", "is that of article \"%s\"", with_url);
        }
    }
    *known = known->found ? *known : owner;
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
    use_begin(&use, batch->connection, SQL_ARTICLE_UPDATE);
    use_blob(&use, write->hash, sizeof write->hash);
    use_int64(&use, (int64_t)known->revision + 1);
    use_int64(&use, batch->now);
    row_bind_article(&use, write->article);
    use_int64(&use, known->number);
    return use_run(&use, error);
}

/* The same article again.  Its reports are those that are stored when they were found by the same rules; else
 * what was found now replaces them.  *unchanged is false then. */
static enum status leave_unchanged(struct batch *batch, struct store_write *write, const struct known *known,
                                   bool *unchanged, struct error *error)
{
    int64_t first;
    int64_t count;
    enum status status = reports_find(batch, known->number, &first, &count, error);
    *unchanged = known->same_rules && (size_t)count == write->report_count;
    for (size_t i = 0; *unchanged && i < write->report_count; i++) {
        write->report_ids[i] = first + (int64_t)i;
    }
    if (status == OK && *unchanged) {
        struct use use;
        use_begin(&use, batch->connection, SQL_CORRECTION_TOUCHES_ARTICLE);
        use_str(&use, str_from(write->article_id));
        status = use_row(&use, &write->corrected, error);
        use_end(&use);
    }
    return status;
}

static enum status put(struct batch *batch, struct store_write *write, struct error *error)
{
    struct known known = {false};
    struct former *formers = NULL;
    size_t former_count = 0;
    bool unchanged = false;
    enum status status = find(batch, write, &known, error);
    write->corrected = false;
    if (status == OK && known.found && known.same_content) {
        status = leave_unchanged(batch, write, &known, &unchanged, error);
    }
    write->outcome = !known.found         ? STORE_CREATED
                     : unchanged          ? STORE_UNCHANGED
                     : known.same_content ? STORE_DERIVED
                                          : STORE_REPLACED;
    if (status != OK || unchanged) {
        return status;
    }
    if (known.found) {
        status = reports_remove(batch, known.number, &formers, &former_count, error);
        if (status == OK) {
            status = delete_row(batch, SQL_ANALYSIS_DELETE, known.number, error);
        }
        if (status == OK) {
            status = stage_drop(batch, known.number, error);
        }
        if (status == OK && !known.same_content) {
            status = update_article(batch, write, &known, error);
        }
    } else {
        status = insert_article(batch, write, &known.number, error);
    }
    return status == OK ? reports_insert(batch, known.number, write, formers, former_count, error) : status;
}

static enum status remove_article(struct batch *batch, struct store_write *write, struct error *error)
{
    struct known known = {false};
    struct former *formers;
    size_t former_count;
    enum status status = find_id(batch, write, &known, error);
    if (status == OK && !known.found) {
        return error_set(error, ERR_NOT_FOUND, NULL, "there is no article %.*s", (int)write->article->id.size,
                         write->article->id.data);
    }
    if (status == OK) {
        status = reports_remove(batch, known.number, &formers, &former_count, error);
    }
    if (status == OK) {
        status = founders_replace(batch, formers, former_count, NULL, 0, error);
    }
    if (status == OK) {
        status = delete_row(batch, SQL_ANALYSIS_DELETE, known.number, error);
    }
    if (status == OK) {
        status = delete_row(batch, SQL_ARTICLE_DELETE, known.number, error);
    }
    if (status == OK) {
        status = stage_drop(batch, known.number, error);
    }
    if (status == OK) { /* corrections of its reports stay, for when it comes again */
        struct use use;
        use_begin(&use, batch->connection, SQL_CORRECTION_CLAIM_UNSET);
        use_str(&use, str_from(write->article_id));
        status = use_run(&use, error);
    }
    batch->articles--;
    write->outcome = STORE_DELETED;
    return status;
}

enum status apply_write(struct batch *batch, struct store_write *write, struct error *error)
{
    arena_reset(&batch->arena);
    switch (write->operation) {
    case STORE_PUT:
        return put(batch, write, error);
    case STORE_DELETE:
        return remove_article(batch, write, error);
    case STORE_CORRECT:
    case STORE_UNDO:
        return correct_apply(batch, write, error);
    case STORE_BEGIN:
        return stage_begin(batch, write->staging, error);
    case STORE_STAGE:
        return stage_put(batch, write->staging, error);
    case STORE_SWITCH:
        return stage_switch(batch, error);
    }
    return ERR_INVALID;
}

enum status apply_results(struct batch *batch, struct store_write *write, struct error *error)
{
    enum status status = OK;
    if (write->correcting != NULL) {
        return correct_results(batch, write, error);
    }
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
