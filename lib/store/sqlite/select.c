#include "select.h"

enum { FEWEST_ROWS = 16, MOST_ROWS = 256 };
/* Undated ones come behind all others in either direction. */
#define UNDATED_OFFSET (INT64_C(1) << 40)

struct row {
    int64_t id;
    int64_t key;
    int32_t hi;
    uint32_t facets;
};

/* One range of one index, read in growing runs, so that a stream which gives little costs little. */
struct stream {
    enum sql sql;
    struct str series; /* instead of `term` and `class` */
    int64_t term;
    int32_t class;
    int64_t offset;  /* from the stored key to the key of the sort order */
    int64_t key, id; /* the last row read: the next run begins behind it */
    int64_t bound;   /* the last stored key wanted */
    bool end;
    uint32_t run;
    uint32_t at, filled;
    struct row *rows;
};

static enum status fill(struct selection *selection, struct stream *stream, struct error *error)
{
    struct use use;
    bool found;
    enum status status;
    stream->at = stream->filled = 0;
    use_begin(&use, selection->connection, stream->sql);
    if (stream->series.data != NULL) {
        use_str(&use, stream->series);
    } else {
        use_int64(&use, stream->term);
    }
    use_int64(&use, stream->class);
    use_int64(&use, stream->key);
    use_int64(&use, stream->id);
    use_int64(&use, stream->bound);
    use_int64(&use, stream->run);
    while ((status = use_row(&use, &found, error)) == OK && found && stream->filled < stream->run) {
        struct row *row = &stream->rows[stream->filled++];
        row->id = column_int64(&use);
        row->key = column_int64(&use);
        row->hi = column_int32(&use);
        row->facets = (uint32_t)column_int64(&use);
    }
    use_end(&use);
    if (stream->filled > 0) {
        stream->key = stream->rows[stream->filled - 1].key;
        stream->id = stream->rows[stream->filled - 1].id;
    }
    stream->end = stream->filled < stream->run;
    stream->run = stream->run < MOST_ROWS ? 2 * stream->run : MOST_ROWS;
    return status;
}

static bool matches(const struct selection *selection, const struct stream *stream, const struct row *row)
{
    const struct query *query = selection->query;
    struct span span = {stream->class, (int32_t)row->key, row->hi};
    return !selection->by_date ||
           (span_overlaps(span, query->from, query->to, query->open) && facets_match(row->facets, query));
}

/* Moves to the stream's next matching row; at the end `at` is `filled`. */
static enum status settle(struct selection *selection, struct stream *stream, struct error *error)
{
    for (;;) {
        while (stream->at < stream->filled) {
            if (matches(selection, stream, &stream->rows[stream->at])) {
                return OK;
            }
            stream->at++;
        }
        if (stream->end) {
            return OK;
        }
        enum status status = fill(selection, stream, error);
        if (status != OK) {
            return status;
        }
    }
}

/* Sets the stream to begin behind the cursor, or at the edge of its range when that is further on. */
static void place(struct selection *selection, struct stream *stream, int64_t first, int64_t last)
{
    const struct query_cursor *cursor = &selection->query->cursor;
    bool descending = selection->descending;
    stream->key = descending ? last : first;
    stream->id = descending ? INT64_MAX : -1;
    stream->bound = descending ? first : last;
    if (cursor->set) {
        int64_t key = cursor->key - stream->offset;
        if (descending ? key <= stream->key : key >= stream->key) {
            stream->key = key;
            stream->id = cursor->id;
        }
    }
}

/* The most selective field that is asked for, or NULL: then everything is searched. */
static const struct term_set *choose(const struct term_filter *filter, enum select_target target)
{
    for (unsigned field = 0; target == SELECT_EVENTS && field < TERM_FIELDS; field++) {
        if (filter->fields[field].asked) {
            return &filter->fields[field];
        }
    }
    return NULL;
}

static enum status begin_by_date(struct selection *selection, struct arena *arena, enum select_target target,
                                 const struct term_filter *filter, struct error *error)
{
    static const enum sql statements[2][2] = {
        [SELECT_EVENTS] = {SQL_EVENT_LIST, SQL_EVENT_LIST_DESCENDING},
        [SELECT_REPORTS] = {SQL_REPORT_LIST, SQL_REPORT_LIST_DESCENDING},
    };
    const struct query *query = selection->query;
    const struct term_set *terms = choose(filter, target);
    size_t term_count = terms == NULL ? 1 : terms->count;
    selection->streams = arena_array(arena, term_count * SPAN_CLASSES, sizeof *selection->streams);
    if (selection->streams == NULL) {
        return error_set(error, ERR_NO_MEMORY, NULL, "out of memory");
    }
    for (size_t i = 0; i < term_count; i++) {
        for (int32_t class = 0; class < SPAN_CLASSES; class ++) {
            struct stream *stream = &selection->streams[selection->count];
            int32_t lowest;
            int32_t highest;
            if (!span_range(class, query->from, query->to, query->open, &lowest, &highest)) {
                continue;
            }
            stream->sql = statements[target][selection->descending ? 1 : 0];
            stream->term = terms == NULL ? TERM_ALL : terms->items[i];
            stream->class = class;
            if (class == SPAN_UNDATED) {
                stream->offset = selection->descending ? -UNDATED_OFFSET : UNDATED_OFFSET;
            }
            place(selection, stream, lowest, highest);
            selection->count++;
        }
    }
    return OK;
}

/* By a column that `lowest` bounds. */
static enum status begin_by_column(struct selection *selection, struct arena *arena, enum sql sql,
                                   int64_t lowest, struct error *error)
{
    selection->streams = arena_array(arena, 1, sizeof *selection->streams);
    if (selection->streams == NULL) {
        return error_set(error, ERR_NO_MEMORY, NULL, "out of memory");
    }
    selection->count = 1;
    selection->streams[0].sql = sql;
    place(selection, &selection->streams[0], lowest, INT64_MAX);
    return OK;
}

enum status select_begin(struct selection *selection, struct connection *connection, struct arena *arena,
                         enum select_target target, const struct query *query,
                         const struct term_filter *filter, struct error *error)
{
    enum query_sort sort = query->sort;
    enum status status;
    if (sort == SORT_COUNT_DESCENDING && target == SELECT_REPORTS) {
        sort = SORT_DATE;
    }
    *selection = (struct selection){
        .connection = connection,
        .query = query,
        .descending = sort != SORT_DATE,
        .by_date = sort == SORT_DATE || sort == SORT_DATE_DESCENDING,
    };
    if (selection->by_date && query->series.data != NULL) {
        selection->by_date = false;
        status =
            begin_by_column(selection, arena,
                            selection->descending ? SQL_EVENT_LIST_SERIES_DESCENDING : SQL_EVENT_LIST_SERIES,
                            INT64_MIN, error);
        if (status == OK) {
            selection->streams[0].series = query->series;
        }
    } else if (selection->by_date) {
        status = begin_by_date(selection, arena, target, filter, error);
    } else if (sort == SORT_COUNT_DESCENDING) {
        status = begin_by_column(selection, arena, SQL_EVENT_LIST_SIZE, INT64_MIN, error);
    } else if (target == SELECT_EVENTS) {
        status = begin_by_column(selection, arena, SQL_EVENT_LIST_UPDATED, query->updated_since, error);
    } else {
        status = begin_by_column(selection, arena, SQL_REPORT_LIST_ID, INT64_MIN, error);
    }
    for (size_t i = 0; status == OK && i < selection->count; i++) {
        selection->streams[i].run = FEWEST_ROWS;
        selection->streams[i].rows = arena_array(arena, MOST_ROWS, sizeof(struct row));
        if (selection->streams[i].rows == NULL) {
            status = error_set(error, ERR_NO_MEMORY, NULL, "out of memory");
        }
    }
    return status;
}

/* Whether a comes before b in the order of the list. */
static bool before(const struct selection *selection, struct candidate a, struct candidate b)
{
    if (selection->descending) {
        return a.key > b.key || (a.key == b.key && a.id > b.id);
    }
    return a.key < b.key || (a.key == b.key && a.id < b.id);
}

enum status select_next(struct selection *selection, struct candidate *candidate, bool *found,
                        struct error *error)
{
    for (;;) {
        struct stream *best = NULL;
        for (size_t i = 0; i < selection->count; i++) {
            struct stream *stream = &selection->streams[i];
            enum status status = settle(selection, stream, error);
            if (status != OK) {
                return status;
            }
            if (stream->at < stream->filled) {
                const struct row *row = &stream->rows[stream->at];
                struct candidate here = {row->id, row->key + stream->offset};
                if (best == NULL || before(selection, here, *candidate)) {
                    best = stream;
                    *candidate = here;
                }
            }
        }
        *found = best != NULL;
        if (best == NULL) {
            return OK;
        }
        best->at++;
        /* What has several of the terms searched by comes once from each, side by side. */
        if (!selection->started || candidate->id != selection->before.id ||
            candidate->key != selection->before.key) {
            selection->started = true;
            selection->before = *candidate;
            return OK;
        }
    }
}
