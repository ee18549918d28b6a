/* Who did what a claim tells, by their place in the sentence and by what they are called.  Private to
 * lib/report. */
#ifndef REPORT_AGENT_H
#define REPORT_AGENT_H

#include "report/draft.h"

/* "backed by France", "fighting between Chad and France": who is named at `token` is not the subject. */
bool behind_preposition(const struct extraction *extraction, uint32_t token);

/* What "the army" and "the militia" at `token` are called; NULL for any other word, for "the army commander"
 * and for "the Army of National Liberation", which is a name. */
const char *armed_body(const struct text *text, uint32_t token);

/* True when a verb stands behind "American and British jets" before the next preposition or sign: they are
 * the subject of a clause of their own. */
bool acts_behind(const struct extraction *extraction, uint32_t token);

/* What those who did it are called, when they are fighters of no side that is named: "gunmen"; absent when
 * nobody is said to have done it.  `active`: the verb of the claim has a subject that did it.  The words are
 * the tables'. */
struct str unnamed_side(const struct extraction *extraction, const struct draft *draft, bool active);

/* Who speaks, if they are a side that can have done it: "France", "the army", "the rebels"; absent for
 * anybody else. */
struct str body_speaking(const struct extraction *extraction, const struct attribution *attribution);

/* "The rebels (said they) lost three men": what fighters of no named side are called whose the men of `group`
 * are; absent for anybody else's. */
struct str fighters_losing(const struct extraction *extraction, const struct draft *draft,
                           const struct group *group);

/* "Chad launched drones against Norland, killing four", "destroyed a French column, killing 21": what the
 * deed was done to, of which the draft's participle tells what came of it. */
bool is_target(const struct extraction *extraction, const struct draft *draft, const struct mark *mark);
/* Whose the column of "destroyed a French column, killing 21" is, the draft's participle: those killed are of
 * it.  NULL for nothing of the kind. */
const char *force_hit(const struct extraction *extraction, const struct draft *draft);
/* True when the people at `token` are those whom the verb of another draft harms: "killed nine rebels". */
bool was_harmed(const struct extraction *extraction, const struct draft *draft, uint32_t token);
/* Who killed "40 of his soldiers" does not own them, "the Chadian rebels who killed"; nor does whom the verb
 * before harmed own those lost, "killed nine Chadian rebels and lost two". */
bool is_other_side(const struct extraction *extraction, const struct draft *draft, const struct mark *mark);

/* "Norland's army put its own losses at 35 dead", "at 35 soldiers": whose they are is who speaks; absent for
 * any other claim.
 */
struct str loser_speaking(const struct extraction *extraction, const struct draft *draft);

#endif
