/* What merging compares, worked out once for each claim.  Private to the module. */
#ifndef MERGE_TRAITS_H
#define MERGE_TRAITS_H

#include "merge/merge.h"
#include "merge/words.h"

/* Claims of different stages never speak of one happening: the dispatch of a force is not its first battle.
 */
enum stage {
    STAGE_CASUALTY,
    STAGE_DISPATCH,
    STAGE_MOVE,
    STAGE_COMBAT,
    STAGE_REINFORCEMENT,
    STAGE_WITHDRAWAL
};

/* Claims are linked only when the days they are filed under are at most so far apart. */
#define MERGE_REACH_CASUALTY 16
#define MERGE_REACH_DEPLOYMENT 75

/* Greater figures are taken for this one, so that multiplying them is safe. */
#define FIGURE_LIMIT INT64_C(1000000000000000)

#define SOURCE_WORDS 24
#define PERSON_WORDS 8

/* What may have caused the harm; of both, or of neither, nothing is known. */
#define CAUSE_BLOW 1U
#define CAUSE_ACCIDENT 2U

/* By which means; of those that a sentence names one may be meant. */
#define MEANS_BOMB 4U
#define MEANS_DRONE 8U
#define MEANS_GUNS 16U
#define MEANS_MISSILE 32U
#define MEANS_SHELLS 64U
#define MEANS_ALL (MEANS_BOMB | MEANS_DRONE | MEANS_GUNS | MEANS_MISSILE | MEANS_SHELLS)

struct happening {
    unsigned causes;
    unsigned means;
    bool single;  /* one of them: "a car bomb", "an attack on the town" */
    bool another; /* set against one told before: "in a second ambush" */
    bool earlier; /* gives the toll of before, which another replaced: "earlier reports put it at nine" */
    bool risen;   /* gives the toll that replaces one: "the toll has risen to 19" */
    bool toll;    /* gives one that was told of, by its noun: "put the toll at 12", "the number of dead" */
};

struct happening happening_of(struct str sentence);

/* The half of the day that the words of a date tell: a bit for "morning", one for "evening"; 0 for the night,
 * which may belong to either of two days. */
unsigned hours_of(struct str words);

/* Whom the words of a count tell of.  Bits that are of one question (men or women, how old) exclude each
 * other; where all or none are set nothing is known. */
struct victims {
    unsigned sexes, ages, trades;
    int age;   /* in years, of one person; 0 when it is not told */
    bool more; /* of others than were told before: "another five" */
};

/* The words of a date tell of a night: "overnight", "on Monday night". */
bool is_nightly(struct str words);

struct victims victims_of(const struct report *report);
/* The words behind those of the count that may name the one person: "a photographer, Ivo Tarn, was killed";
 * else absent. */
struct str victim_name(const struct report *report);

struct traits {
    const struct claim *claim;
    uint64_t article; /* str_hash of its id */
    struct str actor; /* whose people; of a denial without a place those of the country that denies it */
    enum stage stage;
    unsigned sides;  /* sides_of the people */
    struct str spot; /* of losses on one day the one town or village that they name; else absent */
    int32_t lo, hi;  /* the days it is filed under: its date, else its publication */
    int32_t told; /* the day by which it was known: said, else the upper bound of its date, else published */
    unsigned hours;               /* hours_of its date */
    struct str country;           /* for people without a name: where it happened, as far as it is told */
    int64_t min, max;             /* the count, at most FIGURE_LIMIT, or COUNT_NONE */
    int64_t figure;               /* the headline number, or COUNT_NONE */
    uint32_t names[PERSON_WORDS]; /* of the one person who is counted by name, as in source_words */
    size_t name_count;
    uint32_t source_words[SOURCE_WORDS]; /* hashes of the names in the speaker's words, ascending */
    size_t source_count;
    struct word_set evidence; /* of the sentence */
    struct happening happening;
    struct victims victims;
    uint32_t surname;    /* the last of the names, or 0 */
    bool specific_actor; /* a named force or people, not just "civilians" */
    bool town;           /* its one place is a town, or a region whose name is also that of a town in it */
    bool dated;          /* report_dated */
    bool said;           /* the text tells when it was said */
    bool nightly;        /* is_nightly its date */
    bool increment;      /* is_increment */
    bool vague;          /* "dozens": min and max are far apart */
};

/* The surname of the one person who is counted by name ("Morel" of "Senator Ana Morel, 52"); absent of a
 * person without one ("a Norland soldier", "the mayor of Tarrow"). */
struct str person_surname(struct str words);
/* The actor of a report; of a denial that soldiers without a name were lost, somewhere, the country that
 * denies it. */
struct str denial_actor(const struct report *report);

/* The bits of the sides that the people of a report may be of: an army, the police, rebels, civilians. */
unsigned sides_of(const struct report *report);

/* Where the words of the count stand in the sentence, in bytes; false when it does not hold them. */
bool count_in_sentence(const struct report *report, size_t *begin, size_t *end);

/* The text gives the date; not just that it must have been before somebody spoke. */
bool report_dated(const struct report *report);

/* Equal for names of one people (are_one_people), and for few others. */
struct str people_stem(struct str name);

/* Starts with a capital, or in a script that has none. */
bool is_named(struct str name);

/* Its figure is what came to the toll of the same sentence: "has risen to 17 after three died in hospital".
 */
bool is_increment(const struct report *report, const struct happening *happening);

void traits_of(const struct claim *claim, struct traits *traits);

/* How two claims stand to each other. */
struct relation {
    struct merge_why why;
    bool exclusive; /* they cannot be about one happening, whatever lies between them */
    bool late; /* a link of just MERGE_LINK points that makes no event: the one denies the other and names no
                  other, or is a toll that it may have risen to */
    bool part; /* the one is a part of the other (is_part), told of what may be one happening */
    bool by_part; /* a link of just MERGE_LINK points because of that alone, be they exclusive or not; events
                     are made of parts only when these add up (see totals.c) */
};

void traits_compare(const struct traits *a, const struct traits *b, struct relation *relation);

/* How the places of two claims stand to each other, best pair first. */
enum nearness {
    PLACES_UNKNOWN,  /* one names none, or nothing is known about them */
    PLACES_SPOT,     /* the same village, or place of unknown size */
    PLACES_TOWN,     /* the same town */
    PLACES_SAME,     /* the same region, or one lies within the other */
    PLACES_COUNTRY,  /* one names only the country around the other */
    PLACES_DOUBTFUL, /* a place that nobody knows, which may be a part of the town or lie anywhere else */
    PLACES_LOOSE,    /* a country that the other does not lie in: countries are named loosely */
    PLACES_NEAR,     /* other places of one region */
    PLACES_APART,
};
/* True when `inner` is `outer` or lies within it. */
bool place_within(const struct place *inner, const struct place *outer);
enum nearness places_compare(const struct place *a, size_t a_count, const struct place *b, size_t b_count);
/* Each of the inner places is known to be one of the outer ones or to lie within one, which is no country. */
bool places_cover(const struct place *outer, size_t outer_count, const struct place *inner,
                  size_t inner_count);
/* Every place of the one list may be, hold or lie in one of the other, and so the other way round; true for
 * an empty list. */
bool places_alike(const struct place *a, size_t a_count, const struct place *b, size_t b_count);

#endif
