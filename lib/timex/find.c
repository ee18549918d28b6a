#include "timex/timex.h"

#include "timex/actions.h"
#include "timex/tense.h"

#include <string.h>

struct finder {
    struct arena *arena;
    const struct text *text;
    struct matcher matcher;
    struct expression_pool pool;
    struct time_builder builder;
    struct focus focus;
    struct timex_list *list;
    size_t capacity;
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

static enum status add(struct finder *finder, const struct timex *timex, const struct timex_reading *other)
{
    struct timex_list *list = finder->list;

    if (list->count == finder->capacity) {
        size_t capacity = finder->capacity == 0 ? 16 : finder->capacity * 2;
        struct timex *items = arena_grow(finder->arena, list->items, list->count, capacity, sizeof *items);
        if (items == NULL) {
            return ERR_NO_MEMORY;
        }
        list->items = items;
        finder->capacity = capacity;
    }
    struct timex *added = &list->items[list->count];
    *added = *timex;
    if (other->value[0] != '\0') {
        added->alternatives = arena_array(finder->arena, 1, sizeof *added->alternatives);
        if (added->alternatives == NULL) {
            return ERR_NO_MEMORY;
        }
        added->alternatives[0] = *other;
        added->alternative_count = 1;
    }
    list->count++;
    return OK;
}

/* Resolves the expressions among the items of the sentence, in their order. */
static enum status resolve_items(struct finder *finder)
{
    const struct token *tokens = finder->text->tokens;
    struct clause clause;
    size_t end = finder->matcher.item_count; /* behind the last expression */

    while (end > 0 && time_expression(&finder->matcher.items[end - 1]) == NULL) {
        end--;
    }
    clause_begin(&clause, finder->text, finder->matcher.items, finder->matcher.item_count);
    for (size_t i = 0; i < end; i++) {
        struct expression *e = time_expression(&finder->matcher.items[i]);
        if (e == NULL) {
            clause_read(&clause, i);
            continue;
        }
        struct timex_reading other;
        struct timex timex = {
            .begin = tokens[e->first_token].begin,
            .end = token_end(&tokens[e->end_token - 1]),
            .first_token = e->first_token,
            .end_token = e->end_token,
            .partner = -1,
            .rule = e->rule,
        };
        /* A day of a month is dated by the verb of its clause however far that is. */
        bool day_of_year = e->kind == KIND_POINT && e->unit == UNIT_DAY && e->month != 0 &&
                           e->relation != RELATION_BY && e->relation != RELATION_UNTIL;
        enum tense tense = clause_tense(&clause, i, day_of_year);
        /* "By Friday" lies ahead, unless the clause tells of the past. */
        bool ahead =
            tense == TENSE_UNKNOWN && i > 1 && (e->relation == RELATION_BY || e->relation == RELATION_UNTIL);
        bool begun = tense == TENSE_FUTURE && e->relation == RELATION_SINCE; /* "closed since May" */
        e->tense = ahead ? TENSE_FUTURE : begun ? TENSE_PAST : tense;
        if (e->relation == RELATION_AS_OF && e->tense == TENSE_FUTURE) {
            e->relation = RELATION_SINCE; /* "as of Friday the bridge will be closed" */
        }
        e->told = e->tense == TENSE_UNKNOWN ? clause.tense : e->tense;
        if (e->base == BASE_EXPRESSION && e->other->index != UINT32_MAX) {
            e->tense = e->other->tense; /* so that it is reckoned from the day that the other one has got */
        }
        expression_settle(e, e->tense, &finder->focus);
        if (!expression_resolve(e, e->tense, &finder->focus, &timex, &other)) {
            continue;
        }
        enum status status = add(finder, &timex, &other);
        if (status != OK) {
            return status;
        }
        e->index = (uint32_t)(finder->list->count - 1);
    }
    return OK;
}

/* Gives the partners of the sentence's expressions their places in the list. */
static void link_partners(struct finder *finder)
{
    for (size_t i = 0; i < finder->matcher.item_count; i++) {
        const struct expression *e = time_expression(&finder->matcher.items[i]);
        if (e != NULL && e->index != UINT32_MAX && e->partner != NULL && e->partner->index != UINT32_MAX) {
            finder->list->items[e->index].partner = (int32_t)e->partner->index;
        }
    }
}

static enum status find_in_sentence(struct finder *finder, size_t sentence)
{
    const struct lang_rules *rules = finder->text->lang->time;

    match_sentence(&finder->matcher, sentence);
    expression_pool_reset(&finder->pool);
    focus_next_sentence(&finder->focus);
    for (size_t pass = 0; pass < rules->pass_count; pass++) {
        enum status status = match_run(&finder->matcher, rules, pass, time_build, &finder->builder);
        if (status != OK) {
            return status;
        }
        if (finder->builder.out_of_memory) {
            return ERR_NO_MEMORY;
        }
    }
    enum status status = resolve_items(finder);
    if (status == OK) {
        link_partners(finder);
    }
    return status;
}

enum status timex_find(struct arena *arena, const struct text *text, const struct instant *published,
                       struct timex_list *list)
{
    struct finder finder = {
        .arena = arena,
        .text = text,
        .pool = {.arena = arena},
        .list = list,
    };
    *list = (struct timex_list){0};
    if (text->lang->time == NULL) {
        return OK;
    }
    finder.builder.pool = &finder.pool;
    focus_init(&finder.focus, published);
    enum status status = matcher_init(&finder.matcher, arena, text);
    if (status == OK) {
        matcher_limit(&finder.matcher, text->lang->time);
    }
    for (size_t i = 0; status == OK && i < text->sentence_count; i++) {
        if (text->sentences[i].kind != SEGMENT_CLUTTER) {
            status = find_in_sentence(&finder, i);
        }
    }
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
        date.last = date.first == DAY_NONE || date.first == DAY_MIN ? DAY_NONE : date.first - 1;
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
    if (timex->relation == RELATION_TO || timex->relation == RELATION_FROM) {
        struct interval from = timex->relation == RELATION_FROM ? date : both;
        struct interval to = timex->relation == RELATION_FROM ? both : date;
        if (from.first != DAY_NONE && to.last != DAY_NONE && from.first > to.last) {
            return date; /* not a range after all */
        }
    }
    return interval_hull(date, both);
}
