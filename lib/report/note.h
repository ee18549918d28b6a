/* Notes of an article about itself.  Private to lib/report. */
#ifndef REPORT_NOTE_H
#define REPORT_NOTE_H

#include "report/draft.h"

/* True when the sentence at hand is of a note about the article: what it tells was wrong, or is said in the
 * article. */
bool in_correction(struct extraction *extraction);
/* True when it gives the right figure: "The correct number is 12." */
bool sets_right(const struct extraction *extraction);
/* True when the sentence behind it does, so that this one tells of what that is the figure. */
bool is_set_right(const struct extraction *extraction);

#endif
