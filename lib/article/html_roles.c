#include "article/html_roles.h"

#include <string.h>

enum tag_group { GROUP_BLOCK, GROUP_INLINE, GROUP_NEVER, GROUP_OPTIONAL, GROUP_HEADING };

static enum tag_group group_of(GumboTag tag)
{
    switch (tag) {
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_TITLE:
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_EMBED:
    case GUMBO_TAG_APPLET:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_MATH:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_MAP:
    case GUMBO_TAG_IMG:
    case GUMBO_TAG_IMAGE:
    case GUMBO_TAG_INPUT:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_DATALIST:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_NOEMBED:
    case GUMBO_TAG_NOFRAMES:
    case GUMBO_TAG_RP:
    case GUMBO_TAG_RT:
        return GROUP_NEVER;
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_MENU:
    case GUMBO_TAG_ADDRESS:
        return GROUP_OPTIONAL;
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
        return GROUP_HEADING;
    case GUMBO_TAG_A:
    case GUMBO_TAG_ABBR:
    case GUMBO_TAG_ACRONYM:
    case GUMBO_TAG_B:
    case GUMBO_TAG_BDI:
    case GUMBO_TAG_BDO:
    case GUMBO_TAG_BIG:
    case GUMBO_TAG_CITE:
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_DATA:
    case GUMBO_TAG_DEL:
    case GUMBO_TAG_DFN:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_FONT:
    case GUMBO_TAG_I:
    case GUMBO_TAG_INS:
    case GUMBO_TAG_KBD:
    case GUMBO_TAG_LABEL:
    case GUMBO_TAG_MARK:
    case GUMBO_TAG_NOBR:
    case GUMBO_TAG_Q:
    case GUMBO_TAG_RUBY:
    case GUMBO_TAG_RB:
    case GUMBO_TAG_S:
    case GUMBO_TAG_SAMP:
    case GUMBO_TAG_SMALL:
    case GUMBO_TAG_SPAN:
    case GUMBO_TAG_STRIKE:
    case GUMBO_TAG_STRONG:
    case GUMBO_TAG_SUB:
    case GUMBO_TAG_SUP:
    case GUMBO_TAG_TIME:
    case GUMBO_TAG_TT:
    case GUMBO_TAG_U:
    case GUMBO_TAG_VAR:
    case GUMBO_TAG_WBR:
    case GUMBO_TAG_UNKNOWN: /* an element of the site's own around paragraphs has these to divide its text */
        return GROUP_INLINE;
    default:
        return GROUP_BLOCK;
    }
}

static bool is_one_of(struct str word, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (str_equal_nocase(word, str_from(words[i]))) {
            return true;
        }
    }
    return false;
}

/* What class names and ids say by their words; of several words the last of these counts. */
enum class_words { WORDS_NONE, WORDS_SIDE, WORDS_STORIES, WORDS_COMMENTS };

static bool comments_word(struct str word)
{
    return str_equal_nocase(word, STR("comment")) || str_equal_nocase(word, STR("comments")) ||
           str_equal_nocase(word, STR("commentlist")) || str_equal_nocase(word, STR("disqus"));
}

/* Words for what stands beside an article, in whatever language it is. */
static bool side_word(struct str word)
{
    static const char *const words[] = {
        "ad",         "ads",         "adslot",     "advert",    "advertisement", "advertising",
        "breadcrumb", "breadcrumbs", "caption",    "consent",   "cookie",        "cookies",
        "footer",     "gdpr",        "menu",       "modal",     "nav",           "navbar",
        "navigation", "newsletter",  "pagination", "popup",     "share",         "sharing",
        "sidebar",    "signup",      "social",     "subscribe", "taglist",       "toolbar",
    };
    return is_one_of(word, words, sizeof(words) / sizeof(words[0]));
}

/* Words for lists of other stories. */
static bool stories_word(struct str word)
{
    static const char *const words[] = {
        "mostread",  "outbrain",       "promo",           "promos",      "promotion",
        "recommend", "recommendation", "recommendations", "recommended", "related",
        "sponsored", "taboola",        "teaser",          "teasers",     "trending",
    };
    return is_one_of(word, words, sizeof(words) / sizeof(words[0]));
}

static bool lower(char c)
{
    return c >= 'a' && c <= 'z';
}

static bool upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

/* "article__share-bar relatedLinks" is taken as article, share, bar, related, Links. */
static enum class_words class_words(struct str names)
{
    enum class_words found = WORDS_NONE;
    size_t at = 0;
    while (at < names.size) {
        size_t begin = at;
        while (at < names.size && (upper(names.data[at]) || lower(names.data[at])) &&
               (at == begin || !upper(names.data[at]) || !lower(names.data[at - 1]))) {
            at++;
        }
        struct str word = str_slice(names, begin, at);
        if (comments_word(word)) {
            return WORDS_COMMENTS;
        }
        if (at > begin && stories_word(word)) {
            found = WORDS_STORIES;
        } else if (at > begin && found == WORDS_NONE && side_word(word)) {
            found = WORDS_SIDE;
        }
        at += at == begin ? 1 : 0;
    }
    return found;
}

static bool holds_any(struct str text, const char *const *words, size_t count)
{
    for (size_t i = 0; text.data != NULL && i < count; i++) {
        if (str_find(text, str_from(words[i]), 0) != SIZE_MAX) {
            return true;
        }
    }
    return false;
}

static bool not_shown(const GumboNode *element)
{
    static const char *const styles[] = {"display:none", "display: none", "visibility:hidden",
                                         "visibility: hidden"};
    return html_attribute(element, "hidden").data != NULL ||
           holds_any(html_attribute(element, "style"), styles, sizeof(styles) / sizeof(styles[0]));
}

/* For screen readers alone, or not for them; a dialog that was open when a page was saved hides all of it so.
 */
static bool for_some(const GumboNode *element)
{
    static const char *const names[] = {"sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text"};
    return str_equal_nocase(html_attribute(element, "aria-hidden"), STR("true")) ||
           holds_any(html_attribute(element, "class"), names, sizeof(names) / sizeof(names[0]));
}

static bool side_role(const GumboNode *element)
{
    static const char *const roles[] = {"navigation",  "banner", "complementary",
                                        "contentinfo", "search", "dialog"};
    struct str role = html_attribute(element, "role");
    for (size_t i = 0; role.data != NULL && i < sizeof(roles) / sizeof(roles[0]); i++) {
        if (str_equal_nocase(role, str_from(roles[i]))) {
            return true;
        }
    }
    return false;
}

/* Says by words what an element is for. */
static void name_role(struct html_role *role, enum class_words words)
{
    if (words != WORDS_NONE) {
        role->optional = role->by_class = true;
        role->comments = role->comments || words == WORDS_COMMENTS;
        role->stories = role->stories || words == WORDS_STORIES;
    }
}

/* An element of the site's own: <amp-ad>, <site-footer>. */
static void own_tag_role(struct html_role *role, const GumboNode *element)
{
    GumboStringPiece tag = element->v.element.original_tag;
    gumbo_tag_from_original_text(&tag);
    name_role(role, class_words((struct str){.data = tag.data, .size = tag.length}));
    role->is_inline = !role->optional;
}

struct html_role html_role(const GumboNode *element)
{
    GumboTag tag = element->v.element.tag;
    enum tag_group group = group_of(tag);
    struct html_role role = {.never_shown = group == GROUP_NEVER || element->type == GUMBO_NODE_TEMPLATE,
                             .line_break = tag == GUMBO_TAG_BR,
                             .is_inline = group == GROUP_INLINE,
                             .link = tag == GUMBO_TAG_A,
                             .heading = group == GROUP_HEADING,
                             .preformatted = tag == GUMBO_TAG_PRE,
                             .optional = group == GROUP_OPTIONAL,
                             .header = tag == GUMBO_TAG_HEADER};
    if (role.never_shown || role.line_break || tag == GUMBO_TAG_BODY || tag == GUMBO_TAG_HTML) {
        return role;
    }
    if (tag == GUMBO_TAG_UNKNOWN) {
        own_tag_role(&role, element);
    }
    if (element->v.element.attributes.length == 0) {
        role.hint = tag == GUMBO_TAG_ARTICLE ? HINT_ARTICLE : tag == GUMBO_TAG_MAIN ? HINT_MAIN : HINT_NONE;
        return role;
    }
    if (html_attribute_has(element, "itemprop", STR("articleBody"))) {
        role.hint = HINT_BODY;
    } else if (tag == GUMBO_TAG_ARTICLE) {
        role.hint = HINT_ARTICLE;
    } else if (tag == GUMBO_TAG_MAIN || html_attribute_has(element, "role", STR("main"))) {
        role.hint = HINT_MAIN;
    }
    if (not_shown(element)) {
        role.optional = role.hidden = true;
    } else if (for_some(element) || side_role(element)) {
        role.optional = true;
    } else if (!role.optional && role.hint == HINT_NONE && !role.is_inline) {
        name_role(&role, class_words(html_attribute(element, "class")));
        name_role(&role, class_words(html_attribute(element, "id")));
    } else if (role.hint ==
               HINT_ARTICLE) { /* its text may be all that there is, its date is another story's */
        role.stories = class_words(html_attribute(element, "class")) == WORDS_STORIES;
    }
    return role;
}
