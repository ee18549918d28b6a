/* What the claims of one event come to.  Everything here is the same for any order of the claims. */
#include <stdlib.h>
#include <string.h>

#include "merge/compare.h"
#include "merge/summary.h"
#include "report/correct.h"

#define BIT(subtype) (1U << (subtype))

/* ---- subtype and scope ---- */

static enum report_subtype covering_casualty(uint32_t subtypes)
{
    uint32_t hurt = BIT(SUBTYPE_KILLED) | BIT(SUBTYPE_WOUNDED) | BIT(SUBTYPE_KILLED_OR_WOUNDED);
    for (int subtype = SUBTYPE_KILLED; subtype <= SUBTYPE_UNSPECIFIED; subtype++) {
        if (subtypes == BIT(subtype)) {
            return (enum report_subtype)subtype;
        }
    }
    bool both = (subtypes & BIT(SUBTYPE_KILLED_OR_WOUNDED)) != 0 ||
                (subtypes & hurt) == (BIT(SUBTYPE_KILLED) | BIT(SUBTYPE_WOUNDED));
    uint32_t others = subtypes & ~(hurt | BIT(SUBTYPE_UNSPECIFIED));
    return both && others == 0 ? SUBTYPE_KILLED_OR_WOUNDED : SUBTYPE_UNSPECIFIED;
}

/* For casualties what covers the claims with figures (all claims when none has one); for deployments the
 * commonest. */
static enum report_subtype sum_up_subtype(const struct claim *claims, size_t count)
{
    uint32_t counted = 0;
    uint32_t all = 0;
    uint32_t times[SUBTYPE_COUNT] = {0};
    for (size_t i = 0; i < count; i++) {
        const struct report *report = &claims[i].report;
        all |= BIT(report->subtype);
        counted |= gives_figure(report) ? BIT(report->subtype) : 0;
        times[report->subtype] += report->subtype == SUBTYPE_PLANNED ? 1 : 1 + (uint32_t)count;
    }
    if (claims[0].report.kind == KIND_CASUALTY) {
        return covering_casualty(counted != 0 ? counted : all);
    }
    int best = SUBTYPE_SENT;
    for (int subtype = SUBTYPE_SENT; subtype < SUBTYPE_COUNT; subtype++) {
        best = times[subtype] > times[best] ? subtype : best;
    }
    return (enum report_subtype)best;
}

static bool tells_beginning(const struct report *report)
{
    return report->date.first != DAY_NONE && report_dated(report);
}

/* That of more than half of the claims which tell when it began, for these give the event its date too: "100
 * killed" without a day may be what others count "since December".  Of all where none tells it. */
static enum report_scope sum_up_scope(const struct claim *claims, size_t count)
{
    size_t telling = 0;
    size_t cumulative[2] = {0, 0}; /* of all, of those that tell it */
    for (size_t i = 0; i < count; i++) {
        bool begins = tells_beginning(&claims[i].report);
        bool tally = claims[i].report.scope == SCOPE_CUMULATIVE;
        telling += begins;
        cumulative[0] += tally;
        cumulative[1] += tally && begins;
    }
    bool most = telling > 0 ? cumulative[1] * 2 > telling : cumulative[0] * 2 > count;
    return most ? SCOPE_CUMULATIVE : SCOPE_INCIDENT;
}

/* ---- date ---- */

/* What the dates so far come to. */
struct dates {
    struct interval common;      /* what all of them have in common */
    struct interval hull;        /* of all of them; unknown when they reach without end to both sides */
    struct interval first_ended; /* of those with both ends: the one that ends first, ... */
    struct interval last_begun;  /* ... and the one that begins last; the shorter of several */
    struct interval bounds;      /* what those with one end have in common */
    bool any, any_bound;
    bool approximate; /* all of them are */
};

/* Of two dates with the same `first` or `last` the shorter one comes first, then the finer one. */
static bool is_tighter(struct interval a, struct interval b)
{
    int64_t difference = ((int64_t)a.last - a.first) - ((int64_t)b.last - b.first);
    return difference != 0 ? difference < 0 : a.precision < b.precision;
}

static void add_date(struct dates *dates, struct interval date)
{
    bool bound = date.first == DAY_NONE || date.last == DAY_NONE;
    const struct interval *ended = &dates->first_ended;
    const struct interval *begun = &dates->last_begun;
    dates->common = dates->any ? interval_intersect(dates->common, date) : date;
    dates->hull = !dates->any                   ? date
                  : interval_known(dates->hull) ? interval_hull(dates->hull, date)
                                                : INTERVAL_UNKNOWN;
    dates->approximate = (!dates->any || dates->approximate) && date.approximate;
    dates->any = true;
    if (bound) {
        dates->bounds = dates->any_bound ? interval_intersect(dates->bounds, date) : date;
        dates->any_bound = true;
        return;
    }
    if (!interval_known(*ended) || date.last < ended->last ||
        (date.last == ended->last && is_tighter(date, *ended))) {
        dates->first_ended = date;
    }
    if (!interval_known(*begun) || date.first > begun->first ||
        (date.first == begun->first && is_tighter(date, *begun))) {
        dates->last_begun = date;
    }
}

/* The hull of the dates that hold no other one, within what bounds them on one side.  Sorted by their ends
 * these are sorted by their beginnings too, so that it reaches from the beginning of the one that ends first
 * to the end of the one that begins last. */
static struct interval lasting_date(const struct dates *dates)
{
    struct interval hull = interval_hull(dates->first_ended, dates->last_begun);
    if (!interval_known(hull)) {
        return dates->bounds;
    }
    return dates->any_bound ? interval_intersect(hull, dates->bounds) : hull;
}

/* An upper bound that the text gives, "by Sunday", within those that follow from when claims were made: what
 * somebody said on Thursday that it had happened was no later. */
static struct interval bound_by_telling(const struct claim *claims, size_t count, struct interval date)
{
    for (size_t i = 0; i < count && date.first == DAY_NONE; i++) {
        struct interval told = claims[i].report.date;
        if (interval_known(told) && !report_dated(&claims[i].report)) {
            struct interval common = interval_intersect(date, told);
            date = interval_known(common) ? common : date;
        }
    }
    return date;
}

/* What the claims' dates have in common; of a state that lasts the hull of the narrowest of them, because
 * two stretches of it need not be known for just the days that they share.  Where dates exclude each other,
 * their hull.  Only when the text dates none, or gives an upper bound alone, do those count that follow from
 * when the claims were made. */
static struct interval sum_up_date(const struct claim *claims, size_t count, enum report_subtype subtype)
{
    bool lasts = subtype == SUBTYPE_DEPLOYED || subtype == SUBTYPE_ENTERED_COMBAT;
    for (int dated = 1; dated >= 0; dated--) {
        struct dates dates = {.first_ended = INTERVAL_UNKNOWN, .last_begun = INTERVAL_UNKNOWN};
        for (size_t i = 0; i < count; i++) {
            struct interval date = claims[i].report.date;
            if (interval_known(date) && report_dated(&claims[i].report) == (dated == 1)) {
                add_date(&dates, date);
            }
        }
        if (dates.any) {
            struct interval date = lasts ? lasting_date(&dates) : dates.common;
            date = interval_known(date) ? date : dates.hull;
            date = dated == 1 ? bound_by_telling(claims, count, date) : date;
            date.approximate = dates.approximate;
            return date;
        }
    }
    return INTERVAL_UNKNOWN;
}

/* ---- names ---- */

/* A name and how many claims have it. */
struct counted_name {
    struct str name;
    uint32_t times;
};

static int compare_names(const void *a, const void *b)
{
    return str_compare(((const struct counted_name *)a)->name, ((const struct counted_name *)b)->name);
}

/* The different names among `count` ones, absent ones apart, in byte order; in the arena.  Thousands of
 * claims have few of them, so that they are not sorted before they are counted. */
static enum status tally(struct arena *arena, const struct str *names, size_t count,
                         struct counted_name **tallied, size_t *tallied_count)
{
    size_t capacity = 16;
    while (capacity < 2 * count) {
        capacity *= 2;
    }
    struct counted_name *table = arena_array(arena, capacity, sizeof *table);
    size_t kept = 0;
    if (table == NULL) {
        return ERR_NO_MEMORY;
    }
    for (size_t i = 0; i < count; i++) {
        size_t at = (size_t)str_hash(names[i]) & (capacity - 1);
        while (table[at].times > 0 && !str_equal(table[at].name, names[i])) {
            at = (at + 1) & (capacity - 1);
        }
        if (names[i].size > 0) {
            table[at].name = names[i];
            table[at].times++;
        }
    }
    for (size_t i = 0; i < capacity; i++) {
        if (table[i].times > 0) {
            table[kept++] = table[i];
        }
    }
    if (kept > 1) {
        qsort(table, kept, sizeof *table, compare_names);
    }
    *tallied = table;
    *tallied_count = kept;
    return OK;
}

/* The commonest of tallied names, the first of several; absent when there is none. */
static struct str commonest(const struct counted_name *names, size_t count)
{
    struct counted_name best = {{NULL, 0}, 0};
    for (size_t i = 0; i < count; i++) {
        best = names[i].times > best.times ? names[i] : best;
    }
    return best.name;
}

/* All capitals, as of a headline. */
static bool is_shouted(struct str name)
{
    for (size_t i = 0; i < name.size; i++) {
        if (ascii_is_lower(name.data[i])) {
            return false;
        }
    }
    return true;
}

/* Counts the people that have a name and an adjective in one ("Velia", "Velian"), under that which more
 * claims use; of two that as many use, not under that of a headline in capitals. */
static void fold_people(struct counted_name *names, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < i && names[i].times > 0; k++) {
            bool one = names[k].times > 0 && are_one_people(names[i].name, names[k].name);
            bool more = names[i].times > names[k].times ||
                        (names[i].times == names[k].times && is_shouted(names[k].name));
            size_t most = more ? i : k;
            if (one) {
                names[most].times = names[i].times + names[k].times;
                names[most == i ? k : i].times = 0;
            }
        }
    }
}

/* ---- places ---- */

int place_fineness(const struct place *place)
{
    static const char *const order[] = {"village", "city", "region", "country"};
    for (int i = 0; i < 4; i++) {
        if (str_equal(place->precision, str_from(order[i]))) {
            return i;
        }
    }
    return 0;
}

#define RECENT_PLACES 8

struct counted_place {
    struct place place; /* first: compare_places takes it for one */
    uint32_t times;
};

static int compare_places(const void *a, const void *b)
{
    const struct place *left = a;
    const struct place *right = b;
    int order = place_fineness(left) - place_fineness(right);
    order = order != 0 ? order : str_compare(left->country, right->country);
    order = order != 0 ? order : str_compare(left->name, right->name);
    order = order != 0 ? order : str_compare(left->region, right->region);
    order = order != 0 ? order : (int)right->has_point - (int)left->has_point;
    order = order != 0 ? order : (left->lat > right->lat) - (left->lat < right->lat);
    return order != 0 ? order : (left->lon > right->lon) - (left->lon < right->lon);
}

static int compare_counted(const void *a, const void *b)
{
    const struct counted_place *left = a;
    const struct counted_place *right = b;
    int order = place_fineness(&left->place) - place_fineness(&right->place);
    order = order != 0 ? order : (left->times < right->times) - (left->times > right->times);
    return order != 0 ? order : compare_places(a, b);
}

/* By name; of one name those whose country is not known come first. */
static int compare_known(const void *a, const void *b)
{
    const struct place *left = a;
    const struct place *right = b;
    int order = str_compare(left->name, right->name);
    return order != 0 ? order : str_compare(left->country, right->country);
}

/* A name of which one claim does not tell in what country it lies is that of the one place of the name of
 * which another does.  Gives how many are left. */
static size_t fold_unknown(struct counted_place *all, size_t count)
{
    size_t kept = 0;
    if (count > 1) {
        qsort(all, count, sizeof *all, compare_known);
    }
    for (size_t begin = 0, known, end; begin < count; begin = end) {
        struct str name = all[begin].place.name;
        for (known = begin;
             known < count && all[known].place.country.size == 0 && str_equal(all[known].place.name, name);) {
            known++;
        }
        for (end = known; end < count && str_equal(all[end].place.name, name);) {
            end++;
        }
        if (end == known + 1) {
            for (size_t i = begin; i < known; i++) {
                all[known].times += all[i].times;
            }
            begin = known;
        }
        for (size_t i = begin; i < end; i++) {
            all[kept++] = all[i];
        }
    }
    return kept;
}

/* The places of all claims, each once, the finest first and of these the commonest. */
static enum status sum_up_places(struct arena *arena, const struct claim *claims, size_t count,
                                 struct event *event)
{
    size_t total = 0;
    for (size_t i = 0; i < count; i++) {
        total += claims[i].report.place_count;
    }
    struct counted_place *all = arena_array(arena, total, sizeof *all);
    event->places = arena_array(arena, total, sizeof *event->places);
    if (all == NULL || event->places == NULL) {
        return ERR_NO_MEMORY;
    }
    total = 0;
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < claims[i].report.place_count; k++) {
            const struct place *place = &claims[i].report.places[k];
            size_t recent = total > RECENT_PLACES ? total - RECENT_PLACES : 0;
            size_t at = total;
            while (at > recent && compare_places(&all[at - 1].place, place) != 0) {
                at--;
            }
            if (at > recent) { /* mostly one was just seen: there is less to sort */
                all[at - 1].times++;
            } else {
                all[total++] = (struct counted_place){*place, 1};
            }
        }
    }
    if (total > 1) {
        qsort(all, total, sizeof *all, compare_places);
    }
    size_t kept = 0;
    for (size_t i = 0; i < total; i++) {
        const struct place *last = kept > 0 ? &all[kept - 1].place : NULL;
        if (last != NULL && str_equal(last->name, all[i].place.name) &&
            str_equal(last->country, all[i].place.country) &&
            place_fineness(last) == place_fineness(&all[i].place)) {
            all[kept - 1].times += all[i].times;
        } else {
            all[kept++] = all[i];
        }
    }
    kept = fold_unknown(all, kept);
    if (kept > 1) {
        qsort(all, kept, sizeof *all, compare_counted);
    }
    for (size_t i = 0; i < kept; i++) {
        event->places[i] = all[i].place;
    }
    event->place_count = kept;
    return OK;
}

/* ---- who says it ---- */

/* Articles, and their voices: copies of one text count once. */
static enum status sum_up_articles(struct arena *arena, const struct claim *claims, size_t count,
                                   struct str *names, uint32_t *voice_of, struct event *event)
{
    struct counted_name *tallied;
    size_t articles;
    size_t voiceless = 0;
    size_t voice_count = 0;
    for (size_t i = 0; i < count; i++) {
        names[i] = claims[i].article;
    }
    if (tally(arena, names, count, &tallied, &articles) != OK) {
        return ERR_NO_MEMORY;
    }
    event->articles = (uint32_t)articles;
    for (size_t i = 0; i < count; i++) {
        names[i] = claims[i].voice == 0 ? claims[i].article : (struct str){NULL, 0};
    }
    if (tally(arena, names, count, &tallied, &voiceless) != OK ||
        voices_find(arena, claims, count, voice_of, &voice_count) != OK) {
        return ERR_NO_MEMORY;
    }
    event->voices = (uint32_t)(voice_count + voiceless);
    return OK;
}

static bool is_own(const struct report *report)
{
    return report->source.text.data == NULL && (report->corrected & CHANGE_BIT(CHANGE_SOURCE)) == 0;
}

/* Takes away the names of those that publish a copy: of one text, the first one says it. */
static enum status leave_originals(struct arena *arena, const struct claim *claims, size_t count,
                                   const uint32_t *voice_of, struct str *names)
{
    const struct claim **originals = arena_array(arena, count, sizeof(const struct claim *));
    if (originals == NULL) {
        return ERR_NO_MEMORY;
    }
    for (size_t i = 0; i < count; i++) {
        if (names[i].size > 0 && voice_of[i] != VOICE_NONE) {
            const struct claim **original = &originals[voice_of[i]];
            int order = *original == NULL ? -1 : claims[i].published - (*original)->published;
            order = order != 0 ? order : str_compare(claims[i].article, (*original)->article);
            *original = order < 0 ? &claims[i] : *original;
        }
    }
    for (size_t i = 0; i < count; i++) {
        const struct claim *original = voice_of[i] == VOICE_NONE ? NULL : originals[voice_of[i]];
        if (original != NULL && !str_equal(original->article, claims[i].article)) {
            names[i] = (struct str){NULL, 0};
        }
    }
    return OK;
}

static void take_names(const struct counted_name *tallied, size_t count, struct str *names)
{
    for (size_t i = 0; i < count; i++) {
        names[i] = tallied[i].name;
    }
}

static int compare_strings(const void *a, const void *b)
{
    return str_compare(*(const struct str *)a, *(const struct str *)b);
}

/* Who claims it: people under one name each, and publishers that assert it themselves. */
static enum status sum_up_sources(struct arena *arena, const struct claim *claims, size_t count,
                                  const uint32_t *voice_of, struct str *names, struct event *event)
{
    struct counted_name *tallied[2];
    size_t counts[2];
    for (int own = 0; own < 2; own++) {
        for (size_t i = 0; i < count; i++) {
            const struct report *report = &claims[i].report;
            names[i] = is_own(report) == (own == 1) ? report->source_name : (struct str){NULL, 0};
        }
        if ((own == 1 && leave_originals(arena, claims, count, voice_of, names) != OK) ||
            tally(arena, names, count, &tallied[own], &counts[own]) != OK) {
            return ERR_NO_MEMORY;
        }
    }
    struct str *all = arena_array(arena, counts[0] + counts[1], sizeof *all);
    if (all == NULL) {
        return ERR_NO_MEMORY;
    }
    take_names(tallied[0], counts[0], all);
    if (institutions_fold(arena, claims, count, all, &counts[0]) != OK ||
        sources_fold(arena, all, &counts[0]) != OK) {
        return ERR_NO_MEMORY;
    }
    take_names(tallied[1], counts[1], all + counts[0]);
    event->sources = all;
    event->source_count = counts[0] + counts[1];
    if (spellings_fold(arena, all, &event->source_count) != OK) {
        return ERR_NO_MEMORY;
    }
    if (event->source_count > 1) {
        qsort(all, event->source_count, sizeof *all, compare_strings);
    }
    return OK;
}

/* Whose people, or who did it, by most claims that assert it; by those that deny it when no other tells.
 * Whose people a `part` of a total is about does not tell it of the total. "Soldiers" and "people" may be
 * those of a side that others name, and do not outvote it. */
static enum status sum_up_people(struct arena *arena, const struct claim *claims, size_t count,
                                 const bool *part, struct str *names, bool counterpart, struct str *people)
{
    for (int denied = 0; denied < 2; denied++) {
        struct counted_name *tallied;
        size_t tallied_count;
        bool named = false;
        for (size_t i = 0; i < count; i++) {
            const struct report *report = &claims[i].report;
            names[i] = (report->status == STATUS_DENIED) != (denied == 1) ? (struct str){NULL, 0}
                       : counterpart                                      ? report->counterpart
                       : part[i]                                          ? (struct str){NULL, 0}
                                                                          : report->actor;
            named = named || is_named(names[i]);
        }
        for (size_t i = 0; named && i < count; i++) {
            bool generic = is_military(names[i]) || str_equal(names[i], STR("people"));
            names[i] = generic ? (struct str){NULL, 0} : names[i];
        }
        if (tally(arena, names, count, &tallied, &tallied_count) != OK) {
            return ERR_NO_MEMORY;
        }
        fold_people(tallied, tallied_count);
        *people = commonest(tallied, tallied_count);
        if (tallied_count > 0) {
            break;
        }
    }
    return OK;
}

static enum status sum_up_names(struct arena *arena, const struct claim *claims, size_t count,
                                const uint32_t *voice_of, const bool *part, struct str *names,
                                struct event *event)
{
    struct counted_name *tallied;
    size_t publishers;
    for (size_t i = 0; i < count; i++) {
        names[i] = claims[i].publisher;
    }
    if (tally(arena, names, count, &tallied, &publishers) != OK) {
        return ERR_NO_MEMORY;
    }
    take_names(tallied, publishers, names);
    if (spellings_fold(arena, names, &publishers) != OK ||
        sum_up_people(arena, claims, count, part, names, false, &event->actor) != OK ||
        sum_up_people(arena, claims, count, part, names, true, &event->counterpart) != OK) {
        return ERR_NO_MEMORY;
    }
    event->publishers = (uint32_t)publishers;
    return sum_up_sources(arena, claims, count, voice_of, names, event);
}

enum status merge_summarise(struct arena *arena, const struct claim *claims, size_t count,
                            struct event *event)
{
    *event = (struct event){.kind = claims[0].report.kind, .as_of = DAY_MIN, .first_reported = DAY_MAX};
    struct str *names = arena_array(arena, count, sizeof *names);
    uint32_t *voice_of = arena_array(arena, count, sizeof *voice_of);
    bool *part = arena_array(arena, count, sizeof *part);
    if (names == NULL || voice_of == NULL || part == NULL) {
        return ERR_NO_MEMORY;
    }
    if (event->kind == KIND_CASUALTY) {
        merge_find_parts(claims, count, part);
    }
    event->reports = (uint32_t)count;
    for (size_t i = 0; i < count; i++) {
        const struct claim *claim = &claims[i];
        int32_t said = claim->report.said.last != DAY_NONE ? claim->report.said.last : claim->published;
        event->as_of = said > event->as_of ? said : event->as_of;
        event->first_reported =
            claim->published < event->first_reported ? claim->published : event->first_reported;
        event->statuses[claim->report.status]++;
        event->subtypes |= BIT(claim->report.subtype);
    }
    event->subtype = sum_up_subtype(claims, count);
    event->scope = sum_up_scope(claims, count);
    event->date = sum_up_date(claims, count, event->subtype);
    enum report_subtype counted = counted_subtype(claims, count, event->subtype);
    event_counts(claims, count, part, counted, event);
    if (event_doubt(arena, claims, count, event) != OK || sum_up_places(arena, claims, count, event) != OK ||
        sum_up_articles(arena, claims, count, names, voice_of, event) != OK ||
        sum_up_names(arena, claims, count, voice_of, part, names, event) != OK ||
        merge_series(arena, event, &event->series) != OK) {
        return ERR_NO_MEMORY;
    }
    return event_title(arena, claims, count, part, counted, event);
}
