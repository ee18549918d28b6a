/* Where an article goes on: the place that it told of last, for a claim behind it that names none.  Private
 * to lib/report. */
#ifndef REPORT_SETTING_H
#define REPORT_SETTING_H

#include "report/mention.h"

/* The mention whose places are those of the claim at `index` as well, which stands in the mention at `own`
 * and has none by its own words or by those of a sentence on the same happening; NULL when it may be
 * anywhere. */
const struct mention *setting_of(const struct extraction *extraction, size_t own, size_t index);

/* True when a state speaks in the claim at `index`, and not of what the scene tells: that lies abroad, others
 * were harmed there or by others. */
bool told_from_afar(const struct extraction *extraction, size_t index, const struct mention *scene);

/* True when the claim, which gives no place, may be of where the article was written. */
bool may_be_at_dateline(const struct extraction *extraction, size_t index);

/* True when what the mention tells was on another day than the claim, whose words give one, or may have been:
 * those words give a month or a year. */
bool on_other_day(const struct extraction *extraction, const struct mention *mention,
                  const struct report *report);

#endif
