#include "merge/traits.h"

#include <stdlib.h>

#include "merge/words.h"
#include "place/place.h"
#include "report/correct.h"

static enum stage stage_of(const struct report *report)
{
    if (report->kind == KIND_CASUALTY) {
        return STAGE_CASUALTY;
    }
    switch (report->subtype) {
    case SUBTYPE_MOVED:
        return STAGE_MOVE;
    case SUBTYPE_ENTERED_COMBAT:
        return STAGE_COMBAT;
    case SUBTYPE_REINFORCED:
        return STAGE_REINFORCEMENT;
    case SUBTYPE_WITHDRAWN:
        return STAGE_WITHDRAWAL;
    default:
        return STAGE_DISPATCH;
    }
}

static int32_t later_known(int32_t day, int32_t otherwise)
{
    return day != DAY_NONE ? day : otherwise;
}

/* As the store files claims: a window overlaps a claim when it overlaps lo..hi. */
static void set_span(const struct claim *claim, struct traits *traits)
{
    struct interval date = claim->report.date;
    int32_t said = later_known(claim->report.said.last, claim->published);
    if (!interval_known(date)) {
        traits->lo = traits->hi = claim->published;
    } else if (date.first == DAY_NONE) {
        traits->lo = traits->hi = date.last;
    } else if (date.last == DAY_NONE) {
        traits->lo = date.first;
        traits->hi = said > date.first ? said : date.first;
    } else {
        traits->lo = date.first;
        traits->hi = date.last;
    }
}

static int64_t limited(int64_t number)
{
    return number > FIGURE_LIMIT ? FIGURE_LIMIT : number;
}

static void set_figure(const struct count *count, struct traits *traits)
{
    traits->min = limited(count->min);
    traits->max = limited(count->max);
    traits->figure = traits->min != COUNT_NONE ? traits->min : traits->max;
    traits->vague = traits->min != COUNT_NONE && traits->max >= traits->min * 2 && traits->max > traits->min;
}

bool is_named(struct str name)
{
    return name.size > 0 && !ascii_is_lower(name.data[0]);
}

/* Of several countries the first in the order of their codes, so that the order of the places does not count.
 */
static struct str country_of(const struct report *report)
{
    struct str country = {NULL, 0};
    for (size_t i = 0; i < report->place_count; i++) {
        struct str other = report->places[i].country;
        if (other.size > 0 && (country.size == 0 || str_compare(other, country) < 0)) {
            country = other;
        }
    }
    return country;
}

/* "Tarn" may be the town or the region around it. */
static bool names_town(const struct place *place)
{
    struct place_match match;
    struct gazetteer_entry entry;
    if (str_equal(place->precision, STR("city"))) {
        return true;
    }
    return str_equal(place->precision, STR("region")) && place_find(place->name, &match) &&
           place_choose(&match, place->country, PLACE_BIT(PLACE_CITY), &entry) &&
           str_equal(entry.country, place->country) && str_equal_nocase(entry.name, place->name);
}

/* The town or village of losses on one day; absent when none or several are named, and for a tally. */
static struct str spot_of(const struct report *report)
{
    struct str spot = {NULL, 0};
    size_t spots = 0;
    if (report->kind != KIND_CASUALTY || report->scope != SCOPE_INCIDENT || report->date.first == DAY_NONE ||
        report->date.first != report->date.last) {
        return spot;
    }
    for (size_t i = 0; i < report->place_count; i++) {
        const struct place *place = &report->places[i];
        bool wide = str_equal(place->precision, STR("region")) || str_equal(place->precision, STR("country"));
        if (!wide || (report->place_count == 1 && names_town(place))) {
            spot = place->name;
            spots++;
        }
    }
    return spots == 1 ? spot : (struct str){NULL, 0};
}

bool report_dated(const struct report *report)
{
    return interval_known(report->date) &&
           (report->date.first != DAY_NONE || report->basis.text.data != NULL ||
            (report->corrected & CHANGE_BIT(CHANGE_DATE)) != 0);
}

/* The names of who says it; of an analyst's source its name alone. */
static size_t words_of_source(const struct report *report, struct traits *traits)
{
    const struct str none = {NULL, 0};
    bool corrected = (report->corrected & CHANGE_BIT(CHANGE_SOURCE)) != 0;
    struct str name = report->source.text.data != NULL ? report->source_name : none;
    return words_of_names(name, corrected ? none : report->source.text, traits->source_words, SOURCE_WORDS);
}

void traits_of(const struct claim *claim, struct traits *traits)
{
    const struct report *report = &claim->report;
    *traits = (struct traits){.claim = claim, .stage = stage_of(report), .actor = denial_actor(report)};
    traits->article = str_hash(claim->article);
    traits->specific_actor = is_named(traits->actor);
    traits->sides = report->kind == KIND_CASUALTY ? sides_of(report) : 0;
    if (!traits->specific_actor) {
        traits->country = country_of(report);
    }
    traits->town = report->place_count == 1 && names_town(&report->places[0]);
    traits->spot = spot_of(report);
    traits->dated = report_dated(report);
    traits->said = report->said.last != DAY_NONE;
    set_span(claim, traits);
    traits->told = claim->published;
    if (traits->said) {
        traits->told = report->said.last;
    } else if (report->date.last != DAY_NONE && report->date.last < claim->published && !traits->dated) {
        traits->told = report->date.last;
    }
    set_figure(&report->count, traits);
    traits->source_count = words_of_source(report, traits);
    if (traits->figure == 1) {
        struct str words = report_count_words(report);
        if (person_surname(words).size == 0) {
            words = victim_name(report);
        }
        traits->surname = words_last_name(person_surname(words));
        traits->name_count = words_of_names((struct str){NULL, 0}, words, traits->names, PERSON_WORDS);
    }
    traits->evidence = words_of_text(report->evidence.text);
    traits->happening = happening_of(report->evidence.text);
    traits->victims = victims_of(report);
    traits->increment = is_increment(report, &traits->happening);
    traits->hours = hours_of(report->basis.text);
    traits->nightly = is_nightly(report->basis.text);
}

/* `mark`, unless it is '\0', and `name` in lower case; absent when there is no memory. */
static struct str lower_key(struct arena *arena, char mark, struct str name)
{
    size_t size = 0;
    char *key = arena_alloc(arena, name.size + 1);
    if (key == NULL) {
        return (struct str){NULL, 0};
    }
    if (mark != '\0') {
        key[size++] = mark;
    }
    for (size_t i = 0; i < name.size; i++) {
        key[size++] = ascii_lower(name.data[i]);
    }
    return (struct str){key, size};
}

enum status merge_town_key(const struct report *report, struct arena *arena, struct str *key)
{
    struct str spot = spot_of(report);
    *key = spot;
    if (spot.size > 0) {
        *key = lower_key(arena, '\0', spot);
    }
    return key->size == spot.size ? OK : ERR_NO_MEMORY;
}

struct merge_window merge_window(const struct claim *claim, struct arena *arena)
{
    struct traits traits;
    traits_of(claim, &traits);
    struct str name = traits.specific_actor ? people_stem(traits.actor) : traits.country;
    struct merge_window window = {.kind = claim->report.kind,
                                  .figure = claim->report.count.min != COUNT_NONE ? claim->report.count.min
                                                                                  : claim->report.count.max};
    window.actor_key = lower_key(arena, traits.specific_actor ? '\0' : '@', name);
    if (merge_town_key(&claim->report, arena, &window.town_key) != OK) {
        window.actor_key = (struct str){NULL, 0};
    }
    window.day = claim->report.date.first;
    window.toll = traits.happening.earlier || traits.happening.risen;
    int32_t reach = claim->report.kind == KIND_CASUALTY ? MERGE_REACH_CASUALTY : MERGE_REACH_DEPLOYMENT;
    window.first = traits.lo < DAY_MIN + reach ? DAY_MIN : traits.lo - reach;
    window.last = traits.hi > DAY_MAX - reach ? DAY_MAX : traits.hi + reach;
    return window;
}
