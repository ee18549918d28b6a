/* Merging: which claims speak of the same happening.  Pure functions: no clock, no store, no order.
 *
 * Two claims are linked when merge_score says so.  The connected components of the links are found by the
 * store as claims come and go; merge_component_divide then divides one whole component into events.  Both
 * look only at the claims themselves, never at the order in which they came, so that any order of articles
 * and any batching gives the same events. */
#ifndef MERGE_MERGE_H
#define MERGE_MERGE_H

#include "base/arena.h"
#include "merge/event.h"

/* A report with what merging needs to know of its article.  Everything is borrowed. */
struct claim {
    int64_t id; /* the store's number of the report; only copied, never compared */
    struct report report;
    struct str article;   /* the article's id */
    struct str publisher; /* absent when unknown */
    int32_t published;    /* day */
    uint64_t voice;       /* SimHash of the article's text (merge_voice): near-equal for syndicated copies */
};

/* Where claims that could be linked to a claim are to be looked for: same kind, an actor key or a figure that
 * is equal, and dates (or, for an undated one, days of publication) within first..last; or an equal town key
 * and day. */
struct merge_window {
    enum report_kind kind;
    struct str actor_key; /* lower-case canonical name, of a people that no table knows without its ending;
                             for people without a name "@" and the country it happened in */
    int64_t figure;       /* the lower bound of the count, else the upper one, else COUNT_NONE */
    int32_t first;
    int32_t last;
    struct str town_key; /* merge_town_key */
    int32_t day;         /* on which it happened, when there is a town key */
    bool toll;           /* that has risen, or was replaced: may link to any claim of its article */
};

/* What was compared, for the answer to "why is this here?".  Scores are whole points; `total` >= MERGE_LINK
 * links: the two come to one component, though a denial, or a part beside its total, may be in another event
 * of it. */
#define MERGE_LINK 100
struct merge_why {
    int32_t actor, date, place, count, source, words;
    int32_t total;
};

/* A 64-bit SimHash over the word 3-grams of `text`, case and punctuation ignored. */
uint64_t merge_voice(struct str text);
/* True when two SimHashes are those of copies of one text. */
bool merge_same_voice(uint64_t a, uint64_t b);

/* The other names that the people of a country that no table knows may go by, in `arena`: of "Velia" those of
 * its people ("Velian"), of these the country; `name` in any capitals.  Their number, at most
 * MERGE_NAMES_MOST. */
#define MERGE_NAMES_MOST 14
size_t merge_people_names(struct arena *arena, struct str name, struct str *names);

/* The window to fetch for `claim`; its actor_key lies in `arena` and is absent when there is no memory.
 * Symmetric: if merge_score(a, b) links, b lies in the window of a and a in b's, or both are of one article
 * and the sentence of the one follows that of the other, or one of them is a denial or such a toll. */
struct merge_window merge_window(const struct claim *claim, struct arena *arena);
/* For losses of one day in one town or village that is named its lower-case name, in `arena`; else absent.
 * ERR_NO_MEMORY. */
enum status merge_town_key(const struct report *report, struct arena *arena, struct str *key) MUST_CHECK;
/* Symmetric. `why` may be NULL. */
int32_t merge_score(const struct claim *a, const struct claim *b, struct merge_why *why);

/* What merge_score works out about each claim before it compares, for a claim that is compared many times. In
 * `arena`; `claim` must live as long.  NULL when there is no memory. */
struct merge_prepared;
const struct merge_prepared *merge_prepare(struct arena *arena, const struct claim *claim);
/* merge_score of two prepared claims. */
int32_t merge_score_prepared(const struct merge_prepared *a, const struct merge_prepared *b,
                             struct merge_why *why);
/* The figure of the one counts some of those that the other counts in all. */
bool merge_is_part(const struct merge_prepared *part, const struct merge_prepared *total);
/* Marks, in `part` (all false before), the claims of an event that do not count beside a total of it. */
void merge_find_parts(const struct claim *claims, size_t count, bool *part);

/* The claims of one component, kept so that a further one costs one comparison with each of them, which
 * whatever reads the component makes.  What comes out depends on the claims it holds alone, not on what was
 * done to it before. */
struct merge_component;
/* NULL when there is no memory. */
struct merge_component *merge_component_new(void);
/* NULL is allowed. */
void merge_component_free(struct merge_component *component);
/* Adds `claim`, which must live until it is removed.  It is known as *slot from then on: the lowest free
 * number.  ERR_NO_MEMORY. */
enum status merge_component_add(struct merge_component *component, const struct claim *claim,
                                uint32_t *slot) MUST_CHECK;
void merge_component_remove(struct merge_component *component, uint32_t slot);
/* All slots are below this. */
size_t merge_component_slots(const struct merge_component *component);
/* What an analyst ruled on the claim of a slot: claims of one ruling stand in one event, whatever excludes
 * them, and none of them with those that the same ruling sets `apart`.  Where rulings contradict each other
 * the later one, of the greater number, holds. */
struct merge_ruling {
    int64_t ruling;
    uint32_t slot;
    bool apart;
};
/* Replaces the rulings on the claims of the component; none are left when claims are removed.  Components
 * that have some are divided from scratch each time.  ERR_NO_MEMORY. */
enum status merge_component_rule(struct merge_component *component, const struct merge_ruling *rulings,
                                 size_t count) MUST_CHECK;
/* The memory that it takes, in bytes: 2 to 3 times the square of the number of claims. */
size_t merge_component_bytes(const struct merge_component *component);
/* Divides the claims into events: group[slot] becomes the number (from 0) of the event of the claim there;
 * *count the number of events.  ERR_NO_MEMORY. */
enum status merge_component_divide(struct merge_component *component, uint32_t *group,
                                   uint32_t *count) MUST_CHECK;
/* Numbers the connected parts of the links and rulings likewise: they come to be when claims are removed. */
enum status merge_component_parts(struct merge_component *component, uint32_t *part,
                                  uint32_t *parts) MUST_CHECK;
/* Divides claims that are not kept: group[i] is the event of claims[i]. */
enum status merge_partition(const struct claim *claims, size_t count, uint32_t *group,
                            uint32_t *groups) MUST_CHECK;

/* How far a claim of a revised article is the one that the article made before.  Symmetric. */
struct merge_revision {
    int likeness; /* 0 and less: it is another one, told of another happening perhaps */
    bool same;    /* it says the same in other words, or the same words stand elsewhere */
};
struct merge_revision merge_revision(const struct report *former, const struct report *now);

/* Sums up the claims of one event (at least one): everything but id, updated and revision.  Strings are
 * borrowed from the claims or lie in `arena`. */
enum status merge_summarise(struct arena *arena, const struct claim *claims, size_t count,
                            struct event *event) MUST_CHECK;

/* The series of an event that counts what happened so far, in `arena`: "casualty:norland" for all tallies of
 * a named people, "casualty:civilians@ml" of others in the one country where they are.  The same for ever for
 * the same kind, actor and country, because clients keep it.  Absent when there is none.  ERR_NO_MEMORY. */
enum status merge_series(struct arena *arena, const struct event *event, struct str *series) MUST_CHECK;

/* copy_of[i] becomes the index of the earliest claim whose text claims[i] repeats (a syndicated copy), or i.
 */
void merge_copies(const struct claim *claims, size_t count, uint32_t *copy_of);

#endif
