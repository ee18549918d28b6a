/* Whether a time expression belongs to a participle beside the claim: "sent to the north in March". */
#include "report/clause.h"

#include "report/reaction.h"

#include <string.h>

/* So many words behind a participle its day may begin: "sent to the far north in March". */
#define PARTICIPLE_WORDS 9

/* The subtype that the word tells as a participle of those before it: of "men captured", not of "were
 * captured"; NULL for none. */
static const char *participle(const struct text *text, uint32_t token)
{
    const char *done = token_value(text, token, CLASS_DONE);
    bool noun = done != NULL && token > 0 && text->tokens[token - 1].type == TOKEN_WORD &&
                !token_is(text, token - 1, CLASS_BE) && !token_is(text, token - 1, CLASS_HAVE) &&
                !token_is(text, token - 1, CLASS_AND) && !token_is(text, token - 1, CLASS_PRONOUN) &&
                !token_is(text, token - 1, CLASS_ADVERB) && !token_is(text, token - 1, CLASS_RELATIVE);

    return noun ? done : NULL;
}

bool of_participle_before(const struct text *text, const struct timex *timex, const struct draft *draft,
                          uint32_t sentence)
{
    uint32_t trigger = draft->trigger.words.first;
    uint32_t least =
        timex->first_token > sentence + PARTICIPLE_WORDS ? timex->first_token - PARTICIPLE_WORDS : sentence;
    bool of = token_has(text, sentence, CLASS_PREPOSITION, "of");

    /* "the soldiers sent to Chad in March have lost nine dead": told of them, whoever died */
    bool sent = !of && draft->trigger.kind == KIND_CASUALTY &&
                has_between(text, timex->end_token, trigger + 1, CLASS_HAVE);
    if ((!sent && (draft->trigger.bare || (draft->group == NULL && !of))) ||
        token_is(text, draft->trigger.words.end - 1, CLASS_DEED) ||
        comma_between(text, timex->end_token, trigger) != of) {
        return false;
    }
    for (uint32_t token = timex->first_token; token > least && text->tokens[token - 1].type == TOKEN_WORD;
         token--) {
        const char *subtype = participle(text, token - 1);

        if (subtype != NULL) {
            return (of || (sent && moves(text, token - 1)) ||
                    (draft->group != NULL && draft->group->words.end <= token)) &&
                   strcmp(subtype, report_subtype_name(draft->trigger.subtype)) != 0;
        }
    }
    return false;
}

bool of_participle(const struct text *text, const struct draft *draft, const struct timex *timex)
{
    uint32_t verb = timex->first_token;
    uint32_t token;

    if (verb > 0 &&
        (token_is(text, verb - 1, CLASS_DAY_MARK) || token_has(text, verb - 1, CLASS_PREPOSITION, "place"))) {
        verb--;
    }
    if (verb < draft->trigger.words.end + 2 || !other_verb(text, verb - 1) ||
        token_is(text, verb - 1, CLASS_SAID) || text->tokens[verb - 2].type != TOKEN_WORD ||
        token_is(text, verb - 2, CLASS_BE) || token_is(text, verb - 2, CLASS_HAVE) ||
        token_is(text, verb - 2, CLASS_PRONOUN) || token_is(text, verb - 2, CLASS_AND) ||
        token_is(text, verb - 2, CLASS_RELATIVE)) {
        return false;
    }
    for (token = draft->trigger.words.end; token < verb; token++) {
        if (token_is(text, token, CLASS_CLAUSE) && (!token_is(text, token, CLASS_PREPOSITION) ||
                                                    token_has(text, token, CLASS_PREPOSITION, "since"))) {
            return false; /* "killed when their car overturned on Monday" */
        }
    }
    return true;
}
