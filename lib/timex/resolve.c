/* From a typed expression to the point of the calendar that it means, and its value. */
#include "timex/resolve.h"

#include "timex/choose.h"
#include "timex/clock.h"
#include "timex/days.h"
#include "timex/recall.h"
#include "timex/tie.h"

#include <stdio.h>
#include <string.h>

/* From this hour on it is evening. */
#define EVENING 18
#define NOWHERE ((struct point){UNIT_NONE, DAY_NONE})

bool seen_from_speech(const struct expression *e)
{
    bool deictic = e->base == BASE_PUBLISHED && e->shift_unit != UNIT_NONE && e->window == WINDOW_NONE;
    bool told = e->verb_tense == TENSE_PAST && !e->of_speech;

    return deictic ? e->quoted || (told && e->shift <= 0) : told && is_bare_weekday(e);
}

/* Whether `e` is reckoned from the day on which somebody said it.  In indirect speech "yesterday" and "last
 * month" are the writer's, unless nobody can have told them by then as past. */
static bool is_of_speech(const struct expression *e, const struct focus *focus)
{
    int32_t said = focus->sentence.said;

    if (said == DAY_NONE || !seen_from_speech(e)) {
        return false;
    }
    if (e->quoted || e->shift_unit == UNIT_NONE) {
        return true;
    }
    int32_t writers = day_shift(e->shift_unit, focus->published, e->shift);
    return focus->sentence.telling && unit_first(e->shift_unit, writers) > said;
}

static struct point find_base(const struct expression *e, struct resolver *resolver)
{
    const struct focus *focus = resolver->focus;
    struct point point = {UNIT_DAY, focus->published};

    resolver->anchor = ANCHOR_PUBLISHED;
    switch (e->base) {
    case BASE_NONE:
        resolver->anchor = ANCHOR_NONE;
        break;
    case BASE_PUBLISHED:
        if (e->recall == RECALL_SENTENCE && recall_day(e, resolver) != DAY_NONE) {
            point.day = recall_day(e, resolver);
            resolver->anchor = ANCHOR_NARRATIVE;
        } else if (is_of_speech(e, focus)) {
            point.day = focus->sentence.said; /* what was told as past then does not lie behind it */
            resolver->anchor = ANCHOR_NARRATIVE;
        }
        break;
    case BASE_NARRATIVE: {
        enum unit unit = focus_unit(e);
        bool unmet = e->shift <= 0 && e->choice != CHOICE_AFTER && unit == UNIT_DAY &&
                     resolver->tense == TENSE_PAST && focus->latest[unit] > focus->published;
        if (unmet) { /* "the council will meet on Sunday.  The day before, its hall was hit" */
            break;
        }
        if (focus->latest[unit] != DAY_NONE) {
            point.day = focus->latest[unit];
            resolver->anchor = ANCHOR_NARRATIVE;
        } else if (e->unit == UNIT_SEASON && e->season != SEASON_WINTER &&
                   focus->latest[UNIT_YEAR] != DAY_NONE && focus->latest[UNIT_YEAR] < focus->published) {
            point =
                (struct point){UNIT_YEAR, focus->latest[UNIT_YEAR]}; /* "in 2014 ... the following summer" */
            resolver->anchor = ANCHOR_NARRATIVE;
        } else if (unit == UNIT_DAY && e->shift != 0 && focus->latest[UNIT_WEEKEND] != DAY_NONE) {
            /* "over the weekend ... the day before" */
            int32_t weekend = focus->latest[UNIT_WEEKEND];
            point.day = e->shift < 0 ? unit_first(UNIT_WEEKEND, weekend) : unit_last(UNIT_WEEKEND, weekend);
            resolver->anchor = ANCHOR_NARRATIVE;
        }
        break;
    }
    case BASE_EXPRESSION: {
        enum tense tense = resolver->tense;
        if (e->exact && e->shift > 0 && e->hour == CLOCK_NONE && e->other->holiday == HOLIDAY_NONE &&
            !e->other->aside) {
            resolver->tense = TENSE_FUTURE; /* "a week from Friday", not the day after a raid of Friday */
        }
        point = resolve_point(e->other, resolver);
        resolver->tense = tense;
        break;
    }
    }
    if (e->base != BASE_EXPRESSION) { /* else that of the other expression */
        resolver->from = point.day;
    }
    return point;
}

/* "The turn of the year" is the nearest: late in a year the one that comes, unless the clause is past. */
static int64_t next_turn(const struct expression *e, struct point base, enum tense tense)
{
    bool ahead = e->turn && e->shift_unit == UNIT_YEAR && e->shift == 0 && tense != TENSE_PAST;

    return ahead && civil_from_day(base.day).month > 6 ? 1 : 0;
}

/* The day that lies by the shift of `e` behind that of what it refers to.  What is told as past and would lie
 * ahead lies behind an earlier day of that name: "two days after the raid on Thursday he died". */
static int32_t shift_exactly(const struct expression *e, int32_t day, const struct resolver *resolver)
{
    int32_t shifted = day_shift(e->shift_unit, day, e->shift);
    const struct expression *other = e->base == BASE_EXPRESSION && e->other->aside ? e->other : NULL;

    if (other == NULL || resolver->tense != TENSE_PAST || shifted <= resolver->focus->published) {
        return shifted;
    }
    if (is_bare_weekday(other)) {
        return day_shift(UNIT_WEEK, shifted, -1);
    }
    return other->month != 0 && other->year == 0 && other->known_year == 0 ? day_shift(UNIT_YEAR, shifted, -1)
                                                                           : shifted;
}

/* The base of `e` moved by its shift. */
static struct point shift_point(const struct expression *e, struct point point,
                                const struct resolver *resolver)
{
    if (e->shift_unit < UNIT_DAY) {
        point.day = clock_shift(e, point.day, resolver->focus);
        return point;
    }
    if (e->exact) {
        if (e->base == BASE_EXPRESSION && e->shift > 0) { /* "the day after Passover" */
            point.day += holiday_length(e->other->holiday) - 1;
        }
        point.day = shift_exactly(e, point.day, resolver);
        return point;
    }
    point.unit = e->shift_unit;
    if (e->window != WINDOW_NONE && e->base == BASE_EXPRESSION) {
        return point; /* the day bounds its days */
    }
    if (e->window == WINDOW_PAST && e->shift_unit == UNIT_WEEK) {
        /* "the past week": its value is the week that most of the seven days lie in */
        point.day = unit_first(UNIT_WEEK, day_shift(UNIT_DAY, point.day, -3));
        return point;
    }
    bool weekend = e->shift_unit == UNIT_WEEKEND;
    int32_t seen_from = e->base == BASE_PUBLISHED ? point.day : resolver->focus->published;
    /* midweek "the following weekend" is the one of that week */
    bool midweek =
        weekend && resolver->anchor == ANCHOR_NARRATIVE && point.day < unit_first(UNIT_WEEKEND, point.day);
    if (weekend && e->base == BASE_EXPRESSION) {
        point.day = day_shift(UNIT_DAY, point.day, -2); /* that of a Monday or Tuesday is before it */
    }
    int64_t shift = e->shift + next_turn(e, point, resolver->tense) - (midweek && e->shift > 0 ? 1 : 0);
    point.day = unit_shift(e->shift_unit, point.day, shift);
    if (weekend && e->shift == 0 && resolver->tense == TENSE_PAST && point.day > seen_from) {
        point.day = unit_shift(UNIT_WEEKEND, point.day, -1); /* "killed this weekend" */
    }
    return point;
}

struct point resolve_point(const struct expression *e, struct resolver *resolver)
{
    if (e->dateless) {
        return NOWHERE;
    }
    if (e->recall == RECALL_LATEST || e->recall == RECALL_YEAR_AGO) {
        return recall(e, resolver);
    }
    if (e->counted != 0) {
        return recall_counted(e, resolver);
    }
    struct point point = find_base(e, resolver);
    if (point.day == DAY_NONE && e->base != BASE_NONE) {
        return NOWHERE;
    }
    if (e->shift_unit != UNIT_NONE) {
        point = shift_point(e, point, resolver);
    }
    if (e->unit != UNIT_NONE) {
        if ((e->unit == UNIT_DECADE && e->decade == 0) || e->unit == UNIT_CENTURY ||
            (e->unit == UNIT_YEAR && e->year != 0)) {
            resolver->anchor = ANCHOR_NONE;
            bool sensible = e->year >= 1 && e->year <= 9999;
            point = (struct point){e->unit, sensible ? civil_to_day(e->year, 1, 1) : DAY_NONE};
        } else {
            point = choose(e, point, resolver);
        }
    }
    if (resolver->tense == TENSE_PAST && clock_is_ahead(e, point.day, resolver->focus)) {
        point.day = day_shift(UNIT_DAY, point.day, -1);
    }
    return point;
}

static void move_focus(struct focus *focus, const struct expression *e, struct point point,
                       struct interval date)
{
    bool bound = e->relation != RELATION_DURING && e->relation != RELATION_FROM && e->relation != RELATION_TO;

    if (e->aside && focus->sentence.day != DAY_NONE) {
        return; /* "two days after the attack of 3 May": the story is two days behind it */
    }
    if ((e->of_speech || bound) && focus->sentence.day != DAY_NONE) {
        if (point.unit == UNIT_DAY && !e->of_speech) {
            focus->sentence.day = point.day;
        }
        return; /* "he fell on Nov. 25, his father said on Dec. 3": the story goes on where he fell */
    }
    if (point.unit == UNIT_DAY) {
        bool late = e->part == PART_EVENING || e->part == PART_NIGHT || e->part == PART_OVERNIGHT ||
                    e->hour >= EVENING || (e->mod == MOD_END && e->third_end > 0);
        /* "at 11 p.m. on Tuesday": the day behind a time of it does not take it back */
        bool known = e->part == PART_NONE && e->hour == CLOCK_NONE && focus->sentence.day == point.day;
        focus->sentence.since = e->relation == RELATION_SINCE;
        focus->sentence.late = late || (known && focus->sentence.late);
    }
    if (e->base == BASE_NARRATIVE && e->shift < 0) {
        if (point.unit == UNIT_DAY) {
            focus->sentence.day = point.day;
        }
        return; /* a look back: behind this sentence the story goes on where it was */
    }
    if (e->slice_unit == UNIT_WEEK && interval_known(date)) { /* "the last week of May": "that week" is it */
        point = (struct point){UNIT_WEEK, date.first + (date.last - date.first) / 2};
    }
    if (e->recall == RECALL_YEAR_AGO) {
        return; /* what is compared with a year ago goes on: "a year ago ... the year-earlier period" */
    }
    if (point.unit == UNIT_YEAR && e->shift_unit == UNIT_YEAR && e->shift == -1) {
        focus->sentence.year = civil_from_day(point.day).year;
    } else if (point.unit == UNIT_DAY && e->month != 0 && e->choice == CHOICE_BEFORE) {
        focus->paragraph.year = civil_from_day(point.day).year; /* "the nine months ended Dec. 31" */
    }
    int32_t start = focus_count_start(focus);
    focus_move(focus, point);
    if (point.unit == UNIT_DAY) {
        focus->ended = e->ends;
        focus->began = e->begins ? point.day : focus->began;
    }
    if (e->counted != 0) {
        focus->count_start = start;
    }
    if (point.unit == UNIT_QUARTER) {
        if (e->tense != TENSE_FUTURE) {
            focus->quarter = point.day;
        }
        focus->sentence.quarter = point.day;
        focus->period = UNIT_QUARTER;
    } else if (point.unit == UNIT_YEAR && e->base != BASE_NONE) {
        focus->period = UNIT_YEAR;
    }
}

/* The year over that the words of `e` tell, itself or with its season or quarter; 0: none. */
static int32_t year_told(const struct expression *e, struct point point, const struct resolver *resolver)
{
    int32_t year = civil_from_day(point.day).year;
    bool known = resolver->anchor == ANCHOR_NONE && point.unit >= UNIT_SEASON && point.unit <= UNIT_YEAR;

    return known && !e->attributive && year < civil_from_day(resolver->focus->published).year ? year : 0;
}

/* Remembers the year that the words tell, for those dates behind it that leave theirs out.  What is reckoned
 * from the publication day ends that: the text has come back to the news. */
static void keep_told(struct focus *focus, const struct expression *e, struct point point,
                      const struct resolver *resolver)
{
    bool of_year = e->month != 0 && (point.unit == UNIT_DAY || point.unit == UNIT_MONTH);
    int32_t year = year_told(e, point, resolver);

    if (resolver->anchor == ANCHOR_PUBLISHED && point.unit <= UNIT_MONTH) {
        focus->paragraph.told = DAY_NONE;
        return;
    }
    if (e->aside || e->relation == RELATION_SINCE || e->relation == RELATION_UNTIL ||
        resolver->tense == TENSE_FUTURE) {
        return;
    }
    if (of_year) {
        if (point.day <= focus->published && (e->year > 0 || year_is_left_out(e))) {
            focus->paragraph.told = point.day;
            focus->paragraph.how = e->opens ? TOLD_DAY : TOLD_INSIDE;
        }
        return;
    }
    if (year == 0 || e->relation != RELATION_DURING || e->partner != NULL) {
        return; /* "by 2022", "from 2014 to 2022" */
    }
    if (e->opens) {
        focus->paragraph.told = point.day;
        focus->paragraph.how = TOLD_FRAME;
        focus->sentence.frame = year;
    } else if (e->closes && resolver->tense == TENSE_PAST &&
               (focus->paragraph.told == DAY_NONE || focus->paragraph.how == TOLD_PASSING)) {
        focus->paragraph.told = point.day;
        focus->paragraph.how = TOLD_PASSING;
    } else if (point.unit < UNIT_YEAR && focus->paragraph.told == DAY_NONE && resolver->tense == TENSE_PAST) {
        focus->paragraph.told = point.day; /* "left in the summer of 2003 after a raid on 4 July" */
        focus->paragraph.how = TOLD_DOUBT;
    }
}

/* True for "the following day" that would lie ahead of the publication day although it is told as past, or
 * although nothing tells what day it follows. */
static bool runs_ahead(const struct expression *e, const struct resolver *resolver, struct interval date)
{
    int32_t published = resolver->focus->published;

    bool later =
        e->shift > 0 || (e->weekday != 0 && (e->choice == CHOICE_AFTER || e->choice == CHOICE_INSIDE));
    enum unit unit = e->shift_unit == UNIT_NONE ? UNIT_DAY : e->shift_unit;

    if (e->base != BASE_NARRATIVE || !later || resolver->tense == TENSE_FUTURE || !interval_known(date) ||
        date.first <= published) {
        return false;
    }
    return resolver->anchor == ANCHOR_PUBLISHED ||
           (resolver->tense == TENSE_PAST && resolver->focus->latest[unit] <= published);
}

void expression_settle(struct expression *expression, const struct focus *focus)
{
    struct expression *e = expression;
    bool part = e->third_end > 0 || e->slice != 0;

    if (part && e->kind == KIND_POINT && e->tense == TENSE_PAST && month_is_open(e) &&
        e->relation != RELATION_UNTIL && e->relation != RELATION_BY) {
        struct resolver resolver = {.focus = focus, .tense = e->tense};
        struct interval date = days_of_point(e, resolve_point(e, &resolver), focus);
        if (interval_known(date) && date.first > focus->published) {
            e->choice = CHOICE_BEFORE;
        }
    }
}

static bool finish_point(const struct expression *e, struct focus *focus, struct resolution *timex,
                         struct resolution *other)
{
    struct resolver resolver = {.focus = focus, .tense = e->tense};

    timex->type = e->part != PART_NONE || e->hour != CLOCK_NONE ? TIMEX_TIME : TIMEX_DATE;
    if (e->year < 0 && e->base == BASE_NONE) {
        value_before_christ(e, timex->value);
        return true;
    }
    if (e->dateless) {
        value_of_unknown_day(e, timex->value);
        return true;
    }
    struct point point = resolve_point(e, &resolver);
    if (e->counted != 0 &&
        (point.day == DAY_NONE || (point.day > focus->published && e->tense != TENSE_FUTURE))) {
        value_of_unknown_day(e, timex->value);
        return true;
    }
    if (point.day == DAY_NONE) {
        return false;
    }
    value_of_point(point, e, timex->value);
    timex->anchor = resolver.anchor;
    focus->anchor_day = resolver.from;
    if (e->placed) {
        timex->anchor = ANCHOR_NARRATIVE;
        focus->anchor_day = e->placed_from;
    }
    timex->date = days_of_point(e, point, focus);
    if (e->slice_unit == UNIT_DAY && e->slice_count == 1 && interval_known(timex->date)) {
        if (timex->date.first > focus->published && e->tense == TENSE_PAST) {
            return false; /* "on the last day of the month" of another one */
        }
        point = (struct point){UNIT_DAY, timex->date.first}; /* "the last day of February" is a day */
        value_of_point(point, e, timex->value);
        timex->mod = MOD_NONE;
    }
    if (runs_ahead(e, &resolver, timex->date)) {
        timex->date = INTERVAL_UNKNOWN;
        if (point.unit == UNIT_DAY && e->part == PART_NONE) {
            value_of_unknown_day(e, timex->value);
        }
        return true;
    }
    reading_other(e, &resolver, point, other);
    if (other->value[0] == '\0' || resolver.anchor == ANCHOR_NARRATIVE || focus->paragraph.told == DAY_NONE) {
        keep_told(focus, e, point, &resolver);
    } else if (year_is_left_out(e)) {
        focus->paragraph.how = TOLD_DOUBT; /* the text may still be at that year */
    }
    move_focus(focus, e, point, timex->date);
    if ((e->begins_speech || e->of_speech) && point.unit == UNIT_DAY && point.day < focus->published) {
        focus->sentence.spoken = point.day;
        focus->sentence.said = e->begins_speech ? point.day : focus->sentence.said;
        focus->sentence.telling = e->begins_speech && !focus->sentence.relative;
    }
    return true;
}

/* The days that lie so long before or after `from`, a reading of what `e` is reckoned from, which covers
 * `days`. */
static struct interval offset_from(const struct expression *e, struct point from, struct interval days,
                                   const struct focus *focus, struct point *point)
{
    struct interval date = days_of_offset(e, from, focus, point);

    if (interval_known(date) && point->unit == UNIT_DAY && from.unit == UNIT_DAY && interval_known(days)) {
        date.first = day_shift(UNIT_DAY, date.first, (int64_t)days.first - from.day);
        date.last = day_shift(UNIT_DAY, date.last, (int64_t)days.last - from.day);
        date.approximate |= days.approximate; /* "a day after Eid", which may be any of three */
    }
    return date.first == DAY_NONE || date.last == DAY_NONE ? INTERVAL_UNKNOWN : date;
}

/* Resolves "two days later", "two days before the 10 March truce"; the story goes on there, but for a look
 * back. */
static void finish_offset(const struct expression *e, struct focus *focus, struct resolution *timex,
                          struct resolution *other)
{
    struct resolver resolver = {.focus = focus, .tense = e->tense, .anchor = ANCHOR_NARRATIVE};
    enum unit counted = e->amount_unit == UNIT_WEEK ? UNIT_DAY : e->amount_unit;
    struct point from = {counted, focus->latest[counted]};
    struct interval days = INTERVAL_UNKNOWN;
    struct point point;

    focus->anchor_day = from.day;
    if (e->other != NULL) {
        struct resolution second = {.value = ""};
        from = resolve_point(e->other, &resolver);
        days = from.day == DAY_NONE ? INTERVAL_UNKNOWN : days_of_point(e->other, from, focus);
        focus->anchor_day = resolver.from;
        reading_other(e->other, &resolver, from, &second);
        if (second.value[0] != '\0' && second.date.first != DAY_NONE) {
            (void)snprintf(other->value, sizeof other->value, "%s", timex->value);
            other->date =
                offset_from(e, (struct point){from.unit, second.date.first}, second.date, focus, &point);
        }
    }
    timex->date = offset_from(e, from, days, focus, &point);
    timex->anchor = interval_known(timex->date) ? resolver.anchor : ANCHOR_NONE;
    if (other->value[0] != '\0' && (!interval_known(other->date) || !interval_known(timex->date))) {
        other->value[0] = '\0';
    }
    if (interval_known(timex->date) && e->offset > 0) {
        focus_move(focus, point);
    }
}

static void finish_length(const struct expression *e, struct focus *focus, struct resolution *timex,
                          struct resolution *other)
{
    timex->type = TIMEX_DURATION;
    value_of_length(e, timex->value);
    if (e->offset != 0) {
        finish_offset(e, focus, timex, other);
    } else if (e->other != NULL) {
        struct resolver resolver = {.focus = focus, .tense = e->tense};
        struct point whole = resolve_point(e->other, &resolver);
        timex->date = whole.day == DAY_NONE ? INTERVAL_UNKNOWN
                                            : days_of_portion(e, days_of_point(e->other, whole, focus));
        timex->anchor = resolver.anchor;
    } else {
        timex->date = days_of_length(e, focus);
        timex->anchor = e->window != WINDOW_NONE ? ANCHOR_PUBLISHED : ANCHOR_NONE;
    }
    if (e->amount_unit == UNIT_MONTH || e->amount_unit == UNIT_YEAR) {
        focus->period = UNIT_YEAR;
    }
}

bool expression_resolve(const struct expression *expression, struct focus *focus, struct resolution *timex,
                        struct resolution *other)
{
    static const char references[][12] = {[REFERENCE_PAST] = "PAST_REF",
                                          [REFERENCE_PRESENT] = "PRESENT_REF",
                                          [REFERENCE_FUTURE] = "FUTURE_REF"};

    timex->mod = expression->mod;
    timex->relation = expression->relation;
    bool of_article = focus->published == focus->article.published;
    timex->up_to_now = expression->window == WINDOW_PAST && expression->base != BASE_EXPRESSION && of_article;
    timex->date = INTERVAL_UNKNOWN;
    timex->anchor = ANCHOR_NONE;
    focus->anchor_day = focus->published;
    other->value[0] = '\0';
    switch (expression->kind) {
    case KIND_POINT:
        return finish_point(expression, focus, timex, other);
    case KIND_LENGTH:
        finish_length(expression, focus, timex, other);
        return true;
    case KIND_REPEAT:
        timex->type = TIMEX_SET;
        value_of_repeat(expression, timex->value);
        return true;
    case KIND_REFERENCE:
        timex->type = TIMEX_DATE;
        memcpy(timex->value, references[expression->reference], sizeof references[expression->reference]);
        timex->anchor = ANCHOR_PUBLISHED;
        return true;
    }
    return false;
}
