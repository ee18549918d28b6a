/* Any bytes as a page: read without a crash, without quadratic time, into well-formed text. */
#include <stdlib.h>
#include <string.h>

#include "article/article.h"
#include "base/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
    if (!holds) {
        abort();
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena;
    struct article article;
    struct error error = {0};
    struct str html = {(const char *)data, size};
    if (utf8_invalid_at(html) < size) {
        return 0; /* the JSON reader refuses it */
    }
    arena_init(&arena, 1 << 28);
    enum status status = article_from_html(&arena, html, &article, &error);
    if (status == OK) {
        const struct str fields[] = {article.title,     article.url,    article.text,
                                     article.publisher, article.author, article.language};
        for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++) {
            require(utf8_invalid_at(fields[i]) == fields[i].size);
        }
        require(article.text.data != NULL);
        require(article.url.data == NULL || article_url_valid(article.url));
        require(article.language.data == NULL || article_language_valid(article.language));
        require(utf8_length(article.title) <= ARTICLE_TITLE_MAX);
    } else {
        require(status == ERR_TOO_LARGE && error.message[0] != '\0');
    }
    arena_release(&arena);
    return 0;
}
