/* What the article says of the truth of a claim: its status, and later words that doubt it. */
#include "report/clause.h"

#include <string.h>

bool quoted(const struct extraction *extraction)
{
    uint32_t first = extraction->text->sentences[extraction->sentence].first_token;
    struct str sign = text_span(extraction->text, first, first + 1);

    return extraction->quote_open || str_equal(sign, STR("\u201c")) || str_equal(sign, STR("\""));
}

/* "the toll could rise": of a count that may grow, not of what may have been. */
static bool counts_up(const struct extraction *extraction, const struct draft *draft)
{
    return token_is(extraction->text, draft->trigger.words.end - 1, CLASS_TOLLWORD) ||
           token_is(extraction->text, draft->trigger.words.first, CLASS_TOLLWORD) ||
           strcmp(draft->rule, "number.reached") == 0;
}

/* "Could be killed", "may be sent": of what could happen; not "may be dead", "may be many casualties". */
static bool may_come(const struct extraction *extraction, const struct draft *draft)
{
    uint32_t last = draft->trigger.words.end - 1;

    return draft->trigger.kind == KIND_DEPLOYMENT || counts_up(extraction, draft) ||
           token_is(extraction->text, last, CLASS_DONE) || token_is(extraction->text, last, CLASS_DOING) ||
           token_is(extraction->text, last, CLASS_BEFELL);
}

/* "If confirmed, it would be the first time that soldiers died". */
static bool opens_with_condition(const struct extraction *extraction, const struct draft *draft)
{
    const struct text *text = extraction->text;
    uint32_t token = text->sentences[extraction->sentence].first_token;
    uint32_t end = draft->trigger.words.first;
    bool would = false;

    if (token_is(text, token, CLASS_HAVE) || token_is(text, token, CLASS_BE)) {
        /* "Had nine men died, the talks would have failed" */
        end = text->sentences[extraction->sentence].end_token;
    } else if (!token_is(text, token, CLASS_CONDITION)) {
        return false;
    }
    for (; token < end && !would; token++) {
        would = token_has(text, token, CLASS_MOOD, "would");
    }
    return would;
}

/* "Is bringing its soldiers home by December", "is sending 300 next week": what goes on until a day behind
 * the verb that is yet to come, is not done. */
static bool lies_ahead(const struct extraction *extraction, const struct draft *draft)
{
    const struct text *text = extraction->text;
    const struct timex_list *timexes = extraction->input->timexes;
    const struct trigger *trigger = &draft->trigger;
    uint32_t end = text->sentences[extraction->sentence].end_token;
    uint32_t verb = trigger->words.end - 1;
    uint32_t be = verb;

    while (be > text->sentences[extraction->sentence].first_token && token_is(text, be - 1, CLASS_ADVERB)) {
        be--;
    }
    if (trigger->kind != KIND_DEPLOYMENT || be == text->sentences[extraction->sentence].first_token ||
        !token_is(text, be - 1, CLASS_BE) || !has_doing_form(text, verb)) {
        return false;
    }
    for (size_t i = extraction->next_timex; i < timexes->count; i++) {
        const struct timex *timex = &timexes->items[i];
        int32_t published = extraction->input->article->published.day;

        if (timex->field != extraction->input->field || timex->first_token >= end) {
            break;
        }
        if (timex->first_token > verb && timex->type != TIMEX_DURATION && interval_known(timex->date) &&
            timex->date.last > published &&
            (timex->date.first > published || timex->relation == RELATION_BY) &&
            !in_attribution(extraction, timex->first_token) &&
            !has_between(text, verb, timex->first_token, CLASS_CLAUSE) &&
            !has_between(text, verb, timex->first_token, CLASS_RELATIVE)) {
            return true;
        }
    }
    return false;
}

void settle_mood(const struct extraction *extraction, struct draft *draft)
{
    struct trigger *trigger = &draft->trigger;
    const struct attribution *attribution = attribution_of(extraction, trigger->words.first);
    size_t i;

    if (opens_with_condition(extraction, draft)) {
        trigger->condition = true;
    }
    trigger->expected = trigger->expected || lies_ahead(extraction, draft);
    if (!trigger->would) {
        return;
    }
    trigger->future = attribution != NULL && !trigger->perfect;
    for (i = 0; i < extraction->matcher.item_count && trigger->future; i++) {
        const struct item *item = &extraction->matcher.items[i];

        trigger->future = item->first_token < trigger->words.end || !item_is(item, CLASS_CONDITION);
    }
    trigger->condition = trigger->condition || !trigger->future;
}

/* Behind "[Reporter]", with which a transcript tells who speaks, and behind signs. */
static uint32_t begin_of_speech(const struct text *text, uint32_t first, uint32_t last)
{
    uint32_t token = first;

    if (str_equal(text_span(text, first, first + 1), STR("["))) {
        while (token + 1 < last && !str_equal(text_span(text, token, token + 1), STR("]"))) {
            token++;
        }
    }
    while (token + 1 < last && text->tokens[token].type == TOKEN_PUNCT) {
        token++;
    }
    return token;
}

/* The sentence asks whether: "Were they killed?"  With why and how it takes for granted what it asks about.
 */
static bool asks_whether(const struct extraction *extraction)
{
    const struct text *text = extraction->text;
    const struct sentence *sentence = &text->sentences[extraction->sentence];
    uint32_t last = sentence->end_token;
    uint32_t first = begin_of_speech(text, sentence->first_token, last);

    while (last > first + 1 && text->tokens[last - 1].type == TOKEN_PUNCT &&
           !str_equal(text_span(text, last - 1, last), STR("?"))) {
        last--;
    }
    return str_equal(text_span(text, last - 1, last), STR("?")) &&
           (token_is(text, first, CLASS_BE) || token_is(text, first, CLASS_HAVE) ||
            token_is(text, first, CLASS_MOOD));
}

static bool has_number(const struct draft *draft)
{
    return draft->quantity.min != COUNT_NONE && draft->quantity.max != 1 &&
           !span_empty(draft->quantity.words);
}

/* "Are the men who killed 12 in May still free?", "Will they rest though he was killed in May?": not asked
 * about.  "Did he say that 12 were killed?" is. */
static bool takes_as_known(const struct extraction *extraction, const struct draft *draft)
{
    const struct text *text = extraction->text;
    uint32_t token = text->sentences[extraction->sentence].first_token + 1;

    if (!has_number(draft) && !has_own_time(extraction)) {
        return false;
    }
    for (; token < draft->trigger.words.first; token++) {
        if (token_is(text, token, CLASS_CLAUSE) ||
            (token_is(text, token, CLASS_RELATIVE) && !token_is(text, token - 1, CLASS_SAID))) {
            return true;
        }
    }
    return false;
}

bool only_link_denied(const struct extraction *extraction, const struct draft *draft,
                      const struct attribution *attribution)
{
    const struct text *text = extraction->text;
    uint32_t token = attribution->words.first;
    bool deed = token_is(text, draft->trigger.words.end - 1, CLASS_DEED);
    bool denied = false, report = false;

    for (; token < draft->trigger.words.first; token++) {
        if (denied && token_is(text, token, CLASS_LINK) &&
            !(report && token_has(text, token, CLASS_LINK, "matter")) &&
            (deed || (has_between(text, token, draft->trigger.words.first, CLASS_HAPPENING) &&
                      has_between(text, token, draft->trigger.words.first, CLASS_RELATIVE)))) {
            return true;
        }
        if (denied && token_has(text, token, CLASS_AFTERMATH, "of")) {
            return true;
        }
        report = report || (denied && token_is(text, token, CLASS_NOUNLIKE));
        denied = denied || token_has(text, token, CLASS_SAID, "denied");
    }
    return false;
}

/* "Been killed", "been badly hurt". */
static bool is_passive(const struct text *text, const struct trigger *trigger)
{
    uint32_t token = trigger->words.first;

    while (token > 0 && token_is(text, token - 1, CLASS_ADVERB)) {
        token--;
    }
    return token > 0 && token_is(text, token - 1, CLASS_BE);
}

/* "Nine may have been killed", "could have been killed, it is feared": of a toll that nobody knows.  "The
 * children could have been killed", "the bomb could have killed hundreds": of what was not, or is guessed. */
static bool is_about_past(const struct extraction *extraction, const struct draft *draft)
{
    const struct trigger *trigger = &draft->trigger;

    return trigger->perfect &&
           (!trigger->could || trigger->kind != KIND_CASUALTY || trigger->expected || trigger->feared ||
            (has_number(draft) && is_passive(extraction->text, trigger)));
}

/* "We will kill them", "the laws will hurt the people": a threat or a fear, no toll that is expected. */
static bool only_threatens(const struct draft *draft)
{
    const struct trigger *trigger = &draft->trigger;

    return trigger->kind == KIND_CASUALTY && trigger->future && !trigger->expected && !has_number(draft);
}

/* What gives the claim its status. */
static enum status_ground ground_of_claim(const struct extraction *extraction, const struct draft *draft,
                                          const struct attribution *attribution)
{
    const struct trigger *trigger = &draft->trigger;

    if (attribution != NULL && attribution->status == STATUS_DENIED) {
        return GROUND_ATTRIBUTION;
    }
    if (trigger->condition) {
        return GROUND_CONDITION;
    }
    if (asks_whether(extraction) && !takes_as_known(extraction, draft)) {
        return GROUND_QUESTION;
    }
    if ((trigger->modal && !is_about_past(extraction, draft) && may_come(extraction, draft)) ||
        only_threatens(draft)) {
        return GROUND_MODAL;
    }
    if (trigger->expected || trigger->future ||
        (trigger->kind == KIND_DEPLOYMENT && (trigger->planned || trigger->subtype == SUBTYPE_PLANNED))) {
        return GROUND_FUTURE;
    }
    if (trigger->feared) {
        return GROUND_FEAR;
    }
    if (attribution != NULL) {
        return GROUND_ATTRIBUTION;
    }
    if (trigger->hedged || trigger->modal) {
        return GROUND_HEDGE;
    }
    return quoted(extraction) ? GROUND_QUOTATION : GROUND_ASSERTION;
}

enum report_status status_of_claim(struct extraction *extraction, const struct draft *draft,
                                   const struct attribution *attribution)
{
    static const enum report_status statuses[GROUND_COUNT] = {
        [GROUND_ASSERTION] = STATUS_CONFIRMED,   [GROUND_CONDITION] = STATUS_HYPOTHETICAL,
        [GROUND_QUESTION] = STATUS_HYPOTHETICAL, [GROUND_MODAL] = STATUS_HYPOTHETICAL,
        [GROUND_FUTURE] = STATUS_EXPECTED,       [GROUND_FEAR] = STATUS_UNVERIFIED,
        [GROUND_HEDGE] = STATUS_CLAIMED,         [GROUND_QUOTATION] = STATUS_CLAIMED,
        [GROUND_DOUBT] = STATUS_UNVERIFIED,
    };

    extraction->ground = ground_of_claim(extraction, draft, attribution);
    if (extraction->ground == GROUND_ATTRIBUTION && draft->trigger.negated) {
        return STATUS_DENIED; /* "did not kill nine, he said" */
    }
    return extraction->ground == GROUND_ATTRIBUTION ? attribution->status : statuses[extraction->ground];
}

/* "Videos of the raid, which Norland could not verify": the picture is doubted, as long as the sentence
 * speaks of no figure or claim. */
static bool doubts_picture(const struct extraction *extraction)
{
    const struct text *text = extraction->text;
    const struct sentence *sentence = &text->sentences[extraction->sentence];
    bool picture = false;

    for (uint32_t token = sentence->first_token; token < sentence->end_token; token++) {
        picture = picture || token_is(text, token, CLASS_IMAGE);
        if (token_is(text, token, CLASS_FIGURE) || token_is(text, token, CLASS_TOLLWORD) ||
            token_is(text, token, CLASS_HEARSAY) || token_is(text, token, CLASS_NOUNLIKE)) {
            return false;
        }
    }
    return picture;
}

/* How much of what was told a sentence speaks of. */
enum told {
    TOLD_NOTHING,
    TOLD_ONE,     /* "the toll", "this claim" */
    TOLD_SEVERAL, /* "the figures", "neither claim" */
    TOLD_ALL,     /* "any of these figures", "none of the claims" */
};

/* True when the lexicon has the word at `token` as one for so many: "all", "both". */
static bool is_extent(const struct text *text, uint32_t token, const char *extent)
{
    return token_has(text, token, CLASS_DETERMINER, extent) || token_has(text, token, CLASS_ADVERB, extent) ||
           token_has(text, token, CLASS_NEGATION, extent);
}

static enum told names_claim(const struct extraction *extraction)
{
    const struct text *text = extraction->text;
    const struct sentence *sentence = &text->sentences[extraction->sentence];
    bool both = false, all = false, claim = false, claims = false;

    for (uint32_t token = sentence->first_token; token < sentence->end_token; token++) {
        if (token_is(text, token, CLASS_FIGURE) || token_is(text, token, CLASS_TOLLWORD) ||
            token_is(text, token, CLASS_HEARSAY) || token_is(text, token, CLASS_NOUNLIKE) ||
            token_is(text, token, CLASS_ESTIMATE)) {
            claim = true;
            claims = claims || ends_as_plural(text, token);
        }
        both = both || is_extent(text, token, "both");
        all = all || is_extent(text, token, "all");
    }
    if (!claim) {
        return TOLD_NOTHING;
    }
    return all && claims ? TOLD_ALL : claims || both ? TOLD_SEVERAL : TOLD_ONE;
}

/* A word of doubt stands in the sentence: one that needs a negation before it in its clause ("could not be
 * independently verified") and has it, or with `alone` one that doubts by itself ("unconfirmed").  Not in
 * "offered no comment, and the figures are hard to verify independently". */
static bool doubts(const struct extraction *extraction, bool alone)
{
    const struct text *text = extraction->text;
    bool doubt = false, negated = false;
    size_t i;

    for (i = 0; may_have(extraction, CLASS_DOUBT) && i < extraction->matcher.item_count; i++) {
        const struct item *item = &extraction->matcher.items[i];
        bool by_itself = item_is(item, CLASS_DOUBT) && item_value(item, CLASS_DOUBT).kind == VALUE_TEXT;
        bool told = i > 0 && item_is(item - 1, CLASS_BE); /* "these figures are unverified" */

        if (by_itself && (alone || (told && names_claim(extraction) >= TOLD_SEVERAL))) {
            return true;
        }
        if (item_is(item, CLASS_AND) && item->first_token > 0 &&
            comma_between(text, item->first_token - 1, item->first_token)) {
            negated = false;
        }
        negated = negated || item_is(item, CLASS_NEGATION);
        doubt = doubt || (item_is(item, CLASS_DOUBT) && !by_itself && negated);
    }
    return extraction->doubt || doubt;
}

/* So many sentences back claims may stand that "the figures" are about. */
#define DOUBT_REACH 3

/* True when the claim before `first` is doubted with it: all that somebody claims, or what stands near. */
static bool doubted_with(const struct extraction *extraction, size_t first, enum told told)
{
    const struct origin *origins = extraction->origins;

    return extraction->reports[first - 1].source.text.data != NULL &&
           (told == TOLD_ALL ||
            (told == TOLD_SEVERAL && origins[first - 1].sentence + DOUBT_REACH >= extraction->sentence &&
             origins[first - 1].sentence + 2 >= origins[first].sentence));
}

/* The first of the reports before the sentence that it doubts: those of the sentence before, of one before
 * that when it names "the claim" behind a sentence that tells of none, and of those before it when it doubts
 * "the figures".  The number of reports when it doubts none. */
static size_t doubted_from(const struct extraction *extraction)
{
    size_t gap = extraction->sentence - extraction->before_sentence;
    size_t first = extraction->before;
    enum told told = names_claim(extraction);

    if (first >= extraction->report_count || doubts_picture(extraction) ||
        (told != TOLD_ALL && (gap > 2 || (gap == 2 && told == TOLD_NOTHING)))) {
        return extraction->report_count;
    }
    while (first > 0 && doubted_with(extraction, first, told)) {
        first--;
    }
    return first;
}

void note_doubt(struct extraction *extraction)
{
    bool claims = extraction->report_count > extraction->sentence_reports;
    size_t i;

    if (!doubts(extraction, claims)) {
        return;
    }
    for (i = claims ? extraction->sentence_reports : doubted_from(extraction); i < extraction->report_count;
         i++) {
        if (extraction->reports[i].status == STATUS_CLAIMED ||
            (extraction->reports[i].status == STATUS_CONFIRMED && i >= extraction->before)) {
            extraction->reports[i].status = STATUS_UNVERIFIED;
            note_reason_of_doubt(extraction, i);
        }
    }
}
