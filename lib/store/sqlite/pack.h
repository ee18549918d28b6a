/* Small lists as bytes: integers in 7-bit groups, strings with their length.  Read back by the same build of
 * the schema only; what is kept this way is derived and can be made again, but for the places of corrections:
 * another form of places needs a migration. */
#ifndef STORE_SQLITE_PACK_H
#define STORE_SQLITE_PACK_H

#include "base/arena.h"
#include "base/buffer.h"
#include "merge/event.h"
#include "report/report.h"
#include "store/store.h"
#include "timex/timex.h"

void pack_places(struct buffer *out, const struct place *places, size_t count);
void pack_strings(struct buffer *out, const struct str *items, size_t count);
void pack_ids(struct buffer *out, const int64_t *ids, size_t count);
/* Nothing for none. */
void pack_readings(struct buffer *out, const struct timex_reading *readings, size_t count);
void pack_timexes(struct buffer *out, const struct timex_list *list);
void pack_reports(struct buffer *out, const struct report *reports, size_t count);
/* What the claims of an event sum up to: equal bytes for equal sums.  Never read back. */
void pack_event(struct buffer *out, const struct event *event);
/* What `report` was found to be, as far as it can be corrected, and which corrections are in force; nothing
 * when there are none. */
void pack_corrected(struct buffer *out, const struct report *report, const struct store_corrected *corrected);

/* Reading: arrays lie in `arena`, strings are borrowed from `bytes` unless said otherwise.  ERR_NO_MEMORY, or
 * ERR_IO when the bytes are not what was packed. */
enum status unpack_places(struct arena *arena, struct str bytes, struct place **places,
                          size_t *count) MUST_CHECK;
enum status unpack_strings(struct arena *arena, struct str bytes, struct str **items,
                           size_t *count) MUST_CHECK;
enum status unpack_ids(struct arena *arena, struct str bytes, int64_t **ids, size_t *count) MUST_CHECK;
/* All strings are copied into `arena`; *readings is NULL for no bytes. */
enum status unpack_readings(struct arena *arena, struct str bytes, const struct timex_reading **readings,
                            uint8_t *count) MUST_CHECK;
/* Sets also what `report` has of corrections; corrected->extracted is NULL for no bytes. */
enum status unpack_corrected(struct arena *arena, struct str bytes, struct report *report,
                             struct store_corrected *corrected) MUST_CHECK;
enum status unpack_timexes(struct arena *arena, struct str bytes, struct timex_list *list) MUST_CHECK;
enum status unpack_reports(struct arena *arena, struct str bytes, struct report **reports,
                           size_t *count) MUST_CHECK;

#endif
