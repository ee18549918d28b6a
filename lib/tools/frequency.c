/* How common words and classes are, to judge by the examples of the rules: sentences that the language's
 * authors wrote. What is seldom in them tells early that a rule cannot match. */
#include "tools/compiler.h"

/* The longest word that is looked for, in bytes: those of the lexicon that are common are shorter. */
#define LONGEST 32

static bool letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool digit(char c)
{
    return c >= '0' && c <= '9';
}

/* What one text holds. */
struct seen {
    struct class_set classes;
    uint32_t *texts; /* by word of the lexicon: the number of the last text that held it */
    uint32_t number;
};

static void see_word(const struct compiler *compiler, struct seen *seen, unsigned word,
                     struct frequencies *frequencies)
{
    if (word == 0 || seen->texts[word] == seen->number) {
        return;
    }
    seen->texts[word] = seen->number;
    frequencies->words[word]++;
    for (const struct reading *r = compiler->lexicon.words[word].readings; r != NULL; r = r->next) {
        class_set_add(&seen->classes, r->class_id);
    }
}

static void see_text(const struct compiler *compiler, struct seen *seen, struct str text,
                     struct frequencies *frequencies)
{
    for (size_t at = 0; at < text.size;) {
        char form[LONGEST];
        size_t size = 0;
        for (; at < text.size && letter(text.data[at]); at++) {
            if (size < sizeof form) {
                form[size++] = (char)(text.data[at] | 0x20);
            }
        }
        if (size == 0) {
            size_t next = at + 1;
            while (next < text.size && digit(text.data[at]) && digit(text.data[next])) {
                next++;
            }
            if (digit(text.data[at])) {
                class_set_add(&seen->classes, CLASS_NUMBER);
                class_set_add(&seen->classes, CLASS_PLAIN);
                class_set_add(&seen->classes, CLASS_COUNT);
            } else {
                see_word(compiler, seen, lexicon_find(&compiler->lexicon, str_slice(text, at, next)),
                         frequencies);
            }
            at = next;
            continue;
        }
        see_word(compiler, seen, lexicon_find(&compiler->lexicon, (struct str){form, size}), frequencies);
    }
}

bool count_frequencies(struct compiler *compiler, struct frequencies *frequencies)
{
    struct seen seen = {.texts = take(compiler, compiler->lexicon.count, sizeof *seen.texts)};
    frequencies->words = take(compiler, compiler->lexicon.count, sizeof *frequencies->words);
    if (seen.texts == NULL || frequencies->words == NULL) {
        return false;
    }
    for (size_t i = 0; i < DIMENSION_COUNT; i++) {
        for (const struct pass *pass = compiler->dimensions[i].passes; pass != NULL; pass = pass->next) {
            for (const struct rule *rule = pass->rules; rule != NULL; rule = rule->next) {
                for (const struct example *e = rule->examples; e != NULL; e = e->next) {
                    seen.number++;
                    seen.classes = (struct class_set){{0}};
                    see_text(compiler, &seen, e->text, frequencies);
                    for (unsigned c = 0; c < CLASS_LIMIT; c++) {
                        frequencies->classes[c] += class_set_has(&seen.classes, c);
                    }
                }
            }
        }
    }
    frequencies->texts = seen.number;
    return true;
}
