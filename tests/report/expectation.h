/* What the tests of reports expect, written as text: "count=30 subtype=killed actor=\"North Korea\"". */
#ifndef TESTS_REPORT_EXPECTATION_H
#define TESTS_REPORT_EXPECTATION_H

#include "ingest/ingest.h"

/* The analysis of a text published on `published` (YYYY-MM-DD), without a title or publisher.  Fails the test
 * when it does not succeed, or tells something else when its reasons are asked for. */
struct analysis analyse_text(struct arena *arena, const char *published, const char *text);

/* True when `report` is as `pairs` say: key=value pairs parted by spaces, a value with spaces in double
 * quotes; "-" is "none".  Keys: kind subtype scope status min max count (min and max at once) qualifier words
 * (of the count) actor counterpart place (one of them) places (how many) first last basis said source rule.
 * An unknown key fails the test. */
bool report_is(const struct report *report, const char *pairs);

/* Fails the test unless count, basis, source and evidence are the article's words at begin..end. */
void check_quotes(const struct analysis *analysis, struct str text);

/* True when one of the reports of such a text is as `pairs` say; prints text and pairs when none is.  Checks
 * the quotes of all. */
bool text_reports(const char *published, const char *text, const char *pairs);

struct report_row {
    const char *text;
    const char *expected; /* of one of the reports, as text_reports takes it */
};

/* Fails the test when one of the texts, published that day, has no such report. */
void check_rows(const char *published, const struct report_row *rows, size_t count);

struct dated_row {
    const char *published;
    const char *text;
    const char *expected; /* of one of the reports */
};

/* The same, each published on a day of its own. */
void check_dated_rows(const struct dated_row *rows, size_t count);

#endif
