/* By what items the matcher finds the rules of a pass at a place: by their classes and by their words. */
#include "tools/compiler.h"

#include <string.h>

static bool begins_with_word(const struct compiler *compiler, const struct rule *rule, unsigned word)
{
    for (size_t i = 0; i < rule->start_word_count; i++) {
        if (compiler->lexicon.words[rule->start_words[i]].final == word) {
            return true;
        }
    }
    return false;
}

/* The number of the set behind the last, which is entered unless one is the same; 0 when there is no memory.
 */
static uint16_t enter_set(struct compiler *compiler, struct start_sets *sets, size_t words)
{
    const uint64_t *fresh = &sets->bits[sets->count * words];
    for (size_t i = 0; i < sets->count; i++) {
        if (memcmp(&sets->bits[i * words], fresh, words * sizeof *fresh) == 0) {
            return (uint16_t)i;
        }
    }
    if (sets->count == UINT16_MAX) {
        exceed(&compiler->messages, "words that rules begin with");
        return 0;
    }
    return (uint16_t)sets->count++;
}

/* Room for one more set behind the last, which is cleared; false when there is no memory. */
static bool begin_set(struct compiler *compiler, struct start_sets *sets, size_t words)
{
    void *bits = sets->bits;
    while (sets->capacity <= (sets->count + 1) * words) { /* a pass without rules has sets of no words */
        if (!make_room(compiler, &bits, sets->capacity, &sets->capacity, sizeof *sets->bits)) {
            return false;
        }
    }
    sets->bits = bits;
    memset(&sets->bits[sets->count * words], 0, words * sizeof *sets->bits);
    return true;
}

/* The sets by class or by word; NULL when there is no memory. */
static const uint16_t *make_keys(struct compiler *compiler, const struct pass *pass,
                                 const struct lang_pass *made, bool by_word, size_t count,
                                 struct start_sets *sets)
{
    const size_t words = lang_pass_words(made);
    uint16_t *keys = take(compiler, count, sizeof *keys);
    for (unsigned key = 0; keys != NULL && key < count && begin_set(compiler, sets, words); key++) {
        uint64_t *set = &sets->bits[sets->count * words];
        unsigned number = 0;
        for (const struct rule *rule = pass->rules; rule != NULL; rule = rule->next, number++) {
            const bool begins =
                by_word ? begins_with_word(compiler, rule, key) : class_set_has(&rule->start_classes, key);
            set[number / 64] |= (uint64_t)begins << number % 64;
        }
        keys[key] = enter_set(compiler, sets, words);
    }
    return keys;
}

void make_starts(struct compiler *compiler, const struct pass *pass, const struct lang *lang,
                 struct lang_pass *made, struct start_sets *sets)
{
    if (!begin_set(compiler, sets, lang_pass_words(made))) {
        return;
    }
    sets->count = 1; /* the empty one */
    made->by_class = make_keys(compiler, pass, made, false, compiler->classes.count, sets);
    made->by_word = make_keys(compiler, pass, made, true, lang->literal_count, sets);
    made->starts = sets->bits;
}
