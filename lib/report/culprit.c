/* Who is said to have done what the text tells elsewhere. */
#include "report/assailant.h"
#include "report/assault.h"
#include "report/clause.h"
#include "report/owner.h"

/* So many words may stand between "claimed" and "attack", "blamed on" and the attack. */
#define CULPRIT_WORDS 7

static bool attack_between(const struct text *text, uint32_t from, uint32_t to)
{
    return has_between(text, from, to, CLASS_HAPPENING) || has_between(text, from, to, CLASS_HITS) ||
           has_between(text, from, to, CLASS_DEED) || has_between(text, from, to, CLASS_DOING);
}

/* Whom the "blamed" at `token` holds for it: "blamed on the PKK", "blamed France for the attack". */
static struct str side_blamed(const struct extraction *extraction, uint32_t token)
{
    const struct text *text = extraction->text;
    const struct sentence *sentence = &text->sentences[extraction->sentence];
    uint32_t end =
        sentence->end_token < token + 1 + CULPRIT_WORDS ? sentence->end_token : token + 1 + CULPRIT_WORDS;
    uint32_t of;

    if (token_is(text, token + 1, CLASS_DAY_MARK)) {
        return attack_between(text, sentence->first_token, token) ||
                       attack_between(text, token, sentence->end_token)
                   ? side_at(extraction, token + 2)
                   : (struct str){NULL, 0};
    }
    of = phrase_end(text, token + 1, end);
    if (of > token + 1 && of < sentence->end_token && text->tokens[of].type == TOKEN_PUNCT &&
        !token_is(text, token - 1, CLASS_BE)) {
        return side_in(extraction, token + 1, of); /* "The mayor blamed rebels." */
    }
    if (of == token + 1 || of == end ||
        !(token_has(text, of, CLASS_PREPOSITION, "of") || token_has(text, of, CLASS_PREPOSITION, "for"))) {
        return (struct str){NULL, 0};
    }
    end = sentence->end_token < of + 1 + CULPRIT_WORDS ? sentence->end_token : of + 1 + CULPRIT_WORDS;
    for (uint32_t to = of + 1; to < end; to++) {
        end = token_has(text, to, CLASS_MOOD, "infinitive") ? to : end; /* "for failing to stop the attack" */
    }
    return attack_between(text, of, end) ? side_in(extraction, token + 1, of) : (struct str){NULL, 0};
}

/* Who "claimed responsibility", "claimed the attack" with the verb at `token`; also of "was claimed by". */
static struct str side_claiming(const struct extraction *extraction, uint32_t token)
{
    const struct text *text = extraction->text;
    const struct sentence *sentence = &text->sentences[extraction->sentence];
    uint32_t end = sentence->end_token < token + CULPRIT_WORDS ? sentence->end_token : token + CULPRIT_WORDS;
    uint32_t object = token + 1;

    if (token_is(text, object, CLASS_AGENT)) {
        return attack_between(text, sentence->first_token, token) ||
                       value_between(text, sentence->first_token, token, CLASS_LINK, "deed")
                   ? side_at(extraction, object + 1)
                   : (struct str){NULL, 0};
    }
    while (object < end && (token_is(text, object, CLASS_DETERMINER) ||
                            token_is(text, object, CLASS_MODIFIER) || token_is(text, object, CLASS_THING))) {
        object++;
    }
    if (object == end ||
        !(token_has(text, object, CLASS_LINK, "deed") ||
          (token_is(text, object, CLASS_HAPPENING) && object > token + 1 &&
           !token_is(text, object + 1, CLASS_BE) && !token_is(text, object + 1, CLASS_HAVE) &&
           !token_is(text, object + 1, CLASS_MOOD) &&
           !token_is(text, object + 1, CLASS_CLAUSE)))) { /* "claimed the attack was a plot" */
        return (struct str){NULL, 0};
    }
    return token > sentence->first_token && token_is(text, token - 1, CLASS_PRONOUN)
               ? side_meant(extraction, token - 1)
               : subject_side(extraction, sentence->first_token, token);
}

/* Who "was behind the attack" with the verb at `token`. */
static struct str side_behind(const struct extraction *extraction, uint32_t token)
{
    const struct text *text = extraction->text;
    const struct sentence *sentence = &text->sentences[extraction->sentence];

    if (!token_has(text, token + 1, CLASS_LINK, "deed") || token == sentence->first_token ||
        token_is(text, token - 1, CLASS_MOOD) || /* "may be behind" */
        value_between(text, sentence->first_token, token, CLASS_SAID, "denied") ||
        !attack_between(text, token, phrase_end(text, token + 2, sentence->end_token))) {
        return (struct str){NULL, 0};
    }
    return token_is(text, token - 1, CLASS_PRONOUN) ? side_meant(extraction, token - 1)
                                                    : subject_side(extraction, sentence->first_token, token);
}

/* True for "blamed rebels, but the governor said": another may hold somebody else for it. */
static bool is_disputed(const struct text *text, const struct sentence *sentence)
{
    uint32_t token = sentence->first_token;

    while (token < sentence->end_token && !token_has(text, token, CLASS_CLAUSE, "contrast")) {
        token++;
    }
    return token < sentence->end_token && has_between(text, sentence->first_token, token, CLASS_ACCUSED) &&
           (has_between(text, token, sentence->end_token, CLASS_SAID) ||
            has_between(text, token, sentence->end_token, CLASS_ACCUSED));
}

struct str culprit(const struct extraction *extraction)
{
    static const unsigned classes[] = {CLASS_ACCUSED, CLASS_BE, CLASS_SAID};
    const struct text *text = extraction->text;
    const struct sentence *sentence = &text->sentences[extraction->sentence];
    bool accused = may_have(extraction, CLASS_ACCUSED);
    bool link = may_have(extraction, CLASS_LINK);
    bool claims = may_have(extraction, CLASS_SAID) && (link || may_have(extraction, CLASS_HAPPENING));
    struct str side = {NULL, 0};

    if (!accused && !link && !claims) {
        return side;
    }
    for (uint32_t token = sentence->first_token; token < sentence->end_token && side.data == NULL; token++) {
        if (!token_is_any(text, token, classes, sizeof classes / sizeof classes[0])) {
            continue;
        }
        if (accused && token_is(text, token, CLASS_ACCUSED)) {
            side = side_blamed(extraction, token);
        } else if (link && token_is(text, token, CLASS_BE)) {
            side = side_behind(extraction, token);
        } else if (claims && token_is(text, token, CLASS_SAID) &&
                   token_has(text, token, CLASS_CORRECTION, "claim")) {
            side = side_claiming(extraction, token);
        }
    }
    return side.data != NULL &&
                   (may_have(extraction, CLASS_CONDITION) || (accused && is_disputed(text, sentence)) ||
                    has_between(text, sentence->first_token, sentence->end_token, CLASS_NEGATION))
               ? (struct str){NULL, 0}
               : side;
}

bool done_by_another(const struct extraction *extraction, struct str side)
{
    const struct text *text = extraction->text;
    const struct sentence *sentence = &text->sentences[extraction->sentence];

    for (uint32_t token = sentence->first_token + 1;
         token < sentence->end_token && may_have(extraction, CLASS_AGENT); token++) {
        if (token_is(text, token, CLASS_AGENT) && token_is(text, token - 1, CLASS_DONE)) {
            struct str other = side_at(extraction, token + 1);

            return other.data != NULL && !str_equal(side, other);
        }
    }
    return false;
}

/* So many words may stand between "a" and its attack. */
#define OTHER_WORDS 3

bool of_other_attack(const struct extraction *extraction)
{
    const struct text *text = extraction->text;
    const struct sentence *sentence = &text->sentences[extraction->sentence];

    for (uint32_t token = sentence->first_token + 1; token < sentence->end_token; token++) {
        if ((token_is(text, token, CLASS_ONE_MORE) ||
             (token_is(text, token, CLASS_DETERMINER) && token_is(text, token, CLASS_ONE))) &&
            (token_has(text, token - 1, CLASS_PREPOSITION, "for") || token_is(text, token - 1, CLASS_SAID)) &&
            has_between(text, token + 1, token + 1 + OTHER_WORDS, CLASS_HAPPENING)) {
            return true;
        }
    }
    return false;
}

bool told_of_before(const struct extraction *extraction, const struct report *report)
{
    const struct timex_list *timexes = extraction->input->timexes;
    uint32_t end = extraction->text->sentences[extraction->sentence].end_token;

    for (size_t i = extraction->next_timex; i < timexes->count && timexes->items[i].first_token < end; i++) {
        if (timexes->items[i].field == extraction->input->field && interval_known(timexes->items[i].date) &&
            timexes->items[i].date.last < report->date.first) {
            return report->date.first != DAY_NONE;
        }
    }
    return false;
}
