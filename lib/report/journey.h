/* Where a verb of a deployment takes its force.  Private to lib/report. */
#ifndef REPORT_JOURNEY_H
#define REPORT_JOURNEY_H

#include "report/draft.h"

/* True when a claim of a deployment in the sentence at hand goes to, or starts from, the place: "left
 * Norvik", "left for Norvik", and of a seat of government, which elsewhere stands for who governs,
 * "sent 300 soldiers to Khartoum". */
bool end_of_journey(const struct extraction *extraction, const struct spot *spot);

/* True for the Tarrow of "a train from Norvik to Tarrow was hit", "a ship bound for Tarrow", where it need
 * not have come; not of "fighting from Norvik to Tarrow", "the road from Norvik to Tarrow". */
bool only_headed_for(const struct extraction *extraction, const struct spot *spot);

#endif
