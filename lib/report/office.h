/* The place whose office those have who came to harm: "the mayor of Norvik", "Norvik Mayor Ann Reed". Private
 * to lib/report. */
#ifndef REPORT_OFFICE_H
#define REPORT_OFFICE_H

#include "report/draft.h"

/* True for the name at `token` behind "the mayor of", "councillors from the town of". */
bool behind_office(const struct text *text, uint32_t token, uint32_t first);

/* Gives the place that one person is in office for whom the draft tells of: where that person was harmed when
 * the text tells of no other place.  NULL when there is none. */
struct place *place_of_office(struct extraction *extraction, const struct draft *draft);

#endif
