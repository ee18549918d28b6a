#include "bench_text.h"

#include <dirent.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define SAMPLE DATELINE_SOURCE_DIR "/tests/data/sample"
#define PROSE DATELINE_SOURCE_DIR "/tests/bench/prose.txt"
/* Of so many sentences one is of the sample: articles of that are short and have ten time expressions a
 * kilobyte, news has two to four. */
#define PROSE_SHARE 3
#define MOST_SENTENCES 1024
#define LONGEST_SENTENCE 1024
#define PARAGRAPH_SENTENCES 3

double bench_seconds(void)
{
    struct timespec now;

    (void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

const struct lang *bench_bare_lang(void)
{
    static const struct lang_bucket buckets[1];
    static const struct lang_word words[1];
    static const uint64_t filter[LANG_FILTER];
    static const uint16_t signs[128];
    static const struct lang bare = {
        .tag = "", .words = words, .word_count = 1, .buckets = buckets, .filter = filter, .signs = signs};

    return &bare;
}

static _Noreturn void fail(const char *what)
{
    (void)fprintf(stderr, "benchmark: %s\n", what);
    exit(1);
}

/* The sentences of the sample, each with the space or line end behind it. */
struct sentences {
    char *items[MOST_SENTENCES];
    size_t count;
};

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static void add_sentence(struct sentences *sentences, const char *text, size_t size)
{
    if (size == 0 || size >= LONGEST_SENTENCE) {
        return;
    }
    if (sentences->count == MOST_SENTENCES) {
        fail("more sentences than expected");
    }
    char *copy = calloc(size + 1, 1);
    if (copy == NULL) {
        fail("no memory");
    }
    memcpy(copy, text, size);
    sentences->items[sentences->count++] = copy;
}

static void add_article(struct sentences *sentences, const char *path)
{
    json_t *article = json_load_file(path, 0, NULL);
    const char *at = json_string_value(json_object_get(article, "text"));

    while (at != NULL && *at != '\0') {
        const char *end = at;
        while (*end != '\0' && *end != '\n' && !(end > at && end[-1] == '.' && *end == ' ')) {
            end++;
        }
        add_sentence(sentences, at, (size_t)(end - at));
        at = end + (*end != '\0');
    }
    json_decref(article);
}

/* In an order that does not depend on the file system. */
static void read_sample(struct sentences *sentences)
{
    DIR *folder = opendir(SAMPLE);

    if (folder == NULL) {
        fail("cannot read " SAMPLE);
    }
    for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
        char path[4096];
        size_t length = strlen(entry->d_name);
        if (length > 5 && strcmp(entry->d_name + length - 5, ".json") == 0 &&
            snprintf(path, sizeof path, SAMPLE "/%s", entry->d_name) < (int)sizeof path) {
            add_article(sentences, path);
        }
    }
    (void)closedir(folder);
    if (sentences->count == 0) {
        fail("no article in " SAMPLE);
    }
    qsort(sentences->items, sentences->count, sizeof *sentences->items, by_bytes);
}

static void read_prose(struct sentences *sentences)
{
    char line[LONGEST_SENTENCE];
    FILE *file = fopen(PROSE, "r");

    if (file == NULL) {
        fail("cannot read " PROSE);
    }
    while (fgets(line, sizeof line, file) != NULL) {
        add_sentence(sentences, line, strcspn(line, "\n"));
    }
    (void)fclose(file);
}

static void free_sentences(struct sentences *sentences)
{
    for (size_t i = 0; i < sentences->count; i++) {
        free(sentences->items[i]);
    }
    free(sentences);
}

static uint32_t draw(uint64_t *state, uint32_t below)
{
    *state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)((*state >> 33) % below);
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Writes the sentence with other numbers where it has one of one or two digits; how many bytes. */
static size_t write_sentence(const char *sentence, uint64_t *state, char *out)
{
    size_t size = 0;

    for (const char *at = sentence; *at != '\0';) {
        size_t digits = 0;
        while (is_digit(at[digits])) {
            digits++;
        }
        if (digits == 1 || digits == 2) {
            size += (size_t)snprintf(out + size, 3, "%u", 1 + draw(state, 28));
        } else {
            size_t length = digits == 0 ? 1 : digits;
            memcpy(out + size, at, length);
            size += length;
        }
        at += digits == 0 ? 1 : digits;
    }
    return size;
}

static void make_text(char *text, size_t size)
{
    static char sentence[2 * LONGEST_SENTENCE];
    struct sentences *sample = calloc(1, sizeof *sample);
    struct sentences *prose = calloc(1, sizeof *prose);
    uint64_t state = 1;
    size_t written = 0;

    if (sample == NULL || prose == NULL) {
        fail("no memory");
    }
    read_sample(sample);
    read_prose(prose);
    while (written < size) {
        const struct sentences *from = draw(&state, PROSE_SHARE) == 0 ? sample : prose;
        size_t length = write_sentence(from->items[draw(&state, (uint32_t)from->count)], &state, sentence);
        bool last = draw(&state, PARAGRAPH_SENTENCES) == 0;
        sentence[length++] = last ? '\n' : ' ';
        if (last) {
            sentence[length++] = '\n';
        }
        if (length > size - written) { /* the rest is white space: no code point is cut */
            memset(sentence, '\n', length);
            length = size - written;
        }
        memcpy(text + written, sentence, length);
        written += length;
    }
    free_sentences(sample);
    free_sentences(prose);
}

static void read_text(const char *path, char *text, size_t size)
{
    FILE *file = fopen(path, "rb");
    size_t have = file == NULL ? 0 : fread(text, 1, size, file);

    if (file != NULL) {
        (void)fclose(file);
    }
    if (have == 0) {
        fail("cannot read the text");
    }
    for (size_t at = have; at < size; at += have) {
        memcpy(text + at, text, have < size - at ? have : size - at);
    }
    for (size_t at = size; at > 0 && (text[at - 1] & 0x80) != 0; at--) {
        text[at - 1] = ' '; /* what the end may have cut */
    }
}

char *bench_text(const char *path, size_t size)
{
    char *text = malloc(size);

    if (text == NULL) {
        fail("no memory");
    }
    if (path == NULL) {
        make_text(text, size);
    } else {
        read_text(path, text, size);
    }
    return text;
}

size_t bench_article_end(struct str text, size_t begin, size_t size)
{
    if (text.size - begin <= size) {
        return text.size;
    }
    for (const char *ends = "\n. "; *ends != '\0'; ends++) {
        for (size_t end = begin + size; end > begin + size / 2; end--) {
            if (text.data[end - 1] == *ends) {
                return end;
            }
        }
    }
    size_t end = begin + size;
    while (end > begin + 1 && (text.data[end] & 0xc0) == 0x80) {
        end--;
    }
    return end;
}
