/* How fast time expressions are found, and whether a byte of a long article costs what one of a short does:
 *
 *     bench_time [--peer COMMAND] [FILE [megabytes]]
 *
 * README.md tells what is printed.  COMMAND is another finder of time expressions, called with the path of
 * the text; it prints processor seconds and expressions found (chrono.mjs). */
#include "text/match.h"
#include "text/scan.h"
#include "timex/timex.h"

#include "bench_text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define MEGABYTES 10
#define RUNS 7
#define ARTICLE 10000 /* bytes of one, as far as nothing else is said */

enum work { WORK_MEMCHR, WORK_BARE, WORK_TOKENS, WORK_SCAN, WORK_TIME };

/* What a pass over all articles found and the most memory that one of them needed for each of its bytes. */
struct result {
    double seconds;
    size_t found;
    double memory;
};

static size_t scan(struct arena *arena, const struct lang *lang, struct str source)
{
    struct token *tokens;
    size_t count = 0;

    return scan_tokens(arena, lang, source, &tokens, &count) == OK ? count : 0;
}

/* Reads one article; what was found in it. */
static size_t read_article(enum work work, struct arena *arena, struct str source)
{
    struct instant published = {.day = 20074, .second = -1};
    const struct lang *english = lang_find(STR("en"));
    struct text text;
    struct timex_list list;

    switch (work) {
    case WORK_MEMCHR:
        return memchr(source.data, 1, source.size) != NULL;
    case WORK_BARE:
        return scan(arena, bench_bare_lang(), source);
    case WORK_TOKENS:
        return scan(arena, english, source);
    case WORK_SCAN:
    case WORK_TIME:
        break;
    }
    if (text_scan(arena, english, source, &text) != OK ||
        (work == WORK_TIME && timex_find(arena, &text, &published, &list) != OK)) {
        (void)fprintf(stderr, "bench_time: no memory, or no UTF-8\n");
        exit(1);
    }
    return work == WORK_TIME ? list.count : text.sentence_count;
}

/* Reads all of `source` once, cut into articles. */
static struct result pass(enum work work, struct str source, size_t article)
{
    struct result result = {0};
    double begin = bench_seconds();

    for (size_t at = 0; at < source.size;) {
        size_t end = bench_article_end(source, at, article);
        struct arena arena;
        arena_init(&arena, SIZE_MAX);
        result.found += read_article(work, &arena, str_slice(source, at, end));
        if (end - at > article / 2) { /* not what little may be left at the end */
            double memory = (double)arena.peak / (double)(end - at);
            result.memory = memory > result.memory ? memory : result.memory;
        }
        arena_release(&arena);
        at = end;
    }
    result.seconds = bench_seconds() - begin;
    return result;
}

/* The fastest of several. */
static struct result measure(enum work work, struct str source, size_t article)
{
    struct result best = pass(work, source, article);

    for (int run = 1; run < RUNS; run++) {
        struct result result = pass(work, source, article);
        best = result.seconds < best.seconds ? result : best;
    }
    return best;
}

static void print_speed(const char *name, struct str source, struct result result)
{
    (void)printf("%-34s %10.1f MB/s %10zu found\n", name,
                 (double)source.size / BENCH_MEGABYTE / result.seconds, result.found);
    (void)fflush(stdout);
}

/* Lets `command` read the text; seconds 0 when it fails. */
static struct result measure_peer(const char *command, struct str source)
{
    char path[] = "/tmp/bench_time.XXXXXX";
    char line[4096];
    struct result result = {0};
    int descriptor = mkstemp(path);
    FILE *file = descriptor < 0 ? NULL : fdopen(descriptor, "wb");

    if (file == NULL) {
        return result;
    }
    size_t written = fwrite(source.data, 1, source.size, file);
    if (fclose(file) == 0 && written == source.size &&
        snprintf(line, sizeof line, "%s %s %d", command, path, ARTICLE) < (int)sizeof line) {
        FILE *output = popen(line, "r"); /* NOLINT(cert-env33-c): the caller's own command */
        char *end = line;
        if (output != NULL && fgets(line, sizeof line, output) != NULL) {
            result.seconds = strtod(line, &end);
            result.found = strtoul(end, NULL, 10);
        }
        if (output != NULL && pclose(output) != 0) {
            result.seconds = 0;
        }
    }
    (void)unlink(path);
    return result;
}

static void compare_sizes(struct str source)
{
    double dearest = 0;
    double cheapest = 0;

    (void)printf("\nThe same text as articles of so many bytes:\n");
    for (size_t article = 1000; article <= source.size; article *= 10) {
        struct result result = measure(WORK_TIME, source, article);
        double cost = result.seconds / (double)source.size * 1e9;
        dearest = cost > dearest ? cost : dearest;
        cheapest = cheapest == 0 || cost < cheapest ? cost : cheapest;
        (void)printf("%12zu %8.2f ns a byte, at most %.1f bytes of memory for each\n", article, cost,
                     result.memory);
        (void)fflush(stdout);
    }
    (void)printf("%-34s %10.2f\n", "dearest / cheapest", dearest / cheapest);
}

int main(int argc, char **argv)
{
    static const char *const names[] = {"memchr", "tokens without words (bare)", "tokens",
                                        "tokens, segments and sentences", "... and time expressions"};
    const char *peer = NULL;
    int next = 1;

    if (argc > 2 && strcmp(argv[1], "--peer") == 0) {
        peer = argv[2];
        next = 3;
    }
    const char *path = next < argc ? argv[next++] : NULL;
    size_t megabytes = next < argc ? strtoul(argv[next++], NULL, 10) : MEGABYTES;
    if (megabytes == 0 || megabytes > 1000 || next < argc || (path != NULL && path[0] == '-')) {
        (void)fprintf(stderr, "usage: bench_time [--peer COMMAND] [FILE [megabytes]]\n");
        return 2;
    }
    struct str source = {NULL, megabytes * BENCH_MEGABYTE};
    char *text = bench_text(path, source.size);
    struct result results[WORK_TIME + 1];

    source.data = text;
    (void)printf("%zu MB of %s, as articles of %d bytes, the fastest of %d runs:\n", megabytes,
                 path == NULL ? "text made of the sample and prose" : path, ARTICLE, RUNS);
    for (int work = WORK_MEMCHR; work <= WORK_TIME; work++) {
        results[work] = measure((enum work)work, source, ARTICLE);
        print_speed(names[work], source, results[work]);
    }
    struct result other = {0};
    if (peer != NULL) {
        other = measure_peer(peer, source);
        if (other.seconds <= 0) {
            (void)fprintf(stderr, "bench_time: the peer failed: %s\n", peer);
            free(text);
            return 1;
        }
        print_speed("the peer", source, other);
    }
    (void)printf("%-34s      1/%.1f\n", "time expressions / bare tokens",
                 results[WORK_TIME].seconds / results[WORK_BARE].seconds);
    if (peer != NULL) {
        (void)printf("%-34s %10.1f\n", "time expressions / peer", other.seconds / results[WORK_TIME].seconds);
    }
    compare_sizes(source);
    free(text);
    return 0;
}
