/* What a text as a whole tells of its dates: in which order it writes day and month, and of which year its
 * days are. */
#ifndef TIMEX_SURVEY_H
#define TIMEX_SURVEY_H

#include "text/text.h"
#include "timex/expression.h"

struct focus;

/* In which order a text writes day and month in numbers. */
enum date_order { ORDER_OPEN, ORDER_MONTH_FIRST, ORDER_DAY_FIRST };

/* What the text as a whole tells; made only when an expression asks for it. */
struct survey {
    bool made;
    bool neighbours; /* `order` is that of other dates of the text, not of the region of its language */
    enum date_order order;
    int16_t day_years[12][32]; /* by month - 1 and day: the earliest year told with it; [0]: the latest told
                                * with the month alone; 0: none */
};

/* Reads all of `text`, and of what stands beside it, once, in time linear in their length. */
void survey_text(const struct text *text, struct survey *survey);

/* The day of "4/5/2024", written of month and day in either order; `e` has both readings.  Stores the day of
 * the other reading in `other`, DAY_NONE when the order is settled: by the neighbours, or by the region of
 * the language unless what the clause does not tell as future would then lie ahead of the publication day. */
int32_t survey_numeric_day(const struct expression *e, enum tense tense, const struct focus *focus,
                           int32_t *other);

/* The year in which the text puts that day of a month, or with day 0 the month alone; 0 when it names none.
 */
int32_t survey_year(const struct survey *survey, int32_t month, int32_t day);

#endif
