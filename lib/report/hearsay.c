/* What is only told: reports that are said to be false, or that nobody owns. */
#include "report/attribution.h"
#include "report/clause.h"

#include <string.h>

enum report_status status_of(const struct item *item, unsigned class_id)
{
    struct value value = item_value(item, class_id);
    enum report_status status = STATUS_CLAIMED;

    if (value.kind == VALUE_TEXT && !report_status_from_name(str_from(value.text), &status)) {
        status = STATUS_CLAIMED;
    }
    return status;
}

/* True at the "but" of "but said", behind which the same one speaks on. */
static bool speaks_on(const struct items *items, size_t i)
{
    for (i++; between_speaker_and_verb(items, i); i++) {
    }
    return is(items, i, CLASS_SAID);
}

/* "Denied a role in the attack, which killed nine", "in which nine died", "denies targeting farmers, but nine
 * have died" do not deny the nine, nor does "denied the raid but nine died"; "denied that nine died, but also
 * that" goes on. */
size_t denial_end(const struct items *items, size_t verb)
{
    size_t end = clause_end(items, verb);
    bool that = is(items, verb + 1, CLASS_RELATIVE);
    bool aside = verb_of_aside(items, verb);
    size_t i = aside_end(items, verb, true);

    if (i > 0) {
        return i;
    }
    for (i = verb + 1; i < end && !is(items, i, CLASS_RELATIVE); i++) {
    }
    if (i == end && is(items, verb + 1, CLASS_CLAUSE)) { /* "repeated its denial after": when, not what */
        return verb + 1;
    }
    for (i = verb + 2; i < end; i++) {
        if (some_before(items, i) > 0) {
            return some_before(items, i);
        }
        if (aside && is_comma(items, i - 1) && speaks_on(items, i - 1)) {
            return i;
        }
        if (is(items, i, CLASS_RELATIVE) &&
            (is_comma(items, i - 1) || is(items, i - 1, CLASS_HAPPENING) ||
             (is(items, i - 1, CLASS_PREPOSITION) && is_comma(items, i - 2)))) {
            return i;
        }
        that = that || is(items, i, CLASS_RELATIVE);
        if (!that && is_comma(items, i - 1) && clause_opens_at(items, i)) {
            return i;
        }
        if ((is_comma(items, i - 1) || !that) && !speaks_on(items, i) && !is(items, i + 1, CLASS_RELATIVE) &&
            !is(items, i + 2, CLASS_RELATIVE) &&
            token_has(items->text, items->item[i].first_token, CLASS_CLAUSE, "contrast")) {
            return i;
        }
    }
    return end;
}

void told_by_nobody(struct extraction *extraction, const struct items *items, size_t verb)
{
    struct attribution *attribution = add_attribution(extraction);

    if (attribution != NULL) {
        attribution->status = status_of(&items->item[verb], CLASS_SAID);
        attribution->words = span_of(extraction, items, verb, verb + 1);
        attribution->scope = span_of(extraction, items, verb + 1, clause_end(items, verb));
    }
}

struct span teller_of(const struct extraction *extraction, const struct items *items, size_t noun)
{
    size_t owner =
        is(items, noun - 1, CLASS_GENITIVE) || is_apostrophe(items, noun - 1) ? noun - 1 : noun - 2;
    size_t first, end;

    if (noun < 3 || !(is(items, owner, CLASS_GENITIVE) || is_apostrophe(items, owner)) ||
        !speaker_before(items, owner, &first, &end) || !speaks(items, first, end)) {
        return (struct span){0, 0};
    }
    for (size_t i = first; i < end; i++) {
        first = is(items, i, CLASS_PREPOSITION) ? i + 1 : first;
    }
    return span_of(extraction, items, first, end);
}

/* So many words may name who tells: "denials by the defence ministry of Norland that". */
#define TELLER_WORDS 7

/* The "by" or "from" of "a denial by the army that", "reports from the front that", before the "that" at item
 * `that`; 0 for none. */
static size_t teller_from(const struct items *items, size_t that)
{
    size_t i = that - 1;

    if (!is(items, that, CLASS_RELATIVE)) {
        return 0;
    }
    while (i > 1 && that - i <= TELLER_WORDS && is(items, i, CLASS_WORD) && !is_auxiliary(items, i) &&
           !is_told(items, i) && !is(items, i, CLASS_AGENT) &&
           (is_of(items, i) || !is(items, i, CLASS_ORIGIN))) {
        i--;
    }
    return (is(items, i, CLASS_AGENT) || (is(items, i, CLASS_ORIGIN) && !is_of(items, i))) &&
                   is_told(items, i - 1)
               ? i
               : 0;
}

/* Who stands behind the "by" at item `by`; behind "from" only who speaks, no place. */
static struct span teller_behind(const struct extraction *extraction, const struct items *items, size_t by)
{
    bool who = is(items, by, CLASS_AGENT);
    size_t first, end;

    if (!speaker_behind(items, by, &first, &end) || !speaks(items, first, end)) {
        return (struct span){0, 0};
    }
    for (size_t i = first; i < end; i++) {
        who = who || is(items, i, CLASS_SPEAKER) || is(items, i, CLASS_AGENCY) ||
              is(items, i, CLASS_PERSONS) || is(items, i, CLASS_PERSON);
    }
    return who ? span_of(extraction, items, first, end) : (struct span){0, 0};
}

/* The "denial" of "a denial of reports that", where "reports" is item `noun`; else that. */
static size_t denial_of(const struct items *items, size_t noun)
{
    size_t of = noun - 1;

    while (of > 1 && !is_of(items, of) && noun - of < 3) {
        of--;
    }
    return of > 1 && is_of(items, of) && is_told(items, of - 1) &&
                   status_of(&items->item[of - 1], CLASS_HEARSAY) == STATUS_DENIED
               ? of - 1
               : noun;
}

/* True for "40 deaths", "the deaths of 40 men" from item `i` on; not for "aid to the town". */
static bool tells_harm(const struct items *items, size_t i)
{
    for (size_t end = i + HEARSAY_REACH; i < end && !is(items, i, CLASS_PUNCT); i++) {
        if (is(items, i, CLASS_TOLL) || is(items, i, CLASS_DEED) || is(items, i, CLASS_STATE)) {
            return true;
        }
        if (is(items, i, CLASS_PREPOSITION) || is_told(items, i) || is_harm(items, i) ||
            is_auxiliary(items, i)) {
            return false;
        }
    }
    return false;
}

/* "There were reports that nine died", "the army's claim that": claimed, also when nobody is named who tells.
 */
static void hear(struct extraction *extraction, const struct items *items)
{
    struct attribution *attribution;
    bool told = false;
    size_t i;

    for (i = 1; i < items->count; i++) {
        told = told || is_told(items, i - 1);
        bool of = told && is_of(items, i);
        size_t by, noun;

        if (!told || (!of && !is(items, i, CLASS_RELATIVE))) {
            continue;
        }
        by = teller_from(items, i);
        noun = denial_of(items, by > 0 ? by - 1 : i - 1);
        if ((by > 0 || opens_hearsay(items, i)) && !is_of_people(items, i) &&
            attribution_of(extraction, token_at(extraction, items, i)) == NULL) {
            enum report_status status = status_of(&items->item[noun], CLASS_HEARSAY);

            if (of && status == STATUS_DENIED && !tells_harm(items, i + 1)) {
                continue;
            }
            attribution = add_attribution(extraction);
            if (attribution != NULL) {
                attribution->status = status;
                attribution->speaker = by == noun + 1 ? teller_behind(extraction, items, by)
                                                      : teller_of(extraction, items, noun);
                attribution->words = span_of(extraction, items, noun, i);
                attribution->scope = span_of(extraction, items, i,
                                             of                        ? denied_end(items, i)
                                             : status == STATUS_DENIED ? denial_end(items, i - 1)
                                                                       : clause_end(items, i));
            }
            return;
        }
    }
}

void hearsay(struct extraction *extraction, const struct items *items)
{
    deny_disproved(extraction, items);
    if (may_have(extraction, CLASS_NOUNLIKE)) {
        hear(extraction, items);
    }
}
