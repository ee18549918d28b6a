#include "query/query.h"

#include "base/utf8.h"

#include <string.h>

#include "place/place.h"
#include "query/cursor.h"
#include "query/publisher.h"

enum status query_date(struct str value, int32_t *first, int32_t *last, struct error *error)
{
    /* Where the digits stand in the longest form; the shorter ones are its beginnings. */
    static const char form[] = "dddd-dd-dd";
    static const char expected[] = "a day, month or year such as 2024-12-14, 2024-12 or 2024";
    int32_t parts[3] = {0, 1, 1};
    size_t part = 0;
    if (value.size != 4 && value.size != 7 && value.size != 10) {
        return civil_refuse(value, NULL, expected, error);
    }
    parts[1] = value.size > 4 ? 0 : 1;
    parts[2] = value.size > 7 ? 0 : 1;
    for (size_t i = 0; i < value.size; i++) {
        char c = value.data[i];
        if (form[i] == 'd' ? c < '0' || c > '9' : c != '-') {
            return civil_refuse(value, NULL, expected, error);
        }
        if (c == '-') {
            part++;
        } else {
            parts[part] = parts[part] * 10 + (c - '0');
        }
    }
    if (!civil_valid(parts[0], parts[1], parts[2])) {
        char why[CIVIL_FAULT];
        civil_fault(parts[0], parts[1], parts[2], why);
        return civil_refuse(value, why, expected, error);
    }
    *first = civil_to_day(parts[0], parts[1], parts[2]);
    *last = value.size == 10  ? *first
            : value.size == 7 ? *first + civil_month_length(parts[0], parts[1]) - 1
                              : civil_to_day(parts[0], 12, 31);
    return OK;
}

struct parse {
    struct arena *arena;
    struct query *query;
    struct str cursor; /* read last: what it may hold depends on the sort */
};

/* Takes one value; a failure is told without the parameter's name, which query_parse adds. */
typedef enum status take_value(struct parse *parse, struct str value, struct error *error);

static enum status take_from(struct parse *parse, struct str value, struct error *error)
{
    int32_t last;
    return query_date(value, &parse->query->from, &last, error);
}

static enum status take_to(struct parse *parse, struct str value, struct error *error)
{
    int32_t first;
    return query_date(value, &first, &parse->query->to, error);
}

static enum status take_said_from(struct parse *parse, struct str value, struct error *error)
{
    int32_t last;
    return query_date(value, &parse->query->said_from, &last, error);
}

static enum status take_said_to(struct parse *parse, struct str value, struct error *error)
{
    int32_t first;
    return query_date(value, &first, &parse->query->said_to, error);
}

static enum status take_switch(struct str value, bool *on, struct error *error)
{
    if (!str_equal(value, STR("0")) && !str_equal(value, STR("1"))) {
        return error_set(error, ERR_INVALID, NULL, "expected 0 or 1");
    }
    *on = value.data[0] == '1';
    return OK;
}

static enum status take_open(struct parse *parse, struct str value, struct error *error)
{
    return take_switch(value, &parse->query->open, error);
}

static enum status take_explain(struct parse *parse, struct str value, struct error *error)
{
    return take_switch(value, &parse->query->explain, error);
}

static enum status take_dry_run(struct parse *parse, struct str value, struct error *error)
{
    return take_switch(value, &parse->query->dry_run, error);
}

/* Appends the words that `name` gives for 0 to count-1: "a, b, c". */
static void list_names(char *out, size_t size, unsigned count, const char *(*name)(unsigned))
{
    size_t used = 0;
    out[0] = '\0';
    for (unsigned i = 0; i < count && used + 1 < size; i++) {
        const char *parts[] = {i > 0 ? ", " : "", name(i)};
        for (unsigned p = 0; p < 2; p++) {
            size_t length = strlen(parts[p]);
            if (length > size - used - 1) {
                length = size - used - 1;
            }
            memcpy(out + used, parts[p], length);
            used += length;
            out[used] = '\0';
        }
    }
}

static const char *kind_name(unsigned i)
{
    return report_kind_name((enum report_kind)i);
}

static const char *subtype_name(unsigned i)
{
    return report_subtype_name((enum report_subtype)i);
}

static const char *scope_name(unsigned i)
{
    return report_scope_name((enum report_scope)i);
}

static const char *status_name(unsigned i)
{
    return report_status_name((enum report_status)i);
}

static const char *sort_name(unsigned i)
{
    static const char *const names[] = {"date", "-date", "-updated", "-count"};
    return names[i];
}

static const char *bucket_name(unsigned i)
{
    static const char *const names[] = {"day", "week", "month", "year"};
    return names[i];
}

/* The number of the word `value` among the `count` that `name` gives. */
static enum status find_name(struct str value, unsigned count, const char *(*name)(unsigned), unsigned *found,
                             struct error *error)
{
    char names[256];
    for (unsigned i = 0; i < count; i++) {
        if (str_equal(value, str_from(name(i)))) {
            *found = i;
            return OK;
        }
    }
    list_names(names, sizeof names, count, name);
    return error_set(error, ERR_INVALID, NULL, "expected one of: %s", names);
}

static enum status take_mask(struct str value, unsigned count, const char *(*name)(unsigned), uint32_t *mask,
                             struct error *error)
{
    unsigned found = 0;
    enum status status = find_name(value, count, name, &found, error);
    if (status == OK) {
        *mask |= UINT32_C(1) << found;
    }
    return status;
}

static enum status take_kind(struct parse *parse, struct str value, struct error *error)
{
    return take_mask(value, KIND_COUNT, kind_name, &parse->query->kinds, error);
}

static enum status take_subtype(struct parse *parse, struct str value, struct error *error)
{
    return take_mask(value, SUBTYPE_COUNT, subtype_name, &parse->query->subtypes, error);
}

static enum status take_scope(struct parse *parse, struct str value, struct error *error)
{
    return take_mask(value, SCOPE_COUNT, scope_name, &parse->query->scopes, error);
}

static enum status take_status(struct parse *parse, struct str value, struct error *error)
{
    return take_mask(value, STATUS_COUNT, status_name, &parse->query->statuses, error);
}

static enum status take_sort(struct parse *parse, struct str value, struct error *error)
{
    unsigned found = 0;
    enum status status = find_name(value, 4, sort_name, &found, error);
    if (status == OK) {
        parse->query->sort = (enum query_sort)found;
    }
    return status;
}

static enum status take_interval(struct parse *parse, struct str value, struct error *error)
{
    unsigned found = 0;
    enum status status = find_name(value, 4, bucket_name, &found, error);
    if (status == OK) {
        parse->query->interval = (enum query_bucket)found;
    }
    return status;
}

static enum status append_value(struct parse *parse, struct query_values *values, struct str value,
                                struct error *error)
{
    struct str *items;
    if (value.size == 0) {
        return error_set(error, ERR_INVALID, NULL, "is empty");
    }
    items = arena_grow(parse->arena, values->items, values->count, values->count + 1, sizeof *items);
    if (items == NULL) {
        return error_set(error, ERR_NO_MEMORY, NULL, "out of memory");
    }
    items[values->count] = value;
    values->items = items;
    values->count++;
    return OK;
}

/* A force is stored under its country, so that "Ukrainian" means "Ukraine" too. */
static enum status take_actor(struct parse *parse, struct str value, struct error *error)
{
    struct gazetteer_entry country;
    enum status status = append_value(parse, &parse->query->actors, value, error);
    if (status == OK && place_country_of_people(value, &country)) {
        status = append_value(parse, &parse->query->actors, country.name, error);
    }
    return status;
}

/* "UA" or "ua": the country; false when there is none of that code. */
static bool find_country(struct str code, struct gazetteer_entry *country)
{
    char capitals[2];
    if (code.size != sizeof capitals) {
        return false;
    }
    for (size_t i = 0; i < sizeof capitals; i++) {
        char c = code.data[i];
        capitals[i] = (char)(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
    }
    return place_country((struct str){capitals, sizeof capitals}, country);
}

/* Adds what the gazetteer calls each of the places, and the countries among them by their codes. */
static enum status append_places(struct parse *parse, const struct place_match *match, struct str value,
                                 struct error *error)
{
    struct query *query = parse->query;
    enum status status = OK;
    for (uint32_t i = 0; status == OK && i < match->count; i++) {
        struct gazetteer_entry entry = place_candidate(match, i);
        if (!str_equal(entry.name, value)) {
            status = append_value(parse, &query->places, entry.name, error);
        }
        if (status == OK && entry.kind == PLACE_COUNTRY) {
            status = append_value(parse, &query->place_countries, entry.country, error);
        }
    }
    return status;
}

/* What lies in a country is stored under its code alone, and places under one name of several, so that a name
 * is looked up before it is searched for.  A name of several places means all of them. */
static enum status take_place(struct parse *parse, struct str value, struct error *error)
{
    struct query *query = parse->query;
    struct place_match match;
    struct gazetteer_entry entry;
    enum status status = append_value(parse, &query->places, value, error);
    if (status == OK && find_country(value, &entry)) {
        status = append_value(parse, &query->place_countries, entry.country, error);
    }
    if (status == OK && place_find(value, &match)) {
        status = append_places(parse, &match, value, error);
    }
    if (status == OK && place_find_town(value, &match)) {
        match.count = 1; /* all are written alike */
        status = append_places(parse, &match, value, error);
    }
    return status;
}

static enum status take_country(struct parse *parse, struct str value, struct error *error)
{
    struct gazetteer_entry country;
    for (size_t i = 0; i < value.size; i++) {
        char c = (char)(value.data[i] | 0x20);
        if (value.size != 2 || c < 'a' || c > 'z') {
            return error_set(error, ERR_INVALID, NULL, "expected two letters of ISO 3166-1 such as UA");
        }
    }
    if (value.size == 2 && !find_country(value, &country)) {
        return error_set(error, ERR_INVALID, NULL, "ISO 3166-1 has no country %.*s", STR_ARG(value));
    }
    return append_value(parse, &parse->query->countries, value, error);
}

static enum status take_source(struct parse *parse, struct str value, struct error *error)
{
    return append_value(parse, &parse->query->sources, value, error);
}

/* Appends a publisher's name with and without "The". */
static enum status append_publisher(struct parse *parse, struct str name, struct error *error)
{
    struct query_values *publishers = &parse->query->publishers;
    struct str bare = publisher_without_article(name);
    enum status status = append_value(parse, publishers, bare, error);
    if (status == OK) {
        struct str the = arena_printf(parse->arena, "The %.*s", STR_ARG(bare));
        if (the.data == NULL) {
            return error_set(error, ERR_NO_MEMORY, NULL, "out of memory");
        }
        status = append_value(parse, publishers, the, error);
    }
    return status;
}

/* Articles of "AP" are stored as "The Associated Press", too, as their pages write it. */
static enum status take_publisher(struct parse *parse, struct str value, struct error *error)
{
    struct str others[PUBLISHER_NAMES];
    size_t count = publisher_names(value, others);
    enum status status = append_publisher(parse, value, error);
    for (size_t i = 0; status == OK && i < count; i++) {
        status = append_publisher(parse, others[i], error);
    }
    return status;
}

/* "casualty:norland": a kind, and a name as an event's `series` has it. */
static bool is_series(struct str value)
{
    size_t colon = str_find(value, STR(":"), 0);
    enum report_kind kind;
    if (colon == SIZE_MAX || colon + 1 == value.size ||
        !report_kind_from_name(str_slice(value, 0, colon), &kind)) {
        return false;
    }
    for (size_t i = colon + 1; i < value.size; i++) {
        char c = value.data[i];
        bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
        if (!plain && c != '-' && c != '@') {
            return false;
        }
    }
    return true;
}

static enum status take_series(struct parse *parse, struct str value, struct error *error)
{
    parse->query->series = value;
    return is_series(value) ? OK
                            : error_set(error, ERR_INVALID, NULL,
                                        "expected the series of an event, such as casualty:norland or "
                                        "casualty:civilians@ml");
}

static enum status take_count(struct str value, int64_t *count, struct error *error)
{
    if (!str_to_int64(value, count) || *count < 0) {
        return error_set(error, ERR_INVALID, NULL, "expected a whole number from 0");
    }
    return OK;
}

static enum status take_min_count(struct parse *parse, struct str value, struct error *error)
{
    return take_count(value, &parse->query->min_count, error);
}

static enum status take_max_count(struct parse *parse, struct str value, struct error *error)
{
    return take_count(value, &parse->query->max_count, error);
}

/* A plain date is its first moment, and without an offset it is one of UTC. */
static enum status take_updated_since(struct parse *parse, struct str value, struct error *error)
{
    struct instant instant;
    enum status status = instant_parse(value, &instant, error);
    if (status == OK) {
        int64_t seconds = (int64_t)instant.day * 86400 + (instant.second > 0 ? instant.second : 0) -
                          (int64_t)instant.offset_minutes * 60;
        parse->query->updated_since = seconds > 0 ? seconds * 1000 : 0;
    }
    return status;
}

static enum status take_limit(struct parse *parse, struct str value, struct error *error)
{
    int64_t limit;
    if (!str_to_int64(value, &limit) || limit < 1 || limit > QUERY_LIMIT_MAX) {
        return error_set(error, ERR_INVALID, NULL, "expected a whole number from 1 to %d", QUERY_LIMIT_MAX);
    }
    parse->query->limit = (uint32_t)limit;
    return OK;
}

static enum status take_cursor(struct parse *parse, struct str value, struct error *error)
{
    (void)error;
    parse->cursor = value;
    return OK;
}

static const struct rule {
    const char *name;
    uint32_t accepts; /* any of these bits takes it */
    bool repeatable;
    take_value *take;
} rules[] = {
    {"from", QUERY_DATES, false, take_from},
    {"to", QUERY_DATES, false, take_to},
    {"open", QUERY_DATES, false, take_open},
    {"kind", QUERY_FILTERS, true, take_kind},
    {"subtype", QUERY_FILTERS, true, take_subtype},
    {"scope", QUERY_FILTERS, true, take_scope},
    {"status", QUERY_FILTERS, true, take_status},
    {"actor", QUERY_FILTERS, true, take_actor},
    {"place", QUERY_FILTERS, true, take_place},
    {"country", QUERY_FILTERS, true, take_country},
    {"source", QUERY_FILTERS, true, take_source},
    {"publisher", QUERY_FILTERS | QUERY_PUBLISHER, true, take_publisher},
    {"min_count", QUERY_FILTERS, false, take_min_count},
    {"max_count", QUERY_FILTERS, false, take_max_count},
    {"updated_since", QUERY_UPDATED, false, take_updated_since},
    {"series", QUERY_SERIES, false, take_series},
    {"said_from", QUERY_SAID, false, take_said_from},
    {"said_to", QUERY_SAID, false, take_said_to},
    {"explain", QUERY_EXPLAIN, false, take_explain},
    {"sort", QUERY_SORT, false, take_sort},
    {"interval", QUERY_INTERVAL, false, take_interval},
    {"limit", QUERY_PAGE | QUERY_REPORTS, false, take_limit},
    {"cursor", QUERY_PAGE | QUERY_REPORTS, false, take_cursor},
    {"dry_run", QUERY_DRY_RUN, false, take_dry_run},
};
enum { RULE_COUNT = sizeof rules / sizeof rules[0] };

static const struct rule *find_rule(struct str name, uint32_t accepts)
{
    for (size_t i = 0; i < RULE_COUNT; i++) {
        if ((rules[i].accepts & accepts) != 0 && str_equal(name, str_from(rules[i].name))) {
            return &rules[i];
        }
    }
    return NULL;
}

/* Fills in the name that the functions above leave out. */
static enum status name_error(struct error *error, struct str name, enum status status)
{
    if (error != NULL) {
        size_t size = name.size < sizeof error->pointer - 1 ? name.size : sizeof error->pointer - 1;
        if (size > 0) {
            memcpy(error->pointer, name.data, size);
        }
        error->pointer[size] = '\0';
    }
    return status;
}

/* A subtype of another kind than those asked for would only make the answer empty. */
static enum status check_subtypes(const struct query *query, struct error *error)
{
    static const uint32_t of_kind[KIND_COUNT] = {
        [KIND_CASUALTY] = (UINT32_C(1) << SUBTYPE_SENT) - 1,
        [KIND_DEPLOYMENT] = (UINT32_C(1) << SUBTYPE_COUNT) - (UINT32_C(1) << SUBTYPE_SENT),
    };
    for (unsigned kind = 0; kind < KIND_COUNT; kind++) {
        uint32_t others = query->subtypes & ~of_kind[kind];
        for (unsigned i = 0; query->kinds == UINT32_C(1) << kind && i < SUBTYPE_COUNT; i++) {
            if ((others >> i & 1) != 0) {
                return error_set(error, ERR_INVALID, "subtype", "%s is no subtype of the kind %s",
                                 subtype_name(i), kind_name(kind));
            }
        }
    }
    return OK;
}

/* What no single parameter can tell. */
static enum status check_together(const struct query *query, struct error *error)
{
    if (query->from != DAY_NONE && query->to != DAY_NONE && query->from > query->to) {
        return error_set(error, ERR_INVALID, "to", "ends before \"from\" begins");
    }
    if (query->said_from != DAY_NONE && query->said_to != DAY_NONE && query->said_from > query->said_to) {
        return error_set(error, ERR_INVALID, "said_to", "ends before \"said_from\" begins");
    }
    if (query->min_count != COUNT_NONE && query->max_count != COUNT_NONE &&
        query->min_count > query->max_count) {
        return error_set(error, ERR_INVALID, "max_count", "is lower than \"min_count\"");
    }
    return check_subtypes(query, error);
}

enum status query_parse(struct arena *arena, const struct query_parameter *parameters, size_t count,
                        uint32_t accepts, struct query *query, struct error *error)
{
    struct parse parse = {.arena = arena, .query = query};
    bool seen[RULE_COUNT] = {false};
    *query = (struct query){
        .from = DAY_NONE,
        .to = DAY_NONE,
        .said_from = DAY_NONE,
        .said_to = DAY_NONE,
        .min_count = COUNT_NONE,
        .max_count = COUNT_NONE,
        .limit = (accepts & QUERY_REPORTS) != 0 ? QUERY_LIMIT_MAX : QUERY_LIMIT_DEFAULT,
        .accepts = accepts,
    };
    for (size_t i = 0; i < count; i++) {
        struct str name = parameters[i].name;
        const struct rule *rule = find_rule(name, accepts);
        enum status status;
        if (rule == NULL) {
            return name_error(error, name,
                              error_set(error, ERR_INVALID, NULL, "there is no such parameter here"));
        }
        if (seen[rule - rules] && !rule->repeatable) {
            return name_error(error, name, error_set(error, ERR_INVALID, NULL, "is given twice"));
        }
        seen[rule - rules] = true;
        if (utf8_invalid_at(parameters[i].value) != parameters[i].value.size) {
            return name_error(error, name, error_set(error, ERR_INVALID, NULL, "is not UTF-8"));
        }
        status = rule->take(&parse, parameters[i].value, error);
        if (status != OK) {
            return name_error(error, name, status);
        }
    }
    if (parse.cursor.data != NULL && !query_cursor_parse(parse.cursor, query)) {
        return error_set(error, ERR_INVALID, "cursor", "is not a cursor of this list in this order");
    }
    return check_together(query, error);
}
