/* JSON, both ways: requests by jansson with precise errors, answers streamed into a buffer. */
#ifndef JSON_JSON_H
#define JSON_JSON_H

#include "article/article.h"
#include "base/buffer.h"
#include "base/utf8.h"
#include "merge/merge.h"
#include "report/reason.h"
#include "timex/timex.h"

/* Reads the body of POST /api/v1/articles or /annotate: our own fields (text or html, published, title, url,
 * publisher, author, language, id) or a schema.org NewsArticle (headline, datePublished, articleBody,
 * inLanguage, publisher, author, url).  With html, what the page says of itself fills what the request leaves
 * out.  The article lives in `arena`.  ERR_INVALID: malformed JSON (line and column set), a wrong field, or
 * one that neither has (pointer set; a NewsArticle may have any further ones); ERR_TOO_LARGE. */
enum status json_read_article(struct arena *arena, struct str body, struct article *article,
                              struct error *error) MUST_CHECK;

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

/* The objects of the HTTP contract.  `text` is the field that the byte offsets of `timex` refer to; `cursor`
 * runs along with the list (see utf8.h). */
void json_write_interval(struct json_writer *writer, struct interval date);
void json_write_timex(struct json_writer *writer, const struct timex *timex, struct utf8_cursor *cursor);
/* Whose report it is: ids are 0 when nothing is stored, and then written as null. */
struct json_report_context {
    int64_t id;
    int64_t event;
    struct str article;
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
/* The whole object. */
void json_write_why(struct json_writer *writer, const struct merge_why *why);

#endif
