/* What one denies while saying something else: "the army said four died, dismissing claims of 40 dead". */
#include "report/attribution.h"

bool is_of_people(const struct items *items, size_t of)
{
    size_t people = of + 1 + is(items, of + 1, CLASS_DETERMINER);

    return is_of(items, of) && (is(items, people, CLASS_PERSONS) || is(items, people, CLASS_PERSON)) &&
           is_of(items, people + 1);
}

/* So many words may stand between the comma and "of whom". */
#define SOME_WORDS 4

size_t some_before(const struct items *items, size_t i)
{
    size_t some = i;

    if (i < 2 || !is(items, i, CLASS_OF_THEM) ||
        !token_is(items->text, items->item[i].end_token - 1, CLASS_RELATIVE)) {
        return 0;
    }
    while (some > 1 && i - some <= SOME_WORDS && !is(items, some - 1, CLASS_PUNCT)) {
        some--;
    }
    return is_comma(items, some - 1) ? some : 0;
}

bool verb_of_aside(const struct items *items, size_t verb)
{
    while (verb > 1 && (is_auxiliary(items, verb - 1) || is(items, verb - 1, CLASS_ADVERB) ||
                        is(items, verb - 1, CLASS_TIMEX))) {
        verb--;
    }
    return verb > 1 && is(items, verb - 1, CLASS_RELATIVE) && is_comma(items, verb - 2);
}

size_t aside_end(const struct items *items, size_t verb, bool denies)
{
    size_t end = verb + 1;

    if (!verb_of_aside(items, verb) || is(items, end, CLASS_RELATIVE) ||
        !(denies || is(items, end, CLASS_PRONOUN))) {
        return 0;
    }
    while (end < items->count && !is(items, end, CLASS_PUNCT)) {
        end++;
    }
    return is_comma(items, end) && !is(items, end + 1, CLASS_CLAUSE) && !is(items, end + 1, CLASS_RELATIVE) &&
                   (is_auxiliary(items, end + 1) || is_harm(items, end + 1))
               ? end
               : 0;
}

size_t told_end(const struct items *items, size_t verb)
{
    size_t end = aside_end(items, verb, false);

    return end > 0 ? end : deed_begin(items, verb + 1, clause_end(items, verb));
}

/* How many items behind "dismissing" the noun of what is told and its "that" may stand. */
#define TOLD_REACH 8

/* "Dismissing a rebel claim of 40 dead", "denying that 40 died", "contrary to their claim to have killed 40":
 * where what is denied begins behind item `verb`; 0 when nothing is that was told. */
static size_t rebutted_from(const struct items *items, size_t verb)
{
    bool told = false;
    size_t of = 0;

    for (size_t i = verb + 1; i < items->count && i <= verb + TOLD_REACH &&
                              (!is(items, i, CLASS_PUNCT) || is_apostrophe(items, i));
         i++) {
        if (is(items, i, CLASS_RELATIVE)) {
            return told || i == verb + 1 ? i : 0;
        }
        if (told && is(items, i, CLASS_HAVE)) {
            return i;
        }
        if (is_harm(items, i) || is_auxiliary(items, i) || is(items, i, CLASS_COUNT)) {
            break;
        }
        /* "claims of 40 dead", "claims by rebels of 40 dead"; "the claim of the rebels that" goes on */
        if (told && is_of(items, i) && (is(items, i - 1, CLASS_NOUNLIKE) || is(items, i + 1, CLASS_COUNT))) {
            if (is_of_people(items, i)) {
                return 0;
            }
            of = i;
        }
        told = told || is(items, i, CLASS_HEARSAY) || is(items, i, CLASS_CHANNEL) ||
               (is(items, i, CLASS_NOUNLIKE) && is(items, i, CLASS_SAID));
    }
    return of;
}

/* The attribution whose words stand nearest before the token, else nearest behind it; NULL for none. */
static struct attribution *nearest_speaker(struct extraction *extraction, uint32_t token)
{
    struct attribution *before = NULL;
    struct attribution *behind = NULL;

    for (size_t i = 0; i < extraction->attribution_count; i++) {
        struct attribution *other = &extraction->attributions[i];

        if (span_empty(other->speaker)) {
            continue;
        }
        if (other->speaker.first < token) {
            before = before == NULL || before->speaker.first < other->speaker.first ? other : before;
        } else {
            behind = behind == NULL || other->speaker.first < behind->speaker.first ? other : behind;
        }
    }
    return before != NULL ? before : behind;
}

/* Parts "dismissing claims of 40 dead" from the words of who says something else before or behind it: it is
 * no part of them. */
static void part_rebuttal(const struct text *text, struct attribution *speaker, uint32_t verb,
                          struct span rebutted)
{
    if (!span_holds(speaker->words, verb)) {
        return;
    }
    if (speaker->speaker.first == verb && rebutted.end < speaker->speaker.end) {
        /* "rejecting reports of a truce the mayor said" */
        speaker->speaker.first = rebutted.end;
    }
    if (speaker->speaker.first > verb) {
        speaker->words.first = speaker->speaker.first;
    } else if (speaker->speaker.first < verb) {
        uint32_t end = token_is_sign(text, verb - 1, ",") ? verb - 1 : verb;

        speaker->speaker.end = speaker->speaker.end < end ? speaker->speaker.end : end;
        speaker->words.first = rebutted.end;
    }
}

/* Where "the mayor" of "a truce the mayor said" begins before the verb at item `verb` and behind item
 * `first`; 0 for nobody: "40 reported dead". */
static size_t sayer_before(const struct items *items, size_t first, size_t verb)
{
    if (!is(items, verb, CLASS_SAID) || is(items, verb, CLASS_NOUNLIKE)) {
        return 0;
    }
    for (size_t i = verb; i > first + 1; i--) {
        if (is(items, i - 1, CLASS_DETERMINER)) {
            return i - 1;
        }
        if (is(items, i - 1, CLASS_COUNT) || is(items, i - 1, CLASS_PREPOSITION) ||
            is_auxiliary(items, i - 1) || is_harm(items, i - 1)) {
            return 0;
        }
    }
    return 0;
}

size_t denied_end(const struct items *items, size_t first)
{
    size_t end = first;

    while (end < items->count && !is_sign(items, end, ";") && !is_comma(items, end) &&
           !is(items, end, CLASS_SAYING) &&
           (end == first || !is(items, end, CLASS_RELATIVE) ||
            (is(items, first, CLASS_RELATIVE) && !is(items, end - 1, CLASS_PREPOSITION))) &&
           !token_has(items->text, items->item[end].first_token, CLASS_CLAUSE, "contrast")) {
        if (!is(items, first, CLASS_RELATIVE) && sayer_before(items, first, end) > 0) {
            return sayer_before(items, first, end);
        }
        end++;
    }
    return end;
}

size_t bogus_end(const struct items *items, size_t first)
{
    size_t end = denied_end(items, first);
    bool told = false;

    for (size_t i = first; i < end; i++) {
        if (told && is(items, i, CLASS_CLAUSE)) {
            return i;
        }
        told = told || is_harm(items, i);
    }
    return end;
}

void rebut(struct extraction *extraction, const struct items *items, size_t verb)
{
    size_t from = rebutted_from(items, verb);
    struct attribution denial = {.status = STATUS_DENIED};
    struct attribution *speaker;
    uint32_t token = token_at(extraction, items, verb);
    size_t first, end;

    if (from == 0 || extraction->attribution_count == SENTENCE_ATTRIBUTIONS) {
        return;
    }
    denial.scope = span_of(extraction, items, from, denied_end(items, from));
    speaker = nearest_speaker(extraction, token);
    if (speaker != NULL) {
        part_rebuttal(extraction->text, speaker, token, denial.scope);
        denial.speaker = speaker->speaker;
        denial.pronoun = speaker->pronoun;
        denial.words = speaker->words;
    } else if (speaker_before(items, verb, &first, &end) && speaks(items, first, end)) {
        denial.speaker = span_of(extraction, items, first, end);
        denial.pronoun = only_pronoun(items, first, end);
        denial.words = span_of(extraction, items, first, verb + 1);
    } else {
        denial.speaker = subject_before(extraction, items, token);
    }
    govern_all(extraction, &denial);
}
