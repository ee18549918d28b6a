/* Copies of one text: a SimHash tells them although mastheads, datelines and a sentence here or there differ.
 */
#include <stdlib.h>

#include "merge/summary.h"
#include "merge/words.h"

#define VOICE_BITS 64
/* Copies of short texts with a few words changed differ in up to 12 bits; of 767,000 pairs of news texts none
 * that were not copies differed in fewer than 13. */
#define VOICE_DISTANCE 10
/* Copies that lost their last third, and were edited besides, differ in up to 20 bits; so do two of a
 * thousand texts that have nothing in common.  They are told from these by the sentence of a claim that is
 * the same, or begins or ends the same. */
#define CUT_DISTANCE 20
#define SENTENCE_LEAST 60 /* letters: shorter sentences come twice */
#define SENTENCE_END 40

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

/* A text of fewer than three words has no voice. */
static bool are_within(uint64_t a, uint64_t b, unsigned distance)
{
    return a != 0 && b != 0 && bits_set(a ^ b) <= distance;
}

bool merge_same_voice(uint64_t a, uint64_t b)
{
    return are_within(a, b, VOICE_DISTANCE);
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

static void join_voices(uint32_t *parent, uint32_t i, uint32_t k, size_t *different)
{
    uint32_t a = root(parent, i);
    uint32_t b = root(parent, k);
    *different -= a != b;
    parent[a] = b;
}

/* Joins those of `count` different voices that differ in few bits. */
static enum status join_near(struct arena *arena, const uint64_t *voices, size_t count, uint32_t *parent,
                             size_t *different)
{
    uint32_t *order = arena_array(arena, count, sizeof *order);
    uint64_t *banded = arena_array(arena, count, sizeof *banded); /* the voices in this order */
    if (order == NULL || banded == NULL) {
        return ERR_NO_MEMORY;
    }
    for (unsigned band = 0; band < BANDS; band++) {
        size_t ends[BAND_VALUES + 1] = {0};
        for (uint32_t i = 0; i < count; i++) { /* a counting sort */
            ends[band_of(voices[i], band) + 1]++;
        }
        for (unsigned value = 0; value < BAND_VALUES; value++) {
            ends[value + 1] += ends[value];
        }
        for (uint32_t i = 0; i < count; i++) {
            size_t at = ends[band_of(voices[i], band)]++;
            order[at] = i;
            banded[at] = voices[i];
        }
        for (size_t value = 0, begin = 0; value < BAND_VALUES; begin = ends[value++]) {
            for (size_t i = begin; i < ends[value]; i++) {
                for (size_t k = begin; k < i; k++) {
                    if (merge_same_voice(banded[i], banded[k])) {
                        join_voices(parent, order[i], order[k], different);
                    }
                }
            }
        }
    }
    return OK;
}

/* How the sentence of a claim of some voice begins or ends. */
struct sentence_end {
    uint64_t hash;
    uint32_t voice;
};

static int compare_ends(const void *a, const void *b)
{
    const struct sentence_end *left = a;
    const struct sentence_end *right = b;
    if (left->hash != right->hash) {
        return left->hash < right->hash ? -1 : 1;
    }
    return left->voice < right->voice ? -1 : left->voice > right->voice ? 1 : 0;
}

static bool is_letter(char c)
{
    return ascii_is_letter(c) || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

/* Hashes of the first and of the last letters and digits of a sentence; false when it is short. */
static bool hash_ends(struct str sentence, uint64_t hashes[2])
{
    size_t letters[2] = {0, 0};
    size_t i = 0;
    hashes[0] = 1;
    hashes[1] = 2;
    for (; i < sentence.size && letters[0] < SENTENCE_END; i++) {
        if (is_letter(sentence.data[i])) {
            hashes[0] = mix(hashes[0] + (unsigned char)ascii_lower(sentence.data[i]));
            letters[0]++;
        }
    }
    for (size_t k = sentence.size; k > 0 && letters[1] < SENTENCE_END; k--) {
        if (is_letter(sentence.data[k - 1])) {
            hashes[1] = mix(hashes[1] + (unsigned char)ascii_lower(sentence.data[k - 1]));
            letters[1]++;
        }
    }
    for (; i < sentence.size && letters[0] < SENTENCE_LEAST; i++) {
        letters[0] += is_letter(sentence.data[i]);
    }
    return letters[0] >= SENTENCE_LEAST;
}

/* Where the voice stands among `count` different ones in ascending order. */
static uint32_t index_of(const uint64_t *voices, size_t count, uint64_t voice)
{
    size_t low = 0;
    for (size_t high = count; low + 1 < high;) {
        size_t middle = low + (high - low) / 2;
        if (voice < voices[middle]) {
            high = middle;
        } else {
            low = middle;
        }
    }
    return (uint32_t)low;
}

/* Joins voices that differ in more bits and give a claim in the same sentence. */
static enum status join_cut(struct arena *arena, const struct claim *claims, size_t claim_count,
                            const uint64_t *voices, size_t count, uint32_t *parent, size_t *different)
{
    struct sentence_end *ends = arena_array(arena, 2 * claim_count, sizeof *ends);
    size_t end_count = 0;
    if (ends == NULL) {
        return ERR_NO_MEMORY;
    }
    for (size_t i = 0; i < claim_count; i++) {
        uint64_t hashes[2];
        if (claims[i].voice != 0 && hash_ends(claims[i].report.evidence.text, hashes)) {
            uint32_t voice = index_of(voices, count, claims[i].voice);
            ends[end_count++] = (struct sentence_end){hashes[0], voice};
            ends[end_count++] = (struct sentence_end){hashes[1], voice};
        }
    }
    if (end_count > 1) {
        qsort(ends, end_count, sizeof *ends, compare_ends);
    }
    size_t kept = 0;
    for (size_t i = 0; i < end_count; i++) {
        if (kept == 0 || compare_ends(&ends[kept - 1], &ends[i]) != 0) {
            ends[kept++] = ends[i];
        }
    }
    for (size_t i = 0; i < kept; i++) {
        for (size_t k = i; k > 0 && ends[k - 1].hash == ends[i].hash; k--) {
            uint32_t a = ends[i].voice;
            uint32_t b = ends[k - 1].voice;
            if (root(parent, a) != root(parent, b) && are_within(voices[a], voices[b], CUT_DISTANCE)) {
                join_voices(parent, a, b, different);
            }
        }
    }
    return OK;
}

enum status voices_find(struct arena *arena, const struct claim *claims, size_t count, uint32_t *voice_of,
                        size_t *different)
{
    uint64_t *voices = arena_array(arena, count, sizeof *voices);
    uint32_t *parent = arena_array(arena, count, sizeof *parent);
    size_t kept = 0;
    *different = 0;
    if (voices == NULL || parent == NULL) {
        return ERR_NO_MEMORY;
    }
    for (size_t i = 0; i < count; i++) {
        if (claims[i].voice != 0) {
            voices[kept++] = claims[i].voice;
        }
    }
    if (kept > 1) {
        qsort(voices, kept, sizeof *voices, compare_voices);
    }
    for (size_t i = 0; i < kept; i++) {
        if (*different == 0 || voices[*different - 1] != voices[i]) {
            voices[(*different)++] = voices[i];
        }
    }
    kept = *different;
    for (uint32_t i = 0; i < kept; i++) {
        parent[i] = i;
    }
    enum status status = join_near(arena, voices, kept, parent, different);
    if (status == OK && *different > 1) {
        status = join_cut(arena, claims, count, voices, kept, parent, different);
    }
    for (size_t i = 0; status == OK && i < count; i++) {
        bool has = claims[i].voice != 0;
        voice_of[i] = has ? root(parent, index_of(voices, kept, claims[i].voice)) : VOICE_NONE;
    }
    return status;
}

/* The texts are near, and the sentence is the same, or begins or ends the same when it is long enough. */
static bool is_copy(const struct claim *a, const struct claim *b)
{
    struct str left = a->report.evidence.text;
    struct str right = b->report.evidence.text;
    uint64_t hashes[2][2];
    if (str_equal(left, right) && merge_same_voice(a->voice, b->voice)) {
        return true;
    }
    return hash_ends(left, hashes[0]) && hash_ends(right, hashes[1]) &&
           (hashes[0][0] == hashes[1][0] || hashes[0][1] == hashes[1][1]);
}

void merge_copies(const struct claim *claims, size_t count, uint32_t *copy_of)
{
    for (size_t i = 0; i < count; i++) {
        copy_of[i] = (uint32_t)i;
        for (size_t k = 0; k < count; k++) {
            const struct claim *original = &claims[k];
            /* what is told apart soonest first: an event may have thousands of claims */
            if (k == i || !are_within(original->voice, claims[i].voice, CUT_DISTANCE) ||
                original->report.subtype != claims[i].report.subtype ||
                original->report.count.min != claims[i].report.count.min ||
                original->report.count.max != claims[i].report.count.max ||
                str_equal(original->article, claims[i].article) || !is_copy(original, &claims[i])) {
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
