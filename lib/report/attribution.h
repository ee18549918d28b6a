/* What the finders of attributions share.  Private to lib/report. */
#ifndef REPORT_ATTRIBUTION_H
#define REPORT_ATTRIBUTION_H

#include "report/naming.h"
#include "report/speaker.h"

/* An empty attribution of the sentence at hand; NULL when it has too many. */
struct attribution *add_attribution(struct extraction *extraction);
/* The end of the clause that holds item `i`: the next semicolon, or the sentence's end. */
size_t clause_end(const struct items *items, size_t i);
/* The first item that is not a time expression said with the verb: "said Monday", "told reporters on Tuesday
 * that". */
size_t after_when(const struct items *items, size_t from);
/* later.c: where what was said before it ends: "nine died, a medic said, while the mayor spoke of 12" leaves
 * the mayor his own. */
size_t contrast(const struct items *items, size_t from);
/* hearsay.c: the status that a word of that class gives to what is said by it. */
enum report_status status_of(const struct item *item, unsigned class_id);
/* The beginning of the clause that holds item `i`: behind a semicolon, or the sentence's. */
size_t clause_start(const struct items *items, size_t i);
/* citation.c: "the Herald cited the army as saying", "was quoted by the Herald as saying": the claim is the
 * army's, the Herald its channel.  False when item `verb` cites nobody. */
bool cite(struct extraction *extraction, const struct items *items, size_t verb);
/* citation.c: "was reported by the army", "confirmed by the army", when the participle at item `verb` names
 * who told it. */
void told_by(struct extraction *extraction, const struct items *items, size_t verb);
/* citation.c: "by the army's count", when that stands at item `by`. */
void counted_by(struct extraction *extraction, const struct items *items, size_t by);
/* citation.c: where a deed of who speaks begins among the words from `from` to `end` of what is said,
 * "Norland said it would wait and deployed 200 soldiers": behind "would" a past is none of what it said.
 * `end` when there is none. */
size_t deed_begin(const struct items *items, size_t from, size_t end);
/* citation.c: "the ministry's toll stands at 40": whose the count at item `count` is. */
void owned_count(struct extraction *extraction, const struct items *items, size_t count);
/* citation.c: "according to the army", "citing the army", by the word at item `verb`. */
void according(struct extraction *extraction, const struct items *items, size_t verb);
/* citation.c: "Army: nine killed", "nine killed - ministry": who says what a headline tells. */
void headline(struct extraction *extraction, const struct items *items);
/* citation.c: "the army said it killed 22 rebels; two soldiers died": what one says goes on behind a
 * semicolon with a number of others when nobody else speaks there. */
void speak_on(struct extraction *extraction, const struct items *items);
/* citation.c: true at item `verb` of "the ministry raised its toll", "officials lowered the death toll to":
 * who does so tells it. */
bool revises_toll(const struct items *items, size_t verb);
/* citation.c: "the army put the toll at 20; the rebels at 45": who gives another figure, without a verb, when
 * somebody gave one before. */
void put_likewise(struct extraction *extraction, const struct items *items);
/* citation.c: gives "this number includes 40 killed on Monday" to who told the number in the sentence before.
 */
void part_of_figure(struct extraction *extraction, const struct items *items);
/* citation.c: makes one of "the Herald, citing the army, said": who is cited owns what a paper tells; a
 * person or body who cites somebody owns the claim, with the cited one as the channel. */
void settle_citations(struct extraction *extraction);
/* later.c: lets what somebody said on a day end where the sentence goes on to a later one: "the army said on
 * Sunday that nine had died, and on Monday two more did". */
void end_at_later_day(struct extraction *extraction, const struct items *items);
/* disproof.c: "the minister called the claim false": a denial by what item `verb` calls it. */
void brand(struct extraction *extraction, const struct items *items, size_t verb);
/* hearsay.c: "it was reported that", by the participle at item `verb`: claimed, by nobody who is named. */
void told_by_nobody(struct extraction *extraction, const struct items *items, size_t verb);
/* hearsay.c: where what the verb at item `verb` denies ends. */
size_t denial_end(const struct items *items, size_t verb);
/* disproof.c: lets the attribution, for which there is room, come before all others. */
void govern_all(struct extraction *extraction, const struct attribution *attribution);
/* rebuttal.c: true for the "of" of "the claims of the families of nine miners killed": whose they are, not
 * what they tell. */
bool is_of_people(const struct items *items, size_t of);
/* rebuttal.c: where "thousands of whom", "most of which" begins behind a comma, by the "of whom" at item `i`;
 * 0 for nothing of the kind. */
size_t some_before(const struct items *items, size_t i);
/* rebuttal.c: true for the verb at item `verb` of ", who had earlier denied losses,": the clause around it
 * goes on. */
bool verb_of_aside(const struct items *items, size_t verb);
/* rebuttal.c: the comma behind ", which denies the charges," or ", which says it wants peace,", where the
 * clause around it goes on with its own verb, by the verb of speech at item `verb`; 0 for nothing of the
 * kind. */
size_t aside_end(const struct items *items, size_t verb, bool denies);
/* rebuttal.c: where what is said by the verb of speech at item `verb` ends. */
size_t told_end(const struct items *items, size_t verb);
/* rebuttal.c: where what is told from item `first` on and denied ends: at the next comma, "but" or who says
 * something. */
size_t denied_end(const struct items *items, size_t first);
/* rebuttal.c: where what a bogus report tells ends: also before a clause behind the harm it tells of, "a fake
 * post claiming that nine died went viral as". */
size_t bogus_end(const struct items *items, size_t first);
/* rebuttal.c: "the army said four died, dismissing a rebel claim of 40 dead", "correcting reports of eight
 * deaths, the ministry said nobody died": who says the one denies the other. */
void rebut(struct extraction *extraction, const struct items *items, size_t verb);
/* How many items behind "no evidence" the noun of what is told may stand. */
#define HEARSAY_REACH 6
/* disproof.c: "erroneously reported", "reported erroneously that", "reported in error that". */
bool told_in_error(const struct items *items, size_t verb);
/* disproof.c: denies what a disproof speaks of: "reports that nine died are false". */
void deny_disproved(struct extraction *extraction, const struct items *items);
/* A noun of what is told: "reports", "rumours", "a denial". */
bool is_told(const struct items *items, size_t noun);
/* "reports that", "rumours of": what is only told begins at item `i`. */
bool opens_hearsay(const struct items *items, size_t i);
/* True for the "and" at item `i` of "was wrongly reported dead and nine were killed": a clause with a subject
 * of its own follows. */
bool clause_opens_at(const struct items *items, size_t i);
/* hearsay.c: whose the noun at item `noun` is, "the army's claim", when that one speaks; empty for nobody's.
 */
struct span teller_of(const struct extraction *extraction, const struct items *items, size_t noun);
/* besides.c: "the rebels claimed responsibility, saying they had killed 26", "with the mayor putting the toll
 * at 12": who says what stands behind the participle, when nobody else does. */
void say_besides(struct extraction *extraction, const struct items *items);
/* lead_in.c: gives what "The ministry said:" at the end of a line opens to who says so. */
void lead_in(struct extraction *extraction, const struct items *items);
/* hearsay.c: the same, and lets nobody in particular have said what there are only reports of. */
void hearsay(struct extraction *extraction, const struct items *items);

#endif
