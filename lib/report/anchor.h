/* Days that the noun of an attack or a deed is told to be of: "the murder that took place on Monday". Private
 * to lib/report. */
#ifndef REPORT_ANCHOR_H
#define REPORT_ANCHOR_H

#include "report/mention.h"

/* Notes in the mention of the sentence at hand the day of its noun, and whom "the attack on Velmar" was on.
 */
void anchor_note(const struct extraction *extraction, struct mention *mention);

/* For each subtype the expression with the only day that the article tells for a deed of it, or an attack; -1
 * when it tells none or several.  To be asked for once all mentions are noted. */
void anchored_days(const struct extraction *extraction, int32_t days[SUBTYPE_COUNT]);
/* The one of those `days` that the claim at `index` is of, which takes the deed for granted: when the article
 * tells of no other such deed.  -1: none. */
int32_t anchored_day(const struct extraction *extraction, const int32_t days[SUBTYPE_COUNT], size_t index);

/* True when the mention tells of an attack on whom that of the other mention was on: "the attack on Velmar".
 */
bool on_same_target(const struct extraction *extraction, const struct mention *mention,
                    const struct mention *other);

/* True when the mention at `other`, right before the one at `own` in which the claim at `index` stands, tells
 * of an attack in the town where that happened. */
bool attack_in_same_town(const struct extraction *extraction, size_t own, size_t other, size_t index);

#endif
