/* The days of figures: a time expression behind a claim that dates a number and not what happened. */
#ifndef REPORT_FIGURE_H
#define REPORT_FIGURE_H

#include "report/draft.h"

/* True for a draft that "death toll", "casualties" and the like make: it counts the harmed. */
bool counts_harmed(const struct text *text, const struct draft *draft);

/* True for "rose to 17 after two more died on Monday": the day of a clause behind the figure of a toll. */
bool day_behind_toll(const struct text *text, const struct draft *draft, const struct timex *timex);

/* True for the day of "the toll climbed to 23 on Monday, and 53 were wounded", where the 53 are told behind
 * it at token `trigger`: that of the count. */
bool of_count_before(const struct text *text, const struct timex *timex, uint32_t trigger, uint32_t sentence);
/* True for "the toll rose to 17 on Monday": so many were known on that day. */
bool day_of_count(const struct text *text, const struct draft *draft, const struct timex *timex);

/* True for "bringing to 17 the number of soldiers killed". */
bool brings_number(const struct draft *draft);
/* True for "more bodies were pulled from the rubble overnight": the day is that of the finding. */
bool tells_of_finding(const struct draft *draft);
/* True for the number of "12 were found on Monday, bringing the number of wounded to 31": no later than that
 * day, and not of it. */
bool brought_by(const struct text *text, const struct draft *draft, const struct timex *timex);
/* True for the toll of "two of those wounded on Monday have died, raising the toll to six", which counts who
 * died later. */
bool of_who_died_later(const struct text *text, const struct draft *draft, const struct timex *timex);

/* True for "on Monday the ministry raised the toll to 17", and with the day behind it: so many were known
 * then. */
bool day_of_revision(const struct text *text, const struct draft *draft, const struct timex *timex);

/* True for "killed 404, up from 26 in January", "rose to 404 from 26 in January" and "killed 40, 26 of them
 * on Friday": the day of another figure. */
bool day_of_other_figure(const struct text *text, const struct draft *draft, const struct timex *timex);

/* True for "17 soldiers, and on Thursday nine, were killed": the day of the figure between it and the
 * trigger.
 */
bool day_of_figure_between(const struct text *text, const struct draft *draft, const struct timex *timex);

/* True for "killed three and in Norvik on Tuesday four": the day of the figure right behind it. */
bool day_of_next_figure(const struct text *text, const struct draft *draft, const struct timex *timex);

/* The draft of the toll that the figure of `draft` is told with, "rose to 19 dead and 40 wounded on Tuesday":
 * its day is that of both.  The draft itself when there is none. */
const struct draft *toll_of(const struct extraction *extraction, const struct draft *draft);

#endif
