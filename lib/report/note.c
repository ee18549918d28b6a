/* Notes about the article itself: "Correction: An earlier version of this article". */
#include "report/note.h"

#include <string.h>

/* How many items behind the first one the colon of "Editor's note:" may stand. */
#define LABEL_ITEMS 8

/* True when the item's value of a paragraph about the article is `value`. */
static bool corrects_as(const struct item *item, const char *value)
{
    struct value is = item_value(item, CLASS_CORRECTION);

    return item_is(item, CLASS_CORRECTION) && is.kind == VALUE_TEXT && strcmp(is.text, value) == 0;
}

/* Whether an item from `i` on speaks of the article, as "version" and "misstated" do. */
static bool speaks_of_article(const struct extraction *extraction, size_t i)
{
    for (; i < extraction->matcher.item_count; i++) {
        const struct item *item = &extraction->matcher.items[i];

        if (item_is(item, CLASS_CORRECTION) &&
            (item_value(item, CLASS_CORRECTION).kind != VALUE_TEXT || corrects_as(item, "article"))) {
            return true;
        }
    }
    return false;
}

/* True for the first sentence of a note about the article itself: "Correction: An earlier version".  The
 * paragraph that a corrected article opens with, "CORRECTION: Nine people were killed", is none, and within a
 * paragraph only a label that the words for the article follow is one. */
static bool opens_correction(const struct extraction *extraction)
{
    const struct sentence *sentence = &extraction->text->sentences[extraction->sentence];
    const struct item *items = extraction->matcher.items;
    size_t count = extraction->matcher.item_count;
    size_t i = 0;
    bool within = extraction->sentence > 0 && sentence[-1].paragraph == sentence->paragraph;
    size_t label;
    size_t end;

    while (i < count && item_is(&items[i], CLASS_PUNCT)) {
        i++;
    }
    if (i == count || !item_is(&items[i], CLASS_CORRECTION)) {
        return false;
    }
    if (item_value(&items[i], CLASS_CORRECTION).kind != VALUE_TEXT) {
        return !within;
    }
    if (!corrects_as(&items[i], "note") && !corrects_as(&items[i], "label")) {
        return false; /* a word of a fact check */
    }
    label = i;
    end = i + LABEL_ITEMS < count ? i + LABEL_ITEMS : count;
    for (; i < end; i++) {
        if (token_is_sign(extraction->text, items[i].first_token, ":")) {
            return (corrects_as(&items[label], "note") && !within) || speaks_of_article(extraction, i);
        }
    }
    return false;
}

/* So many sentences a note about the article has at most; behind them the article goes on, in a text that
 * has lost its paragraphs. */
#define NOTE_SENTENCES 3

bool in_correction(struct extraction *extraction)
{
    const struct sentence *sentences = extraction->text->sentences;

    if (opens_correction(extraction)) {
        extraction->correction = extraction->sentence + 1;
    }
    return extraction->correction > 0 &&
           sentences[extraction->sentence].paragraph == sentences[extraction->correction - 1].paragraph &&
           extraction->sentence < extraction->correction - 1 + NOTE_SENTENCES;
}

/* True for "The correct figure is 12": the note gives the right one. */
static bool gives_figure(const struct text *text, const struct sentence *sentence)
{
    for (uint32_t token = sentence->first_token; token + 1 < sentence->end_token; token++) {
        if (token_has(text, token, CLASS_CORRECTION, "true") && token_is(text, token + 1, CLASS_FIGURE)) {
            return true;
        }
    }
    return false;
}

bool is_set_right(const struct extraction *extraction)
{
    const struct text *text = extraction->text;
    const struct sentence *sentence = &text->sentences[extraction->sentence];

    return extraction->sentence + 1 < text->sentence_count && sentence[1].paragraph == sentence->paragraph &&
           gives_figure(text, &sentence[1]);
}

bool sets_right(const struct extraction *extraction)
{
    const struct text *text = extraction->text;

    return gives_figure(text, &text->sentences[extraction->sentence]);
}
