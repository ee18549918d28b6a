/* The hour of the publication against the hours that the text speaks of. */
#ifndef TIMEX_CLOCK_H
#define TIMEX_CLOCK_H

#include "timex/focus.h"

/* "Two hours ago": the day so long before `day`; when the time of publication is not known, whole days only
 * count. `e` is shifted by a unit below the day. */
int32_t clock_shift(const struct expression *e, int32_t day, const struct focus *focus);

/* True for a time that names no day and on `day`, the publication day, has not come yet: what is told of it
 * as past was a day before ("at 11 p.m." just after midnight; "at midnight"). */
bool clock_is_ahead(const struct expression *e, int32_t day, const struct focus *focus);

#endif
