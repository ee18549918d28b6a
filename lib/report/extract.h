/* Extraction: a scanned text and its time expressions to reports. */
#ifndef REPORT_EXTRACT_H
#define REPORT_EXTRACT_H

#include "report/reason.h"
#include "report/report.h"
#include "text/match.h"
#include "timex/timex.h"

/* What the extraction reads; all of it is borrowed. */
struct extract_input {
    const struct article *article;
    enum article_field field; /* which of its texts `text` is the scan of */
    const struct text *text;
    const struct text *title;         /* the scan of the headline above it; NULL when it has none or is it */
    const struct timex_list *timexes; /* of the whole article; those of another field are passed over */
    match_observer *observer;         /* told of each place where a rule matches; NULL: nobody */
    void *observer_context;
    size_t first_left_out; /* these passes of the rules are not run, to see what they keep from others */
    size_t end_left_out;
    struct report_reason **reasons; /* becomes the reasons of the reports, in the arena; NULL: nobody asks,
                                       and there is no observer when somebody does */
};

/* The reports of one text, in the order of the text, in `arena`; what they quote is borrowed from the
 * article.  Only the article's own sentences are read: captions, bylines, headings and the site's clutter
 * give none.  Linear in the text; reads no clock and no locale.  ERR_NO_MEMORY. */
enum status report_extract(struct arena *arena, const struct extract_input *input, struct report **reports,
                           size_t *count) MUST_CHECK;

#endif
