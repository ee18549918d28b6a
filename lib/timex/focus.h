/* What a text has spoken of so far, from which later expressions are reckoned.  Private to lib/timex and to
 * those who explain it. */
#ifndef TIMEX_FOCUS_H
#define TIMEX_FOCUS_H

#include "timex/expression.h"
#include "timex/survey.h"

/* What the sentence at hand has spoken of; nothing of it outlives the sentence. */
struct sentence_focus {
    int32_t day;     /* the latest named in it */
    bool late;       /* of which the evening or the night was meant */
    bool since;      /* it only tells since when something goes on */
    int32_t year;    /* "last year", whose results it tells; 0: none */
    int32_t quarter; /* the latest named in it */
    int32_t said;    /* on which somebody said what it tells */
    bool telling;    /* the words at hand are what was said then, as far as their clause shows */
    bool relative; /* they are of a relative clause without a comma before it: "the man who said on Monday" */
    int32_t spoken; /* on which somebody spoke in it, of whatever */
    int32_t frame;  /* the year that opens it: "In 2019, ... in June"; 0: none */
};

/* How firmly a text is at a time of the past. */
enum told {
    TOLD_DAY,     /* a month or a day of that year was named, opening its sentence */
    TOLD_INSIDE,  /* ... within it */
    TOLD_FRAME,   /* the year or season alone, opening it */
    TOLD_PASSING, /* ... closing it: "Brask fell in 2022." */
    TOLD_DOUBT,   /* within it, the year or season alone, or a date behind was read as news: it is the other
                     reading   of those that follow */
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
    bool ended;          /* something ended on the latest day: counting did not begin there */
    int32_t began;       /* on which something began: its first day; DAY_NONE: not told */
    int32_t anchor_day;  /* from which the latest expression with an anchor was reckoned */
    struct sentence_focus sentence;
    struct {
        int32_t day;    /* the latest that a sentence before this one named and that the story is at */
        bool late;      /* of which the evening or the night was meant */
        int32_t entry;  /* that of the entry of a chronology which it is */
        int32_t year;   /* in which a period told in it ended; 0: none */
        int32_t told;   /* the latest day or first day of a month, season or year of the past whose year is
                           known from the words, unless something reckoned from the publication day came
                           after it */
        enum told how;  /* it was told */
        int32_t spoken; /* on which somebody spoke in the sentence before this one, or before or within the
                           quotation that it goes on with */
    } paragraph;
    struct {
        int32_t day; /* the only one that the paragraphs before this one were at, so far */
        bool late;
        bool several; /* they were at several */
    } story;
    int32_t heading; /* the day over that a line of its own gives to the paragraphs below it */
    struct survey survey;
};

/* Nothing spoken of yet. */
void focus_init(struct focus *focus, const struct instant *published);

/* Another sentence begins, and with it perhaps a paragraph. */
void focus_begin_sentence(struct focus *focus, bool paragraph);

/* The day of an entry of a chronology, or DAY_NONE: what its paragraph says is seen from there once it is
 * over. */
void focus_enter(struct focus *focus, int32_t day);
/* A line of its own gives its day, when it is one of the last year, to what stands below it, until another
 * does. */
void focus_head(struct focus *focus, int32_t day);
/* The text says that it was written on `day`: it is the publication day of all that follows when it lies
 * close to the one that the article gives, which may be of another zone, or of the day of print. */
void focus_take_dateline(struct focus *focus, int32_t day);

/* The point has been spoken of. */
void focus_move(struct focus *focus, struct point point);

/* The unit whose latest mention a point with BASE_NARRATIVE is seen from. */
enum unit focus_unit(const struct expression *e);

/* The day that "the second day" is reckoned from, and which is the first: that on which something began, else
 * the latest; DAY_NONE when none was named, or something ended on it. */
int32_t focus_count_start(const struct focus *focus);

#endif
