#include "merge/compare.h"

bool same_article(const struct traits *a, const struct traits *b)
{
    return str_equal(a->claim->article, b->claim->article);
}

enum measure measure_of(const struct report *report)
{
    switch (report->subtype) {
    case SUBTYPE_KILLED:
        return MEASURE_KILLED;
    case SUBTYPE_WOUNDED:
        return MEASURE_WOUNDED;
    case SUBTYPE_MISSING:
        return MEASURE_MISSING;
    case SUBTYPE_CAPTURED:
        return MEASURE_CAPTURED;
    default:
        return MEASURE_TOTAL;
    }
}

bool may_be_same_people(struct str a, struct str b)
{
    return a.size == 0 || b.size == 0 || str_equal_nocase(a, b) || str_equal(a, STR("people")) ||
           str_equal(b, STR("people"));
}

enum figures compare_figures(const struct traits *a, const struct traits *b)
{
    const struct traits *low = a->figure <= b->figure ? a : b;
    const struct traits *high = low == a ? b : a;
    if (a->vague && b->vague && a->min == b->min && a->max == b->max) {
        return FIGURES_SAME;
    }
    if (a->vague || b->vague) {
        return low->figure == high->figure || low->max >= high->figure ? FIGURES_NEAR
               : high->figure <= 2 * low->figure                       ? FIGURES_FAR
                                                                       : FIGURES_APART;
    }
    /* Equal, a number within a range, or nearly equal. */
    if (low->figure == high->figure || low->max >= high->figure || high->figure * 10 <= low->figure * 11) {
        return FIGURES_SAME;
    }
    return high->figure * 2 <= low->figure * 3 ? FIGURES_NEAR
           : high->figure <= 3 * low->figure   ? FIGURES_FAR
                                               : FIGURES_APART;
}
