/* Who says the list or the paragraph that a line opens: "The ministry gave these figures:", "The army said:".
 */
#include "report/attribution.h"

/* So many words may stand in a line that only tells whose words follow. */
#define LEAD_IN_WORDS 16

/* Nouns of what somebody tells. */
static const unsigned account_nouns[] = {CLASS_CHANNEL, CLASS_ESTIMATE, CLASS_FIGURE, CLASS_TOLLWORD,
                                         CLASS_NOUNLIKE};

/* True for what may stand in such a line besides who speaks: "on Monday", "in a statement", "these figures".
 */
static bool tells_plainly(const struct items *items, size_t i)
{
    static const unsigned plain[] = {CLASS_DETERMINER, CLASS_TIMEX,     CLASS_ADVERB, CLASS_MODIFIER,
                                     CLASS_SAID,       CLASS_ACCORDING, CLASS_AGENT,  CLASS_PREPOSITION};

    return is_comma(items, i) || is(items, i, CLASS_OUTLET) ||
           token_has(items->text, items->item[i].first_token, CLASS_PERSONS, "journalists") ||
           is_any(&items->item[i], plain, sizeof plain / sizeof plain[0]) ||
           is_any(&items->item[i], account_nouns, sizeof account_nouns / sizeof account_nouns[0]);
}

/* True for a line that says no more than that the speaker speaks: "The army said on Monday:"; not for "The
 * mayor said he had one wish:", "Read more on what the army said:". */
static bool only_tells(const struct extraction *extraction, const struct items *items, struct span speaker)
{
    if (items->count > LEAD_IN_WORDS) {
        return false;
    }
    for (size_t i = 0; i + 1 < items->count; i++) {
        bool said = is(items, i, CLASS_SAID) && !is(items, i, CLASS_NOUNLIKE);

        if (span_holds(speaker, token_at(extraction, items, i))
                ? said || is(items, i, CLASS_RELATIVE) || is(items, i, CLASS_ASKED) ||
                      is_auxiliary(items, i) ||
                      token_has(items->text, items->item[i].first_token, CLASS_COMMON, "asks")
                : !tells_plainly(items, i) || is(items, i, CLASS_RELATIVE)) {
            return false;
        }
    }
    return true;
}

/* Whose figures, statement or account a line is that has no verb of speech, "The health ministry's daily
 * toll:"; empty for nobody's. */
static struct span whose_list(const struct extraction *extraction, const struct items *items)
{
    size_t noun = items->count - 2;

    while (noun > 3 && (is(items, noun, CLASS_TIMEX) || is(items, noun, CLASS_PREPOSITION))) {
        noun--;
    }
    if (noun < 3 ||
        !is_any(&items->item[noun], account_nouns, sizeof account_nouns / sizeof account_nouns[0])) {
        return (struct span){0, 0};
    }
    struct span teller = teller_of(extraction, items, noun);
    bool opens = teller.first == token_at(extraction, items, is(items, 0, CLASS_DETERMINER) ? 1 : 0) ||
                 teller.first == token_at(extraction, items, 0);

    return opens ? teller : (struct span){0, 0};
}

/* Who speaks in the sentence at hand, as far as it is one alone; NULL for nobody. */
static struct attribution *sole_speaker(struct extraction *extraction)
{
    struct attribution *sole = NULL;

    for (size_t i = 0; i < extraction->attribution_count; i++) {
        struct attribution *attribution = &extraction->attributions[i];

        if (span_empty(attribution->speaker)) {
            continue;
        }
        if (attribution->status != STATUS_CLAIMED ||
            (sole != NULL && sole->speaker.first != attribution->speaker.first)) {
            return NULL;
        }
        sole = attribution;
    }
    return sole;
}

/* True for the mark that opens an entry of a list. */
static bool is_bullet(const struct items *items)
{
    static const char *const signs[] = {"-", "\u2022", "\u2013", "\u2014", "*", "\u00b7", "\u25aa", "\u25cf"};

    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++) {
        if (is_sign(items, 0, signs[i])) {
            return true;
        }
    }
    return is(items, 0, CLASS_COUNT) && (is_sign(items, 1, ".") || is_sign(items, 1, ")"));
}

/* True when the sentence at hand is of what the lead-in opened: an entry of its list, or the line behind it.
 */
static bool is_led_in(const struct extraction *extraction, const struct items *items)
{
    const struct text *text = extraction->text;
    uint32_t first = text->sentences[extraction->sentence].first_token;
    bool opens_line = (text->tokens[first].flags & TOKEN_LINE_START) != 0;

    if (extraction->led_in + 1 == extraction->sentence) {
        return true;
    }
    return !opens_line || (extraction->led_in_list && is_bullet(items));
}

void lead_in(struct extraction *extraction, const struct items *items)
{
    struct attribution *attribution;

    if (extraction->led_until == extraction->sentence && extraction->sentence > 0) {
        if (extraction->led_in + 1 == extraction->sentence) {
            extraction->led_in_list = is_bullet(items);
        }
        if (is_led_in(extraction, items)) {
            attribution = extraction->attribution_count == 0 ? add_attribution(extraction) : NULL;
            if (attribution != NULL) {
                attribution->pronoun = true;
                attribution->speaker = extraction->lead;
                attribution->owner = extraction->lead_owner;
                attribution->agency = extraction->lead_agency;
                attribution->status = STATUS_CLAIMED;
                attribution->words = span_of(extraction, items, 0, 0);
                attribution->scope = span_of(extraction, items, 0, items->count);
            }
            extraction->led_until++;
        }
    }
    if (items->count < 2 || !is_sign(items, items->count - 1, ":")) {
        return;
    }
    struct attribution *speaker = sole_speaker(extraction);
    struct span teller = whose_list(extraction, items);
    bool owned = !span_empty(teller) && (speaker == NULL ? extraction->attribution_count == 0
                                                         : span_holds(speaker->speaker, teller.first));

    if (owned) {
        /* the army, and not "the army's claims" */
        speaker = speaker == NULL ? add_attribution(extraction) : speaker;
        if (speaker != NULL) {
            speaker->speaker = teller;
            speaker->status = STATUS_CLAIMED;
            speaker->words = span_of(extraction, items, 0, items->count);
            identify_speaker(extraction, items, speaker);
        }
    }
    if (speaker != NULL && (owned || only_tells(extraction, items, speaker->speaker))) {
        extraction->lead = speaker->speaker;
        extraction->lead_owner = speaker->owner;
        extraction->lead_agency = speaker->agency;
        extraction->led_in = extraction->sentence;
        extraction->led_until = extraction->sentence + 1;
    }
}
