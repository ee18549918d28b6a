/* What came to a toll when it rose: "has risen to 17 after three people died in hospital", "Three more died
 * of their wounds, bringing the toll to 17".  Only who was hurt or buried before is a part of what the toll
 * counts; "after three people were killed in Tarrow" may be the next blow.  The words are English ones. */
#include "merge/compare.h"
#include "merge/words.h"

#define LINK_REACH 6 /* "after rescuers pulled the bodies of three" */

static const char *const raisings[] = {"bringing", "brings", "lifting", "pushing",
                                       "raising",  "raises", "taking",  "takes"};
static const char *const links[] = {"after", "as", "when", "with"};
static const char *const lates[] = {"bodies", "body",      "hospital", "hospitals", "injuries", "recovered",
                                    "rubble", "succumbed", "succumb",  "wounds",    "wreckage"};

static bool has_late_word(struct str clause)
{
    size_t at = 0;
    for (struct str word = words_next(clause, &at); word.size > 0; word = words_next(clause, &at)) {
        if (WORD_AMONG(word, lates)) {
            return true;
        }
    }
    return false;
}

/* Where the words begin that tell why the toll rose "to 17", if the count before `end` is the next one;
 * SIZE_MAX when they do not. */
static size_t reason_before(struct str sentence, size_t end)
{
    size_t reason = SIZE_MAX;
    size_t gap = 0;
    bool to = false;
    size_t at = 0;
    struct str before = str_slice(sentence, 0, end);
    for (struct str word = words_next(before, &at); word.size > 0; word = words_next(before, &at), gap++) {
        if (to && WORD_AMONG(word, links)) {
            reason = at;
            gap = 0;
        }
        to = to || str_equal(word, STR("to"));
    }
    return gap <= LINK_REACH + 1 ? reason : SIZE_MAX;
}

/* ", bringing the toll to 17" */
static bool raises_toll(struct str behind)
{
    bool raising = false;
    bool toll = false;
    size_t at = 0;
    for (struct str word = words_next(behind, &at); word.size > 0; word = words_next(behind, &at)) {
        if (toll && str_equal(word, STR("to"))) {
            return true;
        }
        raising = raising || WORD_AMONG(word, raisings);
        toll = toll || (raising && (str_equal(word, STR("toll")) || str_equal(word, STR("number"))));
    }
    return false;
}

bool is_increment(const struct report *report, const struct happening *happening)
{
    struct str sentence = report->evidence.text;
    size_t begin;
    size_t end;
    if (report->kind != KIND_CASUALTY || !happening->toll || happening->earlier ||
        !count_in_sentence(report, &begin, &end)) {
        return false;
    }
    size_t comma = str_find(sentence, STR(","), end);
    comma = comma == SIZE_MAX ? sentence.size : comma;
    size_t reason = happening->risen ? reason_before(sentence, begin) : SIZE_MAX;
    if (reason != SIZE_MAX) {
        return has_late_word(str_slice(sentence, reason, comma));
    }
    return has_late_word(str_slice(sentence, 0, comma)) &&
           raises_toll(str_slice(sentence, comma, sentence.size));
}

bool adds_to(const struct traits *increment, const struct traits *toll)
{
    const struct report *left = &increment->claim->report;
    const struct report *right = &toll->claim->report;
    return increment->increment && !toll->increment && left->subtype == right->subtype &&
           both_incidents(increment, toll) && increment->figure != COUNT_NONE &&
           increment->figure < toll->figure && str_equal(left->evidence.text, right->evidence.text);
}
