/* Who it is that speaks.  Private to lib/report. */
#ifndef REPORT_SPEAKER_H
#define REPORT_SPEAKER_H

#include "report/items.h"

/* True when the words from item `first` to `end` name a person, a body or a place that can speak. */
bool speaks(const struct items *items, size_t first, size_t end);
/* "Openly": a word of manner that the lexicon does not know. */
bool is_manner(const struct items *items, size_t i);
/* What may stand between a speaker and the verb. */
bool between_speaker_and_verb(const struct items *items, size_t i);
/* True for words that can be a speaker that no table knows: "its radio station", "the regional
 * administration". */
bool could_speak(const struct items *items, size_t first, size_t end);
/* True where a statement's source ends: at a sign, the sentence's end, or words about when and how it was
 * said. */
bool closes_saying(const struct items *items, size_t i);
/* True at "after" of "he said after being briefed": when he said it, and not what. */
bool opens_occasion(const struct items *items, size_t i);
/* True when the words from `first` to `end` hold a statement of their own, so that what follows them is its
 * source. */
bool holds_statement(const struct items *items, size_t first, size_t end);
/* "Some 150 fighters left the town": a verb in the past with a subject before it, though of no harm, among
 * the words from `begin` to `end`. */
bool tells_past(const struct items *items, size_t begin, size_t end);
/* The noun phrase that ends before item `verb`, whatever it names.  False when there is none. */
bool speaker_before(const struct items *items, size_t verb, size_t *first, size_t *end);
/* True when only a place stands between item `begin` and the speaker who begins at item `first`: "near Kolna
 * the army said", which tells where it was, not where that was said. */
bool behind_place(const struct items *items, size_t begin, size_t first);
/* The noun phrase that begins behind item `verb`, whatever it names: ", said John Smith, head of the
 * agency." */
bool speaker_behind(const struct items *items, size_t verb, size_t *first, size_t *end);
/* True when the word of speech at item `i` is a noun or an adjective: "the army's claim", "seven alleged
 * rebels". */
bool is_no_verb(const struct items *items, size_t i);
/* True when a fake is what tells by the noun at item `noun`: "a fake post". */
bool is_bogus_noun(const struct items *items, size_t noun);
/* True when the speaker from item `first` to `end` is a fake: "a fake video of the raid"; not "a man with a
 * forged passport", "a fake charity". */
bool is_bogus(const struct items *items, size_t first, size_t end);
/* True at "found" of "an AP review found nine soldiers had died", "an investigation by the Herald found":
 * what an inquiry finds it says; and of "nine soldiers had died, the Monitor found". */
bool finds(const struct items *items, size_t verb);
/* "Norland's envoy to the UN": whom the body at item `i` hosts speaks, and for another. */
bool behind_envoy(const struct items *items, size_t i);
/* Where who says so begins in ", with both sides claiming", ", the mayor putting", by the word at item
 * `saying`; 0 for nobody. */
size_t with_before(const struct items *items, size_t saying);

#endif
