#include "article/article.h"

#include <sodium.h>
#include <string.h>

const char *article_field_name(enum article_field field)
{
    return field == FIELD_TITLE ? "title" : "text";
}

struct str article_field_text(const struct article *article, enum article_field field)
{
    return field == FIELD_TITLE ? article->title : article->text;
}

static bool ascii_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool ascii_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool article_id_valid(struct str id)
{
    if (id.size == 0 || id.size > ARTICLE_ID_MAX) {
        return false;
    }
    for (size_t i = 0; i < id.size; i++) {
        char c = id.data[i];
        if (!ascii_letter(c) && !ascii_digit(c) && c != '.' && c != '_' && c != ':' && c != '-') {
            return false;
        }
    }
    return true;
}

/* What lies between "//" and the path; absent when `url` is not http(s). */
static struct str url_authority(struct str url)
{
    size_t begin = 0;
    if (url.size >= 7 && str_equal_nocase(str_slice(url, 0, 7), STR("http://"))) {
        begin = 7;
    } else if (url.size >= 8 && str_equal_nocase(str_slice(url, 0, 8), STR("https://"))) {
        begin = 8;
    } else {
        return (struct str){0};
    }
    size_t end = begin;
    while (end < url.size && url.data[end] != '/' && url.data[end] != '?' && url.data[end] != '#') {
        end++;
    }
    return str_slice(url, begin, end);
}

bool article_url_valid(struct str url)
{
    if (url.size > ARTICLE_URL_MAX) {
        return false;
    }
    for (size_t i = 0; i < url.size; i++) {
        unsigned char c = (unsigned char)url.data[i];
        if (c <= ' ' || c == 0x7F || strchr("\"<>\\^`{|}", c) != NULL) {
            return false;
        }
    }
    struct str authority = url_authority(url);
    if (authority.size == 0 || authority.data[0] == ':') {
        return false;
    }
    for (size_t i = 0; i < authority.size; i++) {
        char c = authority.data[i];
        if (!ascii_letter(c) && !ascii_digit(c) && (unsigned char)c < 0x80 && strchr(".-_:[]%", c) == NULL) {
            return false;
        }
    }
    return true;
}

struct str article_url_host(struct str url)
{
    struct str host = url_authority(url);
    if (host.size > 0 && host.data[0] == '[') { /* an IPv6 address holds colons itself */
        size_t close = str_find(host, STR("]"), 0);
        return close == SIZE_MAX ? host : str_slice(host, 0, close + 1);
    }
    size_t colon = str_find(host, STR(":"), 0);
    if (colon != SIZE_MAX) {
        host = str_slice(host, 0, colon);
    }
    if (host.size > 4 && str_equal_nocase(str_slice(host, 0, 4), STR("www."))) {
        host = str_slice(host, 4, host.size);
    }
    return host;
}

bool article_language_valid(struct str language)
{
    if (language.size == 0 || language.size > ARTICLE_LANGUAGE_MAX) {
        return false;
    }
    size_t begin = 0;
    for (size_t i = 0; i <= language.size; i++) {
        bool end = i == language.size || language.data[i] == '-';
        if (end) {
            size_t size = i - begin;
            /* BCP 47 leaves room for languages of more than three letters, but none has been registered */
            if (size > (begin == 0 ? 3U : 8U) || size < (begin == 0 ? 2U : 1U)) {
                return false;
            }
            begin = i + 1;
        } else if (!ascii_letter(language.data[i]) && (begin == 0 || !ascii_digit(language.data[i]))) {
            return false;
        }
    }
    return true;
}

/* Each field goes in with its length before it, so that moving words from one field to the next changes the
 * hash; an absent one differs from an empty one. */
static void hash_str(crypto_generichash_state *state, struct str s)
{
    uint64_t size = s.data == NULL ? UINT64_MAX : s.size;
    unsigned char prefix[8];
    for (int i = 0; i < 8; i++) {
        prefix[i] = (unsigned char)(size >> (8 * i));
    }
    crypto_generichash_update(state, prefix, sizeof(prefix));
    if (s.size > 0) {
        crypto_generichash_update(state, (const unsigned char *)s.data, s.size);
    }
}

static void hash_published(crypto_generichash_state *state, const struct instant *published)
{
    char text[32] = "";
    if (published->day != DAY_NONE) {
        instant_format(published, text);
    }
    hash_str(state, str_from(text));
}

enum status article_make_id(struct article *article, struct arena *arena)
{
    if (article->id.data != NULL) {
        return OK;
    }
    enum { HASH_SIZE = 16 };
    char *id = arena_alloc(arena, (size_t)2 * HASH_SIZE + 1);
    if (id == NULL) {
        return ERR_NO_MEMORY;
    }
    unsigned char hash[HASH_SIZE];
    crypto_generichash_state state;
    crypto_generichash_init(&state, NULL, 0, sizeof(hash));
    hash_str(&state, article->url);
    hash_str(&state, article->title);
    hash_str(&state, article->text);
    hash_str(&state, article->publisher);
    hash_published(&state, &article->published);
    crypto_generichash_final(&state, hash, sizeof(hash));
    sodium_bin2hex(id, (size_t)2 * HASH_SIZE + 1, hash, sizeof(hash));
    article->id = (struct str){.data = id, .size = (size_t)2 * HASH_SIZE};
    return OK;
}

void article_content_hash(const struct article *article, uint8_t hash[16])
{
    crypto_generichash_state state;
    crypto_generichash_init(&state, NULL, 0, 16);
    hash_str(&state, article->url);
    hash_str(&state, article->title);
    hash_str(&state, article->text);
    hash_str(&state, article->publisher);
    hash_str(&state, article->author);
    hash_str(&state, article->language);
    hash_published(&state, &article->published);
    crypto_generichash_final(&state, hash, 16);
}
