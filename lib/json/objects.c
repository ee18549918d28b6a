/* The objects of the HTTP contract. */
#include "json/json.h"

static void write_day(struct json_writer *writer, int32_t day)
{
    if (day == DAY_NONE) {
        json_write_null(writer);
        return;
    }
    char text[11];
    day_format(day, text);
    json_str(writer, (struct str){.data = text, .size = sizeof(text) - 1});
}

static void write_bound(struct json_writer *writer, int64_t bound)
{
    if (bound == COUNT_NONE) {
        json_write_null(writer);
    } else {
        json_int(writer, bound);
    }
}

/* "r342": a letter that tells what it is, and the store's number. */
static void write_id(struct json_writer *writer, char letter, int64_t id)
{
    if (id == 0) {
        json_write_null(writer);
        return;
    }
    char text[24];
    size_t at = sizeof(text);
    for (uint64_t rest = (uint64_t)id; rest > 0; rest /= 10) {
        text[--at] = (char)('0' + rest % 10);
    }
    text[--at] = letter;
    json_str(writer, (struct str){.data = text + at, .size = sizeof(text) - at});
}

/* Where quoted words stand, so that a page can mark them: nothing when there are none. */
static void write_quote_place(struct json_writer *writer, const struct quote *quote)
{
    if (quote->text.data == NULL) {
        return;
    }
    json_key(writer, "field");
    json_text(writer, article_field_name(quote->field));
    json_key(writer, "begin");
    json_int(writer, quote->begin);
    json_key(writer, "end");
    json_int(writer, quote->end);
}

void json_write_interval(struct json_writer *writer, struct interval date)
{
    if (!interval_known(date)) {
        json_write_null(writer);
        return;
    }
    json_object_begin(writer);
    json_key(writer, "first");
    write_day(writer, date.first);
    json_key(writer, "last");
    write_day(writer, date.last);
    json_key(writer, "precision");
    json_text(writer, precision_name(date.precision));
    char edtf[32];
    interval_edtf(date, edtf);
    json_key(writer, "edtf");
    json_text(writer, edtf);
    if (date.approximate) {
        json_key(writer, "approximate");
        json_bool(writer, true);
    }
    json_object_end(writer);
}

void json_write_timex(struct json_writer *writer, const struct timex *timex, struct utf8_cursor *cursor)
{
    json_object_begin(writer);
    json_key(writer, "field");
    json_text(writer, article_field_name((enum article_field)timex->field));
    json_key(writer, "begin");
    json_int(writer, (int64_t)utf8_code_points(cursor, timex->begin));
    json_key(writer, "end");
    json_int(writer, (int64_t)utf8_code_points(cursor, timex->end));
    json_key(writer, "text");
    json_str(writer, str_slice(cursor->text, timex->begin, timex->end));
    json_key(writer, "type");
    json_text(writer, timex_type_name(timex->type));
    json_key(writer, "value");
    json_text(writer, timex->value);
    json_key(writer, "mod");
    json_text(writer, timex->mod);
    json_key(writer, "date");
    json_write_interval(writer, timex->date);
    json_key(writer, "anchor");
    json_text(writer, timex_anchor_name(timex->anchor));
    json_key(writer, "rule");
    json_text(writer, timex->rule);
    if (timex->alternative_count > 0) {
        json_key(writer, "alternatives");
        json_array_begin(writer);
        for (uint32_t i = 0; i < timex->alternative_count; i++) {
            json_object_begin(writer);
            json_key(writer, "value");
            json_text(writer, timex->alternatives[i].value);
            json_key(writer, "date");
            json_write_interval(writer, timex->alternatives[i].date);
            json_object_end(writer);
        }
        json_array_end(writer);
    }
    json_object_end(writer);
}

static void write_count(struct json_writer *writer, const struct count *count)
{
    if (count->text.text.data == NULL) {
        json_write_null(writer);
        return;
    }
    json_object_begin(writer);
    json_key(writer, "min");
    write_bound(writer, count->min);
    json_key(writer, "max");
    write_bound(writer, count->max);
    json_key(writer, "qualifier");
    json_str(writer, count->qualifier);
    json_key(writer, "text");
    json_str(writer, count->text.text);
    write_quote_place(writer, &count->text);
    json_object_end(writer);
}

static void write_places(struct json_writer *writer, const struct place *places, size_t count)
{
    json_array_begin(writer);
    for (size_t i = 0; i < count; i++) {
        const struct place *place = &places[i];
        json_object_begin(writer);
        json_key(writer, "name");
        json_str(writer, place->name);
        json_key(writer, "country");
        json_str(writer, place->country);
        json_key(writer, "region");
        json_str(writer, place->region);
        json_key(writer, "lat");
        if (place->has_point) {
            json_double(writer, place->lat);
        } else {
            json_write_null(writer);
        }
        json_key(writer, "lon");
        if (place->has_point) {
            json_double(writer, place->lon);
        } else {
            json_write_null(writer);
        }
        json_key(writer, "precision");
        json_str(writer, place->precision);
        json_object_end(writer);
    }
    json_array_end(writer);
}

void json_write_report(struct json_writer *writer, const struct report *report,
                       const struct json_report_context *context)
{
    json_key(writer, "id");
    write_id(writer, 'r', context->id);
    json_key(writer, "event");
    write_id(writer, 'e', context->event);
    json_key(writer, "article");
    json_str(writer, context->article);
    json_key(writer, "kind");
    json_text(writer, report_kind_name(report->kind));
    json_key(writer, "subtype");
    json_text(writer, report_subtype_name(report->subtype));
    json_key(writer, "scope");
    json_text(writer, report_scope_name(report->scope));
    json_key(writer, "count");
    write_count(writer, &report->count);
    json_key(writer, "actor");
    json_str(writer, report->actor);
    json_key(writer, "counterpart");
    json_str(writer, report->counterpart);
    json_key(writer, "places");
    write_places(writer, report->places, report->place_count);
    json_key(writer, "date");
    json_write_interval(writer, report->date);
    json_key(writer, "date_basis");
    json_object_begin(writer);
    json_key(writer, "timex");
    if (report->basis_timex >= 0) {
        json_int(writer, report->basis_timex);
    } else {
        json_write_null(writer);
    }
    json_key(writer, "text");
    json_str(writer, report->basis.text);
    write_quote_place(writer, &report->basis);
    json_object_end(writer);
    json_key(writer, "source");
    json_object_begin(writer);
    json_key(writer, "name");
    json_str(writer, report->source_name);
    json_key(writer, "text");
    json_str(writer, report->source.text);
    write_quote_place(writer, &report->source);
    json_object_end(writer);
    json_key(writer, "said");
    json_write_interval(writer, report->said);
    json_key(writer, "status");
    json_text(writer, report_status_name(report->status));
    json_key(writer, "evidence");
    json_object_begin(writer);
    write_quote_place(writer, &report->evidence);
    json_key(writer, "exact");
    json_str(writer, report->evidence.text);
    json_key(writer, "prefix");
    json_str(writer, report->prefix);
    json_key(writer, "suffix");
    json_str(writer, report->suffix);
    json_object_end(writer);
    json_key(writer, "rule");
    json_str(writer, report->rule);
}

static void write_bounds(struct json_writer *writer, const char *key, struct bounds bounds)
{
    json_key(writer, key);
    if (bounds.min == COUNT_NONE && bounds.max == COUNT_NONE) {
        json_write_null(writer);
        return;
    }
    json_object_begin(writer);
    json_key(writer, "min");
    write_bound(writer, bounds.min);
    json_key(writer, "max");
    write_bound(writer, bounds.max);
    json_object_end(writer);
}

/* RFC 3339 in UTC, whole seconds; null for 0, a moment that no store gave. */
static void write_moment(struct json_writer *writer, int64_t milliseconds)
{
    if (milliseconds <= 0) {
        json_write_null(writer);
        return;
    }
    int64_t seconds = milliseconds / 1000;
    struct instant instant = {
        .day = (int32_t)(seconds / 86400), .second = (int32_t)(seconds % 86400), .has_offset = true};
    char text[32];
    instant_format(&instant, text);
    json_text(writer, text);
}

static void write_statuses(struct json_writer *writer, const uint32_t statuses[STATUS_COUNT])
{
    json_object_begin(writer);
    for (int status = 0; status < STATUS_COUNT; status++) {
        if (statuses[status] > 0) {
            json_key(writer, report_status_name((enum report_status)status));
            json_int(writer, statuses[status]);
        }
    }
    json_object_end(writer);
}

static void write_event(struct json_writer *writer, const struct event *event, bool count_reports)
{
    json_key(writer, "id");
    write_id(writer, 'e', event->id);
    json_key(writer, "kind");
    json_text(writer, report_kind_name(event->kind));
    json_key(writer, "subtype");
    json_text(writer, report_subtype_name(event->subtype));
    json_key(writer, "scope");
    json_text(writer, report_scope_name(event->scope));
    json_key(writer, "title");
    json_str(writer, event->title);
    json_key(writer, "date");
    json_write_interval(writer, event->date);
    json_key(writer, "as_of");
    write_day(writer, event->as_of);
    write_bounds(writer, "count", event->count);
    write_bounds(writer, "killed", event->killed);
    write_bounds(writer, "wounded", event->wounded);
    write_bounds(writer, "missing", event->missing);
    write_bounds(writer, "captured", event->captured);
    json_key(writer, "actor");
    json_str(writer, event->actor);
    json_key(writer, "counterpart");
    json_str(writer, event->counterpart);
    json_key(writer, "places");
    write_places(writer, event->places, event->place_count);
    json_key(writer, "statuses");
    write_statuses(writer, event->statuses);
    if (count_reports) {
        json_key(writer, "reports");
        json_int(writer, event->reports);
    }
    json_key(writer, "articles");
    json_int(writer, event->articles);
    json_key(writer, "publishers");
    json_int(writer, event->publishers);
    json_key(writer, "voices");
    json_int(writer, event->voices);
    json_key(writer, "sources");
    json_array_begin(writer);
    for (size_t i = 0; i < event->source_count; i++) {
        json_str(writer, event->sources[i]);
    }
    json_array_end(writer);
    json_key(writer, "first_reported");
    write_day(writer, event->first_reported);
    json_key(writer, "updated");
    write_moment(writer, event->updated);
    json_key(writer, "revision");
    json_int(writer, event->revision);
}

void json_write_event(struct json_writer *writer, const struct event *event)
{
    write_event(writer, event, true);
}

void json_write_event_without_reports(struct json_writer *writer, const struct event *event)
{
    write_event(writer, event, false);
}

void json_write_why(struct json_writer *writer, const struct merge_why *why)
{
    json_object_begin(writer);
    json_key(writer, "actor");
    json_int(writer, why->actor);
    json_key(writer, "date");
    json_int(writer, why->date);
    json_key(writer, "place");
    json_int(writer, why->place);
    json_key(writer, "count");
    json_int(writer, why->count);
    json_key(writer, "source");
    json_int(writer, why->source);
    json_key(writer, "words");
    json_int(writer, why->words);
    json_key(writer, "total");
    json_int(writer, why->total);
    json_object_end(writer);
}
