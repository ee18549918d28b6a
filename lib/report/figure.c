#include "report/figure.h"

#include "report/clause.h"

static bool is_figure(const struct text *text, uint32_t token)
{
    return token < text->token_count &&
           (text->tokens[token].type == TOKEN_NUMBER || token_is(text, token, CLASS_CARDINAL));
}

bool counts_harmed(const struct text *text, const struct draft *draft)
{
    uint32_t first = draft->trigger.words.first, last = draft->trigger.words.end - 1;

    return token_is(text, first, CLASS_TOLL) || token_is(text, last, CLASS_TOLL) ||
           token_is(text, first, CLASS_TOLLWORD) || token_is(text, last, CLASS_TOLLWORD) ||
           token_is(text, last, CLASS_FIGURE); /* "the figure rose to 12" */
}

bool brings_number(const struct draft *draft)
{
    return strncmp(draft->rule, "number.brought", sizeof "number.brought" - 1) == 0;
}

bool tells_of_finding(const struct draft *draft)
{
    return strncmp(draft->rule, "bodies.dug", sizeof "bodies.dug" - 1) == 0;
}

/* So many words may stand between "bringing" and the number: "the total number of". */
#define BRINGING_WORDS 5

bool brought_by(const struct text *text, const struct draft *draft, const struct timex *timex)
{
    uint32_t token = draft->trigger.words.first;
    uint32_t steps;

    if (strncmp(draft->rule, "number.reached", sizeof "number.reached" - 1) != 0) {
        return false;
    }
    for (steps = 0; steps < BRINGING_WORDS && token > timex->end_token; steps++) {
        token--;
        if (has_doing_form(text, token)) {
            return comma_between(text, token - 1, token);
        }
    }
    return false;
}

bool of_who_died_later(const struct text *text, const struct draft *draft, const struct timex *timex)
{
    uint32_t verb = timex->first_token;

    if (!token_is(text, draft->trigger.words.end - 1, CLASS_TOLLWORD)) {
        return false;
    }
    while (verb > 1 &&
           (token_is(text, verb - 1, CLASS_DAY_MARK) || token_is(text, verb - 1, CLASS_PREPOSITION))) {
        verb--;
    }
    return verb > 0 && (token_is(text, verb - 1, CLASS_DONE) || token_is(text, verb - 1, CLASS_STATE)) &&
           (token_is(text, timex->end_token, CLASS_HAVE) || token_is(text, timex->end_token, CLASS_BEFELL));
}

bool day_behind_toll(const struct text *text, const struct draft *draft, const struct timex *timex)
{
    uint32_t figure = draft->quantity.words.first;

    return counts_harmed(text, draft) && !span_empty(draft->quantity.words) &&
           timex->relation != RELATION_AS_OF &&
           has_between(text, draft->trigger.words.end, figure, CLASS_RISE) &&
           has_between(text, draft->quantity.words.end, timex->first_token, CLASS_CLAUSE);
}

/* So many words may stand between "put" and the toll: "put the number of". */
#define PUT_WORDS 4

/* True for "gave a toll of 12 on Thursday": the day on which somebody did. */
static bool was_given(const struct text *text, const struct draft *draft, const struct timex *timex)
{
    uint32_t of = draft->trigger.words.end;

    return (token_is(text, of - 1, CLASS_TOLLWORD) || token_is(text, of - 1, CLASS_FIGURE)) &&
           token_has(text, of, CLASS_PREPOSITION, "of") && draft->quantity.words.first == of + 1 &&
           draft->quantity.words.end <= timex->first_token;
}

/* True for "put the number of deaths at 12 on Thursday": the day on which somebody did. */
static bool was_put(const struct text *text, const struct draft *draft, const struct timex *timex)
{
    struct span figure = draft->quantity.words;
    uint32_t token = draft->trigger.words.first;
    uint32_t least = token > PUT_WORDS ? token - PUT_WORDS : 0;

    if (figure.first <= draft->trigger.words.first || figure.end > timex->first_token ||
        !token_has(text, figure.first - 1, CLASS_PREPOSITION, "place")) {
        return false;
    }
    while (token > least && text->tokens[token - 1].type == TOKEN_WORD &&
           !token_is(text, token - 1, CLASS_SAID)) {
        token--;
    }
    return token > least && token_is(text, token - 1, CLASS_SAID);
}

bool day_of_count(const struct text *text, const struct draft *draft, const struct timex *timex)
{
    uint32_t token = draft->trigger.words.first;
    bool toll = counts_harmed(text, draft) || token_is(text, token, CLASS_STATE);
    bool word = token_is(text, draft->trigger.words.end - 1, CLASS_TOLLWORD); /* "the toll was 12 on" */
    bool amount = false;

    if (timex->relation == RELATION_SINCE || timex->type == TIMEX_DURATION ||
        timex->date.precision > PRECISION_DAY || attributive(text, timex)) {
        return false;
    }
    if (was_put(text, draft, timex) || was_given(text, draft, timex)) {
        return true;
    }
    for (token = draft->trigger.words.end; token < timex->first_token; token++) {
        if (token_is(text, token, CLASS_RISE) ||
            (toll && token_is(text, token, CLASS_AMOUNT) && other_verb(text, token)) ||
            (word && token_is(text, token, CLASS_BE) && token < draft->quantity.words.first)) {
            amount = true;
        } else if (token_is(text, token, CLASS_CLAUSE) ||
                   (amount && token_is(text, token, CLASS_HAPPENING))) {
            return false;
        }
    }
    return amount;
}

bool of_count_before(const struct text *text, const struct timex *timex, uint32_t trigger, uint32_t sentence)
{
    uint32_t rise = timex->first_token;

    if (timex->relation == RELATION_SINCE || timex->date.precision > PRECISION_DAY ||
        attributive(text, timex) || !comma_between(text, timex->end_token, timex->end_token + 1) ||
        !token_is(text, timex->end_token + 1, CLASS_AND) || timex->end_token + 1 >= trigger) {
        return false;
    }
    while (rise > sentence && text->tokens[rise - 1].type != TOKEN_PUNCT &&
           !token_is(text, rise, CLASS_RISE)) {
        rise--;
    }
    return token_is(text, rise, CLASS_RISE) && has_between(text, sentence, rise, CLASS_TOLLWORD) &&
           !has_between(text, rise, timex->first_token, CLASS_CLAUSE) &&
           !has_between(text, rise, timex->first_token, CLASS_HAPPENING);
}

/* So many words may stand between "raised" and its figure: "its estimate of the dead in the north to". */
#define REVISED_WORDS 9

/* So many words the raised figure's phrase has at most: "number of people killed in the strike on the
 * school". */
#define RAISED_WORDS 14

/* Where the phrase begins whose figure the verb at token `verb` raises, "the number of people killed in
 * Norvik climbed", which names harm: `verb` itself for another subject. */
static uint32_t raised_phrase(const struct text *text, uint32_t verb)
{
    uint32_t least = verb > RAISED_WORDS ? verb - RAISED_WORDS : 0;

    for (uint32_t token = verb; token > least && text->tokens[token - 1].type != TOKEN_PUNCT; token--) {
        if (token_is(text, token - 1, CLASS_FIGURE) && token_has(text, token, CLASS_PREPOSITION, "of")) {
            return token - 1;
        }
    }
    return verb;
}

/* True for the day of "after a strike on Thursday, the number of people killed rose". */
static bool behind_happening(const struct text *text, const struct timex *timex)
{
    uint32_t token = timex->first_token;

    token -= token > 1 && token_is(text, token - 1, CLASS_DAY_MARK) ? 2 : 1;
    return timex->first_token > 0 && token_is(text, token, CLASS_HAPPENING) &&
           comma_between(text, timex->end_token, timex->end_token + 1);
}

/* True for the day of what a toll is of, whatever that may be: "the toll from Monday's car bomb", "of the
 * dead in the weekend unrest"; not for "the toll in Monday's report". */
static bool of_cause_of_toll(const struct text *text, const struct timex *timex)
{
    bool owner = token_is(text, timex->end_token, CLASS_GENITIVE);
    uint32_t noun = timex->end_token + (owner ? 1 : 0);
    uint32_t from = timex->first_token;
    bool within = token_is(text, from, CLASS_DETERMINER); /* "the weekend" is one expression */
    bool definite = within || (from > 0 && token_is(text, from - 1, CLASS_DETERMINER));

    from -= definite && !within ? 1 : 0;
    return (owner || definite) && from > 1 &&
           (token_is(text, from - 1, CLASS_ORIGIN) ||
            token_has(text, from - 1, CLASS_PREPOSITION, "place")) &&
           (names_toll(text, from - 2) || tells_of_harm(text, from - 2) ||
            token_is(text, from - 2, CLASS_STATE)) &&
           noun < text->token_count && text->tokens[noun].type == TOKEN_WORD &&
           !token_is(text, noun, CLASS_SAID) && !token_is(text, noun, CLASS_SPEAKER) &&
           !token_is(text, noun, CLASS_FIGURE) && !token_is(text, noun, CLASS_PREPOSITION) &&
           !token_is(text, noun, CLASS_HAVE) && !token_is(text, noun, CLASS_BE) &&
           (owner || !other_verb(text, noun));
}

bool day_of_revision(const struct text *text, const struct draft *draft, const struct timex *timex)
{
    uint32_t figure = draft->quantity.words.first;
    uint32_t verb = figure;
    uint32_t from, to;

    if (span_empty(draft->quantity.words) || timex->relation == RELATION_SINCE ||
        timex->date.precision > PRECISION_DAY || attributive(text, timex) || of_cause_of_toll(text, timex)) {
        return false;
    }
    while (verb > 0 && figure - verb < REVISED_WORDS && !token_is(text, verb, CLASS_RISE) &&
           text->tokens[verb].type != TOKEN_PUNCT) {
        verb--;
    }
    if (!token_is(text, verb, CLASS_RISE) || (timex->first_token > verb && timex->first_token < figure) ||
        (!token_has(text, figure - 1, CLASS_PREPOSITION, "way") &&
         !token_has(text, figure, CLASS_PREPOSITION, "way"))) { /* "to 17", "from nine to 17" */
        return false;
    }
    from = timex->end_token <= verb ? timex->end_token : draft->quantity.words.end;
    to = timex->end_token <= verb ? verb : timex->first_token;
    if (timex->end_token <= verb && !behind_happening(text, timex)) {
        to = raised_phrase(text, verb);
    }
    if (to < timex->first_token) {
        from = to; /* "the number of people killed on Monday rose" */
        to = timex->first_token;
    }
    return harmless(text, from, to);
}

/* True for "rose to 40 from 31 on Monday" when the day is that of the 31, nothing but prepositions between
 * the two; not for "from 31 villages in May". */
static bool day_of_former(const struct text *text, const struct draft *draft, const struct timex *timex)
{
    uint32_t end = draft->trigger.words.end;
    uint32_t figure = timex->first_token;
    uint32_t token;

    while (figure > end && token_is(text, figure - 1, CLASS_PREPOSITION)) {
        figure--;
    }
    token = figure;
    while (token > end && is_figure(text, token - 1)) {
        token--;
    }
    return token < figure && token > end && token_is(text, token - 1, CLASS_ORIGIN) &&
           token_has(text, token - 1, CLASS_PREPOSITION, "way");
}

bool day_of_other_figure(const struct text *text, const struct draft *draft, const struct timex *timex)
{
    uint32_t token = timex->first_token;
    bool compared = false, part = false, number = false;

    if (day_of_former(text, draft, timex)) {
        return true;
    }
    while (token > draft->trigger.words.end && !token_is_sign(text, token - 1, ",")) {
        token--;
    }
    for (; token > draft->trigger.words.end && token < timex->first_token; token++) {
        bool figure = is_figure(text, token);
        if (figure && compared) {
            return true;
        }
        compared = compared || token_is(text, token, CLASS_COMPARED);
        part = part || token_is(text, token, CLASS_PART) || token_is(text, token, CLASS_PRONOUN);
        number =
            figure ||
            (number && (token_is(text, token, CLASS_PREPOSITION) || token_is(text, token, CLASS_PRONOUN)));
    }
    return part && number;
}

bool day_of_figure_between(const struct text *text, const struct draft *draft, const struct timex *timex)
{
    uint32_t token = timex->first_token;

    if (span_holds(draft->trigger.words, token) && token_is(text, draft->trigger.words.first, CLASS_ORIGIN)) {
        return true;
    }
    if (span_empty(draft->quantity.words) || draft->quantity.words.end > token) {
        return false;
    }
    while (token > draft->quantity.words.end && (token_is(text, token - 1, CLASS_DAY_MARK) ||
                                                 token_has(text, token - 1, CLASS_PREPOSITION, "place"))) {
        token--;
    }
    if (!token_is(text, token - 1, CLASS_AND)) {
        return false;
    }
    for (token = timex->end_token; token < draft->trigger.words.first; token++) {
        if (is_figure(text, token)) {
            return true;
        }
    }
    return false;
}

bool day_of_next_figure(const struct text *text, const struct draft *draft, const struct timex *timex)
{
    return is_figure(text, timex->end_token) &&
           has_between(text, draft->trigger.words.end, timex->first_token, CLASS_AND);
}

const struct draft *toll_of(const struct extraction *extraction, const struct draft *draft)
{
    const struct text *text = extraction->text;
    const struct timex_list *timexes = extraction->input->timexes;
    uint32_t token = draft->quantity.words.first;
    uint32_t least = text->sentences[extraction->sentence].first_token;
    size_t timex = extraction->next_timex;

    if (span_empty(draft->quantity.words) || draft->trigger.kind != KIND_CASUALTY ||
        counts_harmed(text, draft) ||
        has_between(text, draft->quantity.words.end, draft->trigger.words.first, CLASS_BE) ||
        has_between(text, draft->quantity.words.end, draft->trigger.words.first, CLASS_HAVE)) {
        return draft; /* "and 40 were wounded" has a day of its own */
    }
    while (timex < timexes->count && timexes->items[timex].end_token < token) {
        timex++;
    }
    while (token > least) {
        if (timex > extraction->next_timex && timexes->items[timex - 1].end_token == token) {
            token = timexes->items[--timex].first_token; /* "rose to 19 on Tuesday, with 40 wounded" */
        } else if (is_figure(text, token - 1) || token_is_sign(text, token - 1, ",") ||
                   token_is(text, token - 1, CLASS_AND) || token_is(text, token - 1, CLASS_STATE) ||
                   token_is(text, token - 1, CLASS_DONE) || token_is(text, token - 1, CLASS_DAY_MARK) ||
                   token_is(text, token - 1, CLASS_PERSONS) ||
                   (token > least + 1 && token_is_sign(text, token - 2, ",") &&
                    token_has(text, token - 1, CLASS_PREPOSITION, "against"))) { /* ", with 40" */
            token--;
        } else {
            break;
        }
    }
    for (size_t i = 0; i < extraction->draft_count; i++) {
        const struct draft *other = &extraction->drafts[i];

        if (other != draft && !other->dropped && counts_harmed(text, other) &&
            other->trigger.words.end <= token && other->quantity.words.end > token &&
            other->quantity.words.end <= draft->quantity.words.first &&
            (has_between(text, other->trigger.words.end, token, CLASS_RISE) ||
             has_between(text, other->trigger.words.end, token, CLASS_AMOUNT))) {
            return other;
        }
    }
    return draft;
}
