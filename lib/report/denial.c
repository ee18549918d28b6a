/* What a sentence that names no harm itself says of what was told just before: a denial, "the army dismissed
 * the claim as lies", or whose claim it is, "this was reported by the army". */
#include "report/clause.h"
#include "report/naming.h"

#include <string.h>

/* So many words behind the verb "the claim" or "it" may stand. */
#define OBJECT_WORDS 4

/* "Denied it", not "denied that it had shelled the town" or "denies it kills farmers". */
static bool is_object(const struct text *text, uint32_t token, uint32_t first)
{
    return token_is(text, token, CLASS_PRONOUN) && token_is(text, token, CLASS_THING) &&
           !(token > first && token_is(text, token - 1, CLASS_RELATIVE)) &&
           !token_is(text, token + 1, CLASS_HAVE) && !token_is(text, token + 1, CLASS_BE) &&
           !tells_of_harm(text, token + 1) && !other_verb(text, token + 1);
}

/* "Denied this on Monday", "rejected that as a lie", "said this was a lie"; not "denied this report", "denied
 * that it had fled". */
static bool is_demonstrative(const struct text *text, uint32_t token)
{
    bool closed = text->tokens[token + 1].type == TOKEN_PUNCT || token_is(text, token + 1, CLASS_CLAUSE);

    return token_is(text, token, CLASS_RELATIVE)
               ? closed
               : token_has(text, token, CLASS_DETERMINER, "known") &&
                     (closed || token_is(text, token + 1, CLASS_PREPOSITION) ||
                      token_is(text, token + 1, CLASS_BE));
}

/* "The figure", "that toll"; not "the number of soldiers". */
static bool is_count_told(const struct text *text, uint32_t token)
{
    return (token_is(text, token, CLASS_FIGURE) || token_is(text, token, CLASS_TOLLWORD)) &&
           token_is(text, token - 1, CLASS_DETERMINER) &&
           !token_has(text, token + 1, CLASS_PREPOSITION, "of");
}

/* "..., which the army denied", "..., which the army dismissed as lies": what the sentence told, and nothing
 * that is named behind the verb. */
static bool relates_back(const struct text *text, const struct attribution *denial)
{
    uint32_t which = denial->scope.first;
    uint32_t verb = denial->words.end - 1;

    if (!token_is(text, which, CLASS_RELATIVE) || which == 0 || !token_is_sign(text, which - 1, ",")) {
        return false;
    }
    while (verb > which && !token_is(text, verb, CLASS_SAID)) {
        verb--;
    }
    if (verb + 1 >= text->token_count) {
        return true;
    }
    return token_is(text, verb + 1, CLASS_CLAUSE) ||
           (!token_is(text, verb, CLASS_BRANDED) &&
            (text->tokens[verb + 1].type == TOKEN_PUNCT || token_is(text, verb + 1, CLASS_PREPOSITION)));
}

/* True when the words denied are "it", "this", "the claim", "these reports", "the figure". */
static bool refers_back(const struct extraction *extraction, const struct attribution *denial)
{
    const struct text *text = extraction->text;
    uint32_t end = denial->scope.end < denial->scope.first + OBJECT_WORDS
                       ? denial->scope.end
                       : denial->scope.first + OBJECT_WORDS;
    uint32_t token = denial->scope.first;

    if (token + 1 < text->token_count && (is_demonstrative(text, token) || relates_back(text, denial))) {
        return true;
    }
    for (; token < end; token++) {
        if (token_is(text, token, CLASS_HEARSAY) ||
            (token_is(text, token, CLASS_PRONOUN) && token == denial->scope.end - 1) ||
            is_object(text, token, denial->scope.first) ||
            (token > denial->scope.first &&
             (token_is(text, token, CLASS_NOUNLIKE) || is_count_told(text, token)))) {
            return true;
        }
    }
    return false;
}

/* What befell nobody, as "none did" and "none were hurt" tell: how the lexicon calls the harm, "" when it is
 * that which was told before.  NULL when the words say something else. */
static const char *befell_none(const struct text *text, struct span scope)
{
    uint32_t token = scope.first;
    const char *harm = "";

    token += token < scope.end && token_is(text, token, CLASS_RELATIVE) ? 1 : 0;
    if (token + 1 >= scope.end || !token_is(text, token, CLASS_NEGATION) ||
        (!token_is(text, token + 1, CLASS_HAVE) && !token_is(text, token + 1, CLASS_BE))) {
        return NULL;
    }
    for (token++; token < scope.end && text->tokens[token].type != TOKEN_PUNCT; token++) {
        const char *done = token_value(text, token, CLASS_DONE);

        if (done != NULL && *harm == '\0') {
            harm = done;
        } else if (!token_is(text, token, CLASS_HAVE) && !token_is(text, token, CLASS_BE)) {
            return NULL; /* "none were officers" */
        }
    }
    return harm;
}

static bool tells_in(const struct extraction *extraction, struct span scope)
{
    size_t i;

    for (i = 0; i < extraction->draft_count; i++) {
        if (!extraction->drafts[i].dropped && span_holds(scope, extraction->drafts[i].trigger.words.first)) {
            return true;
        }
    }
    return false;
}

/* True when a denial of that kind of harm stands among the reports from `first` on already. */
static bool denied_already(const struct extraction *extraction, size_t first, const struct report *report)
{
    size_t i;

    for (i = first; i < extraction->report_count; i++) {
        const struct report *other = &extraction->reports[i];

        if (other->status == STATUS_DENIED && other->kind == report->kind &&
            other->subtype == report->subtype) {
            return true;
        }
    }
    return false;
}

/* A denial of the report at `index`; `none`: that anybody was harmed, not only as many. */
static enum status deny(struct extraction *extraction, const struct attribution *denial, size_t index,
                        size_t first, bool none)
{
    struct report report = extraction->reports[index];
    struct report *added;

    report.source = quote_span(extraction, denial->speaker);
    report.source_name = denial->agency != NULL ? str_from(denial->agency)
                                                : name_of_speaker(extraction, denial->owner, denial->speaker);
    if (report.status == STATUS_DENIED || denied_already(extraction, first, &report) ||
        str_equal(report.source_name, extraction->reports[index].source_name)) {
        return OK;
    }
    report.status = STATUS_DENIED;
    if (none) {
        report.count = (struct count){.min = COUNT_NONE, .max = COUNT_NONE};
    }
    report.said = said_when(extraction, denial);
    report.rule = STR("denial");
    set_evidence(extraction, &report);
    added = add_report(extraction, NULL);
    if (added == NULL) {
        return ERR_NO_MEMORY;
    }
    *added = report;
    return extraction->input->reasons == NULL ? OK : give_reason_of_denial(extraction, index, denial);
}

enum status deny_before(struct extraction *extraction)
{
    size_t own = extraction->report_count;
    size_t first = extraction->sentence_reports;
    enum status status = OK;
    size_t i, k;

    if (first == own) { /* nothing in this sentence: what the one before told */
        if (extraction->before_sentence + 1 != extraction->sentence) {
            return OK;
        }
        first = extraction->before;
    }
    for (i = 0; i < extraction->attribution_count; i++) {
        const struct attribution *denial = &extraction->attributions[i];
        const char *harm = NULL;

        if (denial->pronoun || span_empty(denial->speaker) || tells_in(extraction, denial->scope)) {
            continue;
        }
        if (denial->status == STATUS_CLAIMED) {
            harm = befell_none(extraction->text, denial->scope);
        }
        if (harm == NULL && (denial->status != STATUS_DENIED || denial->scope.first < denial->words.first ||
                             !refers_back(extraction, denial))) {
            continue;
        }
        for (k = first; k < own && status == OK; k++) {
            if (harm != NULL && *harm != '\0' &&
                strcmp(harm, report_subtype_name(extraction->reports[k].subtype)) != 0) {
                continue;
            }
            if (first == extraction->sentence_reports && denial->scope.first == denial->words.first &&
                extraction->reports[k].status == STATUS_CONFIRMED) {
                extraction->reports[k].status = STATUS_CLAIMED; /* "..., a report the army called a hoax" */
            }
            status = deny(extraction, denial, k, own, harm != NULL);
        }
        break;
    }
    return status;
}

/* True for "this was", "the report has also been". */
static bool points_back(const struct extraction *extraction, struct span words)
{
    const struct text *text = extraction->text;
    uint32_t token = words.first;
    bool back = false;

    for (; token < words.end; token++) {
        if (token_is(text, token, CLASS_DETERMINER) || token_is(text, token, CLASS_HEARSAY) ||
            token_is(text, token, CLASS_NOUNLIKE)) {
            back = true;
        } else if (!token_is(text, token, CLASS_BE) && !token_is(text, token, CLASS_HAVE) &&
                   !token_is(text, token, CLASS_ADVERB)) {
            return false;
        }
    }
    return back;
}

void own_before(struct extraction *extraction)
{
    const struct attribution *teller = NULL;
    size_t i;

    if (extraction->report_count > extraction->sentence_reports ||
        extraction->before_sentence + 1 != extraction->sentence) {
        return;
    }
    for (i = 0; i < extraction->attribution_count && teller == NULL; i++) {
        const struct attribution *attribution = &extraction->attributions[i];

        if (attribution->status != STATUS_DENIED && !attribution->pronoun &&
            !span_empty(attribution->speaker) && attribution->scope.first < attribution->words.first &&
            points_back(extraction, attribution->scope)) {
            teller = attribution;
        }
    }
    for (i = extraction->before; teller != NULL && i < extraction->report_count; i++) {
        struct report *report = &extraction->reports[i];

        if (report->source.text.data != NULL || report->status != STATUS_CONFIRMED) {
            continue;
        }
        report->source = quote_span(extraction, teller->speaker);
        report->source_name = teller->agency != NULL
                                  ? str_from(teller->agency)
                                  : name_of_speaker(extraction, teller->owner, teller->speaker);
        report->status = teller->status;
        report->said = said_when(extraction, teller);
        note_reason_of_teller(extraction, i, teller);
    }
}
