/* What a text has spoken of so far. */
#include "timex/focus.h"

/* So many days back a log goes; an older day over a part of a feature says nothing of the parts behind it. */
#define LOG_DAYS 366
#define NOTHING_SAID                                                                                         \
    ((struct sentence_focus){.day = DAY_NONE, .quarter = DAY_NONE, .said = DAY_NONE, .spoken = DAY_NONE})

void focus_init(struct focus *focus, const struct instant *published)
{
    focus->published = published->day;
    focus->second = published->second;
    focus->article.published = published->day;
    focus->article.second = published->second;
    focus->quarter = DAY_NONE;
    focus->sentence = NOTHING_SAID;
    focus->paragraph.day = DAY_NONE;
    focus->paragraph.entry = DAY_NONE;
    focus->paragraph.told = DAY_NONE;
    focus->paragraph.spoken = DAY_NONE;
    focus->story.day = DAY_NONE;
    focus->heading = DAY_NONE;
    focus->began = DAY_NONE;
    focus->count_start = DAY_NONE;
    focus->period = UNIT_NONE;
    for (int unit = 0; unit <= UNIT_MILLENNIUM; unit++) {
        focus->latest[unit] = DAY_NONE;
    }
}

void focus_enter(struct focus *focus, int32_t day)
{
    bool over = day != DAY_NONE && day < focus->article.published;

    focus->paragraph.entry = day;
    focus->published = over ? day : focus->article.published;
    focus->second = over ? -1 : focus->article.second;
}

void focus_head(struct focus *focus, int32_t day)
{
    bool recent =
        day != DAY_NONE && day < focus->article.published && focus->article.published - day <= LOG_DAYS;

    focus->heading = recent ? day : DAY_NONE;
}

void focus_begin_sentence(struct focus *focus, bool paragraph)
{
    if (focus->sentence.day != DAY_NONE && focus->sentence.day == focus->latest[UNIT_DAY] &&
        !focus->sentence.since) {
        focus->paragraph.day = focus->sentence.day;
        focus->paragraph.late = focus->sentence.late;
    }
    focus->paragraph.spoken = paragraph ? DAY_NONE : focus->sentence.spoken;
    focus->sentence = NOTHING_SAID;
    if (paragraph) {
        if (focus->paragraph.day != DAY_NONE) {
            focus->story.several |= focus->story.day != DAY_NONE && focus->story.day != focus->paragraph.day;
            focus->story.day = focus->paragraph.day;
            focus->story.late = focus->paragraph.late;
        }
        focus->paragraph.day = DAY_NONE;
        focus->paragraph.year = 0;
        focus->paragraph.told = DAY_NONE;
        focus->began = DAY_NONE;
        focus_enter(focus, focus->heading);
    }
}

void focus_move(struct focus *focus, struct point point)
{
    if (point.unit == UNIT_DAY && focus->latest[UNIT_DAY] != DAY_NONE &&
        focus->latest[UNIT_DAY] != point.day) {
        focus->story.several = true;
    }
    for (int unit = point.unit; unit <= UNIT_MILLENNIUM; unit++) {
        focus->latest[unit] = point.day;
    }
    if (point.unit == UNIT_DAY) {
        focus->sentence.day = point.day;
        focus->count_start = DAY_NONE;
        focus->ended = false;
    }
}

void focus_take_dateline(struct focus *focus, int32_t day)
{
    if (day >= focus->article.published - 2 && day <= focus->article.published + 1 &&
        day != focus->article.published) {
        focus->article.published = day;
        focus->article.second = -1;
        focus_enter(focus, focus->paragraph.entry);
    }
}

enum unit focus_unit(const struct expression *e)
{
    if (e->shift_unit != UNIT_NONE && !e->exact) {
        return e->shift_unit;
    }
    if (e->choice == CHOICE_THIS && (e->unit == UNIT_SEASON || e->unit == UNIT_MONTH)) {
        return UNIT_YEAR; /* "that summer" */
    }
    if (e->unit == UNIT_SEASON) {
        return UNIT_SEASON;
    }
    return e->unit == UNIT_DAY && e->weekday == 0 ? UNIT_MONTH : UNIT_DAY; /* "on the 16th" */
}

int32_t focus_count_start(const struct focus *focus)
{
    return focus->began != DAY_NONE         ? focus->began
           : focus->count_start != DAY_NONE ? focus->count_start
           : focus->ended                   ? DAY_NONE
                                            : focus->latest[UNIT_DAY];
}
