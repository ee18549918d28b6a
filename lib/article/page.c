#include "article/article.h"

#include "article/html_content.h"
#include "article/html_metadata.h"

/* Pages that build their text by a script have it in JSON-LD alone. */
static bool better_body(struct str body, struct str shown)
{
    return body.size > 200 && body.size > 2 * shown.size;
}

enum status article_from_html(struct arena *arena, struct str html, struct article *article,
                              struct error *error)
{
    *article = (struct article){.published.day = DAY_NONE};
    struct html_tree tree;
    struct str body;
    enum status status = html_tree_parse(html, &tree, error);
    if (status != OK) {
        html_tree_release(&tree);
        return status;
    }
    status = html_metadata(arena, &tree, article, &body);
    if (status == OK) {
        status = html_content(arena, &tree, article->title, &article->text);
    }
    if (status == OK && better_body(body, article->text)) {
        article->text = body;
    }
    html_tree_release(&tree);
    return status == OK ? OK : error_set(error, status, NULL, "out of memory");
}
