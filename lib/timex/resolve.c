/* From a typed expression to the point of the calendar that it means, and its value. */
#include "timex/days.h"

#include <stdio.h>

/* Half a year ahead and half a year back are as near, whatever the lengths of the months. */
#define AS_NEAR 3

#define NOWHERE ((struct point){UNIT_NONE, DAY_NONE})

/* What a resolution looks at. */
struct resolver {
    const struct focus *focus;
    enum tense tense;
    enum timex_anchor anchor; /* found on the way */
    bool alternative;         /* the other reading of a weekday is wanted */
};

static int32_t clamp_year(int32_t year)
{
    return year < 1 || year > 9999 ? 0 : year;
}

/* The first day of what `e` names, in `year`; DAY_NONE when that year has no such day. */
static int32_t named_in_year(const struct expression *e, int32_t year)
{
    if (clamp_year(year) == 0) {
        return DAY_NONE;
    }
    if (e->holiday != HOLIDAY_NONE) {
        return holiday_day(e->holiday, year);
    }
    switch (e->unit) {
    case UNIT_DAY:
        return civil_valid(year, e->month, e->day) ? civil_to_day(year, e->month, e->day) : DAY_NONE;
    case UNIT_MONTH:
        return civil_to_day(year, e->month, 1);
    case UNIT_SEASON:
        return season_first(year, e->season);
    case UNIT_QUARTER:
        return quarter_first(year, e->quarter);
    case UNIT_HALF:
        return half_first(year, e->half);
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

/* True for a month, or a day of one, that has just been: "they promised to sing in October", said in
 * November, tells of what was ahead then. */
static bool just_over(const struct expression *e, struct point base)
{
    int32_t back = (civil_from_day(base.day).month - e->month + 12) % 12;

    return (e->unit == UNIT_MONTH && (back == 1 || back == 2)) ||
           (e->unit == UNIT_DAY && (back <= 2 || e->month == 0));
}

/* True for a bound such as "until Jan. 3" that comes soon: what began in the past ends there, and one almost
 * a year back would bear its year. */
static bool bound_is_soon(const struct expression *e, struct point base)
{
    return (e->relation == RELATION_UNTIL || e->relation == RELATION_BY) &&
           (next_month(e, base) ||
            (e->unit == UNIT_DAY && (e->month + 12 - civil_from_day(base.day).month) % 12 <= 1));
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
        return named_in_year(e, year);
    }
    if (tense == TENSE_PAST && bound_is_soon(e, base)) {
        tense = TENSE_UNKNOWN;
    }
    if (choice == CHOICE_TENSE) {
        bool ahead = tense == TENSE_FUTURE;
        choice = ahead && !just_over(e, base)                               ? CHOICE_NEXT
                 : ahead || (tense == TENSE_UNKNOWN && next_month(e, base)) ? CHOICE_NEAREST
                                                                            : CHOICE_LATEST;
    }
    if (choice == CHOICE_NEAREST && tense == TENSE_FUTURE && e->unit == UNIT_DAY && !just_over(e, base)) {
        choice = CHOICE_NEXT;
    }
    if (choice == CHOICE_NEAREST && tense == TENSE_PAST) {
        choice = CHOICE_LATEST; /* what is told as past does not lie ahead */
    }
    /* 29 February can be eight years away (1896 to 1904). */
    for (int32_t year = base_year - 8; year <= base_year + 8; year++) {
        int32_t day = named_in_year(e, year);
        if (day == DAY_NONE) {
            continue;
        }
        int32_t last = unit_last(e->unit, day);
        switch (choice) {
        case CHOICE_NEXT:
            best = best == DAY_NONE && last >= base.day ? day : best;
            break;
        case CHOICE_LATEST:
            best = day <= base_last ? day : best;
            break;
        case CHOICE_BEFORE:
            best = last != DAY_NONE && last < base.day ? day : best;
            break;
        case CHOICE_AFTER:
            best = best == DAY_NONE && day > base_last ? day : best;
            break;
        default: /* NEAREST; of two about as near the later only when the clause speaks of the future */
            if (best == DAY_NONE ||
                distance(day, base.day) + (tense == TENSE_FUTURE ? 0 : AS_NEAR) < distance(best, base.day)) {
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
        return day_shift(UNIT_DAY, base.day, resolver->alternative ? ahead + 7 : ahead);
    default:
        return future ? day_shift(UNIT_DAY, base.day, ahead) : day_shift(UNIT_DAY, base.day, -behind);
    }
}

/* Quarters and halves are those of the publication year, but for a last one in its first three months, which
 * is just over, one that is told as past and has not begun, and a half that is expected and over. */
static int32_t choose_part_of_year(const struct expression *e, struct point base, enum tense tense)
{
    struct civil date = civil_from_day(base.day);
    int32_t year = date.year;

    bool last = e->unit == UNIT_QUARTER ? e->quarter == 4 : e->half == 2 && tense != TENSE_FUTURE;
    bool ahead = tense == TENSE_PAST && named_in_year(e, year) > base.day;
    if (base.unit < UNIT_YEAR && (ahead || (last && date.month <= 3))) {
        year--;
    } else if (base.unit < UNIT_YEAR && e->unit == UNIT_HALF && tense == TENSE_FUTURE &&
               unit_last(e->unit, named_in_year(e, year)) < base.day) {
        year++; /* it is over, and still expected */
    }
    return named_in_year(e, year);
}

/* The day of that number in the month of the base; in the month before or after when it would not lie on the
 * side of the publication day that the clause speaks of. */
static int32_t choose_day_of_month(const struct expression *e, struct point base,
                                   const struct resolver *resolver)
{
    int32_t published = resolver->focus->published;
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

/* What `e` names within or near the base. */
static struct point choose(const struct expression *e, struct point base, struct resolver *resolver)
{
    struct point point = {e->unit, DAY_NONE};

    if (e->year != 0) {
        point.day = named_in_year(e, e->year);
        resolver->anchor = ANCHOR_NONE;
        return point;
    }
    if (base.day == DAY_NONE) {
        return NOWHERE;
    }
    if (e->known_year != 0 && named_in_year(e, e->known_year) <= base.day) {
        point.day = named_in_year(e, e->known_year);
        resolver->anchor = ANCHOR_NONE;
        return point;
    }
    if (e->unit == UNIT_DAY && e->weekday != 0 && e->month == 0) {
        point.day = choose_weekday(e, base, resolver);
    } else if (e->unit == UNIT_DAY && e->month == 0 && e->holiday == HOLIDAY_NONE) {
        point.day = choose_day_of_month(e, base, resolver);
    } else if ((e->unit == UNIT_QUARTER || e->unit == UNIT_HALF) && e->choice == CHOICE_TENSE) {
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
        return (struct point){unit, unit_shift(unit, unit_shift(UNIT_YEAR, focus->published, -1), 0)};
    }
    if (unit == UNIT_WEEKEND) { /* the latest that has begun */
        int32_t today = civil_weekday(focus->published);
        /* "they will spend the weekend there" is of the next days when it is near */
        bool bound = e->relation == RELATION_BY || e->relation == RELATION_UNTIL;
        bool begun = today >= 6 || ((bound || today >= 4) && resolver->tense == TENSE_FUTURE);
        resolver->anchor = ANCHOR_PUBLISHED;
        return (struct point){unit, unit_shift(unit, focus->published, begun ? 0 : -1)};
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

static struct point resolve_point(const struct expression *e, struct resolver *resolver);

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
        if (e->recall == RECALL_SENTENCE && focus->sentence_day != DAY_NONE) {
            point.day = focus->sentence_day;
            resolver->anchor = ANCHOR_NARRATIVE;
        } else if (e->recall == RECALL_SENTENCE) {
            point.day = focus_story_day(focus, resolver->tense);
            resolver->anchor = point.day == focus->published ? ANCHOR_PUBLISHED : ANCHOR_NARRATIVE;
        }
        break;
    case BASE_NARRATIVE: {
        enum unit unit = e->shift_unit != UNIT_NONE && !e->exact  ? e->shift_unit
                         : e->unit == UNIT_SEASON                 ? UNIT_SEASON
                         : e->unit == UNIT_DAY && e->weekday == 0 ? UNIT_MONTH /* "on the 16th" */
                                                                  : UNIT_DAY;
        if (focus->latest[unit] != DAY_NONE) {
            point.day = focus->latest[unit];
            resolver->anchor = ANCHOR_NARRATIVE;
        }
        break;
    }
    case BASE_EXPRESSION: {
        enum tense tense = resolver->tense;
        if (e->exact && e->shift > 0) {
            resolver->tense = TENSE_FUTURE; /* "a week from Friday" */
        }
        point = resolve_point(e->other, resolver);
        resolver->tense = tense;
        break;
    }
    }
    return point;
}

/* "Two hours ago": the day so long before; when the time of publication is not known, whole days only count.
 */
static int32_t clock_shift(const struct expression *e, int32_t day, const struct focus *focus)
{
    const int64_t a_day = 86400;
    int64_t length = e->shift_unit == UNIT_HOUR ? 3600 : e->shift_unit == UNIT_MINUTE ? 60 : 1;
    bool known = e->base == BASE_PUBLISHED && focus->second >= 0;
    int64_t seconds = e->shift * length + (known ? focus->second : 0);
    int64_t days = seconds / a_day;

    if (known && seconds % a_day < 0) {
        days--;
    }
    return day_shift(UNIT_DAY, day, days);
}

static struct point resolve_point(const struct expression *e, struct resolver *resolver)
{
    if (e->recall == RECALL_LATEST || e->recall == RECALL_YEAR_AGO) {
        return recall(e, resolver);
    }
    struct point point = find_base(e, resolver);
    if (point.day == DAY_NONE && e->base != BASE_NONE) {
        return NOWHERE;
    }
    if (e->shift_unit != UNIT_NONE) {
        if (e->shift_unit < UNIT_DAY) {
            point.day = clock_shift(e, point.day, resolver->focus);
        } else if (e->exact) {
            point.day = day_shift(e->shift_unit, point.day, e->shift);
        } else if (e->window == WINDOW_PAST && e->shift_unit == UNIT_WEEK) {
            /* "the past week": its value is the week that most of the seven days lie in */
            point.unit = UNIT_WEEK;
            point.day = unit_first(UNIT_WEEK, day_shift(UNIT_DAY, point.day, -3));
        } else {
            /* "The following weekend" of a Thursday is the one of its own week. */
            bool near = e->base == BASE_NARRATIVE && e->shift_unit == UNIT_WEEKEND && e->shift > 0 &&
                        civil_weekday(point.day) < 6;
            point.unit = e->shift_unit;
            point.day = unit_shift(e->shift_unit, point.day, near ? e->shift - 1 : e->shift);
        }
    }
    if (e->unit != UNIT_NONE) {
        if (e->unit == UNIT_DECADE || e->unit == UNIT_CENTURY || (e->unit == UNIT_YEAR && e->year != 0)) {
            resolver->anchor = ANCHOR_NONE;
            point =
                (struct point){e->unit, clamp_year(e->year) == 0 ? DAY_NONE : civil_to_day(e->year, 1, 1)};
        } else {
            point = choose(e, point, resolver);
        }
    }
    return point;
}

static void move_focus(struct focus *focus, const struct expression *e, struct point point, enum tense tense)
{
    if (e->base == BASE_NARRATIVE && e->shift < 0) {
        return; /* a look back: the story goes on where it was */
    }
    focus_move(focus, point);
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

/* Whether a weekday could be meant a week on or back: where no verb tells; "last Tuesday" on a Wednesday,
 * "next Friday" on a Tuesday, which some say of the week before or after this one. */
static bool weekday_is_open(const struct expression *e, struct point point, const struct resolver *resolver)
{
    if (e->weekday == 0 || e->unit != UNIT_DAY || e->month != 0 || e->base != BASE_PUBLISHED) {
        return false;
    }
    if (e->choice == CHOICE_BEFORE || e->choice == CHOICE_AFTER) {
        return unit_first(UNIT_WEEK, point.day) == unit_first(UNIT_WEEK, resolver->focus->published);
    }
    return e->told == TENSE_UNKNOWN && (e->choice == CHOICE_TENSE || e->choice == CHOICE_THIS);
}

/* Whether a month, or a day of one, could be a year on or back: where no verb tells. */
static bool year_is_open(const struct expression *e)
{
    return e->told == TENSE_UNKNOWN && e->month != 0 && e->year == 0 && e->base == BASE_PUBLISHED &&
           (e->choice == CHOICE_TENSE || e->choice == CHOICE_NEAREST);
}

/* The other reading of an open weekday or year, and of a month and a day that may be the other way round. */
static void find_other_reading(const struct expression *e, const struct resolver *resolver,
                               struct point chosen, struct timex_reading *other)
{
    struct resolver second = *resolver;
    struct expression swapped = *e;

    second.alternative = true;
    if (e->swapped) {
        swapped.month = e->day;
        swapped.day = e->month;
    } else if (year_is_open(e)) {
        swapped.choice = CHOICE_NEAREST; /* one that is just over is not meant of the next year */
        second.tense = chosen.day > resolver->focus->published ? TENSE_PAST : TENSE_FUTURE;
    } else if (!weekday_is_open(e, chosen, resolver)) {
        return;
    }
    struct point point = resolve_point(&swapped, &second);
    if (point.day == DAY_NONE || point.day == chosen.day) {
        return;
    }
    value_of_point(point, e, other->value);
    other->date = days_of_point(e, point, resolver->focus);
}

/* True for "the following day" that would lie ahead of the publication day although it is told as past, or
 * although nothing tells what day it follows. */
static bool runs_ahead(const struct expression *e, const struct resolver *resolver, struct interval date)
{
    int32_t published = resolver->focus->published;

    bool later = e->shift > 0 || (e->weekday != 0 && e->choice == CHOICE_AFTER);
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

    if (!e->swapped || e->kind != KIND_POINT || e->base != BASE_NONE || tense == TENSE_FUTURE) {
        return;
    }
    int32_t day = named_in_year(e, e->year);
    if (day != DAY_NONE && day > focus->published && civil_valid(e->year, e->day, e->month) &&
        civil_to_day(e->year, e->day, e->month) <= focus->published) {
        int32_t month = e->day;
        e->day = e->month;
        e->month = month;
    }
}

static bool finish_point(const struct expression *e, enum tense tense, struct focus *focus,
                         struct timex *timex, struct timex_reading *other)
{
    struct resolver resolver = {.focus = focus, .tense = tense};

    timex->type = e->part != PART_NONE || e->hour != CLOCK_NONE ? TIMEX_TIME : TIMEX_DATE;
    if (e->year < 0 && e->base == BASE_NONE) {
        value_before_christ(e, timex->value);
        return true;
    }
    struct point point = resolve_point(e, &resolver);
    if (point.day == DAY_NONE) {
        return false;
    }
    value_of_point(point, e, timex->value);
    timex->anchor = resolver.anchor;
    timex->date = days_of_point(e, point, focus);
    if (runs_ahead(e, &resolver, timex->date)) {
        timex->date = INTERVAL_UNKNOWN;
        if (point.unit == UNIT_DAY && e->part == PART_NONE) {
            if (e->weekday != 0) {
                (void)snprintf(timex->value, sizeof timex->value, "XXXX-WXX-%d", e->weekday);
            } else {
                (void)snprintf(timex->value, sizeof timex->value, "XXXX-XX-XX");
            }
        }
        return true;
    }
    find_other_reading(e, &resolver, point, other);
    move_focus(focus, e, point, tense);
    return true;
}

bool expression_resolve(const struct expression *expression, enum tense tense, struct focus *focus,
                        struct timex *timex, struct timex_reading *other)
{
    static const char *const references[] = {[REFERENCE_PAST] = "PAST_REF",
                                             [REFERENCE_PRESENT] = "PRESENT_REF",
                                             [REFERENCE_FUTURE] = "FUTURE_REF"};

    timex->mod = mod_name(expression->mod);
    timex->relation = expression->relation;
    timex->up_to_now = expression->window == WINDOW_PAST;
    timex->date = INTERVAL_UNKNOWN;
    timex->anchor = ANCHOR_NONE;
    other->value[0] = '\0';
    switch (expression->kind) {
    case KIND_POINT:
        return finish_point(expression, tense, focus, timex, other);
    case KIND_LENGTH:
        timex->type = TIMEX_DURATION;
        value_of_length(expression, timex->value);
        if (expression->offset != 0) {
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
