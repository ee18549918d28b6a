/* Forces that no table knows, named by the capitalised words before their soldiers. */
#include "report/phrase.h"

static bool is_place(const struct extraction *extraction, uint32_t token)
{
    size_t i;

    for (i = 0; i < extraction->spot_count; i++) {
        if (span_holds(extraction->spots[i]->words, token)) {
            return true;
        }
    }
    return false;
}

/* True for a capitalised word that is no place. */
static bool is_name(const struct extraction *extraction, uint32_t token)
{
    const struct token *at = &extraction->text->tokens[token];

    return at->type == TOKEN_WORD && (at->flags & TOKEN_CAPITALIZED) && !is_place(extraction, token) &&
           !token_is(extraction->text, token, CLASS_DETERMINER) &&
           !token_is(extraction->text, token, CLASS_PREPOSITION) &&
           !token_is(extraction->text, token, CLASS_SPEAKER);
}

/* True when the capital of the word at `token` tells nothing: it opens the sentence or a quotation in it. */
static bool opens_statement(const struct extraction *extraction, uint32_t token)
{
    static const char *const signs[] = {"\u201c", "\"", "\u2018", ":", "\u2014", "\u2013", "-", "\u2022"};
    const struct text *text = extraction->text;
    struct str sign;
    size_t i;

    if (token == text->sentences[extraction->sentence].first_token) {
        return true;
    }
    sign = text_span(text, token - 1, token);
    for (i = 0; i < sizeof signs / sizeof signs[0]; i++) {
        if (str_equal(sign, str_from(signs[i])) &&
            ((text->tokens[token - 1].flags | text->tokens[token].flags) & TOKEN_SPACE_BEFORE)) {
            return true;
        }
    }
    return false;
}

/* How many words around it are looked at for whether a word is a name. */
#define NAME_EVIDENCE 1000

/* True when the word at `token`, which opens a sentence, is a name: it stands in the text with a capital
 * inside a sentence, or nothing speaks against it: no table knows it, nor does it stand in small letters
 * elsewhere. */
static bool names_though_first(const struct text *text, uint32_t token)
{
    struct str name = text_span(text, token, token + 1);
    uint32_t at = token > NAME_EVIDENCE ? token - NAME_EVIDENCE : 0;
    uint32_t end =
        text->token_count - token > NAME_EVIDENCE ? token + NAME_EVIDENCE : (uint32_t)text->token_count;
    bool small = false;

    if (token_is_listed(text, token)) {
        return false;
    }
    for (; at < end; at++) {
        struct str word = text_span(text, at, at + 1);

        if (at == token || word.size != name.size || !str_equal_nocase(word, name)) {
            continue;
        }
        if (!(text->tokens[at].flags & TOKEN_CAPITALIZED)) {
            small = true;
        } else if (at > 0 && text->tokens[at - 1].type == TOKEN_WORD &&
                   text->sentences[text_sentence_of(text, at)].first_token != at) {
            return true;
        }
    }
    return !small;
}

/* The word that opens a sentence is capitalised anyway: when it is a known word, it names none. */
struct span unlisted_force(const struct extraction *extraction, uint32_t first, uint32_t head)
{
    const struct text *text = extraction->text;
    uint32_t end = head;
    uint32_t begin, token;
    bool owner = false, unknown = false;
    while (end > first && !(text->tokens[end - 1].flags & TOKEN_CAPITALIZED) &&
           token_is(text, end - 1, CLASS_MODIFIER)) {
        end--;
    }
    if (end > first && token_is(text, end - 1, CLASS_GENITIVE)) {
        owner = true;
        end--;
    }
    for (begin = end; begin > first && end - begin < 4 && is_name(extraction, begin - 1); begin--) {
    }
    if (begin < end && opens_statement(extraction, begin) && !(text->tokens[begin].flags & TOKEN_ALL_CAPS)) {
        /* "Masked Norland soldiers" */
        if (token_is_listed(text, begin) ||
            (end - begin == 1 && !owner && !names_though_first(text, begin))) {
            begin++;
        }
    }
    for (token = begin; token < end; token++) {
        unknown = unknown || !token_is_listed(text, token);
    }
    if (begin > first + 1 && token_is_sign(text, begin - 1, "-") &&
        text_span(text, begin - 2, begin).size == text_span(text, begin - 2, begin - 1).size + 1 &&
        !token_is(text, begin - 2, CLASS_NAME_PARTICLE)) {
        return (struct span){0, 0}; /* half of a name: "Anti-Balaka fighters" */
    }
    return unknown ? (struct span){begin, end} : (struct span){0, 0};
}

void name_force(struct extraction *extraction, uint32_t head, struct group *group)
{
    uint32_t first = extraction->text->sentences[extraction->sentence].first_token;
    struct span name;
    struct str copy;

    if (!span_empty(group->quantity.words) && group->quantity.words.first < head) {
        first = group->quantity.words.end <= head ? group->quantity.words.end : group->quantity.words.first;
    }
    name = unlisted_force(extraction, first, head);
    if (span_empty(name)) {
        return;
    }
    copy = arena_copy(extraction->arena, text_span(extraction->text, name.first, name.end));
    if (copy.data == NULL) {
        extraction->out_of_memory = true;
        return;
    }
    add_actor(group, copy.data);
}
