/* Event coreference within an article: which sentences tell of the happening of a claim that has no date or
 * no place in its own words.  Private to lib/report. */
#ifndef REPORT_COREF_H
#define REPORT_COREF_H

#include "report/draft.h"

/* Gives claims of incidents that the text leaves without a date, or without a place, those of the claim or
 * the sentence which tells of the same happening: of the same person by name, of the same figure of people,
 * or of the attack that either of the two calls known ("The attack took place in Brask on Monday"); and where
 * an article tells of attacks in one town only, that town to the claims around.  Once, after the last
 * sentence.  Linear in the article: only so many sentences and claims around each are looked at. */
void coref_resolve(struct extraction *extraction);

#endif
