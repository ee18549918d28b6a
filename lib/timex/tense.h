/* What the verbs of a clause tell of the time it speaks of.  Private to lib/timex. */
#ifndef TIMEX_TENSE_H
#define TIMEX_TENSE_H

#include "text/match.h"
#include "timex/expression.h"

/* What has been read of a sentence, from its beginning on. */
struct clause {
    const struct text *text;
    const struct item *items;
    size_t item_count;
    enum tense tense; /* that the latest verb tells */
    size_t start;     /* the first item of the clause */
    size_t next;      /* the expression behind the items read, or item_count */
    size_t cue;       /* the number of the item behind that verb; 0: no verb yet */
    bool promise;     /* it is past itself, what it speaks of ahead: "vowed to" */
    bool present;     /* it is in the present, and may tell of what is over: "visits" */
    bool by_form;     /* it is known by its ending only */
    bool quoted;      /* quotation marks are open */
    bool quotes;      /* and were open somewhere before */
    bool spoken;      /* a verb of speech has been read */
    bool aside;       /* in a relative clause set off by a comma */
};

/* Nothing read yet; the items are borrowed.  `quoted` tells whether quotation marks are open. */
void clause_begin(struct clause *clause, const struct text *text, const struct item *items, size_t item_count,
                  bool quoted);
/* Reads items[i], which is no time expression; the items come in their order. */
void clause_read(struct clause *clause, size_t i);
/* True for "said Friday", "announced on Friday": items[i] is the day of a speech that has been held. */
bool clause_dates_speech(const struct clause *clause, size_t i);
/* True for "On Friday the minister said" and "he said on Friday that": items[i] is the day on which somebody
 * told the rest of the sentence. */
bool clause_begins_speech(const struct clause *clause, size_t i);
/* True when what somebody said ends at items[i]: "; ", "but", "and was found". */
bool clause_parts(const struct clause *clause, size_t i);
/* True when nothing but prepositions, adverbs and other expressions stands in its clause before items[i]
 * ("Shortly after midnight on Monday, ..."). */
bool clause_opens(const struct clause *clause, size_t i);
/* The tense for the expression items[i]: that of the latest verb before it while that is near (`anywhere`:
 * however far), else, where the expression opens the sentence, that of the first verb behind it. */
enum tense clause_tense(const struct clause *clause, size_t i, bool anywhere);

#endif
