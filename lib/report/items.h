/* The items of a sentence before the rules ran: words, phrases, time expressions, names.  Private to
 * lib/report. */
#ifndef REPORT_ITEMS_H
#define REPORT_ITEMS_H

#include "report/draft.h"

struct items {
    const struct text *text;
    const struct item *item;
    size_t count;
};

static inline struct str words_of(const struct items *items, size_t i)
{
    return text_span(items->text, items->item[i].first_token, items->item[i].end_token);
}

static inline bool is(const struct items *items, size_t i, unsigned class_id)
{
    return i < items->count && item_is(&items->item[i], class_id);
}

/* True when the item has one of those classes, which are constants: they are one mask to the compiler. */
static inline bool is_any(const struct item *item, const unsigned *classes, size_t count)
{
    return has_any(&item->classes, classes, count);
}

static inline bool is_sign(const struct items *items, size_t i, const char *sign)
{
    return is(items, i, CLASS_PUNCT) &&
           items->text->source.data[items->text->tokens[items->item[i].first_token].begin] == *sign &&
           str_equal(words_of(items, i), str_from(sign));
}

/* True when the last word of the item has the form of "shelling". */
static inline bool is_doing_form(const struct items *items, size_t i)
{
    return i < items->count && has_doing_form(items->text, items->item[i].end_token - 1);
}

static inline bool is_comma(const struct items *items, size_t i)
{
    return is_sign(items, i, ",");
}

static inline bool is_of(const struct items *items, size_t i)
{
    return i < items->count && token_has(items->text, items->item[i].first_token, CLASS_PREPOSITION, "of");
}

/* True when white space stands before item `i`. */
static inline bool opens_with_space(const struct items *items, size_t i)
{
    return i < items->count &&
           (items->text->tokens[items->item[i].first_token].flags & TOKEN_SPACE_BEFORE) != 0;
}

/* The apostrophe of "the rebels' claim". */
static inline bool is_apostrophe(const struct items *items, size_t i)
{
    return (is_sign(items, i, "'") || is_sign(items, i, "\u2019")) && !opens_with_space(items, i) &&
           opens_with_space(items, i + 1);
}

/* True for a disproof of that value: "falsely" is one of "said". */
static inline bool disproves(const struct items *items, size_t i, const char *value)
{
    struct value has = {.kind = VALUE_NONE};

    if (is(items, i, CLASS_DISPROOF)) {
        has = item_value(&items->item[i], CLASS_DISPROOF);
    }
    return has.kind == VALUE_TEXT && strcmp(has.text, value) == 0;
}

/* A single quote may be an apostrophe as well; behind a comma or the end of a sentence it closes. */
static inline bool is_single_quote(const struct items *items, size_t i)
{
    return is_sign(items, i, "\u2018") || (i > 0 && (is_sign(items, i, "\u2019") || is_sign(items, i, "'")) &&
                                           (is_comma(items, i - 1) || is_sign(items, i - 1, ".") ||
                                            is_sign(items, i - 1, "!") || is_sign(items, i - 1, "?")));
}

static inline bool is_quote(const struct items *items, size_t i)
{
    return is_sign(items, i, "\"") || is_sign(items, i, "\u201c") || is_sign(items, i, "\u201d") ||
           is_single_quote(items, i);
}

static inline bool is_bracket(const struct items *items, size_t i)
{
    return is_sign(items, i, "(") || is_sign(items, i, ")") || is_sign(items, i, "[") ||
           is_sign(items, i, "]");
}

static inline bool is_harm(const struct items *items, size_t i)
{
    return is(items, i, CLASS_DONE) || is(items, i, CLASS_DOING) || is(items, i, CLASS_BEFELL) ||
           is(items, i, CLASS_TOLL) || is(items, i, CLASS_WAR_ONLY);
}

static inline bool is_auxiliary(const struct items *items, size_t i)
{
    return is(items, i, CLASS_BE) || is(items, i, CLASS_HAVE) || is(items, i, CLASS_NEGATION);
}

/* True for the participle of "four people reported missing", "12 soldiers reported dead on Monday": nobody
 * says something by it. */
static inline bool tells_of_counted(const struct items *items, size_t i)
{
    bool people = i >= 2 && (is(items, i - 1, CLASS_PERSONS) || is(items, i - 1, CLASS_FIGHTER));
    bool counted = people && (is(items, i - 2, CLASS_COUNT) || (i >= 3 && is(items, i - 3, CLASS_COUNT)));

    return counted && (is(items, i + 1, CLASS_STATE) || is(items, i + 1, CLASS_DONE)) &&
           (i + 2 >= items->count || is(items, i + 2, CLASS_PREPOSITION) || is(items, i + 2, CLASS_TIMEX) ||
            is(items, i + 2, CLASS_BE) || is_comma(items, i + 2) || is_sign(items, i + 2, "."));
}

/* The people are one of so many items behind "released": "released one of the two men". */
#define FREED_ITEMS 6

/* True for the verb of "released one of two men", but not of "released a statement". */
static inline bool frees(const struct items *items, size_t i)
{
    static const unsigned between[] = {CLASS_COUNT,    CLASS_QUALIFIER, CLASS_DETERMINER, CLASS_POSSESSIVE,
                                       CLASS_NATION,   CLASS_MODIFIER,  CLASS_ORIGIN,     CLASS_TIMEX,
                                       CLASS_DAY_MARK, CLASS_SAME};
    static const unsigned behind[] = {CLASS_PUNCT,    CLASS_PREPOSITION, CLASS_RELATIVE, CLASS_CLAUSE,
                                      CLASS_AND,      CLASS_DAY_MARK,    CLASS_TIMEX,    CLASS_DONE,
                                      CLASS_PAST_CUE, CLASS_ADVERB};
    size_t end = i + 1 + FREED_ITEMS < items->count ? i + 1 + FREED_ITEMS : items->count;

    if (!token_has(items->text, items->item[i].first_token, CLASS_COMMON, "frees")) {
        return false;
    }
    for (i++; i < end && !is(items, i, CLASS_PERSONS) && !is(items, i, CLASS_PERSON); i++) {
        if (!is_any(&items->item[i], between, sizeof between / sizeof between[0])) {
            return false;
        }
    }
    return i < end && (i + 1 == items->count || /* not "an official note" */
                       is_any(&items->item[i + 1], behind, sizeof behind / sizeof behind[0]));
}

/* "was recalled", "recalled its 300 soldiers", but "recalled that": a verb of saying which sends or withdraws
 * somebody here, lets them go, or counts whom it is told of. */
static inline bool acts(const struct items *items, size_t i)
{
    return tells_of_counted(items, i) || frees(items, i) ||
           (is(items, i, CLASS_DONE) && !is(items, i, CLASS_NOUNLIKE) &&
            ((i > 0 && is(items, i - 1, CLASS_BE)) || is(items, i + 1, CLASS_COUNT) ||
             is(items, i + 1, CLASS_QUALIFIER) || is(items, i + 1, CLASS_POSSESSIVE) ||
             is(items, i + 1, CLASS_NATION) || is(items, i + 1, CLASS_PERSONS)));
}

/* True for "the murder of two monks", which says nothing. */
static inline bool names_deed(const struct items *items, size_t first, size_t end)
{
    while (first < end && !is(items, first, CLASS_PREPOSITION)) {
        first++;
    }
    return first > 0 && first < end && is(items, first - 1, CLASS_DEED);
}

static inline uint32_t token_at(const struct extraction *extraction, const struct items *items, size_t i)
{
    return i < items->count ? items->item[i].first_token
                            : extraction->text->sentences[extraction->sentence].end_token;
}

static inline struct span span_of(const struct extraction *extraction, const struct items *items,
                                  size_t first, size_t end)
{
    return (struct span){token_at(extraction, items, first), token_at(extraction, items, end)};
}

static inline bool only_pronoun(const struct items *items, size_t first, size_t end)
{
    return end - first == 1 && is(items, first, CLASS_PRONOUN);
}

#endif
