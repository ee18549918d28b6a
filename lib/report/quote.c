/* Words of the article as reports quote them: in code points, with what stands around them. */
#include "report/draft.h"

#include "base/utf8.h"

#define CONTEXT_CODE_POINTS 32

/* Code points before byte `byte`, counted from the beginning of the sentence that holds token `token`. */
static uint32_t code_points_at(const struct extraction *extraction, uint32_t token, size_t byte)
{
    size_t sentence = text_sentence_of(extraction->text, token);
    size_t begin = extraction->text->tokens[extraction->text->sentences[sentence].first_token].begin;

    return extraction->code_points[sentence] +
           (uint32_t)utf8_length(str_slice(extraction->text->source, begin, byte));
}

struct quote quote_span(const struct extraction *extraction, struct span span)
{
    struct quote quote = {.field = extraction->input->field};

    if (!span_empty(span)) {
        const struct token *first = &extraction->text->tokens[span.first];

        quote.text = text_span(extraction->text, span.first, span.end);
        quote.begin = code_points_at(extraction, span.first, first->begin);
        quote.end = quote.begin + (uint32_t)utf8_length(quote.text);
    }
    return quote;
}

enum status quote_prepare(struct extraction *extraction)
{
    const struct text *text = extraction->text;
    struct utf8_cursor cursor = {.text = text->source};
    size_t i;

    extraction->code_points = arena_array(extraction->arena, text->sentence_count + 1, sizeof(uint32_t));
    if (extraction->code_points == NULL) {
        return ERR_NO_MEMORY;
    }
    for (i = 0; i < text->sentence_count; i++) {
        extraction->code_points[i] =
            (uint32_t)utf8_code_points(&cursor, text->tokens[text->sentences[i].first_token].begin);
    }
    return OK;
}

void set_evidence(const struct extraction *extraction, struct report *report)
{
    const struct sentence *sentence = &extraction->text->sentences[extraction->sentence];
    struct str source = extraction->text->source;
    size_t begin, end, from, to, steps;

    report->evidence = quote_span(extraction, (struct span){sentence->first_token, sentence->end_token});
    begin = (size_t)(report->evidence.text.data - source.data);
    end = begin + report->evidence.text.size;
    from = begin;
    for (steps = 0; from > 0 && steps < CONTEXT_CODE_POINTS; steps++) {
        do {
            from--;
        } while (from > 0 && ((unsigned char)source.data[from] & 0xC0) == 0x80);
    }
    to = end;
    for (steps = 0; to < source.size && steps < CONTEXT_CODE_POINTS; steps++) {
        do {
            to++;
        } while (to < source.size && ((unsigned char)source.data[to] & 0xC0) == 0x80);
    }
    report->prefix = str_slice(source, from, begin);
    report->suffix = str_slice(source, end, to);
}
