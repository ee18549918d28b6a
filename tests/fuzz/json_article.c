/* Any bytes as the body of a posted article.  What is taken must hold what json.h and article.h promise, and
 * must come out of the writer as JSON again. */
#include <stdlib.h>
#include <string.h>

#include "json/json.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
    if (!holds) {
        abort();
    }
}

static void require_text(struct str s, size_t code_points)
{
    require(utf8_invalid_at(s) == s.size);
    require(utf8_length(s) <= code_points);
}

static void check_article(const struct article *article)
{
    require(article->id.data == NULL || article_id_valid(article->id));
    require(article->url.data == NULL || article_url_valid(article->url));
    require(article_language_valid(article->language));
    require(article->published.day >= DAY_MIN && article->published.day <= DAY_MAX);
    require(article->published.second >= -1 && article->published.second < 86400);
    require(article->text.data != NULL);
    require_text(article->text, SIZE_MAX);
    require_text(article->title, ARTICLE_TITLE_MAX);
    require_text(article->publisher, SIZE_MAX);
    require_text(article->author, ARTICLE_NAME_MAX);
}

/* Posts what was read once more, and must read the same. */
static void check_again(const struct article *article)
{
    struct buffer out;
    struct json_writer writer;
    struct arena arena;
    struct article again;
    char published[32];
    uint8_t first[16];
    uint8_t second[16];
    instant_format(&article->published, published);
    buffer_init(&out, 1 << 28);
    json_writer_init(&writer, &out);
    json_object_begin(&writer);
    json_key(&writer, "published");
    json_text(&writer, published);
    json_key(&writer, "title");
    json_str(&writer, article->title);
    json_key(&writer, "text");
    json_str(&writer, article->text);
    json_object_end(&writer);
    require(buffer_status(&out) == OK);
    arena_init(&arena, 1 << 28);
    require(json_read_article(&arena, buffer_str(&out), &again, NULL) == OK);
    struct article bare = {.title = article->title,
                           .text = article->text,
                           .language = again.language,
                           .published = article->published};
    article_content_hash(&bare, first);
    article_content_hash(&again, second);
    require(memcmp(first, second, sizeof(first)) == 0);
    arena_release(&arena);
    buffer_release(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena;
    struct article article;
    struct error error = {0};
    arena_init(&arena, 1 << 28);
    enum status status = json_read_article(&arena, (struct str){(const char *)data, size}, &article, &error);
    if (status == OK) {
        check_article(&article);
        check_again(&article);
    } else {
        require(error.status == status && error.message[0] != '\0');
        require(error.pointer[0] == '\0' || error.pointer[0] == '/');
    }
    arena_release(&arena);
    return 0;
}
