/* Whether the date of an event is in doubt: what else the words that date its claims can mean. */
#include "merge/summary.h"

/* True when all days of `part` are days of `whole`. */
static bool holds(struct interval whole, struct interval part)
{
    bool begins = whole.first == DAY_NONE || (part.first != DAY_NONE && part.first >= whole.first);
    bool ends = whole.last == DAY_NONE || (part.last != DAY_NONE && part.last <= whole.last);
    return interval_known(whole) && begins && ends;
}

/* True when the claim may be of those days, also if only in another reading of its words. */
static bool admits(const struct report *report, struct interval date)
{
    bool admitted = !interval_known(report->date) || holds(report->date, date);
    for (size_t i = 0; i < report->alternative_count && !admitted; i++) {
        admitted = holds(report->alternatives[i].date, date);
    }
    return admitted;
}

static bool admitted_by_all(const struct claim *claims, size_t count, struct interval date)
{
    for (size_t i = 0; i < count; i++) {
        if (!admits(&claims[i].report, date)) {
            return false;
        }
    }
    return true;
}

/* An order of dates: the shortest first, those with an open end last; then by their days. */
static int compare(struct interval a, struct interval b)
{
    bool a_open = a.first == DAY_NONE || a.last == DAY_NONE;
    bool b_open = b.first == DAY_NONE || b.last == DAY_NONE;
    int64_t a_days = (int64_t)a.last - a.first;
    int64_t b_days = (int64_t)b.last - b.first;
    if (a_open != b_open) {
        return a_open ? 1 : -1;
    }
    if (!a_open && a_days != b_days) {
        return a_days < b_days ? -1 : 1;
    }
    if (a.first != b.first) {
        return a.first < b.first ? -1 : 1;
    }
    return a.last == b.last ? 0 : a.last < b.last ? -1 : 1;
}

/* The same order of claims, whatever order they come in. */
static bool goes_before(const struct report *a, const struct report *b)
{
    int order = compare(a->date, b->date);
    return order != 0 ? order < 0 : compare(a->alternatives[0].date, b->alternatives[0].date) < 0;
}

enum status event_doubt(struct arena *arena, const struct claim *claims, size_t count, struct event *event)
{
    const struct report *open = NULL;
    for (size_t i = 0; i < count; i++) {
        const struct report *report = &claims[i].report;
        if (report->alternative_count > 0 && (open == NULL || goes_before(report, open))) {
            open = report;
        }
    }
    event->alternatives = NULL;
    event->alternative_count = 0;
    if (open == NULL) {
        return OK;
    }
    struct timex_reading *kept = arena_array(arena, open->alternative_count, sizeof *kept);
    if (kept == NULL) {
        return ERR_NO_MEMORY;
    }
    for (size_t i = 0; i < open->alternative_count; i++) {
        struct interval date = open->alternatives[i].date;
        if (!holds(event->date, date) && admitted_by_all(claims, count, date)) {
            kept[event->alternative_count++] = open->alternatives[i];
        }
    }
    event->alternatives = event->alternative_count > 0 ? kept : NULL;
    return OK;
}
