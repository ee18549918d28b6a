/* The names of those who speak.  Private to lib/report. */
#ifndef REPORT_NAMING_H
#define REPORT_NAMING_H

#include "report/items.h"

/* Puts a real name to the speaker of an attribution: a pronoun, a short name or "its military wing" is given
 * the one that it stands for.  Remembers the speaker for the sentences behind. */
void identify_speaker(struct extraction *extraction, const struct items *items,
                      struct attribution *attribution);
/* known_name.c: the last person who spoke, whom "he" may be when data or a report came between; empty for
 * nobody. */
struct span person_before(const struct extraction *extraction);
/* The state or force whose the speaker is, by the sentence in which it was named; NULL for none or several.
 */
const char *side_of_speaker(const struct extraction *extraction, struct span speaker);
/* Remembers who the sentence is about, for "he said" in the next one. */
void note_subject(struct extraction *extraction, const struct items *items);
/* How a report names the speaker: "the ministry" is "ministry", "its military wing" is "Norland's military
 * wing" when `owner` is Norland; in the text or the arena. */
struct str name_of_speaker(struct extraction *extraction, struct span owner, struct span speaker);

/* Who the sentence is about, when its first words, before token `limit`, name somebody who can speak:
 * "Norland sent troops, it said".  Nobody of "Norland was hit". */
struct span subject_before(const struct extraction *extraction, const struct items *items, uint32_t limit);

#endif
