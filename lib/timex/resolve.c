/* From a typed expression to the point of the calendar that it means, and its value. */
#include "timex/resolve.h"

#include "timex/clock.h"
#include "timex/days.h"
#include "timex/survey.h"

#include <stdio.h>

/* Half a year ahead and half a year back are as near, whatever the lengths of the months. */
#define AS_NEAR 3
/* So many days off a weekday may tell the year of a date. */
#define WEEKDAY_NEAR 250
/* The hours before are night when the words do not say whether they are before noon. */
#define DAYBREAK 6
#define NOON 12
#define HALF_A_YEAR 183

#define NOWHERE ((struct point){UNIT_NONE, DAY_NONE})

static int32_t clamp_year(int32_t year)
{
    return year < 1 || year > 9999 ? 0 : year;
}

/* The first day of what `e` names, in `year`; DAY_NONE when that year has no such day. */
int32_t named_in_year(const struct expression *e, int32_t year)
{
    if (clamp_year(year) == 0) {
        return DAY_NONE;
    }
    if (e->holiday != HOLIDAY_NONE) {
        return holiday_day(e->holiday, year);
    }
    switch (e->unit) {
    case UNIT_DAY:
    case UNIT_WEEK:
        return civil_valid(year, e->month, e->day) ? civil_to_day(year, e->month, e->day) : DAY_NONE;
    case UNIT_MONTH:
        return civil_to_day(year, e->month, 1);
    case UNIT_SEASON:
        return season_first(year, e->season);
    case UNIT_QUARTER:
        return quarter_first(year, e->quarter);
    case UNIT_HALF:
        return half_first(year, e->half);
    case UNIT_DECADE:
        return civil_to_day(year - year % 100 + (e->decade - 1) * 10, 1, 1);
    default:
        return civil_to_day(year, 1, 1);
    }
}

static int64_t distance(int32_t a, int32_t b)
{
    return a > b ? (int64_t)a - b : (int64_t)b - a;
}

/* True when `e` names the month that follows the base: where no verb tells, that lies nearer than eleven
 * months back. */
static bool next_month(const struct expression *e, struct point base)
{
    return e->unit == UNIT_MONTH && e->month == civil_from_day(base.day).month % 12 + 1;
}

/* True for a bound such as "until Jan. 3" that comes soon: what began in the past ends there or precedes it,
 * and one almost a year back would bear its year. */
static bool bound_is_soon(const struct expression *e, struct point base)
{
    return (e->relation == RELATION_UNTIL || e->relation == RELATION_BY || e->relation == RELATION_BEFORE) &&
           (next_month(e, base) ||
            (e->unit == UNIT_DAY && (e->month + 12 - civil_from_day(base.day).month) % 12 <= 1));
}

/* The day of a month that falls on the weekday named beside it ("Monday 22 September"), in the year of the
 * base or the one before or behind it; DAY_NONE when it does in none of them, or only so far off that a slip
 * of the writer is likelier. */
static int32_t year_of_weekday(const struct expression *e, struct point base)
{
    int32_t base_year = civil_from_day(base.day).year;

    for (int32_t year = base_year - 1; year <= base_year + 1; year++) {
        int32_t day = named_in_year(e, year);
        if (day != DAY_NONE && civil_weekday(day) == e->named_weekday &&
            distance(day, base.day) < WEEKDAY_NEAR) {
            return day; /* of three years in a row no two agree */
        }
    }
    return DAY_NONE;
}

/* The one of the years around the base that `e` does not name; returns its first day. */
static int32_t choose_year(const struct expression *e, struct point base, enum tense tense)
{
    int32_t base_year = civil_from_day(base.day).year;
    int32_t base_last = unit_last(base.unit, base.day);
    enum choice choice = e->choice;
    int32_t best = DAY_NONE;

    if (base_last == DAY_NONE) {
        base_last = base.day;
    }
    if (choice == CHOICE_INSIDE || choice == CHOICE_THIS) {
        int32_t year = base_year;
        if (e->unit == UNIT_SEASON && e->season == SEASON_WINTER && base.unit < UNIT_YEAR &&
            civil_from_day(base.day).month <= 4) {
            year--; /* the winter that goes on, or has just ended, began in December */
        }
        int32_t day = named_in_year(e, year);
        bool told = choice == CHOICE_THIS && tense == TENSE_PAST && e->unit <= UNIT_SEASON &&
                    e->base == BASE_PUBLISHED;
        return told && day > base_last ? named_in_year(e, year - 1) : day;
    }
    if (e->relation == RELATION_SINCE && !e->onward) {
        tense = TENSE_PAST; /* whatever is said to last since then */
    }
    if (tense == TENSE_PAST && bound_is_soon(e, base)) {
        tense = TENSE_UNKNOWN;
    }
    if (choice == CHOICE_TENSE) {
        choice = tense == TENSE_FUTURE                           ? CHOICE_COMING
                 : tense == TENSE_UNKNOWN && next_month(e, base) ? CHOICE_NEAREST
                                                                 : CHOICE_LATEST;
    }
    if (choice == CHOICE_NEAREST && (tense == TENSE_PAST || e->event)) {
        choice = CHOICE_LATEST; /* what is told as past does not lie ahead */
    } else if (e->holiday != HOLIDAY_NONE && choice == CHOICE_NEAREST && tense == TENSE_FUTURE) {
        choice = CHOICE_COMING;
    }
    if (e->named_weekday != 0) {
        int32_t day = year_of_weekday(e, base);
        if (day != DAY_NONE) {
            return day;
        }
    }
    /* 29 February can be eight years away (1896 to 1904). */
    for (int32_t half_year = 2 * base_year - 16; half_year <= 2 * base_year + 17; half_year++) {
        int32_t year = half_year / 2;
        /* some holidays come twice in a year */
        int32_t day = half_year % 2 == 0 ? named_in_year(e, year) : holiday_second_day(e->holiday, year);
        if (day == DAY_NONE) {
            continue;
        }
        int32_t last = unit_last(e->unit, day + holiday_length(e->holiday) - 1);
        switch (choice) {
        case CHOICE_LATEST:
            best = day <= base_last ? day : best;
            break;
        case CHOICE_BEFORE:
            best = last != DAY_NONE && last < base.day ? day : best;
            break;
        case CHOICE_AFTER:
            best = best == DAY_NONE && day > base_last ? day : best;
            break;
        case CHOICE_COMING:
            best = best == DAY_NONE && last >= base.day ? day : best;
            break;
        default: /* NEAREST; of two about as near the later only when the clause speaks of the future, and
                    then what is over is twice as far */
            if (best == DAY_NONE ||
                distance(day, base.day) + (tense == TENSE_FUTURE ? 0 : AS_NEAR) <
                    distance(best, base.day) * (tense == TENSE_FUTURE && best < base.day ? 2 : 1)) {
                best = day;
            }
            break;
        }
    }
    return best;
}

/* The day of that name, seen from the base. */
static int32_t choose_weekday(const struct expression *e, struct point base, struct resolver *resolver)
{
    int32_t ahead = (e->weekday - civil_weekday(base.day) + 7) % 7; /* 0 to 6 */
    int32_t behind = (7 - ahead) % 7;
    bool future = resolver->tense == TENSE_FUTURE && e->choice != CHOICE_LATEST;

    if (e->reach > behind) {
        behind += 7; /* the range would go on beyond the base */
    }

    if (e->choice == CHOICE_THIS) {
        future = resolver->tense != TENSE_PAST;
    }
    if (resolver->alternative) {
        future = !future;
    }
    switch (e->choice) {
    case CHOICE_INSIDE:
        return base.unit >= UNIT_WEEKEND && base.unit <= UNIT_WEEK
                   ? unit_first(UNIT_WEEK, base.day) + e->weekday - 1
                   : base.day + ahead;
    case CHOICE_BEFORE:
        behind = behind == 0 ? 7 : behind;
        return day_shift(UNIT_DAY, base.day, -(resolver->alternative ? behind + 7 : behind));
    case CHOICE_AFTER:
        ahead = ahead == 0 ? 7 : ahead;
        if (ahead == 1 && e->weekday > 1 && e->base == BASE_PUBLISHED && !e->sure) {
            ahead = resolver->alternative ? 1 : 8; /* else it were called tomorrow */
            return day_shift(UNIT_DAY, base.day, ahead);
        }
        return day_shift(UNIT_DAY, base.day, resolver->alternative ? ahead + 7 : ahead);
    default:
        return future ? day_shift(UNIT_DAY, base.day, ahead) : day_shift(UNIT_DAY, base.day, -behind);
    }
}

/* Quarters and halves are those of the publication year, but for a last one in its first three months, which
 * is just over, one that is told as past and has not begun, and one that is expected and over. */
static int32_t choose_part_of_year(const struct expression *e, struct point base, enum tense tense)
{
    struct civil date = civil_from_day(base.day);
    int32_t year = date.year;
    bool last = e->unit == UNIT_QUARTER ? e->quarter == 4 : e->half == 2 && tense != TENSE_FUTURE;

    if (base.unit < UNIT_YEAR && last && date.month <= 3) {
        year--;
    }
    int32_t first = named_in_year(e, year);
    if (e->choice != CHOICE_TENSE || base.unit >= UNIT_YEAR || first == DAY_NONE) {
        return first;
    }
    if (tense == TENSE_PAST && first > base.day) {
        return named_in_year(e, year - 1);
    }
    /* the results of a quarter just over may still be expected */
    int32_t over = base.day - unit_last(e->unit, first);
    return tense == TENSE_FUTURE && over > (e->unit == UNIT_HALF ? 0 : HALF_A_YEAR)
               ? named_in_year(e, year + 1)
               : first;
}

/* The day of that number in the month of the base; in the month before or after when it would not lie on the
 * side of the publication day that the clause speaks of. */
static int32_t choose_day_of_month(const struct expression *e, struct point base,
                                   const struct resolver *resolver)
{
    int32_t published = resolver->focus->published;
    if (e->base == BASE_NARRATIVE && base.day > published && resolver->tense != TENSE_FUTURE) {
        base.day = published; /* "next week" was spoken of, but the clause does not look ahead */
    }
    bool near = e->base == BASE_NARRATIVE && base.day <= published;
    int step = resolver->tense == TENSE_FUTURE ? 1 : -1;

    for (int months = 0; months <= (near ? 2 : 0); months++) {
        int32_t first = unit_shift(UNIT_MONTH, base.day, (int64_t)months * step);
        if (first == DAY_NONE) {
            break;
        }
        struct civil date = civil_from_day(first);
        if (!civil_valid(date.year, date.month, e->day)) {
            continue;
        }
        int32_t day = civil_to_day(date.year, date.month, e->day);
        if (!near || (step < 0 ? day <= published : day >= published)) {
            return day;
        }
    }
    return DAY_NONE;
}

/* True for a month that could be the one of the year before as well: neither its year nor "this" is said. */
static bool month_is_open(const struct expression *e)
{
    return e->unit == UNIT_MONTH && e->year == 0 && e->base == BASE_PUBLISHED && e->choice == CHOICE_TENSE;
}

/* What `e` names within or near the base. */
static struct point choose(const struct expression *e, struct point base, struct resolver *resolver)
{
    struct point point = {e->unit, DAY_NONE};

    if (e->year != 0) {
        int32_t other;
        point.day = e->swapped ? survey_numeric_day(e, resolver->tense, resolver->focus, &other)
                               : named_in_year(e, e->year);
        resolver->anchor = ANCHOR_NONE;
        return point;
    }
    if (base.day == DAY_NONE) {
        return NOWHERE;
    }
    if (e->event) {
        point.day = named_in_year(e, survey_year(&resolver->focus->survey, e->month, e->day));
        if (point.day != DAY_NONE && point.day <= base.day) {
            resolver->anchor = ANCHOR_NARRATIVE;
            return point;
        }
    }
    if (e->known_year != 0 && named_in_year(e, e->known_year) <= base.day) {
        point.day = named_in_year(e, e->known_year);
        resolver->anchor = ANCHOR_NONE;
        return point;
    }
    if (e->nth != 0) {
        point.day = unit_weekday(base.unit, base.day, e->weekday, e->nth);
        if (point.day > resolver->focus->published && resolver->tense == TENSE_PAST &&
            month_is_open(e->other)) {
            base.day = day_shift(UNIT_YEAR, base.day, -1); /* "it fell on the last Sunday of December" */
            point.day = unit_weekday(base.unit, base.day, e->weekday, e->nth);
        }
    } else if (e->unit == UNIT_DAY && e->weekday != 0 && e->month == 0) {
        point.day = choose_weekday(e, base, resolver);
    } else if (e->unit == UNIT_DAY && e->month == 0 && e->holiday == HOLIDAY_NONE) {
        point.day = choose_day_of_month(e, base, resolver);
    } else if ((e->unit == UNIT_QUARTER || e->unit == UNIT_HALF) &&
               (e->choice == CHOICE_TENSE || e->choice == CHOICE_THIS)) {
        point.day = choose_part_of_year(e, base, resolver->tense);
    } else {
        point.day = choose_year(e, base, resolver->tense);
    }
    return point;
}

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

static struct point recall(const struct expression *e, struct resolver *resolver)
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
                focus->sentence_quarter != DAY_NONE ? focus->sentence_quarter : recall_quarter(focus);
            return (struct point){unit, unit_shift(unit, quarter, -4)};
        }
        int32_t told = focus->sentence_year != 0 ? focus->sentence_year : focus->period_year;
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

/* The day of a time of day that stands alone: that of its sentence or its entry; what is told as past goes on
 * with a day over that its paragraph named, and what is not with tomorrow.  Behind an evening or a night an
 * hour of the forenoon is of the day after.  DAY_NONE: none of them. */
static int32_t recall_day(const struct expression *e, const struct resolver *resolver)
{
    const struct focus *focus = resolver->focus;

    /* "The mayor, who took over on Monday, will speak at noon" */
    bool passed = resolver->tense == TENSE_FUTURE && focus->sentence_day < focus->published;
    if (focus->sentence_day != DAY_NONE && !passed) {
        bool forenoon = e->hour != CLOCK_NONE && e->hour < (e->half_told ? NOON : DAYBREAK);
        return day_shift(UNIT_DAY, focus->sentence_day, forenoon && focus->sentence_late ? 1 : 0);
    }
    if (focus->entry_day != DAY_NONE) {
        return focus->entry_day;
    }
    bool past = resolver->tense == TENSE_PAST && focus->paragraph_day <= focus->published;
    bool yesterday = resolver->tense == TENSE_UNKNOWN && focus->paragraph_day == focus->published - 1;
    bool tomorrow = resolver->tense != TENSE_PAST && focus->paragraph_day == focus->published + 1;
    return focus->paragraph_day != DAY_NONE && (past || yesterday || tomorrow) ? focus->paragraph_day
                                                                               : DAY_NONE;
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
        if (e->exact && e->shift > 0 && e->hour == CLOCK_NONE && e->other->holiday == HOLIDAY_NONE) {
            resolver->tense = TENSE_FUTURE; /* "a week from Friday" */
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

static struct point count_days(const struct expression *e, struct resolver *resolver)
{
    int32_t start = focus_count_start(resolver->focus);

    resolver->anchor = ANCHOR_NARRATIVE;
    return (struct point){UNIT_DAY,
                          e->counted == 0 ? DAY_NONE : day_shift(UNIT_DAY, start, (int64_t)e->counted - 1)};
}

/* "The turn of the year" is the nearest: late in a year the one that comes, unless the clause is past. */
static int64_t next_turn(const struct expression *e, struct point base, enum tense tense)
{
    bool ahead = e->turn && e->shift_unit == UNIT_YEAR && e->shift == 0 && tense != TENSE_PAST;

    return ahead && civil_from_day(base.day).month > 6 ? 1 : 0;
}

struct point resolve_point(const struct expression *e, struct resolver *resolver)
{
    if (e->recall == RECALL_LATEST || e->recall == RECALL_YEAR_AGO) {
        return recall(e, resolver);
    }
    if (e->counts) {
        return count_days(e, resolver);
    }
    struct point point = find_base(e, resolver);
    if (point.day == DAY_NONE && e->base != BASE_NONE) {
        return NOWHERE;
    }
    if (e->shift_unit != UNIT_NONE) {
        if (e->shift_unit < UNIT_DAY) {
            point.day = clock_shift(e, point.day, resolver->focus);
        } else if (e->exact) {
            if (e->base == BASE_EXPRESSION && e->shift > 0) { /* "the day after Passover" */
                point.day += holiday_length(e->other->holiday) - 1;
            }
            point.day = day_shift(e->shift_unit, point.day, e->shift);
        } else if (e->window != WINDOW_NONE && e->base == BASE_EXPRESSION) {
            point.unit = e->shift_unit; /* the day bounds its days */
        } else if (e->window == WINDOW_PAST && e->shift_unit == UNIT_WEEK) {
            /* "the past week": its value is the week that most of the seven days lie in */
            point.unit = UNIT_WEEK;
            point.day = unit_first(UNIT_WEEK, day_shift(UNIT_DAY, point.day, -3));
        } else {
            /* midweek "the following weekend" is the one of that week */
            bool midweek = e->shift_unit == UNIT_WEEKEND && resolver->anchor == ANCHOR_NARRATIVE &&
                           point.day < unit_first(UNIT_WEEKEND, point.day);
            if (e->shift_unit == UNIT_WEEKEND && e->base == BASE_EXPRESSION) {
                point.day = day_shift(UNIT_DAY, point.day, -2); /* that of a Monday or Tuesday is before it */
            }
            point.unit = e->shift_unit;
            point.day = unit_shift(e->shift_unit, point.day,
                                   e->shift + next_turn(e, point, resolver->tense) -
                                       (midweek && e->shift > 0 ? 1 : 0));
            if (point.unit == UNIT_WEEKEND && e->shift == 0 && resolver->tense == TENSE_PAST &&
                point.day > resolver->focus->published) {
                point.day = unit_shift(UNIT_WEEKEND, point.day, -1); /* "killed this weekend" */
            }
        }
    }
    if (e->unit != UNIT_NONE) {
        if ((e->unit == UNIT_DECADE && e->decade == 0) || e->unit == UNIT_CENTURY ||
            (e->unit == UNIT_YEAR && e->year != 0)) {
            resolver->anchor = ANCHOR_NONE;
            point =
                (struct point){e->unit, clamp_year(e->year) == 0 ? DAY_NONE : civil_to_day(e->year, 1, 1)};
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
                       struct interval date, enum tense tense)
{
    if (e->of_speech && point.unit == UNIT_DAY && focus->sentence_day != DAY_NONE) {
        return; /* "he fell on Nov. 25, his father said on Dec. 3": the story goes on where he fell */
    }
    if (e->aside && focus->sentence_day != DAY_NONE) {
        if (point.unit == UNIT_DAY) {
            focus->sentence_day = point.day;
        }
        return; /* "it fell on May 7, he said Tuesday": the story is at May 7 */
    }
    if (point.unit == UNIT_DAY) {
        focus->sentence_since = e->relation == RELATION_SINCE;
        focus->sentence_late = e->part == PART_EVENING || e->part == PART_NIGHT ||
                               e->part == PART_OVERNIGHT || (e->mod == MOD_END && e->third_end > 0);
    }
    if (e->base == BASE_NARRATIVE && e->shift < 0) {
        if (point.unit == UNIT_DAY) {
            focus->sentence_day = point.day;
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
        focus->sentence_year = civil_from_day(point.day).year;
    } else if (point.unit == UNIT_DAY && e->month != 0 && e->choice == CHOICE_BEFORE) {
        focus->period_year = civil_from_day(point.day).year; /* "the nine months ended Dec. 31" */
    }
    int32_t start = focus_count_start(focus);
    focus_move(focus, point);
    if (e->counts) {
        focus->count_start = start;
    }
    if (point.unit == UNIT_QUARTER) {
        if (tense != TENSE_FUTURE) {
            focus->quarter = point.day;
        }
        focus->sentence_quarter = point.day;
        focus->period = UNIT_QUARTER;
    } else if (point.unit == UNIT_YEAR && e->base != BASE_NONE) {
        focus->period = UNIT_YEAR;
    }
}

/* The value of a day that cannot be told: which weekday it was, if any. */
static void value_of_no_day(const struct expression *e, char out[32])
{
    if (e->weekday != 0) {
        (void)snprintf(out, 32, "XXXX-WXX-%d", e->weekday);
    } else {
        (void)snprintf(out, 32, "XXXX-XX-XX");
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

void expression_settle(struct expression *expression, enum tense tense, const struct focus *focus)
{
    struct expression *e = expression;
    bool part = e->third_end > 0 || e->slice != 0;

    if (part && e->kind == KIND_POINT && tense == TENSE_PAST && month_is_open(e) &&
        e->relation != RELATION_UNTIL && e->relation != RELATION_BY) {
        struct resolver resolver = {.focus = focus, .tense = tense};
        struct interval date = days_of_point(e, resolve_point(e, &resolver), focus);
        if (interval_known(date) && date.first > focus->published) {
            e->choice = CHOICE_BEFORE;
        }
    }
}

static bool finish_point(const struct expression *e, enum tense tense, struct focus *focus,
                         struct resolution *timex, struct resolution *other)
{
    struct resolver resolver = {.focus = focus, .tense = tense};

    timex->type = e->part != PART_NONE || e->hour != CLOCK_NONE ? TIMEX_TIME : TIMEX_DATE;
    if (e->year < 0 && e->base == BASE_NONE) {
        value_before_christ(e, timex->value);
        return true;
    }
    if (e->untold) {
        value_of_no_day(e, timex->value);
        return true;
    }
    struct point point = resolve_point(e, &resolver);
    if (e->counts && (point.day == DAY_NONE || (point.day > focus->published && tense != TENSE_FUTURE))) {
        (void)snprintf(timex->value, sizeof timex->value, "XXXX-XX-XX");
        return true;
    }
    if (point.day == DAY_NONE) {
        return false;
    }
    value_of_point(point, e, timex->value);
    timex->anchor = resolver.anchor;
    focus->anchor_day = resolver.from;
    timex->date = days_of_point(e, point, focus);
    if (tense == TENSE_PAST && e->third_end > 0 && e->unit == UNIT_MONTH && e->choice == CHOICE_TENSE &&
        e->base == BASE_PUBLISHED && timex->date.first > focus->published) {
        /* "closed in late June" said in early June */
        point.day = unit_shift(UNIT_MONTH, point.day, -12);
        if (point.day == DAY_NONE) {
            return false;
        }
        value_of_point(point, e, timex->value);
        timex->date = days_of_point(e, point, focus);
    }
    if (runs_ahead(e, &resolver, timex->date)) {
        timex->date = INTERVAL_UNKNOWN;
        if (point.unit == UNIT_DAY && e->part == PART_NONE) {
            value_of_no_day(e, timex->value);
        }
        return true;
    }
    reading_other(e, &resolver, point, other);
    move_focus(focus, e, point, timex->date, tense);
    return true;
}

bool expression_resolve(const struct expression *expression, enum tense tense, struct focus *focus,
                        struct resolution *timex, struct resolution *other)
{
    static const char *const references[] = {[REFERENCE_PAST] = "PAST_REF",
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
        return finish_point(expression, tense, focus, timex, other);
    case KIND_LENGTH:
        timex->type = TIMEX_DURATION;
        value_of_length(expression, timex->value);
        if (expression->other != NULL) {
            struct resolver resolver = {.focus = focus, .tense = tense};
            struct point whole = resolve_point(expression->other, &resolver);
            timex->date = whole.day == DAY_NONE
                              ? INTERVAL_UNKNOWN
                              : days_of_portion(expression, days_of_point(expression->other, whole, focus));
            timex->anchor = resolver.anchor;
        } else if (expression->offset != 0) {
            timex->date = days_of_offset(expression, tense, focus);
            timex->anchor = interval_known(timex->date) ? ANCHOR_NARRATIVE : ANCHOR_NONE;
        } else {
            timex->date = days_of_length(expression, focus);
            timex->anchor = expression->window != WINDOW_NONE ? ANCHOR_PUBLISHED : ANCHOR_NONE;
        }
        if (expression->amount_unit == UNIT_MONTH || expression->amount_unit == UNIT_YEAR) {
            focus->period = UNIT_YEAR;
        }
        return true;
    case KIND_REPEAT:
        timex->type = TIMEX_SET;
        value_of_repeat(expression, timex->value);
        return true;
    case KIND_REFERENCE:
        timex->type = TIMEX_DATE;
        (void)snprintf(timex->value, sizeof timex->value, "%s", references[expression->reference]);
        timex->anchor = ANCHOR_PUBLISHED;
        return true;
    }
    return false;
}
