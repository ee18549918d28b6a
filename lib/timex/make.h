/* The actions that make an expression of what the words give.  Their arguments stand in
 * lib/lang/time-actions.def; each fills `e`, an empty point, and refuses (false) what makes no sense, such as
 * 31 February. */
#ifndef TIMEX_MAKE_H
#define TIMEX_MAKE_H

#include "timex/arguments.h"

bool make_day(const struct match_call *call, struct expression *e);
/* True for 31 February, and for 29 February of a common year. */
bool day_is_impossible(const struct match_call *call);
bool make_known_day(const struct match_call *call, struct expression *e);
bool make_event_day(const struct match_call *call, struct expression *e);
bool make_numeric(const struct match_call *call, struct expression *e);
bool make_iso_week(const struct match_call *call, struct expression *e);
bool make_compact(const struct match_call *call, struct expression *e);
/* The date-time group of military messages (ACP 121): "181530ZMAR25". */
bool make_date_time_group(const struct match_call *call, struct expression *e);
bool make_month(const struct match_call *call, struct expression *e);
bool make_year(const struct match_call *call, struct expression *e);
/* One of the years of "1998-99". */
bool make_joined_year(const struct match_call *call, struct expression *e);
bool make_decade(const struct match_call *call, struct expression *e);
bool make_century(const struct match_call *call, struct expression *e);
bool make_named(const struct match_call *call, struct expression *e);
bool make_day_of_month(const struct match_call *call, struct expression *e);
/* "The first Monday of May". */
bool make_nth(const struct match_call *call, struct expression *e);
/* "The second day". */
bool make_counted(const struct match_call *call, struct expression *e);
bool make_day_beside(const struct match_call *call, struct expression *e);
bool make_holiday(const struct match_call *call, struct expression *e);
bool make_span(const struct match_call *call, struct expression *e);
bool make_shift(const struct match_call *call, bool exact, struct expression *e);
bool make_beyond(const struct match_call *call, struct expression *e);
bool make_clock(const struct match_call *call, struct expression *e);
bool make_repeat(const struct match_call *call, struct expression *e);

#endif
