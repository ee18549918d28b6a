/* Lengths of time among the time expressions: "for three days".  Private to lib/report. */
#ifndef REPORT_LENGTH_H
#define REPORT_LENGTH_H

#include "report/draft.h"

/* The length in days of a TIMEX3 duration such as "P3D", "P2W"; 0 when it has none that is known. */
int32_t duration_days(const char *value);

/* True for "for three days", "for just over a week". */
bool word_before_is_for(const struct extraction *extraction, const struct timex *timex);

/* True for "it has been three days since", "three days have passed since": what follows was so many days
 * ago.  Only of days. */
bool is_since_then(const struct extraction *extraction, const struct timex *timex);

/* The day of a claim in the clause of "two days after rebels killed nine": so many days before the day that
 * its sentence tells beside it.  `length` gets the index of "two days".  DAY_NONE when there is none. */
int32_t day_at_length(const struct extraction *extraction, const struct draft *draft, size_t *length);

/* "For three days", said on `day`: the days up to it. */
struct interval duration_before(const struct timex *timex, int32_t day);

/* True for the length, behind "for", of a stay that begins with the deployment: "sent 300 soldiers for six
 * months", not "has had 300 soldiers there for six months", which ends now. */
bool is_stay_ahead(const struct extraction *extraction, const struct draft *draft, const struct timex *timex);
/* True for "had been kidnapped for two weeks" and "held for three days in May": so long it went on, and not
 * until it was told. */
bool is_stay_over(const struct extraction *extraction, const struct draft *draft, size_t length);
/* True for the day of "died within weeks of his capture on 9 May": only what came first was on it. */
bool some_time_before(const struct text *text, const struct draft *draft, const struct timex *timex,
                      const struct timex *length);

#endif
