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
    LABEL_LINE,    /* the same, of which nothing else is told in its sentence */
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
    int32_t months;        /* from this month to the one that ends its range */
    int32_t reach;         /* days from this weekday to the one that ends its range */
    bool feast;            /* it is named as a feast, with a fixed date or a computed one */
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
    bool placed;                /* it goes on from the line of a chronology that is of day placed_from */
    int32_t placed_from;
    int32_t placed_other; /* its other reading, or DAY_NONE */
    bool onward;          /* what goes on from it may lie ahead, unlike what does since it */
    bool begins;          /* it is the day on which something began */
    bool ends;            /* it is the day on which something ended */
    bool aside;           /* it is none of the story: "born in 1970" */
    bool dateline;        /* it is the day on which the text says it was written */
    bool of_speech;       /* the day on which somebody said the rest: the story stays where it is */
    bool quoted;          /* it stands in quotation marks */
    bool begins_speech;   /* the day on which somebody told what follows: "on Friday he said that" */
    bool sure;            /* it has no other reading */
    bool told;            /* a verb of speech stands before it in its sentence */
    bool attributive;     /* an article stands right before it: "the 1949 treaty" */
    bool closes;          /* its sentence ends with it */
    bool frames;          /* a year that opens its sentence with its noun: "in the 2014 offensive" */
    bool opens;           /* nothing but other expressions stands before it in its clause */

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

#endif
