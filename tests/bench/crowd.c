/* What one more article costs when many speak of one day and one people, as ratios to the cost in the
 * smallest crowd.
 *
 *     bench_crowd [CLAIMS ...]        default 500 1000 2000 4000
 *
 * "one body": an empty store takes one article with so many claims.  "one more": a store with so many claims,
 * each of an article of its own, takes the next article; the median and the slowest of 64.  The crowds: all
 * claims name one village; none names a place and figures differ; every article repeats one text.  Times are
 * those of the processor, so that a busy machine does not blur the ratios; waiting for the disk is not in
 * them. */
#include <dirent.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "store/store.h"

enum { BATCH = 256, SAMPLES = 64, SENTENCE = 160, TEXT = 1200 };
#define DAY 18262 /* 2020-01-01 */

enum crowd { ONE_VILLAGE, NO_PLACE, COPIES, CROWDS };
static const char *const crowd_names[] = {"one village", "no place", "copies"};

static void fail(const char *what, const char *why)
{
    fprintf(stderr, "bench_crowd: %s: %s\n", what, why);
    exit(1);
}

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static uint64_t seed = UINT64_C(0x9E3779B97F4A7C15);

static uint32_t random_below(uint32_t limit)
{
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return (uint32_t)((seed >> 16) % limit);
}

struct waiting {
    pthread_mutex_t mutex;
    pthread_cond_t changed;
    size_t left;
};

/* An article and its claims, on the heap. */
struct box {
    struct store_write write;
    struct article article;
    struct report *reports;
    int64_t *ids;
    char (*sentences)[SENTENCE];
    char (*numbers)[16];
    char id[32];
    char text[TEXT];
};

static void on_done(struct store_write *write)
{
    struct waiting *waiting = write->context;
    pthread_mutex_lock(&waiting->mutex);
    waiting->left--;
    pthread_cond_signal(&waiting->changed);
    pthread_mutex_unlock(&waiting->mutex);
}

static struct place village = {.name = STR("Kolna"), .country = STR("XA"), .precision = STR("village")};

static void random_word(char *word)
{
    static const char *const parts[] = {"ka", "lor", "men", "ti", "sta", "bru", "vel", "no", "dra", "pis"};
    snprintf(word, 16, "%s%s%s", parts[random_below(10)], parts[random_below(10)], parts[random_below(10)]);
}

static void fill(struct box *box, uint64_t number, size_t claims, enum crowd crowd)
{
    static const char *const sources[] = {"the Norland ministry", "a hospital", "witnesses", "Tarrow staff"};
    size_t used = 0;
    *box = (struct box){.reports = calloc(claims, sizeof *box->reports),
                        .ids = calloc(2 * claims, sizeof *box->ids),
                        .sentences = calloc(claims, sizeof *box->sentences),
                        .numbers = calloc(claims, sizeof *box->numbers)};
    if (box->reports == NULL || box->ids == NULL || box->sentences == NULL || box->numbers == NULL) {
        fail("calloc", "out of memory");
    }
    uint64_t kept = seed;
    seed = crowd == COPIES ? UINT64_C(88172645463325252) : seed;
    snprintf(box->id, sizeof box->id, "crowd-%llu", (unsigned long long)number);
    while (used + 17 < TEXT) {
        char word[16];
        random_word(word);
        used += (size_t)snprintf(box->text + used, TEXT - used, "%s ", word);
    }
    box->article = (struct article){.id = str_from(box->id),
                                    .text = str_from(box->text),
                                    .language = STR("en"),
                                    .published = {.day = DAY, .second = -1}};
    for (size_t i = 0; i < claims; i++) {
        int64_t count = 1 + (int64_t)random_below(500);
        const char *source = sources[random_below(4)];
        char words[4][16];
        for (size_t k = 0; k < 4; k++) {
            random_word(words[k]);
        }
        snprintf(box->numbers[i], sizeof box->numbers[i], "%lld", (long long)count);
        snprintf(box->sentences[i], SENTENCE,
                 "%s Norland soldiers %s %s were killed on Monday %s %s, %s said.", box->numbers[i], words[0],
                 words[1], words[2], words[3], source);
        box->reports[i] = (struct report){
            .kind = KIND_CASUALTY,
            .subtype = SUBTYPE_KILLED,
            .status = STATUS_CLAIMED,
            .actor = STR("Norland"),
            .count = {.min = count, .max = count, .text = {FIELD_TEXT, 0, 3, str_from(box->numbers[i])}},
            .places = crowd == NO_PLACE ? NULL : &village,
            .place_count = crowd == NO_PLACE ? 0 : 1,
            .date = {.first = DAY, .last = DAY, .precision = PRECISION_DAY},
            .basis = {FIELD_TEXT, 0, 6, STR("Monday")},
            .basis_timex = -1,
            .source_name = str_from(source),
            .source = {FIELD_TEXT, 0, 9, str_from(source)},
            .said = {.first = DAY, .last = DAY, .precision = PRECISION_DAY},
            .evidence = {FIELD_TEXT, 200 * (uint32_t)i, 200 * (uint32_t)i + 100, str_from(box->sentences[i])},
        };
    }
    seed = crowd == COPIES ? kept : seed;
    box->write = (struct store_write){.operation = STORE_PUT,
                                      .article = &box->article,
                                      .reports = box->reports,
                                      .report_count = claims,
                                      .report_ids = box->ids,
                                      .event_ids = box->ids + claims,
                                      .done = on_done};
}

static void release(struct box *box)
{
    free(box->reports);
    free(box->ids);
    free(box->sentences);
    free(box->numbers);
}

/* Stores `count` articles of `claims` claims each at once; returns the seconds. */
static double write_crowd(struct store *store, uint64_t *number, size_t count, size_t claims,
                          enum crowd crowd)
{
    static struct box boxes[BATCH];
    struct waiting waiting = {PTHREAD_MUTEX_INITIALIZER, PTHREAD_COND_INITIALIZER, count};
    for (size_t i = 0; i < count; i++) {
        fill(&boxes[i], ++*number, claims, crowd);
        boxes[i].write.context = &waiting;
    }
    double begin = now();
    for (size_t i = 0; i < count; i++) {
        if (store_submit(store, &boxes[i].write) != OK) {
            fail("store_submit", "busy");
        }
    }
    pthread_mutex_lock(&waiting.mutex);
    while (waiting.left > 0) {
        pthread_cond_wait(&waiting.changed, &waiting.mutex);
    }
    pthread_mutex_unlock(&waiting.mutex);
    double spent = now() - begin;
    for (size_t i = 0; i < count; i++) {
        if (boxes[i].write.status != OK) {
            fail("write", boxes[i].write.error.message);
        }
        release(&boxes[i]);
    }
    return spent;
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

struct fresh {
    char folder[32];
    struct store *store;
};

static void open_fresh(struct fresh *fresh)
{
    char path[64];
    struct error error = {0};
    snprintf(fresh->folder, sizeof fresh->folder, "/tmp/dateline-bench-XXXXXX");
    if (mkdtemp(fresh->folder) == NULL) {
        fail("mkdtemp", "no temporary folder");
    }
    snprintf(path, sizeof path, "%s/store.db", fresh->folder);
    struct store_options options = {.path = path, .rules = "bench", .readers = 1, .queue_limit = 2 * BATCH};
    if (store_open(&options, &fresh->store, &error) != OK) {
        fail("store_open", error.message);
    }
}

static void close_fresh(struct fresh *fresh)
{
    store_close(fresh->store);
    remove_folder(fresh->folder);
}

static int compare_doubles(const void *a, const void *b)
{
    double left = *(const double *)a;
    double right = *(const double *)b;
    return left < right ? -1 : left > right ? 1 : 0;
}

static void measure(enum crowd crowd, const size_t *sizes, size_t count)
{
    double first_body = 0;
    double first_more = 0;
    struct fresh growing;
    uint64_t number = 0;
    size_t stored = 0;
    open_fresh(&growing);
    for (size_t i = 0; i < count; i++) {
        struct fresh fresh;
        double times[SAMPLES];
        uint64_t other = 0;
        double body = 0;
        if (crowd != COPIES) {
            open_fresh(&fresh);
            body = 1e3 * write_crowd(fresh.store, &other, 1, sizes[i], crowd);
            close_fresh(&fresh);
        }
        while (stored < sizes[i]) {
            size_t some = sizes[i] - stored < BATCH ? sizes[i] - stored : BATCH;
            write_crowd(growing.store, &number, some, 1, crowd);
            stored += some;
        }
        for (size_t k = 0; k < SAMPLES; k++) {
            times[k] = 1e3 * write_crowd(growing.store, &number, 1, 1, crowd);
            stored++;
        }
        qsort(times, SAMPLES, sizeof times[0], compare_doubles);
        first_body = i == 0 ? body : first_body;
        first_more = i == 0 ? times[SAMPLES / 2] : first_more;
        printf("%12s %7zu | %9.1f ms %6.1f | %8.2f ms %6.1f  slowest %8.2f ms\n", crowd_names[crowd],
               sizes[i], body, first_body > 0 ? body / first_body : 0.0, times[SAMPLES / 2],
               times[SAMPLES / 2] / first_more, times[SAMPLES - 1]);
        fflush(stdout);
    }
    close_fresh(&growing);
}

int main(int count, char **arguments)
{
    size_t sizes[16] = {500, 1000, 2000, 4000};
    size_t size_count = 4;
    for (int i = 1; i < count && i <= 16; i++) {
        sizes[i - 1] = strtoull(arguments[i], NULL, 10);
        size_count = (size_t)i;
    }
    printf("%12s %7s | %12s %6s | %11s %6s\n", "crowd", "claims", "one body", "ratio", "one more", "ratio");
    for (int crowd = 0; crowd < CROWDS; crowd++) {
        measure((enum crowd)crowd, sizes, size_count);
    }
    return 0;
}
