#include "base/utf8.h"
#include "lang/letters.h"
#include "text/scan.h"

/* A full stop, question or exclamation mark, of any script that the program may meet. */
static bool is_end_mark(uint32_t code_point)
{
    switch (code_point) {
    case '.':
    case '!':
    case '?':
    case 0x2026: /* … */
    case 0x203c: /* ‼ */
    case 0x3002: /* 。 */
    case 0x061f: /* ؟ */
    case 0x06d4: /* ۔ */
    case 0x0964: /* । */
        return true;
    default:
        return false;
    }
}

/* What may close behind an end mark and still belongs to the sentence. */
static bool is_closer(uint32_t code_point)
{
    switch (code_point) {
    case '"':
    case '\'':
    case ')':
    case ']':
    case 0x201d: /* ” */
    case 0x2019: /* ’ */
    case 0x00bb: /* » */
        return true;
    default:
        return false;
    }
}

static uint32_t first_code_point(const struct text *text, const struct token *token)
{
    uint8_t byte = (uint8_t)text->source.data[token->begin];
    size_t size;
    return byte < 0x80 ? byte : utf8_decode(text->source, token->begin, &size);
}

/* True when the token cannot be the first of a sentence: a word in lower case, or a sign other than an
 * opening one. */
static bool goes_on(const struct text *text, const struct token *token)
{
    uint32_t code_point = first_code_point(text, token);
    if (token->type == TOKEN_WORD) {
        /* A script without capitals gives no hint. */
        return !letter_is_capital(code_point) &&
               (code_point < 0x80 || (code_point >= 0xdf && code_point < 0x590));
    }
    return token->type == TOKEN_PUNCT && (code_point == ',' || code_point == ';' || code_point == ':');
}

static bool is_starter(const struct text *text, const struct token *token)
{
    return (token->flags & TOKEN_CAPITALIZED) != 0 && token->word != 0 &&
           class_set_has(&text->lang->words[token->word].classes, CLASS_STARTER);
}

/* Whether token `i`, an abbreviation, is the name of the network rather than an initial: "wrote on X. Kadan
 * said"; a capital before it would be a first name ("Ana X. Kadan"). */
static bool is_network(const struct text *text, size_t i)
{
    const struct token *token = &text->tokens[i];
    return (token->flags & TOKEN_INITIAL) != 0 && text->source.data[token->begin] == 'X' && i > 0 &&
           token[-1].type == TOKEN_WORD && (token[-1].flags & TOKEN_CAPITALIZED) == 0;
}

/* Whether token `i`, an abbreviation, ends a sentence. */
static bool abbreviation_ends(const struct text *text, size_t i)
{
    const struct token *token = &text->tokens[i];
    const struct token *next = token + 1;
    if (is_network(text, i)) {
        return true;
    }
    if (token->word != 0 && text->lang->words[token->word].abbreviation == ABBREVIATION_TITLE) {
        return false;
    }
    return (next->flags & TOKEN_SPACE_BEFORE) != 0 && is_starter(text, next);
}

/* Where the tokens before the current one stand with regard to the end of a sentence. */
enum ending {
    NOT_ENDED,
    ENDED,       /* an end mark, and perhaps closers, were the last */
    ABBREVIATED, /* an abbreviation was */
};

/* Whether a sentence begins with token `i`, by what stands before it. */
static inline bool begins(const struct text *text, enum ending ending, size_t i)
{
    if (ending == NOT_ENDED) {
        return false;
    }
    const struct token *token = &text->tokens[i];
    if (ending == ABBREVIATED) {
        return abbreviation_ends(text, i - 1);
    }
    if ((token->flags & TOKEN_SPACE_BEFORE) != 0) {
        return !goes_on(text, token);
    }
    /* "it ended.The next day": a space was lost */
    return i >= 2 && (token->flags & (TOKEN_CAPITALIZED | TOKEN_ALL_CAPS)) == TOKEN_CAPITALIZED &&
           token->size > 1 && text->tokens[i - 2].type == TOKEN_WORD && text->tokens[i - 2].size > 1 &&
           (text->tokens[i - 2].flags & TOKEN_CAPITALIZED) == 0;
}

static enum ending ending_behind(const struct text *text, enum ending before, const struct token *token)
{
    if (token->type == TOKEN_PUNCT) {
        uint32_t code_point = first_code_point(text, token);
        if (is_end_mark(code_point)) {
            return ENDED;
        }
        if (before == ENDED && is_closer(code_point) && (token->flags & TOKEN_SPACE_BEFORE) == 0) {
            return ENDED;
        }
        return NOT_ENDED;
    }
    return (token->flags & TOKEN_ABBREVIATED) != 0 ? ABBREVIATED : NOT_ENDED;
}

/* Whether a sentence begins with token `i`, which begins a line. */
static bool line_begins(const struct token *token, const struct segment *segment)
{
    return (token->flags & TOKEN_PARAGRAPH_START) != 0 || segment == NULL || !segment->hard_wrapped;
}

/* The first token from `i` on, and before `end`, that is a border, as all are that begin a segment: those
 * before it, wherever in a sentence they stand, neither begin nor end one. */
static size_t inner_end(const struct token *tokens, size_t i, size_t end)
{
    while (i < end && (tokens[i].flags & TOKEN_BORDER) == 0) {
        i++;
    }
    return i;
}

/* Where the sentences are found. */
struct marker {
    struct arena *arena;
    struct text *text;
    size_t capacity; /* of the text's sentences */
    uint32_t paragraph;
};

/* Begins a sentence with token `i`. */
static bool begin_sentence(struct marker *marker, size_t i, bool paragraph, uint8_t kind)
{
    struct text *text = marker->text;
    if (text->sentence_count == marker->capacity) {
        size_t most = marker->capacity + text->token_count - i;
        size_t wanted = marker->capacity * 2 < most ? marker->capacity * 2 : most;
        struct sentence *larger =
            arena_grow(marker->arena, text->sentences, text->sentence_count, wanted, sizeof *larger);
        if (larger == NULL) {
            return false;
        }
        text->sentences = larger;
        marker->capacity = wanted;
    }
    text->tokens[i].flags |= TOKEN_SENTENCE_START;
    struct sentence *sentence = &text->sentences[text->sentence_count];
    if (text->sentence_count++ > 0) {
        sentence[-1].end_token = (uint32_t)i;
        marker->paragraph += paragraph;
    }
    *sentence = (struct sentence){.first_token = (uint32_t)i,
                                  .end_token = (uint32_t)text->token_count,
                                  .paragraph = marker->paragraph,
                                  .kind = kind};
    return true;
}

/* Finds the sentences, and marks the tokens that begin one; false without memory. */
static bool mark_sentences(struct marker *marker, const struct segment *segments, size_t segment_count)
{
    struct text *text = marker->text;
    const struct token *const tokens = text->tokens;
    const size_t token_count = text->token_count;
    size_t segment = 0;
    size_t first = 0;         /* token of the sentence */
    uint32_t segment_end = 0; /* bytes: the first token begins a segment */
    enum ending ending = NOT_ENDED;
    for (size_t i = 0; i < token_count; i++) {
        if (ending == NOT_ENDED) {
            size_t left = token_count - first;
            size_t end = first + (left < SENTENCE_TOKENS ? left : SENTENCE_TOKENS);
            i = inner_end(tokens, i, end);
            if (i == token_count) {
                break;
            }
        }
        const struct token *token = &tokens[i];
        bool starts = i - first >= SENTENCE_TOKENS || begins(text, ending, i);
        bool paragraph = (token->flags & TOKEN_PARAGRAPH_START) != 0;
        if (token->begin >= segment_end) {
            while (segment < segment_count && token->begin >= segments[segment].end) {
                segment++;
            }
            segment_end = segment < segment_count ? segments[segment].end : UINT32_MAX;
            starts = paragraph = true; /* no sentence goes on into another segment */
        } else if ((token->flags & TOKEN_LINE_START) != 0) {
            starts = starts || line_begins(token, segment < segment_count ? &segments[segment] : NULL);
        }
        if (starts) {
            uint8_t kind = segment < segment_count ? (uint8_t)segments[segment].kind : SEGMENT_BODY;
            if (!begin_sentence(marker, i, paragraph, kind)) {
                return false;
            }
            first = i;
        }
        ending = ending_behind(text, ending, token);
    }
    return true;
}

enum status text_scan(struct arena *arena, const struct lang *lang, struct str source, struct text *text)
{
    *text = (struct text){.source = source, .lang = lang};
    if (source.size > (size_t)1 << 30) {
        return ERR_TOO_LARGE;
    }
    const size_t before = arena->total;
    if (utf8_invalid_at(source) != source.size) {
        return ERR_INVALID;
    }
    struct segment *segments = NULL;
    size_t segment_count = 0;
    /* Before there are tokens: what it needs for a while is given back. */
    enum status status = text_segment(arena, lang, source, &segments, &segment_count);
    if (status != OK) {
        return status;
    }
    status = scan_tokens(arena, lang, source, &text->tokens, &text->token_count);
    if (status != OK) {
        return status;
    }
    /* Prose has one every twenty tokens; what has none is not to pay for them. */
    struct marker marker = {.arena = arena, .text = text, .capacity = text->token_count / 64 + 16};
    text->sentences = arena_room(arena, marker.capacity, sizeof *text->sentences);
    if (text->sentences == NULL || !mark_sentences(&marker, segments, segment_count)) {
        return ERR_NO_MEMORY;
    }
    arena_drop(arena, segments);
    text->memory = arena->total - before;
    return OK;
}

size_t text_sentence_of(const struct text *text, size_t token)
{
    size_t low = 0;
    size_t high = text->sentence_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (text->sentences[middle].first_token <= token) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return low;
}
