/* All that happens when the rules read one text, kept so that it can be told afterwards. */
#ifndef INSPECT_TRACE_H
#define INSPECT_TRACE_H

#include "base/buffer.h"
#include "report/extract.h"
#include "timex/trace.h"

/* Why a match came to nothing, beside the outcomes of text/match.h. */
enum trace_outcome {
    TRACE_FIRED = MATCH_FIRED,
    TRACE_REFUSED = MATCH_REFUSED,
    TRACE_BEATEN = MATCH_BEATEN,
    TRACE_COVERED = MATCH_COVERED,
    TRACE_TAKEN, /* a rule of an earlier pass had taken its words: without that it would match */
};

struct trace_match {
    enum trace_outcome outcome;
    size_t pass;
    const struct lang_rule *rule;
    uint32_t first_token, end_token;
    const struct lang_rule *winner; /* BEATEN, COVERED, TAKEN: who fired instead; else NULL */
    uint32_t winner_first_token, winner_end_token;
    struct str calls; /* FIRED, REFUSED: "shift(COUNT=-3, UNIT=day)"; empty when it calls nothing */
};

/* What told the tense of an expression. */
enum tense_basis {
    TENSE_BY_NOTHING,  /* unknown: no verb or cue near it */
    TENSE_LEFT_OPEN,   /* unknown: the verb or cue before it does not tell */
    TENSE_TOO_FAR,     /* unknown: the verb before it stands too far off */
    TENSE_BY_WORD,     /* a verb or cue */
    TENSE_BY_RELATION, /* "by Friday", "until Friday": ahead, for no verb tells otherwise */
    TENSE_BY_OTHER,    /* that of the expression it is reckoned from */
};

struct trace_expression {
    uint32_t first_token, end_token;
    const char *rule;
    bool sensible;
    struct timex timex; /* when sensible */
    int32_t anchor_day; /* DAY_NONE: none */
    enum tense tense;
    enum tense_basis basis;
    uint32_t cue_first, cue_end;     /* LEFT_OPEN, TOO_FAR, BY_WORD: the tokens of the verb or cue */
    uint32_t other_first, other_end; /* of the expression it is reckoned from; 0, 0: none */
};

struct trace {
    const struct text *text;
    const struct lang_rules *rules; /* of the dimension that was looked at */
    struct trace_match *matches; /* sentence by sentence, pass by pass; those TAKEN behind the others of it */
    size_t match_count, match_capacity;
    struct trace_expression *expressions;
    size_t expression_count, expression_capacity;
    size_t *match_starts; /* by sentence: the first of its matches; one more, behind the last */
    size_t *expression_starts;
    struct timex_list timexes;
    struct report *reports; /* of the report dimension */
    size_t report_count;
};

/* Scans `source`, which is borrowed, into a text of the arena.  ERR_INVALID when it is no UTF-8,
 * ERR_TOO_LARGE, ERR_NO_MEMORY. */
enum status trace_scan(struct arena *arena, const struct lang *lang, struct str source,
                       struct text **text) MUST_CHECK;

/* Reads a text, which is to live as long as the trace, for time expressions; `taken`: finds also the matches
 * that would be there had no rule of an earlier pass taken their words.  Everything lies in the arena.
 * ERR_TOO_LARGE, ERR_NO_MEMORY. */
enum status trace_time(struct arena *arena, const struct text *text, const struct instant *published,
                       bool taken, struct trace *trace) MUST_CHECK;

/* Prepares a matcher that gives the items as the rules find them: match_sentence. */
enum status trace_matcher(struct matcher *matcher, struct arena *arena, const struct trace *trace) MUST_CHECK;
/* What an item is, but for the class that all have: "WORD WEEKDAY=1". */
void write_item(const struct lang *lang, const struct item *item, struct buffer *out);

/* Reads a text for reports; the same errors. */
enum status trace_report(struct arena *arena, const struct text *text, const struct instant *published,
                         bool taken, struct trace *trace) MUST_CHECK;

#endif
