/* Chronologies: paragraphs that open with their day ("Feb. 4 - Leaders meet."), often below a year; and
 * programmes, whose days are weekdays ahead ("Wednesday: Minutes of the bank."). */
#ifndef TIMEX_CHRONOLOGY_H
#define TIMEX_CHRONOLOGY_H

#include "timex/expression.h"

struct chronology {
    int32_t year;     /* of the heading, until an entry has taken it; 0: none */
    int age;          /* sentences since the heading */
    int32_t entry;    /* the day of the latest entry whose year is known, or DAY_NONE */
    int32_t here;     /* the same when this paragraph is that entry, else DAY_NONE */
    bool backwards;   /* that entry lay before the one above it */
    int32_t line;     /* the day of the latest entry or line of which it is known otherwise, or DAY_NONE */
    int line_age;     /* sentences since that one */
    int line_step;    /* it lay before (-1) or behind (1) the one above it; 0: there is none above */
    int32_t weekday;  /* of the latest entry that is a weekday alone; 0: none */
    bool programme;   /* such entries are those of the days to come, until the text looks back */
    bool of_weekday;  /* this paragraph is such an entry */
    bool looked_back; /* something behind the latest of them, and outside, speaks of what is over */
};

void chronology_init(struct chronology *chronology);

/* Another sentence begins, and with it perhaps a paragraph.  A heading holds for the few sentences of an
 * introduction only. */
void chronology_begin_sentence(struct chronology *chronology, bool paragraph);

/* Reads what `expression` is in a chronology, before it is resolved.  Where the year of the entries is known
 * from a heading or an entry that names it, the day of an entry gets the year that goes on from the entry
 * before it, and a month or a day within an entry the year that puts it next to the entry.  A weekday that
 * opens an entry, or is its line, soon behind one with a date is the next of that name, or in a chronology
 * that goes backwards the one before, as long as that is over.  Other weekdays that open entries from the
 * publication day or the next one on lie ahead: their tense becomes the future. `published` is the
 * publication day. */
void chronology_place(struct chronology *chronology, struct expression *expression, int32_t published);

/* The entry or line at hand, which `e` gives, was found to be of `day`; DAY_NONE: of none that is known. */
void chronology_go_on(struct chronology *chronology, const struct expression *e, int32_t day,
                      int32_t published);

#endif
