/* Copies of one text: a SimHash tells them although mastheads, datelines and a sentence here or there differ.
 */
#include "merge/merge.h"
#include "merge/words.h"

#define VOICE_BITS 64
/* Copies differ in few bits; unrelated texts in about half of them. */
#define VOICE_DISTANCE 6

static uint64_t mix(uint64_t x)
{
    x ^= x >> 33;
    x *= 0xFF51AFD7ED558CCDULL;
    x ^= x >> 33;
    x *= 0xC4CEB9FE1A85EC53ULL;
    return x ^ (x >> 33);
}

uint64_t merge_voice(struct str text)
{
    int32_t votes[VOICE_BITS] = {0};
    uint64_t before[2] = {0, 0};
    size_t at = 0;
    struct word word;
    for (size_t words = 0; word_next(text, &at, &word); words++) {
        uint64_t gram = mix(before[0] * 3 + before[1] * 5 + word.hash);
        before[0] = mix(before[1] + 1);
        before[1] = word.hash;
        if (words < 2) {
            continue;
        }
        for (int bit = 0; bit < VOICE_BITS; bit++) {
            votes[bit] += (gram >> bit & 1) != 0 ? 1 : -1;
        }
    }
    uint64_t voice = 0;
    for (int bit = 0; bit < VOICE_BITS; bit++) {
        voice |= (uint64_t)(votes[bit] > 0) << bit;
    }
    return voice;
}

bool merge_same_voice(uint64_t a, uint64_t b)
{
    /* A text of fewer than three words has no voice. */
    return a != 0 && b != 0 && __builtin_popcountll(a ^ b) <= VOICE_DISTANCE;
}

void merge_copies(const struct claim *claims, size_t count, uint32_t *copy_of)
{
    for (size_t i = 0; i < count; i++) {
        copy_of[i] = (uint32_t)i;
        for (size_t k = 0; k < count; k++) {
            const struct claim *original = &claims[k];
            if (k == i || str_equal(original->article, claims[i].article) ||
                !merge_same_voice(original->voice, claims[i].voice) ||
                original->report.subtype != claims[i].report.subtype ||
                !str_equal(original->report.evidence.text, claims[i].report.evidence.text)) {
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
