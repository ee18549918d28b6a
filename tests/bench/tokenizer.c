/* How fast texts become tokens:   bench_tokenizer [FILE]
 *
 * Without a file the text is made here.  Each line is the best of several runs on one core, in megabytes a
 * second. */
#include "text/match.h"
#include "text/scan.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define SIZE ((size_t)4 << 20)
#define RUNS 9

/* Sentences that a made text repeats in turn; # stands for a number. */
static const char *const sentences[] = {
    ("At least # soldiers of the northern brigade were killed on Saturday near the village of Orlok, "
     "officials said. "),
    "\"We have lost # vehicles,\" Col. A. Brandt told reporters at the border crossing on Dec. 14, 20#.\n",
    "The ministry's spokeswoman didn't say when the #,000 troops would leave the town's outskirts. ",
    "Prices rose by #.5 percent in the second quarter, while exports fell for the third month in a row.\n\n",
};

static char *make_text(size_t *size)
{
    char *text = malloc(SIZE);
    *size = 0;
    for (unsigned i = 0; text != NULL && *size + 256 < SIZE; i++) {
        char sentence[256];
        unsigned number = i * 37 % 90 + 10;
        size_t at = 0;
        for (const char *c = sentences[i % 4]; *c != '\0'; c++) {
            if (*c == '#') {
                at += (size_t)snprintf(sentence + at, sizeof sentence - at, "%u", number);
            } else {
                sentence[at++] = *c;
            }
        }
        memcpy(text + *size, sentence, at);
        *size += at;
    }
    return text;
}

static char *read_text(const char *path, size_t *size)
{
    FILE *file = fopen(path, "rb");
    char *text = malloc(SIZE * 16);
    if (file == NULL || text == NULL) {
        perror(path);
        exit(1);
    }
    *size = fread(text, 1, SIZE * 16, file);
    fclose(file);
    return text;
}

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

/* What a scanner does without any word to look for. */
static size_t scan_bare(struct arena *arena, struct str source)
{
    static const struct lang_bucket buckets[1];
    static const struct lang_word words[1];
    static const uint16_t signs[128];
    const struct lang bare = {.tag = "", .words = words, .word_count = 1, .buckets = buckets, .signs = signs};
    struct token *tokens;
    size_t count = 0;
    return scan_tokens(arena, &bare, source, &tokens, &count) == OK ? count : 0;
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

/* Of the processor, so that others on the machine do not count. */
static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
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
    size_t size;
    char *data = argc > 1 ? read_text(argv[1], &size) : make_text(&size);
    if (data == NULL) {
        return 1;
    }
    struct str text = {data, size};
    for (size_t i = 0; i < sizeof benches / sizeof *benches; i++) {
        double best = 1e9;
        size_t result = 0;
        size_t memory = 0;
        for (int run = 0; run < RUNS; run++) {
            struct arena arena;
            arena_init(&arena, (size_t)4 << 30);
            double begin = seconds();
            result = benches[i].run(&arena, text);
            double took = seconds() - begin;
            best = took < best ? took : best;
            memory = arena.total;
            arena_release(&arena);
        }
        printf("%-28s %9.1f MB/s %10zu found %6.2f bytes of memory a byte\n", benches[i].name,
               (double)size / best / 1e6, result, (double)memory / (double)size);
    }
    free(data);
    return 0;
}
