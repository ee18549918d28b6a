#include "timex/chronology.h"

#include "timex/choose.h"
#include "timex/tie.h"

/* So many sentences behind a heading its first entry may stand. */
#define HEADING_REACH 3
/* So many days back an entry may go without being of another year. */
#define DISORDER 60
/* So many days ahead an entry may lie that nothing else dates: that of a programme; a chronology looks back.
 */
#define PROGRAMME_REACH 45

/* So many sentences behind a line with a date one that is a weekday goes on from it. */
#define LINE_REACH 12

void chronology_init(struct chronology *chronology)
{
    *chronology = (struct chronology){.entry = DAY_NONE, .here = DAY_NONE, .line = DAY_NONE};
}

void chronology_begin_sentence(struct chronology *chronology, bool paragraph)
{
    if (paragraph) {
        chronology->here = DAY_NONE;
        chronology->of_weekday = false;
    }
    chronology->line_age++;
    if (chronology->year != 0 && ++chronology->age > HEADING_REACH) {
        chronology->year = 0;
    }
}

/* The year that puts `e` next to the day; 0 when it has no such day in any. */
static int32_t year_near(const struct expression *e, int32_t to)
{
    int32_t middle = civil_from_day(to).year;
    int32_t best = 0;
    int64_t least = INT64_MAX;

    for (int32_t year = middle - 1; year <= middle + 1; year++) {
        int32_t day = named_in_year(e, year);
        int64_t distance = day > to ? (int64_t)day - to : (int64_t)to - day;
        if (day != DAY_NONE && distance < least) {
            least = distance;
            best = year;
        }
    }
    return best;
}

/* The year of the entry behind the latest one: of the same year unless it would go far back in it, as from
 * December to January.  In a chronology that goes backwards, likewise. */
static int32_t year_of_next(const struct chronology *chronology, const struct expression *e,
                            int32_t published)
{
    int32_t year = civil_from_day(chronology->entry).year;
    int32_t day = named_in_year(e, year);

    if (chronology->backwards) {
        return day != DAY_NONE && day - chronology->entry > DISORDER ? year - 1 : year;
    }
    int32_t later = named_in_year(e, year + 1);
    return day != DAY_NONE && chronology->entry - day > DISORDER && later != DAY_NONE && later <= published
               ? year + 1
               : year;
}

static void give_year(struct expression *e, int32_t year)
{
    if (year != 0 && named_in_year(e, year) != DAY_NONE) {
        e->year = year;
        e->base = BASE_NONE;
    }
}

/* So few days from a line to the next are no gap: a weekday so close before it is none of the days behind it,
 * nor the other way round. */
#define DAYS_CLOSE 2

/* The day of that name next behind the latest line with a date, or before it, when that stands not far above
 * and the day is over; else DAY_NONE.  Where no two dates tell which way the chronology goes, that of before
 * is taken only when it is close, and *other is the one not taken, as long as that is over; else DAY_NONE. */
static int32_t weekday_of_next(const struct chronology *chronology, const struct expression *e,
                               int32_t published, int32_t *other)
{
    *other = DAY_NONE;
    if (chronology->line == DAY_NONE || chronology->line_age > LINE_REACH) {
        return DAY_NONE;
    }
    int32_t ahead = (e->weekday - civil_weekday(chronology->line) + 6) % 7 + 1;
    int32_t behind = ahead == 7 ? 7 : 7 - ahead;
    int32_t next = day_shift(UNIT_DAY, chronology->line, ahead);
    int32_t last = day_shift(UNIT_DAY, chronology->line, -behind);
    bool open = chronology->line_step == 0;
    bool back = open ? behind <= DAYS_CLOSE : chronology->line_step < 0;

    if (open && (back || ahead > DAYS_CLOSE)) {
        *other = back ? next : last;
        *other = *other > published ? DAY_NONE : *other;
    }
    next = back ? last : next;
    return next > published ? DAY_NONE : next;
}

/* Makes the weekday that day, or else the other, as the line of day `from` tells. */
static void place_on(struct expression *e, int32_t day, int32_t other, int32_t from)
{
    struct civil date = civil_from_day(day);

    e->placed = true;
    e->placed_from = from;
    e->placed_other = other;
    e->year = date.year;
    e->month = date.month;
    e->day = date.day;
    e->weekday = 0;
    e->base = BASE_NONE;
}

/* Reads an entry that a weekday opens.  A programme begins today or tomorrow, and its verbs, if it has any,
 * are not past. */
static void place_weekday(struct chronology *chronology, struct expression *e, int32_t published)
{
    int32_t ahead = (e->weekday - civil_weekday(published) + 7) % 7;
    bool first = chronology->weekday == 0;

    e->label = LABEL_NONE;
    chronology->of_weekday = true;
    if (first && ahead == 0) {
        return; /* today, whichever it is: the next entry tells */
    }
    if (first) {
        chronology->programme = ahead == 1;
    }
    /* "Last week:" heads what is over, unless the next entry goes on in the week */
    bool begins_anew = chronology->looked_back && e->weekday <= chronology->weekday;
    chronology->programme = chronology->programme && e->tense != TENSE_PAST && !begins_anew;
    chronology->looked_back = false;
    chronology->weekday = e->weekday;
    if (chronology->programme) {
        e->tense = TENSE_FUTURE;
        e->label = LABEL_ENTRY;
    }
}

void chronology_place(struct chronology *chronology, struct expression *expression, int32_t published)
{
    struct expression *e = expression;

    if (e->kind != KIND_POINT) {
        return;
    }
    if (e->label == LABEL_HEADING) {
        chronology->year = e->year > 0 ? e->year : 0;
        chronology->age = 0;
        return;
    }
    if (e->label != LABEL_NONE && is_bare_weekday(e)) {
        int32_t other;
        int32_t day = weekday_of_next(chronology, e, published, &other);
        if (day != DAY_NONE) {
            place_on(e, day, other, chronology->line);
        } else if (e->label == LABEL_ENTRY) {
            place_weekday(chronology, e, published);
        } else {
            e->label = LABEL_NONE; /* of a weekday that is a line nobody knows whether it is over */
        }
        return;
    }
    bool of_year = e->month != 0 && (e->unit == UNIT_DAY || e->unit == UNIT_MONTH);
    bool open = of_year && e->year == 0 && e->base == BASE_PUBLISHED;
    if (e->label == LABEL_NONE) {
        if (e->base == BASE_PUBLISHED && e->shift < 0 && !chronology->of_weekday) {
            chronology->looked_back = true;
        }
        if (open && chronology->here != DAY_NONE) {
            give_year(e, year_near(e, chronology->here));
        }
        return;
    }
    if (open && chronology->year != 0) {
        give_year(e, chronology->year);
    } else if (open && chronology->entry != DAY_NONE) {
        give_year(e, year_of_next(chronology, e, published));
    } else if (open && e->tense != TENSE_FUTURE) {
        int32_t year = year_near(e, published);
        int32_t day = named_in_year(e, year);
        if (day != DAY_NONE && day - published > PROGRAMME_REACH) {
            give_year(e, year - 1);
        }
    }
    chronology->year = 0;
    if (e->year > 0) {
        int32_t day = named_in_year(e, e->year);
        if (e->unit == UNIT_MONTH && chronology->entry >= day &&
            chronology->entry <= unit_last(UNIT_MONTH, day)) {
            day = chronology->entry; /* "late March" below "March 7" */
        }
        chronology->backwards = day < chronology->entry && chronology->entry != DAY_NONE;
        chronology->entry = day;
        chronology->here = day;
    }
}

void chronology_go_on(struct chronology *chronology, const struct expression *e, int32_t day,
                      int32_t published)
{
    if (day > published) {
        chronology->line = DAY_NONE; /* a programme */
    } else if (day != DAY_NONE) {
        if (!e->placed) { /* no guess tells which way it goes */
            chronology->line_step = chronology->line == DAY_NONE ? 0 : day < chronology->line ? -1 : 1;
        }
        chronology->line = day;
        chronology->line_age = 0;
    }
}
