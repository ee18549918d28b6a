#include "timex/arguments.h"

enum unit unit_of(enum lang_symbol symbol)
{
    switch (symbol) {
    case SYMBOL_SECOND:
        return UNIT_SECOND;
    case SYMBOL_MINUTE:
        return UNIT_MINUTE;
    case SYMBOL_HOUR:
        return UNIT_HOUR;
    case SYMBOL_DAY:
        return UNIT_DAY;
    case SYMBOL_WEEKEND:
        return UNIT_WEEKEND;
    case SYMBOL_WEEK:
        return UNIT_WEEK;
    case SYMBOL_MONTH:
        return UNIT_MONTH;
    case SYMBOL_SEASON:
        return UNIT_SEASON;
    case SYMBOL_QUARTER:
        return UNIT_QUARTER;
    case SYMBOL_HALF:
        return UNIT_HALF;
    case SYMBOL_YEAR:
        return UNIT_YEAR;
    case SYMBOL_DECADE:
        return UNIT_DECADE;
    case SYMBOL_CENTURY:
        return UNIT_CENTURY;
    case SYMBOL_MILLENNIUM:
        return UNIT_MILLENNIUM;
    default:
        return UNIT_NONE;
    }
}

enum day_part part_of(enum lang_symbol symbol)
{
    return symbol >= SYMBOL_MORNING && symbol <= SYMBOL_OVERNIGHT
               ? (enum day_part)(PART_MORNING + (symbol - SYMBOL_MORNING))
               : PART_NONE;
}

enum holiday holiday_of(enum lang_symbol symbol)
{
    return symbol >= SYMBOL_EASTER && symbol <= SYMBOL_EID_AL_ADHA
               ? (enum holiday)(HOLIDAY_EASTER + (symbol - SYMBOL_EASTER))
               : HOLIDAY_NONE;
}

enum choice choice_of(enum lang_symbol symbol, enum choice otherwise)
{
    switch (symbol) {
    case SYMBOL_TENSE:
        return CHOICE_TENSE;
    case SYMBOL_LATEST:
        return CHOICE_LATEST;
    case SYMBOL_NEAREST:
        return CHOICE_NEAREST;
    case SYMBOL_BEFORE:
        return CHOICE_BEFORE;
    case SYMBOL_AFTER:
        return CHOICE_AFTER;
    case SYMBOL_THIS:
        return CHOICE_THIS;
    case SYMBOL_INSIDE:
        return CHOICE_INSIDE;
    default:
        return otherwise;
    }
}

const struct match_argument *argument(const struct match_call *call, unsigned i)
{
    return i < call->argument_count && call->arguments[i].present ? &call->arguments[i] : NULL;
}

bool number_argument(const struct match_call *call, unsigned i, int64_t *number, int64_t *denominator)
{
    const struct match_argument *given = argument(call, i);

    if (given == NULL || given->value.kind != VALUE_INT) {
        return false;
    }
    *number = given->value.number;
    *denominator = given->value.denominator;
    return *denominator > 0;
}

bool int_argument(const struct match_call *call, unsigned i, int32_t limit, int32_t *number)
{
    int64_t value;
    int64_t denominator;

    if (!number_argument(call, i, &value, &denominator) || denominator != 1 || value > limit ||
        value < -limit) {
        return false;
    }
    *number = (int32_t)value;
    return true;
}

enum lang_symbol symbol_argument(const struct match_call *call, unsigned i)
{
    const struct match_argument *given = argument(call, i);

    return given != NULL && given->value.kind == VALUE_SYMBOL ? (enum lang_symbol)given->value.number
                                                              : SYMBOL_NONE;
}

struct expression *expression_argument(const struct match_call *call, unsigned i)
{
    const struct match_argument *given = argument(call, i);

    return given != NULL && given->value.kind == VALUE_OBJECT ? given->value.object : NULL;
}

void set_base(const struct match_call *call, unsigned i, struct expression *e)
{
    const struct expression *from = expression_argument(call, i);

    if (from != NULL) {
        e->base = BASE_EXPRESSION;
        e->other = from;
        if (holiday_is_sighted(from->holiday)) { /* "the day before Eid al-Fitr" is as uncertain */
            e->mod = MOD_APPROX;
        }
    } else {
        e->base = symbol_argument(call, i) == SYMBOL_NARRATIVE ? BASE_NARRATIVE : BASE_PUBLISHED;
    }
}
