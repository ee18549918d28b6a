#include "report/toponym.h"

#include "report/office.h"

#include <string.h>

bool glued(const struct text *text, uint32_t token)
{
    return text->tokens[token].type == TOKEN_WORD ||
           (!(text->tokens[token].flags & TOKEN_SPACE_BEFORE) && token + 1 < text->token_count &&
            !(text->tokens[token + 1].flags & TOKEN_SPACE_BEFORE));
}

/* So many words a list of streets has at most behind the first name. */
#define LIST_WORDS 8

/* True for what makes the name that ends at `end` that of a street, a hotel or a house, also when it is the
 * first of several: "on Norvik and 9 October avenues". */
static bool calls_no_place(const struct text *text, uint32_t end, uint32_t limit)
{
    uint32_t stop = end + LIST_WORDS < limit ? end + LIST_WORDS : limit;
    bool listed = false;

    for (; end < stop; end++) {
        const struct token *at = &text->tokens[end];
        bool sign = token_is(text, end, CLASS_AND) || token_is_sign(text, end, ",");

        if (token_is(text, end, CLASS_NO_PLACE) || token_has(text, end, CLASS_PLACE_NOUN, "house")) {
            return true;
        }
        if (!sign && !(listed && (at->type == TOKEN_NUMBER || (at->flags & TOKEN_CAPITALIZED)))) {
            return false;
        }
        listed = true;
    }
    return false;
}

/* True for the "al" of "Nahr al Bared" and the hyphen of "Deir-Ezzor" within a name. */
static bool joins_names(const struct text *text, uint32_t token, uint32_t limit)
{
    bool joined = text->tokens[token].type == TOKEN_WORD ? token_is(text, token, CLASS_NAME_PARTICLE)
                                                         : token_is_sign(text, token, "-");

    return joined && token + 1 < limit && glued(text, token) &&
           (text->tokens[token + 1].flags & TOKEN_CAPITALIZED || text->tokens[token + 1].type == TOKEN_PUNCT);
}

uint32_t unlisted_end(const struct text *text, uint32_t token, uint32_t limit)
{
    uint32_t end = token;

    while (end < limit && end - token < 5) {
        const struct token *next = &text->tokens[end];
        bool name = next->type == TOKEN_WORD && (next->flags & TOKEN_CAPITALIZED) &&
                    !(next->flags & TOKEN_ALL_CAPS) && !(next->flags & TOKEN_INITIAL) &&
                    (!token_is_listed(text, end) || token_is(text, end, CLASS_COMMON) ||
                     token_is(text, end, CLASS_NAME_PARTICLE));

        if (!name && !(end > token && joins_names(text, end, limit))) {
            break;
        }
        end++;
    }
    return end > token && calls_no_place(text, end, limit) ? token : end;
}

/* So many words before a name may stand what it is short for. */
#define SHORT_REACH 1500

/* The first opening bracket from `token` on; `limit` when none stands before that.  Its byte is looked for:
 * there are few, and far between. */
static uint32_t next_bracket(const struct text *text, uint32_t token, uint32_t limit)
{
    while (token < limit) {
        const char *begin = text->source.data + text->tokens[token].begin;
        const char *end = text->source.data + text->tokens[limit].begin;
        const char *found = memchr(begin, '(', (size_t)(end - begin));
        uint32_t behind = limit;

        if (found == NULL) {
            return limit;
        }
        while (token + 1 < behind) {
            uint32_t middle = token + (behind - token) / 2;

            if (text->tokens[middle].begin > (size_t)(found - text->source.data)) {
                behind = middle;
            } else {
                token = middle;
            }
        }
        if (token_is_sign(text, token, "(")) {
            return token;
        }
        token++; /* within a word */
    }
    return limit;
}

/* True for a name that the text gave in brackets behind a longer one, "the union of workers (Veldar)": an
 * attack on it is on people. */
static bool stands_for_body(const struct text *text, uint32_t token, uint32_t end)
{
    struct str name = text_span(text, token, end);
    uint32_t size = end - token;
    uint32_t at = token > SHORT_REACH ? token - SHORT_REACH : 0;

    for (at = next_bracket(text, at, token); at + size + 1 < token; at = next_bracket(text, at + 1, token)) {
        if (str_equal(text_span(text, at + size + 1, at + size + 2), STR(")")) &&
            str_equal_nocase(text_span(text, at + 1, at + size + 1), name)) {
            return true;
        }
    }
    return false;
}

/* True for "the shelling of" before the word at `token`; "the shooting of" is of a person. */
static bool attack_of(const struct text *text, uint32_t token)
{
    return token_has(text, token - 1, CLASS_PREPOSITION, "of") &&
           token_is(text, token - 2, CLASS_HAPPENING) &&
           (token_is(text, token - 2, CLASS_HITS) || token_is(text, token - 2, CLASS_COMBAT));
}

bool fought_for(const struct text *text, uint32_t token)
{
    return token >= 2 && token_has(text, token - 1, CLASS_PREPOSITION, "for") &&
           token_is(text, token - 2, CLASS_COMBAT) && token_is(text, token - 2, CLASS_HAPPENING) &&
           token_value(text, token - 2, CLASS_HAPPENING) == NULL;
}

/* How far before "to" or "from" the verb of sending stands at most: "sent about 1,500 more troops to". */
#define VERB_REACH 10

static bool names_deployment(const char *name)
{
    enum report_subtype subtype;

    return name != NULL && report_subtype_from_name(str_from(name), &subtype) && subtype >= SUBTYPE_SENT;
}

/* The words under which the lexicon has verbs of sending and moving. */
static const unsigned moving[] = {CLASS_DONE, CLASS_DOING, CLASS_BEFELL};
#define MOVING (sizeof moving / sizeof moving[0])

/* True when a verb of several words leads to the preposition at `token`, or ends with it: "pulled back from",
 * "pulled out of", "crossed into". */
static bool moved_in_words(const struct extraction *extraction, uint32_t token)
{
    const struct text *text = extraction->text;
    uint32_t after = token;

    while (after > 0 && token - after < VERB_REACH && text->tokens[after - 1].type != TOKEN_PUNCT) {
        after--;
    }
    for (size_t i = 0; i < extraction->matcher.item_count; i++) {
        const struct item *item = &extraction->matcher.items[i];

        if (item->first_token < after || item->end_token > token + 1 ||
            item->end_token < item->first_token + 2) {
            continue;
        }
        for (size_t k = 0; k < MOVING; k++) {
            struct value value = {.kind = VALUE_NONE};

            if (item_is(item, moving[k])) {
                value = item_value(item, moving[k]);
            }
            if (value.kind == VALUE_TEXT && names_deployment(value.text)) {
                return true;
            }
        }
    }
    return false;
}

/* True when the preposition at `token` leads to where an attack or a deployment was: "a strike on", "sent 300
 * troops to", "withdrew from". */
static bool reached(const struct extraction *extraction, uint32_t token, uint32_t first)
{
    const struct text *text = extraction->text;
    uint32_t preposition = token;
    bool on = token_is(text, token, CLASS_DAY_MARK);
    uint32_t steps;

    if (on) {
        return token > first && token_is(text, token - 1, CLASS_HAPPENING);
    }
    for (steps = 0; token > first && steps < VERB_REACH; steps++) {
        token--;
        if (text->tokens[token].type == TOKEN_PUNCT) {
            break;
        }
        for (size_t i = 0; i < MOVING; i++) {
            const char *name = token_value(text, token, moving[i]);
            enum report_subtype subtype;

            if (name != NULL && report_subtype_from_name(str_from(name), &subtype)) {
                return subtype >= SUBTYPE_SENT;
            }
        }
    }
    return moved_in_words(extraction, preposition);
}

/* So many words may stand between a name and the kind of place that it is, "the Norvik refugee camp" ... */
#define KIND_WORDS 2
/* ... and between "the" and the name: "in the quiet northern". */
#define EPITHETS 2

/* So many names may share what they are: "the Norvik, Kolna and Tarn areas". */
#define NAMES_SHARED 4

bool names_share_kind(const struct text *text, uint32_t end, uint32_t limit)
{
    bool closed = false;

    for (uint32_t names = 1; names < NAMES_SHARED && !closed && end + 1 < limit; names++) {
        closed = token_is(text, end, CLASS_AND);
        if ((!closed && !token_is_sign(text, end, ",")) ||
            (text->tokens[end + 1].flags & TOKEN_CAPITALIZED) == 0) {
            return false;
        }
        for (end++; end < limit && (text->tokens[end].flags & TOKEN_CAPITALIZED) != 0; end++) {
        }
    }
    return closed && end < limit && token_is(text, end, CLASS_PLACE_NOUN) &&
           !token_has(text, end, CLASS_PLACE_NOUN, "house") &&
           !token_has(text, end, CLASS_PLACE_NOUN, "adjective") && ends_as_plural(text, end);
}

/* True when a kind of place stands behind the name: "area", "Air Base". */
static bool has_kind(const struct text *text, uint32_t end, uint32_t limit)
{
    for (uint32_t words = 0; end < limit && words <= KIND_WORDS; words++, end++) {
        if (token_has(text, end, CLASS_PLACE_NOUN, "adjective")) {
            return false; /* "on the Richter scale shook northern" */
        }
        if (token_is(text, end, CLASS_PLACE_NOUN)) {
            return !token_has(text, end, CLASS_PLACE_NOUN, "house");
        }
        if (text->tokens[end].type != TOKEN_WORD || token_is(text, end, CLASS_PREPOSITION) ||
            token_is(text, end, CLASS_CLAUSE) || token_is(text, end, CLASS_AND) ||
            token_is(text, end, CLASS_BE) || token_is(text, end, CLASS_HAVE) ||
            token_is(text, end, CLASS_HAPPENING) || token_is(text, end, CLASS_DETERMINER) ||
            token_is(text, end, CLASS_GENITIVE)) {
            return false;
        }
    }
    return false;
}

/* True when the name has epithets of place, "in central Norvik", or is that of the kind of place behind it:
 * "at the Norvik refugee camp", "in the quiet Norvik neighbourhood". */
static bool put_in_phrase(const struct text *text, uint32_t token, uint32_t end,
                          const struct sentence *sentence)
{
    uint32_t epithets;

    if (token > sentence->first_token + 1 &&
        (token_has(text, token - 1, CLASS_PLACE_NOUN, "adjective") ||
         token_has(text, token - 1, CLASS_PLACE_NOUN, "compass")) &&
        token_has(text, token - 2, CLASS_PREPOSITION, "place")) {
        return true;
    }
    for (epithets = 0; epithets <= EPITHETS && token > sentence->first_token + 1; epithets++, token--) {
        if (token_is(text, token - 1, CLASS_DETERMINER)) {
            return ((leads_to_place(text, token - 2) && !token_is(text, token - 2, CLASS_ORIGIN)) ||
                    token_is(text, token - 2, CLASS_HITS)) &&
                   (has_kind(text, end, sentence->end_token) ||
                    names_share_kind(text, end, sentence->end_token));
        }
        if (text->tokens[token - 1].type != TOKEN_WORD || token_is(text, token - 1, CLASS_PREPOSITION) ||
            (text->tokens[token - 1].flags & TOKEN_CAPITALIZED) || token_is(text, token - 1, CLASS_AND)) {
            return false;
        }
    }
    return false;
}

bool numbered_zone(const struct text *text, uint32_t token)
{
    return text->tokens[token].type == TOKEN_NUMBER && token > 0 &&
           token_is(text, token - 1, CLASS_PLACE_NOUN);
}

/* True for a name of the two in "the road between Norvik and Tarn", "Between Norvik and Tarn,", which ends at
 * `end`. */
static bool ends_of_road(const struct extraction *extraction, uint32_t token, uint32_t end,
                         const struct sentence *sentence)
{
    const struct text *text = extraction->text;
    uint32_t between = token - 1;

    if (token_is(text, between, CLASS_AND)) {
        const struct spot *other =
            extraction->spot_count == 0 ? NULL : extraction->spots[extraction->spot_count - 1];

        if (other == NULL || other->words.end != between) {
            return false;
        }
        between = other->words.first - 1;
    } else if (end + 1 >= sentence->end_token || !token_is(text, end, CLASS_AND) ||
               !(text->tokens[end + 1].flags & TOKEN_CAPITALIZED)) {
        return false;
    }
    return token_has(text, between, CLASS_PREPOSITION, "between") &&
           (between == sentence->first_token || token_is(text, between - 1, CLASS_ROUTE));
}

uint32_t before_naming(const struct text *text, uint32_t token, uint32_t first)
{
    uint32_t noun = token;

    if (token >= first + 3 && token_has(text, token - 1, CLASS_NAME_PARTICLE, "as") &&
        token_has(text, token - 2, CLASS_MODIFIER, "known")) {
        noun = token - 3;
    } else if (token >= first + 2 && token_is(text, token - 1, CLASS_BRANDED)) {
        noun = token - 2;
    }
    return noun < token &&
                   (token_is(text, noun, CLASS_PLACE_NOUN) || token_has(text, noun, CLASS_COMMON, "place"))
               ? noun
               : token;
}

/* True for "Velian", "Tarnese": what may be an adjective of a people by its ending, or a name like "Damian".
 */
static bool ends_as_people(struct str name)
{
    return str_ends(name, STR("ian")) || str_ends(name, STR("ean")) || str_ends(name, STR("ese")) ||
           str_ends(name, STR("ish"));
}

/* True for the "Siberian" of "a Siberian town", the "Darfuri" of "two Darfuri villages": it tells whose the
 * place is, and names none. */
static bool tells_whose(const struct text *text, uint32_t token, uint32_t end, uint32_t limit)
{
    struct str name = text_span(text, token, end);

    bool people = token_is(text, end, CLASS_FIGHTER) || token_is(text, end, CLASS_PERSONS) ||
                  token_is(text, end, CLASS_CAPITAL);

    if (end != token + 1 || end >= limit || (!people && !token_has(text, end, CLASS_PLACE_NOUN, "town"))) {
        return false; /* "the Caribbean coast" is where it was */
    }
    bool some = ends_as_plural(text, end);

    if (ends_as_people(name)) {
        return some || !token_is(text, token - 1, CLASS_PREPOSITION); /* not "in Damian town" */
    }
    return str_ends(name, STR("i")) && /* not "the Kadugli village" */
           (some || (token_is(text, token - 1, CLASS_DETERMINER) && !is_known_mark(text, token - 1)));
}

bool named_as_place(const struct extraction *extraction, uint32_t token, uint32_t end,
                    const struct sentence *sentence)
{
    const struct text *text = extraction->text;
    uint32_t before = token - sentence->first_token;

    if (tells_whose(text, token, end, sentence->end_token)) {
        return false;
    }
    if (before >= 1 && token_has(text, token - 1, CLASS_PREPOSITION, "place")) {
        return true;
    }
    if (before >= 1 && token_is(text, token - 1, CLASS_HITS)) {
        return true;
    }
    if (before >= 1 && leads_to_place(text, token - 1) &&
        reached(extraction, token - 1, sentence->first_token) && !stands_for_body(text, token, end)) {
        return true;
    }
    /* "pulled its troops out of" */
    if (before >= 3 && token_has(text, token - 1, CLASS_PREPOSITION, "of") &&
        leads_to_place(text, token - 2) &&
        (token_is(text, token - 3, CLASS_FIGHTER) || reached(extraction, token - 2, sentence->first_token))) {
        return true;
    }
    if (end < sentence->end_token && text->tokens[end].type == TOKEN_WORD &&
        (token_has(text, end, CLASS_PLACE_NOUN, "region") ||
         token_has(text, end, CLASS_PLACE_NOUN, "town"))) {
        return true;
    }
    if (before >= 2 && token_has(text, token - 1, CLASS_PREPOSITION, "of") &&
        token_is(text, token - (numbered_zone(text, token - 2) ? 3 : 2), CLASS_PLACE_NOUN)) {
        return true;
    }
    if (before >= 2 && end < sentence->end_token && token_is(text, end, CLASS_SAID) &&
        token_has(text, token - 1, CLASS_PREPOSITION, "of") &&
        (token_has(text, token - 2, CLASS_PERSONS, "residents") ||
         token_has(text, token - 2, CLASS_PERSONS, "villagers"))) {
        return true;
    }
    if (before >= 2 && token_is(text, token - 1, CLASS_ORIGIN) && token_is(text, token - 2, CLASS_MEASURE)) {
        return true; /* "12 km from" */
    }
    if (before_naming(text, token, sentence->first_token) < token ||
        behind_office(text, token, sentence->first_token)) {
        return true;
    }
    if (before >= 1 && ends_of_road(extraction, token, end, sentence)) {
        return true;
    }
    if (before >= 2 && (fought_for(text, token) || attack_of(text, token)) &&
        (end >= sentence->end_token || (text->tokens[end].flags & TOKEN_CAPITALIZED) == 0)) {
        return true;
    }
    return put_in_phrase(text, token, end, sentence);
}
