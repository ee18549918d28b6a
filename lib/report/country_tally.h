/* How often a text names which countries, their people and towns.  Private to lib/report. */
#ifndef REPORT_COUNTRY_TALLY_H
#define REPORT_COUNTRY_TALLY_H

#include "place/place.h"
#include "report/values.h"

struct extraction;
struct spot;

/* The kinds of place that are towns. */
#define TOWNS (PLACE_BIT(PLACE_CITY) | PLACE_BIT(PLACE_VILLAGE))

/* True when those words are the name of a town that the gazetteer holds only for names that the text
 * treats as a place's. */
bool find_town(struct extraction *extraction, struct span words, struct place_match *match);
/* Counts the countries of the text, once, when the name has places in several: for country_of_article. */
void tally_countries(struct extraction *extraction, const struct place_match *match);
/* The country of one of the name's places that the text names far more often than those of the others; absent
 * when there is none. */
struct str country_of_article(const struct extraction *extraction, const struct spot *spot);
/* The capital of the country that the text is about: that it names at least twice as often as any other.
 * False when there is none. */
bool capital_of_text(struct extraction *extraction, struct place_match *match);
/* The town that the text names at least twice as often as any other, or the only one.  False when there is
 * none. */
bool town_of_text(struct extraction *extraction, struct place *place);
/* True when a name of several places, or find_town, made the text's countries be counted, and it names none.
 */
bool names_no_country(const struct extraction *extraction);

#endif
