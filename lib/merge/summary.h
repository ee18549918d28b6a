/* Private to the module. */
#ifndef MERGE_SUMMARY_H
#define MERGE_SUMMARY_H

#include "merge/merge.h"

/* 0 for a village or a place of unknown size, 1 town, 2 region, 3 country. */
int place_fineness(const struct place *place);

/* Has a figure; what might happen under a condition is none of what did. */
bool gives_figure(const struct report *report);
/* None of them tells what did happen. */
bool all_hypothetical(const struct claim *claims, size_t count);
/* The subtype whose figures an event counts: numbers of the dead and of the missing have no common measure.
 * That of all the hurt comes first, because it covers others. */
enum report_subtype counted_subtype(const struct claim *claims, size_t count, enum report_subtype otherwise);
/* Sets the figures of an event whose kind is known; its count is one of `counted`.  Claims that are a `part`
 * of what another one counts do not count beside it. */
void event_counts(const struct claim *claims, size_t count, const bool *part, enum report_subtype counted,
                  struct event *event);

#define VOICE_NONE UINT32_MAX

/* Gives the voice of each claim, a number below `count` (VOICE_NONE of one whose text has none), and how many
 * different ones there are: copies, and copies of copies, are one.  ERR_NO_MEMORY. */
enum status voices_find(struct arena *arena, const struct claim *claims, size_t count, uint32_t *voice_of,
                        size_t *different) MUST_CHECK;

/* Without "the". */
struct str without_article(struct str words);
/* The name in `arena` without article, capitals and full stops: equal for what is one name in several
 * spellings.  Absent when there is no memory. */
struct str spelling_key(struct arena *arena, struct str name);
/* Which of two names of one source is shown: one that is not all capitals, else the longer one, else the
 * first in byte order. */
bool name_is_fuller(struct str a, struct str b);
/* parent[i] becomes the first of the names that is spelt otherwise than names[i] at most.  ERR_NO_MEMORY. */
enum status spellings_join(struct arena *arena, const struct str *names, size_t count,
                           size_t *parent) MUST_CHECK;
/* Leaves one spelling, the fullest, of each name, in any order.  ERR_NO_MEMORY. */
enum status spellings_fold(struct arena *arena, struct str *names, size_t *count) MUST_CHECK;

/* Leaves one name, the fullest, of each institution that is also called by its acronym or spelt otherwise,
 * among `count` different names of sources in byte order.  ERR_NO_MEMORY. */
enum status institutions_fold(struct arena *arena, const struct claim *claims, size_t claim_count,
                              struct str *names, size_t *count) MUST_CHECK;
/* True when one of the words of `name` is that of an institution or office. */
bool source_is_institution(struct str name);

/* Leaves one name, the fullest, of each person among `count` different names, in any order.  ERR_NO_MEMORY.
 */
enum status sources_fold(struct arena *arena, struct str *names, size_t *count) MUST_CHECK;

/* Gives the event, whose date is known, its other readings: those of the claim with the shortest date that
 * has some, as far as each dated claim has a reading which holds those days.  So a claim that is sure of its
 * day settles it for the others, and so do two claims whose other readings differ.  ERR_NO_MEMORY. */
enum status event_doubt(struct arena *arena, const struct claim *claims, size_t count,
                        struct event *event) MUST_CHECK;

/* Makes the title of an event of which everything else is known; its count is one of `counted`, or there is
 * none.  It does not name the places of a `part` of what another claim counts.  ERR_NO_MEMORY. */
enum status event_title(struct arena *arena, const struct claim *claims, size_t count, const bool *part,
                        enum report_subtype counted, struct event *event) MUST_CHECK;

#endif
