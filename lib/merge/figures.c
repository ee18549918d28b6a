/* What the figures of two claims say about their being of one happening, in points. */
#include "merge/compare.h"
#include "merge/words.h"

bool one_day(const struct traits *a, const struct traits *b)
{
    struct interval left = a->claim->report.date;
    struct interval right = b->claim->report.date;
    return a->dated && b->dated && days_of(left) == 1 && days_of(right) == 1 && left.first == right.first;
}

/* Of one night, which begins on one day and ends on the next: "overnight", "on Monday night". */
static bool one_night(const struct traits *a, const struct traits *b)
{
    struct interval left = a->claim->report.date;
    struct interval right = b->claim->report.date;
    return a->dated && b->dated && a->nightly && b->nightly && days_of(left) <= 2 && days_of(right) <= 2 &&
           left.first == right.first;
}

bool are_two_nights(const struct traits *a, const struct traits *b)
{
    struct interval left = a->claim->report.date;
    struct interval right = b->claim->report.date;
    return a->nightly && b->nightly && days_of(left) == 2 && days_of(right) == 2 && left.first != right.first;
}

bool of_one_day(const struct traits *a, const struct traits *b)
{
    return one_day(a, b) || one_night(a, b);
}

bool in_village(const struct traits *traits)
{
    const struct report *report = &traits->claim->report;
    for (size_t i = 0; i < report->place_count; i++) {
        if (str_equal(report->places[i].precision, STR("village"))) {
            return true;
        }
    }
    return false;
}

enum pin pin_of(const struct traits *a, const struct traits *b, enum nearness nearness)
{
    /* An article that gives two figures means two things. */
    if (same_article(a, b) || !is_tight(a) || !is_tight(b) || days_of(a->claim->report.date) > 2 ||
        days_of(b->claim->report.date) > 2) {
        return PIN_NONE;
    }
    if (nearness == PLACES_SPOT) { /* or a place of unknown size, which may be a town */
        return in_village(a) || in_village(b) ? PIN_SPOT : PIN_TOWN;
    }
    return nearness == PLACES_TOWN || (one_town(a, b) && of_one_day(a, b)) ? PIN_TOWN : PIN_NONE;
}

/* Rival figures of one happening, however far apart: one day, one place, the same kind of harm and people,
 * from two speakers or on two days.  When two figures of one day, the one more than half as much again as the
 * other, are not those of two speakers, they may mean two things. */
static bool are_rivals(const struct traits *a, const struct traits *b, enum nearness nearness, bool apart)
{
    const struct report *left = &a->claim->report;
    const struct report *right = &b->claim->report;
    bool pinned = nearness == PLACES_SPOT || nearness == PLACES_TOWN || one_town(a, b);
    if (!pinned || !of_one_day(a, b) || !both_incidents(a, b) || left->subtype != right->subtype ||
        !may_share_people(a, b)) {
        return false;
    }
    bool two_speakers = are_two_speakers(a, b);
    if (same_article(a, b)) {
        return two_speakers;
    }
    return !apart || a->told != b->told || (two_speakers && are_one_people(left->actor, right->actor));
}

bool is_loose(const struct traits *traits)
{
    return !traits->dated && traits->claim->report.place_count == 0;
}

/* Tells a day or two, and one place of a town's size or less. */
static bool is_firm(const struct traits *traits)
{
    const struct report *report = &traits->claim->report;
    bool one =
        report->place_count == 1 && (traits->town || str_equal(report->places[0].precision, STR("village")));
    return is_tight(traits) && days_of(report->date) <= 2 && (one || traits->spot.size > 0);
}

/* Does not tell when it began. */
static bool is_without_day(const struct traits *traits)
{
    return !traits->dated || traits->claim->report.date.first == DAY_NONE;
}

static bool is_placeless_toll(const struct traits *traits)
{
    return traits->happening.earlier && traits->claim->report.place_count == 0;
}

#define RISE_MOST 5 /* a toll that has risen further is that of something else */

bool are_neighbours(const struct traits *a, const struct traits *b)
{
    const struct quote *left = &a->claim->report.evidence;
    const struct quote *right = &b->claim->report.evidence;
    uint32_t gap = left->begin >= right->end   ? left->begin - right->end
                   : right->begin >= left->end ? right->begin - left->end
                                               : 0;
    return gap <= 4;
}

/* The figure of another speaker in the next sentence, which may be the other one of the same happening. */
static bool contradicts(const struct traits *first, const struct traits *last)
{
    return first->claim->report.evidence.field == last->claim->report.evidence.field &&
           are_neighbours(first, last) && last->figure <= RISE_MOST * first->figure &&
           first->figure <= RISE_MOST * last->figure && last->claim->report.source.text.size > 0 &&
           source_points(first, last) == 0;
}

/* "Police put the toll at 12", behind what residents say: another speaker's toll of what the sentence before
 * told. */
static bool puts_toll(const struct traits *first, const struct traits *last)
{
    return last->happening.toll && last->claim->report.place_count == 0 && contradicts(first, last);
}

#define DEED_REACH 2 /* "killing up to 12" */

/* "Velia said its troops had killed 12", "12 had been killed by its army", "12 enemy soldiers died": no
 * losses of its own.  The words are English ones. */
static bool is_done_by_speaker(const struct report *report)
{
    static const char *const deeds[] = {"captured", "capturing", "inflicted", "inflicting", "injured",
                                        "injuring", "kill",      "killed",    "killing",    "kills",
                                        "wound",    "wounded",   "wounding"};
    static const char *const others[] = {"enemies", "enemy", "hostile", "opposing"};
    struct str sentence = report->evidence.text;
    size_t since = DEED_REACH + 1; /* words since a deed */
    size_t begin;
    size_t end;
    if (!count_in_sentence(report, &begin, &end)) {
        return false;
    }
    size_t at = 0;
    struct str before = str_slice(sentence, 0, begin);
    for (struct str word = words_next(before, &at); word.size > 0; word = words_next(before, &at)) {
        since = WORD_AMONG(word, deeds) ? 0 : since + 1;
    }
    at = end;
    for (struct str word = words_next(sentence, &at); word.size > 0; word = words_next(sentence, &at)) {
        if (WORD_AMONG(word, others)) {
            return true;
        }
    }
    return since <= DEED_REACH || str_find(sentence, STR(" by its "), end) != SIZE_MAX ||
           str_find(sentence, STR(" by their "), end) != SIZE_MAX;
}

/* People without a name who may be those of `first`: fighters are mostly the others. */
static bool may_be_own(const struct traits *first, struct str people)
{
    struct str fighters = STR("fighters");
    return is_military(people) && (!str_equal_nocase(people, fighters) ||
                                   str_find(first->claim->report.evidence.text, fighters, 0) != SIZE_MAX);
}

/* "Velia says 12 died", "the army put its losses at 12", behind what the rebels say of Velian soldiers: the
 * figure of their own side, or of the same people, which gives no day and no place but those of the first. */
static bool gives_own_toll(const struct traits *first, const struct traits *last)
{
    const struct report *left = &first->claim->report;
    const struct report *right = &last->claim->report;
    if (!first->specific_actor || !contradicts(first, last)) {
        return false;
    }
    bool same_day = !last->dated || (first->dated && left->date.first == right->date.first &&
                                     left->date.last == right->date.last);
    bool same_place = right->place_count == 0 ||
                      (left->place_count > 0 &&
                       places_alike(left->places, left->place_count, right->places, right->place_count));
    bool accident = last->happening.causes == CAUSE_ACCIDENT && first->happening.causes != CAUSE_ACCIDENT;
    if (!same_day || !same_place || accident) {
        return false;
    }
    return last->specific_actor ? are_one_people(first->actor, last->actor)
                                : may_be_own(first, right->actor) && !is_done_by_speaker(right) &&
                                      speaks_for(right->source_name, first->actor);
}

/* Of the same kind of harm, or what one's own side calls its losses of the dead. */
static bool may_rival(const struct traits *first, const struct traits *last, bool own)
{
    enum report_subtype left = first->claim->report.subtype;
    enum report_subtype right = last->claim->report.subtype;
    return left == right || (own && left == SUBTYPE_KILLED && right == SUBTYPE_UNSPECIFIED);
}

bool is_other_toll(const struct traits *a, const struct traits *b)
{
    uint32_t begins[2] = {a->claim->report.evidence.begin, b->claim->report.evidence.begin};
    const struct traits *last = begins[0] < begins[1] ? b : a;
    const struct traits *first = last == a ? b : a;
    if (a->stage != STAGE_CASUALTY || !same_article(a, b) || begins[0] == begins[1] ||
        !both_incidents(a, b) || a->figure == COUNT_NONE || b->figure == COUNT_NONE ||
        !may_share_people(a, b)) {
        return false;
    }
    bool own = gives_own_toll(first, last);
    if (!may_rival(first, last, own)) {
        return false;
    }
    return own || a->happening.earlier != b->happening.earlier || puts_toll(first, last) ||
           (last->happening.risen && last->figure > first->figure &&
            last->figure <= RISE_MOST * first->figure);
}

bool is_late_toll(const struct traits *traits)
{
    return traits->stage == STAGE_CASUALTY && !traits->dated && traits->happening.risen &&
           traits->figure != COUNT_NONE && traits->claim->report.status != STATUS_DENIED;
}

#define PATIENCE_TOLL 3 /* a town may see the next blow after so many days */

bool may_have_risen(const struct traits *a, const struct traits *b, enum nearness nearness)
{
    const struct traits *toll = a->figure > b->figure ? a : b;
    const struct traits *first = toll == a ? b : a;
    if (!is_late_toll(toll) || same_article(a, b) || !both_incidents(a, b) ||
        a->claim->report.subtype != b->claim->report.subtype || first->figure == COUNT_NONE ||
        first->claim->report.status == STATUS_DENIED || !may_share_people(a, b)) {
        return false;
    }
    int32_t day = first->dated ? first->hi : first->told;
    unsigned causes = a->happening.causes & b->happening.causes & CAUSE_ACCIDENT;
    return (nearness == PLACES_SPOT || nearness == PLACES_TOWN || one_town(a, b)) &&
           (!first->dated || days_of(first->claim->report.date) <= 2) && toll->told >= day &&
           toll->told - day <= PATIENCE_TOLL && toll->figure > first->figure &&
           toll->figure <= RISE_MOST * first->figure &&
           ((a->happening.means & b->happening.means) != 0 || causes != 0 ||
            (toll->happening.means == 0 && toll->figure * 2 <= first->figure * 3));
}

/* A loose figure and a far one for a day and a town, of two articles: they do not link, but what keeps two
 * happenings apart are their days and places.  So is a figure without a day in that town or around it, or are
 * those of two speakers: else who repeats one of two rivals would part them. */
static bool may_follow(const struct traits *a, const struct traits *b, enum nearness nearness)
{
    bool one_place = nearness == PLACES_SPOT || nearness == PLACES_TOWN || one_town(a, b);
    bool around = one_place || nearness == PLACES_SAME || nearness == PLACES_COUNTRY;
    bool a_is_loose = (around && is_without_day(a)) || is_loose(a) || is_placeless_toll(a);
    bool b_is_loose = (around && is_without_day(b)) || is_loose(b) || is_placeless_toll(b);
    bool two_speakers = one_place && are_two_speakers(a, b);
    return (!same_article(a, b) || two_speakers) && both_incidents(a, b) &&
           ((a_is_loose && is_firm(b)) || (is_firm(a) && b_is_loose) ||
            (two_speakers && is_without_day(a) && is_without_day(b)));
}

#define PERIOD_DAYS 5 /* what was lost in so many is not told of one blow */

/* What was lost on a day or two, and in a period around it. */
static bool are_day_and_period(const struct traits *a, const struct traits *b)
{
    int64_t left = days_of(a->claim->report.date);
    int64_t right = days_of(b->claim->report.date);
    int64_t longer = left > right ? left : right;
    return a->dated && b->dated && longer != INT32_MAX && longer >= PERIOD_DAYS && left + right - longer <= 2;
}

static struct str first_word(struct str words)
{
    size_t space = str_find(words, STR(" "), 0);
    return space == SIZE_MAX ? words : str_slice(words, 0, space);
}

/* "Six priests and two guards", "six clerics and two women": two numbers that agree. */
static bool same_parts(const struct traits *a, const struct traits *b)
{
    struct str left = a->claim->report.count.text.text;
    struct str right = b->claim->report.count.text.text;
    struct str and = STR(" and ");
    size_t i = str_find(left, and, 0);
    size_t k = str_find(right, and, 0);
    return i != SIZE_MAX && k != SIZE_MAX && same_count(a, b) && a->min == a->max &&
           str_equal_nocase(first_word(left), first_word(right)) &&
           str_equal_nocase(first_word(str_slice(left, i + and.size, left.size)),
                            first_word(str_slice(right, k + and.size, right.size)));
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
        return (a->vague ? 30 : a->figure <= 5 ? 25 : 40) + (same_parts(a, b) ? 10 : 0);
    }
    if (figures != FIGURES_SAME && is_other_toll(a, b)) {
        return 25;
    }
    if (figures != FIGURES_SAME && are_rivals(a, b, nearness, figures != FIGURES_NEAR)) {
        return 25;
    }
    if (figures != FIGURES_SAME && are_part_and_total(a, b)) {
        return 25;
    }
    *exclusive = pin == PIN_NONE && (figures == FIGURES_FAR || figures == FIGURES_APART) &&
                 !may_follow(a, b, nearness);
    if (are_day_and_period(a, b) && both_incidents(a, b) && figures != FIGURES_SAME) {
        *exclusive = true;
    }
    return points[figures][pin];
}

bool are_companions(const struct traits *a, const struct traits *b)
{
    enum measure left = measure_of(&a->claim->report);
    enum measure right = measure_of(&b->claim->report);
    return are_of_one_sentence(a, b) && may_share_people(a, b) && left != right && left != MEASURE_TOTAL &&
           right != MEASURE_TOTAL;
}

/* The dead and the wounded of one blow, told by one article for one day: the same people, or those of one
 * sentence or town. */
static int32_t companion_points(const struct traits *a, const struct traits *b, enum nearness nearness)
{
    struct interval left = a->claim->report.date;
    struct interval right = b->claim->report.date;
    bool one_place = nearness == PLACES_SPOT || nearness == PLACES_TOWN || one_town(a, b);
    bool two_towns = a->town && b->town && !one_place; /* one of which may give its name to the region */
    bool together = one_place || are_of_one_sentence(a, b) || (may_share_people(a, b) && !two_towns);
    if (!together || !same_article(a, b) || a->claim->report.scope != b->claim->report.scope) {
        return 0;
    }
    if (left.first == right.first && left.last == right.last) {
        return 35;
    }
    /* "Six people were still missing", of a town of which the article tells the dead of a day */
    bool missing =
        measure_of(&a->claim->report) == MEASURE_MISSING || measure_of(&b->claim->report) == MEASURE_MISSING;
    return missing && one_place && may_share_people(a, b) && a->dated != b->dated ? 20 : 0;
}

bool is_one_person(const struct traits *a, const struct traits *b)
{
    return words_shared(&a->surname, 1, b->names, b->name_count) +
               words_shared(&b->surname, 1, a->names, a->name_count) >
           0;
}

#define PART_LEAST                                                                                           \
    20               /* of so many lost at one place and time more than one was killed, wounded or captured */
#define PART_WIDER 3 /* a part of a longer time or a wider area is of all of it when it is a third */

/* Names a place that is no country. */
static bool is_placed(const struct report *report)
{
    for (size_t i = 0; i < report->place_count; i++) {
        if (!str_equal(report->places[i].precision, STR("country"))) {
            return true;
        }
    }
    return false;
}

/* So small that it is a part of one thing and the total is of many: eight killed in a village, and 7,420 lost
 * in the week. */
static bool is_lost_in_total(const struct traits *part, const struct traits *total)
{
    int64_t most = part->max != COUNT_NONE ? part->max : part->figure;
    bool wider = are_day_and_period(part, total) ||
                 (is_placed(&part->claim->report) && !is_placed(&total->claim->report));
    return most < total->figure / (wider ? PART_WIDER : PART_LEAST) && !are_of_one_sentence(part, total);
}

int32_t casualty_points(const struct traits *a, const struct traits *b, enum pin pin, enum nearness nearness,
                        bool *exclusive)
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
        if (is_one_person(a, b)) {
            return 60;
        }
        *exclusive = words_shared(a->names, a->name_count, b->names, b->name_count) == 0;
        return *exclusive ? -60 : 0; /* two persons; a given name in common or a title may hide a spelling */
    }
    if (left == right) {
        return rival_points(a, b, pin, nearness, exclusive);
    }
    if (left != MEASURE_TOTAL && right != MEASURE_TOTAL) {
        return companion_points(a, b, nearness);
    }
    if (is_other_toll(a, b)) {
        return 25; /* what one's own side calls its losses */
    }
    /* A part is at most its total. */
    const struct traits *total = left == MEASURE_TOTAL ? a : b;
    const struct traits *part = total == a ? b : a;
    int64_t most = total->max != COUNT_NONE ? total->max : total->figure;
    if ((part->figure * 4 > most * 5 && pin == PIN_NONE) || is_lost_in_total(part, total)) {
        *exclusive = is_lost_in_total(part, total) || !may_follow(a, b, nearness);
        return -60;
    }
    return is_tight(a) && is_tight(b) ? 10 : -10;
}

int32_t deployment_points(const struct traits *a, const struct traits *b, enum nearness nearness,
                          bool *exclusive)
{
    if (a->figure == COUNT_NONE && b->figure == COUNT_NONE) {
        return a->stage == STAGE_DISPATCH ? 25 : 50;
    }
    if (a->figure == COUNT_NONE || b->figure == COUNT_NONE) {
        bool placed = nearness == PLACES_SAME || nearness == PLACES_TOWN || nearness == PLACES_SPOT;
        if (a->stage == STAGE_DISPATCH && placed && a->specific_actor && b->specific_actor && !a->dated &&
            !b->dated) {
            return 35; /* "its troops are in Lower Ost" is said of those that were counted there */
        }
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

/* Of a day or two, or without a day in a town or village that the other does not name; the other counts what
 * was lost over weeks: as many, by chance, or because all of it was lost there. */
static bool are_blow_and_tally(const struct traits *blow, const struct traits *tally, enum nearness nearness)
{
    const struct report *told = &blow->claim->report;
    const struct report *total = &tally->claim->report;
    int64_t days = days_of(total->date);
    bool elsewhere = nearness != PLACES_SPOT && nearness != PLACES_TOWN && !one_town(blow, tally);
    if (told->scope != SCOPE_INCIDENT || total->scope != SCOPE_CUMULATIVE || !tally->dated ||
        days < PERIOD_DAYS || days == INT32_MAX) {
        return false;
    }
    return blow->dated ? days_of(told->date) <= 2
                       : told->place_count == 1 && elsewhere && (blow->town || in_village(blow));
}

#define TALLY_FEW 5  /* so many may well have been lost since two days */
#define TALLY_DAYS 7 /* so long a tally is told again */

int32_t scope_points(const struct traits *a, const struct traits *b, int32_t count, enum nearness nearness,
                     bool *exclusive)
{
    bool left = a->claim->report.scope == SCOPE_CUMULATIVE;
    bool right = b->claim->report.scope == SCOPE_CUMULATIVE;
    bool repeated = count >= 25;
    bool counted = a->figure != COUNT_NONE && b->figure != COUNT_NONE;
    enum measure a_measure = measure_of(&a->claim->report);
    enum measure b_measure = measure_of(&b->claim->report);
    bool comparable = a_measure == b_measure || a_measure == MEASURE_TOTAL || b_measure == MEASURE_TOTAL;
    if (left != right && (!repeated || are_blow_and_tally(left ? b : a, left ? a : b, nearness))) {
        *exclusive = *exclusive || (counted && comparable);
        return counted && comparable ? -40 : -15;
    }
    if (left && right && counted && a_measure == b_measure &&
        (a->figure != b->figure || !places_alike(a->claim->report.places, a->claim->report.place_count,
                                                 b->claim->report.places, b->claim->report.place_count))) {
        *exclusive = true; /* each tally of a series, and of each area, is an event of its own */
        return -60;
    }
    int32_t apart = a->told < b->told ? b->told - a->told : a->told - b->told;
    if (left && right && counted && a_measure == b_measure && !a->vague && !b->vague &&
        a->figure > TALLY_FEW && a->specific_actor && b->specific_actor && apart <= TALLY_DAYS) {
        return 15; /* "since January", "this year": a tally told again, from another day on */
    }
    return 0;
}
