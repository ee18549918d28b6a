/* The actions that tie expressions together, or change one that an earlier rule made: their arguments are
 * expressions, and each refuses (false) what makes no sense.  The arguments stand in
 * lib/lang/time-actions.def. */
#ifndef TIMEX_TIE_H
#define TIMEX_TIE_H

#include "timex/arguments.h"

/* True for a weekday of which nothing but its name is known. */
bool is_bare_weekday(const struct expression *e);
/* Has the bare weekday `e` seen from another day ("the Friday before Christmas"); false when it is none. */
bool set_seen(const struct match_call *call, struct expression *e);
/* Puts what `e` names into `outer` ("Friday of last week"); false when it is no part of such a unit. */
bool set_inside(struct expression *e, const struct expression *outer);

/* "Since", "until", "before" ...: its first preposition counts. */
bool set_relation(const struct match_call *call);
/* A time of day mentioned beside its day ("8 p.m. on Friday") is of that day, a weekday beside its week
 * ("last week on Monday") in that week, a month in its year. */
bool set_day_of_time(const struct match_call *call);
/* "9 p.m. local time (0200 GMT Tuesday)": zones are less than half a day apart, so that may be of a day
 * beside it. */
bool set_same_time(const struct match_call *call);
/* "In 2019, in June": the year that opens the sentence is that of the month or day behind it. */
bool set_frame(const struct match_call *call);
/* "On May 5 in 2022". */
bool set_year(const struct match_call *call);
/* What no word of its own chooses: "last Friday" stays last Friday. */
bool set_choice(const struct match_call *call);
/* The expressions of a range, or of a list of up to four, share a year or week that only one of them names;
 * the second of a range comes after the first. */
bool tie(const struct match_call *call, bool range);
/* "The first three months of 2024". */
bool set_portion(const struct match_call *call);
/* "A week earlier". */
bool set_offset(const struct match_call *call);
/* The heading or an entry of a chronology.  Only a month or a day of one opens an entry: "Friday: rain" is a
 * forecast or a programme. */
bool set_label(const struct match_call *call, enum label label);
/* The day on which something began or ended, that of a birth, or that of a speech. */
bool set_role(const struct match_call *call);
/* The day on which the text says that it was written. */
bool set_dateline(const struct match_call *call);

#endif
