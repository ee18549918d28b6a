/* On which day somebody said what a sentence tells. */
#include "timex/speech.h"

#include "timex/actions.h"
#include "timex/resolve.h"

/* So many items behind what was said its speaker is named, for whom so many are enough ("the press office of
 * the army in Kolna said"), and for whom and where he told it ("told the Kolna Gazette on"). */
#define SAYING_REACH 40
#define SPEAKER_REACH 8
#define LISTENER_REACH 6
/* So many days before the publication day a speech may have been held that the words reckon from. */
#define SPEECH_AGE 60

static bool is_sign(const struct clause *clause, size_t i, const char *sign)
{
    const struct item *item = &clause->items[i];

    return str_equal(text_span(clause->text, item->first_token, item->end_token), str_from(sign));
}

/* True where a quotation mark may open: behind white space, a bracket, a dash. */
static bool may_open(const struct text *text, size_t token)
{
    return token == 0 || (text->tokens[token].flags & TOKEN_SPACE_BEFORE) != 0 ||
           text->tokens[token - 1].type == TOKEN_PUNCT;
}

bool speech_mark(const struct text *text, size_t token, bool open, size_t *end)
{
    struct str sign = text_span(text, token, token + 1);
    char first = sign.data[0];
    bool two = (first == '`' || first == '\'') && token + 1 < text->token_count &&
               (text->tokens[token + 1].flags & TOKEN_SPACE_BEFORE) == 0 &&
               str_equal(text_span(text, token + 1, token + 2), sign);

    *end = token + 1 + two;
    /* most signs are none of these: a glance at the first byte is enough */
    switch ((unsigned char)first) {
    case '"':
        return !open && may_open(text, token);
    case '`':
        return open || two;
    case '\'':
        return open && !two;
    case 0xe2:
        return str_equal(sign, STR("\u201c")) || (open && !str_equal(sign, STR("\u201d")));
    case 0xc2:
        return str_equal(sign, STR("\u00ab")) || (open && !str_equal(sign, STR("\u00bb")));
    default:
        return open;
    }
}

bool speech_quotes(const struct clause *clause, size_t i, bool open)
{
    size_t end;

    return speech_mark(clause->text, clause->items[i].first_token, open, &end);
}

/* True when the one who speaks may be named from items[i] on: "the army", "Gen. Marr", "he", or the verb
 * itself. */
static bool opens_speaker(const struct clause *clause, size_t i)
{
    const struct item *item = &clause->items[i];

    return time_expression(item) == NULL && !item_is(item, CLASS_COUNT) &&
           (item_is(item, CLASS_DETERMINER) || item_is(item, CLASS_POSSESSIVE) ||
            item_is(item, CLASS_CAPITALIZED) || item_is(item, CLASS_PRONOUN) || item_is(item, CLASS_SPEECH));
}

/* True for what no name of a speaker holds: "a day after the army said", "a truce that envoys announced". */
static bool ends_speaker(const struct clause *clause, size_t i)
{
    const struct item *item = &clause->items[i];

    return time_expression(item) != NULL || item_is(item, CLASS_AND) || item_is(item, CLASS_RELATIVE) ||
           item_is(item, CLASS_CLAUSE_BREAK) || item_is(item, CLASS_SUPERLATIVE) ||
           item_is(item, CLASS_PAST_CUE) || item_is(item, CLASS_FUTURE_CUE);
}

/* The verb that tells who said what stands before items[from] and there, behind a comma or a quotation mark:
 * "killed on Thursday, the army said"; SIZE_MAX when none follows soon.  `open` tells whether quotation marks
 * are. */
static size_t speech_behind(const struct clause *clause, size_t from, bool open)
{
    size_t mark =
        SIZE_MAX; /* the comma or quotation mark behind which the speaker is named; SIZE_MAX: none */

    for (size_t k = from; k < clause->item_count && k < from + SAYING_REACH; k++) {
        const struct item *item = &clause->items[k];
        if (item_is(item, CLASS_PUNCT)) {
            bool closes = open && !speech_quotes(clause, k, open);
            open = speech_quotes(clause, k, open);
            if (!open && (closes || is_sign(clause, k, ",")) && k + 1 < clause->item_count &&
                opens_speaker(clause, k + 1)) {
                mark = k;
            } else if (is_sign(clause, k, ";")) {
                break;
            }
        } else if (mark != SIZE_MAX && k - mark <= SPEAKER_REACH && item_is(item, CLASS_SPEECH)) {
            return k;
        } else if (ends_speaker(clause, k)) {
            mark = SIZE_MAX; /* the next clause, which tells of something else */
        }
    }
    return SIZE_MAX;
}

bool speech_goes_on(const struct clause *clause, size_t i)
{
    bool open = clause->quoted;

    for (size_t k = i + 1; k < clause->item_count; k++) {
        open = item_is(&clause->items[k], CLASS_PUNCT) ? speech_quotes(clause, k, open) : open;
    }
    return open;
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

/* The day that items[item] names, on which somebody spoke before the text was published; DAY_NONE for
 * another.
 */
static int32_t day_of_speech(struct focus *focus, const struct clause *clause, size_t item)
{
    struct resolver resolver = {.focus = focus, .tense = TENSE_PAST};
    struct point point = resolve_point(time_expression(&clause->items[item]), &resolver);
    bool recent = point.unit == UNIT_DAY && point.day != DAY_NONE && point.day < focus->published &&
                  focus->published - point.day <= SPEECH_AGE;

    return recent ? point.day : DAY_NONE;
}

/* True for "he said". */
static bool is_of_pronoun(const struct clause *clause, size_t verb)
{
    return verb > 0 && item_is(&clause->items[verb - 1], CLASS_PRONOUN);
}

int32_t speech_day_behind(struct focus *focus, const struct clause *clause, size_t mark,
                          enum speaker *speaker)
{
    size_t verb = speech_behind(clause, mark, true);
    size_t day = verb == SIZE_MAX ? SIZE_MAX : speech_day(clause, verb);

    *speaker = verb == SIZE_MAX ? SPEAKER_NONE : is_of_pronoun(clause, verb) ? SPEAKER_SAME : SPEAKER_ANOTHER;
    return day == SIZE_MAX ? DAY_NONE : day_of_speech(focus, clause, day);
}

void speech_find(struct focus *focus, const struct clause *clause, size_t i)
{
    const struct expression *e = time_expression(&clause->items[i]);

    if (clause->aside && !e->quoted && !e->begins_speech) { /* "the minister, who resigned on Friday, said" */
        focus->sentence.said = DAY_NONE;
    }
    if (focus->sentence.said != DAY_NONE || !seen_from_speech(e)) {
        return;
    }
    size_t verb = speech_behind(clause, i + 1, clause->quoted);
    size_t day = verb == SIZE_MAX ? SIZE_MAX : speech_day(clause, verb);
    if (day != SIZE_MAX) {
        focus->sentence.said = day_of_speech(focus, clause, day);
    } else if (e->quoted && !clause->spoken && (verb == SIZE_MAX || is_of_pronoun(clause, verb))) {
        focus->sentence.said = focus->paragraph.spoken; /* the same who spoke before goes on */
    }
}
