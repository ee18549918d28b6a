/* Whatever happens to a set of articles and corrections, in whatever order and batches, and whatever the
 * rules of before found and merged: the events are those of a store that knew the corrections that are left
 * from the beginning and into which the articles that are left were put at once.  Nothing but ids, revisions
 * and moments of change may differ. */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/cmocka.h"
#include "tests/store/random_draft.h"

enum { ARTICLES = 24, STEPS = 60, MOST_BATCH = 12, ROUNDS = 12 };

static bool put_bucket(void *context, const struct store_bucket *bucket)
{
    struct buffer *out = context;
    buffer_printf(out, "%d %d %d: %llu %llu %lld-%lld %lld-%lld\n",
                  (int)(bucket->bucket == DAY_NONE ? -1 : bucket->bucket - DAY_0), bucket->kind,
                  bucket->coarse, (unsigned long long)bucket->events, (unsigned long long)bucket->reports,
                  (long long)bucket->killed.min, (long long)bucket->killed.max,
                  (long long)bucket->wounded.min, (long long)bucket->wounded.max);
    return true;
}

static void timeline(struct store *store, const struct query *query, struct buffer *out)
{
    struct error error = {0};
    buffer_init(out, 1 << 20);
    if (store_timeline(store, query, put_bucket, out, &error) != OK) {
        fail_msg("store_timeline: %s", error.message);
    }
    buffer_append_char(out, '\0');
    assert_int_equal(buffer_status(out), OK);
}

/* The totals give the same timeline as a walk over all events. */
static void check_totals(struct store *store)
{
    for (unsigned interval = BUCKET_DAY; interval <= BUCKET_YEAR; interval++) {
        for (unsigned window = 0; window < 4; window++) {
            struct query totals = query_all();
            struct query walk;
            struct buffer expected;
            struct buffer found;
            totals.interval = (enum query_bucket)interval;
            totals.from = window > 0 ? DAY_0 + 3 : DAY_NONE;
            totals.to = window > 1 ? DAY_0 + 6 : DAY_NONE;
            totals.open = window > 2;
            walk = totals;
            walk.statuses =
                (1U << STATUS_COUNT) - 1; /* a filter that all pass, but that the totals do not know */
            timeline(store, &walk, &expected);
            timeline(store, &totals, &found);
            assert_string_equal(found.data, expected.data);
            buffer_release(&expected);
            buffer_release(&found);
        }
    }
}

static int put_row(void *context, int count, char **values, char **names)
{
    struct buffer *out = context;
    (void)names;
    for (int i = 0; i < count; i++) {
        buffer_printf(out, "%s ", values[i]);
    }
    buffer_append_char(out, '\n');
    return 0;
}

/* What is kept for searching, without ids, that no answer shows directly: the days and terms events are
 * entered under, the totals, the number of components, the sizes. */
static void describe_tables(const struct fixture *fixture, struct buffer *out)
{
    static const char *const queries[] = {
        "SELECT coalesce(field, '-'), coalesce(value, '-'), class, lo, hi, facets, count(*) FROM event_term"
        " LEFT JOIN term ON term.id = event_term.term GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 2, 3, 4, 5, 6",
        "SELECT * FROM total ORDER BY 1, 2, 3, 4",
        "SELECT count(DISTINCT component), count(DISTINCT event), count(*) FROM report",
        "SELECT count(*) FROM report JOIN event ON event.id = report.event WHERE event.component <> "
        "report.component",
        "SELECT count(*) FROM report JOIN report AS named ON named.id = report.component"
        " WHERE named.component <> report.component",
        "SELECT count(*) FROM event WHERE reports <> (SELECT count(*) FROM report WHERE event = event.id)",
        "SELECT article_id, position, kind, subtype, scope, status, first, last, said_first, said_last, "
        "count_min,"
        " count_max, actor, counterpart, source_name, actor_key, town_key, class, lo, hi, reach, facets, "
        "twin, "
        "hex(places),"
        " event = 0, component = 0, hex(corrected) FROM report ORDER BY 1, 2",
        "SELECT correction_claim.correction, correction_claim.position, report IS NULL, report.article_id, "
        "report.position"
        " FROM correction_claim LEFT JOIN report ON report.id = correction_claim.report ORDER BY 1, 2",
        "SELECT * FROM size",
        "SELECT (SELECT count(*) FROM article), (SELECT count(*) FROM analysis), (SELECT count(*) FROM "
        "event)",
    };
    sqlite3 *handle;
    assert_int_equal(sqlite3_open_v2(fixture->path, &handle, SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
    buffer_init(out, 16 << 20);
    for (size_t i = 0; i < sizeof queries / sizeof queries[0]; i++) {
        buffer_printf(out, "-- %zu\n", i);
        if (sqlite3_exec(handle, queries[i], put_row, out, NULL) != SQLITE_OK) {
            fail_msg("%s", sqlite3_errmsg(handle));
        }
    }
    buffer_append_char(out, '\0');
    assert_int_equal(buffer_status(out), OK);
    sqlite3_close(handle);
}

/* Runs SQL in a database, of which another one may be attached as `live`. */
static void execute(const struct fixture *fixture, const char *attached, const char *sql)
{
    sqlite3 *handle;
    char *attach = sqlite3_mprintf("ATTACH %Q AS live", attached);
    assert_int_equal(sqlite3_open(fixture->path, &handle), SQLITE_OK);
    if (sqlite3_exec(handle, attach, NULL, NULL, NULL) != SQLITE_OK ||
        sqlite3_exec(handle, sql, NULL, NULL, NULL) != SQLITE_OK) {
        fail_msg("%s", sqlite3_errmsg(handle));
    }
    sqlite3_free(attach);
    sqlite3_close(handle);
}

/* Puts what is left into a new store, in the order of `order`, `batch` at a time, behind the corrections of
 * the live one. */
static char *rebuild(const struct fixture *live, const struct draft *left, const size_t *order, size_t batch,
                     struct buffer *tables)
{
    struct fixture fixture;
    struct draft drafts[ARTICLES];
    size_t count = 0;
    char *events;
    fixture_open(&fixture);
    execute(&fixture, live->path,
            "INSERT INTO correction SELECT * FROM live.correction;"
            "INSERT INTO correction_claim SELECT * FROM live.correction_claim;"
            "UPDATE correction_claim SET report = NULL");
    for (size_t i = 0; i < ARTICLES; i++) {
        if (left[order[i]].text != NULL) {
            drafts[count++] = left[order[i]];
        }
        if (count == batch || i + 1 == ARTICLES) {
            write_all(fixture.store, drafts, count, NULL);
            count = 0;
        }
    }
    events = describe_events(fixture.store);
    check_totals(fixture.store);
    describe_tables(&fixture, tables);
    fixture_close(&fixture);
    return events;
}

/* Other rules of merging: so many points more.  The linker puts these functions in place of merge's own. */
static int32_t shift;

int32_t real_score(const struct claim *a, const struct claim *b,
                   struct merge_why *why) __asm__("__real_merge_score");
int32_t real_score_prepared(const struct merge_prepared *a, const struct merge_prepared *b,
                            struct merge_why *why) __asm__("__real_merge_score_prepared");
int32_t shifted_score(const struct claim *a, const struct claim *b,
                      struct merge_why *why) __asm__("__wrap_merge_score");
int32_t shifted_score_prepared(const struct merge_prepared *a, const struct merge_prepared *b,
                               struct merge_why *why) __asm__("__wrap_merge_score_prepared");

int32_t shifted_score(const struct claim *a, const struct claim *b, struct merge_why *why)
{
    int32_t score = real_score(a, b, why);
    return score > 0 ? score + shift : score;
}

int32_t shifted_score_prepared(const struct merge_prepared *a, const struct merge_prepared *b,
                               struct merge_why *why)
{
    int32_t score = real_score_prepared(a, b, why);
    return score > 0 ? score + shift : score;
}

/* Writes under other rules of merging, then derives everything anew by the present ones, which find something
 * else in some articles. */
static void change_rules(struct fixture *fixture, uint64_t *seed, struct draft *left, bool bridging)
{
    struct rederivation rederivation = {.drafts = left, .count = ARTICLES};
    if (shift != 0) { /* as if other code had made the events */
        shift = 0;
        fixture_execute(fixture, "UPDATE merging SET version = 'other'");
    }
    for (size_t i = 0; i < ARTICLES; i++) {
        if (left[i].text != NULL && chance(seed, 30)) {
            struct draft found = random_draft(seed, left[i].id, bridging);
            memcpy(left[i].reports, found.reports, sizeof found.reports);
        }
    }
    assert_int_equal(rederive(fixture->store, &rederivation), OK);
}

static void shuffle(uint64_t *seed, size_t *order)
{
    for (size_t i = ARTICLES - 1; i > 0; i--) {
        size_t k = random_below(seed, (uint32_t)i + 1);
        size_t kept = order[i];
        order[i] = order[k];
        order[k] = kept;
    }
}

/* The store holds what a new one holds into which what is left is put, `size` at a time. */
static void check_rebuild(const struct fixture *fixture, const struct draft *left, const size_t *order,
                          size_t size, uint64_t first_seed)
{
    struct buffer live_tables;
    struct buffer fresh_tables;
    char *live = describe_events(fixture->store);
    char *fresh = rebuild(fixture, left, order, size, &fresh_tables);
    describe_tables(fixture, &live_tables);
    if (strcmp(fresh, live) != 0 || strcmp(fresh_tables.data, live_tables.data) != 0) {
        fprintf(stderr, "seed %llu: the store holds\n%s%sbut a rebuild gives\n%s%s",
                (unsigned long long)first_seed, live, live_tables.data, fresh, fresh_tables.data);
        fail();
    }
    buffer_release(&fresh_tables);
    buffer_release(&live_tables);
    free(fresh);
    free(live);
}

static int take_number(void *context, int count, char **values, char **names)
{
    (void)count;
    (void)names;
    *(int64_t *)context = values[0] == NULL ? 0 : strtoll(values[0], NULL, 10);
    return 0;
}

/* The number that a query gives, 0 for no row; %u in it is a random number. */
static int64_t pick_id(const struct fixture *fixture, uint64_t *seed, const char *query)
{
    int64_t number = 0;
    sqlite3 *handle;
    char *sql = sqlite3_mprintf(query, random_below(seed, 1U << 20));
    assert_int_equal(sqlite3_open_v2(fixture->path, &handle, SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
    if (sqlite3_exec(handle, sql, take_number, &number, NULL) != SQLITE_OK) {
        fail_msg("%s", sqlite3_errmsg(handle));
    }
    sqlite3_free(sql);
    sqlite3_close(handle);
    return number;
}

#define PICK_ROW(table, condition)                                                                           \
    "SELECT id FROM " table " WHERE " condition                                                              \
    " ORDER BY id LIMIT 1 OFFSET %u %% max(1, (SELECT count(*) FROM " table " WHERE " condition "))"

/* Asks for something at random; it may be refused.  `undone`: the correction to undo; 0: make one. */
static void correct_at_random(const struct fixture *fixture, uint64_t *seed, int64_t undone, bool dry_run)
{
    enum store_operation operation = undone != 0 ? STORE_UNDO : STORE_CORRECT;
    struct arena arena;
    struct place place;
    struct report_change change = random_change(seed, &place);
    int64_t others[2] = {0};
    struct store_correcting correcting = {.kind = (enum correction_kind)random_below(seed, 3),
                                          .dry_run = dry_run,
                                          .others = others,
                                          .other_count = 2,
                                          .change = &change,
                                          .arena = &arena};
    struct buffer before;
    struct buffer after;
    arena_init(&arena, SIZE_MAX);
    if (operation == STORE_UNDO) {
        correcting.target = undone;
    } else if (correcting.kind == CORRECTION_REPORT) {
        correcting.target = pick_id(fixture, seed, PICK_ROW("report", "1"));
    } else if (correcting.kind == CORRECTION_JOIN) {
        others[0] = pick_id(fixture, seed, PICK_ROW("event", "kind = 0"));
        others[1] = pick_id(fixture, seed, PICK_ROW("event", "kind = 0"));
    } else {
        correcting.other_count = 1;
        others[0] =
            pick_id(fixture, seed, PICK_ROW("report", "event IN (SELECT id FROM event WHERE reports > 1)"));
        char query[64];
        snprintf(query, sizeof query, "SELECT event, %%u FROM report WHERE id = %lld", (long long)others[0]);
        correcting.target = pick_id(fixture, seed, query);
    }
    describe_tables(fixture, &before);
    (void)correct(fixture->store, operation, &correcting, NULL);
    if (correcting.dry_run) {
        describe_tables(fixture, &after);
        assert_string_equal(after.data, before.data);
        buffer_release(&after);
    }
    buffer_release(&before);
    arena_release(&arena);
}

/* Fewer than `most` corrections. */
static void correct_some(const struct fixture *fixture, uint64_t *seed, uint32_t most)
{
    for (uint32_t i = random_below(seed, most); i > 0; i--) {
        int64_t undone = chance(seed, 25) ? pick_id(fixture, seed, PICK_ROW("correction", "1")) : 0;
        correct_at_random(fixture, seed, undone, chance(seed, 25));
    }
}

/* The event of each report. */
static void describe_ids(const struct fixture *fixture, struct buffer *out)
{
    sqlite3 *handle;
    assert_int_equal(sqlite3_open_v2(fixture->path, &handle, SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
    buffer_init(out, 1 << 20);
    assert_int_equal(sqlite3_exec(handle, "SELECT article_id, position, event FROM report ORDER BY id",
                                  put_row, out, NULL),
                     SQLITE_OK);
    buffer_append_char(out, '\0');
    assert_int_equal(buffer_status(out), OK);
    sqlite3_close(handle);
}

/* Corrections that are made and undone in any order leave every event under the id that it had. */
static void check_undoing(const struct fixture *fixture, uint64_t *seed, uint64_t first_seed)
{
    struct buffer before;
    struct buffer after;
    int64_t undone;
    int64_t latest = pick_id(fixture, seed, "SELECT max(id), %u FROM correction");
    char query[128];
    describe_ids(fixture, &before);
    for (uint32_t i = random_below(seed, 8); i > 0; i--) {
        correct_at_random(fixture, seed, 0, false);
    }
    snprintf(query, sizeof query,
             "SELECT id FROM correction WHERE id > %lld ORDER BY id * 7919 %%%% (1 + %%u) LIMIT 1",
             (long long)latest);
    while ((undone = pick_id(fixture, seed, query)) != 0) {
        correct_at_random(fixture, seed, undone, false);
    }
    describe_ids(fixture, &after);
    if (strcmp(after.data, before.data) != 0) {
        fprintf(stderr, "seed %llu: the ids were\n%sand are, when all is undone,\n%s",
                (unsigned long long)first_seed, before.data, after.data);
        fail();
    }
    buffer_release(&before);
    buffer_release(&after);
}

/* An article as it was once may come back. */
static struct draft random_revision(uint64_t *seed, const struct draft *former, const char *id, bool bridging)
{
    return former->text != NULL && chance(seed, 40) ? *former : random_draft(seed, id, bridging);
}

static void run(uint64_t seed, bool corrected)
{
    const bool bridging = seed % 2 == 1;
    static const size_t sizes[] = {ARTICLES, 1, 5};
    struct fixture fixture;
    struct draft left[ARTICLES];
    struct draft former[ARTICLES] = {{NULL}};
    char ids[ARTICLES][16];
    size_t order[ARTICLES];
    const uint64_t first_seed = seed;
    for (size_t i = 0; i < ARTICLES; i++) {
        snprintf(ids[i], sizeof ids[i], "article-%zu", i);
        left[i] = (struct draft){.id = ids[i]};
        order[i] = i;
    }
    fixture_open(&fixture);
    for (unsigned step = 0, round = 0; step < STEPS; round++) {
        struct draft batch[MOST_BATCH];
        size_t size = 1 + random_below(&seed, MOST_BATCH);
        for (size_t i = 0; i < size; i++, step++) {
            size_t which = random_below(&seed, ARTICLES);
            bool removal = chance(&seed, 25);
            size_t model = random_below(&seed, ARTICLES);
            batch[i] = removal     ? (struct draft){.id = ids[which]}
                       : corrected ? random_revision(&seed, &former[which], ids[which], bridging)
                                   : random_draft(&seed, ids[which], bridging);
            if (!removal && chance(&seed, 30) && left[model].text != NULL) { /* a syndicated copy */
                batch[i] = left[model];
                batch[i].id = ids[which];
                batch[i].publisher = PICK(&seed, random_publishers);
            }
            batch[i].second = (int32_t)step + 1;
            former[which] = left[which].text != NULL ? left[which] : former[which];
            left[which] = batch[i];
        }
        bool rules_change = chance(&seed, 25);
        shift = rules_change && chance(&seed, 60) ? (int32_t)random_below(&seed, 121) - 60 : 0;
        write_all(fixture.store, batch, size, NULL);
        correct_some(&fixture, &seed, corrected ? 6 : 1);
        if (rules_change) {
            change_rules(&fixture, &seed, left, bridging);
            correct_some(&fixture, &seed, corrected ? 3 : 1);
        }
        if (corrected) {
            check_undoing(&fixture, &seed, first_seed);
        }
        shuffle(&seed, order);
        check_rebuild(&fixture, left, order, sizes[round % 3], first_seed);
    }
    check_totals(fixture.store);
    fixture_close(&fixture);
}

#define CLAIM(where, day, told)                                                                              \
    {                                                                                                        \
        KIND_CASUALTY, SUBTYPE_KILLED, SCOPE_INCIDENT, STATUS_CLAIMED, "Norland", where, "XA", NULL, 12, 12, \
            day, day, told                                                                                   \
    }

/* In one batch a component loses the claim that held it together, and what is left of it is taken in by a
 * larger one: the part that stays behind must be found all the same. */
static void test_comes_apart_and_is_taken_in(void **state)
{
    static const struct draft_report before[] = {
        CLAIM("Weissau", 1, 7),
        CLAIM("Weissau", 7, 7),
        CLAIM("Weissau", DAY_NONE, 7), /* links the two */
        CLAIM(NULL, 4, 7),
    };
    /* Links the first by its place, the last by its words; told before the second happened. */
    static const struct draft_report bridge = CLAIM("Weissau", DAY_NONE, 5);
    (void)state;
    for (unsigned way = 0; way < 2; way++) {
        struct fixture fixture;
        struct draft left[ARTICLES];
        struct draft batch[2];
        char ids[ARTICLES][16];
        size_t order[ARTICLES];
        fixture_open(&fixture);
        for (size_t i = 0; i < ARTICLES; i++) {
            snprintf(ids[i], sizeof ids[i], "article-%zu", i);
            left[i] = (struct draft){.id = ids[i], .published = 10};
            order[i] = i;
            if (i < 9) {
                left[i].text = i < 3 ? "12 fell" : random_texts[1];
                left[i].second = (int32_t)i + 1;
                left[i].reports[0] = before[i < 3 ? i : 3];
                (void)write_one(fixture.store, &left[i]);
            }
        }
        check_rebuild(&fixture, left, order, 1, 0);
        left[9].text = random_texts[1];
        left[9].reports[0] = bridge;
        left[2].text = NULL;
        batch[way] = left[2];
        batch[1 - way] = left[9];
        write_all(fixture.store, batch, 2, NULL);
        check_rebuild(&fixture, left, order, ARTICLES, 0);
        fixture_close(&fixture);
    }
}

static void test_events_depend_on_articles_only(void **state)
{
    (void)state;
    for (uint64_t round = 1; round <= ROUNDS; round++) {
        run(round * UINT64_C(0x9E3779B97F4A7C15), false);
    }
}

static void test_events_depend_on_corrections_too(void **state)
{
    (void)state;
    for (uint64_t round = 1; round <= ROUNDS; round++) {
        run(round * UINT64_C(0x9E3779B97F4A7C15), true);
    }
}

/* Histories that went wrong once. */
static void test_histories_with_faults(void **state)
{
    static const uint64_t seeds[] = {554343, 4300030, 96874402, 106718928};
    (void)state;
    for (size_t i = 0; i < sizeof seeds / sizeof *seeds; i++) {
        run(seeds[i], true);
    }
}

int main(int count, char **arguments)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_comes_apart_and_is_taken_in),
                                       cmocka_unit_test(test_events_depend_on_articles_only),
                                       cmocka_unit_test(test_events_depend_on_corrections_too),
                                       cmocka_unit_test(test_histories_with_faults)};
    if (count > 1) { /* one seed, as a failure names it; any further argument: with corrections */
        run(strtoull(arguments[1], NULL, 10), count > 2);
        return 0;
    }
    return cmocka_run_group_tests(tests, NULL, NULL);
}
