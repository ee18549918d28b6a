/* Which happening told of before a claim without a date goes on about. */
#include "report/clause.h"
#include "report/mention.h"
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
            !said_with(extraction, timex) &&
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

/* True when the sentence has words of time that are not those of a statement; `now` takes "now" for one. */
static bool has_time(const struct extraction *extraction, bool now)
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

bool goes_on(const struct extraction *extraction, const struct draft *draft,
             const struct attribution *attribution)
{
    const struct sentence *sentence = &extraction->text->sentences[extraction->sentence];
    uint32_t token;

    if (has_own_time(extraction) || opens_elsewhere(extraction)) {
        return false;
    }
    if ((draft->group != NULL && draft->group->pronoun) || (attribution != NULL && attribution->pronoun)) {
        return true;
    }
    for (token = sentence->first_token; token < sentence->end_token; token++) {
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

/* So many sentences back "the attack" is looked for. */
#define ATTACK_REACH 6
/* So many sentences before "the attack took place on Monday" the claims may stand. */
#define CLAIM_REACH 2
/* So many words may stand between "the" and "attack". */
#define ATTACK_WORDS 2

static bool tells_of_attack(const struct extraction *extraction, uint32_t token)
{
    return token_is(extraction->text, token, CLASS_HAPPENING) ||
           token_is(extraction->text, token, CLASS_HITS) || token_is(extraction->text, token, CLASS_BURST);
}

/* True for "a truck was also blown up": besides what was told before. */
static bool tells_also_attack(const struct extraction *extraction)
{
    const struct text *text = extraction->text;

    for (size_t i = 0; i < extraction->matcher.item_count; i++) {
        const struct item *item = &extraction->matcher.items[i];

        if (item->first_token > 0 && token_has(text, item->first_token - 1, CLASS_ADVERB, "also") &&
            (item_is(item, CLASS_HAPPENING) || item_is(item, CLASS_HITS) || item_is(item, CLASS_BURST))) {
            return true;
        }
    }
    return false;
}

bool tells_another(const struct extraction *extraction)
{
    const struct sentence *sentence = &extraction->text->sentences[extraction->sentence];

    if (opens_elsewhere(extraction)) {
        return true;
    }
    if (!may_have(extraction, CLASS_ONE_MORE)) {
        return tells_also_attack(extraction);
    }
    for (uint32_t token = sentence->first_token; token < sentence->end_token; token++) {
        if (token_is(extraction->text, token, CLASS_ONE_MORE)) {
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

enum attack_told attack_told(const struct extraction *extraction)
{
    const struct text *text = extraction->text;
    const struct sentence *sentence = &text->sentences[extraction->sentence];
    enum attack_told told = ATTACK_NONE;
    uint32_t known = 0; /* the words behind "the" end here */
    uint32_t token;

    if (!may_have(extraction, CLASS_HAPPENING) && !may_have(extraction, CLASS_HITS) &&
        !may_have(extraction, CLASS_BURST)) {
        return ATTACK_NONE;
    }
    for (token = sentence->first_token; token < sentence->end_token; token++) {
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
    return told == ATTACK_NONE && tells_of_attack_in_words(extraction) ? ATTACK_NEW : told;
}

bool goes_on_about_day(const struct extraction *extraction, const struct draft *draft,
                       const struct attribution *attribution)
{
    bool pronoun = draft->group != NULL && draft->group->pronoun;

    return goes_on(extraction, draft, attribution) && (pronoun || attack_told(extraction) != ATTACK_NEW);
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
        if (report->kind == draft->trigger.kind && report->scope == SCOPE_INCIDENT &&
            report->basis.text.data != NULL) {
            return report;
        }
    }
    return NULL;
}

/* "The attack took place on Monday", behind the claims of what it did: dates those. */
static void date_claims_before(struct extraction *extraction, int32_t timex)
{
    size_t i;
    bool took_place = false;

    for (i = 0; i < extraction->matcher.item_count && !took_place; i++) {
        took_place = item_is(&extraction->matcher.items[i], CLASS_TOOK_PLACE);
    }
    if (!took_place || extraction->before_sentence + CLAIM_REACH < extraction->sentence) {
        return;
    }
    for (i = extraction->before; i < extraction->sentence_reports; i++) {
        struct report *report = &extraction->reports[i];

        if (report->kind == KIND_CASUALTY && report->scope == SCOPE_INCIDENT &&
            report->basis.text.data == NULL && report->status != STATUS_EXPECTED &&
            report->status != STATUS_HYPOTHETICAL) {
            rest_on(extraction, timex, report);
            if (extraction->input->reasons != NULL) {
                extraction->reasons[i].tie = TIE_SENTENCE_BEHIND;
            }
        }
    }
}

/* True when the sentence has claims and none of them is of that time: it dates what was done about them, or
 * when they were counted. */
static bool of_no_claim(const struct extraction *extraction, int32_t timex)
{
    bool claims = false;

    for (size_t i = extraction->sentence_reports; i < extraction->report_count; i++) {
        const struct report *report = &extraction->reports[i];

        claims = claims || report->kind == KIND_CASUALTY;
        if (report->kind == KIND_CASUALTY && report->basis.text.data != NULL) {
            return false;
        }
    }
    return claims && timex >= 0;
}

static bool is_of_a_day(const struct timex *timex)
{
    return timex->date.precision == PRECISION_DAY || timex->date.precision == PRECISION_TIME;
}

/* So many sentences on a pronoun may still go on about whom a sentence told of. */
#define DETAIL_REACH 2

/* True when the sentence a little behind the one at `before` goes on about what that told: "She was attacked
 * as she came home", "There was an explosion today. A bomb went off in the market." */
static bool goes_into_detail(const struct extraction *extraction, size_t before)
{
    const struct text *text = extraction->text;
    const struct sentence *sentences = text->sentences;
    uint32_t subject = sentences[extraction->sentence].first_token;

    return before + DETAIL_REACH >= extraction->sentence &&
           (token_is(text, subject, CLASS_PRONOUN) ||
            (before + 1 == extraction->sentence &&
             token_has(text, sentences[before].first_token, CLASS_THERE, "there") &&
             sentences[before].paragraph == sentences[extraction->sentence].paragraph &&
             !tells_another(extraction)));
}

/* Remembers the day of the harm that the sentence at hand tells of in claims, if it is one; forgets the one
 * before when it tells of other harm, who knows when. */
static void note_deed(struct extraction *extraction, int32_t found, enum attack_told told)
{
    const struct timex_list *timexes = extraction->input->timexes;
    uint32_t begin = extraction->text->sentences[extraction->sentence].first_token;
    bool undated = told == ATTACK_NEW && found == -1 && extraction->deed_timex >= 0 &&
                   !goes_into_detail(extraction, extraction->deed_sentence);
    int32_t deed = -1;

    for (size_t i = extraction->sentence_reports; i < extraction->report_count; i++) {
        const struct report *report = &extraction->reports[i];
        int32_t timex = report->basis_timex;

        if (report->kind != KIND_CASUALTY || report->scope != SCOPE_INCIDENT) {
            continue;
        }
        undated = undated || report->basis.text.data == NULL;
        if (timex >= 0 && timexes->items[timex].first_token >= begin && is_of_a_day(&timexes->items[timex])) {
            deed = deed == -1 || deed == timex ? timex : -2;
        }
    }
    if (deed != -1 || undated) {
        extraction->deed_timex = deed < 0 ? -1 : deed;
        extraction->deed_sentence = extraction->sentence;
    }
}

void note_happening(struct extraction *extraction)
{
    const struct timex_list *timexes = extraction->input->timexes;
    int32_t found = happening_timex(extraction);
    enum attack_told told = attack_told(extraction);

    if (of_no_claim(extraction, found)) {
        found = -2;
    }
    extraction->happening_timex = found;
    note_deed(extraction, found, told);
    if (told == ATTACK_NONE || (found == -1 && told == ATTACK_KNOWN)) {
        return;
    }
    if (told == ATTACK_KNOWN && found >= 0) {
        date_claims_before(extraction, found);
    }
    if (found == -1 && extraction->attack_timex >= 0 &&
        goes_into_detail(extraction, extraction->attack_sentence)) {
        return;
    }
    /* an attack without a day of its own is another one */
    extraction->attack_timex = -1;
    if (found >= 0 && !tells_also_attack(extraction) && /* of which "the attack" is told then is not sure */
        (timexes->items[found].relation == RELATION_DURING ||
         attributive(extraction->text, &timexes->items[found])) &&
        is_of_a_day(&timexes->items[found])) {
        extraction->attack_timex = found;
        extraction->attack_sentence = extraction->sentence;
    }
}

/* True when the sentence that told of the attack names other places than the report. */
static bool was_elsewhere(const struct extraction *extraction, size_t sentence, const struct report *report)
{
    const struct mention *mention = mention_of(extraction, sentence);

    return mention != NULL &&
           !places_may_be(report->places, report->place_count, mention->places, mention->place_count);
}

/* "Had shot": before what was told. */
static bool in_past_perfect(const struct text *text, const struct draft *draft)
{
    uint32_t token = draft->trigger.words.first;

    while (token > 0 && (token_is(text, token - 1, CLASS_BE) || token_is(text, token - 1, CLASS_HAVE) ||
                         token_is(text, token - 1, CLASS_ADVERB))) {
        token--;
    }
    for (; token < draft->trigger.words.end; token++) {
        if (token_is(text, token, CLASS_HAVE) && token_is(text, token, CLASS_PAST_CUE)) {
            return true;
        }
    }
    return false;
}

/* So many words of a sentence may stand before the end of its subject: "The merchant". */
#define SUBJECT_WORDS 4

/* True when the sentence is about "the merchant" and the one before it told of a merchant. */
static bool about_the_same(const struct extraction *extraction, const struct draft *draft)
{
    const struct text *text = extraction->text;
    const struct sentence *sentence = &text->sentences[extraction->sentence];
    uint32_t token = sentence->first_token;
    uint32_t limit =
        token + SUBJECT_WORDS < sentence->end_token ? token + SUBJECT_WORDS : sentence->end_token;

    if (!token_has(text, token, CLASS_DETERMINER, "known") || extraction->sentence == 0 ||
        in_past_perfect(text, draft)) {
        return false;
    }
    while (token < limit && !token_is(text, token, CLASS_PERSON)) {
        token++;
    }
    for (uint32_t other = sentence[-1].first_token; token < limit && other < sentence[-1].end_token;
         other++) {
        if (text->tokens[other].word == text->tokens[token].word && token_is(text, other, CLASS_PERSON)) {
            return true;
        }
    }
    return false;
}

/* True for "in the attack": one attack, that the text told of in other words. */
static bool tells_the_attack(const struct extraction *extraction)
{
    const struct text *text = extraction->text;
    const struct sentence *sentence = &text->sentences[extraction->sentence];

    for (uint32_t token = sentence->first_token + 1; token < sentence->end_token; token++) {
        if (token_has(text, token, CLASS_HAPPENING, "one") &&
            token_has(text, token - 1, CLASS_DETERMINER, "known") &&
            !token_is(text, token + 1, CLASS_PREPOSITION)) {
            return true;
        }
    }
    return false;
}

int32_t attack_told_before(const struct extraction *extraction, const struct draft *draft,
                           const struct report *report)
{
    const struct sentence *sentences = extraction->text->sentences;
    size_t at = extraction->attack_sentence;
    enum attack_told told = attack_told(extraction);

    if (draft->trigger.kind != KIND_CASUALTY || has_time(extraction, false) ||
        report->count.min > ATTACK_TOLL || tells_fresh_attack(extraction) || opens_elsewhere(extraction)) {
        return -1;
    }
    if (extraction->attack_timex >= 0 && !was_elsewhere(extraction, at, report)) {
        bool next = at + 1 == extraction->sentence &&
                    (sentences[extraction->sentence].paragraph == sentences[at].paragraph ||
                     (extraction->spot_count == 0 && !tells_another(extraction)));

        if ((told == ATTACK_NONE && next) || (next && about_the_same(extraction, draft)) ||
            (told == ATTACK_KNOWN && at + ATTACK_REACH >= extraction->sentence)) {
            return extraction->attack_timex;
        }
    }
    return told == ATTACK_KNOWN && extraction->deed_sentence + ATTACK_REACH >= extraction->sentence &&
                   tells_the_attack(extraction) &&
                   !was_elsewhere(extraction, extraction->deed_sentence, report)
               ? extraction->deed_timex
               : -1;
}
