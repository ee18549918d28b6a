#include "rows.h"

#include "pack.h"

/* Reads strings, copying them when asked to; the first failure sticks. */
struct reader {
    struct use *use;
    struct arena *keep; /* NULL: borrow */
    enum status status;
};

static struct str hold(struct reader *reader, struct str s)
{
    if (reader->keep != NULL && s.data != NULL) {
        s = arena_copy(reader->keep, s);
        if (s.data == NULL) {
            reader->status = ERR_NO_MEMORY;
        }
    }
    return s;
}

static struct str read_str(struct reader *reader)
{
    return hold(reader, column_str(reader->use));
}

static struct str read_blob(struct reader *reader)
{
    return hold(reader, column_blob(reader->use));
}

static struct interval read_interval(struct use *use)
{
    struct interval date;
    date.first = column_day(use);
    date.last = column_day(use);
    date.precision = (enum precision)column_int32(use);
    date.approximate = column_int32(use) != 0;
    return date;
}

static struct quote read_quote(struct reader *reader)
{
    struct quote quote;
    quote.field = (enum article_field)column_int32(reader->use);
    quote.begin = (uint32_t)column_int64(reader->use);
    quote.end = (uint32_t)column_int64(reader->use);
    quote.text = read_str(reader);
    return quote;
}

enum status row_read_claim(struct use *use, struct arena *arena, bool keep, struct claim_row *row)
{
    struct reader reader = {use, keep ? arena : NULL, OK};
    struct claim *claim = &row->claim;
    struct report *report = &claim->report;
    struct str places;
    struct str alternatives;
    struct str corrected;
    enum status status;
    claim->id = column_int64(use);
    row->event = column_int64(use);
    row->component = column_int64(use);
    row->position = column_int32(use);
    row->span.class = column_int32(use);
    row->span.lo = column_int32(use);
    row->span.hi = column_int32(use);
    row->facets = (uint32_t)column_int64(use);
    report->kind = (enum report_kind)column_int32(use);
    report->subtype = (enum report_subtype)column_int32(use);
    report->scope = (enum report_scope)column_int32(use);
    report->status = (enum report_status)column_int32(use);
    report->date = read_interval(use);
    report->said = read_interval(use);
    report->count.min = column_optional(use, COUNT_NONE);
    report->count.max = column_optional(use, COUNT_NONE);
    report->count.qualifier = read_str(&reader);
    report->count.text = read_quote(&reader);
    report->actor = read_str(&reader);
    report->counterpart = read_str(&reader);
    report->basis_timex = column_int32(use);
    report->basis = read_quote(&reader);
    report->source_name = read_str(&reader);
    report->source = read_quote(&reader);
    report->evidence = read_quote(&reader);
    report->prefix = read_str(&reader);
    report->suffix = read_str(&reader);
    report->rule = read_str(&reader);
    places = read_blob(&reader);
    row->terms = read_blob(&reader);
    claim->voice = (uint64_t)column_int64(use);
    row->twin = column_int64(use);
    claim->article = read_str(&reader);
    claim->published = column_int32(use);
    claim->publisher = read_str(&reader);
    alternatives = read_blob(&reader);
    corrected = read_blob(&reader);
    row->title = read_str(&reader);
    row->url = read_str(&reader);
    if (reader.status != OK) {
        return reader.status;
    }
    status = unpack_places(arena, places, &report->places, &report->place_count);
    if (status == OK) {
        status = unpack_readings(arena, alternatives, &report->alternatives, &report->alternative_count);
    }
    report->corrected = 0;
    report->rejected = false;
    return status == OK ? unpack_corrected(arena, corrected, report, &row->corrected) : status;
}

struct store_report row_report(const struct claim_row *row)
{
    return (struct store_report){
        .id = row->claim.id,
        .event = row->event,
        .report = &row->claim.report,
        .article = row->claim.article,
        .title = row->title,
        .url = row->url,
        .publisher = row->claim.publisher,
        .published = row->claim.published,
        .corrected = row->corrected,
    };
}

static void bind_interval(struct use *use, struct interval date)
{
    use_day(use, date.first);
    use_day(use, date.last);
    use_int64(use, (int64_t)date.precision);
    use_int64(use, date.approximate ? 1 : 0);
}

static void bind_quote(struct use *use, const struct quote *quote)
{
    use_int64(use, (int64_t)quote->field);
    use_int64(use, quote->begin);
    use_int64(use, quote->end);
    use_str(use, quote->text);
}

void row_bind_report(struct use *use, int64_t article, const struct claim_row *row, int32_t reach,
                     struct str places, struct str alternatives, struct str corrected)
{
    const struct report *report = &row->claim.report;
    use_int64(use, row->claim.id);
    use_int64(use, article);
    use_int64(use, row->position);
    use_int64(use, row->event);
    use_int64(use, row->component);
    use_int64(use, (int64_t)report->kind);
    use_str(use, row->actor_key);
    use_int64(use, row->span.class);
    use_int64(use, row->span.lo);
    use_int64(use, row->span.hi);
    use_int64(use, reach);
    use_int64(use, row->facets);
    use_int64(use, row->twin);
    use_int64(use, (int64_t)row->claim.voice);
    use_str(use, row->claim.article);
    use_int64(use, row->claim.published);
    use_str(use, row->claim.publisher);
    use_int64(use, (int64_t)report->subtype);
    use_int64(use, (int64_t)report->scope);
    use_int64(use, (int64_t)report->status);
    bind_interval(use, report->date);
    bind_interval(use, report->said);
    use_optional(use, report->count.min, COUNT_NONE);
    use_optional(use, report->count.max, COUNT_NONE);
    use_str(use, report->count.qualifier);
    bind_quote(use, &report->count.text);
    use_str(use, report->actor);
    use_str(use, report->counterpart);
    use_int64(use, report->basis_timex);
    bind_quote(use, &report->basis);
    use_str(use, report->source_name);
    bind_quote(use, &report->source);
    bind_quote(use, &report->evidence);
    use_str(use, report->prefix);
    use_str(use, report->suffix);
    use_str(use, report->rule);
    use_blob(use, places.data, places.size);
    use_blob(use, row->terms.data, row->terms.size);
    use_blob(use, alternatives.data, alternatives.size);
    use_str(use, row->town_key);
    if (corrected.size > 0) {
        use_blob(use, corrected.data, corrected.size);
    } else {
        use_optional(use, 0, 0);
    }
}

static struct bounds read_bounds(struct use *use)
{
    struct bounds bounds;
    bounds.min = column_optional(use, COUNT_NONE);
    bounds.max = column_optional(use, COUNT_NONE);
    return bounds;
}

static void bind_bounds(struct use *use, struct bounds bounds)
{
    use_optional(use, bounds.min, COUNT_NONE);
    use_optional(use, bounds.max, COUNT_NONE);
}

enum status row_read_event(struct use *use, struct arena *arena, bool keep, struct event_row *row)
{
    struct reader reader = {use, keep ? arena : NULL, OK};
    struct event *event = &row->event;
    struct str places;
    struct str sources;
    struct str alternatives;
    enum status status;
    event->id = column_int64(use);
    row->component = column_int64(use);
    event->kind = (enum report_kind)column_int32(use);
    event->subtype = (enum report_subtype)column_int32(use);
    event->subtypes = (uint32_t)column_int64(use);
    event->scope = (enum report_scope)column_int32(use);
    event->date = read_interval(use);
    event->as_of = column_day(use);
    event->count = read_bounds(use);
    event->killed = read_bounds(use);
    event->wounded = read_bounds(use);
    event->missing = read_bounds(use);
    event->captured = read_bounds(use);
    for (unsigned i = 0; i < STATUS_COUNT; i++) {
        event->statuses[i] = (uint32_t)column_int64(use);
    }
    event->reports = (uint32_t)column_int64(use);
    event->articles = (uint32_t)column_int64(use);
    event->publishers = (uint32_t)column_int64(use);
    event->voices = (uint32_t)column_int64(use);
    event->first_reported = column_day(use);
    event->updated = column_int64(use);
    event->revision = (uint32_t)column_int64(use);
    (void)column_int64(use); /* size follows from the count */
    event->title = read_str(&reader);
    event->actor = read_str(&reader);
    event->counterpart = read_str(&reader);
    places = read_blob(&reader);
    sources = read_blob(&reader);
    row->terms = read_blob(&reader);
    alternatives = read_blob(&reader);
    event->series = read_str(&reader);
    status = reader.status;
    if (status == OK) {
        status = unpack_places(arena, places, &event->places, &event->place_count);
    }
    if (status == OK) {
        status = unpack_strings(arena, sources, &event->sources, &event->source_count);
    }
    if (status == OK) {
        status = unpack_readings(arena, alternatives, &event->alternatives, &event->alternative_count);
    }
    return status;
}

int64_t event_size(const struct event *event)
{
    _Static_assert(COUNT_NONE < 0, "no count sorts below every count");
    return event->count.max > event->count.min ? event->count.max : event->count.min;
}

void row_bind_event(struct use *use, const struct event_row *row, struct str places, struct str sources,
                    struct str alternatives)
{
    const struct event *event = &row->event;
    use_optional(use, event->id, 0);
    use_int64(use, row->component);
    use_int64(use, (int64_t)event->kind);
    use_int64(use, (int64_t)event->subtype);
    use_int64(use, event->subtypes);
    use_int64(use, (int64_t)event->scope);
    bind_interval(use, event->date);
    use_day(use, event->as_of);
    bind_bounds(use, event->count);
    bind_bounds(use, event->killed);
    bind_bounds(use, event->wounded);
    bind_bounds(use, event->missing);
    bind_bounds(use, event->captured);
    for (unsigned i = 0; i < STATUS_COUNT; i++) {
        use_int64(use, event->statuses[i]);
    }
    use_int64(use, event->reports);
    use_int64(use, event->articles);
    use_int64(use, event->publishers);
    use_int64(use, event->voices);
    use_day(use, event->first_reported);
    use_int64(use, event->updated);
    use_int64(use, event->revision);
    use_int64(use, event_size(event));
    use_str(use, event->title);
    use_str(use, event->actor);
    use_str(use, event->counterpart);
    use_blob(use, places.data, places.size);
    use_blob(use, sources.data, sources.size);
    use_blob(use, row->terms.data, row->terms.size);
    use_blob(use, alternatives.data, alternatives.size);
    use_str(use, event->series);
}

void row_read_article(struct use *use, struct store_article *row)
{
    struct article *article = &row->article;
    row->revision = (uint32_t)column_int64(use);
    row->stored = column_int64(use);
    article->published.day = column_int32(use);
    article->published.second = column_int32(use);
    article->published.offset_minutes = (int16_t)column_optional(use, INT16_MIN);
    article->published.has_offset = article->published.offset_minutes != INT16_MIN;
    if (!article->published.has_offset) {
        article->published.offset_minutes = 0;
    }
    article->url = column_str(use);
    article->title = column_str(use);
    article->publisher = column_str(use);
    article->author = column_str(use);
    article->language = column_str(use);
}

void row_bind_article(struct use *use, const struct article *article)
{
    use_int64(use, article->published.day);
    use_int64(use, article->published.second);
    use_optional(use, article->published.has_offset ? article->published.offset_minutes : INT16_MIN,
                 INT16_MIN);
    use_str(use, article->url);
    use_str(use, article->title);
    use_str(use, article->publisher);
    use_str(use, article->author);
    use_str(use, article->language);
    use_str(use, article->text.data == NULL ? STR("") : article->text);
}
