/* Who says what stands behind a participle: "the rebels claimed the raid, saying they had killed 26", "shells
 * hit Kolna, with the mayor putting the toll at 12". */
#include "report/attribution.h"

/* True when the word at item `saying` has that value: "with" for what tells only of a toll that follows and
 * never of whom the sentence is about, "toll" for what also must put a number to it, "news" for what tells
 * only before a toll or "that". */
static bool tells_by(const struct items *items, size_t saying, const char *value)
{
    return token_has(items->text, items->item[saying].first_token, CLASS_SAYING, value);
}

/* True when the participle at item `saying` tells of one who is named with it, and never of whom the sentence
 * is about: "the army shelled Kolna, putting 78 men out of action". */
static bool needs_own_speaker(const struct items *items, size_t saying)
{
    return tells_by(items, saying, "with") || tells_by(items, saying, "toll");
}

/* So many words may stand between "putting" and the toll that is put, or from there to its number. */
#define TOLL_WORDS 7

/* Where the toll stands that follows item `saying` at once, "the death toll", "nine soldiers dead"; 0 when
 * anything else does: "putting up a fight", "reporting for duty". */
static size_t toll_behind(const struct items *items, size_t saying)
{
    static const unsigned tolls[] = {CLASS_TOLLWORD, CLASS_FIGURE, CLASS_STATE,
                                     CLASS_TOLL,     CLASS_DEED,   CLASS_DONE};
    static const unsigned before[] = {CLASS_DETERMINER, CLASS_POSSESSIVE, CLASS_MODIFIER, CLASS_QUALIFIER,
                                      CLASS_COUNT,      CLASS_PERSONS,    CLASS_PERSON,   CLASS_FIGHTER};
    size_t end = saying + TOLL_WORDS < items->count ? saying + TOLL_WORDS : items->count;

    for (size_t i = saying + 1; i < end; i++) {
        if (is_any(&items->item[i], tolls, sizeof tolls / sizeof tolls[0])) {
            return i;
        }
        if (!is_any(&items->item[i], before, sizeof before / sizeof before[0]) && !is_auxiliary(items, i)) {
            return 0;
        }
    }
    return 0;
}

/* True for "at 12", "of at least 12" behind the toll at item `toll`. */
static bool is_put_at(const struct items *items, size_t toll)
{
    size_t end = toll + TOLL_WORDS < items->count ? toll + TOLL_WORDS : items->count;

    for (size_t i = toll + 1; i < end && !is(items, i, CLASS_PUNCT) && !is(items, i, CLASS_AND); i++) {
        size_t number = is(items, i + 1, CLASS_QUALIFIER) ? i + 2 : i + 1;

        if ((is_of(items, i) || is(items, i, CLASS_AMOUNT)) && is(items, number, CLASS_COUNT)) {
            return true;
        }
    }
    return false;
}

/* True when the participle at item `saying` tells something: "saying", "reporting that", "putting the toll at
 * 12", "counting nine dead". */
static bool tells(const struct items *items, size_t saying)
{
    if (!needs_own_speaker(items, saying) && !tells_by(items, saying, "news")) {
        return true;
    }
    if (tells_by(items, saying, "news") && is(items, saying + 1, CLASS_RELATIVE)) {
        return true;
    }
    size_t toll = toll_behind(items, saying);

    return toll > 0 && (!tells_by(items, saying, "toll") ||
                        (!is(items, saying + 1, CLASS_COUNT) && is_put_at(items, toll)));
}

/* Where what is said by the participle at item `saying` ends: what is told with one who says it is an aside.
 */
static size_t said_end(const struct items *items, size_t saying, bool aside)
{
    size_t end = clause_end(items, saying);

    for (size_t i = saying + 1; aside && i < end; i++) {
        if (is_comma(items, i) && (is(items, i + 1, CLASS_AND) || is(items, i + 1, CLASS_CLAUSE))) {
            return i;
        }
    }
    return end;
}

/* Ends at item `first` what somebody said before it and goes on from there. */
static void cut_short(struct extraction *extraction, const struct items *items, size_t first)
{
    uint32_t token = token_at(extraction, items, first);

    for (size_t i = 0; i < extraction->attribution_count; i++) {
        struct attribution *prior = &extraction->attributions[i];

        if (prior->scope.first > prior->words.first && span_holds(prior->scope, token)) {
            prior->scope.end = token;
        }
    }
}

/* Where who says so begins in "with the army counting nine and rebels claiming 30", behind the "and", by the
 * word at item `saying`; 0 for nobody.  The participle before stands at item `before`. */
static size_t and_before(const struct items *items, size_t saying, size_t before)
{
    size_t first = saying;

    while (first > before + 1 && !is(items, first - 1, CLASS_AND) && !is_comma(items, first - 1) &&
           !is_auxiliary(items, first - 1) && !is(items, first - 1, CLASS_PREPOSITION)) {
        first--;
    }
    return before > 0 && first < saying && is(items, first - 1, CLASS_AND) && speaks(items, first, saying)
               ? first
               : 0;
}

/* Gives what stands behind the participle at item `saying` to who says it; `with` is where that one begins
 * when he is named with it, or 0. */
static void say_so(struct extraction *extraction, const struct items *items, size_t saying, size_t with)
{
    struct attribution besides = {.status = STATUS_CLAIMED};
    struct attribution *attribution;

    besides.words = span_of(extraction, items, saying, after_when(items, saying + 1));
    besides.scope = span_of(extraction, items, saying + 1, said_end(items, saying, with > 0));
    besides.speaker = with > 0 ? span_of(extraction, items, with, saying)
                               : subject_before(extraction, items, token_at(extraction, items, saying));
    if (span_empty(besides.speaker) &&
        only_pronoun(items, clause_start(items, saying), clause_start(items, saying) + 1)) {
        besides.pronoun = true;
        besides.speaker =
            span_of(extraction, items, clause_start(items, saying), clause_start(items, saying) + 1);
    }
    attribution = span_empty(besides.speaker) ? NULL : add_attribution(extraction);
    if (attribution != NULL) {
        *attribution = besides;
    }
}

void say_besides(struct extraction *extraction, const struct items *items)
{
    size_t before = 0; /* the last participle with a speaker of its own */

    for (size_t i = 1; i < items->count; i++) {
        if (!is(items, i, CLASS_SAYING) || !tells(items, i)) {
            continue;
        }
        size_t with = with_before(items, i);
        size_t own = and_before(items, i, before);

        if (own > 0 || (with > 0 && is(items, with - 1, CLASS_PREPOSITION))) {
            cut_short(extraction, items, (own > 0 ? own : with) - 1);
        }
        with = own > 0 ? own : with;
        if (!(with > 0 || (is_comma(items, i - 1) && !needs_own_speaker(items, i))) ||
            attribution_of(extraction, token_at(extraction, items, i + 1)) != NULL) {
            continue;
        }
        say_so(extraction, items, i, with);
        before = with > 0 ? i : before;
    }
}
