/* Dates as pages write them in their metadata. */
#ifndef ARTICLE_PAGE_DATE_H
#define ARTICLE_PAGE_DATE_H

#include "base/civil.h"

/* Reads RFC 3339 and its usual departures ("2024-12-17 10:00", "2024-12-17T10:00:00+0100", "2024/12/17",
 * "20241217", "... GMT"), the dates of HTTP and e-mail ("Tue, 17 Dec 2024 10:00:00 GMT") and those that name
 * the month in English ("December 17, 2024 6:30 pm").  False when it is none of these. */
bool page_date_parse(struct str text, struct instant *instant);

#endif
