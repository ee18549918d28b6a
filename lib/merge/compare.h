/* What the points of two claims and the denials among them both look at.  Private to the module. */
#ifndef MERGE_COMPARE_H
#define MERGE_COMPARE_H

#include "merge/traits.h"

/* What a casualty figure counts. */
enum measure { MEASURE_TOTAL, MEASURE_KILLED, MEASURE_WOUNDED, MEASURE_MISSING, MEASURE_CAPTURED };
enum measure measure_of(const struct report *report);

/* How two figures for one thing stand to each other. */
enum figures { FIGURES_SAME, FIGURES_NEAR, FIGURES_FAR, FIGURES_APART };
enum figures compare_figures(const struct traits *a, const struct traits *b);

bool same_article(const struct traits *a, const struct traits *b);
/* Generic people of whom the one may be the other; named people are compared before. */
bool may_be_same_people(struct str a, struct str b);

/* How many days after one another two claims may be told and yet speak of the same losses. */
#define PATIENCE_CASUALTY 7

/* The one claim denies the other, as far as it tells what it denies: the same measure, figure and place where
 * it gives them, told within days.  `found`: the people are the same, or the figure is. */
bool is_denial(const struct traits *a, const struct traits *b, enum nearness nearness, bool found);

#endif
