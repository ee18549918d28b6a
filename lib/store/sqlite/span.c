#include "span.h"

/* The longest length in days of each class; the last has no limit. */
static const int32_t longest[SPAN_LENGTHS] = {1, 7, 31, 92, 366, INT32_MAX};

static int32_t length_class(int32_t lo, int32_t hi)
{
    int32_t class = 0;
    while (hi - lo >= longest[class]) {
        class ++;
    }
    return class;
}

struct span span_of(struct interval date, int32_t known_on, int32_t undated_on)
{
    struct span span;
    if (!interval_known(date)) {
        span = (struct span){SPAN_UNDATED, undated_on, undated_on};
    } else if (date.first == DAY_NONE) {
        span = (struct span){SPAN_OPEN_BEGIN, date.last, date.last};
    } else if (date.last == DAY_NONE) {
        int32_t hi = known_on != DAY_NONE && known_on > date.first ? known_on : date.first;
        span = (struct span){SPAN_OPEN_END + length_class(date.first, hi), date.first, hi};
    } else {
        span = (struct span){SPAN_CLOSED + length_class(date.first, date.last), date.first, date.last};
    }
    return span;
}

struct span span_of_claim(const struct claim *claim)
{
    int32_t said = claim->report.said.last != DAY_NONE ? claim->report.said.last : claim->published;
    return span_of(claim->report.date, said, claim->published);
}

struct span span_of_event(const struct event *event)
{
    return span_of(event->date, event->as_of, event->first_reported);
}

bool span_range(int32_t class, int32_t from, int32_t to, bool open, int32_t *lowest, int32_t *highest)
{
    int32_t length;
    *lowest = DAY_MIN;
    *highest = DAY_MAX;
    if (class == SPAN_UNDATED) {
        return from == DAY_NONE && to == DAY_NONE;
    }
    if (to != DAY_NONE && !(open && class == SPAN_OPEN_BEGIN)) {
        *highest = to;
    }
    if (from == DAY_NONE || (open && class >= SPAN_OPEN_END)) {
        return true;
    }
    if (class == SPAN_OPEN_BEGIN) {
        length = 1;
    } else {
        length = longest[class >= SPAN_OPEN_END ? class - SPAN_OPEN_END : class - SPAN_CLOSED];
    }
    if (length != INT32_MAX) {
        *lowest = from - (length - 1);
    }
    return *lowest <= *highest;
}

bool span_overlaps(struct span span, int32_t from, int32_t to, bool open)
{
    bool endless_begin = open && span.class == SPAN_OPEN_BEGIN;
    bool endless_end = open && span.class >= SPAN_OPEN_END && span.class < SPAN_UNDATED;
    if (span.class == SPAN_UNDATED) {
        return from == DAY_NONE && to == DAY_NONE;
    }
    return (from == DAY_NONE || endless_end || span.hi >= from) &&
           (to == DAY_NONE || endless_begin || span.lo <= to);
}

enum {
    SUBTYPE_SHIFT = KIND_COUNT,
    SCOPE_SHIFT = SUBTYPE_SHIFT + SUBTYPE_COUNT,
    STATUS_SHIFT = SCOPE_SHIFT + SCOPE_COUNT,
};
_Static_assert(STATUS_SHIFT + STATUS_COUNT <= 31, "all facets fit 31 bits");

uint32_t facets_of_report(const struct report *report)
{
    return UINT32_C(1) << report->kind | UINT32_C(1) << (SUBTYPE_SHIFT + report->subtype) |
           UINT32_C(1) << (SCOPE_SHIFT + report->scope) | UINT32_C(1) << (STATUS_SHIFT + report->status);
}

uint32_t facets_of_event(const struct event *event)
{
    uint32_t subtypes = UINT32_C(1) << event->subtype | event->subtypes;
    uint32_t facets =
        UINT32_C(1) << event->kind | subtypes << SUBTYPE_SHIFT | UINT32_C(1) << (SCOPE_SHIFT + event->scope);
    for (unsigned i = 0; i < STATUS_COUNT; i++) {
        if (event->statuses[i] > 0) {
            facets |= UINT32_C(1) << (STATUS_SHIFT + i);
        }
    }
    return facets;
}

bool facets_match(uint32_t facets, const struct query *query)
{
    return (query->kinds == 0 || (facets & query->kinds) != 0) &&
           (query->subtypes == 0 || (facets & query->subtypes << SUBTYPE_SHIFT) != 0) &&
           (query->scopes == 0 || (facets & query->scopes << SCOPE_SHIFT) != 0) &&
           (query->statuses == 0 || (facets & query->statuses << STATUS_SHIFT) != 0);
}
