#include "report/speaker.h"

/* "released by" of "a video released by the army". */
static bool is_made_by(const struct items *items, size_t i)
{
    return is(items, i, CLASS_TOLD_BY) && is(items, i + 1, CLASS_AGENT);
}

/* "based" of "London-based": a part of an adjective, no deed. */
static bool ends_compound(const struct items *items, size_t i)
{
    return i > 0 && is_sign(items, i - 1, "-") && !opens_with_space(items, i);
}

/* "Shipping" of "a shipping agent". */
static bool is_adjective(const struct items *items, size_t i)
{
    return is(items, i, CLASS_DOING) && i > 0 && is(items, i - 1, CLASS_DETERMINER) &&
           is(items, i + 1, CLASS_WORD) && !is(items, i + 1, CLASS_PREPOSITION) && is_doing_form(items, i);
}

/* True for a pronoun like "who"; not for the WHO where no noun stands before it, unless all is in capitals.
 */
static bool is_relative(const struct items *items, size_t i)
{
    return is(items, i, CLASS_RELATIVE) &&
           (!is(items, i, CLASS_AGENCY) || is(items, i + 1, CLASS_ALLCAPS) ||
            !(i == 0 || is(items, i - 1, CLASS_PUNCT) || is(items, i - 1, CLASS_SAID) ||
              is(items, i - 1, CLASS_ACCORDING)));
}

/* The hyphen of a dateline that has a space on both sides: "NORVIK (Wire) - Norland's army said"; that of
 * "last - minute" stands for one without. */
static bool is_dateline_hyphen(const struct items *items, size_t i)
{
    return is_sign(items, i, "-") && opens_with_space(items, i) && opens_with_space(items, i + 1) &&
           (items->text->tokens[items->item[i + 1].first_token].flags & TOKEN_CAPITALIZED) != 0;
}

/* False for most items that bound no speaker: they are in none of the classes that bounds_speaker asks for.
 */
static bool may_bound(const struct items *items, size_t i)
{
    static const unsigned classes[] = {
        CLASS_PUNCT, CLASS_RELATIVE,  CLASS_CLAUSE, CLASS_TIMEX, CLASS_BE,     CLASS_HAVE, CLASS_NEGATION,
        CLASS_SAID,  CLASS_ACCORDING, CLASS_DONE,   CLASS_DOING, CLASS_BEFELL, CLASS_TOLL, CLASS_WAR_ONLY,
    };

    return i < items->count && is_any(&items->item[i], classes, sizeof classes / sizeof classes[0]);
}

/* True for an item that a speaker's noun phrase cannot contain. */
static bool bounds_speaker(const struct items *items, size_t i)
{
    if (!may_bound(items, i)) {
        return false;
    }
    if (is(items, i, CLASS_PUNCT)) {
        return (!is_sign(items, i, "-") || is_dateline_hyphen(items, i) || is_sign(items, i + 1, "-")) &&
               !is_sign(items, i, "'") && !is_sign(items, i, ".") && !is_bracket(items, i) &&
               !is_sign(items, i, "\u2019") && !is_sign(items, i, "/");
    }
    return is_relative(items, i) || is(items, i, CLASS_CLAUSE) || is(items, i, CLASS_TIMEX) ||
           is_auxiliary(items, i) ||
           (is(items, i, CLASS_SAID) && !is(items, i, CLASS_NOUNLIKE) && !is_made_by(items, i)) ||
           is(items, i, CLASS_ACCORDING) ||
           (is_harm(items, i) && !is(items, i, CLASS_NOUNLIKE) && !ends_compound(items, i) &&
            !is_adjective(items, i));
}

/* The dash of a dateline before item `i`, "NORVIK (AP) --", "Norvik, 12 Feb 90 --", or the label behind it,
 * "[Text]". */
static bool behind_dateline(const struct items *items, size_t i)
{
    if (i >= 3 && is_sign(items, i - 1, "]") && is(items, i - 2, CLASS_CAPITALIZED) &&
        is_sign(items, i - 3, "[")) {
        return i == 3 || is_sign(items, i - 4, "-");
    }
    return i >= 3 && is_sign(items, i - 1, "-") && is_sign(items, i - 2, "-") &&
           (is_sign(items, i - 3, ")") || is(items, i - 3, CLASS_COUNT) || is(items, i - 3, CLASS_TIMEX));
}

bool is_manner(const struct items *items, size_t i)
{
    return is(items, i, CLASS_WORD) && items->item[i].word == 0 && !is(items, i, CLASS_CAPITALIZED) &&
           token_ends_as(items->text, items->item[i].end_token - 1, CLASS_ADVERB);
}

bool between_speaker_and_verb(const struct items *items, size_t i)
{
    static const unsigned classes[] = {
        CLASS_HAVE,     CLASS_ADVERB, CLASS_TIMEX,   CLASS_MOOD,
        CLASS_NEGATION, CLASS_BE,     CLASS_ORDINAL, CLASS_PREPOSITION,
    };

    if (i < items->count && !is_any(&items->item[i], classes, sizeof classes / sizeof classes[0])) {
        return is_manner(items, i);
    }
    return is_manner(items, i) || is(items, i, CLASS_HAVE) || is(items, i, CLASS_ADVERB) ||
           is(items, i, CLASS_TIMEX) || is(items, i, CLASS_MOOD) || is(items, i, CLASS_NEGATION) ||
           (is(items, i, CLASS_BE) && is(items, i + 1, CLASS_NEGATION)) ||
           (is(items, i, CLASS_ORDINAL) && i > 0 &&
            is(items, i - 1, CLASS_HAVE)) || /* "had first reported" */
           (is(items, i, CLASS_PREPOSITION) && is(items, i + 1, CLASS_TIMEX));
}

bool could_speak(const struct items *items, size_t first, size_t end)
{
    bool noun = false;
    size_t i;

    if (!is(items, first, CLASS_DETERMINER) && !is(items, first, CLASS_POSSESSIVE) &&
        !is(items, first, CLASS_NATION)) {
        return false;
    }
    for (i = first + 1; i < end; i++) {
        if (is(items, i, CLASS_HAPPENING) || is(items, i, CLASS_COUNT)) {
            return false;
        }
        noun = noun || (is(items, i, CLASS_WORD) && !is(items, i, CLASS_ADVERB));
    }
    return noun;
}

bool closes_saying(const struct items *items, size_t i)
{
    return i >= items->count || is(items, i, CLASS_PUNCT) || is(items, i, CLASS_TIMEX) ||
           is(items, i, CLASS_PREPOSITION);
}

bool opens_occasion(const struct items *items, size_t i)
{
    return is(items, i, CLASS_CLAUSE) && is(items, i, CLASS_PREPOSITION);
}

/* "What" of "what the army says happened". */
static bool asks(const struct items *items, size_t i)
{
    return token_has(items->text, items->item[i].first_token, CLASS_COMMON, "asks");
}

static void trim(const struct items *items, size_t *first, size_t *end)
{
    while (*first < *end &&
           (is(items, *first, CLASS_AND) || is(items, *first, CLASS_PUNCT) ||
            is(items, *first, CLASS_ADVERB) || is(items, *first, CLASS_CLAUSE) || asks(items, *first))) {
        ++*first;
    }
    while (*first < *end && (is(items, *end - 1, CLASS_PUNCT) || is(items, *end - 1, CLASS_PREPOSITION) ||
                             is(items, *end - 1, CLASS_ORDINAL) || /* "the Herald first reported" */
                             (is(items, *end - 1, CLASS_SAME) &&   /* "officials there" */
                              !(*end > *first + 1 && is(items, *end - 2, CLASS_AND))))) {
        if (is_sign(items, *end - 1, ")") || is_sign(items, *end - 1, "]")) {
            break;
        }
        --*end;
    }
}

bool holds_statement(const struct items *items, size_t first, size_t end)
{
    size_t i;

    for (i = first; i < end; i++) {
        if (is_auxiliary(items, i) || is_harm(items, i) || is(items, i, CLASS_TOLLWORD) ||
            is_quote(items, i) || (is(items, i, CLASS_SAID) && !is(items, i, CLASS_NOUNLIKE))) {
            return true;
        }
    }
    return false;
}

/* True at "arriving" of "travellers arriving from Norvik", when the words behind item `i` begin with a
 * preposition: a participle that belongs to the noun before it. */
static bool is_postmodifier(const struct items *items, size_t i)
{
    return is(items, i + 1, CLASS_PREPOSITION) && is_harm(items, i) && i > 0 && !bounds_speaker(items, i - 1);
}

/* Where the noun phrase begins that "who" refers back to: of "the group wrote to a spokesman for the mayor"
 * it is the spokesman. */
static size_t antecedent(const struct items *items, size_t first, size_t end)
{
    size_t i;

    for (i = end; i > first; i--) {
        if (is(items, i - 1, CLASS_THAN)) { /* "a higher figure than the council, which spoke of" */
            return i;
        }
        if (is(items, i - 1, CLASS_PREPOSITION) &&
            (i - 1 == first || !(is(items, i - 2, CLASS_SPEAKER) || is(items, i - 2, CLASS_PERSON) ||
                                 is(items, i - 2, CLASS_PERSONS) || is(items, i - 2, CLASS_AGENCY)))) {
            return i;
        }
    }
    return first;
}

/* Where what only tells which speaker it is begins: "who asked not to be named" begins, of "an official who
 * asked not to be named said", when it ends before item `i`; `i` when it is none. */
static size_t before_relative(const struct items *items, size_t i)
{
    size_t k = i;

    while (k > 1 && i - k < 10 && !is(items, k - 1, CLASS_PUNCT) && !is_harm(items, k - 1) &&
           !(is(items, k - 1, CLASS_SAID) && !is(items, k - 1, CLASS_NOUNLIKE))) {
        k--;
        if (is(items, k, CLASS_ACCORDING) && is(items, k, CLASS_AGENT)) {
            return k; /* "medics cited by the Herald" */
        }
        if (is(items, k, CLASS_HUMAN)) {
            return is(items, k - 1, CLASS_PREPOSITION) || bounds_speaker(items, k - 1) ? i : k;
        }
    }
    return i;
}

/* Where "the army" of "near Kolna the army said" begins, of which the words from item `first` to `end` open
 * with a preposition and a place; `first` when they are nothing of the kind. */
static size_t past_place(const struct items *items, size_t first, size_t end)
{
    if (!is(items, first, CLASS_PREPOSITION) || is_of(items, first) ||
        !(first == 0 || is(items, first - 1, CLASS_PUNCT))) {
        return first;
    }
    for (size_t i = end; i > first + 2; i--) {
        if (is(items, i - 1, CLASS_DETERMINER)) {
            return is(items, i - 2, CLASS_PLACE) || is(items, i - 2, CLASS_PLACE_NOUN) ||
                           is(items, i - 2, CLASS_CAPITALIZED)
                       ? i - 1
                       : first;
        }
    }
    return first;
}

bool behind_place(const struct items *items, size_t begin, size_t first)
{
    return first > begin && past_place(items, begin, first + 1) == first;
}

bool speaker_before(const struct items *items, size_t verb, size_t *first, size_t *end)
{
    size_t i = verb;
    size_t steps = 0;
    bool relative = false;

    while (i > 0 && between_speaker_and_verb(items, i - 1)) {
        i--;
    }
    if (i > 0 && !is(items, i - 1, CLASS_HUMAN)) {
        i = before_relative(items, i);
    }
    if (i > 1 && is_relative(items, i - 1)) {
        /* "an official, who mentioned" */
        i -= is_comma(items, i - 2) ? 2 : 1;
        verb = i;
        relative = true;
    }
    *end = i;
    if (i > 0 && is_comma(items, i - 1)) {
        /* "John Smith, head of the agency, said", "the source, who was not named, said": over the apposition
         * to the comma before it */
        size_t k = i - 1;

        while (k > 0 && steps < 32 && !is_comma(items, k - 1) && !is_quote(items, k - 1) &&
               !is_sign(items, k - 1, ";")) {
            k--;
            steps++;
        }
        if (k == 0 || !is_comma(items, k - 1) ||
            (holds_statement(items, k, i - 1) && !is(items, k, CLASS_PREPOSITION) &&
             !is(items, k, CLASS_RELATIVE) && !is(items, k, CLASS_ASKED))) {
            return false;
        }
        i = before_relative(items, k - 1);
        if (i > 2 && is(items, i - 1, CLASS_COUNT) && is_comma(items, i - 2)) {
            i -= 2; /* "Ann Reed, 34, who fled, said" */
        }
        *end = i < k - 1 ? i : verb; /* "farmers who live in Norvik, which has seen worse, say" */
        while (*end > i && between_speaker_and_verb(items, *end - 1)) {
            --*end;
        }
        if (is(items, k, CLASS_PREPOSITION)) {
            *end = k - 1; /* "the spokesman, in a statement seen by the Herald, said" */
        }
    }
    for (steps = 0; i > 0 && steps < 24 && !behind_dateline(items, i) &&
                    (!bounds_speaker(items, i - 1) || is_postmodifier(items, i - 1));
         steps++) {
        i--;
    }
    if (i > 1 && !relative &&
        (is(items, i - 1, CLASS_HUMAN) || /* what they do who speak */
         (is_relative(items, i - 1) && is(items, i, CLASS_PRONOUN) && i + 1 < *end))) {
        return false; /* "the list that we made with the council suggests" */
    }
    *first = relative ? antecedent(items, i, *end) : past_place(items, i, *end);
    trim(items, first, end);
    if (*end > *first + 1 && (is(items, *end - 2, CLASS_CLAUSE) || is(items, *end - 2, CLASS_MOOD)) &&
        (is(items, *end - 1, CLASS_PRONOUN) ||
         token_has(items->text, items->item[*end - 1].first_token, CLASS_COMMON, "self"))) {
        *first = *end - 1; /* "as they said", "what will they say" */
    }
    return *first < *end && !is(items, *first, CLASS_PREPOSITION);
}

/* True at "at least 80" of "according to first reports at least 80 men died". */
static bool opens_statement(const struct items *items, size_t i)
{
    return (is(items, i, CLASS_COUNT) || is(items, i, CLASS_QUALIFIER)) &&
           (is(items, i - 1, CLASS_SPEAKER) || is(items, i - 1, CLASS_AGENCY) ||
            is(items, i - 1, CLASS_PERSONS));
}

/* "show 12 dead", "reports that": the noun before it is a verb here. */
static bool opens_object(const struct items *items, size_t i)
{
    return is(items, i, CLASS_COUNT) || is(items, i, CLASS_QUALIFIER) || is(items, i, CLASS_RELATIVE);
}

bool speaker_behind(const struct items *items, size_t verb, size_t *first, size_t *end)
{
    size_t i = verb + 1;

    *first = i;
    while (i < items->count && i - *first < 16 && !bounds_speaker(items, i) && !opens_statement(items, i) &&
           !(i > *first && is(items, i, CLASS_SAID) && is(items, i - 1, CLASS_CAPITALIZED) &&
             opens_object(items, i + 1))) {
        i++;
    }
    *end = i;
    trim(items, first, end);
    return *first < *end;
}

bool speaks(const struct items *items, size_t first, size_t end)
{
    static const unsigned classes[] = {CLASS_SPEAKER, CLASS_AGENCY,   CLASS_CHANNEL, CLASS_PERSONS,
                                       CLASS_PERSON,  CLASS_SEAT,     CLASS_FORCE,   CLASS_PRONOUN,
                                       CLASS_PLACE,   CLASS_NATIONALS};
    bool happening = false;
    size_t i;

    end = end < items->count ? end : items->count;
    for (i = first; i < end; i++) {
        happening = happening || is(items, i, CLASS_HAPPENING);
    }
    for (i = first; i < end; i++) {
        if (happening && !is(items, i, CLASS_SPEAKER) && !is(items, i, CLASS_AGENCY)) {
            /* "the bombings in Kenya claimed 217 lives" */
            continue;
        }
        if (is_any(&items->item[i], classes, sizeof classes / sizeof classes[0])) {
            return true;
        }
        if (is(items, i, CLASS_CAPITALIZED) && !is(items, i, CLASS_STARTER)) {
            return true;
        }
    }
    return false;
}

bool tells_past(const struct items *items, size_t begin, size_t end)
{
    if (is(items, begin, CLASS_PREPOSITION)) {
        return false; /* "in a statement released on Monday" */
    }
    for (size_t i = begin + 1; i < end; i++) {
        if ((is(items, i, CLASS_PAST_CUE) ||
             (is(items, i, CLASS_AMOUNT) && !is(items, i, CLASS_PREPOSITION) &&
              !is(items, i, CLASS_FIGURE))) &&
            !is(items, i - 1, CLASS_PREPOSITION) && !is(items, i - 1, CLASS_DETERMINER)) {
            return true;
        }
    }
    return false;
}

/* So many words may stand between "reports of" and "that". */
#define MATTER_WORDS 8

/* "The ministry reports of the war that nine have died": what is told stands behind "that", and so "reports"
 * before the "of" at `i` is a verb. */
static bool tells_of_matter(const struct items *items, size_t i)
{
    for (size_t end = i + MATTER_WORDS; i < end; i++) {
        if (is(items, i, CLASS_RELATIVE)) {
            return is(items, i + 1, CLASS_COUNT) || is(items, i + 1, CLASS_QUALIFIER);
        }
    }
    return false;
}

static bool is_noun_here(const struct items *items, size_t i)
{
    if (!is(items, i, CLASS_NOUNLIKE)) {
        return false;
    }
    return i == 0 || is(items, i - 1, CLASS_DETERMINER) || is(items, i - 1, CLASS_POSSESSIVE) ||
           is(items, i - 1, CLASS_PREPOSITION) || is(items, i - 1, CLASS_GENITIVE) ||
           is_apostrophe(items, i - 1) || is(items, i - 1, CLASS_NATION) ||
           (is(items, i - 1, CLASS_SAME) && !is(items, i - 1, CLASS_THERE)) ||
           (i >= 2 && is(items, i - 1, CLASS_PLACE) && is(items, i - 2, CLASS_AND)) || /* "A and B states" */
           (is_of(items, i + 1) && !tells_of_matter(items, i + 2)) ||                  /* "rebel claims of" */
           (i >= 3 && (is(items, i - 2, CLASS_GENITIVE) || is_apostrophe(items, i - 2)) &&
            !speaks(items, i - 1, i)) || /* "the army's latest claim" */
           (i >= 2 && is(items, i - 2, CLASS_ONE) && !speaks(items, i - 1, i) &&
            !ends_as_plural(items->text, items->item[i].end_token - 1)) || /* "a false report" */
           (i >= 2 && is(items, i - 2, CLASS_PREPOSITION) && is(items, i - 1, CLASS_WORD) &&
            !is(items, i - 1, CLASS_CAPITALIZED) && !speaks(items, i - 1, i) &&
            (i + 1 >= items->count || is(items, i + 1, CLASS_PUNCT))) || /* "over abuse claims" */
           is(items, i - 1, CLASS_BRANDED) ||
           disproves(items, i - 1, "rebuts") || is(items, i + 1, CLASS_SAID) ||
           is(items, i + 1, CLASS_HAVE) || is(items, i + 1, CLASS_BE) ||
           (is(items, i + 1, CLASS_MOOD) && !is(items, i + 1, CLASS_PREPOSITION));
}

/* "Seven alleged rebels": what they are said to be, by nobody who is named. */
static bool is_alleged(const struct items *items, size_t i)
{
    return is(items, i, CLASS_MODIFIER) && i > 0 &&
           (is(items, i - 1, CLASS_COUNT) || is(items, i - 1, CLASS_QUALIFIER) ||
            is(items, i - 1, CLASS_DETERMINER) || is(items, i - 1, CLASS_POSSESSIVE) ||
            is(items, i - 1, CLASS_PREPOSITION) || is(items, i - 1, CLASS_NATION));
}

bool is_no_verb(const struct items *items, size_t i)
{
    return is_noun_here(items, i) || is_alleged(items, i) ||
           (is(items, i, CLASS_AFTERMATH) && !opens_object(items, i + 1)) || /* "has identified the gunman" */
           (i > 0 && is(items, i - 1, CLASS_GENITIVE)); /* "the army's repeated denials" */
}

bool is_bogus_noun(const struct items *items, size_t noun)
{
    return noun > 0 && disproves(items, noun - 1, "bogus") &&
           (is(items, noun, CLASS_CHANNEL) || is(items, noun, CLASS_IMAGE) ||
            is(items, noun, CLASS_HEARSAY) || is(items, noun, CLASS_NOUNLIKE));
}

bool is_bogus(const struct items *items, size_t first, size_t end)
{
    size_t noun = first;

    while (noun < end && !is(items, noun, CLASS_PREPOSITION) && !is(items, noun, CLASS_PUNCT) &&
           !is(items, noun, CLASS_HUMAN)) {
        noun++;
    }
    return noun > first + 1 && is_bogus_noun(items, noun - 1);
}

/* "Nine died, the Monitor found": who ends before item `end`, and the verb at item `verb` closes it all. */
static bool found_behind(const struct items *items, size_t verb, size_t end)
{
    size_t i = end;
    bool who = false;

    while (i > 0 && is(items, i - 1, CLASS_WORD) && !is_auxiliary(items, i - 1)) {
        i--;
        who = who || is(items, i, CLASS_AGENCY) || is(items, i, CLASS_SPEAKER);
    }
    return who && i > 0 && is_comma(items, i - 1) &&
           (verb + 1 >= items->count || is_comma(items, verb + 1) || is_sign(items, verb + 1, ".") ||
            is_sign(items, verb + 1, ";"));
}

/* So many words may name whose inquiry it is: "an investigation by the Norvik Herald and the council". */
#define INQUIRER_WORDS 8

bool finds(const struct items *items, size_t verb)
{
    size_t i = verb;
    size_t steps;

    if (!is(items, verb, CLASS_FOUND)) {
        return false;
    }
    while (i > 0 && between_speaker_and_verb(items, i - 1)) {
        i--;
    }
    if (found_behind(items, verb, i)) {
        return true;
    }
    for (steps = 0; i > 0 && steps < INQUIRER_WORDS && is(items, i - 1, CLASS_WORD); steps++, i--) {
        if (is(items, i - 1, CLASS_ESTIMATE)) {
            return steps == 0 || is(items, i, CLASS_AGENT);
        }
    }
    return false;
}

bool behind_envoy(const struct items *items, size_t i)
{
    size_t to = i - is(items, i - (i > 0), CLASS_DETERMINER);

    return to > 1 && is(items, to - 2, CLASS_ENVOY) && is(items, to - 1, CLASS_PREPOSITION) &&
           !is_of(items, to - 1);
}

/* So many words may name who says so behind "with". */
#define SIDE_WORDS 5

size_t with_before(const struct items *items, size_t saying)
{
    size_t first = saying;

    while (first > 1 && saying - first < SIDE_WORDS && is(items, first - 1, CLASS_WORD) &&
           !is(items, first - 1, CLASS_PREPOSITION) && !is(items, first - 1, CLASS_AND) &&
           !is(items, first - 1, CLASS_CLAUSE) && !is_auxiliary(items, first - 1)) {
        first--;
    }
    if (first < 2 || first == saying || is(items, first, CLASS_ONE) || !speaks(items, first, saying)) {
        return 0;
    }
    bool with = is_comma(items, first - 2) &&
                token_has(items->text, items->item[first - 1].first_token, CLASS_PREPOSITION, "against");

    return with || is_comma(items, first - 1) ? first : 0;
}
