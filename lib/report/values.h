/* What the rules make of the words of a sentence: numbers, people, verbs.  Private to lib/report. */
#ifndef REPORT_VALUES_H
#define REPORT_VALUES_H

#include "report/report.h"
#include "text/match.h"

/* A run of tokens of the text; empty when first == end. */
struct span {
    uint32_t first;
    uint32_t end;
};

/* The value of a QUANTITY item, and the number in a group. */
struct quantity {
    int64_t min; /* COUNT_NONE for an open bound */
    int64_t max;
    struct span words;     /* "at least 30" */
    struct span qualifier; /* "at least" */
};

#define GROUP_ACTORS 3

/* The value of a GROUP item: people, with what the phrase tells of them. */
struct group {
    struct quantity quantity;         /* words empty: no number */
    const char *actors[GROUP_ACTORS]; /* the nations and forces named in it: canonical, static */
    uint32_t actor_count;
    const char *people; /* what they are when none is named: "civilians"; NULL for a pronoun or a name */
    struct span words;
    bool named;       /* one person, by name */
    bool listed;      /* several, each by name */
    bool fighters;    /* of an armed force */
    bool irregular;   /* ... that is no state's */
    bool branch;      /* a word before the head says which: "rebel fighters", "police reinforcements" */
    bool batch;       /* "a first batch of 400": of those spoken of */
    bool ranks;       /* "40 men": soldiers, when they are lost */
    bool specialists; /* engineers: soldiers, unless a firm deploys them */
    bool pronoun;     /* "they", "he": the people spoken of before */
    bool several;     /* a pronoun that means several */
    bool known;       /* "these troops": those spoken of before */
    bool own;         /* "its soldiers": those of who is named before */
    bool part;        /* a part of others that are named: "nine of them" */
    bool others;      /* "nine others": of those spoken of before */
    bool unlisted;    /* a plural that no table knows: "300 Yazidis" */
};

/* The value of a verb item, and what a report turns on. */
struct trigger {
    enum report_kind kind;
    enum report_subtype subtype;
    struct span words;
    bool negated;
    bool modal;      /* "may have killed" */
    bool could;      /* ... "could": "have been killed" is then what was not, unless it is a toll */
    bool perfect;    /* "may have been": about what was, not what could be */
    bool future;     /* "will be sent" */
    bool expected;   /* "is expected to" */
    bool condition;  /* "if" */
    bool would;      /* "would": a condition, or the future of what was said; settled with the sentence */
    bool hedged;     /* "reportedly" */
    bool feared;     /* "feared", "presumed": nobody knows */
    bool planned;    /* "plans to send" */
    bool bare;       /* without auxiliaries: "troops sent to the front" */
    bool infinitive; /* "to die": tells of no happening by itself */
    bool to_front;   /* "sent to the front": whoever it is is to fight */
};

/* What the value of an item points to that a rule with an action made.  A rule may give the item any classes:
 * what it is stands here. */
enum phrase_kind { PHRASE_QUANTITY, PHRASE_GROUP, PHRASE_VERB };

struct phrase {
    enum phrase_kind kind;
    union {
        struct quantity quantity;
        struct group group;
        struct trigger trigger;
    };
};

/* The phrase of that kind and class that an item is; NULL when it is none. */
static inline const struct phrase *item_phrase(const struct item *item, unsigned class_id,
                                               enum phrase_kind kind)
{
    const struct phrase *phrase =
        item_is(item, class_id) && item->value.kind == VALUE_OBJECT ? item->value.object : NULL;

    return phrase != NULL && phrase->kind == kind ? phrase : NULL;
}

/* The people that an item is; NULL when it is none. */
static inline const struct group *item_group(const struct item *item)
{
    const struct phrase *phrase = item_phrase(item, CLASS_GROUP, PHRASE_GROUP);

    return phrase == NULL ? NULL : &phrase->group;
}

#endif
