#include "timex/timex.h"

#include "timex/actions.h"
#include "timex/chronology.h"
#include "timex/quotation.h"
#include "timex/results.h"
#include "timex/sections.h"
#include "timex/speech.h"
#include "timex/tense.h"
#include "timex/trace.h"

#include <string.h>

struct finder {
    struct arena *arena;
    const struct text *text;
    struct matcher matcher;
    struct expression_pool pool;
    struct time_builder builder;
    struct focus focus;
    struct chronology chronology;
    struct quotation quotation;
    struct results results;
    struct sections sections;
    size_t sentence;                       /* the one at hand */
    bool linked;                           /* one of its expressions refers to another */
    bool alone;                            /* it is all of its paragraph, but for a "Day 3." before it */
    bool bare;                             /* the one before it is nothing but expressions */
    const struct timex_observer *observer; /* NULL: none */
};

const char *timex_type_name(enum timex_type type)
{
    static const char *const names[] = {"DATE", "TIME", "DURATION", "SET"};

    return names[type];
}

const char *timex_anchor_name(enum timex_anchor anchor)
{
    static const char *const names[] = {"none", "published", "narrative"};

    return names[anchor];
}

/* Tells the observer how the expression clause->items[item] was resolved; `timex` is NULL when to nothing. */
static void tell(const struct finder *finder, const struct clause *clause, size_t item, enum tense tense,
                 bool anywhere, const struct timex *timex)
{
    if (finder->observer != NULL) {
        finder->observer->resolved(
            finder->observer->context,
            &(struct timex_resolution){clause, item, tense, anywhere, &finder->focus, timex});
    }
}

/* Gives items[i] of the clause, the expression `e`, its tense and what depends on it; `told` is what the
 * clause says of it. */
static void set_tense(const struct clause *clause, size_t i, struct expression *e, enum tense told)
{
    if (e->hour == 24 && e->relation == RELATION_AFTER && e->part == PART_NONE) {
        e->hour = 0; /* "shortly after midnight": of the day that begins */
        e->half_told = true;
        if (e->base == BASE_EXPRESSION && e->other->part != PART_NONE && e->shift_unit == UNIT_NONE) {
            e->shift = 1; /* "on Saturday night" */
            e->shift_unit = UNIT_DAY;
            e->exact = true;
        }
    }
    /* "By Friday" lies ahead, unless the clause tells of the past: "and by Friday had left". */
    bool past = i + 1 < clause->item_count && item_is(&clause->items[i + 1], CLASS_PAST_CUE);
    bool ahead = told == TENSE_UNKNOWN && i > 1 && !past &&
                 (e->relation == RELATION_BY || e->relation == RELATION_UNTIL ||
                  (e->relation == RELATION_BEFORE && e->kind == KIND_POINT && e->weekday != 0));

    e->tense = ahead ? TENSE_FUTURE : e->relation == RELATION_SINCE && !e->onward ? TENSE_PAST : told;
    if (e->relation == RELATION_AS_OF && e->tense == TENSE_FUTURE) {
        e->relation = RELATION_SINCE; /* "as of Friday the bridge will be closed" */
    }
    if (e->tense == TENSE_FUTURE && clause->promise && e->unit == UNIT_MONTH && e->choice == CHOICE_TENSE) {
        e->choice = CHOICE_NEAREST; /* "agreed to meet in October" may be told in November */
    }
    /* a date that far behind a verb known by its ending may be that of a noun: "discussed the summit on 9
     * June" */
    bool open = (e->tense == TENSE_FUTURE && clause->present) || (clause->by_form && e->month != 0);
    e->verb_tense = e->tense == TENSE_UNKNOWN && !open ? clause->tense
                    : e->tense == TENSE_FUTURE && open ? TENSE_UNKNOWN
                                                       : e->tense;
    if (e->base == BASE_EXPRESSION && e->other->index != UINT32_MAX) {
        e->tense = e->other->tense; /* so that it is reckoned from the day that the other one has got */
    }
    e->of_speech = clause_dates_speech(clause, i);
    e->begins_speech |= clause_begins_speech(clause, i);
    if (e->begins_speech && e->tense == TENSE_UNKNOWN) { /* "on Friday the minister said" */
        e->tense = TENSE_PAST;
        e->verb_tense = TENSE_PAST;
    }
    e->opens = e->frames || clause_opens(clause, i);
    e->quoted = clause->quoted;
    e->told = clause->spoken;
    e->attributive = i > 0 && !e->frames && item_is(&clause->items[i - 1], CLASS_DETERMINER);
    e->closes = i + 1 == clause->item_count ||
                (i + 2 == clause->item_count && item_is(&clause->items[i + 1], CLASS_PUNCT));
}

/* True for the second of "on Jan. 2 and Dec. 30", which is of the tense of the first. */
static bool goes_on_list(const struct expression *before, const struct expression *e)
{
    return before->partner == e && before->relation == RELATION_DURING && e->relation == RELATION_DURING;
}

/* True for the day of "until midnight on Thursday", which lies ahead as its time does. */
static bool is_until_day(const struct expression *before, const struct expression *e)
{
    return before->other == e && (before->relation == RELATION_UNTIL || before->relation == RELATION_BY);
}

/* Lets the text go on from the expression `e`, which was resolved to `found`: into its entry, below its line.
 */
static void go_on_from(struct finder *finder, const struct expression *e, const struct resolution *found)
{
    struct focus *focus = &finder->focus;

    if (e->label == LABEL_ENTRY || e->label == LABEL_LINE) {
        focus_enter(focus, focus->sentence.day);
        chronology_go_on(&finder->chronology, e, focus->sentence.day, focus->article.published);
    }
    if (e->label == LABEL_LINE && finder->alone) {
        focus_head(focus, focus->sentence.day);
    }
    if (e->dateline && finder->results.list->count == 0) {
        focus_take_dateline(focus, found->date.first);
    }
}

/* Finds the day on which somebody said what the expression clause->items[i] is part of. */
static enum status find_speech(struct finder *finder, const struct clause *clause, size_t i)
{
    const struct expression *e = time_expression(&clause->items[i]);
    struct focus *focus = &finder->focus;

    int32_t before = focus->sentence.said;
    speech_find(focus, clause, i);
    focus->sentence.telling |= before == DAY_NONE && focus->sentence.said != DAY_NONE;
    if (before != DAY_NONE || !e->quoted || !seen_from_speech(e) || clause->spoken ||
        !speech_goes_on(clause, i)) {
        return OK;
    }
    enum speaker speaker;
    int32_t day;
    enum status status = quotation_day(&finder->quotation, finder->sentence, focus, &day, &speaker);
    if (status == OK && (day != DAY_NONE || speaker == SPEAKER_ANOTHER)) {
        focus->sentence.said = day;
    }
    return status;
}

/* True for a sentence that is neither a byline nor a caption, which have days of their own. */
static bool is_of_article(const struct finder *finder)
{
    uint8_t kind = finder->text->sentences[finder->sentence].kind;

    return kind == SEGMENT_BODY || kind == SEGMENT_HEADING;
}

/* Reads what the expression clause->items[i] is in a chronology; "Day 3" before "Friday" is the day of that
 * line. */
static void place(struct finder *finder, const struct clause *clause, size_t i)
{
    struct expression *e = time_expression(&clause->items[i]);
    int32_t published = finder->focus.article.published;

    for (size_t k = i + 1; e->other != NULL && e->other->label != LABEL_NONE && k < clause->item_count; k++) {
        if (time_expression(&clause->items[k]) == e->other) {
            chronology_place(&finder->chronology, time_expression(&clause->items[k]), published);
            break;
        }
    }
    chronology_place(&finder->chronology, e, published);
}

/* Resolves the expression clause->items[i]; `before` is the one before it in the sentence, or NULL. */
static enum status resolve_item(struct finder *finder, const struct clause *clause, size_t i,
                                const struct expression *before)
{
    struct expression *e = time_expression(&clause->items[i]);
    struct focus *focus = &finder->focus;
    struct resolution found;
    struct resolution other;
    /* A day of a month is dated by the verb of its clause however far that is. */
    bool day_of_year = e->kind == KIND_POINT && e->unit == UNIT_DAY &&
                       (e->month != 0 || e->holiday != HOLIDAY_NONE) && e->relation != RELATION_BY &&
                       e->relation != RELATION_UNTIL;
    enum tense tense = e->dateline ? TENSE_UNKNOWN : clause_tense(clause, i, day_of_year);

    if (before != NULL && tense == TENSE_UNKNOWN && (goes_on_list(before, e) || is_until_day(before, e))) {
        tense = before->tense;
    }
    set_tense(clause, i, e, tense);
    expression_settle(e, focus);
    if (e->label == LABEL_ENTRY || e->label == LABEL_LINE) {
        focus_enter(focus, DAY_NONE);
    }
    const bool entry = e->label == LABEL_ENTRY; /* also where nothing is known of the others */
    place(finder, clause, i);
    enum status status = find_speech(finder, clause, i);
    if (status != OK) {
        return status;
    }
    if (!expression_resolve(e, focus, &found, &other)) {
        tell(finder, clause, i, tense, day_of_year, NULL);
        return OK;
    }
    if (found.anchor == ANCHOR_PUBLISHED && focus->published != focus->article.published) {
        found.anchor = ANCHOR_NARRATIVE;
    }
    go_on_from(finder, e, &found);
    status = results_add(&finder->results, finder->text, e, &found, &other);
    if (status == OK) {
        e->index = (uint32_t)(finder->results.list->count - 1);
        finder->linked = finder->linked || e->partner != NULL || e->other != NULL || e->begins || e->ends;
        tell(finder, clause, i, tense, day_of_year, &finder->results.list->items[e->index]);
    }
    if (status == OK && (entry || e->label == LABEL_LINE) && is_of_article(finder)) {
        status = sections_open(&finder->sections, finder->sentence, e->label == LABEL_LINE && finder->alone);
    }
    return status;
}

/* Reads from items[i] whether what follows is what somebody said: not behind a comma or "and", where the
 * writer may go on himself, but again behind another verb of speech. */
static void follow_speech(struct sentence_focus *sentence, const struct clause *clause, size_t i)
{
    const struct item *item = &clause->items[i];

    if (item_is(item, CLASS_PUNCT)) {
        sentence->telling = false;
        sentence->relative = false;
    } else if (item_is(item, CLASS_AND)) {
        sentence->telling = false;
    } else if (item_is(item, CLASS_RELATIVE) && !sentence->telling) {
        sentence->relative = true;
    } else if (item_is(item, CLASS_SPEECH)) {
        sentence->telling = sentence->said != DAY_NONE && !sentence->relative;
    }
}

/* Reads items[i] of the clause, which is no expression. */
static void read_item(struct finder *finder, struct clause *clause, size_t i)
{
    bool aside = clause->aside;

    clause_read(clause, i);
    follow_speech(&finder->focus.sentence, clause, i);
    if (finder->focus.sentence.said != DAY_NONE &&
        (clause_parts(clause, i) || (aside && !clause->aside && !clause->quoted))) {
        finder->focus.sentence.said = DAY_NONE;
    }
}

/* Resolves the expressions among the items of the sentence, in their order. */
static enum status resolve_items(struct finder *finder)
{
    const struct expression *before = NULL;
    struct clause clause;
    size_t end = finder->matcher.item_count; /* behind the last expression */

    while (end > 0 && time_expression(&finder->matcher.items[end - 1]) == NULL) {
        end--;
    }
    bool quoted = end > 0 && quotation_goes_on(&finder->quotation, finder->sentence);
    if (quoted) {
        finder->focus.paragraph.spoken = quotation_spoken(&finder->quotation);
    }
    clause_begin(&clause, finder->text, finder->matcher.items, finder->matcher.item_count, quoted);
    for (size_t i = 0; i < end; i++) {
        const struct expression *e = time_expression(&finder->matcher.items[i]);
        if (e == NULL) {
            read_item(finder, &clause, i);
            continue;
        }
        enum status status = resolve_item(finder, &clause, i, before);
        if (status != OK) {
            return status;
        }
        before = e;
    }
    if (finder->focus.sentence.spoken != DAY_NONE && !clause.quotes &&
        (end == 0 || !speech_goes_on(&clause, end - 1))) {
        finder->focus.sentence.spoken = DAY_NONE; /* no quotation goes on behind it */
    }
    return OK;
}

/* True when the expression that `e` refers to only bounds it, and is finer: "the week ending 9 March", "the
 * two months to June"; or tells where it is: "the day before the truce of 9 March". */
static bool is_bounded(const struct expression *e)
{
    return e->other != NULL && e->other->index != UINT32_MAX &&
           (e->kind == KIND_LENGTH || (e->exact && e->other->aside) ||
            (e->kind == KIND_POINT && !e->exact && e->shift_unit > UNIT_DAY && e->other->unit == UNIT_DAY));
}

/* Tells the sentence's expressions in the list of each other: who is the partner or the bound of whom. */
static void link_expressions(struct finder *finder)
{
    struct timex *items = finder->results.list->items;

    if (!finder->linked) {
        return;
    }
    for (size_t i = 0; i < finder->matcher.item_count; i++) {
        const struct expression *e = time_expression(&finder->matcher.items[i]);
        if (e == NULL || e->index == UINT32_MAX) {
            continue;
        }
        if (e->partner != NULL && e->partner->index != UINT32_MAX) {
            items[e->index].partner = (int32_t)e->partner->index;
        }
        items[e->index].edge = e->begins || e->ends;
        if (is_bounded(e) &&
            ((e->offset != 0 && e->amount_unit >= UNIT_DAY) || interval_known(items[e->index].date))) {
            items[e->other->index].bound = true;
        }
    }
}

/* True when the sentence has expressions, and beside them only signs. */
static bool has_only_expressions(const struct finder *finder)
{
    bool any = false;

    for (size_t i = 0; i < finder->matcher.item_count; i++) {
        const struct item *item = &finder->matcher.items[i];
        if (time_expression(item) != NULL) {
            any = true;
        } else if (!item_is(item, CLASS_PUNCT)) {
            return false;
        }
    }
    return any;
}

/* Makes the matcher for the first sentence that may have an expression; most titles have none. */
static enum status begin_matching(struct finder *finder)
{
    if (finder->matcher.text != NULL) {
        return OK;
    }
    enum status status = matcher_init(&finder->matcher, finder->arena, finder->text);
    if (status == OK) {
        matcher_limit(&finder->matcher, finder->text->lang->time);
        finder->matcher.observer = finder->observer == NULL ? NULL : finder->observer->matched;
        finder->matcher.observer_context = finder->observer == NULL ? NULL : finder->observer->context;
    }
    return status;
}

static enum status find_in_sentence(struct finder *finder, size_t sentence)
{
    enum status status = begin_matching(finder);
    if (status != OK) {
        return status;
    }
    finder->linked = false;
    status = time_match(&finder->matcher, sentence, &finder->builder, &finder->focus.survey);
    if (status == OK) {
        status = resolve_items(finder);
    }
    if (status == OK) {
        link_expressions(finder);
        finder->bare = has_only_expressions(finder);
    }
    return status;
}

/* True when the sentence, a line of its own, is a heading and no day: it has no full stop, nor a clock that
 * opens an entry. */
static bool heads_another(const struct finder *finder, size_t sentence)
{
    const struct text *text = finder->text;
    const struct sentence *line = &text->sentences[sentence];

    return finder->focus.sentence.day == DAY_NONE && text->tokens[line->first_token].type == TOKEN_WORD &&
           text->tokens[line->end_token - 1].type == TOKEN_WORD;
}

/* Tells what goes on from sentence to sentence that another one begins. */
static enum status begin_sentence(struct finder *finder, size_t sentence)
{
    const struct sentence *sentences = finder->text->sentences;
    size_t next = sentence + 1;
    bool paragraph = sentence == 0 || sentences[sentence].paragraph != sentences[sentence - 1].paragraph;

    if (finder->alone && heads_another(finder, finder->sentence)) {
        focus_head(&finder->focus, DAY_NONE);
        sections_close(&finder->sections);
    }
    finder->sentence = sentence;
    finder->alone =
        (paragraph || finder->bare) &&
        (next == finder->text->sentence_count || sentences[next].paragraph != sentences[sentence].paragraph);
    finder->bare = false;
    quotation_begin_sentence(&finder->quotation, sentence, paragraph, finder->focus.sentence.spoken);
    focus_begin_sentence(&finder->focus, paragraph);
    chronology_begin_sentence(&finder->chronology, paragraph);
    return sections_begin_sentence(&finder->sections, sentence, paragraph);
}

static enum status find_in_text(struct finder *finder)
{
    const struct text *text = finder->text;
    enum status status = OK;

    for (size_t i = 0; status == OK && i < text->sentence_count; i++) {
        if (text->sentences[i].kind == SEGMENT_CLUTTER) {
            continue;
        }
        status = begin_sentence(finder, i);
        if (status == OK && match_possible(text, text->lang->time, i)) {
            status = find_in_sentence(finder, i);
        }
    }
    sections_finish(&finder->sections);
    return status;
}

enum status timex_find(struct arena *arena, const struct text *text, const struct instant *published,
                       struct timex_list *list)
{
    return timex_find_observed(arena, text, published, NULL, list);
}

enum status timex_find_observed(struct arena *arena, const struct text *text, const struct instant *published,
                                const struct timex_observer *observer, struct timex_list *list)
{
    struct finder finder = {
        .arena = arena,
        .text = text,
        .pool = {.arena = arena},
        .observer = observer,
    };
    const size_t limit = arena->limit;
    const size_t memory = TIMEX_MEMORY_PER_BYTE * text->source.size + TIMEX_MEMORY_BASE;
    const size_t room = memory > text->memory ? memory - text->memory : 0;

    results_init(&finder.results, arena, list);
    if (text->lang->time == NULL) {
        return OK;
    }
    finder.builder.pool = &finder.pool;
    focus_init(&finder.focus, published);
    chronology_init(&finder.chronology);
    quotation_init(&finder.quotation, arena, text);
    sections_init(&finder.sections, arena, text, list);
    bool bounded_here = observer == NULL && room < limit - arena->total;
    if (bounded_here) {
        arena->limit = arena->total + room;
    }
    enum status status = find_in_text(&finder);
    if (status == ERR_NO_MEMORY && bounded_here && arena->full) {
        arena->full = false;
        status = ERR_TOO_LARGE;
    }
    arena->limit = limit;
    return status;
}

/* The days of one expression under its preposition. */
static struct interval bounded(const struct timex *timex)
{
    struct interval date = timex->date;

    if (!interval_known(date)) {
        return INTERVAL_UNKNOWN;
    }
    /* "shortly before 3 p.m.", "after Friday night": the day itself is not left out */
    bool same_day = date.precision == PRECISION_TIME;
    if (same_day && strchr(timex->value, ':') != NULL &&
        (timex->relation == RELATION_BEFORE || timex->relation == RELATION_AFTER)) {
        return date;
    }
    switch (timex->relation) {
    case RELATION_SINCE:
        date.last = DAY_NONE;
        break;
    case RELATION_UNTIL:
    case RELATION_BY:
    case RELATION_AS_OF:
        date.first = DAY_NONE;
        break;
    case RELATION_BEFORE:
        if (same_day) {
            date.first = DAY_NONE;
            break;
        }
        if (timex->mod != MOD_END || date.approximate) {
            date.last = date.first == DAY_NONE || date.first == DAY_MIN ? DAY_NONE : date.first - 1;
        } /* else "before the end of March": what is not narrowed says so of its last day */
        date.first = DAY_NONE;
        break;
    case RELATION_AFTER:
        if (same_day) {
            date.last = DAY_NONE;
            break;
        }
        date.first = date.last == DAY_NONE || date.last == DAY_MAX ? DAY_NONE : date.last + 1;
        date.last = DAY_NONE;
        break;
    default:
        break;
    }
    return interval_known(date) ? date : INTERVAL_UNKNOWN;
}

struct interval timex_claim_date(const struct timex_list *list, size_t index)
{
    const struct timex *timex = &list->items[index];
    struct interval date = bounded(timex);

    if (timex->partner < 0 || !interval_known(date)) {
        return date;
    }
    const struct timex *partner = &list->items[timex->partner];
    struct interval both = bounded(partner);
    if (timex->relation != RELATION_TO && timex->relation != RELATION_FROM) {
        /* A list goes round: the last leads to the first, but for those that had no sensible value. */
        size_t steps = 0;
        while (partner != timex && steps++ < list->count) {
            date = interval_hull(date, bounded(partner));
            if (partner->partner < 0) {
                break;
            }
            partner = &list->items[partner->partner];
        }
        return date;
    }
    if (!interval_known(both)) {
        return date;
    }
    struct interval from = timex->relation == RELATION_FROM ? date : both;
    struct interval to = timex->relation == RELATION_FROM ? both : date;
    if (from.first != DAY_NONE && to.last != DAY_NONE && from.first > to.last) {
        return date; /* not a range after all */
    }
    return interval_hull(date, both);
}
