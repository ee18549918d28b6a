/* What is reckoned from what has been spoken of. */
#include "timex/recall.h"

/* The hours before are night when the words do not say whether they are before noon. */
#define DAYBREAK 6
/* So many days old a day of another paragraph may be to be that of the story. */
#define STORY 7

/* The quarter that "the quarter" of a report means: the latest named of the publication year, else the last
 * one over. */
static int32_t recall_quarter(const struct focus *focus)
{
    int32_t year = civil_from_day(focus->published).year;

    if (focus->quarter != DAY_NONE && civil_from_day(focus->quarter).year == year) {
        return focus->quarter;
    }
    return unit_shift(UNIT_QUARTER, focus->published, -1);
}

struct point recall(const struct expression *e, struct resolver *resolver)
{
    const struct focus *focus = resolver->focus;
    enum unit unit = e->unit;

    resolver->anchor = ANCHOR_NARRATIVE;
    resolver->from = unit == UNIT_QUARTER ? recall_quarter(focus) : focus->published;
    if (e->recall == RECALL_YEAR_AGO) {
        if (unit == UNIT_NONE) {
            unit = focus->period == UNIT_QUARTER ? UNIT_QUARTER : UNIT_YEAR;
        }
        if (unit == UNIT_QUARTER) {
            /* of the sentence a forecast too: "it expects more in the third quarter than a year earlier" */
            int32_t quarter =
                focus->sentence.quarter != DAY_NONE ? focus->sentence.quarter : recall_quarter(focus);
            return (struct point){unit, unit_shift(unit, quarter, -4)};
        }
        int32_t told = focus->sentence.year != 0 ? focus->sentence.year : focus->paragraph.year;
        int32_t from = told != 0 ? civil_to_day(told, 1, 1) : focus->published;
        return (struct point){unit, unit_shift(unit, unit_shift(UNIT_YEAR, from, -1), 0)};
    }
    if (unit == UNIT_WEEKEND) { /* the latest that has begun, the next where the future is spoken of */
        bool next = civil_weekday(focus->published) >= 6 || resolver->tense == TENSE_FUTURE;
        resolver->anchor = ANCHOR_PUBLISHED;
        return (struct point){unit, unit_shift(unit, focus->published, next ? 0 : -1)};
    }
    if (unit == UNIT_QUARTER) {
        int32_t quarter = recall_quarter(focus);
        if (e->year != 0) {
            quarter = unit_shift(unit, quarter, ((int64_t)e->year - civil_from_day(quarter).year) * 4);
        }
        return (struct point){unit, quarter};
    }
    if (unit == UNIT_WEEK) {
        bool ending = civil_weekday(focus->published) >= 5;
        return (struct point){unit, unit_shift(unit, focus->published, ending ? 0 : -1)};
    }
    /* "The full year" is the one over in its reports, which appear early in the next. */
    bool early = civil_from_day(focus->published).month <= 3 && resolver->tense != TENSE_FUTURE;
    return (struct point){unit, unit_shift(unit, focus->published, early ? -1 : 0)};
}

/* The day, or the next one for an hour of the night behind an evening: "at 11 p.m. ... at 1 a.m." */
static int32_t day_of_hour(const struct expression *e, int32_t day, bool late, int32_t morning)
{
    return day_shift(UNIT_DAY, day, late && e->hour != CLOCK_NONE && e->hour < morning ? 1 : 0);
}

int32_t recall_day(const struct expression *e, const struct resolver *resolver)
{
    const struct focus *focus = resolver->focus;

    /* "The mayor, who took over on Monday, will speak at noon" */
    bool passed = resolver->tense == TENSE_FUTURE && focus->sentence.day < focus->published;
    if (focus->sentence.day != DAY_NONE && !passed) {
        return day_of_hour(e, focus->sentence.day, focus->sentence.late, e->half_told ? NOON : DAYBREAK);
    }
    bool past = resolver->tense == TENSE_PAST && focus->paragraph.day <= focus->published;
    bool yesterday = resolver->tense == TENSE_UNKNOWN && focus->paragraph.day == focus->published - 1;
    bool tomorrow = resolver->tense != TENSE_PAST && focus->paragraph.day == focus->published + 1;
    if (focus->paragraph.day != DAY_NONE && (past || yesterday || tomorrow)) {
        return day_of_hour(e, focus->paragraph.day, focus->paragraph.late, DAYBREAK);
    }
    if (focus->paragraph.entry != DAY_NONE) {
        return focus->paragraph.entry;
    }
    if (focus->paragraph.day == DAY_NONE && focus->story.day != DAY_NONE && !focus->story.several &&
        resolver->tense == TENSE_PAST && focus->story.day <= focus->published &&
        focus->published - focus->story.day <= STORY) {
        return day_of_hour(e, focus->story.day, focus->story.late, DAYBREAK);
    }
    return DAY_NONE;
}

struct point recall_counted(const struct expression *e, struct resolver *resolver)
{
    /* "the first day" is that of a beginning only */
    int32_t start = e->counted == 1 ? resolver->focus->began : focus_count_start(resolver->focus);

    resolver->anchor = ANCHOR_NARRATIVE;
    resolver->from = start;
    return (struct point){UNIT_DAY, day_shift(UNIT_DAY, start, (int64_t)e->counted - 1)};
}
