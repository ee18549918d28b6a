#include "report/identity.h"

#include <string.h>

/* The same figure, from this one on, is that of the same people; a smaller one only when they are called the
 * same. */
#define TELLING_FIGURE 5
/* Shorter words of a name ("de", "Al") tell no person. */
#define NAME_LETTERS 4

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

bool told_together(const struct extraction *extraction, size_t a, size_t b)
{
    return extraction->origins[a].sentence == extraction->origins[b].sentence &&
           extraction->reports[a].kind == KIND_CASUALTY && extraction->reports[b].kind == KIND_CASUALTY &&
           extraction->reports[b].scope == SCOPE_INCIDENT &&
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

bool same_claim(const struct extraction *extraction, size_t a, size_t b)
{
    const struct report *report = &extraction->reports[a];
    const struct report *other = &extraction->reports[b];
    const struct group *group = extraction->origins[a].group;
    const struct group *other_group = extraction->origins[b].group;
    bool named = group != NULL && group->named;
    bool other_named = other_group != NULL && other_group->named;

    if (report->subtype != other->subtype || other->kind != KIND_CASUALTY || other->scope != SCOPE_INCIDENT ||
        !places_may_be(report->places, report->place_count, other->places, other->place_count) ||
        !may_be_then(report->date, other->date)) {
        return false;
    }
    if (named && other_named) {
        return names_person(extraction->text, group, other_group->words.first, other_group->words.end);
    }
    return !named && !other_named &&
           (same_figure(report, other, same_people(group, other_group)) ||
            is_known_again(extraction, report, group, other_group) ||
            is_known_again(extraction, other, other_group, group));
}

bool is_pronoun_of(const struct extraction *extraction, size_t index, size_t behind)
{
    const struct report *report = &extraction->reports[index];
    const struct report *other = &extraction->reports[behind];
    const struct group *group = extraction->origins[index].group;
    const struct group *pronoun = extraction->origins[behind].group;

    return group != NULL && pronoun != NULL && pronoun->pronoun && !pronoun->several && !group->pronoun &&
           extraction->origins[index].sentence + 1 == extraction->origins[behind].sentence &&
           report->subtype == other->subtype && other->kind == KIND_CASUALTY &&
           other->scope == SCOPE_INCIDENT && report->count.min == 1 && report->count.max == 1 &&
           may_be_then(report->date, other->date) &&
           places_may_be(report->places, report->place_count, other->places, other->place_count);
}
