#include "report/reaction.h"

#include "report/clause.h"
#include "report/figure.h"

/* So many words may stand between the reaction and its day: "condemned in the strongest terms on Monday". */
#define REACTION_REACH 6

bool moves(const struct text *text, uint32_t token)
{
    const char *done = token_value(text, token, CLASS_DONE);
    const char *moved = done != NULL ? done : token_value(text, token, CLASS_BEFELL);
    enum report_subtype subtype;

    return moved != NULL && report_subtype_from_name(str_from(moved), &subtype) && subtype >= SUBTYPE_SENT &&
           !token_is(text, token, CLASS_HITS);
}

bool bloodless(const struct text *text, uint32_t from, uint32_t to)
{
    for (; from < to; from++) {
        if (token_is(text, from, CLASS_HAPPENING) || (tells_of_harm(text, from) && !moves(text, from))) {
            return false;
        }
    }
    return true;
}

bool reacts(const struct text *text, uint32_t token)
{
    return token_has(text, token, CLASS_AFTERMATH, "reaction") ||
           (token_has(text, token, CLASS_AFTERMATH, "outcry") && token > 0 &&
            token_is(text, token - 1, CLASS_INFINITIVE_MARK));
}

bool begins_anew(const struct text *text, uint32_t reaction, uint32_t trigger)
{
    for (uint32_t token = reaction + 2; token < trigger; token++) {
        if (token_has(text, token, CLASS_CLAUSE, "when")) {
            return bloodless(text, reaction + 1, token) && !comma_between(text, token, trigger);
        }
    }
    return false;
}

/* So many words may stand in "in the village hall of Norvik". */
#define SCENE_WORDS 7

/* Where what was done is told on behind "in the town hall" at `token`; `token` itself for anything else. */
static uint32_t behind_scene(const struct text *text, uint32_t token, uint32_t trigger)
{
    uint32_t next = token;

    while (token_has(text, token, CLASS_PREPOSITION, "place") && next < trigger &&
           next < token + SCENE_WORDS && text->tokens[next].type == TOKEN_WORD &&
           !token_is(text, next, CLASS_RELATIVE) && !token_is(text, next, CLASS_AND)) {
        if (token_is(text, next, CLASS_INFINITIVE_MARK)) {
            return next;
        }
        next++;
    }
    return token;
}

/* "began on Monday in the wake of a raid", "met on Monday to discuss the raid that": a verb that is no harm,
 * its day, and then what it was done about. */
static bool of_response(const struct text *text, const struct timex *timex, const struct draft *draft,
                        uint32_t sentence)
{
    uint32_t trigger = draft->trigger.words.first;
    uint32_t next = timex->end_token;
    bool verb = false;
    uint32_t token;

    next += token_is_sign(text, next, ",") ? 1 : 0;
    if (next >= trigger) {
        return false;
    }
    next = behind_scene(text, next, trigger);
    /* "after", "in the wake of" */
    if (!value_between(text, next, next + (token_is(text, next, CLASS_PREPOSITION) ? 3 : 1), CLASS_AFTERMATH,
                       "of") &&
        !(token_is(text, next, CLASS_INFINITIVE_MARK) && reacts(text, next + 1) &&
          !begins_anew(text, next + 1, trigger)) &&
        !(token_is(text, next, CLASS_INFINITIVE_MARK) && token_is(text, trigger, CLASS_DEED) &&
          !tells_of_harm(text, next + 1))) {
        return false;
    }
    for (token = sentence; token < timex->first_token; token++) {
        /* "began" is no verb of its own before "killing" */
        verb = verb || other_verb(text, token) || token_is(text, token, CLASS_FUTURE_CUE) ||
               (token_is(text, token, CLASS_HAVE) && token_is(text, token, CLASS_PAST_CUE));
    }
    return verb && harmless(text, sentence, timex->first_token);
}

/* True for "bodies" and "nine dead soldiers": people who were dead before anything was done with them. */
static bool are_dead(const struct text *text, const struct draft *draft)
{
    uint32_t first = draft->trigger.words.first;

    return token_is(text, first, CLASS_CORPSE) ||
           (draft->group != NULL && draft->group->words.first == first &&
            has_between(text, first, draft->trigger.words.end, CLASS_STATE));
}

/* True for the "found" at `token` of those who came with force: "who raided the house on Monday found",
 * "raided it and found"; not of "a bomb hit the house and nurses found". */
static bool found_by_raiders(const struct text *text, uint32_t token, uint32_t sentence)
{
    uint32_t verb = token;

    while (verb > sentence && !token_is(text, verb, CLASS_HITS) && text->tokens[verb].type != TOKEN_PUNCT &&
           !token_is(text, verb, CLASS_HAPPENING)) {
        verb--;
    }
    return verb > sentence && token_is(text, token, CLASS_FOUND) && token_is(text, verb, CLASS_HITS) &&
           (token_is(text, token - 1, CLASS_AND) || token_is(text, verb - 1, CLASS_HUMAN)) &&
           bloodless(text, sentence, verb);
}

/* "Received the bodies of", "brought nine dead soldiers home": who knows when they died. */
static bool came_back(const struct text *text, const struct draft *draft, uint32_t sentence)
{
    uint32_t first = draft->trigger.words.first;
    bool verb = false, raiders = false;

    if (!are_dead(text, draft)) {
        return false;
    }
    for (uint32_t token = sentence; token < first; token++) {
        raiders = raiders || found_by_raiders(text, token, sentence);
        verb = verb || token_has(text, token, CLASS_AFTERMATH, "return") ||
               token_is(text, token, CLASS_FOUND) ||
               (!token_is(text, first, CLASS_CORPSE) && (other_verb(text, token) || moves(text, token)));
    }
    return verb && (raiders || bloodless(text, sentence, first));
}

/* "raided on Friday, bringing the toll to 12", "bringing to 12 the number killed": they were counted then. */
static bool toll_brought(const struct text *text, const struct timex *timex, const struct draft *draft)
{
    uint32_t first = draft->trigger.words.first;

    return (brings_number(draft) || counts_harmed(text, draft) || names_toll(text, first) ||
            token_is(text, first, CLASS_STATE)) && /* "bringing the number of dead to two" */
           comma_between(text, timex->end_token, first) &&
           value_between(text, timex->end_token, first, CLASS_AFTERMATH, "toll");
}

/* True when the words from `token` on hold the verb of a clause. */
static bool has_verb(const struct text *text, uint32_t token, uint32_t end)
{
    for (; token < end; token++) {
        if (other_verb(text, token) || token_is(text, token, CLASS_BE) || token_is(text, token, CLASS_HITS) ||
            token_is(text, token, CLASS_BURST) || token_is(text, token, CLASS_DONE) ||
            token_is(text, token, CLASS_BEFELL)) {
            return true;
        }
    }
    return false;
}

/* "Shelled Kolna on Monday after nine were killed", "were put off on Monday because nine had been killed": a
 * clause with a verb and its day, and then what came before it or led to it. */
static bool of_clause_ahead(const struct text *text, const struct timex *timex, const struct draft *draft,
                            uint32_t sentence)
{
    uint32_t trigger = draft->trigger.words.first;
    uint32_t token = timex->end_token;
    bool comma = token < trigger && token_is_sign(text, token, ",");

    for (token += comma ? 1 : 0; token < trigger && text->tokens[token].type == TOKEN_WORD; token++) {
        if (token_is(text, token, CLASS_CLAUSE) && (token_has(text, token, CLASS_AFTERMATH, "of") ||
                                                    token_has(text, token, CLASS_CLAUSE, "cause"))) {
            return !comma_between(text, token, trigger) &&
                   (comma || has_verb(text, sentence, timex->first_token) ||
                    has_verb(text, timex->end_token, token));
        }
    }
    return false;
}

/* "Opened an inquiry on Monday into the deaths of nine", "gave medals on Monday to soldiers killed in Kolna":
 * a verb that is no harm, its day, and behind a preposition those to whom harm was done; not "went on on
 * Monday with nine people killed". */
static bool of_other_act(const struct text *text, const struct timex *timex, const struct draft *draft,
                         uint32_t sentence)
{
    uint32_t trigger = draft->trigger.words.first;
    bool deed = token_is(text, draft->trigger.words.end - 1, CLASS_DEED);
    bool object = draft->trigger.bare && token_is(text, trigger, CLASS_DONE) && draft->group != NULL &&
                  draft->group->words.end <= trigger;
    uint32_t before = deed || !object ? timex->end_token : draft->group->words.first - 1;
    bool verb = false;

    /* "marched on Monday against the murder of nine", not "struck on Monday with the murder of nine" */
    bool against = deed && token_is(text, before, CLASS_COMPARED) &&
                   trigger == before + 1 + (token_is(text, before + 1, CLASS_DETERMINER) ? 1 : 0);

    if ((!deed && !object) || before < timex->end_token - 1 || before >= trigger ||
        !bloodless(text, sentence, timex->first_token) ||
        (before >= timex->end_token && (!token_is(text, before, CLASS_PREPOSITION) ||
                                        (!against && token_has(text, before, CLASS_PREPOSITION, "against")) ||
                                        token_has(text, before, CLASS_PREPOSITION, "place")))) {
        return false;
    }
    for (uint32_t token = timex->end_token; token < trigger; token++) {
        if (text->tokens[token].type == TOKEN_PUNCT || token_is(text, token, CLASS_RELATIVE) ||
            token_is(text, token, CLASS_CLAUSE) || token_is(text, token, CLASS_AND) ||
            token_is(text, token, CLASS_HAVE) || token_is(text, token, CLASS_BE)) {
            return false;
        }
    }
    for (uint32_t token = timex->first_token; token > sentence && text->tokens[token - 1].type != TOKEN_PUNCT;
         token--) {
        verb = verb || moves(text, token - 1) ||
               (other_verb(text, token - 1) && !token_is(text, token - 1, CLASS_CARRIED_OUT));
    }
    return verb;
}

/* "A video posted on Monday shows": of the day on which it was shown. */
static bool of_image(const struct text *text, const struct timex *timex, uint32_t sentence)
{
    uint32_t token = timex->first_token;
    bool verb = false;

    for (; token > sentence && text->tokens[token - 1].type == TOKEN_WORD; token--) {
        if (!bloodless(text, token - 1, token)) {
            return false; /* "footage of the raid on Monday" */
        }
        if (verb && token_is(text, token - 1, CLASS_IMAGE)) {
            return true;
        }
        verb = verb || other_verb(text, token - 1) || moves(text, token - 1);
    }
    return false;
}

bool of_reaction_before(const struct text *text, const struct timex *timex, const struct draft *draft,
                        uint32_t sentence)
{
    uint32_t trigger = draft->trigger.words.first;
    uint32_t token;

    if (of_response(text, timex, draft, sentence) || came_back(text, draft, sentence) ||
        toll_brought(text, timex, draft) || of_clause_ahead(text, timex, draft, sentence) ||
        of_other_act(text, timex, draft, sentence) || of_image(text, timex, sentence)) {
        return true;
    }
    for (token = sentence; token < trigger; token++) {
        uint32_t day = timex->first_token;
        bool first = token == sentence;

        /* "met on Monday to discuss the murder", not "attacked on Monday to bury" */
        if (!reacts(text, token) ||
            (!first && token_is(text, token - 1, CLASS_INFINITIVE_MARK) &&
             !token_is(text, draft->trigger.words.end - 1, CLASS_DEED)) ||
            begins_anew(text, token, trigger)) {
            continue;
        }
        /* "sent troops in 2003 and condemned the raid that killed nine" */
        if (!first && token > timex->end_token && token_is(text, token - 1, CLASS_AND)) {
            return true;
        }
        if (harmless(text, sentence, token) &&
            (token > day || (token + REACTION_REACH >= day && harmless(text, token, day) &&
                             !has_between(text, token, day, CLASS_RELATIVE)))) {
            return true;
        }
    }
    return false;
}

/* True when the trigger is told of people who are then said to have done or undergone something else: "the
 * men killed in the raid were", "a suspect in the raid that killed nine was". */
static bool subordinate(const struct text *text, const struct draft *draft)
{
    uint32_t first = draft->trigger.words.first;

    return draft->trigger.bare || (first > 0 && token_is(text, first - 1, CLASS_RELATIVE));
}

/* True for the verb of "families of those killed in Norvik gathered on Monday"; not for "in the raid blamed
 * on", "reported by", "in renewed violence", "in hate-related violence". */
static bool is_main_verb(const struct text *text, uint32_t token)
{
    return other_verb(text, token) && !token_is(text, token, CLASS_SAID) &&
           !token_is(text, token - 1, CLASS_HAPPENING) && !token_is(text, token + 1, CLASS_AGENT) &&
           !token_is(text, token - 1, CLASS_PREPOSITION) && !token_is_sign(text, token - 1, "-");
}

/* True for "nine captured in Norvik were taken to Tarrow on Monday". */
static bool is_carried_off(const struct text *text, uint32_t token)
{
    return token_is(text, token - 1, CLASS_BE) && !token_is(text, token, CLASS_ADVERB) &&
           token_is(text, token + 1, CLASS_INFINITIVE_MARK);
}

bool of_reaction_behind(const struct text *text, const struct timex *timex, const struct draft *draft,
                        uint32_t sentence)
{
    uint32_t token = draft->trigger.words.end;
    bool remains = token_is(text, draft->trigger.words.first, CLASS_CORPSE);
    bool behind_people = draft->trigger.bare && draft->group != NULL && draft->group->words.end <= token;

    if (came_back(text, draft, sentence)) {
        return true;
    }
    for (; (remains || subordinate(text, draft)) && token < timex->first_token; token++) {
        if (token_is(text, token, CLASS_RELATIVE) || carried_out(text, token) ||
            (token_is(text, token, CLASS_CLAUSE) && !token_is(text, token, CLASS_PREPOSITION))) {
            return false;
        }
        if (token_has(text, token, CLASS_AFTERMATH, "return") ||
            (behind_people && (is_main_verb(text, token) || is_carried_off(text, token))) ||
            (!remains && token_is(text, token - 1, CLASS_BE) &&
             (other_verb(text, token) || token_has(text, token, CLASS_AFTERMATH, "reaction")))) {
            return true;
        }
    }
    return false;
}

bool of_verb_of_today(const struct text *text, const struct timex *timex, const struct draft *draft,
                      uint32_t sentence, int32_t published)
{
    uint32_t token = draft->trigger.words.first;

    if (!token_is(text, draft->trigger.words.end - 1, CLASS_DEED) || timex->date.first != published ||
        !other_verb(text, timex->end_token)) {
        return false;
    }
    while (token > sentence &&
           (token_is(text, token - 1, CLASS_DETERMINER) || token_is(text, token - 1, CLASS_MODIFIER))) {
        token--;
    }
    return token > sentence && text->tokens[token - 1].type == TOKEN_WORD;
}

/* So many words may stand between "revenge" and the deed: "in revenge for the cowardly murder". */
#define OCCASION_WORDS 5

/* True for the trigger of "shops closed after police killed a student", where the main clause tells of no
 * harm.
 */
static bool in_clause_of_aftermath(const struct text *text, const struct draft *draft, uint32_t sentence)
{
    uint32_t token = draft->trigger.words.first;
    bool verb = false;

    while (token > sentence && text->tokens[token - 1].type == TOKEN_WORD &&
           !token_is(text, token - 1, CLASS_HAPPENING) &&
           !(token_has(text, token - 1, CLASS_AFTERMATH, "of") && token_is(text, token - 1, CLASS_CLAUSE))) {
        token--;
    }
    if (token == sentence || !token_is(text, token - 1, CLASS_CLAUSE)) {
        return false;
    }
    for (uint32_t before = sentence; before < token - 1; before++) {
        verb = verb || other_verb(text, before) ||
               (token_is(text, before, CLASS_HAVE) && token_is(text, before, CLASS_PAST_CUE));
    }
    return verb && harmless(text, sentence, token - 1);
}

bool is_occasion(const struct text *text, const struct draft *draft, uint32_t sentence)
{
    uint32_t token = draft->trigger.words.first;
    uint32_t least = token > sentence + OCCASION_WORDS ? token - OCCASION_WORDS : sentence;

    if (!token_is(text, draft->trigger.words.end - 1, CLASS_DEED)) {
        return in_clause_of_aftermath(text, draft, sentence);
    }
    for (; token > least && text->tokens[token - 1].type == TOKEN_WORD; token--) {
        /* "after the murder" may tell when something else was done, and that murder for the first time */
        if (token_has(text, token - 1, CLASS_AFTERMATH, "of") && !token_is(text, token - 1, CLASS_CLAUSE)) {
            return true;
        }
    }
    return false;
}
