#include "report/other_verb.h"

#include "report/clause.h"

static bool spot_between(const struct extraction *extraction, uint32_t from, uint32_t to)
{
    for (size_t i = 0; i < extraction->spot_count; i++) {
        uint32_t first = extraction->spots[i]->words.first;

        if (first > from && first < to && leads_to_place(extraction->text, first - 1)) {
            return true;
        }
    }
    return false;
}

/* Where what goes on at `token` breaks off: at a comma or at the verb of another clause, but for the one of
 * "when a bomb went off". */
static uint32_t next_break(const struct text *text, uint32_t token, uint32_t limit)
{
    bool when = false;

    for (; token < limit; token++) {
        when = when || token_has(text, token, CLASS_CLAUSE, "when");
        if (comma_between(text, token, token + 1) || token_is(text, token, CLASS_SAID) ||
            token_is(text, token, CLASS_RELATIVE) || token_is(text, token, CLASS_AND) ||
            (!when && (token_is(text, token, CLASS_CLAUSE) || token_is(text, token, CLASS_BE) ||
                       tells_of_harm(text, token) || other_verb(text, token)))) {
            break;
        }
    }
    return token;
}

/* True when a verb stands there: "based", "wounded". */
static bool verb_between(const struct text *text, uint32_t from, uint32_t to)
{
    while (from < to && !tells_of_harm(text, from) && !other_verb(text, from)) {
        from++;
    }
    return from < to;
}

static bool is_known_town(const struct spot *spot)
{
    return !spot->unlisted && !spot->state && place_candidate(&spot->match, 0).kind >= PLACE_CITY;
}

/* "The imam of a mosque in Norvik was killed in Tarrow": the verb puts him in another town. */
static bool of_subject(const struct extraction *extraction, const struct draft *draft,
                       const struct spot *spot)
{
    uint32_t verb_end = draft->trigger.words.end;

    if (draft->trigger.kind != KIND_CASUALTY || spot->words.first <= draft->group->words.first ||
        spot->words.end > draft->trigger.words.first || !is_known_town(spot)) {
        return false;
    }
    for (size_t i = 0; i < extraction->spot_count; i++) {
        const struct spot *other = extraction->spots[i];

        if (other->words.first == verb_end + 1 && is_known_town(other) &&
            token_has(extraction->text, verb_end, CLASS_PREPOSITION, "place")) {
            return true;
        }
    }
    return false;
}

/* "The father of a man killed in Norvik spoke in Tarrow", "the murder of nine men in Norvik was condemned in
 * Tarrow": where the verb is that goes on behind the participle, or the noun, and its place. */
static bool behind_main_verb(const struct extraction *extraction, const struct draft *draft,
                             const struct spot *spot)
{
    const struct text *text = extraction->text;
    bool deed = token_is(text, draft->trigger.words.end - 1, CLASS_DEED);
    uint32_t place = deed && draft->group != NULL && draft->group->words.end > draft->trigger.words.end
                         ? draft->group->words.end
                         : draft->trigger.words.end;

    if ((!draft->trigger.bare && !deed) || draft->trigger.kind != KIND_CASUALTY ||
        !token_has(text, place, CLASS_PREPOSITION, "place")) {
        return false;
    }
    for (uint32_t token = place + 1; token < spot->words.first; token++) {
        bool verb = (other_verb(text, token) && !token_is(text, token, CLASS_CARRIED_OUT)) ||
                    (token_is(text, token, CLASS_BE) && !tells_of_harm(text, token + 1) &&
                     !token_is(text, token + 1, CLASS_CARRIED_OUT));

        /* "the poet, killed in Norvik, was mourned in Tarrow" */
        bool closed = token_is_sign(text, token, ",") && token_is(text, token + 1, CLASS_BE) &&
                      token_is_sign(text, draft->trigger.words.first - 1, ",");

        if ((text->tokens[token].type == TOKEN_PUNCT && !closed) || token_is(text, token, CLASS_AND) ||
            token_is(text, token, CLASS_RELATIVE) || token_is(text, token, CLASS_CLAUSE)) {
            return false;
        }
        if (verb && spot_between(extraction, place - 1, token)) {
            return true;
        }
    }
    return false;
}

/* So many words may stand between "who" or "that" and the trigger: "that Tarrow's soldiers had". */
#define WHO_WORDS 6

/* "Police in Norvik arrested a man who killed nine in Tarrow", "a court in Norvik ruled that he killed nine
 * in Tarrow": the other clause names its own place. */
static bool before_relative(const struct extraction *extraction, const struct draft *draft,
                            const struct spot *spot)
{
    const struct text *text = extraction->text;
    uint32_t first = text->sentences[extraction->sentence].first_token;
    uint32_t end = text->sentences[extraction->sentence].end_token;
    uint32_t trigger = draft->trigger.words.first;
    uint32_t who = trigger;

    if (draft->trigger.kind != KIND_CASUALTY || spot->words.end >= trigger) {
        return false;
    }
    while (who > spot->words.end && trigger - who < WHO_WORDS && !token_is(text, who, CLASS_RELATIVE)) {
        who--;
    }
    if (!token_is(text, who, CLASS_RELATIVE) || token_has(text, who, CLASS_RELATIVE, "place") ||
        comma_between(text, who - 1, who) || !harmless(text, first, who)) {
        return false;
    }
    for (uint32_t token = spot->words.end; token < who; token++) {
        if (other_verb(text, token)) {
            return spot_between(extraction, draft->trigger.words.end,
                                next_break(text, draft->trigger.words.end, end));
        }
    }
    return false;
}

/* "Bombed Norvik in response to a rocket that killed nine in Tarrow", "in revenge for the killing of nine in
 * Tarrow, it bombed Norvik": where the answer was. */
static bool of_answer(const struct extraction *extraction, const struct draft *draft, const struct spot *spot)
{
    const struct text *text = extraction->text;
    const struct sentence *sentence = &text->sentences[extraction->sentence];
    uint32_t trigger = draft->trigger.words.first;
    uint32_t link = trigger, end = draft->trigger.words.end;

    while (link > sentence->first_token &&
           (!token_has(text, link, CLASS_AFTERMATH, "of") || token_is(text, link, CLASS_CLAUSE))) {
        link--;
    }
    while (end < sentence->end_token && !token_is_sign(text, end, ",")) {
        end++;
    }
    return link < trigger && token_has(text, link, CLASS_AFTERMATH, "of") &&
           !token_is(text, link, CLASS_CLAUSE) && (spot->words.first < link || spot->words.first > end) &&
           spot_between(extraction, trigger, end);
}

/* "One in Norvik and none in Tarrow", "nobody died in Tarrow, but two were killed in Norvik": no harm was
 * done there. */
static bool of_nobody(const struct extraction *extraction, const struct draft *draft, const struct spot *spot)
{
    const struct text *text = extraction->text;
    const struct sentence *sentence = &text->sentences[extraction->sentence];
    uint32_t trigger = draft->trigger.words.first;
    bool negated = false, contrast = false;

    if (spot->words.first >= sentence->first_token + 2 &&
        token_is(text, spot->words.first - 1, CLASS_PREPOSITION) &&
        token_is(text, spot->words.first - 2, CLASS_NEGATION)) {
        return true;
    }
    for (uint32_t token = sentence->first_token; token < trigger; token++) {
        negated = negated || (token < spot->words.first && token_is(text, token, CLASS_NEGATION));
        contrast = contrast || (token >= spot->words.end && token_has(text, token, CLASS_CLAUSE, "contrast"));
    }
    return negated && contrast &&
           spot_between(extraction, trigger, next_break(text, draft->trigger.words.end, sentence->end_token));
}

/* So many words may stand between "war" and the trigger: "in Tarrow that has already". */
#define WAR_WORDS 7

/* "Talks in Norvik on the war that has killed 20,000": the war is not there. */
static bool before_war(const struct extraction *extraction, const struct draft *draft,
                       const struct spot *spot)
{
    const struct text *text = extraction->text;
    uint32_t next = spot->words.end;
    uint32_t token = draft->trigger.words.first;
    bool which = false;

    if (token <= next ||
        !(token_has(text, next, CLASS_PREPOSITION, "way") || token_is(text, next, CLASS_QUALIFIER))) {
        return false;
    }
    for (uint32_t steps = 0; token > next && steps <= WAR_WORDS; steps++) {
        token--;
        if (token_has(text, token, CLASS_HAPPENING, "war")) {
            return which && !comma_between(text, next, token);
        }
        which = which || token_is(text, token, CLASS_RELATIVE);
    }
    return false;
}

/* "The baker, who studied in Norvik, was killed": no place of the harm; "who were staying in Norvik" tells
 * where they were then. */
static bool of_who_aside(const struct extraction *extraction, const struct spot *spot)
{
    const struct text *text = extraction->text;
    const struct sentence *sentence = &text->sentences[extraction->sentence];
    uint32_t who = spot->words.first;

    while (who > sentence->first_token && text->tokens[who].type != TOKEN_PUNCT) {
        who--;
    }
    return token_is_sign(text, who, ",") && token_has(text, who + 1, CLASS_RELATIVE, "person") &&
           !token_is(text, who + 2, CLASS_BE) && harmless(text, who, spot->words.first) &&
           token_is_sign(text, spot->words.end, ",");
}

/* "Killed by gunmen trained in Norvik": what these were before. */
static bool of_former_life(const struct extraction *extraction, const struct spot *spot)
{
    const struct text *text = extraction->text;
    uint32_t first = text->sentences[extraction->sentence].first_token;

    return spot->words.first >= first + 2 && token_is(text, spot->words.first - 1, CLASS_PREPOSITION) &&
           token_has(text, spot->words.first - 2, CLASS_COMMON, "schooled") &&
           has_between(text, first, spot->words.first, CLASS_AGENT);
}

bool of_other_verb(const struct extraction *extraction, const struct draft *draft, const struct spot *spot)
{
    const struct text *text = extraction->text;
    struct span trigger;

    if ((draft == NULL || draft->trigger.kind == KIND_CASUALTY) &&
        (of_former_life(extraction, spot) ||
         (may_have(extraction, CLASS_RELATIVE) && of_who_aside(extraction, spot)))) {
        return true;
    }
    if (draft != NULL && draft->trigger.kind == KIND_CASUALTY &&
        ((may_have(extraction, CLASS_NEGATION) && of_nobody(extraction, draft, spot)) ||
         (may_have(extraction, CLASS_AFTERMATH) && of_answer(extraction, draft, spot)) ||
         (may_have(extraction, CLASS_HAPPENING) && before_war(extraction, draft, spot)))) {
        return true;
    }
    if (draft != NULL &&
        (behind_main_verb(extraction, draft, spot) ||
         (may_have(extraction, CLASS_RELATIVE) && before_relative(extraction, draft, spot)))) {
        return true;
    }
    if (draft == NULL || draft->group == NULL || draft->group->words.end > draft->trigger.words.first) {
        return false;
    }
    trigger = draft->trigger.words;
    if (of_subject(extraction, draft, spot)) {
        return true;
    }
    if (spot->words.first >= draft->group->words.end && spot->words.end <= trigger.first) {
        uint32_t limit = text->sentences[extraction->sentence].end_token;

        uint32_t next = draft->group->words.end;

        return (verb_between(text, next, spot->words.first) || has_doing_form(text, next)) &&
               spot_between(extraction, trigger.end, next_break(text, trigger.end, limit));
    }
    for (size_t i = 0; draft->trigger.bare && i < extraction->draft_count; i++) {
        const struct draft *other = &extraction->drafts[i];

        if (!other->dropped && other->group == draft->group && other->trigger.words.first > trigger.end &&
            other->trigger.words.first < spot->words.first) {
            return spot_between(extraction, trigger.end, other->trigger.words.first);
        }
    }
    return false;
}
