/* Merging over claims made of arbitrary bytes: scores are symmetric, partitions whole, summaries possible,
 * and a reversed order gives the same events. */
#include <stdlib.h>

#include "merge/merge.h"

#define CLAIMS 24
#define CLAIM_BYTES 16

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void require(bool truth)
{
    if (!truth) {
        abort();
    }
}

static struct str piece(const uint8_t *data, size_t size, uint8_t from, uint8_t length)
{
    size_t begin = size > 0 ? from % size : 0;
    size_t end = begin + length % 48;
    return (struct str){(const char *)data + begin, (end > size ? size : end) - begin};
}

static struct claim make(const uint8_t *data, size_t size, const uint8_t *b, struct place *place)
{
    struct claim claim = {.published = 20000 + b[0] % 64};
    struct report *report = &claim.report;
    *place = (struct place){.name = piece(data, size, b[2], b[3]),
                            .country = piece(data, size, b[4] & 3, 2),
                            .precision = b[4] & 4 ? STR("village") : STR("country")};
    report->subtype = (enum report_subtype)(b[5] % SUBTYPE_COUNT);
    report->kind = report->subtype >= SUBTYPE_SENT ? KIND_DEPLOYMENT : KIND_CASUALTY;
    report->scope = (enum report_scope)(b[6] % SCOPE_COUNT);
    report->status = (enum report_status)(b[6] / 16 % STATUS_COUNT);
    report->count.min = b[7] % 4 == 0 ? COUNT_NONE : b[7] / 4;
    report->count.max = b[8] % 4 == 0 ? COUNT_NONE : b[8] % 4 == 1 ? INT64_MAX : b[7] / 4 + b[8] / 4;
    report->actor = piece(data, size, b[9] & 15, b[10] & 15);
    report->source_name = report->source.text = piece(data, size, b[10], b[11]);
    report->evidence.text = piece(data, size, b[11], b[12]);
    report->evidence.begin = b[12];
    report->evidence.end = b[12] + 40U;
    report->date = INTERVAL_UNKNOWN;
    report->said = INTERVAL_UNKNOWN;
    if (b[13] % 4 != 0) {
        int32_t first = 20000 + b[13] % 64;
        report->date =
            (struct interval){b[13] % 4 == 1 ? DAY_NONE : first,
                              b[13] % 4 == 2 ? DAY_NONE : first + b[14] % 40, PRECISION_DAY, b[14] > 200};
    }
    if (b[14] % 2 != 0) {
        report->basis.text = STR("then");
        report->said = (struct interval){claim.published - 1, claim.published - 1, PRECISION_DAY, false};
    }
    claim.article = piece(data, size, b[15] & 7, 2);
    claim.publisher = claim.article;
    /* one article has one voice, or none */
    claim.voice = claim.article.size == 0 ? 0 : (uint64_t)(claim.article.data[0] & 31) * 0x0101010101010101U;
    if (b[15] & 0x40) {
        report->places = place;
        report->place_count = 1;
    }
    return claim;
}

static bool is_same_bounds(struct bounds a, struct bounds b)
{
    return a.min == b.min && a.max == b.max;
}

/* What an event comes to does not depend on the order of its claims. */
static void require_same(const struct event *a, const struct event *b)
{
    require(str_equal(a->title, b->title) && str_equal(a->actor, b->actor) &&
            str_equal(a->counterpart, b->counterpart));
    require(a->subtype == b->subtype && a->scope == b->scope && a->as_of == b->as_of);
    require(a->date.first == b->date.first && a->date.last == b->date.last &&
            a->date.precision == b->date.precision && a->date.approximate == b->date.approximate);
    require(is_same_bounds(a->count, b->count) && is_same_bounds(a->killed, b->killed) &&
            is_same_bounds(a->wounded, b->wounded));
    require(a->voices == b->voices && a->place_count == b->place_count && a->source_count == b->source_count);
    for (size_t i = 0; i < a->place_count; i++) {
        require(str_equal(a->places[i].name, b->places[i].name) &&
                str_equal(a->places[i].country, b->places[i].country));
    }
    for (size_t i = 0; i < a->source_count; i++) {
        require(str_equal(a->sources[i], b->sources[i]));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    uint8_t data[CLAIMS * CLAIM_BYTES] = {0};
    struct claim claims[CLAIMS];
    struct claim reversed[CLAIMS];
    struct place places[CLAIMS];
    uint32_t group[CLAIMS];
    uint32_t again[CLAIMS];
    uint32_t groups = 0;
    uint32_t groups_again = 0;
    size_t count = size / CLAIM_BYTES < CLAIMS ? size / CLAIM_BYTES : CLAIMS;
    if (count == 0) {
        return 0;
    }
    size = count * CLAIM_BYTES;
    for (size_t i = 0; i < size; i++) {
        data[i] = bytes[i] < 0x80 ? bytes[i] : 'e'; /* all strings of a claim are well-formed UTF-8 */
    }
    struct arena arena;
    arena_init(&arena, (size_t)64 << 20);
    for (size_t i = 0; i < count; i++) {
        claims[i] = make(data, size, data + i * CLAIM_BYTES, &places[i]);
        reversed[count - 1 - i] = claims[i];
    }
    for (size_t i = 1; i < count; i++) {
        require(merge_score(&claims[i], &claims[i - 1], NULL) ==
                merge_score(&claims[i - 1], &claims[i], NULL));
    }
    require(merge_partition(claims, count, group, &groups) == OK);
    require(merge_partition(reversed, count, again, &groups_again) == OK);
    require(groups == groups_again && groups > 0);
    for (uint32_t g = 0; g < groups; g++) {
        struct claim members[CLAIMS];
        struct claim turned[CLAIMS];
        size_t member_count = 0;
        for (size_t i = 0; i < count; i++) {
            require(group[i] < groups);
            if (group[i] == g) {
                members[member_count++] = claims[i];
            }
        }
        for (size_t i = 0; i < member_count; i++) {
            turned[i] = members[member_count - 1 - i];
        }
        struct event event;
        struct event event_again;
        require(member_count > 0 && merge_summarise(&arena, members, member_count, &event) == OK);
        require(event.reports == member_count && event.voices >= 1 && event.voices <= event.articles);
        require(merge_summarise(&arena, turned, member_count, &event_again) == OK);
        require_same(&event, &event_again);
    }
    (void)merge_same_voice(merge_voice((struct str){(const char *)bytes, size}), 1);
    arena_release(&arena);
    return 0;
}
