/* Where one clause of a sentence ends and the next begins, each with the places of its own claim. */
#include "report/coordinate.h"

#include "report/clause.h"
#include "report/owner.h"

static bool begins_draft(const struct draft *draft, uint32_t token)
{
    return draft->trigger.words.first == token ||
           (!span_empty(draft->quantity.words) && draft->quantity.words.first == token) ||
           (draft->group != NULL && draft->group->words.first == token);
}

/* True for the comma of ", in Norvik three": the place that a claim's number follows is that claim's. */
static bool before_placed(const struct extraction *extraction, uint32_t token)
{
    for (size_t i = 0; i < extraction->spot_count; i++) {
        const struct spot *spot = extraction->spots[i];

        for (size_t k = 0; spot->words.first == token + 2 && leads_to_place(extraction->text, token + 1) &&
                           k < extraction->draft_count;
             k++) {
            const struct draft *draft = &extraction->drafts[k];

            if (!draft->dropped && draft->group == NULL && draft->quantity.words.first == spot->words.end) {
                return true;
            }
        }
    }
    return false;
}

/* True for the name of ", and Norland recalled": it opens a clause, and is none of a list. */
static bool is_subject(const struct extraction *extraction, const struct spot *spot)
{
    const struct text *text = extraction->text;
    uint32_t verb = spot->words.end;

    return verb < text->sentences[extraction->sentence].end_token &&
           (other_verb(text, verb) || tells_of_harm(text, verb) || token_is(text, verb, CLASS_HAVE) ||
            token_is(text, verb, CLASS_BE) || token_is(text, verb, CLASS_MOOD) ||
            token_is(text, verb, CLASS_SAID) || token_is(text, verb, CLASS_DONE));
}

bool state_acts_behind(const struct extraction *extraction, const struct draft *draft, uint32_t token)
{
    const struct text *text = extraction->text;

    if (token == 0 || !(token_is(text, token - 1, CLASS_AND) || token_is(text, token - 1, CLASS_CLAUSE))) {
        return false;
    }
    for (size_t i = 0; i < extraction->spot_count; i++) {
        const struct spot *spot = extraction->spots[i];

        if (spot->words.first == token) {
            return spot->state && spot->words.end == verb_begin(extraction, draft) &&
                   !token_is(text, spot->words.end, CLASS_BE);
        }
    }
    return false;
}

/* So many words the day or the subject of a second clause has at most: "on Saturday morning", "a second
 * bomb". */
#define LEAD_WORDS 3

/* True for the comma of ", on Saturday three" and the "and" of "and another killed two": what follows leads
 * to the number or the verb of another claim, and names no place. */
static bool leads_to_next(const struct extraction *extraction, uint32_t token)
{
    const struct text *text = extraction->text;
    bool day = token_is_sign(text, token, ",") && token_is(text, token + 1, CLASS_DAY_MARK);
    uint32_t end = token + 2;

    if (!day && !token_is(text, token, CLASS_AND)) {
        return false;
    }
    for (; end <= token + 1 + LEAD_WORDS && text->tokens[end - 1].type == TOKEN_WORD; end++) {
        if (!day && (token_is(text, end - 1, CLASS_PREPOSITION) || token_is(text, end - 1, CLASS_AND) ||
                     (text->tokens[end - 1].flags & TOKEN_CAPITALIZED) != 0)) {
            return false; /* "in Norvik and Brask killed" */
        }
        for (size_t i = 1; i < extraction->draft_count; i++) {
            const struct draft *draft = &extraction->drafts[i];
            bool acts = draft->trigger.words.first == end && draft->quantity.words.first > end;

            if (!draft->dropped && (day ? begins_draft(draft, end) : acts)) {
                return true;
            }
        }
    }
    return false;
}

/* True when a new clause begins behind the word at `token`: a semicolon, a comma with "and", "and" before a
 * day ("and on Sunday"), or "and" or a comma right before the number or the people of a claim; not "A, B, and
 * C" of places. */
static bool ends_clause(const struct extraction *extraction, uint32_t token)
{
    const struct text *text = extraction->text;
    size_t i;

    if (token_is_sign(text, token, ";") ||
        (token_is(text, token, CLASS_AND) && (token_is(text, token + 1, CLASS_DAY_MARK) ||
                                              token_has(text, token + 1, CLASS_AFTERMATH, "reaction")))) {
        return true;
    }
    if (!token_is(text, token, CLASS_AND) && !token_is(text, token, CLASS_CLAUSE) &&
        !token_is_sign(text, token, ",")) {
        return false;
    }
    if (before_placed(extraction, token) || leads_to_next(extraction, token)) {
        return true;
    }
    if (token > 0 && !token_is_sign(text, token, ",") && token_is_sign(text, token - 1, ",")) {
        for (i = 0; i < extraction->spot_count; i++) {
            if (extraction->spots[i]->words.first == token + 1) {
                return is_subject(extraction, extraction->spots[i]);
            }
            if (extraction->spots[i]->words.first == token + 2 && leads_to_place(text, token + 1)) {
                return false; /* "in Norvik, and in Brask" */
            }
        }
        return true;
    }
    for (i = 0; i < extraction->draft_count; i++) {
        const struct draft *draft = &extraction->drafts[i];

        if (!draft->dropped &&
            (begins_draft(draft, token + 1) || (i > 0 && state_acts_behind(extraction, draft, token + 1)))) {
            return true;
        }
    }
    return false;
}

/* Words farther apart than this are in no one clause. */
#define CLAUSE_REACH 200

bool within_clause_of(const struct extraction *extraction, const struct draft *draft, uint32_t token)
{
    uint32_t own = draft->trigger.words.first;
    uint32_t low = token < own ? token : own;
    uint32_t high = token < own ? own : token;

    if (high - low > CLAUSE_REACH) {
        return false;
    }
    for (; low < high; low++) {
        if (ends_clause(extraction, low)) {
            return false;
        }
    }
    return true;
}
