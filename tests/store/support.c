#include "tests/store/support.h"

#include <dirent.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tests/cmocka.h"

#define RULES "0123456789abcdef"

static void open_store(struct fixture *fixture, const char *rules)
{
    struct store_options options = {.path = fixture->path, .rules = rules, .readers = 2, .queue_limit = 4096};
    struct error error = {0};
    if (store_open(&options, &fixture->store, &error) != OK) {
        fail_msg("store_open: %s", error.message);
    }
}

void fixture_open(struct fixture *fixture)
{
    /* In memory where there is such a folder: hundreds of commits would otherwise wait for the disk. */
    snprintf(fixture->folder, sizeof fixture->folder, "%s/dateline-store-XXXXXX",
             access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp");
    assert_non_null(mkdtemp(fixture->folder));
    snprintf(fixture->path, sizeof fixture->path, "%s/test.db", fixture->folder);
    open_store(fixture, RULES);
}

void fixture_reopen(struct fixture *fixture)
{
    fixture_reopen_with(fixture, RULES);
}

void fixture_reopen_with(struct fixture *fixture, const char *rules)
{
    store_close(fixture->store);
    open_store(fixture, rules);
}

void fixture_close(struct fixture *fixture)
{
    DIR *folder;
    const struct dirent *entry;
    store_close(fixture->store);
    folder = opendir(fixture->folder);
    assert_non_null(folder);
    while ((entry = readdir(folder)) != NULL) {
        char path[sizeof fixture->folder + sizeof entry->d_name + 1];
        snprintf(path, sizeof path, "%s/%s", fixture->folder, entry->d_name);
        (void)unlink(path); /* "." and ".." stay */
    }
    closedir(folder);
    assert_int_equal(rmdir(fixture->folder), 0);
}

/* Counts the writes that are not done yet. */
struct waiting {
    pthread_mutex_t mutex;
    pthread_cond_t changed;
    size_t left;
};

struct write_box {
    struct store_write write;
    struct article article;
    struct timex_list timexes;
    struct timex timex;
    struct timex_reading readings[MOST_REPORTS];
    struct report reports[MOST_REPORTS];
    struct place places[MOST_REPORTS];
    char count_texts[MOST_REPORTS][32];
    char evidence[MOST_REPORTS][160];
    int64_t report_ids[MOST_REPORTS];
    int64_t event_ids[MOST_REPORTS];
    struct waiting *waiting;
};

static void on_done(struct store_write *write)
{
    struct waiting *waiting = write->context;
    pthread_mutex_lock(&waiting->mutex);
    waiting->left--;
    pthread_cond_signal(&waiting->changed);
    pthread_mutex_unlock(&waiting->mutex);
}

static struct interval days(int32_t first, int32_t last)
{
    if (first == DAY_NONE && last == DAY_NONE) {
        return INTERVAL_UNKNOWN;
    }
    return (struct interval){
        .first = first == DAY_NONE ? DAY_NONE : DAY_0 + first,
        .last = last == DAY_NONE ? DAY_NONE : DAY_0 + last,
        .precision = PRECISION_DAY,
    };
}

static void fill_report(struct write_box *box, size_t i, const struct draft *draft)
{
    const struct draft_report *from = &draft->reports[i];
    struct report *report = &box->reports[i];
    struct place *place = &box->places[i];
    snprintf(box->evidence[i], sizeof box->evidence[i], "%s", draft->text);
    *place = (struct place){.name = str_from(from->place),
                            .country = str_from(from->country),
                            .precision = STR("city"),
                            .lat = 51.5,
                            .lon = -0.25,
                            .has_point = true};
    *report = (struct report){
        .kind = from->kind,
        .subtype = from->subtype,
        .scope = from->scope,
        .status = from->status,
        .count = {.min = from->min, .max = from->max},
        .actor = str_from(from->actor),
        .places = place,
        .place_count = from->place == NULL ? 0 : 1,
        .date = days(from->first, from->last),
        .basis_timex = -1,
        .source_name = str_from(from->source),
        .said = days(from->said, from->said),
        .evidence = {FIELD_TEXT, 1000 * (uint32_t)i, 1000 * (uint32_t)i + 10, str_from(box->evidence[i])},
        .prefix = STR(""),
        .suffix = STR(" And so on."),
        .rule = STR("test.rule"),
    };
    if (from->min != COUNT_NONE || from->max != COUNT_NONE) {
        snprintf(box->count_texts[i], sizeof box->count_texts[i], "%lld to %lld", (long long)from->min,
                 (long long)from->max);
        report->count.text = (struct quote){FIELD_TEXT, 3, 8, str_from(box->count_texts[i])};
    }
}

/* The report is dated by the article's expression, which has another reading. */
static void fill_other_reading(struct write_box *box, size_t i, const struct draft_report *from)
{
    struct report *report = &box->reports[i];
    if (from->other == 0) {
        return;
    }
    box->readings[i] = (struct timex_reading){"2024-12-XX", days(from->other, from->other)};
    box->timex.date = report->date;
    box->timex.alternatives = report->alternatives = &box->readings[i];
    box->timex.alternative_count = report->alternative_count = 1;
    report->basis_timex = 0;
    report->basis = (struct quote){FIELD_TEXT, 2, 9, STR("the day")};
}

static void fill_box(struct write_box *box, const struct draft *draft)
{
    box->article = (struct article){
        .id = str_from(draft->id),
        .url = str_from(draft->url),
        .title = STR("A title"),
        .text = draft->text == NULL ? STR("") : str_from(draft->text),
        .publisher = str_from(draft->publisher),
        .language = STR("en"),
        .published = {.day = DAY_0 + draft->published,
                      .second = 43200 + draft->second,
                      .offset_minutes = 120,
                      .has_offset = true},
    };
    box->timex = (struct timex){
        .field = FIELD_TEXT,
        .begin = 2,
        .end = 9,
        .type = TIMEX_DATE,
        .value = "2024-12-14",
        .mod = MOD_START,
        .date = days(13, 13),
        .anchor = ANCHOR_PUBLISHED,
        .relation = RELATION_BY,
        .partner = -1,
        .rule = draft->timex_rule == NULL ? "weekday.on" : draft->timex_rule,
    };
    box->timexes = (struct timex_list){&box->timex, 1};
    box->write = (struct store_write){
        .operation = draft->text == NULL ? STORE_DELETE : STORE_PUT,
        .article = &box->article,
        .id_chosen = draft->id_chosen,
        .timexes = &box->timexes,
        .reports = box->reports,
        .report_ids = box->report_ids,
        .event_ids = box->event_ids,
        .done = on_done,
        .context = box->waiting,
    };
    for (size_t i = 0; i < MOST_REPORTS && draft->reports[i].actor != NULL; i++) {
        fill_report(box, i, draft);
        fill_other_reading(box, i, &draft->reports[i]);
        box->write.report_count = i + 1;
    }
}

/* Holds up the writer until it is opened, so that what is queued meanwhile is one batch. */
struct gate {
    struct store_write write;
    struct article article;
    pthread_mutex_t mutex;
    pthread_cond_t changed;
    bool reached, open, passed;
};

static void on_gate(struct store_write *write)
{
    struct gate *gate = write->context;
    pthread_mutex_lock(&gate->mutex);
    gate->reached = true;
    pthread_cond_broadcast(&gate->changed);
    while (!gate->open) {
        pthread_cond_wait(&gate->changed, &gate->mutex);
    }
    gate->passed = true;
    pthread_cond_broadcast(&gate->changed);
    pthread_mutex_unlock(&gate->mutex);
}

static void gate_wait(struct gate *gate, const bool *state)
{
    pthread_mutex_lock(&gate->mutex);
    while (!*state) {
        pthread_cond_wait(&gate->changed, &gate->mutex);
    }
    pthread_mutex_unlock(&gate->mutex);
}

static void gate_close(struct gate *gate, struct store *store)
{
    *gate = (struct gate){.article = {.id = STR("no-such-article")},
                          .write = {.operation = STORE_DELETE, .done = on_gate},
                          .mutex = PTHREAD_MUTEX_INITIALIZER,
                          .changed = PTHREAD_COND_INITIALIZER};
    gate->write.article = &gate->article;
    gate->write.context = gate;
    assert_int_equal(store_submit(store, &gate->write), OK);
    gate_wait(gate, &gate->reached);
}

static void gate_open(struct gate *gate)
{
    pthread_mutex_lock(&gate->mutex);
    gate->open = true;
    pthread_cond_broadcast(&gate->changed);
    pthread_mutex_unlock(&gate->mutex);
    gate_wait(gate, &gate->passed);
}

void write_all(struct store *store, const struct draft *drafts, size_t count, struct result *results)
{
    struct waiting waiting = {PTHREAD_MUTEX_INITIALIZER, PTHREAD_COND_INITIALIZER, count};
    struct write_box *boxes = calloc(count, sizeof *boxes);
    struct gate gate;
    assert_non_null(boxes);
    if (count > 1) {
        gate_close(&gate, store);
    }
    for (size_t i = 0; i < count; i++) {
        boxes[i].waiting = &waiting;
        fill_box(&boxes[i], &drafts[i]);
        assert_int_equal(store_submit(store, &boxes[i].write), OK);
    }
    if (count > 1) {
        gate_open(&gate);
    }
    pthread_mutex_lock(&waiting.mutex);
    while (waiting.left > 0) {
        pthread_cond_wait(&waiting.changed, &waiting.mutex);
    }
    pthread_mutex_unlock(&waiting.mutex);
    for (size_t i = 0; results != NULL && i < count; i++) {
        struct result *result = &results[i];
        result->status = boxes[i].write.status;
        result->outcome = boxes[i].write.outcome;
        result->error = boxes[i].write.error;
        result->report_count = boxes[i].write.report_count;
        memcpy(result->article_id, boxes[i].write.article_id, sizeof result->article_id);
        memcpy(result->report_ids, boxes[i].report_ids, sizeof result->report_ids);
        memcpy(result->event_ids, boxes[i].event_ids, sizeof result->event_ids);
    }
    for (size_t i = 0; i < count; i++) {
        if (boxes[i].write.status != OK && boxes[i].write.status != ERR_NOT_FOUND &&
            (results == NULL || boxes[i].write.status != ERR_CONFLICT)) {
            fail_msg("write of %s: %s", drafts[i].id, boxes[i].write.error.message);
        }
    }
    free(boxes);
}

static enum status analyse_draft(void *context, struct arena *arena, const struct article *article,
                                 struct store_analysis *analysis, struct error *error)
{
    struct rederivation *rederivation = context;
    if (rederivation->before != NULL) {
        rederivation->before(rederivation);
    }
    rederivation->calls++;
    for (size_t i = 0; i < rederivation->count; i++) {
        if (str_equal(str_from(rederivation->drafts[i].id), article->id)) {
            struct write_box *box = arena_alloc(arena, sizeof *box);
            assert_non_null(box);
            fill_box(box, &rederivation->drafts[i]);
            *analysis = (struct store_analysis){&box->timexes, box->reports, box->write.report_count};
            return OK;
        }
    }
    return error_set(error, ERR_UNSUPPORTED, NULL, "no draft");
}

enum status rederive(struct store *store, struct rederivation *rederivation)
{
    struct error error = {0};
    assert_int_equal(store_reprocess_begin(store, NULL), OK);
    return store_reprocess(store, analyse_draft, rederivation, &error);
}

struct result write_one(struct store *store, const struct draft *draft)
{
    struct result result;
    write_all(store, draft, 1, &result);
    assert_int_equal(result.status, OK);
    return result;
}

enum status correct(struct store *store, enum store_operation operation, struct store_correcting *correcting,
                    struct error *error)
{
    struct waiting waiting = {PTHREAD_MUTEX_INITIALIZER, PTHREAD_COND_INITIALIZER, 1};
    struct store_write write = {
        .operation = operation, .correcting = correcting, .done = on_done, .context = &waiting};
    assert_int_equal(store_submit(store, &write), OK);
    pthread_mutex_lock(&waiting.mutex);
    while (waiting.left > 0) {
        pthread_cond_wait(&waiting.changed, &waiting.mutex);
    }
    pthread_mutex_unlock(&waiting.mutex);
    if (error != NULL) {
        *error = write.error;
    }
    return write.status;
}

int fixture_setup(void **state)
{
    static struct fixture fixture;
    fixture_open(&fixture);
    *state = &fixture;
    return 0;
}

int fixture_teardown(void **state)
{
    fixture_close(*state);
    return 0;
}

struct store_info info_of(const struct fixture *fixture)
{
    struct store_info info;
    assert_int_equal(store_info(fixture->store, &info, NULL), OK);
    return info;
}

void expect_all_events(const struct fixture *fixture, const char *expected)
{
    struct query query = query_all();
    char *events = list_events(fixture->store, &query, NULL);
    assert_string_equal(events, expected);
    free(events);
}
