/* What a sentence tells of the kind of happening, by its words: a blow or an accident, by which means, and
 * whether it is set against one told before ("in a second ambush") or gives a toll that was
 * replaced or that replaces one ("earlier reports", "the toll has risen").  A
 * claim carries its sentence but not its language; the words are English ones, and a sentence without them is
 * told apart from none. */
#include <stdlib.h>
#include <string.h>

#include "merge/traits.h"
#include "merge/words.h"

#define WORD_LIMIT 15   /* longer words are none of the table */
#define SINGLE_REACH 2  /* "a car bomb" */
#define ANOTHER_REACH 2 /* "a second drone strike" */
#define EARLIER_REACH 2 /* "an earlier death toll" */
#define NUMBER_REACH 2  /* "the number of dead" */

struct sign {
    char word[WORD_LIMIT + 1];
    unsigned causes; /* and means */
};

#define BLOW CAUSE_BLOW
#define ACCIDENT CAUSE_ACCIDENT
/* An aircraft that came down was shot down for one side and had an accident for the other; a blast may be
 * either. */
#define EITHER (BLOW | ACCIDENT)
/* Means that one could take for another are both: what falls from the air is a bomb or a missile, a drone
 * brings either.  An ambush may begin with a bomb. */
#define BOMB (BLOW | MEANS_BOMB)
#define DRONE (BLOW | MEANS_DRONE)
#define GUNS (BLOW | MEANS_GUNS)
#define MISSILE (BLOW | MEANS_MISSILE)
#define ROCKET (MISSILE | MEANS_SHELLS)
#define SHELLS (BLOW | MEANS_SHELLS)
#define AIR (BLOW | MEANS_BOMB | MEANS_DRONE | MEANS_MISSILE)

/* In byte order. */
static const struct sign signs[] = {
    {"accident", ACCIDENT},   {"accidents", ACCIDENT}, {"aircraft", EITHER},    {"airstrike", AIR},
    {"airstrikes", AIR},      {"ambush", BLOW},        {"ambushed", BLOW},      {"ambushes", BLOW},
    {"artillery", SHELLS},    {"assault", BLOW},       {"assaults", BLOW},      {"attack", BLOW},
    {"attacked", BLOW},       {"attacks", BLOW},       {"avalanche", ACCIDENT}, {"battle", BLOW},
    {"blast", EITHER},        {"blasts", EITHER},      {"bomb", BOMB},          {"bombardment", BLOW},
    {"bombed", BLOW},         {"bomber", BOMB},        {"bombers", BOMB},       {"bombing", BOMB},
    {"bombings", BOMB},       {"bombs", BOMB},         {"capsized", ACCIDENT},  {"clash", BLOW},
    {"clashes", BLOW},        {"collided", ACCIDENT},  {"collision", ACCIDENT}, {"crash", ACCIDENT},
    {"crashed", ACCIDENT},    {"crashes", ACCIDENT},   {"cyclone", ACCIDENT},   {"derailed", ACCIDENT},
    {"derailment", ACCIDENT}, {"drone", DRONE},        {"drones", DRONE},       {"earthquake", ACCIDENT},
    {"explosion", EITHER},    {"explosions", EITHER},  {"fighting", BLOW},      {"flood", ACCIDENT},
    {"flooding", ACCIDENT},   {"floods", ACCIDENT},    {"gunfire", GUNS},       {"gunman", GUNS},
    {"gunmen", GUNS},         {"helicopter", EITHER},  {"hurricane", ACCIDENT}, {"incident", EITHER},
    {"jet", EITHER},          {"landslide", ACCIDENT}, {"massacre", BLOW},      {"mine", EITHER},
    {"missile", MISSILE},     {"missiles", MISSILE},   {"mortar", SHELLS},      {"mortars", SHELLS},
    {"plane", EITHER},        {"raid", BLOW},          {"raids", BLOW},         {"rocket", ROCKET},
    {"rockets", ROCKET},      {"shelled", SHELLS},     {"shelling", SHELLS},    {"shells", SHELLS},
    {"shooting", GUNS},       {"shot", GUNS},          {"stampede", ACCIDENT},  {"strike", BLOW},
    {"strikes", BLOW},        {"typhoon", ACCIDENT},   {"wildfire", ACCIDENT},  {"wildfires", ACCIDENT},
};

static const char *const articles[] = {"a", "an", "one", "single"};
static const char *const others[] = {"another", "second", "separate", "third"};
static const char *const befores[] = {"earlier",     "initial",  "initially",
                                      "preliminary", "previous", "previously"};
static const char *const rises[] = {"bringing", "brings",    "climbed", "climbs",  "grew",
                                    "grown",    "increased", "jumped",  "raising", "raised",
                                    "reached",  "rise",      "risen",   "rises",   "rose"};
static const char *const tolls[] = {"count",  "estimate", "estimates", "figure", "figures",
                                    "report", "reported", "reports",   "tally",  "toll"};

static const char *const dead[] = {"casualties", "dead", "deaths", "fatalities", "killed", "victims"};

static int compare_sign(const void *key, const void *sign)
{
    return strcmp(key, ((const struct sign *)sign)->word);
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
    int single = 0; /* so many words may follow until the noun; likewise: */
    int another = 0;
    int earlier = 0;
    int number = 0;
    bool rise = false;
    bool shot = false; /* the word before */
    unsigned means = 0;
    for (size_t at = 0; next_word(sentence, &at, word); single--, another--, earlier--, number--) {
        if (shot && strcmp(word, "down") == 0) {
            happening.means = means; /* whatever brought the aircraft down */
        }
        shot = strcmp(word, "shot") == 0;
        means = happening.means;
        const struct sign *sign =
            bsearch(word, signs, sizeof signs / sizeof *signs, sizeof *signs, compare_sign);
        if (sign != NULL) {
            happening.causes |= sign->causes & (BLOW | ACCIDENT);
            happening.means |= sign->causes & MEANS_ALL;
            happening.another = happening.another || another > 0;
            happening.single = happening.single || (single > 0 && word[strlen(word) - 1] != 's');
        }
        happening.earlier = happening.earlier || (earlier > 0 && WORD_AMONG(str_from(word), tolls)) ||
                            (earlier == EARLIER_REACH && strcmp(word, "said") == 0);
        happening.toll =
            happening.toll || strcmp(word, "toll") == 0 || (number > 0 && WORD_AMONG(str_from(word), dead));
        rise = rise || WORD_AMONG(str_from(word), rises);
        if (WORD_AMONG(str_from(word), articles)) {
            single = SINGLE_REACH + 1;
        }
        if (WORD_AMONG(str_from(word), others)) {
            another = ANOTHER_REACH + 1;
        }
        if (strcmp(word, "number") == 0) {
            number = NUMBER_REACH + 1;
        }
        if (WORD_AMONG(str_from(word), befores)) {
            earlier = EARLIER_REACH + 1;
        }
    }
    happening.risen = happening.toll && rise && !happening.earlier;
    return happening;
}

unsigned hours_of(struct str words)
{
    static const char *const early[] = {"dawn", "early", "morning"};
    static const char *const late[] = {"afternoon", "evening", "late"};
    unsigned hours = 0;
    char word[WORD_LIMIT + 1];
    for (size_t at = 0; next_word(words, &at, word);) {
        hours |= WORD_AMONG(str_from(word), early) ? 1U : WORD_AMONG(str_from(word), late) ? 2U : 0;
    }
    return hours;
}

bool is_nightly(struct str words)
{
    static const char *const nights[] = {"midnight", "night", "overnight"};
    char word[WORD_LIMIT + 1];
    for (size_t at = 0; next_word(words, &at, word);) {
        if (WORD_AMONG(str_from(word), nights)) {
            return true;
        }
    }
    return false;
}
