/* What a page says about itself in its head, in schema.org JSON-LD and in microdata. */
#ifndef ARTICLE_HTML_METADATA_H
#define ARTICLE_HTML_METADATA_H

#include "article/article.h"
#include "article/html_tree.h"

/* Fills title, url, publisher, author, language and published of `article` with what is known (published.day
 * is DAY_NONE before, and stays so when the page does not tell); *body becomes the text that JSON-LD gives,
 * or absent. All in `arena`.  ERR_NO_MEMORY. */
enum status html_metadata(struct arena *arena, const struct html_tree *tree, struct article *article,
                          struct str *body) MUST_CHECK;

#endif
