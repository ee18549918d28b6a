/* Of which side people may be, by what they are called: twenty rebels are not twenty soldiers.  The words are
 * English ones; people who are called anything else may be of any side. */
#include "merge/compare.h"
#include "place/place.h"

#define ARMY 1U
#define POLICE 2U
#define REBELS 4U /* whoever fights for no state */
#define CIVIL 8U

/* By how the word begins: that of an actor ("medical staff"), or of the text ("policeman"). */
static const struct {
    const char *begin;
    unsigned sides;
} nouns[] = {
    {"airm", ARMY},
    {"artillerym", ARMY},
    {"conscript", ARMY},
    {"marine", ARMY},
    {"paratrooper", ARMY},
    {"reservist", ARMY},
    {"sailor", ARMY},
    {"servicem", ARMY},
    {"servicew", ARMY},
    {"soldier", ARMY},
    {"special forces", ARMY},
    {"troop", ARMY},
    {"police", POLICE},
    {"border guard", ARMY | POLICE},
    {"gendarme", ARMY | POLICE},
    {"officer", ARMY | POLICE},
    {"peacekeeper", ARMY | POLICE},
    {"personnel", ARMY | POLICE},
    {"security forces", ARMY | POLICE},
    {"commander", ARMY | POLICE | REBELS},
    {"forces", ARMY | POLICE | REBELS},
    {"fighter", ARMY | REBELS},
    {"mercenar", ARMY | REBELS},
    {"attacker", REBELS},
    {"bandit", REBELS},
    {"extremist", REBELS},
    {"guerilla", REBELS},
    {"guerrilla", REBELS},
    {"gunm", REBELS},
    {"insurgent", REBELS},
    {"islamist", REBELS},
    {"jihadist", REBELS},
    {"militant", REBELS},
    {"militia", REBELS},
    {"rebel", REBELS},
    {"separatist", REBELS},
    {"terrorist", REBELS},
    {"aid worker", CIVIL},
    {"child", CIVIL},
    {"civilian", CIVIL},
    {"clergy", CIVIL},
    {"diplomat", CIVIL},
    {"farmer", CIVIL},
    {"journalist", CIVIL},
    {"lawyer", CIVIL},
    {"medical staff", CIVIL},
    {"migrant", CIVIL},
    {"passenger", CIVIL},
    {"patient", CIVIL},
    {"politician", CIVIL},
    {"protester", CIVIL},
    {"refugee", CIVIL},
    {"rescuer", CIVIL},
    {"resident", CIVIL},
    {"settler", CIVIL},
    {"student", CIVIL},
    {"teacher", CIVIL},
    {"tourist", CIVIL},
    {"villager", CIVIL},
    {"women", CIVIL},
    {"worker", CIVIL},
};

/* May stand between a number and the noun, as names may: "three of its army officers". */
static const char *const fillers[] = {"army", "government", "its", "more", "of", "other", "the", "their"};

#define NOUN_REACH 4 /* words behind the number */

/* 0 when the noun is not of the table. */
static unsigned sides_of_noun(struct str text)
{
    for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++) {
        struct str begin = str_from(nouns[i].begin);
        if (text.size >= begin.size && str_equal_nocase(str_slice(text, 0, begin.size), begin)) {
            return nouns[i].sides;
        }
    }
    return 0;
}

static bool is_filler(struct str word)
{
    for (size_t i = 0; i < sizeof fillers / sizeof *fillers; i++) {
        if (str_equal(word, str_from(fillers[i]))) {
            return true;
        }
    }
    return word.size > 0 && !ascii_is_lower(word.data[0]);
}

bool count_in_sentence(const struct report *report, size_t *begin, size_t *end)
{
    struct str sentence = report->evidence.text;
    struct str words = report->count.text.text;
    size_t at = 0;
    uint32_t skip = report->count.text.begin - report->evidence.begin;
    if (words.size == 0 || report->count.text.field != report->evidence.field ||
        report->count.text.begin < report->evidence.begin) {
        return false;
    }
    for (; at < sentence.size && (skip > 0 || ((unsigned char)sentence.data[at] & 0xC0U) == 0x80); at++) {
        skip -= ((unsigned char)sentence.data[at] & 0xC0U) != 0x80;
    }
    *begin = at;
    *end = at + words.size;
    return str_starts(str_slice(sentence, at, sentence.size), words);
}

/* What people with a name are called behind their number: "20 Norland soldiers". */
static unsigned sides_in_text(const struct report *report)
{
    struct str sentence = report->evidence.text;
    struct str rest = {NULL, 0};
    size_t begin;
    size_t end;
    if (count_in_sentence(report, &begin, &end)) {
        rest = str_trim(str_slice(sentence, end, sentence.size));
    }
    for (int i = 0; i < NOUN_REACH && rest.size > 0; i++) {
        unsigned sides = sides_of_noun(rest);
        size_t space = str_find(rest, STR(" "), 0);
        if (sides != 0) {
            return sides;
        }
        if (space == SIZE_MAX || !is_filler(str_slice(rest, 0, space))) {
            return 0;
        }
        rest = str_slice(rest, space + 1, rest.size);
    }
    return 0;
}

unsigned sides_of(const struct report *report)
{
    struct str adjective;
    struct str people;
    unsigned any = ARMY | POLICE | REBELS | CIVIL;
    if (report->actor.size == 0 || !is_named(report->actor)) {
        unsigned sides = sides_of_noun(report->actor);
        return sides == 0 ? any : sides;
    }
    unsigned sides = sides_in_text(report);
    if (sides == (ARMY | REBELS) && !place_people(report->actor, &adjective, &people)) {
        return REBELS; /* the fighters of a group are no soldiers */
    }
    return sides == 0 ? any : sides;
}

bool are_other_civilians(const struct traits *a, const struct traits *b)
{
    struct str civilians = STR("civilians");
    struct str left = a->claim->report.actor;
    struct str right = b->claim->report.actor;

    return a->sides == CIVIL && b->sides == CIVIL && !str_equal(left, right) && !str_equal(left, civilians) &&
           !str_equal(right, civilians);
}

bool people_cover(const struct traits *whole, const struct traits *part)
{
    struct str people = whole->claim->report.actor;
    bool fewer = (part->sides & ~whole->sides) == 0;
    if (whole->specific_actor) {
        return part->specific_actor && are_one_people(whole->actor, part->actor) && fewer;
    }
    if (people.size == 0 || str_equal(people, STR("people")) ||
        str_equal_nocase(people, part->claim->report.actor)) {
        return true;
    }
    return fewer && (part->sides != whole->sides || str_equal(people, STR("civilians")));
}
