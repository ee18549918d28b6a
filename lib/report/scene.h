/* Whether a name before the noun of what happened tells who did it or where it was.  Private to lib/report.
 */
#ifndef REPORT_SCENE_H
#define REPORT_SCENE_H

#include "report/draft.h"

/* "A Lebanon blast killed nine", "a Mali bus attack": the name of a country, no adjective, where it was. */
bool names_scene(const struct extraction *extraction, const struct mark *mark, const struct draft *draft);

/* "An Israeli strike", "a US air strike", "an Israel strike killed nine in Gaza": who did it. */
bool strikes(const struct extraction *extraction, const struct mark *mark, const struct draft *draft);

#endif
