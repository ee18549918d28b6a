/* Who attacks in a clause: "gunmen stormed the village", "an Israeli air strike", "army shelling".  Private
 * to lib/report. */
#ifndef REPORT_ASSAULT_H
#define REPORT_ASSAULT_H

#include "report/draft.h"

/* True for a sign and a word between two clauses: "and", "when", "who". */
bool ends_words(const struct text *text, uint32_t token);
/* Where the phrase that begins at `begin` ends: before its verb or what else follows. */
uint32_t phrase_end(const struct text *text, uint32_t begin, uint32_t limit);
/* What the fighters of an item are called who are no named side's: "gunmen"; NULL for anybody else. */
const char *doers(const struct text *text, const struct item *item);
/* Who is named in the phrase from `from` to `to`, "three Malian jets", "suspected gunmen"; absent for "a
 * Malian bus". */
struct str side_in(const struct extraction *extraction, uint32_t from, uint32_t to);
/* ... and by the phrase that begins at `token`. */
struct str side_at(const struct extraction *extraction, uint32_t token);
/* Who speaks as "it" and "they", or has "its jets" and "their men", at `token`; absent for anybody else. */
struct str side_meant(const struct extraction *extraction, uint32_t token);
/* Who the subject of the verb at `verb` is, in the words from `from`; absent when it is no side, and when the
 * verb befalls it. */
struct str subject_side(const struct extraction *extraction, uint32_t from, uint32_t verb);
/* ... and only when no table knows its name: "Norland's army". */
struct str unlisted_subject_side(const struct extraction *extraction, uint32_t from, uint32_t verb);
/* Who attacks in the words from `from` to `to`, all of one sentence; absent when nobody does. */
struct str attacker_in(const struct extraction *extraction, uint32_t from, uint32_t to);
/* True when the words behind the mark are those of an attack by it: "air strike", "drone and missile attack";
 * not "blast", "crash" or "clash", which only happen there. */
bool names_attack(const struct text *text, const struct mark *mark);
/* True for "offensive", in which both sides kill. */
bool is_offensive(const struct text *text, uint32_t token);
/* "US", "RSF": capitals, which stand before a noun as an adjective does. */
bool is_short_name(const struct text *text, const struct mark *mark);

#endif
