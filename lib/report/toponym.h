/* Names that no table knows, taken for places by their form and by the words around them.  Private to
 * lib/report.
 */
#ifndef REPORT_TOPONYM_H
#define REPORT_TOPONYM_H

#include "report/draft.h"

/* True for a word, and for a hyphen without space around it. */
bool glued(const struct text *text, uint32_t token);
/* Behind the run of capitalised words at `token` that the lexicon does not know either; `token` when there is
 * none, or it is the name of a street, a hotel or a house. */
uint32_t unlisted_end(const struct text *text, uint32_t token, uint32_t limit);
/* True for "the battle for" before the word at `token`. */
bool fought_for(const struct text *text, uint32_t token);
/* True for the number of "zone 11" at `token`. */
bool numbered_zone(const struct text *text, uint32_t token);
/* The token of the kind of place in "in a place called", "in a village known as" before the name at `token`;
 * `token` when nothing calls it so. */
uint32_t before_naming(const struct text *text, uint32_t token, uint32_t first);
/* True when behind a name that ends at token `end` others follow, and what all of them are: "Norvik, Kolna
 * and Tarn areas". */
bool names_share_kind(const struct text *text, uint32_t end, uint32_t limit);
/* True when the name from `token` to `end` is that of a place even though no table knows it: "in Norvik",
 * "the village of Norvik", "in the Norvik area". */
bool named_as_place(const struct extraction *extraction, uint32_t token, uint32_t end,
                    const struct sentence *sentence);

#endif
