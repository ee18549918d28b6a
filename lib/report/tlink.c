/* Which time expression of the sentence a claim rests on: a TLINK of TimeML between the two. */
#include "report/tlink.h"

#include "report/background.h"
#include "report/clause.h"
#include "report/figure.h"
#include "report/length.h"
#include "report/modifier.h"
#include "report/reaction.h"
#include "report/total.h"

/* So many words behind a participle its day may begin: "kidnapped in March". */
#define PARTICIPLE_REACH 2

/* True for "in November 2008, when" and no comma before the trigger: it happened then, whatever stands before
 * the expression. */
static bool opens_when(const struct text *text, const struct timex *timex, uint32_t trigger)
{
    uint32_t token = timex->end_token;

    if (token < text->token_count && token_is_sign(text, token, ",")) {
        token++;
    }
    return token < text->token_count && token_has(text, token, CLASS_CLAUSE, "when") &&
           !comma_between(text, token, trigger);
}

bool said_with(const struct extraction *extraction, const struct timex *timex)
{
    size_t i;

    for (i = 0; i < extraction->attribution_count && !of_noun(extraction->text, timex); i++) {
        const struct attribution *attribution = &extraction->attributions[i];
        bool issue = timex->first_token > 0 && timex->end_token == attribution->words.first &&
                     attribution->speaker.first == timex->end_token &&
                     token_is(extraction->text, timex->first_token - 1, CLASS_DETERMINER);

        if (issue || span_holds(attribution->words, timex->first_token)) {
            return true; /* "the 3 June edition of the Star reported" */
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

        if (other->dropped && other != draft->repeat) {
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

/* True when the next trigger, at token `behind`, has the expression to itself: "killed nine and another on
 * Wednesday wounded 12", "the bodies of nine men kidnapped in March". */
static bool of_next_trigger(const struct extraction *extraction, const struct draft *draft,
                            const struct timex *timex, uint32_t behind)
{
    const struct text *text = extraction->text;
    uint32_t end = draft->trigger.words.end;
    bool coordinated = has_between(text, end, behind, CLASS_AND);
    const struct trigger *next = NULL;

    for (size_t i = 0; i < extraction->draft_count && next == NULL; i++) {
        if (!extraction->drafts[i].dropped && extraction->drafts[i].trigger.words.first == behind) {
            next = &extraction->drafts[i].trigger;
        }
    }
    if (next == NULL || comma_between(text, end, behind)) {
        return false;
    }
    if (timex->first_token >= behind) {
        return next->bare && !coordinated && next->subtype != draft->trigger.subtype &&
               timex->first_token <= next->words.end + PARTICIPLE_REACH;
    }
    return !next->bare && !token_is(text, behind, CLASS_DEED) &&
           has_between(text, end, timex->first_token, CLASS_AND) &&
           !has_between(text, timex->end_token, behind, CLASS_AND) &&
           !has_between(text, timex->end_token, behind, CLASS_PREPOSITION) &&
           !has_between(text, timex->end_token, behind, CLASS_RELATIVE);
}

/* True when the claim tells of a garrison that is there, and the expression is of what it does besides: "has
 * 8,000 troops in Norvik and lost ten on Monday". */
static bool of_act_besides(const struct text *text, const struct draft *draft, const struct timex *timex)
{
    uint32_t token = draft->trigger.words.end - 1;

    if (draft->trigger.kind != KIND_DEPLOYMENT ||
        (!token_is(text, token, CLASS_HAVE) && !token_is(text, token, CLASS_BE))) {
        return false;
    }
    for (token = draft->trigger.words.end; token + 1 < timex->first_token; token++) {
        uint32_t verb = token + 1;

        while (verb < timex->first_token &&
               (token_is(text, verb, CLASS_ADVERB) || token_is(text, verb, CLASS_MOOD))) {
            verb++;
        }
        if (token_is(text, token, CLASS_AND) &&
            (token_is(text, verb, CLASS_HAVE) || token_is(text, verb, CLASS_DONE) ||
             tells_of_harm(text, verb) || other_verb(text, verb))) {
            return true;
        }
    }
    return false;
}

/* So many words of a phrase may stand between "and" and its day. */
#define JOINT_WORDS 6

/* True for "killed nine, and in a second raid on Monday captured 12": the day of the next trigger, which is
 * at token `behind`. */
static bool of_phrase_joined(const struct text *text, const struct timex *timex, uint32_t end,
                             uint32_t behind)
{
    uint32_t token = timex->first_token;
    uint32_t least = token > end + JOINT_WORDS ? token - JOINT_WORDS : end;

    if (timex->end_token > behind || comma_between(text, timex->end_token, behind)) {
        return false;
    }
    while (token > least && text->tokens[token - 1].type == TOKEN_WORD &&
           !token_is(text, token - 1, CLASS_AND)) {
        token--;
    }
    return token > least && token_is(text, token - 1, CLASS_AND) &&
           token_is(text, token, CLASS_PREPOSITION) && !has_between(text, end, token - 1, CLASS_DAY_MARK);
}

/* True for the "after" of "sent 300 soldiers after rebels killed nine on Monday": the day is that of the
 * nine, at token `behind`. */
static bool came_after(const struct text *text, uint32_t end, uint32_t behind)
{
    while (end < behind &&
           !(token_is(text, end, CLASS_CLAUSE) && token_has(text, end, CLASS_AFTERMATH, "of"))) {
        end++;
    }
    return end < behind;
}

/* True for the verb of harm or deployment at token `verb` of "died" and "were later withdrawn", whose subject
 * stands before `from`. */
static bool is_finite(const struct text *text, uint32_t from, uint32_t verb)
{
    if (token_is(text, verb, CLASS_BEFELL)) {
        return true;
    }
    while (verb > from && token_is(text, verb - 1, CLASS_ADVERB)) {
        verb--;
    }
    return verb > from && token_is(text, verb - 1, CLASS_BE);
}

/* Ranks an expression behind the trigger; `behind` is where the next trigger begins.  False when it dates
 * something else. */
static bool rank_behind(const struct extraction *extraction, const struct draft *draft,
                        const struct timex *timex, uint32_t behind, struct candidate *candidate,
                        struct candidate *best)
{
    const struct text *text = extraction->text;
    uint32_t end = draft->trigger.words.end;

    if (since_beginning(text, timex, draft)) {
        candidate->since = true;
        candidate->distance = timex->first_token - end;
        candidate->rank = 2;
        return true;
    }
    uint32_t first = text->sentences[extraction->sentence].first_token;
    uint32_t since = since_before(text, timex, first);
    bool own_clause = of_toll_clause(text, draft, timex);
    if ((since > end && compares(text, since - 1)) || of_speech_before(text, timex, end) ||
        of_memory(text, timex, draft, first) || of_passive_behind(text, timex, draft) ||
        (in_relative_clause(text, end, timex->first_token, &candidate->since) && !own_clause) ||
        of_occasion(text, draft, timex) || of_cause_of_deployment(extraction, draft, timex) ||
        (!own_clause && of_participle(text, draft, timex)) || day_of_other_figure(text, draft, timex) ||
        of_act_besides(text, draft, timex) || leaves_aside(text, draft, first, timex->first_token)) {
        return false;
    }
    if (of_clause_behind(text, timex, draft, first) || of_phrase_joined(text, timex, end, behind) ||
        of_reaction_behind(text, timex, draft, first) ||
        of_verb_of_today(text, timex, draft, first, extraction->input->article->published.day)) {
        /* "on Sunday 12 died and on Saturday nine", "on Sunday, after a truce had been signed on Saturday" */
        bool earlier = best->rank < NO_CANDIDATE &&
                       timex->date.last < extraction->input->timexes->items[best->timex].date.first;

        best->known = earlier ? best->known : timex->date.last;
        return false;
    }
    /* "a soldier wounded in the raid died on Monday", "60 soldiers sent to Mali were withdrawn on Monday" */
    if (draft->trigger.bare && timex->first_token > behind && is_finite(text, end, behind) &&
        !has_between(text, end, behind, CLASS_AND) && !comma_between(text, end, behind)) {
        best->known = timex->date.last;
        best->apart = true;
        return false;
    }
    if (in_description(extraction, timex, draft) || in_modifier_behind(text, timex, draft) ||
        day_of_next_figure(text, draft, timex) || of_next_trigger(extraction, draft, timex, behind)) {
        return false;
    }
    if (candidate->timex > extraction->next_timex && some_time_before(text, draft, timex, timex - 1)) {
        best->apart = true;
        return false;
    }
    /* "killed nine, taking the toll since March to 40" */
    if ((candidate->since || timex->relation == RELATION_SINCE) && timex->first_token >= behind &&
        (has_between(text, behind, timex->first_token, CLASS_TOLLWORD) || names_toll(text, behind) ||
         has_between(text, behind, timex->first_token, CLASS_TOLL))) {
        return false;
    }
    if (day_behind_toll(text, draft, timex) ||
        (timex->first_token >= behind && came_after(text, end, behind))) {
        return false;
    }
    /* "put the number of dead at 40 on Sunday"; "at 40 between Sunday and Tuesday" tells when they died */
    if ((!candidate->since && timex->partner < 0 && day_of_count(text, draft, timex)) ||
        day_of_revision(text, draft, timex)) {
        best->known = best->known == DAY_NONE ? timex->date.last : best->known;
        return false;
    }
    candidate->distance = timex->first_token - end;
    candidate->rank = timex->first_token >= behind ? 3 : comma_between(text, end, timex->first_token) ? 2 : 0;
    return true;
}

/* True for "marked on Monday the anniversary of a raid that killed nine"; not for "on Monday, the eve of the
 * anniversary, gunmen killed nine". */
static bool of_anniversary(const struct text *text, uint32_t from, uint32_t trigger)
{
    bool found = false;

    for (uint32_t token = from; token + 1 < trigger; token++) {
        found =
            token_is(text, token, CLASS_MEMORY) ||
            (found && (!comma_between(text, token, token + 1) || token_is(text, token + 1, CLASS_RELATIVE) ||
                       token_is(text, token + 1, CLASS_PREPOSITION)));
    }
    return found;
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

    if (of_who_died_later(text, draft, timex)) {
        best->apart = true;
        return false;
    }
    if (brought_by(text, draft, timex)) {
        best->known = timex_claim_date(extraction->input->timexes, candidate->timex).last;
        best->apart = true;
        return false;
    }
    if (since_beginning(text, timex, draft) || of_outbreak(extraction, draft, timex)) {
        candidate->since = true;
        candidate->distance = trigger - end;
        candidate->rank = 1;
        return true;
    }
    if (of_memory(text, timex, draft, first)) {
        best->apart = best->apart || has_between(text, end, trigger, CLASS_RELATIVE);
        return false;
    }
    if (of_own_noun(text, timex, draft)) {
        candidate->distance = trigger - end;
        candidate->rank = 0;
        candidate->then = true;
        return true;
    }
    if (of_other_harm(text, timex, draft, first)) {
        best->apart = true;
        return false;
    }
    if (up_to_now(extraction, timex, draft)) {
        best->apart = true;
        return false;
    }
    if (in_modifier(text, timex, draft, first) || in_description(extraction, timex, draft) ||
        in_opening_phrase(text, timex, draft, first)) {
        return false;
    }
    if (timex->relation != RELATION_SINCE && !set_apart(extraction, end, trigger) &&
        (of_verb_before(text, timex, draft, first) || of_verb_behind(text, timex, draft, first) ||
         of_verb_of_object(text, draft, timex) || of_reaction_before(text, timex, draft, first))) {
        /* "it emerged in October that": no later than that */
        best->known = timex_claim_date(extraction->input->timexes, candidate->timex).last;
        best->apart = best->apart || token_is(text, draft->trigger.words.end - 1, CLASS_TOLLWORD) ||
                      token_is(text, trigger, CLASS_AMOUNT) || brings_number(draft);
        return false;
    }
    if (of_count_before(text, timex, trigger, first)) {
        return false;
    }
    if (day_of_revision(text, draft, timex)) {
        best->known = timex->date.last;
        return false;
    }
    if (of_deed_aside(extraction, draft, timex) || of_known_scene(text, draft, timex) ||
        of_length_clause(extraction, draft, timex)) {
        best->apart = true;
        return false;
    }
    if (tells_day_of_event(text, timex, trigger)) {
        candidate->distance = trigger - end;
        candidate->rank = 0;
        candidate->then = true;
        return true;
    }
    if (set_apart(extraction, end, trigger) || of_participle_before(text, timex, draft, first)) {
        best->apart = true;
        return false;
    }
    if (of_clause_before(text, timex, first) || day_of_figure_between(text, draft, timex) ||
        of_aside(text, timex, trigger, first) ||
        (of_restrictive_clause(text, timex, draft, first) && !opens_when(text, timex, trigger)) ||
        of_main_verb(text, timex, draft, first) ||
        /* "marked on Monday the anniversary of a raid that killed nine" */
        of_anniversary(text, timex->end_token, trigger)) {
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

/* The days around publication in which "a year ago on Monday" is said. */
#define ANNIVERSARY_DAYS 10

/* True for the time of "a year ago on Monday" and "ten years ago this week", which is one a year before. */
static bool is_anniversary(const struct timex_list *timexes, size_t index, const struct text *text,
                           int32_t published)
{
    const struct timex *timex = &timexes->items[index];
    const struct timex *before = index > 0 ? &timexes->items[index - 1] : timex;
    uint32_t gap = before->end_token;

    gap += gap < timex->first_token && token_is(text, gap, CLASS_DAY_MARK) ? 1 : 0;
    return before != timex && gap == timex->first_token && before->date.precision >= PRECISION_MONTH &&
           interval_known(before->date) && before->date.last < published - ANNIVERSARY_DAYS &&
           timex->date.first >= published - ANNIVERSARY_DAYS && timex->date.precision <= PRECISION_WEEK;
}

/* More days than these between brackets behind a name are a life. */
#define LIFE_DAYS (15 * 365)

/* So many words before the brackets may name what went on for so long: "the civil war in the north". */
#define WAR_WORDS 6

/* True for the days of "Ann Lee (3 June 1990 - 2 May 2025)": of a birth and a death. */
static bool of_life(const struct timex_list *timexes, size_t index, const struct text *text)
{
    const struct timex *timex = &timexes->items[index];
    const struct timex *other = timex->partner < 0 ? timex : &timexes->items[timex->partner];
    const struct timex *from = timex->first_token < other->first_token ? timex : other;
    const struct timex *to = from == timex ? other : timex;
    uint32_t open = from->first_token - 1;

    return timex != other && to->end_token < text->token_count && from->relation == RELATION_FROM &&
           from->first_token > 1 && from->date.first != DAY_NONE && to->date.last != DAY_NONE &&
           to->date.last - from->date.first > LIFE_DAYS && token_is_sign(text, open, "(") &&
           token_is_sign(text, to->end_token, ")") &&
           (text->tokens[open - 1].flags & TOKEN_CAPITALIZED) != 0 &&
           !has_between(text, open > WAR_WORDS ? open - WAR_WORDS : 0, open, CLASS_HAPPENING);
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
    const struct timex *next = index + 1 < timexes->count ? timex + 1 : timex;
    /* "6 p.m. on Friday" */
    bool clock = timex->type == TIMEX_TIME && next->bound && next->first_token <= timex->end_token + 1;
    size_t day = timex->bound ? index : index + 1;
    bool inside = day > 0 && day < timexes->count && timexes->items[day].bound &&
                  draft->trigger.words.first >= timexes->items[day - 1].end_token &&
                  draft->trigger.words.end <= timexes->items[day].first_token;

    return timex->bound || clock ? !inside : inside;
}

/* True for a day of what somebody says whom the claim only tells of: "the mother of a soldier killed there
 * said that he had called on Monday". */
static bool said_by_subject(const struct extraction *extraction, const struct draft *draft,
                            const struct timex *timex)
{
    for (size_t i = 0; i < extraction->attribution_count; i++) {
        const struct attribution *attribution = &extraction->attributions[i];

        if (draft->trigger.words.first >= attribution->speaker.first &&
            draft->trigger.words.end <= attribution->words.end &&
            timex->first_token >= attribution->words.end &&
            span_holds(attribution->scope, timex->first_token)) {
            return true;
        }
    }
    return false;
}

/* True for nothing between a day and the longer time that it is of but one word, "Friday prayers last week",
 * or "on" and a comma, "last week, on Friday"; not for "the week ending 9 March". */
static bool side_by_side(const struct text *text, const struct timex *before, const struct timex *behind,
                         bool day_first)
{
    uint32_t token = before->end_token;

    if (day_first) {
        return token <= behind->first_token && behind->first_token - token <= 1 &&
               (token == behind->first_token || text->tokens[token].type == TOKEN_WORD);
    }
    token += token < behind->first_token && comma_between(text, token, token + 1) ? 1 : 0;
    token += token < behind->first_token && token_is(text, token, CLASS_DAY_MARK) ? 1 : 0;
    return token == behind->first_token;
}

/* The day beside the longer time at `index` that it is of, "last week, on Friday"; `index` itself when there
 * is none. */
static size_t day_within(const struct text *text, const struct timex_list *timexes, size_t index)
{
    const struct timex *timex = &timexes->items[index];

    if (timex->type != TIMEX_DATE || timex->date.precision <= PRECISION_DAY || timex->partner >= 0 ||
        timex->relation != RELATION_DURING) {
        return index;
    }
    for (size_t other = index > 0 ? index - 1 : index + 1; other <= index + 1 && other < timexes->count;
         other++) {
        const struct timex *day = &timexes->items[other];
        bool first = other < index;

        if (other != index && day->field == timex->field &&
            side_by_side(text, first ? day : timex, first ? timex : day, first) && !day->bound &&
            day->relation == RELATION_DURING && day->partner < 0 && interval_known(day->date) &&
            day->date.precision == PRECISION_DAY && day->date.first >= timex->date.first &&
            day->date.last <= timex->date.last) {
            return other;
        }
    }
    return index;
}

struct candidate best_timex(const struct extraction *extraction, const struct draft *draft)
{
    const struct timex_list *timexes = extraction->input->timexes;
    const struct text *text = extraction->text;
    uint32_t limit = text->sentences[extraction->sentence].end_token;
    struct candidate best = {.rank = NO_CANDIDATE, .known = DAY_NONE, .ranks = -1};
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
        if (in_other_part(extraction, draft, timex)) {
            /* "took nine on Monday; 40 had died": before */
            best.apart =
                best.apart || has_between(text, timex->end_token, draft->trigger.words.end, CLASS_HAVE);
            continue;
        }
        if (timex->type == TIMEX_SET || is_anniversary(timexes, i, text, published) ||
            of_life(timexes, i, text) || of_another_part(timexes, i, draft) || said_with(extraction, timex) ||
            (draft->trigger.words.first >= timex->end_token &&
             timex->first_token >
                 text->sentences[extraction->sentence].first_token && /* "14:30 - Nine died" */
             in_dateline(text, timex->end_token, text->sentences[extraction->sentence].first_token)) ||
            ruled_out(text, timex, text->sentences[extraction->sentence].first_token) ||
            parted_from(extraction, draft, timex->first_token) ||
            in_clause_before(extraction, draft, timex) || said_by_subject(extraction, draft, timex) ||
            (ahead && is_over(timex, draft->trigger.words.first, published))) {
            continue;
        }
        if (!interval_known(timex_claim_date(timexes, i)) && !is_unknown_day(timex) &&
            (duration_days(timex->value) == 0 || is_stay_ahead(extraction, draft, timex) ||
             is_stay_over(extraction, draft, i) ||
             !(word_before_is_for(extraction, timex) || is_since_then(extraction, timex)))) {
            continue;
        }
        /* what has happened does not lie in "the next 72 hours", nor is it "by March" when the one behind it
         * is */
        if (!ahead && interval_known(timex->date) && timex->date.last > published &&
            (timex->type == TIMEX_DURATION ? timex->date.first >= published
                                           : timex->date.first > published && timex->first_token >= behind)) {
            continue;
        }
        if (tells_of_finding(draft) && !attributive(text, timex)) {
            best.known = timex_claim_date(timexes, i).last;
            continue;
        }
        struct candidate rest = best;
        bool ranked = timex->first_token >= draft->trigger.words.end
                          ? rank_behind(extraction, draft, timex, behind, &candidate, &rest)
                          : rank_before(extraction, draft, timex, before, &candidate, &rest);
        if (ranks_within(text, timex, published)) {
            /* a year is too long to tell anything */
            best.ranks = ranked && timex->date.precision <= PRECISION_MONTH ? (int32_t)i : best.ranks;
            continue;
        }
        best = rest;
        if (!ranked) {
            continue;
        }
        if (!candidate.then && (candidate.since || timex->relation == RELATION_SINCE) &&
            compares(text, since_word(text, timex, text->sentences[extraction->sentence].first_token))) {
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
            candidate.ranks = best.ranks;
            best = candidate;
        }
    }
    /* "On the first day" is no other day than one that the sentence names as well, but that of a
     * beginning or an end; and none of the sentences before it. */
    if (unknown && (best.rank == NO_CANDIDATE || timexes->items[best.timex].edge)) {
        best.rank = NO_CANDIDATE;
        best.apart = true;
    }
    if (best.rank != NO_CANDIDATE && !best.since) {
        best.timex = day_within(text, timexes, best.timex);
    }
    return best;
}
