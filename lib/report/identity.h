/* Which claims of an article are one.  Private to lib/report. */
#ifndef REPORT_IDENTITY_H
#define REPORT_IDENTITY_H

#include "report/draft.h"

/* True when one of the two is missing and the other held by somebody. */
static inline bool are_taken(const struct report *a, const struct report *b)
{
    return (a->subtype == SUBTYPE_MISSING && b->subtype == SUBTYPE_CAPTURED) ||
           (a->subtype == SUBTYPE_CAPTURED && b->subtype == SUBTYPE_MISSING);
}

/* True when the two may lie in each other, as far as they are known. */
bool may_be_then(struct interval a, struct interval b);
/* True when a word of the person's name but the first of several stands among the tokens. */
bool names_person(const struct text *text, const struct group *person, uint32_t first, uint32_t end);
/* True when a name stands in both sentences. */
bool share_name(const struct text *text, const struct sentence *a, const struct sentence *b);
/* True when two claims are plainly one. */
bool same_claim(const struct extraction *extraction, size_t a, size_t b);
/* True when a person whom one claim names is missing by the one and held by somebody by the other. */
bool same_person_taken(const struct extraction *extraction, size_t a, size_t b);
/* True when one sentence tells of both. */
bool told_together(const struct extraction *extraction, size_t a, size_t b);
/* True when the claim right behind tells of the one person again as "him" or "her", of the only people as
 * "them". */
bool is_pronoun_of(const struct extraction *extraction, size_t index, size_t behind);
/* True when the claim is about "him" in a sentence that names the person of the other claim: "Reed's wife
 * said that he was killed". */
bool names_whom_it_means(const struct extraction *extraction, size_t index, size_t other);
/* True when the claim tells more of the journey that the same source told of in the sentence before it. */
bool same_journey(const struct extraction *extraction, size_t index, size_t other);

#endif
