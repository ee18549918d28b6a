/* On which day somebody said what a sentence tells.  Private to lib/timex. */
#ifndef TIMEX_SPEECH_H
#define TIMEX_SPEECH_H

#include "timex/focus.h"
#include "timex/tense.h"

/* Whether quotation marks are open behind the sign at `token`, when `open` tells whether they were before it;
 * *end is the token behind it ("``" is one of two).  A straight mark opens only where a word could begin: not
 * in "a 12" shell".
 */
bool speech_mark(const struct text *text, size_t token, bool open, size_t *end);
/* Whether quotation marks are open behind items[i], when `open` tells whether they were before it. */
bool speech_quotes(const struct clause *clause, size_t i, bool open);

/* The item that dates the speech of which items[verb] tells: "said on Tuesday", "told reporters in Kolna on
 * Tuesday"; SIZE_MAX when none does. */
size_t speech_day(const struct clause *clause, size_t verb);

/* Who said something, as far as the words behind it tell. */
enum speaker {
    SPEAKER_NONE,    /* nobody is named */
    SPEAKER_SAME,    /* a pronoun: the one who spoke before */
    SPEAKER_ANOTHER, /* or the same by name */
};

/* The day on which somebody spoke what the quotation mark items[mark] closes, and who, as the words behind it
 * tell; DAY_NONE when they do not. */
int32_t speech_day_behind(struct focus *focus, const struct clause *clause, size_t mark,
                          enum speaker *speaker);

/* True when the quotation marks that are open at items[i] are still open behind the sentence. */
bool speech_goes_on(const struct clause *clause, size_t i);

/* Looks for the day on which somebody said what the expression items[i] is part of, behind it in the
 * sentence, or before it where a quotation goes on, and keeps it in the focus of the sentence. */
void speech_find(struct focus *focus, const struct clause *clause, size_t i);

#endif
