/* Any bytes as a text: scanned, split into sentences and matched against all rules. */
#include "base/utf8.h"
#include "text/match.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define CHECK(condition)                                                                                     \
    do {                                                                                                     \
        if (!(condition)) {                                                                                  \
            abort();                                                                                         \
        }                                                                                                    \
    } while (0)

/* Refuses one match in eight, so that the next best is tried too. */
static bool act(void *context, const struct match *match, struct value *value)
{
    unsigned *calls = context;
    CHECK(match->first_item < match->end_item && match->end_item <= match->item_count);
    CHECK(match->first_token < match->end_token && match->end_token <= match->text->token_count);
    for (size_t i = 0; i < match->call_count; i++) {
        for (size_t k = 0; k < match->calls[i].argument_count; k++) {
            const struct match_argument *argument = &match->calls[i].arguments[k];
            CHECK(!argument->captured || !argument->present || argument->first_token < argument->end_token);
        }
    }
    *value = VALUE_OF_INT(*calls);
    return ++*calls % 8 != 0;
}

static void check_tokens(const struct text *text)
{
    uint32_t end = 0;
    for (size_t i = 0; i < text->token_count; i++) {
        const struct token *token = &text->tokens[i];
        CHECK(token->size > 0 && token->begin >= end && token_end(token) <= text->source.size);
        CHECK(token->word < text->lang->word_count);
        CHECK(i == 0 || ((token->flags & TOKEN_SPACE_BEFORE) != 0) == (token->begin > end));
        CHECK(utf8_invalid_at(text_span(text, i, i + 1)) == token->size);
        end = token_end(token);
    }
    uint32_t next = 0;
    for (size_t i = 0; i < text->sentence_count; i++) {
        const struct sentence *sentence = &text->sentences[i];
        CHECK(sentence->first_token == next && sentence->end_token > next);
        CHECK(sentence->end_token - next <= SENTENCE_TOKENS);
        next = sentence->end_token;
    }
    CHECK(next == text->token_count);
}

static void check_items(const struct matcher *matcher)
{
    const struct sentence *sentence = &matcher->text->sentences[matcher->sentence];
    uint32_t next = sentence->first_token;
    for (size_t i = 0; i < matcher->item_count; i++) {
        CHECK(matcher->items[i].first_token == next && matcher->items[i].end_token > next);
        next = matcher->items[i].end_token;
    }
    CHECK(next == sentence->end_token);
}

static void run(struct matcher *matcher, const struct lang_rules *rules, size_t sentence)
{
    unsigned calls = 0;
    match_sentence(matcher, sentence);
    check_items(matcher);
    for (size_t pass = 0; pass < rules->pass_count; pass++) {
        match_run(matcher, rules, pass, act, &calls);
        check_items(matcher);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct lang *lang = lang_find(STR("en"));
    char *bytes = malloc(size + 1);
    CHECK(bytes != NULL);
    memcpy(bytes, data, size);
    struct str source = {bytes, size};
    struct arena arena;
    struct text text;
    struct matcher matcher;
    arena_init(&arena, (size_t)1 << 28);
    if (utf8_invalid_at(source) != size) {
        CHECK(text_scan(&arena, lang, source, &text) == ERR_INVALID);
        /* What is no UTF-8 is made some, so that the rest is of use. */
        for (size_t at = 0; (at = utf8_invalid_at(source)) < size;) {
            bytes[at] = '?';
        }
    }
    CHECK(text_scan(&arena, lang, source, &text) == OK);
    check_tokens(&text);
    CHECK(matcher_init(&matcher, &arena, &text) == OK);
    for (size_t i = 0; i < text.sentence_count; i++) {
        run(&matcher, lang->time, i);
        run(&matcher, lang->report, i);
    }
    arena_release(&arena);
    free(bytes);
    return 0;
}
