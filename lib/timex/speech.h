/* On which day somebody said what a sentence tells.  Private to lib/timex. */
#ifndef TIMEX_SPEECH_H
#define TIMEX_SPEECH_H

#include "timex/focus.h"
#include "timex/tense.h"

/* Whether quotation marks are open behind a sign, when `open` tells whether they were before it. */
bool speech_mark(struct str sign, bool open);
/* Whether quotation marks are open behind items[i], when `open` tells whether they were before it. */
bool speech_quotes(const struct clause *clause, size_t i, bool open);

/* The item that dates the speech of which items[verb] tells: "said on Tuesday", "told reporters in Kolna on
 * Tuesday"; SIZE_MAX when none does. */
size_t speech_day(const struct clause *clause, size_t verb);

/* The day on which somebody spoke what the quotation mark items[mark] closes, as the words behind it tell;
 * DAY_NONE when they do not. */
int32_t speech_day_behind(struct focus *focus, const struct clause *clause, size_t mark);

/* True when the quotation marks that are open at items[i] are still open behind the sentence. */
bool speech_goes_on(const struct clause *clause, size_t i);

/* Looks for the day on which somebody said what the expression items[i] is part of, behind it in the
 * sentence, or before it where a quotation goes on, and keeps it in the focus of the sentence. */
void speech_find(struct focus *focus, const struct clause *clause, size_t i);

#endif
