/* Which claim a denial speaks of.  It seldom repeats all of it: "the army denied that any soldiers were
 * killed". */
#include "merge/compare.h"
#include "place/place.h"

struct str denial_actor(const struct report *report)
{
    struct str source = report->source_name;
    struct place_match match;
    struct gazetteer_entry entry;
    if (report->status != STATUS_DENIED || report->source.text.data == NULL || report->place_count > 0 ||
        !is_military(report->actor)) {
        return report->actor;
    }
    for (size_t at = 0; at < source.size; at++) {
        bool begins = at == 0 || source.data[at - 1] == ' ';
        if (begins &&
            (place_match_demonym(source, at, source.size, &match) ||
             place_match(source, at, source.size, &match)) &&
            place_choose(&match, (struct str){NULL, 0}, PLACE_BIT(PLACE_COUNTRY), &entry)) {
            return entry.name;
        }
    }
    return report->actor;
}

static bool is_asserted(enum report_status status)
{
    return status == STATUS_CONFIRMED || status == STATUS_CLAIMED || status == STATUS_UNVERIFIED;
}

/* The people of the denial may be those of the claim. */
static bool people_agree(const struct traits *denial, const struct traits *claim, bool found)
{
    struct str denied = denial->claim->report.actor;
    struct str lost = claim->claim->report.actor;
    if (!found && !same_article(denial, claim)) {
        return false;
    }
    if (denial->specific_actor && claim->specific_actor) {
        return true; /* else they exclude each other */
    }
    if (denial->specific_actor || claim->specific_actor) {
        return is_military(denial->specific_actor ? lost : denied);
    }
    return may_be_same_people(denied, lost);
}

/* For a denial of nothing in particular: it fits all that a force lost, so that with more days it would tie
 * the events of every week together in one component. */
#define PATIENCE_BARE 3

/* Told when the claim was news. */
static bool time_agrees(const struct traits *denial, const struct traits *claim)
{
    bool bare = !denial->dated && denial->figure == COUNT_NONE && denial->claim->report.place_count == 0;
    int32_t patience = bare ? PATIENCE_BARE : PATIENCE_CASUALTY;
    struct interval date = claim->claim->report.date;
    if (denial->dated && claim->dated) {
        return interval_overlaps(denial->claim->report.date, date);
    }
    int32_t happened = claim->dated ? claim->hi : claim->told;
    int32_t first = claim->dated ? claim->lo : claim->told;
    int32_t told = denial->dated ? denial->hi : denial->told;
    /* An undated claim may be told after the day that the denial names. */
    return (denial->dated || told >= first) && told - happened <= patience &&
           (!denial->dated || happened - denial->lo <= patience);
}

bool denies_by_name(const struct traits *denial, const struct traits *claim)
{
    return denial->claim->report.status == STATUS_DENIED && denial->actor.size > 0 &&
           are_one_people(denial->actor, claim->actor);
}

bool is_denial(const struct traits *a, const struct traits *b, enum nearness nearness, bool found)
{
    const struct traits *denial = a->claim->report.status == STATUS_DENIED ? a : b;
    const struct traits *claim = denial == a ? b : a;
    const struct report *denied = &denial->claim->report;
    const struct report *asserted = &claim->claim->report;
    if (denied->status != STATUS_DENIED || !is_asserted(asserted->status) ||
        denied->scope != asserted->scope) {
        return false;
    }
    enum measure left = measure_of(denied);
    enum measure right = measure_of(asserted);
    bool same_measure = left == right || left == MEASURE_TOTAL || right == MEASURE_TOTAL;
    bool same_place = nearness == PLACES_SPOT || nearness == PLACES_TOWN || nearness == PLACES_SAME ||
                      nearness == PLACES_COUNTRY;
    if (denial->figure != COUNT_NONE &&
        (claim->figure == COUNT_NONE || compare_figures(denial, claim) != FIGURES_SAME)) {
        return false;
    }
    return same_measure && (denied->place_count == 0 || same_place) && people_agree(denial, claim, found) &&
           time_agrees(denial, claim);
}
