/* A total, and what is a part of it: "Twelve people were killed, including three children", and "three
 * children"; twelve in a district, and seven in a village of it. */
#include "merge/compare.h"
#include "merge/words.h"

static const char *const numbers[] = {"no",       "one",      "two",      "three",   "four",    "five",
                                      "six",      "seven",    "eight",    "nine",    "ten",     "eleven",
                                      "twelve",   "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
                                      "eighteen", "nineteen", "twenty"};

/* Whether the word writes the number, in letters or digits. */
static bool is_number(struct str word, int64_t number)
{
    int64_t value = 0;
    if (number < (int64_t)(sizeof numbers / sizeof *numbers) &&
        str_equal_nocase(word, str_from(numbers[number]))) {
        return true;
    }
    for (size_t i = 0; i < word.size; i++) {
        if (word.data[i] < '0' || word.data[i] > '9' || value > number) {
            return false;
        }
        value = 10 * value + (word.data[i] - '0');
    }
    return word.size > 0 && value == number;
}

/* Whom a figure counts: the word behind it. */
static struct str counted_people(const struct report *report)
{
    size_t begin;
    size_t end;
    if (!count_in_sentence(report, &begin, &end)) {
        return (struct str){NULL, 0};
    }
    return words_next(report->evidence.text, &end);
}

struct harm {
    const char *word;
    enum report_subtype subtype;
};

static const struct harm harms[] = {
    {"killed", SUBTYPE_KILLED},     {"killing", SUBTYPE_KILLED},     {"dead", SUBTYPE_KILLED},
    {"died", SUBTYPE_KILLED},       {"wounded", SUBTYPE_WOUNDED},    {"wounding", SUBTYPE_WOUNDED},
    {"injured", SUBTYPE_WOUNDED},   {"injuring", SUBTYPE_WOUNDED},   {"hurt", SUBTYPE_WOUNDED},
    {"missing", SUBTYPE_MISSING},   {"captured", SUBTYPE_CAPTURED},  {"capturing", SUBTYPE_CAPTURED},
    {"abducted", SUBTYPE_CAPTURED}, {"kidnapped", SUBTYPE_CAPTURED},
};

/* The kind of harm that the word tells; SUBTYPE_UNSPECIFIED for another word. */
static enum report_subtype harm_of(struct str word)
{
    for (size_t i = 0; i < sizeof harms / sizeof *harms; i++) {
        if (str_equal_nocase(word, str_from(harms[i].word))) {
            return harms[i].subtype;
        }
    }
    return SUBTYPE_UNSPECIFIED;
}

/* The kind of harm that is told last before `end`. */
static enum report_subtype harm_before(struct str sentence, size_t end)
{
    enum report_subtype last = SUBTYPE_UNSPECIFIED;
    size_t at = 0;
    for (struct str word = words_next(sentence, &at); word.size > 0 && at <= end;
         word = words_next(sentence, &at)) {
        enum report_subtype harm = harm_of(word);
        last = harm != SUBTYPE_UNSPECIFIED ? harm : last;
    }
    return last;
}

bool tells_other_harm(struct str before, enum report_subtype subtype)
{
    static const char *const deaths[] = {"death", "deaths", "fatalities"};
    bool other = false;
    size_t at = 0;
    for (struct str word = words_next(before, &at); word.size > 0; word = words_next(before, &at)) {
        enum report_subtype harm = WORD_AMONG(word, deaths) ? SUBTYPE_KILLED : harm_of(word);
        if (harm == subtype && !other) {
            return false;
        }
        other = other || harm != SUBTYPE_UNSPECIFIED;
    }
    return other;
}

/* The one that is told first behind `begin`, up to the next "and". */
static enum report_subtype harm_behind(struct str sentence, size_t begin)
{
    for (struct str word = words_next(sentence, &begin); word.size > 0 && !str_equal(word, STR("and"));
         word = words_next(sentence, &begin)) {
        enum report_subtype harm = harm_of(word);
        if (harm != SUBTYPE_UNSPECIFIED) {
            return harm;
        }
    }
    return SUBTYPE_UNSPECIFIED;
}

/* The figure between the two places of the sentence counts those who suffered something else: "killed 12
 * people and wounded three children", "and left three children wounded". */
static bool is_of_other_harm(struct str sentence, size_t begin, size_t end, enum report_subtype subtype)
{
    size_t comma = str_find(sentence, STR(","), end);
    struct str clause = str_slice(sentence, end, comma == SIZE_MAX ? sentence.size : comma);
    enum report_subtype harm = harm_behind(clause, 0);
    if (subtype != SUBTYPE_KILLED && subtype != SUBTYPE_WOUNDED && subtype != SUBTYPE_MISSING &&
        subtype != SUBTYPE_CAPTURED) {
        return false;
    }
    if (harm == SUBTYPE_UNSPECIFIED) {
        harm = harm_before(sentence, begin);
        return harm != SUBTYPE_UNSPECIFIED && harm != subtype && harm_behind(sentence, end) != subtype;
    }
    return harm != subtype;
}

/* "three children", "three of them children", "three were children": of those who suffered `subtype`. */
static bool counts(struct str sentence, int64_t number, struct str people, enum report_subtype subtype)
{
    size_t at = 0;
    for (struct str word = words_next(sentence, &at); word.size > 0; word = words_next(sentence, &at)) {
        size_t behind = at;
        if (!is_number(word, number)) {
            continue;
        }
        struct str first = words_next(sentence, &behind);
        bool linked = str_equal(first, STR("of")) || str_equal(first, STR("were"));
        if (str_equal(first, STR("of"))) {
            (void)words_next(sentence, &behind); /* them */
        }
        if (str_equal(linked ? words_next(sentence, &behind) : first, people) &&
            !is_of_other_harm(sentence, at - word.size, behind, subtype)) {
            return true;
        }
    }
    return false;
}

static bool is_part_of(const struct report *part, const struct report *total)
{
    int64_t figure = part->count.min;
    int64_t all = total->count.min != COUNT_NONE ? total->count.min : total->count.max;
    if (figure == COUNT_NONE || figure != part->count.max || all == COUNT_NONE || figure >= all ||
        part->subtype != total->subtype) {
        return false;
    }
    struct str people = counted_people(part);
    return people.size > 0 && str_find(total->evidence.text, people, 0) != SIZE_MAX &&
           counts(total->evidence.text, figure, people, total->subtype);
}

/* Exactly so many of the same people, and the same kind of harm. */
static bool counts_alike(const struct report *a, const struct report *b)
{
    return a->count.min == b->count.min && a->count.max == b->count.max && a->subtype == b->subtype &&
           str_equal(counted_people(a), counted_people(b));
}

bool are_part_and_total(const struct traits *a, const struct traits *b)
{
    const struct report *left = &a->claim->report;
    const struct report *right = &b->claim->report;
    return a->stage == STAGE_CASUALTY && a->spot.size > 0 && str_equal_nocase(a->spot, b->spot) &&
           one_day(a, b) && !same_article(a, b) && both_incidents(a, b) &&
           (is_part_of(left, right) || is_part_of(right, left));
}

/* What both count as far as the words tell: the same, or of the one nothing. */
static bool may_hold(unsigned whole, unsigned part)
{
    return whole == 0 || whole == part;
}

/* They would be found by a common key. */
static bool have_common_key(const struct traits *a, const struct traits *b)
{
    if (a->specific_actor == b->specific_actor && (a->specific_actor || str_equal(a->country, b->country))) {
        return true;
    }
    return a->spot.size > 0 && str_equal_nocase(a->spot, b->spot) && one_day(a, b);
}

static bool told_in_one_week(int32_t a, int32_t b)
{
    return a - civil_weekday(a) == b - civil_weekday(b);
}

/* Of one day or night.  What has no day of its own may be of the day on which it was told or of the one
 * before: within one calendar week, so that it does not hold the days of a year together. */
static bool may_be_of_one_day(const struct traits *part, const struct traits *whole)
{
    struct interval date = whole->claim->report.date;
    if (part->dated) {
        return of_one_day(part, whole);
    }
    if (!whole->dated) {
        int32_t days = part->told - whole->told;
        return days >= -1 && days <= 1 && told_in_one_week(part->told, whole->told);
    }
    return days_of(date) == 1 && part->told >= date.first && part->told <= date.first + 1 &&
           told_in_one_week(date.first, part->told);
}

bool is_within(const struct traits *part, const struct traits *whole)
{
    const struct report *left = &part->claim->report;
    const struct report *right = &whole->claim->report;
    const struct victims *some = &part->victims;
    const struct victims *all = &whole->victims;
    bool one_spot = part->spot.size > 0 && str_equal_nocase(part->spot, whole->spot);
    if (!may_be_of_one_day(part, whole) || !both_incidents(part, whole) || !people_cover(whole, part) ||
        !may_hold(all->sexes, some->sexes) || !may_hold(all->ages, some->ages) ||
        !may_hold(all->trades, some->trades) ||
        (!one_spot && !places_cover(right->places, right->place_count, left->places, left->place_count))) {
        return false;
    }
    return !people_cover(part, whole) || all->sexes != some->sexes || all->ages != some->ages ||
           (!one_spot && !places_cover(left->places, left->place_count, right->places, right->place_count));
}

/* Claims that it happened. */
static bool is_asserted(const struct report *report)
{
    return report->status <= STATUS_UNVERIFIED;
}

/* The part was told before, and is what the total replaced: "earlier reports put the toll at 11", "the toll
 * has risen to 19".  So is any lesser figure of the same place that comes to half of a toll which rose, be
 * they "civilians" there and nobody in particular here. */
static bool is_former_toll(const struct traits *part, const struct traits *total)
{
    const struct report *left = &part->claim->report;
    const struct report *right = &total->claim->report;
    bool anybody = right->actor.size == 0 || str_equal(right->actor, STR("people"));
    bool one_place = (part->spot.size > 0 && str_equal_nocase(part->spot, total->spot)) ||
                     right->place_count == 0 ||
                     places_cover(left->places, left->place_count, right->places, right->place_count);
    bool before =
        same_article(part, total) ? left->evidence.begin < right->evidence.begin : part->told < total->told;
    if (part->happening.earlier && part->happening.toll) {
        return true;
    }
    return total->happening.risen && anybody && one_place && before && part->figure * 2 >= total->figure;
}

bool is_part(const struct traits *part, const struct traits *total)
{
    const struct report *left = &part->claim->report;
    const struct report *right = &total->claim->report;
    if (part->increment || total->increment) {
        return adds_to(part, total);
    }
    return part->stage == STAGE_CASUALTY && left->subtype == right->subtype && part->figure != COUNT_NONE &&
           part->figure < total->figure && !part->vague && !part->victims.more && !total->victims.more &&
           is_asserted(left) && is_asserted(right) && have_common_key(part, total) &&
           is_within(part, total) && !is_former_toll(part, total);
}

/* "Seven of them in Tarrow", "seven people died in the village of Tarrow": the number, and before the next
 * comma or number the name. */
static bool places_part(struct str sentence, int64_t number, struct str name, enum report_subtype subtype)
{
    size_t at = 0;
    for (struct str word = words_next(sentence, &at); word.size > 0; word = words_next(sentence, &at)) {
        if (is_number(word, number)) {
            size_t comma = str_find(sentence, STR(","), at);
            struct str clause = str_slice(sentence, at, comma == SIZE_MAX ? sentence.size : comma);
            size_t and = str_find(clause, STR(" and "), 0);
            clause = str_slice(clause, 0, and == SIZE_MAX ? clause.size : and);
            if (str_find(clause, name, 0) != SIZE_MAX &&
                !is_of_other_harm(sentence, at - word.size, at, subtype)) {
                return true;
            }
        }
    }
    return false;
}

bool tells_part(const struct traits *total, const struct traits *part)
{
    const struct report *left = &part->claim->report;
    const struct report *right = &total->claim->report;
    if (left->count.min != left->count.max) {
        return false;
    }
    if (is_part_of(left, right)) {
        return true;
    }
    return left->place_count > 0 && !places_cover(left->places, 1, right->places, right->place_count) &&
           places_part(right->evidence.text, part->figure, left->places[0].name, right->subtype);
}

/* Figures below the greatest that are looked for in the other sentences.  More are those of many speakers who
 * differ, and each would cost a search in all of them. */
#define MOST_PARTS 8

void parts_find(const struct claim *claims, size_t count, bool *part)
{
    const struct report *different[MOST_PARTS];
    size_t kept = 0;
    int64_t top = COUNT_NONE;
    for (size_t i = 0; i < count; i++) {
        top = claims[i].report.count.min > top ? claims[i].report.count.min : top;
    }
    for (size_t i = 0; i < count; i++) {
        const struct report *report = &claims[i].report;
        size_t k = 0;
        if (report->count.min == COUNT_NONE || report->count.min != report->count.max ||
            report->count.min >= top) {
            continue;
        }
        while (k < kept && !counts_alike(different[k], report)) {
            k++;
        }
        if (k == MOST_PARTS) {
            return;
        }
        if (k == kept) {
            different[kept++] = report;
        }
    }
    for (size_t k = 0; k < kept; k++) {
        bool found = false;
        for (size_t i = 0; i < count && !found; i++) {
            found = is_part_of(different[k], &claims[i].report);
        }
        for (size_t i = 0; i < count && found; i++) {
            part[i] = part[i] || counts_alike(different[k], &claims[i].report);
        }
    }
}
