/* Two readings of one article that are to tell the same. */
#ifndef TESTS_REPORT_SAME_REPORTS_H
#define TESTS_REPORT_SAME_REPORTS_H

#include "ingest/ingest.h"

static inline bool same_quote(const struct quote *a, const struct quote *b)
{
    return str_equal(a->text, b->text) && a->begin == b->begin && a->end == b->end;
}

static inline bool same_days(struct interval a, struct interval b)
{
    return a.first == b.first && a.last == b.last;
}

static inline bool same_report(const struct report *a, const struct report *b)
{
    bool same = a->kind == b->kind && a->subtype == b->subtype && a->scope == b->scope &&
                a->status == b->status && a->count.min == b->count.min && a->count.max == b->count.max &&
                same_quote(&a->count.text, &b->count.text) && str_equal(a->actor, b->actor) &&
                str_equal(a->counterpart, b->counterpart) && a->place_count == b->place_count &&
                same_days(a->date, b->date) && a->basis_timex == b->basis_timex &&
                str_equal(a->source_name, b->source_name) && same_quote(&a->source, &b->source) &&
                same_days(a->said, b->said) && same_quote(&a->evidence, &b->evidence) &&
                str_equal(a->rule, b->rule);
    for (size_t i = 0; same && i < a->place_count; i++) {
        same = str_equal(a->places[i].name, b->places[i].name);
    }
    return same;
}

static inline bool same_reports(const struct analysis *a, const struct analysis *b)
{
    bool same = a->report_count == b->report_count;
    for (size_t i = 0; same && i < a->report_count; i++) {
        same = same_report(&a->reports[i], &b->reports[i]);
    }
    return same;
}

#endif
