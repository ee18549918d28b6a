/* What a sentence tells of the kind of happening, by its words: a blow or an accident, and whether it is set
 * against one told before ("in a second ambush").  A claim carries its sentence but not its language; the
 * words are English ones, and a sentence without them is told apart from none. */
#include <stdlib.h>
#include <string.h>

#include "merge/traits.h"

#define WORD_LIMIT 15   /* longer words are none of the table */
#define ANOTHER_REACH 2 /* "a second drone strike" */

struct sign {
    char word[WORD_LIMIT + 1];
    unsigned causes;
};

#define BLOW CAUSE_BLOW
#define ACCIDENT CAUSE_ACCIDENT
/* An aircraft that came down was shot down for one side and had an accident for the other; a blast may be
 * either. */
#define EITHER (BLOW | ACCIDENT)

/* In byte order. */
static const struct sign signs[] = {
    {"accident", ACCIDENT},  {"accidents", ACCIDENT},  {"aircraft", EITHER},     {"airstrike", BLOW},
    {"airstrikes", BLOW},    {"ambush", BLOW},         {"ambushed", BLOW},       {"ambushes", BLOW},
    {"artillery", BLOW},     {"assault", BLOW},        {"assaults", BLOW},       {"attack", BLOW},
    {"attacked", BLOW},      {"attacks", BLOW},        {"avalanche", ACCIDENT},  {"battle", BLOW},
    {"blast", EITHER},       {"blasts", EITHER},       {"bomb", BLOW},           {"bombardment", BLOW},
    {"bombed", BLOW},        {"bombing", BLOW},        {"bombings", BLOW},       {"bombs", BLOW},
    {"capsized", ACCIDENT},  {"clash", BLOW},          {"clashes", BLOW},        {"collided", ACCIDENT},
    {"collision", ACCIDENT}, {"crash", ACCIDENT},      {"crashed", ACCIDENT},    {"crashes", ACCIDENT},
    {"cyclone", ACCIDENT},   {"derailed", ACCIDENT},   {"derailment", ACCIDENT}, {"drone", BLOW},
    {"drones", BLOW},        {"earthquake", ACCIDENT}, {"explosion", EITHER},    {"explosions", EITHER},
    {"fighting", BLOW},      {"flood", ACCIDENT},      {"flooding", ACCIDENT},   {"floods", ACCIDENT},
    {"gunmen", BLOW},        {"helicopter", EITHER},   {"hurricane", ACCIDENT},  {"incident", EITHER},
    {"jet", EITHER},         {"landslide", ACCIDENT},  {"massacre", BLOW},       {"mine", EITHER},
    {"missile", BLOW},       {"missiles", BLOW},       {"plane", EITHER},        {"raid", BLOW},
    {"raids", BLOW},         {"rocket", BLOW},         {"rockets", BLOW},        {"shelled", BLOW},
    {"shelling", BLOW},      {"shooting", BLOW},       {"shot", BLOW},           {"stampede", ACCIDENT},
    {"strike", BLOW},        {"strikes", BLOW},        {"typhoon", ACCIDENT},    {"wildfire", ACCIDENT},
    {"wildfires", ACCIDENT},
};

static const char *const others[] = {"another", "second", "separate", "third"};

static int compare_sign(const void *key, const void *sign)
{
    return strcmp(key, ((const struct sign *)sign)->word);
}

static bool means_another(const char *word)
{
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        if (strcmp(word, others[i]) == 0) {
            return true;
        }
    }
    return false;
}

/* The next run of ASCII letters at or after *at in lower case, "" when it is too long; false at the end. */
static bool next_word(struct str text, size_t *at, char word[WORD_LIMIT + 1])
{
    size_t size = 0;
    bool begun = false;
    for (; *at < text.size; ++*at) {
        char c = text.data[*at];
        bool letter = ascii_is_letter(c);
        if (!letter && begun) {
            break;
        }
        begun = begun || letter;
        if (letter && size < WORD_LIMIT) {
            word[size] = ascii_lower(c);
        }
        size += letter;
    }
    word[size <= WORD_LIMIT ? size : 0] = '\0';
    return begun;
}

struct happening happening_of(struct str sentence)
{
    struct happening happening = {.causes = 0};
    char word[WORD_LIMIT + 1];
    int reach = 0;
    for (size_t at = 0; next_word(sentence, &at, word); reach--) {
        const struct sign *sign =
            bsearch(word, signs, sizeof signs / sizeof *signs, sizeof *signs, compare_sign);
        if (sign != NULL) {
            happening.causes |= sign->causes;
            happening.another = happening.another || reach > 0;
        }
        if (means_another(word)) {
            reach = ANOTHER_REACH + 1;
        }
    }
    return happening;
}
