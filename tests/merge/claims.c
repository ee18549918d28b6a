#include "tests/merge/claims.h"

#include <stdio.h>
#include <stdlib.h>

#include "tests/cmocka.h"

static struct place places[] = {
    {.name = {"Varnau", 6}, .country = {"XA", 2}, .region = {"Lower Ost", 9}, .precision = {"village", 7}},
    {.name = {"Little Brook", 12},
     .country = {"XA", 2},
     .region = {"Lower Ost", 9},
     .precision = {"village", 7}},
    {.name = {"Hollin", 6}, .country = {"XA", 2}, .region = {"Hollin Oblast", 13}, .precision = {"city", 4}},
    {.name = {"Marsh End", 9},
     .country = {"XA", 2},
     .region = {"Hollin Oblast", 13},
     .precision = {"village", 7}},
    {.name = {"Lower Ost", 9}, .country = {"XA", 2}, .precision = {"region", 6}},
    {.name = {"Arland", 6}, .country = {"XA", 2}, .precision = {"country", 7}},
    {.name = {"Bergia", 6}, .country = {"XB", 2}, .precision = {"country", 7}},
    /* a region of the gazetteer that has a town of its name */
    {.name = {"Diffa", 5}, .country = {"NE", 2}, .precision = {"region", 6}},
    {.name = {"Kolna", 5}}, /* nothing else is known of it */
    {.name = {"Port Sol", 8}, .country = {"XB", 2}, .precision = {"city", 4}},
};

static int32_t day(struct str text)
{
    struct instant instant;
    if (str_equal(text, STR("..")) || text.size == 0) {
        return DAY_NONE;
    }
    if (instant_parse(text, &instant, NULL) != OK) {
        fprintf(stderr, "bad day in a test: %.*s\n", STR_ARG(text));
        abort();
    }
    return instant.day;
}

static struct interval interval(struct str text)
{
    size_t slash = str_find(text, STR("/"), 0);
    if (text.size == 0) {
        return INTERVAL_UNKNOWN;
    }
    if (slash == SIZE_MAX) {
        return (struct interval){day(text), day(text), PRECISION_DAY, false};
    }
    return (struct interval){day(str_slice(text, 0, slash)), day(str_slice(text, slash + 1, text.size)),
                             PRECISION_DAY, false};
}

struct claim make_claim(struct line line, int64_t id)
{
    struct claim claim = {.id = id, .article = str_from(line.article), .publisher = str_from(line.article)};
    struct report *report = &claim.report;
    struct interval date = interval(str_from(line.date));
    claim.published = day(str_from(line.published));
    report->kind = line.subtype >= SUBTYPE_SENT ? KIND_DEPLOYMENT : KIND_CASUALTY;
    report->subtype = line.subtype;
    report->scope = line.scope;
    report->status = line.status;
    report->count = (struct count){.min = line.min, .max = line.max};
    report->count.text.text = str_from(line.words);
    report->count.qualifier = str_from(line.qualifier);
    report->actor = str_from(line.actor[0] == '\0' ? NULL : line.actor);
    report->counterpart = str_from(line.counterpart);
    report->said = INTERVAL_UNKNOWN;
    report->date = date;
    if (interval_known(date)) {
        report->basis.text = str_from(line.basis == NULL ? line.date : line.basis);
    } else if (line.subtype != SUBTYPE_PLANNED) {
        report->date = (struct interval){DAY_NONE, claim.published, PRECISION_DAY, false};
    }
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        if (str_equal(places[i].name, str_from(line.place))) {
            report->places = &places[i];
            report->place_count = 1;
        }
    }
    if (line.source[0] != '\0') {
        report->source_name = report->source.text = str_from(line.source);
    }
    report->evidence.field = FIELD_TEXT;
    report->evidence.text = str_from(line.sentence == NULL ? "" : line.sentence);
    report->evidence.begin = (uint32_t)(line.sentence == NULL ? 1000 + id * 100 : 0);
    if (line.begin > 0) {
        report->evidence.begin = (uint32_t)line.begin;
    }
    report->evidence.end = report->evidence.begin + 80;
    report->count.text.field = report->evidence.field;
    report->count.text.begin = report->evidence.begin + (uint32_t)line.at;
    return claim;
}

uint32_t random_next(uint32_t *seed)
{
    *seed = *seed * 1664525U + 1013904223U;
    return *seed >> 8;
}

struct claim random_claim(uint32_t *seed, int64_t id)
{
    static const char *const actors[] = {"Bergia", "Bergia", "Arland", "civilians", ""};
    static const char *const names[] = {"Varnau",    "Little Brook", "Lower Ost", "Hollin",
                                        "Marsh End", "Arland",       ""};
    static const char *const dates[] = {
        "2031-03-03",    "2031-03-04", "2031-03-03/2031-03-05", "../2031-03-06",
        "2031-03-01/..", "",           "2031-03-01/2031-03-31", ""};
    static const char *const published[] = {"2031-03-05", "2031-03-06", "2031-03-09", "2031-03-20"};
    static const char *const sources[] = {"Arland army", "Army of Arland", "a lawmaker", "Cerland envoys",
                                          ""};
    static const char *const counterparts[] = {"", "", "Cerland", "Arland"};
    static const char *const articles[] = {"a", "b", "c", "d", "e", "f"};
    static const char *const sentences[] = {"Soldiers of Bergia died at dawn near Varnau",
                                            "Soldiers of Bergia died at dawn near Varnau",
                                            "The toll from a bomb rose on Wednesday",
                                            "A bomb went off",
                                            NULL,
                                            NULL,
                                            NULL};
    static const int64_t numbers[] = {12, 13, 30, 30, 47, 100, 1500, NONE};
    int64_t number = numbers[random_next(seed) % 8];
    struct line line = {
        .actor = actors[random_next(seed) % 5],
        .subtype = (enum report_subtype)(random_next(seed) % SUBTYPE_COUNT),
        .min = random_next(seed) % 8 == 0 ? NONE : number,
        .max = random_next(seed) % 2 == 0 ? NONE : number,
        .date = dates[random_next(seed) % 8],
        .place = names[random_next(seed) % 7],
        .source = sources[random_next(seed) % 5],
        .published = published[random_next(seed) % 4],
        .article = articles[random_next(seed) % 6],
        .sentence = sentences[random_next(seed) % 7],
        .scope = (enum report_scope)(random_next(seed) % 5 == 0),
        .status = (enum report_status)(random_next(seed) % STATUS_COUNT),
        .counterpart = counterparts[random_next(seed) % 4],
        .begin = 100 + 81 * (random_next(seed) % 6),
    };
    return make_claim(line, id);
}

struct claim crowded_claim(uint32_t *seed, int64_t id)
{
    static const int64_t numbers[] = {2, 10, 11, 12, 14, 17, 20, 24, 30, NONE, NONE, NONE};
    static const char *const articles[] = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"};
    static const char *const sentences[] = {
        "Soldiers of Bergia died at dawn near Varnau in heavy fighting",
        "Soldiers of Bergia died at dawn near Varnau after heavy shelling",
        "Doctors counted the bodies of Bergian soldiers brought from the front", NULL, NULL};
    struct claim claim = random_claim(seed, id);
    if (random_next(seed) % 10 != 0) {
        int64_t number = numbers[random_next(seed) % 12];
        struct line line = {
            .actor = "Bergia",
            .subtype = random_next(seed) % 5 == 0 ? SUBTYPE_WOUNDED : SUBTYPE_KILLED,
            .min = number,
            .max = random_next(seed) % 4 == 0 ? NONE : number,
            .date = random_next(seed) % 6 < (number == NONE ? 5 : 2) ? "" : "2031-03-04",
            .place = random_next(seed) % 3 == 0 ? "Varnau" : "",
            .source = random_next(seed) % 2 == 0 ? "Arland army" : "a hospital",
            .published = "2031-03-05",
            .article = articles[random_next(seed) % 12],
            .sentence = sentences[random_next(seed) % 5],
            .begin = 100 + 81 * (random_next(seed) % 40),
            .status = random_next(seed) % 6 == 0 ? STATUS_DENIED : STATUS_CLAIMED,
        };
        claim = make_claim(line, id);
    }
    return claim;
}

struct claim partial_claim(uint32_t *seed, int64_t id)
{
    static const char *const actors[] = {"people", "people", "", "soldiers", "civilians", "police", "Bergia"};
    static const char *const names[] = {"Varnau",    "Little Brook", "Lower Ost",
                                        "Lower Ost", "Kolna",        "Arland"};
    static const int64_t numbers[] = {2, 3, 4, 5, 7, 8, 12, 12, 15, 19, NONE};
    static const char *const articles[] = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"};
    static const char *const sentences[] = {
        "Twelve people were killed, five soldiers and seven civilians",
        "Twelve people were killed in Lower Ost, seven of them in Varnau, five in Little Brook",
        NULL,
        NULL,
        NULL,
        NULL};
    int64_t number = numbers[random_next(seed) % 11];
    struct line line = {
        .actor = actors[random_next(seed) % 7],
        .subtype = random_next(seed) % 6 == 0 ? SUBTYPE_WOUNDED : SUBTYPE_KILLED,
        .min = random_next(seed) % 12 == 0 ? NONE : number,
        .max = random_next(seed) % 6 == 0 ? NONE : number,
        .date = random_next(seed) % 5 == 0 ? "" : "2031-03-04",
        .place = names[random_next(seed) % 6],
        .source = random_next(seed) % 3 == 0   ? "Arland army"
                  : random_next(seed) % 2 == 0 ? "a hospital"
                                               : "",
        .published = random_next(seed) % 4 == 0 ? "2031-03-06" : "2031-03-05",
        .article = articles[random_next(seed) % 12],
        .sentence = sentences[random_next(seed) % 6],
        .begin = 100 + 81 * (random_next(seed) % 40),
        .status = random_next(seed) % 10 == 0 ? STATUS_DENIED : STATUS_CLAIMED,
    };
    return make_claim(line, id);
}

struct event sum_up(struct arena *arena, const struct line *lines, size_t count)
{
    struct claim claims[16];
    struct event event;
    for (size_t i = 0; i < count; i++) {
        claims[i] = make_claim(lines[i], (int64_t)i + 1);
        claims[i].report.evidence.text = str_from(lines[i].sentence);
    }
    assert_int_equal(merge_summarise(arena, claims, count, &event), OK);
    return event;
}
