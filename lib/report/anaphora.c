/* Which happening told of before a claim without a date goes on about. */
#include "report/clause.h"
#include "report/locative.h"
#include "report/tlink.h"

#include <string.h>

/* True for "the colonel, who yesterday promised more": the day of a verb of no harm. */
static bool of_relative_verb(const struct text *text, const struct timex *timex)
{
    uint32_t token = timex->first_token;

    token -= token > 0 && token_is(text, token - 1, CLASS_DAY_MARK) ? 1 : 0;
    return token > 0 && token_is(text, token - 1, CLASS_RELATIVE) && other_verb(text, timex->end_token);
}

/* True for "a day after Monday's raid": of what happened then, and not of the raid. */
static bool is_day_of_another(const struct extraction *extraction, size_t index)
{
    const struct timex_list *timexes = extraction->input->timexes;

    return index + 1 < timexes->count && timexes->items[index + 1].bound &&
           token_is(extraction->text, timexes->items[index].end_token, CLASS_AFTERMATH) &&
           attributive(extraction->text, &timexes->items[index + 1]);
}

/* True for the day of "was quoted on Friday as saying", "the mayor Thursday condemned the raid": not that of
 * what they speak of. */
static bool of_answer(const struct text *text, const struct timex *timex)
{
    uint32_t before = timex->first_token;

    if (token_has(text, timex->end_token, CLASS_AFTERMATH, "reaction")) {
        return true;
    }
    before -= before > 0 && token_is(text, before - 1, CLASS_DAY_MARK) ? 1 : 0;
    return before > 0 && !attributive(text, timex) &&
           (token_is(text, before - 1, CLASS_CITED) ||
            token_has(text, before - 1, CLASS_AFTERMATH, "reaction"));
}

int32_t happening_timex(const struct extraction *extraction)
{
    const struct timex_list *timexes = extraction->input->timexes;
    uint32_t limit = extraction->text->sentences[extraction->sentence].end_token;
    int32_t found = -1;
    size_t i;

    for (i = extraction->next_timex; i < timexes->count && timexes->items[i].first_token < limit; i++) {
        const struct timex *timex = &timexes->items[i];
        struct interval date = timex_claim_date(timexes, i);

        if (timex->field == extraction->input->field && interval_known(date) &&
            date.precision <= PRECISION_YEAR && !timex->bound && !of_relative_verb(extraction->text, timex) &&
            !said_with(extraction, timex) && !of_answer(extraction->text, timex) &&
            since_before(extraction->text, timex,
                         extraction->text->sentences[extraction->sentence].first_token) == 0) {
            bool same = found >= 0 && timexes->items[found].date.first == timex->date.first &&
                        timexes->items[found].date.last == timex->date.last;

            bool other = is_day_of_another(extraction, i);

            /* "at 3 p.m. on Tuesday": that day */
            if (!other && (found == -1 || (same && timex->date.precision == PRECISION_DAY))) {
                found = (int32_t)i;
            } else if (other || !same) {
                found = -2;
            }
        }
    }
    return found;
}

/* How many reports back a person's name is looked for. */
#define NAMES_BACK 64

const struct report *same_person(const struct extraction *extraction, const struct draft *draft)
{
    const struct group *group = draft->group;
    struct str name;
    size_t i;

    if (group == NULL || !group->named || draft->trigger.kind != KIND_CASUALTY) {
        return NULL;
    }
    name = text_span(extraction->text, group->words.end - 1, group->words.end);
    for (i = extraction->report_count; i > 0 && extraction->report_count - i < NAMES_BACK; i--) {
        const struct report *report = &extraction->reports[i - 1];

        if (report->subtype == draft->trigger.subtype && report->count.min == 1 && report->count.max == 1 &&
            report->basis.text.data != NULL && str_ends(report->count.text.text, name)) {
            return report;
        }
    }
    return NULL;
}

bool has_time(const struct extraction *extraction, bool now)
{
    const struct timex_list *timexes = extraction->input->timexes;
    uint32_t end = extraction->text->sentences[extraction->sentence].end_token;
    size_t i;

    for (i = extraction->next_timex; i < timexes->count && timexes->items[i].first_token < end; i++) {
        if (timexes->items[i].field == extraction->input->field &&
            !said_with(extraction, &timexes->items[i]) &&
            (now || strcmp(timexes->items[i].value, "PRESENT_REF") != 0)) {
            return true;
        }
    }
    return false;
}

bool has_own_time(const struct extraction *extraction)
{
    return has_time(extraction, true);
}

bool has_vague_time(const struct extraction *extraction)
{
    const struct timex_list *timexes = extraction->input->timexes;
    uint32_t end = extraction->text->sentences[extraction->sentence].end_token;

    for (size_t i = extraction->next_timex; i < timexes->count && timexes->items[i].first_token < end; i++) {
        if (timexes->items[i].field == extraction->input->field && !interval_known(timexes->items[i].date) &&
            !said_with(extraction, &timexes->items[i])) {
            return true;
        }
    }
    return false;
}

bool opens_elsewhere(const struct extraction *extraction)
{
    const struct text *text = extraction->text;
    uint32_t first = text->sentences[extraction->sentence].first_token;

    return token_has(text, first, CLASS_THERE, "elsewhere") ||
           (first + 3 < text->sentences[extraction->sentence].end_token &&
            token_has(text, first, CLASS_PREPOSITION, "place") &&
            token_is(text, first + 1, CLASS_DETERMINER) &&
            token_has(text, first + 2, CLASS_PLACE_NOUN, "compass") &&
            comma_between(text, first + 3, first + 4));
}

/* So many words may stand between "the" and "attack". */
#define ATTACK_WORDS 2

/* True for "separate incident", "other clashes" at `token`: one of those that the text has not told of.  What
 * is told "in a separate statement", or "in other words", may well be the same. */
static bool is_apart(const struct text *text, uint32_t token)
{
    bool more = token_is(text, token, CLASS_ONE_MORE) || token_has(text, token, CLASS_THERE, "other");

    if (!more && !token_has(text, token, CLASS_THERE, "apart")) {
        return false;
    }
    for (uint32_t word = token + 1; word <= token + 1 + ATTACK_WORDS; word++) {
        if (token_is(text, word, CLASS_HAPPENING) || token_is(text, word, CLASS_ATTACK)) {
            return true;
        }
        if (text->tokens[word].type != TOKEN_WORD || token_is(text, word, CLASS_PREPOSITION)) {
            break;
        }
    }
    return false;
}

/* True for "in a separate incident", "in another attack", "in other clashes" at `token`. */
static bool goes_apart(const struct text *text, uint32_t token)
{
    return token_is(text, token, CLASS_PREPOSITION) &&
           is_apart(text, token + (token_is(text, token + 1, CLASS_DETERMINER) ? 2 : 1));
}

/* So many words into a sentence it may turn to something else. */
#define OPENING_WORDS 6

bool turns_elsewhere(const struct extraction *extraction)
{
    const struct text *text = extraction->text;
    uint32_t first = text->sentences[extraction->sentence].first_token;

    for (uint32_t token = first; may_have(extraction, CLASS_THERE) && token < first + OPENING_WORDS;
         token++) {
        if (token_has(text, token, CLASS_THERE, "meanwhile") &&
            (token == first || token_is_sign(text, token - 1, ","))) {
            return true;
        }
        if (goes_apart(text, token)) {
            return true;
        }
    }
    return opens_elsewhere(extraction) || (may_have(extraction, CLASS_ONE_MORE) && goes_apart(text, first));
}

bool goes_on(const struct extraction *extraction, const struct draft *draft,
             const struct attribution *attribution)
{
    const struct sentence *sentence = &extraction->text->sentences[extraction->sentence];
    uint32_t end = sentence->end_token;
    uint32_t token;

    if (draft->trigger.kind == KIND_DEPLOYMENT && draft->group != NULL) {
        /* not "has sent 78 soldiers and is ready to send more" */
        end = draft->group->words.end > draft->trigger.words.end ? draft->group->words.end
                                                                 : draft->trigger.words.end;
    }
    if (has_own_time(extraction) || turns_elsewhere(extraction)) {
        return false;
    }
    if ((draft->group != NULL && draft->group->pronoun) || (attribution != NULL && attribution->pronoun)) {
        return true;
    }
    for (token = sentence->first_token; token < end; token++) {
        bool in_another = token == sentence->first_token + 1 && /* "In another development" */
                          token_is(extraction->text, token, CLASS_ONE_MORE) &&
                          token_is(extraction->text, token - 1, CLASS_PREPOSITION);

        if (in_another) {
            return false;
        }
        if ((token_is(extraction->text, token, CLASS_SAME) &&
             !token_is(extraction->text, token + 1, CLASS_THAN)) || /* "more than 40" */
            (token > sentence->first_token && token_has(extraction->text, token, CLASS_HAPPENING, "one") &&
             token_is(extraction->text, token - 1, CLASS_DETERMINER) && !tells_fresh_attack(extraction))) {
            return true;
        }
    }
    return false;
}

static bool tells_of_attack(const struct extraction *extraction, uint32_t token)
{
    return token_is(extraction->text, token, CLASS_HAPPENING) ||
           token_is(extraction->text, token, CLASS_HITS) || token_is(extraction->text, token, CLASS_BURST);
}

bool tells_also_attack(const struct extraction *extraction)
{
    const struct text *text = extraction->text;

    if (!may_have(extraction, CLASS_ADVERB)) {
        return false;
    }
    for (size_t i = 0; i < extraction->matcher.item_count; i++) {
        const struct item *item = &extraction->matcher.items[i];

        if ((item_is(item, CLASS_HAPPENING) || item_is(item, CLASS_HITS) || item_is(item, CLASS_BURST)) &&
            item->first_token > 0 && token_has(text, item->first_token - 1, CLASS_ADVERB, "also")) {
            return true;
        }
    }
    return false;
}

bool tells_another(const struct extraction *extraction)
{
    const struct sentence *sentence = &extraction->text->sentences[extraction->sentence];
    static const unsigned classes[] = {CLASS_ONE_MORE, CLASS_THERE};

    if (opens_elsewhere(extraction)) {
        return true;
    }
    if (!may_have(extraction, CLASS_ONE_MORE) && !may_have(extraction, CLASS_THERE)) {
        return tells_also_attack(extraction);
    }
    for (uint32_t token = sentence->first_token; token < sentence->end_token; token++) {
        if (token_is_any(extraction->text, token, classes, sizeof classes / sizeof classes[0]) &&
            (token_is(extraction->text, token, CLASS_ONE_MORE) || is_apart(extraction->text, token))) {
            return true;
        }
    }
    return sentence_has(extraction, CLASS_ONE_MORE) || /* of several words: "a second" */
           tells_also_attack(extraction);
}

bool tells_fresh_attack(const struct extraction *extraction)
{
    const struct text *text = extraction->text;
    const struct sentence *sentence = &text->sentences[extraction->sentence];
    uint32_t fresh = 0; /* the words behind "a" end here */

    if (!may_have(extraction, CLASS_HAPPENING)) {
        return false;
    }
    for (uint32_t token = sentence->first_token; token < sentence->end_token; token++) {
        if (token_is(text, token, CLASS_DETERMINER)) {
            fresh = token_has(text, token, CLASS_DETERMINER, "known") ? 0 : token + 2 + ATTACK_WORDS;
        } else if (token < fresh && token_has(text, token, CLASS_HAPPENING, "one")) {
            return true;
        }
    }
    return false;
}

/* True when words that are one to the lexicon tell of an attack: "went off". */
static bool tells_of_attack_in_words(const struct extraction *extraction)
{
    for (size_t i = 0; i < extraction->matcher.item_count; i++) {
        const struct item *item = &extraction->matcher.items[i];

        if (item->end_token > item->first_token + 1 && item_is(item, CLASS_HAPPENING)) {
            return true;
        }
    }
    return false;
}

bool takes_town(const struct extraction *extraction)
{
    size_t i = 0;

    if (!may_have(extraction, CLASS_PAST_CUE)) {
        return false;
    }
    while (i < extraction->spot_count && !town_taken(extraction, extraction->spots[i])) {
        i++;
    }
    return i < extraction->spot_count;
}

enum attack_told attack_told(const struct extraction *extraction)
{
    const struct text *text = extraction->text;
    static const unsigned classes[] = {CLASS_DETERMINER, CLASS_RELATIVE, CLASS_BE,
                                       CLASS_HAPPENING,  CLASS_HITS,     CLASS_BURST};
    const struct sentence *sentence = &text->sentences[extraction->sentence];
    enum attack_told told = ATTACK_NONE;
    uint32_t known = 0; /* the words behind "the" end here */
    uint32_t token;

    if (!may_have(extraction, CLASS_HAPPENING) && !may_have(extraction, CLASS_HITS) &&
        !may_have(extraction, CLASS_BURST)) {
        return takes_town(extraction) ? ATTACK_NEW : ATTACK_NONE;
    }
    for (token = sentence->first_token; token < sentence->end_token; token++) {
        if (!token_is_any(text, token, classes, sizeof classes / sizeof classes[0])) {
            continue;
        }
        if (is_known_mark(text, token)) {
            known = token + 1 + ATTACK_WORDS;
        } else if (token <= known && token_is(text, token, CLASS_BE) &&
                   token_has(text, token + 1, CLASS_HAPPENING, "one")) {
            known++; /* "the dynamite charge was detonated" */
        } else if (token_has(text, token, CLASS_HAPPENING, "war")) {
            continue; /* is not over in a day */
        } else if (token_is(text, token, CLASS_HAPPENING) && token <= known &&
                   !token_has(text, token + 1, CLASS_PREPOSITION, "against")) {
            return ATTACK_KNOWN;
        } else if (tells_of_attack(extraction, token)) {
            told = ATTACK_NEW;
        }
    }
    return told == ATTACK_NONE && (tells_of_attack_in_words(extraction) || takes_town(extraction))
               ? ATTACK_NEW
               : told;
}

/* True for "Their attack cost", "In these operations": what those did of whom the sentence right before told.
 */
static bool opens_with_their_deed(const struct extraction *extraction)
{
    const struct text *text = extraction->text;
    uint32_t first = text->sentences[extraction->sentence].first_token;

    if (token_is(text, first, CLASS_POSSESSIVE)) {
        return token_has(text, first + 1, CLASS_HAPPENING, "one");
    }
    return token_is(text, first, CLASS_PREPOSITION) && token_is(text, first + 2, CLASS_COMBAT) &&
           (token_has(text, first + 1, CLASS_DETERMINER, "known") || token_is(text, first + 1, CLASS_SAID));
}

bool follows_attack(const struct extraction *extraction)
{
    return extraction->struck || opens_with_their_deed(extraction);
}

/* So many days before what was told first, and what opens its sentence with them looks back. */
#define LOOK_BACK 31
/* So many claims before it are asked. */
#define LOOK_BACK_CLAIMS 48

/* True when the claim at `index` opens with a day long before those of a claim before it: "In May 2019 a raid
 * there left 40 dead." */
static bool looks_back(const struct extraction *extraction, size_t index)
{
    const struct report *report = &extraction->reports[index];
    const struct sentence *sentence = &extraction->text->sentences[extraction->origins[index].sentence];

    if (report->basis_timex < 0 || report->date.last == DAY_NONE ||
        extraction->input->timexes->items[report->basis_timex].first_token > sentence->first_token + 1) {
        return false;
    }
    for (size_t i = index; i > 0 && index - i < LOOK_BACK_CLAIMS; i--) {
        const struct interval *date = &extraction->reports[i - 1].date;

        if (date->first != DAY_NONE && date->first > report->date.last + LOOK_BACK) {
            return true;
        }
    }
    return false;
}

bool is_back_from(const struct extraction *extraction, size_t sentence, size_t index)
{
    const struct text *text = extraction->text;
    const struct sentence *here = &text->sentences[sentence];
    const struct sentence *told = &text->sentences[extraction->origins[index].sentence];

    if (!looks_back(extraction, index)) {
        return false;
    }
    for (uint32_t token = here->first_token + 1; token < here->end_token; token++) {
        if (token_has(text, token, CLASS_HAPPENING, "one") &&
            token_has(text, token - 1, CLASS_DETERMINER, "known")) {
            uint32_t word = told->first_token;

            while (word < told->end_token && text->tokens[word].word != text->tokens[token].word) {
                word++;
            }
            return word == told->end_token;
        }
    }
    return false;
}

bool goes_on_about_day(const struct extraction *extraction, const struct draft *draft,
                       const struct attribution *attribution)
{
    bool pronoun = draft->group != NULL && draft->group->pronoun;
    size_t told = extraction->sentence_reports;

    if (told > extraction->before && is_back_from(extraction, extraction->sentence, told - 1)) {
        return false;
    }
    return (goes_on(extraction, draft, attribution) && (pronoun || extraction->told != ATTACK_NEW)) ||
           (opens_with_their_deed(extraction) && !has_own_time(extraction));
}

const struct report *same_happening(const struct extraction *extraction, const struct draft *draft,
                                    const struct attribution *attribution)
{
    bool same = goes_on_about_day(extraction, draft, attribution);
    size_t reach = extraction->happening_timex == -1 ? 2 : 1;
    size_t i;

    for (i = extraction->report_count; i > extraction->before; i--) {
        const struct report *report = &extraction->reports[i - 1];
        bool here = i - 1 >= extraction->sentence_reports;

        if (!here && (!same || extraction->before_sentence + reach < extraction->sentence)) {
            break;
        }
        if (!here && extraction->freed_timex >= 0 && !sentence_has(extraction, CLASS_DEED)) {
            break; /* "the farmers kidnapped on Monday were freed on Friday. Two rebels died." */
        }
        if (report->kind == draft->trigger.kind && report->scope == SCOPE_INCIDENT &&
            report->basis.text.data != NULL) {
            return report;
        }
    }
    return NULL;
}
