#include "tests/store/random_draft.h"

uint32_t random_below(uint64_t *seed, uint32_t limit)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    return (uint32_t)((*seed >> 16) % limit);
}

bool chance(uint64_t *seed, uint32_t percent)
{
    return random_below(seed, 100) < percent;
}

const char *const random_texts[5] = {
    "The ministry said that soldiers fell when the bridge over the river was shelled before dawn.",
    "Families in the northern provinces mourn sons who never returned from the frontier garrison.",
    "An officer told the agency that columns had crossed the pass and taken up winter quarters.",
    "Doctors at the district hospital counted the victims of an attack on the railway junction.",
    "Columns had crossed the pass and taken up winter quarters, an officer told the agency late.",
};
static const char *const actors[] = {"Norland", "Sudmark", "civilians", "people"};
static const char *const places[] = {"Weissau", "Ostburg", NULL, NULL};
static const char *const sources[] = {"Norland ministry", "the agency", NULL};
const char *const random_publishers[4] = {"The Courier", "Morning Mail", "Weekly", NULL};
static const int64_t counts[] = {3, 10, 11, 12, 12, 30, COUNT_NONE};

static struct draft_report random_report(uint64_t *seed)
{
    static const enum report_subtype casualties[] = {SUBTYPE_KILLED, SUBTYPE_KILLED, SUBTYPE_WOUNDED,
                                                     SUBTYPE_KILLED_OR_WOUNDED};
    static const enum report_subtype deployments[] = {SUBTYPE_SENT, SUBTYPE_DEPLOYED, SUBTYPE_MOVED};
    struct draft_report report = {
        .kind = chance(seed, 70) ? KIND_CASUALTY : KIND_DEPLOYMENT,
        .scope = chance(seed, 80) ? SCOPE_INCIDENT : SCOPE_CUMULATIVE,
        .status = (enum report_status)random_below(seed, STATUS_COUNT),
        .actor = PICK(seed, actors),
        .place = PICK(seed, places),
        .source = PICK(seed, sources),
        .min = PICK(seed, counts),
        .first = (int32_t)random_below(seed, 9),
        .said = chance(seed, 60) ? (int32_t)random_below(seed, 12) : DAY_NONE,
    };
    report.subtype = report.kind == KIND_CASUALTY ? PICK(seed, casualties) : PICK(seed, deployments);
    report.country = report.place == NULL ? NULL : "XA";
    report.max = chance(seed, 70) ? report.min : COUNT_NONE;
    report.last = report.first + (chance(seed, 70) ? 0 : (int32_t)random_below(seed, 40));
    if (chance(seed, 15)) {
        report.first = DAY_NONE;
    }
    if (chance(seed, 15)) {
        report.last = DAY_NONE;
    }
    report.other = chance(seed, 30) ? 1 + (int32_t)random_below(seed, 8) : 0;
    return report;
}

/* Of one people and few figures on a few days that exclude each other, or on none: undated claims hold
 * components together, which come apart and are joined again as articles go and come. */
static struct draft_report bridging_report(uint64_t *seed)
{
    static const int32_t days[] = {1, 4, 7};
    static const int64_t figures[] = {12, 30};
    int64_t figure = PICK(seed, figures);
    struct draft_report report = {
        .kind = KIND_CASUALTY,
        .subtype = SUBTYPE_KILLED,
        .status = STATUS_CLAIMED,
        .actor = chance(seed, 85) ? "Norland" : "Sudmark",
        .source = chance(seed, 50) ? "Norland ministry" : "the agency",
        .min = figure,
        .max = figure,
        .first = DAY_NONE,
        .last = DAY_NONE,
        .said = DAY_NONE,
    };
    if (chance(seed, 60)) {
        report.first = report.last = PICK(seed, days);
        report.place = PICK(seed, places);
        report.country = report.place == NULL ? NULL : "XA";
    }
    return report;
}

struct draft random_draft(uint64_t *seed, const char *id, bool bridging)
{
    struct draft draft = {
        .id = id,
        .publisher = PICK(seed, random_publishers),
        .text = PICK(seed, random_texts),
        .published = 10 + (int32_t)random_below(seed, 6),
    };
    uint32_t reports = bridging ? 1 : random_below(seed, 4);
    for (uint32_t i = 0; i < reports; i++) {
        draft.reports[i] = bridging ? bridging_report(seed) : random_report(seed);
    }
    return draft;
}

struct report_change random_change(uint64_t *seed, struct place *place)
{
    const uint32_t field = random_below(seed, CHANGE_FIELDS);
    const uint32_t other = random_below(seed, CHANGE_FIELDS);
    struct report_change change = {
        .fields = CHANGE_BIT(field) | CHANGE_BIT(other),
        .subtype = chance(seed, 50) ? SUBTYPE_WOUNDED : SUBTYPE_KILLED,
        .scope = chance(seed, 80) ? SCOPE_INCIDENT : SCOPE_CUMULATIVE,
        .status = (enum report_status)random_below(seed, STATUS_COUNT),
        .min = PICK(seed, counts),
        .actor = str_from(PICK(seed, actors)),
        .source_name = str_from(PICK(seed, sources)),
        .date = INTERVAL_UNKNOWN,
        .said = INTERVAL_UNKNOWN,
        .places = place,
        .place_count = random_below(seed, 2),
        .rejected = chance(seed, 80),
    };
    int32_t day = DAY_0 + (int32_t)random_below(seed, 12);
    change.max = change.min;
    *place = (struct place){.name = STR("Weissau"), .country = STR("XA"), .precision = STR("city")};
    if (chance(seed, 80)) {
        change.date = change.said = (struct interval){day, day, PRECISION_DAY, false};
    }
    return change;
}
