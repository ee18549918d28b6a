/* The objects of the HTTP contract. */
#include "place/place.h"
#include "json/json.h"

void json_write_day(struct json_writer *writer, int32_t day)
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

void json_write_id(struct json_writer *writer, char letter, int64_t id)
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

/* Quoted words under `key`, null when there are none, and where they stand, so that a page can mark them. */
static void write_quote(struct json_writer *writer, const char *key, const struct quote *quote)
{
    json_member_str(writer, key, quote->text);
    if (quote->text.data == NULL) {
        return;
    }
    json_member_text(writer, "field", article_field_name(quote->field));
    json_member_int(writer, "begin", quote->begin);
    json_member_int(writer, "end", quote->end);
}

void json_write_quote(struct json_writer *writer, const char *key, const struct quote *quote)
{
    write_quote(writer, key, quote);
}

void json_write_interval(struct json_writer *writer, struct interval date)
{
    if (!interval_known(date)) {
        json_write_null(writer);
        return;
    }
    json_object_begin(writer);
    json_key(writer, "first");
    json_write_day(writer, date.first);
    json_key(writer, "last");
    json_write_day(writer, date.last);
    json_member_text(writer, "precision", precision_name(date.precision));
    char edtf[32];
    interval_edtf(date, edtf);
    json_member_text(writer, "edtf", edtf);
    if (date.approximate) {
        json_key(writer, "approximate");
        json_bool(writer, true);
    }
    json_object_end(writer);
}

/* Other readings of a time expression under `key`; nothing when there are none. */
static void write_readings(struct json_writer *writer, const char *key, const struct timex_reading *readings,
                           size_t count)
{
    if (count == 0) {
        return;
    }
    json_key(writer, key);
    json_array_begin(writer);
    for (size_t i = 0; i < count; i++) {
        json_object_begin(writer);
        json_member_text(writer, "value", readings[i].value);
        json_key(writer, "date");
        json_write_interval(writer, readings[i].date);
        json_object_end(writer);
    }
    json_array_end(writer);
}

void json_write_timex(struct json_writer *writer, const struct timex *timex, struct utf8_cursor *cursor)
{
    json_object_begin(writer);
    json_member_text(writer, "field", article_field_name((enum article_field)timex->field));
    json_member_int(writer, "begin", (int64_t)utf8_code_points(cursor, timex->begin));
    json_member_int(writer, "end", (int64_t)utf8_code_points(cursor, timex->end));
    json_member_str(writer, "text", str_slice(cursor->text, timex->begin, timex->end));
    json_member_text(writer, "type", timex_type_name(timex->type));
    json_member_text(writer, "value", timex->value);
    json_member_text(writer, "mod", timex_mod_name(timex->mod));
    json_key(writer, "date");
    json_write_interval(writer, timex->date);
    json_member_text(writer, "anchor", timex_anchor_name(timex->anchor));
    json_member_text(writer, "rule", timex->rule);
    write_readings(writer, "alternatives", timex->alternatives, timex->alternative_count);
    json_object_end(writer);
}

/* An analyst's figure may stand without words, and words without a figure when there is none as he says. */
static void write_count(struct json_writer *writer, const struct report *report)
{
    const struct count *count = &report->count;
    bool corrected = (report->corrected & CHANGE_BIT(CHANGE_COUNT)) != 0;
    bool figure = count->min != COUNT_NONE || count->max != COUNT_NONE;
    if (corrected ? !figure : count->text.text.data == NULL) {
        json_write_null(writer);
        return;
    }
    json_object_begin(writer);
    json_key(writer, "min");
    write_bound(writer, count->min);
    json_key(writer, "max");
    write_bound(writer, count->max);
    json_member_str(writer, "qualifier", count->qualifier);
    write_quote(writer, "text", &count->text);
    json_object_end(writer);
}

static void write_places(struct json_writer *writer, const struct place *places, size_t count)
{
    json_array_begin(writer);
    for (size_t i = 0; i < count; i++) {
        const struct place *place = &places[i];
        json_object_begin(writer);
        json_member_str(writer, "name", place->name);
        struct gazetteer_entry country = {0};
        bool known = place_country(place->country, &country);
        json_member_str(writer, "country", place->country);
        json_member_str(writer, "country_name", known ? country.name : (struct str){0});
        json_member_str(writer, "region", place->region);
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
        json_member_str(writer, "precision", place->precision);
        json_object_end(writer);
    }
    json_array_end(writer);
}

/* One of the fields that can be corrected, with its key. */
static void write_field(struct json_writer *writer, const struct report *report, enum change_field field)
{
    if (field != CHANGE_STATUS && field != CHANGE_SUBTYPE && field != CHANGE_SCOPE) {
        json_key(writer, change_field_name(field));
    }
    switch (field) {
    case CHANGE_SUBTYPE:
        json_member_text(writer, "subtype", report_subtype_name(report->subtype));
        break;
    case CHANGE_SCOPE:
        json_member_text(writer, "scope", report_scope_name(report->scope));
        break;
    case CHANGE_STATUS:
        json_member_text(writer, "status", report_status_name(report->status));
        break;
    case CHANGE_COUNT:
        write_count(writer, report);
        break;
    case CHANGE_ACTOR:
        json_str(writer, report->actor);
        break;
    case CHANGE_COUNTERPART:
        json_str(writer, report->counterpart);
        break;
    case CHANGE_PLACES:
        write_places(writer, report->places, report->place_count);
        break;
    case CHANGE_DATE:
        json_write_interval(writer, report->date);
        break;
    case CHANGE_SAID:
        json_write_interval(writer, report->said);
        break;
    case CHANGE_SOURCE:
        json_object_begin(writer);
        json_member_str(writer, "name", report->source_name);
        write_quote(writer, "text", &report->source);
        json_object_end(writer);
        break;
    case CHANGE_REJECTED:
        json_bool(writer, report->rejected);
        break;
    case CHANGE_FIELDS:
        break;
    }
}

static void write_date_basis(struct json_writer *writer, const struct report *report)
{
    json_key(writer, "date_basis");
    json_object_begin(writer);
    json_key(writer, "timex");
    if (report->basis_timex >= 0) {
        json_int(writer, report->basis_timex);
    } else {
        json_write_null(writer);
    }
    write_quote(writer, "text", &report->basis);
    write_readings(writer, "alternatives", report->alternatives, report->alternative_count);
    json_object_end(writer);
}

/* What analysts made of it, and what it was found to be. */
static void write_corrected(struct json_writer *writer, const struct report *report,
                            const struct json_report_context *context)
{
    if ((report->corrected & CHANGE_BIT(CHANGE_REJECTED)) != 0) {
        write_field(writer, report, CHANGE_REJECTED);
    }
    json_key(writer, "corrections");
    json_array_begin(writer);
    for (size_t i = 0; i < context->correction_count; i++) {
        json_write_id(writer, 'c', context->corrections[i]);
    }
    json_array_end(writer);
    json_key(writer, "extracted");
    json_object_begin(writer);
    for (unsigned field = 0; field < CHANGE_REJECTED; field++) {
        if ((report->corrected & CHANGE_BIT(field)) != 0) {
            write_field(writer, context->extracted, (enum change_field)field);
        }
    }
    json_object_end(writer);
}

void json_write_report(struct json_writer *writer, const struct report *report,
                       const struct json_report_context *context)
{
    static const enum change_field before_date[] = {CHANGE_SUBTYPE, CHANGE_SCOPE,       CHANGE_COUNT,
                                                    CHANGE_ACTOR,   CHANGE_COUNTERPART, CHANGE_PLACES,
                                                    CHANGE_DATE};
    json_key(writer, "id");
    json_write_id(writer, 'r', context->id);
    json_key(writer, "event");
    json_write_id(writer, 'e', context->event);
    json_member_str(writer, "article", context->article);
    json_member_text(writer, "kind", report_kind_name(report->kind));
    for (size_t i = 0; i < sizeof(before_date) / sizeof(before_date[0]); i++) {
        write_field(writer, report, before_date[i]);
    }
    write_date_basis(writer, report);
    write_field(writer, report, CHANGE_SOURCE);
    write_field(writer, report, CHANGE_SAID);
    write_field(writer, report, CHANGE_STATUS);
    json_key(writer, "evidence");
    json_object_begin(writer);
    write_quote(writer, "exact", &report->evidence);
    json_member_str(writer, "prefix", report->prefix);
    json_member_str(writer, "suffix", report->suffix);
    json_object_end(writer);
    json_member_str(writer, "rule", report->rule);
    if (context->extracted != NULL) {
        write_corrected(writer, report, context);
    }
}

void json_write_change(struct json_writer *writer, const struct report_change *change)
{
    struct report report = {.count = {COUNT_NONE, COUNT_NONE}};
    report_change_apply(change, &report);
    json_object_begin(writer);
    for (unsigned field = 0; field < CHANGE_FIELDS; field++) {
        if ((change->fields & CHANGE_BIT(field)) == 0) {
            continue;
        }
        if (field == CHANGE_COUNT) {
            json_key(writer, "count");
            json_write_bounds(writer, (struct bounds){change->min, change->max});
        } else if (field == CHANGE_SOURCE) {
            json_member_str(writer, "source", change->source_name);
        } else {
            write_field(writer, &report, (enum change_field)field);
        }
    }
    json_object_end(writer);
}

void json_write_bounds(struct json_writer *writer, struct bounds bounds)
{
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

static void write_bounds(struct json_writer *writer, const char *key, struct bounds bounds)
{
    json_key(writer, key);
    json_write_bounds(writer, bounds);
}

void json_write_moment(struct json_writer *writer, int64_t milliseconds)
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
            json_member_int(writer, report_status_name((enum report_status)status), statuses[status]);
        }
    }
    json_object_end(writer);
}

static void write_event(struct json_writer *writer, const struct event *event, bool count_reports)
{
    json_key(writer, "id");
    json_write_id(writer, 'e', event->id);
    json_member_text(writer, "kind", report_kind_name(event->kind));
    json_member_text(writer, "subtype", report_subtype_name(event->subtype));
    json_member_text(writer, "scope", report_scope_name(event->scope));
    json_member_str(writer, "series", event->series);
    json_member_str(writer, "title", event->title);
    json_key(writer, "date");
    json_write_interval(writer, event->date);
    write_readings(writer, "date_alternatives", event->alternatives, event->alternative_count);
    json_key(writer, "as_of");
    json_write_day(writer, event->as_of);
    write_bounds(writer, "count", event->count);
    write_bounds(writer, "killed", event->killed);
    write_bounds(writer, "wounded", event->wounded);
    write_bounds(writer, "missing", event->missing);
    write_bounds(writer, "captured", event->captured);
    json_member_str(writer, "actor", event->actor);
    json_member_str(writer, "counterpart", event->counterpart);
    json_key(writer, "places");
    write_places(writer, event->places, event->place_count);
    json_key(writer, "statuses");
    write_statuses(writer, event->statuses);
    if (count_reports) {
        json_member_int(writer, "reports", event->reports);
    }
    json_member_int(writer, "articles", event->articles);
    json_member_int(writer, "publishers", event->publishers);
    json_member_int(writer, "voices", event->voices);
    json_key(writer, "sources");
    json_array_begin(writer);
    for (size_t i = 0; i < event->source_count; i++) {
        json_str(writer, event->sources[i]);
    }
    json_array_end(writer);
    json_key(writer, "first_reported");
    json_write_day(writer, event->first_reported);
    json_key(writer, "updated");
    json_write_moment(writer, event->updated);
    json_member_int(writer, "revision", event->revision);
}

void json_write_event(struct json_writer *writer, const struct event *event)
{
    write_event(writer, event, true);
}

void json_write_event_without_reports(struct json_writer *writer, const struct event *event)
{
    write_event(writer, event, false);
}

/* "part of at least 12 told by officials" */
static void append_total(struct buffer *out, const struct claim *total)
{
    const struct count *count = &total->report.count;
    struct str who = total->report.source_name.size > 0 ? total->report.source_name
                     : total->publisher.size > 0        ? total->publisher
                                                        : total->article;
    buffer_append_str(out, STR("part of "));
    if (count->max == COUNT_NONE) {
        buffer_append_str(out, STR("at least "));
    } else if (count->min == COUNT_NONE) {
        buffer_append_str(out, STR("up to "));
    }
    buffer_printf(out, "%lld", (long long)(count->min != COUNT_NONE ? count->min : count->max));
    if (count->min != COUNT_NONE && count->max != COUNT_NONE && count->min != count->max) {
        buffer_printf(out, "\u2013%lld", (long long)count->max);
    }
    buffer_append_str(out, STR(" told by "));
    buffer_append_str(out, who);
}

static void write_total(struct json_writer *writer, const struct claim *total)
{
    struct buffer text;
    buffer_init(&text, (size_t)1 << 16);
    append_total(&text, total);
    json_object_begin(writer);
    json_key(writer, "report");
    json_write_id(writer, 'r', total->id);
    json_key(writer, "text");
    if (buffer_status(&text) == OK) {
        json_str(writer, buffer_str(&text));
    } else {
        json_write_null(writer);
    }
    json_object_end(writer);
    buffer_release(&text);
}

void json_write_why(struct json_writer *writer, const struct merge_why *why, const struct claim *total,
                    int64_t ruling)
{
    json_object_begin(writer);
    json_member_int(writer, "actor", why->actor);
    json_member_int(writer, "date", why->date);
    json_member_int(writer, "place", why->place);
    json_member_int(writer, "count", why->count);
    json_member_int(writer, "source", why->source);
    json_member_int(writer, "words", why->words);
    json_member_int(writer, "total", why->total);
    if (total != NULL) {
        json_key(writer, "part_of");
        write_total(writer, total);
    }
    if (ruling != 0) {
        json_key(writer, "correction");
        json_write_id(writer, 'c', ruling);
    }
    json_object_end(writer);
}
