/* Days that the noun of an attack or a deed is told to be of. */
#include "report/anchor.h"

#include "report/clause.h"
#include "report/identity.h"
#include "report/length.h"

#include <string.h>

/* So many words may stand between the noun and its verb: "the murder, which was carried out". */
#define VERB_WORDS 4
/* So many words may stand between that verb and the day: "took place here early on". */
#define DAY_WORDS 4
/* So many words may stand between "the" and "murder", "since" and "murder". */
#define NOUN_WORDS 2
/* The name of whom an attack was on may have so many words. */
#define TARGET_WORDS 6

/* True for the noun of an attack or of a deed: not for "the bodies", which tell of neither, nor for "the
 * operation" and "the war". */
static bool is_noun(const struct text *text, uint32_t token)
{
    return token_is(text, token, CLASS_ATTACK) ||
           (token_is(text, token, CLASS_DEED) && !token_is(text, token, CLASS_CORPSE));
}

/* The verb by which the noun at `token` took place, "that took place", "committed"; 0: none. */
static uint32_t verb_of(const struct text *text, uint32_t token, uint32_t end)
{
    end = token + 1 + VERB_WORDS < end ? token + 1 + VERB_WORDS : end;
    for (token++; token < end; token++) {
        if (carried_out(text, token)) {
            return token;
        }
        if (!token_is(text, token, CLASS_RELATIVE) && !token_is(text, token, CLASS_BE) &&
            !token_is(text, token, CLASS_HAVE) && !token_is(text, token, CLASS_ADVERB) &&
            !comma_between(text, token, token + 1)) {
            break;
        }
    }
    return 0;
}

/* The expression with a day behind the verb, or the "four days" of "four days since the murder"; -1: none. */
static int32_t timex_of_noun(const struct extraction *extraction, uint32_t token, uint32_t end)
{
    const struct timex_list *timexes = extraction->input->timexes;
    const struct text *text = extraction->text;
    uint32_t verb = verb_of(text, token, end);

    for (size_t i = extraction->next_timex; i < timexes->count && timexes->items[i].first_token < end; i++) {
        const struct timex *timex = &timexes->items[i];
        bool day = interval_known(timex->date) && timex->date.precision <= PRECISION_DAY;
        bool behind = verb > 0 && timex->first_token > verb && timex->first_token <= verb + DAY_WORDS;

        if (timex->field != extraction->input->field || said_with(extraction, timex)) {
            continue;
        }
        if ((day && behind && !comma_between(text, verb, timex->first_token)) ||
            (is_since_then(extraction, timex) && timex->end_token < token &&
             timex->end_token + NOUN_WORDS + 3 >= token)) {
            return (int32_t)i;
        }
    }
    return -1;
}

/* The name of whom the attack that is told of at `token` was on: "on the Velmar union"; empty: of none. */
static struct span target_of(const struct text *text, uint32_t token, uint32_t end)
{
    struct span target = {token + 2, token + 2};

    if (token + 2 >= end || (!token_has(text, token + 1, CLASS_PREPOSITION, "against") &&
                             !token_has(text, token + 1, CLASS_PREPOSITION, "way"))) {
        return target;
    }
    end = token + 2 + TARGET_WORDS < end ? token + 2 + TARGET_WORDS : end;
    while (target.end < end && text->tokens[target.end].type == TOKEN_WORD &&
           (token_is(text, target.end, CLASS_DETERMINER) ||
            (text->tokens[target.end].flags & TOKEN_CAPITALIZED) != 0)) {
        target.end++;
    }
    return target;
}

void anchor_note(const struct extraction *extraction, struct mention *mention)
{
    const struct text *text = extraction->text;
    static const unsigned classes[] = {CLASS_DETERMINER, CLASS_RELATIVE, CLASS_ATTACK, CLASS_DEED};
    const struct sentence *sentence = &text->sentences[extraction->sentence];
    uint32_t known = 0; /* the words behind "the" end here */

    mention->noun_timex = -1;
    if (!may_have(extraction, CLASS_ATTACK) && !may_have(extraction, CLASS_DEED)) {
        return;
    }
    for (uint32_t token = sentence->first_token; token < sentence->end_token; token++) {
        if (!token_is_any(text, token, classes, sizeof classes / sizeof classes[0])) {
            continue;
        }
        if (is_known_mark(text, token)) {
            known = token + 2 + NOUN_WORDS;
        } else if (token < known && is_noun(text, token)) {
            if (mention->noun_timex == -1) {
                mention->noun_timex = timex_of_noun(extraction, token, sentence->end_token);
                mention->noun_deed = token_value(text, token, CLASS_DEED);
            }
            if (span_empty(mention->target)) {
                mention->target = target_of(text, token, sentence->end_token);
            }
            known = 0;
        }
    }
}

/* True for a claim of what the text takes for known: "the murder of a judge", "killed the six judges". */
static bool is_presumed(const struct origin *origin)
{
    return origin->taken || (origin->group != NULL && origin->group->known && !origin->group->pronoun);
}

void anchored_days(const struct extraction *extraction, int32_t days[SUBTYPE_COUNT])
{
    const struct timex_list *timexes = extraction->input->timexes;
    bool several[SUBTYPE_COUNT] = {false};

    for (int subtype = 0; subtype < SUBTYPE_COUNT; subtype++) {
        days[subtype] = -1;
    }
    for (size_t i = 0; i < extraction->mention_count; i++) {
        const struct mention *mention = &extraction->mentions[i];

        for (int subtype = 0; mention->noun_timex >= 0 && subtype < SUBTYPE_COUNT; subtype++) {
            if (mention->noun_deed != NULL &&
                strcmp(mention->noun_deed, report_subtype_name((enum report_subtype)subtype)) != 0) {
                continue;
            }
            several[subtype] = several[subtype] ||
                               (days[subtype] >= 0 && strcmp(timexes->items[days[subtype]].value,
                                                             timexes->items[mention->noun_timex].value) != 0);
            days[subtype] = several[subtype] ? -1 : mention->noun_timex;
        }
    }
}

int32_t anchored_day(const struct extraction *extraction, const int32_t days[SUBTYPE_COUNT], size_t index)
{
    const struct report *report = &extraction->reports[index];

    if (report->kind != KIND_CASUALTY || !is_presumed(&extraction->origins[index]) ||
        days[report->subtype] < 0) {
        return -1;
    }
    for (size_t i = 0; i < extraction->report_count; i++) {
        if (i != index && extraction->reports[i].subtype == report->subtype &&
            !same_claim(extraction, index, i)) {
            return -1;
        }
    }
    return days[report->subtype];
}

bool on_same_target(const struct extraction *extraction, const struct mention *mention,
                    const struct mention *other)
{
    const struct sentence *sentences = extraction->text->sentences;
    const struct sentence target = {.first_token = mention->target.first, .end_token = mention->target.end};

    return !span_empty(mention->target) && other->told != ATTACK_NONE &&
           share_name(extraction->text, &target, &sentences[other->sentence]);
}

/* So many sentences before a claim an attack in the same town may be the one that it tells of. */
#define TOWN_BEFORE 2

bool attack_in_same_town(const struct extraction *extraction, size_t own, size_t other, size_t index)
{
    const struct report *report = &extraction->reports[index];
    const struct mention *mention = &extraction->mentions[other];

    if (other >= own || mention->told != ATTACK_NEW || mention->another ||
        extraction->mentions[own].another || extraction->mentions[own].told == ATTACK_NEW ||
        extraction->mentions[own].timex != -1 ||
        (report->count.min != COUNT_NONE && report->count.min > ATTACK_TOLL) ||
        mention->sentence + TOWN_BEFORE < extraction->mentions[own].sentence) {
        return false;
    }
    for (size_t i = 0; i < report->place_count; i++) {
        for (size_t k = 0; k < mention->place_count; k++) {
            if (!is_country(&report->places[i]) && !str_equal(report->places[i].precision, STR("region")) &&
                str_equal(report->places[i].name, mention->places[k].name)) {
                return true;
            }
        }
    }
    return false;
}
