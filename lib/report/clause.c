#include "report/clause.h"

#include "report/reaction.h"
#include "report/since.h"

#include <string.h>

bool has_between(const struct text *text, uint32_t from, uint32_t to, unsigned class_id)
{
    for (; from < to; from++) {
        if (token_is(text, from, class_id)) {
            return true;
        }
    }
    return false;
}

bool value_between(const struct text *text, uint32_t from, uint32_t to, unsigned class_id, const char *value)
{
    for (; from < to; from++) {
        if (token_has(text, from, class_id, value)) {
            return true;
        }
    }
    return false;
}

bool tells_of_harm(const struct text *text, uint32_t token)
{
    return token_is(text, token, CLASS_HITS) || token_is(text, token, CLASS_BURST) ||
           token_is(text, token, CLASS_DONE) || token_is(text, token, CLASS_BEFELL);
}

bool names_toll(const struct text *text, uint32_t token)
{
    return token_is(text, token, CLASS_TOLLWORD) || token_is(text, token, CLASS_TOLL) ||
           (token_is(text, token, CLASS_AMOUNT) && token_is(text, token, CLASS_FORMATION)); /* "the total" */
}

bool other_verb(const struct text *text, uint32_t token)
{
    return is_small(text, token) && !tells_of_harm(text, token) && !token_is(text, token, CLASS_NO_VERB) &&
           !token_is(text, token, CLASS_BE) && !token_is(text, token, CLASS_HAVE) &&
           (token_is(text, token, CLASS_PAST_CUE) || token_is(text, token, CLASS_NEUTRAL_CUE) ||
            token_is(text, token, CLASS_SAID) || token_ends_as(text, token, CLASS_PAST_CUE));
}

bool harmless(const struct text *text, uint32_t from, uint32_t to)
{
    for (; from < to; from++) {
        if (token_is(text, from, CLASS_HAPPENING) || tells_of_harm(text, from)) {
            return false;
        }
    }
    return true;
}

bool is_over(const struct timex *timex, uint32_t before, int32_t published)
{
    return timex->first_token < before && interval_known(timex->date) && timex->date.last != DAY_NONE &&
           timex->date.last <= published;
}

bool of_verb_before(const struct text *text, const struct timex *timex, const struct draft *draft,
                    uint32_t sentence)
{
    uint32_t token = timex->first_token;
    uint32_t next = timex->end_token;

    if (token > sentence && (token_is(text, token - 1, CLASS_DAY_MARK) ||
                             token_has(text, token - 1, CLASS_PREPOSITION, "place"))) {
        token--;
    }
    if (token == sentence || !other_verb(text, token - 1) || next >= text->token_count ||
        token_is(text, next, CLASS_BE) || token_is(text, next, CLASS_HAVE) ||
        token_is(text, next, CLASS_FUTURE_CUE)) {
        return false;
    }
    if (token_is(text, token - 1, CLASS_NEUTRAL_CUE) || token_is(text, token - 1, CLASS_SAID) ||
        token_is(text, next, CLASS_RELATIVE)) {
        return true;
    }
    return token_is(text, draft->trigger.words.first, CLASS_DEED) &&
           (token_is(text, next, CLASS_DETERMINER) || token_is(text, next, CLASS_INFINITIVE_MARK));
}

/* So many words may stand between "there was" and "fighting", and between that and "broke out". */
#define OUTBREAK_WORDS 6
/* So many words may stand between "the" and "fighting". */
#define KNOWN_WORDS 2

/* True when the words tell that there was an attack or a fight, "there was heavy fighting", "clashes broke
 * out", which nobody had told of before: not "the raid took place". */
static bool attack_arose(const struct text *text, uint32_t begin, uint32_t end)
{
    uint32_t known = 0, there = 0, noun = 0; /* the words behind them end here */

    for (uint32_t token = begin; token < end; token++) {
        if (is_known_mark(text, token)) {
            known = token + 1 + KNOWN_WORDS;
        } else if (token_has(text, token, CLASS_THERE, "there") && token_is(text, token + 1, CLASS_BE)) {
            there = token + OUTBREAK_WORDS;
        } else if (token >= known && (token_is(text, token, CLASS_ATTACK) || /* "riots" */
                                      (token_is(text, token, CLASS_HAPPENING) &&
                                       !token_has(text, token, CLASS_HAPPENING, "war")))) {
            noun = token + OUTBREAK_WORDS;
        }
        if (token < noun &&
            (token < there || token_is(text, token, CLASS_TOOK_PLACE) || carried_out(text, token) ||
             token_has(text, token, CLASS_CARRIED_OUT, "began"))) {
            return true;
        }
    }
    return false;
}

/* True when that part of the sentence, which has the expression, tells of an attack and counts nobody: "on
 * Monday a bomb exploded; nine were killed". */
static bool only_attack(const struct extraction *extraction, const struct timex *timex, uint32_t begin,
                        uint32_t end)
{
    for (size_t i = 0; i < extraction->draft_count; i++) {
        uint32_t trigger = extraction->drafts[i].trigger.words.first;

        if (!extraction->drafts[i].dropped && trigger >= begin && trigger < end) {
            return false;
        }
    }
    for (size_t i = 0; may_have(extraction, CLASS_BURST) && i < extraction->matcher.item_count; i++) {
        const struct item *item = &extraction->matcher.items[i];

        if (item->first_token >= begin && item->first_token < end && item_is(item, CLASS_BURST)) {
            return true; /* of several words, too: "went off" */
        }
    }
    return has_between(extraction->text, begin, end, CLASS_BURST) ||
           has_between(extraction->text, begin, timex->first_token, CLASS_HITS) ||
           has_between(extraction->text, timex->end_token, end, CLASS_HITS) ||
           attack_arose(extraction->text, begin, end);
}

bool in_other_part(const struct extraction *extraction, const struct draft *draft, const struct timex *timex)
{
    const struct text *text = extraction->text;
    const struct sentence *sentence = &text->sentences[extraction->sentence];
    uint32_t begin = timex->first_token, end = timex->first_token;
    bool verb = false;

    if (!may_have_sign(extraction, ";")) {
        return false;
    }
    while (begin > sentence->first_token && !token_is_sign(text, begin - 1, ";")) {
        begin--;
    }
    while (end < sentence->end_token && !token_is_sign(text, end, ";")) {
        end++;
    }
    for (uint32_t token = begin; token < end && !verb; token++) {
        bool own = token >= timex->first_token && token < timex->end_token;
        verb = (!own && text->tokens[token].type == TOKEN_NUMBER) || token_is(text, token, CLASS_BE) ||
               token_is(text, token, CLASS_HAVE) || tells_of_harm(text, token) || other_verb(text, token);
    }
    return verb && !(draft->trigger.words.first >= end && only_attack(extraction, timex, begin, end)) &&
           (draft->trigger.words.first < begin || draft->trigger.words.first >= end);
}

bool comma_between(const struct text *text, uint32_t from, uint32_t to)
{
    for (; from < to; from++) {
        if (token_is_sign(text, from, ",")) {
            return true;
        }
    }
    return false;
}

/* So many words may stand before "of whom". */
#define PART_WORDS 5

bool of_clause_before(const struct text *text, const struct timex *timex, uint32_t sentence)
{
    uint32_t token = timex->first_token;
    bool verb = false, harm = false;
    uint32_t next;

    while (token > sentence && text->tokens[token - 1].type != TOKEN_PUNCT) {
        token--;
        harm = harm || token_is(text, token, CLASS_HAPPENING) || tells_of_harm(text, token);
        verb = verb || other_verb(text, token);
    }
    for (next = token; token > sentence && next < token + PART_WORDS && next < timex->first_token; next++) {
        if (token_has(text, next, CLASS_PREPOSITION, "of") && token_is(text, next + 1, CLASS_RELATIVE)) {
            return true;
        }
    }
    if (harm) {
        return false;
    }
    return verb && token > sentence + 1 && token_is(text, token, CLASS_RELATIVE) &&
           token_is_sign(text, token - 1, ",") && !token_is(text, token - 2, CLASS_HAPPENING);
}

bool of_restrictive_clause(const struct text *text, const struct timex *timex, const struct draft *draft,
                           uint32_t sentence)
{
    uint32_t token = timex->first_token;

    if (!comma_between(text, timex->end_token, draft->trigger.words.first)) {
        return false;
    }
    while (token > sentence + 1 && text->tokens[token - 1].type != TOKEN_PUNCT) {
        token--;
        if (token_is(text, token, CLASS_RELATIVE)) {
            return token_has(text, token, CLASS_RELATIVE, "person") &&
                   text->tokens[token - 1].type == TOKEN_WORD;
        }
        if (token_is(text, token, CLASS_HAPPENING) || token_is(text, token, CLASS_HITS) ||
            token_is(text, token, CLASS_BURST) || token_is(text, token, CLASS_DONE) ||
            token_has(text, token, CLASS_BEFELL, "killed")) {
            return false;
        }
    }
    return false;
}

bool goes_on_saying(const struct text *text, uint32_t verb, const struct timex *timex)
{
    return token_is(text, verb, CLASS_SPEECH) ||
           (token_is(text, verb, CLASS_SAID) && has_between(text, verb, timex->first_token, CLASS_RELATIVE));
}

bool of_aside(const struct text *text, const struct timex *timex, uint32_t trigger, uint32_t sentence)
{
    uint32_t begin = timex->first_token;

    while (begin > sentence && text->tokens[begin - 1].type != TOKEN_PUNCT) {
        begin--;
    }
    if (begin == sentence || !comma_between(text, begin - 1, begin) || !other_verb(text, begin) ||
        goes_on_saying(text, begin, timex)) {
        return false;
    }
    uint32_t noun = begin - 1;
    while (noun > sentence && !comma_between(text, noun - 1, noun)) {
        noun--;
    }
    return !has_between(text, noun, begin, CLASS_HAPPENING) && comma_between(text, timex->end_token, trigger);
}

/* True for the attack at `token` that somebody is only asked or held for: "over the raid in which". */
static bool is_only_matter(const struct text *text, uint32_t token)
{
    uint32_t link = token - (token_is(text, token - 1, CLASS_DETERMINER) ? 2 : 1);

    return token_has(text, link, CLASS_PREPOSITION, "for") ||
           (token_is(text, link, CLASS_PREPOSITION) && token_is(text, link, CLASS_QUALIFIER));
}

bool of_main_verb(const struct text *text, const struct timex *timex, const struct draft *draft,
                  uint32_t sentence)
{
    bool relative = false;
    bool verb = other_verb(text, timex->end_token); /* "on Monday named the men who were killed" */
    uint32_t token;

    for (token = timex->end_token; token < draft->trigger.words.first && !relative; token++) {
        relative = token_is(text, token, CLASS_RELATIVE);
        bool matter = verb && token_is(text, token, CLASS_HAPPENING) && is_only_matter(text, token);

        if (!matter && (token_is(text, token, CLASS_HAPPENING) || tells_of_harm(text, token))) {
            return false; /* "following the 31 October attack that left ten dead" */
        }
    }
    for (token = timex->first_token; relative && token > sentence; token--) {
        if (token_is(text, token - 1, CLASS_HAPPENING) || tells_of_harm(text, token - 1)) {
            return false;
        }
        if (carried_out(text, token - 1) && token > sentence + 1 && token_is(text, token - 2, CLASS_DEED)) {
            return false; /* "the murder committed on Monday, in which two monks died" */
        }
        verb = verb || other_verb(text, token - 1);
    }
    return relative && verb;
}

/* True for the comma at `token` behind "in Norvik, Chad," and "in Norvik, Ala.,". */
static bool closes_name(const struct text *text, uint32_t token)
{
    uint32_t name = token_is_sign(text, token - 1, ".") ? token - 2 : token - 1;

    return name > 0 && token_is_sign(text, name - 1, ",") &&
           (text->tokens[name].flags & TOKEN_CAPITALIZED) != 0;
}

bool set_apart(const struct extraction *extraction, uint32_t from, uint32_t trigger)
{
    const struct timex_list *timexes = extraction->input->timexes;
    const struct text *text = extraction->text;
    size_t i;

    for (i = extraction->next_timex; i < timexes->count && timexes->items[i].first_token < trigger; i++) {
        const struct timex *timex = &timexes->items[i];

        if (timex->first_token >= from && timex->type == TIMEX_DURATION && timex->end_token < trigger &&
            token_is(text, timex->end_token, CLASS_CLAUSE) &&
            token_is(text, timex->end_token, CLASS_PREPOSITION)) {
            /* "on Friday, a day after the raid, it sent 300": beside the day of what it sent */
            return !comma_between(text, from, from + 1) || !comma_between(text, timex->end_token, trigger) ||
                   (comma_between(text, trigger - 1, trigger) && !closes_name(text, trigger - 1));
        }
    }
    return false;
}

/* True when the words from `token`, behind "after" or "in the wake", name something that the expression is
 * of: "the vote on Sunday", "Sunday's vote"; not "dark on Sunday". */
static bool names_occasion(const struct text *text, uint32_t token, const struct timex *timex)
{
    while (token < timex->first_token && token_is(text, token, CLASS_PREPOSITION)) {
        token++;
    }
    if (token == timex->first_token) {
        return token_is(text, timex->end_token, CLASS_GENITIVE);
    }
    return token < timex->first_token && timex->relation == RELATION_DURING &&
           (token_is(text, token, CLASS_DETERMINER) || token_is(text, token, CLASS_POSSESSIVE));
}

bool of_occasion(const struct text *text, const struct draft *draft, const struct timex *timex)
{
    bool clause = false, named = false;
    uint32_t token;

    for (token = draft->trigger.words.end;
         draft->trigger.kind == KIND_DEPLOYMENT && token < timex->first_token; token++) {
        bool opens = token_is(text, token, CLASS_CLAUSE) && token_is(text, token, CLASS_PREPOSITION);

        if (clause && token_is(text, token, CLASS_HAPPENING)) {
            return true;
        }
        if (opens || token_has(text, token, CLASS_AFTERMATH, "of") ||
            token_has(text, token, CLASS_AFTERMATH, "ahead")) {
            named = names_occasion(text, token + 1, timex);
        }
        named = named && !token_is_sign(text, token, ",");
        clause = clause || opens;
    }
    return named;
}

bool of_cause_of_deployment(const struct extraction *extraction, const struct draft *draft,
                            const struct timex *timex)
{
    const struct text *text = extraction->text;
    const struct timex *other =
        timex->partner < 0 ? timex : &extraction->input->timexes->items[timex->partner];
    uint32_t token = timex->first_token < other->first_token ? timex->first_token : other->first_token;
    uint32_t next = timex->end_token > other->end_token ? timex->end_token : other->end_token;
    uint32_t end = draft->trigger.words.end;

    if (draft->trigger.kind != KIND_DEPLOYMENT || token < end + 4 ||
        !token_is(text, token - 1, CLASS_DETERMINER) ||
        !token_has(text, token - 2, CLASS_PREPOSITION, "of") || token_is(text, next, CLASS_PREPOSITION) ||
        !is_small(text, next)) {
        return false;
    }
    token -= 3; /* "a legacy of the 1974 war", not "at the height of" it */
    while (token > end && token_is(text, token - 1, CLASS_DETERMINER)) {
        token--;
    }
    return !leads_to_place(text, token - 1);
}

/* So many words may stand between the verb and its day: "was condemned by the mayor on Monday". */
#define VERB_REACH 6

bool of_passive_behind(const struct text *text, const struct timex *timex, const struct draft *draft)
{
    uint32_t end = draft->trigger.words.end;
    uint32_t token;

    if (!token_is(text, end - 1, CLASS_DEED)) {
        return false;
    }
    for (token = timex->first_token; token > end + 1 && token + VERB_REACH > timex->first_token; token--) {
        if (token_is(text, token - 1, CLASS_HAPPENING) || carried_out(text, token - 1) ||
            token_is(text, token - 1, CLASS_FOUND)) {
            return false;
        }
        if (other_verb(text, token - 1) &&
            (token_is(text, token - 2, CLASS_BE) || token_is(text, token - 2, CLASS_ADVERB))) {
            return true;
        }
    }
    return false;
}

bool of_speech_before(const struct text *text, const struct timex *timex, uint32_t sentence)
{
    uint32_t token = timex->first_token;

    if (token > sentence && token_is(text, token - 1, CLASS_DAY_MARK)) {
        token--;
    }
    return token > sentence && token_is(text, token - 1, CLASS_SAID) &&
           !token_is(text, token - 1, CLASS_PLACE_NOUN) && /* "in Norvik and Tarn states on Monday" */
           is_small(text, token - 1);
}

bool of_verb_behind(const struct text *text, const struct timex *timex, const struct draft *draft,
                    uint32_t sentence)
{
    uint32_t token = timex->end_token;

    if (!token_is(text, draft->trigger.words.end - 1, CLASS_DEED) || !other_verb(text, token) ||
        token >= draft->trigger.words.first) {
        return false;
    }
    for (token = sentence; token < timex->first_token; token++) {
        if (token_is(text, token, CLASS_HAPPENING) || tells_of_harm(text, token)) {
            return false;
        }
    }
    return true;
}

/* True when the sentence begins with a clause that the trigger stands in: "Two days after a bomb killed
 * nine,". */
static bool opens_with(const struct text *text, uint32_t sentence, uint32_t trigger)
{
    for (uint32_t token = sentence; token < trigger; token++) {
        if (token_is_sign(text, token, ",") || other_verb(text, token)) {
            return false;
        }
        if (token_has(text, token, CLASS_AFTERMATH, "of")) {
            return true;
        }
    }
    return false;
}

/* So many words may stand between "which" and the trigger: "which has already killed". */
#define WHICH_WORDS 5

/* So many words an apposition has up to a name in it: "a founding member of NATO". */
#define APPOSITION_WORDS 5

bool in_apposition(const struct text *text, uint32_t token, uint32_t first, uint32_t limit)
{
    uint32_t least = token > first + APPOSITION_WORDS + 1 ? token - APPOSITION_WORDS : first + 2;

    for (uint32_t at = token; at >= least && text->tokens[at].type == TOKEN_WORD; at--) {
        if (token_is(text, at, CLASS_DETERMINER)) {
            return token_is_sign(text, at - 1, ",") &&
                   (text->tokens[at - 2].flags & TOKEN_CAPITALIZED) != 0 && comma_between(text, token, limit);
        }
    }
    return false;
}

/* The "which" behind a comma that opens the aside in which the words from `first` on stand; `first` for none.
 */
static uint32_t which_before(const struct text *text, uint32_t first, uint32_t sentence)
{
    uint32_t least = first > sentence + WHICH_WORDS + 1 ? first - WHICH_WORDS : sentence + 1;

    for (uint32_t token = first; token > least; token--) {
        if (token_is(text, token - 1, CLASS_RELATIVE)) {
            return comma_between(text, token - 2, token - 1) ||
                           (token > least + 1 && token_is(text, token - 2, CLASS_PREPOSITION) &&
                            comma_between(text, token - 3, token - 2))
                       ? token - 1
                       : first;
        }
    }
    return first;
}

bool aside_closed(const struct text *text, const struct draft *draft, uint32_t sentence, uint32_t token)
{
    uint32_t trigger = draft->trigger.words.first;
    uint32_t which = which_before(text, trigger, sentence);

    if (which == trigger && draft->group != NULL && draft->group->words.end <= trigger) {
        trigger = draft->group->words.first; /* "in which 8,000 men were killed" */
        which = which_before(text, trigger, sentence);
    }
    return which < trigger && comma_between(text, draft->trigger.words.end, token);
}

/* True for "the raid, which killed nine, took place on Monday". */
static bool carried_out_between(const struct text *text, uint32_t from, uint32_t to)
{
    while (from < to && !carried_out(text, from)) {
        from++;
    }
    return from < to;
}

bool of_clause_behind(const struct text *text, const struct timex *timex, const struct draft *draft,
                      uint32_t sentence)
{
    uint32_t end = draft->trigger.words.end;
    uint32_t token = timex->first_token;

    if ((opens_with(text, sentence, draft->trigger.words.first) && comma_between(text, end, token)) ||
        (aside_closed(text, draft, sentence, token) && !carried_out_between(text, end, token))) {
        return true;
    }
    if (token > end && token_is(text, token - 1, CLASS_DAY_MARK)) {
        token--;
    }
    if (token > end && token_is(text, token - 1, CLASS_AND) && token_is(text, token, CLASS_DAY_MARK)) {
        return !has_between(text, end, token - 1, CLASS_DAY_MARK);
    }
    return comma_between(text, end, token) && value_between(text, end, token, CLASS_AFTERMATH, "still");
}
