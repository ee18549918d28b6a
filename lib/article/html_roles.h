/* What the elements of a page are to a reader of its article: tables of tags, attributes and class names. */
#ifndef ARTICLE_HTML_ROLES_H
#define ARTICLE_HTML_ROLES_H

#include "article/html_tree.h"

/* How the page itself names its content. */
enum html_content_hint {
    HINT_NONE,
    HINT_BODY,    /* itemprop="articleBody" */
    HINT_ARTICLE, /* <article> */
    HINT_MAIN,    /* <main> or role="main" */
};

struct html_role {
    bool never_shown; /* scripts, styles, media, fields of a form */
    bool line_break;  /* <br> */
    bool is_inline;   /* its edges divide no text */
    bool link;
    bool heading;
    bool preformatted; /* <pre>: line ends are shown */
    bool optional;     /* not the article unless it holds much of the page's prose */
    bool header;       /* ... <header>, which may hold the beginning of the article */
    bool hidden;       /* ... because it is not shown */
    bool by_class;     /* ... and only its class or id says so */
    bool comments;     /* ... which name what readers wrote */
    bool stories;      /* ... or lists of other stories */
    enum html_content_hint hint;
};

struct html_role html_role(const GumboNode *element);

#endif
