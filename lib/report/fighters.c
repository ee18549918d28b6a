/* Whether a deployment is one of soldiers: police, a crew and volunteers are sent places, too. */
#include "report/clause.h"

/* True for "a unit of 45 engineers". */
static bool in_unit(const struct text *text, struct span words)
{
    while (words.first < words.end && token_value(text, words.first, CLASS_FORMATION) == NULL) {
        words.first++;
    }
    return words.first < words.end;
}

/* True when a state or a force is named before the end of the draft's group or verb: a firm withdraws its
 * engineers from a state, which is named behind them. */
static bool side_before(const struct extraction *extraction, const struct draft *draft)
{
    uint32_t end = draft->trigger.words.first > draft->group->words.end ? draft->trigger.words.first
                                                                        : draft->group->words.end;
    size_t i;

    for (i = 0; i < extraction->mark_count && extraction->marks[i].words.first >= end; i++) {
    }
    return i < extraction->mark_count;
}

/* "11,000 troops, of whom Benin contributes 4,500": fighters are named before the verb of a bare number. */
static bool counts_fighters(const struct extraction *extraction, const struct draft *draft)
{
    for (size_t i = 0; draft->group == NULL && i < extraction->matcher.item_count; i++) {
        const struct item *item = &extraction->matcher.items[i];
        const struct group *group = item_group(item);

        if (item->first_token >= draft->trigger.words.first) {
            return false;
        }
        if (group != NULL && group->fighters && !group->pronoun &&
            !in_attribution(extraction, item->first_token)) {
            return true;
        }
    }
    return false;
}

/* "Soldiers were sent to Gao on Monday. The men flew home": those whose move the sentence before told. */
static bool men_spoken_of(const struct extraction *extraction, const struct draft *draft)
{
    bool then = draft->group->ranks && extraction->before_sentence + 1 == extraction->sentence;

    for (size_t i = extraction->before; then && i < extraction->report_count; i++) {
        if (extraction->reports[i].kind == KIND_DEPLOYMENT) {
            return true;
        }
    }
    return false;
}

bool about_fighters(const struct extraction *extraction, const struct draft *draft)
{
    const struct group *group = draft->group;

    if (draft->trigger.to_front) {
        return true;
    }
    if (group != NULL && group->specialists &&
        (draft->trigger.subtype == SUBTYPE_DEPLOYED ||
         (draft->trigger.subtype == SUBTYPE_WITHDRAWN && side_before(extraction, draft)) ||
         in_unit(extraction->text, group->words))) {
        return !sentence_has(extraction, CLASS_BUSINESS);
    }
    if (group != NULL && !group->pronoun && !group->batch) {
        return group->fighters || sent_by_army(extraction, draft) || men_spoken_of(extraction, draft) ||
               (group->ranks && draft->trigger.subtype == SUBTYPE_REINFORCED);
    }
    group = people_of(extraction, draft);
    return group != NULL ? group->fighters : counts_fighters(extraction, draft);
}
