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

/* The same; what is denied gives the figure only where nobody else does. */
static bool counts_beside(const struct report *report, bool asserted)
{
    return gives_figure(report) && (!asserted || report->status != STATUS_DENIED);
}

/* Whether a claim has a figure that it does not deny. */
static bool is_counted(const struct claim *claims, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (gives_figure(&claims[i].report) && claims[i].report.status != STATUS_DENIED) {
            return true;
        }
    }
    return false;
}

/* Parts, in `part`, do not count beside their total. */
static struct bounds bounds_of(const struct claim *claims, size_t count, const bool *part, uint32_t subtypes)
{
    struct range range = {COUNT_NONE, COUNT_NONE, COUNT_NONE, COUNT_NONE};
    bool asserted = is_counted(claims, count);
    for (size_t i = 0; i < count; i++) {
        if (!part[i] && (1U << claims[i].report.subtype & subtypes) != 0 &&
            counts_beside(&claims[i].report, asserted)) {
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
    bool asserted = is_counted(claims, count);
    uint32_t counted = 0;
    for (size_t i = 0; i < count; i++) {
        counted |= counts_beside(&claims[i].report, asserted) ? BIT(claims[i].report.subtype) : 0;
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
