/* Claims that a fact check quotes in order to judge them: "Claim: 40 soldiers were killed. Verdict: False."
 */
#include "report/draft.h"

/* So many words may stand before the colon of a label: "What was claimed:", "Our rating:". */
#define LABEL_WORDS 4
/* So many sentences behind the claim the verdict may stand. */
#define VERDICT_REACH 6

/* Words that may stand before that of the label: "the claim", "our verdict", "what was claimed". */
static bool leads_label(const struct text *text, uint32_t token)
{
    return token_is(text, token, CLASS_DETERMINER) || token_is(text, token, CLASS_POSSESSIVE) ||
           token_is(text, token, CLASS_BE) || token_is(text, token + 1, CLASS_BE) ||
           text->tokens[token].type == TOKEN_PUNCT;
}

/* Where the words behind such a label begin in the sentence; its end when it is the label alone; 0 for none.
 */
static uint32_t behind_label(const struct text *text, const struct sentence *sentence, const char *label)
{
    uint32_t token = sentence->first_token;
    uint32_t last = token + LABEL_WORDS < sentence->end_token ? token + LABEL_WORDS : sentence->end_token;

    while (token < last && leads_label(text, token)) {
        token++;
    }
    if (token == last || !token_has(text, token, CLASS_CORRECTION, label) ||
        (token_is(text, token, CLASS_TOLD_BY) && !token_is(text, token - 1, CLASS_BE))) {
        return 0; /* "rebels claimed: nine died" */
    }
    token++;
    if (token == sentence->end_token) {
        return token;
    }
    return token_is_sign(text, token, ":") ? token + 1 : 0;
}

/* The same for a label that may as well be the line before.  `body`: the classes of the sentence are known.
 */
static uint32_t labelled(const struct extraction *extraction, const char *label, bool body)
{
    const struct text *text = extraction->text;
    const struct sentence *sentence = &text->sentences[extraction->sentence];
    uint32_t behind =
        body && !may_have(extraction, CLASS_CORRECTION) ? 0 : behind_label(text, sentence, label);

    if (behind == 0 && extraction->sentence > 0 &&
        sentence[-1].end_token - sentence[-1].first_token <= LABEL_WORDS + 1 && /* with its colon */
        behind_label(text, sentence - 1, label) == sentence[-1].end_token) {
        return sentence->first_token;
    }
    return behind == sentence->end_token ? 0 : behind;
}

/* True when the claims of the sentence before are still under check in this one: of one paragraph, and
 * nobody speaks. */
static bool stays_checked(const struct extraction *extraction)
{
    const struct sentence *sentence = &extraction->text->sentences[extraction->sentence];

    return extraction->checked_end > extraction->checked &&
           extraction->checked_end == extraction->sentence_reports &&
           extraction->checked_sentence + 1 == extraction->sentence &&
           sentence[-1].paragraph == sentence->paragraph && extraction->attribution_count == 0;
}

/* What the words of a verdict from `token` on make of what is claimed: denied, claimed (it is true) or left
 * as it is, unverified.  A negation denies it unless the sentence tells what happened instead. */
static enum report_status verdict(const struct extraction *extraction, uint32_t token, bool instead)
{
    const struct text *text = extraction->text;
    bool is_false = false, is_true = false;

    for (; token < text->sentences[extraction->sentence].end_token; token++) {
        const char *disproof = token_value(text, token, CLASS_DISPROOF);

        if (token_has(text, token, CLASS_CORRECTION, "partly")) {
            return STATUS_UNVERIFIED;
        }
        is_false =
            is_false || token_has(text, token, CLASS_CORRECTION, "false") ||
            (token_is(text, token, CLASS_DISPROOF) && (disproof == NULL || strcmp(disproof, "bogus") == 0)) ||
            (!instead && token_is(text, token, CLASS_NEGATION));
        is_true = is_true || token_has(text, token, CLASS_CORRECTION, "true");
    }
    return is_false ? STATUS_DENIED : is_true ? STATUS_CLAIMED : STATUS_UNVERIFIED;
}

void check_facts(struct extraction *extraction, bool body)
{
    uint32_t judged = labelled(extraction, "verdict", body);
    size_t end = extraction->report_count;

    if (judged > 0) {
        bool near = extraction->checked_sentence + VERDICT_REACH >= extraction->sentence;
        bool instead = body && extraction->sentence_reports < end;

        for (size_t i = extraction->checked; near && i < extraction->checked_end; i++) {
            if (extraction->reports[i].status == STATUS_UNVERIFIED) {
                extraction->reports[i].status = verdict(extraction, judged, instead);
            }
        }
        extraction->checked_end = 0;
        return;
    }
    if (!body || extraction->sentence_reports == end) {
        return;
    }
    if (labelled(extraction, "claim", body) > 0) {
        extraction->checked = extraction->sentence_reports;
    } else if (!stays_checked(extraction)) {
        return;
    }
    extraction->checked_end = end;
    extraction->checked_sentence = extraction->sentence;
    for (size_t i = extraction->sentence_reports; i < end; i++) {
        struct report *report = &extraction->reports[i];

        if (report->status == STATUS_CONFIRMED || report->status == STATUS_CLAIMED) {
            report->status = STATUS_UNVERIFIED;
        }
        if (report->source.text.data == NULL) {
            report->source_name = (struct str){NULL, 0}; /* the paper only quotes it */
        }
    }
}
