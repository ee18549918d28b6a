#include "timex/quotation.h"

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
        quotation->spoken_in = sentence - 1;
    }
}

/* Whether quotation marks are open behind the sentence, when `open` tells whether they were before it;
 * *closed tells whether they were closed in it. */
static bool count_marks(const struct text *text, size_t sentence, bool open, bool *closed)
{
    size_t token = text->sentences[sentence].first_token;

    *closed = false;
    while (token < text->sentences[sentence].end_token) {
        if (text->tokens[token].type != TOKEN_PUNCT) {
            token++;
            continue;
        }
        bool before = open;
        open = speech_mark(text, token, open, &token);
        *closed = *closed || (before && !open);
    }
    return open;
}

/* The sentence behind `sentence`, of its paragraph, in which the quotation closes that is open between them;
 * SIZE_MAX when a mark is missing. */
static size_t closing_sentence(const struct text *text, size_t sentence)
{
    for (size_t i = sentence + 1; i < text->sentence_count && i <= sentence + QUOTED_SENTENCES &&
                                  text->sentences[i].paragraph == text->sentences[sentence].paragraph;
         i++) {
        bool closed;
        (void)count_marks(text, i, true, &closed);
        if (closed) {
            return i;
        }
    }
    return SIZE_MAX;
}

bool quotation_goes_on(struct quotation *quotation, size_t sentence)
{
    const struct text *text = quotation->text;

    if (quotation->next <= quotation->first) {
        quotation->next = quotation->first;
        quotation->open = false;
    }
    for (; quotation->next < sentence; quotation->next++) {
        bool closed;
        bool before = quotation->open;
        quotation->open = count_marks(text, quotation->next, before, &closed);
        if (quotation->open && (!before || closed)) {
            quotation->opened = quotation->next;
            quotation->open = closing_sentence(text, quotation->next) != SIZE_MAX;
        }
    }
    return quotation->open;
}

int32_t quotation_spoken(const struct quotation *quotation)
{
    return quotation->opened <= quotation->spoken_in + 1 ? quotation->spoken : DAY_NONE;
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

/* Makes the items of a sentence, with its expressions among them. */
static enum status read_sentence(struct quotation *quotation, size_t sentence, struct focus *focus)
{
    if (quotation->matcher.text == NULL) {
        enum status status = matcher_init(&quotation->matcher, quotation->arena, quotation->text);
        if (status != OK) {
            return status;
        }
        matcher_limit(&quotation->matcher, quotation->text->lang->time);
        quotation->builder.pool = &quotation->pool;
    }
    return time_match(&quotation->matcher, sentence, &quotation->builder, &focus->survey);
}

enum status quotation_day(struct quotation *quotation, size_t sentence, struct focus *focus, int32_t *day,
                          enum speaker *speaker)
{
    const struct text *text = quotation->text;

    if (sentence >= quotation->end) { /* else it is the same quotation */
        quotation->day = DAY_NONE;
        quotation->speaker = SPEAKER_NONE;
        size_t close = closing_sentence(text, sentence);
        quotation->end = close == SIZE_MAX ? sentence + 1 : close;
        if (close != SIZE_MAX) {
            struct clause clause;
            enum status status = read_sentence(quotation, close, focus);
            if (status != OK) {
                return status;
            }
            clause_begin(&clause, text, quotation->matcher.items, quotation->matcher.item_count, true);
            quotation->day = speech_day_behind(focus, &clause, closing_item(&clause), &quotation->speaker);
        }
    }
    *day = quotation->day;
    *speaker = quotation->speaker;
    return OK;
}
