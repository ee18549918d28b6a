/* The explanation of one text, as text and as JSON. */
#ifndef INSPECT_EXPLAIN_H
#define INSPECT_EXPLAIN_H

#include "base/utf8.h"
#include "inspect/command.h"
#include "inspect/places.h"
#include "json/json.h"

/* Goes through the reports of a text along with its sentences; begins with the text as its source. */
struct report_cursor {
    struct utf8_cursor bytes;
    size_t next; /* the first report that was not passed */
};

/* Passes the reports that rest on a sentence: trace->reports[from .. cursor->next - 1], where `from` is what
 * is returned.  Sentences are to come in their order. */
size_t reports_of(const struct trace *trace, const struct sentence *sentence, struct report_cursor *cursor);

/* What is explained: the title or the text of an article. */
struct explanation {
    struct command *command;
    const struct trace *trace;
    enum article_field field;
};

/* Both give ERR_NO_MEMORY when places find none; what the buffer lacks is the buffer's to tell. */
enum status explain_as_text(const struct explanation *explanation, struct buffer *out) MUST_CHECK;
/* The sentences of one field, as members of an array that the caller began. */
enum status explain_as_json(const struct explanation *explanation, struct json_writer *json) MUST_CHECK;

/* What became of a match, in a word, and why it came to nothing: "beaten", "shorter than day.weekday". */
const char *outcome_name(enum trace_outcome outcome);
void write_reason(const struct trace *trace, const struct trace_match *match, struct buffer *out);
/* Why an expression was resolved in its tense: 'by "will"'. */
void write_tense_basis(const struct trace *trace, const struct trace_expression *expression,
                       struct buffer *out);
const char *tense_name(enum tense tense);
/* The classes that a rule makes: "DAY YEARLESS"; "none" for one that keeps others off. */
void write_classes(const struct lang *lang, const struct lang_rule *rule, struct buffer *out);
/* The words of a span on one line; control characters, which a terminal might obey, are
 * white space to the scanner, and here too. */
void write_words(const struct text *text, uint32_t first_token, uint32_t end_token, struct buffer *out);
/* True when the expression is reckoned in the tense, so that it matters. */
bool tense_matters(const struct trace_expression *expression);

#endif
