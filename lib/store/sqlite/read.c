/* Reads of one article and of one event. */
#include <stdlib.h>
#include <string.h>

#include "correction.h"
#include "internal.h"
#include "pack.h"
#include "stage.h"

static enum status no_memory(struct error *error)
{
    return error_set(error, ERR_NO_MEMORY, NULL, "out of memory");
}

static enum status unreadable(enum status status, struct error *error)
{
    return error_set(error, status, NULL,
                     status == ERR_NO_MEMORY ? "out of memory" : "a stored row cannot be read");
}

/* Copies every string of the article into the arena. */
static enum status keep_article(struct arena *arena, struct article *article)
{
    struct str *strings[] = {&article->id,        &article->url,    &article->title,   &article->text,
                             &article->publisher, &article->author, &article->language};
    for (size_t i = 0; i < sizeof strings / sizeof strings[0]; i++) {
        if (strings[i]->data != NULL) {
            *strings[i] = arena_copy(arena, *strings[i]);
            if (strings[i]->data == NULL) {
                return ERR_NO_MEMORY;
            }
        }
    }
    return OK;
}

static enum status read_reports(struct connection *connection, struct arena *arena, int64_t first,
                                size_t count, struct store_article *article, struct error *error)
{
    struct use use;
    bool found;
    enum status status;
    article->reports = arena_array(arena, count, sizeof *article->reports);
    article->report_ids = arena_array(arena, count, sizeof *article->report_ids);
    article->event_ids = arena_array(arena, count, sizeof *article->event_ids);
    article->corrected = arena_array(arena, count, sizeof *article->corrected);
    if (article->corrected == NULL || article->reports == NULL || article->report_ids == NULL ||
        article->event_ids == NULL) {
        return no_memory(error);
    }
    use_begin(&use, connection, SQL_CLAIM_BY_RANGE);
    use_int64(&use, first);
    use_int64(&use, first + (int64_t)count - 1);
    while ((status = use_row(&use, &found, error)) == OK && found && article->report_count < count) {
        struct claim_row row;
        status = row_read_claim(&use, arena, true, &row);
        if (status != OK) {
            status = unreadable(status, error);
            break;
        }
        article->reports[article->report_count] = row.claim.report;
        article->report_ids[article->report_count] = row.claim.id;
        article->event_ids[article->report_count] = row.event;
        article->corrected[article->report_count] = row.corrected;
        article->report_count++;
    }
    use_end(&use);
    return status;
}

static enum status read_article(struct connection *connection, struct arena *arena, struct str id,
                                struct store_article *article, struct error *error)
{
    struct use use;
    bool found;
    int64_t first = 0;
    int64_t count = 0;
    enum status status;
    use_begin(&use, connection, SQL_ARTICLE_BY_ID);
    use_str(&use, id);
    status = use_row(&use, &found, error);
    if (status == OK && !found) {
        status = error_set(error, ERR_NOT_FOUND, NULL, "there is no article %.*s", (int)id.size, id.data);
    } else if (status == OK) {
        (void)column_int64(&use);
        article->article.id = column_str(&use);
        row_read_article(&use, article);
        article->article.text = column_str(&use);
        first = column_int64(&use);
        count = column_int64(&use);
        status = unpack_timexes(arena, column_blob(&use), &article->timexes);
        if (status == OK) {
            status = keep_article(arena, &article->article);
        }
        if (status != OK) {
            status = unreadable(status, error);
        }
    }
    use_end(&use);
    return status == OK ? read_reports(connection, arena, first, (size_t)count, article, error) : status;
}

enum status article_after(struct connection *connection, struct arena *arena, int64_t number,
                          struct store_article *article, struct staged *item, bool *found,
                          struct error *error)
{
    struct use use;
    use_begin(&use, connection, SQL_ARTICLE_AFTER);
    use_int64(&use, number);
    enum status status = use_row(&use, found, error);
    if (status == OK && *found) {
        item->article = column_int64(&use);
        article->article.id = column_str(&use);
        row_read_article(&use, article);
        article->article.text = column_str(&use);
        item->first_report = column_int64(&use);
        item->report_count = column_int64(&use);
        item->timexes = arena_copy(arena, column_blob(&use));
        struct str hash = column_blob(&use);
        memcpy(item->hash, hash.data, hash.size < sizeof item->hash ? hash.size : sizeof item->hash);
        status = item->timexes.data == NULL ? ERR_NO_MEMORY : keep_article(arena, &article->article);
        if (status != OK) {
            status = unreadable(status, error);
        }
    }
    use_end(&use);
    return status;
}

enum status store_article(struct store *store, struct arena *arena, struct str id,
                          struct store_article *article, struct error *error)
{
    struct connection *connection;
    enum status status = read_begin(store, &connection, error);
    if (status != OK) {
        return status;
    }
    *article = (struct store_article){0};
    status = read_article(connection, arena, id, article, error);
    read_end(store, connection);
    return status;
}

enum status find_successor(struct connection *connection, int64_t id, int64_t *successor, struct error *error)
{
    bool first = true;
    *successor = id;
    for (;;) {
        struct use use;
        bool found;
        bool live = false;
        int64_t next = 0;
        enum status status;
        if (!first) {
            use_begin(&use, connection, SQL_EVENT_BY_ID);
            use_int64(&use, *successor);
            status = use_row(&use, &live, error);
            use_end(&use);
            if (status != OK || live) {
                return status == OK ? error_set(error, ERR_CONFLICT, NULL, "the event was merged into e%lld",
                                                (long long)*successor)
                                    : status;
            }
        }
        use_begin(&use, connection, SQL_EVENT_GONE_BY_ID);
        use_int64(&use, *successor);
        status = use_row(&use, &found, error);
        if (status == OK && found) {
            next = column_optional(&use, 0);
        }
        use_end(&use);
        if (status != OK) {
            return status;
        }
        if (!found) {
            return error_set(error, ERR_NOT_FOUND, NULL, "there is no event e%lld", (long long)*successor);
        }
        if (next == 0) {
            return error_set(error, ERR_GONE, NULL,
                             "the event was removed: its reports are gone, or analysts rejected them");
        }
        *successor = next;
        first = false;
    }
}

struct event_claims {
    struct claim_row *rows;
    struct claim *claims;
    size_t count;
};

/* The day on which it was said, else published. */
static int32_t day_said(const struct claim *claim)
{
    return claim->report.said.first != DAY_NONE ? claim->report.said.first : claim->published;
}

/* Earliest said first; then by publication, article and place in it. */
static int compare_rows(const void *a, const void *b)
{
    const struct claim_row *left = a;
    const struct claim_row *right = b;
    int32_t left_said = day_said(&left->claim);
    int32_t right_said = day_said(&right->claim);
    int order = left_said < right_said ? -1 : left_said > right_said ? 1 : 0;
    if (order == 0) {
        order = left->claim.published < right->claim.published   ? -1
                : left->claim.published > right->claim.published ? 1
                                                                 : 0;
    }
    if (order == 0) {
        order = str_compare(left->claim.article, right->claim.article);
    }
    if (order == 0) {
        order = left->position < right->position ? -1 : left->position > right->position ? 1 : 0;
    }
    return order;
}

static enum status read_claims(struct connection *connection, struct arena *arena,
                               const struct event_row *event, struct event_claims *claims,
                               struct error *error)
{
    struct use use;
    bool found;
    size_t most = event->event.reports;
    enum status status;
    claims->rows = arena_array(arena, most, sizeof *claims->rows);
    claims->claims = arena_array(arena, most, sizeof *claims->claims);
    if (claims->rows == NULL || claims->claims == NULL) {
        return no_memory(error);
    }
    use_begin(&use, connection, SQL_CLAIM_BY_EVENT);
    use_int64(&use, event->component);
    use_int64(&use, event->event.id);
    while ((status = use_row(&use, &found, error)) == OK && found && claims->count < most) {
        status = row_read_claim(&use, arena, true, &claims->rows[claims->count]);
        if (status != OK) {
            status = unreadable(status, error);
            break;
        }
        claims->count++;
    }
    use_end(&use);
    if (claims->count > 1) {
        qsort(claims->rows, claims->count, sizeof *claims->rows, compare_rows);
    }
    for (size_t i = 0; i < claims->count; i++) {
        claims->claims[i] = claims->rows[i].claim;
    }
    return status;
}

/* Claims that each claim is compared with at most, so that an event of thousands of reports is answered in
 * time. */
#define MOST_COMPARED 256

/* What ties a claim to another one of the event. */
struct tie {
    struct merge_why why; /* all zero: nothing does */
    size_t other;
    bool reached;
};

/* Takes the link of claim `i` to claim `k` when it is a better one. */
static void tie_to(const struct merge_prepared *const *prepared, size_t i, size_t k, struct tie *tie)
{
    struct merge_why why;
    if (k != i && merge_score_prepared(prepared[i], prepared[k], &why) >= MERGE_LINK &&
        why.total > tie->why.total) {
        tie->why = why;
        tie->other = k;
    }
}

/* The best link of claim `i` to one of the first `most`. */
static void tie_best(const struct merge_prepared *const *prepared, size_t most, size_t i, struct tie *tie)
{
    for (size_t k = 0; k < most; k++) {
        tie_to(prepared, i, k, tie);
    }
}

/* The likeliest of those that are not reached; where none of them is tied to what is, the earliest. */
static size_t next_tied(const struct tie *ties, size_t count)
{
    size_t next = count;
    for (size_t i = 0; i < count; i++) {
        if (!ties[i].reached && (next == count || ties[i].why.total > ties[next].why.total)) {
            next = i;
        }
    }
    return next;
}

/* A maximum spanning tree of the links, from the earliest claim on: each further claim is tied to one that is
 * in the tree already, so that the ties tell all that made one event of them.  The best link of each alone
 * would often tie the two claims of one sentence to each other, and no article to the next.  The tree grows
 * only until it holds the claims from `first` to `end`, which are told: their ties are as in the whole. */
static void tie_claims(const struct merge_prepared *const *prepared, size_t count, size_t first, size_t end,
                       struct tie *ties)
{
    size_t wanted = end > first ? end - first : 0;
    while (wanted > 0) {
        size_t next = next_tied(ties, count);
        ties[next].reached = true;
        wanted -= next >= first && next < end;
        for (size_t k = 0; wanted > 0 && k < count; k++) {
            if (!ties[k].reached) {
                tie_to(prepared, k, next, &ties[k]);
            }
        }
    }
    for (size_t i = first; i < end; i++) {
        if (ties[i].why.total == 0) { /* the first of a tree */
            tie_best(prepared, count, i, &ties[i]);
        }
    }
}

/* The total that claim `i` counts a part of, the one of several that is a part of the others; NULL: none. */
static const struct claim *find_whole(const struct event_claims *claims,
                                      const struct merge_prepared *const *prepared, size_t i)
{
    size_t whole = i;
    for (size_t k = 0; k < claims->count && k < MOST_COMPARED; k++) {
        if (k != i && merge_is_part(prepared[i], prepared[k]) &&
            (whole == i || merge_is_part(prepared[k], prepared[whole]))) {
            whole = k;
        }
    }
    return whole == i ? NULL : &claims->claims[whole];
}

/* The first claim of the page.  The order of the claims is told by more than a cursor holds, so its report is
 * looked for; when that is gone, the claims of its day come again rather than none of them. */
static size_t find_start(const struct event_claims *claims, const struct query_cursor *cursor)
{
    size_t start = 0;
    for (size_t i = 0; cursor->set && i < claims->count; i++) {
        if (claims->claims[i].id == cursor->id) {
            return i + 1;
        }
        if (day_said(&claims->claims[i]) < cursor->key) {
            start = i + 1;
        }
    }
    return start;
}

/* What analysts did to put claims where they are: the corrections that hold several claims of the event
 * together, and those that split off. */
struct ruled {
    int64_t report, correction;
    enum correction_kind kind;
};

static enum status read_rulings(struct connection *connection, struct arena *arena,
                                const struct event_row *event, struct ruled **ruled, size_t *count,
                                struct error *error)
{
    struct use use;
    bool found;
    size_t capacity = 0;
    enum status status;
    *ruled = NULL;
    *count = 0;
    use_begin(&use, connection, SQL_RULING_BY_EVENT);
    use_int64(&use, event->component);
    use_int64(&use, event->event.id);
    while ((status = use_row(&use, &found, error)) == OK && found) {
        if (*count == capacity) {
            size_t more = 2 * capacity + 16;
            *ruled = arena_grow(arena, *ruled, capacity, more, sizeof **ruled);
            capacity = more;
        }
        if (*ruled == NULL) {
            status = no_memory(error);
            break;
        }
        (*ruled)[*count].report = column_int64(&use);
        (*ruled)[*count].correction = column_int64(&use);
        (*ruled)[(*count)++].kind = (enum correction_kind)column_int32(&use);
    }
    use_end(&use);
    return status;
}

/* The latest of them on `report`, 0 when there is none; they are in the order of the corrections. */
static int64_t latest_ruling(const struct ruled *ruled, size_t count, int64_t report)
{
    for (size_t i = count; i-- > 0;) {
        bool several = (i > 0 && ruled[i - 1].correction == ruled[i].correction) ||
                       (i + 1 < count && ruled[i + 1].correction == ruled[i].correction);
        if (ruled[i].report == report && (several || ruled[i].kind == CORRECTION_SPLIT)) {
            return ruled[i].correction;
        }
    }
    return 0;
}

static enum status send_claims(const struct event_claims *claims, struct arena *arena,
                               const struct ruled *ruled, size_t ruled_count, const struct query *query,
                               store_on_report *reports, void *context, struct query_cursor *next,
                               struct error *error)
{
    size_t start = find_start(claims, &query->cursor);
    size_t end = claims->count - start > query->limit ? start + query->limit : claims->count;
    uint32_t *copy_of = arena_array(arena, claims->count, sizeof *copy_of);
    const struct merge_prepared **prepared =
        arena_array(arena, claims->count, sizeof(struct merge_prepared *));
    bool *part =
        arena_array(arena, claims->count, sizeof *part); /* what counts beside its total is a rival */
    size_t compared = claims->count < MOST_COMPARED ? claims->count : MOST_COMPARED;
    struct tie *ties = arena_array(arena, claims->count, sizeof *ties);
    if (copy_of == NULL || prepared == NULL || part == NULL || ties == NULL) {
        return no_memory(error);
    }
    merge_find_parts(claims->claims, claims->count, part);
    for (size_t i = 0; i < claims->count; i++) {
        if (i < MOST_COMPARED || (i >= start && i < end)) {
            prepared[i] = merge_prepare(arena, &claims->claims[i]);
            if (prepared[i] == NULL) {
                return no_memory(error);
            }
        }
    }
    merge_copies(claims->claims, claims->count, copy_of);
    tie_claims(prepared, compared, start, end < compared ? end : compared, ties);
    for (size_t i = start; i < end; i++) {
        const struct claim_row *row = &claims->rows[i];
        struct store_report report = row_report(row);
        report.copy_of = copy_of[i] != i ? claims->claims[copy_of[i]].id : 0;
        if (i >= compared) {
            tie_best(prepared, compared, i, &ties[i]);
        }
        report.why = ties[i].why;
        report.joined_to = ties[i].why.total > 0 ? claims->claims[ties[i].other].id : 0;
        report.part_of = part[i] ? find_whole(claims, prepared, i) : NULL;
        report.ruling = latest_ruling(ruled, ruled_count, report.id);
        if (!reports(context, &report)) {
            return OK;
        }
    }
    if (end < claims->count) {
        const struct claim *last = &claims->claims[end - 1];
        *next = (struct query_cursor){true, day_said(last), last->id};
    }
    return OK;
}

static enum status read_event(struct connection *connection, struct arena *arena, int64_t id,
                              const struct query *query, store_on_event *row, store_on_report *reports,
                              void *context, struct query_cursor *next, int64_t *successor,
                              struct error *error)
{
    struct event_row event;
    struct event_claims claims = {0};
    struct ruled *ruled;
    size_t ruled_count;
    struct use use;
    bool found;
    enum status status;
    use_begin(&use, connection, SQL_EVENT_BY_ID);
    use_int64(&use, id);
    status = use_row(&use, &found, error);
    if (status == OK && found) {
        status = row_read_event(&use, arena, true, &event);
        if (status != OK) {
            status = unreadable(status, error);
        }
    }
    use_end(&use);
    if (status == OK && !found) {
        return find_successor(connection, id, successor, error);
    }
    if (status == OK) {
        status = read_claims(connection, arena, &event, &claims, error);
    }
    if (status == OK) {
        status = read_rulings(connection, arena, &event, &ruled, &ruled_count, error);
    }
    if (status == OK && row(context, &event.event)) {
        status = send_claims(&claims, arena, ruled, ruled_count, query, reports, context, next, error);
    }
    return status;
}

enum status store_event(struct store *store, int64_t id, const struct query *query, store_on_event *row,
                        store_on_report *reports, void *context, struct query_cursor *next,
                        int64_t *successor, struct error *error)
{
    struct arena arena;
    struct connection *connection;
    enum status status = read_begin(store, &connection, error);
    if (status != OK) {
        return status;
    }
    arena_init(&arena, READ_MEMORY);
    *successor = 0;
    *next = (struct query_cursor){0};
    status = read_event(connection, &arena, id, query, row, reports, context, next, successor, error);
    arena_release(&arena);
    read_end(store, connection);
    return status;
}

enum status store_correction(struct store *store, int64_t id, store_on_correction *row, void *context,
                             struct error *error)
{
    struct arena arena;
    struct connection *connection;
    struct correction correction;
    bool found;
    enum status status = read_begin(store, &connection, error);
    if (status != OK) {
        return status;
    }
    arena_init(&arena, READ_MEMORY);
    status = correction_find(connection, &arena, id, &correction, &found, error);
    if (status == OK && found) {
        (void)row(context, &correction);
    } else if (status == OK) {
        status = error_set(error, ERR_NOT_FOUND, NULL, "there is no correction c%lld", (long long)id);
    }
    arena_release(&arena);
    read_end(store, connection);
    return status;
}

enum status store_corrections(struct store *store, const struct query *query, store_on_correction *row,
                              void *context, struct query_cursor *next, struct error *error)
{
    struct arena arena;
    struct connection *connection;
    struct use use;
    bool found;
    uint32_t sent = 0;
    int64_t last = query->cursor.set ? query->cursor.id : 0;
    enum status status = read_begin(store, &connection, error);
    *next = (struct query_cursor){0};
    if (status != OK) {
        return status;
    }
    arena_init(&arena, READ_MEMORY);
    use_begin(&use, connection, SQL_CORRECTION_LIST);
    use_int64(&use, last);
    while ((status = use_row(&use, &found, error)) == OK && found) {
        struct correction correction;
        if (sent++ == query->limit) {
            *next = (struct query_cursor){true, 0, last};
            break;
        }
        arena_reset(&arena);
        status = correction_read(connection, &use, &arena, &correction, error);
        if (status != OK || !row(context, &correction)) {
            break;
        }
        last = correction.id;
    }
    use_end(&use);
    arena_release(&arena);
    read_end(store, connection);
    return status;
}
