/* Pages of events, reports and articles. */
#include <stdlib.h>

#include "internal.h"
#include "pack.h"
#include "select.h"

static enum status no_memory(struct error *error)
{
    return error_set(error, ERR_NO_MEMORY, NULL, "out of memory");
}

/* Whether a count from `min` to `max` may lie within the bounds asked for; one without a figure does not. */
static bool count_matches(int64_t min, int64_t max, const struct query *query)
{
    int64_t highest = max > min ? max : min;
    int64_t lowest = min != COUNT_NONE ? min : max;
    if (query->min_count == COUNT_NONE && query->max_count == COUNT_NONE) {
        return true;
    }
    return highest != COUNT_NONE && (query->min_count == COUNT_NONE || highest >= query->min_count) &&
           (query->max_count == COUNT_NONE || lowest <= query->max_count);
}

/* What each row of a page needs. */
struct page {
    struct connection *connection;
    const struct query *query;
    struct term_filter filter;
    struct arena lasting; /* of the whole page */
    struct arena passing; /* of one row */
};

/* Begins to read the row of event or report `id`; the statement stays open. */
static enum status begin_row(struct page *page, struct use *use, enum sql sql, int64_t id, bool *found,
                             struct error *error)
{
    arena_reset(&page->passing);
    use_begin(use, page->connection, sql);
    use_int64(use, id);
    return use_row(use, found, error);
}

/* What both events and reports are filtered by. */
struct filtered {
    struct str terms; /* packed */
    int64_t min, max;
    uint32_t facets;
    struct span span;
};

static enum status filter(struct page *page, const struct filtered *filtered, bool *match)
{
    const struct query *query = page->query;
    int64_t *terms;
    size_t count;
    enum status status = unpack_ids(&page->passing, filtered->terms, &terms, &count);
    *match = status == OK && term_filter_match(&page->filter, terms, count) &&
             count_matches(filtered->min, filtered->max, query) && facets_match(filtered->facets, query) &&
             span_overlaps(filtered->span, query->from, query->to, query->open);
    return status;
}

/* Reads the event and tells whether it matches; the statement stays open, its strings are borrowed. */
static enum status read_event(struct page *page, struct use *use, int64_t id, struct event_row *row,
                              bool *match, struct error *error)
{
    bool found;
    enum status status = begin_row(page, use, SQL_EVENT_BY_ID, id, &found, error);
    *match = false;
    if (status != OK || !found) {
        return status;
    }
    status = row_read_event(use, &page->passing, false, row);
    if (status == OK) {
        struct filtered filtered = {row->terms, row->event.count.min, row->event.count.max,
                                    facets_of_event(&row->event), span_of_event(&row->event)};
        status = filter(page, &filtered, match);
    }
    *match = *match && row->event.updated >= page->query->updated_since &&
             (page->query->series.data == NULL || str_equal(row->event.series, page->query->series));
    return status == OK ? OK : error_set(error, status, NULL, "event %lld cannot be read", (long long)id);
}

static bool said_matches(const struct claim *claim, const struct query *query)
{
    int32_t first = claim->report.said.first != DAY_NONE ? claim->report.said.first : claim->report.said.last;
    int32_t last = claim->report.said.last != DAY_NONE ? claim->report.said.last : claim->report.said.first;
    if (query->said_from == DAY_NONE && query->said_to == DAY_NONE) {
        return true;
    }
    return first != DAY_NONE && (query->said_from == DAY_NONE || last >= query->said_from) &&
           (query->said_to == DAY_NONE || first <= query->said_to);
}

static enum status read_report(struct page *page, struct use *use, int64_t id, struct claim_row *row,
                               bool *match, struct error *error)
{
    bool found;
    enum status status = begin_row(page, use, SQL_CLAIM_BY_ID, id, &found, error);
    *match = false;
    if (status != OK || !found) {
        return status;
    }
    status = row_read_claim(use, &page->passing, false, row);
    if (status == OK) {
        struct filtered filtered = {row->terms, row->claim.report.count.min, row->claim.report.count.max,
                                    row->facets, row->span};
        status = filter(page, &filtered, match);
        *match = *match && said_matches(&row->claim, page->query);
    }
    return status == OK ? OK : error_set(error, status, NULL, "report %lld cannot be read", (long long)id);
}

static bool send_report(const struct claim_row *row, store_on_report *callback, void *context)
{
    struct store_report report = row_report(row);
    return callback(context, &report);
}

static enum status page_begin(struct page *page, struct store *store, const struct query *query,
                              struct error *error)
{
    enum status status = read_begin(store, &page->connection, error);
    if (status != OK) {
        return status;
    }
    page->query = query;
    arena_init(&page->lasting, READ_MEMORY);
    arena_init(&page->passing, READ_MEMORY);
    return OK;
}

static void page_end(struct page *page, struct store *store)
{
    arena_release(&page->passing);
    arena_release(&page->lasting);
    read_end(store, page->connection);
}

/* Gives the rows to either callback until the page is full; then finds out whether there is a next one. */
static enum status send_page(struct page *page, enum select_target target, store_on_event *on_event,
                             store_on_report *on_report, void *context, struct query_cursor *next,
                             struct error *error)
{
    struct selection selection;
    struct candidate candidate;
    struct candidate last = {0};
    uint32_t sent = 0;
    bool found;
    enum status status =
        select_begin(&selection, page->connection, &page->lasting, target, page->query, &page->filter, error);
    while (status == OK && (status = select_next(&selection, &candidate, &found, error)) == OK && found) {
        struct use use;
        bool match;
        bool more = true;
        struct event_row event;
        struct claim_row report;
        if (target == SELECT_EVENTS) {
            status = read_event(page, &use, candidate.id, &event, &match, error);
        } else {
            status = read_report(page, &use, candidate.id, &report, &match, error);
        }
        if (status == OK && match && sent == page->query->limit) {
            *next = (struct query_cursor){true, last.key, last.id};
            more = false;
        } else if (status == OK && match) {
            more = target == SELECT_EVENTS ? on_event(context, &event.event)
                                           : send_report(&report, on_report, context);
            last = candidate;
            sent++;
        }
        use_end(&use);
        if (!more) {
            break;
        }
    }
    return status;
}

enum status store_events(struct store *store, const struct query *query, store_on_event *row, void *context,
                         struct query_cursor *next, struct error *error)
{
    struct page page;
    enum status status = page_begin(&page, store, query, error);
    if (status != OK) {
        return status;
    }
    *next = (struct query_cursor){0};
    status = term_filter_find(page.connection, &page.lasting, query, &page.filter, error);
    if (status == OK) {
        status = send_page(&page, SELECT_EVENTS, row, NULL, context, next, error);
    }
    page_end(&page, store);
    return status;
}

struct sized {
    int64_t id;
    int64_t size;
};

/* The highest count first, then the newest. */
static int compare_sized(const void *a, const void *b)
{
    const struct sized *left = a;
    const struct sized *right = b;
    if (left->size != right->size) {
        return left->size > right->size ? -1 : 1;
    }
    return left->id > right->id ? -1 : left->id < right->id ? 1 : 0;
}

/* Reports by count: there is no index for that order (it would slow every write), so all that match are
 * looked at and the first of them kept. */
static enum status send_by_count(struct page *page, store_on_report *callback, void *context,
                                 struct query_cursor *next, struct error *error)
{
    const struct query *query = page->query;
    struct query all = *query; /* without the cursor, which is of another order than the search */
    size_t wanted = (size_t)query->limit + 1;
    struct sized *items = arena_array(&page->lasting, 2 * wanted, sizeof *items);
    size_t count = 0;
    struct selection selection;
    struct candidate candidate;
    bool found;
    enum status status;
    all.cursor.set = false;
    if (items == NULL) {
        return no_memory(error);
    }
    status = select_begin(&selection, page->connection, &page->lasting, SELECT_REPORTS, &all, &page->filter,
                          error);
    while (status == OK && (status = select_next(&selection, &candidate, &found, error)) == OK && found) {
        struct use use;
        struct claim_row row;
        bool match;
        status = read_report(page, &use, candidate.id, &row, &match, error);
        if (status == OK && match) {
            const struct count *figure = &row.claim.report.count;
            struct sized item = {candidate.id, figure->max > figure->min ? figure->max : figure->min};
            struct sized start = {query->cursor.id, query->cursor.key};
            if (!query->cursor.set || compare_sized(&item, &start) > 0) {
                items[count++] = item;
            }
        }
        use_end(&use);
        if (count == 2 * wanted) {
            qsort(items, count, sizeof *items, compare_sized);
            count = wanted;
        }
    }
    if (count > 1) {
        qsort(items, count, sizeof *items, compare_sized);
    }
    for (size_t i = 0; status == OK && i < count && i < query->limit; i++) {
        struct use use;
        struct claim_row row;
        bool match;
        bool more;
        status = read_report(page, &use, items[i].id, &row, &match, error);
        more = status == OK && match && send_report(&row, callback, context);
        use_end(&use);
        if (!more) {
            return status;
        }
    }
    if (status == OK && count > query->limit) {
        *next = (struct query_cursor){true, items[query->limit - 1].size, items[query->limit - 1].id};
    }
    return status;
}

enum status store_reports(struct store *store, const struct query *query, store_on_report *row, void *context,
                          struct query_cursor *next, struct error *error)
{
    struct page page;
    enum status status = page_begin(&page, store, query, error);
    if (status != OK) {
        return status;
    }
    *next = (struct query_cursor){0};
    status = term_filter_find(page.connection, &page.lasting, query, &page.filter, error);
    if (status == OK && query->sort == SORT_COUNT_DESCENDING) {
        status = send_by_count(&page, row, context, next, error);
    } else if (status == OK) {
        status = send_page(&page, SELECT_REPORTS, NULL, row, context, next, error);
    }
    page_end(&page, store);
    return status;
}

/* Whether the publisher is one of those asked for; `wanted` are folded. */
static enum status publisher_matches(struct page *page, struct str publisher,
                                     const struct query_values *wanted, bool *match)
{
    struct str folded;
    *match = wanted->count == 0;
    if (*match || publisher.data == NULL) {
        return OK;
    }
    arena_reset(&page->passing);
    folded = term_fold(&page->passing, publisher);
    for (size_t i = 0; i < wanted->count && !*match; i++) {
        *match = str_equal(folded, wanted->items[i]);
    }
    return folded.data == NULL ? ERR_NO_MEMORY : OK;
}

static enum status fold_publishers(struct page *page, struct query_values *folded, struct error *error)
{
    const struct query_values *publishers = &page->query->publishers;
    folded->items = arena_array(&page->lasting, publishers->count, sizeof *folded->items);
    folded->count = publishers->count;
    for (size_t i = 0; folded->items != NULL && i < publishers->count; i++) {
        folded->items[i] = term_fold(&page->lasting, publishers->items[i]);
        if (folded->items[i].data == NULL) {
            return no_memory(error);
        }
    }
    return folded->items == NULL ? no_memory(error) : OK;
}

/* Binds the place to begin at and the last day wanted. */
static void bind_range(struct use *use, const struct query *query, bool descending)
{
    int64_t lowest = query->from == DAY_NONE ? DAY_MIN : query->from;
    int64_t highest = query->to == DAY_NONE ? DAY_MAX : query->to;
    int64_t day = descending ? highest : lowest;
    int64_t number = descending ? INT64_MAX : -1;
    if (query->cursor.set && (descending ? query->cursor.key <= day : query->cursor.key >= day)) {
        day = query->cursor.key;
        number = query->cursor.id;
    }
    use_int64(use, day);
    use_int64(use, number);
    use_int64(use, descending ? lowest : highest);
}

static enum status send_articles(struct page *page, store_on_article *callback, void *context,
                                 struct query_cursor *next, struct error *error)
{
    const struct query *query = page->query;
    bool descending = query->sort == SORT_DATE_DESCENDING;
    struct query_cursor last = {0};
    struct query_values publishers;
    uint32_t sent = 0;
    struct use use;
    bool found;
    enum status status = fold_publishers(page, &publishers, error);
    if (status != OK) {
        return status;
    }
    use_begin(&use, page->connection, descending ? SQL_ARTICLE_LIST_DESCENDING : SQL_ARTICLE_LIST);
    bind_range(&use, query, descending);
    while ((status = use_row(&use, &found, error)) == OK && found) {
        struct store_article row = {0};
        bool match;
        int64_t number = column_int64(&use);
        row.article.id = column_str(&use);
        row_read_article(&use, &row);
        if (publisher_matches(page, row.article.publisher, &publishers, &match) != OK) {
            status = no_memory(error);
            break;
        }
        if (match && sent == query->limit) {
            *next = last;
            break;
        }
        if (match && !callback(context, &row)) {
            break;
        }
        if (match) {
            last = (struct query_cursor){true, row.article.published.day, number};
            sent++;
        }
    }
    use_end(&use);
    return status;
}

enum status store_articles(struct store *store, const struct query *query, store_on_article *row,
                           void *context, struct query_cursor *next, struct error *error)
{
    struct page page;
    enum status status;
    if (query->sort != SORT_DATE && query->sort != SORT_DATE_DESCENDING) {
        return error_set(error, ERR_INVALID, "sort", "articles are sorted by date or -date only");
    }
    status = page_begin(&page, store, query, error);
    if (status != OK) {
        return status;
    }
    *next = (struct query_cursor){0};
    status = send_articles(&page, row, context, next, error);
    page_end(&page, store);
    return status;
}
