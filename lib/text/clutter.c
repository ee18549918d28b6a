#include "text/clutter.h"

#include "text/clutter_screen.h"
#include "text/line_words.h"

#include <string.h>

/* Longer lines are looked at only at their beginning. */
#define FOLDED_MAX 640
/* A line of more words than this is a paragraph, which only a caption's words can mark. */
#define MARKED_WORDS_MAX 30

const struct clutter_language *clutter_find(const char *tag)
{
    for (size_t i = 0; i < clutter_language_count; i++) {
        if (strcmp(clutter_languages[i].tag, tag) == 0) {
            return &clutter_languages[i];
        }
    }
    return NULL;
}

/* `line` with each byte folded; false when its bytes need a look at those around them.  Most of a text
 * passes through here, so it is written for a compiler that takes many bytes at a time. */
static bool fold_plain(struct str line, char out[FOLDED_MAX])
{
    unsigned char other = 0;
    for (size_t i = 0; i < line.size; i++) {
        unsigned char c = (unsigned char)line.data[i];
        other |= (unsigned char)((c < ' ') | (c >= 0xC2));
        out[i] = clutter_fold_byte(line.data[i]);
    }
    for (size_t i = 1; i < line.size; i++) {
        other |= (unsigned char)((out[i - 1] == ' ') & (out[i] == ' '));
    }
    return other == 0;
}

/* `line` in lower case, with straight apostrophes and single spaces, as far as it goes. */
static struct str fold(struct str line, char out[FOLDED_MAX], bool *whole)
{
    struct str part = str_slice(line, 0, line.size < FOLDED_MAX ? line.size : FOLDED_MAX);
    size_t size = 0;
    size_t at = 0;
    if (fold_plain(part, out)) {
        *whole = part.size == line.size;
        return str_trim((struct str){.data = out, .size = part.size});
    }
    for (; at < line.size && size < FOLDED_MAX; at++) {
        char c = clutter_fold_byte(line.data[at]);
        if (c == '\xC2' && at + 1 < line.size && line.data[at + 1] == '\xA0') {
            c = ' ';
            at++;
        } else if (c == '\xE2' && at + 2 < line.size && memcmp(line.data + at, "\xE2\x80\x99", 3) == 0) {
            c = '\'';
            at += 2;
        }
        if (c != ' ' || size == 0 || out[size - 1] != ' ') {
            out[size++] = c;
        }
    }
    *whole = at == line.size;
    return str_trim((struct str){.data = out, .size = size});
}

static size_t sign_last(struct str s)
{
    if (s.size >= 3 && (unsigned char)s.data[s.size - 3] == 0xE2) {
        return 3;
    }
    if (s.size >= 2 && (unsigned char)s.data[s.size - 2] == 0xC2) {
        return 2;
    }
    return clutter_letter(s.data[s.size - 1]) ? 0 : 1;
}

/* Without what stands before the first letter: bullets, numbers, brackets, a tag in square brackets. */
static struct str without_lead(struct str folded)
{
    if (folded.size > 0 && folded.data[0] == '[') {
        size_t close = str_find(folded, STR("]"), 0);
        if (close != SIZE_MAX && close + 1 < folded.size) {
            folded = str_slice(folded, close + 1, folded.size);
        }
    }
    size_t skip = 0;
    while (folded.size > 0 && (skip = clutter_sign(folded)) > 0) {
        folded = str_slice(folded, skip, folded.size);
    }
    return folded;
}

/* And without the signs and digits at the end: "[TOPIC] Comments (12)" -> "comments". */
static struct str core(struct str folded)
{
    size_t cut = 0;
    while (folded.size > 0 && (cut = sign_last(folded)) > 0) {
        folded.size -= cut;
    }
    return folded;
}

/* The words end where the mark ends. */
static bool word_edge(struct str text, size_t at)
{
    return at >= text.size || !clutter_letter(text.data[at]) || !clutter_letter(text.data[at - 1]);
}

static bool begins(struct str folded, struct str form)
{
    return str_starts(folded, form) && word_edge(folded, form.size);
}

/* True when behind byte `from` there are only words with a capital, and shorter ones that may stand between
 * names. */
static bool only_names(struct str line, size_t from)
{
    bool any = false;
    size_t at = from;
    while (at < line.size) {
        while (at < line.size && !clutter_letter(line.data[at])) {
            if (line.data[at] >= '0' && line.data[at] <= '9') {
                return false;
            }
            at++;
        }
        size_t begin = at;
        while (at < line.size && line.data[at] != ' ') {
            at++;
        }
        bool capital =
            begin < at && (ascii_is_upper(line.data[begin]) || (unsigned char)line.data[begin] >= 0x80);
        if (!capital && at - begin > 3) {
            return false;
        }
        any = any || capital;
    }
    return any;
}

/* The line in the forms that marks are compared with. */
struct subject {
    struct str line;
    struct str folded;
    struct str lead; /* without_lead */
    struct str core;
    bool whole;     /* the folded form goes to the end of the line */
    bool sentence;  /* it ends with a full stop */
    uint32_t words; /* see words_of */
};

/* Counted when a mark asks for them, and once. */
static uint32_t words_of(struct subject *subject)
{
    if (subject->words == 0) {
        subject->words = line_words(subject->line, MARKED_WORDS_MAX + 1);
    }
    return subject->words;
}

/* True when the line ends with a full stop that is not that of "More in U.S." alone. */
static bool ends_sentence(struct str line)
{
    bool initials =
        line.size >= 4 && ascii_is_upper(line.data[line.size - 2]) && line.data[line.size - 3] == '.';
    return str_ends(line, STR(".")) && !initials;
}

/* Fewer than three words, without a colon or bar behind them, may as well begin a sentence of the article. */
static bool weak(struct str form)
{
    int spaces = 0;
    for (size_t i = 0; i < form.size; i++) {
        spaces += form.data[i] == ' ' ? 1 : 0;
    }
    return spaces < 2 && clutter_letter(form.data[form.size - 1]);
}

/* Whether a mark of that kind can be what the line is, whatever the words. */
static bool of_this_line(const struct clutter_mark *mark, struct subject *subject)
{
    if (mark->kind == MARK_CAPTION) {
        return true;
    }
    /* the title of a list is no sentence */
    return !(subject->sentence && mark->kind == MARK_LIST) && words_of(subject) <= MARKED_WORDS_MAX;
}

static bool fits(const struct clutter_mark *mark, struct subject *subject)
{
    struct str form = {.data = mark->words, .size = mark->size};
    switch ((enum clutter_mark_place)mark->place) {
    case PLACE_LINE:
        return subject->whole && str_equal(subject->core, form);
    case PLACE_BEGINS:
        return (begins(subject->folded, form) || begins(subject->lead, form)) &&
               !(subject->sentence && mark->kind != MARK_CAPTION && weak(form));
    case PLACE_NAMES:
        return begins(subject->folded, form) && words_of(subject) <= 12 &&
               only_names(subject->line, form.size);
    case PLACE_ENDS:
        return subject->whole && str_ends(subject->folded, form) && subject->folded.size > form.size &&
               (!clutter_letter(form.data[0]) ||
                !clutter_letter(subject->folded.data[subject->folded.size - form.size - 1]));
    case PLACE_HOLDS:
        return true; /* the caller has found it */
    }
    return false;
}

/* The longest fitting mark with which `at`, the line in one of its forms, begins; or `best` when
 * that is longer. */
static const struct clutter_mark *longest_first(const struct clutter_language *language, struct str at,
                                                struct subject *subject, const struct clutter_mark *best)
{
    if (at.size < 2) {
        return best;
    }
    const uint16_t *starts = language->begins + clutter_pair(at.data[0], at.data[1]);
    for (size_t i = starts[0]; i < starts[1]; i++) {
        const struct clutter_mark *mark = &language->marks[i];
        if (mark->size <= at.size && mark->words[mark->size - 1] == at.data[mark->size - 1] &&
            memcmp(mark->words, at.data, mark->size) == 0 && (best == NULL || mark->size > best->size) &&
            fits(mark, subject) && of_this_line(mark, subject)) {
            best = mark;
        }
    }
    return best;
}

/* Likewise with which the line ends. */
static const struct clutter_mark *longest_last(const struct clutter_language *language,
                                               struct subject *subject, const struct clutter_mark *best)
{
    char last = subject->folded.data[subject->folded.size - 1];
    const uint16_t *starts = language->ends + (unsigned char)last;
    for (size_t i = starts[0]; i < starts[1]; i++) {
        const struct clutter_mark *mark = &language->marks[i];
        if ((best == NULL || mark->size > best->size) && fits(mark, subject) && of_this_line(mark, subject)) {
            best = mark;
        }
    }
    return best;
}

/* The words stand in the line with their key at byte `at`. */
static bool stands(const struct clutter_mark *mark, struct str folded, size_t at)
{
    if (at < mark->key || folded.size - (at - mark->key) < mark->size) {
        return false;
    }
    size_t begin = at - mark->key;
    return folded.data[begin] == mark->words[0] &&
           memcmp(folded.data + begin, mark->words, mark->size) == 0 &&
           (begin == 0 || !clutter_letter(mark->words[0]) || !clutter_letter(folded.data[begin - 1]));
}

/* Likewise of those with that key, anywhere. */
static const struct clutter_mark *longest_inside(const struct clutter_language *language,
                                                 const struct clutter_key *key, struct subject *subject,
                                                 const struct clutter_mark *best)
{
    struct str folded = subject->folded;
    struct str text = str_from(key->text);
    size_t at = str_find(folded, text, 0);
    for (; at != SIZE_MAX; at = str_find(folded, text, at + 1)) {
        for (size_t i = key->first_mark; i < key->end_mark; i++) {
            const struct clutter_mark *mark = &language->marks[i];
            if ((best == NULL || mark->size > best->size) && stands(mark, folded, at) &&
                of_this_line(mark, subject)) {
                best = mark;
            }
        }
    }
    return best;
}

enum clutter_mark_kind clutter_match(const struct clutter_language *language, struct str line)
{
    if (language == NULL || line.size == 0) {
        return MARK_NONE;
    }
    const struct clutter_screen may = clutter_screen(language, line);
    if (!may.begin && !may.end && may.hold == 0) { /* nearly always */
        return MARK_NONE;
    }
    char buffer[FOLDED_MAX];
    struct subject subject = {.line = line, .sentence = ends_sentence(line)};
    subject.folded = fold(line, buffer, &subject.whole);
    if (subject.folded.size == 0) {
        return MARK_NONE;
    }
    const struct clutter_mark *best = NULL;
    if (may.begin) {
        subject.lead = without_lead(subject.folded);
        subject.core = core(subject.lead);
        best = longest_first(language, subject.folded, &subject, best);
        if (subject.lead.size > 0 && subject.lead.data != subject.folded.data) {
            best = longest_first(language, subject.lead, &subject, best);
        }
    }
    best = may.end ? longest_last(language, &subject, best) : best;
    for (uint32_t keys = may.hold; keys != 0; keys &= keys - 1) {
        best = longest_inside(language, &language->inside[__builtin_ctz(keys)], &subject, best);
    }
    return best == NULL ? MARK_NONE : (enum clutter_mark_kind)best->kind;
}
