#include "merge/compare.h"

bool are_of_one_sentence(const struct traits *a, const struct traits *b)
{
    const struct quote *left = &a->claim->report.evidence;
    const struct quote *right = &b->claim->report.evidence;
    return same_article(a, b) && left->field == right->field && left->begin == right->begin;
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
    return a.size == 0 || b.size == 0 || are_one_people(a, b) || str_equal(a, STR("people")) ||
           str_equal(b, STR("people"));
}

bool is_military(struct str people)
{
    static const char *const words[] = {"fighters",   "forces",   "peacekeepers", "personnel",
                                        "servicemen", "soldiers", "troops"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (str_equal_nocase(people, str_from(words[i]))) {
            return true;
        }
    }
    return people.size == 0;
}

bool may_share_people(const struct traits *a, const struct traits *b)
{
    struct str unnamed = (a->specific_actor ? b : a)->claim->report.actor;
    if (a->specific_actor != b->specific_actor) {
        return is_military(unnamed) || str_equal(unnamed, STR("people"));
    }
    return may_be_same_people(a->claim->report.actor, b->claim->report.actor);
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

int64_t days_of(struct interval date)
{
    return date.first == DAY_NONE || date.last == DAY_NONE ? INT32_MAX : (int64_t)date.last - date.first + 1;
}

bool is_tight(const struct traits *traits)
{
    return traits->dated && days_of(traits->claim->report.date) <= TIGHT_DAYS;
}

bool both_incidents(const struct traits *a, const struct traits *b)
{
    return a->claim->report.scope == SCOPE_INCIDENT && b->claim->report.scope == SCOPE_INCIDENT;
}

bool same_count(const struct traits *a, const struct traits *b)
{
    return a->figure != COUNT_NONE && a->min == b->min && a->max == b->max;
}

bool one_town(const struct traits *a, const struct traits *b)
{
    return a->town && b->town &&
           str_equal_nocase(a->claim->report.places[0].name, b->claim->report.places[0].name) &&
           str_equal(a->claim->report.places[0].country, b->claim->report.places[0].country);
}

int32_t source_points(const struct traits *a, const struct traits *b)
{
    const struct report *left = &a->claim->report;
    const struct report *right = &b->claim->report;
    size_t fewer = a->source_count < b->source_count ? a->source_count : b->source_count;
    size_t shared = words_shared(a->source_words, a->source_count, b->source_words, b->source_count);
    if (shared > 0) {
        return shared * 2 >= fewer ? SAME_SOURCE : 10;
    }
    bool same = left->source.text.size > 0 && right->source.text.size > 0 &&
                str_equal_nocase(left->source_name, right->source_name);
    return !same ? 0 : same_article(a, b) ? SAME_SOURCE : 10;
}

bool are_two_speakers(const struct traits *a, const struct traits *b)
{
    return a->claim->report.source.text.size > 0 && b->claim->report.source.text.size > 0 &&
           source_points(a, b) == 0;
}
