/* Rules over items.
 *
 *     struct matcher matcher;
 *     status = matcher_init(&matcher, arena, &text);
 *     matcher_limit(&matcher, rules);
 *     for each sentence:
 *         match_sentence(&matcher, sentence);                      -- items: tokens, phrases, numerals
 *         for each pass:
 *             match_run(&matcher, rules, pass, action, context);   -- items that rules made
 *         read matcher.items
 *
 * At first every token is an item; the phrases of the lexicon and the numerals make one of several.  A rule
 * that fires replaces the items of its span by one with the classes and the value that its action gave.  The
 * work per item is bounded, so the whole is linear in the text. */
#ifndef TEXT_MATCH_H
#define TEXT_MATCH_H

#include "text/text.h"

struct item {
    struct class_set classes;
    uint64_t literal;     /* bit word % 64 is set when rules name the word */
    uint32_t first_token; /* of the text */
    uint32_t end_token;
    struct value value; /* of an item that a rule or numeral made, of a number */
    const struct lang_reading
        *readings; /* of a word or phrase of the lexicon, those that its case allows or not */
    uint8_t reading_count;
    uint16_t word;                /* a single token's lexicon number, else 0 */
    const struct lang_rule *rule; /* that made it, or NULL */
};

static inline bool item_is(const struct item *item, unsigned class_id)
{
    return class_set_has(&item->classes, class_id);
}

/* The value that `item` has as a member of `class_id`; VALUE_NONE when it has none there. */
struct value item_value(const struct item *item, unsigned class_id);

/* An argument of an action: a constant of the rule, or what an element of the pattern captured. */
struct match_argument {
    bool present;     /* false: an optional element that did not occur */
    bool negated;     /* the rule wrote -ELEMENT; a VALUE_INT already has its sign turned */
    bool captured;    /* false for a constant; then there is no item */
    uint8_t class_id; /* by which class the element matched; CLASS_ANY for a literal or a group of several */
    struct value value;
    uint32_t first_token; /* what it stands for; a constant for the whole span; 0, 0 when not present */
    uint32_t end_token;
    const struct item *item; /* the (first) item of it */
};

struct match_call {
    uint16_t action; /* enum time_action, report_action */
    uint16_t argument_count;
    const struct match_argument *arguments;
};

/* A place where a rule matches.  Valid during the call only; items as they were when the pass began. */
struct match {
    const struct text *text;
    const struct lang_rule *rule;
    const struct item *items; /* all of the sentence */
    size_t item_count;
    size_t first_item; /* the span */
    size_t end_item;
    uint32_t first_token;
    uint32_t end_token;
    const struct match_call *calls; /* the actions in the order of the rule */
    size_t call_count;
};

/* Carries out the calls of a match and sets *value (VALUE_NONE before) to that of the new item.  False
 * refuses: the next best rule is tried at this place.  Not called for rules without an action. */
typedef bool match_action(void *context, const struct match *match, struct value *value);

/* What became of a place where a rule matches. */
enum match_outcome {
    MATCH_FIRED,
    MATCH_REFUSED, /* its action refused */
    MATCH_BEATEN,  /* one fired there that is longer, or as long and earlier in the file */
    MATCH_COVERED, /* it begins within the span of one that fired */
};

/* One such place; valid during the call only. */
struct match_event {
    enum match_outcome outcome;
    size_t pass;
    const struct lang_rule *rule;
    uint32_t first_token; /* the span */
    uint32_t end_token;
    const struct lang_rule *winner; /* BEATEN, COVERED: the rule that fired, and its span; else NULL */
    uint32_t winner_first_token;
    uint32_t winner_end_token;
    const struct match_call *calls; /* FIRED, REFUSED: what its action was called with */
    size_t call_count;
};

/* Is told of every place where a rule matches, the tried ones in their order. */
typedef void match_observer(void *context, const struct match_event *event);

/* Room for one sentence, used again for the next. */
struct matcher {
    const struct text *text;
    struct arena *arena;
    struct item *items; /* of the sentence, in order */
    size_t item_count;
    uint32_t sentence;
    match_observer *observer; /* NULL, as at first: nobody is told, and it costs nothing */
    void *observer_context;
    /* private: */
    const struct lang_rules *phrases_of;
    struct item *spare;
    struct match_state *state;
};

/* Takes its memory from `arena` (at most some 120 kB, whatever the length of the text).  ERR_NO_MEMORY. */
enum status matcher_init(struct matcher *matcher, struct arena *arena, const struct text *text) MUST_CHECK;
/* From now on only those phrases are one item that have a class which `rules` look at (NULL, as at first: all
 * are), so that phrases which only one dimension knows do not hide their words from the other. */
void matcher_limit(struct matcher *matcher, const struct lang_rules *rules);
/* False when no rule of `rules` that carries out an action can match in that sentence: it holds none of their
 * seeds. */
bool match_possible(const struct text *text, const struct lang_rules *rules, size_t sentence);
/* Fills `items` with those of that sentence. */
void match_sentence(struct matcher *matcher, size_t sentence);
/* Makes one item with that class and value of the items from `first_token` to the one before `end_token`.
 * False, and nothing is changed, when an item stands across an end of the span. */
bool match_put(struct matcher *matcher, uint32_t first_token, uint32_t end_token, unsigned class_id,
               struct value value);
/* Adds a class to the items whose span is exactly that; false when there is none. */
bool match_tag(struct matcher *matcher, uint32_t first_token, uint32_t end_token, unsigned class_id);
/* Runs one pass of `rules` over the items; it takes no memory. */
void match_run(struct matcher *matcher, const struct lang_rules *rules, size_t pass, match_action *action,
               void *context);

#endif
