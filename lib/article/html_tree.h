/* A page as gumbo's tree, within bounds of time and memory, and the small things its readers ask of a node.
 */
#ifndef ARTICLE_HTML_TREE_H
#define ARTICLE_HTML_TREE_H

#include "base/arena.h"

#include <gumbo.h>

/* Elements nested deeper are refused. */
#define HTML_DEPTH_MAX 400
#define HTML_SIZE_MAX (16 << 20)

/* The tree lies in an arena of its own; it borrows the page's text. */
struct html_tree {
    struct arena memory;
    const GumboNode *root; /* the <html> element */
};

/* Parses `html`.  The caller calls html_tree_release in any case.  ERR_TOO_LARGE: over the size, the nesting
 * or 100,000 tags, or a page that would take time or memory out of proportion to its size. */
enum status html_tree_parse(struct str html, struct html_tree *tree, struct error *error) MUST_CHECK;
void html_tree_release(struct html_tree *tree);

/* The node's children; NULL for what has none. */
const GumboVector *html_children(const GumboNode *node);
bool html_is_element(const GumboNode *node);
/* The value of an element's attribute; absent when it has none. */
struct str html_attribute(const GumboNode *element, const char *name);
/* True when the attribute's value holds `word` between white space, in any case. */
bool html_attribute_has(const GumboNode *element, const char *name, struct str word);
/* The text under a node, white space normalised, trimmed; in `arena`.  Absent without memory. */
struct str html_text(struct arena *arena, const GumboNode *node);

#endif
