/* What the points of two claims and the denials among them both look at.  Private to the module. */
#ifndef MERGE_COMPARE_H
#define MERGE_COMPARE_H

#include "merge/traits.h"

/* What a casualty figure counts. */
enum measure { MEASURE_TOTAL, MEASURE_KILLED, MEASURE_WOUNDED, MEASURE_MISSING, MEASURE_CAPTURED };
enum measure measure_of(const struct report *report);

/* How two figures for one thing stand to each other. */
enum figures { FIGURES_SAME, FIGURES_NEAR, FIGURES_FAR, FIGURES_APART };
enum figures compare_figures(const struct traits *a, const struct traits *b);

#define TIGHT_DAYS 10 /* a date of at most so many days tells one happening from the next */

static inline bool same_article(const struct traits *a, const struct traits *b)
{
    return a->article == b->article && str_equal(a->claim->article, b->claim->article);
}

/* How many days a date covers; INT32_MAX when a side is open. */
int64_t days_of(struct interval date);
/* Told for a few days. */
bool is_tight(const struct traits *traits);
/* Gives neither day nor place of its own: a figure that goes with what was told before it. */
bool is_loose(const struct traits *traits);
/* The dead and the wounded of one sentence, who may be of one people. */
bool are_companions(const struct traits *a, const struct traits *b);
/* Their sentences stand side by side in one article, which is known to be the same. */
bool are_neighbours(const struct traits *a, const struct traits *b);
/* They stand in one sentence of one article. */
bool are_of_one_sentence(const struct traits *a, const struct traits *b);
/* They count other people: in another clause of the sentence, for another day or place; "another five"; or
 * men the one and women the other. */
bool are_other_victims(const struct traits *a, const struct traits *b);
/* The one is the toll that the other, of the same article, replaced or says to have risen, or that another
 * speaker gives in the next sentence, by its words or because it is that of the people's own side. */
bool is_other_toll(const struct traits *a, const struct traits *b);
/* "The toll from a car bomb in Tarrow rose to 14": without a day, and of something told before. */
bool is_late_toll(const struct traits *traits);
/* The one is a late toll, and the other, of another article, may be what it was before: of one town or
 * village, within days, by the same means, which both tell. */
bool may_have_risen(const struct traits *a, const struct traits *b, enum nearness nearness);
/* The harm that is told first in these words is another one: "nine were killed and" before "five others", who
 * were wounded.  The words are English ones. */
bool tells_other_harm(struct str before, enum report_subtype subtype);
/* Marks the claims of an event whose figure is that of a part, which the sentence of a greater one tells. */
void parts_find(const struct claim *claims, size_t count, bool *part);
/* Marks those that count a part of what another one counts (is_part): one of less than two thirds, or one
 * that another part completes. */
void shares_find(const struct claim *claims, size_t count, bool *share);
/* The one is named in the sentence of the other, a total of the same day and town that another article
 * gives: "including three children". */
bool are_part_and_total(const struct traits *a, const struct traits *b);
/* The one tells of some of the people, or of one of the places, of the other, on the same day or night, or
 * without a day but told by the next one: whatever they count. */
bool is_within(const struct traits *part, const struct traits *whole);
/* The figure of the one counts some of those that the other counts in all: soldiers among people, or a
 * village of a district.  One that would not be found (see merge_window) is none. */
bool is_part(const struct traits *part, const struct traits *total);
/* The words of the total tell the part: "including three children", "seven of them in Tarrow". */
bool tells_part(const struct traits *total, const struct traits *part);
/* The people of the one may hold all those of the other: "people", "security forces" and soldiers. */
bool people_cover(const struct traits *whole, const struct traits *part);
/* The one is an increment, and the other the toll to which its sentence adds it. */
bool adds_to(const struct traits *increment, const struct traits *toll);
bool both_incidents(const struct traits *a, const struct traits *b);
/* Of a town that gives its name to the region around it. */
bool one_town(const struct traits *a, const struct traits *b);
/* Both of one and the same single day. */
bool one_day(const struct traits *a, const struct traits *b);
/* The same, or one night, which begins on one day and ends on the next: "overnight", "on Monday night". */
bool of_one_day(const struct traits *a, const struct traits *b);
/* Of nights that each are told of two days, though they may share one: "overnight", on Tuesday and on
 * Wednesday. */
bool are_two_nights(const struct traits *a, const struct traits *b);
/* In a place that is known to be a village. */
bool in_village(const struct traits *traits);
#define SAME_SOURCE 25 /* its points */

/* Names decide ("Pat Miller", "Miller, the army's spokesman"); "officials" are the same ones only in one
 * article. */
int32_t source_points(const struct traits *a, const struct traits *b);
/* Both tell who says it, and it is not one. */
bool are_two_speakers(const struct traits *a, const struct traits *b);

/* The same figure, or bounds. */
bool same_count(const struct traits *a, const struct traits *b);
/* Both count one person by name, who may be the same. */
bool is_one_person(const struct traits *a, const struct traits *b);

/* One day and one place leave room for one happening, whose figures may differ and rise; in a town for
 * several. */
enum pin { PIN_NONE, PIN_TOWN, PIN_SPOT, PIN_COUNT };
enum pin pin_of(const struct traits *a, const struct traits *b, enum nearness nearness);

/* The points of the figures of casualties, of deployments, and of a tally beside an incident, whose figures
 * have `count` points.  *exclusive turns true when the two cannot be of one happening. */
int32_t casualty_points(const struct traits *a, const struct traits *b, enum pin pin, enum nearness nearness,
                        bool *exclusive);
int32_t deployment_points(const struct traits *a, const struct traits *b, enum nearness nearness,
                          bool *exclusive);
int32_t scope_points(const struct traits *a, const struct traits *b, int32_t count, enum nearness nearness,
                     bool *exclusive);

/* Generic people of whom the one may be the other; named people are compared before. */
bool may_be_same_people(struct str a, struct str b);
/* One named people: the same name, or that of a country which no table knows and its adjective ("Velia",
 * "Velian"). */
bool are_one_people(struct str a, struct str b);
/* The speaker bears the name of the people: "Velia", "Velia's army", "Velian officials". */
bool speaks_for(struct str source, struct str people);
/* Both are civilians, and of two kinds: "migrants" and "workers". */
bool are_other_civilians(const struct traits *a, const struct traits *b);
/* Soldiers by any name, or people of whom nothing is said. */
bool is_military(struct str people);
/* The same, and when just one of them has a name the other may be its people, or the soldiers among them. */
bool may_share_people(const struct traits *a, const struct traits *b);

/* How many days after one another two claims may be told and yet speak of the same losses. */
#define PATIENCE_CASUALTY 7

/* A denial that calls the people whom nobody killed as the claim calls those whom it counts. */
bool denies_by_name(const struct traits *denial, const struct traits *claim);
/* The one claim denies the other, as far as it tells what it denies: the same measure, figure and place where
 * it gives them, told within days.  `found`: the people are the same, or the figure is. */
bool is_denial(const struct traits *a, const struct traits *b, enum nearness nearness, bool found);

#endif
