#include "report/known_name.h"
#include "report/naming.h"

static bool add_name(struct extraction *extraction, const struct known_name *name)
{
    if (extraction->name_count == extraction->name_capacity) {
        size_t capacity = extraction->name_capacity == 0 ? 16 : extraction->name_capacity * 2;
        struct known_name *grown =
            arena_grow(extraction->arena, extraction->names, extraction->name_count, capacity, sizeof *grown);

        if (grown == NULL) {
            return false;
        }
        extraction->names = grown;
        extraction->name_capacity = capacity;
    }
    extraction->names[extraction->name_count++] = *name;
    return true;
}

static enum status add_names_of(struct extraction *extraction, const struct sentence *sentence)
{
    const struct text *text = extraction->text;
    const struct lang_word *words = text->lang->words;
    const struct token *end = &text->tokens[sentence->end_token];

    for (const struct token *token = &text->tokens[sentence->first_token]; token < end; token++) {
        struct known_name name;

        if (!begins_name(words, token)) {
            continue;
        }
        place_match_either(text->source, token->begin, token_end(end - 1), &name.people, &name.place);
        name.token = (uint32_t)(token - text->tokens);
        if ((name.people.end > 0 || name.place.end > 0) && !add_name(extraction, &name)) {
            return ERR_NO_MEMORY;
        }
    }
    return OK;
}

enum status find_names_of(struct extraction *extraction, size_t sentence)
{
    if (extraction->all_names) {
        return OK;
    }
    extraction->name_count = 0;
    extraction->next_name = 0;
    extraction->tally = NULL;
    return add_names_of(extraction, &extraction->text->sentences[sentence]);
}

enum status find_names(struct extraction *extraction)
{
    const struct text *text = extraction->text;
    enum status status = OK;

    extraction->next_name = 0;
    extraction->tally = NULL;
    if (extraction->all_names) {
        return OK;
    }
    extraction->name_count = 0;
    for (size_t i = 0; i < text->sentence_count && status == OK; i++) {
        if (text->sentences[i].kind == SEGMENT_BODY) {
            status = add_names_of(extraction, &text->sentences[i]);
        }
    }
    extraction->all_names = true;
    return status;
}

const struct known_name *name_at(struct extraction *extraction, uint32_t token)
{
    const struct known_name *names = extraction->names;
    size_t next = extraction->next_name;

    while (next < extraction->name_count && names[next].token < token) {
        next++;
    }
    extraction->next_name = next;
    return next < extraction->name_count && names[next].token == token ? &names[next] : NULL;
}

/* True for a person, who can be "he": "the mayor", "Ann Ober". */
static bool is_person(const struct text *text, struct span speaker)
{
    uint32_t last = speaker.end - 1;

    for (uint32_t token = speaker.first; token < speaker.end; token++) {
        if (token_is(text, token, CLASS_PERSON)) {
            return true;
        }
    }
    return !token_is(text, last, CLASS_SPEAKER) && !token_is(text, last, CLASS_BODY) &&
           !token_is(text, last, CLASS_AGENCY) && !token_is(text, last, CLASS_PLACE) &&
           !token_is(text, speaker.first, CLASS_DETERMINER) &&
           (text->tokens[last].flags & TOKEN_CAPITALIZED) != 0;
}

struct span person_before(const struct extraction *extraction)
{
    for (size_t i = extraction->speaker_count; i > 0; i--) {
        if (is_person(extraction->text, extraction->speakers[i - 1])) {
            return extraction->speakers[i - 1];
        }
    }
    return (struct span){0, 0};
}
