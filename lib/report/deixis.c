#include "report/deixis.h"

#include "report/country_tally.h"
#include "report/elsewhere.h"

#include <string.h>

/* So many words behind the verb "here" may stand: "shot dead by gunmen here". */
#define HERE_WORDS 6
/* So many sentences back "the village" may have been named. */
#define ANTECEDENT_REACH 3
/* So many words behind the verb "there" may stand. */
#define THERE_WORDS 6

/* What a sentence points to. */
enum pointing {
    POINTS_NOWHERE,
    POINTS_HERE,   /* "here", "in this city": where the article was written */
    POINTS_TOWN,   /* "in the village": the one named before */
    POINTS_REGION, /* "in the province" */
};

static bool here_behind(const struct text *text, const struct draft *draft, uint32_t end)
{
    uint32_t token = draft->trigger.words.end;

    end = token + HERE_WORDS < end ? token + HERE_WORDS : end;
    while (token < end && text->tokens[token].type == TOKEN_WORD) {
        if (token_has(text, token, CLASS_THERE, "here") && !token_is(text, token, CLASS_DETERMINER)) {
            return true;
        }
        token++;
    }
    return false;
}

/* True for "in", "part of" before the determiner at `token`, and for "on" before what a place owns, "on this
 * city's west side". */
static bool put_there(const struct text *text, uint32_t token, uint32_t first, bool owns)
{
    if (token == first) {
        return false;
    }
    if (token_has(text, token - 1, CLASS_PREPOSITION, "of")) {
        return token >= first + 2 && token_is(text, token - 2, CLASS_PLACE_NOUN) &&
               !token_has(text, token - 2, CLASS_PLACE_NOUN, "compass");
    }
    return token_has(text, token - 1, CLASS_PREPOSITION, "place") ||
           (owns && token_has(text, token - 1, CLASS_PREPOSITION, "way") &&
            !token_is(text, token - 1, CLASS_ORIGIN) && !token_is(text, token - 1, CLASS_INFINITIVE_MARK));
}

/* True for the preposition at `token` of "in town", "on the edge of town". */
static bool leads_to_town(const struct text *text, uint32_t token, const struct sentence *sentence)
{
    bool within = token_has(text, token, CLASS_PREPOSITION, "place") ||
                  (token > sentence->first_token && token_has(text, token, CLASS_PREPOSITION, "of") &&
                   token_is(text, token - 1, CLASS_PLACE_NOUN));
    uint32_t next = token + 2;

    return within && next <= sentence->end_token && token_has(text, token + 1, CLASS_PLACE_NOUN, "town") &&
           token_has(text, token + 1, CLASS_COMMON, "bare") &&
           (next == sentence->end_token ||
            (!(text->tokens[next].flags & TOKEN_CAPITALIZED) && !token_is(text, next, CLASS_PLACE_NOUN) &&
             !token_has(text, next, CLASS_PREPOSITION, "of")));
}

/* What the words "in this city" that begin at the determiner at `token` point to. */
static enum pointing points_from(const struct extraction *extraction, uint32_t token)
{
    const struct text *text = extraction->text;
    const struct sentence *sentence = &text->sentences[extraction->sentence];
    uint32_t noun = token + 1;

    if (!token_is(text, token, CLASS_DETERMINER)) {
        return POINTS_NOWHERE;
    }
    if (noun < sentence->end_token && token_is(text, noun, CLASS_CAPITAL)) {
        noun++; /* "this capital city" */
    }
    noun = noun < sentence->end_token && token_is(text, noun, CLASS_PLACE_NOUN) ? noun : token + 1;
    if (noun >= sentence->end_token || !token_has(text, token, CLASS_DETERMINER, "known") ||
        (noun + 1 < sentence->end_token &&
         (token_has(text, noun + 1, CLASS_PREPOSITION, "of") || token_is(text, noun + 1, CLASS_PLACE_NOUN) ||
          (text->tokens[noun + 1].flags & TOKEN_CAPITALIZED))) ||
        !put_there(text, token, sentence->first_token,
                   noun + 1 < sentence->end_token && token_is_possessive(text, noun + 1)) ||
        in_attribution(extraction, token)) {
        return POINTS_NOWHERE;
    }
    if (token_has(text, noun, CLASS_PLACE_NOUN, "town")) {
        return token_has(text, token, CLASS_THERE, "here") ? POINTS_HERE
               : token_is(text, noun, CLASS_CAPITAL)       ? POINTS_NOWHERE
                                                           : POINTS_TOWN;
    }
    return token_has(text, noun, CLASS_PLACE_NOUN, "region") ? POINTS_REGION : POINTS_NOWHERE;
}

static enum pointing pointing_of(const struct extraction *extraction, const struct draft *draft)
{
    const struct sentence *sentence = &extraction->text->sentences[extraction->sentence];

    for (uint32_t token = sentence->first_token;
         may_have(extraction, CLASS_PLACE_NOUN) && token < sentence->end_token; token++) {
        enum pointing pointing = points_from(extraction, token);

        if (pointing == POINTS_NOWHERE && leads_to_town(extraction->text, token, sentence) &&
            !in_attribution(extraction, token)) {
            pointing = POINTS_TOWN;
        }

        if (pointing != POINTS_NOWHERE) {
            return pointing;
        }
    }
    return here_behind(extraction->text, draft, sentence->end_token) ? POINTS_HERE : POINTS_NOWHERE;
}

static bool recall(const struct extraction *extraction, const struct antecedent *antecedent,
                   struct place *place)
{
    size_t reach = antecedent->several ? 1 : ANTECEDENT_REACH;

    if (antecedent->place.name.size == 0 || antecedent->sentence + reach < extraction->sentence) {
        return false;
    }
    *place = antecedent->place;
    return true;
}

bool place_pointed_to(struct extraction *extraction, const struct draft *draft, struct place *place)
{
    switch (pointing_of(extraction, draft)) {
    case POINTS_HERE:
        *place = extraction->dateline;
        return place->name.size > 0 || town_of_text(extraction, place);
    case POINTS_TOWN:
        return recall(extraction, &extraction->town, place);
    case POINTS_REGION:
        return recall(extraction, &extraction->region, place);
    case POINTS_NOWHERE:
    default:
        return false;
    }
}

bool says_there(const struct extraction *extraction, const struct draft *draft)
{
    uint32_t end = extraction->text->sentences[extraction->sentence].end_token;
    uint32_t token = draft->trigger.words.end;

    end = token + THERE_WORDS < end ? token + THERE_WORDS : end;
    while (token < end && !token_has(extraction->text, token, CLASS_THERE, "there")) {
        token++;
    }
    return token < end;
}

bool town_named(const struct extraction *extraction, size_t reach, struct place *place)
{
    if (extraction->named.place.name.size == 0 || extraction->named.sentence + reach < extraction->sentence) {
        return false;
    }
    *place = extraction->named.place;
    return true;
}

/* The one place of that precision among them; none when there are several.  Behind another one that the text
 * named, it is meant right away only. */
static void note(struct antecedent *antecedent, size_t sentence, const struct place *places, size_t count,
                 bool region)
{
    const struct place *only = NULL;

    for (size_t i = 0; i < count; i++) {
        if (is_country(&places[i]) || str_equal(places[i].precision, STR("region")) != region) {
            continue;
        }
        if (only != NULL) {
            *antecedent = (struct antecedent){.several = true};
            return;
        }
        only = &places[i];
    }
    if (only != NULL) {
        bool other = antecedent->place.name.size > 0 && !str_equal(antecedent->place.name, only->name);

        *antecedent = (struct antecedent){
            .place = *only, .sentence = sentence, .several = antecedent->several || other};
    }
}

void note_antecedents(struct extraction *extraction, const struct place *places, size_t count)
{
    note(&extraction->town, extraction->sentence, places, count, false);
    note(&extraction->region, extraction->sentence, places, count, true);
}
