/* Quotations that go on over sentences, and when they were spoken: '"We lost three men yesterday. The bridge
 * is gone," he said on Tuesday.'  Private to lib/timex. */
#ifndef TIMEX_QUOTATION_H
#define TIMEX_QUOTATION_H

#include "timex/actions.h"
#include "timex/focus.h"
#include "timex/speech.h"

/* What is known of the quotations of the paragraph at hand.  Sentences ahead of the one at hand are read,
 * each as the end of one quotation only. */
struct quotation {
    struct arena *arena;
    const struct text *text;
    struct matcher matcher; /* made when first needed: matcher.text is NULL until then */
    struct expression_pool pool;
    struct time_builder builder;
    size_t first;         /* sentence of the paragraph */
    size_t next;          /* the sentence behind those whose quotation marks have been counted */
    bool open;            /* they are open where that one begins */
    size_t opened;        /* the sentence in which they were opened */
    int32_t spoken;       /* the day on which somebody spoke before in the paragraph, or DAY_NONE */
    size_t spoken_in;     /* the sentence that told it */
    size_t end;           /* the sentence behind those of the latest quotation whose end was read */
    int32_t day;          /* on which that was spoken, or DAY_NONE */
    enum speaker speaker; /* of it */
};

void quotation_init(struct quotation *quotation, struct arena *arena, const struct text *text);

/* Sentence number `sentence` begins, and with it perhaps a paragraph; `spoken` is the day on which somebody
 * spoke in the one before it, or DAY_NONE. */
void quotation_begin_sentence(struct quotation *quotation, size_t sentence, bool paragraph, int32_t spoken);

/* True when a quotation is open where the sentence begins, which is of the paragraph at hand and not before
 * any that was asked for; it closes there or behind, in the paragraph. */
bool quotation_goes_on(struct quotation *quotation, size_t sentence);

/* The day on which somebody spoke in the sentence before the quotation that is open where the sentence
 * begins, or earlier in that quotation; DAY_NONE when none did.  After quotation_goes_on for that sentence.
 */
int32_t quotation_spoken(const struct quotation *quotation);

/* Stores in *day the day on which the quotation was spoken that is open behind sentence number `sentence`, as
 * the sentence tells in which it closes, and who spoke; DAY_NONE when none tells, and when that is no day
 * before `focus` has the article published.  ERR_NO_MEMORY. */
enum status quotation_day(struct quotation *quotation, size_t sentence, struct focus *focus, int32_t *day,
                          enum speaker *speaker) MUST_CHECK;

#endif
