/* JSON, both ways: requests by jansson with precise errors, answers streamed into a buffer. */
#ifndef JSON_JSON_H
#define JSON_JSON_H

#include "article/article.h"
#include "base/buffer.h"
#include "base/utf8.h"
#include "merge/merge.h"
#include "report/correct.h"
#include "report/reason.h"
#include "timex/timex.h"

/* Reads the body of POST /api/v1/articles or /annotate: our own fields (text or html, published, title, url,
 * publisher, author, language, id) or a schema.org NewsArticle (headline, datePublished, articleBody,
 * inLanguage, publisher, author, url).  With html, what the page says of itself fills what the request leaves
 * out.  The article lives in `arena`.  ERR_INVALID: malformed JSON (line and column set), a wrong field, or
 * one that neither has (pointer set; a NewsArticle may have any further ones); ERR_TOO_LARGE. */
enum status json_read_article(struct arena *arena, struct str body, struct article *article,
                              struct error *error) MUST_CHECK;

/* Reads the body of PATCH /api/v1/reports/{id}: any of the fields that can be corrected, and a note.  A field
 * that is not there is not changed; null is the value of one that has none.  Of a place that the gazetteer
 * knows, what is left out is filled in.  Everything lives in `arena`.  ERR_INVALID with line and column or
 * with a pointer: malformed JSON, a member that there is not, a value of another type, no change at all. */
enum status json_read_change(struct arena *arena, struct str body, struct report_change *change,
                             struct str *note, struct error *error) MUST_CHECK;
/* Reads {"member": ["e1", "e2"], "note": "..."}: ids are a `letter` and a number.  As above; ERR_TOO_LARGE
 * for more ids than JSON_IDS_MAX. */
#define JSON_IDS_MAX 1000
enum status json_read_ids(struct arena *arena, struct str body, const char *member, char letter,
                          int64_t **ids, size_t *count, struct str *note, struct error *error) MUST_CHECK;
/* "e42": false when it is no id with that letter. */
bool json_read_id(struct str text, char letter, int64_t *id);

/* A streaming writer.  Commas and colons are its business; keys must be plain ASCII.
 *     json_object_begin(&w); json_key(&w, "id"); json_str(&w, id); json_object_end(&w);
 * Failure is the buffer's: ask buffer_status at the end.  (json_string and json_null are names of jansson's.)
 */
struct json_writer {
    struct buffer *out;
    uint32_t depth;
    bool comma; /* a value stands before at this depth */
};

void json_writer_init(struct json_writer *writer, struct buffer *out);
void json_object_begin(struct json_writer *writer);
void json_object_end(struct json_writer *writer);
void json_array_begin(struct json_writer *writer);
void json_array_end(struct json_writer *writer);
void json_key(struct json_writer *writer, const char *key);
/* An absent string is written as null. A byte that is not UTF-8 becomes U+FFFD. */
void json_str(struct json_writer *writer, struct str s);
void json_text(struct json_writer *writer, const char *s);
void json_int(struct json_writer *writer, int64_t value);
void json_double(struct json_writer *writer, double value);
void json_bool(struct json_writer *writer, bool value);
void json_write_null(struct json_writer *writer);
/* A key and its value. */
void json_member_str(struct json_writer *writer, const char *key, struct str s);
void json_member_text(struct json_writer *writer, const char *key, const char *s);
void json_member_int(struct json_writer *writer, const char *key, int64_t value);

/* Values that several objects have.  A day: null for DAY_NONE.  A moment, in milliseconds: RFC 3339 in UTC,
 * whole seconds; null for 0, a moment that no store gave.  Bounds: null when both are open. */
void json_write_day(struct json_writer *writer, int32_t day);
void json_write_moment(struct json_writer *writer, int64_t milliseconds);
void json_write_bounds(struct json_writer *writer, struct bounds bounds);

/* "r342": a letter that tells what it is, and the store's number; null for 0. */
void json_write_id(struct json_writer *writer, char letter, int64_t id);
/* Quoted words under `key`, and where they stand; null when there are none. */
void json_write_quote(struct json_writer *writer, const char *key, const struct quote *quote);

/* The objects of the HTTP contract.  `text` is the field that the byte offsets of `timex` refer to; `cursor`
 * runs along with the list (see utf8.h). */
void json_write_interval(struct json_writer *writer, struct interval date);
void json_write_timex(struct json_writer *writer, const struct timex *timex, struct utf8_cursor *cursor);
/* Whose report it is: ids are 0 when nothing is stored, and then written as null. */
struct json_report_context {
    int64_t id;
    int64_t event;
    struct str article;
    /* when it is corrected: */
    const struct report *extracted; /* as it was found; NULL: it is not */
    const int64_t *corrections;     /* ids */
    size_t correction_count;
};
/* The members of the object, of a report as of an event: the caller begins and ends it, so that it can add
 * some. */
void json_write_report(struct json_writer *writer, const struct report *report,
                       const struct json_report_context *context);
/* The whole object: why the report is as it is. `timexes` are those of its article. */
void json_write_reason(struct json_writer *writer, const struct report *report,
                       const struct report_reason *reason, const struct timex_list *timexes);
void json_write_event(struct json_writer *writer, const struct event *event);
/* The same but for "reports", the number of them: for an answer that lists the reports themselves under that
 * name, and counts them under "report_count". */
void json_write_event_without_reports(struct json_writer *writer, const struct event *event);
/* The whole object; `total` is the claim that counts in all of whom the report counts a part, or NULL;
 * `ruling` the correction that put the report where it is, or 0. */
void json_write_why(struct json_writer *writer, const struct merge_why *why, const struct claim *total,
                    int64_t ruling);
/* The whole object: what is changed, and to what. */
void json_write_change(struct json_writer *writer, const struct report_change *change);

#endif
