/* One name in several spellings: "NORLAND'S ARMY" of a headline and "Norland's army", "The Daily Holm" and
 * "Daily Holm", "U.N." and "UN". */
#include <stdlib.h>
#include <utf8proc.h>

#include "base/utf8.h"
#include "merge/summary.h"

struct str without_article(struct str words)
{
    struct str the = STR("the ");
    bool has = words.size > the.size && str_equal_nocase(str_slice(words, 0, the.size), the);
    return has ? str_slice(words, the.size, words.size) : words;
}

static int32_t next_character(struct str name, size_t *at)
{
    size_t size;
    int32_t c = (int32_t)utf8_decode(name, *at, &size);
    *at += size;
    return c;
}

struct str spelling_key(struct arena *arena, struct str name)
{
    struct str bare = without_article(name);
    char *key = arena_alloc(arena, 4 * bare.size + 1);
    size_t size = 0;
    for (size_t at = 0; key != NULL && at < bare.size;) {
        int32_t c = next_character(bare, &at);
        if (c == 0x2018 || c == 0x2019) {
            key[size++] = '\'';
        } else if (c != '.') {
            size += utf8_encode((uint32_t)utf8proc_tolower(c), key + size);
        }
    }
    return key == NULL ? (struct str){NULL, 0} : (struct str){key, size};
}

/* As headlines are, and acronyms. */
static bool in_capitals(struct str name)
{
    bool capitals = false;
    for (size_t at = 0; at < name.size;) {
        int32_t c = next_character(name, &at);
        if (utf8proc_toupper(c) != c) {
            return false;
        }
        capitals = capitals || utf8proc_tolower(c) != c;
    }
    return capitals;
}

bool name_is_fuller(struct str a, struct str b)
{
    bool shouted = in_capitals(a);
    if (shouted != in_capitals(b)) {
        return !shouted;
    }
    return a.size != b.size ? a.size > b.size : str_compare(a, b) < 0;
}

struct spelling {
    struct str key;
    size_t name;
};

static int compare_spellings(const void *a, const void *b)
{
    const struct spelling *left = a;
    const struct spelling *right = b;
    int order = str_compare(left->key, right->key);
    return order != 0 ? order : (left->name > right->name) - (left->name < right->name);
}

enum status spellings_join(struct arena *arena, const struct str *names, size_t count, size_t *parent)
{
    struct spelling *all = arena_array(arena, count, sizeof *all);
    if (all == NULL) {
        return ERR_NO_MEMORY;
    }
    for (size_t i = 0; i < count; i++) {
        all[i] = (struct spelling){spelling_key(arena, names[i]), i};
        parent[i] = i;
        if (all[i].key.data == NULL) {
            return ERR_NO_MEMORY;
        }
    }
    if (count > 1) {
        qsort(all, count, sizeof *all, compare_spellings);
    }
    for (size_t i = 1; i < count; i++) {
        if (str_equal(all[i].key, all[i - 1].key)) {
            parent[all[i].name] = parent[all[i - 1].name];
        }
    }
    return OK;
}

enum status spellings_fold(struct arena *arena, struct str *names, size_t *count)
{
    size_t *parent = arena_array(arena, *count, sizeof *parent);
    size_t kept = 0;
    if (parent == NULL || spellings_join(arena, names, *count, parent) != OK) {
        return ERR_NO_MEMORY;
    }
    for (size_t i = 0; i < *count; i++) {
        if (name_is_fuller(names[i], names[parent[i]])) {
            struct str name = names[i];
            names[i] = names[parent[i]];
            names[parent[i]] = name;
        }
    }
    for (size_t i = 0; i < *count; i++) {
        if (parent[i] == i) {
            names[kept++] = names[i];
        }
    }
    *count = kept;
    return OK;
}
