#include "timex/survey.h"

#include "timex/focus.h"

/* Regions that write the month first, and those where both orders are common (CLDR, English); all others
 * write the day first. */
static const char month_first_regions[][3] = {"US", "AS", "FM", "GU", "MH", "MP",
                                              "PH", "PR", "PW", "UM", "VI"};
static const char mixed_regions[][3] = {"CA"};

/* So many tokens from the name of a month its day may stand ("the 14th of December"), and its year behind it
 * ("December the 14th, 2024"). */
#define DAY_REACH 2
#define YEAR_REACH 4

static bool is_region(struct str subtag, const char regions[][3], size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (str_equal_nocase(subtag, str_from(regions[i]))) {
            return true;
        }
    }
    return false;
}

/* The order usual in the region that a BCP 47 tag names: the first subtag of two letters or three digits
 * behind the language. */
static enum date_order order_of_region(struct str tag)
{
    size_t begin = 0;

    for (size_t i = 0; i <= tag.size; i++) {
        if (i < tag.size && tag.data[i] != '-') {
            continue;
        }
        struct str subtag = str_slice(tag, begin, i);
        if (begin > 0 && subtag.size == 1) {
            break; /* extensions follow */
        }
        if (begin > 0 && (subtag.size == 2 || (subtag.size == 3 && subtag.data[0] <= '9'))) {
            return is_region(subtag, month_first_regions,
                             sizeof month_first_regions / sizeof *month_first_regions)
                       ? ORDER_MONTH_FIRST
                   : is_region(subtag, mixed_regions, sizeof mixed_regions / sizeof *mixed_regions)
                       ? ORDER_OPEN
                       : ORDER_DAY_FIRST;
        }
        begin = i + 1;
    }
    return ORDER_OPEN;
}

/* A number of so many digits, or -1. */
static int32_t digits(const struct text *text, size_t i, unsigned fewest, unsigned most)
{
    const struct token *token = &text->tokens[i];
    unsigned other = TOKEN_DECADE | TOKEN_DECIMAL | TOKEN_SEPARATED;

    if (token->type != TOKEN_NUMBER || token->digits < fewest || token->digits > most ||
        (token->flags & other) != 0) {
        return -1;
    }
    return (int32_t)token_number(text, token).number;
}

/* The order in which the numeric date whose first number is token `i` can only be read; OPEN when it is none.
 */
static enum date_order order_at(const struct text *text, size_t i)
{
    const struct token *tokens = &text->tokens[i];

    if (i + 4 >= text->token_count || tokens[1].type != TOKEN_PUNCT || tokens[3].type != TOKEN_PUNCT) {
        return ORDER_OPEN;
    }
    for (unsigned k = 1; k <= 4; k++) {
        if ((tokens[k].flags & TOKEN_SPACE_BEFORE) != 0) {
            return ORDER_OPEN;
        }
    }
    char sign = text->source.data[tokens[1].begin];
    if ((sign != '/' && sign != '-' && sign != '.') || text->source.data[tokens[3].begin] != sign ||
        (digits(text, i + 4, 2, 2) < 0 && digits(text, i + 4, 4, 4) < 1900)) {
        return ORDER_OPEN;
    }
    int32_t a = digits(text, i, 1, 2);
    int32_t b = digits(text, i + 2, 1, 2);
    bool day_first = a > 12 && civil_valid(2000, b, a);
    bool month_first = b > 12 && civil_valid(2000, a, b);
    return day_first ? ORDER_DAY_FIRST : month_first ? ORDER_MONTH_FIRST : ORDER_OPEN;
}

/* The number of the month that token `i` names, or 0. */
static int32_t month_at(const struct text *text, size_t i)
{
    const struct lang_word *word = &text->lang->words[text->tokens[i].word];

    if ((text->tokens[i].flags & TOKEN_CAPITALIZED) == 0 ||
        (!class_set_has(&word->classes, CLASS_MONTH) && !class_set_has(&word->classes, CLASS_MONTH_SHORT))) {
        return 0;
    }
    for (uint32_t k = 0; k < word->reading_count; k++) {
        const struct lang_reading *reading = &text->lang->readings[word->first_reading + k];
        if (reading->class_id == CLASS_MONTH || reading->class_id == CLASS_MONTH_SHORT) {
            return (int32_t)reading->value.number;
        }
    }
    return 0;
}

/* The day beside the month that token `i` names, before it or behind it; 0 when there is none. */
static int32_t day_at(const struct text *text, size_t i)
{
    for (size_t k = 1; k <= DAY_REACH && k <= i; k++) {
        int32_t day = digits(text, i - k, 1, 2);
        if (day >= 1 && day <= 31) {
            return day;
        }
    }
    for (size_t k = 1; k <= DAY_REACH && i + k < text->token_count; k++) {
        int32_t day = digits(text, i + k, 1, 2);
        if (day >= 1 && day <= 31) {
            return day;
        }
    }
    return 0;
}

/* Notes the year behind the month that token `i` names. */
static void note_year(const struct text *text, size_t i, int32_t month, struct survey *survey)
{
    for (size_t k = 1; k <= YEAR_REACH && i + k < text->token_count; k++) {
        int32_t year = digits(text, i + k, 4, 4);
        if ((text->tokens[i + k].flags & TOKEN_SENTENCE_START) != 0 || month_at(text, i + k) != 0) {
            return;
        }
        if (year < 1900 || year > 2100) {
            continue;
        }
        int32_t day = day_at(text, i);
        int16_t *day_year = &survey->day_years[month - 1][day];
        /* What is known by its day is older than its anniversaries. */
        if (day == 0 ? year > *day_year : *day_year == 0 || year < *day_year) {
            *day_year = (int16_t)year;
        }
        return;
    }
}

/* How many dates of a text can only be read in one order. */
struct votes {
    size_t day_first, month_first;
};

static void read_text(const struct text *text, struct votes *votes, struct survey *survey)
{
    for (size_t i = 0; i < text->token_count; i++) {
        if (text->tokens[i].type == TOKEN_NUMBER) {
            enum date_order order = order_at(text, i);
            votes->day_first += order == ORDER_DAY_FIRST;
            votes->month_first += order == ORDER_MONTH_FIRST;
        } else if ((text->tokens[i].flags & TOKEN_CAPITALIZED) != 0) {
            int32_t month = month_at(text, i);
            if (month != 0) {
                note_year(text, i, month, survey);
            }
        }
    }
}

void survey_text(const struct text *text, struct survey *survey)
{
    struct votes votes = {0};

    *survey = (struct survey){.made = true};
    read_text(text, &votes, survey);
    if (text->beside != NULL) {
        read_text(text->beside, &votes, survey);
    }
    if ((votes.day_first > 0) != (votes.month_first > 0)) {
        survey->order = votes.day_first > 0 ? ORDER_DAY_FIRST : ORDER_MONTH_FIRST;
        survey->neighbours = true;
    } else {
        survey->order = order_of_region(text->language);
    }
}

int32_t survey_year(const struct survey *survey, int32_t month, int32_t day)
{
    return survey->day_years[month - 1][day];
}

int32_t survey_numeric_day(const struct expression *e, enum tense tense, const struct focus *focus,
                           int32_t *other)
{
    int32_t month_first = civil_to_day(e->year, e->month, e->day);
    int32_t day_first = civil_to_day(e->year, e->day, e->month);
    bool swap = focus->survey.order == ORDER_DAY_FIRST;
    int32_t day = swap ? day_first : month_first;
    int32_t second = swap ? month_first : day_first;
    /* Where neighbours do not tell, what is over is likelier than what lies ahead. */
    bool ahead = !focus->survey.neighbours && tense != TENSE_FUTURE && day > focus->published &&
                 second <= focus->published;

    *other = focus->survey.order == ORDER_OPEN || ahead ? (ahead ? day : second) : DAY_NONE;
    return ahead ? second : day;
}
