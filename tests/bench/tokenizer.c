/* How fast texts become tokens:   bench_tokenizer [FILE]
 *
 * Without a file the text is made of the sample.  Each line is the best of several runs on one core, in
 * megabytes a second. */
#include "text/match.h"
#include "text/scan.h"

#include "bench_text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SIZE ((size_t)4 * BENCH_MEGABYTE)
#define RUNS 9

static size_t count_lines(struct str text)
{
    size_t lines = 0;
    for (const char *at = text.data; (at = memchr(at, '\n', (size_t)(text.data + text.size - at))) != NULL;
         at++) {
        lines++;
    }
    return lines;
}

static size_t count_bytes(struct str text)
{
    size_t spaces = 0;
    for (size_t i = 0; i < text.size; i++) {
        spaces += text.data[i] == ' ';
    }
    return spaces;
}

static size_t scan_bare(struct arena *arena, struct str source)
{
    struct token *tokens;
    size_t count = 0;
    return scan_tokens(arena, bench_bare_lang(), source, &tokens, &count) == OK ? count : 0;
}

static size_t scan_words(struct arena *arena, struct str source)
{
    struct token *tokens;
    size_t count = 0;
    return scan_tokens(arena, lang_find(STR("en")), source, &tokens, &count) == OK ? count : 0;
}

static size_t scan_text(struct arena *arena, struct str source)
{
    struct text text;
    return text_scan(arena, lang_find(STR("en")), source, &text) == OK ? text.sentence_count : 0;
}

static size_t scan_items(struct arena *arena, struct str source)
{
    struct text text;
    struct matcher matcher;
    size_t items = 0;
    if (text_scan(arena, lang_find(STR("en")), source, &text) != OK ||
        matcher_init(&matcher, arena, &text) != OK) {
        return 0;
    }
    for (size_t i = 0; i < text.sentence_count; i++) {
        match_sentence(&matcher, i);
        items += matcher.item_count;
    }
    return items;
}

static size_t lines_of(struct arena *arena, struct str source)
{
    (void)arena;
    return count_lines(source);
}

static size_t bytes_of(struct arena *arena, struct str source)
{
    (void)arena;
    return count_bytes(source);
}

int main(int argc, char **argv)
{
    static const struct {
        const char *name;
        size_t (*run)(struct arena *arena, struct str source);
    } benches[] = {
        {"memchr for line ends", lines_of},
        {"a loop over the bytes", bytes_of},
        {"tokens", scan_bare},
        {"tokens and lexicon", scan_words},
        {"sentences and segments too", scan_text},
        {"items too", scan_items},
    };
    char *data = bench_text(argc > 1 ? argv[1] : NULL, SIZE);
    struct str text = {data, SIZE};
    for (size_t i = 0; i < sizeof benches / sizeof *benches; i++) {
        double best = 1e9;
        size_t result = 0;
        size_t memory = 0;
        for (int run = 0; run < RUNS; run++) {
            struct arena arena;
            arena_init(&arena, (size_t)4 << 30);
            double begin = bench_seconds();
            result = benches[i].run(&arena, text);
            double took = bench_seconds() - begin;
            best = took < best ? took : best;
            memory = arena.total;
            arena_release(&arena);
        }
        printf("%-28s %9.1f MB/s %10zu found %6.2f bytes of memory a byte\n", benches[i].name,
               (double)SIZE / best / 1e6, result, (double)memory / (double)SIZE);
    }
    free(data);
    return 0;
}
