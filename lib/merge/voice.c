/* Copies of one text: a SimHash tells them although mastheads, datelines and a sentence here or there differ.
 */
#include <stdlib.h>

#include "merge/summary.h"
#include "merge/words.h"

#define VOICE_BITS 64
/* Copies of short texts with a few words changed differ in up to 12 bits; of 767,000 pairs of news texts none
 * that were not copies differed in fewer than 13. */
#define VOICE_DISTANCE 10

static uint64_t mix(uint64_t x)
{
    x ^= x >> 33;
    x *= 0xFF51AFD7ED558CCDULL;
    x ^= x >> 33;
    x *= 0xC4CEB9FE1A85EC53ULL;
    return x ^ (x >> 33);
}

/* 64 counters side by side: bit `n` of planes[k] is bit k of counter n. */
struct counters {
    uint64_t planes[32];
};

static void count_bits(struct counters *counters, uint64_t bits)
{
    for (int k = 0; bits != 0 && k < 32; k++) {
        uint64_t carry = counters->planes[k] & bits;
        counters->planes[k] ^= bits;
        bits = carry;
    }
}

static uint32_t counter(const struct counters *counters, int bit)
{
    uint32_t count = 0;
    for (int k = 0; k < 32; k++) {
        count |= (uint32_t)(counters->planes[k] >> bit & 1) << k;
    }
    return count;
}

uint64_t merge_voice(struct str text)
{
    struct counters counters = {{0}};
    uint64_t before[2] = {0, 0};
    uint32_t grams = 0;
    size_t at = 0;
    struct word word;
    for (size_t words = 0; word_next(text, &at, &word); words++) {
        uint64_t gram = mix(before[0] * 3 + before[1] * 5 + word.hash);
        before[0] = mix(before[1] + 1);
        before[1] = word.hash;
        if (words >= 2) {
            count_bits(&counters, gram);
            grams++;
        }
    }
    uint64_t voice = 0;
    for (int bit = 0; bit < VOICE_BITS; bit++) {
        voice |= (uint64_t)(counter(&counters, bit) > grams / 2) << bit;
    }
    return voice;
}

bool merge_same_voice(uint64_t a, uint64_t b)
{
    /* A text of fewer than three words has no voice. */
    return a != 0 && b != 0 && bits_set(a ^ b) <= VOICE_DISTANCE;
}

static int compare_voices(const void *a, const void *b)
{
    uint64_t left = *(const uint64_t *)a;
    uint64_t right = *(const uint64_t *)b;
    return left < right ? -1 : left > right ? 1 : 0;
}

static uint32_t root(uint32_t *parent, uint32_t i)
{
    while (parent[i] != i) {
        parent[i] = parent[parent[i]];
        i = parent[i];
    }
    return i;
}

/* SimHashes that differ in VOICE_DISTANCE bits are equal in one of one more bands: only those that are equal
 * in a band are compared. */
#define BANDS (VOICE_DISTANCE + 1)
#define BAND_BITS ((VOICE_BITS + BANDS - 1) / BANDS) /* some bands are shorter */
#define BAND_VALUES (1U << BAND_BITS)

static unsigned band_of(uint64_t voice, unsigned band)
{
    unsigned from = band * VOICE_BITS / BANDS;
    unsigned to = (band + 1) * VOICE_BITS / BANDS;
    return (unsigned)(voice >> from & ((UINT64_C(1) << (to - from)) - 1));
}

enum status voices_count(struct arena *arena, uint64_t *voices, size_t count, size_t *different)
{
    size_t kept = 0;
    if (count > 1) {
        qsort(voices, count, sizeof *voices, compare_voices);
    }
    for (size_t i = 0; i < count; i++) {
        if (kept == 0 || voices[kept - 1] != voices[i]) {
            voices[kept++] = voices[i];
        }
    }
    uint32_t *parent = arena_array(arena, kept, sizeof *parent);
    uint32_t *order = arena_array(arena, kept, sizeof *order);
    uint64_t *banded = arena_array(arena, kept, sizeof *banded); /* the voices in this order */
    if (parent == NULL || order == NULL || banded == NULL) {
        return ERR_NO_MEMORY;
    }
    for (uint32_t i = 0; i < kept; i++) {
        parent[i] = i;
    }
    *different = kept;
    for (unsigned band = 0; band < BANDS; band++) {
        size_t ends[BAND_VALUES + 1] = {0};
        for (uint32_t i = 0; i < kept; i++) { /* a counting sort */
            ends[band_of(voices[i], band) + 1]++;
        }
        for (unsigned value = 0; value < BAND_VALUES; value++) {
            ends[value + 1] += ends[value];
        }
        for (uint32_t i = 0; i < kept; i++) {
            size_t at = ends[band_of(voices[i], band)]++;
            order[at] = i;
            banded[at] = voices[i];
        }
        for (size_t value = 0, begin = 0; value < BAND_VALUES; begin = ends[value++]) {
            for (size_t i = begin; i < ends[value]; i++) {
                for (size_t k = begin; k < i; k++) {
                    if (!merge_same_voice(banded[i], banded[k])) {
                        continue;
                    }
                    uint32_t a = root(parent, order[i]);
                    uint32_t b = root(parent, order[k]);
                    *different -= a != b;
                    parent[a] = b;
                }
            }
        }
    }
    return OK;
}

void merge_copies(const struct claim *claims, size_t count, uint32_t *copy_of)
{
    for (size_t i = 0; i < count; i++) {
        copy_of[i] = (uint32_t)i;
        for (size_t k = 0; k < count; k++) {
            const struct claim *original = &claims[k];
            /* what is told apart soonest first: an event may have thousands of claims */
            if (k == i || original->report.evidence.text.size != claims[i].report.evidence.text.size ||
                original->report.subtype != claims[i].report.subtype ||
                !merge_same_voice(original->voice, claims[i].voice) ||
                !str_equal(original->report.evidence.text, claims[i].report.evidence.text) ||
                str_equal(original->article, claims[i].article)) {
                continue;
            }
            const struct claim *best = &claims[copy_of[i]];
            int order = original->published - best->published;
            if (order < 0 || (order == 0 && str_compare(original->article, best->article) < 0)) {
                copy_of[i] = (uint32_t)k;
            }
        }
    }
}
