/* By which reports events are known: the first founder of an event that is there, and not rejected, decides
 * which claims go on under its id.  A report stays a founder wherever corrections and other claims take it,
 * so that the ids follow from the events as they are, whatever they were in between. */
#ifndef STORE_SQLITE_FOUNDER_H
#define STORE_SQLITE_FOUNDER_H

#include "batch.h"
#include "reports.h"

/* Reads what a report has founded, ascending, into `arena`. */
enum status founded_read(struct connection *connection, struct arena *arena, int64_t report,
                         struct founded **founded, size_t *count, struct error *error) MUST_CHECK;
/* Makes the report the last founder of the event. */
enum status founder_add(struct batch *batch, int64_t event, int64_t report, struct error *error) MUST_CHECK;
/* Whether the event has a founder that is there before the one with the number `before`. */
enum status founder_is_there(struct connection *connection, int64_t event, int64_t before, bool *there,
                             struct error *error) MUST_CHECK;
/* A report comes or goes: the events that it has founded with others may become another one's. */
enum status founder_moves(struct batch *batch, int64_t report, struct error *error) MUST_CHECK;

/* What becomes of the events that removed reports have founded.  Each new report, of `rows`, that is the
 * claim of one of the formers, reworded perhaps, takes its place: an article whose wording is corrected must
 * not give its events new ids.  The likest are paired first and each once, so that an event whose claim was
 * dropped is not taken for that of a claim which stayed.  Else what is left of the event keeps it. */
enum status founders_replace(struct batch *batch, struct former *formers, size_t count,
                             const struct claim_row *rows, size_t row_count, struct error *error) MUST_CHECK;

#endif
