#include "timex/tense.h"

#include "timex/actions.h"
#include "timex/speech.h"

/* So many items behind it a verb in the past still tells of what time a date is. */
#define PAST_REACH 5
/* So many items into a sentence an expression still opens it. */
#define OPENING 2
/* ... and behind so many of nothing but other expressions and prepositions. */
#define OPENING_REACH 12
/* So many items behind it the verb of an expression that opens the sentence may stand. */
#define VERB_REACH 8

void clause_begin(struct clause *clause, const struct text *text, const struct item *items, size_t item_count,
                  bool quoted)
{
    *clause = (struct clause){
        .text = text, .items = items, .item_count = item_count, .quoted = quoted, .quotes = quoted};
}

/* What a glance tells of most items: no verb in the past that no list has. */
static inline bool may_be_past_form(const struct clause *clause, const struct item *item)
{
    return item->end_token == item->first_token + 1 && item_is(item, CLASS_WORD) &&
           !item_is(item, CLASS_CAPITALIZED) && !item_is(item, CLASS_NO_VERB) &&
           token_may_end(clause->text, item->first_token);
}

/* True for a verb in the past that no list has: "torched", "ambushed".  Not for a participle that is an
 * adjective ("the disputed town", "by armed men") nor for one behind a present auxiliary ("is closed"). */
static bool is_past_form(const struct clause *clause, size_t i)
{
    const struct item *item = &clause->items[i];

    if (!may_be_past_form(clause, item) || !token_ends_as(clause->text, item->first_token, CLASS_PAST_CUE)) {
        return false;
    }
    const struct item *before = i > 0 ? item - 1 : NULL;
    while (
        before != NULL && item_is(before, CLASS_WORD) && !item_is(before, CLASS_CAPITALIZED) &&
        (item_is(before, CLASS_NEGATION) || token_ends_as(clause->text, before->first_token, CLASS_ADVERB))) {
        before = before > clause->items ? before - 1 : NULL;
    }
    return before != NULL && !item_is(before, CLASS_PRESENT_BE) && !item_is(before, CLASS_FUTURE_CUE) &&
           !item_is(before, CLASS_DETERMINER) && !item_is(before, CLASS_POSSESSIVE) &&
           !item_is(before, CLASS_GENITIVE) && !item_is(before, CLASS_PREPOSITION) &&
           !item_is(before, CLASS_COUNT);
}

/* True for the "to" of an infinitive: what follows it may lie ahead ("urged them to leave by Friday"). */
static bool opens_infinitive(const struct clause *clause, size_t i)
{
    const struct item *next = &clause->items[i] + 1;

    return item_is(&clause->items[i], CLASS_INFINITIVE_MARK) && i + 1 < clause->item_count &&
           item_is(next, CLASS_WORD) && !item_is(next, CLASS_CAPITALIZED) &&
           !item_is(next, CLASS_DETERMINER) && !item_is(next, CLASS_POSSESSIVE);
}

static bool behind_present_be(const struct clause *clause, size_t i)
{
    return i > 0 && item_is(&clause->items[i - 1], CLASS_PRESENT_BE);
}

/* True for "the man arrested Friday", "arrested on Friday": the participle tells of that day, whatever the
 * clause speaks of. */
static bool tells_of_next(const struct clause *clause, size_t i)
{
    size_t next = i + 1;

    if (i == 0 || item_is(&clause->items[i - 1], CLASS_AND) || item_is(&clause->items[i - 1], CLASS_PUNCT)) {
        return false;
    }
    next += next < clause->item_count && item_is(&clause->items[next], CLASS_DAY_MARK) ? 1 : 0;
    return next < clause->item_count && time_expression(&clause->items[next]) != NULL;
}

/* True for "he obtained", "who attacked": no participle, whatever stands before. */
static bool has_pronoun(const struct clause *clause, size_t i)
{
    return i > 0 &&
           (item_is(&clause->items[i - 1], CLASS_PRONOUN) || item_is(&clause->items[i - 1], CLASS_RELATIVE));
}

/* True when an expression follows soon enough: only then is an ending worth looking up. */
static bool expression_follows(struct clause *clause, size_t i)
{
    while (clause->next <= i ||
           (clause->next < clause->item_count && time_expression(&clause->items[clause->next]) == NULL)) {
        clause->next++;
    }
    return clause->next < clause->item_count && clause->next - i <= VERB_REACH;
}

static void turn(struct clause *clause, enum tense tense, size_t i, bool by_form)
{
    clause->tense = tense;
    clause->cue = i + 1;
    clause->by_form = by_form;
}

void clause_read(struct clause *clause, size_t i)
{
    const struct item *item = &clause->items[i];

    if (item_is(item, CLASS_PUNCT)) {
        bool quoted = clause->quoted;
        clause->quoted = speech_quotes(clause, i, quoted);
        clause->quotes = clause->quotes || clause->quoted;
        clause->aside = clause->aside && (quoted || clause->quoted); /* "who said "no", left": at the comma */
    } else if (item_is(item, CLASS_RELATIVE) && i > 0 && item_is(item - 1, CLASS_PUNCT)) {
        clause->aside = true;
    }
    clause->spoken = clause->spoken || item_is(item, CLASS_SPEECH);
    if (item_is(item, CLASS_FUTURE_CUE)) {
        turn(clause, TENSE_FUTURE, i, false);
        clause->present = item_is(item, CLASS_PRESENT);
        clause->promise = item_is(item, CLASS_PROMISE);
    } else if (item_is(item, CLASS_PAST_CUE)) {
        turn(clause, behind_present_be(clause, i) ? TENSE_UNKNOWN : TENSE_PAST, i, false);
    } else if (item_is(item, CLASS_CLAUSE_BREAK)) {
        turn(clause, TENSE_UNKNOWN, i, false);
        clause->cue = 0;
        clause->start = i + 1;
    } else if (item_is(item, CLASS_NEUTRAL_CUE) || item_is(item, CLASS_UNREAL) ||
               (clause->by_form && opens_infinitive(clause, i))) {
        turn(clause, TENSE_UNKNOWN, i, false);
    } else if (may_be_past_form(clause, item) &&
               (clause->tense != TENSE_FUTURE || tells_of_next(clause, i) || has_pronoun(clause, i)) &&
               expression_follows(clause, i) && is_past_form(clause, i)) {
        turn(clause, TENSE_PAST, i, true);
    }
}

/* What the first verb behind an expression tells ("On Friday the court will rule"). */
static enum tense tense_behind(const struct clause *clause, size_t at)
{
    size_t read = 0;
    for (size_t i = at; i < clause->item_count && read < VERB_REACH; i++) {
        const struct item *item = &clause->items[i];
        read += item_is(item, CLASS_CAPITALIZED) ? 0 : 1; /* names are long */
        if (item_is(item, CLASS_FUTURE_CUE)) {
            return item_is(item, CLASS_PROMISE) ? TENSE_PAST : TENSE_FUTURE;
        }
        if (item_is(item, CLASS_PAST_CUE)) {
            return behind_present_be(clause, i) ? TENSE_UNKNOWN : TENSE_PAST;
        }
        if (item_is(item, CLASS_NEUTRAL_CUE) || item_is(item, CLASS_UNREAL)) {
            break;
        }
        if (is_past_form(clause, i)) {
            return TENSE_PAST;
        }
    }
    return TENSE_UNKNOWN;
}

bool clause_dates_speech(const struct clause *clause, size_t i)
{
    if (clause->cue == 0 || !item_is(&clause->items[clause->cue - 1], CLASS_NEUTRAL_CUE) ||
        behind_present_be(clause, clause->cue - 1)) {
        return false;
    }
    bool close = clause->cue == i || (clause->cue + 1 == i && item_is(&clause->items[i - 1], CLASS_DAY_MARK));

    return close || (item_is(&clause->items[clause->cue - 1], CLASS_SPEECH) &&
                     speech_day(clause, clause->cue - 1) == i); /* "told the BBC on Friday" */
}

/* So many words of a phrase may stand between "and" and its day: "and in a second raid on Friday". */
#define JOINT_REACH 7

/* True for "and on Friday", "and in a raid in May": what happened then, whatever was said before. */
static bool joins_day(const struct clause *clause, size_t i)
{
    size_t k = i + 1;

    if (!item_is(&clause->items[i], CLASS_AND) || k >= clause->item_count ||
        !item_is(&clause->items[k], CLASS_PREPOSITION)) {
        return false;
    }
    while (k < clause->item_count && k <= i + JOINT_REACH && time_expression(&clause->items[k]) == NULL &&
           !item_is(&clause->items[k], CLASS_PUNCT) && !is_past_form(clause, k)) {
        k++;
    }
    return k < clause->item_count && k > i + 1 && time_expression(&clause->items[k]) != NULL;
}

/* True for the comma behind a clause that the sentence opens with: "After the army said on Sunday that it had
 * left, a mine". */
static bool ends_opening_clause(const struct clause *clause, size_t i)
{
    return item_is(&clause->items[0], CLASS_CLAUSE) && !clause->quoted &&
           clause->text->source.data[clause->text->tokens[clause->items[i].first_token].begin] == ',';
}

bool clause_parts(const struct clause *clause, size_t i)
{
    const struct item *item = &clause->items[i];
    const struct item *next = item + 1;
    bool verb = item_is(item, CLASS_AND) && i + 1 < clause->item_count &&
                (item_is(next, CLASS_PAST_CUE) || is_past_form(clause, i + 1));

    return item_is(item, CLASS_CLAUSE_BREAK) || verb || joins_day(clause, i) ||
           ends_opening_clause(clause, i) ||
           (item_is(item, CLASS_PUNCT) &&
            clause->text->source.data[clause->text->tokens[item->first_token].begin] == ';');
}

bool clause_opens(const struct clause *clause, size_t i)
{
    if (i - clause->start > OPENING_REACH) {
        return false;
    }
    for (size_t k = clause->start; k < i; k++) {
        const struct item *item = &clause->items[k];
        if (time_expression(item) == NULL && !item_is(item, CLASS_PREPOSITION) &&
            !item_is(item, CLASS_ADVERB) && !item_is(item, CLASS_PUNCT) &&
            !(item->end_token == item->first_token + 1 &&
              token_ends_as(clause->text, item->first_token, CLASS_ADVERB))) {
            return false;
        }
    }
    return true;
}

/* True where a verb behind items[i] is the first of its clause. */
static bool opens_sentence(const struct clause *clause, size_t i)
{
    return i <= clause->start + OPENING || clause_opens(clause, i);
}

/* True when items[verb] tells of a speech, whose content stands behind items[at]: not for "announced a
 * truce". */
static bool tells(const struct clause *clause, size_t verb, size_t at)
{
    const struct item *next = &clause->items[at] + 1;

    return item_is(&clause->items[verb], CLASS_SPEECH) && !behind_present_be(clause, verb) &&
           (item_is(&clause->items[verb], CLASS_TELLS) ||
            (at + 1 < clause->item_count && item_is(next, CLASS_RELATIVE)));
}

/* True when the first verb behind items[i] tells of a speech. */
static bool speech_follows(const struct clause *clause, size_t i)
{
    for (size_t k = i + 1; k < clause->item_count && k <= i + VERB_REACH; k++) {
        const struct item *item = &clause->items[k];
        if (item_is(item, CLASS_SPEECH)) {
            return tells(clause, k, k);
        }
        if (item_is(item, CLASS_FUTURE_CUE) || item_is(item, CLASS_PAST_CUE) ||
            item_is(item, CLASS_NEUTRAL_CUE) || item_is(item, CLASS_CLAUSE_BREAK) ||
            item_is(item, CLASS_RELATIVE) || is_past_form(clause, k)) {
            break;
        }
    }
    return false;
}

/* True when what stands behind items[i] may be what was said: not for "a truce announced on Friday took
 * effect", "announced on Friday by the army", "spoke on Friday and left". */
static bool content_follows(const struct clause *clause, size_t i)
{
    const struct item *next = &clause->items[i] + 1;

    if (i + 2 < clause->item_count && item_is(next, CLASS_PUNCT) &&
        (speech_quotes(clause, i + 1, false) || speech_quotes(clause, i + 2, false))) {
        return true; /* "said on Friday: "We lost 20"" */
    }
    return i + 1 < clause->item_count && !item_is(next, CLASS_PAST_CUE) && !item_is(next, CLASS_FUTURE_CUE) &&
           !item_is(next, CLASS_AND) && !item_is(next, CLASS_PUNCT) && !item_is(next, CLASS_PREPOSITION) &&
           !is_past_form(clause, i + 1) && tells(clause, clause->cue - 1, i);
}

bool clause_begins_speech(const struct clause *clause, size_t i)
{
    if (clause->cue == 0) {
        return opens_sentence(clause, i) && speech_follows(clause, i);
    }
    return clause_dates_speech(clause, i) && item_is(&clause->items[clause->cue - 1], CLASS_SPEECH) &&
           content_follows(clause, i);
}

/* True for "..., and on Friday": what follows may have a verb of its own. */
static bool opens_second_clause(const struct clause *clause, size_t i)
{
    return i > 1 && item_is(&clause->items[i - 1], CLASS_DAY_MARK) &&
           item_is(&clause->items[i - 2], CLASS_AND);
}

/* True for "said on Friday that in May": the expression opens what was told, whose verb follows it. */
static bool opens_told(const struct clause *clause, size_t i)
{
    size_t k = i;

    if (clause->cue == 0 || !item_is(&clause->items[clause->cue - 1], CLASS_NEUTRAL_CUE)) {
        return false;
    }
    while (k > clause->cue &&
           (time_expression(&clause->items[k - 1]) != NULL || item_is(&clause->items[k - 1], CLASS_AND) ||
            item_is(&clause->items[k - 1], CLASS_PREPOSITION) ||
            item_is(&clause->items[k - 1], CLASS_ADVERB))) {
        k--;
    }
    return k > clause->cue && item_is(&clause->items[k - 1], CLASS_RELATIVE);
}

enum tense clause_tense(const struct clause *clause, size_t i, bool anywhere)
{
    if (clause_dates_speech(clause, i)) {
        bool future = clause->cue == i && i + 1 < clause->item_count &&
                      item_is(&clause->items[i + 1], CLASS_FUTURE_CUE);
        return future ? TENSE_FUTURE : TENSE_PAST; /* "he said Friday will be quiet" */
    }
    if (opens_second_clause(clause, i)) {
        enum tense behind = tense_behind(clause, i + 1);

        if (behind == TENSE_FUTURE || (behind == TENSE_PAST && clause->tense == TENSE_FUTURE)) {
            return behind;
        }
    }
    if (clause->cue == 0 && opens_sentence(clause, i)) {
        return tense_behind(clause, i + 1);
    }
    if (clause->tense == TENSE_UNKNOWN && opens_told(clause, i)) {
        return tense_behind(clause, i + 1);
    }
    /* "A blast at noon destroyed": the hour of what the verb tells, where a day might be that of the noun */
    if (clause->cue == 0 && time_expression(&clause->items[i])->recall == RECALL_SENTENCE &&
        tense_behind(clause, i + 1) == TENSE_PAST) {
        return TENSE_PAST;
    }
    if (clause->tense == TENSE_PAST && i + 1 - clause->cue > PAST_REACH && (!anywhere || clause->by_form)) {
        return TENSE_UNKNOWN;
    }
    return clause->tense;
}
