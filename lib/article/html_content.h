/* The article's text out of a page's tree. */
#ifndef ARTICLE_HTML_CONTENT_H
#define ARTICLE_HTML_CONTENT_H

#include "article/html_tree.h"

/* The text of the page's main content: one paragraph a block element, a blank line between two, a newline for
 * <br>. Navigation, asides, forms, scripts, captions, hidden parts, comments and lines that are mostly links
 * are left out, and a first paragraph that only repeats `title`.  In `arena`; empty when the page has none.
 * ERR_NO_MEMORY. */
enum status html_content(struct arena *arena, const struct html_tree *tree, struct str title,
                         struct str *text) MUST_CHECK;

#endif
