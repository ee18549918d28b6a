/* Places where somebody speaks.  Private to lib/report. */
#ifndef REPORT_SAID_PLACE_H
#define REPORT_SAID_PLACE_H

#include "report/draft.h"

/* True for the place where somebody said something, "said in Abuja on Monday that", and for one in the name
 * of who says it. */
bool said_here(const struct extraction *extraction, const struct spot *spot);
/* True for the place that opens a sentence before who speaks in it: "In Norvik, police said five were killed"
 * tells where, unless the claim names a place of its own.  Not for one who speaks for a state in its capital.
 */
bool opens_speech(const struct extraction *extraction, const struct spot *spot);

/* True for the place of "'The fighting in Norvik is a sign of despair,' he said, adding that 60,000 had been
 * killed since 2022": the losses of a war are those of no town that another clause of the speech names. */
bool of_other_speech(const struct extraction *extraction, const struct draft *draft, const struct spot *spot);

/* Gives the place of the sentence where those live or serve who say what the draft tells of, as "residents of
 * Norvik" do: that is where it happened when the text tells of no other place.  NULL when there is none. */
struct place *place_of_speaker(struct extraction *extraction, const struct draft *draft);

#endif
