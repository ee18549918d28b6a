/* The sentences of an article that tell of harm or attacks, kept for the claims of other sentences.  Private
 * to lib/report. */
#ifndef REPORT_MENTION_H
#define REPORT_MENTION_H

#include "report/draft.h"

/* A sentence that tells of harm or of an attack. */
struct mention {
    uint32_t sentence;
    size_t first_report, end_report;
    int32_t timex; /* the expression that dates its happening: -1 none, -2 several */
    enum attack_told told;
    bool known;       /* "the attack": one that the text tells of elsewhere */
    const char *deed; /* "the killings", "the kidnapping": its subtype; NULL for none */
    bool happened;    /* "took place", "was carried out": the attack or deed is what the sentence is about */
    bool taken;       /* the attack is only that a town is taken: nobody need have come to harm */
    bool another;     /* "another attack", "two others" */
    bool turns;       /* "meanwhile": maybe not where what was told before happened */
    int32_t noun_timex;    /* the day of the noun itself, "the murder that took place on Monday"; -1: none */
    const char *noun_deed; /* ... the subtype of that deed; NULL for an attack */
    struct span target;    /* "the Velmar union" of "the attack on the Velmar union"; empty for none */
    struct place *places;  /* none when it tells of a part of those told of before: "one of them" */
    size_t place_count;
    struct place beside; /* the place that the sentence before names; without a name when there is none */
};

/* Remembers what the sentence at hand tells, if it is of harm or an attack: its claims, its day, its places.
 * After its reports are made and before its places are remembered for the next one.  ERR_NO_MEMORY. */
enum status mention_note(struct extraction *extraction) MUST_CHECK;
/* The mention of that sentence; NULL when it tells of no harm. */
const struct mention *mention_of(const struct extraction *extraction, size_t sentence);

/* True when its places are known to lie in several countries or regions: what is told of happened in each. */
bool mention_spread(const struct mention *mention);
/* True when one of its places is a town. */
bool mention_in_town(const struct mention *mention);
/* True when both are in towns, and none of the one in a town of the other. */
bool mention_in_other_town(const struct mention *a, const struct mention *b);

#endif
