/* On which day somebody said what a sentence tells.  Private to lib/timex. */
#ifndef TIMEX_SPEECH_H
#define TIMEX_SPEECH_H

#include "timex/tense.h"

/* Whether quotation marks are open behind items[i], when `open` tells whether they were before it. */
bool speech_quotes(const struct clause *clause, size_t i, bool open);

/* The verb that tells who said what stands before it, items[i] too: "killed on Thursday, the army said";
 * SIZE_MAX when none follows soon. */
size_t speech_behind(const struct clause *clause, size_t i);

/* The item that dates the speech of which items[verb] tells: "said on Tuesday", "told reporters in Kolna on
 * Tuesday"; SIZE_MAX when none does. */
size_t speech_day(const struct clause *clause, size_t verb);

#endif
