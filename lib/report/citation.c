/* Who is quoted by whom: "the Herald cited the army as saying", "was reported by the ministry", "the paper,
 * citing officials, said", "by the army's count". */
#include "report/attribution.h"

#include <string.h>

/* True when what was said stands before the speaker that begins at item `first`, and nothing of it behind
 * item `after`. */
static bool closes(const struct items *items, size_t first, size_t after)
{
    return first > 0 && (is_comma(items, first - 1) || is_quote(items, first - 1)) &&
           (after >= items->count || is(items, after, CLASS_PUNCT));
}

/* Gives the attribution its words and what they are about. */
static void give_scope(struct extraction *extraction, const struct items *items, size_t first, size_t after,
                       struct attribution *attribution)
{
    attribution->words = span_of(extraction, items, first, after);
    attribution->scope =
        closes(items, first, after)
            ? span_of(extraction, items, clause_start(items, first), clause_end(items, after))
            : span_of(extraction, items, after, clause_end(items, after));
}

/* Over "as saying" and the like behind item `i`. */
static size_t over_saying(const struct items *items, size_t i)
{
    while (is(items, i, CLASS_SAYING) || (is(items, i, CLASS_CLAUSE) && is(items, i + 1, CLASS_SAYING))) {
        i++;
    }
    return i;
}

/* Who made what is shown, "a video released by the army": behind "by" or "of" at or after item `i`, in the
 * same noun phrase.  False when nobody is named. */
static bool maker_behind(const struct items *items, size_t i, size_t *first, size_t *end)
{
    size_t limit = i + 8 < items->count ? i + 8 : items->count;

    for (; i < limit && !is(items, i, CLASS_PUNCT) && !is(items, i, CLASS_RELATIVE); i++) {
        if (is(items, i, CLASS_AGENT) || is(items, i, CLASS_ORIGIN)) {
            return speaker_behind(items, i, first, end) && speaks(items, *first, *end);
        }
    }
    return false;
}

/* "Was quoted (by the Herald) as saying". */
static bool quoted_by(struct extraction *extraction, const struct items *items, size_t verb)
{
    struct attribution *attribution;
    size_t be = verb - 1; /* the caller has seen to it that there is one */
    size_t after = verb + 1;
    size_t first, end, by_first = 0, by_end = 0;

    while (be > 0 && is(items, be, CLASS_ADVERB)) {
        be--;
    }
    if (!is(items, be, CLASS_BE) || !speaker_before(items, be, &first, &end) || !speaks(items, first, end)) {
        return false;
    }
    if (is(items, verb, CLASS_AGENT) && speaker_behind(items, verb, &by_first, &by_end)) {
        after = by_end;
    }
    attribution = add_attribution(extraction);
    if (attribution != NULL) {
        attribution->status = STATUS_CLAIMED;
        attribution->pronoun = only_pronoun(items, first, end);
        attribution->speaker = span_of(extraction, items, first, end);
        attribution->channel = span_of(extraction, items, by_first, by_end);
        give_scope(extraction, items, first, over_saying(items, after), attribution);
    }
    return true;
}

bool cite(struct extraction *extraction, const struct items *items, size_t verb)
{
    struct attribution *attribution;
    size_t first, end, who, behind;

    if (verb > 0 && (is(items, verb - 1, CLASS_BE) || is(items, verb - 1, CLASS_ADVERB)) &&
        quoted_by(extraction, items, verb)) {
        return true;
    }
    if (!speaker_before(items, verb, &first, &end) || !speaker_behind(items, verb, &who, &behind)) {
        return false;
    }
    if (!speaks(items, who, behind) && !maker_behind(items, who, &who, &behind)) {
        return false;
    }
    attribution = add_attribution(extraction);
    if (attribution != NULL) {
        attribution->status = STATUS_CLAIMED;
        attribution->pronoun = only_pronoun(items, who, behind);
        attribution->speaker = span_of(extraction, items, who, behind);
        attribution->channel = span_of(extraction, items, first, end);
        give_scope(extraction, items, first, over_saying(items, behind), attribution);
    }
    return true;
}

void told_by(struct extraction *extraction, const struct items *items, size_t verb)
{
    struct attribution *attribution;
    size_t first, end;

    if ((verb > 0 && is(items, verb - 1, CLASS_NEGATION)) || !speaker_behind(items, verb + 1, &first, &end) ||
        !speaks(items, first, end)) {
        return;
    }
    attribution = add_attribution(extraction);
    if (attribution == NULL) {
        return;
    }
    attribution->status =
        is(items, verb, CLASS_SAID) ? status_of(&items->item[verb], CLASS_SAID) : STATUS_CONFIRMED;
    attribution->speaker = span_of(extraction, items, first, end);
    attribution->words = span_of(extraction, items, verb, end);
    attribution->scope = is(items, end, CLASS_RELATIVE)
                             ? span_of(extraction, items, end, clause_end(items, end))
                             : span_of(extraction, items, clause_start(items, verb), verb);
}

/* "By the count of the army": the speaker stands behind "of", and tells what stands before. */
static bool count_of(const struct items *items, size_t by, size_t *first, size_t *end)
{
    size_t of = by + 1 + is(items, by + 1, CLASS_DETERMINER);

    of += is(items, of, CLASS_MODIFIER);
    return is(items, of, CLASS_ESTIMATE) &&
           token_has(items->text, items->item[of + 1 < items->count ? of + 1 : of].first_token,
                     CLASS_PREPOSITION, "of") &&
           speaker_behind(items, of + 1, first, end) && speaks(items, *first, *end);
}

void counted_by(struct extraction *extraction, const struct items *items, size_t by)
{
    struct attribution *attribution;
    size_t first, end;

    if (!count_of(items, by, &first, &end) &&
        (!speaker_behind(items, by, &first, &end) || end - first < 2 || !is(items, end - 1, CLASS_ESTIMATE) ||
         is(items, end - 2, CLASS_PREPOSITION))) {
        return;
    }
    attribution = add_attribution(extraction);
    if (attribution != NULL) {
        attribution->status = STATUS_CLAIMED;
        attribution->speaker = span_of(extraction, items, first, end);
        attribution->words = span_of(extraction, items, by, end);
        attribution->scope = span_of(extraction, items, clause_start(items, by), clause_end(items, end));
    }
}

size_t deed_begin(const struct items *items, size_t from, size_t end)
{
    size_t i = from + (is(items, from, CLASS_RELATIVE) ? 1 : 0);

    if (!is(items, i, CLASS_PRONOUN) || !is(items, i + 1, CLASS_MOOD)) {
        return end;
    }
    for (i += 2; i + 2 < end; i++) {
        if (is_auxiliary(items, i) ? !is(items, i, CLASS_NEGATION)
                                   : is_quote(items, i) || is(items, i, CLASS_SAID)) {
            return end;
        }
        if (is(items, i, CLASS_AND) && is(items, i + 1, CLASS_DONE) && !is(items, i + 1, CLASS_DOING)) {
            return is(items, i + 2, CLASS_COUNT) || is(items, i + 2, CLASS_QUALIFIER) ? i : end;
        }
    }
    return end;
}

/* So many words may stand between a count and its amount: "count since October 2023 stands at". */
#define COUNT_WORDS 8

void owned_count(struct extraction *extraction, const struct items *items, size_t count)
{
    bool toll = is(items, count, CLASS_TOLLWORD);
    size_t owner = count;
    size_t amount = count + 1;
    struct attribution *attribution;
    size_t first, end, i;
    bool speaker = false;

    while (owner > 0 && (is(items, owner - 1, CLASS_MODIFIER) || is(items, owner - 1, CLASS_TIMEX) ||
                         is(items, owner - 1, CLASS_ADVERB) || is(items, owner - 1, CLASS_COMMON))) {
        owner--;
    }
    while (amount < items->count && amount - count < COUNT_WORDS && !is(items, amount, CLASS_AMOUNT) &&
           !is(items, amount, CLASS_BE) && !is(items, amount, CLASS_PUNCT)) {
        amount++;
    }
    if (extraction->attribution_count > 0 || owner < 2 || !is(items, owner - 1, CLASS_GENITIVE) ||
        !(is(items, amount, CLASS_AMOUNT) || is(items, amount, CLASS_BE)) ||
        !speaker_before(items, owner - 1, &first, &end)) {
        return;
    }
    for (i = first; i < end; i++) {
        if (toll &&
            ((is(items, i, CLASS_MODIFIER) && is(items, i, CLASS_SPEAKER)) || is(items, i, CLASS_FIGHTER))) {
            return; /* "the army's death toll": its own dead */
        }
        speaker = speaker || is(items, i, CLASS_SPEAKER) || is(items, i, CLASS_AGENCY);
    }
    attribution = speaker ? add_attribution(extraction) : NULL;
    if (attribution != NULL) {
        attribution->status = STATUS_CLAIMED;
        attribution->speaker = span_of(extraction, items, first, end);
        attribution->words = span_of(extraction, items, first, owner);
        attribution->scope = span_of(extraction, items, owner, clause_end(items, count));
    }
}

/* True for what can be a source by its place behind "according to" alone: not "the law". */
static bool could_tell(const struct items *items, size_t first, size_t end)
{
    bool noun = false;

    for (; first < end; first++) {
        if (is(items, first, CLASS_NORM) &&
            !token_has(items->text, items->item[first].first_token, CLASS_NORM, "proof")) {
            return false;
        }
        noun = noun || !is(items, first, CLASS_DETERMINER);
    }
    return noun;
}

/* The first item of what is according to somebody at item `verb`: of its clause, or of another figure right
 * before it, "20 were killed, or at least 45 according to". */
static size_t figure_before(const struct items *items, size_t verb)
{
    size_t i = verb;

    while (i > 0 && (is(items, i - 1, CLASS_COUNT) || is(items, i - 1, CLASS_QUALIFIER))) {
        i--;
    }
    return i < verb && i > 0 && (is_comma(items, i - 1) || (i > 1 && is_comma(items, i - 2)))
               ? i
               : clause_start(items, verb);
}

void according(struct extraction *extraction, const struct items *items, size_t verb)
{
    struct value value = item_value(&items->item[verb], CLASS_ACCORDING);
    struct attribution *attribution;
    size_t first = verb, end = verb + 1;
    bool same = value.kind == VALUE_TEXT && strcmp(value.text, "same") == 0;
    bool any = value.kind == VALUE_TEXT && strcmp(value.text, "any") == 0;

    if (is(items, verb, CLASS_AGENT) && verb > 0 && quoted_by(extraction, items, verb)) {
        return;
    }

    if (!same && (!speaker_behind(items, verb, &first, &end) ||
                  (!speaks(items, first, end) && !(any && could_tell(items, first, end))))) {
        return;
    }
    attribution = add_attribution(extraction);
    if (attribution == NULL) {
        return;
    }
    attribution->cites = value.kind == VALUE_TEXT && !same && !any;
    attribution->passes_on = attribution->cites && strcmp(value.text, "by") == 0;
    attribution->status = STATUS_CLAIMED;
    attribution->pronoun = same || only_pronoun(items, first, end);
    attribution->speaker = span_of(extraction, items, first, end);
    attribution->scope = span_of(extraction, items, figure_before(items, verb), contrast(items, end));
    attribution->words = span_of(extraction, items, verb, after_when(items, end));
}

/* True when a paper or a station is named, which only passes on what others claim. */
static bool is_outlet(const struct text *text, struct span speaker)
{
    uint32_t token;

    for (token = speaker.first; token < speaker.end; token++) {
        if (token_is(text, token, CLASS_OUTLET)) {
            return true;
        }
    }
    return false;
}

/* Whoever speaks in the words around the citation, or right before or behind it; NULL for nobody. */
static struct attribution *citer_of(struct extraction *extraction, const struct attribution *citation)
{
    size_t i;

    for (i = 0; i < extraction->attribution_count; i++) {
        struct attribution *other = &extraction->attributions[i];

        if (other != citation && !other->cites && !span_empty(other->speaker) &&
            other->status != STATUS_DENIED && other->words.first <= citation->words.end + 2 &&
            citation->words.first <= other->words.end + 2) {
            return other;
        }
    }
    return NULL;
}

void settle_citations(struct extraction *extraction)
{
    size_t i;

    for (i = 0; i < extraction->attribution_count; i++) {
        struct attribution *citation = &extraction->attributions[i];
        struct attribution *citer = citation->cites ? citer_of(extraction, citation) : NULL;

        if (citer == NULL) {
            continue;
        }
        if (!citation->passes_on && is_outlet(extraction->text, citer->speaker)) {
            struct span channel = citer->speaker;

            citer->speaker = citation->speaker;
            citer->agency = citation->agency;
            citer->owner = citation->owner;
            citer->channel = channel;
        } else {
            citer->channel = citation->speaker;
        }
        citation->scope = (struct span){0, 0};
        citation->speaker = (struct span){0, 0};
    }
}

/* How many items name who speaks in a headline. */
#define HEADLINE_SPEAKER 5

/* True for "army", "health ministry", "UN officials"; not for "Norvik", which may tell where. */
static bool heads_headline(const struct items *items, size_t first, size_t end)
{
    bool speaker = false;
    size_t i;

    for (i = first; i < end; i++) {
        if (is(items, i, CLASS_PUNCT) || is(items, i, CLASS_COUNT) || is_harm(items, i) ||
            is(items, i, CLASS_STATE) || is_auxiliary(items, i) || is(items, i, CLASS_PREPOSITION)) {
            return false;
        }
        speaker = speaker || is(items, i, CLASS_SPEAKER) || is(items, i, CLASS_AGENCY);
    }
    return speaker && end - first <= HEADLINE_SPEAKER;
}

/* A colon or a dash between blanks. */
static bool parts_headline(const struct items *items, size_t i)
{
    return is_sign(items, i, ":") ||
           ((is_sign(items, i, "-") || is_sign(items, i, "\u2013") || is_sign(items, i, "\u2014")) &&
            opens_with_space(items, i + 1));
}

void headline(struct extraction *extraction, const struct items *items)
{
    struct attribution *attribution;
    size_t last = items->count;
    size_t first = 0;
    size_t i;

    if (!may_have_sign(extraction, ":") && !may_have_sign(extraction, "-") &&
        !may_have_sign(extraction, "\u2013")) {
        return;
    }
    while (last > 0 && is_sign(items, last - 1, ".")) {
        last--;
    }
    for (i = 1; i < last; i++) {
        bool before, behind;

        if (!is(items, i, CLASS_PUNCT) || !parts_headline(items, i)) {
            continue;
        }
        before = is_sign(items, i, ":") && heads_headline(items, 0, i);
        behind = heads_headline(items, i + 1, last);
        if (!before && !behind) {
            continue;
        }
        attribution = add_attribution(extraction);
        if (attribution != NULL) {
            first = before ? 0 : i + 1;
            attribution->status = STATUS_CLAIMED;
            attribution->speaker = span_of(extraction, items, first, before ? i : last);
            attribution->words = attribution->speaker;
            attribution->scope = before ? span_of(extraction, items, i + 1, clause_end(items, i))
                                        : span_of(extraction, items, 0, i);
        }
        return;
    }
}

/* True when the noun phrase before item `verb` is of people or a body; not "the death of an officer raised
 * the toll", "three more bodies raised". */
static bool revised_by_speaker(const struct items *items, size_t verb)
{
    size_t first, end, i;

    if (!speaker_before(items, verb, &first, &end) || !speaks(items, first, end)) {
        return false;
    }
    for (i = first; i < end; i++) {
        if (is(items, i, CLASS_PREPOSITION) || is(items, i, CLASS_COUNT) || is(items, i, CLASS_HAPPENING) ||
            is(items, i, CLASS_DEED) || is_harm(items, i)) {
            return false;
        }
    }
    return true;
}

static bool is_at(const struct items *items, size_t i)
{
    return is(items, i, CLASS_AMOUNT) && is(items, i, CLASS_PREPOSITION);
}

/* True for "the number of rebels killed", "the cost to France": no speaker, though one is named in it. */
static bool tells_measure(const struct items *items, size_t first, size_t end)
{
    while (first < end && !is(items, first, CLASS_FIGURE) && !is(items, first, CLASS_TOLLWORD) &&
           !is(items, first, CLASS_PREPOSITION)) {
        first++;
    }
    return first < end;
}

/* Gives the figure at the "at" of item `at` to who stands before it. */
static void put_at(struct extraction *extraction, const struct items *items, size_t at)
{
    struct attribution *prior = &extraction->attributions[extraction->attribution_count - 1];
    struct attribution *attribution;
    size_t first, end, before;

    if (!is_at(items, at) || !(is(items, at + 1, CLASS_COUNT) || is(items, at + 1, CLASS_QUALIFIER)) ||
        !speaker_before(items, at, &first, &end)) {
        return;
    }
    for (before = first; before < end; before++) {
        first = is(items, before, CLASS_AND) ? before + 1 : first; /* "at 20 and the rebels" */
    }
    if (end != at || first == 0 || first == end || !speaks(items, first, end) ||
        tells_measure(items, first, end) ||
        !(is_sign(items, first - 1, ";") || is_comma(items, first - 1) || is(items, first - 1, CLASS_AND) ||
          is(items, first - 1, CLASS_CLAUSE))) {
        return;
    }
    for (before = first - 1; before > 0 && !is_at(items, before); before--) {
    }
    if (!is_at(items, before) || token_at(extraction, items, before) < prior->words.first) {
        return; /* "at 20" of who speaks before */
    }
    attribution = add_attribution(extraction);
    if (attribution != NULL) {
        attribution->status = STATUS_CLAIMED;
        attribution->speaker = span_of(extraction, items, first, end);
        attribution->words = span_of(extraction, items, first, at);
        attribution->scope = span_of(extraction, items, at, clause_end(items, at));
        prior->scope.end =
            prior->scope.end < attribution->words.first ? prior->scope.end : attribution->words.first;
    }
}

void put_likewise(struct extraction *extraction, const struct items *items)
{
    bool amounts = extraction->attribution_count > 0 && may_have(extraction, CLASS_AMOUNT);

    for (size_t i = 0; amounts && i < items->count; i++) {
        put_at(extraction, items, i);
    }
}

/* A toll or the figure that stands for one. */
static bool is_toll(const struct items *items, size_t i)
{
    return is(items, i, CLASS_TOLLWORD) || is(items, i, CLASS_FIGURE) || is(items, i, CLASS_ESTIMATE);
}

bool revises_toll(const struct items *items, size_t verb)
{
    size_t first, end;

    if (!is(items, verb, CLASS_RISE)) {
        return false;
    }
    if (is_toll(items, verb + 1)) { /* "Ministry raises toll" */
        return speaker_before(items, verb, &first, &end) && heads_headline(items, first, end);
    }
    if (is(items, verb + 1, CLASS_INFINITIVE_MARK) && is(items, verb + 2, CLASS_COUNT)) {
        /* "raised to 13 the number of its dead" */
        return is(items, verb + 3, CLASS_DETERMINER) && is_toll(items, verb + 4) &&
               revised_by_speaker(items, verb);
    }
    return (is_toll(items, verb + 2) || is_toll(items, verb + 3)) && /* "its official toll" */
           (is(items, verb + 1, CLASS_POSSESSIVE) ||
            (is(items, verb + 1, CLASS_DETERMINER) && revised_by_speaker(items, verb)));
}

/* True when somebody speaks among the words, or a side is named of whom they may tell by themselves. */
static bool tells_by_itself(const struct extraction *extraction, const struct items *items, size_t first,
                            size_t end)
{
    struct span words = span_of(extraction, items, first, end);

    for (size_t i = 0; i < extraction->attribution_count; i++) {
        const struct attribution *other = &extraction->attributions[i];

        if ((other->words.first < words.end && other->words.end > words.first) ||
            (other->scope.first < words.end && other->scope.end > words.first)) {
            return true;
        }
    }
    for (size_t i = first; i < end; i++) {
        if (is(items, i, CLASS_NATION) || is(items, i, CLASS_SEAT) || is(items, i, CLASS_FORCE)) {
            return true;
        }
    }
    return false;
}

/* "Nine died; two are missing, the mayor said": who says the words behind the semicolon at item `part`, at
 * their end, says those before it, too, when nobody else does. */
static void spoke_before(struct extraction *extraction, const struct items *items, size_t part)
{
    size_t begin = clause_start(items, part);

    if (tells_by_itself(extraction, items, begin, part)) {
        return;
    }
    for (size_t i = 0; i < extraction->attribution_count; i++) {
        struct attribution *attribution = &extraction->attributions[i];

        if (attribution->scope.first == token_at(extraction, items, part + 1) &&
            attribution->words.first > attribution->scope.first && attribution->status == STATUS_CLAIMED) {
            attribution->scope.first = token_at(extraction, items, begin);
            return;
        }
    }
}

void speak_on(struct extraction *extraction, const struct items *items)
{
    if (extraction->attribution_count == 0 || !may_have_sign(extraction, ";")) {
        return;
    }
    for (size_t i = items->count; i > 2; i--) {
        if (is_sign(items, i - 1, ";")) {
            spoke_before(extraction, items, i - 1);
        }
    }
    for (size_t i = 1; i + 1 < items->count; i++) {
        /* "According to the army, nine died; its own troops lost two" */
        bool opened = is(items, 0, CLASS_ACCORDING) && i == clause_end(items, 0);

        if (!is_sign(items, i, ";") || !(opened || is(items, i + 1, CLASS_QUALIFIER) ||
                                         is(items, i + 1 + is(items, i + 1, CLASS_SAME), CLASS_COUNT))) {
            continue;
        }
        size_t end = clause_end(items, i + 1);
        if (tells_by_itself(extraction, items, i + 1, end)) {
            continue;
        }
        for (size_t k = 0; k < extraction->attribution_count; k++) {
            struct attribution *attribution = &extraction->attributions[k];

            if (attribution->scope.end == token_at(extraction, items, i) &&
                !token_is(items->text, attribution->words.first, CLASS_SAYING) &&
                (attribution->status == STATUS_CLAIMED || attribution->status == STATUS_CONFIRMED)) {
                attribution->scope.end = token_at(extraction, items, end);
                break;
            }
        }
    }
}

void part_of_figure(struct extraction *extraction, const struct items *items)
{
    struct attribution *attribution;

    if (extraction->attribution_count > 0 || !is(items, 0, CLASS_DETERMINER) ||
        (!is(items, 1, CLASS_FIGURE) && !is(items, 1, CLASS_TOLLWORD)) || !is(items, 2, CLASS_PART) ||
        extraction->before_sentence + 1 != extraction->sentence ||
        extraction->before >= extraction->report_count ||
        extraction->reports[extraction->report_count - 1].source.text.data == NULL ||
        span_empty(extraction->speaker)) {
        return;
    }
    attribution = add_attribution(extraction);
    if (attribution != NULL) {
        attribution->pronoun = true;
        attribution->speaker = extraction->speaker;
        attribution->owner = extraction->owner;
        attribution->agency = extraction->agency;
        attribution->status = STATUS_CLAIMED;
        attribution->words = span_of(extraction, items, 0, 3);
        attribution->scope = span_of(extraction, items, 3, items->count);
    }
}
