/* Which of the days, months and other parts of a year that bear one name is meant. */
#include "timex/choose.h"

#include "timex/survey.h"

/* Half a year ahead and half a year back are as near, whatever the lengths of the months. */
#define AS_NEAR 3
/* So many days off a weekday may tell the year of a date. */
#define WEEKDAY_NEAR 250
/* So many days after it an event is told without its year. */
#define FRESH 60
/* So many days after it even where the text has just told of the days before it. */
#define JUST_NOW 14
/* So many days back a story goes for what led to it. */
#define BACK 31
/* So many days on what is told next lies in a story. */
#define NEXT 100

int32_t named_in_year(const struct expression *e, int32_t year)
{
    if (year < 1 || year > 9999) {
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

/* The day of that name in half a year, counted from the year 0: some holidays come twice in a year, and then
 * the second half has the later one. */
static int32_t named_in_half_year(const struct expression *e, int32_t half_year)
{
    int32_t year = half_year / 2;

    return half_year % 2 == 0 ? named_in_year(e, year) : holiday_second_day(e->holiday, year);
}

/* Years in which a date is looked for: 29 February can be eight years away (1896 to 1904). */
#define YEARS_AROUND 8

/* The latest day of that name that is not behind `last`, in the years around `base_year`.  Nearly always it
 * is one of the first two that are looked at. */
static int32_t latest_named(const struct expression *e, int32_t base_year, int32_t last)
{
    int32_t first = 2 * (base_year - YEARS_AROUND);
    int32_t half_year = 2 * (base_year + YEARS_AROUND) + 1;
    int32_t reached = 2 * (civil_from_day(last).year + 1) + 1; /* a later year's days are all behind it */

    for (half_year = half_year < reached ? half_year : reached; half_year >= first; half_year--) {
        int32_t day = named_in_half_year(e, half_year);
        if (day != DAY_NONE && day <= last) {
            return day;
        }
    }
    return DAY_NONE;
}

/* The last day of the unit that begins with that of the expression's name. */
static int32_t last_of_named(const struct expression *e, int32_t day)
{
    return unit_last(e->unit, day + holiday_length(e->holiday) - 1);
}

/* The half year of the latest day of that name that is over before the base: what lies farther back is never
 * meant.  The first of those around the base when there is none. */
static int32_t half_year_before(const struct expression *e, struct point base, int32_t base_year)
{
    int32_t half_year = 2 * base_year + 1;

    for (; half_year > 2 * (base_year - YEARS_AROUND); half_year--) {
        int32_t day = named_in_half_year(e, half_year);
        int32_t last = day == DAY_NONE ? DAY_NONE : last_of_named(e, day);
        if (last != DAY_NONE && last < base.day) {
            break;
        }
    }
    return half_year;
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
    } else if (e->feast && choice == CHOICE_NEAREST && tense == TENSE_FUTURE) {
        choice = CHOICE_COMING;
    }
    if (e->named_weekday != 0) {
        int32_t day = year_of_weekday(e, base);
        if (day != DAY_NONE) {
            return day;
        }
    }
    if (choice == CHOICE_LATEST) {
        best = latest_named(e, base_year, base_last);
        /* "from October to January" told as past is over */
        bool ends_ahead = e->months > 0 && tense == TENSE_PAST && best != DAY_NONE &&
                          unit_shift(UNIT_MONTH, best, e->months) > base.day;
        return ends_ahead ? named_in_year(e, civil_from_day(best).year - 1) : best;
    }
    for (int32_t half_year = half_year_before(e, base, base_year);
         half_year <= 2 * (base_year + YEARS_AROUND) + 1 && (best == DAY_NONE || best <= base_last);
         half_year++) {
        int32_t day = named_in_half_year(e, half_year);
        if (day == DAY_NONE) {
            continue;
        }
        switch (choice) {
        case CHOICE_BEFORE: {
            int32_t last = last_of_named(e, day);
            best = last != DAY_NONE && last < base.day ? day : best;
            if (day > base_last) {
                return best;
            }
            break;
        }
        case CHOICE_AFTER:
            if (day > base_last) {
                return day;
            }
            break;
        case CHOICE_COMING:
            if (last_of_named(e, day) >= base.day) {
                return day;
            }
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
    int32_t before = named_in_year(e, year - 1);
    bool nearer = before != DAY_NONE && base.day - unit_last(e->unit, before) < first - base.day;
    if (first > base.day && before != DAY_NONE &&
        (tense == TENSE_PAST || (tense == TENSE_UNKNOWN && nearer))) {
        return before;
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

bool month_is_open(const struct expression *e)
{
    return e->unit == UNIT_MONTH && e->year == 0 && e->base == BASE_PUBLISHED && e->choice == CHOICE_TENSE;
}

/* The year in which the text puts the event, 0 when it tells none.  What has just happened needs none, and a
 * month of another year that the text names is not its month. */
static int32_t year_of_event(const struct expression *e, struct point base, const struct focus *focus)
{
    int32_t year = survey_year(&focus->survey, e->month, e->day);
    int32_t latest = choose_year(e, base, TENSE_PAST);
    bool fresh = latest != DAY_NONE && distance(latest, base.day) <= FRESH;

    return year != 0 || fresh ? year : survey_year(&focus->survey, e->month, 0);
}

bool year_is_left_out(const struct expression *e)
{
    return e->month != 0 && e->year == 0 && e->known_year == 0 && !e->event && e->base == BASE_PUBLISHED &&
           (e->choice == CHOICE_TENSE || e->choice == CHOICE_NEAREST) && e->relation != RELATION_SINCE &&
           (e->unit == UNIT_DAY || e->unit == UNIT_MONTH);
}

/* The day or month that comes first from `from` or just before it: "on 3 June 2022 ... on 10 June"; DAY_NONE
 * where that is not over. */
static int32_t first_from(const struct expression *e, int32_t from, int32_t published)
{
    int32_t year = civil_from_day(from).year;
    int32_t day = named_in_year(e, year);

    if (day == DAY_NONE || day < from - BACK) {
        day = named_in_year(e, year + 1);
    }
    return day != DAY_NONE && day <= published ? day : DAY_NONE;
}

/* True when what a text tells of `latest`, the nearest of that name in the past, is news: told without its
 * year because everybody knows it.  Else it goes on from what was told before it, to `on`. */
static bool is_news(const struct expression *e, const struct focus *focus, int32_t latest, int32_t on)
{
    int32_t ago = focus->published - unit_last(e->unit, latest);
    bool this_year = civil_from_day(latest).year == civil_from_day(focus->published).year;
    bool next = on - focus->paragraph.told <= NEXT;

    switch (focus->paragraph.how) {
    case TOLD_DOUBT:
        return true;
    case TOLD_PASSING:
        return this_year || ago <= FRESH || !e->opens;
    case TOLD_FRAME:
        return focus->sentence.frame == 0 && (this_year || ago <= FRESH);
    case TOLD_INSIDE: /* "they signed in January 1999.  The deal expired on June 30" */
        return ago <= FRESH || (this_year && !next);
    default:
        break;
    }
    /* "on 3 June 2022 ... by 10 June" */
    return ago <= (next || e->relation == RELATION_BY ? JUST_NOW : FRESH);
}

/* The latest one, or that which goes on from what was told before it: news is of the last weeks, a look back
 * of the year that it is at.  The alternative is the other of the two. */
static int32_t choose_past(const struct expression *e, struct point base, struct resolver *resolver)
{
    const struct focus *focus = resolver->focus;
    int32_t latest = choose_year(e, base, TENSE_PAST);
    int32_t told = focus->paragraph.told;
    int32_t on = told == DAY_NONE ? DAY_NONE : first_from(e, told, focus->published);

    /* "They met on 2 September 1945; nothing was signed until 12 September" */
    if (latest > focus->published && on != DAY_NONE && on - told <= NEXT &&
        focus->paragraph.how <= TOLD_INSIDE) {
        latest = day_shift(UNIT_YEAR, latest, -1);
    }
    if (on == DAY_NONE || latest == DAY_NONE || on == latest ||
        is_news(e, focus, latest, on) != resolver->alternative) {
        return latest;
    }
    resolver->anchor = ANCHOR_NARRATIVE;
    resolver->from = told;
    return on;
}

/* "In 2019 he said it would close in January": the month comes after a day of that year that nobody tells,
 * the likelier one in the year itself the later it lies in it.  What nobody said then lies ahead of today. */
static int32_t choose_ahead(const struct expression *e, struct point base, struct resolver *resolver)
{
    int32_t frame = resolver->focus->sentence.frame;
    int32_t day = DAY_NONE;

    if (frame != 0 && e->told && !resolver->alternative) {
        day = named_in_year(e, e->month > 6 ? frame : frame + 1);
    }
    if (day == DAY_NONE || day > resolver->focus->published) {
        return choose_year(e, base, TENSE_FUTURE);
    }
    resolver->anchor = ANCHOR_NARRATIVE;
    resolver->from = civil_to_day(frame, 1, 1);
    return day;
}

struct point choose(const struct expression *e, struct point base, struct resolver *resolver)
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
        return (struct point){UNIT_NONE, DAY_NONE};
    }
    if (e->event) {
        point.day = named_in_year(e, year_of_event(e, base, resolver->focus));
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
    } else if (year_is_left_out(e) && resolver->tense == TENSE_PAST && e->named_weekday == 0) {
        point.day = choose_past(e, base, resolver);
    } else if (year_is_left_out(e) && resolver->tense == TENSE_FUTURE && e->named_weekday == 0) {
        point.day = choose_ahead(e, base, resolver);
    } else {
        point.day = choose_year(e, base, resolver->tense);
    }
    return point;
}
