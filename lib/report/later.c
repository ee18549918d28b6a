/* Where what somebody said on one day ends because the sentence goes on to a later one. */
#include "report/attribution.h"
#include "report/clause.h"

/* True when item `i` is an expression that tells a day behind `said` which is over. */
static bool is_later(const struct extraction *extraction, const struct items *items, size_t i, int32_t said)
{
    const struct timex_list *timexes = extraction->input->timexes;
    int32_t published = extraction->input->article->published.day;
    uint32_t first = i < items->count ? items->item[i].first_token : 0;

    if (i >= items->count || !is(items, i, CLASS_TIMEX)) {
        return false;
    }
    for (size_t k = extraction->next_timex; k < timexes->count && timexes->items[k].first_token <= first;
         k++) {
        const struct timex *timex = &timexes->items[k];

        if (timex->field == extraction->input->field && timex->first_token == first) {
            return interval_known(timex->date) && timex->date.first != DAY_NONE && timex->date.first > said &&
                   timex->date.first <= published;
        }
    }
    return false;
}

/* So many items of a phrase may stand between "and" and its day: "and in a second raid on Monday". */
#define JOINT_REACH 7

/* True for the "and" of "and on Monday", the "but" of "but in June", when that is later. */
static bool joins_later(const struct extraction *extraction, const struct items *items, size_t i,
                        int32_t said)
{
    uint32_t token = items->item[i].first_token;

    if (!is(items, i, CLASS_AND) && !token_has(items->text, token, CLASS_CLAUSE, "contrast")) {
        return false;
    }
    i++;
    i += is(items, i, CLASS_ADVERB) ? 1 : 0;
    if (is(items, i, CLASS_PREPOSITION)) {
        size_t end = i + JOINT_REACH < items->count ? i + JOINT_REACH : items->count;

        for (i++; i < end && !is(items, i, CLASS_PUNCT) && !is(items, i, CLASS_TIMEX) && !is_harm(items, i);
             i++) {
        }
    }
    return is_later(extraction, items, i, said);
}

/* True for the comma that ends ", who said on Sunday that nine had died, found": the verb of whoever spoke
 * follows it. */
static bool ends_aside(const struct items *items, size_t i)
{
    return is_comma(items, i) && i + 1 < items->count &&
           (is(items, i + 1, CLASS_FOUND) || is(items, i + 1, CLASS_VERB) || is(items, i + 1, CLASS_DONE) ||
            is(items, i + 1, CLASS_HAVE) || is(items, i + 1, CLASS_BE) ||
            other_verb(items->text, items->item[i + 1].first_token));
}

size_t contrast(const struct items *items, size_t from)
{
    size_t end = clause_end(items, from);
    size_t i, verb;

    for (i = from; i < end; i++) {
        if (!is(items, i, CLASS_CLAUSE) || i == 0 || !is_comma(items, i - 1)) {
            continue;
        }
        for (verb = i + 1; verb < end; verb++) {
            if (is(items, verb, CLASS_SAID) && !is(items, verb, CLASS_NOUNLIKE)) {
                return i;
            }
        }
    }
    return end;
}

/* The item at which what was said ends, among those from `from` to `end`; `end` when the sentence goes on
 * with it. */
static size_t said_until(const struct extraction *extraction, const struct items *items, size_t verb,
                         size_t from, size_t end, int32_t said)
{
    bool aside = verb > 1 && is(items, verb - 1, CLASS_RELATIVE) && is_comma(items, verb - 2);
    bool opening = is(items, 0, CLASS_CLAUSE);
    size_t comma = end;

    for (size_t i = from; i < end; i++) {
        if (joins_later(extraction, items, i, said) || (aside && ends_aside(items, i))) {
            return i;
        }
        comma = is_comma(items, i) ? i : comma;
        if (opening && comma != end && is_later(extraction, items, i, said)) {
            return comma;
        }
    }
    return end;
}

void end_at_later_day(struct extraction *extraction, const struct items *items)
{
    for (size_t k = 0; k < extraction->attribution_count; k++) {
        struct attribution *attribution = &extraction->attributions[k];
        struct interval said;
        size_t verb = items->count, from = 0, end;

        if (attribution->scope.first <= attribution->words.first) {
            continue; /* "nine died, the army said on Sunday": not before what was said */
        }
        said = said_when(extraction, attribution);
        if (!interval_known(said)) {
            continue;
        }
        for (; from < items->count && items->item[from].first_token < attribution->words.end; from++) {
            verb = is(items, from, CLASS_SAID) || is(items, from, CLASS_RISE) ? from : verb;
        }
        end = from;
        while (end < items->count && items->item[end].first_token < attribution->scope.end) {
            end++;
        }
        from = said_until(extraction, items, verb == items->count ? 0 : verb, from, end, said.last);
        if (from < end) {
            attribution->scope.end = items->item[from].first_token;
        }
    }
}
