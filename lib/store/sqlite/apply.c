/* One write: the facts of an article, its reports, and the links from them to other claims. */
#include "batch.h"

#include <stdlib.h>
#include <string.h>

#include "pack.h"
#include "term.h"
#include "twin.h"

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

/* The ids of the article's reports are *first and the following. */
static enum status find_reports(struct batch *batch, int64_t article, int64_t *first, int64_t *count,
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

/* A report of the revision that is replaced: what tells whether a new one is the same claim, reworded
 * perhaps. */
struct former {
    int64_t event; /* 0: it has other reports, had none yet, or is taken over */
    int64_t component;
    enum report_kind kind;
    enum report_subtype subtype;
    int64_t min, max;
    struct str actor, evidence;
    bool replaced; /* a new report is this claim */
};

/* Removes the reports of an article; what they were is left in `formers` (in the arena). */
static enum status remove_reports(struct batch *batch, int64_t article, struct former **formers,
                                  size_t *former_count, struct error *error)
{
    struct use use;
    bool found;
    int64_t first;
    int64_t count;
    enum status status = find_reports(batch, article, &first, &count, error);
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

/* What a new claim is linked to. */
struct links {
    int64_t *components; /* ascending, each once, in the arena */
    size_t count;
    size_t capacity;
};

static bool holds(const struct links *links, int64_t component)
{
    for (size_t i = 0; i < links->count; i++) {
        if (links->components[i] == component) {
            return true;
        }
    }
    return false;
}

/* Adds the component of report `id`. */
static enum status add_component(struct batch *batch, int64_t id, struct links *links, struct error *error)
{
    struct use use;
    bool found;
    int64_t component = 0;
    enum status status;
    use_begin(&use, batch->connection, SQL_REPORT_COMPONENT);
    use_int64(&use, id);
    status = use_row(&use, &found, error);
    if (status == OK && found) {
        component = column_int64(&use);
    }
    use_end(&use);
    if (status != OK || !found || holds(links, component)) {
        return status;
    }
    if (links->count == links->capacity) {
        size_t capacity = 2 * links->capacity + 8;
        int64_t *items = arena_grow(&batch->arena, links->components, links->count, capacity, sizeof *items);
        if (items == NULL) {
            return error_set(error, ERR_NO_MEMORY, NULL, "out of memory");
        }
        links->components = items;
        links->capacity = capacity;
    }
    links->components[links->count++] = component;
    return OK;
}

/* Adds the component of candidate `id` when it is linked to `claim`. */
static enum status try_link(struct batch *batch, const struct merge_prepared *claim, int64_t id,
                            struct links *links, struct error *error)
{
    const struct merge_prepared *candidate;
    enum status status = claim_cache_get(&batch->cache, batch->connection, id, &candidate, error);
    if (status == OK && candidate != NULL && merge_score_prepared(claim, candidate, NULL) >= MERGE_LINK) {
        status = add_component(batch, id, links, error);
    }
    return status;
}

/* A sentence goes on with the one before it, which may name other people and places: so many claims before
 * one of the same article are compared with it, whatever their actor key. */
#define NEIGHBOURS 8

/* Of the copies of a claim one is looked at; but all of the article's own (from `first_own` on), since
 * sentences of one article are nearer to each other. */
static enum status find_links(struct batch *batch, const struct claim *claim,
                              const struct merge_window *window, int64_t first_own, struct links *links,
                              struct error *error)
{
    struct seen seen = {.arena = &batch->arena};
    const struct merge_prepared *prepared = merge_prepare(&batch->arena, claim);
    struct use use;
    bool found;
    enum status status;
    if (prepared == NULL) {
        return error_set(error, ERR_NO_MEMORY, NULL, "out of memory");
    }
    use_begin(&use, batch->connection, SQL_CLAIM_CANDIDATES);
    use_int64(&use, (int64_t)window->kind);
    use_str(&use, window->actor_key);
    use_int64(&use, window->first);
    use_int64(&use, window->last);
    use_optional(&use, window->figure, COUNT_NONE);
    while ((status = use_row(&use, &found, error)) == OK && found) {
        int64_t id = column_int64(&use);
        bool fresh;
        if (seen_add(&seen, column_int64(&use), &fresh) != OK) {
            status = error_set(error, ERR_NO_MEMORY, NULL, "out of memory");
            break;
        }
        if (fresh || id >= first_own) {
            status = try_link(batch, prepared, id, links, error);
            if (status != OK) {
                break;
            }
        }
    }
    use_end(&use);
    int64_t neighbour = claim->id - first_own > NEIGHBOURS ? claim->id - NEIGHBOURS : first_own;
    for (; status == OK && neighbour < claim->id; neighbour++) {
        status = try_link(batch, prepared, neighbour, links, error);
    }
    links->count = sort_unique(links->components, links->count);
    return status;
}

/* Makes one component of several and the report `report`; returns its number. */
static enum status join(struct batch *batch, const struct links *links, int64_t report, int64_t *component,
                        struct error *error)
{
    const int64_t *components = links->components;
    enum status status;
    *component = components != NULL && links->count > 0 ? components[0] : report;
    for (size_t i = 1; components != NULL && i < links->count; i++) {
        struct use use;
        use_begin(&use, batch->connection, SQL_REPORT_JOIN_COMPONENT);
        use_int64(&use, *component);
        use_int64(&use, components[i]);
        status = use_run(&use, error);
        if (status == OK) {
            status = id_list_add(&batch->joined, components[i]);
        }
        if (status == OK) {
            status = id_list_add(&batch->joined, *component);
        }
        if (status != OK) {
            return status;
        }
    }
    status = id_list_add(&batch->touched, *component);
    return status;
}

/* By length, so that few ranges of the index hold every candidate: claim_candidates has the same limits. */
static int32_t reach_of(struct span span)
{
    int32_t days = span.hi - span.lo;
    return days < 7 ? 0 : days < 92 ? 1 : days < 366 ? 2 : 3;
}

/* `first_own` is the id of the article's first report. */
static enum status insert_report(struct batch *batch, int64_t article, int64_t first_own,
                                 struct claim_row *row, struct error *error)
{
    struct claim *claim = &row->claim;
    struct merge_window window = merge_window(claim, &batch->arena);
    struct links links = {.count = 0};
    struct use use;
    int64_t *ids;
    size_t id_count;
    enum status status;
    if (window.actor_key.data == NULL) {
        return error_set(error, ERR_NO_MEMORY, NULL, "out of memory");
    }
    claim->id = ++batch->latest_report;
    row->actor_key = window.actor_key;
    row->span = span_of_claim(claim);
    row->facets = facets_of_report(&claim->report);
    row->twin = twin_of(claim);
    status = find_links(batch, claim, &window, first_own, &links, error);
    if (status == OK) {
        status = join(batch, &links, claim->id, &row->component, error);
    }
    if (status == OK) {
        status = term_of_claim(batch->connection, &batch->arena, claim, &ids, &id_count, error);
    }
    if (status != OK) {
        return status;
    }
    buffer_clear(&batch->packed[0]);
    buffer_clear(&batch->packed[1]);
    pack_places(&batch->packed[0], claim->report.places, claim->report.place_count);
    pack_ids(&batch->packed[1], ids, id_count);
    if (buffer_status(&batch->packed[0]) != OK || buffer_status(&batch->packed[1]) != OK) {
        return error_set(error, ERR_NO_MEMORY, NULL, "out of memory");
    }
    row->terms = buffer_str(&batch->packed[1]);
    use_begin(&use, batch->connection, SQL_REPORT_INSERT);
    row_bind_report(&use, article, row, reach_of(row->span), buffer_str(&batch->packed[0]));
    batch->reports++;
    return use_run(&use, error);
}

static enum status insert_reports(struct batch *batch, int64_t article, struct store_write *write,
                                  struct former *formers, size_t former_count, struct error *error)
{
    int64_t first_own = batch->latest_report + 1;
    int64_t *events;
    enum status status = take_over(batch, formers, former_count, write, &events, error);
    for (size_t i = 0; status == OK && i < write->report_count; i++) {
        struct claim_row row = {
            .position = (int32_t)i,
            .event = events[i],
            .claim = {.report = write->reports[i],
                      .article = str_from(write->article_id),
                      .publisher = write->article->publisher,
                      .published = write->article->published.day,
                      .voice = write->voice},
        };
        status = insert_report(batch, article, first_own, &row, error);
        write->report_ids[i] = row.claim.id;
    }
    return status;
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
    enum status status = find_reports(batch, article, &first, &count, error);
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
        status = remove_reports(batch, known.number, &formers, &former_count, error);
        if (status == OK) {
            status = update_article(batch, write, &known, error);
        }
    } else if (status == OK) {
        status = insert_article(batch, write, &known.number, error);
    }
    if (status == OK) {
        status = insert_reports(batch, known.number, write, formers, former_count, error);
    }
    if (status == OK) {
        status = insert_analysis(batch, known.number, write, error);
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
        status = remove_reports(batch, known.number, &formers, &former_count, error);
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
