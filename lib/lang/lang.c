#include "lang/lang.h"

#include "lang/languages.h"
#include "lang/letters.h"

#include <string.h>

static const char *const symbol_names[] = {
    "none",
#define SYMBOL(name, written) #written,
#include "lang/symbols.def"
#undef SYMBOL
};

const struct lang *lang_find(struct str tag)
{
    size_t size = 0;
    while (size < tag.size && tag.data[size] != '-' && tag.data[size] != '_') {
        size++;
    }
    struct str primary = tag.size == 0 ? STR("en") : str_slice(tag, 0, size);
    for (const struct lang *const *lang = languages; *lang != NULL; lang++) {
        if (str_equal_nocase(str_from((*lang)->tag), primary)) {
            return *lang;
        }
    }
    return NULL;
}

uint16_t lang_word(const struct lang *lang, struct str form)
{
    if (form.size == 0) {
        return 0; /* no form is empty, and an absent one has no bytes to hash */
    }
    uint32_t hash = letter_hash(form.data, form.size);
    if (!lang_may_know(lang, hash)) {
        return 0;
    }
    uint64_t head = letter_chunk(form.data, form.size);
    uint32_t rest = form.size <= 8 ? 0 : (uint32_t)letter_chunk(form.data + 8, form.size - 8);
    uint32_t at = hash & lang->bucket_mask;
    for (; lang->buckets[at].word != 0; at = (at + 1) & lang->bucket_mask) {
        const struct lang_bucket *bucket = &lang->buckets[at];
        if (bucket->head == head && bucket->rest == rest && bucket->size == form.size &&
            (form.size <= LANG_BUCKET_FORM ||
             memcmp(lang_form(lang, bucket->word), form.data, form.size) == 0)) {
            return bucket->word;
        }
    }
    return 0;
}

unsigned lang_class(const struct lang *lang, struct str name)
{
    for (unsigned i = 0; i < lang->class_count; i++) {
        if (str_equal(str_from(lang->class_names[i]), name)) {
            return i;
        }
    }
    return CLASS_LIMIT;
}

size_t lang_pass(const struct lang_rules *rules, struct str name)
{
    for (size_t i = 0; i < rules->pass_count; i++) {
        if (str_equal(str_from(rules->passes[i].name), name)) {
            return i;
        }
    }
    return SIZE_MAX;
}

const char *lang_symbol_name(enum lang_symbol symbol)
{
    return symbol_names[symbol];
}

const char *lang_version(void)
{
    return languages_version;
}
