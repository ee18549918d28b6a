/* How well merging divides hand-labelled claims into events, as if extraction were perfect:
 *
 *     merge_gold LABELS.jsonl [-v]
 *
 * One document a line: {"doc", "published", "group", "reports": [{kind, subtype, who, count, place,
 * event_begin, event_end (exclusive), event_date_basis, source, said_on, status, event, sentence_full,
 * sent_begin_char ...}]}. Prints B-cubed precision, recall and F1 over the claims that are not optional; -v
 * prints the events as well. */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "merge/merge.h"
#include "place/place.h"

#define CLAIMS_MAX 2000

struct gold {
    struct claim claims[CLAIMS_MAX];
    struct str labels[CLAIMS_MAX];
    bool required[CLAIMS_MAX];
    uint32_t group[CLAIMS_MAX];
    size_t count;
    struct arena arena;
};

static struct str text_of(struct gold *gold, const json_t *object, const char *key)
{
    const char *value = json_string_value(json_object_get(object, key));
    return arena_copy(&gold->arena, str_from(value));
}

static int32_t day_of(struct gold *gold, const json_t *object, const char *key)
{
    struct instant instant;
    return instant_parse(text_of(gold, object, key), &instant, NULL) == OK ? instant.day : DAY_NONE;
}

static int64_t number_of(const json_t *object, const char *key)
{
    const json_t *value = json_object_get(object, key);
    return json_is_integer(value) ? json_integer_value(value) : COUNT_NONE;
}

static enum precision precision_of(int32_t first, int32_t last)
{
    int32_t days = first == DAY_NONE || last == DAY_NONE ? 1 : last - first + 1;
    return days < 7    ? PRECISION_DAY
           : days < 28 ? PRECISION_WEEK
           : days < 32 ? PRECISION_MONTH
                       : PRECISION_YEAR;
}

static void read_places(struct gold *gold, const json_t *names, struct report *report)
{
    size_t count = json_array_size(names);
    report->places = arena_array(&gold->arena, count, sizeof *report->places);
    for (size_t i = 0; i < count && report->places != NULL; i++) {
        struct str name = arena_copy(&gold->arena, str_from(json_string_value(json_array_get(names, i))));
        struct place_match match;
        struct gazetteer_entry entry = {.name = name};
        struct place *place = &report->places[report->place_count++];
        if (place_find(name, &match)) {
            (void)place_choose(&match, (struct str){NULL, 0}, PLACE_ANY, &entry);
            place->precision = str_from(place_kind_precision(entry.kind));
        }
        place->name = entry.name;
        place->country = entry.country;
        place->region = entry.region;
    }
}

static struct report read_report(struct gold *gold, const json_t *item, int32_t published)
{
    struct report report = {.scope = SCOPE_INCIDENT};
    struct str subtype = text_of(gold, item, "subtype");
    (void)report_kind_from_name(text_of(gold, item, "kind"), &report.kind);
    if (str_equal(subtype, STR("reinforcement"))) {
        report.subtype = SUBTYPE_REINFORCED;
    } else if (str_equal(subtype, STR("withdrawal"))) {
        report.subtype = SUBTYPE_WITHDRAWN;
    } else {
        (void)report_subtype_from_name(subtype, &report.subtype);
    }
    (void)report_status_from_name(text_of(gold, item, "status"), &report.status);
    const json_t *count = json_object_get(item, "count");
    report.count = (struct count){.min = number_of(count, "min"), .max = number_of(count, "max")};
    report.count.text.text = text_of(gold, count, "text");
    report.actor = text_of(gold, item, "who");
    report.counterpart = text_of(gold, item, "by");
    read_places(gold, json_object_get(item, "place"), &report);
    if (report.place_count == 0) {
        read_places(gold, json_object_get(item, "place_doc"), &report);
    }
    int32_t first = day_of(gold, item, "event_begin");
    int32_t last = day_of(gold, item, "event_end");
    last = last == DAY_NONE ? DAY_NONE : last - 1;
    report.said = INTERVAL_UNKNOWN;
    int32_t said = day_of(gold, item, "said_on");
    if (said != DAY_NONE) {
        report.said = (struct interval){said, said, PRECISION_DAY, false};
    }
    report.basis.text = text_of(gold, item, "event_date_basis");
    report.date = (struct interval){first, last, precision_of(first, last), false};
    if (first == DAY_NONE && last == DAY_NONE) {
        report.basis.text = (struct str){NULL, 0};
        last = said != DAY_NONE ? said : published;
        report.date = report.subtype == SUBTYPE_PLANNED
                          ? INTERVAL_UNKNOWN
                          : (struct interval){DAY_NONE, last, PRECISION_DAY, false};
    }
    report.source_name = text_of(gold, item, "source");
    report.source.text = report.source_name;
    report.evidence.field = FIELD_TEXT;
    report.evidence.text = text_of(gold, item, "sentence_full");
    report.evidence.begin = (uint32_t)number_of(item, "sent_begin_char");
    report.evidence.end = (uint32_t)number_of(item, "sent_end_char");
    return report;
}

static void read_document(struct gold *gold, const json_t *document)
{
    const char *set = json_string_value(json_object_get(document, "group"));
    size_t index;
    const json_t *item;
    if (set == NULL || (strcmp(set, "seeds") != 0 && strcmp(set, "topical") != 0)) {
        return;
    }
    json_array_foreach(json_object_get(document, "reports"), index, item)
    {
        if (gold->count == CLAIMS_MAX || !json_is_string(json_object_get(item, "event"))) {
            continue;
        }
        struct claim *claim = &gold->claims[gold->count];
        claim->published = day_of(gold, document, "published");
        claim->article = text_of(gold, document, "doc");
        claim->publisher = claim->article;
        claim->id = (int64_t)gold->count + 1;
        claim->report = read_report(gold, item, claim->published);
        gold->labels[gold->count] = text_of(gold, item, "event");
        gold->required[gold->count] = !json_is_true(json_object_get(item, "optional"));
        gold->count++;
    }
}

/* Components by links, then the partition of each, as the store does it. */
static uint32_t divide(struct gold *gold)
{
    static uint32_t part[CLAIMS_MAX];
    static struct claim members[CLAIMS_MAX];
    static uint32_t indices[CLAIMS_MAX];
    static uint32_t groups[CLAIMS_MAX];
    uint32_t total = 0;
    for (uint32_t i = 0; i < gold->count; i++) {
        part[i] = i;
        for (uint32_t k = 0; k < i; k++) {
            if (part[k] != part[i] && merge_score(&gold->claims[i], &gold->claims[k], NULL) >= MERGE_LINK) {
                uint32_t old = part[i];
                for (uint32_t j = 0; j <= i; j++) {
                    part[j] = part[j] == old ? part[k] : part[j];
                }
            }
        }
    }
    for (uint32_t root = 0; root < gold->count; root++) {
        uint32_t count = 0;
        for (uint32_t i = 0; i < gold->count; i++) {
            if (part[i] == root) {
                indices[count] = i;
                members[count++] = gold->claims[i];
            }
        }
        uint32_t parts = 0;
        if (count == 0 || merge_partition(members, count, groups, &parts) != OK) {
            continue;
        }
        for (uint32_t i = 0; i < count; i++) {
            gold->group[indices[i]] = total + groups[i];
        }
        total += parts;
    }
    return total;
}

static void print_scores(const struct gold *gold)
{
    double precision = 0;
    double recall = 0;
    size_t required = 0;
    for (size_t i = 0; i < gold->count; i++) {
        size_t same_group = 0;
        size_t same_label = 0;
        size_t both = 0;
        for (size_t k = 0; gold->required[i] && k < gold->count; k++) {
            if (gold->required[k]) {
                bool group = gold->group[i] == gold->group[k];
                bool label = str_equal(gold->labels[i], gold->labels[k]);
                same_group += group;
                same_label += label;
                both += group && label;
            }
        }
        if (gold->required[i]) {
            precision += (double)both / (double)same_group;
            recall += (double)both / (double)same_label;
            required++;
        }
    }
    precision /= (double)(required == 0 ? 1 : required);
    recall /= (double)(required == 0 ? 1 : required);
    printf("B-cubed over %zu claims: precision %.1f recall %.1f F1 %.1f\n", required, 100 * precision,
           100 * recall, precision + recall == 0 ? 0.0 : 200 * precision * recall / (precision + recall));
}

static void print_claim(const struct gold *gold, size_t i)
{
    const struct claim *claim = &gold->claims[i];
    char date[32];
    interval_edtf(claim->report.date, date);
    printf("    %c %-9.*s %.*s %-12s %6lld..%-6lld %-24s %-26.26s ", gold->required[i] ? ' ' : 'o',
           STR_ARG(gold->labels[i]), STR_ARG(claim->article), report_subtype_name(claim->report.subtype),
           (long long)claim->report.count.min, (long long)claim->report.count.max, date,
           claim->report.source_name.data == NULL ? "-" : claim->report.source_name.data);
    for (size_t k = 0; k < claim->report.place_count; k++) {
        printf("%.*s ", STR_ARG(claim->report.places[k].name));
    }
    struct merge_why best = {.total = 0};
    size_t with = i;
    for (size_t k = 0; k < gold->count; k++) {
        struct merge_why why;
        if (k != i && merge_score(claim, &gold->claims[k], &why) > best.total) {
            best = why;
            with = k;
        }
    }
    printf(" best %d = actor %d date %d place %d count %d source %d words %d: %.*s %.*s\n", best.total,
           best.actor, best.date, best.place, best.count, best.source, best.words,
           STR_ARG(gold->labels[with]), STR_ARG(gold->claims[with].article));
}

static void print_events(struct gold *gold, uint32_t groups)
{
    static struct claim members[CLAIMS_MAX];
    for (uint32_t group = 0; group < groups; group++) {
        size_t count = 0;
        for (size_t i = 0; i < gold->count; i++) {
            if (gold->group[i] == group) {
                members[count++] = gold->claims[i];
            }
        }
        struct event event;
        char date[32];
        if (count == 0 || merge_summarise(&gold->arena, members, count, &event) != OK) {
            continue;
        }
        interval_edtf(event.date, date);
        printf("\n%.*s [%s]\n", STR_ARG(event.title), date);
        for (size_t i = 0; i < gold->count; i++) {
            if (gold->group[i] == group) {
                print_claim(gold, i);
            }
        }
    }
}

int main(int argc, char **argv)
{
    static struct gold gold;
    FILE *file = argc < 2 ? NULL : fopen(argv[1], "rb");
    if (file == NULL) {
        fputs("usage: merge_gold LABELS.jsonl [-v]\n", stderr);
        return 2;
    }
    arena_init(&gold.arena, (size_t)1 << 30);
    json_error_t error;
    json_t *document;
    while ((document = json_loadf(file, JSON_DISABLE_EOF_CHECK, &error)) != NULL) {
        read_document(&gold, document);
        json_decref(document);
    }
    uint32_t groups = divide(&gold);
    if (argc > 2) {
        print_events(&gold, groups);
    }
    print_scores(&gold);
    (void)fclose(file);
    arena_release(&gold.arena);
    return 0;
}
