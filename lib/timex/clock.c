#include "timex/clock.h"

#define HOUR_SECONDS 3600
#define DAY_SECONDS 86400

int32_t clock_shift(const struct expression *e, int32_t day, const struct focus *focus)
{
    int64_t length = e->shift_unit == UNIT_HOUR ? HOUR_SECONDS : e->shift_unit == UNIT_MINUTE ? 60 : 1;
    bool known = e->base == BASE_PUBLISHED && focus->second >= 0;
    int64_t seconds = e->shift * length + (known ? focus->second : 0);
    int64_t days = seconds / DAY_SECONDS;

    if (known && seconds % DAY_SECONDS < 0) {
        days--;
    }
    return day_shift(UNIT_DAY, day, days);
}

/* The hour at which a part of the day begins. */
static int32_t first_hour(enum day_part part)
{
    switch (part) {
    case PART_MIDDAY:
        return 11;
    case PART_AFTERNOON:
        return 12;
    case PART_EVENING:
        return 17;
    case PART_NIGHT:
        return 18;
    default:
        return 0;
    }
}

bool clock_is_ahead(const struct expression *e, int32_t day, const struct focus *focus)
{
    bool of_the_day = e->base == BASE_PUBLISHED && e->unit == UNIT_NONE &&
                      (e->shift_unit == UNIT_NONE || (e->shift_unit == UNIT_DAY && e->shift == 0));
    int32_t second = e->hour != CLOCK_NONE ? e->hour * HOUR_SECONDS + (e->minute > 0 ? e->minute * 60 : 0)
                                           : first_hour(e->part) * HOUR_SECONDS;
    int32_t now = focus->second >= 0 ? focus->second : DAY_SECONDS - 1;

    return of_the_day && day == focus->published && second > now;
}
