/* Whether a claim of a revised article is still the one that the article made before. */
#include "merge/compare.h"

/* For and against: what both tell, and tell alike or otherwise. */
struct votes {
    int alike, other;
};

static void vote(struct votes *votes, bool known, bool alike)
{
    votes->alike += known && alike;
    votes->other += known && !alike;
}

static bool is_counted(struct count count)
{
    return count.min != COUNT_NONE || count.max != COUNT_NONE;
}

static bool may_be_same_count(struct count a, struct count b)
{
    return (a.max == COUNT_NONE || b.min == COUNT_NONE || a.max >= b.min) &&
           (b.max == COUNT_NONE || a.min == COUNT_NONE || b.max >= a.min);
}

static bool are_days(struct interval date)
{
    return date.first != DAY_NONE && date.last != DAY_NONE;
}

/* One word in two of those that either sentence has. */
static bool share_words(struct str a, struct str b)
{
    struct word_set left = words_of_text(a);
    struct word_set right = words_of_text(b);
    size_t all = 0;
    size_t shared = word_sets_compare(&left, &right, &all);
    return all > 0 && shared * 2 >= all;
}

struct merge_revision merge_revision(const struct report *former, const struct report *now)
{
    const struct interval *days[] = {&former->date, &now->date};
    bool same_sentence = str_equal(former->evidence.text, now->evidence.text);
    struct votes votes = {0, 0};
    if (former->kind != now->kind || former->subtype != now->subtype) {
        return (struct merge_revision){0, false};
    }
    vote(&votes, is_counted(former->count) && is_counted(now->count),
         may_be_same_count(former->count, now->count));
    vote(&votes, are_days(*days[0]) && are_days(*days[1]),
         days[0]->first <= days[1]->last && days[1]->first <= days[0]->last);
    enum nearness nearness =
        places_compare(former->places, former->place_count, now->places, now->place_count);
    vote(&votes, nearness != PLACES_UNKNOWN && nearness != PLACES_LOOSE && nearness != PLACES_DOUBTFUL,
         nearness != PLACES_NEAR && nearness != PLACES_APART);
    /* "soldiers" may be those of Norland */
    bool comparable =
        former->actor.size > 0 && now->actor.size > 0 && is_named(former->actor) == is_named(now->actor);
    votes.other += comparable && !str_equal_nocase(former->actor, now->actor);
    votes.alike += share_words(former->evidence.text, now->evidence.text);
    if (!same_sentence && votes.alike <= votes.other) {
        return (struct merge_revision){0, false};
    }
    bool same_count = former->count.min == now->count.min && former->count.max == now->count.max;
    return (struct merge_revision){
        .likeness = (same_sentence ? 4 : 0) + votes.alike - votes.other + same_count,
        .same = same_count && (same_sentence || votes.other == 0),
    };
}
