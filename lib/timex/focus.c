/* What has been spoken of, which later expressions are seen from. */
#include "timex/expression.h"

/* For so many sentences what is told goes on at the day named before them. */
#define STORY_REACH 2

void focus_init(struct focus *focus, const struct instant *published)
{
    focus->published = published->day;
    focus->second = published->second;
    focus->quarter = DAY_NONE;
    focus->sentence_day = DAY_NONE;
    focus->first_day = DAY_NONE;
    focus->story_day = DAY_NONE;
    focus->story_age = 0;
    focus->sentence_quarter = DAY_NONE;
    focus->period = UNIT_NONE;
    for (int unit = 0; unit <= UNIT_MILLENNIUM; unit++) {
        focus->latest[unit] = DAY_NONE;
    }
}

void focus_next_sentence(struct focus *focus)
{
    if (focus->first_day != DAY_NONE) {
        focus->story_day = focus->first_day;
        focus->story_age = 0;
    } else if (++focus->story_age >= STORY_REACH) {
        focus->story_day = DAY_NONE;
    }
    focus->sentence_day = DAY_NONE;
    focus->first_day = DAY_NONE;
    focus->sentence_quarter = DAY_NONE;
}

int32_t focus_story_day(const struct focus *focus, enum tense tense)
{
    bool yesterday = focus->story_day == focus->published - 1 && tense != TENSE_FUTURE;
    bool tomorrow = focus->story_day == focus->published + 1 && tense != TENSE_PAST;

    return focus->story_day != DAY_NONE && (yesterday || tomorrow) ? focus->story_day : focus->published;
}

void focus_move(struct focus *focus, struct point point)
{
    for (int unit = point.unit; unit <= UNIT_MILLENNIUM; unit++) {
        focus->latest[unit] = point.day;
    }
    if (point.unit == UNIT_DAY) {
        focus->sentence_day = point.day;
        focus->first_day = focus->first_day == DAY_NONE ? point.day : focus->first_day;
    }
}
