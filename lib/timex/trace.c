#include "timex/trace.h"

int32_t timex_anchor_day(const struct timex_resolution *resolution)
{
    bool anchored = resolution->timex != NULL && resolution->timex->anchor != ANCHOR_NONE;
    return anchored ? resolution->focus->anchor_day : DAY_NONE;
}

size_t timex_tense_cue(const struct timex_resolution *resolution)
{
    const struct clause *clause = resolution->clause;
    if (resolution->tense == TENSE_UNKNOWN) {
        return SIZE_MAX;
    }
    /* Words behind the expression decide when the tense is another one without them: the last that is needed
     * is the one. */
    struct clause cut = *clause;
    cut.item_count = resolution->item + 1;
    while (cut.item_count < clause->item_count &&
           clause_tense(&cut, resolution->item, resolution->anywhere) != resolution->tense) {
        cut.item_count++;
    }
    if (cut.item_count > resolution->item + 1) {
        return cut.item_count - 1;
    }
    return clause->cue == 0 ? SIZE_MAX : clause->cue - 1;
}
