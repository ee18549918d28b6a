/* Why a report is as it is: the rules that matched, and the words that each of its parts comes from.  Kept
 * only for who asks. */
#ifndef REPORT_REASON_H
#define REPORT_REASON_H

#include "report/report.h"

/* What ties the date to the claim. */
enum date_tie {
    TIE_NONE,            /* it has no date */
    TIE_CLAUSE,          /* an expression beside the words that make the claim */
    TIE_SENTENCE,        /* one further off in its sentence */
    TIE_HAPPENING,       /* the claim goes on about what was dated before */
    TIE_PERSON,          /* the same person's fate, dated before */
    TIE_SENTENCE_BEFORE, /* the one expression of the sentence before that dates a happening */
    TIE_ATTACK,          /* the attack that was told of before */
    TIE_SENTENCE_BEHIND, /* "The attack took place on Monday", told behind it */
    TIE_COREFERENCE, /* another sentence that tells of the same happening: the person, the figure, the attack
                      */
    TIE_SECTION,     /* the line above it in a chronology */
    TIE_TOLD,        /* no words: no later than it was told, or published */
    TIE_COUNT
};

/* Who makes the claim. */
enum source_ground {
    SOURCE_NONE,
    SOURCE_ATTRIBUTION,    /* words of saying in the sentence */
    SOURCE_SPEAKER_BEFORE, /* a quotation goes on whose speaker was named before */
    SOURCE_PUBLISHER,      /* nobody else */
    SOURCE_GROUND_COUNT
};

/* What gives a claim its status. */
enum status_ground {
    GROUND_ASSERTION,   /* the article says so flatly */
    GROUND_ATTRIBUTION, /* the words of who says it */
    GROUND_CONDITION,   /* "if", "would" */
    GROUND_QUESTION,
    GROUND_MODAL,     /* "may", "could" */
    GROUND_FUTURE,    /* "will", "is expected to", "plans to" */
    GROUND_FEAR,      /* "feared", "presumed" */
    GROUND_HEDGE,     /* "reportedly" */
    GROUND_QUOTATION, /* it stands in somebody's quotation */
    GROUND_DOUBT,     /* "could not be verified", in the sentence or behind it */
    GROUND_COUNT
};

/* "clause", "attribution" ...: the names of the HTTP contract. */
const char *date_tie_name(enum date_tie tie);
const char *source_ground_name(enum source_ground ground);
const char *status_ground_name(enum status_ground ground);

/* A rule that made what the report rests on, of the words that it matched. */
struct reason_rule {
    const char *name;
    const char *pass; /* of report.rules in which it ran: words, people, ..., claims */
    struct quote words;
};

/* Quotes are absent where the report has nothing of the kind, or takes it from what is not said there. */
struct report_reason {
    struct reason_rule *rules; /* in the order in which they matched */
    size_t rule_count;
    struct quote trigger;     /* the words that make it a claim: "were killed" */
    struct quote people;      /* the people that it is about, where they are named */
    struct quote actor;       /* the name of their side */
    struct quote counterpart; /* and of the other */
    struct quote *places; /* of each of the report's; absent for one that only stands in a sentence before */
    enum date_tie tie;
    enum source_ground source;
    struct quote attribution; /* who says it, with the verb; where the status comes from, too */
    enum status_ground status;
    struct quote cue; /* the words that the status comes from */
};

#endif
