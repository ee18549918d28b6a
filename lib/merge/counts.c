/* The figures of an event: from the lowest claim to the highest. */
#include "merge/compare.h"
#include "merge/summary.h"

static struct bounds no_bounds(void)
{
    return (struct bounds){COUNT_NONE, COUNT_NONE};
}

/* From the lowest to the highest claim.  A side is open when the claim that reaches furthest on it is ("at
 * least 47" beside "30"). */
struct range {
    int64_t low, low_open;   /* the lowest number said; the lowest upper bound without a lower one */
    int64_t high, high_open; /* the highest; the highest lower bound of claims that have no upper one */
};

static void add_count(struct range *range, const struct count *count)
{
    if (count->min != COUNT_NONE && (range->low == COUNT_NONE || count->min < range->low)) {
        range->low = count->min;
    }
    if (count->max != COUNT_NONE && count->max > range->high) {
        range->high = count->max;
    }
    if (count->min == COUNT_NONE && count->max != COUNT_NONE &&
        (range->low_open == COUNT_NONE || count->max < range->low_open)) {
        range->low_open = count->max;
    }
    if (count->max == COUNT_NONE && count->min > range->high_open) {
        range->high_open = count->min;
    }
}

static struct bounds range_bounds(const struct range *range)
{
    struct bounds bounds = {range->low, range->high};
    if (range->low_open != COUNT_NONE && range->low >= range->low_open) {
        bounds.min = COUNT_NONE;
    }
    if (range->high_open != COUNT_NONE && range->high_open >= range->high) {
        bounds.max = COUNT_NONE;
    }
    if (bounds.min == COUNT_NONE && bounds.max == COUNT_NONE && range->low_open != COUNT_NONE) {
        /* "at least 84" and "at most 80": rivals that leave no side open */
        return (struct bounds){range->low_open, range->high_open};
    }
    return bounds;
}

static bool has_count(const struct report *report)
{
    return report->count.min != COUNT_NONE || report->count.max != COUNT_NONE;
}

bool gives_figure(const struct report *report)
{
    return has_count(report) && report->status != STATUS_HYPOTHETICAL;
}

bool all_hypothetical(const struct claim *claims, size_t count)
{
    size_t i = 0;
    while (i < count && claims[i].report.status == STATUS_HYPOTHETICAL) {
        i++;
    }
    return i == count;
}

/* Whose figures count. */
enum whose {
    WHOSE_ANY,     /* of claims that are hypothetical, every one of them */
    WHOSE_TOLD,    /* what is denied too, for nobody else gives one */
    WHOSE_ASSERTED /* only what is not denied */
};

static bool counts_beside(const struct report *report, enum whose whose)
{
    if (whose == WHOSE_ANY) {
        return has_count(report);
    }
    return gives_figure(report) && (whose == WHOSE_TOLD || report->status != STATUS_DENIED);
}

static enum whose whose_figures(const struct claim *claims, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (gives_figure(&claims[i].report) && claims[i].report.status != STATUS_DENIED) {
            return WHOSE_ASSERTED;
        }
    }
    return all_hypothetical(claims, count) ? WHOSE_ANY : WHOSE_TOLD;
}

/* Parts, in `part`, do not count beside their total. */
static struct bounds bounds_of(const struct claim *claims, size_t count, const bool *part, uint32_t subtypes)
{
    struct range range = {COUNT_NONE, COUNT_NONE, COUNT_NONE, COUNT_NONE};
    enum whose whose = whose_figures(claims, count);
    for (size_t i = 0; i < count; i++) {
        if (!part[i] && (1U << claims[i].report.subtype & subtypes) != 0 &&
            counts_beside(&claims[i].report, whose)) {
            add_count(&range, &claims[i].report.count);
        }
    }
    return range_bounds(&range);
}

#define BIT(subtype) (1U << (subtype))
#define ALL (~0U)

enum report_subtype counted_subtype(const struct claim *claims, size_t count, enum report_subtype otherwise)
{
    static const enum report_subtype order[] = {SUBTYPE_KILLED_OR_WOUNDED, SUBTYPE_KILLED,
                                                SUBTYPE_WOUNDED,           SUBTYPE_MISSING,
                                                SUBTYPE_CAPTURED,          SUBTYPE_UNSPECIFIED};
    enum whose whose = whose_figures(claims, count);
    uint32_t counted = 0;
    for (size_t i = 0; i < count; i++) {
        counted |= counts_beside(&claims[i].report, whose) ? BIT(claims[i].report.subtype) : 0;
    }
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        if ((counted & BIT(order[i])) != 0) {
            return order[i];
        }
    }
    return otherwise;
}

void event_counts(const struct claim *claims, size_t count, const bool *part, enum report_subtype counted,
                  struct event *event)
{
    event->killed = event->wounded = event->missing = event->captured = no_bounds();
    if (event->kind != KIND_CASUALTY) { /* all claims give the size of one force */
        event->count = bounds_of(claims, count, part, ALL);
        return;
    }
    event->count = bounds_of(claims, count, part, BIT(counted));
    event->killed = bounds_of(claims, count, part, BIT(SUBTYPE_KILLED));
    event->wounded = bounds_of(claims, count, part, BIT(SUBTYPE_WOUNDED));
    event->missing = bounds_of(claims, count, part, BIT(SUBTYPE_MISSING));
    event->captured = bounds_of(claims, count, part, BIT(SUBTYPE_CAPTURED));
}
