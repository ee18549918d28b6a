/* The other readings of claims that were stored before these were kept with them. */
#ifndef STORE_SQLITE_READINGS_H
#define STORE_SQLITE_READINGS_H

#include "connection.h"

/* Gives the SQL of migrations the function readings_of(timexes, number, first, last, latest): packed, the
 * other readings of the time expression of that number among the packed ones of an article.  Empty when there
 * are none, when its days are not first..last, so that those of the claim are made of more than its words,
 * and for readings that begin after the day `latest` (unless that is NULL). */
enum status readings_offer(struct connection *connection, struct error *error) MUST_CHECK;

#endif
