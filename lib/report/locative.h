/* Whether the words around a place's name put something there.  Private to lib/report. */
#ifndef REPORT_LOCATIVE_H
#define REPORT_LOCATIVE_H

#include "report/draft.h"

enum locative {
    LOCATIVE_NONE,    /* the name stands for a state that acts, or for where somebody is from */
    LOCATIVE_NEAR,    /* "70 km north of Norvik": only the part of the land is known */
    LOCATIVE_BETWEEN, /* "between Norvik and Tarn": likewise, and no place named beside them is the better one
                       */
    LOCATIVE_IN
};

/* How the sentence at hand uses the name. */
enum locative locative_of(const struct extraction *extraction, const struct spot *spot);
/* True for a town that changes hands: "took Norvik", "seized the town of Norvik", "Norvik fell to". */
bool town_taken(const struct extraction *extraction, const struct spot *spot);
/* True for the place of "wounded and flown to a hospital in Norvik": where the wounded were brought. */
bool healed_there(const struct text *text, const struct spot *spot);

#endif
