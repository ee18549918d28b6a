/* The days that points and lengths cover. */
#include "timex/days.h"

/* Narrows the days to the thirds `from` up to before `end`: early, mid, late.  Those of a week overlap: "late
 * last week" may be its Thursday. */
static void narrow(struct interval *date, struct point point, int32_t from, int32_t end)
{
    struct civil begin = civil_from_day(date->first);
    static const int month_days[4] = {0, 10, 20, 31};
    static const int decade_years[4] = {0, 4, 7, 10};
    static const int century_years[4] = {0, 33, 67, 100};
    static const int week_first[3] = {0, 1, 3};
    static const int week_end[3] = {2, 4, 7};
    int32_t last = date->last;
    int32_t months = 0;

    switch (point.unit) {
    case UNIT_WEEK:
        date->last = date->first + week_end[end - 1] - 1;
        date->first += week_first[from];
        break;
    case UNIT_MONTH:
        date->last = date->first + month_days[end] - 1;
        date->first += month_days[from];
        break;
    case UNIT_DECADE:
        date->first = civil_to_day(begin.year + decade_years[from], 1, 1);
        date->last = civil_to_day(begin.year + decade_years[end], 1, 1) - 1;
        break;
    case UNIT_CENTURY:
        date->first = civil_to_day(begin.year + century_years[from], 1, 1);
        date->last = civil_to_day(begin.year + century_years[end], 1, 1) - 1;
        break;
    case UNIT_SEASON:
    case UNIT_QUARTER:
        months = 1;
        break;
    case UNIT_HALF:
        months = 2;
        break;
    case UNIT_YEAR:
        months = 4;
        break;
    default:
        return;
    }
    if (months > 0) {
        date->first = civil_to_day(begin.year, begin.month + from * months, 1);
        date->last = civil_to_day(begin.year, begin.month + end * months, 1) - 1;
    }
    if (date->last > last) {
        date->last = last;
    }
    date->approximate = true;
}

/* The turn of a year is told of the month before and the first one, that of a decade or century of the year
 * before and, where a century turns, of the one behind it as well. */
static void turn(struct interval *date, struct point point)
{
    int32_t year = civil_from_day(date->first).year;

    if (year < 2) {
        return;
    }
    date->last = civil_to_day(year + (point.unit == UNIT_CENTURY ? 2 : 1), 1, 1) - 1;
    date->first = civil_to_day(year - 1, 1, 1);
    if (point.unit == UNIT_YEAR) {
        date->first = civil_to_day(year - 1, 12, 1);
        date->last = civil_to_day(year, 2, 1) - 1;
    }
    date->approximate = true;
}

/* The run of days that `e` names in its unit.  "The first week" is told of the first seven days or so. */
static void take_slice(struct interval *date, struct point point, const struct expression *e)
{
    int32_t last = date->last;
    int32_t days = last - date->first + 1;
    int32_t length = e->slice_count * (e->slice_unit == UNIT_WEEK ? 7 : 1);

    if (e->slice_unit == UNIT_HALF && point.unit >= UNIT_DECADE) {
        struct civil begin = civil_from_day(date->first);
        int32_t middle = civil_to_day(begin.year + (point.unit == UNIT_DECADE ? 5 : 50), 1, 1);
        date->first = e->slice == 2 ? middle : date->first;
        date->last = e->slice == 2 ? last : middle - 1;
        return;
    }
    if (e->slice_unit == UNIT_HALF) {
        length = point.unit == UNIT_MONTH ? 15 : days / 2;
        date->first += e->slice == 2 ? length : 0;
        date->last = e->slice == 2 ? last : date->first + length - 1;
        date->approximate = point.unit != UNIT_MONTH;
        return;
    }
    date->approximate = e->slice_unit == UNIT_WEEK || e->slice_vague;
    if (length > days || (e->slice > 0 && e->slice * length - length >= days)) {
        return;
    }
    date->precision = e->slice_unit == UNIT_WEEK ? PRECISION_WEEK : PRECISION_DAY;
    date->first = e->slice < 0 ? last - length + 1 : date->first + (e->slice - 1) * length;
    date->last = last - date->first < length ? last : date->first + length - 1;
}

/* So many units up to the publication day, or from the day behind it on.  The past day began on the one
 * before. */
static struct interval window_days(enum window window, enum unit unit, int64_t amount,
                                   const struct focus *focus)
{
    struct interval date = {.precision = unit_precision(unit)};

    if (window == WINDOW_PAST) {
        date.last = focus->published;
        date.first =
            day_shift(UNIT_DAY, day_shift(unit, focus->published, -amount), unit == UNIT_DAY ? 0 : 1);
    } else {
        date.first = day_shift(UNIT_DAY, focus->published, 1);
        date.last = day_shift(unit, focus->published, amount);
    }
    return date.first == DAY_NONE || date.last == DAY_NONE ? INTERVAL_UNKNOWN : date;
}

struct interval days_of_point(const struct expression *e, struct point point, const struct focus *focus)
{
    struct interval date = {
        .first = unit_first(point.unit, point.day),
        .last = unit_last(point.unit, point.day),
        .precision = unit_precision(point.unit),
    };
    if (e->holiday != HOLIDAY_NONE && point.unit == UNIT_DAY && e->part == PART_NONE &&
        e->hour == CLOCK_NONE) {
        int32_t either_side = holiday_is_sighted(e->holiday) && holiday_length(e->holiday) == 1;
        date.first = point.day - either_side;
        date.last = point.day + holiday_length(e->holiday) - 1 + either_side;
        date.precision = unit_precision(holiday_unit(e->holiday));
    }
    if (e->window != WINDOW_NONE && e->base == BASE_EXPRESSION) { /* "the week ended Dec. 10" */
        bool past = e->window == WINDOW_PAST;
        date.first = day_shift(UNIT_DAY, point.day, past ? -6 : 0);
        date.last = day_shift(UNIT_DAY, point.day, past ? 0 : 6);
    } else if (e->window != WINDOW_NONE) {
        date = window_days(e->window, e->shift_unit, 1, focus);
    }
    if (date.first == DAY_NONE || date.last == DAY_NONE || date.precision == PRECISION_NONE) {
        return INTERVAL_UNKNOWN;
    }
    if (e->part != PART_NONE || e->hour != CLOCK_NONE) {
        date.precision = PRECISION_TIME;
        if (e->part == PART_OVERNIGHT && date.last < DAY_MAX) {
            date.last++;
        }
    }
    if (e->third_end > 0) {
        narrow(&date, point, e->third_first, e->third_end);
    }
    if (e->turn) {
        turn(&date, point);
    }
    if (e->slice != 0) {
        take_slice(&date, point, e);
    }
    if (e->so_far && focus->published >= date.first && focus->published < date.last) {
        date.last = focus->published;
    }
    if (e->mod == MOD_APPROX) {
        date.approximate = true;
    }
    return date;
}

/* By the rest of a length ("a day and a half"); of hours, by the day that they begin. */
static int32_t shift_by_rest(const struct expression *e, int32_t day, int64_t sign)
{
    if (e->rest_unit == UNIT_NONE || e->rest == 0) {
        return day;
    }
    return e->rest_unit < UNIT_DAY ? day_shift(UNIT_DAY, day, sign)
                                   : day_shift(e->rest_unit, day, sign * e->rest);
}

struct interval days_of_length(const struct expression *e, const struct focus *focus)
{
    struct interval date = {.precision = unit_precision(e->amount_unit), .approximate = e->mod == MOD_APPROX};
    enum unit unit = e->amount_unit;
    int64_t amount = e->amount;

    if (e->window == WINDOW_NONE || e->vague || unit == UNIT_NONE || date.precision == PRECISION_NONE) {
        return INTERVAL_UNKNOWN;
    }
    if (unit < UNIT_DAY) { /* "the past 24 hours" reach into the day before */
        int64_t a_day = unit == UNIT_HOUR ? 24 : unit == UNIT_MINUTE ? 24 * 60 : 24 * 60 * 60;
        amount = (amount + a_day - 1) / a_day + 1;
    }
    if (e->window == WINDOW_PAST) {
        date.last = focus->published;
        date.first = day_shift(unit, focus->published, -amount);
        date.first = shift_by_rest(e, date.first, -1);
        date.first = day_shift(UNIT_DAY, date.first, 1);
    } else {
        date.first = day_shift(UNIT_DAY, focus->published, unit < UNIT_DAY ? 0 : 1);
        date.last = day_shift(unit, focus->published, unit < UNIT_DAY ? amount - 1 : amount);
        date.last = shift_by_rest(e, date.last, 1);
    }
    return date.first == DAY_NONE || date.last == DAY_NONE ? INTERVAL_UNKNOWN : date;
}

struct interval days_of_portion(const struct expression *e, struct interval whole)
{
    bool hours = e->amount_unit == UNIT_HOUR && e->slice == 0;

    if (!interval_known(whole) || whole.first == DAY_NONE || whole.last == DAY_NONE ||
        (e->amount_unit < UNIT_DAY && !hours) || e->rest_unit != UNIT_NONE) {
        return INTERVAL_UNKNOWN;
    }
    struct interval date = {.first = whole.first, .last = whole.last};
    if (hours) { /* "the 24 hours to Friday" reach into the day before */
        date.precision = PRECISION_DAY;
        date.first = day_shift(UNIT_DAY, whole.last, -(e->amount + 23) / 24);
        return date.first == DAY_NONE ? INTERVAL_UNKNOWN : date;
    }
    date.precision = unit_precision(e->amount_unit);
    if (e->slice > 0) {
        date.last = day_shift(UNIT_DAY, day_shift(e->amount_unit, whole.first, e->amount), -1);
    } else { /* reckoned from the day behind it: months differ in length */
        date.first = day_shift(e->amount_unit, day_shift(UNIT_DAY, whole.last, 1), -e->amount);
    }
    if (date.first == DAY_NONE || date.last == DAY_NONE) {
        return INTERVAL_UNKNOWN;
    }
    bool within = date.first >= whole.first && date.last <= whole.last;
    return within || e->slice == 0 ? date : INTERVAL_UNKNOWN;
}

struct interval days_of_offset(const struct expression *e, struct point from, const struct focus *focus,
                               struct point *point)
{
    enum unit unit = e->amount_unit;
    int64_t shift = e->amount * e->offset;

    point->unit = unit == UNIT_WEEK ? UNIT_DAY : unit;
    /* years after a day is its anniversary, of which more is told than what happens on it */
    bool anniversary = e->other != NULL && unit >= UNIT_YEAR;
    if (anniversary || e->vague || e->rest_unit != UNIT_NONE ||
        (e->mod != MOD_NONE && e->mod != MOD_APPROX) ||
        (unit != UNIT_DAY && unit != UNIT_WEEK && unit != UNIT_MONTH && unit != UNIT_YEAR) ||
        from.unit > point->unit) {
        return INTERVAL_UNKNOWN;
    }
    point->day =
        point->unit == UNIT_DAY ? day_shift(unit, from.day, shift) : unit_shift(unit, from.day, shift);
    if (point->day == DAY_NONE || (point->day > focus->published && e->tense != TENSE_FUTURE)) {
        return INTERVAL_UNKNOWN;
    }
    struct interval date = {
        .first = unit_first(point->unit, point->day),
        .last = unit_last(point->unit, point->day),
        .precision = unit_precision(point->unit),
        .approximate = e->mod == MOD_APPROX,
    };
    return date.first == DAY_NONE || date.last == DAY_NONE ? INTERVAL_UNKNOWN : date;
}
