/* Time expressions: found in a scanned text and resolved against the publication date (TimeML 1.2.1 TIMEX3).
 */
#ifndef TIMEX_TIMEX_H
#define TIMEX_TIMEX_H

#include "base/arena.h"
#include "text/text.h"
#include "timex/interval.h"

enum timex_type { TIMEX_DATE, TIMEX_TIME, TIMEX_DURATION, TIMEX_SET };

/* What an expression was resolved against. */
enum timex_anchor { ANCHOR_NONE, ANCHOR_PUBLISHED, ANCHOR_NARRATIVE };

/* How the preposition before the expression bounds what happened; it is not part of the expression. */
enum timex_relation {
    RELATION_DURING, /* on, in, at, over, or nothing */
    RELATION_SINCE,
    RELATION_UNTIL, /* until, till, through */
    RELATION_BY,
    RELATION_AS_OF, /* what is told was known on that day */
    RELATION_BEFORE,
    RELATION_AFTER,
    RELATION_FROM, /* the first of a pair "from X to Y", "between X and Y", "X - Y" */
    RELATION_TO,   /* the second of such a pair */
};

/* TIMEX3 mod. */
enum mod {
    MOD_NONE,
    MOD_START,
    MOD_MID,
    MOD_END,
    MOD_APPROX,
    MOD_LESS_THAN,
    MOD_MORE_THAN,
    MOD_EQUAL_OR_LESS,
    MOD_EQUAL_OR_MORE,
    MOD_BEFORE,
    MOD_AFTER,
    MOD_ON_OR_BEFORE,
    MOD_ON_OR_AFTER,
};

/* Another defensible reading. */
struct timex_reading {
    const char *value;
    struct interval date;
};

/* A text may be nothing but time expressions, so there is no room to waste. */
struct timex {
    uint32_t begin, end;  /* bytes of the scanned text, end exclusive */
    uint32_t first_token; /* index of its first token in the scanned text, and of the one behind its last */
    uint32_t end_token;
    const char *value; /* TIMEX3 value: "2024-12-14", "2024-W50-WE", "P3D", "PAST_REF"; at most 31 bytes; in
                        * the arena, expressions may share it */
    const char *rule;  /* the name of the rule that fired; static */
    const struct timex_reading *alternatives; /* NULL when there is none; expressions may share them */
    struct interval date;                     /* the days covered; unknown for what has none */
    int32_t partner;  /* the index of the other expression of a range or list ("Saturday and Sunday"), or -1;
                       * of  a longer list that of the next, and of the last that of the first */
    uint8_t field;    /* enum article_field; 0 (title) when it comes from timex_find: the caller sets it */
    uint8_t type;     /* enum timex_type */
    uint8_t mod;      /* enum mod */
    uint8_t anchor;   /* enum timex_anchor */
    uint8_t relation; /* enum timex_relation */
    uint8_t alternative_count;
    bool up_to_now : 1; /* its days end on the publication day: "the past week" */
    bool edge : 1;      /* something began or ended on it */
    bool bound : 1;     /* it only tells where another expression ends or begins: "the week ending 9 March" */
};

/* Sentences first_sentence .. end_sentence - 1 of a chronology, one at least, stand below a line that is a
 * date, or behind it in its paragraph: what happened in them, it was then. */
struct timex_section {
    uint32_t first_sentence, end_sentence;
    uint32_t timex; /* which expression is that date */
    bool below;     /* it is a line of its own */
};

struct timex_list {
    struct timex *items; /* in the order of the text, never overlapping; in the arena */
    size_t count;
    struct timex_section *sections; /* in the order of the text, never overlapping; in the arena.  Only where
                                       expressions are found: a list that was stored has none */
    size_t section_count;
};

const char *timex_type_name(enum timex_type type);
const char *timex_anchor_name(enum timex_anchor anchor);
/* "START", "APPROX" ...; NULL for MOD_NONE. */
const char *timex_mod_name(enum mod mod);
/* The mod of that name, or MOD_NONE. */
enum mod timex_mod_from_name(struct str name);

/* A text of n bytes is scanned, and its time expressions are found, with less than so many times n and so
 * many bytes of memory. */
#define TIMEX_MEMORY_PER_BYTE 16
#define TIMEX_MEMORY_BASE ((size_t)1 << 20)

/* Finds and resolves every time expression of `text`, in time linear in its length; the region of its
 * language counts where a date of numbers can be read in two ways.  `published` is the article's own instant;
 * the days of the answers are days of its zone.  Never reads the clock, the locale or the machine's zone.
 * Segments of `text` that are clutter are passed over.  ERR_NO_MEMORY; ERR_TOO_LARGE when the text is 100 kB
 * and more of hardly anything but the shortest of expressions ("now now now"), for whose list that memory is
 * not enough. */
enum status timex_find(struct arena *arena, const struct text *text, const struct instant *published,
                       struct timex_list *list) MUST_CHECK;

/* The days in which a claim lies that rests on expression `index`, with its preposition and its partner taken
 * into account ("since X" is open at the end, "from X to Y" and "X and Y" span both; "the past three days"
 * end on the publication day). Unknown when the expression has no date. */
struct interval timex_claim_date(const struct timex_list *list, size_t index);

#endif
