#include "report/identity.h"

#include <string.h>

/* The same figure, from this one on, is that of the same people; a smaller one only when they are called the
 * same. */
#define TELLING_FIGURE 5
/* Shorter words of a name ("de", "Al") tell no person. */
#define NAME_LETTERS 4
/* So many sentences apart "the mayor" is the mayor who is named. */
#define OFFICE_REACH 2

bool may_be_then(struct interval a, struct interval b)
{
    return (a.first == DAY_NONE || b.last == DAY_NONE || a.first <= b.last) &&
           (b.first == DAY_NONE || a.last == DAY_NONE || b.first <= a.last);
}

static bool is_name_word(const struct text *text, uint32_t token)
{
    const struct token *word = &text->tokens[token];

    return word->type == TOKEN_WORD && (word->flags & TOKEN_CAPITALIZED) != 0 && word->size >= NAME_LETTERS &&
           !token_is_listed(text, token);
}

/* True when the name stands among the tokens. */
static bool stands_among(const struct text *text, struct str name, uint32_t first, uint32_t end)
{
    for (uint32_t token = first; token < end; token++) {
        if (text->tokens[token].size == name.size && str_equal(text_span(text, token, token + 1), name)) {
            return true;
        }
    }
    return false;
}

bool names_person(const struct text *text, const struct group *person, uint32_t first, uint32_t end)
{
    uint32_t name = person->words.first;

    while (name < person->words.end && !is_name_word(text, name)) {
        name++;
    }
    name += name + 1 < person->words.end ? 1 : 0;
    for (; name < person->words.end; name++) {
        if (is_name_word(text, name) && stands_among(text, text_span(text, name, name + 1), first, end)) {
            return true;
        }
    }
    return false;
}

bool share_name(const struct text *text, const struct sentence *a, const struct sentence *b)
{
    uint32_t name = a->first_token;

    while (name < a->end_token &&
           !(is_name_word(text, name) &&
             stands_among(text, text_span(text, name, name + 1), b->first_token, b->end_token))) {
        name++;
    }
    return name < a->end_token;
}

static bool same_people(const struct group *a, const struct group *b)
{
    if (a == NULL || b == NULL) {
        return false;
    }
    if (a->actor_count > 0 && b->actor_count > 0) {
        return strcmp(a->actors[0], b->actors[0]) == 0;
    }
    return a->people != NULL && b->people != NULL && strcmp(a->people, b->people) == 0;
}

/* True for "the priests", of whom the other claim tells how many or who they were. */
static bool is_known_again(const struct extraction *extraction, const struct report *report,
                           const struct group *group, const struct group *other)
{
    const struct text *text = extraction->text;

    return group != NULL && other != NULL && group->known && !group->pronoun &&
           report->count.text.text.data == NULL && other->words.end > other->words.first &&
           str_equal_nocase(text_span(text, group->words.end - 1, group->words.end),
                            text_span(text, other->words.end - 1, other->words.end));
}

static bool same_figure(const struct report *a, const struct report *b, bool people)
{
    int64_t figure = a->count.min != COUNT_NONE ? a->count.min : a->count.max;

    return a->count.text.text.data != NULL && b->count.text.text.data != NULL &&
           a->count.min == b->count.min && a->count.max == b->count.max &&
           figure >= (people ? 2 : TELLING_FIGURE);
}

static bool is_taken(const struct report *report)
{
    return report->subtype == SUBTYPE_MISSING || report->subtype == SUBTYPE_CAPTURED;
}

/* True when people were taken by the one claim and came to harm by the other: "was killed after he was
 * kidnapped", "the murder of four and the disappearance of two", who knows when. */
static bool taken_before(const struct extraction *extraction, size_t a, size_t b)
{
    const struct group *group = extraction->origins[a].group;
    const struct group *other = extraction->origins[b].group;

    return is_taken(&extraction->reports[a]) != is_taken(&extraction->reports[b]) && group != NULL &&
           other != NULL &&
           (group->pronoun || other->pronoun || (extraction->origins[a].deed && extraction->origins[b].deed));
}

/* The word that names the town whose office it is: "Kolna" of "the Kolna mayor" and of "the mayor of Kolna";
 * 0 when none is named. */
static uint32_t town_of_office(const struct text *text, const struct group *office)
{
    uint32_t token = office->words.first;

    while (token < office->words.end && !is_name_word(text, token)) {
        token++;
    }
    if (token == office->words.end && token_has(text, token, CLASS_PREPOSITION, "of")) {
        token++;
    }
    return token < text->token_count && is_name_word(text, token) ? token : 0;
}

/* True for the mayors of two towns. */
static bool are_of_two_towns(const struct extraction *extraction, size_t a, size_t b)
{
    const struct text *text = extraction->text;
    const struct group *group = extraction->origins[a].group;
    const struct group *other = extraction->origins[b].group;
    uint32_t town = group == NULL || group->named ? 0 : town_of_office(text, group);
    uint32_t other_town = other == NULL || other->named ? 0 : town_of_office(text, other);

    return town > 0 && other_town > 0 &&
           !str_equal(text_span(text, town, town + 1), text_span(text, other_town, other_town + 1));
}

bool told_together(const struct extraction *extraction, size_t a, size_t b)
{
    return extraction->origins[a].sentence == extraction->origins[b].sentence &&
           !taken_before(extraction, a, b) && !are_of_two_towns(extraction, a, b) &&
           extraction->reports[a].kind == KIND_CASUALTY && extraction->reports[b].kind == KIND_CASUALTY &&
           extraction->reports[b].scope == SCOPE_INCIDENT && !extraction->origins[b].part &&
           places_may_be(extraction->reports[a].places, extraction->reports[a].place_count,
                         extraction->reports[b].places, extraction->reports[b].place_count);
}

bool same_journey(const struct extraction *extraction, size_t index, size_t other)
{
    const struct report *report = &extraction->reports[index];
    const struct report *before = &extraction->reports[other];
    const struct group *group = extraction->origins[index].group;
    const struct group *group_before = extraction->origins[other].group;

    return report->subtype == SUBTYPE_SENT && before->subtype == SUBTYPE_SENT && group != NULL &&
           group_before != NULL && !group->others && group->actor_count + group_before->actor_count > 0 &&
           (group->actor_count == 0 || group_before->actor_count == 0 || same_people(group, group_before)) &&
           extraction->origins[other].sentence + 1 == extraction->origins[index].sentence &&
           report->source_name.size > 0 && str_equal(report->source_name, before->source_name) &&
           (report->count.text.text.data == NULL || before->count.text.text.data == NULL) &&
           may_be_then(report->date, before->date);
}

/* True when the words of people who are not one person hold names. */
static bool lists_names(const struct text *text, const struct group *group)
{
    uint32_t token = group->words.first;

    while (token < group->words.end && !is_name_word(text, token)) {
        token++;
    }
    return group->actor_count == 0 && token < group->words.end;
}

/* True for a person and the people whom others name with him: "Reed", "Reed and his driver Brandt". */
static bool is_one_of(const struct text *text, const struct group *person, const struct group *people)
{
    return person->named && !people->named && lists_names(text, people) &&
           names_person(text, person, people->words.first, people->words.end);
}

/* True when the two lie in one town. */
static bool in_one_town(const struct report *a, const struct report *b)
{
    for (size_t i = 0; i < a->place_count; i++) {
        for (size_t k = 0; k < b->place_count; k++) {
            if (!is_country(&a->places[i]) && !str_equal(a->places[i].precision, STR("region")) &&
                str_equal(a->places[i].name, b->places[k].name)) {
                return true;
            }
        }
    }
    return false;
}

/* True when the word at `token` stands in the name of one of the places. */
static bool named_by(const struct text *text, uint32_t token, const struct report *report)
{
    struct str word = text_span(text, token, token + 1);
    size_t i = 0;

    while (i < report->place_count && str_find(report->places[i].name, word, 0) == SIZE_MAX) {
        i++;
    }
    return i < report->place_count;
}

/* True for "Mayor Ann Reed" and "the mayor" in one town, or a sentence or two apart; for "the Kolna mayor"
 * only when she was in Kolna. */
static bool holds_office(const struct extraction *extraction, size_t person, size_t office)
{
    const struct text *text = extraction->text;
    const struct group *named = extraction->origins[person].group;
    const struct group *known = extraction->origins[office].group;
    uint32_t a = extraction->origins[person].sentence, b = extraction->origins[office].sentence;
    bool near = (a < b ? b - a : a - b) <= OFFICE_REACH;

    if (named == NULL || known == NULL || !named->named || known->named || known->pronoun || !known->known ||
        extraction->reports[office].count.max > 1) {
        return false;
    }
    uint32_t town = town_of_office(text, known);

    if (town > 0 && extraction->reports[person].place_count > 0
            ? !named_by(text, town, &extraction->reports[person])
            : !near && !in_one_town(&extraction->reports[person], &extraction->reports[office])) {
        return false;
    }
    uint32_t head = known->words.first;

    while (head + 1 < known->words.end && !token_is(text, head, CLASS_PERSON)) {
        head++; /* "the mayor of Kolna" */
    }
    for (uint32_t token = named->words.first; token + 1 < named->words.end; token++) {
        if (token_is(text, token, CLASS_PERSON) && text->tokens[token].word == text->tokens[head].word) {
            return true;
        }
    }
    return false;
}

bool same_person_taken(const struct extraction *extraction, size_t a, size_t b)
{
    const struct report *report = &extraction->reports[a];
    const struct report *other = &extraction->reports[b];
    const struct group *group = extraction->origins[a].group;
    const struct group *other_group = extraction->origins[b].group;

    return are_taken(report, other) && other->scope == SCOPE_INCIDENT && group != NULL &&
           other_group != NULL && group->named && other_group->named &&
           names_person(extraction->text, group, other_group->words.first, other_group->words.end) &&
           places_may_be(report->places, report->place_count, other->places, other->place_count) &&
           may_be_then(report->date, other->date);
}

bool same_claim(const struct extraction *extraction, size_t a, size_t b)
{
    const struct report *report = &extraction->reports[a];
    const struct report *other = &extraction->reports[b];

    if (report->subtype != other->subtype || other->kind != KIND_CASUALTY || other->scope != SCOPE_INCIDENT ||
        !may_be_then(report->date, other->date) ||
        !places_may_be(report->places, report->place_count, other->places, other->place_count)) {
        return false;
    }
    const struct group *group = extraction->origins[a].group;
    const struct group *other_group = extraction->origins[b].group;
    bool named = group != NULL && group->named;
    bool other_named = other_group != NULL && other_group->named;

    if (named && other_named) {
        return names_person(extraction->text, group, other_group->words.first, other_group->words.end);
    }
    if (named != other_named && group != NULL && other_group != NULL) {
        return is_one_of(extraction->text, group, other_group) ||
               is_one_of(extraction->text, other_group, group) || holds_office(extraction, a, b) ||
               holds_office(extraction, b, a);
    }
    return !named && !other_named &&
           (same_figure(report, other, same_people(group, other_group)) ||
            is_known_again(extraction, report, group, other_group) ||
            is_known_again(extraction, other, other_group, group));
}

/* True when another claim beside that at `index` tells of such harm in its sentence: "they" may be of either.
 */
static bool tells_of_two(const struct extraction *extraction, size_t index)
{
    for (size_t i = 0; i < extraction->report_count; i++) {
        if (i != index && extraction->origins[i].sentence == extraction->origins[index].sentence &&
            extraction->reports[i].subtype == extraction->reports[index].subtype) {
            return true;
        }
    }
    return false;
}

bool is_pronoun_of(const struct extraction *extraction, size_t index, size_t behind)
{
    const struct report *report = &extraction->reports[index];
    const struct report *other = &extraction->reports[behind];
    const struct group *group = extraction->origins[index].group;
    const struct group *pronoun = extraction->origins[behind].group;
    bool one = report->count.min == 1 && report->count.max == 1;

    if (group == NULL || pronoun == NULL || !pronoun->pronoun || group->pronoun ||
        extraction->origins[index].sentence + 1 != extraction->origins[behind].sentence ||
        report->subtype != other->subtype || other->kind != KIND_CASUALTY || other->scope != SCOPE_INCIDENT) {
        return false;
    }
    return (pronoun->several ? !one && other->count.text.text.data == NULL &&
                                   report->count.min <= ATTACK_TOLL && !tells_of_two(extraction, index)
                             : one) &&
           may_be_then(report->date, other->date) &&
           places_may_be(report->places, report->place_count, other->places, other->place_count);
}

bool names_whom_it_means(const struct extraction *extraction, size_t index, size_t other)
{
    const struct report *report = &extraction->reports[index];
    const struct report *named = &extraction->reports[other];
    const struct group *pronoun = extraction->origins[index].group;
    const struct group *person = extraction->origins[other].group;
    const struct sentence *sentence = &extraction->text->sentences[extraction->origins[index].sentence];

    return pronoun != NULL && pronoun->pronoun && !pronoun->several && person != NULL && person->named &&
           (report->subtype == named->subtype || are_taken(report, named)) && named->kind == KIND_CASUALTY &&
           named->scope == SCOPE_INCIDENT && may_be_then(report->date, named->date) &&
           names_person(extraction->text, person, sentence->first_token, sentence->end_token) &&
           places_may_be(report->places, report->place_count, named->places, named->place_count);
}
