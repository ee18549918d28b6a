/* Who it is that speaks.  Private to lib/report. */
#ifndef REPORT_SPEAKER_H
#define REPORT_SPEAKER_H

#include "report/items.h"

/* True when the words from item `first` to `end` name a person, a body or a place that can speak. */
bool speaks(const struct items *items, size_t first, size_t end);
/* What may stand between a speaker and the verb. */
bool between_speaker_and_verb(const struct items *items, size_t i);
/* True for words that can be a speaker that no table knows: "its radio station", "the regional
 * administration". */
bool could_speak(const struct items *items, size_t first, size_t end);
/* True where a statement's source ends: at a sign, the sentence's end, or words about when and how it was
 * said. */
bool closes_saying(const struct items *items, size_t i);
/* True when the words from `first` to `end` hold a statement of their own, so that what follows them is its
 * source. */
bool holds_statement(const struct items *items, size_t first, size_t end);
/* The noun phrase that ends before item `verb`, whatever it names.  False when there is none. */
bool speaker_before(const struct items *items, size_t verb, size_t *first, size_t *end);
/* The noun phrase that begins behind item `verb`, whatever it names: ", said John Smith, head of the
 * agency." */
bool speaker_behind(const struct items *items, size_t verb, size_t *first, size_t *end);
/* Puts a real name to the speaker of an attribution: a pronoun, a short name or "its military wing" is given
 * the one that it stands for.  Remembers the speaker for the sentences behind. */
void identify_speaker(struct extraction *extraction, const struct items *items,
                      struct attribution *attribution);
/* Remembers who the sentence is about, for "he said" in the next one. */
void note_subject(struct extraction *extraction, const struct items *items);
/* How a report names the speaker: "the ministry" is "ministry", "its military wing" is "Norland's military
 * wing" when `owner` is Norland; in the text or the arena. */
struct str name_of_speaker(struct extraction *extraction, struct span owner, struct span speaker);

/* Who the sentence is about, when its first words, before token `limit`, name somebody who can speak:
 * "Norland sent troops, it said".  Nobody of "Norland was hit". */
struct span subject_before(const struct extraction *extraction, const struct items *items, uint32_t limit);

#endif
