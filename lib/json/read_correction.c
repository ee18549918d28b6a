/* What an analyst asks for: other values of a report, events to join, reports to split off. */
#include <stdio.h>
#include <string.h>

#include "article/json_tree.h"
#include "place/place.h"
#include "json/json.h"
#include "json/read.h"

#define NOTE_MAX 2000 /* code points */
#define PLACES_MAX 100
/* More than anybody counts, and few enough for sums of them. */
#define COUNT_MAX INT64_C(1000000000000)

struct reader {
    struct arena *arena;
    struct error *error;
};

static enum status wrong_type(const struct reader *reader, const char *pointer, const char *expected,
                              json_t *value)
{
    return error_set(reader->error, ERR_INVALID, pointer, "expected %s, got %s", expected,
                     read_type_name(value));
}

/* Refuses members that nobody would read. */
static enum status check_members(const struct reader *reader, const char *parent, json_t *object,
                                 const char *const *names, const char *what)
{
    void *at = json_object_iter(object);
    for (; at != NULL; at = json_object_iter_next(object, at)) {
        const char *name = json_object_iter_key(at);
        if (!read_is_named(names, name)) {
            char pointer[READ_POINTER];
            read_pointer(parent, name, pointer);
            return error_set(reader->error, ERR_INVALID, pointer, "there is no such member; %s", what);
        }
    }
    return OK;
}

/* A string of one line that is not blank; absent for null. */
static enum status read_line(const struct reader *reader, const char *pointer, json_t *value, size_t most,
                             struct str *out)
{
    *out = (struct str){NULL, 0};
    if (value == NULL || json_is_null(value)) {
        return OK;
    }
    if (!json_is_string(value)) {
        return wrong_type(reader, pointer, "a string or null", value);
    }
    struct str text = str_trim((struct str){json_string_value(value), json_string_length(value)});
    for (size_t i = 0; i < text.size; i++) {
        if ((unsigned char)text.data[i] < 0x20) {
            return error_set(reader->error, ERR_INVALID, pointer, "holds a control character");
        }
    }
    if (text.size == 0) {
        return error_set(reader->error, ERR_INVALID, pointer, "is empty; null says that there is none");
    }
    if (utf8_length(text) > most) {
        return error_set(reader->error, ERR_INVALID, pointer, "%zu characters; at most %zu are taken",
                         utf8_length(text), most);
    }
    *out = arena_copy(reader->arena, text);
    return out->data != NULL ? OK : error_set(reader->error, ERR_NO_MEMORY, NULL, "out of memory");
}

static enum status read_name(const struct reader *reader, const char *pointer, json_t *value, struct str *out)
{
    return read_line(reader, pointer, value, ARTICLE_NAME_MAX, out);
}

/* One of a set of words. */
static enum status read_word(const struct reader *reader, const char *pointer, json_t *value,
                             struct str *word)
{
    if (!json_is_string(value)) {
        return wrong_type(reader, pointer, "a string", value);
    }
    *word = (struct str){json_string_value(value), json_string_length(value)};
    return OK;
}

static const char *subtype_name(unsigned index)
{
    return report_subtype_name((enum report_subtype)index);
}

static const char *scope_name(unsigned index)
{
    return report_scope_name((enum report_scope)index);
}

static const char *status_name(unsigned index)
{
    return report_status_name((enum report_status)index);
}

/* The index of the word among the `count` names of the member `pointer`; else a complaint that lists them. */
static enum status read_choice(const struct reader *reader, const char *pointer, json_t *value,
                               const char *(*name)(unsigned), unsigned count, unsigned *choice)
{
    struct str word = {NULL, 0};
    char names[256] = "";
    enum status status = read_word(reader, pointer, value, &word);
    if (status != OK) {
        return status;
    }
    for (unsigned i = 0; i < count; i++) {
        if (str_equal(word, str_from(name(i)))) {
            *choice = i;
            return OK;
        }
        size_t used = strlen(names);
        (void)snprintf(names + used, sizeof names - used, "%s%s", i == 0 ? "" : ", ", name(i));
    }
    return error_set(reader->error, ERR_INVALID, pointer, "there is no %s \"%.*s\"; expected one of: %s",
                     pointer + 1, word.size < 40 ? (int)word.size : 40, word.data, names);
}

static enum status read_subtype(const struct reader *reader, json_t *value, struct report_change *change)
{
    unsigned choice = change->subtype;
    enum status status = read_choice(reader, "/subtype", value, subtype_name, SUBTYPE_COUNT, &choice);
    change->subtype = (enum report_subtype)choice;
    return status;
}

static enum status read_scope(const struct reader *reader, json_t *value, struct report_change *change)
{
    unsigned choice = change->scope;
    enum status status = read_choice(reader, "/scope", value, scope_name, SCOPE_COUNT, &choice);
    change->scope = (enum report_scope)choice;
    return status;
}

static enum status read_status(const struct reader *reader, json_t *value, struct report_change *change)
{
    unsigned choice = change->status;
    enum status status = read_choice(reader, "/status", value, status_name, STATUS_COUNT, &choice);
    change->status = (enum report_status)choice;
    return status;
}

static enum status read_bound(const struct reader *reader, const char *pointer, json_t *value, int64_t *bound)
{
    *bound = COUNT_NONE;
    if (value == NULL || json_is_null(value)) {
        return OK;
    }
    if (!json_is_integer(value) || json_integer_value(value) < 0 || json_integer_value(value) > COUNT_MAX) {
        return error_set(reader->error, ERR_INVALID, pointer,
                         "expected a whole number from 0 to %lld, or null for an open side",
                         (long long)COUNT_MAX);
    }
    *bound = json_integer_value(value);
    return OK;
}

static enum status read_count(const struct reader *reader, json_t *value, struct report_change *change)
{
    static const char *const names[] = {"min", "max", NULL};
    change->min = change->max = COUNT_NONE;
    if (json_is_null(value)) {
        return OK;
    }
    if (!json_is_object(value)) {
        return wrong_type(reader, "/count", "an object with min and max, or null", value);
    }
    enum status status = check_members(reader, "/count", value, names, "a count has: min max");
    if (status == OK) {
        status = read_bound(reader, "/count/min", json_object_get(value, "min"), &change->min);
    }
    if (status == OK) {
        status = read_bound(reader, "/count/max", json_object_get(value, "max"), &change->max);
    }
    if (status == OK && change->min == COUNT_NONE && change->max == COUNT_NONE) {
        return error_set(reader->error, ERR_INVALID, "/count",
                         "gives neither min nor max; null says that there is no figure");
    }
    return status;
}

/* A side; by the name of its country, as those that were found, when only its people are named. */
static enum status read_side(const struct reader *reader, const char *pointer, json_t *value, struct str *out)
{
    struct gazetteer_entry country;
    enum status status = read_name(reader, pointer, value, out);
    if (status == OK && out->size > 0 && place_country_of_people(*out, &country)) {
        *out = country.name;
    }
    return status;
}

static enum status read_actor(const struct reader *reader, json_t *value, struct report_change *change)
{
    return read_side(reader, "/actor", value, &change->actor);
}

static enum status read_counterpart(const struct reader *reader, json_t *value, struct report_change *change)
{
    return read_side(reader, "/counterpart", value, &change->counterpart);
}

/* A name, or an object that has one, as reports do. */
static enum status read_source(const struct reader *reader, json_t *value, struct report_change *change)
{
    static const char *const names[] = {"name", NULL};
    if (!json_is_object(value)) {
        return read_name(reader, "/source", value, &change->source_name);
    }
    enum status status =
        check_members(reader, "/source", value, names, "of a source only the name can be corrected");
    if (status == OK && json_object_get(value, "name") == NULL) {
        return error_set(reader->error, ERR_INVALID, "/source/name", "is missing");
    }
    return status == OK
               ? read_name(reader, "/source/name", json_object_get(value, "name"), &change->source_name)
               : status;
}

static enum status read_day(const struct reader *reader, const char *parent, const char *name, json_t *date,
                            int32_t *day)
{
    json_t *value = json_object_get(date, name);
    char pointer[READ_POINTER];
    struct instant instant;
    struct error fault = {0};
    *day = DAY_NONE;
    if (value == NULL || json_is_null(value)) {
        return OK;
    }
    read_pointer(parent, name, pointer);
    if (!json_is_string(value)) {
        return wrong_type(reader, pointer, "a day, or null for an open side", value);
    }
    struct str text = {json_string_value(value), json_string_length(value)};
    if (instant_parse(text, &instant, &fault) != OK) {
        return error_set(reader->error, ERR_INVALID, pointer, "%s", fault.message);
    }
    if (instant.second >= 0) {
        return error_set(reader->error, ERR_INVALID, pointer, "expected a day, YYYY-MM-DD");
    }
    *day = instant.day;
    return OK;
}

static enum status read_precision(const struct reader *reader, const char *parent, json_t *date,
                                  struct interval *interval)
{
    json_t *precision = json_object_get(date, "precision");
    json_t *approximate = json_object_get(date, "approximate");
    char pointer[READ_POINTER];
    interval->precision = PRECISION_DAY;
    interval->approximate = json_is_true(approximate);
    if (approximate != NULL && !json_is_boolean(approximate)) {
        read_pointer(parent, "approximate", pointer);
        return wrong_type(reader, pointer, "true or false", approximate);
    }
    if (precision == NULL) {
        return OK;
    }
    struct str word = {NULL, 0};
    read_pointer(parent, "precision", pointer);
    enum status status = read_word(reader, pointer, precision, &word);
    if (status != OK) {
        return status;
    }
    interval->precision = (uint8_t)precision_from_name(word);
    return interval->precision != PRECISION_NONE
               ? OK
               : error_set(reader->error, ERR_INVALID, pointer, "there is no precision \"%.*s\"",
                           word.size < 40 ? (int)word.size : 40, word.data);
}

static enum status read_interval(const struct reader *reader, const char *pointer, json_t *value,
                                 struct interval *interval)
{
    static const char *const names[] = {"first", "last", "precision", "approximate", NULL};
    *interval = INTERVAL_UNKNOWN;
    if (json_is_null(value)) {
        return OK;
    }
    if (!json_is_object(value)) {
        return wrong_type(reader, pointer, "an object with first and last, or null", value);
    }
    enum status status =
        check_members(reader, pointer, value, names,
                      "a date has: first last precision approximate (edtf follows from them)");
    if (status == OK) {
        status = read_day(reader, pointer, "first", value, &interval->first);
    }
    if (status == OK) {
        status = read_day(reader, pointer, "last", value, &interval->last);
    }
    if (status == OK) {
        status = read_precision(reader, pointer, value, interval);
    }
    if (status == OK && interval->first == DAY_NONE && interval->last == DAY_NONE) {
        return error_set(reader->error, ERR_INVALID, pointer,
                         "gives neither first nor last; null says that it is unknown");
    }
    return status;
}

static enum status read_date(const struct reader *reader, json_t *value, struct report_change *change)
{
    return read_interval(reader, "/date", value, &change->date);
}

static enum status read_said(const struct reader *reader, json_t *value, struct report_change *change)
{
    return read_interval(reader, "/said", value, &change->said);
}

static enum status read_rejected(const struct reader *reader, json_t *value, struct report_change *change)
{
    if (!json_is_boolean(value)) {
        return wrong_type(reader, "/rejected", "true or false", value);
    }
    change->rejected = json_is_true(value);
    return OK;
}

/* Which kinds of the gazetteer have that precision; 0 for none. */
static uint32_t kinds_of(struct str precision)
{
    uint32_t kinds = precision.data == NULL ? PLACE_ANY : 0;
    for (unsigned kind = PLACE_COUNTRY; kind <= PLACE_VILLAGE; kind++) {
        if (str_equal(precision, str_from(place_kind_precision((enum place_kind)kind)))) {
            kinds |= PLACE_BIT(kind);
        }
    }
    return kinds;
}

/* What is left out, of a place that the gazetteer knows; a town of GeoNames that has a namesake wants a
 * country. */
static void complete_place(struct place *place)
{
    struct place_match match;
    struct gazetteer_entry entry;
    if ((!place_find(place->name, &match) &&
         (!place_find_town(place->name, &match) || (place->country.data == NULL && match.count > 1))) ||
        !place_choose(&match, place->country, kinds_of(place->precision), &entry) ||
        (place->country.data != NULL && !str_equal(place->country, entry.country)) ||
        (place->region.data != NULL && !str_equal(place->region, entry.region))) {
        return;
    }
    place->name = entry.name;
    place->country = entry.country;
    place->region = entry.region;
    place->precision = str_from(place_kind_precision(entry.kind));
    if (!place->has_point) {
        place->lat = entry.lat;
        place->lon = entry.lon;
        place->has_point = true;
    }
}

static enum status read_degrees(const struct reader *reader, const char *parent, const char *name,
                                json_t *object, double most, double *out, bool *given)
{
    json_t *value = json_object_get(object, name);
    char pointer[READ_POINTER];
    *given = value != NULL && !json_is_null(value);
    if (!*given) {
        return OK;
    }
    *out = json_number_value(value);
    if (!json_is_number(value) || *out < -most || *out > most) {
        read_pointer(parent, name, pointer);
        return error_set(reader->error, ERR_INVALID, pointer, "expected degrees from %.0f to %.0f", -most,
                         most);
    }
    return OK;
}

static enum status read_point(const struct reader *reader, const char *parent, json_t *object,
                              struct place *place)
{
    bool has_lat;
    bool has_lon;
    enum status status = read_degrees(reader, parent, "lat", object, 90, &place->lat, &has_lat);
    if (status == OK) {
        status = read_degrees(reader, parent, "lon", object, 180, &place->lon, &has_lon);
    }
    if (status == OK && has_lat != has_lon) {
        return error_set(reader->error, ERR_INVALID, parent, "gives one of lat and lon without the other");
    }
    place->has_point = status == OK && has_lat;
    return status;
}

static enum status check_place(const struct reader *reader, const char *parent, const struct place *place)
{
    char pointer[READ_POINTER];
    struct gazetteer_entry country;
    if (place->country.data != NULL && !place_country(place->country, &country)) {
        read_pointer(parent, "country", pointer);
        return error_set(reader->error, ERR_INVALID, pointer,
                         "expected a country of ISO 3166-1 in two capital letters such as UA");
    }
    if (kinds_of(place->precision) == 0) {
        read_pointer(parent, "precision", pointer);
        return error_set(reader->error, ERR_INVALID, pointer, "expected village, city, region or country");
    }
    return OK;
}

static enum status read_place(const struct reader *reader, const char *parent, json_t *value,
                              struct place *place)
{
    static const char *const names[] = {"name", "country", "region", "precision", "lat", "lon", NULL};
    struct str *const out[4] = {&place->name, &place->country, &place->region, &place->precision};
    enum status status = OK;
    if (json_is_string(value)) {
        status = read_name(reader, parent, value, &place->name);
    } else if (!json_is_object(value)) {
        return wrong_type(reader, parent, "a name or an object with one", value);
    } else {
        status =
            check_members(reader, parent, value, names, "a place has: name country region precision lat lon");
    }
    for (unsigned i = 0; status == OK && json_is_object(value) && i < 4; i++) {
        char pointer[READ_POINTER];
        read_pointer(parent, names[i], pointer);
        status = read_name(reader, pointer, json_object_get(value, names[i]), out[i]);
    }
    if (status == OK && place->name.data == NULL) {
        char pointer[READ_POINTER];
        read_pointer(parent, "name", pointer);
        return error_set(reader->error, ERR_INVALID, pointer, "is missing");
    }
    if (status == OK && json_is_object(value)) {
        status = read_point(reader, parent, value, place);
    }
    if (status == OK) {
        status = check_place(reader, parent, place);
    }
    if (status == OK) {
        complete_place(place);
    }
    return status;
}

static enum status read_places(const struct reader *reader, json_t *value, struct report_change *change)
{
    size_t count = json_array_size(value);
    enum status status = OK;
    if (json_is_null(value)) {
        return OK;
    }
    if (!json_is_array(value)) {
        return wrong_type(reader, "/places", "an array", value);
    }
    if (count > PLACES_MAX) {
        return error_set(reader->error, ERR_INVALID, "/places", "%zu places; at most %d are taken", count,
                         PLACES_MAX);
    }
    change->places = arena_array(reader->arena, count, sizeof *change->places);
    change->place_count = count;
    if (change->places == NULL) {
        return error_set(reader->error, ERR_NO_MEMORY, NULL, "out of memory");
    }
    for (size_t i = 0; status == OK && i < count; i++) {
        char pointer[32];
        (void)snprintf(pointer, sizeof pointer, "/places/%zu", i);
        status = read_place(reader, pointer, json_array_get(value, i), &change->places[i]);
    }
    return status;
}

static enum status load(struct str body, json_t **root, struct error *error)
{
    enum status status = json_tree_load(body, root, error);
    if (status == OK && !json_is_object(*root)) {
        status = error_set(error, ERR_INVALID, NULL, "expected an object, got %s", read_type_name(*root));
        json_decref(*root);
        *root = NULL;
    }
    return status;
}

static enum status read_fields(const struct reader *reader, json_t *root, struct report_change *change)
{
    static enum status (*const readers[CHANGE_FIELDS])(const struct reader *, json_t *,
                                                       struct report_change *) = {
        [CHANGE_SUBTYPE] = read_subtype,   [CHANGE_SCOPE] = read_scope,
        [CHANGE_STATUS] = read_status,     [CHANGE_COUNT] = read_count,
        [CHANGE_ACTOR] = read_actor,       [CHANGE_COUNTERPART] = read_counterpart,
        [CHANGE_PLACES] = read_places,     [CHANGE_DATE] = read_date,
        [CHANGE_SAID] = read_said,         [CHANGE_SOURCE] = read_source,
        [CHANGE_REJECTED] = read_rejected,
    };
    for (unsigned field = 0; field < CHANGE_FIELDS; field++) {
        json_t *value = json_object_get(root, change_field_name((enum change_field)field));
        if (value != NULL) {
            enum status status = readers[field](reader, value, change);
            if (status != OK) {
                return status;
            }
            change->fields |= CHANGE_BIT(field);
        }
    }
    return change->fields != 0 ? OK
                               : error_set(reader->error, ERR_INVALID, NULL,
                                           "changes nothing: name a field that can be corrected");
}

enum status json_read_change(struct arena *arena, struct str body, struct report_change *change,
                             struct str *note, struct error *error)
{
    const char *names[CHANGE_FIELDS + 2] = {"note"};
    const struct reader reader = {arena, error};
    json_t *root = NULL;
    enum status status = load(body, &root, error);
    *change = (struct report_change){.fields = 0};
    for (unsigned field = 0; field < CHANGE_FIELDS; field++) {
        names[field + 1] = change_field_name((enum change_field)field);
    }
    if (status == OK) {
        status =
            check_members(&reader, "", root, names,
                          "of a report can be corrected: subtype scope status count actor counterpart places "
                          "date said source rejected; beside them a note");
    }
    if (status == OK) {
        status = read_line(&reader, "/note", json_object_get(root, "note"), NOTE_MAX, note);
    }
    if (status == OK) {
        status = read_fields(&reader, root, change);
    }
    json_decref(root);
    return status;
}

bool json_read_id(struct str text, char letter, int64_t *id)
{
    return text.size > 1 && text.data[0] == letter && text.data[1] >= '1' && text.data[1] <= '9' &&
           str_to_int64(str_slice(text, 1, text.size), id);
}

static enum status read_ids(const struct reader *reader, const char *member, char letter, json_t *value,
                            int64_t **ids, size_t *count)
{
    char pointer[READ_POINTER];
    read_pointer("", member, pointer);
    if (value == NULL) {
        return error_set(reader->error, ERR_INVALID, pointer, "is missing");
    }
    if (!json_is_array(value)) {
        return wrong_type(reader, pointer, "an array of ids", value);
    }
    *count = json_array_size(value);
    if (*count > JSON_IDS_MAX) {
        return error_set(reader->error, ERR_TOO_LARGE, pointer, "%zu ids; at most %d are taken", *count,
                         JSON_IDS_MAX);
    }
    *ids = arena_array(reader->arena, *count, sizeof **ids);
    if (*ids == NULL) {
        return error_set(reader->error, ERR_NO_MEMORY, NULL, "out of memory");
    }
    for (size_t i = 0; i < *count; i++) {
        json_t *item = json_array_get(value, i);
        struct str text = {json_string_value(item), json_string_length(item)};
        if (!json_read_id(text, letter, &(*ids)[i])) {
            char at[READ_POINTER + 24];
            (void)snprintf(at, sizeof at, "%s/%zu", pointer, i);
            return error_set(reader->error, ERR_INVALID, at, "expected an id such as \"%c42\"", letter);
        }
    }
    return OK;
}

enum status json_read_ids(struct arena *arena, struct str body, const char *member, char letter,
                          int64_t **ids, size_t *count, struct str *note, struct error *error)
{
    const char *const names[] = {member, "note", NULL};
    const struct reader reader = {arena, error};
    char what[64];
    json_t *root = NULL;
    enum status status = load(body, &root, error);
    (void)snprintf(what, sizeof what, "there are: %s note", member);
    if (status == OK) {
        status = check_members(&reader, "", root, names, what);
    }
    if (status == OK) {
        status = read_line(&reader, "/note", json_object_get(root, "note"), NOTE_MAX, note);
    }
    if (status == OK) {
        status = read_ids(&reader, member, letter, json_object_get(root, member), ids, count);
    }
    json_decref(root);
    return status;
}
