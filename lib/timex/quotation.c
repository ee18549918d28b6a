#include "timex/quotation.h"

#include "timex/speech.h"
#include "timex/tense.h"

/* So many sentences a quotation goes on; of a longer one nobody expects the speaker at its end. */
#define QUOTED_SENTENCES 8

void quotation_init(struct quotation *quotation, struct arena *arena, const struct text *text)
{
    *quotation = (struct quotation){
        .arena = arena, .text = text, .pool = {.arena = arena}, .spoken = DAY_NONE, .day = DAY_NONE};
}

void quotation_begin_sentence(struct quotation *quotation, size_t sentence, bool paragraph, int32_t spoken)
{
    if (paragraph) {
        quotation->first = sentence;
        quotation->spoken = DAY_NONE;
    } else if (spoken != DAY_NONE) {
        quotation->spoken = spoken;
    }
}

bool quotation_goes_on(struct quotation *quotation, size_t sentence)
{
    const struct text *text = quotation->text;

    if (quotation->next <= quotation->first) {
        quotation->next = quotation->first;
        quotation->open = false;
    }
    for (; quotation->next < sentence; quotation->next++) {
        const struct sentence *counted = &text->sentences[quotation->next];
        for (uint32_t token = counted->first_token; token < counted->end_token; token++) {
            bool open = text->tokens[token].type == TOKEN_PUNCT
                            ? speech_mark(text_span(text, token, token + 1), quotation->open)
                            : quotation->open;
            quotation->opened = open && !quotation->open ? quotation->next : quotation->opened;
            quotation->open = open;
        }
    }
    return quotation->open && sentence - quotation->opened <= QUOTED_SENTENCES; /* else a mark is missing */
}

/* Makes the items of a sentence, with its expressions among them. */
static enum status read_sentence(struct quotation *quotation, size_t sentence, struct focus *focus)
{
    const struct lang_rules *rules = quotation->text->lang->time;
    enum status status = OK;

    if (quotation->matcher.text == NULL) {
        status = matcher_init(&quotation->matcher, quotation->arena, quotation->text);
        matcher_limit(&quotation->matcher, rules);
        quotation->builder.pool = &quotation->pool;
    }
    if (status == OK) {
        match_sentence(&quotation->matcher, sentence);
        expression_pool_reset(&quotation->pool);
    }
    for (size_t pass = 0; status == OK && pass < rules->pass_count; pass++) {
        status = match_run(&quotation->matcher, rules, pass, time_build, &quotation->builder);
        status = quotation->builder.out_of_memory ? ERR_NO_MEMORY : status;
    }
    if (status == OK && quotation->builder.needs_survey && !focus->survey.made) {
        survey_text(quotation->text, &focus->survey);
    }
    return status;
}

/* The item that closes the quotation which is open where the sentence begins; item_count when none does. */
static size_t closing_item(const struct clause *clause)
{
    size_t i = 0;

    while (i < clause->item_count &&
           (!item_is(&clause->items[i], CLASS_PUNCT) || speech_quotes(clause, i, true))) {
        i++;
    }
    return i;
}

enum status quotation_day(struct quotation *quotation, size_t sentence, struct focus *focus, int32_t *day)
{
    const struct text *text = quotation->text;
    size_t next = sentence + 1;

    if (sentence < quotation->end) { /* it is the same quotation */
        *day = quotation->day;
        return OK;
    }
    quotation->day = *day = DAY_NONE;
    for (; next < text->sentence_count && next <= sentence + QUOTED_SENTENCES &&
           text->sentences[next].paragraph == text->sentences[sentence].paragraph;
         next++) {
        struct clause clause;
        enum status status = read_sentence(quotation, next, focus);
        if (status != OK) {
            return status;
        }
        clause_begin(&clause, text, quotation->matcher.items, quotation->matcher.item_count, true);
        size_t close = closing_item(&clause);
        if (close < clause.item_count) {
            quotation->day = *day = speech_day_behind(focus, &clause, close);
            break;
        }
    }
    quotation->end = next;
    return OK;
}
