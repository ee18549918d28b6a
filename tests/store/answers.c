/* What a store answers, as text. */
#include <stdlib.h>
#include <string.h>

#include "tests/cmocka.h"
#include "tests/store/support.h"

struct query query_all(void)
{
    return (struct query){.from = DAY_NONE,
                          .to = DAY_NONE,
                          .said_from = DAY_NONE,
                          .said_to = DAY_NONE,
                          .min_count = COUNT_NONE,
                          .max_count = COUNT_NONE,
                          .limit = QUERY_LIMIT_DEFAULT};
}

static void put_day(struct buffer *out, int32_t day)
{
    if (day == DAY_NONE) {
        buffer_append_str(out, STR(".."));
    } else {
        buffer_printf(out, "%d", (int)(day - DAY_0));
    }
}

static void put_days(struct buffer *out, struct interval date)
{
    if (!interval_known(date)) {
        buffer_append_str(out, STR("undated"));
        return;
    }
    put_day(out, date.first);
    buffer_append_char(out, '/');
    put_day(out, date.last);
}

static char *take(struct buffer *out)
{
    char *text;
    size_t size;
    buffer_append_str(out, STR(""));
    assert_int_equal(buffer_status(out), OK);
    text = buffer_take(out, &size);
    return text != NULL ? text : strdup("");
}

static bool put_event(void *context, const struct event *event)
{
    struct buffer *out = context;
    buffer_printf(out, "%s %.*s ", report_kind_name(event->kind), STR_ARG(event->actor));
    put_days(out, event->date);
    buffer_printf(out, " %lld-%lld x%u\n", (long long)event->count.min, (long long)event->count.max,
                  event->reports);
    return true;
}

char *list_events(struct store *store, const struct query *query, struct query_cursor *next)
{
    struct buffer out;
    struct query_cursor unused;
    struct error error = {0};
    buffer_init(&out, 16 << 20);
    if (store_events(store, query, put_event, &out, next != NULL ? next : &unused, &error) != OK) {
        fail_msg("store_events: %s", error.message);
    }
    return take(&out);
}

static bool put_report(void *context, const struct store_report *report)
{
    struct buffer *out = context;
    buffer_printf(out, "%s%.*s", out->size > 0 ? " " : "", STR_ARG(report->article));
    return true;
}

char *list_reports(struct store *store, const struct query *query, struct query_cursor *next)
{
    struct buffer out;
    struct query_cursor unused;
    struct error error = {0};
    buffer_init(&out, 16 << 20);
    if (store_reports(store, query, put_report, &out, next != NULL ? next : &unused, &error) != OK) {
        fail_msg("store_reports: %s", error.message);
    }
    return take(&out);
}

static bool put_article(void *context, const struct store_article *article)
{
    struct buffer *out = context;
    buffer_printf(out, "%s%.*s", out->size > 0 ? " " : "", STR_ARG(article->article.id));
    return true;
}

char *list_articles(struct store *store, const struct query *query, struct query_cursor *next)
{
    struct buffer out;
    struct query_cursor unused;
    struct error error = {0};
    buffer_init(&out, 16 << 20);
    if (store_articles(store, query, put_article, &out, next != NULL ? next : &unused, &error) != OK) {
        fail_msg("store_articles: %s", error.message);
    }
    return take(&out);
}

struct id_sink {
    int64_t *ids;
    size_t count;
};

static bool collect_id(void *context, const struct event *event)
{
    struct id_sink *sink = context;
    int64_t *ids = realloc(sink->ids, (sink->count + 1) * sizeof *ids);
    assert_non_null(ids);
    sink->ids = ids;
    sink->ids[sink->count++] = event->id;
    return true;
}

static void put_readings(struct buffer *out, const struct timex_reading *readings, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        buffer_printf(out, " or %s ", readings[i].value);
        put_days(out, readings[i].date);
    }
}

static bool describe_event(void *context, const struct event *event)
{
    struct buffer *out = context;
    const struct bounds *bounds[] = {&event->count, &event->killed, &event->wounded, &event->missing,
                                     &event->captured};
    buffer_printf(out, "%s %s %s \"%.*s\" ", report_kind_name(event->kind),
                  report_subtype_name(event->subtype), report_scope_name(event->scope),
                  STR_ARG(event->title));
    put_days(out, event->date);
    put_readings(out, event->alternatives, event->alternative_count);
    buffer_append_str(out, STR(" as of "));
    put_day(out, event->as_of);
    for (size_t i = 0; i < 5; i++) {
        buffer_printf(out, " %lld-%lld", (long long)bounds[i]->min, (long long)bounds[i]->max);
    }
    buffer_printf(out, " %.*s/%.*s %.*s", STR_ARG(event->actor), STR_ARG(event->counterpart),
                  STR_ARG(event->series));
    for (size_t i = 0; i < event->place_count; i++) {
        buffer_printf(out, " @%.*s", STR_ARG(event->places[i].name));
    }
    for (size_t i = 0; i < event->source_count; i++) {
        buffer_printf(out, " by %.*s", STR_ARG(event->sources[i]));
    }
    for (size_t i = 0; i < STATUS_COUNT; i++) {
        buffer_printf(out, " %u", event->statuses[i]);
    }
    buffer_printf(out, " r%u a%u p%u v%u ", event->reports, event->articles, event->publishers,
                  event->voices);
    put_day(out, event->first_reported);
    return true;
}

static int compare_text(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

struct strings {
    char **items;
    size_t count;
};

static void add_string(struct strings *strings, char *text)
{
    char **items = realloc(strings->items, (strings->count + 1) * sizeof *items);
    assert_non_null(items);
    strings->items = items;
    strings->items[strings->count++] = text;
}

struct description {
    struct buffer line;
    struct strings reports;
};

static bool describe_head(void *context, const struct event *event)
{
    struct description *description = context;
    return describe_event(&description->line, event);
}

static bool describe_report(void *context, const struct store_report *report)
{
    struct description *description = context;
    struct buffer out;
    buffer_init(&out, 1 << 16);
    buffer_printf(&out, " %.*s[%u]", STR_ARG(report->article), report->report->evidence.begin / 1000);
    put_readings(&out, report->report->alternatives, report->report->alternative_count);
    add_string(&description->reports, take(&out));
    return true;
}

/* The strings in order, each followed by `end`; they are freed. */
static char *join_sorted(struct strings *strings, const char *end)
{
    struct buffer out;
    buffer_init(&out, 64 << 20);
    if (strings->count > 1) {
        qsort(strings->items, strings->count, sizeof *strings->items, compare_text);
    }
    for (size_t i = 0; i < strings->count; i++) {
        buffer_printf(&out, "%s%s", strings->items[i], end);
        free(strings->items[i]);
    }
    free(strings->items);
    return take(&out);
}

char *describe_events(struct store *store)
{
    struct query query = query_all();
    struct query_cursor next;
    struct id_sink sink = {0};
    struct strings lines = {0};
    struct error error = {0};
    query.limit = UINT32_MAX;
    if (store_events(store, &query, collect_id, &sink, &next, &error) != OK) {
        fail_msg("store_events: %s", error.message);
    }
    for (size_t i = 0; i < sink.count; i++) {
        struct description description = {0};
        int64_t successor;
        char *reports;
        buffer_init(&description.line, 1 << 20);
        if (store_event(store, sink.ids[i], &query, describe_head, describe_report, &description, &next,
                        &successor, &error) != OK) {
            fail_msg("store_event: %s", error.message);
        }
        reports = join_sorted(&description.reports, "");
        buffer_append_str(&description.line, str_from(reports));
        free(reports);
        add_string(&lines, take(&description.line));
    }
    free(sink.ids);
    return join_sorted(&lines, "\n");
}
