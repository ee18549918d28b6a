/* How fast the store writes and reads, as ratios to the least that SQLite itself would need.
 *
 *     bench_store [EVENTS ...]        default 1000, 10000 and 100000
 *
 * Invented articles of 4 kB with 8 reports each, DAILY of them a day.  "bare" inserts the same bytes as one
 * article row, 8 report rows and 8 event rows with two indexes, in transactions of the same size with the
 * same durability: no linking, no merging, no terms, no totals.
 *
 * "one more": what an article costs that comes to a store of so many events, in processor time, and its ratio
 * to the first line.  It is the same batch of articles each time, of a month from which every store has the
 * same thousand events before, so that they find the same claims to be compared with; they are removed again.
 */
#include <dirent.h>
#include <pthread.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "store/store.h"

enum { REPORTS = 8, BATCH = 64, FILL_BATCH = 1024, TEXT = 4096, PAGES = 400, PAGE = 200 };
#define FIRST_DAY 18262 /* 2020-01-01 */
#define DAILY 50
#define ONCE_DAY                                                                                             \
    7305 /* 1990-01-01: of the batch that comes again and again, and of what is known of that month */
enum { KNOWN = 2 * BATCH, AGAIN = 8 * BATCH };

static void fail(const char *what, const char *why)
{
    fprintf(stderr, "bench_store: %s: %s\n", what, why);
    exit(1);
}

static double clock_of(clockid_t id)
{
    struct timespec time;
    clock_gettime(id, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static double now(void)
{
    return clock_of(CLOCK_MONOTONIC);
}

static uint32_t random_below(uint64_t *seed, uint32_t limit)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    return (uint32_t)((*seed >> 16) % limit);
}

struct waiting {
    pthread_mutex_t mutex;
    pthread_cond_t changed;
    size_t left;
};

struct box {
    struct store_write write;
    struct article article;
    struct report reports[REPORTS];
    struct place places[REPORTS];
    int64_t report_ids[REPORTS];
    int64_t event_ids[REPORTS];
    char id[32];
    char text[TEXT];
    char evidence[REPORTS][128];
    char actors[REPORTS][32];
    char names[REPORTS][32];
    char counts[REPORTS][16];
};

static void on_done(struct store_write *write)
{
    struct waiting *waiting = write->context;
    pthread_mutex_lock(&waiting->mutex);
    waiting->left--;
    pthread_cond_signal(&waiting->changed);
    pthread_mutex_unlock(&waiting->mutex);
}

static struct str text_of(const char *text)
{
    return str_from(text);
}

/* Article `number`, of the day `published`. */
static void fill(struct box *box, uint64_t number, int32_t published, uint64_t *seed, struct waiting *waiting)
{
    static const char *const sources[] = {"the ministry", "a hospital", "witnesses", "the general staff"};
    static const char *const publishers[] = {"The Courier", "Morning Mail", "Weekly", "Evening Post",
                                             "The Observer"};
    snprintf(box->id, sizeof box->id, "bench-%llu", (unsigned long long)number);
    for (size_t i = 0; i + 1 < TEXT; i++) {
        box->text[i] = (char)(i % 7 == 6 ? ' ' : 'a' + random_below(seed, 26));
    }
    box->text[TEXT - 1] = '\0';
    box->article = (struct article){
        .id = text_of(box->id),
        .title = STR("An invented title of the usual length for a headline"),
        .text = text_of(box->text),
        .publisher = text_of(publishers[random_below(seed, 5)]),
        .language = STR("en"),
        .published = {.day = published, .second = -1},
    };
    for (size_t i = 0; i < REPORTS; i++) {
        struct report *report = &box->reports[i];
        int32_t first = published - (int32_t)random_below(seed, 10);
        int32_t length = random_below(seed, 10) < 7 ? 0 : (int32_t)random_below(seed, 40);
        int64_t count = 1 + (int64_t)random_below(seed, 500);
        snprintf(box->actors[i], sizeof box->actors[i], "Force %u", random_below(seed, 200));
        snprintf(box->names[i], sizeof box->names[i], "Town %u", random_below(seed, 500));
        snprintf(box->counts[i], sizeof box->counts[i], "%lld", (long long)count);
        snprintf(box->evidence[i], sizeof box->evidence[i], "%.100s", box->text + 200 * i);
        box->places[i] = (struct place){.name = text_of(box->names[i]),
                                        .country = STR("XA"),
                                        .precision = STR("city"),
                                        .lat = 50,
                                        .lon = 30,
                                        .has_point = true};
        *report = (struct report){
            .kind = random_below(seed, 4) == 0 ? KIND_DEPLOYMENT : KIND_CASUALTY,
            .status = STATUS_CLAIMED,
            .actor = text_of(box->actors[i]),
            .count = {.min = count, .max = count, .text = {FIELD_TEXT, 10, 13, text_of(box->counts[i])}},
            .places = &box->places[i],
            .place_count = 1,
            .date = {.first = first, .last = first + length, .precision = PRECISION_DAY},
            .basis_timex = -1,
            .source_name = text_of(sources[random_below(seed, 4)]),
            .said = {.first = published, .last = published, .precision = PRECISION_DAY},
            .evidence = {FIELD_TEXT, 200 * (uint32_t)i, 200 * (uint32_t)i + 100, text_of(box->evidence[i])},
        };
        report->subtype = report->kind == KIND_CASUALTY ? SUBTYPE_KILLED : SUBTYPE_DEPLOYED;
    }
    box->write = (struct store_write){
        .operation = STORE_PUT,
        .article = &box->article,
        .reports = box->reports,
        .report_count = REPORTS,
        .report_ids = box->report_ids,
        .event_ids = box->event_ids,
        .done = on_done,
        .context = waiting,
    };
}

/* News comes in the order of time. */
static int32_t day_of(uint64_t number)
{
    return FIRST_DAY + (int32_t)(number / DAILY);
}

/* Has the store apply `count` boxes; seconds of `clock` that it took. */
static double apply(struct store *store, struct box *all, size_t count, struct waiting *waiting,
                    clockid_t clock)
{
    double begin = clock_of(clock);
    for (size_t i = 0; i < count; i++) {
        if (store_submit(store, &all[i].write) != OK) {
            fail("store_submit", "busy");
        }
    }
    pthread_mutex_lock(&waiting->mutex);
    while (waiting->left > 0) {
        pthread_cond_wait(&waiting->changed, &waiting->mutex);
    }
    pthread_mutex_unlock(&waiting->mutex);
    double spent = clock_of(clock) - begin;
    for (size_t i = 0; i < count; i++) {
        if (all[i].write.status != OK) {
            fail("write", all[i].write.error.message);
        }
    }
    return spent;
}

static struct waiting for_all(size_t count)
{
    return (struct waiting){PTHREAD_MUTEX_INITIALIZER, PTHREAD_COND_INITIALIZER, count};
}

static struct box boxes[FILL_BATCH];

/* Articles a second when `count` are written, `batch` at a time, counting only the time in the store. */
static double write_articles(struct store *store, uint64_t *number, uint64_t count, size_t batch,
                             uint64_t *seed)
{
    double spent = 0;
    for (uint64_t done = 0; done < count; done += batch) {
        struct waiting waiting = for_all(batch);
        for (size_t i = 0; i < batch; i++) {
            ++*number;
            fill(&boxes[i], *number, day_of(*number), seed, &waiting);
        }
        spent += apply(store, boxes, batch, &waiting, CLOCK_MONOTONIC);
    }
    return (double)count / spent;
}

/* Writes `count` articles of the month of 1990, always the same ones for `seed`, or removes them.  Processor
 * time an article in microseconds. */
static double write_month(struct store *store, uint64_t first, uint64_t count, uint64_t seed, bool remove)
{
    double spent = 0;
    for (uint64_t done = 0; done < count; done += BATCH) {
        struct waiting waiting = for_all(BATCH);
        for (size_t i = 0; i < BATCH; i++) {
            uint64_t number = first + done + i;
            fill(&boxes[i], number, ONCE_DAY + (int32_t)(number % 30), &seed, &waiting);
            if (remove) {
                boxes[i].write.operation = STORE_DELETE;
            }
        }
        spent += apply(store, boxes, BATCH, &waiting, CLOCK_PROCESS_CPUTIME_ID);
    }
    return 1e6 * spent / (double)count;
}

/* What the next article costs, in microseconds: the least of three times. */
static double one_more(struct store *store)
{
    const uint64_t first = UINT64_C(1) << 41;
    const uint64_t seed = UINT64_C(0xD1B54A32D192ED03);
    double least = 0;
    for (int time = 0; time < 3; time++) {
        double spent = write_month(store, first, AGAIN, seed, false);
        (void)write_month(store, first, AGAIN, seed, true);
        least = time == 0 || spent < least ? spent : least;
    }
    return least;
}

static void execute(sqlite3 *handle, const char *sql)
{
    if (sqlite3_exec(handle, sql, NULL, NULL, NULL) != SQLITE_OK) {
        fail(sql, sqlite3_errmsg(handle));
    }
}

static sqlite3_stmt *prepare(sqlite3 *handle, const char *sql)
{
    sqlite3_stmt *statement;
    if (sqlite3_prepare_v2(handle, sql, -1, &statement, NULL) != SQLITE_OK) {
        fail(sql, sqlite3_errmsg(handle));
    }
    return statement;
}

static void run(sqlite3_stmt *statement)
{
    if (sqlite3_step(statement) != SQLITE_DONE) {
        fail("step", sqlite3_errmsg(sqlite3_db_handle(statement)));
    }
    sqlite3_reset(statement);
}

static double write_bare(const char *path, uint64_t count, uint64_t *seed)
{
    static struct box box;
    sqlite3 *handle;
    double spent = 0;
    struct waiting waiting;
    if (sqlite3_open(path, &handle) != SQLITE_OK) {
        fail(path, "cannot be opened");
    }
    execute(
        handle,
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=10000;"
        "PRAGMA cache_size=-65536;"
        "CREATE TABLE article (id TEXT PRIMARY KEY, published INT, title TEXT, text TEXT);"
        "CREATE TABLE report (id INTEGER PRIMARY KEY, article TEXT, actor TEXT, place TEXT, count INT,"
        " first INT, last INT, evidence TEXT);"
        "CREATE TABLE event (id INTEGER PRIMARY KEY, first INT, last INT, actor TEXT, place TEXT, count INT);"
        "CREATE INDEX event_first ON event (first); CREATE INDEX event_actor ON event (actor, first)");
    sqlite3_stmt *article = prepare(handle, "INSERT INTO article VALUES (?, ?, ?, ?)");
    sqlite3_stmt *report = prepare(handle, "INSERT INTO report VALUES (NULL, ?, ?, ?, ?, ?, ?, ?)");
    sqlite3_stmt *event = prepare(handle, "INSERT INTO event VALUES (NULL, ?, ?, ?, ?, ?)");
    for (uint64_t number = 0; number < count; number++) {
        fill(&box, number, day_of(number), seed, &waiting);
        double begin = now();
        if (number % BATCH == 0) {
            execute(handle, "BEGIN IMMEDIATE");
        }
        sqlite3_bind_text(article, 1, box.id, -1, SQLITE_STATIC);
        sqlite3_bind_int64(article, 2, box.article.published.day);
        sqlite3_bind_text(article, 3, box.article.title.data, (int)box.article.title.size, SQLITE_STATIC);
        sqlite3_bind_text(article, 4, box.text, TEXT - 1, SQLITE_STATIC);
        run(article);
        for (size_t i = 0; i < REPORTS; i++) {
            const struct report *from = &box.reports[i];
            sqlite3_bind_text(report, 1, box.id, -1, SQLITE_STATIC);
            sqlite3_bind_text(report, 2, box.actors[i], -1, SQLITE_STATIC);
            sqlite3_bind_text(report, 3, box.names[i], -1, SQLITE_STATIC);
            sqlite3_bind_int64(report, 4, from->count.min);
            sqlite3_bind_int64(report, 5, from->date.first);
            sqlite3_bind_int64(report, 6, from->date.last);
            sqlite3_bind_text(report, 7, box.evidence[i], -1, SQLITE_STATIC);
            run(report);
            sqlite3_bind_int64(event, 1, from->date.first);
            sqlite3_bind_int64(event, 2, from->date.last);
            sqlite3_bind_text(event, 3, box.actors[i], -1, SQLITE_STATIC);
            sqlite3_bind_text(event, 4, box.names[i], -1, SQLITE_STATIC);
            sqlite3_bind_int64(event, 5, from->count.min);
            run(event);
        }
        if (number % BATCH == BATCH - 1 || number + 1 == count) {
            execute(handle, "COMMIT");
        }
        spent += now() - begin;
    }
    sqlite3_finalize(article);
    sqlite3_finalize(report);
    sqlite3_finalize(event);
    sqlite3_close(handle);
    return (double)count / spent;
}

static bool count_row(void *context, const struct event *event)
{
    *(uint64_t *)context += (uint64_t)event->reports;
    return true;
}

static bool count_bucket(void *context, const struct store_bucket *bucket)
{
    *(uint64_t *)context += bucket->events;
    return true;
}

static int compare_doubles(const void *a, const void *b)
{
    double left = *(const double *)a;
    double right = *(const double *)b;
    return left < right ? -1 : left > right ? 1 : 0;
}

/* The median time in microseconds of a page of 200 events; days: the width of the window. */
static double page_time(struct store *store, int32_t days, const char *place, uint64_t articles,
                        uint64_t *seed)
{
    static double times[PAGES];
    struct str value = str_from(place);
    for (size_t i = 0; i < PAGES; i++) {
        struct query query = {.from =
                                  FIRST_DAY + (int32_t)random_below(seed, (uint32_t)(articles / DAILY) + 1),
                              .said_from = DAY_NONE,
                              .said_to = DAY_NONE,
                              .min_count = COUNT_NONE,
                              .max_count = COUNT_NONE,
                              .limit = PAGE};
        struct query_cursor next;
        struct error error = {0};
        uint64_t rows = 0;
        query.to = query.from + days - 1;
        if (place != NULL) {
            query.places = (struct query_values){&value, 1};
        }
        double begin = now();
        if (store_events(store, &query, count_row, &rows, &next, &error) != OK) {
            fail("store_events", error.message);
        }
        times[i] = 1e6 * (now() - begin);
    }
    qsort(times, PAGES, sizeof times[0], compare_doubles);
    return times[PAGES / 2];
}

static double timeline_time(struct store *store)
{
    struct query query = {.from = DAY_NONE,
                          .to = DAY_NONE,
                          .said_from = DAY_NONE,
                          .said_to = DAY_NONE,
                          .min_count = COUNT_NONE,
                          .max_count = COUNT_NONE,
                          .interval = BUCKET_MONTH};
    uint64_t rows = 0;
    struct error error = {0};
    double begin = now();
    if (store_timeline(store, &query, count_bucket, &rows, &error) != OK) {
        fail("store_timeline", error.message);
    }
    return 1e6 * (now() - begin);
}

static void remove_folder(const char *folder)
{
    DIR *open_folder = opendir(folder);
    const struct dirent *entry;
    while (open_folder != NULL && (entry = readdir(open_folder)) != NULL) {
        char path[512];
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        (void)unlink(path);
    }
    if (open_folder != NULL) {
        closedir(open_folder);
    }
    rmdir(folder);
}

int main(int count, char **arguments)
{
    static const char *const usual[] = {"1000", "10000", "100000"};
    char folder[] = "/tmp/dateline-bench-XXXXXX";
    char path[64];
    uint64_t seed = UINT64_C(0x9E3779B97F4A7C15);
    uint64_t number = 0;
    double bare;
    double first_cost = 0;
    struct error error = {0};
    struct store *store;
    if (mkdtemp(folder) == NULL) {
        fail("mkdtemp", "no temporary folder");
    }
    snprintf(path, sizeof path, "%s/bare.db", folder);
    bare = write_bare(path, 4096, &seed);
    snprintf(path, sizeof path, "%s/store.db", folder);
    struct store_options options = {
        .path = path, .rules = "bench", .readers = 1, .queue_limit = 2 * FILL_BATCH};
    if (store_open(&options, &store, &error) != OK) {
        fail("store_open", error.message);
    }
    printf("bare SQLite inserts, %d articles a commit: %.0f articles/s\n\n", BATCH, bare);
    printf("%10s %12s %8s | microseconds: one more %6s | %8s %8s %8s %9s\n", "events", "articles/s",
           "of bare", "ratio", "30 days", "30 years", "a place", "timeline");
    (void)write_month(store, UINT64_C(1) << 40, KNOWN, seed, false);
    for (int i = 1; i < (count > 1 ? count : 4); i++) {
        uint64_t target = strtoull(count > 1 ? arguments[i] : usual[i - 1], NULL, 10);
        struct store_info info = {0};
        double rate = 0;
        while (rate == 0 || info.events < target) {
            bool far = target > info.events + (uint64_t)2 * REPORTS * FILL_BATCH;
            size_t batch = far ? FILL_BATCH : BATCH; /* the rate is that of the last ones */
            rate = write_articles(store, &number, far ? FILL_BATCH : BATCH, batch, &seed);
            if (store_info(store, &info, &error) != OK) {
                fail("store_info", error.message);
            }
        }
        double cost = one_more(store);
        first_cost = first_cost > 0 ? first_cost : cost;
        printf("%10llu %12.0f %7.0f%% | %22.0f %6.2f | %8.0f %8.0f %8.0f %9.0f\n",
               (unsigned long long)info.events, rate, 100 * rate / bare, cost, cost / first_cost,
               page_time(store, 30, NULL, number, &seed), page_time(store, 365 * 30, NULL, number, &seed),
               page_time(store, 365, "Town 7", number, &seed), timeline_time(store));
        fflush(stdout);
    }
    store_close(store);
    remove_folder(folder);
    return 0;
}
