/* How far two claims speak of one happening, in points.  MERGE_LINK points link.  The weights were set on
 * labelled news; what each compares is written beside it. */
#include "merge/compare.h"

static bool same_text(struct str a, struct str b)
{
    return a.size > 0 && str_equal_nocase(a, b);
}

/* "Thirty people" may be thirty soldiers of Bergia, and a claim that names no place may be about this one;
 * but without a common figure nothing tells.  What is not found by a common key or figure (see merge_window)
 * must never link. */
#define NOT_FOUND (-100)

#define PATIENCE_COMBAT 14 /* see told_points */
#define FEW 5              /* so many may well be lost twice in one town on one day */

/* Gives no place of its own, and no day but that of the other. */
static bool goes_on(const struct traits *traits, const struct traits *other)
{
    struct interval date = traits->claim->report.date;
    struct interval same = other->claim->report.date;
    return is_loose(traits) || (traits->claim->report.place_count == 0 && other->dated &&
                                date.first == same.first && date.last == same.last);
}

/* "The army said 26 had died.  A hospital counted 28": the next sentence of an article gives a comparable
 * figure of another speaker for the same people, and one of the two no day and place of its own. */
static bool continues(const struct traits *a, const struct traits *b)
{
    const struct report *left = &a->claim->report;
    const struct report *right = &b->claim->report;
    if (!same_article(a, b) || left->kind != KIND_CASUALTY || left->subtype != right->subtype ||
        !both_incidents(a, b) || left->evidence.field != right->evidence.field ||
        left->evidence.begin == right->evidence.begin || !are_neighbours(a, b) ||
        !(goes_on(a, b) || goes_on(b, a)) || a->figure == COUNT_NONE || b->figure == COUNT_NONE ||
        a->surname != 0 || b->surname != 0) {
        return false;
    }
    bool unnamed = left->actor.size == 0 || right->actor.size == 0; /* or one and the same */
    if (!are_one_people(left->actor, right->actor) && (a->specific_actor || b->specific_actor) && !unnamed) {
        return false;
    }
    enum figures figures = compare_figures(a, b);
    bool rivals = (left->source.text.size > 0 || right->source.text.size > 0) &&
                  !str_equal_nocase(left->source_name, right->source_name);
    return may_be_same_people(left->actor, right->actor) && figures <= FIGURES_NEAR &&
           (rivals || a->figure == b->figure);
}

/* "At least 14 Arland soldiers" and "the toll has risen to 19", of one day in one town: the figures are close
 * to each other, or the greater one was told on a later day, and are more than a few unless it is a village.
 */
static bool may_be_counted_again(const struct traits *a, const struct traits *b)
{
    const struct traits *low = a->figure <= b->figure ? a : b;
    const struct traits *high = low == a ? b : a;
    bool village = in_village(a) || in_village(b);
    return a->spot.size > 0 && str_equal_nocase(a->spot, b->spot) && one_day(a, b) &&
           low->figure != COUNT_NONE && (low->figure > FEW || village) && may_share_people(a, b) &&
           (compare_figures(a, b) <= FIGURES_NEAR || high->told > low->told);
}

/* Twenty migrants and twenty workers of two articles that name no place: who they were is all that tells the
 * one happening from the other. */
static bool are_other_people(const struct traits *a, const struct traits *b)
{
    return !same_article(a, b) && a->claim->report.place_count == 0 && b->claim->report.place_count == 0 &&
           are_other_civilians(a, b);
}

static int32_t actor_points(const struct traits *a, const struct traits *b, bool *exclusive)
{
    const struct report *left = &a->claim->report;
    const struct report *right = &b->claim->report;
    bool same_figure = a->figure != COUNT_NONE && a->figure == b->figure && a->figure < FIGURE_LIMIT;
    int32_t points = 0;
    if (a->specific_actor != b->specific_actor) {
        return same_figure ? 15
               : may_be_counted_again(a, b) || is_other_toll(a, b) || continues(a, b) ||
                       are_companions(a, b) || are_part_and_total(a, b)
                   ? 10
                   : NOT_FOUND;
    }
    if (a->specific_actor) {
        if (!are_one_people(a->actor, b->actor)) {
            *exclusive = true;
            return NOT_FOUND;
        }
        points = 25;
    } else if ((!same_figure && !str_equal(a->country, b->country) &&
                !(same_article(a, b) && (a->country.size == 0 || b->country.size == 0)) &&
                !may_be_counted_again(a, b)) ||
               are_other_people(a, b)) {
        return NOT_FOUND;
    } else if (left->actor.size == 0 || right->actor.size == 0) {
        points = 10;
    } else {
        points = same_text(left->actor, right->actor) ? 15 : 10;
    }
    if (left->counterpart.size > 0 && are_one_people(left->counterpart, right->counterpart)) {
        points += 5;
    }
    return points;
}

/* So many rebels and so many soldiers, be they as many: what the one side lost is not what the other did. */
static bool other_side(const struct traits *a, const struct traits *b)
{
    enum measure left = measure_of(&a->claim->report);
    enum measure right = measure_of(&b->claim->report);
    return (a->sides & b->sides) == 0 && a->figure != COUNT_NONE && b->figure != COUNT_NONE &&
           (left == right || left == MEASURE_TOTAL || right == MEASURE_TOTAL) && !is_one_person(a, b);
}

/* Both tell something, and nothing in common. */
static bool is_disjoint(unsigned a, unsigned b)
{
    return a != 0 && b != 0 && (a & b) == 0;
}

/* True when one side is among both, which may have several: "France; Mali". */
static bool share_side(struct str a, struct str b)
{
    for (size_t i = 0; i < a.size;) {
        size_t end = str_find(a, STR("; "), i);
        struct str side = str_slice(a, i, end == SIZE_MAX ? a.size : end);
        for (size_t k = 0; k < b.size;) {
            size_t stop = str_find(b, STR("; "), k);
            if (are_one_people(side, str_slice(b, k, stop == SIZE_MAX ? b.size : stop))) {
                return true;
            }
            k = stop == SIZE_MAX ? b.size : stop + 2;
        }
        i = end == SIZE_MAX ? a.size : end + 2;
    }
    return false;
}

/* Who did it, when on that day, and what it was: a strike by another army, a bomb and a
 * shooting, a strike and a bus crash, or "a second ambush" after
 * the one that the same article told before. */
static bool other_happening(const struct traits *a, const struct traits *b)
{
    const struct report *left = &a->claim->report;
    const struct report *right = &b->claim->report;
    unsigned causes = a->happening.causes ^ b->happening.causes;
    if (is_named(left->counterpart) && is_named(right->counterpart) &&
        !share_side(left->counterpart, right->counterpart)) {
        return true;
    }
    if (causes == (CAUSE_BLOW | CAUSE_ACCIDENT) && a->happening.causes != 0 && b->happening.causes != 0) {
        return true;
    }
    if (is_disjoint(a->happening.means, b->happening.means) && !is_one_person(a, b)) {
        return true;
    }
    if (one_day(a, b) && is_disjoint(a->hours, b->hours)) {
        return true;
    }
    if (!same_article(a, b) || left->evidence.field != right->evidence.field ||
        left->evidence.begin == right->evidence.begin) {
        return false;
    }
    return (left->evidence.begin > right->evidence.begin ? a : b)->happening.another;
}

/* The same losses, more than a few, of a named people: that they come twice is less likely than that one
 * tells them twice. */
static bool is_telling(const struct traits *a, const struct traits *b)
{
    return a->specific_actor && b->specific_actor && (a->figure > FEW || (a->vague && b->vague)) &&
           a->claim->report.subtype == b->claim->report.subtype && both_incidents(a, b);
}

#define TOWN_FIGURE 20 /* so many are seldom lost in one town on two days running */

/* Told in the same words, but for the figures and what stands around them. */
static bool same_wording(const struct traits *a, const struct traits *b)
{
    size_t all = 0;
    size_t shared = word_sets_compare(&a->evidence, &b->evidence, &all);
    return shared >= 4 && shared * 10 >= all * 5;
}

/* Counts people to the last one and names no town. */
static bool is_of_bulletin(const struct traits *traits)
{
    return traits->specific_actor && traits->figure > FEW && traits->min == traits->max && !traits->town &&
           !in_village(traits) && !traits->happening.risen;
}

/* "The number includes 640 casualties of the Velian army", and the same with another number a day later: a
 * speaker who gives neither day nor town in a bulletin counts what was lost since the one before. */
static bool are_of_two_bulletins(const struct traits *a, const struct traits *b)
{
    return both_incidents(a, b) && a->told != b->told && is_of_bulletin(a) && is_of_bulletin(b) &&
           !same_count(a, b) && a->claim->report.subtype == b->claim->report.subtype &&
           source_points(a, b) == SAME_SOURCE && same_wording(a, b);
}

/* The points of two days that follow each other: they do not speak against the same losses in one place. */
static int32_t next_day_points(const struct traits *a, const struct traits *b, enum nearness nearness)
{
    bool pinned = nearness == PLACES_SPOT || nearness == PLACES_TOWN || one_town(a, b);
    if (days_of(a->claim->report.date) > 2 || days_of(b->claim->report.date) > 2 ||
        a->stage != STAGE_CASUALTY || !both_incidents(a, b) || a->figure != b->figure || a->vague ||
        b->vague || a->claim->report.subtype != b->claim->report.subtype) {
        return -20;
    }
    if (pinned && a->figure >= TOWN_FIGURE) {
        return 20;
    }
    return is_telling(a, b) && (pinned || nearness == PLACES_SAME) ? 10 : -20;
}

/* "In the past 24 hours": the day on which it was told and the one before. */
static bool of_past_day(const struct traits *traits)
{
    struct interval date = traits->claim->report.date;
    return days_of(date) == 2 && date.last == traits->told;
}

/* "Norland lost 180 soldiers on Monday" and, of one speaker, "210 on Tuesday": each day of a series has its
 * own figure. */
static bool are_days_of_series(const struct traits *a, const struct traits *b)
{
    return days_of(a->claim->report.date) == 1 && days_of(b->claim->report.date) == 1 &&
           a->stage == STAGE_CASUALTY && a->figure != COUNT_NONE && b->figure != COUNT_NONE &&
           !same_count(a, b) && a->claim->report.subtype == b->claim->report.subtype &&
           source_points(a, b) == SAME_SOURCE;
}

/* Two claims that the text dates. */
static int32_t dates_points(const struct traits *a, const struct traits *b, enum nearness nearness,
                            bool *exclusive)
{
    struct interval left = a->claim->report.date;
    struct interval right = b->claim->report.date;
    if (!interval_overlaps(left, right)) {
        int32_t gap = left.first != DAY_NONE && right.last != DAY_NONE && left.first > right.last
                          ? left.first - right.last
                          : right.first - left.last;
        *exclusive = gap > 1 || (of_past_day(a) && of_past_day(b)) || are_days_of_series(a, b);
        return *exclusive ? -100 : next_day_points(a, b, nearness);
    }
    if (are_two_nights(a, b) ||
        (of_past_day(a) && of_past_day(b) && left.last != right.last && a->figure != b->figure)) {
        *exclusive = true; /* what was lost is told day by day */
        return -100;
    }
    if (is_tight(a) && is_tight(b)) {
        return 40;
    }
    if (days_of(left) == INT32_MAX || days_of(right) == INT32_MAX) {
        return 15;
    }
    bool same = left.first == right.first && left.last == right.last;
    return same && days_of(left) <= 31 ? 30 : is_tight(a) || is_tight(b) ? 25 : 20;
}

/* How many days after one another two claims may be told and yet repeat each other. */
static int32_t told_points(int32_t days, enum stage stage)
{
    int32_t patience = stage == STAGE_DISPATCH   ? 60
                       : stage == STAGE_CASUALTY ? PATIENCE_CASUALTY
                                                 : PATIENCE_COMBAT;
    if (days <= patience) {
        return 15;
    }
    return days <= 2 * patience ? 0 : -50;
}

/* Told in one calendar week, or month. */
static bool one_week(const struct traits *a, const struct traits *b)
{
    int32_t monday = a->told - civil_weekday(a->told);
    return b->told - civil_weekday(b->told) == monday;
}

static bool one_month(const struct traits *a, const struct traits *b)
{
    struct civil left = civil_from_day(a->told);
    struct civil right = civil_from_day(b->told);
    return left.year == right.year && left.month == right.month;
}

/* The same of a force is told day after day, so that each day would hold the next one, and all claims of
 * years would be one component.  Cut where a reader would cut it: what gives neither a figure nor a date
 * holds together within a calendar month, losses of which few or none are counted within a week. */
static bool is_cut(const struct traits *a, const struct traits *b)
{
    bool uncounted = a->figure == COUNT_NONE && b->figure == COUNT_NONE;
    if (a->stage != STAGE_CASUALTY) {
        return uncounted && !one_month(a, b);
    }
    return (a->figure <= FEW || b->figure <= FEW) && !is_one_person(a, b) && !one_week(a, b);
}

/* Losses that nobody dates have only the day on which they were in the news, and the place: the same figure
 * in one town, or none.  They are not told for weeks. */
static int32_t undated_points(const struct traits *a, const struct traits *b, enum nearness nearness,
                              bool *exclusive)
{
    int32_t days = a->told > b->told ? a->told - b->told : b->told - a->told;
    bool same_town = nearness == PLACES_SPOT || nearness == PLACES_TOWN;
    bool uncounted = a->figure == COUNT_NONE && b->figure == COUNT_NONE;
    bool incidents = a->stage == STAGE_CASUALTY && both_incidents(a, b);
    *exclusive = incidents &&
                 ((days > (uncounted ? PATIENCE_CASUALTY : 2 * PATIENCE_CASUALTY) && !is_one_person(a, b)) ||
                  are_of_two_bulletins(a, b));
    if ((incidents || a->stage != STAGE_CASUALTY) && is_cut(a, b)) {
        return -100;
    }
    if (incidents && days <= 1 && uncounted) {
        return same_town || nearness == PLACES_SAME ? 40 : 35;
    }
    if (incidents && days <= 1 && same_count(a, b) && (same_town || is_telling(a, b))) {
        return 40;
    }
    return told_points(days, a->stage);
}

static int32_t date_points(const struct traits *a, const struct traits *b, enum nearness nearness,
                           bool *exclusive)
{
    if (a->dated && b->dated) {
        return dates_points(a, b, nearness, exclusive);
    }
    if (!a->dated && !b->dated) {
        return undated_points(a, b, nearness, exclusive);
    }
    const struct traits *dated = a->dated ? a : b;
    int32_t told = (a->dated ? b : a)->told;
    int32_t first = dated->claim->report.date.first;
    if (first != DAY_NONE && told < first) {
        if (a->stage == STAGE_COMBAT) { /* which goes on: it was known before this stretch of it */
            return told_points(first - told, STAGE_COMBAT);
        }
        *exclusive = true; /* told before it happened */
        return -100;
    }
    int32_t days = told > dated->hi ? told - dated->hi : 0;
    bool same_town = nearness == PLACES_SPOT || nearness == PLACES_TOWN;
    if (a->stage == STAGE_CASUALTY && both_incidents(a, b) && days <= 1 &&
        days_of(dated->claim->report.date) <= 2 && same_count(a, b) && (same_town || is_telling(a, b))) {
        return 40;
    }
    bool uncounted = a->figure == COUNT_NONE && b->figure == COUNT_NONE;
    if (a->stage == STAGE_COMBAT && uncounted && days > PATIENCE_COMBAT) {
        return -50; /* a battle of weeks ago is not the one that goes on */
    }
    return told_points(days, a->stage);
}

static int32_t place_points(enum nearness nearness, enum stage stage, bool *exclusive)
{
    switch (nearness) {
    case PLACES_SPOT:
    case PLACES_TOWN:
    case PLACES_SAME:
        return 25;
    case PLACES_COUNTRY:
        return 10;
    case PLACES_DOUBTFUL: /* when in doubt apart: as many of a people are lost in two places on a day */
        return stage == STAGE_CASUALTY ? -35 : 0;
    case PLACES_LOOSE:
        return -15;
    case PLACES_NEAR:
        /* A force goes to many places, a blow falls on one. */
        *exclusive = stage == STAGE_CASUALTY;
        return stage == STAGE_CASUALTY ? -40 : -15;
    case PLACES_APART:
        *exclusive = stage != STAGE_DISPATCH;
        return stage == STAGE_DISPATCH ? -15 : -60;
    default:
        return 0;
    }
}

/* An article says "dozens" and "hundreds" of many things, but hardly "several hundred". */
#define RARE_VAGUE 200

/* "An undated claim joins the event that it repeats": who said it then, or the same article, says the same
 * figure again, whether or not the people and the place are named again. */
static int32_t repeat_points(const struct traits *a, const struct traits *b, int32_t source)
{
    if (a->figure == COUNT_NONE || a->figure <= FEW) {
        return 0;
    }
    if (a->dated && b->dated) {
        bool again =
            same_article(a, b) && same_count(a, b) && one_day(a, b) && !a->vague && both_incidents(a, b);
        return again && a->claim->report.subtype == b->claim->report.subtype ? 10 : 0;
    }
    if (same_article(a, b) && a->figure == b->figure && !a->vague && !b->vague &&
        a->claim->report.subtype == b->claim->report.subtype) {
        return 35;
    }
    if (same_article(a, b) && same_count(a, b) && a->vague && a->figure >= RARE_VAGUE &&
        a->stage == STAGE_CASUALTY && measure_of(&a->claim->report) == measure_of(&b->claim->report)) {
        return 45; /* as much as the same number, whose count gives more */
    }
    return same_count(a, b) && source == 25 ? 15 : 0;
}

static int32_t word_points(const struct traits *a, const struct traits *b)
{
    const struct quote *left = &a->claim->report.evidence;
    const struct quote *right = &b->claim->report.evidence;
    if (left->field == right->field && same_article(a, b)) {
        if (are_of_one_sentence(a, b)) {
            return 30;
        }
        if (are_neighbours(a, b)) {
            return continues(a, b) || is_other_toll(a, b) ? 65 : 20;
        }
        if (is_other_toll(a, b)) {
            return 35;
        }
    }
    size_t all = 0;
    size_t shared = word_sets_compare(&a->evidence, &b->evidence, &all);
    if (shared < 4) {
        return 0;
    }
    return shared * 10 >= all * 8 ? 60 : shared * 10 >= all * 5 ? 25 : shared * 10 >= all * 3 ? 10 : 0;
}

/* Links by what is wanting to a link. */
static void link_all_the_same(struct merge_why *why)
{
    why->actor = why->actor == NOT_FOUND ? 0 : why->actor;
    why->count += MERGE_LINK - (why->actor + why->date + why->place + why->count + why->source + why->words);
    why->total = MERGE_LINK;
}

/* "Plans to send 10,000 by December", and "had sent 10,000", told in November: what was done by then is not
 * what is planned for a day to come.  A plan without a day is told of what is done about it. */
static bool are_plan_and_deed(const struct traits *a, const struct traits *b)
{
    const struct traits *plan = a->claim->report.subtype == SUBTYPE_PLANNED ? a : b;
    const struct traits *deed = plan == a ? b : a;
    return plan->claim->report.subtype == SUBTYPE_PLANNED && deed->stage == STAGE_DISPATCH &&
           deed->claim->report.subtype != SUBTYPE_PLANNED && plan->dated &&
           plan->hi > plan->claim->published && deed->told < plan->hi;
}

static void compare(const struct traits *a, const struct traits *b, struct relation *relation)
{
    const struct report *left = &a->claim->report;
    const struct report *right = &b->claim->report;
    *relation = (struct relation){.exclusive = false};
    struct merge_why *why = &relation->why;
    int32_t reach = left->kind == KIND_CASUALTY ? MERGE_REACH_CASUALTY : MERGE_REACH_DEPLOYMENT;
    if (left->kind != right->kind || a->stage != b->stage || (int64_t)a->lo - b->hi > reach ||
        (int64_t)b->lo - a->hi > reach) {
        relation->exclusive = true;
        return;
    }
    if (are_plan_and_deed(a, b)) {
        relation->exclusive = true;
        return;
    }
    bool exclusive[4] = {false, false, false, false};
    why->actor = actor_points(a, b, &exclusive[0]);
    if (exclusive[0]) {
        why->total = why->actor;
        relation->exclusive = true;
        return;
    }
    bool added = adds_to(a, b) || adds_to(b, a);
    /* What came to a toll is none of its rivals: it neither keeps them apart nor holds them together. */
    bool beside = !added && a->increment != b->increment && left->subtype == right->subtype &&
                  a->figure != COUNT_NONE && b->figure != COUNT_NONE && a->figure != b->figure &&
                  both_incidents(a, b);
    if (!added && !beside && are_other_victims(a, b)) {
        relation->exclusive = true;
        return;
    }
    if (left->kind == KIND_CASUALTY && (other_side(a, b) || other_happening(a, b))) {
        relation->exclusive = true;
        return;
    }
    enum nearness nearness =
        places_compare(left->places, left->place_count, right->places, right->place_count);
    why->date = date_points(a, b, nearness, &exclusive[1]);
    why->place = place_points(nearness, a->stage, &exclusive[2]);
    if (nearness == PLACES_NEAR && is_one_person(a, b)) {
        exclusive[2] = false; /* who is shot in the street dies in hospital */
        why->place = 0;
    }
    enum pin pin = pin_of(a, b, nearness);
    why->count = left->kind == KIND_CASUALTY ? casualty_points(a, b, pin, nearness, &exclusive[3])
                                             : deployment_points(a, b, nearness, &exclusive[3]);
    why->count += scope_points(a, b, why->count, nearness, &exclusive[3]);
    why->source = source_points(a, b);
    why->source += repeat_points(a, b, why->source);
    why->words = word_points(a, b);
    why->total = why->actor + why->date + why->place + why->count + why->source + why->words;
    bool risen = why->actor != NOT_FOUND && may_have_risen(a, b, nearness);
    exclusive[3] = exclusive[3] && !risen && !added && !beside;
    relation->exclusive = exclusive[1] || exclusive[2] || exclusive[3];
    if (added && !relation->exclusive && why->total < MERGE_LINK) {
        link_all_the_same(why);
        return;
    }
    if (!relation->exclusive && why->total < MERGE_LINK && !beside &&
        (risen || is_denial(a, b, nearness, why->actor != NOT_FOUND))) {
        /* What is wanting to a link: it says of the other claim that it is wrong, or no longer right, and so
         * speaks of it. */
        link_all_the_same(why);
        relation->late = !(risen && is_late_toll(a) && is_late_toll(b)); /* a series of tolls is one event */
        return;
    }
    if ((relation->exclusive || beside || why->actor == NOT_FOUND) && why->total >= MERGE_LINK) {
        why->total = MERGE_LINK - 1;
    }
}

void traits_compare(const struct traits *a, const struct traits *b, struct relation *relation)
{
    compare(a, b, relation);
    relation->part = (is_part(a, b) || is_part(b, a)) && !other_happening(a, b);
    if (relation->part && relation->why.total < MERGE_LINK) {
        relation->by_part = true;
        link_all_the_same(&relation->why);
    }
}

int32_t merge_score(const struct claim *a, const struct claim *b, struct merge_why *why)
{
    struct traits left;
    struct traits right;
    struct relation relation;
    traits_of(a, &left);
    traits_of(b, &right);
    traits_compare(&left, &right, &relation);
    if (why != NULL) {
        *why = relation.why;
    }
    return relation.why.total;
}
