#include "report/correct.h"

static const char *const field_names[CHANGE_FIELDS] = {
    [CHANGE_SUBTYPE] = "subtype", [CHANGE_SCOPE] = "scope",       [CHANGE_STATUS] = "status",
    [CHANGE_COUNT] = "count",     [CHANGE_ACTOR] = "actor",       [CHANGE_COUNTERPART] = "counterpart",
    [CHANGE_PLACES] = "places",   [CHANGE_DATE] = "date",         [CHANGE_SAID] = "said",
    [CHANGE_SOURCE] = "source",   [CHANGE_REJECTED] = "rejected",
};

const char *change_field_name(enum change_field field)
{
    return field_names[field];
}

enum report_kind report_subtype_kind(enum report_subtype subtype)
{
    return subtype < SUBTYPE_SENT ? KIND_CASUALTY : KIND_DEPLOYMENT;
}

static bool changes(const struct report_change *change, enum change_field field)
{
    return (change->fields & CHANGE_BIT(field)) != 0;
}

/* The days of the longest century: no text is read to mean more. */
enum { DAYS_MOST = 36525 };

/* The days of the shortest unit of each precision. */
static const int32_t days_least[] = {
    [PRECISION_WEEK] = 7,   [PRECISION_MONTH] = 28, [PRECISION_SEASON] = 90,   [PRECISION_QUARTER] = 90,
    [PRECISION_HALF] = 181, [PRECISION_YEAR] = 365, [PRECISION_DECADE] = 3652, [PRECISION_CENTURY] = 36524,
};

/* Refuses a date that cannot be; the pointers are those of its members. */
static enum status check_date(struct interval date, const char *last, const char *precision,
                              struct error *error)
{
    if (date.first == DAY_NONE || date.last == DAY_NONE) {
        return OK;
    }
    int32_t days = date.last - date.first + 1;
    if (days < 1) {
        return error_set(error, ERR_UNSUPPORTED, last, "lies before \"first\"");
    }
    if (days > DAYS_MOST) {
        return error_set(error, ERR_UNSUPPORTED, last,
                         "lies more than 100 years after \"first\"; null leaves a side open");
    }
    if (days < days_least[date.precision]) {
        return error_set(error, ERR_UNSUPPORTED, precision, "a %s is longer than from \"first\" to \"last\"",
                         precision_name((enum precision)date.precision));
    }
    return OK;
}

enum status report_change_check(const struct report_change *change, enum report_kind kind,
                                struct error *error)
{
    if (changes(change, CHANGE_SUBTYPE) && report_subtype_kind(change->subtype) != kind) {
        return error_set(error, ERR_UNSUPPORTED, "/subtype", "%s is no subtype of the kind %s",
                         report_subtype_name(change->subtype), report_kind_name(kind));
    }
    if (changes(change, CHANGE_COUNT) && change->min != COUNT_NONE && change->max != COUNT_NONE &&
        change->min > change->max) {
        return error_set(error, ERR_UNSUPPORTED, "/count/max", "is lower than \"min\"");
    }
    enum status status =
        changes(change, CHANGE_DATE) ? check_date(change->date, "/date/last", "/date/precision", error) : OK;
    return status == OK && changes(change, CHANGE_SAID)
               ? check_date(change->said, "/said/last", "/said/precision", error)
               : status;
}

static bool same_date(struct interval a, struct interval b)
{
    return a.first == b.first && a.last == b.last && a.precision == b.precision &&
           a.approximate == b.approximate;
}

static bool same_place(const struct place *a, const struct place *b)
{
    return str_equal(a->name, b->name) && str_equal(a->country, b->country) &&
           str_equal(a->region, b->region) && str_equal(a->precision, b->precision) &&
           a->has_point == b->has_point && (!a->has_point || (a->lat == b->lat && a->lon == b->lon));
}

static bool same_places(const struct report_change *a, const struct report_change *b)
{
    bool same = a->place_count == b->place_count;
    for (size_t i = 0; same && i < a->place_count; i++) {
        same = same_place(&a->places[i], &b->places[i]);
    }
    return same;
}

static bool same_value(const struct report_change *a, const struct report_change *b, enum change_field field)
{
    switch (field) {
    case CHANGE_SUBTYPE:
        return a->subtype == b->subtype;
    case CHANGE_SCOPE:
        return a->scope == b->scope;
    case CHANGE_STATUS:
        return a->status == b->status;
    case CHANGE_COUNT:
        return a->min == b->min && a->max == b->max;
    case CHANGE_ACTOR:
        return str_equal(a->actor, b->actor);
    case CHANGE_COUNTERPART:
        return str_equal(a->counterpart, b->counterpart);
    case CHANGE_PLACES:
        return same_places(a, b);
    case CHANGE_DATE:
        return same_date(a->date, b->date);
    case CHANGE_SAID:
        return same_date(a->said, b->said);
    case CHANGE_SOURCE:
        return str_equal(a->source_name, b->source_name);
    case CHANGE_REJECTED:
        return a->rejected == b->rejected;
    case CHANGE_FIELDS:
        break;
    }
    return true;
}

bool report_change_equal(const struct report_change *a, const struct report_change *b)
{
    bool same = a->fields == b->fields;
    for (unsigned i = 0; same && i < CHANGE_FIELDS; i++) {
        same = !changes(a, (enum change_field)i) || same_value(a, b, (enum change_field)i);
    }
    return same;
}

static void set_count(const struct report_change *change, struct report *report)
{
    report->count.min = change->min;
    report->count.max = change->max;
    report->count.qualifier = (struct str){NULL, 0};
}

static void set_date(const struct report_change *change, struct report *report)
{
    report->date = change->date;
    report->alternatives = NULL;
    report->alternative_count = 0;
}

void report_change_apply(const struct report_change *change, struct report *report)
{
    report->subtype = changes(change, CHANGE_SUBTYPE) ? change->subtype : report->subtype;
    report->scope = changes(change, CHANGE_SCOPE) ? change->scope : report->scope;
    report->status = changes(change, CHANGE_STATUS) ? change->status : report->status;
    report->actor = changes(change, CHANGE_ACTOR) ? change->actor : report->actor;
    report->counterpart = changes(change, CHANGE_COUNTERPART) ? change->counterpart : report->counterpart;
    report->said = changes(change, CHANGE_SAID) ? change->said : report->said;
    report->source_name = changes(change, CHANGE_SOURCE) ? change->source_name : report->source_name;
    report->rejected = changes(change, CHANGE_REJECTED) ? change->rejected : report->rejected;
    if (changes(change, CHANGE_PLACES)) {
        report->places = change->places;
        report->place_count = change->place_count;
    }
    if (changes(change, CHANGE_COUNT)) {
        set_count(change, report);
    }
    if (changes(change, CHANGE_DATE)) {
        set_date(change, report);
    }
    report->corrected |= change->fields;
}
