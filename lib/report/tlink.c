/* Which time expression of the sentence a claim rests on: a TLINK of TimeML between the two. */
#include "report/tlink.h"

#include "report/figure.h"
#include "report/length.h"

/* True when one of the words from `from` to `to` has the class. */
static bool has_between(const struct text *text, uint32_t from, uint32_t to, unsigned class_id)
{
    for (; from < to; from++) {
        if (token_is(text, from, class_id)) {
            return true;
        }
    }
    return false;
}

static bool tells_of_harm(const struct text *text, uint32_t token)
{
    return token_is(text, token, CLASS_HITS) || token_is(text, token, CLASS_BURST) ||
           token_is(text, token, CLASS_DONE) || token_is(text, token, CLASS_BEFELL);
}

static bool is_small(const struct text *text, uint32_t token)
{
    return text->tokens[token].type == TOKEN_WORD && (text->tokens[token].flags & TOKEN_CAPITALIZED) == 0;
}

/* True for a finite verb that tells of no harm: what stands behind it is its own time. */
static bool other_verb(const struct text *text, uint32_t token)
{
    return is_small(text, token) && !tells_of_harm(text, token) && !token_is(text, token, CLASS_NO_VERB) &&
           !token_is(text, token, CLASS_BE) && !token_is(text, token, CLASS_HAVE) &&
           (token_is(text, token, CLASS_PAST_CUE) || token_is(text, token, CLASS_NEUTRAL_CUE) ||
            token_is(text, token, CLASS_SAID) || token_ends_as(text, token, CLASS_PAST_CUE));
}

/* So many words behind "who" its verb may stand. */
#define RELATIVE_WORDS 3

/* True when the relative clause that begins at `token` tells of the harm itself: "the attack that hit
 * Tarrow", "the murder of a judge who was gunned down". */
static bool relates_harm(const struct text *text, uint32_t from, uint32_t token, uint32_t to)
{
    uint32_t end = token + 1 + RELATIVE_WORDS < to ? token + 1 + RELATIVE_WORDS : to;
    bool attack = token > from && token_is(text, token - 1, CLASS_HAPPENING);
    const char *deed = from > 0 ? token_value(text, from - 1, CLASS_DEED) : NULL;
    bool victim = deed != NULL && !token_is(text, token - 1, CLASS_AND);

    for (token++; token < end; token++) {
        if (token_is(text, token, CLASS_TOOK_PLACE) || (attack && tells_of_harm(text, token)) ||
            (victim && token_has(text, token, CLASS_DONE, deed))) {
            return true;
        }
    }
    return false;
}

/* True when a relative clause about something else opens between a trigger and a time expression behind it.
 * `since` tells that the words count from the expression on. */
static bool in_relative_clause(const struct text *text, uint32_t from, uint32_t to, bool *since)
{
    uint32_t token;

    *since = false;
    for (token = from; token < to; token++) {
        if (token_is(text, token, CLASS_RELATIVE) && !relates_harm(text, from, token, to)) {
            return true;
        }
        *since = *since || token_has(text, token, CLASS_PREPOSITION, "since");
    }
    return false;
}

/* True for a day of a relative clause in the clause before the draft's: "on a ship that left port on Monday,
 * and two of them were killed". */
static bool in_clause_before(const struct extraction *extraction, const struct draft *draft,
                             const struct timex *timex)
{
    const struct text *text = extraction->text;
    uint32_t begin = text->sentences[extraction->sentence].first_token;
    uint32_t comma = timex->end_token;
    uint32_t token = timex->first_token;

    if (comma + 1 >= draft->trigger.words.first || !str_equal(text_span(text, comma, comma + 1), STR(",")) ||
        !token_is(text, comma + 1, CLASS_AND)) {
        return false;
    }
    while (token > begin && text->tokens[token - 1].type != TOKEN_PUNCT) {
        token--;
        if (token_is(text, token, CLASS_RELATIVE)) {
            return !relates_harm(text, begin, token, timex->first_token);
        }
    }
    return false;
}

/* True for a day that is over, of the clause before that of a draft which is yet to come. */
static bool is_over(const struct timex *timex, uint32_t before, int32_t published)
{
    return timex->first_token < before && interval_known(timex->date) && timex->date.last != DAY_NONE &&
           timex->date.last <= published;
}

/* True for "protested today the murder", "reported today that": the day of that verb. */
static bool of_verb_before(const struct text *text, const struct timex *timex, const struct draft *draft,
                           uint32_t sentence)
{
    uint32_t token = timex->first_token;
    uint32_t next = timex->end_token;

    if (token > sentence && (token_is(text, token - 1, CLASS_DAY_MARK) ||
                             token_has(text, token - 1, CLASS_PREPOSITION, "place"))) {
        token--;
    }
    if (token == sentence || !other_verb(text, token - 1) || next >= text->token_count ||
        token_is(text, next, CLASS_BE) || token_is(text, next, CLASS_HAVE) ||
        token_is(text, next, CLASS_FUTURE_CUE)) {
        return false;
    }
    if (token_is(text, token - 1, CLASS_NEUTRAL_CUE) || token_is(text, token - 1, CLASS_SAID) ||
        token_is(text, next, CLASS_RELATIVE)) {
        return true;
    }
    return token_is(text, draft->trigger.words.first, CLASS_DEED) &&
           (token_is(text, next, CLASS_DETERMINER) || token_is(text, next, CLASS_INFINITIVE_MARK));
}

/* True when a semicolon parts the expression from the draft, and its part has a verb, or a number of its own:
 * "three pirates were killed; the cook had died on Thursday", "66 were hurt; so far this year, 40". */
static bool in_other_part(const struct extraction *extraction, const struct draft *draft,
                          const struct timex *timex)
{
    const struct text *text = extraction->text;
    const struct sentence *sentence = &text->sentences[extraction->sentence];
    uint32_t begin = timex->first_token, end = timex->first_token;
    bool verb = false;

    while (begin > sentence->first_token && !str_equal(text_span(text, begin - 1, begin), STR(";"))) {
        begin--;
    }
    while (end < sentence->end_token && !str_equal(text_span(text, end, end + 1), STR(";"))) {
        end++;
    }
    for (uint32_t token = begin; token < end && !verb; token++) {
        bool own = token >= timex->first_token && token < timex->end_token;
        verb = (!own && text->tokens[token].type == TOKEN_NUMBER) || token_is(text, token, CLASS_BE) ||
               token_is(text, token, CLASS_HAVE) || tells_of_harm(text, token) || other_verb(text, token);
    }
    return verb && (draft->trigger.words.first < begin || draft->trigger.words.first >= end);
}

static bool comma_between(const struct text *text, uint32_t from, uint32_t to)
{
    for (; from < to; from++) {
        if (str_equal(text_span(text, from, from + 1), STR(","))) {
            return true;
        }
    }
    return false;
}

/* So many words may stand before "of whom". */
#define PART_WORDS 5

/* True for "the president, who took office on Friday, was wounded", and for "soldiers, ten of whom were
 * captured on Monday, crossed the border". */
static bool of_clause_before(const struct text *text, const struct timex *timex, uint32_t sentence)
{
    uint32_t token = timex->first_token;
    bool verb = false, harm = false;
    uint32_t next;

    while (token > sentence && text->tokens[token - 1].type != TOKEN_PUNCT) {
        token--;
        harm = harm || token_is(text, token, CLASS_HAPPENING) || tells_of_harm(text, token);
        verb = verb || other_verb(text, token);
    }
    for (next = token; token > sentence && next < token + PART_WORDS && next < timex->first_token; next++) {
        if (token_has(text, next, CLASS_PREPOSITION, "of") && token_is(text, next + 1, CLASS_RELATIVE)) {
            return true;
        }
    }
    if (harm) {
        return false;
    }
    return verb && token > sentence + 1 && token_is(text, token, CLASS_RELATIVE) &&
           str_equal(text_span(text, token - 1, token), STR(",")) &&
           !token_is(text, token - 2, CLASS_HAPPENING);
}

/* True for "one of the soldiers wounded on Friday had died": the day of the participle right before it. */
static bool of_other_harm(const struct text *text, const struct timex *timex, const struct draft *draft,
                          uint32_t sentence)
{
    uint32_t verb = timex->first_token;
    uint32_t token;

    if (verb > sentence &&
        (token_is(text, verb - 1, CLASS_DAY_MARK) || token_has(text, verb - 1, CLASS_PREPOSITION, "place"))) {
        verb--;
    }
    if (verb < sentence + 2 ||
        (!token_is(text, verb - 1, CLASS_DONE) &&
         !(other_verb(text, verb - 1) &&
           has_between(text, timex->end_token, draft->trigger.words.first, CLASS_BE))) ||
        token_is(text, verb - 2, CLASS_BE) || token_is(text, verb - 2, CLASS_HAVE) ||
        text->tokens[verb - 2].type != TOKEN_WORD || span_holds(draft->trigger.words, verb - 1)) {
        return false;
    }
    for (token = timex->end_token; token < draft->trigger.words.first; token++) {
        if (!token_is(text, token, CLASS_HAVE) && !token_is(text, token, CLASS_BE) &&
            !token_is(text, token, CLASS_ADVERB)) {
            return false;
        }
    }
    return true;
}

/* True for "the general, born in 1964, was killed": the day of the participle that opens the aside.  Not
 * behind a happening: "the raid, launched on Friday, killed nine". */
static bool of_aside(const struct text *text, const struct timex *timex, uint32_t trigger, uint32_t sentence)
{
    uint32_t begin = timex->first_token;

    while (begin > sentence && text->tokens[begin - 1].type != TOKEN_PUNCT) {
        begin--;
    }
    if (begin == sentence || !comma_between(text, begin - 1, begin) || !other_verb(text, begin)) {
        return false;
    }
    uint32_t noun = begin - 1;
    while (noun > sentence && !comma_between(text, noun - 1, noun)) {
        noun--;
    }
    return !has_between(text, noun, begin, CLASS_HAPPENING) && comma_between(text, timex->end_token, trigger);
}

/* True for "buried on Sunday the men who were killed": the day of the verb before it, while who was harmed is
 * told in a clause behind. */
static bool of_main_verb(const struct text *text, const struct timex *timex, const struct draft *draft,
                         uint32_t sentence)
{
    bool relative = false, verb = false;
    uint32_t token;

    for (token = timex->end_token; token < draft->trigger.words.first && !relative; token++) {
        relative = token_is(text, token, CLASS_RELATIVE);
        if (token_is(text, token, CLASS_HAPPENING) || tells_of_harm(text, token)) {
            return false; /* "following the 31 October attack that left ten dead" */
        }
    }
    for (token = timex->first_token; relative && token > sentence; token--) {
        if (token_is(text, token - 1, CLASS_HAPPENING) || tells_of_harm(text, token - 1)) {
            return false;
        }
        verb = verb || other_verb(text, token - 1);
    }
    return verb;
}

/* True for "a day after similar blasts": a length of time parts it from what was told before. */
static bool set_apart(const struct extraction *extraction, uint32_t from, uint32_t trigger)
{
    const struct timex_list *timexes = extraction->input->timexes;
    const struct text *text = extraction->text;
    size_t i;

    for (i = extraction->next_timex; i < timexes->count && timexes->items[i].first_token < trigger; i++) {
        const struct timex *timex = &timexes->items[i];

        if (timex->first_token >= from && timex->type == TIMEX_DURATION && timex->end_token < trigger &&
            token_is(text, timex->end_token, CLASS_CLAUSE) &&
            token_is(text, timex->end_token, CLASS_PREPOSITION)) {
            return true;
        }
    }
    return false;
}

/* True for "soldiers were sent after an attack on Friday": the day of the attack, not of the sending. */
static bool of_occasion(const struct text *text, const struct draft *draft, const struct timex *timex)
{
    bool clause = false;
    uint32_t token;

    for (token = draft->trigger.words.end;
         draft->trigger.kind == KIND_DEPLOYMENT && token < timex->first_token; token++) {
        if (clause && token_is(text, token, CLASS_HAPPENING)) {
            return true;
        }
        clause = clause || (token_is(text, token, CLASS_CLAUSE) && token_is(text, token, CLASS_PREPOSITION));
    }
    return false;
}

/* True for "sent to the region under the deal signed on Monday": the day of the participle. */
static bool of_participle(const struct text *text, const struct draft *draft, const struct timex *timex)
{
    uint32_t verb = timex->first_token;
    uint32_t token;

    if (verb > 0 &&
        (token_is(text, verb - 1, CLASS_DAY_MARK) || token_has(text, verb - 1, CLASS_PREPOSITION, "place"))) {
        verb--;
    }
    if (verb < draft->trigger.words.end + 2 || !other_verb(text, verb - 1) ||
        token_is(text, verb - 1, CLASS_SAID) || text->tokens[verb - 2].type != TOKEN_WORD ||
        token_is(text, verb - 2, CLASS_BE) || token_is(text, verb - 2, CLASS_HAVE) ||
        token_is(text, verb - 2, CLASS_PRONOUN) || token_is(text, verb - 2, CLASS_AND) ||
        token_is(text, verb - 2, CLASS_RELATIVE)) {
        return false;
    }
    for (token = draft->trigger.words.end; token < verb; token++) {
        if (token_is(text, token, CLASS_CLAUSE) && !token_is(text, token, CLASS_PREPOSITION)) {
            return false; /* "killed when their car overturned on Monday" */
        }
    }
    return true;
}

/* So many words a dateline has at most: "PORT SOL, Norland, Dec. 7 -". */
#define DATELINE_WORDS 10

/* True for the day in a dateline: that of the report. */
static bool in_dateline(const struct text *text, const struct timex *timex, uint32_t sentence)
{
    uint32_t next = timex->end_token;
    struct str sign;

    if ((text->tokens[sentence].flags & TOKEN_PARAGRAPH_START) == 0 || next >= text->token_count ||
        next > sentence + DATELINE_WORDS) {
        return false;
    }
    while (next + 1 < text->token_count && next < sentence + 2 * DATELINE_WORDS &&
           str_equal(text_span(text, next, next + 1), STR("("))) { /* "Dec. 7 (Wire) --" */
        while (next + 1 < text->token_count && next < sentence + 2 * DATELINE_WORDS &&
               !str_equal(text_span(text, next, next + 1), STR(")"))) {
            next++;
        }
        next++;
    }
    sign = text_span(text, next, next + 1);
    return str_equal(sign, STR("-")) || str_equal(sign, STR("\u2013")) || str_equal(sign, STR("\u2014"));
}

/* True for "in November 2008, when" and no comma before the trigger: it happened then, whatever stands before
 * the expression. */
static bool opens_when(const struct text *text, const struct timex *timex, uint32_t trigger)
{
    uint32_t token = timex->end_token;

    if (token < text->token_count && str_equal(text_span(text, token, token + 1), STR(","))) {
        token++;
    }
    return token < text->token_count && token_has(text, token, CLASS_CLAUSE, "when") &&
           !comma_between(text, token, trigger);
}

bool said_with(const struct extraction *extraction, const struct timex *timex)
{
    size_t i;

    for (i = 0; i < extraction->attribution_count; i++) {
        if (span_holds(extraction->attributions[i].words, timex->first_token)) {
            return true;
        }
    }
    return false;
}

/* Where the words of the neighbouring triggers stand: a time expression beyond them is rather theirs. */
static void neighbours(const struct extraction *extraction, const struct draft *draft, uint32_t *before,
                       uint32_t *behind)
{
    const struct sentence *sentence = &extraction->text->sentences[extraction->sentence];
    size_t i;

    *before = sentence->first_token;
    *behind = sentence->end_token;
    for (i = 0; i < extraction->draft_count; i++) {
        const struct draft *other = &extraction->drafts[i];

        if (other->dropped) {
            continue;
        }
        if (other->trigger.words.end <= draft->trigger.words.first && other->trigger.words.end > *before) {
            *before = other->trigger.words.end;
        }
        if (other->trigger.words.first >= draft->trigger.words.end && other->trigger.words.first < *behind) {
            *behind = other->trigger.words.first;
        }
    }
}

/* Ranks an expression behind the trigger; `behind` is where the next trigger begins.  False when it dates
 * something else. */
static bool rank_behind(const struct extraction *extraction, const struct draft *draft,
                        const struct timex *timex, uint32_t behind, struct candidate *candidate,
                        struct candidate *best)
{
    const struct text *text = extraction->text;
    uint32_t end = draft->trigger.words.end;

    if (in_relative_clause(text, end, timex->first_token, &candidate->since) ||
        of_occasion(text, draft, timex) || of_participle(text, draft, timex) ||
        day_of_other_figure(text, draft, timex)) {
        return false;
    }
    /* "killed nine, taking the toll since March to 40" */
    if ((candidate->since || timex->relation == RELATION_SINCE) && timex->first_token >= behind &&
        (has_between(text, behind, timex->first_token, CLASS_TOLLWORD) ||
         has_between(text, behind, timex->first_token, CLASS_TOLL))) {
        return false;
    }
    if (!candidate->since && day_of_count(text, draft, timex)) {
        best->known = timex->date.last;
        return false;
    }
    candidate->distance = timex->first_token - end;
    candidate->rank = timex->first_token >= behind ? 3 : comma_between(text, end, timex->first_token) ? 2 : 0;
    return true;
}

/* Ranks an expression before the trigger; `before` is where the trigger before ends.  False when it dates
 * something else: what that tells of the claim is put into `known` and `apart` of `best`. */
static bool rank_before(const struct extraction *extraction, const struct draft *draft,
                        const struct timex *timex, uint32_t before, struct candidate *candidate,
                        struct candidate *best)
{
    const struct text *text = extraction->text;
    uint32_t first = text->sentences[extraction->sentence].first_token;
    uint32_t trigger = draft->trigger.words.first;
    uint32_t end = timex->end_token < trigger ? timex->end_token : trigger;
    uint32_t since;

    if (timex->relation != RELATION_SINCE && of_verb_before(text, timex, draft, first)) {
        best->known = timex->date.last; /* "it emerged in October that": no later than that */
        return false;
    }
    if (set_apart(extraction, end, trigger) || of_other_harm(text, timex, draft, first)) {
        best->apart = true;
        return false;
    }
    if (of_clause_before(text, timex, first) || of_aside(text, timex, trigger, first) ||
        of_main_verb(text, timex, draft, first) ||
        /* "marked on Monday the anniversary of a raid that killed nine" */
        has_between(text, timex->end_token, trigger, CLASS_MEMORY)) {
        return false;
    }
    /* "on Monday, when it said that nine were killed" */
    if (opens_when(text, timex, trigger) && has_between(text, timex->end_token, trigger, CLASS_SAID)) {
        best->known = timex->date.last;
        return false;
    }
    candidate->distance = trigger - end;
    candidate->rank = timex->first_token >= before ? 1 : 4;
    candidate->then = opens_when(text, timex, trigger) && interval_known(timex->date);
    if (candidate->then && candidate->rank == 1) {
        candidate->rank = 0;
    }
    /* "since the war began in 2022, 12 have been killed" */
    since = candidate->then ? 0 : since_before(text, timex, first);
    candidate->since = since > 0;
    return since == 0 || !compares(text, since - 1);
}

/* True for the second day of "on Monday, not Tuesday" and "on Monday and not on Tuesday": a negated day. */
static bool ruled_out(const struct text *text, const struct timex *timex, uint32_t sentence)
{
    uint32_t token = timex->first_token;

    while (token > sentence &&
           (token_is(text, token - 1, CLASS_PREPOSITION) || token_is(text, token - 1, CLASS_DETERMINER)) &&
           !token_is(text, token - 1, CLASS_NEGATION)) {
        token--;
    }
    return token > sentence + 1 && token_is(text, token - 1, CLASS_NEGATION) &&
           (text->tokens[token - 2].type == TOKEN_PUNCT || token_is(text, token - 2, CLASS_AND));
}

/* True for "the second day" of something that nobody dates. */
static bool is_unknown_day(const struct timex *timex)
{
    return timex->type == TIMEX_DATE && str_starts(str_from(timex->value), STR("XXXX-"));
}

/* True for the day that only bounds another expression, and for that other one where the trigger stands
 * between the two: "arrived two days before rebels launched an offensive on 11 November". */
static bool of_another_part(const struct timex_list *timexes, size_t index, const struct draft *draft)
{
    const struct timex *timex = &timexes->items[index];
    size_t day = timex->bound ? index : index + 1;
    bool inside = day > 0 && day < timexes->count && timexes->items[day].bound &&
                  draft->trigger.words.first >= timexes->items[day - 1].end_token &&
                  draft->trigger.words.end <= timexes->items[day].first_token;

    return timex->bound ? !inside : inside;
}

struct candidate best_timex(const struct extraction *extraction, const struct draft *draft)
{
    const struct timex_list *timexes = extraction->input->timexes;
    const struct text *text = extraction->text;
    uint32_t limit = text->sentences[extraction->sentence].end_token;
    struct candidate best = {.rank = NO_CANDIDATE, .known = DAY_NONE};
    int32_t published = extraction->input->article->published.day;
    bool ahead = draft->trigger.future || draft->trigger.planned || draft->trigger.expected;
    bool unknown = false;
    uint32_t before, behind;
    size_t i;

    neighbours(extraction, draft, &before, &behind);
    for (i = extraction->next_timex; i < timexes->count; i++) {
        const struct timex *timex = &timexes->items[i];
        struct candidate candidate = {.timex = i};

        if (timex->field != extraction->input->field || timex->first_token >= limit) {
            break;
        }
        if (timex->type == TIMEX_SET || of_another_part(timexes, i, draft) || said_with(extraction, timex) ||
            in_dateline(text, timex, text->sentences[extraction->sentence].first_token) ||
            ruled_out(text, timex, text->sentences[extraction->sentence].first_token) ||
            parted_from(extraction, draft, timex->first_token) || in_other_part(extraction, draft, timex) ||
            in_clause_before(extraction, draft, timex) || (ahead && is_over(timex, before, published))) {
            continue;
        }
        if (!interval_known(timex_claim_date(timexes, i)) && !is_unknown_day(timex) &&
            (duration_days(timex->value) == 0 || !word_before_is_for(extraction, timex))) {
            continue;
        }
        /* what has happened does not lie in "the next 72 hours", nor is it "by March" when the one behind it
         * is */
        if (!ahead && interval_known(timex->date) && timex->date.last > published &&
            (timex->type == TIMEX_DURATION ? timex->date.first >= published
                                           : timex->date.first > published && timex->first_token >= behind)) {
            continue;
        }
        if (timex->first_token >= draft->trigger.words.end
                ? !rank_behind(extraction, draft, timex, behind, &candidate, &best)
                : !rank_before(extraction, draft, timex, before, &candidate, &best)) {
            continue;
        }
        if (!candidate.then && (candidate.since || timex->relation == RELATION_SINCE) &&
            compares(text, timex->first_token)) {
            continue;
        }
        if (is_unknown_day(timex)) {
            unknown = true;
            continue;
        }
        if (candidate.rank < best.rank ||
            (candidate.rank == best.rank && candidate.distance < best.distance)) {
            candidate.known = best.known;
            candidate.apart = best.apart;
            best = candidate;
        }
    }
    /* "On the first day" is no other day than one that the sentence names as well, but that of a
     * beginning or an end; and none of the sentences before it. */
    if (unknown && (best.rank == NO_CANDIDATE || timexes->items[best.timex].edge)) {
        best.rank = NO_CANDIDATE;
        best.apart = true;
    }
    return best;
}
