/* What the words of a count tell of the people whom it counts: men or women, how old, what they do, and that
 * they are more of them ("another five", but not in "nine were killed and another five wounded").  A claim
 * carries its sentence but not its language; the words are English ones, and people of whom they tell nothing
 * may be anybody. */
#include "merge/compare.h"
#include "merge/words.h"

#define MALE 1U
#define FEMALE 2U
#define MINOR 1U
#define ADULT 2U

#define COMING_OF_AGE 18
#define GROWN 20 /* who is younger may be called a boy or a man */

static const struct {
    const char *word;
    unsigned sexes;
    unsigned ages;
} nouns[] = {
    {"baby", 0, MINOR},
    {"boy", MALE, MINOR},
    {"boys", MALE, MINOR},
    {"brother", MALE, 0},
    {"brothers", MALE, 0},
    {"child", 0, MINOR},
    {"children", 0, MINOR},
    {"daughter", FEMALE, 0},
    {"daughters", FEMALE, 0},
    {"father", MALE, ADULT},
    {"girl", FEMALE, MINOR},
    {"girls", FEMALE, MINOR},
    {"grandfather", MALE, ADULT},
    {"grandmother", FEMALE, ADULT},
    {"husband", MALE, ADULT},
    {"infant", 0, MINOR},
    {"man", MALE, ADULT},
    {"men", MALE, ADULT},
    {"mother", FEMALE, ADULT},
    {"mothers", FEMALE, ADULT},
    {"nun", FEMALE, ADULT},
    {"nuns", FEMALE, ADULT},
    {"pensioner", 0, ADULT},
    {"pensioners", 0, ADULT},
    {"schoolboy", MALE, MINOR},
    {"schoolgirl", FEMALE, MINOR},
    {"sister", FEMALE, 0},
    {"sisters", FEMALE, 0},
    {"son", MALE, 0},
    {"sons", MALE, 0},
    {"toddler", 0, MINOR},
    {"wife", FEMALE, ADULT},
    {"woman", FEMALE, ADULT},
    {"women", FEMALE, ADULT},
};

/* Callings that nobody has two of, as the claim names its people; those of one number may be the same. */
static const struct {
    const char *people;
    unsigned trades;
    unsigned ages;
} callings[] = {
    {"children", 0, MINOR},  {"aid workers", 1, ADULT},  {"medical staff", 1, ADULT},
    {"rescuers", 1, ADULT},  {"clergy", 2, ADULT},       {"diplomats", 4, ADULT},
    {"farmers", 8, ADULT},   {"journalists", 16, ADULT}, {"students", 32, 0},
    {"teachers", 64, ADULT},
};

/* May stand between a number and its noun. */
static const char *const fillers[] = {"adult", "elderly", "local", "more", "old", "other", "young"};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* The word that ends the text, without its case; empty when none does. */
static struct str last_word(struct str text)
{
    size_t begin = text.size;
    while (begin > 0 && ascii_is_letter(text.data[begin - 1])) {
        begin--;
    }
    return str_slice(text, begin, text.size);
}

/* "70-year-old": the years, else 0. */
static int age_of(struct str word)
{
    int age = 0;
    size_t at = 0;
    for (; at < word.size && at < 3 && is_digit(word.data[at]); at++) {
        age = 10 * age + (word.data[at] - '0');
    }
    return at > 0 && str_starts(str_slice(word, at, word.size), STR("-year-old")) ? age : 0;
}

/* Adds what the word tells; false when it tells nothing. */
static bool add_word(struct victims *victims, struct str word)
{
    int age = age_of(word);
    if (age > 0) {
        victims->age = age;
        victims->ages |= age < COMING_OF_AGE ? MINOR : age < GROWN ? MINOR | ADULT : ADULT;
        return true;
    }
    for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++) {
        if (str_equal_nocase(word, str_from(nouns[i].word))) {
            victims->sexes |= nouns[i].sexes;
            victims->ages |= nouns[i].ages;
            return true;
        }
    }
    return false;
}

/* "Another five", "five more"; not "five more than before". */
static bool is_more(struct str before, struct str behind)
{
    static const char *const leads[] = {"additional", "another", "further"};
    static const char *const tails[] = {"additional", "further", "more", "other", "others"};
    size_t at = 0;
    struct str word = words_next(behind, &at);
    if (WORD_AMONG(last_word(str_trim(before)), leads)) {
        return true;
    }
    return WORD_AMONG(word, tails) && !str_equal_nocase(words_next(behind, &at), STR("than"));
}

struct victims victims_of(const struct report *report)
{
    struct victims victims = {.more = false};
    struct str sentence = report->evidence.text;
    struct str words = report->count.text.text;
    size_t begin;
    size_t end;
    bool told = false;
    for (size_t at = 0; at < words.size;) {
        told = add_word(&victims, words_next(words, &at)) || told;
    }
    if (count_in_sentence(report, &begin, &end)) {
        struct str behind = str_slice(sentence, end, sentence.size);
        struct str word;
        size_t at = 0;
        victims.more = is_more(str_slice(sentence, 0, begin), behind) &&
                       !tells_other_harm(str_slice(sentence, 0, begin), report->subtype);
        do {
            word = words_next(behind, &at);
        } while (!told && WORD_AMONG(word, fillers));
        told = told || add_word(&victims, word);
    }
    for (size_t i = 0; i < sizeof callings / sizeof *callings; i++) {
        if (str_equal(report->actor, str_from(callings[i].people))) {
            victims.trades |= callings[i].trades;
            victims.ages |= told ? 0 : callings[i].ages;
        }
    }
    victims.sexes |= !told && str_equal(report->actor, STR("women")) ? FEMALE : 0;
    return victims;
}

struct str victim_name(const struct report *report)
{
    const struct str none = {NULL, 0};
    struct str sentence = report->evidence.text;
    size_t begin;
    size_t end;
    if (!count_in_sentence(report, &begin, &end) ||
        !str_starts(str_slice(sentence, end, sentence.size), STR(", "))) {
        return none;
    }
    begin = end + 2;
    end = str_find(sentence, STR(","), begin);
    struct str name = str_slice(sentence, begin, end == SIZE_MAX ? begin : end);
    return str_find(name, STR(" "), 0) == SIZE_MAX ? none : name;
}

static bool is_disjoint(unsigned a, unsigned b)
{
    return a != 0 && b != 0 && (a & b) == 0;
}

/* Not the same people, by what they are. */
static bool are_unlike(const struct victims *a, const struct victims *b)
{
    int years = a->age > b->age ? a->age - b->age : b->age - a->age;
    return is_disjoint(a->sexes, b->sexes) || is_disjoint(a->ages, b->ages) ||
           is_disjoint(a->trades, b->trades) || (a->age > 0 && b->age > 0 && years > 1);
}

/* Both name places, and none of the one is one of the other. */
static bool name_other_places(const struct report *a, const struct report *b)
{
    for (size_t i = 0; i < a->place_count; i++) {
        for (size_t k = 0; k < b->place_count; k++) {
            if (str_equal_nocase(a->places[i].name, b->places[k].name)) {
                return false;
            }
        }
    }
    return a->place_count > 0 && b->place_count > 0;
}

/* "Three on Monday and three on Tuesday", "three in Tarrow and three in Brask": whoever tells both in one
 * sentence tells two things.  Two speakers may name one thing otherwise. */
static bool are_other_clauses(const struct traits *a, const struct traits *b)
{
    const struct report *left = &a->claim->report;
    const struct report *right = &b->claim->report;
    bool other_day = a->dated && b->dated &&
                     (left->date.first != right->date.first || left->date.last != right->date.last);
    return are_of_one_sentence(a, b) && !are_two_speakers(a, b) &&
           (other_day || name_other_places(left, right));
}

/* "Five were killed ...  Another five were killed": what comes later in an article is none of what came
 * before. */
static bool are_more(const struct traits *a, const struct traits *b)
{
    const struct report *left = &a->claim->report;
    const struct report *right = &b->claim->report;
    const struct traits *last = left->count.text.begin < right->count.text.begin ? b : a;
    const struct traits *first = last == a ? b : a;
    return same_article(a, b) && left->evidence.field == right->evidence.field &&
           left->count.text.begin != right->count.text.begin && last->victims.more &&
           (!first->victims.more || are_of_one_sentence(a, b));
}

bool are_other_victims(const struct traits *a, const struct traits *b)
{
    enum measure left = measure_of(&a->claim->report);
    enum measure right = measure_of(&b->claim->report);
    bool comparable =
        a->stage != STAGE_CASUALTY || left == right || left == MEASURE_TOTAL || right == MEASURE_TOTAL;
    if (a->figure == COUNT_NONE || b->figure == COUNT_NONE || !comparable || is_one_person(a, b)) {
        return false;
    }
    return are_other_clauses(a, b) || are_more(a, b) ||
           (a->stage == STAGE_CASUALTY && left == right && are_unlike(&a->victims, &b->victims));
}
