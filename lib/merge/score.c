/* How far two claims speak of one happening, in points.  MERGE_LINK points link.  The weights were set on
 * labelled news; what each compares is written beside it. */
#include "merge/compare.h"

#define TIGHT_DAYS 10 /* a date of at most so many days tells one happening from the next */

static int64_t days_of(struct interval date)
{
    return date.first == DAY_NONE || date.last == DAY_NONE ? INT32_MAX : (int64_t)date.last - date.first + 1;
}

static bool is_tight(const struct traits *traits)
{
    return traits->dated && days_of(traits->claim->report.date) <= TIGHT_DAYS;
}

static bool same_text(struct str a, struct str b)
{
    return a.size > 0 && str_equal_nocase(a, b);
}

/* "Thirty people" may be thirty soldiers of Bergia, and a claim that names no place may be about this one;
 * but without a common figure nothing tells.  What is not found by a common key or figure (see merge_window)
 * must never link. */
#define NOT_FOUND (-100)

static int32_t actor_points(const struct traits *a, const struct traits *b, bool *exclusive)
{
    const struct report *left = &a->claim->report;
    const struct report *right = &b->claim->report;
    bool same_figure = a->figure != COUNT_NONE && a->figure == b->figure && a->figure < FIGURE_LIMIT;
    int32_t points = 0;
    if (a->specific_actor != b->specific_actor) {
        return same_figure ? 15 : NOT_FOUND;
    }
    if (a->specific_actor) {
        if (!str_equal_nocase(a->actor, b->actor)) {
            *exclusive = true;
            return NOT_FOUND;
        }
        points = 25;
    } else if (!same_figure && !str_equal(a->country, b->country) &&
               !(same_article(a, b) && (a->country.size == 0 || b->country.size == 0))) {
        return NOT_FOUND;
    } else if (left->actor.size == 0 || right->actor.size == 0) {
        points = 10;
    } else {
        points = same_text(left->actor, right->actor) ? 15 : 10;
    }
    if (same_text(left->counterpart, right->counterpart)) {
        points += 5;
    }
    return points;
}

static bool both_incidents(const struct traits *a, const struct traits *b)
{
    return a->claim->report.scope == SCOPE_INCIDENT && b->claim->report.scope == SCOPE_INCIDENT;
}

/* Who did it, and what it was: a strike by another army, a strike and a bus crash, or "a second ambush" after
 * the one that the same article told before. */
static bool other_happening(const struct traits *a, const struct traits *b)
{
    const struct report *left = &a->claim->report;
    const struct report *right = &b->claim->report;
    unsigned causes = a->happening.causes ^ b->happening.causes;
    if (is_named(left->counterpart) && is_named(right->counterpart) &&
        !str_equal_nocase(left->counterpart, right->counterpart)) {
        return true;
    }
    if (causes == (CAUSE_BLOW | CAUSE_ACCIDENT) && a->happening.causes != 0 && b->happening.causes != 0) {
        return true;
    }
    if (!same_article(a, b) || left->evidence.field != right->evidence.field ||
        left->evidence.begin == right->evidence.begin) {
        return false;
    }
    return (left->evidence.begin > right->evidence.begin ? a : b)->happening.another;
}

static bool same_count(const struct traits *a, const struct traits *b)
{
    return a->figure != COUNT_NONE && a->min == b->min && a->max == b->max;
}

/* The same losses, more than a few, of a named people: that they come twice is less likely than that one
 * tells them twice. */
static bool is_telling(const struct traits *a, const struct traits *b)
{
    return a->specific_actor && b->specific_actor && (a->figure > 5 || (a->vague && b->vague)) &&
           a->claim->report.subtype == b->claim->report.subtype && both_incidents(a, b);
}

/* Of a town that gives its name to the region around it. */
static bool one_town(const struct traits *a, const struct traits *b)
{
    return a->town && b->town &&
           str_equal_nocase(a->claim->report.places[0].name, b->claim->report.places[0].name) &&
           str_equal(a->claim->report.places[0].country, b->claim->report.places[0].country);
}

#define TOWN_FIGURE 20 /* so many are seldom lost in one town on two days running */

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
        *exclusive = gap > 1;
        return gap > 1 ? -100 : next_day_points(a, b, nearness);
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
    int32_t patience = stage == STAGE_DISPATCH ? 60 : stage == STAGE_CASUALTY ? PATIENCE_CASUALTY : 14;
    if (days <= patience) {
        return 15;
    }
    return days <= 2 * patience ? 0 : -50;
}

/* Losses that nobody dates have only the day on which they were in the news, and the place: the same figure
 * in one town, or none.  What is told without a figure day after day must not become one event through the
 * days between. */
static int32_t undated_points(const struct traits *a, const struct traits *b, enum nearness nearness,
                              bool *exclusive)
{
    int32_t days = a->told > b->told ? a->told - b->told : b->told - a->told;
    bool same_town = nearness == PLACES_SPOT || nearness == PLACES_TOWN;
    bool uncounted = a->figure == COUNT_NONE && b->figure == COUNT_NONE;
    if (a->stage == STAGE_CASUALTY && both_incidents(a, b)) {
        *exclusive = uncounted && days > PATIENCE_CASUALTY;
        if (days <= 1 && uncounted) {
            return same_town || nearness == PLACES_SAME ? 40 : 35;
        }
        if (days <= 1 && same_count(a, b) && (same_town || is_telling(a, b))) {
            return 40;
        }
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
    return told_points(told > dated->hi ? told - dated->hi : 0, a->stage);
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

/* One day and one place leave room for one happening, whose figures may differ and rise; in a town for
 * several. */
enum pin { PIN_NONE, PIN_TOWN, PIN_SPOT, PIN_COUNT };

static bool one_day(const struct traits *a, const struct traits *b)
{
    struct interval left = a->claim->report.date;
    struct interval right = b->claim->report.date;
    return a->dated && b->dated && days_of(left) == 1 && days_of(right) == 1 && left.first == right.first;
}

static bool in_village(const struct traits *traits)
{
    const struct report *report = &traits->claim->report;
    for (size_t i = 0; i < report->place_count; i++) {
        if (str_equal(report->places[i].precision, STR("village"))) {
            return true;
        }
    }
    return false;
}

static enum pin pin_of(const struct traits *a, const struct traits *b, enum nearness nearness)
{
    /* An article that gives two figures means two things. */
    if (same_article(a, b) || !is_tight(a) || !is_tight(b) || days_of(a->claim->report.date) > 2 ||
        days_of(b->claim->report.date) > 2) {
        return PIN_NONE;
    }
    if (nearness == PLACES_SPOT) { /* or a place of unknown size, which may be a town */
        return in_village(a) || in_village(b) ? PIN_SPOT : PIN_TOWN;
    }
    return nearness == PLACES_TOWN || (one_town(a, b) && one_day(a, b)) ? PIN_TOWN : PIN_NONE;
}

static int32_t source_points(const struct traits *a, const struct traits *b);

/* Rival figures of one happening, however far apart: one day, one place, the same kind of harm and people,
 * from two speakers or on two days.  When two figures of one day, the one more than half as much again as the
 * other, are not those of two speakers, they may mean two things. */
static bool are_rivals(const struct traits *a, const struct traits *b, enum nearness nearness, bool apart)
{
    const struct report *left = &a->claim->report;
    const struct report *right = &b->claim->report;
    bool pinned = nearness == PLACES_SPOT || nearness == PLACES_TOWN || one_town(a, b);
    if (!pinned || !one_day(a, b) || !both_incidents(a, b) || left->subtype != right->subtype ||
        !may_be_same_people(left->actor, right->actor)) {
        return false;
    }
    bool two_speakers = left->source.text.size > 0 && right->source.text.size > 0 && source_points(a, b) == 0;
    if (same_article(a, b)) {
        return two_speakers;
    }
    return !apart || a->told != b->told || two_speakers;
}

/* Gives neither day nor place of its own: a figure that goes with what was told before it. */
static bool is_loose(const struct traits *traits)
{
    return !traits->dated && traits->claim->report.place_count == 0;
}

static bool is_firm(const struct traits *traits)
{
    const struct report *report = &traits->claim->report;
    return is_tight(traits) && days_of(report->date) <= 2 && report->place_count == 1 &&
           (traits->town || str_equal(report->places[0].precision, STR("village")));
}

/* A loose figure and a far one for a day and a town, of two articles: they do not link, but what keeps two
 * happenings apart are their days and places. */
static bool may_follow(const struct traits *a, const struct traits *b)
{
    return !same_article(a, b) && both_incidents(a, b) &&
           ((is_loose(a) && is_firm(b)) || (is_firm(a) && is_loose(b)));
}

/* Two figures for the same people. */
static int32_t rival_points(const struct traits *a, const struct traits *b, enum pin pin,
                            enum nearness nearness, bool *exclusive)
{
    static const int32_t points[][PIN_COUNT] = {
        /* anywhere, one day in one town, one day in one village */
        [FIGURES_SAME] = {40, 40, 40},
        [FIGURES_NEAR] = {10, 25, 25},
        [FIGURES_FAR] = {-60, -40, 20},
        [FIGURES_APART] = {-60, -40, 20},
    };
    enum figures figures = compare_figures(a, b);
    if (figures == FIGURES_SAME && pin == PIN_NONE) {
        return a->vague ? 30 : a->figure <= 5 ? 25 : 40;
    }
    if (figures != FIGURES_SAME && are_rivals(a, b, nearness, figures != FIGURES_NEAR)) {
        return 25;
    }
    *exclusive = pin == PIN_NONE && (figures == FIGURES_FAR || figures == FIGURES_APART) && !may_follow(a, b);
    return points[figures][pin];
}

/* The dead and the wounded of one blow, told by one article for one day. */
static int32_t companion_points(const struct traits *a, const struct traits *b)
{
    struct interval left = a->claim->report.date;
    struct interval right = b->claim->report.date;
    return str_equal(a->claim->article, b->claim->article) && left.first == right.first &&
                   left.last == right.last
               ? 35
               : 0;
}

static int32_t casualty_points(const struct traits *a, const struct traits *b, enum pin pin,
                               enum nearness nearness, bool *exclusive)
{
    static const int32_t uncounted[PIN_COUNT] = {0, 10, 20};
    enum measure left = measure_of(&a->claim->report);
    enum measure right = measure_of(&b->claim->report);
    if (a->figure == COUNT_NONE && b->figure == COUNT_NONE) {
        return left == right ? 15 : 10;
    }
    if (a->figure == COUNT_NONE || b->figure == COUNT_NONE) {
        return uncounted[pin];
    }
    if (left == right && a->surname != 0 && b->surname != 0) {
        if (words_shared(&a->surname, 1, b->names, b->name_count) +
                words_shared(&b->surname, 1, a->names, a->name_count) >
            0) {
            return 60; /* one person */
        }
        if (words_shared(a->names, a->name_count, b->names, b->name_count) == 0) {
            *exclusive = true; /* two persons */
            return -60;
        }
    }
    if (left == right) {
        return rival_points(a, b, pin, nearness, exclusive);
    }
    if (left != MEASURE_TOTAL && right != MEASURE_TOTAL) {
        return companion_points(a, b);
    }
    /* A part is at most its total. */
    const struct traits *total = left == MEASURE_TOTAL ? a : b;
    const struct traits *part = total == a ? b : a;
    int64_t most = total->max != COUNT_NONE ? total->max : total->figure;
    if (part->figure * 4 > most * 5 && pin == PIN_NONE) {
        *exclusive = true;
        return -60;
    }
    return is_tight(a) && is_tight(b) ? 10 : -10;
}

static int32_t deployment_points(const struct traits *a, const struct traits *b, bool *exclusive)
{
    if (a->figure == COUNT_NONE && b->figure == COUNT_NONE) {
        return a->stage == STAGE_DISPATCH ? 25 : 50;
    }
    if (a->figure == COUNT_NONE || b->figure == COUNT_NONE) {
        return a->stage == STAGE_DISPATCH && !same_article(a, b) ? 15 : 20;
    }
    int64_t low = a->figure < b->figure ? a->figure : b->figure;
    int64_t high = a->figure < b->figure ? b->figure : a->figure;
    if (!a->vague && !b->vague && high * 4 <= low * 5) {
        return 60; /* estimates of the size of one force */
    }
    enum figures figures = compare_figures(a, b);
    *exclusive = figures == FIGURES_APART || figures == FIGURES_FAR;
    return *exclusive ? -60 : figures == FIGURES_SAME ? 40 : 35;
}

static int32_t scope_points(const struct traits *a, const struct traits *b, int32_t count, bool *exclusive)
{
    bool left = a->claim->report.scope == SCOPE_CUMULATIVE;
    bool right = b->claim->report.scope == SCOPE_CUMULATIVE;
    bool repeated = count >= 25;
    bool counted = a->figure != COUNT_NONE && b->figure != COUNT_NONE;
    enum measure a_measure = measure_of(&a->claim->report);
    enum measure b_measure = measure_of(&b->claim->report);
    bool comparable = a_measure == b_measure || a_measure == MEASURE_TOTAL || b_measure == MEASURE_TOTAL;
    if (left != right && !repeated) {
        *exclusive = *exclusive || (counted && comparable);
        return counted && comparable ? -40 : -15;
    }
    if (left && right && counted && a->figure != b->figure &&
        measure_of(&a->claim->report) == measure_of(&b->claim->report)) {
        *exclusive = true; /* each tally of a series is an event of its own */
        return -60;
    }
    return 0;
}

/* Names decide ("Pat Miller", "Miller, the army's spokesman"); "officials" are the same ones only in one
 * article. */
static int32_t source_points(const struct traits *a, const struct traits *b)
{
    const struct report *left = &a->claim->report;
    const struct report *right = &b->claim->report;
    size_t fewer = a->source_count < b->source_count ? a->source_count : b->source_count;
    size_t shared = words_shared(a->source_words, a->source_count, b->source_words, b->source_count);
    if (shared > 0) {
        return shared * 2 >= fewer ? 25 : 10;
    }
    bool same = left->source.text.size > 0 && right->source.text.size > 0 &&
                str_equal_nocase(left->source_name, right->source_name);
    return !same ? 0 : str_equal(a->claim->article, b->claim->article) ? 25 : 10;
}

/* An article says "dozens" of many things, but hardly "several hundred". */
#define RARE_VAGUE 100

/* "An undated claim joins the event that it repeats": who said it then, or the same article, says the same
 * figure again, whether or not the people and the place are named again. */
static int32_t repeat_points(const struct traits *a, const struct traits *b, int32_t source)
{
    if (a->figure == COUNT_NONE || a->figure <= 5 || (a->dated && b->dated)) {
        return 0;
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

static bool adjoin(const struct quote *a, const struct quote *b)
{
    uint32_t gap = a->begin >= b->end ? a->begin - b->end : b->begin >= a->end ? b->begin - a->end : 0;
    return gap <= 4;
}

/* "The army said 26 had died.  A hospital counted 28": the next sentence of an article gives a comparable
 * figure of another speaker for the same people, and one of the two no day and place of its own. */
static bool continues(const struct traits *a, const struct traits *b)
{
    const struct report *left = &a->claim->report;
    const struct report *right = &b->claim->report;
    if (!same_article(a, b) || left->kind != KIND_CASUALTY || left->subtype != right->subtype ||
        !both_incidents(a, b) || left->evidence.field != right->evidence.field ||
        left->evidence.begin == right->evidence.begin || !adjoin(&left->evidence, &right->evidence) ||
        !(is_loose(a) || is_loose(b)) || a->figure == COUNT_NONE || b->figure == COUNT_NONE ||
        a->surname != 0 || b->surname != 0) {
        return false;
    }
    if (!str_equal_nocase(left->actor, right->actor) && (a->specific_actor || b->specific_actor)) {
        return false;
    }
    enum figures figures = compare_figures(a, b);
    bool rivals = (left->source.text.size > 0 || right->source.text.size > 0) &&
                  !str_equal_nocase(left->source_name, right->source_name);
    return may_be_same_people(left->actor, right->actor) && figures <= FIGURES_NEAR &&
           (rivals || a->figure == b->figure);
}

static int32_t word_points(const struct traits *a, const struct traits *b)
{
    const struct quote *left = &a->claim->report.evidence;
    const struct quote *right = &b->claim->report.evidence;
    if (left->field == right->field && str_equal(a->claim->article, b->claim->article)) {
        if (left->begin == right->begin) {
            return 30;
        }
        if (adjoin(left, right)) {
            return continues(a, b) ? 65 : 20;
        }
    }
    size_t all = 0;
    size_t shared = word_sets_compare(&a->evidence, &b->evidence, &all);
    if (shared < 4) {
        return 0;
    }
    return shared * 10 >= all * 8 ? 60 : shared * 10 >= all * 5 ? 25 : shared * 10 >= all * 3 ? 10 : 0;
}

void traits_compare(const struct traits *a, const struct traits *b, struct relation *relation)
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
    bool exclusive[4] = {false, false, false, false};
    why->actor = actor_points(a, b, &exclusive[0]);
    if (exclusive[0]) {
        why->total = why->actor;
        relation->exclusive = true;
        return;
    }
    if (left->kind == KIND_CASUALTY && other_happening(a, b)) {
        relation->exclusive = true;
        return;
    }
    enum nearness nearness =
        places_compare(left->places, left->place_count, right->places, right->place_count);
    why->date = date_points(a, b, nearness, &exclusive[1]);
    why->place = place_points(nearness, a->stage, &exclusive[2]);
    enum pin pin = pin_of(a, b, nearness);
    why->count = left->kind == KIND_CASUALTY ? casualty_points(a, b, pin, nearness, &exclusive[3])
                                             : deployment_points(a, b, &exclusive[3]);
    why->count += scope_points(a, b, why->count, &exclusive[3]);
    why->source = source_points(a, b);
    why->source += repeat_points(a, b, why->source);
    why->words = word_points(a, b);
    why->total = why->actor + why->date + why->place + why->count + why->source + why->words;
    relation->exclusive = exclusive[1] || exclusive[2] || exclusive[3];
    if (!relation->exclusive && why->total < MERGE_LINK &&
        is_denial(a, b, nearness, why->actor != NOT_FOUND)) {
        /* What is wanting to a link: it says of the other claim that it is wrong, and so speaks of it. */
        why->actor = why->actor == NOT_FOUND ? 0 : why->actor;
        why->count +=
            MERGE_LINK - (why->actor + why->date + why->place + why->count + why->source + why->words);
        why->total = MERGE_LINK;
        relation->denial = true;
        return;
    }
    if ((relation->exclusive || why->actor == NOT_FOUND) && why->total >= MERGE_LINK) {
        why->total = MERGE_LINK - 1;
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
