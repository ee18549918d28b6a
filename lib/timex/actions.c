#include "timex/actions.h"

#include "timex/make.h"
#include "timex/survey.h"
#include "timex/tie.h"

/* 0 early, 1 middle, 2 late; -1: none of them. */
static int32_t third_of(enum lang_symbol symbol)
{
    return symbol == SYMBOL_EARLY ? 0 : symbol == SYMBOL_MIDDLE ? 1 : symbol == SYMBOL_LATE ? 2 : -1;
}

static bool set_edge(enum lang_symbol symbol, enum lang_symbol to, struct expression *e)
{
    enum unit unit = e->unit != UNIT_NONE ? e->unit : e->shift_unit;
    int32_t third = third_of(symbol);

    e->third_first = third;
    e->third_end = third + 1;
    e->so_far = symbol == SYMBOL_SO_FAR;
    e->turn = symbol == SYMBOL_TURN;
    if (to != SYMBOL_NONE) { /* TIMEX3 has no word for two thirds */
        e->third_end = third_of(to) + 1;
        return third >= 0 && e->third_end > third;
    }
    switch (symbol) {
    case SYMBOL_EARLY:
    case SYMBOL_START:
    case SYMBOL_SO_FAR:
        e->mod = MOD_START;
        return true;
    case SYMBOL_MIDDLE:
        e->mod = MOD_MID;
        return true;
    case SYMBOL_LATE:
    case SYMBOL_END:
        e->mod = MOD_END;
        return true;
    case SYMBOL_TURN:
        e->mod = MOD_START;
        return unit == UNIT_YEAR || unit == UNIT_DECADE || unit == UNIT_CENTURY;
    default:
        return false;
    }
}

/* "More than" a length is more of it, "more than" three days ago is before that day. */
static bool set_mod(enum lang_symbol symbol, struct expression *e)
{
    bool length = e->kind == KIND_LENGTH;

    switch (symbol) {
    case SYMBOL_ABOUT:
        e->mod = MOD_APPROX;
        return true;
    case SYMBOL_NEARLY:
        e->mod = length ? MOD_LESS_THAN : MOD_APPROX;
        return true;
    case SYMBOL_LESS:
        e->mod = length ? MOD_LESS_THAN : MOD_AFTER;
        return true;
    case SYMBOL_MORE:
        e->mod = length ? MOD_MORE_THAN : MOD_BEFORE;
        return true;
    case SYMBOL_AT_MOST:
        e->mod = length ? MOD_EQUAL_OR_LESS : MOD_ON_OR_AFTER;
        return true;
    case SYMBOL_AT_LEAST:
        e->mod = length ? MOD_EQUAL_OR_MORE : MOD_ON_OR_BEFORE;
        return true;
    default:
        return false;
    }
}

/* "The first week of August": a run of days of the period. */
static bool set_slice(const struct match_call *call, struct expression *e)
{
    enum unit whole = e->unit != UNIT_NONE ? e->unit : e->shift_unit;

    e->slice_unit = unit_of(symbol_argument(call, 1));
    if (e->kind != KIND_POINT || e->mod != MOD_NONE || whole < UNIT_MONTH ||
        !int_argument(call, 0, 100, &e->slice_count) || e->slice_count < 1 ||
        !int_argument(call, 2, 10, &e->slice) || e->slice == 0) {
        return false;
    }
    e->slice_vague = symbol_argument(call, 3) == SYMBOL_ABOUT;
    bool last = e->slice < 0 || (e->slice_unit == UNIT_HALF && e->slice == 2);
    e->mod = last ? MOD_END : e->slice == 1 ? MOD_START : MOD_MID;
    return e->slice_unit == UNIT_DAY || e->slice_unit == UNIT_WEEK || e->slice_unit == UNIT_HALF;
}

static bool set_time(const struct expression *from, struct expression *e)
{
    if (from == NULL || e->kind == KIND_LENGTH || e->hour != CLOCK_NONE) {
        return false;
    }
    bool late = e->part == PART_AFTERNOON || e->part == PART_EVENING || e->part == PART_NIGHT;
    bool past_noon = late && !from->half_told && from->hour < NOON &&
                     from->hour >= (e->part == PART_NIGHT ? 6 : 1); /* "10 o'clock last night" */
    e->part = from->part;
    e->hour = from->hour + (past_noon ? NOON : 0);
    e->minute = from->minute;
    return true;
}

static bool carry_out(const struct match_call *call, struct expression *e)
{
    const struct expression *given = expression_argument(call, 0);
    enum lang_symbol symbol = symbol_argument(call, 0);

    switch ((enum time_action)call->action) {
    case TIME_DAY:
        return make_day(call, e);
    case TIME_KNOWN_DAY:
        return make_known_day(call, e);
    case TIME_EVENT_DAY:
        return make_event_day(call, e);
    case TIME_MONTH:
        return make_month(call, e);
    case TIME_YEAR:
        return make_year(call, e);
    case TIME_JOINED_YEAR:
        return make_joined_year(call, e);
    case TIME_NUMERIC:
        return make_numeric(call, e);
    case TIME_ISO_WEEK:
        return make_iso_week(call, e);
    case TIME_COMPACT:
        return make_compact(call, e);
    case TIME_DATE_TIME_GROUP:
        return make_date_time_group(call, e);
    case TIME_DECADE:
        return make_decade(call, e);
    case TIME_CENTURY:
        return make_century(call, e);
    case TIME_NAMED:
        return make_named(call, e);
    case TIME_DAY_OF_MONTH:
        return make_day_of_month(call, e);
    case TIME_NTH:
        return make_nth(call, e);
    case TIME_COUNTED:
        return make_counted(call, e);
    case TIME_DAY_BESIDE:
        return make_day_beside(call, e);
    case TIME_HOLIDAY:
        return make_holiday(call, e);
    case TIME_SHIFT:
        return make_shift(call, false, e);
    case TIME_MOVE:
        return make_shift(call, true, e);
    case TIME_BEYOND:
        return make_beyond(call, e);
    case TIME_WITHIN:
        if (given == NULL) {
            return false;
        }
        *e = *given;
        return set_inside(e, expression_argument(call, 1));
    case TIME_INSIDE:
        return set_inside(e, given);
    case TIME_LATEST:
        e->recall = RECALL_LATEST;
        e->unit = unit_of(symbol);
        return e->unit != UNIT_NONE && (argument(call, 1) == NULL || int_argument(call, 1, 9999, &e->year));
    case TIME_YEAR_AGO:
        e->recall = RECALL_YEAR_AGO;
        e->unit = unit_of(symbol);
        return true;
    case TIME_CLOCK:
        return make_clock(call, e);
    case TIME_DAY_PART:
        e->base = BASE_PUBLISHED;
        e->recall = RECALL_SENTENCE;
        e->part = part_of(symbol);
        return e->part != PART_NONE;
    case TIME_SPAN:
        e->kind = KIND_LENGTH;
        return make_span(call, e);
    case TIME_VAGUE:
        e->kind = KIND_LENGTH;
        e->vague = true;
        e->amount_unit = unit_of(symbol);
        return true;
    case TIME_EVERY:
        e->kind = KIND_REPEAT;
        return make_repeat(call, e);
    case TIME_REFER:
        e->kind = KIND_REFERENCE;
        e->reference = symbol == SYMBOL_PAST     ? REFERENCE_PAST
                       : symbol == SYMBOL_FUTURE ? REFERENCE_FUTURE
                                                 : REFERENCE_PRESENT;
        return true;
    case TIME_SAME:
        if (given == NULL) {
            return false;
        }
        *e = *given;
        return true;
    case TIME_ON_WEEKDAY:
        return argument(call, 0) == NULL || int_argument(call, 0, 7, &e->named_weekday);
    case TIME_REPEATED:
        e->kind = KIND_REPEAT;
        return true;
    case TIME_SEEN:
        return set_seen(call, e);
    case TIME_SURE:
        e->sure = true;
        return true;
    case TIME_DATELESS:
        e->dateless = true;
        return true;
    case TIME_PART:
        e->part = part_of(symbol);
        return e->part != PART_NONE;
    case TIME_TIME_OF:
        return set_time(given, e);
    case TIME_EDGE:
        return set_edge(symbol, symbol_argument(call, 1), e);
    case TIME_SLICE:
        return set_slice(call, e);
    case TIME_MOD:
        return set_mod(symbol, e);
    case TIME_WINDOW:
        e->window = symbol == SYMBOL_PAST ? WINDOW_PAST : WINDOW_FUTURE;
        return e->kind == KIND_LENGTH || (e->kind == KIND_POINT && e->shift_unit != UNIT_NONE);
    default:
        break;
    }
    return false;
}

bool time_build(void *context, const struct match *match, struct value *value)
{
    struct time_builder *builder = context;
    struct expression *e = NULL;

    for (size_t i = 0; i < match->call_count; i++) {
        const struct match_call *call = &match->calls[i];
        bool done;
        switch ((enum time_action)call->action) {
        case TIME_IMPOSSIBLE:
            done = day_is_impossible(call);
            break;
        case TIME_AT:
            done = set_day_of_time(call);
            break;
        case TIME_RELATE:
            done = set_relation(call);
            break;
        case TIME_HEADING:
            done = set_label(call, LABEL_HEADING);
            break;
        case TIME_ENTRY:
            done = set_label(call, LABEL_ENTRY);
            break;
        case TIME_DAY_LINE:
            done = set_label(call, LABEL_LINE);
            break;
        case TIME_CHOOSE:
            done = set_choice(call);
            break;
        case TIME_SAME_TIME:
            done = set_same_time(call);
            break;
        case TIME_FRAMES:
        case TIME_BEGINS:
        case TIME_ENDS:
        case TIME_ASIDE:
        case TIME_SPOKEN:
            done = set_role(call);
            break;
        case TIME_DATELINE:
            done = set_dateline(call);
            break;
        case TIME_IN_YEAR:
            done = set_year(call);
            break;
        case TIME_RANGE:
            done = tie(call, true);
            break;
        case TIME_LIST:
            done = tie(call, false);
            break;
        case TIME_PORTION:
            done = set_portion(call);
            break;
        case TIME_FRAME:
            done = set_frame(call);
            break;
        case TIME_OFFSET:
            done = set_offset(call);
            break;
        default:
            if (e == NULL) {
                e = expression_new(builder->pool, KIND_POINT);
                if (e == NULL) {
                    builder->out_of_memory = true;
                    return false;
                }
            }
            done = carry_out(call, e);
            break;
        }
        if (!done) {
            return false;
        }
    }
    if (e != NULL) {
        e->first_token = match->first_token;
        e->end_token = match->end_token;
        e->rule = match->rule->name;
        builder->needs_survey |= e->swapped || e->event;
        *value = (struct value){.kind = VALUE_OBJECT, .denominator = 1, .object = e};
    }
    return true;
}

enum status time_match(struct matcher *matcher, size_t sentence, struct time_builder *builder,
                       struct survey *survey)
{
    const struct lang_rules *rules = matcher->text->lang->time;

    match_sentence(matcher, sentence);
    expression_pool_reset(builder->pool);
    for (size_t pass = 0; pass < rules->pass_count; pass++) {
        match_run(matcher, rules, pass, time_build, builder);
        if (builder->out_of_memory) {
            return ERR_NO_MEMORY;
        }
    }
    if (builder->needs_survey && !survey->made) {
        survey_text(matcher->text, survey);
    }
    return OK;
}
