/* On which day somebody said what a sentence tells. */
#include "timex/speech.h"

#include "timex/actions.h"

/* So many items behind what was said its speaker is named, for whom so many are enough ("the press office of
 * the army in Kolna said"), and for whom and where he told it ("told the Kolna Gazette on"). */
#define SAYING_REACH 40
#define SPEAKER_REACH 8
#define LISTENER_REACH 6

static bool is_sign(const struct clause *clause, size_t i, const char *sign)
{
    const struct item *item = &clause->items[i];

    return str_equal(text_span(clause->text, item->first_token, item->end_token), str_from(sign));
}

bool speech_quotes(const struct clause *clause, size_t i, bool open)
{
    if (is_sign(clause, i, "\"")) {
        return !open;
    }
    return is_sign(clause, i, "\u201c") || is_sign(clause, i, "``") ||
           (open && !is_sign(clause, i, "\u201d") && !is_sign(clause, i, "''"));
}

size_t speech_behind(const struct clause *clause, size_t i)
{
    bool open = clause->quoted;
    size_t mark = 0; /* the comma or quotation mark behind which the speaker is named; 0: none */

    for (size_t k = i + 1; k < clause->item_count && k <= i + SAYING_REACH; k++) {
        const struct item *item = &clause->items[k];
        if (item_is(item, CLASS_PUNCT)) {
            bool closes = open && !speech_quotes(clause, k, open);
            mark = closes || (!open && is_sign(clause, k, ",")) ? k : mark;
            open = speech_quotes(clause, k, open);
        } else if (mark != 0 && k - mark <= SPEAKER_REACH && item_is(item, CLASS_SPEECH)) {
            return k;
        } else if (item_is(item, CLASS_AND) || item_is(item, CLASS_RELATIVE) ||
                   item_is(item, CLASS_CLAUSE_BREAK)) {
            mark = 0; /* the next clause, which tells of something else */
        }
    }
    return SIZE_MAX;
}

size_t speech_day(const struct clause *clause, size_t verb)
{
    for (size_t i = verb + 1; i < clause->item_count && i <= verb + LISTENER_REACH; i++) {
        const struct item *item = &clause->items[i];
        const struct expression *day = time_expression(item);
        if (day != NULL) {
            bool on = i == verb + 1 || item_is(item - 1, CLASS_DAY_MARK);
            bool last = i + 1 == clause->item_count || item_is(item + 1, CLASS_PUNCT) ||
                        item_is(item + 1, CLASS_RELATIVE);
            return on && last && day->kind == KIND_POINT ? i : SIZE_MAX;
        }
        if (item_is(item, CLASS_PUNCT) || item_is(item, CLASS_PAST_CUE) || item_is(item, CLASS_FUTURE_CUE) ||
            item_is(item, CLASS_RELATIVE)) {
            break;
        }
    }
    return SIZE_MAX;
}
