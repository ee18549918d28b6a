/* How fast a text is read to its claims, with everything on, and whether a byte of a long article costs what
 * one of a short does:
 *
 *     bench_claims [FILE|- [megabytes]]
 *
 * README.md tells what is printed. */
#include "ingest/ingest.h"

#include "bench_text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MEGABYTES 10
#define RUNS 5
#define ARTICLE 10000 /* bytes of one, as far as nothing else is said */
#define PUBLISHED 20074

struct result {
    double seconds;
    size_t reports;
};

/* Reads all of `source` once, cut into articles. */
static struct result pass(struct str source, size_t size)
{
    struct result result = {0};
    double begin = bench_seconds();

    for (size_t at = 0; at < source.size;) {
        size_t end = bench_article_end(source, at, size);
        struct article article = {.text = str_slice(source, at, end),
                                  .published = {.day = PUBLISHED, .second = -1}};
        struct analysis analysis = {0};
        struct error error = {0};
        struct arena arena;

        arena_init(&arena, SIZE_MAX);
        if (ingest_analyse(&arena, &article, &analysis, &error) != OK) {
            (void)fprintf(stderr, "bench_claims: no memory, or no UTF-8\n");
            exit(1);
        }
        result.reports += analysis.report_count;
        arena_release(&arena);
        at = end;
    }
    result.seconds = bench_seconds() - begin;
    return result;
}

/* The fastest of several. */
static struct result measure(struct str source, size_t size)
{
    struct result best = pass(source, size);

    for (int run = 1; run < RUNS; run++) {
        struct result result = pass(source, size);
        best = result.seconds < best.seconds ? result : best;
    }
    return best;
}

int main(int argc, char **argv)
{
    arena_keep_freed(); /* as the server does */
    const char *path = argc > 1 && strcmp(argv[1], "-") != 0 ? argv[1] : NULL;
    size_t megabytes = argc > 2 ? strtoul(argv[2], NULL, 10) : MEGABYTES;

    if (megabytes == 0 || megabytes > 1000 || argc > 3 || (path != NULL && path[0] == '-')) {
        (void)fprintf(stderr, "usage: bench_claims [FILE|- [megabytes]]\n");
        return 2;
    }
    struct str source = {NULL, megabytes * BENCH_MEGABYTE};
    char *text = bench_text(path, source.size);

    source.data = text;
    struct result result = measure(source, ARTICLE);
    (void)printf("%zu MB of %s, as articles of %d bytes, the fastest of %d runs:\n", megabytes,
                 path == NULL ? "text made of the sample and prose" : path, ARTICLE, RUNS);
    (void)printf("%-34s %10.1f MB/s %10zu found\n", "text to claims",
                 (double)source.size / BENCH_MEGABYTE / result.seconds, result.reports);
    (void)printf("\nThe same text as articles of so many bytes:\n");
    for (size_t size = 1000; size <= source.size; size *= 10) {
        result = measure(source, size);
        (void)printf("%12zu %8.2f ns a byte\n", size, result.seconds / (double)source.size * 1e9);
    }
    free(text);
    return 0;
}
