#include "pack.h"

#include <string.h>

static void put_uint(struct buffer *out, uint64_t value)
{
    uint8_t bytes[10];
    size_t size = 0;
    do {
        bytes[size++] = (uint8_t)((value & 0x7f) | (value > 0x7f ? 0x80 : 0));
        value >>= 7;
    } while (value > 0);
    buffer_append(out, bytes, size);
}

static void put_int(struct buffer *out, int64_t value)
{
    put_uint(out, ((uint64_t)value << 1) ^ (value < 0 ? UINT64_MAX : 0));
}

/* Absent is 0, so that it stays apart from empty. */
static void put_str(struct buffer *out, struct str s)
{
    put_uint(out, s.data == NULL ? 0 : s.size + 1);
    buffer_append_str(out, s);
}

static void put_double(struct buffer *out, double value)
{
    buffer_append(out, &value, sizeof value);
}

static void put_interval(struct buffer *out, struct interval date)
{
    put_int(out, date.first);
    put_int(out, date.last);
    put_uint(out, (uint64_t)date.precision << 1 | (date.approximate ? 1 : 0));
}

void pack_places(struct buffer *out, const struct place *places, size_t count)
{
    put_uint(out, count);
    for (size_t i = 0; i < count; i++) {
        put_str(out, places[i].name);
        put_str(out, places[i].country);
        put_str(out, places[i].region);
        put_str(out, places[i].precision);
        put_uint(out, places[i].has_point ? 1 : 0);
        if (places[i].has_point) {
            put_double(out, places[i].lat);
            put_double(out, places[i].lon);
        }
    }
}

void pack_strings(struct buffer *out, const struct str *items, size_t count)
{
    put_uint(out, count);
    for (size_t i = 0; i < count; i++) {
        put_str(out, items[i]);
    }
}

void pack_ids(struct buffer *out, const int64_t *ids, size_t count)
{
    put_uint(out, count);
    for (size_t i = 0; i < count; i++) {
        put_int(out, ids[i] - (i > 0 ? ids[i - 1] : 0));
    }
}

static void put_readings(struct buffer *out, const struct timex_reading *readings, size_t count)
{
    put_uint(out, count);
    for (size_t i = 0; i < count; i++) {
        put_str(out, str_from(readings[i].value));
        put_interval(out, readings[i].date);
    }
}

void pack_readings(struct buffer *out, const struct timex_reading *readings, size_t count)
{
    if (count > 0) {
        put_readings(out, readings, count);
    }
}

void pack_timexes(struct buffer *out, const struct timex_list *list)
{
    put_uint(out, list == NULL ? 0 : list->count);
    for (size_t i = 0; list != NULL && i < list->count; i++) {
        const struct timex *timex = &list->items[i];
        put_uint(out, timex->field);
        put_uint(out, timex->begin);
        put_uint(out, timex->end);
        put_uint(out, timex->first_token);
        put_uint(out, timex->end_token);
        put_uint(out, (uint64_t)timex->type);
        put_str(out, str_from(timex->value));
        put_str(out, str_from(timex_mod_name(timex->mod)));
        put_interval(out, timex->date);
        put_uint(out, (uint64_t)timex->anchor);
        put_uint(out, (uint64_t)timex->relation);
        put_int(out, timex->partner);
        put_str(out, str_from(timex->rule));
        put_readings(out, timex->alternatives, timex->alternative_count);
    }
}

static void put_bounds(struct buffer *out, int64_t min, int64_t max)
{
    put_int(out, min);
    put_int(out, max);
}

static void put_quote(struct buffer *out, const struct quote *quote)
{
    put_uint(out, (uint64_t)quote->field);
    put_uint(out, quote->begin);
    put_uint(out, quote->end);
    put_str(out, quote->text);
}

static void put_report(struct buffer *out, const struct report *report)
{
    put_uint(out, (uint64_t)report->kind);
    put_uint(out, (uint64_t)report->subtype);
    put_uint(out, (uint64_t)report->scope);
    put_uint(out, (uint64_t)report->status);
    put_bounds(out, report->count.min, report->count.max);
    put_str(out, report->count.qualifier);
    put_quote(out, &report->count.text);
    put_str(out, report->actor);
    put_str(out, report->counterpart);
    pack_places(out, report->places, report->place_count);
    put_interval(out, report->date);
    put_int(out, report->basis_timex);
    put_quote(out, &report->basis);
    put_readings(out, report->alternatives, report->alternative_count);
    put_str(out, report->source_name);
    put_quote(out, &report->source);
    put_interval(out, report->said);
    put_quote(out, &report->evidence);
    put_str(out, report->prefix);
    put_str(out, report->suffix);
    put_str(out, report->rule);
}

void pack_reports(struct buffer *out, const struct report *reports, size_t count)
{
    put_uint(out, count);
    for (size_t i = 0; i < count; i++) {
        put_report(out, &reports[i]);
    }
}

void pack_event(struct buffer *out, const struct event *event)
{
    const struct bounds *bounds[] = {&event->count, &event->killed, &event->wounded, &event->missing,
                                     &event->captured};
    const uint32_t counts[] = {event->subtypes, event->reports, event->articles, event->publishers,
                               event->voices};
    put_uint(out, (uint64_t)event->kind);
    put_uint(out, (uint64_t)event->subtype);
    put_uint(out, (uint64_t)event->scope);
    put_str(out, event->title);
    put_interval(out, event->date);
    put_readings(out, event->alternatives, event->alternative_count);
    put_int(out, event->as_of);
    put_int(out, event->first_reported);
    for (size_t i = 0; i < 5; i++) {
        put_bounds(out, bounds[i]->min, bounds[i]->max);
    }
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        put_uint(out, counts[i]);
    }
    for (size_t i = 0; i < STATUS_COUNT; i++) {
        put_uint(out, event->statuses[i]);
    }
    put_str(out, event->actor);
    put_str(out, event->counterpart);
    pack_places(out, event->places, event->place_count);
    pack_strings(out, event->sources, event->source_count);
}

void pack_corrected(struct buffer *out, const struct report *report, const struct store_corrected *corrected)
{
    const struct report *extracted = corrected->extracted;
    if (extracted == NULL) {
        return;
    }
    put_uint(out, report->corrected);
    put_uint(out, report->rejected ? 1 : 0);
    pack_ids(out, corrected->corrections, corrected->count);
    put_uint(out, extracted->subtype);
    put_uint(out, extracted->scope);
    put_uint(out, extracted->status);
    put_int(out, extracted->count.min);
    put_int(out, extracted->count.max);
    put_str(out, extracted->count.qualifier);
    put_str(out, extracted->actor);
    put_str(out, extracted->counterpart);
    put_str(out, extracted->source_name);
    put_interval(out, extracted->date);
    put_interval(out, extracted->said);
    pack_places(out, extracted->places, extracted->place_count);
    put_readings(out, extracted->alternatives, extracted->alternative_count);
}

/* What is left to read; `bad` sticks, and everything read after it is zero. */
struct unpack {
    struct str rest;
    bool bad;
};

static uint64_t get_uint(struct unpack *in)
{
    uint64_t value = 0;
    for (unsigned shift = 0; shift < 64 && in->rest.size > 0; shift += 7) {
        uint8_t byte = (uint8_t)in->rest.data[0];
        in->rest = str_slice(in->rest, 1, in->rest.size);
        value |= (uint64_t)(byte & 0x7f) << shift;
        if (byte < 0x80) {
            return in->bad ? 0 : value;
        }
    }
    in->bad = true;
    return 0;
}

static int64_t get_int(struct unpack *in)
{
    uint64_t value = get_uint(in);
    return (int64_t)((value >> 1) ^ ((value & 1) != 0 ? UINT64_MAX : 0));
}

static struct str get_str(struct unpack *in)
{
    uint64_t size = get_uint(in);
    struct str s = {NULL, 0};
    if (size == 0) {
        return s;
    }
    if (size - 1 > in->rest.size) {
        in->bad = true;
        return s;
    }
    s = str_slice(in->rest, 0, (size_t)size - 1);
    in->rest = str_slice(in->rest, (size_t)size - 1, in->rest.size);
    return s;
}

static double get_double(struct unpack *in)
{
    double value = 0;
    if (in->rest.size < sizeof value) {
        in->bad = true;
        return 0;
    }
    memcpy(&value, in->rest.data, sizeof value);
    in->rest = str_slice(in->rest, sizeof value, in->rest.size);
    return value;
}

static struct interval get_interval(struct unpack *in)
{
    struct interval date;
    uint64_t precision;
    date.first = (int32_t)get_int(in);
    date.last = (int32_t)get_int(in);
    precision = get_uint(in);
    date.precision = (uint8_t)(precision >> 1);
    date.approximate = (precision & 1) != 0;
    return date;
}

/* The number of items, each of at least one byte; and room for them. */
static void *get_array(struct unpack *in, struct arena *arena, size_t size, size_t *count)
{
    uint64_t items = get_uint(in);
    if (items > in->rest.size) {
        in->bad = true;
        items = 0;
    }
    *count = (size_t)items;
    return arena_array(arena, *count, size);
}

static enum status finish(const struct unpack *in)
{
    return in->bad || in->rest.size > 0 ? ERR_IO : OK;
}

/* NULL when there is no memory. */
static struct place *get_places(struct unpack *in, struct arena *arena, size_t *count)
{
    struct place *places = get_array(in, arena, sizeof *places, count);
    for (size_t i = 0; places != NULL && i < *count; i++) {
        struct place *place = &places[i];
        place->name = get_str(in);
        place->country = get_str(in);
        place->region = get_str(in);
        place->precision = get_str(in);
        place->has_point = get_uint(in) != 0;
        if (place->has_point) {
            place->lat = get_double(in);
            place->lon = get_double(in);
        }
    }
    return places;
}

enum status unpack_places(struct arena *arena, struct str bytes, struct place **places, size_t *count)
{
    struct unpack in = {.rest = bytes};
    *places = get_places(&in, arena, count);
    return *places == NULL ? ERR_NO_MEMORY : finish(&in);
}

enum status unpack_strings(struct arena *arena, struct str bytes, struct str **items, size_t *count)
{
    struct unpack in = {.rest = bytes};
    *items = get_array(&in, arena, sizeof **items, count);
    if (*items == NULL) {
        return ERR_NO_MEMORY;
    }
    for (size_t i = 0; i < *count; i++) {
        (*items)[i] = get_str(&in);
    }
    return finish(&in);
}

static int64_t *get_ids(struct unpack *in, struct arena *arena, size_t *count)
{
    int64_t before = 0;
    int64_t *ids = get_array(in, arena, sizeof *ids, count);
    for (size_t i = 0; ids != NULL && i < *count; i++) {
        before += get_int(in);
        ids[i] = before;
    }
    return ids;
}

enum status unpack_ids(struct arena *arena, struct str bytes, int64_t **ids, size_t *count)
{
    struct unpack in = {.rest = bytes};
    *ids = get_ids(&in, arena, count);
    return *ids == NULL ? ERR_NO_MEMORY : finish(&in);
}

/* A copy of a TIMEX3 value, "" when it is bad. */
static const char *get_value(struct unpack *in, struct arena *arena)
{
    const char *value = arena_copy(arena, get_str(in)).data;
    return value == NULL ? "" : value;
}

static void get_readings(struct unpack *in, struct arena *arena, const struct timex_reading **readings,
                         uint8_t *count)
{
    size_t items;
    struct timex_reading *got = get_array(in, arena, sizeof *got, &items);
    if (got == NULL || items > UINT8_MAX) {
        in->bad = true;
        items = 0;
    }
    for (size_t i = 0; i < items; i++) {
        got[i].value = get_value(in, arena);
        got[i].date = get_interval(in);
    }
    *readings = items == 0 ? NULL : got;
    *count = (uint8_t)items;
}

enum status unpack_readings(struct arena *arena, struct str bytes, const struct timex_reading **readings,
                            uint8_t *count)
{
    struct unpack in = {.rest = bytes};
    *readings = NULL;
    *count = 0;
    if (bytes.size > 0) {
        get_readings(&in, arena, readings, count);
    }
    return finish(&in);
}

enum status unpack_corrected(struct arena *arena, struct str bytes, struct report *report,
                             struct store_corrected *corrected)
{
    struct unpack in = {.rest = bytes};
    struct report *extracted;
    *corrected = (struct store_corrected){.extracted = NULL};
    if (bytes.size == 0) {
        return OK;
    }
    extracted = arena_alloc(arena, sizeof *extracted);
    if (extracted == NULL) {
        return ERR_NO_MEMORY;
    }
    *extracted = *report;
    report->corrected = (uint32_t)get_uint(&in);
    report->rejected = get_uint(&in) != 0;
    corrected->corrections = get_ids(&in, arena, &corrected->count);
    extracted->subtype = (enum report_subtype)get_uint(&in);
    extracted->scope = (enum report_scope)get_uint(&in);
    extracted->status = (enum report_status)get_uint(&in);
    extracted->count.min = get_int(&in);
    extracted->count.max = get_int(&in);
    extracted->count.qualifier = get_str(&in);
    extracted->actor = get_str(&in);
    extracted->counterpart = get_str(&in);
    extracted->source_name = get_str(&in);
    extracted->date = get_interval(&in);
    extracted->said = get_interval(&in);
    extracted->places = get_places(&in, arena, &extracted->place_count);
    get_readings(&in, arena, &extracted->alternatives, &extracted->alternative_count);
    corrected->extracted = extracted;
    return corrected->corrections == NULL || extracted->places == NULL ? ERR_NO_MEMORY : finish(&in);
}

static void get_timex(struct unpack *in, struct arena *arena, struct timex *timex)
{
    timex->field = (uint8_t)get_uint(in);
    timex->begin = (uint32_t)get_uint(in);
    timex->end = (uint32_t)get_uint(in);
    timex->first_token = (uint32_t)get_uint(in);
    timex->end_token = (uint32_t)get_uint(in);
    timex->type = (uint8_t)get_uint(in);
    timex->value = get_value(in, arena);
    timex->mod = (uint8_t)timex_mod_from_name(get_str(in));
    timex->date = get_interval(in);
    timex->anchor = (uint8_t)get_uint(in);
    timex->relation = (uint8_t)get_uint(in);
    timex->partner = (int32_t)get_int(in);
    timex->rule = arena_copy(arena, get_str(in)).data;
    get_readings(in, arena, &timex->alternatives, &timex->alternative_count);
}

enum status unpack_timexes(struct arena *arena, struct str bytes, struct timex_list *list)
{
    struct unpack in = {.rest = bytes};
    list->items = get_array(&in, arena, sizeof *list->items, &list->count);
    if (list->items == NULL) {
        return ERR_NO_MEMORY;
    }
    for (size_t i = 0; i < list->count; i++) {
        get_timex(&in, arena, &list->items[i]);
    }
    return finish(&in);
}

static struct quote get_quote(struct unpack *in)
{
    struct quote quote;
    quote.field = (enum article_field)get_uint(in);
    quote.begin = (uint32_t)get_uint(in);
    quote.end = (uint32_t)get_uint(in);
    quote.text = get_str(in);
    return quote;
}

static enum status get_report(struct unpack *in, struct arena *arena, struct report *report)
{
    report->kind = (enum report_kind)get_uint(in);
    report->subtype = (enum report_subtype)get_uint(in);
    report->scope = (enum report_scope)get_uint(in);
    report->status = (enum report_status)get_uint(in);
    report->count.min = get_int(in);
    report->count.max = get_int(in);
    report->count.qualifier = get_str(in);
    report->count.text = get_quote(in);
    report->actor = get_str(in);
    report->counterpart = get_str(in);
    report->places = get_places(in, arena, &report->place_count);
    report->date = get_interval(in);
    report->basis_timex = (int32_t)get_int(in);
    report->basis = get_quote(in);
    get_readings(in, arena, &report->alternatives, &report->alternative_count);
    report->source_name = get_str(in);
    report->source = get_quote(in);
    report->said = get_interval(in);
    report->evidence = get_quote(in);
    report->prefix = get_str(in);
    report->suffix = get_str(in);
    report->rule = get_str(in);
    return report->places == NULL ? ERR_NO_MEMORY : OK;
}

enum status unpack_reports(struct arena *arena, struct str bytes, struct report **reports, size_t *count)
{
    struct unpack in = {.rest = bytes};
    enum status status = OK;
    *reports = get_array(&in, arena, sizeof **reports, count);
    if (*reports == NULL) {
        return ERR_NO_MEMORY;
    }
    for (size_t i = 0; status == OK && i < *count; i++) {
        status = get_report(&in, arena, &(*reports)[i]);
    }
    return status == OK ? finish(&in) : status;
}
