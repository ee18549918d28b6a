/* The other defensible reading of an expression. */
#include "timex/resolve.h"

#include "timex/choose.h"
#include "timex/days.h"
#include "timex/survey.h"
#include "timex/tie.h"

static bool same_week(int32_t a, int32_t b)
{
    return unit_first(UNIT_WEEK, a) == unit_first(UNIT_WEEK, b);
}

/* Whether a weekday could be meant a week on or back: where no verb tells; "last Tuesday" on a Wednesday,
 * "next Friday" on a Tuesday, which some say of the week before or after this one. */
static bool weekday_is_open(const struct expression *e, struct point point, const struct resolver *resolver)
{
    if (e->weekday == 0 || e->unit != UNIT_DAY || e->month != 0 || e->base != BASE_PUBLISHED) {
        return false;
    }
    if (e->choice == CHOICE_BEFORE || e->choice == CHOICE_AFTER) {
        return same_week(point.day, resolver->focus->published) ||
               point.day == resolver->focus->published + 8; /* "next Wednesday" on a Tuesday */
    }
    return e->verb_tense == TENSE_UNKNOWN && (e->choice == CHOICE_TENSE || e->choice == CHOICE_THIS);
}

/* Whether a month, or a day of one, could be a year on or back: where no verb tells, and where one tells that
 * a day lies ahead which is nearer in the past. */
static bool year_is_open(const struct expression *e, struct point point, const struct resolver *resolver)
{
    bool far =
        e->day != 0 && e->verb_tense == TENSE_FUTURE && point.day - resolver->focus->published > HALF_A_YEAR;

    bool term = e->relation == RELATION_UNTIL && e->tense == TENSE_FUTURE &&
                point.day < resolver->focus->published; /* "runs until Dec. 31", said in January */

    return (far || term || e->verb_tense == TENSE_UNKNOWN) && (e->relation != RELATION_SINCE || e->onward) &&
           e->month != 0 && e->year == 0 && e->base == BASE_PUBLISHED &&
           (e->choice == CHOICE_TENSE || e->choice == CHOICE_NEAREST);
}

/* "Next weekend" said on a weekday is to some the one that comes first; "the weekend" and "this weekend" may
 * be the last or the coming one where no verb tells.  Gives `e` the other shift or the resolver the other
 * tense; false for what is no such weekend. */
static bool weekend_is_open(struct expression *e, struct point point, struct resolver *resolver)
{
    int32_t published = resolver->focus->published;

    if (e->base == BASE_NONE && e->recall == RECALL_LATEST && e->unit == UNIT_WEEKEND) {
        resolver->tense = point.day > published ? TENSE_PAST : TENSE_FUTURE;
        return e->verb_tense == TENSE_UNKNOWN;
    }
    if (e->base != BASE_PUBLISHED || e->shift_unit != UNIT_WEEKEND || e->unit != UNIT_NONE) {
        return false;
    }
    bool midweek = unit_first(UNIT_WEEKEND, published) > published;
    bool next = e->shift == 1;
    bool this = e->shift == 0 && e->verb_tense == TENSE_UNKNOWN;
    e->shift--;
    return midweek && (next || this);
}

/* "A week ago Friday" is a week before the last Friday, and to some the Friday of the week before. */
static bool week_is_open(struct expression *e, struct point point, const struct resolver *resolver)
{
    if (e->base != BASE_EXPRESSION || !e->exact || e->shift_unit != UNIT_WEEK || e->shift >= 0 ||
        e->other->weekday == 0) {
        return false;
    }
    int32_t ago = day_shift(UNIT_WEEK, resolver->focus->published, e->shift);
    bool later = !same_week(point.day, ago);
    e->shift++;
    return later;
}

/* So many days beside a date its weekday is looked for, which contradicts it. */
#define SLIP 3

/* The day nearest to `day` that is the weekday named beside it: "Friday, March 15" in a year when that is a
 * Saturday; DAY_NONE when they agree. */
static int32_t day_of_weekday(const struct expression *e, int32_t day)
{
    int32_t ahead = (e->named_weekday - civil_weekday(day) + 7) % 7;

    if (e->named_weekday == 0 || ahead == 0) {
        return DAY_NONE;
    }
    return day_shift(UNIT_DAY, day, ahead <= SLIP ? ahead : ahead - 7);
}

static void write_other(const struct expression *e, const struct resolver *resolver, struct point chosen,
                        struct point point, struct resolution *other)
{
    if (point.day != DAY_NONE && point.day != chosen.day) {
        value_of_point(point, e, other->value);
        other->date = days_of_point(e, point, resolver->focus);
    }
}

/* Whether it is reckoned from a day on which somebody spoke, though the writer may mean his own. */
static bool is_of_speech(const struct expression *e, const struct resolver *resolver)
{
    return resolver->focus->sentence.said != DAY_NONE && seen_from_speech(e) &&
           (e->shift_unit == UNIT_NONE || !e->quoted);
}

/* Whether "last week" of the writer was not over when somebody told of it: it may be the speaker's. */
static bool is_open_at_speech(const struct expression *e, struct point point, const struct focus *focus)
{
    const struct sentence_focus *sentence = &focus->sentence;

    return !e->quoted && e->shift_unit > UNIT_DAY && e->shift < 0 && sentence->telling &&
           sentence->said != DAY_NONE && seen_from_speech(e) &&
           unit_last(e->shift_unit, point.day) > sentence->said;
}

/* Whether a time of day is of the day that paragraphs before its own were at. */
static bool is_of_story(const struct expression *e, const struct resolver *resolver)
{
    const struct focus *focus = resolver->focus;

    return e->recall == RECALL_SENTENCE && e->base == BASE_PUBLISHED &&
           resolver->anchor == ANCHOR_NARRATIVE && focus->sentence.day == DAY_NONE &&
           focus->paragraph.day == DAY_NONE && focus->paragraph.entry == DAY_NONE;
}

void reading_other(const struct expression *e, const struct resolver *resolver, struct point chosen,
                   struct resolution *other)
{
    struct resolver second = *resolver;
    struct expression changed = *e;

    bool looks_back = (resolver->tense == TENSE_PAST && resolver->focus->paragraph.told != DAY_NONE) ||
                      (resolver->tense == TENSE_FUTURE && resolver->focus->sentence.frame != 0);
    second.alternative = weekday_is_open(e, chosen, resolver) || (looks_back && year_is_left_out(e));
    struct point point = {e->unit, DAY_NONE};
    if (e->sure) {
        return;
    }
    if (e->placed) {
        point.day = e->placed_other;
        write_other(e, resolver, chosen, point, other);
        return;
    }
    if (e->unit == UNIT_DAY && day_of_weekday(e, chosen.day) != DAY_NONE) {
        point.day = day_of_weekday(e, chosen.day);
        write_other(e, resolver, chosen, point, other);
        return;
    }
    if (is_open_at_speech(e, chosen, resolver->focus)) {
        changed.quoted = true;
        write_other(e, resolver, chosen, resolve_point(&changed, &second), other);
        return;
    }
    if (is_of_speech(e, resolver) || is_of_story(e, resolver)) { /* the same seen from publication */
        struct focus focus = *resolver->focus;
        focus.sentence.said = DAY_NONE;
        focus.story.several = true;
        second.focus = &focus;
        write_other(e, resolver, chosen, resolve_point(e, &second), other);
        return;
    }
    if (e->hour == 24 && e->base == BASE_EXPRESSION) { /* "midnight on Tuesday": its end, or its beginning */
        point = (struct point){chosen.unit, day_shift(UNIT_DAY, chosen.day, -1)};
        write_other(e, resolver, chosen, point, other);
        return;
    }
    if (e->event) { /* the words give no year, nor does the text */
        if (resolver->anchor == ANCHOR_PUBLISHED) {
            point.day = named_in_year(e, civil_from_day(chosen.day).year - 1);
        }
        write_other(e, resolver, chosen, point, other);
        return;
    }
    if (e->known_year != 0) { /* "the September 11 attack" just after another 11 September */
        point.day = named_in_year(e, civil_from_day(resolver->focus->published).year);
        if (point.day != DAY_NONE && point.day <= resolver->focus->published &&
            resolver->focus->published - point.day <= HALF_A_YEAR) {
            write_other(e, resolver, chosen, point, other);
        }
        return;
    }
    if (e->swapped) {
        (void)survey_numeric_day(e, resolver->tense, resolver->focus, &point.day);
        write_other(e, resolver, chosen, point, other);
        return;
    }
    if (year_is_open(e, chosen, resolver)) {
        second.tense = chosen.day > resolver->focus->published ? TENSE_PAST : TENSE_FUTURE;
        changed.choice = CHOICE_NEAREST; /* a month that is just over is no other's next year */
        if (e->relation == RELATION_UNTIL && e->tense == TENSE_FUTURE && second.tense == TENSE_FUTURE) {
            changed.choice = CHOICE_COMING;
        }
    } else if (!second.alternative && !weekend_is_open(&changed, chosen, &second)) {
        changed = *e;
        if (!week_is_open(&changed, chosen, resolver)) {
            return;
        }
    }
    write_other(e, resolver, chosen, resolve_point(&changed, &second), other);
}
