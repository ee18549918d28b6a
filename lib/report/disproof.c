/* What the sentence says is not so: "the reports that nine died are false". */
#include "report/attribution.h"
#include "report/clause.h"
#include <string.h>

bool is_told(const struct items *items, size_t noun)
{
    return is(items, noun, CLASS_NOUNLIKE) && (is(items, noun, CLASS_SAID) || is(items, noun, CLASS_HEARSAY));
}

bool opens_hearsay(const struct items *items, size_t i)
{
    return (is(items, i, CLASS_RELATIVE) || is(items, i, CLASS_PREPOSITION)) && is_told(items, i - 1);
}

bool told_in_error(const struct items *items, size_t verb)
{
    return (verb > 0 && disproves(items, verb - 1, "said")) ||
           (disproves(items, verb + 1, "said") && is(items, verb + 2, CLASS_RELATIVE));
}

/* "the toll of 40 dead", "the figure of 40": what a count tells begins at item `i`. */
static bool opens_figure(const struct items *items, size_t i)
{
    return is(items, i, CLASS_PREPOSITION) && i > 0 &&
           (is(items, i - 1, CLASS_TOLLWORD) || is(items, i - 1, CLASS_FIGURE));
}

/* "called the report", "branded as lies the reports": the verb that brands what is told from item `hearsay`
 * on, at most two words before its noun; 0 for none. */
static size_t brand_before(const struct items *items, size_t hearsay)
{
    size_t i = hearsay - 1;
    size_t steps;

    for (steps = 0; i > 0 && steps < 3; steps++) {
        if (is(items, --i, CLASS_BRANDED)) {
            return i;
        }
    }
    return 0;
}

/* "No evidence supports the claim that nine died": where what is told begins; 0 for nothing of the kind. */
static size_t told_behind(const struct items *items, size_t disproof)
{
    for (size_t i = disproof + 1; i < items->count && i <= disproof + HEARSAY_REACH; i++) {
        if (is(items, i, CLASS_RELATIVE) && opens_hearsay(items, i)) {
            return i;
        }
    }
    return 0;
}

/* The "that" of "not true that", "false to say that"; 0 for none. */
static size_t that_behind(const struct items *items, size_t disproof)
{
    size_t that = disproof + 1;

    if (is(items, that, CLASS_MOOD) && is(items, that + 1, CLASS_SAID)) {
        that += 2;
    }
    return is(items, that, CLASS_RELATIVE) ? that : 0;
}

void govern_all(struct extraction *extraction, const struct attribution *attribution)
{
    memmove(extraction->attributions + 1, extraction->attributions,
            extraction->attribution_count++ * sizeof *attribution);
    extraction->attributions[0] = *attribution;
}

/* Lets what is denied be denied by who says the words of its scope. */
static bool take_denier(const struct extraction *extraction, struct attribution *denial)
{
    const struct attribution *speaker = attribution_of(extraction, denial->scope.first);

    if (speaker == NULL) {
        return false;
    }
    denial->speaker = speaker->speaker;
    denial->pronoun = speaker->pronoun;
    denial->words = speaker->words;
    return true;
}

/* Denies the words of the items from `first` to `end`; false when there is no room for that. */
static bool deny_words(struct extraction *extraction, const struct items *items, size_t first, size_t end)
{
    struct attribution denial = {.status = STATUS_DENIED, .scope = span_of(extraction, items, first, end)};

    if (extraction->attribution_count == SENTENCE_ATTRIBUTIONS) {
        return false;
    }
    (void)take_denier(extraction, &denial);
    govern_all(extraction, &denial);
    return true;
}

/* So many words may describe what disproves: "a crude enemy lie". */
#define EPITHETS 2

/* Where the "enemy" of "are enemy propaganda", "is a Norland lie" begins, which ends before item `end` and
 * stands behind the verb; `end` when it is nothing of the kind. */
static size_t before_epithet(const struct items *items, size_t end)
{
    size_t i = end;

    while (i > 0 && end - i < EPITHETS && is(items, i - 1, CLASS_WORD) &&
           (is(items, i - 1, CLASS_MODIFIER) || is(items, i - 1, CLASS_NATION) ||
            is(items, i - 1, CLASS_PLACE) || items->item[i - 1].word == 0) &&
           !is(items, i - 1, CLASS_BE) && !is(items, i - 1, CLASS_NEGATION) && !is_doing_form(items, i - 1) &&
           !token_ends_as(items->text, items->item[i - 1].end_token - 1, CLASS_PAST_CUE)) {
        i--;
    }
    return i > 0 && (is(items, i - 1, CLASS_BE) || is(items, i - 1, CLASS_DETERMINER)) ? i : end;
}

/* True at "killing" of "the alleged killing of 40 men is a hoax". */
static bool is_alleged_deed(const struct items *items, size_t i)
{
    return i > 0 && is(items, i, CLASS_DEED) && is(items, i - 1, CLASS_SAID) &&
           is(items, i - 1, CLASS_MODIFIER);
}

/* How many items before the verb at item `be` stand for what was told before: two of "the claim was", one of
 * "this was"; 0 for none. */
static size_t told_before(const struct items *items, size_t be)
{
    if (be == 0 || !is(items, be, CLASS_BE)) {
        return 0;
    }
    if (token_has(items->text, items->item[be - 1].first_token, CLASS_DETERMINER, "known")) {
        return 1;
    }
    return be > 1 && is(items, be - 2, CLASS_DETERMINER) &&
                   (is(items, be - 1, CLASS_HEARSAY) ||
                    (is(items, be - 1, CLASS_NOUNLIKE) && is(items, be - 1, CLASS_SAID)))
               ? 2
               : 0;
}

/* "Reports that nine men were killed are false": what stands between the noun and the verb is denied; and
 * what stands behind "it is not true that", while "no evidence that" leaves it unverified; "called the
 * reports that nine men were killed a lie" denies as well. */
static void disprove(struct extraction *extraction, const struct items *items, size_t disproof)
{
    struct attribution denial = {.status = STATUS_DENIED};
    bool unverified = disproves(items, disproof, "unverified");
    size_t told = told_behind(items, disproof);
    size_t that = that_behind(items, disproof);
    size_t be = disproof;
    size_t noun;
    size_t brand = 0;
    size_t first, end;

    if (that > 0 || (unverified && told > 0)) {
        size_t begin = that > 0 ? that : told;

        if (extraction->attribution_count == SENTENCE_ATTRIBUTIONS) {
            return;
        }
        denial.status = unverified ? STATUS_UNVERIFIED : STATUS_DENIED;
        denial.scope = span_of(extraction, items, begin, clause_end(items, disproof));
        if (denial.status == STATUS_DENIED) {
            (void)take_denier(extraction, &denial);
        }
        govern_all(extraction, &denial);
        return;
    }
    if (unverified) {
        return;
    }

    be = before_epithet(items, be);
    while (be > 0 && (is(items, be - 1, CLASS_ADVERB) || is_manner(items, be - 1) ||
                      is(items, be - 1, CLASS_DETERMINER) || is(items, be - 1, CLASS_CLAUSE) ||
                      is_quote(items, be - 1))) {
        be--;
    }
    if (be == 0) {
        return;
    }
    if (told_before(items, be - 1) > 0) {
        if (deny_words(extraction, items, be - 1 - told_before(items, be - 1), be - 1)) {
            extraction->attributions[0].words = extraction->attributions[0].scope;
        }
        return;
    }
    for (noun = be - 1; noun > 0 && !opens_hearsay(items, noun) && !opens_figure(items, noun) &&
                        !is_alleged_deed(items, noun);
         noun--) {
    }
    if (noun > 0 && !is(items, be - 1, CLASS_BE)) {
        brand = brand_before(items, noun);
        if (brand == 0) {
            return;
        }
    }
    if (noun == 0 || extraction->attribution_count == SENTENCE_ATTRIBUTIONS) {
        return;
    }
    denial.scope = span_of(extraction, items, noun, be);
    if (!take_denier(extraction, &denial) && brand > 0 && speaker_before(items, brand, &first, &end) &&
        speaks(items, first, end)) {
        denial.speaker = span_of(extraction, items, first, end);
        denial.pronoun = only_pronoun(items, first, end);
        denial.words = denial.speaker;
    }
    govern_all(extraction, &denial);
}

/* So many items may stand between "and" and the verb of its clause: "and nine people in Norvik were". */
#define SUBJECT_ITEMS 6

bool clause_opens_at(const struct items *items, size_t i)
{
    size_t verb = i + 1;

    if (!is(items, i, CLASS_AND) || is(items, verb, CLASS_PREPOSITION) || is(items, verb, CLASS_RELATIVE) ||
        is(items, verb, CLASS_PRONOUN)) {
        return false;
    }
    while (verb < items->count && verb <= i + SUBJECT_ITEMS && !is(items, verb, CLASS_BE) &&
           !is(items, verb, CLASS_HAVE) && !is(items, verb, CLASS_BEFELL) && !is(items, verb, CLASS_PUNCT) &&
           !is(items, verb, CLASS_RELATIVE)) {
        verb++;
    }
    return verb > i + 1 &&
           (is(items, verb, CLASS_BE) || is(items, verb, CLASS_HAVE) || is(items, verb, CLASS_BEFELL));
}

/* "Were wrongly reported killed": denies that, when item `wrongly` stands between the verb and its auxiliary.
 */
static void deny_wrongly_told(struct extraction *extraction, const struct items *items, size_t wrongly)
{
    size_t first = wrongly;

    if (!is(items, wrongly + 1, CLASS_TOLD_BY) && !is(items, wrongly + 1, CLASS_SAID)) {
        return;
    }
    while (first > 0 && (is_auxiliary(items, first - 1) || is(items, first - 1, CLASS_ADVERB))) {
        first--;
    }
    if (first < wrongly && is(items, wrongly - 1, CLASS_BE)) {
        size_t end = denied_end(items, wrongly + 2);

        for (size_t i = wrongly + 1; i < end; i++) {
            end = clause_opens_at(items, i) ? i : end;
        }
        deny_words(extraction, items, first, end);
    }
}

/* True at "killed" or "dead". */
static bool is_death(const struct items *items, size_t i)
{
    uint32_t token = items->item[i].first_token;

    return token_has(items->text, token, CLASS_STATE, "killed") ||
           token_has(items->text, token, CLASS_DONE, "killed");
}

/* Where "reported" of "who had been reported dead", "soldiers reported killed" stands before item `from`,
 * told of the same people; 0 for nothing of the kind. */
static size_t death_told_before(const struct items *items, size_t from)
{
    for (size_t i = from; i > 1; i--) {
        size_t told = i - 1; /* the verb that tells of the death */

        while (told > 0 &&
               (told == i - 1 || is_auxiliary(items, told) ||
                token_has(items->text, items->item[told].first_token, CLASS_MOOD, "infinitive"))) {
            told--;
        }
        if (is_death(items, i - 1) && (is(items, told, CLASS_SAID) || is(items, told, CLASS_MOOD))) {
            return told;
        }
        if (is(items, i - 1, CLASS_COUNT) || is(items, i - 1, CLASS_AND) || is(items, i - 1, CLASS_CLAUSE) ||
            is_sign(items, i - 1, ";")) {
            return 0;
        }
    }
    return 0;
}

/* "Lund, who had been reported dead, is alive", "two soldiers reported killed were found alive": denies the
 * death. */
static void deny_of_living(struct extraction *extraction, const struct items *items, size_t alive)
{
    size_t end = alive;
    size_t first;

    while (end > 0 && (is(items, end - 1, CLASS_ADVERB) || is(items, end - 1, CLASS_FOUND) ||
                       is_auxiliary(items, end - 1))) {
        end--;
    }
    first = end == alive ? 0 : death_told_before(items, end);
    if (first == 0) {
        return;
    }
    if (is_auxiliary(items, first - 1)) {
        while (first > 0 && (is_auxiliary(items, first - 1) || is(items, first - 1, CLASS_ADVERB))) {
            first--;
        }
        if (first == 0 || !is(items, first - 1, CLASS_RELATIVE)) {
            return; /* "nine were reported dead before Lund was found alive" */
        }
    }
    deny_words(extraction, items, first, end);
}

/* "Fake news: nine soldiers killed", "False claim: nine died": where begins what a sentence tells that a
 * label with the disproof at item `i` opens; 0 for no label. */
static size_t heads_disproof(const struct items *items, size_t i)
{
    size_t colon = i + 1;

    if (!(i == 0 || (i == 1 && (is(items, 0, CLASS_DETERMINER) || is_quote(items, 0))))) {
        return 0;
    }
    if (is(items, colon, CLASS_NOUNLIKE) || is(items, colon, CLASS_HEARSAY)) {
        colon++;
    }
    return !disproves(items, i, "unverified") && is_sign(items, colon, ":") ? colon + 1 : 0;
}

/* Denies what the disproof at item `i` speaks of, or leaves it unverified. */
static void refute(struct extraction *extraction, const struct items *items, size_t i)
{
    if (disproves(items, i, "said")) {
        deny_wrongly_told(extraction, items, i);
    } else if (disproves(items, i, "alive")) {
        deny_of_living(extraction, items, i);
    } else if (disproves(items, i, "rebuts")) {
        rebut(extraction, items, i);
    } else if (heads_disproof(items, i) > 0) {
        (void)deny_words(extraction, items, heads_disproof(items, i), items->count);
    } else if (disproves(items, i, "bogus") && opens_hearsay(items, i + 2)) {
        deny_words(extraction, items, i + 2, bogus_end(items, i + 2));
    } else if (is_bogus_noun(items, i + 1) && is(items, i + 2, CLASS_SAYING)) { /* "a fake post claiming" */
        deny_words(extraction, items, i + 3, bogus_end(items, i + 3));
    } else if (!is(items, i + 1, CLASS_SAID)) {
        disprove(extraction, items, i);
    }
}

/* "..., a report the army called", "..., a claim that the army denied": the determiner of the noun for what
 * the sentence told, when the words taken for the speaker begin with it or stand behind it, and where those
 * of the speaker begin; 0 for none. */
static uint32_t apposed(const struct text *text, uint32_t speaker, uint32_t *begin)
{
    uint32_t noun = speaker + 1;

    if (speaker > 3 && token_is(text, speaker - 1, CLASS_RELATIVE)) {
        noun = speaker - 2;
        if (comma_between(text, noun, speaker - 1)) { /* "..., which the army denied" */
            if (begin != NULL) {
                *begin = speaker;
            }
            return speaker - 1;
        }
    }
    if (noun < 3 || noun + 2 >= text->token_count || !comma_between(text, noun - 2, noun - 1) ||
        token_is(text, noun, CLASS_MOOD) || /* "a plan the army dismissed" */
        !(token_is(text, noun, CLASS_NOUNLIKE) || token_is(text, noun, CLASS_HEARSAY) ||
          token_is(text, noun, CLASS_FIGURE) || token_is(text, noun, CLASS_TOLLWORD))) {
        return 0;
    }
    if (begin != NULL) {
        *begin = noun < speaker ? speaker : noun + 1;
    }
    return noun - 1;
}

/* What the noun stands for is denied, and not what follows. */
static void deny_apposed(struct extraction *extraction)
{
    for (size_t i = 0; i < extraction->attribution_count; i++) {
        struct attribution *denial = &extraction->attributions[i];
        uint32_t begin = 0;
        uint32_t verb = denial->words.first;
        uint32_t first = 0;

        if (denial->status != STATUS_DENIED || span_empty(denial->speaker)) {
            continue;
        }
        if (verb > 1 && verb < denial->speaker.first && token_is(extraction->text, verb, CLASS_TOLD_BY)) {
            /* "..., a claim denied by the army" */
            first = apposed(extraction->text, verb - 2, NULL);
            begin = denial->speaker.first;
        } else {
            first = apposed(extraction->text, denial->speaker.first, &begin);
        }

        if (first > 0 && begin < denial->speaker.end) {
            denial->speaker.first = begin;
            denial->scope.first = first;
            denial->words.first = first;
        }
    }
}

void brand(struct extraction *extraction, const struct items *items, size_t verb)
{
    struct attribution *attribution;
    size_t first, end, i;
    bool hearsay, disproof = false;

    if (!speaker_before(items, verb, &first, &end) || !speaks(items, first, end)) {
        return;
    }
    hearsay = apposed(extraction->text, token_at(extraction, items, first), NULL) > 0;
    for (i = verb + 1; i < items->count && i <= verb + 6 && !disproof; i++) {
        hearsay = hearsay || is(items, i, CLASS_HEARSAY) || is(items, i, CLASS_NOUNLIKE) ||
                  is(items, i, CLASS_FIGURE) || is(items, i, CLASS_TOLLWORD) ||
                  (i == verb + 1 && only_pronoun(items, i, i + 1));
        disproof = is(items, i, CLASS_DISPROOF) && !disproves(items, i, "rebuts");
    }
    if (!hearsay || !disproof) {
        return;
    }
    attribution = add_attribution(extraction);
    if (attribution != NULL) {
        attribution->status = STATUS_DENIED;
        attribution->pronoun = only_pronoun(items, first, end);
        attribution->speaker = span_of(extraction, items, first, end);
        attribution->scope = span_of(extraction, items, verb + 1, clause_end(items, verb));
        attribution->words = span_of(extraction, items, first, verb + 1);
    }
}

void deny_disproved(struct extraction *extraction, const struct items *items)
{
    for (size_t i = 0; may_have(extraction, CLASS_DISPROOF) && i < items->count; i++) {
        if (is(items, i, CLASS_DISPROOF)) {
            refute(extraction, items, i);
        }
    }
    deny_apposed(extraction);
}
