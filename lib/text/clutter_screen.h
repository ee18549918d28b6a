/* Whether any of the marks of clutter.txt can stand in a line, told by a few of its bytes: nearly no
 * paragraph of an article has one, and none of these is to be folded.  Private to lib/text. */
#ifndef TEXT_CLUTTER_SCREEN_H
#define TEXT_CLUTTER_SCREEN_H

#include "text/clutter.h"

/* Where in the line there may be one. */
struct clutter_screen {
    bool begin;
    bool end;
    uint32_t hold; /* anywhere: a bit for each key of clutter_language.inside, the first the lowest */
};

/* Of a line that is not empty and has no white space at its ends. */
struct clutter_screen clutter_screen(const struct clutter_language *language, struct str line);

/* As marks are compared with it: in lower case, other white space as a space. */
static inline char clutter_fold_byte(char byte)
{
    unsigned char c = (unsigned char)byte;
    unsigned char lower = (unsigned char)(c + 'a' - 'A');
    unsigned char letter_or_sign = c >= 'A' && c <= 'Z' ? lower : c;
    return (char)(c < ' ' ? ' ' : letter_or_sign);
}

static inline bool clutter_letter(char c)
{
    return ascii_is_letter(c) || (unsigned char)c >= 0x80;
}

/* How many bytes the sign or digit at the beginning takes; 0 for a letter.  Signs beyond ASCII are those of
 * Latin-1 and of U+2000 to U+2FFF: dashes, bullets, arrows. */
static inline size_t clutter_sign(struct str s)
{
    unsigned char c = (unsigned char)s.data[0];
    if (c == 0xE2 && s.size >= 3) {
        return 3;
    }
    if (c == 0xC2 && s.size >= 2) {
        return 2;
    }
    return clutter_letter(s.data[0]) ? 0 : 1;
}

#endif
