/* The input document as it is stored: what somebody published, and when. */
#ifndef ARTICLE_ARTICLE_H
#define ARTICLE_ARTICLE_H

#include "base/arena.h"
#include "base/civil.h"
#include "base/status.h"
#include "base/str.h"

/* Strings are well-formed UTF-8 and absent ({NULL, 0}) when not given.  Who made the article owns them; all
 * that this project makes live in one arena. */
struct article {
    struct str id; /* the client's key or one made of the content; 1 to 200 of A-Za-z0-9._:- */
    struct str url;
    struct str title;
    struct str text;      /* the page's text as it came; never absent, may be empty */
    struct str publisher; /* name or host name of the outlet */
    struct str author;
    struct str language;   /* BCP 47, "en" when not given */
    bool language_assumed; /* neither the request nor the page gives it */
    struct instant published;
};

/* Which of an article's texts a span lies in. */
enum article_field { FIELD_TITLE, FIELD_TEXT };

/* "title" or "text". */
const char *article_field_name(enum article_field field);
struct str article_field_text(const struct article *article, enum article_field field);

/* The longest values that are taken: an id, a url, a language in bytes, a title and names in code points. */
#define ARTICLE_ID_MAX 200
#define ARTICLE_URL_MAX 2048
#define ARTICLE_LANGUAGE_MAX 35
#define ARTICLE_TITLE_MAX 1000
#define ARTICLE_NAME_MAX 300

/* True when `id` may be an article's id. */
bool article_id_valid(struct str id);
/* True for an absolute http or https URL with a host and without user name, white space or control
 * characters. */
bool article_url_valid(struct str url);
/* True for what is a BCP 47 language tag by its form: "en", "zh-Hant-TW"; not for "english". */
bool article_language_valid(struct str language);
/* The host name of a valid `url` without "www." and port, as it is written there; for want of a publisher's
 * name. */
struct str article_url_host(struct str url);

/* Gives the article an id made of its content (32 hexadecimal digits of a BLAKE2b hash over url, title, text,
 * publisher and published), allocated in `arena`, unless it has one. */
enum status article_make_id(struct article *article, struct arena *arena) MUST_CHECK;

/* A 16-byte hash of everything but the id: two posts are "the same content" when theirs are equal. */
void article_content_hash(const struct article *article, uint8_t hash[16]);

/* Reads a page: title, publisher, author, language, url and publication date from schema.org JSON-LD,
 * OpenGraph, <meta>, <time>, <title>; the text from its main content, block elements separated by a blank
 * line, navigation, asides, forms, scripts and hidden parts left out.  What the page does not say of itself
 * is absent, and published.day DAY_NONE.  Broken markup is read as a browser would; `html` is well-formed
 * UTF-8.  Everything lives in `arena`.  ERR_TOO_LARGE for nesting over 400 levels or a page over 16 MB,
 * ERR_NO_MEMORY. */
enum status article_from_html(struct arena *arena, struct str html, struct article *article,
                              struct error *error) MUST_CHECK;

#endif
