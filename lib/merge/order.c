/* An order of claims that depends on what they say alone. */
#include "merge/component.h"

static int compare_int(int64_t a, int64_t b)
{
    return (a > b) - (a < b);
}

static int compare_intervals(struct interval a, struct interval b)
{
    int order = compare_int(a.first, b.first);
    order = order != 0 ? order : compare_int(a.last, b.last);
    return order != 0 ? order : compare_int(a.precision, b.precision);
}

static int compare_quotes(const struct quote *a, const struct quote *b)
{
    int order = compare_int(a->field, b->field);
    order = order != 0 ? order : compare_int(a->begin, b->begin);
    order = order != 0 ? order : compare_int(a->end, b->end);
    return order != 0 ? order : str_compare(a->text, b->text);
}

static int compare_place_lists(const struct report *a, const struct report *b)
{
    int order = compare_int((int64_t)a->place_count, (int64_t)b->place_count);
    for (size_t i = 0; order == 0 && i < a->place_count; i++) {
        order = str_compare(a->places[i].name, b->places[i].name);
        order = order != 0 ? order : str_compare(a->places[i].country, b->places[i].country);
        order = order != 0 ? order : str_compare(a->places[i].region, b->places[i].region);
        order = order != 0 ? order : str_compare(a->places[i].precision, b->places[i].precision);
    }
    return order;
}

/* By all that merging looks at: claims that are equal here are equal to it in every way. */
int traits_order(const struct traits *left, const struct traits *right)
{
    const struct claim *a = left->claim;
    const struct claim *b = right->claim;
    int order = str_compare(a->article, b->article);
    order = order != 0 ? order : compare_int(a->published, b->published);
    order = order != 0 ? order : compare_quotes(&a->report.evidence, &b->report.evidence);
    order = order != 0 ? order : compare_int(a->report.kind, b->report.kind);
    order = order != 0 ? order : compare_int(a->report.subtype, b->report.subtype);
    order = order != 0 ? order : compare_int(a->report.scope, b->report.scope);
    order = order != 0 ? order : compare_int(a->report.status, b->report.status);
    order = order != 0 ? order : compare_int(a->report.count.min, b->report.count.min);
    order = order != 0 ? order : compare_int(a->report.count.max, b->report.count.max);
    order = order != 0 ? order : compare_quotes(&a->report.count.text, &b->report.count.text);
    order = order != 0 ? order : compare_intervals(a->report.date, b->report.date);
    order = order != 0 ? order : compare_quotes(&a->report.basis, &b->report.basis);
    order = order != 0 ? order : compare_intervals(a->report.said, b->report.said);
    order = order != 0 ? order : str_compare(a->report.actor, b->report.actor);
    order = order != 0 ? order : str_compare(a->report.counterpart, b->report.counterpart);
    order = order != 0 ? order : str_compare(a->report.source_name, b->report.source_name);
    order = order != 0 ? order : compare_quotes(&a->report.source, &b->report.source);
    order = order != 0 ? order : compare_int(a->report.corrected, b->report.corrected);
    return order != 0 ? order : compare_place_lists(&a->report, &b->report);
}
