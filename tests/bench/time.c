/* How fast time expressions are found: bench_time FILE [megabytes] scans the text of FILE, repeated to that
 * size, and prints for memchr, the tokenizer alone, and tokenizer and time expressions how many megabytes a
 * second they read on one core, and how the cost of a byte grows from 1 kB to the whole. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h> /* not time.h: the C library has a struct timex, too */

#include "timex/timex.h"

/* Processor seconds of this process, so that others on the machine do not count. */
static double now(void)
{
    struct rusage usage;

    (void)getrusage(RUSAGE_SELF, &usage);
    return (double)usage.ru_utime.tv_sec + (double)usage.ru_utime.tv_usec * 1e-6;
}

enum work { WORK_MEMCHR, WORK_TOKENS, WORK_TIME };

/* One pass over `source`. */
static void pass(enum work work, struct str source, size_t *found, size_t *memory)
{
    struct instant published = {.day = 20074, .second = -1};
    struct arena arena;
    struct text text;
    struct timex_list list = {0};

    arena_init(&arena, SIZE_MAX);
    *found = 0;
    if (work == WORK_MEMCHR) {
        *found = memchr(source.data, 1, source.size) != NULL;
    } else {
        enum status status = text_scan(&arena, lang_find(STR("en")), source, &text);
        if (status == OK && work == WORK_TIME) {
            status = timex_find(&arena, &text, &published, &list);
        }
        if (status != OK) {
            exit(1);
        }
        *found = work == WORK_TIME ? list.count : text.token_count;
    }
    *memory = arena.total;
    arena_release(&arena);
}

/* Seconds that a pass takes: the mean of as many as fit a second, for the clock of a process ticks slowly. */
static double measure(enum work work, struct str source, size_t *found, size_t *memory)
{
    double begin = now();
    double end = begin;
    size_t passes = 0;

    while (end - begin < 1.0) {
        pass(work, source, found, memory);
        passes++;
        end = now();
    }
    return (end - begin) / (double)passes;
}

/* Reads FILE and repeats it up to `size` bytes. */
static char *read_text(const char *path, size_t size)
{
    FILE *file = fopen(path, "rb");
    char *text = malloc(size);
    size_t have = 0;

    if (file == NULL || text == NULL) {
        free(text);
        if (file != NULL) {
            (void)fclose(file);
        }
        return NULL;
    }
    have = fread(text, 1, size, file);
    (void)fclose(file);
    for (size_t at = have; have > 0 && at < size; at += have) {
        memcpy(text + at, text, have < size - at ? have : size - at);
    }
    if (have == 0) {
        free(text);
        return NULL;
    }
    return text;
}

int main(int argc, char **argv)
{
    size_t size = (argc > 2 ? strtoul(argv[2], NULL, 10) : 10) * 1000000;
    char *text = argc > 1 && size > 0 ? read_text(argv[1], size) : NULL;
    static const char *const names[] = {"memchr", "tokens", "tokens and time expressions"};
    size_t found = 0;
    size_t memory = 0;

    if (text == NULL) {
        (void)fprintf(stderr, "usage: bench_time FILE [megabytes]\n");
        return 2;
    }
    for (int work = WORK_MEMCHR; work <= WORK_TIME; work++) {
        double seconds = measure((enum work)work, (struct str){text, size}, &found, &memory);
        printf("%-28s %8.1f MB/s  %zu found, %.1f bytes of memory a byte\n", names[work],
               (double)size * 1e-6 / seconds, found, (double)memory / (double)size);
    }
    for (size_t part = 1000; part <= size; part *= 10) {
        double seconds = measure(WORK_TIME, (struct str){text, part}, &found, &memory);
        printf("%9zu bytes: %6.2f ns a byte\n", part, seconds * 1e9 / (double)part);
    }
    free(text);
    return 0;
}
