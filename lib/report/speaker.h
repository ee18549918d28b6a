/* Who it is that speaks.  Private to lib/report. */
#ifndef REPORT_SPEAKER_H
#define REPORT_SPEAKER_H

#include "report/items.h"

/* True when the words from item `first` to `end` name a person, a body or a place that can speak. */
bool speaks(const struct items *items, size_t first, size_t end);
/* Puts a real name to the speaker of an attribution: a pronoun, a short name or "its military wing" is given
 * the one that it stands for.  Remembers the speaker for the sentences behind. */
void identify_speaker(struct extraction *extraction, const struct items *items,
                      struct attribution *attribution);
/* How a report names the speaker: "the ministry" is "ministry", "its military wing" is "Norland's military
 * wing" when `owner` is Norland; in the text or the arena. */
struct str name_of_speaker(struct extraction *extraction, struct span owner, struct span speaker);

#endif
