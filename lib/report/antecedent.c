#include "report/antecedent.h"

#include "report/clause.h"
#include "report/owner.h"
#include "report/voice.h"

#include <string.h>

/* True for people of a state: "French soldiers". */
static bool serve_state(const struct group *people)
{
    struct place_match state;

    return people->actor_count > 0 && place_find(str_from(people->actors[0]), &state) &&
           place_is_country(&state);
}

/* "The army", "military forces": of a state, whoever was named before. */
static bool of_army(const struct text *text, const struct group *group)
{
    return value_between(text, group->words.first, group->words.end, CLASS_BODY, "army") ||
           value_between(text, group->words.first, group->words.end, CLASS_BODY, "military");
}

bool fights_apart(const struct text *text, const struct group *group, const struct group *people)
{
    if (group->irregular) {
        return !people->irregular && group->people != NULL && strcmp(group->people, "fighters") != 0 &&
               serve_state(people);
    }
    return people->actor_count > 0 && of_army(text, group) && !serve_state(people);
}

/* The soldiers that the sentence before told of, when it named whose they are. */
static const struct group *told_before(const struct extraction *extraction)
{
    const struct group *people = extraction->people;

    return people != NULL && people->fighters && people->actor_count > 0 &&
                   extraction->people_sentence + 1 == extraction->sentence
               ? people
               : NULL;
}

/* True for "they" and for "the soldiers", no more than a noun. */
static bool stands_for(const struct text *text, const struct group *group, const struct group *people)
{
    return (group->pronoun && group->several) ||
           (!group->pronoun && group->fighters && group->known && group->actor_count == 0 &&
            span_empty(group->quantity.words) && !fights_apart(text, group, people));
}

/* True for "were ambushed", "have been shelled" behind token `token`. */
static bool were_struck(const struct text *text, uint32_t token)
{
    bool passive = false;

    while (token_is(text, token, CLASS_HAVE) || token_is(text, token, CLASS_BE) ||
           token_is(text, token, CLASS_ADVERB)) {
        passive = passive || token_is(text, token, CLASS_BE);
        token++;
    }
    return passive && token_is(text, token, CLASS_HITS);
}

/* True when a side that `people` are not of is named between the two tokens. */
static bool names_other(const struct extraction *extraction, const struct group *people, uint32_t from,
                        uint32_t end)
{
    for (size_t i = 0; i < extraction->mark_count; i++) {
        const struct mark *mark = &extraction->marks[i];

        if (mark->actor != NULL && mark->words.first >= from && mark->words.end <= end &&
            !actor_named(people, mark->actor) && !stands_as_place(extraction, mark->words.first)) {
            return true;
        }
    }
    return false;
}

const struct group *struck_before(const struct extraction *extraction, const struct draft *draft)
{
    const struct group *people = told_before(extraction);
    uint32_t first = extraction->text->sentences[extraction->sentence].first_token;
    uint32_t figure = draft->quantity.words.first;
    bool struck = false;

    if (people == NULL || draft->group != NULL || span_empty(draft->quantity.words) ||
        draft->trigger.kind != KIND_CASUALTY) {
        return NULL;
    }
    for (size_t i = 0; i < extraction->matcher.item_count; i++) {
        const struct item *item = &extraction->matcher.items[i];
        const struct group *group = item_group(item);

        if (item->first_token >= figure) {
            break;
        }
        if (group == NULL || item->first_token < first ||
            (item->first_token > first && token_is(extraction->text, item->first_token - 1, CLASS_AGENT))) {
            continue;
        }
        if (struck || !stands_for(extraction->text, group, people) ||
            !were_struck(extraction->text, group->words.end)) {
            return NULL;
        }
        struck = true;
    }
    return struck && !names_other(extraction, people, first, figure) ? people : NULL;
}

const struct group *lost_by(const struct extraction *extraction, const struct draft *draft)
{
    const struct text *text = extraction->text;
    const struct group *people = told_before(extraction);
    uint32_t verb = verb_begin(extraction, draft);

    if (people == NULL || !loses(text, &draft->trigger) || verb == 0 || draft->group == NULL ||
        draft->group->actor_count > 0 || draft->group->words.first < draft->trigger.words.first) {
        return NULL;
    }
    if (verb > 1 && token_is(text, verb - 1, CLASS_FORMATION) &&
        token_has(text, verb - 2, CLASS_DETERMINER, "known")) {
        return people;
    }
    return token_has(text, verb - 1, CLASS_PRONOUN, "several") && !in_attribution(extraction, verb - 1)
               ? people
               : NULL;
}

struct str speaker_acting(const struct extraction *extraction, const struct draft *draft)
{
    const struct text *text = extraction->text;
    const struct attribution *attribution = attribution_of(extraction, draft->trigger.words.first);
    uint32_t verb = verb_begin(extraction, draft);
    bool having = token_is(text, verb, CLASS_HAVE) && !token_is(text, verb, CLASS_PAST_CUE) &&
                  has_doing_form(text, verb);

    return draft->trigger.kind == KIND_DEPLOYMENT && attribution != NULL && verb > 0 &&
                   token_is(text, verb - 1, CLASS_SAID) && attribution->speaker.end <= verb - 1 &&
                   span_holds(attribution->words, verb - 1) && (having || token_is(text, verb, CLASS_DOING))
               ? side_speaking(extraction, attribution)
               : (struct str){NULL, 0};
}

uint32_t before_speech(const struct extraction *extraction, uint32_t token)
{
    const struct text *text = extraction->text;
    uint32_t first = text->sentences[extraction->sentence].first_token;

    for (size_t i = 0; i < extraction->attribution_count && token > first; i++) {
        uint32_t begin = extraction->attributions[i].words.first;

        if (begin > first && begin < token && token_is_sign(text, token - 1, ",") &&
            token_is_sign(text, begin - 1, ",") && span_holds(extraction->attributions[i].words, token - 2)) {
            return begin - 1;
        }
    }
    return token;
}
