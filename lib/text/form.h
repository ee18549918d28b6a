/* Folded forms, and their words in the lexicon; private to lib/text. */
#ifndef TEXT_FORM_H
#define TEXT_FORM_H

#include "lang/lang.h"

#define LONGEST_FORM 64 /* bytes that a form of the lexicon has at most */

/* A folded form as far as it was read. */
struct form {
    uint32_t size; /* over LONGEST_FORM: too long for any word, and cut */
    char bytes[LONGEST_FORM];
};

static inline void form_start(struct form *form)
{
    form->size = 0;
}

static inline void form_add(struct form *form, uint8_t byte)
{
    if (form->size < LONGEST_FORM) {
        form->bytes[form->size] = (char)byte;
    }
    form->size++;
}

/* Folds it first. */
void form_add_code_point(struct form *form, uint32_t code_point);
/* The number of the word, or 0. */
uint16_t form_find(const struct lang *lang, const struct form *form);

#endif
