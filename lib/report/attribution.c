/* Who says what in a sentence.  Works on the items before the rules ran: words, phrases, time expressions,
 * names. */
#include "report/attribution.h"

#include <string.h>

size_t after_when(const struct items *items, size_t from)
{
    /* "accused the rebels of Monday's attack": a day further behind is that of what they did */
    size_t reach = from > 0 && is(items, from - 1, CLASS_ACCUSED) ? 2 : 9;
    size_t i = from, last = from;

    while (i < items->count && i - from < reach && !is_harm(items, i) && !is_auxiliary(items, i) &&
           !is(items, i, CLASS_RELATIVE) && !is(items, i, CLASS_TOOK_PLACE) && !is_quote(items, i) &&
           !is_sign(items, i, ";") && !is_comma(items, i) &&
           !(is(items, i, CLASS_AND) && is(items, i + 1, CLASS_PREPOSITION))) {
        if (is(items, i, CLASS_TIMEX)) {
            /* "says Oct. 8 was the day", "says strikes that day killed": of the subject of what is said */
            last = is_auxiliary(items, i + 1) || is_harm(items, i + 1) ? from : i + 1;
            break;
        }
        /* a count, people, the dead, "it shelled" open what is said: a date behind them is the happening's */
        if (is(items, i, CLASS_COUNT) || is(items, i, CLASS_FIGHTER) || is(items, i, CLASS_NATIONALS) ||
            is(items, i, CLASS_STATE) || is(items, i, CLASS_TOLLWORD) ||
            (i > from && is(items, i, CLASS_HITS) && !is(items, i, CLASS_HAPPENING))) {
            break;
        }
        i++;
    }
    return last;
}

struct attribution *add_attribution(struct extraction *extraction)
{
    struct attribution *attribution;

    if (extraction->attribution_count == SENTENCE_ATTRIBUTIONS) {
        return NULL;
    }
    attribution = &extraction->attributions[extraction->attribution_count++];
    *attribution = (struct attribution){0};
    return attribution;
}

size_t clause_start(const struct items *items, size_t i)
{
    while (i > 0 && !is_sign(items, i - 1, ";")) {
        i--;
    }
    return i;
}

size_t clause_end(const struct items *items, size_t i)
{
    while (i < items->count && !is_sign(items, i, ";")) {
        i++;
    }
    return i;
}

/* The item behind the rest of the words that belong to a trailing "he said": the next comma, quote or end. */
static size_t saying_end(const struct items *items, size_t from)
{
    while (from < items->count && !is_comma(items, from) && !is_quote(items, from) &&
           !is_sign(items, from, ";")) {
        from++;
    }
    return from;
}

/* True for ", he said after a briefing": what was said stands before it. */
static bool trails(const struct items *items, size_t begin, size_t first, size_t after)
{
    if (first <= begin || !(is_comma(items, first - 1) || is_quote(items, first - 1) ||
                            is_sign(items, first - 1, "-") || is_sign(items, first - 1, "\u2014"))) {
        return false;
    }
    for (size_t i = after; i < saying_end(items, after); i++) {
        if (is(items, i, CLASS_RELATIVE)) {
            return false;
        }
    }
    return (after + 1 >= items->count || holds_statement(items, begin, first - 1) ||
            tells_past(items, begin, first - 1)) &&
           (opens_occasion(items, after) || !holds_statement(items, after, saying_end(items, after)));
}

/* The attribution that the one of "denied the attack and said" goes on from; NULL when there is none or it
 * gives its words the same status. */
static struct attribution *resumed(struct extraction *extraction, const struct items *items, size_t verb,
                                   enum report_status status)
{
    struct attribution *prior;
    size_t i = verb;

    if (extraction->attribution_count == 0) {
        return NULL;
    }
    while (i > 0 && between_speaker_and_verb(items, i - 1)) {
        i--;
    }
    prior = &extraction->attributions[extraction->attribution_count - 1];
    return i > 0 && (is(items, i - 1, CLASS_AND) || is(items, i - 1, CLASS_CLAUSE)) &&
                   prior->scope.first > prior->words.first &&
                   span_holds(prior->scope, token_at(extraction, items, verb)) && prior->status != status
               ? prior
               : NULL;
}

static void resume(struct extraction *extraction, const struct items *items, size_t verb,
                   struct attribution *prior, enum report_status status)
{
    struct attribution *attribution = add_attribution(extraction);

    if (attribution != NULL) {
        attribution->speaker = prior->speaker;
        attribution->pronoun = prior->pronoun;
        attribution->status = status;
        attribution->scope = span_of(extraction, items, verb + 1, clause_end(items, verb));
        attribution->words = span_of(extraction, items, verb, after_when(items, verb + 1));
        prior->scope.end = token_at(extraction, items, verb);
    }
}

/* "Dismissed the account, saying that two were wounded": what stands behind "saying" is claimed. */
static void resume_behind(struct extraction *extraction, const struct items *items, size_t verb,
                          struct attribution *denial)
{
    size_t end = clause_end(items, verb);
    size_t i;

    for (i = verb + 1; i < end; i++) {
        if (is(items, i, CLASS_SAYING)) {
            resume(extraction, items, i, denial, STATUS_CLAIMED);
            return;
        }
    }
}

/* "said it could not confirm that", "said it denied that": the doubt, not the saying, governs what follows.
 */
static void govern(struct extraction *extraction, const struct items *items, size_t first)
{
    uint32_t token = token_at(extraction, items, first);
    size_t i;

    for (i = 0; i < extraction->attribution_count; i++) {
        struct attribution *prior = &extraction->attributions[i];

        if (prior->scope.first > prior->words.first && span_holds(prior->scope, token)) {
            prior->scope.end = token;
        }
    }
}

/* "Nine died, the army said, but the rebels claimed": what the army said ends where the next one speaks. */
static void end_trailing(struct extraction *extraction, const struct items *items, size_t first)
{
    uint32_t token = token_at(extraction, items, first);
    size_t i;

    for (i = 0; i < extraction->attribution_count; i++) {
        struct attribution *prior = &extraction->attributions[i];

        if (prior->scope.first <= prior->words.first && prior->words.end <= token &&
            span_holds(prior->scope, token)) {
            prior->scope.end = token;
        }
    }
}

/* "The army said nine died, but (and) the rebels said", "after the rebels said": what the army said ends
 * there, when it has said something by then; not in "the army said that although the rebels said". */
static void end_at_contrast(struct extraction *extraction, const struct items *items, size_t first)
{
    size_t clause = first;
    size_t i, k;

    while (clause > 0 && !is(items, clause - 1, CLASS_CLAUSE) &&
           (is(items, clause - 1, CLASS_TIMEX) || is(items, clause - 1, CLASS_PREPOSITION) ||
            is_comma(items, clause - 1))) {
        clause--;
    }
    if (clause == 0 || (!is(items, clause - 1, CLASS_CLAUSE) &&
                        !(clause > 1 && is(items, clause - 1, CLASS_AND) && is_comma(items, clause - 2)))) {
        return;
    }
    for (i = 0; i < extraction->attribution_count; i++) {
        struct attribution *prior = &extraction->attributions[i];
        uint32_t token = items->item[clause - 1].first_token;
        bool told = false;

        for (k = 0; k < clause - 1; k++) {
            told = told || (span_holds(prior->scope, items->item[k].first_token) &&
                            (is_harm(items, k) || is_auxiliary(items, k) || is(items, k, CLASS_STATE) ||
                             is(items, k, CLASS_TOLLWORD)));
        }
        if (told && prior->scope.first > prior->words.first && span_holds(prior->scope, token)) {
            prior->scope.end = token;
        }
    }
}

/* "On Monday, the ministry said", "speaking in Norvik on Monday, he said": what stands before the speaker is
 * about the saying.  Not so in "gunmen stormed the town on Monday, the mayor said", nor in "since May the
 * group has counted 40 dead". */
static bool sets_scene(const struct items *items, size_t begin, size_t first)
{
    return !holds_statement(items, begin, first) && !behind_place(items, begin, first) &&
           !(begin < items->count &&
             token_has(items->text, items->item[begin].first_token, CLASS_PREPOSITION, "since")) &&
           !(first > begin &&
             is(items, first - 1, CLASS_CLAUSE)) && /* "regretted the deaths, although he said" */
           (is(items, begin, CLASS_TIMEX) || is(items, begin, CLASS_PREPOSITION) ||
            is(items, begin, CLASS_ADVERB) || is(items, begin, CLASS_AND) || is(items, begin, CLASS_CLAUSE) ||
            is_quote(items, begin) || is_doing_form(items, begin));
}

/* Where a doubt ends: "could not confirm how many died, but the mayor said" leaves the mayor alone. */
static size_t doubt_end(const struct items *items, size_t verb)
{
    size_t end = clause_end(items, verb);
    size_t i;

    for (i = verb + 2; i < end; i++) {
        if (is(items, i, CLASS_CLAUSE) && is_comma(items, i - 1)) {
            return i;
        }
    }
    return end;
}

/* True when the words from `first` to `end` say that something happened. */
static bool holds_claim(const struct items *items, size_t first, size_t end)
{
    for (; first < end; first++) {
        if (is_harm(items, first) || is(items, first, CLASS_RELATIVE) || is(items, first, CLASS_STATE) ||
            is(items, first, CLASS_DEED) || is(items, first, CLASS_COUNT)) {
            return true;
        }
    }
    return false;
}

static bool negated(const struct items *items, size_t verb)
{
    size_t i;

    for (i = verb; i > 0 && between_speaker_and_verb(items, i - 1); i--) {
        if (is(items, i - 1, CLASS_NEGATION)) {
            return true;
        }
    }
    return false;
}

/* "Nobody has confirmed", "no group has claimed", "neither side confirmed". */
static bool nobody_says(const struct items *items, size_t verb)
{
    size_t first = verb, end;

    while (first > 0 && between_speaker_and_verb(items, first - 1)) {
        first--;
    }
    if (!speaker_before(items, verb, &first, &end)) {
        return is(items, first, CLASS_NEGATION);
    }
    return is(items, first, CLASS_NEGATION) || is(items, first - 1, CLASS_NEGATION);
}

/* What nobody confirms is unverified, whoever claims it; "nobody confirmed this" doubts what was said before.
 */
static void leave_unconfirmed(struct extraction *extraction, const struct items *items, size_t verb)
{
    struct attribution *attribution;

    if (!holds_claim(items, verb + 1, saying_end(items, verb + 1))) {
        extraction->doubt = true;
        return;
    }
    govern(extraction, items, verb);
    attribution = add_attribution(extraction);
    if (attribution != NULL) {
        attribution->status = STATUS_UNVERIFIED;
        attribution->words = span_of(extraction, items, verb, verb + 1);
        attribution->scope = span_of(extraction, items, verb + 1, doubt_end(items, verb));
    }
}

/* "The rebels attacked the town and said": who speaks is whom the sentence is about, or who spoke before in
 * it. False when the verb is not joined to another one. */
static bool joined(struct extraction *extraction, const struct items *items, size_t verb,
                   enum report_status status)
{
    struct attribution *attribution;
    struct span subject;
    size_t i = verb;

    while (i > 0 && between_speaker_and_verb(items, i - 1)) {
        i--;
    }
    if (i < 2 || !is(items, i - 1, CLASS_AND)) {
        return false;
    }
    subject = subject_before(extraction, items, token_at(extraction, items, i - 1));
    if (span_empty(subject) && extraction->attribution_count > 0) {
        /* "claimed to have killed 30 and said" */
        subject = extraction->attributions[extraction->attribution_count - 1].speaker;
    }
    attribution = add_attribution(extraction);
    if (attribution != NULL) {
        attribution->speaker = subject;
        attribution->status = status;
        attribution->words = span_of(extraction, items, verb, after_when(items, verb + 1));
        attribution->scope = span_of(extraction, items, verb + 1, clause_end(items, verb));
    }
    return true;
}

/* Somebody says something by the verb at `verb`; all are indices of items. */
struct saying {
    size_t verb;
    size_t first, end; /* the speaker */
    size_t begin;      /* of the verb's clause */
    size_t after;      /* behind the verb, the speaker, and when it was said */
    enum report_status status;
    bool trailing; /* it stands behind what is said */
    bool unable;   /* "could not confirm": no claim of who says it */
    bool bogus;    /* "a fake video claimed": nobody's claim, and denied */
};

/* "In a statement it said": the pronoun right before the verb, when only a scene stands before that. */
static bool pronoun_before(const struct items *items, size_t verb, size_t *first, size_t *end)
{
    size_t i = verb;

    while (i > 0 && between_speaker_and_verb(items, i - 1)) {
        i--;
    }
    *first = i - (i > 0);
    *end = i;
    return i > 0 && only_pronoun(items, *first, i) && is(items, clause_start(items, verb), CLASS_PREPOSITION);
}

/* Finds the speaker, before the verb or behind it; false when nobody speaks. */
static bool find_saying(const struct items *items, size_t verb, struct saying *saying)
{
    size_t first, end;

    *saying = (struct saying){.verb = verb, .begin = clause_start(items, verb)};
    saying->after = after_when(items, verb + 1);
    if (speaker_before(items, verb, &first, &end) && !names_deed(items, first, end) &&
        (speaks(items, first, end) || is_bogus(items, first, end) ||
         (could_speak(items, first, end) &&
          (is(items, verb, CLASS_SPEECH) || is(items, verb, CLASS_FOUND) ||
           is(items, verb + 1, CLASS_RELATIVE) ||
           (closes_saying(items, verb + 1) && trails(items, saying->begin, first, saying->after)))))) {
        saying->trailing = trails(items, saying->begin, first, saying->after);
    } else if (verb > 0 && (is_comma(items, verb - 1) || is_quote(items, verb - 1)) &&
               !is(items, verb + 1,
                   CLASS_PREPOSITION) && /* "survivors of the raid, in which nine died, spoke in" */
               speaker_behind(items, verb, &first, &end) &&
               (speaks(items, first, end) || (could_speak(items, first, end) && closes_saying(items, end)))) {
        saying->trailing = true;
        saying->after = after_when(items, end);
    } else if (!pronoun_before(items, verb, &first, &end)) {
        return false;
    }
    saying->first = first;
    saying->end = end;
    saying->bogus = is_bogus(items, first, end);
    return true;
}

/* Gives a saying that stands behind what is said its scope. */
static void attribute_before(struct extraction *extraction, const struct items *items,
                             const struct saying *saying, struct attribution *attribution)
{
    /* what follows up to the next comma is about the saying: "he said after a briefing by the agency" */
    size_t after = saying_end(items, saying->after);
    size_t first = saying->first < saying->verb ? saying->first : saying->verb;

    attribution->scope = span_of(extraction, items, saying->begin, contrast(items, saying->verb + 1));
    attribution->words = span_of(extraction, items, first, after);
    if (is_quote(items, saying->begin) && extraction->attribution_count > 1) {
        /* who is quoted comes before who is cited inside the quotation */
        struct attribution swap = extraction->attributions[0];

        extraction->attributions[0] = *attribution;
        *attribution = swap;
    }
}

/* ... and one that stands before it. */
static void attribute_behind(struct extraction *extraction, const struct items *items,
                             const struct saying *saying, struct attribution *attribution)
{
    size_t verb = saying->verb;
    bool scene = sets_scene(items, saying->begin, saying->first);
    size_t end = saying->status == STATUS_DENIED ? denial_end(items, verb)
                 : saying->unable                ? doubt_end(items, verb)
                                                 : told_end(items, verb);

    attribution->scope = span_of(extraction, items, verb + 1, end);
    attribution->words = span_of(extraction, items, scene ? saying->begin : saying->first, saying->after);
    if (saying->first > saying->begin && is_comma(items, saying->first - 1) &&
        is_comma(items, saying->after)) {
        /* "Near Kolna, the army said, nine died": on both sides of it */
        attribution->scope = span_of(extraction, items, saying->begin, end);
        attribution->words = span_of(extraction, items, saying->first, saying->after);
    }
    if (saying->status == STATUS_DENIED) {
        resume_behind(extraction, items, verb, attribution);
    }
}

/* What the verb at `verb` tells of who speaks when it is a noun, a passive, joined to a verb of speech before
 * it, or nobody's; false when it is a saying of its own. */
static bool said_otherwise(struct extraction *extraction, const struct items *items, size_t verb,
                           enum report_status status)
{
    struct attribution *prior;

    if (is_no_verb(items, verb) || (is(items, verb, CLASS_CITED) && cite(extraction, items, verb))) {
        return true;
    }
    if (is(items, verb - (verb > 0), CLASS_BE)) {
        if (is(items, verb + 1, CLASS_RELATIVE) &&
            (is(items, verb, CLASS_TOLD_BY) || is(items, verb, CLASS_SPEECH))) {
            told_by_nobody(extraction, items, verb);
        }
        return true;
    }
    if (may_have(extraction, CLASS_NEGATION) && nobody_says(items, verb)) {
        if (status == STATUS_CONFIRMED) {
            leave_unconfirmed(extraction, items, verb);
        }
        return true;
    }
    prior = resumed(extraction, items, verb, status);
    if (prior != NULL) {
        resume(extraction, items, verb, prior, status);
        return true;
    }
    return status == STATUS_CLAIMED && joined(extraction, items, verb, status);
}

static void said(struct extraction *extraction, const struct items *items, size_t verb)
{
    struct saying saying;
    struct attribution *attribution;
    enum report_status status =
        told_in_error(items, verb) ? STATUS_DENIED : status_of(&items->item[verb], CLASS_SAID);

    if (said_otherwise(extraction, items, verb, status) || !find_saying(items, verb, &saying)) {
        return;
    }
    if (may_have(extraction, CLASS_NEGATION) && negated(items, verb)) {
        if (status == STATUS_CLAIMED) {
            return;
        }
        /* "could not confirm" is no claim of who says it; "did not deny" is half a one */
        saying.unable = status == STATUS_CONFIRMED;
        if (saying.unable && !saying.trailing && !holds_claim(items, verb + 1, saying_end(items, verb + 1))) {
            /* "could not confirm this, but": a doubt about what somebody else says here or said before */
            extraction->doubt = true;
            return;
        }
        status = saying.unable ? STATUS_UNVERIFIED : STATUS_CLAIMED;
    }
    saying.status = saying.bogus ? STATUS_DENIED : status;
    if (!saying.trailing) {
        end_trailing(extraction, items, saying.first);
        if (saying.unable || saying.status == STATUS_DENIED) {
            govern(extraction, items, saying.first);
        } else {
            end_at_contrast(extraction, items, saying.first);
        }
    }
    attribution = add_attribution(extraction);
    if (attribution == NULL) {
        return;
    }
    attribution->status = saying.status;
    if (!saying.unable && !saying.bogus) {
        attribution->pronoun = only_pronoun(items, saying.first, saying.end);
        attribution->speaker = span_of(extraction, items, saying.first, saying.end);
    }
    if (saying.trailing) {
        attribute_before(extraction, items, &saying, attribution);
    } else {
        attribute_behind(extraction, items, &saying, attribution);
    }
}

/* False when none of the finders of attributions can find one, by the words of the sentence: "by", "toll" and
 * "raised" turn on others, too. */
static bool may_be_told(const struct extraction *extraction)
{
    bool toll = may_have(extraction, CLASS_TOLLWORD) || may_have(extraction, CLASS_FIGURE);
    bool estimate = may_have(extraction, CLASS_ESTIMATE);

    return class_set_overlaps(&extraction->words, &extraction->tellers) ||
           (toll && (may_have(extraction, CLASS_GENITIVE) || may_have(extraction, CLASS_RISE))) ||
           (estimate && (may_have(extraction, CLASS_AGENT) || may_have(extraction, CLASS_RISE)));
}

/* Finds who says what by the word at item `i`. */
static void attribute_by(struct extraction *extraction, const struct items *items, size_t i)
{
    if (is(items, i, CLASS_ACCORDING)) {
        according(extraction, items, i);
    } else if (is(items, i, CLASS_TOLD_BY) && is(items, i + 1, CLASS_AGENT)) {
        told_by(extraction, items, i);
    } else if ((is(items, i, CLASS_SAID) && !acts(items, i)) || revises_toll(items, i) || finds(items, i)) {
        said(extraction, items, i);
    } else if (is(items, i, CLASS_TOLLWORD) || is(items, i, CLASS_FIGURE)) {
        owned_count(extraction, items, i);
    } else if (is(items, i, CLASS_AGENT)) {
        counted_by(extraction, items, i);
    } else if (is(items, i, CLASS_BRANDED)) {
        brand(extraction, items, i);
    }
}

void attribute_sentence(struct extraction *extraction)
{
    static const unsigned classes[] = {CLASS_ACCORDING, CLASS_TOLD_BY, CLASS_SAID,    CLASS_FOUND, CLASS_RISE,
                                       CLASS_TOLLWORD,  CLASS_FIGURE,  CLASS_BRANDED, CLASS_AGENT};
    const struct items items = {
        .text = extraction->text, .item = extraction->matcher.items, .count = extraction->matcher.item_count};

    extraction->attribution_count = 0;
    extraction->doubt = false;
    bool told = may_be_told(extraction);
    for (size_t i = 0; told && i < items.count; i++) {
        if (is_any(&items.item[i], classes, sizeof classes / sizeof classes[0])) {
            attribute_by(extraction, &items, i);
        }
    }
    put_likewise(extraction, &items);
    if (may_have(extraction, CLASS_SAYING)) {
        say_besides(extraction, &items);
    }
    end_at_later_day(extraction, &items);
    hearsay(extraction, &items);
    if (extraction->attribution_count == 0) {
        headline(extraction, &items);
    }
    speak_on(extraction, &items);
    for (size_t i = 0; i < extraction->attribution_count; i++) {
        identify_speaker(extraction, &items, &extraction->attributions[i]);
    }
    part_of_figure(extraction, &items);
    settle_citations(extraction);
    note_subject(extraction, &items);
    lead_in(extraction, &items);
}

const struct attribution *attribution_of(const struct extraction *extraction, uint32_t token)
{
    size_t i;

    for (i = 0; i < extraction->attribution_count; i++) {
        const struct attribution *attribution = &extraction->attributions[i];

        if (span_holds(attribution->scope, token) && !span_holds(attribution->words, token)) {
            return attribution;
        }
    }
    return NULL;
}
