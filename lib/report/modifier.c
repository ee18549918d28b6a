#include "report/modifier.h"

#include "report/clause.h"
#include "report/reaction.h"

/* So many words may stand between a day and its noun, and between "the" and the day: "the bloody 7 January".
 */
#define NOUN_WORDS 3

/* The noun of an attack or a deed right behind the expression; 0 when there is none. */
static uint32_t noun_of(const struct text *text, const struct timex *timex)
{
    uint32_t token = timex->end_token;
    uint32_t steps;

    if (token < text->token_count &&
        (token_is(text, token, CLASS_GENITIVE) ||
         (token_is_sign(text, token, ",") && timex->first_token > 0 && /* "the May 4, 1999, bombing" */
          token_is(text, timex->first_token - 1, CLASS_DETERMINER)))) {
        token++;
    }
    for (steps = 0; token < text->token_count && steps < NOUN_WORDS; token++, steps++) {
        if (token_is(text, token, CLASS_HAPPENING) || token_is(text, token, CLASS_DEED)) {
            return token;
        }
        if (text->tokens[token].type != TOKEN_WORD || token_is(text, token, CLASS_DETERMINER) ||
            token_is(text, token, CLASS_PREPOSITION) || token_is(text, token, CLASS_CLAUSE) ||
            token_is(text, token, CLASS_RELATIVE) || token_is(text, token, CLASS_BE) ||
            token_is(text, token, CLASS_HAVE)) {
            break;
        }
    }
    return 0;
}

bool attributive(const struct text *text, const struct timex *timex)
{
    return noun_of(text, timex) > 0;
}

bool of_noun(const struct text *text, const struct timex *timex)
{
    uint32_t token = timex->first_token;
    uint32_t least = token > NOUN_WORDS ? token - NOUN_WORDS : 0;

    if (noun_of(text, timex) == 0) {
        return false;
    }
    for (; token > least && !token_is(text, timex->end_token, CLASS_GENITIVE); token--) {
        if (text->tokens[token - 1].type != TOKEN_WORD || token_is(text, token - 1, CLASS_PREPOSITION) ||
            token_is(text, token - 1, CLASS_SAID) || token_is(text, token - 1, CLASS_AND)) {
            return false;
        }
        if (token_is(text, token - 1, CLASS_DETERMINER)) {
            return true;
        }
    }
    return token_is(text, timex->end_token, CLASS_GENITIVE);
}

/* So many words may stand between "bombing" and "that": "of a town hall in the village of Norvik". */
#define OBJECT_WORDS 12

/* The "that" which goes on about the attack named by `noun`, "the bombing of a clinic in Norvik that"; 0 when
 * there is none, and when it tells of people: "the raid on rebels that". */
static uint32_t relative_of(const struct text *text, uint32_t noun, uint32_t limit)
{
    static const unsigned people[] = {CLASS_PERSON, CLASS_PERSONS, CLASS_FORMATION, CLASS_FIGHTER};
    uint32_t token = noun + 1;
    uint32_t end = token + OBJECT_WORDS < limit ? token + OBJECT_WORDS : limit;

    token += comma_between(text, token, token + 1) ? 1 : 0;
    token += token_is(text, token, CLASS_PREPOSITION) ? 1 : 0;
    if (token < limit && token_is(text, token, CLASS_RELATIVE)) {
        return token;
    }
    for (token = noun + 1; token_is(text, noun + 1, CLASS_PREPOSITION) && token < end; token++) {
        bool name = token > noun + 3 && ((text->tokens[token - 1].flags & TOKEN_CAPITALIZED) != 0 ||
                                         (text->tokens[token - 2].flags & TOKEN_CAPITALIZED) != 0);

        if (token_is(text, token, CLASS_RELATIVE)) {
            return token_has(text, token, CLASS_RELATIVE, "person") ||
                           token_is_any(text, token - 1, people, sizeof people / sizeof people[0])
                       ? 0
                       : token;
        }
        if ((text->tokens[token].type == TOKEN_PUNCT && !name) || token_is(text, token, CLASS_CLAUSE) ||
            token_is(text, token, CLASS_AND) || token_is(text, token, CLASS_HAPPENING) ||
            other_verb(text, token)) {
            return 0;
        }
    }
    return 0;
}

bool of_own_noun(const struct text *text, const struct timex *timex, const struct draft *draft)
{
    uint32_t noun = of_noun(text, timex) ? noun_of(text, timex) : 0;
    uint32_t trigger = draft->trigger.words.first;
    uint32_t relative;

    if (noun == 0 || noun >= trigger) {
        return noun > 0 && span_holds(draft->trigger.words, noun);
    }
    if (noun + 1 == trigger && token_is(text, trigger, CLASS_DEED)) {
        return true; /* "the May shooting death of a monk" */
    }
    relative = relative_of(text, noun, trigger);
    return relative > 0 && !comma_between(text, relative, trigger);
}

static bool is_past_form(const struct text *text, uint32_t token)
{
    return token < text->token_count && (text->tokens[token].flags & TOKEN_CAPITALIZED) == 0 &&
           !token_is(text, token, CLASS_NO_VERB) &&
           (token_is(text, token, CLASS_PAST_CUE) || token_is(text, token, CLASS_NEUTRAL_CUE) ||
            token_is(text, token, CLASS_DONE) || token_ends_as(text, token, CLASS_PAST_CUE));
}

static bool is_finite(const struct text *text, uint32_t token)
{
    return token < text->token_count &&
           (token_is(text, token, CLASS_BE) || token_is(text, token, CLASS_HAVE) ||
            (is_past_form(text, token) && !token_is(text, token, CLASS_DOING)));
}

/* True when the verb of the noun before the expression follows it, by itself or behind a phrase that opens
 * with a preposition: "laid in 1994 by rebels killed". */
static bool verb_follows(const struct text *text, const struct timex *timex, const struct draft *draft)
{
    uint32_t trigger = draft->trigger.words.first;
    uint32_t token = timex->end_token;

    if (timex->date.precision == PRECISION_YEAR && timex->first_token > 0 &&
        token_is(text, timex->first_token - 1, CLASS_DETERMINER)) {
        /* "the 2016 peace deal" */
        for (uint32_t limit = token + NOUN_WORDS;
             token < trigger && token < limit && text->tokens[token].type == TOKEN_WORD &&
             !is_finite(text, token);
             token++) {
        }
    }
    while (token < trigger && token_is(text, token, CLASS_ADVERB)) {
        token++;
    }
    if (token >= draft->trigger.words.end || is_finite(text, token)) {
        return token < draft->trigger.words.end;
    }
    if (!token_is(text, token, CLASS_PREPOSITION) || token_is(text, token, CLASS_CLAUSE) ||
        !is_finite(text, trigger)) {
        return false;
    }
    for (; token < trigger; token++) {
        if (text->tokens[token].type != TOKEN_WORD || token_is(text, token, CLASS_AND) ||
            token_is(text, token, CLASS_CLAUSE) || token_is(text, token, CLASS_RELATIVE) ||
            is_finite(text, token)) {
            return false;
        }
    }
    return draft->group == NULL || draft->group->words.first >= trigger;
}

/* "Was", "has", and what may stand between them and a participle. */
static bool is_helper(const struct text *text, uint32_t token)
{
    return token_is(text, token, CLASS_BE) || token_is(text, token, CLASS_HAVE) ||
           token_is(text, token, CLASS_MOOD) || token_is(text, token, CLASS_ADVERB);
}

/* True for a word that makes the day before which it stands that of an attack: "launched", "fired", "bombed".
 * A bomb that was dropped kills at once, unless it was dropped years ago. */
static bool strikes_then(const struct text *text, uint32_t token, const struct timex *timex)
{
    return token_is(text, token, CLASS_HAPPENING) || token_is(text, token, CLASS_HITS) ||
           token_is(text, token, CLASS_BURST) || carried_out(text, token) ||
           (token_has(text, token, CLASS_CARRIED_OUT, "released") && timex->date.precision <= PRECISION_DAY);
}

/* True for the past form at `token` that tells what the noun before it is, as the words from it to the day
 * do: "laid in", "dug up near Norvik in"; not for "alleged" of "alleged rebels". */
static bool is_participle(const struct text *text, uint32_t token, const struct timex *timex,
                          uint32_t sentence)
{
    uint32_t next = token + 1;
    uint32_t day = timex->first_token;
    bool a_day = timex->date.precision <= PRECISION_DAY;

    if (token + 3 == day || token + 2 == day) {
        next = day - 1; /* "up in" */
    } else if (a_day && !token_has(text, next, CLASS_PREPOSITION, "place") && next != day) {
        return false; /* "rebels backed by Norland on Friday killed": may be that of the killing */
    }

    return token > sentence && is_past_form(text, token) &&
           (!token_is(text, token, CLASS_DONE) || token_has(text, token, CLASS_PAST_CUE, "taken")) &&
           !token_is(text, token, CLASS_BE) && !token_is(text, token, CLASS_HAVE) &&
           !token_is(text, token, CLASS_TELLS) && text->tokens[token - 1].type == TOKEN_WORD &&
           !is_helper(text, token - 1) && !token_is(text, token - 1, CLASS_RELATIVE) &&
           !token_is(text, token - 1, CLASS_PRONOUN) && !token_is(text, token - 1, CLASS_AND) &&
           !token_is(text, token - 1, CLASS_DETERMINER) &&
           (token_is(text, next, CLASS_PREPOSITION) || token_is(text, next, CLASS_DAY_MARK) ||
            token_is(text, next, CLASS_ADVERB) || next == day);
}

/* True for the relative at `token` whose verb follows it, before the day: "who arrived in", not "who in". */
static bool is_subject_relative(const struct text *text, uint32_t token, uint32_t sentence)
{
    uint32_t verb = token + 1;

    if (token <= sentence || !token_is(text, token, CLASS_RELATIVE) ||
        text->tokens[token - 1].type != TOKEN_WORD || token_is(text, token - 1, CLASS_PREPOSITION) ||
        is_past_form(text, token - 1) || token_is(text, token - 1, CLASS_SAID)) {
        return false;
    }
    while (verb + 1 < text->token_count && is_helper(text, verb)) {
        verb++;
    }
    return verb > token + 1 || is_past_form(text, verb) || token_is(text, verb, CLASS_BEFELL);
}

bool in_modifier(const struct text *text, const struct timex *timex, const struct draft *draft,
                 uint32_t sentence)
{
    uint32_t token = timex->first_token;
    bool modifier = false, harm = false, relative = false;

    if (token <= sentence || token_is(text, token - 1, CLASS_AND) || !verb_follows(text, timex, draft)) {
        return false;
    }
    for (; token > sentence && text->tokens[token - 1].type == TOKEN_WORD &&
           !token_is(text, token - 1, CLASS_CLAUSE) && !relative;
         token--) {
        harm = harm || strikes_then(text, token - 1, timex);
        relative = token_is(text, token - 1, CLASS_RELATIVE);
        modifier = modifier || is_participle(text, token - 1, timex, sentence) ||
                   is_subject_relative(text, token - 1, sentence);
    }
    harm = harm || (relative && token > sentence && token_is(text, token - 1, CLASS_HAPPENING));
    return modifier && !harm;
}

/* True when the words from `from` on to the day hold such a participle and tell of no attack. */
static bool holds_participle(const struct text *text, uint32_t from, const struct timex *timex)
{
    bool participle = false;

    for (uint32_t token = from; token < timex->first_token; token++) {
        if (text->tokens[token].type != TOKEN_WORD || token_is(text, token, CLASS_CLAUSE) ||
            strikes_then(text, token, timex)) {
            return false;
        }
        participle = participle || is_participle(text, token, timex, from);
    }
    return participle;
}

static bool is_people(const struct text *text, uint32_t token)
{
    return token_is(text, token, CLASS_PERSON) || token_is(text, token, CLASS_PERSONS) ||
           token_is(text, token, CLASS_FIGHTER) || token_is(text, token, CLASS_NATIONALS);
}

bool in_modifier_behind(const struct text *text, const struct timex *timex, const struct draft *draft)
{
    uint32_t token = timex->first_token;

    if (timex->date.precision <= PRECISION_DAY || token_is(text, token - 1, CLASS_AND)) {
        return false;
    }
    for (; token > draft->trigger.words.end && text->tokens[token - 1].type == TOKEN_WORD; token--) {
        if (is_participle(text, token - 1, timex, draft->trigger.words.end)) {
            return !is_people(text, token - 2) && holds_participle(text, token - 2, timex) &&
                   !strikes_then(text, token - 2, timex) &&
                   (is_finite(text, timex->end_token) ||
                    !has_between(text, draft->trigger.words.end, token, CLASS_CLAUSE)) &&
                   !has_between(text, draft->trigger.words.end, token, CLASS_HAPPENING);
        }
    }
    return false;
}

bool in_opening_phrase(const struct text *text, const struct timex *timex, const struct draft *draft,
                       uint32_t sentence)
{
    uint32_t token = timex->first_token;

    if (!token_is(text, sentence, CLASS_PREPOSITION) || token_is(text, sentence, CLASS_CLAUSE) ||
        token_is(text, sentence, CLASS_AFTERMATH) || token_has(text, sentence, CLASS_PREPOSITION, "since") ||
        token <= sentence + 1 || timex->end_token >= draft->trigger.words.first ||
        !comma_between(text, timex->end_token, timex->end_token + 1)) {
        return false;
    }
    for (uint32_t word = sentence; word < token; word++) {
        if (text->tokens[word].type != TOKEN_WORD || tells_of_harm(text, word) ||
            token_is(text, word, CLASS_HAPPENING) || token_is(text, word, CLASS_DEED)) {
            return false;
        }
    }
    token -= token_is(text, token - 1, CLASS_DETERMINER) ? 1 : 0;
    return holds_participle(text, sentence, timex) ||
           (token > sentence + 1 && token_has(text, token - 1, CLASS_PREPOSITION, "of") &&
            !token_has(text, sentence, CLASS_PREPOSITION, "place") &&
            !token_is(text, sentence, CLASS_DAY_MARK));
}

/* The first token of the words between two commas, or a comma and the end of the sentence, that hold the
 * expression and no other sign; 0 when there are none. */
static uint32_t aside_of(const struct text *text, const struct timex *timex, const struct sentence *sentence,
                         uint32_t *end)
{
    uint32_t begin = timex->first_token;

    *end = timex->end_token;
    while (begin > sentence->first_token && text->tokens[begin - 1].type != TOKEN_PUNCT) {
        begin--;
    }
    while (*end < sentence->end_token && text->tokens[*end].type != TOKEN_PUNCT) {
        (*end)++;
    }
    return begin > sentence->first_token + 1 && comma_between(text, begin - 1, begin) &&
                   (*end == sentence->end_token || comma_between(text, *end, *end + 1) ||
                    *end + 1 == sentence->end_token)
               ? begin
               : 0;
}

/* True when what the comma in front of `begin` ends, from token `from` on, names an attack: "the raid,
 * launched on". */
static bool describes_attack(const struct text *text, uint32_t from, uint32_t begin)
{
    uint32_t noun = begin - 1;

    while (noun > from && text->tokens[noun - 1].type != TOKEN_PUNCT) {
        noun--;
        if (token_is(text, noun, CLASS_HAPPENING) || token_is(text, noun, CLASS_DEED)) {
            return true;
        }
    }
    return false;
}

/* True when the words tell of a deed of their own, or go on with a list of deeds: "killed nine, burned a mill
 * and fled on Friday". */
static bool tells_more(const struct text *text, uint32_t token, uint32_t end, const struct timex *timex)
{
    bool site = attributive(text, timex); /* "site of the 1994 massacre" */

    for (; token < end; token++) {
        bool named = site && token_is(text, token, CLASS_HAPPENING);

        if (!named && (token_is(text, token, CLASS_BE) || token_is(text, token, CLASS_HAVE) ||
                       token_is(text, token, CLASS_AND) || token_is(text, token, CLASS_DOING) ||
                       strikes_then(text, token, timex))) {
            return true;
        }
    }
    return false;
}

/* True when the words from `begin` to `end`, behind the comma that follows the trigger, go on with what
 * befell those people: "massacred, beheaded or burned alive on Monday". */
static bool lists_harm(const struct extraction *extraction, const struct draft *draft, uint32_t begin,
                       uint32_t end)
{
    for (size_t i = 0;
         draft->trigger.words.end + 1 == begin && draft->group != NULL && i < extraction->draft_count; i++) {
        const struct draft *other = &extraction->drafts[i];

        if (other->group == draft->group && other->trigger.kind == draft->trigger.kind &&
            other->trigger.words.first > begin && other->trigger.words.end <= end) {
            return true;
        }
    }
    return false;
}

static bool has_past_form(const struct text *text, uint32_t token, uint32_t end)
{
    while (token < end && !is_past_form(text, token)) {
        token++;
    }
    return token < end;
}

bool in_description(const struct extraction *extraction, const struct timex *timex, const struct draft *draft)
{
    const struct text *text = extraction->text;
    const struct sentence *sentence = &text->sentences[extraction->sentence];
    uint32_t trigger = draft->trigger.words.first;
    uint32_t end;
    uint32_t begin = aside_of(text, timex, sentence, &end);

    if (begin == 0 || begin == timex->first_token || (trigger >= begin && trigger < end) ||
        (trigger >= end && end + 1 >= sentence->end_token) || token_is(text, begin, CLASS_PREPOSITION) ||
        token_is(text, begin, CLASS_CLAUSE) || token_is(text, begin, CLASS_RELATIVE) ||
        token_is(text, begin, CLASS_ADVERB) || goes_on_saying(text, begin, timex) ||
        tells_more(text, begin, end, timex) || lists_harm(extraction, draft, begin, timex->first_token)) {
        return false;
    }
    if (token_is(text, begin, CLASS_PART)) { /* "including a girl born in 2019" */
        return holds_participle(text, begin, timex);
    }
    return (has_past_form(text, begin, timex->first_token) ||
            token_is(text, begin + 1, CLASS_AGENT) || /* "taken by rebels" */
            attributive(text, timex) || timex->relation == RELATION_SINCE ||
            token_has(text, timex->first_token - 1, CLASS_PREPOSITION, "of")) &&
           !(describes_attack(text, trigger < begin ? draft->trigger.words.end : sentence->first_token,
                              begin) &&
             !token_is(text, begin, CLASS_SAID)); /* "the raid, claimed by rebels on Friday," */
}

/* Behind the dash that begins at `token`: one between spaces, "--" or a long one, not that of "12-15";
 * `token` when none does. */
static uint32_t dash_end(const struct text *text, uint32_t token)
{
    struct str sign = text_span(text, token, token + 1);
    uint32_t next = token + 1;

    if (str_equal(sign, STR("\u2014")) || str_equal(sign, STR("--"))) {
        return next;
    }
    if (!(str_equal(sign, STR("-")) || str_equal(sign, STR("\u2013"))) || token == 0 ||
        next >= text->token_count) {
        return token;
    }
    if (str_equal(text_span(text, next, next + 1), STR("-"))) {
        return next + 1;
    }
    return text_span(text, token - 1, next + 1).size > text_span(text, token - 1, token).size +
                                                           text_span(text, next, next + 1).size + sign.size +
                                                           1
               ? next
               : token;
}

bool in_aside(const struct text *text, uint32_t sentence, uint32_t end)
{
    uint32_t dashes = 0, brackets = 0;

    for (uint32_t token = sentence; token < end;) {
        uint32_t next = dash_end(text, token);
        struct str sign = text_span(text, token, token + 1);

        dashes += next > token ? 1 : 0;
        brackets += str_equal(sign, STR("(")) ? 1 : 0;
        brackets -= str_equal(sign, STR(")")) && brackets > 0 ? 1 : 0;
        token = next > token ? next : token + 1;
    }
    return dashes % 2 + brackets > 0;
}

bool leaves_aside(const struct text *text, const struct draft *draft, uint32_t sentence, uint32_t token)
{
    return in_aside(text, sentence, draft->trigger.words.first) && !in_aside(text, sentence, token);
}

/* So many words a dateline has at most: "PORT SOL, Norland, Dec. 7 -". */
#define DATELINE_WORDS 10

bool in_dateline(const struct text *text, uint32_t next, uint32_t sentence)
{
    const uint32_t day = next; /* "A bomb exploded on Monday - nine died" is none */
    struct str sign;

    if ((text->tokens[sentence].flags & TOKEN_PARAGRAPH_START) == 0 || next >= text->token_count ||
        next > sentence + DATELINE_WORDS || in_aside(text, sentence, next)) {
        return false;
    }
    while (next + 1 < text->token_count && next < sentence + 2 * DATELINE_WORDS &&
           token_is_sign(text, next, "(")) { /* "Dec. 7 (Wire) --" */
        while (next + 1 < text->token_count && next < sentence + 2 * DATELINE_WORDS &&
               !token_is_sign(text, next, ")")) {
            next++;
        }
        next++;
    }
    sign = text_span(text, next, next + 1);
    return (str_equal(sign, STR("-")) || str_equal(sign, STR("\u2013")) || str_equal(sign, STR("\u2014"))) &&
           bloodless(text, sentence, day);
}
