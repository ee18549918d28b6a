#include "base/utf8.h"
#include "lang/letters.h"
#include "tools/compiler.h"

#include <string.h>

#define MOST_WORDS 60000 /* the tables number words and phrases in 16 bits */

bool lexicon_init(struct compiler *compiler)
{
    struct lexicon *lexicon = &compiler->lexicon;
    lexicon->bucket_count = 1 << 12;
    lexicon->buckets = take(compiler, lexicon->bucket_count, sizeof *lexicon->buckets);
    lexicon->phrase_bucket_count = 1 << 12;
    lexicon->phrase_buckets = take(compiler, lexicon->phrase_bucket_count, sizeof(struct phrase *));
    void *words = NULL;
    if (lexicon->buckets == NULL || lexicon->phrase_buckets == NULL ||
        !make_room(compiler, &words, 0, &lexicon->capacity, sizeof *lexicon->words)) {
        return false;
    }
    lexicon->words = words;
    lexicon->words[0] = (struct word){.form = STR("")};
    lexicon->count = 1;
    return true;
}

/* The bucket that holds the form, or the free one where it belongs. */
static size_t bucket_of(const struct lexicon *lexicon, struct str form)
{
    size_t mask = lexicon->bucket_count - 1;
    size_t at = letter_hash(form.data, form.size) & mask;
    while (lexicon->buckets[at] != 0 && !str_equal(lexicon->words[lexicon->buckets[at]].form, form)) {
        at = (at + 1) & mask;
    }
    return at;
}

unsigned lexicon_find(const struct lexicon *lexicon, struct str form)
{
    return lexicon->buckets[bucket_of(lexicon, form)];
}

/* Doubles the buckets. */
static bool grow_buckets(struct compiler *compiler)
{
    struct lexicon *lexicon = &compiler->lexicon;
    uint32_t *buckets = take(compiler, lexicon->bucket_count * 2, sizeof *buckets);
    if (buckets == NULL) {
        return false;
    }
    lexicon->buckets = buckets;
    lexicon->bucket_count *= 2;
    for (size_t i = 1; i < lexicon->count; i++) {
        buckets[bucket_of(lexicon, lexicon->words[i].form)] = (uint32_t)i;
    }
    return true;
}

unsigned lexicon_enter(struct compiler *compiler, struct str form)
{
    struct lexicon *lexicon = &compiler->lexicon;
    unsigned known = lexicon_find(lexicon, form);
    if (known != 0) {
        return known;
    }
    if (lexicon->count >= MOST_WORDS) {
        exceed(&compiler->messages, "words");
        return 0;
    }
    if (lexicon->count * 2 > lexicon->bucket_count && !grow_buckets(compiler)) {
        return 0;
    }
    void *words = lexicon->words;
    struct str copy = arena_copy(compiler->arena, form);
    if (copy.data == NULL ||
        !make_room(compiler, &words, lexicon->count, &lexicon->capacity, sizeof *lexicon->words)) {
        compiler->messages.no_memory = true;
        return 0;
    }
    lexicon->words = words;
    lexicon->words[lexicon->count] = (struct word){.form = copy};
    lexicon->buckets[bucket_of(lexicon, copy)] = (uint32_t)lexicon->count;
    return (unsigned)lexicon->count++;
}

struct phrase *lexicon_phrase(const struct lexicon *lexicon, const unsigned *words, size_t count)
{
    struct phrase *phrase = lexicon->phrase_buckets[letter_hash((const char *)words, count * sizeof *words) &
                                                    (lexicon->phrase_bucket_count - 1)];
    while (phrase != NULL &&
           (phrase->count != count || memcmp(phrase->words, words, count * sizeof *words) != 0)) {
        phrase = phrase->next;
    }
    return phrase;
}

struct phrase *lexicon_enter_phrase(struct compiler *compiler, const unsigned *words, size_t count)
{
    struct lexicon *lexicon = &compiler->lexicon;
    struct phrase *phrase = lexicon_phrase(lexicon, words, count);
    if (phrase != NULL) {
        return phrase;
    }
    if (lexicon->phrase_count >= MOST_WORDS) {
        exceed(&compiler->messages, "phrases");
        return NULL;
    }
    void *phrases = lexicon->phrases;
    phrase = take(compiler, 1, sizeof *phrase);
    if (phrase == NULL || !make_room(compiler, &phrases, lexicon->phrase_count, &lexicon->phrase_capacity,
                                     sizeof(struct phrase *))) {
        return NULL;
    }
    lexicon->phrases = phrases;
    memcpy(phrase->words, words, count * sizeof *words);
    phrase->count = (unsigned)count;
    struct phrase **bucket =
        &lexicon->phrase_buckets[letter_hash((const char *)words, count * sizeof *words) &
                                 (lexicon->phrase_bucket_count - 1)];
    phrase->next = *bucket;
    *bucket = phrase;
    lexicon->phrases[lexicon->phrase_count++] = phrase;
    return phrase;
}

/* One code point of a form. */
struct form_letter {
    enum letter_kind kind;
    uint32_t folded;
    bool capital;
    size_t size;
};

static struct form_letter letter_at(struct str form, size_t at)
{
    if (at >= form.size) {
        return (struct form_letter){.kind = LETTER_SPACE};
    }
    struct form_letter letter;
    uint32_t code_point = utf8_decode(form, at, &letter.size);
    letter.kind = letter_kind(code_point);
    letter.folded = letter_fold(code_point);
    letter.capital = letter_is_capital(code_point);
    return letter;
}

static bool starts_word(struct str form, size_t at)
{
    return letter_at(form, at).kind == LETTER_WORD;
}

/* The end of the letters and digits from `at` on. */
static size_t letters_end(struct str form, size_t at)
{
    for (;;) {
        struct form_letter letter = letter_at(form, at);
        if (letter.kind != LETTER_WORD && letter.kind != LETTER_DIGIT) {
            return at;
        }
        at += letter.size;
    }
}

static struct str fold(struct compiler *compiler, struct str form)
{
    char *folded = take(compiler, form.size * 2 + 4, 1); /* folding may lengthen a letter by a byte */
    if (folded == NULL) {
        return (struct str){NULL, 0};
    }
    size_t size = 0;
    for (size_t at = 0; at < form.size;) {
        struct form_letter letter = letter_at(form, at);
        size += utf8_encode(letter.folded, folded + size);
        at += letter.size;
    }
    return (struct str){folded, size};
}

/* The end of the word that begins at `at`, by the rules of the scanner (text.h). */
static size_t word_end(struct compiler *compiler, struct str form, size_t at)
{
    size_t end = letters_end(form, at);
    for (;;) {
        struct form_letter sign = letter_at(form, end);
        if (sign.kind == LETTER_SIGN && sign.folded == '\'' && starts_word(form, end + sign.size)) {
            size_t next = letters_end(form, end + sign.size);
            if (lexicon_find(&compiler->lexicon, fold(compiler, str_slice(form, end, next))) != 0) {
                return end; /* a clitic */
            }
            end = next;
        } else if (sign.folded == '.' && starts_word(form, end + 1)) {
            end = letters_end(form, end + 1);
        } else if (sign.folded == '.') {
            return end + 1;
        } else {
            return end;
        }
    }
}

size_t split_form(struct compiler *compiler, struct str form, struct place place,
                  struct form_word words[PHRASE_WORDS])
{
    size_t count = 0;
    for (size_t at = 0; at < form.size;) {
        struct form_letter letter = letter_at(form, at);
        if (letter.kind == LETTER_SPACE) {
            at += letter.size;
            continue;
        }
        size_t end = at + letter.size;
        if (letter.kind == LETTER_WORD) {
            end = word_end(compiler, form, at);
        } else if (letter.kind == LETTER_DIGIT) {
            while (letter_at(form, end).kind == LETTER_DIGIT) {
                end++;
            }
        } else if (letter.folded == '\'' && starts_word(form, end)) {
            size_t letters = letters_end(form, end);

            /* a clitic itself, or one behind a word: "lord's" */
            if (at == 0 ||
                lexicon_find(&compiler->lexicon, fold(compiler, str_slice(form, at, letters))) != 0) {
                end = letters;
            }
        }
        if (count == PHRASE_WORDS) {
            complain(&compiler->messages, (struct place){place.file, place.offset},
                     "a form of more than %d words", PHRASE_WORDS);
            return 0;
        }
        struct form_word *word = &words[count++];
        *word = (struct form_word){.capitalized = letter.capital, .all_caps = true};
        unsigned letters = 0;
        for (size_t i = at; i < end;) {
            struct form_letter inner = letter_at(form, i);
            if (inner.kind == LETTER_WORD) {
                letters++;
                word->all_caps = word->all_caps && inner.capital;
            }
            i += inner.size;
        }
        word->all_caps = word->all_caps && letters >= 2;
        word->form = fold(compiler, str_slice(form, at, end));
        if (word->form.data == NULL) {
            return 0;
        }
        at = end;
    }
    if (count == 0) {
        complain(&compiler->messages, place, "an empty form");
    }
    return count;
}
