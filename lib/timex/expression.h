/* A time expression as the rules find it: typed, but not yet resolved against any date. */
#ifndef TIMEX_EXPRESSION_H
#define TIMEX_EXPRESSION_H

#include "timex/calendar.h"
#include "timex/timex.h"

/* What the clause speaks of, as far as its verbs tell. */
enum tense { TENSE_UNKNOWN, TENSE_PAST, TENSE_FUTURE };

enum expression_kind {
    KIND_POINT,     /* a place on the calendar: DATE, or TIME when it has a clock or a part of the day */
    KIND_LENGTH,    /* an amount of time: DURATION */
    KIND_REPEAT,    /* SET */
    KIND_REFERENCE, /* PAST_REF, PRESENT_REF, FUTURE_REF */
};

/* The day from which a point is reckoned. */
enum base {
    BASE_NONE,       /* from nothing: it names its year itself */
    BASE_PUBLISHED,  /* the publication day */
    BASE_NARRATIVE,  /* the point mentioned before it */
    BASE_EXPRESSION, /* the point of another expression, `other` */
};

/* Which of the days, months ... of one name is meant, seen from the base. */
enum choice {
    CHOICE_TENSE,   /* the latest that has begun; the next when the clause speaks of the future */
    CHOICE_LATEST,  /* the latest that has begun */
    CHOICE_NEAREST, /* the nearest, the earlier of two as near */
    CHOICE_BEFORE,  /* the latest that is over */
    CHOICE_AFTER,   /* the earliest that has not begun */
    CHOICE_COMING,  /* the earliest that is not over */
    CHOICE_THIS,    /* the one in the year of the base; of weekdays the base itself or the next */
    CHOICE_INSIDE,  /* the one within the base */
};

/* The narrative rules that need more than a base and a shift. */
enum recall {
    RECALL_NONE,
    RECALL_LATEST,   /* the latest unit spoken of, else the last one over ("the latest quarter") */
    RECALL_YEAR_AGO, /* the period spoken of, a year before ("a year earlier" in a report on a quarter) */
    RECALL_SENTENCE, /* the day named before it in the sentence, else the base ("at 3 p.m.") */
};

enum day_part {
    PART_NONE,
    PART_MORNING,
    PART_MIDDAY,
    PART_AFTERNOON,
    PART_EVENING,
    PART_NIGHT,
    PART_DAYTIME,
    PART_OVERNIGHT
};

enum reference { REFERENCE_PAST, REFERENCE_PRESENT, REFERENCE_FUTURE };

/* Where the days of a length lie, or of the unit that a point is shifted by ("the past week"). */
enum window {
    WINDOW_NONE,
    WINDOW_PAST,   /* it ends on the publication day */
    WINDOW_FUTURE, /* it begins on the day after */
};

/* What an expression does in a chronology. */
enum label {
    LABEL_NONE,
    LABEL_HEADING, /* the year or month of the entries below it */
    LABEL_ENTRY,   /* the day of the entry that it opens */
};

#define CLOCK_NONE (-1) /* no hour or minute */
#define NOON 12         /* the hour */

/* Fields that are 0, NONE or NULL are not given.  Each belongs to points where nothing else is said. */
struct expression {
    const char *rule; /* that made it */
    uint32_t first_token, end_token;
    enum expression_kind kind;

    /* Where a point is reckoned from, and how far it lies from there. */
    enum base base;
    const struct expression *other; /* of BASE_EXPRESSION; of a length what it is a portion of, of a SET what
                                       recurs */
    int64_t shift;
    enum unit shift_unit; /* NONE: not moved */
    bool exact;           /* moved to the same day of another unit, not to the unit as a whole */
    enum recall recall;

    /* What is named within or near that. */
    enum unit unit; /* of what is named; NONE when nothing is */
    enum choice choice;
    int32_t year; /* negative: before Christ; 1980 for a decade, 1900 for a century */
    int32_t month, day, weekday, quarter, half;
    int32_t decade; /* of a century, 1 to 10 */
    enum season season;
    enum holiday holiday;
    int32_t named_weekday; /* that stands beside a day of a month and may tell its year */
    int32_t known_year;    /* of a day that is known by its date, once it is over */
    int32_t nth;           /* which weekday of that name in the base: 1 the first, -1 the last */
    int32_t counted;       /* "the second day": its number from the day that counting began with */
    int32_t reach;         /* days from this weekday to the one that ends its range */
    bool swapped;          /* month and day could be the other way round: "4/5/2024" */
    bool event;            /* it is the day by which something past is known: "the 7 October attack" */
    bool dateless;         /* nothing tells which day it is: "the Friday before the vote" */

    /* The part of it that is meant. */
    enum day_part part;
    int32_t hour, minute; /* CLOCK_NONE: not given; hour 24 is the end of the day */
    enum mod mod;
    int32_t third_first; /* narrowed to its thirds from this one ... */
    int32_t third_end;   /* ... up to before this one: 0 to 1 early, 1 to 3 mid-to-late; 0: not narrowed */
    int32_t slice;       /* which run of so many units of it: 2 the second half, -1 the last ten days */
    int32_t slice_count;
    enum unit slice_unit; /* DAY, WEEK, HALF; of a length MONTH ... : so much of `other` */
    bool half_told;       /* the words say whether the hour is before or past noon */
    bool turn;            /* the time around its first day: "the turn of the century" */
    bool so_far;          /* "earlier this year": its days end with the publication day */
    bool slice_vague;     /* "the last days": how many is not told */

    /* A length: amount and unit, a rest in a smaller unit ("two years and six months") and a last one in one
     * smaller still ("an hour, 20 minutes and 30 seconds"); of a SET, unless `other` recurs, its period. */
    int64_t amount, rest, last_rest;
    enum unit amount_unit; /* NONE: an unknown one, "a while" */
    enum unit rest_unit, last_unit;
    bool vague; /* "several": no amount */
    enum window window;
    int32_t offset; /* -1: it lies between its event and a later day spoken of ("a week earlier"), 1: an
                       earlier one */

    enum reference reference; /* of KIND_REFERENCE */

    /* What it does in the text. */
    enum timex_relation relation;
    enum label label;           /* its role in a chronology */
    struct expression *partner; /* the next of a range or list, of the last the first */
    bool onward;                /* what goes on from it may lie ahead, unlike what does since it */
    bool dateline;              /* it is the day on which the text says it was written */
    bool of_speech;             /* the day on which somebody said the rest: the story stays where it is */
    bool sure;                  /* it has no other reading */

    /* How it was resolved. */
    enum tense tense;      /* in which */
    enum tense verb_tense; /* the same, or else what the latest verb before it told, however far it is */
    uint32_t index;        /* among the results; UINT32_MAX while it is none */
};

/* Expressions of one sentence; their memory is used again for the next. */
struct expression_pool {
    struct arena *arena;
    struct expression_block *blocks; /* all of them */
    struct expression_block *block;  /* the one in use */
    size_t used;                     /* of that block */
};

/* One of that kind with nothing in it; NULL when there is no memory.  Valid until the pool is reset. */
struct expression *expression_new(struct expression_pool *pool, enum expression_kind kind);
void expression_pool_reset(struct expression_pool *pool);

/* A point on the calendar: the unit of it and its first day; the day is DAY_NONE when it cannot be told. */
struct point {
    enum unit unit;
    int32_t day;
};

/* In which order a text writes day and month in numbers. */
enum date_order { ORDER_OPEN, ORDER_MONTH_FIRST, ORDER_DAY_FIRST };

/* What the text as a whole tells; made only when an expression asks for it (timex/survey.h). */
struct survey {
    bool made;
    bool neighbours; /* `order` is that of other dates of the text, not of the region of its language */
    enum date_order order;
    int16_t day_years[12][32]; /* by month - 1 and day: the earliest year told with it; [0]: the latest told
                                * with the month alone; 0: none */
};

/* What has been spoken of so far; days are DAY_NONE where there is none. */
struct focus {
    struct {
        int32_t published, second; /* its publication day, and the second of that day or -1: not known */
    } article;
    int32_t published, second; /* from which "today" and "last week" are reckoned: those of the article, or
                                  the day of an entry of a chronology that is over */
    /* by unit: the day of the latest point of this unit or a finer one */
    int32_t latest[UNIT_MILLENNIUM + 1];
    int32_t quarter;     /* the first day of the latest quarter named that is not told as future */
    enum unit period;    /* the unit of the latest period named: QUARTER, YEAR or NONE */
    int32_t count_start; /* from which "the second day" was reckoned last */
    int32_t anchor_day;  /* from which the latest expression with an anchor was reckoned */
    struct {
        int32_t day;     /* the latest named in it */
        bool late;       /* of which the evening or the night was meant */
        int32_t quarter; /* the latest named in it */
    } sentence;
    struct {
        int32_t day;   /* the latest that a sentence before this one named and that the story is at */
        int32_t entry; /* that of the entry of a chronology which it is */
    } paragraph;
    struct survey survey;
};

/* Nothing spoken of yet. */
void focus_init(struct focus *focus, const struct instant *published);

/* Another sentence begins, and with it perhaps a paragraph. */
void focus_begin_sentence(struct focus *focus, bool paragraph);

/* The day of an entry of a chronology, or DAY_NONE: what its paragraph says is seen from there once it is
 * over. */
void focus_enter(struct focus *focus, int32_t day);
/* The text says that it was written on `day`: it is the publication day of all that follows when it lies
 * close to the one that the article gives, which may be of another zone, or of the day of print. */
void focus_take_dateline(struct focus *focus, int32_t day);

/* The point has been spoken of. */
void focus_move(struct focus *focus, struct point point);

/* The unit whose latest mention a point with BASE_NARRATIVE is seen from. */
enum unit focus_unit(const struct expression *e);

/* The day that "the second day" is reckoned from, and which is the first; DAY_NONE when none was named. */
int32_t focus_count_start(const struct focus *focus);

/* Reads a part of a month ("late December") that a clause in the past speaks of and that has not begun as
 * that of the year before. */
void expression_settle(struct expression *expression, const struct focus *focus);

/* What an expression was found to mean. */
struct resolution {
    enum timex_type type;
    char value[32]; /* TIMEX3 value */
    enum mod mod;
    struct interval date;
    enum timex_anchor anchor;
    enum timex_relation relation;
    bool up_to_now;
};

/* Resolves `expression` in its tense and writes what it means into `timex`, value and date of another
 * defensible reading into `other` (its value is empty when there is none); then moves the focus.  False when
 * it has no sensible value: it is then no time expression. */
bool expression_resolve(const struct expression *expression, struct focus *focus, struct resolution *timex,
                        struct resolution *other);

/* Writes TIMEX3 values, at most 32 bytes with the NUL. */
void value_of_point(struct point point, const struct expression *expression, char out[32]);
/* Of a day that cannot be told: which weekday it was, if that is said, and the time of the day. */
void value_of_unknown_day(const struct expression *expression, char out[32]);
void value_of_length(const struct expression *expression, char out[32]);
void value_of_repeat(const struct expression *expression, char out[32]);
void value_before_christ(const struct expression *expression, char out[32]);

#endif
