/* Which state or force it is that speaks.  Private to lib/report. */
#ifndef REPORT_VOICE_H
#define REPORT_VOICE_H

#include "report/draft.h"

/* True for "a rebel group in Mali", "a Malian rebel coalition": the mark names the state in which those
 * fight, as like as not against it, and never whose they are. */
bool lodges_fighters(const struct text *text, const struct mark *mark);

/* The state or force of the tables that speaks in the sentence at hand, itself or by a body of it; absent for
 * any other speaker, and for none (NULL). */
struct str state_speaking(const struct extraction *extraction, const struct attribution *attribution);

/* The code of the country that a side or a place is; absent for any other. */
struct str country_of(struct str side);

/* True when a state speaks, and the attack last told of befell people of other states only: those of whom it
 * speaks were harmed in another. */
bool tells_of_other_state(const struct extraction *extraction, const struct draft *draft);

/* The state or force that speaks: by the tables, else its own name when no table knows it; absent for a
 * person and for any body of people. */
struct str side_speaking(const struct extraction *extraction, const struct attribution *attribution);

#endif
