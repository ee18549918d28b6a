/* What has been spoken of, which later expressions are seen from. */
#include "timex/expression.h"

void focus_init(struct focus *focus, const struct instant *published)
{
    focus->published = published->day;
    focus->second = published->second;
    focus->quarter = DAY_NONE;
    focus->sentence_day = DAY_NONE;
    focus->count_start = DAY_NONE;
    focus->period = UNIT_NONE;
    for (int unit = 0; unit <= UNIT_MILLENNIUM; unit++) {
        focus->latest[unit] = DAY_NONE;
    }
}

void focus_move(struct focus *focus, struct point point)
{
    for (int unit = point.unit; unit <= UNIT_MILLENNIUM; unit++) {
        focus->latest[unit] = point.day;
    }
    if (point.unit == UNIT_DAY) {
        focus->sentence_day = point.day;
        focus->count_start = DAY_NONE;
    }
}

enum unit focus_unit(const struct expression *e)
{
    if (e->shift_unit != UNIT_NONE && !e->exact) {
        return e->shift_unit;
    }
    if (e->unit == UNIT_SEASON) {
        return e->choice == CHOICE_THIS ? UNIT_YEAR : UNIT_SEASON; /* "that summer" */
    }
    return e->unit == UNIT_DAY && e->weekday == 0 ? UNIT_MONTH : UNIT_DAY; /* "on the 16th" */
}

int32_t focus_count_start(const struct focus *focus)
{
    return focus->count_start != DAY_NONE ? focus->count_start : focus->latest[UNIT_DAY];
}
